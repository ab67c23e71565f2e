import type { Candidate, SilentCounts } from "../../domain/candidate.ts";
import { countSilent } from "../../domain/candidate.ts";
import type { Clock } from "../../domain/clock.ts";
import type { Gap } from "../../domain/gap.ts";
import { type Detail } from "../../domain/report.ts";
import { truncateMask } from "../../domain/secret.ts";
import type { PlannedRepository, SweptKey, SweptRepository } from "../../domain/sweep.ts";
import type { Environment } from "../../git/git.ts";
import { describeSlowRepository } from "../../messages/gaps/sweep.ts";
import { findCandidates, runSelfTest } from "../../scan/find.ts";
import { createWorld } from "../../scan/world.ts";
import { openHistory } from "../../sources/history/history.ts";
import type { FetchedMirror } from "../../sources/mirror/fetched-mirror.ts";
import { includeEverything } from "../../sources/path-filter.ts";
import { identifyReader } from "../reader.ts";
import { SweptSource } from "./swept-source.ts";

/** How a history is read. */
export type ReadingOptions = {
  environment: Environment;
  clock: Clock;
  detail: Detail;
  /** How long one repository may be read, in milliseconds. */
  readingLimit: number;
  /** Ends the reading. */
  signal: AbortSignal;
};

/**
 * In bytes: repositories that are as large together are read at once, since of small ones most of the time is waiting for
 * git. A larger one is read alone, by threads on all cores: to start them costs more than to read a small one.
 */
export const MOST_READ_AT_ONCE = 8 * 1024 * 1024;

const NOTHING_READ = { commits: 0, blobs: 0, bytes: 0, texts: 0, milliseconds: 0 };

/** The record of a repository of which nothing was read. */
export async function createUnreadRecord(
  { id, name }: Pick<PlannedRepository, "id" | "name">,
  found: Partial<Pick<SweptRepository, "state" | "refs" | "gaps">>,
): Promise<SweptRepository> {
  const { state = "unread", refs = null, gaps = [] } = found;
  const reader = await identifyReader();
  const nothing = { coverage: NOTHING_READ, silent: countSilent([]), keys: [] };
  return { id, name, state, refs, tips: null, since: null, reader, ...nothing, gaps };
}

/** What was fetched of a repository. */
type FilledMirror = Extract<FetchedMirror, { kind: "fetched" }>;

/**
 * Reads the history in a bare repository, or what is new in it: its keys with their places, without their texts, and what
 * was not read.
 */
export async function readHistory(
  { id, name, knownRefs }: Pick<PlannedRepository, "id" | "name" | "knownRefs">,
  { dir, refs, tips, news }: FilledMirror,
  options: ReadingOptions,
): Promise<SweptRepository> {
  const { environment, clock, detail, readingLimit, signal } = options;
  const started = clock.elapsed();
  const mayGoOn = () => !signal.aborted && clock.elapsed() - started <= readingLimit;
  const everything = { repo: dir, environment, includes: includeEverything, unreachable: false };
  const { source } = await openHistory({ ...everything, ...(news ?? { minPackBytes: MOST_READ_AT_ONCE }) });
  const swept = new SweptSource(source, mayGoOn);
  const world = createWorld({ source: swept, ignores: NO_IGNORES, settings: NO_SETTINGS, environment, clock });
  const found = await findCandidates(world);
  const selfTestGaps = await runSelfTest(world);
  const { coverage, gaps } = swept.account();
  const slow: Gap[] = swept.isCut
    ? [{ kind: "unreadable", cause: "cut-short", detail: describeSlowRepository(readingLimit / 60_000) }]
    : [];
  const all = [...found.gaps, ...selfTestGaps, ...gaps, ...slow];
  const isToTheEnd = all.every(isLasting);
  return {
    id,
    name,
    state: news === null ? "read" : "continued",
    refs: isToTheEnd ? refs : null,
    tips: isToTheEnd ? tips : null,
    since: news === null ? null : knownRefs,
    reader: await identifyReader(),
    coverage: { ...coverage, milliseconds: Math.round(clock.elapsed() - started) },
    silent: found.silent satisfies SilentCounts,
    keys: found.candidates.map((candidate) => describeKey(candidate, swept, detail)),
    gaps: all,
  };
}

/** Whether another reading of the same commits would end with this gap too, as with an archive that has a password. */
function isLasting({ kind }: Gap): boolean {
  return kind === "archive" || kind === "lfs";
}

/** Here the text of a key ends: a shard hands over its name and its places. */
function describeKey(
  { secret, kind, confidence, sightings }: Candidate,
  source: SweptSource,
  detail: Detail,
): SweptKey {
  const { fingerprint, mask } = secret;
  return {
    fingerprint,
    mask: detail === "full" ? mask : truncateMask(mask),
    kind,
    confidence,
    sightings,
    objects: source.listObjects(fingerprint),
  };
}

/** A shard asks nobody whose a key is, and what is ignored is for the merge to say. */
const NO_IGNORES = async () => ({ ignore: [], exclude: [] });
const NO_SETTINGS = { adminKey: null, baseURL: "", paths: [], exclude: [] };
