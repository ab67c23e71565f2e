import type { Sighting } from "../../domain/candidate.ts";
import { isChoice, isUnread } from "../../domain/gap.ts";
import { type Conclusion, conclude, type Report } from "../../domain/report.ts";
import type { Line } from "../line.ts";
import { getSeverity, rankBySeverity, rankFindings } from "../severity.ts";
import { describeUnfinished } from "../wording/action-taken.ts";
import { describeCoverage } from "../wording/coverage.ts";
import { describeResolution } from "../wording/pull-request-comment.ts";
import { describeGap, GAPS_WARNING } from "../wording/states.ts";
import { type Alarm, describeAlarm, describeFailure, listTitleClauses } from "../wording/title.ts";
import { describeKey, type KeyView, type Tone } from "./key.ts";

/** Something that was not read. */
export type GapView = {
  /** "missing object" */
  name: string;
  /** "Not seen: missing object" */
  title: string;
  /** May quote names that others chose. */
  detail: string;
  /** Whether this keeps the report from being clean. */
  isWarning: boolean;
};

/**
 * What readers see of a report, decided once for all media, which lay it out and leave out what they have no room for.
 * What a reader may not know must be taken out of the report before (`restrictReport`).
 */
export type ReportView = {
  tone: Exclude<Tone, "quiet">;
  /** The verdict in one line, counts first; and its parts, the worst first. */
  title: string;
  clauses: readonly string[];
  /** What is said above all else; null where there is no such danger. */
  alarm: Alarm | null;
  /** What is said first once nothing can do harm any more. */
  resolution: string;
  /** The keys in the order in which a person should see them. */
  keys: readonly KeyView[];
  /** What an earlier run began and never recorded the end of. */
  unfinished: readonly Line[];
  gaps: readonly GapView[];
  /** What the gaps mean; null where none is a failure. */
  gapsWarning: string | null;
  /** How much was read. */
  coverage: string;
  /** The organisation that OpenAI was asked as. */
  askedAs: string | null;
  /** Why the run fails, to be said last; null where it does not. */
  failure: string | null;
};

/** What a medium knows of the run. */
type ViewContext = {
  /** Where the run can be looked at. */
  runUrl: string | null;
};

/** Where a place can be looked at; null where it cannot. */
export type LinkTo = (sighting: Sighting) => string | null;

/** What a page says of the run it comes from. An empty `head` is left out; `job` names workflow and job for a person. */
export type PageContext = ViewContext & { head: string; version: string; job?: string | null; link: LinkTo };

/** Turns a report into what its readers see. Pure. */
export function describeReport(report: Report, { runUrl }: ViewContext = { runUrl: null }): ReportView {
  const { change, unfinished, gaps, askedAs } = report;
  const findings = rankFindings(report.findings);
  const conclusion = conclude(report);
  const clauses = listTitleClauses(report, rankBySeverity(findings), conclusion);
  const title = clauses.join("; ");
  return {
    tone: TONES[conclusion],
    title,
    clauses,
    alarm: describeAlarm(findings),
    resolution: describeResolution(findings.some((one) => getSeverity(one) === "older")),
    keys: findings.map((finding) => describeKey(finding, change.kind, runUrl)),
    unfinished: unfinished.map(describeUnfinished),
    gaps: gaps.map((gap) => ({ ...describeGap(gap), isWarning: !isChoice(gap) })),
    gapsWarning: gaps.some(isUnread) ? GAPS_WARNING : null,
    coverage: describeCoverage(report),
    askedAs,
    failure: describeFailure(report, title),
  };
}

const TONES = { clean: "good", leaked: "bad", incomplete: "warn" } as const satisfies Record<Conclusion, Tone>;
