import { createHash } from "node:crypto";
import type { GitHubSandbox } from "../../src/sandbox/github/github-sandbox.ts";
import { importCommits } from "../support/fast-import.ts";
import { keyOf } from "./organization.ts";

const TIME = 1_790_000_000;

/** Hosts this many repositories of `acme`, of ten sorts in turn; `live` stands in the history of each third of ten. */
export async function hostRepositories(github: GitHubSandbox, count: number, live: string): Promise<void> {
  for (let number = 0; number < count; number += 1) await host(github, number, live);
}

/** Repositories of every sort, in turn: what they hold follows from their number. */
async function host(github: GitHubSandbox, number: number, live: string): Promise<void> {
  const sort = number % 10;
  const kilobytes = sort === 9 ? 6000 : 10;
  const { dir } = await github.repository(`acme/r${number}`, { isArchived: sort === 5, kilobytes });
  if (sort === 4) return;
  const main = { ref: "refs/heads/main", time: TIME };
  const first = { ...main, files: { "readme.md": `repository ${number}\n` } };
  const add = (files: Record<string, string | Uint8Array | null>, ref = main.ref) => ({
    ref,
    files,
    time: TIME + 60,
    parents: [0],
  });
  const more: Readonly<Record<number, Parameters<typeof importCommits>[1]>> = {
    1: [first, add({ "a.txt": `key = ${keyOf(`${number}`)}\n` })],
    2: [first, add({ "a.txt": live }), { ...main, parents: [1], files: { "a.txt": null }, time: TIME + 120 }],
    3: [first, add({ "b.txt": keyOf(`${number}`) }, "refs/pull/1/head")],
    5: [first, add({ "old.txt": keyOf(`${number}`) })],
    6: [first, add({ [`${keyOf(`${number}`)}.txt`]: "x" })],
    9: [
      first,
      add({ "large.bin": createNoise(number), "b64.txt": Buffer.from(` ${keyOf(`${number}`)} `).toString("base64") }),
    ],
  };
  importCommits({ dir }, more[sort] ?? [first]);
}

/** Three million bytes that no packing makes smaller: enough for threads to read the pack. */
function createNoise(seed: number): Buffer {
  return Buffer.concat(
    Array.from({ length: 94_000 }, (_, index) => createHash("sha256").update(`${seed} ${index}`).digest()),
  );
}
