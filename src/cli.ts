#!/usr/bin/env node
import { runProgram } from "./cli/program.ts";
import { redactKeys } from "./domain/secret.ts";
import { describeCrash, EXIT_CODES } from "./exit.ts";

const { env, stdout, stderr } = process;

// The SDK would send these headers with every request, and let them replace the key.
delete env["OPENAI_CUSTOM_HEADERS"];

// A reader of our output may stop early, as head does: that is no error, and changes no exit code.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

// No await at the top of a module: the bundler then merges what is loaded later into one file a folder.
runProgram(process.argv.slice(2)).catch((error: unknown) => {
  stderr.write(`${redactKeys(describeCrash(error))}\n`);
  process.exitCode = EXIT_CODES.incomplete;
});
