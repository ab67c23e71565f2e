import type { Sighting, SilentCounts } from "./candidate.ts";
import type { Change } from "./change.ts";
import type { Decision } from "./decision.ts";
import { type Finding, isHarmful } from "./finding.ts";
import { type Gap, isFailure } from "./gap.ts";
import type { Home, KeyRecord } from "./inventory.ts";
import type { UnfinishedContainment } from "./journal.ts";
import type { LeakRotation } from "./rotation.ts";
import { truncateMask } from "./secret.ts";
import type { Coverage } from "./source.ts";

/** What a run found, what it could not read, and how much it read. */
export type Report = {
  change: Change;
  coverage: Coverage & { milliseconds: number };
  /** Texts of a key's shape that are none, and so no findings. */
  silent: SilentCounts;
  findings: readonly Finding[];
  gaps: readonly Gap[];
  /** The name of the organisation whose Admin API key was used; null where it is not known, or must not be shown. */
  askedAs: string | null;
  /** Containments that an earlier run began, and whose end this one could not infer: for a person to check. */
  unfinished: readonly UnfinishedContainment[];
};

/** A report in one word. */
export type Conclusion = "clean" | "leaked" | "incomplete";

/** How much a report shows: `minimal` names no project, owner or key, and shows no end of a key. */
export type Detail = "full" | "minimal";

/** The conclusion of a report, whatever the run is set to fail on. */
export function conclude({ findings, gaps }: Report): Conclusion {
  if (findings.some(isHarmful)) return "leaked";
  return gaps.some(isFailure) ? "incomplete" : "clean";
}

/** The conclusion that decides the exit code: findings that the operator lets pass do not count. */
export function concludeRun(report: Report): Conclusion {
  if (report.findings.some(({ blocks }) => blocks)) return "leaked";
  return report.gaps.some(isFailure) ? "incomplete" : "clean";
}

/** Restricts a report to what its reader may see. */
export function restrictReport(report: Report, detail: Detail): Report {
  if (detail === "full") return report;
  const { findings, gaps } = report;
  return { ...report, askedAs: null, findings: findings.map(restrictFinding), gaps: gaps.map(restrictGap) };
}

function restrictGap(gap: Gap): Gap {
  return gap.publicDetail === undefined ? gap : { ...gap, detail: gap.publicDetail };
}

function restrictFinding(finding: Finding): Finding {
  const { identity, decision, outcome, earlier } = finding;
  return {
    ...finding,
    mask: truncateMask(finding.mask),
    identity:
      identity.kind === "ours"
        ? { ...identity, record: removeNames(identity.record) }
        : identity.kind === "ambiguous"
          ? { kind: "ambiguous", candidates: identity.candidates.map(removeNames) }
          : identity,
    impact: null,
    decision: removeNamesFromDecision(decision),
    outcome: outcome.kind === "contained" ? { ...outcome, scopesBefore: null } : outcome,
    places: [],
    rotation: finding.rotation && restrictLeakRotation(finding.rotation),
    earlier: earlier && { ...earlier, by: earlier.by && { ...earlier.by, name: null }, scopesBefore: null },
  };
}

/** Which place did not take a key is left out, and why it did not stays. */
function restrictLeakRotation({ state, newKey, isUsed }: LeakRotation): LeakRotation {
  const named = { newKey: newKey && { ...newKey, name: "" }, places: [], isUsed };
  if (!("failure" in state) || !("target" in state)) return { ...named, state };
  const failure = state.failure.because === "moved" ? { ...state.failure, to: "" } : state.failure;
  return { ...named, state: { ...state, target: { kind: "file", path: "" }, failure } };
}

/** Removes the names from what was decided about a key. */
export function removeNamesFromDecision(decision: Decision): Decision {
  switch (decision.kind) {
    case "leave":
      return decision;
    case "rehearse":
      return { kind: "rehearse", act: { ...decision.act, record: removeNames(decision.act.record) } };
    case "quarantine":
    case "expire":
    case "revoke":
      return { ...decision, record: removeNames(decision.record) };
    default:
      return decision satisfies never;
  }
}

/** Removes a record's names. Its id stays: it is no secret and names nobody, and its owners find the key by it. */
export function removeNames(record: KeyRecord): KeyRecord {
  const home: Home = { kind: record.home.kind, id: null, name: null };
  return { ...record, name: null, redacted: null, owner: null, home };
}

/** The keys of one repository of a sweep, with their places there alone. */
export function selectRepository(findings: readonly Finding[], name: string): readonly Finding[] {
  return findings.flatMap((finding) => {
    const sightings = finding.sightings.filter(({ repository }) => repository === name).map(removeRepository);
    return sightings.length === 0 ? [] : [{ ...finding, sightings }];
  });
}

function removeRepository(sighting: Sighting): Sighting {
  const { repository: _, ...rest } = sighting;
  return rest;
}
