#!/usr/bin/env node
import { writeFile } from "node:fs/promises";
import { styleText } from "node:util";
import { detector } from "./detect/detect.ts";
import { sample } from "./detect/sample.ts";
import { NO_JOURNAL } from "./domain/journal.ts";
import { deferred } from "./domain/registry.ts";
import { conclude, type Report, shown, verdict } from "./domain/report.ts";
import { EXIT, lastWords } from "./ending.ts";
import { UsageError } from "./errors.ts";
import { type Flags, oneOf, shownWord, typed, valueOf } from "./flags.ts";
import { brief, type Paint } from "./report/brief.ts";
import { keyless, plain } from "./report/escape.ts";
import { help } from "./report/help.ts";
import { run } from "./run.ts";
import { DEFAULTS, hint, type Settings, settingsFrom } from "./settings.ts";
import { defaultRange } from "./sources/branches.ts";
import { pathFilter } from "./sources/paths.ts";
import { openRange } from "./sources/range.ts";
import { endsOf } from "./sources/revisions.ts";
import { VERSION } from "./version.ts";

const { env, stdin, stdout, stderr } = process;

const COMMANDS = ["scan", "demo", "sandbox"];

async function main(): Promise<void> {
  // The SDK would send these headers with every request, and let them replace the key.
  delete env["OPENAI_CUSTOM_HEADERS"];
  const { flags, words } = typed(process.argv.slice(2));
  const [command, ...rest] = words;
  if (flags.help || (command === undefined && !flags.version)) return void stdout.write(help(VERSION));
  if (flags.version) return void stdout.write(`openai-key-guard ${VERSION}\n`);
  switch (command) {
    case "scan":
      return await scan(flags, rest);
    case "demo":
      return await (await import("./sandbox/demo.ts")).demo({
        say: (line) => stdout.write(`${line}\n`),
        action: new URL("./action.js", import.meta.url),
        paint: painter(flags),
        path: env["PATH"] ?? "",
        defaults: DEFAULTS,
      });
    case "sandbox":
      return await (await import("./sandbox/serve.ts")).serve({
        say: (line) => stdout.write(`${line}\n`),
        path: env["PATH"] ?? "",
      });
    default:
      throw new UsageError(`There is no command ${shownWord(command)}.${hint(String(command), COMMANDS)} Try --help.`);
  }
}

async function scan(flags: Flags, words: readonly string[]): Promise<void> {
  const settings = settingsFrom((name) =>
    name === "openai-admin-key" ? env["OPENAI_ADMIN_KEY"] : valueOf(flags, name),
  );
  const format = oneOf(flags, "format", ["text", "json", "markdown"]);
  const { change, source } = await open(flags, settings, words);
  const now = () => new Date();
  const world = {
    source,
    detect: detector({ strangers: flags.verbose === true }),
    registry: deferred(async () => {
      // Node has proxies for its fetch from version 24 on; where there are none of them, nothing changes.
      (await import("node:http")).setGlobalProxyFromEnv?.(env);
      return (await import("./openai/registry.ts")).registryFor(settings, now);
    }),
    journal: NO_JOURNAL,
    ignores: async () => [],
    memory: async () => new Set<string>(),
    found: () => {},
    noticed: flags.verbose ? notice : () => {},
    sample,
    committed: () => {},
    cancelled: () => false,
    now,
  };
  const report = await run(change, world, settings.policy);
  const detail = settings.detail === "auto" ? (stdout.isTTY ? "full" : "minimal") : settings.detail;
  await write(await printed(shown(report, detail), format, flags), report, flags);
  process.exitCode = EXIT[verdict(report)];
}

/** Says on the side what looked like a key and is none. */
function notice(what: string, where: string): void {
  stderr.write(`${plain(where)}: ${what}\n`);
}

/** What the command line can look at in place of a range of commits, by the flag that asks for it. */
const PLACES = ["staged", "history", "files", "stdin"] as const;

