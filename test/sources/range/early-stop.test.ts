import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test, vi } from "vitest";
import { openRange } from "../../../src/sources/range/range.ts";
import { gitRepo } from "../../support/git-repo.ts";

const RANGE = join(import.meta.dirname, "../../../src/sources/range/range.ts");

/** A program that stops early, and exits only when no git is left. How long it may take says no more than that it hangs. */
const HANGS_AFTER = 100_000;

test("a reader that stops early leaves no process behind, and no line unknown", async () => {
  const large = (key: string) => `${key}\n${"x".repeat(2 * 1024 * 1024)}`;
  await using repo = await gitRepo({ a: large("NEEDLE1"), b: large("NEEDLE2"), c: large("NEEDLE3") });
  const program = `
    const { openRange } = await import(${JSON.stringify(RANGE)});
    const environment = { PATH: process.env.PATH };
    const { source } = await openRange({ repo: ${JSON.stringify(repo.dir)}, base: null, head: "HEAD", environment, includes: () => true });
    const hit = { encoding: "plain", member: null, offset: 0, length: 7 };
    const sightings = [];
    let last;
    for await (const blob of source.blobs()) {
      if (blob.provenance.kind !== "object") continue;
      sightings.push(...(await source.locate(blob, hit)));
      if (sightings.length === 2) { last = blob; break; }
    }
    sightings.push(...(await source.locate(last, hit)));
    console.log(JSON.stringify(sightings.map(({ path, line, column }) => [path, line, column])));
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], {
    timeout: HANGS_AFTER,
  });
  const [first, second, again] = JSON.parse(stdout);
  expect(new Set([first?.[0], second?.[0]]).size).toBe(2);
  expect(again).toEqual(second);
  for (const sighting of [first, second]) expect(sighting).toEqual([expect.stringMatching(/^[abc]$/), 1, 1]);
});

test("a range that nobody reads lets go of git after half a minute, and is not read afterwards", async () => {
  await using repo = await gitRepo({ a: "1" });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const environment = { PATH: process.env["PATH"] };
    const options = { repo: repo.dir, base: null, head: "HEAD", environment, includes: () => true };
    const { source } = await openRange(options);
    await vi.advanceTimersByTimeAsync(30_000);
    await expect(source.blobs()[Symbol.asyncIterator]().next()).rejects.toThrow(/soon after it was opened/);
    expect(source.account().gaps).toMatchObject([{ kind: "miscounted" }]);
  } finally {
    vi.useRealTimers();
  }
});
