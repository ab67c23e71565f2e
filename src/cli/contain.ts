import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { restrictReport } from "../domain/report.ts";
import { UsageError } from "../errors.ts";
import { CONTAIN_HELP, EXIT_CODES_OF, HEADINGS } from "../messages/command-line/help.ts";
import { describeKeysNotFound } from "../messages/command-line/notices.ts";
import {
  CONTAIN_WITHOUT_ACTION,
  describeUnknownApproved,
  describeUnreadableReport,
} from "../messages/errors/command-line/flags.ts";
import { getErrorCode } from "../output-files/open-errors.ts";
import { escapePlain } from "../report/escape.ts";
import { suggestNearest } from "../settings/nearest.ts";
import type { Settings } from "../settings/settings.ts";
import { openScanTarget, type ScanTarget } from "../targets/scan-target.ts";
import type { ApprovedReport } from "./approved-report.ts";
import { refuseUselessActions } from "./flag-conflicts.ts";
import { type Flags, readFlags } from "./flags.ts";
import { addHelpNotes } from "./help.ts";
import { addContainmentOptions, addReportOptions, createIgnoreFileOption, createRepoOption } from "./options.ts";
import { printReport } from "./print.ts";
import { chooseDetail, createScanContext, openRunFiles, readSettings, runScan } from "./run.ts";

/** Adds `contain REPORT`. */
export function addContain(program: Command): void {
  const { summary, description, examples } = CONTAIN_HELP;
  const command = program
    .command("contain")
    .summary(summary)
    .description(`${summary}\n\n${description}`)
    .usage("REPORT --on-leak WORD")
    .argument("<report>")
    .optionsGroup(HEADINGS.read)
    .addOption(createRepoOption())
    .addOption(createIgnoreFileOption());
  addContainmentOptions(command);
  addReportOptions(command);
  command.action(async (file: string) => await contain(file, readFlags(command)));
  addHelpNotes(command, {
    examples,
    variables: ["OPENAI_ADMIN_KEY", "NOTIFY_URL", "NO_COLOR", "HTTPS_PROXY"],
    exitCodes: EXIT_CODES_OF.scan,
  });
}

/**
 * Looks again at the change of a report, and contains those of its keys that are still ours, proven and unprotected. The
 * report grants nothing: it only says which keys a person has seen and approved.
 */
async function contain(file: string, flags: Flags): Promise<void> {
  if (flags.onLeak === undefined || flags.onLeak === "report") throw new UsageError(CONTAIN_WITHOUT_ACTION);
  refuseUselessActions(flags);
  const settings = readSettings(flags);
  const { parseApprovedReport } = await import("./approved-report.ts");
  const approved = parseApprovedReport(await readReport(file));
  const restricted = restrictToApproved(settings, approved);
  const { output, journal } = await openRunFiles(settings, flags);
  const opened = await openScanTarget(await chooseTarget(approved), await createScanContext(settings, flags));
  const report = await runScan(opened, restricted, journal, flags);
  const missing = [...approved.fingerprints].filter((approvedOne) =>
    report.findings.every(({ fingerprint }) => fingerprint !== approvedOne),
  );
  if (missing.length > 0) {
    process.stderr.write(`${describeKeysNotFound(missing.length, approved.fingerprints.size)}\n`);
  }
  const shown = restrictReport(report, chooseDetail(settings));
  process.exitCode = await printReport(shown, flags, output);
  if (settings.notify) await (await import("./send-news.ts")).sendNews(shown, settings);
}

/**
 * The settings, with only those keys approved that the report has and, where it was given, `--approved` too.
 *
 * @throws UsageError for a key of `--approved` that the report does not have.
 */
function restrictToApproved(settings: Settings, { fingerprints }: ApprovedReport): Settings {
  const { approved } = settings.policy;
  const unknown = [...(approved ?? [])].find((fingerprint) => !fingerprints.has(fingerprint));
  if (unknown !== undefined) {
    throw new UsageError(describeUnknownApproved(unknown, suggestNearest(unknown, [...fingerprints])));
  }
  return { ...settings, policy: { ...settings.policy, approved: approved ?? fingerprints, mustFindApproved: false } };
}

async function chooseTarget({ change }: ApprovedReport): Promise<ScanTarget> {
  switch (change.kind) {
    case "range":
      return { kind: "commits", base: change.base, head: change.head };
    case "staged":
      return { kind: "staged" };
    case "history":
      return { kind: "history", unreachable: change.unreachable };
    case "files":
      return { kind: "files", globs: change.globs, ignored: true };
    case "alerts":
      return await (await import("./alerts.ts")).readAlertTarget([change.of]);
    default:
      return change satisfies never;
  }
}

async function readReport(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new UsageError(describeUnreadableReport(escapePlain(file), getErrorCode(error)));
  }
}
