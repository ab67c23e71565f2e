/** The comment that closes an issue. */
export const NOTHING_LEFT =
  "The last audit found nothing any more. Closing this issue; a later finding opens it again.";

/** The comment that tells of findings that the issue did not have before. */
export function describeNewFindings(count: number): string {
  return count === 1
    ? "The last audit found something new. The description above has it."
    : `The last audit found ${count} new things. The description above has them.`;
}
