/** Said where a repository has no commit to compare. */
export const NO_COMMITS_YET =
  "This repository has no commits yet. Scan what is staged with: openai-key-guard scan --staged";

/** Said of a range whose end is no commit, such as the zeros that a server sends for a deleted branch. */
export function describeEmptyHead(head: string): string {
  return `The range ends at ${head}, which stands for no commit. Name the last commit to scan.`;
}

/** Said of a word that is no range. `range` is quoted. */
export function describeNoRange(range: string): string {
  return `${range} is not a range of commits. Write A..B, A...B, or A for A..HEAD.`;
}

/** Said of `A...B` where the two have no common history here. `range` is quoted. */
export function describeUnrelated(range: string): string {
  return `The two ends of ${range} have no commit in common here. Write A..B, or fetch their history with: git fetch --unshallow`;
}
