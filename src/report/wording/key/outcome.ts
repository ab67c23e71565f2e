import { isToken } from "../../../domain/candidate.ts";
import type { Containment, LeaveBecause } from "../../../domain/decision.ts";
import { type Finding, isIgnored } from "../../../domain/finding.ts";
import type { Contained, FailedBecause, Outcome, RefusedBecause } from "../../../domain/outcome.ts";
import type { StoryContext } from "../../context.ts";
import { getContainment, isLookAlike } from "../../evidence.ts";
import { formatWhen } from "../../numbers.ts";
import { formatSetting } from "../settings.ts";
import { appendDelay, describeDelay } from "./delay.ts";

/** What containment does to a key: as something done, and as something begun, before the name of the key. */
export const ACTIONS = {
  quarantine: { done: "quarantined", doing: "quarantining" },
  expire: { done: "set to expire", doing: "setting an expiry on" },
  revoke: { done: "revoked", doing: "revoking" },
} as const satisfies Record<Containment["kind"], { done: string; doing: string }>;

const FAILED = {
  "not-permitted": "the Admin API key may not change keys",
  "rate-limited": "OpenAI asked us to slow down",
  "server-error": "OpenAI answered with a server error",
  network: "OpenAI could not be reached",
  "not-understood": "OpenAI's answer could not be understood",
  "still-listed": "OpenAI said that it is deleted, but still lists it",
  changed: "somebody changed the key at the same time",
  "not-taken": "OpenAI accepted the change, but did not apply it",
  refused: "OpenAI refused it, perhaps because of a policy of the organisation",
  unexpected: "this tool broke off, and it is not known how far it got",
} as const satisfies Record<FailedBecause, string>;

const LEFT = {
  "report-only": "report-only mode",
  "not-ours": "it is not a key of this organisation",
  ambiguous: "it matches more than one key of this organisation",
  unchecked: "it was not checked whose key it is",
  "not-certain": "the text is not certainly a whole key",
  "own-admin-key": "this run works with it",
  protected: "it is on the protect list",
  preexisting: "it was here before this change",
  "already-inactive": "it does not work any more",
  "already-contained": "an earlier run has done it",
  "not-tried": "it was not tried, which would prove whose it is",
  "not-accepted": "OpenAI did not accept it, which would prove whose it is",
  "someone-else": "OpenAI accepted it for somebody else",
  unnamed: "OpenAI accepted it without saying for whom",
  "only-revocable": "admin keys can only be revoked",
  "expires-sooner": "it expires before the grace period ends",
  "awaiting-approval": "waiting for approval, because it was used recently",
  "not-approved": "waiting for approval",
  "unmatched-entry": "an entry of protect or approved matches nothing",
  "too-many": "it would have been more keys than max-contained allows",
  excepted: "an exception of the policy file counts for it",
  "not-fully-known": "not everything could be read that its rule needs",
  "used-recently": "it was used recently",
  "successor-unseen": "nobody has used the new key yet",
  "still-in-use": "it is still being used",
  "use-unknown": "it could not be read when it was last used",
  declined: "you answered no",
} as const satisfies Record<LeaveBecause, string>;

const REFUSED = {
  "no-admin-key": "no Admin API key was given",
  "read-only-admin-key": "the Admin API key may only read",
  "not-recorded": "the audit file could not be written",
  cancelled: "the run was cancelled before its turn",
} as const satisfies Record<RefusedBecause, string>;

const REHEARSED = {
  "would-quarantine": "quarantine",
  "would-expire": "expire",
  "would-revoke": "revoke",
} as const satisfies Record<(Outcome & { kind: "rehearsed" })["because"], Containment["kind"]>;

/** "revoked": what a dry run would have done. */
export function describeRehearsed(because: keyof typeof REHEARSED): string {
  return ACTIONS[REHEARSED[because]].done;
}

