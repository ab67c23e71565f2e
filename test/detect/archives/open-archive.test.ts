import { gzipSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMembers } from "../../../src/detect/archives/open-archive.ts";
import { UnpackBudget } from "../../../src/detect/archives/unpack-budget.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { effort } from "../../support/effort.ts";
import { zip } from "../../support/zip.ts";
import { AMPLE, inChunks, openAll, taken } from "./open-all.ts";
import { pdf, pdfPage, tarOf } from "./pack.ts";

const content = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.nat(400).map((count) => "all work and no play\n".repeat(count)),
  fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes)),
);
const name = fc.stringMatching(/^[\w.-]{1,30}(?:\/[\w.é-]{1,90}){0,3}$/).filter((one) => !one.includes(".."));
const files = fc.array(fc.record({ name, content }), { minLength: 1, maxLength: 6 });
const size = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 500, max: 5000 }));

const latin1 = (bytes: string | Buffer) => Buffer.from(bytes).toString("latin1");
const texts = (packed: readonly { name: string; content: string | Buffer }[]) =>
  packed.filter(({ content }) => content.length > 0).map(({ name, content }) => ({ name, text: latin1(content) }));

describe("what was packed is unpacked, however the bytes are cut:", () => {
  test("zip", async () => {
    const kinds = fc.record({
      method: fc.constantFrom("deflate", "store"),
      flags: fc.constantFrom(0x800, 0x808),
      zip64: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(files, fc.array(kinds, { minLength: 6, maxLength: 6 }), size, async (plain, odd, size) => {
        const packed = zip(
          plain.map((file, index) => ({ ...file, ...odd[index] }) as Parameters<typeof zip>[0][number]),
        );
        const { members, unread } = await openAll(packed, { size, as: "zip" });
        expect(unread).toEqual([]);
        expect(members.filter(({ text }) => text !== "")).toEqual(texts(plain));
      }),
      { numRuns: effort(25, 200) },
    );
  });

  test("tar", async () => {
    await fc.assert(
      fc.asyncProperty(files, size, async (plain, size) => {
        const { members, unread } = await openAll(await tarOf(plain), { size });
        expect({ members, unread }).toEqual({ members: texts(plain), unread: [] });
      }),
      { numRuns: effort(25, 200) },
    );
  });

  test.each([
    ["gzip", gzipSync],
    ["zstd", zstdCompressSync],
  ])("%s, in one part or several", async (kind, pack) => {
    await fc.assert(
      fc.asyncProperty(fc.array(content, { minLength: 1, maxLength: 4 }), size, async (parts, size) => {
        const packed = Buffer.concat(parts.map((part) => pack(Buffer.from(part))));
        const { members, unread } = await openAll(packed, { size });
        expect(members).toEqual([{ name: `(${kind})`, text: parts.map(latin1).join("") }]);
        expect(unread).toEqual([]);
      }),
      { numRuns: effort(20, 125) },
    );
  });
});

describe("whatever the bytes are, opening them ends, keeps to the budget and does not throw:", () => {
  const sources = {
    gzip: async () => Buffer.concat([gzipSync("hello ".repeat(500)), gzipSync("again ".repeat(3000))]),
    zstd: async () => zstdCompressSync("hello ".repeat(5000)),
    zip: async () =>
      zip([
        { name: "[Content_Types].xml", content: "<Types/>" },
        { name: "word/document.xml", content: "<w:p>text</w:p>".repeat(400), flags: 0x808 },
        { name: "c.bin", content: Buffer.alloc(5000, "stored"), method: "store", zip64: true },
      ]),
    tar: () =>
      tarOf([
        { name: "a.txt", content: "hello" },
        { name: "long/".repeat(40), content: "hello ".repeat(300) },
        { name: "é", content: "x" },
      ]),
    pdf: async () =>
      pdf([
        ["/Filter /ASCII85Decode", "87cURDZ~>"],
        ["/Filter [/FlateDecode]", gzipSync("wrong")],
        ["", "BT (a) Tj [(b) -300 (c)] TJ <6364> ' ET BI /W 1 ID \x01\x02 EI"],
      ]),
  } as const;

  test.each(Object.entries(sources))("%s", async (kind, source) => {
    const whole = await source();
    const place = fc.nat(whole.length - 1);
    const change = fc.oneof(
      fc.record({ at: place, put: fc.uint8Array({ minLength: 1, maxLength: 8 }) }),
      fc.record({
        at: place,
        put: fc.constantFrom(Buffer.alloc(8, 0xff), Buffer.alloc(8), Buffer.from([0x80, 0, 0, 0])),
      }),
    );
    const cut = fc.option(fc.tuple(place, place), { nil: null });
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 6 }),
        cut,
        fc.nat(20_000),
        size,
        async (changes, cut, bytes, size) => {
          let broken = Buffer.from(whole);
          for (const { at, put } of changes) broken.set(put.slice(0, broken.length - at), at);
          if (cut) broken = Buffer.concat([broken.subarray(0, cut[0]), broken.subarray(cut[1])]);
          if (broken.length === 0) return;
          const result = await openAll(broken, {
            size,
            as: kind as keyof typeof sources,
            budget: new UnpackBudget({ bytes, depth: 1 }),
          });
          // What is not packed is not unpacked: the files of a tar, and what follows the end of an archive.
          const asItIs = result.members.filter(({ name }) => kind === "tar" || name === "(behind the archive)");
          const read = asItIs.reduce((sum, { text }) => sum + text.length, 0);
          expect(read).toBeLessThanOrEqual(broken.length);
          expect(result.bytes - read).toBeLessThanOrEqual(bytes);
          for (const why of result.unread) expect(why).toMatch(/^[ -~]{1,120}$/);
        },
      ),
      { numRuns: effort(50, 500) },
    );
  });

  test.each(["gzip", "zip", "tar", "pdf", "zstd", "7-Zip"] as const)("%s, of noise", async (as) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2000 }), async (noise) => {
        await openAll(Buffer.from(noise), { as, size: 100 });
      }),
      { numRuns: effort(30, 200) },
    );
  });
});

