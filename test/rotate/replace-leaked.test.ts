import { describe, expect, test } from "vitest";
import { Secret } from "../../src/domain/secret.ts";
import { openJournal } from "../../src/journal/journal.ts";
import { isReplaced, replaceLeakedKey } from "../../src/rotate/replace-leaked.ts";
import { policy } from "../support/facts.ts";
import { type KilledRotation, killedRotation } from "./killing.ts";

/** Replaces the old key, as a run does that found it in a change. */
async function replace(one: KilledRotation, { targets = [] as readonly string[] } = {}) {
  const { at } = one;
  const journal = await openJournal({ file: one.file, run: { user: "ada" }, clock: at.clock });
  const paths = targets.map((path) => ({ kind: "file", path }) as const);
  const order = at.order({ asked: at.old.id, ...(paths.length > 0 && { targets: paths }) });
  const rails = { policy: policy(), unmatched: [], own: new Set<string>() };
  const request = { rails: rails.policy, adminKey: new Secret(at.admin.text) };
  return await replaceLeakedKey(order, { request, rails }, at.world({ journal }));
}

describe.concurrent("a key that leaked", () => {
  test("is replaced in its places at once, and left to the decision about the leak", async () => {
    await using one = await killedRotation();
    const { at } = one;
    const start = at.clock.elapsed();
    const { result, gaps } = await replace(one);
    expect(result).toMatchObject({ state: { kind: "rotated" }, use: { kind: "not-watched" }, retired: null });
    expect(isReplaced(result)).toBe(true);
    expect(gaps).toEqual([]);
    expect(at.places.held.get("file:/run/key")).toBe(at.living[1]?.text);
    expect([at.old.deletedAt, at.old.expiresAt]).toEqual([null, null]);
    expect(at.clock.elapsed() - start).toBeLessThan(10_000);
  });

  test("is not replaced twice: the next run that finds it sees its successor", async () => {
    await using one = await killedRotation();
    const { at } = one;
    await replace(one);
    const { result } = await replace(one);
    expect(result.state).toMatchObject({ kind: "refused", because: "already-replaced", by: at.living[1]?.id });
    expect(isReplaced(result)).toBe(true);
    expect(at.living).toHaveLength(2);
  });

  test("is replaced again where its successor leaked as well", async () => {
    await using one = await killedRotation();
    const { at } = one;
    await replace(one);
    const [, second] = at.living;
    const order = { asked: second?.id ?? "" };
    const rails = { policy: policy(), unmatched: [], own: new Set<string>() };
    const journal = await openJournal({ file: one.file, run: {}, clock: at.clock });
    const request = { rails: rails.policy, adminKey: new Secret(at.admin.text) };
    const { result } = await replaceLeakedKey(at.order(order), { request, rails }, at.world({ journal }));
    expect(result).toMatchObject({ state: { kind: "rotated" }, old: { id: second?.id } });
    expect(at.living).toHaveLength(3);
  });

  test("is replaced by the next run where the first one was killed, and what that created ends", async () => {
    await using one = await killedRotation();
    const { at } = one;
    const targets = ["/run/key", "/run/second"];
    at.places.refusals.set("file:/run/second", [{ kind: "failed", because: "refused", mayBeStored: false }]);
    expect((await replace(one, { targets })).result.state.kind).toBe("failed");
    const [, first] = at.living;
    const { result } = await replace(one, { targets });
    expect(result.state).toEqual({ kind: "rotated" });
    expect(result.superseded).toMatchObject([
      { record: { id: first?.id }, outcome: { kind: "contained", by: "expire" } },
    ]);
    expect([at.old.deletedAt, at.old.expiresAt]).toEqual([null, null]);
  });
});
