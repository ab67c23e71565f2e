import type { Sighting } from "../domain/candidate.ts";
import type { Decision } from "../domain/decision.ts";
import type { EarlierAct } from "../domain/earlier-act.ts";
import type { Finding } from "../domain/finding.ts";
import type { Identity } from "../domain/identity.ts";
import type { Impact } from "../domain/impact.ts";
import type { KeyRecord } from "../domain/inventory.ts";
import type { ResponseTimes } from "../domain/response.ts";
import type { LeakRotation } from "../domain/rotation.ts";
import { formatTarget } from "../domain/rotation-target.ts";
import { countPlaces } from "../domain/sightings.ts";
import { isCalendarTime } from "./numbers.ts";
import { getState } from "./state.ts";

/** A finding as the JSON report has it. */
export type FindingDocument = ReturnType<typeof formatFinding>;

/** A place where a key was seen, as the JSON report has it. */
export type SightingDocument = ReturnType<typeof formatSighting>;

/** A finding as the JSON report has it. */
export function formatFinding(finding: Finding) {
  const { fingerprint, kind, confidence, mask, validity, impact, outcome, earlier, containable, ignored, blocks } =
    finding;
  const places = countPlaces(finding.sightings);
  return {
    fingerprint,
    state: getState(finding),
    kind,
    confidence,
    mask,
    sightings: finding.sightings.map(formatSighting),
    ...(places > finding.sightings.length ? { places } : {}),
    identity: formatIdentity(finding.identity),
    possession: finding.possession,
    validity: { kind: validity.kind, because: validity.because },
    impact: impact && formatImpact(impact),
    decision: formatDecision(finding.decision),
    outcome: formatOutcome(outcome),
    earlier: earlier && formatEarlierAct(earlier),
    keptIn: finding.places.map(formatTarget),
    rotation: finding.rotation && formatLeakRotation(finding.rotation),
    response: formatResponse(finding.response),
    containable,
    ignored: ignored && { kind: ignored.kind, reason: ignored.reason, until: formatIsoDay(ignored.until) },
    blocks,
  };
}

function formatLeakRotation({ state, newKey, places, isUsed }: LeakRotation) {
  return {
    state: state.kind,
    because: "because" in state ? state.because : null,
    newKey: newKey && {
      id: newKey.id,
      fingerprint: newKey.fingerprint,
      createdAt: formatIsoTime(newKey.createdAt),
      expiresAt: formatIsoTime(newKey.expiresAt),
    },
    places: places.map(({ target, holds }) => ({ target: formatTarget(target), holds })),
    used: isUsed,
  };
}

function formatSighting({
  where,
  path,
  line,
  column,
  commit,
  author,
  at,
  encoding,
  member,
  inHead,
  preexisting,
  repository,
  alert,
}: Sighting) {
  return {
    ...(repository === undefined ? {} : { repository }),
    where,
    path,
    line,
    column,
    commit,
    author,
    at: formatIsoTime(at),
    encoding,
    member,
    inHead,
    preexisting,
    ...(alert && { alert: { number: alert.number, url: alert.url, place: alert.kind, textUrl: alert.textUrl } }),
  };
}

function formatIdentity(identity: Identity) {
  switch (identity.kind) {
    case "ours":
      return { kind: identity.kind, record: formatRecord(identity.record), chance: identity.chance };
    case "ambiguous":
      return { kind: identity.kind, candidates: identity.candidates.map(formatRecord) };
    case "foreign":
      return { kind: identity.kind };
    case "unchecked":
      return { kind: identity.kind, because: identity.because };
    default:
      return identity satisfies never;
  }
}

function formatRecord({ id, name, redacted, home, owner, createdAt, lastUsedAt, expiresAt }: KeyRecord) {
  return {
    id,
    name,
    redacted,
    home: { kind: home.kind, id: home.id, name: home.name },
    owner: owner && { kind: owner.kind, id: owner.id, name: owner.name },
    createdAt: formatIsoTime(createdAt),
    lastUsedAt: formatIsoTime(lastUsedAt),
    expiresAt: formatIsoTime(expiresAt),
  };
}

function formatImpact({
  since,
  asOf,
  requests,
  inputTokens,
  outputTokens,
  cost,
  models,
  buckets,
  changes,
  createdBy,
  untold,
}: Impact) {
  return {
    since: formatIsoTime(since),
    asOf: formatIsoTime(asOf),
    requests,
    inputTokens,
    outputTokens,
    cost: cost && { value: cost.value, currency: cost.currency },
    models: models && models.map(({ model }) => model),
    byModel: models && models.map((use) => ({ ...use })),
    buckets:
      buckets &&
      buckets.map(({ start, end, requests: number }) => ({
        start: formatIsoTime(start),
        end: formatIsoTime(end),
        requests: number,
      })),
    changes: changes && changes.map(({ what, at: when, id, name }) => ({ what, at: formatIsoTime(when), id, name })),
    createdBy: createdBy && { kind: createdBy.kind, id: createdBy.id, name: createdBy.name },
    untold: untold.map(({ source, because }) => ({ source, because })),
  };
}

/** What was decided, as the JSON report has it. */
export function formatDecision(decision: Decision) {
  switch (decision.kind) {
    case "leave":
      return { kind: decision.kind, because: decision.because };
    case "rehearse":
      // What was decided; that it was not done is the outcome.
      return { kind: decision.act.kind };
    case "quarantine":
    case "expire":
    case "revoke":
      return { kind: decision.kind };
    default:
      return decision satisfies never;
  }
}

/** How containment ended, as the JSON report has it. */
export function formatOutcome(outcome: Finding["outcome"]) {
  switch (outcome.kind) {
    case "contained":
      return {
        kind: outcome.kind,
        by: outcome.by,
        verified: outcome.verified,
        at: outcome.at.toISOString(),
        endsAt: formatIsoTime(outcome.endsAt),
        scopesBefore: outcome.scopesBefore,
      };
    case "already-gone":
      return { kind: outcome.kind };
    case "rehearsed":
    case "refused":
    case "failed":
    case "left":
      return { kind: outcome.kind, because: outcome.because };
    default:
      return outcome satisfies never;
  }
}

function formatEarlierAct({ kind, recordId, at, by, endsAt, knownFrom, standing }: EarlierAct) {
  return {
    kind,
    record: recordId,
    at: formatIsoTime(at),
    by: by && { kind: by.kind, id: by.id, name: by.name },
    endsAt: formatIsoTime(endsAt),
    knownFrom,
    standing,
  };
}

function formatResponse({
  exposedAt,
  exposedAtIs,
  foundAt,
  identifiedAt,
  containedAt,
  verifiedAt,
  secondsExposed,
}: ResponseTimes) {
  return {
    exposedAt: formatIsoTime(exposedAt),
    exposedAtIs: formatIsoTime(exposedAt) === null ? null : exposedAtIs,
    foundAt: formatIsoTime(foundAt),
    identifiedAt: formatIsoTime(identifiedAt),
    containedAt: formatIsoTime(containedAt),
    verifiedAt: formatIsoTime(verifiedAt),
    secondsExposed,
  };
}

/** "2027-01-31" */
function formatIsoDay(at: Date | null): string | null {
  return formatIsoTime(at)?.slice(0, 10) ?? null;
}

/** A commit may claim any time: one that no calendar has is as good as none. */
export function formatIsoTime(at: Date | null): string | null {
  return isCalendarTime(at) ? at.toISOString() : null;
}
