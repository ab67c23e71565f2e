import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GAP_NAMES } from "../../../../src/report/wording/gap-names.ts";
import { KIND_NAMES } from "../../../../src/report/wording/key/names.ts";
import { ACTIONS, describeOutcome } from "../../../../src/report/wording/key/outcome.ts";
import { explainValidity } from "../../../../src/report/wording/key/works.ts";
import { outcome, RUNS, validity } from "../../arbitrary.ts";
import { finding } from "../../stories.ts";

const bare = { medium: "workflow", now: null } as const;

describe("what was done with a key", () => {
  const tell = (one: Parameters<typeof finding>[0]) => describeOutcome(finding(one), bare);

  test("is one short line of our own words, without a shout", () => {
    fc.assert(
      fc.property(outcome, (one) => {
        const words = tell({ outcome: one });
        expect(words).toMatch(/^[a-z][\w ,:()'-]{4,110}$/);
        expect(words).not.toMatch(/undefined|null/);
      }),
      { numRuns: RUNS * 5 },
    );
  });

  test("is called revoked only where it was contained", () => {
    const other = outcome.filter(({ kind }) => kind !== "contained");
    fc.assert(
      fc.property(other, (one) => {
        expect(tell({ outcome: one })).not.toMatch(/^(?:revoked|quarantined|expired|set to)/);
      }),
    );
    const unconfirmed = { verified: false, stopped: false, at: new Date(0), endsAt: null, scopesBefore: null };
    expect(tell({ outcome: { kind: "contained", by: "revoke", ...unconfirmed } })).toBe(
      "revoked on 1 Jan 1970, 00:00 UTC, not confirmed yet",
    );
    const endsAt = new Date("2026-11-20T11:03:00Z");
    expect(tell({ outcome: { kind: "contained", by: "expire", ...unconfirmed, verified: true, endsAt } })).toBe(
      "set to expire on 20 Nov 2026, 11:03 UTC",
    );
  });

  test("names settings as the reader types them", () => {
    expect(tell({})).toBe("nothing done (report-only mode: on-leak: report)");
    expect(describeOutcome(finding(), { medium: "terminal", now: null })).toBe(
      "nothing done (report-only mode: --on-leak report)",
    );
  });
});

test("what is not known to be dead never sounds like it", () => {
  const living = validity.filter(({ kind }) => kind !== "inactive");
  fc.assert(fc.property(living, (one) => void expect(explainValidity(one)).not.toMatch(/inactive|dead|gone|refuses/)));
});

test("every kind of key, of gap and of containment has a name", () => {
  expect(Object.values(KIND_NAMES)).toContain("service-account key");
  expect(new Set(Object.values(GAP_NAMES)).size).toBe(Object.keys(GAP_NAMES).length);
  expect(Object.values(ACTIONS).map(({ done }) => done)).toEqual(["quarantined", "set to expire", "revoked"]);
});
