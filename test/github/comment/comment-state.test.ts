import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  computeTextRoom,
  formatBody,
  hasSameStory,
  LONGEST_BODY,
  parseBody,
} from "../../../src/github/comment/comment-state.ts";

const head = "a".repeat(40);

const fingerprint = fc.stringMatching(/^[0-9a-f]{16}$/);
const states = fc.record({
  head: fc.stringMatching(/^[0-9a-f]{40}$/),
  contained: fc.array(fingerprint),
  open: fc.array(fingerprint),
});

test("a comment gives back its state and its text", () => {
  fc.assert(
    fc.property(states, fc.array(fc.string({ unit: "grapheme" })), (state, lines) => {
      const text = lines.join("\n").replaceAll("\r", "").trimEnd();
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

describe("whatever it has to remember and to say, a comment", () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => index.toString(16).padStart(16, "0"));
  const sizes = fc.record({ contained: fc.nat(4000), open: fc.nat(6000), lines: fc.nat(9000) });
  const line = fc.constantFrom(
    "| a | b |",
    "<details><summary>x</summary>",
    "</details>",
    "",
    "🔑".repeat(20),
    "é\u202e",
  );

  test("is no longer than GitHub takes, in characters and in bytes", () => {
    fc.assert(
      fc.property(sizes, line, ({ contained, open, lines }, one) => {
        const state = { head, contained: many(contained), open: many(open) };
        const body = formatBody(state, Array.from({ length: lines }, () => one).join("\n"));
        expect(Buffer.byteLength(body)).toBeLessThanOrEqual(LONGEST_BODY);
        expect(LONGEST_BODY).toBeLessThan(65_536);
      }),
      { numRuns: 30 },
    );
  });

  test("remembers every contained key before it keeps a word or a decoy", () => {
    for (const count of [1, 3, 600, 2400]) {
      const state = { head, contained: many(count), open: many(5000) };
      const back = parseBody(formatBody(state, "x\n".repeat(60_000)));
      expect(back?.state.contained).toEqual(state.contained);
      expect((back?.state.open.length ?? 0) + (back?.state.moreOpen ?? 0)).toBe(5000);
    }
  });

  test("has the room for its text that was promised", () => {
    for (const count of [0, 3, 600, 2400]) {
      const text = `${"x".repeat(computeTextRoom(count) - 2)}\ny`;
      const back = parseBody(formatBody({ head, contained: many(count), open: many(9000) }, text));
      expect([count, back?.text === text]).toEqual([count, true]);
    }
  });

  test("that is cut closes what it has open", () => {
    const text = `# Title\n\n<details><summary>x</summary>\n${"- a place\n".repeat(9000)}</details>`;
    const back = parseBody(formatBody({ head, contained: many(2000), open: [] }, text));
    expect(back?.text).toMatch(/^# Title\n/);
    expect(back?.text).toMatch(/- a place\n\n<\/details>\n\n…$/);
  });
});

describe("two comments tell the same story", () => {
  const tell = (run: number, text: string) => `[Run](https://github.com/acme/web/actions/runs/${run}) ${text}`;
  test.each([
    ["of two runs", tell(1, "x"), tell(2, "x"), true],
    ["with use that was counted until later", "12 requests (10:03 UTC) ·", "12 requests (11:40 UTC) ·", true],
    ["with more use", "12 requests (10:03 UTC) ·", "13 requests (10:03 UTC) ·", false],
    ["on the next day", "revoked it at 10:03 UTC and", "revoked it on 20 Nov 2026, 10:03 UTC and", true],
    ["a while later", "It was used 5 minutes ago, so", "It was used 2 hours ago, so", true],
    ["with another expiry", "expires at 11:03 UTC", "expires at 15:00 UTC", false],
    ["with another place", "`a.ts:3`", "`a.ts:4`", false],
    [
      "counted until later",
      "Counted from 10:00 UTC to 10:03 UTC; costs",
      "Counted from 20 Nov 2026, 10:00 UTC to 11:00 UTC; costs",
      true,
    ],
  ])("%s", (_, one, other, isSame) => {
    expect(hasSameStory(one, other)).toBe(isSame);
  });
});
