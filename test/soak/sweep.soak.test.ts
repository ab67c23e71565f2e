import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type GitHubSandbox, startGitHub } from "../../src/sandbox/github/github-sandbox.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import type { Key } from "../../src/sandbox/openai/organization.ts";
import { DIST, NODE } from "../support/e2e-environment.ts";
import { hostRepositories } from "../sweep/many-repositories.ts";
import { keyOf } from "../sweep/organization.ts";

/** The repositories of the organisation, some hundred where a person asks for that, and the shards that share them. */
const REPOSITORIES = Number(process.env["SWEEP_REPOSITORIES"] ?? 24);
const SHARDS = 8;

let github: GitHubSandbox;
let openai: OpenAISandbox;
let admin: Key;
let live: Key;
let token: string;
let folder: string;

beforeAll(async () => {
  [github, openai] = await Promise.all([startGitHub(), startOpenAI()]);
  const ours = openai.organization("acme");
  admin = ours.adminKey(ours.user("Ada"), { name: "key guard" });
  live = ours.accountKey(ours.project("Web shop"), "web-bot", { name: "web" });
  folder = await mkdtemp(join(tmpdir(), "sweep-soak-"));
  await hostRepositories(github, REPOSITORIES, live.text);
  token = github.token({ repo: "acme/-", organization: "acme", permissions: { contents: "read" } });
}, 1_800_000);
afterAll(async () => {
  await Promise.all([github.close(), openai.close(), rm(folder, { recursive: true, force: true })]);
});

type Ended = { code: number | null; stdout: string; stderr: string };

/** Starts the bundle in a process of its own. */
function start(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const temp = join(folder, "temp");
  const child = spawn(NODE, [join(DIST, "cli.js"), "sweep", ...words], {
    cwd: folder,
    env: {
      PATH: process.env["PATH"],
      RUNNER_TEMP: folder,
      TMPDIR: temp,
      NO_COLOR: "1",
      GITHUB_API_URL: github.apiUrl,
      GITHUB_SERVER_URL: github.serverUrl,
      GITHUB_TOKEN: token,
      ...env,
    },
  });
  const ended = new Promise<Ended>((resolve) => {
    const texts = { stdout: "", stderr: "" };
    child.stdout.on("data", (data: Buffer) => (texts.stdout += data));
    child.stderr.on("data", (data: Buffer) => (texts.stderr += data));
    child.on("close", (code) => resolve({ code, ...texts }));
  });
  return { child, ended };
}

const run = async (...words: readonly string[]) => await start(words).ended;

/** The report of a merge, without what differs from run to run. */
async function merge(from: string) {
  const env = { OPENAI_ADMIN_KEY: admin.text };
  const words = ["merge", from, "--format", "json", "--detail", "full", "--openai-base-url", openai.baseURL];
  const { stdout, stderr } = await start(words, env).ended;
  if (stdout === "") throw new Error(stderr);
  const { findings, gaps, counts, coverage } = JSON.parse(stdout);
  return { findings: findings.map(stripTimes), gaps, counts, coverage: { ...coverage, milliseconds: 0 } };
}

/** Use is counted up to the moment of asking, trying a key is a use, and each merge finds a key anew. */
function stripTimes(finding: Record<string, unknown>) {
  const text = JSON.stringify({ ...finding, impact: null, response: null });
  return JSON.parse(text.replaceAll(/"lastUsedAt":"[^"]*"/g, '"lastUsedAt":null'));
}

const scan = (plan: string, shard: number, output: string) =>
  start(["scan", plan, "--shard", String(shard), "--output", output]);

const listScratch = async () => (await readdir(folder)).filter((name) => name.startsWith("key-guard-"));

describe("a sweep of 300 repositories", () => {
  test("finds the same in eight processes at once and in one, and leaves nothing behind", async () => {
    const before = github.requests.length;
    for (const shards of [1, SHARDS]) {
      const { code, stderr } = await run(
        "plan",
        "acme",
        "--archived",
        "--shards",
        String(shards),
        "--output",
        `plan-${shards}.json`,
      );
      expect(code, stderr).toBe(0);
    }
    const listing = github.requests.slice(before).filter(({ path }) => path.startsWith("/orgs/"));
    expect(listing).toHaveLength(2 * Math.ceil((REPOSITORIES + 1) / 100));
    expect((await scan("plan-1.json", 0, "one").ended).code).toBe(0);
    const all = await Promise.all(
      Array.from({ length: SHARDS }, (_, shard) => scan("plan-8.json", shard, `many-${shard % 2}`).ended),
    );
    expect(all.map(({ code }) => code)).toEqual(all.map(() => 0));
    expect(await listScratch()).toEqual([]);
    const one = await merge("one");
    await mergeFolders("many-1", "many-0");
    expect(await merge("many-0")).toEqual(one);
    // A key in each repository of five sorts, and one of ours in thirty of a sixth.
    expect(one.findings).toHaveLength(5 * (REPOSITORIES / 10) + 1);
    expect(one.counts).toMatchObject({ live: 1, stranger: 5 * (REPOSITORIES / 10) });
    expect(one.gaps).toEqual([]);
    expect(await listScratch()).toEqual([]);
  }, 1_800_000);

  test("a shard that is killed is a gap, and run again it completes the sweep", async () => {
    const whole = await merge("many-0");
    await rm(join(folder, "many-0", "shard-3.json"));
    const { child, ended } = scan("plan-8.json", 3, "many-0");
    const before = github.requests.length;
    while (github.requests.length < before + 10 && child.exitCode === null) await new Promise(setImmediate);
    child.kill("SIGKILL");
    await ended;
    for (const name of await listScratch()) await rm(join(folder, name), { recursive: true, force: true });
    const { gaps } = await merge("many-0");
    expect(gaps.map(({ detail }: { detail: string }) => detail).join()).toMatch(
      /^Shard 3 (?:handed over nothing|ended early): /,
    );
    expect((await scan("plan-8.json", 3, "many-0").ended).code).toBe(0);
    expect(await merge("many-0")).toEqual(whole);
  }, 900_000);

  test("an interrupt ends a shard with what it has, and removes what was fetched", async () => {
    const { child, ended } = scan("plan-8.json", 2, "interrupted");
    const before = github.requests.length;
    while (github.requests.length < before + 10 && child.exitCode === null) await new Promise(setImmediate);
    child.kill("SIGTERM");
    expect((await ended).code).toBe(2);
    expect(await listScratch()).toEqual([]);
    const { gaps } = await merge("interrupted");
    expect(gaps.map(({ detail }: { detail: string }) => detail).join()).toContain("Shard 2 ended early");
  }, 900_000);

  test("no file between the steps holds a key", async () => {
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
    expect(files.length).toBeGreaterThan(SHARDS);
    const texts = await Promise.all(files.map(async (one) => await readFile(join(one.parentPath, one.name), "latin1")));
    const keys = [live.text, ...Array.from({ length: REPOSITORIES }, (_, number) => keyOf(`${number}`))];
    const parts = keys.map((key) => key.slice(12, 36));
    for (const text of texts) expect(parts.filter((part) => text.includes(part))).toEqual([]);
  });
});

/** Copies the shards of one folder into another. */
async function mergeFolders(from: string, into: string): Promise<void> {
  const { copyFile } = await import("node:fs/promises");
  for (const name of await readdir(join(folder, from))) {
    if (name.startsWith("shard-")) await copyFile(join(folder, from, name), join(folder, into, name));
  }
}
