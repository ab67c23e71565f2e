#!/usr/bin/env node
import "./rolldown-runtime.js";
import { B as UsageError, C as json, F as plain, H as shown, K as sample, L as registryFor, P as keyless, R as EXIT, S as summary, U as verdict, V as conclude, _ as run, a as pathFilter, c as defaultRange, f as quoted, g as settingsFrom, h as hint, i as Ruler, l as endsOf, m as DEFAULTS, n as openRange, o as Gaps, q as detect, r as openFiles, t as VERSION, v as terminal, z as lastWords } from "./version.js";
import { writeFile } from "node:fs/promises";
import { parseArgs, styleText } from "node:util";
// src/flags.ts
const text = { type: "string" };
const list = {
	type: "string",
	multiple: true
};
const flag = { type: "boolean" };
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
	help: flag
};
/** Splits what was typed; a flag nobody knows is named with the nearest one that exists. */
function typed(args) {
	const { tokens } = parseArgs({
		args: [...args],
		options: OPTIONS,
		strict: false,
		allowPositionals: true,
		tokens: true
	});
	for (const token of tokens) {
		if (token.kind !== "option") continue;
		if (token.name === "openai-admin-key") throw new UsageError("The Admin API key is never a flag, where everyone on the machine can read it; set OPENAI_ADMIN_KEY.");
		const option = Object.hasOwn(OPTIONS, token.name) ? OPTIONS[token.name] : void 0;
		if (!option) throw new UsageError(`There is no flag ${shownWord(token.rawName)}.${hint(token.name, Object.keys(OPTIONS))} Try --help.`);
		if (option.type === "string" && token.value === void 0) throw new UsageError(`${token.rawName} needs a value after it.`);
		if (option.type === "boolean" && token.value !== void 0) throw new UsageError(`${token.rawName} takes no value.`);
	}
	const { values, positionals } = parseArgs({
		args: [...args],
		options: OPTIONS,
		allowPositionals: true
	});
	return {
		flags: values,
		words: positionals
	};
}
/** A flag's value as a setting takes it: a repeated one as lines. */
function valueOf(flags, name) {
	const value = flags[name];
	return Array.isArray(value) ? value.join("\n") : value === void 0 ? void 0 : String(value);
}
/** A flag's value out of a few words; the first is the default. */
function oneOf(flags, name, words) {
	const value = valueOf(flags, name);
	const word = value === void 0 ? words[0] : words.find((one) => one === value);
	if (word) return word;
	throw new UsageError(`--${name} is ${shownWord(value)}; it must be one of ${words.join(", ")}.`);
}
/** A word that was typed, to be shown: escaped, and without any key in it. */
function shownWord(word) {
	return JSON.stringify(plain(word ?? ""));
}
// src/report/help.ts
/** What `--help` prints. The names and defaults are those of the settings. */
const help = (version) => `openai-key-guard ${version}
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
// src/sources/stdin.ts
/** Opens a stream as one blob. It passes by once: lines and columns are told of what passed in the last megabytes. */
function openStdin({ stream, name }) {
	const gaps = new Gaps();
	const ruler = new Ruler();
	const coverage = {
		commits: 0,
		blobs: 0,
		bytes: 0,
		texts: 0
	};
	let ended = false;
	async function* passing() {
		try {
			for await (const chunk of stream) {
				if (chunk.length === 0) continue;
				ruler.pass(chunk);
				coverage.bytes += chunk.length;
				yield chunk;
			}
		} catch (error) {
			gaps.add("unreadable", `the stream broke off: ${error.code ?? "it did not say why"}`);
		}
		ended = true;
	}
	return {
		change: {
			kind: "stdin",
			name
		},
		source: {
			async *blobs() {
				coverage.texts += 1;
				yield {
					provenance: {
						kind: "stdin",
						name
					},
					chunks: passing()
				};
			},
			async locate(_blob, { encoding, member, offset, length }) {
				const place = member === null ? ruler.place(offset, length) : null;
				const [line, column] = [place?.line ?? null, place?.column ?? null];
				return [{
					where: "stdin",
					path: name,
					line,
					column,
					commit: null,
					author: null,
					at: null,
					encoding,
					member,
					inHead: true,
					preexisting: false
				}];
			},
			nameOf: async () => quoted(name),
			account() {
				const unread = ended ? [] : [{
					kind: "miscounted",
					detail: "the stream was not read to its end"
				}];
				return {
					coverage: { ...coverage },
					gaps: [...gaps.all(), ...unread]
				};
			}
		}
	};
}
// src/cli.ts
const { env, stdin, stdout, stderr } = process;
const COMMANDS = [
	"scan",
	"demo",
	"sandbox"
];
async function main() {
	delete env["OPENAI_CUSTOM_HEADERS"];
	const { flags, words } = typed(process.argv.slice(2));
	const [command, ...rest] = words;
	if (flags.help || command === void 0 && !flags.version) return void stdout.write(help(VERSION));
	if (flags.version) return void stdout.write(`openai-key-guard ${VERSION}\n`);
	switch (command) {
		case "scan": return await scan(flags, rest);
		case "demo": return await (await import("./demo.js")).demo({
			say: (line) => stdout.write(`${line}\n`),
			action: new URL("./action.js", import.meta.url),
			paint: painter(flags),
			path: env["PATH"] ?? "",
			defaults: DEFAULTS
		});
		case "sandbox": return await (await import("./serve.js")).serve({
			say: (line) => stdout.write(`${line}\n`),
			path: env["PATH"] ?? ""
		});
		default: throw new UsageError(`There is no command ${shownWord(command)}.${hint(String(command), COMMANDS)} Try --help.`);
	}
}
async function scan(flags, words) {
	const settings = settingsFrom((name) => name === "openai-admin-key" ? env["OPENAI_ADMIN_KEY"] : valueOf(flags, name));
	const format = oneOf(flags, "format", [
		"text",
		"json",
		"markdown"
	]);
	const { change, source } = await open(flags, settings, words);
	const now = () => /* @__PURE__ */ new Date();
	const found = () => void 0;
	const world = {
		source,
		detect,
		registry: registryFor(settings, now),
		memory: async () => /* @__PURE__ */ new Set(),
		found,
		noticed: () => {},
		sample,
		now
	};
	const report = await run(change, world, settings.policy);
	const detail = settings.detail === "auto" ? stdout.isTTY ? "full" : "minimal" : settings.detail;
	await write(printed(shown(report, detail), format, flags), report, flags);
	process.exitCode = EXIT[verdict(report)];
}
async function open(flags, { paths, exclude }, words) {
	const repo = valueOf(flags, "repo") ?? process.cwd();
	const [range, ...more] = words;
	if (flags.stdin) return openStdin({
		stream: stdin,
		name: valueOf(flags, "stdin-name") ?? "stdin"
	});
	if (flags.files) return await openFiles({
		root: repo,
		globs: words,
		exclude
	});
	if (more.length > 0) throw new UsageError(`scan takes one range, and ${more.length + 1} were given; try main..HEAD.`);
	const where = {
		repo,
		environment: env
	};
	const [includes, ends] = await Promise.all([pathFilter(paths, exclude), range === void 0 ? defaultRange(where) : endsOf(range, where)]);
	return await openRange({
		...where,
		...ends,
		includes
	});
}
function printed(report, format, flags) {
	switch (format) {
		case "json": return json(report, VERSION);
		case "markdown": return summary(report, {
			head: "",
			link: () => null,
			runUrl: null,
			version: VERSION
		});
		case "text": return terminal(report, {
			paint: painter(flags),
			width: stdout.columns ?? 100,
			unicode: true
		});
		default: return format;
	}
}
async function write(words, report, flags) {
	const file = valueOf(flags, "output");
	if (file !== void 0) await writeFile(file, words);
	else if (!(flags.quiet && conclude(report) === "clean")) stdout.write(words.endsWith("\n") ? words : `${words}\n`);
}
/** Colour where a terminal shows it: `NO_COLOR` (no-color.org) and --color decide before what the stream is. */
function painter(flags) {
	const when = oneOf(flags, "color", [
		"auto",
		"always",
		"never"
	]);
	return when === "always" || when === "auto" && !env["NO_COLOR"] && stdout.isTTY && flags.output === void 0 ? (style, words) => styleText(style, words) : (_style, words) => words;
}
stdout.on("error", (error) => {
	if (error.code !== "EPIPE") throw error;
});
try {
	await main();
} catch (error) {
	stderr.write(`${keyless(lastWords(error))}\n`);
	process.exitCode = EXIT.incomplete;
}
export {};
