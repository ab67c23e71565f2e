import { describe, expect, test } from "vitest";
import type { RotationTarget, StoreResult } from "../../src/domain/rotation-target.ts";
import { Secret } from "../../src/domain/secret.ts";
import { buildSuccessorName, parseSuccession } from "../../src/domain/succession.ts";
import type { RotationWorld } from "../../src/rotate/rotation-world.ts";
import { policy } from "../support/facts.ts";
import { killedRotation } from "./killing.ts";
import { DAY, type RotatedOrganization, rotatedOrganization } from "./rotated-organization.ts";

const THREE: readonly RotationTarget[] = ["/run/key", "/run/second", "/run/third"].map((path) => ({
  kind: "file",
  path,
}));
const REFUSED: StoreResult = { kind: "failed", because: "refused", mayBeStored: false };
const SECRET: RotationTarget = { kind: "github", owner: "acme", repo: "shop", environment: null, secret: "OPENAI" };

/** The key that the rotation created, as OpenAI has it now. */
function freshKey(at: RotatedOrganization) {
  return at.acme.keys.find(({ name }) => parseSuccession(name)?.replaces === at.old.id);
}

/** Nothing is different from before. */
function expectUntouched(at: RotatedOrganization) {
  expect(at.living).toEqual([at.old]);
  expect(at.old.expiresAt).toBe(null);
  expect(at.places.held.get("file:/run/key")).toBe(at.old.text);
}

describe.concurrent("a rotation", () => {
  test("puts a new key in the place of the old one, sees it used, and lets the old one end", async () => {
    await using at = await rotatedOrganization();
    const result = await at.rotateOne();
    expect(result.state).toEqual({ kind: "rotated" });
    const fresh = at.living.at(-1);
    expect(parseSuccession(fresh?.name ?? null)?.replaces).toBe(at.old.id);
    expect(at.places.held.get("file:/run/key")).toBe(fresh?.text);
    expect(result).toMatchObject({
      old: { id: at.old.id },
      newKey: { id: fresh?.id, name: fresh?.name },
      places: [{ holds: "new", result: { kind: "stored" } }],
      use: { kind: "seen" },
      retired: {
        decision: { kind: "expire", grace: DAY },
        outcome: { kind: "contained", by: "expire", verified: true },
      },
      superseded: [],
      isResumed: false,
    });
    expect(at.old.expiresAt).toBe(at.now + DAY);
    expect(fresh?.expiresAt).toBe((fresh?.createdAt ?? 0) + 90 * DAY);
    expect(at.refused).toEqual([]);
    expect(at.masked).toEqual([fresh?.text]);
    expect(at.said).toEqual([
      "mint",
      "done mint",
      "try",
      "done try",
      "store file:/run/key",
      "done store file:/run/key",
      "watch",
      "done watch",
      "retire",
      "done retire",
    ]);
  });

  test("keeps the old key's rights and life where no others are asked for", async () => {
    await using at = await rotatedOrganization();
    const scopes = ["api.model.request"];
    at.old.scopes = scopes;
    at.acme.usageLog.logUpdate(at.old, {
      by: at.admin,
      scopes,
      expires_in_seconds: undefined,
      at: at.now,
    });
    at.old.expiresAt = at.now + 10 * DAY;
    const lifetime = at.old.expiresAt - at.old.createdAt;
    expect((await at.rotateOne({ order: { expiresIn: null } })).state).toEqual({ kind: "rotated" });
    const fresh = freshKey(at);
    expect(fresh?.scopes).toEqual(["api.model.request"]);
    expect((fresh?.expiresAt ?? 0) - (fresh?.createdAt ?? 0)).toBe(lifetime);
  });

  test("revokes the old key at once where no overlap is wanted", async () => {
    await using at = await rotatedOrganization();
    const result = await at.rotateOne({ order: { overlap: 0 } });
    expect(result.retired?.outcome).toMatchObject({ kind: "contained", by: "revoke", verified: true });
    expect(at.old.deletedAt).not.toBe(null);
    expect(at.refused).toEqual([]);
  });

  test("does not wait for a use where the operator does not want it, and says so", async () => {
    await using at = await rotatedOrganization();
    at.jobEvery = null;
    const result = await at.rotateOne({ order: { wait: 0 } });
    expect(result).toMatchObject({ state: { kind: "rotated" }, use: { kind: "not-watched" } });
    expect(at.old.expiresAt).toBe(at.now + DAY);
  });

  test("changes nothing in a dry run, which has the whole plan", async () => {
    await using at = await rotatedOrganization();
    const report = await at.rotate({ request: { rails: policy({ dryRun: true }) } });
    expect(report).toMatchObject({ isDryRun: true, rotations: [{ state: { kind: "planned" } }] });
    expect(report.rotations[0]?.plan).toMatchObject({
      old: { id: at.old.id },
      account: { id: at.bot.id, name: "checkout-bot" },
      project: { id: at.web.id, name: "Web shop" },
      scopes: { kind: "some", scopes: ["api.all"] },
      expiresIn: 90 * DAY,
    });
    expectUntouched(at);
    expect([at.said, at.masked, at.places.stored]).toEqual([[], [], []]);
  });

  test("says what is about to be done, or asks, before anything is", async () => {
    await using at = await rotatedOrganization();
    const asked: string[] = [];
    const confirm = async (plans: readonly { name: string }[]) => {
      asked.push(...plans.map(({ name }) => name));
      return false;
    };
    const result = await at.rotateOne({ world: { confirm } });
    expect(result.state).toEqual({ kind: "refused", because: "declined" });
    expect(asked).toEqual([result.plan?.name]);
    expectUntouched(at);
  });
});

