import { describe, expect, test } from "vitest";
import { type KeyKind, TOKEN_KINDS } from "../../src/domain/candidate.ts";
import { createUntriedProof, mayTry } from "../../src/domain/proof.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { recordOf } from "../support/facts.ts";

const ours = { kind: "ours", record: recordOf(createFakeKey("project", "a")), chance: 0 } as const;
const unchecked = { kind: "unchecked", because: "not-listed-by-openai" } as const;
const KEYS: readonly KeyKind[] = ["user", "project", "service-account", "admin", "named", "suspected"];

describe("whether a key may be tried", () => {
  test.each(TOKEN_KINDS)("a token never, whoever asks for it: %s", (kind) => {
    for (const tryKeys of ["own", "all", "none"] as const)
      for (const identity of [ours, unchecked])
        for (const isRemembered of [true, false]) expect(mayTry(kind, identity, tryKeys, isRemembered)).toBe(false);
  });

  test.each(KEYS)("a key as the operator says: %s", (kind) => {
    expect(mayTry(kind, unchecked, "all", false)).toBe(true);
    expect(mayTry(kind, ours, "own", false)).toBe(true);
    expect(mayTry(kind, unchecked, "own", false)).toBe(false);
    expect(mayTry(kind, unchecked, "own", true)).toBe(true);
    expect(mayTry(kind, ours, "none", true)).toBe(false);
  });
});

describe("a token that was not tried", () => {
  const now = new Date("2026-11-20T10:00:00Z");

  test("is over once its own word says so, and not before", () => {
    const over = { kind: "inactive", because: "expired" };
    expect(createUntriedProof(unchecked, now, now).validity).toEqual(over);
    expect(createUntriedProof(unchecked, now, new Date("2026-11-20T10:00:01Z")).validity.kind).toBe("unknown");
    expect(createUntriedProof(unchecked, now).validity.kind).toBe("unknown");
  });
});
