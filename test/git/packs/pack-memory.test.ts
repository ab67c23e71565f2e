import { constants, deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canReadPacks, PackMemory } from "../../../src/git/packs/pack-memory.ts";
import { effort } from "../../support/effort.ts";

const memory = new PackMemory();

/** What is unpacked of a zlib stream that is said to make so many bytes; null where it is refused. */
function inflate(packed: Uint8Array, size: number): Buffer | null {
  const [source, output] = [memory.allocate(packed.length), memory.allocate(size)];
  try {
    memory.bytes.set(packed, source);
    const isWhole = memory.functions.inflate(source, packed.length, output, size);
    return isWhole ? Buffer.from(memory.bytes.subarray(output, output + size)) : null;
  } finally {
    memory.release(source);
    memory.release(output);
  }
}

/** Texts that deflate packs in every way: noise, few letters, long repeats, and both. */
const content = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }),
  fc.array(fc.constantFrom(97, 98, 99), { maxLength: 3000 }).map((bytes) => Uint8Array.from(bytes)),
  fc
    .array(fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 60 })), { maxLength: 30 })
    .map((parts) => Buffer.concat(parts.flatMap(([bytes, count]) => Array.from({ length: count }, () => bytes)))),
);
const options = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  strategy: fc.constantFrom(constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_HUFFMAN_ONLY, constants.Z_RLE),
  memLevel: fc.integer({ min: 1, max: 9 }),
});

test("this machine can read packs, so that it is tested here", () => {
  expect(canReadPacks()).toBe(true);
});

describe("inflate", () => {
  test("unpacks what zlib packed, at every level and with every strategy", () => {
    fc.assert(
      fc.property(content, options, (bytes, how) => {
        expect(inflate(deflateSync(bytes, how), bytes.length)).toEqual(Buffer.from(bytes));
      }),
      { numRuns: effort(300, 3000) },
    );
  });

  test("unpacks long texts, whose codes are longer than a table has", () => {
    // Letters as frequent as the numbers of Fibonacci have codes of every length.
    const letters = [1];
    for (let last = 1; letters.length < 24; ) letters.push((last += letters.at(-2) ?? 0));
    const bytes = Buffer.concat(letters.map((count, letter) => Buffer.alloc(Math.min(count, 40_000), 65 + letter)));
    for (let at = 0; at < bytes.length; at += 1) {
      const other = Math.imul(at, 0x9e3779b1) >>> 0;
      const [one, two] = [bytes[at] ?? 0, bytes[other % bytes.length] ?? 0];
      bytes[at] = two;
      bytes[other % bytes.length] = one;
    }
    for (const level of [0, 1, 6, 9])
      expect(inflate(deflateSync(bytes, { level }), bytes.length)?.equals(bytes)).toBe(true);
  });

  test("refuses a stream that makes fewer or more bytes than were said", () => {
    fc.assert(
      fc.property(content, fc.integer({ min: -30, max: 30 }), (bytes, more) => {
        const size = bytes.length + more;
        if (more !== 0 && size >= 0) expect(inflate(deflateSync(bytes), size)).toBeNull();
      }),
      { numRuns: effort(100, 1000) },
    );
  });

  test("refuses a stream that is cut", () => {
    fc.assert(
      fc.property(content, fc.nat(), (bytes, at) => {
        const packed = deflateSync(bytes);
        expect(inflate(packed.subarray(0, at % packed.length), bytes.length)).toBeNull();
      }),
      { numRuns: effort(100, 1000) },
    );
  });

  test("never gives other bytes for a damaged stream, and never leaves its memory", () => {
    fc.assert(
      fc.property(
        content,
        options,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 4 }),
        (bytes, how, flips) => {
          const packed = Buffer.from(deflateSync(bytes, how));
          for (const [at, bits] of flips) packed[at % packed.length] = (packed[at % packed.length] ?? 0) ^ bits;
          const unpacked = inflate(packed, bytes.length);
          expect(unpacked === null || unpacked.equals(bytes)).toBe(true);
        },
      ),
      { numRuns: effort(300, 3000) },
    );
  });

  test("takes any bytes at all", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(5000), (bytes, size) => {
        const stream = Uint8Array.of(0x78, 0x9c, ...bytes);
        for (const packed of [bytes, stream]) expect(() => inflate(packed, size)).not.toThrow();
      }),
      { numRuns: effort(300, 3000) },
    );
  });
});

