import { describe, expect, test } from "vitest";
import type { FileAtCommit } from "../../../src/git/objects/file-versions.ts";
import { fetchFile, fetchFileVersions } from "../../../src/sources/fetched/fetched-file.ts";
import { createScratchRepository, type RemoteOptions } from "../../../src/sources/fetched/scratch-repository.ts";
import { stage } from "./stage.ts";

const FILE = ".github/guard.yml";

function said(file: FileAtCommit): string {
  return file.kind === "file" ? file.bytes.toString() : file.kind;
}

describe("without a checkout", () => {
  const ends = (base: string, head: string) => [`+${head}:refs/scan/head`, `+${base}:refs/scan/base`];

  test("the file is fetched by its name, alone, and only where there is one", async () => {
    await using on = await stage({ "a.txt": "1\n" });
    const bare = await on.repo.oid("main");
    const base = await on.repo.commit({ [FILE]: "theirs\n" });
    await on.repo.branch("feature");
    const head = await on.repo.commit({ [FILE]: "mine\n" });
    await on.push("main", "feature:refs/pull/7/head");
    const options = on.options({ base, head });
    const { close, ...had } = await createScratchRepository(options, "sha1", async (filling) => {
      await filling.remote.fetch(ends(base, head), ["--depth=2", "--filter=blob:none"]);
      on.reset();
      const here = await fetchFileVersions(filling, { base, head }, FILE);
      const count = on.requests.filter((path) => path === "info/refs").length;
      on.reset();
      const none = await fetchFileVersions(filling, { base: bare, head }, FILE);
      return { here, count, none, requests: on.requests };
    });
    await close();
    expect([said(had.here.base), had.here.head?.kind, had.count]).toEqual(["theirs\n", "missing", 1]);
    expect([said(had.none.base), had.requests]).toEqual(["absent", []]);
  });

  test("and without anything fetched it can be had by a commit or a branch", async () => {
    await using on = await stage({ [FILE]: "theirs\n" });
    await on.push("main");
    const base = await on.repo.oid("main");
    const options: RemoteOptions = on.options({ base, head: base });
    for (const revision of [base, "refs/heads/main"])
      expect(said(await fetchFile(options, revision, FILE))).toBe("theirs\n");
    expect(said(await fetchFile(options, base, "other.yml"))).toBe("absent");
    expect(said(await fetchFile(options, "refs/heads/gone", FILE))).toBe("no-commit");
    expect(await on.left()).toEqual([]);
  });
});
