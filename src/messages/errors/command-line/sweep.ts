import { quoteForMessage } from "../../quote.ts";

/** `--shards` of `sweep plan`. */
export function describeShardCount(given: string, most: number): string {
  return `--shards ${quoteForMessage(given)}: give a whole number from 1 to ${most}.`;
}

/** Globs of `--include` and `--exclude` that fit no repository. */
export function describeIdleGlobs(globs: readonly string[]): string {
  const quoted = globs.map(quoteForMessage).join(", ");
  return `No repository of the organisation matches ${quoted}. Check the spelling: a glob is compared with the name alone, such as web-*, and with its owner, such as acme/web-*.`;
}

/** Nothing is left to sweep. */
export function describeEmptySweep(organization: string, leftOut: number): string {
  const why =
    leftOut === 0
      ? "the token sees none"
      : `all ${leftOut} that the token sees are left out, being archived, forks, or excluded by your globs`;
  return `There is no repository of ${quoteForMessage(organization)} to sweep: ${why}. Give the token the right to read the repositories, or add --archived or --forks.`;
}

/** The state of one organisation in the sweep of another. */
export function describeForeignState(of: string, wanted: string): string {
  return `The state file is of ${quoteForMessage(of)}, and this sweep is of ${quoteForMessage(wanted)}. Give each organisation a file of its own.`;
}

/** What a file of a sweep is to be. */
const FILES = { plan: "a plan from sweep plan", shard: "a file from sweep scan", state: "a state file of a sweep" };

/** A file of a sweep. */
export type SweepFile = keyof typeof FILES;

/** A file that is something else; nothing of it is quoted. */
export function describeForeignFile(file: string, wanted: SweepFile): string {
  return `${quoteForMessage(file)} is not ${FILES[wanted]}, or of another version of this program. Make it anew with this version.`;
}

/** A file whose content does not fit its digest. */
export function describeChangedFile(file: string, is: SweepFile): string {
  return `${quoteForMessage(file)} was changed after it was written: its content does not match its digest. It is ${FILES[is]}. Make it anew.`;
}

/** A file that lacks something; `field` is its place. */
export function describeDamagedFile(file: string, is: SweepFile, field: string): string {
  return `${quoteForMessage(file)} is damaged: ${field} is missing or wrong. It is ${FILES[is]}. Make it anew.`;
}

/** A file that cannot be read; `code` is the system's. */
export function describeUnreadableFile(file: string, is: SweepFile, code: string): string {
  return `${quoteForMessage(file)} cannot be read (${code}). Give ${FILES[is]}.`;
}

/** A shard of another plan. */
export function describeOtherPlan(file: string): string {
  return `${quoteForMessage(file)} is of another plan. Give only the shards of one sweep.`;
}

/** GitHub did not list the repositories. */
export function describeUnlistedOrganization(organization: string, why: string): string {
  return `GitHub did not list the repositories of ${quoteForMessage(organization)}: ${why}. Nothing was planned, since a plan must have all of them.`;
}
