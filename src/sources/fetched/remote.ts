import type { Clock } from "../../domain/clock.ts";
import { createGitError, type Git, type GitProcess } from "../../git/git.ts";
import { describeTimeout } from "../../messages/gaps/fetch.ts";
import { type FetchResult, parseFetchResult } from "./fetch-result.ts";

/** The delays before each retry, and the longest time one attempt may take, in milliseconds. */
export type FetchTimeouts = { retryDelays: readonly number[]; attempt: number };

/** A failing server often recovers within seconds. The objects of a large repository take some minutes. */
export const FETCH_TIMEOUTS: FetchTimeouts = { retryDelays: [1000, 5000], attempt: 15 * 60_000 };

/** Never fetched: tags, FETCH_HEAD, and submodules. */
const FETCH_OPTIONS = ["--quiet", "--no-tags", "--no-write-fetch-head", "--recurse-submodules=no", "--stdin", "origin"];

/** The refs of a server, a line each as `git ls-remote` prints them, or why they are not known. */
export type RefListing = { kind: "listed"; lines: readonly string[] } | Exclude<FetchResult, { kind: "fetched" }>;

/** How an attempt ended, and what git wrote. */
type Attempt = { result: FetchResult; output: string };

/** The one server that a scratch repository is fetched from. */
export class Remote {
  readonly #git: Git;
  readonly #signal: AbortSignal;
  readonly #timeouts: FetchTimeouts;
  readonly #clock: Clock;
  /** Whether the server supports filters. */
  #hasFilters = true;
  /** The latest git process, until it has ended. */
  #latest: Promise<unknown> = Promise.resolve();

  /** `git` may reach the server. When `signal` aborts, the running process is stopped and `fetch` rejects. */
  constructor(git: Git, signal: AbortSignal, timeouts: FetchTimeouts, clock: Clock) {
    this.#git = git;
    this.#signal = signal;
    this.#timeouts = timeouts;
    this.#clock = clock;
  }

  /**
   * Fetches object IDs, or refs as `+source:destination`. They are passed on standard input, because there can be a
   * hundred thousand of them.
   *
   * @throws UsageError where git is not installed.
   */
  async fetch(refspecs: readonly string[], options: readonly string[]): Promise<FetchResult> {
    const input = refspecs.map((refspec) => `${refspec}\n`).join("");
    return (await this.#repeat(async () => await this.#attempt(["fetch", ...this.#support(options)], input))).result;
  }

  /**
   * Lists the refs that match these patterns: what they lead to tells whether anything was pushed.
   *
   * @throws UsageError where git is not installed.
   */
  async list(patterns: readonly string[]): Promise<RefListing> {
    const args = ["ls-remote", "--quiet", "origin", ...patterns];
    const { result, output } = await this.#repeat(async () => await this.#attempt(args, ""));
    if (result.kind !== "fetched") return result;
    return { kind: "listed", lines: output.split("\n").filter((line) => line !== "") };
  }

  async #repeat(attempt: () => Promise<Attempt>): Promise<Attempt> {
    const delays = [...this.#timeouts.retryDelays];
    for (;;) {
      const { result, output } = await attempt();
      if (result.kind === "unfiltered" && this.#hasFilters) {
        this.#hasFilters = false;
        continue;
      }
      const delay = delays.shift();
      if (result.kind !== "failed" || result.isFinal || delay === undefined) return { result, output };
      await this.#clock.sleep(delay, this.#signal);
    }
  }

  /** Waits until git no longer uses its files. Call it after the signal has aborted. */
  async waitForExit(): Promise<void> {
    await this.#latest;
  }

  #support(options: readonly string[]): readonly string[] {
    const supported = options.map((option) => {
      return option.startsWith("--filter=") && !this.#hasFilters ? "--no-filter" : option;
    });
    return [...supported, ...FETCH_OPTIONS];
  }

  async #attempt(args: readonly string[], input: string): Promise<Attempt> {
    this.#signal.throwIfAborted();
    const running = this.#git.start(args);
    const finished = new AbortController();
    const timedOut = this.#stopAfterTimeout(running, finished.signal);
    this.#signal.addEventListener("abort", running.stop, { once: true });
    try {
      running.input.end(input);
      const ended = waitForEnd(running);
      this.#latest = ended;
      const { exit, output } = await ended;
      this.#signal.throwIfAborted();
      if (exit.spawnError) throw createGitError(exit, "fetch");
      finished.abort();
      if (await timedOut) {
        return { result: { kind: "failed", why: describeTimeout(this.#timeouts.attempt / 60_000) }, output: "" };
      }
      return { result: parseFetchResult(exit), output };
    } finally {
      finished.abort();
      this.#signal.removeEventListener("abort", running.stop);
    }
  }

  /** Stops a fetch that takes too long; true if it did. The signal says that the fetch has ended. */
  async #stopAfterTimeout(running: GitProcess, signal: AbortSignal): Promise<boolean> {
    await this.#clock.sleep(this.#timeouts.attempt, signal);
    if (signal.aborted) return false;
    running.stop();
    return true;
  }
}

/** Reads the output to its end, so that git never blocks on it: a fetch has none. */
async function waitForEnd({ output, exited }: GitProcess) {
  const parts: Buffer[] = [];
  for await (const part of output) parts.push(part);
  return { exit: await exited, output: Buffer.concat(parts).toString() };
}
