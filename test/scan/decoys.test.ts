import { describe, expect, test } from "vitest";
import type { PlannedAct } from "../../src/domain/decision.ts";
import type { Report } from "../../src/domain/report.ts";
import { computeFingerprint } from "../../src/domain/secret.ts";
import { effort } from "../support/effort.ts";
import { createDecoys, type Deletion, measureDeletion } from "./decoys.ts";
import { stake } from "./stake.ts";

/** How long an answer of OpenAI's takes, in milliseconds. */
const LATENCY = 50;

async function delayOf(count: number, { isOwn = true, latency = LATENCY } = {}): Promise<Deletion> {
  await using at = await stake(30, latency);
  const leaked = isOwn ? at.production : at.acme.accountKey(at.web, "leaked");
  const { deletion, report } = await measureDeletion(at, [...createDecoys(at.production, count), leaked.text]);
  if (!deletion) throw new Error("no key was deleted");
  expect(report.findings).toHaveLength(count + 1);
  expect(outcomeOf(report, leaked.text)).toMatchObject({ kind: "contained", by: "revoke", verified: true });
  expect(report.findings.filter(({ outcome }) => outcome.kind === "contained")).toHaveLength(1);
  return deletion;
}

function outcomeOf({ findings }: Report, text: string) {
  return findings.find(({ fingerprint }) => fingerprint === computeFingerprint(text))?.outcome;
}

describe("decoys with the ends of one record delay the revocation of a leaked key", () => {
  test("by one request each where it is the record's key, and by none where it is another's", async () => {
    const [alone, ten, many] = await Promise.all(
      [0, 10, 100].map(async (count) => await delayOf(count, { latency: 0 })),
    );
    const most = await delayOf(effort(300, 2000), { latency: 0 });
    const own = alone?.requests ?? 0;
    expect([ten?.requests, many?.requests, most.requests]).toEqual([own + 10, own + 100, own + effort(300, 2000)]);
  });

  test("by less than two seconds where 400 of them stand before it, and OpenAI takes its time to answer", async () => {
    const [alone, own, other] = [await delayOf(0), await delayOf(400), await delayOf(400, { isOwn: false })];
    expect(own.at - alone.at).toBeLessThan(2000);
    expect(other.at - alone.at).toBeLessThan(2 * LATENCY);
  });

  test("and cost no question about the record, in however many commits they stand", async () => {
    const questions = async (count: number) => {
      await using at = await stake();
      const differing = (index: number) => ({ at: new Date(Date.UTC(2026, 9, 1) + index * 3_600_000) });
      const texts = [at.production.text, ...createDecoys(at.production, count)];
      await measureDeletion(at, texts, {}, { differing });
      return at.openai.requests.filter(({ path }) => /usage|costs|audit_logs/.test(path)).length;
    };
    expect(await questions(100)).toBe(await questions(0));
  });
});

describe("a key is contained before all others were tried", () => {
  test("only where the cap holds whatever comes of them", async () => {
    await using at = await stake();
    const leaked = ["a", "b", "c"].map((name) => at.acme.accountKey(at.web, name));
    const decoys = leaked.flatMap((key) => createDecoys(key, 20));
    const texts = [...decoys, ...leaked.map(({ text }) => text)];
    const { report, deletion } = await measureDeletion(at, texts, { maxContained: 2 });
    expect(deletion).toBe(null);
    expect(leaked.map(({ text }) => outcomeOf(report, text))).toEqual(
      leaked.map(() => ({ kind: "left", because: "too-many" })),
    );
  });

  test("and never where a dry run or an entry that matches nothing stands against it", async () => {
    await using at = await stake();
    const texts = [at.production.text, ...createDecoys(at.production, 20)];
    const rehearsed = await measureDeletion(at, texts, { dryRun: true });
    const unmatched = await measureDeletion(at, texts, { protect: ["a key that is not there"] });
    expect([rehearsed.deletion, unmatched.deletion]).toEqual([null, null]);
    expect(outcomeOf(unmatched.report, at.production.text)).toEqual({ kind: "left", because: "unmatched-entry" });
  });

  test("and not where the operator is asked: that is done once, when all are judged", async () => {
    await using at = await stake();
    const asked: (readonly PlannedAct[])[] = [];
    const confirm = async (acts: readonly PlannedAct[]) => {
      asked.push(acts);
      return false;
    };
    const texts = [at.production.text, ...createDecoys(at.production, 20)];
    const { report, deletion } = await measureDeletion(at, texts, {}, { confirm });
    expect(deletion).toBe(null);
    expect(asked.map((acts) => acts.map(({ mask }) => mask))).toHaveLength(1);
    expect(outcomeOf(report, at.production.text)).toEqual({ kind: "left", because: "declined" });
  });

  test("and is told once, with the others in their order, and recorded as ever", async () => {
    await using at = await stake();
    const texts = [...createDecoys(at.production, 5), at.production.text, ...createDecoys(at.admin, 5)];
    let begun = 0;
    const { report } = await measureDeletion(at, texts, {}, { onContainment: () => (begun += 1) });
    expect(report.findings.map(({ fingerprint }) => fingerprint)).toEqual(texts.map(computeFingerprint));
    expect(begun).toBe(1);
    expect(at.openai.requests.filter(({ method }) => method === "DELETE")).toHaveLength(1);
    expect(report.findings.every(({ earlier }) => earlier === null)).toBe(true);
  });
});

describe("an OpenAI that answers only so many requests at a time", () => {
  test("tells of each key what it is, and the leaked one is revoked", async () => {
    await using at = await stake(30, LATENCY, 8);
    const texts = [...createDecoys(at.production, 40), at.production.text];
    const report = await at.over(texts);
    expect(outcomeOf(report, at.production.text)).toMatchObject({ kind: "contained", by: "revoke" });
    expect(report.findings.filter(({ validity }) => validity.because === "rate-limited")).toEqual([]);
  });
});