describe.concurrent("no key is created", () => {
  test.for([
    ["of a protected account", { protect: ["checkout-bot"] }, "protected"],
    ["while an entry of protect fits nothing", { protect: ["chekout-bot"] }, "unmatched-entry"],
    ["of more keys than a run may rotate", { maxContained: 0 }, "too-many"],
  ] as const)("%s", async ([, rails, because]) => {
    await using at = await rotatedOrganization();
    const result = await at.rotateOne({ request: { rails: policy(rails) } });
    expect(result.state).toMatchObject({ kind: "refused", because });
    expectUntouched(at);
  });

  test("of any of them, where one would be too many", async () => {
    await using at = await rotatedOrganization();
    at.acme.accountKey(at.web, "mail-bot", { madeBy: at.ada });
    const rails = policy({ maxContained: 1 });
    const report = await at.rotate({ orders: [{}, { asked: "mail-bot" }], request: { rails } });
    expect(report.rotations.map(({ state }) => state)).toEqual(
      Array.from({ length: 2 }, () => ({ kind: "refused", because: "too-many" })),
    );
    expectUntouched(at);
  });

  test("while a place would not take it", async () => {
    await using at = await rotatedOrganization();
    at.places.unready.set("file:/run/third", { kind: "failed", because: "file-error", code: "EACCES" });
    const result = await at.rotateOne({ order: { targets: THREE } });
    expect(result.state).toEqual({
      kind: "refused",
      because: "target-not-ready",
      target: THREE[2],
      failure: { because: "file-error", code: "EACCES" },
    });
    expectUntouched(at);
  });

  test("while another one says that it replaces the old one", async () => {
    await using at = await rotatedOrganization();
    const name = buildSuccessorName("checkout", { replaces: at.old.id, rotation: "0a0b0c0d" });
    const other = at.acme.accountKey(at.web, "checkout-bot", { account: at.bot, name });
    const result = await at.rotateOne({ order: { asked: at.old.id } });
    expect(result.state).toEqual({ kind: "refused", because: "already-replaced", by: other.id });
    expect(at.living).toEqual([at.old, other]);
  });

  test("twice for one key that was asked for under two names", async () => {
    await using at = await rotatedOrganization();
    const report = await at.rotate({ orders: [{}, { asked: at.old.id }] });
    expect(report.rotations.map(({ state }) => state)).toEqual([
      { kind: "rotated" },
      { kind: "refused", because: "asked-twice" },
    ]);
    expect(at.living).toHaveLength(2);
  });

  test("that is not due, where only those are asked for", async () => {
    await using at = await rotatedOrganization();
    const due = async (rotateEvery: number) =>
      (await at.rotate({ order: { rotateEvery }, request: { isOnlyDue: true } })).rotations.map(
        ({ state }) => state.kind,
      );
    expect(await due(900 * DAY)).toEqual([]);
    expectUntouched(at);
    expect(await due(60 * DAY)).toEqual(["rotated"]);
    // The new one is young, and the old one is ending: nothing is left to be done.
    expect(await due(60 * DAY)).toEqual([]);
    expect(at.living).toHaveLength(2);
  });

  test("after the run was told to stop", async () => {
    await using at = await rotatedOrganization();
    const result = await at.rotateOne({ world: { isCancelled: () => true } });
    expect(result.state).toEqual({ kind: "refused", because: "cancelled" });
    expectUntouched(at);
  });
});

