import { describe, expect, test } from "vitest";
import type { RotationReport, RotationResult } from "../../src/domain/rotation.ts";
import { Secret } from "../../src/domain/secret.ts";
import { parseSuccession } from "../../src/domain/succession.ts";
import { createOpenAIMinter } from "../../src/openai/rotate/minter.ts";
import type { Fault } from "../../src/sandbox/faults.ts";
import type { Key } from "../../src/sandbox/openai/organization.ts";
import type { RecordedRequest } from "../../src/sandbox/server.ts";
import { effort } from "../support/effort.ts";
import { hostOf } from "../support/in-process.ts";
import { DAY, type RotatedOrganization, rotatedOrganization } from "./rotated-organization.ts";

// A rotation of which any request to OpenAI fails in any way, once or for ever: nobody is cut off, and nothing is left that
// nobody speaks of.

const refusal = (status: number, message: string, code: string | null = null): Fault => ({
  status,
  body: { error: { message, type: "invalid_request_error", code, param: null } },
});
const FAULTS: readonly (readonly [name: string, fault: Fault])[] = [
  ["a broken connection", "reset"],
  ["an answer that is lost", "lost-answer"],
  ["an answer that breaks off", "cut-off"],
  ["a page of HTML", "html"],
  ["broken JSON", "truncated"],
  ["a success that says nothing", "empty"],
  ["a redirect", "redirect"],
  ["a failure of the server", refusal(500, "failed")],
  ["a failure after it was done", (real) => ({ ...real, status: 502, body: "<html>bad gateway</html>" })],
  ["too many requests", refusal(429, "slow down", "rate_limit_exceeded")],
  ["a missing scope", refusal(403, "Missing scopes: api.management.write.", "missing_scope")],
  ["an unknown key", refusal(401, "Incorrect API key provided.", "invalid_api_key")],
  ["nothing of the kind", refusal(404, "No such thing.")],
];

type Rotated = {
  at: RotatedOrganization;
  report: RotationReport;
  result: RotationResult | undefined;
  others: readonly Key[];
};

/** Rotates a key while requests fail by their number, and lets a job go on using it for two days. */
async function rotateWith(
  at: RotatedOrganization,
  fault: (asked: RecordedRequest, number: number) => Fault | null,
): Promise<Rotated> {
  const others = [
    at.acme.accountKey(at.web, "checkout-bot", { account: at.bot, name: "by hand" }),
    at.acme.accountKey(at.web, "mail-bot", { name: "mail" }),
  ];
  let number = -1;
  at.openai.fault((asked) => {
    number += 1;
    return fault(asked, number);
  });
  const minter = createOpenAIMinter(hostOf(at.openai), new Secret(at.admin.text), { clock: at.ticking });
  const report = await at.rotate({ order: { asked: at.old.id, wait: 600 }, world: { minter } });
  at.openai.fault(null);
  at.clock.advance(2 * DAY * 1000);
  await at.work();
  return { at, report, result: report.rotations[0], others };
}

/** The numbers of the requests that are tried with a fault: some, the others with other faults, and always the minting. */
async function listNumbers(fault: number): Promise<readonly number[]> {
  await using at = await rotatedOrganization();
  const { result } = await rotateWith(at, () => null);
  expect(result?.state).toEqual({ kind: "rotated" });
  const step = effort(7, 1);
  const { requests } = at.openai;
  expect(requests.length).toBeGreaterThan(12);
  return requests.flatMap(({ method, path }, number) => {
    const isMint = method === "POST" && /\/service_accounts\/[^/]+\/api_keys$/.test(path);
    return isMint || number % step === fault % step ? [number] : [];
  });
}

function expectSound({ at, report, result, others }: Rotated, context: string): void {
  const created = at.acme.keys.filter(({ name }) => parseSuccession(name)?.replaces === at.old.id);
  const living = created.filter(({ deletedAt }) => deletedAt === null);
  const [fresh] = living;
  const isEnding = at.old.deletedAt !== null || at.old.expiresAt !== null;
  const holds = at.places.held.get("file:/run/key");
  // The job was never refused, and no key was touched that is no business of the rotation.
  expect(at.refused, context).toEqual([]);
  expect(
    others.map(({ deletedAt, expiresAt }) => deletedAt ?? expiresAt),
    context,
  ).toEqual([null, null]);
  expect(at.admin.deletedAt, context).toBe(null);
  // One key was created at most, and the old one ends only where that stands in its place.
  expect(created.length, context).toBeLessThanOrEqual(1);
  if (isEnding) expect(holds, context).toBe(fresh?.text);
  if (isEnding) expect(result?.retired?.record.id, context).toBe(at.old.id);
  if (result?.state.kind === "rotated") expect([isEnding, holds], context).toEqual([true, fresh?.text]);
  if (holds !== at.old.text) expect(holds, context).toBe(fresh?.text);
  // What is said to be gone is; what lives is spoken of.
  for (const { record, outcome } of result?.superseded ?? []) {
    const key = at.acme.keys.find(({ id }) => id === record.id);
    if (outcome.kind === "contained" && outcome.verified) expect(key?.deletedAt ?? null, context).not.toBe(null);
  }
  expect(listUnnamed(living, result), context).toEqual([]);
  for (const { text } of created) expect(JSON.stringify(report), context).not.toContain(text.slice(20, 40));
}

function listUnnamed(living: readonly Key[], result: RotationResult | undefined): readonly string[] {
  const { state, newKey, superseded } = result ?? { superseded: [] };
  if (state?.kind === "failed" && state.because === "mint" && state.mayExist) return [];
  const named = [newKey?.id, ...superseded.map(({ record }) => record.id)];
  return living.map(({ id }) => id).filter((id) => !named.includes(id));
}

describe.concurrent("a rotation of which a request to OpenAI ends in", () => {
  test.for(FAULTS.map(([name, fault], index) => [name, fault, index] as const))("%s", async ([name, fault, index]) => {
    for (const first of await listNumbers(index)) {
      for (const isForEver of [false, true]) {
        await using at = await rotatedOrganization();
        const isHit = (number: number) => number === first || (isForEver && number > first);
        const rotated = await rotateWith(at, (_, number) => (isHit(number) ? fault : null));
        const asked = at.openai.requests[first];
        const where = `${asked?.method} ${asked?.path}, number ${first}${isForEver ? " and all later ones" : ""}`;
        expectSound(rotated, `${name} at ${where}: ${JSON.stringify(rotated.result?.state)}`);
      }
    }
  });
});
