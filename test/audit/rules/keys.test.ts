import { describe, expect, test } from "vitest";
import {
  adviceOf,
  applyRule,
  applyToKey,
  createAdminKey,
  createFacts,
  createKey,
  createPersonsKey,
  dayAgo,
  daysAgo,
  describeVerdict,
  tellUsage,
} from "../made-up-facts.ts";

/** A day and a moment from now: more than clocks and zones differ. */
const AHEAD = "? a date of it lies ahead of this machine's clock";

describe("a date that has yet to come", () => {
  const ahead = daysAgo(-1 - 1 / 86_400);

  test.each([
    ["unused", { createdAt: ahead, lastUsedAt: null }],
    ["unused", { createdAt: daysAgo(200), lastUsedAt: ahead }],
    ["old", { createdAt: ahead }],
  ])("is no age: %s does not pass %o", (rule, key) => {
    expect(applyToKey(rule, key)).toBe(AHEAD);
  });

  test("is no age of an Admin API key", () => {
    for (const key of [{ createdAt: ahead }, { createdAt: daysAgo(60), lastUsedAt: ahead }])
      expect(applyRule("admin-key", createFacts({ keys: [createAdminKey(key)] }))).toEqual([`key_admin${AHEAD}`]);
  });

  test("is one where clocks and zones may differ so much", () => {
    expect(applyToKey("old", { createdAt: daysAgo(-1) })).toBe("passed");
  });
});

const NOT_PERMITTED = { kind: "untold", because: "not-permitted" } as const;

/** A moment, in days. */
const MOMENT = 1 / 86_400;

describe("unused", () => {
  test.each([
    [{ lastUsedAt: daysAgo(91), createdAt: daysAgo(200) }, "last used 91 days ago, on 29 Aug 2026"],
    [{ lastUsedAt: daysAgo(90), createdAt: daysAgo(200) }, "passed"],
    [{ lastUsedAt: daysAgo(91 - MOMENT), createdAt: daysAgo(200) }, "passed"],
    [{ lastUsedAt: null, createdAt: daysAgo(91) }, "never used, and created 91 days ago, on 29 Aug 2026"],
    [{ lastUsedAt: null, createdAt: daysAgo(90) }, "passed"],
    [{ lastUsedAt: daysAgo(91), createdAt: null }, "last used 91 days ago, on 29 Aug 2026"],
    [{ lastUsedAt: null, createdAt: null }, "? OpenAI did not say when it was created"],
  ])("of %o says %s", (key, said) => {
    expect(applyToKey("unused", key)).toBe(said);
  });

  test.each([
    ["on a day of the four weeks", tellUsage({ key_checkout: [{ day: dayAgo(20), model: "gpt-5", requests: 1 }] })],
    ["today", tellUsage({}, { key_checkout: 3 })],
  ])("passes a key that usage saw at work %s, whatever its record says", (_, usage) => {
    for (const lastUsedAt of [daysAgo(143), null])
      expect(applyToKey("unused", { lastUsedAt, createdAt: daysAgo(200) }, { usage })).toBe("passed");
    const absent = { lastUsedAt: null, createdAt: daysAgo(200), absent: ["lastUsedAt"] } as const;
    expect(applyToKey("unused", absent, { usage })).toBe("passed");
  });

  test("takes no use in usage for no proof where the record does not tell the last use", () => {
    const absent = { lastUsedAt: null, createdAt: daysAgo(200), absent: ["lastUsedAt"] } as const;
    expect(applyToKey("unused", absent)).toBe("? OpenAI did not say when it was used");
  });

  test("counts from the last use that usage saw, where that is longer ago than the policy allows", () => {
    const usage = tellUsage({ key_checkout: [{ day: dayAgo(20), model: "gpt-5", requests: 1 }] });
    const facts = createFacts({ keys: [createKey({ lastUsedAt: daysAgo(40) })], usage });
    expect(applyRule("unused", facts, { days: 7 })).toEqual(["key_checkout: last used 20 days ago, on 8 Nov 2026"]);
  });

  test("says nothing on a key's first day, however few days the policy allows", () => {
    const facts = createFacts({ keys: [createKey({ createdAt: daysAgo(0.9), lastUsedAt: null })] });
    expect(applyRule("unused", facts, { days: 1 })).toEqual([]);
  });

  test("is not judged without usage, but for keys that their record shows at work", () => {
    const usage = NOT_PERMITTED;
    const old = { lastUsedAt: daysAgo(143), createdAt: daysAgo(200) };
    expect(applyToKey("unused", old, { usage })).toBe("? the Admin API key may not read usage");
    expect(applyToKey("unused", { ...old, lastUsedAt: null }, { usage })).toBe(
      "? the Admin API key may not read usage",
    );
    expect(applyToKey("unused", { lastUsedAt: daysAgo(2) }, { usage })).toBe("passed");
    expect(applyToKey("unused", { lastUsedAt: null, createdAt: daysAgo(9) }, { usage })).toBe("passed");
  });
});