describe.concurrent("a new key that gets into no place is deleted, and the old one stays", () => {
  test("where the place refuses it", async () => {
    await using at = await rotatedOrganization();
    at.places.refusals.set("file:/run/key", [REFUSED]);
    const result = await at.rotateOne();
    expect(result).toMatchObject({
      state: { kind: "failed", because: "store", failure: { because: "refused" } },
      newKey: null,
      places: [{ holds: "old", result: REFUSED }],
      superseded: [{ decision: { kind: "revoke" }, outcome: { kind: "contained", by: "revoke", verified: true } }],
      retired: null,
    });
    expect(result.superseded[0]?.record.id).toBe(freshKey(at)?.id);
    expectUntouched(at);
  });

  test("where OpenAI refuses it for longer than new keys are refused", async () => {
    await using at = await rotatedOrganization();
    at.acme.propagation.creation = 10 * 60_000;
    const result = await at.rotateOne();
    expect(result.state).toEqual({ kind: "failed", because: "new-key-refused" });
    expectUntouched(at);
  });

  test("where OpenAI accepts it for somebody else", async () => {
    await using at = await rotatedOrganization();
    const registry = { ...at.world().registry };
    registry.prove = async () => ({ validity: { kind: "active", because: "accepted" }, possession: "someone-else" });
    const result = await at.rotateOne({ world: { registry } });
    expect(result.state).toEqual({ kind: "failed", because: "new-key-not-ours" });
    expectUntouched(at);
  });

  test("where another account has it", async () => {
    await using at = await rotatedOrganization();
    const { minter } = at;
    const other = { kind: "service-account", id: "user-other", name: "other" } as const;
    const listAccountKeys = async (...of: Parameters<typeof minter.listAccountKeys>) =>
      (await minter.listAccountKeys(...of))?.map((one) => (one.id === at.old.id ? one : { ...one, owner: other })) ??
      null;
    const result = await at.rotateOne({ world: { minter: { ...minter, listAccountKeys } } });
    expect(result.state).toEqual({ kind: "failed", because: "new-key-not-ours" });
    expectUntouched(at);
  });

  test("where another rotation was first", async () => {
    await using at = await rotatedOrganization();
    const { minter } = at;
    const name = buildSuccessorName("checkout", { replaces: at.old.id, rotation: "0a0b0c0d" });
    const mint: typeof minter.mint = async (order) => {
      at.acme.accountKey(at.web, "checkout-bot", { account: at.bot, name, createdAt: at.now });
      return await minter.mint(order);
    };
    const result = await at.rotateOne({ world: { minter: { ...minter, mint } } });
    const first = freshKey(at);
    expect(result.state).toEqual({ kind: "failed", because: "overtaken", by: first?.id });
    expect(at.living).toEqual([at.old, first]);
    expect(at.places.stored).toEqual([]);
  });

  test("where the keys of the account cannot be listed, so that another rotation may run", async () => {
    await using at = await rotatedOrganization();
    const { minter } = at;
    let lists = 0;
    const listAccountKeys: typeof minter.listAccountKeys = async (...of) =>
      lists++ === 0 ? await minter.listAccountKeys(...of) : null;
    const result = await at.rotateOne({ world: { minter: { ...minter, listAccountKeys } } });
    expect(result.state).toEqual({ kind: "failed", because: "account-not-listed" });
    expectUntouched(at);
  });

  test("where the run is told to stop before it stands anywhere", async () => {
    await using at = await rotatedOrganization();
    const result = await at.rotateOne({ world: { isCancelled: () => at.masked.length > 0 } });
    expect(result.state).toEqual({ kind: "failed", because: "cancelled" });
    expect(result.superseded[0]?.outcome).toMatchObject({ kind: "contained", verified: true });
    expectUntouched(at);
  });

  test("where the answer with its text was lost: it is found by its name", async () => {
    await using at = await rotatedOrganization();
    at.mints.push("lost");
    const result = await at.rotateOne();
    expect(result.state).toEqual({ kind: "failed", because: "mint", failure: { because: "network" }, mayExist: false });
    expect(result.superseded.map(({ record }) => record.name)).toEqual([result.plan?.name]);
    expectUntouched(at);
  });
});

