import type { Command } from "commander";
import { addHelpNotes, EXIT_CODES_OF } from "./help.ts";

const { env, stdout } = process;

/** Adds `sandbox`. */
export function addSandbox(program: Command): void {
  const summary = "Run the embedded OpenAI and GitHub, to point other things at.";
  const command = program
    .command("sandbox")
    .summary(summary)
    .description(`${summary}\n\nSays where they listen, and which keys work there. Ends with Ctrl-C.`)
    .action(async () => {
      const { serve } = await import("../sandbox/serve.ts");
      await serve({ print: (line) => stdout.write(`${line}\n`), path: env["PATH"] ?? "" });
    });
  addHelpNotes(command, {
    examples: [["sandbox", "then, elsewhere: scan with --openai-base-url"]],
    exitCodes: EXIT_CODES_OF.other,
  });
}
