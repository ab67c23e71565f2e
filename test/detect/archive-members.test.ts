import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { detect } from "../../src/detect/detect.ts";
import type { DetectorNote } from "../../src/domain/candidate.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { zip } from "../support/zip.ts";
import { pdfPage, tarOf } from "./archives/pack.ts";
import { foundAnywhere } from "./found.ts";

const [one, two] = [createFakeKey("project", "one"), createFakeKey("user", "two")];
const env = `OPENAI_API_KEY=${one}\n`;
const base64 = (bytes: Buffer | string) => Buffer.from(bytes).toString("base64");

const archive = await tarOf([{ name: "x", content: env }]);

/** A text that does not pack well. */
const text = Array.from({ length: 9000 }, (_, index) => `line ${index} ${(index * index * 7919) % 100_003}\n`).join("");

describe("a key in a file of an archive is found, and told by the path there,", () => {
  test("in a tar archive, once, though it stands there as it is", async () => {
    const archive = await tarOf([
      { name: "app/.env", content: env },
      { name: "app/readme.md", content: text },
      { name: "app/key.txt", content: two },
    ]);
    const hits = await foundAnywhere(archive);
    expect(hits).toMatchObject([
      { text: one, member: "app/.env", encoding: "plain", confidence: "certain", offset: 512, length: env.length },
      { text: two, member: "app/key.txt", length: two.length },
    ]);
    expect(await foundAnywhere(archive, [700, 70, 7000])).toEqual(hits);
  });

  test("in a zip archive, packed and not", async () => {
    const archive = zip([
      { name: "a.txt", content: text + env },
      { name: "b/c.txt", content: two, method: "store" },
    ]);
    expect(await foundAnywhere(archive)).toMatchObject([
      { text: one, member: "a.txt" },
      { text: two, member: "b/c.txt" },
    ]);
  });

  test("in a packed tar archive, by both paths", async () => {
    const archive = gzipSync(await tarOf([{ name: "deep/.env", content: env }]));
    expect(await foundAnywhere(archive)).toMatchObject([{ text: one, member: "(gzip) › deep/.env", offset: 0 }]);
  });

  test("in an archive in an archive in an archive", async () => {
    const inner = zip([{ name: "inner.env", content: env }]);
    const archive = zip([{ name: "outer.zip", content: zip([{ name: "inner.zip", content: inner }]) }]);
    expect(await foundAnywhere(archive)).toMatchObject([{ text: one, member: "outer.zip › inner.zip › inner.env" }]);
  });

  test("however it is written there", async () => {
    const archive = zip([{ name: "secret.yaml", content: `key: ${base64(one)}\n` }]);
    expect(await foundAnywhere(archive)).toMatchObject([{ text: one, member: "secret.yaml", encoding: "base64" }]);
  });

  test.each([
    ["moves", "0 -12 Td", "0 -12 Td", "Tj"],
    ["quotes", "", "", "'"],
  ])("on a page of a PDF, over the ends of lines by %s", async (_, first, second, show) => {
    const page = `BT 9 700 Td (${one.slice(0, 60)}) Tj ${first} (${one.slice(60, 120)}) ${show} ${second} (${one.slice(120)}) ${show} ET`;
    expect(await foundAnywhere(pdfPage(page))).toMatchObject([
      { text: one, member: "(object 1)", encoding: "split", confidence: "certain" },
    ]);
  });

  test("once, however often it stands in that file, and once for each other file", async () => {
    const archive = await tarOf([
      { name: "a", content: env + env + env },
      { name: "b", content: env },
    ]);
    expect(await foundAnywhere(archive)).toMatchObject([{ member: "a" }, { member: "b" }]);
  });
});

