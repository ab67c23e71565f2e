import { type Candidate, type KeyKind } from "./candidate.js";
import type { Inventory, KeyRecord } from "./inventory.js";
/** Why it is unknown whose key it is. */
export type UncheckedBecause = "no-admin-key" | "inventory-incomplete"
/**
 * Legacy user keys belong to no project and are never listed, so that a complete inventory says nothing about them. The
 * same holds for tokens of Codex and ChatGPT, which are compared with nothing.
 */
 | "not-listed-by-openai"
/** It matches a record that was created after the key was first seen. */
 | "created-after-sighting"
/** This tool revoked it before, so that it is no longer listed. */
 | "contained-before";
/** Whose key it is. */
export type Identity = 
/** `chance`: the probability, from 0 to 1, that another organisation's key matches a record as well as this one. */
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
/** The parts of an inventory that say whose key it is. */
type Listed = Pick<Inventory, "records" | "gaps">;
/**
 * Identifies whose key a candidate is. A record matches by its visible ends and by where it lives. One match is ours, and
 * several are ambiguous. A gap where a key of this kind may live makes every other answer "unchecked", because an unread
 * record may match too. `containedBefore`: this tool has revoked the key before, which explains why nothing matches.
 */
export declare function identify(candidate: Candidate, inventory: Listed, containedBefore?: boolean): Identity;
/**
 * Whether every key of this kind is in a complete list. Legacy keys of users are in none, and a key that is named as its
 * owner liked may be one of those.
 */
export declare function isAlwaysListed(kind: KeyKind): boolean;
export {};
