/** The base's ignore file cannot be used. `why` is a sentence. */
export function describeUnusableBase(why: string): string {
  return `The base branch's ignore file cannot be used, so no key was ignored and none contained. ${why}`;
}

/** The base's keys file cannot be used. `why` is a sentence. */
export function describeUnusableKeysFile(why: string): string {
  return `The base branch's keys file cannot be used, so it is not known where keys are kept. ${why}`;
}

/** The change breaks the ignore file. `why` is a sentence. */
export function describeBrokenByChange(why: string): string {
  return `This change breaks the ignore file. ${why}`;
}

/** What stands in the file's place is no file: `what` ends the sentence, as "is a symbolic link". */
export function describeUnfit(name: string, what: string): string {
  return `${name} ${what}.`;
}

/** The server did not give out the file. */
export function describeUnfetchedFile(name: string): string {
  return `${name} could not be fetched.`;
}
