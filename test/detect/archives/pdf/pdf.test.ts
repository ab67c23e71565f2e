import { deflateRawSync, deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFakeKey } from "../../../../src/sandbox/fake-keys.ts";
import { effort } from "../../../support/effort.ts";
import { openAll } from "../open-all.ts";
import { pdf, pdfPage } from "../pack.ts";

const key = createFakeKey("project", "page");
const [head, middle, tail] = [key.slice(0, 10), key.slice(10, 90), key.slice(90)];
const hex = (text: string) => Buffer.from(text, "latin1").toString("hex");
const FLATE = "/Filter /FlateDecode";

/** The text that a page shows, as it comes beside its instructions. */
async function shownBy(instructions: string): Promise<string> {
  const { members, unread } = await openAll(pdfPage(instructions), { size: 700 });
  expect(unread).toEqual([]);
  expect(members[0]).toEqual({ name: "(object 1)", text: instructions });
  expect(members.length).toBeLessThan(3);
  return members[1]?.text.trim() ?? "";
}

describe("a key on a page is whole in the page's text,", () => {
  test.each([
    ["in one string", `BT /F1 12 Tf 72 700 Td (${key}) Tj ET`],
    ["in pieces with distances", `BT [(${head})-12.5(${middle})30(${tail})] TJ ET`],
    ["in hexadecimal", `BT <${hex(key)}> Tj ET`],
    ["in hexadecimal pieces", `BT [<${hex(head)}>2<${hex(middle)} >-3<${hex(tail).toUpperCase()}>]TJ ET`],
    ["in strings that follow one another", `BT (${head}) Tj (${middle}) Tj /F2 9 Tf (${tail}) Tj ET`],
    ["with escapes", `BT (\\163\\153\\55${key.slice(3, 50)}\\\n${key.slice(50)}) Tj ET`],
    ["behind a small picture", `BI /W 4 /H 4 ID \x00(\x01\x02 ( EI \nBT (${key}) Tj ET`],
    ["behind a remark", `% (not shown\nBT (${key}) Tj ET`],
  ])("%s", async (_, instructions) => {
    expect(await shownBy(instructions)).toBe(key);
  });

  test("apart from what stands beside, above and below it", async () => {
    const text = await shownBy(
      `BT 9 700 Td (above) Tj 0 -12 Td [(Key:)-300(${head})5(${middle}${tail})-400(here)] TJ T* (below) Tj ET`,
    );
    expect(text).toBe(`above\nKey: ${key} here\nbelow`);
  });
});

describe("a stream is read", () => {
  const base85 = (bytes: Buffer): string => {
    let text = "";
    for (let at = 0; at < bytes.length; at += 4) {
      const group = Buffer.concat([bytes.subarray(at, at + 4), Buffer.alloc(4)]).readUInt32BE(0);
      const digits = [52_200_625, 614_125, 7225, 85, 1].map((unit) =>
        String.fromCharCode(33 + (Math.floor(group / unit) % 85)),
      );
      const count = Math.min(4, bytes.length - at);
      text += group === 0 && count === 4 ? "z" : digits.slice(0, count + 1).join("");
    }
    return `${text.replaceAll(/(.{60})/g, "$1\n")}~>`;
  };
  const text = `text of a stream ${"\0".repeat(21)}`.repeat(30);
  const packed = deflateSync(text);

  test.each([
    ["packed", FLATE, packed],
    ["packed, as a list", "/Filter [ /FlateDecode ]", packed],
    ["packed, by its short name", "/Filter/Fl", packed],
    ["packed, with an escaped name", "/Filter /Fl#61teDecode", packed],
    ["packed, as another object says", "/Filter 12 0 R", packed],
    ["packed, with a wrong checksum", FLATE, Buffer.concat([packed.subarray(0, -4), Buffer.alloc(4)])],
    ["in base 85", "/Filter /ASCII85Decode", base85(Buffer.from(text))],
    ["packed and in base 85", "/Filter [/ASCII85Decode /FlateDecode]", base85(packed)],
    ["packed, with a lie about its length", `${FLATE} /Length 7 /Other`, packed],
  ])("%s", async (_, dictionary, bytes) => {
    for (const size of [1, 13, 5000]) {
      const { members, unread } = await openAll(pdf([[dictionary, bytes]]), { size });
      expect({ members, unread }).toEqual({ members: [{ name: "(object 1)", text }], unread: [] });
    }
  });

  test("wherever it begins, far behind the start and however the PDF is cut", async () => {
    for (let far = 0; far < 40_000; far += 1237) {
      const bytes = pdf([
        ["/Other true", ""],
        [FLATE, packed],
      ]);
      const at = bytes.indexOf("2 0 obj");
      const filled = Buffer.concat([bytes.subarray(0, at), Buffer.alloc(far, "% filler\n"), bytes.subarray(at)]);
      for (const size of [999, 5000])
        expect((await openAll(filled, { size })).members).toEqual([{ name: "(object 2)", text }]);
    }
  });

  test("when it is a file that was attached, packed or not", async () => {
    const { members } = await openAll(
      pdf([
        ["/Type /EmbeddedFile", "one (1)"],
        [`/Type /EmbeddedFile ${FLATE}`, deflateSync("two (2)")],
      ]),
    );
    expect(members).toEqual([
      { name: "(object 1)", text: "one (1)\n" },
      { name: "(object 2)", text: "two (2)" },
    ]);
  });
});

