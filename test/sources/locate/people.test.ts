import { describe, expect, test } from "vitest";
import { type GitRepo, gitRepo } from "../../support/git-repo.ts";
import { scan } from "../needles.ts";

/** Writes a commit as it is, and gives its name. */
async function written(repo: GitRepo, raw: string | Buffer): Promise<string> {
  await repo.write({ ".git/raw": typeof raw === "string" ? Buffer.from(raw) : raw });
  return await repo.git("hash-object", "-t", "commit", "-w", "--literally", ".git/raw");
}

describe("the people of a commit", () => {
  test("are searched, each name and address, and have no line", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.write({ a: "2" });
    await repo.git("add", "a");
    await repo.git("-c", "user.name=x", "commit", "--quiet", "-m", "m", "--author=NEEDLE1 <NEEDLE2@example.com>");
    const commit = await repo.oid("HEAD");
    const { sightings, gaps } = await scan(repo, "HEAD^");
    const rest = { path: null, line: null, column: null, commit, author: "NEEDLE1", at: repo.timeOf(1), inHead: true };
    expect(sightings).toMatchObject([
      { where: "commit-message", ...rest },
      { where: "commit-message", ...rest },
    ]);
    expect(gaps).toEqual([]);
  });

  test("that come again are read once, and told for every commit", async () => {
    await using repo = await gitRepo({ a: "1" });
    const commits: string[] = [];
    for (const n of [1, 2, 3]) {
      await repo.write({ a: `v${n}` });
      await repo.git("commit", "--quiet", "-am", "m", "--author=NEEDLE <n@example.com>");
      commits.push(await repo.oid("HEAD"));
    }
    const { sightings, read } = await scan(repo, "HEAD~3");
    expect(read.filter(({ kind }) => kind === "commit-people")).toHaveLength(1);
    expect(sightings.map(({ commit }) => commit)).toEqual(commits);
  });

  test("and what else its headers say are searched, signatures as well", async () => {
    await using repo = await gitRepo({ a: "1" });
    const raw = await repo.git("cat-file", "commit", "HEAD");
    const signature = "gpgsig -----BEGIN-----\n NEEDLE0\n \n -----END-----";
    const merged = "mergetag object 1\n type commit\n tag v1\n tagger T <t> 1 +0000\n \n the tag says NEEDLE1";
    const other = "gpgsig-sha256 NEEDLE3\nx-note NEEDLE2\ntree NEEDLE4\nparent NEEDLE5\nencoding NEEDLE6\n\n";
    const head = await written(repo, raw.replace("\n\n", `\n${signature}\n${merged}\n${other}`));
    const { sightings, gaps } = await scan(repo, "main", head);
    expect(sightings).toHaveLength(7);
    for (const sighting of sightings)
      expect(sighting).toMatchObject({ where: "commit-message", commit: head, line: null });
    expect(gaps).toEqual([]);
  });

  test("of a commit without a message, or without people, are no trouble", async () => {
    await using repo = await gitRepo({ a: "1" });
    const tree = await repo.oid("HEAD^{tree}");
    for (const raw of [
      `tree ${tree}\nauthor NEEDLE <> 1 +0000\ncommitter C <> 1 +0000\n`,
      `tree ${tree}\n\nNEEDLE\n`,
    ]) {
      const { sightings, gaps } = await scan(repo, null, await written(repo, raw));
      expect(sightings).toMatchObject([{ where: "commit-message" }]);
      expect(gaps).toEqual([]);
    }
  });

  test("of a commit larger than what is held at once are read, and its message too", async () => {
    await using repo = await gitRepo({ a: "1" });
    const raw = await repo.git("cat-file", "commit", "HEAD");
    const head = await written(repo, `${raw.replace("Ada", "NEEDLE1")}\n${"long line\n".repeat(60_000)}NEEDLE2`);
    const { sightings, gaps } = await scan(repo, "main", head);
    expect(sightings.map(({ line }) => line)).toEqual([null, 60_002]);
    expect(gaps).toEqual([]);
  });
});
