import { readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SYSTEM_CLOCK } from "../../domain/clock.ts";
import type { FetchResult } from "../fetched/fetch-result.ts";
import {
  createScratchRepository,
  type ObjectFormat,
  type RemoteOptions,
  type ScratchRepository,
} from "../fetched/scratch-repository.ts";
import { KnownTips } from "./known-tips.ts";
import { computeRefsDigest, listFetchedRefs, type MirrorRef, parseListing } from "./mirror-refs.ts";
import { fetchNewHistory } from "./new-commits.ts";

/** A repository of which everything is to be fetched that was not read before. */
export type MirrorOptions = RemoteOptions & {
  /** The branch that HEAD is to name; null where it is not known. */
  defaultBranch: string | null;
  /** The digest of the refs as they were read before: of the same ones nothing is fetched. */
  knownRefs: string | null;
  /** What those refs led to, as `KnownTips` writes it: all of that need not be fetched. Null for everything. */
  knownTips: string | null;
  /** How many bytes of packs may be fetched. */
  maxBytes: number;
};

/** A fetch that brought nothing to read. */
type UnfetchedMirror =
  | { kind: "unchanged"; refs: string }
  /** There is no ref: nobody has pushed yet. */
  | { kind: "empty"; refs: string }
  /** It grew beyond the bytes that may be fetched. */
  | { kind: "too-large" }
  | Exclude<FetchResult, { kind: "fetched" }>;

/** The refs that were read: their digest, and what they led to, as `KnownTips` writes it; null for too many. */
type ReadRefs = { refs: string | null; tips: string | null };

/** Where git cannot list what was fetched: the next sweep reads it again. */
const UNKNOWN_REFS: ReadRefs = { refs: null, tips: null };

/** Where only what is new was fetched: the commits that are left out as known, and the names of all refs. */
export type MirrorNews = { known: readonly string[]; names: readonly string[] };

/** A bare repository. `news`: null where it has everything. */
type FilledMirror = { kind: "fetched"; dir: string; news: MirrorNews | null } & ReadRefs;

/** What was fetched, which `close` removes. */
export type FetchedMirror = (FilledMirror & { close(): Promise<void> }) | UnfetchedMirror;

/** Branches, tags, notes, and the heads of all pull requests, closed ones and those from forks too. */
const PATTERNS = ["refs/heads/*", "refs/tags/*", "refs/notes/*", "refs/pull/*/head"];

/** In milliseconds: how often it is looked how large a fetch has grown. */
const SIZE_INTERVAL = 2000;

/**
 * Fetches a repository into a scratch repository, unless its refs are those that are known: what its refs reach and the
 * known tips do not, and where there is any doubt about that, all refs with their full history. Removes everything where
 * that fails.
 *
 * @throws UsageError where nothing can be written, or git is not installed; the reason of the signal where it aborts.
 */
export async function fetchMirror(options: MirrorOptions): Promise<FetchedMirror> {
  const tooLarge = new AbortController();
  const signal = AbortSignal.any([tooLarge.signal, ...(options.signal ? [options.signal] : [])]);
  const fetchIn = async (format: ObjectFormat, knownTips: string | null) =>
    await fetchAs(format, { ...options, knownTips, signal }, tooLarge);
  try {
    const first = await fetchIn("sha1", options.knownTips);
    const fetched = first.kind === "doubtful" ? await fetchIn("sha1", null) : first;
    const last = fetched.kind === "mismatched" ? await fetchIn("sha256", null) : fetched;
    if (last.kind === "doubtful") throw new Error("all that there is cannot be doubted");
    return last;
  } catch (error) {
    if (tooLarge.signal.aborted && options.signal?.aborted !== true) return { kind: "too-large" };
    throw error;
  }
}

/** Nobody can tell what is new. */
type DoubtfulMirror = { kind: "doubtful" };

async function fetchAs(
  format: ObjectFormat,
  options: MirrorOptions,
  tooLarge: AbortController,
): Promise<FetchedMirror | DoubtfulMirror> {
  const { close, outcome } = await createScratchRepository(options, format, async (scratch) => {
    const finished = new AbortController();
    const watching = watchSize(scratch, options, finished.signal, tooLarge);
    try {
      return { outcome: await fetchChanged(scratch, options) };
    } finally {
      finished.abort();
      await watching;
    }
  });
  if (outcome.kind === "fetched") return { ...outcome, close };
  await close();
  return outcome;
}

