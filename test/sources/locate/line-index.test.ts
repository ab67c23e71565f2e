import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LineIndex } from "../../../src/sources/locate/line-index.ts";

/** Characters of one to four bytes, and every way to end a line. */
const text = fc.string({
  unit: fc.constantFrom("a", "é", "€", "🔑", "\n", "\r\n", "\0", "\u0a0a", " "),
  maxLength: 60,
});
const MEGABYTE = 1024 * 1024;

describe("line and column of a byte", () => {
  test.each([
    ["utf8", ""],
    ["utf8", "\ufeff"],
    ["utf16le", "\ufeff"],
    ["utf16be", "\ufeff"],
    ["utf32le", "\ufeff"],
    ["utf32be", "\ufeff"],
  ] as const)("are what an editor shows of %s text after %j, however it is cut into chunks", (encoding, mark) => {
    fc.assert(
      fc.property(text, text, fc.array(fc.nat({ max: 20 })), (before, after, cuts) => {
        const encoded = (part: string) => {
          if (encoding === "utf8") return Buffer.from(part);
          if (encoding.startsWith("utf16"))
            return encoding === "utf16be" ? Buffer.from(part, "utf16le").swap16() : Buffer.from(part, "utf16le");
          const points = Buffer.from(Uint32Array.from(part, (character) => character.codePointAt(0) ?? 0).buffer);
          return encoding === "utf32be" ? points.swap32() : points;
        };
        // Without a mark, UTF-8 that looks like UTF-16 is measured as that: left out here by its first two characters.
        const offset = encoded(`${mark}xx${before}`).length;
        const whole = encoded(`${mark}xx${before}KEY${after}`);
        const index = new LineIndex();
        for (const chunk of inChunks(whole, cuts)) index.push(chunk);
        const lines = `xx${before}`.split("\n");
        expect(index.locate(offset, encoded("KEY").length)).toEqual({
          line: lines.length,
          column: (lines.at(-1)?.length ?? 0) + 1,
          bytes: encoded("KEY"),
        });
      }),
    );
  });

  test("are known of UTF-16 without a byte order mark when it starts with ASCII", () => {
    const index = new LineIndex();
    index.push(Buffer.from("ab\n\u0a0acKEY", "utf16le"));
    expect(index.locate(10, 6)).toMatchObject({ line: 2, column: 3 });
  });

  test("are known of UTF-16 whose mark is followed by a zero, as that of UTF-32 is", () => {
    const index = new LineIndex();
    for (const byte of Buffer.from("\ufeff\0\u0001\u0002\nabKEY", "utf16le")) index.push(Buffer.from([byte]));
    expect(index.locate(14, 6)).toMatchObject({ line: 2, column: 3 });
  });

  test("are the same in whatever order they are asked for", () => {
    const bytes = Buffer.from("a\nbb\nccc\n🔑d");
    const index = new LineIndex();
    index.push(bytes.subarray(0, 7));
    index.push(bytes.subarray(7));
    const ask = (offset: number) => index.locate(offset, 1);
    const inOrder = bytes
      .map((_, at) => at)
      .reduce((places, at) => places.set(at, ask(at)), new Map<number, unknown>());
    for (const at of [...inOrder.keys()].toReversed()) expect(ask(at)).toEqual(inOrder.get(at));
  });

  test("are still known a megabyte later, and told as unknown when it is too late", () => {
    const index = new LineIndex();
    index.push(Buffer.from("\nKEY"));
    index.push(Buffer.alloc(MEGABYTE, "\n"));
    expect(index.locate(1, 3)).toEqual({ line: 2, column: 1, bytes: Buffer.from("KEY") });
    for (let n = 0; n < 8; n += 1) index.push(Buffer.alloc(MEGABYTE, "\n"));
    expect(index.locate(1, 3)).toBeNull();
    index.push(Buffer.from("xKEY"));
    expect(index.locate(4 + 9 * MEGABYTE + 1, 3)).toMatchObject({ line: 2 + 9 * MEGABYTE, column: 2 });
    expect(index.locate(4 + 9 * MEGABYTE + 2, 3)).toBeNull();
  });
});

function* inChunks(bytes: Buffer, cuts: readonly number[]): Generator<Buffer> {
  let from = 0;
  for (const cut of cuts) {
    if (cut === 0 || from + cut >= bytes.length) continue;
    yield bytes.subarray(from, from + cut);
    from += cut;
  }
  yield bytes.subarray(from);
}
