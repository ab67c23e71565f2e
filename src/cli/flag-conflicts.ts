import { UsageError } from "../errors.ts";
import {
  CANNOT_ASK,
  describeIgnoredFlag,
  describeNoRangeTaken,
  describeReportOnly,
  describeTwoTargets,
  describeUselessFlag,
  INSTEAD,
} from "../messages/errors/command-line/flags.ts";
import { type Flags, quoteWord } from "./flags.ts";

type FlagName = keyof Flags;

/** What can be scanned in place of a range of commits, by the flag for it. */
export const TARGET_FLAGS = ["staged", "pushed", "history", "files", "stdin", "alerts"] as const;

/** Flags that mean nothing unless another is there. */
const NEEDS: readonly (readonly [flag: FlagName, needed: FlagName])[] = [
  ["unreachable", "history"],
  ["writeBaseline", "history"],
  ["skipIgnored", "files"],
  ["stdinName", "stdin"],
  ["formatIn", "stdin"],
  ["closeAlerts", "alerts"],
];

/** Flags that mean nothing once another is there, and what to do instead. */
const IGNORED: readonly (readonly [flag: FlagName, beside: FlagName, instead: string])[] = [
  ["paths", "files", INSTEAD.globsOfFiles],
  ["paths", "stdin", INSTEAD.stream],
  ["exclude", "stdin", INSTEAD.stream],
  ["ignoreFile", "stdin", INSTEAD.streamWithoutFile],
  ["paths", "alerts", INSTEAD.alerts],
  ["exclude", "alerts", INSTEAD.alerts],
];

/**
 * Flags by which people expect that something is done with keys. Those that only hold back (--protect, --max-contained,
 * --hold-if-used-within, --audit-file) are let pass: scripts have them whatever --on-leak is.
 */
const EXPECT_ACTION = ["dryRun", "approved", "containPreexisting", "yes"] as const satisfies readonly FlagName[];

/**
 * Refuses flags that would do nothing beside the others: each would make a promise that is not kept.
 *
 * @throws UsageError naming the flag, and what to do instead.
 */
export function refuseUselessFlags(flags: Flags): void {
  const has = (name: FlagName) => flags[name] !== undefined;
  const targets = TARGET_FLAGS.filter(has);
  if (targets.length > 1) throw new UsageError(describeTwoTargets(targets.map(formatFlag)));
  for (const [flag, needed] of NEEDS) {
    if (has(flag) && !has(needed)) throw new UsageError(describeUselessFlag(formatFlag(flag), formatFlag(needed)));
  }
  for (const [flag, beside, instead] of IGNORED) {
    if (has(flag) && has(beside)) {
      throw new UsageError(describeIgnoredFlag(formatFlag(flag), formatFlag(beside), instead));
    }
  }
  refuseUselessActions(flags);
}

/** The same for flags about what is done with keys, which `contain` has as well. */
export function refuseUselessActions(flags: Flags): void {
  const { onLeak = "report", grace } = flags;
  // Who writes `--on-leak report --dry-run` says the same thing twice, and expects nothing else.
  const useless = EXPECT_ACTION.find((flag) => flags[flag] && !(flag === "dryRun" && flags.onLeak !== undefined));
  if (onLeak === "report" && useless) throw new UsageError(describeReportOnly(formatFlag(useless)));
  if (grace !== undefined && onLeak !== "expire" && onLeak !== "rotate") {
    throw new UsageError(describeUselessFlag("--grace", "--on-leak expire"));
  }
}

/** Refuses a range beside a flag that says what to scan. */
export function refuseRange(flag: FlagName, words: readonly string[]): void {
  if (words.length > 0) throw new UsageError(describeNoRangeTaken(formatFlag(flag), quoteWord(words[0])));
}

/** Refuses to act on keys where the person at the terminal could not answer: their answers are what is scanned. */
export function requireAnswers(flags: Flags, isTerminal: () => boolean): void {
  const acts = flags.onLeak !== undefined && flags.onLeak !== "report" && !flags.dryRun;
  if (acts && flags.stdin && isTerminal() && !flags.yes) throw new UsageError(CANNOT_ASK);
}

/** `skipIgnored` → `--skip-ignored`. */
function formatFlag(name: FlagName): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
