import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Where sweeps run: `bundle` is the folder of cli.js, `folder` where their files and their scratch repositories are. */
export type SweepPlace = { node: string; bundle: string; folder: string; env: Readonly<Record<string, string>> };

/** How a process ended, what it printed, the most memory that it had in megabytes, and its seconds of CPU with those of git. */
export type EndedSweep = { code: number | null; stdout: string; stderr: string; megabytes: number; cpuSeconds: number };

/** In milliseconds: how often it is looked what processes take. */
const INTERVAL = 50;

/** The bundle in processes of its own, and what they take: memory, time, and disk all together. */
export class SweepProcesses {
  /** The most that all scratch repositories had at once, in megabytes. */
  peakDisk = 0;
  readonly #place: SweepPlace;
  readonly #running = new Map<ChildProcess, { megabytes: number; cpuSeconds: number }>();
  #timer: NodeJS.Timeout | null = null;

  constructor(place: SweepPlace) {
    this.#place = place;
  }

  /** Starts `sweep` with these words. */
  start(
    words: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): { child: ChildProcess; ended: Promise<EndedSweep> } {
    const { node, bundle, folder } = this.#place;
    const child = spawn(node, [join(bundle, "cli.js"), "sweep", ...words], {
      cwd: folder,
      env: { PATH: process.env["PATH"], NO_COLOR: "1", RUNNER_TEMP: folder, ...this.#place.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const taken = { megabytes: 0, cpuSeconds: 0 };
    this.#running.set(child, taken);
    this.#timer ??= setInterval(() => this.#look(), INTERVAL);
    const texts = { stdout: "", stderr: "" };
    child.stdout.on("data", (data: Buffer) => (texts.stdout += data));
    child.stderr.on("data", (data: Buffer) => (texts.stderr += data));
    const ended = new Promise<EndedSweep>((resolve) => {
      child.on("close", (code) => {
        this.#running.delete(child);
        if (this.#running.size === 0) this.#stopLooking();
        resolve({ code, ...texts, ...taken });
      });
    });
    return { child, ended };
  }

  /** Runs `sweep` to its end. */
  async run(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<EndedSweep> {
    return await this.start(words, env).ended;
  }

  /** The scratch repositories that are there. */
  listScratch(): readonly string[] {
    return readdirSync(this.#place.folder).filter((name) => name.startsWith("key-guard-"));
  }

  #look(): void {
    for (const [{ pid }, taken] of this.#running) {
      const now = readUsage(pid ?? 0);
      taken.megabytes = Math.max(taken.megabytes, now.megabytes);
      taken.cpuSeconds = Math.max(taken.cpuSeconds, now.cpuSeconds);
    }
    this.peakDisk = Math.max(this.peakDisk, this.#measureScratch());
  }

  #stopLooking(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  #measureScratch(): number {
    const { folder } = this.#place;
    const files = this.listScratch().flatMap((name) => {
      try {
        const found = readdirSync(join(folder, name), { recursive: true, encoding: "utf8" });
        return found.map((file) => join(folder, name, file));
      } catch {
        return []; // Removed meanwhile.
      }
    });
    const sizes = files.map((file) => statSync(file, { throwIfNoEntry: false })?.blocks ?? 0);
    return (sizes.reduce((sum, blocks) => sum + blocks, 0) * 512) / 1e6;
  }
}

/** Clock ticks in a second (proc(5)). */
const TICKS = 100;

/** What a process has taken until now, its ended children included; nothing where that cannot be read. */
export function readUsage(pid: number | "self"): { megabytes: number; cpuSeconds: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { megabytes: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024, cpuSeconds: ticks / TICKS };
  } catch {
    return { megabytes: 0, cpuSeconds: 0 };
  }
}
