import type { Command } from "commander";
import { CONTAINMENT_FLAGS, HEADINGS, REPORT_FLAGS } from "../messages/command-line/help.ts";
import {
  ROTATE_ADMIN_KEY,
  ROTATE_EXIT_CODES,
  ROTATE_FLAGS,
  ROTATE_HEADINGS,
  ROTATE_HELP,
} from "../messages/command-line/rotate.ts";
import { DEFAULTS } from "../settings/settings.ts";
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
import { ROTATION_FORMATS, type RotateFlags } from "./rotate-flags.ts";

/** Adds `rotate`. */
export function addRotate(program: Command): void {
  const { summary, description, examples } = ROTATE_HELP;
  const command = program
    .command("rotate")
    .summary(summary)
    .description(`${summary}\n\n${description}`)
    .usage("KEY… --to PLACE [options]")
    .argument("[key...]")
    .optionsGroup(ROTATE_HEADINGS.what)
    .addOption(createList("--to <PLACE>", ROTATE_FLAGS.to))
    .option("--due", ROTATE_FLAGS.due)
    .option("--keys-file <PATH>", ROTATE_FLAGS.keysFile(DEFAULTS["keys-file"]))
    .addOption(createRepoOption())
    .addOption(createBaseUrlOption());
  addKeyOptions(command);
  addRunOptions(command);
  command.action(async (keys: readonly string[]) => {
    const { rotateTyped } = await import("./rotate-typed.ts");
    await rotateTyped(keys, readFlags(command) as RotateFlags);
  });
  addHelpNotes(command, {
    examples,
    adminKey: ROTATE_ADMIN_KEY,
    variables: ["OPENAI_ADMIN_KEY", "GITHUB_SECRETS_TOKEN", "GITHUB_API_URL", "NO_COLOR", "HTTPS_PROXY"],
    exitCodes: ROTATE_EXIT_CODES,
  });
}

function addKeyOptions(command: Command): void {
  command
    .optionsGroup(ROTATE_HEADINGS.key)
    .option("--expires-in <TIME>", ROTATE_FLAGS.expiresIn)
    .option("--scopes <LIST>", ROTATE_FLAGS.scopes)
    .option("--widen", ROTATE_FLAGS.widen)
    .option("--create", ROTATE_FLAGS.create)
    .optionsGroup(ROTATE_HEADINGS.old)
    .option("--wait <TIME>", ROTATE_FLAGS.wait)
    .option("--overlap <TIME>", ROTATE_FLAGS.overlap);
}

function addRunOptions(command: Command): void {
  command
    .optionsGroup(ROTATE_HEADINGS.run)
    .option("--dry-run", CONTAINMENT_FLAGS.dryRun)
    .option("--yes", CONTAINMENT_FLAGS.yes)
    .option("--audit-file <FILE>", CONTAINMENT_FLAGS.auditFile)
    .option("--resume", ROTATE_FLAGS.resume)
    .addOption(createList("--protect <NAME>", CONTAINMENT_FLAGS.protect))
    .option("--max-contained <N>", CONTAINMENT_FLAGS.maxContained)
    .option("--ignore-file <PATH>", ROTATE_FLAGS.ignoreFile(DEFAULTS["ignore-file"]))
    .optionsGroup(HEADINGS.report)
    .addOption(createDetailOption())
    .addOption(createChoice("--format <WORD>", REPORT_FLAGS.format, ROTATION_FORMATS))
    .option("--output <FILE>", REPORT_FLAGS.output)
    .addOption(createColorOption())
    .option("--quiet", ROTATE_FLAGS.quiet)
    .option("--verbose", ROTATE_FLAGS.verbose);
}
