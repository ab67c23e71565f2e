import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { gitRepo } from "../support/git-repo.ts";

const MEGABYTE = 1024 * 1024;
const RANGE = join(import.meta.dirname, "../../src/sources/range/range.ts");

/** Runs a reader in a process of its own, and says how many bytes of memory it used more than before. */
function measured(repo: string, body: string): { grown: number } & Record<string, number> {
  const program = `
    const { openRange } = await import(${JSON.stringify(RANGE)});
    const environment = { PATH: process.env.PATH };
    const { source } = await openRange({ repo: ${JSON.stringify(repo)}, base: null, head: "HEAD", environment, includes: () => true });
    let peak = 0;
    const before = process.memoryUsage().rss;
    const look = () => { peak = Math.max(peak, process.memoryUsage().rss); };
    const seen = await (async () => { ${body} })();
    look();
    const { coverage, gaps } = source.account();
    if (gaps.length > 0) throw new Error(JSON.stringify(gaps));
    console.log(JSON.stringify({ ...seen, ...coverage, grown: peak - before }));
  `;
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", program], {
    stdio: "pipe",
    timeout: 300_000,
  });
  return JSON.parse(output.toString());
}

describe("memory does not grow", () => {
  test("with the size of a blob, nor while its reader pauses", async () => {
    await using repo = await gitRepo({ big: Buffer.alloc(150 * MEGABYTE, "a\n") });
    const seen = measured(
      repo.dir,
      `let largest = 0, n = 0;
       for await (const { chunks } of source.blobs()) for await (const chunk of chunks) {
         largest = Math.max(largest, chunk.length);
         if (n++ === 3) { await new Promise((resolve) => setTimeout(resolve, 200)); look(); }
         if (n % 100 === 0) look();
       }
       return { largest };`,
    );
    expect(seen["bytes"]).toBe(150 * MEGABYTE + "start\n".length);
    expect(seen["largest"]).toBeLessThanOrEqual(MEGABYTE);
    expect(seen.grown).toBeLessThan(80 * MEGABYTE);
  });

  test("with the number of objects, however slowly they are read", async () => {
    await using repo = await gitRepo();
    const count = 100_000;
    const files = Array.from(
      { length: count },
      (_, n) => `M 100644 inline ${n % 100}/${n}\ndata 6\n${String(n).padStart(6)}\n`,
    );
    const input = `commit refs/heads/main\ncommitter A <a@example.com> 1700000000 +0000\ndata 1\nm\n${files.join("")}`;
    execFileSync("git", ["-C", repo.dir, "fast-import", "--quiet"], { input, stdio: "pipe" });
    const seen = measured(
      repo.dir,
      `let n = 0;
       for await (const { chunks } of source.blobs()) {
         for await (const chunk of chunks);
         if (n++ % 10_000 === 0) { await new Promise((resolve) => setTimeout(resolve, 20)); look(); }
       }
       return {};`,
    );
    expect(seen).toMatchObject({ commits: 1, blobs: count, bytes: 6 * count + 1 });
    expect(seen.grown).toBeLessThan(80 * MEGABYTE);
  });
});
