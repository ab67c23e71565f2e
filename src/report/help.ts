import { COMMANDS, type CommandName, commandOf, isCommand, VARIABLES } from "./help-commands.ts";
import { type FlagName, flagOf } from "./help-flags.ts";

const NAME = "openai-key-guard";

const ABOUT =
  "Finds OpenAI API keys in what a change brings, says whose they are and whether they work, and revokes them when asked.";

/** Wider lines are hard to read, and narrower ones hold no flag. */
const [NARROWEST, WIDEST] = [48, 100];

const NAMES = Object.keys(COMMANDS).filter(isCommand);

/**
 * What `--help` prints: of all commands, or of one. Lines are no wider than `width` columns, but for what is to be typed
 * as it stands.
 */
export function help(version: string, command: CommandName | null = null, width = 80): string {
  const columns = Math.min(WIDEST, Math.max(NARROWEST, width));
  const parts = command === null ? overview(version, columns) : page(command, columns);
  return `${parts.join("\n\n")}\n`;
}

/** Every page, one after the other: the whole manual. */
export function manual(version: string, width = 80): string {
  return [help(version, null, width), ...NAMES.map((name) => help(version, name, width))].join("\n");
}

function overview(version: string, width: number): readonly string[] {
  const longest = Math.max(...NAMES.map((name) => name.length));
  return [
    [`${NAME} ${version}`, ...wrapped(ABOUT, width)].join("\n"),
    NAMES.map((name) => row(`${NAME} ${name}`, commandOf(name).says, NAME.length + longest + 5, width)).join("\n"),
    section("For a start", examplesOf("scan", width)),
    section("Variables", variables(["OPENAI_ADMIN_KEY", "NO_COLOR", "HTTPS_PROXY"], width)),
    [...exit("scan", width), `${NAME} COMMAND --help tells the flags of a command.`].join("\n"),
  ];
}

function page(name: CommandName, width: number): readonly string[] {
  const { usage, says, more, flags, examples, variables: heeded } = commandOf(name);
  const ways = usage.map((way) => `  ${NAME} ${name}${way === "" ? "" : ` ${way}`}`);
  const groups = Object.entries(flags).map(([heading, names]) =>
    section(
      heading,
      names.map((one) => flagRow(one, width)),
    ),
  );
  return [
    wrapped(says, width).join("\n"),
    ways.join("\n"),
    ...more.map((paragraph) => wrapped(paragraph, width).join("\n")),
    ...groups,
    ...(examples.length > 0 ? [section(examples.length > 1 ? "Examples" : "Example", examplesOf(name, width))] : []),
    ...(heeded.length > 0 ? [section("Variables", variables(heeded, width))] : []),
    exit(name, width).join("\n"),
  ];
}

function exit(name: CommandName, width: number): readonly string[] {
  return wrapped(`Exit codes: ${commandOf(name).exit}`, width);
}

function section(heading: string, lines: readonly string[]): string {
  return [`${heading}:`, ...lines].join("\n");
}

/** Room for the longest flag with its value that is still read beside its sentence. */
const FLAG_COLUMN = 26;

function flagRow(name: FlagName, width: number): string {
  const { value, says, words, repeats } = flagOf(name);
  const choice = words ? ` One of ${words.join(", ")}; ${words[0]} is the default.` : "";
  const again = repeats ? " May be repeated." : "";
  return row(`--${name}${value === null ? "" : ` ${value}`}`, `${says}${choice}${again}`, FLAG_COLUMN, width);
}

function variables(names: readonly (keyof typeof VARIABLES)[], width: number): readonly string[] {
  return names.map((name) => row(name, VARIABLES[name], FLAG_COLUMN, width));
}

function examplesOf(name: CommandName, width: number): readonly string[] {
  return commandOf(name).examples.flatMap(([typed, why]) => [
    `  ${NAME} ${typed}`,
    ...wrapped(why, width - 6).map((line) => `      ${line}`),
  ]);
}

/** A word, and in the next column what it means; below it, where the word is too long. */
function row(word: string, says: string, column: number, width: number): string {
  const indent = width < 64 ? 8 : column;
  const lines = wrapped(says, width - indent).map((line) => `${" ".repeat(indent)}${line}`);
  const start = `  ${word}`;
  if (start.length + 2 > indent) return [start, ...lines].join("\n");
  return [start + (lines[0] ?? "").slice(start.length), ...lines.slice(1)].join("\n");
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
