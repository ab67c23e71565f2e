import { UsageError } from "../errors.ts";
import type { ScanTarget } from "../targets/scan-target.ts";
import { type Flags, shownWord, valueOf } from "./flags.ts";

const { stdin } = process;

/** What the command line can look at in place of a range of commits, by the flag that asks for it. */
const INSTEAD = ["staged", "pushed", "history", "files", "stdin"] as const;

/** What `scan` was told to look at. */
export function parseTarget(flags: Flags, words: readonly string[]): ScanTarget {
  const asked = INSTEAD.filter((one) => flags[one]);
  const [kind] = asked;
  if (asked.length > 1) throw new UsageError(`--${asked.join(" and --")} exclude each other; choose one.`);
  switch (kind) {
    case "stdin":
      return { kind, stream: stdin, name: valueOf(flags, "stdin-name") ?? "stdin" };
    case "files":
      return { kind, globs: words, ignored: flags["skip-ignored"] !== true };
    case "pushed":
      if (words.length > 1) throw new UsageError(`--pushed takes one remote, and ${words.length} were given.`);
      if (stdin.isTTY)
        throw new UsageError(
          "--pushed is for hooks of git, which tell it what is pushed; see openai-key-guard hook install.",
        );
      return { kind, stream: stdin, remote: words[0] || null };
    case "staged":
    case "history":
      if (words.length > 0) throw new UsageError(`--${kind} takes no range; ${shownWord(words[0])} was given.`);
      return kind === "staged" ? { kind } : { kind, unreachable: flags.unreachable === true };
    case undefined:
      if (words.length > 1)
        throw new UsageError(`scan takes one range, and ${words.length} were given; try main..HEAD.`);
      return { kind: "range", range: words[0] ?? null };
    default:
      return kind satisfies never;
  }
}
