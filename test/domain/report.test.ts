import { describe, expect, test } from "vitest";
import { countSilent } from "../../src/domain/candidate.ts";
import { type Finding, isBlocking } from "../../src/domain/finding.ts";
import { conclude, concludeRun, type Report, restrictReport } from "../../src/domain/report.ts";
import type { Validity } from "../../src/domain/validity.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { responseTo } from "../report/stories.ts";
import { recordOf, sighting } from "../support/facts.ts";

const active: Validity = { kind: "active", because: "accepted" };
const dead: Validity = { kind: "inactive", because: "refused" };
const unknown: Validity = { kind: "unknown", because: "not-tried" };
const gone = sighting({ inHead: false });
const old = sighting({ preexisting: true });
const text = createFakeKey("project", "a");

function finding(differing: Partial<Finding> = {}): Finding {
  return {
    fingerprint: "0123456789abcdef",
    mask: `sk-proj-…${text.slice(-4)}`,
    kind: "project",
    confidence: "certain",
    sightings: [sighting()],
    identity: { kind: "ours", chance: 0, record: recordOf(text) },
    possession: "proven",
    validity: active,
    impact: null,
    decision: { kind: "revoke", record: recordOf(text) },
    outcome: { kind: "left", because: "report-only" },
    earlier: null,
    response: responseTo({ sightings: [sighting()], outcome: { kind: "left", because: "report-only" }, earlier: null }),
    places: [],
    rotation: null,
    containable: false,
    ignored: null,
    blocks: true,
    ...differing,
  };
}

function report(differing: Partial<Report> = {}): Report {
  return {
    change: { kind: "range", base: null, head: "a".repeat(40) },
    coverage: { commits: 1, blobs: 1, bytes: 1, texts: 1, milliseconds: 1 },
    findings: [],
    gaps: [],
    askedAs: null,
    silent: countSilent([]),
    unfinished: [],
    ...differing,
  };
}

describe("whether a finding fails the run", () => {
  test.each([
    // sightings, validity, leak, active
    ["works and is in the head", [sighting()], active, true, true],
    ["may work and is in the head", [sighting()], unknown, true, true],
    ["is dead and in the head", [sighting()], dead, true, false],
    ["works and is only in history", [gone], active, true, true],
    ["may work and is only in history", [gone], unknown, true, true],
    ["is dead and only in history", [gone], dead, false, false],
    ["was there before this change", [old], active, false, false],
    ["was there before, and was brought to a new place too", [old, sighting()], unknown, true, true],
  ] as const)("when it %s", (_, sightings, validity, leak, whenActive) => {
    expect(isBlocking({ sightings, validity, ignored: null }, "leak")).toBe(leak);
    expect(isBlocking({ sightings, validity, ignored: null }, "active")).toBe(whenActive);
    expect(isBlocking({ sightings, validity, ignored: null }, "never")).toBe(false);
  });
});

describe("what a report comes to", () => {
  const missing = { kind: "missing-object", detail: "blob 1 is not here" } as const;
  const keyless = { kind: "no-admin-key", detail: "none" } as const;

  test.each([
    ["nothing found and all read", report(), "clean", "clean"],
    ["something was not read", report({ gaps: [missing] }), "incomplete", "incomplete"],
    ["no Admin API key, which is a choice", report({ gaps: [keyless] }), "clean", "clean"],
    ["a leak", report({ findings: [finding()] }), "leaked", "leaked"],
    ["a leak and a gap", report({ findings: [finding()], gaps: [missing] }), "leaked", "leaked"],
    ["a leak that is let pass", report({ findings: [finding({ blocks: false })] }), "leaked", "clean"],
    [
      "a leak that is let pass, and a gap",
      report({ findings: [finding({ blocks: false })], gaps: [missing] }),
      "leaked",
      "incomplete",
    ],
    [
      "a dead key of the past",
      report({ findings: [finding({ validity: dead, sightings: [gone], blocks: false })] }),
      "clean",
      "clean",
    ],
  ] as const)("with %s", (_, one, conclusion, ending) => {
    expect(conclude(one)).toBe(conclusion);
    expect(concludeRun(one)).toBe(ending);
  });
});

test("minimal detail names no project, owner or key, and shows no end of a key", () => {
  const ambiguous = finding({ identity: { kind: "ambiguous", candidates: [recordOf(text), recordOf(text)] } });
  const minimal = JSON.stringify(restrictReport(report({ findings: [finding(), ambiguous] }), "minimal"));
  for (const word of ['"ci"', "Web", "proj_1", "user-1", '"name":"Ada"', text.slice(-4), text.slice(0, 8) + "*"]) {
    expect(minimal).not.toContain(word);
  }
  expect(minimal).toContain("key_1");
  const full = report({ findings: [finding()] });
  expect(restrictReport(full, "full")).toBe(full);
});
