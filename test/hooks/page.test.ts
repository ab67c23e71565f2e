import { execFile } from "node:child_process";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { createProgram } from "../../src/cli/program.ts";
import { detectManager } from "../../src/hooks/managers.ts";
import { describeInstalledHook } from "../../src/messages/hooks.ts";
import {
  describeExcuse,
  describeRewriting,
  describeSkip,
  describeStoppedKeys,
  describeUnstaging,
  SENT_ANYWAY,
} from "../../src/messages/unpublished.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { DIST } from "../support/e2e-environment.ts";
import { type GitRepo, gitRepo } from "../support/git-repo.ts";

const TOP = resolve(import.meta.dirname, "../..");
const page = await readFile(join(TOP, "docs/hooks.md"), "utf8");
const manifest: readonly Hook[] = parse(await readFile(join(TOP, ".pre-commit-hooks.yaml"), "utf8"));

type Hook = {
  id: string;
  entry: string;
  language: string;
  pass_filenames: boolean;
  always_run: boolean;
  stages: string[];
};
type Lefthook = Record<string, { commands: Record<string, { run: string; use_stdin?: boolean }> }>;

/** The snippets of a section of the page, in order. */
function snippets(section: string): readonly string[] {
  const text = page.split(/^## /m).find((one) => one.startsWith(`${section}\n`)) ?? "";
  return [...text.matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, snippet = ""]) => snippet);
}

/** Runs a line as a hook of git in a repository, by sh, with what git says of a push. */
async function run(repo: GitRepo, line: string, { env = {}, input = "", args = ["origin", "url"] } = {}) {
  const options = { cwd: repo.dir, env: { PATH: process.env["PATH"], HOME: repo.dir, ...env } };
  const running = promisify(execFile)("sh", ["-c", line, "hook", ...args], options);
  running.child.stdin?.end(input);
  return await running.then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
  );
}

/** A repository whose package is one of its project, with a key that is staged, or committed. */
async function project(
  state: "staged" | "committed",
): Promise<{ repo: GitRepo; push: string; base: string; head: string }> {
  const repo = await gitRepo({ ".gitignore": "node_modules\n" });
  const base = await repo.oid("HEAD");
  await mkdir(join(repo.dir, "node_modules/.bin"), { recursive: true });
  await symlink(join(DIST, "cli.js"), join(repo.dir, "node_modules/.bin/openai-key-guard"));
  await writeFile(join(repo.dir, "a.txt"), createFakeKey("project", "page"));
  await repo.git("add", "--all");
  if (state === "committed") await repo.git("commit", "--quiet", "--message=leak");
  const head = await repo.oid("HEAD");
  return { repo, push: `refs/heads/main ${head} refs/heads/main ${base}\n`, base, head };
}

