import { CONTAINMENT_KINDS, type Policy } from "../domain/decision.ts";
import type { Detail } from "../domain/report.ts";
import type { Secret } from "../domain/secret.ts";
import { UsageError } from "../errors.ts";
import { parseAdminKey } from "./admin-key.ts";
import {
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
 * Every setting, with its default. The names are those of the Action's inputs and of the command line's flags; a test
 * compares them with action.yml and README.
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
  doctor: "false",
} as const;

export type SettingName = keyof typeof DEFAULTS;

/** How an entry point hands over its strings: inputs, or flags and the environment. Empty counts as not given. */
export type SettingReader = (name: SettingName) => string | undefined;

/** The settings, parsed. */
export type Settings = {
  scan: "change" | "history" | "files";
  paths: readonly string[];
  exclude: readonly string[];
  adminKey: Secret | null;
  baseURL: string;
  comment: "on-leak" | "never";
  detail: Detail | "auto";
  /** Its path in the repository; it is read from the base. */
  ignoreFile: string;
  reportFile: string | null;
  sarifFile: string | null;
  auditFile: string | null;
  githubToken: string | null;
  /** Whether the run checks itself and its surroundings, in place of a scan. */
  doctor: boolean;
  policy: Policy;
};

/**
 * Parses the settings. `secretsWithheld` is for runs that GitHub gives no secrets, as on a fork's pull request: a missing
 * Admin API key is then no mistake in the workflow. `adminKeyName` is what the reader calls that key.
 *
 * @throws UsageError naming the setting, what was given (never of a secret), and what is allowed.
 */
export function parseSettings(
  ask: SettingReader,
  { secretsWithheld = false, adminKeyName = "openai-admin-key" } = {},
): Settings {
  const read = (name: SettingName) => ask(name)?.trim() || DEFAULTS[name];
  const adminKey = parseAdminKey(ask("openai-admin-key") ?? "", adminKeyName);
  const onLeak = parseWord("on-leak", read("on-leak"), ["report", ...CONTAINMENT_KINDS]);
  if (onLeak !== "report" && !adminKey && !secretsWithheld) {
    throw new UsageError(`on-leak is ${onLeak}, which needs openai-admin-key: an Admin API key of your organisation.`);
  }
  const scan = parseWord("scan", read("scan"), ["change", "history", "files"]);
  const paths = parseLines(read("paths"));
  if (scan === "files" && paths.length === 0) {
    throw new UsageError('scan is files, which needs paths: globs of the files to read, such as "**".');
  }
  return {
    scan,
    paths,
    exclude: parseLines(read("exclude")),
    adminKey,
    baseURL: parseBaseUrl(read("openai-base-url")),
    comment: parseWord("comment", read("comment"), ["on-leak", "never"]),
    detail: parseWord("detail", read("detail"), ["auto", "full", "minimal"]),
    ignoreFile: parseRepositoryPath("ignore-file", read("ignore-file")),
    reportFile: read("report-file") || null,
    sarifFile: read("sarif-file") || null,
    auditFile: read("audit-file") || null,
    githubToken: read("github-token") || null,
    doctor: parseBoolean("doctor", read("doctor")),
    policy: parsePolicy(read, onLeak, adminKey),
  };
}

function parsePolicy(read: (name: SettingName) => string, onLeak: Policy["onLeak"], adminKey: Secret | null): Policy {
  return {
    tryKeys: parseWord("try-keys", read("try-keys"), ["own", "all", "none"]),
    onLeak,
    grace: parseGrace(read("grace")),
    holdIfUsedWithin: parseDuration("hold-if-used-within", read("hold-if-used-within")),
    containPreexisting: parseBoolean("contain-preexisting", read("contain-preexisting")),
    approved: parseApproved(read("approved")),
    mustFindApproved: true,
    dryRun: parseBoolean("dry-run", read("dry-run")),
    protect: parseLines(read("protect")),
    maxContained: parseCount("max-contained", read("max-contained")),
    failOn: parseWord("fail-on", read("fail-on"), ["leak", "active", "never"]),
    ownKey: adminKey?.fingerprint ?? null,
  };
}
