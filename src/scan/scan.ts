import type { Candidate } from "../domain/candidate.ts";
import type { Change } from "../domain/change.ts";
import { decide, isContainable, type Policy } from "../domain/decision.ts";
import { decidePossession, type EarlierAct } from "../domain/earlier-act.ts";
import { type Finding, isBlocking } from "../domain/finding.ts";
import { type Gap, isFailure } from "../domain/gap.ts";
import { type IgnoreEntry, type IgnoreRules, matchIgnoreEntry } from "../domain/ignore-entry.ts";
import type { Outcome } from "../domain/outcome.ts";
import type { UnmatchedEntry } from "../domain/protection.ts";
import type { Report } from "../domain/report.ts";
import type { Validity } from "../domain/validity.ts";
import { type ContainedKey, containAll, settleUnfinished } from "./contain.ts";
import { EarlyContainment } from "./early-containment.ts";
import { findCandidates, runSelfTest } from "./find.ts";
import { judgeAll, type SharedFacts } from "./judge.ts";
import { checkEntries, checkIgnoreEntries } from "./unmatched-entries.ts";
import type { World } from "./world.ts";

/** The story, told once: a change is searched, and the keys in it are identified, tried, decided on and contained. */
export async function scanChange(change: Change, world: World, policy: Policy): Promise<Report> {
  const { source, journal, clock } = world;
  const started = clock.now();
  const begun = await journal.unfinished();
  const found = await findCandidates(world);
  const selfTestGaps = await runSelfTest(world);
  const facts = found.candidates.length > 0 ? await lookUpFacts(world) : null;
  const { inventory, ignores } = facts ?? NO_FACTS;
  const unmatched = checkEntries(policy, facts && inventory, found.candidates);

  const now = clock.now();
  const early = new EarlyContainment({ policy, now, unmatched: unmatched.entries }, world);
  const judged = await judgeAll(found.candidates, facts ?? NO_FACTS, policy, world, (one, open) =>
    early.hear(one, open),
  );
  const decided = decide(judged, policy, now, unmatched.entries);
  const contained = await containAll(decided, await early.finish(), world);
  const settled = await settleUnfinished(begun, contained.keys, world);

  const ended = clock.now();
  const { coverage, gaps: unread } = source.account();
  const unseen = [found.gaps, selfTestGaps, unread].flat();
  const unused = change.kind === "history" && !unseen.some(isFailure) ? await findUnused(found.candidates, world) : [];
  return {
    change,
    coverage: { ...coverage, milliseconds: ended.getTime() - started.getTime() },
    silent: found.silent,
    findings: settled.keys.map((key) =>
      createFinding(key, { ignores: ignores.ignore, unmatched: unmatched.entries, policy, started, ended }),
    ),
    gaps: [unmatched.gaps, unseen, contained.gaps, settled.gaps, inventory.gaps, unused].flat(),
    askedAs: inventory.organization,
    unfinished: settled.unfinished,
  };
}

/** Entries of the ignore file that match nothing, where no path was left out: else a key may stand there. */
async function findUnused(
  candidates: readonly Candidate[],
  { ignores, isFiltered, clock }: World,
): Promise<readonly Gap[]> {
  if (isFiltered) return [];
  const { ignore, exclude } = await ignores();
  return exclude.length > 0 ? [] : checkIgnoreEntries(ignore, candidates, clock.now());
}

type Facts = SharedFacts & { ignores: IgnoreRules };

/** A change without a candidate asks nobody anything. */
const NO_FACTS: Facts = {
  inventory: { records: [], projects: [], gaps: [], organization: null },
  containedBefore: new Set(),
  recorded: new Map(),
  ignores: { ignore: [], exclude: [] },
};

async function lookUpFacts({ registry, memory, journal, ignores }: World): Promise<Facts> {
  const [inventory, remembered, recorded, entries] = await Promise.all([
    registry.inventory(),
    memory(),
    journal.recorded(),
    ignores(),
  ]);
  return { inventory, containedBefore: new Set([...remembered, ...recorded.keys()]), recorded, ignores: entries };
}

/** What holds for all findings of a run. */
type RunFacts = {
  ignores: readonly IgnoreEntry[];
  unmatched: readonly UnmatchedEntry[];
  policy: Policy;
  started: Date;
  ended: Date;
};

/** All that is told of a key. Its text ends here. */
function createFinding(key: ContainedKey, { ignores, unmatched, policy, started, ended }: RunFacts): Finding {
  const { candidate, identity, proof, impact, decision } = key;
  const { secret, kind, confidence, sightings } = candidate;
  const { fingerprint, mask } = secret;
  const { outcome, earlier } = tellEarlier(key);
  const validity = measureValidity(outcome, proof.validity);
  const ignored = matchIgnoreEntry(ignores, { fingerprint, identity, validity }, started);
  const isDone = (outcome.kind === "contained" && earlier === null) || outcome.kind === "already-gone";
  return {
    fingerprint,
    mask,
    kind,
    confidence,
    sightings,
    identity,
    validity,
    impact,
    decision,
    outcome,
    earlier,
    ignored,
    possession: decidePossession(key),
    containable: !isDone && isContainable(key, policy, ended, unmatched),
    blocks: isBlocking({ sightings, validity, ignored }, policy.failOn),
  };
}

/**
 * How a key's containment is told. A key that needed nothing because an earlier run's act holds has the outcome of that. Null
 * for \`earlier\` where this run has contained the key, which is then all there is to say.
 */
function tellEarlier({ outcome, earlier: { act } }: ContainedKey): Pick<Finding, "outcome" | "earlier"> {
  if (act === null) return { outcome, earlier: null };
  switch (outcome.kind) {
    case "contained": // By this run, or by the earlier one whose end it found out.
      return { outcome, earlier: outcome.at.getTime() === act.at.getTime() ? act : null };
    case "already-gone":
      return { outcome, earlier: act.kind === "revoke" ? act : null };
    case "left":
      return { outcome: outcome.because === "already-contained" ? toOutcome(act) : outcome, earlier: act };
    case "rehearsed":
    case "refused":
    case "failed":
      return { outcome, earlier: act };
    default:
      return outcome satisfies never;
  }
}

function toOutcome({ kind: by, at, endsAt, scopesBefore, standing }: EarlierAct): Outcome {
  return { kind: "contained", by, verified: standing === "confirmed", stopped: false, at, endsAt, scopesBefore };
}

/**
 * Only an outcome that was seen to stop the key makes it inactive; otherwise what the trial said holds. A key counts as gone
 * before once its record is not there and OpenAI refuses it.
 */
function measureValidity(outcome: Outcome, tried: Validity): Validity {
  if (outcome.kind === "already-gone" && tried.kind !== "inactive") return { kind: "inactive", because: "deleted" };
  if (outcome.kind !== "contained" || !outcome.stopped) return tried;
  return { kind: "inactive", because: outcome.by === "revoke" ? "deleted" : "expired" };
}
