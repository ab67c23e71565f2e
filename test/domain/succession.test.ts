import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildSuccessorName, listSuccessors, parseSuccession } from "../../src/domain/succession.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { recordOf } from "../support/facts.ts";

const ID = "3f9a2c1e";
const NOW = new Date("2026-11-21T12:00:00Z");

describe("the new key's name", () => {
  test("says which key it replaces, and by which rotation, and is read back", () => {
    const name = buildSuccessorName("ci", { replaces: "key_abc", rotation: ID });
    expect(name).toBe(`ci (replaces key_abc #${ID})`);
    expect(parseSuccession(name)).toEqual({ replaces: "key_abc", rotation: ID });
    expect(buildSuccessorName(name, { replaces: "key_def", rotation: "00000000" })).toBe(
      "ci (replaces key_def #00000000)",
    );
    expect(parseSuccession(buildSuccessorName(null, { replaces: "key_abc", rotation: ID }))?.rotation).toBe(ID);
  });

  test("keeps that whole however long the old name is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (front) => {
        const name = buildSuccessorName(front, { replaces: "key_abc", rotation: ID });
        expect(parseSuccession(name)).toEqual({ replaces: "key_abc", rotation: ID });
        expect(name.length).toBeLessThanOrEqual(100);
        expect(name.isWellFormed() || !front.isWellFormed()).toBe(true);
      }),
    );
  });

  test.each([
    null,
    "",
    "ci",
    "ci (replaces key_abc)",
    `ci (replaces key_abc #${ID}) copy`,
    "ci (replaces key_abc #3F9A2C1E)",
    "ci (replaces #3f9a2c1e)",
  ])("that says no such thing is read as nothing: %j", (name) => {
    expect(parseSuccession(name)).toBe(null);
  });
});

describe("the successors of a key", () => {
  const text = createFakeKey("service-account", "successor");
  const named = (id: string, rotation: string, expiresAt: Date | null = null) =>
    recordOf(text, { id, name: buildSuccessorName("ci", { replaces: "key_old", rotation }), expiresAt });

  test("are those that say so and work, but for one rotation's own", () => {
    const keys = [
      named("key_1", ID),
      named("key_2", "00000001"),
      named("key_3", "00000002", NOW),
      recordOf(text, { id: "key_4", name: "ci" }),
    ];
    const ids = (except: string | null) => listSuccessors(keys, "key_old", { now: NOW, except }).map(({ id }) => id);
    expect(ids(null)).toEqual(["key_1", "key_2"]);
    expect(ids(ID)).toEqual(["key_2"]);
    expect(listSuccessors(keys, "key_1", { now: NOW, except: null })).toEqual([]);
  });
});
