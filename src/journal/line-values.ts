/** A time of a line; an invalid one where there is none. */
export function parseTime(value: unknown): Date {
  return new Date(typeof value === "string" ? value : Number.NaN);
}

/** The object that a line is; null for anything else. */
export function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** Whether a value of a line has fields. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
