import type { Rule } from "../../rule.ts";
import { findProject, listProjectKeys } from "../subjects.ts";

/** Keys that were left behind in an archived project: they are dormant, and not dead. */
export const ARCHIVED_PROJECT: Rule = {
  name: "archived-project",
  title: "Keys in archived projects",
  finds: "a key that is still listed in an archived project",
  level: "warning",
  limits: {},
  needs: [],
  over: ["project"],
  listSubjects: listProjectKeys,
  judge: (subject, facts) => {
    if (subject.kind !== "key") return { kind: "passed" };
    const isArchived = findProject(subject.key, facts)?.isArchived ?? null;
    if (isArchived === null)
      return { kind: "not-judged", because: "OpenAI did not say whether its project is archived" };
    return isArchived ? { kind: "found", detail: "lives in an archived project" } : { kind: "passed" };
  },
  advise: () => "Revoke it: `openai-key-guard audit --fix archived-project=revoke`. Nothing should need a key there.",
};
