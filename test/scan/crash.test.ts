import { describe, expect, test } from "vitest";
import { computeFingerprint } from "../../src/domain/secret.ts";
import { ACTS, expectContained, expectNoFalseEnd, expectRecovery, listTypicalDeaths } from "./crashing/recovery.ts";
import type { Death } from "./crashing/scan-once.ts";
import { createRealScenario, createScenario } from "./crashing/scenario.ts";

// test/soak/crash.soak.test.ts kills a run at every request it makes, at each moment.

const DEATHS = [
  "before-begin",
  "in-begin",
  "after-begin",
  "before-end",
  "in-end",
  "after-end",
] as const satisfies readonly Death[];

for (const act of ACTS) {
  const deaths = await listTypicalDeaths(act);
  describe(`a run that is killed while it is to ${act} a key is made good by the next one`, () => {
    test.each(deaths)("%s", async (_name, at) => await expectRecovery(act, at));

    test.each(DEATHS)("%s, of the audit file's lines", async (dies) => {
      await using scenario = await createScenario({ policy: { onLeak: act } });
      const killed = await scenario.run({ dies });
      expect(killed.signal).toBe("SIGKILL");
      if (dies === "before-begin" || dies === "in-begin" || dies === "after-begin") expect(scenario.writes).toEqual([]);
      else expect(scenario.writes).toHaveLength(1);
      await expectNoFalseEnd(scenario);
      await expectContained(scenario, act, await scenario.run());
    });

    test("twice, at the act itself", async () => {
      await using scenario = await createScenario({ policy: { onLeak: act } });
      await scenario.run({ dies: "after-begin" });
      await scenario.run({ dies: "before-end" });
      await expectContained(scenario, act, await scenario.run());
    });
  });
}

describe("a real process that is killed by a real signal", () => {
  test("after the effect of its deletion is made good by the next one", async () => {
    await using scenario = await createRealScenario();
    const request = `DELETE /v1/organization/projects/${scenario.key.project?.id}/api_keys/${scenario.key.id}`;
    expect((await scenario.runProcess({ at: { request, nth: 0, moment: "after-effect" } })).signal).toBe("SIGKILL");
    await expectNoFalseEnd(scenario);
    await expectContained(scenario, "revoke", await scenario.runProcess());
  });

  test("in the middle of a line of the audit file is made good by the next one", async () => {
    await using scenario = await createRealScenario({ policy: { onLeak: "quarantine" } });
    expect((await scenario.runProcess({ dies: "in-end" })).signal).toBe("SIGKILL");
    await expectContained(scenario, "quarantine", await scenario.runProcess());
  });

  test("whose disk is full acts on nothing", async () => {
    await using scenario = await createRealScenario();
    const ended = await scenario.runProcess({ isDiskFull: true });
    expect(ended, ended.stderr).toMatchObject({ exitCode: 1, signal: null });
    expect(ended.report?.findings[0]?.outcome).toEqual({ kind: "refused", because: "not-recorded" });
    expect(scenario.writes).toEqual([]);
  });
});

test("a person's key that was quarantined by a run that was killed is known to be, though it cannot say any more whose it is", async () => {
  await using scenario = await createScenario({ owner: "user", policy: { onLeak: "quarantine" } });
  await scenario.run({ dies: "before-end" });
  await expectContained(scenario, "quarantine", await scenario.run());
});

test("a person's key whose quarantine was never begun at OpenAI is quarantined by the next run, and nothing is claimed before", async () => {
  await using scenario = await createScenario({ owner: "user", policy: { onLeak: "quarantine" } });
  await scenario.run({ dies: "after-begin" });
  const next = await scenario.run();
  await expectContained(scenario, "quarantine", next);
  expect(next.report?.findings[0]?.outcome.scopesBefore).toEqual(["api.all"]);
});

test("a deleted key that still works when the next run comes is told as unfinished, until one finds it dead", async () => {
  await using scenario = await createScenario({ propagation: 20_000 });
  const request = `DELETE /v1/organization/projects/${scenario.key.project?.id}/api_keys/${scenario.key.id}`;
  await scenario.run({ at: { request, nth: 0, moment: "after-effect" } });
  const early = await scenario.run();
  expect(early.report).toMatchObject({
    findings: [{ validity: { kind: "active" }, outcome: { kind: "left", because: "unchecked" } }],
    unfinished: [{ act: "revoke" }],
  });
  scenario.key.deletedAt = 1;
  await expectContained(scenario, "revoke", await scenario.run());
});

test("of several keys, those that were done stay done, and the one in hand is finished", async () => {
  await using scenario = await createScenario({ keys: 3 });
  const [, second] = scenario.keys;
  const request = `DELETE /v1/organization/projects/${second?.project?.id}/api_keys/${second?.id}`;
  await scenario.run({ at: { request, nth: 0, moment: "after-effect" } });
  expect(scenario.keys.map(({ deletedAt }) => deletedAt !== null)).toEqual([true, true, false]);
  const next = await scenario.run();
  const outcomes = scenario.keys.map(
    ({ text }) =>
      next.report?.findings.find(({ fingerprint }) => fingerprint === computeFingerprint(text))?.outcome.kind,
  );
  expect(outcomes).toEqual(["left", "already-gone", "contained"]);
  expect(next.report?.unfinished).toEqual([]);
  // Each was written once, after its beginning was on disk.
  expect(scenario.writes).toEqual(scenario.keys.map(({ id }) => ({ id, begun: true })));
  const ends = (await scenario.audit()).filter(({ event }) => event === "end");
  expect(ends.map(({ record, outcome }) => `${record.id} ${outcome.kind}`).toSorted()).toEqual(
    scenario.keys.map(({ id }) => `${id} ${id === second?.id ? "already-gone" : "contained"}`).toSorted(),
  );
});

test("two runs at once with one audit file both end truthfully, and leave nothing open", async () => {
  await using scenario = await createRealScenario();
  const both = await Promise.all([scenario.runProcess(), scenario.runProcess()]);
  const kinds = both.map(({ report }) => report?.findings[0]?.outcome.kind);
  for (const { exitCode } of both) expect(exitCode).toBe(1);
  expect(kinds).toContain("contained");
  for (const kind of kinds) expect(kind).toMatch(/^(?:contained|already-gone|left)$/);
  expect(scenario.key.deletedAt).not.toBeNull();
  const lines = await scenario.audit();
  // The later one may have met the act of the other as an open one, and ended it as well.
  const [begins, ends] = ["begin", "end"].map((word) => lines.filter(({ event }) => event === word).length);
  expect(ends).toBeGreaterThanOrEqual(begins ?? Number.NaN);
  const last = await scenario.runProcess();
  expect(last.report).toMatchObject({ unfinished: [], findings: [{ outcome: { because: "already-inactive" } }] });
});

test.each(ACTS)("what cannot be recorded is not done: a full disk keeps a key from the act to %s it", async (act) => {
  await using scenario = await createScenario({ policy: { onLeak: act } });
  const ended = await scenario.run({ isDiskFull: true });
  expect(ended, ended.stderr).toMatchObject({ exitCode: 1, signal: null });
  expect(ended.report?.findings[0]?.outcome).toEqual({ kind: "refused", because: "not-recorded" });
  expect(scenario.writes).toEqual([]);
  await expectContained(scenario, act, await scenario.run());
});
