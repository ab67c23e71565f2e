import { expect, test } from "vitest";
import type { Impact } from "../../../src/domain/impact.ts";
import { listSteps } from "../../../src/report/advice/advice.ts";
import { formatPlain } from "../../../src/report/line.ts";
import { describeImpact, describeUse } from "../../../src/report/wording/use.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { recordOf } from "../../support/facts.ts";
import { finding } from "../stories.ts";

const impact: Impact = {
  since: new Date("2026-11-20T10:00:00Z"),
  asOf: new Date("2026-11-20T11:30:00Z"),
  requests: 1200,
  inputTokens: 34_000,
  outputTokens: 900,
  models: [{ model: "gpt-5", requests: 1200, inputTokens: 34_000, outputTokens: 900 }],
  cost: { value: 0.4219, currency: "usd" },
  changes: [],
  createdBy: null,
  untold: [],
};

const said = (differing: Partial<Impact>) => formatPlain(describeImpact({ ...impact, ...differing }));

test("what was done with a key is told with both its times", () => {
  expect(said({})).toBe(
    "Since 2026-11-20 10:00 UTC, as of 11:30: 1,200 requests (gpt-5: 34,000 tokens in, 900 out), " +
      "0.42 USD (by whole days of UTC), nothing changed in the organisation.",
  );
});

test("a key that was not used so far has no requests, and no tokens need be told of", () => {
  const none = { requests: 0, inputTokens: 0, outputTokens: 0, models: [], cost: null, changes: null };
  expect(said(none)).toBe("Since 2026-11-20 10:00 UTC, as of 11:30: no requests.");
});

test("what a source did not tell is said with its reason, and never a nought", () => {
  const silent = { requests: null, inputTokens: null, outputTokens: null, models: null, cost: null, changes: null };
  const untold = [
    { source: "usage", because: "not-permitted" },
    { source: "costs", because: "no-answer" },
    { source: "audit-log", because: "off" },
  ] as const;
  expect(said({ ...silent, untold })).toBe(
    "Not told: usage, since the Admin API key may not read them. Not told: costs, since OpenAI did not answer. " +
      "Not told: changes, since OpenAI keeps no audit log for this organisation.",
  );
});

test("what was made with a key is to be looked at, since it outlives the key", () => {
  const made = (id: string) => ({ what: "api_key.created", at: impact.asOf, id, name: "backup" });
  const changes = ["key_2", "key_3", "key_4", "key_5"].map(made);
  const steps = listSteps(finding({ impact: { ...impact, changes } }), "range").map((step) => formatPlain(step));
  expect(steps[1]).toBe(
    "Look at what was changed with it since, and undo what nobody of yours did: api_key.created key_2 (backup), " +
      "api_key.created key_3 (backup), api_key.created key_4 (backup), 1 more.",
  );
  expect(formatPlain(describeImpact({ ...impact, changes }))).toContain("4 changes in the organisation");
});

const use = (
  model: string,
  requests: number,
  inputTokens: number | null = null,
  outputTokens: number | null = null,
) => ({
  model,
  requests,
  inputTokens,
  outputTokens,
});

test("tokens are told by model, and of what has none the requests", () => {
  const models = [use("gpt-5", 9, 3000, 80), use("gpt-5-mini", 2, 40, 0), use("images", 1), use("unused", 0, 0, 0)];
  expect(said({ models })).toContain(
    "1,200 requests (gpt-5: 3,000 tokens in, 80 out; gpt-5-mini: 40 tokens in, 0 out; images: 1 request),",
  );
});

test("of many models the sum is told, and the first few", () => {
  const models = ["a", "b", "c", "d", "e"].map((model) => use(model, 2));
  expect(said({ models })).toContain(
    "1,200 requests (34,000 tokens in, 900 out; a: 2 requests; b: 2 requests; c: 2 requests; 2 more models),",
  );
});

test("no requests so soon after a leak prove nothing, and that is said", () => {
  const none = { requests: 0, models: [], cost: null, changes: null, inputTokens: 0, outputTokens: 0 };
  expect(said({ ...none, asOf: new Date("2026-11-20T10:20:00Z") })).toBe(
    "Since 2026-11-20 10:00 UTC, as of 10:20: no requests. OpenAI counts some minutes late.",
  );
  expect(said({ ...none, asOf: new Date("2026-11-22T10:20:00Z") })).toBe(
    "Since 2026-11-20 10:00 UTC, as of 2026-11-22 10:20 UTC: no requests.",
  );
});

test("a small sum is not called nothing", () => {
  expect(said({ cost: { value: 0.004, currency: "usd" } })).toContain("under 0.01 USD");
  expect(said({ cost: { value: 0, currency: "usd" } })).toContain("0.00 USD");
});

test("who made a key is told where it is not its owner", () => {
  const owned = { id: "user-1", name: "Ada" }; // As recordOf has it.
  const saidOf = (createdBy: Impact["createdBy"]) =>
    formatPlain(describeUse(finding({ impact: { ...impact, createdBy } })) ?? []);
  expect(saidOf({ kind: "user", id: "user-2", name: "Bob" })).toMatch(/\. It was made by Bob, who does not own it\.$/);
  expect(saidOf({ kind: "user", id: "user-2", name: null })).toMatch(/ It was made by user-2, who does not own it\.$/);
  expect(saidOf({ kind: "key", id: "key_9", name: "guard" })).toMatch(
    / It was made by another key, key_9 \(guard\)\.$/,
  );
  expect(saidOf({ kind: "key", id: null, name: null })).toMatch(/ It was made by another key\.$/);
  for (const nobody of [{ kind: "user" as const, ...owned }, { kind: "user" as const, id: null, name: null }, null]) {
    expect(saidOf(nobody)).toMatch(/nothing changed in the organisation\.$/);
  }
});

test("who made a service account's key is told without calling that strange", () => {
  const text = createFakeKey("service-account", "a");
  const record = recordOf(text, { owner: { kind: "service-account", id: "user-7", name: "bot" } });
  const identity = { kind: "ours", record, chance: 0 } as const;
  const createdBy = { kind: "user", id: "user-1", name: "Ada" } as const;
  const made = finding({ identity, impact: { ...impact, createdBy } });
  expect(formatPlain(describeUse(made) ?? [])).toMatch(/ It was made by Ada\.$/);
});

test("the use of a key is not told of a text that only resembles it", () => {
  const decoy = { possession: "not-accepted", validity: { kind: "inactive", because: "refused" } } as const;
  expect(describeUse(finding({ impact, ...decoy }))).toBeNull();
  expect(describeUse(finding({ impact, possession: "someone-else" }))).toBeNull();
  const unproven = { possession: "not-tried", validity: { kind: "active", because: "listed" } } as const;
  expect(formatPlain(describeUse(finding({ impact, ...unproven })) ?? [])).toMatch(/^Of key_1: Since/);
  expect(formatPlain(describeUse(finding({ impact })) ?? [])).toMatch(/^Since/);
});
