import { describe, expect, test } from "vitest";
import type { Finding } from "../../../src/domain/finding.ts";
import { describeCoverage } from "../../../src/report/wording/coverage.ts";
import { sighting } from "../../support/facts.ts";
import { renderFailure, renderTitle } from "../render.ts";
import { dead, finding, keyless, missing, removed, report, revoked, unknown } from "../stories.ts";

describe("the title", () => {
  const suspected = finding({ kind: "suspected", confidence: "suspected" });
  const old = finding({ sightings: [sighting({ preexisting: true })] });
  const lingering = finding({ validity: dead });
  const own = finding({ family: "admin", outcome: { kind: "left", because: "own-admin-key" } });
  const refused = { possession: "not-accepted", validity: { kind: "inactive", because: "refused" } } as const;
  const decoy = finding(refused);
  const bygone = finding({ ...refused, sightings: [removed()] });
  const failed = { kind: "self-test", detail: "1 of 5 built-in sample keys were not found" } as const;
  const dormant = revoked({ validity: { kind: "inactive", because: "project-dormant" } });

  test.each([
    ["No OpenAI keys found", report()],
    ["1 OpenAI key is exposed", report([finding()])],
    ["2 OpenAI keys are exposed", report([finding(), finding({ seed: "b", validity: unknown })])],
    ["1 suspected OpenAI key is exposed", report([suspected])],
    ["1 OpenAI key was exposed and is dead", report([revoked()])],
    ["2 OpenAI keys were exposed and are dead", report([revoked(), revoked({ seed: "b" })])],
    ["1 OpenAI key was exposed and is inactive", report([dormant])],
    ["1 OpenAI key was exposed and is dead, but is still in the head", report([lingering])],
    ["1 OpenAI key was here before this change", report([old])],
    ["1 OpenAI key is exposed; 1 was exposed and is dead", report([revoked({ seed: "b" }), finding()])],
    ["1 OpenAI key was exposed and is dead; 1 was here before this change", report([old, revoked({ seed: "b" })])],
    ["Could not tell: 1 thing was not read", report([], { gaps: [missing] })],
    [
      "Could not tell: 2 things were not read; 1 OpenAI key was exposed and is dead",
      report([revoked()], { gaps: [missing, missing] }),
    ],
    ["1 OpenAI key is exposed; 1 thing was not read", report([finding()], { gaps: [missing] })],
    ["1 OpenAI key is exposed", report([finding()], { gaps: [keyless] })],
    ["Could not tell: the self-test failed; 1 thing was not read", report([], { gaps: [missing, failed] })],
    ["Could not tell: the self-test failed", report([], { gaps: [failed] })],
    ["1 OpenAI admin key is exposed", report([finding({ family: "admin" })])],
    ["1 OpenAI admin key is exposed: the one this run works with", report([own])],
    [
      "2 OpenAI admin keys are exposed, one of them the one this run works with; 2 other keys are exposed; 1 was exposed and is dead",
      report([revoked({ seed: "c" }), finding(), finding({ seed: "b" }), finding({ family: "admin", seed: "b" }), own]),
    ],
    ["1 OpenAI key was exposed and is dead", report([revoked({ family: "admin" })])],
    [
      "1 OpenAI admin key was here before this change; 1 other key is exposed",
      report([finding(), finding({ family: "admin", sightings: [sighting({ preexisting: true })] })]),
    ],
    ["1 look-alike of your keys does not work, but is still in the head", report([decoy])],
    [
      "1 OpenAI key is exposed; 2 look-alikes of your keys do not work",
      report([bygone, finding(), { ...bygone, fingerprint: "f".repeat(16) }]),
    ],
    ["1 OpenAI key is exposed", report([finding({ possession: "someone-else" })])],
    ["1 OpenAI key is staged", report([finding()], { change: { kind: "staged" } })],
    ["1 OpenAI key was staged and is dead, but is still staged", report([lingering], { change: { kind: "staged" } })],
    ["2 OpenAI keys were found", report([finding(), finding({ seed: "b" })], { change: { kind: "files", globs: [] } })],
    ["1 OpenAI key was found", report([finding()], { change: { kind: "stdin", name: "x" } })],
    ["1 OpenAI key is exposed", report([finding()], { change: { kind: "history", unreachable: true } })],
    [
      "1 OpenAI key was exposed and is dead, but is still in the text",
      report([lingering], { change: { kind: "texts", of: "a comment" } }),
    ],
  ])("says: %s", (words, one) => {
    expect(renderTitle(one)).toBe(words);
  });
});

test.each([
  ["3 commits, 17 blobs, 50 KB, 2 texts in 85 ms", {}],
  ["1 commit, 1 blob, 1 byte, 1 text in 1.5 s", { commits: 1, blobs: 1, bytes: 1, texts: 1, milliseconds: 1510 }],
  [
    "12,345 commits, 1.5 GB in 2 min 5 s",
    { commits: 12_345, blobs: 0, bytes: 1.5 * 1024 ** 3, texts: 0, milliseconds: 125_400 },
  ],
  ["no new commits in 3 ms", { commits: 0, blobs: 0, bytes: 0, texts: 0, milliseconds: 3 }],
])("coverage is one quiet line: %s", (words, coverage) => {
  const whole = report();
  expect(describeCoverage({ ...whole, coverage: { ...whole.coverage, ...coverage } })).toBe(words);
});

test("a change without anything to read says so", () => {
  const coverage = { commits: 0, blobs: 0, bytes: 0, texts: 0, milliseconds: 3 };
  expect(describeCoverage({ change: { kind: "staged" }, coverage })).toBe("nothing to read in 3 ms");
});

test("files on disk are called files", () => {
  expect(describeCoverage(report([], { change: { kind: "files", globs: ["**"] } }))).toMatch(/17 files/);
});

describe("the last line", () => {
  const calm = (one: Finding) => ({ ...one, blocks: false });
  test.each([
    ["a clean run has none", report(), null],
    ["nor has one whose findings pass", report([calm(finding())]), null],
    ["nor one without an admin key", report([], { gaps: [keyless] }), null],
    ["one key", report([finding()]), "This fails because 1 exposed OpenAI key may still work: its steps are above."],
    [
      "several, and dead ones beside them",
      report([finding(), finding({ seed: "b" }), finding({ seed: "c", validity: dead })]),
      "This fails because 2 exposed OpenAI keys may still work: the steps for each are above.",
    ],
    [
      "only dead ones that still stand there",
      report([finding({ validity: dead })]),
      "This fails because 1 dead key still stands in what was looked at: take it out.",
    ],
    [
      "something that was not read",
      report([calm(finding())], { gaps: [missing] }),
      "This fails because nobody can say that there is no key in what was not read. 1 OpenAI key is exposed; 1 thing was not read.",
    ],
  ] as const)("says in one sentence why the run fails: %s", (_, one, words) => {
    expect(renderFailure(one)).toBe(words);
  });
});
