/** A list of OpenAI's was not read to its end. A clause. */
export const UNLISTED = "OpenAI's list of them could not be read to its end";

/** A policy that turns everything off. */
export const NOTHING_ON = "The policy file turns every rule off: nothing was judged, and nothing found says nothing.";

/** Keys that no rule speaks of. `count` is in words: "2 keys". */
export function describeExpired(count: string, isOne: boolean): string {
  return `${count} ${isOne ? "has" : "have"} expired and can never be used again: no rule was applied to ${isOne ? "it" : "them"}.`;
}

/** Keys that a rule says nothing of. `because` is a clause. */
export function describeSkipped(rule: string, count: string, because: string): string {
  return `${rule} says nothing about ${count}: ${because}.`;
}

/** An exception that names nothing of the organisation. It is told by its line, since not every reader may see names. */
export function describeUnmatchedException(line: number): string {
  return `The exception in line ${line} of the policy file fits no key, project or service account. Correct or remove it.`;
}

/** An item of a rule's list of projects that fits none; items count from 1. */
export function describeUnmatchedProject(rule: string, item: number): string {
  return `Item ${item} of projects under ${rule} fits no project. Correct or remove it.`;
}

/** A keys file that an audit could not use. `name` is the flag or the input that names one. */
export function describeUnreadKeys(name: string): string {
  return `The keys file could not be read, so this audit does not know which keys are in secrets of GitHub. Name it with \`${name}\` to see why.`;
}
