import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureColumns, TIED, wrap } from "../../../src/report/terminal/wrap.ts";
import { hostile } from "../arbitrary.ts";

test.each([
  ["app.ts", 6],
  ["", 0],
  ["Größe", 5],
  ["Gro\u0308ße", 5],
  ["設定.md", 7],
  ["한국어", 6],
  ["ｆｕｌｌ", 8],
  ["🔑", 2],
  ["שלום", 4],
  ["نص", 2],
])("%s takes %i columns", (text, wide) => {
  expect(measureColumns(text)).toBe(wide);
});

describe("a sentence in a terminal", () => {
  test("is broken by the columns it takes, and not by its characters", () => {
    const lines = wrap(Array.from({ length: 8 }, () => "設定設定").join(" "), 40);
    expect(lines.map(measureColumns)).toEqual([35, 35]);
  });

  test("hangs below its number", () => {
    expect(wrap("1. one two three four five six", 20, "   ")).toEqual(["1. one two three", "   four five six"]);
  });

  test("keeps a path and what is tied together whole", () => {
    const path = `src/${"deep/".repeat(20)}app.ts`;
    expect(wrap(`In ${path} read it`, 40)).toEqual(["In", path, "read it"]);
    expect(wrap(`a name is "${["two", "words"].join(TIED)}" here`, 20)).toEqual(["a name is", '"two words" here']);
  });

  test("loses no word, and is no wider than it may be but for a word that is", () => {
    fc.assert(
      fc.property(fc.array(hostile), fc.integer({ min: 20, max: 120 }), (texts, width) => {
        const text = texts.join(" ").replaceAll(TIED, "");
        const lines = wrap(text, width);
        expect(lines.join(" ")).toBe(text);
        for (const line of lines) expect(measureColumns(line) <= width || !line.includes(" ")).toBe(true);
      }),
    );
  });
});
