import { type KeyKind } from "./candidate.js";
import type { Identity } from "./identity.js";
import type { Validity } from "./validity.js";
/**
 * Whose key a trial showed the text to be. A record's visible ends prove nothing: whoever has seen them can write a
 * look-alike. Only a text that OpenAI accepts, for our organisation and the record's owner, is proven.
 */
export type OwnershipProof = "proven"
/** Accepted, but for another organisation or user than the record's. */
 | "someone-else"
/** Accepted for our organisation, but the answer did not say for which person. */
 | "owner-unnamed"
/** Accepted, but the answer did not say for whom. */
 | "unnamed"
/** Not accepted: the text is not that key, or the key no longer works, or the answer was not understood. */
 | "not-accepted" | "not-tried";
/** What a key may do: more than quarantine leaves it, or only that; `untold` when that is not known. */
export type ScopeReach = "wide" | "narrow" | "untold";
/** The result of one read-only request with a key. */
export type Proof = {
    validity: Validity;
    possession: OwnershipProof;
};
/** Which keys may be tried: `own` are those that the inventory says are ours. */
export type TryKeys = "own" | "all" | "none";
/**
 * Whether a key may be tried. Another organisation's key is not, unless the operator says so. `remembered` means that this
 * tool has contained the key before: it is then in no inventory any more, and only a trial shows that it stays dead. A token
 * of Codex or ChatGPT is never tried: another host answers for it, and tells whose account it is.
 */
export declare function mayTry(kind: KeyKind, identity: Identity, tryKeys: TryKeys, remembered: boolean): boolean;
/**
 * The proof of a key that was not tried, from its record: a listed key counts as working until it expires. `expiresAt`: when
 * a token ends by its own word, which nobody can change without breaking its signature.
 */
export declare function createUntriedProof(identity: Identity, now: Date, expiresAt?: Date): Proof;