async function open(flags: Flags, { paths, exclude }: Settings, words: readonly string[]) {
  const repo = valueOf(flags, "repo") ?? process.cwd();
  const where = { repo, environment: env };
  const asked = PLACES.filter((place) => flags[place]);
  const [place] = asked;
  if (asked.length > 1) throw new UsageError(`--${asked.join(" and --")} exclude each other; choose one.`);
  if (place === "stdin")
    return (await import("./sources/stdin.ts")).openStdin({
      stream: stdin,
      name: valueOf(flags, "stdin-name") ?? "stdin",
    });
  if (place === "files") {
    const ignored = flags["skip-ignored"] !== true;
    return await (await import("./sources/files.ts")).openFiles({
      root: repo,
      globs: words,
      exclude,
      ignored,
      environment: env,
    });
  }
  const includes = await pathFilter(paths, exclude);
  if (place !== undefined && words.length > 0)
    throw new UsageError(`--${place} takes no range; ${shownWord(words[0])} was given.`);
  if (place === "staged") return await (await import("./sources/staged.ts")).openStaged({ ...where, includes });
  if (place === "history") {
    const { openHistory } = await import("./sources/history/history.ts");
    return await openHistory({
      ...where,
      includes,
      unreachable: flags.unreachable === true,
      progress: await progress(flags),
    });
  }
  if (words.length > 1) throw new UsageError(`scan takes one range, and ${words.length} were given; try main..HEAD.`);
  const [range] = words;
  const ends = range === undefined ? await defaultRange(where) : await endsOf(range, where);
  return await openRange({ ...where, ...ends, includes });
}

/** A bar for long work, on a terminal alone; it goes away when the work is done. */
async function progress(flags: Flags): Promise<(done: number, expected: number) => void> {
  if (!stderr.isTTY || flags.quiet) return () => {};
  const { default: bars } = await import("cli-progress");
  const bar = new bars.SingleBar({
    format: "{bar} {percentage}% · {eta_formatted} left",
    clearOnComplete: true,
    stream: stderr,
  });
  let isShown = false;
  return (done, expected) => {
    if (!isShown) bar.start(expected, done);
    isShown = true;
    bar.setTotal(expected);
    bar.update(done);
    if (done >= expected) bar.stop();
  };
}

/** The report in the format that was asked for. What takes more words than one line is loaded for those who need it. */
async function printed(report: Report, format: "text" | "json" | "markdown", flags: Flags): Promise<string> {
  switch (format) {
    case "json":
      return (await import("./report/json.ts")).json(report, VERSION);
    case "markdown": {
      const { summary } = await import("./report/markdown.ts");
      return summary(report, { head: "", link: () => null, runUrl: null, version: VERSION });
    }
    case "text": {
      const look = { paint: painter(flags), width: stdout.columns ?? 100, unicode: true };
      if (report.findings.length === 0 && report.gaps.length === 0) return brief(report, look);
      return (await import("./report/terminal.ts")).terminal(report, look);
    }
    default:
      return format satisfies never;
  }
}

async function write(words: string, report: Report, flags: Flags): Promise<void> {
  const file = valueOf(flags, "output");
  if (file !== undefined) await writeFile(file, words);
  else if (!(flags.quiet && conclude(report) === "clean")) stdout.write(words.endsWith("\n") ? words : `${words}\n`);
}

/** Colour where a terminal shows it: `NO_COLOR` (no-color.org) and --color decide before what the stream is. */
function painter(flags: Flags): Paint {
  const when = oneOf(flags, "color", ["auto", "always", "never"]);
  const isOn = when === "always" || (when === "auto" && !env["NO_COLOR"] && stdout.isTTY && flags.output === undefined);
  return isOn ? (style, words) => styleText(style, words) : (_style, words) => words;
}

// Whoever reads us may stop early, as head does: that is no fault, and changes no exit code.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  await main();
} catch (error) {
  stderr.write(`${keyless(lastWords(error))}\n`);
  process.exitCode = EXIT.incomplete;
}
