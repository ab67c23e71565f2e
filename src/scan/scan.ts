import type { Change } from "../domain/change.ts";
import { type Case, decide, listContainable, type Policy } from "../domain/decision.ts";
import { type Finding, isBlocking, isPreexisting } from "../domain/finding.ts";
import type { Gap } from "../domain/gap.ts";
import { type IgnoreEntry, matchIgnoreEntry } from "../domain/ignore-entry.ts";
import type { Outcome } from "../domain/outcome.ts";
import type { Report } from "../domain/report.ts";
import type { Validity } from "../domain/validity.ts";
import { containAll, type Decided, settleUnfinished } from "./contain.ts";
import { findCandidates, runSelfTest } from "./find.ts";
import { type Asked, judgeAll } from "./judge.ts";
import type { World } from "./world.ts";

export type { World } from "./world.ts";

/** The story, told once: a change is searched, the keys in it are identified, tried, decided on and contained. */
export async function scanChange(change: Change, world: World, policy: Policy): Promise<Report> {
  const { source, journal, clock } = world;
  const started = clock.now();
  const gaps: Gap[] = [];
  const open = await journal.unfinished();
  const candidates = await findCandidates(world, gaps);
  gaps.push(...(await runSelfTest(world)));
  const asked = candidates.length > 0 ? await ask(world) : NOTHING;

  const all = await judgeAll(candidates, asked, policy, world);
  const cases: Case[] = all.map(({ candidate: { secret, confidence, sightings }, identity, proof }) => {
    return { fingerprint: secret.fingerprint, confidence, preexisting: isPreexisting(sightings), identity, proof };
  });

  const decisions = decide(cases, policy, clock.now());
  const decided: Decided[] = all.map((judged, index) => ({ judged, decision: at(decisions, index) }));
  const outcomes = [...(await containAll(decided, world, gaps))];
  const unfinished = await settleUnfinished(open, decided, outcomes, world, gaps);

  const could = listContainable(cases, policy, clock.now());
  const findings = decided.map(({ judged, decision }, index): Finding => {
    const { candidate, identity, proof, impact } = judged;
    const { secret, kind, confidence, sightings } = candidate;
    const { fingerprint, mask } = secret;
    const outcome = at(outcomes, index);
    const validity = after(outcome, proof.validity);
    const ignored = matchIgnoreEntry(asked.ignores, { fingerprint, identity, validity }, started);
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
      ignored,
      possession: proof.possession,
      containable: at(could, index) && outcome.kind !== "contained" && outcome.kind !== "already-gone",
      blocks: isBlocking({ sightings, validity, ignored }, policy.failOn),
    };
  });

  const { coverage, gaps: missed } = source.account();
  const milliseconds = clock.now().getTime() - started.getTime();
  return {
    change,
    coverage: { ...coverage, milliseconds },
    findings,
    gaps: [...gaps, ...missed, ...asked.inventory.gaps],
    askedAs: asked.inventory.organization,
    unfinished,
  };
}

const NOTHING: Asked & { ignores: readonly IgnoreEntry[] } = {
  inventory: { records: [], gaps: [], organization: null },
  memory: new Set<string>(),
  ignores: [],
};

/** A change without a candidate asks nobody anything. */
async function ask({ registry, memory, journal, ignores }: World) {
  const [inventory, remembered, recorded, entries] = await Promise.all([
    registry.inventory(),
    memory(),
    journal.known(),
    ignores(),
  ]);
  return { inventory, memory: new Set([...remembered, ...recorded]), ignores: entries };
}

/** Only what was seen to stop a key proves its death; anything less leaves what the trial said. */
function after(outcome: Outcome, measured: Validity): Validity {
  if (outcome.kind !== "contained" || !outcome.stopped) return measured;
  return { kind: "inactive", because: outcome.by === "revoke" ? "deleted" : "expired" };
}

function at<T>(list: readonly T[], index: number): T {
  const one = list[index];
  if (one === undefined) throw new Error("a candidate was left without a decision or an outcome");
  return one;
}
