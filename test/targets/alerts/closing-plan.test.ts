import { describe, expect, test } from "vitest";
import type { Finding } from "../../../src/domain/finding.ts";
import { Secret } from "../../../src/domain/secret.ts";
import type { SecretAlert } from "../../../src/github/alerts/alert.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { planClosings } from "../../../src/targets/alerts/closing-plan.ts";
import { describeRehearsal } from "../../../src/targets/alerts/closing-words.ts";
import { finding, revoked } from "../../report/stories.ts";

const key = (seed: string) => createFakeKey("project", seed);

function alert(number: number, text: string | null): SecretAlert {
  return {
    repository: { owner: "acme", repo: "shop" },
    number,
    url: `https://github.com/acme/shop/security/secret-scanning/${number}`,
    createdAt: new Date(0),
    secret: text === null ? null : new Secret(text),
    validity: "inactive",
    isPubliclyLeaked: null,
    locations: [],
    hasMoreLocations: false,
  };
}

/** What is known of the key of this text. */
const known = (text: string, more: Partial<Finding>): Finding => ({
  ...finding(),
  fingerprint: new Secret(text).fingerprint,
  ...more,
});
const dead = (text: string) => known(text, revoked());
const plan = (alerts: readonly SecretAlert[], findings: readonly Finding[]) =>
  planClosings(alerts, findings).map((one) => (one.kind === "close" ? "close" : one.because));

describe("an alert is closed", () => {
  test("when its text is a key that is proven dead, wherever it is in the list and as often as it is there", () => {
    const alerts = [alert(1, key("a")), alert(2, key("b")), alert(3, key("a"))];
    expect(plan(alerts, [dead(key("a"))])).toEqual(["close", "unrecognised", "close"]);
  });

  test.each([
    ["a dead key and another text", `${key("a")}\n${"x".repeat(40)}`],
    ["two keys", `${key("a")} ${key("b")}`],
    ["a dead key and a blank", `${key("a")} `],
    ["half of it", key("a").slice(0, 100)],
    ["no text", null],
  ])("and not when its text is %s", (_, text) => {
    expect(plan([alert(1, text)], [dead(key("a"))])).toEqual(["unrecognised"]);
  });

  test.each<[string, Partial<Finding>, string]>([
    ["works", {}, "may-work"],
    ["nobody could ask about", { validity: { kind: "unknown", because: "network" } }, "may-work"],
    ["is of an archived project", { validity: { kind: "inactive", because: "project-dormant" } }, "may-return"],
    [
      "is of a blocked account, and was proven ours",
      { validity: { kind: "inactive", because: "account-deactivated" }, possession: "proven" },
      "may-return",
    ],
    [
      "is refused, and was never proven ours",
      { validity: { kind: "inactive", because: "refused" }, possession: "not-accepted" },
      "not-proven",
    ],
    ["would be set to expire", { outcome: { kind: "rehearsed", because: "would-expire" } }, "may-work"],
    ["would be quarantined", { outcome: { kind: "rehearsed", because: "would-quarantine" } }, "may-work"],
    ["could not be revoked", { outcome: { kind: "failed", because: "unconfirmed" as never } }, "may-work"],
  ])("and not when its key %s", (_, more, because) => {
    expect(plan([alert(1, key("a"))], [known(key("a"), more)])).toEqual([because]);
  });
});

test("a dry run tells which alerts would be closed, and of the others why they stay open, by reason", () => {
  const many = Array.from({ length: 12 }, (_, index) => alert(index + 10, `text ${index}`));
  const alerts = [alert(1, key("a")), alert(2, key("b")), alert(3, key("c")), ...many];
  const findings = [
    dead(key("a")),
    known(key("b"), { outcome: { kind: "rehearsed", because: "would-revoke" } }),
    known(key("c"), {}),
  ];
  expect(describeRehearsal(planClosings(alerts, findings)).map(({ sentence }) => sentence)).toEqual([
    "Would close the alert acme/shop#1 as revoked: its key is proven dead.",
    "Would close the alert acme/shop#2 as revoked, once OpenAI refuses its key.",
    "The alert acme/shop#3 would stay open: its key may work.",
    expect.stringMatching(
      /^12 alerts would stay open: the text of each is not one key of OpenAI\. They are acme\/shop#10, .*#19 and 2 more\.$/,
    ),
  ]);
});
