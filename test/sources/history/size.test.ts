import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { gitRepo } from "../../support/git-repo.ts";

const MEGABYTE = 1024 * 1024;
const HISTORY = join(import.meta.dirname, "../../../src/sources/history/history.ts");

/** Reads a history in a process of its own: what was read, and how much memory that took more than before. */
function measured(repo: string): { grown: number; blobs: number; bytes: number; largest: number } {
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
  const stdio = "pipe";
  return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", program], { stdio }).toString());
}

test("memory does not grow with the size of a blob", { timeout: 30_000 }, async () => {
  await using repo = await gitRepo({ big: Buffer.alloc(150 * MEGABYTE, "a\n"), small: "1" });
  const { bytes, largest, grown } = measured(repo.dir);
  expect(bytes).toBe(150 * MEGABYTE + 1 + "start\n".length);
  expect(largest).toBeLessThanOrEqual(MEGABYTE);
  expect(grown).toBeLessThan(100 * MEGABYTE);
});

test("memory grows by little with the number of objects", { timeout: 30_000 }, async () => {
  await using repo = await gitRepo();
  const count = 100_000;
  const files = Array.from(
    { length: count },
    (_, n) => `M 100644 inline ${n % 100}/${n}\ndata 6\n${String(n).padStart(6)}\n`,
  );
  const input = `commit refs/heads/main\ncommitter A <a@example.com> 1700000000 +0000\ndata 1\nm\n${files.join("")}`;
  execFileSync("git", ["-C", repo.dir, "fast-import", "--quiet"], { input, stdio: "pipe" });
  const { blobs, bytes, grown } = measured(repo.dir);
  expect([blobs, bytes]).toEqual([count, 6 * count + 1]);
  expect(grown).toBeLessThan(120 * MEGABYTE);
});
