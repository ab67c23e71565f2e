import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { computeFingerprint } from "../src/domain/secret.ts";
import { type Command, compareInTurn, describeMachine, type Measured, ratioOf } from "./measure.ts";
import { alignTable, renderTable, withSections } from "./peers/page.ts";
import { findScanners, listAbsent, type Scanner } from "./peers/scanners.ts";
import { createScenes, type Scene } from "./peers/scenes.ts";

// This tool and every other scanner on PATH (gitleaks, betterleaks, trufflehog, kingfisher), in turn in the same run: a pull
// request without a key, one with every key of the bypass table, what is staged, and a whole history. An empty Node and git
// reading the same objects are the reference. --write puts the tables into docs/comparison.md.
//   node bench/peers.ts [--runs 3] [--history [NAME=]/path/to/a/clone]... [--write] [--dist DIR] [--node FILE]

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "3" },
    history: { type: "string", multiple: true, default: [] },
    commits: { type: "string", default: "300" },
    write: { type: "boolean", default: false },
    dist: { type: "string", default: path.resolve(import.meta.dirname, "../dist") },
    node: { type: "string", default: process.execPath },
  },
});
const runs = Number(values.runs);
const folder = mkdtempSync(path.join(tmpdir(), "key-guard-peers-"));
const PAGE = path.resolve(import.meta.dirname, "../docs/comparison.md");

try {
  const scanners = findScanners(path.resolve(values.dist), values.node, folder);
  const { bypasses, scenes, controls } = await createScenes(folder, values.history, Number(values.commits));
  const tables: Record<string, (readonly string[])[]> = { versions: describeRun(scanners) };
  for (const scene of controls) tables[scene.name] = await tableOf(scene, scanners, 0);
  for (const scene of scenes) {
    const found = new Map<Scanner, ReadonlySet<string>>();
    tables[scene.name] = await tableOf(scene, scanners, runs, found);
    if (scene.name === "keys") tables["found"] = foundTable(scanners, bypasses.all, found);
  }
  const titles = new Map([...controls, ...scenes].map(({ name, title }) => [name, title]));
  for (const [name, rows] of Object.entries(tables)) console.log(`\n${titles.get(name) ?? name}\n${alignTable(rows)}`);
  if (values.write) writePage(tables, scenes);
  await bypasses.repo[Symbol.asyncDispose]();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function describeRun(scanners: readonly Scanner[]) {
  const git = execFileSync("git", ["--version"], { encoding: "utf8" }).trim().replace("version ", "");
  const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  const rows = scanners.map(({ name, version, settings }) => [name, version, `\`${settings}\``]);
  const absent = listAbsent().map((name) => [name, "not measured", "it was not on `PATH`"]);
  return [
    ["scanner", "version", "settings"],
    ...rows,
    ...absent,
    ["measured", day, `${describeMachine()}, ${git}, ${runs} runs`],
  ];
}

/** What each scanner, and the reference, costs in a scene. A scene that only tells what is found is run once, as its warm-up. */
async function tableOf(
  scene: Scene,
  scanners: readonly Scanner[],
  counted: number,
  kept = new Map<Scanner, ReadonlySet<string>>(),
) {
  const commands: Record<string, Command> = { empty: { words: [values.node, "-e", "0"] }, git: scene.git };
  for (const one of scanners) {
    const command = one.commandFor(scene.task, scene.repo);
    if ("words" in command) commands[one.name] = command;
  }
  // A report in a file is read right after the run that wrote it.
  const found = (one: Scanner, { stdout }: { stdout: string }) =>
    kept.set(
      one,
      safely(() => one.found(stdout)),
    );
  const after = (name: string, ended: { stdout: string }) => {
    const scanner = scanners.find((one) => one.name === name);
    if (scanner) found(scanner, ended);
  };
  const costs = await compareInTurn(commands, Math.max(1, counted), { after, warm: counted > 0 });
  const head = [
    "",
    "wall ms",
    "median",
    "of ours",
    "of Node and git",
    "CPU ms",
    "of ours",
    "MB",
    scene.keys.length > 0 ? `found of ${scene.keys.length}` : "found",
  ];
  const rows = Object.entries(costs).map(([name, cost]) => {
    const scanner = scanners.find((one) => one.name === name);
    return rowOf(name, cost, costs, scanner ? describeFound(cost, scene, scanner, kept.get(scanner)) : "");
  });
  const without = scanners.flatMap((one) => {
    const command = one.commandFor(scene.task, scene.repo);
    return "reason" in command ? [[one.name, command.reason]] : [];
  });
  return [head, ...rows, ...without];
}

function rowOf(
  name: string,
  cost: Measured,
  costs: Readonly<Record<string, Measured>>,
  found: string,
): readonly string[] {
  const { "openai-key-guard": ours = cost, empty = cost, git = cost } = costs;
  const [of, reference] = [ratioOf(cost, ours), ratioOf(cost, empty, git)];
  const label = { empty: "an empty Node", git: "git alone" }[name] ?? name;
  const { wall, cpu, own, largest } = cost.minimum;
  const memory = Math.max(Number.isNaN(own) ? 0 : own, 0) || largest;
  const isReference = label !== name;
  return [
    label,
    wall.toFixed(0),
    cost.median.wall.toFixed(0),
    of.wall.toFixed(2),
    isReference ? "" : reference.wall.toFixed(2),
    cpu.toFixed(0),
    of.cpu.toFixed(2),
    memory.toFixed(0),
    found,
  ];
}

/** How many keys, and whether the scanner said that it did not read all, or its git ended early. */
function describeFound(
  { code, stderr }: Measured,
  { keys, missing = 0 }: Scene,
  { readsLog }: Scanner,
  found: ReadonlySet<string> | undefined,
): string {
  const known = keys.filter((key) => found?.has(computeFingerprint(key))).length;
  const count = keys.length > 0 ? known : (found?.size ?? 0);
  const broken = (readsLog && missing > 0) || /\bfatal: /.test(stderr) || ![0, 1, 183, 200, 205].includes(code);
  return `${count}${broken ? `, not all was read (exit code ${code})` : ""}`;
}

function safely(read: () => ReadonlySet<string>): ReadonlySet<string> {
  try {
    return read();
  } catch {
    return new Set(); // No report: it ended early, and the row says so.
  }
}

function foundTable(
  scanners: readonly Scanner[],
  all: readonly { name: string; key: string }[],
  found: ReadonlyMap<Scanner, ReadonlySet<string>>,
) {
  const rows = all.map(({ name, key }) => [
    name,
    ...scanners.map((one) => (found.get(one)?.has(computeFingerprint(key)) ? "found" : "-")),
  ]);
  const sums = scanners.map((_, at) => String(rows.filter((row) => row[at + 1] === "found").length));
  return [
    ["key", ...scanners.map(({ name, version }) => `${name} ${version}`)],
    ...rows,
    [`of ${all.length}`, ...sums],
  ];
}

function writePage(tables: Readonly<Record<string, (readonly string[])[]>>, scenes: readonly Scene[]): void {
  const histories = scenes.filter(({ task }) => task.kind === "history");
  const history = histories.map(
    ({ name, title }) => `${title[0]?.toUpperCase()}${title.slice(1)}:\n\n${renderTable(tables[name] ?? [])}`,
  );
  const others = Object.entries(tables).filter(([name]) => !/^history-\d/.test(name));
  const sections = {
    ...Object.fromEntries(others.map(([name, rows]) => [name, renderTable(rows)])),
    history: history.join("\n\n"),
  };
  writeFileSync(PAGE, withSections(readFileSync(PAGE, "utf8"), sections));
}
