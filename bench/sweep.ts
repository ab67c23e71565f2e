import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { createFakeKey } from "../src/sandbox/fake-keys.ts";
import { startGitHub } from "../src/sandbox/github/github-sandbox.ts";
import { hostRepositories } from "../test/sweep/many-repositories.ts";
import { readUsage, SweepProcesses } from "../test/sweep/sweep-process.ts";

// A sweep of many repositories on the embedded GitHub, by number of shards that run at once: how long it takes and how
// that compares to one shard in the same run, the CPU time of all shards together and of the server, how much memory the
// largest process has, and how much disk all of them take together. The server runs on the same cores, which bounds what
// shards can gain: (CPU of shards + CPU of server) / cores is the least that it can take. Requests are --latency
// milliseconds under way, as to a server that is elsewhere.
//   node bench/sweep.ts [--repositories 300] [--shards 1,2,4,8] [--latency 150] [--dist DIR]

const { values } = parseArgs({
  options: {
    repositories: { type: "string", default: "300" },
    shards: { type: "string", default: "1,2,4,8" },
    latency: { type: "string", default: "150" },
    dist: { type: "string", default: path.resolve(import.meta.dirname, "../dist") },
  },
});

const WIDTHS = [8, 9, 8, 13, 13, 17, 8];
const HEADS = ["shards", "wall", "gain", "CPU shards", "CPU server", "largest process", "disk"];
const repositories = Number(values.repositories);
const folder = mkdtempSync(path.join(tmpdir(), "key-guard-bench-"));
const github = await startGitHub();
const distant = await delay(github.apiUrl, Number(values.latency));
try {
  const begun = performance.now();
  await hostRepositories(github, repositories, createFakeKey("project", "bench"));
  console.log(`${repositories} repositories made in ${formatSeconds(performance.now() - begun)}`);
  const token = github.token({ repo: "acme/-", organization: "acme", permissions: { contents: "read" } });
  const env = { GITHUB_TOKEN: token, GITHUB_API_URL: distant.url, GITHUB_SERVER_URL: distant.url };
  console.log(`${formatRow(HEADS)}requests of the API, of git`);
  let one: number | null = null;
  for (const shards of values.shards.split(",").map(Number)) {
    const { wall, cells } = await measureSweep(shards, env);
    one ??= wall;
    console.log(formatRow([shards, formatSeconds(wall), `${(one / wall).toFixed(2)}×`, ...cells]));
  }
  console.log(
    `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} at the end, --latency ${values.latency}.`,
  );
} finally {
  distant.close();
  await github.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measureSweep(shards: number, env: Readonly<Record<string, string>>) {
  const processes = new SweepProcesses({ node: process.execPath, bundle: values.dist, folder, env });
  const first = github.requests.length;
  const plan = `plan-${shards}.json`;
  await processes.run(["plan", "acme", "--archived", "--shards", String(shards), "--output", plan]);
  const [begun, before] = [performance.now(), readUsage("self").cpuSeconds];
  const numbers = Array.from({ length: shards }, (_, shard) => String(shard));
  const all = await Promise.all(
    numbers.map((shard) => processes.run(["scan", plan, "--shard", shard, "--output", `swept-${shards}`])),
  );
  const wall = performance.now() - begun;
  const failed = all.find(({ code }) => code !== 0);
  if (failed) throw new Error(`a shard ended with ${failed.code}: ${failed.stderr}`);
  const asked = github.requests.slice(first).map(({ path: where }) => where);
  const ofGit = asked.filter((where) => /\/(?:info\/refs|git-upload-pack)$/.test(where)).length;
  // Shards are children of this process too, and have ended.
  const ofShards = all.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
  const cells = [
    formatSeconds(ofShards * 1000),
    formatSeconds((readUsage("self").cpuSeconds - before - ofShards) * 1000),
    `${Math.max(...all.map(({ megabytes }) => megabytes)).toFixed(0)} MB`,
    `${processes.peakDisk.toFixed(0)} MB`,
    `${asked.length - ofGit}, ${ofGit}`,
  ];
  return { wall, cells };
}

/** Passes on to a server what is sent to the address that it returns, so many milliseconds later; answers come at once. */
async function delay(target: string, milliseconds: number): Promise<{ url: string; close(): void }> {
  const { port, hostname } = new URL(target);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => {}).on("close", () => sockets.delete(socket));
    }
    near.on("data", (data) => setTimeout(() => far.write(data), milliseconds));
    near.on("close", () => setTimeout(() => far.end(), milliseconds));
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

function formatRow(cells: readonly (string | number)[]): string {
  return cells.map((cell, at) => String(cell).padEnd(WIDTHS[at] ?? 0)).join("");
}

function formatSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
