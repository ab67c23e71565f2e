import { beforeEach, describe, expect, test } from "vitest";
import type { Impact } from "../../src/domain/impact.ts";
import { openAdminApi } from "../../src/openai/client.ts";
import { readImpact } from "../../src/openai/impact/impact.ts";
import { groupRequests } from "../../src/openai/impact/over-time.ts";
import type { Fault } from "../../src/sandbox/faults.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import type { Key, Organization } from "../../src/sandbox/openai/organization.ts";
import { hostOf } from "../support/in-process.ts";
import { TestClock } from "../support/test-clock.ts";

let openai: OpenAISandbox;
let acme: Organization;
let admin: Key;
let key: Key;

const NOW = new Date("2026-11-21T12:00:00Z");
const seconds = (time: string) => Date.parse(time) / 1000;

beforeEach(async () => {
  openai = await startOpenAI();
  acme = openai.organization("acme");
  const ada = acme.user("Ada");
  admin = acme.adminKey(ada);
  key = acme.userKey(acme.project("Web"), ada);
  return () => openai.close();
});

async function impact(since = "2026-11-21T10:30:00Z", { of = key, by = admin } = {}): Promise<Impact> {
  const api = await openAdminApi(hostOf(openai), by.text, new TestClock(NOW));
  return await readImpact(api, { keyId: of.id, since: new Date(since), until: NOW }, []);
}

