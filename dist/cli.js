#!/usr/bin/env node
import { i as __toESM } from "./rolldown-runtime.js";
import { $ as defaultRange, A as openRange, B as isLong, D as keyless, F as entriesOf, G as pointerIn, H as elsewhere, I as readObjects, J as pathFilter, K as openFiles, M as Places, N as contentOf, O as plain, P as Base, U as localFileOf, V as contentAt, W as opened, X as tokensOf, Z as Gaps, _t as sample, a as run, at as Git, ct as registryFor, d as json, dt as UsageError, et as endsOf, ft as conclude, i as settingsFrom, it as quoted, j as openHistory, lt as EXIT, mt as verdict, n as DEFAULTS, o as terminal, pt as shown, q as Ruler, r as hint, rt as findRepository, st as failureOf, t as VERSION, u as summary, ut as lastWords, yt as detector, z as Tally } from "./version.js";
import { access, writeFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { parseArgs, styleText } from "node:util";
// src/flags.ts
const text = { type: "string" };
const list = {
	type: "string",
	multiple: true
};
const flag = { type: "boolean" };
const OPTIONS = {
	repo: text,
	files: flag,
	"skip-ignored": flag,
	staged: flag,
	history: flag,
	unreachable: flag,
	stdin: flag,
	"stdin-name": text,
	paths: list,
	exclude: list,
	"on-leak": text,
	"dry-run": flag,
	"try-keys": text,
	protect: list,
	"max-contained": text,
	"fail-on": text,
	detail: text,
	"openai-base-url": text,
	format: text,
	output: text,
	color: text,
	quiet: flag,
	verbose: flag,
	version: flag,
	help: flag
};
/** Splits what was typed; a flag nobody knows is named with the nearest one that exists. */
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
		if (!option) throw new UsageError(`There is no flag ${shownWord(token.rawName)}.${hint(token.name, Object.keys(OPTIONS))} Try --help.`);
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
/** A flag's value as a setting takes it: a repeated one as lines. */
function valueOf(flags, name) {
	const value = flags[name];
	return Array.isArray(value) ? value.join("\n") : value === void 0 ? void 0 : String(value);
}
/** A flag's value out of a few words; the first is the default. */
function oneOf(flags, name, words) {
	const value = valueOf(flags, name);
	const word = value === void 0 ? words[0] : words.find((one) => one === value);
	if (word) return word;
	throw new UsageError(`--${name} is ${shownWord(value)}; it must be one of ${words.join(", ")}.`);
}
/** A word that was typed, to be shown: escaped, and without any key in it. */
function shownWord(word) {
	return JSON.stringify(plain(word ?? ""));
}
// src/report/help.ts
/** What `--help` prints. The names and defaults are those of the settings. */
const help = (version) => `openai-key-guard ${version}
Finds OpenAI API keys in what a change brings, says whose they are and whether they work, and revokes them when asked.

  openai-key-guard scan [RANGE]     commits, as main..HEAD; without a range those that HEAD has and its upstream has not
      --staged                      what is staged for the next commit instead
      --history [--unreachable]     all commits of all branches and tags; with --unreachable what none leads to, too
      --files [GLOB …]              files on disk instead; --skip-ignored leaves out what .gitignore hides
      --stdin [--stdin-name PATH]   one stream instead
  openai-key-guard demo             the whole story on a real repository, with an embedded OpenAI and GitHub
  openai-key-guard sandbox          the embedded OpenAI and GitHub, to point other things at

  --repo DIR             the repository; the current folder
  --paths GLOB           look only at these paths; may be repeated, as --exclude
  --exclude GLOB         leave these paths out
  --on-leak WORD         report (default) or revoke
  --dry-run              decide and say what would be done; touch nothing
  --try-keys WORD        own (default), all or none: which found keys may be tried with one read-only request
  --protect ID           never revoke this key, project or owner (id or name); may be repeated
  --max-contained N      more keys than this: revoke none (3)
  --fail-on WORD         leak (default), active or never
  --detail WORD          full or minimal; on a terminal full, elsewhere minimal
  --openai-base-url URL  https://api.openai.com/v1
  --format WORD          text (default), json or markdown
  --output FILE          write there instead of to the standard output
  --color WORD           auto (default), always or never
  --quiet                say nothing when the change is clean
  --verbose              say as well what looked like a key and is none
  --version, --help

The Admin API key is read from OPENAI_ADMIN_KEY alone; without it keys are found and reported, not identified.
Exit codes: 0 clean, or nothing that --fail-on names · 1 leaked · 2 could not tell, or used wrongly.
`;
// src/sources/index-changes.ts
/** Lists what is in the index and not in HEAD: what a commit would bring. */
var IndexChanges = class {
	/** Whether there is a commit yet; known once all is listed. */
	hasHead = true;
	#git;
	#hasConflicts = false;
	constructor(git) {
		this.#git = git;
	}
	/** One command, which neither looks at the work tree nor runs a filter. Of a conflict, all of its sides. */
	async *list() {
		this.hasHead = yield* this.#differencesFrom("HEAD");
		if (!this.hasHead) yield* this.#differencesFrom(await this.#emptyTree());
		if (this.#hasConflicts) yield* conflicts(this.#git);
	}
	/** False where there is no HEAD. */
	async *#differencesFrom(tree) {
		const running = this.#git.start([
			"diff-index",
			"--cached",
			...RAW,
			tree,
			"--"
		]);
		running.input.end();
		let entry = null;
		for await (const token of tokensOf(running.output)) {
			if (!entry) {
				entry = ENTRY.exec(token);
				if (!entry) throw new Error("git diff-index gave an entry that is not in its manual");
				continue;
			}
			const [, mode = "", oid = "", status] = entry;
			if (status === "U") this.#hasConflicts = true;
			else if (isFile(mode)) yield {
				oid,
				path: token,
				isNew: status === "A"
			};
			entry = null;
		}
		const ending = await running.ended;
		if (ending.code !== 0 && !(tree === "HEAD" && NO_HEAD.test(ending.stderr))) throw failureOf(ending, "read the index");
		return ending.code === 0;
	}
	/** Git knows it without having it; its name depends on the kind of names the repository has. */
	async #emptyTree() {
		const ending = await this.#git.ask([
			"hash-object",
			"-t",
			"tree",
			"--stdin"
		]);
		if (ending.code !== 0) throw failureOf(ending, "name an empty tree");
		return ending.stdout.trim();
	}
};
/** The sides of conflicts: all but the first stage, which both sides have left (git-ls-files(1), "--unmerged"). */
async function* conflicts(git) {
	const running = git.start([
		"ls-files",
		"--unmerged",
		"-z",
		"--full-name"
	]);
	running.input.end();
	for await (const token of tokensOf(running.output)) {
		const [, mode = "", oid = "", stage, path = ""] = /^(\d+) ([0-9a-f]+) (\d)\t(.+)$/s.exec(token) ?? [];
		if (stage !== "1" && isFile(mode)) yield {
			oid,
			path,
			isNew: false
		};
	}
	const ending = await running.ended;
	if (ending.code !== 0) throw failureOf(ending, "read the conflicts in the index");
}
const RAW = [
	"--raw",
	"-z",
	"--no-renames",
	"--no-abbrev",
	"--no-ext-diff",
	"--no-textconv"
];
/** `:mode mode name name status`: before and now (git-diff-index(1), "RAW OUTPUT FORMAT"). */
const ENTRY = /^:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/;
const NO_HEAD = /(?:ambiguous argument|bad revision|bad object|unknown revision) '?HEAD/;
/** A file or a link: neither a submodule, whose content is another repository's, nor what was removed. */
function isFile(mode) {
	return mode !== "160000" && mode !== "000000";
}
// src/sources/index-source.ts
/** No commit has it yet. */
const UNCOMMITTED = {
	commit: null,
	author: null,
	at: null,
	inHead: true
};
/** What is in the index and not in HEAD. */
var IndexSource = class {
	#git;
	#repository;
	#includes;
	#gaps = new Gaps();
	#tally = new Tally(this.#gaps);
	#changes;
	/** By blob, where it is staged. */
	#staged = /* @__PURE__ */ new Map();
	/** By its own name, what Git LFS has for a pointer. */
	#kept = /* @__PURE__ */ new Map();
	#places = null;
	#isReading = false;
	#isRead = false;
	constructor(git, repository, includes) {
		this.#git = git;
		this.#repository = repository;
		this.#includes = includes;
		this.#changes = new IndexChanges(git);
	}
	async *blobs() {
		this.#isReading = true;
		try {
			for await (const answer of readObjects(this.#git, this.#names())) if (answer.kind === "object") yield* this.#contents(answer);
			else this.#tally.miss(answer);
			for (const { path, isNew } of [...this.#staged.values()].flat()) {
				if (!isNew || !path.split("/").some((name) => isLong(Buffer.byteLength(name)))) continue;
				yield {
					provenance: {
						kind: "path",
						path,
						commit: null
					},
					chunks: [Buffer.from(path)]
				};
			}
			this.#isRead = true;
		} finally {
			this.#isReading = false;
			await this.#places?.forget();
		}
	}
	async locate({ provenance }, hit) {
		if (provenance.kind === "path") return await this.#inName(provenance.path, hit);
		if (provenance.kind !== "object") throw new Error(`the index has nothing from ${provenance.kind}`);
		const { oid: name } = provenance;
		const kept = this.#kept.get(name);
		const oid = kept?.pointer ?? name;
		const open = () => kept ? opened(kept.file) : contentOf(this.#git, "blob", oid);
		const head = this.#changes.hasHead ? "HEAD" : null;
		this.#places ??= new Places(new Base(this.#git, head, this.#repository, this.#gaps), this.#gaps);
		const place = await this.#places.of({
			oid,
			name,
			open
		}, hit);
		if (!this.#isReading) await this.#places.forget();
		return this.#stagedAs(oid).map(({ path }) => ({
			...place,
			...UNCOMMITTED,
			where: "file",
			path
		}));
	}
	async nameOf({ provenance }) {
		if (provenance.kind === "path") return quoted(provenance.path);
		if (provenance.kind !== "object") throw new Error(`the index has nothing from ${provenance.kind}`);
		return quoted(this.#stagedAs(provenance.oid)[0]?.path ?? provenance.oid);
	}
	account() {
		const { coverage, settled } = this.#tally;
		const gaps = [...this.#gaps.all()];
		if (!this.#isRead) gaps.push({
			kind: "miscounted",
			detail: "reading stopped before the end of what is staged"
		});
		else if (settled !== this.#staged.size) gaps.push({
			kind: "miscounted",
			detail: `${this.#staged.size} staged files were expected and ${settled} were read`
		});
		return {
			coverage: { ...coverage },
			gaps
		};
	}
	async *#names() {
		for await (const staged of this.#changes.list()) {
			if (!this.#includes(staged.path)) continue;
			const known = this.#staged.get(staged.oid);
			known?.push(staged);
			if (known) continue;
			this.#staged.set(staged.oid, [staged]);
			yield [staged.oid];
		}
	}
	async *#contents({ oid, type, chunks }) {
		this.#tally.settle(type);
		yield {
			provenance: {
				kind: "object",
				oid
			},
			chunks: this.#tally.counted(chunks)
		};
		const pointer = Array.isArray(chunks) ? pointerIn(Buffer.concat(chunks)) : null;
		if (pointer) yield* this.#contentOf(pointer, oid);
	}
	/** What a Git LFS pointer stands for, which is kept in the repository until it is pushed. */
	async *#contentOf(pointer, oid) {
		const path = this.#stagedAs(oid)[0]?.path ?? oid;
		const file = await localFileOf(pointer, this.#repository.commonDir);
		if (file === null) {
			this.#gaps.add("lfs", elsewhere(path, pointer));
			return;
		}
		this.#kept.set(pointer.oid, {
			pointer: oid,
			file
		});
		this.#tally.coverage.blobs += 1;
		const chunks = this.#tally.counted(contentAt(file, pointer, path, this.#gaps));
		yield {
			provenance: {
				kind: "object",
				oid: pointer.oid
			},
			chunks
		};
	}
	async #inName(path, { encoding, offset, length }) {
		const key = Buffer.from(path).toString("utf8", offset, offset + length);
		let preexisting = false;
		if (this.#changes.hasHead) for await (const entry of entriesOf(this.#git, "HEAD", this.#gaps)) preexisting ||= entry.path.includes(key);
		return [{
			...UNCOMMITTED,
			where: "path",
			path,
			line: null,
			column: null,
			encoding,
			member: null,
			preexisting
		}];
	}
	#stagedAs(oid) {
		return this.#staged.get(this.#kept.get(oid)?.pointer ?? oid) ?? [];
	}
};
// src/sources/staged.ts
/**
* Opens what the index has and HEAD has not: what a commit would bring. In a hook of git that is the index that git is
* about to commit, which for `commit --all` and `commit FILE` is one of its own. A UsageError where there is no such
* repository or index.
*/
async function openStaged({ repo, environment, includes }) {
	const repository = await repositoryOf(repo, environment);
	const index = await indexIn(repo, repository, environment);
	return {
		change: { kind: "staged" },
		source: new IndexSource(new Git(repository.gitDir, environment, index === null ? {} : { GIT_INDEX_FILE: index }), repository, includes)
	};
}
/** A work tree may be far from its repository: git then tells hooks where that is. */
async function repositoryOf(repo, environment) {
	const told = environment["GIT_DIR"];
	return await findRepository(repo).catch(async (error) => {
		if (told === void 0 || !(error instanceof UsageError)) throw error;
		return await findRepository(resolve(repo, told));
	});
}
/** Hooks run at the top of the work tree, from where a relative name counts (githooks(5)). Null: the usual index. */
async function indexIn(repo, { gitDir }, environment) {
	const told = environment["GIT_INDEX_FILE"];
	if (told === void 0 || told === "") return null;
	const tops = basename(gitDir) === ".git" ? [repo, dirname(gitDir)] : [repo];
	for (const top of tops) {
		const index = resolve(top, told);
		if (await access(index).then(() => true, () => false)) return index;
	}
	throw new UsageError(`GIT_INDEX_FILE names ${quoted(told)}, which is not there; unset it, or name an index of git.`);
}
// src/sources/stdin.ts
/** Opens a stream as one blob. It passes by once: lines and columns are told of what passed in the last megabytes. */
function openStdin({ stream, name }) {
	const gaps = new Gaps();
	const ruler = new Ruler();
	const coverage = {
		commits: 0,
		blobs: 0,
		bytes: 0,
		texts: 0
	};
	let ended = false;
	async function* passing() {
		try {
			for await (const chunk of stream) {
				if (chunk.length === 0) continue;
				ruler.pass(chunk);
				coverage.bytes += chunk.length;
				yield chunk;
			}
		} catch (error) {
			gaps.add("unreadable", `the stream broke off: ${error.code ?? "it did not say why"}`);
		}
		ended = true;
	}
	return {
		change: {
			kind: "stdin",
			name
		},
		source: {
			async *blobs() {
				coverage.texts += 1;
				yield {
					provenance: {
						kind: "stdin",
						name
					},
					chunks: passing()
				};
			},
			async locate(_blob, { encoding, member, offset, length }) {
				const place = member === null ? ruler.place(offset, length) : null;
				const [line, column] = [place?.line ?? null, place?.column ?? null];
				return [{
					where: "stdin",
					path: name,
					line,
					column,
					commit: null,
					author: null,
					at: null,
					encoding,
					member,
					inHead: true,
					preexisting: false
				}];
			},
			nameOf: async () => quoted(name),
			account() {
				const unread = ended ? [] : [{
					kind: "miscounted",
					detail: "the stream was not read to its end"
				}];
				return {
					coverage: { ...coverage },
					gaps: [...gaps.all(), ...unread]
				};
			}
		}
	};
}
// src/cli.ts
const { env, stdin, stdout, stderr } = process;
const COMMANDS = [
	"scan",
	"demo",
	"sandbox"
];
async function main() {
	delete env["OPENAI_CUSTOM_HEADERS"];
	const { flags, words } = typed(process.argv.slice(2));
	const [command, ...rest] = words;
	if (flags.help || command === void 0 && !flags.version) return void stdout.write(help(VERSION));
	if (flags.version) return void stdout.write(`openai-key-guard ${VERSION}\n`);
	switch (command) {
		case "scan": return await scan(flags, rest);
		case "demo": return await (await import("./demo.js")).demo({
			say: (line) => stdout.write(`${line}\n`),
			action: new URL("./action.js", import.meta.url),
			paint: painter(flags),
			path: env["PATH"] ?? "",
			defaults: DEFAULTS
		});
		case "sandbox": return await (await import("./serve.js")).serve({
			say: (line) => stdout.write(`${line}\n`),
			path: env["PATH"] ?? ""
		});
		default: throw new UsageError(`There is no command ${shownWord(command)}.${hint(String(command), COMMANDS)} Try --help.`);
	}
}
async function scan(flags, words) {
	const settings = settingsFrom((name) => name === "openai-admin-key" ? env["OPENAI_ADMIN_KEY"] : valueOf(flags, name));
	const format = oneOf(flags, "format", [
		"text",
		"json",
		"markdown"
	]);
	const { change, source } = await open(flags, settings, words);
	const now = () => /* @__PURE__ */ new Date();
	const world = {
		source,
		detect: detector({ strangers: flags.verbose === true }),
		registry: registryFor(settings, now),
		memory: async () => /* @__PURE__ */ new Set(),
		found: () => {},
		noticed: flags.verbose ? notice : () => {},
		sample,
		now
	};
	const report = await run(change, world, settings.policy);
	const detail = settings.detail === "auto" ? stdout.isTTY ? "full" : "minimal" : settings.detail;
	await write(printed(shown(report, detail), format, flags), report, flags);
	process.exitCode = EXIT[verdict(report)];
}
/** Says on the side what looked like a key and is none. */
function notice(what, where) {
	where.then((name) => stderr.write(`${plain(name)}: ${what}\n`));
}
/** What the command line can look at in place of a range of commits, by the flag that asks for it. */
const PLACES = [
	"staged",
	"history",
	"files",
	"stdin"
];
async function open(flags, { paths, exclude }, words) {
	const repo = valueOf(flags, "repo") ?? process.cwd();
	const where = {
		repo,
		environment: env
	};
	const asked = PLACES.filter((place) => flags[place]);
	const [place] = asked;
	if (asked.length > 1) throw new UsageError(`--${asked.join(" and --")} exclude each other; choose one.`);
	if (place === "stdin") return openStdin({
		stream: stdin,
		name: valueOf(flags, "stdin-name") ?? "stdin"
	});
	if (place === "files") {
		const ignored = flags["skip-ignored"] !== true;
		return await openFiles({
			root: repo,
			globs: words,
			exclude,
			ignored,
			environment: env
		});
	}
	const includes = await pathFilter(paths, exclude);
	if (place !== void 0 && words.length > 0) throw new UsageError(`--${place} takes no range; ${shownWord(words[0])} was given.`);
	if (place === "staged") return await openStaged({
		...where,
		includes
	});
	if (place === "history") return await openHistory({
		...where,
		includes,
		unreachable: flags.unreachable === true,
		progress: await progress(flags)
	});
	if (words.length > 1) throw new UsageError(`scan takes one range, and ${words.length} were given; try main..HEAD.`);
	const [range] = words;
	const ends = range === void 0 ? await defaultRange(where) : await endsOf(range, where);
	return await openRange({
		...where,
		...ends,
		includes
	});
}
/** A bar for long work, on a terminal alone; it goes away when the work is done. */
async function progress(flags) {
	if (!stderr.isTTY || flags.quiet) return () => {};
	const { default: bars } = await import("./cli-progress.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const bar = new bars.SingleBar({
		format: "{bar} {percentage}% · {eta_formatted} left",
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
function printed(report, format, flags) {
	switch (format) {
		case "json": return json(report, VERSION);
		case "markdown": return summary(report, {
			head: "",
			link: () => null,
			runUrl: null,
			version: VERSION
		});
		case "text": return terminal(report, {
			paint: painter(flags),
			width: stdout.columns ?? 100,
			unicode: true
		});
		default: return format;
	}
}
async function write(words, report, flags) {
	const file = valueOf(flags, "output");
	if (file !== void 0) await writeFile(file, words);
	else if (!(flags.quiet && conclude(report) === "clean")) stdout.write(words.endsWith("\n") ? words : `${words}\n`);
}
/** Colour where a terminal shows it: `NO_COLOR` (no-color.org) and --color decide before what the stream is. */
function painter(flags) {
	const when = oneOf(flags, "color", [
		"auto",
		"always",
		"never"
	]);
	return when === "always" || when === "auto" && !env["NO_COLOR"] && stdout.isTTY && flags.output === void 0 ? (style, words) => styleText(style, words) : (_style, words) => words;
}
stdout.on("error", (error) => {
	if (error.code !== "EPIPE") throw error;
});
try {
	await main();
} catch (error) {
	stderr.write(`${keyless(lastWords(error))}\n`);
	process.exitCode = EXIT.incomplete;
}
export {};
