#!/usr/bin/env node
import { writeFile } from "node:fs/promises";
import { type ParseArgsConfig, parseArgs, styleText } from "node:util";
import { detect } from "./detect/detect.ts";
import { conclude, type Report, shown, verdict } from "./domain/report.ts";
import { EXIT, lastWords } from "./ending.ts";
import { UsageError } from "./errors.ts";
import { registryFor } from "./openai/registry.ts";
import { keyless, plain } from "./report/escape.ts";
import { json } from "./report/json.ts";
import { summary } from "./report/markdown.ts";
import { type Paint, terminal } from "./report/terminal.ts";
import { run } from "./run.ts";
import { DEFAULTS, hint, type Settings, settingsFrom } from "./settings.ts";
import { defaultRange } from "./sources/branches.ts";
import { openFiles } from "./sources/files.ts";
import { pathFilter } from "./sources/paths.ts";
import { openRange } from "./sources/range.ts";
import { endsOf } from "./sources/revisions.ts";
import { openStdin } from "./sources/stdin.ts";
import { VERSION } from "./version.ts";

const { env, stdin, stdout, stderr } = process;

const HELP = `openai-key-guard ${VERSION}
Finds OpenAI API keys in what a change brings, says whose they are and whether they work, and revokes them when asked.

  openai-key-guard scan [RANGE]     commits, as main..HEAD; without a range those that HEAD has and its upstream has not
      --files GLOB …                files on disk instead
      --stdin [--stdin-name PATH]   one stream instead
  openai-key-guard demo             the whole story on a real repository, with an embedded OpenAI and GitHub
  openai-key-guard sandbox          the embedded OpenAI and GitHub, to point other things at

  --repo DIR             the repository; the current folder
  --paths GLOB           look only at these paths; may be repeated, as --exclude
  --exclude GLOB         leave these paths out
  --on-leak WORD         report (default) or revoke
  --dry-run              decide and say what would be done; touch nothing
  --try-keys WORD        own (default), all or none: which found keys may be tried with one read-only request
  --protect ID           never revoke this key, project or owner (id or name); may be repeated
  --max-contained N      more keys than this: revoke none (3)
  --fail-on WORD         leak (default), active or never
  --detail WORD          full or minimal; on a terminal full, elsewhere minimal
  --openai-base-url URL  https://api.openai.com/v1
  --format WORD          text (default), json or markdown
  --output FILE          write there instead of to the standard output
  --color WORD           auto (default), always or never
  --quiet                say nothing when the change is clean
  --version, --help

The Admin API key is read from OPENAI_ADMIN_KEY alone; without it keys are found and reported, not identified.
Exit codes: 0 clean, or nothing that --fail-on names · 1 leaked · 2 could not tell, or used wrongly.
`;

const text = { type: "string" } as const;
const list = { type: "string", multiple: true } as const;
const flag = { type: "boolean" } as const;
const OPTIONS = {
  repo: text,
  files: flag,
  stdin: flag,
  "stdin-name": text,
  paths: list,
  exclude: list,
  "on-leak": text,
  "dry-run": flag,
  "try-keys": text,
  protect: list,
  "max-contained": text,
  "fail-on": text,
  detail: text,
  "openai-base-url": text,
  format: text,
  output: text,
  color: text,
  quiet: flag,
  version: flag,
  help: flag,
} as const satisfies ParseArgsConfig["options"];
type Flags = Partial<Record<keyof typeof OPTIONS, string | boolean | (string | boolean)[]>>;
const COMMANDS = ["scan", "demo", "sandbox"];

async function main(): Promise<void> {
  // The SDK would send these headers with every request, and let them replace the key.
  delete env["OPENAI_CUSTOM_HEADERS"];
  const { flags, words } = typed(process.argv.slice(2));
  const [command, ...rest] = words;
  if (flags.help || (command === undefined && !flags.version)) return void stdout.write(HELP);
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
  const found = () => undefined;
  const world = {
    source,
    detect,
    registry: registryFor(settings, now),
    memory: async () => new Set<string>(),
    found,
    now,
  };
  const report = await run(change, world, settings.policy);
  const detail = settings.detail === "auto" ? (stdout.isTTY ? "full" : "minimal") : settings.detail;
  await write(printed(shown(report, detail), format, flags), report, flags);
  process.exitCode = EXIT[verdict(report)];
}

