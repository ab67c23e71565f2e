import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodePath, encodePath, encodePathForUrl } from "../../src/domain/path-text.ts";

/** Bytes that come near to UTF-8 and to our own escapes. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 12 }).map((array) => Buffer.from(array)),
  fc
    .array(fc.constantFrom("\\", "x", "e9", "5c", "é", "\ufffd", "\n", "/", "😀", "\xe9"), { maxLength: 8 })
    .map((parts) => Buffer.concat(parts.map((part) => Buffer.from(part, part === "\xe9" ? "latin1" : "utf8")))),
);

describe("the text of a path", () => {
  test("leads back to the very bytes, so that no two names share one", () => {
    fc.assert(fc.property(bytes, (name) => encodePath(decodePath(name)).equals(name)));
  });

  test("is the name itself where that is UTF-8", () => {
    const names = ["src/a.ts", "café", "cafe\u0301", "a\nb", "a\\b", "C:\\x", "\ufffd", "😀", "\\xg1"];
    expect(names.map((name) => decodePath(Buffer.from(name)))).toEqual(names);
  });

  test.each([
    ["caf\xe9.env", "caf\\xe9.env"],
    ["\x83\x65", "\\x83e"],
    ["\xc0\x80", "\\xc0\\x80"],
    ["\xed\xa0\x80", "\\xed\\xa0\\x80"],
    ["\xf5\x80\x80\x80", "\\xf5\\x80\\x80\\x80"],
    ["a\\xe9", "a\\x5cxe9"],
  ])("has an escape for each byte that is not UTF-8: %j", (name, text) => {
    expect(decodePath(Buffer.from(name, "latin1"))).toBe(text);
  });

  test("stands in an address as its bytes", () => {
    expect(encodePathForUrl("a b/caf\\xe9#é\ud800")).toBe("a%20b/caf%E9%23%C3%A9%EF%BF%BD");
  });
});
