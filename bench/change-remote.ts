import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { type GitHubSandbox, startGitHub } from "../src/sandbox/github/github-sandbox.ts";
import { fetchRange } from "../src/sources/fetched/fetched-range.ts";
import { type CountingProxy, startProxy } from "../test/sources/fetched/proxy.ts";

// What a small pull request costs on the wire without a checkout, in a big repository, in one with a tenth of its history,
// and in one a tenth of it: it should grow with the change, not with the repository, but for the list of the files that
// there are. Next to it, what a clone of each costs.
//   node bench/change-remote.ts [--commits 20000] [--megabytes 300] [--files 4000]

const { values } = parseArgs({
  options: {
    commits: { type: "string", default: "20000" },
    megabytes: { type: "string", default: "300" },
    files: { type: "string", default: "4000" },
  },
});

/** A repository's size. Files are ten a folder; each commit on the main branch changes one. */
type Size = { commits: number; megabytes: number; files: number };
/** A pull request of so many commits, whose base has so many since they parted. */
type Pull = { commits: number; behind: number; base: string; head: string };

const PULLS = [
  { commits: 3, behind: 0 },
  { commits: 3, behind: 5 },
  { commits: 3, behind: 200 },
  { commits: 40, behind: 5 },
] as const;

const whole: Size = {
  commits: Number(values.commits),
  megabytes: Number(values.megabytes),
  files: Number(values.files),
};
const tenth: Size = { commits: whole.commits / 10, megabytes: whole.megabytes / 10, files: whole.files / 10 };
const younger: Size = { ...tenth, files: whole.files };
const folder = mkdtempSync(path.join(tmpdir(), "key-guard-bench-"));
const PATH = process.env["PATH"] ?? "";

try {
  for (const size of [whole, younger, tenth]) await measure(size);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(size: Size): Promise<void> {
  await using github = await startGitHub({ path: PATH });
  await using proxy = await startProxy(github.origin);
  const { dir, fullName } = await github.repository("acme/big");
  const pulls = await filled(dir, size);
  const stage = { github, proxy, url: `${proxy.origin}/${fullName}`, token: github.token({ repo: fullName }) };
  console.log(`\n${size.commits} commits, ${size.megabytes} MB, ${size.files} files`);
  for (const pull of pulls) {
    const name = `${pull.commits} commits, base ${pull.behind} ahead`;
    await timed(name, stage, () => fetched(pull, stage, pull.commits));
    await timed(`${name}, not counted`, stage, () => fetched(pull, stage, null));
  }
  for (const options of [["--depth=1"], []]) {
    await timed(["git clone --bare", ...options].join(" "), stage, () => cloned(options, stage));
  }
}

type Stage = { github: GitHubSandbox; proxy: CountingProxy; url: string; token: string };

async function timed(what: string, { github, proxy }: Stage, run: () => Promise<string>): Promise<void> {
  proxy.reset();
  const before = github.requests.length;
  const started = performance.now();
  const read = await run();
  const spent = Math.round(performance.now() - started);
  const [down, up] = [kilobytes(proxy.received), kilobytes(proxy.sent)];
  const requests = github.requests.length - before;
  console.log(
    `${what.padEnd(38)} ${down} kB down ${up} kB up ${requests} requests ${String(spent).padStart(6)} ms ${read}`,
  );
}

async function fetched({ base, head, commits }: Pull, { url, token }: Stage, depth: number | null): Promise<string> {
  const names = { base, head, refs: [], baseRefs: [] };
  const where = { url, token, temp: folder, environment: { PATH } };
  const range = await fetchRange({ ...where, ...names, depth });
  try {
    const { source } = await range.open({ includes: () => true });
    for await (const { chunks } of source.blobs()) for await (const _ of chunks);
    const { coverage, gaps } = source.account();
    if (gaps.length > 0 || coverage.commits !== commits) throw new Error(JSON.stringify({ coverage, gaps }));
    return `${kilobytes(coverage.bytes)} kB read`;
  } finally {
    await range.close();
  }
}

async function cloned(options: readonly string[], { url, token }: Stage): Promise<string> {
  const header = `AUTHORIZATION: basic ${Buffer.from(`x:${token}`).toString("base64")}`;
  const config = { GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "http.extraheader", GIT_CONFIG_VALUE_0: header };
  const to = path.join(folder, "clone");
  await git(["clone", "--quiet", "--bare", ...options, url, to], { PATH, ...config });
  rmSync(to, { recursive: true });
  return "";
}

/** Writes the main branch, and a branch for each pull request. */
async function filled(dir: string, { commits, megabytes, files }: Size): Promise<readonly Pull[]> {
  const bytes = Math.round((megabytes * 1e6) / commits);
  const importing = spawn("git", ["-C", dir, "fast-import", "--quiet"], {
    stdio: ["pipe", "ignore", "inherit"],
  });
  const write = async (text: string | Buffer) =>
    void (importing.stdin.write(text) || (await once(importing.stdin, "drain")));
  let clock = 1_700_000_000;
  const commit = async (branch: string, from: string, changed: readonly [file: number, bytes: number][]) => {
    clock += 600;
    await write(`commit refs/heads/${branch}\ncommitter A <a@example.com> ${clock} +0000\ndata 6\nchange\n${from}`);
    for (const [file, length] of changed) {
      const content = randomBytes(Math.ceil(length / 2)).toString("hex");
      const name = `folder-${Math.floor(file / 10)}/file-${file}.txt`;
      await write(`M 100644 inline ${name}\ndata ${content.length}\n${content}\n`);
    }
    await write("\n");
  };
  const all = Array.from({ length: files }, (_, file) => [file, 200] as [number, number]);
  await commit("main", "", all);
  for (let number = 1; number < commits; number += 1) {
    await commit("main", "", [[(number * 7919) % files, bytes * 2]]); // Hex packs to about half.
    for (const [index, { behind }] of PULLS.entries()) {
      if (number === commits - 1 - behind) await write(`reset refs/heads/pull-${index}\nfrom refs/heads/main\n\n`);
    }
  }
  for (const [index, pull] of PULLS.entries()) {
    for (let number = 0; number < pull.commits; number += 1) {
      await commit(`pull-${index}`, "", [
        [(number * 31) % files, 4000],
        [(number * 57 + 5) % files, 4000],
      ]);
    }
  }
  importing.stdin.end();
  const [code] = await once(importing, "close");
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
  const base = await git(["-C", dir, "rev-parse", "refs/heads/main"]);
  const heads = PULLS.map(async (pull, index) => ({
    ...pull,
    base,
    head: await git(["-C", dir, "rev-parse", `refs/heads/pull-${index}`]),
  }));
  return await Promise.all(heads);
}

async function git(args: readonly string[], env: Record<string, string> = { PATH }): Promise<string> {
  const child = spawn("git", args, { env, stdio: ["ignore", "pipe", "inherit"] });
  const parts: Buffer[] = [];
  for await (const part of child.stdout) parts.push(part as Buffer);
  return Buffer.concat(parts).toString().trim();
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1).padStart(9);
}
