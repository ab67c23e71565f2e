import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type GitRepo, gitRepo } from "../../support/git-repo.ts";
import { scan } from "../needles.ts";

/** A repository with everything a scan meets: a root commit, a merge, keys that the base had and had not, wide text. */
async function fullRepo(): Promise<GitRepo> {
  const repo = await gitRepo({ "old.txt": "NEEDLE1\n", "wide.txt": Buffer.from("\ufeffNEEDLE", "utf16le") });
  await repo.branch("feature");
  await repo.commit({ "new.txt": "NEEDLE2 moved NEEDLE1\n" }, "a NEEDLE3 message");
  await repo.switchTo("main");
  await repo.commit({ "other.txt": "2" });
  await repo.merge("feature", { "evil.txt": Buffer.from("\ufeffx NEEDLE", "utf16le") });
  return repo;
}

describe("a hostile repository", () => {
  test("has no program of its own run, whatever its configuration names, and changes no result", async () => {
    await using repo = await fullRepo();
    const expected = await scan(repo, "HEAD~2");
    expect(expected.sightings).toHaveLength(4);

    const pwned = join(repo.dir, ".git/pwned");
    const program = join(repo.dir, ".git/program");
    await writeFile(program, `#!/bin/sh\ntouch '${pwned}'\ncat\n`);
    await chmod(program, 0o755);
    const settings = `core.fsmonitor core.pager core.editor core.sshCommand core.askPass core.gitProxy
      core.alternateRefsCommand diff.external diff.x.command diff.x.textconv gpg.program filter.x.clean filter.x.smudge
      filter.x.process pager.log pager.grep pager.diff-tree interactive.diffFilter sequence.editor credential.helper
      merge.x.driver uploadpack.packObjectsHook alias.rev-list alias.cat-file alias.diff-tree alias.grep alias.ls-tree`;
    for (const name of settings.split(/\s+/))
      await repo.git("config", name, name.startsWith("alias") ? `!${program}` : program);
    for (const [name, value] of Object.entries({
      "core.hooksPath": join(repo.dir, ".git"),
      "core.attributesFile": join(repo.dir, ".git/attributes-of-config"),
      "core.worktree": "/",
      "log.showSignature": "true",
      "log.showRoot": "false",
      "log.mailmap": "true",
      "diff.renames": "copies",
      "diff.orderFile": "old.txt",
      "diff.relative": "true",
      "diff.noprefix": "true",
      "diff.ignoreSubmodules": "all",
      "color.ui": "always",
      "grep.patternType": "perl",
      "grep.fallbackToNoIndex": "true",
      "submodule.recurse": "true",
      "format.pretty": "raw",
      "i18n.logOutputEncoding": "UTF-16",
      "core.abbrev": "4",
      "core.quotePath": "true",
      "core.bigFileThreshold": "1",
      "core.commitGraph": "true",
    })) {
      await repo.git("config", name, value);
    }
    const attributes = "* diff=x filter=x merge=x -text working-tree-encoding=UTF-16\n";
    for (const file of ["info/attributes", "attributes-of-config"]) {
      await writeFile(join(repo.dir, ".git", file), attributes);
    }
    for (const hook of ["post-index-change", "reference-transaction", "fsmonitor-watchman", "post-checkout"]) {
      await writeFile(join(repo.dir, ".git", hook), await readFile(program), { mode: 0o755 });
      await writeFile(join(repo.dir, ".git/hooks", hook), await readFile(program), { mode: 0o755 });
    }

    const found = await scan(repo, "HEAD~2");
    expect(existsSync(pwned)).toBe(false);
    expect(found).toEqual(expected);
  });

  test("cannot swap objects by replace refs, grafts or a graft file", async () => {
    await using repo = await gitRepo({ a: "1" });
    const base = await repo.oid("HEAD");
    const leaking = await repo.commit({ b: "NEEDLE" });
    await repo.commit({ b: null });
    await repo.branch("clean", base);
    const clean = await repo.commit({ b: "nothing" });
    await repo.switchTo("main");
    await repo.git("replace", leaking, clean);
    await repo.git("replace", await repo.oid(`${leaking}^{tree}`), await repo.oid(`${clean}^{tree}`));
    await writeFile(join(repo.dir, ".git/info/grafts"), `${await repo.oid("main")} ${base}\n`);
    expect((await scan(repo, base, "main")).sightings).toMatchObject([{ path: "b", commit: leaking }]);
  });

  test("cannot have a missing object fetched, nor a program run for it", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ b: "NEEDLE" }, "a message with a NEEDLE, so that the base is searched");
    await using clone = await repo.clone("--filter=blob:none", "--no-checkout");
    const pwned = join(clone.dir, "pwned");
    await clone.git("config", "remote.origin.url", `ext::touch ${pwned}`);
    await clone.git("config", "protocol.ext.allow", "always");
    await clone.git("config", "remote.origin.uploadpack", `touch ${pwned};`);
    const { gaps } = await scan(clone, "HEAD^");
    expect(gaps.map(({ detail }) => detail).join("\n")).toMatch(/1 file of the base could not be read/);
    expect(existsSync(pwned)).toBe(false);

    // A git from before GIT_NO_LAZY_FETCH does not know the variable, and is held by the protocols it may use.
    await using shim = await shimmed("unset GIT_NO_LAZY_FETCH");
    const old = await scan(clone, "HEAD^", "HEAD", { environment: shim.environment });
    expect(old.gaps).toEqual(gaps);
    expect(old.sightings).toMatchObject([{ where: "commit-message", preexisting: false }]);
    expect(existsSync(pwned)).toBe(false);
  });

  test("that another user owns is read, since nothing of it is run", async () => {
    await using repo = await fullRepo();
    await using shim = await shimmed("export GIT_TEST_ASSUME_DIFFERENT_OWNER=1");
    const refused = () => execFileSync("git", ["log"], { cwd: repo.dir, env: { ...shim.environment }, stdio: "pipe" });
    expect(refused).toThrow(/dubious ownership/);
    expect((await scan(repo, "HEAD~2", "HEAD", { environment: shim.environment })).sightings).toHaveLength(4);
  });

  test("has no say through the environment either", async () => {
    await using repo = await fullRepo();
    await using other = await gitRepo({ a: "1" });
    const environment = {
      PATH: process.env["PATH"],
      GIT_DIR: join(other.dir, ".git"),
      GIT_OBJECT_DIRECTORY: join(other.dir, ".git/objects"),
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "core.bare",
      GIT_CONFIG_VALUE_0: "nonsense",
      GIT_TRACE: "1",
      OPENAI_ADMIN_KEY: "secret",
    };
    expect((await scan(repo, "HEAD~2", "HEAD", { environment })).sightings).toHaveLength(4);
  });
});