describe("what cannot be read of a PDF is reported,", () => {
  const page = deflateSync(`BT (${key}) Tj ET`);

  test("and hides nothing that follows", async () => {
    const broken = Buffer.from(deflateSync("x".repeat(100) + Math.PI));
    broken.fill(0xff, 10);
    const { members, unread } = await openAll(
      pdf([
        [FLATE, broken],
        [FLATE, "no such thing"],
        ["/Filter /LZWDecode", "\x80\x0b"],
        ["/Filter /ASCIIHexDecode", "61>"],
        [`${FLATE} /DecodeParms << /Predictor 15 /Columns 4 >>`, page],
        [FLATE, page],
      ]),
    );
    expect(members.at(-1)?.text.trim()).toBe(key);
    expect(unread.toSorted()).toEqual([
      "2 parts of it are damaged or cut short",
      "3 parts of it are compressed with a method that is not supported",
    ]);
  });

  test("and a truncated stream is read as far as possible, whatever follows", async () => {
    const whole = deflateSync(`BT (${key}) Tj ET ${Array.from({ length: 999 }, (_, at) => at * at).join(" ")}`);
    const noise = Buffer.from(Uint8Array.from({ length: 9000 }, (_, at) => (at * at * 31) >> 5));
    for (let cut = 20; cut < 200; cut += 3) {
      const { members, unread } = await openAll(
        pdf([
          [FLATE, whole.subarray(0, -cut)],
          ["/Subtype /Image", noise],
        ]),
      );
      expect(members[1]?.text.trim()).toBe(key);
      expect(unread).toEqual(["a part of it is damaged or cut short"]);
    }
  });

  test("with a password where it has one", async () => {
    const noise = Buffer.from(deflateRawSync(page).map((byte) => byte ^ 0x5a));
    const { unread } = await openAll(
      pdf(
        [
          [FLATE, noise],
          [FLATE, noise],
        ],
        "/Root 1 0 R /Encrypt 9 0 R",
      ),
    );
    expect(unread).toEqual(["2 parts of it are locked with a password"]);
  });

  test.each([
    ["a photograph", "/Subtype /Image /Filter /DCTDecode", "\xff\xd8\xff"],
    ["a picture", "/Subtype/Image /Filter /FlateDecode", deflateSync("x".repeat(100))],
    ["a picture by a filter that is unknown", "/Subtype /Image /Filter /LZWDecode", "x"],
    ["a scan", "/Filter [/FlateDecode /CCITTFaxDecode]", "x"],
    ["a photograph whose filter stands elsewhere", "/Filter 7 0 R", Buffer.from("ffd8ffe0", "hex")],
    ["a font", "/Length1 99 /Filter /LZWDecode", "x"],
    ["a font of another kind", "/Subtype /Type1C /Filter /FlateDecode", deflateSync("x")],
    ["the table of its objects", "/Type /XRef /Filter /FlateDecode /Index [0 9]", deflateSync("x")],
  ])("but %s is not missed", async (_, dictionary, bytes) => {
    expect(await openAll(pdf([[dictionary, bytes]]))).toEqual({ members: [], unread: [], bytes: 0 });
  });
});

test("operators give the same text however they are cut", async () => {
  const part = fc.constantFrom(
    "(a\\)b)",
    "<6162>",
    "[",
    "]",
    "Tj",
    "TJ",
    "Td",
    " 0 ",
    " -400 ",
    "T*",
    "(",
    ")",
    "<<",
    ">>",
    "/Name",
    "/ID",
    "%x\n",
    "'",
    "BI ID",
    " EI ",
    "\\",
    "\n",
    "1 0 0 1 7 8 Tm",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 40 }), fc.integer({ min: 1, max: 30 }), async (parts, size) => {
      const page = pdf([["", parts.join(" ")]]);
      expect(await openAll(page, { size })).toEqual(await openAll(page));
    }),
    { numRuns: effort(100, 1000) },
  );
});
