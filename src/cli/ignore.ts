import type { Command } from "commander";
import { UsageError } from "../errors.ts";
import { createEditContext, createIgnoreFileOption, createRepoOption, type Flags } from "./flags.ts";
import { addHelpNotes, EXIT_CODES_OF } from "./help.ts";

/** Adds `ignore FINGERPRINT`: an entry in the ignore file of the work tree. */
export function addIgnore(program: Command): void {
  const summary = "Put a key into the ignore file.";
  const command = program
    .command("ignore")
    .summary(summary)
    .description(
      `${summary}\n\nFINGERPRINT is the 16 hex digits that the report shows, never the key. The file is .github/openai-key-guard.yml; it is made where there is none, and an entry for the same key is replaced. It counts once it is on the base branch, so that no change can excuse itself; and a key of yours that works is reported all the same.`,
    )
    .usage("FINGERPRINT --reason TEXT [--until DAY]")
    .argument("[fingerprint...]")
    .optionsGroup("What the entry says:")
    .option("--reason <TEXT>", "Why this key may be passed over. Whoever reviews the file reads it.")
    .option(
      "--until <DAY>",
      "The last day, in UTC, on which the entry holds, as 2027-01-31; without it there is no end.",
    )
    .optionsGroup("Where the file is:")
    .addOption(createIgnoreFileOption())
    .addOption(createRepoOption())
    .action(async (fingerprints: readonly string[]) => await ignore(fingerprints, command.optsWithGlobals<Flags>()));
  addHelpNotes(command, {
    examples: [
      ['ignore 0123456789abcdef --reason "key of the public demo"', "pass over this key"],
      ['ignore 0123456789abcdef --reason "rotated on Friday" --until 2027-01-31', "and only for so long"],
    ],
    exitCodes: EXIT_CODES_OF.other,
  });
}

async function ignore(fingerprints: readonly string[], flags: Flags): Promise<void> {
  // What was typed may be a key: it is counted, and not repeated.
  if (fingerprints.length > 1)
    throw new UsageError(`ignore takes one fingerprint, and ${fingerprints.length} were given.`);
  const { ignoreKey } = await import("../ignore-file/commands.ts");
  const [fingerprint = null] = fingerprints;
  const { reason = null, until = null } = flags;
  const lines = await ignoreKey(createEditContext(flags), { fingerprint, reason, until });
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}
