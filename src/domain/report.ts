import type { Change } from "./change.ts";
import type { Decision } from "./decision.ts";
import { type Finding, isHarmful } from "./finding.ts";
import { type Gap, isFailure } from "./gap.ts";
import type { Home, KeyRecord } from "./inventory.ts";
import type { UnfinishedContainment } from "./journal.ts";
import { truncateMask } from "./secret.ts";
import type { Coverage } from "./source.ts";

/** What a run found, what it could not see, and how much it read. */
export type Report = {
  change: Change;
  coverage: Coverage & { milliseconds: number };
  findings: readonly Finding[];
  gaps: readonly Gap[];
  /** What the organisation that OpenAI was asked as calls itself; null where nobody said, or it is not to be shown. */
  askedAs: string | null;
  /** What an earlier run began to contain, and this one did not meet again: to be looked at by a person. */
  unfinished: readonly UnfinishedContainment[];
};

/** The one word for a report. */
export type Conclusion = "clean" | "leaked" | "incomplete";

/** How much the reader may learn: `minimal` names no project, owner or key, and shows no end of a key. */
export type Detail = "full" | "minimal";

/** What a report comes to, whatever the run is set to fail on. */
export function conclude({ findings, gaps }: Report): Conclusion {
  if (findings.some(isHarmful)) return "leaked";
  return gaps.some(isFailure) ? "incomplete" : "clean";
}

/** How a run ends: as its report does, but for findings the operator lets pass. */
export function concludeRun(report: Report): Conclusion {
  if (report.findings.some(({ blocks }) => blocks)) return "leaked";
  return report.gaps.some(isFailure) ? "incomplete" : "clean";
}

/** The report as this reader may see it. */
export function restrictReport(report: Report, detail: Detail): Report {
  return detail === "full" ? report : { ...report, askedAs: null, findings: report.findings.map(discreet) };
}

function discreet(finding: Finding): Finding {
  const { identity, decision, outcome } = finding;
  return {
    ...finding,
    mask: truncateMask(finding.mask),
    identity:
      identity.kind === "ours"
        ? { ...identity, record: nameless(identity.record) }
        : identity.kind === "ambiguous"
          ? { kind: "ambiguous", candidates: identity.candidates.map(nameless) }
          : identity,
    impact: null,
    decision: namelessly(decision),
    outcome: outcome.kind === "contained" ? { ...outcome, scopesBefore: null } : outcome,
  };
}

function namelessly(decision: Decision): Decision {
  switch (decision.kind) {
    case "leave":
      return decision;
    case "rehearse":
      return { kind: "rehearse", act: { ...decision.act, record: nameless(decision.act.record) } };
    case "quarantine":
    case "expire":
    case "revoke":
      return { ...decision, record: nameless(decision.record) };
    default:
      return decision satisfies never;
  }
}

/** A record's id is no secret and names nobody; its owners find the key by it. */
function nameless(record: KeyRecord): KeyRecord {
  const home: Home = { kind: record.home.kind, id: null, name: null };
  return { ...record, name: null, redacted: null, owner: null, home };
}
