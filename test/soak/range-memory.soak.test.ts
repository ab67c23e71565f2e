import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { GapCollector } from "../../src/git/gap-collector.ts";
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
    timeout: 20_000,
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

test("a reader that stops early leaves no process behind, and no line unknown", async () => {
  const large = (key: string) => `${key}\n${"x".repeat(2 * MEGABYTE)}`;
  await using repo = await gitRepo({ a: large("NEEDLE1"), b: large("NEEDLE2"), c: large("NEEDLE3") });
  const seen = measured(
    repo.dir,
    `const hit = { encoding: "plain", member: null, offset: 0, length: 7 };
     const lines = [];
     let last;
     for await (const blob of source.blobs()) {
       if (blob.provenance.kind !== "object") continue;
       lines.push(...(await source.locate(blob, hit)));
       if (lines.length === 2) { last = blob; break; }
     }
     lines.push(...(await source.locate(last, hit)));
     source.account = () => ({ coverage: {}, gaps: [] });
     return { located: lines.filter(({ line, column, path }) => line === 1 && column === 1 && path).length };`,
  );
  expect(seen["located"]).toBe(3);
}, 10_000);

test("of many gaps of a kind the first are told, and the number of the others", () => {
  const gaps = new GapCollector();
  for (let n = 0; n < 25; n += 1) gaps.addMissingObject(String(n));
  gaps.add("unreadable", "x");
  expect(gaps.list()).toHaveLength(12);
  expect(gaps.list().at(-1)).toEqual({ kind: "missing-object", detail: "and 15 more (missing-object)" });
});
