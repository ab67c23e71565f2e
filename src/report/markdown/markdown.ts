import { escapeMarkdown, formatCode } from "../escape.ts";
import { formatMarkdown } from "../line.ts";
import { formatNumber } from "../numbers.ts";
import { renderSweepMarkdown } from "../sweep/markdown.ts";
import { truncateList } from "../truncate.ts";
import type { KeyView } from "../view/key.ts";
import type { PageContext, ReportView } from "../view/view.ts";
import { linkRest, REST, STILL_WORTH, THEN, WAYS_OUT } from "../wording/labels.ts";
import {
  describeIncompleteAlert,
  describeMoreKeys,
  describeNotShown,
  describeOpenKeys,
  GONE,
} from "../wording/pull-request-comment.ts";
import { renderDetails, renderFacts, renderListItem, renderRow, renderSteps, TABLE_HEAD } from "./key.ts";
import {
  formatGap,
  type PageLimit,
  renderFederation,
  renderFooter,
  renderGaps,
  renderIgnored,
  renderUnfinished,
} from "./sections.ts";

/** What the sentences on what is not shown take at most. */
const RESERVE = 1000;

/** How many keys a comment shows in full, and in a line each: nobody reads more, and the job summary has them. */
const COMMENT_KEYS = { full: 10, lines: 40 } as const;

/** Every key whose details are shown gets at least this much room for them. */
const LEAST_DETAILS = 1500;

/** The comment on the pull request, in at most `room` bytes. */
export function renderComment(view: ReportView, context: PageContext, room: number): string {
  return renderPage(view, context, limitComment(context, room), "###");
}

/** The job summary: everything, as far as it stays under the 1 MiB above which GitHub takes none. */
export function renderSummary(view: ReportView, context: PageContext): string {
  const all = view.keys.length;
  const limit = { room: 1_000_000, size: countBytes, rest: REST.report, full: all, lines: 0 };
  return renderPage(view, context, limit, "##");
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
  const rest = runUrl === null ? REST.summary : formatMarkdown(linkRest(runUrl));
  return { room, size: countBytes, rest, ...COMMENT_KEYS };
}

const utf8 = new TextEncoder();

/** Comments and summaries are limited in bytes. */
function countBytes(text: string): number {
  return utf8.encode(text).length;
}

/** What has to be there takes its room first; then the keys in the order of the view, as many as fit. */
function renderPage(view: ReportView, context: PageContext, limit: PageLimit, level: "##" | "###"): string {
  const title = `${level} ${view.mark} ${escapeMarkdown(view.title)}`;
  const gaps = view.keys.length === 0 && view.tone === "warn" ? renderOnlyGaps(view, limit) : renderGaps(view, limit);
  const rest = [
    renderFederation(view, limit),
    renderIgnored(view, limit),
    renderUnfinished(view, limit),
    gaps,
    renderFooter(context, view, level === "##"),
  ];
  const [only, ...others] = view.keys;
  const organization = view.sweep ? renderSweepMarkdown(view.sweep) : [];
  const isOne = only !== undefined && others.length === 0;
  const free = limit.room - limit.size([title, ...organization, ...rest].join("\n\n")) - RESERVE;
  const body = isOne ? renderOne(view, only, context, limit, free) : renderSeveral(view, context, limit, free);
  // What to do first stands before the numbers: every body begins with the resolution and the alert.
  return [title, ...body.slice(0, 2), ...organization, ...body.slice(2), ...rest]
    .filter((part) => part !== "")
    .join("\n\n");
}

function renderAlert(kind: "CAUTION" | "WARNING", text: string): string {
  return `> [!${kind}]\n> ${text}`;
}

/** A report of one key: what to do first, the facts, what to do then. */
function renderOne(
  view: ReportView,
  key: KeyView,
  { link }: PageContext,
  { size }: PageLimit,
  free: number,
): readonly string[] {
  const kind = key.tone === "bad" ? "CAUTION" : "WARNING";
  const steps = renderSteps(key);
  const head = [
    view.resolution ? formatMarkdown(view.resolution) : "",
    key.alert ? renderAlert(kind, formatMarkdown(key.alert.alone)) : "",
    view.resolution ? "" : renderFacts(key, link),
    steps && key.alert && key.actionTaken === null ? `**${THEN}**` : "",
    steps && view.resolution ? STILL_WORTH : "",
    steps,
    view.green ? formatMarkdown(view.green) : "",
  ];
  const room = free - size(head.join("\n\n"));
  return [...head, renderDetails(key, { link, isOnly: true, isFirst: true, room, size })];
}

/** A report of several keys: what to do first, a table, and all about each. */
function renderSeveral(
  view: ReportView,
  { link }: PageContext,
  { size, full, lines, rest }: PageLimit,
  free: number,
): readonly string[] {
  const { keys } = view;
  if (keys.length === 0) return [];
  const first = keys.find(({ alert, isOpen }) => alert !== null && isOpen) ?? keys.find(({ alert }) => alert !== null);
  const kind = view.tone === "bad" ? "CAUTION" : "WARNING";
  const alert = first?.alert ? renderAlert(kind, formatMarkdown(first.alert.among)) : "";
  const head = [view.resolution ? formatMarkdown(view.resolution) : "", alert];
  const green = view.green ? formatMarkdown(view.green) : "";
  const table = truncateList(keys.slice(0, full), (key) => renderRow(key, link), free / 3, size);
  const listed = truncateList(keys.slice(full, full + lines), (key) => renderListItem(key, link), free / 6, size);
  const parts = [...head, green, ...table.texts, ...listed.texts];
  const left = free - size(parts.join("\n\n")) - RESERVE;
  const shown = keys.slice(0, table.texts.length);
  const room = Math.max(LEAST_DETAILS, left / Math.max(shown.length, 1));
  const details = truncateList(
    shown,
    (key) => renderDetails(key, { link, isOnly: false, isFirst: key === first, room, size }),
    left,
    size,
  );
  const hidden = keys.length - table.texts.length - listed.texts.length;
  return [
    ...head,
    table.texts.length > 0 ? [...TABLE_HEAD, ...table.texts].join("\n") : "",
    details.texts.join("\n"),
    listed.texts.length > 0 ? renderMore(listed.texts, hidden, rest) : "",
    hidden > 0 && listed.texts.length === 0 ? describeNotShown(hidden, rest) : "",
    green,
  ];
}

/** Keys in a line each, folded, and how many are not there. */
function renderMore(items: readonly string[], hidden: number, rest: string): string {
  return [
    `<details><summary>${describeMoreKeys(items.length + hidden)}</summary>`,
    "",
    ...items,
    ...(hidden > 0 ? ["", describeNotShown(hidden, rest)] : []),
    "",
    "</details>",
  ].join("\n");
}

/** A report without any key that is not clean: what was not read, and how much was. */
function renderOnlyGaps(view: ReportView, limit: PageLimit): string {
  const [only, ...others] = view.gaps;
  const detail = others.length === 0 && only ? formatGap(only) : null;
  const alert = renderAlert("WARNING", describeIncompleteAlert(view.scope, detail));
  if (detail === null) return `${alert}\n\n${renderGaps(view, limit)}`;
  return [alert, WAYS_OUT, (only?.ways ?? []).map((way) => `- ${formatMarkdown(way)}`).join("\n")].join("\n\n");
}
