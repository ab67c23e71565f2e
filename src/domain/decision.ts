import type { Confidence } from "./candidate.ts";
import { decidePossession, type EarlierFacts, isHeldInQuarantine, type Possession } from "./earlier-act.ts";
import type { Identity } from "./identity.ts";
import type { KeyRecord } from "./inventory.ts";
import type { Proof, TryKeys } from "./proof.ts";
import { isProtected, type UnmatchedEntry } from "./protection.ts";
import type { Validity } from "./validity.ts";

/** What the operator allows. Comes from the trusted side, never from the change itself. */
export type Policy = {
  tryKeys: TryKeys;
  /** `rotate` expires a key as `expire` does, once its successor is where the key is known to be kept. */
  onLeak: "report" | Containment["kind"] | "rotate";
  /** How many seconds a key keeps working after `expire` and `rotate`, so that it can be replaced meanwhile. */
  grace: number;
  /** Ids or names of keys, projects and owners that are never contained automatically. */
  protect: readonly string[];
  /** When a run would contain more keys than this, it contains none. */
  maxContained: number;
  /** Keys that were used within this many seconds before the run wait for approval; 0 turns this off. */
  holdIfUsedWithin: number;
  /** Whether keys that the base already had are contained too. */
  containPreexisting: boolean;
  /** Fingerprints of the keys that a person approved: no other is contained. Null when no approval is needed. */
  approved: ReadonlySet<string> | null;
  /** Whether each of the approved keys has to be found. Those of a report handed back may be gone by now. */
  mustFindApproved: boolean;
  /** Whether to decide and report everything, and change nothing. */
  dryRun: boolean;
  failOn: "leak" | "active" | "never";
  /** The fingerprint of the Admin API key of this run, which must not revoke itself. */
  ownKey: string | null;
};

/** Everything that a decision about a key that leaked rests on. */
export type LeakCase = {
  fingerprint: string;
  confidence: Confidence;
  /** Whether the base already had the key wherever it was seen. */
  preexisting: boolean;
  identity: Identity;
  proof: Proof;
  /** What earlier runs did to it. */
  earlier: EarlierFacts;
};

/** What an operator may ask to be done with every key that a rule of an audit finds. */
export type RuleAct = { kind: "expire"; grace: number } | { kind: "revoke" };

/**
 * Everything that a decision about a key rests on that a rule of an audit found. Nobody has its text: the operator's rule
 * names the record itself, so that there is no possession to prove.
 */
export type RuleCase = {
  record: KeyRecord;
  asked: RuleAct;
  /** Whether it is the Admin API key of this run, or may be. */
  mayBeOwn: boolean;
  /** Whether an exception of the audit's policy counts for it. */
  isExcepted: boolean;
  /** Whether all that the rule rests on was read to its end. */
  isFullyKnown: boolean;
  /** Whether the rule found that nobody uses it: a use after it was listed then holds it back. */
  mustBeUnused: boolean;
  /** The last use that is known of from anywhere; null for none, `unknown` where nobody can say that there was none. */
  lastUse: Date | null | "unknown";
};

/**
 * Everything that a decision about a key rests on that a rotation needs no more: the one that was replaced, or one that the
 * rotation created and whose text was lost. Nobody has its text.
 */
export type RotationCase = {
  record: KeyRecord;
  /**
   * `replaced`: its successor stands in all its places. `superseded`: the rotation created it, and it stands, or stood, in
   * some of them. `unstored`: the rotation created it, and it stands nowhere.
   */
  role: "replaced" | "superseded" | "unstored";
  /** How many seconds it goes on working; 0 revokes it at once. One that stands nowhere is always revoked. */
  overlap: number;
  /** Whether it is the Admin API key of this run, or may be. */
  mayBeOwn: boolean;
  /** Whether the key that stands in its place was seen in use. `not-watched`: the operator chose not to wait for that. */
  successor: "seen" | "unseen" | "not-watched";
  /** Whether it is still being used; null where nobody can say. Not asked where nobody watches. */
  isInUse: boolean | null;
};

/** Everything that a decision rests on. */
export type Case = LeakCase | RuleCase | RotationCase;

/** Why a key is not contained. */
export type LeaveBecause =
  | "report-only"
  | "not-ours"
  | "ambiguous"
  | "unchecked"
  | "not-certain"
  | "own-admin-key"
  | "protected"
  | "preexisting"
  /** Admin keys can be deleted and nothing less: OpenAI has no scopes or new expiry for them. */
  | "only-revocable"
  /** Its record says that it expires before the grace would end. */
  | "expires-sooner"
  | "awaiting-approval"
  | "not-approved"
  | "already-inactive"
  /** An earlier run did it, and it holds. */
  | "already-contained"
  | "not-tried"
  | "not-accepted"
  | "someone-else"
  | "unnamed"
  /** An entry of `protect` or `approved` fits nothing: it may have been meant for this key. */
  | "unmatched-entry"
  | "too-many"
  /** An exception of the audit's policy counts for it. */
  | "excepted"
  /** Something that the audit's rule rests on could not be read to its end. */
  | "not-fully-known"
  /** It was used within the time that holds keys back; an audit has no approvals. */
  | "used-recently"
  /** The key that is to replace it was not seen in use. */
  | "successor-unseen"
  /** It is still being used, though its successor is, too. */
  | "still-in-use"
  /** When it was last used could not be read. */
  | "use-unknown"
  /** The operator was asked on a terminal, and said no. */
  | "declined";

