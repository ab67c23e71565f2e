import { escapeHref, escapeMarkdown, escapePlain, formatCode } from "../escape.ts";
import { formatMarkdown, type Line } from "../line.ts";
import { formatNumber } from "../numbers.ts";
import { type Size, truncateList } from "../truncate.ts";
import type { PageContext, ReportView } from "../view/view.ts";
import { SECTIONS } from "../wording/coverage.ts";
import { describeIgnoredCount, linkIgnoring, REPOSITORY } from "../wording/pull-request-comment.ts";
import { formatFederation } from "./federation.ts";

/**
 * How much a page may hold, and how many keys in full and in a line each; `rest` says where all of the report is: "the job
 * summary has all".
 */
export type PageLimit = { room: number; size: Size; rest: string; full: number; lines: number };

/** What an earlier run began without recording how it ended. Empty where there is nothing of that. */
export function renderUnfinished({ unfinished }: ReportView, limit: PageLimit): string {
  const lines = unfinished.map((one) => `- ${formatMarkdown(one)}`);
  return renderSection(SECTIONS.unfinished, lines, limit);
}

/** What could not be read. Empty where everything was. */
export function renderGaps({ gaps, gapsWarning }: ReportView, limit: PageLimit): string {
  const lines = gaps.map((gap) => {
    const { name, ways } = gap;
    const out = ways.map((way) => `  - ${formatMarkdown(way)}`);
    return [`- ${name}: ${formatGap(gap)}`, ...(gaps.length <= MOST_WAYS ? out : [])].join("\n");
  });
  const section = renderSection(gapsWarning ? SECTIONS.gaps : SECTIONS.warnings, lines, limit);
  return section && gapsWarning ? `${section}\n\n${gapsWarning}` : section;
}

/** What was not read, and why. A path at its beginning is set apart as code instead of in quotes. */
export function formatGap({ detail, path }: ReportView["gaps"][number]): string {
  const quoted = path === null ? null : JSON.stringify(path);
  return path !== null && quoted !== null && detail.startsWith(quoted)
    ? `${formatCode(path)}${formatDetail(`x${detail.slice(quoted.length)}`).slice(1)}`
    : formatDetail(detail);
}

/** Text in which fingerprints are set apart, so that they can be copied. */
function formatDetail(text: string): string {
  return text
    .split(/\b([0-9a-f]{16})\b/)
    .map((part, index) => (index % 2 === 1 ? formatCode(part) : escapePart(part)))
    .join("");
}

/** Escapes a part of a text; of what is blank at its ends a space is left. */
function escapePart(part: string): string {
  const [before, after] = [/^\s/.test(part) ? " " : "", /\S\s+$/.test(part) ? " " : ""];
  return `${before}${escapeMarkdown(part)}${after}`;
}

/** How a workflow can do without its key, folded. Empty where no key serves one, and where there is no room. */
export function renderFederation({ federation }: ReportView, { room, size }: PageLimit): string {
  if (federation === null) return "";
  const text = formatFederation(federation);
  return size(text) <= room / 8 ? text : "";
}

/** The keys that the ignore file lists, folded. Empty where it lists none of them. */
export function renderIgnored({ ignored }: ReportView, { room, size, rest }: PageLimit): string {
  if (ignored.length === 0) return "";
  const format = ({ fingerprint, mask, ignoreReason }: ReportView["ignored"][number]) =>
    `- ${formatCode(mask)} (${formatCode(fingerprint)}): ${ignoreReason ? formatMarkdown(ignoreReason) : ""}`;
  const { texts, left } = truncateList(ignored.slice(0, MOST_IGNORED), format, room / 8, size);
  const more = left + ignored.length - Math.min(ignored.length, MOST_IGNORED);
  return [
    `<details><summary>${describeIgnoredCount(ignored.length)}</summary>`,
    "",
    ...texts,
    ...(more > 0 ? [`- and ${formatNumber(more)} more: ${rest}`] : []),
    "",
    "</details>",
  ].join("\n");
}

const MOST_IGNORED = 20;

/** Where more was not read, the ways out would be told over and over. */
const MOST_WAYS = 3;

function renderSection(title: string, lines: readonly string[], { room, size, rest }: PageLimit): string {
  const { texts, left } = truncateList(lines, (text) => text, room / 8, size);
  const more = left > 0 ? [`- and ${formatNumber(left)} more: ${rest}`] : [];
  return lines.length > 0 ? [`**${title}**`, "", ...texts, ...more].join("\n") : "";
}

/** The last line: what was not done, where to go, and the run. */
export function renderFooter(
  { head, runUrl, version, job = null }: Omit<PageContext, "link">,
  view: ReportView | null,
  isSummary = false,
): string {
  const notes: readonly Line[] = view ? [view.reportOnly, view.missingKey].filter((one) => one !== null) : [];
  const at = head ? `at ${formatCode(head.slice(0, 7))}` : "";
  const where = [job === null ? "" : escapeMarkdown(job), at].filter(Boolean).join(" ");
  const isOpen = view !== null && view.keys.some(({ tone }) => tone !== "good");
  const parts = [
    ...notes.map((one) => formatMarkdown(one)),
    ...(view && view.checkedAgainst !== null && view.keys.length > 0
      ? [`Checked against ${escapeMarkdown(view.checkedAgainst)}`]
      : []),
    ...(isOpen ? [formatMarkdown(linkIgnoring(version))] : []),
    ...(runUrl === null || isSummary ? [] : [`[Run](${escapeHref(runUrl)})`]),
    `[OpenAI Key Guard ${escapePlain(version)}](${REPOSITORY})`,
    ...(where === "" ? [] : [where]),
    ...(view && isSummary ? [view.coverage] : []),
  ];
  return `<sub>${parts.join(" · ")}</sub>`;
}
