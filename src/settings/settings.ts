import { LEAK_ACTS, type Policy } from "../domain/decision.ts";
import type { Detail } from "../domain/report.ts";
import type { Secret } from "../domain/secret.ts";
import { UsageError } from "../errors.ts";
import { describeMissingAdminKey, describeMissingPaths } from "../messages/errors/command-line/settings.ts";
import { parseAdminKey } from "./admin-key.ts";
import { type NotifySettings, parseNotifySettings } from "./notify-settings.ts";
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
  "keys-file": ".github/openai-keys.yml",
  "secrets-token": "",
  "report-file": "",
  "sarif-file": "",
  "proof-file": "",
  "audit-file": "",
  "close-alerts": "false",
  "notify-url": "",
  "notify-when": "leak",
  "notify-format": "auto",
  "github-token": "",
  doctor: "false",
} as const;

export type SettingName = keyof typeof DEFAULTS;

/** How an entry point hands over its strings: inputs, or flags and the environment. Empty counts as not given. */
export type SettingReader = (name: SettingName) => string | undefined;

/** The settings, parsed. */
export type Settings = {
  scan: "change" | "history" | "files" | "alerts";
  paths: readonly string[];
  exclude: readonly string[];
  adminKey: Secret | null;
  baseURL: string;
  comment: "on-leak" | "never";
  detail: Detail | "auto";
  /** Its path in the repository; it is read from the base. */
  ignoreFile: string;
  /** Where keys are kept, by the path of the file in the repository; it is read from the base. */
  keysFile: string;
  /** A token that may write secrets on GitHub. */
  secretsToken: string | null;
  reportFile: string | null;
  sarifFile: string | null;
  /** Where to write what was scanned, to be signed. */
  proofFile: string | null;
  auditFile: string | null;
  /** Whether GitHub's alerts for keys that are proven dead are closed. */
  closeAlerts: boolean;
  /** Whom to tell of what was found and done; null for nobody. */
  notify: NotifySettings | null;
  githubToken: string | null;
  /** Whether the run checks itself and its surroundings, in place of a scan. */
  doctor: boolean;
  policy: Policy;
};

/** What the reader calls a setting: an input in a workflow, a flag or a variable on the command line. */
export type NameSetting = (name: SettingName) => string;

/** What an entry point knows that decides how settings are read. */
export type SettingOptions = {
  /** GitHub gives this run no secrets, as on a fork's pull request: a missing Admin API key is no mistake in the workflow. */
  secretsWithheld?: boolean;
  /** What errors call the settings; by their own names when left out. */
  nameSetting?: NameSetting;
};

/**
 * Parses the settings.
 *
 * @throws UsageError naming the setting, what was given (never of a secret), and what is allowed.
 */
export function parseSettings(
  ask: SettingReader,
  { secretsWithheld = false, nameSetting = (name) => name }: SettingOptions = {},
): Settings {
  const read = (name: SettingName) => ask(name)?.trim() || DEFAULTS[name];
  const parse = <Value>(name: SettingName, parser: Parser<Value>) => parser(nameSetting(name), read(name));
  const adminKey = parseAdminKey(ask("openai-admin-key") ?? "", nameSetting("openai-admin-key"));
  const policy = parsePolicy(parse, adminKey);
  if (policy.onLeak !== "report" && !adminKey && !secretsWithheld) {
    const [onLeak, needed] = [nameSetting("on-leak"), nameSetting("openai-admin-key")];
    throw new UsageError(describeMissingAdminKey(onLeak, policy.onLeak, needed));
  }
  const scan = parse("scan", takeWord(["change", "history", "files", "alerts"]));
  const paths = parseLines(read("paths"));
  if (scan === "files" && paths.length === 0) {
    throw new UsageError(describeMissingPaths(nameSetting("scan"), nameSetting("paths")));
  }
  return {
    scan,
    paths,
    exclude: parseLines(read("exclude")),
    adminKey,
    baseURL: parse("openai-base-url", parseBaseUrl),
    comment: parse("comment", takeWord(["on-leak", "never"])),
    detail: parse("detail", takeWord(["auto", "full", "minimal"])),
    ignoreFile: parse("ignore-file", parseRepositoryPath),
    keysFile: parse("keys-file", parseRepositoryPath),
    secretsToken: read("secrets-token") || null,
    reportFile: read("report-file") || null,
    sarifFile: read("sarif-file") || null,
    proofFile: read("proof-file") || null,
    auditFile: read("audit-file") || null,
    closeAlerts: parse("close-alerts", parseBoolean),
    notify: parseNotify(parse, nameSetting("notify-url"), read("notify-url")),
    githubToken: read("github-token") || null,
    doctor: parse("doctor", parseBoolean),
    policy,
  };
}

/** Turns the text of a setting into its value, or throws a UsageError with what the reader calls the setting. */
type Parser<Value> = (name: string, text: string) => Value;

function parsePolicy(
  parse: <Value>(name: SettingName, parser: Parser<Value>) => Value,
  adminKey: Secret | null,
): Policy {
  return {
    tryKeys: parse("try-keys", takeWord(["own", "all", "none"])),
    onLeak: parse("on-leak", takeWord(LEAK_ACTS)),
    grace: parse("grace", parseGrace),
    holdIfUsedWithin: parse("hold-if-used-within", parseDuration),
    containPreexisting: parse("contain-preexisting", parseBoolean),
    approved: parse("approved", parseApproved),
    mustFindApproved: true,
    dryRun: parse("dry-run", parseBoolean),
    protect: parse("protect", (_, text) => parseLines(text)),
    maxContained: parse("max-contained", parseCount),
    failOn: parse("fail-on", takeWord(["leak", "active", "never"])),
    ownKey: adminKey?.fingerprint ?? null,
  };
}

function parseNotify(
  parse: <Value>(name: SettingName, parser: Parser<Value>) => Value,
  name: string,
  url: string,
): NotifySettings | null {
  const when = parse("notify-when", takeWord(["leak", "active", "contained"]));
  const format = parse("notify-format", takeWord(["auto", "slack", "teams", "json"]));
  return parseNotifySettings(name, { url, when, format: format === "auto" ? null : format });
}

function takeWord<const Word extends string>(words: readonly Word[]): Parser<Word> {
  return (name, text) => parseWord(name, text, words);
}
