import { isHarmful } from "../domain/finding.ts";
import type { Outcome } from "../domain/outcome.ts";
import { conclude, type Report } from "../domain/report.ts";
import type { CommentMessage } from "./comment/sticky-comment.ts";

/** Renders the texts that a comment may hold, in `room` bytes. `report/` has the words. */
export type CommentTexts = {
  renderComment: (room: number) => string;
  /** For keys of an earlier comment whose commits are gone. By what it says, `open` and `more` others were not inactive. */
  renderGoneComment: (open: readonly string[], more: number) => string;
};

function isContained({ kind }: Outcome): boolean {
  return kind === "contained" || kind === "already-gone";
}

/** Chooses what to say on the pull request. Where there never was a leak, nothing is written. */
export function chooseMessage(report: Report, texts: CommentTexts): CommentMessage {
  const { findings } = report;
  const conclusion = conclude(report);
  const open = findings
    .filter((finding) => isHarmful(finding) && finding.validity.kind !== "inactive")
    .map(({ fingerprint }) => fingerprint);
  return {
    mayCreate: conclusion === "leaked",
    contained: findings
      .filter(({ outcome, earlier }) => earlier !== null || isContained(outcome))
      .map(({ fingerprint }) => fingerprint),
    render: (last, room) => {
      if (conclusion !== "clean" || findings.length > 0) return { text: texts.renderComment(room), open };
      const { open: left = [], moreOpen = 0 } = last ?? {};
      return { text: texts.renderGoneComment(left, moreOpen), open: left, moreOpen };
    },
  };
}
