import { quoteForMessage } from "../quote.ts";

/** A list of OpenAI's was not read to its end. A clause. */
export const UNLISTED = "OpenAI's list of them could not be read to its end";

/** Keys that no rule speaks of. `count` is in words: "2 keys". */
export function describeExpired(count: string, isOne: boolean): string {
  return `${count} ${isOne ? "has" : "have"} expired and can never be used again: no rule was applied to ${isOne ? "it" : "them"}.`;
}

/** Keys that a rule says nothing of. `because` is a clause. */
export function describeSkipped(rule: string, count: string, because: string): string {
  return `${rule} says nothing about ${count}: ${because}.`;
}

/** An exception that names nothing of the organisation. */
export function describeUnmatchedException(name: string): string {
  return `The exception for ${quoteForMessage(name)} fits no key, project or service account. Correct or remove it.`;
}

/** A list of projects in which a word fits none. */
export function describeUnmatchedProject(rule: string, word: string): string {
  return `Under ${rule}, ${quoteForMessage(word)} fits no project. The rule was not applied to any project for it.`;
}
