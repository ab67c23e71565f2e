import { stringify } from "csv-stringify/sync";
import type { AuditFinding, AuditReport } from "../../domain/audit-report.ts";
import { escapePlain } from "../escape.ts";
import { isCalendarTime } from "../numbers.ts";
import { describeAuditException, describeFix } from "../wording/audit/finding.ts";
import { CSV_NOT_JUDGED } from "../wording/audit/labels.ts";

/** The columns, whose names are for programs too. */
const COLUMNS = [
  "level",
  "rule",
  "kind",
  "id",
  "name",
  "project",
  "project_id",
  "owner_kind",
  "owner",
  "owner_id",
  "created",
  "last_used",
  "expires",
  "detail",
  "advice",
  "exception",
  "fix",
] as const;

type CsvRow = Partial<Record<(typeof COLUMNS)[number], string | null>>;

/**
 * The audit for a spreadsheet (RFC 4180): a row a finding, and a row for what a rule could not judge. It begins with the
 * mark of UTF-8, without which Excel takes it for something else. No cell is a formula.
 */
export function renderAuditCsv(report: AuditReport): string {
  const rows: readonly CsvRow[] = [
    ...report.findings.map((one) => formatRow(one, report.at)),
    ...report.notJudged.map(({ rule, count, because, ids }) => ({
      level: CSV_NOT_JUDGED,
      rule,
      id: ids.join(" "),
      detail: count === null ? because : `${count}: ${because}`,
    })),
    ...report.gaps.map(({ detail }) => ({ level: CSV_NOT_JUDGED, detail })),
  ];
  const cells = rows.map((row) => COLUMNS.map((column) => escapePlain(row[column] ?? "").trim()));
  return stringify([COLUMNS, ...cells], { bom: true, escape_formulas: true, record_delimiter: "windows" });
}

function formatRow({ level, rule, subject, key, detail, advice, exception, fix }: AuditFinding, now: Date): CsvRow {
  const { project, owner } = subject;
  return {
    level,
    rule,
    kind: subject.kind,
    id: subject.id,
    name: subject.name,
    project: project?.name ?? null,
    project_id: project?.id ?? null,
    owner_kind: owner?.kind ?? null,
    owner: owner?.name ?? null,
    owner_id: owner?.id ?? null,
    created: formatCellDay(key?.createdAt),
    last_used: formatCellDay(key?.lastUsedAt),
    expires: formatCellDay(key?.expiresAt),
    detail,
    advice: advice.replaceAll("`", ""),
    exception: exception && describeAuditException(exception),
    fix: fix && describeFix(fix, now),
  };
}

/** A day as spreadsheets know it. */
function formatCellDay(time: Date | null | undefined): string | null {
  return isCalendarTime(time) ? time.toISOString().slice(0, 10) : null;
}
