import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { restrictReport } from "../domain/report.ts";
import { UsageError } from "../errors.ts";
import { suggestNearest } from "../settings/nearest.ts";
import type { Settings } from "../settings/settings.ts";
import { openScanTarget, type ScanTarget } from "../targets/scan-target.ts";
import type { ApprovedReport } from "./approved-report.ts";
import {
  addContainmentOptions,
  addReportOptions,
  createIgnoreFileOption,
  createRepoOption,
  type Flags,
  quoteWord,
} from "./flags.ts";
import { addHelpNotes, EXIT_CODES_OF } from "./help.ts";
import { printReport } from "./print.ts";
import { chooseDetail, createScanContext, openRunFiles, readSettings, runScan } from "./run.ts";

/** Adds `contain REPORT`. */
export function addContain(program: Command): void {
  const summary = "Do what a report says could be done.";
  const command = program
    .command("contain")
    .summary(summary)
    .description(
      `${summary}\n\nREPORT is a report in JSON, from scan --format json. It holds no key: the keys are found again where it saw them, identified and tried anew, and only then contained.`,
    )
    .usage("REPORT --on-leak WORD")
    .argument("<report>")
    .optionsGroup("What is read:")
    .addOption(createRepoOption())
    .addOption(createIgnoreFileOption());
  addContainmentOptions(command);
  addReportOptions(command);
  command.action(async (file: string) => await contain(file, command.optsWithGlobals<Flags>()));
  addHelpNotes(command, {
    examples: [
      ["contain report.json --on-leak revoke", "revoke the keys of a report"],
      ["contain report.json --on-leak expire --grace 2h", "let them work for two hours more"],
      ["contain report.json --on-leak revoke --approved 0123456789abcdef", "this one alone"],
    ],
    variables: ["OPENAI_ADMIN_KEY", "NO_COLOR", "HTTPS_PROXY"],
    exitCodes: EXIT_CODES_OF.scan,
  });
}

/**
 * Looks again at the change of a report, and contains those of its keys that are still ours, proven and unprotected. The
 * report grants nothing: it only says which keys a person has seen and approved.
 */
async function contain(file: string, flags: Flags): Promise<void> {
  const settings = readSettings(flags);
  if (settings.policy.onLeak === "report") {
    throw new UsageError("contain needs to be told what to do: --on-leak quarantine, expire or revoke.");
  }
  const { parseApprovedReport } = await import("./approved-report.ts");
  const approved = parseApprovedReport(await readReport(file));
  const restricted = restrictToApproved(settings, approved);
  const { output, journal } = await openRunFiles(settings, flags);
  const opened = await openScanTarget(chooseTarget(approved), await createScanContext(settings, flags));
  const report = await runScan(opened, restricted, journal, flags);
  const missing = [...approved.fingerprints].filter((approvedOne) =>
    report.findings.every(({ fingerprint }) => fingerprint !== approvedOne),
  );
  if (missing.length > 0) {
    process.stderr.write(
      `${missing.length} of the ${approved.fingerprints.size} keys in the report were not found again.\n`,
    );
  }
  process.exitCode = await printReport(restrictReport(report, chooseDetail(settings)), flags, output);
}

/**
 * The settings, with only those keys approved that the report has and, where it was given, `--approved` too.
 *
 * @throws UsageError for a key of `--approved` that the report does not have.
 */
function restrictToApproved(settings: Settings, { fingerprints }: ApprovedReport): Settings {
  const { approved } = settings.policy;
  const foreign = [...(approved ?? [])].find((fingerprint) => !fingerprints.has(fingerprint));
  if (foreign !== undefined) {
    throw new UsageError(
      `approved has ${foreign}, which the report does not have.${suggestNearest(foreign, [...fingerprints])}`,
    );
  }
  return { ...settings, policy: { ...settings.policy, approved: approved ?? fingerprints, mustFindApproved: false } };
}

function chooseTarget({ change }: ApprovedReport): ScanTarget {
  switch (change.kind) {
    case "range":
      return { kind: "commits", base: change.base, head: change.head };
    case "staged":
      return { kind: "staged" };
    case "history":
      return { kind: "history", unreachable: change.unreachable };
    case "files":
      return { kind: "files", globs: change.globs, ignored: true };
    default:
      return change satisfies never;
  }
}

async function readReport(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const { code = "it did not say why" } = error as NodeJS.ErrnoException;
    throw new UsageError(`The report ${quoteWord(file)} cannot be read (${code}).`);
  }
}
