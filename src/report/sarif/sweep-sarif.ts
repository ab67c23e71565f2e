import type { Report } from "../../domain/report.ts";
import { selectRepository } from "../../domain/report.ts";
import { renderSarifRuns } from "./sarif.ts";

/**
 * A sweep as one SARIF file: a run for each repository that holds keys, with its address, and one for what could not be
 * read. It is for readers of SARIF that take many repositories; GitHub takes a file for each, which `renderSarif` makes.
 */
export function renderSweepSarif(report: Report, { server, version }: { server: string; version: string }): string {
  const named = report.findings.flatMap(({ sightings }) => sightings.map(({ repository }) => repository));
  const repositories = [...new Set(named)].filter((name) => name !== undefined).toSorted();
  const context = { head: "", runUrl: null, version };
  const parts = repositories.map((name) => ({
    report: { ...report, findings: selectRepository(report.findings, name), gaps: [], unfinished: [] },
    context: { ...context, repositoryUrl: `${server}/${name}` },
  }));
  const { gaps, unfinished } = report;
  const rest = gaps.length + unfinished.length > 0 || parts.length === 0;
  return renderSarifRuns([...parts, ...(rest ? [{ report: { ...report, findings: [] }, context }] : [])]);
}
