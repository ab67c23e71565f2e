import { type ChildProcess, spawn } from "node:child_process";
import { access, constants, stat } from "node:fs/promises";
import { delimiter, isAbsolute, join, resolve } from "node:path";
import { kill } from "node:process";
import type { StoreCheck, StoreResult } from "../../domain/rotation-target.ts";
import type { Secret } from "../../domain/secret.ts";

/** Environment variables by name, as an entry point passes them on. */
export type ProgramEnvironment = Readonly<Record<string, string | undefined>>;

/** A program with its arguments. */
export type CommandLine = readonly [string, ...string[]];

/** What a program is run with. */
export type ProgramRun = {
  environment: ProgramEnvironment;
  /** How long it may take, in milliseconds. */
  timeout: number;
  /** Ends the program when it is aborted. */
  signal: AbortSignal;
};

const IS_WINDOWS = delimiter === ";";

/** Our own secrets: what an operator gives this tool, also as inputs of an action. No program gets them. */
const OWN = /^(?:OPENAI_ADMIN_KEY|GITHUB_SECRETS_TOKEN|INPUT_.*)$/i;

/** Other variables with the same values are left out too, unless the value is a word that means nothing. */
const SHORTEST_OWN = 16;

/** Whether the program of a command is there and can be started. */
export async function checkProgram([program]: CommandLine, environment: ProgramEnvironment): Promise<StoreCheck> {
  const found = await findProgram(program, environment);
  return found === null ? { kind: "failed", because: "no-program" } : { kind: "ready", exists: null };
}

/**
 * Runs a program without a shell and gives it the key on its standard input: the key and nothing else, without a line
 * break. 0 means stored. What the program writes is not kept, since it may be the key. After any other end the place may
 * hold the key all the same: the program's own server may have taken it.
 */
export async function runStoreProgram(
  [program, ...args]: CommandLine,
  secret: Secret,
  { environment, timeout, signal }: ProgramRun,
): Promise<StoreResult> {
  if (signal.aborted) return { kind: "failed", because: "cancelled", mayBeStored: false };
  const found = await findProgram(program, environment);
  if (found === null) return { kind: "failed", because: "no-program", mayBeStored: false };
  const limit = AbortSignal.timeout(timeout);
  const end = await runProgram([found, ...args], secret, {
    environment: removeOwnSecrets(environment),
    signal: AbortSignal.any([limit, signal]),
  });
  if (!end.isStarted) return { kind: "failed", because: "no-program", mayBeStored: false };
  if (signal.aborted && end.code !== 0) return { kind: "failed", because: "cancelled", mayBeStored: true };
  if (limit.aborted && end.code !== 0) return { kind: "failed", because: "timed-out", mayBeStored: true };
  if (end.code !== 0) return { kind: "failed", because: "exit-code", code: end.code, mayBeStored: true };
  return end.isRead ? { kind: "stored", verified: false } : { kind: "failed", because: "not-read", mayBeStored: false };
}

/** How a program ended. `isRead`: whether the key went into its standard input without an error. */
type ProgramEnd = { isStarted: boolean; code: number | null; isRead: boolean };

function runProgram(
  [program, ...args]: CommandLine,
  secret: Secret,
  { environment, signal }: { environment: Record<string, string>; signal: AbortSignal },
): Promise<ProgramEnd> {
  return new Promise((done) => {
    let isRead = true;
    const child = spawn(program, args, {
      env: environment,
      stdio: ["pipe", "ignore", "ignore"],
      windowsHide: true,
      // A process group of its own, to end also what the program starts. Windows has none.
      detached: !IS_WINDOWS,
    });
    const stop = () => stopProgram(child);
    const finish = (end: Pick<ProgramEnd, "isStarted" | "code">) => {
      signal.removeEventListener("abort", stop);
      done({ ...end, isRead });
    };
    signal.addEventListener("abort", stop, { once: true });
    child.stdin.on("error", () => {
      isRead = false;
    });
    child.on("error", () => {
      if (child.pid === undefined) finish({ isStarted: false, code: null });
    });
    child.on("close", (code) => finish({ isStarted: child.pid !== undefined, code }));
    child.stdin.end(secret.reveal());
  });
}

/** Ends a program for certain, with all that it started: nothing that holds the key may go on after it was given up. */
function stopProgram(child: ChildProcess): void {
  try {
    if (IS_WINDOWS || child.pid === undefined) child.kill("SIGKILL");
    else kill(-child.pid, "SIGKILL");
  } catch {
    // The process group has ended already.
    child.kill("SIGKILL");
  }
}

/** The file of a program: as it is named, or in one of the folders of `PATH`. Null where nothing there can be started. */
async function findProgram(program: string, environment: ProgramEnvironment): Promise<string | null> {
  const isPath = IS_WINDOWS ? /[/\\]/.test(program) : program.includes("/");
  const [, folders = ""] = Object.entries(environment).find(([name]) => /^path$/i.test(name)) ?? [];
  // A folder that is named relative to the current one may be part of a checkout.
  const absolute = folders.split(delimiter).filter(isAbsolute);
  const bases = isPath ? [resolve(program)] : absolute.map((folder) => join(folder, program));
  const endings = IS_WINDOWS ? ["", ".exe", ".com"] : [""];
  for (const file of bases.flatMap((base) => endings.map((ending) => `${base}${ending}`))) {
    if (await isProgram(file)) return file;
  }
  return null;
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

function removeOwnSecrets(environment: ProgramEnvironment): Record<string, string> {
  const entries = Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const own = new Set(entries.filter(([name]) => OWN.test(name)).map(([, value]) => value.trim()));
  const isOwn = ([name, value]: [string, string]) =>
    OWN.test(name) || (value.trim().length >= SHORTEST_OWN && own.has(value.trim()));
  return Object.fromEntries(entries.filter((entry) => !isOwn(entry)));
}
