import { Argument, type Command, Option } from "commander";
import { SYSTEM_CLOCK } from "../domain/clock.ts";
import { CONTAINMENT_KINDS } from "../domain/decision.ts";
import type { EditContext } from "../ignore-file/commands.ts";
import { escapePlain } from "../report/escape.ts";
import { DEFAULTS } from "../settings/settings.ts";
import { parseWord } from "../settings/values.ts";

/** How a report can be written; the first is the default. */
export const FORMATS = ["text", "json", "sarif", "markdown", "html"] as const;

/** A way to write a report. */
export type Format = (typeof FORMATS)[number];

/** What was typed, by commander's names: `--on-leak` is `onLeak`. Settings are read by `readSettings`. */
export type Flags = Partial<
  Record<
    | "staged"
    | "pushed"
    | "history"
    | "unreachable"
    | "writeBaseline"
    | "files"
    | "skipIgnored"
    | "stdin"
    | "quiet"
    | "verbose",
    true
  > &
    Record<"stdinName" | "repo" | "ignoreFile" | "output" | "reason" | "until", string> & {
      color: "auto" | "always" | "never";
      format: Format;
    }
>;

/** A flag whose value is one of a few words; the first is the default. */
export function createChoice(flags: string, description: string, words: readonly string[]): Option {
  const option = new Option(flags, `${description} One of ${words.join(", ")}; ${words[0]} is the default.`);
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
  return new Option(flags, `${description} May be repeated.`).argParser((value: string, lines?: string) =>
    lines === undefined ? value : `${lines}\n${value}`,
  );
}

/** A folder in the repository. */
export function createRepoOption(): Option {
  return new Option("--repo <DIR>", "A folder in the repository; the current one is the default.");
}

/** The ignore file, by its path in the repository. */
export function createIgnoreFileOption(): Option {
  return new Option(
    "--ignore-file <PATH>",
    `Which keys and paths to pass over, as the base has it; ${DEFAULTS["ignore-file"]} is the default.`,
  );
}

/** How much is shown of names. */
export function createDetailOption(): Option {
  return createChoice(
    "--detail <WORD>",
    "How much to tell: full on a terminal; elsewhere minimal, which names no project, owner or key.",
    ["auto", "full", "minimal"],
  );
}

/** Whether there are colours. */
export function createColorOption(): Option {
  return createChoice("--color <WORD>", "Colours; auto is where a terminal shows them.", ["auto", "always", "never"]);
}

/** Adds the flags that say what is done with a key, in the order of help; those of `scan` alone follow. */
export function addContainmentOptions(command: Command): void {
  command
    .optionsGroup("What is done with keys:")
    .addOption(
      createChoice(
        "--on-leak <WORD>",
        "What is done with a key of yours that leaked and works: it is reported alone, loses its permissions, ends after --grace, or is deleted.",
        ["report", ...CONTAINMENT_KINDS],
      ),
    )
    .option("--grace <TIME>", "With --on-leak expire: how long the key works on, as 30m, 1h or 2d; 1h is the default.")
    .option(
      "--hold-if-used-within <TIME>",
      "Keys that were used so recently wait for a person's approval; 0s is the default, which holds none back.",
    )
    .option("--contain-preexisting", "Contain keys as well that the base had already.")
    .addOption(createList("--approved <FINGERPRINT>", "Only these keys are contained; a person has looked at them."))
    .option("--dry-run", "Decide and say what would be done, and touch nothing.")
    .addOption(
      createChoice(
        "--try-keys <WORD>",
        "Which found keys are tried, with one request that reads: those that are yours, every one, or none.",
        ["own", "all", "none"],
      ),
    )
    .addOption(createList("--protect <NAME>", "Never contain this key, project or owner, by id or name."))
    .option("--max-contained <N>", "Where more keys than this would be contained, none is; 3 is the default.")
    .option("--audit-file <FILE>", "Write a line before and after each thing that is done to a key.")
    .option("--openai-base-url <URL>", "Where OpenAI is; https://api.openai.com/v1 is the default.");
}

/** Adds the flags that say how and where the report is written. */
export function addReportOptions(command: Command): void {
  command
    .optionsGroup("What is told:")
    .addOption(
      createChoice(
        "--fail-on <WORD>",
        "What ends with exit code 1: any leak that could still do harm, only keys not proven dead, or nothing.",
        ["leak", "active", "never"],
      ),
    )
    .addOption(createDetailOption())
    .addOption(createChoice("--format <WORD>", "How the report is written.", FORMATS))
    .option("--output <FILE>", "Write the report there instead of to standard output.")
    .addOption(createColorOption())
    .option("--quiet", "Say nothing when all is clean.");
}

/** What an edit of the ignore file needs to know. */
export function createEditContext({ repo, ignoreFile }: Flags): EditContext {
  return {
    folder: repo || process.cwd(),
    ignoreFile: ignoreFile?.trim() || DEFAULTS["ignore-file"],
    now: SYSTEM_CLOCK.now(),
  };
}

/** A word that was typed, in quotes: escaped, and without any key in it. */
export function quoteWord(word = ""): string {
  return JSON.stringify(escapePlain(word));
}
