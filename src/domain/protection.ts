import { isChoice } from "./gap.ts";
import type { Home, Inventory, KeyRecord } from "./inventory.ts";

/** An entry of a list in the settings that fits nothing: nobody can tell which key it was meant to hold or to release. */
export type UnmatchedEntry = { setting: "protect" | "approved"; entry: string };

/** Whether a key is held back by an entry: its id or name, its project's or its owner's. */
export function isProtected(record: KeyRecord, protect: readonly string[]): boolean {
  const guarded = new Set(protect.map(normalizeName));
  return listNames(record).some((name) => guarded.has(normalizeName(name)));
}

/**
 * Finds the entries of `protect` that fit nothing that was listed. Null where nobody was asked; and without an Admin API
 * key there is nothing to fit.
 */
export function findUnmatchedNames(
  protect: readonly string[],
  inventory: Pick<Inventory, "records" | "projects" | "gaps"> | null,
): readonly UnmatchedEntry[] {
  if (inventory === null || inventory.gaps.some(isChoice)) return [];
  const names = new Set(listProtectable(inventory).map(normalizeName));
  return protect
    .filter((entry) => !names.has(normalizeName(entry)))
    .map((entry): UnmatchedEntry => ({ setting: "protect", entry }));
}

/** Finds the fingerprints of `approved` that none of the keys that were found has. */
export function findUnmatchedApprovals(
  approved: ReadonlySet<string>,
  found: ReadonlySet<string>,
): readonly UnmatchedEntry[] {
  return [...approved]
    .filter((fingerprint) => !found.has(fingerprint))
    .map((entry): UnmatchedEntry => ({ setting: "approved", entry }));
}

/** Every id and name that an entry of `protect` can fit. */
export function listProtectable({ records, projects }: Pick<Inventory, "records" | "projects">): readonly string[] {
  return [...new Set([...records.flatMap(listNames), ...projects.flatMap(listHomeNames)])];
}

function listNames({ id, name, home, owner }: KeyRecord): readonly string[] {
  return [id, name, ...listHomeNames(home), owner?.id, owner?.name].filter((word) => isGiven(word));
}

function listHomeNames({ id, name }: Home): readonly string[] {
  return [id, name].filter((word) => isGiven(word));
}

function isGiven(word: string | null | undefined): word is string {
  return word !== null && word !== undefined && word !== "";
}

/** Code points that draw nothing: zero-width spaces and joiners, soft hyphens, marks of direction, variation selectors. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
const SPACES = /[\s\p{Z}\p{Cc}]+/gu;
const DASHES = /\p{Dash}/gu;

/**
 * Spells a name as a reader sees it, so that what looks alike is alike: without what draws nothing, with compatible
 * letters, spaces, dashes and case folded. Upper case first: it makes SS of the German sharp s, and lower case does not.
 */
export function normalizeName(name: string): string {
  return name
    .normalize("NFKC")
    .replaceAll(IGNORABLE, "")
    .replaceAll(SPACES, " ")
    .replaceAll(DASHES, "-")
    .trim()
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize("NFKC");
}
