import type { Gap } from "../../domain/gap.ts";
import type { KeyRecord } from "../../domain/inventory.ts";
import type { MintedKey, PlaceResult, RotationResult } from "../../domain/rotation.ts";
import { findLeftovers, type Leftovers } from "./leftovers.ts";
import { discardKeys, isRetired, NOTHING_RETIRED, type Retired, retireKeys } from "./retire.ts";
import { beginStep, noteStep, type RotationRun, readRecorded, tellStep } from "./rotation-run.ts";
import { type IncomingKey, type OutgoingKey, type Watched, watchUse } from "./watch.ts";

/** The new key, in all its places. */
export type StandingKey = { key: MintedKey; incoming: IncomingKey; places: readonly PlaceResult[] };

/** What came of the keys that the new one replaces. */
export type Settlement = Pick<RotationResult, "state" | "use" | "retired" | "superseded"> & { gaps: readonly Gap[] };

/** What is to be settled. `cleared`: keys that stood nowhere. `keepsOld`: the old key is left to whoever asked. */
type Settling = { left: Leftovers; cleared: Retired; keepsOld: boolean };

/** Watches the new key, and retires the old one and those that an earlier run left in its places. */
export async function settleOldKeys(
  run: RotationRun,
  made: StandingKey,
  { left, cleared, keepsOld }: Settling,
): Promise<Settlement> {
  const { old } = run.plan;
  const lost = left.superseded.map((record): OutgoingKey => ({ record, role: "superseded" }));
  const outgoing = keepsOld ? lost : [{ record: old, role: "replaced" } as const, ...lost];
  const watched = await watchUse(run, made.incoming, outgoing);
  const { retired, isDone } = await retireWatched(run, watched);
  const known = [made.key, ...outgoing.map(({ record }) => record), ...cleared.keys.map(({ record }) => record)];
  const late = run.recorded === null ? NOTHING_RETIRED : await discardLate(run, known);
  const isRotated = isDone && late.keys.every(isRetired);
  const isOld = ({ record }: { record: KeyRecord }) => record.id === old.id;
  return {
    state: isRotated ? { kind: "rotated" } : { kind: "unfinished", because: watched.rest ?? "old-key-kept" },
    use: watched.use,
    retired: retired.keys.find(isOld) ?? null,
    superseded: [...cleared.keys, ...retired.keys.filter((key) => !isOld(key)), ...late.keys],
    gaps: [...cleared.gaps, ...retired.gaps, ...late.gaps],
  };
}

/** Where the old key is not to be retired yet, the decision says why, and nothing is begun. */
async function retireWatched(run: RotationRun, watched: Watched): Promise<{ retired: Retired; isDone: boolean }> {
  const keys = watched.outgoing.map(({ record }) => record.id);
  if (watched.rest !== null || keys.length === 0) {
    return { retired: await retireKeys(run, watched), isDone: watched.rest === null };
  }
  if (await beginStep(run, { step: "retire", phase: "begin", keys }))
    return { retired: NOTHING_RETIRED, isDone: false };
  tellStep(run, "retire", "begin");
  const retired = await retireKeys(run, watched);
  const isDone = retired.keys.every(isRetired);
  await noteStep(run, { step: "retire", phase: "end", keys });
  tellStep(run, "retire", "end", { isDone });
  return { retired, isDone };
}

/**
 * A run that this one took the rotation over from may have created a key just when its keys were looked for. One that it
 * began to store somewhere is left to the next run: nobody has watched whether it is used.
 */
async function discardLate(run: RotationRun, known: readonly { id: string }[]): Promise<Retired> {
  const recorded = await readRecorded(run);
  const left = recorded && (await findLeftovers(run, recorded));
  if (!left) return NOTHING_RETIRED;
  const isLate = ({ id }: KeyRecord) => known.every((one) => one.id !== id);
  const discarded = await discardKeys(run, left.unstored.filter(isLate));
  const stored = left.superseded
    .filter(isLate)
    .map((record) => ({ record, role: "superseded", isInUse: null }) as const);
  const kept = await retireKeys(run, { use: { kind: "unseen" }, outgoing: stored, rest: null });
  return { keys: [...discarded.keys, ...kept.keys], gaps: [...discarded.gaps, ...kept.gaps] };
}
