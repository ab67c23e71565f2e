import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { NO_JOURNAL } from "../../src/domain/journal.ts";
import { parseSuccession } from "../../src/domain/rotation-plan.ts";
import { openJournal } from "../../src/journal/journal.ts";
import type { RotationWorld } from "../../src/rotate/rotation-world.ts";
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
