import { __exportAll } from "./rolldown-runtime.js";
import { GIT_NOT_FOUND, UsageError, VERSION, extractComplaint, getErrorCode, quoteForMessage, resolveOutputPath } from "./scan.js";
import { NO_HOOKS_IN_BARE, describeDisabledHooks, describeFolderForHook, describeForbiddenHook, describeLeftoverHook, describeManagedHooks, describeNoHookFolder, describeTwoHooks, describeUnwritableHook } from "./messages.js";
import { HOOKS_EVERYWHERE, HOOKS_RUN_CACHE, HOOK_MARK, describeHooksInWorkTree, describeInstalledHook, describeKeptHook, describeMissingProgram, describeNoHooks, describeRemovedHook, describeReplacedHook } from "./help.js";
const promisify = process.getBuiltinModule("node:util").promisify;
const randomUUID = (...args) => process.getBuiltinModule("node:crypto").randomUUID(...args);
const constants = process.getBuiltinModule("node:fs").constants;
const execFile = process.getBuiltinModule("node:child_process").execFile;
const join = process.getBuiltinModule("node:path").join;
const parse = process.getBuiltinModule("node:path").parse;
const relative = process.getBuiltinModule("node:path").relative;
const resolve = process.getBuiltinModule("node:path").resolve;
const access = (...args) => process.getBuiltinModule("node:fs/promises").access(...args);
const lstat = (...args) => process.getBuiltinModule("node:fs/promises").lstat(...args);
const mkdir = (...args) => process.getBuiltinModule("node:fs/promises").mkdir(...args);
const readFile = (...args) => process.getBuiltinModule("node:fs/promises").readFile(...args);
const rename = (...args) => process.getBuiltinModule("node:fs/promises").rename(...args);
const unlink = (...args) => process.getBuiltinModule("node:fs/promises").unlink(...args);
const writeFile$1 = (...args) => process.getBuiltinModule("node:fs/promises").writeFile(...args);
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
export { detectManager, findHookFolder, hooks_exports, readInstalledHooks };
