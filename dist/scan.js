import { i as __toESM } from "./rolldown-runtime.js";
import { Ft as verdict, G as deferred, Ht as settingsFrom, J as sample, Nt as conclude, Pt as shown, Qt as UsageError, Tt as VERSION, U as EXIT, X as detector, Xt as plain, q as NO_JOURNAL, t as run, ut as brief } from "./core.js";
import { i as valueOf, n as shownWord, t as oneOf } from "./flags.js";
import { t as openPlace } from "./places.js";
import { hostname, userInfo } from "node:os";
import { styleText } from "node:util";
import { writeFile } from "node:fs/promises";
// src/cli/place.ts
const { stdin } = process;
const INSTEAD = [
	"staged",
	"pushed",
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
// src/cli/terminal.ts
const { env: env$1, stdout: stdout$2, stderr: stderr$1 } = process;
function look(flags) {
	return {
		paint: painter(flags),
		width: stdout$2.columns ?? 100,
		unicode: true
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
	if (!stderr$1.isTTY || flags.quiet) return () => {};
	const { default: bars } = await import("./cli-progress.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const bar = new bars.SingleBar({
		format: "{bar} {percentage}% · {eta_formatted} left",
		clearOnComplete: true,
		stream: stderr$1
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
const { stdout: stdout$1 } = process;
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
const { env, stdout, stderr } = process;
async function scan(flags, words) {
	const settings = settingsOf(flags);
	const format = formatIn(flags);
	const { change, source } = await openPlace(placeIn(flags, words), await aroundOf(flags, settings));
	const report = await investigate(change, source, settings, flags);
	await print(shown(report, detailIn(settings)), format, flags);
	process.exitCode = EXIT[verdict(report)];
}
function detailIn({ detail }) {
	return detail === "auto" ? stdout.isTTY ? "full" : "minimal" : detail;
}
function settingsOf(flags) {
	return settingsFrom((name) => name === "openai-admin-key" ? env["OPENAI_ADMIN_KEY"] : valueOf(flags, name));
}
async function aroundOf(flags, { paths, exclude }) {
	return {
		repo: valueOf(flags, "repo") ?? process.cwd(),
		environment: env,
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
		stderr.write("Interrupted: the key in hand is finished, and no other is begun.\n");
	};
	const world = {
		source,
		detect: detector({ strangers: flags.verbose === true }),
		registry: deferred(async () => {
			(await import("node:http")).setGlobalProxyFromEnv?.(env);
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
	stderr.write(`${plain(where)}: ${what}\n`);
}
export { settingsOf as a, painter as c, scan as i, detailIn as n, formatIn as o, investigate as r, print as s, aroundOf as t };
