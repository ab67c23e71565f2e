import type { AuditFacts } from "../../../domain/audit-facts.ts";
import type { KeyRecord } from "../../../domain/inventory.ts";
import type { Rule, Verdict } from "../../rule.ts";
import { findProject, listProjectKeys } from "../subjects.ts";

/** Keys of the default project: it can have no service accounts, and everybody's experiments share its limits. */
export const DEFAULT_PROJECT: Rule = {
  name: "default-project",
  title: "Keys in the default project",
  finds: "a key in the default project",
  level: "warning",
  limits: {},
  needs: ["audit-log"],
  over: ["project"],
  listSubjects: listProjectKeys,
  judge: (subject, facts) => (subject.kind === "key" ? judgeKey(subject.key, facts) : { kind: "passed" }),
  advise: () =>
    "Create a project for the program, with a service account and a key under it. Move the program to the new key, and delete this one.",
};

function judgeKey(key: KeyRecord, facts: AuditFacts): Verdict {
  const project = findProject(key, facts);
  switch (project?.isDefault) {
    case "yes":
      return { kind: "found", detail: "lives in the default project" };
    case "probably":
      return { kind: "found", detail: "lives in what is probably the default project" };
    default:
      break;
  }
  // Every organisation has one, and it has no service accounts.
  const isKnown = facts.projects.some(({ isDefault }) => isDefault !== "no");
  const hasAccounts = project !== null && project.accounts.length > 0;
  if (key.owner?.kind === "service-account" || hasAccounts || (project !== null && isKnown)) return { kind: "passed" };
  return { kind: "not-judged", because: "no project can be recognized as the default one" };
}
