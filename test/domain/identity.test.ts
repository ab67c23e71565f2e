import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TOKEN_KINDS } from "../../src/domain/candidate.ts";
import { identify } from "../../src/domain/identity.ts";
import type { Home } from "../../src/domain/inventory.ts";
import { mayBeRedactedAs } from "../../src/domain/redaction.ts";
import { Secret } from "../../src/domain/secret.ts";
import { createDecoy, createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { createFakeToken } from "../../src/sandbox/fake-tokens.ts";
import { candidate, recordOf, sighting, stars } from "../support/facts.ts";

const ours = createFakeKey("project", "a");
const gap = (...covers: readonly Home["kind"][]) => ({ kind: "inventory" as const, detail: "not listed", covers });
const organization = { kind: "organization", id: null, name: null } as const;

describe("whose key it is", () => {
  test("a key that one record of a complete inventory fits is ours", () => {
    const record = recordOf(ours);
    const other = recordOf(createFakeKey("project", "b"), { id: "key_2" });
    expect(identify(candidate(), { records: [other, record], gaps: [] })).toEqual({
      kind: "ours",
      record,
      chance: 2 / 2 ** 16,
    });
  });

  test("a key that two records fit is ambiguous, and both are named", () => {
    const records = [recordOf(ours), recordOf(createDecoy(ours), { id: "key_2" })];
    expect(identify(candidate(), { records, gaps: [] })).toEqual({ kind: "ambiguous", candidates: records });
  });

  test("of two that fit, one that is younger than the leak still counts: commits may lie about their time", () => {
    const younger = recordOf(createDecoy(ours), { id: "key_2", createdAt: new Date("2030-01-01T00:00:00Z") });
    expect(identify(candidate(), { records: [recordOf(ours), younger], gaps: [] }).kind).toBe("ambiguous");
  });

  test.each(TOKEN_KINDS)("a token is compared with no record, whatever the inventory has: %s", (kind) => {
    const because = { kind: "unchecked", because: "not-listed-by-openai" };
    const text = createFakeToken(kind, "a");
    for (const gaps of [
      [],
      [gap("project", "organization")],
      [{ kind: "no-admin-key", detail: "", covers: [] } as const],
    ])
      expect(identify(candidate({ kind, text }), { records: [recordOf(text)], gaps }, true)).toEqual(because);
  });

  test("a key that no record of a complete inventory fits is a stranger's", () => {
    const records = [recordOf(createFakeKey("project", "b"))];
    expect(identify(candidate(), { records, gaps: [] })).toEqual({ kind: "foreign" });
  });

  const incomplete = { kind: "unchecked", because: "inventory-incomplete" };

  test.each([[[recordOf(ours)]], [[]]])("what a gap hides may fit too, so that nothing is said", (records) => {
    expect(identify(candidate(), { records, gaps: [gap("project")] })).toEqual(incomplete);
    expect(identify(candidate(), { records, gaps: [gap("organization", "project")] })).toEqual(incomplete);
    expect(identify(candidate(), { records, gaps: [gap("organization"), gap("project")] })).toEqual(incomplete);
  });

  describe("says nothing where a gap hides keys of its kind, and else says what it saw", () => {
    const kinds = [
      ["project", "project", "ours", "foreign"],
      ["service-account", "project", "ours", "foreign"],
      ["named", "project", "ours", "foreign"],
      ["user", "project", "ours", "unchecked"], // Legacy keys are in no listing, gaps or not.
      ["admin", "organization", "ours", "foreign"],
    ] as const;

    test.each(kinds)("a %s key lives in the %s", (kind, home, fitting, otherwise) => {
      const text = createFakeKey(kind, "a");
      const found = candidate({ text, kind });
      const record = recordOf(text, { owner: null, ...(home === "organization" ? { home: organization } : {}) });
      const apart = home === "project" ? "organization" : "project";
      for (const [records, seen] of [
        [[record], fitting],
        [[], otherwise],
      ] as const) {
        expect(identify(found, { records, gaps: [gap(home)] })).toEqual(incomplete);
        expect(identify(found, { records, gaps: [gap(apart), gap(home)] })).toEqual(incomplete);
        expect(identify(found, { records, gaps: [gap(apart)] }).kind).toBe(seen);
        expect(identify(found, { records, gaps: [gap(apart)] })).not.toEqual(incomplete);
      }
    });

    test("a key that two records fit is ambiguous, whatever was not seen", () => {
      const records = [recordOf(ours), recordOf(createDecoy(ours), { id: "key_2" })];
      for (const home of ["project", "organization"] as const) {
        expect(identify(candidate(), { records, gaps: [gap(home)] }).kind).toBe("ambiguous");
      }
    });

    test("what is only suspected to be a key may be a piece of any", () => {
      const suspected = candidate({ kind: "suspected" });
      for (const home of ["project", "organization"] as const) {
        expect(identify(suspected, { records: [], gaps: [gap(home)] })).toEqual(incomplete);
      }
    });
  });

  test("without an Admin API key nobody was asked", () => {
    const gaps = [{ kind: "no-admin-key", detail: "none was given", covers: [] }] as const;
    expect(identify(candidate(), { records: [], gaps })).toEqual({ kind: "unchecked", because: "no-admin-key" });
  });

  test("a key that was revoked here before is in no listing, and is no stranger's for that", () => {
    const inventory = { records: [], gaps: [] };
    expect(identify(candidate(), inventory, true)).toEqual({ kind: "unchecked", because: "contained-before" });
    expect(identify(candidate(), inventory, false)).toEqual({ kind: "foreign" });
    expect(identify(candidate(), { records: [recordOf(ours)], gaps: [] }, true).kind).toBe("ours");
  });

  test("a legacy user key is in no listing, so that a complete inventory proves nothing", () => {
    const legacy = candidate({ text: createFakeKey("user", "a"), kind: "user" });
    expect(identify(legacy, { records: [], gaps: [] })).toEqual({ kind: "unchecked", because: "not-listed-by-openai" });
  });

  test("a key of a record that is younger than the leak by more than a day is not called ours", () => {
    const at = new Date("2026-11-20T10:00:00Z");
    const identityOf = (createdAt: string) =>
      identify(candidate({ sightings: [sighting({ at })] }), {
        records: [recordOf(ours, { createdAt: new Date(createdAt) })],
        gaps: [],
      });
    expect(identityOf("2026-11-21T09:59:00Z").kind).toBe("ours");
    expect(identityOf("2026-11-21T10:01:00Z")).toEqual({ kind: "unchecked", because: "created-after-sighting" });
  });

  test("an admin key lives in the organisation, and every other key in a project", () => {
    const text = createFakeKey("admin", "a");
    const admin = candidate({ text, kind: "admin" });
    expect(identify(admin, { records: [recordOf(text)], gaps: [] }).kind).toBe("foreign");
    expect(identify(admin, { records: [recordOf(text, { home: organization })], gaps: [] }).kind).toBe("ours");
    expect(identify(candidate(), { records: [recordOf(ours, { home: organization })], gaps: [] }).kind).toBe("foreign");
  });

  test("a service account's key is not a user's", () => {
    const text = createFakeKey("service-account", "a");
    const found = candidate({ text, kind: "service-account" });
    const owner = { kind: "service-account", id: "user-9", name: "bot" } as const;
    expect(identify(found, { records: [recordOf(text)], gaps: [] }).kind).toBe("foreign");
    expect(identify(found, { records: [recordOf(text, { owner })], gaps: [] }).kind).toBe("ours");
  });
});

describe("the visible ends", () => {
  const families = ["user", "project", "service-account", "admin", "none", "named"] as const;

  test.each(families)("of a %s key fit in both forms that OpenAI writes", (family) => {
    const text = createFakeKey(family, "a");
    const secret = new Secret(text);
    for (const redacted of [
      stars(text),
      `${text.slice(0, 3)}...${text.slice(-3)}`,
      `${text.slice(0, 8)}…${text.slice(-3)}`,
    ]) {
      expect(mayBeRedactedAs(secret, redacted)).toBe(true);
      expect(mayBeRedactedAs(new Secret(createFakeKey(family, "b")), redacted)).toBe(false);
    }
  });

  test("with stars the length must be equal too", () => {
    expect(mayBeRedactedAs(new Secret(ours), stars(ours).replace("**", "*"))).toBe(false);
  });

  test("that show nothing of the key fit nothing", () => {
    for (const redacted of ["", "***", "...", "sk-...", "...abc", `${ours.slice(0, 8)}********`]) {
      expect(mayBeRedactedAs(new Secret(ours), redacted)).toBe(false);
    }
  });

  test("never throw, and fit only what begins and ends as they do", () => {
    fc.assert(
      fc.property(fc.string(), (redacted) => {
        const [head = "", tail = ""] = redacted.trim().split(/[*.…]+/);
        if (mayBeRedactedAs(new Secret(ours), redacted))
          expect(ours.startsWith(head) && ours.endsWith(tail)).toBe(true);
      }),
    );
  });
});
