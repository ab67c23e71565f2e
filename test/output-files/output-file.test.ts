import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { UsageError } from "../../src/errors.ts";
import { findCheckout, resolveOutputPath } from "../../src/output-files/links.ts";
import { OutputFile, refuseSameFile } from "../../src/output-files/output-file.ts";

let folder: string;
/** A checkout in the folder, and a folder outside of it. */
let checkout: string;
let outside: string;
const folders: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "outputs-"));
  folders.push(folder);
  [checkout, outside] = [path.join(folder, "checkout"), path.join(folder, "outside")];
  await mkdir(path.join(checkout, ".git", "hooks"), { recursive: true });
  await mkdir(outside);
});
afterAll(async () => {
  for (const one of folders) await rm(one, { recursive: true, force: true });
});

const open = async (file: string) => await OutputFile.open({ name: "report-file", file }, [checkout]);
const text = async (file: string) => await readFile(file, "utf8");

async function refusal(opening: Promise<unknown>): Promise<string> {
  const error = await opening.catch((one: unknown) => one);
  expect(error).toBeInstanceOf(UsageError);
  return (error as UsageError).message;
}

describe("a file that is to be written", () => {
  test("keeps its content until the new one is there, its mode ever after, and has nothing beside it", async () => {
    const file = path.join(checkout, "report.json");
    await writeFile(file, "old");
    await chmod(file, 0o640);
    const output = await open(file);
    expect(await text(file)).toBe("old");
    await output.write("new");
    expect(await text(file)).toBe("new");
    expect((await stat(file)).mode & 0o777).toBe(0o640);
    expect(await readdir(checkout)).toEqual([".git", "report.json"]);
  });

  test("is not made before there is something to write, nor missed when somebody removes it", async () => {
    const file = path.join(checkout, "report.json");
    const output = await open(file);
    expect(await readdir(checkout)).toEqual([".git"]);
    await writeFile(file, "of somebody else");
    await rm(file);
    await output.write("new");
    expect(await text(file)).toBe("new");
  });

  test.each<[string, () => Promise<string> | string, RegExp]>([
    [
      "in a folder that is not there",
      () => path.join(folder, "none", "a"),
      /folder does not exist. Create the folder first/,
    ],
    ["a folder", () => outside, /This is a folder. Name a file in it/],
    ["a folder that is not there, by its slash", () => path.join(folder, "new/"), /This is a folder/],
    ["below a file", async () => path.join(await made(), "b"), /A part of this path is a file/],
    ["a name of 300 letters", () => path.join(folder, "n".repeat(300)), /name is too long/],
    ["a pipe that nobody reads", async () => await pipe(), /nobody reads/],
    ["a name with a zero byte", () => `${folder}/a\0b`, /cannot be opened/],
    ["links in a circle", async () => await circle(), /lead in a circle/],
  ])("%s is refused", async (_name, make, words) => {
    const file = await make();
    const message = await refusal(open(file));
    expect(message).toMatch(words);
    expect(message).toContain(`report-file is ${JSON.stringify(file)}`);
  });

  test("may be a device, and is told when that is full", async () => {
    const output = await open("/dev/full");
    await expect(output.write("new")).rejects.toMatchObject({ code: "ENOSPC" });
    await (await open("/dev/null")).write("new");
  });

  test("may be a pipe that somebody reads, whatever the length", async () => {
    const file = await pipe();
    const reading = promisify(execFile)("cat", [file], { maxBuffer: 1 << 22 });
    const opened = await waitForReader(file);
    await opened.write("x".repeat(1 << 20));
    expect((await reading).stdout).toHaveLength(1 << 20);
  });
});

async function made(): Promise<string> {
  const file = path.join(folder, "a.txt");
  await writeFile(file, "");
  return file;
}

async function pipe(): Promise<string> {
  const file = path.join(folder, "pipe");
  await promisify(execFile)("mkfifo", [file]);
  return file;
}

async function circle(): Promise<string> {
  await symlink("two", path.join(outside, "one"));
  await symlink("one", path.join(outside, "two"));
  return path.join(outside, "one");
}

