import { execFile } from "node:child_process";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import type { Key } from "../../src/sandbox/openai/organization.ts";
import type { ActionResult } from "../../src/sandbox/runner/runner.ts";
import { buildPullRequestEvent, buildPushEvent, type RunnerEvent } from "../../src/sandbox/runner/runner-events.ts";
import { createE2eEnvironment, type E2eEnvironment } from "../support/e2e-environment.ts";
import { dispatchEvent, mergeGroupEvent, scheduleEvent, TEXT_EVENTS, workflowRunEvent } from "../support/events.ts";
import { resolved, wouldRun } from "./expressions.ts";
import { play, recipe } from "./playing.ts";
import { read, type Workflow } from "./workflows.ts";

/** A stage whose branch leaks one key of ours, in each of these files, and the secret that a repository keeps. */
async function leaky(...files: readonly string[]) {
  const all = await createE2eEnvironment();
  const key = all.acme.accountKey(all.web, "bot", { name: "checkout" });
  const paths = files.length === 0 ? ["src/app.py"] : files;
  const head = await all.repo.commit(Object.fromEntries(paths.map((file) => [file, `key = "${key.text}"\n`])), "Add");
  const refs = ["refs/pull/7/head", "refs/heads/queue", "refs/heads/feature"].map((ref) => `HEAD:${ref}`);
  await all.repo.git("push", "--quiet", all.hosted.dir, `${all.base}:refs/heads/main`, ...refs);
  return { all, key, head, secrets: { OPENAI_ADMIN_KEY: all.adminKey }, workspace: await emptyFolder() };
}

const emptyFolder = () => mkdtemp(path.join(tmpdir(), "empty-"));

function opened(
  { github, hosted, base }: E2eEnvironment,
  head: string,
  name: string,
  headRepo = "acme/shop",
): RunnerEvent {
  const pull = github.pull({ repo: "acme/shop", number: 7, head, base, headRepo });
  return buildPullRequestEvent({ repository: hosted, pull, action: "opened" }, name);
}

async function expectIdentified(all: E2eEnvironment, ran: ActionResult | null, key: Key): Promise<void> {
  if (!ran) throw new Error("the recipe does not run on this event");
  expect(ran, ran.stdout + ran.stderr).toMatchObject({ exitCode: 1, outputs: { conclusion: "leaked", found: "1" } });
  const { findings, gaps } = await all.report(ran);
  expect(gaps).toEqual([]);
  expect(findings).toMatchObject([
    { identity: { kind: "ours" }, validity: { kind: "active" }, outcome: { kind: "left" } },
  ]);
  expect(key.deletedAt).toBe(null);
}

