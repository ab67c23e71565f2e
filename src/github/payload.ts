import { UsageError } from "../errors.ts";

/** An object out of a webhook payload, of which nothing is certain but what was looked at. */
export type Json = { [key: string]: unknown };

/** The object at a place of a payload; an empty one where there is none. */
export function objectAt(value: unknown, ...path: readonly string[]): Json {
  const found = path.reduce((one: unknown, key) => (isObject(one) ? one[key] : undefined), value);
  return isObject(found) ? found : {};
}

/** A text, or null. */
export function textIn(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** A whole number of 1 or more, or null. */
export function countIn(value: unknown): number | null {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : null;
}

/** A time, or null. */
export function timeIn(value: unknown): Date | null {
  const time = typeof value === "string" ? new Date(value) : null;
  return time && !Number.isNaN(time.getTime()) ? time : null;
}

/**
 * What must be there by GitHub's webhook reference; `place` says where, for the reader.
 *
 * @throws UsageError where it is not.
 */
export function must<T>(value: T | null, place: string): T {
  if (value !== null) return value;
  throw new UsageError(`The event file (GITHUB_EVENT_PATH) has no ${place}; it must be the payload GitHub sent.`);
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}
