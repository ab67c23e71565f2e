/** What a check says, and what to do about it; null where nothing is to be done. */
export type CheckText = { detail: string; fix: string | null };

/** A check that says something, and asks for nothing. */
export function describeFact(detail: string): CheckText {
  return { detail, fix: null };
}

/** Joins names as a sentence does: `a, b and c`. */
export function joinNames(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
