import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { SYSTEM_CLOCK } from "../../src/domain/clock.ts";
import type { Policy } from "../../src/domain/decision.ts";
import type { IgnoreEntry } from "../../src/domain/ignore-entry.ts";
import { conclude, type Report } from "../../src/domain/report.ts";
import { Secret } from "../../src/domain/secret.ts";
import type { SweepState } from "../../src/domain/sweep.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import type { Key, Organization } from "../../src/sandbox/openai/organization.ts";
import { scanChange } from "../../src/scan/scan.ts";
import { createWorld } from "../../src/scan/world.ts";
import { formatPlan, parsePlan } from "../../src/sweep/documents/plan-document.ts";
import { formatShard, formatState, parseState } from "../../src/sweep/documents/shard-document.ts";
import { collectShards } from "../../src/sweep/merge/collect-shards.ts";
import { openMerge } from "../../src/sweep/merge/open-merge.ts";
import { policy as policyOf } from "../support/facts.ts";
import { importCommits } from "../support/fast-import.ts";
import { TestClock } from "../support/test-clock.ts";
import { fingerprintOf, keyOf, type SweptOrganization, startOrganization } from "./organization.ts";

let acme: SweptOrganization;
/** The one that most tests share, which does not change. */
let shared: SweptOrganization;
let openai: OpenAISandbox;
let ours: Organization;
let admin: Key;
let live: { web: Key; api: Key };
let folder: string;
const clock = new TestClock();

beforeAll(async () => {
  [shared, openai] = await Promise.all([startOrganization(), startOpenAI({ clock })]);
  acme = shared;
  ours = openai.organization("acme");
  const project = ours.project("Web shop");
  admin = ours.adminKey(ours.user("Ada"), { name: "key guard" });
  live = {
    web: ours.accountKey(project, "web-bot", { name: "web" }),
    api: ours.accountKey(project, "api-bot", { name: "api" }),
  };
  await acme.host("acme/web", [{ "app.py": `key = "${live.web.text}"\n` }]);
  await acme.host("acme/web-copy", [{ "copy.py": live.web.text }, { "copy.py": "gone\n" }]);
  await acme.host("acme/api", [{ [`${live.api.text}.txt`]: "x" }]);
  await acme.host("acme/other", [{ "a.txt": keyOf("stranger") }]);
  await acme.host("acme/clean", [{ "a.txt": "x" }]);
});
beforeEach(async () => {
  folder = await mkdtemp(join(acme.temp, "shards-"));
  return () => rm(folder, { recursive: true, force: true });
});
afterAll(async () => {
  await Promise.all([acme[Symbol.asyncDispose](), openai.close()]);
});

/** The files of a sweep, by name. */
type SweepFiles = Readonly<Record<string, string>>;

/** Plans and scans, as the command does. */
async function runSweep(shards: number, state: SweepState | null): Promise<SweepFiles> {
  const plan = await acme.plan(shards, state);
  const { text, digest } = formatPlan(plan);
  const files: Record<string, string> = { "plan.json": text };
  for (const [shard, repositories] of plan.shards.entries()) {
    const records = await acme.scan({ ...plan, shards: [repositories] });
    files[`shard-${shard}.json`] = formatShard({ plan: digest, shard, repositories: records });
  }
  return files;
}

/** First sweeps of the organisation that most tests share, by their number of shards: what they hand over is the same each time. */
const swept = new Map<number, Promise<SweepFiles>>();

async function sweepOnce(shards: number): Promise<SweepFiles> {
  if (acme !== shared) return await runSweep(shards, null);
  const files = swept.get(shards) ?? runSweep(shards, null);
  swept.set(shards, files);
  return await files;
}

async function writeSweep(into: string, files: SweepFiles): Promise<void> {
  await mkdir(into, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(into, name), text);
}

/** Writes the files of a sweep into a folder; of one that follows another with the state of that. */
async function sweep(shards: number, { into = folder, state = null as SweepState | null } = {}): Promise<void> {
  await writeSweep(into, state === null ? await sweepOnce(shards) : await runSweep(shards, state));
}

/** Merges what stands in a folder. */
async function merge(
  policy: Partial<Policy> = {},
  { from = folder, state = null as SweepState | null, ignore = [] as IgnoreEntry[] } = {},
): Promise<{ report: Report; kept: SweepState }> {
  const fetching = {
    server: acme.github.serverUrl,
    apiUrl: acme.github.apiUrl,
    readToken: async () => acme.token,
    temp: acme.temp,
    environment: process.env,
    clock: SYSTEM_CLOCK,
    timeouts: { retryDelays: [], attempt: 60_000 },
    refusalPause: 0,
    signal: new AbortController().signal,
    maxBytes: 1e9,
    ignore,
  };
  const { source, change, state: keep } = openMerge(await collectShards([from]), state, fetching);
  const world = createWorld({
    source,
    settings: { adminKey: new Secret(admin.text), baseURL: openai.baseURL, paths: [], exclude: [] },
    ignores: async () => ({ ignore: [], exclude: [] }),
    environment: {},
    clock,
  });
  const report = await scanChange(change, world, policyOf({ onLeak: "report", ...policy }));
  return { report, kept: keep(new Date(0)) };
}

