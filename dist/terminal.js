import { __toESM } from "./rolldown-runtime.js";
const styleText = process.getBuiltinModule("node:util").styleText;
const pathToFileURL = process.getBuiltinModule("node:url").pathToFileURL;
const resolve = process.getBuiltinModule("node:path").resolve;
// src/cli/terminal.ts
const { env, platform, stdout, stderr } = process;
const UNKNOWN_WIDTH = 100;
function detectLook(flags) {
	const { columns, isTTY } = stdout;
	const locale = env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"] || "";
	const isPlain = env["TERM"] === "linux" || platform !== "win32" && !/utf-?8/i.test(locale);
	return {
		paint: createPaint(flags),
		width: columns || UNKNOWN_WIDTH,
		unicode: !(isTTY && isPlain),
		verbose: flags.verbose === true
	};
}
async function detectRichLook(flags) {
	if (flags.output || !mayHaveLinks()) return detectLook(flags);
	const { default: supports } = await import("./terminal2.js").then((n) => n.supports_hyperlinks_exports);
	if (!supports.stdout) return detectLook(flags);
	const repo = resolve(flags.repo || ".");
	return {
		...detectLook(flags),
		link: (text, url) => `\u001b]8;;${url}\u0007${text}\u001b]8;;\u0007`,
		opens: ({ where, path, inHead }) => where === "file" && path !== null && inHead ? pathToFileURL(resolve(repo, path)).href : null
	};
}
function mayHaveLinks() {
	return stdout.isTTY || Boolean(env["FORCE_HYPERLINK"] || env["NETLIFY"]);
}
function createPaint({ color = "auto", output }) {
	return color === "always" || color === "auto" && !env["NO_COLOR"] && stdout.isTTY && !output ? (style, words) => styleText(style, words) : (_style, words) => words;
}
async function createProgressBar(flags) {
	if (!stderr.isTTY || flags.quiet) return () => {};
	const { default: bars } = await import("./terminal2.js").then((n) => /* @__PURE__ */ __toESM(n.require_cli_progress(), 1));
	const bar = new bars.SingleBar({
		format: "{bar} {percentage}% · {eta_formatted} left",
		formatTime: (seconds, options, round) => Number.isFinite(Number(seconds)) ? bars.Format.TimeFormat(seconds, options, round) : "…",
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
export { createPaint, createProgressBar, detectLook, detectRichLook };
