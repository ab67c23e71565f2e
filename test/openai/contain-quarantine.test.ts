import { describe, expect, test } from "vitest";
import type { Fault } from "../../src/sandbox/faults.ts";
import { place, stateOf, UNTOUCHED } from "./containment.ts";

const QUARANTINE = { kind: "quarantine" } as const;
const HARMLESS = ["api.model.read"];

/** Entries whose scopes are none. */
const withOddScopes: Fault = (real) => {
  const { data } = real.body as { data: { "api_key.created": { data: object } }[] };
  const made = data.map((entry) => {
    const what = { ...entry["api_key.created"], data: { scopes: ["| a table |", "<b>", 7] } };
    return { ...entry, "api_key.created": what };
  });
  return { ...real, body: { object: "list", data: made, has_more: false } };
};

describe.concurrent("quarantine", () => {
  test("leaves one harmless scope, tells what the scopes were, and is seen to hold", async () => {
    await using at = await place();
    const { key } = at;
    expect(await at.reach(key)).toBe("wide");
    expect(await at.contain(key, QUARANTINE)).toEqual({
      kind: "contained",
      by: "quarantine",
      verified: true,
      stopped: false,
      at: expect.any(Date) as Date,
      endsAt: null,
      scopesBefore: ["api.all"],
    });
    expect([key.scopes, key.expiresAt, key.deletedAt]).toEqual([HARMLESS, null, null]);
    expect(await at.reach(key)).toBe("narrow");
    expect(await at.validity(key)).toMatchObject({ because: "restricted" });
  });

  test("of a key that is quarantined writes nothing, and still tells what its scopes were", async () => {
    await using at = await place();
    const { key } = at;
    await at.contain(key, QUARANTINE);
    const again = await at.contain(key, QUARANTINE);
    expect(again).toMatchObject({ kind: "contained", verified: true, scopesBefore: ["api.all"] });
    expect(at.writesTo(key)).toHaveLength(1);
  });

  test("of a key that somebody gave its scopes back is done again", async () => {
    await using at = await place();
    const { key } = at;
    await at.contain(key, QUARANTINE);
    const scopes = ["api.files.read", "api.model.request"];
    key.scopes = scopes;
    at.acme.usageLog.logUpdate(key, { by: at.admin, scopes, at: at.clock.now().getTime() / 1000 });
    expect(await at.contain(key, QUARANTINE)).toMatchObject({ verified: true, scopesBefore: scopes });
    expect(key.scopes).toEqual(HARMLESS);
  });

  test("of a key that the log says is quarantined and that reaches further is done again", async () => {
    await using at = await place();
    const { key } = at;
    at.acme.usageLog.logUpdate(key, { by: at.admin, scopes: HARMLESS, at: at.clock.now().getTime() / 1000 });
    expect(await at.contain(key, QUARANTINE)).toMatchObject({ verified: true, scopesBefore: ["api.all"] });
    expect(at.writesTo(key)).toHaveLength(1);
  });

  test("tells the last scopes of this very key, by the newest change of them", async () => {
    await using at = await place();
    const { key } = at;
    const at2020 = Date.UTC(2020, 0) / 1000;
    at.acme.usageLog.logUpdate(key, { by: at.admin, scopes: ["api.model.request"], at: at2020 + 2 ** 28 });
    at.acme.usageLog.logUpdate(key, { by: at.admin, scopes: undefined, at: at2020 + 2 ** 28 + 50 });
    at.acme.usageLog.logUpdate(at.admin, { by: at.admin, scopes: ["api.others"], at: at2020 + 2 ** 28 + 60 });
    at.openai.fault(({ path }) =>
      path.endsWith("/audit_logs")
        ? (real) => {
            // A server that does not know the filters sends everything, in any order.
            const data = at.acme.usageLog.auditLog.map(({ entry }) => entry);
            return { ...real, body: { object: "list", data, has_more: false } };
          }
        : null,
    );
    expect(await at.contain(key, QUARANTINE)).toMatchObject({ scopesBefore: ["api.model.request"] });
  });

  test("tells of an empty list of scopes as what it is: all permissions", async () => {
    await using at = await place();
    const { key } = at;
    at.acme.usageLog.logUpdate(key, { by: at.admin, scopes: [], at: at.clock.now().getTime() / 1000 });
    expect(await at.contain(key, QUARANTINE)).toMatchObject({ verified: true, scopesBefore: [] });
  });

  test.for([
    ["an error", { status: 500 }],
    ["a refusal", { status: 403, body: { error: { message: "Missing scopes: api.audit_logs.read.", code: null } } }],
    ["a page of a proxy", "html"],
    ["an empty body", "empty"],
    ["a reset", "reset"],
    ["silence", "hang"],
    ["scopes that are no scopes", withOddScopes],
  ] as const satisfies readonly (readonly [string, Fault])[])("is held up by nothing that the log answers: %s", async ([
    ,
    fault,
  ]) => {
    await using at = await place();
    const { key } = at;
    at.openai.fault(({ path }) => (path.endsWith("/audit_logs") ? fault : null));
    expect(await at.contain(key, QUARANTINE)).toMatchObject({ verified: true, scopesBefore: null });
    expect(key.scopes).toEqual(HARMLESS);
  });

  test("where the log is off knows nothing of the scopes", async () => {
    await using at = await place();
    const { key } = at;
    at.acme.usageLog.isAuditLogEnabled = false;
    expect(await at.contain(key, QUARANTINE)).toMatchObject({ verified: true, scopesBefore: null });
  });

  test("of a key that could reach nothing before is done, proves nothing, and does not wait for it", async () => {
    await using at = await place();
    const narrow = at.acme.accountKey(at.web, "caller", { scopes: ["api.model.request"], madeBy: at.ada });
    const before = at.clock.elapsed();
    expect(await at.contain(narrow, QUARANTINE)).toMatchObject({
      kind: "contained",
      verified: false,
      scopesBefore: ["api.model.request"],
    });
    expect(at.clock.elapsed()).toBe(before);
    expect(narrow.scopes).toEqual(HARMLESS);
  });

  test("that takes a while to spread is waited for", async () => {
    await using at = await place();
    const { key } = at;
    at.acme.propagation.scopes = 400;
    expect(await at.contain(key, QUARANTINE)).toMatchObject({ kind: "contained", verified: true });
  });

  test("that takes longer than patience is contained, and not verified", async () => {
    await using at = await place();
    const { key } = at;
    at.acme.propagation.scopes = 600_000;
    expect(await at.contain(key, QUARANTINE)).toMatchObject({
      kind: "contained",
      verified: false,
    });
    expect(key.scopes).toEqual(HARMLESS);
  });

  test("that OpenAI says yes to and does not do is never verified", async () => {
    await using at = await place();
    const { key } = at;
    key.defects.add("updates-nothing");
    const outcome = await at.contain(key, QUARANTINE);
    expect(outcome).toMatchObject({ kind: "contained", verified: false });
  });

  test("whose scope OpenAI refuses is failed, and nothing wider is tried in its place", async () => {
    await using at = await place();
    const { key } = at;
    at.openai.fault(({ method }) =>
      method === "POST"
        ? { status: 400, body: { error: { message: "Invalid 'scopes'.", code: "invalid_value" } } }
        : null,
    );
    expect(await at.contain(key, QUARANTINE)).toEqual({ kind: "failed", because: "refused" });
    expect(at.writesTo(key)).toHaveLength(1);
    expect(stateOf(key)).toEqual(UNTOUCHED);
  });

  test("is found done by the key where the answer was lost", async () => {
    await using at = await place();
    const { key } = at;
    at.openai.fault(({ method }) => (method === "POST" ? () => ({ status: 502 }) : null));
    expect(await at.contain(key, QUARANTINE)).toMatchObject({ kind: "contained", verified: true });
    expect(at.writesTo(key)).toHaveLength(1);
  });
});

