import type { Command } from "commander";
import { type KeysFile, NO_KEYS_FILE } from "../domain/keys-file.ts";
import { UsageError } from "../errors.ts";
import { CONTAINMENT_FLAGS, HEADINGS, REPORT_FLAGS } from "../messages/command-line/help.ts";
import {
  ROTATE_ADMIN_KEY,
  ROTATE_EXIT_CODES,
  ROTATE_FLAGS,
  ROTATE_HEADINGS,
  ROTATE_HELP,
} from "../messages/command-line/rotate.ts";
import { describeMissingKeysFile, describeRotationWithoutKey } from "../messages/errors/rotation/rotate.ts";
import { describeKeysFileRead } from "../messages/rotation/progress.ts";
import { escapePlain } from "../report/escape.ts";
import { parseRotationChoices, type RotationChoices } from "../settings/rotation/choices.ts";
import { DEFAULTS, type Settings } from "../settings/settings.ts";
import { type Flags, readFlags } from "./flags.ts";
import { addHelpNotes } from "./help.ts";
import {
  createBaseUrlOption,
  createChoice,
  createColorOption,
  createDetailOption,
  createList,
  createRepoOption,
} from "./options.ts";
import { printRotation } from "./print-rotation.ts";
import { ROTATION_FORMATS, type RotateFlags } from "./rotate-flags.ts";
import { chooseDetail, openRunFiles, readSettings } from "./run.ts";
import { formatCommand } from "./typed-words.ts";

const { env, stderr } = process;

/** Adds `rotate`. */
export function addRotate(program: Command): void {
  const { summary, description, examples } = ROTATE_HELP;
  const command = program
    .command("rotate")
    .summary(summary)
    .description(`${summary}\n\n${description}`)
    .usage("KEY… --to PLACE [options]")
    .argument("[key...]")
    .optionsGroup(ROTATE_HEADINGS.what)
    .addOption(createList("--to <PLACE>", ROTATE_FLAGS.to))
    .option("--due", ROTATE_FLAGS.due)
    .option("--keys-file <PATH>", ROTATE_FLAGS.keysFile(DEFAULTS["keys-file"]))
    .addOption(createRepoOption())
    .addOption(createBaseUrlOption());
  addKeyOptions(command);
  addRunOptions(command);
  command.action(async (keys: readonly string[]) => await rotate(keys, readFlags(command) as RotateFlags));
  addHelpNotes(command, {
    examples,
    adminKey: ROTATE_ADMIN_KEY,
    variables: ["OPENAI_ADMIN_KEY", "GITHUB_SECRETS_TOKEN", "GITHUB_API_URL", "NO_COLOR", "HTTPS_PROXY"],
    exitCodes: ROTATE_EXIT_CODES,
  });
}

function addKeyOptions(command: Command): void {
  command
    .optionsGroup(ROTATE_HEADINGS.key)
    .option("--expires-in <TIME>", ROTATE_FLAGS.expiresIn)
    .option("--scopes <LIST>", ROTATE_FLAGS.scopes)
    .option("--widen", ROTATE_FLAGS.widen)
    .option("--create", ROTATE_FLAGS.create)
    .optionsGroup(ROTATE_HEADINGS.old)
    .option("--wait <TIME>", ROTATE_FLAGS.wait)
    .option("--overlap <TIME>", ROTATE_FLAGS.overlap);
}

function addRunOptions(command: Command): void {
  command
    .optionsGroup(ROTATE_HEADINGS.run)
    .option("--dry-run", CONTAINMENT_FLAGS.dryRun)
    .option("--yes", CONTAINMENT_FLAGS.yes)
    .option("--audit-file <FILE>", CONTAINMENT_FLAGS.auditFile)
    .option("--resume", ROTATE_FLAGS.resume)
    .addOption(createList("--protect <NAME>", CONTAINMENT_FLAGS.protect))
    .option("--max-contained <N>", CONTAINMENT_FLAGS.maxContained)
    .option("--ignore-file <PATH>", ROTATE_FLAGS.ignoreFile(DEFAULTS["ignore-file"]))
    .optionsGroup(HEADINGS.report)
    .addOption(createDetailOption())
    .addOption(createChoice("--format <WORD>", REPORT_FLAGS.format, ROTATION_FORMATS))
    .option("--output <FILE>", REPORT_FLAGS.output)
    .addOption(createColorOption())
    .option("--quiet", ROTATE_FLAGS.quiet)
    .option("--verbose", ROTATE_FLAGS.verbose);
}

async function rotate(keys: readonly string[], { format = ROTATION_FORMATS[0], ...flags }: RotateFlags): Promise<void> {
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
