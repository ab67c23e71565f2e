import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ACTIONS, describeState, GAP_NAMES, KIND_NAMES } from "../../../src/report/wording/states.ts";
import { identity, outcome, RUNS, validity } from "../arbitrary.ts";

describe("what is said of a state", () => {
  test("is one short line of our own words that begins with the state, without a shout", () => {
    const first = {
      "already-gone": "already gone",
      rehearsed: "dry run: it would have been",
      refused: "not contained",
    };
    const words: Record<string, string> = { ...first, failed: "containment failed", left: "left alone" };
    const begin = (state: Parameters<typeof describeState>[0]) => {
      if (state.kind !== "contained") return words[state.kind] ?? state.kind;
      return state.by === "expire" ? (state.stopped ? "expired" : "set to expire") : ACTIONS[state.by].done;
    };
    fc.assert(
      fc.property(fc.oneof(identity, validity, outcome), (state) => {
        const words_ = describeState(state);
        expect(words_.startsWith(begin(state)), words_).toBe(true);
        expect(words_).toMatch(/^[\w ,:'-]{4,80}$/);
        expect(words_).not.toContain("undefined");
      }),
      { numRuns: RUNS * 5 },
    );
  });

  test("what is not known to be dead never sounds like it", () => {
    const living = validity.filter(({ kind }) => kind !== "inactive");
    fc.assert(fc.property(living, (state) => void expect(describeState(state)).not.toMatch(/inactive|dead|gone/)));
  });

  test("revoked is said only of what was contained", () => {
    const other = outcome.filter(({ kind }) => kind !== "contained");
    fc.assert(
      fc.property(
        other,
        (state) => void expect(describeState(state)).not.toMatch(/^(?:revoked|quarantined|expired|set to)/),
      ),
    );
    const unconfirmed = { verified: false, stopped: false, at: new Date(0), endsAt: null, scopesBefore: null };
    expect(describeState({ kind: "contained", by: "revoke", ...unconfirmed })).toBe("revoked, not yet confirmed");
    expect(describeState({ kind: "contained", by: "quarantine", ...unconfirmed })).toBe(
      "quarantined, not yet confirmed",
    );
    const endsAt = new Date("2026-11-20T11:03:00Z");
    expect(describeState({ kind: "contained", by: "expire", ...unconfirmed, verified: true, endsAt })).toBe(
      "set to expire at 2026-11-20 11:03 UTC",
    );
  });

  test("every kind of key and of gap has a name", () => {
    expect(Object.values(KIND_NAMES)).toEqual([
      "project key",
      "service-account key",
      "admin key",
      "legacy user key",
      "named key",
      "suspected key",
    ]);
    expect(new Set(Object.values(GAP_NAMES)).size).toBe(13);
  });
});
