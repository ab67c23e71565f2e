import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/domain/finding.ts";
import { hasNews, type NotifyWhen } from "../../src/domain/news.ts";
import { contained, dead, finding, report, revoked } from "../report/stories.ts";
import { sighting } from "../support/facts.ts";

const live = finding();
const inCode = finding({ seed: "b", validity: dead });
const done = revoked({ seed: "c" });
const old = finding({ seed: "d", sightings: [sighting({ preexisting: true })] });
const ignored = finding({ seed: "e", ignored: { kind: "ignored", reason: "x", until: null } });
const failed = finding({ seed: "f", outcome: { kind: "failed", because: "network" } });
const earlier = revoked({
  seed: "g",
  earlier: {
    kind: "revoke",
    recordId: "key_1",
    at: contained().at,
    by: null,
    endsAt: null,
    scopesBefore: null,
    knownFrom: "audit-file",
    standing: "confirmed",
  },
});

const isNews = (findings: readonly Finding[], when: NotifyWhen = "leak") => hasNews(report(findings), when, null);

describe("news", () => {
  test.each<[string, Finding, NotifyWhen[]]>([
    ["a live key", live, ["leak", "active"]],
    ["a dead key that is still in the code", inCode, ["leak"]],
    ["a key that this run revoked", done, ["leak", "contained"]],
    ["a key that this run could not contain", failed, ["leak", "active", "contained"]],
    ["a key that an earlier run revoked", earlier, []],
    ["a key that was here before", old, []],
    ["a key that the ignore file lists", ignored, []],
  ])("is %s, by what is asked for", (_, one, wanted) => {
    const told = (["leak", "active", "contained"] as const).filter((when) => isNews([one], when));
    expect(told).toEqual(wanted);
  });

  test("is nothing where nothing was found", () => {
    expect(isNews([])).toBe(false);
  });
});

describe("what the last run on the pull request has told", () => {
  const before = { open: [live.fingerprint, failed.fingerprint], moreOpen: 0, contained: [done.fingerprint] };
  const isNew = (findings: readonly Finding[]) => hasNews(report(findings), "leak", before);

  test.each([
    ["the same open key", [live]],
    ["a key that still cannot be contained", [failed]],
    ["the same revoked key", [done]],
    ["one key less", []],
  ])("is no news again: %s", (_, findings) => {
    expect(isNew(findings)).toBe(false);
  });

  test.each([
    ["another open key", [live, finding({ seed: "new" })]],
    ["another revoked key", [done, revoked({ seed: "new" })]],
    ["the open key, revoked", [revoked()]],
  ])("is not %s", (_, findings) => {
    expect(isNew(findings)).toBe(true);
  });

  test("is counted where it was too much to be named", () => {
    const many = { open: [live.fingerprint], moreOpen: 1, contained: [] };
    const keys = [live, finding({ seed: "x" }), finding({ seed: "y" })];
    expect(hasNews(report(keys.slice(0, 2)), "leak", many)).toBe(false);
    expect(hasNews(report(keys), "leak", many)).toBe(true);
  });
});
