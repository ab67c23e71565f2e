import type { AuditFacts } from "../../../domain/audit-facts.ts";
import type { KeyRecord } from "../../../domain/inventory.ts";
import type { Rule, Verdict } from "../../rule.ts";
import { A_DAY, AHEAD, countDays, describeAge, getDate, isAhead } from "../days.ts";
import { listProjectKeys } from "../subjects.ts";
import { refuseJudgement } from "../untold.ts";

/**
 * Keys that nobody uses. OpenAI does not say how late it notes the last use of a key, so usage is looked at too: a key is
 * unused when both agree. No use in usage alone proves nothing, because it reaches back four weeks and has had holes.
 */
export const UNUSED: Rule<{ days: number }> = {
  name: "unused",
  title: "Keys that nobody uses",
  finds: "a key that was last used more than ${days} days ago, or never and is older than that",
  level: "error",
  limits: { days: 90 },
  needs: ["usage"],
  over: ["project"],
  listSubjects: listProjectKeys,
  judge: (subject, facts, { days }) => {
    if (subject.kind !== "key") return { kind: "passed" };
    const { key } = subject;
    if (isAhead(key.createdAt, facts.now) || isAhead(key.lastUsedAt, facts.now)) return AHEAD;
    if (isYoung(key, facts, days)) return { kind: "passed" };
    const usedAt = findLastUse(key, facts);
    if (usedAt !== null) return judgeLastUse(usedAt, facts, days);
    if (key.absent?.includes("lastUsedAt"))
      return { kind: "not-judged", because: "OpenAI did not say when it was used" };
    if (key.createdAt === null) return { kind: "not-judged", because: "OpenAI did not say when it was created" };
    if (facts.usage.kind === "untold") return refuseJudgement("usage", facts.usage);
    return { kind: "found", detail: `never used, and created ${describeAge(key.createdAt, facts.now)}` };
  },
  advise: () =>
    "Ask its owner whether anything still needs it. If not, revoke it: `openai-key-guard audit --fix unused=revoke`.",
};

/** Nothing is unused for longer than it exists, and nothing on its first day: its use may not be noted yet. */
function isYoung({ createdAt }: KeyRecord, { now }: AuditFacts, days: number): boolean {
  if (createdAt === null) return false;
  return countDays(createdAt, now) <= days || now.getTime() - createdAt.getTime() < A_DAY;
}

function judgeLastUse(usedAt: Date, { usage, now }: AuditFacts, days: number): Verdict {
  if (countDays(usedAt, now) <= days) return { kind: "passed" };
  if (usage.kind === "untold") return refuseJudgement("usage", usage);
  return { kind: "found", detail: `last used ${describeAge(usedAt, now)}` };
}

/** The last use that the record or usage tells of; null where neither tells of any. */
function findLastUse({ id, lastUsedAt }: KeyRecord, { usage, now }: AuditFacts): Date | null {
  if (usage.kind === "untold") return lastUsedAt;
  if ((usage.value.today.get(id) ?? 0) > 0) return now;
  // Days in ISO form are in the order of time.
  const days = (usage.value.byKey.get(id) ?? []).filter(({ requests }) => requests > 0);
  const last = days.reduce<string>((latest, { day }) => (day > latest ? day : latest), "");
  if (last === "") return lastUsedAt;
  const seenAt = getDate(last);
  return lastUsedAt !== null && lastUsedAt > seenAt ? lastUsedAt : seenAt;
}
