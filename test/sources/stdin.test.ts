import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { openStdin } from "../../src/sources/stdin.ts";
import { bytesOf, placeOf, scanned } from "./needles.ts";

describe("a stream", () => {
  test("is one text, with lines and columns", async () => {
    const stream = Readable.from([Buffer.from("one\ntwo é🔑NEE"), Buffer.alloc(0), Buffer.from("DLE\nNEEDLE")]);
    const { change, source } = openStdin({ stream, name: "notes.txt" });
    const { sightings, coverage, gaps } = await scanned(source);
    expect(change).toEqual({ kind: "stdin", name: "notes.txt" });
    expect(sightings.map(placeOf)).toEqual(["notes.txt:2:8", "notes.txt:3:1"]);
    expect(sightings[0]).toMatchObject({ where: "stdin", commit: null, inHead: true, preexisting: false });
    expect(coverage).toEqual({ commits: 0, blobs: 0, bytes: 27, texts: 1 });
    expect(gaps).toEqual([]);
  });

  test("that breaks off is a gap, and what came before is searched", async () => {
    const { sightings, gaps } = await scanned(openStdin({ stream: broken(), name: "x" }).source);
    expect(sightings).toHaveLength(1);
    expect(gaps).toEqual([{ kind: "unreadable", detail: expect.stringContaining("ECONNRESET") }]);
  });

  test("that is not read to its end is a gap", async () => {
    const { source } = openStdin({ stream: Readable.from([Buffer.from("a"), Buffer.from("b")]), name: "x" });
    for await (const { chunks } of source.blobs()) for await (const _ of chunks) break;
    expect(source.account().gaps).toMatchObject([{ kind: "miscounted" }]);
  });

  test("is not held: a quarter of a gigabyte passes in bounded memory", async () => {
    const before = process.memoryUsage().rss;
    let peak = 0;
    async function* endless() {
      for (let n = 0; n < 256; n += 1) {
        yield Buffer.alloc(1024 * 1024, 0x61);
        if (n % 32 === 0) peak = Math.max(peak, process.memoryUsage().rss - before);
      }
    }
    const { source } = openStdin({ stream: endless(), name: "x" });
    for await (const { chunks } of source.blobs()) for await (const _ of chunks);
    expect(source.account().coverage.bytes).toBe(256 * 1024 * 1024);
    expect(peak).toBeLessThan(200 * 1024 * 1024);
  });

  test("gives its bytes on unchanged", async () => {
    const bytes = Buffer.from(Array.from({ length: 1000 }, (_, n) => n % 256));
    const { source } = openStdin({ stream: Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]), name: "x" });
    for await (const { chunks } of source.blobs()) expect(await bytesOf(chunks)).toEqual(bytes);
  });
});

async function* broken() {
  yield Buffer.from("NEEDLE");
  throw Object.assign(new Error("gone"), { code: "ECONNRESET" });
}
