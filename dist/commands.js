import { __exportAll } from "./rolldown-runtime.js";
import { GIT_NOT_FOUND, Git, HOOKS_EVERYWHERE, HOOKS_RUN_CACHE, HOOK_MARK, UsageError, VERSION, describeHooksInWorkTree, describeInstalledHook, describeKeptHook, describeManyRanges, describeMissingProgram, describeNoHooks, describeRemovedHook, describeReplacedHook, escapePlain, extractComplaint, findNearest, findRepository, getErrorCode, quoteForMessage, resolveCommits, resolveOutputPath } from "./scan.js";
import { DAMAGES, FOREIGN_REPORTS, GONE_CHANGES, NO_COMMAND_GIVEN, NO_HOOKS_IN_BARE, NO_JSON_REPORT, NO_UTF8_REPORT, PATHS_AS_RANGE, RANGE_IN_TWO_WORDS, REMARKS, describeAddressAsRange, describeDamagedReport, describeDayAsRange, describeDisabledHooks, describeFolderForHook, describeForbiddenHook, describeGlobAsRange, describeLeftoverHook, describeManagedHooks, describeMeant, describeNoArgument, describeNoCommand, describeNoFlag, describeNoHookFolder, describeNoValue, describeNoValueTaken, describeNotARange, describeOtherVersion, describePathAsRange, describeShallowRevision, describeTooFarBack, describeTooManyWords, describeTwoHooks, describeUnknownRevision, describeUnwritableHook, describeWhereListed } from "./messages.js";
const promisify = process.getBuiltinModule("node:util").promisify;
const randomUUID = (...args) => process.getBuiltinModule("node:crypto").randomUUID(...args);
const constants = process.getBuiltinModule("node:fs").constants;
const existsSync = process.getBuiltinModule("node:fs").existsSync;
const execFile = process.getBuiltinModule("node:child_process").execFile;
const basename = process.getBuiltinModule("node:path").basename;
const dirname = process.getBuiltinModule("node:path").dirname;
const isAbsolute = process.getBuiltinModule("node:path").isAbsolute;
const join = process.getBuiltinModule("node:path").join;
const parse = process.getBuiltinModule("node:path").parse;
const relative = process.getBuiltinModule("node:path").relative;
const resolve = process.getBuiltinModule("node:path").resolve;
const access = (...args) => process.getBuiltinModule("node:fs/promises").access(...args);
const lstat = (...args) => process.getBuiltinModule("node:fs/promises").lstat(...args);
const mkdir = (...args) => process.getBuiltinModule("node:fs/promises").mkdir(...args);
const readFile = (...args) => process.getBuiltinModule("node:fs/promises").readFile(...args);
const rename = (...args) => process.getBuiltinModule("node:fs/promises").rename(...args);
const stat = (...args) => process.getBuiltinModule("node:fs/promises").stat(...args);
const unlink = (...args) => process.getBuiltinModule("node:fs/promises").unlink(...args);
const writeFile$1 = (...args) => process.getBuiltinModule("node:fs/promises").writeFile(...args);
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
// src/cli/typed-words.ts
const LONGEST_WORD = 120;
const KEY_PART = /(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{20,}/g;
const OBJECT_NAME = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function formatCommand$1(words) {
	return ["openai-key-guard", ...words.map(quoteForShell$1)].join(" ");
}
function quoteTyped(word) {
	return JSON.stringify(hideKeys(word));
}
function nameTyped(flag) {
	return hideKeys(flag.replace(/=.*$/s, ""));
}
function quoteForShell$1(word) {
	const shown = hideKeys(word);
	if (/^[\w@%+=:,./^~…-]+$/.test(shown)) return shown;
	return shown.includes("$(") ? `"${shown}"` : `'${shown.replaceAll("'", "'\\''")}'`;
}
function hideKeys(word) {
	const hidden = escapePlain(word).replaceAll(/sk-[\w-]{8,}/g, "sk-…").replaceAll(KEY_PART, (part) => OBJECT_NAME.test(part) ? part : "…");
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
	if (word === "help") return new UsageError(`${describeNotARange(quoted)} ${describeMeant(formatCommand$1(["scan", "--help"]))}`);
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
	return new UsageError(`${RANGE_IN_TWO_WORDS} ${describeMeant(formatCommand$1(joined))}`);
}
function answer(sentence, words) {
	return new UsageError(`${sentence} ${formatCommand$1(words)}`);
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
		return new UsageError(`${sentence} ${describeMeant(formatCommand$1(replace(word.replace(end, nearest))))}`);
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
const COMMANDS = {
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
	const end = isNew ? describeMeant(formatCommand$1(meant.words)) : describeWhereListed(command?.name() ?? null);
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
		case "commander.optionMissingArgument": return describeNoValue(nameTyped(culprit.split(" ")[0] ?? ""), describeValue(program, culprit));
		case "commander.missingArgument": return describeNoArgument(name, culprit.includes("|") ? culprit.replace("|", " or ") : "a report");
		case "commander.excessArguments": return describeTooManyWords(name, command?.registeredArguments.length ?? 0);
		default: return NO_COMMAND_GIVEN;
	}
}
function isOwnFlag(program, typed) {
	return typed.includes("=") && findOption(program, typed.replace(/=.*$/s, "")) !== null;
}
function describeValue(program, flags) {
	const option = findOption(program, flags.split(" ")[0] ?? "");
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
	const foreign = first === void 0 ? void 0 : COMMANDS[first];
	if (foreign) {
		const remarks = [...flags.remarks, ...foreign.remark === void 0 ? [] : [foreign.remark]];
		return {
			words: chooseTarget(dropTwice([...foreign.words, ...rest])),
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
function chooseTarget(words) {
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
		const foreign = findOption(program, flag) ? void 0 : FLAGS[flag];
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
	if (!word.startsWith("--") || findOption(program, word)) return word;
	const [flag = "", value] = word.split("=", 2);
	const known = findOption(program, flag);
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
function findOption(program, flag) {
	return program.options.find(({ long, short }) => long === flag || short === flag) ?? null;
}
// src/hooks/hook-folder.ts
async function findHookFolder(repo, environment) {
	if (await askGit(repo, environment, ["rev-parse", "--is-bare-repository"]) === "true") throw new UsageError(NO_HOOKS_IN_BARE);
	const top = await askGit(repo, environment, ["rev-parse", "--show-toplevel"]);
	const path = resolve(top, await askGit(top, environment, [
		"rev-parse",
		"--git-path",
		"hooks"
	]));
	const [scope] = (await askGit(top, environment, [
		"config",
		"--show-scope",
		"--get",
		"core.hooksPath"
	]).catch(() => "")).split("	");
	if (scope === "global" || scope === "system") return {
		path,
		top,
		scope: "everywhere"
	};
	const common = resolve(top, await askGit(top, environment, ["rev-parse", "--git-common-dir"]));
	return {
		path,
		top,
		scope: isWithin(top, path) && !isWithin(common, path) ? "work tree" : "repository"
	};
}
function isWithin(folder, path) {
	return !/^(?:\.\.(?:[\\/]|$)|[A-Za-z]:|[\\/])/.test(relative(folder, path));
}
async function askGit(folder, environment, args) {
	const start = resolve(folder);
	try {
		const options = {
			cwd: parse(start).root,
			env: withoutKeys(environment),
			windowsHide: true
		};
		const { stdout } = await promisify(execFile)("git", [
			"-C",
			start,
			...args
		], options);
		return stdout.replace(/\r?\n$/, "");
	} catch (error) {
		const { code, stderr = "" } = error;
		if (code === "ENOENT") throw new UsageError(GIT_NOT_FOUND);
		throw new UsageError(describeNoHookFolder(quoteForMessage(folder), extractComplaint(stderr)));
	}
}
function withoutKeys(environment) {
	return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith("OPENAI_")));
}
// src/hooks/hook-script.ts
const HOOKS = ["pre-commit", "pre-push"];
const KEPT_SUFFIX = ".before-openai-key-guard";
function isOurs(text) {
	return text.includes("\n# Written by openai-key-guard;");
}
function createHookScript(hook, { node, cli }) {
	const isPush = hook === "pre-push";
	const input = isPush ? "printf '%s' \"$pushed\" | " : "";
	const args = isPush ? "scan --pushed --quiet -- \"$1\" >&2" : "scan --staged --quiet";
	const complaint = describeMissingProgram(isPush ? "push" : "commit", "$missing", "$0");
	return [
		"#!/bin/sh",
		HOOK_MARK,
		`node=${quoteForShell(node)}`,
		`cli=${quoteForShell(cli)}`,
		...isPush ? ["pushed=$(cat; echo x)", "pushed=${pushed%x}"] : [],
		`if [ -x "$0${KEPT_SUFFIX}" ]; then`,
		`  ${input}"$0${KEPT_SUFFIX}" "$@" || exit $?`,
		"fi",
		"[ -x \"$node\" ] || node=$(command -v node)",
		"if [ -f \"$cli\" ] && [ -n \"$node\" ]; then",
		`  ${input}"$node" "$cli" ${args}`,
		"elif command -v openai-key-guard > /dev/null; then",
		`  ${input}openai-key-guard ${args}`,
		"else",
		"  [ -f \"$cli\" ] && missing=node || missing=$cli",
		...complaint.map((text) => `  echo "${text}" >&2`),
		"  exit 2",
		"fi",
		""
	].join("\n");
}
function quoteForShell(path) {
	return `'${(/^(?:[A-Za-z]:\\|\\\\)/.test(path) ? path.replaceAll("\\", "/") : path).replaceAll("'", "'\\''")}'`;
}
// src/hooks/installed-hooks.ts
async function readInstalledHooks(folder) {
	return await Promise.all(HOOKS.map(async (hook) => await readInstalledHook(hook, join(folder, hook))));
}
async function readInstalledHook(hook, file) {
	const text = await readFile(file, "utf8").catch(() => null);
	if (text === null) return {
		hook,
		kind: "absent"
	};
	if (!isOurs(text)) return {
		hook,
		kind: "other",
		text
	};
	const programs = parsePrograms(text);
	return {
		hook,
		kind: "ours",
		isStale: programs === null || createHookScript(hook, programs) !== text,
		isExecutable: await may(file, constants.X_OK),
		hasPrograms: programs === null || await may(programs.node, constants.X_OK) && await may(programs.cli)
	};
}
function parsePrograms(text) {
	const read = (name) => new RegExp(String.raw`^${name}='((?:[^']|'\\'')*)'$`, "m").exec(text)?.[1]?.replaceAll(String.raw`'\''`, "'");
	const [node, cli] = [read("node"), read("cli")];
	return node === void 0 || cli === void 0 ? null : {
		node,
		cli
	};
}
async function may(file, mode = constants.F_OK) {
	return await access(file, mode).then(() => true, () => false);
}
// src/hooks/managers.ts
const MANAGERS = [
	{
		name: "husky",
		folder: /(?:^|[\\/])\.husky(?:[\\/]_)?[\\/]?$/,
		additions: HOOKS.map((hook) => ({
			file: `.husky/${hook}`,
			lines: [formatCommand(hook)]
		}))
	},
	{
		name: "lefthook",
		text: /\blefthook\b/,
		additions: [{
			file: "lefthook.yml",
			lines: HOOKS.flatMap(formatLefthook)
		}]
	},
	{
		name: "pre-commit",
		text: /File generated by pre-commit: https:\/\/pre-commit\.com/,
		additions: [{
			file: ".pre-commit-config.yaml",
			lines: [
				"- repo: https://github.com/openai-key-guard/openai-key-guard",
				`  rev: v${VERSION}`,
				"  hooks:",
				"    - id: openai-key-guard",
				"    - id: openai-key-guard-push"
			]
		}]
	},
	{
		name: "simple-git-hooks",
		text: /SKIP_SIMPLE_GIT_HOOKS/,
		additions: [{
			file: "package.json",
			lines: [
				"\"simple-git-hooks\": {",
				...formatPairs(HOOKS.map((hook) => [hook, formatCommand(hook)])),
				"}"
			]
		}]
	},
	{
		name: "overcommit",
		text: /\bovercommit\b/i,
		additions: [{
			file: ".overcommit.yml",
			lines: HOOKS.map((hook) => `# ${hook === "pre-push" ? "PrePush" : "PreCommit"}: ${formatCommand(hook)}`)
		}]
	}
];
function detectManager(folder, text) {
	return MANAGERS.find((manager) => manager.folder?.test(folder) || manager.text?.test(text)) ?? null;
}
function formatAdditions({ additions }) {
	return additions.flatMap(({ file, lines }) => [`  ${file}`, ...lines.map((line) => `    ${line}`)]).join("\n");
}
function formatCommand(hook) {
	return `node_modules/.bin/openai-key-guard ${hook === "pre-push" ? "scan --pushed --quiet -- \"$1\"" : "scan --staged --quiet"}`;
}
function formatLefthook(hook) {
	return [
		`${hook}:`,
		"  commands:",
		"    openai-key-guard:",
		`      run: ${formatCommand(hook).replace("\"$1\"", "{1}")}`,
		...hook === "pre-push" ? ["      use_stdin: true"] : []
	];
}
function formatPairs(pairs) {
	return pairs.map(([name, value], at) => {
		return `  ${JSON.stringify(name)}: ${JSON.stringify(value)}${at + 1 < pairs.length ? "," : ""}`;
	});
}
// src/hooks/hooks.ts
var hooks_exports = /* @__PURE__ */ __exportAll({
	installHooks: () => installHooks,
	uninstallHooks: () => uninstallHooks
});
async function installHooks({ repo, environment, ...programs }) {
	const folder = await findHookFolder(repo, environment);
	await resolveOutputPath("core.hooksPath", folder.path, [folder.top]);
	const states = await readHookStates(folder.path);
	for (const state of states) await assertInstallable(state, folder.path);
	await explainFailure(folder.path, () => mkdir(folder.path, { recursive: true }));
	for (const state of states) await explainFailure(state.file, () => writeHook(state, createHookScript(state.hook, programs)));
	return [...states.flatMap(listInstalled), ...listCaveats(folder, programs)];
}
async function uninstallHooks({ repo, environment }) {
	const { path, top } = await findHookFolder(repo, environment);
	await resolveOutputPath("core.hooksPath", path, [top]);
	const lines = [];
	for (const { hook, file, found, hasKept } of await readHookStates(path)) if (found === "ours") {
		await explainFailure(file, () => hasKept ? rename(file + KEPT_SUFFIX, file) : unlink(file));
		lines.push(describeRemovedHook(hook, hasKept));
	} else if (hasKept) lines.push(describeReplacedHook(hook, quoteForMessage(file + KEPT_SUFFIX)));
	return lines.length > 0 ? lines : [describeNoHooks(quoteForMessage(path))];
}
async function readHookStates(folder) {
	return await Promise.all(HOOKS.map(async (hook) => {
		const file = join(folder, hook);
		const [text, hasKept] = [await readHook(file), await exists(file + KEPT_SUFFIX)];
		return {
			hook,
			file,
			found: text === null ? "nothing" : isOurs(text) ? "ours" : "other",
			hasKept
		};
	}));
}
async function assertInstallable({ file, found, hasKept }, folder) {
	const manager = detectManager(folder, found === "other" ? await readHook(file) ?? "" : "");
	if (manager) throw new UsageError(`${describeManagedHooks(manager.name)}\n${formatAdditions(manager)}`);
	const [kept, current] = [quoteForMessage(file + KEPT_SUFFIX), quoteForMessage(file)];
	if (found === "other" && (await lstat(file)).isDirectory()) throw new UsageError(describeFolderForHook(current));
	if (found === "ours" || !hasKept) return;
	throw new UsageError((found === "other" ? describeTwoHooks : describeLeftoverHook)(kept, current));
}
async function writeHook({ file, found }, script) {
	const draft = `${file}.${randomUUID()}`;
	await writeFile$1(draft, script, {
		mode: 493,
		flag: "wx"
	});
	try {
		if (found === "other") await rename(file, file + KEPT_SUFFIX);
		await rename(draft, file).catch(async (error) => {
			if (found === "other") await rename(file + KEPT_SUFFIX, file);
			throw error;
		});
	} catch (error) {
		await unlink(draft);
		throw error;
	}
}
function listInstalled({ hook, file, found, hasKept }) {
	const kept = quoteForMessage(file + KEPT_SUFFIX);
	return [describeInstalledHook(hook, quoteForMessage(file), found === "ours"), ...found === "other" || hasKept ? [describeKeptHook(hook, kept)] : []];
}
function listCaveats({ path, scope }, { cli }) {
	return [
		...scope === "everywhere" ? [HOOKS_EVERYWHERE] : [],
		...scope === "work tree" ? [describeHooksInWorkTree(quoteForMessage(path))] : [],
		.../[\\/]_npx[\\/]/.test(cli) ? [HOOKS_RUN_CACHE] : []
	];
}
async function readHook(file) {
	if (!await exists(file)) return null;
	return await readFile(file, "latin1").catch(() => "");
}
async function exists(file) {
	return await lstat(file).then(() => true, (error) => {
		if (error.code === "ENOENT" || error.code === "ENOTDIR") return false;
		throw explainError(file, error);
	});
}
async function explainFailure(file, write) {
	return await write().catch((error) => {
		throw explainError(file, error);
	});
}
function explainError(file, error) {
	const name = quoteForMessage(file);
	switch (error.code) {
		case "EACCES":
		case "EPERM":
		case "EROFS": return new UsageError(describeForbiddenHook(name, error.code));
		case "ENOTDIR":
		case "EEXIST": return new UsageError(describeDisabledHooks(name));
		default: return new UsageError(describeUnwritableHook(name, getErrorCode(error)));
	}
}
export { approved_report_exports, detectManager, findHookFolder, hooks_exports, mistaken_range_exports, mistaken_words_exports, readInstalledHooks };
