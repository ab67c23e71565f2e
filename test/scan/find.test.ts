import { describe, expect, test } from "vitest";
import { detect } from "../../src/detect/detect.ts";
import type { Blob } from "../../src/domain/blob.ts";
import type { Detect } from "../../src/domain/candidate.ts";
import { countPlaces } from "../../src/domain/sightings.ts";
import type { Source } from "../../src/domain/source.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { findCandidates } from "../../src/scan/find.ts";
import { sighting } from "../support/facts.ts";
import { fakeRegistry } from "../support/registry.ts";
import { createTestWorld } from "../support/world.ts";

/** A source of one file for each text, whose every hit is in the head, but for what is said otherwise. */
function sourceOf(texts: readonly string[], differing: Partial<Source> = {}): Source {
  return {
    async *blobs() {
      for (const [at, text] of texts.entries()) {
        yield { provenance: { kind: "file", path: `${at}.txt` }, chunks: [Buffer.from(text)] } satisfies Blob;
      }
    },
    locate: async (_, { offset }) => [sighting({ line: offset })],
    complete: async (sightings) => sightings,
    nameOf: async () => ({ name: "a file" }),
    account: () => ({ coverage: { commits: 0, blobs: 0, bytes: 0, texts: 0 }, gaps: [] }),
    ...differing,
  };
}

const find = async (source: Source) =>
  await findCandidates(createTestWorld({ source, detect, registry: fakeRegistry([]) }));
const [first, second] = ["first", "second"].map((seed) => `K=${createFakeKey("project", seed)}\n`) as [string, string];

describe("the keys of a change", () => {
  test("are found with all their places counted, and the first ones listed", async () => {
    const { candidates, gaps } = await find(sourceOf([first.repeat(3000) + second]));
    expect(candidates.map(({ sightings }) => [sightings.length, countPlaces(sightings)])).toEqual([
      [100, 3000],
      [1, 1],
    ]);
    expect(gaps).toEqual([]);
  });

  test("may be seen three hundred thousand times: no place costs more for those before it", async () => {
    const source = sourceOf([first]);
    const often: Detect = async function* (blob, note) {
      for await (const hit of detect(blob, note)) for (let n = 0; n < 300_000; n += 1) yield { ...hit, offset: n };
    };
    const world = createTestWorld({ source, detect: often, registry: fakeRegistry([]) });
    const { candidates } = await findCandidates(world);
    expect(candidates.map(({ sightings }) => countPlaces(sightings))).toEqual([300_000]);
  });

  test("that cannot be located are reported all the same, as new, with a gap; the others lose nothing", async () => {
    let calls = 0;
    const locate: Source["locate"] = async () => {
      calls += 1;
      if (calls === 1) throw new RangeError("too many");
      return [sighting()];
    };
    const { candidates, gaps } = await find(sourceOf([first, second], { locate }));
    expect(candidates.map(({ sightings }) => sightings[0]?.path)).toEqual(["0.txt", "src/app.ts"]);
    expect(candidates[0]?.sightings[0]?.preexisting).toBe(false);
    expect(gaps.map(({ detail }) => detail)).toEqual([
      expect.stringContaining("1 place of a key has no line and no commit"),
    ]);
  });

  test("that the base could not be searched for count as new, with a gap", async () => {
    const complete = async () => {
      throw new Error("no base");
    };
    const { candidates, gaps } = await find(sourceOf([first, second], { complete }));
    expect(candidates).toHaveLength(2);
    expect(gaps).toMatchObject([{ kind: "unreadable" }]);
  });

  test("in other blobs are found where one blob cannot be searched to its end", async () => {
    const breaking = sourceOf([first, second], {
      async *blobs() {
        for await (const blob of sourceOf([first, "x", second]).blobs()) {
          const isSecond = blob.provenance.kind === "file" && blob.provenance.path === "1.txt";
          const broken = async function* (): AsyncGenerator<Uint8Array> {
            throw new RangeError("broken");
          };
          yield isSecond ? { ...blob, chunks: broken() } : blob;
        }
      },
    });
    const { candidates, gaps } = await find(breaking);
    expect(candidates).toHaveLength(2);
    expect(gaps.map(({ detail }) => detail)).toEqual([
      expect.stringContaining("a file was not searched to its end: the search failed (RangeError)"),
    ]);
  });

  test("that were found before reading failed are reported; without any the failure is told as it is", async () => {
    const failing = (texts: readonly string[]) =>
      sourceOf(texts, {
        async *blobs() {
          yield* sourceOf(texts).blobs();
          throw new RangeError("broken");
        },
      });
    const { candidates, gaps } = await find(failing([first]));
    expect(candidates).toHaveLength(1);
    expect(gaps).toMatchObject([
      {
        kind: "unreadable",
        detail: expect.stringContaining("Reading stopped early (RangeError), after keys were found"),
      },
    ]);
    await expect(find(failing(["clean"]))).rejects.toThrow("broken");
  });
});
