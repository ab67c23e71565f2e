import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { NO_JOURNAL } from "../../src/domain/journal.ts";
import { parseSuccession } from "../../src/domain/succession.ts";
import { openJournal } from "../../src/journal/journal.ts";
import type { RotationWorld } from "../../src/rotate/rotation-world.ts";
import { expectEnded, expectRotated, killedRotation } from "./killing.ts";
import { type RotatedOrganization, rotatedOrganization } from "./rotated-organization.ts";

/** A world that lets the others go first for so many turns of the event loop, before each call outside. */
function delay(world: RotationWorld, turns: () => number): RotationWorld {
  const slow =
    <Given extends readonly unknown[], Result>(call: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      for (let left = turns(); left > 0; left -= 1) await new Promise((resolve) => setImmediate(resolve));
      return await call(...given);
    };
  const { minter, store, journal } = world;
  return {
    ...world,
    minter: {
      ...minter,
      mint: slow(minter.mint),
      listAccountKeys: slow(minter.listAccountKeys),
      readScopes: slow(minter.readScopes),
    },
    store: { check: slow(store.check), store: slow(store.store) },
    journal: { ...journal, noteRotation: slow(journal.noteRotation), rotations: slow(journal.rotations) },
  };
}

/** A small generator of numbers: the same seed makes the same turns. */
function turnsOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * 6);
  };
}

async function rotateTwice(at: RotatedOrganization, worlds: readonly RotationWorld[], isResume = false) {
  const reports = await Promise.all(worlds.map(async (world) => await at.rotate({ world, request: { isResume } })));
  return reports.flatMap(({ rotations }) => rotations);
}

/** One of them rotated the key, the other stopped: there is one new key, which stands in the place. */
function expectOneWinner(at: RotatedOrganization, states: readonly { kind: string; because?: string }[]) {
  expect(
    states.filter(({ kind }) => kind === "rotated"),
    JSON.stringify(states),
  ).toHaveLength(1);
  const successors = at.living.filter(({ name }) => parseSuccession(name)?.replaces === at.old.id);
  expect(successors).toHaveLength(1);
  expect(at.places.held.get("file:/run/key")).toBe(successors[0]?.text);
  expect(at.refused).toEqual([]);
}

const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);

describe.concurrent("of two rotations of one key at the same time one wins, and the other stops", () => {
  test.for(SEEDS)("without an audit file (seed %i)", async (seed) => {
    await using at = await rotatedOrganization();
    const worlds = [seed, seed + 100].map((one) => delay(at.world({ journal: NO_JOURNAL }), turnsOf(one)));
    const states = (await rotateTwice(at, worlds)).map(({ state }) => state);
    expectOneWinner(at, states);
    expect(states.find(({ kind }) => kind !== "rotated")).toMatchObject({
      because: expect.stringMatching(/^(?:overtaken|already-replaced)$/),
    });
  });

  test.for(SEEDS)("with the same audit file (seed %i)", async (seed) => {
    await using at = await rotatedOrganization();
    const folder = await mkdtemp(path.join(tmpdir(), "rotations-"));
    const file = path.join(folder, "audit.jsonl");
    const open = async () => await openJournal({ file, run: { user: "ada" }, clock: at.clock });
    const worlds = [at.world({ journal: await open() }), at.world({ journal: await open() })].map((world, index) =>
      delay(world, turnsOf(seed + 100 * index)),
    );
    const states = (await rotateTwice(at, worlds)).map(({ state }) => state);
    expectOneWinner(at, states);
    // The file tells which of them began first, before either creates a key.
    expect(at.masked).toHaveLength(1);
    expect((await (await open()).rotations()).every(({ isOver }) => isOver)).toBe(true);
    await rm(folder, { recursive: true, force: true });
  });
});

describe.concurrent("a run that was taken over", () => {
  test("deletes no key of the run that went on, where the answer about its own is lost", async () => {
    await using one = await killedRotation();
    const { at } = one;
    const { minter } = at;
    const mint: typeof minter.mint = async () => {
      // While this run waits for the answer, another one goes on with the rotation, and comes to its end.
      expect((await one.run({ request: { isResume: true } }))?.rotations[0]?.state).toEqual({ kind: "rotated" });
      return { kind: "lost", failure: { because: "network" } };
    };
    const result = (await one.run({ world: { minter: { ...minter, mint } } }))?.rotations[0];
    expect(result?.state).toMatchObject({ kind: "failed", because: "mint" });
    expectEnded(one);
    const ends = (await one.lines()).filter(({ step }) => step === "end");
    expect(ends).toMatchObject([{ state: { kind: "rotated" }, isOver: true }]);
  });

  test("deletes no key that the run which goes on has created and not stored yet", async () => {
    await using one = await killedRotation();
    const { at } = one;
    const { minter } = at;
    const created: { id: string | null; isDeleted: boolean | null } = { id: null, isDeleted: null };
    const mint: typeof minter.mint = async () => {
      // The other run is killed right after it created its key: what it does next would be to store it.
      const next: string[] = [];
      await one.run({ request: { isResume: true } }, { call: 10, moment: "before" }, next);
      created.id = at.living.at(-1)?.id ?? null;
      return { kind: "lost", failure: { because: "network" } };
    };
    await one.run({ world: { minter: { ...minter, mint } } });
    created.isDeleted = at.living.every(({ id }) => id !== created.id);
    expect(created.id).not.toBe(at.old.id);
    expect(created.isDeleted).toBe(false);
    // And the run after that one takes care of it.
    expectRotated(one, await one.run({ request: { isResume: true } }), at.order().targets);
  });

  test("stores nothing any more, and deletes what it created itself", async () => {
    await using one = await killedRotation();
    const { at } = one;
    const { minter } = at;
    const mint: typeof minter.mint = async (order) => {
      const made = await minter.mint(order);
      await one.run({ request: { isResume: true } });
      return made;
    };
    const result = (await one.run({ world: { minter: { ...minter, mint } } }))?.rotations[0];
    expect(result?.state).toEqual({ kind: "failed", because: "resumed-elsewhere" });
    expect(at.places.stored).toHaveLength(1);
    expectEnded(one);
  });
});

describe.concurrent("what is told fails, and what is done goes on", () => {
  test("where nobody can hear of the steps", async () => {
    await using at = await rotatedOrganization();
    const onStep = () => {
      throw new Error("EPIPE: broken pipe");
    };
    expect((await at.rotate({ world: { onStep } })).rotations[0]?.state).toEqual({ kind: "rotated" });
  });

  test("but a key that cannot be masked is stored nowhere, and deleted", async () => {
    await using at = await rotatedOrganization();
    const onKeyCreated = () => {
      throw new Error("EPIPE: broken pipe");
    };
    const [result] = (await at.rotate({ world: { onKeyCreated } })).rotations;
    expect(result?.state).toEqual({ kind: "failed", because: "unexpected" });
    expect(at.living).toEqual([at.old]);
    expect(at.places.stored).toEqual([]);
  });
});
