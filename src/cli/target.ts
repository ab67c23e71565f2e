import { UsageError } from "../errors.ts";
import { escapePlain } from "../report/escape.ts";
import type { ScanTarget } from "../targets/scan-target.ts";
import type { Flags } from "./options.ts";

const { stdin } = process;

/** What the command line can look at in place of a range of commits, by the flag that asks for it. */
const ALTERNATIVES = ["staged", "pushed", "history", "files", "stdin"] as const;

/**
 * Reads what `scan` is to look at. `words` are a range, globs or a remote, as the flags say.
 *
 * @throws UsageError for words and flags that do not go together.
 */
export function readScanTarget(words: readonly string[], flags: Flags): ScanTarget {
  const kinds = ALTERNATIVES.filter((name) => flags[name]);
  const [kind] = kinds;
  if (kinds.length > 1) throw new UsageError(`--${kinds.join(" and --")} exclude each other; choose one.`);
  switch (kind) {
    case "stdin":
      return { kind, stream: stdin, name: flags.stdinName ?? "stdin" };
    case "files":
      return { kind, globs: words, ignored: flags.skipIgnored !== true };
    case "pushed":
      if (words.length > 1) throw new UsageError(`--pushed takes one remote, and ${words.length} were given.`);
      if (stdin.isTTY)
        throw new UsageError(
          "--pushed is for hooks of git, which tell it what is pushed; see openai-key-guard hook install.",
        );
      return { kind, stream: stdin, remote: words[0] || null };
    case "staged":
    case "history":
      if (words.length > 0) throw new UsageError(`--${kind} takes no range; ${quoteWord(words[0])} was given.`);
      return kind === "staged" ? { kind } : { kind, unreachable: flags.unreachable === true };
    case undefined:
      if (words.length > 1)
        throw new UsageError(`scan takes one range, and ${words.length} were given; try main..HEAD.`);
      return { kind: "range", range: words[0] ?? null };
    default:
      return kind satisfies never;
  }
}

/** What was typed, escaped and without any key in it. */
function quoteWord(word = ""): string {
  return JSON.stringify(escapePlain(word));
}
