import { describe, expect, test } from "vitest";
import type { Finding } from "../../../src/domain/finding.ts";
import { restrictReport } from "../../../src/domain/report.ts";
import type { LeakRotation } from "../../../src/domain/rotation.ts";
import type { RotationTarget } from "../../../src/domain/rotation-target.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { recordOf } from "../../support/facts.ts";
import { renderComment, renderText } from "../render.ts";
import { contained, context, finding, NOW, plainLook, report } from "../stories.ts";

const SECRET: RotationTarget = {
  kind: "github",
  owner: "acme",
  repo: "shop",
  environment: "production",
  secret: "SHOP_KEY",
};
const FILE: RotationTarget = { kind: "file", path: "/run/key" };
const bot = { kind: "service-account", id: "user-9", name: "checkout-bot" } as const;
const record = recordOf(createFakeKey("service-account", "a"), { id: "key_9", name: "checkout", owner: bot });
const ours = { kind: "ours", record, chance: 0 } as const;
const endsAt = new Date(NOW.getTime() + 3_600_000);

/** A leaked key that ends in an hour, after a rotation of this kind. */
function rotated(rotation: Partial<LeakRotation> = {}): Finding {
  return finding({
    kind: "service-account",
    identity: ours,
    decision: { kind: "expire", record, grace: 3600 },
    outcome: contained({ by: "expire", endsAt, stopped: false }),
    places: [SECRET],
    rotation: {
      state: { kind: "rotated" },
      newKey: null,
      places: [{ target: SECRET, holds: "new", result: null }],
      isUsed: true,
      ...rotation,
    },
  });
}

const comment = (one: Finding, detail: "full" | "minimal" = "full") =>
  renderComment(restrictReport(report([one]), detail), context);

describe("a leaked key that was rotated", () => {
  test("is said to be, first of all, with where the new key is and when the old one ends", () => {
    const text = comment(rotated());
    expect(text).toMatch(/\*\*`checkout` was rotated 3 minutes after it leaked\.\*\*/);
    expect(text).toContain(
      "The new key is in the secret `SHOP_KEY` of environment `production` in `acme/shop`, and **checkout-bot** uses it already.",
    );
    expect(text).not.toMatch(/Create a new key|Replace it/);
    expect(renderText(report([rotated()]), plainLook)).toContain("was rotated");
  });

  test.each([
    [false, "and nobody has used it yet"],
    [null, "in `acme/shop`."],
  ])("says whether the new one is used: %s", (isUsed, said) => {
    expect(comment(rotated({ isUsed }))).toContain(said);
  });

  test("of which no place took the new key says why, and that it has to be replaced in time", () => {
    const failure = { because: "not-permitted", permission: "Secrets: write" } as const;
    const text = comment(
      rotated({ state: { kind: "failed", because: "store", target: SECRET, failure }, isUsed: null }),
    );
    expect(text).toMatch(/\*\*Replace it before /);
    expect(text).toContain("No new key is in its place: the secret");
    expect(text).toContain("the token lacks the permission `Secrets: write`");
    expect(text).toContain("openai-key-guard rotate key_9");
  });

  test("that could not be planned says why", () => {
    const text = comment(rotated({ state: { kind: "refused", because: "scopes-unknown" }, isUsed: null }));
    expect(text).toContain("No new key is in its place: the audit log does not say what it may do.");
  });

  test("names no place where others can read it", () => {
    const failure = { because: "rate-limited" } as const;
    for (const one of [rotated(), rotated({ state: { kind: "failed", because: "store", target: SECRET, failure } })]) {
      expect(comment(one, "minimal")).not.toMatch(/SHOP_KEY|acme\/shop|production/);
    }
  });
});

describe("a leaked key whose places are known", () => {
  const live = finding({ kind: "service-account", identity: ours, places: [SECRET, FILE] });

  test("has the one command that rotates it", () => {
    const text = comment(live);
    expect(text).toContain("it is the secret `SHOP_KEY` of environment `production` in `acme/shop` and the file");
    expect(text).toContain("`openai-key-guard rotate key_9`");
  });

  test("has none once it is gone, but the places all the same", () => {
    const validity = { kind: "inactive", because: "deleted" } as const;
    const text = comment({ ...live, validity, outcome: contained(), decision: { kind: "revoke", record } });
    expect(text).not.toContain("openai-key-guard rotate");
    expect(text).toContain("put it where this one was: the secret `SHOP_KEY`");
  });

  test("of a person is one that only they can replace", () => {
    const person = { ...record, owner: { kind: "user", id: "user-1", name: "Ada" } as const };
    const text = comment({ ...live, identity: { ...ours, record: person } });
    expect(text).not.toContain("openai-key-guard rotate");
  });
});