/** The reader is a process of its own, which takes a moment to open the pipe. */
async function waitForReader(file: string): Promise<OutputFile> {
  for (;;) {
    const opened = await open(file).catch(() => null);
    if (opened) return opened;
  }
}

describe("a link in the checkout, which a change may have brought,", () => {
  test.each([
    ["to a file", "victim"],
    ["to nothing", "new"],
    ["up and out", "../outside/victim"],
    ["into the checkout itself", "./.git/config"],
  ])("%s is not followed", async (_name, target) => {
    await writeFile(path.join(outside, "victim"), "old");
    const link = path.join(checkout, "results.sarif");
    await symlink(target.startsWith(".") ? target : path.join(outside, target), link);
    expect(await refusal(open(link))).toContain(
      "a symbolic link in the checkout. The change may have added it, so it is not followed",
    );
    expect(await readdir(outside)).toEqual(["victim"]);
    expect(await text(path.join(outside, "victim"))).toBe("old");
  });

  test("is not followed as a folder, nor behind one of the operator's own links", async () => {
    await symlink("../outside", path.join(checkout, "results"));
    await symlink(path.join(checkout, "results"), path.join(folder, "own"));
    for (const file of [path.join(checkout, "results", "x.sarif"), path.join(folder, "own", "deep.sarif")]) {
      expect(await refusal(open(file))).toMatch(/".*results" is a symbolic link in the checkout/);
    }
  });

  test("is known however the checkout is reached", async () => {
    await symlink(checkout, path.join(folder, "alias"));
    await symlink("../outside/x", path.join(checkout, "x"));
    const file = path.join(folder, "alias", "x");
    expect(await refusal(OutputFile.open({ name: "report-file", file }, [checkout]))).toContain("symbolic link");
    const alias = [path.join(folder, "alias")];
    expect(await refusal(OutputFile.open({ name: "report-file", file }, alias))).toContain("symbolic link");
  });

  test("is refused as well when it comes while the run goes on", async () => {
    const file = path.join(checkout, "report.json");
    const output = await open(file);
    await symlink("../outside/x", file);
    await expect(output.write("new")).rejects.toThrow(UsageError);
    expect(await readdir(outside)).toEqual([]);
  });
});

describe("a link of the operator", () => {
  test("outside the checkout is followed, to a file that is there or is not", async () => {
    await symlink(outside, path.join(folder, "tmp"));
    await symlink("outside/later.json", path.join(folder, "latest.json"));
    await (await open(path.join(folder, "tmp", "a.json"))).write("a");
    await (await open(path.join(folder, "latest.json"))).write("b");
    expect([await text(path.join(outside, "a.json")), await text(path.join(outside, "later.json"))]).toEqual([
      "a",
      "b",
    ]);
  });

  test("that leads to the checkout, or lies in its .git, is followed too", async () => {
    await symlink(checkout, path.join(folder, "work"));
    await (await open(path.join(folder, "work", "a.json"))).write("a");
    expect(await text(path.join(checkout, "a.json"))).toBe("a");
    await symlink(outside, path.join(checkout, ".git", "hooks", "shared"));
    expect(await resolveOutputPath("x", path.join(checkout, ".git", "hooks", "shared", "y"), [checkout])).toBe(
      path.join(outside, "y"),
    );
  });
});

test("two settings that name one file are refused, by whatever names", async () => {
  await writeFile(path.join(outside, "a"), "");
  await symlink(outside, path.join(folder, "alias"));
  const name = (file: string) =>
    OutputFile.open({ name: file.includes("alias") ? "sarif-file" : "report-file", file }, []);
  for (const file of ["a", "new"]) {
    const [one, two] = [await name(path.join(outside, file)), await name(path.join(folder, "alias", file))];
    expect(() => refuseSameFile([one, two])).toThrow(/^report-file and sarif-file are the same file, /);
  }
  refuseSameFile([await name(path.join(outside, "a")), await name(path.join(outside, "b"))]);
  refuseSameFile([await name("/dev/null"), await name("/dev/null")]);
});

test("the checkout around a folder is the nearest one", async () => {
  await mkdir(path.join(checkout, "a", "b"), { recursive: true });
  expect(await findCheckout(path.join(checkout, "a", "b"))).toBe(checkout);
  expect(await findCheckout(outside)).toBe(null);
});
