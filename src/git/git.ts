import { type ChildProcess, spawn } from "node:child_process";
import { devNull } from "node:os";
import { parse } from "node:path";
import type { Readable, Writable } from "node:stream";
import { UsageError } from "../errors.ts";
import {
  describeGitConfiguration,
  describeOldGit,
  GIT_NOT_FOUND,
  GIT_REFUSES_OWNER,
  GIT_SEES_NO_REPOSITORY,
} from "../messages/errors/git.ts";
import { NO_REASON } from "../messages/names.ts";

/** Environment variables by name, as an entry point passes them on. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How a git process ended. `spawnError` is why it could not be started. */
export type GitExit = { code: number | null; stderr: string; spawnError: Error | null };

/** A running git process. `output` ends when the process does, for whatever reason. */
export type GitProcess = {
  input: Writable;
  output: AsyncIterable<Buffer>;
  /** Never rejects; `createGitError` makes an error of it. */
  exited: Promise<GitExit>;
  stop(): void;
};

/** The only variables that git inherits. Others may be a key, or steer git (GIT_DIR, GIT_CONFIG_COUNT, …). */
const PASSED_ON = /^(?:path|pathext|home|userprofile|systemroot|windir|temp|tmp|tmpdir)$/i;

/** At most as many characters of stderr are kept. */
const STDERR_LIMIT = 64 * 1024;

/**
 * No configuration of a repository may run a program or change what is read. Only plumbing commands are used, which
 * ignore `log.*` and `diff.*`; these options and variables turn off the rest. GIT_DIR is always set, so that git does not
 * search for a repository and refuse one that another user owns (git-config(1), safe.directory).
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
    // A missing object stays missing. Versions without GIT_NO_LAZY_FETCH would fetch it from the remote, whose URL may
    // name a program to run; the only protocol they are allowed does not exist.
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
    LC_ALL: "C",
  },
} as const;

/** Runs git on one repository. */
export class Git {
  readonly #environment: Record<string, string>;
  readonly #home: string;
  readonly #stopGroup: ((pid: number) => void) | null;

  /**
   * `gitDir` is an absolute path. `variables` override the hardening: they let a fetch reach its one server. A fetch
   * starts helpers that talk to the server and outlive it: with `stopGroup` all are one process group, and stopped as one.
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

  /**
   * Starts git. Names that others chose go after `--end-of-options` or through the input. `variables` are for this process
   * alone.
   */
  start(args: readonly string[], variables: Readonly<Record<string, string>> = {}): GitProcess {
    const child = spawn("git", [...HARDENING.options, ...args], {
      cwd: this.#home,
      env: { ...this.#environment, ...variables },
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
      detached: this.#stopGroup !== null,
    });
    child.stdin.on("error", () => {}); // A process that ends early closes its input: see `exited`.
    return {
      input: child.stdin,
      output: readChunks(child.stdout),
      exited: waitForExit(child),
      stop: () => this.#stop(child),
    };
  }

  #stop(child: ChildProcess): void {
    child.stdout?.destroy(); // Unread output would keep the pipe, and so `exited`, open.
    if (!this.#stopGroup || child.pid === undefined) return void child.kill();
    try {
      this.#stopGroup(child.pid);
    } catch {
      child.kill(); // The process group has ended already.
    }
  }

  /** Runs git to its end and returns its whole output: for short ones. */
  async run(args: readonly string[], input = ""): Promise<GitExit & { stdout: string }> {
    const running = this.start(args);
    running.input.end(input);
    const parts: Buffer[] = [];
    for await (const part of running.output) parts.push(part);
    return { ...(await running.exited), stdout: Buffer.concat(parts).toString() };
  }
}

async function* readChunks(stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    // A process that could not be started, or was stopped, has no more output.
    if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  }
}

function waitForExit(child: ChildProcess): Promise<GitExit> {
  return new Promise((resolve) => {
    let stderr = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      if (stderr.length < STDERR_LIMIT) stderr += text;
    });
    child.on("error", (spawnError) => resolve({ code: null, stderr, spawnError }));
    child.on("close", (code) => resolve({ code, stderr, spawnError: null }));
  });
}

/** The error for a git process that failed to `what`, in two words: a UsageError where the reader can mend it, else with git's message. */
export function createGitError({ code, stderr, spawnError }: GitExit, what: string): Error {
  if (spawnError && "code" in spawnError && spawnError.code === "ENOENT") return new UsageError(GIT_NOT_FOUND);
  if (spawnError) return new Error(`git could not be started to ${what}`, { cause: spawnError });
  if (/dubious ownership|unsafe repository/.test(stderr)) return new UsageError(GIT_REFUSES_OWNER);
  if (/not a git repository/i.test(stderr)) return new UsageError(GIT_SEES_NO_REPOSITORY);
  const complaint = extractComplaint(stderr);
  if (code === 129 || /unknown repository extension|Expected git repo version/.test(stderr)) {
    return new UsageError(describeOldGit(what, complaint));
  }
  if (/\bbad (?:boolean |numeric |\S+ )?config|invalid value for|unable to parse .*config/i.test(stderr)) {
    return new UsageError(describeGitConfiguration(complaint));
  }
  return new Error(`git ended with ${code ?? "a signal"} when asked to ${what}: ${complaint}`);
}

/** The error that git died of, in one line. */
export function extractComplaint(stderr: string): string {
  const lines = stderr.split("\n").filter((line) => line.trim() !== "");
  const last = lines.findLast((line) => line.startsWith("fatal: ")) ?? lines.at(-1);
  return last?.replace(/^(?:fatal|error): /, "").slice(0, 300) ?? NO_REASON;
}
