import type { Report } from "../../domain/report.ts";
import { describeCoverage, NO_KEYS_FOUND } from "../wording/coverage.ts";
import { type Look, MARKS, paintTitle, toShownSigns } from "./look.ts";

/** Whether one line says all there is to say. */
export function isOneLine({ findings, gaps, unfinished }: Report): boolean {
  return findings.length + gaps.length + unfinished.length === 0;
}

/** All there is to say of a report for which `isOneLine` holds. Needs no view, which a clean run then need not load. */
export function renderOneLine(report: Report, look: Look): string {
  return renderVerdictLine(NO_KEYS_FOUND, describeCoverage(report), look);
}

/** A verdict and how much was read. */
export function renderVerdictLine(title: string, coverage: string, look: Look): string {
  const { paint } = look;
  const verdict = paintTitle(`${MARKS.good} ${title}`, "good", look);
  return toShownSigns(`${verdict} ${paint("dim", "·")} ${paint("dim", coverage)}`, look);
}
