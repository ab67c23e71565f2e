import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Check } from "../../../src/doctor/check.ts";
import type { DoctorContext } from "../../../src/doctor/context.ts";
import { checkRepository } from "../../../src/doctor/repository/repository.ts";
import { installHooks } from "../../../src/hooks/hooks.ts";
import { createDoctorContext, findCheck, statesOf } from "../../support/doctor-context.ts";
import { type GitRepo, gitRepo } from "../../support/git-repo.ts";

async function check(repo: string, choices: Partial<DoctorContext> = {}): Promise<readonly Check[]> {
  return await checkRepository(createDoctorContext({ repo, ...choices }));
}

const IGNORE_FILE = ".github/openai-key-guard.yml";
const ENTRIES = `ignore:
  - fingerprint: "0123456789abcdef"
    reason: an example
  - fingerprint: "1123456789abcdef"
    reason: over
    until: 2026-01-01
exclude: ["docs/**"]
protect: [proj_1, proj_2]
`;

let origin: GitRepo;
beforeAll(async () => {
  origin = await gitRepo({ "a.ts": "clean\n" });
  await origin.commit({ "b.ts": "clean\n" });
});
afterAll(() => origin[Symbol.asyncDispose]());

describe("the folder", () => {
  test("outside a repository is unknown, and no problem", async () => {
    expect(await check("/")).toMatchObject([
      { id: "repository", state: "unknown", fix: "Run this in a repository, or name one with --repo." },
    ]);
    expect(statesOf(await check("/", { medium: "workflow" }))).toEqual({ repository: "ok" });
  });

  test("that was named and does not exist is a problem", async () => {
    expect(await check("/no/such", { isRepoGiven: true })).toMatchObject([
      { state: "problem", detail: 'There is no folder "/no/such".' },
    ]);
  });

  test("with a repository passes everything", async () => {
    await using clone = await origin.clone();
    const checks = await check(clone.dir);
    expect(statesOf(checks)).toEqual({
      repository: "ok",
      clone: "ok",
      "default-range": "ok",
      hooks: "ok",
      "ignore-file": "ok",
    });
    expect(findCheck(checks, "default-range").detail).toBe(
      "Without a range, scan reads origin/main..HEAD. It compares with the upstream of this branch.",
    );
    expect(findCheck(await check(origin.dir), "default-range").detail).toContain("reads every commit of this branch");
  });

  test("without a commit says what to scan instead", async () => {
    await using empty = await gitRepo();
    expect(findCheck(await check(empty.dir), "default-range")).toMatchObject({
      state: "unknown",
      detail: "The repository has no commit yet.",
    });
  });
});

describe("a repository that git does not read", () => {
  test("is told in git's words, and the other checks are made", async () => {
    await using repo = await gitRepo({ "a.ts": "clean\n" });
    await repo.write({ ".git/config": "[core]\n\tbare = perhaps\n" });
    const checks = await check(repo.dir);
    expect(findCheck(checks, "default-range")).toMatchObject({
      state: "problem",
      detail: expect.stringContaining("bad boolean config value"),
    });
    expect(findCheck(checks, "clone").state).toBe("ok");
  });
});

describe("the clone", () => {
  test.each([
    ["--depth=1", "The clone is shallow.", "Run git fetch --unshallow."],
    ["--filter=blob:none", "The clone is partial.", "Clone the repository again without --filter."],
  ])("with %s is told, with the way to repair it", async (option, start, fix) => {
    await using clone = await origin.clone(option);
    const found = findCheck(await check(clone.dir), "clone");
    expect(found).toMatchObject({ state: "problem", fix });
    expect(found.detail.startsWith(start)).toBe(true);
    // The Action fetches what it needs.
    expect(findCheck(await check(clone.dir, { medium: "workflow" }), "clone").state).toBe("ok");
  });
});

