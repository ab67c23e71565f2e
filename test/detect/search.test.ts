import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { effort } from "../support/effort.ts";
import { found, foundAnywhere, MARKER } from "./found.ts";

const key = createFakeKey("project", "live");
const short = createFakeKey("project", "short", { left: 20, right: 20 });
const user = createFakeKey("user", "old");
const escaped = key.replace(MARKER, MARKER.replace("3", "\\x33"));
const x = (count: number) => "x".repeat(count);
const other = createFakeKey("project", "made up");
const [head, tail] = [other.slice(8, 82), other.slice(90)];
const reversed = (text: string) => [...text].toReversed().join("");

const COVERS: readonly (readonly [where: string, text: string, key: string])[] = [
  [
    "in parts, with another whole one between",
    `a1 = "${key.slice(0, 99)}"\nb = "${other}"\na2 = "${key.slice(99)}"`,
    key,
  ],
  [
    "in parts, by turns with those of another",
    `a1 = "${key.slice(0, 90)}"\nb1 = "${other.slice(0, 90)}"\na2 = "${key.slice(90)}"\nb2 = "${other.slice(90)}"`,
    key,
  ],
  [
    "between the parts of a placeholder",
    `a = "sk-proj-${x(74)}${MARKER}${x(40)}"\nb = "${escaped}"\nc = "${x(34)}"`,
    key,
  ],
  ["between the parts of another", `a1 = "${other.slice(0, 99)}"\nb = "${escaped}"\na2 = "${other.slice(99)}"`, key],
  [
    "in parts, between those of a placeholder",
    `f1 = "sk-proj-${x(74)}"\nr1 = "${key.slice(0, 60)}"\nr2 = "${key.slice(60)}"\nf2 = "${MARKER}${x(74)}"`,
    key,
  ],
  ["behind a placeholder that swallows its beginning", `sk-proj-${x(74)}${MARKER}${x(20)}${key}`, key],
  ["within the first body of a placeholder", `sk-proj-${x(51)}${user}${x(54)}`, user],
  ["within the first body of another", `sk-proj-${head.slice(0, 46)}${short}${tail.slice(0, 54)}`, short],
  ["behind many names", `sk-a-sk-b-sk-c-sk-d-sk-e-xxx${short}`, short],
  ["behind another one backwards, that shares its first letter", `${reversed(other)}${key.slice(1)}`, key],
  [
    "within another one backwards",
    reversed(`${other.slice(0, 92)}${reversed(short)}${other.slice(92 + short.length)}`),
    short,
  ],
  ["behind another vendor's prefix", `sk-or-v1-${x(64)}${key}`, key],
  ["behind a marker", `${MARKER}${key}`, key],
  ["before a marker", `${key}${MARKER}`, key],
];

describe("what is taken for a key hides none:", () => {
  test.each(COVERS)("%s", async (_, text, hidden) => {
    const hits = await foundAnywhere(text);
    const texts = hits.flatMap((hit) => (hit.confidence === "certain" ? [hit.text, ...hit.others] : []));
    expect(texts).toContain(hidden);
  });

  test("a key of unknown lengths that begins in a placeholder", async () => {
    const odd = createFakeKey("project", "odd", { left: 66, right: 66 });
    expect(await found(`sk-proj-${x(74)}${MARKER}${x(60)}${odd}`)).toMatchObject([{ text: odd, confidence: "likely" }]);
  });

  test("wherever it stands between made-up ones", async () => {
    const decoy = fc.constantFrom(
      `sk-proj-${x(74)}${MARKER}${x(74)}`,
      `sk-proj-${x(74)}${MARKER}${x(40)}`,
      `sk-${x(20)}${MARKER}`,
      other,
      other.slice(0, 120),
      x(34),
      MARKER,
      "sk-proj-",
      "sk-",
    );
    const seam = fc.constantFrom("", " ", '"\nb = "', '" + "', '", "', "-", "_", "a");
    const part = fc.tuple(decoy, seam).map((both) => both.join(""));
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 4 }), fc.array(part, { maxLength: 3 }), async (before, after) => {
        const hits = await foundAnywhere(`a = "${before.join("")}${key}${after.join("")}"\n`);
        const texts = hits.flatMap((hit) => (hit.confidence === "certain" ? [hit.text, ...hit.others] : []));
        expect(texts).toContain(key);
      }),
      { numRuns: effort(150, 1500) },
    );
  });
});
