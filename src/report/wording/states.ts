import type { KeyKind } from "../../domain/candidate.ts";
import type { Containment, LeaveBecause } from "../../domain/decision.ts";
import type { Gap, GapKind } from "../../domain/gap.ts";
import type { Identity, UncheckedBecause } from "../../domain/identity.ts";
import type { Contained, FailedBecause, Outcome, RefusedBecause } from "../../domain/outcome.ts";
import type { ActiveBecause, InactiveBecause, UnknownBecause, Validity } from "../../domain/validity.ts";
import { formatTime } from "../numbers.ts";

/** What a reader calls each kind of key. */
export const KIND_NAMES = {
  project: "project key",
  "service-account": "service-account key",
  admin: "admin key",
  user: "legacy user key",
  named: "named key",
  suspected: "suspected key",
} as const satisfies Record<KeyKind, string>;

/** What a reader calls each kind of gap. */
export const GAP_NAMES = {
  "missing-object": "missing object",
  unreadable: "unreadable",
  miscounted: "miscounted",
  unfetched: "not fetched",
  lfs: "Git LFS",
  archive: "archive",
  "self-test": "self-test",
  inventory: "list of keys",
  "audit-file": "audit file",
  protect: "protect",
  approved: "approved",
  paths: "paths",
  "no-admin-key": "no admin key",
} as const satisfies Record<GapKind, string>;

const GAP_TITLES: Partial<Record<GapKind, string>> = {
  "self-test": "The self-test failed",
  protect: "An entry of protect fits nothing",
  approved: "An approved key was not found",
  paths: "A glob of paths matches no file",
};

/** What was not read, and why. */
export function describeGap({ kind, detail }: Gap): { name: string; title: string; detail: string } {
  const name = GAP_NAMES[kind];
  return { name, title: GAP_TITLES[kind] ?? `Not seen: ${name}`, detail };
}

/** What gaps mean for the reader. */
export const GAPS_WARNING = "There may be keys in what was not seen, so that this report does not say clean.";

const ACTIVE = {
  accepted: "OpenAI accepted it",
  restricted: "OpenAI accepted it, with restricted permissions",
  "ip-not-authorized": "it works, from other IP addresses",
  "wrong-region": "it works, in another region",
  "rate-limited": "OpenAI knows it, and asked to slow down",
  "no-quota": "it works, and has no quota left for now",
  listed: "not tried, and OpenAI lists it as working",
} as const satisfies Record<ActiveBecause, string>;

const INACTIVE = {
  refused: "OpenAI refused it",
  expired: "it has expired",
  "account-deactivated": "its account is deactivated for now",
  "project-dormant": "its project is archived or its owner left, for now",
  "token-invalidated": "OpenAI has invalidated it",
  deleted: "it is deleted",
} as const satisfies Record<InactiveBecause, string>;

const UNKNOWN = {
  "not-tried": "it was not tried",
  "unsupported-country": "OpenAI does not answer from this country or region",
  "server-error": "OpenAI had a server error",
  network: "OpenAI could not be reached",
  unreadable: "OpenAI's answer was not understood",
} as const satisfies Record<UnknownBecause, string>;

const UNCHECKED = {
  "no-admin-key": "no Admin API key was given to ask with",
  "inventory-incomplete": "OpenAI's list of keys could not be read in full",
  "not-listed-by-openai": "OpenAI lists no keys of this kind",
  "created-after-sighting": "the one key whose ends fit is younger than this leak",
  "contained-before": "an earlier run says that it contained it, and no list has it",
} as const satisfies Record<UncheckedBecause, string>;

const FAILED = {
  "not-permitted": "the Admin API key may not change keys",
  "rate-limited": "OpenAI asked to slow down",
  "server-error": "OpenAI had a server error",
  network: "OpenAI could not be reached",
  "not-understood": "OpenAI's answer was not understood",
  "still-listed": "OpenAI said it is deleted, and still lists it",
  changed: "somebody changed its record in the meantime",
  "not-taken": "OpenAI took the change, and the record does not show it",
  refused: "OpenAI refused it, as a policy of the organisation may want",
  unexpected: "something broke here, and nobody knows how far it got",
} as const satisfies Record<FailedBecause, string>;

