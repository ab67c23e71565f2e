import { readFile } from "node:fs/promises";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { RotationTarget, StoreResult } from "../../src/domain/rotation-target.ts";
import { openJournal } from "../../src/journal/journal.ts";
import { listEveryPlace, openEveryPlace } from "./every-place.ts";
import { type KilledRotation, killedRotation } from "./killing.ts";
import type { RotationChoices } from "./rotated-organization.ts";

const REFUSED: StoreResult = { kind: "failed", because: "refused", mayBeStored: false };
const THREE: readonly RotationTarget[] = ["/run/key", "/run/second", "/run/third"].map((path) => ({
  kind: "file",
  path,
}));

/** Ways in which a rotation may end, each with what is set up for it. */
const ENDS: readonly (readonly [string, (one: KilledRotation) => Promise<RotationChoices> | RotationChoices])[] = [
  ["comes to its end", () => ({})],
  [
    "stores keys in every kind of place",
    async (one) => {
      await openEveryPlace(one);
      return { order: { targets: listEveryPlace(one.folder) } };
    },
  ],
  [
    "is refused by its first place",
    ({ at }) => {
      at.places.refusals.set("file:/run/key", [REFUSED]);
      return {};
    },
  ],
  [
    "is refused by its second place",
    ({ at }) => {
      at.places.refusals.set("file:/run/second", [REFUSED]);
      return { order: { targets: THREE } };
    },
  ],
  [
    "creates a key that OpenAI does not accept",
    ({ at }) => {
      at.acme.propagation.creation = 600_000;
      return {};
    },
  ],
  [
    "loses the key that it created",
    ({ at }) => {
      at.mints.push("lost");
      return {};
    },
  ],
  [
    "stores keys in a place that throws what it was given",
    ({ at }) => ({
      world: {
        store: {
          ...at.places,
          store: async (_, secret) => await Promise.reject(new Error(`cannot store ${secret.reveal()}`)),
        },
      },
    }),
  ],
  [
    "is watched by an OpenAI that throws",
    ({ at }) => ({
      world: { minter: { ...at.minter, readKey: async () => await Promise.reject(new Error(at.masked.join(" "))) } },
    }),
  ],
];

describe.concurrent("the text of a new key goes into its places and nowhere else, where the rotation", () => {
  test.for(ENDS)("%s", async ([, prepare]) => {
    await using one = await killedRotation();
    const { at } = one;
    const choices = await prepare(one);
    const told: unknown[] = [];
    const tell = (what: unknown) => void told.push(what);
    const journal = await openJournal({ file: one.file, run: { user: "ada" }, clock: at.clock });
    const world = { journal, onStep: tell, onPlanned: tell, ...(one.store && { store: one.store }), ...choices.world };
    const report = await at.rotate({ ...choices, world });
    const created = at.acme.keys.filter(({ name }) => name?.includes("(replaces ")).map(({ text }) => text);
    expect(created).not.toEqual([]);
    // What was not lost on the way was handed out to be masked before anything else was done with it.
    expect(created.filter((text) => at.masked.includes(text))).toEqual(at.masked);

    const lines = await readFile(one.file, "utf8");
    const everything = [report, told, at.openai.requests, lines];
    const texts = everything.flatMap((what) => [
      JSON.stringify(what),
      inspect(what, { depth: 20, maxStringLength: null }),
    ]);
    for (const spelled of created.flatMap(spell)) for (const text of texts) expect(text).not.toContain(spelled);
  });
});

/** Parts of a key, as they may be written. */
function spell(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  const shifted = [0, 1, 2].map((skip) => bytes.subarray(skip).toString("base64").slice(0, 40));
  return [
    text.slice(0, 30),
    text.slice(-30),
    [...text].toReversed().join("").slice(0, 30),
    bytes.toString("hex"),
    ...shifted,
  ];
}
