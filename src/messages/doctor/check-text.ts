/** What a check says, and what to do about it; null where nothing is to be done. */
export type CheckText = { detail: string; fix: string | null };

/** Where the reader sets things: variables and flags of a terminal, or inputs of a workflow. */
export type ReaderMedium = "terminal" | "workflow";

/** A check that says something, and asks for nothing. */
export function describeFact(detail: string): CheckText {
  return { detail, fix: null };
}

/** Joins names as a sentence does: `a, b and c`. */
export function joinNames(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
