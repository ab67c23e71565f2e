import { formatNumber } from "../numbers.ts";

/** The promise at the foot of the page. */
export const HOLDS_NO_KEY = "No key stands on this page, nor anything that could be used as one.";

/** Said of the drawing of what happened to a key. */
export const NOT_TO_SCALE = "Distances on the line are not to scale.";

/** How many more there are of something that the page does not show. */
export function describeLeftOut(count: number, one: string, many: string): string {
  return `${formatNumber(count)} more ${count === 1 ? `${one} is` : `${many} are`} not shown here; the JSON report has all.`;
}

/** What the report's own words mean, for a reader who has never seen one. */
export const GLOSSARY: readonly (readonly [string, string])[] = [
  [
    "exposed",
    "This change put the key where others can read it, and it is not proven dead. Taking it out again does not help: it stays in the history.",
  ],
  ["active", "OpenAI accepted the key, or lists it as working."],
  ["inactive", "OpenAI refused the key, or its record says that it cannot work."],
  ["unknown", "Nobody could say whether it works. That is never taken for inactive."],
  [
    "ours",
    "The key fits a record of the organisation that the Admin API key belongs to; proven means that OpenAI accepted it for that organisation.",
  ],
  ["look-alike", "It has the visible ends of a key of yours, and OpenAI says that it is not that key."],
  ["foreign", "No key of the organisation fits it: only its owner can revoke it."],
  ["ambiguous", "More than one key of the organisation fits it, so that it is left alone."],
  ["unchecked", "Nobody could be asked whose it is."],
  ["revoked", "Deleted at OpenAI; verified means that it was refused when it was tried again."],
  ["quarantined", "It still exists, with permissions that let it do next to nothing; they can be given back."],
  ["set to expire", "It works until the time that is said, and not after."],
  ["left alone", "Nothing was done to it, for the reason that is given."],
  ["fingerprint", "The first 16 hex digits of the SHA-256 of the key: it names the key and does not tell it."],
  ["not seen", "Something that was to be read and could not be. A report with such gaps is never clean."],
];
