import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import path from "node:path";

/**
 * How every benchmark measures other processes. Give `compareInTurn` what you measure and its reference as named commands:
 * it runs them A B C, A B C, …, so that a machine that becomes slower does so for all of them, and throws the first round
 * away. Then print `ratioOf(subject, reference)` of each figure: the ratio of two minima says most on a busy machine, and
 * processor time says more than wall time.
 *
 *     const costs = await compareInTurn({ empty: { words: [node, "-e", "0"] }, scan: { words: [node, cli, "scan"], cwd } }, 15);
 *     const { wall, cpu } = ratioOf(costs.scan, costs.empty);
 */

/** A process to measure. */
export type Command = {
  words: readonly string[];
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** The file to read as standard input. */
  input?: string;
  /** Exit codes that are no failure; 0 alone unless given. */
  allowed?: readonly number[] | "any";
  /** Whether to throw its output away unread, as a reference does that has nobody to tell. */
  mute?: boolean;
};

/** Milliseconds of wall and processor time (user and system, of it and of all it started), and megabytes (2^20 bytes). */
export type Cost = {
  wall: number;
  /** NaN where GNU time is not installed. */
  cpu: number;
  /** The most memory that one process of its tree had; a git that maps a pack counts that as its own. NaN as above. */
  largest: number;
  /** The most memory that the process itself had, read from /proc ten times in 100 ms; NaN where that cannot be read. */
  own: number;
};

/** All counted runs of a command; `minimum` and `median` are taken figure by figure. */
export type Measured = { minimum: Cost; median: Cost; runs: readonly Cost[] } & Ended;

/** How a process ended. */
export type Ended = { code: number; stdout: string; stderr: string };

/** What to do around each run that is not measured, such as emptying a file; and whether there is a first round that does not count. */
type Hooks<Name extends string> = {
  before?: (name: Name) => void;
  after?: (name: Name, ended: Ended) => void;
  warm?: boolean;
};

const FIGURES = ["wall", "cpu", "largest", "own"] as const;
const GNU_TIME = "/usr/bin/time";

/** Measures each command `runs` times, in turn, after one round that warms the caches and does not count unless `warm` is false. */
export async function compareInTurn<Name extends string>(
  commands: Readonly<Record<Name, Command>>,
  runs: number,
  { before, after, warm = true }: Hooks<Name> = {},
): Promise<Record<Name, Measured>> {
  const names = Object.keys(commands) as Name[];
  const all = new Map(names.map((name) => [name, [] as Awaited<ReturnType<typeof measure>>[]]));
  for (let round = warm ? -1 : 0; round < runs; round += 1) {
    for (const name of names) {
      before?.(name);
      const measured = await measure(commands[name]);
      after?.(name, measured);
      if (round >= 0) all.get(name)?.push(measured);
    }
  }
  return Object.fromEntries([...all].map(([name, each]) => [name, summarize(each)])) as Record<Name, Measured>;
}

/** How many times the reference each figure is, minimum by minimum. */
export function ratioOf(subject: Measured, ...references: readonly Measured[]): Cost {
  return costOf((figure) => {
    const sum = references.reduce((total, { minimum }) => total + minimum[figure], 0);
    return subject.minimum[figure] / sum;
  });
}

/** The processor, the load and this Node, for the first line of a benchmark. */
export function describeMachine(): string {
  const load = loadavg()[0]?.toFixed(1) ?? "?";
  return `Node ${process.versions.node}, ${availableParallelism()} cores, load ${load}`;
}

/** Whether a program is on PATH. */
export function isOnPath(program: string): boolean {
  return (process.env["PATH"] ?? "").split(path.delimiter).some((one) => existsSync(path.join(one, program)));
}

/** Runs a command once. Throws when it ends with an exit code that is not allowed. */
export async function measure(command: Command): Promise<Cost & Ended> {
  const folder = mkdtempSync(path.join(tmpdir(), "key-guard-time-"));
  const log = path.join(folder, "log");
  const input = command.input === undefined ? null : openSync(command.input, "r");
  const timed = existsSync(GNU_TIME);
  const [program = "", ...args] = [...(timed ? [GNU_TIME, "-f", "%U %S %M", "-o", log] : []), ...command.words];
  try {
    const before = performance.now();
    const child = spawn(program, args, {
      cwd: command.cwd,
      env: command.env ?? process.env,
      stdio: [input ?? "ignore", command.mute ? "ignore" : "pipe", "pipe"],
    });
    const output = [child.stdout, child.stderr].map(textOf);
    const watch = watchMemory(child.pid, timed);
    const [code] = (await once(child, "exit")) as [number | null];
    const wall = performance.now() - before;
    const own = watch.stop();
    const [stdout = "", stderr = ""] = await Promise.all(output);
    const { allowed = [0] } = command;
    if (code === null || (allowed !== "any" && !allowed.includes(code)))
      throw new Error(
        `${command.words.slice(0, 3).join(" ")} ended with ${code}: ${stdout.slice(0, 500)} ${stderr.slice(0, 500)}`,
      );
    const told = timed ? readFileSync(log, "utf8").trim().split("\n").at(-1) : undefined;
    const [user = Number.NaN, system = Number.NaN, peak = Number.NaN] = told?.split(" ").map(Number) ?? [];
    return { wall, cpu: 1000 * (user + system), largest: peak / 1024, own, code, stdout, stderr };
  } finally {
    if (input !== null) closeSync(input);
    rmSync(folder, { recursive: true });
  }
}

function summarize(each: readonly (Cost & Ended)[]): Measured {
  const sorted = (figure: keyof Cost) => each.map((one) => one[figure]).toSorted((one, other) => one - other);
  return {
    minimum: costOf((figure) => sorted(figure)[0] ?? Number.NaN),
    median: costOf((figure) => sorted(figure)[Math.floor(each.length / 2)] ?? Number.NaN),
    runs: each,
    code: each.at(-1)?.code ?? 0,
    stdout: each.at(-1)?.stdout ?? "",
    stderr: each.at(-1)?.stderr ?? "",
  };
}

function costOf(figureOf: (figure: keyof Cost) => number): Cost {
  return Object.fromEntries(FIGURES.map((figure) => [figure, figureOf(figure)])) as Cost;
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream ?? []) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString();
}

/** Looks again and again at the highest resident size of a process, or of the one that GNU time started. */
function watchMemory(pid: number | undefined, wrapped: boolean): { stop: () => number } {
  let highest = Number.NaN;
  const look = () => {
    const kilobytes = Number(/^VmHWM:\s+(\d+)/m.exec(read(`/proc/${wrapped ? firstChild() : pid}/status`))?.[1]);
    if (!Number.isNaN(kilobytes)) highest = Math.max(Number.isNaN(highest) ? 0 : highest, kilobytes / 1024);
  };
  const firstChild = () => read(`/proc/${pid}/task/${pid}/children`).split(" ").at(0);
  const timer = setInterval(look, 10);
  return {
    stop: () => {
      clearInterval(timer);
      return highest;
    },
  };
}

/** Nothing once the process is gone. */
function read(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}