/**
 * A key that is about to be contained, as the operator sees it before answering. The mask is null where nobody has its
 * text; `why` is then what the audit found.
 */
export type PlannedAct = { mask: string | null; act: Containment; why?: string };

/** What to do to a key. `ifUnused`: only if its record shows no later use than when it was listed. */
export type Containment =
  /** Reduce its scopes to a harmless minimum. */
  | { kind: "quarantine"; record: KeyRecord; ifUnused?: true }
  /** Let it expire after this many seconds. */
  | { kind: "expire"; record: KeyRecord; grace: number; ifUnused?: true }
  | { kind: "revoke"; record: KeyRecord; ifUnused?: true };

/** The kinds of containment, from the mildest to the last. */
export const CONTAINMENT_KINDS = ["quarantine", "expire", "revoke"] as const satisfies readonly Containment["kind"][];

/** What may be done about a leaked key that is ours and proven. */
export const LEAK_ACTS = ["report", ...CONTAINMENT_KINDS, "rotate"] as const satisfies readonly Policy["onLeak"][];

/** What was decided about a key. */
export type Decision =
  | Containment
  | { kind: "leave"; because: LeaveBecause }
  /** What would be done if this were not a dry run. */
  | { kind: "rehearse"; act: Containment };

/**
 * The one place where it is decided that a key is contained. Of one that leaked: the operator asks for it, the key is ours
 * alone, of a certain shape, brought by this change, unprotected, proven by trying it, and not waiting for approval. Of one
 * that a rule of an audit found: the operator asks for that rule, no exception counts, all that the rule rests on is known,
 * and the key is unprotected and unused of late. Of one that a rotation replaced: it is unprotected, its successor is used,
 * and itself it is not. Of all: every entry of the operator's lists fits something (`unmatched` are those that do not), and
 * there are not too many. Returns the cases in their order, each with its decision.
 */
export function decide<Known extends Case>(
  cases: readonly Known[],
  policy: Policy,
  now: Date,
  unmatched: readonly UnmatchedEntry[],
): readonly (Known & { decision: Decision })[] {
  const decided = cases.map((known) => ({ ...known, decision: decideAlone(known, policy, now) }));
  // What a rotation created itself is no key of the operator's that could be too many.
  const counting = decided.filter((known) => !("role" in known) || known.role === "replaced");
  const toContain = counting.flatMap(({ decision }) => (isContainment(decision) ? [decision.record.id] : []));
  const isTooMany = !isWithinCap(toContain, policy);
  return decided.map((known) => {
    const { decision } = known;
    if (decision.kind === "leave" || decision.kind === "rehearse") return known;
    if (unmatched.length > 0) return { ...known, decision: leave("unmatched-entry") };
    if (isTooMany) return { ...known, decision: leave("too-many") };
    return policy.dryRun ? { ...known, decision: { kind: "rehearse", act: decision } } : known;
  });
}

/** Whether a decision changes a key. */
export function isContainment(decision: Decision): decision is Containment {
  return decision.kind !== "leave" && decision.kind !== "rehearse";
}

/**
 * Whether keys of so many records may be contained in one run. A record has one key: however many texts resemble it, no
 * more than one of them is contained. So a key may be contained before all others were tried, where this holds of its
 * record, of those that keys were contained of, and of all that an untried text resembles.
 */
export function isWithinCap(records: Iterable<string>, { maxContained }: Pick<Policy, "maxContained">): boolean {
  return new Set(records).size <= maxContained;
}

/** Whether a key could be contained once a person asks for it and approves it, and the lists are as they are now. */
export function isContainable(
  known: LeakCase,
  policy: Policy,
  now: Date,
  unmatched: readonly UnmatchedEntry[],
): boolean {
  if (unmatched.some(({ setting }) => setting === "protect")) return false;
  const onLeak = policy.onLeak === "report" ? "revoke" : policy.onLeak;
  const approving = { ...policy, onLeak, holdIfUsedWithin: 0, approved: null, dryRun: false };
  const decision = decideLeak(known, approving, now);
  // A key in quarantine can still be revoked.
  return decision.kind !== "leave" || decision.because === "already-contained";
}

