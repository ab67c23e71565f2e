import type { RotationCase } from "../../domain/decision.ts";
import type { KeyRecord } from "../../domain/inventory.ts";
import type { RecordReading } from "../../domain/key-minter.ts";
import type { RotationRest, RotationResult } from "../../domain/rotation.ts";
import { beginStep, noteStep, type RotationRun, tellStep } from "./rotation-run.ts";

/** A key that is to be retired once the new one is used. */
export type OutgoingKey = { record: KeyRecord; role: Exclude<RotationCase["role"], "unstored"> };

/** The same, with what was seen of its use; null where nobody can say. Its record is the last that was read. */
export type WatchedKey = OutgoingKey & { isInUse: boolean | null };

/** The new key as it is watched: `since` is OpenAI's time after which a use is not ours, null where that is not known. */
export type IncomingKey = { record: KeyRecord; since: Date | null; seenAt: Date | null };

/** What watching came to. */
export type Watched = {
  use: RotationResult["use"];
  outgoing: readonly WatchedKey[];
  /** Why the old key is not to be retired yet; null where it is. */
  rest: RotationRest | null;
};

/** The first and the longest pause between two looks, in milliseconds. */
const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 60_000;

/** How long a wait is before it is asked again whether the run was told to stop, in milliseconds. */
const NAP = 5_000;

/** A use that is no later than this after the last trial is that trial, in milliseconds. */
const SLACK = 1_000;

/**
 * A key that was used within this time is in use, in milliseconds: of a wait the given part, since what is used every few
 * minutes must show up within it, and last uses show late.
 */
const IDLE = { part: 1 / 6, least: 60_000, most: 300_000 };

/**
 * So many times longer for a key that was used after its successor was: somebody still had it then. A running job keeps
 * the secret that it began with, and it ends; what goes on using it shows up again.
 */
const LONGER_AFTER_SUCCESSOR = 3;

/** So often in a row the record of the new key has to be missing before it counts as deleted. */
const GONE_IN_A_ROW = 3;

/** What one look at the records came to. */
type Look = { reading: RecordReading; outgoing: readonly WatchedKey[]; seenAt: Date | null; gone: number };

/**
 * Waits until the new key was used and the old one is not any more, as long as the operator allows. OpenAI's own times are
 * compared with each other alone, since the clock here may be wrong, and last uses may show late.
 */
export async function watchUse(
  run: RotationRun,
  incoming: IncomingKey,
  outgoing: readonly OutgoingKey[],
): Promise<Watched> {
  const { wait } = run.plan.order;
  if (wait === 0) {
    const kept = outgoing.map((key) => ({ ...key, isInUse: null }));
    return { use: { kind: "not-watched" }, outgoing: kept, rest: null };
  }
  const key = incoming.record.id;
  const halt = await beginStep(run, { step: "watch", phase: "begin", key });
  const unknown = outgoing.map((one) => ({ ...one, isInUse: null }));
  if (halt) return { use: describeUse(incoming.seenAt), outgoing: unknown, rest: "use-unknown" };
  tellStep(run, "watch", "begin");
  const last = await lookUntilReady(run, incoming, outgoing);
  await noteStep(run, { step: "watch", phase: "end", key, seenAt: last.seenAt });
  const rest = isReady(last) ? null : explainRest(last);
  tellStep(run, "watch", "end", { isDone: rest === null });
  return { use: describeUse(last.seenAt), outgoing: last.outgoing, rest };
}

async function lookUntilReady(
  run: RotationRun,
  incoming: IncomingKey,
  outgoing: readonly OutgoingKey[],
): Promise<Look> {
  const { clock, isCancelled } = run.world;
  const deadline = clock.elapsed() + run.plan.order.wait * 1000;
  let since = incoming.since;
  let before: Pick<Look, "seenAt" | "gone"> & { outgoing: readonly OutgoingKey[] } = {
    seenAt: incoming.seenAt,
    gone: 0,
    outgoing,
  };
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 1.4, LONGEST_PAUSE)) {
    const seen = await look(run, { ...incoming, since }, before);
    // Where nobody recorded when it was last tried, only a use from now on is somebody else's.
    if (seen.reading.kind === "there") since ??= seen.reading.at;
    const left = deadline - clock.elapsed();
    if (isReady(seen) || seen.gone >= GONE_IN_A_ROW || left <= 0 || isCancelled()) return seen;
    tellStep(run, "watch", "wait");
    await nap(run, Math.min(pause, left));
    before = seen;
  }
}

async function look(
  run: RotationRun,
  incoming: IncomingKey,
  before: Pick<Look, "seenAt" | "gone"> & { outgoing: readonly OutgoingKey[] },
): Promise<Look> {
  const read = async (record: KeyRecord): Promise<RecordReading> =>
    await run.world.minter.readKey(record).catch(() => ({ kind: "unknown", because: "unexpected" }));
  const reading = await read(incoming.record);
  const seenAt = before.seenAt ?? findUse(reading, incoming.since);
  const outgoing: WatchedKey[] = [];
  for (const key of before.outgoing) {
    const found = await read(key.record);
    const record = found.kind === "there" ? found.record : key.record;
    outgoing.push({ ...key, record, isInUse: judgeUse(found, seenAt, computeIdle(run)) });
  }
  return { reading, seenAt, outgoing, gone: reading.kind === "gone" ? before.gone + 1 : 0 };
}

function findUse(reading: RecordReading, since: Date | null): Date | null {
  if (reading.kind !== "there" || since === null) return null;
  const { lastUsedAt } = reading.record;
  return lastUsedAt !== null && lastUsedAt.getTime() > since.getTime() + SLACK ? lastUsedAt : null;
}

/** Whether a key is in use; null where that cannot be said. One that is gone is not. */
function judgeUse(reading: RecordReading, seenAt: Date | null, idle: number): boolean | null {
  if (reading.kind === "gone") return false;
  if (reading.kind === "unknown") return null;
  const { lastUsedAt, absent } = reading.record;
  if (lastUsedAt === null) return absent?.includes("lastUsedAt") ? null : false;
  const isLater = seenAt !== null && lastUsedAt > seenAt;
  return reading.at.getTime() - lastUsedAt.getTime() < (isLater ? idle * LONGER_AFTER_SUCCESSOR : idle);
}

/** How long a key has to be unused before it is retired, in milliseconds. */
function computeIdle({ plan }: RotationRun): number {
  return Math.min(Math.max(plan.order.wait * 1000 * IDLE.part, IDLE.least), IDLE.most);
}

/** A successor that is gone is none, however it was used before. */
function isReady({ reading, seenAt, outgoing }: Look): boolean {
  return reading.kind === "there" && seenAt !== null && outgoing.every(({ isInUse }) => isInUse === false);
}

function explainRest({ reading, seenAt, outgoing }: Look): RotationRest {
  if (reading.kind === "gone") return "new-key-gone";
  if (reading.kind === "unknown") return "use-unknown";
  if (seenAt === null) return "new-key-unseen";
  return outgoing.some(({ isInUse }) => isInUse === true) ? "old-key-in-use" : "use-unknown";
}

function describeUse(seenAt: Date | null): RotationResult["use"] {
  return seenAt === null ? { kind: "unseen" } : { kind: "seen", at: seenAt };
}

async function nap({ world }: RotationRun, milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0 && !world.isCancelled(); left -= NAP) {
    await world.clock.sleep(Math.min(NAP, left));
  }
}
