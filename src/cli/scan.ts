import type { Command } from "commander";
import { type Report, restrictReport } from "../domain/report.ts";
import { UsageError } from "../errors.ts";
import { openScanTarget, type ScanTarget } from "../targets/scan-target.ts";
import {
  addContainmentOptions,
  addReportOptions,
  createEditContext,
  createIgnoreFileOption,
  createList,
  createRepoOption,
  type Flags,
  quoteWord,
} from "./flags.ts";
import { addHelpNotes, EXIT_CODES_OF } from "./help.ts";
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

/** What can be scanned in place of a range of commits, by the flag for it. */
const ALTERNATIVES = ["staged", "pushed", "history", "files", "stdin"] as const;

/** Adds `scan`. */
export function addScan(program: Command): void {
  const summary = "Find OpenAI keys in what a change brings.";
  const command = program
    .command("scan")
    .summary(summary)
    .description(
      `${summary}\n\nRANGE is as git takes it: main..HEAD, main...HEAD, or main for main..HEAD. Without one, the commits are read that HEAD has and its upstream, or the default branch of the remote, has not.`,
    )
    .usage(USAGE.join("\n       openai-key-guard scan "))
    .argument("[range...]");
  addTargetOptions(command);
  addContainmentOptions(command);
  addReportOptions(command);
  command
    .option("--verbose", "Say as well what looked like a key and is none.")
    .action(async (words: readonly string[]) => await scan(words, command.optsWithGlobals<Flags>()));
  addHelpNotes(command, {
    examples: [
      ["scan main..HEAD", "what this branch adds to main"],
      ["scan --staged", "before a commit"],
      ["scan --history --write-baseline", "all there is, once; then pass over what is known"],
      ['scan --files "dist/**"', "what a build wrote, before it is deployed"],
      ["scan main..HEAD --on-leak revoke --dry-run", "what would be revoked"],
    ],
    variables: ["OPENAI_ADMIN_KEY", "NO_COLOR", "HTTPS_PROXY"],
    exitCodes: EXIT_CODES_OF.scan,
  });
}

function addTargetOptions(command: Command): void {
  command
    .optionsGroup("What is read:")
    .option("--staged", "What is staged for the next commit.")
    .option("--pushed", "What a push brings, as git tells its hooks pre-push and pre-receive on standard input.")
    .option("--history", "All commits of all branches and tags.")
    .option("--unreachable", "With --history: and what no branch and no tag leads to any more.")
    .option("--files", "Files on disk that match the globs, as they are now.")
    .option("--skip-ignored", "With --files: leave out what .gitignore hides.")
    .option("--stdin", "What comes on standard input.")
    .option("--stdin-name <PATH>", "With --stdin: what to call it.")
    .addOption(createRepoOption())
    .addOption(createList("--paths <GLOB>", "Look only at these paths."))
    .addOption(createList("--exclude <GLOB>", "Leave these paths out."))
    .addOption(createIgnoreFileOption())
    .option(
      "--write-baseline",
      "With --history: put what was found into the ignore file, but for keys of yours that work.",
    );
}

/** Scans, reports, and sets the exit code. */
async function scan(words: readonly string[], flags: Flags): Promise<void> {
  const settings = readSettings(flags);
  if (flags.writeBaseline && !flags.history) {
    throw new UsageError("--write-baseline goes with --history: a baseline names all that was there before.");
  }
  const target = readScanTarget(words, flags);
  const { output, journal } = await openRunFiles(settings, flags);
  if (flags.writeBaseline) await requireBaseline(flags);
  const opened = await openScanTarget(target, await createScanContext(settings, flags));
  const report = await runScan(opened, settings, journal, flags);
  process.exitCode = await printReport(restrictReport(report, chooseDetail(settings)), flags, output);
  if (flags.writeBaseline) await addToBaseline(report, flags);
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
function readScanTarget(words: readonly string[], flags: Flags): ScanTarget {
  const kinds = ALTERNATIVES.filter((name) => flags[name]);
  const [kind] = kinds;
  if (kinds.length > 1) throw new UsageError(`--${kinds.join(" and --")} exclude each other; choose one.`);
  switch (kind) {
    case "stdin":
      return { kind, stream: stdin, name: flags.stdinName || "stdin" };
    case "files":
      return { kind, globs: words, ignored: flags.skipIgnored !== true };
    case "pushed":
      if (words.length > 1) throw new UsageError(`--pushed takes one remote, and ${words.length} were given.`);
      if (stdin.isTTY)
        throw new UsageError(
          "--pushed is for hooks of git, which tell it what is pushed; see openai-key-guard hook install.",
        );
      return { kind, stream: stdin, remote: words[0] || null };
    case "staged":
    case "history":
      if (words.length > 0) throw new UsageError(`--${kind} takes no range; ${quoteWord(words[0])} was given.`);
      return kind === "staged" ? { kind } : { kind, unreachable: flags.unreachable === true };
    case undefined:
      if (words.length > 1)
        throw new UsageError(`scan takes one range, and ${words.length} were given; try main..HEAD.`);
      return { kind: "range", range: words[0] ?? null };
    default:
      return kind satisfies never;
  }
}
