import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";

// What a clean change costs: the wall time of the Action and of the command line on a change of five commits, against an
// empty Node process plus the git commands that the work needs, in turn in the same run.
//   node bench/startup.ts [--runs 15] [--node /path/to/another/node]

const { values } = parseArgs({ options: { runs: { type: "string", default: "15" }, node: { type: "string" } } });
const runs = Number(values.runs);
const node = values.node ?? process.execPath;
const dist = path.resolve(import.meta.dirname, "../dist");
const folder = mkdtempSync(path.join(tmpdir(), "key-guard-bench-"));
const repo = path.join(folder, "repo");
const git = (...args: string[]) =>
  execFileSync("git", ["-C", repo, "-c", "user.name=b", "-c", "user.email=b@example.org", ...args], {
    encoding: "utf8",
  }).trim();

mkdirSync(repo);
git("init", "-q", "-b", "main");
for (let commit = 0; commit < 25; commit += 1) {
  for (let file = 0; file < 4; file += 1) {
    writeFileSync(
      path.join(repo, `file-${(commit + file) % 20}.ts`),
      `export const value = ${commit};\n`.repeat(120 + commit),
    );
  }
  git("add", "-A");
  git("commit", "-qm", `Change ${commit}`);
}
const [head, base] = [git("rev-parse", "HEAD"), git("rev-parse", "HEAD~5")];

const files = {
  event: path.join(folder, "event.json"),
  output: path.join(folder, "output"),
  summary: path.join(folder, "summary"),
};
const name = { full_name: "acme/shop" };
const pullRequest = {
  title: "Change",
  body: null,
  number: 7,
  comments: 0,
  head: { sha: head, repo: name },
  base: { sha: base, repo: name },
};
writeFileSync(
  files.event,
  JSON.stringify({ action: "opened", repository: { ...name, private: true }, pull_request: pullRequest }),
);
const environment = {
  PATH: process.env["PATH"],
  HOME: folder,
  GITHUB_ACTIONS: "true",
  GITHUB_EVENT_NAME: "pull_request",
  GITHUB_EVENT_PATH: files.event,
  GITHUB_WORKSPACE: repo,
  GITHUB_REPOSITORY: "acme/shop",
  GITHUB_OUTPUT: files.output,
  GITHUB_STEP_SUMMARY: files.summary,
  RUNNER_TEMP: folder,
};

const range = `git rev-list --objects ${head} ^${base} | cut -d ' ' -f 1 | git cat-file --batch --buffer > /dev/null`;
const subjects: Record<string, () => ReturnType<typeof spawnSync>> = {
  "empty node": () => spawnSync(node, ["-e", "0"], { env: environment }),
  "git alone": () => spawnSync("sh", ["-c", range], { cwd: repo, env: environment }),
  action: () => spawnSync(node, [path.join(dist, "action.js")], { cwd: repo, env: environment }),
  "cli scan": () =>
    spawnSync(node, [path.join(dist, "cli.js"), "scan", `${base}..${head}`], { cwd: repo, env: environment }),
};

const times = new Map<string, number[]>(Object.keys(subjects).map((subject) => [subject, []]));
for (let run = -1; run < runs; run += 1) {
  for (const [subject, start] of Object.entries(subjects)) {
    for (const file of [files.output, files.summary]) writeFileSync(file, "");
    const before = performance.now();
    const { status, stderr, stdout } = start();
    const spent = performance.now() - before;
    if (status !== 0) throw new Error(`${subject} ended with ${status}: ${String(stdout)} ${String(stderr)}`);
    if (run >= 0) times.get(subject)?.push(spent); // The first round warms the caches.
  }
}
rmSync(folder, { recursive: true });

const median = (subject: string) =>
  (times.get(subject) ?? []).toSorted((one, other) => one - other)[Math.floor(runs / 2)] ?? Number.NaN;
const reference = median("empty node") + median("git alone");
console.log(
  `${execFileSync(node, ["--version"], { encoding: "utf8" }).trim()}, ${runs} runs each, medians; reference = empty node + git alone`,
);
for (const subject of times.keys()) {
  console.log(
    `${subject.padEnd(12)} ${median(subject).toFixed(0).padStart(5)} ms   ${(median(subject) / reference).toFixed(2)} of the reference`,
  );
}
