import type { Rule } from "../../rule.ts";
import { listProjectKeys } from "../subjects.ts";
import { refuseJudgement } from "../untold.ts";

/** The scope that stands for all others. */
const EVERYTHING = "api.all";

/** Keys that may do everything. Records of keys do not tell it: only the audit log does, of what it has seen. */
export const BROAD_SCOPES: Rule = {
  name: "broad-scopes",
  title: "Keys that may do everything",
  finds: "a key that may do everything, as far as the audit log says",
  level: "warning",
  limits: {},
  needs: ["audit-log"],
  over: ["project"],
  listSubjects: listProjectKeys,
  judge: (subject, { scopes }) => {
    if (subject.kind !== "key") return { kind: "passed" };
    if (scopes.kind === "untold") return refuseJudgement("audit-log", scopes);
    const allowed = scopes.value.get(subject.key.id);
    if (allowed === undefined) return { kind: "not-judged", because: "the audit log does not say what it may do" };
    if (allowed.length > 0 && !allowed.includes(EVERYTHING)) return { kind: "passed" };
    return { kind: "found", detail: "may do everything that its owner may do in the project" };
  },
  advise: () => "Restrict it under API keys in the dashboard to what the program does, such as model requests.",
};
