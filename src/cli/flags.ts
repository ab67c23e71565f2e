import type { Command } from "commander";
import { SYSTEM_CLOCK } from "../domain/clock.ts";
import type { EditContext } from "../ignore-file/commands.ts";
import { escapePlain } from "../report/escape.ts";
import { DEFAULTS } from "../settings/settings.ts";
import type { InputFormat } from "../sources/scanner-reports/input-format.ts";

/** How a report can be written; the first is the default. */
export const FORMATS = ["text", "json", "sarif", "markdown", "html"] as const;

/** A way to write a report. */
export type Format = (typeof FORMATS)[number];

/** Flags that take a text. Those that may be repeated have one on each line. */
type TextFlag =
  | "stdinName"
  | "repo"
  | "ignoreFile"
  | "output"
  | "reason"
  | "until"
  | "paths"
  | "exclude"
  | "onLeak"
  | "grace"
  | "approved";

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
    | "alerts"
    | "closeAlerts"
    | "yes"
    | "dryRun"
    | "containPreexisting"
    | "quiet"
    | "verbose",
    true
  > &
    Record<TextFlag, string> & {
      color: "auto" | "always" | "never";
      format: Format;
      formatIn: InputFormat;
    }
>;

/** What an edit of the ignore file needs to know. */
export function createEditContext({ repo, ignoreFile }: Flags): EditContext {
  return {
    folder: repo || process.cwd(),
    ignoreFile: ignoreFile?.trim() || DEFAULTS["ignore-file"],
    now: SYSTEM_CLOCK.now(),
  };
}

/** What was typed for a command. For --output a - is standard output, which is where reports go without it. */
export function readFlags(command: Command): Flags {
  const { output, ...flags } = command.optsWithGlobals<Flags>();
  return output === undefined || output === "-" ? flags : { ...flags, output };
}

/** A word that was typed, in quotes: escaped, and without any key in it. */
export function quoteWord(word = ""): string {
  return JSON.stringify(escapePlain(word));
}
