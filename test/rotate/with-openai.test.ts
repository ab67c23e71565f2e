import { describe, expect, test } from "vitest";
import type { RotationOrder, RotationResult } from "../../src/domain/rotation.ts";
import { Secret } from "../../src/domain/secret.ts";
import { parseSuccession } from "../../src/domain/succession.ts";
import { createOpenAIMinter } from "../../src/openai/rotate/minter.ts";
import type { Fault } from "../../src/sandbox/faults.ts";
import type { Key } from "../../src/sandbox/openai/organization.ts";
import { hostOf } from "../support/in-process.ts";
import { DAY, type RotatedOrganization, type RotationChoices, rotatedOrganization } from "./rotated-organization.ts";

// Rotations through OpenAI's own API, as the sandbox has it: what its policies, its delays and its lost answers do to them.

const PLACE = "file:/run/key";

/** An organisation whose old key may do this much alone, as its audit log tells. */
async function open(scopes: string[] | null = null): Promise<RotatedOrganization> {
  const at = await rotatedOrganization();
  if (scopes) at.acme.usageLog.logDashboardUpdate(at.old, { by: at.ada, scopes, at: at.now - DAY });
  at.old.scopes = scopes;
  return at;
}

async function rotate(
  at: RotatedOrganization,
  order: Partial<RotationOrder> = {},
  by = at.admin,
): Promise<RotationResult> {
  return await at.rotateOne({ order, world: worldOf(at, by) });
}

function worldOf(at: RotatedOrganization, by = at.admin): NonNullable<RotationChoices["world"]> {
  return { minter: createOpenAIMinter(hostOf(at.openai), new Secret(by.text), { clock: at.ticking }) };
}

const isMint = ({ method, path }: { method: string; path: string }) =>
  method === "POST" && /\/service_accounts\/[^/]+\/api_keys$/.test(path);

/** Answers the request that creates the key in this way. */
function faultMint(at: RotatedOrganization, fault: Fault): void {
  at.openai.fault((asked) => (isMint(asked) ? fault : null));
}

/** The keys that were created for the old one, deleted ones too. */
function listCreated(at: RotatedOrganization): readonly Key[] {
  return at.acme.keys.filter(({ name }) => parseSuccession(name)?.replaces === at.old.id);
}

/** The old key works in its place, and there is no other. */
function expectUntouched(at: RotatedOrganization): void {
  expect(at.living.map(({ id }) => id)).toEqual([at.old.id]);
  expect([at.old.expiresAt, at.places.held.get(PLACE)]).toEqual([null, at.old.text]);
}

describe.concurrent("a rotation through OpenAI's API", () => {
  test("creates a key with the old one's rights and the life that was asked for, and lets the old one end", async () => {
    await using at = await open(["api.model.request"]);
    const result = await rotate(at, { expiresIn: 30 * DAY });
    expect(result).toMatchObject({ state: { kind: "rotated" }, use: { kind: "seen" } });
    const [fresh] = listCreated(at);
    expect(fresh).toMatchObject({ id: result.newKey?.id, scopes: ["api.model.request"], owner: { person: at.bot } });
    expect((fresh?.expiresAt ?? 0) - (fresh?.createdAt ?? 0)).toBe(30 * DAY);
    expect(at.places.held.get(PLACE)).toBe(fresh?.text);
    expect(at.old.expiresAt).toBe(at.now + DAY);
    expect([at.refused, at.openai.requests.filter(isMint).length]).toEqual([[], 1]);
    expect(JSON.stringify(result)).not.toContain(fresh?.text.slice(20, 40));
  });

  test("gives a key that may do everything no more and no less", async () => {
    await using at = await open();
    expect((await rotate(at)).state).toEqual({ kind: "rotated" });
    expect(listCreated(at).map(({ scopes }) => scopes)).toEqual([null]);
  });

  test("has patience with a new key that is refused for most of a minute, and stores it only then", async () => {
    await using at = await open();
    at.acme.propagation.creation = 50_000;
    expect((await rotate(at)).state).toEqual({ kind: "rotated" });
    expect(at.refused).toEqual([]);
  });

  test("deletes a new key that is refused for longer", async () => {
    await using at = await open();
    at.acme.propagation.creation = 600_000;
    const result = await rotate(at);
    expect(result.state).toEqual({ kind: "failed", because: "new-key-refused" });
    expect(result.superseded.map(({ record, outcome }) => [record.id, outcome.kind])).toEqual(
      listCreated(at).map(({ id }) => [id, "contained"]),
    );
    expectUntouched(at);
  });

  test.for([60, 300, 600])("sees that both keys' use shows %i seconds late, and cuts nobody off", async (seconds) => {
    await using at = await open();
    at.acme.propagation.use = seconds * 1000;
    const result = await rotate(at, { wait: 3600, overlap: 0 });
    expect(result).toMatchObject({ state: { kind: "rotated" }, use: { kind: "seen" } });
    expect(at.refused).toEqual([]);
  });

  test("retires nothing while use shows later than it waits", async () => {
    await using at = await open();
    at.acme.propagation.use = 7_200_000;
    const result = await rotate(at);
    expect(result.state).toEqual({ kind: "unfinished", because: "new-key-unseen" });
    expect([at.old.expiresAt, at.old.deletedAt, at.living.length]).toEqual([null, null, 2]);
  });
});