describe("the recipe, run as a runner would, with no more permissions than it asks for", () => {
  test("for pull requests identifies the key and writes one comment", async () => {
    const { all, key, head, ...rest } = await leaky();
    await using _ = all;
    const event = opened(all, head, "pull_request");
    await expectIdentified(all, await play(all, recipe("pull-request"), "key-guard", { event, ...rest }), key);
    expect(all.comments()).toHaveLength(1);
  });

  test("for pull requests still fails on a fork's, where GitHub gives it no secrets", async () => {
    const { all, head, workspace } = await leaky();
    await using _ = all;
    const event = opened(all, head, "pull_request", "eve/shop");
    const ran = await play(all, recipe("pull-request"), "key-guard", { event, workspace });
    expect(ran).toMatchObject({ exitCode: 1, outputs: { found: "1" } });
    expect(all.openai.requests).toEqual([]);
  });

  test("for a nightly audit writes one issue and changes no key", async () => {
    await using all = await createE2eEnvironment();
    const key = all.acme.userKey(all.web, all.ada, { name: "laptop" });
    const secrets = { OPENAI_ADMIN_KEY: all.adminKey };
    const ran = await play(all, recipe("nightly-audit"), "audit", { event: scheduleEvent(), secrets });
    expect(Number(ran?.outputs["errors"]), ran?.stdout).toBeGreaterThan(0);
    expect(all.github.issues("acme/shop")).toMatchObject([{ state: "open" }]);
    expect(key.deletedAt).toBe(null);
  });

  test("for forks with pull_request_target identifies the key and writes one comment", async () => {
    const { all, key, head, ...rest } = await leaky();
    await using _ = all;
    const event = opened(all, head, "pull_request_target", "eve/shop");
    await expectIdentified(
      all,
      await play(all, recipe("fork-pull-request-target"), "key-guard", { event, ...rest }),
      key,
    );
    expect(all.comments()).toHaveLength(1);
  });

  test("for forks in two stages blocks in the first, and identifies in the second", async () => {
    const { all, key, head, workspace, secrets } = await leaky();
    await using _ = all;
    const event = opened(all, head, "pull_request", "eve/shop");
    const first = await play(all, recipe("fork-first-stage"), "key-guard", { event, workspace });
    expect(first).toMatchObject({ exitCode: 1, outputs: { found: "1" } });
    expect(all.comments()).toEqual([]);
    expect(first?.stdout).not.toContain("pull-requests: write");

    const behind = workflowRunEvent(all.hosted, { head, fork: "eve/shop" });
    const second = await play(all, recipe("fork-workflow-run"), "key-guard", { event: behind, workspace, secrets });
    await expectIdentified(all, second, key);
    expect(all.comments()).toHaveLength(1);
  });

  test("for the second stage does not run behind a push", async () => {
    const { all, head, secrets } = await leaky();
    await using _ = all;
    const event = workflowRunEvent(all.hosted, { head, event: "push" });
    expect(await play(all, recipe("fork-workflow-run"), "key-guard", { event, secrets })).toBe(null);
  });

  test("for the merge queue reads what the queue would merge", async () => {
    const { all, key, head, ...rest } = await leaky();
    await using _ = all;
    const event = mergeGroupEvent(all.hosted, { base: all.base, head, number: 7 });
    await expectIdentified(all, await play(all, recipe("merge-queue"), "key-guard", { event, ...rest }), key);
  });

  test("for pushes reads a branch that is new", async () => {
    const { all, key, head, ...rest } = await leaky();
    await using _ = all;
    const branch = { repository: all.hosted, ref: "refs/heads/queue", before: "0".repeat(40), after: head };
    const event = buildPushEvent(branch);
    await expectIdentified(all, await play(all, recipe("push"), "key-guard", { event, ...rest }), key);
  });

  test("for a proof writes what is then signed, as the type that docs/proof.md has people ask for", async () => {
    const { all, head, secrets, workspace } = await leaky();
    await using _ = all;
    const { jobs } = recipe("proof");
    const signing = jobs["key-guard"]?.steps?.find(({ uses }) => uses?.startsWith("actions/attest@"))?.with ?? {};
    const branch = { repository: all.hosted, ref: "refs/heads/main", before: all.base, after: head };
    const ran = await play(all, recipe("proof"), "key-guard", { event: buildPushEvent(branch), workspace, secrets });
    expect(ran).toMatchObject({ exitCode: 1, outputs: { report: "key-guard-report.json" } });
    const proof = JSON.parse(await readFile(path.join(workspace, String(signing["predicate-path"])), "utf8"));
    expect(proof).toMatchObject({ change: { base: all.base, head }, complete: true, counts: { live: 1 } });
    expect(signing["predicate-type"]).toBe(`https://github.com/openai-key-guard/${proof.schema}`);
    expect(read("docs/proof.md").split(String(signing["predicate-type"])).length).toBeGreaterThan(3);
  });

  test("for the nightly run reads the whole history, by schedule and by hand", async () => {
    const { all, key, secrets } = await leaky();
    await using _ = all;
    for (const event of [scheduleEvent(), dispatchEvent(all.hosted)]) {
      await expectIdentified(all, await play(all, recipe("nightly-history"), "key-guard", { event, secrets }), key);
    }
  });

  test("for alerts revokes a key, closes its alert, and is red once for each news", async () => {
    const { all, key, secrets } = await leaky();
    await using _ = all;
    const token = all.github.token({
      repo: "acme/shop",
      kind: "fine-grained",
      permissions: { "secret-scanning-alerts": "write" },
    });
    const alerts = recipe("alerts");
    const run = async () => {
      const choices = { event: scheduleEvent(), secrets, inputs: { "github-token": token } };
      const guard = await play(all, alerts, "key-guard", choices);
      return { guard, ...(await playMemory(all, alerts, guard)) };
    };
    expect(await run()).toMatchObject({ guard: { exitCode: 0, outputs: { found: "0" } }, isRed: false });
    const alert = all.github.alert("acme/shop", { secret: key.text, places: [] });
    expect(await run()).toMatchObject({ guard: { exitCode: 0, outputs: { contained: "1" } }, isRed: true });
    expect(alert).toMatchObject({ state: "resolved", resolution: "revoked" });
    expect(await run()).toMatchObject({ guard: { outputs: { found: "0" } }, isRed: false });

    all.github.alert("acme/shop", { secret: createFakeKey("project", "of a stranger"), places: [] });
    const news = await run();
    expect(news.isRed).toBe(true);
    expect((await run()).digest).toBe(news.digest);
    all.github.alert("acme/shop", { secret: createFakeKey("project", "of another"), places: [] });
    expect((await run()).digest).not.toBe(news.digest);
  });

  test("for documentation leaves out the pages it names and no others", async () => {
    for (const [file, exitCode] of [
      ["docs/tutorials/first/steps.md", 0],
      ["docs/reference.md", 1],
    ] as const) {
      const { all, head, ...rest } = await leaky(file);
      await using _ = all;
      const event = opened(all, head, "pull_request");
      const ran = await play(all, recipe("quiet-docs"), "key-guard", { event, ...rest });
      expect(ran?.exitCode, file).toBe(exitCode);
    }
  });

  test("for a monorepo has every path read by exactly one of its jobs", async () => {
    const monorepo = recipe("monorepo");
    const parts = monorepo.jobs["key-guard"]?.strategy?.matrix?.include ?? [];
    const files = ["services/payments/a.py", "libraries/ranking/b.py", "services/new/c.py"];
    const { all, head, ...rest } = await leaky(...files);
    await using _ = all;
    const event = opened(all, head, "pull_request");
    const read: (string | null)[] = [];
    for (const matrix of parts) {
      const ran = await play(all, monorepo, "key-guard", { event, matrix, ...rest });
      if (!ran) throw new Error("the recipe does not run on this event");
      const { findings } = await all.report(ran);
      const paths = findings.flatMap(({ sightings }) => sightings.map(({ path: file }) => file));
      expect([paths.length, ran.exitCode]).toEqual([1, 1]);
      read.push(...paths);
    }
    expect(read.toSorted()).toEqual(files.toSorted());
    expect(all.comments()).toEqual([]);
  });

  test("for texts reads what every such event brought, and needs no permission", async () => {
    const texts = recipe("texts");
    // No workflow can be triggered by commit_comment, which GitHub's own schema does not have.
    const events = Object.keys(TEXT_EVENTS).filter((name) => name !== "commit_comment");
    expect(texts.events.toSorted()).toEqual(events.toSorted());
    const { all, key, secrets, workspace } = await leaky();
    await using _ = all;
    for (const name of ["issues", "release"]) {
      const event = TEXT_EVENTS[name]?.(all.hosted, `Look: ${key.text}`) ?? scheduleEvent();
      await expectIdentified(all, await play(all, texts, "key-guard", { event, secrets, workspace }), key);
    }
  });

  test("for build output reads what is on disk, and no commit", async () => {
    const { all, key, secrets, head } = await leaky();
    await using _ = all;
    const event = buildPushEvent({ repository: all.hosted, ref: "refs/heads/main", before: all.base, after: head });
    const build = recipe("build-output");
    await all.repo.write({ "dist/app.js": "export {}\n" });
    expect(await play(all, build, "build", { event, secrets })).toMatchObject({ exitCode: 0 });
    await all.repo.write({ "dist/app.js": `const k="${key.text}"\n` });
    await expectIdentified(all, await play(all, build, "build", { event, secrets }), key);
  });
});

