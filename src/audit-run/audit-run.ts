import { type AuditReportOptions, createAuditReport } from "../audit/audit-report.ts";
import { mayHideKeys } from "../audit/judge.ts";
import { type AuditPolicy, listNeededSources, resolveRule } from "../audit/policy/policy.ts";
import { buildProjectFilter } from "../audit/projects.ts";
import { RULES } from "../audit/rules/rules.ts";
import type { AuditFacts } from "../domain/audit-facts.ts";
import { type AuditFinding, type AuditReport, isExcepted, isMended } from "../domain/audit-report.ts";
import type { Policy } from "../domain/decision.ts";
import type { Gap } from "../domain/gap.ts";
import type { Secret } from "../domain/secret.ts";
import { UsageError } from "../errors.ts";
import { describeFixOfRuleOff, describeUnknownProject } from "../messages/errors/command-line/audit.ts";
import { describeNearest } from "../messages/hints.ts";
import { checkEntries } from "../scan/unmatched-entries.ts";
import type { AuditFixes } from "../settings/audit-fixes.ts";
import { findNearest } from "../settings/nearest.ts";
import { quoteValue } from "../settings/values.ts";
import { type FixWorld, fixFindings } from "./fix.ts";
import { settleFixes } from "./unfinished.ts";

/** What an operator asks of an audit. */
export type AuditRequest = AuditReportOptions & {
  policy: AuditPolicy;
  fixes: AuditFixes;
  /** What fixes are allowed to do: protect, max-contained, dry-run and hold-if-used-within. */
  rails: Policy;
  adminKey: Secret;
};

/** What the reader calls the settings that an audit finds wrong. */
export type AuditSettingNames = { fix: string; project: string };

/**
 * Audits the organisation, and tells the story of it: what earlier audits left open, what OpenAI knows, what the rules say
 * of it, what is done about that, and what it all comes to.
 *
 * @throws UsageError for a fix of a rule that is off, and for a project that there is not.
 */
export async function runAudit(request: AuditRequest, world: FixWorld, names: AuditSettingNames): Promise<AuditReport> {
  const { policy, fixes, projects, failOn } = request;
  refuseIdleFixes(policy, fixes, names.fix);
  const open = await world.journal.unfinishedFixes();
  const facts = await world.registry.collectFacts(listNeededSources(policy));
  refuseUnknownProjects(projects, facts, names.project);
  const report = createAuditReport(facts, policy, { failOn, projects });
  const checked = fixes.size === 0 ? { entries: [], gaps: [] } : checkRails(request, facts);
  const rails = { policy: request.rails, unmatched: checked.entries };
  const fixed = await fixFindings(report.findings, { facts, fixes, adminKey: request.adminKey }, rails, world);
  const settled = await settleFixes(open, facts, fixed.begun, world);
  const gaps = [...checked.gaps, ...fixed.gaps, ...settled.gaps];
  return conclude({ ...report, findings: fixed.findings, notes: [...settled.notes, ...report.notes] }, gaps, failOn);
}

function refuseIdleFixes(policy: AuditPolicy, fixes: AuditFixes, name: string): void {
  const idle = RULES.find((rule) => fixes.has(rule.name) && resolveRule(rule, policy).level === "off");
  if (idle) throw new UsageError(describeFixOfRuleOff(name, idle.name));
}

/**
 * A project that is misspelt would have an audit of nothing, which looks clean. It may be one that was not listed: then the
 * audit is incomplete. A list that has no projects hides none.
 */
function refuseUnknownProjects(words: readonly string[], { projects, gaps }: AuditFacts, name: string): void {
  const unknown = words.find((word) => !projects.some(buildProjectFilter([word])));
  const mayHide = gaps.some((gap) => mayHideKeys(gap) && gap.covers.includes("project"));
  if (unknown === undefined || mayHide) return;
  const known = projects.flatMap((project) => [project.name, project.id]).filter((word) => word !== null);
  const nearest = findNearest(unknown, known);
  const hint = nearest === null ? "" : describeNearest(quoteValue(nearest));
  throw new UsageError(describeUnknownProject(name, quoteValue(unknown), hint));
}

/** The entries of `protect` that fit nothing: one that is misspelt would have its key contained. */
function checkRails({ rails }: AuditRequest, { keys, projects, gaps, organization }: AuditFacts) {
  const homes = projects.map(({ id, name }) => ({ kind: "project" as const, id, name }));
  // What is asked for stands in the fixes: the lists are compared as if for a leak that is to be contained.
  const policy = { ...rails, onLeak: "revoke", approved: null } as const;
  return checkEntries(policy, { records: keys, projects: homes, gaps, organization }, []);
}

/** Adds what could not be recorded or compared, and works out how the run ends. */
function conclude(report: AuditReport, gaps: readonly Gap[], failOn: AuditRequest["failOn"]): AuditReport {
  const counting = report.findings.filter((finding) => !isExcepted(finding));
  const reaches = ({ level }: AuditFinding) => failOn === "warning" || level === failOn;
  const fails = counting.some((finding) => (reaches(finding) && !isMended(finding)) || isUnmet(finding));
  return {
    ...report,
    conclusion: gaps.length > 0 ? "incomplete" : report.conclusion,
    fails: failOn !== "never" && fails,
    gaps: [...report.gaps, ...gaps.map((gap) => ({ ...gap, covers: [] }))],
  };
}

/** Whether the operator asked for something that was not done, or was not seen to be. */
function isUnmet({ fix }: AuditFinding): boolean {
  if (fix === null) return false;
  const { outcome } = fix;
  switch (outcome.kind) {
    case "failed":
    case "refused":
      return true;
    case "contained":
      return !outcome.verified;
    case "left":
      return outcome.because === "too-many" || outcome.because === "not-fully-known";
    case "already-gone":
    case "rehearsed":
      return false;
    default:
      return outcome satisfies never;
  }
}