test("a clock that is an hour late takes the trial of the new key for no use, also while its record cannot be read", async () => {
  await using at = await open();
  at.jobEvery = null;
  const clock = { ...at.ticking, now: () => new Date(at.clock.now().getTime() - 3_600_000) };
  let failures = 4;
  at.openai.fault(({ method, path }) => {
    const id = path.split("/api_keys/")[1];
    const isNew = method === "GET" && listCreated(at).some((key) => key.id === id);
    return isNew && failures-- > 0 ? { status: 500 } : null;
  });
  const minter = createOpenAIMinter(hostOf(at.openai), new Secret(at.admin.text), { clock });
  const result = await at.rotateOne({ world: { clock, minter } });
  expect(result).toMatchObject({ state: { because: "new-key-unseen" }, use: { kind: "unseen" } });
  expect([at.old.expiresAt, failures < 0]).toEqual([null, true]);
});

test("a key whose record cannot be read for a minute is stored nowhere", async () => {
  await using at = await open();
  at.openai.fault(({ method, path }) => {
    const id = path.split("/api_keys/")[1];
    return method === "GET" && listCreated(at).some((key) => key.id === id) ? { status: 500 } : null;
  });
  const result = await rotate(at);
  expect([result.state.kind, at.places.stored]).toEqual(["failed", []]);
  expectNamed(at, result);
});

test("an answer that leaves the end of the new key out is completed by its record", async () => {
  await using at = await open();
  faultMint(at, (real) => ({ ...real, body: { ...(real.body as object), expires_at: undefined } }));
  const { state, newKey } = await rotate(at);
  expect(state).toEqual({ kind: "rotated" });
  expect(newKey?.expiresAt?.getTime()).toBe((listCreated(at)[0]?.expiresAt ?? 0) * 1000);
});

test("a key that OpenAI gave a longer life than was asked for is stored nowhere, and deleted", async () => {
  for (const end of [null, 91 * DAY]) {
    await using at = await open();
    const onKeyCreated = (secret: Secret) => {
      const key = at.acme.findKey(secret.reveal());
      if (key) key.expiresAt = end === null ? null : key.createdAt + end;
    };
    const { state } = await at.rotateOne({ world: { ...worldOf(at), onKeyCreated } });
    expect(state).toEqual({ kind: "failed", because: "new-key-lives-longer" });
    expect(at.places.stored).toEqual([]);
    expectUntouched(at);
  }
});

