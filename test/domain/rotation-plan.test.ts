import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SourceAnswer } from "../../src/domain/audit-facts.ts";
import type { Inventory, KeyRecord } from "../../src/domain/inventory.ts";
import type { KeyScopes, RotationOrder, RotationPlan, RotationRefusal } from "../../src/domain/rotation.ts";
import { findOldKey, isRotationDue, planRotation, type RotationFacts } from "../../src/domain/rotation-plan.ts";
import { buildSuccessorName } from "../../src/domain/succession.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { recordOf } from "../support/facts.ts";

const NOW = new Date("2026-11-21T12:00:00Z");
const DAY = 86_400;
const ID = "3f9a2c1e";
const BOT = { kind: "service-account", id: "user-bot", name: "checkout-bot" } as const;
const OTHER_BOT = { kind: "service-account", id: "user-other", name: "other-bot" } as const;
const BATCH = { kind: "project", id: "proj_2", name: "Batch" } as const;

function key(id: string, differing: Partial<KeyRecord> = {}): KeyRecord {
  return recordOf(createFakeKey("service-account", id), { id, name: "ci", owner: BOT, ...differing });
}

function inDays(days: number): Date {
  return new Date(NOW.getTime() + days * DAY * 1000);
}

function order(differing: Partial<RotationOrder> = {}): RotationOrder {
  return {
    asked: "key_old",
    project: null,
    targets: [{ kind: "file", path: "/run/key" }],
    scopes: null,
    widen: false,
    expiresIn: null,
    overlap: DAY,
    wait: 1800,
    create: false,
    rotateEvery: null,
    ...differing,
  };
}

function facts(records: readonly KeyRecord[], differing: Partial<RotationFacts> = {}): RotationFacts {
  const inventory = { records, projects: records.map(({ home }) => home), gaps: [] };
  return { inventory, now: NOW, protect: [], unmatched: [], own: new Set(), ...differing };
}

const old = key("key_old");
const successor = (id: string, replaces: string, differing: Partial<KeyRecord> = {}) =>
  key(id, { name: buildSuccessorName("ci", { replaces, rotation: "0a0b0c0d" }), ...differing });
const GAPS: Inventory["gaps"] = [{ kind: "inventory", detail: "the keys of Web", covers: ["project"] }];

type Row = readonly [
  string,
  { asked?: string; order?: Partial<RotationOrder>; of: RotationFacts },
  string | RotationRefusal,
];

/** What is asked, of which keys, and the id of the key that is meant, or why none is rotated. */
const ROWS: readonly Row[] = [
  ["the id of a key", { of: facts([old, key("key_2")]) }, "key_old"],
  ["the name of a key", { asked: "CI", of: facts([old, key("key_2", { name: "cd" })]) }, "key_old"],
  ["the id of an account", { asked: "user-bot", of: facts([old, key("key_2", { owner: OTHER_BOT })]) }, "key_old"],
  ["the name of an account", { asked: "Checkout-Bot", of: facts([old, key("k", { owner: OTHER_BOT })]) }, "key_old"],
  [
    "a name that the key and its account share",
    { asked: "checkout-bot", of: facts([key("key_old", { name: "checkout-bot" })]) },
    "key_old",
  ],
  [
    "an account with an expired key beside the one that works",
    { asked: "checkout-bot", of: facts([key("key_1", { expiresAt: inDays(-1) }), old]) },
    "key_old",
  ],
  [
    "a name in one of two projects",
    { asked: "ci", order: { project: "Batch" }, of: facts([old, key("key_2", { home: BATCH })]) },
    "key_2",
  ],
  ["a key under its name before it was rotated", { asked: "ci", of: facts([successor("key_2", "key_gone")]) }, "key_2"],
  [
    "an account whose old key is ending by itself within the overlap",
    { asked: "checkout-bot", of: facts([key("key_old", { expiresAt: inDays(1) }), successor("key_2", "key_old")]) },
    "key_2",
  ],
  [
    "an account with two keys",
    { asked: "checkout-bot", of: facts([old, key("key_2")]) },
    { because: "ambiguous", ids: ["key_old", "key_2"] },
  ],
  [
    "a name of a key and of another account",
    { asked: "checkout-bot", of: facts([old, key("key_2", { name: "checkout-bot", owner: OTHER_BOT })]) },
    { because: "ambiguous", ids: ["key_old", "key_2"] },
  ],
  [
    "an account of which one key replaces the other, and the other goes on",
    { asked: "checkout-bot", of: facts([old, successor("key_2", "key_old")]) },
    { because: "already-replaced", by: "key_2" },
  ],
  [
    "a key that another one replaces",
    { of: facts([old, successor("key_2", "key_old")]) },
    { because: "already-replaced", by: "key_2" },
  ],
  [
    "a key that one of another account says it replaces, which proves nothing",
    { of: facts([old, successor("key_2", "key_old", { owner: OTHER_BOT })]) },
    "key_old",
  ],
  [
    "a key whose successor has expired",
    { of: facts([old, successor("key_2", "key_old", { expiresAt: inDays(-1) })]) },
    "key_old",
  ],
  ["what no key is called", { asked: "nightly", of: facts([old]) }, { because: "not-listed" }],
  ["nothing", { asked: " ", of: facts([key("key_old", { name: "" })]) }, { because: "not-listed" }],
  [
    "a name while the list is incomplete",
    { asked: "ci", of: facts([old], { inventory: { records: [old], projects: [], gaps: GAPS } }) },
    { because: "inventory-incomplete" },
  ],
  [
    "an id that an incomplete list lacks",
    { asked: "key_9", of: facts([old], { inventory: { records: [old], projects: [], gaps: GAPS } }) },
    { because: "inventory-incomplete" },
  ],
  [
    "an id that an incomplete list has",
    { of: facts([old], { inventory: { records: [old], projects: [], gaps: GAPS } }) },
    "key_old",
  ],
  [
    "a person's key",
    { of: facts([key("key_old", { owner: { kind: "user", id: "user-1", name: "Ada" } })]) },
    { because: "person-owned" },
  ],
  ["a key without an owner", { of: facts([key("key_old", { owner: null })]) }, { because: "owner-unknown" }],
  [
    "a key of an account without an id",
    { of: facts([key("key_old", { owner: { ...BOT, id: null } })]) },
    { because: "owner-unknown" },
  ],
  [
    "an Admin API key",
    { of: facts([key("key_old", { home: { kind: "organization", id: null, name: null } })]) },
    { because: "admin-key" },
  ],
  ["the run's own key", { of: facts([old], { own: new Set(["key_old"]) }) }, { because: "own-admin-key" }],
  ["a protected key", { of: facts([old], { protect: ["CI"] }) }, { because: "protected" }],
  ["a key of a protected account", { of: facts([old], { protect: ["checkout-bot"] }) }, { because: "protected" }],
  [
    "any key while an entry of protect fits nothing",
    { of: facts([old], { unmatched: [{ setting: "protect", entry: "prodd" }] }) },
    { because: "unmatched-entry" },
  ],
  [
    "a key of an archived project",
    { of: facts([old], { inventory: { records: [old], projects: [], gaps: [], archivedProjects: ["proj_1"] } }) },
    { because: "archived-project" },
  ],
  ["an expired key", { of: facts([key("key_old", { expiresAt: NOW })]) }, { because: "expired" }],
  ["a key without a place", { order: { targets: [] }, of: facts([old]) }, { because: "no-target" }],
];

