import { describe, expect, test } from "vitest";
import type { Answer } from "../../src/sandbox/answer.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { stars } from "../support/facts.ts";
import { ACTS, place, stateOf, UNTOUCHED } from "./containment.ts";

const saying = (fields: object) => (real: Answer) => ({ ...real, body: { ...(real.body as object), ...fields } });
const owner = { type: "service_account", service_account: { id: "user-somebody", name: "bot" } };

describe.concurrent.each(ACTS)("before it does anything ($kind)", (act) => {
  test.for([
    ["another owner", { owner }],
    ["an owner of another kind", { owner: { type: "user", user: { name: "Ada" } } }],
    ["another key's ends", { redacted_value: stars(createFakeKey("project", "another")) }],
    ["ends of another length", { redacted_value: "sk-proj-*****" }],
    ["no ends", { redacted_value: null }],
    ["another time of its making", { created_at: 1_790_000_000 }],
  ] as const)("it leaves a record alone that now has %s", async ([, fields]) => {
    await using at = await place();
    const { key } = at;
    at.whenRead(key, saying(fields));
    expect(await at.contain(key, act)).toEqual({ kind: "failed", because: "changed" });
    expect(at.writesTo(key)).toEqual([]);
  });

  test.for([
    ["another name and a later use", { name: "renamed", last_used_at: 1_790_000_000 }],
    ["no owner, and no time", { owner: null, created_at: null }],
    ["its ends in the other form", (text: string) => ({ redacted_value: `sk-...${text.slice(-3)}` })],
  ] as const)("it takes a record for the same that has %s", async ([, fields]) => {
    await using at = await place();
    const { key } = at;
    at.whenRead(key, saying(typeof fields === "function" ? fields(key.text) : fields));
    const outcome = await at.contain(key, act);
    expect(at.writesTo(key)).toHaveLength(1);
    expect(["contained", "failed"]).toContain(outcome.kind);
    expect(outcome).not.toMatchObject({ because: "changed" });
  });

  test.for([
    ["reset", "network"],
    [{ status: 500 }, "server-error"],
    [{ status: 429, headers: { "retry-after": "0" } }, "rate-limited"],
    ["html", "not-understood"],
    ["empty", "not-understood"],
    ["truncated", "not-understood"],
    ["redirect", "not-understood"],
    [{ status: 404, body: "<html>not here</html>" }, "not-understood"],
    [{ status: 403, body: "<html>proxy</html>" }, "not-understood"],
    [{ status: 403, body: { error: { message: "Missing scopes: api.x.read.", code: null } } }, "not-permitted"],
  ] as const)("it does nothing where the record cannot be read: %o", async ([fault, because]) => {
    await using at = await place();
    const { key } = at;
    at.whenRead(key, fault);
    expect(await at.contain(key, act)).toEqual({ kind: "failed", because });
    expect(at.writesTo(key)).toEqual([]);
    expect(stateOf(key)).toEqual(UNTOUCHED);
  });

  test("it finds that somebody else was first, once the key is refused as well", async () => {
    await using at = await place();
    const { key } = at;
    const listed = await at.recordOf(key);
    key.deletedAt = at.clock.now().getTime();
    expect(await at.contain(key, act, { listed })).toEqual({ kind: "already-gone" });
    expect(at.writesTo(key)).toEqual([]);
  });

  test("it does not believe a 404 of a key that works", async () => {
    await using at = await place();
    const { key } = at;
    at.whenRead(key, { status: 404, body: { error: { message: "No such API key.", code: "not_found" } } });
    expect(await at.contain(key, act)).toEqual({ kind: "failed", because: "not-understood" });
    expect(stateOf(key)).toEqual(UNTOUCHED);
  });

  test("it does not believe a 404 of a proxy, whatever the key does", async () => {
    await using at = await place();
    const { key } = at;
    const listed = await at.recordOf(key);
    key.expiresAt = 1; // Refused, for another reason than that it is gone.
    at.whenRead(key, { status: 404, body: "<html>not here</html>" });
    expect(await at.contain(key, act, { listed })).toEqual({ kind: "failed", because: "not-understood" });
    expect(at.writesTo(key)).toEqual([]);
  });

  test("it learns from OpenAI's refusal that the Admin API key may only read, and stops", async () => {
    await using at = await place();
    const { key } = at;
    const by = at.acme.adminKey(at.ada, { scopes: ["api.management.read"] });
    expect(await at.contain(key, act, { by })).toEqual({ kind: "refused", because: "read-only-admin-key" });
    expect(at.writesTo(key)).toHaveLength(1);
    expect(stateOf(key)).toEqual(UNTOUCHED);
  });
});

describe.concurrent.each(ACTS)("the request itself ($kind)", (act) => {
  test("is made again when the answer was lost, and the record shows nothing of it", async () => {
    await using at = await place();
    const { key } = at;
    at.whenWritten(key, (times) => (times < 3 ? "reset" : null));
    expect(await at.contain(key, act)).toMatchObject({ kind: "contained", by: act.kind, verified: true });
    expect(at.writesTo(key)).toHaveLength(3);
  });

  test.for([
    ["reset", "network"],
    ["hang", "network"],
    ["stall", "network"],
    [{ status: 500 }, "server-error"],
    [{ status: 502, body: "<html>bad gateway</html>" }, "server-error"],
    [{ status: 429, headers: { "retry-after": "0" } }, "rate-limited"],
    [{ status: 429, headers: { "retry-after": "3600" } }, "rate-limited"],
    [{ status: 429 }, "rate-limited"],
    [{ status: 401, body: { error: { message: "No.", code: "invalid_api_key" } } }, "not-permitted"],
    [{ status: 403, body: "<html>firewall</html>" }, "not-understood"],
    [{ status: 404, body: "<html>not here</html>" }, "not-understood"],
    [{ status: 400, body: { error: { message: "Invalid scope.", code: "invalid_value" } } }, "refused"],
    [{ status: 409, body: { error: { message: "Conflict.", code: null } } }, "not-understood"],
    ["html", "not-understood"],
    ["empty", "not-understood"],
    ["truncated", "not-understood"],
    ["redirect", "not-understood"],
    [{ status: 200, body: "null" }, "not-understood"],
    [{ status: 200, body: { id: "key_of-another", deleted: true, object: "x" } }, "not-understood"],
  ] as const)("is failed, never contained, where it is answered by %o", async ([fault, because]) => {
    await using at = await place();
    const { key } = at;
    at.whenWritten(key, () => fault);
    expect(await at.contain(key, act)).toEqual({ kind: "failed", because });
    expect(stateOf(key)).toEqual(UNTOUCHED);
    expect(at.writesTo(key).length).toBeLessThanOrEqual(5);
  });

  test("waits as long as OpenAI asks for, and is made again", async () => {
    await using at = await place();
    const { key } = at;
    const times: number[] = [];
    at.whenWritten(key, (count) => {
      times.push(at.clock.elapsed());
      return count === 1 ? { status: 429, headers: { "retry-after": "1" } } : null;
    });
    expect(await at.contain(key, act)).toMatchObject({ kind: "contained", verified: true });
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(950);
  });

  test("does not claim what somebody else did while it waited", async () => {
    await using at = await place();
    const { key } = at;
    at.whenWritten(key, (times) => {
      if (times > 1) return null;
      key.deletedAt = at.clock.now().getTime();
      return { status: 429, headers: { "retry-after": "0" } };
    });
    expect(await at.contain(key, act)).toEqual({ kind: "already-gone" });
  });
});
