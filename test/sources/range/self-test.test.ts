import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeObjectId } from "../../../src/git/objects/object-id.ts";
import { gitRepo } from "../../support/git-repo.ts";
import { scan } from "../needles.ts";

/** A git whose `cat-file --batch` answers go through a filter. */
async function tampered(filter: string) {
  const dir = await mkdtemp(join(tmpdir(), "shim-"));
  const real = execFileSync("sh", ["-c", "command -v git"]).toString().trim();
  const script = `#!/bin/sh\ncase "$*" in *"cat-file --batch "*) '${real}' "$@" | ${filter} ;; *) exec '${real}' "$@" ;; esac\n`;
  await writeFile(join(dir, "git"), script, { mode: 0o755 });
  return {
    environment: { PATH: `${dir}:${process.env["PATH"]}` },
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }),
  };
}

describe("each run proves that git gives what it is asked for", () => {
  test.each(["sha1", "sha256"] as const)("by the name of the head, in a repository of %s", async (objectFormat) => {
    await using repo = await gitRepo({ a: "1" }, { objectFormat });
    await repo.commit({ b: "1" }, "a message of some length");
    await using honest = await tampered("cat");
    expect((await scan(repo, "HEAD^", "HEAD", { environment: honest.environment })).gaps).toEqual([]);
    await using lying = await tampered("sed 's/some length/NO length!/'");
    expect((await scan(repo, "HEAD^", "HEAD", { environment: lying.environment })).gaps).toMatchObject([
      { kind: "self-test", detail: expect.stringContaining(await repo.oid("HEAD")) },
    ]);
  });

  test("by the name of the tag, where that is the head", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.git("tag", "-a", "v1", "-m", "a message of some length");
    const head = await repo.oid("v1");
    await using lying = await tampered("sed 's/some length/NO length!/'");
    expect((await scan(repo, null, head, { environment: lying.environment })).gaps).toMatchObject([
      { kind: "self-test" },
    ]);
  });

  test("and the name is the one that git itself gives", async () => {
    await using repo = await gitRepo({ a: "1" });
    const file = join(repo.dir, ".git/content");
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await writeFile(file, bytes);
        expect(computeObjectId("blob", Buffer.from(bytes), "sha1")).toBe(await repo.git("hash-object", file));
      }),
      { numRuns: 10 },
    );
  });
});

describe("what was listed and not answered for", () => {
  test("is a gap, though no process failed", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ b: "1" });
    // Drops the last answer whole: header, content and line feed of the blob.
    await using lossy = await tampered("head -c -50");
    const { gaps } = await scan(repo, "HEAD^", "HEAD", { environment: lossy.environment });
    expect(gaps.length).toBeGreaterThan(0);
  });
});
