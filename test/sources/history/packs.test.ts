import { execFileSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detect } from "../../../src/detect/detect.ts";
import { isNoted } from "../../../src/domain/candidate.ts";
import { PACK_TYPES, readPacks } from "../../../src/git/packs/pack.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { openHistory } from "../../../src/sources/history/history.ts";
import type { HistoryOptions } from "../../../src/sources/history/history-source.ts";
import { createSievedPack, PackSieve } from "../../../src/sources/history/pack-sieve.ts";
import { countingShim } from "../../support/counting-shim.ts";
import { importCommits } from "../../support/fast-import.ts";
import { type GitRepo, gitRepo } from "../../support/git-repo.ts";
import { graph, importGraph } from "./any-graph.ts";

const environment = { PATH: process.env["PATH"] };

/** What a scan of a history comes to, with its packs read here or by git. `blobs`: how many were handed to the detector; `noted`: of how
 * many a thread told what the detector noted. */
async function scan(repo: string, how: "here" | "by git", options: Partial<HistoryOptions> = {}) {
  const minPackBytes = how === "here" ? 0 : Number.POSITIVE_INFINITY;
  const all = { repo, environment, includes: () => true, unreachable: false, minPackBytes, ...options };
  const { source } = await openHistory(all);
  const found: string[] = [];
  let [blobs, noted] = [0, 0];
  for await (const blob of source.blobs()) {
    if (isNoted(blob)) noted += 1;
    else blobs += 1;
    const notes: string[] = [];
    for await (const hit of detect(blob, (note) => notes.push(JSON.stringify(note)))) {
      const sightings = await source.locate(blob, hit);
      // What no ref reaches has no place, and is no finding.
      if (sightings.length > 0)
        found.push(JSON.stringify([hit.secret.fingerprint, hit.encoding, hit.member, hit.offset, sightings]));
    }
    for (const note of notes) found.push(`${note} ${JSON.stringify(await source.nameOf(blob))}`);
  }
  const { coverage, gaps } = source.account();
  return {
    blobs,
    noted,
    told: { found: found.toSorted(), coverage, gaps: gaps.map((gap) => JSON.stringify(gap)).toSorted() },
  };
}

/** Expects the same of both ways, and that fewer blobs came to the detector here. */
async function expectSame({ dir }: { dir: string }, unreachable = false) {
  const [here, byGit] = [await scan(dir, "here", { unreachable }), await scan(dir, "by git", { unreachable })];
  expect(here.told).toEqual(byGit.told);
  expect(byGit.noted).toBe(0);
  return { ...here.told, noted: here.noted, isSieved: here.blobs < byGit.blobs };
}

/** How many objects these gaps are about. */
function countUnread(gaps: readonly string[]): number {
  const counts = gaps.map((gap) => (gap.includes("(object ") ? 1 : Number(/And (\d+) more/.exec(gap)?.[1] ?? 0)));
  return counts.reduce((sum, one) => sum + one, 0);
}

const packsOf = ({ dir }: GitRepo) => path.join(dir, ".git/objects/pack");

function editPack(repo: GitRepo, extension: string, edit: (bytes: Buffer) => Buffer): void {
  for (const name of readdirSync(packsOf(repo)).filter((one) => one.endsWith(extension))) {
    const file = path.join(packsOf(repo), name);
    chmodSync(file, 0o644);
    writeFileSync(file, edit(readFileSync(file)));
  }
}

let made = 0;
const fakeKey = () => createFakeKey("project", `packs ${made++}`);
const key = fakeKey();
const lines = Array.from({ length: 400 }, (_, line) => `const value${line} = compute(${line * 7}, "${line % 13}");\n`);

/** Versions of a file, each with a line changed; and now and then with a key, or what looks like the beginning of one. */
function versions(count: number): readonly Record<string, string | Buffer>[] {
  return Array.from({ length: count }, (_, version) => {
    const changed = [...lines];
    changed[version * 5] = `// changed ${version}\n`;
    if (version % 7 === 3) changed[200] = `const key = "${version % 2 === 0 ? key : fakeKey()}";\n`;
    if (version % 7 === 4) changed[199] = `eNoT3BlbkFJ = "T", 84, 789c ${version}\n`;
    return {
      "src/file.ts": changed.join(""),
      "data.gz": gzipSync(version === 9 ? `x = "${key}"` : `nothing ${version}`),
      "split.ts": `a = "${key.slice(0, 30)}" +\n${version > 5 ? "" : "// no\n"}"${key.slice(30)}"`,
    };
  });
}

async function packedRepo(
  options: { format?: "sha256"; repack?: readonly string[]; count?: number } = {},
): Promise<GitRepo> {
  const repo = await gitRepo({}, options.format ? { objectFormat: options.format } : {});
  importCommits(
    repo,
    versions(options.count ?? 30).map((files, index) => ({
      ref: "refs/heads/main",
      ...(index === 0 ? {} : { parents: [index - 1] }),
      files,
      message: index === 20 ? `use ${key}` : `change ${index}`,
      time: 1_700_000_000 + index,
    })),
  );
  await repo.git("tag", "--annotate", "-m", `v1 ${key}`, "v1", "main");
  await repo.git(...(options.repack ?? ["repack", "-adfq", "--depth=50"]));
  return repo;
}

