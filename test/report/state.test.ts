import { describe, expect, test } from "vitest";
import { getState } from "../../src/report/state.ts";
import { sighting } from "../support/facts.ts";
import { contained, dead, finding, removed, revoked, unknown } from "./stories.ts";

const refused = { possession: "not-accepted", validity: { kind: "inactive", because: "refused" } } as const;
const ignored = { kind: "ignored", reason: "public demo", until: null } as const;

describe("the state of a leaked key", () => {
  test.each([
    ["live", "works, and nothing was done", finding()],
    ["live", "is ambiguous, and works", finding({ identity: { kind: "ambiguous", candidates: [] } })],
    ["waiting", "waits for approval", finding({ outcome: { kind: "left", because: "awaiting-approval" } })],
    ["waiting", "was not approved", finding({ outcome: { kind: "left", because: "not-approved" } })],
    [
      "unconfirmed",
      "was revoked, and still works",
      finding({ outcome: contained({ stopped: false, verified: false }) }),
    ],
    ["unconfirmed", "was gone already, and was not tried", finding({ outcome: { kind: "already-gone" } })],
    ["unsure", "is ours, and could not be tried", finding({ validity: unknown, possession: "not-tried" })],
    ["stranger", "is another organisation's", finding({ identity: { kind: "foreign" }, validity: unknown })],
    ["stranger", "works for somebody else", finding({ possession: "someone-else" })],
    [
      "unchecked",
      "nobody was asked",
      finding({ identity: { kind: "unchecked", because: "no-admin-key" }, validity: unknown }),
    ],
    [
      "suspected",
      "is damaged",
      finding({
        kind: "suspected",
        confidence: "suspected",
        validity: unknown,
        identity: { kind: "unchecked", because: "not-listed-by-openai" },
      }),
    ],
    [
      "expiring",
      "expires",
      finding({ outcome: contained({ by: "expire", endsAt: new Date("2026-11-20T11:03:00Z") }) }),
    ],
    ["limited", "is quarantined", finding({ outcome: contained({ by: "quarantine" }) })],
    ["inactive", "is dead, and still in the code", finding({ validity: dead })],
    ["fake", "only looks like ours", finding(refused)],
    ["resolved", "is dead, and removed", revoked()],
    ["resolved", "only looks like ours, and is removed", finding({ ...refused, sightings: [removed()] })],
    ["preexisting", "was here before", finding({ sightings: [sighting({ preexisting: true })] })],
    ["ignored", "is ignored", finding({ ignored })],
    ["live", "has an entry that is over", finding({ ignored: { ...ignored, kind: "expired" } })],
  ] as const)("is %s when it %s", (state, _, one) => {
    expect(getState(one)).toBe(state);
  });
});
