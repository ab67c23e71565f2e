import type { Confidence, KeyKind, Sighting } from "./candidate.js";
import type { Decision, Policy } from "./decision.js";
import type { Identity } from "./identity.js";
import type { Ignored } from "./ignore-entry.js";
import type { Impact } from "./impact.js";
import type { Outcome } from "./outcome.js";
import type { OwnershipProof } from "./proof.js";
import type { Validity } from "./validity.js";
/** All that is known of one leaked key, and nothing anyone could use. */
export type Finding = {
    fingerprint: string;
    mask: string;
    kind: KeyKind;
    confidence: Confidence;
    sightings: readonly Sighting[];
    identity: Identity;
    /** Whose it showed itself to be when it was tried: a record's ends alone prove nothing. */
    possession: OwnershipProof;
    /** The last thing measured: after a verified containment it is inactive. */
    validity: Validity;
    /** What was done with it since it was exposed; null when that was not asked, or is not to be shown. */
    impact: Impact | null;
    decision: Decision;
    outcome: Outcome;
    /** Whether it could still be contained, once a person asks for it and approves it. */
    containable: boolean;
    /** What the ignore file of the base says of it; null when it says nothing. */
    ignored: Ignored | null;
    /** Whether this finding fails the run under the policy's `failOn`. */
    blocks: boolean;
};
type Harm = Pick<Finding, "sightings" | "validity" | "ignored">;
/** Whether the base had the key already wherever it was seen: then this change did not bring it. */
export declare function isPreexisting(sightings: readonly Sighting[]): boolean;
/** Whether an entry of the ignore file excuses it. */
export declare function isIgnored({ ignored }: Pick<Finding, "ignored">): boolean;
/**
 * Whether a finding could still do harm: this change brought it, nobody excused it, and it is not proven dead or still
 * stands in the head.
 */
export declare function isHarmful({ sightings, validity, ignored }: Harm): boolean;
/** Whether a finding fails the run. */
export declare function isBlocking(finding: Harm, failOn: Policy["failOn"]): boolean;
export {};