describe.concurrent("OpenAI creates no key, and all is as before,", () => {
  test.for<[string, (at: RotatedOrganization) => void, Partial<RotationOrder>, object]>([
    [
      "with a longer life than its policy allows",
      (at) => void (at.acme.keyPolicy.longestLifetime = 30 * DAY),
      {},
      { because: "refused", code: "expiration_policy_violation" },
    ],
    [
      "without an end where its policy wants one",
      (at) => void (at.acme.keyPolicy.longestLifetime = 30 * DAY),
      { expiresIn: null },
      { because: "refused", code: "expiration_policy_violation" },
    ],
    [
      "where its policy allows no keys",
      (at) => void (at.acme.keyPolicy.forbidsKeys = true),
      {},
      { because: "refused", code: "api_keys_disabled" },
    ],
    [
      "with a scope that it does not know",
      () => {},
      { scopes: { kind: "some", scopes: ["everything"] }, widen: true },
      { because: "refused", code: "invalid_scope" },
    ],
    ["for a service account that is gone", (at) => void (at.web.accounts.length = 0), {}, { because: "account-gone" }],
    [
      "while it has too many requests",
      (at) => faultMint(at, { status: 429, body: { error: { message: "slow down" } } }),
      {},
      { because: "rate-limited" },
    ],
  ])("%s", async ([, prepare, order, failure]) => {
    await using at = await open();
    prepare(at);
    const result = await rotate(at, order);
    expect(result.state).toEqual({ kind: "failed", because: "mint", failure, mayExist: false });
    expectUntouched(at);
  });

  test("for an Admin API key that may only read", async () => {
    await using at = await open();
    const reader = at.acme.adminKey(at.ada, { scopes: ["api.management.read", "api.audit_logs.read"] });
    const { state } = await rotate(at, {}, reader);
    expect(state).toMatchObject({ because: "mint", failure: { because: "read-only-admin-key" }, mayExist: false });
    expectUntouched(at);
  });

  test("whose rights nobody knows", async () => {
    await using at = await open();
    at.acme.usageLog.auditLog.length = 0;
    expect((await rotate(at)).state).toEqual({ kind: "refused", because: "scopes-unknown" });
    expect(at.openai.requests.filter(isMint)).toEqual([]);
    expectUntouched(at);
  });
});

describe.concurrent("a key whose answer", () => {
  test("was lost is found by its name and deleted", async () => {
    await using at = await open();
    faultMint(at, "lost-answer");
    const result = await rotate(at);
    const [stray] = listCreated(at);
    expect(result.state).toEqual({ kind: "failed", because: "mint", failure: { because: "network" }, mayExist: false });
    expect(result.superseded).toMatchObject([{ record: { id: stray?.id }, outcome: { kind: "contained" } }]);
    expect(at.openai.requests.filter(isMint)).toHaveLength(1);
    expectUntouched(at);
  });

  test.for<[string, (at: RotatedOrganization) => string]>([
    ["the old key", (at) => at.old.id],
    [
      "another key of the account",
      (at) => at.acme.accountKey(at.web, "checkout-bot", { account: at.bot, name: "other" }).id,
    ],
    ["no key", () => "key_none"],
  ])("has the id of %s leads to no key but itself being deleted", async ([, choose]) => {
    await using at = await open();
    const id = choose(at);
    const before = at.living.map((key) => key.id);
    faultMint(at, (real) => ({ ...real, body: { ...(real.body as object), id } }));
    const result = await rotate(at, { asked: at.old.id });
    expect(result.state.kind).toBe("failed");
    expect(at.living.map((key) => key.id).filter((one) => before.includes(one))).toEqual(before);
    expect(at.places.held.get(PLACE)).toBe(at.old.text);
    expectNamed(at, result);
  });

  test("has another key's text leads to nothing being stored", async () => {
    await using at = await open();
    const other = at.acme.accountKey(at.web, "mail-bot");
    faultMint(at, (real) => ({ ...real, body: { ...(real.body as object), value: other.text } }));
    const result = await rotate(at);
    expect(result.state.kind).toBe("failed");
    expect([other.deletedAt, at.places.held.get(PLACE)]).toEqual([null, at.old.text]);
    expectNamed(at, result);
  });
});

/** Every key that was created and lives is spoken of, or said to be possible. */
function expectNamed(at: RotatedOrganization, { state, newKey, superseded }: RotationResult): void {
  const named = [newKey?.id, ...superseded.map(({ record }) => record.id)];
  const mayExist = state.kind === "failed" && state.because === "mint" && state.mayExist;
  const unnamed = listCreated(at).filter(({ id, deletedAt }) => deletedAt === null && !named.includes(id));
  expect(mayExist ? [] : unnamed.map(({ id }) => id)).toEqual([]);
}
