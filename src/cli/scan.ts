import type { Command } from "commander";
import { type Report, restrictReport } from "../domain/report.ts";
import { UsageError } from "../errors.ts";
import { EXIT_CODES_OF, HEADINGS, SCAN_HELP } from "../messages/command-line/help.ts";
import { describeManyRemotes, PUSHED_BY_HAND } from "../messages/errors/command-line/flags.ts";
import { type OpenScanTarget, openScanTarget, type ScanContext, type ScanTarget } from "../targets/scan-target.ts";
import { refuseRange, refuseUselessFlags, requireAnswers, TARGET_FLAGS } from "./flag-conflicts.ts";
import {
  addContainmentOptions,
  addReportOptions,
  createEditContext,
  createIgnoreFileOption,
  createList,
  createRepoOption,
  type Flags,
  readFlags,
} from "./flags.ts";
import { addHelpNotes } from "./help.ts";
import { printReport } from "./print.ts";
import { chooseDetail, createScanContext, openRunFiles, readSettings, runScan } from "./run.ts";

const { stdin, stderr } = process;

const USAGE = [
  "[RANGE]",
  "--staged",
  "--pushed [REMOTE]",
  "--history [--unreachable] [--write-baseline]",
  "--files [--skip-ignored] [GLOB …]",
  "--stdin [--stdin-name PATH]",
];

/** Adds `scan`. */
export function addScan(program: Command): void {
  const { summary, description, verbose, examples } = SCAN_HELP;
  const command = program
    .command("scan")
    .summary(summary)
    .description(`${summary}\n\n${description}`)
    .usage(USAGE.join("\n       openai-key-guard scan "))
    .argument("[range...]");
  addTargetOptions(command);
  addContainmentOptions(command);
  addReportOptions(command);
  command
    .option("--verbose", verbose)
    .action(async (words: readonly string[]) => await scan(words, readFlags(command), command));
  addHelpNotes(command, {
    examples,
    variables: ["OPENAI_ADMIN_KEY", "NO_COLOR", "HTTPS_PROXY"],
    exitCodes: EXIT_CODES_OF.scan,
  });
}

function addTargetOptions(command: Command): void {
  const say = SCAN_HELP;
  command
    .optionsGroup(HEADINGS.read)
    .option("--staged", say.staged)
    .option("--pushed", say.pushed)
    .option("--history", say.history)
    .option("--unreachable", say.unreachable)
    .option("--files", say.files)
    .option("--skip-ignored", say.skipIgnored)
    .option("--stdin", say.stdin)
    .option("--stdin-name <PATH>", say.stdinName)
    .addOption(createRepoOption())
    .addOption(createList("--paths <GLOB>", say.paths))
    .addOption(createList("--exclude <GLOB>", say.exclude))
    .addOption(createIgnoreFileOption())
    .option("--write-baseline", say.writeBaseline);
}

/** Scans, reports, and sets the exit code. */
async function scan(words: readonly string[], flags: Flags, command: Command): Promise<void> {
  refuseUselessFlags(flags);
  const settings = readSettings(flags);
  requireAnswers(flags, stdin.isTTY);
  const target = await readScanTarget(words, flags, command);
  const { output, journal } = await openRunFiles(settings, flags);
  if (flags.writeBaseline) await requireBaseline(flags);
  const context = await createScanContext(settings, flags);
  const opened = await openTarget(target, context, listTyped(command));
  const report = await runScan(opened, settings, journal, flags);
  process.exitCode = await printReport(restrictReport(report, chooseDetail(settings)), flags, output);
  if (flags.writeBaseline) await addToBaseline(report, flags);
}

/** Opens what is scanned, and says what was probably meant where a range is none. */
async function openTarget(target: ScanTarget, context: ScanContext, typed: readonly string[]): Promise<OpenScanTarget> {
  const range = target.kind === "range" ? target.range : null;
  const explain = async () => {
    const { explainRange } = await import("./mistaken-range.ts");
    return range === null ? null : await explainRange(range, context, typed);
  };
  // Git would take the folder above for HEAD..HEAD.
  if (range === "..") throw await explain();
  return await openScanTarget(target, context).catch(async (error: unknown) => {
    throw (error instanceof UsageError ? await explain() : null) ?? error;
  });
}

/** Sees that the ignore file can be written, before anything is looked for. */
async function requireBaseline(flags: Flags): Promise<void> {
  const { requireIgnoreFile } = await import("../ignore-file/commands.ts");
  await requireIgnoreFile(createEditContext(flags));
}

/** Adds what was found to the ignore file. Keys that are left out of it still end with exit code 1. */
async function addToBaseline(report: Report, flags: Flags): Promise<void> {
  const { writeBaseline } = await import("../ignore-file/commands.ts");
  const lines = await writeBaseline(createEditContext(flags), report.findings);
  stderr.write(lines.map((line) => `${line}\n`).join(""));
}

/**
 * Reads what `scan` is to look at. `words` are a range, globs or a remote, as the flags say.
 *
 * @throws UsageError for words and flags that do not go together.
 */
async function readScanTarget(words: readonly string[], flags: Flags, command: Command): Promise<ScanTarget> {
  const kind = TARGET_FLAGS.find((name) => flags[name]);
  switch (kind) {
    case "stdin":
      refuseRange(kind, words);
      return { kind, stream: stdin, name: flags.stdinName || "stdin" };
    case "files":
      return { kind, globs: words, ignored: flags.skipIgnored !== true };
    case "pushed":
      if (words.length > 1) throw new UsageError(describeManyRemotes(words.length));
      if (stdin.isTTY) throw new UsageError(PUSHED_BY_HAND);
      return { kind, stream: stdin, remote: words[0] || null };
    case "staged":
    case "history":
      refuseRange(kind, words);
      return kind === "staged" ? { kind } : { kind, unreachable: flags.unreachable === true };
    case undefined:
      if (words.length > 1) {
        const { explainManyRanges } = await import("./mistaken-range.ts");
        throw await explainManyRanges(words, flags.repo || process.cwd(), listTyped(command));
      }
      return { kind: "range", range: words[0] ?? null };
    default:
      return kind satisfies never;
  }
}

/** All words that were typed after the program's name. */
function listTyped({ parent }: Command): readonly string[] {
  // Commander's types leave it out: https://github.com/tj/commander.js#properties
  return (parent as { rawArgs?: readonly string[] } | null)?.rawArgs ?? [];
}
