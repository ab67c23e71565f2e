import type { AuditSubject } from "../../../domain/audit-facts.ts";
import type { Rule } from "../../rule.ts";
import { listProjectKeys } from "../subjects.ts";

/** Keys that never expire: whoever finds one in ten years can use it. */
export const NO_EXPIRY: Rule = {
  name: "no-expiry",
  title: "Keys that never expire",
  level: "warning",
  limits: {},
  needs: [],
  listSubjects: listProjectKeys,
  judge: (subject: AuditSubject) => {
    if (subject.kind !== "key" || subject.key.expiresAt !== null) return { kind: "passed" };
    if (subject.key.absent?.includes("expiresAt"))
      return { kind: "not-judged", because: "OpenAI did not say when it expires" };
    return { kind: "found", detail: "never expires" };
  },
  advise: () => "Give it an end, or replace it by a key that has one: `openai-key-guard rotate --expires-in 90d`.",
};
