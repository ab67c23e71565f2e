import type { Command } from "commander";
import {
  AUDIT_ADMIN_KEY,
  AUDIT_EXIT_CODES,
  AUDIT_FLAGS,
  AUDIT_HEADINGS,
  AUDIT_HELP,
} from "../messages/command-line/audit.ts";
import { CONTAINMENT_FLAGS, HEADINGS, REPORT_FLAGS } from "../messages/command-line/help.ts";
import { ROTATE_FLAGS } from "../messages/command-line/rotate.ts";
import { DEFAULTS } from "../settings/settings.ts";
import { AUDIT_FORMATS, type AuditFlags, FAIL_LEVELS, POLICY_FILE } from "./audit-flags.ts";
import { readFlags } from "./flags.ts";
import { addHelpNotes } from "./help.ts";
import {
  createBaseUrlOption,
  createChoice,
  createColorOption,
  createDetailOption,
  createList,
  createRepoOption,
} from "./options.ts";

/** Adds `audit`. */
export function addAudit(program: Command): void {
  const { summary, description, examples } = AUDIT_HELP;
  const command = program
    .command("audit")
    .summary(summary)
    .description(`${summary}\n\n${description}`)
    .optionsGroup(AUDIT_HEADINGS.read)
    .option("--policy <FILE>", AUDIT_FLAGS.policy(POLICY_FILE))
    .addOption(createList("--project <NAME>", AUDIT_FLAGS.project))
    .option("--keys-file <PATH>", ROTATE_FLAGS.keysFile(DEFAULTS["keys-file"]))
    .addOption(createBaseUrlOption())
    .addOption(createRepoOption());
  addFixOptions(command);
  command
    .optionsGroup(HEADINGS.report)
    .addOption(createChoice("--fail-on <WORD>", AUDIT_FLAGS.failOn, FAIL_LEVELS))
    .addOption(createDetailOption())
    .addOption(createChoice("--format <WORD>", REPORT_FLAGS.format, AUDIT_FORMATS))
    .option("--output <FILE>", REPORT_FLAGS.output)
    .addOption(createColorOption())
    .option("--quiet", AUDIT_FLAGS.quiet)
    .option("--verbose", AUDIT_FLAGS.verbose)
    .action(async () => {
      const { runTypedAudit } = await import("./audit-typed.ts");
      await runTypedAudit(readFlags(command) as AuditFlags);
    });
  addHelpNotes(command, {
    examples,
    adminKey: AUDIT_ADMIN_KEY,
    variables: ["OPENAI_ADMIN_KEY", "GITHUB_TOKEN", "NO_COLOR", "HTTPS_PROXY"],
    exitCodes: AUDIT_EXIT_CODES,
  });
}

function addFixOptions(command: Command): void {
  const say = CONTAINMENT_FLAGS;
  command
    .optionsGroup(AUDIT_HEADINGS.fix)
    .addOption(createList("--fix <RULE=ACT>", AUDIT_FLAGS.fix))
    .option("--yes", say.yes)
    .option("--dry-run", say.dryRun)
    .addOption(createList("--protect <NAME>", say.protect))
    .option("--max-contained <N>", say.maxContained)
    .option("--hold-if-used-within <TIME>", AUDIT_FLAGS.hold)
    .option("--ignore-file <PATH>", AUDIT_FLAGS.ignoreFile(DEFAULTS["ignore-file"]))
    .option("--audit-file <FILE>", say.auditFile);
}
