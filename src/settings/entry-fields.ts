import { hasMarker } from "../domain/key-grammar.ts";

// What entries of our files have in common: a reason, and a last day.

/** In characters; the message names it. */
const LONGEST_REASON = 300;

/** A reason on one line, or what is wrong with it. */
export type ParsedReason =
  | { kind: "reason"; reason: string }
  | { kind: "invalid"; fault: "no-reason" | "long-reason" | "reason-has-key" };

/** Reads a reason; null is one that was left out. */
export function parseReason(text: string | null): ParsedReason {
  const reason = (text ?? "").replaceAll(/\s+/g, " ").trim();
  if (reason === "") return { kind: "invalid", fault: "no-reason" };
  if ([...reason].length > LONGEST_REASON) return { kind: "invalid", fault: "long-reason" };
  return hasMarker(reason) ? { kind: "invalid", fault: "reason-has-key" } : { kind: "reason", reason };
}

/** The start of a day in UTC; null for what is no day of the calendar. */
export function parseDay(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && formatDay(date) === text ? date : null;
}

/** A day in UTC as the file has it: 2027-01-31. */
export function formatDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
