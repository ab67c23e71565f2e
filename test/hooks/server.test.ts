import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { DIST } from "../support/e2e-environment.ts";
import { type GitRepo, gitRepo } from "../support/git-repo.ts";

const EXAMPLE = join(import.meta.dirname, "../../examples/hooks/pre-receive");

/** A server with the pre-receive hook of the examples, and a repository that pushes to it. */
class Server implements AsyncDisposable {
  readonly dir: string;
  readonly repo: GitRepo;

  constructor(dir: string, repo: GitRepo) {
    this.dir = dir;
    this.repo = repo;
  }

  /** Pushes; gives what the server said when it refused, and null when it did not. */
  async push(...refs: string[]): Promise<string | null> {
    return await this.repo.git("push", "--quiet", "origin", ...refs).then(
      () => null,
      ({ stderr }: { stderr: string }) => stderr,
    );
  }

  async refs(): Promise<readonly string[]> {
    const listed = await this.repo.git("-C", this.dir, "for-each-ref", "--format=%(refname:short)");
    return listed.split("\n");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.dir, { recursive: true, force: true });
    await this.repo[Symbol.asyncDispose]();
  }
}

async function server(): Promise<Server> {
  const repo = await gitRepo({ "README.md": "# Shop\n" });
  const dir = await mkdtemp(join(tmpdir(), "server-"));
  await repo.git("init", "--quiet", "--bare", dir);
  await repo.git("remote", "add", "origin", dir);
  const script = (await readFile(EXAMPLE, "utf8")).replace("/opt/openai-key-guard/dist", DIST);
  expect(script).toContain(DIST);
  await writeFile(join(dir, "hooks/pre-receive"), script, { mode: 0o755 });
  return new Server(dir, repo);
}

describe("a server with the pre-receive hook", () => {
  test("takes what is clean, without a word, and refuses a key, with its place and without its text", async () => {
    await using all = await server();
    expect(await all.push("main")).toBeNull();
    const key = createFakeKey("project", "server");
    const head = await all.repo.commit({ "src/a.ts": `x\nconst key = "${key}";\n` }, "add");
    await all.repo.commit({ "src/a.ts": "x\n" }, "remove");
    const refusal = await all.push("main");
    expect(refusal).toContain(`src/a.ts:2:14  in ${head.slice(0, 7)}`);
    expect(refusal).toContain("pre-receive hook declined");
    expect(refusal).not.toContain(key);
    // What was refused is not kept.
    await expect(all.repo.git("-C", all.dir, "cat-file", "-e", head)).rejects.toThrow(head);
  });

  test("looks at all that is pushed at once, and refuses all for the key in one", async () => {
    await using all = await server();
    await all.repo.branch("clean");
    await all.repo.commit({ a: "1" });
    await all.repo.branch("leak", "main");
    await all.repo.commit({ b: createFakeKey("admin", "server") });
    await all.repo.git("tag", "v1", "clean");
    expect(await all.push("main", "clean", "leak", "v1")).toContain("b:1:1");
    expect(await all.refs()).toEqual([""]);
    expect(await all.push("main", "clean", "v1")).toBeNull();
    expect(await all.refs()).toEqual(["clean", "main", "v1"]);
  });

  test("looks at tags and forced pushes, and lets branches go", async () => {
    await using all = await server();
    await all.push("main");
    await all.repo.git("tag", "--annotate", "v1", `--message=${createFakeKey("project", "tag")}`);
    expect(await all.push("v1")).toContain("message of a tag");
    await all.repo.branch("topic");
    await all.repo.commit({ a: "1" });
    expect(await all.push("topic")).toBeNull();
    await all.repo.git("reset", "--quiet", "--hard", "main");
    await all.repo.commit({ a: createFakeKey("project", "forced") });
    expect(await all.push("+topic")).toContain("a:1:1");
    expect(await all.push(":topic")).toBeNull();
    expect(await all.refs()).toEqual(["main"]);
  });

  test("refuses what it could not look at", async () => {
    await using all = await server();
    const script = await readFile(join(all.dir, "hooks/pre-receive"), "utf8");
    await writeFile(join(all.dir, "hooks/pre-receive"), script.replace(DIST, dirname(DIST)), { mode: 0o755 });
    expect(await all.push("main")).toContain("pre-receive hook declined");
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"ab".repeat(32)}\nsize 6\n`;
    await writeFile(join(all.dir, "hooks/pre-receive"), script, { mode: 0o755 });
    await all.repo.commit({ "big.psd": pointer });
    expect(await all.push("main")).toContain("big.psd");
    await writeFile(join(all.dir, "hooks/pre-receive"), `${script.trim()} --exclude '*.psd'\n`, { mode: 0o755 });
    expect(await all.push("main")).toBeNull();
  });
});
