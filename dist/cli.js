#!/usr/bin/env node
import { __toESM } from "./rolldown-runtime.js";
import { DEFAULTS, EXIT_CODES, UsageError, VERSION, brief, conclude, concludeRun, createWorld, describeCrash, escapePlain, isBrief, openScanTarget, parseSettings, readSourcesId, redactKeys, restrictPolicy, restrictReport, scanChange, suggestNearest } from "./scan.js";
import { COMMANDS, FLAGS, flagOf, flagsOf, isCommand } from "./help-flags.js";
import { hostname, userInfo } from "node:os";
import { parseArgs, styleText } from "node:util";
import { pathToFileURL } from "node:url";
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
// src/cli/flags.ts
const OPTIONS = Object.fromEntries(Object.keys(FLAGS).map((name) => {
	const { value, repeats = false } = flagOf(name);
	return [name, {
		type: value === null ? "boolean" : "string",
		multiple: repeats
	}];
}));
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
		if (!option) throw new UsageError(`There is no flag ${shownWord(token.rawName)}.${suggestNearest(token.name, Object.keys(OPTIONS))} Try --help.`);
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
function refuseForeign(flags, command) {
	const own = flagsOf(command);
	const foreign = Object.keys(flags).find((name) => !own.includes(name));
	if (foreign !== void 0) throw new UsageError(`${command} takes no --${foreign}; try ${command} --help.`);
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
	return JSON.stringify(escapePlain(word ?? ""));
}
// src/cli/terminal.ts
const { env: env$2, platform: platform$1, stdout: stdout$3, stderr: stderr$3 } = process;
function look(flags) {
	const { columns = 100, isTTY } = stdout$3;
	const locale = env$2["LC_ALL"] || env$2["LC_CTYPE"] || env$2["LANG"] || "";
	const isPlain = env$2["TERM"] === "linux" || platform$1 !== "win32" && !/utf-?8/i.test(locale);
	return {
		paint: painter(flags),
		width: columns,
		unicode: !(isTTY && isPlain),
		verbose: flags.verbose === true
	};
}
async function richLook(flags) {
	const { default: supports } = await import("./terminal.js").then((n) => n.supports_hyperlinks_exports);
	if (!supports.stdout || flags.output !== void 0) return look(flags);
	const repo = resolve(valueOf(flags, "repo") ?? ".");
	return {
		...look(flags),
		link: (text, url) => `\u001b]8;;${url}\u0007${text}\u001b]8;;\u0007`,
		opens: ({ where, path, inHead }) => where === "file" && path !== null && inHead ? pathToFileURL(resolve(repo, path)).href : null
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
	if (!stderr$3.isTTY || flags.quiet) return () => {};
	const { default: bars } = await import("./terminal.js").then((n) => /* @__PURE__ */ __toESM(n.require_cli_progress(), 1));
	const bar = new bars.SingleBar({
		format: "{bar} {percentage}% · {eta_formatted} left",
		clearOnComplete: true,
		stream: stderr$3
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
const { stdout: stdout$2, stderr: stderr$2 } = process;
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
	const last = flags.quiet || format !== "text" ? null : (await import("./scan.js").then((n) => n.last_line_exports)).describeFailure(report);
	if (last !== null) stderr$2.write(`${last}\n`);
}
async function printed(report, format, flags) {
	const context = {
		head: "",
		link: () => null,
		runUrl: null,
		version: VERSION
	};
	switch (format) {
		case "json": return (await import("./scan.js").then((n) => n.json_exports)).renderJson(report, VERSION);
		case "sarif": return (await import("./report.js").then((n) => n.sarif_exports)).renderSarif(report, context);
		case "markdown": return (await import("./report.js").then((n) => n.markdown_exports)).renderSummary(report, context);
		case "html": return (await import("./report.js").then((n) => n.html_exports)).renderHtml(report, context);
		case "text":
			if (isBrief(report)) return brief(report, look(flags));
			return (await import("./report.js").then((n) => n.text_exports)).renderText(report, await richLook(flags));
		default: return format;
	}
}
// src/cli/target.ts
const { stdin } = process;
const INSTEAD = [
	"staged",
	"pushed",
	"history",
	"files",
	"stdin"
];
function parseTarget(flags, words) {
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
		case "pushed":
			if (words.length > 1) throw new UsageError(`--pushed takes one remote, and ${words.length} were given.`);
			if (stdin.isTTY) throw new UsageError("--pushed is for hooks of git, which tell it what is pushed; see openai-key-guard hook install.");
			return {
				kind,
				stream: stdin,
				remote: words[0] || null
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
// src/cli/scan.ts
const { env: env$1, stdout: stdout$1, stderr: stderr$1 } = process;
async function scan(flags, words) {
	const settings = readSettings(flags);
	const format = formatIn(flags);
	if (flags["write-baseline"] && !flags.history) throw new UsageError("--write-baseline goes with --history: a baseline names all that was there before.");
	const report = await runScan(await openScanTarget(parseTarget(flags, words), await createScanContext(flags, settings)), settings, flags);
	await print(restrictReport(report, chooseDetail(settings)), format, flags);
	process.exitCode = EXIT_CODES[concludeRun(report)];
	if (flags["write-baseline"]) await addToBaseline(report, flags);
}
async function addToBaseline(report, flags) {
	const { writeBaseline } = await import("./ignore-file.js").then((n) => n.commands_exports);
	const { ignoreFileIn } = await import("./commands.js").then((n) => n.ignore_exports);
	const lines = await writeBaseline(ignoreFileIn(flags), report.findings);
	stderr$1.write(lines.map((line) => `${line}\n`).join(""));
}
function chooseDetail({ detail }) {
	return detail === "auto" ? stdout$1.isTTY ? "full" : "minimal" : detail;
}
function readSettings(flags) {
	return parseSettings((name) => name === "openai-admin-key" ? env$1["OPENAI_ADMIN_KEY"] : valueOf(flags, name));
}
async function createScanContext(flags, { paths, exclude, ignoreFile }) {
	return {
		repo: valueOf(flags, "repo") ?? process.cwd(),
		environment: env$1,
		paths,
		exclude,
		ignoreFile,
		progress: await progressBar(flags)
	};
}
async function runScan({ change, source, trusted }, settings, flags) {
	let isCancelled = false;
	const stop = () => {
		if (isCancelled) process.exit(EXIT_CODES.incomplete);
		isCancelled = true;
		stderr$1.write("Interrupted: the key in hand is finished, and no other is begun.\n");
	};
	const world = await createWorld({
		source,
		settings,
		environment: env$1,
		run: describeRun(),
		ignores: async () => trusted.ignore,
		otherVendors: flags.verbose === true,
		progress: await progressBar(flags),
		...flags.verbose && { onLookAlike: printLookAlike },
		onContainment: () => {
			for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, stop);
		},
		isCancelled: () => isCancelled
	});
	return await scanChange(change, world, restrictPolicy(settings.policy, trusted));
}
function describeRun() {
	return {
		host: hostname(),
		user: userInfo().username,
		version: VERSION
	};
}
function printLookAlike(what, where) {
	stderr$1.write(`${escapePlain(where)}: ${what}\n`);
}
// src/cli.ts
const { env, stdout, stderr } = process;
async function main() {
	delete env["OPENAI_CUSTOM_HEADERS"];
	const { flags, words } = typed(process.argv.slice(2));
	const [command, ...rest] = words;
	if (flags.help || command === void 0 && !flags.version) {
		const { help } = await import("./report.js").then((n) => n.help_exports);
		stdout.write(help(VERSION, isCommand(command) ? command : null, stdout.columns));
		return;
	}
	if (flags.version) {
		const id = await readSourcesId();
		stdout.write(`openai-key-guard ${VERSION}${id === null ? "" : ` (src ${id})`}\n`);
		return;
	}
	if (!isCommand(command)) {
		const names = Object.keys(COMMANDS);
		throw new UsageError(`There is no command ${shownWord(command)}.${suggestNearest(String(command), names)} Try --help.`);
	}
	refuseForeign(flags, command);
	switch (command) {
		case "scan": return await scan(flags, rest);
		case "contain": return await (await import("./commands.js").then((n) => n.contain_exports)).contain(flags, rest);
		case "ignore": return await (await import("./commands.js").then((n) => n.ignore_exports)).ignore(flags, rest);
		case "completion": return (await import("./commands.js").then((n) => n.complete_exports)).complete(rest);
		case "hook": return await (await import("./commands.js").then((n) => n.hook_exports)).hook(flags, rest);
		case "demo": return await (await import("./sandbox.js").then((n) => n.demo_exports)).runDemo({
			say: (line) => stdout.write(`${line}\n`),
			action: new URL("./action.js", import.meta.url),
			paint: painter(flags),
			path: env["PATH"] ?? "",
			defaults: DEFAULTS
		});
		case "sandbox": return await (await import("./sandbox.js").then((n) => n.serve_exports)).serve({
			say: (line) => stdout.write(`${line}\n`),
			path: env["PATH"] ?? ""
		});
		default: return command;
	}
}
stdout.on("error", (error) => {
	if (error.code !== "EPIPE") throw error;
});
main().catch((error) => {
	stderr.write(`${redactKeys(describeCrash(error))}\n`);
	process.exitCode = EXIT_CODES.incomplete;
});
export { chooseDetail, createScanContext, formatIn, print, readSettings, runScan, shownWord, valueOf };
