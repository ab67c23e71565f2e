import { describe, expect, test } from "vitest";
import type { Containment } from "../../src/domain/decision.ts";
import type { KeyRecord } from "../../src/domain/inventory.ts";
import { mayBeRedactedAs } from "../../src/domain/redaction.ts";
import type { KeyProbe, Registry } from "../../src/domain/registry.ts";
import { Secret } from "../../src/domain/secret.ts";
import { createDecoy } from "../../src/sandbox/fake-keys.ts";

/** A registry of an organisation with two keys of two people, and another that may only read there. */
export type Holding = {
  registry: Registry;
  reader: Registry;
  /** Ids and texts of the two keys. */
  keys: readonly [{ id: string; text: string }, { id: string; text: string }];
};

/** What every registry does, whether it asks OpenAI or is made up for a test. `make` starts afresh for each question. */
export function isARegistry(make: () => Promise<Holding>): void {
  async function opened() {
    const { registry, reader, keys } = await make();
    const { records, gaps } = await registry.inventory();
    const [ours, others] = keys.map(({ id, text }) => {
      const record = records.find((one) => one.id === id);
      if (!record) throw new Error(`${id} is not listed`);
      return { record, secret: new Secret(text), text };
    });
    if (!ours || !others) throw new Error("two keys make the contract");
    return { registry, reader, records, gaps, ours, others };
  }
  const again = (registry: Registry, secret: Secret, record: KeyRecord): KeyProbe => ({
    validity: async () => (await registry.prove(secret, record)).validity,
    probeScopes: async () => await registry.probeScopes(secret),
  });
  const revoke = (record: KeyRecord): Containment => ({ kind: "revoke", record });

  describe("lists", () => {
    test("each key once, with ends that fit it alone, and no gaps", async () => {
      const { records, gaps, ours, others } = await opened();
      expect(gaps).toEqual([]);
      expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
      for (const { secret, record } of [ours, others]) {
        expect(records.filter(({ redacted }) => mayBeRedactedAs(secret, redacted ?? ""))).toEqual([record]);
        expect(record.home).toMatchObject({ kind: "project", id: expect.any(String) as string });
        expect(record.owner).toMatchObject({ kind: "user", id: expect.any(String) as string });
      }
      expect(JSON.stringify(records)).not.toContain(ours.text);
    });

    test("the same keys for an audit, which is told of no source that it did not ask for", async () => {
      const { registry, records, gaps } = await opened();
      const { keys, projects, users, usage, costs, scopes, ...facts } = await registry.collectFacts(new Set());
      expect(keys.map(({ id }) => id).toSorted()).toEqual(records.map(({ id }) => id).toSorted());
      expect(facts.gaps).toEqual(gaps);
      const ofProjects = projects.map(({ hasHardLimit }) => hasHardLimit);
      for (const { kind } of [users, usage, costs, scopes, ...ofProjects]) expect(kind).toBe("untold");
    });

    test("the same for whoever may only read", async () => {
      const { reader, ours, others } = await opened();
      const ids = (await reader.inventory()).records.map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining([ours.record.id, others.record.id]));
    });
  });

  describe("tries", () => {
    test("a key, and finds it proven to be its record's", async () => {
      const { registry, ours } = await opened();
      expect(await registry.prove(ours.secret, ours.record)).toEqual({
        validity: { kind: "active", because: "accepted" },
        possession: "proven",
      });
    });

    test("a key against somebody else's record, and against none", async () => {
      const { registry, ours, others } = await opened();
      expect((await registry.prove(ours.secret, others.record)).possession).toBe("someone-else");
      expect((await registry.prove(ours.secret, null)).possession).toBe("unnamed");
    });

    test("a look-alike with the same ends, which is refused and proves nothing", async () => {
      const { registry, ours } = await opened();
      const decoy = new Secret(createDecoy(ours.text));
      expect(mayBeRedactedAs(decoy, ours.record.redacted ?? "")).toBe(true);
      expect(await registry.prove(decoy, ours.record)).toEqual({
        validity: { kind: "inactive", because: "refused" },
        possession: "not-accepted",
      });
    });
  });

  test("tells the use of a key that nobody used as nought, with the time it is as of", async () => {
    const { registry, ours } = await opened();
    const since = new Date("2026-11-20T00:00:00Z");
    const impact = await registry.impact(ours.record, since);
    expect(impact).toMatchObject({ since, asOf: expect.any(Date) as Date, requests: 0, models: [] });
    expect(impact?.createdBy === null || impact?.createdBy.kind === "user").toBe(true);
    expect(impact?.changes === null).toBe(impact?.untold.some(({ source }) => source === "audit-log"));
  });

  describe("contains", () => {
    test("a key, which is refused from then on, and a second time finds it gone", async () => {
      const { registry, ours, others } = await opened();
      const ask = again(registry, ours.secret, ours.record);
      expect(await registry.contain(revoke(ours.record), ask)).toEqual({
        kind: "contained",
        by: "revoke",
        verified: true,
        stopped: true,
        at: expect.any(Date) as Date,
        endsAt: null,
        scopesBefore: null,
      });
      expect(await ask.validity()).toEqual({ kind: "inactive", because: "refused" });
      expect(await registry.contain(revoke(ours.record), ask)).toEqual({ kind: "already-gone" });
      expect((await registry.prove(others.secret, others.record)).possession).toBe("proven");
    });

    test("a key by its scopes, so that it works and reaches no further, and a second time changes nothing", async () => {
      const { registry, ours, others } = await opened();
      const ask = again(registry, ours.secret, ours.record);
      expect(await ask.probeScopes()).toBe("wide");
      for (const _ of ["once", "again"]) {
        expect(await registry.contain({ kind: "quarantine", record: ours.record }, ask)).toMatchObject({
          kind: "contained",
          by: "quarantine",
          verified: true,
          stopped: false,
          endsAt: null,
        });
        expect(await ask.probeScopes()).toBe("narrow");
        expect(await ask.validity()).toEqual({ kind: "active", because: "restricted" });
      }
      expect(await registry.probeScopes(others.secret)).toBe("wide");
    });

    test("a key by an end in a while, until which it works, and never lengthens it", async () => {
      const { registry, ours } = await opened();
      const ask = again(registry, ours.secret, ours.record);
      const expire = (grace: number): Containment => ({ kind: "expire", record: ours.record, grace });
      const outcome = await registry.contain(expire(3600), ask);
      expect(outcome).toMatchObject({ kind: "contained", by: "expire", verified: true, stopped: false });
      expect(outcome).toMatchObject({ endsAt: expect.any(Date) as Date, scopesBefore: null });
      expect(await ask.validity()).toEqual({ kind: "active", because: "accepted" });
      expect(await registry.contain(expire(7200), ask)).toEqual({ kind: "left", because: "expires-sooner" });
      expect(await registry.contain(expire(600), ask)).toMatchObject({ kind: "contained", verified: true });
    });

    test("a key that is quarantined or about to expire, for good", async () => {
      const { registry, ours } = await opened();
      const ask = again(registry, ours.secret, ours.record);
      await registry.contain({ kind: "quarantine", record: ours.record }, ask);
      await registry.contain({ kind: "expire", record: ours.record, grace: 3600 }, ask);
      expect(await registry.contain(revoke(ours.record), ask)).toMatchObject({ by: "revoke", verified: true });
      expect(await ask.probeScopes()).toBe("untold");
    });

    test("nothing with an Admin API key that may only read", async () => {
      const { reader, ours } = await opened();
      const ask = again(reader, ours.secret, ours.record);
      for (const decision of [
        revoke(ours.record),
        { kind: "quarantine", record: ours.record },
        { kind: "expire", record: ours.record, grace: 3600 },
      ] as const) {
        expect(await reader.contain(decision, ask)).toEqual({ kind: "refused", because: "read-only-admin-key" });
      }
      expect([(await ask.validity()).because, await ask.probeScopes()]).toEqual(["accepted", "wide"]);
    });
  });
}
