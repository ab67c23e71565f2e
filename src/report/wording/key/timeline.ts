import { type Change, isUnpublished } from "../../../domain/change.ts";
import type { Finding } from "../../../domain/finding.ts";
import type { Contained } from "../../../domain/outcome.ts";
import { getContainment } from "../../evidence.ts";
import { capitalize, formatCount, formatSpan } from "../../numbers.ts";
import { ACTIONS } from "./outcome.ts";

/** What can happen to a key, beside its leak and what was done about it. */
export const EVENTS = { created: "Created", used: "Last used" } as const;

/** What brought the key to others, or would. */
export type LeakName = keyof typeof AFTER_LEAK;

/** What follows "after". */
const AFTER_LEAK = {
  leaked: "it leaked",
  committed: "it was committed",
  "GitHub's alert": "GitHub's alert",
} as const;

/** "leaked". What was never pushed has not leaked; of an alert nobody knows how long before it the key leaked. */
export function nameLeak(change: Change): LeakName {
  if (change.kind === "alerts") return "GitHub's alert";
  return isUnpublished(change) ? "committed" : "leaked";
}

/** The name of the first change that was made with a key, of so many. */
export function nameChangeEvent(changes: number): string {
  return changes > 1 ? `First of ${formatCount(changes, "change")} made with it` : "Something was changed with it";
}

/** "Revoked, confirmed by OpenAI" */
export function describeContainmentEvent({ by, verified }: Pick<Contained, "by" | "verified">): string {
  return `${capitalize(ACTIONS[by].done)}, ${verified ? "confirmed" : "not confirmed yet"}`;
}

/** The end that was set for a key: "Expires", or "Expired" once it is over. */
export function nameExpiry(endsAt: Date, now: Date | null): string {
  return now !== null && endsAt <= now ? "Expired" : "Expires";
}

/** How long after its leak the key was stopped, as far as that is known. `leak` is the word for it. */
export function describeExposure(
  { validity, ...evidence }: Pick<Finding, "outcome" | "earlier" | "validity">,
  exposure: { start: Date; end: Date | null } | null,
  leak: LeakName,
  now: Date | null,
): string {
  const contained = getContainment({ validity, ...evidence });
  if (exposure === null) return validity.kind === "inactive" ? "It is not known when it stopped working." : "";
  const { start, end } = exposure;
  if (end === null || contained === null)
    return validity.kind === "active"
      ? "Nothing has stopped it yet."
      : "It is not known whether anything has stopped it.";
  const delay = formatSpan(start, end).replace("under", "less than");
  const what = contained.by === "expire" ? nameExpiry(end, now).toLowerCase() : `was ${ACTIONS[contained.by].done}`;
  return `It ${what} ${delay} after ${AFTER_LEAK[leak]}.`;
}
