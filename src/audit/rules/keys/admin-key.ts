import type { AuditFacts } from "../../../domain/audit-facts.ts";
import type { KeyRecord } from "../../../domain/inventory.ts";
import { formatCount } from "../../../report/numbers.ts";
import type { Rule, Verdict } from "../../rule.ts";
import { AHEAD, countDays, describeAge, isAhead } from "../days.ts";
import { listAdminKeys } from "../subjects.ts";

/** Admin API keys can make and delete all others. They call no models, so that usage says nothing of them. */
export const ADMIN_KEY: Rule<{ days: number; count: number }> = {
  name: "admin-key",
  title: "Admin API keys that are too many, unused or endless",
  finds:
    "an Admin API key that was not used for more than ${days} days or has no expiry, or more than ${count} of them",
  level: "error",
  limits: { days: 30, count: 3 },
  needs: [],
  over: ["organization"],
  listSubjects: (facts) => [...listAdminKeys(facts), { kind: "organization" }],
  judge: (subject, facts, { days, count }) => {
    if (subject.kind === "admin-key") return judgeKey(subject.key, facts, days);
    const { length } = listAdminKeys(facts);
    if (length <= count) return { kind: "passed" };
    return {
      kind: "found",
      detail: `has ${formatCount(length, "Admin API key")}, ${length - count} more than ${count}`,
    };
  },
  advise: (subject) =>
    subject.kind === "organization"
      ? "Keep one for each program that needs one, and delete the others in the dashboard under Admin keys."
      : "Delete it in the dashboard under Admin keys, if no program needs it. Else create another with an expiry, move the program to it, and then delete this one.",
};

function judgeKey(key: KeyRecord, facts: AuditFacts, days: number): Verdict {
  const parts = [judgeUse(key, facts, days), judgeExpiry(key)];
  const details = parts.flatMap((part) => (part.kind === "found" ? part.detail : []));
  if (details.length > 0) return { kind: "found", detail: details.join("; ") };
  return parts.find(({ kind }) => kind === "not-judged") ?? { kind: "passed" };
}

function judgeExpiry({ expiresAt, absent }: KeyRecord): Verdict {
  if (expiresAt !== null) return { kind: "passed" };
  if (absent?.includes("expiresAt")) return { kind: "not-judged", because: "OpenAI did not say when it expires" };
  return { kind: "found", detail: "never expires" };
}

function judgeUse({ createdAt, lastUsedAt, absent }: KeyRecord, { now }: AuditFacts, days: number): Verdict {
  if (isAhead(createdAt, now) || isAhead(lastUsedAt, now)) return AHEAD;
  if (createdAt !== null && countDays(createdAt, now) <= days) return { kind: "passed" };
  if (lastUsedAt !== null) {
    if (countDays(lastUsedAt, now) <= days) return { kind: "passed" };
    return { kind: "found", detail: `last used ${describeAge(lastUsedAt, now)}` };
  }
  if (absent?.includes("lastUsedAt")) return { kind: "not-judged", because: "OpenAI did not say when it was used" };
  if (createdAt === null) return { kind: "not-judged", because: "OpenAI did not say when it was created" };
  return { kind: "found", detail: `never used, and created ${describeAge(createdAt, now)}` };
}