/** How containment ended, or why nothing was done, and what an earlier run did. */
export function describeOutcome(finding: Finding, context: Pick<StoryContext, "medium" | "now">): string {
  const { outcome, earlier } = finding;
  if (earlier === null) return describeOwnOutcome(finding, context);
  const { now } = context;
  const end = earlier.endsAt === null ? "" : ` ${formatWhen(earlier.endsAt, now)}`;
  const doubt = earlier.standing === "confirmed" ? "" : ", not confirmed yet";
  const delay = earlier.kind === "expire" ? "" : appendDelay(finding, earlier.at);
  const done = `${ACTIONS[earlier.kind].done}${end} by an earlier run ${formatWhen(earlier.at, now)}${delay}${doubt}`;
  if (outcome.kind === "contained") return done;
  return outcome.kind === "left" ? done : `${done}; now: ${describeOwnOutcome(finding, context)}`;
}

/** "revoked 3 minutes after it leaked", or when: what this run or an earlier one did; null for nothing. */
export function describeDoneBriefly(finding: Finding, now: Date | null): string | null {
  const contained = getContainment(finding);
  if (contained === null) return null;
  const { by, at, endsAt, stopped } = contained;
  if (by === "expire" && !stopped) return `expires ${endsAt === null ? "soon" : `${formatWhen(endsAt, now)}`}`;
  if (by === "expire") return `expired, set ${formatWhen(at, now)}`;
  return `${ACTIONS[by].done} ${describeDelay(finding, at) ?? formatWhen(at, now)}`;
}

function describeOwnOutcome(finding: Finding, { medium, now }: Pick<StoryContext, "medium" | "now">): string {
  const { outcome } = finding;
  switch (outcome.kind) {
    case "contained":
      return describeContained(finding, outcome, now);
    case "already-gone":
      return "nothing to do: OpenAI no longer lists it";
    case "rehearsed":
      return `dry run: it would have been ${describeRehearsed(outcome.because)}`;
    case "refused":
      return `not contained: ${explainRefused(outcome.because)}`;
    case "failed":
      return `containment failed: ${explainFailed(outcome.because)}`;
    case "left": {
      if (isIgnored(finding)) return "nothing done: the ignore file lists it";
      if (isToken(finding.kind)) return "nothing done: OpenAI's Admin API cannot revoke it";
      if (outcome.because === "report-only")
        return `nothing done (report-only mode: ${formatSetting("on-leak", "report", medium)})`;
      if (/^(?:awaiting-approval|not-approved)$/.test(outcome.because)) return explainLeft(outcome.because);
      const isFake = outcome.because === "not-accepted" && isLookAlike(finding);
      return `nothing done: ${isFake ? "OpenAI refuses it, so there is nothing to revoke" : explainLeft(outcome.because)}`;
    }
    default:
      return outcome satisfies never;
  }
}

/** Why a key was not contained, by what was decided. */
export function explainLeft(because: LeaveBecause): string {
  return LEFT[because];
}

/** Why containment failed. */
export function explainFailed(because: FailedBecause): string {
  return FAILED[because];
}

/** Why containment was not begun. */
export function explainRefused(because: RefusedBecause): string {
  return REFUSED[because];
}

function describeContained(finding: Finding, contained: Contained, now: Date | null): string {
  const { by, verified, stopped, at, endsAt } = contained;
  const doubt = verified ? "" : ", not confirmed yet";
  const when = `${formatWhen(at, now)}${appendDelay(finding, at)}`;
  switch (by) {
    case "quarantine":
      return `quarantined ${when}${verified ? ": it can only read the names of models" : doubt}`;
    case "expire":
      if (stopped) return "expired, and OpenAI refuses it";
      return `set to expire${endsAt === null ? "" : ` ${formatWhen(endsAt, now)}`}${doubt}`;
    case "revoke":
      return `revoked ${when}${verified ? ", and OpenAI refuses it" : doubt}`;
    default:
      return by satisfies never;
  }
}
