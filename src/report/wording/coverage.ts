import type { Change, RangeChoice } from "../../domain/change.ts";
import type { Report } from "../../domain/report.ts";
import type { UntouchedPaths } from "../../domain/source.ts";
import { A_PUSH } from "../../messages/names.ts";
import { formatBytes, formatCount, formatDuration, formatNumber } from "../numbers.ts";

/** The whole title of a report with nothing in it. Kept apart from the other titles, which a clean run need not load. */
export const NO_KEYS_FOUND = "No OpenAI keys found";

/** Titles of the sections that follow the keys. */
export const SECTIONS = {
  unfinished: "Begun by an earlier run, end unknown",
  gaps: "Not read",
  warnings: "Warnings",
} as const;

/** What a report is about, and how much of it was read. */
type Reading = Pick<Report, "change" | "coverage">;

/** The title of a report without keys and gaps: that none was found, or that there was nothing to look for them in. */
export function describeCleanTitle(reading: Reading): string {
  return describeNothing(reading) ?? NO_KEYS_FOUND;
}

/** "Nothing to scan: HEAD..HEAD has no commits"; null where something was read. May quote names that others chose. */
export function describeNothing({ change, coverage }: Reading): string | null {
  const { commits, blobs, bytes, texts, untouched } = coverage;
  if (commits + blobs + bytes + texts > 0) {
    // Of a stream the stream itself counts as a text.
    return change.kind === "stdin" && bytes === 0 ? `Nothing to scan: ${NOTHING_IN.stdin}` : null;
  }
  if (untouched && untouched.changedFiles > 0) return `Nothing to scan: ${describeUntouched(untouched, change.kind)}`;
  if (change.kind === "texts") return `Nothing to scan: ${describeEmptyText(change.of)}`;
  if (change.kind !== "range") return `Nothing to scan: ${NOTHING_IN[change.kind]}`;
  const { name } = change;
  const nothing = `Nothing to scan: ${name?.text ?? "the range"} has no commits`;
  const hint = "To scan every commit, run openai-key-guard scan --history";
  return name && name.chosenBy !== null ? `${nothing}. ${hint}` : nothing;
}

/** By what was to be scanned: why nothing was. */
const NOTHING_IN = {
  history: "the repository has no commits",
  sweep: "the repositories have no new commits",
  alerts: "there is no open alert for an OpenAI key",
  staged: "no file is staged",
  files: "no file was read",
  stdin: "standard input was empty",
} as const satisfies Record<Exclude<Change["kind"], "range" | "texts">, string>;

/** `of` is what has texts: a push has only those of its commits. */
function describeEmptyText(of: string): string {
  return of === A_PUSH ? "the push has no new commits" : `${of} without text`;
}

/** How much was read, in one quiet line: "3 commits, 17 blobs, 50 KB, 2 texts in 85 ms". Quotes no name. */
export function describeCoverage({ change, coverage }: Reading): string {
  const { milliseconds, untouched } = coverage;
  const parts = [
    ...(untouched ? [describeUntouched({ ...untouched, globs: [] }, change.kind)] : []),
    ...listAmounts({ change, coverage }),
  ];
  return `${parts.length > 0 ? parts.join(", ") : "nothing to read"} in ${formatDuration(milliseconds)}`;
}

/** The same where names may be shown: which range was chosen, and which globs matched nothing. May quote names that others chose. */
export function describeNamedCoverage({ change, coverage }: Reading): string {
  const { untouched, milliseconds } = coverage;
  const isNothing = describeNothing({ change, coverage }) !== null;
  const parts = [
    ...(untouched && !isNothing ? [describeUntouched(untouched, change.kind)] : []),
    ...(isNothing ? [] : listAmounts({ change, coverage })),
  ];
  const range = change.kind === "range" && change.name ? describeChoice(change.name.text, change.name.chosenBy) : null;
  const read = parts.length > 0 ? `${parts.join(", ")} in ${formatDuration(milliseconds)}` : null;
  return [range, read].filter((part) => part !== null).join(": ");
}

function listAmounts({ change, coverage: { commits, blobs, bytes, texts } }: Reading): readonly string[] {
  return [
    ...(change.kind === "sweep" ? [describeRepositories(change.repositories, change.unread)] : []),
    ...(commits > 0 || change.kind === "range"
      ? [commits > 0 ? formatCount(commits, "commit") : "no new commits"]
      : []),
    ...(blobs > 0 ? [formatCount(blobs, change.kind === "files" ? "file" : "blob")] : []),
    ...(bytes > 0 ? [formatBytes(bytes)] : []),
    ...(texts > 0 ? [formatCount(texts, change.kind === "alerts" ? "alert" : "text")] : []),
  ];
}

/** "300 repositories", "262 of 300 repositories" */
function describeRepositories(all: number, unread: number): string {
  const noun = all === 1 ? "1 repository" : `${formatNumber(all)} repositories`;
  return unread > 0 ? `${formatNumber(all - unread)} of ${noun}` : noun;
}

/** "none of the 12 changed files is under services/a/**". Without globs the setting is named. */
function describeUntouched({ globs, changedFiles }: UntouchedPaths, kind: Change["kind"]): string {
  const changed = kind === "staged" ? "staged" : "changed";
  const more = globs.length > 3 ? [...globs.slice(0, 2), `${globs.length - 2} other globs`] : globs;
  const where = globs.length === 0 ? "paths" : more.join(" or ");
  if (changedFiles === 1) return `the only ${changed} file is not under ${where}`;
  return `none of the ${formatCount(changedFiles, `${changed} file`)} is under ${where}`;
}

/** Which range was chosen, and why where that is not plain; null for one that was typed. */
function describeChoice(range: string, choice: RangeChoice | null): string | null {
  switch (choice) {
    case null:
      return null;
    case "upstream":
      return range;
    case "remote-default":
    case "local-default":
      return `${range} (this branch has no upstream)`;
    case "all-commits":
      return `all commits of ${range} (there is no other branch to compare with)`;
    default:
      return choice satisfies never;
  }
}

/** What was looked at, in a sentence: "3 commits and 17 files". */
export function describeScope({ coverage }: Pick<Report, "coverage">): string {
  const { commits, blobs, texts } = coverage;
  const parts = [
    ...(commits > 0 ? [formatCount(commits, "commit")] : []),
    ...(blobs > 0 ? [formatCount(blobs, "file")] : []),
  ];
  return parts.join(" and ") || (texts > 0 ? formatCount(texts, "text") : "what was read");
}
