import type { Rule } from "../../rule.ts";
import { listKeyHolders } from "../subjects.ts";
import { refuseJudgement } from "../untold.ts";

/** Service accounts that own their project: with its key, a program's mistake can change the project itself. */
export const OWNER_ROLE: Rule = {
  name: "owner-role",
  title: "Service accounts with the role owner",
  finds: "a service account with the role owner that has a key",
  level: "warning",
  limits: {},
  needs: ["service-accounts"],
  over: ["project"],
  listSubjects: listKeyHolders,
  judge: (subject) => {
    if (subject.kind === "key") return { kind: "not-judged", because: "OpenAI did not say who owns it" };
    if (subject.kind !== "service-account") return { kind: "passed" };
    const { role } = subject.account;
    if (role.kind === "untold") return refuseJudgement("service-accounts", role);
    if (role.value === null) return { kind: "not-judged", because: "OpenAI did not say which role it has" };
    return role.value === "owner" ? { kind: "found", detail: "has the role owner" } : { kind: "passed" };
  },
  advise: () => "Give it the role member in the project's settings, which is enough to use models.",
};
