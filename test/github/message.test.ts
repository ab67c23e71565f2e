import { describe, expect, test } from "vitest";
import type { Report } from "../../src/domain/report.ts";
import { chooseMessage } from "../../src/github/message.ts";
import { contained, dead, finding, missing, report, revoked, unknown } from "../report/stories.ts";
import { sighting } from "../support/facts.ts";

const texts = {
  renderComment: () => "comment",
  renderGoneComment: (open: readonly string[]) => `gone: ${open.join()}`,
};
const [one, other] = ["1", "2"].map((digit) => digit.repeat(16)) as [string, string];
const message = (of: Report) => chooseMessage(of, texts);
const last = { head: "a".repeat(40), contained: [], open: [one] };

describe("a comment is begun", () => {
  test.each([
    ["for a key that may work", report([finding({ validity: unknown })]), true],
    ["for a dead key that is still in the head", report([finding({ validity: dead })]), true],
    ["not for a clean change", report(), false],
    ["not for a key that is dead and gone again", report([revoked()]), false],
    ["not for a key that was here before", report([finding({ sightings: [sighting({ preexisting: true })] })]), false],
    [
      "not for a key that the ignore file excuses",
      report([finding({ ignored: { kind: "ignored", reason: "", until: null } })]),
      false,
    ],
    ["not for something that was not read alone", report([], { gaps: [missing] }), false],
  ])("%s", (_, of, mayCreate) => {
    expect(message(of).mayCreate).toBe(mayCreate);
  });
});

test("a comment remembers every key that was contained, by this run or an earlier one, and those that were gone already", () => {
  const known = { by: null, endsAt: null, scopesBefore: null, knownFrom: "audit-log", standing: "confirmed" } as const;
  const earlierAct = { kind: "quarantine", recordId: "key_1", at: new Date(0), ...known } as const;
  const all = [
    finding({ seed: "a", outcome: contained({ by: "quarantine" }) }),
    finding({ seed: "b", outcome: contained({ by: "expire" }) }),
    revoked({ seed: "c" }),
    finding({ seed: "d", outcome: { kind: "already-gone" } }),
    finding({ seed: "e", earlier: earlierAct }),
  ];
  const others = [finding({ seed: "e" }), finding({ seed: "f", outcome: { kind: "failed", because: "network" } })];
  expect(message(report([...all, ...others])).contained).toEqual(all.map(({ fingerprint }) => fingerprint));
});

test("what may still work is open, though it is quarantined", () => {
  const held = finding({ outcome: contained({ by: "quarantine" }) });
  expect(message(report([held, revoked({ seed: "b" })])).render(null, 1000)).toEqual({
    text: "comment",
    open: [held.fingerprint],
  });
});

test("what was open stays open once its commits are gone, until it is proven dead", () => {
  expect(message(report()).render(last, 1000)).toEqual({ text: `gone: ${one}`, open: [one], moreOpen: 0 });
  expect(message(report()).render({ ...last, open: [one, other] }, 1000).open).toEqual([one, other]);
  expect(message(report([revoked()])).render(last, 1000)).toEqual({ text: "comment", open: [] });
  expect(message(report([], { gaps: [missing] })).render(last, 1000).text).toBe("comment");
});
