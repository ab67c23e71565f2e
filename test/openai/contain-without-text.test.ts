import { describe, expect, test } from "vitest";
import type { Containment } from "../../src/domain/decision.ts";
import type { Outcome } from "../../src/domain/outcome.ts";
import type { Fault } from "../../src/sandbox/faults.ts";
import type { Key } from "../../src/sandbox/openai/organization.ts";
import { type Act, type Place, place, stateOf, UNTOUCHED } from "./containment.ts";

const REVOKE = { kind: "revoke" } as const;
const EXPIRE = { kind: "expire", grace: 30 * 86_400 } as const;
const REVOKED = { kind: "contained", by: "revoke", verified: true, stopped: false, endsAt: null, scopesBefore: null };

/** Contains a key as an audit does: by its record, without its text. */
async function containRecord(at: Place, key: Key, act: Act): Promise<Outcome> {
  const decision: Containment = { ...act, record: await at.recordOf(key) };
  return await at.registry().contain(decision, null);
}

/** Whether the request asks for the list that a project's keys stand in. */
function isListing(method: string, path: string): boolean {
  return method === "GET" && /\/projects\/[^/]+\/api_keys$/.test(path);
}

describe.concurrent("a key whose text nobody has", () => {
  test("is revoked once neither its record nor the list has it, and is not called stopped: nobody tried it", async () => {
    await using at = await place();
    const neighbour = at.acme.accountKey(at.web, "neighbour");
    expect(await containRecord(at, at.key, REVOKE)).toEqual({ ...REVOKED, at: expect.any(Date) as Date });
    expect(at.key.deletedAt).not.toBe(null);
    expect(at.writesTo(at.key)).toHaveLength(1);
    expect(stateOf(neighbour)).toEqual(UNTOUCHED);
    expect(at.openai.requests.some(({ path }) => path === "/v1/me" || path === "/v1/models")).toBe(false);
  });

  test("is given an end that its record shows", async () => {
    await using at = await place();
    const outcome = await containRecord(at, at.key, EXPIRE);
    expect(outcome).toMatchObject({ kind: "contained", by: "expire", verified: true, stopped: false });
    expect(at.key.deletedAt).toBe(null);
    expect(await containRecord(at, at.key, { ...EXPIRE, grace: 60 * 86_400 })).toEqual({
      kind: "left",
      because: "expires-sooner",
    });
  });

  test.for([
    ["cannot be read", { status: 500 }],
    ["is a page of HTML", "html"],
    ["is cut off", "truncated"],
    ["is refused", { status: 403, body: { error: { message: "No.", type: "x", code: null, param: null } } }],
    ["says that there is no such project", { status: 404, body: { error: { message: "No.", type: "x", code: null } } }],
  ] as const satisfies readonly (readonly [string, Fault])[])("is not said to be gone where the list %s", async ([
    ,
    fault,
  ]) => {
    await using at = await place();
    at.openai.fault(({ method, path }) => (at.key.deletedAt !== null && isListing(method, path) ? fault : null));
    expect(await containRecord(at, at.key, REVOKE)).toMatchObject({
      kind: "contained",
      verified: false,
      stopped: false,
    });
  });

  test("is not said to be gone where the list has it still", async () => {
    await using at = await place();
    const { key } = at;
    const gone = { status: 404, body: { error: { message: "No such key.", type: "x", code: null, param: null } } };
    at.openai.fault(({ method, path }) => {
      if (method === "DELETE") return { status: 200, body: { object: "x", id: key.id, deleted: true } };
      return path.endsWith(`/${key.id}`) && at.writesTo(key).length > 0 ? gone : null;
    });
    expect(await containRecord(at, key, REVOKE)).toMatchObject({ kind: "contained", verified: false, stopped: false });
    expect(stateOf(key)).toEqual(UNTOUCHED);
  });

  test("is gone already where somebody else was first, by record and list", async () => {
    await using at = await place();
    const decision: Containment = { ...REVOKE, record: await at.recordOf(at.key) };
    at.key.deletedAt = at.clock.now().getTime();
    expect(await at.registry().contain(decision, null)).toEqual({ kind: "already-gone" });
    expect(at.writesTo(at.key)).toEqual([]);
  });

  test("is not believed to be gone on the word of a record's 404 alone", async () => {
    await using at = await place();
    at.whenRead(at.key, { status: 404, body: { error: { message: "No.", type: "x", code: null, param: null } } });
    expect(await containRecord(at, at.key, REVOKE)).toEqual({ kind: "failed", because: "not-understood" });
    expect(stateOf(at.key)).toEqual(UNTOUCHED);
  });

  test("of a record that somebody changed is left", async () => {
    await using at = await place();
    const record = await at.recordOf(at.key);
    const listed = { ...record, createdAt: new Date(0) };
    expect(await at.registry().contain({ ...REVOKE, record: listed }, null)).toEqual({
      kind: "failed",
      because: "changed",
    });
    expect(stateOf(at.key)).toEqual(UNTOUCHED);
  });
});
