import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { type Command, compareInTurn, describeMachine, isOnPath, ratioOf } from "./measure.ts";

// What a clean change costs: the Action on a pull request of five commits, the command line on the same range, and
// `scan --staged` on a change of two files, each against an empty Node process plus the git commands that the work needs,
// in turn in the same run; for scale, the same git commands run by ten lines of Node, and gitleaks' staged scan where it is
// on PATH. Ratios are of wall time, minimum by minimum: on a busy machine they tell of its load, since a scan runs beside git.
//   node bench/startup.ts [--runs 15] [--node /path/to/another/node]...

const { values } = parseArgs({
  options: { runs: { type: "string", default: "15" }, node: { type: "string", multiple: true, default: [] } },
});
const runs = Number(values.runs);
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

for (const file of [files.output, files.summary]) writeFileSync(file, "");
for (const file of [3, 7]) {
  writeFileSync(path.join(repo, `file-${file}.ts`), `export const changed = ${file};\n`.repeat(130));
}
git("add", "-A");

const rangeGit = ["rev-list --objects HEAD ^HEAD~5 --", "cat-file --batch --buffer"] as const;
const stagedGit = ["diff-index --cached --raw HEAD --", "cat-file --batch --buffer"] as const;

try {
  const versions = [execFileSync("git", ["--version"], { encoding: "utf8" }).trim()];
  if (isOnPath("gitleaks"))
    versions.push(`gitleaks ${execFileSync("gitleaks", ["version"], { encoding: "utf8" }).trim()}`);
  console.log(`${describeMachine()}, ${versions.join(", ")}; minima of ${runs} runs`);
  for (const node of [process.execPath, ...values.node]) await compare(node);
} finally {
  rmSync(folder, { recursive: true });
}

/** The commands that the work needs, the second fed with the object names that the first lists. */
function inShell([list, read]: readonly [string, string], column: number): Command {
  return at(["sh", "-c", `git ${list} | cut -d ' ' -f ${column} | git ${read} > /dev/null`]);
}

/** The same in ten lines of Node. */
function inNode(node: string, [list, read]: readonly [string, string], column: number): Command {
  const script = `
    import { spawn } from "node:child_process";
    const reading = spawn("git", ${JSON.stringify(read.split(" "))});
    const listing = spawn("git", ${JSON.stringify(list.split(" "))});
    let listed = "";
    listing.stdout.on("data", (part) => { listed += part; });
    listing.on("close", () => {
      const names = listed.split("\\n").map((line) => line.split(" ")[${column - 1}]).filter(Boolean);
      reading.stdin.end(names.join("\\n") + "\\n");
    });
    reading.stdout.resume();`;
  return at([node, "--input-type=module", "-e", script]);
}

function at(words: readonly string[]): Command {
  return { words, cwd: repo, env: environment };
}

async function compare(node: string): Promise<void> {
  const references = {
    empty: at([node, "-e", "0"]),
    "git of the range": inShell(rangeGit, 1),
    "git of the index": inShell(stagedGit, 4),
  };
  const peers = isOnPath("gitleaks") ? { "gitleaks git --staged": at(["gitleaks", "git", "--staged", "."]) } : {};
  const subjects = {
    "git of the range, by Node": inNode(node, rangeGit, 1),
    "git of the index, by Node": inNode(node, stagedGit, 4),
    action: at([node, path.join(dist, "action.js")]),
    "scan RANGE": at([node, path.join(dist, "cli.js"), "scan", `${base}..${head}`]),
    "scan --staged": at([node, path.join(dist, "cli.js"), "scan", "--staged"]),
  };
  const costs = await compareInTurn(
    { ...references, ...subjects, ...peers } as typeof references & typeof subjects,
    runs,
  );
  console.log(`\nNode ${execFileSync(node, ["--version"], { encoding: "utf8" }).trim()}`);
  for (const [subject, measured] of Object.entries(costs)) {
    const ofIndex = /index|staged/.test(subject);
    const ratio = ratioOf(measured, costs.empty, costs[ofIndex ? "git of the index" : "git of the range"]);
    const [minimum, median] = [measured.minimum.wall, measured.median.wall].map((wall) => wall.toFixed(0).padStart(4));
    console.log(
      `  ${subject.padEnd(26)} ${minimum} ms (median ${median})   × ${ratio.wall.toFixed(2)} of an empty Node and git`,
    );
  }
}
