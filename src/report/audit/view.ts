import {
  type AuditFinding,
  type AuditReport,
  isExcepted,
  isMended,
  type RuleResult,
} from "../../domain/audit-report.ts";
import type { Home } from "../../domain/inventory.ts";
import type { Medium } from "../../messages/medium.ts";
import { describeFederations, type RepositoryFederation } from "../advice/federation/secret-federation.ts";
import { type Line, words } from "../line.ts";
import { formatTime } from "../numbers.ts";
import type { Tone } from "../view/key.ts";
import { describeNotJudgedRule, describeSuchAs } from "../wording/audit/finding.ts";
import { describeCheckedAgainst, describeRequests } from "../wording/audit/labels.ts";
import { locateAuditSubject, ORGANIZATION } from "../wording/audit/subject.ts";
import { countLevelsLeft, describeAuditScope, describeAuditTitle, describeFixSum } from "../wording/audit/title.ts";
import { nameHome } from "../wording/key/names.ts";
import { type AuditSubjectView, groupSubjects } from "./subjects.ts";

/** What the pages of an audit say of the run that they come from. `job` names workflow and job for a person. */
export type AuditContext = { medium: Medium; version: string; runUrl: string | null; job?: string | null };

/** What a rule came to, with what to do about it. */
export type AuditRuleView = RuleResult & { advice: readonly string[] };

/** The sums of a project, or of the organisation itself. */
export type AuditProjectView = { name: Line; keys: number; errors: number; warnings: number };

/** Why something was not judged, and by which rules: "unused (42)". */
export type NotJudgedView = { rules: readonly string[]; because: string; suchAs: string };

/** What is to be done first. */
export type AuditStepView = { name: Line; detail: string; advice: string };

/**
 * What readers see of an audit, decided once for all media. What a reader may not know must be taken out of the report
 * before (`restrictAuditReport`).
 */
export type AuditView = {
  tone: Exclude<Tone, "quiet">;
  /** The mark that carries the colour in Markdown, and in a terminal. */
  mark: string;
  sign: "✗" | "!" | "?" | "✓";
  title: string;
  /** What `--fix` came to; null where nothing was asked of it. */
  fixed: string | null;
  /** Null where nothing is left to do. */
  first: AuditStepView | null;
  /** What was found, the worst first; what an exception takes out of the counts is not in it. */
  subjects: readonly AuditSubjectView[];
  excepted: readonly AuditSubjectView[];
  exceptedCount: number;
  /** Rules that are on and found something, or could not judge everything; and how many others found nothing. */
  rules: readonly AuditRuleView[];
  quietRules: number;
  /** The worst first; empty where projects may not be known. */
  projects: readonly AuditProjectView[];
  notJudged: readonly NotJudgedView[];
  gaps: readonly string[];
  notes: readonly string[];
  /** How the workflows of each repository that keeps keys in secrets can do without them. */
  federations: readonly RepositoryFederation[];
  /** "42 keys in 6 projects", "93 requests to OpenAI", "checked against acme-inc", when. */
  scope: string;
  requests: string;
  checkedAgainst: string | null;
  at: string;
};

/** Turns the report of an audit into what its readers see. Pure. */
export function describeAudit(report: AuditReport): AuditView {
  const { findings, rules, gaps, notes, organization, at } = report;
  const counting = findings.filter((one) => !isExcepted(one));
  const shown = rules.filter((one) => one.level !== "off").map((one) => describeRule(one, findings));
  const active = shown
    .filter(({ found, notJudged, excepted }) => found + notJudged + excepted > 0)
    .toSorted((a, b) => Number(b.level === "error") - Number(a.level === "error"));
  const excepted = findings.filter(isExcepted);
  return {
    ...chooseMarks(report),
    title: describeAuditTitle(report),
    fixed: describeFixSum(findings),
    first: findFirstStep(counting),
    subjects: groupSubjects(counting, at),
    excepted: groupSubjects(excepted, at),
    exceptedCount: excepted.length,
    rules: active,
    quietRules: shown.length - active.length,
    projects: sumProjects(report, counting),
    notJudged: groupNotJudged(report),
    gaps: gaps.map(({ detail }) => detail),
    notes,
    federations: describeFederations(report.kept),
    scope: describeAuditScope(report),
    requests: describeRequests(report.requests),
    checkedAgainst: organization === null ? null : describeCheckedAgainst(organization),
    at: formatTime(at),
  };
}

