import { createHash } from "node:crypto";
import { deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UnpackBudget } from "../../../../src/detect/archives/unpack-budget.ts";
import { createFakeKey } from "../../../../src/sandbox/fake-keys.ts";
import { effort } from "../../../support/effort.ts";
import { foundAnywhere } from "../../found.ts";
import { openAll } from "../open-all.ts";
import { tarOf } from "../pack.ts";

const [one, two] = [createFakeKey("project", "one"), createFakeKey("project", "two")];
const lines = (key: string) => {
  const all = Array.from({ length: 400 }, (_, at) => `line ${at} ${(at * at * 7919) % 100_003}`);
  return Buffer.from(all.toSpliced(200, 0, `OPENAI_API_KEY=${key}`).join("\n"));
};

const idOf = (content: Buffer) => createHash("sha1").update(`blob ${content.length}\0`).update(content).digest();

/** A size as deltas have it: seven bits a byte. */
function sizeOf(value: number): Buffer {
  const bytes: number[] = [];
  for (let left = value; ; left >>= 7) {
    if (left < 128) return Buffer.from([...bytes, left]);
    bytes.push((left & 127) | 128);
  }
}

/** The delta that keeps what both have at their beginning and their end, and inserts the rest. */
function deltaOf(base: Buffer, target: Buffer): Buffer {
  let [head, tail] = [0, 0];
  while (head < base.length && base[head] === target[head]) head += 1;
  while (tail < base.length - head && base[base.length - 1 - tail] === target[target.length - 1 - tail]) tail += 1;
  const copy = (start: number, length: number) =>
    length === 0 ? [] : [0xbf, ...[0, 8, 16, 24].map((bits) => (start >> bits) & 255), length & 255, length >> 8];
  const added = [...target.subarray(head, target.length - tail)];
  const inserts = Array.from({ length: Math.ceil(added.length / 100) }, (_, at) =>
    added.slice(100 * at, 100 * at + 100),
  );
  const steps = [
    ...copy(0, head),
    ...inserts.flatMap((part) => [part.length, ...part]),
    ...copy(base.length - tail, tail),
  ];
  return Buffer.concat([sizeOf(base.length), sizeOf(target.length), Buffer.from(steps)]);
}

type Entry = { content: Buffer; base?: number | Buffer };

/** A pack of blobs, and of deltas whose base is an earlier entry or told by its name. */
function packOf(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [Buffer.from("PACK\0\0\0\x02", "latin1"), Buffer.alloc(4)];
  parts[1]?.writeUInt32BE(entries.length);
  const places: number[] = [];
  for (const { content, base } of entries) {
    const at = parts.reduce((sum, part) => sum + part.length, 0);
    places.push(at);
    const type = base === undefined ? 3 : typeof base === "number" ? 6 : 7;
    const rest = content.length >> 4;
    const head = [(type << 4) | (content.length & 15) | (rest > 0 ? 128 : 0)];
    parts.push(Buffer.concat([Buffer.from(head), rest > 0 ? sizeOf(rest) : Buffer.alloc(0)]));
    if (typeof base === "number") parts.push(distanceOf(at - (places[base] ?? 0)));
    else if (base) parts.push(base);
    parts.push(deflateSync(content));
  }
  return Buffer.concat([...parts, Buffer.alloc(20)]);
}

function distanceOf(value: number): Buffer {
  const bytes = [value & 127];
  for (let left = value >> 7; left > 0; left >>= 7) {
    left -= 1;
    bytes.unshift((left & 127) | 128);
  }
  return Buffer.from(bytes);
}

const [first, second, third] = [lines(one), lines(two), lines("none")];
const chain = packOf([
  { content: third },
  { content: deltaOf(third, second), base: 0 },
  { content: deltaOf(second, first), base: 1 },
]);

async function look(bytes: Buffer) {
  const unread: string[] = [];
  const hits = await foundAnywhere(bytes, [900], {
    note: (note) => unread.push(note.kind === "unread" ? note.why : note.what),
  });
  return { found: hits.map(({ text, member }) => [text, member]), unread };
}

describe("a key in a pack of git is found, and told by the name of its object:", () => {
  const both = [
    [two, `(blob ${idOf(second).toString("hex")})`],
    [one, `(blob ${idOf(first).toString("hex")})`],
  ];

  test("in a delta of a delta", async () => {
    expect(await look(chain)).toEqual({ found: both, unread: [] });
  });

  test("in deltas that tell their base by its name, and come before it", async () => {
    const bytes = packOf([
      { content: deltaOf(second, first), base: idOf(second) },
      { content: deltaOf(third, second), base: idOf(third) },
      { content: third },
    ]);
    expect(await look(bytes)).toEqual({ found: both, unread: [] });
  });

  test("in a bundle", async () => {
    const head = `# v2 git bundle\n${"a".repeat(40)} refs/heads/main\n\n`;
    expect(await look(Buffer.concat([Buffer.from(head), chain]))).toEqual({ found: both, unread: [] });
  });

  test("in the packed archive of a folder with its .git", async () => {
    const bytes = gzipSync(await tarOf([{ name: ".git/objects/pack/pack-1.pack", content: chain }]));
    expect((await look(bytes)).found).toEqual(
      both.map(([key, name]) => [key, `(gzip) › .git/objects/pack/pack-1.pack › ${name}`]),
    );
  });

  test("in a loose object", async () => {
    const bytes = deflateSync(Buffer.concat([Buffer.from(`blob ${first.length}\0`), first]), { level: 1 });
    expect(await look(bytes)).toEqual({ found: [[one, "(git blob)"]], unread: [] });
  });
});

describe("of a pack of git it is told", () => {
  test("that it builds upon objects which it does not hold", async () => {
    const bytes = packOf([{ content: deltaOf(Buffer.from("x".repeat(90)), first), base: idOf(third) }]);
    expect(await look(bytes)).toEqual({
      found: [[one, "(delta)"]],
      unread: ["a part of it is stored as the difference from a commit that it does not hold"],
    });
  });

  test("that it is damaged, also within a delta", async () => {
    const cut = await look(chain.subarray(0, -120));
    expect(cut.unread).toEqual(["a part of it is damaged or cut short"]);
    const wrong = packOf([{ content: third }, { content: deltaOf(second, first), base: 0 }]);
    expect((await look(wrong)).unread).toEqual(["a part of it is damaged or cut short"]);
  });
});

test("whatever the bytes of a pack are, opening it ends and keeps to the budget", async () => {
  const change = fc.record({ at: fc.nat(chain.length - 1), put: fc.uint8Array({ minLength: 1, maxLength: 6 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 5 }), fc.nat(20_000), async (changes, bytes) => {
      const broken = Buffer.from(chain);
      for (const { at, put } of changes) broken.set(put.slice(0, broken.length - at), at);
      const result = await openAll(broken, { as: "git-pack", budget: new UnpackBudget({ bytes, depth: 1 }) });
      expect(result.bytes).toBeLessThanOrEqual(bytes);
    }),
    { numRuns: effort(50, 600) },
  );
});
