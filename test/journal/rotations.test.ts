import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RotationPlan } from "../../src/domain/rotation.ts";
import type { RotationEvent } from "../../src/domain/rotation-record.ts";
import type { RotationTarget } from "../../src/domain/rotation-target.ts";
import { UsageError } from "../../src/errors.ts";
import { openJournal } from "../../src/journal/journal.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { recordOf } from "../support/facts.ts";
import { TestClock } from "../support/test-clock.ts";

const TEXT = createFakeKey("service-account", "journal");
const AT = new Date("2026-11-21T10:00:00Z");
const LATER = new Date("2026-11-21T10:05:00Z");
const ID = "3f9a2c1e";
const SECRET: RotationTarget = { kind: "github", owner: "acme", repo: "shop", environment: "prod", secret: "OPENAI" };
const FILE: RotationTarget = { kind: "file", path: "/run/key" };

const old = recordOf(TEXT, {
  id: "key_old",
  name: "ci",
  owner: { kind: "service-account", id: "user-bot", name: "checkout-bot" },
});

const plan: RotationPlan = {
  order: {
    asked: "checkout-bot",
    project: null,
    targets: [SECRET, FILE],
    scopes: null,
    widen: false,
    expiresIn: null,
    overlap: 86_400,
    wait: 1800,
    create: false,
    rotateEvery: null,
  },
  id: ID,
  old,
  account: { id: "user-bot", name: "checkout-bot" },
  project: { id: "proj_1", name: "Web" },
  name: `ci (replaces key_old #${ID})`,
  scopes: { kind: "some", scopes: ["api.model.request"] },
  expiresIn: 7_776_000,
  isStored: false,
};

const minted = {
  id: "key_new",
  name: plan.name,
  fingerprint: "0123456789abcdef",
  createdAt: AT,
  expiresAt: null,
};
const stored = { kind: "stored", verified: true } as const;

/** All that happens in a rotation that comes to its end. */
const STORY: readonly RotationEvent[] = [
  { step: "plan", plan, batch: "0000000b" },
  { step: "mint", phase: "begin", name: plan.name },
  { step: "mint", phase: "end", result: { kind: "minted", key: minted } },
  { step: "try", phase: "begin", key: "key_new" },
  { step: "try", phase: "end", key: "key_new", triedAt: LATER },
  { step: "store", phase: "begin", key: "key_new", place: 0, target: SECRET },
  { step: "store", phase: "end", key: "key_new", place: 0, target: SECRET, result: stored },
  { step: "store", phase: "begin", key: "key_new", place: 1, target: FILE },
  { step: "store", phase: "end", key: "key_new", place: 1, target: FILE, result: stored },
  { step: "watch", phase: "begin", key: "key_new" },
  { step: "watch", phase: "end", key: "key_new", seenAt: LATER },
  { step: "retire", phase: "begin", keys: ["key_old"] },
  { step: "retire", phase: "end", keys: ["key_old"] },
  { step: "end", state: { kind: "rotated" }, isOver: true },
];

let folder: string;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rotations-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function fresh(): string {
  count += 1;
  return path.join(folder, `audit-${count}.jsonl`);
}

async function journal(file: string) {
  return await openJournal({ file, run: { user: "ada" }, clock: new TestClock() });
}

async function note(file: string, events: readonly RotationEvent[], attempt = "0000000a", rotation = ID) {
  const kept = await journal(file);
  for (const event of events) await kept.noteRotation({ rotation, attempt, at: AT, event });
  return await kept.rotations();
}

const begun = {
  id: ID,
  attempt: "0000000a",
  batch: "0000000b",
  at: AT,
  by: { kind: "user", id: null, name: "ada" },
  asked: "checkout-bot",
  old: {
    id: "key_old",
    name: "ci",
    home: { kind: "project", id: "proj_1", name: "Web" },
    owner: { kind: "service-account", id: "user-bot", name: "checkout-bot" },
  },
  targets: ["github:acme/shop/OPENAI@prod", "file:/run/key"],
  keys: [],
  isMintOpen: false,
  scopes: plan.scopes,
  expiresIn: 7_776_000,
  isOver: false,
  isRotated: false,
};
const recordedKey = { ...minted, triedAt: null, touched: [], stored: [], seenAt: null };

