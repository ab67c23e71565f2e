import { UsageError } from "../errors.ts";
import { baselineOf, type Found } from "./baseline.ts";
import { editIgnoreFile } from "./edit.ts";
import { dayOf, entryOf } from "./entry.ts";
import { NOTHING_IGNORED } from "./ignore-file.ts";
import { placeOf, textAt, writeText } from "./location.ts";
import { parseIgnoreFile } from "./parse.ts";

/** IgnoreFileLocation the file is: a folder in the work tree, and the setting ignore-file. `now` says which days are over. */
export type IgnoreFileLocation = { folder: string; ignoreFile: string; now: Date };

/** What was typed. */
export type Typed = { fingerprint: string | undefined; reason: string | undefined; until: string | undefined };

const DAY = 24 * 60 * 60 * 1000;

/**
 * Puts an entry into the ignore file of the work tree, which is made where there is none, and gives the lines to print.
 *
 * @throws UsageError for what is no entry, a file that is wrong already, or one that cannot be written. It repeats nothing
 * that could be a key.
 */
export async function ignoreKey(
  { folder, ignoreFile, now }: IgnoreFileLocation,
  typed: Typed,
): Promise<readonly string[]> {
  const { fingerprint = null, reason = null, until = null } = typed;
  const entry = entryOf({ fingerprint, reason, until });
  if (entry.kind === "fault") throw new UsageError(`${NAMES[entry.word]} ${entry.why}.`);
  if (entry.until && entry.until.getTime() + DAY <= now.getTime()) {
    throw new UsageError(`--until is ${dayOf(entry.until)}, which is over; write a day to come, or leave it out.`);
  }
  const place = await placeOf(folder, ignoreFile);
  const before = await textAt(place);
  const isKnown = before !== null && parseIgnoreFile(before, place.name).ignore.some(isFor(entry.fingerprint));
  const after = editIgnoreFile(before, [entry], place.name);
  if (after !== before) await writeText(place, after);
  const how = before === null ? "Made" : after === before ? "Nothing to change in" : "Changed";
  return [
    `${how} ${place.name}: ${entry.fingerprint} ${isKnown ? "has an entry" : "is ignored"}${ending(entry.until)}.`,
    COUNTS,
  ];
}

/** Puts what was found into the ignore file of the work tree, but for working keys of ours, and gives the lines to print. */
export async function writeBaseline(where: IgnoreFileLocation, findings: readonly Found[]): Promise<readonly string[]> {
  const place = await placeOf(where.folder, where.ignoreFile);
  const before = await textAt(place);
  const file = before === null ? NOTHING_IGNORED : parseIgnoreFile(before, place.name);
  const entries = baselineOf(file, findings, where.now);
  const open =
    findings.length - entries.length - findings.filter((one) => file.ignore.some(isFor(one.fingerprint))).length;
  const left =
    open === 0 ? [] : [`${counted(open, "key is", "keys are")} ours and not proven dead: no entry excuses that.`];
  if (entries.length === 0) return [`Nothing to add to ${place.name}.`, ...left];
  await writeText(place, editIgnoreFile(before, entries, place.name));
  return [`${counted(entries.length, "key", "keys")} added to ${place.name}.`, ...left, COUNTS];
}

/** What a person types for each word of an entry. */
const NAMES = { fingerprint: "The fingerprint", reason: "--reason", until: "--until" } as const;

const COUNTS = "It counts once it is on the base branch: a change cannot excuse itself.";

function isFor(fingerprint: string): (entry: { fingerprint: string }) => boolean {
  return (entry) => entry.fingerprint === fingerprint;
}

function ending(until: Date | null): string {
  return until ? ` until the end of ${dayOf(until)}` : "";
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
