/** Why a fetch brought nothing or not all, as the end of a sentence. */
export const FETCH_FAULTS = {
  "not-there": "the server no longer has it",
  unfiltered: "the server can send whole repositories only",
  mismatched: "the server names its objects by another hash",
  full: "the disk for temporary files is full",
  "old-git": "this version of git cannot fetch single commits, install git 2.29 or newer",
  stopped: "another program stopped git",
} as const;

/** The same for an object or a ref that the server does not give. */
export function describeUnknownName(name: string): string {
  return `the server does not have ${name}, or does not send it`;
}

/** The same for a server that refuses; `status` is HTTP's. */
export function describeRefusal(status: number): string {
  return `the server refused it (HTTP ${status})`;
}

/** The same for a fetch that was stopped. */
export function describeTimeout(minutes: number): string {
  return `it took longer than ${minutes} minutes`;
}

/** Nothing of the change was fetched. */
export function describeUnfetchedChange(why: string): string {
  return `The change was not read, since it could not be fetched: ${why}.`;
}

/** Commits of the change were fetched, and not all. */
export function describeUnfetchedCommits(why: string): string {
  return `The change was not read, since its commits could not all be fetched: ${why}.`;
}

/** Objects of the change or of its base were not fetched. */
export function describeUnfetchedObjects(count: number, of: "change" | "base", why: string): string {
  const objects = count === 1 ? "1 object" : `${count} objects`;
  return `${objects} of the ${of} could not be fetched: ${why}.`;
}

/** Too little of the base's history was fetched to know what it has. */
export function describeUnfetchedBase(why: string): string {
  return `Keys that the base already had may count as new, since its history could not be fetched: ${why}.`;
}

/** The commit with which the change is to be compared is gone, and nothing else will do. */
export function describeLostBase(commit: string): string {
  return `The change was not read: the server no longer has commit ${commit}, with which it is compared.`;
}