describe("the lines of a rotation", () => {
  test("say which step of which rotation, and hold no text of a key, nor an end of one", async () => {
    const file = fresh();
    await note(file, STORY);
    const text = await readFile(file, "utf8");
    const lines = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(STORY.length);
    for (const line of lines)
      expect(line).toMatchObject({ v: 1, event: "rotation", rotation: ID, attempt: "0000000a" });
    expect(lines[0]).toMatchObject({ step: "plan", phase: "begin", old: { id: "key_old" }, targets: begun.targets });
    expect(lines[6]).toMatchObject({ step: "store", phase: "end", place: 0, result: stored });
    expect(lines.at(-1)).toMatchObject({ step: "end", state: { kind: "rotated", because: null }, isOver: true });
    expect(text).not.toContain(TEXT.slice(-4));
    expect(text).not.toContain("redacted");
  });

  test("name a program without its arguments, and nobody's address", async () => {
    const file = fresh();
    const target: RotationTarget = { kind: "command", argv: ["vault", "kv", "put", TEXT] };
    const order = { ...plan.order, asked: "ada@example.org", targets: [target] };
    const named = {
      ...plan,
      order,
      old: { ...old, name: `ada@example.org ${TEXT}` },
      name: "ada@example.org (replaces",
    };
    const [rotation] = await note(file, [{ step: "plan", plan: named, batch: "0000000b" }]);
    const text = await readFile(file, "utf8");
    expect(text).not.toContain("@");
    expect(text).not.toContain("kv");
    expect(text).not.toContain(TEXT.slice(0, 40));
    expect(rotation).toMatchObject({ asked: "key_old", targets: ["command:vault"] });
  });

  test("are read back as what is known after each of them", async () => {
    const file = fresh();
    const known = async (upTo: number) => (await note(file, STORY.slice(upTo, upTo + 1)))[0];
    const key = (parts: Partial<typeof recordedKey> | object) => ({ ...begun, keys: [{ ...recordedKey, ...parts }] });
    expect(await known(0)).toEqual(begun);
    expect(await known(1)).toEqual({ ...begun, isMintOpen: true });
    expect(await known(2)).toEqual(key({}));
    expect(await known(3)).toEqual(key({}));
    expect(await known(4)).toEqual(key({ triedAt: LATER }));
    expect(await known(5)).toEqual(key({ triedAt: LATER, touched: [0] }));
    expect(await known(6)).toEqual(key({ triedAt: LATER, touched: [0], stored: [0] }));
    expect(await known(7)).toEqual(key({ triedAt: LATER, touched: [0, 1], stored: [0] }));
    for (const at of [8, 9]) expect(await known(at)).toEqual(key({ triedAt: LATER, touched: [0, 1], stored: [0, 1] }));
    const seen = key({ triedAt: LATER, touched: [0, 1], stored: [0, 1], seenAt: LATER });
    for (const at of [10, 11, 12]) expect(await known(at)).toEqual(seen);
    expect(await known(13)).toEqual({ ...seen, isOver: true, isRotated: true });
  });

  test("leave open where a key stands unless they say that it does not", async () => {
    const file = fresh();
    const at = { key: "key_new", place: 0, target: SECRET } as const;
    const failed = (mayBeStored: boolean) => ({ kind: "failed", because: "network", mayBeStored }) as const;
    await note(file, STORY.slice(0, 6));
    const [lost] = await note(file, [{ step: "store", phase: "end", ...at, result: failed(true) }]);
    expect(lost?.keys[0]).toMatchObject({ touched: [0], stored: [] });
    const [not] = await note(file, [{ step: "store", phase: "end", ...at, result: failed(false) }]);
    expect(not?.keys[0]).toMatchObject({ touched: [], stored: [] });
  });

  test("of a key whose answer was lost leave its creation open, and of a refused one do not", async () => {
    for (const [kind, isMintOpen] of [
      ["lost", true],
      ["failed", false],
    ] as const) {
      const file = fresh();
      const ended: RotationEvent = { step: "mint", phase: "end", result: { kind, because: "network" } };
      expect(await note(file, [...STORY.slice(0, 2), ended])).toMatchObject([{ keys: [], isMintOpen }]);
    }
  });

  test("of a later run take the rotation over, and keep what the earlier one did", async () => {
    const file = fresh();
    await note(file, STORY.slice(0, 6));
    const [rotation] = await note(file, STORY.slice(0, 1), "0000000c");
    expect(rotation).toMatchObject({ attempt: "0000000c", at: AT, keys: [{ id: "key_new", touched: [0] }] });
    const unfinished = { kind: "unfinished", because: "new-key-unseen" } as const;
    const [left] = await note(file, [{ step: "end", state: unfinished, isOver: false }], "0000000c");
    expect(left).toMatchObject({ isOver: false, isRotated: false });
  });

  test("of several rotations are told apart, and a run reads what another one wrote meanwhile", async () => {
    const file = fresh();
    const early = await journal(file);
    await note(file, STORY.slice(0, 3));
    await note(file, STORY, "0000000d", "00000002");
    expect((await early.rotations()).map(({ id, isOver }) => [id, isOver])).toEqual([
      [ID, false],
      ["00000002", true],
    ]);
  });

  test("whose beginning was moved away with the file are passed over", async () => {
    expect(await note(fresh(), STORY.slice(2))).toEqual([]);
  });

  test("stand beside those of leaks and audits, and change nothing of theirs", async () => {
    const file = fresh();
    const kept = await journal(file);
    await note(file, STORY.slice(0, 9));
    const containment = { kind: "expire", record: old, grace: 60 } as const;
    await kept.begin({ fingerprint: null, rotation: ID, containment, at: AT });
    const next = await journal(file);
    expect(await next.unfinished()).toEqual([]);
    // An audit settles what audits began.
    expect(await next.unfinishedFixes()).toEqual([]);
    const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ fingerprint: null, why: { rotation: ID } });
  });
});

