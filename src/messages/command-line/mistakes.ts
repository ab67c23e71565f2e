// What is answered to words that were typed wrongly. `typed` and `meant` are whole commands; `word` and other texts that
// somebody chose are quoted.

/** Ends an answer: what to type. */
export function describeMeant(meant: string): string {
  return `You probably mean: ${meant}`;
}

/** A command that does not exist. */
export function describeNoCommand(word: string): string {
  return `There is no command ${word}.`;
}

/** A command was left out. */
export const NO_COMMAND_GIVEN = "There is no command among these words.";

/** A flag that a command does not have. */
export function describeNoFlag(command: string, flag: string): string {
  return `${command} has no flag ${flag}.`;
}

/** A flag without its value. */
export function describeNoValue(flag: string, value: string): string {
  return `${flag} needs a value: ${value}.`;
}

/** A value for a flag that takes none. */
export function describeNoValueTaken(flag: string): string {
  return `${flag} takes no value.`;
}

/** An argument of a command is missing. */
export function describeNoArgument(command: string, argument: string): string {
  return `${command} needs ${argument}.`;
}

/** More words than a command takes. */
export function describeTooManyWords(command: string, most: number): string {
  return most === 0
    ? `${command} takes no words after it.`
    : `${command} takes ${most === 1 ? "one word" : `${most} words`} after it.`;
}

/** Where all flags and commands are listed. */
export function describeWhereListed(command: string | null): string {
  return command === null
    ? "Run openai-key-guard --help for all commands."
    : `Run openai-key-guard ${command} --help for its flags.`;
}

/** Why a flag of another tool is not needed here. */
export const REMARKS = {
  redact: "Keys are never shown in full, so nothing needs to be redacted.",
  adminKey: "The Admin API key comes from the variable OPENAI_ADMIN_KEY.",
  exitCode: "A leak ends with exit code 1 unless --fail-on says otherwise.",
  ignoreFile: "Keys and paths to ignore are listed in .github/openai-key-guard.yml.",
  rules: "The rules of an audit are set in the policy file, which --policy names.",
  images: "A container image can be piped in with docker save IMAGE.",
} as const;

/** A folder or a file where a range was expected. */
export function describePathAsRange(word: string, kind: "file" | "folder"): string {
  return `${word} is a ${kind}, but scan takes a range of commits. To scan it as it is on disk:`;
}

/** A word that is not a range, where it is plain what is. */
export function describeNotARange(word: string): string {
  return `${word} is not a range of commits.`;
}

/** Several files or folders where a range was expected. */
export const PATHS_AS_RANGE = "These are files, but scan takes a range of commits. To scan them as they are on disk:";

/** A glob where a range was expected. */
export function describeGlobAsRange(word: string): string {
  return `${word} is not a range of commits. To scan the files that match it:`;
}

/** The address of a repository where a range was expected. */
export function describeAddressAsRange(word: string): string {
  return `${word} is an address, but openai-key-guard scans what is on this machine. Clone the repository first, then run in it:`;
}

/** A day where a range was expected. */
export function describeDayAsRange(word: string): string {
  return `${word} is a date, but a range is made of commits. To scan what was committed since then:`;
}

/** `HEAD~1000` of a history that is shorter. */
export function describeTooFarBack(word: string, start: string, commits: number, isShallow: boolean): string {
  const count = commits === 1 ? "1 commit" : `${commits} commits`;
  const fetch = isShallow ? " This clone is shallow: git fetch --unshallow fetches the rest." : "";
  return `${word} goes back too far: ${start} has ${count} here.${fetch} To scan all of them:`;
}

/** A name that is no revision. `meant` is a command with the nearest name, or null. */
export function describeUnknownRevision(word: string, isRemote: boolean): string {
  const fetch = isRemote ? " If it is new on the server, run git fetch first." : "";
  return `${word} is not a branch, a tag or a commit of this repository.${fetch}`;
}

/** A commit that a shallow clone does not have. */
export function describeShallowRevision(word: string): string {
  return `${word} is not in this clone, which is shallow. Fetch the whole history with git fetch --unshallow, or in a workflow with fetch-depth: 0.`;
}

/** Two ends of a range as two words. */
export const RANGE_IN_TWO_WORDS = "A range is one word.";
