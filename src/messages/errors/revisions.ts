import { quoteForMessage } from "../quote.ts";

/** An end of a range that is no commit of this repository. */
export function describeMissingCommit(name: string): string {
  return `${formatRevision(name)} is not a commit of this repository. Check the name, or fetch it with: git fetch`;
}

/** A range that runs past the end of a shallow clone, at this commit. */
export function describeShallowRange(commit: string): string {
  return `This clone is shallow: its history ends at commit ${commit}, and the range needs more. Fetch the rest with: git fetch --unshallow`;
}

/** A name that git would not take, such as an empty one. */
export function describeInvalidRevision(name: string): string {
  return `${quoteForMessage(name)} is not a valid revision. Name a branch, a tag or a commit.`;
}

/** A name that means several commits here; `meanings` are full names. */
export function describeAmbiguousRevision(name: string, meanings: readonly string[]): string {
  return `${quoteForMessage(name)} is ambiguous: it can mean ${meanings.join(" or ")}. Write the full name of the one you mean.`;
}

/** A revision such as `branch@{upstream}` that leads to no commit; `complaint` is git's. */
export function describeUnresolvedRevision(name: string, complaint: string): string {
  return `${quoteForMessage(name)} leads to no commit (${complaint}). Name a branch, a tag or a commit.`;
}

/** Object names stand without quotes. */
function formatRevision(name: string): string {
  return /^[0-9a-f]{40,64}$/.test(name) ? name : quoteForMessage(name);
}
