import type { Inventory, KeyRecord } from "./inventory.js";
/** An entry of a list in the settings that fits nothing: nobody can tell which key it was meant to hold or to release. */
export type UnmatchedEntry = {
    setting: "protect" | "approved";
    entry: string;
};
/** Whether a key is held back by an entry: its id or name, its project's or its owner's. */
export declare function isProtected(record: KeyRecord, protect: readonly string[]): boolean;
/**
 * Finds the entries of `protect` that fit nothing that was listed. Null where nobody was asked; and without an Admin API
 * key there is nothing to fit.
 */
export declare function findUnmatchedNames(protect: readonly string[], inventory: Pick<Inventory, "records" | "projects" | "gaps"> | null): readonly UnmatchedEntry[];
/** Finds the fingerprints of `approved` that none of the keys that were found has. */
export declare function findUnmatchedApprovals(approved: ReadonlySet<string>, found: ReadonlySet<string>): readonly UnmatchedEntry[];
/** Every id and name that an entry of `protect` can fit. */
export declare function listProtectable({ records, projects }: Pick<Inventory, "records" | "projects">): readonly string[];
/**
 * Spells a name as a reader sees it, so that what looks alike is alike: without what draws nothing, with compatible
 * letters, spaces, dashes and case folded. Upper case first: it makes SS of the German sharp s, and lower case does not.
 */
export declare function normalizeName(name: string): string;
