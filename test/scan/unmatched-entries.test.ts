import { describe, expect, test } from "vitest";
import { countSilent } from "../../src/domain/candidate.ts";
import type { Policy } from "../../src/domain/decision.ts";
import { isFailure } from "../../src/domain/gap.ts";
import { restrictReport } from "../../src/domain/report.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { checkEntries, checkIgnoreEntries } from "../../src/scan/unmatched-entries.ts";
import { candidate, policy, recordOf } from "../support/facts.ts";

const text = createFakeKey("project", "a");
const record = { ...recordOf(text), name: "prod-backend" };
const found = [candidate({ text })];
const fingerprint = found[0]?.secret.fingerprint ?? "";
const complete = { records: [record], projects: [record.home], gaps: [], organization: null };

function check(differing: Partial<Policy>, inventory: typeof complete | null = complete) {
  return checkEntries(policy(differing), inventory, found);
}

describe("the lists of the operator", () => {
  test("are not mentioned where every entry fits", () => {
    const protect = ["PROD‑backend", "proj_1"];
    expect(check({ protect, approved: new Set([fingerprint]) })).toEqual({ entries: [], gaps: [] });
  });

  test("are told with the nearest name, and without it where names must not be shown", () => {
    const { entries, gaps } = check({ protect: ["Prod Bakend"] });
    expect(entries).toEqual([{ setting: "protect", entry: "Prod Bakend" }]);
    const sentence =
      'The protect entry "Prod Bakend" fits no key, project or owner of the organisation, so no key was changed.';
    expect(gaps).toMatchObject([{ kind: "protect", detail: `${sentence} Did you mean "prod-backend"?` }]);
    const nothing = { commits: 0, blobs: 0, bytes: 0, texts: 0, milliseconds: 0 };
    const report = {
      change: { kind: "staged" },
      coverage: nothing,
      findings: [],
      gaps,
      askedAs: null,
      silent: countSilent([]),
      unfinished: [],
    } as const;
    expect(restrictReport(report, "minimal").gaps).toMatchObject([{ detail: sentence }]);
  });

  test("hold everything back where the list of keys is incomplete, and do not say that there is no such key", () => {
    const gap = { kind: "inventory", detail: "admin keys could not be listed in full: …", covers: ["organization"] };
    const incomplete = { ...complete, gaps: [gap] } as unknown as typeof complete;
    const { entries, gaps } = check({ protect: ["the admin key of ci"] }, incomplete);
    expect(entries).toHaveLength(1);
    expect(gaps[0]?.detail).toContain("none of the keys, projects and owners that could be listed");
  });

  test("never quote a key that somebody put there", () => {
    const { gaps } = check({ protect: [text] });
    expect(JSON.stringify(gaps)).not.toContain(text.slice(8));
  });

  test("name the fingerprint nearest to one that was not found", () => {
    const wrong = `${fingerprint.slice(0, 15)}${fingerprint.endsWith("0") ? "1" : "0"}`;
    const { gaps } = check({ approved: new Set([wrong]) }, null);
    expect(gaps).toEqual([
      {
        kind: "approved",
        detail: `The approved fingerprint ${wrong} was not found, so no key was changed. Did you mean ${fingerprint}?`,
      },
    ]);
  });

  test("say nothing where nothing may be contained anyway", () => {
    expect(check({ protect: ["x"], approved: new Set(["0".repeat(16)]), onLeak: "report" }).entries).toEqual([]);
  });
});

describe("entries of the ignore file that match no key of a history", () => {
  const now = new Date("2026-11-21T12:00:00Z");
  const entry = (name: string, until: string | null = null) => ({
    fingerprint: name,
    reason: "demo",
    until: until === null ? null : new Date(until),
  });
  const detailOf = (...entries: ReturnType<typeof entry>[]) => checkIgnoreEntries(entries, found, now)[0]?.detail;

  test("are told by their fingerprints, and when they have ended", () => {
    expect(detailOf(entry("a".repeat(16)))).toBe(
      "1 entry of the ignore file matches no key in the whole history: aaaaaaaaaaaaaaaa.",
    );
    expect(detailOf(entry(fingerprint), entry("b".repeat(16), "2026-11-20"), entry("c".repeat(16), "2026-11-21"))).toBe(
      "2 entries of the ignore file match no key in the whole history: bbbbbbbbbbbbbbbb (ended on 2026-11-20), cccccccccccccccc.",
    );
  });

  test("are counted where there are many", () => {
    const many = Array.from({ length: 400 }, (_, index) => entry(String(index).padStart(16, "0")));
    expect(detailOf(...many)).toMatch(/^400 entries .* and 395 more\.$/);
  });

  test("are no gap that fails a run", () => {
    const gaps = checkIgnoreEntries([entry("a".repeat(16))], found, now);
    expect(gaps.map(isFailure)).toEqual([false]);
    expect(checkIgnoreEntries([entry(fingerprint)], found, now)).toEqual([]);
  });
});
