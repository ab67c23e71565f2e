import { closest, distance } from "fastest-levenshtein";
import type { Policy } from "./domain/decision.ts";
import type { Detail } from "./domain/report.ts";
import { Secret } from "./domain/secret.ts";
import { UsageError } from "./errors.ts";

/**
 * Every setting, with what it is when nobody sets it. The names are those of the Action's inputs and of the command
 * line's flags; action.yml and README say the same, and a test compares them.
 */
export const DEFAULTS = {
  scan: "change",
  paths: "",
  exclude: "",
  "openai-admin-key": "",
  "openai-base-url": "https://api.openai.com/v1",
  "try-keys": "own",
  "on-leak": "report",
  grace: "1h",
  "hold-if-used-within": "0s",
  "contain-preexisting": "false",
  approved: "",
  "dry-run": "false",
  protect: "",
  "max-contained": "3",
  "fail-on": "leak",
  comment: "on-leak",
  detail: "auto",
  "ignore-file": ".github/openai-key-guard.yml",
  "report-file": "",
  "sarif-file": "",
  "audit-file": "",
  "github-token": "",
} as const;

export type SettingName = keyof typeof DEFAULTS;

/** How a door hands over its strings: the Action's inputs, or flags and the environment. Empty counts as not given. */
export type Ask = (name: SettingName) => string | undefined;

/** What the strings mean. */
export type Settings = {
  scan: "change" | "history" | "files";
  paths: readonly string[];
  exclude: readonly string[];
  adminKey: Secret | null;
  baseURL: string;
  comment: "on-leak" | "never";
  detail: Detail | "auto";
  /** Path in the repository, read from the base revision. */
  ignoreFile: string;
  reportFile: string | null;
  sarifFile: string | null;
  auditFile: string | null;
  githubToken: string | null;
  policy: Policy;
};

/**
 * Reads the settings. `secretsWithheld` is for runs that GitHub gives no secrets, as on a fork's pull request: a missing
 * Admin API key is then no mistake of the workflow.
 *
 * @throws UsageError naming the setting, what was given (never of a secret), and what is allowed.
 */
export function settingsFrom(ask: Ask, { secretsWithheld = false } = {}): Settings {
  const given = (name: SettingName) => ask(name)?.trim() || DEFAULTS[name];
  const oneOf = <Word extends string>(name: SettingName, words: readonly Word[]) => wordIn(name, given(name), words);

  const adminKey = adminKeyIn(given("openai-admin-key"));
  const onLeak = oneOf("on-leak", ["report", "quarantine", "expire", "revoke"]);
  if (onLeak !== "report" && !adminKey && !secretsWithheld) {
    throw new UsageError(`on-leak is ${onLeak}, which needs openai-admin-key: an Admin API key of your organisation.`);
  }
  const scan = oneOf("scan", ["change", "history", "files"]);
  const paths = linesOf(given("paths"));
  if (scan === "files" && paths.length === 0) {
    throw new UsageError('scan is files, which needs paths: globs of the files to read, such as "**".');
  }
  return {
    scan,
    paths,
    exclude: linesOf(given("exclude")),
    adminKey,
    baseURL: baseUrlIn(given("openai-base-url")),
    comment: oneOf("comment", ["on-leak", "never"]),
    detail: oneOf("detail", ["auto", "full", "minimal"]),
    ignoreFile: pathIn("ignore-file", given("ignore-file")),
    reportFile: given("report-file") || null,
    sarifFile: given("sarif-file") || null,
    auditFile: given("audit-file") || null,
    githubToken: given("github-token") || null,
    policy: {
      tryKeys: oneOf("try-keys", ["own", "all", "none"]),
      onLeak,
      grace: graceIn(given("grace")),
      holdIfUsedWithin: durationIn("hold-if-used-within", given("hold-if-used-within")),
      containPreexisting: booleanIn("contain-preexisting", given("contain-preexisting")),
      approved: approvedIn(given("approved")),
      dryRun: booleanIn("dry-run", given("dry-run")),
      protect: linesOf(given("protect")),
      maxContained: countIn("max-contained", given("max-contained")),
      failOn: oneOf("fail-on", ["leak", "active", "never"]),
      ownKey: adminKey?.fingerprint ?? null,
    },
  };
}

