import { quoteForMessage } from "../quote.ts";

/** A token that GitHub refused while a sweep was under way. */
export const TOKEN_ENDED =
  "It was not read, since GitHub no longer accepts the token. An app's token ends after an hour.";

/** A repository that is not where it was planned. */
export const REPOSITORY_GONE = "It was not read, since GitHub no longer has it or does not show it to this token.";

/** A repository that another account owns now. */
export function describeMovedRepository(name: string): string {
  return `It was not read, since it belongs to another owner now and is called ${quoteForMessage(name)}.`;
}

/** GitHub refused to send a repository; `status` is HTTP's. */
export function describeRefusedClone(status: number): string {
  return `It was not read, since GitHub refused to send it (HTTP ${status}).`;
}

/** A repository that could not be fetched. */
export function describeUnfetchedRepository(why: string): string {
  return `It was not read, since it could not be fetched: ${why}.`;
}

/** A repository for which there is no room; sizes are written as a person reads them. */
export function describeTooLargeRepository(room: string): string {
  return `It was not read, since it is too large for the disk here: there is room for ${room}. Sweep it on a larger machine, or leave it out with --exclude.`;
}

/** A repository whose reading was ended. */
export function describeSlowRepository(minutes: number): string {
  return `It was not read to its end, which would take longer than ${minutes} minutes. Scan it by itself with scan --history.`;
}

/** Something of ours broke; `error` is the name of what was thrown. */
export function describeRepositoryFault(error: string): string {
  return `It was not read, since something broke here (${error}).`;
}

/** A shard of which no file was handed to the merge. */
export function describeMissingShard(shard: number, repositories: number): string {
  return `Shard ${shard} handed over nothing: ${countRepositories(repositories)} not read.`;
}

/** A shard that ended before it came to all of its repositories. */
export function describeCutShard(shard: number, repositories: number): string {
  return `Shard ${shard} ended early: ${countRepositories(repositories)} not read.`;
}

function countRepositories(count: number): string {
  return count === 1 ? "1 repository was" : `${count} repositories were`;
}

/** A gap of one repository. */
export function describeRepositoryGap(repository: string, detail: string): string {
  return `${repository}: ${detail}`;
}

/** A repository that a shard found unchanged, while the state that says what is in it is not at hand. */
export const STATE_MISSING =
  "It is unchanged since an earlier sweep, and what that one found is not known here. Give --state the same file as the plan.";

/** A key that a shard found, and the merge did not find again. */
export function describeUnreadKey(mask: string, fingerprint: string, why: string): string {
  const key = mask === "" ? `The key ${fingerprint}` : `The key ${mask} (${fingerprint})`;
  return `${key} was found, but could not be read again: ${why}. It was not checked, and stays leaked.`;
}

/** Why a key was not read again, as the end of a sentence. */
export const UNREAD_KEY = {
  gone: "the repository no longer has it there",
  unfetched: "the repository could not be fetched",
} as const;