describe.concurrent("how far a key reaches", () => {
  test("is wide where it may do more than quarantine leaves, and narrow where it may not", async () => {
    await using at = await place();
    const reaches = [];
    for (const scopes of [null, ["api.all.read"], ["api.files.read"], HARMLESS, ["api.model.request"]]) {
      reaches.push(await at.reach(at.acme.accountKey(at.web, "bot", { scopes })));
    }
    expect(reaches).toEqual(["wide", "wide", "wide", "narrow", "narrow"]);
  });

  test("was never wide where only a garbled answer said so: what did nothing is not verified", async () => {
    await using at = await place();
    const { key } = at;
    key.scopes = ["api.model.request"];
    key.defects.add("updates-nothing");
    let asked = 0;
    at.openai.fault(({ path }) => (path === "/v1/files" && ++asked <= 2 ? { status: 200, body: {} } : null));
    expect(await at.contain(key, QUARANTINE)).toMatchObject({ kind: "contained", verified: false });
    expect(key.scopes).toEqual(["api.model.request"]);
  });

  test("is found out by one request that changes nothing", async () => {
    await using at = await place();
    const { key } = at;
    const before = at.openai.requests.length;
    await at.reach(key);
    expect(at.openai.requests.slice(before)).toMatchObject([{ method: "GET", path: "/v1/files", query: "?limit=1" }]);
  });

  test.for([
    "reset",
    "html",
    "redirect",
    { status: 500 },
    { status: 401, body: "denied" },
    { status: 403, body: { error: { message: "Forbidden", code: null } } },
    { status: 404, body: { error: { message: "No such address.", code: null } } },
    { status: 429, body: { error: { message: "Slow down.", code: "rate_limit_exceeded" } } },
    { status: 204 },
    { status: 200, body: {} },
    { status: 200, body: "null" },
    { status: 200, body: { object: "list", data: {} } },
  ] as const)("is untold where the answer is another: %o", async (fault) => {
    await using at = await place();
    const { key } = at;
    at.openai.fault(({ path }) => (path === "/v1/files" ? fault : null));
    expect(await at.reach(key)).toBe("untold");
  });

  test("of a key that is no more is untold", async () => {
    await using at = await place();
    const { key } = at;
    key.deletedAt = 1;
    expect(await at.reach(key)).toBe("untold");
  });
});
