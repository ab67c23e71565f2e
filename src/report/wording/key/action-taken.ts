import type { EarlierAct } from "../../../domain/earlier-act.ts";
import type { Finding } from "../../../domain/finding.ts";
import type { KeyRecord } from "../../../domain/inventory.ts";
import type { UnfinishedContainment } from "../../../domain/journal.ts";
import type { Report } from "../../../domain/report.ts";
import { BARE_CONTEXT, type StoryContext } from "../../context.ts";
import { escapePlain } from "../../escape.ts";
import { getContainment } from "../../evidence.ts";
import { formatPlain, joinLines, type Line, line, linkWords, markName, stressWords, words } from "../../line.ts";
import { capitalize, formatTime, formatTimeNear, formatWhen } from "../../numbers.ts";
import { formatSetting } from "../settings.ts";
import { nameHome, nameOwner, nameRecord } from "./names.ts";
import { ACTIONS, describeOutcome } from "./outcome.ts";

/** What was done to a key, and what stops working with it: two sentences. */
export type ActionTaken = { done: Line; breaks: Line };

/**
 * What was done to the key, by which setting or by whom, and what stops working: for those who look for the reason at
 * night. Null where nothing was done.
 */
export function describeActionTaken(finding: Finding, context: StoryContext): ActionTaken | null {
  const { identity, decision, outcome, earlier } = finding;
  if (earlier !== null) return describeEarlierAction(finding, earlier, context);
  if (outcome.kind !== "contained" || identity.kind !== "ours") return null;
  const { record } = identity;
  const { runUrl, medium, now } = context;
  const decided = decision.kind === "leave" || decision.kind === "rehearse" ? outcome.by : decision.kind;
  const asked = finding.rotation === null ? decided : "rotate";
  const setting = line`${formatSetting("on-leak", asked, medium)}`;
  const how =
    decision.kind === "revoke" && outcome.by !== "revoke"
      ? line`. OpenAI did not delete it when ${setting} asked for that`
      : line` (${setting})`;
  const run = linkWords("this run", runUrl);
  const end = outcome.endsAt === null ? words("") : words(` ${formatWhen(outcome.endsAt, now)}`);
  return {
    done: line`${nameRecord(record)} was ${words(ACTIONS[outcome.by].done)}${end} by ${run} ${words(formatWhen(outcome.at, now))}${how}.`,
    breaks: describeBreakage(finding, record, context),
  };
}

function describeEarlierAction(finding: Finding, earlier: EarlierAct, context: StoryContext): ActionTaken {
  const { identity } = finding;
  const { kind, recordId, at, endsAt, by, knownFrom } = earlier;
  const { now } = context;
  const record = identity.kind === "ours" && identity.record.id === recordId ? identity.record : null;
  const end = endsAt === null ? words("") : words(` ${formatWhen(endsAt, now)}`);
  const name = record === null ? line`${recordId}` : nameRecord(record);
  return {
    done: line`${name} was ${words(ACTIONS[kind].done)}${end} ${words(formatWhen(at, now))} by ${describeActor(by)}. Source: ${words(SOURCES[knownFrom])}.`,
    breaks: describeBreakage(finding, record, context),
  };
}

const SOURCES = {
  "audit-file": "the audit file",
  "audit-log": "OpenAI's audit log",
} as const satisfies Record<EarlierAct["knownFrom"], string>;

function describeActor(by: EarlierAct["by"]): Line {
  const name = by?.name ?? by?.id ?? null;
  if (by === null || name === null) return words("an earlier run");
  if (by.kind !== "key") return line`an earlier run of ${markName(name)}`;
  return by.name === null || by.id === null
    ? line`the Admin API key ${name}`
    : line`the Admin API key ${markName(by.name)} (${by.id})`;
}

/** What stops working, and who is likely to notice: "**Whatever used it now gets a 401:** service account …". */
function describeBreakage(finding: Finding, record: KeyRecord | null, { now }: StoryContext): Line {
  const { by, stopped, endsAt } = getContainment(finding) ?? {};
  const users = record === null ? [] : listUsers(record, now);
  const what =
    by === "quarantine"
      ? `Whatever uses it is refused${finding.earlier === null ? " within 15 minutes" : ""}`
      : by === "expire" && !stopped
        ? `Whatever still uses it after ${endsAt == null ? "that" : formatTimeNear(endsAt, now)} gets a 401`
        : "Whatever used it now gets a 401";
  return users.length === 0 ? stressWords(`${what}.`) : line`${stressWords(`${what}:`)} ${joinLines(users, ", ")}.`;
}

/** Who is likely to use it, and when that was last; nobody, where the reader may not know. */
function listUsers({ owner, home, lastUsedAt }: KeyRecord, now: Date | null): readonly Line[] {
  const [who, place] = [nameOwner(owner), nameHome(home)];
  const last = place !== null && lastUsedAt !== null ? words(`last used ${formatTimeNear(lastUsedAt, now)}`) : null;
  return [who, place, last].filter((one) => one !== null);
}

const CHECKS = {
  quarantine: "whether its permissions were cut, and whether you want that",
  expire: "whether it got its expiry",
  revoke: "whether it is still listed, and delete it if it is",
} as const satisfies Record<UnfinishedContainment["act"], string>;

/** What an earlier run began to do to a key without recording how it ended, and how to find that out. */
export function describeUnfinished({ fingerprint, id, act, at }: UnfinishedContainment): Line {
  return line`An earlier run began ${words(ACTIONS[act].doing)} ${id} on ${words(formatTime(at))} and did not record how that ended. Look at OpenAI ${words(CHECKS[act])}. Fingerprint: ${fingerprint}.`;
}

/** That one of a run's outputs failed: `what` names it, `code` is the system's, as ENOSPC. */
export function describeOutputFailure(what: string, code: string): string {
  return `${escapePlain(what)} could not be written (${code}).`;
}

/** Each key that a run changed, or may have changed, when the report did not reach its reader: a line each. */
export function describeLostReport({ findings }: Report): readonly string[] {
  return findings
    .filter(({ outcome }) => outcome.kind === "contained" || outcome.kind === "failed")
    .map((finding) => {
      const taken = describeActionTaken(finding, BARE_CONTEXT);
      const what = taken ? formatPlain(taken.done) : `${capitalize(describeOutcome(finding, BARE_CONTEXT))}.`;
      return escapePlain(`${finding.mask} (${finding.fingerprint}): ${what}`);
    });
}
