import { execFile, execFileSync } from "node:child_process";
import {
  chmod,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/errors.ts";
import { createHookScript } from "../../src/hooks/hook-script.ts";
import { installHooks, uninstallHooks } from "../../src/hooks/hooks.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { DIST } from "../support/e2e-environment.ts";
import { GitRepo } from "../support/git-repo.ts";

const PATH = process.env["PATH"] ?? "";

/** What the guard was started with, as a stand-in for it noted it down. */
type Started = { args: readonly string[]; input: string };

/** A repository, and a stand-in for the guard, in a folder whose name sh would take apart. */
class Site implements AsyncDisposable {
  readonly folder: string;
  readonly repo: GitRepo;
  readonly cli: string;

  constructor(folder: string) {
    this.folder = folder;
    this.repo = new GitRepo(join(folder, "repo"));
    this.cli = join(folder, "guard.mjs");
  }

  get environment(): Record<string, string> {
    return { PATH, HOME: this.folder, GIT_CONFIG_NOSYSTEM: "1" };
  }

  async install(repo = this.repo.dir): Promise<readonly string[]> {
    return await installHooks({ repo, environment: this.environment, node: process.execPath, cli: this.cli });
  }

  async uninstall(repo = this.repo.dir): Promise<readonly string[]> {
    return await uninstallHooks({ repo, environment: this.environment });
  }

  /** Runs git as the user does, whose configuration counts. */
  async git(...args: string[]): Promise<{ ok: boolean; stderr: string }> {
    const who = { GIT_AUTHOR_NAME: "A", GIT_AUTHOR_EMAIL: "a@example.com" };
    const by = { GIT_COMMITTER_NAME: "A", GIT_COMMITTER_EMAIL: "a@example.com" };
    const options = { cwd: this.repo.dir, env: { ...this.environment, ...who, ...by } };
    return await promisify(execFile)("git", args, options).then(
      ({ stderr }) => ({ ok: true, stderr }),
      ({ stderr }: { stderr: string }) => ({ ok: false, stderr }),
    );
  }

  async commit(...args: string[]): Promise<{ ok: boolean; stderr: string }> {
    return await this.git("commit", "--quiet", "--allow-empty", "--message=m", ...args);
  }

  /** Puts a hook there that notes its turn, and ends so. */
  async hook(
    name: string,
    { exit = 0, folder = join(this.repo.dir, ".git/hooks"), mode = 0o755, note = "theirs" } = {},
  ) {
    await mkdir(folder, { recursive: true });
    const text = `#!/bin/sh\nprintf '%s' "${note} $# $(cat)" > '${this.#log(note)}'\nexit ${exit}\n`;
    await writeFile(join(folder, name), text, { mode });
    return text;
  }

  /** What a hook of somebody's noted. */
  async noted(note = "theirs"): Promise<string | null> {
    return await readFile(this.#log(note), "utf8").catch(() => null);
  }

  /** How often the guard was started, and with what. */
  async started(): Promise<readonly Started[]> {
    const text = await readFile(`${this.cli}.log`, "utf8").catch(() => "");
    return text
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  }

  #log(note: string): string {
    return join(tmpdir(), `${note}-${this.folder.slice(-6)}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
    await rm(this.#log("theirs"), { force: true });
  }
}

const STAND_IN = `
  import { appendFileSync, readFileSync } from "node:fs";
  const args = process.argv.slice(2);
  const input = args.includes("--pushed") ? readFileSync(0, "utf8") : "";
  appendFileSync(import.meta.filename + ".log", JSON.stringify({ args, input }) + "\\n");
`;

async function site(): Promise<Site> {
  const made = new Site(await mkdtemp(join(tmpdir(), `it's "a" $HOME \`x\` `)));
  await mkdir(made.repo.dir);
  await made.git("init", "--quiet", "--initial-branch=main");
  await writeFile(made.cli, STAND_IN);
  return made;
}

const hooksOf = ({ repo }: Site) => join(repo.dir, ".git/hooks");
const STAGED = { args: ["scan", "--staged", "--quiet"], input: "" };

describe("hooks that were installed", () => {
  test("search before each commit and each push, whatever the folders are called", async () => {
    await using all = await site();
    const lines = await all.install();
    expect(lines).toHaveLength(2);
    expect(await all.commit()).toEqual({ ok: true, stderr: "" });
    expect(await all.started()).toEqual([STAGED]);
    await all.git("init", "--quiet", "--bare", "../server");
    await all.git("remote", "add", "origin", "../server");
    expect(await all.git("push", "--quiet", "origin", "main")).toEqual({ ok: true, stderr: "" });
    const head = await all.repo.oid("HEAD");
    expect((await all.started())[1]).toEqual({
      args: ["scan", "--pushed", "--quiet", "--", "origin"],
      input: `refs/heads/main ${head} refs/heads/main ${"0".repeat(40)}\n`,
    });
  });

  test("stop a commit and a push when the search does", async () => {
    await using all = await site();
    await all.commit();
    await all.git("init", "--quiet", "--bare", "../server");
    await all.install();
    for (const code of [1, 2]) {
      await writeFile(all.cli, `process.exitCode = ${code};`);
      expect((await all.commit()).ok).toBe(false);
      expect((await all.commit("--no-verify")).ok).toBe(true);
      expect((await all.git("push", "--quiet", "../server", "main")).ok).toBe(false);
    }
  });

  test("are the same after a second time, and point to the program that did it", async () => {
    await using all = await site();
    await all.hook("pre-commit");
    await all.install();
    const other = join(all.folder, "other.mjs");
    await rename(all.cli, other);
    await installHooks({ repo: all.repo.dir, environment: all.environment, node: process.execPath, cli: other });
    expect((await all.commit()).ok).toBe(true);
    expect(await readFile(`${other}.log`, "utf8")).toBe(`${JSON.stringify(STAGED)}\n`);
    expect(await all.noted()).toBe("theirs 0 ");
  });

  test("are shared by the linked work trees of a repository", async () => {
    await using all = await site();
    await all.commit();
    const tree = join(all.folder, "tree");
    await all.git("worktree", "add", "--quiet", tree, "-b", "other");
    await all.install(tree);
    expect((await all.commit()).ok).toBe(true);
    expect((await all.git("-C", tree, "commit", "--quiet", "--allow-empty", "--message=m")).ok).toBe(true);
    expect(await all.started()).toEqual([STAGED, STAGED]);
  });

  test("find keys, with the real program", async () => {
    await using all = await site();
    await cp(DIST, join(all.folder, "dist"), { recursive: true });
    const cli = join(all.folder, "dist/cli.js");
    await installHooks({ repo: all.repo.dir, environment: all.environment, node: process.execPath, cli });
    await all.git("init", "--quiet", "--bare", "../server");
    await all.repo.write({ "a.txt": "clean\n" });
    await all.git("add", "a.txt");
    expect(await all.commit()).toEqual({ ok: true, stderr: "" });
    expect(await all.git("push", "--quiet", "../server", "main")).toEqual({ ok: true, stderr: "" });
    const key = createFakeKey("project", "hook");
    await all.repo.write({ "a.txt": `x\n${key}\n` });
    await all.git("add", "a.txt");
    const refused = await all.commit();
    expect(refused.ok).toBe(false);
    expect(refused.stderr).toContain("a.txt:2  sk-proj-");
    expect(refused.stderr).not.toContain(key);
    await all.commit("--no-verify");
    const stopped = await all.git("push", "--quiet", "../server", "main");
    expect(stopped.ok).toBe(false);
    expect(stopped.stderr).toContain("a.txt:2  sk-proj-");
    expect((await all.git("push", "--quiet", "--no-verify", "../server", "main")).ok).toBe(true);
  });
});

describe("a hook that was there before", () => {
  test("runs first, with what git gave it, and can stop it all", async () => {
    await using all = await site();
    await all.commit();
    await all.git("init", "--quiet", "--bare", "../server");
    await all.hook("pre-push");
    const lines = await all.install();
    expect(lines.join("\n")).toContain("Your earlier pre-push hook still runs, before ours.");
    expect((await all.git("push", "--quiet", "../server", "main")).ok).toBe(true);
    const told = `refs/heads/main ${await all.repo.oid("HEAD")} refs/heads/main ${"0".repeat(40)}`;
    expect(await all.noted()).toBe(`theirs 2 ${told}`);
    expect((await all.started())[0]?.input).toBe(`${told}\n`);
    await all.hook("pre-push.before-openai-key-guard", { exit: 3 });
    await all.commit();
    expect((await all.git("push", "--quiet", "../server", "main")).ok).toBe(false);
    expect(await all.started()).toHaveLength(2);
  });

  test("is not run where git would not have run it", async () => {
    await using all = await site();
    await all.hook("pre-commit", { mode: 0o644 });
    await all.install();
    expect((await all.commit()).ok).toBe(true);
    expect(await all.noted()).toBeNull();
  });

  test("is exactly as it was when ours is taken away, however often it was installed", async () => {
    await using all = await site();
    const text = await all.hook("pre-commit", { mode: 0o711 });
    await all.hook("shared");
    await symlink("shared", join(hooksOf(all), "pre-push"));
    const before = await lstat(join(hooksOf(all), "pre-commit"));
    await all.install();
    await all.install();
    const lines = await all.uninstall();
    expect(lines).toEqual([
      "Removed the pre-commit hook. Your earlier hook is back.",
      "Removed the pre-push hook. Your earlier hook is back.",
    ]);
    const after = await lstat(join(hooksOf(all), "pre-commit"));
    expect(await readFile(join(hooksOf(all), "pre-commit"), "utf8")).toBe(text);
    expect([after.mode, after.mtimeMs, after.ino]).toEqual([before.mode, before.mtimeMs, before.ino]);
    expect(await readlink(join(hooksOf(all), "pre-push"))).toBe("shared");
    const { stdout } = await promisify(execFile)("ls", [hooksOf(all)]);
    expect(stdout.split("\n").filter((name) => !name.endsWith(".sample") && name !== "")).toEqual([
      "pre-commit",
      "pre-push",
      "shared",
    ]);
  });

  test("where there was none, nothing is left, and somebody else's is left alone", async () => {
    await using all = await site();
    await all.install();
    expect(await all.uninstall()).toEqual(["Removed the pre-commit hook.", "Removed the pre-push hook."]);
    await expect(lstat(join(hooksOf(all), "pre-commit"))).rejects.toThrow("ENOENT");
    const text = await all.hook("pre-commit");
    expect((await all.uninstall())[0]).toContain("No hook of openai-key-guard is installed in");
    expect(await readFile(join(hooksOf(all), "pre-commit"), "utf8")).toBe(text);
  });

  test("is never lost to another one that came in between", async () => {
    await using all = await site();
    await all.hook("pre-commit");
    await all.install();
    const theirs = await all.hook("pre-commit", { note: "newer" });
    await expect(all.install()).rejects.toThrow(/before an earlier installation.*Merge both into/);
    expect((await all.uninstall()).join("\n")).toContain(
      "The pre-commit hook is not ours any more, so it was not changed.",
    );
    expect(await readFile(join(hooksOf(all), "pre-commit"), "utf8")).toBe(theirs);
    await rm(join(hooksOf(all), "pre-commit"));
    await expect(all.install()).rejects.toThrow(/Move it to/);
  });
});

describe("core.hooksPath", () => {
  test("counts, relative to the top of the work tree", async () => {
    await using all = await site();
    await all.git("config", "core.hooksPath", "scripts/hooks");
    await mkdir(join(all.repo.dir, "deep"));
    const lines = await all.install(join(all.repo.dir, "deep"));
    expect(lines.at(-1)).toContain("Do not commit the hooks");
    expect(await readFile(join(all.repo.dir, "scripts/hooks/pre-commit"), "utf8")).toContain("openai-key-guard");
    expect((await all.commit()).ok).toBe(true);
    expect(await all.started()).toEqual([STAGED]);
  });

  test("counts also where it is set for all repositories, and it is said", async () => {
    await using all = await site();
    await writeFile(join(all.folder, ".gitconfig"), "[core]\n\thooksPath = ~/hooks\n");
    await all.hook("pre-commit", { folder: join(all.folder, "hooks") });
    expect((await all.install()).at(-1)).toContain("all your repositories");
    expect((await all.commit()).ok).toBe(true);
    expect([await all.noted(), await all.started()]).toEqual(["theirs 0 ", [STAGED]]);
  });

  test("is not followed where the checkout has a link in its place, which a change may have brought", async () => {
    await using all = await site();
    await all.git("config", "core.hooksPath", "scripts");
    const outside = join(all.folder, "outside");
    await mkdir(outside);
    await symlink(outside, join(all.repo.dir, "scripts"));
    await expect(all.install()).rejects.toThrow(/core\.hooksPath is .*a symbolic link in the checkout/);
    expect(await readdir(outside)).toEqual([]);
  });

  test("is followed where the link is in .git, where no change puts one", async () => {
    await using all = await site();
    const outside = join(all.folder, "outside");
    await mkdir(outside);
    await rm(join(all.repo.dir, ".git", "hooks"), { recursive: true, force: true });
    await symlink(outside, join(all.repo.dir, ".git", "hooks"));
    await all.install();
    expect(await readdir(outside)).toEqual(["pre-commit", "pre-push"]);
  });

  test("that switches hooks off is refused", async () => {
    await using all = await site();
    await all.git("config", "core.hooksPath", "/dev/null");
    await expect(all.install()).rejects.toThrow(/turns hooks off/);
  });
});

describe("hooks are refused, and nothing is changed", () => {
  test.each([
    [
      "lefthook",
      "call_lefthook() { lefthook run pre-push; }",
      /lefthook manages the hooks.*lefthook\.yml.*use_stdin: true/s,
    ],
    [
      "pre-commit",
      "# File generated by pre-commit: https://pre-commit.com",
      /pre-commit manages the hooks.*openai-key-guard-push/s,
    ],
    [
      "simple-git-hooks",
      'if [ "$SKIP_SIMPLE_GIT_HOOKS" = "1" ]; then',
      /simple-git-hooks manages the hooks.*package\.json/s,
    ],
    ["overcommit", "require 'overcommit'", /overcommit manages the hooks/],
  ])("where %s keeps them", async (_, text, words) => {
    await using all = await site();
    await mkdir(hooksOf(all), { recursive: true });
    await writeFile(join(hooksOf(all), "pre-push"), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    await expect(all.install()).rejects.toThrow(words);
    await expect(lstat(join(hooksOf(all), "pre-commit"))).rejects.toThrow("ENOENT");
  });

  test.each([".husky/_", ".husky"])("where husky keeps them, in %s", async (folder) => {
    await using all = await site();
    await all.git("config", "core.hooksPath", folder);
    await expect(all.install()).rejects.toThrow(/husky manages the hooks.*\.husky\/pre-commit.*scan --staged/s);
    await expect(lstat(join(all.repo.dir, ".husky"))).rejects.toThrow("ENOENT");
  });

  test("where nobody commits, and outside of a repository", async () => {
    await using all = await site();
    await all.git("init", "--quiet", "--bare", "../server");
    await expect(all.install(join(all.folder, "server"))).rejects.toThrow(/bare repository/);
    await expect(all.install(all.folder)).rejects.toThrow(UsageError);
    const environment = { ...all.environment, PATH: all.folder };
    await expect(uninstallHooks({ repo: all.repo.dir, environment })).rejects.toThrow("Git was not found");
  });
});

describe("when the program is gone", () => {
  test("nothing passes, and it is said what to do", async () => {
    await using all = await site();
    await all.commit();
    await all.install();
    await rm(all.cli);
    const { ok, stderr } = await all.commit();
    expect(ok).toBe(false);
    expect(stderr).toContain(`openai-key-guard: commit stopped, it could not be scanned: ${all.cli} is missing.`);
    expect(stderr).toContain("Skip once: git commit --no-verify. To remove the hook: delete .git/hooks/pre-commit");
    await all.git("init", "--quiet", "--bare", "../server");
    expect((await all.git("push", "../server", "main")).stderr).toContain("push stopped, it could not be scanned");
  });

  test("another one on the PATH does, and so does another Node", async () => {
    await using all = await site();
    const bin = join(all.folder, "bin");
    await mkdir(bin);
    await installHooks({ repo: all.repo.dir, environment: all.environment, node: "/gone/node", cli: all.cli });
    await symlink(process.execPath, join(bin, "node"));
    const git = async () => {
      const env = { ...all.environment, PATH: `${bin}:${PATH}`, GIT_AUTHOR_NAME: "A", GIT_AUTHOR_EMAIL: "a@b.c" };
      const options = { cwd: all.repo.dir, env: { ...env, GIT_COMMITTER_NAME: "A", GIT_COMMITTER_EMAIL: "a@b.c" } };
      await promisify(execFile)("git", ["commit", "--quiet", "--allow-empty", "--message=m"], options);
    };
    await git();
    expect(await all.started()).toEqual([STAGED]);
    await rename(all.cli, join(bin, "openai-key-guard.mjs"));
    const other = `#!/bin/sh\nexec node "${"$"}{0}.mjs" "$@"\n`;
    await writeFile(join(bin, "openai-key-guard"), other, { mode: 0o755 });
    await git();
    const log = await readFile(join(bin, "openai-key-guard.mjs.log"), "utf8");
    expect(log).toBe(`${JSON.stringify(STAGED)}\n`);
    await chmod(join(bin, "openai-key-guard"), 0o644);
    await expect(git()).rejects.toThrow("is missing.");
  });
});

test("a program at any path is one word to sh", () => {
  const paths = fc
    .string({ unit: "grapheme", minLength: 1 })
    .filter((path) => !/[\0\r\n]|^(?:[A-Za-z]:)?\\/.test(path));
  // For a regular expression a line ends at more characters than for sh.
  const tried = ["\u2028\u2029", ...fc.sample(paths, 100)];
  const lines = tried.map((path) => {
    const script = createHookScript("pre-commit", { node: path, cli: "x" });
    return `${script.split("\n").find((one) => one.startsWith("node=")) ?? ""}\nprintf '%s\\0' "$node"\n`;
  });
  const printed = execFileSync("sh", { input: lines.join(""), encoding: "utf8" });
  expect(printed.split("\0").slice(0, -1)).toEqual(tried);
});

test("a hook for Windows names programs as its sh takes them", () => {
  const script = createHookScript("pre-push", {
    node: "C:\\Program Files\\nodejs\\node.exe",
    cli: "C:\\it's\\dist\\cli.js",
  });
  expect(script).toContain("node='C:/Program Files/nodejs/node.exe'\n");
  expect(script).toContain("cli='C:/it'\\''s/dist/cli.js'\n");
  expect(script).not.toContain("\r");
});
