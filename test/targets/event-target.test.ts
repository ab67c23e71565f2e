import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import type { ActionResult } from "../../src/sandbox/runner/runner.ts";
import { buildPullRequestEvent, type RunnerEvent } from "../../src/sandbox/runner/runner-events.ts";
import { createE2eEnvironment, type E2eEnvironment } from "../support/e2e-environment.ts";
import { dispatchEvent, mergeGroupEvent, scheduleEvent, TEXT_EVENTS, workflowRunEvent } from "../support/events.ts";

const [kept, gone] = [createFakeKey("project", "kept"), createFakeKey("user", "gone")];
/** Comments have nothing to do with it. */
const quiet = { inputs: { comment: "never" } };
const ZERO = "0".repeat(40);

let all: E2eEnvironment;
let head: string;
let empty: string;

beforeAll(async () => {
  all = await createE2eEnvironment({ "README.md": "# Shop\n", "src/app.py": "import os\n" });
  await all.repo.branch("feature");
  await all.repo.commit({ "src/gone.py": `key = "${gone}"\n` }, "Add");
  await all.repo.commit({ "src/gone.py": null, "src/kept.py": `import os\nkey = "${kept}"\n` }, "Move");
  head = await all.repo.oid("HEAD");
  const refs = ["main:refs/heads/main", "feature:refs/pull/7/head", "feature:refs/heads/queue"];
  await all.repo.git("push", "--quiet", all.hosted.dir, ...refs);
  empty = await mkdtemp(path.join(tmpdir(), "empty-"));
});

afterAll(() => all[Symbol.asyncDispose]());

/** Where each key was seen, as far as every way to arrive should tell it. */
async function seenIn(ran: ActionResult): Promise<unknown> {
  const { findings, gaps, conclusion } = await all.report(ran);
  expect(gaps.filter(({ kind }) => kind !== "no-admin-key")).toEqual([]);
  const places = findings.flatMap(({ fingerprint, sightings }) =>
    sightings.map(({ path: file, line, inHead, preexisting }) => [fingerprint, file, line, inHead, preexisting]),
  );
  return { conclusion, exitCode: ran.exitCode, places: places.toSorted() };
}

async function workspaceOf(...options: string[]): Promise<string> {
  return (await all.repo.clone("--branch=feature", ...options)).dir;
}

describe("the same change is told the same", () => {
  const bare = { inputs: { "openai-admin-key": "", comment: "never" } };

  test("whether it is checked out, in full or not, or not at all, and whatever brought it", async () => {
    const reference = await seenIn(await all.pullRequest(bare));
    expect(reference).toMatchObject({ conclusion: "leaked", exitCode: 1 });
    expect((reference as { places: unknown[] }).places).toHaveLength(2);
    const { base, hosted } = all;
    const ways: Record<string, Promise<ActionResult>> = {
      "a shallow checkout": all.pullRequest({ ...bare, workspace: await workspaceOf("--depth=1") }),
      "a partial checkout": all.pullRequest({ ...bare, workspace: await workspaceOf("--filter=blob:none") }),
      "no checkout": all.pullRequest({ ...bare, workspace: empty }),
      "a fork, from the base": all.pullRequest({
        ...bare,
        workspace: empty,
        headRepo: "eve/shop",
        name: "pull_request_target",
      }),
      "a fork that was deleted": all.pullRequest({ ...bare, workspace: empty, headRepo: null }),
      "a push": all.push("refs/heads/feature", base, head, bare),
      "a push without a checkout": all.push("refs/heads/queue", base, head, { ...bare, workspace: empty }),
      "a new branch": all.push("refs/heads/queue", ZERO, head, { ...bare, workspace: empty }),
      "a merge group": all.event(mergeGroupEvent(hosted, { base, head, number: 7 }), { ...bare, workspace: empty }),
      "the run behind a fork's": all.event(workflowRunEvent(hosted, { head }), { ...bare, workspace: empty }),
    };
    for (const [way, ran] of Object.entries(ways)) {
      const { stdout, stderr } = await ran;
      expect(await seenIn(await ran).catch((error) => `${error} ${stdout} ${stderr}`), way).toEqual(reference);
    }
    expect(await readdir(empty)).toEqual([]);
  });

  test("by a schedule and by hand the whole history is read", async () => {
    for (const event of [scheduleEvent(), dispatchEvent(all.hosted)]) {
      expect(await seenIn(await all.event(event, bare))).toMatchObject({ conclusion: "leaked", exitCode: 1 });
    }
  });
});