describe("what was done with a key since it was exposed", () => {
  test("is told by requests, tokens, models and cost, and nothing from before or by other keys is in it", async () => {
    const { usageLog } = acme;
    usageLog.addUse(key, { at: seconds("2026-11-21T10:29:00Z"), requests: 1000 });
    usageLog.addUse(key, {
      at: seconds("2026-11-21T10:31:00Z"),
      requests: 3,
      inputTokens: 700,
      outputTokens: 50,
      cost: 0.4,
    });
    usageLog.addUse(key, {
      at: seconds("2026-11-21T11:59:00Z"),
      model: "gpt-5-mini",
      endpoint: "decisions",
      cost: 0.02,
    });
    usageLog.addUse(key, { at: seconds("2026-11-21T11:00:00Z"), model: "e", endpoint: "embeddings", inputTokens: 9 });
    usageLog.addUse(admin, { at: seconds("2026-11-21T11:00:00Z"), requests: 500 });
    expect(await impact()).toMatchObject({
      since: new Date("2026-11-21T10:30:00Z"),
      asOf: NOW,
      requests: 5,
      inputTokens: 809,
      outputTokens: 70,
      models: [
        { model: "gpt-5", requests: 3, inputTokens: 700, outputTokens: 50 },
        { model: "gpt-5-mini", requests: 1 },
        { model: "e", requests: 1, outputTokens: null },
      ],
    });
  });

  test("counts what a first day in UTC cost in full, and a stranger to OpenAI's days is told so by the words", async () => {
    acme.usageLog.addUse(key, { at: seconds("2026-11-21T00:10:00Z"), cost: 2 });
    acme.usageLog.addUse(key, { at: seconds("2026-11-20T23:50:00Z"), cost: 5 });
    expect((await impact()).cost).toEqual({ value: 2, currency: "usd" });
  });

  test("is nought where nothing was used, and not unknown", async () => {
    const { requests, models, cost } = await impact();
    expect({ requests, models, cost }).toEqual({ requests: 0, models: [], cost: { value: 0, currency: "usd" } });
  });

  test("keeps searches apart from the model requests that made them", async () => {
    const at = seconds("2026-11-21T11:00:00Z");
    acme.usageLog.addUse(key, { at, requests: 2 });
    acme.usageLog.addUse(key, { at, endpoint: "web_search_calls", requests: 7 });
    acme.usageLog.addUse(key, { at, endpoint: "file_search_calls", requests: 4 });
    const { requests, models } = await impact();
    expect(requests).toBe(2);
    expect(models?.map((one) => [one.model, one.requests])).toEqual([
      ["web searches", 7],
      ["file searches", 4],
      ["gpt-5", 2],
    ]);
  });

  test("is told over time, in a few dozen buckets of equal length, and with nothing more asked", async () => {
    acme.usageLog.addUse(key, { at: seconds("2026-11-21T10:31:00Z"), requests: 3 });
    acme.usageLog.addUse(key, { at: seconds("2026-11-21T10:34:00Z"), requests: 4, endpoint: "embeddings" });
    acme.usageLog.addUse(key, { at: seconds("2026-11-21T11:59:00Z"), requests: 5 });
    acme.usageLog.addUse(key, { at: seconds("2026-11-21T11:59:00Z"), requests: 9, endpoint: "web_search_calls" });
    const { buckets } = await impact();
    expect(buckets?.map(({ requests }) => requests)).toEqual([7, ...Array.from({ length: 16 }, () => 0), 5, 0]);
    expect(buckets?.[0]).toEqual({
      start: new Date("2026-11-21T10:30:00Z"),
      end: new Date("2026-11-21T10:35:00Z"),
      requests: 7,
    });
    expect(openai.requests.filter(({ path }) => path.includes("/usage/"))).toHaveLength(9);
  });

  test("is told over time only where OpenAI says when each request was", () => {
    const window = { since: new Date("2026-11-21T11:00:00Z"), until: NOW };
    expect(groupRequests([{ at: null, count: 1 }], window, 60)).toBeNull();
    expect(groupRequests([{ at: seconds("2026-11-20T11:00:00Z"), count: 1 }], window, 60)).toBeNull();
    expect(groupRequests([{ at: seconds("2026-11-21T11:00:00Z"), count: null }], window, 60)?.[0]?.requests).toBe(0);
  });

  test.each([
    ["three minutes", "2026-11-21T11:57:30Z", 1, 4],
    ["an hour and a half", "2026-11-21T10:30:00Z", 5, 19],
    ["ten hours", "2026-11-21T02:00:00Z", 15, 41],
    ["a day and a half", "2026-11-20T00:00:00Z", 60, 37],
    ["ten days", "2026-11-11T12:00:00Z", 6 * 60, 41],
    ["ten months", "2026-01-20T00:00:00Z", 7 * 24 * 60, 45],
  ])("is told over %s in buckets of %i minutes", async (_, since, minutes, count) => {
    acme.usageLog.addUse(key, { at: seconds(since) + 1 });
    acme.usageLog.addUse(key, { at: NOW.getTime() / 1000 });
    const buckets = (await impact(since)).buckets ?? [];
    const [first, last] = [buckets[0], buckets.at(-1)];
    expect(buckets).toHaveLength(count);
    expect([first?.requests, last?.requests]).toEqual([1, 1]);
    expect((first?.end.getTime() ?? 0) - (first?.start.getTime() ?? 0)).toBe(minutes * 60_000);
  });

  test.each([
    ["an hour and a half", "2026-11-21T10:30:00Z", "1m", 1],
    ["ten days", "2026-11-11T12:00:00Z", "1h", 2],
    ["ten months", "2026-01-20T00:00:00Z", "1d", 10],
  ])("is asked over %s in buckets that fit, page by page", async (_, since, width, pages) => {
    acme.usageLog.addUse(key, { at: seconds(since) + 61 });
    acme.usageLog.addUse(key, { at: NOW.getTime() / 1000 - 61 });
    expect((await impact(since)).requests).toBe(2);
    const asked = openai.requests.filter(({ path }) => path.endsWith("/completions"));
    expect(asked).toHaveLength(pages);
    expect(asked[0]?.query).toContain(`bucket_width=${width}`);
  });
});