describe("the page about hooks", () => {
  test("has husky run what finds a staged key, and a key that is pushed", async () => {
    const [, commit = "", push = ""] = snippets("husky");
    await using staged = (await project("staged")).repo;
    expect(await run(staged, commit)).toMatchObject({ code: 1, stdout: expect.stringContaining("a.txt:1  sk-proj-") });
    await staged.git("rm", "--quiet", "--force", "a.txt");
    expect(await run(staged, commit)).toEqual({ code: 0, stdout: "" });
    const pushed = await project("committed");
    await using repo = pushed.repo;
    expect(await run(repo, push, { input: pushed.push })).toMatchObject({ code: 1 });
    expect(await run(repo, push, { input: "" })).toEqual({ code: 0, stdout: "" });
  });

  test("has lefthook run the same, and hand on what git says of a push", async () => {
    const [, husky = "", push = ""] = snippets("husky");
    const config: Lefthook = parse(snippets("lefthook")[1] ?? "");
    const commands = ["pre-commit", "pre-push"].map((hook) => config[hook]?.commands["openai-key-guard"]);
    expect(commands).toEqual([{ run: husky.trim() }, { run: push.trim().replace('"$1"', "{1}"), use_stdin: true }]);
  });

  test("names hooks of the pre-commit framework that are there, and run as it runs them", async () => {
    const { repos } = parse(snippets("pre-commit")[0] ?? "") as {
      repos: readonly { hooks: readonly { id: string }[] }[];
    };
    const [commit, push] = repos[0]?.hooks.map(({ id }) => manifest.find((one) => one.id === id)) ?? [];
    expect(commit).toMatchObject({
      language: "script",
      pass_filenames: false,
      always_run: true,
      stages: ["pre-commit", "manual"],
    });
    expect(push).toMatchObject({ language: "script", pass_filenames: false, always_run: true, stages: ["pre-push"] });
    const entry = (hook: Hook | undefined) => hook?.entry.replace("dist/", `${DIST}/`) ?? "";
    await using staged = (await project("staged")).repo;
    expect(await run(staged, entry(commit), { args: [] })).toMatchObject({ code: 1 });
    const { repo: made, base, head } = await project("committed");
    await using repo = made;
    const env = { PRE_COMMIT: "1", PRE_COMMIT_FROM_REF: base, PRE_COMMIT_TO_REF: head };
    expect(await run(repo, entry(push), { env })).toMatchObject({ code: 1 });
    expect(await run(repo, entry(push), { env: { ...env, PRE_COMMIT_TO_REF: base } })).toEqual({ code: 0, stdout: "" });
  });

  test("names every hook of the manifest, and each of them is a command that there is", () => {
    for (const { id, entry, language } of manifest) {
      expect(page).toContain(`${id}`);
      const [program, ...words] = entry.split(" ");
      expect(program).toBe(language === "node" ? "openai-key-guard" : "dist/cli.js");
      const scan = createProgram().commands.find((command) => command.name() === words[0]);
      expect(scan?.parseOptions(words.slice(1))).toEqual({ operands: [], unknown: [] });
      expect(words).toContain("--quiet");
    }
  });

  test("has for the server the script that stands in the examples", async () => {
    const [script] = snippets("On your own server");
    expect(script).toBe(await readFile(join(TOP, "examples/hooks/pre-receive"), "utf8"));
  });

  test("shows what the hooks really print", () => {
    const one = { count: 1, isHook: true, isNew: true, isSuspected: false };
    const fingerprint = "be8c41a40b2e0d60";
    const removed = { kind: "one", commit: "1a2b3c4", from: "1a2b3c4^" } as const;
    for (const text of [
      describeInstalledHook("pre-commit", '"/home/ada/shop/.git/hooks/pre-commit"', false),
      describeInstalledHook("pre-push", '"/home/ada/shop/.git/hooks/pre-push"', false),
      describeStoppedKeys({ publication: "commit", ...one }),
      describeStoppedKeys({ publication: "push", ...one }),
      describeUnstaging('In src/app.py, read os.environ["OPENAI_API_KEY"] instead.'),
      `${SENT_ANYWAY} ${describeRewriting(removed, "edit", null)}`,
      describeExcuse(fingerprint),
      describeSkip("commit"),
      describeSkip("push"),
    ])
      expect(page.split("\n").map((line) => line.trim())).toContain(text);
  });

  test("has the lines that are told to those who try to install beside another manager", () => {
    const linesFor = (name: string) => detectManager(name === "husky" ? "/x/.husky/_" : "", name)?.additions ?? [];
    const [, commit = "", push = ""] = snippets("husky");
    expect(linesFor("husky").map(({ lines }) => lines)).toEqual([[commit.trim()], [push.trim()]]);
    const [lefthook] = linesFor("lefthook");
    expect(parse(lefthook?.lines.join("\n") ?? "")).toEqual(parse(snippets("lefthook")[1] ?? ""));
    const [framework] = linesFor("File generated by pre-commit: https://pre-commit.com");
    expect({ repos: parse(framework?.lines.join("\n") ?? "") }).toEqual(parse(snippets("pre-commit")[0] ?? ""));
    const [simple] = linesFor("SKIP_SIMPLE_GIT_HOOKS");
    expect(JSON.parse(`{${simple?.lines.join("")}}`)).toEqual({
      "simple-git-hooks": { "pre-commit": commit.trim(), "pre-push": push.trim() },
    });
  });
});