function chooseMarks(report: AuditReport): Pick<AuditView, "tone" | "mark" | "sign"> {
  const { errors, warnings } = countLevelsLeft(report.findings);
  if (errors > 0) return { tone: "bad", mark: "🔴", sign: "✗" };
  if (warnings > 0) return { tone: "warn", mark: "🟡", sign: "!" };
  if (report.conclusion === "incomplete") return { tone: "warn", mark: "⚠️", sign: "?" };
  return { tone: "good", mark: "✅", sign: "✓" };
}

function findFirstStep(counting: readonly AuditFinding[]): AuditStepView | null {
  const first = counting.find((one) => !isMended(one));
  return first ? { name: locateAuditSubject(first.subject), detail: first.detail, advice: first.advice } : null;
}

/** More pieces of advice of one rule than this would be the findings over again. */
const MOST_ADVICE = 2;

function describeRule(result: RuleResult, findings: readonly AuditFinding[]): AuditRuleView {
  const own = findings.filter((one) => one.rule === result.rule && !isExcepted(one) && !isMended(one));
  return { ...result, advice: [...new Set(own.map(({ advice }) => advice))].slice(0, MOST_ADVICE) };
}

/** Projects with findings. A project that nobody may know is none. */
function sumProjects({ keys }: AuditReport, counting: readonly AuditFinding[]): readonly AuditProjectView[] {
  const sums = new Map<string, AuditProjectView>();
  const counts = new Map<string, number>();
  for (const { home } of keys) counts.set(identifyHome(home), (counts.get(identifyHome(home)) ?? 0) + 1);
  for (const finding of counting) {
    const home = finding.subject.project;
    const id = identifyHome(home);
    const name = home?.kind === "project" ? nameHome(home) : words(ORGANIZATION);
    if (name === null) continue;
    const { errors, warnings } = sums.get(id) ?? { errors: 0, warnings: 0 };
    const isError = finding.level === "error";
    const sum = isError ? { errors: errors + 1, warnings } : { errors, warnings: warnings + 1 };
    sums.set(id, { name, keys: counts.get(id) ?? 0, ...sum });
  }
  const isHidden = counting.some(
    ({ subject }) => subject.project?.kind === "project" && nameHome(subject.project) === null,
  );
  if (isHidden) return [];
  return [...sums.values()].toSorted((a, b) => b.errors - a.errors || b.warnings - a.warnings);
}

function identifyHome(home: Home | null): string {
  return home?.kind === "project" ? `project:${home.id ?? home.name}` : "organization";
}

/** How many of those that were not judged are named. */
const MOST_NAMED = 3;

function groupNotJudged({ notJudged }: AuditReport): readonly NotJudgedView[] {
  const reasons = [...new Set(notJudged.map(({ because }) => because))];
  return reasons.map((because) => {
    const group = notJudged.filter((one) => one.because === because);
    const ids = [...new Set(group.flatMap((one) => one.ids))].slice(0, MOST_NAMED);
    return { rules: group.map(describeNotJudgedRule), because, suchAs: describeSuchAs(ids) };
  });
}

/** What was found about each key, by the key's id: for pictures and tables of all keys. */
export function groupRulesByKey({ findings }: AuditReport): ReadonlyMap<string, readonly AuditFinding[]> {
  const byKey = new Map<string, AuditFinding[]>();
  for (const finding of findings) {
    if (isExcepted(finding) || finding.key === null) continue;
    const group = byKey.get(finding.key.id);
    if (group) group.push(finding);
    else byKey.set(finding.key.id, [finding]);
  }
  return byKey;
}
