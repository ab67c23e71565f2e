import type { Command } from "commander";
import { EXIT_CODES_OF, HEADINGS, SCAN_HELP } from "../messages/command-line/help.ts";
import { INPUT_FORMATS } from "../sources/scanner-reports/input-format.ts";
import { readFlags } from "./flags.ts";
import { addHelpNotes } from "./help.ts";
import {
  addContainmentOptions,
  addReportOptions,
  createChoice,
  createIgnoreFileOption,
  createList,
  createRepoOption,
} from "./options.ts";
import { scanTyped } from "./scan-typed.ts";

const USAGE = [
  "[RANGE]",
  "--staged",
  "--pushed [REMOTE]",
  "--history [--unreachable] [--write-baseline]",
  "--files [--skip-ignored] [GLOB …]",
  "--stdin [--stdin-name PATH] [--format-in WORD]",
  "--alerts OWNER/REPO | ORG [--close-alerts]",
];

/** Adds `scan`. */
export function addScan(program: Command): void {
  const { summary, description, proofFile, verbose, examples } = SCAN_HELP;
  const command = program
    .command("scan")
    .summary(summary)
    .description(`${summary}\n\n${description}`)
    .usage(USAGE.join("\n       openai-key-guard scan "))
    .argument("[range...]");
  addTargetOptions(command);
  addContainmentOptions(command);
  addReportOptions(command);
  command
    .option("--proof-file <FILE>", proofFile)
    .option("--verbose", verbose)
    .action(
      async (words: readonly string[]) =>
        await scanTyped({ words, flags: readFlags(command), typed: listTyped(command) }),
    );
  addHelpNotes(command, {
    examples,
    variables: ["OPENAI_ADMIN_KEY", "NOTIFY_URL", "NO_COLOR", "HTTPS_PROXY"],
    exitCodes: EXIT_CODES_OF.scan,
  });
}

function addTargetOptions(command: Command): void {
  const say = SCAN_HELP;
  command
    .optionsGroup(HEADINGS.read)
    .option("--staged", say.staged)
    .option("--pushed", say.pushed)
    .option("--history", say.history)
    .option("--unreachable", say.unreachable)
    .option("--files", say.files)
    .option("--skip-ignored", say.skipIgnored)
    .option("--stdin", say.stdin)
    .option("--stdin-name <PATH>", say.stdinName)
    .addOption(createChoice("--format-in <WORD>", say.formatIn, INPUT_FORMATS))
    .option("--alerts", say.alerts)
    .option("--close-alerts", say.closeAlerts)
    .addOption(createRepoOption())
    .addOption(createList("--paths <GLOB>", say.paths))
    .addOption(createList("--exclude <GLOB>", say.exclude))
    .addOption(createIgnoreFileOption())
    .option("--write-baseline", say.writeBaseline);
}

/** All words that were typed after the program's name. */
function listTyped({ parent }: Command): readonly string[] {
  // Commander's types leave it out: https://github.com/tj/commander.js#properties
  return (parent as { rawArgs?: readonly string[] } | null)?.rawArgs ?? [];
}
