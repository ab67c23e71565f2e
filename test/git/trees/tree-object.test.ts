import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NOT_THERE, TreeObject } from "../../../src/git/trees/tree-object.ts";

type Entry = { mode: string; name: string; oid: number };

const entry: fc.Arbitrary<Entry> = fc.record({
  mode: fc.constantFrom("40000", "100644", "120000", "160000"),
  name: fc.string({ unit: fc.constantFrom("a", "b", ".", "0"), minLength: 1, maxLength: 4 }),
  oid: fc.integer({ min: 0, max: 3 }),
});

/** Entries in git's order, each name once: folders stand as if their names ended in a slash. */
function sort(entries: readonly Entry[]): readonly Entry[] {
  const keyOf = ({ mode, name }: Entry) => (mode === "40000" ? `${name}/` : name);
  const byKey = new Map(entries.map((one) => [keyOf(one), one]));
  return [...byKey].toSorted(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b))).map(([, one]) => one);
}

function toTree(entries: readonly Entry[]): TreeObject {
  const parts = entries.map(({ mode, name, oid }) => Buffer.from(`${mode} ${name}\0${String(oid).repeat(20)}`));
  return new TreeObject(Buffer.concat(parts), 20);
}

describe("two trees are matched name by name", () => {
  test("whatever they have in common at the start, in the middle and at the end", () => {
    const entries = fc.array(entry, { maxLength: 12 });
    fc.assert(
      fc.property(entries, entries, entries, fc.boolean(), (common, own, others, isByHand) => {
        const [left, right] = [sort([...common, ...own]), sort([...common, ...others])];
        const ordered = isByHand ? left.toReversed() : left;
        const isFolder = ({ mode }: Entry) => mode === "40000";
        const expected = ordered.map((one) => {
          return right.findIndex((other) => other.name === one.name && isFolder(other) === isFolder(one));
        });
        expect([...toTree(ordered).match(toTree(right))]).toEqual(expected);
        expect(NOT_THERE).toBe(-1);
      }),
    );
  });

  test("and a name is found in one of them, as a folder or as anything else", () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), entry, fc.boolean(), (some, wanted, isThere) => {
        const entries = sort(isThere ? [...some, wanted] : some);
        const isFolder = wanted.mode === "40000";
        const found = toTree(entries).find(Buffer.from(wanted.name), isFolder);
        const expected = entries.filter(({ name, mode }) => name === wanted.name && (mode === "40000") === isFolder);
        expect(found.map(({ name }) => name.toString())).toEqual(expected.map(({ name }) => name));
      }),
    );
  });

  test("and a pair of entries is the same object or not", () => {
    const [first, second] = [
      { mode: "100644", name: "a", oid: 1 },
      { mode: "100644", name: "a", oid: 2 },
    ] as const;
    const tree = toTree([first, { ...second, name: "b" }]);
    expect(tree.hasSameObject(0, toTree([first]), 0)).toBe(true);
    expect(tree.hasSameObject(1, toTree([first]), 0)).toBe(false);
  });
});
