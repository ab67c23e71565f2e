import type { Change } from "../domain/change.ts";
import { UsageError } from "../errors.ts";

/** The format of reports that can be read back, as `schema/report.v1.json` describes it. */
const SCHEMA = "openai-key-guard/report/v1";

const HOW = 'give the one that "scan --format json --output report.json" or the Action\'s report-file wrote.';

/** A change that can be scanned again. A stream and the texts of an event cannot: nothing keeps them. */
export type RepeatableChange = Exclude<Change, { kind: "stdin" | "texts" }>;

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
  if (schema !== SCHEMA) throw new UsageError(`The report ${describeForeignFormat(report)}; ${HOW}`);
  if (!Array.isArray(findings)) throw createDamageError("findings", "is no list");
  return { fingerprints: new Set(findings.map(readFingerprint)), change: readChange(change) };
}

function parseJsonObject(text: string): Readonly<Record<string, unknown>> {
  // Windows PowerShell writes what is sent to a file as UTF-16.
  if (text.includes("\0")) throw new UsageError(`The report is not UTF-8, as what a shell wrote to a file; ${HOW}`);
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    if (isObject(value)) return value;
  } catch {
    // Reported below: the parser's own message quotes the text.
  }
  throw new UsageError(`The report is no JSON object; ${HOW}`);
}

/** What the file seems to be instead. Quotes nothing from it but the version of a report of ours. */
function describeForeignFormat({ schema, runs, v }: Readonly<Record<string, unknown>>): string {
  const version = typeof schema === "string" ? /^openai-key-guard\/report\/(v\d{1,4})$/.exec(schema)?.[1] : undefined;
  if (version !== undefined) return `is of version ${version}, and this tool reads v1`;
  if (Array.isArray(runs)) return "is SARIF, which says less than is needed";
  if (v === 1) return "is a line of an audit file";
  return "is not one of openai-key-guard";
}

function readFingerprint(finding: unknown, index: number): string {
  const fingerprint = isObject(finding) ? finding["fingerprint"] : undefined;
  if (typeof fingerprint === "string" && /^[0-9a-f]{16}$/.test(fingerprint)) return fingerprint;
  throw createDamageError(`findings[${index}].fingerprint`, "is not 16 hex digits");
}

function readChange(change: unknown): RepeatableChange {
  if (!isObject(change)) throw createDamageError("change", "is missing");
  const { kind } = change;
  switch (kind) {
    case "range": {
      const { base, head } = change;
      // Only full object names: they are passed to git as arguments.
      if (!isFullCommitName(head)) throw createDamageError("change.head", "is not a full commit name");
      if (base !== null && !isFullCommitName(base))
        throw createDamageError("change.base", "is neither a full commit name nor null");
      return { kind, base, head };
    }
    case "history":
      if (typeof change["unreachable"] !== "boolean")
        throw createDamageError("change.unreachable", "is neither true nor false");
      return { kind, unreachable: change["unreachable"] };
    case "staged":
      return { kind };
    case "files": {
      const { globs } = change;
      if (!isListOfGlobs(globs)) throw createDamageError("change.globs", "is no list of globs");
      return { kind, globs };
    }
    case "stdin":
      throw new UsageError(
        "The report is about standard input, which cannot be read again; pipe it in once more, with scan --stdin, --on-leak and --approved.",
      );
    case "texts":
      throw new UsageError(
        "The report is about texts of an event, which cannot be found again from here; set on-leak and approved in the workflow, and run it again.",
      );
    default:
      throw createDamageError("change.kind", "is none that this tool knows");
  }
}

function createDamageError(field: string, why: string): UsageError {
  return new UsageError(`The report is damaged: ${field} ${why}; ${HOW}`);
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