describe("packs that are read here", () => {
  test("give the same keys, places, coverage and gaps as git, and few of the blobs", async () => {
    await using repo = await packedRepo();
    const { isSieved, found, gaps, coverage } = await expectSame(repo);
    expect(isSieved).toBe(true);
    expect(found.length).toBeGreaterThan(8);
    expect(gaps).toEqual([]);
    expect(coverage.commits).toBe(30);
  });

  test("are those of SHA-256 too", async () => {
    await using repo = await packedRepo({ format: "sha256" });
    expect(await expectSame(repo)).toMatchObject({ isSieved: true, gaps: [] });
  });

  test("may name the bases of deltas, be many, have the same objects, and stand beside loose ones", async () => {
    await using repo = await packedRepo({ repack: ["-c", "repack.useDeltaBaseOffset=false", "repack", "-adfq"] });
    const all = await repo.git("rev-list", "--objects", "--all");
    const oids = all.split("\n").map((line) => line.split(" ")[0]);
    const half = `${oids.slice(0, 60).join("\n")}\n`;
    execFileSync("git", ["-C", repo.dir, "pack-objects", "-q", path.join(packsOf(repo), "pack")], { input: half });
    await repo.git("checkout", "-q", "-f", "main");
    await repo.commit({ loose: `x = "${fakeKey()}"` });
    await repo.commit({ loose: "gone" });
    expect(await expectSame(repo)).toMatchObject({ isSieved: true, gaps: [] });
  });

  test("may stand in an alternate, where git reads them", async () => {
    await using repo = await packedRepo();
    await using clone = await gitRepo();
    await clone.git("remote", "add", "origin", repo.dir);
    writeFileSync(path.join(clone.dir, ".git/objects/info/alternates"), `${repo.dir}/.git/objects\n`);
    await clone.git("fetch", "-q", "origin");
    await clone.commit({ own: `x = "${fakeKey()}"` });
    await clone.git("repack", "-adlq");
    const { found } = await expectSame(clone);
    expect(found.length).toBeGreaterThan(8);
  });

  test("have objects that no ref reaches: these are read on request alone", async () => {
    await using repo = await packedRepo();
    await repo.git("reset", "-q", "--hard", "main~10");
    await repo.git("tag", "-d", "v1");
    const [some, all] = [await expectSame(repo), await expectSame(repo, true)];
    expect(some.coverage.commits).toBe(20);
    expect(all.coverage.commits).toBe(31);
  });

  test("that are damaged in one place are told as git tells it", async () => {
    await using repo = await packedRepo();
    editPack(repo, ".pack", (bytes) => {
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0x55;
      return bytes;
    });
    const { gaps } = await expectSame(repo);
    expect(gaps.length).toBeGreaterThan(0);
  });

  test("that are damaged everywhere are as much of a gap as git says", async () => {
    await using repo = await packedRepo();
    editPack(repo, ".pack", (bytes) => {
      for (let at = 400; at < bytes.length - 20; at += 97) bytes[at] = (bytes[at] ?? 0) ^ 0x55;
      return bytes;
    });
    const [here, byGit] = [await scan(repo.dir, "here"), await scan(repo.dir, "by git")];
    // What stands on a damaged object git calls missing or damaged, by where its process ended.
    expect(countUnread(here.told.gaps)).toBe(countUnread(byGit.told.gaps));
    expect(countUnread(here.told.gaps)).toBeGreaterThan(50);
    const { found, coverage } = byGit.told;
    expect(here.told).toMatchObject({ found, coverage });
  });

  test("tell the same places as git of any history", async () => {
    const keys = Array.from({ length: 5 }, () => fakeKey());
    await fc.assert(
      fc.asyncProperty(graph, async (commits) => {
        await using repo = await gitRepo();
        importGraph(repo, commits, (number) => (number < 3 ? `x = "${keys[number]}"\n` : `x = ${number}\n`));
        await repo.git("repack", "-adfq");
        await expectSame(repo);
      }),
      { numRuns: 2 },
    );
  });

  test("may lack objects, of which it is told which commit brought them", async () => {
    await using repo = await packedRepo();
    const lost = await repo.git("rev-parse", "main~3:src/file.ts");
    const listed = await repo.git("rev-list", "--objects", "--all");
    const oids = listed.split("\n").map((line) => line.split(" ")[0]);
    const kept = `${oids.filter((oid) => oid !== lost).join("\n")}\n`;
    const old = readdirSync(packsOf(repo));
    execFileSync("git", ["-C", repo.dir, "pack-objects", "-q", path.join(packsOf(repo), "pack")], { input: kept });
    for (const name of old) rmSync(path.join(packsOf(repo), name));
    const { gaps, isSieved } = await expectSame(repo);
    expect(isSieved).toBe(true);
    expect(gaps).toEqual([expect.stringContaining("src/file.ts")]);
  });

  test("without an index that is known here are left to git", async () => {
    await using repo = await packedRepo();
    await repo.git("-c", "pack.indexVersion=1", "repack", "-adfq");
    expect(await expectSame(repo)).toMatchObject({ isSieved: false, gaps: [] });
  });

  test("may have keys in names of files and folders, and have signatures, people and messages like those that git reads", async () => {
    await using repo = await packedRepo();
    await repo.git("checkout", "-q", "-f", "main");
    await repo.commit({ [`${fakeKey()}/file`]: "x", [`folder/${fakeKey()}`]: "x" });
    const tree = await repo.git("rev-parse", "main^{tree}");
    const [wrapped, name] = [fakeKey(), fakeKey()];
    const commit = [
      `tree ${tree}`,
      `author ${name} <a@example.com> 1700000000 +0000`,
      "committer Grace <grace@example.com> 1700000000 +0000",
      "gpgsig -----BEGIN PGP SIGNATURE-----",
      ` ${wrapped.slice(0, 40)}`,
      ` ${wrapped.slice(40)}`,
      "",
      "message",
    ].join("\n");
    const oid = execFileSync("git", ["-C", repo.dir, "hash-object", "-t", "commit", "-w", "--stdin"], {
      input: commit,
    });
    await repo.git("update-ref", "refs/heads/other", oid.toString().trim());
    await repo.git("repack", "-adfq");
    const { found } = await expectSame(repo);
    expect(found.some((one) => one.includes("commit-message"))).toBe(true);
    expect(found.filter((one) => one.includes('"where":"path"')).length).toBeGreaterThan(1);
  });

  test("whose index says less than there is lose nothing", async () => {
    await using repo = await packedRepo();
    for (const name of readdirSync(packsOf(repo)))
      if (!/\.(?:pack|idx)$/.test(name)) rmSync(path.join(packsOf(repo), name));
    expect(await expectSame(repo)).toMatchObject({ gaps: [] });
  });

  test("that no thread gets to are left to git, every object", async () => {
    await using repo = await packedRepo();
    const packs = readPacks(packsOf(repo), 20).map(({ pack }) => createSievedPack(pack, () => false));
    const counted = packs.map(({ pack }) => [...pack.types].filter((type) => PACK_TYPES[type] !== "tree").length);
    const listed: number[] = [];
    for await (const { suspects } of new PackSieve(packs, { threads: 0, otherVendors: false }).reports())
      listed.push(suspects.length);
    expect(listed).toEqual(counted);
  });

  test("take as many git processes for sixty commits as for ten, and few objects of either from git", async () => {
    const counts = [];
    for (const count of [10, 60]) {
      await using repo = await packedRepo({ count });
      await using shim = await countingShim();
      const { blobs } = await scan(repo.dir, "here", { environment: shim.environment });
      counts.push(await shim.count());
      // A fifth has a key or an archive; the head is read in any case, and tags are.
      expect(blobs).toBeLessThan(count);
    }
    expect(new Set(counts).size).toBe(1);
    expect(counts[0]).toBeLessThanOrEqual(10);
  });

  test("locate a key in the messages of commits in what has passed: git is asked for nothing more", async () => {
    const counts = [];
    for (const message of ["nothing", `KEY=${fakeKey()}`]) {
      await using repo = await gitRepo();
      await repo.commit({ a: "1" }, `${message} 1`);
      await repo.commit({ a: "2" }, `${message} 2`);
      await repo.git("repack", "-adfq");
      await using shim = await countingShim();
      await scan(repo.dir, "here", { environment: shim.environment });
      counts.push(await shim.count());
    }
    expect(counts[1]).toBe(counts[0]);
  });

  test("come with what the detector noted of their objects, which git then need not read", async () => {
    await using repo = await packedRepo();
    await repo.git("checkout", "-q", "-f", "main");
    const damaged = Buffer.from(gzipSync(lines.join("")));
    damaged.fill(0, damaged.length >> 1);
    await repo.commit({ placeholder: `x = "sk-proj-${"x".repeat(60)}${"T3BlbkFJ"}${"x".repeat(60)}"`, damaged });
    await repo.commit({ both: `x = "sk-proj-${"y".repeat(60)}${"T3BlbkFJ"}${"y".repeat(60)}", y = "${fakeKey()}"` });
    await repo.git("repack", "-adfq");
    const { noted, gaps, found } = await expectSame(repo);
    expect(noted).toBe(2);
    expect(gaps).toEqual([]);
    expect(found.filter((one) => one.includes("look-alike"))).toHaveLength(2);
    expect(found.filter((one) => one.includes("unread"))).toHaveLength(1);
  });
});
