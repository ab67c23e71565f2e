import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { beforeEach, describe, expect, test } from "vitest";
import { parseEvent } from "../../../src/github/event.ts";
import type { HostedRepository } from "../../../src/sandbox/github/hosted-repository.ts";
import { createPull } from "../../../src/sandbox/github/pull-request.ts";
import { parseAnnotations, selectShownSummary } from "../../../src/sandbox/runner/run-page.ts";
import { parseOutputs, runAction } from "../../../src/sandbox/runner/runner.ts";
import { createRunnerEnvironment, type Step } from "../../../src/sandbox/runner/runner-environment.ts";
import {
  buildPullRequestEvent,
  buildPushEvent,
  type PullRequestEvent,
} from "../../../src/sandbox/runner/runner-events.ts";

const [head, base, before, zero] = ["a".repeat(40), "b".repeat(40), "d".repeat(40), "0".repeat(40)];
const repository: HostedRepository = {
  fullName: "acme/shop",
  visibility: "private",
  defaultBranch: "main",
  isFork: false,
  origin: "http://127.0.0.1:1",
};
const pull = createPull({ number: 7, head, base }, repository);
const opened = buildPullRequestEvent({ repository, pull, action: "opened" });
const PATH = process.env["PATH"] ?? "";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "runner-"));
  return () => rm(folder, { recursive: true, force: true });
});

type Sent = { pull_request: { head: { repo: { full_name: string; fork: boolean } | null } } };

describe("an event", () => {
  test("of a pull request tells head, base and repository", () => {
    expect(opened.payload).toMatchObject({
      action: "opened",
      number: 7,
      pull_request: { head: { sha: head, label: "acme:feature" }, base: { sha: base, ref: "main" }, comments: 0 },
      repository: { full_name: "acme/shop", private: true, visibility: "private" },
      sender: { login: "ada" },
    });
    expect(opened.payload).not.toHaveProperty("before");
    expect(parseEvent(opened.name, opened.payload)).toMatchObject({ target: { base, head }, pull: { isFork: false } });
  });

  test("of a push to a pull request tells the head it replaced", () => {
    const event: PullRequestEvent = { repository, pull, comments: 1, action: "synchronize", before };
    const { name, payload } = buildPullRequestEvent(event);
    expect(payload).toMatchObject({ action: "synchronize", before, after: head });
    expect(parseEvent(name, payload).pull?.replaced).toBe(before);
  });

  test.each([
    ["a fork", "eve/shop", "eve/shop"],
    ["a fork that was deleted", null, undefined],
  ])("of %s tells whose head it is", (_, headRepo, fullName) => {
    const forked = createPull({ number: 8, head, base, headRepo }, repository);
    const { name, payload } = buildPullRequestEvent({ repository, pull: forked, action: "opened" });
    const sent = JSON.parse(JSON.stringify(payload)) as Sent;
    const { repo } = sent.pull_request.head;
    expect([repo?.full_name, repo === null || repo.fork]).toEqual([fullName, true]);
    expect(parseEvent(name, payload).pull?.isFork).toBe(true);
  });

  test("of a push tells its commits, and what was made or deleted", () => {
    const at = new Date("2026-11-20T10:00:00.500Z");
    const commits = [{ id: head, tree: base, message: "Add", author: "Ada", email: null, at }];
    const push = (from: string, to: string) =>
      buildPushEvent({ repository, ref: "refs/heads/x", before: from, after: to, commits }).payload;
    expect(push(base, head)).toMatchObject({
      created: false,
      deleted: false,
      head_commit: { id: head, timestamp: "2026-11-20T10:00:00Z" },
      repository: { url: "http://127.0.0.1:1/acme/shop", created_at: 1_768_435_200, master_branch: "main" },
    });
    expect(push(zero, head)).toMatchObject({ created: true, deleted: false });
    expect(push(base, zero)).toMatchObject({ created: false, deleted: true, head_commit: null });
    expect(parseEvent("push", push(zero, head))).toMatchObject({ target: { base: null, head }, isPublic: false });
  });
});

