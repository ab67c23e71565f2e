import { describe, expect, test } from "vitest";
import { isBlocking, isHarmful } from "../../src/domain/finding.ts";
import type { Identity } from "../../src/domain/identity.ts";
import { matchIgnoreEntry } from "../../src/domain/ignore-entry.ts";
import type { Validity } from "../../src/domain/validity.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { recordOf, sighting } from "../support/facts.ts";

const NOW = new Date("2027-01-31T23:59:59Z");
const until = new Date("2027-01-31T00:00:00Z");
const fingerprint = "f".repeat(16);
const entry = { fingerprint, reason: "key of the public demo", until };
const foreign: Identity = { kind: "foreign" };
const ours: Identity = { kind: "ours", chance: 0, record: recordOf(createFakeKey("project", "a")) };
const active: Validity = { kind: "active", because: "accepted" };
const dead: Validity = { kind: "inactive", because: "deleted" };
const unknown: Validity = { kind: "unknown", because: "not-tried" };

function told(identity: Identity, validity: Validity, now = NOW) {
  return matchIgnoreEntry([entry], { fingerprint, identity, validity }, now)?.kind ?? null;
}

describe("an entry of the ignore file", () => {
  test("excuses the key it names, and no other", () => {
    expect(told(foreign, unknown)).toBe("ignored");
    expect(matchIgnoreEntry([entry], { fingerprint: "0".repeat(16), identity: foreign, validity: unknown }, NOW)).toBe(
      null,
    );
  });

  test("holds through its last day, in UTC, and not a second longer", () => {
    expect(told(foreign, unknown, new Date("2027-01-31T23:59:59.999Z"))).toBe("ignored");
    expect(told(foreign, unknown, new Date("2027-02-01T00:00:00Z"))).toBe("expired");
    const always = { ...entry, until: null };
    const facts = { fingerprint, identity: foreign, validity: unknown };
    expect(matchIgnoreEntry([always], facts, new Date("2999-01-01T00:00:00Z"))?.kind).toBe("ignored");
  });

  test("does not excuse a key of ours that works, or may work", () => {
    expect(told(ours, active)).toBe("overruled");
    expect(told(ours, unknown)).toBe("overruled");
    expect(told(ours, dead)).toBe("ignored");
  });

  test.each([
    ["ignored", false],
    ["expired", true],
    ["overruled", true],
  ] as const)("that is %s makes it count: %s", (kind, counts) => {
    const ignored = { kind, reason: "", until: null };
    expect(isHarmful({ sightings: [sighting()], validity: unknown, ignored })).toBe(counts);
    expect(isBlocking({ sightings: [sighting()], validity: unknown, ignored }, "leak")).toBe(counts);
  });
});
