import type { Gap } from "../domain/gap.ts";
import type { KeyRecord } from "../domain/inventory.ts";
import { mayBeRedactedAs } from "../domain/redaction.ts";
import type { RotationReport, RotationResult } from "../domain/rotation.ts";
import type { Secret } from "../domain/secret.ts";
import { checkEntries } from "../scan/unmatched-entries.ts";
import { type PlannedOrder, planOrders } from "./planning/plan-orders.ts";
import { buildRefusal, buildResult } from "./planning/results.ts";
import { findBatch } from "./planning/resume.ts";
import { rotateKey } from "./rotate-key.ts";
import type { RotationRequest, RotationWorld } from "./rotation-world.ts";
import type { RotationRails, RotationTask } from "./steps/rotation-run.ts";

/**
 * Rotates keys, and tells the story of it: what OpenAI lists, what earlier runs left open, what is to be done about each
 * order, and what came of it, one key after the other. A dry run ends with the plan.
 *
 * @throws UsageError for an audit file that cannot be read any more.
 */
export async function rotateKeys(request: RotationRequest, world: RotationWorld): Promise<RotationReport> {
  const { policy } = { policy: request.rails };
  const inventory = await world.registry.inventory();
  const checked = checkEntries({ ...policy, onLeak: "revoke", approved: null }, inventory, []);
  const rails: RotationRails = {
    policy,
    unmatched: checked.entries,
    own: findOwnKeys(inventory.records, request.adminKey),
  };
  const recorded = await world.journal.rotations();
  const batch = (request.isResume ? findBatch(request.orders, recorded) : null) ?? world.createToken();
  const known = {
    inventory,
    now: world.clock.now(),
    protect: policy.protect,
    unmatched: rails.unmatched,
    own: rails.own,
  };
  const planned = refuseIdleResume(request, await planOrders(request, { ...known, recorded, batch }, world));
  const { results, gaps } = await carryOut(planned, rails, request, world);
  return {
    at: world.clock.now(),
    organization: inventory.organization,
    isDryRun: policy.dryRun,
    rotations: results,
    gaps: [...inventory.gaps, ...checked.gaps, ...gaps],
    notes: [],
  };
}

/** The records that may be the Admin API key of this run: those whose visible ends are its own, in whichever list. */
export function findOwnKeys(records: readonly KeyRecord[], adminKey: Secret): ReadonlySet<string> {
  const own = records.filter(({ redacted }) => redacted !== null && mayBeRedactedAs(adminKey, redacted));
  return new Set(own.map(({ id }) => id));
}

/**
 * Whoever asks to go on with something gets no rotation that begins, where nothing was begun. A command of several keys may
 * have been broken off between two of them: then the next one begins.
 */
function refuseIdleResume(
  { isResume, isOnlyDue, orders }: RotationRequest,
  planned: readonly PlannedOrder[],
): readonly PlannedOrder[] {
  const isDone = (one: PlannedOrder) => one !== null && "result" in one && one.result.state.kind === "rotated";
  const isOpen = (one: PlannedOrder) =>
    one !== null && ("task" in one ? one.task.recorded !== null : one.result.isResumed && !isDone(one));
  const isBetween = planned.some(isDone) && planned.some((one) => one !== null && "task" in one);
  const isBegun = planned.some(isOpen) || isBetween;
  if (!isResume || isOnlyDue || isBegun) return planned;
  return orders.map((order, index) => {
    const one = planned[index];
    const old = one && "task" in one ? one.task.plan.old : null;
    return { result: buildRefusal(order, old, { because: "nothing-to-resume" }) };
  });
}

type CarriedOut = { results: readonly RotationResult[]; gaps: readonly Gap[] };

async function carryOut(
  planned: readonly PlannedOrder[],
  rails: RotationRails,
  { rails: { dryRun } }: RotationRequest,
  world: RotationWorld,
): Promise<CarriedOut> {
  const tasks = planned.flatMap((one) => (one && "task" in one ? [one.task] : []));
  const isAllowed = dryRun || tasks.length === 0 || (await announce(tasks, world));
  const results: RotationResult[] = [];
  const gaps: Gap[] = [];
  for (const one of planned) {
    if (one === null) continue;
    const done =
      "result" in one ? { result: one.result, gaps: [] } : await carryOutOne(one.task, { rails, isAllowed, world });
    results.push(done.result);
    gaps.push(...done.gaps);
  }
  return { results, gaps };
}

async function announce(tasks: readonly RotationTask[], world: RotationWorld): Promise<boolean> {
  const plans = tasks.map(({ plan }) => plan);
  if (world.confirm && !(await world.confirm(plans))) return false;
  if (!world.confirm) world.onPlanned(plans);
  world.onContainment();
  return true;
}

type Carrying = { rails: RotationRails; isAllowed: boolean; world: RotationWorld };

async function carryOutOne(task: RotationTask, { rails, isAllowed, world }: Carrying) {
  if (rails.policy.dryRun) return { result: buildResult(task, { state: { kind: "planned" } }), gaps: [] };
  if (!isAllowed) return { result: buildResult(task, { state: { kind: "refused", because: "declined" } }), gaps: [] };
  if (world.isCancelled()) {
    return { result: buildResult(task, { state: { kind: "refused", because: "cancelled" } }), gaps: [] };
  }
  return await rotateKey(task, rails, world);
}
