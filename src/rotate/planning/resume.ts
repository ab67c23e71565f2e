import type { KeyRecord } from "../../domain/inventory.ts";
import { normalizeName } from "../../domain/protection.ts";
import type { RotationOrder, RotationPlan, RotationRefusal } from "../../domain/rotation.ts";
import { explainUnresumable, planRotation } from "../../domain/rotation-plan.ts";
import type { RecordedRotation } from "../../domain/rotation-record.ts";
import { formatTarget } from "../../domain/rotation-target.ts";
import type { RotationWorld } from "../rotation-world.ts";
import { findStoredKey } from "../steps/leftovers.ts";
import { type PlanningFacts, readScopes } from "./planning-facts.ts";
import { rebuildOldKey } from "./results.ts";

/** The rotations that an order may mean, by the audit file, the oldest first. */
export function findFitting(
  { asked, project }: RotationOrder,
  recorded: readonly RecordedRotation[],
): readonly RecordedRotation[] {
  const wanted = normalizeName(asked);
  return recorded.filter((one) => {
    const { old, keys } = one;
    if (project !== null && !isOneOf(project, [old.home.id, old.home.name])) return false;
    if (one.asked === asked || old.id === asked || keys.some(({ id }) => id === asked)) return true;
    return wanted !== "" && isOneOf(asked, [old.name, old.owner.id, old.owner.name]);
  });
}

function isOneOf(asked: string, names: readonly (string | null)[]): boolean {
  const wanted = normalizeName(asked);
  return names.some((name) => name !== null && normalizeName(name) === wanted);
}

/** The command that `--resume` goes on with: the last one of which something is left, else the last one at all. */
export function findBatch(orders: readonly RotationOrder[], recorded: readonly RecordedRotation[]): string | null {
  const fitting = recorded.filter((one) => orders.some((order) => findFitting(order, [one]).length > 0));
  const last = fitting.findLast(({ isOver }) => !isOver) ?? fitting.at(-1);
  return last?.batch ?? null;
}

/** How a rotation that was broken off is gone on with; or why it is not. */
type ResumePlan = { old: KeyRecord; mustStore: boolean } & (
  | { plan: RotationPlan; refusal: null }
  | { plan: null; refusal: RotationRefusal }
);

/** Plans anew what is left of a rotation. Rights and life are those of the old key, whatever the audit file says. */
export async function planResume(
  order: RotationOrder,
  recorded: RecordedRotation,
  facts: PlanningFacts,
  world: RotationWorld,
): Promise<ResumePlan> {
  const old = facts.inventory.records.find(({ id }) => id === recorded.old.id) ?? rebuildOldKey(recorded);
  const targets = order.targets.map((target) => formatTarget(target));
  const isSame = targets.length === recorded.targets.length && targets.every((one, at) => one === recorded.targets[at]);
  const mustStore = findStoredKey(recorded, targets.length) === null;
  const refusal: RotationRefusal | null = isSame
    ? explainUnresumable(old, order, facts)
    : { because: "other-targets", targets: recorded.targets };
  if (refusal) return { old, mustStore, plan: null, refusal };
  const scopes = await readScopes(old, world);
  const plan = planRotation(order, old, { id: recorded.id, scopes });
  if (!("because" in plan)) return { old, mustStore, plan: { ...plan, isStored: !mustStore }, refusal: null };
  // No key is to be created any more: what the last one was to be allowed is only told.
  const told = { ...order, widen: true, scopes: recorded.scopes ?? order.scopes, expiresIn: recorded.expiresIn };
  const known = mustStore ? plan : planRotation(told, { ...old, absent: [] }, { id: recorded.id, scopes });
  return "because" in known
    ? { old, mustStore, plan: null, refusal: known }
    : { old, mustStore, plan: { ...known, order, isStored: true }, refusal: null };
}
