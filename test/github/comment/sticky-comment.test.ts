import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Clock, SYSTEM_CLOCK } from "../../../src/domain/clock.ts";
import type { CommentResult } from "../../../src/github/comment/comment-result.ts";
import { type CommentState, computeJobId, formatBody, parseBody } from "../../../src/github/comment/comment-state.ts";
import { StickyComment } from "../../../src/github/comment/sticky-comment.ts";
import { ACTIONS_BOT } from "../../../src/sandbox/github/account.ts";
import { type GitHubSandbox, startGitHub } from "../../../src/sandbox/github/github-sandbox.ts";
import { TestClock } from "../../support/test-clock.ts";

const [base, head, next] = ["0", "a", "b"].map((digit) => digit.repeat(40)) as [string, string, string];
const [one, other, third] = ["1", "2", "3"].map((digit) => digit.repeat(16)) as [string, string, string];
const [guard, nightly] = [computeJobId(["keys.yml", "guard"]), computeJobId(["nightly.yml", "guard"])];

let github: GitHubSandbox;
let number = 100;

beforeAll(async () => {
  github = await startGitHub();
  await github.repository("acme/shop");
});
afterAll(() => github.close());

beforeEach(() => {
  number += 1;
  github.pull({ repo: "acme/shop", number, head, base });
  github.fault(null);
});

/** One run's comment. The job is the guard's and the head the pull request's, unless said otherwise. */
type Run = { text: string; job?: string; head?: string; contained?: readonly string[]; mayCreate?: boolean };

/** What a run knew before it wrote, and how its writing ended. */
type Written = { memory: readonly string[]; commented: CommentResult };

/**
 * The clock of runs that write at the same time. A sleep ends when every run sleeps or is done: a run sleeps to let the
 * others write, and this is when they have.
 */
class SettlingClock implements Clock {
  now = SYSTEM_CLOCK.now;
  elapsed = SYSTEM_CLOCK.elapsed;
  #working: number;
  #sleepers: (() => void)[] = [];

  constructor(runs: number) {
    this.#working = runs;
  }

  sleep = (): Promise<void> =>
    new Promise((resolve) => {
      this.#sleepers.push(resolve);
      this.#wake();
    });

  /** A run is done. */
  leave = (): void => {
    this.#working -= 1;
    this.#wake();
  };

