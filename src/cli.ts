#!/usr/bin/env node
import { readPlainScan } from "./cli/plain-scan.ts";
import { scanTyped } from "./cli/scan-typed.ts";
import { redactKeys } from "./detect/spelled-keys.ts";
import { describeCrash, EXIT_CODES } from "./exit.ts";
import { describeLostOutput } from "./messages/command-line/notices.ts";
import { isClosedPipe, listenForErrors } from "./output-files/streams.ts";

const { env, stdout, stderr } = process;

// The SDK would send these headers with every request, and let them replace the key.
delete env["OPENAI_CUSTOM_HEADERS"];

const findOutputError = listenForErrors(stdout);
const awaitNotices = listenForErrors(stderr);

/** Runs what was typed, and sees that what it said has arrived. A reader that stops early, as head does, changes no exit code. */
async function run(): Promise<void> {
  const typed = process.argv.slice(2);
  const plain = readPlainScan(typed);
  try {
    await (plain ? scanTyped(plain) : (await import("./cli/program.ts")).runProgram(typed));
  } catch (error) {
    stderr.write(`${redactKeys(describeCrash(error))}\n`);
    process.exitCode = EXIT_CODES.incomplete;
  }
  const code = await findOutputError();
  if (code !== null && !isClosedPipe(code) && process.exitCode !== EXIT_CODES.incomplete) {
    stderr.write(`${describeLostOutput(code)}\n`);
    process.exitCode = EXIT_CODES.incomplete;
  }
  if (plain === null) return; // The sandbox goes on.
  await awaitNotices();
  // All is told: to free the memory of a process that ends takes longer.
  process.exit();
}

// No await at the top of a module: the bundler then merges what is loaded later into one file a folder.
void run();
