import { type Finding, isPreexisting } from "../../domain/finding.ts";
import { isChoice } from "../../domain/gap.ts";
import type { Report } from "../../domain/report.ts";
import type { StoryContext } from "../context.ts";
import { getContainment, mayWorkAgain } from "../evidence.ts";
import { type Line, line, words } from "../line.ts";
import { formatWhen } from "../numbers.ts";
import { getState } from "../state.ts";
import { appendDelay } from "./key/delay.ts";
import { findRecord, nameHome, nameKey } from "./key/names.ts";
import { ACTIONS } from "./key/outcome.ts";
import { explainValidity } from "./key/works.ts";
import { formatSetting, formatSettingName } from "./settings.ts";

/** What would be known with an Admin API key; null where one was given, or there is nothing to ask. */
export function describeMissingKey({ findings, gaps }: Report, { medium }: StoryContext): Line | null {
  const isAsked = findings.some(({ identity }) => identity.kind === "unchecked" && identity.because === "no-admin-key");
  if (!isAsked || !gaps.some(isChoice)) return null;
  const whose =
    findings.length === 1 ? "this key is and whether it works" : "these keys are and whether they still work";
  const what = words(medium === "workflow" ? "the input " : "");
  return line`Set ${what}${formatSettingName("openai-admin-key", medium)} to learn whose ${words(whose)}.`;
}

/** That nothing was done to keys that work, because nobody asked for it; null where that is not so. */
export function describeReportOnly(findings: readonly Finding[], { medium }: StoryContext): Line | null {
  const left = findings.filter(
    (one) =>
      one.outcome.kind === "left" && one.outcome.because === "report-only" && /^(?:live|unsure)$/.test(getState(one)),
  );
  if (left.length === 0) return null;
  const to = left.length === 1 ? "the key" : "these keys";
  const here = medium === "workflow" ? "this repository reports only" : "report-only mode";
  return line`Nothing was done to ${words(to)}: ${words(here)} (${formatSetting("on-leak", "report", medium)}).`;
}

/** What a report says first once nothing that the change brought can do harm; null where it brought nothing. */
export function describeResolution(findings: readonly Finding[], { medium }: StoryContext): Line | null {
  const over = findings.filter((one) => getState(one) === "resolved");
  const [only, ...others] = over;
  if (!only) return null;
  const older = findings.some(({ sightings }) => isPreexisting(sightings))
    ? words(" Keys that were here before this change are listed, but do not fail it.")
    : words("");
  const place = medium === "workflow" ? "out of the code" : "no longer there";
  // A key that may work again one day is not harmless in history.
  const history = words(over.some(mayWorkAgain) ? "" : " History need not be rewritten.");
  if (others.length > 0) return line`None of them works, and they are ${words(place)}.${history}${older}`;
  const name = nameKey(only, "The key");
  const record = findRecord(only);
  const home = record === null ? null : nameHome(record.home);
  const contained = getContainment(only);
  const how =
    contained === null
      ? line`does not work (${words(explainValidity(only.validity))})`
      : line`was ${words(contained.by === "revoke" ? ACTIONS.revoke.done : "contained")} ${words(formatWhen(contained.at, null))}${words(describeDelayBetween(only, contained.at))}`;
  return line`${name}${home === null ? words("") : line` (${home})`} ${how} and is ${words(place)}.${history}${older}`;
}

/** ", 3 minutes after it leaked," */
function describeDelayBetween(finding: Finding, at: Date): string {
  const delay = appendDelay(finding, at);
  return delay === "" ? "" : `${delay},`;
}
