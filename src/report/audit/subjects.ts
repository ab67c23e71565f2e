import type { AuditSubjectName } from "../../domain/audit-facts.ts";
import {
  type AuditFinding,
  type AuditLevel,
  type AuditReport,
  isExcepted,
  isMended,
} from "../../domain/audit-report.ts";
import type { KeyRecord } from "../../domain/inventory.ts";
import type { Line } from "../line.ts";
import type { Tone } from "../view/key.ts";
import { describeAuditException, describeFix } from "../wording/audit/finding.ts";
import { describeSubjectPlace, nameAuditSubject } from "../wording/audit/subject.ts";

/** What a rule found about a subject. Texts may quote what others wrote; each medium escapes them. */
export type AuditFindingView = {
  rule: string;
  level: AuditLevel;
  detail: string;
  advice: string;
  /** An exception that applies, or one that has expired. */
  exception: string | null;
  /** What `--fix` came to. */
  fix: { text: string; tone: Tone } | null;
};

/** A key, account or project with all that was found about it. */
export type AuditSubjectView = {
  level: AuditLevel;
  tone: Tone;
  subject: AuditSubjectName;
  key: KeyRecord | null;
  name: Line;
  /** Where it lives, who owns it, since when. Empty where nothing of it may be known. */
  place: Line;
  findings: readonly AuditFindingView[];
};

/** Identifies what a finding is about: two rules that found one key have one id. */
export function identifySubject({ subject, key }: Pick<AuditFinding, "subject" | "key">): string {
  return `${subject.kind}:${key?.id ?? subject.id ?? subject.name ?? ""}`;
}

/** An id of each finding that counts, which is the same in every run. */
export function listFindingIds({ findings }: AuditReport): readonly string[] {
  return findings.filter((one) => !isExcepted(one)).map((one) => `${one.rule}:${identifySubject(one)}`);
}

/** Groups findings by what they are about. The order stays, so that the worst come first. */
export function groupSubjects(findings: readonly AuditFinding[], now: Date): readonly AuditSubjectView[] {
  const groups = new Map<string, AuditFinding[]>();
  for (const finding of findings) {
    const id = identifySubject(finding);
    const group = groups.get(id);
    if (group) group.push(finding);
    else groups.set(id, [finding]);
  }
  return [...groups.values()].flatMap((group) => describeSubject(group, now));
}

function describeSubject(group: readonly AuditFinding[], now: Date): readonly AuditSubjectView[] {
  const [first] = group;
  if (!first) return [];
  const { subject, key } = first;
  const level = group.some((one) => one.level === "error") ? "error" : "warning";
  return [
    {
      level,
      tone: group.every(isMended) ? "good" : level === "error" ? "bad" : "warn",
      subject,
      key,
      name: nameAuditSubject(subject),
      place: describeSubjectPlace(subject, key),
      findings: group.map((one) => describeAuditFinding(one, now)),
    },
  ];
}

function describeAuditFinding(finding: AuditFinding, now: Date): AuditFindingView {
  const { rule, level, detail, advice, exception, fix } = finding;
  const isOpen = fix?.outcome.kind === "refused" || fix?.outcome.kind === "failed";
  return {
    rule,
    level,
    detail,
    advice,
    exception: exception && describeAuditException(exception),
    fix: fix && { text: describeFix(fix, now), tone: isMended(finding) ? "good" : isOpen ? "bad" : "quiet" },
  };
}
