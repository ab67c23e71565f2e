import { type Report, selectRepository } from "../../domain/report.ts";
import type { SweepPlan, SweptRepository } from "../../domain/sweep.ts";

/** What a sweep has found in one repository: a report without a word of the others. */
export type RepositoryReport = {
  /** `owner/name`. */
  repository: string;
  defaultBranch: string | null;
  report: Report;
  /** Whether all of it was read, and all of its keys were read again: what is missing in the report is not there. */
  isWhole: boolean;
};

/** Splits the report of a sweep: a part for each repository that was planned, in the order of their names. */
export function splitReport(
  report: Report,
  plan: SweepPlan,
  records: readonly SweptRepository[],
  unread: ReadonlySet<string>,
): readonly RepositoryReport[] {
  const branches = new Map(plan.shards.flat().map(({ id, defaultBranch }) => [id, defaultBranch]));
  return records
    .map((record) => ({
      repository: record.name,
      defaultBranch: branches.get(record.id) ?? null,
      report: restrictTo(report, record),
      isWhole: record.refs !== null && !unread.has(record.name),
    }))
    .toSorted((one, other) => (one.repository < other.repository ? -1 : 1));
}

/** Its gaps alone: those who read about one repository may not know of the others. */
function restrictTo(report: Report, { name, coverage, gaps }: SweptRepository): Report {
  return { ...report, findings: selectRepository(report.findings, name), coverage, gaps, unfinished: [] };
}
