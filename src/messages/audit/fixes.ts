import type { UnfinishedFix } from "../../domain/journal.ts";
import { quoteForMessage } from "../quote.ts";

const ACTS = {
  quarantine: "to take all permissions from",
  expire: "to set an expiry on",
  revoke: "to revoke",
} as const satisfies Record<UnfinishedFix["act"], string>;

/** How an act turned out that an earlier audit began: as the record shows it today. */
export type FixEnd = "gone" | "expires" | "not-done" | "unknown";

/** An act that an earlier audit began and did not record the end of. `day` is in ISO form. */
export function describeUnfinishedFix(
  { id, act }: Pick<UnfinishedFix, "id" | "act">,
  day: string,
  end: FixEnd,
): string {
  return `An earlier audit began ${ACTS[act]} ${quoteForMessage(id)} on ${day} and broke off. ${describeEnd(end)}`;
}

function describeEnd(end: FixEnd): string {
  switch (end) {
    case "gone":
      return "OpenAI no longer lists the key.";
    case "expires":
      return "The key expires as that audit asked.";
    case "not-done":
      return "Nothing came of it: the key is as it was.";
    case "unknown":
      return "It is not known yet what came of it. Run the audit again in a quarter of an hour, with the same audit file.";
    default:
      return end satisfies never;
  }
}
