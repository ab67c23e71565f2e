import { escapeHref, formatCode } from "../escape.ts";
import { formatNumber } from "../numbers.ts";
import { truncateList } from "../truncate.ts";
import type { PageContext, ReportView } from "../view/view.ts";
import { describeNotShown, describeOpenKeys, GONE } from "../wording/pull-request-comment.ts";
import { formatHeading, renderDetails, renderRow, renderSteps, TABLE_HEAD } from "./key.ts";
import { type PageLimit, renderActions, renderFooter, renderGaps, renderUnfinished } from "./sections.ts";

/** How many keys get their steps unfolded. */
const MOST_STEPS = 3;

/** What the sentences on what is not shown take at most. */
const RESERVE = 1000;

/** How many keys a comment shows at most, in its table and in full: nobody reads more, and the job summary has them. */
const COMMENT_KEYS = { rows: 50, details: 20 } as const;

/** Every key whose details are shown gets at least this much room for them. */
const LEAST_DETAILS = 1500;

/** The comment on the pull request, in at most `room` bytes. */
export function renderComment(view: ReportView, context: PageContext, room: number): string {
  return renderPage(view, context, limitComment(context, room), [`### ${view.title}`, renderAlarm(view)]);
}

/** The job summary: everything, as far as it stays under the 1 MiB above which GitHub takes none. */
export function renderSummary(view: ReportView, context: PageContext): string {
  const all = view.keys.length;
  const limit = { room: 1_000_000, size: countBytes, rest: "the JSON report has all", rows: all, details: all };
  return renderPage(view, context, limit, [`## ${view.title}`, renderAlarm(view)]);
}

/** The comment once nothing that this change brought can do harm any more. */
export function renderResolvedComment(view: ReportView, context: PageContext, room: number): string {
  const opening = [view.resolution, renderAlarm(view)].filter(Boolean).join("\n\n");
  return renderPage(view, context, limitComment(context, room), [`### ${view.title}`, opening]);
}

/**
 * The comment once the commits that held the keys are gone. By what it said before, the keys with the fingerprints `open`
 * and `more` others were not proven inactive.
 */
export function renderGoneComment(
  { open, more }: { open: readonly string[]; more: number },
  context: Omit<PageContext, "link">,
): string {
  const { texts, left } = truncateList(
    open,
    (fingerprint) => formatCode(fingerprint),
    20_000,
    (text) => text.length,
  );
  const unnamed = left + more;
  const fingerprints = `${texts.join(", ")}${unnamed > 0 ? ` and ${formatNumber(unnamed)} more` : ""}`;
  const count = open.length + more;
  const { title, paragraphs } = count === 0 ? GONE : describeOpenKeys(count, fingerprints);
  return [`### ${title}`, ...paragraphs, renderFooter(context, null)].join("\n\n");
}

function limitComment({ runUrl }: PageContext, room: number): PageLimit {
  const summary = runUrl === null ? "the job summary" : `the [job summary](${escapeHref(runUrl)})`;
  return { room, size: countBytes, rest: `${summary} has all`, ...COMMENT_KEYS };
}

const utf8 = new TextEncoder();

/** Comments and summaries are limited in bytes. */
function countBytes(text: string): number {
  return utf8.encode(text).length;
}

function renderAlarm({ alarm }: ReportView): string {
  return alarm === null ? "" : `> [!CAUTION]\n> ${alarm.text}`;
}

/** What fills a part of a page, how many keys are not in it, and what room it leaves to the parts after it. */
type Part = { text: string; left: number; free: number };

/**
 * What has to be there takes its room first; then the table, the steps of the first keys, and the details of as many as
 * fit.
 */
function renderPage(view: ReportView, context: PageContext, limit: PageLimit, top: readonly string[]): string {
  const [actions, unfinished, gaps] = [renderActions, renderUnfinished, renderGaps].map((render) =>
    render(view, limit),
  ) as [string, string, string];
  const footer = renderFooter(context, view);
  const frame = [...top, actions, unfinished, gaps, footer].join("\n\n");
  const table = renderTable(view, context, limit, limit.room - limit.size(frame) - RESERVE);
  const next = renderNext(view, limit, table.free);
  const details = renderAllDetails(view, context, limit, next);
  return [
    ...top,
    table.text,
    table.left > 0 ? describeNotShown(table.left, "in this table", limit.rest) : "",
    actions,
    next.text && `#### Next\n\n${next.text}`,
    details.text,
    table.left < details.left ? describeNotShown(details.left, "shown in full", limit.rest) : "",
    unfinished,
    gaps,
    footer,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function renderTable({ keys }: ReportView, { link }: PageContext, { size, rows }: PageLimit, free: number): Part {
  const { texts } = truncateList(keys.slice(0, rows), (key) => renderRow(key, link), free / 2, size);
  const text = texts.length > 0 ? [...TABLE_HEAD, ...texts].join("\n") : "";
  return { text, left: keys.length - texts.length, free: free - size(text) };
}

/** The steps of the first keys; `shown` says of how many keys, in the view's order, these are. */
function renderNext({ keys }: ReportView, { size }: PageLimit, free: number): Part & { shown: ReportView["keys"] } {
  const first = keys.slice(0, MOST_STEPS).filter(({ steps }) => steps.length > 0);
  const heading = (key: (typeof first)[number]) => (first.length > 1 ? `**${formatHeading(key)}**\n\n` : "");
  const { texts, left } = truncateList(first, (key) => `${heading(key)}${renderSteps(key)}`, free / 2, size);
  const text = texts.join("\n\n");
  return { text, left, free: free - size(text), shown: first.slice(0, texts.length) };
}

function renderAllDetails(
  { keys }: ReportView,
  { link }: PageContext,
  { size, details }: PageLimit,
  { free, shown }: ReturnType<typeof renderNext>,
): Pick<Part, "text" | "left"> {
  const first = keys.slice(0, details);
  const room = Math.max(LEAST_DETAILS, free / Math.max(first.length, 1));
  const { texts } = truncateList(
    first,
    (key) => renderDetails(key, { link, withSteps: !shown.includes(key), room, size }),
    free,
    size,
  );
  return { text: texts.join("\n\n"), left: keys.length - texts.length };
}
