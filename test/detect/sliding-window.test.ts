import fc from "fast-check";
import { expect, test } from "vitest";
import { SlidingWindow, type TextWindow } from "../../src/detect/sliding-window.ts";

const REACH = 16;

function viewsOf(chunks: readonly Uint8Array[]): readonly TextWindow[] {
  const views = new SlidingWindow(REACH);
  return [...chunks.flatMap((chunk) => [...views.add(chunk)]), views.rest()];
}

const chunks = fc.array(fc.uint8Array({ minLength: 1, maxLength: 200 }), { maxLength: 20 });

test("windows cover a blob from the first byte to the last", () => {
  fc.assert(
    fc.property(chunks, (chunks) => {
      let from = 0;
      for (const view of viewsOf(chunks)) {
        expect(view.from).toBe(from);
        expect(view.until).toBeGreaterThanOrEqual(from);
        from = view.until;
      }
      expect(from).toBe(Buffer.concat(chunks).length);
    }),
  );
});

test("every place of a window has its surroundings as in the blob", () => {
  fc.assert(
    fc.property(chunks, (chunks) => {
      const blob = Buffer.concat(chunks);
      for (const { bytes, offset, from, until } of viewsOf(chunks)) {
        expect(bytes.equals(blob.subarray(offset, offset + bytes.length))).toBe(true);
        expect(offset).toBeLessThanOrEqual(Math.max(0, from - REACH));
        expect(offset + bytes.length).toBeGreaterThanOrEqual(Math.min(blob.length, until + REACH));
      }
    }),
  );
});

test("a window is never much larger than a chunk", () => {
  fc.assert(
    fc.property(chunks, (chunks) => {
      for (const { bytes } of viewsOf(chunks)) expect(bytes.length).toBeLessThan(200 + 8 * REACH);
    }),
  );
});

test("a blob of one chunk is not copied", () => {
  const chunk = new Uint8Array(10_000);
  for (const { bytes } of viewsOf([chunk])) expect(bytes.buffer).toBe(chunk.buffer);
});

test("of large chunks only the seams are copied", () => {
  const chunks = Array.from({ length: 10 }, () => new Uint8Array(10_000));
  const buffers = new Set<ArrayBufferLike>(chunks.map(({ buffer }) => buffer));
  const copies = viewsOf(chunks).filter(({ bytes }) => !buffers.has(bytes.buffer));
  expect(copies.length).toBe(9);
  for (const { bytes } of copies) expect(bytes.length).toBe(4 * REACH);
});

test("small chunks are gathered before they are searched", () => {
  const chunks = Array.from({ length: 1000 }, () => new Uint8Array(1));
  expect(viewsOf(chunks).length).toBeLessThan(1000 / REACH + 2);
});
