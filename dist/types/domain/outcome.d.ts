import type { Containment, LeaveBecause } from "./decision.js";
/** Why containment failed. In our own words, because OpenAI's may quote the key. */
export type FailedBecause = "not-permitted" | "rate-limited" | "server-error" | "network"
/** The answer could not be understood, so that nothing is known about the key. */
 | "not-understood"
/** OpenAI said that it is deleted, and still lists it. */
 | "still-listed"
/** The record is no longer the one that was listed: somebody changed it in between. */
 | "changed"
/** OpenAI accepted the change, and the record does not show it. */
 | "not-taken"
/** OpenAI refused, for example because the organisation forbids such an expiry or scope. */
 | "refused"
/** Something of ours broke. */
 | "unexpected";
/** Why nothing was done. */
export type RefusedBecause = "no-admin-key"
/** OpenAI refused the act: the Admin API key lacks the scope for it. */
 | "read-only-admin-key"
/** The audit file could not be written: what cannot be recorded is not done. */
 | "not-recorded"
/** The run was cancelled before this key's turn. */
 | "cancelled";
/** What was done to a key, and how much of it was verified. */
export type Contained = {
    kind: "contained";
    /** What was done in the end, which may be less than what was decided. */
    by: Containment["kind"];
    /**
     * Revoked: the record is gone and the key was refused when tried again; where nobody has its text, neither the record
     * nor the list has it. Expiring: the record shows the date.
     * Quarantined: the key was refused what it could do before.
     */
    verified: boolean;
    /** Whether OpenAI refused the key when it was tried again. A key whose text nobody has is not tried. */
    stopped: boolean;
    at: Date;
    /** When an expiring key stops working; null for the other two. */
    endsAt: Date | null;
    /** The scopes of a quarantined key before, so that a person can restore them; null where they are not known. */
    scopesBefore: readonly string[] | null;
};
/** How containment ended. Anything not understood is `failed`, never `contained`. */
export type Outcome = Contained
/** The record was gone before containment began. */
 | {
    kind: "already-gone";
}
/** A dry run: everything but the containment. */
 | {
    kind: "rehearsed";
    because: `would-${Containment["kind"]}`;
} | {
    kind: "refused";
    because: RefusedBecause;
} | {
    kind: "failed";
    because: FailedBecause;
} | {
    kind: "left";
    because: LeaveBecause;
};
