import { type Candidate } from "./candidate.js";
import type { Inventory, KeyRecord } from "./inventory.js";
/** Why nobody can say whose key it is. */
export type UncheckedBecause = "no-admin-key" | "inventory-incomplete"
/** Legacy user keys belong to no project and are in no listing, so that a full inventory says nothing of them. */
 | "not-listed-by-openai"
/** Its ends fit a record that was created after the key was first seen. */
 | "created-after-sighting"
/** This tool revoked it earlier on the same pull request, so that no listing has it any more. */
 | "contained-before";
/** Whose key it is. */
export type Identity = 
/** `chance`: of a stranger's key to fit some record of the organisation as well as this one fits. */
{
    kind: "ours";
    record: KeyRecord;
    chance: number;
} | {
    kind: "ambiguous";
    candidates: readonly KeyRecord[];
} | {
    kind: "foreign";
} | {
    kind: "unchecked";
    because: UncheckedBecause;
};
/** What of an inventory says whose key it is. */
type Listed = Pick<Inventory, "records" | "gaps">;
/**
 * Says whose key a candidate is. A record fits when its visible ends and its home fit; one fit is ours and several are
 * ambiguous, where everything was seen that could fit. A gap where a key of this kind may live makes every other answer
 * "unchecked": what was not seen may fit too. `containedBefore`: this tool remembers having revoked it here, which
 * explains why nothing fits.
 */
export declare function identify(candidate: Candidate, inventory: Listed, containedBefore?: boolean): Identity;
export {};
