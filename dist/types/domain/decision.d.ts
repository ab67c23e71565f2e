import type { Confidence } from "./candidate.js";
import { type EarlierFacts } from "./earlier-act.js";
import type { Identity } from "./identity.js";
import type { KeyRecord } from "./inventory.js";
import type { Proof, TryKeys } from "./proof.js";
import { type UnmatchedEntry } from "./protection.js";
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
export type RuleAct = {
    kind: "expire";
    grace: number;
} | {
    kind: "revoke";
};
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
export type LeaveBecause = "report-only" | "not-ours" | "ambiguous" | "unchecked" | "not-certain" | "own-admin-key" | "protected" | "preexisting"
/** Admin keys can be deleted and nothing less: OpenAI has no scopes or new expiry for them. */
 | "only-revocable"
/** Its record says that it expires before the grace would end. */
 | "expires-sooner" | "awaiting-approval" | "not-approved" | "already-inactive"
/** An earlier run did it, and it holds. */
 | "already-contained" | "not-tried" | "not-accepted" | "someone-else" | "unnamed"
/** An entry of `protect` or `approved` fits nothing: it may have been meant for this key. */
 | "unmatched-entry" | "too-many"
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
export type PlannedAct = {
    mask: string | null;
    act: Containment;
    why?: string;
};
/** What to do to a key. `ifUnused`: only if its record shows no later use than when it was listed. */
export type Containment = 
/** Reduce its scopes to a harmless minimum. */
{
    kind: "quarantine";
    record: KeyRecord;
    ifUnused?: true;
}
/** Let it expire after this many seconds. */
 | {
    kind: "expire";
    record: KeyRecord;
    grace: number;
    ifUnused?: true;
} | {
    kind: "revoke";
    record: KeyRecord;
    ifUnused?: true;
};
/** The kinds of containment, from the mildest to the last. */
export declare const CONTAINMENT_KINDS: readonly ["quarantine", "expire", "revoke"];
/** What may be done about a leaked key that is ours and proven. */
export declare const LEAK_ACTS: readonly ["report", "quarantine", "expire", "revoke", "rotate"];
/** What was decided about a key. */
export type Decision = Containment | {
    kind: "leave";
    because: LeaveBecause;
}
/** What would be done if this were not a dry run. */
 | {
    kind: "rehearse";
    act: Containment;
};
/**
 * The one place where it is decided that a key is contained. Of one that leaked: the operator asks for it, the key is ours
 * alone, of a certain shape, brought by this change, unprotected, proven by trying it, and not waiting for approval. Of one
 * that a rule of an audit found: the operator asks for that rule, no exception counts, all that the rule rests on is known,
 * and the key is unprotected and unused of late. Of one that a rotation replaced: it is unprotected, its successor is used,
 * and itself it is not. Of all: every entry of the operator's lists fits something (`unmatched` are those that do not), and
 * there are not too many. Returns the cases in their order, each with its decision.
 */
export declare function decide<Known extends Case>(cases: readonly Known[], policy: Policy, now: Date, unmatched: readonly UnmatchedEntry[]): readonly (Known & {
    decision: Decision;
})[];
/** Whether a decision changes a key. */
export declare function isContainment(decision: Decision): decision is Containment;
/**
 * Whether keys of so many records may be contained in one run. A record has one key: however many texts resemble it, no
 * more than one of them is contained. So a key may be contained before all others were tried, where this holds of its
 * record, of those that keys were contained of, and of all that an untried text resembles.
 */
export declare function isWithinCap(records: Iterable<string>, { maxContained }: Pick<Policy, "maxContained">): boolean;
/** Whether a key could be contained once a person asks for it and approves it, and the lists are as they are now. */
export declare function isContainable(known: LeakCase, policy: Policy, now: Date, unmatched: readonly UnmatchedEntry[]): boolean;
