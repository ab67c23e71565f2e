import type { Command } from "commander";
import { EXIT_CODES_OF, SANDBOX_HELP } from "../messages/command-line/help.ts";
import { addHelpNotes } from "./help.ts";

const { env, stdout } = process;

/** Adds `sandbox`. */
export function addSandbox(program: Command): void {
  const { summary, description, examples } = SANDBOX_HELP;
  const command = program
    .command("sandbox")
    .summary(summary)
    .description(`${summary}\n\n${description}`)
    .action(async () => {
      const { serve } = await import("../sandbox/serve.ts");
      await serve({ print: (line) => stdout.write(`${line}\n`), path: env["PATH"] ?? "" });
    });
  addHelpNotes(command, {
    examples,
    exitCodes: EXIT_CODES_OF.other,
  });
}
