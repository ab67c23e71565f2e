import { __exportAll } from "./rolldown-runtime.js";
import { DEFAULTS, EXIT_CODES, UsageError, concludeRun, extractComplaint, openScanTarget, quoteForMessage, restrictReport, suggestNearest } from "./scan.js";
import { COMMANDS, FLAGS, commandOf as commandOf$1, flagOf, flagsOf, isCommand } from "./help-flags.js";
import { chooseDetail, createScanContext, formatIn, print, readSettings, runScan, shownWord, valueOf as valueOf$1 } from "./cli.js";
import { ignoreKey } from "./ignore-file.js";
import { promisify } from "node:util";
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { lstat, mkdir, readFile, rename, unlink, writeFile } from "node:fs/promises";
import { join, parse, relative, resolve } from "node:path";
import { execFile } from "node:child_process";
// src/completion/bash.ts
function bash(offers, flags) {
	const names = offers.map(({ name }) => name);
	const values = flags.flatMap(({ name, choice }) => choice ? [`    --${name}) ${given(choice)}; return ;;`] : []);
	const valued = flags.flatMap(({ name, choice }) => choice ? [`--${name}`] : []);
	const cases = offers.map(({ name, words, flags: own }) => {
		return `    ${name})
      case "$current" in
        -*) _openai_key_guard_words "${own.map((flag) => `--${flag.name}`).join(" ")}" ;;
        *) ${given(words)} ;;
      esac ;;`;
	});
	return `# bash completion for openai-key-guard. In ~/.bashrc: source <(openai-key-guard completion bash)
_openai_key_guard_words() {
  COMPREPLY=($(compgen -W "$1" -- "$current"))
}

_openai_key_guard_paths() {
  local IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen "$1" -- "$current"))
}

_openai_key_guard_revisions() {
  local start= name
  # What stands before the dots of a range stays as it is.
  case "$current" in *..*) start="\${current%..*}.." ;; esac
  # Plain names alone, and not by compgen -W, which would run what stands in one.
  while IFS= read -r name; do
    case "$name" in
      *[!A-Za-z0-9._/@+-]*) ;;
      "\${current#"$start"}"*) COMPREPLY+=("$start$name") ;;
    esac
  done < <(echo HEAD; git for-each-ref --format='%(refname:short)' 2>/dev/null)
}

_openai_key_guard() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD - 1]}" command= at word
  COMPREPLY=()
  # Bash takes the = of --flag=value for a word of its own.
  if [ "$current" = "=" ]; then
    current=
  elif [ "$before" = "=" ]; then
    before="\${COMP_WORDS[COMP_CWORD - 2]}"
  fi
  for ((at = 1; at < COMP_CWORD; at++)); do
    word="\${COMP_WORDS[at]}"
    case "\${COMP_WORDS[at - 1]}" in ${valued.join("|")}) continue ;; esac
    case "$word" in ${names.join("|")}) command="$word" && break ;; esac
  done
  case "$before" in
${values.join("\n")}
  esac
  case "$command" in
${cases.join("\n")}
    *)
      case "$current" in
        -*) _openai_key_guard_words "--help --version" ;;
        *) _openai_key_guard_words "${names.join(" ")}" ;;
      esac ;;
  esac
}

complete -F _openai_key_guard openai-key-guard
`;
}
function given(choice) {
	switch (choice.kind) {
		case "words": return `_openai_key_guard_words "${choice.words.join(" ")}"`;
		case "file": return "_openai_key_guard_paths -f";
		case "folder": return "_openai_key_guard_paths -d";
		case "revision": return "if [[ \" ${COMP_WORDS[*]} \" == *\" --files \"* ]]; then _openai_key_guard_paths -f; else _openai_key_guard_revisions; fi";
		case "unknown": return ":";
		default: return choice;
	}
}
// src/completion/fish.ts
const COMPLETE = "complete -c openai-key-guard";
function fish(offers) {
	const none = `not __fish_seen_subcommand_from ${offers.map(({ name }) => name).join(" ")}`;
	const lines = offers.flatMap(({ name, says, words, flags }) => {
		const here = `__fish_seen_subcommand_from ${name}`;
		return [
			`${COMPLETE} -n ${quoted$1(none)} -a ${name} -d ${quoted$1(says)}`,
			...argumentsOf(words, here),
			...flags.map((flag) => `${COMPLETE} -n ${quoted$1(here)} ${flagged(flag)}`)
		];
	});
	return `# fish completion for openai-key-guard. In ~/.config/fish/completions/openai-key-guard.fish
function __openai_key_guard_revisions
    # What stands before the dots of a range stays as it is.
    set -l start (string match -r '^.*\\.\\.' -- (commandline -ct))
    for name in HEAD (git for-each-ref --format='%(refname:short)' 2>/dev/null)
        echo "$start$name"
    end
end

${COMPLETE} -f
${COMPLETE} -n ${quoted$1(none)} -l help -d 'What it does'
${COMPLETE} -n ${quoted$1(none)} -l version -d 'Which version this is'
${lines.join("\n")}
`;
}
function argumentsOf(words, here) {
	switch (words.kind) {
		case "words": {
			const list = words.words.join(" ");
			return [`${COMPLETE} -n ${quoted$1(`${here}; and not __fish_seen_subcommand_from ${list}`)} -a ${quoted$1(list)}`];
		}
		case "file":
		case "folder": return [`${COMPLETE} -n ${quoted$1(here)} -F`];
		case "revision": return [`${COMPLETE} -n ${quoted$1(`${here}; and __fish_contains_opt files`)} -F`, `${COMPLETE} -n ${quoted$1(`${here}; and not __fish_contains_opt files`)} -a '(__openai_key_guard_revisions)'`];
		case "unknown": return [];
		default: return words;
	}
}
function flagged({ name, says, choice }) {
	return `-l ${name}${choice ? valueOf(choice) : ""} -d ${quoted$1(says)}`;
}
function valueOf(choice) {
	switch (choice.kind) {
		case "words": return ` -x -a ${quoted$1(choice.words.join(" "))}`;
		case "file": return " -r -F";
		case "folder": return " -x -a '(__fish_complete_directories)'";
		case "revision": return " -x -a '(__openai_key_guard_revisions)'";
		case "unknown": return " -x";
		default: return choice;
	}
}
function quoted$1(text) {
	return `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`;
}
// src/completion/zsh.ts
function zsh(offers) {
	const commands = offers.map(({ name, says }) => `    ${quoted(`${name}:${says}`)}`);
	const cases = offers.map(({ name, words, flags }) => {
		return `    ${name})\n      _arguments -S ${[...flags.map(specOf), `*:${name}:${words.kind === "unknown" ? GUARD : action(words)}`].map(quoted).join(" \\\n        ")}\n      ;;`;
	});
	return `#compdef openai-key-guard
# zsh completion for openai-key-guard. In a folder of fpath: openai-key-guard completion zsh > _openai-key-guard
_openai_key_guard_revisions() {
  if (( \${words[(I)--files]} )); then
    _files
    return
  fi
  local -a names
  names=(HEAD \${(f)"$(git for-each-ref --format='%(refname:short)' 2>/dev/null)"})
  # What stands before the dots of a range stays as it is.
  compset -P '*..'
  compadd -a names
}

_openai_key_guard() {
  local -a commands
  commands=(
${commands.join("\n")}
  )
  local curcontext="$curcontext" state line
  _arguments -C '--help[What it does]' '--version[Which version this is]' '1:command:->command' '*::argument:->argument'
  case $state in
    command) _describe 'command' commands ;;
    argument)
      case $line[1] in
${cases.map((one) => one.replaceAll(/^/gm, "  ")).join("\n")}
      esac ;;
  esac
}

if [ "$funcstack[1]" = "_openai_key_guard" ] || [ "$funcstack[1]" = "_openai-key-guard" ]; then
  _openai_key_guard "$@"
else
  compdef _openai_key_guard openai-key-guard
fi
`;
}
const GUARD = "_guard \"^-*\" word";
function specOf({ name, says, choice, repeats }) {
	const words = says.replaceAll(/[[\]:\\]/g, String.raw`\$&`);
	return `${repeats ? "*" : ""}--${name}${choice ? "=" : ""}[${words}]${choice ? `:${name}:${action(choice)}` : ""}`;
}
function action(choice) {
	switch (choice.kind) {
		case "words": return `(${choice.words.join(" ")})`;
		case "file": return "_files";
		case "folder": return "_files -/";
		case "revision": return "_openai_key_guard_revisions";
		case "unknown": return " ";
		default: return choice;
	}
}
function quoted(text) {
	return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
// src/completion/completion.ts
const SCRIPTS = {
	bash,
	zsh,
	fish
};
const SHELLS = [
	"bash",
	"zsh",
	"fish"
];
function completion(shell) {
	const offers = Object.keys(COMMANDS).filter(isCommand).map(offerOf);
	return SCRIPTS[shell](offers, Object.keys(FLAGS).map(offeredOf));
}
function offerOf(name) {
	const { says, words } = commandOf$1(name);
	return {
		name,
		says,
		words: words === null ? { kind: "unknown" } : typeof words === "string" ? { kind: words } : {
			kind: "words",
			words
		},
		flags: flagsOf(name).map(offeredOf)
	};
}
function offeredOf(name) {
	const { value, says, words, takes, repeats = false } = flagOf(name);
	const choice = words ? {
		kind: "words",
		words
	} : { kind: takes ?? "unknown" };
	return {
		name,
		says: firstOf(says),
		choice: value === null ? null : choice,
		repeats
	};
}
function firstOf(says) {
	return /^(?:With --[a-z -]+: )?.+?(?=[;:]|\.(?: |$)|$)/.exec(says)?.[0] ?? says;
}
// src/cli/complete.ts
var complete_exports = /* @__PURE__ */ __exportAll({ complete: () => complete });
function complete([word, ...more]) {
	const shell = SHELLS.find((one) => one === word);
	if (shell === void 0 || more.length > 0) throw new UsageError(`completion takes one of ${SHELLS.join(", ")}; ${shownWord([word, ...more].join(" "))} was given.${suggestNearest(word ?? "", SHELLS)}`);
	process.stdout.write(completion(shell));
}
// src/cli/approved-report.ts
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
// src/cli/contain.ts
var contain_exports = /* @__PURE__ */ __exportAll({ contain: () => contain });
async function contain(flags, words) {
	const [file] = words;
	if (file === void 0 || words.length > 1) throw new UsageError(`contain takes the JSON report of a scan, and ${words.length} files were given.`);
	const settings = readSettings(flags);
	if (settings.policy.onLeak === "report") throw new UsageError("contain needs to be told what to do: --on-leak quarantine, expire or revoke.");
	const format = formatIn(flags);
	const approved = parseApprovedReport(await readReport(file));
	const opened = await openScanTarget(chooseTarget(approved), await createScanContext(flags, settings));
	const report = await runScan(opened, restrictToApproved(settings, approved), flags);
	const missed = [...approved.fingerprints].filter((one) => report.findings.every(({ fingerprint }) => one !== fingerprint));
	if (missed.length > 0) process.stderr.write(`${missed.length} of the ${approved.fingerprints.size} keys in the report were not found again.\n`);
	await print(restrictReport(report, chooseDetail(settings)), format, flags);
	process.exitCode = EXIT_CODES[concludeRun(report)];
}
function restrictToApproved(settings, { fingerprints }) {
	const { approved } = settings.policy;
	const both = new Set([...fingerprints].filter((one) => approved === null || approved.has(one)));
	return {
		...settings,
		policy: {
			...settings.policy,
			approved: both
		}
	};
}
function chooseTarget({ change }) {
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
		default: return change;
	}
}
async function readReport(file) {
	try {
		return await readFile(file, "utf8");
	} catch (error) {
		const { code = "it did not say why" } = error;
		throw new UsageError(`The report ${shownWord(file)} cannot be read (${code}).`);
	}
}
// src/hooks/folder.ts
async function findHookFolder(repo, environment) {
	if (await asked(repo, environment, ["rev-parse", "--is-bare-repository"]) === "true") throw new UsageError("This is a bare repository, where nobody commits; on a server use a pre-receive hook (docs/hooks.md).");
	const top = await asked(repo, environment, ["rev-parse", "--show-toplevel"]);
	const path = resolve(top, await asked(top, environment, [
		"rev-parse",
		"--git-path",
		"hooks"
	]));
	const [scope] = (await asked(top, environment, [
		"config",
		"--show-scope",
		"--get",
		"core.hooksPath"
	]).catch(() => "")).split("	");
	if (scope === "global" || scope === "system") return {
		path,
		scope: "everywhere"
	};
	const common = resolve(top, await asked(top, environment, ["rev-parse", "--git-common-dir"]));
	return {
		path,
		scope: isWithin(top, path) && !isWithin(common, path) ? "work tree" : "repository"
	};
}
function isWithin(folder, path) {
	return !/^(?:\.\.(?:[\\/]|$)|[A-Za-z]:|[\\/])/.test(relative(folder, path));
}
async function asked(folder, environment, args) {
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
		if (code === "ENOENT") throw new UsageError("Git was not found; install git 2.26 or newer and put it on the PATH.");
		throw new UsageError(`${quoteForMessage(folder)} has no hooks of git (${extractComplaint(stderr)}); name a folder in a work tree.`);
	}
}
function withoutKeys(environment) {
	return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith("OPENAI_")));
}
// src/hooks/managers.ts
const MANAGERS = [
	{
		name: "husky",
		folder: /(?:^|[\\/])\.husky(?:[\\/]_)?[\\/]?$/,
		instead: (hook) => `add to .husky/${hook} the line: ${commandOf(hook)}`
	},
	{
		name: "lefthook",
		text: /\blefthook\b/,
		instead: (hook) => {
			return `add to lefthook.yml: ${hook}: { commands: { openai-key-guard: { run: '${commandOf(hook).replace("\"$1\"", "{1}")}'${hook === "pre-push" ? ", use_stdin: true" : ""} } } }`;
		}
	},
	{
		name: "pre-commit",
		text: /File generated by pre-commit: https:\/\/pre-commit\.com/,
		instead: (hook) => `add to .pre-commit-config.yaml the hook ${hook === "pre-push" ? "openai-key-guard-push" : "openai-key-guard"}`
	},
	{
		name: "simple-git-hooks",
		text: /SKIP_SIMPLE_GIT_HOOKS/,
		instead: (hook) => `add to "simple-git-hooks" in package.json: ${JSON.stringify(hook)}: ${JSON.stringify(commandOf(hook))}`
	},
	{
		name: "overcommit",
		text: /\bovercommit\b/i,
		instead: (hook) => `add to .overcommit.yml a hook that runs: ${commandOf(hook)}`
	}
];
function detectManager(folder, text) {
	return MANAGERS.find((one) => one.folder?.test(folder) || one.text?.test(text)) ?? null;
}
function commandOf(hook) {
	return `node_modules/.bin/openai-key-guard ${hook === "pre-push" ? "scan --pushed --quiet -- \"$1\"" : "scan --staged --quiet"}`;
}
// src/hooks/script.ts
const HOOKS = ["pre-commit", "pre-push"];
const KEPT = ".before-openai-key-guard";
const MARK = "# Written by openai-key-guard; `openai-key-guard hook uninstall` takes it away. Edits do not last.";
function isOurs(text) {
	return text.includes("\n# Written by openai-key-guard;");
}
function hookScript(hook, { node, cli }) {
	const isPush = hook === "pre-push";
	const feeding = isPush ? "printf '%s' \"$pushed\" | " : "";
	const words = isPush ? "scan --pushed --quiet -- \"$1\" >&2" : "scan --staged --quiet";
	const [subject, skip] = isPush ? ["push", "git push --no-verify"] : ["commit", "git commit --no-verify"];
	return [
		"#!/bin/sh",
		MARK,
		`node=${inShell(node)}`,
		`cli=${inShell(cli)}`,
		...isPush ? ["pushed=$(cat; echo x)", "pushed=${pushed%x}"] : [],
		`if [ -x "$0${KEPT}" ]; then`,
		`  ${feeding}"$0${KEPT}" "$@" || exit $?`,
		"fi",
		"[ -x \"$node\" ] || node=$(command -v node)",
		"if [ -f \"$cli\" ] && [ -n \"$node\" ]; then",
		`  ${feeding}"$node" "$cli" ${words}`,
		"elif command -v openai-key-guard > /dev/null; then",
		`  ${feeding}openai-key-guard ${words}`,
		"else",
		`  echo "openai-key-guard is gone from $cli, so that nothing was searched for keys and the ${subject} stops here." >&2`,
		`  echo "Install it again and run: openai-key-guard hook install. Or skip this once: ${skip}. Or delete $0." >&2`,
		"  exit 2",
		"fi",
		""
	].join("\n");
}
function inShell(path) {
	return `'${(/^(?:[A-Za-z]:\\|\\\\)/.test(path) ? path.replaceAll("\\", "/") : path).replaceAll("'", "'\\''")}'`;
}
// src/hooks/hooks.ts
async function installHooks({ repo, environment, ...programs }) {
	const folder = await findHookFolder(repo, environment);
	const standings = await standingsIn(folder.path);
	for (const one of standings) await refuse(one, folder.path);
	await written(folder.path, () => mkdir(folder.path, { recursive: true }));
	for (const one of standings) await written(one.file, () => install(one, hookScript(one.hook, programs)));
	return [
		...standings.map(installed),
		...standings.flatMap(kept),
		...remarks(folder, programs)
	];
}
async function uninstallHooks({ repo, environment }) {
	const { path } = await findHookFolder(repo, environment);
	const lines = [];
	for (const { hook, file, is, hasKept } of await standingsIn(path)) if (is === "ours") {
		await written(file, () => hasKept ? rename(file + KEPT, file) : unlink(file));
		lines.push(hasKept ? `${hook}: the hook that was there before is back.` : `${hook}: taken away.`);
	} else if (hasKept) lines.push(`${hook}: somebody replaced the hook; what was there before it is in ${quoteForMessage(file + KEPT)}.`);
	return lines.length > 0 ? lines : [`There is no hook of openai-key-guard in ${quoteForMessage(path)}.`];
}
async function standingsIn(folder) {
	return await Promise.all(HOOKS.map(async (hook) => {
		const file = join(folder, hook);
		const [text, hasKept] = [await textAt(file), await isThere(file + KEPT)];
		return {
			hook,
			file,
			is: text === null ? "nothing" : isOurs(text) ? "ours" : "theirs",
			hasKept
		};
	}));
}
async function refuse({ hook, file, is, hasKept }, folder) {
	const manager = detectManager(folder, is === "theirs" ? await textAt(file) ?? "" : "");
	if (manager) throw new UsageError(`The hooks here are kept by ${manager.name}. Instead, ${HOOKS.map(manager.instead).join("; and ")}`);
	if (is === "theirs" && (await lstat(file)).isDirectory()) throw new UsageError(`${quoteForMessage(file)} is a folder, where git wants a hook; move it away.`);
	if (is !== "ours" && hasKept) {
		const [was, now] = [quoteForMessage(file + KEPT), quoteForMessage(file)];
		const rest = is === "theirs" ? `, and ${now} is another hook: bring the two together in ${now}` : `: move it to ${now}`;
		throw new UsageError(`${was} is the ${hook} hook from before an earlier installation${rest}; then try again.`);
	}
}
async function install({ file, is }, script) {
	const draft = `${file}.${randomUUID()}`;
	await writeFile(draft, script, {
		mode: 493,
		flag: "wx"
	});
	try {
		if (is === "theirs") await rename(file, file + KEPT);
		await rename(draft, file).catch(async (error) => {
			if (is === "theirs") await rename(file + KEPT, file);
			throw error;
		});
	} catch (error) {
		await unlink(draft);
		throw error;
	}
}
function installed({ hook, file, is }) {
	return `${hook}: ${hook === "pre-commit" ? "what a commit brings" : "what a push brings"} is searched for keys first${is === "ours" ? ", as before" : ""} (${quoteForMessage(file)}).`;
}
function kept({ hook, file, is, hasKept }) {
	if (is !== "theirs" && !hasKept) return [];
	return [`${hook}: the hook that was there is kept, and runs before ours (${quoteForMessage(file + KEPT)}).`];
}
function remarks({ path, scope }, { cli }) {
	return [
		...scope === "everywhere" ? ["core.hooksPath is set for all your repositories, so that both run in all of them."] : [],
		...scope === "work tree" ? [`${quoteForMessage(path)} is in the work tree, and the hooks name paths of this machine: do not commit them.`] : [],
		.../[\\/]_npx[\\/]/.test(cli) ? ["They run npx's copy, which npm may clear away; install openai-key-guard for good, and do this again."] : []
	];
}
async function textAt(file) {
	if (!await isThere(file)) return null;
	return await readFile(file, "latin1").catch(() => "");
}
async function isThere(file) {
	return await lstat(file).then(() => true, (error) => {
		if (error.code === "ENOENT" || error.code === "ENOTDIR") return false;
		throw refusal(file, error);
	});
}
async function written(file, write) {
	return await write().catch((error) => {
		throw refusal(file, error);
	});
}
function refusal(file, error) {
	switch (error.code) {
		case "EACCES":
		case "EPERM":
		case "EROFS": return new UsageError(`${quoteForMessage(file)} cannot be changed by you (${error.code}); run as its owner.`);
		case "ENOTDIR":
		case "EEXIST": return new UsageError(`${quoteForMessage(file)} is in no folder: core.hooksPath switches hooks off here; see git config --show-origin core.hooksPath.`);
		default: return error;
	}
}
// src/cli/hook.ts
var hook_exports = /* @__PURE__ */ __exportAll({ hook: () => hook });
const VERBS = ["install", "uninstall"];
async function hook(flags, [verb, ...rest]) {
	const known = VERBS.find((one) => one === verb);
	if (known === void 0 || rest.length > 0) throw new UsageError(`hook takes install or uninstall; ${shownWord([verb, ...rest].join(" "))} was given.${suggestNearest(verb ?? "", VERBS)}`);
	const where = {
		repo: valueOf$1(flags, "repo") ?? process.cwd(),
		environment: process.env
	};
	const programs = {
		node: process.execPath,
		cli: fileURLToPath(new URL("./cli.js", import.meta.url))
	};
	const lines = known === "install" ? await installHooks({
		...where,
		...programs
	}) : await uninstallHooks(where);
	process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}
// src/cli/ignore.ts
var ignore_exports = /* @__PURE__ */ __exportAll({
	ignore: () => ignore,
	ignoreFileIn: () => ignoreFileIn
});
async function ignore(flags, words) {
	if (words.length > 1) throw new UsageError(`ignore takes one fingerprint, and ${words.length} were given.`);
	const [fingerprint] = words;
	const typed = {
		fingerprint,
		reason: valueOf$1(flags, "reason"),
		until: valueOf$1(flags, "until")
	};
	const lines = await ignoreKey(ignoreFileIn(flags), typed);
	process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}
function ignoreFileIn(flags) {
	return {
		folder: valueOf$1(flags, "repo") ?? process.cwd(),
		ignoreFile: valueOf$1(flags, "ignore-file") ?? DEFAULTS["ignore-file"],
		now: /* @__PURE__ */ new Date()
	};
}
export { complete_exports, contain_exports, hook_exports, ignore_exports };
