import { expect, test } from "vitest";
import type { Impact } from "../../src/domain/impact.ts";
import { advice } from "../../src/report/advice.ts";
import { inPlain } from "../../src/report/line.ts";
import { used } from "../../src/report/used.ts";
import { finding } from "./stories.ts";

const impact: Impact = {
  since: new Date("2026-11-20T10:00:00Z"),
  asOf: new Date("2026-11-20T11:30:00Z"),
  requests: 1200,
  inputTokens: 34_000,
  outputTokens: 900,
  models: [{ model: "gpt-5", requests: 1200, inputTokens: 34_000, outputTokens: 900 }],
  cost: { value: 0.4219, currency: "usd" },
  changes: [],
  untold: [],
};

const said = (differing: Partial<Impact>) => inPlain(used({ ...impact, ...differing }));

test("what was done with a key is told with both its times", () => {
  expect(said({})).toBe(
    "Since 2026-11-20 10:00 UTC: 1,200 requests (34,000 tokens in, 900 out, gpt-5), 0.42 USD on the days since (by UTC), " +
      "nothing changed in the organisation, as of 2026-11-20 11:30 UTC.",
  );
});

test("a key that was not used so far has no requests, and no tokens need be told of", () => {
  const none = { requests: 0, inputTokens: 0, outputTokens: 0, models: [], cost: null, changes: null };
  expect(said(none)).toBe("Since 2026-11-20 10:00 UTC: no requests, as of 2026-11-20 11:30 UTC.");
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
  const steps = advice(finding({ impact: { ...impact, changes } })).map((step) => inPlain(step));
  expect(steps[1]).toBe(
    "Look at what was changed with it since, and undo what nobody of yours did: api_key.created key_2 (backup), " +
      "api_key.created key_3 (backup), api_key.created key_4 (backup), 1 more.",
  );
  expect(inPlain(used({ ...impact, changes }))).toContain("4 changes in the organisation");
});
