import { type Finding } from "./finding.js";
import type { Report } from "./report.js";
/** Of what others are told: of any leak, of keys that may still work, or only of what was done to keys. */
export type NotifyWhen = "leak" | "active" | "contained";
/** What the last run on the same pull request had told: fingerprints. Of very many open keys only the first are named. */
export type ToldBefore = {
    open: readonly string[];
    moreOpen: number;
    contained: readonly string[];
};
/** The findings that others are told of. Keys that were there before the change, or are ignored, are no news. */
export declare function selectNews({ findings }: Pick<Report, "findings">): readonly Finding[];
/**
 * Whether a report has something to tell others that the last run did not. `before` is null where nobody knows what that
 * told: then whatever was found is news.
 */
export declare function hasNews(report: Pick<Report, "findings">, when: NotifyWhen, before: ToldBefore | null): boolean;
