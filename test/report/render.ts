import type { Report } from "../../src/domain/report.ts";
import { computeTextRoom } from "../../src/github/comment/comment-state.ts";
import { type Annotation, renderAnnotations as annotations } from "../../src/report/annotations.ts";
import { renderHtml as html } from "../../src/report/html/html.ts";
import {
  renderComment as comment,
  renderGoneComment as gone,
  renderSummary as summary,
} from "../../src/report/markdown/markdown.ts";
import type { Look } from "../../src/report/terminal/look.ts";
import { renderText as text } from "../../src/report/terminal/text.ts";
import { isStoppedEarly, renderUnpublished } from "../../src/report/terminal/unpublished.ts";
import { describeReport, type PageContext } from "../../src/report/view/view.ts";

// Each medium as an entry point uses it: the report is described, and the medium lays that out.

export { renderJson } from "../../src/report/json.ts";
export { renderSarif } from "../../src/report/sarif/sarif.ts";

export const renderText = (report: Report, look: Look): string => text(describeReport(report), look);

/** What a hook of git prints. */
export function renderHook(report: Report, look: Look): string {
  const view = describeReport(report);
  return isStoppedEarly(report) ? renderUnpublished(report, view, look, true) : text(view, look);
}

/** What a comment's text may take beside the fingerprints of a few contained keys. */
const ROOM = computeTextRoom(3);

export const renderComment = (report: Report, context: PageContext, room = ROOM): string =>
  comment(describeReport(report, context), context, room);

export const renderSummary = (report: Report, context: PageContext): string =>
  summary(describeReport(report, context), context);

export const renderResolvedComment = (report: Report, context: PageContext): string =>
  comment(describeReport(report, context), context, ROOM);

export const renderGoneComment = (open: readonly string[], context: PageContext, more = 0): string =>
  gone({ open, more }, context);

export const renderHtml = (report: Report, context: PageContext): string =>
  html(describeReport(report, context), context);

export const renderAnnotations = (report: Report): readonly Annotation[] => annotations(describeReport(report));

/** The verdict in one line. */
export const renderTitle = (report: Report): string => describeReport(report).title;

/** Why the run fails, as it is said last. */
export const renderFailure = (report: Report): string | null => describeReport(report).failure;
