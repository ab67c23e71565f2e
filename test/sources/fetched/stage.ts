import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Clock } from "../../../src/domain/clock.ts";
import { type GitHubSandbox, type ServedRepository, startGitHub } from "../../../src/sandbox/github/github-sandbox.ts";
import { fetchRange, type RemoteRangeOptions } from "../../../src/sources/fetched/fetched-range.ts";
import { FETCH_TIMEOUTS } from "../../../src/sources/fetched/remote.ts";
import { includeEverything } from "../../../src/sources/path-filter.ts";
import { type Files, type GitRepo, gitRepo } from "../../support/git-repo.ts";
import { type Scanned, scan, scanned } from "../needles.ts";
import { type CountingProxy, startProxy } from "./proxy.ts";

/** A range on the server. The default is a push to an existing branch. */
export type RangeRequest = { base: string | null; head: string } & Partial<RemoteRangeOptions>;

/** Longer sleeps than this are the limit of an attempt, not a delay before the next one. In milliseconds. */
const MAX_DELAY = 60_000;

/** A clock on which a retry is not waited for, and an attempt takes too long when a test says so. */
export class FetchClock implements Clock {
  /** The delays before retries, in milliseconds. */
  readonly delays: number[] = [];
  readonly #attempts = new Set<() => void>();

  now = (): Date => new Date(0);

  elapsed = (): number => 0;

  sleep = async (milliseconds: number, signal?: AbortSignal): Promise<void> => {
    if (milliseconds < MAX_DELAY) return void this.delays.push(milliseconds);
    await new Promise<void>((resolve) => {
      const end = () => {
        this.#attempts.delete(end);
        resolve();
      };
      this.#attempts.add(end);
      if (signal?.aborted) end();
      else signal?.addEventListener("abort", end, { once: true });
    });
  };

  /** Ends the time of each attempt that is under way. */
  expire(): void {
    for (const end of this.#attempts) end();
  }
}

/** A server behind a proxy, a repository that is pushed to it, and a folder for temporary files. */
export class Stage implements AsyncDisposable {
  readonly github: GitHubSandbox;
  readonly hosted: ServedRepository;
  readonly proxy: CountingProxy;
  readonly repo: GitRepo;
  readonly temp: string;
  readonly clock = new FetchClock();

  constructor(github: GitHubSandbox, hosted: ServedRepository, proxy: CountingProxy, repo: GitRepo, temp: string) {
    this.github = github;
    this.hosted = hosted;
    this.proxy = proxy;
    this.repo = repo;
    this.temp = temp;
  }

  get url(): string {
    return `${this.proxy.origin}/acme/shop`;
  }

  /** The git requests since the last reset: `info/refs` and `git-upload-pack`. */
  get requests(): readonly string[] {
    return this.github.requests.slice(this.#forgotten).map(({ path }) => path.replace(/^\/acme\/shop\//, ""));
  }
  #forgotten = 0;

  /** Restarts the counts. */
  reset(): void {
    this.#forgotten = this.github.requests.length;
    this.proxy.reset();
  }

  /** Pushes `revision:refs/…` to the folder of the hosted repository, which is quick. */
  async push(...refspecs: string[]): Promise<void> {
    await this.repo.git("push", "--quiet", "--force", this.hosted.dir, ...refspecs);
  }

  options({ base, head, ...ask }: RangeRequest): RemoteRangeOptions {
    return {
      url: this.url,
      token: this.github.token({ repo: "acme/shop", permissions: { contents: "read" } }),
      temp: this.temp,
      environment: { PATH: process.env["PATH"] },
      base,
      head,
      refs: [],
      baseRefs: [],
      depth: null,
      timeouts: { retryDelays: [], attempt: FETCH_TIMEOUTS.attempt },
      clock: this.clock,
      ...ask,
    };
  }

  /** Fetches a range and reads it to its end. */
  async fetched(ask: RangeRequest): Promise<Scanned> {
    const range = await openFetchedRange(this.options(ask));
    try {
      return await scanned(range.source);
    } finally {
      await range.close();
    }
  }

  /** Reads the same range in the local repository, which has all of the history. */
  async full(base: string | null, head: string): Promise<Scanned> {
    return await scan({ dir: this.repo.dir }, base, head);
  }

  /** What is left in the folder for temporary files. */
  async left(): Promise<readonly string[]> {
    return await readdir(this.temp);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.proxy[Symbol.asyncDispose]();
    await this.github.close();
    await this.repo[Symbol.asyncDispose]();
    await rm(this.temp, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Starts a server with a repository on it, and one at hand whose first commit is on main. */
export async function stage(
  files: Files = { "a.txt": "one\n" },
  options: { objectFormat?: "sha1" | "sha256" } = {},
): Promise<Stage> {
  const github = await startGitHub({ path: process.env["PATH"] ?? null });
  const hosted = await github.repository("acme/shop");
  const repo = await gitRepo(files, options);
  const temp = await mkdtemp(join(tmpdir(), "remote-"));
  return new Stage(github, hosted, await startProxy(github.origin), repo, temp);
}

/** The parts of a scan that must be the same however the range was fetched, in comparable order. */
export function summarize({ sightings, read, coverage, gaps }: Scanned) {
  const names = read.map((provenance) => JSON.stringify(provenance)).toSorted();
  return { sightings: sightings.map((one) => JSON.stringify(one)).toSorted(), names, coverage, gaps };
}

/** Fetches a range and opens all of it. */
export async function openFetchedRange(options: RemoteRangeOptions) {
  const fetched = await fetchRange(options);
  return { ...(await fetched.open({ includes: includeEverything })), close: fetched.close };
}
