import { hostname, userInfo } from "node:os";
import type { Command } from "commander";
import { concludeRun, type Detail, type Report, restrictReport } from "../domain/report.ts";
import { UsageError } from "../errors.ts";
import { EXIT_CODES } from "../exit.ts";
import { escapePlain } from "../report/escape.ts";
import { scanChange } from "../scan/scan.ts";
import { createWorld } from "../scan/world.ts";
import { parseSettings, type Settings } from "../settings/settings.ts";
import { restrictPolicy } from "../targets/base-policy.ts";
import { type OpenScanTarget, openScanTarget, type ScanContext } from "../targets/scan-target.ts";
import { VERSION } from "../version.ts";
import { addHelpNotes, EXIT_CODES_OF } from "./help.ts";
import {
  addContainmentOptions,
  addReportOptions,
  createEditContext,
  createIgnoreFileOption,
  createList,
  createRepoOption,
  createSettingReader,
  type Flags,
} from "./options.ts";
import { printReport } from "./print.ts";
import { readScanTarget } from "./target.ts";
import { createProgressBar } from "./terminal.ts";

const { env, stdout, stderr } = process;

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
    .argument("[range...]")
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

const USAGE = [
  "[RANGE]",
  "--staged",
  "--pushed [REMOTE]",
  "--history [--unreachable] [--write-baseline]",
  "--files [--skip-ignored] [GLOB …]",
  "--stdin [--stdin-name PATH]",
];

/** Scans, reports, and sets the exit code. */
async function scan(words: readonly string[], flags: Flags): Promise<void> {
  const settings = readSettings(flags);
  if (flags.writeBaseline && !flags.history) {
    throw new UsageError("--write-baseline goes with --history: a baseline names all that was there before.");
  }
  const opened = await openScanTarget(readScanTarget(words, flags), await createScanContext(settings, flags));
  const report = await runScan(opened, settings, flags);
  await printReport(restrictReport(report, chooseDetail(settings)), flags);
  process.exitCode = EXIT_CODES[concludeRun(report)];
  if (flags.writeBaseline) await addToBaseline(report, flags);
}

/** Adds what was found to the ignore file. Keys that are left out of it still end with exit code 1. */
async function addToBaseline(report: Report, flags: Flags): Promise<void> {
  const { writeBaseline } = await import("../ignore-file/commands.ts");
  const lines = await writeBaseline(createEditContext(flags), report.findings);
  stderr.write(lines.map((line) => `${line}\n`).join(""));
}

/** How much the report shows: on a terminal everything, since whoever sits there may see it. */
export function chooseDetail({ detail }: Settings): Detail {
  return detail === "auto" ? (stdout.isTTY ? "full" : "minimal") : detail;
}

/** Reads the settings from flags and the environment. */
export function readSettings(flags: Flags): Settings {
  return parseSettings(createSettingReader(flags));
}

/** Where to scan, and which paths. */
export async function createScanContext(settings: Settings, flags: Flags): Promise<ScanContext> {
  const { repo = process.cwd() } = flags;
  const { paths, exclude, ignoreFile } = settings;
  return { repo, environment: env, paths, exclude, ignoreFile, progress: await createProgressBar(flags) };
}

/** Scans what was opened. From the first containment on, an interrupt lets the current key be finished. */
export async function runScan(
  { change, source, basePolicy }: OpenScanTarget,
  settings: Settings,
  flags: Flags,
): Promise<Report> {
  let isCancelled = false;
  const stop = () => {
    if (isCancelled) process.exit(EXIT_CODES.incomplete);
    isCancelled = true;
    stderr.write("Interrupted: the key in hand is finished, and no other is begun.\n");
  };
  const world = await createWorld({
    source,
    settings,
    environment: env,
    run: describeRun(),
    ignores: async () => basePolicy.ignore,
    otherVendors: flags.verbose === true,
    progress: await createProgressBar(flags),
    ...(flags.verbose && { onLookAlike: printLookAlike }),
    onContainment: () => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);
    },
    isCancelled: () => isCancelled,
  });
  return await scanChange(change, world, restrictPolicy(settings.policy, basePolicy));
}

/** Who runs this, for the audit file. */
function describeRun(): Readonly<Record<string, string>> {
  return { host: hostname(), user: userInfo().username, version: VERSION };
}

/** Reports on standard error what looked like a key and is none. */
function printLookAlike(what: string, where: string): void {
  stderr.write(`${escapePlain(where)}: ${what}\n`);
}
