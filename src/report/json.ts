import type { Sighting } from "../domain/candidate.ts";
import type { Change } from "../domain/change.ts";
import type { Decision } from "../domain/decision.ts";
import type { Finding } from "../domain/finding.ts";
import type { Identity } from "../domain/identity.ts";
import type { Impact } from "../domain/impact.ts";
import type { KeyRecord } from "../domain/inventory.ts";
import { conclude, type Report } from "../domain/report.ts";
import { inertJson } from "./inert.ts";
import { ranked } from "./standing.ts";

/** The name of the format. It changes when a reader of the old one would be led astray. */
const SCHEMA = "openai-key-guard/report/v1";

/** The report as `schema/report.v1.json` describes it. What is not known is null; times are ISO 8601 in UTC. */
export function json(report: Report, version: string): string {
  return inertJson(documentOf(report, version));
}

/** What the JSON report holds, as plain data. */
export type ReportDocument = ReturnType<typeof documentOf>;

/** The report as plain data. Texts that others wrote stand in it as they are. */
function documentOf(report: Report, version: string) {
  const { change, coverage, findings, gaps, unfinished, askedAs } = report;
  const { commits, blobs, bytes, texts, milliseconds } = coverage;
  return {
    schema: SCHEMA,
    tool: { name: "openai-key-guard", version },
    conclusion: conclude(report),
    change: changeOf(change),
    coverage: { commits, blobs, bytes, texts, milliseconds },
    findings: ranked(findings).map(findingOf),
    gaps: gaps.map(({ kind, detail }) => ({ kind, detail })),
    askedAs,
    unfinished: unfinished.map(({ fingerprint, id, act, at }) => ({ fingerprint, id, act, at: time(at) })),
  };
}

function changeOf(change: Change) {
  switch (change.kind) {
    case "range":
      return { kind: change.kind, base: change.base, head: change.head };
    case "history":
      return { kind: change.kind, unreachable: change.unreachable };
    case "staged":
      return { kind: change.kind };
    case "texts":
      return { kind: change.kind, of: change.of };
    case "files":
      return { kind: change.kind, globs: change.globs };
    case "stdin":
      return { kind: change.kind, name: change.name };
    default:
      return change satisfies never;
  }
}

function findingOf(finding: Finding) {
  const { fingerprint, kind, confidence, mask, validity, impact, outcome, containable, ignored, blocks } = finding;
  return {
    fingerprint,
    kind,
    confidence,
    mask,
    sightings: finding.sightings.map(sightingOf),
    identity: identityOf(finding.identity),
    possession: finding.possession,
    validity: { kind: validity.kind, because: validity.because },
    impact: impact && impactOf(impact),
    decision: decisionOf(finding.decision),
    outcome: outcomeOf(outcome),
    containable,
    ignored: ignored && { kind: ignored.kind, reason: ignored.reason, until: day(ignored.until) },
    blocks,
  };
}

function sightingOf({
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
}: Sighting) {
  return {
    where,
    path,
    line,
    column,
    commit,
    author,
    at: time(at),
    encoding,
    member,
    inHead,
    preexisting,
  };
}

function identityOf(identity: Identity) {
  switch (identity.kind) {
    case "ours":
      return { kind: identity.kind, record: recordOf(identity.record), chance: identity.chance };
    case "ambiguous":
      return { kind: identity.kind, candidates: identity.candidates.map(recordOf) };
    case "foreign":
      return { kind: identity.kind };
    case "unchecked":
      return { kind: identity.kind, because: identity.because };
    default:
      return identity satisfies never;
  }
}

function recordOf({ id, name, redacted, home, owner, createdAt, lastUsedAt, expiresAt }: KeyRecord) {
  return {
    id,
    name,
    redacted,
    home: { kind: home.kind, id: home.id, name: home.name },
    owner: owner && { kind: owner.kind, id: owner.id, name: owner.name },
    createdAt: time(createdAt),
    lastUsedAt: time(lastUsedAt),
    expiresAt: time(expiresAt),
  };
}

function impactOf({
  since,
  asOf,
  requests,
  inputTokens,
  outputTokens,
  cost,
  models,
  changes,
  createdBy,
  untold,
}: Impact) {
  return {
    since: time(since),
    asOf: time(asOf),
    requests,
    inputTokens,
    outputTokens,
    cost: cost && { value: cost.value, currency: cost.currency },
    models: models && models.map(({ model }) => model),
    byModel: models && models.map((use) => ({ ...use })),
    changes: changes && changes.map(({ what, at: when, id, name }) => ({ what, at: time(when), id, name })),
    createdBy: createdBy && { kind: createdBy.kind, id: createdBy.id, name: createdBy.name },
    untold: untold.map(({ source, because }) => ({ source, because })),
  };
}

function decisionOf(decision: Decision) {
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

function outcomeOf(outcome: Finding["outcome"]) {
  switch (outcome.kind) {
    case "contained":
      return {
        kind: outcome.kind,
        by: outcome.by,
        verified: outcome.verified,
        at: outcome.at.toISOString(),
        endsAt: time(outcome.endsAt),
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

/** "2027-01-31" */
function day(at: Date | null): string | null {
  return time(at)?.slice(0, 10) ?? null;
}

/** A commit may claim any time; one that no four-digit year can say is as good as none. */
function time(at: Date | null): string | null {
  const year = at?.getUTCFullYear() ?? Number.NaN;
  return at && year >= 0 && year <= 9999 ? at.toISOString() : null;
}
