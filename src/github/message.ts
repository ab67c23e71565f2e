import { isHarmful } from "../domain/finding.ts";
import { conclude, type Report } from "../domain/report.ts";
import type { CommentMessage } from "./comment.ts";

/** The texts that a comment may hold, made by whoever knows the words. */
export type CommentTexts = {
  /** Something is exposed, or could not be told. */
  renderComment: () => string;
  /** Keys were found, and none can do harm any more. */
  renderResolvedComment: () => string;
  /** The commits with the keys of an earlier comment are gone; `open` of them were never proven inactive. */
  renderGoneComment: (open: readonly string[]) => string;
};

/** What a report has to say on the pull request. Where there never was a leak, nothing. */
export function chooseMessage(report: Report, texts: CommentTexts): CommentMessage {
  const { findings } = report;
  const conclusion = conclude(report);
  const open = findings
    .filter((one) => isHarmful(one) && one.validity.kind !== "inactive")
    .map(({ fingerprint }) => fingerprint);
  return {
    mayCreate: conclusion === "leaked",
    contained: findings
      .filter(({ outcome }) => outcome.kind === "contained" || outcome.kind === "already-gone")
      .map(({ fingerprint }) => fingerprint),
    say: (last) => {
      if (conclusion !== "clean") return { text: texts.renderComment(), open };
      if (findings.length > 0) return { text: texts.renderResolvedComment(), open };
      const left = last?.open ?? [];
      return { text: texts.renderGoneComment(left), open: left };
    },
  };
}
