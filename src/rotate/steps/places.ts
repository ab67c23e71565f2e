import type { PlaceResult, RotationFailure } from "../../domain/rotation.ts";
import type { RecordedKey } from "../../domain/rotation-record.ts";
import type { RotationTarget, StoreFailure, StoreResult } from "../../domain/rotation-target.ts";
import type { FreshKey } from "./new-key.ts";
import { beginStep, noteStep, type RotationRun, type RotationTask, tellStep } from "./rotation-run.ts";

/** What came of storing a key in its places. */
export type StoredKey = {
  places: readonly PlaceResult[];
  /** Whether any place holds it, or may. */
  isTouched: boolean;
  failure: RotationFailure | null;
};

/** The pauses before a place is asked again that could not be reached or was busy, in milliseconds. */
const PAUSES = [2_000, 10_000, 30_000];

/** What a place could not do now, and may do a little later. Storing the same key twice is safe there. */
const PASSING: ReadonlySet<StoreFailure["because"]> = new Set<StoreFailure["because"]>([
  "rate-limited",
  "server-error",
  "network",
]);

/**
 * Stores the key in all its places, one after the other. It ends at the first that does not take it: the more places keep
 * the key they have, the less there is to be put right. Once a place has it, the run goes on even when it is told to stop.
 */
export async function storeKey(run: RotationRun, { minted, secret }: FreshKey): Promise<StoredKey> {
  const { order } = run.plan;
  let places = describePlaces(run);
  let isTouched = false;
  for (const [place, target] of order.targets.entries()) {
    if (run.world.isCancelled() && !isTouched) return { places, isTouched, failure: { because: "cancelled" } };
    const where = { key: minted.id, place, target };
    const halt = await beginStep(run, { step: "store", phase: "begin", ...where });
    if (halt) return { places, isTouched, failure: halt };
    tellStep(run, "store", "begin", { target });
    const result = await storeIn(run, target, secret);
    await noteStep(run, { step: "store", phase: "end", ...where, result });
    tellStep(run, "store", "end", { target, isDone: result.kind === "stored" });
    isTouched ||= result.kind === "stored" || result.mayBeStored;
    places = places.map((one, index) => (index === place ? describePlace(one, result) : one));
    if (result.kind === "failed") return { places, isTouched, failure: { because: "store", target, failure: result } };
  }
  return { places, isTouched, failure: null };
}

async function storeIn(run: RotationRun, target: RotationTarget, secret: FreshKey["secret"]): Promise<StoreResult> {
  const { store, clock, isCancelled } = run.world;
  const options = getStoreOptions(run);
  let mayBeStored = false;
  for (const pause of [...PAUSES, null]) {
    const result = await store
      .store(target, secret, options)
      .catch((): StoreResult => ({ kind: "failed", because: "unexpected", mayBeStored: true }));
    if (result.kind === "stored") return result;
    mayBeStored ||= result.mayBeStored;
    const isPassing = PASSING.has(result.because) && target.kind !== "command" && target.kind !== "file";
    if (!isPassing || pause === null || isCancelled()) return { ...result, mayBeStored };
    await clock.sleep(pause);
  }
  return { kind: "failed", because: "unexpected", mayBeStored };
}

/** How a key of this rotation is stored. */
export function getStoreOptions({ plan, recorded }: Pick<RotationTask, "plan" | "recorded">) {
  const stored = (recorded?.keys ?? []).filter(({ touched }) => touched.length > 0);
  const replaceable = stored.flatMap(({ fingerprint }) => (fingerprint === null ? [] : [fingerprint]));
  return { create: plan.order.create, replaceable, rotation: plan.id };
}

/** What the places hold before this run stores anything. `kept`: the key that goes on being the new one. */
export function describePlaces(
  { plan, recorded }: Pick<RotationTask, "plan" | "recorded">,
  kept: RecordedKey | null = null,
): readonly PlaceResult[] {
  return plan.order.targets.map((target, place): PlaceResult => {
    const holds = describeHeld(recorded?.keys ?? [], place);
    return { target, holds: kept && holds === "earlier" ? "new" : holds, result: null };
  });
}

/** Each run that stored a key there replaced the one before: what the last one began, counts. */
function describeHeld(keys: readonly RecordedKey[], place: number): PlaceResult["holds"] {
  const last = keys.findLast(({ touched }) => touched.includes(place));
  if (!last) return "old";
  return last.stored.includes(place) ? "earlier" : "unknown";
}

function describePlace(before: PlaceResult, result: StoreResult): PlaceResult {
  if (result.kind === "stored") return { ...before, holds: "new", result };
  return { ...before, holds: result.mayBeStored ? "unknown" : before.holds, result };
}
