import { mayHideKeys } from "../audit/judge.ts";
import type { AuditFacts } from "../domain/audit-facts.ts";
import type { Gap } from "../domain/gap.ts";
import type { KeyRecord } from "../domain/inventory.ts";
import type { UnfinishedFix } from "../domain/journal.ts";
import type { Outcome } from "../domain/outcome.ts";
import { describeUnfinishedFix, type FixEnd } from "../messages/audit/fixes.ts";
import { type ActWorld, writeEnd } from "../scan/contain.ts";

/** How long a change at OpenAI may take to show in its lists, in milliseconds. */
const SPREADING = 15 * 60_000;

/** An end that is within this many milliseconds of what was asked for is that: clocks are read in between. */
const SLACK = 60_000;

/** What was said and could not be recorded of acts that earlier audits began. */
export type SettledFixes = { notes: readonly string[]; gaps: readonly Gap[] };

/**
 * Settles acts that earlier audits began and never ended, by what OpenAI lists today. `begun`: the records that this run
 * began an act on itself, whose ends it records.
 */
export async function settleFixes(
  acts: readonly UnfinishedFix[],
  facts: AuditFacts,
  begun: ReadonlySet<string>,
  world: Pick<ActWorld, "journal" | "clock">,
): Promise<SettledFixes> {
  const notes: string[] = [];
  const gaps: Gap[] = [];
  for (const act of acts.filter(({ id }) => !begun.has(id))) {
    const { end, outcome } = inferEnd(act, facts);
    notes.push(describeUnfinishedFix(act, act.at.toISOString().slice(0, 10), end));
    if (outcome) gaps.push(...(await writeEnd(null, act.id, outcome, world)));
  }
  return { notes, gaps };
}

/** How an act ended, and what the audit file is to say; null where nobody can tell yet. */
function inferEnd(act: UnfinishedFix, facts: AuditFacts): { end: FixEnd; outcome: Outcome | null } {
  const record = facts.keys.find(({ id }) => id === act.id);
  if (!record) {
    const isComplete = !facts.gaps.some(mayHideKeys);
    return isComplete ? { end: "gone", outcome: { kind: "already-gone" } } : { end: "unknown", outcome: null };
  }
  if (act.act === "expire" && endsAsAsked(act, record)) {
    const contained = { kind: "contained", by: "expire", verified: true, stopped: false, scopesBefore: null } as const;
    return { end: "expires", outcome: { ...contained, at: act.at, endsAt: record.expiresAt } };
  }
  if (facts.now.getTime() - act.at.getTime() < SPREADING) return { end: "unknown", outcome: null };
  const because = act.act === "revoke" ? "still-listed" : "not-taken";
  return { end: "not-done", outcome: { kind: "failed", because } };
}

function endsAsAsked({ at, grace }: UnfinishedFix, { expiresAt }: KeyRecord): boolean {
  if (grace === null || expiresAt === null) return false;
  return expiresAt.getTime() <= at.getTime() + grace * 1000 + SLACK;
}
