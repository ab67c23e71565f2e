import { execFile } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { computeFingerprint } from "../../src/domain/secret.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { cli, DIST, NODE } from "../support/e2e-environment.ts";
import { GitRepo, gitRepo } from "../support/git-repo.ts";
import { fencesOf } from "./workflows.ts";

const PAGE = "docs/ci-systems.md";
const ZEROS = "0".repeat(40);
const OLD = createFakeKey("project", "on main already");
const KEY = createFakeKey("project", "on the branch");

type Step = { script: string[] | string };
type GitLab = Record<"key-guard", { variables: Record<string, string>; script: string[] }>;
type Bitbucket = {
  clone: object;
  pipelines: Record<"pull-requests" | "branches", Record<string, { step: Step }[]>>;
};
type Azure = { steps: ({ checkout?: string; fetchDepth?: number } & Partial<Step>)[] };

/** A file of a CI system as the page shows it, by the name in its first line. */
function fileOf<Content>(name: string): Content {
  const fence = fencesOf(PAGE).find(({ text }) => text.startsWith(`# ${name}\n`));
  if (!fence) throw new Error(`${PAGE} shows no ${name}`);
  return parse(fence.text) as Content;
}

const gitlab = fileOf<GitLab>(".gitlab-ci.yml")["key-guard"];
const bitbucket = fileOf<Bitbucket>("bitbucket-pipelines.yml");
const azure = fileOf<Azure>("azure-pipelines.yml");

/**
 * The repository that the systems clone: main has a key since long ago, and one more commit than the branches know.
 * `feature` adds a key and removes it again, `clean` adds none, `stacked` begins at `feature`.
 */
type Server = { repo: GitRepo; before: string; main: string; feature: string; clean: string; stacked: string };

let server: Server;
let bin: string;

beforeAll(async () => {
  const repo = await gitRepo({ "README.md": "# Shop\n" });
  const before = await repo.commit({ "old.py": `key = "${OLD}"\n` }, "Add what is there for long");
  await repo.branch("feature");
  await repo.commit({ "a.py": `key = "${KEY}"\n` }, "Add");
  const feature = await repo.commit({ "a.py": null }, "Remove");
  await repo.branch("stacked");
  const stacked = await repo.commit({ "b.py": "import os\n" }, "Build on it");
  await repo.branch("clean", before);
  const clean = await repo.commit({ "c.py": "import os\n" }, "Add nothing secret");
  await repo.switchTo("main");
  const main = await repo.commit({ "later.py": "import sys\n" }, "Go on");
  await repo.git("config", "uploadpack.allowAnySHA1InWant", "true");
  server = { repo, before, main, feature, clean, stacked };

  bin = await mkdtemp(path.join(tmpdir(), "bin-"));
  const bundle = `[ -n "$BUNDLED" ] && exec "${NODE}" "${DIST}/cli.js" "$@"`;
  const shims = { npm: "exit 0", "openai-key-guard": `${bundle}\nprintf '%s\\0' "$@" >"$CALLS"` };
  for (const [name, script] of Object.entries(shims)) {
    await writeFile(path.join(bin, name), `#!/bin/sh\n${script}\n`);
    await chmod(path.join(bin, name), 0o755);
  }
});

afterAll(async () => {
  await server.repo[Symbol.asyncDispose]();
  await rm(bin, { recursive: true });
});

/**
 * Runs a job's script as the systems do: in one shell that ends at the first command which fails. Our command, the last
 * one, is run in this process, with the arguments that the shell gave it.
 */
async function runJob(repo: GitRepo, script: readonly string[] | string, variables: Readonly<Record<string, string>>) {
  const text = typeof script === "string" ? script : script.join("\n");
  const calls = path.join(repo.dir, ".git", "calls");
  const env = { PATH: `${bin}:${process.env["PATH"]}`, HOME: repo.dir, CALLS: calls, ...variables };
  const ran = await promisify(execFile)("bash", ["-eo", "pipefail", "-c", text], { cwd: repo.dir, env }).then(
    ({ stdout }) => ({ exitCode: 0, stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ exitCode: code, stdout }),
  );
  if (ran.exitCode !== 0 || variables["BUNDLED"]) return ran;
  const args = (await readFile(calls, "utf8")).split("\0").slice(0, -1);
  return await cli(args, { cwd: repo.dir, env: variables });
}

