import { hostname, userInfo } from "node:os";
import type { Change } from "../domain/change.ts";
import { SYSTEM_CLOCK } from "../domain/clock.ts";
import { type Journal, NO_JOURNAL } from "../domain/journal.ts";
import type { Detail, Report } from "../domain/report.ts";
import { EXIT_CODES } from "../exit.ts";
import { INTERRUPTED } from "../messages/command-line/notices.ts";
import { findCheckout } from "../output-files/links.ts";
import { identifyOutput, OutputFile, refuseSameFile } from "../output-files/output-file.ts";
import { escapePlain } from "../report/escape.ts";
import { scanChange } from "../scan/scan.ts";
import { createWorld, openAuditJournal, type World } from "../scan/world.ts";
import { parseSettings, type SettingName, type Settings } from "../settings/settings.ts";
import { restrictPolicy } from "../targets/base-policy.ts";
import type { OpenScanTarget, ScanContext } from "../targets/scan-target.ts";
import { VERSION } from "../version.ts";
import { createConfirmation } from "./confirmation.ts";
import type { Flags } from "./flags.ts";
import { createProgressBar } from "./terminal.ts";

// What `scan` and `contain` share: from flags to a report.

const { env, stdout, stderr } = process;

/** How much the report shows: on a terminal everything, since its user may see it. */
export function chooseDetail({ detail }: Settings): Detail {
  return detail === "auto" ? (stdout.isTTY ? "full" : "minimal") : detail;
}

/** Settings that are secrets: they come from the environment alone, since everyone on the machine can read flags. */
const VARIABLES: Readonly<Partial<Record<SettingName, string>>> = {
  "openai-admin-key": "OPENAI_ADMIN_KEY",
  "notify-url": "NOTIFY_URL",
  "secrets-token": "GITHUB_SECRETS_TOKEN",
};

/** Reads the settings from flags and variables. */
export function readSettings(flags: Flags): Settings {
  const values: Readonly<Record<string, unknown>> = flags;
  const read = (name: SettingName) => {
    const variable = VARIABLES[name];
    if (variable !== undefined) return env[variable];
    const value = values[name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())];
    return value === undefined ? undefined : String(value);
  };
  return parseSettings(read, { nameSetting: nameFlag });
}

/** What the command line calls a setting. */
export function nameFlag(name: SettingName): string {
  return VARIABLES[name] ?? `--${name}`;
}

/** Where to scan, and which paths. */
export async function createScanContext(settings: Settings, flags: Flags): Promise<ScanContext> {
  const repo = flags.repo || process.cwd();
  const { paths, exclude, ignoreFile } = settings;
  return {
    repo,
    environment: env,
    paths,
    pathsName: "--paths",
    exclude,
    ignoreFile,
    otherVendors: flags.verbose === true,
    progress: await createProgressBar(flags),
  };
}

/** Where a run writes. */
export type RunFiles = { output: OutputFile | null; proof: OutputFile | null; journal: Journal };

/**
 * Opens everything that a run is to write, before anything is asked or done.
 *
 * @throws UsageError where something cannot be written.
 */
export async function openRunFiles({ auditFile, proofFile }: Settings, flags: Flags): Promise<RunFiles> {
  const { output: file } = flags;
  if (auditFile === null && proofFile === null && !file?.trim()) {
    return { output: null, proof: null, journal: NO_JOURNAL };
  }
  const checkouts = await listCheckouts(flags);
  const audit = { name: nameFlag("audit-file"), run: describeRun(), clock: SYSTEM_CLOCK, checkouts };
  const journal = await openAuditJournal(auditFile, audit);
  const openAt = async (name: string, path: string) => await OutputFile.open({ name, file: path }, checkouts);
  const output = file?.trim() ? await openAt("--output", file) : null;
  const proof = proofFile === null ? null : await openAt(nameFlag("proof-file"), proofFile);
  const written =
    auditFile === null ? null : await identifyOutput({ name: nameFlag("audit-file"), file: auditFile }, checkouts);
  refuseSameFile([written, output, proof].filter((one) => one !== null));
  return { output, proof, journal };
}

/** What a change may have filled: the checkout that is looked at, or the folder of the files, and the checkout we stand in. */
async function listCheckouts({ repo, stdin }: Flags): Promise<readonly string[]> {
  const folder = repo || ".";
  const [scanned, current] = await Promise.all([findCheckout(folder), findCheckout(".")]);
  return [scanned ?? (stdin ? null : folder), current].filter((top) => top !== null);
}

/** Scans what was opened. From the first containment on, an interrupt lets the current key be finished. */
export async function runScan(
  { change, source, basePolicy }: OpenScanTarget,
  settings: Settings,
  journal: Journal,
  flags: Flags,
): Promise<Report> {
  const policy = restrictPolicy(settings.policy, basePolicy);
  const interruption = createInterruption();
  const world = createWorld({
    source,
    settings,
    ownsProcess: true,
    environment: env,
    journal,
    ignores: async () => basePolicy,
    ...(await openReplacement({ change, settings: { ...settings, policy }, flags })),
    otherVendors: flags.verbose === true,
    progress: await createProgressBar(flags),
    ...(flags.verbose && { onLookAlike: printLookAlike }),
    confirm: createConfirmation(flags),
    ...interruption,
  });
  return await scanChange(change, world, policy);
}

/** How leaked keys are replaced where they are kept, with `--on-leak rotate`. What that takes is loaded when it is needed. */
async function openReplacement({
  change,
  settings,
  flags,
}: {
  change: Change;
  settings: Settings;
  flags: Flags;
}): Promise<Pick<World, "keysFile" | "replaceKey">> {
  const location = { repo: flags.repo || process.cwd(), environment: env };
  const keysFile = async () => {
    const { readLocalBaseKeys } = await import("../targets/base-keys.ts");
    return await readLocalBaseKeys(change, location, settings);
  };
  if (settings.policy.onLeak !== "rotate") return { keysFile, replaceKey: null };
  const { openKeyReplacer } = await import("../rotate/connection.ts");
  const replaceKey = openKeyReplacer({
    settings,
    environment: env,
    clock: SYSTEM_CLOCK,
    apiUrl: env["GITHUB_API_URL"] || "https://api.github.com",
    checkouts: await listCheckouts(flags),
    onKeyCreated: () => {},
  });
  return { keysFile, replaceKey };
}

/** From the first containment on, an interrupt lets the current key be finished; the second one ends the run. `notice` says so. */
export function createInterruption(notice: string = INTERRUPTED): Pick<World, "onContainment" | "isCancelled"> {
  let isCancelled = false;
  const stop = () => {
    if (isCancelled) process.exit(EXIT_CODES.incomplete);
    isCancelled = true;
    stderr.write(`${notice}\n`);
  };
  return {
    onContainment: () => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);
    },
    isCancelled: () => isCancelled,
  };
}

/** Who runs this, for the audit file. */
export function describeRun(): Readonly<Record<string, string>> {
  const host = tryToRead(hostname);
  return { ...(host && { host }), ...nameUser(), version: VERSION };
}

/** A container that was started with a number for a user has no entry for it in /etc/passwd, and the system then throws. */
function nameUser(): Readonly<Record<string, string>> {
  const user = tryToRead(() => userInfo().username) || env["USER"] || env["LOGNAME"] || env["USERNAME"];
  const id = process.getuid?.();
  return user ? { user } : id === undefined ? {} : { user: `uid ${id}` };
}

function tryToRead(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Reports on standard error what looked like a key and is none. */
function printLookAlike(what: string, where: string): void {
  stderr.write(`${escapePlain(where)}: ${what}\n`);
}
