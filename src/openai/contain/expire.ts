import type { Outcome } from "../../domain/outcome.ts";
import type { KeyProbe } from "../../domain/registry.ts";
import { isRefused } from "./again.ts";
import { goneBefore } from "./checks.ts";
import { type Polling, pollUntil } from "./poll.ts";
import type { Reading, RecordApi } from "./record-api.ts";
import { write } from "./record-change.ts";

/** A key that ends within so many seconds is waited for, and tried until it is refused. */
const WORTH_WAITING = 5;

/** A record may show an end so much later than the one that was asked for, in milliseconds: clocks are read in between. */
const SLACK = 5_000;

/** The record as it was read just before, and OpenAI's time then. */
export type Before = Extract<Reading, { kind: "there" }>;

/**
 * Gives a key an end in `grace` seconds, and never a later one than it has. Verified is that the record shows it. Each
 * request moves the end, so that the record is read before one is repeated.
 */
export async function expire(
  api: RecordApi,
  { grace, before }: { grace: number; before: Before },
  again: KeyProbe,
  polling: Polling,
): Promise<Outcome> {
  const endFrom = (at: Date) => new Date(at.getTime() + grace * 1000);
  const had = before.record.expiresAt;
  if (had !== null && had <= endFrom(before.at)) return { kind: "left", because: "expires-sooner" };

  let askedAt = before.at;
  const written = await write(
    async () => {
      const at = await api.update({ expires_in_seconds: grace });
      askedAt = at ?? askedAt;
      return at !== null;
    },
    async () => {
      const now = await api.read();
      if (now.kind === "there") askedAt = now.at;
      return now.kind === "there" && endsBy(now, endFrom(askedAt));
    },
    polling,
  );
  if (written.kind === "gone") return await goneBefore(api, again, polling);
  if (written.kind === "failed") return written.outcome;

  const at = polling.clock.now();
  const asked = endFrom(askedAt);
  const seen = await lookUntilItEnds(api, asked, polling);
  if (seen.kind === "there" && !endsBy(seen, asked)) return { kind: "failed", because: "not-taken" };
  const endsAt = (seen.kind === "there" && seen.record.expiresAt) || asked;
  const stopped =
    grace <= WORTH_WAITING && (await isRefusedAfter(endsAt.getTime() - askedAt.getTime(), again, polling));
  // Nobody says that records of expired keys stay: one that is gone, of a key that is refused, has ended.
  const verified = seen.kind === "there" || (seen.kind === "gone" && stopped);
  return { kind: "contained", by: "expire", verified, stopped, at, endsAt, scopesBefore: null };
}

/** The last that was seen of the record: with the end that was asked for, as soon as it shows it. */
async function lookUntilItEnds(api: RecordApi, asked: Date, polling: Polling): Promise<Reading> {
  let seen: Reading = { kind: "untold", because: "network" };
  const look = async () => {
    seen = await api.read();
    return seen.kind === "gone" || (seen.kind === "there" && endsBy(seen, asked));
  };
  await pollUntil(look, polling, 1);
  return seen;
}

function endsBy({ record: { expiresAt } }: Before, asked: Date): boolean {
  return expiresAt !== null && expiresAt.getTime() <= asked.getTime() + SLACK;
}

async function isRefusedAfter(milliseconds: number, again: KeyProbe, polling: Polling): Promise<boolean> {
  await polling.clock.sleep(Math.max(0, milliseconds));
  return await pollUntil(async () => await isRefused(again), polling);
}
