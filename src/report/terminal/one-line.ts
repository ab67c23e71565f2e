import type { Report } from "../../domain/report.ts";
import { escapePlain } from "../escape.ts";
import { describeNamedCoverage, describeNothing, NO_KEYS_FOUND } from "../wording/coverage.ts";
import { type Look, paintTitle, toShownSigns } from "./look.ts";

/** Whether one line says all there is to say. */
export function isOneLine({ findings, gaps, unfinished }: Report): boolean {
  return findings.length + gaps.length + unfinished.length === 0;
}

/** All there is to say of a report for which `isOneLine` holds. Needs no view, which a clean run then need not load. */
export function renderOneLine(report: Report, look: Look): string {
  const coverage = escapePlain(describeNamedCoverage(report));
  const nothing = describeNothing(report);
  if (nothing === null) return renderVerdictLine(NO_KEYS_FOUND, coverage, look);
  // No mark of success: nothing was looked at.
  const { paint } = look;
  return toShownSigns(`${paint("bold", `– ${escapePlain(nothing)}`)}${renderAside(coverage, look)}`, look);
}

/** A verdict and how much was read. */
export function renderVerdictLine(title: string, coverage: string, look: Look): string {
  return toShownSigns(`${paintTitle(`✓ ${title}`, "good", look)}${renderAside(coverage, look)}`, look);
}

function renderAside(text: string, { paint }: Look): string {
  return text === "" ? "" : ` ${paint("dim", "·")} ${paint("dim", text)}`;
}
