/** A scanner whose reports are read; `sarif` is any that writes SARIF. */
export type ScannerName = "gitleaks" | "betterleaks" | "trufflehog" | "kingfisher" | "sarif";

/** One finding of a scanner's report. What it does not say, or says in a way that is not known, is null. */
export type ReportEntry = {
  scanner: ScannerName;
  /** Everything that it says, the secret first. */
  texts: readonly string[];
  /** Whether the secret itself was left out or cut. */
  isRedacted: boolean;
  path: string | null;
  line: number | null;
  commit: string | null;
  author: string | null;
  at: Date | null;
};

/** An object of a report. Nothing in it is certain before it was checked. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The object at a path of a value; an empty one where there is none. */
export function getObject(value: unknown, ...path: readonly string[]): JsonObject {
  const found = path.reduce((parent: unknown, key) => (isObject(parent) ? parent[key] : undefined), value);
  return isObject(found) ? found : {};
}

/** Whether a value is an object, and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A list; an empty one for anything else. */
export function getList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The first of these that is a text and not empty. */
export function getFirstText(...values: readonly unknown[]): string | null {
  return values.find((value): value is string => typeof value === "string" && value !== "") ?? null;
}

/** A line of a file, counted from 1. */
export function getLine(value: unknown): number | null {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : null;
}

/** The full name of a commit. A shorter one may mean another. */
export function getCommit(value: unknown): string | null {
  return typeof value === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : null;
}

/** A time to the second, as ISO 8601 or as git writes it. A day alone would say when a key leaked, and be wrong. */
export function getMoment(value: unknown): Date | null {
  if (typeof value !== "string" || !/\d[T ]\d\d:\d\d/.test(value)) return null;
  const iso = value.replace(/^(\S+) (\S+) ([+-]\d\d):?(\d\d)$/, "$1T$2$3:$4");
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** All texts in a value, however deep, names of fields included. */
export function listTexts(value: unknown): readonly string[] {
  const texts: string[] = [];
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one === "string") texts.push(one);
    else if (Array.isArray(one)) waiting.push(...one);
    else if (isObject(one)) for (const [name, inner] of Object.entries(one)) waiting.push(name, inner);
  }
  return texts;
}
