import { describe, expect, test } from "vitest";
import type { Finding } from "../../../src/domain/finding.ts";
import { describeReport } from "../../../src/report/view/view.ts";
import { sighting } from "../../support/facts.ts";
import { renderFailure, renderTitle } from "../render.ts";
import { contained, context, dead, finding, keyless, missing, removed, report, revoked, unknown } from "../stories.ts";

const old = finding({ sightings: [sighting({ preexisting: true })] });
const oldAdmin = finding({ family: "admin", seed: "o", sightings: [sighting({ preexisting: true })] });
const lingering = finding({ validity: dead });
const own = finding({ family: "admin", outcome: { kind: "left", because: "own-admin-key" } });
const refused = { possession: "not-accepted", validity: { kind: "inactive", because: "refused" } } as const;
const fake = finding(refused);
const bygone = finding({ ...refused, sightings: [removed()] });
const failed = { kind: "self-test", detail: "1 of 5 built-in sample keys were not found" } as const;
const dormant = revoked({
  validity: { kind: "inactive", because: "project-dormant" },
  outcome: { kind: "left", because: "report-only" },
});
const untried = { validity: unknown, possession: "not-tried" } as const;
const stranger = (seed: string) => finding({ seed, identity: { kind: "foreign" }, ...untried });
const unchecked = (seed: string) =>
  finding({ seed, identity: { kind: "unchecked", because: "no-admin-key" }, ...untried });
const suspected = finding({
  kind: "suspected",
  confidence: "suspected",
  identity: { kind: "unchecked", because: "not-listed-by-openai" },
  ...untried,
});
const quarantined = finding({ outcome: contained({ by: "quarantine" }) });
const expiring = finding({ seed: "b", outcome: contained({ by: "expire", endsAt: new Date("2026-11-21T11:03:00Z") }) });
const files = { change: { kind: "files", globs: [] } } as const;
const staged = { change: { kind: "staged" } } as const;
const unpushed = { change: { kind: "range", base: null, head: "a".repeat(40), unpushed: true } } as const;
const comment = { change: { kind: "texts", of: "a comment" } } as const;