/** The keys of a report: whose they are, whether they work, and where they are. */
const describeReport = ({ findings }: Report) =>
  Object.fromEntries(
    findings.map(({ identity, validity, sightings }) => [
      identity.kind === "ours" ? identity.record.name : identity.kind,
      [validity.kind, ...sightings.map(({ repository, path }) => `${repository} ${path?.replace(/sk-.*txt/, "…")}`)],
    ]),
  );

const EXPECTED = {
  web: ["active", "acme/web app.py", "acme/web-copy copy.py"],
  api: ["active", "acme/api …"],
  foreign: ["unknown", "acme/other a.txt"],
};

describe("a merge", () => {
  test.each([1, 3])("of %i shards reads keys again, and says whose they are and whether they work", async (shards) => {
    await sweep(shards);
    const { report } = await merge();
    expect(describeReport(report)).toEqual(EXPECTED);
    expect(report.gaps).toEqual([]);
    expect(report.change).toEqual({ kind: "sweep", organization: "acme", repositories: 5, unread: 0, leftOut: 0 });
    expect(conclude(report)).toBe("leaked");
  });

  test("decides once for the whole organisation", async () => {
    await sweep(2);
    const { report } = await merge({ onLeak: "revoke", maxContained: 1 });
    expect(report.findings.map(({ decision }) => decision.kind)).toEqual(["leave", "leave", "leave"]);
    expect(live.web.deletedAt ?? live.api.deletedAt).toBe(null);
  });

  test("leaves nothing behind, and none of its files holds a key", async () => {
    await sweep(2);
    const { kept } = await merge();
    await writeFile(join(folder, "state.json"), formatState(kept));
    for (const name of await readdir(folder)) {
      const text = await readFile(join(folder, name), "utf8");
      for (const key of [live.web.text, live.api.text, keyOf("stranger")])
        expect(text).not.toContain(key.slice(10, 40));
    }
    expect((await acme.left()).filter((name) => !name.startsWith("shards-"))).toEqual([]);
  });
});

describe("what is missing", () => {
  test("of a shard that died, or ended early, is a gap", async () => {
    await sweep(3);
    await rm(join(folder, "shard-1.json"));
    const { plan, records } = await collectShards([folder]);
    const digest = formatPlan(plan).digest;
    const cut = records.filter(({ id }) => plan.shards[2]?.slice(1).some((one) => one.id === id));
    await writeFile(join(folder, "shard-2.json"), formatShard({ plan: digest, shard: 2, repositories: cut }));
    const { report } = await merge();
    expect(report.gaps.map(({ detail }) => detail)).toEqual([
      `Shard 1 handed over nothing: ${plan.shards[1]?.length} repositories were not read.`,
      "Shard 2 ended early: 1 repository was not read.",
    ]);
    expect(conclude({ ...report, findings: [] })).toBe("incomplete");
  });

  test("because a repository is gone by then is a gap for each of its keys", async () => {
    await using org = await startOrganization();
    await org.host("acme/short-lived", [{ "a.txt": keyOf("short") }]);
    const own = acme;
    acme = org;
    try {
      await sweep(1, { into: join(org.temp, "in") });
      await org.github.remove("acme/short-lived");
      const { report } = await merge({}, { from: join(org.temp, "in") });
      expect(report.findings).toEqual([]);
      expect(report.gaps.map(({ detail }) => detail).join()).toMatch(
        /acme\/short-lived: The key .* could not be read again/,
      );
      expect(conclude(report)).toBe("incomplete");
    } finally {
      acme = own;
    }
  });
});

describe("a file", () => {
  test("of another plan, one that was changed, and one that tells of another shard are refused", async () => {
    await sweep(2);
    const other = join(folder, "other");
    await sweep(3, { into: other });
    await expect(collectShards([folder, other])).rejects.toThrow(/another plan/);
    const shard = join(folder, "shard-0.json");
    const text = await readFile(shard, "utf8");
    await writeFile(shard, text.replace('"state": "read"', '"state": "empty"'));
    await expect(collectShards([folder])).rejects.toThrow(/was changed/);
    const { plan } = parsePlan(await readFile(join(folder, "plan.json"), "utf8"), "plan.json");
    const records = await acme.scan({ ...plan, shards: [plan.shards[1] ?? []] });
    const forged = formatShard({ plan: formatPlan(plan).digest, shard: 0, repositories: records });
    await writeFile(shard, forged);
    await expect(collectShards([folder])).rejects.toThrow(/damaged/);
    await rm(join(folder, "plan.json"));
    await expect(collectShards([folder])).rejects.toThrow(/no plan.json/);
    await expect(collectShards([join(folder, "nowhere")])).rejects.toThrow(/ENOENT/);
  });
});

