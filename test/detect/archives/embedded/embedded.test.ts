import { crc32, deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFakeKey } from "../../../../src/sandbox/fake-keys.ts";
import { effort } from "../../../support/effort.ts";
import { zip } from "../../../support/zip.ts";
import { foundAnywhere } from "../../found.ts";
import { pdfPage, tarOf } from "../pack.ts";

const key = createFakeKey("project", "embedded");
const env = `OPENAI_API_KEY=${key}\n`;
const noise = (length: number, seed = 1) =>
  Buffer.from(Uint8Array.from({ length }, (_, at) => ((at + seed) * (at + 7) * 31) >> 3));

const script = `#!/bin/bash\n${"echo a line of the script that starts it\n".repeat(100)}exit 0\n`;
const jar = zip([
  { name: "META-INF/MANIFEST.MF", content: "Manifest-Version: 1.0\n" },
  { name: "application.properties", content: `${"x".repeat(300)}${env}` },
]);
const chunk = (type: string, data: Buffer) => {
  const bytes = Buffer.concat([Buffer.alloc(4), Buffer.from(type), data, Buffer.alloc(4)]);
  bytes.writeUInt32BE(data.length, 0);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), bytes.length - 4);
  return bytes;
};
const png = (...chunks: readonly Buffer[]) =>
  Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", Buffer.alloc(13)),
    ...chunks,
    chunk("IDAT", deflateSync(noise(3000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
const lead = (bytes: Buffer) => Buffer.concat([Buffer.from("Cr24\x03\0\0\0\x40\0\0\0", "latin1"), noise(64), bytes]);

/** What is found in these bytes: where, and what could not be read. */
async function look(bytes: Buffer, size = 700) {
  const unread: string[] = [];
  const hits = await foundAnywhere(bytes, [size], {
    note: (note) => unread.push(note.kind === "unread" ? note.why : note.what),
  });
  expect(hits.every(({ text }) => text === key)).toBe(true);
  return { members: hits.map(({ member }) => member), unread };
}

describe("an archive is opened that stands", () => {
  test.each([
    [
      "behind a script, its places not counted from there",
      Buffer.concat([Buffer.from(script), jar]),
      "application.properties",
    ],
    ["behind a script, its places counted from its start", zip([{ name: "a", content: env }], { prefix: script }), "a"],
    [
      "behind a program that unpacks itself",
      Buffer.concat([Buffer.from("MZ"), noise(9000), jar]),
      "application.properties",
    ],
    ["in an extension of Chrome", lead(jar), "application.properties"],
    ["behind a picture", Buffer.concat([png(), jar]), "application.properties"],
    ["behind a PDF", Buffer.concat([pdfPage("(page) Tj"), jar]), "application.properties"],
    ["with sizes of zip64", Buffer.concat([noise(100), zip([{ name: "a", content: env, zip64: true }])]), "a"],
    [
      "without its list",
      Buffer.concat([noise(100), jar.subarray(0, jar.indexOf(Buffer.from("PK\x01\x02")))]),
      "application.properties",
    ],
    ["before other bytes", Buffer.concat([noise(100), jar, noise(3000)]), "application.properties"],
    [
      "as text of a picture",
      png(chunk("zTXt", Buffer.concat([Buffer.from("mxGraphModel\0\0"), deflateSync(env)]))),
      "(text of a PNG)",
    ],
    [
      "as Unicode text of a picture",
      png(chunk("iTXt", Buffer.concat([Buffer.from("note\0\x01\0en\0note\0"), deflateSync(env)]))),
      "(text of a PNG)",
    ],
    ["as gzip within a program", Buffer.concat([noise(5000), gzipSync(env), noise(5000, 3)]), "(gzip)"],
  ])("%s", async (_, bytes, member) => {
    for (const size of [700, 100_000]) expect(await look(bytes, size)).toEqual({ members: [member], unread: [] });
  });

  test("as a packed tar archive behind a script", async () => {
    const bytes = Buffer.concat([Buffer.from(script), gzipSync(await tarOf([{ name: "app/.env", content: env }]))]);
    expect(await look(bytes)).toEqual({ members: ["(gzip) › app/.env"], unread: [] });
  });

  test("once where a file is stored as it is, and tells its name", async () => {
    const bytes = Buffer.concat([Buffer.from(script), zip([{ name: "a", content: env, method: "store" }])]);
    expect(await look(bytes)).toEqual({ members: ["a"], unread: [] });
  });
});

describe("what only looks like an archive within other bytes is no gap:", () => {
  test.each([
    [
      "the magic in a program that reads zip archives",
      Buffer.concat([noise(99), Buffer.from("PK\x03\x04"), noise(999), Buffer.from("PK\x05\x06"), noise(99)]),
    ],
    [
      "the header that a program writes before gzip",
      Buffer.concat([noise(99), Buffer.from("1f8b0800000000000003", "hex"), noise(9000)]),
    ],
    [
      "the magic of formats that are not opened",
      Buffer.concat(
        ["377abcaf271c", "526172211a0700", "fd377a585a00", "4d53434600000000", "68737173"].map((digits) =>
          Buffer.concat([noise(90), Buffer.from(digits, "hex"), noise(90)]),
        ),
      ),
    ],
    ["names of chunks in a library for PNG", Buffer.from("tEXt\0zTXt\0iTXt\0sPLT\0".repeat(20))],
  ])("%s", async (_, bytes) => {
    expect(await look(bytes)).toEqual({ members: [], unread: [] });
  });

  test("any bytes", async () => {
    const starts = fc.constantFrom("504b0304140000000800", "1f8b0800000000000003", "7a54587461000078", "504b0506");
    const bytes = fc.array(fc.tuple(starts, fc.uint8Array({ maxLength: 200 })), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(bytes, async (parts) => {
        const all = parts.flatMap(([start, rest]) => [
          Buffer.from("00000099", "hex"),
          Buffer.from(start, "hex"),
          Buffer.from(rest),
        ]);
        expect((await look(Buffer.concat([Buffer.from("x"), ...all]))).members).toEqual([]);
      }),
      { numRuns: effort(30, 400) },
    );
  });
});

test.each([
  ["7-Zip", "377abcaf271c0004aabbccdd20000000000000002000000000000000aabbccdd"],
  ["RAR", "526172211a0700cf907300000d00000000000000"],
  ["RAR", "526172211a0701003392b5e50a010506"],
  ["xz", "0afd377a585a000004e6d6b4460200210116000000"],
  ["bzip2", "425a6839314159265359aabbccdd"],
  ["a Windows cabinet", "4d5343460000000000100000000000002c000000000000000301010001000000"],
])("%s behind a program is named, for it cannot be opened", async (format, digits) => {
  const bytes = Buffer.concat([Buffer.from("MZ"), noise(900), Buffer.from(digits, "hex"), noise(900)]);
  expect(await look(bytes)).toEqual({
    members: [],
    unread: [`this format is not supported (${format})`],
  });
});

test("beginnings without end are given up, and told", async () => {
  const header = Buffer.from("1f8b08000000000000030000ff", "hex");
  const bytes = Buffer.concat([Buffer.from("x"), ...Array.from({ length: 2500 }, () => header)]);
  const many = "it has more files than are searched of one archive";
  expect(await look(bytes, 65_536)).toEqual({ members: [], unread: [many] });
});
