import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { IgnoreEntry } from "../../src/domain/ignore-entry.ts";
import { UsageError } from "../../src/errors.ts";
import { editIgnoreFile } from "../../src/ignore-file/edit.ts";
import { parseIgnoreFile } from "../../src/ignore-file/parse.ts";

const NAME = "ignore.yml";
const [A, B, C] = ["a".repeat(16), "0123456789012345", "b".repeat(16)];

function entry(fingerprint: string, reason: string, until: string | null = null): IgnoreEntry {
  return { fingerprint, reason, until: until === null ? null : new Date(until) };
}

const added = entry(B, "the public demo's key", "2027-01-31");
const LINES = (column = "  ") =>
  [
    `${column}- fingerprint: "${B}"`,
    `${column}  reason: the public demo's key`,
    `${column}  until: 2027-01-31`,
    "",
  ].join("\n");

const KEPT = `# ours
ignore:   # with reasons

  - fingerprint: '${A}'      # the demo
    reason:   "a: b"    # why
    # and a word on it

  # the last comment
exclude: [ "x/**",   y ]   # odd   blanks
`;

describe("an entry is added", () => {
  test("to a file that was not there, with a head that says what the file is", () => {
    const text = editIgnoreFile(null, [added], NAME);
    expect(text).toMatch(/^# yaml-language-server: \$schema=https:\/\/\S+ignore-file\.v1\.json\n#/);
    expect(text.endsWith(`\n\nignore:\n${LINES()}`)).toBe(true);
  });

  test.each([
    ["an empty file", "", `ignore:\n${LINES()}`],
    ["comments alone", "# hello\n", `# hello\n\nignore:\n${LINES()}`],
    ["a file without a last line feed", "exclude: [a]", `exclude: [a]\n\nignore:\n${LINES()}`],
    ["a word with nothing after it", "ignore:  # none\nexclude: [a]\n", `ignore:  # none\n${LINES()}exclude: [a]\n`],
    ["a list without indentation", `ignore:\n- fingerprint: ${A}\n  reason: x\n`, `ignore:\n- fingerprint: ${A}\n  reason: x\n${LINES("")}`],
    ["a list that ends without a line feed", `ignore:\n    - fingerprint: ${A}\n      reason: x`, `ignore:\n    - fingerprint: ${A}\n      reason: x\n${LINES("    ")}`],
    ["a reason in a block", `ignore:\n  - fingerprint: ${A}\n    reason: >\n      x\n      y\nexclude: []\n`, `ignore:\n  - fingerprint: ${A}\n    reason: >\n      x\n      y\n${LINES()}exclude: []\n`],
  ])("to %s", (_, before, after) => {
    expect(editIgnoreFile(before, [added], NAME)).toBe(after);
  }); // biome-ignore format: a table to be skimmed

  test("and all else stays as it was, byte for byte", () => {
    const after = editIgnoreFile(KEPT, [added], NAME);
    expect(after.replace(LINES(), "")).toBe(KEPT);
    expect(after).toContain(`reason:   "a: b"    # why\n${LINES()}`);
  });

  test.each([
    ["a list in brackets", `ignore: [] # mine\nexclude: [a]\n`],
    ["entries in braces", `ignore: [{ fingerprint: ${A}, reason: x }] # mine\n`],
    ["a file in braces", `{ exclude: [a] } # mine\n`],
  ])("to %s, with its comments", (_, before) => {
    const after = editIgnoreFile(before, [added], NAME);
    expect(after).toContain("# mine");
    expect(parseIgnoreFile(after, NAME)).toEqual({
      ...parseIgnoreFile(before, NAME),
      ignore: [...parseIgnoreFile(before, NAME).ignore, added],
    });
  });

  test("with Windows line ends and a byte order mark where the file has them", () => {
    const before = `\uFEFF${KEPT.replaceAll("\n", "\r\n")}`;
    const after = editIgnoreFile(before, [added], NAME);
    expect(after.replace(LINES().replaceAll("\n", "\r\n"), "")).toBe(before);
    expect(after.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });
});

describe("an entry is replaced", () => {
  test("in its place, with its comments", () => {
    expect(editIgnoreFile(KEPT, [entry(A, "another reason", "2026-12-31")], NAME)).toBe(
      KEPT.replace('"a: b"    # why\n', "another reason    # why\n    until: 2026-12-31\n"),
    );
  });

  test("without its day, where none is given", () => {
    const before = `ignore:\n  - fingerprint: ${A}\n    until: 2026-12-31\n    reason: x\n  - fingerprint: ${C}\n    reason: y\n`;
    expect(editIgnoreFile(before, [entry(A, "x")], NAME)).toBe(before.replace("    until: 2026-12-31\n", ""));
  });

  test("with another day in the place of the old one", () => {
    const before = `ignore:\n  - fingerprint: ${A}\n    reason: x\n    until: "2026-12-31" # new year\n`;
    const after = before.replace('"2026-12-31"', "2027-06-30");
    expect(editIgnoreFile(before, [entry(A, "x", "2027-06-30")], NAME)).toBe(after);
  });

  test("and nothing changes when it says the same", () => {
    const once = editIgnoreFile(KEPT, [added], NAME);
    expect(editIgnoreFile(once, [added], NAME)).toBe(once);
  });
});

test("a file that is wrong is not edited", () => {
  expect(() => editIgnoreFile("ignroe: []\n", [added], NAME)).toThrow(UsageError);
});

test("whatever the file and the entries are, it then says both, in order, with all of its comments", () => {
  const fingerprint = fc.stringMatching(/^[0-9a-f]{16}$/);
  const reason = fc
    .oneof(fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }), fc.constantFrom("null", "~", "yes", "1e3", "- a", "a: b", "# c", "'", '"', "|", ">", "*", "&x", "!t", "%", "@", "`", "{", "[", "...", "---", "0x1", "k: |"))
    .map((text) => text.replaceAll(/\s+/g, " ").trim())
    .filter((text) => text !== "" && !/[\p{Cc}\p{Cs}\uFEFF]/u.test(text));
  const until = fc.option(fc.constantFrom("2026-12-31", "2027-02-28").map((day) => new Date(day)));
  const entries = fc.uniqueArray(fc.record({ fingerprint, reason, until }), { selector: (one) => one.fingerprint, maxLength: 5 });
  const styles = fc.record({ dash: fc.constantFrom("", "  ", "    "), comment: fc.constantFrom("", " # c"), word: fc.constantFrom("", "exclude: [a]\n", "# end\n") });
  fc.assert(
    fc.property(entries, entries, styles, (old, more, { dash, comment, word }) => {
      const before = `# top\n${word}ignore:${comment}\n${old
        .map((one) => `# of ${one.fingerprint}\n${dash}- reason: ${JSON.stringify(one.reason)}${comment}\n${dash}  fingerprint: "${one.fingerprint}"${comment}\n`)
        .join("")}`;
      const after = editIgnoreFile(before, more, NAME);
      const given = new Map(more.map((one) => [one.fingerprint, one]));
      const known = new Set(old.map((one) => one.fingerprint));
      expect(parseIgnoreFile(after, NAME).ignore).toEqual([
        ...old.map((one) => given.get(one.fingerprint) ?? { ...one, until: null }),
        ...more.filter((one) => !known.has(one.fingerprint)),
      ]);
      const comments = (text: string) => text.match(/^# \w+( [0-9a-f]{16})?$/gm);
      expect(comments(after)).toEqual(comments(before));
    }),
    { numRuns: 150 },
  );
}); // biome-ignore format: what is tried is a list
