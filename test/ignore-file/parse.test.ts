import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, parseDocument } from "yaml";
import { UsageError } from "../../src/errors.ts";
import { parseIgnoreFile } from "../../src/ignore-file/parse.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";

const NAME = ".github/openai-key-guard.yml";
const FINGERPRINT = "0123456789abcdef";
const TOP = path.resolve(import.meta.dirname, "../..");
const schema = JSON.parse(readFileSync(path.join(TOP, "schema/ignore-file.v1.json"), "utf8"));
const ajv = new Ajv2020({ allowUnionTypes: true });
addFormats.default(ajv);
const fitsSchema = ajv.compile(schema);

function refusal(text: string): string {
  try {
    parseIgnoreFile(text, NAME);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error("it was accepted");
}

const GOOD = {
  "the example of the documentation": `
ignore:
  - fingerprint: ${FINGERPRINT}   # what the report shows
    reason: key of the public demo, cannot spend
    until: 2027-01-31
exclude: ["fixtures/**"]
protect: ["proj_production", "billing-bot"]
`,
  "an empty file": "",
  "comments alone": "# nothing yet\n",
  "words without anything after them": "ignore:\nexclude: ~\nprotect: []\n",
  "a fingerprint of digits alone": "ignore:\n  - { fingerprint: 0123456789012345, reason: digits }\n",
  "a fingerprint that looks like a number in tens": "ignore:\n- fingerprint: 1234567890123e45\n  reason: a float\n",
  "a byte order mark and Windows line ends": `\uFEFFignore:\r\n  - fingerprint: ${FINGERPRINT}\r\n    reason: x\r\n`,
  "a reason over several lines": `ignore:\n  - fingerprint: ${FINGERPRINT}\n    reason: >\n      one\n      two\n`,
};

const BAD: Record<string, [text: string, message: string]> = {
  "a word that is mistyped": ["ignore: []\nignroe: []\n", `line 2: There is no word "ignroe" here. Use ignore, exclude, protect. Did you mean ignore?`],
  "a word of an entry that is mistyped": [
    `ignore:\n  - fingerprint: ${FINGERPRINT}\n    reasn: x\n`,
    `line 3: There is no word "reasn" here. Use fingerprint, reason, until. Did you mean reason?`,
  ],
  "a fingerprint that is too short": ["ignore:\n  - fingerprint: 0123ab\n    reason: x\n", "line 2: fingerprint must be the 16 hex digits from the report, in lower case."],
  "a fingerprint in capitals": ["ignore:\n  - fingerprint: 0123456789ABCDEF\n    reason: x\n", "line 2: fingerprint must be the 16 hex digits from the report"],
  "no fingerprint": ["ignore:\n  - reason: x\n", "line 2: fingerprint is missing. Copy the 16 hex digits from the report."],
  "no reason": [`ignore:\n  - fingerprint: ${FINGERPRINT}\n`, "line 2: reason is missing. Say why this key may be ignored."],
  "a reason of blanks": [`ignore:\n  - fingerprint: ${FINGERPRINT}\n    reason: "  "\n`, "line 3: reason is missing"],
  "a reason of a page": [`ignore:\n  - fingerprint: ${FINGERPRINT}\n    reason: ${"x ".repeat(200)}\n`, "line 3: reason is longer than 300 characters"],
  "a day that no calendar has": [`ignore:\n  - fingerprint: ${FINGERPRINT}\n    reason: x\n    until: 2027-02-30\n`, "line 4: until is not a day. Write it as 2027-01-31, or leave it out."],
  "a day in another order": [`ignore:\n  - fingerprint: ${FINGERPRINT}\n    reason: x\n    until: 31.1.2027\n`, "line 4: until is not a day"],
  "an empty day": [`ignore:\n  - fingerprint: ${FINGERPRINT}\n    reason: x\n    until:\n`, "line 4: until is empty"],
  "the same fingerprint twice": [
    `ignore:\n  - fingerprint: ${FINGERPRINT}\n    reason: x\n  - fingerprint: ${FINGERPRINT}\n    reason: y\n`,
    "line 4: There is an entry for this fingerprint already. Keep one of the two.",
  ],
  "the same word twice": ["exclude: [a]\nexclude: [b]\n", "line 2: This word is here twice. Keep one of the two."],
  "an entry that is a text": [`ignore:\n  - ${FINGERPRINT}\n`, "line 2: An entry under ignore must consist of the words fingerprint, reason, until, each followed by a colon."],
  "a list that is none": ["exclude: fixtures\n", "line 1: exclude must be a list, with a - before each item."],
  "a list of lists": ["protect: [[a]]\n", "line 1: An item of protect must be a text."],
  "an item without anything": ["protect:\n  - a\n  -\n", "protect has an empty item. Fill it in, or remove it."],
  "a file that is a list": ["- ignore\n", "line 1: The file must consist of the words ignore, exclude, protect, each followed by a colon."],
  "a glob without quotes": ["exclude:\n  - docs/**\n  - **/*.md\n", "line 3: This text begins with *, which is an alias in YAML. Put the text in quotes."],
  "a negative glob without quotes": ["exclude:\n  - !docs/**\n", "line 2: This text begins with !, which is a tag in YAML. Put the text in quotes."],
  "an anchor": ["exclude: &x [a]\nprotect: [b]\n", "line 1: This text begins with &, which is an anchor in YAML"],
  "a type": ["exclude:\n  - !!str a\n", "line 2: This text begins with !, which is a tag in YAML"],
  "a tab": ["ignore:\n\t- a\n", "line 2: This line is indented with a tab. Use spaces."],
  "a second colon": [`ignore:\n  - fingerprint: ${FINGERPRINT}\n    reason: a: b\n`, "line 3: There is a second colon here, or too much indentation. Put a text that has a colon in quotes."],
  "an open quote": ['exclude: ["a]\n', "line 2: A colon, a quote or a bracket is missing, here or above."],
  "a text that begins with a reserved sign": ["exclude: [@a]\n", "line 1: This text begins with a character that means something in YAML"],
  "two documents": ["ignore: []\n---\nexclude: []\n", "A second document begins here. Keep one."],
  "a line for the parser": ["%YAML 3.0\n---\nignore: []\n", "This line is a directive for the YAML parser. Remove it."],
  "a megabyte": [`# ${"x".repeat(1 << 20)}\n`, "is larger than 512 KiB"],
  "brackets within brackets": ["[".repeat(100_000), "This is nested too deeply."],
  "an alias that would grow": [
    `a: &a [x, x]\n${Array.from({ length: 60 }, (_, at) => `b${at}: &b${at} [*a, *a]`).join("\n")}\n`,
    "which is an a",
  ],
}; // biome-ignore format: a table to be skimmed

describe("an ignore file", () => {
  test("says which keys and paths are passed over, and which keys are protected", () => {
    expect(parseIgnoreFile(GOOD["the example of the documentation"], NAME)).toEqual({
      ignore: [
        {
          fingerprint: FINGERPRINT,
          reason: "key of the public demo, cannot spend",
          until: new Date("2027-01-31T00:00:00Z"),
        },
      ],
      exclude: ["fixtures/**"],
      protect: ["proj_production", "billing-bot"],
    });
  });

  test.each(Object.entries(GOOD))("may be %s, and editors take it too", (_, text) => {
    expect(() => parseIgnoreFile(text, NAME)).not.toThrow();
    expect(fitsSchema(parse(text)), JSON.stringify(fitsSchema.errors)).toBe(true);
  });

  test("keeps fingerprints as they were written, whatever number YAML sees in them", () => {
    const [digits] = parseIgnoreFile(GOOD["a fingerprint of digits alone"], NAME).ignore;
    const [float] = parseIgnoreFile(GOOD["a fingerprint that looks like a number in tens"], NAME).ignore;
    expect([digits?.fingerprint, float?.fingerprint]).toEqual(["0123456789012345", "1234567890123e45"]);
  });

  test("has its reasons told on one line", () => {
    expect(parseIgnoreFile(GOOD["a reason over several lines"], NAME).ignore[0]?.reason).toBe("one two");
  });

  test.each(Object.entries(BAD))("is refused by line for %s", (_, [text, message]) => {
    expect(refusal(text)).toContain(message);
    expect(refusal(text).startsWith(NAME)).toBe(true);
  });

  const told = Object.entries(BAD).filter(
    ([what]) => !/glob without|an anchor|a type|two documents|parser|twice|megabyte|grow|a page/.test(what),
  );
  test.each(told)("is marked by editors for %s", (_, [text]) => {
    const document = parseDocument(text);
    expect(document.errors.length > 0 || !fitsSchema(document.toJS())).toBe(true);
  });
});

describe("a key in an ignore file", () => {
  const key = createFakeKey("project", "pasted");
  test.each([
    ["as a fingerprint", `ignore:\n  - fingerprint: ${key}\n    reason: x\n`, 2],
    ["as a word", `ignore: []\n${key}: x\n`, 2],
    ["as a reason", `ignore:\n  - fingerprint: ${FINGERPRINT}\n    reason: ${key}\n`, 3],
    ["in a comment", `# ${key}\n`, 1],
    ["in what is no YAML", `exclude: ["${key}\n`, 1],
  ])("%s is refused, and not repeated", (_, text, line) => {
    expect(refusal(text)).toContain(`line ${line}: This line holds a key, which has leaked. Revoke the key`);
    expect(refusal(text)).not.toContain(key.slice(10, 20));
  });

  test("that is cut or wrapped up is not repeated either", () => {
    for (const part of [key.slice(0, 40), key.slice(90), Buffer.from(key).toString("base64").slice(0, 60)]) {
      for (const text of [`ignore:\n  - fingerprint: ${part}\n    reason: x\n`, `${part}: x\n`, `ignore: ${part}\n`]) {
        expect(refusal(text)).not.toContain(part.slice(8, 20));
      }
    }
  });
});

describe("whatever stands in it", () => {
  const bits = fc.constantFrom(
    ..."ignore: |exclude:|protect:|fingerprint: |reason: |until: |- |  |\n|\r\n|\t|&a |*a |!!str |!x |[|]|{|}|,|: |? |\"|'|#|>|%|---\n|...\n|<<: |~|0123456789abcdef|2027-01-31|@|\u0000|\uFEFF|\u2028".split(
      "|",
    ),
    "|",
  );
  const noise = fc.array(fc.oneof(bits, fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 40 });

  test("is read or refused with a line, soon, and never breaks", () => {
    fc.assert(
      fc.property(noise, (parts) => {
        const text = parts.join("");
        try {
          const file = parseIgnoreFile(text, NAME);
          expect(file.ignore.every(({ fingerprint }) => /^[0-9a-f]{16}$/.test(fingerprint))).toBe(true);
          expect([...file.exclude, ...file.protect].every((one) => one !== "" && typeof one === "string")).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
          expect((error as Error).message).toMatch(/^\.github\/openai-key-guard\.yml, line \d+: [^\n]+$/);
        }
      }),
      { numRuns: 400 },
    );
  });
});
