import path from "node:path";
import { expect, test } from "vitest";
import { buildPushEvent } from "../../src/sandbox/runner/runner-events.ts";
import { createE2eEnvironment } from "../support/e2e-environment.ts";

type Times = Record<"exposedAt" | "foundAt" | "identifiedAt" | "containedAt" | "verifiedAt", string | null> & {
  exposedAtIs: string | null;
  secondsExposed: number | null;
};

const revoke = { "on-leak": "revoke" } as const;

async function leak() {
  const all = await createE2eEnvironment();
  const key = all.acme.accountKey(all.web, "bot");
  const head = await all.repo.commit({ "a.ts": key.text }, "add");
  const respond = async (ran: Awaited<ReturnType<typeof all.pullRequest>>) => {
    const [found] = (await all.report(ran)).findings;
    return (found as unknown as { response: Times }).response;
  };
  return { all, head, respond };
}

test("a push that leaked a key is measured from the push to the verified revocation, each step in its order", async () => {
  const { all, head, respond } = await leak();
  await using _ = all;
  const commit = { id: head, tree: head, message: "add", author: "Ada", email: "ada@acme.example", at: new Date() };
  const branch = { repository: all.hosted, ref: "refs/heads/main", before: all.base, after: head, commits: [commit] };
  const response = await respond(await all.event(buildPushEvent(branch), { inputs: revoke }));
  expect(response.exposedAtIs).toBe("pushed");
  const { exposedAt: _pushed, ...steps } = response;
  const times = [steps.foundAt, steps.identifiedAt, steps.containedAt, steps.verifiedAt];
  expect(times).not.toContain(null);
  expect(times.toSorted()).toEqual(times);
});

test("a pull request is measured from the commit, and the words say it", async () => {
  const { all, respond } = await leak();
  await using _ = all;
  const ran = await all.pullRequest({ inputs: revoke });
  expect(await respond(ran)).toMatchObject({ exposedAtIs: "committed" });
  for (const told of [ran.summary, ran.stdout, all.comments()[0]?.body ?? ""])
    expect(told).toContain(" after it leaked");
});

test("a key that an earlier run revoked keeps the time of that, as the audit file has it", async () => {
  const { all, respond } = await leak();
  await using _ = all;
  const inputs = { ...revoke, "audit-file": path.join(all.folder, "audit.jsonl") };
  const first = await respond(await all.pullRequest({ inputs }));
  const second = await respond(await all.pullRequest({ inputs }));
  expect(second).toEqual({ ...first, foundAt: null, identifiedAt: null, verifiedAt: null });
  expect(second.containedAt).not.toBe(null);
});

test("a key that nobody asked about was found, and no more", async () => {
  const { all, respond } = await leak();
  await using _ = all;
  const response = await respond(await all.pullRequest({ inputs: { "openai-admin-key": "" } }));
  expect(response.foundAt).not.toBe(null);
  expect(response).toMatchObject({ identifiedAt: null, containedAt: null, verifiedAt: null, secondsExposed: null });
});
