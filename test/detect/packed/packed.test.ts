import { deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { effort } from "../../support/effort.ts";
import { foundAnywhere } from "../found.ts";

const key = createFakeKey("project", "packed");
const filler = Array.from({ length: 30 }, (_, at) => `# ${(at * at * 7919) % 1009} line`).join("\n");
const text = `#cloud-config\nwrite_files:\n- content: OPENAI_API_KEY=${key}\n${filler}\n`;
const [gzip, zlib] = [gzipSync(text), deflateSync(text)];
const base64 = (bytes: Buffer | string) => Buffer.from(bytes).toString("base64");
const [packed, other] = [base64(gzip), base64(zlib)];
const cut = (whole: string, width: number) => whole.match(new RegExp(`.{1,${width}}`, "g")) ?? [];
const [lines, wide] = [cut(packed, 60), cut(packed, 76)];
const percent = (whole: string) => encodeURIComponent(whole);
const diagram = base64(deflateRawSync(encodeURIComponent(`<mxGraphModel><mxCell value="${key}"/></mxGraphModel>`)));
const bytes = (one: (byte: number) => string, separator: string) => Array.from(gzip, one).join(separator);
const hex = (byte: number) => byte.toString(16).padStart(2, "0");
const parts = Array.from({ length: Math.ceil(gzip.length / 100) }, (_, at) =>
  base64(gzip.subarray(100 * at, 100 * at + 100)),
);

/** Whether the key, and nothing else, is found in this text however it comes. */
async function isFoundIn(written: string): Promise<boolean> {
  const found = await Promise.all([[], [700], [5000]].map((sizes) => foundAnywhere(written, sizes)));
  return found.every((hits) => hits.length === 1 && hits[0]?.text === key && hits[0].confidence === "certain");
}

describe("a key is found that is packed and then written as", () => {
  test.each([
    ["base64 of zlib", `payload: "${other}"`],
    ...[1, 4, 9].map((level) => [
      `base64 of zlib, level ${level}`,
      JSON.stringify({ p: base64(deflateSync(text, { level })) }),
    ]),
    ["base64 of zlib, twice", `x: ${base64(other)}`],
    ["base64url in the link to a diagram", `https://mermaid.live/edit#pako:${zlib.toString("base64url")}`],
    ["base64url in a path", `https://kroki.io/plantuml/svg/${zlib.toString("base64url")}`],
    ["a diagram of draw.io", `<mxfile host="app"><diagram id="a" name="Page-1">${diagram}</diagram></mxfile>`],
    [
      "a diagram in a picture",
      `<svg content="&lt;mxfile&gt;&lt;diagram name=&quot;P&quot;&gt;${diagram}&lt;/diagram&gt;"/>`,
    ],
    ["a diagram in a URL", `#R%3Cmxfile%3E%3Cdiagram%20name%3D%22P%22%3E${percent(diagram)}%3C%2Fdiagram%3E`],
    ["hex", `x'${gzip.toString("hex")}'`],
    ["hex, in lines of capitals", cut(gzip.toString("hex").toUpperCase(), 64).join("\n")],
    ...[1, 4, 6, 9].map((level) => [`hex of zlib, level ${level}`, deflateSync(text, { level }).toString("hex")]),
    ["hex of zlib, with a prefix", `data = 0x${zlib.toString("hex")};`],
    ["hex of zlib, in capitals", `{"d":"${zlib.toString("hex").toUpperCase()}"}`],
    ["hex of zlib, in lines", cut(zlib.toString("hex"), 64).join("\n")],
    [
      "numbers, as xxd writes them",
      `unsigned char d[] = {\n  ${cut(
        bytes((byte) => `0x${hex(byte)}`, ", "),
        72,
      ).join("\n  ")}\n};`,
    ],
    ["escapes, as go-bindata writes them", `var _d = []byte("${bytes((byte) => `\\x${hex(byte)}`, "")}")`],
    ["a buffer of Node", JSON.stringify(gzip)],
    ["bytes of Java", `byte[] d = {${[...new Int8Array(gzip)].join(", ")}};`],
  ])("%s", async (_, written = "") => {
    expect(await isFoundIn(written)).toBe(true);
  });
});

describe("a key is found that is packed, in base64, and in pieces:", () => {
  test.each([
    ["literals one below the other", `DATA = (\n${lines.map((line) => `    "${line}"\n`).join("")})\n`],
    [
      "literals of zlib",
      `DATA = (\n${cut(other, 60)
        .map((line) => `    b'${line}'\n`)
        .join("")})\n`,
    ],
    ["joined by a plus behind them", `const d = ${lines.map((line) => `'${line}'`).join(" +\n  ")};`],
    ["joined by a plus before them", `const d = ${lines.map((line) => `"${line}"`).join("\n  + ")};`],
    ["a list", JSON.stringify({ lines: wide }, null, 2)],
    ["a list of lines", JSON.stringify(wide.map((line) => `${line}\n`))],
    [
      "a list that is joined, in Terraform",
      `d = join("", [\n${lines.map((line) => `    "${line}",\n`).join("")}  ])\n`,
    ],
    ["a string with line ends", JSON.stringify({ d: wide.join("\r\n") })],
    ["a block of YAML", `content: !!binary |\n${wide.map((line) => `      ${line}`).join("\r\n")}\npath: /x\n`],
    ["a list of YAML", `parts:\n${lines.map((line) => `  - ${line}`).join("\n")}\n`],
    ["a heredoc", `base64 -d <<EOF | gunzip\n${wide.join("\n")}\nEOF\n`],
    ["continued lines", `D=${lines.join("\\\n")}\n`],
    ["appended in a shell", `D="${lines.join('"\nD+="')}"\n`],
    ["appended without quotes", `D=${lines.join("\nD+=")}\n`],
    ["appended in PHP", `$d = '${lines.join("';\n$d .= '")}';`],
    ["appended in Java", `sb.append("${lines.join('");\n    sb.append("')}");`],
    ["joined in Visual Basic", `d = "${lines.join('" & _\n  "')}"`],
    [
      "literals of C with comments",
      `char d[] =\n${lines.map((line) => `  "${line}\\n" /* it's a part */\n`).join("")};`,
    ],
    ["lines of a comment", lines.map((line) => `// ${line}\n`).join("")],
    ["lines of a mail that is quoted", lines.map((line) => `> ${line}\n`).join("")],
    ["lines of a log", lines.map((line) => `app-1  | ${line}\n`).join("")],
    ["lines of a patch", ["+data: |", ...lines.map((line) => `+    ${line}`)].join("\n")],
    ["quoted-printable", cut(packed, 75).join("=\r\n")],
    ["a URL with line ends", percent(wide.join("\n"))],
    ["XML with line ends", `<d v="${wide.join("&#10;")}"/>`],
    ["JSON that escapes signs", JSON.stringify({ d: packed }).replaceAll("+", "\\u002B").replaceAll("/", "\\u002F")],
    ["pieces that were encoded one by one", parts.map((part) => `"${part}"`).join(",\n")],
    ["a Helm release", `D="${cut(base64(packed), 70).join('"\n"')}"`],
  ])("%s", async (_, written) => {
    expect(await isFoundIn(written)).toBe(true);
  });
});

describe("what is no archive is passed over, without a word:", () => {
  test.each([
    ["words that begin like one", "eJwt is a word, eNotification and eF4 eAGLE <diagram>\n".repeat(40)],
    ["checksums that begin like one", `sha256:789c${"4b".repeat(30)}\n`.repeat(40)],
    ["base64 of noise", base64(Buffer.from(Uint8Array.from({ length: 60_000 }, (_, at) => (at * at * 31) >> 3)))],
    ["a diagram that is not packed", `<diagram name="x"><mxGraphModel dx="1"/></diagram>`.repeat(20)],
    ["beginnings without an end", "H4sIAAAAAAAA".repeat(500)],
    ["a list of beginnings", '"eJw",\n'.repeat(500)],
  ])("%s", async (_, written) => {
    const notes: unknown[] = [];
    expect(await foundAnywhere(written, [], { note: (note) => notes.push(note) })).toEqual([]);
    expect(notes).toEqual([]);
  });

  test("two values that stand beside each other are not one", async () => {
    const two = createFakeKey("user", "other");
    const both = [text, `x: ${two}\n${filler}`].map((one) => base64(gzipSync(one)));
    for (const written of [JSON.stringify(both), JSON.stringify({ a: both[0], b: both[1] }), both.join("\n")]) {
      expect((await foundAnywhere(written)).map((hit) => hit.text)).toEqual([key, two]);
    }
  });

  test("any text with beginnings in it", async () => {
    const piece = fc.constantFrom(
      "H4sIAAAAAAAA",
      "eJw",
      "UEsDB",
      '"',
      '",\n"',
      "\\n",
      "=",
      "%0A",
      "A".repeat(70),
      " + ",
      "<diagram>",
      "31,139,8,",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 1, max: 400 }), async (pieces, size) => {
        expect(await foundAnywhere(pieces.join(""), [size])).toEqual([]);
      }),
      { numRuns: effort(40, 1500) },
    );
  });
});