describe("a zstd frame that holds less than it says is damaged, however it is cut:", () => {
  // The first block becomes an empty one, and the last.
  const frame = zstdCompressSync("hello ".repeat(5000));
  frame[7] = 1;

  test.each([1, 5, 10, 500])("into %i bytes", async (size) => {
    const { members, unread } = await openAll(frame, {
      size,
      as: "zstd",
      budget: new UnpackBudget({ bytes: 1, depth: 1 }),
    });
    expect(members).toEqual([{ name: "(zstd)", text: "" }]);
    expect(unread).toEqual(["a part of it is damaged or cut short"]);
  });
});

describe("the reader sets the pace:", () => {
  const noise = Buffer.from(Uint8Array.from({ length: 4_000_000 }, (_, at) => (at * at * 31) >> 7));

  /** Chunks that count how many were taken, and know whether they were let go. */
  function watched(bytes: Buffer, size = 10_000) {
    const seen = { taken: 0, isClosed: false };
    async function* chunks() {
      try {
        for await (const chunk of inChunks(bytes, size)) {
          seen.taken += 1;
          yield chunk;
        }
      } finally {
        seen.isClosed = true;
      }
    }
    return { seen, chunks: chunks() };
  }

  test.each([
    ["gzip", async () => gzipSync(noise)],
    ["tar", async () => tarOf([{ name: "a", content: noise }])],
    ["pdf", async () => pdf([["/EmbeddedFile", noise]])],
  ] as const)("a %s is not read on before its members are", async (kind, source) => {
    const { seen, chunks } = watched(await source());
    for await (const member of readMembers(kind, chunks, new UnpackBudget(AMPLE), () => {})) {
      for await (const _ of member.chunks) {
        expect(seen.taken).toBeLessThan(30);
        break;
      }
      break;
    }
    expect(seen).toMatchObject({ isClosed: true });
    expect(seen.taken).toBeLessThan(30);
  });

  test.each([
    ["gzip", async () => gzipSync("a".repeat(100_000))],
    ["zip", async () => zip([{ name: "a", content: "aaa" }])],
    ["tar", async () => tarOf([{ name: "a", content: "aaa" }])],
    ["pdf", async () => pdfPage("(a) Tj")],
    ["RAR", async () => Buffer.alloc(100_000)],
  ] as const)("all of a %s is taken, also when nobody reads its members or it is given up", async (kind, source) => {
    const bytes = Buffer.concat([await source(), Buffer.alloc(50_000)]);
    for (const limits of [AMPLE, { ...AMPLE, bytes: 0 }, { ...AMPLE, bytes: 2 }, { ...AMPLE, depth: 0 }]) {
      const { seen, chunks } = watched(bytes, 1000);
      for await (const _ of readMembers(kind, chunks, new UnpackBudget(limits), () => {}));
      expect(seen).toEqual({ taken: Math.ceil(bytes.length / 1000), isClosed: true });
    }
  });

  test("a member that is read too late is empty, and takes nothing from the others", async () => {
    const names = ["a", "b", "c"];
    const bytes = await tarOf(names.map((name) => ({ name, content: name.repeat(2000) })));
    let late: AsyncIterable<Uint8Array> | null = null;
    const texts: string[] = [];
    for await (const { chunks } of readMembers("tar", inChunks(bytes, 100), new UnpackBudget(AMPLE), () => {})) {
      if (late) expect(await taken(late)).toEqual([]);
      else late = chunks;
      if (late !== chunks) texts.push(Buffer.concat(await taken(chunks)).toString());
    }
    expect(texts).toEqual(["b", "c"].map((name) => name.repeat(2000)));
  });

  test("a member that is not read to its end loses nothing of what follows", async () => {
    const key = createFakeKey("project", "early");
    const warnings = Array.from({ length: 20_000 }, (_, at) => `% ${at * at}\n`).join("");
    const page = `BT (first) Tj ET ${warnings} BT (${key}) Tj ET`;
    const unread: string[] = [];
    const texts: string[] = [];
    for await (const { chunks } of readMembers("pdf", inChunks(pdfPage(page), 1000), new UnpackBudget(AMPLE), (why) =>
      unread.push(why),
    )) {
      for await (const chunk of chunks) {
        texts.push(Buffer.from(chunk).toString());
        break;
      }
    }
    expect(texts).toHaveLength(2);
    expect(page.startsWith(texts[0] ?? "?")).toBe(true);
    expect(texts[1]).toContain(key);
    expect(unread).toEqual([]);
  });

  test("an error of the source reaches the reader", async () => {
    async function* failing() {
      yield gzipSync("hello").subarray(0, 12);
      throw new Error("the disk is gone");
    }
    await expect(taken(readMembers("gzip", failing(), new UnpackBudget(AMPLE), () => {}))).rejects.toThrow(
      "the disk is gone",
    );
  });
});

