import { describe, expect, test } from "vitest";
import { computeFingerprint } from "../../src/domain/secret.ts";
import { type Ended, type Scene, scene } from "./crashing/scene.ts";

/** What a report says of each key, in the order of the scene's keys. */
function outcomesIn(one: Scene, { report }: Ended) {
  return one.keys.map(({ text }) => {
    const finding = report?.findings.find(({ fingerprint }) => fingerprint === computeFingerprint(text));
    return finding?.outcome;
  });
}

describe("a run that is told to stop", () => {
  test("while a key is being deleted finishes that key, begins no other, and says so", {
    timeout: 60_000,
  }, async () => {
    await using one = await scene({ keys: 3 });
    const ended = await one.run({ stop: (asked) => asked.startsWith("DELETE") && asked.endsWith(one.key.id) });
    expect(ended, ended.stderr).toMatchObject({ exitCode: 1, signal: null });
    const cancelled = { kind: "refused", because: "cancelled" };
    expect(outcomesIn(one, ended)).toMatchObject([{ kind: "contained", verified: true }, cancelled, cancelled]);
    expect(one.writes).toEqual([{ id: one.key.id, begun: true }]);
    expect((await one.audit()).map(({ event, record }) => [event, record.id])).toEqual([
      ["begin", one.key.id],
      ["end", one.key.id],
    ]);

    const next = await one.run();
    expect(outcomesIn(one, next)).toMatchObject([
      { kind: "left", because: "already-inactive" },
      { kind: "contained" },
      { kind: "contained" },
    ]);
    expect(next.report?.unfinished).toEqual([]);
  });

  test("between two keys does not begin the second", { timeout: 60_000 }, async () => {
    await using one = await scene({ keys: 2 });
    const [first] = one.keys;
    // The last that is asked about the first key is whether it is refused: from the first time on, its turn is ending.
    let isDeleted = false;
    const ended = await one.run({
      stop: (asked) => {
        const isEnding = isDeleted && asked === "GET /v1/me";
        isDeleted ||= asked.startsWith("DELETE") && asked.endsWith(first?.id ?? "");
        return isEnding;
      },
    });
    expect(outcomesIn(one, ended)).toMatchObject([{ kind: "contained" }, { kind: "refused", because: "cancelled" }]);
    expect(one.writes).toHaveLength(1);
  });

  test("before anything was begun stops at once, and has done nothing", { timeout: 60_000 }, async () => {
    await using one = await scene({ keys: 2 });
    const ended = await one.run({ stop: (asked) => asked.endsWith("/admin_api_keys") });
    expect(ended).toMatchObject({ exitCode: 2, signal: null, report: null });
    expect(one.writes).toEqual([]);
    expect(await one.audit()).toEqual([]);
  });
});
