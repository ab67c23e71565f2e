import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ANCHORS } from "../../../src/detect/anchors.ts";
import { createBlobSearch } from "../../../src/detect/blob-search.ts";
import { createDetector } from "../../../src/detect/detect.ts";
import { checkScreen, isClear } from "../../../src/detect/screen/screen.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { effort } from "../../support/effort.ts";
import { WAYS } from "../encodings/written.ts";

const NEEDLES = ANCHORS.flatMap(({ needles }) => needles);

/** Everything that the search says of some bytes. */
async function searchAll(bytes: Buffer): Promise<readonly unknown[]> {
  const said: unknown[] = [];
  const blob = { provenance: { kind: "stdin", name: "x" }, chunks: [bytes] } as const;
  for await (const hit of createBlobSearch(false)(blob, (note) => said.push(note))) said.push(hit);
  return said;
}

describe("the screen", () => {
  test("finds every needle of the search on this machine", () => {
    expect(checkScreen()).toEqual({ missed: 0, all: expect.any(Number) });
    expect(checkScreen().all).toBeGreaterThan(NEEDLES.length);
  });

  test.each(WAYS)("lets through a key that is written in $name", ({ write }) => {
    for (const family of ["project", "user"] as const) {
      expect(isClear([write(createFakeKey(family, "x")).bytes])).toBe(false);
    }
  });

  test("lets through a needle that is cut by two chunks", () => {
    const text = Buffer.from(`key = ${createFakeKey("project", "x")}\n`);
    for (let at = 1; at < text.length; at += 1) expect(isClear([text.subarray(0, at), text.subarray(at)])).toBe(false);
  });

  test("rules out nothing of which the search would find or note something", async () => {
    const part = fc.oneof(
      fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
      fc.constantFrom(...NEEDLES).chain((needle) => fc.nat(needle.length).map((end) => needle.subarray(0, end))),
      fc.string({ maxLength: 40 }).map((text) => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 20 }), async (parts) => {
        const bytes = Buffer.concat(parts);
        if (isClear([bytes])) expect(await searchAll(bytes)).toEqual([]);
      }),
      { numRuns: effort(300, 20_000) },
    );
  });

  test("rules out nothing that it cannot look at", () => {
    async function* stream() {
      yield Buffer.from("clean\n");
    }
    expect(isClear(stream())).toBe(false);
    expect(isClear([])).toBe(true);
    expect(isClear([Buffer.from("clean\n")])).toBe(true);
    const large = Buffer.alloc(3 * 1024 * 1024, "clean\n");
    expect(isClear([large, large])).toBe(false);
  });
});

test("a detector tells when it searches what the screen did not rule out", async () => {
  const searched: string[] = [];
  const detect = createDetector({ otherVendors: false, onSearch: () => searched.push("searched") });
  const provenance = { kind: "stdin", name: "x" } as const;
  for await (const _ of detect({ provenance, chunks: [Buffer.from("clean\n")] }, () => {}));
  expect(searched).toEqual([]);
  for await (const _ of detect({ provenance, chunks: [Buffer.from(createFakeKey("user", "x"))] }, () => {}));
  expect(searched).toEqual(["searched"]);
});
