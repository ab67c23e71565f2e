import type { Confidence } from "./candidate.js";
import type { Identity } from "./identity.js";
import type { KeyRecord } from "./inventory.js";
import type { Proof, TryKeys } from "./proof.js";
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
export type LeaveBecause = "report-only" | "not-ours" | "ambiguous" | "unchecked" | "not-certain" | "own-admin-key" | "protected" | "preexisting"
/** Admin keys can be deleted and nothing less: OpenAI has no scopes or new expiry for them. */
 | "only-revocable"
/** Its record says that it ends before the grace would be over. */
 | "expires-sooner" | "awaiting-approval" | "not-approved" | "already-inactive" | "not-tried" | "not-accepted" | "someone-else" | "unnamed" | "too-many";
/** What containment does to a record. */
export type Containment = 
/** Scopes are cut to a harmless minimum. */
{
    kind: "quarantine";
    record: KeyRecord;
}
/** It works for so many seconds more. */
 | {
    kind: "expire";
    record: KeyRecord;
    grace: number;
} | {
    kind: "revoke";
    record: KeyRecord;
};
/** What is to be done about a key. */
export type Decision = Containment | {
    kind: "leave";
    because: LeaveBecause;
}
/** What would be done if this were no rehearsal. */
 | {
    kind: "rehearse";
    act: Containment;
};
/**
 * The one place where it is decided that a key is contained: the operator asks for it, the key is ours alone, of a certain
 * shape, brought by this change, unprotected, proven by trying it, not waiting for approval, and there are not too many.
 * Returns the cases in their order, each with its decision.
 */
export declare function decide<Known extends Case>(cases: readonly Known[], policy: Policy, now: Date): readonly (Known & {
    decision: Decision;
})[];
/** Whether a key could be contained once a person asks for it and approves it. */
export declare function isContainable(known: Case, policy: Policy, now: Date): boolean;