async function open(flags: Flags, { paths, exclude }: Settings, words: readonly string[]) {
  const repo = valueOf(flags, "repo") ?? process.cwd();
  const [range, ...more] = words;
  if (flags.stdin) return openStdin({ stream: stdin, name: valueOf(flags, "stdin-name") ?? "stdin" });
  if (flags.files) return await openFiles({ root: repo, globs: words, exclude });
  if (more.length > 0) throw new UsageError(`scan takes one range, and ${more.length + 1} were given; try main..HEAD.`);
  const where = { repo, environment: env };
  const [includes, ends] = await Promise.all([
    pathFilter(paths, exclude),
    range === undefined ? defaultRange(where) : endsOf(range, where),
  ]);
  return await openRange({ ...where, ...ends, includes });
}

function printed(report: Report, format: "text" | "json" | "markdown", flags: Flags): string {
  switch (format) {
    case "json":
      return json(report, VERSION);
    case "markdown":
      return summary(report, { head: "", link: () => null, runUrl: null, version: VERSION });
    case "text":
      return terminal(report, { paint: painter(flags), width: stdout.columns ?? 100, unicode: true });
    default:
      return format satisfies never;
  }
}

async function write(words: string, report: Report, flags: Flags): Promise<void> {
  const file = valueOf(flags, "output");
  if (file !== undefined) await writeFile(file, words);
  else if (!(flags.quiet && conclude(report) === "clean")) stdout.write(words.endsWith("\n") ? words : `${words}\n`);
}

/** Splits what was typed; a flag nobody knows is named with the nearest one that exists. */
function typed(args: readonly string[]): { flags: Flags; words: readonly string[] } {
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
    const option = Object.hasOwn(OPTIONS, token.name) ? OPTIONS[token.name as keyof typeof OPTIONS] : undefined;
    if (!option)
      throw new UsageError(
        `There is no flag ${shownWord(token.rawName)}.${hint(token.name, Object.keys(OPTIONS))} Try --help.`,
      );
    if (option.type === "string" && token.value === undefined)
      throw new UsageError(`${token.rawName} needs a value after it.`);
    if (option.type === "boolean" && token.value !== undefined)
      throw new UsageError(`${token.rawName} takes no value.`);
  }
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  return { flags: values, words: positionals };
}

function valueOf(flags: Flags, name: string): string | undefined {
  const value = flags[name as keyof Flags];
  return Array.isArray(value) ? value.join("\n") : value === undefined ? undefined : String(value);
}

function oneOf<Word extends string>(flags: Flags, name: keyof Flags, words: readonly [Word, ...Word[]]): Word {
  const value = valueOf(flags, name);
  const word = value === undefined ? words[0] : words.find((one) => one === value);
  if (word) return word;
  throw new UsageError(`--${name} is ${shownWord(value)}; it must be one of ${words.join(", ")}.`);
}

/** Colour where a terminal shows it: `NO_COLOR` (no-color.org) and --color decide before what the stream is. */
function painter(flags: Flags): Paint {
  const when = oneOf(flags, "color", ["auto", "always", "never"]);
  const isOn = when === "always" || (when === "auto" && !env["NO_COLOR"] && stdout.isTTY && flags.output === undefined);
  return isOn ? (style, words) => styleText(style, words) : (_style, words) => words;
}

function shownWord(word: string | undefined): string {
  return JSON.stringify(plain(word ?? ""));
}

try {
  await main();
} catch (error) {
  stderr.write(`${keyless(lastWords(error))}\n`);
  process.exitCode = EXIT.incomplete;
}
