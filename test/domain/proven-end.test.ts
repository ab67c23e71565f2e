import { describe, expect, test } from "vitest";
import { type Finding, findProvenEnd } from "../../src/domain/finding.ts";

type Facts = Parameters<typeof findProvenEnd>[0];

const at = new Date("2026-11-28T10:00:00Z");
const LEFT: Finding["outcome"] = { kind: "left", because: "not-ours" };
const contained = (more: object = {}) =>
  ({
    kind: "contained",
    by: "revoke",
    verified: true,
    stopped: true,
    at,
    endsAt: null,
    scopesBefore: null,
    ...more,
  }) as const satisfies Finding["outcome"];
const earlier = (more: object = {}) =>
  ({
    kind: "revoke",
    recordId: "key_a",
    at,
    by: null,
    endsAt: null,
    scopesBefore: null,
    knownFrom: "audit-file",
    standing: "confirmed",
    ...more,
  }) as const satisfies Finding["earlier"];
const facts = (more: Partial<Facts> = {}): Facts => ({
  possession: "not-accepted",
  validity: { kind: "inactive", because: "refused" },
  outcome: LEFT,
  earlier: null,
  ...more,
});

describe("a key is proven dead for good", () => {
  test.each<[string, Facts, object]>([
    [
      "stopped by this run",
      facts({ possession: "proven", outcome: contained(), validity: { kind: "inactive", because: "deleted" } }),
      { by: "this-run", at },
    ],
    ["stopped by a run that the audit file has", facts({ earlier: earlier() }), { by: "earlier-run", at }],
    ["refused, and proven to be ours before", facts({ possession: "proven-before" }), { by: "trial", at: null }],
  ])("if it was %s", (_, known, end) => {
    expect(findProvenEnd(known)).toEqual(end);
  });

  test.each<[string, Facts]>([
    ["is refused, and may never have been ours", facts()],
    [
      "works for somebody else",
      facts({ possession: "someone-else", validity: { kind: "active", because: "accepted" } }),
    ],
    ["was not tried", facts({ possession: "not-tried", validity: { kind: "unknown", because: "not-tried" } })],
    [
      "is of a project that may return",
      facts({ possession: "proven", validity: { kind: "inactive", because: "project-dormant" } }),
    ],
    [
      "is of an account that may return",
      facts({ possession: "proven", validity: { kind: "inactive", because: "account-deactivated" } }),
    ],
    ["was revoked, which is not verified", facts({ possession: "proven", outcome: contained({ verified: false }) })],
    [
      "was set to expire, and works until then",
      facts({ possession: "proven", outcome: contained({ by: "expire", stopped: false }) }),
    ],
    ["was quarantined by an earlier run", facts({ earlier: earlier({ kind: "quarantine" }) })],
    ["fits an act that the audit log alone has", facts({ earlier: earlier({ knownFrom: "audit-log" }) })],
  ])("but not one that %s", (_, known) => {
    expect(findProvenEnd(known)).toBe(null);
  });
});
