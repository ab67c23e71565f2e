import type { Finding } from "../../../domain/finding.ts";
import { formatSpan, isCalendarTime } from "../../numbers.ts";

/** "3 minutes after it leaked": how soon something was done about a key; null where nobody knows when it leaked. */
export function describeDelay({ response: { exposedAt } }: Pick<Finding, "response">, doneAt: Date): string | null {
  if (!isCalendarTime(exposedAt) || !isCalendarTime(doneAt) || doneAt < exposedAt) return null;
  return `${formatSpan(exposedAt, doneAt).replace("under", "less than")} after it leaked`;
}

/** ", 3 minutes after it leaked", after the time of what was done; nothing where that is not known. */
export function appendDelay(finding: Pick<Finding, "response">, doneAt: Date): string {
  const delay = describeDelay(finding, doneAt);
  return delay === null ? "" : `, ${delay}`;
}
