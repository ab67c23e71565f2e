import { readFile } from "node:fs/promises";
import { concludeRun, restrictReport } from "../domain/report.ts";
import { UsageError } from "../errors.ts";
import { EXIT_CODES } from "../exit.ts";
import type { Settings } from "../settings/settings.ts";
import { openScanTarget, type ScanTarget } from "../targets/scan-target.ts";
import { type Approved, approvedIn } from "./approved-report.ts";
import { type Flags, shownWord } from "./flags.ts";
import { formatIn, print } from "./print.ts";
import { aroundOf, detailIn, investigate, settingsOf } from "./scan.ts";

/**
 * `contain REPORT`: looks again at the change of a report, and contains those of its keys that are still ours, proven and
 * unprotected. The report grants nothing: it only says which keys a person has seen and approved.
 */
export async function contain(flags: Flags, words: readonly string[]): Promise<void> {
  const [file] = words;
  if (file === undefined || words.length > 1) {
    throw new UsageError(`contain takes the JSON report of a scan, and ${words.length} files were given.`);
  }
  const settings = settingsOf(flags);
  if (settings.policy.onLeak === "report") {
    throw new UsageError("contain needs to be told what to do: --on-leak quarantine, expire or revoke.");
  }
  const format = formatIn(flags);
  const approved = approvedIn(await textOf(file));
  const opened = await openScanTarget(placeOf(approved), await aroundOf(flags, settings));
  const report = await investigate(opened, narrowed(settings, approved), flags);
  const missed = [...approved.fingerprints].filter((one) =>
    report.findings.every(({ fingerprint }) => one !== fingerprint),
  );
  if (missed.length > 0) {
    process.stderr.write(
      `${missed.length} of the ${approved.fingerprints.size} keys in the report were not found again.\n`,
    );
  }
  await print(restrictReport(report, detailIn(settings)), format, flags);
  process.exitCode = EXIT_CODES[concludeRun(report)];
}

/** What was approved on the command line as well as in the report. */
function narrowed(settings: Settings, { fingerprints }: Approved): Settings {
  const { approved } = settings.policy;
  const both = new Set([...fingerprints].filter((one) => approved === null || approved.has(one)));
  return { ...settings, policy: { ...settings.policy, approved: both } };
}

function placeOf({ change }: Approved): ScanTarget {
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

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const { code = "it did not say why" } = error as NodeJS.ErrnoException;
    throw new UsageError(`The report ${shownWord(file)} cannot be read (${code}).`);
  }
}
