import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { createFakeKey } from "../src/sandbox/fake-keys.ts";
import { cli, createE2eEnvironment, DIST } from "./support/e2e-environment.ts";
import { gitRepo } from "./support/git-repo.ts";

const key = createFakeKey("project", "cli");

describe("scan", () => {
  test("ends with 0 when the change is clean, 1 when it leaks, and tells commit, path and line", async () => {
    await using repo = await gitRepo({ "a.txt": "1\n" });
    const base = await repo.oid("HEAD");
    await repo.commit({ "b.txt": "2\n" }, "clean");
    const clean = await cli(["scan", `${base}..HEAD`], { cwd: repo.dir });
    expect(clean).toMatchObject({ exitCode: 0, stderr: "" });
    expect(clean.stdout.trim().split("\n")).toHaveLength(1);
    const head = await repo.commit({ "c.txt": `x\ny ${key}\n` }, "leak");
    const leaked = await cli(["scan", `${base}..HEAD`], { cwd: repo.dir });
    expect(leaked.exitCode).toBe(1);
    expect(leaked.stdout).toContain(`c.txt:2:3  in ${head.slice(0, 7)}`);
  });

  test("by default reads what the upstream has not", async () => {
    await using origin = await gitRepo({ "a.txt": `${key}\n` });
    await using repo = await origin.clone();
    await repo.commit({ "b.txt": "2\n" }, "clean");
    expect(await cli(["scan"], { cwd: repo.dir })).toMatchObject({ exitCode: 0 });
    await repo.commit({ "c.txt": `${createFakeKey("admin", "x")}\n` }, "leak");
    const { exitCode, stdout } = await cli(["scan", "--format", "json"], { cwd: repo.dir });
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ coverage: { commits: 2 }, findings: [{ kind: "admin" }] });
  });

  test("reads files on disk and the standard input", async () => {
    await using repo = await gitRepo({ "a.txt": "1\n" });
    await writeFile(path.join(repo.dir, "new.txt"), `${key}\n`);
    const files = await cli(["scan", "--files", "*.txt"], { cwd: repo.dir });
    expect(files.exitCode).toBe(1);
    expect(files.stdout).toContain("new.txt:1:1");
    expect((await cli(["scan", "--files", "a.txt"], { cwd: repo.dir })).exitCode).toBe(0);
  });

  test("asks whose keys they are when there is an Admin API key, and lets pass what it is told to", async () => {
    await using all = await createE2eEnvironment(undefined, { isBundled: true });
    const ours = all.acme.accountKey(all.web, "bot", { name: "checkout" });
    await all.repo.commit({ "a.ts": ours.text }, "add");
    const env = {
      OPENAI_ADMIN_KEY: all.adminKey,
      OPENAI_BASE_URL: "http://127.0.0.1:1",
      OPENAI_CUSTOM_HEADERS: "Authorization: Bearer x",
    };
    const args = ["scan", `${all.base}..HEAD`, "--openai-base-url", all.openai.baseURL, "--detail", "full"];
    const { exitCode, stdout } = await all.cli([...args, "--fail-on", "never"], env);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("checkout");
    expect(stdout).toContain("works  yes: OpenAI accepts it");
    const revoked = await all.cli([...args, "--on-leak", "revoke"], env);
    expect(revoked.exitCode).toBe(1);
    expect(ours.deletedAt).not.toBe(null);
  });

  test("an object that is missing or damaged is a gap, and never a clean end", async () => {
    await using repo = await gitRepo({ "a.txt": "1\n" });
    const base = await repo.oid("HEAD");
    await repo.commit({ "b.txt": "2\n" }, "more");
    await repo.lose(await repo.oid("HEAD:b.txt"));
    const { exitCode, stdout } = await cli(["scan", `${base}..HEAD`, "--format", "json"], { cwd: repo.dir });
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ conclusion: "incomplete", gaps: [{ kind: "missing-object" }] });
    await using other = await gitRepo({ "a.txt": "1\n" });
    const start = await other.oid("HEAD");
    await other.commit({ "b.txt": "2\n", "c.txt": `${key}\n` }, "more");
    await other.corrupt(await other.oid("HEAD:b.txt"));
    const damaged = await cli(["scan", `${start}..HEAD`, "--format", "json", "--fail-on", "never"], { cwd: other.dir });
    expect(damaged.exitCode).toBe(2);
    expect(JSON.parse(damaged.stdout)).toMatchObject({
      conclusion: "leaked",
      findings: [{}],
      gaps: [{ kind: "unreadable" }, { kind: "no-admin-key" }],
    });
  });
});

