import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import { SYSTEM_CLOCK } from "../domain/clock.ts";
import type { PlannedAct } from "../domain/decision.ts";
import type { Journal } from "../domain/journal.ts";
import type { Outcome } from "../domain/outcome.ts";
import { UsageError } from "../errors.ts";
import {
  describeAuditWithoutKey,
  describeUnnamedPolicy,
  describeUnreadableDefaultPolicy,
  describeUnreadablePolicy,
  describeUselessWithoutFix,
} from "../messages/errors/command-line/audit.ts";
import { findCheckout } from "../output-files/links.ts";
import { getErrorCode } from "../output-files/open-errors.ts";
import { escapePlain } from "../report/escape.ts";
import { describeFix } from "../report/wording/audit/finding.ts";
import { openRegistry } from "../scan/world.ts";
import { type AuditFixes, parseFixes } from "../settings/audit-fixes.ts";
import type { Settings } from "../settings/settings.ts";
import { parseLines, quoteValue } from "../settings/values.ts";
import { AUDIT_FORMATS, type AuditFlags, FAIL_LEVELS, POLICY_FILE } from "./audit-flags.ts";
import { createConfirmation, describePlanned, namePlace } from "./confirmation.ts";
import type { Flags } from "./flags.ts";
import { printAudit } from "./print-audit.ts";
import { chooseDetail, createInterruption, openRunFiles, readSettings } from "./run.ts";
import { createProgressBar } from "./terminal.ts";

const { env, stderr } = process;

/** Audits, reports, and sets the exit code. */
export async function runTypedAudit({
  failOn = FAIL_LEVELS[0],
  format = AUDIT_FORMATS[0],
  ...flags
}: AuditFlags): Promise<void> {
  const settings = readSettings(flags);
  const { adminKey } = settings;
  if (adminKey === null) throw new UsageError(describeAuditWithoutKey("OPENAI_ADMIN_KEY"));
  const fixes = parseFixes("--fix", flags.fix ?? "");
  if (fixes.size === 0) refuseIdleFlags(flags);
  const policy = await readPolicy(flags, fixes);
  const rails = fixes.size === 0 ? settings.policy : await addProtection(settings, flags);
  const { readAuditedKeysFile, addKeptSecrets } = await import("./kept-secrets.ts");
  const keysFile = await readAuditedKeysFile(settings.keysFile, flags);
  const { output, journal } = await openRunFiles(settings, flags);
  const { runAudit } = await import("../audit-run/audit-run.ts");
  const request = { policy, fixes, rails, adminKey, failOn, projects: parseLines(flags.project ?? "") };
  const world = await createAuditWorld(settings, journal, flags);
  const audited = await runAudit(request, world, { fix: "--fix", project: "--project" });
  const report = await addKeptSecrets(audited, keysFile, flags);
  process.exitCode = await printAudit(report, { format, detail: chooseDetail(settings), flags, output });
}

/** `--yes` and `--dry-run` promise that something is done. Those that only hold back are let pass. */
function refuseIdleFlags({ yes, dryRun }: AuditFlags): void {
  if (dryRun) throw new UsageError(describeUselessWithoutFix("--dry-run"));
  if (yes) throw new UsageError(describeUselessWithoutFix("--yes"));
}

/**
 * Reads the policy: the file that was named, or that of the work tree. A change may have brought the latter, so that it
 * decides about no act on a key.
 */
async function readPolicy({ policy: named, repo }: AuditFlags, fixes: AuditFixes) {
  const { DEFAULT_AUDIT_POLICY } = await import("../audit/policy/policy.ts");
  if (named !== undefined) {
    const bytes = await readFile(named).catch((error: unknown) => {
      throw new UsageError(describeUnreadablePolicy("--policy", quoteValue(named), getErrorCode(error)));
    });
    return await parsePolicy(bytes, named);
  }
  const top = await findCheckout(repo || ".");
  if (top === null) return DEFAULT_AUDIT_POLICY;
  const bytes = await readOwnFile(join(top, POLICY_FILE));
  if (bytes === null) return DEFAULT_AUDIT_POLICY;
  if (fixes.size > 0) throw new UsageError(describeUnnamedPolicy(POLICY_FILE));
  return await parsePolicy(bytes, POLICY_FILE);
}

/** A file of the work tree; null where there is none. No link is followed: it may lead anywhere. */
async function readOwnFile(file: string): Promise<Buffer | null> {
  try {
    const found = await lstat(file);
    if (!found.isFile()) throw Object.assign(new Error("no regular file"), { code: "EFTYPE" });
    return await readFile(file);
  } catch (error) {
    const code = getErrorCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw new UsageError(describeUnreadableDefaultPolicy(POLICY_FILE, code));
  }
}

async function parsePolicy(bytes: Buffer, file: string) {
  const [{ decodeText }, { parseAuditPolicy }] = await Promise.all([
    import("../ignore-file/base-rules.ts"),
    import("../audit/policy/parse.ts"),
  ]);
  const name = escapePlain(file);
  return parseAuditPolicy(decodeText(bytes, name), name);
}

/** The rails of the flags, with what the ignore file protects. Where nobody can tell what that is, nothing is done. */
async function addProtection({ policy, ignoreFile }: Settings, { repo }: AuditFlags): Promise<Settings["policy"]> {
  const { readProtection } = await import("../audit-run/protection.ts");
  const protect = await readProtection({ repo: repo || process.cwd(), environment: env }, ignoreFile);
  return { ...policy, protect: [...policy.protect, ...protect] };
}

async function createAuditWorld(settings: Settings, journal: Journal, flags: AuditFlags) {
  const interruption = createInterruption();
  const detail = chooseDetail(settings);
  const clock = SYSTEM_CLOCK;
  const progress = await createProgressBar(flags as Flags);
  const say = (line: string) => {
    stderr.write(`${escapePlain(line)}\n`);
  };
  return {
    registry: openRegistry({ settings, environment: env, progress }, { clock, ...interruption }),
    journal,
    clock,
    ...interruption,
    confirm: createConfirmation(flags as Flags),
    onPlanned: (acts: readonly PlannedAct[]) => describePlanned(acts, detail).forEach(say),
    onFixed: ({ act }: PlannedAct, outcome: Outcome) =>
      say(`${namePlace(act, detail)}: ${describeFix({ decision: act, outcome }, clock.now())}`),
  };
}
