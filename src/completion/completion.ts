import { COMMANDS, type CommandName, commandOf, flagsOf, isCommand } from "../report/help-commands.ts";
import { FLAGS, type FlagName, flagOf } from "../report/help-flags.ts";
import { bash } from "./bash.ts";
import { fish } from "./fish.ts";
import { zsh } from "./zsh.ts";

/** A shell that a script can be printed for. */
export type Shell = "bash" | "zsh" | "fish";

/** What a shell completes after a word: some words, files, folders, revisions of git, or nothing it could know. */
export type Choice = { kind: "words"; words: readonly string[] } | { kind: "file" | "folder" | "revision" | "unknown" };

/** A flag as a shell sees it; `choice` is null for one that takes no value. */
export type Offered = { name: FlagName; says: string; choice: Choice | null; repeats: boolean };

/** A command as a shell sees it. */
export type Offer = { name: CommandName; says: string; words: Choice; flags: readonly Offered[] };

const SCRIPTS: Readonly<Record<Shell, (offers: readonly Offer[], flags: readonly Offered[]) => string>> = {
  bash,
  zsh,
  fish,
};

/** The shells there is a script for. */
export const SHELLS = ["bash", "zsh", "fish"] as const satisfies readonly Shell[];

/** A script that makes a shell complete commands, flags and their words. It asks nobody but git, for names of branches. */
export function completion(shell: Shell): string {
  const offers = Object.keys(COMMANDS).filter(isCommand).map(offerOf);
  return SCRIPTS[shell](offers, (Object.keys(FLAGS) as FlagName[]).map(offeredOf));
}

function offerOf(name: CommandName): Offer {
  const { says, words } = commandOf(name);
  const choice: Choice =
    words === null ? { kind: "unknown" } : typeof words === "string" ? { kind: words } : { kind: "words", words };
  return { name, says, words: choice, flags: flagsOf(name).map(offeredOf) };
}

function offeredOf(name: FlagName): Offered {
  const { value, says, words, takes, repeats = false } = flagOf(name);
  const choice: Choice = words ? { kind: "words", words } : { kind: takes ?? "unknown" };
  return { name, says: firstOf(says), choice: value === null ? null : choice, repeats };
}

/** As much of a sentence as fits beside a flag. */
function firstOf(says: string): string {
  return /^(?:With --[a-z -]+: )?.+?(?=[;:]|\.(?: |$)|$)/.exec(says)?.[0] ?? says;
}
