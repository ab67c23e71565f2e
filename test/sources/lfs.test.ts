import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePointer } from "../../src/sources/lfs.ts";
import { type GitRepo, gitRepo } from "../support/git-repo.ts";
import { placeOf, scan } from "./needles.ts";

const VERSION = "version https://git-lfs.github.com/spec/v1";

/** The pointer that stands for content, and where Git LFS keeps that on this machine. */
function kept(content: string) {
  const oid = createHash("sha256").update(content).digest("hex");
  const pointer = `${VERSION}\noid sha256:${oid}\nsize ${Buffer.byteLength(content)}\n`;
  return { oid, pointer, file: `.git/lfs/objects/${oid.slice(0, 2)}/${oid.slice(2, 4)}/${oid}` };
}

async function scanned(repo: GitRepo, includes: (path: string) => boolean = () => true) {
  return await scan(repo, "HEAD^", "HEAD", { includes });
}

describe("a Git LFS pointer", () => {
  test("whose content is elsewhere is a gap that names the path", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ "data/model.bin": kept("NEEDLE").pointer });
    const { gaps, sightings } = await scanned(repo);
    expect(sightings).toEqual([]);
    expect(gaps).toEqual([
      {
        kind: "lfs",
        path: "data/model.bin",
        detail: '"data/model.bin" was not read: its content is in Git LFS.',
      },
    ]);
  });

  test("at a path that does not count is none", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ "data/model.bin": kept("NEEDLE").pointer });
    expect((await scanned(repo, (path) => !path.startsWith("data/"))).gaps).toEqual([]);
  });

  test("whose content is here is read, and a key in it stands at the pointer's path", async () => {
    const content = `first\n${"x".repeat(3_000_000)}\n  NEEDLE1 and\nNEEDLE2`;
    const { pointer, file } = kept(content);
    await using repo = await gitRepo({ a: "1" });
    await repo.write({ [file]: content });
    const commit = await repo.commit({ "data/big.csv": pointer });
    const { sightings, gaps, coverage } = await scanned(repo);
    expect(sightings.map(placeOf)).toEqual(["data/big.csv:3:3", "data/big.csv:4:1"]);
    expect(sightings).toMatchObject([{ commit, inHead: true, preexisting: false }, { commit }]);
    expect(gaps).toEqual([]);
    expect(coverage).toMatchObject({ blobs: 2 });
  });

  test("whose content is here, and is not the right one, is a gap", async () => {
    const { pointer, file } = kept("NEEDLE");
    await using repo = await gitRepo({ a: "1" });
    await repo.write({ [file]: "noodle" });
    await repo.commit({ x: pointer });
    expect((await scanned(repo)).gaps).toMatchObject([{ kind: "lfs", detail: expect.stringContaining('"x"') }]);
  });

  test("is read in a linked work tree, where the content is in the repository it came from", async () => {
    const { pointer, file } = kept("NEEDLE");
    await using repo = await gitRepo({ a: "1" });
    await repo.write({ [file]: "NEEDLE" });
    await repo.commit({ x: pointer });
    await repo.git("worktree", "add", "--quiet", ".git/linked");
    expect((await scan({ dir: `${repo.dir}/.git/linked` }, "HEAD^")).sightings.map(placeOf)).toEqual(["x:1:1"]);
  });

  test("that a later commit replaced by the file itself is told all the same", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.commit({ x: kept("NEEDLE").pointer });
    await repo.commit({ x: "plain" });
    expect((await scan(repo, "HEAD~2")).gaps).toMatchObject([{ kind: "lfs" }]);
  });
});

describe("what is a pointer", () => {
  const oid = `oid sha256:${"0a".repeat(32)}`;

  test.each([
    [`${VERSION}\n${oid}\nsize 12345\n`],
    [`${VERSION}\next-0-foo sha256:${"0b".repeat(32)}\n${oid}\nsize 0\n`],
    [`${VERSION}\n${oid}\nsize 1\nx-later 1\n`],
  ])("%j is", (text) => {
    expect(parsePointer(Buffer.from(text))).toMatchObject({ oid: "0a".repeat(32) });
  });

  test.each([
    ["", "nothing"],
    [`${VERSION}\n`, "no oid"],
    [`${VERSION}\n${oid}\n`, "no size"],
    [`${VERSION}\nsize 1\n${oid}\n`, "keys out of order"],
    [`${VERSION}\n${oid}\nsize 1`, "no line feed at the end"],
    [`${VERSION}\r\n${oid}\r\nsize 1\r\n`, "carriage returns"],
    [`${VERSION}\n${oid}\nsize -1\n`, "a size that is none"],
    [`${VERSION}\n${oid.slice(0, -1)}\nsize 1\n`, "an oid that is cut"],
    [`${VERSION}\n${oid.toUpperCase()}\nsize 1\n`, "capital letters"],
    [`${VERSION}\n${oid}\nsize 1\n\nmore text`, "text after it"],
    [` ${VERSION}\n${oid}\nsize 1\n`, "something before it"],
    [`version https://example.com/spec/v1\n${oid}\nsize 1\n`, "another version"],
    [`${VERSION}\n${oid}\nsize 1\n${"x 1\n".repeat(300)}`, "a kilobyte and more"],
  ])("%j is not: %s", (text) => {
    expect(parsePointer(Buffer.from(text))).toBeNull();
  });

  test("is told of any bytes without failing", () => {
    const part = fc.constantFrom(`${VERSION}\n`, `${oid}\n`, "size 1\n", "a b\n", "\n", "\0", "é");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const isOne = parsePointer(Buffer.from(parts.join(""))) !== null;
        const lines = parts.join("").split("\n");
        expect(isOne && (lines[0] !== VERSION || !lines.includes(oid) || !lines.includes("size 1"))).toBe(false);
      }),
    );
  });
});