describe("git is started", () => {
  test("twice for a clean change, once more when its ends have names, and with no key among the arguments", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ b: "2" });
    await using shim = await shimmed('printf "%s\\n" "$*" >> "$LOG"');
    const { environment } = shim;
    await scan(repo, await repo.oid("HEAD^"), await repo.oid("HEAD"), { environment });
    expect(await shim.calls()).toHaveLength(2);
    await scan(repo, "main^", "main", { environment });
    expect(await shim.calls()).toHaveLength(5);
    await repo.commit({ c: "NEEDLE1" });
    await scan(repo, "main^", "main", { environment });
    const calls = await shim.calls();
    expect(calls.length).toBeLessThan(13);
    expect(calls.join("\n")).not.toContain("NEEDLE");
  });

  test("once more for a clean change where there are tags or notes, packed or not, and twice where there are none", async () => {
    await using repo = await gitRepo({ a: "1" });
    const base = await repo.oid("HEAD");
    const head = await repo.commit({
      b: "2",
      [`a name of a file that is too long to be no key: ${"x".repeat(60)}`]: "3",
    });
    await using shim = await shimmed('printf "%s\\n" "$*" >> "$LOG"');
    const { environment } = shim;
    let before = 0;
    const calls = async () => {
      await scan(repo, base, head, { environment, names: ["refs/heads/main"] });
      const made = (await shim.calls()).length - before;
      before += made;
      return made;
    };
    expect(await calls()).toBe(2);
    await repo.git("tag", "-a", "v0", "-m", "m", base);
    expect(await calls()).toBe(3);
    await repo.git("pack-refs", "--all");
    expect(await calls()).toBe(3);
    await repo.git("tag", "-d", "v0");
    await repo.git("pack-refs", "--all");
    expect(await calls()).toBe(2);
  });

  test("with no variable but those it needs", async () => {
    await using repo = await gitRepo({ a: "1" });
    await using shim = await shimmed('env >> "$LOG"');
    await scan(repo, null, "HEAD", {
      environment: { ...shim.environment, OPENAI_ADMIN_KEY: "secret", GITHUB_TOKEN: "x" },
    });
    const seen = (await shim.calls()).map((line) => line.split("=")[0]);
    expect(seen).not.toContain("OPENAI_ADMIN_KEY");
    expect(seen).not.toContain("GITHUB_TOKEN");
    expect(seen).toContain("GIT_NO_REPLACE_OBJECTS");
  });
});

/** A git on the PATH that does something first. */
async function shimmed(first: string) {
  const dir = await mkdtemp(join(tmpdir(), "shim-"));
  const log = join(dir, "log");
  const real = execFileSync("sh", ["-c", "command -v git"]).toString().trim();
  await writeFile(log, "");
  await writeFile(join(dir, "git"), `#!/bin/sh\nLOG='${log}'\n${first}\nexec '${real}' "$@"\n`, { mode: 0o755 });
  return {
    environment: { PATH: `${dir}:${process.env["PATH"]}`, HOME: dir },
    calls: async () => (await readFile(log, "utf8")).split("\n").filter((line) => line !== ""),
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }),
  };
}
