import type { Finding } from "../domain/finding.ts";
import { type IgnoreEntry, matchIgnoreEntry } from "../domain/ignore-entry.ts";
import { UsageError } from "../errors.ts";
import { describeEntryFault, describePastDay } from "../messages/errors/ignore-file.ts";
import {
  describeBaseline,
  describeBaselineReason,
  describeIgnored,
  describeLeftOut,
  FIELD_NAMES,
  WHEN_IT_COUNTS,
} from "../messages/ignore-command.ts";
import { formatDay } from "../settings/entry-fields.ts";
import { editIgnoreFile } from "./edit.ts";
import { type EntryFields, type IgnoreFile, NOTHING_IGNORED, parseEntry } from "./ignore-file.ts";
import { locateIgnoreFile, readIgnoreFile, requireWritable, writeIgnoreFile } from "./location.ts";
import { parseIgnoreFile } from "./parse.ts";

/** The work tree whose file is edited: a folder in it, the setting ignore-file, and the time, which says what is over. */
export type EditContext = { folder: string; ignoreFile: string; now: Date };

/** What a baseline needs to know of a finding. */
export type BaselineFinding = Pick<Finding, "fingerprint" | "identity" | "validity">;

/** In milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

/**
 * Puts an entry into the ignore file of the work tree, which is made where there is none. Returns the lines to print.
 *
 * @throws UsageError for what is no entry, a file that is wrong already, or one that cannot be written. It repeats nothing
 * that could be a key.
 */
export async function ignoreKey(
  { folder, ignoreFile, now }: EditContext,
  fields: EntryFields,
): Promise<readonly string[]> {
  const parsed = parseEntry(fields);
  if (parsed.kind === "invalid") throw new UsageError(describeEntryFault(FIELD_NAMES[parsed.field], parsed.fault));
  const { entry } = parsed;
  if (entry.until && entry.until.getTime() + DAY <= now.getTime()) {
    throw new UsageError(describePastDay(formatDay(entry.until)));
  }
  const location = await locateIgnoreFile(folder, ignoreFile);
  const before = await readIgnoreFile(location);
  const after = editIgnoreFile(before, [entry], location.name);
  if (after !== before) await writeIgnoreFile(location, after);
  const result = before === null ? "created" : after === before ? "unchanged" : "changed";
  const until = entry.until && formatDay(entry.until);
  return [describeIgnored(result, location.name, entry.fingerprint, until), WHEN_IT_COUNTS];
}

/**
 * Sees that the ignore file is sound and can be written.
 *
 * @throws UsageError where it is not, or cannot.
 */
export async function requireIgnoreFile({ folder, ignoreFile }: EditContext): Promise<void> {
  const location = await locateIgnoreFile(folder, ignoreFile);
  const text = await readIgnoreFile(location);
  if (text !== null) parseIgnoreFile(text, location.name);
  await requireWritable(location);
}

/** Puts what was found into the ignore file, except for working keys of ours. Returns the lines to print. */
export async function writeBaseline(
  { folder, ignoreFile, now }: EditContext,
  findings: readonly BaselineFinding[],
): Promise<readonly string[]> {
  const location = await locateIgnoreFile(folder, ignoreFile);
  const before = await readIgnoreFile(location);
  const file = before === null ? NOTHING_IGNORED : parseIgnoreFile(before, location.name);
  const entries = createBaseline(file, findings, now);
  const open = findings.length - entries.length - findings.filter((finding) => hasEntry(file, finding)).length;
  const rest = open === 0 ? [] : [describeLeftOut(open)];
  const added = describeBaseline(entries.length, location.name);
  if (entries.length === 0) return [added, ...rest];
  await writeIgnoreFile(location, editIgnoreFile(before, entries, location.name));
  return [added, ...rest, WHEN_IT_COUNTS];
}

/**
 * The entries of a baseline: for what was found and has no entry yet, in the order of the fingerprints. Keys of ours that
 * work, or may work, get none: no entry excuses them.
 */
export function createBaseline(
  file: IgnoreFile,
  findings: readonly BaselineFinding[],
  now: Date,
): readonly IgnoreEntry[] {
  const reason = describeBaselineReason(formatDay(now));
  return findings
    .filter((finding) => !hasEntry(file, finding))
    .map((finding) => ({ finding, entry: { fingerprint: finding.fingerprint, reason, until: null } }))
    .filter(({ finding, entry }) => matchIgnoreEntry([entry], finding, now)?.kind === "ignored")
    .map(({ entry }) => entry)
    .toSorted((left, right) => (left.fingerprint < right.fingerprint ? -1 : 1));
}

function hasEntry({ ignore }: IgnoreFile, { fingerprint }: { fingerprint: string }): boolean {
  return ignore.some((entry) => entry.fingerprint === fingerprint);
}
