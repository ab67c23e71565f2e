import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { createHistory } from "./created-history.ts";
import { type Command, compareInTurn, describeMachine, isOnPath, type Measured, ratioOf } from "./measure.ts";

// What a whole history costs, against one `git cat-file --batch --buffer` over the same blobs in the order of the packs, and
// Kingfisher where it is on PATH, in turn in the same run: wall time, processor time, and the memory of our own process.
// Each PATH is a clone, bare or not. Then a made-up repository of n, 2n and 4n commits: each should cost twice the one before.
//   node bench/history.ts [PATH…] [--runs 5] [--commits 2000] [--dist DIR] [--node FILE]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "5" },
    commits: { type: "string", default: "2000" },
    dist: { type: "string", default: path.resolve(import.meta.dirname, "../dist") },
    node: { type: "string", default: process.execPath },
  },
});
const cli = path.resolve(values.dist, "cli.js");
const folder = mkdtempSync(path.join(tmpdir(), "key-guard-history-"));

type Coverage = { commits: number; blobs: number; bytes: number };
type Row = { name: string; coverage: Coverage; costs: Record<"git" | "ours" | "kingfisher", Measured | undefined> };

try {
  console.log(
    `${describeMachine()}, ${execFileSync("git", ["--version"], { encoding: "utf8" }).trim()}, ${values.runs} runs, minima`,
  );
  for (const repo of positionals)
    printRow(await compare(path.resolve(repo), path.basename(path.dirname(path.resolve(repo)))));
  const sizes = [1, 2, 4].map((times) => times * Number(values.commits));
  const rows: Row[] = [];
  for (const commits of Number(values.commits) > 0 ? sizes : []) {
    rows.push(await compare(await createHistory(folder, commits), `${commits} made-up commits`));
  }
  for (const row of rows) printRow(row);
  printGrowth(rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function compare(repo: string, name: string): Promise<Row> {
  const list = path.join(folder, "blobs");
  // In the order of the packs, as a reader that wants to be fast asks for them.
  const listing = "git cat-file --batch-all-objects --unordered --batch-check='%(objecttype) %(objectname)' --buffer";
  execFileSync("sh", ["-c", `${listing} | sed -n 's/^blob //p' > ${list}`], { cwd: repo });
  const commands: Record<string, Command> = {
    git: { words: ["git", "cat-file", "--batch", "--buffer"], input: list, cwd: repo, mute: true },
    ours: { words: [values.node, cli, "scan", "--history", "--format", "json"], cwd: repo, allowed: [0, 1, 2] },
  };
  if (isOnPath("kingfisher")) commands["kingfisher"] = { words: kingfisher(repo), allowed: [0, 200], mute: true };
  const costs = await compareInTurn(commands, Number(values.runs));
  const { coverage } = JSON.parse(costs["ours"]?.stdout ?? "") as { coverage: Coverage };
  return { name, coverage, costs: { git: costs["git"], ours: costs["ours"], kingfisher: costs["kingfisher"] } };
}

function kingfisher(repo: string): readonly string[] {
  const quiet = ["--no-validate", "--no-update-check", "--quiet", "--format", "json"];
  return ["kingfisher", "scan", repo, "--git-history", "full", "--rule", "betterleaks.openai-api-key", ...quiet];
}

function printRow({ name, coverage, costs }: Row): void {
  const megabytes = (coverage.bytes / 1e6).toFixed(0);
  console.log(`\n${name}: ${coverage.commits} commits, ${coverage.blobs} blobs, ${megabytes} MB`);
  for (const [who, cost] of Object.entries(costs)) {
    if (!cost || !costs.git) continue;
    const { wall, cpu } = ratioOf(cost, costs.git);
    const { minimum, median } = cost;
    const times = [`${minimum.wall.toFixed(0)} ms (median ${median.wall.toFixed(0)})`, `× ${wall.toFixed(2)}`];
    const work = [`CPU ${minimum.cpu.toFixed(0)} ms`, `× ${cpu.toFixed(2)}`];
    const memory = `peak ${minimum.own.toFixed(0)} MB itself, ${minimum.largest.toFixed(0)} MB the largest process`;
    console.log(`  ${who.padEnd(10)} ${[...times, ...work, memory].join("  ")}`);
  }
  if (!costs.ours || !costs.kingfisher) return;
  const { wall, cpu, own } = ratioOf(costs.ours, costs.kingfisher);
  console.log(
    `  ours against kingfisher: wall × ${wall.toFixed(2)}, CPU × ${cpu.toFixed(2)}, memory × ${own.toFixed(2)}`,
  );
}

/** Two where the history is twice as long and the cost twice as high. */
function printGrowth(rows: readonly Row[]): void {
  for (const [at, { name, costs }] of rows.entries()) {
    const before = rows[at - 1]?.costs;
    if (!before?.ours || !before.git || !costs.ours || !costs.git) continue;
    const [ours, git] = [ratioOf(costs.ours, before.ours), ratioOf(costs.git, before.git)];
    const growth = `ours wall × ${ours.wall.toFixed(2)}, CPU × ${ours.cpu.toFixed(2)}, memory × ${ours.own.toFixed(2)}`;
    console.log(`${at === 1 ? "\n" : ""}${name}, of half as many: ${growth}; git wall × ${git.wall.toFixed(2)}`);
  }
}
