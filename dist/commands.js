import { __exportAll } from "./rolldown-runtime.js";
import { ADMIN_KEY_AS_FLAG, CONTAIN_WITHOUT_ACTION, DEFAULTS, Git, INPUT_FORMATS, LEAK_ACTS, SYSTEM_CLOCK, UsageError, VERSION, createPaint, describeAlertScope, describeForeignFlag, describeKeysNotFound, describeManyFingerprints, describeManyRanges, describeMissingAlertToken, describeUnknownApproved, describeUnreadableReport, detectLook, escapePlain, findNearest, findRepository, getErrorCode, openScanTarget, parseSettings, parseWord, readSourcesId, redactTokens, resolveCommits, restrictReport, suggestNearest } from "./scan.js";
import { FORMATS as FORMATS$1, chooseDetail, createEditContext, createScanContext, openRunFiles, printReport, readFlags, readSettings, refuseUselessActions, runScan, scanTyped } from "./cli.js";
import { DAMAGES, FOREIGN_REPORTS, GONE_CHANGES, NO_JSON_REPORT, NO_UTF8_REPORT, describeDamagedReport, describeOtherVersion, describeSweepFlag } from "./messages.js";
import { AUDIT_ADMIN_KEY, AUDIT_EXIT_CODES, AUDIT_FLAGS, AUDIT_HEADINGS, AUDIT_HELP, COMPLETION_HELP, CONTAINMENT_FLAGS, CONTAIN_HELP, DEMO_HELP, DOCTOR_DESCRIPTION, DOCTOR_EXAMPLES, DOCTOR_EXIT_CODES, DOCTOR_FORMAT, DOCTOR_SUMMARY, EXIT_CODES_OF, HEADINGS, HOOK_HELP, IGNORE_HELP, NO_COMMAND_GIVEN, PATHS_AS_RANGE, PROGRAM_HELP, RANGE_IN_TWO_WORDS, REMARKS, REPORT_FLAGS, ROTATE_ADMIN_KEY, ROTATE_EXIT_CODES, ROTATE_FLAGS, ROTATE_HEADINGS, ROTATE_HELP, SANDBOX_HELP, SCAN_HELP, SHARED_FLAGS, SWEEP_ADMIN_KEY, SWEEP_EXIT_CODES, SWEEP_FLAGS, SWEEP_HEADINGS, SWEEP_HELP, VARIABLES, describeAddressAsRange, describeChoice, describeDayAsRange, describeGlobAsRange, describeList, describeMeant, describeNoArgument, describeNoCommand, describeNoFlag, describeNoValue, describeNoValueTaken, describeNotARange, describePathAsRange, describeShallowRevision, describeTooFarBack, describeTooManyWords, describeUnknownRevision, describeWhereListed } from "./help.js";
const stripVTControlCharacters = process.getBuiltinModule("node:util").stripVTControlCharacters;
const EventEmitter = process.getBuiltinModule("node:events").EventEmitter;
const fileURLToPath = process.getBuiltinModule("node:url").fileURLToPath;
const fs = process.getBuiltinModule("node:fs");
const existsSync = process.getBuiltinModule("node:fs").existsSync;
const childProcess = process.getBuiltinModule("node:child_process");
const tmpdir = process.getBuiltinModule("node:os").tmpdir;
const path = process.getBuiltinModule("node:path");
const basename = process.getBuiltinModule("node:path").basename;
const dirname = process.getBuiltinModule("node:path").dirname;
const isAbsolute = process.getBuiltinModule("node:path").isAbsolute;
const relative = process.getBuiltinModule("node:path").relative;
const resolve = process.getBuiltinModule("node:path").resolve;
const readFile = (...args) => process.getBuiltinModule("node:fs/promises").readFile(...args);
const stat = (...args) => process.getBuiltinModule("node:fs/promises").stat(...args);
const process$1 = process.getBuiltinModule("node:process");
// src/cli/alerts.ts
var alerts_exports = /* @__PURE__ */ __exportAll({
	readAlertTarget: () => readAlertTarget,
	resolveDeadAlerts: () => resolveDeadAlerts
});
const { env: env$6, stderr } = process;
async function readAlertTarget(words) {
	if (words.length !== 1) throw new UsageError(describeAlertScope(words.join(" ")));
	const { parseAlertScope } = await import("./github.js").then((n) => n.alert_target_exports);
	const scope = parseAlertScope(words[0] ?? "");
	const token = (env$6["GITHUB_TOKEN"] ?? "").trim();
	if (token === "") throw new UsageError(describeMissingAlertToken("GITHUB_TOKEN"));
	return {
		kind: "alerts",
		scope,
		access: {
			apiUrl: (env$6["GITHUB_API_URL"] || "https://api.github.com").replace(/\/+$/, ""),
			token
		}
	};
}
async function resolveDeadAlerts({ closeAlerts }, { findings }, isDryRun) {
	const { describeProvenEnd } = await import("./report.js").then((n) => n.closing_exports);
	const describeEnd = (end) => describeProvenEnd(end, null);
	const closings = await closeAlerts?.(findings, {
		describeEnd,
		isDryRun
	}) ?? [];
	stderr.write(closings.map(({ sentence }) => `${sentence}\n`).join(""));
}
// src/cli/approved-report.ts
var approved_report_exports = /* @__PURE__ */ __exportAll({ parseApprovedReport: () => parseApprovedReport });
const SCHEMA = "openai-key-guard/report/v1";
function parseApprovedReport(text) {
	const report = parseJsonObject(text);
	const { schema, change, findings } = report;
	if (schema !== SCHEMA) throw new UsageError(describeForeignFormat(report));
	if (!Array.isArray(findings)) throw createDamageError("findings", "list");
	return {
		fingerprints: new Set(findings.map(readFingerprint)),
		change: readChange(change)
	};
}
function parseJsonObject(text) {
	if (text.includes("\0")) throw new UsageError(NO_UTF8_REPORT);
	try {
		const value = JSON.parse(text.replace(/^\ufeff/, ""));
		if (isObject(value)) return value;
	} catch {}
	throw new UsageError(NO_JSON_REPORT);
}
function describeForeignFormat({ schema, runs, v }) {
	const version = typeof schema === "string" ? /^openai-key-guard\/report\/(v\d{1,4})$/.exec(schema)?.[1] : void 0;
	if (version !== void 0) return describeOtherVersion(version);
	if (Array.isArray(runs)) return FOREIGN_REPORTS.sarif;
	return v === 1 ? FOREIGN_REPORTS.audit : FOREIGN_REPORTS.other;
}
function readFingerprint(finding, index) {
	const fingerprint = isObject(finding) ? finding["fingerprint"] : void 0;
	if (typeof fingerprint === "string" && /^[0-9a-f]{16}$/.test(fingerprint)) return fingerprint;
	throw createDamageError(`findings[${index}].fingerprint`, "fingerprint");
}
function readChange(change) {
	if (!isObject(change)) throw createDamageError("change", "missing");
	const { kind } = change;
	switch (kind) {
		case "range": {
			const { base, head } = change;
			if (!isFullCommitName(head)) throw createDamageError("change.head", "commit");
			if (base !== null && !isFullCommitName(base)) throw createDamageError("change.base", "commitOrNull");
			return {
				kind,
				base,
				head
			};
		}
		case "history":
			if (typeof change["unreachable"] !== "boolean") throw createDamageError("change.unreachable", "boolean");
			return {
				kind,
				unreachable: change["unreachable"]
			};
		case "staged": return { kind };
		case "files": {
			const { globs } = change;
			if (!isListOfGlobs(globs)) throw createDamageError("change.globs", "globs");
			return {
				kind,
				globs
			};
		}
		case "alerts": {
			const { of } = change;
			if (typeof of !== "string") throw createDamageError("change.of", "missing");
			return {
				kind,
				of
			};
		}
		case "sweep": throw new UsageError(GONE_CHANGES.sweep);
		case "stdin": throw new UsageError(GONE_CHANGES.stdin);
		case "texts": throw new UsageError(GONE_CHANGES.texts);
		default: throw createDamageError("change.kind", "unknown");
	}
}
function createDamageError(field, why) {
	return new UsageError(describeDamagedReport(field, DAMAGES[why]));
}
function isFullCommitName(value) {
	return typeof value === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
}
function isListOfGlobs(value) {
	return Array.isArray(value) && value.every((one) => typeof one === "string" && !one.includes("\0"));
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
// src/cli/audit-flags.ts
const POLICY_FILE = ".github/openai-key-policy.yml";
const AUDIT_FORMATS = [
	"text",
	"json",
	"markdown",
	"html",
	"csv"
];
const FAIL_LEVELS = [
	"error",
	"warning",
	"never"
];
// src/cli/typed-words.ts
const LONGEST_WORD = 120;
const KEY_PART = /(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{20,}/g;
const OBJECT_NAME = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function formatCommand(words) {
	return ["openai-key-guard", ...words.map(quoteForShell)].join(" ");
}
function quoteTyped(word) {
	return JSON.stringify(hideKeys(word));
}
function nameTyped(flag) {
	return hideKeys(flag.replace(/=.*$/s, ""));
}
function quoteForShell(word) {
	const shown = hideKeys(word);
	if (/^[\w@%+=:,./^~…-]+$/.test(shown)) return shown;
	return shown.includes("$(") ? `"${shown}"` : `'${shown.replaceAll("'", "'\\''")}'`;
}
function hideKeys(word) {
	const hidden = escapePlain(redactTokens(word)).replaceAll(/sk-[\w-]{8,}/g, "sk-…").replaceAll(KEY_PART, (part) => OBJECT_NAME.test(part) ? part : "…");
	return hidden.length > LONGEST_WORD ? `${hidden.slice(0, LONGEST_WORD)}…` : hidden;
}
// src/cli/mistaken-range.ts
var mistaken_range_exports = /* @__PURE__ */ __exportAll({
	explainManyRanges: () => explainManyRanges,
	explainRange: () => explainRange
});
const ADDRESS = /^(?:[a-z][a-z+.-]*:\/\/|[\w.-]+@[\w.-]+:)/i;
const DAY = /^(?:\d{4}-\d\d-\d\d\b.*|yesterday|today|(?:last|\d+)[ .-]\w+(?:[ .-]ago)?)$/i;
async function explainRange(word, place, typed) {
	const quoted = quoteTyped(word);
	const replace = (...by) => replaceWord(typed, word, by);
	if (ADDRESS.test(word)) return answer(describeAddressAsRange(quoted), ["scan", "--history"]);
	if (word === "help") return new UsageError(`${describeNotARange(quoted)} ${describeMeant(formatCommand(["scan", "--help"]))}`);
	const kind = await findKind(resolve(place.repo, word));
	if (kind !== null) return answer(describePathAsRange(quoted, kind), replace(...formatFiles(word, kind, place.repo)));
	if (/[*?]/.test(word)) return answer(describeGlobAsRange(quoted), replace("--files", word));
	const [start = ""] = word.split("..");
	if (DAY.test(start)) {
		const since = `$(git rev-list -1 --before='${start}' HEAD)..HEAD`;
		return answer(describeDayAsRange(quoteTyped(start)), replace(since));
	}
	return await explainRevision(word, place, replace);
}
async function explainManyRanges(words, repo, typed) {
	const kinds = await Promise.all(words.map(async (word) => await findKind(resolve(repo, word))));
	const [first = "", second = ""] = words;
	if (kinds.every((kind) => kind !== null)) return answer(PATHS_AS_RANGE, replaceWord(typed, first, ["--files", first]));
	if (words.length !== 2 || words.some((word) => word.includes(".."))) return new UsageError(describeManyRanges(words.length));
	const joined = typed.filter((word) => word !== second).map((word) => word === first ? `${first}..${second}` : word);
	return new UsageError(`${RANGE_IN_TWO_WORDS} ${describeMeant(formatCommand(joined))}`);
}
function answer(sentence, words) {
	return new UsageError(`${sentence} ${formatCommand(words)}`);
}
function replaceWord(typed, word, by) {
	const at = typed.indexOf(word);
	return at === -1 ? ["scan", ...by] : [
		...typed.slice(0, at),
		...by,
		...typed.slice(at + 1)
	];
}
function formatFiles(word, kind, repo) {
	const path = relative(repo, resolve(repo, word));
	if (path === "") return ["--files"];
	if (!path.startsWith("..") && !isAbsolute(path)) return ["--files", word];
	return kind === "folder" ? [
		"--files",
		"--repo",
		word
	] : [
		"--files",
		basename(word),
		"--repo",
		dirname(word)
	];
}
async function findKind(path) {
	const found = await stat(path).catch(() => null);
	if (found === null) return null;
	return found.isDirectory() ? "folder" : "file";
}
async function explainRevision(word, { repo, environment }, replace) {
	const repository = await findRepository(repo).catch(() => null);
	if (repository === null) return null;
	const git = new Git(repository.gitDir, environment);
	for (const end of word.split(/\.{2,3}/).filter((part) => part !== "")) {
		const [commit] = await resolveCommits(git, [end]).catch(() => [null]);
		if (commit) continue;
		const tooFar = await explainAncestor(end, git, repository);
		if (tooFar !== null) return answer(tooFar, ["scan", "--history"]);
		const isObject = /^[0-9a-f]{7,64}$/.test(end);
		if (isObject && repository.shallow.size > 0) return new UsageError(describeShallowRevision(quoteTyped(end)));
		const names = await listRefNames(git);
		const nearest = findNearest(end, names);
		const sentence = describeUnknownRevision(quoteTyped(end), nearest === null && /^[\w.-]+\//.test(end));
		if (nearest === null) return isObject ? null : new UsageError(sentence);
		return new UsageError(`${sentence} ${describeMeant(formatCommand(replace(word.replace(end, nearest))))}`);
	}
	return null;
}
async function explainAncestor(end, git, { shallow }) {
	const start = /^(.+?)[~^][\d~^]*$/.exec(end)?.[1];
	if (start === void 0) return null;
	const [commit] = await resolveCommits(git, [start]).catch(() => [null]);
	if (!commit) return null;
	const { stdout } = await git.run([
		"rev-list",
		"--count",
		"--first-parent",
		commit
	]);
	return describeTooFarBack(quoteTyped(end), quoteTyped(start), Number(stdout.trim()), shallow.size > 0);
}
async function listRefNames(git) {
	const { stdout } = await git.run([
		"for-each-ref",
		"--count=10000",
		"--format=%(refname:short)",
		...[
			"refs/heads",
			"refs/remotes",
			"refs/tags"
		]
	]);
	return ["HEAD", ...stdout.split("\n").filter((name) => name !== "")];
}
// src/cli/foreign-words.ts
const COMMANDS$1 = {
	check: { words: ["scan"] },
	detect: { words: ["scan", "--history"] },
	dir: { words: ["scan", "--files"] },
	directory: { words: ["scan", "--files"] },
	docker: {
		words: ["scan", "--stdin"],
		remark: REMARKS.images
	},
	file: { words: ["scan", "--files"] },
	files: { words: ["scan", "--files"] },
	filesystem: { words: ["scan", "--files"] },
	find: { words: ["scan"] },
	git: { words: ["scan", "--history"] },
	hygiene: { words: ["audit"] },
	init: { words: ["hook", "install"] },
	install: { words: ["hook", "install"] },
	"pre-commit": { words: ["scan", "--staged"] },
	protect: { words: ["scan", "--staged"] },
	quarantine: { words: [
		"contain",
		"report.json",
		"--on-leak",
		"quarantine"
	] },
	revoke: { words: [
		"contain",
		"report.json",
		"--on-leak",
		"revoke"
	] },
	run: { words: ["scan"] },
	search: { words: ["scan"] },
	stdin: { words: ["scan", "--stdin"] },
	uninstall: { words: ["hook", "uninstall"] }
};
const FORMAT = { words: ["--format"] };
const OUTPUT = { words: ["--output"] };
const REPO = { words: ["--repo"] };
const VERBOSE = { words: ["--verbose"] };
const IGNORE_FILE = {
	words: ["--ignore-file"],
	remark: REMARKS.ignoreFile
};
const RULES = {
	words: [],
	value: () => [],
	remark: REMARKS.rules
};
const ADMIN_KEY = {
	words: [],
	value: () => [],
	remark: REMARKS.adminKey
};
const FLAGS = {
	"-c": IGNORE_FILE,
	"-f": FORMAT,
	"-n": { words: ["--dry-run"] },
	"-o": OUTPUT,
	"-q": { words: ["--quiet"] },
	"-r": OUTPUT,
	"-s": REPO,
	"-v": VERBOSE,
	"-y": { words: ["--yes"] },
	"-C": REPO,
	"--admin-key": ADMIN_KEY,
	"--all": { words: ["--history"] },
	"--api-key": ADMIN_KEY,
	"--baseline-path": IGNORE_FILE,
	"--cached": { words: ["--staged"] },
	"--config": IGNORE_FILE,
	"--csv": { words: ["--format", "csv"] },
	"--dir": REPO,
	"--directory": REPO,
	"--exclude-paths": { words: ["--exclude"] },
	"--exit-code": {
		words: [],
		value: () => [],
		remark: REMARKS.exitCode
	},
	"--fail": {
		words: [],
		remark: REMARKS.exitCode
	},
	"--html": { words: ["--format", "html"] },
	"--include": { words: ["--paths"] },
	"--include-paths": { words: ["--paths"] },
	"--json": { words: ["--format", "json"] },
	"--log-opts": {
		words: [],
		value: (value) => [value]
	},
	"--no-color": { words: ["--color", "never"] },
	"--no-git": { words: ["--files"] },
	"--no-verification": { words: ["--try-keys", "none"] },
	"--only-verified": { words: ["--fail-on", "active"] },
	"--redact": {
		words: [],
		remark: REMARKS.redact
	},
	"--report-format": FORMAT,
	"--report-path": OUTPUT,
	"--revoke": { words: ["--on-leak", "revoke"] },
	"--rule": RULES,
	"--rules": RULES,
	"--sarif": { words: ["--format", "sarif"] },
	"--since-commit": {
		words: [],
		value: (value) => [`${value}..HEAD`]
	},
	"--source": REPO
};
// src/cli/mistaken-words.ts
var mistaken_words_exports = /* @__PURE__ */ __exportAll({ explainWords: () => explainWords });
function explainWords(program, words, error) {
	const meant = translateWords(program, words);
	const problem = describeProblem(program, words, error);
	const isNew = meant.words.join("\0") !== words.join("\0");
	const command = findCommand(program, words);
	const end = isNew ? describeMeant(formatCommand(meant.words)) : describeWhereListed(command?.name() ?? null);
	return [
		problem,
		...new Set(meant.remarks),
		end
	].join(" ");
}
function describeProblem(program, words, error) {
	const command = findCommand(program, words);
	const name = command?.name() ?? "openai-key-guard";
	const culprit = /'([^]*)'/.exec(error?.message ?? "")?.[1] ?? "";
	switch (error?.code) {
		case "commander.unknownOption":
			if (isOwnFlag(program, culprit)) return describeNoValueTaken(nameTyped(culprit));
			return describeNoFlag(name, nameTyped(culprit));
		case "commander.unknownCommand": return describeNoCommand(quoteTyped(culprit));
		case "commander.optionMissingArgument": return describeNoValue(nameTyped(culprit.split(" ")[0] ?? ""), describeValue(command ?? program, culprit));
		case "commander.missingArgument": return describeNoArgument(name, culprit.includes("|") ? culprit.replace(/\|(?=[^|]*$)/, " or ").replaceAll("|", ", ") : "a report");
		case "commander.excessArguments": return describeTooManyWords(name, command?.registeredArguments.length ?? 0);
		default: return NO_COMMAND_GIVEN;
	}
}
function isOwnFlag(program, typed) {
	return typed.includes("=") && findOption$1(program, typed.replace(/=.*$/s, "")) !== null;
}
function describeValue(program, flags) {
	const option = findOption$1(program, flags.split(" ")[0] ?? "");
	const value = /<([^>]+)>/.exec(flags)?.[1] ?? "a text";
	return option?.argChoices ? `one of ${option.argChoices.join(", ")}` : value;
}
function translateWords(program, words) {
	const names = program.commands.map((command) => command.name());
	const flags = translateFlags(program, words);
	const at = flags.words.findIndex((word) => names.includes(word));
	if (at > 0) return {
		...flags,
		words: moveForward(flags.words, at)
	};
	if (at === 0) return {
		...flags,
		words: completeCommand(flags.words)
	};
	const [first, ...rest] = flags.words;
	const foreign = first === void 0 ? void 0 : COMMANDS$1[first];
	if (foreign) {
		const remarks = [...flags.remarks, ...foreign.remark === void 0 ? [] : [foreign.remark]];
		return {
			words: chooseTarget$1(dropTwice([...foreign.words, ...rest])),
			remarks
		};
	}
	const nearest = first === void 0 || first.startsWith("-") ? null : findNearest(first, names);
	if (nearest) return {
		...flags,
		words: [nearest, ...rest]
	};
	return {
		...flags,
		words: guessScan(flags.words)
	};
}
function chooseTarget$1(words) {
	if (!words.includes("--history")) return words;
	if (words.some((word) => [
		"--files",
		"--staged",
		"--stdin"
	].includes(word) || word.includes(".."))) return words.filter((word) => word !== "--history");
	return words.filter((word, at) => word.startsWith("-") || words[at - 1] !== "--history");
}
function moveForward(words, at) {
	const before = words.slice(0, at);
	if (before.every((word) => word.startsWith("-"))) return words;
	return [
		...words.slice(at, at + 1),
		...before,
		...words.slice(at + 1)
	];
}
function completeCommand(words) {
	const [name, ...rest] = words;
	const isBare = rest.every((word) => word.startsWith("-"));
	if (name === "hook" && isBare) return [
		"hook",
		"install",
		...rest
	];
	if (name === "completion" && isBare) return [
		"completion",
		"bash",
		...rest
	];
	if (name === "contain" && isBare) {
		const action = rest.includes("--on-leak") ? [] : ["--on-leak", "revoke"];
		return [
			"contain",
			"report.json",
			...rest,
			...action
		];
	}
	return words;
}
function guessScan(words) {
	const [first = ""] = words;
	if (first.startsWith("--")) return ["scan", ...words];
	if (/^[\w./@~^-]+\.\.[\w./@~^-]*$/.test(first)) return ["scan", ...words];
	if (first !== "" && existsSync(first)) return first === "." ? ["scan", "--files"] : [
		"scan",
		"--files",
		...words
	];
	return words;
}
function translateFlags(program, words) {
	const drafted = [];
	const remarks = [];
	for (let at = 0; at < words.length; at += 1) {
		const word = words[at] ?? "";
		const [, flag = word, value] = /^(--[^=]+)=(.*)$/s.exec(word) ?? [];
		const foreign = findOption$1(program, flag) ? void 0 : FLAGS[flag];
		if (!foreign) {
			drafted.push(correctFlag(program, word));
			continue;
		}
		if (foreign.remark !== void 0) remarks.push(foreign.remark);
		drafted.push(...foreign.words);
		if (foreign.value) {
			if (value === void 0) at += 1;
			const taken = value ?? words[at];
			if (taken !== void 0) drafted.push(...foreign.value(taken));
		} else if (value !== void 0 && foreign.words.length > 0) drafted.push(value);
	}
	return {
		words: dropTwice(drafted),
		remarks
	};
}
function correctFlag(program, word) {
	if (!word.startsWith("--") || findOption$1(program, word)) return word;
	const [flag = "", value] = word.split("=", 2);
	const known = findOption$1(program, flag);
	if (known) return known.required || known.optional ? word : flag;
	const flags = program.commands.flatMap(({ options }) => options.map(({ long }) => long ?? ""));
	const nearest = findNearest(flag, [...new Set(flags)]);
	if (nearest === null) return word;
	return value === void 0 ? nearest : `${nearest}=${value}`;
}
function dropTwice(words) {
	return words.filter((word, at) => !(word.startsWith("--") && words.indexOf(word) < at && words[at - 1] === word));
}
function findCommand(program, words) {
	return program.commands.find((command) => words.includes(command.name())) ?? null;
}
function findOption$1(program, flag) {
	return program.options.find(({ long, short }) => long === flag || short === flag) ?? null;
}
// src/cli/own-repository.ts
var own_repository_exports = /* @__PURE__ */ __exportAll({
	readOwnRepository: () => readOwnRepository,
	readServerUrl: () => readServerUrl
});
const { env: env$5 } = process;
async function readOwnRepository(repo) {
	const { readOrigin } = await import("./sources.js").then((n) => n.origin_exports);
	const origin = await readOrigin({
		repo: repo || process.cwd(),
		environment: env$5
	});
	const repository = env$5["GITHUB_REPOSITORY"] || origin?.repository || null;
	const isOrigin = origin !== null && repository?.toLowerCase() === origin.repository.toLowerCase();
	return {
		repository,
		defaultBranch: isOrigin ? origin.defaultBranch : null,
		serverUrl: readServerUrl() ?? (isOrigin ? origin.serverUrl : null)
	};
}
function readServerUrl() {
	const named = env$5["GITHUB_SERVER_URL"];
	if (named) return named.replace(/\/+$/, "");
	const [, api, server] = /^https?:\/\/(?:(api)\.)?([\w.-]+(?::\d+)?)(?:\/api\/v3)?\/*$/.exec(env$5["GITHUB_API_URL"] ?? "") ?? [];
	if (server === void 0) return null;
	return api === void 0 || server === "github.com" || server.endsWith(".ghe.com") ? `https://${server}` : `https://api.${server}`;
}
// node_modules/commander/lib/error.js
var CommanderError = class extends Error {
	constructor(exitCode, code, message) {
		super(message);
		Error.captureStackTrace(this, this.constructor);
		this.name = this.constructor.name;
		this.code = code;
		this.exitCode = exitCode;
		this.nestedError = void 0;
	}
};
var InvalidArgumentError = class extends CommanderError {
	constructor(message) {
		super(1, "commander.invalidArgument", message);
		Error.captureStackTrace(this, this.constructor);
		this.name = this.constructor.name;
	}
};
// node_modules/commander/lib/argument.js
var Argument = class {
	constructor(name, description) {
		this.description = description || "";
		this.variadic = false;
		this.parseArg = void 0;
		this.defaultValue = void 0;
		this.defaultValueDescription = void 0;
		this.argChoices = void 0;
		switch (name[0]) {
			case "<":
				this.required = true;
				this._name = name.slice(1, -1);
				break;
			case "[":
				this.required = false;
				this._name = name.slice(1, -1);
				break;
			default:
				this.required = true;
				this._name = name;
		}
		if (this._name.endsWith("...")) {
			this.variadic = true;
			this._name = this._name.slice(0, -3);
		}
	}
	name() {
		return this._name;
	}
	_collectValue(value, previous) {
		if (previous === this.defaultValue || !Array.isArray(previous)) return [value];
		previous.push(value);
		return previous;
	}
	default(value, description) {
		this.defaultValue = value;
		this.defaultValueDescription = description;
		return this;
	}
	argParser(fn) {
		this.parseArg = fn;
		return this;
	}
	choices(values) {
		this.argChoices = values.slice();
		this.parseArg = (arg, previous) => {
			if (!this.argChoices.includes(arg)) throw new InvalidArgumentError(`Allowed choices are ${this.argChoices.join(", ")}.`);
			if (this.variadic) return this._collectValue(arg, previous);
			return arg;
		};
		return this;
	}
	argRequired() {
		this.required = true;
		return this;
	}
	argOptional() {
		this.required = false;
		return this;
	}
};
function humanReadableArgName(arg) {
	const nameOutput = arg.name() + (arg.variadic === true ? "..." : "");
	return arg.required ? "<" + nameOutput + ">" : "[" + nameOutput + "]";
}
// node_modules/commander/lib/help.js
var Help = class {
	constructor() {
		this.helpWidth = void 0;
		this.minWidthToWrap = 40;
		this.sortSubcommands = false;
		this.sortOptions = false;
		this.showGlobalOptions = false;
	}
	prepareContext(contextOptions) {
		this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
	}
	visibleCommands(cmd) {
		const visibleCommands = cmd.commands.filter((cmd) => !cmd._hidden);
		const helpCommand = cmd._getHelpCommand();
		if (helpCommand && !helpCommand._hidden) visibleCommands.push(helpCommand);
		if (this.sortSubcommands) visibleCommands.sort((a, b) => {
			return a.name().localeCompare(b.name());
		});
		return visibleCommands;
	}
	compareOptions(a, b) {
		const getSortKey = (option) => {
			return option.short ? option.short.replace(/^-/, "") : option.long.replace(/^--/, "");
		};
		return getSortKey(a).localeCompare(getSortKey(b));
	}
	visibleOptions(cmd) {
		const visibleOptions = cmd.options.filter((option) => !option.hidden);
		const helpOption = cmd._getHelpOption();
		if (helpOption && !helpOption.hidden) {
			const removeShort = helpOption.short && cmd._findOption(helpOption.short);
			const removeLong = helpOption.long && cmd._findOption(helpOption.long);
			if (!removeShort && !removeLong) visibleOptions.push(helpOption);
			else if (helpOption.long && !removeLong) visibleOptions.push(cmd.createOption(helpOption.long, helpOption.description).helpGroup(helpOption.helpGroupHeading));
			else if (helpOption.short && !removeShort) visibleOptions.push(cmd.createOption(helpOption.short, helpOption.description).helpGroup(helpOption.helpGroupHeading));
		}
		if (this.sortOptions) visibleOptions.sort(this.compareOptions);
		return visibleOptions;
	}
	visibleGlobalOptions(cmd) {
		if (!this.showGlobalOptions) return [];
		const globalOptions = [];
		for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
			const visibleOptions = ancestorCmd.options.filter((option) => !option.hidden);
			globalOptions.push(...visibleOptions);
		}
		if (this.sortOptions) globalOptions.sort(this.compareOptions);
		return globalOptions;
	}
	visibleArguments(cmd) {
		if (cmd._argsDescription) cmd.registeredArguments.forEach((argument) => {
			argument.description = argument.description || cmd._argsDescription[argument.name()] || "";
		});
		if (cmd.registeredArguments.find((argument) => argument.description)) return cmd.registeredArguments;
		return [];
	}
	subcommandTerm(cmd) {
		const args = cmd.registeredArguments.map((arg) => humanReadableArgName(arg)).join(" ");
		return cmd._name + (cmd._aliases[0] ? "|" + cmd._aliases[0] : "") + (cmd.options.length ? " [options]" : "") + (args ? " " + args : "");
	}
	optionTerm(option) {
		return option.flags;
	}
	argumentTerm(argument) {
		return argument.name();
	}
	longestSubcommandTermLength(cmd, helper) {
		return helper.visibleCommands(cmd).reduce((max, command) => {
			return Math.max(max, this.displayWidth(helper.styleSubcommandTerm(helper.subcommandTerm(command))));
		}, 0);
	}
	longestOptionTermLength(cmd, helper) {
		return helper.visibleOptions(cmd).reduce((max, option) => {
			return Math.max(max, this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))));
		}, 0);
	}
	longestGlobalOptionTermLength(cmd, helper) {
		return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
			return Math.max(max, this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))));
		}, 0);
	}
	longestArgumentTermLength(cmd, helper) {
		return helper.visibleArguments(cmd).reduce((max, argument) => {
			return Math.max(max, this.displayWidth(helper.styleArgumentTerm(helper.argumentTerm(argument))));
		}, 0);
	}
	commandUsage(cmd) {
		let cmdName = cmd._name;
		if (cmd._aliases[0]) cmdName = cmdName + "|" + cmd._aliases[0];
		let ancestorCmdNames = "";
		for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) ancestorCmdNames = ancestorCmd.name() + " " + ancestorCmdNames;
		return ancestorCmdNames + cmdName + " " + cmd.usage();
	}
	commandDescription(cmd) {
		return cmd.description();
	}
	subcommandDescription(cmd) {
		return cmd.summary() || cmd.description();
	}
	optionDescription(option) {
		const extraInfo = [];
		if (option.argChoices) extraInfo.push(`choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`);
		if (option.defaultValue !== void 0) {
			if (option.required || option.optional || option.isBoolean() && typeof option.defaultValue === "boolean") extraInfo.push(`default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`);
		}
		if (option.presetArg !== void 0 && option.optional) extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
		if (option.envVar !== void 0) extraInfo.push(`env: ${option.envVar}`);
		if (extraInfo.length > 0) {
			const extraDescription = `(${extraInfo.join(", ")})`;
			if (option.description) return `${option.description} ${extraDescription}`;
			return extraDescription;
		}
		return option.description;
	}
	argumentDescription(argument) {
		const extraInfo = [];
		if (argument.argChoices) extraInfo.push(`choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`);
		if (argument.defaultValue !== void 0) extraInfo.push(`default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`);
		if (extraInfo.length > 0) {
			const extraDescription = `(${extraInfo.join(", ")})`;
			if (argument.description) return `${argument.description} ${extraDescription}`;
			return extraDescription;
		}
		return argument.description;
	}
	formatItemList(heading, items, helper) {
		if (items.length === 0) return [];
		return [
			helper.styleTitle(heading),
			...items,
			""
		];
	}
	groupItems(unsortedItems, visibleItems, getGroup) {
		const result = /* @__PURE__ */ new Map();
		unsortedItems.forEach((item) => {
			const group = getGroup(item);
			if (!result.has(group)) result.set(group, []);
		});
		visibleItems.forEach((item) => {
			const group = getGroup(item);
			if (!result.has(group)) result.set(group, []);
			result.get(group).push(item);
		});
		return result;
	}
	formatHelp(cmd, helper) {
		const termWidth = helper.padWidth(cmd, helper);
		const helpWidth = helper.helpWidth ?? 80;
		function callFormatItem(term, description) {
			return helper.formatItem(term, termWidth, description, helper);
		}
		let output = [`${helper.styleTitle("Usage:")} ${helper.styleUsage(helper.commandUsage(cmd))}`, ""];
		const commandDescription = helper.commandDescription(cmd);
		if (commandDescription.length > 0) output = output.concat([helper.boxWrap(helper.styleCommandDescription(commandDescription), helpWidth), ""]);
		const argumentList = helper.visibleArguments(cmd).map((argument) => {
			return callFormatItem(helper.styleArgumentTerm(helper.argumentTerm(argument)), helper.styleArgumentDescription(helper.argumentDescription(argument)));
		});
		output = output.concat(this.formatItemList("Arguments:", argumentList, helper));
		this.groupItems(cmd.options, helper.visibleOptions(cmd), (option) => option.helpGroupHeading ?? "Options:").forEach((options, group) => {
			const optionList = options.map((option) => {
				return callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)), helper.styleOptionDescription(helper.optionDescription(option)));
			});
			output = output.concat(this.formatItemList(group, optionList, helper));
		});
		if (helper.showGlobalOptions) {
			const globalOptionList = helper.visibleGlobalOptions(cmd).map((option) => {
				return callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)), helper.styleOptionDescription(helper.optionDescription(option)));
			});
			output = output.concat(this.formatItemList("Global Options:", globalOptionList, helper));
		}
		this.groupItems(cmd.commands, helper.visibleCommands(cmd), (sub) => sub.helpGroup() || "Commands:").forEach((commands, group) => {
			const commandList = commands.map((sub) => {
				return callFormatItem(helper.styleSubcommandTerm(helper.subcommandTerm(sub)), helper.styleSubcommandDescription(helper.subcommandDescription(sub)));
			});
			output = output.concat(this.formatItemList(group, commandList, helper));
		});
		return output.join("\n");
	}
	displayWidth(str) {
		return stripVTControlCharacters(str).length;
	}
	styleTitle(str) {
		return str;
	}
	styleUsage(str) {
		return str.split(" ").map((word) => {
			if (word === "[options]") return this.styleOptionText(word);
			if (word === "[command]") return this.styleSubcommandText(word);
			if (word[0] === "[" || word[0] === "<") return this.styleArgumentText(word);
			return this.styleCommandText(word);
		}).join(" ");
	}
	styleCommandDescription(str) {
		return this.styleDescriptionText(str);
	}
	styleOptionDescription(str) {
		return this.styleDescriptionText(str);
	}
	styleSubcommandDescription(str) {
		return this.styleDescriptionText(str);
	}
	styleArgumentDescription(str) {
		return this.styleDescriptionText(str);
	}
	styleDescriptionText(str) {
		return str;
	}
	styleOptionTerm(str) {
		return this.styleOptionText(str);
	}
	styleSubcommandTerm(str) {
		return str.split(" ").map((word) => {
			if (word === "[options]") return this.styleOptionText(word);
			if (word[0] === "[" || word[0] === "<") return this.styleArgumentText(word);
			return this.styleSubcommandText(word);
		}).join(" ");
	}
	styleArgumentTerm(str) {
		return this.styleArgumentText(str);
	}
	styleOptionText(str) {
		return str;
	}
	styleArgumentText(str) {
		return str;
	}
	styleSubcommandText(str) {
		return str;
	}
	styleCommandText(str) {
		return str;
	}
	padWidth(cmd, helper) {
		return Math.max(helper.longestOptionTermLength(cmd, helper), helper.longestGlobalOptionTermLength(cmd, helper), helper.longestSubcommandTermLength(cmd, helper), helper.longestArgumentTermLength(cmd, helper));
	}
	preformatted(str) {
		return /\n[^\S\r\n]/.test(str);
	}
	formatItem(term, termWidth, description, helper) {
		const itemIndent = 2;
		const itemIndentStr = " ".repeat(itemIndent);
		if (!description) return itemIndentStr + term;
		const paddedTerm = term.padEnd(termWidth + term.length - helper.displayWidth(term));
		const spacerWidth = 2;
		const remainingWidth = (this.helpWidth ?? 80) - termWidth - spacerWidth - itemIndent;
		let formattedDescription;
		if (remainingWidth < this.minWidthToWrap || helper.preformatted(description)) formattedDescription = description;
		else formattedDescription = helper.boxWrap(description, remainingWidth).replace(/\n/g, "\n" + " ".repeat(termWidth + spacerWidth));
		return itemIndentStr + paddedTerm + " ".repeat(spacerWidth) + formattedDescription.replace(/\n/g, `\n${itemIndentStr}`);
	}
	boxWrap(str, width) {
		if (width < this.minWidthToWrap) return str;
		const rawLines = str.split(/\r\n|\n/);
		const chunkPattern = /[\s]*[^\s]+/g;
		const wrappedLines = [];
		rawLines.forEach((line) => {
			const chunks = line.match(chunkPattern);
			if (chunks === null) {
				wrappedLines.push("");
				return;
			}
			let sumChunks = [chunks.shift()];
			let sumWidth = this.displayWidth(sumChunks[0]);
			chunks.forEach((chunk) => {
				const visibleWidth = this.displayWidth(chunk);
				if (sumWidth + visibleWidth <= width) {
					sumChunks.push(chunk);
					sumWidth += visibleWidth;
					return;
				}
				wrappedLines.push(sumChunks.join(""));
				const nextChunk = chunk.trimStart();
				sumChunks = [nextChunk];
				sumWidth = this.displayWidth(nextChunk);
			});
			wrappedLines.push(sumChunks.join(""));
		});
		return wrappedLines.join("\n");
	}
};
// node_modules/commander/lib/option.js
var Option = class {
	constructor(flags, description) {
		this.flags = flags;
		this.description = description || "";
		this.required = flags.includes("<");
		this.optional = flags.includes("[");
		this.variadic = /\p{ID_Continue}\.\.\.[>\]]$/u.test(flags);
		this.mandatory = false;
		const optionFlags = splitOptionFlags(flags);
		this.short = optionFlags.shortFlag;
		this.long = optionFlags.longFlag;
		this.negate = false;
		if (this.long) this.negate = this.long.startsWith("--no-");
		this.defaultValue = void 0;
		this.defaultValueDescription = void 0;
		this.presetArg = void 0;
		this.envVar = void 0;
		this.parseArg = void 0;
		this.hidden = false;
		this.argChoices = void 0;
		this.conflictsWith = [];
		this.implied = void 0;
		this.helpGroupHeading = void 0;
	}
	default(value, description) {
		this.defaultValue = value;
		this.defaultValueDescription = description;
		return this;
	}
	preset(arg) {
		this.presetArg = arg;
		return this;
	}
	conflicts(names) {
		this.conflictsWith = this.conflictsWith.concat(names);
		return this;
	}
	implies(impliedOptionValues) {
		let newImplied = impliedOptionValues;
		if (typeof impliedOptionValues === "string") newImplied = { [impliedOptionValues]: true };
		this.implied = Object.assign(this.implied || {}, newImplied);
		return this;
	}
	env(name) {
		this.envVar = name;
		return this;
	}
	argParser(fn) {
		this.parseArg = fn;
		return this;
	}
	makeOptionMandatory(mandatory = true) {
		this.mandatory = !!mandatory;
		return this;
	}
	hideHelp(hide = true) {
		this.hidden = !!hide;
		return this;
	}
	_collectValue(value, previous) {
		if (previous === this.defaultValue || !Array.isArray(previous)) return [value];
		previous.push(value);
		return previous;
	}
	choices(values) {
		this.argChoices = values.slice();
		this.parseArg = (arg, previous) => {
			if (!this.argChoices.includes(arg)) throw new InvalidArgumentError(`Allowed choices are ${this.argChoices.join(", ")}.`);
			if (this.variadic) return this._collectValue(arg, previous);
			return arg;
		};
		return this;
	}
	name() {
		if (this.long) return this.long.replace(/^--/, "");
		return this.short.replace(/^-/, "");
	}
	attributeName() {
		if (this.negate) return camelcase(this.name().replace(/^no-/, ""));
		return camelcase(this.name());
	}
	helpGroup(heading) {
		this.helpGroupHeading = heading;
		return this;
	}
	is(arg) {
		return this.short === arg || this.long === arg;
	}
	isBoolean() {
		return !this.required && !this.optional && !this.negate;
	}
};
var DualOptions = class {
	constructor(options) {
		this.positiveOptions = /* @__PURE__ */ new Map();
		this.negativeOptions = /* @__PURE__ */ new Map();
		this.dualOptions = /* @__PURE__ */ new Set();
		options.forEach((option) => {
			if (option.negate) this.negativeOptions.set(option.attributeName(), option);
			else this.positiveOptions.set(option.attributeName(), option);
		});
		this.negativeOptions.forEach((value, key) => {
			if (this.positiveOptions.has(key)) this.dualOptions.add(key);
		});
	}
	valueFromOption(value, option) {
		const optionKey = option.attributeName();
		if (!this.dualOptions.has(optionKey)) return true;
		const preset = this.negativeOptions.get(optionKey).presetArg;
		const negativeValue = preset !== void 0 ? preset : false;
		return option.negate === (negativeValue === value);
	}
};
function camelcase(str) {
	return str.split("-").reduce((str, word) => {
		return str + word[0].toUpperCase() + word.slice(1);
	});
}
function splitOptionFlags(flags) {
	let shortFlag;
	let longFlag;
	const shortFlagExp = /^-[^-]$/;
	const longFlagExp = /^--[^-]/;
	const flagParts = flags.split(/[ |,]+/).concat("guard");
	if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
	if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
	if (!shortFlag && shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
	if (!shortFlag && longFlagExp.test(flagParts[0])) {
		shortFlag = longFlag;
		longFlag = flagParts.shift();
	}
	if (flagParts[0].startsWith("-")) {
		const unsupportedFlag = flagParts[0];
		const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
		if (/^-[^-][^-]/.test(unsupportedFlag)) throw new Error(`${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`);
		if (shortFlagExp.test(unsupportedFlag)) throw new Error(`${baseError}
- too many short flags`);
		if (longFlagExp.test(unsupportedFlag)) throw new Error(`${baseError}
- too many long flags`);
		throw new Error(`${baseError}
- unrecognised flag format`);
	}
	if (shortFlag === void 0 && longFlag === void 0) throw new Error(`option creation failed due to no flags found in '${flags}'.`);
	return {
		shortFlag,
		longFlag
	};
}
// node_modules/commander/lib/suggestSimilar.js
const maxDistance = 3;
function editDistance(a, b) {
	if (Math.abs(a.length - b.length) > maxDistance) return Math.max(a.length, b.length);
	const d = [];
	for (let i = 0; i <= a.length; i++) d[i] = [i];
	for (let j = 0; j <= b.length; j++) d[0][j] = j;
	for (let j = 1; j <= b.length; j++) for (let i = 1; i <= a.length; i++) {
		let cost;
		if (a[i - 1] === b[j - 1]) cost = 0;
		else cost = 1;
		d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost);
		if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
	}
	return d[a.length][b.length];
}
function suggestSimilar(word, candidates) {
	if (!candidates || candidates.length === 0) return "";
	candidates = Array.from(new Set(candidates));
	const searchingOptions = word.startsWith("--");
	if (searchingOptions) {
		word = word.slice(2);
		candidates = candidates.map((candidate) => candidate.slice(2));
	}
	let similar = [];
	let bestDistance = maxDistance;
	const minSimilarity = .4;
	candidates.forEach((candidate) => {
		if (candidate.length <= 1) return;
		const distance = editDistance(word, candidate);
		const length = Math.max(word.length, candidate.length);
		if ((length - distance) / length > minSimilarity) {
			if (distance < bestDistance) {
				bestDistance = distance;
				similar = [candidate];
			} else if (distance === bestDistance) similar.push(candidate);
		}
	});
	similar.sort((a, b) => a.localeCompare(b));
	if (searchingOptions) similar = similar.map((candidate) => `--${candidate}`);
	if (similar.length > 1) return `\n(Did you mean one of ${similar.join(", ")}?)`;
	if (similar.length === 1) return `\n(Did you mean ${similar[0]}?)`;
	return "";
}
// node_modules/commander/lib/command.js
var Command = class Command extends EventEmitter {
	constructor(name) {
		super();
		this.commands = [];
		this.options = [];
		this.parent = null;
		this._allowUnknownOption = false;
		this._allowExcessArguments = false;
		this.registeredArguments = [];
		this._args = this.registeredArguments;
		this.args = [];
		this.rawArgs = [];
		this.processedArgs = [];
		this._scriptPath = null;
		this._name = name || "";
		this._optionValues = {};
		this._optionValueSources = {};
		this._storeOptionsAsProperties = false;
		this._actionHandler = null;
		this._executableHandler = false;
		this._executableFile = null;
		this._executableDir = null;
		this._defaultCommandName = null;
		this._exitCallback = null;
		this._aliases = [];
		this._combineFlagAndOptionalValue = true;
		this._description = "";
		this._summary = "";
		this._argsDescription = void 0;
		this._enablePositionalOptions = false;
		this._passThroughOptions = false;
		this._lifeCycleHooks = {};
		this._showHelpAfterError = false;
		this._showSuggestionAfterError = true;
		this._savedState = null;
		this._outputConfiguration = {
			writeOut: (str) => process$1.stdout.write(str),
			writeErr: (str) => process$1.stderr.write(str),
			outputError: (str, write) => write(str),
			getOutHelpWidth: () => process$1.stdout.isTTY ? process$1.stdout.columns : void 0,
			getErrHelpWidth: () => process$1.stderr.isTTY ? process$1.stderr.columns : void 0,
			getOutHasColors: () => useColor() ?? (process$1.stdout.isTTY && process$1.stdout.hasColors?.()),
			getErrHasColors: () => useColor() ?? (process$1.stderr.isTTY && process$1.stderr.hasColors?.()),
			stripColor: (str) => stripVTControlCharacters(str)
		};
		this._hidden = false;
		this._helpOption = void 0;
		this._addImplicitHelpCommand = void 0;
		this._helpCommand = void 0;
		this._helpConfiguration = {};
		this._helpGroupHeading = void 0;
		this._defaultCommandGroup = void 0;
		this._defaultOptionGroup = void 0;
	}
	copyInheritedSettings(sourceCommand) {
		this._outputConfiguration = sourceCommand._outputConfiguration;
		this._helpOption = sourceCommand._helpOption;
		this._helpCommand = sourceCommand._helpCommand;
		this._helpConfiguration = sourceCommand._helpConfiguration;
		this._exitCallback = sourceCommand._exitCallback;
		this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
		this._combineFlagAndOptionalValue = sourceCommand._combineFlagAndOptionalValue;
		this._allowExcessArguments = sourceCommand._allowExcessArguments;
		this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
		this._showHelpAfterError = sourceCommand._showHelpAfterError;
		this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;
		return this;
	}
	_getCommandAndAncestors() {
		const result = [];
		for (let command = this; command; command = command.parent) result.push(command);
		return result;
	}
	command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
		let desc = actionOptsOrExecDesc;
		let opts = execOpts;
		if (typeof desc === "object" && desc !== null) {
			opts = desc;
			desc = null;
		}
		opts = opts || {};
		const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);
		const cmd = this.createCommand(name);
		if (desc) {
			cmd.description(desc);
			cmd._executableHandler = true;
		}
		if (opts.isDefault) this._defaultCommandName = cmd._name;
		cmd._hidden = !!(opts.noHelp || opts.hidden);
		cmd._executableFile = opts.executableFile || null;
		if (args) cmd.arguments(args);
		this._registerCommand(cmd);
		cmd.parent = this;
		cmd.copyInheritedSettings(this);
		if (desc) return this;
		return cmd;
	}
	createCommand(name) {
		return new Command(name);
	}
	createHelp() {
		return Object.assign(new Help(), this.configureHelp());
	}
	configureHelp(configuration) {
		if (configuration === void 0) return this._helpConfiguration;
		this._helpConfiguration = configuration;
		return this;
	}
	configureOutput(configuration) {
		if (configuration === void 0) return this._outputConfiguration;
		this._outputConfiguration = {
			...this._outputConfiguration,
			...configuration
		};
		return this;
	}
	showHelpAfterError(displayHelp = true) {
		if (typeof displayHelp !== "string") displayHelp = !!displayHelp;
		this._showHelpAfterError = displayHelp;
		return this;
	}
	showSuggestionAfterError(displaySuggestion = true) {
		this._showSuggestionAfterError = !!displaySuggestion;
		return this;
	}
	addCommand(cmd, opts) {
		if (!cmd._name) throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
		opts = opts || {};
		if (opts.isDefault) this._defaultCommandName = cmd._name;
		if (opts.noHelp || opts.hidden) cmd._hidden = true;
		this._registerCommand(cmd);
		cmd.parent = this;
		cmd._checkForBrokenPassThrough();
		return this;
	}
	createArgument(name, description) {
		return new Argument(name, description);
	}
	argument(name, description, parseArg, defaultValue) {
		const argument = this.createArgument(name, description);
		if (typeof parseArg === "function") argument.default(defaultValue).argParser(parseArg);
		else argument.default(parseArg);
		this.addArgument(argument);
		return this;
	}
	arguments(names) {
		names.trim().split(/ +/).forEach((detail) => {
			this.argument(detail);
		});
		return this;
	}
	addArgument(argument) {
		const previousArgument = this.registeredArguments.slice(-1)[0];
		if (previousArgument?.variadic) throw new Error(`only the last argument can be variadic '${previousArgument.name()}'`);
		if (argument.required && argument.defaultValue !== void 0 && argument.parseArg === void 0) throw new Error(`a default value for a required argument is never used: '${argument.name()}'`);
		this.registeredArguments.push(argument);
		return this;
	}
	helpCommand(enableOrNameAndArgs, description) {
		if (typeof enableOrNameAndArgs === "boolean") {
			this._addImplicitHelpCommand = enableOrNameAndArgs;
			if (enableOrNameAndArgs && this._defaultCommandGroup) this._initCommandGroup(this._getHelpCommand());
			return this;
		}
		const [, helpName, helpArgs] = (enableOrNameAndArgs ?? "help [command]").match(/([^ ]+) *(.*)/);
		const helpDescription = description ?? "display help for command";
		const helpCommand = this.createCommand(helpName);
		helpCommand.helpOption(false);
		if (helpArgs) helpCommand.arguments(helpArgs);
		if (helpDescription) helpCommand.description(helpDescription);
		this._addImplicitHelpCommand = true;
		this._helpCommand = helpCommand;
		if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);
		return this;
	}
	addHelpCommand(helpCommand, deprecatedDescription) {
		if (typeof helpCommand !== "object") {
			this.helpCommand(helpCommand, deprecatedDescription);
			return this;
		}
		this._addImplicitHelpCommand = true;
		this._helpCommand = helpCommand;
		this._initCommandGroup(helpCommand);
		return this;
	}
	_getHelpCommand() {
		if (this._addImplicitHelpCommand ?? (this.commands.length && !this._actionHandler && !this._findCommand("help"))) {
			if (this._helpCommand === void 0) this.helpCommand(void 0, void 0);
			return this._helpCommand;
		}
		return null;
	}
	hook(event, listener) {
		const allowedValues = [
			"preSubcommand",
			"preAction",
			"postAction"
		];
		if (!allowedValues.includes(event)) throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
		if (this._lifeCycleHooks[event]) this._lifeCycleHooks[event].push(listener);
		else this._lifeCycleHooks[event] = [listener];
		return this;
	}
	exitOverride(fn) {
		if (fn) this._exitCallback = fn;
		else this._exitCallback = (err) => {
			if (err.code !== "commander.executeSubCommandAsync") throw err;
		};
		return this;
	}
	_exit(exitCode, code, message) {
		if (this._exitCallback) this._exitCallback(new CommanderError(exitCode, code, message));
		process$1.exit(exitCode);
	}
	action(fn) {
		const listener = (args) => {
			const expectedArgsCount = this.registeredArguments.length;
			const actionArgs = args.slice(0, expectedArgsCount);
			if (this._storeOptionsAsProperties) actionArgs[expectedArgsCount] = this;
			else actionArgs[expectedArgsCount] = this.opts();
			actionArgs.push(this);
			return fn.apply(this, actionArgs);
		};
		this._actionHandler = listener;
		return this;
	}
	createOption(flags, description) {
		return new Option(flags, description);
	}
	_callParseArg(target, value, previous, invalidArgumentMessage) {
		try {
			return target.parseArg(value, previous);
		} catch (err) {
			if (err.code === "commander.invalidArgument") {
				const message = `${invalidArgumentMessage} ${err.message}`;
				this.error(message, {
					exitCode: err.exitCode,
					code: err.code
				});
			}
			throw err;
		}
	}
	_registerOption(option) {
		const matchingOption = option.short && this._findOption(option.short) || option.long && this._findOption(option.long);
		if (matchingOption) {
			const matchingFlag = option.long && this._findOption(option.long) ? option.long : option.short;
			throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
		}
		this._initOptionGroup(option);
		this.options.push(option);
	}
	_registerCommand(command) {
		const knownBy = (cmd) => {
			return [cmd.name()].concat(cmd.aliases());
		};
		const alreadyUsed = knownBy(command).find((name) => this._findCommand(name));
		if (alreadyUsed) {
			const existingCmd = knownBy(this._findCommand(alreadyUsed)).join("|");
			const newCmd = knownBy(command).join("|");
			throw new Error(`cannot add command '${newCmd}' as already have command '${existingCmd}'`);
		}
		this._initCommandGroup(command);
		this.commands.push(command);
	}
	addOption(option) {
		this._registerOption(option);
		const oname = option.name();
		const name = option.attributeName();
		if (option.defaultValue !== void 0) this.setOptionValueWithSource(name, option.defaultValue, "default");
		const handleOptionValue = (val, invalidValueMessage, valueSource) => {
			if (val == null && option.presetArg !== void 0) val = option.presetArg;
			const oldValue = this.getOptionValue(name);
			if (val !== null && option.parseArg) val = this._callParseArg(option, val, oldValue, invalidValueMessage);
			else if (val !== null && option.variadic) val = option._collectValue(val, oldValue);
			if (val == null) {
				if (option.negate) val = false;
				else if (option.isBoolean() || option.optional) val = true;
				else val = "";
			}
			this.setOptionValueWithSource(name, val, valueSource);
		};
		this.on("option:" + oname, (val) => {
			const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
			handleOptionValue(val, invalidValueMessage, "cli");
		});
		if (option.envVar) this.on("optionEnv:" + oname, (val) => {
			const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
			handleOptionValue(val, invalidValueMessage, "env");
		});
		return this;
	}
	_optionEx(config, flags, description, fn, defaultValue) {
		if (typeof flags === "object" && flags instanceof Option) throw new Error("To add an Option object use addOption() instead of option() or requiredOption()");
		const option = this.createOption(flags, description);
		option.makeOptionMandatory(!!config.mandatory);
		if (typeof fn === "function") option.default(defaultValue).argParser(fn);
		else if (fn instanceof RegExp) {
			const regex = fn;
			fn = (val, def) => {
				const m = regex.exec(val);
				return m ? m[0] : def;
			};
			option.default(defaultValue).argParser(fn);
		} else option.default(fn);
		return this.addOption(option);
	}
	option(flags, description, parseArg, defaultValue) {
		return this._optionEx({}, flags, description, parseArg, defaultValue);
	}
	requiredOption(flags, description, parseArg, defaultValue) {
		return this._optionEx({ mandatory: true }, flags, description, parseArg, defaultValue);
	}
	combineFlagAndOptionalValue(combine = true) {
		this._combineFlagAndOptionalValue = !!combine;
		return this;
	}
	allowUnknownOption(allowUnknown = true) {
		this._allowUnknownOption = !!allowUnknown;
		return this;
	}
	allowExcessArguments(allowExcess = true) {
		this._allowExcessArguments = !!allowExcess;
		return this;
	}
	enablePositionalOptions(positional = true) {
		this._enablePositionalOptions = !!positional;
		return this;
	}
	passThroughOptions(passThrough = true) {
		this._passThroughOptions = !!passThrough;
		this._checkForBrokenPassThrough();
		return this;
	}
	_checkForBrokenPassThrough() {
		if (this.parent && this._passThroughOptions && !this.parent._enablePositionalOptions) throw new Error(`passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`);
	}
	storeOptionsAsProperties(storeAsProperties = true) {
		if (this.options.length) throw new Error("call .storeOptionsAsProperties() before adding options");
		if (Object.keys(this._optionValues).length) throw new Error("call .storeOptionsAsProperties() before setting option values");
		this._storeOptionsAsProperties = !!storeAsProperties;
		return this;
	}
	getOptionValue(key) {
		if (this._storeOptionsAsProperties) return this[key];
		return this._optionValues[key];
	}
	setOptionValue(key, value) {
		return this.setOptionValueWithSource(key, value, void 0);
	}
	setOptionValueWithSource(key, value, source) {
		if (this._storeOptionsAsProperties) this[key] = value;
		else this._optionValues[key] = value;
		this._optionValueSources[key] = source;
		return this;
	}
	getOptionValueSource(key) {
		return this._optionValueSources[key];
	}
	getOptionValueSourceWithGlobals(key) {
		let source;
		this._getCommandAndAncestors().forEach((cmd) => {
			if (Object.hasOwn(cmd._optionValueSources, key)) source = cmd.getOptionValueSource(key);
		});
		return source;
	}
	_prepareUserArgs(argv, parseOptions) {
		if (argv !== void 0 && !Array.isArray(argv)) throw new Error("first parameter to parse must be array or undefined");
		parseOptions = parseOptions || {};
		if (argv === void 0 && parseOptions.from === void 0) {
			if (process$1.versions?.electron) parseOptions.from = "electron";
			const execArgv = process$1.execArgv ?? [];
			if (execArgv.includes("-e") || execArgv.includes("--eval") || execArgv.includes("-p") || execArgv.includes("--print")) parseOptions.from = "eval";
		}
		if (argv === void 0) argv = process$1.argv;
		this.rawArgs = argv.slice();
		let userArgs;
		switch (parseOptions.from) {
			case void 0:
			case "node":
				this._scriptPath = argv[1];
				userArgs = argv.slice(2);
				break;
			case "electron":
				if (process$1.defaultApp) {
					this._scriptPath = argv[1];
					userArgs = argv.slice(2);
				} else userArgs = argv.slice(1);
				break;
			case "user":
				userArgs = argv.slice(0);
				break;
			case "eval":
				userArgs = argv.slice(1);
				break;
			default: throw new Error(`unexpected parse option { from: '${parseOptions.from}' }`);
		}
		if (!this._name && this._scriptPath) this.nameFromFilename(this._scriptPath);
		this._name = this._name || "program";
		return userArgs;
	}
	parse(argv, parseOptions) {
		this._prepareForParse();
		const userArgs = this._prepareUserArgs(argv, parseOptions);
		this._parseCommand([], userArgs);
		return this;
	}
	async parseAsync(argv, parseOptions) {
		this._prepareForParse();
		const userArgs = this._prepareUserArgs(argv, parseOptions);
		await this._parseCommand([], userArgs);
		return this;
	}
	_prepareForParse() {
		if (this._savedState === null) {
			this.options.filter((option) => option.negate && option.defaultValue === void 0 && this.getOptionValue(option.attributeName()) === void 0).forEach((option) => {
				const positiveLongFlag = option.long.replace(/^--no-/, "--");
				if (!this._findOption(positiveLongFlag)) this.setOptionValueWithSource(option.attributeName(), true, "default");
			});
			this.saveStateBeforeParse();
		} else this.restoreStateBeforeParse();
	}
	saveStateBeforeParse() {
		this._savedState = {
			_name: this._name,
			_optionValues: { ...this._optionValues },
			_optionValueSources: { ...this._optionValueSources }
		};
	}
	restoreStateBeforeParse() {
		if (this._storeOptionsAsProperties) throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);
		this._name = this._savedState._name;
		this._scriptPath = null;
		this.rawArgs = [];
		this._optionValues = { ...this._savedState._optionValues };
		this._optionValueSources = { ...this._savedState._optionValueSources };
		this.args = [];
		this.processedArgs = [];
	}
	_checkForMissingExecutable(executableFile, executableDir, subcommandName) {
		if (fs.existsSync(executableFile)) return;
		const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDir ? `searched for local subcommand relative to directory '${executableDir}'` : "no directory for search for local subcommand, use .executableDir() to supply a custom directory"}`;
		throw new Error(executableMissing);
	}
	_executeSubCommand(subcommand, args) {
		args = args.slice();
		const sourceExt = [
			".js",
			".ts",
			".tsx",
			".mjs",
			".cjs"
		];
		function findFile(baseDir, baseName) {
			const localBin = path.resolve(baseDir, baseName);
			if (fs.existsSync(localBin)) return localBin;
			if (sourceExt.includes(path.extname(baseName))) return void 0;
			const foundExt = sourceExt.find((ext) => fs.existsSync(`${localBin}${ext}`));
			if (foundExt) return `${localBin}${foundExt}`;
		}
		this._checkForMissingMandatoryOptions();
		this._checkForConflictingOptions();
		let executableFile = subcommand._executableFile || `${this._name}-${subcommand._name}`;
		let executableDir = this._executableDir || "";
		if (this._scriptPath) {
			let resolvedScriptPath;
			try {
				resolvedScriptPath = fs.realpathSync(this._scriptPath);
			} catch {
				resolvedScriptPath = this._scriptPath;
			}
			executableDir = path.resolve(path.dirname(resolvedScriptPath), executableDir);
		}
		if (executableDir) {
			let localFile = findFile(executableDir, executableFile);
			if (!localFile && !subcommand._executableFile && this._scriptPath) {
				const legacyName = path.basename(this._scriptPath, path.extname(this._scriptPath));
				if (legacyName !== this._name) localFile = findFile(executableDir, `${legacyName}-${subcommand._name}`);
			}
			executableFile = localFile || executableFile;
		}
		const launchWithNode = sourceExt.includes(path.extname(executableFile));
		let proc;
		if (process$1.platform !== "win32") {
			if (launchWithNode) {
				args.unshift(executableFile);
				args = incrementNodeInspectorPort(process$1.execArgv).concat(args);
				proc = childProcess.spawn(process$1.argv[0], args, { stdio: "inherit" });
			} else proc = childProcess.spawn(executableFile, args, { stdio: "inherit" });
		} else {
			this._checkForMissingExecutable(executableFile, executableDir, subcommand._name);
			args.unshift(executableFile);
			args = incrementNodeInspectorPort(process$1.execArgv).concat(args);
			proc = childProcess.spawn(process$1.execPath, args, { stdio: "inherit" });
		}
		if (!proc.killed) [
			"SIGUSR1",
			"SIGUSR2",
			"SIGTERM",
			"SIGINT",
			"SIGHUP"
		].forEach((signal) => {
			process$1.on(signal, () => {
				if (proc.killed === false && proc.exitCode === null) proc.kill(signal);
			});
		});
		const exitCallback = this._exitCallback;
		proc.on("close", (code) => {
			code = code ?? 1;
			if (!exitCallback) process$1.exit(code);
			else exitCallback(new CommanderError(code, "commander.executeSubCommandAsync", "(close)"));
		});
		proc.on("error", (err) => {
			if (err.code === "ENOENT") this._checkForMissingExecutable(executableFile, executableDir, subcommand._name);
			else if (err.code === "EACCES") throw new Error(`'${executableFile}' not executable`);
			if (!exitCallback) process$1.exit(1);
			else {
				const wrappedError = new CommanderError(1, "commander.executeSubCommandAsync", "(error)");
				wrappedError.nestedError = err;
				exitCallback(wrappedError);
			}
		});
		this.runningCommand = proc;
	}
	_dispatchSubcommand(commandName, operands, unknown) {
		const subCommand = this._findCommand(commandName);
		if (!subCommand) this.help({ error: true });
		subCommand._prepareForParse();
		let promiseChain;
		promiseChain = this._chainOrCallSubCommandHook(promiseChain, subCommand, "preSubcommand");
		promiseChain = this._chainOrCall(promiseChain, () => {
			if (subCommand._executableHandler) this._executeSubCommand(subCommand, operands.concat(unknown));
			else return subCommand._parseCommand(operands, unknown);
		});
		return promiseChain;
	}
	_dispatchHelpCommand(subcommandName) {
		if (!subcommandName) this.help();
		const subCommand = this._findCommand(subcommandName);
		if (subCommand && !subCommand._executableHandler) subCommand.help();
		return this._dispatchSubcommand(subcommandName, [], [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? "--help"]);
	}
	_checkNumberOfArguments() {
		this.registeredArguments.forEach((arg, i) => {
			if (arg.required && this.args[i] == null) this.missingArgument(arg.name());
		});
		if (this.registeredArguments.length > 0 && this.registeredArguments[this.registeredArguments.length - 1].variadic) return;
		if (this.args.length > this.registeredArguments.length) this._excessArguments(this.args);
	}
	_processArguments() {
		const myParseArg = (argument, value, previous) => {
			let parsedValue = value;
			if (value !== null && argument.parseArg) {
				const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
				parsedValue = this._callParseArg(argument, value, previous, invalidValueMessage);
			}
			return parsedValue;
		};
		this._checkNumberOfArguments();
		const processedArgs = [];
		this.registeredArguments.forEach((declaredArg, index) => {
			let value = declaredArg.defaultValue;
			if (declaredArg.variadic) {
				if (index < this.args.length) {
					value = this.args.slice(index);
					if (declaredArg.parseArg) value = value.reduce((processed, v) => {
						return myParseArg(declaredArg, v, processed);
					}, declaredArg.defaultValue);
				} else if (value === void 0) value = [];
			} else if (index < this.args.length) {
				value = this.args[index];
				if (declaredArg.parseArg) value = myParseArg(declaredArg, value, declaredArg.defaultValue);
			}
			processedArgs[index] = value;
		});
		this.processedArgs = processedArgs;
	}
	_chainOrCall(promise, fn) {
		if (promise?.then && typeof promise.then === "function") return promise.then(() => fn());
		return fn();
	}
	_chainOrCallHooks(promise, event) {
		let result = promise;
		const hooks = [];
		this._getCommandAndAncestors().reverse().filter((cmd) => cmd._lifeCycleHooks[event] !== void 0).forEach((hookedCommand) => {
			hookedCommand._lifeCycleHooks[event].forEach((callback) => {
				hooks.push({
					hookedCommand,
					callback
				});
			});
		});
		if (event === "postAction") hooks.reverse();
		hooks.forEach((hookDetail) => {
			result = this._chainOrCall(result, () => {
				return hookDetail.callback(hookDetail.hookedCommand, this);
			});
		});
		return result;
	}
	_chainOrCallSubCommandHook(promise, subCommand, event) {
		let result = promise;
		if (this._lifeCycleHooks[event] !== void 0) this._lifeCycleHooks[event].forEach((hook) => {
			result = this._chainOrCall(result, () => {
				return hook(this, subCommand);
			});
		});
		return result;
	}
	_parseCommand(operands, unknown) {
		const parsed = this.parseOptions(unknown);
		this._parseOptionsEnv();
		this._parseOptionsImplied();
		operands = operands.concat(parsed.operands);
		unknown = parsed.unknown;
		this.args = operands.concat(unknown);
		if (operands && this._findCommand(operands[0])) return this._dispatchSubcommand(operands[0], operands.slice(1), unknown);
		if (this._getHelpCommand() && operands[0] === this._getHelpCommand().name()) return this._dispatchHelpCommand(operands[1]);
		if (this._defaultCommandName) {
			this._outputHelpIfRequested(unknown);
			return this._dispatchSubcommand(this._defaultCommandName, operands, unknown);
		}
		if (this.commands.length && this.args.length === 0 && !this._actionHandler && !this._defaultCommandName) this.help({ error: true });
		this._outputHelpIfRequested(parsed.unknown);
		this._checkForMissingMandatoryOptions();
		this._checkForConflictingOptions();
		const checkForUnknownOptions = () => {
			if (parsed.unknown.length > 0) this.unknownOption(parsed.unknown[0]);
		};
		const commandEvent = `command:${this.name()}`;
		if (this._actionHandler) {
			checkForUnknownOptions();
			this._processArguments();
			let promiseChain;
			promiseChain = this._chainOrCallHooks(promiseChain, "preAction");
			promiseChain = this._chainOrCall(promiseChain, () => this._actionHandler(this.processedArgs));
			if (this.parent) promiseChain = this._chainOrCall(promiseChain, () => {
				this.parent.emit(commandEvent, operands, unknown);
			});
			promiseChain = this._chainOrCallHooks(promiseChain, "postAction");
			return promiseChain;
		}
		if (this.parent?.listenerCount(commandEvent)) {
			checkForUnknownOptions();
			this._processArguments();
			this.parent.emit(commandEvent, operands, unknown);
		} else if (operands.length) {
			if (this._findCommand("*")) return this._dispatchSubcommand("*", operands, unknown);
			if (this.listenerCount("command:*")) this.emit("command:*", operands, unknown);
			else if (this.commands.length) this.unknownCommand();
			else {
				checkForUnknownOptions();
				this._processArguments();
			}
		} else if (this.commands.length) {
			checkForUnknownOptions();
			this.help({ error: true });
		} else {
			checkForUnknownOptions();
			this._processArguments();
		}
	}
	_findCommand(name) {
		if (!name) return void 0;
		return this.commands.find((cmd) => cmd._name === name || cmd._aliases.includes(name));
	}
	_findOption(arg) {
		return this.options.find((option) => option.is(arg));
	}
	_checkForMissingMandatoryOptions() {
		this._getCommandAndAncestors().forEach((cmd) => {
			cmd.options.forEach((anOption) => {
				if (anOption.mandatory && cmd.getOptionValue(anOption.attributeName()) === void 0) cmd.missingMandatoryOptionValue(anOption);
			});
		});
	}
	_checkForConflictingLocalOptions() {
		const definedNonDefaultOptions = this.options.filter((option) => {
			const optionKey = option.attributeName();
			if (this.getOptionValue(optionKey) === void 0) return false;
			return this.getOptionValueSource(optionKey) !== "default";
		});
		definedNonDefaultOptions.filter((option) => option.conflictsWith.length > 0).forEach((option) => {
			const conflictingAndDefined = definedNonDefaultOptions.find((defined) => option.conflictsWith.includes(defined.attributeName()));
			if (conflictingAndDefined) this._conflictingOption(option, conflictingAndDefined);
		});
	}
	_checkForConflictingOptions() {
		this._getCommandAndAncestors().forEach((cmd) => {
			cmd._checkForConflictingLocalOptions();
		});
	}
	parseOptions(args) {
		const operands = [];
		const unknown = [];
		let dest = operands;
		function maybeOption(arg) {
			return arg.length > 1 && arg[0] === "-";
		}
		const negativeNumberArg = (arg) => {
			if (!/^-(\d+|\d*\.\d+)([eE][+-]?\d+)?$/.test(arg)) return false;
			return !this._getCommandAndAncestors().some((cmd) => cmd.options.map((opt) => opt.short).some((short) => /^-\d$/.test(short)));
		};
		let activeVariadicOption = null;
		let activeGroup = null;
		let i = 0;
		while (i < args.length || activeGroup) {
			const arg = activeGroup ?? args[i++];
			activeGroup = null;
			if (arg === "--") {
				if (dest === unknown) dest.push(arg);
				dest.push(...args.slice(i));
				break;
			}
			if (activeVariadicOption && (!maybeOption(arg) || negativeNumberArg(arg))) {
				this.emit(`option:${activeVariadicOption.name()}`, arg);
				continue;
			}
			activeVariadicOption = null;
			if (maybeOption(arg)) {
				const option = this._findOption(arg);
				if (option) {
					if (option.required) {
						const value = args[i++];
						if (value === void 0) this.optionMissingArgument(option);
						this.emit(`option:${option.name()}`, value);
					} else if (option.optional) {
						let value = null;
						if (i < args.length && (!maybeOption(args[i]) || negativeNumberArg(args[i]))) value = args[i++];
						this.emit(`option:${option.name()}`, value);
					} else this.emit(`option:${option.name()}`);
					activeVariadicOption = option.variadic ? option : null;
					continue;
				}
			}
			if (arg.length > 2 && arg[0] === "-" && arg[1] !== "-") {
				const option = this._findOption(`-${arg[1]}`);
				if (option) {
					if (option.required || option.optional && this._combineFlagAndOptionalValue) this.emit(`option:${option.name()}`, arg.slice(2));
					else {
						this.emit(`option:${option.name()}`);
						activeGroup = `-${arg.slice(2)}`;
					}
					continue;
				}
			}
			if (/^--[^=]+=/.test(arg)) {
				const index = arg.indexOf("=");
				const option = this._findOption(arg.slice(0, index));
				if (option && (option.required || option.optional)) {
					this.emit(`option:${option.name()}`, arg.slice(index + 1));
					continue;
				}
			}
			if (dest === operands && maybeOption(arg) && !(this.commands.length === 0 && negativeNumberArg(arg))) dest = unknown;
			if ((this._enablePositionalOptions || this._passThroughOptions) && operands.length === 0 && unknown.length === 0) {
				if (this._findCommand(arg)) {
					operands.push(arg);
					unknown.push(...args.slice(i));
					break;
				} else if (this._getHelpCommand() && arg === this._getHelpCommand().name()) {
					operands.push(arg, ...args.slice(i));
					break;
				} else if (this._defaultCommandName) {
					unknown.push(arg, ...args.slice(i));
					break;
				}
			}
			if (this._passThroughOptions) {
				dest.push(arg, ...args.slice(i));
				break;
			}
			dest.push(arg);
		}
		return {
			operands,
			unknown
		};
	}
	opts() {
		if (this._storeOptionsAsProperties) {
			const result = {};
			const len = this.options.length;
			for (let i = 0; i < len; i++) {
				const key = this.options[i].attributeName();
				result[key] = key === this._versionOptionName ? this._version : this[key];
			}
			return result;
		}
		return this._optionValues;
	}
	optsWithGlobals() {
		return this._getCommandAndAncestors().reduce((combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()), {});
	}
	error(message, errorOptions) {
		this._outputConfiguration.outputError(`${message}\n`, this._outputConfiguration.writeErr);
		if (typeof this._showHelpAfterError === "string") this._outputConfiguration.writeErr(`${this._showHelpAfterError}\n`);
		else if (this._showHelpAfterError) {
			this._outputConfiguration.writeErr("\n");
			this.outputHelp({ error: true });
		}
		const config = errorOptions || {};
		const exitCode = config.exitCode || 1;
		const code = config.code || "commander.error";
		this._exit(exitCode, code, message);
	}
	_parseOptionsEnv() {
		this.options.forEach((option) => {
			if (option.envVar && option.envVar in process$1.env) {
				const optionKey = option.attributeName();
				if (this.getOptionValue(optionKey) === void 0 || [
					"default",
					"config",
					"env"
				].includes(this.getOptionValueSource(optionKey))) {
					if (option.required || option.optional) this.emit(`optionEnv:${option.name()}`, process$1.env[option.envVar]);
					else this.emit(`optionEnv:${option.name()}`);
				}
			}
		});
	}
	_parseOptionsImplied() {
		const dualHelper = new DualOptions(this.options);
		const hasCustomOptionValue = (optionKey) => {
			return this.getOptionValue(optionKey) !== void 0 && !["default", "implied"].includes(this.getOptionValueSource(optionKey));
		};
		this.options.filter((option) => option.implied !== void 0 && hasCustomOptionValue(option.attributeName()) && dualHelper.valueFromOption(this.getOptionValue(option.attributeName()), option)).forEach((option) => {
			Object.keys(option.implied).filter((impliedKey) => !hasCustomOptionValue(impliedKey)).forEach((impliedKey) => {
				this.setOptionValueWithSource(impliedKey, option.implied[impliedKey], "implied");
			});
		});
	}
	missingArgument(name) {
		const message = `error: missing required argument '${name}'`;
		this.error(message, { code: "commander.missingArgument" });
	}
	optionMissingArgument(option) {
		const message = `error: option '${option.flags}' argument missing`;
		this.error(message, { code: "commander.optionMissingArgument" });
	}
	missingMandatoryOptionValue(option) {
		const message = `error: required option '${option.flags}' not specified`;
		this.error(message, { code: "commander.missingMandatoryOptionValue" });
	}
	_conflictingOption(option, conflictingOption) {
		const findBestOptionFromValue = (option) => {
			const optionKey = option.attributeName();
			const optionValue = this.getOptionValue(optionKey);
			const negativeOption = this.options.find((target) => target.negate && optionKey === target.attributeName());
			const positiveOption = this.options.find((target) => !target.negate && optionKey === target.attributeName());
			if (negativeOption && (negativeOption.presetArg === void 0 && optionValue === false || negativeOption.presetArg !== void 0 && optionValue === negativeOption.presetArg)) return negativeOption;
			return positiveOption || option;
		};
		const getErrorMessage = (option) => {
			const bestOption = findBestOptionFromValue(option);
			const optionKey = bestOption.attributeName();
			if (this.getOptionValueSource(optionKey) === "env") return `environment variable '${bestOption.envVar}'`;
			return `option '${bestOption.flags}'`;
		};
		const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
		this.error(message, { code: "commander.conflictingOption" });
	}
	unknownOption(flag) {
		if (this._allowUnknownOption) return;
		let suggestion = "";
		if (flag.startsWith("--") && this._showSuggestionAfterError) {
			let candidateFlags = [];
			let command = this;
			do {
				const moreFlags = command.createHelp().visibleOptions(command).filter((option) => option.long).map((option) => option.long);
				candidateFlags = candidateFlags.concat(moreFlags);
				command = command.parent;
			} while (command && !command._enablePositionalOptions);
			suggestion = suggestSimilar(flag, candidateFlags);
		}
		const message = `error: unknown option '${flag}'${suggestion}`;
		this.error(message, { code: "commander.unknownOption" });
	}
	_excessArguments(receivedArgs) {
		if (this._allowExcessArguments) return;
		const expected = this.registeredArguments.length;
		const s = expected === 1 ? "" : "s";
		const received = receivedArgs.length;
		const message = `error: too many arguments${this.parent ? ` for '${this.name()}'` : ""}. Expected ${expected} argument${s} but got ${received}: ${receivedArgs.join(", ")}.`;
		this.error(message, { code: "commander.excessArguments" });
	}
	unknownCommand() {
		const unknownName = this.args[0];
		let suggestion = "";
		if (this._showSuggestionAfterError) {
			const candidateNames = [];
			this.createHelp().visibleCommands(this).forEach((command) => {
				candidateNames.push(command.name());
				if (command.alias()) candidateNames.push(command.alias());
			});
			suggestion = suggestSimilar(unknownName, candidateNames);
		}
		const message = `error: unknown command '${unknownName}'${suggestion}`;
		this.error(message, { code: "commander.unknownCommand" });
	}
	version(str, flags, description) {
		if (str === void 0) return this._version;
		this._version = str;
		flags = flags || "-V, --version";
		description = description || "output the version number";
		const versionOption = this.createOption(flags, description);
		this._versionOptionName = versionOption.attributeName();
		this._registerOption(versionOption);
		this.on("option:" + versionOption.name(), () => {
			this._outputConfiguration.writeOut(`${str}\n`);
			this._exit(0, "commander.version", str);
		});
		return this;
	}
	description(str, argsDescription) {
		if (str === void 0 && argsDescription === void 0) return this._description;
		this._description = str;
		if (argsDescription) this._argsDescription = argsDescription;
		return this;
	}
	summary(str) {
		if (str === void 0) return this._summary;
		this._summary = str;
		return this;
	}
	alias(alias) {
		if (alias === void 0) return this._aliases[0];
		let command = this;
		if (this.commands.length !== 0 && this.commands[this.commands.length - 1]._executableHandler) command = this.commands[this.commands.length - 1];
		if (alias === command._name) throw new Error("Command alias can't be the same as its name");
		const matchingCommand = this.parent?._findCommand(alias);
		if (matchingCommand) {
			const existingCmd = [matchingCommand.name()].concat(matchingCommand.aliases()).join("|");
			throw new Error(`cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`);
		}
		command._aliases.push(alias);
		return this;
	}
	aliases(aliases) {
		if (aliases === void 0) return this._aliases;
		aliases.forEach((alias) => this.alias(alias));
		return this;
	}
	usage(str) {
		if (str === void 0) {
			if (this._usage) return this._usage;
			const args = this.registeredArguments.map((arg) => {
				return humanReadableArgName(arg);
			});
			return [].concat(this.options.length || this._helpOption !== null ? "[options]" : [], this.commands.length ? "[command]" : [], this.registeredArguments.length ? args : []).join(" ");
		}
		this._usage = str;
		return this;
	}
	name(str) {
		if (str === void 0) return this._name;
		this._name = str;
		return this;
	}
	helpGroup(heading) {
		if (heading === void 0) return this._helpGroupHeading ?? "";
		this._helpGroupHeading = heading;
		return this;
	}
	commandsGroup(heading) {
		if (heading === void 0) return this._defaultCommandGroup ?? "";
		this._defaultCommandGroup = heading;
		return this;
	}
	optionsGroup(heading) {
		if (heading === void 0) return this._defaultOptionGroup ?? "";
		this._defaultOptionGroup = heading;
		return this;
	}
	_initOptionGroup(option) {
		if (this._defaultOptionGroup && !option.helpGroupHeading) option.helpGroup(this._defaultOptionGroup);
	}
	_initCommandGroup(cmd) {
		if (this._defaultCommandGroup && !cmd.helpGroup()) cmd.helpGroup(this._defaultCommandGroup);
	}
	nameFromFilename(filename) {
		this._name = path.basename(filename, path.extname(filename));
		return this;
	}
	executableDir(path) {
		if (path === void 0) return this._executableDir;
		this._executableDir = path;
		return this;
	}
	helpInformation(contextOptions) {
		const helper = this.createHelp();
		const context = this._getOutputContext(contextOptions);
		helper.prepareContext({
			error: context.error,
			helpWidth: context.helpWidth,
			outputHasColors: context.hasColors
		});
		const text = helper.formatHelp(this, helper);
		if (context.hasColors) return text;
		return this._outputConfiguration.stripColor(text);
	}
	_getOutputContext(contextOptions) {
		contextOptions = contextOptions || {};
		const error = !!contextOptions.error;
		let baseWrite;
		let hasColors;
		let helpWidth;
		if (error) {
			baseWrite = (str) => this._outputConfiguration.writeErr(str);
			hasColors = this._outputConfiguration.getErrHasColors();
			helpWidth = this._outputConfiguration.getErrHelpWidth();
		} else {
			baseWrite = (str) => this._outputConfiguration.writeOut(str);
			hasColors = this._outputConfiguration.getOutHasColors();
			helpWidth = this._outputConfiguration.getOutHelpWidth();
		}
		const write = (str) => {
			if (!hasColors) str = this._outputConfiguration.stripColor(str);
			return baseWrite(str);
		};
		return {
			error,
			write,
			hasColors,
			helpWidth
		};
	}
	outputHelp(contextOptions) {
		let deprecatedCallback;
		if (typeof contextOptions === "function") {
			deprecatedCallback = contextOptions;
			contextOptions = void 0;
		}
		const outputContext = this._getOutputContext(contextOptions);
		const eventContext = {
			error: outputContext.error,
			write: outputContext.write,
			command: this
		};
		this._getCommandAndAncestors().reverse().forEach((command) => command.emit("beforeAllHelp", eventContext));
		this.emit("beforeHelp", eventContext);
		let helpInformation = this.helpInformation({ error: outputContext.error });
		if (deprecatedCallback) {
			helpInformation = deprecatedCallback(helpInformation);
			if (typeof helpInformation !== "string" && !Buffer.isBuffer(helpInformation)) throw new Error("outputHelp callback must return a string or a Buffer");
		}
		outputContext.write(helpInformation);
		if (this._getHelpOption()?.long) this.emit(this._getHelpOption().long);
		this.emit("afterHelp", eventContext);
		this._getCommandAndAncestors().forEach((command) => command.emit("afterAllHelp", eventContext));
	}
	helpOption(flags, description) {
		if (typeof flags === "boolean") {
			if (flags) {
				if (this._helpOption === null) this._helpOption = void 0;
				if (this._defaultOptionGroup) this._initOptionGroup(this._getHelpOption());
			} else this._helpOption = null;
			return this;
		}
		this._helpOption = this.createOption(flags ?? "-h, --help", description ?? "display help for command");
		if (flags || description) this._initOptionGroup(this._helpOption);
		return this;
	}
	_getHelpOption() {
		if (this._helpOption === void 0) this.helpOption(void 0, void 0);
		return this._helpOption;
	}
	addHelpOption(option) {
		this._helpOption = option;
		this._initOptionGroup(option);
		return this;
	}
	help(contextOptions) {
		this.outputHelp(contextOptions);
		let exitCode = Number(process$1.exitCode ?? 0);
		if (exitCode === 0 && contextOptions && typeof contextOptions !== "function" && contextOptions.error) exitCode = 1;
		this._exit(exitCode, "commander.help", "(outputHelp)");
	}
	addHelpText(position, text) {
		const allowedValues = [
			"beforeAll",
			"before",
			"after",
			"afterAll"
		];
		if (!allowedValues.includes(position)) throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
		const helpEvent = `${position}Help`;
		this.on(helpEvent, (context) => {
			let helpStr;
			if (typeof text === "function") helpStr = text({
				error: context.error,
				command: context.command
			});
			else helpStr = text;
			if (helpStr) context.write(`${helpStr}\n`);
		});
		return this;
	}
	_outputHelpIfRequested(args) {
		const helpOption = this._getHelpOption();
		if (helpOption && args.find((arg) => helpOption.is(arg))) {
			this.outputHelp();
			this._exit(0, "commander.helpDisplayed", "(outputHelp)");
		}
	}
};
function incrementNodeInspectorPort(args) {
	return args.map((arg) => {
		if (!arg.startsWith("--inspect")) return arg;
		let debugOption;
		let debugHost = "127.0.0.1";
		let debugPort = "9229";
		let match;
		if ((match = arg.match(/^(--inspect(-brk|-wait)?)$/)) !== null) debugOption = match[1];
		else if ((match = arg.match(/^(--inspect(-brk|-port|-wait)?)=(\[[^\]]+\]|[^:]+)$/)) !== null) {
			debugOption = match[1];
			if (/^\d+$/.test(match[3])) debugPort = match[3];
			else debugHost = match[3];
		} else if ((match = arg.match(/^(--inspect(-brk|-port|-wait)?)=(\[[^\]]+\]|[^:]+):(\d+)$/)) !== null) {
			debugOption = match[1];
			debugHost = match[3];
			debugPort = match[4];
		}
		if (debugOption && debugPort !== "0") return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
		return arg;
	});
}
function useColor() {
	if (process$1.env.NO_COLOR || process$1.env.FORCE_COLOR === "0" || process$1.env.FORCE_COLOR === "false") return false;
	if (process$1.env.FORCE_COLOR || process$1.env.CLICOLOR_FORCE !== void 0) return true;
}
new Command();
// src/cli/help.ts
const { stdout: stdout$5 } = process;
const [NARROWEST, WIDEST] = [48, 100];
const HELP_LAYOUT = {
	minWidthToWrap: 10,
	subcommandTerm: (command) => command.name(),
	optionDescription: ({ description }) => description,
	visibleOptions: (command) => {
		const options = new Help().visibleOptions(command);
		return command.parent ? options : options.filter(({ long }) => long === "--help" || long === "--version");
	}
};
const HELP_OUTPUT = {
	writeOut: (text) => stdout$5.write(text),
	outputError: () => {},
	writeErr: () => {},
	getOutHelpWidth: () => Math.min(WIDEST, Math.max(NARROWEST, stdout$5.columns ?? 80))
};
function addHelpNotes(command, { examples, variables = [], adminKey, exitCodes }) {
	command.addHelpText("after", () => {
		const helper = command.createHelp();
		const width = command.configureOutput().getOutHelpWidth?.() ?? WIDEST;
		helper.prepareContext({ helpWidth: width });
		const wrap = (text, indent) => helper.boxWrap(text, width - indent.length).replaceAll(/^/gm, indent);
		const texts = {
			...VARIABLES,
			...adminKey !== void 0 && { OPENAI_ADMIN_KEY: adminKey }
		};
		const column = Math.max(...variables.map((name) => name.length));
		return [
			"",
			`${examples.length > 1 ? "Examples" : "Example"}:`,
			...examples.flatMap(([typed, purpose]) => [`  openai-key-guard ${typed}`, wrap(purpose, "      ")]),
			"",
			...variables.length > 0 ? [
				HEADINGS.variables,
				...variables.map((name) => helper.formatItem(name, column, texts[name], helper)),
				""
			] : [],
			wrap(`${HEADINGS.exitCodes} ${exitCodes}`, "")
		].join("\n");
	});
}
// src/cli/options.ts
function createChoice(flags, description, words) {
	const option = new Option(flags, describeChoice(description, words));
	return option.choices(words).argParser((word) => parseWord(`--${option.name()}`, word, words));
}
function createWordArgument(command, words) {
	return new Argument(`<${words.join("|")}>`).choices(words).argParser((word) => parseWord(command, word, words));
}
function createList(flags, description) {
	return new Option(flags, describeList(description)).argParser((value, lines) => lines === void 0 ? value : `${lines}\n${value}`);
}
function createRepoOption() {
	return new Option("--repo <DIR>", SHARED_FLAGS.repo);
}
function createIgnoreFileOption() {
	return new Option("--ignore-file <PATH>", SHARED_FLAGS.ignoreFile(DEFAULTS["ignore-file"]));
}
function createBaseUrlOption() {
	return new Option("--openai-base-url <URL>", CONTAINMENT_FLAGS.baseUrl);
}
function createDetailOption() {
	return createChoice("--detail <WORD>", REPORT_FLAGS.detail, [
		"auto",
		"full",
		"minimal"
	]);
}
function createColorOption() {
	return createChoice("--color <WORD>", SHARED_FLAGS.color, [
		"auto",
		"always",
		"never"
	]);
}
function addContainmentOptions(command) {
	const say = CONTAINMENT_FLAGS;
	command.optionsGroup(HEADINGS.contain).addOption(createChoice("--on-leak <WORD>", say.onLeak, LEAK_ACTS)).option("--grace <TIME>", say.grace).option("--keys-file <PATH>", say.keysFile(DEFAULTS["keys-file"])).option("--hold-if-used-within <TIME>", say.hold).option("--contain-preexisting", say.preexisting).addOption(createList("--approved <FINGERPRINT>", say.approved)).option("--yes", say.yes).option("--dry-run", say.dryRun).addOption(createChoice("--try-keys <WORD>", say.tryKeys, [
		"own",
		"all",
		"none"
	])).addOption(createList("--protect <NAME>", say.protect)).option("--max-contained <N>", say.maxContained).option("--audit-file <FILE>", say.auditFile).addOption(createBaseUrlOption());
}
function addReportOptions(command) {
	const say = REPORT_FLAGS;
	command.optionsGroup(HEADINGS.report).addOption(createChoice("--fail-on <WORD>", say.failOn, [
		"leak",
		"active",
		"never"
	])).addOption(createDetailOption()).addOption(createChoice("--format <WORD>", say.format, FORMATS$1)).option("--output <FILE>", say.output).addOption(createColorOption()).option("--quiet", say.quiet).addOption(createChoice("--notify-when <WORD>", say.notifyWhen, [
		"leak",
		"active",
		"contained"
	])).addOption(createChoice("--notify-format <WORD>", say.notifyFormat, [
		"auto",
		"slack",
		"teams",
		"json"
	]));
}
// src/cli/audit.ts
function addAudit(program) {
	const { summary, description, examples } = AUDIT_HELP;
	const command = program.command("audit").summary(summary).description(`${summary}\n\n${description}`).optionsGroup(AUDIT_HEADINGS.read).option("--policy <FILE>", AUDIT_FLAGS.policy(POLICY_FILE)).addOption(createList("--project <NAME>", AUDIT_FLAGS.project)).option("--keys-file <PATH>", ROTATE_FLAGS.keysFile(DEFAULTS["keys-file"])).addOption(createBaseUrlOption()).addOption(createRepoOption());
	addFixOptions(command);
	command.optionsGroup(HEADINGS.report).addOption(createChoice("--fail-on <WORD>", AUDIT_FLAGS.failOn, FAIL_LEVELS)).addOption(createDetailOption()).addOption(createChoice("--format <WORD>", REPORT_FLAGS.format, AUDIT_FORMATS)).option("--output <FILE>", REPORT_FLAGS.output).addOption(createColorOption()).option("--quiet", AUDIT_FLAGS.quiet).option("--verbose", AUDIT_FLAGS.verbose).action(async () => {
		const { runTypedAudit } = await import("./audit-command.js").then((n) => n.audit_typed_exports);
		await runTypedAudit(readFlags(command));
	});
	addHelpNotes(command, {
		examples,
		adminKey: AUDIT_ADMIN_KEY,
		variables: [
			"OPENAI_ADMIN_KEY",
			"GITHUB_TOKEN",
			"NO_COLOR",
			"HTTPS_PROXY"
		],
		exitCodes: AUDIT_EXIT_CODES
	});
}
function addFixOptions(command) {
	const say = CONTAINMENT_FLAGS;
	command.optionsGroup(AUDIT_HEADINGS.fix).addOption(createList("--fix <RULE=ACT>", AUDIT_FLAGS.fix)).option("--yes", say.yes).option("--dry-run", say.dryRun).addOption(createList("--protect <NAME>", say.protect)).option("--max-contained <N>", say.maxContained).option("--hold-if-used-within <TIME>", AUDIT_FLAGS.hold).option("--ignore-file <PATH>", AUDIT_FLAGS.ignoreFile(DEFAULTS["ignore-file"])).option("--audit-file <FILE>", say.auditFile);
}
// src/cli/suggest-words.ts
const { env: env$4 } = process;
const FILES = ":file";
const FOLDERS = ":folder";
async function suggestWords(program, words) {
	const typed = words.filter((word) => word !== "=");
	const current = words.at(-1) === "=" ? "" : typed.at(-1) ?? "";
	const before = words.at(-1) === "=" ? typed : typed.slice(0, -1);
	const { command, pending } = readWords(program, before);
	const [, flag = "", start = current] = /^(--[^=]+=)(.*)$/.exec(current) ?? [];
	const option = flag ? findOption(command ?? program, flag.slice(0, -1)) : pending;
	return (option ? await suggestValues(option.argChoices, option.flags, start) : current.startsWith("-") ? suggestFlags(command ?? program) : command ? await suggestArguments(command, before, start) : suggestCommands(program)).flatMap(([word, description]) => {
		if (word === ":file" || word === ":folder") return [[word, description]];
		return word.startsWith(start) ? [[flag + word, description]] : [];
	});
}
function readWords(program, words) {
	let command = null;
	let pending = null;
	for (const word of words) {
		const known = pending ? null : findOption(program, word);
		const option = known && command ? findOption(command, word) ?? known : known;
		if (!pending && !option) command ??= program.commands.find((candidate) => candidate.name() === word) ?? null;
		pending = option?.required ? option : null;
	}
	return {
		command,
		pending
	};
}
function findOption(program, flag) {
	return program.options.find(({ long }) => long === flag) ?? null;
}
function suggestCommands(program) {
	return program.createHelp().visibleCommands(program).map((command) => [command.name(), command.summary()]);
}
function suggestFlags(command) {
	return command.createHelp().visibleOptions(command).map(({ long, description }) => [long ?? "", shorten(description)]);
}
async function suggestArguments(command, before, start) {
	const [argument] = command.registeredArguments;
	if (!argument) return [];
	const name = before.includes("--files") ? "GLOB" : argument.name().toUpperCase();
	return await suggestValues(argument.argChoices, name, start);
}
async function suggestValues(choices, name, start) {
	if (choices) return choices.map((word) => [word, ""]);
	switch (/[A-Z]+(?=>?$)/.exec(name)?.[0]) {
		case "FILE":
		case "PATH":
		case "GLOB":
		case "REPORT": return [[FILES, ""]];
		case "DIR": return [[FOLDERS, ""]];
		case "RANGE": return await suggestRevisions(start);
		default: return [];
	}
}
async function suggestRevisions(start) {
	const base = /^.*\.\./.exec(start)?.[0] ?? "";
	try {
		const { gitDir } = await findRepository(process.cwd());
		const { stdout } = await new Git(gitDir, env$4).run(["for-each-ref", "--format=%(refname:short)"]);
		return ["HEAD", ...stdout.split("\n").filter((name) => /^[\w./@+-]+$/.test(name))].map((name) => [base + name, ""]);
	} catch (error) {
		if (error instanceof UsageError) return [];
		throw error;
	}
}
function shorten(description) {
	return /^(?:With --[a-z -]+: )?.+?(?=[;:]|\.(?: |$)|$)/.exec(description)?.[0] ?? description;
}
// src/cli/completion.ts
const { stdout: stdout$4 } = process;
const SCRIPTS = {
	bash: `# ${COMPLETION_HELP.heads.bash}
