/** What became of a comment, as far as it needs words. */
type Commented = { kind: string; permission?: string; status?: number | null };

/** Why the comment could not be written, in one line that names what would mend it; null where it was, or need not be. */
export function describeCommentFailure({ kind, permission, status = null }: Commented, isFork: boolean): string | null {
  if (kind === "forbidden") {
    const why = isFork ? "; on a fork's pull request GitHub gives no more than read" : "";
    return `The comment could not be written: the token lacks the permission ${permission}${why}. The verdict stands.`;
  }
  if (kind !== "failed") return null;
  const answer = status === null ? "did not answer" : `answered ${status}`;
  return `The comment could not be written: GitHub ${answer}. The verdict stands.`;
}
