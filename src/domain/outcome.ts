import type { Containment, LeaveBecause } from "./decision.ts";

/** Why containment was not carried out, or not to its end. Our words: OpenAI's own text may quote the key. */
export type FailedBecause =
  | "not-permitted"
  | "rate-limited"
  | "server-error"
  | "network"
  /** The answer was none that we understand, so that nothing is known of the key. */
  | "not-understood"
  /** OpenAI said it is deleted, and still lists it. */
  | "still-listed"
  /** The record was no longer the one that was listed: somebody changed it in between. */
  | "changed"
  /** OpenAI took the change, and the record does not show it. */
  | "not-taken"
  /** OpenAI understood and refused, as for an expiry or a scope that a policy of the organisation forbids. */
  | "refused"
  /** Something of ours broke. */
  | "unexpected";

/** Why nothing was done. */
export type RefusedBecause =
  | "no-admin-key"
  /** OpenAI refused the act: the Admin API key lacks the scope for it. */
  | "read-only-admin-key"
  /** The audit file could not be written: what is not recorded is not done. */
  | "not-recorded"
  /** The run was told to stop before this key's turn. */
  | "cancelled";

/** What was done to a key, and what of it was seen to hold. */
export type Contained = {
  kind: "contained";
  /** What was done in the end, which may be the next best thing to what was decided. */
  by: Containment["kind"];
  /**
   * Revoked: the record is gone and the key was refused when tried again. Expiring: the record shows the date.
   * Quarantined: the key was refused what it could do before.
   */
  verified: boolean;
  /** Whether the key was refused altogether when it was tried again. */
  stopped: boolean;
  at: Date;
  /** When an expiring key ends; null for the other two. */
  endsAt: Date | null;
  /** What a quarantined key was allowed before, so that a person can restore it; null where that is not known. */
  scopesBefore: readonly string[] | null;
};

/** How containment ended. Anything not understood is `failed`, never `contained`. */
export type Outcome =
  | Contained
  /** The record was gone when we came. */
  | { kind: "already-gone" }
  /** A dry run: everything but the act. */
  | { kind: "rehearsed"; because: `would-${Containment["kind"]}` }
  | { kind: "refused"; because: RefusedBecause }
  | { kind: "failed"; because: FailedBecause }
  | { kind: "left"; because: LeaveBecause };
