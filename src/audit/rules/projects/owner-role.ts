import type { Rule } from "../../rule.ts";
import { listServiceAccounts } from "../subjects.ts";
import { refuseJudgement } from "../untold.ts";

/** Service accounts that own their project: with its key, a program's mistake can change the project itself. */
export const OWNER_ROLE: Rule = {
  name: "owner-role",
  title: "Service accounts with the role owner",
  finds: "a service account with the role owner",
  level: "warning",
  limits: {},
  needs: ["service-accounts"],
  over: ["project"],
  listSubjects: listServiceAccounts,
  judge: (subject) => {
    if (subject.kind === "project") {
      const { accounts } = subject.project;
      return accounts.kind === "untold" ? refuseJudgement("service-accounts", accounts) : { kind: "passed" };
    }
    if (subject.kind !== "service-account") return { kind: "passed" };
    if (subject.account.role === null) return { kind: "not-judged", because: "OpenAI did not say which role it has" };
    return subject.account.role === "owner" ? { kind: "found", detail: "has the role owner" } : { kind: "passed" };
  },
  advise: () => "Give it the role member in the project's settings, which is enough to use models.",
};
