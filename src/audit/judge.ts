import type { AuditFacts, AuditSubject } from "../domain/audit-facts.ts";
import {
  type AuditFinding,
  type AuditLevel,
  isExcepted,
  type NotJudged,
  type RuleResult,
} from "../domain/audit-report.ts";
import type { Unseen } from "../domain/inventory.ts";
import { describeSkipped, UNLISTED } from "../messages/audit/notes.ts";
import { formatCount } from "../report/numbers.ts";
import { buildExceptionFinder, type ExceptionFinder } from "./exceptions.ts";
import { type AuditPolicy, resolveRule } from "./policy/policy.ts";
import { buildProjectFilter, type ProjectFilter } from "./projects.ts";
import type { Rule, Verdict } from "./rule.ts";
import { RULES } from "./rules/rules.ts";
import { getProject, getRecord, nameSubject } from "./subject.ts";

/** What the rules say of the facts. */
export type AuditJudgement = {
  rules: readonly RuleResult[];
  /** In the order of the rules. */
  findings: readonly AuditFinding[];
  notJudged: readonly NotJudged[];
  notes: readonly string[];
};

/** More ids than this are only counted. */
const NAMED = 5;

/** Applies the rules that are on to the keys, accounts and projects that fit `isWanted`. */
export function judgeFacts(
  facts: AuditFacts,
  policy: AuditPolicy,
  isWanted: ProjectFilter = () => true,
): AuditJudgement {
  const findException = buildExceptionFinder(policy.exceptions, facts.now);
  const judgements = RULES.map((rule) => judgeByRule(rule, { facts, policy, isWanted, findException }));
  return {
    rules: judgements.flatMap(({ rules }) => rules),
    findings: judgements.flatMap(({ findings }) => findings),
    notJudged: judgements.flatMap(({ notJudged }) => notJudged),
    notes: [...new Set(judgements.flatMap(({ notes }) => notes))],
  };
}

/** Whether a gap hides keys. A key that is listed in an unknown form is there all the same. */
export function mayHideKeys({ cause }: Unseen): boolean {
  return cause !== "unknown-form";
}

type JudgeSetting = {
  facts: AuditFacts;
  policy: AuditPolicy;
  isWanted: ProjectFilter;
  findException: ExceptionFinder;
};

type Judged = { subject: AuditSubject; verdict: Verdict };

function judgeByRule(rule: Rule, setting: JudgeSetting): AuditJudgement {
  const { facts, policy, isWanted } = setting;
  const { level, limits, projects } = resolveRule(rule, policy);
  const { name, title } = rule;
  if (level === "off") {
    const nothing = { judged: 0, found: 0, excepted: 0, notJudged: 0 };
    return { rules: [{ rule: name, title, level, ...nothing }], findings: [], notJudged: [], notes: [] };
  }
  const isOfRule = buildProjectFilter(projects);
  const judged = rule
    .listSubjects(facts)
    .filter((subject) => isWanted(getProject(subject)) && isOfRule(getProject(subject)))
    .map((subject): Judged => ({ subject, verdict: rule.judge(subject, facts, limits) }));
  const findings = judged.flatMap((one) => createFinding(one, rule, level, setting));
  const excepted = findings.filter(isExcepted).length;
  const count = (kind: Verdict["kind"]) => judged.filter(({ verdict }) => verdict.kind === kind).length;
  const result: RuleResult = {
    rule: name,
    title,
    level,
    judged: count("passed") + findings.length,
    found: findings.length - excepted,
    excepted,
    notJudged: count("not-judged"),
  };
  const isOverOrganization = projects === null && isWanted(null);
  return {
    rules: [result],
    findings,
    notJudged: [...groupNotJudged(name, judged), ...listUnseen(rule, facts, isOverOrganization)],
    notes: [...(rule.note === undefined || result.judged === 0 ? [] : [rule.note]), ...groupSkipped(name, judged)],
  };
}

function createFinding(
  { subject, verdict }: Judged,
  rule: Rule,
  level: AuditLevel,
  { facts, findException }: JudgeSetting,
): readonly AuditFinding[] {
  if (verdict.kind !== "found") return [];
  const { kind: _, ...details } = verdict;
  return [
    {
      rule: rule.name,
      level,
      subject: nameSubject(subject, facts.organization),
      key: getRecord(subject),
      ...details,
      advice: rule.advise(subject, facts),
      exception: findException(subject, rule.name),
      fix: null,
    },
  ];
}

function groupNotJudged(rule: string, judged: readonly Judged[]): readonly NotJudged[] {
  const ids = new Map<string, (string | null)[]>();
  for (const { subject, verdict } of judged) {
    if (verdict.kind !== "not-judged") continue;
    const known = ids.get(verdict.because) ?? [];
    known.push(nameSubject(subject, null).id);
    ids.set(verdict.because, known);
  }
  return [...ids].map(([because, all]) => {
    const named = all.filter((id) => id !== null).slice(0, NAMED);
    return { rule, count: all.length, because, ids: named };
  });
}

/** What a gap in a list hides from a rule: nobody knows how much. */
function listUnseen(
  { name: rule, over }: Rule,
  { gaps }: AuditFacts,
  isOverOrganization: boolean,
): readonly NotJudged[] {
  const isHidden = gaps
    .filter(mayHideKeys)
    .some(({ covers }) => covers.some((kind) => over.includes(kind) && (kind === "project" || isOverOrganization)));
  return isHidden ? [{ rule, count: null, because: UNLISTED, ids: [] }] : [];
}

function groupSkipped(rule: string, judged: readonly Judged[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { verdict } of judged) {
    if (verdict.kind === "skipped") counts.set(verdict.because, (counts.get(verdict.because) ?? 0) + 1);
  }
  return [...counts].map(([because, count]) => describeSkipped(rule, formatCount(count, "key"), because));
}
