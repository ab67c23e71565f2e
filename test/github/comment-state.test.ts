import fc from "fast-check";
import { expect, test } from "vitest";
import { formatBody, parseBody } from "../../src/github/comment-state.ts";

const fingerprint = fc.stringMatching(/^[0-9a-f]{16}$/);
const marks = fc.record({
  head: fc.stringMatching(/^[0-9a-f]{40}$/),
  contained: fc.array(fingerprint),
  open: fc.array(fingerprint),
});

test("a comment gives back what it was marked with, and its text", () => {
  fc.assert(
    fc.property(marks, fc.array(fc.string({ unit: "grapheme" })), (marked, lines) => {
      const text = lines.join("\n").replaceAll("\r", "");
      expect(parseBody(formatBody(marked, text))).toEqual({ marks: marked, text });
    }),
  );
});

test("GitHub's line ends do not hide the marks", () => {
  const marked = { head: "a".repeat(40), contained: ["0123456789abcdef"], open: [] };
  expect(parseBody(formatBody(marked, "text").replaceAll("\n", "\r\n"))?.marks).toEqual(marked);
});

test("a text that quotes a marker further down is no comment of ours", () => {
  const quoted = formatBody({ head: "a".repeat(40), contained: [], open: [] }, "text");
  expect(parseBody(`> look at this\n${quoted}`)).toBe(null);
  expect(parseBody("")).toBe(null);
});
