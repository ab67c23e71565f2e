import { describe, expect, test } from "vitest";
import { Secret } from "../../src/domain/secret.ts";
import type { Answer } from "../../src/sandbox/answer.ts";
import { place, stateOf, UNTOUCHED } from "./containment.ts";

const REVOKE = { kind: "revoke" } as const;
const revoked = { kind: "contained", by: "revoke", verified: true, stopped: true, endsAt: null, scopesBefore: null };
const dead = { kind: "inactive", because: "refused" };

describe.concurrent("revoking", () => {
  test("ends keys of people and of service accounts, and admin keys; their neighbours go on", async () => {
    await using at = await place();
    const neighbour = at.acme.accountKey(at.web, "neighbour");
    for (const key of [at.acme.userKey(at.web, at.ada), at.acme.accountKey(at.web, "bot"), at.acme.adminKey(at.ada)]) {
      expect(await at.contain(key, REVOKE)).toEqual({ ...revoked, at: expect.any(Date) as Date });
      expect(await at.validity(key)).toEqual(dead);
      expect(at.writesTo(key)).toHaveLength(1);
    }
    expect(stateOf(neighbour)).toEqual(UNTOUCHED);
  });

  // Each trial that is refused asks twice, so that one to four refusals fall into the first two trials.
  test.for([1, 2, 3, 4])("is not taken in by a key that works once again after %i refusals", async (relapse) => {
    await using at = await place();
    const { key } = at;
    key.worksAgainAfter = relapse;
    expect(await at.contain(key, REVOKE)).toMatchObject(revoked);
    expect(key.worksAgainAfter).toBe(null);
    expect(await at.validity(key)).toEqual(dead);
  });

  test("tries the refused key again until a second has passed", async () => {
    await using at = await place();
    const { key } = at;
    const times: number[] = [];
    const { fingerprint } = new Secret(key.text);
    at.openai.fault(({ keyFingerprint }) => {
      if (keyFingerprint === fingerprint && key.deletedAt !== null) times.push(at.clock.elapsed());
      return null;
    });
    expect(await at.contain(key, REVOKE)).toMatchObject(revoked);
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(1000);
    expect(at.clock.elapsed()).toBeLessThan(4000);
  });

  test("that still works when patience ends is contained, and neither verified nor stopped", async () => {
    await using at = await place();
    const { key } = at;
    at.acme.propagation.deletion = 600_000;
    expect(await at.contain(key, REVOKE)).toMatchObject({
      kind: "contained",
      verified: false,
      stopped: false,
    });
  });

  test("of which the record cannot be read any more is stopped, and not verified", async () => {
    await using at = await place();
    const { key } = at;
    at.openai.fault(({ path }) => (key.deletedAt !== null && path.endsWith(`/${key.id}`) ? { status: 500 } : null));
    const outcome = await at.contain(key, REVOKE);
    expect(outcome).toMatchObject({ kind: "contained", verified: false, stopped: true });
  });

  test.for([
    ["its owner left", "invalid_project"],
    ["its account is closed", "account_deactivated"],
  ])("is not verified by a refusal that passes: %s", async ([, code]) => {
    await using at = await place();
    const { key } = at;
    const refusal: Answer = { status: 401, body: { error: { message: "No.", code, type: "x", param: null } } };
    at.openai.fault(({ path }) => (path === "/v1/me" ? refusal : null));
    const outcome = await at.contain(key, REVOKE);
    expect(outcome).toMatchObject({ kind: "contained", verified: false, stopped: false });
  });

  test("is failed where OpenAI says deleted and deletes nothing", async () => {
    await using at = await place();
    const { key } = at;
    key.defects.add("deletes-nothing");
    expect(await at.contain(key, REVOKE)).toEqual({ kind: "failed", because: "still-listed" });
    expect(stateOf(key)).toEqual(UNTOUCHED);
  });

  test.for([
    ["a lost answer", "reset"],
    ["a bad gateway", { status: 502 }],
    ["an empty answer", { status: 200, body: {} }],
    ["a 404 of a proxy", { status: 404, body: "<html>" }],
  ] as const)("is found done by the record and the key where it was done and answered by %s", async ([, fault]) => {
    await using at = await place();
    const { key } = at;
    at.openai.fault(({ method }) => {
      if (method !== "DELETE") return null;
      key.deletedAt = at.clock.now().getTime();
      return fault;
    });
    expect(await at.contain(key, REVOKE)).toMatchObject(revoked);
    expect(at.writesTo(key)).toHaveLength(1);
  });

  test("goes through where the first request took effect late, and the second finds nothing", async () => {
    await using at = await place();
    const { key } = at;
    let times = 0;
    at.openai.fault(({ method }) => {
      if (method !== "DELETE") return null;
      times += 1;
      if (times > 1) key.deletedAt = at.clock.now().getTime();
      return times === 1 ? "reset" : null;
    });
    expect(await at.contain(key, REVOKE)).toMatchObject(revoked);
  });
});

describe.concurrent("where OpenAI does not delete keys of service accounts yet", () => {
  test("they end in a second instead, and the outcome says so", async () => {
    await using at = await place();
    const { key } = at;
    at.acme.defects.add("keeps-account-keys");
    const outcome = await at.contain(key, REVOKE);
    expect(outcome).toMatchObject({ kind: "contained", by: "expire", verified: true, stopped: true });
    expect(at.writesTo(key).map(({ method }) => method)).toEqual(["DELETE", "POST"]);
    expect(await at.validity(key)).toEqual(dead);
  });

  test("keys of people are deleted all the same", async () => {
    await using at = await place();
    at.acme.defects.add("keeps-account-keys");
    expect(await at.contain(at.acme.userKey(at.web, at.ada), REVOKE)).toMatchObject(revoked);
  });

  test("a 400 for a person's key, or for an admin key, or of a proxy, is not understood and changes nothing", async () => {
    await using at = await place();
    const theirs: Answer = { status: 400, body: { error: { message: "No.", code: null, type: "x", param: null } } };
    for (const [key, fault, because] of [
      [at.acme.userKey(at.web, at.ada), theirs, "refused"],
      [at.acme.adminKey(at.ada), theirs, "refused"],
      [at.acme.accountKey(at.web, "bot"), { status: 400, body: "<html>bad request</html>" }, "not-understood"],
    ] as const) {
      at.openai.fault(({ method }) => (method === "DELETE" ? fault : null));
      expect(await at.contain(key, REVOKE)).toEqual({ kind: "failed", because });
      expect(at.writesTo(key).map(({ method }) => method)).toEqual(["DELETE"]);
      expect(stateOf(key)).toEqual(UNTOUCHED);
    }
  });
});
