import type OpenAI from "openai";
import type { KeyRecord } from "../domain/inventory.ts";
import type { FailedBecause, Outcome } from "../domain/outcome.ts";
import type { Validity } from "../domain/validity.ts";
import { pause } from "./pause.ts";
import { type Refusal, refusalOf } from "./refusal.ts";

/** How long to wait for a revocation to take effect, in milliseconds. OpenAI says "within a few seconds". */
export type Patience = { total: number; first: number };

/** Deleted keys have been seen to work now and then for a while: so many trials in a row must be refused. */
const REFUSALS = 2;

/** A pause grows up to this many milliseconds. */
const LONGEST_PAUSE = 5_000;

/** OpenAI may ask to wait this long before the next try, in milliseconds; it is not waited for longer. */
const LONGEST_WAIT = 30_000;

/** How often a request that is told to slow down is made before it counts as failed. */
const TRIES = 3;

/**
 * Deletes the record's key, reads the record back, and tries the key again until it is refused. A record that was gone
 * before is believed to be once the key is refused: a wrong address answers 404 as well.
 */
export async function revoke(
  client: OpenAI,
  record: KeyRecord,
  again: () => Promise<Validity>,
  { patience, now }: { patience: Patience; now: () => Date },
): Promise<Outcome> {
  const deletion = await deleted(client, record);
  if (deletion !== "deleted" && deletion !== "gone-before") return { kind: "failed", because: deletion };
  const at = now();
  const until = performance.now() + patience.total;
  let pausing = patience.first;
  let refused = 0;
  for (;;) {
    const listed = await isListed(client, record);
    refused = (await again()).kind === "inactive" ? refused + 1 : 0;
    if (listed === false && refused >= REFUSALS) {
      return deletion === "deleted" ? { kind: "contained", by: "revoke", verified: true, stopped: true, at, endsAt: null, scopesBefore: null } : { kind: "already-gone" };
    }
    if (performance.now() + pausing > until) {
      if (listed) return { kind: "failed", because: "still-listed" };
      if (deletion === "gone-before") return { kind: "failed", because: "not-understood" };
      return { kind: "contained", by: "revoke", verified: false, stopped: false, at, endsAt: null, scopesBefore: null };
    }
    await pause(pausing);
    pausing = Math.min(pausing * 1.6, LONGEST_PAUSE);
  }
}

async function deleted(client: OpenAI, record: KeyRecord): Promise<"deleted" | "gone-before" | FailedBecause> {
  let last: FailedBecause = "not-understood";
  let wait = 0;
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await pause(wait);
    try {
      return (await requestDeletion(client, record)) ? "deleted" : "not-understood";
    } catch (error) {
      const refusal = refusalOf(error);
      if (isGone(refusal)) return tries === 0 ? "gone-before" : "deleted";
      last = failureOf(refusal);
      if (last === "not-permitted" || last === "not-understood") return last;
      // An answer that was lost may stand for a deletion that was done: the record tells.
      if (last !== "rate-limited" && (await isListed(client, record)) === false) return "deleted";
      wait = (refusal.retryAfterSeconds ?? 1) * 1000;
      if (wait > LONGEST_WAIT) return last;
    }
  }
  return last;
}

/** Types are what is described: a body may be `null` all the same. Never repeated by the SDK: a repeated deletion answers 404, which would read as "gone before we came". */
async function requestDeletion(client: OpenAI, { id, home }: KeyRecord): Promise<boolean> {
  const { adminAPIKeys, projects } = client.admin.organization;
  const answer =
    home.kind === "organization" || home.id === null
      ? await adminAPIKeys.delete(id, { maxRetries: 0 })
      : await projects.apiKeys.delete(id, { project_id: home.id }, { maxRetries: 0 });
  return answer?.deleted === true && answer.id === id;
}

/** Null when nobody could say. */
async function isListed(client: OpenAI, { id, home }: KeyRecord): Promise<boolean | null> {
  const { adminAPIKeys, projects } = client.admin.organization;
  try {
    const record =
      home.kind === "organization" || home.id === null
        ? await adminAPIKeys.retrieve(id)
        : await projects.apiKeys.retrieve(id, { project_id: home.id });
    return record?.id === id ? true : null;
  } catch (error) {
    return isGone(refusalOf(error)) ? false : null;
  }
}

/** A 404 with an error in OpenAI's form: one of a proxy says nothing of the record. */
function isGone({ status, isTheirs }: Refusal): boolean {
  return status === 404 && isTheirs;
}

function failureOf({ status }: Refusal): FailedBecause {
  if (status === null) return "network";
  if (status === 401 || status === 403) return "not-permitted";
  if (status === 429) return "rate-limited";
  return status >= 500 ? "server-error" : "not-understood";
}
