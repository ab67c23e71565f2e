import { describe, expect, test } from "vitest";
import { parseSuccession } from "../../src/domain/succession.ts";
import { addKeyUse, getShownUse } from "../../src/sandbox/openai/enforcement.ts";
import { DAY, type RotatedOrganization, rotatedOrganization } from "./rotated-organization.ts";

function freshKey(at: RotatedOrganization) {
  const key = at.acme.keys.find(({ name }) => parseSuccession(name)?.replaces === at.old.id);
  if (!key) throw new Error("no key was created");
  return key;
}

/** Somebody beside the job uses a key every so often, in milliseconds, once the new one stands in its place. */
function useBeside(at: RotatedOrganization, every: number, until = Number.POSITIVE_INFINITY) {
  const clock = { ...at.ticking };
  let next = 0;
  clock.sleep = async (...sleep) => {
    await at.ticking.sleep(...sleep);
    const now = at.clock.elapsed();
    if (at.places.stored.length === 0 || now < next || now > until) return;
    next = now + every;
    addKeyUse(at.old);
  };
  return clock;
}

describe.concurrent("the old key is kept", () => {
  test("while the new one is not used", async () => {
    await using at = await rotatedOrganization();
    at.jobEvery = null;
    const result = await at.rotateOne();
    expect(result).toMatchObject({
      state: { kind: "unfinished", because: "new-key-unseen" },
      newKey: { id: freshKey(at).id },
      places: [{ holds: "new" }],
      use: { kind: "unseen" },
      retired: { decision: { kind: "leave", because: "successor-unseen" }, outcome: { kind: "left" } },
    });
    expect(at.old.expiresAt).toBe(null);
    expect(at.clock.elapsed()).toBeGreaterThanOrEqual(1_800_000);
  });

  test("though our own trial of the new one shows late: it is no use", async () => {
    await using at = await rotatedOrganization();
    at.jobEvery = null;
    at.acme.propagation.use = 120_000;
    const result = await at.rotateOne();
    expect(getShownUse(freshKey(at))).not.toBe(null);
    expect(result.state).toEqual({ kind: "unfinished", because: "new-key-unseen" });
  });

  test("while it is still used beside the new one", async () => {
    await using at = await rotatedOrganization();
    const result = await at.rotateOne({ world: { clock: useBeside(at, 120_000) } });
    expect(result).toMatchObject({
      state: { kind: "unfinished", because: "old-key-in-use" },
      use: { kind: "seen" },
      retired: { decision: { kind: "leave", because: "still-in-use" } },
    });
    expect(at.old.expiresAt).toBe(null);
  });

  test("where somebody uses it between the last look and its end", async () => {
    await using at = await rotatedOrganization();
    const registry = at.world().registry;
    const contain: typeof registry.contain = async (...act) => {
      addKeyUse(at.old);
      return await registry.contain(...act);
    };
    const result = await at.rotateOne({ world: { registry: { ...registry, contain } } });
    expect(result.state).toEqual({ kind: "unfinished", because: "old-key-kept" });
    expect(result.retired?.outcome).toEqual({ kind: "left", because: "used-recently" });
    expect(at.old.expiresAt).toBe(null);
  });

  test("where nobody can say when it was last used", async () => {
    await using at = await rotatedOrganization();
    const { minter } = at;
    const readKey: typeof minter.readKey = async (record) =>
      record.id === at.old.id ? { kind: "unknown", because: "network" } : await minter.readKey(record);
    const result = await at.rotateOne({ world: { minter: { ...minter, readKey } } });
    expect(result.state).toEqual({ kind: "unfinished", because: "use-unknown" });
    expect(result.retired?.decision).toEqual({ kind: "leave", because: "use-unknown" });
  });

  test("where somebody deletes the new one meanwhile: it is the only one that works", async () => {
    await using at = await rotatedOrganization();
    at.jobEvery = null;
    const clock = { ...at.ticking };
    clock.sleep = async (...sleep) => {
      await at.ticking.sleep(...sleep);
      if (at.places.stored.length > 0) freshKey(at).deletedAt = at.clock.now().getTime();
    };
    const result = await at.rotateOne({ world: { clock } });
    expect(result.state).toEqual({ kind: "unfinished", because: "new-key-gone" });
    expect(at.old.expiresAt).toBe(null);
  });

  test("where OpenAI does not let it end", async () => {
    await using at = await rotatedOrganization();
    at.acme.defects.add("updates-nothing");
    const result = await at.rotateOne();
    expect(result.state).toEqual({ kind: "unfinished", because: "old-key-kept" });
    expect(result.retired?.outcome).toEqual({ kind: "failed", because: "not-taken" });
  });
});

describe.concurrent("the old key ends", () => {
  test("though its successor's use shows minutes late", async () => {
    await using at = await rotatedOrganization();
    at.acme.propagation.use = 180_000;
    expect((await at.rotateOne()).state).toEqual({ kind: "rotated" });
    expect(at.refused).toEqual([]);
  });

  test("once a job that began with it has ended, some time after its last use", async () => {
    await using at = await rotatedOrganization();
    const result = await at.rotateOne({ world: { clock: useBeside(at, 30_000, 300_000) } });
    expect(result.state).toEqual({ kind: "rotated" });
    expect(at.clock.elapsed()).toBeGreaterThan(300_000 + 14 * 60_000);
  });

  test.for([
    ["an hour ahead", 3_600_000],
    ["an hour behind", -3_600_000],
  ] as const)("by OpenAI's time, where the clock here is %s", async ([, skew]) => {
    await using at = await rotatedOrganization();
    const clock = { ...at.ticking, now: () => new Date(at.clock.now().getTime() + skew) };
    expect((await at.rotateOne({ world: { clock } })).state).toEqual({ kind: "rotated" });
    expect(at.old.expiresAt).toBe(at.now + DAY);

    await using other = await rotatedOrganization();
    other.jobEvery = null;
    const skewed = { ...other.ticking, now: () => new Date(other.clock.now().getTime() + skew) };
    expect((await other.rotateOne({ world: { clock: skewed } })).state.kind).toBe("unfinished");
  });
});
