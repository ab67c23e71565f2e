import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { computeJobId } from "../../../src/github/comment/comment-state.ts";
import type { IssueMessage } from "../../../src/github/issue/issue-plan.ts";
import { formatIssueBody } from "../../../src/github/issue/issue-state.ts";
import { writeIssue } from "../../../src/github/issue/sticky-issue.ts";
import { ACTIONS_BOT } from "../../../src/sandbox/github/account.ts";
import { type GitHubSandbox, startGitHub } from "../../../src/sandbox/github/github-sandbox.ts";
import { TestClock } from "../../support/test-clock.ts";

const JOB = computeJobId(["audit.yml"]);

let github: GitHubSandbox;
let count = 0;
let name = "";

beforeAll(async () => {
  github = await startGitHub();
});
afterAll(() => github.close());

beforeEach(async () => {
  count += 1;
  name = `acme/shop-${count}`;
  await github.repository(name);
  github.fault(null);
});

type Run = Partial<IssueMessage> & { permissions?: Record<string, "read" | "write"> };

/** Writes the issue as an audit does that found these things. */
async function write(findings: readonly string[], { permissions = { issues: "write" }, ...message }: Run = {}) {
  const token = github.token({ repo: name, permissions });
  const [owner = "", repo = ""] = name.split("/");
  const text = `${findings.length} things: ${findings.join(", ")}`;
  const said = { job: JOB, title: "Audit", text, findings, isComplete: true, ...message };
  return await writeIssue({ apiUrl: github.apiUrl, token }, { owner, repo }, said, { clock: new TestClock() });
}

const writesSince = (from: number) =>
  github.requests.slice(from).filter(({ method, path }) => method !== "GET" && path !== "/graphql");
const commentsOn = (number: number) => github.comments(name, number).map(({ body }) => body);

