import { __exportAll } from "./rolldown-runtime.js";
import { CoverageCounter, GapCollector, Git, ObjectReader, SightingList, UNNAMED, UsageError, addPathUse, checkStagedPaths, createGitError, decodePath, describeMissingContent, describeMissingStaged, describeUnfinished, encodePath, extractComplaint, findLocalContent, findRepository, mayHoldKey, nameObjectId, namePath$1 as namePath, nameStagedFile, openContent, openIndexLocators, parsePointer, quoteForMessage, readInBatches, readVerifiedContent, splitTokens } from "./scan.js";
import { describeDamagedIndex, describeMissingIndex } from "./messages.js";
const existsSync = process.getBuiltinModule("node:fs").existsSync;
const basename = process.getBuiltinModule("node:path").basename;
const dirname = process.getBuiltinModule("node:path").dirname;
const resolve = process.getBuiltinModule("node:path").resolve;
// src/sources/staged/index-changes.ts
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
const DAMAGED = /index file (?:smaller than expected|corrupt)|bad (?:index version|index file sha1 signature|signature 0x)/;
var IndexChanges = class {
	hasHead = true;
	#git;
	#hasConflicts = false;
	constructor(git) {
		this.#git = git;
	}
	async *list() {
		this.hasHead = yield* this.#diffAgainst("HEAD");
		if (!this.hasHead) yield* this.#diffAgainst(await this.#nameEmptyTree());
		if (this.#hasConflicts) yield* listConflicts(this.#git);
	}
	async *#diffAgainst(tree) {
		const diffIndex = this.#git.start([
			"diff-index",
			"--cached",
			...RAW,
			tree,
			"--"
		]);
		diffIndex.input.end();
		let entry = null;
		for await (const token of splitTokens(diffIndex.output)) {
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
		const exit = await diffIndex.exited;
		if (DAMAGED.test(exit.stderr)) throw new UsageError(describeDamagedIndex(extractComplaint(exit.stderr)));
		if (exit.code !== 0 && !(tree === "HEAD" && NO_HEAD.test(exit.stderr))) throw createGitError(exit, "list changes");
		return exit.code === 0;
	}
	async #nameEmptyTree() {
		const exit = await this.#git.run([
			"hash-object",
			"-t",
			"tree",
			"--stdin"
		]);
		if (exit.code !== 0) throw createGitError(exit, "hash objects");
		return exit.stdout.trim();
	}
};
async function* listConflicts(git) {
	const lsFiles = git.start([
		"ls-files",
		"--unmerged",
		"-z",
		"--full-name"
	]);
	lsFiles.input.end();
	for await (const token of splitTokens(lsFiles.output)) {
		const [, mode = "", oid = "", stage, path = ""] = /^(\d+) ([0-9a-f]+) (\d)\t(.+)$/s.exec(token) ?? [];
		if (stage !== "1" && isFile(mode)) yield {
			oid,
			path,
			isNew: false
		};
	}
	const exit = await lsFiles.exited;
	if (exit.code !== 0) throw createGitError(exit, "list conflicts");
}
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
const UNPLACED = {
	...UNCOMMITTED,
	where: "file",
	line: null,
	column: null,
	encoding: "plain",
	member: null,
	preexisting: false
};
const READER_TIMEOUT = 3e4;
var IndexSource = class {
	#git;
	#repository;
	#includes;
	#gaps = new GapCollector();
	#counter = new CoverageCounter(this.#gaps);
	#changes;
	#staged = /* @__PURE__ */ new Map();
	#lfsContents = /* @__PURE__ */ new Map();
	#reader;
	#opened = null;
	#latest = null;
	#listing;
	#batches;
	#first = null;
	#timer = null;
	#isReading = false;
	#isRead = false;
	constructor(git, repository, includes) {
		this.#git = git;
		this.#repository = repository;
		this.#includes = includes;
		this.#changes = new IndexChanges(git);
		this.#reader = new ObjectReader(git);
		this.#listing = this.#changes.list();
		this.#batches = readInBatches(git, this.#listBlobs());
	}
	start() {
		this.#first = this.#batches.next();
		this.#first.catch(() => {});
		this.#timer = setTimeout(() => void this.#stop(), READER_TIMEOUT).unref();
		Promise.resolve(this.#includes).catch(async () => await this.#stop());
	}
	async *blobs() {
		if (this.#timer) clearTimeout(this.#timer);
		this.#isReading = true;
		try {
			for (let next = await (this.#first ?? this.#batches.next()); !next.done; next = await this.#batches.next()) for (const result of next.value) if (result.kind === "object") yield* this.#toBlobs(result);
			else this.#counter.reportUnread(result);
			for (const { path, isNew } of [...this.#staged.values()].flat()) {
				if (!isNew || !path.split("/").some((name) => mayHoldKey(encodePath(name).length))) continue;
				yield {
					provenance: {
						kind: "path",
						path,
						commit: null
					},
					chunks: [encodePath(path)]
				};
			}
			await this.#gaps.nameObjects(async (oid) => {
				const [file] = this.#filesWith(oid);
				return file ? {
					name: nameStagedFile(file.path),
					path: file.path
				} : { name: UNNAMED };
			});
			this.#isRead = true;
		} finally {
			this.#isReading = false;
			await this.#stop();
			await this.#close();
		}
	}
	async #stop() {
		if (this.#timer) clearTimeout(this.#timer);
		await Promise.allSettled([this.#batches.return(void 0), this.#listing.return(void 0)]);
	}
	async locate({ provenance }, hit) {
		if (provenance.kind === "path") return await this.#locateInName(provenance.path, hit);
		if (provenance.kind !== "object") throw new Error(`the index has nothing from ${provenance.kind}`);
		const { oid: id } = provenance;
		const content = this.#lfsContents.get(id);
		const oid = content?.pointer ?? id;
		const open = () => content ? openContent(content.file) : this.#reader.stream(oid);
		const position = await this.#openLocators().positions.locate({
			oid,
			id,
			open
		}, hit);
		if (!this.#isReading) await this.#close();
		return this.#listPlaces(oid).map((place) => ({
			...place,
			...position
		}));
	}
	async complete(sightings) {
		return await this.#opened?.positions.complete(sightings) ?? sightings;
	}
	#listPlaces(oid) {
		if (this.#latest?.oid !== oid) {
			const list = new SightingList();
			for (const { path } of this.#filesWith(oid)) list.add({
				...UNPLACED,
				path
			});
			this.#latest = {
				oid,
				places: list.list()
			};
		}
		return this.#latest.places;
	}
	async nameOf({ provenance }) {
		if (provenance.kind === "path") return namePath(provenance.path);
		if (provenance.kind !== "object") throw new Error(`the index has nothing from ${provenance.kind}`);
		const path = this.#filesWith(provenance.oid)[0]?.path;
		return path === void 0 ? { name: nameObjectId(provenance.oid) } : namePath(path);
	}
	account() {
		const { coverage, answered } = this.#counter;
		const gaps = [...this.#gaps.list()];
		if (!this.#isRead) gaps.push({
			kind: "miscounted",
			detail: describeUnfinished("index")
		});
		else if (answered !== this.#staged.size) gaps.push({
			kind: "miscounted",
			detail: describeMissingStaged(answered, this.#staged.size)
		});
		return {
			coverage: { ...coverage },
			gaps
		};
	}
	#openLocators() {
		const commit = this.#changes.hasHead ? "HEAD" : null;
		const [git, repository, gaps, includes] = [
			this.#git,
			this.#repository,
			this.#gaps,
			this.#includes
		];
		this.#opened ??= openIndexLocators({
			git,
			commit,
			repository,
			gaps,
			includes
		});
		return this.#opened;
	}
	async *#listBlobs() {
		const first = this.#listing.next();
		first.catch(() => {});
		const includes = await this.#includes;
		for (let next = await first; !next.done; next = await this.#listing.next()) {
			const staged = next.value;
			if (!includes(staged.path)) continue;
			const known = this.#staged.get(staged.oid);
			known?.push(staged);
			if (known) continue;
			this.#staged.set(staged.oid, [staged]);
			yield [staged.oid];
		}
	}
	async *#toBlobs({ oid, type, chunks }) {
		this.#counter.countObject(type);
		yield {
			provenance: {
				kind: "object",
				oid
			},
			chunks: this.#counter.countBytes(chunks)
		};
		const pointer = Array.isArray(chunks) ? parsePointer(Buffer.concat(chunks)) : null;
		if (pointer) yield* this.#readLfsContent(pointer, oid);
	}
	async *#readLfsContent(pointer, oid) {
		const path = this.#filesWith(oid)[0]?.path ?? oid;
		const file = await findLocalContent(pointer, this.#repository.commonDir);
		if (file === null) {
			this.#gaps.add("lfs", describeMissingContent(path), { path });
			return;
		}
		this.#lfsContents.set(pointer.oid, {
			pointer: oid,
			file
		});
		this.#counter.countFile();
		const chunks = this.#counter.countBytes(readVerifiedContent(file, pointer, path, this.#gaps));
		yield {
			provenance: {
				kind: "object",
				oid: pointer.oid
			},
			chunks
		};
	}
	async #locateInName(path, { encoding, offset, length }) {
		const key = decodePath(encodePath(path).subarray(offset, offset + length));
		const preexisting = await this.#openLocators().base.hasInName(key);
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
	async #close() {
		await this.#opened?.positions.close();
		await this.#reader.close();
	}
	#filesWith(oid) {
		return this.#staged.get(this.#lfsContents.get(oid)?.pointer ?? oid) ?? [];
	}
};
// src/sources/staged/staged.ts
var staged_exports = /* @__PURE__ */ __exportAll({
	hasStagedChanges: () => hasStagedChanges,
	openStaged: () => openStaged
});
async function openStaged({ repo, environment, includes, paths = [] }) {
	const repository = await findHookRepository(repo, environment);
	const index = findIndex(repo, repository, environment);
	const git = new Git(repository.gitDir, environment, index === null ? {} : { GIT_INDEX_FILE: index });
	const pathUse = await checkStagedPaths(git, paths);
	const source = new IndexSource(git, repository, includes);
	if (paths.length === 0) source.start();
	return {
		change: { kind: "staged" },
		source: addPathUse(source, pathUse),
		pathUse
	};
}
async function hasStagedChanges({ repo, environment }) {
	const { gitDir } = await findHookRepository(repo, environment);
	return (await new Git(gitDir, environment).run([
		"diff-index",
		"--cached",
		"--quiet",
		"HEAD",
		"--"
	])).code !== 0;
}
async function findHookRepository(repo, environment) {
	const gitDir = environment["GIT_DIR"];
	return await findRepository(repo).catch(async (error) => {
		if (gitDir === void 0 || !(error instanceof UsageError)) throw error;
		return await findRepository(resolve(repo, gitDir));
	});
}
function findIndex(repo, { gitDir }, environment) {
	const file = environment["GIT_INDEX_FILE"];
	if (file === void 0 || file === "") return null;
	const tops = basename(gitDir) === ".git" ? [repo, dirname(gitDir)] : [repo];
	for (const top of tops) {
		const index = resolve(top, file);
		if (existsSync(index)) return index;
	}
	throw new UsageError(describeMissingIndex(quoteForMessage(file)));
}
export { staged_exports };
