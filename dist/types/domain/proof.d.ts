import type { Identity } from "./identity.js";
import type { Validity } from "./validity.js";
/**
 * Whose the found text showed itself to be when it was tried. A record's visible ends prove nothing: whoever saw them
 * can write a look-alike, so only a text that OpenAI accepts, for our organisation and the record's owner, is proven.
 */
export type OwnershipProof = "proven"
/** Accepted, but for another organisation or another user than the record's. */
 | "someone-else"
/** Accepted, but the answer did not say for whom. */
 | "unnamed"
/** Refused or not understood: the text is not that key, or the key no longer works, or nobody could say. */
 | "not-accepted" | "not-tried";
/** What one read-only request with the key told. */
export type Proof = {
    validity: Validity;
    possession: OwnershipProof;
};
/** Which found keys may be tried: `own` are those the inventory says are ours. */
export type TryKeys = "own" | "all" | "none";
/**
 * Whether a key may be tried. A stranger's is not, unless the operator says so. `remembered` means that this tool has
 * contained the key before on this pull request: it then stands in no inventory any more, and trying it is how we know
 * that it stays dead.
 */
export declare function mayTry(identity: Identity, tryKeys: TryKeys, remembered: boolean): boolean;
/** What is known of a key that was not tried: what its record says, which is that it works until it does not. */
export declare function createUntriedProof(identity: Identity, now: Date): Proof;
