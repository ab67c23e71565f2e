import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFakeKey, type Family } from "../../../src/sandbox/fake-keys.ts";
import { effort } from "../../support/effort.ts";
import { foundAnywhere, MARKER } from "../found.ts";
import { WAYS, type Way } from "./written.ts";

const SHAPES: readonly (readonly [Family, number, number])[] = [
  ["user", 20, 20],
  ["user", 42, 42],
  ["project", 20, 20],
  ["project", 58, 58],
  ["project", 74, 74],
  ["service-account", 49, 50],
  ["admin", 58, 58],
  ["none", 20, 20],
  ["named", 20, 20],
];
const mint = ([family, left, right]: (typeof SHAPES)[number], seed: number) =>
  createFakeKey(family, `${seed}`, { left, right });

describe("a key is found once, as certain, where it stands and told by its encoding, when it is written as", () => {
  test.each(WAYS)("$name", async ({ encoding, write }) => {
    for (const shape of SHAPES) {
      for (let seed = 0; seed < 3; seed += 1) {
        const key = mint(shape, seed);
        const { bytes, start, end } = write(key);
        const hits = await foundAnywhere(bytes);
        expect(hits).toMatchObject([{ text: key, confidence: "certain", encoding, member: null }]);
        const [{ offset, length } = { offset: 0, length: 0 }] = hits;
        expect(offset).toBeGreaterThanOrEqual(start);
        expect(offset + length).toBeLessThanOrEqual(end);
        // What stands there is enough to read it again; of base64 a group may have begun before it.
        if (encoding === "base64") continue;
        const again = await foundAnywhere(bytes.subarray(offset, offset + length));
        expect(again).toMatchObject([{ text: key, offset: 0, length, encoding }]);
      }
    }
  });
});

const key = fc.tuple(fc.constantFrom(...SHAPES), fc.nat(200)).map(([shape, seed]) => mint(shape, seed));
const way = fc.constantFrom(...WAYS);
const written = fc.tuple(way, key).map(([way, key]) => ({ way, key, ...way.write(key) }));

const LINES = [
  "const a = 1;",
  "  # a comment",
  '{ "a": [1, 2, 84, 3] },',
  "\\n \\u0041",
  "T\0e\0x\0t\0",
  "x=%20y",
  "===",
  "a\r",
];
const source = fc
  .array(fc.constantFrom(...LINES), { maxLength: 60 })
  .map((lines) => Buffer.from(`${lines.join("\n")}\n`));
const random = fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes));
const base64 = random.map((bytes) => Buffer.from(bytes.toString("base64")));
const noise = fc.oneof(source, random, base64);

/** What keeps the noise from being read as a part of the key. */
const apart = (way: Way) =>
  Buffer.from(way.encoding.startsWith("utf-") ? "\n\n\u00e9\u00e9\n\n\u00e9\u00e9" : " \n; \n");

describe("whatever stands around it,", () => {
  test("a key is found however it is written", async () => {
    await fc.assert(
      fc.asyncProperty(noise, written, noise, async (before, { way, key, bytes }, after) => {
        const stop = apart(way);
        const hits = await foundAnywhere(Buffer.concat([before, stop, bytes, stop, after]));
        const place = before.length + stop.length;
        expect(hits).toMatchObject([{ text: key, encoding: way.encoding, confidence: "certain" }]);
        expect(hits[0]?.offset).toBeGreaterThanOrEqual(place);
        expect((hits[0]?.offset ?? 0) + (hits[0]?.length ?? 0)).toBeLessThanOrEqual(place + bytes.length);
      }),
      { numRuns: effort(100, 1500) },
    );
  });

  test("it is found the same however the bytes are cut into chunks", async () => {
    const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 700 }), fc.integer({ min: 5000, max: 40_000 })), {
      minLength: 1,
      maxLength: 5,
    });
    const parts = fc.array(
      fc.oneof(
        written,
        noise.map((bytes) => ({ bytes })),
      ),
      { maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(parts, sizes, async (parts, sizes) => {
        const bytes = Buffer.concat(parts.flatMap((part) => [part.bytes, Buffer.from("\n")]));
        expect(await foundAnywhere(bytes, sizes)).toEqual(await foundAnywhere(bytes));
      }),
      { numRuns: effort(40, 500) },
    );
  });

  test("it is found wherever the one cut is", async () => {
    const filler = Buffer.from("lorem, ".repeat(4000));
    for (const { write, encoding } of WAYS.filter((_, index) => index % 5 === 0)) {
      const { bytes, end } = write(mint(["user", 20, 20], 1));
      const all = Buffer.concat([filler, bytes, filler]);
      const whole = await foundAnywhere(all);
      expect(whole).toMatchObject([{ encoding }]);
      for (let cut = filler.length - 3; cut < filler.length + end + 3; cut += 7) {
        expect(await foundAnywhere(all, [cut, 1 << 20])).toEqual(whole);
      }
    }
  });
});

describe("nothing is found", () => {
  test("in random bytes, random base64 and random hex", async () => {
    const size = { minLength: 0, maxLength: 20_000 };
    const text = fc.oneof(
      fc.uint8Array(size).map((bytes) => Buffer.from(bytes)),
      fc.uint8Array(size).map((bytes) => Buffer.from(Buffer.from(bytes).toString("base64"))),
      fc.uint8Array(size).map((bytes) => Buffer.from(Buffer.from(bytes).toString("hex"))),
    );
    await fc.assert(
      fc.asyncProperty(text, async (bytes) => {
        const notes: unknown[] = [];
        expect(await foundAnywhere(bytes, [], { note: (note) => notes.push(note) })).toEqual([]);
        expect(notes).toEqual([]);
      }),
      { numRuns: effort(50, 500) },
    );
  });

  test("in what is made of pieces of needles", async () => {
    const halves = WAYS.map(({ write }) => write(mint(["user", 20, 20], 1)).bytes).map((bytes) => {
      const cut = Math.floor(bytes.length / 2);
      return [bytes.subarray(cut - 12, cut), bytes.subarray(cut, cut + 9)] as const;
    });
    // Two halves that meet again are a needle, and what is around them may be a key.
    const needles = new Set(halves.map((pair) => Buffer.concat(pair).toString("latin1")));
    const isWhole = (before: Buffer | undefined, part: Buffer) =>
      before !== undefined && needles.has(Buffer.concat([before, part]).toString("latin1"));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...halves.flat()), { maxLength: 60 }), async (parts) => {
        const bytes = Buffer.concat(parts);
        fc.pre(!bytes.includes(MARKER) && !parts.some((part, index) => isWhole(parts[index - 1], part)));
        expect(await foundAnywhere(bytes)).toEqual([]);
      }),
      { numRuns: effort(60, 500) },
    );
  });
});

describe("one key,", () => {
  const key = mint(["project", 58, 58], 7);

  test("in two encodings, is found in both", async () => {
    const text = `${key}\n${Buffer.from(key).toString("base64")}\n${Buffer.from(key).toString("hex")}\n`;
    expect(await foundAnywhere(text)).toMatchObject([
      { text: key, encoding: "plain" },
      { text: key, encoding: "base64" },
      { text: key, encoding: "hex" },
    ]);
  });

  test("in one place that can be read in two ways, is found once", async () => {
    const text = `"\\x${key.charCodeAt(0).toString(16)}${key.slice(1).replace("T3", "\\x543")}"`;
    expect(await foundAnywhere(text)).toMatchObject([{ text: key, encoding: "char-codes" }]);
  });
});
