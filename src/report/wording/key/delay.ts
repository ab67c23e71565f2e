import type { Finding } from "../../../domain/finding.ts";
import { formatSpan, isCalendarTime } from "../../numbers.ts";

/**
 * "3 minutes after it leaked": how soon something was done about a key; null where nobody knows when it leaked. Where only
 * the time of GitHub's alert is known, it is counted from that: the key may have leaked long before.
 */
export function describeDelay(
  { response: { exposedAt, exposedAtIs } }: Pick<Finding, "response">,
  doneAt: Date,
): string | null {
  if (!isCalendarTime(exposedAt) || !isCalendarTime(doneAt) || doneAt < exposedAt) return null;
  return `${formatSpan(exposedAt, doneAt).replace("under", "less than")} after ${exposedAtIs === "alerted" ? "GitHub's alert" : "it leaked"}`;
}

/** ", 3 minutes after it leaked", after the time of what was done; nothing where that is not known. */
export function appendDelay(finding: Pick<Finding, "response">, doneAt: Date): string {
  const delay = describeDelay(finding, doneAt);
  return delay === null ? "" : `, ${delay}`;
}
