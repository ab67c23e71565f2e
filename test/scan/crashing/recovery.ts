import { expect } from "vitest";
import type { Containment } from "../../../src/domain/decision.ts";
import { createScenario, type Ended, type Scenario } from "./scenario.ts";
import { type At, listMoments, type Moment } from "./simulated-process.ts";

export const ACTS = ["revoke", "expire", "quarantine"] as const satisfies readonly Containment["kind"][];

/** The places where a run can die, for a table of tests: a name, and the request. */
export type DeathTable = readonly (readonly [name: string, at: At])[];

/** Every request that a run makes, as one that is not killed tells, at each moment that differs from the others. */
export async function listDeaths(act: Containment["kind"]): Promise<DeathTable> {
  return (await listRequests(act)).flatMap((request) =>
    listMoments(request.request).map((moment) => nameDeath(request, moment)),
  );
}

/**
 * A part of them. The questions before the first act, in which nothing can be lost, take one death each, and are those
 * of a revocation alone: the other acts ask the same.
 */
export async function listTypicalDeaths(act: Containment["kind"]): Promise<DeathTable> {
  return (await listRequests(act)).flatMap((request) => {
    const { isActing, nth } = request;
    const isQuestion = !isActing && (act !== "revoke" || nth > 0 || /usage\/[^c]/.test(request.request));
    if (isQuestion || nth > 1) return [];
    return listMoments(request.request).map((moment) => nameDeath(request, moment));
  });
}

type MadeRequest = Omit<At, "moment"> & { isActing: boolean };

async function listRequests(act: Containment["kind"]): Promise<readonly MadeRequest[]> {
  await using scenario = await createScenario({ policy: { onLeak: act } });
  const { signal } = await scenario.run();
  expect(signal).toBeNull();
  const seen = new Map<string, number>();
  let isActing = false;
  return scenario.openai.requests.map(({ method, path }) => {
    const request = `${method} ${path}`;
    const nth = seen.get(request) ?? 0;
    seen.set(request, nth + 1);
    isActing ||= method !== "GET";
    return { request, nth, isActing };
  });
}

function nameDeath({ request, nth }: MadeRequest, moment: Moment): readonly [string, At] {
  return [`${moment} ${request.replace(/ .*\//, " …/")} #${nth + 1}`, { request, nth, moment }];
}

/** Kills a run at a request, and lets the next one make it good. */
export async function expectRecovery(act: Containment["kind"], at: At): Promise<void> {
  await using scenario = await createScenario({ policy: { onLeak: act } });
  const killed = await scenario.run({ at });
  // Not each run asks as often.
  if (at.nth === 0) expect(killed.signal).toBe("SIGKILL");
  await expectNoFalseEnd(scenario);
  await expectContained(scenario, act, await scenario.run());
}

/** What a run that follows a killed one must have come to, whatever the other got done. */
export async function expectContained(scenario: Scenario, act: Containment["kind"], next: Ended): Promise<void> {
  const { key, writes } = scenario;
  expect(next, next.stderr).toMatchObject({ exitCode: 1, signal: null });

  // The key is in the state of a run that was never killed, and was brought there once.
  if (act === "revoke") expect(key.deletedAt).not.toBeNull();
  if (act === "expire") expect(key.expiresAt).not.toBeNull();
  if (act === "quarantine") expect(key.scopes).toEqual(["api.model.read"]);
  expect(writes).toEqual([{ id: key.id, begun: true }]);

  const { outcome, validity } = next.report?.findings[0] ?? {};
  expect(outcome?.kind).toMatch(/^(?:contained|already-gone|left)$/);
  const lines = await scenario.audit();
  const ends = lines.filter(({ event }) => event === "end");
  if (outcome?.kind === "left") {
    // The first run had written its end: there was nothing left to say.
    expect(outcome.because).toBe(act === "revoke" ? "already-inactive" : "expires-sooner");
    expect(ends).toMatchObject([{ outcome: { kind: "contained", by: act } }]);
  }
  if (outcome?.kind === "contained") expect(outcome.by).toBe(act);
  expect(validity?.kind).toBe(act === "revoke" ? "inactive" : "active");

  // The audit file tells the truth: what was begun has an end, and the end says what was done.
  expect(next.report?.unfinished).toEqual([]);
  expect(next.report?.gaps).toEqual([]);
  expect(lines.findLast(({ event }) => event !== "torn")?.event).toBe("end");
  for (const line of ends) {
    expect(line).toMatchObject({ act, record: { id: key.id } });
    expect(line.outcome.kind).toMatch(/^(?:contained|already-gone)$/);
  }
}

/** A run that was killed has claimed no act that it did not do. */
export async function expectNoFalseEnd(scenario: Scenario): Promise<void> {
  const ends = (await scenario.audit()).filter(({ event }) => event === "end");
  expect(ends.length).toBeLessThanOrEqual(scenario.writes.length);
}
