import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "vitest";
import { importCommits } from "../../support/fast-import.ts";
import { gitRepo } from "../../support/git-repo.ts";

const MEGABYTE = 1024 * 1024;
const HISTORY = join(import.meta.dirname, "../../../src/sources/history/history.ts");

/** Reads a history in a process of its own: what was read, and how much memory that took more than before. */
function measureReading(repo: string): { grown: number; blobs: number; bytes: number; largest: number } {
  const program = `
    const { openHistory } = await import(${JSON.stringify(HISTORY)});
    const environment = { PATH: process.env.PATH };
    const options = { repo: ${JSON.stringify(repo)}, environment, includes: () => true, unreachable: false };
    const before = process.resourceUsage().maxRSS;
    const { source } = await openHistory(options);
    let largest = 0;
    for await (const { chunks } of source.blobs()) for await (const { length } of chunks) largest = Math.max(largest, length);
    const { coverage, gaps } = source.account();
    if (gaps.length > 0) throw new Error(JSON.stringify(gaps));
    console.log(JSON.stringify({ ...coverage, largest, grown: (process.resourceUsage().maxRSS - before) * 1024 }));
  `;
  // A process counts the memory of the one that forked it as its own: a shell has little.
  const args = ["-c", '"$0" "$@"; exit $?', process.execPath, "--input-type=module", "-e", program];
  return JSON.parse(execFileSync("sh", args, { stdio: "pipe" }).toString());
}

/** Reads a history with one blob of this size, and expects it to come in chunks and to take no more than so much memory. */
export async function expectChunks(megabytes: number, atMost: number): Promise<void> {
  await using repo = await gitRepo();
  importCommits(repo, [{ ref: "refs/heads/main", files: { big: Buffer.alloc(megabytes * MEGABYTE, "a\n") }, time: 0 }]);
  const { bytes, largest, grown } = measureReading(repo.dir);
  expect(bytes).toBe(megabytes * MEGABYTE + "change".length);
  expect(largest).toBeLessThanOrEqual(MEGABYTE);
  expect(grown).toBeLessThan(atMost * MEGABYTE);
}

/** Reads a history of so many small blobs, and expects it to take no more than so much memory. */
export async function expectManyObjects(count: number, atMost: number): Promise<void> {
  await using repo = await gitRepo();
  const files = Array.from({ length: count }, (_, n) => [`${n % 1000}/${n}`, String(n).padStart(6)] as const);
  importCommits(repo, [{ ref: "refs/heads/main", files: Object.fromEntries(files), time: 0 }]);
  const { blobs, bytes, grown } = measureReading(repo.dir);
  expect([blobs, bytes]).toEqual([count, 6 * count + "change".length]);
  expect(grown).toBeLessThan(atMost * MEGABYTE);
}
