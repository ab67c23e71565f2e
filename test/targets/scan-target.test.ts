import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createDetector } from "../../src/detect/detect.ts";
import { openScanTarget } from "../../src/targets/scan-target.ts";
import { placeOf, scanned } from "../sources/needles.ts";
import { type GitRepo, gitRepo } from "../support/git-repo.ts";

const PATH = process.env["PATH"];

/** Scans as a hook of the pre-commit framework, which says in variables what to look at. */
async function scan(repo: GitRepo, kind: "staged" | "pushed", variables: Record<string, string>) {
  const environment = { PATH, PRE_COMMIT: "1", ...variables };
  const target = kind === "staged" ? { kind } : { kind, stream: toStream(), remote: null };
  const { change, source } = await openScanTarget(target, {
    repo: repo.dir,
    environment,
    paths: [],
    pathsName: "--paths",
    exclude: [],
    ignoreFile: ".github/openai-key-guard.yml",
    otherVendors: false,
    progress: () => {},
  });
  const { sightings, gaps } = await scanned(source);
  expect(gaps).toEqual([]);
  return { change, places: sightings.map(placeOf).toSorted() };
}

async function* toStream(): AsyncGenerator<Uint8Array> {}

describe.each(["staged", "pushed"] as const)("a hook of the pre-commit framework for what is %s", (kind) => {
  test("scans the range of --from-ref and --to-ref, by whatever names, also where a server has it", async () => {
    await using repo = await gitRepo({ old: "NEEDLE" });
    const base = await repo.oid("HEAD");
    const head = await repo.commit({ a: "x\nNEEDLE" });
    await repo.git("update-ref", "refs/remotes/origin/main", head);
    const names = { PRE_COMMIT_FROM_REF: "HEAD^", PRE_COMMIT_TO_REF: "main" };
    const range = { change: { kind: "range", base, head }, places: ["a:2:1"] };
    expect(await scan(repo, kind, names)).toMatchObject(range);
    expect(await scan(repo, kind, { PRE_COMMIT_FROM_REF: base, PRE_COMMIT_TO_REF: head })).toMatchObject(range);
    const nothing = { PRE_COMMIT_FROM_REF: "0".repeat(40), PRE_COMMIT_TO_REF: head };
    expect((await scan(repo, kind, nothing)).places).toEqual(["a:2:1", "old:1:1"]);
  });

  test("scans what a push sends, before which it runs", async () => {
    await using repo = await gitRepo({ old: "NEEDLE" });
    const base = await repo.oid("HEAD");
    const head = await repo.commit({ a: "NEEDLE new" });
    const variables = {
      PRE_COMMIT_FROM_REF: base,
      PRE_COMMIT_TO_REF: head,
      PRE_COMMIT_REMOTE_BRANCH: "refs/heads/main",
      PRE_COMMIT_REMOTE_NAME: "origin",
    };
    const change = { kind: "range", base, head, unpushed: true };
    expect(await scan(repo, kind, variables)).toEqual({ change, places: ["a:1:1"] });
  });

  test("scans all files where nothing says what to scan, as for --all-files: never nothing", async () => {
    await using repo = await gitRepo({ old: "NEEDLE", ".gitignore": "hidden" });
    await repo.write({ hidden: "NEEDLE" });
    expect(await scan(repo, kind, {})).toEqual({ change: { kind: "files", globs: [] }, places: ["old:1:1"] });
  });
});

test("a commit under the pre-commit framework has its index scanned, and so has a run by hand with something staged", async () => {
  await using repo = await gitRepo({ old: "NEEDLE" });
  const index = { GIT_INDEX_FILE: ".git/index" };
  expect(await scan(repo, "staged", index)).toEqual({ change: { kind: "staged" }, places: [] });
  await repo.write({ a: "NEEDLE" });
  await repo.git("add", "a");
  const staged = { change: { kind: "staged" }, places: ["a:1:1"] };
  expect(await scan(repo, "staged", {})).toEqual(staged);
  expect(await scan(repo, "staged", index)).toEqual(staged);
});

test("in a large history another vendor's key is noted when such keys are to be", async () => {
  const other = ["sk", "ant", "x".repeat(40)].join("-");
  await using repo = await gitRepo({ "a.txt": `${other}\n`, "b.bin": randomBytes(2.2 * 2 ** 20).toString("latin1") });
  await repo.git("gc", "--quiet");
  const countNotes = async (otherVendors: boolean) => {
    const context = {
      repo: repo.dir,
      environment: { PATH },
      paths: [],
      pathsName: "--paths",
      exclude: [],
      otherVendors,
    };
    const { source } = await openScanTarget(
      { kind: "history", unreachable: false },
      { ...context, ignoreFile: ".github/openai-key-guard.yml", progress: () => {} },
    );
    const detect = createDetector({ otherVendors });
    const notes: string[] = [];
    for await (const blob of source.blobs()) {
      for await (const _ of detect(blob, (note) => notes.push(JSON.stringify(note))))
        throw new Error("no key is there");
    }
    return notes.length;
  };
  expect([await countNotes(true), await countNotes(false)]).toEqual([1, 0]);
});
