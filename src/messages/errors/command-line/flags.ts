import { quoteForMessage } from "../../quote.ts";

/** The Admin API key was typed as a flag. */
export const ADMIN_KEY_AS_FLAG =
  "The Admin API key is never a flag: everyone on the machine could read it. Set the variable OPENAI_ADMIN_KEY instead.";

/** Two of the flags that say what to scan. */
export function describeTwoTargets(flags: readonly string[]): string {
  return `${flags.join(" and ")} cannot be combined. Choose one.`;
}

/** A flag that does nothing without another. */
export function describeUselessFlag(flag: string, needed: string): string {
  return `${flag} does nothing without ${needed}. Add ${needed}, or leave ${flag} out.`;
}

/** A flag that does nothing beside another. `instead` is a whole sentence. */
export function describeIgnoredFlag(flag: string, beside: string, instead: string): string {
  return `${flag} does nothing with ${beside}. ${instead}`;
}

/** What to do about such flags. */
export const INSTEAD = {
  globsOfFiles: "Write the globs after --files.",
  alerts: "Alerts are read whole: the ignore file lists keys that do not count.",
  stream: "Standard input is one text without a path.",
  streamWithoutFile: "Standard input has no base with an ignore file.",
} as const;

/** A flag about keys that are acted on, where keys are only reported. */
export function describeReportOnly(flag: string): string {
  return `${flag} does nothing while keys are only reported. Add --on-leak quarantine, --on-leak expire or --on-leak revoke.`;
}

/** A word after a flag that takes none. `word` is quoted. */
export function describeNoRangeTaken(flag: string, word: string): string {
  return `${flag} takes no range, but ${word} was given. Leave out one of the two.`;
}

/** Several ranges were given. */
export function describeManyRanges(count: number): string {
  return `scan takes one range, but ${count} words were given. Write a range as one word, such as main..HEAD.`;
}

/** Several remotes were given. */
export function describeManyRemotes(count: number): string {
  return `--pushed takes one remote, but ${count} were given.`;
}

/** `--pushed` was typed on a terminal. */
export const PUSHED_BY_HAND =
  "--pushed is for git's hooks, which say on standard input what is pushed. Install them with: openai-key-guard hook install";

/** A containment, and standard input is both what is scanned and where one would answer. */
export const CANNOT_ASK =
  "Standard input is what is scanned, so you cannot be asked before keys are acted on. Add --yes.";

/** A flag that a command does not have. */
export function describeForeignFlag(command: string, flag: string): string {
  return `${command} has no flag ${flag}. Run openai-key-guard ${command} --help for its flags.`;
}

/** `contain` without a containment. */
export const CONTAIN_WITHOUT_ACTION =
  "contain needs to know what to do with the keys. Add --on-leak quarantine, --on-leak expire or --on-leak revoke.";

/** A fingerprint of `--approved` that the report does not have. `hint` is empty, or names the nearest. */
export function describeUnknownApproved(fingerprint: string, hint: string): string {
  return `--approved is ${fingerprint}, which is not in the report.${hint}`;
}

/** The report cannot be read from disk. */
export function describeUnreadableReport(file: string, code: string): string {
  return `The report ${quoteForMessage(file)} cannot be read (${code}). Check that the file is there.`;
}

/** Standard input is not the report that `--format-in` says. */
export function describeNotReport(format: string): string {
  return `--format-in is ${format}, but standard input is no report of that kind, or it is longer than 64 MB. Leave the flag out to have it searched as it is.`;
}
