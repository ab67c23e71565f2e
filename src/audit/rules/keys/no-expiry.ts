import type { Rule } from "../../rule.ts";
import { listProjectKeys } from "../subjects.ts";

/** Keys that never expire: whoever finds one in ten years can use it. */
export const NO_EXPIRY: Rule = {
  name: "no-expiry",
  title: "Keys that never expire",
  finds: "a key without expiry",
  level: "warning",
  limits: {},
  needs: [],
  over: ["project"],
  listSubjects: listProjectKeys,
  judge: (subject) => {
    if (subject.kind !== "key" || subject.key.expiresAt !== null) return { kind: "passed" };
    if (subject.key.absent?.includes("expiresAt"))
      return { kind: "not-judged", because: "OpenAI did not say when it expires" };
    return { kind: "found", detail: "never expires" };
  },
  advise: () =>
    "Create another key with an expiry, of a service account under the same account. Move the program to it, and delete this one.",
};