describe("which key an operator means", () => {
  test.each(ROWS)("by %s", (_, { asked = "key_old", order: asks, of }, wanted) => {
    const found = findOldKey(order({ asked, ...asks }), of);
    if (typeof wanted === "string") expect(found).toMatchObject({ record: { id: wanted }, refusal: null });
    else expect("record" in found ? found.refusal : found).toEqual(wanted);
  });

  test("is one key or none, however many are called alike, and never one that the rails hold", () => {
    const anyKey = fc.record({
      id: fc.constantFrom("key_1", "key_2", "key_3", "key_4"),
      name: fc.constantFrom("ci", "checkout-bot", "ci (replaces key_1 #0a0b0c0d)", null),
      owner: fc.constantFrom(BOT, OTHER_BOT, { kind: "user" as const, id: "user-1", name: "Ada" }, null),
      expiresAt: fc.constantFrom(null, inDays(-1), inDays(0.5), inDays(30)),
    });
    const asked = fc.constantFrom("ci", "checkout-bot", "key_1", "key_2", "user-other");
    const protect = fc.constantFrom<readonly string[]>([], ["key_2"], ["other-bot"]);
    fc.assert(
      fc.property(fc.uniqueArray(anyKey, { selector: ({ id }) => id }), asked, protect, (keys, word, held) => {
        const records = keys.map(({ id, ...parts }) => key(id, parts));
        const found = findOldKey(order({ asked: word }), facts(records, { protect: held }));
        if (!("record" in found) || found.refusal !== null) return;
        const { record } = found;
        expect(record.owner?.kind).toBe("service-account");
        expect(record.expiresAt === null || record.expiresAt > NOW).toBe(true);
        expect([record.id, record.owner?.name].some((name) => held.includes(name ?? ""))).toBe(false);
      }),
    );
  });
});

const ALL: KeyScopes = { kind: "all" };
const some = (first: string, ...rest: string[]): KeyScopes => ({ kind: "some", scopes: [first, ...rest] });
const told = (value: KeyScopes): SourceAnswer<KeyScopes> => ({ kind: "told", value });
const UNTOLD: SourceAnswer<KeyScopes> = { kind: "untold", because: "off" };

type ScopesRow = readonly [
  string,
  { asked: KeyScopes | null; widen?: boolean; known: SourceAnswer<KeyScopes> },
  KeyScopes | RotationRefusal,
];