describe.concurrent("a rotation that goes wrong says which place holds which key", () => {
  test("where the second of three places refuses: the first has the new one, and both keys go on working", async () => {
    await using at = await rotatedOrganization();
    at.places.refusals.set("file:/run/second", [REFUSED]);
    const result = await at.rotateOne({ order: { targets: THREE } });
    const fresh = freshKey(at);
    expect(result).toMatchObject({
      state: { kind: "failed", because: "store", target: THREE[1] },
      newKey: { id: fresh?.id },
      places: [{ holds: "new" }, { holds: "old", result: REFUSED }, { holds: "old", result: null }],
      retired: null,
      superseded: [],
    });
    expect(at.living).toEqual([at.old, fresh]);
    expect(at.old.expiresAt).toBe(null);
  });

  test("where a place may have taken it", async () => {
    await using at = await rotatedOrganization();
    at.places.refusals.set("file:/run/key", [{ kind: "failed", because: "timed-out", mayBeStored: true }]);
    const result = await at.rotateOne();
    expect(result).toMatchObject({ places: [{ holds: "unknown" }], newKey: { id: freshKey(at)?.id } });
    expect(at.living).toHaveLength(2);
  });

  test("where nobody can say whether a key was created", async () => {
    await using at = await rotatedOrganization();
    const { minter } = at;
    const listAccountKeys = async (...of: Parameters<typeof minter.listAccountKeys>) =>
      at.living.length > 1 ? null : await minter.listAccountKeys(...of);
    at.mints.push("lost");
    const result = await at.rotateOne({ world: { minter: { ...minter, listAccountKeys } } });
    expect(result.state).toMatchObject({ kind: "failed", because: "mint", mayExist: true });
    expect(result.plan?.name).toBe(freshKey(at)?.name);
  });

  test("where OpenAI creates no key", async () => {
    await using at = await rotatedOrganization();
    const failure = { because: "refused", code: "key_policy" } as const;
    at.mints.push({ kind: "failed", failure });
    const result = await at.rotateOne();
    expect(result.state).toEqual({ kind: "failed", because: "mint", failure, mayExist: false });
    expectUntouched(at);
  });
});

