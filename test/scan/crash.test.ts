import { describe, expect, test } from "vitest";
import type { Containment } from "../../src/domain/decision.ts";
import { computeFingerprint } from "../../src/domain/secret.ts";
import type { Death } from "./crashing/child.ts";
import { type At, type Ended, type Moment, type Scene, scene } from "./crashing/scene.ts";

/**
 * Set to anything, each request of each act's run is one to die at, at each moment. Else the questions before the first
 * act, in which nothing can be lost, take one death each, and are those of a revocation alone: the others ask the same.
 */
const everywhere = process.env["CRASH_EVERYWHERE"] !== undefined;

const ACTS = ["revoke", "expire", "quarantine"] as const satisfies readonly Containment["kind"][];
const MOMENTS = ["before", "after-effect", "after-answer"] as const satisfies readonly Moment[];
const DEATHS = [
  "before-begin",
  "in-begin",
  "after-begin",
  "before-end",
  "in-end",
  "after-end",
] as const satisfies readonly Death[];

/** Where a run can die: each request it makes, as a run that is not killed tells, at each moment. */
async function deathsIn(act: Containment["kind"]): Promise<readonly (readonly [string, At])[]> {
  await using one = await scene({ policy: { onLeak: act } });
  const { signal } = await one.run();
  expect(signal).toBeNull();
  const seen = new Map<string, number>();
  let isActing = false;
  return one.openai.requests.flatMap(({ method, path: where }) => {
    const request = `${method} ${where}`;
    const nth = seen.get(request) ?? 0;
    seen.set(request, nth + 1);
    isActing ||= method !== "GET" || /\/api_keys\/[^/]+$/.test(where); // An act reads the record first.
    const isQuestion = !isActing && (act !== "revoke" || nth > 0 || /usage\/[^c]/.test(where));
    if (!everywhere && (isQuestion || nth > 1)) return [];
    const moments = everywhere || isActing ? MOMENTS : (["before"] as const);
    const name = `${request.replace(/ .*\//, " …/")} #${nth + 1}`;
    return moments.map((moment) => [`${moment} ${name}`, { request, nth, moment }] as const);
  });
}

/** What a run that follows a killed one must have come to, whatever the other got done. */
async function expectTruth(one: Scene, act: Containment["kind"], again: Ended): Promise<void> {
  const { key, writes } = one;
  expect(again, again.stderr).toMatchObject({ exitCode: 1, signal: null });

  // The key is in the state of a run that was never killed, and was brought there once.
  if (act === "revoke") expect(key.deletedAt).not.toBeNull();
  if (act === "expire") expect(key.expiresAt).not.toBeNull();
  if (act === "quarantine") expect(key.scopes).toEqual(["api.model.read"]);
  expect(writes).toEqual([{ id: key.id, begun: true }]);

  const { outcome, validity } = again.report?.findings[0] ?? {};
  expect(outcome?.kind).toMatch(/^(?:contained|already-gone|left)$/);
  const lines = await one.audit();
  const ends = lines.filter(({ event }) => event === "end");
  if (outcome?.kind === "left") {
    // The first run had written its end: there was nothing left to say.
    expect(outcome.because).toBe(act === "revoke" ? "already-inactive" : "expires-sooner");
    expect(ends).toMatchObject([{ outcome: { kind: "contained", by: act } }]);
  }
  if (outcome?.kind === "contained") expect(outcome.by).toBe(act);
  expect(validity?.kind).toBe(act === "revoke" ? "inactive" : "active");

  // The audit file tells the truth: what was begun has an end, and the end says what was done.
  expect(again.report?.unfinished).toEqual([]);
  expect(again.report?.gaps).toEqual([]);
  expect(lines.findLast(({ event }) => event !== "torn")?.event).toBe("end");
  for (const line of ends) {
    expect(line).toMatchObject({ act, record: { id: key.id } });
    expect(line.outcome.kind).toMatch(/^(?:contained|already-gone)$/);
  }
}

/** What a run that was killed may have said: nothing of an act that it did not do. */
async function expectNoBoast(one: Scene): Promise<void> {
  const ends = (await one.audit()).filter(({ event }) => event === "end");
  expect(ends.length).toBeLessThanOrEqual(one.writes.length);
}

for (const act of ACTS) {
  const deaths = await deathsIn(act);
  describe(`a run that is killed while it is to ${act} a key is made good by the next one`, () => {
    test.concurrent.each(deaths)("%s", { timeout: 120_000 }, async (_name, at) => {
      await using one = await scene({ policy: { onLeak: act } });
      const killed = await one.run({ at });
      // After its last answer a run may be done before it is killed, and not each asks as often.
      if (at.moment !== "after-answer" && at.nth === 0) expect(killed.signal).toBe("SIGKILL");
      await expectNoBoast(one);
      await expectTruth(one, act, await one.run());
    });

    test.concurrent.each(DEATHS)("%s, of the audit file's lines", { timeout: 120_000 }, async (dies) => {
      await using one = await scene({ policy: { onLeak: act } });
      const killed = await one.run({ dies });
      expect(killed.signal).toBe("SIGKILL");
      if (dies === "before-begin" || dies === "in-begin" || dies === "after-begin") expect(one.writes).toEqual([]);
      else expect(one.writes).toHaveLength(1);
      await expectNoBoast(one);
      await expectTruth(one, act, await one.run());
    });

    test.concurrent("twice, at the act itself", { timeout: 120_000 }, async () => {
      await using one = await scene({ policy: { onLeak: act } });
      await one.run({ dies: "after-begin" });
      await one.run({ dies: "before-end" });
      await expectTruth(one, act, await one.run());
    });
  });
}

