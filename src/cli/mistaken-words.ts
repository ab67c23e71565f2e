import { existsSync } from "node:fs";
import type { Command, CommanderError } from "commander";
import {
  describeMeant,
  describeNoArgument,
  describeNoCommand,
  describeNoFlag,
  describeNoValue,
  describeNoValueTaken,
  describeTooManyWords,
  describeWhereListed,
  NO_COMMAND_GIVEN,
} from "../messages/command-line/mistakes.ts";
import { findNearest } from "../settings/nearest.ts";
import { COMMANDS, FLAGS } from "./foreign-words.ts";
import { formatCommand, nameTyped, quoteTyped } from "./typed-words.ts";

/** What was typed, as words to type instead. `remarks` are sentences to be known besides. */
type Draft = { words: readonly string[]; remarks: readonly string[] };

/**
 * Answers words that the parser refused: what is wrong with them, and the whole command that was probably meant. `error` is
 * null where no command was among them.
 */
export function explainWords(program: Command, words: readonly string[], error: CommanderError | null): string {
  const meant = translateWords(program, words);
  const problem = describeProblem(program, words, error);
  const isNew = meant.words.join("\0") !== words.join("\0");
  const command = findCommand(program, words);
  const end = isNew ? describeMeant(formatCommand(meant.words)) : describeWhereListed(command?.name() ?? null);
  return [problem, ...new Set(meant.remarks), end].join(" ");
}

function describeProblem(program: Command, words: readonly string[], error: CommanderError | null): string {
  const command = findCommand(program, words);
  const name = command?.name() ?? "openai-key-guard";
  const culprit = /'([^]*)'/.exec(error?.message ?? "")?.[1] ?? "";
  switch (error?.code) {
    case "commander.unknownOption":
      if (isOwnFlag(program, culprit)) return describeNoValueTaken(nameTyped(culprit));
      return describeNoFlag(name, nameTyped(culprit));
    case "commander.unknownCommand":
      return describeNoCommand(quoteTyped(culprit));
    case "commander.optionMissingArgument":
      return describeNoValue(nameTyped(culprit.split(" ")[0] ?? ""), describeValue(command ?? program, culprit));
    case "commander.missingArgument":
      return describeNoArgument(
        name,
        culprit.includes("|") ? culprit.replace(/\|(?=[^|]*$)/, " or ").replaceAll("|", ", ") : "a report",
      );
    case "commander.excessArguments":
      return describeTooManyWords(name, command?.registeredArguments.length ?? 0);
    default:
      return NO_COMMAND_GIVEN;
  }
}

/** `--quiet=x`: a flag that exists, and takes no value. */
function isOwnFlag(program: Command, typed: string): boolean {
  return typed.includes("=") && findOption(program, typed.replace(/=.*$/s, "")) !== null;
}

function describeValue(program: Command, flags: string): string {
  const option = findOption(program, flags.split(" ")[0] ?? "");
  const value = /<([^>]+)>/.exec(flags)?.[1] ?? "a text";
  return option?.argChoices ? `one of ${option.argChoices.join(", ")}` : value;
}

/** What was typed with every word that is known from elsewhere, misspelt or in the wrong place set right. */
function translateWords(program: Command, words: readonly string[]): Draft {
  const names = program.commands.map((command) => command.name());
  const flags = translateFlags(program, words);
  const at = flags.words.findIndex((word) => names.includes(word));
  if (at > 0) return { ...flags, words: moveForward(flags.words, at) };
  if (at === 0) return { ...flags, words: completeCommand(flags.words) };
  const [first, ...rest] = flags.words;
  const foreign = first === undefined ? undefined : COMMANDS[first];
  if (foreign) {
    const remarks = [...flags.remarks, ...(foreign.remark === undefined ? [] : [foreign.remark])];
    return { words: chooseTarget(dropTwice([...foreign.words, ...rest])), remarks };
  }
  const nearest = first === undefined || first.startsWith("-") ? null : findNearest(first, names);
  if (nearest) return { ...flags, words: [nearest, ...rest] };
  return { ...flags, words: guessScan(flags.words) };
}

