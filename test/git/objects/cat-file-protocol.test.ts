import { describe, expect, test } from "vitest";
import { parseCatFile } from "../../../src/git/objects/cat-file-protocol.ts";
import { stream } from "../chunks.ts";

const MEGABYTE = 1024 * 1024;
const OID = "0".repeat(40);

/** One large blob, a chunk at a time, and how many chunks were asked for. */
function largeBlob(count: number) {
  const output = { pulled: 0 };
  async function* chunks() {
    yield Buffer.from(`${OID} blob ${count * MEGABYTE}\n`);
    for (let n = 0; n < count; n += 1) {
      output.pulled += 1;
      yield Buffer.alloc(MEGABYTE);
    }
    yield Buffer.from("\n");
  }
  return Object.assign(output, { chunks: chunks() });
}

describe("a large object", () => {
  test("is read no faster than its reader takes it, and never held whole", async () => {
    const output = largeBlob(100);
    for await (const { entries, finish } of parseCatFile(output.chunks)) {
      const [entry] = entries;
      if (entry?.kind !== "object") throw new Error("no object");
      let taken = 0;
      for await (const chunk of entry.chunks) {
        taken += 1;
        expect(chunk).toHaveLength(MEGABYTE);
        expect(output.pulled).toBe(taken);
      }
      expect(taken).toBe(100);
      expect(await finish?.()).toBe(true);
    }
  });

  test("is skipped where its reader leaves it, and known to be cut where the output ends inside it", async () => {
    const { value } = await parseCatFile(largeBlob(3).chunks).next();
    expect(await value?.finish?.()).toBe(true);
    const cut = stream([Buffer.from(`${OID} blob ${3 * MEGABYTE}\n`), Buffer.alloc(MEGABYTE)]);
    const { value: partial } = await parseCatFile(cut).next();
    expect(await partial?.finish?.()).toBe(false);
  });
});

test("small objects that have arrived come together, and what the output cuts is left out", async () => {
  const output = Buffer.from(`${OID} blob 2\nab\n${OID} missing\n${OID} tree 0\n\n${OID} blob 9\ncut`);
  const batches = [];
  for await (const { entries } of parseCatFile(stream([output]))) batches.push(entries);
  expect(batches).toEqual([
    [
      { kind: "object", oid: OID, type: "blob", chunks: [Buffer.from("ab")] },
      { kind: "missing", oid: OID },
      { kind: "object", oid: OID, type: "tree", chunks: [] },
    ],
  ]);
});
