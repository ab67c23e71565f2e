import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fastGlob from "fast-glob";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { UsageError } from "../../src/errors.ts";
import { createPathFilter } from "../../src/sources/path-filter.ts";

const FILES = `a.ts b.js .env src/a.ts src/.hidden/x.ts src/deep/er/b.ts src/deep/er/b.js docs/a.md vendor/lib/x.js
  src/vendor/y.js src/[id].ts src/i.ts with-ü.ts src/(group)/p.ts c++/x`.split(/\s+/);

describe("paths are matched as fast-glob matches files", () => {
  let dir = "";
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), "paths-"));
    for (const file of FILES) {
      await mkdir(dirname(join(dir, file)), { recursive: true });
      await writeFile(join(dir, file), "");
    }
  });
  afterAll(() => rm(dir, { recursive: true }));

  test.each<[paths: string[], exclude: string[]]>([
    [["**"], []],
    [["*"], []],
    [["*.ts"], []],
    [["**/*.ts"], []],
    [["src/**"], []],
    [["./src/**"], []],
    [["src/*"], []],
    [["src/**/*.{ts,js}"], ["**/er/**"]],
    [["{src,docs}/**"], []],
    [["**", "!**/*.js"], []],
    [["**", "!vendor"], []],
    [["**"], ["vendor"]],
    [["**"], ["**/vendor"]],
    [["**"], ["src/deep"]],
    [["**"], [".*"]],
    [["**"], ["./src/**"]],
    [["**"], ["src/*"]],
    [["**/.env"], []],
    [["src/\\[id\\].ts"], []],
    [["src/[a-z].ts"], []],
    [["!(a).ts"], []],
    [["@(a|b).*"], []],
    [["**/?.ts"], []],
    [["**/*.TS"], []],
    [["c++/*"], []],
  ])("%j without %j", async (paths, exclude) => {
    const matched = await fastGlob(paths, { cwd: dir, dot: true, ignore: exclude });
    const includes = await createPathFilter(paths, exclude);
    const found = matched.map((path) => path.replace(/^\.\//, ""));
    expect(FILES.filter(includes).toSorted()).toEqual(found.toSorted());
  });
});

describe("paths", () => {
  test("without globs every path counts", async () => {
    const includes = await createPathFilter([], []);
    expect(FILES.every(includes)).toBe(true);
  });

  test.each([
    ["src"],
    ["src/"],
    ["./src"],
  ])("%s, a plain name, stands for the file or all that is below it", async (name) => {
    const includes = await createPathFilter([name], []);
    expect(FILES.filter(includes)).toEqual(FILES.filter((path) => path.startsWith("src/")));
    expect(includes("src")).toBe(true);
    expect(includes("src2/a")).toBe(false);
  });

  test.each([
    ["", "empty"],
    ["  ", "empty"],
    ["/etc/**", "absolute"],
    ["C:\\src", "absolute"],
    ["../x", "leaves"],
    ["src/../../x", "leaves"],
    ["{..,src}/x", "leaves"],
    ["src\\app\\**", "backslash"],
    ["src/[abc", "]"],
    ["src/{a,b", "}"],
    ["src/a,b}", "{"],
    ["src/+(a|b", ")"],
    ["src/**/", "slash"],
    ["a\nb", "control"],
  ])("the glob %j is refused by its name, and what is wrong is told", async (glob, why) => {
    for (const attempt of [
      createPathFilter([glob], []),
      createPathFilter([], [glob]),
      createPathFilter(["**", `!${glob}`], []),
    ]) {
      const error = await attempt.then(
        () => null,
        (error: unknown) => error as Error,
      );
      expect(error).toBeInstanceOf(UsageError);
      expect(error?.message).toContain(JSON.stringify(glob));
      expect(error?.message).toContain(why);
    }
  });

  test("globs that only leave out are refused: they would match nothing", async () => {
    await expect(createPathFilter(["!docs/**"], [])).rejects.toThrow(/"!docs\/\*\*" only leaves files out/);
  });

  test("an excluded glob with a ! is refused", async () => {
    await expect(createPathFilter([], ["!docs/**"])).rejects.toThrow(/Remove the !/);
  });
});

describe("a name may hold anything", () => {
  const ODD = [
    "a\nb",
    "a\rb",
    "a\u2028b",
    "a\u2029b",
    "\n",
    "\t",
    "😀",
    "-rf",
    "...",
    "*[?]{a}!(x)",
    'a"b',
    "a\\b",
    " a ",
    "\\xe9",
  ];

  test.each([
    "**",
    "**/*",
    "src/**",
    "src/*",
    "s?c/**",
    "{src,x}/**",
    "!(y)/**",
    "src",
  ])("and %s fits it", async (glob) => {
    const includes = await createPathFilter([glob], []);
    const excludes = await createPathFilter([], [glob]);
    const paths = ODD.map((name) => `src/${name}`);
    expect(paths.filter((path) => !includes(path) || excludes(path))).toEqual([]);
  });

  test("also one that git never writes: a forged tree has them", async () => {
    const includes = await createPathFilter(["**"], []);
    expect(["../a", "a/../b", "./a", "a//b", "..", "."].filter((path) => !includes(path))).toEqual([]);
  });

  test.each([
    ["a?b", "a\nb"],
    ["?.env", "😀.env"],
    ["caf\u00e9/*", "cafe\u0301/x"],
    ["cafe\u0301", "caf\u00e9/x"],
    ["app/(shop)/**", "app/(shop)/page.tsx"],
    ["app/[id]/**", "app/[id]/page.tsx"],
    ["caf\\xe9.env", "caf\\xe9.env"],
    ["*/caf\\xe9.*", "a/caf\\xe9.env"],
  ])("%j means %j", async (glob, path) => {
    expect((await createPathFilter([glob], []))(path)).toBe(true);
    expect((await createPathFilter([], [glob]))(path)).toBe(false);
  });

  test("and a byte's escape is no character of that code", async () => {
    expect((await createPathFilter(["*\\xe9"], []))("é")).toBe(false);
  });
});

test("a glob that is no expression is refused: it would match nothing", async () => {
  await expect(createPathFilter(["[z-a].env"], [])).rejects.toThrow(UsageError);
});
