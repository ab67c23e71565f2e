import type { SourceAnswer } from "../../domain/audit-facts.ts";
import type { KeyRecord } from "../../domain/inventory.ts";
import type { KeyScopes } from "../../domain/rotation.ts";
import type { RotationFacts } from "../../domain/rotation-plan.ts";
import type { RecordedRotation } from "../../domain/rotation-record.ts";
import type { RotationWorld } from "../rotation-world.ts";

/** What orders are planned by. */
export type PlanningFacts = RotationFacts & {
  /** What earlier runs did, by the audit file. */
  recorded: readonly RecordedRotation[];
  /** Names this command in the audit file. */
  batch: string;
};

/** What a key may do, where OpenAI tells. */
export async function readScopes(
  record: KeyRecord,
  { minter }: Pick<RotationWorld, "minter">,
): Promise<SourceAnswer<KeyScopes>> {
  return await minter
    .readScopes(record)
    .catch((): SourceAnswer<KeyScopes> => ({ kind: "untold", because: "no-answer" }));
}
