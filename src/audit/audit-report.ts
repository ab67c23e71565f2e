import type { AuditFacts } from "../domain/audit-facts.ts";
import { type AuditFinding, type AuditReport, isExcepted } from "../domain/audit-report.ts";
import type { KeyRecord } from "../domain/inventory.ts";
import { NO_KEPT_SECRETS } from "../domain/kept-key.ts";
import {
  describeExpired,
  describeUnmatchedException,
  describeUnmatchedProject,
  NOTHING_ON,
} from "../messages/audit/notes.ts";
import { formatCount } from "../report/numbers.ts";
import { findUnmatchedExceptions } from "./exceptions.ts";
import { type AuditJudgement, judgeFacts, mayHideKeys } from "./judge.ts";
import type { AuditPolicy } from "./policy/policy.ts";
import { buildProjectFilter, type ProjectFilter } from "./projects.ts";
import { RULES } from "./rules/rules.ts";
import { isExpired, mayBeOfAccount } from "./rules/subjects.ts";

/** The level of a finding that makes the run fail. */
export type AuditFailOn = "error" | "warning" | "never";

/** What the operator asks of an audit. */
export type AuditReportOptions = {
  failOn: AuditFailOn;
  /** Ids, names or globs of the projects that are wanted; all of them, and the organisation itself, where it is empty. */
  projects: readonly string[];
};

/**
 * Judges the facts by a policy, and says what that comes to. A project that is asked for and is not there is judged like an
 * organisation without keys: whoever asks sees to it that there is one.
 */
export function createAuditReport(facts: AuditFacts, policy: AuditPolicy, options: AuditReportOptions): AuditReport {
  const isWanted = buildProjectFilter(options.projects.length > 0 ? options.projects : null);
  const judgement = judgeFacts(facts, policy, isWanted);
  const gaps = facts.gaps.filter(({ covers }) => isWanted(null) || covers.includes("project"));
  const counting = judgement.findings.filter((finding) => !isExcepted(finding));
  const isIncomplete = judgement.notJudged.length > 0 || gaps.some(mayHideKeys);
  return {
    conclusion: isIncomplete ? "incomplete" : counting.length > 0 ? "findings" : "clean",
    at: facts.now,
    organization: facts.organization,
    fails: counting.some(({ level }) => options.failOn === "warning" || level === options.failOn),
    keys: listWanted(facts, isWanted).filter((key) => !isExpired(key, facts)),
    projects: facts.projects.filter(isWanted).length,
    rules: judgement.rules,
    findings: rankFindings(judgement.findings),
    notJudged: judgement.notJudged,
    gaps,
    notes: listNotes(facts, policy, isWanted, judgement),
    requests: facts.requests,
    kept: NO_KEPT_SECRETS,
  };
}

function listWanted({ keys }: AuditFacts, isWanted: ProjectFilter): readonly KeyRecord[] {
  return keys.filter(({ home }) => isWanted(home.kind === "project" ? home : null));
}

/** The worst first; what an exception takes out comes last. Within a rule by project and name, so that runs agree. */
function rankFindings(findings: readonly AuditFinding[]): readonly AuditFinding[] {
  const rules = RULES.map(({ name }) => name);
  const rank = (finding: AuditFinding) => [
    isExcepted(finding) ? 1 : 0,
    finding.level === "error" ? 0 : 1,
    rules.indexOf(finding.rule),
    finding.subject.project?.name ?? finding.subject.project?.id ?? "",
    finding.subject.name ?? "",
    finding.subject.id ?? "",
  ];
  return findings
    .map((finding) => ({ finding, rank: rank(finding) }))
    .toSorted((a, b) => compareRanks(a.rank, b.rank))
    .map(({ finding }) => finding);
}

function compareRanks(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}

function listNotes(
  facts: AuditFacts,
  policy: AuditPolicy,
  isWanted: ProjectFilter,
  { rules, notes }: AuditJudgement,
): readonly string[] {
  const expired = listWanted(facts, isWanted).filter((key) => isExpired(key, facts)).length;
  return [
    ...(rules.every(({ level }) => level === "off") ? [NOTHING_ON] : []),
    ...notes,
    ...(expired > 0 ? [describeExpired(formatCount(expired, "key"), expired === 1)] : []),
    // What could not be listed may be what was meant.
    ...(facts.gaps.some(mayHideKeys) ? [] : listUnmatched(facts, policy)),
  ];
}

function listUnmatched(facts: AuditFacts, policy: AuditPolicy): readonly string[] {
  const areOwnersKnown = !facts.keys.some(mayBeOfAccount);
  const projects = [...policy.rules].flatMap(([rule, setting]) =>
    (setting.projects ?? []).flatMap((word, index) =>
      facts.projects.some(buildProjectFilter([word])) ? [] : describeUnmatchedProject(rule, index + 1),
    ),
  );
  const exceptions = findUnmatchedExceptions(policy.exceptions, facts).filter(
    ({ target }) => target === "project" || areOwnersKnown,
  );
  return [...exceptions.map(({ line }) => describeUnmatchedException(line)), ...projects];
}
