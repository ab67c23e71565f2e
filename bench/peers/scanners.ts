import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { computeFingerprint } from "../../src/domain/secret.ts";
import { type Command, isOnPath } from "../measure.ts";

// The five scanners with the settings that their documentation gives for each scene. Only their rules for OpenAI's keys are
// switched on, none verifies a key or looks for updates, and each uses the threads that it takes by itself.

/** What a scanner is asked to do: the commits of `base..head`, what is staged, or every commit. */
export type Task =
  | { kind: "range"; base: string; head: string }
  | { kind: "staged" }
  | { kind: "history"; bare: boolean };

export type Scanner = {
  name: string;
  version: string;
  /** Whether it reads `git log -p`, which ends at the first object that is missing; trufflehog then says nothing. */
  readsLog: boolean;
  /** The flags that matter, for the page. */
  settings: string;
  /** The command, or why it has none. */
  commandFor: (task: Task, repo: string) => Command | { reason: string };
  /** Fingerprints of exactly what it called a key. */
  found: (stdout: string) => ReadonlySet<string>;
};

/** This tool as it is built in `dist`, then every other scanner that is on PATH. */
export function findScanners(dist: string, node: string, folder: string): readonly Scanner[] {
  const report = path.join(folder, "report.json");
  const others = [
    { program: "gitleaks", make: () => createGitleaks("gitleaks", false, report) },
    { program: "gitleaks", make: () => createGitleaks("gitleaks", true, report) },
    { program: "betterleaks", make: () => createGitleaks("betterleaks", false, report) },
    { program: "betterleaks", make: () => createGitleaks("betterleaks", true, report) },
    { program: "trufflehog", make: createTrufflehog },
    { program: "kingfisher", make: () => createKingfisher(false) },
    { program: "kingfisher", make: () => createKingfisher(true) },
  ];
  return [createOwn(dist, node), ...others.filter(({ program }) => isOnPath(program)).map(({ make }) => make())];
}

/** The scanners that could take part and are not on PATH. */
export function listAbsent(): readonly string[] {
  return ["gitleaks", "betterleaks", "trufflehog", "kingfisher"].filter((program) => !isOnPath(program));
}

function createOwn(dist: string, node: string): Scanner {
  const cli = path.join(dist, "cli.js");
  const scan = (...args: string[]) => [node, cli, "scan", ...args, "--format", "json"];
  return {
    name: "openai-key-guard",
    version: versionOf([node, cli, "--version"]),
    readsLog: false,
    settings: "defaults",
    commandFor: (task, repo) => ({
      words: task.kind === "range" ? scan(`${task.base}..${task.head}`) : scan(`--${task.kind}`),
      cwd: repo,
      allowed: [0, 1, 2],
    }),
    found: (stdout) => {
      const { findings } = JSON.parse(stdout) as { findings: readonly { fingerprint: string }[] };
      return new Set(findings.map(({ fingerprint }) => fingerprint));
    },
  };
}

/** betterleaks has gitleaks' flags. Thorough: git shows binary files and merges too, archives are opened, allowing comments do not count. */
function createGitleaks(program: "gitleaks" | "betterleaks", thorough: boolean, report: string): Scanner {
  const more = thorough ? ["--max-archive-depth", "8", "--max-decode-depth", "5", "--ignore-gitleaks-allow"] : [];
  const quiet = ["--no-banner", "--log-level", "error", "--exit-code", "0", "-f", "json", "-r", report];
  const workers = ["--git-workers", String(availableParallelism())];
  const shown = thorough ? "--text -m " : "";
  return {
    name: thorough ? `${program}, thorough` : program,
    version: process.env[`${program.toUpperCase()}_VERSION`] ?? versionOf([program, "version"]),
    readsLog: true,
    settings: [`--enable-rule openai-api-key`, ...(thorough ? ['--log-opts "--text -m …"', ...more] : [])].join(" "),
    commandFor: (task, repo) => {
      const range = task.kind === "range" ? `${task.base}..${task.head}` : "--full-history --all";
      const which = task.kind === "staged" ? ["--pre-commit", "--staged"] : ["--log-opts", `${shown}${range}`];
      return {
        words: [
          program,
          "git",
          ...which,
          ...(program === "betterleaks" && task.kind === "history" ? workers : []),
          "--enable-rule",
          "openai-api-key",
          ...more,
          ...quiet,
          ".",
        ],
        cwd: repo,
        allowed: "any",
      };
    },
    found: () =>
      fingerprintsOf((JSON.parse(readFileSync(report, "utf8")) as { Secret: string }[] | null) ?? [], "Secret"),
  };
}

/** It clones what it scans unless it may trust the clone's own configuration. */
function createTrufflehog(): Scanner {
  const settings = [
    "--no-verification",
    "--no-update",
    "--include-detectors=openai,openaiadmin",
    "--trust-local-git-config",
  ];
  return {
    name: "trufflehog",
    version: process.env["TRUFFLEHOG_VERSION"] ?? versionOf(["trufflehog", "--version"]),
    readsLog: true,
    settings: settings.join(" "),
    commandFor: (task, repo) => {
      const bare = task.kind === "history" && task.bare ? ["--bare"] : [];
      const which = rangeFlags(task, ["--since-commit", "HEAD"], bare);
      return {
        words: ["trufflehog", "git", "file://.", "--json", "--log-level=-1", ...settings, ...which],
        cwd: repo,
        allowed: "any",
      };
    },
    found: (stdout) => fingerprintsOf(objectsIn(stdout), "Raw"),
  };
}

/** Fast: its own flag for "no base64, no commit metadata, no language detection". */
function createKingfisher(fast: boolean): Scanner {
  const settings = ["--rule", "betterleaks.openai-api-key", "--no-validate", "--no-update-check"];
  settings.push(...(fast ? ["--turbo"] : ["--no-ignore", "--confidence", "low"]));
  return {
    name: fast ? "kingfisher, fast" : "kingfisher",
    version: versionOf(["kingfisher", "--version"]),
    readsLog: false,
    settings: settings.join(" "),
    commandFor: (task, repo) => ({
      words: [
        "kingfisher",
        "scan",
        ".",
        ...rangeFlags(task, ["--staged"], ["--git-history", "full"]),
        ...settings,
        "--quiet",
        "--format",
        "jsonl",
      ],
      cwd: repo,
      allowed: "any",
    }),
    found: (stdout) =>
      fingerprintsOf(
        objectsIn(stdout).flatMap(({ finding }) => (finding ? [finding] : [])),
        "snippet",
      ),
  };
}

/** trufflehog and kingfisher name a range in the same way. */
function rangeFlags(task: Task, staged: readonly string[], history: readonly string[]): readonly string[] {
  if (task.kind === "range") return ["--since-commit", task.base, "--branch", task.head];
  return task.kind === "staged" ? staged : history;
}

function objectsIn(text: string): Record<string, unknown>[] {
  const lines = text.split("\n").filter((line) => line.startsWith("{"));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

function fingerprintsOf(findings: readonly unknown[], field: string): ReadonlySet<string> {
  return new Set(
    findings.map((one) => computeFingerprint(String((one as Record<string, unknown> | undefined)?.[field]))),
  );
}

function versionOf([program = "", ...args]: readonly string[]): string {
  const { stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  return /\d+\.\d+\.\d+/.exec(`${stdout} ${stderr}`)?.[0] ?? "of unknown version";
}
