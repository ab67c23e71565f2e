import { setTimeout as pause } from "node:timers/promises";
import { createGitError, type Git, type GitProcess } from "../../git/git.ts";
import { type Fetched, fetchedOf } from "./fetched.ts";

/** How long to try: the pauses before each further attempt, and the longest time one may take, in milliseconds. */
export type Patience = { pauses: readonly number[]; timeout: number };

/** A server in trouble is often well again a moment later. A large repository's objects take some minutes. */
export const PATIENT: Patience = { pauses: [1000, 5000], timeout: 15 * 60_000 };

/** What is never wanted of a fetch: tags, notes on disk of what came, and a look into submodules. */
const ALWAYS = ["--quiet", "--no-tags", "--no-write-fetch-head", "--recurse-submodules=no", "--stdin", "origin"];

/** The one server, and what it is asked for. */
export class Remote {
  readonly #git: Git;
  readonly #signal: AbortSignal;
  readonly #patience: Patience;
  /** Whether the server leaves out what it is asked to leave out. */
  #filters = true;
  /** What git is doing, until it has ended. */
  #latest: Promise<unknown> = Promise.resolve();

  /** `git` may reach the server. When the signal says so, what runs is stopped, and `fetch` rejects. */
  constructor(git: Git, signal: AbortSignal, patience: Patience) {
    this.#git = git;
    this.#signal = signal;
    this.#patience = patience;
  }

  /**
   * Fetches by object names, or by references as `+name:name`. They go through the input: there can be a hundred
   * thousand of them. A UsageError where there is no git.
   */
  async fetch(names: readonly string[], options: readonly string[]): Promise<Fetched> {
    const pauses = [...this.#patience.pauses];
    for (;;) {
      const fetched = await this.#attempt(names, options);
      if (fetched.kind === "unfiltered" && this.#filters) {
        this.#filters = false;
        continue;
      }
      const wait = pauses.shift();
      if (fetched.kind !== "failed" || wait === undefined) return fetched;
      await pause(wait, undefined, { signal: this.#signal });
    }
  }

  /** Waits until git has let go of its files; to be asked once the signal has stopped it. */
  async settled(): Promise<void> {
    await this.#latest;
  }

  async #attempt(names: readonly string[], options: readonly string[]): Promise<Fetched> {
    this.#signal.throwIfAborted();
    const asked = options.map((option) => (option.startsWith("--filter=") && !this.#filters ? "--no-filter" : option));
    const running = this.#git.start(["fetch", ...asked, ...ALWAYS]);
    let late = false;
    const deadline = setTimeout(() => {
      late = true;
      running.stop();
    }, this.#patience.timeout);
    this.#signal.addEventListener("abort", running.stop, { once: true });
    try {
      running.input.end(names.map((name) => `${name}\n`).join(""));
      const ended = endOf(running);
      this.#latest = ended;
      const ending = await ended;
      this.#signal.throwIfAborted();
      if (ending.failed) throw createGitError(ending, "fetch");
      if (late) return { kind: "failed", why: `it took longer than ${this.#patience.timeout / 60_000} minutes` };
      return fetchedOf(ending);
    } finally {
      clearTimeout(deadline);
      this.#signal.removeEventListener("abort", running.stop);
    }
  }
}

/** What it writes is read, so that it does not wait for a reader. */
async function endOf({ output, ended }: GitProcess) {
  for await (const _ of output);
  return await ended;
}
