import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { identifyArchive, readMembers } from "../../../src/detect/archives/open-archive.ts";
import { UnpackBudget } from "../../../src/detect/archives/unpack-budget.ts";
import { zip } from "../../support/zip.ts";
import { AMPLE, inChunks, openAll, taken } from "./open-all.ts";
import { padded, pdf, tarHeader, tarOf } from "./pack.ts";

const MIB = 1024 * 1024;

/** How many bytes come out, without keeping them. */
async function countBytes(
  bytes: Buffer,
  budget: UnpackBudget = new UnpackBudget(AMPLE),
): Promise<{ bytes: number; unread: readonly string[] }> {
  const unread: string[] = [];
  let count = 0;
  for await (const { chunks } of readMembers(identifyArchive(bytes) ?? "zip", inChunks(bytes, 65_536), budget, (why) =>
    unread.push(why),
  )) {
    for await (const chunk of chunks) count += chunk.length;
  }
  return { bytes: count, unread };
}

/** Opens whatever is a container, to the bottom, with one budget. */
async function openDeep(
  bytes: Buffer,
  budget: UnpackBudget,
  unread: string[] = [],
): Promise<{ texts: string[]; unread: string[] }> {
  const kind = identifyArchive(bytes);
  if (!kind) return { texts: [bytes.toString()], unread };
  const texts: string[] = [];
  for await (const { chunks } of readMembers(kind, inChunks(bytes, 1000), budget, (why) => unread.push(why))) {
    texts.push(...(await openDeep(Buffer.concat(await taken(chunks)), budget, unread)).texts);
  }
  return { texts, unread };
}

describe("a bomb", () => {
  const zeros = Buffer.alloc(80 * MIB);

  test.each([
    ["gzip", gzipSync(zeros)],
    ["zip", zip([{ name: "zeros", content: zeros }])],
    ["PDF", pdf([["/EmbeddedFile /Filter /FlateDecode", deflateSync(zeros)]])],
  ])("that is a %s is unpacked up to the bytes that every archive may have", async (_, bomb) => {
    const { bytes, unread } = await countBytes(bomb);
    expect(bytes).toBe(32 * MIB);
    expect(unread).toEqual(["it unpacks to more than 200 times its size"]);
  });

  test("whose files all share the same compressed bytes has these counted once", async () => {
    const [kernel] = [{ name: "kernel", content: Buffer.alloc(4 * MIB) }];
    const size = 4 * MIB;
    const others = Array.from({ length: 500 }, (_, index) => {
      return { name: `${index}`, content: "", method: 8, lie: { at: 0, size: 4100, unpacked: size } };
    });
    const { bytes, unread } = await countBytes(zip([kernel, ...others]));
    expect(bytes).toBe(32 * MIB);
    expect(unread).toContain("it unpacks to more than 200 times its size");
  });

  test("is told apart from a log that compresses well", async () => {
    const line = (at: number) => `2026-11-21T10:${at % 60}:00Z INFO request ${at % 977} served in ${at % 31} ms\n`;
    const hour = Buffer.from(Array.from({ length: 3600 }, (_, at) => line(at)).join(""));
    const log = Buffer.concat(Array.from({ length: 200 }, () => hour));
    const packed = gzipSync(log);
    expect(log.length).toBeGreaterThan(36 * MIB);
    expect(await countBytes(packed)).toEqual({ bytes: log.length, unread: [] });
  });
});

