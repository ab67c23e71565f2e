import type { AuditFacts, DailyUse } from "../../../domain/audit-facts.ts";
import type { KeyRecord } from "../../../domain/inventory.ts";
import type { Verdict } from "../../rule.ts";
import { getDate } from "../days.ts";

/** How many days before are compared with, where OpenAI told of so many. */
const BASELINE_DAYS = 28;

/** Fewer days than this are no basis to compare with. */
const FEWEST_DAYS = 14;

/** A remark that readers of all comparisons need. */
export const USAGE_IS_LATE =
  "OpenAI counts use with a delay. Whole days in UTC are compared, and the last of them may still grow.";

/** Of a rule that has too few days to compare with. */
export const TOO_FEW_DAYS: Verdict = {
  kind: "not-judged",
  because: "OpenAI told of too few days to compare with",
};

/** The latest days, and those before that they are compared with. */
export type ComparedDays = { recent: readonly string[]; before: readonly string[] };

/** Splits days, the oldest first; null where there are too few. */
export function splitDays(days: readonly string[], recent: number): ComparedDays | null {
  const before = days.slice(0, Math.max(0, days.length - recent)).slice(-BASELINE_DAYS);
  return before.length < FEWEST_DAYS ? null : { recent: days.slice(-recent), before };
}

/** What a key did on adjoining days, the oldest first; nothing where usage is untold. */
export function listUses(
  { id }: Pick<KeyRecord, "id">,
  { usage }: AuditFacts,
  days: readonly string[],
): readonly DailyUse[] {
  const [first, last] = [days[0], days.at(-1)];
  if (usage.kind === "untold" || first === undefined || last === undefined) return [];
  const uses = usage.value.byKey.get(id) ?? [];
  return uses.filter(({ day, requests }) => requests > 0 && day >= first && day <= last);
}

/** Whether a key was there when a day began; one whose age is not known is taken for old. */
export function hasExistedAt({ createdAt }: KeyRecord, day: string | undefined): boolean {
  return createdAt === null || (day !== undefined && createdAt <= getDate(day));
}

/** The middle of some numbers; null where there are none. */
export function computeMedian(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
