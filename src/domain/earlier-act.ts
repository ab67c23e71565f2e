import type { Identity } from "./identity.ts";
import type { Actor } from "./impact.ts";
import type { OwnershipProof, Proof, ScopeReach } from "./proof.ts";

/** What an earlier run did to a key. */
export type EarlierAct = {
  kind: "quarantine" | "expire" | "revoke";
  /** The id of the record that it was done to. */
  recordId: string;
  at: Date;
  /** Who did it: who started the run, by their login on GitHub or by a name, or the Admin API key it used. */
  by: Actor | null;
  /** When an expiring key stops working; null for the other two. */
  endsAt: Date | null;
  /** The scopes of a quarantined key before; null where they are not known. */
  scopesBefore: readonly string[] | null;
  knownFrom: "audit-file" | "audit-log";
  /**
   * Whether it holds. Confirmed: OpenAI shows it. Plausible: the key does no more than it would after the act, and OpenAI
   * shows neither this nor that. Pending: it was done, and the key was not yet seen to be stopped by it.
   */
  standing: "confirmed" | "plausible" | "pending";
};

/** What makes us sure that a text is the key of a record, where the key can no longer say whose it is. */
export type EarlierProof =
  /** The operator's audit file has a line of an act on this key and record: an act begins only on a key that is proven. */
  | { kind: "audit-file"; fingerprint: string; recordId: string }
  /** OpenAI's audit log has the quarantine of this record, by us. `reach` is what the text that was found may do. */
  | { kind: "audit-log"; recordId: string; reach: ScopeReach };

/** What is known of earlier acts on a key. */
export type EarlierFacts = { act: EarlierAct | null; proof: EarlierProof | null };

/** Of most keys. */
export const NOTHING_EARLIER: EarlierFacts = { act: null, proof: null };

/** A change of a record, as OpenAI's audit log has it. `isOurs`: it was made with the Admin API key of this run. */
export type LoggedChange = { at: Date; by: Actor | null; isOurs: boolean };

/** What OpenAI's audit log has of the changes of a record, as far as containing it is concerned. */
export type RecordHistory = {
  /**
   * The change that left it quarantine's scopes alone, and that no later one undid; ours where one of ours is among those.
   * `scopesBefore` is null where the log does not say. `isLast` is false where a later change may be one of its scopes.
   */
  quarantine: (LoggedChange & { scopesBefore: readonly string[] | null; isLast: boolean }) | null;
  /** When its scopes were last changed to others; null where that is not known of. */
  widenedAt: Date | null;
  /** The last change of its expiry. */
  expiry: (LoggedChange & { endsAt: Date }) | null;
};

/** Whose key a text is: by this run's trial or, where the owner could not be named any more, by an earlier act. */
export type Possession = Exclude<OwnershipProof, "owner-unnamed"> | "proven-before";

/**
 * Decides whose key a text is. A quarantined key of a person cannot say any more who that is: OpenAI refuses it that for
 * want of a scope. An earlier act of ours is proof instead, and only together with what OpenAI says of the text today, which
 * nobody can plant:
 *
 * - OpenAI accepts the text, for our organisation, and refuses nothing but scopes. A look-alike, which is all that somebody
 *   can write who has seen a record's visible ends, is not accepted at all.
 * - Of a complete list of our keys the record is the only one that fits (the identity is `ours`).
 * - The audit file has a line with this fingerprint and this record: when the act began, this very text was proven to be
 *   this record's key, and the text of a record never changes. Or OpenAI's audit log has our own quarantine of this record,
 *   still in force, and the text may do just what that leaves. The log knows no fingerprint: that the text is the record's
 *   key follows from the other two, for kinds of keys that are always listed. It counts for no other kind.
 *
 * A forged audit file gains nothing by it but what the text gains by being one of our keys that leaked. What a comment
 * remembers is no proof: others who write by the same name could have planted it.
 */
export function decidePossession(known: {
  fingerprint: string;
  identity: Identity;
  proof: Proof;
  earlier: EarlierFacts;
}): Possession {
  const { identity, proof, earlier, fingerprint } = known;
  const { possession, validity } = proof;
  const isProven = identity.kind === "ours" && isProof(earlier.proof, fingerprint, identity.record.id);
  if (possession === "owner-unnamed") {
    return isProven && validity.because === "restricted" ? "proven-before" : "unnamed";
  }
  // Refused, and known by the audit file to be the record's key: it is that key, dead, and no look-alike.
  const isDead = possession === "not-accepted" && validity.because === "refused";
  return isProven && isDead && earlier.proof?.kind === "audit-file" ? "proven-before" : possession;
}

function isProof(proof: EarlierProof | null, fingerprint: string, recordId: string): boolean {
  if (proof === null || proof.recordId !== recordId) return false;
  return proof.kind === "audit-file" ? proof.fingerprint === fingerprint : proof.reach === "narrow";
}

/** Whether an earlier run has quarantined the record, and the key is seen to be held by that: doing it again adds nothing. */
export function isHeldInQuarantine({ act }: EarlierFacts, recordId: string): boolean {
  return act?.kind === "quarantine" && act.recordId === recordId && act.standing !== "pending";
}
