import type { AuditFacts } from "../../../domain/audit-facts.ts";
import type { KeyRecord } from "../../../domain/inventory.ts";
import type { Rule, Verdict } from "../../rule.ts";
import { listAdminKeys, listProjectKeys } from "../subjects.ts";
import { refuseJudgement } from "../untold.ts";

/** Keys whose owner is gone: nobody looks after them, and whoever left may still have a copy. */
export const OWNER_INACTIVE: Rule = {
  name: "owner-inactive",
  title: "Keys whose owner left",
  finds: "a key whose owner lost access to its project, or left the organisation",
  level: "error",
  limits: {},
  needs: ["users"],
  over: ["project", "organization"],
  listSubjects: (facts) => [...listProjectKeys(facts), ...listAdminKeys(facts)],
  judge: (subject, facts) => {
    if (subject.kind !== "key" && subject.kind !== "admin-key") return { kind: "passed" };
    const { key } = subject;
    if (key.ownerHasAccess === false) return { kind: "found", detail: "its owner no longer has access to the project" };
    if (key.owner === null) return { kind: "not-judged", because: "OpenAI did not say who owns it" };
    const verdict: Verdict = key.owner.kind === "user" ? judgeUser(key, facts) : { kind: "passed" };
    const isUnclear = verdict.kind === "passed" && subject.kind === "key" && key.ownerHasAccess === null;
    return isUnclear
      ? { kind: "not-judged", because: "OpenAI did not say whether its owner has access to the project" }
      : verdict;
  },
  advise: (subject) =>
    subject.kind === "admin-key"
      ? "Ask the owners of the organisation whether a program uses it, and create another for that program. Then delete this one in the dashboard."
      : "Ask the owners of its project whether a program uses it, and give that program a key of a service account. Then revoke this one: `openai-key-guard audit --fix owner-inactive=revoke`.",
};

function judgeUser({ owner }: KeyRecord, { users }: AuditFacts): Verdict {
  if (users.kind === "untold") return refuseJudgement("users", users);
  if (!owner?.id) return { kind: "not-judged", because: "OpenAI did not say who owns it" };
  if (users.value.has(owner.id)) return { kind: "passed" };
  return { kind: "found", detail: "its owner is no longer in the organisation" };
}
