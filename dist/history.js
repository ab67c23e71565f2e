import { __exportAll } from "./rolldown-runtime.js";
import { BlobLocator, CoverageCounter, GapCollector, Git, IntroductionIndex, Introductions, NumberColumn, ObjectLocator, ObjectTable, RangeObjects, computeObjectId, createGitError, createLocatorContext, decodePath, describeBrokenList, describeMissingObjects, describeShallowHistory, describeUnfinished, encodePath, extractComplaint, findInTrees, findRepository, listEntries, mayHoldKey, measureObjectId, nameObjectAt, readInBatches, splitAtTerminator, splitLines, splitLongNames, writeChunk } from "./scan.js";
import { availableParallelism } from "node:os";
// src/sources/history/history-introductions.ts
const ALL_REFS = {
	base: null,
	head: "--all"
};
var HistoryIntroductions = class extends Introductions {
	#table;
	#index;
	#waitForWalk;
	constructor(git, gaps, table, index, waitForWalk) {
		super(git, ALL_REFS, gaps, 0);
		this.#table = table;
		this.#index = index;
		this.#waitForWalk = waitForWalk;
	}
	async find(oid) {
		await this.#waitForWalk();
		return this.#index.isFull ? await super.find(oid) : this.#index.listOf(this.#table.find(oid));
	}
	async *list() {
		await this.#waitForWalk();
		if (this.#index.isFull) yield* super.list();
		else yield* this.#index.listAll();
	}
};
// src/sources/history/history-locator.ts
var HistoryLocator = class {
	blobs;
	#objects;
	#history;
	#latest = null;
	constructor(range, history) {
		const context = createLocatorContext(range, history.introductions);
		this.#history = history;
		this.blobs = new HistoryBlobLocator(context, history.findWithoutCommit);
		this.#objects = new ObjectLocator(context, this.blobs);
	}
	async locate(blob, hit) {
		const { provenance } = blob;
		switch (provenance.kind) {
			case "object": return await this.#objects.locate(await this.#asNote(provenance.oid), hit);
			case "commit-message":
			case "commit-people":
			case "commit-signature": return await this.#isInScope(provenance.commit) ? await this.#objects.locate(blob, hit) : [];
			case "tag-message": return await this.#isInScope(provenance.tag) ? await this.#objects.locate(blob, hit) : [];
			default: return await this.#objects.locate(blob, hit);
		}
	}
	async nameOf(blob) {
		return await this.#objects.nameOf(blob);
	}
	async close() {
		await this.#objects.close();
	}
	async #isInScope(oid) {
		return (await this.#history.findWithoutCommit(oid))?.isInScope ?? false;
	}
	async #asNote(oid) {
		if (this.#latest?.oid !== oid) this.#latest = {
			oid,
			blob: await this.#findNote(oid)
		};
		return this.#latest.blob;
	}
	async #findNote(oid) {
		const { introductions, isNotePath } = this.#history;
		for (const { path } of await introductions.find(oid)) if (isNotePath(path)) return {
			provenance: {
				kind: "note",
				commit: parseNotePath(path),
				oid
			},
			chunks: []
		};
		return {
			provenance: {
				kind: "object",
				oid
			},
			chunks: []
		};
	}
};
var HistoryBlobLocator = class extends BlobLocator {
	#context;
	#findWithoutCommit;
	constructor(context, findWithoutCommit) {
		super(context);
		this.#context = context;
		this.#findWithoutCommit = findWithoutCommit;
	}
	async findPath(oid) {
		return await this.#isOutOfScope(oid) ? null : await super.findPath(oid);
	}
	async nameOf(oid) {
		return await this.#isOutOfScope(oid) ? null : await super.nameOf(oid);
	}
	async locate(oid, hit) {
		const object = await this.#lookUp(oid);
		if (!object) return await super.locate(oid, hit);
		if (!object.isInScope) return [];
		const { reader, positions } = this.#context;
		return [{
			...await positions.locate({
				oid,
				id: oid,
				open: () => reader.stream(oid)
			}, hit),
			where: "file",
			path: object.path,
			commit: null,
			author: null,
			at: null,
			inHead: false
		}];
	}
	async #isOutOfScope(oid) {
		return (await this.#lookUp(oid))?.isInScope === false;
	}
	async #lookUp(oid) {
		for (const _ of await this.#context.introductions.find(oid)) return null;
		return await this.#findWithoutCommit(oid);
	}
};
function parseNotePath(path) {
	return path.replaceAll("/", "");
}
// src/sources/history/parallel-reader.ts
const BYTES_PER_OBJECT = 2e3;
function splitObjects(database, readers) {
	const shares = Array.from({ length: readers }, () => ({
		numbers: [],
		work: 0
	}));
	let root = -1;
	let share = shares[0];
	for (const number of sortByDeltaFamily(database)) {
		if (database.findDeltaRoot(number) !== root) {
			root = database.findDeltaRoot(number);
			share = shares.reduce((least, other) => other.work < least.work ? other : least);
		}
		share?.numbers.push(number);
		if (share) share.work += database.sizeOf(number) + BYTES_PER_OBJECT;
	}
	return shares.map(({ numbers }) => numbers);
}
function sortByDeltaFamily(database) {
	const sizes = new Int32Array(database.numbered);
	for (const number of database.numbers()) {
		const root = database.findDeltaRoot(number);
		sizes[root] = (sizes[root] ?? 0) + 1;
	}
	const sorted = new Int32Array(database.count);
	const positions = new Int32Array(database.numbered);
	let reserved = 0;
	for (const number of database.numbers()) {
		const root = database.findDeltaRoot(number);
		if (positions[root] === 0) {
			positions[root] = reserved + 1;
			reserved += sizes[root] ?? 0;
		}
		const position = positions[root] ?? 1;
		sorted[position - 1] = number;
		positions[root] = position + 1;
	}
	return sorted;
}
async function* readInParallel(git, lists) {
	const readers = lists.map((oids) => readInBatches(git, oids));
	const events = [];
	let wake = () => {};
	const request = (reader) => {
		const arrive = (event) => {
			events.push(event);
			wake();
		};
		reader.next().then((next) => arrive({
			reader,
			next
		}), (error) => arrive({
			reader,
			error
		}));
	};
	try {
		for (const reader of readers) request(reader);
		for (let active = readers.length; active > 0;) {
			const event = events.shift();
			if (!event) {
				await new Promise((resolve) => {
					wake = resolve;
				});
				continue;
			}
			if ("error" in event) throw event.error;
			if (event.next.done) {
				active -= 1;
				continue;
			}
			yield event.next.value;
			request(event.reader);
		}
	} finally {
		await Promise.all(readers.map((reader) => reader.return(void 0)));
	}
}
// src/sources/history/history-object-reader.ts
const MIN_PARALLEL_BYTES = 4194304;
const MAX_READERS = 4;
const BATCH_SIZE = 1e3;
var HistoryObjectReader = class {
	#context;
	#progress;
	constructor(context, progress) {
		this.#context = context;
		this.#progress = new Progress(progress);
	}
	async *blobs() {
		const { git, table, database, audit, counter, objects } = this.#context;
		this.#progress.start(database.totalBytes);
		const lists = splitObjects(database, database.totalBytes < MIN_PARALLEL_BYTES ? 1 : Math.min(MAX_READERS, availableParallelism())).map((share) => this.#listOids(share));
		for await (const batch of readInParallel(git, lists)) for (const result of batch) {
			const number = table.find(result.oid);
			if (result.kind === "object") {
				const before = counter.coverage.bytes;
				const blobs = objects.toBlobs(result);
				if (Array.isArray(blobs)) for (const blob of blobs) yield blob;
				else yield* blobs;
				audit.recordRead(number, counter.coverage.bytes - before);
			} else audit.recordUnread(number, result);
			this.#progress.add(database.sizeOf(number));
		}
		this.#progress.finish();
	}
	async *#listOids(numbers) {
		const { table, database, audit } = this.#context;
		let batch = [];
		for (const number of numbers) {
			if (!audit.isInScope(number)) {
				this.#progress.add(database.sizeOf(number));
				continue;
			}
			batch.push(table.oidOf(number));
			if (batch.length < BATCH_SIZE) continue;
			yield batch;
			batch = [];
		}
		if (batch.length > 0) yield batch;
	}
};
const PROGRESS_STEPS = 200;
var Progress = class {
	#callback;
	#done = 0;
	#reported = 0;
	#expected = 0;
	constructor(callback) {
		this.#callback = callback;
	}
	start(expected) {
		this.#expected = expected;
		this.#callback(this.#done, expected);
	}
	add(done) {
		this.#done += done;
		if (this.#done - this.#reported < this.#expected / PROGRESS_STEPS) return;
		this.#reported = this.#done;
		this.#callback(this.#done, this.#expected);
	}
	finish() {
		if (this.#reported < this.#expected) this.#callback(this.#expected, this.#expected);
	}
};
// src/sources/history/diff-tree-entry.ts
const COLON = ":".charCodeAt(0);
const ADDED = "A".charCodeAt(0);
const MODE_LENGTH = 7;
const SUBMODULE = Buffer.from("160000");
const ABSENT = Buffer.from("000000");
function parseDiffTreeEntry(bytes, from, to, oidLength) {
	let parents = 0;
	while (bytes[from + parents] === COLON) parents += 1;
	const mode = from + parents + parents * MODE_LENGTH;
	if (isAt(SUBMODULE, bytes, mode) || isAt(ABSENT, bytes, mode)) return null;
	const parentOids = mode + MODE_LENGTH;
	const oidOffset = parentOids + parents * (oidLength + 1);
	for (let parent = parentOids; parent < oidOffset; parent += oidLength + 1) if (isEqual(bytes, parent, oidOffset, oidLength)) return null;
	let isNew = true;
	for (let status = oidOffset + oidLength + 1; status < to; status += 1) isNew &&= bytes[status] === ADDED;
	return {
		oidOffset,
		isNew
	};
}
function isDiffTreeEntry(bytes, offset) {
	return bytes[offset] === COLON;
}
function isAt(text, bytes, offset) {
	for (let index = 0; index < text.length; index += 1) if (bytes[offset + index] !== text[index]) return false;
	return true;
}
function isEqual(bytes, first, second, length) {
	for (let index = 0; index < length; index += 1) if (bytes[first + index] !== bytes[second + index]) return false;
	return true;
}
// src/sources/history/history-walk.ts
var HistoryWalk = class {
	isComplete = false;
	longNames = /* @__PURE__ */ new Set();
	#git;
	#refs;
	#table;
	#index;
	#gaps;
	#reachable = new NumberColumn(/* @__PURE__ */ new Uint8Array(1024));
	#processes = [];
	#commit = 0;
	#oidLength = 0;
	#pending = null;
	#isStopped = false;
	#finished = null;
	constructor(git, refs, table, index, gaps) {
		this.#git = git;
		this.#refs = refs;
		this.#table = table;
		this.#index = index;
		this.#gaps = gaps;
	}
	isReachable(number) {
		return this.#reachable.get(number) > 0;
	}
	async waitUntilFinished() {
		if (!this.#finished) throw new Error("the history was not read yet");
		await this.#finished;
	}
	start(listUnreachable) {
		const finished = this.#run(listUnreachable);
		finished.catch(() => {});
		this.#finished = finished;
		return finished;
	}
	stop() {
		this.#isStopped = true;
		for (const running of this.#processes) running.stop();
	}
	async #run(listUnreachable) {
		const revList = this.#git.start(["rev-list", ...REV_LIST_OPTIONS]);
		const commits = this.#listCommits(revList, listUnreachable);
		const exits = [];
		let failures = 0;
		for (let isMore = true; isMore && failures < MAX_FAILURES && !this.#isStopped;) {
			const diffTree = this.#git.start(["diff-tree", ...DIFF_TREE_OPTIONS], ALLOCATION_LIMIT);
			this.#processes = [revList, diffTree];
			const feeding = feedBatch(commits, diffTree).finally(() => diffTree.input.end());
			feeding.catch(() => {});
			for await (const { bytes, end } of splitAtTerminator(NUL, diffTree.output)) this.#parseTokens(bytes, end);
			this.#pending = null;
			isMore = await feeding;
			const exit = await diffTree.exited;
			if (exit.code !== 0) failures += 1;
			exits.push(exit);
		}
		if (failures === MAX_FAILURES) revList.stop();
		exits.push(await revList.exited);
		this.isComplete = exits.map((exit) => this.#checkExit(exit)).every((isSuccess) => isSuccess);
	}
	async *#listCommits(revList, listUnreachable) {
		for (const { oid } of this.#refs.blobs) this.#markReachable(oid);
		for await (const lines of splitLines(revList.output)) {
			const commits = lines.filter((line) => !line.includes(" "));
			const named = lines.length > commits.length ? lines.filter((line) => line.includes(" ")) : [];
			for (const commit of commits) this.#markReachable(commit);
			for (const [oid = ""] of named.map((line) => line.split(" "))) if (!this.#refs.trees.has(oid)) this.#markReachable(oid);
			if (commits.length > 0) yield commits;
		}
		for (const commit of await listUnreachable()) yield [commit];
	}
	#markReachable(oid) {
		this.#reachable.set(this.#table.add(Buffer.from(oid, "latin1"), 0), 1);
	}
	#parseTokens(bytes, end) {
		for (let from = 0; from < end;) {
			const to = bytes.indexOf(NUL, from);
			if (this.#pending !== null) {
				if (this.#pending !== "skipped") this.#addIntroduction(this.#pending, bytes, from, to);
				this.#pending = null;
			} else if (isDiffTreeEntry(bytes, from)) {
				const entry = parseDiffTreeEntry(bytes, from, to, this.#oidLength);
				this.#pending = entry ? {
					blob: this.#table.add(bytes, entry.oidOffset),
					isNew: entry.isNew
				} : "skipped";
			} else {
				this.#oidLength ||= measureObjectId(bytes, from);
				this.#commit = this.#table.add(bytes, from);
			}
			from = to + 1;
		}
	}
	#addIntroduction({ blob, isNew }, bytes, from, to) {
		if (this.isReachable(this.#commit)) this.#reachable.set(blob, 1);
		const path = bytes.subarray(from, to);
		const known = this.#index.pathCount;
		const pathNumber = this.#index.addPath(path);
		if (pathNumber > known || this.#index.isFull) for (const { name } of splitLongNames(decodePath(path))) this.longNames.add(name);
		this.#index.add(blob, this.#commit, pathNumber, isNew);
	}
	#checkExit(exit) {
		if (exit.spawnError || exit.code === USAGE_ERROR$1) throw createGitError(exit, "list commits");
		if (exit.code === 0 || this.#isStopped) return exit.code === 0;
		const complaint = extractComplaint(exit.stderr);
		const tree = /\b(?:tree|fetch) \(?([0-9a-f]{40,64})\b/.exec(complaint)?.[1];
		if (tree !== void 0 && !this.#gaps.objects.some(({ oid }) => oid === tree)) this.#gaps.addObject(tree, "missing-folder");
		this.#gaps.add("unreadable", describeBrokenList("history", complaint), { cause: "damaged" });
		return false;
	}
};
const BATCH = 5e4;
const MAX_FAILURES = 3;
const ALLOCATION_LIMIT = { GIT_ALLOC_LIMIT: "12m" };
async function feedBatch(commits, diffTree) {
	for (let count = 0; count < BATCH;) {
		const { done, value } = await commits.next();
		if (done) return false;
		count += value.length;
		if (!await writeChunk(diffTree.input, `${value.join("\n")}\n`)) return true;
	}
	return true;
}
const REV_LIST_OPTIONS = [
	"--objects",
	"--filter=tree:0",
	"--reverse",
	"--topo-order",
	"--all",
	"--"
];
const DIFF_TREE_OPTIONS = [
	"--stdin",
	"--root",
	"-r",
	"-c",
	"--raw",
	"-z",
	"--no-renames",
	"--no-abbrev",
	"--no-ext-diff",
	"--no-textconv"
];
const NUL = 0;
const USAGE_ERROR$1 = 129;
// src/sources/history/object-database.ts
const TYPES = [
	"unknown",
	"blob",
	"commit",
	"tag"
];
var ObjectDatabase = class {
	totalBytes = 0;
	count = 0;
	#table;
	#stored = new NumberColumn(/* @__PURE__ */ new Int32Array(1024));
	#types = new NumberColumn(/* @__PURE__ */ new Uint8Array(1024));
	#sizes = new NumberColumn(/* @__PURE__ */ new Float64Array(1024));
	#deltaBases = new NumberColumn(/* @__PURE__ */ new Int32Array(1024));
	#oidLength = 0;
	#running = null;
	#isStopped = false;
	constructor(table) {
		this.#table = table;
	}
	get numbered() {
		return this.#table.count;
	}
	has(number) {
		return this.#types.get(number) > 0;
	}
	typeOf(number) {
		return TYPES[this.#types.get(number) - 1] ?? "unknown";
	}
	sizeOf(number) {
		return this.#sizes.get(number);
	}
	*numbers() {
		for (let row = 0; row < this.count; row += 1) yield this.#stored.get(row);
	}
	async load(git, gaps) {
		const running = git.start([
			"cat-file",
			"--batch-all-objects",
			"--unordered",
			"--buffer",
			`--batch-check=${FIELDS$1}`
		]);
		this.#running = running;
		running.input.end();
		for await (const { bytes, end } of splitAtTerminator(LF, running.output)) this.#parseLines(bytes, end);
		const exit = await running.exited;
		if (exit.code === 0 || this.#isStopped) return;
		if (exit.spawnError || exit.code === USAGE_ERROR) throw createGitError(exit, "list objects");
		gaps.add("unreadable", describeBrokenList("repository", extractComplaint(exit.stderr)), { cause: "damaged" });
	}
	stop() {
		this.#isStopped = true;
		this.#running?.stop();
	}
	findDeltaRoot(number) {
		let root = number;
		for (let base = this.#deltaBases.get(root); base > 0; base = this.#deltaBases.get(root)) root = base - 1;
		for (let current = number; current !== root;) {
			const next = this.#deltaBases.get(current) - 1;
			this.#deltaBases.set(current, root + 1);
			current = next;
		}
		return root;
	}
	#parseLines(bytes, end) {
		for (let from = 0; from < end;) {
			const to = bytes.indexOf(LF, from);
			this.#oidLength ||= measureObjectId(bytes, from);
			const type = from + this.#oidLength;
			if (bytes[type] === BLANK && !startsWith(bytes, type, TREE)) this.#addObject(bytes, {
				from,
				type,
				to
			});
			from = to + 1;
		}
	}
	#addObject(bytes, line) {
		const number = this.#table.add(bytes, line.from);
		if (this.has(number)) return;
		this.#stored.set(this.count, number);
		this.count += 1;
		const type = TYPE_PREFIXES.findIndex((prefix) => startsWith(bytes, line.type, prefix)) + 1;
		this.#types.set(number, type + 1);
		if (TYPES[type] === "unknown") return;
		const sizeOffset = bytes.indexOf(BLANK, line.type + 1) + 1;
		const size = Number.parseInt(bytes.toString("latin1", sizeOffset, line.to), 10);
		this.#sizes.set(number, size);
		this.totalBytes += size;
		const base = line.to - this.#oidLength;
		if (!isZero(bytes, base, line.to)) this.#deltaBases.set(number, this.#table.add(bytes, base) + 1);
	}
};
const FIELDS$1 = "%(objectname) %(objecttype) %(objectsize) %(deltabase)";
const TREE = Buffer.from(" tr");
const TYPE_PREFIXES = [
	" b",
	" c",
	" ta"
].map((prefix) => Buffer.from(prefix));
const LF = 10;
const BLANK = 32;
const ZERO = 48;
const USAGE_ERROR = 129;
function startsWith(bytes, offset, prefix) {
	for (let index = 0; index < prefix.length; index += 1) if (bytes[offset + index] !== prefix[index]) return false;
	return true;
}
function isZero(bytes, from, to) {
	let offset = from;
	while (offset < to && bytes[offset] === ZERO) offset += 1;
	return offset === to;
}
// src/sources/history/read-audit.ts
const READ = 1;
const FAILED = 2;
var ReadAudit = class {
	#scope;
	#counter;
	#gaps;
	#states = new NumberColumn(/* @__PURE__ */ new Uint8Array(1024));
	#bytes = new NumberColumn(/* @__PURE__ */ new Float64Array(1024));
	#unread = [];
	constructor(scope, counter, gaps) {
		this.#scope = scope;
		this.#counter = counter;
		this.#gaps = gaps;
	}
	isInScope(number) {
		const { walk, unreachable } = this.#scope;
		return unreachable || !walk.isComplete || walk.isReachable(number);
	}
	recordRead(number, bytes) {
		this.#states.set(number, READ);
		this.#bytes.set(number, bytes);
	}
	recordUnread(number, result) {
		this.#states.set(number, FAILED);
		if (result.kind === "unreadable" && result.isPartial) this.#counter.reportUnread(result);
		else this.#unread.push({
			number,
			result
		});
	}
	finish() {
		for (const { number, result } of this.#unread) if (this.isInScope(number)) this.#counter.reportUnread(result);
		const { table, database, walk } = this.#scope;
		let [expected, unread] = [0, 0];
		for (let number = 0; number < table.count; number += 1) {
			const state = this.#states.get(number);
			if (!database.has(number)) {
				if (walk.isReachable(number)) this.#gaps.addObject(table.oidOf(number), "missing");
			} else if (this.isInScope(number)) {
				expected += 1;
				if (state === 0) unread += 1;
			} else if (state === READ) this.#uncount(number);
		}
		if (unread > 0) this.#gaps.add("miscounted", describeMissingObjects(expected - unread, expected));
	}
	#uncount(number) {
		const type = this.#scope.database.typeOf(number);
		this.#counter.uncountObject(type === "unknown" ? "blob" : type, this.#bytes.get(number));
	}
};
// src/sources/history/history-source.ts
var HistorySource = class {
	#git;
	#gaps;
	#refs;
	#unreachable;
	#table = new ObjectTable();
	#database = new ObjectDatabase(this.#table);
	#walk;
	#audit;
	#counter;
	#locator;
	#reader;
	#refBlobs;
	#state = "unread";
	constructor(git, repository, refs, gaps, options) {
		const { includes, unreachable, progress = () => {} } = options;
		const { commonDir, shallow } = repository;
		const [table, database] = [this.#table, this.#database];
		this.#git = git;
		this.#gaps = gaps;
		this.#refs = refs;
		this.#unreachable = unreachable;
		this.#refBlobs = new Map(refs.blobs.map(({ oid, path }) => [oid, path]));
		this.#counter = new CoverageCounter(gaps);
		const index = new IntroductionIndex(table);
		this.#walk = new HistoryWalk(git, refs, table, index, gaps);
		this.#audit = new ReadAudit({
			table,
			database,
			walk: this.#walk,
			unreachable
		}, this.#counter, gaps);
		const range = {
			base: null,
			head: findHead(refs)
		};
		this.#locator = new HistoryLocator({
			git,
			repository,
			range,
			gaps,
			includes
		}, {
			introductions: new HistoryIntroductions(git, gaps, table, index, () => this.#walk.waitUntilFinished()),
			findWithoutCommit: async (oid) => await this.#findWithoutCommit(oid),
			isNotePath: (path) => this.#isNotePath(path)
		});
		const objects = new RangeObjects(refs.head ?? "", commonDir, this.#locator.blobs, this.#counter, gaps);
		const reading = {
			git,
			table,
			database,
			audit: this.#audit,
			counter: this.#counter,
			objects
		};
		this.#reader = new HistoryObjectReader(reading, progress);
		if (shallow.size > 0) gaps.add("missing-object", describeShallowHistory(shallow), { cause: "shallow" });
	}
	async *blobs() {
		if (this.#state !== "unread") throw new Error("a history is read once");
		this.#state = "reading";
		try {
			const loading = this.#database.load(this.#git, this.#gaps);
			loading.catch(() => {});
			const walking = this.#walk.start(async () => await this.#listUnreachable(loading));
			for (const name of this.#refs.names) if (mayHoldKey(Buffer.byteLength(name))) yield {
				provenance: {
					kind: "ref",
					name
				},
				chunks: [Buffer.from(name)]
			};
			await loading;
			yield* this.#reader.blobs();
			await walking;
			for (const path of this.#walk.longNames) yield {
				provenance: {
					kind: "path",
					path,
					commit: null
				},
				chunks: [encodePath(path)]
			};
			this.#audit.finish();
			if (this.#gaps.objects.length > 0) await this.#nameUnread();
			this.#state = "read";
		} finally {
			await this.#stop();
		}
	}
	async #nameUnread() {
		const folders = this.#gaps.objects.filter(({ state }) => state === "missing-folder").map(({ oid }) => oid);
		const heads = this.#refs.head === null || folders.length === 0 ? [] : [this.#refs.head];
		const places = await findInTrees(this.#git, heads, new Set(folders));
		await this.#gaps.nameObjects(async (oid) => {
			const place = places.get(oid);
			return place ? {
				name: nameObjectAt(place),
				path: place.path
			} : await this.#locator.blobs.describe(oid);
		});
	}
	async nameOf(blob) {
		const name = await this.#locator.nameOf(blob);
		if (this.#state !== "reading") await this.#locator.close();
		return name;
	}
	async locate(blob, hit) {
		const sightings = await this.#locator.locate(blob, hit);
		if (this.#state !== "reading") await this.#locator.close();
		return sightings;
	}
	async complete(sightings) {
		return sightings;
	}
	account() {
		const gaps = [...this.#gaps.list()];
		if (this.#state !== "read") gaps.push({
			kind: "miscounted",
			detail: describeUnfinished("history")
		});
		return {
			coverage: { ...this.#counter.coverage },
			gaps
		};
	}
	async #listUnreachable(loading) {
		if (!this.#unreachable) return [];
		await loading;
		return [...this.#database.numbers()].filter((number) => {
			return this.#database.typeOf(number) === "commit" && !this.#walk.isReachable(number);
		}).map((number) => this.#table.oidOf(number));
	}
	async #findWithoutCommit(oid) {
		await this.#walk.waitUntilFinished();
		const number = this.#table.find(oid);
		if (number === -1) return null;
		return {
			isInScope: this.#audit.isInScope(number),
			path: this.#refBlobs.get(oid) ?? null
		};
	}
	#isNotePath(path) {
		const number = this.#refs.hasNotes ? this.#table.find(parseNotePath(path)) : -1;
		return number !== -1 && this.#database.typeOf(number) === "commit";
	}
	async #stop() {
		if (this.#state !== "read") this.#state = "stopped";
		this.#database.stop();
		this.#walk.stop();
		await this.#locator.close();
	}
};
function findHead({ head, sampleOid }) {
	return head ?? computeObjectId("tree", Buffer.alloc(0), sampleOid?.length === 64 ? "sha256" : "sha1");
}
// src/sources/history/refs.ts
async function listRefs(git, gaps) {
	const [listed, head] = await Promise.all([git.run(["for-each-ref", `--format=${FIELDS}`]), git.run([
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		"HEAD^{commit}"
	])]);
	if (listed.spawnError) throw createGitError(listed, "list refs");
	if (listed.code !== 0) gaps.add("unreadable", describeBrokenList("refs", extractComplaint(listed.stderr)), { cause: "damaged" });
	const refs = listed.stdout.split("\n").slice(0, -1).map(parseRef);
	const names = refs.map(({ name }) => name);
	const trees = new Set(refs.filter(({ type }) => type === "tree").map(({ oid }) => oid));
	const blobs = refs.filter(({ type }) => type === "blob").map(({ oid }) => ({
		oid,
		path: null
	}));
	for (const tree of trees) for await (const { oid, path } of listEntries(git, tree, gaps)) blobs.push({
		oid,
		path
	});
	const sampleOid = /^\S+ \S+ (\S+)/.exec(listed.stdout)?.[1] ?? null;
	const hasNotes = names.some((name) => name.startsWith("refs/notes/"));
	return {
		names,
		head: head.stdout.trim() || null,
		sampleOid,
		blobs,
		trees,
		hasNotes
	};
}
const FIELDS = "%(refname) %(objecttype) %(objectname) %(*objecttype) %(*objectname)";
function parseRef(line) {
	const [name = "", type = "", oid = "", taggedType = "", taggedOid = ""] = line.split(" ");
	return taggedType === "" ? {
		name,
		type,
		oid
	} : {
		name,
		type: taggedType,
		oid: taggedOid
	};
}
// src/sources/history/history.ts
var history_exports = /* @__PURE__ */ __exportAll({ openHistory: () => openHistory });
async function openHistory(options) {
	const { repo, environment, unreachable } = options;
	const repository = await findRepository(repo);
	const git = new Git(repository.gitDir, environment);
	const gaps = new GapCollector();
	const source = new HistorySource(git, repository, await listRefs(git, gaps), gaps, options);
	return {
		change: {
			kind: "history",
			unreachable
		},
		source
	};
}
export { history_exports };