describe.concurrent("a rotation goes on", () => {
  test("where OpenAI refuses the new key at first", async () => {
    await using at = await rotatedOrganization();
    at.acme.propagation.creation = 20_000;
    const waited: string[] = [];
    const onStep: RotationWorld["onStep"] = ({ step, phase }) => void (phase === "wait" && waited.push(step));
    expect((await at.rotateOne({ world: { onStep } })).state).toEqual({ kind: "rotated" });
    expect(waited.filter((step) => step === "try").length).toBeGreaterThan(2);
    expect(at.refused).toEqual([]);
  });

  test("where GitHub is down for a while after the key was created", async () => {
    await using at = await rotatedOrganization();
    const down: StoreResult = { kind: "failed", because: "server-error", mayBeStored: true };
    at.places.refusals.set("github:acme/shop/OPENAI", [down, down]);
    const result = await at.rotateOne({ order: { targets: [...THREE, SECRET] } });
    expect(result.state).toEqual({ kind: "rotated" });
    expect(result.places.map(({ holds }) => holds)).toEqual(["new", "new", "new", "new"]);
  });

  test("after it was told to stop, until all places have the new key", async () => {
    await using at = await rotatedOrganization();
    const isCancelled = () => at.places.stored.length > 0;
    const result = await at.rotateOne({ order: { targets: THREE }, world: { isCancelled } });
    expect(result.state).toEqual({ kind: "unfinished", because: "new-key-unseen" });
    expect(result.places.map(({ holds }) => holds)).toEqual(["new", "new", "new"]);
    expect(at.old.expiresAt).toBe(null);
  });
});

describe.concurrent("a key that was rotated before", () => {
  test("is rotated again when its successor is due, under the same name", async () => {
    await using one = await killedRotation();
    const { at } = one;
    const due = { order: { rotateEvery: 60 * DAY }, request: { isOnlyDue: true, isResume: true } };
    expect((await one.run(due))?.rotations).toMatchObject([{ state: { kind: "rotated" } }]);
    const second = at.living.at(-1);
    for (const days of [1, 30, 28, 2]) {
      at.clock.advance(days * DAY * 1000);
      await at.work();
      const isDue = days === 2;
      const rotations = (await one.run(due))?.rotations ?? [];
      expect(rotations.map(({ state }) => state.kind)).toEqual(isDue ? ["rotated"] : []);
    }
    const third = at.living.at(-1);
    expect(third?.name).toMatch(/^checkout \(replaces \S+ #[0-9a-f]{8}\)$/);
    expect(parseSuccession(third?.name ?? null)?.replaces).toBe(second?.id);
    expect(at.places.held.get("file:/run/key")).toBe(third?.text);
    expect(at.refused).toEqual([]);
  });
});

describe.concurrent("a rotation that failed leaves nothing behind", () => {
  test("so that the next one may begin", async () => {
    await using one = await killedRotation();
    one.at.places.refusals.set("file:/run/key", [REFUSED]);
    expect((await one.run({}))?.rotations[0]?.state.kind).toBe("failed");
    expect((await one.run({}))?.rotations[0]?.state).toEqual({ kind: "rotated" });
  });

  test("but for a place that may hold a key: then the next one goes on with it", async () => {
    await using one = await killedRotation();
    one.at.places.refusals.set("file:/run/key", [{ ...REFUSED, mayBeStored: true }]);
    expect((await one.run({}))?.rotations[0]?.state.kind).toBe("failed");
    expect((await one.run({}))?.rotations[0]?.state).toEqual({ kind: "refused", because: "unfinished" });
  });
});

describe.concurrent("a new key is no key of ours", () => {
  test("where its record shows other ends than its text", async () => {
    await using at = await rotatedOrganization();
    const { minter } = at;
    const mint: typeof minter.mint = async (order) => {
      const made = await minter.mint(order);
      const other = at.acme.accountKey(at.web, "other-bot");
      return made.kind === "minted" ? { ...made, secret: new Secret(other.text) } : made;
    };
    const result = await at.rotateOne({ world: { minter: { ...minter, mint } } });
    expect(result.state).toEqual({ kind: "failed", because: "new-key-not-ours" });
    expectUntouched(at);
  });

  test("before the list was read a second after it was created: another one of that second stands there too", async () => {
    await using at = await rotatedOrganization();
    const { minter } = at;
    const times: number[] = [];
    const listAccountKeys: typeof minter.listAccountKeys = async (...of) => {
      times.push(at.clock.elapsed());
      return await minter.listAccountKeys(...of);
    };
    const mint: typeof minter.mint = async (order) => {
      const made = await minter.mint(order);
      times.length = 0;
      times.push(at.clock.elapsed());
      return made;
    };
    await at.rotateOne({ world: { minter: { ...minter, mint, listAccountKeys } } });
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(1000);
  });
});
