#!/usr/bin/env node
import { i as __toESM } from "./rolldown-runtime.js";
import { Bt as settingsFrom, Ct as VERSION, G as deferred, J as sample, Jt as plain, Kt as keyless, Mt as shown, Nt as verdict, Rt as DEFAULTS, St as SOURCES_ID, U as EXIT, W as lastWords, X as detector, Xt as UsageError, ct as brief, jt as conclude, q as NO_JOURNAL, t as run, zt as hint } from "./core.js";
import { t as openPlace } from "./places.js";
import { hostname, userInfo } from "node:os";
import { parseArgs, styleText } from "node:util";
import { writeFile } from "node:fs/promises";
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
// src/cli/place.ts
const { stdin } = process;
const INSTEAD = [
	"staged",
	"history",
	"files",
	"stdin"
];
function placeIn(flags, words) {
	const asked = INSTEAD.filter((one) => flags[one]);
	const [kind] = asked;
	if (asked.length > 1) throw new UsageError(`--${asked.join(" and --")} exclude each other; choose one.`);
	switch (kind) {
		case "stdin": return {
			kind,
			stream: stdin,
			name: valueOf(flags, "stdin-name") ?? "stdin"
		};
		case "files": return {
			kind,
			globs: words,
			ignored: flags["skip-ignored"] !== true
		};
		case "staged":
		case "history":
			if (words.length > 0) throw new UsageError(`--${kind} takes no range; ${shownWord(words[0])} was given.`);
			return kind === "staged" ? { kind } : {
				kind,
				unreachable: flags.unreachable === true
			};
		case void 0:
			if (words.length > 1) throw new UsageError(`scan takes one range, and ${words.length} were given; try main..HEAD.`);
			return {
				kind: "range",
				range: words[0] ?? null
			};
		default: return kind;
	}
}
// src/cli/terminal.ts
const { env: env$2, stdout: stdout$3, stderr: stderr$2 } = process;
function look(flags) {
	return {
		paint: painter(flags),
		width: stdout$3.columns ?? 100,
		unicode: true
	};
}
function painter(flags) {
	const when = oneOf(flags, "color", [
		"auto",
		"always",
		"never"
	]);
	return when === "always" || when === "auto" && !env$2["NO_COLOR"] && stdout$3.isTTY && flags.output === void 0 ? (style, words) => styleText(style, words) : (_style, words) => words;
}
async function progressBar(flags) {
	if (!stderr$2.isTTY || flags.quiet) return () => {};
	const { default: bars } = await import("./cli-progress.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const bar = new bars.SingleBar({
		format: "{bar} {percentage}% · {eta_formatted} left",
		clearOnComplete: true,
		stream: stderr$2
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
// src/cli/print.ts
const { stdout: stdout$2 } = process;
const FORMATS = [
	"text",
	"json",
	"sarif",
	"markdown",
	"html"
];
function formatIn(flags) {
	return oneOf(flags, "format", FORMATS);
}
async function print(report, format, flags) {
	const words = await printed(report, format, flags);
	const file = valueOf(flags, "output");
	if (file !== void 0) await writeFile(file, words);
	else if (!(flags.quiet && conclude(report) === "clean")) stdout$2.write(words.endsWith("\n") ? words : `${words}\n`);
}
async function printed(report, format, flags) {
	const context = {
		head: "",
		link: () => null,
		runUrl: null,
		version: VERSION
	};
	switch (format) {
		case "json": return (await import("./json.js")).json(report, VERSION);
		case "sarif": return (await import("./sarif.js")).sarif(report, context);
		case "markdown": return (await import("./markdown.js")).summary(report, context);
		case "html": return (await import("./html.js")).html(report, context);
		case "text":
			if (report.findings.length === 0 && report.gaps.length === 0) return brief(report, look(flags));
			return (await import("./terminal.js")).terminal(report, look(flags));
		default: return format;
	}
}
// src/cli/scan.ts
const { env: env$1, stdout: stdout$1, stderr: stderr$1 } = process;
async function scan(flags, words) {
	const settings = settingsOf(flags);
	const format = formatIn(flags);
	const { change, source } = await openPlace(placeIn(flags, words), await aroundOf(flags, settings));
	const report = await investigate(change, source, settings, flags);
	const detail = settings.detail === "auto" ? stdout$1.isTTY ? "full" : "minimal" : settings.detail;
	await print(shown(report, detail), format, flags);
	process.exitCode = EXIT[verdict(report)];
}
function settingsOf(flags) {
	return settingsFrom((name) => name === "openai-admin-key" ? env$1["OPENAI_ADMIN_KEY"] : valueOf(flags, name));
}
async function aroundOf(flags, { paths, exclude }) {
	return {
		repo: valueOf(flags, "repo") ?? process.cwd(),
		environment: env$1,
		paths,
		exclude,
		progress: await progressBar(flags)
	};
}
async function investigate(change, source, settings, flags) {
	const now = () => /* @__PURE__ */ new Date();
	const { auditFile: file } = settings;
	let isCancelled = false;
	const stop = () => {
		if (isCancelled) process.exit(EXIT.incomplete);
		isCancelled = true;
		stderr$1.write("Interrupted: the key in hand is finished, and no other is begun.\n");
	};
	const world = {
		source,
		detect: detector({ strangers: flags.verbose === true }),
		registry: deferred(async () => {
			(await import("node:http")).setGlobalProxyFromEnv?.(env$1);
			return (await import("./registry.js")).registryFor(settings, now, await progressBar(flags));
		}),
		journal: file === null ? NO_JOURNAL : await (await import("./journal.js")).openJournal({
			file,
			run: thisRun()
		}),
		ignores: async () => [],
		memory: async () => /* @__PURE__ */ new Set(),
		found: () => {},
		noticed: flags.verbose ? notice : () => {},
		sample,
		committed: () => {
			for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, stop);
		},
		cancelled: () => isCancelled,
		now
	};
	return await run(change, world, settings.policy);
}
function thisRun() {
	return {
		host: hostname(),
		user: userInfo().username,
		version: VERSION
	};
}
function notice(what, where) {
	stderr$1.write(`${plain(where)}: ${what}\n`);
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
const { env, stdout, stderr } = process;
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
	if (flags.version) return void stdout.write(`openai-key-guard ${VERSION}${` (src ${SOURCES_ID})`}\n`);
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
