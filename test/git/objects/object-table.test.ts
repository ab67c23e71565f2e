import fc from "fast-check";
import { expect, test } from "vitest";
import { NO_OBJECT, ObjectTable } from "../../../src/git/objects/object-table.ts";
import { parseDiffTreeEntry } from "../../../src/sources/history/diff-tree-entry.ts";

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: length, maxLength: length });

test.each([40, 64])("objects are numbered as they come, by names of %i digits, however alike they are", (length) => {
  const alike = fc
    .tuple(fc.constantFrom("0".repeat(8), "f".repeat(8)), digits(length - 8))
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.array(fc.oneof(digits(length), alike), { maxLength: 3000, size: "max" }), (names) => {
      const table = new ObjectTable();
      const known = [...new Set(names)];
      for (const name of names) {
        expect(table.add(Buffer.from(`..${name} x`), 2)).toBe(known.indexOf(name));
      }
      expect(table.count).toBe(known.length);
      expect(known.map((_, number) => table.oidOf(number))).toEqual(known);
      expect(known.map((name) => table.find(name))).toEqual([...known.keys()]);
      expect(table.find("e".repeat(length - 1))).toBe(NO_OBJECT);
    }),
    { numRuns: 20 },
  );
});

const [A, B, C] = ["a".repeat(40), "b".repeat(40), "c".repeat(40)];

test.each([
  ["a change", `:100644 100644 ${A} ${B} M`, B, false],
  ["a new file", `:000000 100644 ${"0".repeat(40)} ${B} A`, B, true],
  ["a new link", `:000000 120000 ${"0".repeat(40)} ${B} A`, B, true],
  ["a merge that no parent has", `::100644 100644 100644 ${A} ${B} ${C} MM`, C, false],
  ["a merge that only one parent has the path of", `::000000 100644 100644 ${"0".repeat(40)} ${A} ${C} AM`, C, false],
  ["a merge with a new path", `::000000 000000 100644 ${"0".repeat(40)} ${"0".repeat(40)} ${C} AA`, C, true],
  ["another mode", `:100644 100755 ${A} ${A} M`, null, false],
  ["a merge with another mode", `::100644 100644 100755 ${A} ${B} ${B} MM`, null, false],
  ["what was removed", `:100644 000000 ${A} ${"0".repeat(40)} D`, null, false],
  ["a submodule", `:000000 160000 ${"0".repeat(40)} ${B} A`, null, false],
])("of %s git tells what it brings", (_, entry, brought, isNew) => {
  const bytes = Buffer.from(`before\0${entry}\0path`);
  const found = parseDiffTreeEntry(bytes, "before\0".length, bytes.lastIndexOf(0), 40);
  expect(found && bytes.toString("latin1", found.oidOffset, found.oidOffset + 40)).toBe(brought);
  if (found) expect(found.isNew).toBe(isNew);
});
