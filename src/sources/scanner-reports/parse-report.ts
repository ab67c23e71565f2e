import { readEntry, readSarifResult } from "./read-entry.ts";
import { getList, isObject, listTexts, type ReportEntry, type ScannerName } from "./report-entry.ts";

/** What a scanner's report holds: its findings, and all texts outside of them. */
export type ScannerReport = {
  scanners: ReadonlySet<ScannerName>;
  entries: readonly ReportEntry[];
  rest: readonly string[];
};

/**
 * Parses the report of a scanner: one JSON document, or one on each line. Null for what is none. Nothing in it is left out:
 * what is no finding is a text.
 */
export function parseScannerReport(text: string): ScannerReport | null {
  const document = parseJson(text);
  if (document !== undefined) return readDocument(document.value);
  return readLines(text);
}

/** A list, or a document with one: SARIF's runs, or findings. */
function readDocument(document: unknown): ScannerReport | null {
  if (Array.isArray(document)) return collect(document.map((value) => readPart(value)));
  if (!isObject(document)) return null;
  if (Array.isArray(document["runs"])) return readSarif(document);
  const { findings, ...others } = document;
  if (!Array.isArray(findings)) return collect([readPart(document)]);
  const empty = findings.length === 0 ? nameEmptyReport(document) : null;
  if (empty !== null) return { scanners: new Set([empty]), entries: [], rest: listTexts(others) };
  return collect([...findings.map((value: unknown) => readPart(value)), { other: others }]);
}

/** A report without findings can be told by what stands beside them. */
function nameEmptyReport(document: Readonly<Record<string, unknown>>): ScannerName | null {
  if (isObject(document["metadata"]) && "kingfisher_version" in document["metadata"]) return "kingfisher";
  return isObject(document["scan"]) && "betterleaks_version" in document["scan"] ? "betterleaks" : null;
}

function readSarif(document: Readonly<Record<string, unknown>>): ScannerReport {
  const { runs, ...others } = document;
  const parts = getList(runs).flatMap((run): readonly Part[] => {
    if (!isObject(run)) return [{ other: run }];
    const { results, ...rest } = run;
    return [...getList(results).map((value) => readPart(value, readSarifResult)), { other: rest }];
  });
  return { ...sort([...parts, { other: others }]), scanners: new Set(["sarif"]) };
}

/** Lines that are no JSON are what a scanner logs among its findings. */
function readLines(text: string): ScannerReport | null {
  return collect(
    text.split(/\r?\n/).map((line): Part => {
      const parsed = parseJson(line);
      return parsed === undefined ? { other: line } : readPart(parsed.value);
    }),
  );
}

/** A part of a report: a finding, or anything else. */
type Part = { entry: ReportEntry } | { other: unknown };

function readPart(value: unknown, read: (value: unknown) => ReportEntry | null = readEntry): Part {
  const entry = read(value);
  return entry === null ? { other: value } : { entry };
}

function collect(parts: readonly Part[]): ScannerReport | null {
  const sorted = sort(parts);
  return sorted.entries.length > 0 ? sorted : null;
}

function sort(parts: readonly Part[]): ScannerReport {
  const entries = parts.flatMap((part) => ("entry" in part ? [part.entry] : []));
  const rest = parts.flatMap((part) => ("other" in part ? listTexts(part.other) : []));
  return { scanners: new Set(entries.map(({ scanner }) => scanner)), entries, rest };
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
