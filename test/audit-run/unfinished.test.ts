import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { openJournal } from "../../src/journal/journal.ts";
import { auditedOrganization, DAY, fixOf } from "./audited-organization.ts";

/** An organisation, and the audit file of its operator. Each run opens the file anew, as a process does. */
async function recorded() {
  const at = await auditedOrganization();
  const folder = await mkdtemp(path.join(tmpdir(), "audit-"));
  const file = path.join(folder, "audit.jsonl");
  return {
    at,
    journal: async () => await openJournal({ file, run: { user: "ada" }, clock: at.clock }),
    lines: async () =>
      (await readFile(file, "utf8"))
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    [Symbol.asyncDispose]: async () => {
      await at[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

describe("what an earlier audit began and did not end", () => {
  test("has two lines where it did: the rule before, and what came of it after", async () => {
    await using run = await recorded();
    await run.at.audit({ fix: "unused=revoke", world: { journal: await run.journal() } });
    expect(await run.lines()).toMatchObject([
      { event: "begin", fingerprint: null, act: "revoke", record: { id: run.at.unused.id }, why: { rule: "unused" } },
      {
        event: "end",
        fingerprint: null,
        act: "revoke",
        outcome: { kind: "contained", verified: true, stopped: false },
      },
    ]);
    const next = await run.at.audit({ world: { journal: await run.journal() } });
    expect(next.notes.join("\n")).not.toContain("earlier audit");
  });

  test.each([
    ["revoke", "OpenAI no longer lists the key.", { kind: "already-gone" }],
    ["expire:30d", "The key expires as that audit asked.", { kind: "contained", by: "expire" }],
  ])("is told and settled by what OpenAI lists: %s", async (act, sentence, outcome) => {
    await using run = await recorded();
    const { at } = run;
    const { unused } = at;
    await begin(run, act);
    if (act === "revoke") unused.deletedAt = at.clock.now().getTime();
    else unused.expiresAt = at.daysAgo(-30);
    const next = await at.audit({ world: { journal: await run.journal() } });
    expect(next.notes[0]).toContain(`broke off. ${sentence}`);
    expect((await run.lines()).at(-1)).toMatchObject({ event: "end", fingerprint: null, outcome });
    const last = await at.audit({ world: { journal: await run.journal() } });
    expect(last.notes.join("\n")).not.toContain("broke off");
  });

  test.each([
    "revoke",
    "expire:30d",
  ])("is left open as long as OpenAI may still be at it, and then closed: %s", async (act) => {
    await using run = await recorded();
    const { at } = run;
    await begin(run, act);
    const soon = await at.audit({ world: { journal: await run.journal() } });
    expect(soon.notes[0]).toContain("It is not known yet what came of it.");
    expect(await run.lines()).toHaveLength(1);
    at.clock.advance(16 * 60_000);
    const later = await at.audit({ world: { journal: await run.journal() } });
    expect(later.notes[0]).toContain("Nothing came of it: the key is as it was.");
    expect((await run.lines()).at(-1)).toMatchObject({ event: "end", outcome: { kind: "failed" } });
  });

  test("is closed by the act of a run that does it again", async () => {
    await using run = await recorded();
    const { at } = run;
    await begin(run, "revoke");
    const again = await at.audit({ fix: "unused=revoke", world: { journal: await run.journal() } });
    expect(fixOf(again, "unused", at.unused)?.outcome).toMatchObject({ kind: "contained", verified: true });
    expect(again.notes.join("\n")).not.toContain("broke off");
    expect(await (await run.journal()).unfinishedFixes()).toEqual([]);
  });

  test("is not called gone where the list was not read to its end", async () => {
    await using run = await recorded();
    const { at } = run;
    await begin(run, "revoke");
    at.openai.fault(({ path: asked }) => (asked.endsWith("/api_keys") ? { status: 500 } : null));
    at.clock.advance(DAY * 1000);
    const next = await at.audit({ world: { journal: await run.journal() } });
    expect(next.notes[0]).toContain("It is not known yet what came of it.");
    expect(await run.lines()).toHaveLength(1);
  });

  test("is no business of a key that leaked", async () => {
    await using run = await recorded();
    await begin(run, "revoke");
    expect(await (await run.journal()).unfinished()).toEqual([]);
  });
});

/** A run that was killed as soon as its line was on disk. */
async function begin({ at, journal }: Awaited<ReturnType<typeof recorded>>, act: string): Promise<void> {
  const record = (await at.world().registry.inventory()).records.find(({ id }) => id === at.unused.id);
  if (!record) throw new Error("the key is listed");
  const containment =
    act === "revoke" ? ({ kind: "revoke", record } as const) : ({ kind: "expire", record, grace: 30 * DAY } as const);
  await (await journal()).begin({ fingerprint: null, rule: "unused", containment, at: at.clock.now() });
}
