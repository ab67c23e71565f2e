import { type Candidate, isToken } from "../domain/candidate.ts";
import { type Change, isUnpublished } from "../domain/change.ts";
import type { Policy } from "../domain/decision.ts";
import { type Gap, isFailure } from "../domain/gap.ts";
import type { IgnoreRules } from "../domain/ignore-entry.ts";
import type { Report } from "../domain/report.ts";
import { findCandidates, runSelfTest } from "./find.ts";
import { createFinding } from "./finding.ts";
import type { SharedFacts } from "./judge.ts";
import { type HandledKeys, judgeAndContain } from "./keys.ts";
import { checkEntries, checkIgnoreEntries } from "./unmatched-entries.ts";
import type { World } from "./world.ts";

/** The story, told once: a change is searched, and the keys in it are identified, tried, decided on and contained. */
export async function scanChange(change: Change, world: World, policy: Policy): Promise<Report> {
  const { source, journal, clock } = world;
  const started = clock.now();
  const begun = await journal.unfinished();
  const found = await findCandidates(world);
  const selfTestGaps = await runSelfTest(world);
  // Of tokens of Codex and ChatGPT the lists of keys tell nothing.
  const hasKey = found.candidates.some(({ kind }) => !isToken(kind));
  const facts = found.candidates.length > 0 ? await lookUpFacts(world, hasKey) : null;
  const { inventory, ignores } = facts ?? NO_FACTS;
  const unmatched = checkEntries(policy, hasKey ? inventory : null, found.candidates);

  // What judges, decides and contains is loaded for those changes that have a key.
  const hasWork = found.candidates.length + begun.length > 0;
  const entries = unmatched.entries;
  const handled = hasWork
    ? await judgeAndContain(found.candidates, { facts: facts ?? NO_FACTS, begun, policy, unmatched: entries }, world)
    : NOTHING_DONE;

  const ended = clock.now();
  const { coverage, gaps: unread } = source.account();
  const unseen = [found.gaps, selfTestGaps, unread].flat();
  const unused = change.kind === "history" && !unseen.some(isFailure) ? await findUnused(found.candidates, world) : [];
  return {
    change,
    coverage: { ...coverage, milliseconds: ended.getTime() - started.getTime() },
    silent: found.silent,
    findings: handled.keys.map((key) =>
      createFinding(key, {
        ignores: ignores.ignore,
        unmatched: entries,
        policy,
        started,
        ended,
        foundAt: found.foundAt,
        isPublished: !isUnpublished(change),
        findPushTime: world.findPushTime,
      }),
    ),
    gaps: [unmatched.gaps, unseen, handled.gaps, inventory.gaps, unused].flat(),
    askedAs: inventory.organization,
    unfinished: handled.unfinished,
  };
}

const NOTHING_DONE: HandledKeys = { keys: [], gaps: [], unfinished: [] };

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

async function lookUpFacts({ registry, memory, journal, ignores }: World, hasKey: boolean): Promise<Facts> {
  const [inventory, remembered, recorded, entries] = await Promise.all([
    hasKey ? registry.inventory() : NO_FACTS.inventory,
    memory(),
    journal.recorded(),
    ignores(),
  ]);
  return { inventory, containedBefore: new Set([...remembered, ...recorded.keys()]), recorded, ignores: entries };
}
