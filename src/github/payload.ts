import { UsageError } from "../errors.ts";
import { describeMissingField } from "../messages/errors/event.ts";

/** An object of a webhook payload. Nothing in it is certain before it was checked. */
export type Json = { [key: string]: unknown };

/** The object at a path of a payload; an empty one where there is none. */
export function getObject(value: unknown, ...path: readonly string[]): Json {
  const found = path.reduce((parent: unknown, key) => (isObject(parent) ? parent[key] : undefined), value);
  return isObject(found) ? found : {};
}

/** A text that is not empty, or null. */
export function getText(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** The full name of a commit, or null. A shorter one, or that of a branch, would be looked up, and may mean another commit. */
export function getObjectId(value: unknown): string | null {
  return typeof value === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : null;
}

/** A whole number of 1 or more, or null. */
export function getCount(value: unknown): number | null {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : null;
}

/** A time, or null. */
export function getTime(value: unknown): Date | null {
  const time = typeof value === "string" ? new Date(value) : null;
  return time && !Number.isNaN(time.getTime()) ? time : null;
}

/**
 * Requires a field that GitHub's webhook reference promises; `place` names it in the message.
 *
 * @throws UsageError where it is null.
 */
export function requireField<T>(value: T | null, place: string): T {
  if (value !== null) return value;
  throw new UsageError(describeMissingField(place));
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}
