import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { createRepoOption, createWordArgument, type Flags } from "./flags.ts";
import { addHelpNotes, EXIT_CODES_OF } from "./help.ts";

const { env, stdout } = process;

/** Adds `hook install` and `hook uninstall`: hooks of git before each commit and each push. */
export function addHook(program: Command): void {
  const summary = "Scan before each commit and each push.";
  const command = program
    .command("hook")
    .summary(summary)
    .description(
      `${summary}\n\nPuts hooks into this repository that scan what is staged, and what is pushed. A hook that is there already is kept and run as well; uninstall puts back what was there before.`,
    )
    .addArgument(createWordArgument("hook", ["install", "uninstall"]))
    .optionsGroup("Where:")
    .addOption(createRepoOption())
    .action(async (verb: string) => {
      const { installHooks, uninstallHooks } = await import("../hooks/hooks.ts");
      const repo = command.optsWithGlobals<Flags>().repo || process.cwd();
      const programs = { node: process.execPath, cli: fileURLToPath(new URL("./cli.js", import.meta.url)) };
      const lines =
        verb === "install"
          ? await installHooks({ repo, environment: env, ...programs })
          : await uninstallHooks({ repo, environment: env });
      stdout.write(lines.map((line) => `${line}\n`).join(""));
    });
  addHelpNotes(command, {
    examples: [
      ["hook install", "from now on"],
      ["hook uninstall", "no longer"],
    ],
    exitCodes: EXIT_CODES_OF.other,
  });
}
