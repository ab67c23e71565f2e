import { describe, expect, test } from "vitest";
import type { Answer } from "../../../src/sandbox/answer.ts";
import type { Fault } from "../../../src/sandbox/faults.ts";
import { endless } from "../faulty-runs.ts";
import { CALLS, CLEAN, collectWith, ends, expectAlone, isUsage, listFaults, tell } from "./faulty-audits.ts";

/** Pages without end take thousands of requests; test/soak has those. */
const isQuick = ([, fault]: readonly [string, Fault]) => fault !== endless;

/** Of the faults at each call a fourth, another for each call. */
const FOURTH = 4;

const forbidden = (status: number): Answer => ({
  status,
  body: {
    error: {
      message: "You have insufficient permissions for this operation. Missing scopes: api.usage.read.",
      type: "invalid_request_error",
      param: null,
      code: "missing_scope",
    },
  },
});

test("without a fault everything is told", () => {
  expect(CLEAN.gaps).toEqual([]);
  expect(Object.values(tell(CLEAN)).flat()).not.toContainEqual(expect.objectContaining({ kind: "untold" }));
  expect(CLEAN.projects.map(({ isDefault }) => isDefault)).toEqual(["probably", "no", "no"]);
});

describe.concurrent("whatever OpenAI answers", () => {
  test.each(
    CALLS.map((call, index) => [...call, index] as const),
  )("when asked for %s, that source alone is untold, and never empty", async (_, source, isIt, index) => {
    const faults = listFaults(source).filter(isQuick);
    for (const [name, fault] of faults.filter((__, number) => number % FOURTH === index % FOURTH)) {
      const facts = await collectWith((asked) => (isIt(asked) ? fault : null));
      expectAlone(name, source, facts, ["no-answer", "unreadable", "not-permitted"]);
    }
  });

  test.each(CALLS)("a refusal of %s is told from no answer", async (_, source, isIt) => {
    for (const status of [401, 403]) {
      const facts = await collectWith((asked) => (isIt(asked) ? forbidden(status) : null));
      expectAlone(String(status), source, facts, ["not-permitted"]);
    }
    const facts = await collectWith((asked) => (isIt(asked) ? { status: 502 } : null));
    expectAlone("502", source, facts, ["no-answer"]);
  });
});

/** What may be amiss in an answer that is otherwise as it should be. */
const AMISS: readonly (readonly [name: string, change: (text: string) => string])[] = [
  ["not grouped by key", (text) => text.replaceAll('"api_key_id"', '"key"')],
  ["without the first day", (text) => text.replace(/\{"object":"bucket".*?\]\},?/, "")],
  ["without times", (text) => text.replaceAll('"start_time"', '"start"')],
  ["days that are none", (text) => text.replaceAll(/"start_time":(\d+)/g, '"start_time":1$1.5')],
  ["a list under another name", (text) => text.replace('"data"', String.raw`"d\u0061ta"`)],
  ["a day that is a list", (text) => text.replace('"data":[', '"data":[[],')],
  ["counts that are texts", (text) => text.replaceAll(/"num_model_requests":\d+/g, '"num_model_requests":"many"')],
  ["counts below zero", (text) => text.replaceAll(/"num_model_requests":/g, '"num_model_requests":-1')],
];

test.each(AMISS)("usage with %s is not taken for no use", async (_, change) => {
  const fault: Fault = (real) => ({ ...real, body: change(JSON.stringify(real.body)) });
  const facts = await collectWith((asked) => (isUsage("completions")(asked) ? fault : null));
  expectAlone("usage", "usage", facts, ["unreadable"]);
});

test.each([
  ["another currency", '"currency":"usd"', '"currency":"eur"'],
  ["no amount", '"amount"', '"sum"'],
  ["an amount that is no number", '"value":', '"value":"a lot","was":'],
])("costs with %s are not taken for none", async (_, word, other) => {
  const fault: Fault = (real) => ({ ...real, body: JSON.stringify(real.body).replaceAll(word, other) });
  const facts = await collectWith((asked) => (ends("/costs")(asked) ? fault : null));
  expectAlone("costs", "costs", facts, ["unreadable"]);
});

test("a listing of keys that fails leaves a gap, and all sources are told all the same", async () => {
  for (const isIt of [ends("/api_keys"), ends("/admin_api_keys")]) {
    const facts = await collectWith((asked) => (isIt(asked) ? { status: 500 } : null));
    expect(facts.gaps).toHaveLength(1);
    expect(Object.values(tell(facts)).flat()).not.toContainEqual(expect.objectContaining({ kind: "untold" }));
  }
  const facts = await collectWith((asked) => (ends("/projects")(asked) ? "html" : null));
  expect([facts.gaps.length, facts.projects.length]).toEqual([1, 0]);
  expect([facts.usage.kind, facts.users.kind]).toEqual(["told", "told"]);
});

test("an address that a proxy does not have is not a limit that is not set", async () => {
  const body = { error: { message: "Invalid URL (GET /v1/spend_limit)", type: "invalid_request_error", code: null } };
  const facts = await collectWith((asked) => (ends("/spend_limit")(asked) ? { status: 404, body } : null));
  expectAlone("404", "spend-limits", facts, ["unreadable"]);
});