async function fetchChanged(
  scratch: ScratchRepository,
  options: MirrorOptions,
): Promise<FilledMirror | UnfetchedMirror | DoubtfulMirror> {
  const { defaultBranch, knownRefs, knownTips } = options;
  if (defaultBranch !== null) await nameHead(scratch, defaultBranch);
  // Listing the refs first would cost two requests more, and nothing is known that they could be compared with.
  if (knownRefs === null) return await fetchAll(scratch);
  const listing = await scratch.remote.list(PATTERNS);
  if (listing.kind !== "listed") return listing;
  const listed = parseListing(listing.lines);
  const refs = computeRefsDigest(listed);
  if (listed.length === 0) return { kind: "empty", refs };
  if (refs === knownRefs) return { kind: "unchanged", refs };
  if (knownTips === null) return await fetchAll(scratch);
  return await fetchNew(scratch, { listed, tips: new KnownTips(knownRefs, knownTips), defaultBranch });
}

/** Has HEAD name a branch. Git is asked only where the name might be none (git-check-ref-format(1)). */
async function nameHead({ dir, git }: ScratchRepository, branch: string): Promise<void> {
  const ref = `refs/heads/${branch}`;
  if (/^\w[\w-]*(?:\/\w[\w-]*)*$/.test(branch)) await writeFile(join(dir, "HEAD"), `ref: ${ref}\n`);
  else await git.run(["symbolic-ref", "HEAD", ref]);
}

async function fetchAll({ dir, git, remote }: ScratchRepository): Promise<FilledMirror | UnfetchedMirror> {
  const result = await remote.fetch(
    PATTERNS.map((pattern) => `+${pattern}:${pattern}`),
    ["--no-filter"],
  );
  if (result.kind !== "fetched") return result;
  const fetched = await listFetchedRefs(git);
  if (fetched?.refs.length === 0) return { kind: "empty", refs: computeRefsDigest([]) };
  return { kind: "fetched", dir, news: null, ...(fetched ? describeRefs(fetched.refs, []) : UNKNOWN_REFS) };
}

async function fetchNew(
  scratch: ScratchRepository,
  wish: Parameters<typeof fetchNewHistory>[1],
): Promise<FilledMirror | DoubtfulMirror> {
  const fetched = await fetchNewHistory(scratch, wish);
  if (fetched === null) return { kind: "doubtful" };
  const names = new Set(fetched.refs.map(({ name }) => name));
  const others = wish.listed
    .filter(({ name }) => !names.has(name))
    .map((ref) => ({ ...ref, peeled: ref.peeled !== null && wish.tips.has(ref.peeled) ? ref.peeled : null }));
  const news = { known: fetched.known, names: wish.listed.map(({ name }) => name) };
  return { kind: "fetched", dir: scratch.dir, news, ...describeRefs(fetched.refs, others) };
}

/** Describes what was read now, and what is known still. */
function describeRefs(fetched: readonly MirrorRef[], others: readonly MirrorRef[]): ReadRefs {
  const all = [...fetched, ...others];
  const refs = computeRefsDigest(all);
  const oids = all.flatMap(({ oid, peeled }) => (peeled === null ? [oid] : [oid, peeled]));
  return { refs, tips: KnownTips.format(refs, oids) };
}

/** Stops a fetch that outgrows its limit: GitHub's sizes are hours old. */
async function watchSize(
  { dir }: ScratchRepository,
  { maxBytes, clock = SYSTEM_CLOCK }: MirrorOptions,
  finished: AbortSignal,
  tooLarge: AbortController,
): Promise<void> {
  for (;;) {
    await clock.sleep(SIZE_INTERVAL, finished);
    if (finished.aborted) return;
    if ((await measurePacks(dir)) <= maxBytes) continue;
    tooLarge.abort(new Error("more was fetched than there is room for"));
    return;
  }
}

async function measurePacks(dir: string): Promise<number> {
  const folder = join(dir, "objects", "pack");
  const names = await readdir(folder).catch(() => []);
  const sizes = names.map(async (name) => (await stat(join(folder, name)).catch(() => null))?.size ?? 0);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