describe("old", () => {
  test.each([
    [{ createdAt: daysAgo(181) }, "created 181 days ago, on 31 May 2026"],
    [{ createdAt: daysAgo(180) }, "passed"],
    [{ createdAt: null }, "? OpenAI did not say when it was created"],
  ])("of %o says %s", (key, said) => {
    expect(applyToKey("old", key)).toBe(said);
  });
});

describe("no-expiry", () => {
  test.each([
    [{ expiresAt: null }, "never expires"],
    [{ expiresAt: daysAgo(-1) }, "passed"],
    [{ expiresAt: null, absent: ["expiresAt"] as const }, "? OpenAI did not say when it expires"],
  ])("of %o says %s", (key, said) => {
    expect(applyToKey("no-expiry", key)).toBe(said);
  });
});

describe("person-owned", () => {
  test("finds the key of a person, passes that of a service account, and judges none whose owner is not said", () => {
    const facts = createFacts({ keys: [createKey(), createPersonsKey(), createKey({ id: "key_x", owner: null })] });
    expect(applyRule("person-owned", facts)).toEqual([
      "key_ada: belongs to a person",
      "key_x? OpenAI did not say who owns it",
    ]);
  });
});

describe("owner-inactive", () => {
  const ada = createPersonsKey();
  const of = (key: object, facts: object = {}) =>
    describeVerdict(applyRule("owner-inactive", createFacts({ keys: [createPersonsKey(key)], ...facts })));

  test.each([
    [{}, "passed"],
    [{ ownerHasAccess: false }, "its owner no longer has access to the project"],
    [{ ownerHasAccess: false, owner: null }, "its owner no longer has access to the project"],
    [{ ownerHasAccess: null }, "? OpenAI did not say whether its owner has access to the project"],
    [{ owner: { kind: "user", id: "user-eve", name: "Eve" } }, "its owner is no longer in the organisation"],
    [{ owner: { kind: "user", id: null, name: "Ada" } }, "? OpenAI did not say who owns it"],
    [{ owner: null }, "? OpenAI did not say who owns it"],
    [{ owner: { kind: "service-account", id: "user-sa1", name: null } }, "passed"],
  ])("of %o says %s", (key, said) => {
    expect(of(key)).toBe(said);
  });

  test("finds the Admin API key of somebody who left", () => {
    const facts = createFacts({ keys: [createAdminKey()], users: { kind: "told", value: new Set(["user-bob"]) } });
    expect(applyRule("owner-inactive", facts)).toEqual(["key_admin: its owner is no longer in the organisation"]);
  });

  test("is not judged without the list of users, but for owners without access", () => {
    const users = NOT_PERMITTED;
    expect(of({}, { users })).toBe("? the Admin API key may not read the list of users");
    expect(of({ ownerHasAccess: false }, { users })).toBe("its owner no longer has access to the project");
    expect(of({ owner: ada.owner, ownerHasAccess: null }, { users })).toContain("? the Admin API key may not read");
  });
});

