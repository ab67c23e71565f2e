import { closest, distance } from "fastest-levenshtein";

/** The name nearest to a mistyped one; null when none is near: at most a third of its letters is wrong, or all are there in another order. */
export function findNearest(word: string, words: readonly string[]): string | null {
  const best = words.length > 0 ? closest(word, words) : null;
  if (best === null) return null;
  const letters = (text: string) => [...text].toSorted().join("");
  const isNear = distance(word, best) <= Math.max(1, Math.floor(word.length / 3)) || letters(word) === letters(best);
  return isNear ? best : null;
}

/** " Did you mean X?", or nothing. */
export function suggestNearest(word: string, words: readonly string[]): string {
  const best = findNearest(word, words);
  return best ? ` Did you mean ${best}?` : "";
}
