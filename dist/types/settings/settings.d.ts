import { type Policy } from "../domain/decision.js";
import type { Detail } from "../domain/report.js";
import type { Secret } from "../domain/secret.js";
import { type NotifySettings } from "./notify-settings.js";
/**
 * Every setting, with its default. The names are those of the Action's inputs and of the command line's flags; a test
 * compares them with action.yml and README.
 */
export declare const DEFAULTS: {
    readonly scan: "change";
    readonly paths: "";
    readonly exclude: "";
    readonly "openai-admin-key": "";
    readonly "openai-base-url": "https://api.openai.com/v1";
    readonly "try-keys": "own";
    readonly "on-leak": "report";
    readonly grace: "1h";
    readonly "hold-if-used-within": "0s";
    readonly "contain-preexisting": "false";
    readonly approved: "";
    readonly "dry-run": "false";
    readonly protect: "";
    readonly "max-contained": "3";
    readonly "fail-on": "leak";
    readonly comment: "on-leak";
    readonly detail: "auto";
    readonly "ignore-file": ".github/openai-key-guard.yml";
    readonly "keys-file": ".github/openai-keys.yml";
    readonly "secrets-token": "";
    readonly "report-file": "";
    readonly "sarif-file": "";
    readonly "proof-file": "";
    readonly "audit-file": "";
    readonly "close-alerts": "false";
    readonly "notify-url": "";
    readonly "notify-when": "leak";
    readonly "notify-format": "auto";
    readonly "github-token": "";
    readonly doctor: "false";
};
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
export declare function parseSettings(ask: SettingReader, { secretsWithheld, nameSetting }?: SettingOptions): Settings;