describe("what was changed with a key", () => {
  test("is told from the audit log, oldest first, with what it was done to", async () => {
    acme.usageLog.logChange(admin, {
      at: seconds("2026-11-21T11:30:00Z"),
      what: "project.created",
      id: "proj_x",
      name: "cheap",
    });
    acme.usageLog.logChange(admin, {
      at: seconds("2026-11-21T11:00:00Z"),
      what: "api_key.created",
      id: "key_x",
      name: "x",
    });
    acme.usageLog.logChange(admin, {
      at: seconds("2026-11-21T10:00:00Z"),
      what: "api_key.created",
      id: "key_old",
      name: "x",
    });
    expect((await impact(undefined, { of: admin })).changes).toEqual([
      { what: "api_key.created", at: new Date("2026-11-21T11:00:00Z"), id: "key_x", name: null },
      { what: "project.created", at: new Date("2026-11-21T11:30:00Z"), id: "proj_x", name: "cheap" },
    ]);
  });

  test("is nothing only where somebody else's changes are in the log", async () => {
    acme.usageLog.logChange(admin, { at: 1, what: "api_key.created", id: "key_y", name: "y" });
    expect(await impact()).toMatchObject({ changes: [], untold: [] });
  });

  test("is not told by a log that was never written", async () => {
    acme.usageLog.isAuditLogEnabled = false;
    acme.usageLog.logChange(key, {
      at: seconds("2026-11-21T11:00:00Z"),
      what: "api_key.created",
      id: "key_y",
      name: "y",
    });
    expect(await impact()).toMatchObject({ changes: null, untold: [{ source: "audit-log", because: "off" }] });
  });
});

describe("a source that does not tell", () => {
  test("for want of permission is named, and the others are told", async () => {
    acme.usageLog.addUse(key, { at: seconds("2026-11-21T11:00:00Z") });
    const narrow = acme.adminKey(acme.user("Bob"), { scopes: ["api.management.read", "api.usage.read"] });
    expect(await impact(undefined, { by: narrow })).toMatchObject({
      requests: 1,
      changes: null,
      untold: [{ source: "audit-log", because: "not-permitted" }],
    });
    const blind = acme.adminKey(acme.user("Cleo"), { scopes: ["api.management.read"] });
    const { requests, cost, changes, untold } = await impact(undefined, { by: blind });
    expect({ requests, cost, changes }).toEqual({ requests: null, cost: null, changes: null });
    expect(untold.map(({ because }) => because)).toEqual(["not-permitted", "not-permitted", "not-permitted"]);
  });
});

describe("a source that fails", () => {
  const faults: readonly (readonly [Fault, string])[] = [
    ["reset", "no-answer"],
    ["cut-off", "unreadable"],
    ["truncated", "unreadable"],
    ["html", "unreadable"],
    ["empty", "unreadable"],
    ["redirect", "unreadable"],
    [{ status: 500, body: "oops" }, "no-answer"],
    [{ status: 429, headers: { "retry-after": "0" } }, "no-answer"],
    [{ status: 200, body: { object: "page", data: [{ results: "many" }], has_more: false } }, "unreadable"],
    [{ status: 200, body: { object: "page", data: [], has_more: true, next_page: null } }, "unreadable"],
    [{ status: 200, body: { object: "page", data: [], has_more: true, next_page: "p" } }, "unreadable"],
  ];

  test.each([
    ["usage", /\/usage\/embeddings$/, "requests"],
    ["costs", /\/costs$/, "cost"],
    ["audit-log", /\/audit_logs$/, "changes"],
  ] as const)(
    "of %s is unknown, never a nought, and the others are told",
    async (source, path, field) => {
      acme.usageLog.addUse(key, { at: seconds("2026-11-21T11:00:00Z") });
      acme.usageLog.logChange(admin, {
        at: seconds("2026-11-21T11:00:00Z"),
        what: "api_key.created",
        id: "key_y",
        name: "y",
      });
      for (const [fault, because] of faults) {
        openai.fault((asked) => (path.test(asked.path) ? fault : null));
        const told = await impact();
        expect(told[field], JSON.stringify(fault)).toBe(null);
        const reasons = ["no-answer", "unreadable"].includes(because) ? [because] : [];
        expect(told.untold.map((one) => one.source)).toEqual([source]);
        expect(reasons.concat("no-answer"), JSON.stringify(fault)).toContain(told.untold[0]?.because);
        for (const other of ["requests", "cost", "changes"] as const) {
          if (other !== field) expect(told[other]).not.toBe(null);
        }
      }
    },
    60_000,
  );
});
