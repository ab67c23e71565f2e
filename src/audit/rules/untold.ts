import type { AuditSource, SourceAnswer } from "../../domain/audit-facts.ts";
import type { Verdict } from "../rule.ts";

const NAMES: Readonly<Record<AuditSource, string>> = {
  usage: "usage",
  costs: "costs",
  "audit-log": "the audit log",
  users: "the list of users",
  "service-accounts": "the service accounts",
  "spend-limits": "spend limits",
};

/** The verdict on a subject whose source said nothing. */
export function refuseJudgement(
  source: AuditSource,
  { because }: Extract<SourceAnswer<unknown>, { kind: "untold" }>,
): Verdict {
  return { kind: "not-judged", because: explainSilence(NAMES[source], because) };
}

function explainSilence(name: string, because: Extract<SourceAnswer<unknown>, { kind: "untold" }>["because"]): string {
  switch (because) {
    case "off":
      return `${name} is off, or empty`;
    case "not-permitted":
      return `the Admin API key may not read ${name}`;
    case "no-answer":
      return `OpenAI did not answer when it was asked for ${name}`;
    case "unreadable":
      return `OpenAI's answer about ${name} cannot be read`;
    case "not-asked":
      return `OpenAI was not asked for ${name}`;
    default:
      return because satisfies never;
  }
}
