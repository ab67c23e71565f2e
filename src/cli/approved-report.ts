import type { Change } from "../domain/change.ts";
import { UsageError } from "../errors.ts";
import {
  DAMAGES,
  describeDamagedReport,
  describeOtherVersion,
  FOREIGN_REPORTS,
  GONE_CHANGES,
  NO_JSON_REPORT,
  NO_UTF8_REPORT,
} from "../messages/errors/command-line/approved-report.ts";

/** The format of reports that can be read back, as `schema/report.v1.json` describes it. */
const SCHEMA = "openai-key-guard/report/v1";

/** A change that can be scanned again. A stream and the texts of an event cannot: nothing keeps them. */
export type RepeatableChange = Exclude<Change, { kind: "stdin" | "texts" | "sweep" }>;

/** What a person approves by handing a report back. */
export type ApprovedReport = {
  /** The only keys that may be contained. Whether they are ours and proven is checked anew, never read from the report. */
  fingerprints: ReadonlySet<string>;
  /** Where they were found, and must be found again. */
  change: RepeatableChange;
};

/**
 * Reads a JSON report back. Only fingerprints and the change are taken from it: a report that was tampered with can name
 * other keys and commits, and grants nothing.
 *
 * @throws UsageError for any other file, for another version, and for a change that cannot be scanned again.
 */
export function parseApprovedReport(text: string): ApprovedReport {
  const report = parseJsonObject(text);
  const { schema, change, findings } = report;
  if (schema !== SCHEMA) throw new UsageError(describeForeignFormat(report));
  if (!Array.isArray(findings)) throw createDamageError("findings", "list");
  return { fingerprints: new Set(findings.map(readFingerprint)), change: readChange(change) };
}

function parseJsonObject(text: string): Readonly<Record<string, unknown>> {
  // Windows PowerShell writes what is sent to a file as UTF-16.
  if (text.includes("\0")) throw new UsageError(NO_UTF8_REPORT);
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    if (isObject(value)) return value;
  } catch {
    // Reported below: the parser's own message quotes the text.
  }
  throw new UsageError(NO_JSON_REPORT);
}

/** What the file seems to be instead. Quotes nothing from it but the version of a report of ours. */
function describeForeignFormat({ schema, runs, v }: Readonly<Record<string, unknown>>): string {
  const version = typeof schema === "string" ? /^openai-key-guard\/report\/(v\d{1,4})$/.exec(schema)?.[1] : undefined;
  if (version !== undefined) return describeOtherVersion(version);
  if (Array.isArray(runs)) return FOREIGN_REPORTS.sarif;
  return v === 1 ? FOREIGN_REPORTS.audit : FOREIGN_REPORTS.other;
}

function readFingerprint(finding: unknown, index: number): string {
  const fingerprint = isObject(finding) ? finding["fingerprint"] : undefined;
  if (typeof fingerprint === "string" && /^[0-9a-f]{16}$/.test(fingerprint)) return fingerprint;
  throw createDamageError(`findings[${index}].fingerprint`, "fingerprint");
}

function readChange(change: unknown): RepeatableChange {
  if (!isObject(change)) throw createDamageError("change", "missing");
  const { kind } = change;
  switch (kind) {
    case "range": {
      const { base, head } = change;
      // Only full object names: they are passed to git as arguments.
      if (!isFullCommitName(head)) throw createDamageError("change.head", "commit");
      if (base !== null && !isFullCommitName(base)) throw createDamageError("change.base", "commitOrNull");
      return { kind, base, head };
    }
    case "history":
      if (typeof change["unreachable"] !== "boolean") throw createDamageError("change.unreachable", "boolean");
      return { kind, unreachable: change["unreachable"] };
    case "staged":
      return { kind };
    case "files": {
      const { globs } = change;
      if (!isListOfGlobs(globs)) throw createDamageError("change.globs", "globs");
      return { kind, globs };
    }
    case "alerts": {
      const { of } = change;
      if (typeof of !== "string") throw createDamageError("change.of", "missing");
      return { kind, of };
    }
    case "sweep":
      throw new UsageError(GONE_CHANGES.sweep);
    case "stdin":
      throw new UsageError(GONE_CHANGES.stdin);
    case "texts":
      throw new UsageError(GONE_CHANGES.texts);
    default:
      throw createDamageError("change.kind", "unknown");
  }
}

function createDamageError(field: string, why: keyof typeof DAMAGES): UsageError {
  return new UsageError(describeDamagedReport(field, DAMAGES[why]));
}

function isFullCommitName(value: unknown): value is string {
  return typeof value === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
}

function isListOfGlobs(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string" && !one.includes("\0"));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
