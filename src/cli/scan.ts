import { hostname, userInfo } from "node:os";
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
import { type Flags, valueOf } from "./flags.ts";
import { formatIn, print } from "./print.ts";
import { parseTarget } from "./target.ts";
import { progressBar } from "./terminal.ts";

const { env, stdout, stderr } = process;

/** `scan`: scans, prints the report, and sets the exit code. */
export async function scan(flags: Flags, words: readonly string[]): Promise<void> {
  const settings = readSettings(flags);
  const format = formatIn(flags);
  if (flags["write-baseline"] && !flags.history) {
    throw new UsageError("--write-baseline goes with --history: a baseline names all that was there before.");
  }
  const opened = await openScanTarget(parseTarget(flags, words), await createScanContext(flags, settings));
  const report = await runScan(opened, settings, flags);
  await print(restrictReport(report, chooseDetail(settings)), format, flags);
  process.exitCode = EXIT_CODES[concludeRun(report)];
  if (flags["write-baseline"]) await addToBaseline(report, flags);
}

/** Adds what was found to the ignore file. Keys that are left out of it still end with exit code 1. */
async function addToBaseline(report: Report, flags: Flags): Promise<void> {
  const { writeBaseline } = await import("../ignore-file/commands.ts");
  const { ignoreFileIn } = await import("./ignore.ts");
  const lines = await writeBaseline(ignoreFileIn(flags), report.findings);
  stderr.write(lines.map((line) => `${line}\n`).join(""));
}

/** How much the report shows: on a terminal everything, since whoever sits there may see it. */
export function chooseDetail({ detail }: Settings): Detail {
  return detail === "auto" ? (stdout.isTTY ? "full" : "minimal") : detail;
}

/** The settings from the flags; the Admin API key comes from the environment only. */
export function readSettings(flags: Flags): Settings {
  return parseSettings((name) => (name === "openai-admin-key" ? env["OPENAI_ADMIN_KEY"] : valueOf(flags, name)));
}

/** Where to scan, and which paths. */
export async function createScanContext(flags: Flags, { paths, exclude, ignoreFile }: Settings): Promise<ScanContext> {
  const repo = valueOf(flags, "repo") ?? process.cwd();
  return { repo, environment: env, paths, exclude, ignoreFile, progress: await progressBar(flags) };
}

/** Scans what was opened. From the first containment on, an interrupt lets the current key be finished. */
export async function runScan(
  { change, source, trusted }: OpenScanTarget,
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
    ignores: async () => trusted.ignore,
    otherVendors: flags.verbose === true,
    progress: await progressBar(flags),
    ...(flags.verbose && { onLookAlike: printLookAlike }),
    onContainment: () => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);
    },
    isCancelled: () => isCancelled,
  });
  return await scanChange(change, world, restrictPolicy(settings.policy, trusted));
}

/** Who runs this, for the audit file. */
function describeRun(): Readonly<Record<string, string>> {
  return { host: hostname(), user: userInfo().username, version: VERSION };
}

/** Reports on standard error what looked like a key and is none. */
function printLookAlike(what: string, where: string): void {
  stderr.write(`${escapePlain(where)}: ${what}\n`);
}
