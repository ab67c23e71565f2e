import type { RotationOrder, RotationPlan, RotationRefusal, RotationResult } from "../../domain/rotation.ts";
import { findOldKey, isRotationDue, planRotation } from "../../domain/rotation-plan.ts";
import type { RecordedRotation } from "../../domain/rotation-record.ts";
import type { StoreCheck } from "../../domain/rotation-target.ts";
import { listSuccessors } from "../../domain/succession.ts";
import type { RotationRequest, RotationWorld } from "../rotation-world.ts";
import { listKeys } from "../steps/new-key.ts";
import { getStoreOptions } from "../steps/places.ts";
import type { RotationTask } from "../steps/rotation-run.ts";
import { type PlanningFacts, readScopes } from "./planning-facts.ts";
import { buildDone, buildRefusal, buildResult } from "./results.ts";
import { findFitting, planResume } from "./resume.ts";

/** What is to be done about an order: a task, or the result that stands already. Null: its key is not due. */
export type PlannedOrder = { task: RotationTask } | { result: RotationResult } | null;

/** Plans all orders, in their order. Nothing is changed, and every place says whether it could take a key. */
export async function planOrders(
  request: RotationRequest,
  facts: PlanningFacts,
  world: RotationWorld,
): Promise<readonly PlannedOrder[]> {
  const planned: PlannedOrder[] = [];
  const taken = new Set<string>();
  for (const order of request.orders) {
    const one = await planOrder(order, request, facts, world);
    const old = one && "task" in one ? one.task.plan.old : null;
    const isTwice = old !== null && taken.has(old.id);
    planned.push(isTwice ? { result: buildRefusal(order, old, { because: "asked-twice" }) } : one);
    if (old) taken.add(old.id);
  }
  return limitTasks(planned, request);
}

/** When more keys would be rotated than a run may, none is. */
function limitTasks(planned: readonly PlannedOrder[], { rails }: RotationRequest): readonly PlannedOrder[] {
  const count = planned.filter((one) => one && "task" in one).length;
  if (count <= rails.maxContained) return planned;
  const refuse = ({ task }: { task: RotationTask }) => ({
    result: buildResult(task, { state: { kind: "refused", because: "too-many" } }),
  });
  return planned.map((one) => (one && "task" in one ? refuse(one) : one));
}

async function planOrder(
  order: RotationOrder,
  request: RotationRequest,
  facts: PlanningFacts,
  world: RotationWorld,
): Promise<PlannedOrder> {
  const fitting = findFitting(order, facts.recorded);
  const open = fitting.filter(({ isOver }) => !isOver);
  if (open.length > 0 && !request.isResume) {
    const old = facts.inventory.records.find(({ id }) => open.some((one) => one.old.id === id)) ?? null;
    return { result: buildRefusal(order, old, { because: "unfinished" }) };
  }
  const [recorded, ...others] = open;
  if (recorded && others.length > 0) {
    return { result: buildRefusal(order, null, { because: "ambiguous", ids: open.map(({ old }) => old.id) }) };
  }
  if (recorded) return await planResumed(order, recorded, facts, world);
  const done = request.isResume && !request.isOnlyDue ? fitting.findLast(({ batch }) => batch === facts.batch) : null;
  if (done) {
    const refused = buildRefusal(order, null, { because: "nothing-to-resume" });
    return { result: done.isRotated ? buildDone(order, done) : refused };
  }
  return await planFresh(order, request, facts, world);
}

async function planResumed(
  order: RotationOrder,
  recorded: RecordedRotation,
  facts: PlanningFacts,
  world: RotationWorld,
): Promise<PlannedOrder> {
  const { old, refusal, plan, mustStore } = await planResume(order, recorded, facts, world);
  if (plan === null) return { result: { ...buildRefusal(order, old, refusal), isResumed: true } };
  const task = { plan, batch: recorded.batch, recorded };
  return (mustStore ? await refuseUnready(task, world) : null) ?? { task };
}

async function planFresh(
  order: RotationOrder,
  { isOnlyDue }: RotationRequest,
  facts: PlanningFacts,
  world: RotationWorld,
): Promise<PlannedOrder> {
  const found = findOldKey(order, facts);
  if ("because" in found) return { result: buildRefusal(order, null, found) };
  const { record, refusal } = found;
  if (isOnlyDue && !isRotationDue(record, order, facts.now)) return null;
  if (refusal) return { result: buildRefusal(order, record, refusal) };
  const scopes = await readScopes(record, world);
  const plan = planRotation(order, record, { id: world.createToken(), scopes });
  if ("because" in plan) return { result: buildRefusal(order, record, plan) };
  const task = { plan, batch: facts.batch, recorded: null };
  const rival = await findRival(plan, world);
  if (rival) return { result: buildResult(task, { state: { kind: "refused", ...rival } }) };
  return (await refuseUnready(task, world)) ?? { task };
}

/** Another rotation of the same key, by the names of the keys as they are now. */
async function findRival(plan: RotationPlan, world: RotationWorld): Promise<RotationRefusal | null> {
  const keys = await listKeys({ plan, world });
  if (keys === null) return { because: "inventory-incomplete" };
  const [by] = listSuccessors(keys, plan.old.id, { now: world.clock.now(), except: plan.id });
  return by ? { because: "already-replaced", by: by.id } : null;
}

/** The refusal of a task of which a place would not take a key; null where all would. */
async function refuseUnready(task: RotationTask, world: RotationWorld): Promise<{ result: RotationResult } | null> {
  for (const target of task.plan.order.targets) {
    const check = await world.store
      .check(target, getStoreOptions(task))
      .catch((): StoreCheck => ({ kind: "failed", because: "unexpected" }));
    if (check.kind === "ready") continue;
    const { kind: _, ...failure } = check;
    return { result: buildResult(task, { state: { kind: "refused", because: "target-not-ready", target, failure } }) };
  }
  return null;
}
