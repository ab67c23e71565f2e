import { describe, expect, test } from "vitest";
import { type FileAtCommit, readLocalFileVersions } from "../../../src/git/objects/file-versions.ts";
import { openRange } from "../../../src/sources/range/range.ts";
import { importCommits } from "../../support/fast-import.ts";
import { type Files, type GitRepo, gitRepo } from "../../support/git-repo.ts";

const FILE = ".github/guard.yml";
const environment = { PATH: process.env["PATH"] };

async function versions({ dir }: { dir: string }, base: string | null, head: string | null = null, path = FILE) {
  const { base: before, head: after } = await readLocalFileVersions({ repo: dir, environment }, { base, head }, path);
  return [said(before), after && said(after)];
}

function said(file: FileAtCommit): string {
  if (file.kind === "file") return file.bytes.toString();
  return file.kind === "unfit" ? file.why : file.kind;
}

async function at(files: Files, path?: string): Promise<string | null | undefined> {
  await using repo = await gitRepo(files);
  return (await versions(repo, "HEAD", null, path))[0];
}

describe("a file of the base", () => {
  test("is read as the base has it, whatever the change makes of it", async () => {
    await using repo = await gitRepo({ [FILE]: "theirs\n", "a.txt": "1\n" });
    const base = await repo.oid("HEAD");
    await repo.branch("feature");
    for (const [files, after] of [
      [{ "a.txt": "2\n" }, null],
      [{ [FILE]: "mine\n" }, "mine\n"],
      [{ [FILE]: { link: "../a.txt" } }, "is a symbolic link"],
      [{ [FILE]: null }, "absent"],
    ] as const) {
      const head = await repo.commit(files);
      const { change } = await openRange({ repo: repo.dir, base, head, environment, includes: () => true });
      expect(await versions(repo, change.base, change.head)).toEqual(["theirs\n", after]);
    }
    await repo.write({ [FILE]: "in the work tree\n" });
    expect((await versions(repo, base))[0]).toBe("theirs\n");
  });

  test("is absent where it or its folder is, and where there is no base", async () => {
    expect(await at({ "a.txt": "1\n" })).toBe("absent");
    expect(await at({ ".github/other.yml": "1\n", ".github/guard.yml.old": "1\n" })).toBe("absent");
    expect(await at({ ".github": "a file\n" })).toBe("absent");
    await using repo = await gitRepo({ [FILE]: "1\n" });
    expect(await versions(repo, null, "HEAD")).toEqual(["absent", null]);
  });

  test("is found at the top, far below it, and by any name", async () => {
    expect(await at({ "guard.yml": "top\n" }, "guard.yml")).toBe("top\n");
    const odd = "a b/ü/-x\n/100644 guard.yml";
    expect(await at({ [odd]: "odd\n", "a b/ü/-x": "1\n" }, odd)).toBe("odd\n");
  });

  test("is nothing but a file: no link is followed, and none on the way", async () => {
    expect(await at({ [FILE]: { link: "../a.yml" }, "a.yml": "1\n" })).toBe("is a symbolic link");
    expect(await at({ ".github": { link: "real" }, "real/guard.yml": "1\n" })).toBe("stands below a symbolic link");
    expect(await at({ [`${FILE}/a`]: "1\n" })).toBe("is a folder");
    expect(await at({ [FILE]: "x".repeat(600 * 1024) })).toBe("is larger than 512 KiB");
    expect(await at({ [FILE]: "x".repeat(500 * 1024) })).toHaveLength(500 * 1024);
    expect(await at({ [FILE]: "" })).toBe("");
    await using repo = await gitRepo({ "a.txt": "1\n" });
    await repo.git("update-index", "--add", "--cacheinfo", `160000,${await repo.oid("HEAD")},guard.yml`);
    await repo.git("commit", "--quiet", "-m", "submodule");
    expect((await versions(repo, "HEAD", null, "guard.yml"))[0]).toBe("is a submodule");
  });

  test("is found among thousands of files, and in a repository with SHA-256", async () => {
    const names = Array.from({ length: 5000 }, (_, index) => `.github/file-with-a-long-name-${index}`);
    const files = { ...Object.fromEntries(names.map((name) => [name, ""])), [FILE]: "there\n" };
    await using large = await gitRepo();
    const [commit = ""] = importCommits(large, [{ ref: "refs/heads/main", files, time: 1 }]);
    expect((await versions(large, commit))[0]).toBe("there\n");
    await using repo = await gitRepo({ [FILE]: "long names\n" }, { objectFormat: "sha256" });
    expect((await versions(repo, await repo.oid("HEAD")))[0]).toBe("long names\n");
  });

  test("that the repository lacks is missing, and never absent", async () => {
    await using repo = await gitRepo({ [FILE]: "1\n" });
    for (const name of [`HEAD:${FILE}`, "HEAD:.github", "HEAD^{tree}"]) {
      await repo.lose(await repo.oid(name));
      expect((await versions(repo, "HEAD"))[0]).toBe("missing");
    }
    expect((await versions(repo, "d".repeat(40)))[0]).toBe("no-commit");
    expect((await versions(repo, "no-such-branch"))[0]).toBe("no-commit");
    expect((await versions(repo, "HEAD\nHEAD"))[0]).toBe("no-commit");
    await using empty = await gitRepo();
    expect((await versions(empty, "HEAD"))[0]).toBe("no-commit");
  });

  test("that a partial clone left out is missing", async () => {
    await using origin = await gitRepo({ [FILE]: "old\n" });
    const base = await origin.oid("HEAD");
    await origin.commit({ [FILE]: "new\n" });
    await using clone: GitRepo = await origin.clone("--filter=blob:none");
    expect(await versions(clone, base, "HEAD")).toEqual(["missing", expect.any(String)]);
    expect((await versions(clone, "HEAD"))[0]).toBe("new\n");
  });
});
