import type { Confidence, KeyKind, Sighting } from "./candidate.ts";
import type { Decision, Policy } from "./decision.ts";
import type { EarlierAct, Possession } from "./earlier-act.ts";
import type { Identity } from "./identity.ts";
import type { Ignored } from "./ignore-entry.ts";
import type { Impact } from "./impact.ts";
import type { Outcome } from "./outcome.ts";
import type { ResponseTimes } from "./response.ts";
import type { LeakRotation } from "./rotation.ts";
import type { RotationTarget } from "./rotation-target.ts";
import type { Validity } from "./validity.ts";

/** Everything that is known about one leaked key, and nothing that anyone could use. */
export type Finding = {
  fingerprint: string;
  mask: string;
  kind: KeyKind;
  confidence: Confidence;
  sightings: readonly Sighting[];
  identity: Identity;
  /** Whose key it was shown to be. The visible ends of a record alone prove nothing. */
  possession: Possession;
  /** As measured last: inactive after a verified containment. */
  validity: Validity;
  /** How it was used since it was exposed; null when that was not looked up, or must not be shown. */
  impact: Impact | null;
  decision: Decision;
  outcome: Outcome;
  /** What an earlier run did to it; null where that is not known, or this run has contained it itself. */
  earlier: EarlierAct | null;
  /** Where the base's keys file knows it to be kept; empty where that does not know it, or must not be shown. */
  places: readonly RotationTarget[];
  /** What came of putting a new key there; null where that was not tried. */
  rotation: LeakRotation | null;
  /** When it was exposed, and when that was answered. */
  response: ResponseTimes;
  /** Whether it could still be contained if a person approves it. */
  containable: boolean;
  /** Its entry in the base's ignore file; null when there is none. */
  ignored: Ignored | null;
  /** Whether this finding fails the run under the policy's `failOn`. */
  blocks: boolean;
};

type HarmFacts = Pick<Finding, "sightings" | "validity" | "ignored">;

/** Whether the base already had the key wherever it was seen, so that this change did not introduce it. */
export function isPreexisting(sightings: readonly Sighting[]): boolean {
  return sightings.length > 0 && sightings.every(({ preexisting }) => preexisting);
}

/** Whether an entry of the ignore file applies to it. */
export function isIgnored({ ignored }: Pick<Finding, "ignored">): boolean {
  return ignored?.kind === "ignored";
}

/**
 * Whether a finding could still do harm: this change introduced it, no entry ignores it, and it is not proven inactive or
 * still in the head.
 */
export function isHarmful({ sightings, validity, ignored }: HarmFacts): boolean {
  if (isPreexisting(sightings) || isIgnored({ ignored })) return false;
  return validity.kind !== "inactive" || sightings.some(({ inHead }) => inHead);
}

/** How a key of ours is known to be dead for good: stopped by this run or an earlier one, or refused in its trial. */
export type ProvenEnd = { by: "this-run" | "earlier-run" | "trial"; at: Date | null };

/**
 * Finds out how a key of ours is known to be dead for good. Null for one that may work, now or once more, and for what may
 * be a stranger's or made up: that a text is refused says nothing of whose it was, and the ends of a record prove nothing.
 */
export function findProvenEnd({
  possession,
  validity,
  outcome,
  earlier,
}: Pick<Finding, "possession" | "validity" | "outcome" | "earlier">): ProvenEnd | null {
  if (validity.kind !== "inactive") return null;
  if (validity.because === "project-dormant" || validity.because === "account-deactivated") return null;
  if (outcome.kind === "contained")
    return outcome.verified && outcome.stopped ? { by: "this-run", at: outcome.at } : null;
  // The operator's own file: an act begins only on a key that is proven.
  if (earlier?.knownFrom === "audit-file" && earlier.kind !== "quarantine")
    return { by: "earlier-run", at: earlier.at };
  return possession === "proven" || possession === "proven-before" ? { by: "trial", at: null } : null;
}

/** Whether a finding fails the run. */
export function isBlocking(finding: HarmFacts, failOn: Policy["failOn"]): boolean {
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