const SCOPES: readonly ScopesRow[] = [
  ["those of the old key", { asked: null, known: told(some("a", "b")) }, some("a", "b")],
  ["all, where the old key has all", { asked: null, known: told(ALL) }, ALL],
  ["none that nobody knows", { asked: null, known: UNTOLD }, { because: "scopes-unknown" }],
  ["those given, where the old ones are unknown", { asked: some("a"), known: UNTOLD }, some("a")],
  ["fewer than before", { asked: some("a"), known: told(some("a", "b")) }, some("a")],
  ["some where it had all", { asked: some("a"), known: told(ALL) }, some("a")],
  [
    "no more than before",
    { asked: some("a", "c"), known: told(some("a", "b")) },
    { because: "wider-scopes", scopes: ["c"] },
  ],
  ["not all where it had some", { asked: ALL, known: told(some("a")) }, { because: "wider-scopes", scopes: ["all"] }],
  ["more, where that is allowed", { asked: some("a", "c"), widen: true, known: told(some("a")) }, some("a", "c")],
  ["some where the log says that it had all by name", { asked: some("a"), known: told(some("api.all")) }, some("a")],
  ["all where it had all by name", { asked: ALL, known: told(some("api.all")) }, ALL],
  [
    "a right to read that all reading includes",
    { asked: some("api.files.read"), known: told(some("api.all.read")) },
    some("api.files.read"),
  ],
  [
    "no right to write that all reading does not include",
    { asked: some("api.files.write"), known: told(some("api.all.read")) },
    { because: "wider-scopes", scopes: ["api.files.write"] },
  ],
];

function plan(differing: Partial<RotationOrder>, of: KeyRecord = old, scopes = told(ALL)) {
  return planRotation(order(differing), of, { id: ID, scopes });
}

describe("the new key may do", () => {
  test.each(SCOPES)("%s", (_, { asked, widen = false, known }, wanted) => {
    const planned = plan({ scopes: asked, widen }, old, known);
    if ("because" in wanted) expect(planned).toEqual(wanted);
    else expect((planned as RotationPlan).scopes).toEqual(wanted);
  });

  test("never more than the old one without a word for it, and never an empty list, which would mean everything", () => {
    const names = fc.constantFrom("api.all.read", "api.files.read", "api.model.request", "api.files.write");
    const anyScopes = fc.oneof(
      fc.constant(ALL),
      fc.uniqueArray(names, { minLength: 1 }).map(([first = "", ...rest]) => some(first, ...rest)),
    );
    fc.assert(
      fc.property(fc.option(anyScopes), anyScopes, (asked, had) => {
        const planned = plan({ scopes: asked }, old, told(had));
        if ("because" in planned) return;
        const { scopes } = planned;
        if (had.kind === "some") {
          expect(scopes.kind).toBe("some");
          const covered = (scope: string) =>
            had.scopes.includes(scope) || (had.scopes.includes("api.all.read") && scope.endsWith(".read"));
          expect(scopes.kind === "some" && scopes.scopes.every(covered)).toBe(true);
        }
        expect(scopes.kind === "all" || scopes.scopes.length > 0).toBe(true);
      }),
    );
  });
});

describe("the new key lives", () => {
  const created = { createdAt: inDays(-10) };
  test.each([
    ["as long as asked", 30 * DAY, old, 30 * DAY],
    ["a year at most, which is the longest that OpenAI gives", 500 * DAY, old, 365 * DAY],
    ["for ever, as the old one does", null, old, null],
    ["as long as the old one was made for", null, key("key_old", { ...created, expiresAt: inDays(20) }), 30 * DAY],
    ["as asked, whatever the old one does", DAY, key("key_old", { ...created, expiresAt: inDays(20) }), DAY],
  ] as const)("%s", (_, expiresIn, of, wanted) => {
    expect((plan({ expiresIn }, of) as RotationPlan).expiresIn).toBe(wanted);
  });

  test.each([
    ["when the old one was created is unknown", key("key_old", { createdAt: null, expiresAt: inDays(20) })],
    ["whether the old one ends is unknown", key("key_old", { absent: ["expiresAt"] })],
  ])("no time that nobody can say: %s", (_, of) => {
    expect(plan({}, of)).toEqual({ because: "lifetime-unknown" });
    expect(plan({ expiresIn: DAY }, of)).toMatchObject({ expiresIn: DAY });
  });
});

describe("a key is due", () => {
  const made = (days: number, ends: number | null = null) =>
    key("key_old", { createdAt: inDays(-days), expiresAt: ends === null ? null : inDays(ends) });
  test.each([
    ["at the age that was asked for", made(60), { rotateEvery: 60 * DAY }, true],
    ["not before", made(59.9), { rotateEvery: 60 * DAY }, false],
    ["where nobody knows its age", key("key_old", { createdAt: null }), { rotateEvery: 60 * DAY }, true],
    ["when it ends within the overlap and three days", made(86, 4), {}, true],
    ["not when it ends later", made(85, 5), {}, false],
    ["not while it is young, however short it lives", made(0.4, 0.6), {}, false],
    ["in the second half of a short life", made(0.6, 0.4), {}, true],
    ["never, where it does not end and no age is asked for", made(900), {}, false],
  ] as const)("%s", (_, record, asks, wanted) => {
    expect(isRotationDue(record, order(asks), NOW)).toBe(wanted);
  });
});
