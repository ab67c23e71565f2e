import { writeFileSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type GitHubSandbox, startGitHub } from "../../src/sandbox/github/github-sandbox.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import type { Key } from "../../src/sandbox/openai/organization.ts";
import { DIST, NODE } from "../support/e2e-environment.ts";
import { TestClock } from "../support/test-clock.ts";
import { hostHardRepositories, hostRepositories, hostUnsteadyRepositories } from "../sweep/many-repositories.ts";
import { keyOf } from "../sweep/organization.ts";
import { SweepProcesses } from "../sweep/sweep-process.ts";

/**
 * The repositories of the organisation, in tens; 300 where a person asks for that. From a hundred on there are also a
 * broken, a refused and a large one, for which the product waits half a minute, and more moments at which shards are killed.
 */
const REPOSITORIES = Number(process.env["SWEEP_REPOSITORIES"] ?? 20);
const IS_LARGE = REPOSITORIES >= 100;
const SHARDS = IS_LARGE ? 8 : 3;
/** In requests that a shard has made by then. */
const KILLED_AFTER = IS_LARGE ? [1, 4, 30, 80] : [9];
/** The first ones have a large repository each; this one has many. */
const VICTIM = SHARDS - 1;
const LARGEST_MEGABYTES = 150;

/** The most that a process may take in memory, and scratch repositories on disk beside the largest, in megabytes. */
const [MOST_MEMORY, MOST_DISK] = [400, SHARDS * 4 * 8];

const clock = new TestClock();
let github: GitHubSandbox;
let openai: OpenAISandbox;
let admin: Key;
let live: Key;
let folder: string;
let sweeps: SweepProcesses;

beforeAll(async () => {
  [github, openai] = await Promise.all([startGitHub({ clock }), startOpenAI()]);
  const ours = openai.organization("acme");
  admin = ours.adminKey(ours.user("Ada"), { name: "key guard" });
  live = ours.accountKey(ours.project("Web shop"), "web-bot", { name: "web" });
  folder = await mkdtemp(join(tmpdir(), "sweep-soak-"));
  await hostRepositories(github, REPOSITORIES, live.text);
  await hostUnsteadyRepositories(github);
  if (IS_LARGE) await hostHardRepositories(github, LARGEST_MEGABYTES);
  const env = { GITHUB_API_URL: github.apiUrl, GITHUB_SERVER_URL: github.serverUrl, GITHUB_TOKEN: createToken() };
  sweeps = new SweepProcesses({ node: NODE, bundle: DIST, folder, env });
}, 1_800_000);
afterAll(async () => {
  await Promise.all([github.close(), openai.close(), rm(folder, { recursive: true, force: true })]);
});

/** It sees what was sold, too: an app that both owners have installed. */
function createToken(more: { endsAt?: Date } = {}): string {
  return github.token({ repo: "other/sold", organization: "acme", permissions: { contents: "read" }, ...more });
}

const startScan = (plan: string, shard: number, output: string, env = {}) =>
  sweeps.start(["scan", plan, "--shard", String(shard), "--output", output], env);

/** Scans all shards of a plan at once, each into one of two folders, and merges these. */
async function scanAll(shards: number, output: string) {
  const numbers = Array.from({ length: shards }, (_, shard) => shard);
  const [before, begun] = [github.requests.length, performance.now()];
  sweeps.peakDisk = 0;
  const all = await Promise.all(
    numbers.map((shard) => startScan(`plan-${shards}.json`, shard, `${output}-${shard % 2}`).ended),
  );
  expect(all.map(({ code }) => code)).toEqual(numbers.map(() => 0));
  const memory = Math.max(...all.map(({ megabytes }) => megabytes));
  const disk = sweeps.peakDisk;
  const wall = (performance.now() - begun) / 1000;
  const requests = github.requests.slice(before).map(({ path }) => path);
  if (IS_LARGE) process.stdout.write(`${JSON.stringify({ shards, wall, memory, disk, requests: requests.length })}\n`);
  expect(memory).toBeLessThan(MOST_MEMORY);
  expect(disk).toBeLessThan(MOST_DISK + (IS_LARGE ? LARGEST_MEGABYTES * 1.5 : 0));
  expect(sweeps.listScratch()).toEqual([]);
  return { requests, folders: shards > 1 ? [`${output}-0`, `${output}-1`] : [`${output}-0`] };
}

