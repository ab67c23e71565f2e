import { Command, CommanderError, Option } from "commander";
import { UsageError } from "../errors.ts";
import { EXIT_CODES_OF, PROGRAM_HELP } from "../messages/command-line/help.ts";
import { ADMIN_KEY_AS_FLAG, describeForeignFlag } from "../messages/errors/command-line/flags.ts";
import { parseWord } from "../settings/values.ts";
import { readSourcesId, VERSION } from "../version.ts";
import { addAudit } from "./audit.ts";
import { addCompletion } from "./completion.ts";
import { addContain } from "./contain.ts";
import { addDemo } from "./demo.ts";
import { addDoctor } from "./doctor.ts";
import { addHelpNotes, HELP_LAYOUT, HELP_OUTPUT } from "./help.ts";
import { addHook } from "./hook.ts";
import { addIgnore } from "./ignore.ts";
import { addRotate } from "./rotate.ts";
import { addSandbox } from "./sandbox.ts";
import { addScan } from "./scan.ts";
import { addSweep } from "./sweep.ts";

const COMMANDS = [
  addScan,
  addContain,
  addIgnore,
  addAudit,
  addRotate,
  addSweep,
  addHook,
  addDoctor,
  addCompletion,
  addDemo,
  addSandbox,
];

/**
 * Runs what was typed after the program's name.
 *
 * @throws UsageError for wrong use, and whatever the command throws.
 */
export async function runProgram(typed: readonly string[]): Promise<void> {
  const words = translateHelp(typed);
  // Describing every command takes 3 ms, which hooks would wait for: they run `scan`. What `scan` alone cannot parse is
  // parsed again with all commands, which know whose flag it is.
  const asksVersion = words.includes("--version") || words.includes("-V");
  if (words[0] === "scan" && !asksVersion && (await parse(createScanProgram(), words)) === null) return;
  const program = createProgram(asksVersion ? await describeVersion() : VERSION);
  const error = await parse(program, words.length > 0 ? words : ["--help"]);
  if (error) throw new UsageError((await import("./mistaken-words.ts")).explainWords(program, words, error));
}

/** `help scan` is what many type for `scan --help`. */
function translateHelp(words: readonly string[]): readonly string[] {
  const [first, ...rest] = words;
  if (first === "help") return [...rest, "--help"];
  return first === "version" && rest.length === 0 ? ["--version"] : words;
}

/** The version, with the id of the sources that a bundle was built from. */
async function describeVersion(): Promise<string> {
  const id = await readSourcesId();
  return `openai-key-guard ${VERSION}${id === null ? "" : ` (src ${id})`}`;
}

/** Runs the command that was typed. Null when it ran, or help or the version was printed. */
async function parse(program: Command, words: readonly string[]): Promise<CommanderError | null> {
  try {
    await program.parseAsync(words, { from: "user" });
    return null;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? null : error;
  }
}

/** The command line as commander sees it. */
export function createProgram(version = VERSION): Command {
  const program = createEmptyProgram(version);
  for (const add of COMMANDS) add(program);
  takeFlagsAnywhere(program);
  addHelpNotes(program, {
    examples: PROGRAM_HELP.examples,
    variables: ["OPENAI_ADMIN_KEY", "NO_COLOR", "HTTPS_PROXY"],
    exitCodes: EXIT_CODES_OF.scan,
  });
  return program;
}

function createScanProgram(): Command {
  const program = createEmptyProgram();
  addScan(program);
  return program;
}

function createEmptyProgram(version = VERSION): Command {
  return new Command("openai-key-guard")
    .description(PROGRAM_HELP.description)
    .usage("COMMAND [options]")
    .version(version, "-V, --version", PROGRAM_HELP.version)
    .helpOption("-h, --help", PROGRAM_HELP.help)
    .helpCommand(false)
    .addOption(createAdminKeyRefusal())
    .configureHelp(HELP_LAYOUT)
    .configureOutput(HELP_OUTPUT)
    .exitOverride();
}

/**
 * Lets flags stand before the command as well as after it: the program takes the flags of all commands. A flag that the
 * command does not have is refused before it runs: ignored, it would make a promise that is not kept.
 */
function takeFlagsAnywhere(program: Command): void {
  const options = program.commands.flatMap((command) => command.options);
  // Of two the first counts.
  for (const option of new Map(options.toReversed().map((option) => [option.long, option])).values()) {
    program.addOption(mergeChoices(options.filter(({ long }) => long === option.long)) ?? option);
  }
  program.hook("preAction", (_, command) => {
    for (const { argChoices, long, attributeName } of command.options.map(describeOption)) {
      const value: unknown = program.getOptionValue(attributeName);
      if (argChoices && typeof value === "string") parseWord(long, value, argChoices);
    }
    const unknown = program.options.find(
      (option) =>
        program.getOptionValue(option.attributeName()) !== undefined &&
        command.options.every(({ long }) => long !== option.long),
    );
    if (unknown) throw new UsageError(describeForeignFlag(command.name(), `--${unknown.name()}`));
  });
}

/** A flag that several commands have, each with words of its own, takes any word: the command that runs checks it. */
function mergeChoices(options: readonly Option[]): Option | null {
  const [first] = options;
  const words = new Set(options.flatMap(({ argChoices }) => argChoices ?? []));
  if (!first || words.size === (first.argChoices?.length ?? 0)) return null;
  return new Option(first.flags, first.description).choices([...words]).argParser((word: string) => word);
}

function describeOption(option: Option) {
  return { argChoices: option.argChoices, long: option.long ?? "", attributeName: option.attributeName() };
}

function createAdminKeyRefusal(): Option {
  return new Option("--openai-admin-key [KEY]")
    .hideHelp()
    .preset("")
    .argParser(() => {
      throw new UsageError(ADMIN_KEY_AS_FLAG);
    });
}
