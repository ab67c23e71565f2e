import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { measureDecoys } from "./lines/decoys.ts";
import { measureFindings } from "./lines/findings.ts";
import { measureHistory } from "./lines/history.ts";
import { measureHostile } from "./lines/hostile.ts";
import { measureInventory } from "./lines/inventory.ts";
import type { Benchmark, Line, Settings } from "./lines/line.ts";
import { measureRepeatedKey } from "./lines/repeated-key.ts";
import { measureReports } from "./lines/reports.ts";
import { measureStart } from "./lines/start.ts";
import { describeMachine, isOnPath } from "./measure.ts";
import { alignTable } from "./peers/page.ts";

// Every requirement on speed as one line: what was measured, its reference in the same run, the ratio, and what is wanted.
// Without names all of these: start, findings, history, decoys, hostile, repeated-key, inventory, reports. The defaults take
// some minutes; --full has the sizes of the requirements.
//   node bench/bench.ts [NAME…] [--runs 5] [--full] [--history CLONE]... [--dist DIR] [--node FILE]

const BENCHMARKS = {
  start: measureStart,
  findings: measureFindings,
  history: measureHistory,
  decoys: measureDecoys,
  hostile: measureHostile,
  "repeated-key": measureRepeatedKey,
  inventory: measureInventory,
  reports: measureReports,
} as const satisfies Record<string, Benchmark>;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "5" },
    full: { type: "boolean", default: false },
    history: { type: "string", multiple: true, default: [] },
    dist: { type: "string", default: path.resolve(import.meta.dirname, "../dist") },
    node: { type: "string", default: process.execPath },
  },
});
const unknown = positionals.find((name) => !(name in BENCHMARKS));
if (unknown) throw new Error(`there is no benchmark ${unknown}: ${Object.keys(BENCHMARKS).join(", ")}`);

// What a benchmark makes stands below one folder, which goes with the run.
const folder = mkdtempSync(path.join(tmpdir(), "key-guard-bench-"));
process.env["TMPDIR"] = folder;
const settings: Settings = {
  runs: Number(values.runs),
  isFull: values.full,
  histories: values.history.map((one) => path.resolve(one)),
  dist: path.resolve(values.dist),
  node: values.node,
  folder,
};

try {
  console.log(describeVersions());
  const lines: Line[] = [];
  for (const [name, measure] of Object.entries(BENCHMARKS)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const begun = performance.now();
    lines.push(...(await measure(settings)));
    if (process.stderr.isTTY) console.error(`${name}: ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  }
  console.log(alignTable([["what", "measured", "reference", "ratio", "wanted", ""], ...lines.map(cellsOf)]));
  console.log(`Minima of ${values.runs} runs. ${describeMachine()} at the end.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function cellsOf({ name, measured, reference, ratio, wanted }: Line): readonly string[] {
  return [
    name,
    measured,
    reference,
    ratio.toFixed(2),
    wanted?.text ?? "",
    wanted ? (wanted.isMet ? "met" : "not met") : "",
  ];
}

function describeVersions(): string {
  const peers = [
    ["gitleaks", "version"],
    ["kingfisher", "--version"],
  ] as const;
  const found = peers
    .filter(([program]) => isOnPath(program))
    .map(([program, flag]) => {
      const { stdout } = spawnSync(program, [flag], { encoding: "utf8" });
      return `${program} ${/\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? "of unknown version"}`;
    });
  const git = execFileSync("git", ["--version"], { encoding: "utf8" }).trim();
  const node = execFileSync(values.node, ["--version"], { encoding: "utf8" }).trim();
  const measured = values.node === process.execPath ? [] : [`measured with Node ${node}`];
  return [describeMachine(), ...measured, git, ...found].join(", ");
}
