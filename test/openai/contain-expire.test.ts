import { describe, expect, test } from "vitest";
import type { Contained } from "../../src/domain/outcome.ts";
import { type Place, place, stateOf, UNTOUCHED } from "./containment.ts";

const HOUR = { kind: "expire", grace: 3600 } as const;
const inSeconds = ({ clock }: Place, seconds: number) => clock.now().getTime() / 1000 + seconds;
const isPost = ({ method }: { method: string }) => method === "POST";

describe.concurrent("letting a key expire", () => {
  test("gives it an end, which the record shows, and leaves it working until then", async () => {
    await using at = await place();
    const { key } = at;
    const end = inSeconds(at, 3600);
    const outcome = (await at.contain(key, HOUR)) as Contained;
    expect(outcome).toMatchObject({ kind: "contained", by: "expire", verified: true, stopped: false });
    expect(outcome.endsAt).toEqual(new Date((key.expiresAt ?? 0) * 1000));
    expect(key.expiresAt).toBe(end);
    expect([key.scopes, outcome.scopesBefore]).toEqual([null, null]);
    expect((await at.validity(key)).kind).toBe("active");
    expect(at.writesTo(key)).toHaveLength(1);
  });

  test("brings a later end forward", async () => {
    await using at = await place();
    const { key } = at;
    const end = inSeconds(at, 3600);
    key.expiresAt = inSeconds(at, 90_000);
    expect(await at.contain(key, HOUR)).toMatchObject({ kind: "contained", verified: true });
    expect(key.expiresAt).toBe(end);
  });

  test("never lengthens its life, also where somebody gave it an end in between", async () => {
    await using at = await place();
    const { key } = at;
    const listed = await at.recordOf(key);
    const end = inSeconds(at, 3000);
    key.expiresAt = end;
    expect(await at.contain(key, HOUR, { listed })).toEqual({ kind: "left", because: "expires-sooner" });
    expect(at.writesTo(key)).toEqual([]);
    expect(key.expiresAt).toBe(end);
  });

  test("leaves a key alone that expired in between", async () => {
    await using at = await place();
    const { key } = at;
    const listed = await at.recordOf(key);
    key.expiresAt = inSeconds(at, -10);
    for (const act of [HOUR, { kind: "quarantine" } as const]) {
      expect(await at.contain(key, act, { listed })).toEqual({ kind: "left", because: "already-inactive" });
    }
    expect(at.writesTo(key)).toEqual([]);
  });

  test("goes by OpenAI's clock, since the one here may be wrong by a year", async () => {
    await using at = await place();
    for (const year of [2020, 2033]) {
      const now = () => new Date(Date.UTC(year, 1, 1));
      const end = inSeconds(at, 3600);
      const other = at.acme.accountKey(at.web, `of ${year}`);
      expect(await at.contain(other, HOUR, { now })).toMatchObject({ kind: "contained", verified: true, at: now() });
      expect(other.expiresAt).toBe(end);
    }
  });

  test("is failed where OpenAI says yes and the record shows no end", async () => {
    await using at = await place();
    const { key } = at;
    key.defects.add("updates-nothing");
    expect(await at.contain(key, HOUR)).toEqual({ kind: "failed", because: "not-taken" });
    expect(stateOf(key)).toEqual(UNTOUCHED);
  });

  test("is failed where the record shows a later end than was asked for", async () => {
    await using at = await place();
    const { key } = at;
    key.defects.add("updates-nothing");
    key.expiresAt = inSeconds(at, 7200);
    expect(await at.contain(key, HOUR)).toEqual({ kind: "failed", because: "not-taken" });
  });

  test("is contained and not verified where the record cannot be read afterwards", async () => {
    await using at = await place();
    const { key } = at;
    at.openai.fault(({ path }) => (key.expiresAt !== null && path.endsWith(`/${key.id}`) ? { status: 500 } : null));
    const outcome = await at.contain(key, HOUR);
    // The answer to the update was one of those that failed, so that nobody knows.
    expect(outcome).toMatchObject({ kind: "contained", verified: false, stopped: false });
  });

  test("is not asked for a second time where the answer was lost and the record shows the end: it would move", async () => {
    await using at = await place();
    const { key } = at;
    at.openai.fault((asked) => (isPost(asked) ? () => ({ status: 502 }) : null));
    expect(await at.contain(key, HOUR)).toMatchObject({ kind: "contained", verified: true });
    expect(at.writesTo(key)).toHaveLength(1);
  });

  test("in a moment is waited for, until the key is refused and stays so", async () => {
    await using at = await place();
    const { key } = at;
    expect(await at.contain(key, { kind: "expire", grace: 1 })).toMatchObject({
      kind: "contained",
      by: "expire",
      verified: true,
      stopped: true,
    });
    expect((await at.validity(key)).kind).toBe("inactive");
  });

  test("in a moment that spreads slowly is verified by the record, and has not stopped", async () => {
    await using at = await place();
    const { key } = at;
    at.acme.propagation.expiry = 600_000;
    const outcome = await at.contain(key, { kind: "expire", grace: 1 });
    expect(outcome).toMatchObject({ kind: "contained", verified: true, stopped: false });
  });

  test("is verified where the record of an expired key goes away, once the key is refused", async () => {
    await using at = await place();
    const { key } = at;
    at.openai.fault(({ method, path }) =>
      method === "GET" && key.expiresAt !== null && path.endsWith(`/${key.id}`)
        ? { status: 404, body: { error: { message: "No such API key.", code: "not_found" } } }
        : null,
    );
    const outcome = await at.contain(key, { kind: "expire", grace: 1 });
    expect(outcome).toMatchObject({ kind: "contained", by: "expire", verified: true, stopped: true });
  });
});
