import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { createFakeKey } from "../src/sandbox/fake-keys.ts";
import { startGitHub } from "../src/sandbox/github/github-sandbox.ts";
import { hostRepositories } from "../test/sweep/many-repositories.ts";

// A sweep of many repositories on the embedded GitHub, by number of shards that run at once: how long it takes, how much
// memory the largest process has, and how much disk all of them take together. The server runs on the same machine.
//   node bench/sweep.ts [--repositories 300] [--shards 1,2,4,8] [--dist DIR]

const { values } = parseArgs({
  options: {
    repositories: { type: "string", default: "300" },
    shards: { type: "string", default: "1,2,4,8" },
    dist: { type: "string", default: path.resolve(import.meta.dirname, "../dist") },
  },
});

const folder = mkdtempSync(path.join(tmpdir(), "key-guard-bench-"));
const github = await startGitHub();
try {
  const begun = performance.now();
  await hostRepositories(github, Number(values.repositories), createFakeKey("project", "bench"));
  console.log(`${values.repositories} repositories made in ${formatSeconds(performance.now() - begun)}`);
  const token = github.token({ repo: "acme/-", organization: "acme", permissions: { contents: "read" } });
  console.log("shards at once   wall   largest process   disk   requests of the API, of git");
  for (const shards of values.shards.split(",").map(Number)) console.log(await measureSweep(shards, token));
  console.log(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} at the end.`);
} finally {
  await github.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measureSweep(shards: number, token: string): Promise<string> {
  const first = github.requests.length;
  const plan = `plan-${shards}.json`;
  await start(["plan", "acme", "--archived", "--shards", String(shards), "--output", plan], token).ended;
  let [memory, disk] = [0, 0];
  const begun = performance.now();
  const running = Array.from({ length: shards }, (_, shard) =>
    start(["scan", plan, "--shard", String(shard), "--output", `swept-${shards}`], token),
  );
  const timer = setInterval(() => {
    memory = Math.max(memory, ...running.map(({ pid }) => readMemory(pid)));
    disk = Math.max(disk, measureScratch());
  }, 100);
  const codes = await Promise.all(running.map(({ ended }) => ended));
  const wall = performance.now() - begun;
  clearInterval(timer);
  if (codes.some((code) => code !== 0)) throw new Error(`a shard ended with ${codes.join(", ")}`);
  const asked = github.requests.slice(first).map(({ path: where }) => where);
  const ofGit = asked.filter((where) => /\/(?:info\/refs|git-upload-pack)$/.test(where)).length;
  const cells = [shards, formatSeconds(wall), `${memory} MB`, `${disk} MB`, `${asked.length - ofGit}, ${ofGit}`];
  return cells.map((cell, at) => String(cell).padEnd([17, 7, 18, 7, 0][at] ?? 0)).join("");
}

function start(words: readonly string[], token: string): { pid: number; ended: Promise<number | null> } {
  const { PATH } = process.env;
  const where = { GITHUB_API_URL: github.apiUrl, GITHUB_SERVER_URL: github.serverUrl, RUNNER_TEMP: folder };
  const child = spawn(process.execPath, [path.join(values.dist, "cli.js"), "sweep", ...words, "--quiet"], {
    cwd: folder,
    env: { PATH, GITHUB_TOKEN: token, ...where },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return { pid: child.pid ?? 0, ended: new Promise((resolve) => child.on("close", resolve)) };
}

/** The most memory that a process has had, in megabytes; 0 where that cannot be read. */
function readMemory(pid: number): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

/** What the scratch repositories take now, in megabytes. */
function measureScratch(): number {
  const names = readdirSync(folder).filter((name) => name.startsWith("key-guard-"));
  const sizes = names.flatMap((name) => {
    try {
      const files = readdirSync(path.join(folder, name), { recursive: true, encoding: "utf8" });
      return files.map((file) => statSync(path.join(folder, name, file), { throwIfNoEntry: false })?.size ?? 0);
    } catch {
      return []; // Removed meanwhile.
    }
  });
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1_000_000);
}

function formatSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
