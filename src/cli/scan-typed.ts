import { type Report, restrictReport } from "../domain/report.ts";
import { UsageError } from "../errors.ts";
import { EXIT_CODES } from "../exit.ts";
import { describeManyRemotes, PUSHED_BY_HAND } from "../messages/errors/command-line/flags.ts";
import { type OpenScanTarget, openScanTarget, type ScanContext, type ScanTarget } from "../targets/scan-target.ts";
import { refuseRange, refuseUselessFlags, requireAnswers, TARGET_FLAGS } from "./flag-conflicts.ts";
import { createEditContext, type Flags } from "./flags.ts";
import { printReport } from "./print.ts";
import { chooseDetail, createScanContext, openRunFiles, readSettings, runScan } from "./run.ts";

const { stderr } = process;

/** A scan as it was typed: the words that are no flags, the flags, and everything after the program's name. */
export type TypedScan = { words: readonly string[]; flags: Flags; typed: readonly string[] };

/** Scans, reports, and sets the exit code. */
export async function scanTyped({ words, flags, typed }: TypedScan): Promise<void> {
  refuseUselessFlags(flags);
  const settings = readSettings(flags);
  requireAnswers(flags, () => process.stdin.isTTY);
  const target = await readScanTarget({ words, flags, typed });
  const { output, proof, journal } = await openRunFiles(settings, flags);
  if (flags.writeBaseline) await requireBaseline(flags);
  const context = await createScanContext(settings, flags);
  const opened = await openTarget(target, context, typed);
  const report = await runScan(opened, settings, journal, flags);
  const shown = restrictReport(report, chooseDetail(settings));
  process.exitCode = await printReport(shown, flags, output);
  if (settings.closeAlerts)
    await (await import("./alerts.ts")).resolveDeadAlerts(opened, report, settings.policy.dryRun);
  if (proof) await proveScan(report, proof, settings, opened);
  if (settings.notify) await (await import("./send-news.ts")).sendNews(shown, settings);
  if (flags.writeBaseline) await addToBaseline(report, flags);
}

/** Writes the proof of a scan. A run that was asked for one and has none did not do what it was asked for. */
async function proveScan(...proving: Parameters<typeof import("./write-proof.ts").writeProof>): Promise<void> {
  const { writeProof } = await import("./write-proof.ts");
  if (!(await writeProof(...proving))) process.exitCode = EXIT_CODES.incomplete;
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
async function readScanTarget({ words, flags, typed }: TypedScan): Promise<ScanTarget> {
  const kind = TARGET_FLAGS.find((name) => flags[name]);
  switch (kind) {
    case "stdin":
      refuseRange(kind, words);
      return { kind, stream: process.stdin, name: flags.stdinName || "stdin", format: flags.formatIn ?? "auto" };
    case "alerts":
      return await (await import("./alerts.ts")).readAlertTarget(words);
    case "files":
      return { kind, globs: words, ignored: flags.skipIgnored !== true };
    case "pushed":
      if (words.length > 1) throw new UsageError(describeManyRemotes(words.length));
      if (process.stdin.isTTY) throw new UsageError(PUSHED_BY_HAND);
      return { kind, stream: process.stdin, remote: words[0] || null };
    case "staged":
    case "history":
      refuseRange(kind, words);
      return kind === "staged" ? { kind } : { kind, unreachable: flags.unreachable === true };
    case undefined:
      if (words.length > 1) {
        const { explainManyRanges } = await import("./mistaken-range.ts");
        throw await explainManyRanges(words, flags.repo || process.cwd(), typed);
      }
      return { kind: "range", range: words[0] ?? null };
    default:
      return kind satisfies never;
  }
}
