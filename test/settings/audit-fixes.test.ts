import { describe, expect, test } from "vitest";
import { parseFixes } from "../../src/settings/audit-fixes.ts";

describe("what --fix is given", () => {
  test("is a rule and an act, of each rule one", () => {
    expect([...parseFixes("--fix", "unused=revoke\n no-expiry=expire:30d \nunused=revoke\n")]).toEqual([
      ["unused", { kind: "revoke" }],
      ["no-expiry", { kind: "expire", grace: 30 * 86_400 }],
    ]);
    expect(parseFixes("--fix", "").size).toBe(0);
  });

  test.each([
    ["unused", '--fix is "unused". It must be a rule and what to do'],
    ["=revoke", '--fix is "=revoke". It must be a rule'],
    ["unused=", '--fix is "unused=". It must be a rule'],
    [
      "unussed=revoke",
      'is for the rule "unussed". It can act on what one of unused, owner-inactive, archived-project, no-expiry finds. Did you mean unused?',
    ],
    ["old=revoke", 'is for the rule "old". It can act on what one of unused'],
    [
      "unused=revok",
      'asks for "revok". It must be revoke, or expire and a time, such as expire:30d. Did you mean revoke?',
    ],
    ["unused=expire", 'asks for "expire". It must be revoke, or expire and a time'],
    ["unused=quarantine", 'asks for "quarantine"'],
    ["unused=revoke:1d", 'asks for "revoke:1d"'],
    ["unused=expire:30", 'is "30". It must be a number and a unit'],
    ["unused=expire:0s", "It must be from 1s to 365d."],
    ["unused=expire:366d", "It must be from 1s to 365d."],
    ["unused=revoke\nunused=expire:1d", "asks for two different things for unused. Say one."],
    ["unused=expire:2d\nunused=expire:1d", "asks for two different things for unused"],
  ])("is refused with what works: %s", (given, sentence) => {
    expect(() => parseFixes("--fix", given)).toThrow(sentence);
  });
});
