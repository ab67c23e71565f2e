import type { Finding } from "../../domain/finding.ts";
import type { Report } from "../../domain/report.ts";
import { escapeHref, escapeMarkdown, escapePlain, formatCode } from "../escape.ts";
import { formatMarkdown } from "../line.ts";
import { describeCoverage, formatCount, formatNumber } from "../numbers.ts";
import { type Size, truncateList } from "../truncate.ts";
import { describeUnfinished, UNFINISHED_TITLE } from "../unfinished.ts";
import { describeActionTaken } from "../wording/action-taken.ts";
import { shortenSha } from "../wording/places.ts";
import { GAP_NAMES } from "../wording/states.ts";

/** What a text tells of the run it comes from. An empty `head` is not told; `job` names workflow and job for a person. */
export type Told = { head: string; runUrl: string | null; version: string; job?: string | null };

/** How much room a text has, and where the rest is to be found. */
export type Sheet = { room: number; size: Size; rest: string };

/** What this run did to keys, on whose word, and what breaks by it. Empty where it did nothing. */
export function renderActions(findings: readonly Finding[], { runUrl }: Told, sheet: Sheet): string {
  const run = runUrl === null ? "this run" : `[this run](${escapeHref(runUrl)})`;
  const lines = findings.flatMap((one) => {
    const deed = describeActionTaken(one, run);
    return deed ? [`- ${formatMarkdown(deed.done)} ${formatMarkdown(deed.breaks)}`] : [];
  });
  return section("Done", lines, sheet);
}

/** What an earlier run began and nobody knows the end of. Empty where there is nothing of that. */
export function renderUnfinished({ unfinished: all }: Report, sheet: Sheet): string {
  return section(
    UNFINISHED_TITLE,
    all.map((one) => `- ${formatMarkdown(describeUnfinished(one))}`),
    sheet,
  );
}

/** What could not be read. Empty where everything was. */
export function renderGaps({ gaps }: Report, sheet: Sheet): string {
  return section(
    "Not seen",
    gaps.map(({ kind, detail }) => `- ${GAP_NAMES[kind]}: ${escapeMarkdown(detail)}`),
    sheet,
  );
}

function section(title: string, lines: readonly string[], { room, size, rest }: Sheet): string {
  const { texts, left } = truncateList(lines, lines.length, room / 8, size);
  const more = left > 0 ? [`- and ${formatNumber(left)} more: ${rest}`] : [];
  return lines.length > 0 ? [`#### ${title}`, "", ...texts, ...more].join("\n") : "";
}

/** "3 more keys are not in this table: the job summary has all." Empty for none. */
export function describeNotShown(left: number, is: string, are: string, { rest }: Sheet): string {
  return left > 0 ? `${formatCount(left, "more key")} ${left === 1 ? is : are}: ${rest}.` : "";
}

/** The last line: who says this, of what, and how much was read. */
export function renderFooter({ head, runUrl, version, job = null }: Told, report: Report | null): string {
  const parts = [
    `openai-key-guard ${escapePlain(version)}`,
    ...(job === null ? [] : [`job ${formatCode(job)}`]),
    ...(head ? [`head ${formatCode(shortenSha(head))}`] : []),
    ...(runUrl === null ? [] : [`[run](${escapeHref(runUrl)})`]),
    ...(report ? [describeCoverage(report)] : []),
    ...(report && report.askedAs !== null && report.findings.length > 0
      ? [`asked as ${formatCode(report.askedAs)}`]
      : []),
  ];
  return `<sub>${parts.join(" · ")}</sub>`;
}
