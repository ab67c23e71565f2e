import type { KeyRecord, Unseen } from "../../src/domain/inventory.ts";
import type { Registry } from "../../src/domain/registry.ts";
import type { Secret } from "../../src/domain/secret.ts";

/** A key as the fake registry knows it: its record, and whether it still works. Its text is kept as a fingerprint. */
export type FakeKey = { record: KeyRecord; fingerprint: string; works?: boolean };

/** What somebody asked of the fake registry, in order. */
export type FakeAsked = {
  what: "inventory" | "impact" | "prove" | "reach" | "contain";
  id: string | null;
};

/** The fake registry, and what was asked of it. */
export type FakeRegistry = Registry & { asked: readonly FakeAsked[] };

/**
 * A registry in memory, for tests of what stands around one: test/openai/contract.ts holds it to what the real one does.
 * `mayContain: false` is an Admin API key that may only read.
 */
export function fakeRegistry(
  keys: readonly FakeKey[],
  { gaps = [], now = () => new Date(0), mayContain = true }: Partial<Ways> = {},
): FakeRegistry {
  const asked: FakeAsked[] = [];
  const listed = new Map(keys.map((key) => [key.record.id, key]));
  const dead = new Set(keys.filter(({ works }) => works === false).map(({ fingerprint }) => fingerprint));
  const owned = new Map(keys.map((key) => [key.fingerprint, key.record.id]));
  const narrow = new Set<string>();
  const ends = new Map<string, Date>();
  const inventory = { records: keys.map(({ record }) => record), projects: [], gaps, organization: null };

  const workingIdOf = ({ fingerprint }: Secret) => (dead.has(fingerprint) ? undefined : owned.get(fingerprint));
  return {
    asked,
    inventory: async () => {
      asked.push({ what: "inventory", id: null });
      return inventory;
    },
    collectFacts: async () => {
      const untold = { kind: "untold", because: "not-permitted" } as const;
      const answers = { users: untold, usage: untold, costs: untold, scopes: untold };
      return { now: now(), organization: null, keys: inventory.records, projects: [], ...answers, gaps, requests: 0 };
    },
    impact: async ({ id }, since) => {
      asked.push({ what: "impact", id });
      const nothing = {
        requests: 0,
        inputTokens: 0,
        outputTokens: 0,
        models: [],
        buckets: [],
        cost: { value: 0, currency: "usd" },
      };
      return {
        since,
        asOf: now(),
        ...nothing,
        changes: null,
        createdBy: null,
        untold: [{ source: "audit-log", because: "off" }],
      };
    },
    prove: async (secret, record) => {
      const id = workingIdOf(secret);
      asked.push({ what: "prove", id: record?.id ?? null });
      if (id === undefined) return { validity: { kind: "inactive", because: "refused" }, possession: "not-accepted" };
      const possession = record === null ? "unnamed" : record.id === id ? "proven" : "someone-else";
      const because = narrow.has(secret.fingerprint) ? "restricted" : "accepted";
      return { validity: { kind: "active", because }, possession };
    },
    probeScopes: async (secret) => {
      const id = workingIdOf(secret);
      asked.push({ what: "reach", id: id ?? null });
      return id === undefined ? "untold" : narrow.has(secret.fingerprint) ? "narrow" : "wide";
    },
    readHistory: async () => null,
    contain: async (decision, again) => {
      const { record } = decision;
      asked.push({ what: "contain", id: record.id });
      const key = listed.get(record.id);
      if (!mayContain) return { kind: "refused", because: "read-only-admin-key" };
      if (!key) return { kind: "already-gone" };
      const contained = { kind: "contained", by: decision.kind, stopped: false, at: now(), endsAt: null } as const;
      switch (decision.kind) {
        case "quarantine":
          narrow.add(key.fingerprint);
          return { ...contained, verified: (await again?.probeScopes()) === "narrow", scopesBefore: null };
        case "expire": {
          const end = ends.get(record.id) ?? record.expiresAt;
          const endsAt = new Date(now().getTime() + decision.grace * 1000);
          if (end !== null && end <= endsAt) return { kind: "left", because: "expires-sooner" };
          ends.set(record.id, endsAt);
          return { ...contained, verified: true, endsAt, scopesBefore: null };
        }
        case "revoke": {
          listed.delete(record.id);
          dead.add(key.fingerprint);
          const verified = again === null || (await again.validity()).kind === "inactive";
          return { ...contained, verified, stopped: verified && again !== null, scopesBefore: null };
        }
        default:
          return decision satisfies never;
      }
    },
  };
}

type Ways = { gaps: readonly Unseen[]; now: () => Date; mayContain: boolean };
