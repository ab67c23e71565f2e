import { execFileSync } from "node:child_process";
import { createCipheriv } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { GitHubSandbox } from "../../src/sandbox/github/github-sandbox.ts";
import { type ImportedCommit, importCommits } from "../support/fast-import.ts";
import { keyOf } from "./organization.ts";

const TIME = 1_790_000_000;

/** A repository before it is hosted: its commits, the first of which has no parent, with the refs that name them. */
type DraftRepository = { isArchived: boolean; kilobytes: number; commits: readonly ImportedCommit[] };

/**
 * Hosts this many repositories of `acme`, of ten sorts in turn; `live` stands in the history of each third of ten. One
 * process of git writes the objects of all, into a store that they share: an organisation of hundreds takes a second.
 */
export async function hostRepositories(github: GitHubSandbox, count: number, live: string): Promise<void> {
  const drafts = Array.from({ length: count }, (_, number) => draftRepository(number, live));
  const hosted: string[] = [];
  for (const [number, { isArchived, kilobytes }] of drafts.entries()) {
    hosted.push((await github.repository(`acme/r${number}`, { isArchived, kilobytes })).dir);
  }
  const store = join(dirname(hosted[0] ?? ""), "shared-objects");
  execFileSync("git", ["init", "--quiet", "--bare", "--template=", store]);
  const starts = drafts.map((_, number) => drafts.slice(0, number).reduce((sum, one) => sum + one.commits.length, 0));
  const oids = importCommits(
    { dir: store },
    drafts.flatMap(({ commits }, number) => commits.map((commit) => moveCommit(commit, number, starts[number] ?? 0))),
  );
  for (const [number, { commits }] of drafts.entries()) {
    const names = new Map(commits.map(({ ref }, index) => [ref, oids[(starts[number] ?? 0) + index]]));
    await nameObjects(hosted[number] ?? "", store, names);
  }
}

/** A commit among those of all repositories: its parents come behind those of the others, and its ref has its own folder. */
function moveCommit(commit: ImportedCommit, number: number, start: number): ImportedCommit {
  const parents = commit.parents?.map((parent) => (typeof parent === "number" ? parent + start : parent));
  return { ...commit, ref: `refs/heads/${number}/${commit.ref}`, ...(parents ? { parents } : {}) };
}

/** Has a repository read the objects of the store (gitrepository-layout(5)), and names some of them. */
async function nameObjects(dir: string, store: string, names: ReadonlyMap<string, string | undefined>): Promise<void> {
  await mkdir(join(dir, "objects/info"), { recursive: true });
  await writeFile(join(dir, "objects/info/alternates"), `${join(store, "objects")}\n`);
  const lines = [...names].toSorted().map(([ref, oid]) => `${oid} ${ref}\n`);
  await writeFile(join(dir, "packed-refs"), lines.join(""));
}

/** Repositories of every sort, in turn: what they hold follows from their number. */
function draftRepository(number: number, live: string): DraftRepository {
  const sort = number % 10;
  const main = { ref: "refs/heads/main", time: TIME };
  const first = { ...main, files: { "readme.md": `repository ${number}\n` } };
  const key = keyOf(`${number}`);
  const add = (files: ImportedCommit["files"], ref = main.ref) => ({ ref, files, time: TIME + 60, parents: [0] });
  const more: Readonly<Record<number, readonly ImportedCommit[]>> = {
    1: [first, add({ "a.txt": `key = ${key}\n` })],
    2: [first, add({ "a.txt": live }), { ...main, parents: [1], files: { "a.txt": null }, time: TIME + 120 }],
    3: [first, add({ "b.txt": key }, "refs/pull/1/head")],
    4: [],
    5: [first, add({ "old.txt": key })],
    6: [first, add({ [`${key}.txt`]: "x" })],
    9: [first, add({ "large.bin": NOISE, "b64.txt": Buffer.from(` ${key} `).toString("base64") })],
  };
  return { isArchived: sort === 5, kilobytes: sort === 9 ? 6000 : 10, commits: more[sort] ?? [first] };
}

/** Three million bytes that no packing makes smaller: enough for threads to read the pack. */
const NOISE = createNoise(3_000_000);

/** Bytes that are the same in each run. */
function createNoise(bytes: number): Buffer {
  return createCipheriv("aes-128-ctr", Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(bytes));
}
