import type { Candidate } from "../domain/candidate.ts";
import { decide, type Policy } from "../domain/decision.ts";
import type { Gap } from "../domain/gap.ts";
import type { BegunContainment, UnfinishedContainment } from "../domain/journal.ts";
import { findKeysEntry } from "../domain/kept-key.ts";
import type { UnmatchedEntry } from "../domain/protection.ts";
import { type ContainedKey, containAll, settleUnfinished } from "./contain.ts";
import { EarlyContainment } from "./early-containment.ts";
import { judgeAll, type SharedFacts } from "./judge.ts";
import type { World } from "./world.ts";

/** What is known before the first key is judged. `begun`: what earlier runs began to contain and did not finish. */
type KnownBefore = {
  facts: SharedFacts;
  begun: readonly BegunContainment[];
  policy: Policy;
  unmatched: readonly UnmatchedEntry[];
};

/** What came of the keys of a change. */
export type HandledKeys = {
  keys: readonly ContainedKey[];
  gaps: readonly Gap[];
  unfinished: readonly UnfinishedContainment[];
};

/** Adds where each key of ours is known to be kept. The keys file is read only where there is one. */
async function locateKeys(keys: readonly ContainedKey[], { keysFile }: World) {
  if (!keys.some(({ identity }) => identity.kind === "ours")) return { keys, gaps: [] };
  const { gaps, ...file } = await keysFile();
  const located = keys.map((key) => {
    const entry = key.identity.kind === "ours" ? findKeysEntry(file, key.identity.record) : null;
    return entry ? { ...key, places: entry.targets } : key;
  });
  return { keys: located, gaps };
}

/** The second half of the story: keys are identified, tried, decided on and contained. */
export async function judgeAndContain(
  candidates: readonly Candidate[],
  { facts, begun, policy, unmatched }: KnownBefore,
  world: World,
): Promise<HandledKeys> {
  const now = world.clock.now();
  const early = new EarlyContainment({ policy, now, unmatched }, world);
  const judged = await judgeAll(candidates, facts, policy, world, (one, open) => early.hear(one, open));
  const decided = decide(judged, policy, now, unmatched);
  const contained = await containAll(decided, await early.finish(), world);
  const settled = await settleUnfinished(begun, contained.keys, world);
  const located = await locateKeys(settled.keys, world);
  return { ...settled, keys: located.keys, gaps: [...contained.gaps, ...settled.gaps, ...located.gaps] };
}