  #wake(): void {
    if (this.#sleepers.length < this.#working) return;
    for (const wake of this.#sleepers.splice(0)) wake();
  }
}

/** Each job has a token of its own. GitHub's limits, and octokit's pace, are those of a token. */
const access = () => ({
  apiUrl: github.apiUrl,
  token: github.token({ repo: "acme/shop", permissions: { "pull-requests": "write" } }),
});

/** Lets runs write at the same moment: all of them have read before any writes. */
async function write(...runs: readonly Run[]): Promise<readonly Written[]> {
  const clock = new SettlingClock(runs.length);
  const started = await Promise.all(
    runs.map(async ({ job = guard, head: at = head, ...run }) => {
      const pull = { owner: "acme", repo: "shop", number, head: at, isFork: false, replaced: null };
      const comment = new StickyComment(access(), pull, { job, clock });
      return { comment, memory: [...(await comment.memory())], run };
    }),
  );
  return await Promise.all(
    started.map(async ({ comment, memory, run: { text, contained = [], mayCreate = true } }) => {
      const message = { render: () => ({ text, open: [] }), contained, mayCreate };
      const commented = await comment.write(message);
      await comment.settle().finally(clock.leave);
      return { memory, commented };
    }),
  );
}

const put = (body: string) => github.comment("acme/shop", number, { ...ACTIONS_BOT, body });
const earlier = (contained: readonly string[] = [], differing: Partial<CommentState> = {}) =>
  put(formatBody({ head, job: guard, contained, open: [], ...differing }, "said before"));

const bodies = () => github.comments("acme/shop", number).map(({ body }) => body);
const reports = () => bodies().flatMap((body) => parseBody(body) ?? []);
const writesTo = () =>
  github.requests.filter(({ method, path }) => method !== "GET" && path.includes("/comments")).length;

describe("two runs of one job at the same moment", () => {
  test("leave one comment", async () => {
    await write({ text: "the words", contained: [one] }, { text: "the words", contained: [one] });
    expect(reports()).toMatchObject([{ state: { head, job: guard, contained: [one] }, text: "the words" }]);
    expect(bodies()).toHaveLength(1);
  });

  test("leave a line that leads to it of the later one, where that cannot be deleted", async () => {
    github.fault(({ method }) => (method === "DELETE" ? { status: 403, body: { message: "Forbidden" } } : null));
    await write({ text: "the words", contained: [one] }, { text: "the words", contained: [other] });
    const [kept, folded, ...more] = github.comments("acme/shop", number);
    expect(more).toEqual([]);
    expect(parseBody(kept?.body ?? "")?.state.contained.toSorted()).toEqual([one, other]);
    expect(folded?.body).toMatch(/^<!-- openai-key-guard:folded -->\nTwo runs commented at the same moment/);
    expect(folded?.body).toContain(`/acme/shop/pull/${number}#issuecomment-${kept?.id})`);
  });

  test("however many they are, remember what each of them contained", async () => {
    const all = Array.from({ length: 4 }, (_, index) => `${index}`.repeat(16));
    await write(...all.map((contained) => ({ text: "the same words", contained: [contained] })));
    expect(reports()).toHaveLength(1);
    expect(reports()[0]?.state.contained.toSorted()).toEqual(all);
  });

  test("lose no memory either where the comment was there before", async () => {
    earlier([one]);
    await write({ text: "words of 0", contained: [other] }, { text: "words of 1", contained: [third] });
    expect(reports()).toHaveLength(1);
    expect(reports()[0]?.state.contained.toSorted()).toEqual([one, other, third]);
    expect(reports()[0]?.text).toMatch(/^words of [01]$/);
  });

  test("that were killed before they removed theirs are put in order by the next", async () => {
    earlier([one]);
    earlier([other]);
    await write({ text: "now", contained: [third] });
    expect(reports()).toEqual([{ state: { head, job: guard, contained: [one, other, third], open: [] }, text: "now" }]);
    expect(bodies()).toHaveLength(1);
    const writes = writesTo();
    expect(await write({ text: "now", contained: [third] })).toMatchObject([{ commented: { kind: "unchanged" } }]);
    expect(writesTo()).toBe(writes);
  });
});

describe("two different jobs", () => {
  test("keep a comment each, and neither takes the other's words", async () => {
    await write({ text: "of the guard" }, { text: "of the night", job: nightly });
    await write({ text: "of the guard, later" });
    expect(Object.fromEntries(reports().map(({ state, text }) => [state.job, text]))).toEqual({
      [guard]: "of the guard, later",
      [nightly]: "of the night",
    });
    expect(bodies()).toHaveLength(2);
  });

  test("know what the other has contained", async () => {
    earlier([other], { job: nightly });
    expect(await write({ text: "nothing", mayCreate: false })).toMatchObject([{ memory: [other] }]);
  });

  test("that both take over a comment from before jobs were told apart end with one each", async () => {
    put(formatBody({ head: base, contained: [one], open: [] }, "from before"));
    await write(...[guard, nightly].map((job) => ({ job, text: `of ${job}`, contained: [third] })));
    expect(
      reports()
        .map(({ state }) => state.job)
        .toSorted(),
    ).toEqual([guard, nightly].toSorted());
    expect(reports().every(({ state, text }) => text === `of ${state.job}`)).toBe(true);
    expect(bodies()).toHaveLength(2);
  });

  test("that have nothing to tell stay silent", async () => {
    earlier([], { job: nightly });
    expect(await write({ text: "all is well", mayCreate: false })).toMatchObject([{ commented: { kind: "none" } }]);
    expect(reports().map(({ text }) => text)).toEqual(["said before"]);
  });
});

describe("a run on an older head", () => {
  test("at the same moment leaves the newer one's words, and both memories", async () => {
    earlier([], { head: base });
    github.pull({ repo: "acme/shop", number, head: next, base });
    await write({ text: "old", contained: [one] }, { text: "new", contained: [other], head: next });
    expect(reports()).toMatchObject([{ state: { head: next }, text: "new" }]);
    expect(reports()[0]?.state.contained.toSorted()).toEqual([one, other]);
  });

  test("does not take back what a newer one wrote since it began", async () => {
    earlier();
    const pull = { owner: "acme", repo: "shop", number, head, isFork: false, replaced: null };
    const late = new StickyComment(access(), pull, { job: guard, clock: new TestClock() });
    await late.memory();
    github.pull({ repo: "acme/shop", number, head: next, base });
    await write({ text: "the newest words", head: next });
    const message = { render: () => ({ text: "too late", open: [] }), contained: [one], mayCreate: true };
    expect(await late.write(message)).toEqual({ kind: "superseded" });
    expect(reports()).toEqual([
      { state: { head: next, job: guard, contained: [one], open: [] }, text: "the newest words" },
    ]);
  });
});

describe("an answer that is lost", () => {
  test("after a comment was written stands for it: it is not written twice, nor called unwritten", async () => {
    let lost = false;
    github.fault(({ method, path }) => {
      if (method !== "POST" || path === "/graphql" || lost) return null;
      lost = true;
      return () => ({ status: 502, body: { message: "Bad Gateway" } });
    });
    expect(await write({ text: "hello" })).toMatchObject([{ commented: { kind: "created" } }]);
    expect([lost, reports().length, bodies().length]).toEqual([true, 1, 1]);
  });

  test("when looking whether it still stands does not make it unwritten", async () => {
    let posted = false;
    github.fault(({ method, path }) => {
      if (posted && method === "GET") return { status: 410, body: { message: "Gone" } };
      posted ||= method === "POST" && path.endsWith("/comments");
      return null;
    });
    expect(await write({ text: "hello" })).toMatchObject([{ commented: { kind: "created" } }]);
    expect(reports()).toHaveLength(1);
  });
});

test("jobs are told apart by the workflow, the job and what they look at, and by nothing in between", () => {
  const all = [
    ["a.yml", "b"],
    ["a.ymlb", ""],
    ["a.yml", "b", "src/**"],
    ["b", "a.yml"],
  ].map((parts) => computeJobId(parts));
  expect(new Set(all).size).toBe(4);
  expect(computeJobId(["a.yml", "b"])).toBe(all[0]);
  expect(all[0]).toMatch(/^[0-9a-f]{16}$/);
});
