import { UsageError } from "../errors.ts";
import { describeActionSetting, describeUnknownOption, describeWrongType } from "../messages/errors/library.ts";
import { describeOneOf, describePlaceField, EXPECTED, SCAN_ARGUMENT } from "../messages/library-options.ts";
import { suggestNearest } from "../settings/nearest.ts";
import { DEFAULTS, type SettingName } from "../settings/settings.ts";
import { parseWord, quoteValue } from "../settings/values.ts";
import { INPUT_FORMATS } from "../sources/scanner-reports/input-format.ts";
import type { ScanTarget } from "../targets/scan-target.ts";

/** Inputs of the Action that do nothing here: `place` says what to scan, and the caller gets the report. */
type ActionOnly =
  | "scan"
  | "comment"
  | "github-token"
  | "report-file"
  | "sarif-file"
  | "proof-file"
  | "notify-url"
  | "notify-when"
  | "notify-format"
  | "doctor"
  | "close-alerts";

/** Settings by the names of the Action's inputs, written as there. An empty string counts as not given. */
export type LibrarySettings = Partial<Record<Exclude<SettingName, ActionOnly>, string>>;

/** What a program may scan: all but the alerts of GitHub, which are read by whoever runs the command line. */
export type LibraryTarget = Exclude<ScanTarget, { kind: "alerts" }>;

/** How to scan. */
export type ScanOptions = {
  /** What to scan; the commits that HEAD has and its upstream does not when left out. */
  place?: LibraryTarget;
  /** The repository, or the folder of the files; the current folder when left out. */
  repo?: string;
  settings?: LibrarySettings;
  /** Once aborted, no other key is contained; the current one is finished. */
  signal?: AbortSignal;
};

/**
 * Checks what a caller passed, who may write JavaScript: a misspelt `dry-run` that is ignored would revoke keys.
 *
 * @throws UsageError naming the option that is unknown or has a wrong value, and what works.
 */
export function parseScanOptions(options: unknown): ScanOptions {
  if (!isRecord(options)) throw isNot(SCAN_ARGUMENT, options, EXPECTED.argument);
  refuseUnknown("option", Object.keys(options), ["place", "repo", "settings", "signal"]);
  const { place, repo, settings, signal } = options;
  if (repo !== undefined && typeof repo !== "string") throw isNot("repo", repo, EXPECTED.text);
  if (signal !== undefined && !(signal instanceof AbortSignal)) throw isNot("signal", signal, EXPECTED.signal);
  return {
    ...(place !== undefined && { place: parseTarget(place) }),
    ...(repo !== undefined && { repo }),
    ...(settings !== undefined && { settings: parseLibrarySettings(settings) }),
    ...(signal !== undefined && { signal }),
  };
}

const ACTION_ONLY: readonly string[] = [
  "scan",
  "comment",
  "github-token",
  "report-file",
  "sarif-file",
  "proof-file",
  "notify-url",
  "notify-when",
  "notify-format",
  "doctor",
  "close-alerts",
] satisfies ActionOnly[];

function parseLibrarySettings(settings: unknown): LibrarySettings {
  if (!isRecord(settings)) throw isNot("settings", settings, EXPECTED.settings);
  const actionOnly = Object.keys(settings).find((name) => ACTION_ONLY.includes(name));
  if (actionOnly !== undefined) {
    throw new UsageError(describeActionSetting(actionOnly));
  }
  const names = Object.keys(DEFAULTS).filter((name) => !ACTION_ONLY.includes(name));
  refuseUnknown("setting", Object.keys(settings), names);
  for (const [name, value] of Object.entries(settings)) {
    if (value !== undefined && typeof value !== "string") throw isNot(name, value, EXPECTED.setting);
  }
  return settings;
}

/** What a field of a target may hold. `fallback` stands in for a field that was left out. */
type Field = { isValid: (value: unknown) => boolean; expected: string; fallback?: boolean | string | null };

const TEXT: Field = { isValid: (value) => typeof value === "string", expected: EXPECTED.text };
const TEXT_OR_NULL: Field = {
  isValid: (value) => value === null || typeof value === "string",
  expected: EXPECTED.textOrNull,
};
const FLAG: Field = { isValid: (value) => typeof value === "boolean", expected: EXPECTED.flag, fallback: false };
const GLOBS: Field = {
  isValid: (value) => Array.isArray(value) && value.every((glob) => typeof glob === "string"),
  expected: EXPECTED.globs,
};
const STREAM: Field = {
  isValid: (value) => typeof value === "object" && value !== null && Symbol.asyncIterator in value,
  expected: EXPECTED.stream,
};

const INPUT_FORMAT: Field = {
  isValid: (value) => INPUT_FORMATS.some((format) => format === value),
  expected: describeOneOf(INPUT_FORMATS),
  fallback: "text",
};

const TARGET_FIELDS = {
  range: { range: TEXT_OR_NULL },
  commits: { base: TEXT_OR_NULL, head: TEXT },
  staged: {},
  pushed: { stream: STREAM, remote: { ...TEXT_OR_NULL, fallback: null } },
  history: { unreachable: FLAG },
  files: { globs: GLOBS, ignored: FLAG },
  stdin: { stream: STREAM, name: TEXT, format: INPUT_FORMAT },
} satisfies {
  [Kind in Exclude<ScanTarget["kind"], "alerts">]: Record<
    Exclude<keyof Extract<ScanTarget, { kind: Kind }>, "kind">,
    Field
  >;
};

function parseTarget(target: unknown): LibraryTarget {
  if (!isRecord(target)) throw isNot("place", target, EXPECTED.place);
  const { kind: given, ...rest } = target;
  const kinds = Object.keys(TARGET_FIELDS) as (keyof typeof TARGET_FIELDS)[];
  if (typeof given !== "string") throw isNot("place.kind", given, `one of ${kinds.join(", ")}`);
  const kind = parseWord("place.kind", given, kinds);
  const fields: Readonly<Record<string, Field>> = TARGET_FIELDS[kind];
  refuseUnknown(describePlaceField(kind), Object.keys(rest), Object.keys(fields));
  const values = Object.entries(fields).map(([name, { isValid, expected, fallback }]) => {
    const value = rest[name] ?? fallback;
    if (!isValid(value)) throw isNot(`place.${name}`, value, expected);
    return [name, value];
  });
  return { kind, ...Object.fromEntries(values) } as LibraryTarget;
}

function refuseUnknown(what: string, names: readonly string[], known: readonly string[]): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new UsageError(describeUnknownOption(what, quoteValue(unknown), suggestNearest(unknown, known)));
}

function isNot(name: string, value: unknown, expected: string): UsageError {
  return new UsageError(describeWrongType(name, describeValue(value), expected));
}

/** Only strings and plain values are quoted: what an object holds may be a secret. */
function describeValue(value: unknown): string {
  if (typeof value === "string") return quoteValue(value);
  if (Array.isArray(value)) return "an array";
  if (value !== null && typeof value === "object") return "an object";
  return typeof value === "function" || typeof value === "symbol" ? `a ${typeof value}` : String(value);
}

/** A plain object. A Map or an array has no properties to read, and everything in it would be ignored. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !(Symbol.iterator in value);
}
