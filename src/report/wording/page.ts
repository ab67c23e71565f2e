import { formatCount, formatNumber, formatTime } from "../numbers.ts";

/** The promise at the foot of the page. */
export const HOLDS_NO_KEY = "This page contains no key, and nothing that could be used as one.";

/** Said of the drawing of what happened to a key. */
export const NOT_TO_SCALE = "The distances are not to scale.";

/** What the parts of the page are called. */
export const HEADINGS = {
  page: "OpenAI key report",
  keys: "All keys",
  steps: "What to do",
  timeline: "Timeline",
  chart: "Requests over time",
  timelineInWords: "What happened to this key, in order",
  models: "Use by model",
  glossary: "What the words mean",
} as const;

/** What links and small facts of the page are called. */
export const PAGE_LABELS = {
  commit: "commit",
  run: "Run",
  by: "by",
  read: "Read",
  record: "record",
  checkedAgainst: "Checked against",
} as const;

/** Leads to the page on keys that are no keys. */
export const NOT_A_KEY = "Not a real key?";

/** The columns of the table of models. */
export const MODEL_COLUMNS = ["Model", "Requests", "Tokens in", "Tokens out"] as const;

/** "the first 12; 3 more models are not shown" */
export function describeModelsShown(shown: number, more: number): string {
  return `The first ${shown}. ${formatCount(more, "more model")} ${more === 1 ? "is" : "are"} not shown.`;
}

/** "95 more" */
export function describeFolded(count: number): string {
  return `${formatNumber(count)} more`;
}

/** "And 150 more places, in the JSON report." `isListed`: whether the JSON report has each of them. */
export function describePlacesLeft(count: number, isListed: boolean): string {
  return `And ${formatCount(count, "more place")}${isListed ? ", in the JSON report" : ""}.`;
}

/** How many more there are of something that the page does not show. */
export function describeLeftOut(count: number, one: string, many: string): string {
  return `${formatNumber(count)} more ${count === 1 ? `${one} is` : `${many} are`} not shown here. The JSON report has all.`;
}

/** "Created on 20 Nov 2026, 10:03 UTC", in the words that stand for a drawing. */
export function describeMoment(name: string, at: Date): string {
  return `${name} on ${formatTime(at)}`;
}

/** That there are more annotations than GitHub shows: "And 2 more. The job summary has all." */
export function describeMoreAnnotations(count: number): string {
  return `And ${formatNumber(count)} more. The job summary has all.`;
}

/** What the report's words mean, for a reader who has never seen one. The page has those that it uses. */
export const GLOSSARY: readonly (readonly [string, string])[] = [
  [
    "leaked",
    "This change put the key where others can read it. Removing it does not undo that: it stays in the history.",
  ],
  ["live", "OpenAI accepts the key, or lists it as working. Anyone who has it can use it."],
  ["revoked", "The key was deleted at OpenAI. It will not work again."],
  ["quarantined", "The key still exists, but may do almost nothing. Its permissions can be given back."],
  ["expires", "The key works until the time shown, and not after."],
  ["approve", "A person confirms by its fingerprint that this key may be contained."],
  ["contain", "To quarantine a key, to set an expiry on it, or to revoke it."],
  ["not yours", "No key of your organisation matches it. Only its owner can revoke it."],
  ["not checked", "Nobody asked OpenAI about this key. It counts as a key that may work."],
  ["fake", "It copies the visible ends of one of your keys, but OpenAI refuses it."],
  ["resolved", "The key no longer works and is no longer in the code."],
  ["ignored", "An entry of the ignore file lists the key, with a reason."],
  ["report-only", "This tool changed nothing, because nobody asked it to."],
  ["fingerprint", "The first 16 hex digits of the key's SHA-256. It names the key and does not reveal it."],
  ["not read", "A key in it would go unnoticed, so a report with such a gap is never clean."],
];
