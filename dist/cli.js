#!/usr/bin/env node
import { i as __toESM } from "./rolldown-runtime.js";
import { At as deferred, Ct as UsageError, Et as verdict, Ft as detector, Nt as sample, St as lastWords, Tt as shown, a as run, f as plain, ft as defaultRange, i as settingsFrom, k as openRange, m as brief, n as DEFAULTS, pt as endsOf, r as hint, t as VERSION, u as keyless, ut as pathFilter, wt as conclude, xt as EXIT } from "./core.js";
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
	"skip-ignored": flag,
	staged: flag,
	history: flag,
	unreachable: flag,
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
	verbose: flag,
	version: flag,
	help: flag
};
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
function valueOf(flags, name) {
	const value = flags[name];
	return Array.isArray(value) ? value.join("\n") : value === void 0 ? void 0 : String(value);
}
function oneOf(flags, name, words) {
	const value = valueOf(flags, name);
	const word = value === void 0 ? words[0] : words.find((one) => one === value);
	if (word) return word;
	throw new UsageError(`--${name} is ${shownWord(value)}; it must be one of ${words.join(", ")}.`);
}
function shownWord(word) {
	return JSON.stringify(plain(word ?? ""));
}
// src/report/help.ts
const help = (version) => `openai-key-guard ${version}
Finds OpenAI API keys in what a change brings, says whose they are and whether they work, and revokes them when asked.

  openai-key-guard scan [RANGE]     commits, as main..HEAD; without a range those that HEAD has and its upstream has not
      --staged                      what is staged for the next commit instead
      --history [--unreachable]     all commits of all branches and tags; with --unreachable what none leads to, too
      --files [GLOB …]              files on disk instead; --skip-ignored leaves out what .gitignore hides
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
  --verbose              say as well what looked like a key and is none
  --version, --help

The Admin API key is read from OPENAI_ADMIN_KEY alone; without it keys are found and reported, not identified.
Exit codes: 0 clean, or nothing that --fail-on names · 1 leaked · 2 could not tell, or used wrongly.
`;
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
	const world = {
		source,
		detect: detector({ strangers: flags.verbose === true }),
		registry: deferred(async () => {
			(await import("node:http")).setGlobalProxyFromEnv?.(env);
			return (await import("./registry.js")).registryFor(settings, now);
		}),
		memory: async () => /* @__PURE__ */ new Set(),
		found: () => {},
		noticed: flags.verbose ? notice : () => {},
		sample,
		now
	};
	const report = await run(change, world, settings.policy);
	const detail = settings.detail === "auto" ? stdout.isTTY ? "full" : "minimal" : settings.detail;
	await write(await printed(shown(report, detail), format, flags), report, flags);
	process.exitCode = EXIT[verdict(report)];
}
function notice(what, where) {
	stderr.write(`${plain(where)}: ${what}\n`);
}
const PLACES = [
	"staged",
	"history",
	"files",
	"stdin"
];
async function open(flags, { paths, exclude }, words) {
	const repo = valueOf(flags, "repo") ?? process.cwd();
	const where = {
		repo,
		environment: env
	};
	const asked = PLACES.filter((place) => flags[place]);
	const [place] = asked;
	if (asked.length > 1) throw new UsageError(`--${asked.join(" and --")} exclude each other; choose one.`);
	if (place === "stdin") return (await import("./stdin.js")).openStdin({
		stream: stdin,
		name: valueOf(flags, "stdin-name") ?? "stdin"
	});
	if (place === "files") {
		const ignored = flags["skip-ignored"] !== true;
		return await (await import("./files.js")).openFiles({
			root: repo,
			globs: words,
			exclude,
			ignored,
			environment: env
		});
	}
	const includes = await pathFilter(paths, exclude);
	if (place !== void 0 && words.length > 0) throw new UsageError(`--${place} takes no range; ${shownWord(words[0])} was given.`);
	if (place === "staged") return await (await import("./staged.js")).openStaged({
		...where,
		includes
	});
	if (place === "history") {
		const { openHistory } = await import("./history.js");
		return await openHistory({
			...where,
			includes,
			unreachable: flags.unreachable === true,
			progress: await progress(flags)
		});
	}
	if (words.length > 1) throw new UsageError(`scan takes one range, and ${words.length} were given; try main..HEAD.`);
	const [range] = words;
	const ends = range === void 0 ? await defaultRange(where) : await endsOf(range, where);
	return await openRange({
		...where,
		...ends,
		includes
	});
}
async function progress(flags) {
	if (!stderr.isTTY || flags.quiet) return () => {};
	const { default: bars } = await import("./cli-progress.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const bar = new bars.SingleBar({
		format: "{bar} {percentage}% · {eta_formatted} left",
		clearOnComplete: true,
		stream: stderr
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
async function printed(report, format, flags) {
	switch (format) {
		case "json": return (await import("./json.js")).json(report, VERSION);
		case "markdown": {
			const { summary } = await import("./markdown.js");
			return summary(report, {
				head: "",
				link: () => null,
				runUrl: null,
				version: VERSION
			});
		}
		case "text": {
			const look = {
				paint: painter(flags),
				width: stdout.columns ?? 100,
				unicode: true
			};
			if (report.findings.length === 0 && report.gaps.length === 0) return brief(report, look);
			return (await import("./terminal.js")).terminal(report, look);
		}
		default: return format;
	}
}
async function write(words, report, flags) {
	const file = valueOf(flags, "output");
	if (file !== void 0) await writeFile(file, words);
	else if (!(flags.quiet && conclude(report) === "clean")) stdout.write(words.endsWith("\n") ? words : `${words}\n`);
}
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