describe("a runner", () => {
  const step = (differing: Partial<Step> = {}): Step => ({ event: opened, folder, path: PATH, ...differing });

  test("tells an action of a pull request the test merge, and not the head", async () => {
    const { env } = await createRunnerEnvironment(step({ apiUrl: "http://127.0.0.1:2/api/v3" }));
    expect(env).toMatchObject({
      GITHUB_ACTIONS: "true",
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_REPOSITORY: "acme/shop",
      GITHUB_REF: "refs/pull/7/merge",
      GITHUB_BASE_REF: "main",
      GITHUB_SERVER_URL: "http://127.0.0.1:1",
      GITHUB_API_URL: "http://127.0.0.1:2/api/v3",
      GITHUB_GRAPHQL_URL: "http://127.0.0.1:2/api/v3/graphql",
    });
    expect(env["GITHUB_SHA"]).toMatch(/^[0-9a-f]{40}$/);
    expect([head, base]).not.toContain(env["GITHUB_SHA"]);
    expect(JSON.parse(await readFile(env["GITHUB_EVENT_PATH"] ?? "", "utf8"))).toEqual(
      JSON.parse(JSON.stringify(opened.payload)),
    );
  });

  test("tells an action of a push its ref and commit", async () => {
    const event = buildPushEvent({ repository, ref: "refs/tags/v1", before: zero, after: head });
    const { env } = await createRunnerEnvironment(step({ event }));
    expect(env).toMatchObject({ GITHUB_SHA: head, GITHUB_REF: "refs/tags/v1", GITHUB_REF_NAME: "v1" });
    expect(env["GITHUB_REF_TYPE"]).toBe("tag");
  });

  test("gives inputs in upper case with their hyphens, over the defaults", async () => {
    const inputs = { "on-leak": "revoke", "two words": "x" };
    const { env } = await createRunnerEnvironment(
      step({ inputs, defaults: { "on-leak": "report", comment: "never" } }),
    );
    expect(Object.entries(env).filter(([name]) => name.startsWith("INPUT_"))).toEqual([
      ["INPUT_ON-LEAK", "revoke"],
      ["INPUT_COMMENT", "never"],
      ["INPUT_TWO_WORDS", "x"],
    ]);
  });

  test("runs a script with that environment and nothing of the parent's, while this process goes on", async () => {
    const server = createServer((_, response) => response.end("heard"));
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    const script = path.join(folder, "action.mjs");
    await writeFile(
      script,
      `import { appendFileSync } from "node:fs";
      const { env } = process;
      const answer = await (await fetch(env.WHERE)).text();
      appendFileSync(env.GITHUB_OUTPUT, "heard<<EOF\\n" + answer + "\\nEOF\\ninput=" + env["INPUT_ON-LEAK"] + "\\n");
      appendFileSync(env.GITHUB_STEP_SUMMARY, "# Summary");
      console.log(JSON.stringify({ names: Object.keys(env), folder: process.cwd() }));
      console.error("to the other stream");
      process.exitCode = 2;`,
    );
    process.env["OF_THE_PARENT"] = "1";
    const where = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const given = step({ inputs: { "on-leak": "revoke" }, env: { WHERE: where } });
    const ran = await runAction({ ...given, script: pathToFileURL(script) });
    delete process.env["OF_THE_PARENT"];
    server.close();
    expect(ran).toMatchObject({ exitCode: 2, stderr: "to the other stream\n", summary: "# Summary" });
    expect(ran.outputs).toEqual({ heard: "heard", input: "revoke" });
    const { names, folder: cwd } = JSON.parse(ran.stdout) as { names: string[]; folder: string };
    expect(names.toSorted()).toEqual(Object.keys((await createRunnerEnvironment(given)).env).toSorted());
    expect(names).not.toContain("OF_THE_PARENT");
    expect(cwd).toBe(path.join(ran.folder, "workspace"));
  });

  test("gives each step files of its own", async () => {
    const [one, other] = [await createRunnerEnvironment(step()), await createRunnerEnvironment(step())];
    for (const name of ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "RUNNER_TEMP", "HOME"]) {
      expect(one.env[name]).not.toBe(other.env[name]);
    }
  });
});

describe("the file of outputs", () => {
  test.each([
    ["", {}],
    ["a=1\nb=two=three\n", { a: "1", b: "two=three" }],
    ["a=\n", { a: "" }],
    ["a<<X\none\ntwo\nX\nb=1\n", { a: "one\ntwo", b: "1" }],
    ["a<<X\none=1\n<<\n\nX\n", { a: "one=1\n<<\n" }],
    ["a<<X\nX\n", { a: "" }],
    ["a=1\na=2\n", { a: "2" }],
    ["a=x<<y\n", { a: "x<<y" }],
    ["a<<b=c\n1\nb=c\n", { a: "1" }],
    ["a=1\r\n", { a: "1" }],
  ])("%j is read as a runner does", (text, outputs) => {
    expect(parseOutputs(text)).toEqual(outputs);
  });

  test.each(["nonsense\n", "=1\n", "a<<X\none\n"])("%j is refused as a runner does", (text) => {
    expect(() => parseOutputs(text)).toThrow(/output/);
  });
});

describe("a run's page", () => {
  test("shows ten annotations of a level, as they were before the runner's escapes", () => {
    const lines = Array.from({ length: 12 }, (_, index) => `::error title=a%2Cb,line=${index}::one%0Atwo 100%25`);
    const shown = parseAnnotations(["said", ...lines, "::notice::also", " ::warning::indented"].join("\n"));
    expect(shown.map(({ level }) => level)).toEqual([...Array(10).fill("error"), "notice", "warning"]);
    expect(shown[9]).toEqual({ level: "error", message: "one\ntwo 100%", properties: { title: "a,b", line: "9" } });
  });

  test("shows no part of a summary over 1 MiB", () => {
    expect(selectShownSummary("é".repeat(524_288))).toHaveLength(524_288);
    expect(selectShownSummary(`${"é".repeat(524_288)}.`)).toBe("");
  });
});
