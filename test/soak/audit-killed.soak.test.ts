import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { Secret } from "../../src/domain/secret.ts";
import { openJournal } from "../../src/journal/journal.ts";
import { createOpenAIRegistry } from "../../src/openai/registry.ts";
import { type AuditedOrganization, auditedOrganization, DAY, fixOf } from "../audit-run/audited-organization.ts";
import { type At, listMoments, SimulatedProcess } from "../scan/crashing/simulated-process.ts";
import { hostOf } from "../support/in-process.ts";

const FIXES = ["unused=revoke", "unused=expire:30d"] as const;

type Line = { event: string; record: { id: string }; outcome?: { kind: string } };

/** One audit that may be killed at a request; null where it was. */
async function run(at: AuditedOrganization, file: string, fix: string, death: At | null) {
  const simulated = new SimulatedProcess();
  const clock = simulated.clock(at.clock);
  const host = { ...hostOf(at.openai), fetch: simulated.fetch(death, () => {}) };
  const world = {
    clock,
    registry: createOpenAIRegistry(host, new Secret(at.admin.text), { clock }),
    journal: simulated.journal(await openJournal({ file, run: { user: "ada" }, clock: at.clock })),
  };
  const ended = await Promise.race([simulated.death, at.audit({ fix, rails: { maxContained: 9 }, world })]);
  return "findings" in ended ? ended : null;
}

/** An organisation with two keys that nobody uses. */
async function prepare() {
  const at = await auditedOrganization();
  const other = at.acme.accountKey(at.web, "older-bot", { name: "unused too", lastUsedAt: at.daysAgo(150) });
  const folder = await mkdtemp(path.join(tmpdir(), "killed-"));
  const file = path.join(folder, "audit.jsonl");
  return {
    at,
    keys: [at.unused, other],
    file,
    [Symbol.asyncDispose]: async () => {
      await at[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function listDeaths(fix: string): Promise<readonly At[]> {
  await using one = await prepare();
  expect(await run(one.at, one.file, fix, null)).not.toBe(null);
  const seen = new Map<string, number>();
  return one.at.openai.requests.flatMap(({ method, path: where }) => {
    const request = `${method} ${where}`;
    const nth = seen.get(request) ?? 0;
    seen.set(request, nth + 1);
    return listMoments(request).map((moment) => ({ request, nth, moment }));
  });
}

for (const fix of FIXES) {
  const deaths = await listDeaths(fix);
  describe(`an audit with --fix ${fix} that is killed at any request is made good by the next one`, () => {
    test.each(deaths)("$moment $request #$nth", async (death) => {
      await using one = await prepare();
      const { at, file, keys } = one;
      await run(at, file, fix, death);
      const before = await readLines(file);
      // What was changed was begun before, on disk.
      const begun = new Set(before.filter(({ event }) => event === "begin").map(({ record }) => record.id));
      for (const key of keys) if (isDone(key)) expect(begun.has(key.id)).toBe(true);
      const ends = keys.map(({ expiresAt }) => expiresAt);

      at.clock.advance(DAY * 10);
      const next = await run(at, file, fix, null);
      expect(keys.map(isDone)).toEqual([true, true]);
      expect(at.used.deletedAt).toBe(null);
      // Nothing was done twice: each key was changed once, and an end that was set stayed.
      expect(at.changes.map((change) => change.replace(/.*\//, "")).toSorted()).toEqual(
        keys.map(({ id }) => id).toSorted(),
      );
      for (const [index, end] of ends.entries()) if (end !== null) expect(keys[index]?.expiresAt).toBe(end);
      // Nothing is lost: the next run tells of each act that has no end, and its audit file gives it one.
      const open = [...begun].filter((id) => !before.some((line) => line.event === "end" && line.record.id === id));
      for (const id of open) {
        const finding = next && fixOf(next, "unused", keys.find((key) => key.id === id) ?? at.used);
        const isTold = next?.notes.some((note) => note.includes(id)) || finding?.outcome.kind === "contained";
        expect(isTold, JSON.stringify(next?.notes)).toBe(true);
      }
      const lines = await readLines(file);
      for (const { id } of keys) {
        const own = lines.filter(({ record }) => record.id === id);
        expect(own.map(({ event }) => event)).toEqual(own.length > 2 ? ["begin", "begin", "end"] : ["begin", "end"]);
        expect(own.at(-1)?.outcome?.kind).toMatch(/^(?:contained|already-gone)$/);
      }
    });
  });
}

function isDone({ deletedAt, expiresAt }: { deletedAt: number | null; expiresAt: number | null }): boolean {
  return deletedAt !== null || expiresAt !== null;
}

async function readLines(file: string): Promise<readonly Line[]> {
  const text = await readFile(file, "utf8").catch(() => "");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);
}