/** Other tools scan the history unless told otherwise. Here one thing is scanned: what was told, or the history. */
function chooseTarget(words: readonly string[]): readonly string[] {
  if (!words.includes("--history")) return words;
  const isTold = words.some((word) => ["--files", "--staged", "--stdin"].includes(word) || word.includes(".."));
  if (isTold) return words.filter((word) => word !== "--history");
  // An address or a folder stands right after the command; what stands after a flag is its value.
  return words.filter((word, at) => word.startsWith("-") || words[at - 1] !== "--history");
}

/** `main..HEAD scan` → `scan main..HEAD`. Flags may stand before a command: that is no mistake. */
function moveForward(words: readonly string[], at: number): readonly string[] {
  const before = words.slice(0, at);
  if (before.every((word) => word.startsWith("-"))) return words;
  return [...words.slice(at, at + 1), ...before, ...words.slice(at + 1)];
}

/** What a command lacks. */
function completeCommand(words: readonly string[]): readonly string[] {
  const [name, ...rest] = words;
  const isBare = rest.every((word) => word.startsWith("-"));
  if (name === "hook" && isBare) return ["hook", "install", ...rest];
  if (name === "completion" && isBare) return ["completion", "bash", ...rest];
  if (name === "contain" && isBare) {
    const action = rest.includes("--on-leak") ? [] : ["--on-leak", "revoke"];
    return ["contain", "report.json", ...rest, ...action];
  }
  return words;
}

/** Words without a command are mostly those of scan: a range, a flag, or a path. */
function guessScan(words: readonly string[]): readonly string[] {
  const [first = ""] = words;
  if (first.startsWith("--")) return ["scan", ...words];
  if (/^[\w./@~^-]+\.\.[\w./@~^-]*$/.test(first)) return ["scan", ...words];
  if (first !== "" && existsSync(first)) return first === "." ? ["scan", "--files"] : ["scan", "--files", ...words];
  return words;
}

function translateFlags(program: Command, words: readonly string[]): Draft {
  const drafted: string[] = [];
  const remarks: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    const [, flag = word, value] = /^(--[^=]+)=(.*)$/s.exec(word) ?? [];
    const foreign = findOption(program, flag) ? undefined : FLAGS[flag];
    if (!foreign) {
      drafted.push(correctFlag(program, word));
      continue;
    }
    if (foreign.remark !== undefined) remarks.push(foreign.remark);
    drafted.push(...foreign.words);
    if (foreign.value) {
      if (value === undefined) at += 1;
      const taken = value ?? words[at];
      if (taken !== undefined) drafted.push(...foreign.value(taken));
    } else if (value !== undefined && foreign.words.length > 0) drafted.push(value);
  }
  return { words: dropTwice(drafted), remarks };
}

/** A flag as it is spelt: `--fail-om` → `--fail-on`; of one that takes no value, without it. */
function correctFlag(program: Command, word: string): string {
  if (!word.startsWith("--") || findOption(program, word)) return word;
  const [flag = "", value] = word.split("=", 2);
  const known = findOption(program, flag);
  if (known) return known.required || known.optional ? word : flag;
  const flags = program.commands.flatMap(({ options }) => options.map(({ long }) => long ?? ""));
  const nearest = findNearest(flag, [...new Set(flags)]);
  if (nearest === null) return word;
  return value === undefined ? nearest : `${nearest}=${value}`;
}

/** `scan --files --files` says a thing twice, where two words of another tool mean one of ours. */
function dropTwice(words: readonly string[]): readonly string[] {
  return words.filter((word, at) => !(word.startsWith("--") && words.indexOf(word) < at && words[at - 1] === word));
}

function findCommand(program: Command, words: readonly string[]): Command | null {
  return program.commands.find((command) => words.includes(command.name())) ?? null;
}

function findOption(program: Command, flag: string) {
  return program.options.find(({ long, short }) => long === flag || short === flag) ?? null;
}
