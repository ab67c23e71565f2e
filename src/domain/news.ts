import { type Finding, isHarmful, isIgnored } from "./finding.ts";
import type { Report } from "./report.ts";

/** Of what others are told: of any leak, of keys that may still work, or only of what was done to keys. */
export type NotifyWhen = "leak" | "active" | "contained";

/** What the last run on the same pull request had told: fingerprints. Of very many open keys only the first are named. */
export type ToldBefore = { open: readonly string[]; moreOpen: number; contained: readonly string[] };

/** Whether this run acted on a key: whatever came of it, somebody has to know. */
function isActedOn({ outcome, earlier }: Pick<Finding, "outcome" | "earlier">): boolean {
  return earlier === null && (outcome.kind === "contained" || outcome.kind === "failed");
}

/** The findings that others are told of. Keys that were there before the change, or are ignored, are no news. */
export function selectNews({ findings }: Pick<Report, "findings">): readonly Finding[] {
  return findings.filter((finding) => !isIgnored(finding) && (isHarmful(finding) || isActedOn(finding)));
}

/**
 * Whether a report has something to tell others that the last run did not. `before` is null where nobody knows what that
 * told: then whatever was found is news.
 */
export function hasNews(report: Pick<Report, "findings">, when: NotifyWhen, before: ToldBefore | null): boolean {
  const news = selectNews(report);
  const acted = news.filter(isActedOn);
  const open = news.filter(({ validity }) => validity.kind !== "inactive");
  const isWanted = when === "contained" ? acted.length > 0 : when === "active" ? open.length > 0 : news.length > 0;
  if (!isWanted || before === null) return isWanted;
  // A key that could not be contained is open still, and was told when it was new.
  const isDone = ({ outcome, fingerprint }: Finding) =>
    outcome.kind === "contained" && !before.contained.includes(fingerprint);
  return acted.some(isDone) || isOpenNewly(open, before);
}

function isOpenNewly(open: readonly Finding[], { open: known, moreOpen }: ToldBefore): boolean {
  const fresh = open.filter(({ fingerprint }) => !known.includes(fingerprint));
  return moreOpen === 0 ? fresh.length > 0 : open.length > known.length + moreOpen;
}