describe("the ignore file", () => {
  test("is told with what it holds, as HEAD has it", async () => {
    await using repo = await gitRepo({ [IGNORE_FILE]: ENTRIES });
    expect(findCheck(await check(repo.dir), "ignore-file")).toMatchObject({
      state: "ok",
      detail: `The ignore file ${IGNORE_FILE} is valid in HEAD. Ignored keys: 2 (1 expired), excluded paths: 1, protected entries: 2.`,
    });
  });

  test("is a problem where HEAD's is broken, with the place", async () => {
    await using repo = await gitRepo({ [IGNORE_FILE]: "ignore: [\n" });
    await repo.write({ [IGNORE_FILE]: ENTRIES });
    const found = findCheck(await check(repo.dir), "ignore-file");
    expect(found).toMatchObject({ state: "problem", fix: expect.stringContaining("Repair it on the base branch.") });
    expect(found.detail).toMatch(/^The ignore file in HEAD is broken\. \.github\/openai-key-guard\.yml/);
  });

  test("is a problem where the copy that is not committed is broken", async () => {
    await using repo = await gitRepo({ [IGNORE_FILE]: ENTRIES });
    await repo.write({ [IGNORE_FILE]: "protect: 1\n" });
    const found = findCheck(await check(repo.dir), "ignore-file");
    expect(found).toMatchObject({ state: "problem", fix: "Repair it before you commit it." });
  });
});

describe("the hooks", () => {
  const environment = { PATH: process.env["PATH"], HOME: "/" };
  let repo: GitRepo;
  let programs: { node: string; cli: string };
  beforeAll(async () => {
    repo = await gitRepo({ "a.ts": "clean\n" });
    programs = { node: process.execPath, cli: path.join(repo.dir, "it's the cli.js") };
    await writeFile(programs.cli, "");
  });
  afterAll(() => repo[Symbol.asyncDispose]());

  const file = (name: string) => path.join(repo.dir, ".git/hooks", name);
  const hooks = async () => findCheck(await check(repo.dir, { environment }), "hooks");
  const install = async () => await installHooks({ repo: repo.dir, environment, ...programs });

  test("that work are told", async () => {
    expect((await hooks()).detail).toMatch(/^No hook is installed\./);
    await install();
    expect(await hooks()).toMatchObject({
      state: "ok",
      detail: "The hooks pre-commit and pre-push are installed and current.",
    });
  });

  test("of another version, without their program, and not executable, are told with one way to repair them", async () => {
    await install();
    const script = await readFile(file("pre-commit"), "utf8");
    await writeFile(file("pre-commit"), script.replace("scan --staged", "scan --staged --old"));
    await writeFile(file("pre-push"), (await readFile(file("pre-push"), "utf8")).replace("cli='", "cli='/gone"));
    await chmod(file("pre-push"), 0o644);
    expect(await hooks()).toMatchObject({
      state: "problem",
      detail:
        "The hooks need repair. From another version of openai-key-guard: pre-commit. Starts a Node or an openai-key-guard that is gone: pre-push. Not executable, so git does not run it: pre-push.",
      fix: "Run openai-key-guard hook install again.",
    });
  });

  test("of which one is gone are told", async () => {
    await install();
    await writeFile(file("pre-push"), "#!/bin/sh\n");
    expect((await hooks()).detail).toBe("The hooks need repair. Not installed: pre-push. The other hook is.");
  });

  test("of others are told as that", async () => {
    await writeFile(file("pre-push"), "#!/bin/sh\n");
    await writeFile(file("pre-commit"), "#!/bin/sh\nexit 0\n");
    expect(await hooks()).toMatchObject({ state: "unknown", detail: expect.stringMatching(/^Other hooks/) });
    await mkdir(path.join(repo.dir, ".husky"), { recursive: true });
    await repo.git("config", "core.hooksPath", ".husky");
    expect((await hooks()).detail).toMatch(/^The hooks here are kept by husky\./);
    await repo.write({ ".husky/pre-commit": "node_modules/.bin/openai-key-guard scan --staged\n" });
    expect((await hooks()).state).toBe("ok");
  });
});
