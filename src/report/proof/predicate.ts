import { type Gap, isChoice } from "../../domain/gap.ts";
import { conclude, type Report } from "../../domain/report.ts";
import type { SweepMeasure } from "../../domain/sweep.ts";
import { countStates, describeChangeKind } from "../json.ts";

/** The name of the format. As a type of in-toto it is https://github.com/openai-key-guard/openai-key-guard/scan/v1. */
const SCHEMA = "openai-key-guard/scan/v1";

/** What is told of a scan beside its report. */
export type ScanFacts = {
  version: string;
  /** `computeSettingsDigest` of the settings it ran with. */
  settings: string;
  /** Whether settings or the ignore file of the base left out paths. */
  isFiltered: boolean;
  /** Of a sweep: how much of the organisation was swept. */
  sweep?: SweepMeasure;
};

/**
 * The proof of a scan: what was read and what it came to, as `schema/scan.v1.json` describes it. It is the bare predicate of
 * an in-toto statement, since whoever signs it adds the rest. It may stand in a public log for ever, so it names no key, no
 * place and nobody. The same scan is the same text.
 */
export function renderPredicate(report: Report, { version, settings, isFiltered, sweep }: ScanFacts): string {
  const { change, coverage, findings, gaps } = report;
  const { commits, blobs, bytes, texts } = coverage;
  const missed = gaps.filter((gap) => !isChoice(gap));
  const document = {
    schema: SCHEMA,
    tool: { name: "openai-key-guard", version },
    settings: { sha256: settings },
    change: describeChangeKind(change),
    coverage: { commits, blobs, bytes, texts, ...sweep },
    // Repositories that were left out of the plan are the operator's choice, as paths are.
    filtered: isFiltered || (sweep?.repositories.leftOut ?? 0) > 0,
    complete: missed.length === 0,
    gaps: countGaps(missed),
    selfTest: gaps.some(({ kind }) => kind === "self-test") ? "failed" : "passed",
    conclusion: conclude(report),
    found: findings.length,
    counts: countStates(findings),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** How many gaps there are of each kind: what they are about may name a path. */
function countGaps(gaps: readonly Gap[]): readonly { kind: Gap["kind"]; count: number }[] {
  const kinds = [...new Set(gaps.map(({ kind }) => kind))].toSorted();
  return kinds.map((kind) => ({ kind, count: gaps.filter((gap) => gap.kind === kind).length }));
}