describe("the title is one clause", () => {
  test.each([
    ["✅ No OpenAI keys found", report()],
    ["🔴 A live OpenAI key leaked in this change", report([finding()])],
    ["🔴 2 live OpenAI keys leaked in this change", report([finding(), finding({ seed: "b" })])],
    [
      "🔴 A live OpenAI key leaked in this change and waits for your approval",
      report([finding({ outcome: { kind: "left", because: "awaiting-approval" } })]),
    ],
    ["🔴 1 of 2 leaked OpenAI keys still works", report([revoked({ seed: "b" }), finding()])],
    [
      "🔴 1 of 3 leaked OpenAI keys still works",
      report([bygone, finding(), { ...bygone, fingerprint: "f".repeat(16) }]),
    ],
    ["🔴 A live OpenAI key leaked in this change", report([finding()], { gaps: [missing] })],
    ["🔴 An OpenAI key leaked in this change", report([unchecked("a")], { gaps: [keyless] })],
    ["🔴 2 OpenAI keys leaked in this change", report([unchecked("a"), unchecked("b")])],
    ["🔴 1 of 2 leaked OpenAI keys may still work", report([unchecked("a"), revoked({ seed: "b" })])],
    ["🔴 An OpenAI key leaked here; it is not one of yours", report([stranger("a")])],
    ["🔴 An OpenAI key leaked here; it is not one of yours", report([finding({ possession: "someone-else" })])],
    ["🔴 3 OpenAI keys leaked here; none is yours", report(["a", "b", "c"].map(stranger))],
    ["⚠️ A leaked OpenAI key may still work", report([finding({ validity: { kind: "unknown", because: "network" } })])],
    ["⚠️ What looks like a part of an OpenAI key leaked in this change", report([suspected])],
    [
      "🟡 A leaked OpenAI key was revoked; OpenAI has not confirmed it yet",
      report([finding({ outcome: contained({ verified: false, stopped: false }) })]),
    ],
    ["🟡 A leaked OpenAI key was quarantined; it is still in the code", report([quarantined])],
    ["🟡 1 of 2 leaked OpenAI keys is quarantined", report([quarantined, revoked({ seed: "b" })])],
    ["🟡 A leaked OpenAI key expires on 21 Nov 2026, 11:03 UTC", report([expiring])],
    ["🟡 1 of 2 leaked OpenAI keys expires soon", report([expiring, revoked()])],
    [
      "🟠 A leaked OpenAI key was revoked; it is still in the code",
      report([finding({ validity: dead, outcome: contained() })]),
    ],
    ["🟠 A dead OpenAI key is still in the code", report([lingering])],
    ["🟠 None of 2 leaked OpenAI keys works; 1 is still in the code", report([lingering, revoked({ seed: "b" })])],
    ["🟠 A fake OpenAI key is still in the code", report([fake])],
    ["🟠 2 fake OpenAI keys are still in the code", report([fake, { ...fake, fingerprint: "f".repeat(16) }])],
    ["✅ Resolved: the leaked OpenAI key no longer works", report([revoked()])],
    ["✅ Resolved: the leaked OpenAI key does not work", report([bygone])],
    ["✅ Resolved: the leaked OpenAI key does not work for now", report([dormant])],
    ["✅ Resolved: none of the 2 leaked OpenAI keys works", report([revoked(), revoked({ seed: "b" })])],
    ["✅ Resolved: the leaked OpenAI key no longer works", report([old, revoked({ seed: "b" })])],
    ["⚠️ No new OpenAI keys, but 1 older key still works", report([old])],
    [
      "✅ No new OpenAI keys; 1 dead key was here before",
      report([finding({ validity: dead, sightings: [sighting({ preexisting: true })] })]),
    ],
    ["⚠️ No new OpenAI keys, but an admin key was here before", report([oldAdmin])],
    [
      "✅ No OpenAI keys found; 1 is ignored",
      report([finding({ ignored: { kind: "ignored", reason: "demo", until: null } })]),
    ],
    ["🔴 A live OpenAI admin key leaked in this change", report([finding({ family: "admin" })])],
    ["🔴 The Admin API key of this run leaked in this change", report([own])],
    [
      "🔴 2 live OpenAI admin keys and 2 other keys leaked in this change",
      report([revoked({ seed: "c" }), finding(), finding({ family: "admin", seed: "b" }), own]),
    ],
    ["✅ Resolved: the leaked OpenAI admin key no longer works", report([revoked({ family: "admin" })])],
    ["⚠️ Not a clean result: 1 thing could not be read", report([], { gaps: [missing] })],
    ["⚠️ Not a clean result: 1 file could not be read", report([], { gaps: [{ ...missing, path: "a.bin" }] })],
    ["⚠️ Not a clean result: 2 things could not be read", report([revoked()], { gaps: [missing, missing] })],
    ["⚠️ Not a clean result: the self-test failed", report([], { gaps: [missing, failed] })],
    [
      "⚠️ Not a clean result: 1 approved key was not found",
      report([], { gaps: [{ kind: "approved", detail: "be8c41a40b2e0d60 was not found" }] }),
    ],
    ["🔴 A live OpenAI key is staged", report([finding()], staged)],
    ["🔴 2 live OpenAI keys are staged", report([finding(), finding({ seed: "b" })], staged)],
    ["🟠 A dead OpenAI key is still staged", report([lingering], staged)],
    ["🔴 A live OpenAI key is in the commits to push", report([finding()], unpushed)],
    ["🔴 2 OpenAI keys are in the commits to push", report([unchecked("a"), unchecked("b")], unpushed)],
    ["🔴 2 live OpenAI keys are in these files", report([finding(), finding({ seed: "b" })], files)],
    ["🔴 1 of 2 OpenAI keys in these files still works", report([finding(), lingering], files)],
    ["🔴 An OpenAI key is in this text", report([unchecked("a")], { change: { kind: "stdin", name: "x" } })],
    [
      "🔴 A live OpenAI key leaked in the history of this repository",
      report([finding()], { change: { kind: "history", unreachable: true } }),
    ],
    ["🔴 A live OpenAI key leaked in a comment", report([finding()], comment)],
    ["🟠 A dead OpenAI key is still in the text", report([lingering], comment)],
  ])("%s", (words, one) => {
    const { mark } = describeReport(one);
    expect(`${mark} ${renderTitle(one)}`).toBe(words);
  });

  test("and names a pull request or a push as that", () => {
    expect(describeReport(report([finding()]), context).title).toBe("A live OpenAI key leaked in this pull request");
    expect(describeReport(report([finding()]), { range: "push" }).title).toBe("A live OpenAI key leaked in this push");
  });
});

describe("the last line", () => {
  const calm = (one: Finding) => ({ ...one, blocks: false });
  test.each([
    ["a clean run has none", report(), null],
    ["nor has one whose findings pass", report([calm(finding())]), null],
    ["nor one without an admin key", report([], { gaps: [keyless] }), null],
    ["one key", report([finding()]), "Failed: 1 OpenAI key may still work. What to do is above."],
    [
      "several, and dead ones beside them",
      report([finding(), finding({ seed: "b" }), finding({ seed: "c", validity: dead })]),
      "Failed: 2 OpenAI keys may still work. What to do is above.",
    ],
    ["only dead ones that are still there", report([lingering]), "Failed: 1 dead OpenAI key is still in the code."],
    [
      "something that was not read",
      report([calm(finding())], { gaps: [missing] }),
      "Failed: Not a clean result: 1 thing could not be read.",
    ],
  ] as const)("says in one sentence why the run fails: %s", (_, one, words) => {
    expect(renderFailure(one)).toBe(words);
  });
});
