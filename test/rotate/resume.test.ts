import { appendFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import type { RotationTarget, StoreResult } from "../../src/domain/rotation-target.ts";
import { openJournal } from "../../src/journal/journal.ts";
import type { RotationWorld } from "../../src/rotate/rotation-world.ts";
import type { Key } from "../../src/sandbox/openai/organization.ts";
import {
  expectEnded,
  expectResumed,
  expectRotated,
  type KilledRotation,
  killedRotation,
  listRotationDeaths,
} from "./killing.ts";

const THREE: readonly RotationTarget[] = ["/run/key", "/run/second", "/run/third"].map((path) => ({
  kind: "file",
  path,
}));
const CHOICES = { order: { targets: THREE } };

const all = await listRotationDeaths(CHOICES);

/** Where something is created, stored or ended, and a sample of the rest: test/soak has all of them. */
const deaths = all.filter(([name], index) => /mint|store|contain/.test(name) || index % 4 === 0);

describe.concurrent("a rotation that is killed anywhere is brought to its end by the next run", () => {
  test.for(deaths)("%s", async ([, death]) => {
    await expectResumed(CHOICES, [death]);
  });
});

/** Every so often a run is killed again while it goes on: a sample, spread over all points. */
const twice = deaths.flatMap(([name, first], index) => {
  const [otherName, second] = deaths[(index * 37 + 11) % deaths.length] ?? [];
  return second === undefined || index % 7 > 0 ? [] : [[`${name}, then ${otherName}`, [first, second]] as const];
});

describe.concurrent("a rotation that is killed, and killed again while the next run goes on with it", () => {
  test.for(twice)("%s", async ([, both]) => {
    await expectResumed(CHOICES, both);
  });
});

const RESUME = { request: { isResume: true } };

describe.concurrent("a later run goes on", () => {
  const refusal: StoreResult = { kind: "failed", because: "not-permitted", permission: "x", mayBeStored: false };

  test("with what a place refused: another key is stored everywhere, and the first one ends", async () => {
    await using one = await killedRotation();
    const { at } = one;
    at.places.refusals.set("file:/run/second", [refusal]);
    const failed = (await one.run(CHOICES))?.rotations[0];
    expect(failed?.state).toMatchObject({ kind: "failed", because: "store" });
    const first = failed?.newKey?.id;
    expect((await one.run(CHOICES))?.rotations[0]?.state).toEqual({ kind: "refused", because: "unfinished" });
    const report = await one.run({ ...CHOICES, ...RESUME });
    expectRotated(one, report, THREE);
    expect(report?.rotations[0]?.superseded).toMatchObject([
      { record: { id: first }, decision: { kind: "expire" }, outcome: { kind: "contained" } },
    ]);
  });

  test("with the wait for a use, and creates no other key", async () => {
    await using one = await killedRotation();
    const { at } = one;
    at.jobEvery = null;
    expect((await one.run({}))?.rotations[0]?.state).toMatchObject({ kind: "unfinished" });
    at.jobEvery = 60_000;
    const planned: boolean[] = [];
    const onPlanned: RotationWorld["onPlanned"] = (plans) => planned.push(...plans.map(({ isStored }) => isStored));
    const report = await one.run({ ...RESUME, world: { onPlanned } });
    // What is said before is what is left: no key will be created.
    expect(planned).toEqual([true]);
    expectRotated(one, report, at.order().targets);
    expect(report?.rotations[0]).toMatchObject({ isResumed: true, superseded: [] });
    expect(at.masked).toHaveLength(1);
  });

  test("where the old key ended meanwhile: its places wait for the new one", async () => {
    await using one = await killedRotation();
    const { at } = one;
    at.jobEvery = null;
    at.places.refusals.set("file:/run/second", [refusal]);
    await one.run(CHOICES);
    at.old.deletedAt = at.clock.now().getTime();
    at.jobEvery = 60_000;
    const result = (await one.run({ ...CHOICES, ...RESUME }))?.rotations[0];
    expect(result?.state).toEqual({ kind: "rotated" });
    expect(result?.retired?.outcome).toEqual({ kind: "already-gone" });
  });

  test("with the one that it can go on with, and begins the next of the same command", async () => {
    await using one = await killedRotation();
    const { at } = one;
    const mail = at.acme.accountKey(at.web, "mail-bot", { madeBy: at.ada, lastUsedAt: at.now - 3600 });
    at.places.held.set("file:/run/mail", mail.text);
    const orders = [
      { wait: 0 },
      { asked: "mail-bot", wait: 0, targets: [{ kind: "file", path: "/run/mail" }] },
    ] as const;
    const calls: string[] = [];
    await one.run({ orders });
    for (const [index, line] of (await one.lines()).entries()) if (line["step"] === "end") calls.push(String(index));
    expect(calls).toHaveLength(2);
    await using again = await killedRotation();
    const other = again.at.acme.accountKey(again.at.web, "mail-bot", {
      madeBy: again.at.ada,
      lastUsedAt: again.at.now - 3600,
    });
    again.at.places.held.set("file:/run/mail", other.text);
    const names: string[] = [];
    await using listing = await killedRotation();
    listing.at.acme.accountKey(listing.at.web, "mail-bot", {
      madeBy: listing.at.ada,
      lastUsedAt: listing.at.now - 3600,
    });
    await listing.run({ orders }, null, names);
    // Right after the first one's last line, before the second one's first.
    const last = names.findIndex((name, index) => name === "line" && names.slice(0, index).includes("contain"));
    const end = names.indexOf("line", last + 1);
    await again.run({ orders }, { call: end, moment: "after" });
    const report = await again.run({ orders, request: { isResume: true } });
    expect(report?.rotations.map(({ state }) => state)).toEqual([{ kind: "rotated" }, { kind: "rotated" }]);
    const successors = again.at.acme.keys.filter(({ name }) => name?.includes("replaces"));
    expect(successors).toHaveLength(2);
  });

  test("only with the places that the rotation had", async () => {
    await using one = await killedRotation();
    one.at.places.refusals.set("file:/run/second", [refusal]);
    await one.run(CHOICES);
    const result = (await one.run({ order: { targets: THREE.slice(0, 2) }, ...RESUME }))?.rotations[0];
    expect(result?.state).toEqual({
      kind: "refused",
      because: "other-targets",
      targets: ["file:/run/key", "file:/run/second", "file:/run/third"],
    });
  });

  test("only where something was begun", async () => {
    await using one = await killedRotation();
    const result = (await one.run(RESUME))?.rotations[0];
    expect(result?.state).toEqual({ kind: "refused", because: "nothing-to-resume" });
    expect(one.at.living).toHaveLength(1);
  });

  test("and says so where somebody deleted the key that stands in all places", async () => {
    await using one = await killedRotation();
    const { at } = one;
    at.jobEvery = null;
    const first = (await one.run({}))?.rotations[0];
    const fresh = at.acme.keys.find(({ id }) => id === first?.newKey?.id);
    if (fresh) fresh.deletedAt = at.clock.now().getTime();
    const result = (await one.run(RESUME))?.rotations[0];
    expect(result?.state).toEqual({ kind: "unfinished", because: "new-key-gone" });
    // The old one is as it was, and may be rotated again.
    at.jobEvery = 60_000;
    at.places.held.set("file:/run/key", at.old.text);
    expect((await one.run({}))?.rotations[0]?.state).toEqual({ kind: "rotated" });
  });

  test("and never touches a key that the audit file alone calls its own", async () => {
    await using one = await killedRotation();
    const { at } = one;
    const other = at.acme.accountKey(at.web, "checkout-bot", { account: at.bot, name: "another", lastUsedAt: at.now });
    const order = { asked: at.old.id, targets: THREE };
    at.places.refusals.set("file:/run/second", [refusal]);
    await one.run({ order });
    const forged = (await one.lines()).find(({ step, phase }) => step === "mint" && phase === "end");
    await appendFile(
      one.file,
      `${JSON.stringify({ ...forged, key: { ...(forged?.["key"] as object), id: other.id } })}\n`,
    );
    const result = (await one.run({ order, ...RESUME }))?.rotations[0];
    expect(result?.state).toEqual({ kind: "rotated" });
    expect([other.deletedAt, other.expiresAt]).toEqual([null, null]);
  });
});

describe.concurrent("of two runs that go on with one rotation at the same time", () => {
  const points = all.slice(0, -1).filter(([name], index) => /^after (?:line|mint|store)/.test(name) && index % 2 === 0);
  test.for(points)("none breaks anything: %s", async ([, death]) => {
    await using one = await killedRotation();
    await one.run(CHOICES, death);
    const both = await Promise.all([one.run({ ...CHOICES, ...RESUME }), one.run({ ...CHOICES, ...RESUME })]);
    const states = both.map((report) => report?.rotations[0]?.state);
    expect(
      states.some((state) => state?.kind === "rotated"),
      JSON.stringify(states),
    ).toBe(true);
    expectEnded(one);
  });
});

describe.concurrent("a key that a run which was taken over created late", () => {
  /** Goes on with a rotation, while the run before is not as dead as it seemed. */
  async function resumeBeside(one: KilledRotation, isStored: boolean) {
    const { at } = one;
    at.places.refusals.set("file:/run/second", [
      { kind: "failed", because: "not-permitted", permission: "x", mayBeStored: false },
    ]);
    const failed = (await one.run(CHOICES))?.rotations[0];
    const name = failed?.newKey?.name ?? null;
    const entry = (await one.lines()).find(({ step, phase }) => step === "mint" && phase === "end");
    let late: Key | null = null;
    const clock = { ...at.ticking };
    clock.sleep = async (...sleep) => {
      await at.ticking.sleep(...sleep);
      if (late !== null || at.places.stored.length < 4) return;
      late = at.acme.accountKey(at.web, "checkout-bot", { account: at.bot, name, createdAt: at.now });
      const line = { ...entry, key: { ...(entry?.["key"] as object), id: late.id } };
      const stored = { ...line, step: "store", phase: "begin", place: 0 };
      await appendFile(one.file, `${JSON.stringify(line)}\n${isStored ? `${JSON.stringify(stored)}\n` : ""}`);
    };
    const result = (await one.run({ ...CHOICES, ...RESUME, world: { clock } }))?.rotations[0];
    return { result, late: late as Key | null };
  }

  test("and did not store is deleted", async () => {
    await using one = await killedRotation();
    const { result, late } = await resumeBeside(one, false);
    expect(result?.state).toEqual({ kind: "rotated" });
    expect(late?.deletedAt).not.toBe(null);
    expect(result?.superseded.map(({ record }) => record.id)).toContain(late?.id);
  });

  test("and may have stored is named, and left to the next run", async () => {
    await using one = await killedRotation();
    const { result, late } = await resumeBeside(one, true);
    expect(result?.state).toEqual({ kind: "unfinished", because: "old-key-kept" });
    expect([late?.deletedAt, late?.expiresAt]).toEqual([null, null]);
    expect(result?.superseded.map(({ record }) => record.id)).toContain(late?.id);
    // Nobody can say which of the two the first place holds: the next run stores another one everywhere.
    expectRotated(one, await one.run({ ...CHOICES, ...RESUME }), THREE);
  });
});

describe.concurrent("what cannot be recorded is not done", () => {
  const lines = ["plan", "mint", "try", "store", "watch", "retire"] as const;
  test.for(lines)("when the line before %s cannot be written", async (step) => {
    await using one = await killedRotation();
    const { at } = one;
    const journal = await openJournal({ file: one.file, run: {}, clock: at.clock });
    const full: typeof journal.noteRotation = async (entry) => {
      if (entry.event.step === step) throw new Error("ENOSPC: no space left on device");
      await journal.noteRotation(entry);
    };
    const result = await at.rotateOne({ world: { journal: { ...journal, noteRotation: full } } });
    expect(result.state.kind).toMatch(/^(?:refused|failed|unfinished)$/);
    const isMinted = at.masked.length > 0;
    expect(isMinted).toBe(step !== "plan" && step !== "mint");
    expect(at.places.stored.length > 0).toBe(step === "watch" || step === "retire");
    expect(at.old.expiresAt).toBe(null);
    // What was created and stands nowhere is gone, or named.
    for (const key of at.living.slice(1)) expect(result.newKey?.id).toBe(key.id);
    expect(at.refused).toEqual([]);
  });
});
