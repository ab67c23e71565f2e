import "./rolldown-runtime.js";
import { At as createGitError, Ot as findRepository, S as CoverageCounter, T as GapCollector, _ as BaseContents, a as Positions, c as isLong, f as contentAt, g as pointerIn, h as opened, k as splitTokens, kt as Git, m as localFileOf, on as UsageError, p as elsewhere, sn as quoteForMessage, w as readObjects, x as readContent, y as listEntries } from "./core.js";
import { access } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
// src/sources/staged/index-changes.ts
var IndexChanges = class {
	hasHead = true;
	#git;
	#hasConflicts = false;
	constructor(git) {
		this.#git = git;
	}
	async *list() {
		this.hasHead = yield* this.#differencesFrom("HEAD");
		if (!this.hasHead) yield* this.#differencesFrom(await this.#emptyTree());
		if (this.#hasConflicts) yield* conflicts(this.#git);
	}
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
		for await (const token of splitTokens(running.output)) {
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
		if (ending.code !== 0 && !(tree === "HEAD" && NO_HEAD.test(ending.stderr))) throw createGitError(ending, "read the index");
		return ending.code === 0;
	}
	async #emptyTree() {
		const ending = await this.#git.ask([
			"hash-object",
			"-t",
			"tree",
			"--stdin"
		]);
		if (ending.code !== 0) throw createGitError(ending, "name an empty tree");
		return ending.stdout.trim();
	}
};
async function* conflicts(git) {
	const running = git.start([
		"ls-files",
		"--unmerged",
		"-z",
		"--full-name"
	]);
	running.input.end();
	for await (const token of splitTokens(running.output)) {
		const [, mode = "", oid = "", stage, path = ""] = /^(\d+) ([0-9a-f]+) (\d)\t(.+)$/s.exec(token) ?? [];
		if (stage !== "1" && isFile(mode)) yield {
			oid,
			path,
			isNew: false
		};
	}
	const ending = await running.ended;
	if (ending.code !== 0) throw createGitError(ending, "read the conflicts in the index");
}
const RAW = [
	"--raw",
	"-z",
	"--no-renames",
	"--no-abbrev",
	"--no-ext-diff",
	"--no-textconv"
];
const ENTRY = /^:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/;
const NO_HEAD = /(?:ambiguous argument|bad revision|bad object|unknown revision) '?HEAD/;
function isFile(mode) {
	return mode !== "160000" && mode !== "000000";
}
// src/sources/staged/index-source.ts
const UNCOMMITTED = {
	commit: null,
	author: null,
	at: null,
	inHead: true
};
var IndexSource = class {
	#git;
	#repository;
	#includes;
	#gaps = new GapCollector();
	#tally = new CoverageCounter(this.#gaps);
	#changes;
	#staged = /* @__PURE__ */ new Map();
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
		const open = () => kept ? opened(kept.file) : readContent(this.#git, "blob", oid);
		const head = this.#changes.hasHead ? "HEAD" : null;
		this.#places ??= new Positions(new BaseContents(this.#git, head, this.#repository, this.#gaps), this.#gaps);
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
		if (provenance.kind === "path") return quoteForMessage(provenance.path);
		if (provenance.kind !== "object") throw new Error(`the index has nothing from ${provenance.kind}`);
		return quoteForMessage(this.#stagedAs(provenance.oid)[0]?.path ?? provenance.oid);
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
		if (this.#changes.hasHead) for await (const entry of listEntries(this.#git, "HEAD", this.#gaps)) preexisting ||= entry.path.includes(key);
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
// src/sources/staged/staged.ts
async function openStaged({ repo, environment, includes }) {
	const repository = await repositoryOf(repo, environment);
	const index = await indexIn(repo, repository, environment);
	return {
		change: { kind: "staged" },
		source: new IndexSource(new Git(repository.gitDir, environment, index === null ? {} : { GIT_INDEX_FILE: index }), repository, includes)
	};
}
async function repositoryOf(repo, environment) {
	const told = environment["GIT_DIR"];
	return await findRepository(repo).catch(async (error) => {
		if (told === void 0 || !(error instanceof UsageError)) throw error;
		return await findRepository(resolve(repo, told));
	});
}
async function indexIn(repo, { gitDir }, environment) {
	const told = environment["GIT_INDEX_FILE"];
	if (told === void 0 || told === "") return null;
	const tops = basename(gitDir) === ".git" ? [repo, dirname(gitDir)] : [repo];
	for (const top of tops) {
		const index = resolve(top, told);
		if (await access(index).then(() => true, () => false)) return index;
	}
	throw new UsageError(`GIT_INDEX_FILE names ${quoteForMessage(told)}, which is not there; unset it, or name an index of git.`);
}
export { openStaged };