/** Runs the steps of the alerts' recipe that come after ours, without a cache: what its memory is told, and how it ends. */
async function playMemory({ folder }: E2eEnvironment, { jobs }: Workflow, guard: ActionResult | null) {
  const { run = "" } = jobs["key-guard"]?.steps?.find(({ id }) => id === "open") ?? {};
  const file = path.join(await mkdtemp(path.join(folder, "open-")), "output");
  const env = { PATH: process.env["PATH"], REPORT: guard?.outputs["report"], RUNNER_TEMP: folder, GITHUB_OUTPUT: file };
  await promisify(execFile)("bash", ["-e", "-c", run], { env, cwd: path.dirname(file) });
  const [, count = "", digest = ""] = /^count=(\d+)\ndigest=([0-9a-f]{64})\n$/.exec(await readFile(file, "utf8")) ?? [];
  const steps = { guard, open: { outputs: { count, digest } }, told: { outputs: {} } };
  const last = jobs["key-guard"]?.steps?.find(({ id }) => id === "news");
  return { digest, isRed: wouldRun(last?.if, { steps }, "success") };
}

describe("a condition", () => {
  test("is false after a failure, unless it asks how it went before", () => {
    expect(wouldRun("needs.a.outputs.b != ''", { needs: { a: { outputs: { b: "x" } } } }, "failure")).toBe(false);
    expect(
      wouldRun("!cancelled() && needs.a.outputs.b != ''", { needs: { a: { outputs: { b: "x" } } } }, "failure"),
    ).toBe(true);
    expect(wouldRun(undefined, {}, "failure")).toBe(false);
  });

  test("and a value are resolved as a runner does", () => {
    expect(resolved("${{ secrets.A }}, ${{ secrets.B }}", { secrets: { A: "a" } })).toBe("a, ");
  });
});