describe("being used wrongly", () => {
  test.each([
    [["scna"], 'There is no command "scna". You probably mean: openai-key-guard scan'],
    [["scan", "--paths", "src/[a"], "src/[a"],
    [["scan", "--openai-base-url", "http://example.org/v1"], "must begin with https://"],
    [["scan", "nowhere..HEAD"], "nowhere"],
  ])("%o ends with exit code 2 and the mend", async (args, message) => {
    await using repo = await gitRepo({ "a.txt": "1\n" });
    const ran = await cli(args, { cwd: repo.dir });
    expect(ran).toMatchObject({ exitCode: 2, stdout: "" });
    expect(ran.stderr).toContain(message);
    expect(ran.stderr).not.toContain("    at ");
  });

  test("a folder that is no repository is named", async () => {
    const ran = await cli(["scan", "--repo", "/"], {});
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toMatch(/repository/);
  });

  test("a shallow clone that ends inside the range names fetch-depth", async () => {
    await using origin = await gitRepo({ "a.txt": "1\n" });
    const base = await origin.oid("HEAD");
    for (const name of ["b", "c", "d"]) await origin.commit({ [name]: "1\n" }, name);
    await using shallow = await origin.clone("--depth=2");
    const ran = await cli(["scan", `${base}..HEAD`], { cwd: shallow.dir });
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toContain("fetch-depth");
  });
});

test("help tells the exit codes, and version is the version", async () => {
  expect((await cli(["--help"], { isBundled: true })).stdout).toContain("Exit codes: 0 no key");
  const { exitCode, stdout } = await cli(["--version"], { isBundled: true });
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^openai-key-guard 0\.1\.0 \(src [0-9a-f]{40}\)\n$/);
});

test("a reader that stops early is no fault", async () => {
  await using repo = await gitRepo({
    "a.txt": Array.from({ length: 400 }, (_, index) => createFakeKey("project", String(index))).join("\n"),
  });
  const pipe = `"${process.execPath}" "${path.join(DIST, "cli.js")}" scan --quiet --files a.txt 2>&1 >/dev/null | cat; "${process.execPath}" "${path.join(DIST, "cli.js")}" scan --quiet --files a.txt 2>err | true; cat err`;
  const { stdout } = await promisify(execFile)("sh", ["-c", pipe], { cwd: repo.dir });
  expect(stdout).toBe("");
});

test("a standard output that is full ends with 2 and one sentence, whatever the command", async () => {
  await using repo = await gitRepo({ "a.txt": `${key}\n` });
  const program = `"${process.execPath}" "${path.join(DIST, "cli.js")}"`;
  const script = `for words in "scan --files a.txt --format json" "completion bash"; do ${program} $words 2>&1 >/dev/full; echo $?; done`;
  const { stdout } = await promisify(execFile)("sh", ["-c", script], { cwd: repo.dir });
  expect(stdout.split("\n")).toEqual([
    "Standard output could not be written (ENOSPC).",
    "2",
    "Standard output could not be written (ENOSPC).",
    "2",
    "",
  ]);
});

test("the demo tells the whole story and ends well", async () => {
  const { exitCode, stdout, stderr } = await cli(["demo"], { isBundled: true });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout.match(/revoked, and proven dead/g)).toHaveLength(2);
  expect(stdout).toMatch(/nightly .*works, untouched/);
  // The audit's day is fixed: it looks the same in every run.
  const audit = /^5\. .*audit[^]*?(?=^6\. )/m.exec(stdout)?.[0];
  expect(audit).toContain("✗ 3 errors and 5 warnings over 7 keys in 4 projects");
  expect(audit).toContain("unused: last used 143 days ago, on 7 Jul 2026");
  expect(audit).toContain("owner-inactive: its owner no longer has access to the project");
});
