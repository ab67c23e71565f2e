import { describe, expect, test } from "vitest";
import { openRange } from "../../../src/sources/range/range.ts";
import { gitRepo } from "../../support/git-repo.ts";
import { scan } from "../needles.ts";

describe("an annotated tag", () => {
  test("that points into the range is read: its name, its tagger and its message, whose subject is line 1", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ a: "2" });
    await repo.git("-c", "user.name=NEEDLE1", "tag", "-a", "vNEEDLE2", "-m", "Release\n\nNEEDLE3 here", "HEAD");
    const { sightings, gaps, coverage } = await scan(repo, "HEAD^");
    expect(sightings.map(({ where, line }) => `${where} ${line}`)).toEqual(["tag-message null", "tag-message 3"]);
    expect(sightings[1]).toMatchObject({ column: 1, commit: null, author: "Grace", at: repo.timeOf(2), path: null });
    expect(gaps).toEqual([]);
    expect(coverage).toMatchObject({ commits: 1, texts: 2 });
  });

  test("that points elsewhere, or is no more than a name, is not read", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.git("tag", "-a", "old", "-m", "NEEDLE");
    await repo.commit({ a: "2" });
    await repo.git("tag", "light");
    const { sightings, coverage } = await scan(repo, "HEAD^");
    expect(sightings).toEqual([]);
    expect(coverage.texts).toBe(1);
  });

  test("and a branch at a commit of the range are searched for keys in their names, packed or not", async () => {
    await using repo = await gitRepo({ a: "1" });
    const long = "x".repeat(40);
    await repo.git("branch", `old-NEEDLE0${long}`);
    await repo.commit({ a: "2" });
    await repo.git("tag", `light-NEEDLE1${long}`);
    await repo.git("branch", `fix/NEEDLE2${long}`);
    for (const pack of [false, true]) {
      if (pack) await repo.git("pack-refs", "--all");
      const { sightings, gaps } = await scan(repo, "HEAD^");
      expect(sightings.map(({ where, path }) => `${where} ${path}`).toSorted()).toEqual([
        `path refs/heads/fix/NEEDLE2${long}`,
        `path refs/tags/light-NEEDLE1${long}`,
      ]);
      expect(gaps).toEqual([]);
    }
  });

  test("that is the head itself is read once, whether it is packed or not", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.git("tag", "-a", "v1", "-m", "NEEDLE");
    for (const pack of [false, true]) {
      if (pack) await repo.git("pack-refs", "--all");
      const { sightings } = await scan(repo, null, await repo.oid("v1"));
      expect(sightings).toMatchObject([{ where: "tag-message", line: 1 }]);
    }
    expect((await scan(repo, null, "main")).sightings).toHaveLength(1);
  });

  test("of a tag is read as well, when the outer one is the head", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.git("tag", "-a", "inner", "-m", "NEEDLE1");
    await repo.git("-c", "advice.nestedTag=false", "tag", "-a", "outer", "-m", "NEEDLE2", "inner");
    await repo.git("tag", "-d", "inner");
    const { sightings } = await scan(repo, null, await repo.oid("outer"));
    expect(sightings.map(({ where }) => where)).toEqual(["tag-message", "tag-message"]);
  });
});

describe("a note", () => {
  test("on a commit of the range is read, in whatever ref of notes", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.git("notes", "add", "-m", "NEEDLE0 on an old commit", "HEAD");
    const commit = await repo.commit({ a: "2" });
    await repo.git("notes", "add", "-m", "first\nNEEDLE1", commit);
    await repo.git("notes", "--ref=review", "add", "-m", "NEEDLE2", commit);
    const { sightings, gaps, coverage } = await scan(repo, "HEAD^");
    const rest = { where: "commit-message", path: null, line: null, column: null, author: null, at: null };
    expect(sightings).toMatchObject([
      { ...rest, commit },
      { ...rest, commit },
    ]);
    expect(gaps).toEqual([]);
    expect(coverage.texts).toBe(3);
  });

  test("is found where git spread the notes over folders", async () => {
    await using repo = await gitRepo({ a: "1" });
    const commit = await repo.commit({ a: "2" });
    await repo.write({ ".git/note": "NEEDLE" });
    const oid = await repo.git("hash-object", "-w", ".git/note");
    const stream = [
      "commit refs/notes/commits\ncommitter A <a@example.com> 1700000000 +0000\ndata 1\nn",
      `M 100644 ${oid} ${commit.slice(0, 2)}/${commit.slice(2, 4)}/${commit.slice(4)}`,
    ].join("\n");
    await repo.write({ ".git/stream": `${stream}\n` });
    await repo.git("-c", "alias.feed=!git fast-import --quiet <.git/stream", "feed");
    expect((await scan(repo, "HEAD^")).sightings).toMatchObject([{ commit }]);
  });
});

describe("tags and notes that cannot be read", () => {
  test("are a gap", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ a: "2" });
    await repo.git("tag", "-a", "v1", "-m", "NEEDLE");
    await repo.lose(await repo.oid("v1"));
    const { sightings, gaps } = await scan(repo, "HEAD^");
    expect(sightings).toEqual([]);
    expect(gaps).toMatchObject([{ kind: "unreadable", detail: expect.stringContaining("tags and notes") }]);
  });
});

test("whatever is read has a name for a person", async () => {
  await using repo = await gitRepo({ a: "1" });
  const long = `${"long_".repeat(10)}"name"`;
  const commit = await repo.commit({ b: "2", [long]: "3" });
  await repo.git("tag", "-a", "v1", "-m", "m");
  await repo.git("notes", "add", "-m", "n");
  const environment = { PATH: process.env["PATH"] };
  const options = { repo: repo.dir, base: "HEAD^", head: "HEAD", environment, includes: () => true };
  const { source } = await openRange({ ...options, names: ["refs/heads/x"] });
  const names: unknown[] = [];
  for await (const blob of source.blobs()) names.push((await source.nameOf(blob))?.name);
  expect(names.toSorted()).toEqual(
    [
      '"b"',
      '"refs/heads/x"',
      JSON.stringify(long),
      JSON.stringify(long),
      `a note on commit ${commit}`,
      `the author or committer of commit ${commit}`,
      `the message of commit ${commit}`,
      `the tag ${await repo.oid("v1")}`,
    ].toSorted(),
  );
});
