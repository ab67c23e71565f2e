import { describe, expect, test } from "vitest";
import { readLocalFileVersions } from "../../src/git/objects/file-versions.ts";
import { type FileVersion, parseBasePolicy } from "../../src/ignore-file/base-rules.ts";
import { openRange } from "../../src/sources/range/range.ts";
import { type Content, gitRepo } from "../support/git-repo.ts";

const NAME = ".github/openai-key-guard.yml";
const environment = { PATH: process.env["PATH"] };
const [A, B] = ["a".repeat(16), "b".repeat(16)];

const THEIRS = `ignore:\n  - fingerprint: ${A}\n    reason: demo\nexclude: [docs/**]\nprotect: [proj_production]\n`;
const MINE = `ignore:\n  - fingerprint: ${B}\n    reason: mine\nexclude: ["**"]\nprotect: []\n`;

/** What holds for a pull request that finds one of these in the base, and leaves another. */
async function trusted(base: Content, head: Content, before: Record<string, Content> = {}) {
  await using repo = await gitRepo({ "a.txt": "1\n", ...before, ...(base === null ? {} : { [NAME]: base }) });
  await repo.branch("feature");
  await repo.commit({ "a.txt": "2\n", [NAME]: head });
  const range = { base: await repo.oid("main"), head: await repo.oid("feature") };
  const { change } = await openRange({ repo: repo.dir, environment, includes: () => true, ...range });
  const versions = await readLocalFileVersions({ repo: repo.dir, environment }, change, NAME);
  const { ignore, ...rest } = await parseBasePolicy(versions.base, versions.head, NAME);
  return { ignore: ignore.map(({ fingerprint }) => fingerprint), ...rest };
}

const NOTHING = { ignore: [], exclude: [], protect: [] };

describe("a change that edits the ignore file in the same breath", () => {
  test.each([
    ["another list", MINE],
    ["no file", null],
    ["a link to what excuses all", { link: "../mine.yml" }],
  ])("changes nothing for itself by %s", async (_, head) => {
    const theirs = { ignore: [A], exclude: ["docs/**"], protect: ["proj_production"], mayContain: true };
    expect(await trusted(THEIRS, head)).toMatchObject(theirs);
  });

  test("cannot bring one where there was none", async () => {
    expect(await trusted(null, MINE)).toEqual({ ...NOTHING, gaps: [], mayContain: true });
  });

  test("cannot keep keys from being contained by breaking it, and is told that it breaks it", async () => {
    const { gaps, ...rest } = await trusted(THEIRS, "ignroe: []\n");
    expect(rest).toEqual({ ignore: [A], exclude: ["docs/**"], protect: ["proj_production"], mayContain: true });
    expect(gaps).toMatchObject([
      {
        kind: "unreadable",
        cause: "broken-ignore-file",
        detail: expect.stringContaining(`${NAME}, line 1: There is no word "ignroe"`),
      },
    ]);
  });

  test("cannot lead it elsewhere by a link that the base has", async () => {
    const { gaps, ...rest } = await trusted({ link: "../mine.yml" }, { link: "../mine.yml" }, { "mine.yml": MINE });
    expect(rest).toEqual({ ...NOTHING, mayContain: false });
    expect(gaps[0]?.detail).toContain("is a symbolic link");
  });
});

describe("a file that is wrong in the base", () => {
  test("excuses nothing and lets nothing be contained, for nobody knows what it protects", async () => {
    const { gaps, ...rest } = await trusted("protect: proj_production\n", "protect: proj_production\n");
    expect(rest).toEqual({ ...NOTHING, mayContain: false });
    expect(gaps[0]?.detail).toContain("line 1: protect must be a list");
    expect(gaps[0]?.cause).toBe("ignore-file");
  });

  test("can be mended by a change that passes", async () => {
    for (const head of [THEIRS, null]) {
      expect(await trusted("protect: proj_production\n", head)).toEqual({ ...NOTHING, gaps: [], mayContain: false });
    }
  });

  test.each([
    ["not text", Buffer.from([0xff, 0xfe, 0x41, 0x00]), "is not UTF-8 text"],
    [
      "a pointer of Git LFS",
      `version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\nsize 12\n`,
      "is stored in Git LFS",
    ],
    ["a megabyte", "#".repeat(1 << 20), "is larger than 512 KiB"],
  ])("may be %s", async (_, content, why) => {
    const { gaps, mayContain } = await trusted(content, content);
    expect([gaps[0]?.detail.includes(why), mayContain]).toEqual([true, false]);
  });

  test.each<FileVersion["kind"]>(["missing", "no-commit"])("or %s, which is no absence", async (kind) => {
    const { gaps, mayContain } = await parseBasePolicy({ kind } as FileVersion, null, NAME);
    expect(gaps[0]?.detail).toContain("could not be fetched");
    expect(mayContain).toBe(false);
  });
});

test("no file is no trouble", async () => {
  expect(await trusted(null, null)).toEqual({ ...NOTHING, gaps: [], mayContain: true });
});
