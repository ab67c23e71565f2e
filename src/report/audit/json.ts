import { type AuditFinding, type AuditReport, isExcepted } from "../../domain/audit-report.ts";
import type { KeyRecord, Owner } from "../../domain/inventory.ts";
import { buildFederations } from "../advice/federation/secret-federation.ts";
import { formatDecision, formatIsoTime, formatOutcome } from "../json-finding.ts";
import { formatSafeJsonList } from "../safe-json.ts";
import { countLevels } from "../wording/audit/title.ts";

/** The name of the format. It changes when a program that reads the old one would misread the new one. */
const SCHEMA = "openai-key-guard/audit/v1" as const;

/** The audit as `schema/audit.v1.json` describes it. What is not known is null; times are ISO 8601 in UTC. */
export function renderAuditJson(report: AuditReport, version: string): string {
  return [...renderAuditJsonPieces(report, version)].join("");
}

/** The same in pieces, for an audit of thousands of keys. */
export function renderAuditJsonPieces(report: AuditReport, version: string): Iterable<string> {
  const document = buildDocument(report, version);
  const formatAll = function* () {
    for (const one of report.findings) yield formatAuditFinding(one);
  };
  // Each time from the start: what one place could not take is written to another.
  return { [Symbol.iterator]: () => formatSafeJsonList(document, "findings", formatAll()) };
}

/** All but the findings. */
function buildDocument(report: AuditReport, version: string) {
  const { conclusion, at, organization, fails, keys, projects, rules, notJudged, gaps, notes, requests } = report;
  const { errors, warnings } = countLevels(report.findings);
  return {
    schema: SCHEMA,
    tool: { name: "openai-key-guard", version },
    conclusion,
    fails,
    at: formatIsoTime(at),
    organization,
    counts: { errors, warnings, excepted: report.findings.filter(isExcepted).length },
    keys: keys.length,
    projects,
    requests,
    rules: rules.map(({ rule, title, level, judged, found, excepted, notJudged: missing }) => ({
      rule,
      title,
      level,
      judged,
      found,
      excepted,
      notJudged: missing,
    })),
    notJudged: notJudged.map(({ rule, count, because, ids }) => ({ rule, keys: count, because, ids })),
    gaps: gaps.map(({ kind, detail }) => ({ kind, detail })),
    notes,
    federation: buildFederations(report.kept),
    allKeys: keys.map(formatKey),
    findings: [],
  };
}

function formatAuditFinding({ rule, level, subject, key, detail, advice, exception, fix }: AuditFinding) {
  return {
    rule,
    level,
    key: key && formatKey(key),
    subject: {
      kind: subject.kind,
      id: subject.id,
      name: subject.name,
      project: subject.project && { id: subject.project.id, name: subject.project.name },
      owner: formatOwner(subject.owner),
    },
    detail,
    advice,
    exception: exception && {
      reason: exception.reason,
      until: exception.until === null ? null : formatIsoTime(exception.until),
      isExpired: exception.isExpired,
    },
    fix: fix && formatFix(fix),
  };
}

function formatKey({ id, name, home, owner, createdAt, lastUsedAt, expiresAt }: KeyRecord) {
  return {
    id,
    name,
    project: home.kind === "project" ? { id: home.id, name: home.name } : null,
    owner: formatOwner(owner),
    createdAt: createdAt && formatIsoTime(createdAt),
    lastUsedAt: lastUsedAt && formatIsoTime(lastUsedAt),
    expiresAt: expiresAt && formatIsoTime(expiresAt),
  };
}

function formatOwner(owner: Owner | null) {
  return owner && { kind: owner.kind, id: owner.id, name: owner.name };
}

function formatFix({ decision, outcome }: NonNullable<AuditFinding["fix"]>) {
  return { decision: formatDecision(decision), outcome: formatOutcome(outcome) };
}
