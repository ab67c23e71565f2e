import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";

// What git itself needs, and what we need more (or less), in turn in the same run:
// - a clean pull request of five commits, by the built command line, against an empty Node and git reading the same objects;
// - a whole history, against one `git cat-file` reading the same commits and blobs to nowhere; for a made-up repository of
//   three sizes, each four times the one before, and for any clone given by --repo. Peak memory is our own process's.
//   node bench/change.ts [--runs 7] [--commits 8000] [--repo DIR]... [--node /path/to/another/node] [--built] [--cli FILE]
// --built: the history by the built command line too, instead of by src. --cli: one that was built elsewhere.

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "7" },
    commits: { type: "string", default: "8000" },
    repo: { type: "string", multiple: true, default: [] },
    node: { type: "string", default: process.execPath },
    built: { type: "boolean", default: false },
    cli: { type: "string" },
  },
});
const runs = Number(values.runs);
const top = path.resolve(import.meta.dirname, "..");
const cli = path.resolve(values.cli ?? path.join(top, "dist/cli.js"));
const folder = mkdtempSync(path.join(tmpdir(), "key-guard-bench-"));
const environment = { PATH: process.env["PATH"], HOME: folder };

/** Searches a whole history with the modules of src, as the command line does. */
const driver = `
  const { openHistory } = await import(${JSON.stringify(path.join(top, "src/sources/history/history.ts"))});
  const { detect } = await import(${JSON.stringify(path.join(top, "src/detect/detect.ts"))});
  const { source } = await openHistory({ repo: ".", environment: process.env, includes: () => true, unreachable: false });
  let hits = 0;
  for await (const blob of source.blobs()) for await (const _ of detect(blob, () => {})) hits += 1;
  const { coverage, gaps } = source.account();
  if (gaps.length > 0) console.error(JSON.stringify(gaps));
  console.log(JSON.stringify({ coverage, hits }));
`;

/** Tells, at the end of a Node process, how much memory it had at the most. */
const telling = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => process.stderr.write(`\\npeak ${process.resourceUsage().maxRSS}\\n`))',
)}`;

try {
  const node = execFileSync(values.node, ["--version"], { encoding: "utf8" }).trim();
  console.log(`Node ${node}, ${git(".", "--version")}, ${availableParallelism()} cores, medians of ${runs} runs`);
  const largest = Number(values.commits);
  for (const commits of [largest / 16, largest / 4, largest]) {
    const repo = await madeUp(Math.max(10, Math.round(commits)), "changed");
    if (commits === largest) compareChange(repo);
    compareHistory(repo, "files that change a few lines at a time");
  }
  compareHistory(await madeUp(Math.round(largest / 4), "replaced"), "files that are replaced as a whole");
  for (const repo of values.repo) compareHistory(path.resolve(repo), repo);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function compareChange(repo: string): void {
  const [head = "", base = ""] = git(repo, "rev-parse", "HEAD", "HEAD~5").split("\n");
  const objects = `git rev-list --objects ${head} ^${base} | cut -d ' ' -f 1 | git cat-file --batch --buffer > /dev/null`;
  const [empty, alone, scan] = inTurn(repo, [
    [values.node, "-e", "0"],
    ["sh", "-c", objects],
    [values.node, cli, "scan", `${base}..${head}`],
  ]);
  const times = `${scan.toFixed(0)} ms, ${(scan / (empty + alone)).toFixed(2)} of an empty Node and git`;
  console.log(`clean pull request of 5 commits: ${times} (${empty.toFixed(0)} + ${alone.toFixed(0)} ms)`);
}

function compareHistory(repo: string, name: string): void {
  const [ordered, unordered] = [path.join(folder, "ordered"), path.join(folder, "unordered")];
  // Commits and blobs: as rev-list comes by them, which is nearly as they stand in a pack, and as a hash table has them.
  const kinds = "git cat-file --buffer --batch-check='%(objecttype) %(objectname)' | grep -v ^t | cut -d ' ' -f 2";
  const list = `git rev-list --objects --all | cut -d ' ' -f 1 | ${kinds} > ${ordered}; sort ${ordered} > ${unordered}`;
  execFileSync("sh", ["-c", list], { cwd: repo, env: environment });
  const ours = values.built ? [cli, "scan", "--history", "--format", "json"] : ["--input-type=module", "-e", driver];
  const [inOrder, inNone, scan] = inTurn(repo, [
    ["sh", "-c", `git cat-file --batch --buffer < ${ordered} > /dev/null`],
    ["sh", "-c", `git cat-file --batch --buffer < ${unordered} > /dev/null`],
    [values.node, ...ours],
  ]);
  const once = run(repo, [values.node, "--import", telling, ...ours]);
  const { coverage } = JSON.parse(once.stdout);
  const peak = Number(/^peak (\d+)$/m.exec(once.stderr)?.[1]) / 1024;
  console.log(
    [
      `history of ${name}: ${coverage.commits} commits, ${coverage.blobs} blobs, ${(coverage.bytes / 1e6).toFixed(0)} MB`,
      `${scan.toFixed(0)} ms, ${(scan / (coverage.bytes / 1e6)).toFixed(2)} a megabyte`,
      `${(scan / inOrder).toFixed(2)} of git cat-file in git's order (${inOrder.toFixed(0)} ms)`,
      `${(scan / inNone).toFixed(2)} in no order (${inNone.toFixed(0)} ms)`,
      `peak ${peak.toFixed(0)} MB`,
    ].join("; "),
  );
}