describe("the next night", () => {
  test("reads only what has changed, and reports the same as if it had read everything", async () => {
    await sweep(2);
    const first = await merge();
    const state = parseState(formatState(first.kept), "state.json");
    const again = join(folder, "again");
    await sweep(2, { into: again, state });
    const unchanged = (await collectShards([again])).records.map((record) => record.state);
    expect(unchanged).toEqual(unchanged.map(() => "unchanged"));
    const second = await merge({}, { from: again, state });
    expect(describeReport(second.report)).toEqual(describeReport(first.report));
    expect(second.report.gaps).toEqual([]);
    expect(second.kept).toEqual({
      ...state,
      repositories: state.repositories.map((record) =>
        expect.objectContaining({ id: record.id, keys: record.keys, refs: record.refs }),
      ),
    });
  });

  test("without the state file, what did not change is a gap", async () => {
    await sweep(1);
    const { kept } = await merge();
    const again = join(folder, "again");
    await sweep(1, { into: again, state: kept });
    const { report, kept: less } = await merge({}, { from: again });
    expect(report.gaps).toHaveLength(5);
    expect(report.gaps[0]?.detail).toMatch(/unchanged since an earlier sweep/);
    expect(less.repositories).toEqual([]);
  });
});

describe("a key of an earlier night", () => {
  const MAIN = { ref: "refs/heads/main", time: 1_790_000_000 };
  const OTHER = { ...MAIN, ref: "refs/heads/other" };

  /** Plans, scans and merges with what the nights before kept. */
  async function spendNight(state: SweepState | null, ignore: IgnoreEntry[] = []) {
    const into = await mkdtemp(join(acme.temp, "night-"));
    await writeSweep(into, await runSweep(1, state));
    const [record] = (await collectShards([into])).records;
    const { report, kept } = await merge({}, { from: into, state, ignore });
    const places = report.findings.flatMap(({ sightings }) => sightings.map(({ path, inHead }) => [path, inHead]));
    return {
      state: kept,
      read: record?.state,
      places,
      gaps: report.gaps.map(({ detail, cause }) => `${cause}: ${detail}`),
    };
  }

  test("is told with whether the default branch still has it, and stays once no commit is left that has it", async () => {
    const own = acme;
    await using org = await startOrganization();
    acme = org;
    try {
      const { dir } = await org.github.repository("acme/web");
      const [, brought = ""] = importCommits({ dir }, [
        { ...MAIN, files: { "b.txt": "x" } },
        { ...MAIN, files: { "a.txt": keyOf("old") }, parents: [0] },
      ]);
      const first = await spendNight(null);
      expect(first.places).toEqual([["a.txt", true]]);
      importCommits({ dir }, [{ ...MAIN, files: { "a.txt": null }, parents: [brought] }]);
      const second = await spendNight(first.state);
      expect(second).toMatchObject({ read: "continued", places: [["a.txt", false]], gaps: [] });
      const third = await spendNight(second.state);
      expect(third).toMatchObject({ read: "unchanged", places: [["a.txt", false]], gaps: [] });
      importCommits({ dir }, [{ ...MAIN, files: { "c.txt": "y" }, parents: [brought] }]);
      const fourth = await spendNight(third.state);
      expect(fourth).toMatchObject({ read: "continued", places: [["a.txt", true]], gaps: [] });
      // Rewritten, and pruned.
      importCommits({ dir }, [
        { ...MAIN, files: { "b.txt": "x" } },
        { ...OTHER, files: { "b.txt": "z" } },
      ]);
      execFileSync("git", ["-C", dir, "gc", "--prune=now", "--quiet"]);
      const fifth = await spendNight(fourth.state);
      expect(fifth).toMatchObject({
        places: [],
        gaps: [expect.stringMatching(/^lost-key: .* could not be read again/)],
      });
      expect(fifth.state.repositories[0]?.keys).toHaveLength(1);
      const entry = { fingerprint: fingerprintOf("old"), reason: "revoked", until: null };
      expect(await spendNight(fifth.state, [entry])).toMatchObject({ read: "unchanged", places: [], gaps: [] });
      const past = { ...entry, until: new Date(0) };
      expect(await spendNight(fifth.state, [past])).toMatchObject({ gaps: [expect.stringMatching(/stays leaked/)] });
    } finally {
      acme = own;
    }
  });
});

// The last one: it revokes.
test("a merge revokes what it has read again and proven, wherever it stands", async () => {
  await sweep(2);
  const { report } = await merge({ onLeak: "revoke", maxContained: 5 });
  expect(report.findings.map(({ outcome }) => outcome.kind).toSorted()).toEqual(["contained", "contained", "left"]);
  expect(live.web.deletedAt && live.api.deletedAt).toBeTruthy();
});
