import { __exportAll } from "./rolldown-runtime.js";
import { CoverageCounter, GapCollector, Git, KeptObjects, NumberColumn, ObjectTable, RangeObjects, computeObjectId, createGitError, decodePath, describeBrokenList, describeMissingObjects, describeShallowHistory, describeUnfinished, encodePath, extractComplaint, findRepository, listEntries, mayHoldKey, measureObjectId, nameObjectAt, readInBatches, splitAtTerminator, splitLines, splitLongNames, writeChunk } from "./scan.js";
import { BlobLocator, IntroductionIndex, Introductions, ObjectLocator, createLocatorContext, findInTrees } from "./locate.js";
import { CommitList, PACK_TYPES, TreeGraph, canReadPacks, createPackNames, createTreeListing, measurePacks, readPacks } from "./sources.js";
const Worker = process.getBuiltinModule("node:worker_threads").Worker;
const randomBytes = (...args) => process.getBuiltinModule("node:crypto").randomBytes(...args);
const readdirSync = process.getBuiltinModule("node:fs").readdirSync;
const availableParallelism = process.getBuiltinModule("node:os").availableParallelism;
const path = process.getBuiltinModule("node:path");
const extname = process.getBuiltinModule("node:path").extname;
const REPORTED = 4;
const WORKER = new URL(`./history-worker${extname(new URL(import.meta.url).pathname)}`, import.meta.url);
const TYPES$1 = [
	"commit",
	"blob",
	"tag"
].map((type) => PACK_TYPES.indexOf(type));
const LIMITS = {
	maxYoungGenerationSizeMb: 4,
	maxOldGenerationSizeMb: 256
};
function createSievedPack(pack, isSkipped) {
	const states = new Uint8Array(new SharedArrayBuffer(pack.count));
	for (let object = 0; object < pack.count; object += 1) if (isSkipped(object)) states[object] = 3;
	const sizes = new Uint32Array(new SharedArrayBuffer(4 * pack.count));
	return {
		pack,
		sieved: {
			types: pack.types,
			states,
			sizes
		},
		taken: new Int32Array(new SharedArrayBuffer(8))
	};
}
var PackSieve = class {
	#packs;
	#workers;
	#reports;
	#trees;
	#ended;
	#running;
	#wake = () => {};
	#end = () => {};
	constructor(packs, { threads, otherVendors, listing = null }) {
		this.#packs = packs;
		this.#reports = new FamilyQueue(packs.map(({ pack }) => pack.roots.length));
		this.#trees = {
			pieces: [],
			hashes: [],
			hasSuspectName: false
		};
		this.#ended = new Promise((resolve) => {
			this.#end = resolve;
		});
		const task = {
			packs,
			types: TYPES$1,
			listing,
			otherVendors
		};
		this.#workers = Array.from({ length: threads }, () => startWorker(task)).filter((worker) => worker !== null);
		this.#running = this.#workers.length;
		for (const worker of this.#workers) {
			worker.on("message", (report) => this.#receive(report));
			worker.on("error", () => {});
			worker.on("exit", () => {
				this.#running -= 1;
				if (this.#running === 0) this.#end();
				this.#wake();
			});
		}
		if (this.#running === 0) this.#end();
	}
	async listTrees() {
		await this.#ended;
		return this.#trees;
	}
	async *reports() {
		for (;;) {
			const report = this.#reports.take(this.#running === 0);
			if (report) yield report;
			else if (this.#running === 0) break;
			else await new Promise((resolve) => {
				this.#wake = resolve;
			});
		}
		for (const [pack, { sieved }] of this.#packs.entries()) {
			const suspects = listUnsieved(sieved);
			if (suspects.length > 0) yield {
				pack,
				from: 0,
				roots: 0,
				suspects,
				noted: []
			};
		}
	}
	async stop() {
		await Promise.all(this.#workers.map((worker) => worker.terminate()));
	}
	#receive(report) {
		if ("numbers" in report) return void this.#trees.pieces.push(report);
		if ("hashes" in report) return void this.#trees.hashes.push(report);
		if ("hasSuspectName" in report) {
			this.#trees.hasSuspectName = true;
			return;
		}
		const states = this.#packs[report.pack]?.sieved.states ?? /* @__PURE__ */ new Uint8Array();
		for (const object of report.suspects) states[object] = REPORTED;
		for (const { object } of report.noted) states[object] = 5;
		this.#reports.add(report);
		this.#wake();
	}
};
var FamilyQueue = class {
	#families;
	#waiting = [];
	#next = {
		pack: 0,
		from: 0
	};
	constructor(families) {
		this.#families = families;
	}
	add(report) {
		this.#waiting.push(report);
	}
	take(isLast) {
		while (this.#next.from >= (this.#families[this.#next.pack] ?? Number.POSITIVE_INFINITY)) this.#next = {
			pack: this.#next.pack + 1,
			from: 0
		};
		const { pack, from } = this.#next;
		const at = this.#waiting.findIndex((report) => report.pack === pack && report.from === from);
		if (at === -1) return isLast ? this.#waiting.shift() : void 0;
		const [report] = this.#waiting.splice(at, 1);
		this.#next = {
			pack,
			from: from + (report?.roots ?? 0)
		};
		return report;
	}
};
function startWorker(task) {
	try {
		return new Worker(WORKER, {
			workerData: task,
			env: {},
			resourceLimits: LIMITS
		});
	} catch {
		return null;
	}
}
function listUnsieved({ types, states }) {
	const unsieved = [];
	for (const [object, state] of states.entries()) {
		if (state === 2) unsieved.push(object);
		if (state === 0 && (types[object] === 0 || TYPES$1.includes(types[object] ?? 0))) unsieved.push(object);
	}
	return Int32Array.from(unsieved);
}
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
	#context;
	#history;
	#latest = null;
	constructor(range, history) {
		const context = createLocatorContext(range, new KeptObjects(range.git), history.introductions);
		this.#context = context;
		this.#history = history;
		this.blobs = new HistoryBlobLocator(context, history.findWithoutCommit);
		this.#objects = new ObjectLocator(context, this.blobs);
	}
	showPassing(oid, content) {
		this.#context.reader.showPassing(oid, content);
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
// src/sources/history/history-object-reader.ts
const MAX_THREADS = 3;
const BATCH_SIZE = 1e3;
var HistoryObjectReader = class {
	#context;
	#progress;
	#packs = [];
	#listing = null;
	#sieve = null;
	#noted = [];
	constructor(context, progress) {
		this.#context = context;
		this.#progress = new Progress(progress);
	}
	start(listsTrees) {
		const { table, database, head, otherVendors } = this.#context;
		const left = [-1, head === null ? -1 : table.find(head)];
		const packs = database.packs.map(({ pack, numbers }) => createSievedPack(pack, (object) => left.includes(numbers[object] ?? -1)));
		this.#listing = listsTrees && database.names ? createTreeListing(database.names, createKey()) : null;
		const free = availableParallelism() - (this.#listing ? 0 : 1);
		const threads = packs.length > 0 ? Math.max(1, Math.min(MAX_THREADS, free)) : 0;
		this.#packs = packs;
		this.#sieve = new PackSieve(packs, {
			threads,
			otherVendors,
			listing: this.#listing
		});
	}
	async findTrees() {
		if (!this.#sieve || !this.#listing) return null;
		const { starts } = this.#listing.names;
		const trees = await this.#sieve.listTrees();
		if (trees.hasSuspectName) return null;
		const states = new Uint8Array(this.#listing.names.count);
		for (const [index, { sieved }] of this.#packs.entries()) states.set(sieved.states, starts[index]);
		return {
			graph: new TreeGraph(this.#listing, trees, (object) => states[object] !== 1),
			packs: this.#context.database.packs.map(({ numbers }, index) => ({
				numbers,
				start: starts[index] ?? 0
			}))
		};
	}
	async *blobs() {
		const { git, database } = this.#context;
		const packs = this.#packs;
		const sieve = this.#sieve;
		if (!sieve) throw new Error("the threads were not started");
		this.#progress.start(sum(database.unpacked.map((number) => database.sizeOf(number))) + sum(packs.map(measurePack)));
		try {
			for await (const results of readInBatches(git, this.#listOids(sieve))) {
				yield* this.#noted.splice(0);
				for (const result of results) yield* this.#toBlobs(result);
			}
			yield* this.#noted.splice(0);
		} finally {
			await sieve.stop();
		}
		for (const [index, { pack, sieved }] of packs.entries()) this.#recordClean(pack, sieved, database.packs[index]?.numbers);
		this.#progress.finish();
	}
	async stop() {
		await this.#sieve?.stop();
	}
	async *#toBlobs(result) {
		const { table, database, audit, counter, objects } = this.#context;
		const number = table.find(result.oid);
		if (result.kind === "object") {
			const before = counter.coverage.bytes;
			const [content, ...more] = Array.isArray(result.chunks) ? result.chunks : [];
			if (result.type === "commit" && content && more.length === 0) this.#context.onCommit(result.oid, content);
			yield* objects.toBlobs(result);
			audit.recordRead(number, counter.coverage.bytes - before);
		} else audit.recordUnread(number, result);
		this.#progress.add(database.sizeOf(number));
	}
	async *#listOids(sieve) {
		const { table, database, audit, head } = this.#context;
		if (head !== null && database.packs.some(({ numbers }) => numbers.includes(table.find(head)))) yield [head];
		for (let from = 0; from < database.unpacked.length; from += BATCH_SIZE) {
			const numbers = database.unpacked.slice(from, from + BATCH_SIZE);
			const oids = numbers.filter((number) => audit.isInScope(number)).map((number) => table.oidOf(number));
			if (oids.length > 0) yield oids;
			for (const number of numbers) if (!audit.isInScope(number)) this.#progress.add(database.sizeOf(number));
		}
		for await (const { pack, suspects, noted, roots } of sieve.reports()) {
			const { numbers, pack: read } = database.packs[pack] ?? {};
			const numberOf = (object) => numbers?.[object] ?? -1;
			for (const { object, notes } of noted) {
				const provenance = {
					kind: "object",
					oid: table.oidOf(numberOf(object))
				};
				if (audit.isInScope(numberOf(object))) this.#noted.push({
					provenance,
					chunks: [],
					noted: notes
				});
			}
			const inScope = [...suspects].map(numberOf).filter((number) => audit.isInScope(number));
			if (inScope.length > 0) yield inScope.map((number) => table.oidOf(number));
			if (read) this.#progress.add(measurePack({ pack: read }) / read.roots.length * roots);
		}
	}
	#recordClean(pack, { states, sizes }, numbers = /* @__PURE__ */ new Int32Array()) {
		const { database, audit, counter } = this.#context;
		for (let object = 0; object < pack.count; object += 1) {
			const number = numbers[object] ?? -1;
			if (states[object] !== 1 && states[object] !== 5 || !audit.isInScope(number)) continue;
			counter.countSearched(database.typeOf(number), sizes[object] ?? 0);
			audit.recordRead(number, sizes[object] ?? 0);
		}
	}
};
function createKey() {
	const bytes = randomBytes(8);
	return [bytes.readInt32LE(0), bytes.readInt32LE(4)];
}
function measurePack({ pack }) {
	return pack.offsets[pack.count] ?? 0;
}
function sum(numbers) {
	return numbers.reduce((total, number) => total + number, 0);
}
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
	#known;
	#git;
	#refs;
	#table;
	#index;
	#gaps;
	#commits = new CommitList();
	#reachable = new NumberColumn(/* @__PURE__ */ new Uint8Array(1024));
	#processes = [];
	#commit = 0;
	#oidLength = 0;
	#pending = null;
	#isStopped = false;
	#finished = null;
	constructor(git, refs, table, index, gaps, known = []) {
		this.#known = known;
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
	start(options) {
		const finished = this.#run(options);
		finished.catch(() => {});
		this.#finished = finished;
		return finished;
	}
	stop() {
		this.#isStopped = true;
		for (const running of this.#processes) running.stop();
	}
	async #run({ findTrees, listUnreachable }) {
		const revList = this.#git.start(["rev-list", ...REV_LIST_OPTIONS]);
		revList.input.end(this.#known.map((commit) => `^${commit}\n`).join(""));
		this.#processes = [revList];
		await this.#loadCommits(revList);
		const exits = [await revList.exited];
		const trees = this.#isStopped ? null : await findTrees();
		const changes = trees && this.#commits.listChanges((oid) => trees.graph.sign(oid));
		const listed = changes ? this.#listOids(changes) : this.#listAllOids(listUnreachable);
		if (changes?.length !== 0) exits.push(...await this.#compare(listed));
		if (trees && changes) this.#markTrees(trees);
		this.isComplete = exits.map((exit) => this.#checkExit(exit)).every((isSuccess) => isSuccess);
	}
	async #compare(commits) {
		const exits = [];
		let failures = 0;
		for (let isMore = true; isMore && failures < MAX_FAILURES && !this.#isStopped;) {
			const diffTree = this.#git.start(["diff-tree", ...DIFF_TREE_OPTIONS], ALLOCATION_LIMIT);
			this.#processes = [diffTree];
			const feeding = feedBatch(commits, diffTree).finally(() => diffTree.input.end());
			feeding.catch(() => {});
			for await (const { bytes, end } of splitAtTerminator(NUL, diffTree.output)) this.#parseTokens(bytes, end);
			this.#pending = null;
			isMore = await feeding;
			const exit = await diffTree.exited;
			if (exit.code !== 0) failures += 1;
			exits.push(exit);
		}
		return exits;
	}
	async #loadCommits(revList) {
		for (const { oid } of this.#refs.blobs) this.#markReachable(oid);
		let commit = -1;
		for await (const lines of splitLines(revList.output)) for (const line of lines) if (commit !== -1) {
			const [tree = "", ...parents] = line.trimEnd().split(" ");
			this.#commits.add(commit, tree, parents.map((parent) => this.#numberOf(parent)));
			commit = -1;
		} else if (line.startsWith(COMMIT_LINE)) commit = this.#markReachable(line.slice(COMMIT_LINE.length));
		else {
			const [oid = ""] = line.split(" ");
			if (!this.#refs.trees.has(oid)) this.#markReachable(oid);
		}
	}
	async *#listOids(places) {
		let oids = [];
		for (const place of places) {
			if (oids.push(this.#table.oidOf(this.#commits.at(place))) < CHUNK) continue;
			yield oids;
			oids = [];
		}
		if (oids.length > 0) yield oids;
	}
	async *#listAllOids(listUnreachable) {
		yield* this.#listOids(Array(this.#commits.count).keys());
		for (const commit of await listUnreachable()) yield [commit];
	}
	#markTrees({ graph, packs }) {
		for (const { numbers, start } of packs) for (const [object, number] of numbers.entries()) if (number !== -1 && graph.isReached(start + object)) this.#reachable.set(number, 1);
		for (const oid of graph.missing) this.#markReachable(oid);
	}
	#numberOf(oid) {
		return this.#table.add(Buffer.from(oid, "latin1"), 0);
	}
	#markReachable(oid) {
		const number = this.#numberOf(oid);
		this.#reachable.set(number, 1);
		return number;
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
		const known = this.#index.pathCount;
		const pathNumber = this.#index.addPath(bytes, from, to);
		if (pathNumber > known || this.#index.isFull) for (const { name } of splitLongNames(decodePath(bytes.subarray(from, to)))) this.longNames.add(name);
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
	"--format=%T %P",
	"--all",
	"--stdin"
];
const COMMIT_LINE = "commit ";
const CHUNK = 1e3;
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
	packs = [];
	names = null;
	unpacked = [];
	#table;
	#options;
	#types = new NumberColumn(/* @__PURE__ */ new Uint8Array(1024));
	#sizes = new NumberColumn(/* @__PURE__ */ new Float64Array(1024));
	#oidLength = 0;
	#hasOtherTrees = false;
	#running = null;
	#isStopped = false;
	constructor(table, options) {
		this.#table = table;
		this.#options = options;
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
	async load(git, gaps) {
		const named = this.#readPacks();
		this.packs = named.map(({ pack, oids }) => ({
			pack,
			numbers: this.#addPack(pack, oids)
		}));
		const loose = this.packs.length > 0 ? await this.#listLoose(git) : null;
		if (loose === null || loose.length > 0) await this.#loadRest(git, gaps, loose);
		if (loose !== null && !this.#hasOtherTrees) this.names = createPackNames(named, this.#options.hashBytes);
	}
	async #loadRest(git, gaps, loose) {
		const running = git.start([
			"cat-file",
			loose ? "--buffer" : "--batch-all-objects",
			...LIST_OPTIONS
		]);
		this.#running = running;
		running.input.end((loose ?? []).map((oid) => `${oid}\n`).join(""));
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
	#readPacks() {
		const { folder, hashBytes, minPackBytes } = this.#options;
		const packs = path.join(folder, "pack");
		if (measurePacks(packs) < minPackBytes || !canReadPacks()) return [];
		try {
			return readPacks(packs, hashBytes);
		} catch {
			return [];
		}
	}
	#addPack({ count, types, hashBytes }, oids) {
		const numbers = new Int32Array(count).fill(-1);
		for (let object = 0; object < count; object += 1) {
			const type = PACK_TYPES[types[object] ?? 0] ?? "unknown";
			if (type === "tree") continue;
			const number = this.#table.addBytes(oids.subarray(object * hashBytes, (object + 1) * hashBytes));
			if (this.has(number)) continue;
			numbers[object] = number;
			this.#types.set(number, TYPES.indexOf(type) + 1);
		}
		return numbers;
	}
	async #listLoose(git) {
		const { folder, hashBytes } = this.#options;
		const loose = readdirSync(folder).filter((name) => /^[0-9a-f]{2}$/.test(name)).flatMap((start) => readdirSync(path.join(folder, start)).flatMap((rest) => {
			const oid = `${start}${rest}`;
			return oid.length === 2 * hashBytes && /^[0-9a-f]+$/.test(oid) ? [oid] : [];
		}));
		const { stdout } = await git.run(["count-objects", "-v"]);
		const counted = (name) => Number(new RegExp(`^${name}: (\\d+)$`, "m").exec(stdout)?.[1]);
		const packed = this.packs.reduce((sum, { pack }) => sum + pack.count, 0);
		return counted("count") === loose.length && counted("in-pack") === packed && !/^alternate: /m.test(stdout) ? loose : null;
	}
	#parseLines(bytes, end) {
		for (let from = 0; from < end;) {
			const to = bytes.indexOf(LF, from);
			this.#oidLength ||= measureObjectId(bytes, from);
			const type = from + this.#oidLength;
			if (startsWith(bytes, type, TREE)) this.#hasOtherTrees = true;
			else if (bytes[type] === BLANK) this.#addObject(bytes, {
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
		this.unpacked.push(number);
		const type = TYPE_PREFIXES.findIndex((prefix) => startsWith(bytes, line.type, prefix)) + 1;
		this.#types.set(number, type + 1);
		if (TYPES[type] === "unknown") return;
		const sizeOffset = bytes.indexOf(BLANK, line.type + 1) + 1;
		this.#sizes.set(number, Number.parseInt(bytes.toString("latin1", sizeOffset, line.to), 10));
	}
};
const LIST_OPTIONS = [
	"--unordered",
	"--buffer",
	"--batch-check=%(objectname) %(objecttype) %(objectsize)"
];
const TREE = Buffer.from(" tr");
const TYPE_PREFIXES = [
	" b",
	" c",
	" ta"
].map((prefix) => Buffer.from(prefix));
const LF = 10;
const BLANK = 32;
const USAGE_ERROR = 129;
function startsWith(bytes, offset, prefix) {
	for (let index = 0; index < prefix.length; index += 1) if (bytes[offset + index] !== prefix[index]) return false;
	return true;
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
const MIN_PACK_BYTES = 2097152;
const SHORT_ID = "0".repeat(40);
var HistorySource = class {
	#git;
	#gaps;
	#refs;
	#unreachable;
	#table = new ObjectTable();
	#database;
	#walk;
	#audit;
	#counter;
	#locator;
	#reader;
	#refBlobs;
	#shallow;
	#isPart;
	#state = "unread";
	constructor(git, repository, refs, gaps, options) {
		const { includes, unreachable, otherVendors = false, progress = () => {}, known = null } = options;
		const { minPackBytes = known === null ? MIN_PACK_BYTES : Number.POSITIVE_INFINITY } = options;
		const { commonDir, shallow } = repository;
		const table = this.#table;
		const hashBytes = (refs.sampleOid ?? SHORT_ID).length / 2;
		const database = new ObjectDatabase(table, {
			folder: path.join(commonDir, "objects"),
			hashBytes,
			minPackBytes
		});
		this.#database = database;
		this.#git = git;
		this.#gaps = gaps;
		this.#refs = refs;
		this.#unreachable = unreachable;
		this.#refBlobs = new Map(refs.blobs.map(({ oid, path }) => [oid, path]));
		this.#counter = new CoverageCounter(gaps);
		const index = new IntroductionIndex(table);
		this.#walk = new HistoryWalk(git, refs, table, index, gaps, known ?? []);
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
		const objects = new RangeObjects(refs.head ?? "", commonDir, () => this.#locator.blobs, this.#counter, gaps);
		const reading = {
			git,
			table,
			database,
			audit: this.#audit,
			counter: this.#counter,
			objects,
			head: refs.head,
			otherVendors,
			onCommit: (oid, content) => this.#locator.showPassing(oid, content)
		};
		this.#reader = new HistoryObjectReader(reading, progress);
		this.#shallow = shallow;
		this.#isPart = known !== null;
		if (known === null) this.#reportShallow(shallow);
	}
	async *blobs() {
		if (this.#state !== "unread") throw new Error("a history is read once");
		this.#state = "reading";
		try {
			const loading = this.#database.load(this.#git, this.#gaps);
			const started = loading.then(() => this.#reader.start(!this.#unreachable));
			started.catch(() => {});
			const walking = this.#walk.start({
				findTrees: async () => {
					await started;
					return await this.#reader.findTrees();
				},
				listUnreachable: async () => await this.#listUnreachable(loading)
			});
			await started;
			for (const name of this.#refs.names) if (mayHoldKey(Buffer.byteLength(name))) yield {
				provenance: {
					kind: "ref",
					name
				},
				chunks: [Buffer.from(name)]
			};
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
			if (this.#isPart) this.#reportShallow([...this.#shallow].filter((oid) => this.#isRead(oid)));
			this.#audit.finish();
			if (this.#gaps.objects.length > 0) await this.#nameUnread();
			this.#state = "read";
		} finally {
			await this.#stop();
		}
	}
	#reportShallow(commits) {
		const shallow = new Set(commits);
		if (shallow.size > 0) this.#gaps.add("missing-object", describeShallowHistory(shallow), { cause: "shallow" });
	}
	#isRead(oid) {
		const number = this.#table.find(oid);
		return number !== -1 && this.#walk.isReachable(number);
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
		const unreachable = [];
		for (let number = 0; number < this.#table.count; number += 1) {
			if (this.#database.typeOf(number) !== "commit" || this.#walk.isReachable(number)) continue;
			unreachable.push(this.#table.oidOf(number));
		}
		return unreachable;
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
		await this.#reader.stop();
		await this.#locator.close();
	}
};
function findHead({ head, sampleOid }) {
	return head ?? computeObjectId("tree", Buffer.alloc(0), sampleOid?.length === 64 ? "sha256" : "sha1");
}
// src/sources/history/refs.ts
async function listRefs(git, gaps) {
	const listed = await git.run(["for-each-ref", `--format=${FIELDS}`]);
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
	return {
		names,
		head: refs.find(({ isHead, type }) => isHead && type === "commit")?.oid ?? await findDetachedHead(git),
		sampleOid: /^.\S+ \S+ (\S+)/.exec(listed.stdout)?.[1] ?? null,
		blobs,
		trees,
		hasNotes: names.some((name) => name.startsWith("refs/notes/"))
	};
}
async function findDetachedHead(git) {
	const { stdout } = await git.run([
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		"HEAD^{commit}"
	]);
	return stdout.trim() || null;
}
const FIELDS = "%(HEAD)%(refname) %(objecttype) %(objectname) %(*objecttype) %(*objectname)";
function parseRef(line) {
	const [name = "", type = "", oid = "", taggedType = "", taggedOid = ""] = line.slice(1).split(" ");
	const isHead = line.startsWith("*");
	return taggedType === "" ? {
		isHead,
		name,
		type,
		oid
	} : {
		isHead,
		name,
		type: taggedType,
		oid: taggedOid
	};
}
// src/sources/history/history.ts
var history_exports = /* @__PURE__ */ __exportAll({ openHistory: () => openHistory });
async function openHistory(options) {
	const { repo, environment, unreachable, names } = options;
	const repository = await findRepository(repo);
	const git = new Git(repository.gitDir, environment);
	const gaps = new GapCollector();
	const listed = await listRefs(git, gaps);
	const source = new HistorySource(git, repository, names ? {
		...listed,
		names
	} : listed, gaps, options);
	return {
		change: {
			kind: "history",
			unreachable
		},
		source
	};
}
export { history_exports, openHistory };