/** The exit codes and fingerprints of a run that found the branch's key alone. */
const foundBranchKey = {
  exitCode: 1,
  stdout: expect.toSatisfy(
    (text: string) => text.includes(computeFingerprint(KEY)) && !text.includes(computeFingerprint(OLD)),
  ),
};
const foundNothing = { exitCode: 0 };

/** A checkout as a runner makes it: `git init`, the refs it names, and a detached head. */
async function checkOut(refs: readonly string[], head: string, ...depth: string[]): Promise<GitRepo> {
  const repo = new GitRepo(await mkdtemp(path.join(tmpdir(), "checkout-")));
  await repo.git("init", "--quiet");
  await repo.git("remote", "add", "origin", `file://${server.repo.dir}`);
  await repo.git("fetch", "--quiet", ...depth, "origin", ...refs);
  await repo.git("checkout", "--quiet", "--detach", head);
  return repo;
}

describe("GitLab", () => {
  const depth = gitlab.variables["GIT_DEPTH"] === "0" ? [] : [`--depth=${gitlab.variables["GIT_DEPTH"] ?? "20"}`];
  const run = async (head: string, variables: Record<string, string>) => {
    await using repo = await checkOut([`+${head}:refs/pipelines/7`], head, ...depth);
    return await runJob(repo, gitlab.script, { GITLAB_CI: "true", CI_COMMIT_SHA: head, ...variables });
  };
  const mergeRequest = (target: string) => ({
    CI_PIPELINE_SOURCE: "merge_request_event",
    CI_MERGE_REQUEST_IID: "7",
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: target,
    CI_MERGE_REQUEST_DIFF_BASE_SHA: server.before,
    CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: "",
    CI_COMMIT_BEFORE_SHA: ZEROS,
  });

  test("fails a merge request that had a key in between, and passes one without", async () => {
    expect(await run(server.feature, mergeRequest("main"))).toMatchObject(foundBranchKey);
    expect(await run(server.clean, mergeRequest("main"))).toMatchObject(foundNothing);
  });

  test("reads what a merge request brings to another target, though the remembered base is that of the first", async () => {
    const request = mergeRequest("main");
    const retargeted = { ...request, CI_MERGE_REQUEST_DIFF_BASE_SHA: server.feature };
    expect(await run(server.stacked, retargeted)).toMatchObject(foundBranchKey);
  });

  test("reads the branch, not the merge, in a pipeline for merged results", async () => {
    const { repo } = server;
    await repo.git("switch", "--quiet", "--detach", "main");
    const merged = await repo.merge("feature");
    await repo.git("update-ref", "refs/merge-requests/7/merge", merged);
    await repo.switchTo("main");
    const variables = { ...mergeRequest("main"), CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: server.feature };
    expect(await run(merged, variables)).toMatchObject(foundBranchKey);
  });

  test("reads what a push brought, and everything where GitLab knows nothing from before", async () => {
    const push = { CI_PIPELINE_SOURCE: "push", CI_COMMIT_BRANCH: "main", CI_COMMIT_BEFORE_SHA: server.before };
    expect(await run(server.main, push)).toMatchObject(foundNothing);
    const scheduled = await run(server.main, { ...push, CI_PIPELINE_SOURCE: "schedule", CI_COMMIT_BEFORE_SHA: ZEROS });
    expect(scheduled).toMatchObject({ exitCode: 1, stdout: expect.stringContaining(computeFingerprint(OLD)) });
  });

  test("is not passed by a clone that is too shallow", async () => {
    await using repo = await checkOut([`+${server.feature}:refs/pipelines/7`], server.feature, "--depth=1");
    const variables = { CI_COMMIT_SHA: server.feature, ...mergeRequest("main") };
    expect((await runJob(repo, gitlab.script, variables)).exitCode).not.toBe(0);
  });

  test("finds a key in the description of a merge request", async () => {
    const script = fencesOf(PAGE).find(({ text }) => text.includes("CI_MERGE_REQUEST_DESCRIPTION"))?.text ?? "";
    const variables = {
      CI_MERGE_REQUEST_TITLE: "Try it",
      CI_MERGE_REQUEST_DESCRIPTION: `With ${KEY}, it works.`,
      BUNDLED: "1",
    };
    expect(await runJob(server.repo, script, variables)).toMatchObject(foundBranchKey);
  });
});

