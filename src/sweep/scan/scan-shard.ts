import { statfs } from "node:fs/promises";
import type { Gap } from "../../domain/gap.ts";
import type { PlannedRepository, SweptRepository } from "../../domain/sweep.ts";
import { UsageError } from "../../errors.ts";
import { createGitError, Git } from "../../git/git.ts";
import { NOT_AN_ERROR } from "../../messages/crash.ts";
import {
  describeMovedRepository,
  describeRefusedClone,
  describeRepositoryFault,
  describeTooLargeRepository,
  describeUnfetchedRepository,
  REPOSITORY_GONE,
  TOKEN_ENDED,
} from "../../messages/gaps/sweep.ts";
import { describeFetchFailure } from "../../sources/fetched/fetch-result.ts";
import { type FetchedMirror, fetchMirror } from "../../sources/mirror/fetched-mirror.ts";
import { Budget } from "./budget.ts";
import { type FetchingOptions, fetchRepository, type RepositoryFetch } from "./fetch-repository.ts";
import { createUnreadRecord, MOST_READ_AT_ONCE, type ReadingOptions, readHistory } from "./read-repository.ts";

/** As many repositories are fetched at once: of more, GitHub refuses some. */
const CONCURRENCY = 4;

/** The part of the free disk that is used. */
const DISK_SHARE = 0.8;

/** What a repository of a size takes on disk at most, as far as it can be known: packs, their indexes, and what grew. */
const DISK_FACTOR = 1.5;

/** In bytes: what even an empty repository takes. */
const FIXED_DISK = 10 * 1024 * 1024;

/** How a shard is scanned. */
export type ShardOptions = FetchingOptions &
  ReadingOptions & {
    /** Hears of each record as soon as it is made. */
    onRecord: (record: SweptRepository) => Promise<void>;
    /** How many bytes of disk may be used; the larger part of what is free when left out. */
    maxBytes?: number;
  };

/**
 * Scans the repositories of a shard. What fails in one costs its own record only, and what was fetched is removed. Four
 * are fetched at once; small ones are read at once too, and large ones one at a time.
 *
 * @throws UsageError where git is not installed, and whatever `onRecord` throws.
 */
export async function scanShard(repositories: readonly PlannedRepository[], options: ShardOptions): Promise<void> {
  await requireGit(options);
  const total = options.maxBytes ?? (await measureFreeDisk(options.temp)) * DISK_SHARE;
  const shard = new ShardScan(total, options);
  const waiting = repositories.values();
  const workThrough = async () => {
    for (const repository of waiting) {
      if (options.signal.aborted) return;
      await shard.scan(repository);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, workThrough));
}

class ShardScan {
  /** In bytes. */
  readonly #disk: Budget;
  /** In bytes. */
  readonly #reading = new Budget(MOST_READ_AT_ONCE);
  readonly #options: ShardOptions;
  #hasTokenEnded = false;

  /** `disk` is in bytes. */
  constructor(disk: number, options: ShardOptions) {
    this.#disk = new Budget(disk);
    this.#options = options;
  }

  async scan(planned: PlannedRepository): Promise<void> {
    const record = await this.#makeRecord(planned).catch(async (error: unknown) => await describeFault(planned, error));
    // What was broken off is no record: the merge knows from the plan that it is missing.
    if (!this.#options.signal.aborted) await this.#options.onRecord(record);
  }

  async #makeRecord(planned: PlannedRepository): Promise<SweptRepository> {
    if (this.#hasTokenEnded) return await createGapRecord(planned, TOKEN_ENDED);
    const bytes = estimateDisk(planned.kilobytes);
    if (bytes > this.#disk.total) return await createGapRecord(planned, this.#describeTooLarge());
    const free = await this.#disk.reserve(bytes);
    try {
      return await this.#fetchAndRead(planned);
    } finally {
      free();
    }
  }

  async #fetchAndRead(planned: PlannedRepository): Promise<SweptRepository> {
    const { total } = this.#disk;
    const maxBytes = total / CONCURRENCY + planned.kilobytes * 1024;
    const fetch = async (remote: { url: string; token: string }) =>
      await fetchMirror({ ...this.#options, ...planned, ...remote, maxBytes });
    const { name, fetched: mirror } = await fetchRepository(planned, fetch, this.#options);
    if (mirror.kind === "token-ended") this.#hasTokenEnded = true;
    const here = { id: planned.id, name };
    if (mirror.kind === "unchanged" || mirror.kind === "empty") {
      return await createUnreadRecord(here, { state: mirror.kind, refs: mirror.refs });
    }
    if (mirror.kind !== "fetched") return await createGapRecord(here, this.#describeUnfetched(mirror, name));
    const finish = await this.#reading.reserve(planned.kilobytes * 1024);
    try {
      return await readHistory({ ...planned, name }, mirror, this.#options);
    } finally {
      finish();
      await mirror.close();
    }
  }

  #describeUnfetched(mirror: RepositoryFetch<FetchedMirror>["fetched"], name: string): string {
    switch (mirror.kind) {
      case "token-ended":
        return TOKEN_ENDED;
      case "gone":
        return REPOSITORY_GONE;
      case "moved":
        return describeMovedRepository(name);
      case "too-large":
        return this.#describeTooLarge();
      case "refused":
        return describeRefusedClone(mirror.status);
      case "unknown":
      case "unfiltered":
      case "mismatched":
      case "full":
      case "failed":
        return describeUnfetchedRepository(describeFetchFailure(mirror));
      default:
        throw new Error(`there is no gap for ${mirror.kind}`);
    }
  }

  #describeTooLarge(): string {
    return describeTooLargeRepository(`${(this.#disk.total / 1e9).toFixed(1)} GB`);
  }
}

async function createGapRecord(
  repository: Pick<PlannedRepository, "id" | "name">,
  detail: string,
): Promise<SweptRepository> {
  const gap: Gap = { kind: "unfetched", cause: "repository", detail };
  return await createUnreadRecord(repository, { gaps: [gap] });
}

/** An error's message may quote what it stumbled over; that of a UsageError is ours. */
async function describeFault(planned: PlannedRepository, error: unknown): Promise<SweptRepository> {
  const isOurs = error instanceof UsageError;
  const name = error instanceof Error ? error.name : NOT_AN_ERROR;
  return await createGapRecord(planned, isOurs ? error.message : describeRepositoryFault(name));
}

/** In bytes. */
function estimateDisk(kilobytes: number): number {
  return kilobytes * 1024 * DISK_FACTOR + FIXED_DISK;
}

async function requireGit({ temp, environment }: ShardOptions): Promise<void> {
  const exit = await new Git(temp, environment).run(["version"]);
  if (exit.spawnError) throw createGitError(exit, "start");
}

/** In bytes. */
async function measureFreeDisk(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