describe("the budget", () => {
  test.each([
    ["gzip", async () => gzipSync("a".repeat(5000))],
    ["zip", async () => zip(["a", "b", "c"].map((name) => ({ name, content: name.repeat(2000) })))],
    [
      "stored zip",
      async () => zip(["a", "b", "c"].map((name) => ({ name, content: name.repeat(2000), method: "store" as const }))),
    ],
    ["PDF", async () => pdf([["/Filter /FlateDecode", deflateSync("a".repeat(5000))]])],
  ])("bounds what is unpacked of a %s, and loses none of it", async (_, source) => {
    const budget = new UnpackBudget({ bytes: 3000, depth: 1 });
    const { bytes, unread } = await countBytes(await source(), budget);
    expect(bytes).toBe(3000);
    expect(budget.bytes).toBe(0);
    expect(unread).toEqual(["it unpacks to more than is searched of one file"]);
  });

  test("is not spent where nothing is compressed, as in a tar archive", async () => {
    const budget = new UnpackBudget({ bytes: 10, depth: 1 });
    expect(await countBytes(await tarOf([{ name: "a", content: "a".repeat(5000) }]), budget)).toEqual({
      bytes: 5000,
      unread: [],
    });
    expect(budget.bytes).toBe(10);
  });

  test("is shared by nested archives", async () => {
    const inner = gzipSync("a".repeat(4000));
    const both = zip([
      { name: "1.gz", content: inner },
      { name: "2.gz", content: inner },
    ]);
    const budget = new UnpackBudget({ bytes: 6000, depth: 3 });
    const { texts, unread } = await openDeep(both, budget);
    expect(texts.join("").length).toBeLessThan(6000);
    expect(unread).not.toEqual([]);
    expect(budget.bytes).toBe(0);
  });
});

describe("depth", () => {
  test.each([
    [5, ["treasure"], []],
    [4, [], ["an archive in it is nested too deeply"]],
  ])("%i opens that many nested archives", async (depth, found, missed) => {
    let nested: Buffer = Buffer.from("treasure");
    for (let level = 0; level < 5; level += 1) {
      nested = level % 2 === 0 ? gzipSync(nested) : zip([{ name: "inner", content: nested }]);
    }
    const { texts, unread } = await openDeep(nested, new UnpackBudget({ bytes: MIB, depth }));
    expect(texts).toEqual(found);
    expect(unread).toEqual(missed);
  });
});

describe("memory", () => {
  test("a zip that is too large to be buffered is not opened, and is reported", async () => {
    const bytes = zip([{ name: "a", content: "a".repeat(1000), method: "store" }]);
    const budget = new UnpackBudget({ ...AMPLE, buffered: 500 });
    expect(await openAll(bytes, { budget })).toEqual({
      members: [],
      unread: ["it is too large to unpack in memory"],
      bytes: 0,
    });
    expect(budget.buffered).toBe(500);
  });

  test("nested zips share the memory for buffering, and give it back", async () => {
    const noise = Buffer.from(Uint8Array.from({ length: 5000 }, (_, at) => (at * at * 31) >> 3));
    const inner = zip([
      { name: "noise", content: noise },
      { name: "a", content: "inner" },
    ]);
    const outer = zip([{ name: "inner.zip", content: inner, method: "store" }]);
    const enough = new UnpackBudget({ ...AMPLE, buffered: outer.length + inner.length });
    expect((await openDeep(outer, enough)).texts).toContain("inner");
    expect(enough.buffered).toBe(outer.length + inner.length);
    const tooLittle = new UnpackBudget({ ...AMPLE, buffered: outer.length + inner.length - 1 });
    expect(await openDeep(outer, tooLittle)).toEqual({ texts: [], unread: [expect.stringContaining("too large")] });
    expect(tooLittle.buffered).toBe(outer.length + inner.length - 1);
  });
});

describe("an archive of very many files", () => {
  test("is read up to the fifty thousandth", async () => {
    const one = Buffer.concat([tarHeader({ size: 1 }), padded("a")]);
    const bytes = Buffer.concat(Array.from({ length: 50_010 }, () => one));
    const result = await countBytes(bytes);
    expect(result).toEqual({
      bytes: 50_000,
      unread: ["it has more files than are searched of one archive"],
    });
  });

  test("says in one line how many of them are locked", async () => {
    const bytes = zip(
      Array.from({ length: 300 }, (_, at) => ({ name: `${at}`, content: "x", flags: 1, lie: { checksum: 9 } })),
    );
    expect(await countBytes(bytes)).toEqual({ bytes: 0, unread: ["300 parts of it are locked with a password"] });
  });
});
