import { isChoice, mayHideKey } from "../../domain/gap.ts";
import { type Conclusion, conclude, type Report } from "../../domain/report.ts";
import { describeFederation, type FederationView } from "../advice/federation/federation.ts";
import { describeGapWays } from "../advice/gaps.ts";
import { describeGreen } from "../advice/green.ts";
import { BARE_CONTEXT, type StoryContext } from "../context.ts";
import type { Line } from "../line.ts";
import { rankFindings } from "../ranking.ts";
import { describeSweep, type SweepView } from "../sweep/view.ts";
import { describeCoverage, describeScope } from "../wording/coverage.ts";
import { describeGap, GAPS_WARNING } from "../wording/gap-names.ts";
import { describeUnfinished } from "../wording/key/action-taken.ts";
import { describeMissingKey, describeReportOnly, describeResolution } from "../wording/notes.ts";
import { describeFailure, describeTitle } from "../wording/title.ts";
import type { KeyView, Tone } from "./key.ts";
import { describeKeys } from "./key-list.ts";

/** Something that was not read. */
export type GapView = {
  /** "missing object" */
  name: string;
  /** "Not read: missing object" */
  title: string;
  /** May quote names that others chose. */
  detail: string;
  /** The path that was not read, which the detail may begin with, in quotes; null where it is about no one path. */
  path: string | null;
  /** What to do about it, the best way out first. */
  ways: readonly Line[];
  /** Whether this keeps the report from being clean. */
  isWarning: boolean;
};

/**
 * What readers see of a report, decided once for all media, which lay it out and leave out what they have no room for.
 * What a reader may not know must be taken out of the report before (`restrictReport`).
 */
export type ReportView = {
  tone: Exclude<Tone, "quiet">;
  /** The mark that carries the colour in Markdown: "🔴". */
  mark: string;
  /** The same for a terminal: "✗", and "?" where nobody can tell. */
  sign: "✗" | "!" | "?" | "✓";
  /** The verdict in one clause. May quote names that others chose. */
  title: string;
  /** What the one key that is no longer a danger was, and what is still worth doing; null where there is a danger. */
  resolution: Line | null;
  /** The keys in the order in which a person should see them, without those that the ignore file lists. */
  keys: readonly KeyView[];
  /** The keys that the ignore file lists. */
  ignored: readonly KeyView[];
  /** What an earlier run began and never recorded the end of. */
  unfinished: readonly Line[];
  gaps: readonly GapView[];
  /** What the gaps mean; null where none is a failure. */
  gapsWarning: string | null;
  /** What turns the check green; null where nothing fails it. */
  green: Line | null;
  /** How a workflow that has one of the keys can do without; null where none has. */
  federation: FederationView | null;
  /** What would be known with an Admin API key, said once; null where there is one, or no key was found. */
  missingKey: Line | null;
  /** That nothing was done to the keys because nobody asked for it; null where that is not so. */
  reportOnly: Line | null;
  /** What a sweep came to for the whole organisation; null for everything else. */
  sweep: SweepView | null;
  /** How much was read. */
  coverage: string;
  /** What was looked at, in a sentence: "3 commits and 17 files". */
  scope: string;
  /** The organisation that the keys were checked against. */
  checkedAgainst: string | null;
  /** Why the run fails, to be said last; null where it does not. */
  failure: string | null;
};

/** What a page says of the run it comes from. An empty `head` is left out; `job` names workflow and job for a person. */
export type PageContext = StoryContext & { head: string; version: string; job?: string | null };

/** Turns a report into what its readers see. Pure. */
export function describeReport(report: Report, context: Partial<StoryContext> = {}): ReportView {
  const { change, unfinished, gaps, askedAs } = report;
  const story = { ...BARE_CONTEXT, ...context };
  const findings = rankFindings(report.findings);
  const conclusion = conclude(report);
  const { mark, text: title } = describeTitle(report, findings, conclusion, story);
  const all = describeKeys(findings, change, askedAs, story);
  const keys = all.filter(({ stateName }) => stateName !== "ignored");
  const tone = chooseTone(conclusion, keys);
  return {
    tone,
    mark,
    sign: conclusion === "incomplete" ? "?" : SIGNS[tone],
    title,
    resolution: conclusion === "clean" ? describeResolution(findings, story) : null,
    keys,
    ignored: all.filter(({ stateName }) => stateName === "ignored"),
    unfinished: unfinished.map(describeUnfinished),
    gaps: gaps
      .filter((gap) => !isChoice(gap))
      .map((gap) => ({
        ...describeGap(gap),
        path: gap.path ?? null,
        ways: describeGapWays(gap, story.medium),
        isWarning: true,
      })),
    gapsWarning: gaps.some(mayHideKey) ? GAPS_WARNING : null,
    green: describeGreen(findings, story),
    federation: describeFederation(findings, story),
    missingKey: describeMissingKey(report, story),
    reportOnly: describeReportOnly(findings, story),
    sweep: change.kind === "sweep" ? describeSweep(change, { findings, gaps }, all, story.now) : null,
    coverage: describeCoverage(report),
    scope: describeScope(report),
    checkedAgainst: askedAs,
    failure: describeFailure(report, findings),
  };
}

const SIGNS = { bad: "✗", warn: "!", good: "✓" } as const satisfies Record<ReportView["tone"], ReportView["sign"]>;

/** Red where a key may do harm, amber where it may do little or is only left in the code, green for what is over. */
function chooseTone(conclusion: Conclusion, keys: readonly KeyView[]): ReportView["tone"] {
  if (conclusion === "clean")
    return keys.some(({ stateName, isOpen }) => stateName === "preexisting" && isOpen) ? "warn" : "good";
  if (conclusion === "incomplete") return "warn";
  return keys.some(({ tone, stateName }) => tone === "bad" && stateName !== "preexisting") ? "bad" : "warn";
}
