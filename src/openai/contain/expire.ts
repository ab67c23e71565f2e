import type { Outcome } from "../../domain/outcome.ts";
import type { KeyProbe } from "../../domain/registry.ts";
import { confirmGone, isRefused } from "./checks.ts";
import { type Polling, pollUntil } from "./poll.ts";
import type { FoundRecord, Reading, RecordApi } from "./record-api.ts";
import { type ChangeResult, changeRecord } from "./record-change.ts";

/** A key that ends within this many seconds is waited for, and tried until it is refused. */
const WORTH_WAITING = 5;

/** How much later than asked for the end in the record may be, in milliseconds: clocks are read in between. */
const SLACK = 5_000;

/**
 * Gives a key an end in `grace` seconds, and never a later one than it has. Verified means that the record shows it. Each
 * request moves the end, so that the record is read before one is repeated.
 */
export async function expire(
  api: RecordApi,
  { grace, before }: { grace: number; before: FoundRecord },
  probe: KeyProbe | null,
  polling: Polling,
): Promise<Outcome> {
  const had = before.record.expiresAt;
  if (had !== null && had <= addSeconds(before.at, grace)) return { kind: "left", because: "expires-sooner" };
  const { result, setAt } = await setEnd(api, { grace, before }, polling);
  if (result.kind === "gone") return await confirmGone(api, probe, polling);
  if (result.kind === "failed") return result.outcome;

  const at = polling.clock.now();
  const end = addSeconds(setAt, grace);
  const after = await readUntilItEnds(api, end, polling);
  if (after.kind === "there" && !endsBy(after, end)) return { kind: "failed", because: "not-taken" };
  const endsAt = (after.kind === "there" && after.record.expiresAt) || end;
  const stopped = grace <= WORTH_WAITING && (await isRefusedAfter(endsAt.getTime() - setAt.getTime(), probe, polling));
  // Nobody says that records of expired keys stay: one that is gone, of a key that is refused, has ended.
  const verified = after.kind === "there" || (after.kind === "gone" && stopped);
  return { kind: "contained", by: "expire", verified, stopped, at, endsAt, scopesBefore: null };
}

/** Asks for the end. `setAt` is OpenAI's time of the request that counts, as far as its answers tell. */
async function setEnd(
  api: RecordApi,
  { grace, before }: { grace: number; before: FoundRecord },
  polling: Polling,
): Promise<{ result: ChangeResult; setAt: Date }> {
  let setAt = before.at;
  const result = await changeRecord(
    async () => {
      const at = await api.update({ expires_in_seconds: grace });
      setAt = at ?? setAt;
      return at !== null;
    },
    async () => {
      const now = await api.read();
      if (now.kind === "there") setAt = now.at;
      return now.kind === "there" && endsBy(now, addSeconds(setAt, grace));
    },
    polling,
  );
  return { result, setAt };
}

/** The last reading of the record: with the end that was asked for, as soon as it shows it. */
async function readUntilItEnds(api: RecordApi, end: Date, polling: Polling): Promise<Reading> {
  let reading: Reading = { kind: "unknown", because: "network" };
  const isOver = async () => {
    reading = await api.read();
    return reading.kind === "gone" || (reading.kind === "there" && endsBy(reading, end));
  };
  await pollUntil(isOver, polling, 1);
  return reading;
}

function endsBy({ record: { expiresAt } }: FoundRecord, end: Date): boolean {
  return expiresAt !== null && expiresAt.getTime() <= end.getTime() + SLACK;
}

async function isRefusedAfter(milliseconds: number, probe: KeyProbe | null, polling: Polling): Promise<boolean> {
  await polling.clock.sleep(Math.max(0, milliseconds));
  return await pollUntil(async () => await isRefused(probe), polling);
}

function addSeconds(time: Date, seconds: number): Date {
  return new Date(time.getTime() + seconds * 1000);
}
