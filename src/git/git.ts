import { type ChildProcess, spawn } from "node:child_process";
import { devNull } from "node:os";
import { parse } from "node:path";
import type { Readable, Writable } from "node:stream";
import { UsageError } from "../errors.ts";

/** The environment a door hands over: variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How a git process ended. `failed` is why it could not be started. */
export type GitExit = { code: number | null; stderr: string; failed: Error | null };

/** A git process under way. `output` ends when the process does, however that comes about. */
export type GitProcess = {
  input: Writable;
  output: AsyncIterable<Buffer>;
  /** Never rejects; see `failureOf`. */
  ended: Promise<GitExit>;
  stop(): void;
};

/** All that a child needs of the environment. The rest may be a key, or steer git (GIT_DIR, GIT_CONFIG_COUNT, …). */
const PASSED_ON = /^(?:path|pathext|home|userprofile|systemroot|windir|temp|tmp|tmpdir)$/i;

/** More of what git complains about is not kept. */
const STDERR_LIMIT = 64 * 1024;

/**
 * Nothing a repository says may run a program or change what is read. Only plumbing is called, which heeds none of
 * `log.*` and `diff.*`; what is left is said here. A GIT_DIR of our own finding keeps git from searching for one, and so
 * from refusing a repository that another user owns (git-config(1), safe.directory).
 */
const HARDENING = {
  options: [
    "--no-pager",
    "-c",
    `core.hooksPath=${devNull}`,
    "-c",
    "core.fsmonitor=false",
    "-c",
    "submodule.recurse=false",
  ],
  variables: {
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: devNull,
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_GRAFT_FILE: devNull,
    GIT_ATTR_NOSYSTEM: "1",
    // A missing object stays missing. Gits older than GIT_NO_LAZY_FETCH would ask the remote, which may name a program
    // to be run; a protocol that does not exist is the only one they may use.
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
    LC_ALL: "C",
  },
} as const;

/** Git, run on one repository. */
export class Git {
  readonly #environment: Record<string, string>;
  readonly #home: string;
  readonly #stopGroup: ((pid: number) => void) | null;

  /**
   * `gitDir` is an absolute path. `variables` win over the hardening: with them a fetch may reach its one server, where
   * else git reaches none. A fetch has helpers that talk to the server, and they outlive it: with `stopGroup` all are one
   * group, and stopped as one.
   */
  constructor(
    gitDir: string,
    environment: Environment,
    variables: Readonly<Record<string, string>> = {},
    stopGroup: ((pid: number) => void) | null = null,
  ) {
    const passed = Object.entries(environment).filter((entry): entry is [string, string] => {
      return PASSED_ON.test(entry[0]) && entry[1] !== undefined;
    });
    this.#environment = { ...Object.fromEntries(passed), ...HARDENING.variables, ...variables, GIT_DIR: gitDir };
    // Windows looks for programs in the working folder first, where a change could have put a git.exe.
    this.#home = parse(gitDir).root;
    this.#stopGroup = stopGroup;
  }

  /** Starts git. What anyone can name goes after `--end-of-options` or through the input. */
  start(args: readonly string[]): GitProcess {
    const child = spawn("git", [...HARDENING.options, ...args], {
      cwd: this.#home,
      env: this.#environment,
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
      detached: this.#stopGroup !== null,
    });
    child.stdin.on("error", () => {}); // A process that ends early closes its input: `ended` tells of it.
    return { input: child.stdin, output: chunksOf(child.stdout), ended: endOf(child), stop: () => this.#stop(child) };
  }

  #stop(child: ChildProcess): void {
    child.stdout?.destroy(); // Unread output would keep the pipe, and so `ended`, open.
    if (!this.#stopGroup || child.pid === undefined) return void child.kill();
    try {
      this.#stopGroup(child.pid);
    } catch {
      child.kill(); // The group has ended.
    }
  }

  /** Runs git to its end and gives all it wrote: for answers that are short. */
  async ask(args: readonly string[], input = ""): Promise<GitExit & { stdout: string }> {
    const running = this.start(args);
    running.input.end(input);
    const parts: Buffer[] = [];
    for await (const part of running.output) parts.push(part);
    return { ...(await running.ended), stdout: Buffer.concat(parts).toString() };
  }
}

async function* chunksOf(stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    // What could not be started, or was stopped, has no more output.
    if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  }
}

function endOf(child: ChildProcess): Promise<GitExit> {
  return new Promise((resolve) => {
    let stderr = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      if (stderr.length < STDERR_LIMIT) stderr += text;
    });
    child.on("error", (failed) => resolve({ code: null, stderr, failed }));
    child.on("close", (code) => resolve({ code, stderr, failed: null }));
  });
}

/** The error that an ending amounts to: a UsageError where the reader can mend it, else one with git's own words. */
export function createGitError({ code, stderr, failed }: GitExit, what: string): Error {
  if (failed && "code" in failed && failed.code === "ENOENT") {
    return new UsageError("Git was not found; install git 2.24 or newer and put it on the PATH.");
  }
  if (failed) return new Error(`git could not be started to ${what}`, { cause: failed });
  if (/dubious ownership|unsafe repository/.test(stderr)) {
    return new UsageError(
      "The repository belongs to another user, and this git refuses it; run as its owner, or install a newer git.",
    );
  }
  if (/not a git repository/i.test(stderr)) {
    return new UsageError("Git does not take the folder for a repository; see that its .git is complete.");
  }
  if (code === 129 || /unknown repository extension|Expected git repo version/.test(stderr)) {
    return new UsageError(`Git is too old to ${what} here (${extractComplaint(stderr)}); install a newer one.`);
  }
  return new Error(`git ended with ${code ?? "a signal"} when asked to ${what}: ${extractComplaint(stderr)}`);
}

/** What git complained about last, which is what it died of, in one line. */
export function extractComplaint(stderr: string): string {
  const lines = stderr.split("\n").filter((line) => line.trim() !== "");
  const last = lines.findLast((line) => line.startsWith("fatal: ")) ?? lines.at(-1);
  return last?.replace(/^(?:fatal|error): /, "").slice(0, 300) ?? "it did not say why";
}