function decideAlone(known: Case, policy: Policy, now: Date): Decision {
  if ("asked" in known) return decideByRule(known, policy, now);
  return "role" in known ? decideRotated(known, policy, now) : decideLeak(known, policy, now);
}

function decideRotated(known: RotationCase, policy: Policy, now: Date): Decision {
  const { record, role, overlap, successor, isInUse } = known;
  if (known.mayBeOwn) return leave("own-admin-key");
  if (isProtected(record, policy.protect)) return leave("protected");
  if (record.expiresAt !== null && record.expiresAt <= now) return leave("already-inactive");
  if (role === "unstored") return { kind: "revoke", record };
  if (successor === "unseen") return leave("successor-unseen");
  const isWatched = successor === "seen";
  if (isWatched && isInUse === null) return leave("use-unknown");
  if (isWatched && isInUse) return leave("still-in-use");
  const decision = containment(record, overlap > 0 ? "expire" : "revoke", overlap, now);
  // Between the last look and the act somebody may use it.
  return isContainment(decision) && isWatched ? { ...decision, ifUnused: true } : decision;
}

function decideByRule(known: RuleCase, policy: Policy, now: Date): Decision {
  const { record, asked, lastUse } = known;
  if (known.mayBeOwn) return leave("own-admin-key");
  if (known.isExcepted) return leave("excepted");
  if (!known.isFullyKnown) return leave("not-fully-known");
  if (isProtected(record, policy.protect)) return leave("protected");
  if (record.expiresAt !== null && record.expiresAt <= now) return leave("already-inactive");
  const isHeld = lastUse === "unknown" ? policy.holdIfUsedWithin > 0 : wasUsedWithin(lastUse, policy, now);
  if (isHeld) return leave("used-recently");
  const decision = containment(record, asked.kind, asked.kind === "expire" ? asked.grace : 0, now);
  const isForUnused = known.mustBeUnused || policy.holdIfUsedWithin > 0;
  return isContainment(decision) && isForUnused ? { ...decision, ifUnused: true } : decision;
}

function decideLeak(known: LeakCase, policy: Policy, now: Date): Decision {
  const { fingerprint, confidence, preexisting, identity, proof } = known;
  if (fingerprint === policy.ownKey) return leave("own-admin-key");
  if (policy.onLeak === "report") return leave("report-only");
  switch (identity.kind) {
    case "foreign":
      return leave("not-ours");
    case "ambiguous":
      return leave("ambiguous");
    case "unchecked":
      // Contained here before: the trial has shown whether it is still dead.
      return leave(
        identity.because === "contained-before" && proof.validity.kind === "inactive"
          ? "already-inactive"
          : "unchecked",
      );
    case "ours":
      break;
    default:
      return identity satisfies never;
  }
  const { record } = identity;
  if (confidence !== "certain") return leave("not-certain");
  if (preexisting && !policy.containPreexisting) return leave("preexisting");
  if (isProtected(record, policy.protect)) return leave("protected");
  const possession = decidePossession(known);
  if (!isOurs(possession) || proof.validity.kind !== "active") return leave(explainDoubt(possession, proof.validity));
  if (policy.onLeak === "quarantine" && isHeldInQuarantine(known.earlier, record.id)) return leave("already-contained");
  if (policy.approved && !policy.approved.has(fingerprint)) return leave("not-approved");
  if (!policy.approved && wasUsedWithin(record.lastUsedAt, policy, now)) return leave("awaiting-approval");
  return containment(record, policy.onLeak === "rotate" ? "expire" : policy.onLeak, policy.grace, now);
}

function containment(record: KeyRecord, kind: Containment["kind"], grace: number, now: Date): Decision {
  if (kind === "revoke") return { kind, record };
  if (record.home.kind === "organization") return leave("only-revocable");
  if (kind === "quarantine") return { kind, record };
  // A new expiry replaces the old one: a later one would extend the key's life.
  const ends = now.getTime() + grace * 1000;
  if (record.expiresAt !== null && record.expiresAt.getTime() <= ends) return leave("expires-sooner");
  return { kind, record, grace };
}

function wasUsedWithin(lastUse: Date | null, { holdIfUsedWithin }: Policy, now: Date): boolean {
  if (holdIfUsedWithin === 0 || lastUse === null) return false;
  return lastUse.getTime() >= now.getTime() - holdIfUsedWithin * 1000;
}

type Proven = "proven" | "proven-before";

function isOurs(possession: Possession): possession is Proven {
  return possession === "proven" || possession === "proven-before";
}

function explainDoubt(possession: Possession, validity: Validity): LeaveBecause {
  const isKnown = possession === "proven-before";
  if (validity.kind === "inactive" && (isKnown || validity.because !== "refused")) return "already-inactive";
  return isOurs(possession) ? "not-accepted" : (possession satisfies Exclude<Possession, Proven>);
}

function leave(because: LeaveBecause): Decision {
  return { kind: "leave", because };
}
