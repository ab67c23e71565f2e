import { closest, distance } from "fastest-levenshtein";
import { describeNearest } from "../messages/hints.ts";

/** The name nearest to a mistyped one; null when none is near: at most a third of its letters is wrong, or all are there in another order. */
export function findNearest(word: string, words: readonly string[]): string | null {
  const best = words.length > 0 ? closest(word, words) : null;
  if (best === null) return null;
  const isNear = distance(word, best) <= Math.max(1, Math.floor(word.length / 3)) || hasLettersOf(word, best);
  return isNear ? best : null;
}

/** " Did you mean X?", or nothing. */
export function suggestNearest(word: string, words: readonly string[]): string {
  const best = findNearest(word, words);
  return best ? describeNearest(best) : "";
}

/** Shorter beginnings are words that people use for things of their own: report, scan, hold. */
const SHORTEST_BEGINNING = 7;

/** Common names of variables that only happen to be one letter away from a setting. */
const WORDS_OF_THEIR_OWN: readonly string[] = ["project", "trace"];

/**
 * The name that a word is a misspelling of; null where it is a word of its own. It is stricter than `findNearest`, which
 * only suggests: at most a quarter of the letters is wrong, or they are in another order, or other signs are between them
 * (`dry_run`), or the end is left out (`hold-if-used`).
 */
export function findMisspelt(word: string, names: readonly string[]): string | null {
  if (WORDS_OF_THEIR_OWN.includes(word)) return null;
  const letters = pickLetters(word);
  const isMisspelling = (name: string) =>
    pickLetters(name) === letters ||
    distance(word, name) <= Math.max(1, Math.floor(word.length / 4)) ||
    hasLettersOf(word, name) ||
    (letters.length >= SHORTEST_BEGINNING && pickLetters(name).startsWith(letters));
  return names.find((name) => pickLetters(name) === letters) ?? names.find(isMisspelling) ?? null;
}

function hasLettersOf(word: string, other: string): boolean {
  const sort = (text: string) => [...text].toSorted().join("");
  return sort(word) === sort(other);
}

function pickLetters(word: string): string {
  return word.replaceAll(/[^\p{L}\p{N}]/gu, "");
}
