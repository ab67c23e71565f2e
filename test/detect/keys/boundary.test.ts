import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBoundary } from "../../../src/detect/keys/boundary.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { effort } from "../../support/effort.ts";
import { found } from "../found.ts";

const key = createFakeKey("project", "x");

/** Of no known lengths and without a word for its kind: what stands before it says whether a key begins there. */
const vague = createFakeKey("user", "x", { left: 36, right: 36 });

const NEWLINES = [
  "\\n",
  "\\r",
  "\\t",
  "\\r\\n",
  "\\\\n",
  "\\b",
  "\\f",
  "\\v",
  "\\0",
  "\\N",
  "\\L",
  "\\Z",
  "`n",
  "`r`n",
];
const CODES = [
  "\\u0022",
  "\\u003D",
  "\\u003d",
  "\\\\u0022",
  "\\U00000022",
  "\\u{22}",
  "\\x22",
  "\\x3d",
  "\\x27",
  "\\042",
  "\\75",
  "\\'3d",
];
const PERCENTS = ["Bearer%20", "key%3D", "key%3d", "%22", "%27", "%2520", "%253D", "%25253D", "%0A", "%u0022"];
const QUOTED_PRINTABLE = ["key=3D", "key=3D=22", "=20", "=09", "=3C"];
const COLOURS = ["\u001b[32m", "\\u001b[1;31m", "\\033[m", "\u001b[38;2;255;100;0m", "\u001b[01;31m\u001b[K"];
const ENTITIES = ["&quot;", "&quot", "&#34;", "&#34", "&#x22;", "&#x22", "&gt", "&nbsp"];
const STOPS = ["", "_", "-", "__", "=", "é", "ключ", "\0", "sk-", "my-", "-sk-"];

describe("a key is found exactly, and is certain, after", () => {
  const ESCAPES = [...NEWLINES, ...CODES, ...PERCENTS, ...QUOTED_PRINTABLE, ...COLOURS, ...ENTITIES];
  test.each([...ESCAPES, ...STOPS])("%j", async (before) => {
    const hit = { text: key, confidence: "certain", offset: Buffer.byteLength(before) };
    expect(isBoundary(Buffer.from(before + key), hit.offset)).toBe(true);
    expect(await found(`${before}${key}`)).toMatchObject([hit]);
    expect(await found(`key: ${before}${key}`)).toMatchObject([{ ...hit, offset: hit.offset + 5 }]);
  });

  test("any byte at all, since its lengths say where it begins", async () => {
    for (let byte = 0; byte < 256; byte += 1) {
      const behind = (text: string) =>
        found(Buffer.concat([Buffer.from("= "), Buffer.from([byte]), Buffer.from(text)]));
      expect(await behind(key)).toMatchObject([{ text: key, offset: 3, kind: "project", confidence: "certain" }]);
      const isWord = /[A-Za-z0-9]/.test(String.fromCharCode(byte));
      const grade = isWord ? { kind: "suspected", confidence: "suspected" } : { kind: "user", confidence: "likely" };
      expect(await behind(vague)).toMatchObject([{ text: vague, offset: 3, ...grade }]);
    }
  });
});

describe("no key begins for sure after what merely looks like an escape:", () => {
  test.each([
    "n",
    "t",
    "u0022",
    "0022",
    "x22",
    "20",
    "3D",
    "\\u022",
    "\\x2",
    "%2",
    "%2G",
    "\\s",
    "quot",
    "32m",
    "[32x",
    "[3K",
    "=41",
    "=zz",
    "&sk",
    "&name",
    "\\'3",
    "\\9",
    "`x",
  ])("%j", async (before) => {
    expect(isBoundary(Buffer.from(`"${before}${key}`), before.length + 1)).toBe(false);
    expect(await found(`"${before}${vague}`)).toMatchObject([{ text: vague, confidence: "suspected" }]);
  });
});

test("a key is found exactly whatever follows it", async () => {
  for (let byte = 0; byte < 256; byte += 1) {
    const hits = await found(Buffer.concat([Buffer.from(key), Buffer.from([byte, byte])]));
    expect(hits).toMatchObject([{ text: key, offset: 0, confidence: "certain" }]);
  }
});

test("a key is found exactly between any two texts", async () => {
  const text = fc.string({ unit: "binary", maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(text, fc.nat(100), text, async (before, seed, after) => {
      const key = createFakeKey("project", `${seed}`);
      const offset = Buffer.byteLength(before) + 1;
      expect(await found(`${before}"${key}${after}`)).toMatchObject([{ text: key, confidence: "certain", offset }]);
    }),
    { numRuns: effort(100, 1500) },
  );
});

test("a key is found exactly in a line of megabytes", async () => {
  const code = "function(e,t){return n.k(e)?t:-e}".repeat(60_000);
  const offset = Buffer.byteLength(code) + 1;
  const around = [code, "'"] as const;
  const hit = { text: key, confidence: "certain", offset };
  expect(await found(`${around.join("")}${key}'${code}`)).toMatchObject([hit]);
  expect(await found(`${around.join("")}${key}'${code}`, [65_536])).toMatchObject([hit]);
});
