import type { EarlierAct } from "../../domain/earlier-act.ts";
import { type Finding, isIgnored } from "../../domain/finding.ts";
import type { KeyRecord } from "../../domain/inventory.ts";
import type { UnfinishedContainment } from "../../domain/journal.ts";
import type { Contained } from "../../domain/outcome.ts";
import type { Report } from "../../domain/report.ts";
import { escapePlain } from "../escape.ts";
import { formatPlain, joinLines, type Line, line, linkWords, words } from "../line.ts";
import { formatCount, formatTime } from "../numbers.ts";
import { getContainment, isLookAlike } from "../severity.ts";
import { ACTIONS, describeState } from "./states.ts";

/** How containment ended, or why the key was left alone, and what an earlier run did. */
export function describeOutcome(finding: Finding): string {
  const { outcome, earlier } = finding;
  if (earlier === null) return describeOwnOutcome(finding);
  const end = earlier.endsAt === null ? "" : ` at ${formatTime(earlier.endsAt)}`;
  const doubt = earlier.standing === "confirmed" ? "" : ", not yet confirmed";
  const done = `${ACTIONS[earlier.kind].done}${end}, by an earlier run on ${formatTime(earlier.at)}${doubt}`;
  return outcome.kind === "contained" ? done : `${describeOwnOutcome(finding)}; ${done}`;
}

function describeOwnOutcome(finding: Finding): string {
  const { outcome } = finding;
  if (isIgnored(finding) && outcome.kind === "left") return "left alone: the ignore file excuses it";
  return outcome.kind === "left" && outcome.because === "not-accepted" && isLookAlike(finding)
    ? "left alone: OpenAI refuses it, so there is nothing to revoke"
    : describeState(outcome);
}

/** What was done to a key, and what stops working with it. */
export type ActionTaken = { done: Line; breaks: Line };

/**
 * What was done to the key, by which setting or by whom, and what stops working: for those who look for the reason at
 * night. Null where nothing was done.
 */
export function describeActionTaken(finding: Finding, runUrl: string | null): ActionTaken | null {
  const { identity, decision, outcome, impact, earlier } = finding;
  if (earlier !== null) return describeEarlierAction(finding, earlier);
  if (outcome.kind !== "contained" || identity.kind !== "ours") return null;
  const { record } = identity;
  const setting = line`${`on-leak: ${decision.kind === "leave" || decision.kind === "rehearse" ? outcome.by : decision.kind}`}`;
  const how =
    decision.kind === "revoke" && outcome.by !== "revoke"
      ? line`: OpenAI did not delete it when ${setting} asked for that`
      : line`, as ${setting} asks`;
  const what = line`${words(ACTIONS[outcome.by].done)}${describeEnd(outcome)}`;
  const users = [...listUsers(record), ...listUses(record, impact)];
  return {
    done: line`${record.id} was ${what} by ${linkWords("this run", runUrl)} on ${words(formatTime(outcome.at))}${how}.`,
    breaks: line`${words(describeBreakage(finding))}${users.length > 0 ? line`: ${joinLines(users, ", ")}` : words("")}.`,
  };
}

function describeEarlierAction(finding: Finding, earlier: EarlierAct): ActionTaken {
  const { identity, impact } = finding;
  const { kind, recordId, at, by, knownFrom } = earlier;
  const record = identity.kind === "ours" && identity.record.id === recordId ? identity.record : null;
  const users = record === null ? [] : [...listUsers(record), ...listUses(record, impact)];
  return {
    done: line`${recordId} was ${words(ACTIONS[kind].done)}${describeEnd(earlier)} on ${words(formatTime(at))} by ${describeActor(by)}, as ${words(SOURCES[knownFrom])} has it.`,
    breaks: line`${words(describeBreakage(finding))}${users.length > 0 ? line`: ${joinLines(users, ", ")}` : words("")}.`,
  };
}

const SOURCES = {
  "audit-file": "the audit file",
  "audit-log": "OpenAI's audit log",
} as const satisfies Record<EarlierAct["knownFrom"], string>;

function describeActor(by: EarlierAct["by"]): Line {
  const name = by?.name ?? by?.id ?? null;
  if (by === null || name === null) return words("an earlier run");
  if (by.kind !== "key") return line`an earlier run of ${name}`;
  return by.name === null || by.id === null
    ? line`the Admin API key ${name}`
    : line`the Admin API key ${name} (${by.id})`;
}

function describeEnd({ endsAt }: Pick<Contained, "endsAt">): Line {
  return endsAt === null ? words("") : words(` at ${formatTime(endsAt)}`);
}

function describeBreakage(finding: Finding): string {
  const { by, stopped, endsAt } = getContainment(finding) ?? {};
  if (by === "quarantine") return `Whatever uses it is refused${finding.earlier === null ? " within 15 minutes" : ""}`;
  if (by === "expire" && !stopped) {
    return `Whatever still uses it after ${endsAt == null ? "that" : formatTime(endsAt)} gets a 401`;
  }
  return `Whatever uses it gets a 401${finding.earlier === null ? " from now on" : ""}`;
}

/** Who is likely to use it; nobody, where the reader may not know. */
function listUsers({ owner, home }: KeyRecord): readonly Line[] {
  const [who, place] = [owner?.name ?? owner?.id ?? null, home.name ?? home.id];
  return [
    ...(who === null ? [] : [owner?.kind === "user" ? line`owner ${who}` : line`service account ${who}`]),
    ...(place === null ? [] : [home.kind === "project" ? line`project ${place}` : line`organisation ${place}`]),
  ];
}

function listUses({ lastUsedAt, home }: KeyRecord, impact: Finding["impact"]): readonly Line[] {
  const isNamed = home.id !== null || home.name !== null;
  const requests = impact?.requests ?? 0;
  return [
    ...(isNamed && lastUsedAt !== null ? [words(`last used on ${formatTime(lastUsedAt)}`)] : []),
    ...(requests > 0 ? [words(`${formatCount(requests, "request")} since this was exposed`)] : []),
  ];
}

const CHECKS = {
  quarantine: "see at OpenAI whether its permissions were cut, and whether that is what you want",
  expire: "see at OpenAI whether it has the expiry it was to get",
  revoke: "see at OpenAI whether it is still listed, and delete it if it is",
} as const satisfies Record<UnfinishedContainment["act"], string>;

/** What an earlier run began to do to a key without recording how it ended, and how to find that out. */
export function describeUnfinished({ fingerprint, id, act, at }: UnfinishedContainment): Line {
  return line`On ${words(formatTime(at))} an earlier run began ${words(ACTIONS[act].doing)} ${id}, and nobody wrote down how that ended: ${words(CHECKS[act])}. Fingerprint ${fingerprint}.`;
}

/** That one of a run's outputs failed: `what` names it, `code` is the system's, as ENOSPC. */
export function describeOutputFailure(what: string, code: string): string {
  return `${escapePlain(what)} could not be written (${code}); what was found is told elsewhere.`;
}

/** Each key that a run changed, or may have changed, when the report did not reach its reader: a line each. */
export function describeLostReport({ findings }: Report): readonly string[] {
  return findings
    .filter(({ outcome }) => outcome.kind === "contained" || outcome.kind === "failed")
    .map((finding) => {
      const taken = describeActionTaken(finding, null);
      const what = taken ? formatPlain(taken.done) : `${describeOutcome(finding)}.`;
      return escapePlain(`${finding.mask} (${finding.fingerprint}): ${what}`);
    });
}
