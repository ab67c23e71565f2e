#!/usr/bin/env node
import { refuseForeign, shownWord, typed } from "./cli/flags.ts";
import { scan } from "./cli/scan.ts";
import { painter } from "./cli/terminal.ts";
import { redactKeys } from "./domain/secret.ts";
import { UsageError } from "./errors.ts";
import { describeCrash, EXIT_CODES } from "./exit.ts";
import { COMMANDS, isCommand } from "./report/help-commands.ts";
import { suggestNearest } from "./settings/nearest.ts";
import { DEFAULTS } from "./settings/settings.ts";
import { readSourcesId, VERSION } from "./version.ts";

const { env, stdout, stderr } = process;

async function main(): Promise<void> {
  // The SDK would send these headers with every request, and let them replace the key.
  delete env["OPENAI_CUSTOM_HEADERS"];
  const { flags, words } = typed(process.argv.slice(2));
  const [command, ...rest] = words;
  if (flags.help || (command === undefined && !flags.version)) {
    const { help } = await import("./report/help.ts");
    return void stdout.write(help(VERSION, isCommand(command) ? command : null, stdout.columns));
  }
  if (flags.version) {
    const id = await readSourcesId();
    return void stdout.write(`openai-key-guard ${VERSION}${id === null ? "" : ` (src ${id})`}\n`);
  }
  if (!isCommand(command)) {
    const names = Object.keys(COMMANDS);
    throw new UsageError(
      `There is no command ${shownWord(command)}.${suggestNearest(String(command), names)} Try --help.`,
    );
  }
  refuseForeign(flags, command);
  switch (command) {
    case "scan":
      return await scan(flags, rest);
    case "contain":
      return await (await import("./cli/contain.ts")).contain(flags, rest);
    case "ignore":
      return await (await import("./cli/ignore.ts")).ignore(flags, rest);
    case "completion":
      return (await import("./cli/complete.ts")).complete(rest);
    case "hook":
      return await (await import("./cli/hook.ts")).hook(flags, rest);
    case "demo":
      return await (await import("./sandbox/demo/demo.ts")).runDemo({
        say: (line) => stdout.write(`${line}\n`),
        action: new URL("./action.js", import.meta.url),
        paint: painter(flags),
        path: env["PATH"] ?? "",
        defaults: DEFAULTS,
      });
    case "sandbox":
      return await (await import("./sandbox/serve.ts")).serve({
        say: (line) => stdout.write(`${line}\n`),
        path: env["PATH"] ?? "",
      });
    default:
      return command satisfies never;
  }
}

// Whoever reads us may stop early, as head does: that is no fault, and changes no exit code.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

// No await at the top of a module: the bundler then merges what is loaded later into one file a folder.
main().catch((error: unknown) => {
  stderr.write(`${redactKeys(describeCrash(error))}\n`);
  process.exitCode = EXIT_CODES.incomplete;
});
