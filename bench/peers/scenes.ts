import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { gitRepo } from "../../test/support/git-repo.ts";
import type { Command } from "../measure.ts";
import { type Bypasses, createBypasses } from "./bypasses.ts";
import { createHistory } from "./created-history.ts";
import type { Task } from "./scanners.ts";

/** A key that every scanner finds in a plain line: some take a random part of others for a word, and leave those out. */
const stagedKey = createFakeKey("project", "plain, in the last commit");

/** A repository, what to scan in it, and git alone reading the same objects. */
export type Scene = {
  name: string;
  title: string;
  repo: string;
  task: Task;
  git: Command;
  keys: readonly string[];
  missing?: number;
};

/** The four scenes; without a clone the history is a made-up one of so many commits. Clones are given as [NAME=]PATH. */
export async function createScenes(folder: string, clones: readonly string[], commits: number) {
  const bypasses = await createBypasses();
  const { repo, base, head, all } = bypasses;
  const histories =
    clones.length > 0
      ? clones.map((clone) => clone.split("=")).map(([name = "", dir = name]) => ({ name, dir: path.resolve(dir) }))
      : [{ name: `${commits} made-up commits`, dir: await createHistory(folder, commits) }];
  const scenes: readonly Scene[] = [
    await createClean(),
    {
      ...rangeScene("keys", `a pull request with ${all.length} keys`, repo.dir, base, head),
      keys: all.map(({ key }) => key),
    },
    createStaged(folder, "staged", false),
    ...histories.map(({ name, dir }, at) => createHistoryScene(folder, `history-${at}`, name, dir)),
  ];
  return { bypasses, scenes, controls: createControls(folder, bypasses) };
}

/** Scenes with keys, run once, that show that each scanner reads what it is asked to: staged, and a history. */
function createControls(folder: string, { repo, all }: Bypasses): readonly Scene[] {
  const staged = { ...createStaged(folder, "staged-key", true), title: "a staged key", keys: [stagedKey] };
  const history = createHistoryScene(folder, "history-keys", `the repository with ${all.length} keys`, repo.dir);
  return [staged, { ...history, keys: all.map(({ key }) => key) }];
}

/** Five commits without a key. */
export async function createClean(): Promise<Scene> {
  const lines = (commit: number) => `export const value = ${commit};\n`.repeat(120 + commit);
  const contents = Array.from({ length: 25 }, (_, commit) =>
    Object.fromEntries(Array.from({ length: 4 }, (_file, file) => [`file-${(commit + file) % 20}.ts`, lines(commit)])),
  );
  const repo = await gitRepo({ "README.md": "# Shop\n" });
  for (const files of contents) await repo.commit(files);
  return rangeScene(
    "clean",
    "a pull request of five commits without a key",
    repo.dir,
    await repo.oid("HEAD~5"),
    await repo.oid("HEAD"),
  );
}

/** The commits of a range, and git reading what is new in them. */
export function rangeScene(name: string, title: string, repo: string, base: string, head: string): Scene {
  const objects = `git rev-list --objects ${head} ^${base} | cut -d ' ' -f 1 | git cat-file --batch --buffer > /dev/null`;
  return {
    name,
    title,
    repo,
    task: { kind: "range", base, head },
    git: { words: ["sh", "-c", objects], cwd: repo },
    keys: [],
  };
}

/** Forty files, two of them staged. */
export function createStaged(folder: string, name: string, withKey: boolean): Scene {
  const repo = path.join(folder, name);
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", repo, "-c", "user.name=b", "-c", "user.email=b@example.org", ...args]);
  const write = (file: number, line: string) => writeFileSync(path.join(repo, `module-${file}.ts`), line.repeat(60));
  mkdirSync(repo);
  git("init", "-q", "-b", "main");
  for (let file = 0; file < 40; file += 1) write(file, `export const value = ${file};\n`);
  git("add", "-A");
  git("commit", "-qm", "All of it");
  for (const file of [7, 33]) write(file, `export const changed = ${file};\n`);
  if (withKey) writeFileSync(path.join(repo, "module-7.ts"), `const key = "${stagedKey}";\n`);
  git("add", "-A");
  const read = "git diff-index --cached --raw HEAD | cut -d ' ' -f 4 | git cat-file --batch > /dev/null";
  return {
    name,
    title: "two staged files without a key",
    repo,
    task: { kind: "staged" },
    git: { words: ["sh", "-c", read], cwd: repo },
    keys: [],
  };
}

/** A whole history, and git reading every blob in the order of the packs, as a reader that wants to be fast asks for them. */
export function createHistoryScene(folder: string, name: string, title: string, repo: string): Scene {
  const list = path.join(folder, name);
  const listing = "git cat-file --batch-all-objects --unordered --batch-check='%(objecttype) %(objectname)' --buffer";
  execFileSync("sh", ["-c", `${listing} | sed -n 's/^blob //p' > ${list}`], { cwd: repo });
  // A snapshot may lack its largest files.
  const lacking = "git rev-list --objects --all --missing=print | grep -c '^?' || true";
  const missing = Number(execFileSync("sh", ["-c", lacking], { cwd: repo, encoding: "utf8" }));
  const bare =
    execFileSync("git", ["rev-parse", "--is-bare-repository"], { cwd: repo, encoding: "utf8" }).trim() === "true";
  const git: Command = { words: ["git", "cat-file", "--batch", "--buffer"], input: list, cwd: repo, mute: true };
  return {
    name,
    title: `the whole history of ${title}${missing > 0 ? ` (${missing} objects are missing)` : ""}`,
    missing,
    repo,
    task: { kind: "history", bare },
    git,
    keys: [],
  };
}
