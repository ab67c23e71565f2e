import { type AuditFinding, type AuditReport, isExcepted, isMended } from "../../../domain/audit-report.ts";
import { capitalize, formatCount } from "../../numbers.ts";
import { ACTIONS } from "../key/outcome.ts";

/** How many findings that count are errors and warnings. */
export function countLevels(findings: readonly AuditFinding[]): { errors: number; warnings: number } {
  const counting = findings.filter((one) => !isExcepted(one));
  const errors = counting.filter(({ level }) => level === "error").length;
  return { errors, warnings: counting.length - errors };
}

/** "3 errors and 14 warnings", "1 warning", "no findings". */
export function describeLevels({ errors, warnings }: { errors: number; warnings: number }): string {
  const parts = [
    ...(errors > 0 ? [formatCount(errors, "error")] : []),
    ...(warnings > 0 ? [formatCount(warnings, "warning")] : []),
  ];
  return parts.length > 0 ? parts.join(" and ") : "no findings";
}

/** How many findings that count are left after what `--fix` has done. */
export function countLevelsLeft(findings: readonly AuditFinding[]): { errors: number; warnings: number } {
  return countLevels(findings.filter((one) => !isMended(one)));
}

/**
 * The verdict in one clause: "3 errors and 14 warnings over 42 keys in 6 projects". After `--fix` it counts what is left:
 * "1 error left over 42 keys in 6 projects, 2 findings mended".
 */
export function describeAuditTitle(report: AuditReport): string {
  const levels = countLevelsLeft(report.findings);
  const mended = report.findings.filter((one) => !isExcepted(one) && isMended(one)).length;
  const [left, done] = mended === 0 ? ["", ""] : [" left", `, ${formatCount(mended, "finding")} mended`];
  const scope = `${describeAuditScope(report)}${done}`;
  const isFound = levels.errors + levels.warnings > 0;
  if (report.conclusion !== "incomplete") return `${capitalize(describeLevels(levels))}${left} over ${scope}`;
  return isFound
    ? `${capitalize(describeLevels(levels))}${left} over ${scope}, and not everything could be judged`
    : `Not a clean result over ${scope}: not everything could be judged`;
}

/** "42 keys in 6 projects" */
export function describeAuditScope({ keys, projects }: Pick<AuditReport, "keys" | "projects">): string {
  return `${formatCount(keys.length, "key")} in ${formatCount(projects, "project")}`;
}

/** The title of the issue: it changes with the counts alone. */
export function describeIssueTitle(findings: readonly AuditFinding[]): string {
  return `OpenAI key audit: ${describeLevels(countLevels(findings))}`;
}

/** What `--fix` came to, in one sentence; null where nothing was asked of it. Keys that two rules found count once. */
export function describeFixSum(findings: readonly AuditFinding[]): string | null {
  // What an exception leaves alone says nothing of what another rule had done to the key.
  const acted = findings.toSorted((a, b) => Number(isExcepted(b)) - Number(isExcepted(a)));
  const outcomes = new Map(
    acted.flatMap((one) => (one.fix ? [[one.key?.id ?? one.subject.id, one.fix] as const] : [])),
  );
  const parts = new Map<string, number>();
  for (const { outcome } of outcomes.values()) {
    const what =
      outcome.kind === "contained"
        ? ACTIONS[outcome.by].done
        : outcome.kind === "rehearsed"
          ? `would be ${ACTIONS[outcome.because.replace("would-", "") as keyof typeof ACTIONS].done} (dry run)`
          : outcome.kind === "already-gone"
            ? "gone already"
            : "not changed";
    parts.set(what, (parts.get(what) ?? 0) + 1);
  }
  if (parts.size === 0) return null;
  return `${[...parts].map(([what, count]) => `${formatCount(count, "key")} ${what}`).join(", ")}.`;
}
