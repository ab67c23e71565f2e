import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { SYSTEM_CLOCK } from "../../domain/clock.ts";
import type { FetchResult } from "../fetched/fetch-result.ts";
import type { RefListing } from "../fetched/remote.ts";
import {
  createScratchRepository,
  type ObjectFormat,
  type RemoteOptions,
  type ScratchRepository,
} from "../fetched/scratch-repository.ts";

/** A repository of which everything is to be fetched that was not read before. */
export type MirrorOptions = RemoteOptions & {
  /** The branch that HEAD is to name; null where it is not known. */
  defaultBranch: string | null;
  /** The digest of the refs as they were read before: of the same ones nothing is fetched. */
  knownRefs: string | null;
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

/** What was fetched: a bare repository, which `close` removes, and the digest of its refs. */
export type FetchedMirror = { kind: "fetched"; dir: string; refs: string; close(): Promise<void> } | UnfetchedMirror;

/** Branches, tags, notes, and the heads of all pull requests, closed ones and those from forks too. */
const PATTERNS = ["refs/heads/*", "refs/tags/*", "refs/notes/*", "refs/pull/*/head"];

/** In milliseconds: how often it is looked how large a fetch has grown. */
const SIZE_INTERVAL = 2000;

/**
 * Fetches all refs of a repository with their full history into a scratch repository, unless they are those that are
 * known. Removes everything where that fails.
 *
 * @throws UsageError where nothing can be written, or git is not installed; the reason of the signal where it aborts.
 */
export async function fetchMirror(options: MirrorOptions): Promise<FetchedMirror> {
  const tooLarge = new AbortController();
  const signal = AbortSignal.any([tooLarge.signal, ...(options.signal ? [options.signal] : [])]);
  try {
    const fetched = await fetchAs("sha1", { ...options, signal }, tooLarge);
    return fetched.kind === "mismatched" ? await fetchAs("sha256", { ...options, signal }, tooLarge) : fetched;
  } catch (error) {
    if (tooLarge.signal.aborted && options.signal?.aborted !== true) return { kind: "too-large" };
    throw error;
  }
}

async function fetchAs(
  format: ObjectFormat,
  options: MirrorOptions,
  tooLarge: AbortController,
): Promise<FetchedMirror> {
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
  if (outcome.kind === "filled") return { kind: "fetched", dir: outcome.dir, refs: outcome.refs, close };
  await close();
  return outcome;
}

type FilledRepository = { kind: "filled"; dir: string; refs: string };

async function fetchChanged(
  { dir, git, remote }: ScratchRepository,
  { defaultBranch, knownRefs }: MirrorOptions,
): Promise<FilledRepository | UnfetchedMirror> {
  const listing: RefListing = await remote.list(PATTERNS);
  if (listing.kind !== "listed") return listing;
  const refs = createHash("sha256").update(listing.lines.toSorted().join("\n")).digest("hex");
  if (listing.lines.length === 0) return { kind: "empty", refs };
  if (refs === knownRefs) return { kind: "unchanged", refs };
  const result = await remote.fetch(
    PATTERNS.map((pattern) => `+${pattern}:${pattern}`),
    ["--no-filter"],
  );
  if (result.kind !== "fetched") return result;
  if (defaultBranch !== null) await git.run(["symbolic-ref", "HEAD", `refs/heads/${defaultBranch}`]);
  return { kind: "filled", dir, refs };
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
