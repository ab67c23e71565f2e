import type { Policy } from "../domain/decision.ts";
import type { Detail } from "../domain/report.ts";
import type { Secret } from "../domain/secret.ts";
import { UsageError } from "../errors.ts";
import {
  parseAdminKey,
  parseApproved,
  parseBaseUrl,
  parseBoolean,
  parseCount,
  parseDuration,
  parseGrace,
  parseLines,
  parseRepositoryPath,
  parseWord,
} from "./values.ts";

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
export type SettingReader = (name: SettingName) => string | undefined;

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
export function parseSettings(ask: SettingReader, { secretsWithheld = false } = {}): Settings {
  const given = (name: SettingName) => ask(name)?.trim() || DEFAULTS[name];
  const oneOf = <Word extends string>(name: SettingName, words: readonly Word[]) => parseWord(name, given(name), words);

  const adminKey = parseAdminKey(given("openai-admin-key"));
  const onLeak = oneOf("on-leak", ["report", "quarantine", "expire", "revoke"]);
  if (onLeak !== "report" && !adminKey && !secretsWithheld) {
    throw new UsageError(`on-leak is ${onLeak}, which needs openai-admin-key: an Admin API key of your organisation.`);
  }
  const scan = oneOf("scan", ["change", "history", "files"]);
  const paths = parseLines(given("paths"));
  if (scan === "files" && paths.length === 0) {
    throw new UsageError('scan is files, which needs paths: globs of the files to read, such as "**".');
  }
  return {
    scan,
    paths,
    exclude: parseLines(given("exclude")),
    adminKey,
    baseURL: parseBaseUrl(given("openai-base-url")),
    comment: oneOf("comment", ["on-leak", "never"]),
    detail: oneOf("detail", ["auto", "full", "minimal"]),
    ignoreFile: parseRepositoryPath("ignore-file", given("ignore-file")),
    reportFile: given("report-file") || null,
    sarifFile: given("sarif-file") || null,
    auditFile: given("audit-file") || null,
    githubToken: given("github-token") || null,
    policy: {
      tryKeys: oneOf("try-keys", ["own", "all", "none"]),
      onLeak,
      grace: parseGrace(given("grace")),
      holdIfUsedWithin: parseDuration("hold-if-used-within", given("hold-if-used-within")),
      containPreexisting: parseBoolean("contain-preexisting", given("contain-preexisting")),
      approved: parseApproved(given("approved")),
      dryRun: parseBoolean("dry-run", given("dry-run")),
      protect: parseLines(given("protect")),
      maxContained: parseCount("max-contained", given("max-contained")),
      failOn: oneOf("fail-on", ["leak", "active", "never"]),
      ownKey: adminKey?.fingerprint ?? null,
    },
  };
}
