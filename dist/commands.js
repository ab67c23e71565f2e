import { __exportAll } from "./rolldown-runtime.js";
import { GIT_NOT_FOUND, HOOKS_EVERYWHERE, HOOKS_RUN_CACHE, HOOK_MARK, UsageError, VERSION, describeHooksInWorkTree, describeInstalledHook, describeKeptHook, describeMissingProgram, describeNoHooks, describeRemovedHook, describeReplacedHook, extractComplaint, getErrorCode, quoteForMessage, resolveOutputPath } from "./scan.js";
import { NO_HOOKS_IN_BARE, describeDisabledHooks, describeFolderForHook, describeForbiddenHook, describeLeftoverHook, describeManagedHooks, describeNoHookFolder, describeTwoHooks, describeUnwritableHook } from "./messages.js";
import { promisify } from "node:util";
import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { join, parse, relative, resolve } from "node:path";
import { execFile } from "node:child_process";
import { access, lstat, mkdir, readFile, rename, unlink, writeFile as writeFile$1 } from "node:fs/promises";
// src/cli/approved-report.ts
var approved_report_exports = /* @__PURE__ */ __exportAll({ parseApprovedReport: () => parseApprovedReport });
const SCHEMA = "openai-key-guard/report/v1";
const HOW = "give the one that \"scan --format json --output report.json\" or the Action's report-file wrote.";
function parseApprovedReport(text) {
	const report = parseJsonObject(text);
	const { schema, change, findings } = report;
	if (schema !== SCHEMA) throw new UsageError(`The report ${describeForeignFormat(report)}; ${HOW}`);
	if (!Array.isArray(findings)) throw createDamageError("findings", "is no list");
	return {
		fingerprints: new Set(findings.map(readFingerprint)),
		change: readChange(change)
	};
}
function parseJsonObject(text) {
	if (text.includes("\0")) throw new UsageError(`The report is not UTF-8, as what a shell wrote to a file; ${HOW}`);
	try {
		const value = JSON.parse(text.replace(/^\ufeff/, ""));
		if (isObject(value)) return value;
	} catch {}
	throw new UsageError(`The report is no JSON object; ${HOW}`);
}
function describeForeignFormat({ schema, runs, v }) {
	const version = typeof schema === "string" ? /^openai-key-guard\/report\/(v\d{1,4})$/.exec(schema)?.[1] : void 0;
	if (version !== void 0) return `is of version ${version}, and this tool reads v1`;
	if (Array.isArray(runs)) return "is SARIF, which says less than is needed";
	if (v === 1) return "is a line of an audit file";
	return "is not one of openai-key-guard";
}
function readFingerprint(finding, index) {
	const fingerprint = isObject(finding) ? finding["fingerprint"] : void 0;
	if (typeof fingerprint === "string" && /^[0-9a-f]{16}$/.test(fingerprint)) return fingerprint;
	throw createDamageError(`findings[${index}].fingerprint`, "is not 16 hex digits");
}
function readChange(change) {
	if (!isObject(change)) throw createDamageError("change", "is missing");
	const { kind } = change;
	switch (kind) {
		case "range": {
			const { base, head } = change;
			if (!isFullCommitName(head)) throw createDamageError("change.head", "is not a full commit name");
			if (base !== null && !isFullCommitName(base)) throw createDamageError("change.base", "is neither a full commit name nor null");
			return {
				kind,
				base,
				head
			};
		}
		case "history":
			if (typeof change["unreachable"] !== "boolean") throw createDamageError("change.unreachable", "is neither true nor false");
			return {
				kind,
				unreachable: change["unreachable"]
			};
		case "staged": return { kind };
		case "files": {
			const { globs } = change;
			if (!isListOfGlobs(globs)) throw createDamageError("change.globs", "is no list of globs");
			return {
				kind,
				globs
			};
		}
		case "stdin": throw new UsageError("The report is about standard input, which cannot be read again; pipe it in once more, with scan --stdin, --on-leak and --approved.");
		case "texts": throw new UsageError("The report is about texts of an event, which cannot be found again from here; set on-leak and approved in the workflow, and run it again.");
		default: throw createDamageError("change.kind", "is none that this tool knows");
	}
}
function createDamageError(field, why) {
	return new UsageError(`The report is damaged: ${field} ${why}; ${HOW}`);
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
export { approved_report_exports, detectManager, findHookFolder, hooks_exports, readInstalledHooks };
