import { hostname, userInfo } from "node:os";
import { createDetector } from "../detect/detect.ts";
import { createSample } from "../detect/sample.ts";
import { NO_JOURNAL } from "../domain/journal.ts";
import { createLazyRegistry } from "../domain/registry.ts";
import { concludeRun, type Detail, type Report, restrictReport } from "../domain/report.ts";
import { UsageError } from "../errors.ts";
import { EXIT_CODES } from "../exit.ts";
import { escapePlain } from "../report/escape.ts";
import { scanChange } from "../scan/scan.ts";
import { parseSettings, type Settings } from "../settings/settings.ts";
import { restrictPolicy } from "../targets/base-policy.ts";
import { type OpenScanTarget, openScanTarget, type ScanContext } from "../targets/scan-target.ts";
import { VERSION } from "../version.ts";
import { type Flags, valueOf } from "./flags.ts";
import { formatIn, print } from "./print.ts";
import { placeIn } from "./target.ts";
import { progressBar } from "./terminal.ts";

const { env, stdout, stderr } = process;

/** `scan`: looks, tells, and sets the exit code. */
export async function scan(flags: Flags, words: readonly string[]): Promise<void> {
  const settings = settingsOf(flags);
  const format = formatIn(flags);
  if (flags["write-baseline"] && !flags.history) {
    throw new UsageError("--write-baseline goes with --history: a baseline names all that was there before.");
  }
  const opened = await openScanTarget(placeIn(flags, words), await aroundOf(flags, settings));
  const report = await investigate(opened, settings, flags);
  await print(restrictReport(report, detailIn(settings)), format, flags);
  process.exitCode = EXIT_CODES[concludeRun(report)];
  if (flags["write-baseline"]) await baseline(report, flags);
}

/** Puts what was found into the ignore file. What is left out of it still ends with exit code 1. */
async function baseline(report: Report, flags: Flags): Promise<void> {
  const { writeBaseline } = await import("../ignore-file/commands.ts");
  const { ignoreFileIn } = await import("./ignore.ts");
  const lines = await writeBaseline(ignoreFileIn(flags), report.findings);
  stderr.write(lines.map((line) => `${line}\n`).join(""));
}

/** How much is shown: on a terminal all of it, since whoever sits there may see it. */
export function detailIn({ detail }: Settings): Detail {
  return detail === "auto" ? (stdout.isTTY ? "full" : "minimal") : detail;
}

/** The settings, from the flags; the Admin API key comes from the environment alone. */
export function settingsOf(flags: Flags): Settings {
  return parseSettings((name) => (name === "openai-admin-key" ? env["OPENAI_ADMIN_KEY"] : valueOf(flags, name)));
}

/** Where to look, and at which paths. */
export async function aroundOf(flags: Flags, { paths, exclude, ignoreFile }: Settings): Promise<ScanContext> {
  const repo = valueOf(flags, "repo") ?? process.cwd();
  return { repo, environment: env, paths, exclude, ignoreFile, progress: await progressBar(flags) };
}

/** The run over what was opened. Once a key is being contained, an interrupt lets it be finished. */
export async function investigate(
  { change, source, trusted }: OpenScanTarget,
  settings: Settings,
  flags: Flags,
): Promise<Report> {
  const now = () => new Date();
  const { auditFile: file } = settings;
  let isCancelled = false;
  const stop = () => {
    if (isCancelled) process.exit(EXIT_CODES.incomplete);
    isCancelled = true;
    stderr.write("Interrupted: the key in hand is finished, and no other is begun.\n");
  };
  const world = {
    source,
    detect: createDetector({ strangers: flags.verbose === true }),
    registry: createLazyRegistry(async () => {
      // Node has proxies for its fetch from version 24 on; where there are none of them, nothing changes.
      (await import("node:http")).setGlobalProxyFromEnv?.(env);
      return (await import("../openai/registry.ts")).createRegistry(settings, {
        now,
        progress: await progressBar(flags),
        cancelled: () => isCancelled,
      });
    }),
    journal:
      file === null ? NO_JOURNAL : await (await import("../journal/journal.ts")).openJournal({ file, run: thisRun() }),
    ignores: async () => trusted.ignore,
    memory: async () => new Set<string>(),
    found: () => {},
    noticed: flags.verbose ? notice : () => {},
    sample: createSample,
    committed: () => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);
    },
    cancelled: () => isCancelled,
    now,
  };
  return await scanChange(change, world, restrictPolicy(settings.policy, trusted));
}

/** Who runs this, for the audit file. */
function thisRun(): Readonly<Record<string, string>> {
  return { host: hostname(), user: userInfo().username, version: VERSION };
}

/** Says on the side what looked like a key and is none. */
function notice(what: string, where: string): void {
  stderr.write(`${escapePlain(where)}: ${what}\n`);
}
