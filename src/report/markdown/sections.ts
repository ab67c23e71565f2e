import { escapeHref, escapeMarkdown, escapePlain, formatCode } from "../escape.ts";
import { formatMarkdown } from "../line.ts";
import { formatNumber } from "../numbers.ts";
import { type Size, truncateList } from "../truncate.ts";
import type { PageContext, ReportView } from "../view/view.ts";
import { SECTIONS } from "../wording/coverage.ts";

/**
 * How much a page may hold, and how many keys in its table and in full; `rest` says where all of the report is: "the job
 * summary has all".
 */
export type PageLimit = { room: number; size: Size; rest: string; rows: number; details: number };

/** What this run did to keys, by which setting, and what stops working. Empty where it did nothing. */
export function renderActions({ keys }: ReportView, limit: PageLimit): string {
  const actions = keys.flatMap(({ actionTaken }) => actionTaken ?? []);
  const lines = actions.map(({ done, breaks }) => `- ${formatMarkdown(done)} ${formatMarkdown(breaks)}`);
  return renderSection("Done", lines, limit);
}

/** What an earlier run began without recording how it ended. Empty where there is nothing of that. */
export function renderUnfinished({ unfinished }: ReportView, limit: PageLimit): string {
  const lines = unfinished.map((one) => `- ${formatMarkdown(one)}`);
  return renderSection(SECTIONS.unfinished, lines, limit);
}

/** What could not be read. Empty where everything was. */
export function renderGaps({ gaps }: ReportView, limit: PageLimit): string {
  const lines = gaps.map(({ name, detail }) => `- ${name}: ${escapeMarkdown(detail)}`);
  return renderSection(SECTIONS.gaps, lines, limit);
}

function renderSection(title: string, lines: readonly string[], { room, size, rest }: PageLimit): string {
  const { texts, left } = truncateList(lines, (text) => text, room / 8, size);
  const more = left > 0 ? [`- and ${formatNumber(left)} more: ${rest}`] : [];
  return lines.length > 0 ? [`#### ${title}`, "", ...texts, ...more].join("\n") : "";
}

/** The last line: the tool, the run and, where there is a report, how much was read. */
export function renderFooter(
  { head, runUrl, version, job = null }: Omit<PageContext, "link">,
  view: ReportView | null,
): string {
  const parts = [
    `openai-key-guard ${escapePlain(version)}`,
    ...(job === null ? [] : [`job ${formatCode(job)}`]),
    ...(head ? [`head ${formatCode(head.slice(0, 7))}`] : []),
    ...(runUrl === null ? [] : [`[run](${escapeHref(runUrl)})`]),
    ...(view ? [view.coverage] : []),
    ...(view && view.askedAs !== null && view.keys.length > 0 ? [`asked as ${formatCode(view.askedAs)}`] : []),
  ];
  return `<sub>${parts.join(" · ")}</sub>`;
}
