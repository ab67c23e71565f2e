import type { LeaveBecause } from "../../domain/decision.ts";
import type { Finding } from "../../domain/finding.ts";
import type { StoryContext } from "../context.ts";
import { type Line, line, words } from "../line.ts";
import { formatWhen } from "../numbers.ts";
import { findRecord } from "../wording/key/names.ts";
import { describeRehearsed, explainFailed, explainLeft, explainRefused } from "../wording/key/outcome.ts";
import { formatSetting, formatSettingName } from "../wording/settings.ts";

/** Why a key that works was not contained by this run, and what would let it do that. Nothing where nobody asked for it. */
export function explainWhyOpen(finding: Finding, context: StoryContext): Line {
  const { outcome } = finding;
  switch (outcome.kind) {
    case "rehearsed":
      return line`This was a dry run. Without ${formatSettingName("dry-run", context.medium)}, it would be ${words(describeRehearsed(outcome.because))}.`;
    case "refused":
      return line`This run could not contain it: ${words(explainRefused(outcome.because))}.`;
    case "failed":
      return line`This run tried to contain it and failed: ${words(explainFailed(outcome.because))}.`;
    case "left":
      return explainLeftOpen(outcome.because, finding, context);
    case "contained":
    case "already-gone":
      return words("");
    default:
      return outcome satisfies never;
  }
}

/** What says more elsewhere, or what nobody asked for. */
const SILENT: readonly LeaveBecause[] = [
  "report-only",
  "already-contained",
  "already-inactive",
  "not-ours",
  "unchecked",
  "ambiguous",
  "own-admin-key",
  "awaiting-approval",
  "not-approved",
  "declined",
];

function explainLeftOpen(because: LeaveBecause, finding: Finding, { medium, now }: StoryContext): Line {
  if (SILENT.includes(because)) return words("");
  switch (because) {
    case "protected":
      return words("It is on the protect list, so this run did not touch it. Replace it where it runs first.");
    case "too-many":
      return line`This run changed no key, because it would have been more than ${formatSettingName("max-contained", medium)} allows.`;
    case "unmatched-entry":
      return words(
        "This run changed no key, because an entry of protect or approved matches nothing. Correct the entry, then run this again.",
      );
    case "only-revocable":
      return line`Only ${formatSetting("on-leak", "revoke", medium)} can contain an admin key.`;
    case "preexisting":
      return line`This run left it, because it was here before. ${formatSetting("contain-preexisting", "true", medium)} contains it.`;
    case "expires-sooner": {
      const end = findRecord(finding)?.expiresAt ?? null;
      return words(`It expires by itself${end === null ? "" : ` ${formatWhen(end, now)}`}.`);
    }
    default:
      return words(`This run did nothing: ${explainLeft(because)}.`);
  }
}
