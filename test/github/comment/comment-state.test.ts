import fc from "fast-check";
import { expect, test } from "vitest";
import { formatBody, parseBody } from "../../../src/github/comment/comment-state.ts";

const fingerprint = fc.stringMatching(/^[0-9a-f]{16}$/);
const states = fc.record({
  head: fc.stringMatching(/^[0-9a-f]{40}$/),
  contained: fc.array(fingerprint),
  open: fc.array(fingerprint),
});

test("a comment gives back its state and its text", () => {
  fc.assert(
    fc.property(states, fc.array(fc.string({ unit: "grapheme" })), (state, lines) => {
      const text = lines.join("\n").replaceAll("\r", "");
      expect(parseBody(formatBody(state, text))).toEqual({ state, text });
    }),
  );
});

test("GitHub's line ends do not hide the state", () => {
  const state = { head: "a".repeat(40), contained: ["0123456789abcdef"], open: [] };
  expect(parseBody(formatBody(state, "text").replaceAll("\n", "\r\n"))?.state).toEqual(state);
});

test("a text that quotes a marker further down is no comment of ours", () => {
  const quoted = formatBody({ head: "a".repeat(40), contained: [], open: [] }, "text");
  expect(parseBody(`> look at this\n${quoted}`)).toBe(null);
  expect(parseBody("")).toBe(null);
});
