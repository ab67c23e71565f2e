import { quoteForMessage } from "../../quote.ts";

/** `--shards` of `sweep plan`. */
export function describeShardCount(given: string, most: number): string {
  return `--shards ${quoteForMessage(given)}: give a whole number from 1 to ${most}.`;
}

/** `--max-disk` of `sweep scan`. */
export function describeMaxDisk(given: string): string {
  return `--max-disk ${quoteForMessage(given)}: give a number of gigabytes, such as 16.`;
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
const FILES = {
  plan: "a plan from sweep plan",
  shard: "a file from sweep scan",
  state: "a state file of a sweep",
  folder: "a folder that sweep scan wrote",
  token: "a file that holds a token",
};

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

/** No folder has the plan. */
export function describeMissingPlan(folders: readonly string[]): string {
  const quoted = folders.map(quoteForMessage).join(", ");
  return `There is no plan.json in ${quoted}. Give the folders that sweep scan wrote, or the one that has the plan.`;
}

/** A shard of another plan. */
export function describeOtherPlan(file: string): string {
  return `${quoteForMessage(file)} is of another plan. Give only the shards of one sweep.`;
}

/** Why GitHub did not list them, by the kind of the failure, as a sentence. */
export const LISTING_FAULTS: Readonly<Record<string, string>> = {
  "not-found": "There is no such organisation, or the token does not see it.",
  "bad-token": "GitHub does not accept the token. An app's token ends after an hour.",
  forbidden: "The token may not list them. It needs Metadata: read, and Contents: read to fetch them.",
  "kept-out": "A rule of the organisation keeps the token out, such as single sign-on or a list of IP addresses.",
  limited: "GitHub asks to slow down. Try again later.",
  outage: "GitHub failed several times in a row. Try again later.",
  "no-answer": "GitHub did not answer. If this goes on, check the proxy.",
  "not-the-api": "What answered was not GitHub's API. Check the proxy, and the address in GITHUB_API_URL.",
};

/** GitHub did not list the repositories; `status` is HTTP's. */
export function describeUnlistedOrganization(organization: string, failure: string, status: number | null): string {
  const why = LISTING_FAULTS[failure] ?? `It answered ${status ?? "nothing"}.`;
  return `GitHub did not list all repositories of ${quoteForMessage(organization)}, and nothing was planned. ${why}`;
}

/** Words after `sweep plan`, `scan` and `merge`. */
export const SWEEP_WORDS = {
  plan: "sweep plan takes the name of one organisation, such as acme.",
  scan: "sweep scan takes one plan, from sweep plan ORG > plan.json.",
  merge: "sweep merge takes the folders that sweep scan wrote.",
} as const;

/** No folder was named. */
export const SWEEP_OUTPUT = "sweep scan needs a folder to write to. Add --output DIR.";

/** No shard was named, or none that there is. */
export function describeShardNumber(given: string, last: number): string {
  const which = given === "" ? "sweep scan needs to know which shard to read" : `There is no shard ${given}`;
  return `${which}. Add --shard with a number from 0 to ${last}.`;
}

/** A flag that the other words of `sweep` take. */
export function describeSweepFlag(verb: string, flag: string): string {
  return `sweep ${verb} has no flag ${flag}. Run openai-key-guard sweep --help for its flags.`;
}

/** Nothing to fetch with. */
export const SWEEP_TOKEN =
  "A sweep needs a token that may read the repositories. Set GITHUB_TOKEN, or GITHUB_TOKEN_FILE to the path of a file that holds it.";

/** A plan of another GitHub than the one that the token is for. */
export function describeOtherServer(planned: string, here: string): string {
  return `The plan is of ${quoteForMessage(planned)}, and the token is for ${quoteForMessage(here)}. Set GITHUB_SERVER_URL if the plan is right.`;
}
