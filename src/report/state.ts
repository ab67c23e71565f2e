import { type Finding, isHarmful, isIgnored, isPreexisting } from "../domain/finding.ts";
import { findRestriction, isLookAlike } from "./evidence.ts";

/** Where a leaked key stands: what its readers have to do about it depends on this. The worst first. */
export const KEY_STATES = [
  /** It works, and nothing was done about it. */
  "live",
  /** It works, and could be contained once a person approves that. */
  "waiting",
  /** It was revoked, and OpenAI has not been seen to refuse it yet. */
  "unconfirmed",
  /** Of a key that may be ours nobody could find out whether it works. */
  "unsure",
  /** It is not one of this organisation's keys, and not known to be dead. */
  "stranger",
  /** Nobody was asked whose it is and whether it works. */
  "unchecked",
  /** A damaged or shortened text, behind which a real key may stand. */
  "suspected",
  /** It works until its expiry. */
  "expiring",
  /** It works, and may do next to nothing. */
  "limited",
  /** It does not work, and is still in the code. */
  "inactive",
  /** It has the visible ends of one of our keys, and OpenAI refuses it. It is still in the code. */
  "fake",
  /** It does not work, and is no longer in the code. */
  "resolved",
  /** It was here before this change. */
  "preexisting",
  /** An entry of the ignore file applies to it. */
  "ignored",
] as const;

/** Where a leaked key stands. */
export type KeyState = (typeof KEY_STATES)[number];

/** Where a key stands. */
export function getState(finding: Finding): KeyState {
  if (isIgnored(finding)) return "ignored";
  if (isPreexisting(finding.sightings)) return "preexisting";
  if (finding.validity.kind === "inactive") {
    if (!isHarmful(finding)) return "resolved";
    return isLookAlike(finding) ? "fake" : "inactive";
  }
  return getRestrictedState(finding) ?? getOpenState(finding);
}

/** What was done about a key that still works; null for nothing. */
function getRestrictedState(finding: Finding): KeyState | null {
  switch (findRestriction(finding)?.by) {
    case "quarantine":
      return "limited";
    case "expire":
      return "expiring";
    case "revoke":
      return "unconfirmed";
    case undefined:
      return finding.outcome.kind === "already-gone" ? "unconfirmed" : null;
  }
}

/** Of a key that nothing was done about. */
function getOpenState({ kind, identity, possession, validity, outcome }: Finding): KeyState {
  const isWaiting = outcome.kind === "left" && /^(?:awaiting-approval|not-approved)$/.test(outcome.because);
  if (isWaiting) return "waiting";
  if (identity.kind === "foreign" || possession === "someone-else") return "stranger";
  if (validity.kind === "active") return "live";
  if (kind === "suspected") return "suspected";
  return identity.kind === "ours" || identity.kind === "ambiguous" ? "unsure" : "unchecked";
}
