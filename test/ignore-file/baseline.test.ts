import { describe, expect, test } from "vitest";
import type { Validity } from "../../src/domain/validity.ts";
import { baselineOf, type Found } from "../../src/ignore-file/baseline.ts";
import { editIgnoreFile } from "../../src/ignore-file/edit.ts";
import { NOTHING_IGNORED } from "../../src/ignore-file/ignore-file.ts";
import { parseIgnoreFile } from "../../src/ignore-file/parse.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { recordOf } from "../support/facts.ts";

const NOW = new Date("2026-11-21T13:00:00Z");
const ours = { kind: "ours", record: recordOf(createFakeKey("project", "a")), chance: 0 } as const;
const ACTIVE: Validity = { kind: "active", because: "accepted" };
const UNKNOWN: Validity = { kind: "unknown", because: "network" };

function found(digit: string, identity: Found["identity"] = { kind: "foreign" }, validity: Validity = ACTIVE): Found {
  return { fingerprint: digit.repeat(16), identity, validity };
}

describe("a baseline", () => {
  test("names what was there before, in an order that does not depend on how it was found", () => {
    const findings = [found("c"), found("a", { kind: "unchecked", because: "no-admin-key" }, UNKNOWN), found("b")];
    const entries = baselineOf(NOTHING_IGNORED, findings, NOW);
    expect(entries).toEqual(baselineOf(NOTHING_IGNORED, findings.toReversed(), NOW));
    expect(entries.map(({ fingerprint }) => fingerprint[0])).toEqual(["a", "b", "c"]);
    expect(entries[0]).toMatchObject({ reason: "here before 2026-11-21", until: null });
  });

  test("excuses no key of ours that works, or may work", () => {
    const dead = found("d", ours, { kind: "inactive", because: "refused" });
    const findings = [found("a", ours), found("b", ours, UNKNOWN), dead];
    expect(baselineOf(NOTHING_IGNORED, findings, NOW).map(({ fingerprint }) => fingerprint)).toEqual([
      dead.fingerprint,
    ]);
  });

  test("leaves the entries that are there as they are, and adds nothing when it is made again", () => {
    const until = new Date("2026-01-01T00:00:00Z");
    const file = { ...NOTHING_IGNORED, ignore: [{ fingerprint: "a".repeat(16), reason: "demo", until }] };
    const entries = baselineOf(file, [found("a"), found("b")], NOW);
    expect(entries.map(({ fingerprint }) => fingerprint)).toEqual(["b".repeat(16)]);
    const text = editIgnoreFile(null, entries, "ignore.yml");
    expect(baselineOf(parseIgnoreFile(text, "ignore.yml"), [found("b")], NOW)).toEqual([]);
  });
});
