import { randomBytes } from "node:crypto";
import { expect } from "vitest";
import { ELSEWHERE, type Fault } from "../../../src/sandbox/faults.ts";
import { type Stage, stage } from "./stage.ts";

/** A pull request of one commit with a key in it, on the server. */
export type PullStage = Stage & { base: string; head: string };

export async function stagePull(): Promise<PullStage> {
  const on = await stage();
  const base = await on.repo.oid("main");
  await on.repo.branch("feature");
  const head = await on.repo.commit({ b: "NEEDLE", big: randomBytes(300_000) });
  await on.push("main", "feature");
  return Object.assign(on, { base, head });
}

/** What a server can answer instead of what it was asked for. */
export const FAULTS: readonly (readonly [name: string, Fault])[] = [
  ["500", { status: 500, body: "sorry" }],
  ["429", { status: 429, body: "later" }],
  ["a page of HTML", "html"],
  ["an empty answer", "empty"],
  ["half of an answer", "cut-off"],
  ["no answer", "hang"],
  ["a closed connection", "reset"],
  ["a redirect", "redirect"],
];

/** Requests until the change is there; those for the base come after them. */
export const REQUESTS = 4;

/** Fetches from a server that fails after this many good answers: there must be a gap, and nothing may be left. */
export async function expectGap(on: PullStage, fault: Fault, good: number): Promise<void> {
  let answered = 0;
  on.github.fault(() => {
    if (answered++ < good) return null;
    if (fault === "hang") on.clock.expire();
    return fault;
  });
  const { gaps, sightings } = await on.fetched({ ...on, depth: 1 });
  on.github.fault(null);
  expect(gaps.map(({ kind }) => kind)).toContain("unfetched");
  expect(sightings).toEqual([]);
  expect(await on.left()).toEqual([]);
  expect(on.github.requests.map(({ path }) => path)).not.toContain(ELSEWHERE);
}
