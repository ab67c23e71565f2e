import { isContainable, type Policy } from "../domain/decision.ts";
import { decidePossession, type EarlierAct } from "../domain/earlier-act.ts";
import { type Finding, isBlocking } from "../domain/finding.ts";
import { type IgnoreEntry, matchIgnoreEntry } from "../domain/ignore-entry.ts";
import type { Outcome } from "../domain/outcome.ts";
import type { UnmatchedEntry } from "../domain/protection.ts";
import { type FindPushTime, measureResponse, type ResponseTimes } from "../domain/response.ts";
import type { Validity } from "../domain/validity.ts";
import type { ContainedKey } from "./contain.ts";

/** What holds for all findings of a run. */
export type RunFacts = {
  ignores: readonly IgnoreEntry[];
  unmatched: readonly UnmatchedEntry[];
  policy: Policy;
  started: Date;
  ended: Date;
  /** When each key was found, by its fingerprint. */
  foundAt: ReadonlyMap<string, Date>;
  /** Whether the change has left the machine. */
  isPublished: boolean;
  findPushTime: FindPushTime;
};

/** All that is told of a key. Its text ends here. */
export function createFinding(key: ContainedKey, facts: RunFacts): Finding {
  const { ignores, unmatched, policy, started, ended } = facts;
  const { candidate, identity, proof, impact, decision } = key;
  const { secret, kind, confidence, sightings } = candidate;
  const { fingerprint, mask } = secret;
  const { outcome, earlier } = tellEarlier(key);
  const validity = measureValidity(outcome, proof.validity);
  const ignored = matchIgnoreEntry(ignores, { fingerprint, identity, validity }, started);
  const isDone = (outcome.kind === "contained" && earlier === null) || outcome.kind === "already-gone";
  return {
    fingerprint,
    mask,
    kind,
    confidence,
    sightings,
    identity,
    validity,
    impact,
    decision,
    outcome,
    earlier,
    response: measureKeyResponse(key, { outcome, earlier }, facts),
    places: key.places ?? [],
    rotation: key.rotation ?? null,
    ignored,
    possession: decidePossession(key),
    containable: !isDone && isContainable(key, policy, ended, unmatched),
    blocks: isBlocking({ sightings, validity, ignored }, policy.failOn),
  };
}

function measureKeyResponse(
  { candidate, identifiedAt, verifiedAt = null }: ContainedKey,
  { outcome, earlier }: Pick<Finding, "outcome" | "earlier">,
  { foundAt, isPublished, findPushTime, ended }: RunFacts,
): ResponseTimes {
  const { secret, sightings } = candidate;
  const act = earlier && { ...earlier, by: earlier.kind, verified: earlier.standing === "confirmed" };
  const contained = outcome.kind === "contained" ? outcome : act;
  return measureResponse({
    sightings,
    foundAt: foundAt.get(secret.fingerprint) ?? null,
    identifiedAt,
    verifiedAt,
    contained: contained && { ...contained, isEarlier: earlier !== null },
    isPublished,
    findPushTime,
    now: ended,
  });
}

/**
 * How a key's containment is told. A key that needed nothing because an earlier run's act holds has the outcome of that. Null
 * for \`earlier\` where this run has contained the key, which is then all there is to say.
 */
function tellEarlier({ outcome, earlier: { act } }: ContainedKey): Pick<Finding, "outcome" | "earlier"> {
  if (act === null) return { outcome, earlier: null };
  switch (outcome.kind) {
    case "contained": // By this run, or by the earlier one whose end it found out.
      return { outcome, earlier: outcome.at.getTime() === act.at.getTime() ? act : null };
    case "already-gone":
      return { outcome, earlier: act.kind === "revoke" ? act : null };
    case "left":
      return { outcome: outcome.because === "already-contained" ? toOutcome(act) : outcome, earlier: act };
    case "rehearsed":
    case "refused":
    case "failed":
      return { outcome, earlier: act };
    default:
      return outcome satisfies never;
  }
}

function toOutcome({ kind: by, at, endsAt, scopesBefore, standing }: EarlierAct): Outcome {
  return { kind: "contained", by, verified: standing === "confirmed", stopped: false, at, endsAt, scopesBefore };
}

/**
 * Only an outcome that was seen to stop the key makes it inactive; otherwise what the trial said holds. A key counts as gone
 * before once its record is not there and OpenAI refuses it.
 */
function measureValidity(outcome: Outcome, tried: Validity): Validity {
  if (outcome.kind === "already-gone" && tried.kind !== "inactive") return { kind: "inactive", because: "deleted" };
  if (outcome.kind !== "contained" || !outcome.stopped) return tried;
  return { kind: "inactive", because: outcome.by === "revoke" ? "deleted" : "expired" };
}
