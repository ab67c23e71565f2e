#!/usr/bin/env node
import "./rolldown-runtime.js";
import { BARE_CONTEXT, CANNOT_ASK, CONTAINMENT_QUESTION, DECLINED, DEFAULTS, EXIT_CODES, INSTEAD, INTERRUPTED, NO_JOURNAL, OUTPUTS, OutputFile, PUSHED_BY_HAND, SYSTEM_CLOCK, UsageError, VERSION, conclude, concludeRun, createPlaceLinks, createProgressBar, createWorld, describeCleanTitle, describeContainmentPrompt, describeCrash, describeIgnoredFlag, describeKeyPlace, describeLostOutput, describeManyRemotes, describeNamedCoverage, describeNoRangeTaken, describeReportOnly, describeTwoTargets, describeUselessFlag, describeWrittenReport, detectLook, detectRichLook, escapePlain, findCheckout, getErrorCode, identifyOutput, isClosedPipe, isOneLine, listenForErrors, openAuditJournal, openScanTarget, parseSettings, redactKeys, refuseSameFile, renderOneLine, restrictPolicy, restrictReport, scanChange, writeText } from "./scan.js";
const hostname = process.getBuiltinModule("node:os").hostname;
const userInfo = process.getBuiltinModule("node:os").userInfo;
const createInterface = (...args) => process.getBuiltinModule("node:readline").createInterface(...args);
// src/cli/plain-scan.ts
const PLAIN_FLAGS = {
	"--staged": "staged",
	"--pushed": "pushed",
	"--quiet": "quiet"
};
function readPlainScan(typed) {
	const [command, ...rest] = typed;
	if (command !== "scan") return null;
	const end = rest.indexOf("--");
	const [before, after] = end < 0 ? [rest, []] : [rest.slice(0, end), rest.slice(end + 1)];
	const flags = {};
	const words = [];
	for (const word of before) {
		const flag = PLAIN_FLAGS[word];
		if (flag !== void 0) Object.assign(flags, { [flag]: true });
		else if (word.startsWith("-")) return null;
		else words.push(word);
	}
	return {
		words: [...words, ...after],
		flags,
		typed
	};
}
// src/cli/flags.ts
const FORMATS = [
	"text",
	"json",
	"sarif",
	"markdown",
	"html"
];
function createEditContext({ repo, ignoreFile }) {
	return {
		folder: repo || process.cwd(),
		ignoreFile: ignoreFile?.trim() || DEFAULTS["ignore-file"],
		now: SYSTEM_CLOCK.now()
	};
}
function readFlags(command) {
	const { output, ...flags } = command.optsWithGlobals();
	return output === void 0 || output === "-" ? flags : {
		...flags,
		output
	};
}
function quoteWord(word = "") {
	return JSON.stringify(escapePlain(word));
}
// src/cli/flag-conflicts.ts
const TARGET_FLAGS = [
	"staged",
	"pushed",
	"history",
	"files",
	"stdin",
	"alerts"
];
const NEEDS = [
	["unreachable", "history"],
	["writeBaseline", "history"],
	["skipIgnored", "files"],
	["stdinName", "stdin"],
	["formatIn", "stdin"],
	["closeAlerts", "alerts"]
];
const IGNORED = [
	[
		"paths",
		"files",
		INSTEAD.globsOfFiles
	],
	[
		"paths",
		"stdin",
		INSTEAD.stream
	],
	[
		"exclude",
		"stdin",
		INSTEAD.stream
	],
	[
		"ignoreFile",
		"stdin",
		INSTEAD.streamWithoutFile
	],
	[
		"paths",
		"alerts",
		INSTEAD.alerts
	],
	[
		"exclude",
		"alerts",
		INSTEAD.alerts
	]
];
const EXPECT_ACTION = [
	"dryRun",
	"approved",
	"containPreexisting",
	"yes"
];
function refuseUselessFlags(flags) {
	const has = (name) => flags[name] !== void 0;
	const targets = TARGET_FLAGS.filter(has);
	if (targets.length > 1) throw new UsageError(describeTwoTargets(targets.map(formatFlag)));
	for (const [flag, needed] of NEEDS) if (has(flag) && !has(needed)) throw new UsageError(describeUselessFlag(formatFlag(flag), formatFlag(needed)));
	for (const [flag, beside, instead] of IGNORED) if (has(flag) && has(beside)) throw new UsageError(describeIgnoredFlag(formatFlag(flag), formatFlag(beside), instead));
	refuseUselessActions(flags);
}
function refuseUselessActions(flags) {
	const { onLeak = "report", grace } = flags;
	const useless = EXPECT_ACTION.find((flag) => flags[flag] && !(flag === "dryRun" && flags.onLeak !== void 0));
	if (onLeak === "report" && useless) throw new UsageError(describeReportOnly(formatFlag(useless)));
	if (grace !== void 0 && onLeak !== "expire" && onLeak !== "rotate") throw new UsageError(describeUselessFlag("--grace", "--on-leak expire"));
}
function refuseRange(flag, words) {
	if (words.length > 0) throw new UsageError(describeNoRangeTaken(formatFlag(flag), quoteWord(words[0])));
}
function requireAnswers(flags, isTerminal) {
	if (flags.onLeak !== void 0 && flags.onLeak !== "report" && !flags.dryRun && flags.stdin && isTerminal() && !flags.yes) throw new UsageError(CANNOT_ASK);
}
function formatFlag(name) {
	return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
// src/cli/print.ts
const { env: env$2, stdout: stdout$2, stderr: stderr$3 } = process;
async function printReport(report, flags, output) {
	const exitCode = EXIT_CODES[concludeRun(report)];
	try {
		const { text, failure } = await renderReport(report, flags);
		const losses = output !== null || !(flags.quiet && conclude(report) === "clean") ? await writeOutput(addLineEnd(text), output) : [];
		const isQuiet = flags.quiet && conclude(report) === "clean";
		if (output !== null && losses.length === 0 && !isQuiet) stderr$3.write(`${await renderFileVerdict(report, output)}\n`);
		if (failure !== null && !flags.quiet) stderr$3.write(`${failure}\n`);
		await tellLosses(report, losses, output);
		return losses.every(({ code }) => isClosedPipe(code)) ? exitCode : EXIT_CODES.incomplete;
	} catch (error) {
		await tellLosses(report, [{
			what: OUTPUTS.report,
			code: getErrorCode(error)
		}], null);
		return EXIT_CODES.incomplete;
	}
}
function addLineEnd(text) {
	return typeof text !== "string" || text.endsWith("\n") ? text : `${text}\n`;
}
async function writeOutput(text, output) {
	const losses = [];
	if (output !== null) {
		const code = await output.write(text).then(() => null, getErrorCode);
		if (code === null) return [];
		losses.push({
			what: `${output.name} ${JSON.stringify(output.file)}`,
			code
		});
	}
	const code = await writeText(stdout$2, text);
	return code === null ? losses : [...losses, {
		what: OUTPUTS.stdout,
		code
	}];
}
async function tellLosses(report, losses, output) {
	if (losses.length === 0) return;
	const { describeLostReport, describeOutputFailure } = await import("./report.js").then((n) => n.action_taken_exports);
	const isTold = output !== null && losses.length === 1;
	const lines = losses.flatMap(({ what, code }) => isClosedPipe(code) ? [] : [describeOutputFailure(what, code)]);
	stderr$3.write([...lines, ...isTold ? [] : describeLostReport(report)].map((line) => `${line}\n`).join(""));
}
async function renderFileVerdict(report, { file }) {
	const title = isOneLine(report) ? describeCleanTitle(report) : (await describe(report, {})).title;
	return `${escapePlain(title)} · ${describeWritten(file)}`;
}
function describeWritten(file) {
	const shown = escapePlain(file);
	return describeWrittenReport(/^[\w./@+-]+$/.test(shown) ? shown : JSON.stringify(shown));
}
async function renderReport(report, flags) {
	const { format = "text" } = flags;
	if (format !== "text") return {
		text: await renderFormat(report, format, flags),
		failure: null
	};
	if (isOneLine(report)) return {
		text: renderOneLine(report, detectLook(flags)),
		failure: null
	};
	const coverage = escapePlain(describeNamedCoverage(report));
	const view = {
		...await describe(report, flags),
		coverage
	};
	const { isStoppedEarly, renderUnpublished } = await import("./report.js").then((n) => n.unpublished_exports);
	if (isStoppedEarly(report) && !flags.verbose) {
		const isHook = report.change.kind === "range" || Boolean(env$2["GIT_INDEX_FILE"]);
		return {
			text: renderUnpublished(report, view, await detectRichLook(flags), isHook),
			failure: null
		};
	}
	const { renderText } = await import("./report.js").then((n) => n.text_exports);
	return {
		text: renderText(view, await detectRichLook(flags)),
		failure: view.failure
	};
}
async function renderSarifFile(report, context) {
	if (report.change.kind !== "sweep") return (await import("./report.js").then((n) => n.sarif_exports)).renderSarif(report, context);
	const [{ renderSweepSarif }, { readServer }] = await Promise.all([import("./report.js").then((n) => n.sweep_sarif_exports), import("./sweep-command.js").then((n) => n.access_exports)]);
	return renderSweepSarif(report, {
		server: readServer().serverUrl,
		version: VERSION
	});
}
async function renderMarkdown(report, flags = {}) {
	const [{ renderSummary }, view] = await Promise.all([import("./report.js").then((n) => n.markdown_exports), describe(report, flags)]);
	return renderSummary(view, await createPageContext(report));
}
async function createPageContext({ change }) {
	return {
		...BARE_CONTEXT,
		now: SYSTEM_CLOCK.now(),
		head: "",
		version: VERSION,
		link: await createPlaceLinks(change)
	};
}
async function renderFormat(report, format, flags) {
	const context = await createPageContext(report);
	switch (format) {
		case "json": return (await import("./scan.js").then((n) => n.json_exports)).renderJsonPieces(report, VERSION);
		case "sarif": return await renderSarifFile(report, context);
		case "markdown": return await renderMarkdown(report, flags);
		case "html": return (await import("./report.js").then((n) => n.html_exports)).renderHtml(await describe(report, flags), context);
		default: return format;
	}
}
async function describe(report, { repo }) {
	const [{ describeReport }, { isForWorkflow }] = await Promise.all([import("./report.js").then((n) => n.view_exports), import("./report.js").then((n) => n.workflow_place_exports)]);
	const now = SYSTEM_CLOCK.now();
	if (!report.findings.some(isForWorkflow)) return describeReport(report, { now });
	const { readOwnRepository } = await import("./commands.js").then((n) => n.own_repository_exports);
	const own = await readOwnRepository(repo);
	return describeReport(report, {
		now,
		...own,
		...locateElsewhere(report.change, own.repository)
	});
}
function locateElsewhere(change, own) {
	if (change.kind === "sweep") return {
		repository: null,
		defaultBranch: null
	};
	if (change.kind !== "alerts" || change.of === own) return {};
	return {
		repository: change.of.includes("/") ? change.of : null,
		defaultBranch: null
	};
}
// src/cli/confirmation.ts
function createConfirmation({ yes }) {
	const conversation = openConversation(yes === true);
	return conversation && (async (acts) => await confirmActs(acts, conversation));
}
function openConversation(isAnswered) {
	const { stderr } = process;
	if (isAnswered || !stderr.isTTY || !process.stdin.isTTY) return null;
	return {
		input: process.stdin,
		output: stderr
	};
}
async function confirmActs(acts, { input, output }) {
	output.write(`${describePlanned(acts, "full").join("\n")}\n`);
	const isYes = await confirmOnTerminal({
		input,
		output
	});
	if (!isYes) output.write(`${DECLINED}\n`);
	return isYes;
}
function describePlanned(acts, detail) {
	return describeContainmentPrompt(acts.map((planned) => ({
		...planned,
		name: namePlace(planned.act, detail)
	})));
}
async function confirmOnTerminal(conversation) {
	return /^\s*y(?:es)?\s*$/i.test(await readAnswer(conversation));
}
async function readAnswer({ input, output }) {
	const line = createInterface({
		input,
		output
	});
	try {
		return await new Promise((resolve) => {
			line.on("close", () => resolve(""));
			line.question(CONTAINMENT_QUESTION, resolve);
		});
	} finally {
		line.close();
	}
}
function namePlace({ record }, detail) {
	const { name, id, home } = record;
	if (detail === "minimal") return escapePlain(id);
	const project = home.kind === "project" ? home.name ?? home.id : null;
	return describeKeyPlace(escapePlain(name ?? id), project === null ? null : escapePlain(project));
}
// src/cli/run.ts
const { env: env$1, stdout: stdout$1, stderr: stderr$2 } = process;
function chooseDetail({ detail }) {
	return detail === "auto" ? stdout$1.isTTY ? "full" : "minimal" : detail;
}
const VARIABLES = {
	"openai-admin-key": "OPENAI_ADMIN_KEY",
	"notify-url": "NOTIFY_URL",
	"secrets-token": "GITHUB_SECRETS_TOKEN"
};
function readSettings(flags) {
	const values = flags;
	const read = (name) => {
		const variable = VARIABLES[name];
		if (variable !== void 0) return env$1[variable];
		const value = values[name.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase())];
		return value === void 0 ? void 0 : String(value);
	};
	return parseSettings(read, { nameSetting: nameFlag });
}
function nameFlag(name) {
	return VARIABLES[name] ?? `--${name}`;
}
async function createScanContext(settings, flags) {
	const repo = flags.repo || process.cwd();
	const { paths, exclude, ignoreFile } = settings;
	return {
		repo,
		environment: env$1,
		paths,
		pathsName: "--paths",
		exclude,
		ignoreFile,
		otherVendors: flags.verbose === true,
		progress: await createProgressBar(flags)
	};
}
async function openRunFiles({ auditFile, proofFile }, flags) {
	const { output: file } = flags;
	if (auditFile === null && proofFile === null && !file?.trim()) return {
		output: null,
		proof: null,
		journal: NO_JOURNAL
	};
	const checkouts = await listCheckouts(flags);
	const audit = {
		name: nameFlag("audit-file"),
		run: describeRun(),
		clock: SYSTEM_CLOCK,
		checkouts
	};
	const journal = await openAuditJournal(auditFile, audit);
	const openAt = async (name, path) => await OutputFile.open({
		name,
		file: path
	}, checkouts);
	const output = file?.trim() ? await openAt("--output", file) : null;
	const proof = proofFile === null ? null : await openAt(nameFlag("proof-file"), proofFile);
	const written = auditFile === null ? null : await identifyOutput({
		name: nameFlag("audit-file"),
		file: auditFile
	}, checkouts);
	refuseSameFile([
		written,
		output,
		proof
	].filter((one) => one !== null));
	return {
		output,
		proof,
		journal
	};
}
async function listCheckouts({ repo, stdin }) {
	const folder = repo || ".";
	const [scanned, current] = await Promise.all([findCheckout(folder), findCheckout(".")]);
	return [scanned ?? (stdin ? null : folder), current].filter((top) => top !== null);
}
async function runScan({ change, source, basePolicy }, settings, journal, flags) {
	const policy = restrictPolicy(settings.policy, basePolicy);
	const interruption = createInterruption();
	const world = createWorld({
		source,
		settings,
		ownsProcess: true,
		environment: env$1,
		journal,
		ignores: async () => basePolicy,
		...await openReplacement({
			change,
			settings: {
				...settings,
				policy
			},
			flags
		}),
		otherVendors: flags.verbose === true,
		progress: await createProgressBar(flags),
		...flags.verbose && { onLookAlike: printLookAlike },
		confirm: createConfirmation(flags),
		...interruption
	});
	return await scanChange(change, world, policy);
}
async function openReplacement({ change, settings, flags }) {
	const location = {
		repo: flags.repo || process.cwd(),
		environment: env$1
	};
	const keysFile = async () => {
		const { readLocalBaseKeys } = await import("./github.js").then((n) => n.base_keys_exports);
		return await readLocalBaseKeys(change, location, settings);
	};
	if (settings.policy.onLeak !== "rotate") return {
		keysFile,
		replaceKey: null
	};
	const { openKeyReplacer } = await import("./rotation.js").then((n) => n.connection_exports);
	return {
		keysFile,
		replaceKey: openKeyReplacer({
			settings,
			environment: env$1,
			clock: SYSTEM_CLOCK,
			apiUrl: env$1["GITHUB_API_URL"] || "https://api.github.com",
			checkouts: await listCheckouts(flags),
			onKeyCreated: () => {}
		})
	};
}
function createInterruption(notice = INTERRUPTED) {
	let isCancelled = false;
	const stop = () => {
		if (isCancelled) process.exit(EXIT_CODES.incomplete);
		isCancelled = true;
		stderr$2.write(`${notice}\n`);
	};
	return {
		onContainment: () => {
			for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, stop);
		},
		isCancelled: () => isCancelled
	};
}
function describeRun() {
	const host = tryToRead(hostname);
	return {
		...host && { host },
		...nameUser(),
		version: VERSION
	};
}
function nameUser() {
	const user = tryToRead(() => userInfo().username) || env$1["USER"] || env$1["LOGNAME"] || env$1["USERNAME"];
	const id = process.getuid?.();
	return user ? { user } : id === void 0 ? {} : { user: `uid ${id}` };
}
function tryToRead(read) {
	try {
		return read();
	} catch {
		return null;
	}
}
function printLookAlike(what, where) {
	stderr$2.write(`${escapePlain(where)}: ${what}\n`);
}
// src/cli/scan-typed.ts
const { stderr: stderr$1 } = process;
async function scanTyped({ words, flags, typed }) {
	refuseUselessFlags(flags);
	const settings = readSettings(flags);
	requireAnswers(flags, () => process.stdin.isTTY);
	const target = await readScanTarget({
		words,
		flags,
		typed
	});
	const { output, proof, journal } = await openRunFiles(settings, flags);
	if (flags.writeBaseline) await requireBaseline(flags);
	const opened = await openTarget(target, await createScanContext(settings, flags), typed);
	const report = await runScan(opened, settings, journal, flags);
	const shown = restrictReport(report, chooseDetail(settings));
	process.exitCode = await printReport(shown, flags, output);
	if (settings.closeAlerts) await (await import("./commands.js").then((n) => n.alerts_exports)).resolveDeadAlerts(opened, report, settings.policy.dryRun);
	if (proof) await proveScan(report, proof, settings, opened);
	if (settings.notify) await (await import("./notify.js").then((n) => n.send_news_exports)).sendNews(shown, settings);
	if (flags.writeBaseline) await addToBaseline(report, flags);
}
async function proveScan(...proving) {
	const { writeProof } = await import("./commands.js").then((n) => n.write_proof_exports);
	if (!await writeProof(...proving)) process.exitCode = EXIT_CODES.incomplete;
}
async function openTarget(target, context, typed) {
	const range = target.kind === "range" ? target.range : null;
	const explain = async () => {
		const { explainRange } = await import("./commands.js").then((n) => n.mistaken_range_exports);
		return range === null ? null : await explainRange(range, context, typed);
	};
	if (range === "..") throw await explain();
	return await openScanTarget(target, context).catch(async (error) => {
		throw (error instanceof UsageError ? await explain() : null) ?? error;
	});
}
async function requireBaseline(flags) {
	const { requireIgnoreFile } = await import("./ignore-file.js").then((n) => n.commands_exports);
	await requireIgnoreFile(createEditContext(flags));
}
async function addToBaseline(report, flags) {
	const { writeBaseline } = await import("./ignore-file.js").then((n) => n.commands_exports);
	const lines = await writeBaseline(createEditContext(flags), report.findings);
	stderr$1.write(lines.map((line) => `${line}\n`).join(""));
}
async function readScanTarget({ words, flags, typed }) {
	const kind = TARGET_FLAGS.find((name) => flags[name]);
	switch (kind) {
		case "stdin":
			refuseRange(kind, words);
			return {
				kind,
				stream: process.stdin,
				name: flags.stdinName || "stdin",
				format: flags.formatIn ?? "auto"
			};
		case "alerts": return await (await import("./commands.js").then((n) => n.alerts_exports)).readAlertTarget(words);
		case "files": return {
			kind,
			globs: words,
			ignored: flags.skipIgnored !== true
		};
		case "pushed":
			if (words.length > 1) throw new UsageError(describeManyRemotes(words.length));
			if (process.stdin.isTTY) throw new UsageError(PUSHED_BY_HAND);
			return {
				kind,
				stream: process.stdin,
				remote: words[0] || null
			};
		case "staged":
		case "history":
			refuseRange(kind, words);
			return kind === "staged" ? { kind } : {
				kind,
				unreachable: flags.unreachable === true
			};
		case void 0:
			if (words.length > 1) {
				const { explainManyRanges } = await import("./commands.js").then((n) => n.mistaken_range_exports);
				throw await explainManyRanges(words, flags.repo || process.cwd(), typed);
			}
			return {
				kind: "range",
				range: words[0] ?? null
			};
		default: return kind;
	}
}
// src/cli.ts
const { env, stdout, stderr } = process;
delete env["OPENAI_CUSTOM_HEADERS"];
const findOutputError = listenForErrors(stdout);
const awaitNotices = listenForErrors(stderr);
async function run() {
	const typed = process.argv.slice(2);
	const plain = readPlainScan(typed);
	try {
		await (plain ? scanTyped(plain) : (await import("./commands.js").then((n) => n.program_exports)).runProgram(typed));
	} catch (error) {
		stderr.write(`${redactKeys(describeCrash(error))}\n`);
		process.exitCode = EXIT_CODES.incomplete;
	}
	const code = await findOutputError();
	if (code !== null && !isClosedPipe(code) && process.exitCode !== EXIT_CODES.incomplete) {
		stderr.write(`${describeLostOutput(code)}\n`);
		process.exitCode = EXIT_CODES.incomplete;
	}
	if (plain === null) return;
	await awaitNotices();
	process.exit();
}
run();
export { FORMATS, addLineEnd, chooseDetail, confirmOnTerminal, createConfirmation, createEditContext, createInterruption, createScanContext, describePlanned, describeWritten, nameFlag, namePlace, openConversation, openRunFiles, printReport, readFlags, readSettings, refuseUselessActions, renderMarkdown, runScan, scanTyped, writeOutput };
