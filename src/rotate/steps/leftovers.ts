import type { KeyRecord } from "../../domain/inventory.ts";
import type { RecordedKey, RecordedRotation } from "../../domain/rotation-record.ts";
import { listCreatedBy } from "../../domain/succession.ts";
import { listKeys } from "./new-key.ts";
import type { RotationRun } from "./rotation-run.ts";

/** What earlier runs of a rotation left behind. */
export type Leftovers = {
  /** The key that stands in all places, and goes on being the new one: nothing is left but to watch and to retire. */
  kept: RecordedKey | null;
  /** Its record; null where it is not listed any more. */
  keptRecord: KeyRecord | null;
  /** Keys that stand in a place, or may, and whose text is lost. */
  superseded: readonly KeyRecord[];
  /** Keys that stand nowhere. */
  unstored: readonly KeyRecord[];
};

/** Of a rotation that begins. */
export const NO_LEFTOVERS: Leftovers = { kept: null, keptRecord: null, superseded: [], unstored: [] };

/** The key that stands in all places of a rotation; null where another one has to be created. */
export function findStoredKey({ keys }: Pick<RecordedRotation, "keys">, places: number): RecordedKey | null {
  const last = keys.at(-1);
  return last && last.stored.length === places ? last : null;
}

/**
 * Finds what earlier runs left behind, by the names in OpenAI's own list: also a key whose creation nobody recorded. Null
 * where the keys could not be listed.
 */
export async function findLeftovers(run: RotationRun, recorded: RecordedRotation): Promise<Leftovers | null> {
  const listed = await listKeys(run);
  if (listed === null) return null;
  const { plan } = run;
  // Of the audit file alone no id is believed: whoever could write a line would have any key of the account deleted.
  const own = listCreatedBy(listed, { replaces: plan.old.id, rotation: plan.id });
  const kept = findStoredKey(recorded, plan.order.targets.length);
  const isTouched = ({ id }: KeyRecord) => recorded.keys.some((key) => key.id === id && key.touched.length > 0);
  const others = own.filter(({ id }) => id !== kept?.id && id !== plan.old.id);
  return {
    kept,
    keptRecord: own.find(({ id }) => id === kept?.id) ?? null,
    superseded: others.filter(isTouched),
    unstored: others.filter((record) => !isTouched(record)),
  };
}
