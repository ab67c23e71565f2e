import type { Gap } from "../domain/gap.ts";
import type { MintedKey, PlaceResult, RotationFailure, RotationResult } from "../domain/rotation.ts";
import { describeUnrecordedEnd } from "../messages/gaps/search.ts";
import { buildResult, describeRecorded } from "./planning/results.ts";
import type { RotationWorld } from "./rotation-world.ts";
import { findLeftovers, type Leftovers, NO_LEFTOVERS } from "./steps/leftovers.ts";
import { findCreated, mintKey, type NoKey } from "./steps/new-key.ts";
import { describePlaces, storeKey } from "./steps/places.ts";
import { discardKeys, isRetired, NOTHING_RETIRED, type Retired } from "./steps/retire.ts";
import {
  beginRotation,
  noteStep,
  type RotationRails,
  type RotationRun,
  type RotationTask,
  readRecorded,
} from "./steps/rotation-run.ts";
import { type StandingKey, settleOldKeys } from "./steps/settlement.ts";
import { type TriedKey, tryNewKey } from "./steps/trial.ts";
import type { IncomingKey } from "./steps/watch.ts";

/** What came of one rotation, and what could not be recorded of it. */
export type RotatedKey = { result: RotationResult; gaps: readonly Gap[] };

/** Why no new key stands in all places. `key`: the one that stands in some, or may, or that could not be deleted. */
type Fallen = { failure: RotationFailure; key: MintedKey | null; places: readonly PlaceResult[]; discarded: Retired };

/**
 * Rotates one key, and tells the story of it: what earlier runs left behind is put right, a new key is created, tried and
 * stored, its use is watched, and the old one is retired. `keepsOld`: the old key is left to whoever asked.
 */
export async function rotateKey(
  task: RotationTask,
  rails: RotationRails,
  world: RotationWorld,
  { keepsOld = false }: { keepsOld?: boolean } = {},
): Promise<RotatedKey> {
  const begun: RotationRun = { ...task, attempt: world.createToken(), rails, world };
  try {
    const halt = await beginRotation(begun);
    if (halt) return await refuse(begun, halt);
    const run = { ...begun, recorded: task.recorded && ((await readRecorded(begun)) ?? task.recorded) };
    const left = run.recorded ? await findLeftovers(run, run.recorded) : NO_LEFTOVERS;
    if (left === null) return await finish(run, { state: { kind: "failed", because: "account-not-listed" } }, []);
    return await carryOut(run, left, keepsOld);
  } catch {
    // What was done is in the audit file, and in OpenAI's list by name: a later run goes on with it.
    return { result: buildResult(begun, { state: { kind: "failed", because: "unexpected" } }), gaps: [] };
  }
}

async function refuse(
  run: RotationRun,
  halt: NonNullable<Awaited<ReturnType<typeof beginRotation>>>,
): Promise<RotatedKey> {
  const isBegun = run.recorded !== null || halt.because === "resumed-elsewhere";
  if (isBegun && halt.because !== "unfinished") {
    return { result: buildResult(run, { state: { kind: "failed", ...halt } }), gaps: [] };
  }
  const because = halt.because === "unfinished" ? halt.because : "not-recorded";
  const result = buildResult(run, { state: { kind: "refused", because } });
  await noteStep(run, { step: "end", state: result.state, isOver: true });
  return { result, gaps: [] };
}

async function carryOut(run: RotationRun, left: Leftovers, keepsOld: boolean): Promise<RotatedKey> {
  const cleared = await discardKeys(run, left.unstored);
  const made = left.kept ? await keepKey(run, left) : await makeKey(run);
  if (made === null) {
    const state = { kind: "unfinished", because: "new-key-gone" } as const;
    return await finish(run, { state, superseded: cleared.keys, newKey: null }, cleared.gaps, true);
  }
  if ("failure" in made) {
    const { failure, key, places, discarded } = made;
    const superseded = [...cleared.keys, ...discarded.keys];
    const newKey = key ?? buildResult(run, { state: { kind: "planned" } }).newKey;
    const parts = { state: { kind: "failed", ...failure } as const, newKey, places, superseded };
    return await finish(run, parts, [...cleared.gaps, ...discarded.gaps]);
  }
  const { gaps, ...settled } = await settleOldKeys(run, made, { left, cleared, keepsOld });
  const isGone = settled.state.kind === "unfinished" && settled.state.because === "new-key-gone";
  return await finish(run, { ...settled, newKey: made.key, places: made.places }, gaps, isGone);
}

/** Goes on with a key that an earlier run stored in all places; null where somebody deleted it. */
async function keepKey(run: RotationRun, { kept, keptRecord }: Leftovers): Promise<StandingKey | null> {
  if (kept === null || keptRecord === null) return null;
  const incoming = { record: keptRecord, since: kept.triedAt, seenAt: kept.seenAt };
  return { key: describeRecorded(kept), incoming, places: describePlaces(run, kept) };
}

/** Creates, tries and stores a key. One that does not get into its first place is deleted again. */
async function makeKey(run: RotationRun): Promise<StandingKey | Fallen> {
  if (run.world.isCancelled()) return await fall(run, { failure: { because: "cancelled" }, strays: [] });
  const fresh = await mintKey(run);
  if ("failure" in fresh) return await fall(run, fresh);
  const tried = await tryNewKey(run, fresh);
  if ("because" in tried) {
    const strays = await findCreated(run, fresh);
    const fallen = await fall(run, { failure: tried, strays }, fresh.minted.id);
    return strays.length > 0 ? fallen : { ...fallen, key: fresh.minted };
  }
  const { places, isTouched, failure } = await storeKey(run, tried);
  if (failure === null) return { key: tried.minted, incoming: describeIncoming(tried), places };
  if (!isTouched) return { ...(await fall(run, { failure, strays: [tried.record] }, fresh.minted.id)), places };
  return { failure, key: tried.minted, places, discarded: NOTHING_RETIRED };
}

/** `own`: the key that this run created, where there is one. */
async function fall(run: RotationRun, { failure, strays }: NoKey, own: string | null = null): Promise<Fallen> {
  return { failure, key: null, places: describePlaces(run), discarded: await discardKeys(run, strays, own) };
}

function describeIncoming({ record, triedAt }: TriedKey): IncomingKey {
  return { record, since: triedAt, seenAt: null };
}

/** Records the end. `isOver`: nothing is left that a later run could do, though the rotation came to no good end. */
async function finish(
  run: RotationRun,
  parts: Pick<RotationResult, "state"> & Partial<RotationResult>,
  gaps: readonly Gap[],
  isOver = false,
): Promise<RotatedKey> {
  const result = buildResult(run, parts);
  const { state } = result;
  // Where another run goes on with it, that one has the last word.
  const recorded = await readRecorded(run).catch(() => null);
  if (recorded && recorded.attempt !== run.attempt) return { result, gaps };
  const isNoted = await noteStep(run, { step: "end", state, isOver: isOver || isSettled(result) });
  const unrecorded: readonly Gap[] = isNoted
    ? []
    : [{ kind: "audit-file", detail: describeUnrecordedEnd(run.plan.old.id) }];
  return { result, gaps: [...gaps, ...unrecorded] };
}

/** Whether nothing of a rotation is left: it came to its end, or none of its keys is. */
function isSettled({ state, newKey, superseded }: RotationResult): boolean {
  if (state.kind === "rotated") return true;
  if (state.kind !== "failed" || newKey !== null) return false;
  const mayExist = state.because === "mint" && state.mayExist;
  return !mayExist && superseded.every(isRetired);
}
