import type { Candidate } from "../domain/candidate.ts";
import { decide, type Policy } from "../domain/decision.ts";
import type { Gap } from "../domain/gap.ts";
import type { BegunContainment, UnfinishedContainment } from "../domain/journal.ts";
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
  return { ...settled, gaps: [...contained.gaps, ...settled.gaps] };
}