test("a person's key that was quarantined by a run that was killed is known to be, though it cannot say any more whose it is", {
  timeout: 60_000,
}, async () => {
  await using one = await scene({ owner: "user", policy: { onLeak: "quarantine" } });
  await one.run({ dies: "before-end" });
  await expectTruth(one, "quarantine", await one.run());
});

test("a person's key whose quarantine was never begun at OpenAI is quarantined by the next run, and nothing is claimed before", {
  timeout: 60_000,
}, async () => {
  await using one = await scene({ owner: "user", policy: { onLeak: "quarantine" } });
  await one.run({ dies: "after-begin" });
  const next = await one.run();
  await expectTruth(one, "quarantine", next);
  expect(next.report?.findings[0]?.outcome.scopesBefore).toEqual(["api.all"]);
});

test("a deleted key that still works when the next run comes is told as unfinished, until one finds it dead", {
  timeout: 60_000,
}, async () => {
  await using one = await scene({ propagation: 20_000 });
  const request = `DELETE /v1/organization/projects/${one.key.project?.id}/api_keys/${one.key.id}`;
  await one.run({ at: { request, nth: 0, moment: "after-effect" } });
  const early = await one.run();
  expect(early.report).toMatchObject({
    findings: [{ validity: { kind: "active" }, outcome: { kind: "left", because: "unchecked" } }],
    unfinished: [{ act: "revoke" }],
  });
  one.key.deletedAt = 1;
  await expectTruth(one, "revoke", await one.run());
});

test("of several keys, those that were done stay done, and the one in hand is finished", {
  timeout: 60_000,
}, async () => {
  await using one = await scene({ keys: 3 });
  const [, second] = one.keys;
  const request = `DELETE /v1/organization/projects/${second?.project?.id}/api_keys/${second?.id}`;
  await one.run({ at: { request, nth: 0, moment: "after-effect" } });
  expect(one.keys.map(({ deletedAt }) => deletedAt !== null)).toEqual([true, true, false]);
  const next = await one.run();
  const outcomes = one.keys.map(
    ({ text }) =>
      next.report?.findings.find(({ fingerprint }) => fingerprint === computeFingerprint(text))?.outcome.kind,
  );
  expect(outcomes).toEqual(["left", "already-gone", "contained"]);
  expect(next.report?.unfinished).toEqual([]);
  // Each was written once, after its beginning was on disk.
  expect(one.writes).toEqual(one.keys.map(({ id }) => ({ id, begun: true })));
  const ends = (await one.audit()).filter(({ event }) => event === "end");
  expect(ends.map(({ record, outcome }) => `${record.id} ${outcome.kind}`).toSorted()).toEqual(
    one.keys.map(({ id }) => `${id} ${id === second?.id ? "already-gone" : "contained"}`).toSorted(),
  );
});

test("two runs at once with one audit file both end truthfully, and leave nothing open", {
  timeout: 60_000,
}, async () => {
  await using one = await scene();
  const both = await Promise.all([one.run(), one.run()]);
  const kinds = both.map(({ report }) => report?.findings[0]?.outcome.kind);
  for (const { exitCode } of both) expect(exitCode).toBe(1);
  expect(kinds).toContain("contained");
  for (const kind of kinds) expect(kind).toMatch(/^(?:contained|already-gone|left)$/);
  expect(one.key.deletedAt).not.toBeNull();
  const lines = await one.audit();
  // The later one may have met the act of the other as an open one, and ended it as well.
  const [begins, ends] = ["begin", "end"].map((word) => lines.filter(({ event }) => event === word).length);
  expect(ends).toBeGreaterThanOrEqual(begins ?? Number.NaN);
  const last = await one.run();
  expect(last.report).toMatchObject({ unfinished: [], findings: [{ outcome: { because: "already-inactive" } }] });
});

test.each(ACTS)("what cannot be recorded is not done: a full disk keeps a key from the act to %s it", {
  timeout: 60_000,
}, async (act) => {
  await using one = await scene({ policy: { onLeak: act } });
  const ended = await one.run({ isDiskFull: true });
  expect(ended, ended.stderr).toMatchObject({ exitCode: 1, signal: null });
  expect(ended.report?.findings[0]?.outcome).toEqual({ kind: "refused", because: "not-recorded" });
  expect(one.writes).toEqual([]);
  await expectTruth(one, act, await one.run());
});