/** The median milliseconds of each command, all of them run in turn. The first round warms the caches. */
function inTurn(repo: string, commands: readonly [Command, Command, Command]): [number, number, number] {
  const times = commands.map((): number[] => []);
  for (let round = -1; round < runs; round += 1) {
    for (const [at, command] of commands.entries()) {
      const before = performance.now();
      run(repo, command);
      if (round >= 0) times[at]?.push(performance.now() - before);
    }
  }
  const median = (at: number) => times[at]?.toSorted((one, other) => one - other)[Math.floor(runs / 2)] ?? Number.NaN;
  return [median(0), median(1), median(2)];
}

type Command = readonly string[];

/** Findings in a clone are no failure of the measurement. */
function run(repo: string, [program = "", ...args]: Command): { stdout: string; stderr: string } {
  const ended = spawnSync(program, args, { cwd: repo, env: environment, encoding: "utf8", maxBuffer: 1 << 28 });
  if (ended.status === 0 || ended.status === 1) return ended;
  throw new Error(`${program} ended with ${ended.status}: ${ended.stdout.slice(0, 500)} ${ended.stderr.slice(0, 500)}`);
}

function git(repo: string, ...args: string[]): string {
  return execFileSync("git", ["-C", repo, ...args], { env: environment, encoding: "utf8" }).trim();
}

/**
 * A repository packed as a clone is, the same for the same number of commits. Files change a few lines at a time, which
 * git reads faster than any other: it copies them from one another; or they are replaced, and each has to be inflated.
 */
async function madeUp(commits: number, how: "changed" | "replaced"): Promise<string> {
  const repo = path.join(folder, `${how}-${commits}`);
  mkdirSync(repo);
  git(repo, "init", "--quiet", "--initial-branch=main");
  let state = 7;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; // Numerical Recipes, "Quick and Dirty Generators".
    return Math.floor((state / 2 ** 32) * limit);
  };
  const words = Array.from({ length: 4000 }, () =>
    below(2 ** 31)
      .toString(36)
      .slice(0, 3 + below(6)),
  );
  const line = () => Array.from({ length: 4 + below(8) }, () => words[below(words.length)]).join(" ");
  const text = () => Array.from({ length: 250 }, line);
  const files = Array.from({ length: 20 + Math.floor(commits / 4) }, text);
  const importing = spawn("git", ["-C", repo, "fast-import", "--quiet"], { stdio: ["pipe", "inherit", "inherit"] });
  for (let commit = 0; commit < commits; commit += 1) {
    const changed = commit === 0 ? [...files.keys()] : Array.from({ length: 1 + below(5) }, () => below(files.length));
    const written = changed.map((file) => {
      if (how === "replaced") files[file] = text();
      for (let edit = below(6); edit >= 0; edit -= 1) files[file]?.splice(below(240), 2, line(), line());
      const content = files[file]?.join("\n") ?? "";
      return `M 100644 inline folder-${file % 40}/file-${file}.txt\ndata ${content.length}\n${content}\n`;
    });
    const head = `commit refs/heads/main\ncommitter A <a@example.com> ${1_600_000_000 + commit * 600} +0000\n`;
    if (!importing.stdin.write(`${head}data 6\nChange\n${written.join("")}`)) await once(importing.stdin, "drain");
  }
  importing.stdin.end();
  await once(importing, "close");
  git(repo, "repack", "-adfq");
  return repo;
}
