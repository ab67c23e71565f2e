import { describe, expect, test } from "vitest";
import { gitRepo } from "../../support/git-repo.ts";
import { placeOf, scan } from "../needles.ts";

describe("a key is found", () => {
  test("with its line, column, commit, author and time", async () => {
    await using repo = await gitRepo({ "a.txt": "old\n" });
    const commit = await repo.commit({ "src/app.ts": "one\n  key = NEEDLE;\n" });
    const { sightings, gaps } = await scan(repo, "HEAD^");
    expect(sightings).toEqual([
      {
        where: "file",
        path: "src/app.ts",
        line: 2,
        column: 9,
        commit,
        author: "Ada",
        at: repo.timeOf(1),
        encoding: "plain",
        member: null,
        inHead: true,
        preexisting: false,
      },
    ]);
    expect(gaps).toEqual([]);
  });

  test("in the root commit, when there is no base", async () => {
    await using repo = await gitRepo({ a: "NEEDLE" });
    const commit = await repo.oid("HEAD");
    expect((await scan(repo, null)).sightings).toMatchObject([{ path: "a", commit, preexisting: false, inHead: true }]);
  });

  test("in a commit below the last one, though the next commit removed it", async () => {
    await using repo = await gitRepo({ a: "1" });
    const commit = await repo.commit({ b: "NEEDLE" });
    await repo.commit({ b: null });
    expect((await scan(repo, "main~2")).sightings).toMatchObject([{ path: "b", commit, inHead: false }]);
  });

  test("in a branch without a common commit that is merged", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.orphan("other");
    const commit = await repo.commit({ b: "NEEDLE" });
    await repo.switchTo("main");
    await repo.git("merge", "--quiet", "--allow-unrelated-histories", "--no-edit", "other");
    expect((await scan(repo, "HEAD^1")).sightings).toMatchObject([{ path: "b", commit }]);
  });

  test("in a file that was renamed and edited at once", async () => {
    const body = "line\n".repeat(50);
    await using repo = await gitRepo({ "old name": body });
    await repo.rename("old name", "new name");
    const commit = await repo.commit({ "new name": `${body}NEEDLE\n` });
    expect((await scan(repo, "HEAD^")).sightings).toMatchObject([{ path: "new name", line: 51, commit }]);
  });

  test.each([
    "*.env -diff",
    "*.env binary",
    "*.env -text -diff=x filter=x ident export-ignore",
  ])("though the same change says of the file: %s", async (attributes) => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ ".gitattributes": `${attributes}\n`, "x.env": "A=NEEDLE\n" });
    expect((await scan(repo, "HEAD^")).sightings.map(placeOf)).toEqual(["x.env:1:3"]);
  });

  test("in files that git takes for binary", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({
      nul: Buffer.from("\0\0\0\nNEEDLE"),
      wide: Buffer.from("\ufeffone\r\n\u0a0atwo NEEDLE", "utf16le"),
    });
    expect((await scan(repo, "HEAD^")).sightings.map(placeOf).toSorted()).toEqual(["nul:2:1", "wide:2:6"]);
  });

  test("in the target of a symbolic link, and where a link becomes a file", async () => {
    await using repo = await gitRepo({ a: { link: "b" } });
    await repo.commit({ a: "NEEDLE in a file", l: { link: "/tmp/NEEDLE" } });
    expect((await scan(repo, "HEAD^")).sightings.map(placeOf).toSorted()).toEqual(["a:1:1", "l:1:6"]);
  });

  test("at the end of a line of three megabytes", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ "app.min.js": `\n${"x".repeat(3_000_000)}NEEDLE` });
    expect((await scan(repo, "HEAD^")).sightings.map(placeOf)).toEqual(["app.min.js:2:3000001"]);
  });

  test("in a commit message, where the subject is line 1", async () => {
    await using repo = await gitRepo({ a: "1" });
    const commit = await repo.commit({ a: "2" }, "Fix\n\nBody NEEDLE here\n");
    expect((await scan(repo, "HEAD^", "HEAD", { includes: () => false })).sightings).toEqual([
      {
        where: "commit-message",
        path: null,
        line: 3,
        column: 6,
        commit,
        author: "Ada",
        at: repo.timeOf(1),
        encoding: "plain",
        member: null,
        inHead: true,
        preexisting: false,
      },
    ]);
  });

  test("in the message of an annotated tag, when the head is its name", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.git("tag", "-a", "v1", "-m", "Release\n\nNEEDLE");
    const { sightings, gaps } = await scan(repo, null, await repo.oid("v1"));
    expect(sightings).toMatchObject([{ where: "tag-message", path: null, line: 3, column: 1, commit: null }]);
    expect(gaps).toEqual([]);
  });
});

