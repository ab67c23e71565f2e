import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { MissingCommit } from "../../../src/git/commits/revisions.ts";
import { openTexts } from "../../../src/sources/texts.ts";
import { gitRepo } from "../../support/git-repo.ts";
import { placeOf, scan, scanned, wide } from "../needles.ts";

const LONG = `NEEDLE${"x".repeat(44)}`;

// Every way by which a key is known to have slipped past a scanner that reads patches, trees or the API's list of commits.
describe("a key does not get past", () => {
  test("by leaving in the commit after the one it came with", async () => {
    await using repo = await gitRepo({ a: "1" });
    const commit = await repo.commit({ a: "NEEDLE" });
    await repo.commit({ a: "1" });
    expect((await scan(repo, "HEAD~2")).sightings).toMatchObject([{ path: "a", commit, inHead: false }]);
  });

  test("by standing in a merge commit alone", async () => {
    await using repo = await gitRepo({ a: "1" });
    const base = await repo.oid("HEAD");
    await repo.branch("side");
    await repo.commit({ b: "1" });
    await repo.switchTo("main");
    await repo.commit({ c: "1" });
    const commit = await repo.merge("side", { a: "NEEDLE" });
    expect((await scan(repo, base)).sightings).toMatchObject([{ path: "a", commit }]);
  });

  test("by coming over a branch that was merged into the change, with an older date", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.branch("side");
    await repo.write({ b: "NEEDLE" });
    await repo.git("add", "b");
    await repo.git("commit", "--quiet", "-m", "old", "--date=2001-01-01T00:00:00Z");
    const commit = await repo.oid("HEAD");
    await repo.switchTo("main");
    await repo.branch("feature");
    await repo.commit({ c: "1" });
    await repo.merge("side");
    expect((await scan(repo, "main", "feature")).sightings).toMatchObject([{ path: "b", commit }]);
  });

  test("by standing below a merge of the base into the branch", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.branch("feature");
    const commit = await repo.commit({ b: "NEEDLE" });
    await repo.switchTo("main");
    await repo.commit({ c: "1" });
    await repo.switchTo("feature");
    await repo.merge("main");
    await repo.commit({ d: "1" });
    expect((await scan(repo, "main", "feature")).sightings).toMatchObject([{ path: "b", commit }]);
  });

  test("by being in the oldest of three hundred commits, or in the three thousandth file", async () => {
    await using repo = await gitRepo({ a: "1" });
    const header = (n: number) =>
      `commit refs/heads/many\nmark :${n + 1}\ncommitter A <a@example.com> 1700000000 +0000\ndata 1\nm\n${n === 0 ? "" : `from :${n}\n`}`;
    const files = Array.from({ length: 3100 }, (_, n) => `M 100644 inline f/${n}\ndata 6\n${String(n).padStart(6)}\n`);
    const input = Array.from({ length: 300 }, (_, n) => {
      if (n === 0) return `${header(n)}M 100644 inline k\ndata 7\nNEEDLE1\n`;
      return n === 299 ? `${header(n)}${files.join("")}M 100644 inline z\ndata 7\nNEEDLE2\n` : header(n);
    });
    execFileSync("git", ["-C", repo.dir, "fast-import", "--quiet"], { input: input.join(""), stdio: "pipe" });
    const { sightings, coverage } = await scan(repo, "main", "many");
    expect(sightings.map(placeOf).toSorted()).toEqual(["k:1:1", "z:1:1"]);
    expect(coverage).toMatchObject({ commits: 300, blobs: 3102 });
  });

  test("by coming with the root commit, or with a commit that has no parent", async () => {
    await using repo = await gitRepo({ a: "NEEDLE1" });
    await repo.orphan("orphan");
    await repo.commit({ b: "NEEDLE2" });
    expect((await scan(repo, null, "main")).sightings.map(placeOf)).toEqual(["a:1:1"]);
    expect((await scan(repo, "main", "orphan")).sightings.map(placeOf)).toEqual(["b:1:1"]);
  });

  test.each([
    "*.pem -diff\n",
    "* binary\n",
    "* diff=none linguist-generated export-ignore\n",
  ])("by what the same change says in .gitattributes: %j", async (attributes) => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ ".gitattributes": attributes, "k.pem": "NEEDLE" });
    expect((await scan(repo, "HEAD^")).sightings.map(placeOf)).toEqual(["k.pem:1:1"]);
  });

  test("by being written in UTF-16", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ a: wide("a\nNEEDLE") });
    expect((await scan(repo, "HEAD^")).sightings).toMatchObject([{ path: "a", line: 2, column: 1 }]);
  });

  test("by a NUL in the first bytes of its file", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ a: "\0\0\nNEEDLE" });
    expect((await scan(repo, "HEAD^")).sightings.map(placeOf)).toEqual(["a:2:1"]);
  });

  test("by renaming the file and adding the key to it at once", async () => {
    const body = "the same\n".repeat(100);
    await using repo = await gitRepo({ a: body });
    await repo.rename("a", "b");
    await repo.commit({ b: `${body}NEEDLE` });
    expect((await scan(repo, "HEAD^")).sightings.map(placeOf)).toEqual(["b:101:1"]);
  });

  test("by making a file of a link, or a link of a file", async () => {
    await using repo = await gitRepo({ was: { link: "x" }, file: "1" });
    await repo.commit({ was: "NEEDLE1", file: { link: "NEEDLE2" } });
    expect((await scan(repo, "HEAD^")).sightings.map(placeOf).toSorted()).toEqual(["file:1:1", "was:1:1"]);
  });

  test("as the target of a new link", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ l: { link: "../NEEDLE/x" } });
    expect((await scan(repo, "HEAD^")).sightings.map(placeOf)).toEqual(["l:1:4"]);
  });

  test("in the message of a commit, nor as the name or address of its author or committer", async () => {
    await using repo = await gitRepo({ a: "1" });
    const message = "subject\n\nNEEDLE1";
    await repo.git("commit", "--quiet", "--allow-empty", "-m", message, "--author=NEEDLE2 <NEEDLE3@example.com>");
    const { sightings } = await scan(repo, "HEAD^");
    expect(sightings.map(placeOf).toSorted()).toEqual([
      "commit-message:3:1",
      "commit-message:null:null",
      "commit-message:null:null",
    ]);
  });

  test("in the message of a tag, a note, the name of a branch, of a folder or of a file", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ [`${LONG}1`]: "", [`${LONG}2/x`]: "" });
    await repo.git("tag", "-a", "v1", "-m", "NEEDLE");
    await repo.git("notes", "add", "-m", "NEEDLE");
    const names = [`refs/heads/${LONG}3`];
    const { sightings } = await scan(repo, "HEAD^", "HEAD", { names });
    expect(sightings.map(({ where, path }) => path ?? where).toSorted()).toEqual(
      [`${LONG}1`, `${LONG}2`, "commit-message", ...names, "tag-message"].toSorted(),
    );
  });

  test("in the title, the body or a comment of the pull request", async () => {
    const said = ["title", "body", "comment"].map((what, n) => {
      return { of: { what, url: null, author: "mallory", at: null }, text: `x NEEDLE${n}` };
    });
    const { sightings } = await scanned(openTexts({ texts: said }));
    expect(sightings.map(placeOf)).toEqual(said.map(() => "pull-request:1:3"));
  });

  test.each([
    "logo.svg",
    "paper.pdf",
    "sheet.xlsx",
    "package-lock.json",
    "vendor/lib.go",
    "node_modules/m/index.js",
    "config/gitleaks.toml",
    "test/fixtures/key.txt",
    ".gitmodules",
    "a.png",
    "dist/app.min.js.map",
  ])("by the name of its file: %s", async (path) => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ [path]: "NEEDLE" });
    expect((await scan(repo, "HEAD^")).sightings.map(placeOf)).toEqual([`${path}:1:1`]);
  });

  test("by what the change says to scanners: in settings, lists of what to ignore, and remarks", async () => {
    await using repo = await gitRepo({ a: "1" });
    const settings = Object.fromEntries(
      [".gitleaks.toml", ".gitleaksignore", ".secretlintrc.json", ".trufflehogignore", ".gitguardian.yaml"].map(
        (file) => [file, '[allowlist]\npaths = [".*"]\n'],
      ),
    );
    const remarks = ["gitleaks:allow", "nosecret", "trufflehog:ignore", "pragma: allowlist secret", "ggignore"];
    const secrets = Object.fromEntries(remarks.map((remark, n) => [`f${n}`, `NEEDLE${n} # ${remark}`]));
    await repo.commit({ ...settings, ...secrets, ".gitignore": "*\n" });
    await repo.git("add", "--force", "--all");
    await repo.git("commit", "--quiet", "--amend", "--no-edit");
    const { sightings } = await scan(repo, "HEAD^");
    expect(sightings.map(placeOf).toSorted()).toEqual(remarks.map((_, n) => `f${n}:1:1`));
  });

  test("by a force-push that takes it away, while the commits are here", async () => {
    await using repo = await gitRepo({ a: "1" });
    const base = await repo.oid("HEAD");
    const gone = await repo.commit({ b: "NEEDLE" });
    await repo.git("reset", "--quiet", "--hard", base);
    const head = await repo.commit({ c: "1" });
    expect((await scan(repo, head, gone)).sightings).toMatchObject([{ path: "b", commit: gone }]);
  });

  test("by a force-push whose old head is gone: that is told, and not taken for a clean change", async () => {
    await using repo = await gitRepo({ a: "1" });
    const head = await repo.commit({ c: "NEEDLE" });
    await expect(scan(repo, "1".repeat(40), head)).rejects.toBeInstanceOf(MissingCommit);
  });

  test("in a clone that was cut short: that is told, and not taken for a clean change", async () => {
    await using repo = await gitRepo({ a: "1" });
    for (const n of [1, 2, 3]) await repo.commit({ a: `NEEDLE${n}` });
    await using clone = await repo.clone("--depth=2");
    await expect(scan(clone, await repo.oid("main~3"), await repo.oid("main"))).rejects.toBeInstanceOf(MissingCommit);
    await expect(scan(clone, null)).rejects.toBeInstanceOf(MissingCommit);
  });

  test("in an object that cannot be read: that is a gap", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ b: "NEEDLE" });
    await repo.corrupt(await repo.oid("HEAD:b"));
    expect((await scan(repo, "HEAD^")).gaps).toMatchObject([{ kind: "unreadable" }]);
  });

  test("by a tree that git itself would not write: with slashes in its names, and names that come twice", async () => {
    await using repo = await gitRepo({ a: "1" });
    const base = await repo.oid("HEAD");
    const blob = async (content: string) => {
      await repo.write({ ".git/b": content });
      return Buffer.from(await repo.git("hash-object", "-w", ".git/b"), "hex");
    };
    const entry = (name: string, oid: Buffer) => Buffer.concat([Buffer.from(`100644 ${name}\0`), oid]);
    const entries = [
      entry("d", await blob("NEEDLE1")),
      entry("d/e", await blob("NEEDLE2")),
      entry("d", await blob("NEEDLE3")),
      entry(`d/${LONG}1`, await blob("")),
      entry(`${LONG}2/x`, await blob("")),
    ];
    await repo.write({ ".git/t": Buffer.concat(entries) });
    const tree = await repo.git("hash-object", "-t", "tree", "-w", "--literally", ".git/t");
    const commit = await repo.git("commit-tree", tree, "-p", base, "-m", "m");
    const { sightings } = await scan(repo, base, commit);
    expect(sightings.filter(({ where }) => where === "file").length).toBeGreaterThanOrEqual(3);
    const named = sightings.filter(({ where }) => where === "path").map(({ path }) => path);
    expect(named.toSorted()).toEqual([`${LONG}2`, `d/${LONG}1`]);
  });
});
