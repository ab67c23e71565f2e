import * as core from "@actions/core";
import type { Policy } from "../../domain/decision.ts";
import type { Detail } from "../../domain/report.ts";
import type { Secret } from "../../domain/secret.ts";
import { UsageError } from "../../errors.ts";
import { type NotifySettings, parseNotifySettings } from "../../settings/notify-settings.ts";
import type { RotationChoices } from "../../settings/rotation/choices.ts";
import { ROTATION_DEFAULTS } from "../../settings/rotation/defaults.ts";
import { DEFAULTS, parseSettings } from "../../settings/settings.ts";
import { parseBoolean, parseLines } from "../../settings/values.ts";
import { refuseMisspeltInputs } from "../inputs.ts";

/** The inputs of the sub-action with their defaults; a test compares them with its action.yml. */
export const ROTATE_DEFAULTS = {
  keys: "",
  due: "false",
  to: "",
  scopes: "",
  "expires-in": "",
  overlap: ROTATION_DEFAULTS.overlap,
  wait: ROTATION_DEFAULTS.wait,
  create: "false",
  "dry-run": "false",
  resume: "false",
  "openai-admin-key": "",
  "openai-base-url": DEFAULTS["openai-base-url"],
  "secrets-token": "",
  "keys-file": DEFAULTS["keys-file"],
  "audit-file": "",
  protect: "",
  "max-contained": DEFAULTS["max-contained"],
  "notify-url": "",
  detail: "auto",
  "report-file": "",
  "github-token": "",
} as const;

type RotateInputName = keyof typeof ROTATE_DEFAULTS;

/** The inputs, parsed. */
export type RotateInputs = {
  choices: RotationChoices;
  adminKey: Secret;
  baseURL: string;
  secretsToken: string | null;
  keysFile: string;
  /** Whether the file must be there: the workflow names it, or takes its keys from it. */
  needsKeysFile: boolean;
  auditFile: string | null;
  reportFile: string | null;
  detail: Detail | "auto";
  githubToken: string | null;
  /** Whom to tell; null where nobody is. */
  notify: NotifySettings | null;
  rails: Policy;
};

/** Reads the inputs of the sub-action. @throws UsageError where one is misspelt, missing, or has a value that does not work. */
export async function readRotateInputs(): Promise<RotateInputs> {
  refuseMisspeltInputs(Object.keys(ROTATE_DEFAULTS));
  const read = (name: RotateInputName) => core.getInput(name).trim() || ROTATE_DEFAULTS[name];
  const settings = parseSettings((name) => (name in ROTATE_DEFAULTS ? read(name as RotateInputName) : undefined));
  const { adminKey, baseURL, secretsToken, keysFile, auditFile, reportFile, detail, githubToken, policy } = settings;
  if (adminKey === null) {
    const { describeRotationWithoutKey } = await import("../../messages/errors/rotation/rotate.ts");
    throw new UsageError(describeRotationWithoutKey("openai-admin-key"));
  }
  const choices = await readChoices(read, auditFile);
  const needsKeysFile = choices.keys.length === 0 || keysFile !== ROTATE_DEFAULTS["keys-file"];
  const notify = parseNotifySettings("notify-url", { url: read("notify-url"), when: "leak", format: null });
  const parsed = { notify, adminKey, baseURL, secretsToken, keysFile, auditFile, reportFile, detail, githubToken };
  return { ...parsed, choices, needsKeysFile, rails: policy };
}

async function readChoices(
  read: (name: RotateInputName) => string,
  auditFile: string | null,
): Promise<RotationChoices> {
  const { parseRotationChoices } = await import("../../settings/rotation/choices.ts");
  const flag = (name: RotateInputName) => parseBoolean(name, read(name));
  return parseRotationChoices(
    {
      keys: parseLines(read("keys")),
      to: read("to"),
      scopes: read("scopes"),
      expiresIn: read("expires-in"),
      overlap: read("overlap"),
      wait: read("wait"),
      auditFile,
      due: flag("due"),
      widen: false,
      create: flag("create"),
      resume: flag("resume"),
    },
    (name) => (name === "key" ? "keys" : name),
  );
}
