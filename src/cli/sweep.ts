import type { Command } from "commander";
import { UsageError } from "../errors.ts";
import { SCAN_HELP } from "../messages/command-line/help.ts";
import {
  SWEEP_ADMIN_KEY,
  SWEEP_EXIT_CODES,
  SWEEP_FLAGS,
  SWEEP_HEADINGS,
  SWEEP_HELP,
} from "../messages/command-line/sweep.ts";
import { describeSweepFlag } from "../messages/errors/command-line/sweep.ts";
import { readFlags } from "./flags.ts";
import { addHelpNotes } from "./help.ts";
import {
  addContainmentOptions,
  addReportOptions,
  createList,
  createRepoOption,
  createWordArgument,
} from "./options.ts";
import type { SweepFlags } from "./sweep/flags.ts";

/** What a sweep is made of, in its order. */
const VERBS = ["plan", "scan", "merge"] as const;

type Verb = (typeof VERBS)[number];

/** The flags that each word takes. Those of `merge` are all others, too. */
const TAKEN = {
  plan: ["shards", "state", "include", "exclude", "archived", "forks", "output", "quiet", "color"],
  scan: ["shard", "maxDisk", "output", "detail", "quiet", "color"],
} as const satisfies Record<string, readonly (keyof SweepFlags)[]>;

/** Flags that `merge` does not take. */
const REFUSED = ["shards", "shard", "maxDisk", "include", "exclude", "archived", "forks"] as const;

/** Adds `sweep plan`, `sweep scan` and `sweep merge`. */
export function addSweep(program: Command): void {
  const { summary, description, examples } = SWEEP_HELP;
  const command = program
    .command("sweep")
    .summary(summary)
    .description(`${summary}\n\n${description}`)
    .usage(["plan ORG", "scan PLAN --shard I --output DIR", "merge DIR …"].join("\n       openai-key-guard sweep "))
    .addArgument(createWordArgument("sweep", VERBS))
    .argument("[words...]");
  addPlanOptions(command);
  addContainmentOptions(command);
  addReportOptions(command);
  command
    .option("--upload-sarif", SWEEP_FLAGS.uploadSarif)
    .option("--proof-file <FILE>", SCAN_HELP.proofFile)
    .option("--verbose", SWEEP_FLAGS.verbose)
    .action(async (verb: Verb, words: readonly string[]) => await sweep(verb, words, readFlags(command)));
  addHelpNotes(command, {
    examples,
    adminKey: SWEEP_ADMIN_KEY,
    variables: ["OPENAI_ADMIN_KEY", "GITHUB_TOKEN", "NO_COLOR", "HTTPS_PROXY"],
    exitCodes: SWEEP_EXIT_CODES,
  });
}

function addPlanOptions(command: Command): void {
  const say = SWEEP_FLAGS;
  command
    .optionsGroup(SWEEP_HEADINGS.plan)
    .option("--shards <N>", say.shards)
    .addOption(createList("--include <GLOB>", say.include))
    .addOption(createList("--exclude <GLOB>", say.exclude))
    .option("--archived", say.archived)
    .option("--forks", say.forks)
    .option("--shard <I>", say.shard)
    .option("--max-disk <GB>", say.maxDisk)
    .option("--state <FILE>", say.state)
    .addOption(createRepoOption())
    .option("--ignore-file <PATH>", say.ignoreFile);
}

async function sweep(verb: Verb, words: readonly string[], flags: SweepFlags): Promise<void> {
  refuseFlags(verb, flags);
  switch (verb) {
    case "plan":
      return await (await import("./sweep/plan.ts")).planTyped(words, flags);
    case "scan":
      return await (await import("./sweep/scan.ts")).scanShardTyped(words, flags);
    case "merge":
      return await (await import("./sweep/merge.ts")).mergeTyped(words, flags);
    default:
      return verb satisfies never;
  }
}

/** Refuses flags of the other words: ignored, each would make a promise that is not kept. */
function refuseFlags(verb: Verb, flags: SweepFlags): void {
  const given = Object.entries(flags).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const isTaken = (name: string) =>
    verb === "merge" ? !REFUSED.some((one) => one === name) : (TAKEN[verb] as readonly string[]).includes(name);
  const wrong = given.find((name) => !isTaken(name));
  if (wrong === undefined) return;
  const flag = `--${wrong.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  throw new UsageError(describeSweepFlag(verb, flag));
}
