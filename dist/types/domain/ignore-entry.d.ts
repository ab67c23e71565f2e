import type { Identity } from "./identity.js";
import type { Validity } from "./validity.js";
/** What the base branch says of a key that is to be passed over. */
export type IgnoreEntry = {
    fingerprint: string;
    reason: string;
    /** The last day, in UTC, on which it holds; null when it has no end. */
    until: Date | null;
};
/** What became of an entry: `expired` and `overruled` ones no longer excuse the key. */
export type Ignored = {
    kind: "ignored"
    /** Its last day is over. */
     | "expired"
    /** The key is a working one of this organisation, which no entry excuses. */
     | "overruled";
    reason: string;
    until: Date | null;
};
/** Whether an entry excuses a key of which this is known; null when there is no entry for it. The first one counts. */
export declare function matchIgnoreEntry(entries: readonly IgnoreEntry[], { fingerprint, identity, validity }: {
    fingerprint: string;
    identity: Identity;
    validity: Validity;
}, now: Date): Ignored | null;
