import fc from "fast-check";
import { expect } from "vitest";
import type { Outcome } from "../../src/domain/outcome.ts";
import type { Answer } from "../../src/sandbox/answer.ts";
import type { Fault } from "../../src/sandbox/faults.ts";
import type { Defect } from "../../src/sandbox/openai/keys/key-behavior.ts";
import { startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import type { RecordedRequest } from "../../src/sandbox/server.ts";
import { TestClock } from "../support/test-clock.ts";
import { ACTS, type Act, Place } from "./containment.ts";

/** What somebody saw on the way, before or after the change was made. */
const FAULTS: Readonly<Record<string, Fault | null>> = {
  none: null,
  reset: "reset",
  html: "html",
  empty: "empty",
  null: { status: 200, body: "null" },
  "500": { status: 500 },
  "done, and 502": () => ({ status: 502, body: "<html>bad gateway</html>" }),
  "done, and garbled": () => ({ status: 200, body: {} }),
  "done, and a proxy's 404": () => ({ status: 404, body: "<html>not here</html>" }),
  "their 404": { status: 404, body: { error: { message: "No such thing.", code: "not_found" } } },
  "their 400": { status: 400, body: { error: { message: "No.", code: null } } },
  "429": { status: 429, headers: { "retry-after": "0" } },
  "403 of a proxy": { status: 403, body: "denied" },
  "another's": (real: Answer) => ({ ...real, body: { ...(real.body as object), id: "key_another" } }),
};

/** Which request is answered by which fault: the first ones of each, in order. */
const KINDS: Readonly<Record<string, (asked: RecordedRequest) => boolean>> = {
  reading: ({ method, path }) => method === "GET" && path.includes("/api_keys/"),
  writing: ({ method }) => method !== "GET",
  me: ({ path }) => path === "/v1/me",
  files: ({ path }) => path === "/v1/files",
  log: ({ path }) => path.endsWith("/audit_logs"),
};

type Run = {
  act: Act;
  faults: Record<string, readonly string[]>;
  quirks: readonly Defect[];
  relapse: number | null;
  slow: readonly ("deletion" | "scopes" | "expiry")[];
  scopes: readonly string[] | null;
  endsIn: number | null;
  /** Somebody else deletes it when so many requests were made. */
  rival: number | null;
};

const fault = fc.oneof({ arbitrary: fc.constant("none"), weight: 3 }, fc.constantFrom(...Object.keys(FAULTS)));
const runs: fc.Arbitrary<Run> = fc.record({
  act: fc.oneof(fc.constantFrom(...ACTS), fc.constant<Act>({ kind: "expire", grace: 1 })),
  faults: fc.record(Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, fc.array(fault, { maxLength: 5 })]))),
  quirks: fc.subarray<Defect>(["deletes-nothing", "keeps-account-keys", "updates-nothing"], { maxLength: 1 }),
  relapse: fc.option(fc.nat(4)),
  slow: fc.subarray(["deletion", "scopes", "expiry"] as const, { maxLength: 1 }),
  scopes: fc.constantFrom(null, null, ["api.all.read"], ["api.model.request"]),
  endsIn: fc.constantFrom(null, null, 60, 100_000),
  rival: fc.constantFrom(null, null, null, null, 0, 1, 2, 4, 8),
});

/** What is true of the key once it is over, whatever was said of it. */
type Truth = {
  outcome: Outcome;
  deleted: boolean;
  refused: boolean;
  scopes: readonly string[] | null;
  endsAt: number | null;
  neighbour: boolean;
  strays: readonly RecordedRequest[];
  milliseconds: number;
  /** When it was over, in unix seconds. */
  now: number;
};

async function play({ act, faults, quirks, relapse, slow, scopes, endsIn, rival }: Run): Promise<Truth> {
  const clock = new TestClock();
  await using at = new Place(await startOpenAI({ propagation: 20, clock }), clock);
  const { key, acme } = at;
  const neighbour = acme.accountKey(at.web, "neighbour");
  key.scopes = scopes;
  key.worksAgainAfter = relapse;
  if (endsIn !== null) key.expiresAt = clock.now().getTime() / 1000 + endsIn;
  for (const quirk of quirks) key.defects.add(quirk);
  for (const change of slow) acme.propagation[change] = 600_000;
  const listed = await at.recordOf(key);
  const times = new Map<string, number>();
  let count = 0;
  at.openai.fault((asked) => {
    if (count === rival) key.deletedAt ??= clock.now().getTime();
    count += 1;
    const kind = Object.keys(KINDS).find((one) => KINDS[one]?.(asked));
    if (kind === undefined) return null;
    const time = times.get(kind) ?? 0;
    times.set(kind, time + 1);
    return FAULTS[faults[kind]?.[time] ?? "none"];
  });
  const before = clock.elapsed();
  const outcome = await at.contain(key, act, { listed });
  const milliseconds = clock.elapsed() - before;
  at.openai.fault(null);
  return {
    outcome,
    deleted: key.deletedAt !== null,
    refused: (await at.validity(key)).kind === "inactive",
    scopes: key.scopes,
    endsAt: key.expiresAt,
    neighbour: neighbour.deletedAt === null && neighbour.scopes === null && neighbour.expiresAt === null,
    strays: at.openai.requests.filter(({ method, path }) => method !== "GET" && !path.endsWith(`/${key.id}`)),
    milliseconds,
    now: clock.now().getTime() / 1000,
  };
}

/** Nothing that is said is more than what is true. */
function expectTruth(run: Run, truth: Truth): void {
  const { outcome, deleted, refused, scopes, endsAt, now } = truth;
  const said = JSON.stringify({ run, truth });
  expect(truth.neighbour, said).toBe(true);
  expect(truth.strays, said).toEqual([]);
  expect(truth.milliseconds, said).toBeLessThan(300_000);
  expect(run.scopes !== null && scopes === null, `widened: ${said}`).toBe(false);
  if (run.endsIn !== null) expect(endsAt, `lengthened: ${said}`).toBeLessThanOrEqual(now + run.endsIn);
  if (outcome.kind === "already-gone") expect(deleted, said).toBe(true);
  if (outcome.kind !== "contained") return;
  if (outcome.stopped) expect(refused, said).toBe(true);
  // Only an OpenAI that says yes and does nothing makes us say that something was done, and never that it was verified.
  const changed = deleted || scopes?.join() === "api.model.read" || endsAt !== null;
  expect(changed || (run.quirks.length > 0 && !outcome.verified), said).toBe(true);
  if (!outcome.verified) return;
  switch (outcome.by) {
    case "revoke":
      return void expect([deleted, refused], said).toEqual([true, true]);
    case "quarantine":
      return void expect(scopes, said).toEqual(["api.model.read"]);
    case "expire":
      // One that somebody else deleted meanwhile has ended as well.
      if (deleted && refused) return;
      expect(endsAt, said).not.toBe(null);
      return void expect(endsAt, said).toBeLessThanOrEqual(now + (run.act.kind === "expire" ? run.act.grace : 1) + 6);
    default:
      return outcome.by satisfies never;
  }
}

/** Plays this many random runs, and checks each. Returns what they came to. */
export async function playRuns(count: number): Promise<ReadonlySet<string>> {
  const endings = new Set<string>();
  for (const run of fc.sample(runs, count)) {
    const truth = await play(run);
    expectTruth(run, truth);
    const { outcome } = truth;
    endings.add(outcome.kind === "contained" ? `${outcome.by} ${outcome.verified}` : outcome.kind);
  }
  return endings;
}