/** The report of a merge, without what differs from run to run. */
async function merge(...folders: readonly string[]) {
  const words = ["merge", ...folders, "--format", "json", "--detail", "full", "--openai-base-url", openai.baseURL];
  const { stdout, stderr, megabytes } = await sweeps.run(words, { OPENAI_ADMIN_KEY: admin.text });
  if (stdout === "") throw new Error(stderr);
  expect(megabytes).toBeLessThan(MOST_MEMORY);
  const { findings, gaps, counts, coverage } = JSON.parse(stdout);
  const details: readonly string[] = gaps.map(({ detail }: { detail: string }) => detail).toSorted();
  return { findings: findings.map(stripTimes), details, counts, coverage: { ...coverage, milliseconds: 0 } };
}

/** Use is counted up to the moment of asking, trying a key is a use, and each merge finds a key anew. */
function stripTimes(finding: Record<string, unknown>) {
  const text = JSON.stringify({ ...finding, impact: null, response: null });
  return JSON.parse(text.replaceAll(/"lastUsedAt":"[^"]*"/g, '"lastUsedAt":null'));
}

const listRepositories = ({ sightings }: { sightings: readonly { repository: string }[] }) =>
  sightings.map(({ repository }) => repository);

/** Copies the shards of these folders into a new one, but for one of them. */
async function copyShards(folders: readonly string[], into: string, without: number): Promise<void> {
  await mkdir(join(folder, into));
  for (const from of folders) {
    for (const name of await readdir(join(folder, from))) {
      if (name !== `shard-${without}.json`) await copyFile(join(folder, from, name), join(folder, into, name));
    }
  }
}

/** Calls back when so many requests more were made that this path matches. */
function onRequest(count: number, matches: RegExp, callBack: () => void): void {
  let seen = 0;
  github.fault(({ path }) => {
    if (matches.test(path) && ++seen === count) callBack();
    return null;
  });
}

type Merged = Awaited<ReturnType<typeof merge>>;
let whole: Merged;
let folders: readonly string[];

describe("a sweep of an organisation", () => {
  test("plans 5,000 repositories in 52 requests", async () => {
    const page = Array.from({ length: 100 }, (_, at) => ({
      full_name: `acme/r${at}`,
      size: 10,
      default_branch: "main",
    }));
    const before = github.requests.length;
    github.fault(({ path, query }) => {
      if (path !== "/orgs/acme/repos") return null;
      const number = Number(new URLSearchParams(query).get("page"));
      return { status: 200, body: number > 50 ? [] : page.map((one, at) => ({ ...one, id: number * 100 + at })) };
    });
    const { code, stderr, megabytes } = await sweeps.run(["plan", "acme", "--output", "plan-5000.json"]);
    github.fault(null);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("5000 repositories");
    expect(github.requests.slice(before)).toHaveLength(52);
    expect(megabytes).toBeLessThan(MOST_MEMORY);
  });

  test("finds the same in many processes at once and in one, whatever is wrong with some repositories", async () => {
    for (const shards of [1, SHARDS]) {
      const words = ["--archived", "--shards", String(shards), "--output", `plan-${shards}.json`];
      const { code, stderr } = await sweeps.run(["plan", "acme", ...words]);
      expect(code, stderr).toBe(0);
    }
    await github.rename("acme/renamed", "acme/new-name");
    await github.rename("acme/sold", "other/sold");
    onRequest(1, /^\/acme\/vanishing\/git-upload-pack$/, () => void github.remove("acme/vanishing"));
    const one = await scanAll(1, "one");
    github.fault(null);
    const many = await scanAll(SHARDS, "many");
    folders = many.folders;
    whole = await merge(...folders);
    const before = github.requests.length;
    expect(await merge(...one.folders)).toEqual(whole);
    const holding = new Set(whole.findings.flatMap(listRepositories)).size;
    expect(github.requests.length - before).toBeLessThanOrEqual(3 * holding);
    // A key in each repository of five sorts, one of ours in thirty of a sixth, and those of the renamed and the large.
    const strangers = 5 * (REPOSITORIES / 10) + (IS_LARGE ? 2 : 1);
    expect(whole.counts).toMatchObject({ live: 1, stranger: strangers });
    expect(whole.findings).toHaveLength(strangers + 1);
    const hard = [
      "acme/broken: It was not read, since it could not",
      "acme/off: It was not read, since GitHub refused",
    ];
    const expected = [
      ...(IS_LARGE ? hard : []),
      "acme/huge: It was not read, since it is too large",
      "acme/vanishing: It was not read, since GitHub no longer has it",
      "other/sold: It was not read, since it belongs to another owner",
    ].toSorted();
    expect(whole.details).toEqual(expected.map((start) => expect.stringMatching(new RegExp(`^${start}`))));
    // Three for a repository; where one is not to be had, its name today is asked for.
    for (const { requests } of [one, many]) {
      expect(requests.filter((path) => path.startsWith("/acme/r")).length).toBeLessThanOrEqual(3 * REPOSITORIES + 5);
      expect(requests.filter((path) => path.startsWith("/repositories/")).length).toBeLessThanOrEqual(4);
    }
  }, 1_800_000);

  test.each(
    KILLED_AFTER,
  )("a shard that is killed after %d requests is a gap, and run again it completes the sweep", async (count) => {
    const into = `killed-${count}`;
    await copyShards(folders, into, VICTIM);
    const { child, ended } = startScan(`plan-${SHARDS}.json`, VICTIM, into);
    onRequest(count, /./, () => child.kill("SIGKILL"));
    await ended;
    github.fault(null);
    // What was fetched by then stays, as after a power failure.
    for (const name of sweeps.listScratch()) await rm(join(folder, name), { recursive: true, maxRetries: 10 });
    const { details } = await merge(into);
    expect(details).toContainEqual(
      expect.stringMatching(/^Shard \d (?:handed over nothing|ended early): \d+ repositor/),
    );
    expect((await startScan(`plan-${SHARDS}.json`, VICTIM, into).ended).code).toBe(0);
    expect(await merge(into)).toEqual(whole);
  }, 900_000);

  test("a token that ends makes a gap of all the rest, unless a file has a new one", async () => {
    for (const isRenewed of [false, true]) {
      const into = `token-${isRenewed}`;
      await copyShards(folders, into, VICTIM);
      const endsAt = new Date(clock.now().getTime() + 3_600_000);
      const [file, renewed] = [join(folder, `token-file-${isRenewed}`), createToken()];
      writeFileSync(file, createToken({ endsAt }));
      onRequest(8, /git-upload-pack$/, () => {
        clock.advance(3_600_000);
        if (isRenewed) writeFileSync(file, renewed);
      });
      const { ended } = startScan(`plan-${SHARDS}.json`, VICTIM, into, { GITHUB_TOKEN_FILE: file });
      expect((await ended).code).toBe(0);
      github.fault(null);
      await rm(file);
      const merged = await merge(into);
      if (isRenewed) expect(merged).toEqual(whole);
      else expect(merged.details).toContainEqual(expect.stringContaining("GitHub no longer accepts the token"));
    }
  }, 900_000);

  test("an interrupt ends a shard with what it has, and removes what was fetched", async () => {
    const { child, ended } = startScan(`plan-${SHARDS}.json`, 2, "interrupted");
    onRequest(10, /./, () => child.kill("SIGTERM"));
    expect((await ended).code).toBe(2);
    github.fault(null);
    expect(sweeps.listScratch()).toEqual([]);
    expect((await merge("interrupted")).details.join()).toContain("Shard 2 ended early");
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
