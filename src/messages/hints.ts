/** Added to a sentence about a word that is near a right one. */
export function describeNearest(word: string): string {
  return ` Did you mean ${word}?`;
}
