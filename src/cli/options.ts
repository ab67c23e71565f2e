import { Argument, type Command, Option } from "commander";
import { LEAK_ACTS } from "../domain/decision.ts";
import {
  CONTAINMENT_FLAGS,
  describeChoice,
  describeList,
  HEADINGS,
  REPORT_FLAGS,
  SHARED_FLAGS,
} from "../messages/command-line/help.ts";
import { DEFAULTS } from "../settings/settings.ts";
import { parseWord } from "../settings/values.ts";
import { FORMATS } from "./flags.ts";

/** A flag whose value is one of a few words; the first is the default. */
export function createChoice(flags: string, description: string, words: readonly string[]): Option {
  const option = new Option(flags, describeChoice(description, words));
  // Our parser replaces that of choices(), which suggests no nearest word.
  return option.choices(words).argParser((word: string) => parseWord(`--${option.name()}`, word, words));
}

/** What stands after a command's name, and is one of a few words. */
export function createWordArgument(command: string, words: readonly string[]): Argument {
  return new Argument(`<${words.join("|")}>`)
    .choices(words)
    .argParser((word: string) => parseWord(command, word, words));
}

/** A flag that may be given several times. Its values become lines, as settings take lists. */
export function createList(flags: string, description: string): Option {
  return new Option(flags, describeList(description)).argParser((value: string, lines?: string) =>
    lines === undefined ? value : `${lines}\n${value}`,
  );
}

/** A folder in the repository. */
export function createRepoOption(): Option {
  return new Option("--repo <DIR>", SHARED_FLAGS.repo);
}

/** The ignore file, by its path in the repository. */
export function createIgnoreFileOption(): Option {
  return new Option("--ignore-file <PATH>", SHARED_FLAGS.ignoreFile(DEFAULTS["ignore-file"]));
}

/** Where OpenAI is. */
export function createBaseUrlOption(): Option {
  return new Option("--openai-base-url <URL>", CONTAINMENT_FLAGS.baseUrl);
}

/** How much is shown of names. */
export function createDetailOption(): Option {
  return createChoice("--detail <WORD>", REPORT_FLAGS.detail, ["auto", "full", "minimal"]);
}

/** Whether there are colours. */
export function createColorOption(): Option {
  return createChoice("--color <WORD>", SHARED_FLAGS.color, ["auto", "always", "never"]);
}

/** Adds the flags that say what is done with a key, in the order of help; those of `scan` alone follow. */
export function addContainmentOptions(command: Command): void {
  const say = CONTAINMENT_FLAGS;
  command
    .optionsGroup(HEADINGS.contain)
    .addOption(createChoice("--on-leak <WORD>", say.onLeak, LEAK_ACTS))
    .option("--grace <TIME>", say.grace)
    .option("--keys-file <PATH>", say.keysFile(DEFAULTS["keys-file"]))
    .option("--hold-if-used-within <TIME>", say.hold)
    .option("--contain-preexisting", say.preexisting)
    .addOption(createList("--approved <FINGERPRINT>", say.approved))
    .option("--yes", say.yes)
    .option("--dry-run", say.dryRun)
    .addOption(createChoice("--try-keys <WORD>", say.tryKeys, ["own", "all", "none"]))
    .addOption(createList("--protect <NAME>", say.protect))
    .option("--max-contained <N>", say.maxContained)
    .option("--audit-file <FILE>", say.auditFile)
    .addOption(createBaseUrlOption());
}

/** Adds the flags that say how and where the report is written. */
export function addReportOptions(command: Command): void {
  const say = REPORT_FLAGS;
  command
    .optionsGroup(HEADINGS.report)
    .addOption(createChoice("--fail-on <WORD>", say.failOn, ["leak", "active", "never"]))
    .addOption(createDetailOption())
    .addOption(createChoice("--format <WORD>", say.format, FORMATS))
    .option("--output <FILE>", say.output)
    .addOption(createColorOption())
    .option("--quiet", say.quiet)
    .addOption(createChoice("--notify-when <WORD>", say.notifyWhen, ["leak", "active", "contained"]))
    .addOption(createChoice("--notify-format <WORD>", say.notifyFormat, ["auto", "slack", "teams", "json"]));
}