describe("the issue of an audit", () => {
  test("is created for the first finding, and none for nothing", async () => {
    expect(await write([])).toEqual({ kind: "none" });
    expect(await write(["unused key_1"])).toMatchObject({ kind: "created", url: expect.stringContaining("/issues/1") });
    expect(github.issues(name)).toMatchObject([{ state: "open", title: "Audit", author: ACTIONS_BOT }]);
    expect(github.issues(name)[0]?.body).toContain("1 things: unused key_1");
    expect(github.issues(name)[0]?.body.split("\n")[0]).not.toContain("key_1");
  });

  test("is left alone when nothing changed: no request changes anything", async () => {
    await write(["unused key_1"], { text: "Last used 3 days ago. [Run](https://github.test/a/b/actions/runs/1)" });
    const from = github.requests.length;
    const again = await write(["unused key_1"], {
      text: "Last used 4 days ago. [Run](https://github.test/a/b/actions/runs/2)",
    });
    expect(again.kind).toBe("unchanged");
    expect(writesSince(from)).toEqual([]);
  });

  test("is updated in place, with a comment for what is new alone", async () => {
    await write(["unused key_1", "old key_2"]);
    expect((await write(["unused key_1"])).kind).toBe("updated");
    expect(commentsOn(1)).toEqual([]);
    expect((await write(["unused key_1", "old key_3", "old key_4"])).kind).toBe("updated");
    expect(commentsOn(1)).toEqual([expect.stringContaining("2 new things")]);
    expect(github.issues(name)).toHaveLength(1);
  });

  test("is closed with a word when nothing is left, and opened again for something new", async () => {
    await write(["unused key_1"]);
    expect((await write([])).kind).toBe("closed");
    expect(github.issues(name)).toMatchObject([{ state: "closed", stateReason: "completed" }]);
    expect(commentsOn(1)).toEqual([expect.stringContaining("found nothing any more")]);
    const from = github.requests.length;
    expect((await write([])).kind).toBe("unchanged");
    expect(writesSince(from)).toEqual([]);
    expect((await write(["unused key_1"])).kind).toBe("reopened");
    expect(github.issues(name)).toMatchObject([{ number: 1, state: "open" }]);
    expect(commentsOn(1)).toHaveLength(2);
  });

  test("stays closed when a person closed it, until there is something new", async () => {
    await write(["unused key_1"]);
    const [issue] = github.issues(name);
    if (issue) issue.state = "closed";
    expect((await write(["unused key_1"])).kind).toBe("unchanged");
    expect(github.issues(name)).toMatchObject([{ state: "closed" }]);
    expect((await write(["unused key_1", "old key_2"])).kind).toBe("reopened");
  });

  test("says nothing of what is new where there is more than it keeps, and stays closed when a person closed it", async () => {
    const many = Array.from({ length: 1700 }, (_, index) => `old key_${index}`);
    expect((await write(many, { text: "All" })).kind).toBe("created");
    expect((await write(many, { text: "Others" })).kind).toBe("updated");
    expect(commentsOn(1)).toEqual([]);
    const [issue] = github.issues(name);
    if (issue) issue.state = "closed";
    expect((await write(many, { text: "Others" })).kind).toBe("unchanged");
  });

  test("is not closed by an audit that could not judge everything, and what it did not judge is no news later", async () => {
    await write(["unused key_1", "old key_2"]);
    expect((await write([], { isComplete: false, text: "not judged" })).kind).toBe("updated");
    expect(github.issues(name)).toMatchObject([{ state: "open" }]);
    await write(["unused key_1", "old key_2"]);
    expect(commentsOn(1)).toEqual([]);
  });

  test("is that of our own account and of this audit: who copies the hidden line is not believed", async () => {
    const body = formatIssueBody({ job: JOB, known: [] }, "mine");
    github.issue(name, { title: "Audit", body, author: { login: "mallory", type: "User" } });
    expect((await write(["unused key_1"])).kind).toBe("created");
    expect((await write(["unused key_1"], { job: computeJobId(["other.yml"]) })).kind).toBe("created");
    expect(github.issues(name).map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(github.issues(name)[0]?.body).toBe(body);
  });

  test("takes no number of a pull request for its own, and lists many", async () => {
    github.pull({ repo: name, number: 7, head: "a".repeat(40), base: "b".repeat(40) });
    await write(["unused key_1"]);
    for (let more = 0; more < 130; more += 1) github.issue(name, { title: "Flaky", body: "x", author: ACTIONS_BOT });
    expect((await write(["unused key_1"])).kind).toBe("unchanged");
    expect(github.issues(name)[0]?.number).toBe(8);
  });

  test("is created once, also when GitHub's answer is lost", async () => {
    github.fault(({ method, path }) =>
      method === "POST" && path.endsWith("/issues") ? () => ({ status: 502 }) : null,
    );
    expect(await write(["unused key_1"])).toMatchObject({ kind: "created" });
    expect(github.issues(name)).toHaveLength(1);
  });

  test.each([
    ["without the permission", { permissions: { contents: "read" } }, { kind: "forbidden", status: 403 }],
    ["without seeing the issues", { permissions: {} }, { kind: "forbidden", status: 403 }],
  ] as const)("costs nothing but itself %s", async (_, run, failure) => {
    expect(await write(["unused key_1"], run)).toEqual({ kind: "failed", failure });
  });

  test("fails where issues are switched off", async () => {
    name = `${name}-without`;
    await github.repository(name, { hasIssues: false });
    expect(await write(["unused key_1"])).toEqual({ kind: "failed", failure: { kind: "not-found", status: 410 } });
  });

  test("is told in its description alone where nobody may comment", async () => {
    await write(["unused key_1"]);
    const [issue] = github.issues(name);
    if (issue) issue.isLocked = true;
    expect((await write(["unused key_1", "old key_2"])).kind).toBe("updated");
    expect(github.issues(name)[0]?.body).toContain("old key_2");
  });

  test.each([
    "html",
    "empty",
    "truncated",
    "redirect",
    { status: 500, body: {} },
  ] as const)("is not written on an answer that is none: %j", async (fault) => {
    github.fault(({ method, path }) => (method === "GET" && path.endsWith("/issues") ? fault : null));
    const from = github.requests.length;
    expect((await write(["unused key_1"])).kind).toBe("failed");
    expect(writesSince(from)).toEqual([]);
  });
});
