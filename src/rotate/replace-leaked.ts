import type { RotationOrder, RotationResult } from "../domain/rotation.ts";
import { planOrders } from "./planning/plan-orders.ts";
import { type RotatedKey, rotateKey } from "./rotate-key.ts";
import type { RotationRequest, RotationWorld } from "./rotation-world.ts";
import type { RotationRails } from "./steps/rotation-run.ts";

/**
 * Puts a new key in the places of one that leaked, without watching its use: the leaked key ends by the decision about the
 * leak, whatever comes of this. A rotation of it that an earlier run began is gone on with. `rails.own` and
 * `rails.unmatched` are those of the run that found the leak.
 */
export async function replaceLeakedKey(
  order: RotationOrder,
  { request, rails }: { request: Omit<RotationRequest, "orders" | "isOnlyDue" | "isResume">; rails: RotationRails },
  world: RotationWorld,
): Promise<RotatedKey> {
  const asked = { ...order, wait: 0 };
  const inventory = await world.registry.inventory();
  const recorded = await world.journal.rotations();
  const whole: RotationRequest = { ...request, orders: [asked], isOnlyDue: false, isResume: true };
  const facts = {
    inventory,
    now: world.clock.now(),
    protect: rails.policy.protect,
    unmatched: rails.unmatched,
    own: rails.own,
    recorded,
    batch: world.createToken(),
  };
  const [planned] = await planOrders(whole, facts, world);
  if (!planned) throw new Error("every order is planned");
  if ("result" in planned) return { result: planned.result, gaps: [] };
  return await rotateKey(planned.task, rails, world, { keepsOld: true });
}

/** Whether the places of a key hold another one by now. */
export function isReplaced({ state }: RotationResult): boolean {
  return state.kind === "rotated" || (state.kind === "refused" && state.because === "already-replaced");
}