describe("names and places", () => {
  test.each([
    '"quote"',
    "tab\there",
    "new\nline",
    "::error::x.txt",
    "ünïcode 🔑",
    ":(top)x",
    "back\\slash",
    " ",
  ])("a file may be called %j", async (path) => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ [path]: "NEEDLE", [`dir/${path}`]: "x NEEDLE" });
    const { sightings } = await scan(repo, "HEAD^");
    expect(sightings.map((sighting) => sighting.path).toSorted()).toEqual([path, `dir/${path}`].toSorted());
    expect(sightings.every(({ inHead }) => inHead)).toBe(true);
  });

  test("columns count UTF-16 code units, and a carriage return belongs to its line", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ crlf: "a\r\nb\r\n  NEEDLE\r\n", emoji: "\ufeffé🔑NEEDLE NEEDLE" });
    const { sightings } = await scan(repo, "HEAD^");
    expect(sightings.map(placeOf).toSorted()).toEqual(["crlf:3:3", "emoji:1:11", "emoji:1:4"]);
  });

  test("a blob that stands at two paths and came in two commits is read once and told four times", async () => {
    await using repo = await gitRepo({ x: "1" });
    const first = await repo.commit({ a: "NEEDLE", b: "NEEDLE" });
    await repo.commit({ a: null });
    const third = await repo.commit({ a: "NEEDLE", c: "NEEDLE", b: null });
    const { sightings, read } = await scan(repo, "main~3");
    expect(read.filter(({ kind }) => kind === "object")).toHaveLength(1);
    expect(sightings.map(({ path, commit, inHead }) => ({ path, commit, inHead }))).toEqual([
      { path: "a", commit: first, inHead: true },
      { path: "b", commit: first, inHead: false },
      { path: "a", commit: third, inHead: true },
      { path: "c", commit: third, inHead: true },
    ]);
  });

  test("a change of mode alone brings nothing", async () => {
    await using repo = await gitRepo({ x: "1" });
    const commit = await repo.commit({ a: "NEEDLE" });
    await repo.git("update-index", "--chmod=+x", "a");
    await repo.git("commit", "--quiet", "-m", "mode");
    expect((await scan(repo, "main~2")).sightings).toMatchObject([{ commit }]);
  });

  test("paths that are not looked at have no sightings", async () => {
    await using repo = await gitRepo({ x: "1" });
    await repo.commit({ "a/x": "NEEDLE", "b/x": "NEEDLE", "b/y": "1 NEEDLE" });
    const { sightings, gaps } = await scan(repo, "HEAD^", "HEAD", { includes: (path) => path.startsWith("a/") });
    expect(sightings.map(placeOf)).toEqual(["a/x:1:1"]);
    expect(gaps).toEqual([]);
  });

  test("a folder inside the repository stands for all of it", async () => {
    await using repo = await gitRepo({ "sub/a": "old", x: "NEEDLE1" });
    await repo.commit({ y: "NEEDLE1 again", "sub/b": "NEEDLE2" });
    const { sightings } = await scan({ dir: `${repo.dir}/sub` }, "HEAD^");
    expect(sightings).toHaveLength(2);
    expect(sightings).toContainEqual(expect.objectContaining({ path: "sub/b", inHead: true, preexisting: false }));
    expect(sightings).toContainEqual(expect.objectContaining({ path: "y", inHead: true, preexisting: true }));
  });

  test("an author's name is read in the encoding its commit declares", async () => {
    await using repo = await gitRepo({ x: "1" });
    await repo.commit({ a: "NEEDLE" });
    const raw = await repo.git("cat-file", "commit", "HEAD");
    const declared = raw.replace("Ada", "René").replace("\n\n", "\nencoding ISO-8859-1\n\n");
    await repo.write({ ".git/raw": Buffer.from(declared, "latin1") });
    const commit = await repo.git("hash-object", "-t", "commit", "-w", ".git/raw");
    expect((await scan(repo, "HEAD^", commit)).sightings).toMatchObject([{ author: "René", commit }]);
  });
});
