import type { AuditException, AuditFix, NotJudged } from "../../../domain/audit-report.ts";
import { formatCount, formatDay, formatNumber, formatWhen, isCalendarTime } from "../../numbers.ts";
import { ACTIONS, describeRehearsed, explainFailed, explainLeft, explainRefused } from "../key/outcome.ts";

/** "until 31 Jan 2027: migrates in Q1"; the reason is text that others wrote. */
export function describeAuditException({ reason, until, isExpired }: AuditException): string {
  const end = isCalendarTime(until) ? formatDay(until) : null;
  const named = reason.trim() === "" ? "" : `: ${reason}`;
  if (isExpired) return `its exception expired${end === null ? "" : ` on ${end}`}${named}`;
  return `exception ${end === null ? "without end" : `until ${end}`}${named}`;
}

/**
 * What `--fix` came to for a key: "revoked at 10:03 UTC, and OpenAI no longer lists it". Nobody has the text of such a key,
 * so nothing is said of the key itself but what its record shows.
 */
export function describeFix({ outcome }: AuditFix, now: Date | null): string {
  switch (outcome.kind) {
    case "contained": {
      const end = outcome.endsAt !== null && outcome.by === "expire" ? outcome.endsAt : outcome.at;
      const seen = outcome.by === "revoke" ? ", and OpenAI no longer lists it" : ", as its record shows";
      const doubt = outcome.verified ? seen : ", not confirmed yet";
      return `${ACTIONS[outcome.by].done} ${formatWhen(end, now)}${doubt}`;
    }
    case "already-gone":
      return "nothing to do: OpenAI no longer lists it";
    case "rehearsed":
      return `dry run: it would have been ${describeRehearsed(outcome.because)}`;
    case "refused":
      return `not changed: ${explainRefused(outcome.because)}`;
    case "failed":
      return `changing it failed: ${explainFailed(outcome.because)}`;
    case "left":
      return `not changed: ${explainLeft(outcome.because)}`;
    default:
      return outcome satisfies never;
  }
}

/** "unused (42)", or "unused (some)" where nobody knows how many. */
export function describeNotJudgedRule({ rule, count }: Pick<NotJudged, "rule" | "count">): string {
  return `${rule} (${count === null ? "some" : formatNumber(count)})`;
}

/** "such as key_1, key_2": a few of those that were not judged. Empty where none is named. */
export function describeSuchAs(ids: readonly string[]): string {
  return ids.length === 0 ? "" : `, such as ${ids.join(", ")}`;
}

/** "3 errors", "2 warnings": what a rule found. */
export function describeFound(found: number, level: string): string {
  return formatCount(found, level);
}
