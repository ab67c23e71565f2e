import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { computeFingerprint } from "../src/domain/secret.ts";
import { createBypasses } from "./bypasses.ts";

// Which keys of the bypass table this tool and other scanners find in one pull request, and what that and a history cost
// each: wall time, processor time and peak memory, in turn in the same run. Scanners that are not on PATH are left out.
//   node bench/peers.ts [--runs 3] [--history /path/to/a/clone] [--markdown]
// Others run with only their OpenAI rules where they allow that, and never verify.

const { values } = parseArgs({
  options: { runs: { type: "string", default: "3" }, history: { type: "string" }, markdown: { type: "boolean" } },
});
const runs = Number(values.runs);
const dist = path.resolve(import.meta.dirname, "../dist");
const folder = mkdtempSync(path.join(tmpdir(), "key-guard-peers-"));
const reportFile = path.join(folder, "report.json");

type Scanner = {
  name: string;
  version: () => string;
  range: (base: string, head: string) => readonly string[];
  history: () => readonly string[];
  /** What it found, by fingerprint. */
  found: (stdout: string) => ReadonlySet<string>;
};

const own: Scanner = {
  name: "openai-key-guard",
  version: () =>
    run(process.execPath, [path.join(dist, "cli.js"), "--version"])
      .stdout.trim()
      .split(" ")
      .at(1) ?? "",
  range: (base, head) => [process.execPath, path.join(dist, "cli.js"), "scan", `${base}..${head}`, "--format", "json"],
  history: () => [process.execPath, path.join(dist, "cli.js"), "scan", "--history", "--format", "json"],
  found: (stdout) => new Set((JSON.parse(stdout) as Ours).findings.map(({ fingerprint }) => fingerprint)),
};
type Ours = { findings: readonly { fingerprint: string }[] };

const gitleaks = (command: string): Scanner => {
  const common = [
    "--no-banner",
    "-f",
    "json",
    "-r",
    reportFile,
    "--exit-code",
    "0",
    "--enable-rule",
    "openai-api-key",
    ".",
  ];
  return {
    name: command,
    version: () => process.env[`${command.toUpperCase()}_VERSION`] ?? run(command, ["version"]).stdout.trim(),
    range: (base, head) => [command, "git", "--log-opts", `${base}..${head}`, ...common],
    history: () => [command, "git", "--log-opts=--all", ...common],
    found: () =>
      secrets((JSON.parse(readFileSync(reportFile, "utf8")) as { Secret: string }[]).map((one) => one.Secret)),
  };
};

const trufflehog: Scanner = {
  name: "trufflehog",
  version: () => process.env["TRUFFLEHOG_VERSION"] ?? run("trufflehog", ["--version"]).stderr.trim(),
  range: (base, head) => [...TRUFFLEHOG, "--since-commit", base, "--branch", head],
  history: () => TRUFFLEHOG,
  found: (stdout) =>
    secrets(
      stdout
        .split("\n")
        .filter((line) => line.startsWith("{"))
        .map((line) => String((JSON.parse(line) as { Raw?: string }).Raw)),
    ),
};
const TRUFFLEHOG = [
  "trufflehog",
  "git",
  "file://.",
  "--json",
  "--no-verification",
  "--no-update",
  "--include-detectors=openai,openaiadmin",
];

const scanners = [
  own,
  ...["gitleaks", "betterleaks"].filter(isThere).map(gitleaks),
  ...(isThere("trufflehog") ? [trufflehog] : []),
];

type Cost = { wall: number; cpu: number; peak: number };

const GNU_TIME = "/usr/bin/time";

/** Runs a command under GNU time, which tells processor time in seconds and peak memory in KiB; without it neither. */
function timed(words: readonly string[], cwd: string): Cost & { stdout: string } {
  const log = path.join(folder, "time");
  const under = existsSync(GNU_TIME) ? [GNU_TIME, "-f", "%U %S %M", "-o", log] : [];
  const [command = "", ...args] = [...under, ...words];
  const before = performance.now();
  const { stdout, status, stderr } = run(command, args, cwd);
  const wall = performance.now() - before;
  if (status === null || status > 2) throw new Error(`${words[0]} ended with ${status}: ${stderr.slice(0, 500)}`);
  const told = under.length > 0 ? readFileSync(log, "utf8").trim().split("\n").at(-1) : undefined;
  const [user = Number.NaN, system = Number.NaN, peak = Number.NaN] = told?.split(" ").map(Number) ?? [];
  return { wall, cpu: 1000 * (user + system), peak, stdout };
}

/** The cheapest of some runs, in turn with the others. */
function compare(cwd: string, commandOf: (scanner: Scanner) => readonly string[]) {
  const best = new Map<Scanner, Cost & { found: ReadonlySet<string> }>();
  for (let turn = 0; turn < runs; turn += 1) {
    for (const scanner of scanners) {
      const { stdout, ...cost } = timed(commandOf(scanner), cwd);
      const known = best.get(scanner);
      if (!known || cost.wall < known.wall) best.set(scanner, { ...cost, found: scanner.found(stdout) });
    }
  }
  return best;
}

const { repo, base, head, all } = await createBypasses();
const change = compare(repo.dir, (scanner) => scanner.range(base, head));
const rows = all.map(({ name, key }) => [
  name,
  ...scanners.map((one) => (change.get(one)?.found.has(computeFingerprint(key)) ? "found" : "-")),
]);
print(
  ["key", ...scanners.map(({ name, version }) => `${name} ${version()}`)],
  [
    ...rows,
    [`of ${all.length}`, ...scanners.map((_, at) => String(rows.filter((row) => row[at + 1] === "found").length))],
  ],
);
printCosts("this pull request", change);
if (values.history)
  printCosts(
    values.history,
    compare(values.history, (scanner) => scanner.history()),
  );
await repo[Symbol.asyncDispose]();
rmSync(folder, { recursive: true });

function printCosts(what: string, costs: ReturnType<typeof compare>): void {
  const reference = costs.get(own)?.wall ?? Number.NaN;
  console.log(`\n${what}, best of ${runs}`);
  print(
    ["scanner", "wall ms", "of ours", "CPU ms", "peak MB", "found"],
    scanners.map((one) => {
      const { wall = Number.NaN, cpu = 0, peak = 0, found } = costs.get(one) ?? {};
      const figures = [wall.toFixed(0), (wall / reference).toFixed(2), cpu.toFixed(0), (peak / 1024).toFixed(0)];
      return [one.name, ...figures, String(found?.size ?? 0)];
    }),
  );
}

function print(headings: readonly string[], lines: readonly (readonly string[])[]): void {
  const table = values.markdown ? [headings, headings.map(() => "---"), ...lines] : [headings, ...lines];
  const widths = headings.map((_, at) => Math.max(...table.map((row) => row[at]?.length ?? 0)));
  for (const row of table) {
    const cells = row.map((cell, at) => cell.padEnd(widths[at] ?? 0));
    console.log(values.markdown ? `| ${cells.join(" | ")} |` : cells.join("  ").trimEnd());
  }
}

/** Fingerprints of what a scanner calls secrets, whole or with what it took along. */
function secrets(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.map(computeFingerprint));
}

function isThere(command: string): boolean {
  return (process.env["PATH"] ?? "").split(path.delimiter).some((one) => existsSync(path.join(one, command)));
}

function run(command: string, args: readonly string[], cwd = folder) {
  return spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
}
