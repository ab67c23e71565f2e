import type { LeaveBecause } from "./decision.ts";

/** Why containment was not carried out, or not to its end. Our words: OpenAI's own text may quote the key. */
export type FailedBecause =
  | "not-permitted"
  | "rate-limited"
  | "server-error"
  | "network"
  /** The answer was none that we understand, so that nothing is known of the key. */
  | "not-understood"
  /** OpenAI said it is deleted, and still lists it. */
  | "still-listed";

/** How containment ended. Anything not understood is `failed`, never `contained`. */
export type Outcome =
  /** `verified`: the record is gone and the key was refused when it was tried again. */
  | { kind: "contained"; verified: boolean; at: Date }
  /** The record was gone when we came. */
  | { kind: "already-gone" }
  /** A dry run: everything but the act. */
  | { kind: "rehearsed"; because: "would-revoke" }
  | { kind: "refused"; because: "no-admin-key" }
  | { kind: "failed"; because: FailedBecause }
  | { kind: "left"; because: LeaveBecause };
