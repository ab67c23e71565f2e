import { describe, expect, test } from "vitest";
import { computeFingerprint } from "../../src/domain/secret.ts";
import { createRealScenario, createScenario, type Ended, type Scenario } from "./crashing/scenario.ts";

/** What a report says of each key, in the order of the scenario's keys. */
function outcomesIn(scenario: Scenario, { report }: Ended) {
  return scenario.keys.map(({ text }) => {
    const finding = report?.findings.find(({ fingerprint }) => fingerprint === computeFingerprint(text));
    return finding?.outcome;
  });
}

describe("a run that is told to stop", () => {
  test("while a key is being deleted finishes that key, begins no other, and says so", async () => {
    await using scenario = await createScenario({ keys: 3 });
    const ended = await scenario.run({
      stop: (request) => request.startsWith("DELETE") && request.endsWith(scenario.key.id),
    });
    expect(ended, ended.stderr).toMatchObject({ exitCode: 1, signal: null });
    const cancelled = { kind: "refused", because: "cancelled" };
    // Whoever cancels does not wait for the proof that the deletion took effect.
    expect(outcomesIn(scenario, ended)).toMatchObject([{ kind: "contained", verified: false }, cancelled, cancelled]);
    expect(scenario.writes).toEqual([{ id: scenario.key.id, begun: true }]);
    expect((await scenario.audit()).map(({ event, record }) => [event, record.id])).toEqual([
      ["begin", scenario.key.id],
      ["end", scenario.key.id],
    ]);

    const next = await scenario.run();
    expect(outcomesIn(scenario, next)).toMatchObject([
      { kind: "left", because: "already-inactive" },
      { kind: "contained" },
      { kind: "contained" },
    ]);
    expect(next.report?.unfinished).toEqual([]);
  });

  test("between two keys does not begin the second", async () => {
    await using scenario = await createScenario({ keys: 2 });
    const [first] = scenario.keys;
    // The last that is asked about the first key is whether it is refused: from the first time on, its turn is ending.
    let isDeleted = false;
    const ended = await scenario.run({
      stop: (request) => {
        const isEnding = isDeleted && request === "GET /v1/me";
        isDeleted ||= request.startsWith("DELETE") && request.endsWith(first?.id ?? "");
        return isEnding;
      },
    });
    expect(outcomesIn(scenario, ended)).toMatchObject([
      { kind: "contained" },
      { kind: "refused", because: "cancelled" },
    ]);
    expect(scenario.writes).toHaveLength(1);
  });

  test("before anything was begun stops at once, and has done nothing", async () => {
    await using scenario = await createRealScenario({ keys: 2 });
    const ended = await scenario.runProcess({ stop: (request) => request.endsWith("/admin_api_keys") });
    expect(ended).toMatchObject({ exitCode: 2, signal: null, report: null });
    expect(scenario.writes).toEqual([]);
    expect(await scenario.audit()).toEqual([]);
  });
});
