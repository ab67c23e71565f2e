/** What git was listing when it stopped. */
export type GitList = "range" | "repository" | "refs" | "tags-and-notes" | "history";

/** A list of git's that broke off; `complaint` is git's. */
export function describeBrokenList(list: GitList, complaint: string): string {
  switch (list) {
    case "range":
      return `Not all objects of the range were read: git stopped listing them (${complaint}).`;
    case "repository":
      return `Not all objects of the repository were read: git stopped listing them (${complaint}).`;
    case "refs":
      return `Not all branches and tags were read: git stopped listing them (${complaint}).`;
    case "tags-and-notes":
      return `Not all tags and notes were read: git stopped listing them (${complaint}).`;
    case "history":
      return `Not all commits of the repository were read: git stopped listing them (${complaint}).`;
    default:
      return list satisfies never;
  }
}

/** Keys were found, and the list of the commits that may have added them broke off. */
export function describeUnknownCommits(complaint: string): string {
  return `Not every commit that added a found key is known: git stopped listing commits (${complaint}).`;
}

/** The files of a commit could not be listed in full; `complaint` is git's. */
export function describeBrokenTree(commit: string, complaint: string): string {
  return `Not all files of commit ${commit} were listed: git stopped (${complaint}).`;
}

/** A tree that is not here, or not what it should be; `oid` is its commit's or its own. */
export function describeUnreadableTree(oid: string): string {
  return `Not all files below object ${oid} were listed: it is missing or damaged in this clone.`;
}

/** A tree with more paths than are listed. */
export function describeHugeTree(commit: string): string {
  return `Not all files of commit ${commit} were listed: it has more than 3 million paths.`;
}

/** A clone that ends at these commits. */
export function describeShallowHistory(commits: ReadonlySet<string>): string {
  const [first = "", ...others] = commits;
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  return `The history before commit ${first}${more} was not read: this clone is shallow.`;
}