describe("Bitbucket", () => {
  const [pull] = bitbucket.pipelines["pull-requests"]["**"] ?? [];
  const [push] = bitbucket.pipelines.branches["main"] ?? [];
  const run = async (name: "feature" | "clean") => {
    await using repo = await server.repo.clone(`--branch=${name}`, "--single-branch");
    await repo.git("fetch", "--quiet", "origin", "main");
    await repo.git("merge", "--quiet", "--no-edit", "FETCH_HEAD");
    return await runJob(repo, pull?.step.script ?? "", {
      BITBUCKET_BUILD_NUMBER: "12",
      BITBUCKET_PR_ID: "7",
      BITBUCKET_COMMIT: server[name],
      BITBUCKET_BRANCH: name,
      BITBUCKET_PR_DESTINATION_BRANCH: "main",
      BITBUCKET_PR_DESTINATION_COMMIT: server.before.slice(0, 12),
    });
  };

  test("fails a pull request that had a key in between, and passes one without", async () => {
    expect(bitbucket.clone).toEqual({ depth: "full" });
    expect(await run("feature")).toMatchObject(foundBranchKey);
    expect(await run("clean")).toMatchObject(foundNothing);
  });

  test("reads the whole history of the main branch", async () => {
    await using repo = await server.repo.clone("--branch=main", "--single-branch");
    const ran = await runJob(repo, push?.step.script ?? "", {
      BITBUCKET_COMMIT: server.main,
      BITBUCKET_BRANCH: "main",
    });
    expect(ran).toMatchObject({ exitCode: 1, stdout: expect.stringContaining(computeFingerprint(OLD)) });
  });
});

describe("Azure Pipelines", () => {
  const checkout = azure.steps.find(({ checkout }) => checkout === "self");
  const script = azure.steps.find(({ script }) => script)?.script ?? "";
  const depth = checkout?.fetchDepth === 0 ? [] : [`--depth=${checkout?.fetchDepth ?? 1}`];
  const refs = ["+refs/heads/*:refs/remotes/origin/*", "+refs/pull/7/merge:refs/remotes/pull/7/merge"];
  const run = async (name: "feature" | "clean", target: string) => {
    const { repo } = server;
    await repo.git("switch", "--quiet", "--detach", "main");
    const merged = await repo.merge(name);
    await repo.git("update-ref", "refs/pull/7/merge", merged);
    await repo.switchTo("main");
    await using checkedOut = await checkOut(refs, "refs/remotes/pull/7/merge", ...depth);
    return await runJob(checkedOut, script, {
      TF_BUILD: "True",
      BUILD_REASON: "PullRequest",
      BUILD_SOURCEVERSION: merged,
      BUILD_SOURCEBRANCH: "refs/pull/7/merge",
      SYSTEM_PULLREQUEST_PULLREQUESTID: "7",
      SYSTEM_PULLREQUEST_TARGETBRANCH: target,
      SYSTEM_PULLREQUEST_SOURCECOMMITID: server[name],
    });
  };

  test("fails a pull request that had a key in between, and passes one without, however it names the target", async () => {
    expect(await run("feature", "refs/heads/main")).toMatchObject(foundBranchKey);
    expect(await run("clean", "main")).toMatchObject(foundNothing);
  });

  test("reads the whole history on a push", async () => {
    await using repo = await checkOut([refs[0] ?? ""], "refs/remotes/origin/main", ...depth);
    const ran = await runJob(repo, script, { TF_BUILD: "True", BUILD_REASON: "IndividualCI" });
    expect(ran).toMatchObject({ exitCode: 1, stdout: expect.stringContaining(computeFingerprint(OLD)) });
  });

  test("ends with 2 where a secret was never created, and its name arrives in its place", async () => {
    await using repo = await checkOut([refs[0] ?? ""], "refs/remotes/origin/main", ...depth);
    const ran = await runJob(repo, script, { TF_BUILD: "True", OPENAI_ADMIN_KEY: "$(OPENAI_ADMIN_KEY)" });
    expect(ran.exitCode).toBe(2);
  });
});

describe("any other system", () => {
  const [lines = ""] = fencesOf(PAGE).flatMap(({ text }) => (text.startsWith("git fetch") ? [text] : []));

  test("reads the branch with the page's two lines, also where the head is a merge with the target", async () => {
    await using repo = await server.repo.clone("--branch=feature", "--single-branch");
    expect(await runJob(repo, lines, {})).toMatchObject(foundBranchKey);
    await repo.git("merge", "--quiet", "--no-edit", "FETCH_HEAD");
    expect(await runJob(repo, lines, {})).toMatchObject(foundBranchKey);
  });
});
