import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ListedRepository, PlannedRepository, SweepState } from "../../src/domain/sweep.ts";
import { formatPlan, parsePlan } from "../../src/sweep/documents/plan-document.ts";
import { packShards } from "../../src/sweep/pack.ts";
import { planSweep } from "../../src/sweep/plan.ts";
import type { RepositoryChoice } from "../../src/sweep/select.ts";

const now = new Date("2026-11-28T10:00:00Z");

function listed(name: string, more: Partial<ListedRepository> = {}): ListedRepository {
  const id = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
  return { id, name, kilobytes: 10, defaultBranch: "main", isArchived: false, isFork: false, ...more };
}

const CHOICE: RepositoryChoice = { include: [], exclude: [], archived: false, forks: false };
const REQUEST = {
  organization: "acme",
  server: "https://github.com",
  shards: 2,
  choice: CHOICE,
  state: null,
  now,
  reader: "1.0.0",
};

const repositories = fc.uniqueArray(
  fc.record({ id: fc.nat({ max: 5000 }), kilobytes: fc.oneof(fc.nat({ max: 100 }), fc.nat({ max: 50_000_000 })) }),
  { selector: ({ id }) => id, maxLength: 300 },
);

const toPlanned = ({ id, kilobytes }: { id: number; kilobytes: number }): PlannedRepository => {
  return { id, name: `acme/r${id}`, kilobytes, defaultBranch: "main", knownRefs: null, knownTips: null };
};

describe("packing", () => {
  test("puts every repository into one shard, leaves none empty, and is the same in any order", () => {
    fc.assert(
      fc.property(repositories, fc.integer({ min: 1, max: 256 }), fc.integer(), (made, count, seed) => {
        const planned = made.map(toPlanned);
        const shards = packShards(planned, count);
        expect(shards.length).toBe(Math.min(count, planned.length));
        expect(shards.every(({ length }) => length > 0)).toBe(true);
        const ids = shards.flat().map(({ id }) => id);
        expect(ids.toSorted((a, b) => a - b)).toEqual(planned.map(({ id }) => id).toSorted((a, b) => a - b));
        const shuffled = planned.toSorted((a, b) => ((a.id * 7919 + seed) % 1009) - ((b.id * 7919 + seed) % 1009));
        expect(packShards(shuffled, count)).toEqual(shards);
      }),
    );
  });

  test("leaves a repository alone that is as large as an even share of all", () => {
    const planned = [900_000, 30_000, 20_000, 40_000, 10_000].map((kilobytes, id) => toPlanned({ id, kilobytes }));
    const [heaviest, ...others] = packShards(planned, 3);
    expect(heaviest?.map(({ id }) => id)).toEqual([0]);
    expect(others.map((shard) => shard.map(({ id }) => id))).toEqual([
      [3, 4],
      [1, 2],
    ]);
  });

  test("keeps the largest shard within one repository of an even share", () => {
    fc.assert(
      fc.property(repositories, fc.integer({ min: 1, max: 64 }), (made, count) => {
        const loads = packShards(made.map(toPlanned), count).map((shard) =>
          shard.reduce((sum, { kilobytes }) => sum + kilobytes + 2048, 0),
        );
        const total = loads.reduce((sum, load) => sum + load, 0);
        const largest = Math.max(0, ...made.map(({ kilobytes }) => kilobytes + 2048));
        expect(Math.max(0, ...loads)).toBeLessThanOrEqual(total / Math.max(loads.length, 1) + largest);
      }),
    );
  });
});

describe("a plan", () => {
  const all = [
    listed("acme/web"),
    listed("acme/web-admin"),
    listed("acme/old", { isArchived: true }),
    listed("acme/copy", { isFork: true }),
  ];
  const namesOf = async (choice: Partial<RepositoryChoice>) => {
    const { shards, leftOut } = await planSweep(all, { ...REQUEST, choice: { ...CHOICE, ...choice } });
    const names = shards.flat().map(({ name }) => name);
    return { names: names.toSorted(), leftOut: Object.values(leftOut) };
  };

  test("leaves out what is archived, and forks, unless they are asked for, and counts them", async () => {
    expect(await namesOf({})).toEqual({ names: ["acme/web", "acme/web-admin"], leftOut: [1, 1, 0, 0] });
    expect((await namesOf({ archived: true, forks: true })).names).toHaveLength(4);
  });

  test("takes globs of the name, with and without its owner, in any case", async () => {
    expect((await namesOf({ include: ["WEB"] })).names).toEqual(["acme/web"]);
    expect((await namesOf({ include: ["acme/web*"] })).names).toEqual(["acme/web", "acme/web-admin"]);
    expect(await namesOf({ exclude: ["*-admin"] })).toEqual({ names: ["acme/web"], leftOut: [1, 1, 0, 1] });
  });

  test("is refused where a glob fits nothing, nothing is left, or no matrix has so many shards", async () => {
    await expect(namesOf({ exclude: ["wbe"] })).rejects.toThrow(/No repository .* matches "wbe"/);
    await expect(namesOf({ include: ["old"] })).rejects.toThrow(/all 4 that the token sees are left out/);
    for (const shards of [0, 257, 1.5, Number.NaN]) {
      await expect(planSweep(all, { ...REQUEST, shards })).rejects.toThrow(/from 1 to 256/);
    }
  });

  test("knows from the state of an earlier sweep what was read, whatever it is called today", async () => {
    const [refs, tips, { reader }] = ["a".repeat(64), "b".repeat(16), REQUEST];
    const record = { id: all[0]?.id, name: "acme/former", refs, tips, keys: [], reader };
    const state = { organization: "ACME", at: now, repositories: [record] };
    const knownFrom = async (more: object) => {
      const kept = { ...state, repositories: [{ ...record, ...more }] } as unknown as SweepState;
      const { shards } = await planSweep(all, { ...REQUEST, state: kept });
      return Object.fromEntries(shards.flat().map(({ name, knownRefs, knownTips }) => [name, [knownRefs, knownTips]]));
    };
    const nothing = { "acme/web-admin": [null, null] };
    expect(await knownFrom({})).toEqual({ "acme/web": [refs, tips], ...nothing });
    expect(await knownFrom({ reader: "another one" })).toEqual({ "acme/web": [null, null], ...nothing });
    const other = { ...state, organization: "other" } as unknown as SweepState;
    await expect(planSweep(all, { ...REQUEST, state: other })).rejects.toThrow(/"other"/);
  });

  test("is read back as it was written; one that was changed, cut or is something else is refused", async () => {
    const plan = await planSweep(all, REQUEST);
    const { text, digest } = formatPlan(plan);
    expect(parsePlan(text, "plan.json")).toEqual({ plan, digest });
    expect(() => parsePlan(text.replace("acme/web-admin", "acme/web-admir"), "plan.json")).toThrow(/was changed/);
    expect(() => parsePlan(text.slice(0, -9), "plan.json")).toThrow(/not a plan/);
    expect(() => parsePlan(text.replace("sweep-plan/v1", "sweep-plan/v2"), "plan.json")).toThrow(/not a plan/);
    expect(() => parsePlan("[]", "plan.json")).toThrow(/not a plan/);
  });
});
