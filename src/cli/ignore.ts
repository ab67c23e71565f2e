import type { Command } from "commander";
import { UsageError } from "../errors.ts";
import { EXIT_CODES_OF } from "../messages/command-line/help.ts";
import { describeManyFingerprints } from "../messages/errors/ignore-file.ts";
import { IGNORE_HELP } from "../messages/ignore-command.ts";
import { createEditContext, type Flags } from "./flags.ts";
import { addHelpNotes } from "./help.ts";
import { createIgnoreFileOption, createRepoOption } from "./options.ts";

/** Adds `ignore FINGERPRINT`: an entry in the ignore file of the work tree. */
export function addIgnore(program: Command): void {
  const { summary, description, groups, reason, until, examples } = IGNORE_HELP;
  const command = program
    .command("ignore")
    .summary(summary)
    .description(`${summary}\n\n${description}`)
    .usage("FINGERPRINT --reason TEXT [--until DAY]")
    .argument("[fingerprint...]")
    .optionsGroup(groups.entry)
    .option("--reason <TEXT>", reason)
    .option("--until <DAY>", until)
    .optionsGroup(groups.file)
    .addOption(createIgnoreFileOption())
    .addOption(createRepoOption())
    .action(async (fingerprints: readonly string[]) => await ignore(fingerprints, command.optsWithGlobals<Flags>()));
  addHelpNotes(command, {
    examples: [examples.plain, examples.until],
    exitCodes: EXIT_CODES_OF.other,
  });
}

async function ignore(fingerprints: readonly string[], flags: Flags): Promise<void> {
  // What was typed may be a key: it is counted, and not repeated.
  if (fingerprints.length > 1) throw new UsageError(describeManyFingerprints(fingerprints.length));
  const { ignoreKey } = await import("../ignore-file/commands.ts");
  const [fingerprint = null] = fingerprints;
  const { reason = null, until = null } = flags;
  const lines = await ignoreKey(createEditContext(flags), { fingerprint, reason, until });
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}
