import type { Flags } from "./flags.ts";

/** Where a work tree has its policy file. */
export const POLICY_FILE = ".github/openai-key-policy.yml";

/** How an audit can be written; the first is the default. */
export const AUDIT_FORMATS = ["text", "json", "markdown", "html", "csv"] as const;

/** A way to write an audit. */
export type AuditFormat = (typeof AUDIT_FORMATS)[number];

/** What ends with exit code 1; the first is the default. */
export const FAIL_LEVELS = ["error", "warning", "never"] as const;

/** What was typed for `audit`. */
export type AuditFlags = Omit<Flags, "format"> & {
  format?: AuditFormat;
  policy?: string;
  project?: string;
  keysFile?: string;
  fix?: string;
  failOn?: (typeof FAIL_LEVELS)[number];
};
