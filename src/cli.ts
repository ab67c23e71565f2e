#!/usr/bin/env node
import { scan } from "./cli/scan.ts";
import { painter } from "./cli/terminal.ts";
import { keyless } from "./domain/secret.ts";
import { EXIT, lastWords } from "./ending.ts";
import { UsageError } from "./errors.ts";
import { shownWord, typed } from "./flags.ts";
import { help } from "./report/help.ts";
import { DEFAULTS, hint } from "./settings.ts";
import { SOURCES_ID, VERSION } from "./version.ts";

const { env, stdout, stderr } = process;

const COMMANDS = ["scan", "contain", "hook", "demo", "sandbox"];

async function main(): Promise<void> {
  // The SDK would send these headers with every request, and let them replace the key.
  delete env["OPENAI_CUSTOM_HEADERS"];
  const { flags, words } = typed(process.argv.slice(2));
  const [command, ...rest] = words;
  if (flags.help || (command === undefined && !flags.version)) return void stdout.write(help(VERSION));
  if (flags.version)
    return void stdout.write(`openai-key-guard ${VERSION}${SOURCES_ID ? ` (src ${SOURCES_ID})` : ""}\n`);
  switch (command) {
    case "scan":
      return await scan(flags, rest);
    case "contain":
      return await (await import("./cli/contain.ts")).contain(flags, rest);
    case "hook":
      return await (await import("./cli/hook.ts")).hook(flags, rest);
    case "demo":
      return await (await import("./sandbox/demo.ts")).demo({
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
      throw new UsageError(`There is no command ${shownWord(command)}.${hint(String(command), COMMANDS)} Try --help.`);
  }
}

// Whoever reads us may stop early, as head does: that is no fault, and changes no exit code.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  await main();
} catch (error) {
  stderr.write(`${keyless(lastWords(error))}\n`);
  process.exitCode = EXIT.incomplete;
}
