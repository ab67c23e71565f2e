import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { expectChunks, expectManyObjects } from "../sources/history/memory.ts";
import { DIST, NODE } from "../support/e2e-environment.ts";
import { gitRepo } from "../support/git-repo.ts";

test("memory does not grow with the size of a large blob", async () => await expectChunks(150, 60));

test("memory grows by little with a large number of objects", async () => await expectManyObjects(100_000, 130));

test("16,000 keys in one change take some 160 MB of memory, and less than 200", async () => {
  const count = 16_000;
  const keys = Array.from({ length: count }, (_, n) => `KEY_${n}="${createFakeKey("project", `many ${n}`)}"\n`);
  await using repo = await gitRepo({ "keys.env": keys.join("") });
  const peak = path.join(repo.dir, ".git", "peak");
  const tell = `import { writeFileSync } from "node:fs";
    process.on("exit", () => writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS)));`;
  const words = ["--import", `data:text/javascript,${encodeURIComponent(tell)}`, path.join(DIST, "cli.js")];
  const { stdout, status } = spawnSync(NODE, [...words, "scan", "--history", "--format", "json"], {
    cwd: repo.dir,
    env: { PATH: process.env["PATH"] },
    maxBuffer: 2 ** 30,
    encoding: "utf8",
  });
  expect(status).toBe(1);
  expect((JSON.parse(stdout) as { findings: unknown[] }).findings).toHaveLength(count);
  expect(Number(readFileSync(peak, "utf8")) / 1024).toBeLessThan(200);
});
