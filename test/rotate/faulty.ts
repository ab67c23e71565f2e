import { expect } from "vitest";
import type { RotationResult } from "../../src/domain/rotation.ts";
import { parseSuccession } from "../../src/domain/succession.ts";
import type { Fault } from "../../src/sandbox/faults.ts";
import { expectEnded, expectRotated, type KilledRotation, killedRotation } from "./killing.ts";

/** A request to OpenAI that goes wrong: the `nth` of those with this method and path, and those after it too. */
export type FaultyRequest = { request: string; nth: number; fault: Fault; lasts: boolean };

const refuse = (status: number, code: string | null, headers: Record<string, string> = {}): Fault => ({
  status,
  headers,
  body: { error: { message: "No.", type: "invalid_request_error", code, param: null } },
});

/** How each request may go wrong. */
const FAULTS: Readonly<Record<string, Fault>> = {
  reset: "reset",
  "cut off": "cut-off",
  "lost answer": "lost-answer",
  hang: "hang",
  html: "html",
  empty: "empty",
  truncated: "truncated",
  redirect: "redirect",
  "500": refuse(500, "server_error"),
  "502 after it was done": (real) => ({ ...real, status: 502, body: "<html>bad gateway</html>" }),
  "429": refuse(429, "rate_limit_exceeded", { "retry-after": "2" }),
  "403": refuse(403, null),
  "401": refuse(401, "invalid_api_key"),
  "400": refuse(400, "key_policy"),
  "404": refuse(404, null),
};

/** One organisation with keys beside the one that is rotated: of its account, and of another. */
async function prepare(): Promise<KilledRotation> {
  const one = await killedRotation();
  const { acme, web, bot } = one.at;
  one.others.push(
    acme.accountKey(web, "checkout-bot", { account: bot, name: "by hand" }),
    acme.accountKey(web, "mail-bot", { name: "mail" }),
  );
  return one;
}

function choose({ at }: KilledRotation) {
  return { order: { asked: at.old.id } };
}

/** Every request of a rotation, in each way in which it may go wrong, once and for good. */
export async function listFaults(): Promise<readonly (readonly [string, FaultyRequest])[]> {
  await using one = await prepare();
  await one.run(choose(one));
  const seen = new Map<string, number>();
  return one.requests.flatMap((request) => {
    const nth = seen.get(request) ?? 0;
    seen.set(request, nth + 1);
    // Looks at the same record are all alike.
    if (nth > 2) return [];
    return Object.entries(FAULTS).flatMap(([name, fault]) =>
      [false, true].map((lasts) => {
        const what = `${request.replace(/ .*\//, " …/")} #${nth + 1}: ${name}${lasts ? ", and so on" : ""}`;
        return [what, { request, nth, fault, lasts }] as const;
      }),
    );
  });
}

/** Rotates while a request goes wrong, and again when OpenAI is well: nothing breaks, and no key is lost. */
export async function expectSafe({ request, nth, fault, lasts }: FaultyRequest): Promise<void> {
  await using one = await prepare();
  const { at } = one;
  let count = 0;
  at.openai.fault(({ method, path }) => {
    if (`${method} ${path}` !== request) return null;
    count += 1;
    return count === nth + 1 || (lasts && count > nth) ? fault : null;
  });
  const report = await one.run(choose(one));
  at.openai.fault(null);
  const [result] = report?.rotations ?? [];
  if (!result) throw new Error("one order has one result");
  expectNamed(one, result);
  expect(at.refused).toEqual([]);
  // One key was created at most, and its text is in no report.
  const created = at.acme.keys.filter(({ name }) => parseSuccession(name)?.replaces === at.old.id);
  expect(created.length).toBeLessThanOrEqual(1);
  for (const { text } of created) expect(JSON.stringify(report)).not.toContain(text.slice(20, 40));
  if (result.state.kind === "rotated") expectRotated(one, report, at.order().targets);
  else if (!mayEnd(result)) await expectGoesOn(one, result);
  // No key was touched that is no business of the rotation.
  expect([at.admin, ...one.others].map(({ deletedAt, expiresAt }) => deletedAt ?? expiresAt)).toEqual([
    null,
    null,
    null,
  ]);
}

/** Each key that works is told of, and the old one goes on unless the new one was seen in its place. */
function expectNamed(
  { at, living }: KilledRotation,
  { state, newKey, superseded, plan, retired }: RotationResult,
): void {
  const named = [at.old.id, newKey?.id, ...superseded.map(({ record }) => record.id)];
  const mayExist = state.kind === "failed" && state.because === "mint" && state.mayExist;
  for (const { id, name } of living)
    expect(named.includes(id) || (mayExist && name === plan?.name), `${name}`).toBe(true);
  const isOldEnding = at.old.deletedAt !== null || at.old.expiresAt !== null;
  if (isOldEnding) expect(retired?.record.id).toBe(at.old.id);
  const held = at.acme.findKey(at.readPlace(at.jobPlace) ?? "");
  expect(held?.deletedAt).toBe(null);
  if (isOldEnding) expect(held).not.toBe(at.old);
  // What is said to be gone is.
  for (const { record, outcome } of superseded) {
    const key = at.acme.keys.find(({ id }) => id === record.id);
    if (outcome.kind === "contained" && outcome.verified) expect(key?.deletedAt ?? null).not.toBe(null);
  }
}

/** Whether nothing is left to go on with: another run took over, or OpenAI said that the new key is gone. */
function mayEnd({ state }: RotationResult): boolean {
  if (state.kind === "unfinished") return state.because === "new-key-gone";
  return state.kind === "failed" && state.because === "overtaken";
}

/** What was not finished is finished by the next run; what left nothing behind begins anew. */
async function expectGoesOn(one: KilledRotation, { state }: RotationResult): Promise<void> {
  one.at.clock.advance(60_000);
  const last = (await one.lines()).findLast(({ event }) => event === "rotation");
  const isOpen = last !== undefined && last["isOver"] !== true;
  const next = await one.run({ ...choose(one), request: { isResume: isOpen } });
  expect(next?.rotations[0]?.state, JSON.stringify(state)).toEqual({ kind: "rotated" });
  expectEnded(one);
}
