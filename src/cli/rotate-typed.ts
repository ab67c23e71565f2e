import { type KeysFile, NO_KEYS_FILE } from "../domain/keys-file.ts";
import { UsageError } from "../errors.ts";
import { describeMissingKeysFile, describeRotationWithoutKey } from "../messages/errors/rotation/rotate.ts";
import { describeKeysFileRead } from "../messages/rotation/progress.ts";
import { escapePlain } from "../report/escape.ts";
import { parseRotationChoices, type RotationChoices } from "../settings/rotation/choices.ts";
import type { Settings } from "../settings/settings.ts";
import type { Flags } from "./flags.ts";
import { printRotation } from "./print-rotation.ts";
import { ROTATION_FORMATS, type RotateFlags } from "./rotate-flags.ts";
import { chooseDetail, openRunFiles, readSettings } from "./run.ts";
import { formatCommand } from "./typed-words.ts";

const { env, stderr } = process;

/** Rotates keys, reports, and sets the exit code. */
export async function rotateTyped(
  keys: readonly string[],
  { format = ROTATION_FORMATS[0], ...flags }: RotateFlags,
): Promise<void> {
  const settings = readSettings(flags);
  const { adminKey } = settings;
  if (adminKey === null) throw new UsageError(describeRotationWithoutKey("OPENAI_ADMIN_KEY"));
  const choices = readChoices(keys, settings, flags);
  const file = await readKeysFile(choices, settings, flags);
  const { readProtection } = await import("../audit-run/protection.ts");
  const protect = await readProtection({ repo: flags.repo || process.cwd(), environment: env }, settings.ignoreFile);
  const rails = { ...settings.policy, protect: [...settings.policy.protect, ...protect] };
  const { output, journal } = await openRunFiles(settings, flags as Flags);
  const [{ createRotationWorld }, { rotateKeys }, { buildOrders }] = await Promise.all([
    import("./rotation-world.ts"),
    import("../rotate/rotate.ts"),
    import("../rotate/keys-file/orders.ts"),
  ]);
  const world = await createRotationWorld({ ...settings, adminKey }, journal, flags);
  const orders = await buildOrders(choices, file, async () => (await world.registry.inventory()).records);
  const isOnlyDue = choices.keys.length === 0;
  const report = await rotateKeys({ orders, isOnlyDue, isResume: choices.resume, rails, adminKey }, world);
  const detail = chooseDetail(settings);
  const goOn = detail === "full" ? formatGoOn(keys, flags) : null;
  const hasAuditFile = settings.auditFile !== null;
  process.exitCode = await printRotation(report, {
    format,
    detail,
    flags,
    output,
    goOn,
    hasAuditFile,
    token: settings.secretsToken,
  });
}

function readChoices(keys: readonly string[], { auditFile }: Settings, flags: RotateFlags): RotationChoices {
  const { to, scopes, expiresIn, overlap, wait } = flags;
  return parseRotationChoices(
    {
      keys,
      to,
      scopes,
      expiresIn,
      overlap,
      wait,
      auditFile,
      due: flags.due === true,
      widen: flags.widen === true,
      create: flags.create === true,
      resume: flags.resume === true,
    },
    (name) => (name === "key" ? "KEY" : `--${name}`),
  );
}

/** The keys file of the default branch. Outside of a repository no change can have written it: there it is a file. */
async function readKeysFile(
  { keys }: RotationChoices,
  { keysFile: path }: Settings,
  { repo, verbose, keysFile: named }: RotateFlags,
): Promise<KeysFile> {
  const { readDefaultKeysFile } = await import("../targets/keys-file.ts");
  const { file, name } = await readDefaultKeysFile({ repo: repo || process.cwd(), environment: env }, path);
  if (file !== null && verbose) stderr.write(`${escapePlain(describeKeysFileRead(name, file.keys.length))}\n`);
  if (file === null && (named !== undefined || keys.length === 0)) {
    throw new UsageError(describeMissingKeysFile(named === undefined ? "--due" : "--keys-file", escapePlain(name)));
  }
  return file ?? NO_KEYS_FILE;
}

/** The flags that are repeated when a rotation goes on, in the order of help. */
const REPEATED = [
  "due",
  "keysFile",
  "repo",
  "openaiBaseUrl",
  "expiresIn",
  "scopes",
  "widen",
  "create",
  "wait",
  "overlap",
] as const;
const REPEATED_RAILS = ["auditFile", "protect", "maxContained", "ignoreFile"] as const;

/** The command that goes on with what is left, as a person types it. */
function formatGoOn(keys: readonly string[], flags: RotateFlags): string {
  const values: Readonly<Record<string, unknown>> = flags;
  const words = ["to", ...REPEATED, ...REPEATED_RAILS].flatMap((name) => {
    const flag = `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    const value = values[name];
    if (value === undefined) return [];
    return value === true
      ? [flag]
      : String(value)
          .split("\n")
          .flatMap((one) => [flag, one]);
  });
  return formatCommand(["rotate", ...keys, ...words, "--resume"]);
}
