import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { CommentResult } from "../../../src/github/comment/comment-result.ts";
import { formatBody } from "../../../src/github/comment/comment-state.ts";
import { StickyComment } from "../../../src/github/comment/sticky-comment.ts";
import type { Fault } from "../../../src/sandbox/faults.ts";
import { ACTIONS_BOT } from "../../../src/sandbox/github/account.ts";
import { type GitHubSandbox, startGitHub } from "../../../src/sandbox/github/github-sandbox.ts";
import { TestClock } from "../../support/test-clock.ts";

const [base, head] = ["0", "a"].map((digit) => digit.repeat(40)) as [string, string];
const key = "1".repeat(16);

const FAULTS: readonly (readonly [string, Fault])[] = [
  ["a login page", "html"],
  ["a way elsewhere", "redirect"],
  ["half of the JSON", "truncated"],
  ["half of the answer", "cut-off"],
  ["a reset", "reset"],
  ["{}", "empty"],
  ["a list", { status: 200, body: [] }],
  ["null", { status: 200, body: "null" }],
  ["nothing", { status: 200, body: "" }],
  ["a refusal", { status: 403, body: { message: "Resource not accessible by integration" } }],
  ["a limit", { status: 429, headers: { "retry-after": "3600" }, body: { message: "Too many" } }],
  ["a failure", { status: 503, body: "down" }],
  ["something unknown", { status: 418, body: { message: ["?"] } }],
];

let github: GitHubSandbox;
let number = 0;

beforeAll(async () => {
  github = await startGitHub();
  await github.repository("acme/shop");
});
afterAll(() => github.close());
beforeEach(() => {
  github.fault(null);
});

/** A whole run on a pull request of its own; `at` numbers the request of it that goes wrong. */
async function run(
  at: number,
  fault: Fault,
  earlier: string | null,
): Promise<{ result: CommentResult; asked: number }> {
  number += 1;
  github.pull({ repo: "acme/shop", number, head, base });
  if (earlier !== null) github.comment("acme/shop", number, { ...ACTIONS_BOT, body: earlier });
  const access = { apiUrl: github.apiUrl, token: github.token({ repo: "acme/shop" }) };
  const pull = { owner: "acme", repo: "shop", number, head, isFork: false, replaced: null };
  const sticky = new StickyComment(access, pull, { job: "f".repeat(16), clock: new TestClock() });
  let asked = 0;
  github.fault(() => (asked++ === at ? fault : null));
  await sticky.memory();
  const result = await sticky.write({ render: () => ({ text: "hello", open: [] }), contained: [key], mayCreate: true });
  await sticky.settle();
  return { result, asked };
}

test.each(
  FAULTS,
)("%s in place of any one answer costs no more than the comment, and makes no second", async (_, fault) => {
  const body = formatBody({ head: base, job: "f".repeat(16), contained: [], open: [] }, "said before");
  for (const earlier of [null, body]) {
    for (let at = 0, asked = 1; at < asked; at += 1) {
      const ran = await run(at, fault, earlier);
      asked = ran.asked;
      const left = github.comments("acme/shop", number);
      const isWritten = left.some((comment) => comment.body.includes(key));
      expect(left.length, `request ${at}`).toBeLessThanOrEqual(1);
      // Whoever says that it was not written must not leave somebody wrong who looks.
      if (ran.result.kind !== "failed") expect([at, isWritten]).toEqual([at, true]);
      expect(ran.result.kind).toMatch(/^(?:created|updated|failed)$/);
      expect(ran.result).not.toMatchObject({ failure: { kind: "fault" } });
    }
  }
});

test.each(FAULTS)("%s in place of all answers costs no more than the comment", async (_, fault) => {
  github.fault(() => fault);
  const pull = { owner: "acme", repo: "shop", number: 1, head, isFork: false, replaced: null };
  const access = { apiUrl: github.apiUrl, token: github.token({ repo: "acme/shop" }) };
  const sticky = new StickyComment(access, pull, { clock: new TestClock() });
  await sticky.memory();
  const failure = sticky.memoryFailure;
  const message = { render: () => ({ text: "", open: [] }), contained: [], mayCreate: false };
  const result = await sticky.write(message);
  await sticky.settle();
  if (failure === null) expect(result).toEqual({ kind: "none" });
  else expect(result).toEqual({ kind: "failed", failure });
});
