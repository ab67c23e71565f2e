import { type Command, Help, type HelpConfiguration, type OutputConfiguration } from "commander";
import { HEADINGS, VARIABLES } from "../messages/command-line/help.ts";

const { stdout } = process;

/** Wider lines are hard to read, and narrower ones hold no flag. In columns. */
const [NARROWEST, WIDEST] = [48, 100];

/** How help is laid out, for every command. */
export const HELP_LAYOUT: HelpConfiguration = {
  // At 48 columns this is what the longest flag leaves for its sentence.
  minWidthToWrap: 10,
  subcommandTerm: (command) => command.name(),
  // Our descriptions name the words that a flag takes; commander would append them.
  optionDescription: ({ description }) => description,
  // The program takes the flags of all commands, and shows only its own.
  visibleOptions: (command) => {
    const options = new Help().visibleOptions(command);
    return command.parent ? options : options.filter(({ long }) => long === "--help" || long === "--version");
  },
};

/** Where help goes, and how wide it may be. Errors are thrown, and printed by the entry point. */
export const HELP_OUTPUT: OutputConfiguration = {
  writeOut: (text) => stdout.write(text),
  outputError: () => {},
  // Without a command commander would print all help as an error: `explainWords` says what is missing.
  writeErr: () => {},
  getOutHelpWidth: () => Math.min(WIDEST, Math.max(NARROWEST, stdout.columns ?? 80)),
};

/** What help says below the flags. */
export type HelpNotes = {
  /** What to type after the program's name, and what it does. */
  examples: readonly (readonly [typed: string, purpose: string])[];
  /** The environment variables that the command heeds. */
  variables?: readonly (keyof typeof VARIABLES)[];
  /** What is said of the Admin API key, where a command needs it for something else. */
  adminKey?: string;
  exitCodes: string;
};

/** Adds examples, variables and exit codes below a command's flags, as wide as all other help. */
export function addHelpNotes(command: Command, { examples, variables = [], adminKey, exitCodes }: HelpNotes): void {
  command.addHelpText("after", () => {
    const helper = command.createHelp();
    const width = command.configureOutput().getOutHelpWidth?.() ?? WIDEST;
    helper.prepareContext({ helpWidth: width });
    const wrap = (text: string, indent: string) =>
      helper.boxWrap(text, width - indent.length).replaceAll(/^/gm, indent);
    const texts = { ...VARIABLES, ...(adminKey !== undefined && { OPENAI_ADMIN_KEY: adminKey }) };
    const column = Math.max(...variables.map((name) => name.length));
    return [
      "",
      `${examples.length > 1 ? "Examples" : "Example"}:`,
      ...examples.flatMap(([typed, purpose]) => [`  openai-key-guard ${typed}`, wrap(purpose, "      ")]),
      "",
      ...(variables.length > 0
        ? [HEADINGS.variables, ...variables.map((name) => helper.formatItem(name, column, texts[name], helper)), ""]
        : []),
      wrap(`${HEADINGS.exitCodes} ${exitCodes}`, ""),
    ].join("\n");
  });
}
