import type { Command, Option } from "commander";
import { UsageError } from "../errors.ts";
import { Git } from "../git/git.ts";
import { findRepository } from "../git/repository.ts";

const { env } = process;

/** A word that may come next, and what it means; empty where the word says it. */
export type Suggestion = readonly [word: string, description: string];

/** In place of words: the shell completes paths itself. */
export const FILES = ":file";
/** The same for folders. */
export const FOLDERS = ":folder";

/** What can stand in place of the last of `words`, which may be begun or empty. */
export async function suggestWords(program: Command, words: readonly string[]): Promise<readonly Suggestion[]> {
  // Bash hands over --flag=value as three words.
  const typed = words.filter((word) => word !== "=");
  const current = words.at(-1) === "=" ? "" : (typed.at(-1) ?? "");
  const before = words.at(-1) === "=" ? typed : typed.slice(0, -1);
  const { command, pending } = readWords(program, before);
  // Zsh and fish hand it over as one word, and expect one back.
  const [, flag = "", start = current] = /^(--[^=]+=)(.*)$/.exec(current) ?? [];
  const option = flag ? findOption(command ?? program, flag.slice(0, -1)) : pending;
  const suggestions = option
    ? await suggestValues(option.argChoices, option.flags, start)
    : current.startsWith("-")
      ? suggestFlags(command ?? program)
      : command
        ? await suggestArguments(command, before, start)
        : suggestCommands(program);
  return suggestions.flatMap(([word, description]): readonly Suggestion[] => {
    if (word === FILES || word === FOLDERS) return [[word, description]];
    return word.startsWith(start) ? [[flag + word, description]] : [];
  });
}

/** The command among the words, and the flag at their end whose value comes next. */
function readWords(program: Command, words: readonly string[]): { command: Command | null; pending: Option | null } {
  let command: Command | null = null;
  let pending: Option | null = null;
  for (const word of words) {
    // One that two commands have takes other words in each.
    const known: Option | null = pending ? null : findOption(program, word);
    const option: Option | null = known && command ? (findOption(command, word) ?? known) : known;
    if (!pending && !option) command ??= program.commands.find((candidate) => candidate.name() === word) ?? null;
    pending = option?.required ? option : null;
  }
  return { command, pending };
}

function findOption(program: Command, flag: string): Option | null {
  return program.options.find(({ long }) => long === flag) ?? null;
}

function suggestCommands(program: Command): readonly Suggestion[] {
  const commands = program.createHelp().visibleCommands(program);
  return commands.map((command) => [command.name(), command.summary()]);
}

function suggestFlags(command: Command): readonly Suggestion[] {
  const options = command.createHelp().visibleOptions(command);
  return options.map(({ long, description }) => [long ?? "", shorten(description)]);
}

async function suggestArguments(
  command: Command,
  before: readonly string[],
  start: string,
): Promise<readonly Suggestion[]> {
  const [argument] = command.registeredArguments;
  if (!argument) return [];
  const name = before.includes("--files") ? "GLOB" : argument.name().toUpperCase();
  return await suggestValues(argument.argChoices, name, start);
}

/** `name` ends in what help calls the value, which says what it is: `--output <FILE>`. */
async function suggestValues(
  choices: readonly string[] | undefined,
  name: string,
  start: string,
): Promise<readonly Suggestion[]> {
  if (choices) return choices.map((word) => [word, ""]);
  switch (/[A-Z]+(?=>?$)/.exec(name)?.[0]) {
    case "FILE":
    case "PATH":
    case "GLOB":
    case "REPORT":
      return [[FILES, ""]];
    case "DIR":
      return [[FOLDERS, ""]];
    case "RANGE":
      return await suggestRevisions(start);
    default:
      return [];
  }
}

/** Branches and tags, after the dots of a range as well. */
async function suggestRevisions(start: string): Promise<readonly Suggestion[]> {
  const base = /^.*\.\./.exec(start)?.[0] ?? "";
  try {
    const { gitDir } = await findRepository(process.cwd());
    const { stdout } = await new Git(gitDir, env).run(["for-each-ref", "--format=%(refname:short)"]);
    // Plain names alone: in others stands what a shell could run.
    const names = stdout.split("\n").filter((name) => /^[\w./@+-]+$/.test(name));
    return ["HEAD", ...names].map((name) => [base + name, ""]);
  } catch (error) {
    if (error instanceof UsageError) return [];
    throw error;
  }
}

/** As much of a sentence as fits beside a flag. */
function shorten(description: string): string {
  return /^(?:With --[a-z -]+: )?.+?(?=[;:]|\.(?: |$)|$)/.exec(description)?.[0] ?? description;
}