describe("of an archive", () => {
  test("the bytes between the files are searched too", async () => {
    const archive = zip([{ name: "a.txt", content: text }], { comment: env });
    expect(await foundAnywhere(archive)).toMatchObject([{ text: one, member: null, encoding: "plain" }]);
    const named = await tarOf([{ name: `backup-of-${two}.txt`, content: "x" }]);
    expect(await foundAnywhere(named)).toMatchObject([{ text: two, member: null }]);
  });

  test("what cannot be unpacked is told once for each reason", async () => {
    const broken = gzipSync(text).subarray(0, 5000);
    const archive = await tarOf(["a.gz", "b.gz", "c.gz"].map((name) => ({ name, content: broken })));
    const notes: DetectorNote[] = [];
    expect(await foundAnywhere(archive, [], { note: (note) => notes.push(note) })).toEqual([]);
    expect(notes).toMatchObject([{ kind: "unread" }]);
  });

  test("files within files are opened to a depth, and no deeper", async () => {
    const nested = (depth: number) => {
      let bytes = Buffer.from(env);
      for (let level = 0; level < depth; level += 1) bytes = gzipSync(bytes) as Buffer<ArrayBuffer>;
      return bytes;
    };
    expect(await foundAnywhere(nested(8))).toMatchObject([{ text: one }]);
    const notes: DetectorNote[] = [];
    expect(await foundAnywhere(nested(9), [], { note: (note) => notes.push(note) })).toEqual([]);
    expect(notes).toMatchObject([{ kind: "unread" }]);
  });

  test("no more is read than is taken, and nothing is left running", async () => {
    let read = 0;
    let closed = false;
    const archive = await tarOf(
      Array.from({ length: 200 }, (_, index) => ({
        name: `${index}`,
        content: `${text}${createFakeKey("user", `${index}`)}`,
      })),
    );
    async function* chunks() {
      try {
        for (; read < archive.length; read += 8192) yield archive.subarray(read, read + 8192);
      } finally {
        closed = true;
      }
    }
    const hits = detect({ provenance: { kind: "stdin", name: "x" }, chunks: chunks() }, () => {})[
      Symbol.asyncIterator
    ]();
    await hits.next();
    expect(read).toBeLessThan(2 * text.length);
    await hits.return?.(undefined);
    expect(closed).toBe(true);
  });
});

describe("what is packed and then encoded is opened where it stands:", () => {
  const lines = (encoded: string, end: string) => encoded.match(/.{1,76}/g)?.join(end) ?? "";
  const packed = gzipSync(`${text}${env}${text}`);
  test.each([
    ["gzip in base64", base64(packed)],
    ["gzip in base64, in lines", lines(base64(packed), "\n  ")],
    ["gzip in base64, in lines that are escaped", lines(base64(packed), "\\n")],
    ["gzip in base64url", packed.toString("base64url")],
    ["a Helm release, which is base64 of that", base64(base64(packed))],
    ["a tar archive in gzip in base64", base64(gzipSync(archive))],
    ["a zip archive in base64", base64(zip([{ name: "x", content: env }]))],
    ["a Secret in a Helm release", base64(base64(gzipSync(`data:\n  key: ${base64(one)}\n`)))],
  ])("%s", async (_, encoded) => {
    const whole = `data:\n  release: ${encoded}\ntype: other\n`;
    const hits = await foundAnywhere(whole);
    const place = { offset: 17, length: encoded.replace(/=+$/, "").length };
    expect(hits).toMatchObject([{ text: one, encoding: "base64", member: null, confidence: "certain", ...place }]);
    for (const size of [900, 9000, 50_000]) expect(await foundAnywhere(whole, [size])).toEqual(hits);
  });

  test("and nothing is told of base64 that only begins like that", async () => {
    const notes: DetectorNote[] = [];
    const random = base64(Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 89 + (index >> 3)) % 256)));
    const beginning = base64(Buffer.from([0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 3])).slice(0, 12);
    const texts = [`${beginning}${random}`, `${beginning.slice(0, 4)}${random}`, `${beginning} and words`];
    expect(await foundAnywhere(texts.join("\n\n"), [], { note: (note) => notes.push(note) })).toEqual([]);
    expect(notes.length).toBeLessThanOrEqual(1);
  });
});

describe("keys of other vendors", () => {
  const stranger = ["sk-ant-api03", "Qm".repeat(40)].join("-");

  test("are no hits, and are told where that is asked for", async () => {
    const notes: DetectorNote[] = [];
    const text = `a: ${stranger}\nb: ${one}\n`;
    expect(await foundAnywhere(text, [], { note: (note) => notes.push(note) })).toMatchObject([{ text: one }]);
    expect(notes).toEqual([]);
    await foundAnywhere(text, [40], { otherVendors: true, note: (note) => notes.push(note) });
    expect(notes).toEqual([{ kind: "look-alike", what: "a key of Anthropic", silent: null, offset: 3 }]);
  });

  test("in a file of an archive are told where the file stands", async () => {
    const notes: DetectorNote[] = [];
    const archive = await tarOf([{ name: "a", content: `key: ${stranger}\n` }]);
    await foundAnywhere(archive, [], { otherVendors: true, note: (note) => notes.push(note) });
    expect(notes).toContainEqual({ kind: "look-alike", what: "a key of Anthropic", silent: null, offset: 512 });
  });
});

test("what looks like a key and was made up is no hit, and is told", async () => {
  const notes: DetectorNote[] = [];
  const text = one.replaceAll(/(?<=^sk-proj-).{58}/g, "x".repeat(58));
  expect(await foundAnywhere(`"${text}"`, [], { note: (note) => notes.push(note) })).toEqual([]);
  expect(notes).toMatchObject([{ kind: "look-alike", offset: 1 }]);
});
