import { describe, expect, test } from "vitest";
import {
  findUnmatchedApprovals,
  findUnmatchedNames,
  isProtected,
  listProtectable,
  normalizeName,
} from "../../src/domain/protection.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { recordOf } from "../support/facts.ts";

const record = recordOf(createFakeKey("project", "a"));

/** Pairs that a reader takes for the same name. */
const SAME: readonly (readonly [what: string, one: string, other: string])[] = [
  ["case", "Prod-Backend", "prod-bACKEND"],
  ["spaces around and within", " prod  backend\t", "prod backend"],
  ["a no-break space and an ideographic one", "prod\u00a0back\u3000end", "prod back end"],
  ["a line separator", "prod\u2028backend", "prod backend"],
  ["a zero-width space", "pr\u200bod", "prod"],
  ["a zero-width joiner and a word joiner", "pr\u200d\u2060od", "prod"],
  ["a byte order mark within", "pr\ufeffod", "prod"],
  ["a soft hyphen", "pro\u00adduction", "production"],
  ["marks of direction", "\u202eprod\u2066-a", "prod-a"],
  ["a variation selector", "prod\ufe0f", "prod"],
  ["an en dash, an em dash, a minus, a no-break hyphen", "a\u2013b\u2014c\u2212d\u2011e", "a-b-c-d-e"],
  ["full-width letters and hyphen", "\uff30\uff32\uff2f\uff24\uff0d\uff11", "prod-1"],
  ["the German sharp s in upper case", "STRASSE", "Stra\u00dfe"],
  ["the capital sharp s", "STRA\u1e9eE", "strasse"],
  ["the Greek final sigma", "\u039f\u0394\u039f\u03a3", "\u03bf\u03b4\u03bf\u03c2"],
  ["accents as marks of their own", "Caf\u0065\u0301", "Caf\u00e9"],
  ["ligatures", "pro\ufb01le", "profile"],
];

const DIFFERENT: readonly (readonly [string, string])[] = [
  ["prod-bakend", "prod-backend"],
  ["prod", "prod-1"],
  ["prod_a", "prod-a"],
  ["ci", "c"],
  ["web app", "webapp"],
  ["\u0440rod", "prod"], // A Cyrillic letter: a lookalike is another name.
];

describe("a name under protect", () => {
  test.each(SAME)("is compared without regard to %s", (_, one, other) => {
    expect(normalizeName(one)).toBe(normalizeName(other));
    expect(isProtected({ ...record, name: one }, [other])).toBe(true);
    expect(isProtected({ ...record, name: other }, [one])).toBe(true);
  });

  test.each(DIFFERENT)("%j does not stand for %j", (one, other) => {
    expect(normalizeName(one)).not.toBe(normalizeName(other));
  });

  test.each([
    ["the key's id", "key_1"],
    ["the key's name", "CI"],
    ["the project's id", "proj_1"],
    ["the project's name", "  wEB "],
    ["the owner's id", "user-1"],
    ["the owner's name", "ada"],
  ])("protects by %s", (_, word) => {
    expect(isProtected(record, ["else", word])).toBe(true);
  });

  test("that only resembles one protects nothing", () => {
    expect(isProtected(record, ["c", "ci-2", "", "\u200b", "web app"])).toBe(false);
    expect(isProtected({ ...record, name: "" }, ["", "\u200b"])).toBe(false);
  });
});

describe("an entry that fits nothing", () => {
  const home = { kind: "project", id: "proj_9", name: "Without Keys" } as const;
  const inventory = { records: [record], projects: [record.home, home], gaps: [] };

  test("is found among those that fit", () => {
    const protect = ["ci", "WEB", "user-1", "prod-bakend", "\u200b"];
    expect(findUnmatchedNames(protect, inventory).map(({ entry }) => entry)).toEqual(["prod-bakend", "\u200b"]);
  });

  test("is none that names a project without a key", () => {
    expect(findUnmatchedNames(["proj_9", "without keys"], inventory)).toEqual([]);
    expect(listProtectable(inventory)).toContain("Without Keys");
  });

  test("is not looked for where nobody was asked", () => {
    const keyless = [{ kind: "no-admin-key", detail: "", covers: [] }] as const;
    expect(findUnmatchedNames(["nothing"], null)).toEqual([]);
    expect(findUnmatchedNames(["nothing"], { ...inventory, gaps: keyless })).toEqual([]);
  });

  test("is a fingerprint that no found key has", () => {
    const approved = new Set(["0".repeat(16), "f".repeat(16)]);
    const missing = [{ setting: "approved", entry: "0".repeat(16) }];
    expect(findUnmatchedApprovals(approved, new Set(["f".repeat(16)]))).toEqual(missing);
  });
});