/** The name nearest to a mistyped one, or null when none is near: a third of its letters wrong, or all of them swapped. */
export function nearest(word: string, words: readonly string[]): string | null {
  const best = words.length > 0 ? closest(word, words) : null;
  if (best === null) return null;
  const letters = (text: string) => [...text].toSorted().join("");
  const isNear = distance(word, best) <= Math.max(1, Math.floor(word.length / 3)) || letters(word) === letters(best);
  return isNear ? best : null;
}

/** "; did you mean X?", or nothing. */
export function hint(word: string, words: readonly string[]): string {
  const best = nearest(word, words);
  return best ? ` Did you mean ${best}?` : "";
}

function wordIn<Word extends string>(name: SettingName, value: string, words: readonly Word[]): Word {
  const word = words.find((one) => one === value);
  if (word) return word;
  throw new UsageError(`${name} is ${quoted(value)}; it must be one of ${words.join(", ")}.${hint(value, words)}`);
}

/** As GitHub writes booleans: the three spellings of YAML 1.2's core schema. */
function booleanIn(name: SettingName, value: string): boolean {
  if (/^(?:true|True|TRUE)$/.test(value)) return true;
  if (/^(?:false|False|FALSE)$/.test(value)) return false;
  throw new UsageError(`${name} is ${quoted(value)}; it must be true or false.`);
}

function countIn(name: SettingName, value: string): number {
  if (/^\d{1,6}$/.test(value)) return Number(value);
  throw new UsageError(`${name} is ${quoted(value)}; it must be a whole number, 0 or more.`);
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** In seconds. */
function durationIn(name: SettingName, value: string): number {
  const [, count, unit = ""] = /^(\d{1,6})([smhd])$/.exec(value) ?? [];
  if (count !== undefined) return Number(count) * (SECONDS[unit] ?? 0);
  throw new UsageError(
    `${name} is ${quoted(value)}; it must be a number of seconds, minutes, hours or days, as 90s, 30m, 1h, 2d.`,
  );
}

/** OpenAI takes expiries from one second to 365 days (`expires_in_seconds` of its key update). */
function graceIn(value: string): number {
  const seconds = durationIn("grace", value);
  if (seconds >= 1 && seconds <= 31_536_000) return seconds;
  throw new UsageError(`grace is ${quoted(value)}; it must be from 1s to 365d.`);
}

/** Null when nothing was given: then nobody was asked. */
function approvedIn(value: string): ReadonlySet<string> | null {
  const words = value.split(/[\s,]+/).filter((word) => word !== "");
  const wrong = words.find((word) => !/^[0-9a-f]{16}$/.test(word));
  if (wrong !== undefined) {
    throw new UsageError(
      `approved has ${quoted(wrong)}; it must be fingerprints as the report has them, 16 hex digits each.`,
    );
  }
  return words.length > 0 ? new Set(words) : null;
}

function linesOf(value: string): readonly string[] {
  return value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** A path from the top of the repository. */
function pathIn(name: SettingName, value: string): string {
  const path = value.replace(/^(?:\.\/)+/, "");
  if (!/^(?:[/\\]|[a-z]:)|[/\\]$/i.test(path) && path.split(/[/\\]/).every((part) => !["", ".", ".."].includes(part)))
    return path;
  throw new UsageError(
    `${name} is ${quoted(value)}; it must be a path in the repository, as ${DEFAULTS["ignore-file"]}.`,
  );
}

function adminKeyIn(value: string): Secret | null {
  if (value === "") return null;
  // The value is a secret, or somebody's other secret in the wrong place: it is never quoted.
  if (/^sk-[\w-]{20,}$/.test(value)) return new Secret(value);
  throw new UsageError("openai-admin-key is not an OpenAI key; it must be one that begins with sk-admin-.");
}

function baseUrlIn(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  const isLoopback = url !== null && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (!url || url.username || url.password || url.search || url.hash) {
    throw new UsageError("openai-base-url is not a plain URL; it must look like https://api.openai.com/v1.");
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback)) {
    throw new UsageError(
      `openai-base-url is ${quoted(value)}; keys are sent there, so it must begin with https:// (http:// on loopback only).`,
    );
  }
  return url.href.replace(/\/+$/, "");
}

function quoted(value: string): string {
  const short = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return JSON.stringify(short.replaceAll(/sk-[\w-]{8,}/g, "sk-…"));
}
