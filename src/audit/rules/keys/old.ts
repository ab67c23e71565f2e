import type { Rule } from "../../rule.ts";
import { AHEAD, countDays, describeAge, isAhead } from "../days.ts";
import { listProjectKeys } from "../subjects.ts";

/** Keys that were never replaced: the longer one lives, the more places have a copy. */
export const OLD: Rule<{ days: number }> = {
  name: "old",
  title: "Old keys",
  finds: "a key that was created more than ${days} days ago",
  level: "warning",
  limits: { days: 180 },
  needs: [],
  over: ["project"],
  listSubjects: listProjectKeys,
  judge: (subject, { now }, { days }) => {
    if (subject.kind !== "key") return { kind: "passed" };
    const { createdAt } = subject.key;
    if (createdAt === null) return { kind: "not-judged", because: "OpenAI did not say when it was created" };
    if (isAhead(createdAt, now)) return AHEAD;
    if (countDays(createdAt, now) <= days) return { kind: "passed" };
    return { kind: "found", detail: `created ${describeAge(createdAt, now)}` };
  },
  advise: () => "Create another key, move the program to it, and delete this one when it is no longer used.",
};
