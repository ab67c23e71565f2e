import type { Confidence, KeyKind, Sighting } from "./candidate.ts";
import type { Decision, Policy } from "./decision.ts";
import type { Identity } from "./identity.ts";
import type { Ignored } from "./ignore-entry.ts";
import type { Impact } from "./impact.ts";
import type { Outcome } from "./outcome.ts";
import type { OwnershipProof } from "./proof.ts";
import type { Validity } from "./validity.ts";

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
export function isPreexisting(sightings: readonly Sighting[]): boolean {
  return sightings.length > 0 && sightings.every(({ preexisting }) => preexisting);
}

/** Whether an entry of the ignore file excuses it. */
export function isIgnored({ ignored }: Pick<Finding, "ignored">): boolean {
  return ignored?.kind === "ignored";
}

/**
 * Whether a finding could still do harm: this change brought it, nobody excused it, and it is not proven dead or still
 * stands in the head.
 */
export function isHarmful({ sightings, validity, ignored }: Harm): boolean {
  if (isPreexisting(sightings) || isIgnored({ ignored })) return false;
  return validity.kind !== "inactive" || sightings.some(({ inHead }) => inHead);
}

/** Whether a finding fails the run. */
export function isBlocking(finding: Harm, failOn: Policy["failOn"]): boolean {
  switch (failOn) {
    case "never":
      return false;
    case "active":
      return isHarmful(finding) && finding.validity.kind !== "inactive";
    case "leak":
      return isHarmful(finding);
    default:
      return failOn satisfies never;
  }
}
