import { readFile } from "node:fs/promises";
import { concludeRun, restrictReport } from "../domain/report.ts";
import { UsageError } from "../errors.ts";
import { EXIT_CODES } from "../exit.ts";
import type { Settings } from "../settings/settings.ts";
import { openScanTarget, type ScanTarget } from "../targets/scan-target.ts";
import { type ApprovedReport, parseApprovedReport } from "./approved-report.ts";
import { type Flags, shownWord } from "./flags.ts";
import { formatIn, print } from "./print.ts";
import { chooseDetail, createScanContext, readSettings, runScan } from "./scan.ts";

/**
 * `contain REPORT`: scans the change of a report again, and contains those of its keys that are still ours, proven and
 * unprotected. The report grants nothing: it only says which keys a person has seen and approved.
 */
export async function contain(flags: Flags, words: readonly string[]): Promise<void> {
  const [file] = words;
  if (file === undefined || words.length > 1) {
    throw new UsageError(`contain takes the JSON report of a scan, and ${words.length} files were given.`);
  }
  const settings = readSettings(flags);
  if (settings.policy.onLeak === "report") {
    throw new UsageError("contain needs to be told what to do: --on-leak quarantine, expire or revoke.");
  }
  const format = formatIn(flags);
  const approved = parseApprovedReport(await readReport(file));
  const opened = await openScanTarget(chooseTarget(approved), await createScanContext(flags, settings));
  const report = await runScan(opened, restrictToApproved(settings, approved), flags);
  const missed = [...approved.fingerprints].filter((one) =>
    report.findings.every(({ fingerprint }) => one !== fingerprint),
  );
  if (missed.length > 0) {
    process.stderr.write(
      `${missed.length} of the ${approved.fingerprints.size} keys in the report were not found again.\n`,
    );
  }
  await print(restrictReport(report, chooseDetail(settings)), format, flags);
  process.exitCode = EXIT_CODES[concludeRun(report)];
}

/** The settings, with only those keys approved that the report has and, where it was given, `--approved` too. */
function restrictToApproved(settings: Settings, { fingerprints }: ApprovedReport): Settings {
  const { approved } = settings.policy;
  const both = new Set([...fingerprints].filter((one) => approved === null || approved.has(one)));
  return { ...settings, policy: { ...settings.policy, approved: both } };
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
    throw new UsageError(`The report ${shownWord(file)} cannot be read (${code}).`);
  }
}
