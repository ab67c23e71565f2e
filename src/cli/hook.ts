import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { EXIT_CODES_OF } from "../messages/command-line/help.ts";
import { HOOK_HELP } from "../messages/hooks.ts";
import { type Flags } from "./flags.ts";
import { addHelpNotes } from "./help.ts";
import { createRepoOption, createWordArgument } from "./options.ts";

const { env, stdout } = process;

/** Adds `hook install` and `hook uninstall`: hooks of git before each commit and each push. */
export function addHook(program: Command): void {
  const command = program
    .command("hook")
    .summary(HOOK_HELP.summary)
    .description(`${HOOK_HELP.summary}\n\n${HOOK_HELP.description}`)
    .addArgument(createWordArgument("hook", ["install", "uninstall"]))
    .optionsGroup(HOOK_HELP.where)
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
      ["hook install", HOOK_HELP.install],
      ["hook uninstall", HOOK_HELP.uninstall],
    ],
    exitCodes: EXIT_CODES_OF.other,
  });
}
