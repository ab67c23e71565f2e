import type { Command } from "commander";
import { DEMO_HELP, EXIT_CODES_OF, HEADINGS } from "../messages/command-line/help.ts";
import { DEFAULTS } from "../settings/settings.ts";
import { type Flags } from "./flags.ts";
import { addHelpNotes } from "./help.ts";
import { createColorOption } from "./options.ts";
import { createPaint, detectLook } from "./terminal.ts";

const { env, stdout } = process;

/** The demo indents what programs print, by so many columns. */
const INDENT = 2;

/** Adds `demo`. */
export function addDemo(program: Command): void {
  const { summary, description, examples } = DEMO_HELP;
  const command = program
    .command("demo")
    .summary(summary)
    .description(`${summary}\n\n${description}`)
    .optionsGroup(HEADINGS.report)
    .addOption(createColorOption())
    .action(async () => {
      const [{ runDemo }, { renderDemoAudit }] = await Promise.all([
        import("../sandbox/demo/demo.ts"),
        import("./demo-audit.ts"),
      ]);
      const look = detectLook(command.optsWithGlobals<Flags>());
      await runDemo({
        audit: async (organization) => await renderDemoAudit(organization, { ...look, width: look.width - INDENT }),
        print: (line) => stdout.write(`${line}\n`),
        action: new URL("./action.js", import.meta.url),
        paint: createPaint(command.optsWithGlobals<Flags>()),
        path: env["PATH"] ?? "",
        defaults: DEFAULTS,
      });
    });
  addHelpNotes(command, {
    examples,
    variables: ["NO_COLOR"],
    exitCodes: EXIT_CODES_OF.other,
  });
}
