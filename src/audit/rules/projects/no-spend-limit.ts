import type { Rule } from "../../rule.ts";
import { listProjects } from "../subjects.ts";
import { refuseJudgement } from "../untold.ts";

/** Projects in which a leaked key can spend without an end. Asks OpenAI once for each project, so that it is off at first. */
export const NO_SPEND_LIMIT: Rule = {
  name: "no-spend-limit",
  title: "Projects without a spend limit",
  finds: "a project without a spend limit that stops requests (one request more for each project)",
  level: "off",
  limits: {},
  needs: ["spend-limits"],
  over: ["project"],
  listSubjects: listProjects,
  judge: (subject) => {
    if (subject.kind !== "project") return { kind: "passed" };
    const { hasHardLimit } = subject.project;
    if (hasHardLimit.kind === "untold") return refuseJudgement("spend-limits", hasHardLimit);
    return hasHardLimit.value
      ? { kind: "passed" }
      : { kind: "found", detail: "has no spend limit that stops requests" };
  },
  advise: () => "Set a monthly spend limit that stops requests, in the project's settings under Limits.",
};
