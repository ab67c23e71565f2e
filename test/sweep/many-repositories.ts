import { execFileSync } from "node:child_process";
import { createCipheriv } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { GitHubSandbox } from "../../src/sandbox/github/github-sandbox.ts";
import { type ImportedCommit, importCommits } from "../support/fast-import.ts";
import { keyOf } from "./organization.ts";

const TIME = 1_790_000_000;

/** A repository before it is hosted: its commits, the first of which has no parent, with the refs that name them. */
type DraftRepository = {
  name: string;
  options: Parameters<GitHubSandbox["repository"]>[1];
  commits: readonly ImportedCommit[];
};

/** Hosts this many repositories of `acme`, of ten sorts in turn; `live` stands in the history of each third of ten. */
export async function hostRepositories(github: GitHubSandbox, count: number, live: string): Promise<void> {
  await hostDrafts(
    github,
    Array.from({ length: count }, (_, number) => draftRepository(number, live)),
  );
}

/** Hosts repositories that are well when they are planned, and one for which there is no room. */
export async function hostUnsteadyRepositories(github: GitHubSandbox): Promise<void> {
  const draft = (name: string, kilobytes = 10) => ({ name, options: { kilobytes }, commits: draftKey(name) });
  const names = ["acme/vanishing", "acme/renamed", "acme/sold"];
  await hostDrafts(github, [...names.map((name) => draft(name)), draft("acme/huge", 900_000_000)]);
}

/** Hosts one that is broken, one that is switched off, and one of so many megabytes. */
export async function hostHardRepositories(github: GitHubSandbox, megabytes: number): Promise<void> {
  const files = Object.fromEntries(
    Array.from({ length: megabytes }, (_, number) => [`${number}.bin`, createNoise(1_000_000, number + 1)]),
  );
  const [first] = draftKey("acme/large");
  const large = { ref: "refs/heads/main", time: TIME + 60, parents: [0], files };
  await hostDrafts(github, [
    { name: "acme/off", options: { isDisabled: true }, commits: draftKey("acme/off") },
    { name: "acme/large", options: { kilobytes: megabytes * 1000 }, commits: first ? [first, large] : [] },
  ]);
  const { dir } = await github.repository("acme/broken");
  importCommits({ dir }, draftKey("acme/broken"));
  for (const folder of await readdir(join(dir, "objects"))) {
    if (/^[0-9a-f]{2}$/.test(folder)) await rm(join(dir, "objects", folder), { recursive: true });
  }
}

/** One commit with a key that its name tells. */
function draftKey(name: string): readonly ImportedCommit[] {
  return [{ ref: "refs/heads/main", time: TIME, files: { "key.txt": keyOf(name) } }];
}

/**
 * One process of git writes the objects of all, into a store that they share: an organisation of hundreds takes a second.
 */
async function hostDrafts(github: GitHubSandbox, drafts: readonly DraftRepository[]): Promise<void> {
  const hosted: string[] = [];
  for (const { name, options } of drafts) hosted.push((await github.repository(name, options)).dir);
  const store = await mkdtemp(join(dirname(hosted[0] ?? ""), "shared-"));
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
  const visibility = sort === 7 ? "public" : "private";
  const options = { isArchived: sort === 5, kilobytes: sort === 9 ? 6000 : 10, visibility } as const;
  return { name: `acme/r${number}`, options, commits: more[sort] ?? [first] };
}

/** Bytes that no packing makes smaller, and that are the same in each run. */
function createNoise(bytes: number, seed: number): Buffer {
  return createCipheriv("aes-128-ctr", Buffer.alloc(16, seed), Buffer.alloc(16)).update(Buffer.alloc(bytes));
}

const NOISE = createNoise(3_000_000, 0);