describe("files and the history", () => {
  const files = { "openai-admin-key": "", comment: "never", scan: "files", paths: "**" } as const;
  const dispatched = (): RunnerEvent => ({ ...dispatchEvent(all.hosted), name: "repository_dispatch" });

  test("are read on every event, known or not, with a payload or without one", async () => {
    const ways: Record<string, Promise<ActionResult>> = {
      "a dispatch from outside": all.event(dispatched(), { inputs: files }),
      "its history": all.event(dispatched(), { inputs: { ...files, scan: "history" } }),
      "an event of tomorrow": all.event({ name: "moon_phase", payload: {} }, { inputs: files }),
      "a text event without its text": all.event({ name: "issues", payload: {} }, { inputs: files }),
      "a run behind a push": all.event(workflowRunEvent(all.hosted, { head, event: "push" }), { inputs: files }),
      "no event file": all.event(dispatched(), { inputs: files, env: { GITHUB_EVENT_PATH: "/nowhere" } }),
      "no event name": all.event(dispatched(), { inputs: files, env: { GITHUB_EVENT_NAME: "" } }),
    };
    for (const [way, ran] of Object.entries(ways)) {
      expect(await seenIn(await ran).catch(String), way).toMatchObject({ conclusion: "leaked", exitCode: 1 });
    }
  });

  test("of a pull request whose base nobody knows are read, and trusted in nothing", async () => {
    const ran = await all.event({ name: "pull_request", payload: {} }, { inputs: { ...files, paths: "README.md" } });
    expect(ran.exitCode).toBe(2);
    const { findings, gaps } = await all.report(ran);
    expect(findings).toEqual([]);
    expect(gaps.map(({ detail }) => detail).join()).toContain(".github/openai-key-guard.yml could not be fetched");
  });

  test("are not what an unknown event brings by itself", async () => {
    const ran = await all.event(dispatched(), quiet);
    expect(ran).toMatchObject({ exitCode: 2, outputs: {} });
    expect(ran.stdout).toContain("or set scan: files or scan: history");
  });
});

test("a run whose pull request GitHub does not tell is scanned and contained as a branch, and what was not read is named", async () => {
  await all.repo.branch("lookup");
  for (const [fault, why] of [
    ["html", /instead of GitHub's API/],
    [
      { status: 403, body: { message: "Resource not accessible by integration" } },
      /the token may not read pull requests/,
    ],
  ] as const) {
    const key = all.acme.accountKey(all.web, "looked up");
    const tip = await all.repo.commit({ "src/lookup.py": `key = "${key.text}"\n` }, "Leak");
    await all.repo.git("push", "--quiet", all.hosted.dir, "lookup:refs/heads/lookup");
    all.github.fault(({ path: at }) => (at.endsWith("/pulls") ? fault : null));
    const ran = await all.event(workflowRunEvent(all.hosted, { head: tip }), {
      inputs: { "on-leak": "revoke" },
      workspace: empty,
    });
    const { gaps } = await all.report(ran);
    expect([ran.exitCode, key.deletedAt === null]).toEqual([1, false]);
    expect(gaps).toMatchObject([{ kind: "unfetched", detail: expect.stringMatching(why) as string }]);
  }
  all.github.fault(null);
});

describe("a text on GitHub", () => {
  test.each(Object.keys(TEXT_EVENTS))("is read where %s brought it", async (name) => {
    const key = createFakeKey("project", name);
    const event = TEXT_EVENTS[name]?.(all.hosted, `Look:\n\n    ${key}\n`) ?? scheduleEvent();
    const ran = await all.event(event, { workspace: empty });
    expect(ran.exitCode).toBe(1);
    const { findings } = await all.report(ran);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.sightings).toMatchObject([{ where: "pull-request", line: 3, path: null }]);
    const shown = (ran.stdout + ran.stderr + ran.summary).replaceAll(/^::add-mask::.*$/gm, "");
    expect(shown).not.toContain(key.slice(12, -4));
  });

  test("of a pull request is read with its commits", async () => {
    const [title, body] = [createFakeKey("user", "title"), createFakeKey("user", "body")];
    const pull = all.github.pull({ repo: "acme/shop", number: 9, head: all.base, base: all.base, title, body });
    const ran = await all.event(buildPullRequestEvent({ repository: all.hosted, pull, action: "opened" }), quiet);
    expect((await all.report(ran)).findings).toHaveLength(2);
  });
});

describe("what cannot be fetched", () => {
  test("for want of a permission is said by its name, and is no clean change", async () => {
    const token = all.github.token({ repo: "acme/shop", permissions: { "pull-requests": "write" } });
    const ran = await all.pullRequest({ workspace: empty, token });
    expect(ran.exitCode).toBe(2);
    expect(ran.stdout).toContain("contents: read");
  });

  test("leaves nothing in the runner's folder", async () => {
    const ran = await all.pullRequest({ ...quiet, workspace: empty });
    const left = await readdir(path.join(ran.folder, "temp"), { recursive: true });
    expect(left.filter((name) => !/^key-guard-[^/]+(?:\/report\.json)?$/.test(name))).toEqual([]);
  });
});
