import type { Confidence } from "./candidate.ts";
import type { Identity } from "./identity.ts";
import type { KeyRecord } from "./inventory.ts";
import type { OwnershipProof, Proof, TryKeys } from "./proof.ts";

/** What the operator allows. Read from the trusted side: never from the change itself. */
export type Policy = {
  tryKeys: TryKeys;
  onLeak: "report" | Containment["kind"];
  /** How long an expired key goes on working, in seconds, so that another can be put in its place. */
  grace: number;
  /** Ids or names of keys, projects and owners that are never contained automatically. */
  protect: readonly string[];
  /** More keys than this in one run: none is contained. */
  maxContained: number;
  /** Keys that were used so many seconds before the run or later wait for a person's word; 0 holds none back. */
  holdIfUsedWithin: number;
  /** Whether keys that the base had already are contained as well. */
  containPreexisting: boolean;
  /** Fingerprints of the keys that a person has approved: no other is contained. Null when nobody was asked. */
  approved: ReadonlySet<string> | null;
  /** Decide and say everything, and touch nothing. */
  dryRun: boolean;
  failOn: "leak" | "active" | "never";
  /** The fingerprint of the Admin API key this run works with, which must not saw off its own branch. */
  ownKey: string | null;
};

/** What a decision rests on. */
export type Case = {
  fingerprint: string;
  confidence: Confidence;
  /** Whether the base had the key already at every place where it was seen. */
  preexisting: boolean;
  identity: Identity;
  proof: Proof;
};

/** Why a key is left alone. */
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
  /** Its record says that it ends before the grace would be over. */
  | "expires-sooner"
  | "awaiting-approval"
  | "not-approved"
  | "already-inactive"
  | "not-tried"
  | "not-accepted"
  | "someone-else"
  | "unnamed"
  | "too-many";

/** What containment does to a record. */
export type Containment =
  /** Scopes are cut to a harmless minimum. */
  | { kind: "quarantine"; record: KeyRecord }
  /** It works for so many seconds more. */
  | { kind: "expire"; record: KeyRecord; grace: number }
  | { kind: "revoke"; record: KeyRecord };

/** What is to be done about a key. */
export type Decision =
  | Containment
  | { kind: "leave"; because: LeaveBecause }
  /** What would be done if this were no rehearsal. */
  | { kind: "rehearse"; act: Containment };

/**
 * The one place where it is decided that a key is contained: the operator asks for it, the key is ours alone, of a certain
 * shape, brought by this change, unprotected, proven by trying it, not waiting for approval, and there are not too many.
 * Returns the cases in their order, each with its decision.
 */
export function decide<Known extends Case>(
  cases: readonly Known[],
  policy: Policy,
  now: Date,
): readonly (Known & { decision: Decision })[] {
  const decided = cases.map((known) => ({ ...known, decision: decideAlone(known, policy, now) }));
  const isTooMany = decided.filter(({ decision }) => decision.kind !== "leave").length > policy.maxContained;
  return decided.map((known) => {
    const { decision } = known;
    if (decision.kind === "leave" || decision.kind === "rehearse") return known;
    if (isTooMany) return { ...known, decision: leave("too-many") };
    return policy.dryRun ? { ...known, decision: { kind: "rehearse", act: decision } } : known;
  });
}

/** Whether a key could be contained once a person asks for it and approves it. */
export function isContainable(known: Case, policy: Policy, now: Date): boolean {
  const onLeak = policy.onLeak === "report" ? "revoke" : policy.onLeak;
  const approving = { ...policy, onLeak, holdIfUsedWithin: 0, approved: null, dryRun: false };
  return decideAlone(known, approving, now).kind !== "leave";
}

function decideAlone(known: Case, policy: Policy, now: Date): Decision {
  const { fingerprint, confidence, preexisting, identity, proof } = known;
  if (fingerprint === policy.ownKey) return leave("own-admin-key");
  if (policy.onLeak === "report") return leave("report-only");
  switch (identity.kind) {
    case "foreign":
      return leave("not-ours");
    case "ambiguous":
      return leave("ambiguous");
    case "unchecked":
      // Revoked here before: the trial has said whether it stays dead.
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
  if (proof.possession !== "proven" || proof.validity.kind !== "active") return leave(unproven(proof));
  if (policy.approved && !policy.approved.has(fingerprint)) return leave("not-approved");
  if (!policy.approved && wasUsedWithin(record, policy.holdIfUsedWithin, now)) return leave("awaiting-approval");
  return containment(record, policy, policy.onLeak, now);
}

function containment(record: KeyRecord, policy: Policy, kind: Containment["kind"], now: Date): Decision {
  if (kind === "revoke") return { kind, record };
  if (record.home.kind === "organization") return leave("only-revocable");
  if (kind === "quarantine") return { kind, record };
  // A new expiry replaces the old one: a later one would lengthen the key's life.
  const ends = now.getTime() + policy.grace * 1000;
  if (record.expiresAt !== null && record.expiresAt.getTime() <= ends) return leave("expires-sooner");
  return { kind, record, grace: policy.grace };
}

function wasUsedWithin({ lastUsedAt }: KeyRecord, seconds: number, now: Date): boolean {
  return seconds > 0 && lastUsedAt !== null && lastUsedAt.getTime() >= now.getTime() - seconds * 1000;
}

function unproven({ possession, validity }: Proof): LeaveBecause {
  if (validity.kind === "inactive" && validity.because !== "refused") return "already-inactive";
  return possession === "proven" ? "not-accepted" : (possession satisfies Exclude<OwnershipProof, "proven">);
}

/** Names are compared as a person would: without regard to case, to spaces around them, or to how accents are coded. */
function isProtected({ id, name, home, owner }: KeyRecord, protect: readonly string[]): boolean {
  const guarded = new Set(protect.map(asSaid));
  return [id, name, home.id, home.name, owner?.id, owner?.name].some((word) => word && guarded.has(asSaid(word)));
}

function asSaid(word: string): string {
  return word.normalize("NFKC").trim().toLowerCase();
}

function leave(because: LeaveBecause): Decision {
  return { kind: "leave", because };
}
