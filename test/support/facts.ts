import type { Candidate, KeyKind, Sighting } from "../../src/domain/candidate.ts";
import type { Policy } from "../../src/domain/decision.ts";
import type { KeyRecord } from "../../src/domain/inventory.ts";
import { Secret } from "../../src/domain/secret.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";

/** A sighting in a file of the head that this change brought, but for what is said otherwise. */
export function sighting(differing: Partial<Sighting> = {}): Sighting {
  return {
    where: "file",
    path: "src/app.ts",
    line: 3,
    column: 14,
    commit: "c".repeat(40),
    author: "Ada",
    at: new Date("2026-11-20T10:00:00Z"),
    encoding: "plain",
    member: null,
    inHead: true,
    preexisting: false,
    ...differing,
  };
}

/** A project key, seen once, of a shape that is certain. */
export function candidate(differing: Partial<Candidate> & { text?: string; kind?: KeyKind } = {}): Candidate {
  const { text = createFakeKey("project", "a"), ...rest } = differing;
  const secret = new Secret(text);
  return { secret, kind: "project", confidence: "certain", alternatives: [], sightings: [sighting()], ...rest };
}

/** The record of a key, redacted as real listings are: eight characters, stars for the rest, four characters. */
export function recordOf(text: string, differing: Partial<KeyRecord> = {}): KeyRecord {
  return {
    id: "key_1",
    name: "ci",
    redacted: stars(text),
    home: { kind: "project", id: "proj_1", name: "Web" },
    owner: { kind: "user", id: "user-1", name: "Ada" },
    createdAt: new Date("2026-01-01T00:00:00Z"),
    lastUsedAt: null,
    expiresAt: null,
    ownerHasAccess: true,
    ...differing,
  };
}

export function stars(text: string): string {
  return `${text.slice(0, 8)}${"*".repeat(text.length - 12)}${text.slice(-4)}`;
}

/** A policy that contains what may be contained. */
export function policy(differing: Partial<Policy> = {}): Policy {
  return {
    tryKeys: "own",
    onLeak: "revoke",
    grace: 3600,
    protect: [],
    maxContained: 3,
    holdIfUsedWithin: 0,
    containPreexisting: false,
    approved: null,
    mustFindApproved: true,
    dryRun: false,
    failOn: "leak",
    ownKey: null,
    ...differing,
  };
}