describe("broad-scopes", () => {
  const of = (scopes: readonly string[] | undefined) =>
    applyToKey("broad-scopes", {}, { scopes: { kind: "told", value: new Map(scopes && [["key_checkout", scopes]]) } });

  test("takes an empty list for everything, as OpenAI does", () => {
    expect(of([])).toBe("may do everything that its owner may do in the project");
    expect(of(["api.all"])).toBe("may do everything that its owner may do in the project");
    expect(of(["api.model.request"])).toBe("passed");
    expect(of(["api.all.read"])).toBe("passed");
  });

  test("judges no key of which the audit log says nothing, and none without the audit log", () => {
    expect(of(undefined)).toBe("? the audit log does not say what it may do");
    const scopes = { kind: "untold", because: "off" } as const;
    expect(applyToKey("broad-scopes", {}, { scopes })).toBe("? the audit log is off, or empty");
  });
});

describe("admin-key", () => {
  const of = (key: object) => describeVerdict(applyRule("admin-key", createFacts({ keys: [createAdminKey(key)] })));

  test.each([
    [{}, "passed"],
    [{ lastUsedAt: daysAgo(31) }, "last used 31 days ago, on 28 Oct 2026"],
    [{ lastUsedAt: daysAgo(30) }, "passed"],
    [{ lastUsedAt: null, createdAt: daysAgo(31) }, "never used, and created 31 days ago, on 28 Oct 2026"],
    [{ lastUsedAt: null, createdAt: daysAgo(30) }, "passed"],
    [{ expiresAt: null }, "never expires"],
    [{ expiresAt: null, lastUsedAt: daysAgo(45) }, "last used 45 days ago, on 14 Oct 2026; never expires"],
    [{ expiresAt: null, absent: ["expiresAt"] }, "? OpenAI did not say when it expires"],
    [{ lastUsedAt: null, absent: ["lastUsedAt"] }, "? OpenAI did not say when it was used"],
    [{ lastUsedAt: null, absent: ["lastUsedAt"], expiresAt: null }, "never expires"],
    [{ lastUsedAt: null, createdAt: null }, "? OpenAI did not say when it was created"],
  ])("of %o says %s", (key, said) => {
    expect(of(key)).toBe(said);
  });

  test("counts them, and not those that have expired", () => {
    const keys = [1, 2, 3, 4].map((at) => createAdminKey({ id: `key_${at}` }));
    const expired = createAdminKey({ id: "key_5", expiresAt: daysAgo(1) });
    expect(applyRule("admin-key", createFacts({ keys: [...keys.slice(1), expired] }))).toEqual([]);
    expect(applyRule("admin-key", createFacts({ keys }))).toEqual(["null: has 4 Admin API keys, 1 more than 3"]);
  });

  test("does not speak of the keys of projects, nor the other rules of Admin API keys", () => {
    const keys = [createKey({ expiresAt: null, lastUsedAt: daysAgo(45) })];
    expect(applyRule("admin-key", createFacts({ keys }))).toEqual([]);
    expect(applyRule("no-expiry", createFacts({ keys: [createAdminKey({ expiresAt: null })] }))).toEqual([]);
  });
});

describe("advice", () => {
  test("for a person's key in the default project names another project, which can have service accounts", () => {
    const home = { kind: "project", id: "proj_default", name: "Default project" } as const;
    const facts = createFacts({ keys: [createPersonsKey({ home }), createPersonsKey({ id: "key_2" })] });
    expect(adviceOf("person-owned", facts)).toEqual([
      "Create a service account in another project: the default project can have none. Move the program to its key, and delete this one.",
      "Create a service account in the same project, and a key under it. Move the program to the new key, and delete this one.",
    ]);
  });
});
