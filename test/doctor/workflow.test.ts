import { afterAll, beforeAll, expect, test } from "vitest";
import type { WorkflowRunContext } from "../../src/doctor/context.ts";
import { checkWorkflow } from "../../src/doctor/workflow.ts";
import { createUnreadScope } from "../../src/github/event.ts";
import { createDoctorContext } from "../support/doctor-context.ts";
import { type GitRepo, gitRepo } from "../support/git-repo.ts";

let repo: GitRepo;
beforeAll(async () => {
  repo = await gitRepo();
});
afterAll(() => repo[Symbol.asyncDispose]());

const FILE = ".github/workflows/keys.yml";

async function check(text: string | null, choices: Partial<WorkflowRunContext> = {}) {
  await repo.write({ [FILE]: text });
  const event = { ...createUnreadScope("push", {}, ""), target: { kind: "history" } as const };
  const workflow = {
    eventName: "push",
    event,
    scan: "change",
    file: FILE,
    wantsComment: true,
    isDependabot: false,
    ...choices,
  } as const;
  return await checkWorkflow(createDoctorContext({ repo: repo.dir, medium: "workflow", workflow }));
}

const GOOD = "The workflow also runs when somebody edits a pull request.";
const BAD = "pull_request does not list the type edited. A key that is pasted into a description later is not scanned.";

test.each([
  ["on:\n  pull_request:\n    types: [opened, edited]\n", "ok", GOOD],
  ["on:\n  pull_request_target:\n    types: edited\n", "ok", GOOD],
  ["on:\n  pull_request:\n    types: [opened]\n", "problem", BAD],
  ["on:\n  pull_request:\n", "problem", BAD],
  ["on: [push, pull_request]\n", "problem", BAD],
  ["on: pull_request\n", "problem", BAD],
  ["on: push\n", "ok", "This workflow does not run on pull requests."],
  ["on: [\n", "unknown", "The workflow file is not checked out, so its triggers were not read."],
  [null, "unknown", "The workflow file is not checked out, so its triggers were not read."],
])("the triggers in %j are told", async (text, state, detail) => {
  expect(await check(text)).toMatchObject([
    { id: "event", state: "ok" },
    { id: "event-types", state, detail },
  ]);
});

test("an event that brings nothing to scan is a problem, but for a scan of files", async () => {
  const event = createUnreadScope("watch", {}, "This step ran on the event watch.");
  const [found] = await check("on: watch\n", { event });
  expect(found).toMatchObject({ state: "problem", detail: "This step ran on the event watch." });
  expect((await check("on: watch\n", { event, scan: "files" }))[0]?.state).toBe("ok");
});

test("outside a workflow there is nothing to tell", async () => {
  expect(await checkWorkflow(createDoctorContext())).toEqual([]);
});
