import type { Finding } from "../../domain/finding.ts";
import type { StoryContext } from "../context.ts";
import { getContainment, mayWorkAgain } from "../evidence.ts";
import { joinLines, type Line, line, linkWords, words } from "../line.ts";
import { formatAgo, formatTimeNear, formatWhen } from "../numbers.ts";
import { describeActionTaken } from "../wording/key/action-taken.ts";
import { appendDelay, describeDelay } from "../wording/key/delay.ts";
import { findRecord, nameKey } from "../wording/key/names.ts";
import { describeReplacement, isReplaced } from "../wording/key/replacement.ts";
import { explainValidity } from "../wording/key/works.ts";
import { formatSetting } from "../wording/settings.ts";
import { describeDashboardPage } from "./dashboard.ts";
import { composeStep, type FirstStep, joinSentences, type StepFacts } from "./step.ts";

/** The first step for a key that waits for a person's approval. */
export function describeWaiting({ finding, context }: StepFacts): FirstStep {
  const { fingerprint } = finding;
  const last = findRecord(finding)?.lastUsedAt ?? null;
  const isRecent = finding.outcome.kind === "left" && finding.outcome.because === "awaiting-approval" && last !== null;
  const why = isRecent
    ? `It was used ${formatAgo(last, context.now)}, so this run left it to you.`
    : "This run left it to you.";
  const approve =
    context.medium === "workflow"
      ? line`approve fingerprint ${fingerprint}`
      : line`run this again with ${formatSetting("approved", fingerprint, context.medium)}`;
  return composeStep(finding, "revoke", words("once it is replaced"), [
    words(why),
    line`Replace it where it runs. Then ${approve}, or delete it under ${describeDashboardPage(finding)}.`,
  ]);
}

/** The first step for a key that was deleted, and that OpenAI was not seen to refuse. */
export function describeUnconfirmed({ finding }: StepFacts): FirstStep {
  return {
    alone: words("Run this again in a minute."),
    among: words("First, run this again in a minute."),
    rest: line`${nameKey(finding, "The key")} is deleted at OpenAI, but OpenAI was not seen to refuse it when this run ended.`,
  };
}

/** The first step for a key that works until its expiry. */
export function describeExpiring({ finding, context }: StepFacts): FirstStep {
  const end = getContainment(finding)?.endsAt ?? null;
  const taken = describeActionTaken(finding, context);
  const before = end === null ? "before it expires" : `before ${formatTimeNear(end, context.now)}`;
  if (isReplaced(finding)) return describeRotated(finding, before, context);
  return composeStep(finding, "replace", words(before), [
    taken?.done ?? words(""),
    describeReplacement(finding, context.medium),
    taken?.breaks ?? words(""),
    line`Until then it works for anyone. If somebody else uses it, delete it at once under ${describeDashboardPage(finding)}.`,
  ]);
}

/** A key whose places have another one by now: nothing has to be done at night. */
function describeRotated(finding: Finding, before: string, context: StoryContext): FirstStep {
  const at = getContainment(finding)?.at ?? null;
  const delay = at === null ? null : describeDelay(finding, at);
  const lead = line`${nameKey(finding, "The key")} was rotated${words(delay === null ? "" : ` ${delay}`)}.`;
  return {
    alone: lead,
    among: lead,
    rest: joinSentences([
      describeReplacement(finding, context.medium),
      line`The leaked one works for anyone ${words(before.replace(/^before/, "until"))}. If somebody else uses it, delete it at once under ${describeDashboardPage(finding)}.`,
    ]),
  };
}

/** OpenAI says that changed permissions take up to 15 minutes to hold everywhere. */
const QUARANTINED = {
  seen: "It can only read the names of models.",
  unseen: "OpenAI was not seen to enforce that yet: run this again in 15 minutes.",
  unknown: "OpenAI's audit log does not say whether somebody has given it permissions back.",
} as const;

/** The first step for a key in quarantine. */
export function describeLimited({ finding, context }: StepFacts): FirstStep {
  const isSeen = getContainment(finding)?.verified === true;
  const doubt = isSeen ? "seen" : finding.earlier?.standing === "plausible" ? "unknown" : "unseen";
  const taken = describeActionTaken(finding, context);
  return composeStep(finding, "replace", words("and then revoke it"), [
    taken?.done ?? words(""),
    words(QUARANTINED[doubt]),
    taken?.breaks ?? words(""),
  ]);
}

/** How to give a quarantined key its permissions back: nothing for any other. */
export function listRestoringSteps(finding: Finding): readonly Line[] {
  const contained = getContainment(finding);
  if (contained?.by !== "quarantine" || finding.validity.kind === "inactive") return [];
  const { scopesBefore } = contained;
  const scopes =
    scopesBefore === null || scopesBefore.length === 0
      ? words("OpenAI's audit log has them")
      : joinLines(
          scopesBefore.map((scope) => line`${scope}`),
          ", ",
        );
  return [
    line`If something of yours needs it back at once, give ${nameKey(finding)} its permissions back (${scopes}) under ${describeDashboardPage(finding)}. The leaked key then works in full again.`,
  ];
}

/** "at 10:03 UTC, 3 minutes after it leaked," */
function describeMoment(finding: Finding, at: Date, now: Date | null): string {
  const delay = appendDelay(finding, at);
  return `${formatWhen(at, now)}${delay === "" ? "" : `${delay},`}`;
}

/** What is to be known first of a key that does not work and is still in the code. */
export function describeInactive({ finding, context }: StepFacts): FirstStep {
  const { outcome, earlier, validity } = finding;
  const key = line`${nameKey(finding, "This key")} (${finding.mask})`;
  const taken = describeActionTaken(finding, context);
  const isOurs = earlier === null && outcome.kind === "contained" && outcome.by === "revoke";
  const run = linkWords("this run", context.runUrl);
  const why = isOurs
    ? line`${key} no longer works: ${run} revoked it ${words(describeMoment(finding, outcome.at, context.now))} and OpenAI refuses it.`
    : (taken?.done ?? line`${key} does not work: ${words(explainValidity(validity))}.`);
  const again = mayWorkAgain(finding)
    ? line`It may work again one day. To prevent that, delete it under ${describeDashboardPage(finding)}.`
    : words("");
  return { alone: words(""), among: words(""), rest: joinSentences([why, taken?.breaks ?? words(""), again]) };
}