describe("a line of a rotation that was torn off", () => {
  test("wherever it was, says nothing, and the next one stands alone", async () => {
    const whole = fresh();
    await note(whole, STORY.slice(0, 5));
    const before = await readFile(whole);
    await note(whole, STORY.slice(5, 6));
    const bytes = await readFile(whole);
    for (let cut = before.length + 1; cut < bytes.length; cut += 13) {
      const file = `${whole}.${cut}`;
      await writeFile(file, bytes.subarray(0, cut));
      expect((await (await journal(file)).rotations())[0]?.keys[0], `cut at ${cut}`).toMatchObject({ touched: [] });
      const [rotation] = await note(file, STORY.slice(7, 8));
      expect(rotation?.keys[0], `after a cut at ${cut}`).toMatchObject({ touched: [1] });
      await rm(file);
    }
  });
});

describe("a line of a rotation that is not ours", () => {
  const line = (parts: object) =>
    JSON.stringify({
      v: 1,
      event: "rotation",
      at: AT,
      rotation: ID,
      step: "try",
      phase: "begin",
      attempt: "0000000a",
      ...parts,
    });
  const record = { id: "key_old", name: "ci", home: begun.old.home, owner: begun.old.owner };
  const planned = {
    step: "plan",
    batch: "0000000b",
    asked: "ci",
    old: record,
    targets: [],
    scopes: "all",
    expiresIn: null,
  };

  test.each([
    ["has no rotation", line({ rotation: "../../etc" })],
    ["has no run", line({ attempt: 7 })],
    ["has no time", line({ at: "yesterday" })],
    ["has an unknown step", line({ step: "sell" })],
    ["has an unknown phase", line({ phase: "middle" })],
    ["plans for no key", line({ ...planned, old: { id: 7 } })],
    ["plans for a key of a person", line({ ...planned, old: { ...record, owner: { kind: "user", id: "user-1" } } })],
    ["plans for an id that is a path", line({ ...planned, old: { ...record, id: "../users" } })],
    [
      "plans for an account that is a path",
      line({ ...planned, old: { ...record, owner: { ...record.owner, id: ".." } } }),
    ],
    ["plans for places that are none", line({ ...planned, targets: [7] })],
    ["has a key that is a path", line({ step: "store", key: { id: "a/b" }, place: 0 })],
    ["has a place that is none", line({ step: "store", key: { id: "key_1" }, place: -1 })],
    ["has an end that is none", line({ step: "end", phase: "end", isOver: "yes" })],
    ["created nothing", line({ step: "mint", phase: "end", result: { kind: "minted" } })],
  ])("%s: the file is refused, and nothing is done", async (_, text) => {
    const file = fresh();
    await writeFile(file, `${text}\n${line({})}\n`);
    await expect(journal(file)).rejects.toThrow(UsageError);
    await expect(journal(file)).rejects.toThrow("does not say which step of which rotation");
  });

  test("while a run goes on keeps it from going on", async () => {
    const file = fresh();
    const kept = await journal(file);
    await note(file, STORY.slice(0, 3));
    await appendFile(file, "hello\n");
    await expect(kept.rotations()).rejects.toThrow(UsageError);
  });

  test("of whatever JSON is refused or read, and breaks nothing", async () => {
    const any = fc.record({
      rotation: fc.constantFrom(ID, "x", null),
      step: fc.constantFrom("plan", "mint", "try", "store", "watch", "retire", "end"),
      phase: fc.constantFrom("begin", "end"),
      key: fc.oneof(fc.constant({ id: "key_new" }), fc.jsonValue()),
      result: fc.oneof(fc.constantFrom({ kind: "stored" }, { kind: "minted" }, { kind: "failed" }), fc.jsonValue()),
      place: fc.oneof(fc.constant(0), fc.jsonValue()),
      old: fc.oneof(fc.constant(record), fc.jsonValue()),
      targets: fc.oneof(fc.constant(["file:/x"]), fc.jsonValue()),
      isOver: fc.oneof(fc.boolean(), fc.jsonValue()),
    });
    const file = fresh();
    await fc.assert(
      fc.asyncProperty(fc.array(any, { maxLength: 6 }), async (lines) => {
        await writeFile(file, lines.map((parts) => `${line(parts)}\n`).join(""));
        const read = await journal(file)
          .then(async (kept) => await kept.rotations())
          .catch((error: unknown) => error);
        expect(read instanceof UsageError || Array.isArray(read)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
