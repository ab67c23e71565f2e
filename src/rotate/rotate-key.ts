import type { Gap } from "../domain/gap.ts";
import type { KeyRecord } from "../domain/inventory.ts";
import type { MintedKey, PlaceResult, RotationFailure, RotationResult } from "../domain/rotation.ts";
import type { RecordedRotation } from "../domain/rotation-record.ts";
import { describeUnrecordedEnd } from "../messages/gaps/search.ts";
import { buildResult, describeRecorded } from "./planning/results.ts";
import type { RotationWorld } from "./rotation-world.ts";
import { findLeftovers, type Leftovers, NO_LEFTOVERS } from "./steps/leftovers.ts";
import { findCreated, mintKey, type NoKey } from "./steps/new-key.ts";
import { describePlaces, storeKey } from "./steps/places.ts";
import { discardKeys, isRetired, NOTHING_RETIRED, type Retired, retireKeys } from "./steps/retire.ts";
import {
  beginRotation,
  beginStep,
  noteStep,
  type RotationRails,
  type RotationRun,
  type RotationTask,
  tellStep,
} from "./steps/rotation-run.ts";
import { type TriedKey, tryNewKey } from "./steps/trial.ts";
import { type IncomingKey, type OutgoingKey, watchUse } from "./steps/watch.ts";

/** What came of one rotation, and what could not be recorded of it. */
export type RotatedKey = { result: RotationResult; gaps: readonly Gap[] };

/** The new key, in all its places. */
type Standing = { key: MintedKey; incoming: IncomingKey; places: readonly PlaceResult[] };

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
    const run = { ...begun, recorded: await readRecorded(begun) };
    const left = run.recorded ? await findLeftovers(run, run.recorded) : NO_LEFTOVERS;
    if (left === null) return await finish(run, { state: { kind: "failed", because: "account-not-listed" } }, []);
    return await carryOut(run, left, keepsOld);
  } catch {
    // What was done is in the audit file, and in OpenAI's list by name: a later run goes on with it.
    return { result: buildResult(begun, { state: { kind: "failed", because: "unexpected" } }), gaps: [] };
  }
}

/** What earlier runs did, as of now: another one may have gone on with it since this run began. */
async function readRecorded({ recorded, plan, world }: RotationRun): Promise<RecordedRotation | null> {
  if (recorded === null) return null;
  return (await world.journal.rotations()).find(({ id }) => id === plan.id) ?? recorded;
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
  return await settleOld(run, made, { left, cleared, keepsOld });
}

/** Goes on with a key that an earlier run stored in all places; null where somebody deleted it. */
async function keepKey(run: RotationRun, { kept, keptRecord }: Leftovers): Promise<Standing | null> {
  if (kept === null || keptRecord === null) return null;
  const incoming = { record: keptRecord, since: kept.triedAt, seenAt: kept.seenAt };
  return { key: describeRecorded(kept), incoming, places: describePlaces(run, kept) };
}

/** Creates, tries and stores a key. One that does not get into its first place is deleted again. */
async function makeKey(run: RotationRun): Promise<Standing | Fallen> {
  if (run.world.isCancelled()) return await fall(run, { failure: { because: "cancelled" }, strays: [] });
  const fresh = await mintKey(run);
  if ("failure" in fresh) return await fall(run, fresh);
  const tried = await tryNewKey(run, fresh);
  if ("because" in tried) {
    const strays = await findCreated(run, fresh);
    const fallen = await fall(run, { failure: tried, strays });
    return strays.length > 0 ? fallen : { ...fallen, key: fresh.minted };
  }
  const { places, isTouched, failure } = await storeKey(run, tried);
  if (failure === null) return { key: tried.minted, incoming: describeIncoming(tried), places };
  if (!isTouched) return { ...(await fall(run, { failure, strays: [tried.record] })), places };
  return { failure, key: tried.minted, places, discarded: NOTHING_RETIRED };
}

async function fall(run: RotationRun, { failure, strays }: NoKey): Promise<Fallen> {
  return { failure, key: null, places: describePlaces(run), discarded: await discardKeys(run, strays) };
}

function describeIncoming({ record, triedAt }: TriedKey): IncomingKey {
  return { record, since: triedAt, seenAt: null };
}

type Rest = { left: Leftovers; cleared: Retired; keepsOld: boolean };

/** Watches the new key, and retires the old one and those that an earlier run left in its places. */
async function settleOld(run: RotationRun, made: Standing, { left, cleared, keepsOld }: Rest): Promise<RotatedKey> {
  const replaced: OutgoingKey = { record: run.plan.old, role: "replaced" };
  const lost = left.superseded.map((record): OutgoingKey => ({ record, role: "superseded" }));
  const outgoing = keepsOld ? lost : [replaced, ...lost];
  const watched = await watchUse(run, made.incoming, outgoing);
  const keys = outgoing.map(({ record }) => record.id);
  const halt = watched.rest === null && keys.length > 0 ? await beginRetiring(run, keys) : null;
  const retired = halt === null ? await retireKeys(run, watched) : NOTHING_RETIRED;
  const isDone = halt === null && retired.keys.every(isRetired);
  if (watched.rest === null && keys.length > 0) await endRetiring(run, keys, isDone);
  const late = run.recorded
    ? await discardLate(run, [made.key.id, ...keys, ...cleared.keys.map(getId)])
    : NOTHING_RETIRED;
  const because = watched.rest ?? "old-key-kept";
  const state =
    isDone && late.keys.every(isRetired) ? ({ kind: "rotated" } as const) : ({ kind: "unfinished", because } as const);
  const parts = {
    state,
    newKey: made.key,
    places: made.places,
    use: watched.use,
    retired: retired.keys.find(({ record }) => record.id === run.plan.old.id) ?? null,
    superseded: [...cleared.keys, ...retired.keys.filter(({ record }) => record.id !== run.plan.old.id), ...late.keys],
  };
  const isGone = watched.rest === "new-key-gone";
  return await finish(run, parts, [...cleared.gaps, ...retired.gaps, ...late.gaps], isGone);
}

async function beginRetiring(run: RotationRun, keys: readonly string[]) {
  const halt = await beginStep(run, { step: "retire", phase: "begin", keys });
  if (halt === null) tellStep(run, "retire", "begin");
  return halt;
}

async function endRetiring(run: RotationRun, keys: readonly string[], isDone: boolean): Promise<void> {
  await noteStep(run, { step: "retire", phase: "end", keys });
  tellStep(run, "retire", "end", { isDone });
}

/**
 * A run that another one took this rotation over from may have created a key just when this one looked for it. One that it
 * began to store somewhere is left to the next run: nobody has watched whether it is used.
 */
async function discardLate(run: RotationRun, known: readonly string[]): Promise<Retired> {
  const recorded = await readRecorded(run);
  const left = recorded && (await findLeftovers(run, recorded));
  if (!left) return NOTHING_RETIRED;
  const isLate = ({ id }: KeyRecord) => !known.includes(id);
  const discarded = await discardKeys(run, left.unstored.filter(isLate));
  const stored = left.superseded
    .filter(isLate)
    .map((record) => ({ record, role: "superseded", isInUse: null }) as const);
  const kept = await retireKeys(run, { use: { kind: "unseen" }, outgoing: stored, rest: null });
  return { keys: [...discarded.keys, ...kept.keys], gaps: [...discarded.gaps, ...kept.gaps] };
}

function getId({ record }: { record: KeyRecord }): string {
  return record.id;
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
  // Another run has the word.
  if (state.kind === "failed" && state.because === "resumed-elsewhere") return { result, gaps };
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