/** A delta as git writes it (gitformat-pack(5)), and what it makes of its base. */
type Step = { kind: "copy"; from: number; count: number } | { kind: "insert"; bytes: Uint8Array };

function encodeSize(size: number): number[] {
  const bytes = [];
  let left = size;
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
  return [...bytes, left];
}

function encodeDelta(base: Buffer, steps: readonly Step[], size: number): Buffer {
  const bytes = [...encodeSize(base.length), ...encodeSize(size)];
  for (const step of steps) {
    if (step.kind === "insert") {
      bytes.push(step.bytes.length, ...step.bytes);
      continue;
    }
    const [offset, count] = [Buffer.alloc(4), Buffer.alloc(4)];
    offset.writeUInt32LE(step.from);
    count.writeUInt32LE(step.count === 0x10000 ? 0 : step.count);
    const parts = [...offset, ...count.subarray(0, 3)];
    bytes.push(
      parts.reduce((code, byte, bit) => (byte === 0 ? code : code | (1 << bit)), 0x80),
      ...parts.filter((byte) => byte !== 0),
    );
  }
  return Buffer.from(bytes);
}

const base = fc.uint8Array({ minLength: 1, maxLength: 600 }).map((bytes) => Buffer.from(bytes));
const delta = base.chain((from) =>
  fc
    .array(
      fc.oneof(
        fc.uint8Array({ minLength: 1, maxLength: 127 }).map((bytes): Step => ({ kind: "insert", bytes })),
        fc.tuple(fc.nat(from.length - 1), fc.nat()).map(([at, count]): Step => {
          return { kind: "copy", from: at, count: 1 + (count % (from.length - at)) };
        }),
      ),
      { minLength: 1, maxLength: 12 },
    )
    .map((steps) => ({ from, steps })),
);

function build(from: Buffer, steps: readonly Step[]): Buffer {
  return Buffer.concat(
    steps.map((step) => (step.kind === "insert" ? step.bytes : from.subarray(step.from, step.from + step.count))),
  );
}

describe("deltas", () => {
  function apply(from: Buffer, packed: Buffer, size: number): Buffer | null {
    const [at, change, output] = [from, packed, Buffer.alloc(size)].map((bytes) => {
      const address = memory.allocate(bytes.length);
      memory.bytes.set(bytes, address);
      return address;
    });
    try {
      const isWhole = memory.functions.applyDelta(
        at ?? 0,
        from.length,
        change ?? 0,
        packed.length,
        output ?? 0,
        size,
        3,
      );
      return isWhole ? Buffer.from(memory.bytes.subarray(output, (output ?? 0) + size)) : null;
    } finally {
      for (const address of [at, change, output]) memory.release(address ?? 0);
    }
  }

  test("make of a base what git makes of it", () => {
    fc.assert(
      fc.property(delta, ({ from, steps }) => {
        const made = build(from, steps);
        expect(apply(from, encodeDelta(from, steps, made.length), made.length)).toEqual(made);
      }),
      { numRuns: effort(300, 3000) },
    );
  });

  test("are refused where they are cut, or fit another base or another size", () => {
    fc.assert(
      fc.property(delta, fc.nat(), ({ from, steps }, cut) => {
        const made = build(from, steps);
        const packed = encodeDelta(from, steps, made.length);
        expect(apply(from, packed.subarray(0, cut % packed.length), made.length)).toBeNull();
        expect(apply(Buffer.concat([from, from]), packed, made.length)).toBeNull();
        expect(apply(from, packed, made.length + 1)).toBeNull();
      }),
      { numRuns: effort(100, 1000) },
    );
  });

  test("that are damaged never leave the memory", () => {
    fc.assert(
      fc.property(base, fc.uint8Array({ maxLength: 100 }), fc.nat(2000), (from, bytes, size) => {
        const packed = Buffer.from([...encodeSize(from.length), ...encodeSize(size), ...bytes]);
        expect(() => apply(from, packed, size)).not.toThrow();
      }),
      { numRuns: effort(300, 3000) },
    );
  });
});
