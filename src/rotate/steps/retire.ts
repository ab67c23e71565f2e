import { decide, isContainment, type RotationCase } from "../../domain/decision.ts";
import type { Gap } from "../../domain/gap.ts";
import type { KeyRecord } from "../../domain/inventory.ts";
import type { Outcome } from "../../domain/outcome.ts";
import type { RetiredKey } from "../../domain/rotation.ts";
import { containRecorded, describeLeft } from "../../scan/contain.ts";
import { type RotationRun, readRecorded } from "./rotation-run.ts";
import type { Watched, WatchedKey } from "./watch.ts";

/** What became of keys that are no longer needed, and what could not be recorded of it. */
export type Retired = { keys: readonly RetiredKey[]; gaps: readonly Gap[] };

/** Nothing was to be retired. */
export const NOTHING_RETIRED: Retired = { keys: [], gaps: [] };

/** Retires the keys that were replaced, by the decision that every containment goes through. */
export async function retireKeys(run: RotationRun, { outgoing, use, rest }: Watched): Promise<Retired> {
  const successor = chooseSuccessor(use, rest);
  const overlap = run.plan.order.overlap;
  const describe = ({ record, role, isInUse }: WatchedKey) => ({ record, role, overlap, successor, isInUse });
  return await retireEach(run, outgoing.map(describe));
}

/** A successor that somebody deleted is as good as one that was never seen. */
function chooseSuccessor(use: Watched["use"], rest: Watched["rest"]): RotationCase["successor"] {
  if (use.kind === "not-watched") return use.kind;
  return rest === "new-key-gone" ? "unseen" : use.kind;
}

/**
 * Deletes keys that this rotation created and that stand nowhere. Also when the run was told to stop: nobody would know of
 * them. `own`: the key that this run created itself. Of all others it has to be sure that no run goes on with them.
 */
export async function discardKeys(
  run: RotationRun,
  records: readonly KeyRecord[],
  own: string | null = null,
): Promise<Retired> {
  const isOwn = ({ id }: KeyRecord) => id === own;
  const others = records.filter((record) => !isOwn(record));
  const unneeded = [...records.filter(isOwn), ...(await findAbandoned(run, others))];
  const read = await Promise.all(unneeded.map(async (record) => await readRecord(run, record)));
  const facts = { role: "unstored", overlap: 0, successor: "not-watched", isInUse: null } as const;
  return await retireEach(
    { ...run, world: { ...run.world, isCancelled: () => false } },
    read.map((record) => ({ record, ...facts })),
  );
}

/**
 * The keys of earlier runs that nobody stores any more. A run that was taken over stops before its next step. So they are
 * listed first; then this run has to be the last that took the rotation over, and no place may hold them.
 */
async function findAbandoned(run: RotationRun, records: readonly KeyRecord[]): Promise<readonly KeyRecord[]> {
  if (records.length === 0) return [];
  const recorded = await readRecorded(run).catch(() => undefined);
  if (recorded === undefined || (recorded && recorded.attempt !== run.attempt)) return [];
  const isTouched = ({ id }: KeyRecord) => recorded?.keys.some((key) => key.id === id && key.touched.length > 0);
  return records.filter((record) => !isTouched(record));
}

/** The record as it is now, with the ends by which it is recognised; as it was where it cannot be read. */
async function readRecord({ world }: RotationRun, record: KeyRecord): Promise<KeyRecord> {
  const reading = await world.minter.readKey(record).catch(() => null);
  return reading?.kind === "there" ? reading.record : record;
}

async function retireEach(run: RotationRun, cases: readonly Omit<RotationCase, "mayBeOwn">[]): Promise<Retired> {
  const keys: RetiredKey[] = [];
  const gaps: Gap[] = [];
  for (const known of cases) {
    const result = await retireOne(run, { ...known, mayBeOwn: run.rails.own.has(known.record.id) });
    keys.push(result.key);
    gaps.push(...result.gaps);
  }
  return { keys, gaps };
}

async function retireOne(run: RotationRun, known: RotationCase): Promise<{ key: RetiredKey; gaps: readonly Gap[] }> {
  const { rails, world, plan } = run;
  const { record } = known;
  const [decided] = decide([known], rails.policy, world.clock.now(), rails.unmatched);
  if (!decided) throw new Error("every case is decided");
  const { decision } = decided;
  if (!isContainment(decision)) return { key: { record, decision, outcome: describeLeft(decision) }, gaps: [] };
  const act = { fingerprint: null, rotation: plan.id, containment: decision, at: world.clock.now() } as const;
  const { outcome, gaps } = await containRecorded(act, null, world);
  return { key: { record, decision, outcome }, gaps };
}

/** Whether a key is gone or ends as it should. */
export function isRetired({ outcome }: RetiredKey): boolean {
  return isEnded(outcome);
}

function isEnded(outcome: Outcome): boolean {
  switch (outcome.kind) {
    case "contained":
      return outcome.verified;
    case "already-gone":
      return true;
    case "left":
      // It ends by itself before it would by us, or has ended.
      return outcome.because === "expires-sooner" || outcome.because === "already-inactive";
    case "rehearsed":
    case "refused":
    case "failed":
      return false;
    default:
      return outcome satisfies never;
  }
}