_openai_key_guard() {
  local IFS=$'\\n' line current="\${COMP_WORDS[COMP_CWORD]#=}"
  COMPREPLY=()
  while read -r line; do
    case "$line" in
      ${FILES}) compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -f -- "$current")) ;;
      ${FOLDERS}) compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -d -- "$current")) ;;
      *) COMPREPLY+=("\${line%%$'\\t'*}") ;;
    esac
  done < <("$1" complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}

complete -F _openai_key_guard openai-key-guard
`,
	zsh: `#compdef openai-key-guard
# ${COMPLETION_HELP.heads.zsh}
_openai_key_guard() {
  local line
  local -a found
  for line in "\${(@f)$("\${words[1]}" complete -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    case $line in
      ${FILES}) compset -P '--*='; _files ;;
      ${FOLDERS}) compset -P '--*='; _files -/ ;;
      ?*) found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}") ;;
    esac
  done
  (( $#found )) && _describe 'openai-key-guard' found
}

if [ "$funcstack[1]" = "_openai_key_guard" ] || [ "$funcstack[1]" = "_openai-key-guard" ]; then
  _openai_key_guard "$@"
else
  compdef _openai_key_guard openai-key-guard
fi
`,
	fish: `# ${COMPLETION_HELP.heads.fish}
function __openai_key_guard
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    for line in ($words[1] complete -- $words[2..-1] "$current" 2>/dev/null)
        switch $line
            case ${FILES}
                __fish_complete_path (string replace -r -- '^--[^=]*=' '' "$current")
            case ${FOLDERS}
                __fish_complete_directories (string replace -r -- '^--[^=]*=' '' "$current")
            case '*'
                echo $line
        end
    end
end

complete -c openai-key-guard -f -a '(__openai_key_guard)'
`
};
function addCompletion(program) {
	const { summary, description, examples } = COMPLETION_HELP;
	const shells = Object.keys(SCRIPTS);
	addHelpNotes(program.command("completion").summary(summary).description(`${summary}\n\n${description}`).addArgument(createWordArgument("completion", shells)).action((shell) => void stdout$4.write(SCRIPTS[shell] ?? "")), {
		examples,
		exitCodes: EXIT_CODES_OF.other
	});
	program.command("complete", { hidden: true }).argument("[words...]").action(async (words) => {
		const lines = (await suggestWords(program, words)).map(([word, description]) => `${word}\t${description}`);
		stdout$4.write(lines.map((line) => `${line.trimEnd()}\n`).join(""));
	});
}
// src/cli/contain.ts
function addContain(program) {
	const { summary, description, examples } = CONTAIN_HELP;
	const command = program.command("contain").summary(summary).description(`${summary}\n\n${description}`).usage("REPORT --on-leak WORD").argument("<report>").optionsGroup(HEADINGS.read).addOption(createRepoOption()).addOption(createIgnoreFileOption());
	addContainmentOptions(command);
	addReportOptions(command);
	command.action(async (file) => await contain(file, readFlags(command)));
	addHelpNotes(command, {
		examples,
		variables: [
			"OPENAI_ADMIN_KEY",
			"NOTIFY_URL",
			"NO_COLOR",
			"HTTPS_PROXY"
		],
		exitCodes: EXIT_CODES_OF.scan
	});
}
async function contain(file, flags) {
	if (flags.onLeak === void 0 || flags.onLeak === "report") throw new UsageError(CONTAIN_WITHOUT_ACTION);
	refuseUselessActions(flags);
	const settings = readSettings(flags);
	const { parseApprovedReport } = await Promise.resolve().then(() => approved_report_exports);
	const approved = parseApprovedReport(await readReport(file));
	const restricted = restrictToApproved(settings, approved);
	const { output, journal } = await openRunFiles(settings, flags);
	const opened = await openScanTarget(await chooseTarget(approved), await createScanContext(settings, flags));
	const report = await runScan(opened, restricted, journal, flags);
	const missing = [...approved.fingerprints].filter((approvedOne) => report.findings.every(({ fingerprint }) => fingerprint !== approvedOne));
	if (missing.length > 0) process.stderr.write(`${describeKeysNotFound(missing.length, approved.fingerprints.size)}\n`);
	const shown = restrictReport(report, chooseDetail(settings));
	process.exitCode = await printReport(shown, flags, output);
	if (settings.notify) await (await import("./notify.js").then((n) => n.send_news_exports)).sendNews(shown, settings);
}
function restrictToApproved(settings, { fingerprints }) {
	const { approved } = settings.policy;
	const unknown = [...approved ?? []].find((fingerprint) => !fingerprints.has(fingerprint));
	if (unknown !== void 0) throw new UsageError(describeUnknownApproved(unknown, suggestNearest(unknown, [...fingerprints])));
	return {
		...settings,
		policy: {
			...settings.policy,
			approved: approved ?? fingerprints,
			mustFindApproved: false
		}
	};
}
async function chooseTarget({ change }) {
	switch (change.kind) {
		case "range": return {
			kind: "commits",
			base: change.base,
			head: change.head
		};
		case "staged": return { kind: "staged" };
		case "history": return {
			kind: "history",
			unreachable: change.unreachable
		};
		case "files": return {
			kind: "files",
			globs: change.globs,
			ignored: true
		};
		case "alerts": return await (await Promise.resolve().then(() => alerts_exports)).readAlertTarget([change.of]);
		default: return change;
	}
}
async function readReport(file) {
	try {
		return await readFile(file, "utf8");
	} catch (error) {
		throw new UsageError(describeUnreadableReport(escapePlain(file), getErrorCode(error)));
	}
}
// src/cli/demo.ts
const { env: env$3, stdout: stdout$3 } = process;
const INDENT = 2;
function addDemo(program) {
	const { summary, description, examples } = DEMO_HELP;
	const command = program.command("demo").summary(summary).description(`${summary}\n\n${description}`).optionsGroup(HEADINGS.report).addOption(createColorOption()).action(async () => {
		const [{ runDemo }, { renderDemoAudit }] = await Promise.all([import("./sandbox.js").then((n) => n.demo_exports), import("./audit-command.js").then((n) => n.demo_audit_exports)]);
		const look = detectLook(command.optsWithGlobals());
		await runDemo({
			audit: async (organization) => await renderDemoAudit(organization, {
				...look,
				width: look.width - INDENT
			}),
			print: (line) => stdout$3.write(`${line}\n`),
			action: new URL("./action.js", import.meta.url),
			paint: createPaint(command.optsWithGlobals()),
			path: env$3["PATH"] ?? "",
			defaults: DEFAULTS
		});
	});
	addHelpNotes(command, {
		examples,
		variables: ["NO_COLOR"],
		exitCodes: EXIT_CODES_OF.other
	});
}
// src/cli/doctor.ts
const { env: env$2, stdout: stdout$2 } = process;
const FORMATS = ["text", "json"];
const TIMEOUT = 5e3;
function addDoctor(program) {
	const command = program.command("doctor").summary(DOCTOR_SUMMARY).description(DOCTOR_DESCRIPTION).addOption(createRepoOption()).addOption(createIgnoreFileOption()).addOption(createBaseUrlOption()).addOption(createDetailOption()).addOption(createChoice("--format <WORD>", DOCTOR_FORMAT, FORMATS)).addOption(createColorOption()).action(async () => await runDoctor(command.optsWithGlobals()));
	addHelpNotes(command, {
		examples: [["doctor", DOCTOR_EXAMPLES.plain], ["doctor --format json", DOCTOR_EXAMPLES.json]],
		variables: [
			"OPENAI_ADMIN_KEY",
			"NO_COLOR",
			"HTTPS_PROXY"
		],
		exitCodes: DOCTOR_EXIT_CODES
	});
}
async function runDoctor(flags) {
	const format = parseWord("--format", flags.format ?? FORMATS[0], FORMATS);
	const context = await createContext(flags);
	const [{ runChecks }, { concludeAsExitCode, renderCheckJson, renderCheckText }] = await Promise.all([import("./doctor.js").then((n) => n.doctor_exports), import("./doctor.js").then((n) => n.report_exports)]);
	const checks = await runChecks(context);
	const text = format === "json" ? renderCheckJson(checks, VERSION) : renderCheckText(checks, detectLook(flags));
	stdout$2.write(text.endsWith("\n") ? text : `${text}\n`);
	process.exitCode = concludeAsExitCode(checks);
}
async function createContext(flags) {
	const { parseGivenKey } = await import("./doctor.js").then((n) => n.admin_key_exports);
	const given = {
		"openai-base-url": flags.openaiBaseUrl,
		"ignore-file": flags.ignoreFile,
		detail: flags.detail
	};
	const settings = parseSettings((name) => given[name], { secretsWithheld: true });
	return {
		medium: "terminal",
		detail: chooseDetail(settings),
		node: process.versions.node,
		platform: `${process.platform} ${process.arch}`,
		environment: env$2,
		repo: flags.repo || process.cwd(),
		isRepoGiven: Boolean(flags.repo),
		ignoreFile: settings.ignoreFile,
		baseURL: settings.baseURL,
		adminKey: parseGivenKey(env$2["OPENAI_ADMIN_KEY"] ?? ""),
		github: {
			apiUrl: env$2["GITHUB_API_URL"] || "https://api.github.com",
			serverUrl: env$2["GITHUB_SERVER_URL"] || "https://github.com",
			token: env$2["GITHUB_TOKEN"] || null,
			repository: env$2["GITHUB_REPOSITORY"] || null
		},
		temp: tmpdir(),
		workflow: null,
		clock: SYSTEM_CLOCK,
		timeout: TIMEOUT
	};
}
// src/cli/hook.ts
const { env: env$1, stdout: stdout$1 } = process;
function addHook(program) {
	const command = program.command("hook").summary(HOOK_HELP.summary).description(`${HOOK_HELP.summary}\n\n${HOOK_HELP.description}`).addArgument(createWordArgument("hook", ["install", "uninstall"])).optionsGroup(HOOK_HELP.where).addOption(createRepoOption()).action(async (verb) => {
		const { installHooks, uninstallHooks } = await import("./hooks.js").then((n) => n.hooks_exports);
		const repo = command.optsWithGlobals().repo || process.cwd();
		const programs = {
			node: process.execPath,
			cli: fileURLToPath(new URL("./cli.js", import.meta.url))
		};
		const lines = verb === "install" ? await installHooks({
			repo,
			environment: env$1,
			...programs
		}) : await uninstallHooks({
			repo,
			environment: env$1
		});
		stdout$1.write(lines.map((line) => `${line}\n`).join(""));
	});
	addHelpNotes(command, {
		examples: [["hook install", HOOK_HELP.install], ["hook uninstall", HOOK_HELP.uninstall]],
		exitCodes: EXIT_CODES_OF.other
	});
}
// src/cli/ignore.ts
function addIgnore(program) {
	const { summary, description, groups, reason, until, examples } = IGNORE_HELP;
	const command = program.command("ignore").summary(summary).description(`${summary}\n\n${description}`).usage("FINGERPRINT --reason TEXT [--until DAY]").argument("[fingerprint...]").optionsGroup(groups.entry).option("--reason <TEXT>", reason).option("--until <DAY>", until).optionsGroup(groups.file).addOption(createIgnoreFileOption()).addOption(createRepoOption()).action(async (fingerprints) => await ignore(fingerprints, command.optsWithGlobals()));
	addHelpNotes(command, {
		examples: [examples.plain, examples.until],
		exitCodes: EXIT_CODES_OF.other
	});
}
async function ignore(fingerprints, flags) {
	if (fingerprints.length > 1) throw new UsageError(describeManyFingerprints(fingerprints.length));
	const { ignoreKey } = await import("./ignore-file.js").then((n) => n.commands_exports);
	const [fingerprint = null] = fingerprints;
	const { reason = null, until = null } = flags;
	const lines = await ignoreKey(createEditContext(flags), {
		fingerprint,
		reason,
		until
	});
	process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}
// src/cli/rotate-flags.ts
const ROTATION_FORMATS = [
	"text",
	"json",
	"markdown"
];
// src/cli/rotate.ts
function addRotate(program) {
	const { summary, description, examples } = ROTATE_HELP;
	const command = program.command("rotate").summary(summary).description(`${summary}\n\n${description}`).usage("KEY… --to PLACE [options]").argument("[key...]").optionsGroup(ROTATE_HEADINGS.what).addOption(createList("--to <PLACE>", ROTATE_FLAGS.to)).option("--due", ROTATE_FLAGS.due).option("--keys-file <PATH>", ROTATE_FLAGS.keysFile(DEFAULTS["keys-file"])).addOption(createRepoOption()).addOption(createBaseUrlOption());
	addKeyOptions(command);
	addRunOptions(command);
	command.action(async (keys) => {
		const { rotateTyped } = await import("./rotate-command.js").then((n) => n.rotate_typed_exports);
		await rotateTyped(keys, readFlags(command));
	});
	addHelpNotes(command, {
		examples,
		adminKey: ROTATE_ADMIN_KEY,
		variables: [
			"OPENAI_ADMIN_KEY",
			"GITHUB_SECRETS_TOKEN",
			"GITHUB_API_URL",
			"NO_COLOR",
			"HTTPS_PROXY"
		],
		exitCodes: ROTATE_EXIT_CODES
	});
}
function addKeyOptions(command) {
	command.optionsGroup(ROTATE_HEADINGS.key).option("--expires-in <TIME>", ROTATE_FLAGS.expiresIn).option("--scopes <LIST>", ROTATE_FLAGS.scopes).option("--widen", ROTATE_FLAGS.widen).option("--create", ROTATE_FLAGS.create).optionsGroup(ROTATE_HEADINGS.old).option("--wait <TIME>", ROTATE_FLAGS.wait).option("--overlap <TIME>", ROTATE_FLAGS.overlap);
}
function addRunOptions(command) {
	command.optionsGroup(ROTATE_HEADINGS.run).option("--dry-run", CONTAINMENT_FLAGS.dryRun).option("--yes", CONTAINMENT_FLAGS.yes).option("--audit-file <FILE>", CONTAINMENT_FLAGS.auditFile).option("--resume", ROTATE_FLAGS.resume).addOption(createList("--protect <NAME>", CONTAINMENT_FLAGS.protect)).option("--max-contained <N>", CONTAINMENT_FLAGS.maxContained).option("--ignore-file <PATH>", ROTATE_FLAGS.ignoreFile(DEFAULTS["ignore-file"])).optionsGroup(HEADINGS.report).addOption(createDetailOption()).addOption(createChoice("--format <WORD>", REPORT_FLAGS.format, ROTATION_FORMATS)).option("--output <FILE>", REPORT_FLAGS.output).addOption(createColorOption()).option("--quiet", ROTATE_FLAGS.quiet).option("--verbose", ROTATE_FLAGS.verbose);
}
// src/cli/sandbox.ts
const { env, stdout } = process;
function addSandbox(program) {
	const { summary, description, examples } = SANDBOX_HELP;
	addHelpNotes(program.command("sandbox").summary(summary).description(`${summary}\n\n${description}`).action(async () => {
		const { serve } = await import("./sandbox.js").then((n) => n.serve_exports);
		await serve({
			print: (line) => stdout.write(`${line}\n`),
			path: env["PATH"] ?? ""
		});
	}), {
		examples,
		exitCodes: EXIT_CODES_OF.other
	});
}
// src/cli/scan.ts
const USAGE = [
	"[RANGE]",
	"--staged",
	"--pushed [REMOTE]",
	"--history [--unreachable] [--write-baseline]",
	"--files [--skip-ignored] [GLOB …]",
	"--stdin [--stdin-name PATH] [--format-in WORD]",
	"--alerts OWNER/REPO | ORG [--close-alerts]"
];
function addScan(program) {
	const { summary, description, proofFile, verbose, examples } = SCAN_HELP;
	const command = program.command("scan").summary(summary).description(`${summary}\n\n${description}`).usage(USAGE.join("\n       openai-key-guard scan ")).argument("[range...]");
	addTargetOptions(command);
	addContainmentOptions(command);
	addReportOptions(command);
	command.option("--proof-file <FILE>", proofFile).option("--verbose", verbose).action(async (words) => await scanTyped({
		words,
		flags: readFlags(command),
		typed: listTyped(command)
	}));
	addHelpNotes(command, {
		examples,
		variables: [
			"OPENAI_ADMIN_KEY",
			"NOTIFY_URL",
			"NO_COLOR",
			"HTTPS_PROXY"
		],
		exitCodes: EXIT_CODES_OF.scan
	});
}
function addTargetOptions(command) {
	const say = SCAN_HELP;
	command.optionsGroup(HEADINGS.read).option("--staged", say.staged).option("--pushed", say.pushed).option("--history", say.history).option("--unreachable", say.unreachable).option("--files", say.files).option("--skip-ignored", say.skipIgnored).option("--stdin", say.stdin).option("--stdin-name <PATH>", say.stdinName).addOption(createChoice("--format-in <WORD>", say.formatIn, INPUT_FORMATS)).option("--alerts", say.alerts).option("--close-alerts", say.closeAlerts).addOption(createRepoOption()).addOption(createList("--paths <GLOB>", say.paths)).addOption(createList("--exclude <GLOB>", say.exclude)).addOption(createIgnoreFileOption()).option("--write-baseline", say.writeBaseline);
}
function listTyped({ parent }) {
	return parent?.rawArgs ?? [];
}
// src/cli/sweep.ts
const VERBS = [
	"plan",
	"scan",
	"merge"
];
const TAKEN = {
	plan: [
		"shards",
		"state",
		"include",
		"exclude",
		"archived",
		"forks",
		"output",
		"quiet",
		"color"
	],
	scan: [
		"shard",
		"maxDisk",
		"output",
		"detail",
		"quiet",
		"color"
	]
};
const REFUSED = [
	"shards",
	"shard",
	"maxDisk",
	"include",
	"exclude",
	"archived",
	"forks"
];
function addSweep(program) {
	const { summary, description, examples } = SWEEP_HELP;
	const command = program.command("sweep").summary(summary).description(`${summary}\n\n${description}`).usage([
		"plan ORG",
		"scan PLAN --shard I --output DIR",
		"merge DIR …"
	].join("\n       openai-key-guard sweep ")).addArgument(createWordArgument("sweep", VERBS)).argument("[words...]");
	addPlanOptions(command);
	addContainmentOptions(command);
	addReportOptions(command);
	command.option("--upload-sarif", SWEEP_FLAGS.uploadSarif).option("--proof-file <FILE>", SCAN_HELP.proofFile).option("--verbose", SWEEP_FLAGS.verbose).action(async (verb, words) => await sweep(verb, words, readFlags(command)));
	addHelpNotes(command, {
		examples,
		adminKey: SWEEP_ADMIN_KEY,
		variables: [
			"OPENAI_ADMIN_KEY",
			"GITHUB_TOKEN",
			"NO_COLOR",
			"HTTPS_PROXY"
		],
		exitCodes: SWEEP_EXIT_CODES
	});
}
function addPlanOptions(command) {
	const say = SWEEP_FLAGS;
	command.optionsGroup(SWEEP_HEADINGS.plan).option("--shards <N>", say.shards).addOption(createList("--include <GLOB>", say.include)).addOption(createList("--exclude <GLOB>", say.exclude)).option("--archived", say.archived).option("--forks", say.forks).option("--shard <I>", say.shard).option("--max-disk <GB>", say.maxDisk).option("--state <FILE>", say.state).addOption(createRepoOption()).option("--ignore-file <PATH>", say.ignoreFile);
}
async function sweep(verb, words, flags) {
	refuseFlags(verb, flags);
	switch (verb) {
		case "plan": return await (await import("./sweep-command.js").then((n) => n.plan_exports)).planTyped(words, flags);
		case "scan": return await (await import("./sweep-command.js").then((n) => n.scan_exports)).scanShardTyped(words, flags);
		case "merge": return await (await import("./sweep-command.js").then((n) => n.merge_exports)).mergeTyped(words, flags);
		default: return verb;
	}
}
function refuseFlags(verb, flags) {
	const given = Object.entries(flags).flatMap(([name, value]) => value === void 0 ? [] : [name]);
	const isTaken = (name) => verb === "merge" ? !REFUSED.some((one) => one === name) : TAKEN[verb].includes(name);
	const wrong = given.find((name) => !isTaken(name));
	if (wrong === void 0) return;
	const flag = `--${wrong.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
	throw new UsageError(describeSweepFlag(verb, flag));
}
// src/cli/program.ts
var program_exports = /* @__PURE__ */ __exportAll({ runProgram: () => runProgram });
const COMMANDS = [
	addScan,
	addContain,
	addIgnore,
	addAudit,
	addRotate,
	addSweep,
	addHook,
	addDoctor,
	addCompletion,
	addDemo,
	addSandbox
];
async function runProgram(typed) {
	const words = translateHelp(typed);
	const asksVersion = words.includes("--version") || words.includes("-V");
	if (words[0] === "scan" && !asksVersion && await parse$1(createScanProgram(), words) === null) return;
	const program = createProgram(asksVersion ? await describeVersion() : VERSION);
	const error = await parse$1(program, words.length > 0 ? words : ["--help"]);
	if (error) throw new UsageError((await Promise.resolve().then(() => mistaken_words_exports)).explainWords(program, words, error));
}
function translateHelp(words) {
	const [first, ...rest] = words;
	if (first === "help") return [...rest, "--help"];
	return first === "version" && rest.length === 0 ? ["--version"] : words;
}
async function describeVersion() {
	const id = await readSourcesId();
	return `openai-key-guard ${VERSION}${id === null ? "" : ` (src ${id})`}`;
}
async function parse$1(program, words) {
	try {
		await program.parseAsync(words, { from: "user" });
		return null;
	} catch (error) {
		if (!(error instanceof CommanderError)) throw error;
		return error.exitCode === 0 ? null : error;
	}
}
function createProgram(version = VERSION) {
	const program = createEmptyProgram(version);
	for (const add of COMMANDS) add(program);
	takeFlagsAnywhere(program);
	addHelpNotes(program, {
		examples: PROGRAM_HELP.examples,
		variables: [
			"OPENAI_ADMIN_KEY",
			"NO_COLOR",
			"HTTPS_PROXY"
		],
		exitCodes: EXIT_CODES_OF.scan
	});
	return program;
}
function createScanProgram() {
	const program = createEmptyProgram();
	addScan(program);
	return program;
}
function createEmptyProgram(version = VERSION) {
	return new Command("openai-key-guard").description(PROGRAM_HELP.description).usage("COMMAND [options]").version(version, "-V, --version", PROGRAM_HELP.version).helpOption("-h, --help", PROGRAM_HELP.help).helpCommand(false).addOption(createAdminKeyRefusal()).configureHelp(HELP_LAYOUT).configureOutput(HELP_OUTPUT).exitOverride();
}
function takeFlagsAnywhere(program) {
	const options = program.commands.flatMap((command) => command.options);
	for (const option of new Map(options.toReversed().map((option) => [option.long, option])).values()) program.addOption(mergeChoices(options.filter(({ long }) => long === option.long)) ?? option);
	program.hook("preAction", (_, command) => {
		for (const { argChoices, long, attributeName } of command.options.map(describeOption)) {
			const value = program.getOptionValue(attributeName);
			if (argChoices && typeof value === "string") parseWord(long, value, argChoices);
		}
		const unknown = program.options.find((option) => program.getOptionValue(option.attributeName()) !== void 0 && command.options.every(({ long }) => long !== option.long));
		if (unknown) throw new UsageError(describeForeignFlag(command.name(), `--${unknown.name()}`));
	});
}
function mergeChoices(options) {
	const [first] = options;
	const words = new Set(options.flatMap(({ argChoices }) => argChoices ?? []));
	if (!first || words.size === (first.argChoices?.length ?? 0)) return null;
	return new Option(first.flags, first.description).choices([...words]).argParser((word) => word);
}
function describeOption(option) {
	return {
		argChoices: option.argChoices,
		long: option.long ?? "",
		attributeName: option.attributeName()
	};
}
function createAdminKeyRefusal() {
	return new Option("--openai-admin-key [KEY]").hideHelp().preset("").argParser(() => {
		throw new UsageError(ADMIN_KEY_AS_FLAG);
	});
}
// src/cli/write-proof.ts
var write_proof_exports = /* @__PURE__ */ __exportAll({ writeProof: () => writeProof });
async function writeProof(report, proof, settings, { change, basePolicy }, sweep) {
	const [{ describeScanSetup }, { renderPredicate }] = await Promise.all([import("./sources.js").then((n) => n.scan_setup_exports), import("./report.js").then((n) => n.predicate_exports)]);
	const setup = await describeScanSetup(settings, change, async () => basePolicy);
	const code = await proof.write(renderPredicate(report, {
		version: VERSION,
		...setup,
		...sweep && { sweep }
	})).then(() => null, getErrorCode);
	if (code === null) return true;
	const { describeOutputFailure } = await import("./report.js").then((n) => n.action_taken_exports);
	process.stderr.write(`${describeOutputFailure(`${proof.name} ${JSON.stringify(proof.file)}`, code)}\n`);
	return false;
}
export { AUDIT_FORMATS, FAIL_LEVELS, POLICY_FILE, ROTATION_FORMATS, alerts_exports, formatCommand, mistaken_range_exports, own_repository_exports, program_exports, write_proof_exports };