const LEFT = {
  "report-only": "on-leak is report",
  "not-ours": "it is no key of this organisation",
  ambiguous: "more than one key of this organisation fits it",
  unchecked: "nobody could say whose it is",
  "not-certain": "its shape is not certain",
  "own-admin-key": "it is the Admin API key this run works with",
  protected: "it is on the protect list",
  preexisting: "it was here before this change",
  "already-inactive": "it is inactive already",
  "already-contained": "an earlier run has done it already",
  "not-tried": "it was not tried, so it is not proven whose it is",
  "not-accepted": "OpenAI did not accept it, so it is not proven whose it is",
  "someone-else": "OpenAI accepted it for somebody else",
  unnamed: "OpenAI accepted it without saying for whom",
  "only-revocable": "admin keys can be revoked, and nothing less",
  "expires-sooner": "it expires sooner than the grace would be over",
  "awaiting-approval": "it was used recently, so it waits for approval",
  "not-approved": "it is not among the approved keys",
  "unmatched-entry": "an entry of protect or approved fits nothing",
  "too-many": "more keys than max-contained would have been contained",
} as const satisfies Record<LeaveBecause, string>;

const REFUSED = {
  "no-admin-key": "no Admin API key was given",
  "read-only-admin-key": "the Admin API key may only read",
  "not-recorded": "the audit file could not be written",
  cancelled: "the run was told to stop before its turn",
} as const satisfies Record<RefusedBecause, string>;

/** What containment does to a key: as something done, and as something begun, before the name of the key. */
export const ACTIONS = {
  quarantine: { done: "quarantined", doing: "quarantining" },
  expire: { done: "set to expire", doing: "giving an expiry to" },
  revoke: { done: "revoked", doing: "revoking" },
} as const satisfies Record<Containment["kind"], { done: string; doing: string }>;

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

/** A state in words: its own word first, as in the JSON report, then why. */
export function describeState(state: Validity | Identity | Outcome): string {
  switch (state.kind) {
    case "active":
    case "inactive":
    case "unknown":
      return `${state.kind}: ${explainValidity(state)}`;
    case "ours":
      return "ours";
    case "ambiguous":
      return `ambiguous: ${state.candidates.length} keys of this organisation fit it`;
    case "foreign":
      return "foreign: no key of this organisation fits it";
    case "unchecked":
      return `unchecked: ${UNCHECKED[state.because]}`;
    case "contained":
      return describeContained(state);
    case "already-gone":
      return "already gone: OpenAI no longer lists it";
    case "rehearsed":
      return `dry run: it would have been ${ACTIONS[REHEARSED[state.because]].done}`;
    case "refused":
      return `not contained: ${REFUSED[state.because]}`;
    case "failed":
      return `containment failed: ${FAILED[state.because]}`;
    case "left":
      return `left alone: ${LEFT[state.because]}`;
    default:
      return state satisfies never;
  }
}

const REHEARSED = {
  "would-quarantine": "quarantine",
  "would-expire": "expire",
  "would-revoke": "revoke",
} as const satisfies Record<(Outcome & { kind: "rehearsed" })["because"], Containment["kind"]>;

function describeContained({ by, verified, stopped, endsAt }: Contained): string {
  const doubt = verified ? "" : ", not yet confirmed";
  switch (by) {
    case "quarantine":
      return `quarantined${verified ? ": it may read the names of models and nothing else" : doubt}`;
    case "expire":
      if (stopped) return "expired, and refused when tried again";
      return `set to expire${endsAt === null ? "" : ` at ${formatTime(endsAt)}`}${doubt}`;
    case "revoke":
      return `revoked${verified ? ", and refused when tried again" : doubt}`;
    default:
      return by satisfies never;
  }
}
