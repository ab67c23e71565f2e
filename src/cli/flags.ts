import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "../errors.ts";
import { escapePlain } from "../report/escape.ts";
import { type CommandName, flagsOf } from "../report/help-commands.ts";
import { FLAGS, type FlagName, flagOf } from "../report/help-flags.ts";
import { suggestNearest } from "../settings/nearest.ts";

/** As node's parser wants them. */
const OPTIONS: NonNullable<ParseArgsConfig["options"]> = Object.fromEntries(
  (Object.keys(FLAGS) as FlagName[]).map((name) => {
    const { value, repeats = false } = flagOf(name);
    return [name, { type: value === null ? ("boolean" as const) : ("string" as const), multiple: repeats }];
  }),
);
/** The flags that were typed. */
export type Flags = Partial<Record<FlagName, string | boolean | (string | boolean)[]>>;
/** Splits what was typed; a flag nobody knows is named with the nearest one that exists. */
export function typed(args: readonly string[]): { flags: Flags; words: readonly string[] } {
  const { tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    if (token.name === "openai-admin-key") {
      throw new UsageError(
        "The Admin API key is never a flag, where everyone on the machine can read it; set OPENAI_ADMIN_KEY.",
      );
    }
    const option = Object.hasOwn(OPTIONS, token.name) ? OPTIONS[token.name] : undefined;
    if (!option)
      throw new UsageError(
        `There is no flag ${shownWord(token.rawName)}.${suggestNearest(token.name, Object.keys(OPTIONS))} Try --help.`,
      );
    if (option.type === "string" && token.value === undefined)
      throw new UsageError(`${token.rawName} needs a value after it.`);
    if (option.type === "boolean" && token.value !== undefined)
      throw new UsageError(`${token.rawName} takes no value.`);
  }
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  return { flags: values, words: positionals };
}

/** Refuses flags that a command does nothing with: whoever typed one expects something of it. */
export function refuseForeign(flags: Flags, command: CommandName): void {
  const own = flagsOf(command);
  const foreign = (Object.keys(flags) as FlagName[]).find((name) => !own.includes(name));
  if (foreign !== undefined) throw new UsageError(`${command} takes no --${foreign}; try ${command} --help.`);
}

/** A flag's value as a setting takes it: a repeated one as lines. */
export function valueOf(flags: Flags, name: string): string | undefined {
  const value = flags[name as keyof Flags];
  return Array.isArray(value) ? value.join("\n") : value === undefined ? undefined : String(value);
}

/** A flag's value out of a few words; the first is the default. */
export function oneOf<Word extends string>(flags: Flags, name: keyof Flags, words: readonly [Word, ...Word[]]): Word {
  const value = valueOf(flags, name);
  const word = value === undefined ? words[0] : words.find((one) => one === value);
  if (word) return word;
  throw new UsageError(`--${name} is ${shownWord(value)}; it must be one of ${words.join(", ")}.`);
}

/** A word that was typed, to be shown: escaped, and without any key in it. */
export function shownWord(word: string | undefined): string {
  return JSON.stringify(escapePlain(word ?? ""));
}
