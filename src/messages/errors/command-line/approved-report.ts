/** Which file can be handed to `contain`. */
const WHICH = 'Use the report that "scan --format json --output report.json" or the Action\'s report-file wrote.';

/** A file that is no report. */
export const NO_JSON_REPORT = `The report is not a JSON object. ${WHICH}`;

/** A file in UTF-16, as Windows PowerShell writes it. */
export const NO_UTF8_REPORT = `The report is not in UTF-8: a shell may have written it with >. ${WHICH}`;

/** A report of another version. */
export function describeOtherVersion(version: string): string {
  return `The report has version ${version}, but this openai-key-guard reads v1. ${WHICH}`;
}

/** Files that are something else. */
export const FOREIGN_REPORTS = {
  sarif: `The report is SARIF, which does not say enough about the keys. ${WHICH}`,
  audit: `The report is an audit file. ${WHICH}`,
  other: `The report is not one of openai-key-guard. ${WHICH}`,
} as const;

/** A report of which a field is not what it must be. */
export function describeDamagedReport(field: string, why: string): string {
  return `The report is damaged: ${field} ${why}. ${WHICH}`;
}

/** What is wrong with a field. */
export const DAMAGES = {
  list: "is not a list",
  globs: "is not a list of globs",
  fingerprint: "is not 16 hex digits",
  missing: "is missing",
  commit: "is not a full commit name",
  commitOrNull: "is neither a full commit name nor null",
  boolean: "is neither true nor false",
  unknown: "is unknown",
} as const;

/** Changes that cannot be scanned again. */
export const GONE_CHANGES = {
  sweep: "The report is about a sweep. Run sweep merge again over the same folders, with --on-leak and --approved.",
  stdin:
    "The report is about standard input, which is gone. Pipe the same text into scan --stdin again, with --on-leak and --approved.",
  texts:
    "The report is about texts of an event, which only the workflow can read. Set on-leak and approved in the workflow, and run it again.",
} as const;
