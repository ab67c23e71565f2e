import type { Change } from "../domain/change.ts";
import type { Finding } from "../domain/finding.ts";
import { conclude, type Report } from "../domain/report.ts";
import type { ResponseMedian } from "../domain/response.ts";
import { formatFinding, formatIsoTime } from "./json-finding.ts";
import { rankFindings } from "./ranking.ts";
import { formatSafeJsonList } from "./safe-json.ts";
import { getState, KEY_STATES, type KeyState } from "./state.ts";
import { listExposures, measureResponses } from "./sweep/exposure.ts";

/** The name of the format. It changes when a program that reads the old one would misread the new one. */
const SCHEMA = "openai-key-guard/report/v1" as const;

/** The report as `schema/report.v1.json` describes it. What is not known is null; times are ISO 8601 in UTC. */
export function renderJson(report: Report, version: string): string {
  return [...renderJsonPieces(report, version)].join("");
}

/** The same in pieces, for a report of ten thousands of keys. */
export function renderJsonPieces(report: Report, version: string): Iterable<string> {
  const document = buildDocument({ ...report, findings: [] }, version);
  const counts = countStates(report.findings);
  const formatAll = function* () {
    for (const finding of rankFindings(report.findings)) yield formatFinding(finding);
  };
  const conclusion = conclude(report);
  const response = report.change.kind === "sweep" ? { response: formatResponse(report.findings) } : {};
  // Each time from the start: what one place could not take is written to another.
  return {
    [Symbol.iterator]: () =>
      formatSafeJsonList({ ...document, ...response, conclusion, counts }, "findings", formatAll()),
  };
}

/** What the JSON report holds, as plain data. */
export type ReportDocument = ReturnType<typeof buildDocument>;

/** The report as plain data. Texts that others wrote stand in it as they are. */
function buildDocument(report: Report, version: string) {
  const { change, coverage, silent, findings, gaps, unfinished, askedAs } = report;
  const { commits, blobs, bytes, texts, milliseconds } = coverage;
  return {
    schema: SCHEMA,
    tool: { name: "openai-key-guard", version },
    conclusion: conclude(report),
    counts: countStates(findings),
    change: formatChange(change),
    coverage: { commits, blobs, bytes, texts, milliseconds },
    silent: {
      publishedExamples: silent["published-example"],
      placeholders: silent.placeholder,
      sequences: silent.sequence,
      repetitions: silent.repetition,
    },
    findings: rankFindings(findings).map(formatFinding),
    gaps: gaps.map(({ kind, detail }) => ({ kind, detail })),
    askedAs,
    ...(change.kind === "sweep" ? { response: formatResponse(findings) } : {}),
    unfinished: unfinished.map(({ fingerprint, id, act, at }) => ({ fingerprint, id, act, at: formatIsoTime(at) })),
  };
}

/** The response to all keys of an organisation. */
function formatResponse(findings: readonly Finding[]) {
  const exposures = listExposures(findings, null);
  const { exposed, detected, contained } = measureResponses(exposures);
  const format = (median: ResponseMedian | null) => median && { medianSeconds: median.seconds, keys: median.keys };
  return {
    open: exposures.filter(({ state }) => state !== "dead").length,
    exposed: format(exposed),
    detected: format(detected),
    contained: format(contained),
  };
}

/** How many keys are in each state; their sum is the number of findings. */
export function countStates(findings: readonly Finding[]): Readonly<Record<KeyState, number>> {
  const states = findings.map(getState);
  const counts = KEY_STATES.map((state) => [state, states.filter((one) => one === state).length]);
  return Object.fromEntries(counts) as Record<KeyState, number>;
}

function formatChange(change: Change) {
  switch (change.kind) {
    case "range":
      return { kind: change.kind, base: change.base, head: change.head, ...(change.unpushed && { unpushed: true }) };
    case "history":
      return { kind: change.kind, unreachable: change.unreachable };
    case "staged":
      return { kind: change.kind };
    case "texts":
      return { kind: change.kind, of: change.of };
    case "sweep":
      return {
        kind: change.kind,
        organization: change.organization,
        repositories: change.repositories,
        unread: change.unread,
        leftOut: change.leftOut,
      };
    case "alerts":
      return { kind: change.kind, of: change.of };
    case "files":
      return { kind: change.kind, globs: change.globs };
    case "stdin":
      return { kind: change.kind, name: change.name };
    default:
      return change satisfies never;
  }
}

/** The same without what people called it: globs, names of streams and of texts. */
export function describeChangeKind(change: Change) {
  const { kind } = change;
  if (kind === "range") return { kind, base: change.base, head: change.head };
  return kind === "history" ? { kind, unreachable: change.unreachable } : { kind };
}
