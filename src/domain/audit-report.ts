import type { AuditSubjectName } from "./audit-facts.ts";
import type { Decision } from "./decision.ts";
import type { KeyRecord, Unseen } from "./inventory.ts";
import { type KeptSecrets, NO_KEPT_SECRETS } from "./kept-key.ts";
import type { Outcome } from "./outcome.ts";
import { type Conclusion, type Detail, removeNames, removeNamesFromDecision } from "./report.ts";

/** How much a finding of an audit matters. */
export type AuditLevel = "error" | "warning";

/** An exception of the policy file that names a key, project or service account. An expired one no longer counts. */
export type AuditException = { reason: string; until: Date | null; isExpired: boolean };

/** What `--fix` decided about a key, and what came of it. */
export type AuditFix = { decision: Decision; outcome: Outcome };

/** A key, account or project that a rule found. Holds no text of a key. */
export type AuditFinding = {
  /** The rule's name, as in the policy file. */
  rule: string;
  level: AuditLevel;
  subject: AuditSubjectName;
  /** The record, where the subject is a key. */
  key: KeyRecord | null;
  /** What was found, in numbers, as a clause: "last used 143 days ago, on 8 Jul 2026". Names nobody. */
  detail: string;
  /** The same without names of models and the like, for what others can read; left out where it is the same. */
  publicDetail?: string;
  /** The next right thing to do about it, as a sentence. */
  advice: string;
  /** An exception that fits it: one that still counts takes the finding out of the counts. */
  exception: AuditException | null;
  fix: AuditFix | null;
};

/** What a rule could not judge: never passed. */
export type NotJudged = {
  rule: string;
  /** How many keys, accounts or projects; null where nobody knows, because a list was not read to its end. */
  count: number | null;
  /** Why, as a clause: "the Admin API key may not read usage". */
  because: string;
  /** Their ids, a few at most. */
  ids: readonly string[];
};

/** What a rule came to. */
export type RuleResult = {
  rule: string;
  /** What it finds, in a few words, as a heading: "Keys that nobody uses". */
  title: string;
  level: AuditLevel | "off";
  judged: number;
  found: number;
  excepted: number;
  notJudged: number;
};

/** All that an audit has to say. */
export type AuditReport = {
  /** `incomplete` where something that is on could not be judged, whatever else was found. */
  conclusion: "clean" | "findings" | "incomplete";
  at: Date;
  organization: string | null;
  /** Whether a finding has reached the level of `fail-on`. */
  fails: boolean;
  /** Keys that were judged, for the pictures. */
  keys: readonly KeyRecord[];
  projects: number;
  rules: readonly RuleResult[];
  /** The worst first; those with an exception that counts come last. */
  findings: readonly AuditFinding[];
  notJudged: readonly NotJudged[];
  /** What could not be listed at all. */
  gaps: readonly Unseen[];
  /** Remarks that a reader needs: that usage arrives late, exceptions that fit nothing. They name nobody. */
  notes: readonly string[];
  /** Requests that were sent to OpenAI. */
  requests: number;
  /** Which of the keys workflows could do without. */
  kept: KeptSecrets;
};

/** Whether an exception takes a finding out of the counts. */
export function isExcepted({ exception }: Pick<AuditFinding, "exception">): boolean {
  return exception !== null && !exception.isExpired;
}

/** Whether `--fix` has taken care of it, and that is seen: it is over, or is to be over on a day that is set. */
export function isMended({ fix }: Pick<AuditFinding, "fix">): boolean {
  if (fix === null) return false;
  const { outcome } = fix;
  if (outcome.kind === "left") return outcome.because === "expires-sooner";
  return outcome.kind === "already-gone" || (outcome.kind === "contained" && outcome.verified);
}

/**
 * Restricts a report to what its reader may see: `minimal` names no key, project, owner or model. Ids of what was found
 * stay, by which its owners find it.
 */
export function restrictAuditReport(report: AuditReport, detail: Detail): AuditReport {
  if (detail === "full") return report;
  const { keys, findings, gaps } = report;
  return {
    ...report,
    organization: null,
    kept: NO_KEPT_SECRETS,
    keys: keys.map(removeNames),
    findings: findings.map(restrictAuditFinding),
    gaps: gaps.map((gap) => (gap.publicDetail === undefined ? gap : { ...gap, detail: gap.publicDetail })),
  };
}

function restrictAuditFinding(finding: AuditFinding): AuditFinding {
  const { subject, key, detail, publicDetail = detail, fix } = finding;
  const project = subject.project && { kind: subject.project.kind, id: null, name: null };
  return {
    ...finding,
    subject: { ...subject, name: null, project, owner: null },
    key: key && removeNames(key),
    detail: publicDetail,
    fix: fix && { decision: removeNamesFromDecision(fix.decision), outcome: restrictOutcome(fix.outcome) },
  };
}

function restrictOutcome(outcome: Outcome): Outcome {
  return outcome.kind === "contained" ? { ...outcome, scopesBefore: null } : outcome;
}

/** What a run comes to for its exit code: what could not be judged goes before what was found. */
export function concludeAudit({ conclusion, fails }: AuditReport): Conclusion {
  if (conclusion === "incomplete") return "incomplete";
  return fails ? "leaked" : "clean";
}
