import { isHarmful } from "../domain/finding.ts";
import { conclude, type Report } from "../domain/report.ts";
import type { Message } from "./comment.ts";

/** The texts that a comment may hold, made by whoever knows the words. */
export type Texts<Context> = {
  /** Something is exposed, or could not be told. */
  comment: (report: Report, context: Context) => string;
  /** Keys were found, and none can do harm any more. */
  resolved: (report: Report, context: Context) => string;
  /** The commits with the keys of an earlier comment are gone; `open` of them were never proven inactive. */
  gone: (open: readonly string[], context: Context) => string;
};

/** What a report has to say on the pull request. Where there never was a leak, nothing. */
export function messageOf<Context>(report: Report, texts: Texts<Context>, context: Context): Message {
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
      if (conclusion !== "clean") return { text: texts.comment(report, context), open };
      if (findings.length > 0) return { text: texts.resolved(report, context), open };
      const left = last?.open ?? [];
      return { text: texts.gone(left, context), open: left };
    },
  };
}
