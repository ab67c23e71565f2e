import type { Rule } from "../../rule.ts";
import { findProject, listProjectKeys } from "../subjects.ts";

/** Keys of people: they stop when their owner leaves, and nobody can replace them by API. */
export const PERSON_OWNED: Rule = {
  name: "person-owned",
  title: "Keys that belong to a person",
  finds: "a key that belongs to a person, not to a service account",
  level: "warning",
  limits: {},
  needs: [],
  over: ["project"],
  listSubjects: listProjectKeys,
  judge: (subject) => {
    if (subject.kind !== "key" || subject.key.owner?.kind === "service-account") return { kind: "passed" };
    if (subject.key.owner === null) return { kind: "not-judged", because: "OpenAI did not say who owns it" };
    return { kind: "found", detail: "belongs to a person" };
  },
  advise: (subject, facts) => {
    const isInDefault = subject.kind === "key" && (findProject(subject.key, facts)?.isDefault ?? "no") !== "no";
    return isInDefault
      ? "Create a service account in another project: the default project can have none. Move the program to its key, and delete this one."
      : "Create a service account in the same project, and a key under it. Move the program to the new key, and delete this one.";
  },
};
