import * as core from "@actions/core";
import type { AuditFailOn } from "../../audit/audit-report.ts";
import type { Detail } from "../../domain/report.ts";
import type { Secret } from "../../domain/secret.ts";
import { UsageError } from "../../errors.ts";
import { parseAdminKey } from "../../settings/admin-key.ts";
import { type NotifySettings, parseNotifySettings } from "../../settings/notify-settings.ts";
import { DEFAULTS } from "../../settings/settings.ts";
import { parseBaseUrl, parseBoolean, parseRepositoryPath, parseWord } from "../../settings/values.ts";
import { refuseMisspeltInputs } from "../inputs.ts";

/** The inputs of the sub-action with their defaults; a test compares them with its action.yml. */
export const AUDIT_DEFAULTS = {
  "openai-admin-key": "",
  "openai-base-url": DEFAULTS["openai-base-url"],
  "policy-file": ".github/openai-key-policy.yml",
  "keys-file": DEFAULTS["keys-file"],
  "fail-on": "error",
  issue: "false",
  "report-file": "",
  "html-file": "",
  "notify-url": "",
  detail: "auto",
  "github-token": "",
} as const;

type AuditInputName = keyof typeof AUDIT_DEFAULTS;

/** The inputs, parsed. */
export type AuditInputs = {
  adminKey: Secret;
  baseURL: string;
  policyFile: string;
  /** Whether the workflow names the policy file: then it must be there. */
  isPolicyNamed: boolean;
  keysFile: string;
  /** Whether the workflow names the keys file: then it must be there, and right. */
  isKeysFileNamed: boolean;
  failOn: AuditFailOn;
  writesIssue: boolean;
  reportFile: string | null;
  htmlFile: string | null;
  /** Whom to tell of news; null for nobody. */
  notify: NotifySettings | null;
  detail: Detail | "auto";
  githubToken: string | null;
};

/**
 * Reads the inputs of the sub-action.
 *
 * @throws UsageError where one is misspelt, missing, or has a value that does not work.
 */
export async function readAuditInputs(): Promise<AuditInputs> {
  refuseMisspeltInputs(Object.keys(AUDIT_DEFAULTS));
  const read = (name: AuditInputName) => core.getInput(name).trim() || AUDIT_DEFAULTS[name];
  const adminKey = parseAdminKey(read("openai-admin-key"), "openai-admin-key");
  if (adminKey === null) {
    throw new UsageError((await import("../../messages/audit/sub-action.ts")).AUDIT_WITHOUT_KEY);
  }
  const keysFile = parseRepositoryPath("keys-file", read("keys-file"));
  const policyFile = parseRepositoryPath("policy-file", read("policy-file"));
  return {
    adminKey,
    baseURL: parseBaseUrl("openai-base-url", read("openai-base-url")),
    policyFile,
    isPolicyNamed: policyFile !== AUDIT_DEFAULTS["policy-file"],
    keysFile,
    isKeysFileNamed: keysFile !== AUDIT_DEFAULTS["keys-file"],
    failOn: parseWord("fail-on", read("fail-on"), ["error", "warning", "never"]),
    writesIssue: parseBoolean("issue", read("issue")),
    reportFile: read("report-file") || null,
    htmlFile: read("html-file") || null,
    notify: parseNotifySettings("notify-url", { url: read("notify-url"), when: "leak", format: null }),
    detail: parseWord("detail", read("detail"), ["auto", "full", "minimal"]),
    githubToken: read("github-token") || null,
  };
}