describe("what is not opened is reported, without any text of it:", () => {
  test.each(["bzip2", "xz", "7-Zip", "RAR"] as const)("%s, which nothing here unpacks", async (as) => {
    const { unread } = await openAll(Buffer.alloc(2000), { as });
    expect(unread).toEqual([`this format is not supported (${as})`]);
  });

  test("an archive in an archive, when it is too deep", async () => {
    const { members, unread } = await openAll(gzipSync("hello"), {
      budget: new UnpackBudget({ bytes: 1000, depth: 0 }),
    });
    expect(members).toEqual([]);
    expect(unread).toEqual(["an archive in it is nested too deeply"]);
  });

  test("a name that is a key", async () => {
    const key = createFakeKey("project", "name");
    const bytes = zip([
      { name: key, content: "locked", flags: 0x801, lie: { checksum: 9 } },
      { name: `../../${key}`, content: "odd", method: 12 },
      { name: `\u001b[31m${key}\n::error::`, content: "broken", lie: { checksum: 7 } },
    ]);
    const { members, unread } = await openAll(bytes);
    expect(members.map(({ text }) => text)).toEqual(["broken"]);
    expect(unread).toHaveLength(3);
    expect(unread.join()).not.toContain(key.slice(0, 12));
  });
});

describe("depth is given back", () => {
  test("when an archive is closed, and when its reader stops early", async () => {
    const budget = new UnpackBudget({ bytes: 1000, depth: 2 });
    for await (const _ of readMembers("gzip", inChunks(gzipSync("hello"), 5), budget, () => {})) {
      expect(budget.depth).toBe(1);
      break;
    }
    expect(budget.depth).toBe(2);
    await openAll(gzipSync("hello"), { budget });
    expect(budget).toMatchObject({ bytes: 995, depth: 2 });
  });
});
