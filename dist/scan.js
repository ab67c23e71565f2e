import { i as __toESM } from "./rolldown-runtime.js";
import { Ht as concludeRun, Nt as VERSION, Ut as restrictReport, V as restrictPolicy, Vt as conclude, Y as createWorld, Yt as parseSettings, ct as brief, en as escapePlain, lt as isBrief, on as UsageError, ot as EXIT_CODES, tt as scanChange } from "./core.js";
import { t as openScanTarget } from "./scan-target.js";
import { a as valueOf, r as shownWord, t as oneOf } from "./flags.js";
import { hostname, userInfo } from "node:os";
import { styleText } from "node:util";
import { pathToFileURL } from "node:url";
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
// src/cli/terminal.ts
const { env: env$1, platform: platform$1, stdout: stdout$2, stderr: stderr$2 } = process;
function look(flags) {
	const { columns = 100, isTTY } = stdout$2;
	const locale = env$1["LC_ALL"] || env$1["LC_CTYPE"] || env$1["LANG"] || "";
	const isPlain = env$1["TERM"] === "linux" || platform$1 !== "win32" && !/utf-?8/i.test(locale);
	return {
		paint: painter(flags),
		width: columns,
		unicode: !(isTTY && isPlain),
		verbose: flags.verbose === true
	};
}
async function richLook(flags) {
	const { default: supports } = await import("./supports-hyperlinks.js");
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
	return when === "always" || when === "auto" && !env$1["NO_COLOR"] && stdout$2.isTTY && flags.output === void 0 ? (style, words) => styleText(style, words) : (_style, words) => words;
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
const { stdout: stdout$1, stderr: stderr$1 } = process;
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
	else if (!(flags.quiet && conclude(report) === "clean")) stdout$1.write(words.endsWith("\n") ? words : `${words}\n`);
	const last = flags.quiet || format !== "text" ? null : (await import("./last-line.js")).renderLastLine(report);
	if (last !== null) stderr$1.write(`${last}\n`);
}
async function printed(report, format, flags) {
	const context = {
		head: "",
		link: () => null,
		runUrl: null,
		version: VERSION
	};
	switch (format) {
		case "json": return (await import("./json2.js")).renderJson(report, VERSION);
		case "sarif": return (await import("./sarif.js")).renderSarif(report, context);
		case "markdown": return (await import("./markdown.js")).renderSummary(report, context);
		case "html": return (await import("./html.js")).renderHtml(report, context);
		case "text":
			if (isBrief(report)) return brief(report, look(flags));
			return (await import("./text.js")).renderText(report, await richLook(flags));
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
const { env, stdout, stderr } = process;
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
	const { writeBaseline } = await import("./commands2.js");
	const { ignoreFileIn } = await import("./ignore.js");
	const lines = await writeBaseline(ignoreFileIn(flags), report.findings);
	stderr.write(lines.map((line) => `${line}\n`).join(""));
}
function chooseDetail({ detail }) {
	return detail === "auto" ? stdout.isTTY ? "full" : "minimal" : detail;
}
function readSettings(flags) {
	return parseSettings((name) => name === "openai-admin-key" ? env["OPENAI_ADMIN_KEY"] : valueOf(flags, name));
}
async function createScanContext(flags, { paths, exclude, ignoreFile }) {
	return {
		repo: valueOf(flags, "repo") ?? process.cwd(),
		environment: env,
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
		stderr.write("Interrupted: the key in hand is finished, and no other is begun.\n");
	};
	const world = await createWorld({
		source,
		settings,
		environment: env,
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
	stderr.write(`${escapePlain(where)}: ${what}\n`);
}
export { scan as a, painter as c, runScan as i, createScanContext as n, formatIn as o, readSettings as r, print as s, chooseDetail as t };
