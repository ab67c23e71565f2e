import { isToken } from "../../../domain/candidate.ts";
import type { Finding } from "../../../domain/finding.ts";
import type { ActiveBecause, InactiveBecause, UnknownBecause, Validity } from "../../../domain/validity.ts";
import { getContainment } from "../../evidence.ts";
import { formatTimeNear } from "../../numbers.ts";
import { getState, type KeyState } from "../../state.ts";

const ACTIVE = {
  accepted: "OpenAI accepts it",
  restricted: "OpenAI accepts it, with restricted permissions",
  "ip-not-authorized": "OpenAI accepts it from other IP addresses",
  "wrong-region": "OpenAI accepts it in another region",
  "rate-limited": "OpenAI knows it and asked us to slow down",
  "no-quota": "OpenAI accepts it, but its quota is used up for now",
  listed: "OpenAI lists it as working; it was not tried",
} as const satisfies Record<ActiveBecause, string>;

const INACTIVE = {
  refused: "OpenAI refuses it",
  expired: "it has expired",
  "account-deactivated": "its account is deactivated for now",
  "project-dormant": "its project is archived or its owner left",
  "token-invalidated": "OpenAI has invalidated it",
  deleted: "it was deleted",
} as const satisfies Record<InactiveBecause, string>;

const UNKNOWN = {
  "not-tried": "it was not tried",
  "unsupported-country": "OpenAI does not answer from this country or region",
  "server-error": "OpenAI answered with a server error",
  network: "OpenAI could not be reached",
  unreadable: "OpenAI's answer could not be understood",
} as const satisfies Record<UnknownBecause, string>;

/** Why a key counts as active, inactive or unknown. */
export function explainValidity(validity: Validity): string {
  switch (validity.kind) {
    case "active":
      return ACTIVE[validity.because];
    case "inactive":
      return INACTIVE[validity.because];
    case "unknown":
      return UNKNOWN[validity.because];
    default:
      return validity satisfies never;
  }
}

/** Why a key counts as it does, with what was done to it. */
export function explainWorks(finding: Finding): string {
  if (isToken(finding.kind) && finding.validity.because === "not-tried")
    return "this tool tries no tokens of this kind";
  if (getState(finding) !== "limited") return explainValidity(finding.validity);
  return getContainment(finding)?.verified
    ? "it can only read the names of models"
    : "it was quarantined, which is not confirmed yet";
}

/** Whether a key works, in a word or two. `now` is the reader's time. */
export function describeWorks(finding: Finding, now: Date | null): string {
  const state = getState(finding);
  if (state === "expiring") {
    const end = getContainment(finding)?.endsAt ?? null;
    return end === null ? "until it expires" : `until ${formatTimeNear(end, now)}`;
  }
  return WORDS[state] ?? BY_VALIDITY[finding.validity.kind];
}

const WORDS: Partial<Record<KeyState, string>> = {
  unconfirmed: "not confirmed",
  unsure: "unknown",
  limited: "limited",
};

const BY_VALIDITY = { active: "yes", inactive: "no", unknown: "not checked" } as const satisfies Record<
  Validity["kind"],
  string
>;

/** The mark of each state, which carries the colour in Markdown. The word always stands beside it. */
export const MARKS = {
  live: "🔴",
  waiting: "🔴",
  unconfirmed: "🟡",
  unsure: "⚠️",
  stranger: "🔴",
  unchecked: "🔴",
  suspected: "⚠️",
  expiring: "🟡",
  limited: "🟡",
  inactive: "🟠",
  fake: "🟠",
  resolved: "✅",
  preexisting: "⚠️",
  ignored: "✅",
} as const satisfies Record<KeyState, string>;
