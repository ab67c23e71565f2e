import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extractMarkupText } from "../../../../src/detect/archives/zip/markup-text.ts";
import { createFakeKey } from "../../../../src/sandbox/fake-keys.ts";
import { zip } from "../../../support/zip.ts";
import { inChunks, openAll, taken } from "../open-all.ts";

async function textOf(markup: string, size = 1000): Promise<string> {
  const parts = await taken(extractMarkupText(inChunks(Buffer.from(markup), size)));
  expect(parts.every(({ length }) => length > 0)).toBe(true);
  return Buffer.concat(parts).toString();
}

const key = createFakeKey("project", "document");
const [head, middle, tail] = [key.slice(0, 3), key.slice(3, 40), key.slice(40)];

describe("a key that a program cut into several runs is whole in the document's text:", () => {
  const types = { name: "[Content_Types].xml", content: "<Types/>" };
  test.each([
    [
      "a .docx",
      [
        types,
        {
          name: "word/document.xml",
          content: `<w:p><w:r><w:t>${head}</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${middle}</w:t></w:r><w:bookmarkStart w:id="0"/><w:r><w:t>${tail}</w:t></w:r></w:p><w:p><w:t>next</w:t></w:p>`,
        },
      ],
    ],
    [
      "an .xlsx",
      [
        types,
        {
          name: "xl/sharedStrings.xml",
          content: `<sst><si><r><t>${head}</t></r><r><rPr><b/></rPr><t>${middle}</t></r><r><t>${tail}</t></r></si><si><t>next</t></si></sst>`,
        },
      ],
    ],
    [
      "a .pptx",
      [
        types,
        {
          name: "ppt/slides/slide1.xml",
          content: `<a:p><a:r><a:t>${head}</a:t></a:r><a:r><a:rPr b="1"/><a:t>${middle}</a:t></a:r><a:r><a:t>${tail}</a:t></a:r></a:p><a:p><a:r><a:t>next</a:t></a:r></a:p>`,
        },
      ],
    ],
    [
      "an .odt",
      [
        { name: "mimetype", content: "application/vnd.oasis.opendocument.text", method: "store" as const },
        {
          name: "content.xml",
          content: `<text:p>${head}<text:span text:style-name="T1">${middle}</text:span>${tail}</text:p><text:p>next</text:p>`,
        },
      ],
    ],
    [
      "an .epub",
      [
        { name: "mimetype", content: "application/epub+zip", method: "store" as const },
        { name: "OEBPS/ch1.xhtml", content: `<p>${head}<b>${middle}</b>${tail}</p><p>next</p>` },
      ],
    ],
  ])("%s", async (_, files) => {
    const { members, unread } = await openAll(zip(files));
    const name = files[1]?.name;
    const texts = members.filter((member) => member.name === name).map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts[0]).toContain(files[1]?.content);
    expect(texts[1]?.split(/\n+/).filter(Boolean)).toEqual([key, "next"]);
    expect(unread).toEqual([]);
  });

  test("but not in a zip that is no document", async () => {
    const { members } = await openAll(zip([{ name: "page.xml", content: "<p>a</p>" }]));
    expect(members).toEqual([{ name: "page.xml", text: "<p>a</p>" }]);
  });
});

describe("the text of markup", () => {
  test.each([
    ["<w:p>a</w:p><w:p>b</w:p>", "\na\n\nb\n"],
    ["a<w:br/>b<w:tab/>c<BR>d", "a\nb\nc\nd"],
    ["<c r='A1'><v>1</v></c><c><v>2</v></c>", "\n\n1\n\n\n\n2\n\n"],
    ["<w:pPr><w:pStyle/></w:pPr>a", "a"],
    ["a<!-- no -->b<?xml version='1'?>c", "abc"],
    ["a < b", "a "],
    ["a<w:noBreakHyphen/>b<w:softHyphen/>c", "a-bc"],
    ["no markup", "no markup"],
  ])("of %s", async (markup, text) => {
    expect(await textOf(markup)).toBe(text);
  });

  test("is the same however the markup is cut", async () => {
    const part = fc.constantFrom(
      "<w:p>",
      "</w:p>",
      "<w:t a='b'>",
      "text",
      "<",
      ">",
      "</",
      "<br/>",
      `<${"x".repeat(90)}>`,
      "\n",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 30 }), fc.integer({ min: 1, max: 20 }), async (parts, size) => {
        const markup = parts.join("");
        expect(await textOf(markup, size)).toBe(await textOf(markup, 10_000));
      }),
      { numRuns: 200 },
    );
  });
});
