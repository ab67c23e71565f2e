import { expect, test } from "vitest";
import type { Impact } from "../../../../src/domain/impact.ts";
import { formatPlain } from "../../../../src/report/line.ts";
import { describeUse, describeUseBriefly, listUseDetails } from "../../../../src/report/wording/key/use.ts";
import { createFakeKey } from "../../../../src/sandbox/fake-keys.ts";
import { recordOf } from "../../../support/facts.ts";
import { finding } from "../../stories.ts";

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
  buckets: null,
};
const NOW = impact.asOf;
const silent = { requests: null, inputTokens: null, outputTokens: null, models: null, cost: null, changes: null };
const using = (differing: Partial<Impact>) => finding({ impact: { ...impact, ...differing } });
const said = (differing: Partial<Impact> = {}) => formatPlain(describeUse(using(differing), NOW) ?? []);
const details = (differing: Partial<Impact> = {}) =>
  listUseDetails(using(differing), NOW).map((one) => formatPlain(one));

test("what a key was used for is told in figures that people can use, with their time", () => {
  expect(said()).toBe("1,200 requests, 0.42 USD (11:30 UTC) · are they yours? (platform.openai.com/usage)");
  expect(describeUseBriefly(using({}))).toBe("1,200 requests, 0.42 USD");
  expect(details()).toEqual([
    "By model: gpt-5 34,000 tokens in, 900 out.",
    "Counted from 10:00 UTC to 11:30 UTC; costs by whole days (UTC).",
  ]);
});

test("a key that was not used so far has no requests, and nobody is asked about them", () => {
  const none = { requests: 0, inputTokens: 0, outputTokens: 0, models: [], cost: null, changes: null };
  expect(said(none)).toBe("0 requests (11:30 UTC)");
  expect(said({ ...none, asOf: new Date("2026-11-20T10:20:00Z") })).toBe(
    "0 requests (10:20 UTC; OpenAI counts some minutes late)",
  );
});

test("what a source did not tell is said with its reason, and never a nought", () => {
  const untold = [
    { source: "usage", because: "not-permitted" },
    { source: "costs", because: "no-answer" },
    { source: "audit-log", because: "off" },
  ] as const;
  expect(said({ ...silent, untold })).toBe(
    "not known. Usage not known: the Admin API key may not read them. Costs not known: OpenAI did not answer. " +
      "Changes in the organisation not known: OpenAI keeps no audit log for this organisation.",
  );
});

test("what was changed with a key is counted, and told by name", () => {
  const made = (id: string) => ({ what: "api_key.created", at: impact.asOf, id, name: "backup" });
  const changes = ["key_2", "key_3", "key_4", "key_5"].map(made);
  expect(said({ changes })).toContain("4 changes in the organisation");
  expect(details({ changes })).toContain(
    "Changed with it: api_key.created key_2 (backup), api_key.created key_3 (backup), api_key.created key_4 (backup), 1 more.",
  );
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
  expect(details({ models })[0]).toBe(
    "By model: gpt-5 3,000 tokens in, 80 out; gpt-5-mini 40 tokens in, 0 out; images 1 request.",
  );
});

test("of many models the sum is told, and the first few", () => {
  const models = ["a", "b", "c", "d", "e"].map((model) => use(model, 2));
  expect(details({ models })[0]).toBe(
    "By model: all: 34,000 tokens in, 900 out; a 2 requests; b 2 requests; c 2 requests; 2 more models.",
  );
});

test("a small sum is not called nothing", () => {
  expect(said({ cost: { value: 0.004, currency: "usd" } })).toContain("under 0.01 USD");
  expect(said({ cost: { value: 0, currency: "usd" } })).toContain("0.00 USD");
});

test("who created a key is told where it is not its owner", () => {
  const saidOf = (createdBy: Impact["createdBy"]) => details({ createdBy }).join(" ");
  expect(saidOf({ kind: "user", id: "user-2", name: "Bob" })).toContain("Created by Bob.");
  expect(saidOf({ kind: "user", id: "user-2", name: null })).toContain("Created by user-2.");
  expect(saidOf({ kind: "key", id: "key_9", name: "guard" })).toContain("Another key created it: guard.");
  expect(saidOf({ kind: "key", id: null, name: null })).toContain("Another key created it.");
  const owner = { kind: "user", id: "user-1", name: "Ada" } as const; // As recordOf has it.
  for (const nobody of [owner, { kind: "user" as const, id: null, name: null }, null]) {
    expect(saidOf(nobody)).not.toMatch(/reated/);
  }
});

test("who created a service account's key is told as well", () => {
  const text = createFakeKey("service-account", "a");
  const record = recordOf(text, { owner: { kind: "service-account", id: "user-7", name: "bot" } });
  const createdBy = { kind: "user", id: "user-1", name: "Ada" } as const;
  const made = finding({ identity: { kind: "ours", record, chance: 0 }, impact: { ...impact, createdBy } });
  expect(listUseDetails(made, NOW).map((one) => formatPlain(one))).toContain("Created by Ada.");
});

test("the use of a key is not told of a text that only resembles it", () => {
  const decoy = { possession: "not-accepted", validity: { kind: "inactive", because: "refused" } } as const;
  expect(describeUse(finding({ impact, ...decoy }), NOW)).toBeNull();
  expect(describeUse(finding({ impact, possession: "someone-else" }), NOW)).toBeNull();
  const unproven = { possession: "not-tried", validity: { kind: "active", because: "listed" } } as const;
  expect(formatPlain(describeUse(finding({ impact, ...unproven }), NOW) ?? [])).toMatch(/^by the key ci: 1,200/);
});
