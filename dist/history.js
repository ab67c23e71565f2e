import { __exportAll } from "./rolldown-runtime.js";
import { BaseContents, BlobLocator, CommitMetadataReader, CoverageCounter, GapCollector, Git, Introductions, ObjectLocator, ObjectReader, PathIntroductions, Positions, RangeObjects, Tree, computeObjectId, createGitError, extractComplaint, findRepository, isLong, listEntries, readInBatches, splitAtTerminator, splitLines, writeChunk } from "./scan.js";
import { availableParallelism } from "node:os";
// src/sources/history/families.ts
const BYTES_PER_OBJECT = 2e3;
function shares(store, readers) {
	const numbers = inFamilies(store);
	const divided = Array.from({ length: readers }, () => []);
	const loads = divided.map(() => 0);
	let [root, lightest] = [-1, 0];
	for (const number of numbers) {
		if (store.rootOf(number) !== root) {
			root = store.rootOf(number);
			lightest = loads.indexOf(Math.min(...loads));
		}
		divided[lightest]?.push(number);
		loads[lightest] = (loads[lightest] ?? 0) + store.sizeOf(number) + BYTES_PER_OBJECT;
	}
	return divided;
}
function inFamilies(store) {
	const sizes = new Int32Array(store.named);
	for (const number of store.numbers()) sizes[store.rootOf(number)] = (sizes[store.rootOf(number)] ?? 0) + 1;
	const places = new Int32Array(store.named);
	const numbers = new Int32Array(store.count);
	let begun = 0;
	for (const number of store.numbers()) {
		const root = store.rootOf(number);
		if (places[root] === 0) {
			places[root] = begun + 1;
			begun += sizes[root] ?? 0;
		}
		const place = places[root] ?? 1;
		numbers[place - 1] = number;
		places[root] = place + 1;
	}
	return numbers;
}
// src/sources/history/history-introductions.ts
const EVERY_REF = {
	base: null,
	head: "--all"
};
var HistoryIntroductions = class extends Introductions {
	#table;
	#ledger;
	#walk;
	constructor(git, gaps, table, ledger, walk) {
		super(git, EVERY_REF, gaps, 0);
		this.#table = table;
		this.#ledger = ledger;
		this.#walk = walk;
	}
	async of(oid) {
		await this.#walk.over;
		return this.#ledger.isFull ? await super.of(oid) : this.#ledger.of(this.#table.of(oid));
	}
	async *all() {
		await this.#walk.over;
		if (this.#ledger.isFull) yield* super.all();
		else yield* this.#ledger.all();
	}
};
// src/sources/history/history-blob-locator.ts
var HistoryBlobLocator = class extends BlobLocator {
	#bearings;
	#unbrought;
	constructor(bearings, unbrought) {
		super(bearings);
		this.#bearings = bearings;
		this.#unbrought = unbrought;
	}
	async countedName(oid) {
		const alone = await this.#alone(oid);
		return alone && !alone.counts ? null : await super.countedName(oid);
	}
	async nameOf(oid) {
		const alone = await this.#alone(oid);
		return alone && !alone.counts ? null : await super.nameOf(oid);
	}
	async of(oid, hit) {
		const alone = await this.#alone(oid);
		if (!alone) return await super.of(oid, hit);
		if (!alone.counts) return [];
		const { desk, places } = this.#bearings;
		return [{
			...await places.of({
				oid,
				name: oid,
				open: () => desk.stream(oid)
			}, hit),
			where: "file",
			path: alone.path,
			commit: null,
			author: null,
			at: null,
			inHead: false
		}];
	}
	async #alone(oid) {
		return (await this.#bearings.bringings.of(oid)).length > 0 ? null : await this.#unbrought(oid);
	}
};
// src/sources/history/history-locator.ts
var HistoryLocator = class {
	blobs;
	#around;
	#unbrought;
	#desk;
	#places;
	#namings;
	#located;
	constructor(around, unbrought) {
		const { git, repository, gaps, includes, bringings, head } = around;
		const ends = {
			base: null,
			head
		};
		const desk = new ObjectReader(git);
		const makings = new CommitMetadataReader(desk);
		this.#around = around;
		this.#desk = desk;
		this.#unbrought = unbrought;
		this.#places = new Positions(new BaseContents(git, null, repository, gaps), gaps);
		this.#namings = new PathIntroductions({
			git,
			ends,
			gaps
		}, includes, bringings, makings);
		this.#located = new ObjectLocator(git, ends, repository, includes, gaps);
		const bearings = {
			desk,
			gaps,
			includes,
			bringings,
			makings,
			places: this.#places,
			head: new Tree(git, head, gaps)
		};
		this.blobs = new HistoryBlobLocator(bearings, unbrought);
	}
	async sightingsOf(blob, hit) {
		const { provenance } = blob;
		switch (provenance.kind) {
			case "object": return await this.#inBlob(provenance.oid, hit);
			case "path": return await this.#namings.of(provenance.path, hit);
			case "commit-message":
			case "commit-people": return await this.#counts(provenance.commit) ? await this.#located.sightingsOf(blob, hit) : [];
			case "tag-message": return await this.#counts(provenance.tag) ? await this.#located.sightingsOf(blob, hit) : [];
			default: return await this.#located.sightingsOf(blob, hit);
		}
	}
	async nameOf(blob) {
		const { provenance } = blob;
		return provenance.kind === "object" ? await this.blobs.nameOf(provenance.oid) : await this.#located.nameOf(blob);
	}
	async forget() {
		await Promise.all([this.#places.forget(), this.#located.forget()]);
		await this.#desk.close();
	}
	async #counts(oid) {
		return (await this.#unbrought(oid))?.counts ?? false;
	}
	async #inBlob(oid, hit) {
		const { bringings, isNotes } = this.#around;
		const note = (await bringings.of(oid)).find(({ path }) => isNotes(path));
		if (!note) return await this.blobs.of(oid, hit);
		const commit = withoutSlashes(note.path);
		return await this.#located.sightingsOf({
			provenance: {
				kind: "note",
				commit,
				oid
			},
			chunks: []
		}, hit);
	}
};
function withoutSlashes(path) {
	return path.replaceAll("/", "");
}
// src/sources/history/column.ts
var Column = class {
	#values;
	constructor(values) {
		this.#values = values;
	}
	get(row) {
		return this.#values[row] ?? 0;
	}
	set(row, value) {
		if (row >= this.#values.length) this.#grow(row);
		this.#values[row] = value;
	}
	#grow(row) {
		const Values = this.#values.constructor;
		const values = new Values(Math.max(1024, row + 1, this.#values.length * 2));
		values.set(this.#values);
		this.#values = values;
	}
};
// src/sources/history/diff-tree-entry.ts
const COLON = ":".charCodeAt(0);
const ADDED = "A".charCodeAt(0);
const MODE = 7;
const SUBMODULE = Buffer.from("160000");
const ABSENT = Buffer.from("000000");
function rawEntryAt(bytes, from, to, length) {
	let parents = 0;
	while (bytes[from + parents] === COLON) parents += 1;
	const mode = from + parents + parents * MODE;
	if (stands(SUBMODULE, bytes, mode) || stands(ABSENT, bytes, mode)) return null;
	const names = mode + MODE;
	const at = names + parents * (length + 1);
	for (let name = names; name < at; name += length + 1) if (isSame(bytes, name, at, length)) return null;
	let isNew = true;
	for (let letter = at + length + 1; letter < to; letter += 1) isNew &&= bytes[letter] === ADDED;
	return {
		at,
		isNew
	};
}
function isEntry(bytes, at) {
	return bytes[at] === COLON;
}
function stands(text, bytes, at) {
	for (let index = 0; index < text.length; index += 1) if (bytes[at + index] !== text[index]) return false;
	return true;
}
function isSame(bytes, one, other, length) {
	for (let index = 0; index < length; index += 1) if (bytes[one + index] !== bytes[other + index]) return false;
	return true;
}
// src/sources/history/object-table.ts
const DIGITS = Uint8Array.from({ length: 256 }, (_, code) => Number.parseInt(String.fromCharCode(code), 16) || 0);
const ZERO$1 = 48;
const DIGITS_PER_WORD = 8;
const BYTES_PER_WORD = 4;
var ObjectTable = class {
	count = 0;
	#width = 0;
	#words = /* @__PURE__ */ new Uint32Array(0);
	#bytes = Buffer.alloc(0);
	#slots = /* @__PURE__ */ new Int32Array(0);
	add(bytes, at) {
		if (this.#width === 0) this.#width = lengthAt(bytes, at) / DIGITS_PER_WORD;
		if (this.count * 2 >= this.#slots.length) this.#grow();
		this.#read(bytes, at);
		const slot = this.#slotOf(this.count);
		const known = (this.#slots[slot] ?? 0) - 1;
		if (known !== -1) return known;
		this.count += 1;
		this.#slots[slot] = this.count;
		return this.count - 1;
	}
	of(oid) {
		if (this.count === 0 || oid.length !== this.#width * DIGITS_PER_WORD) return -1;
		this.#read(Buffer.from(oid, "latin1"), 0);
		return (this.#slots[this.#slotOf(this.count)] ?? 0) - 1;
	}
	nameOf(number) {
		const length = this.#width * BYTES_PER_WORD;
		return this.#bytes.toString("hex", number * length, (number + 1) * length);
	}
	#read(bytes, at) {
		const length = this.#width * BYTES_PER_WORD;
		let from = at;
		for (let to = this.count * length; to < (this.count + 1) * length; to += 1) {
			this.#bytes[to] = (DIGITS[bytes[from] ?? 0] ?? 0) << 4 | (DIGITS[bytes[from + 1] ?? 0] ?? 0);
			from += 2;
		}
	}
	#slotOf(number) {
		const mask = this.#slots.length - 1;
		for (let slot = (this.#words[number * this.#width] ?? 0) & mask;; slot = slot + 1 & mask) {
			const known = (this.#slots[slot] ?? 0) - 1;
			if (known === -1 || this.#isSame(known, number)) return slot;
		}
	}
	#isSame(one, other) {
		for (let word = 0; word < this.#width; word += 1) if (this.#words[one * this.#width + word] !== this.#words[other * this.#width + word]) return false;
		return true;
	}
	#grow() {
		this.#slots = new Int32Array(Math.max(2048, this.#slots.length * 2));
		const words = new Uint32Array(this.#width * (this.#slots.length / 2 + 1));
		words.set(this.#words.subarray(0, this.count * this.#width));
		this.#words = words;
		this.#bytes = Buffer.from(words.buffer);
		for (let number = 0; number < this.count; number += 1) this.#slots[this.#slotOf(number)] = number + 1;
	}
};
function lengthAt(bytes, at) {
	let end = at;
	while (bytes[end] === ZERO$1 || DIGITS[bytes[end] ?? 0]) end += 1;
	return end - at;
}
// src/sources/history/history-walk.ts
var Walk = class {
	isWhole = false;
	names = /* @__PURE__ */ new Set();
	#git;
	#refs;
	#table;
	#ledger;
	#gaps;
	#reached = new Column(/* @__PURE__ */ new Uint8Array(1024));
	#paths = /* @__PURE__ */ new Map();
	#running = [];
	#commit = 0;
	#length = 0;
	#entry = null;
	#isStopped = false;
	#going = null;
	constructor(git, refs, table, ledger, gaps) {
		this.#git = git;
		this.#refs = refs;
		this.#table = table;
		this.#ledger = ledger;
		this.#gaps = gaps;
	}
	reaches(number) {
		return this.#reached.get(number) > 0;
	}
	get over() {
		if (!this.#going) throw new Error("the history was not read yet");
		return this.#going;
	}
	go(lost) {
		const going = this.#go(lost);
		going.catch(() => {});
		this.#going = going;
		return going;
	}
	async #go(lost) {
		const list = this.#git.start([
			"rev-list",
			"--objects",
			"--filter=tree:0",
			"--reverse",
			"--topo-order",
			"--all",
			"--"
		]);
		const diff = this.#git.start([
			"diff-tree",
			"--stdin",
			...RAW
		]);
		this.#running = [list, diff];
		const feeding = this.#feed(list, diff, lost).finally(() => diff.input.end());
		feeding.catch(() => {});
		for await (const { bytes, end } of splitAtTerminator(NUL, diff.output)) this.#read(bytes, end);
		await feeding;
		const endings = [await list.ended, await diff.ended];
		this.isWhole = endings.map((ending) => this.#isWell(ending)).every((isWell) => isWell);
	}
	stop() {
		this.#isStopped = true;
		for (const running of this.#running) running.stop();
	}
	async #feed(list, diff, lost) {
		for (const { oid } of this.#refs.strays) this.#reach(oid);
		for await (const lines of splitLines(list.output)) {
			const commits = lines.filter((line) => !line.includes(" "));
			const others = lines.length > commits.length ? lines.filter((line) => line.includes(" ")) : [];
			for (const commit of commits) this.#reach(commit);
			for (const [oid = ""] of others.map((line) => line.split(" "))) if (!this.#refs.trees.has(oid)) this.#reach(oid);
			if (commits.length > 0 && !await writeChunk(diff.input, `${commits.join("\n")}\n`)) return;
		}
		for (const commit of await lost()) if (!await writeChunk(diff.input, `${commit}\n`)) return;
	}
	#reach(oid) {
		this.#reached.set(this.#table.add(Buffer.from(oid, "latin1"), 0), 1);
	}
	#read(bytes, end) {
		for (let from = 0; from < end;) {
			const to = bytes.indexOf(NUL, from);
			if (this.#entry !== null) {
				if (this.#entry !== "nothing") this.#add(this.#entry, bytes, from, to);
				this.#entry = null;
			} else if (isEntry(bytes, from)) {
				const entry = rawEntryAt(bytes, from, to, this.#length);
				this.#entry = entry ? {
					blob: this.#table.add(bytes, entry.at),
					isNew: entry.isNew
				} : "nothing";
			} else {
				this.#length ||= lengthAt(bytes, from);
				this.#commit = this.#table.add(bytes, from);
			}
			from = to + 1;
		}
	}
	#add({ blob, isNew }, bytes, from, to) {
		if (this.reaches(this.#commit)) this.#reached.set(blob, 1);
		const path = bytes.toString("utf8", from, to);
		let known = this.#paths.get(path);
		if (known === void 0) {
			known = this.#ledger.name(path);
			this.#paths.set(path, known);
			if (isLong(to - from)) this.#addNames(path);
		}
		this.#ledger.add(blob, this.#commit, known, isNew);
	}
	#addNames(path) {
		for (const name of path.split("/")) if (isLong(Buffer.byteLength(name))) this.names.add(name);
	}
	#isWell(ending) {
		if (ending.failed || ending.code === USAGE$1) throw createGitError(ending, "go through all commits");
		if (ending.code === 0 || this.#isStopped) return ending.code === 0;
		this.#gaps.add("unreadable", `the commits of all branches and tags could not be gone through in full: ${extractComplaint(ending.stderr)}`);
		return false;
	}
};
const RAW = [
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
const USAGE$1 = 129;
// src/sources/history/introduction-index.ts
const REMEMBERED = 6e6;
var IntroductionIndex = class {
	isFull = false;
	#table;
	#remembered;
	#count = 0;
	#paths = [];
	#commits = new Column(/* @__PURE__ */ new Int32Array(1024));
	#places = new Column(/* @__PURE__ */ new Int32Array(1024));
	#before = new Column(/* @__PURE__ */ new Int32Array(1024));
	#latest = new Column(/* @__PURE__ */ new Int32Array(1024));
	constructor(table, remembered = REMEMBERED) {
		this.#table = table;
		this.#remembered = remembered;
	}
	name(path) {
		return this.#paths.push(path);
	}
	add(blob, commit, path, isNew) {
		if (this.#count >= this.#remembered) {
			this.isFull = true;
			return;
		}
		this.#count += 1;
		this.#commits.set(this.#count, commit);
		this.#places.set(this.#count, isNew ? -path : path);
		this.#before.set(this.#count, this.#latest.get(blob));
		this.#latest.set(blob, this.#count);
	}
	of(blob) {
		const found = [];
		if (blob === -1) return found;
		for (let at = this.#latest.get(blob); at > 0; at = this.#before.get(at)) found.push(this.#at(at));
		return found.toReversed();
	}
	*all() {
		for (let at = 1; at <= this.#count; at += 1) yield this.#at(at);
	}
	#at(at) {
		const place = this.#places.get(at);
		const path = this.#paths[Math.abs(place) - 1] ?? "";
		return {
			commit: this.#table.nameOf(this.#commits.get(at)),
			path,
			isNew: place < 0
		};
	}
};
// src/sources/history/object-database.ts
const KINDS = [
	"unknown",
	"blob",
	"commit",
	"tag"
];
var Store = class {
	bytes = 0;
	#table;
	#order = new Column(/* @__PURE__ */ new Int32Array(1024));
	#count = 0;
	#length = 0;
	#kinds = new Column(/* @__PURE__ */ new Uint8Array(1024));
	#sizes = new Column(/* @__PURE__ */ new Float64Array(1024));
	#bases = new Column(/* @__PURE__ */ new Int32Array(1024));
	#running = null;
	#isStopped = false;
	constructor(table) {
		this.#table = table;
	}
	get count() {
		return this.#count;
	}
	get named() {
		return this.#table.count;
	}
	has(number) {
		return this.#kinds.get(number) > 0;
	}
	kindOf(number) {
		return KINDS[this.#kinds.get(number) - 1] ?? "unknown";
	}
	sizeOf(number) {
		return this.#sizes.get(number);
	}
	*numbers() {
		for (let at = 0; at < this.#count; at += 1) yield this.#order.get(at);
	}
	async list(git, gaps) {
		const running = git.start([
			"cat-file",
			"--batch-all-objects",
			"--unordered",
			"--buffer",
			`--batch-check=${FIELDS$1}`
		]);
		this.#running = running;
		running.input.end();
		for await (const { bytes, end } of splitAtTerminator(LF, running.output)) this.#add(bytes, end);
		const ending = await running.ended;
		if (ending.code === 0 || this.#isStopped) return;
		if (ending.failed || ending.code === USAGE) throw createGitError(ending, "list all objects");
		gaps.add("unreadable", `the list of all objects broke off: ${extractComplaint(ending.stderr)}`);
	}
	stop() {
		this.#isStopped = true;
		this.#running?.stop();
	}
	rootOf(number) {
		let root = number;
		for (let base = this.#bases.get(root); base > 0; base = this.#bases.get(root)) root = base - 1;
		for (let here = number; here !== root;) {
			const next = this.#bases.get(here) - 1;
			this.#bases.set(here, root + 1);
			here = next;
		}
		return root;
	}
	#add(bytes, end) {
		for (let from = 0; from < end;) {
			const to = bytes.indexOf(LF, from);
			this.#length ||= lengthAt(bytes, from);
			const kind = from + this.#length;
			if (bytes[kind] === BLANK && !startsWith(bytes, kind, TREE)) this.#addOne(bytes, from, kind, to);
			from = to + 1;
		}
	}
	#addOne(bytes, from, kind, to) {
		const number = this.#table.add(bytes, from);
		if (this.has(number)) return;
		this.#order.set(this.#count, number);
		this.#count += 1;
		const known = OPENINGS.findIndex((opening) => startsWith(bytes, kind, opening)) + 1;
		this.#kinds.set(number, known + 1);
		if (known === 0) return;
		const size = Number.parseInt(bytes.toString("latin1", bytes.indexOf(BLANK, kind + 1) + 1, to), 10);
		this.#sizes.set(number, size);
		this.bytes += size;
		const base = to - this.#length;
		if (!isZero(bytes, base, to)) this.#bases.set(number, this.#table.add(bytes, base) + 1);
	}
};
const TREE = Buffer.from(" tr");
const OPENINGS = [
	" b",
	" c",
	" ta"
].map((opening) => Buffer.from(opening));
const FIELDS$1 = "%(objectname) %(objecttype) %(objectsize) %(deltabase)";
const LF = 10;
const BLANK = 32;
const ZERO = 48;
const USAGE = 129;
function startsWith(bytes, at, opening) {
	for (let index = 0; index < opening.length; index += 1) if (bytes[at + index] !== opening[index]) return false;
	return true;
}
function isZero(bytes, from, to) {
	let at = from;
	while (at < to && bytes[at] === ZERO) at += 1;
	return at === to;
}
// src/sources/history/parallel-reader.ts
async function* readAtOnce(git, lists) {
	const readers = lists.map((names) => readInBatches(git, names));
	const arrived = [];
	let wake = () => {};
	const ask = (reader) => {
		const arrive = (arrival) => {
			arrived.push(arrival);
			wake();
		};
		reader.next().then((result) => arrive({
			reader,
			result
		}), (error) => arrive({
			reader,
			error
		}));
	};
	try {
		for (const reader of readers) ask(reader);
		for (let reading = readers.length; reading > 0;) {
			const arrival = arrived.shift();
			if (!arrival) {
				await new Promise((resolve) => {
					wake = resolve;
				});
				continue;
			}
			if ("error" in arrival) throw arrival.error;
			if (arrival.result.done) {
				reading -= 1;
				continue;
			}
			yield arrival.result.value;
			ask(arrival.reader);
		}
	} finally {
		await Promise.all(readers.map((reader) => reader.return(void 0)));
	}
}
// src/sources/history/progress.ts
const STEPS = 200;
var Progress = class {
	#tell;
	#done = 0;
	#told = 0;
	#expected = 0;
	constructor(tell) {
		this.#tell = tell;
	}
	expect(expected) {
		this.#expected = expected;
		this.#tell(this.#done, expected);
	}
	add(done) {
		this.#done += done;
		if (this.#done - this.#told < this.#expected / STEPS) return;
		this.#told = this.#done;
		this.#tell(this.#done, this.#expected);
	}
	end() {
		if (this.#told < this.#expected) this.#tell(this.#expected, this.#expected);
	}
};
// src/sources/history/read-audit.ts
const READ = 1;
const NOT_GIVEN = 2;
var ReadAudit = class {
	#lists;
	#tally;
	#gaps;
	#marks = new Column(/* @__PURE__ */ new Uint8Array(1024));
	#bytes = new Column(/* @__PURE__ */ new Float64Array(1024));
	#missed = [];
	constructor(lists, tally, gaps) {
		this.#lists = lists;
		this.#tally = tally;
		this.#gaps = gaps;
	}
	counts(number) {
		const { walk, unreachable } = this.#lists;
		return unreachable || !walk.isWhole || walk.reaches(number);
	}
	read(number, bytes) {
		this.#marks.set(number, READ);
		this.#bytes.set(number, bytes);
	}
	miss(number, answer) {
		this.#marks.set(number, NOT_GIVEN);
		if (answer.kind === "unreadable" && answer.isPartial) this.#tally.miss(answer);
		else this.#missed.push({
			number,
			answer
		});
	}
	close() {
		for (const { number, answer } of this.#missed) if (this.counts(number)) this.#tally.miss(answer);
		const { table, store, walk } = this.#lists;
		let [expected, unread] = [0, 0];
		for (let number = 0; number < table.count; number += 1) {
			const mark = this.#marks.get(number);
			if (!store.has(number)) {
				if (walk.reaches(number)) this.#gaps.missing(table.nameOf(number));
			} else if (this.counts(number)) {
				expected += 1;
				if (mark === 0) unread += 1;
			} else if (mark === READ) this.#takeBack(number);
		}
		if (unread > 0) this.#gaps.add("miscounted", `${expected} objects were expected and ${expected - unread} were read`);
	}
	#takeBack(number) {
		const { coverage } = this.#tally;
		const kind = this.#lists.store.kindOf(number);
		const counted = kind === "commit" ? {
			commits: 1,
			texts: 1
		} : kind === "tag" ? { texts: 1 } : { blobs: 1 };
		coverage.commits -= counted.commits ?? 0;
		coverage.texts -= counted.texts ?? 0;
		coverage.blobs -= counted.blobs ?? 0;
		coverage.bytes -= this.#bytes.get(number);
	}
};
// src/sources/history/history-source.ts
const LITTLE = 4194304;
const MOST_READERS = 4;
const BATCH = 1e3;
var HistorySource = class {
	#git;
	#gaps;
	#refs;
	#table = new ObjectTable();
	#store = new Store(this.#table);
	#walk;
	#books;
	#tally;
	#whereabouts;
	#objects;
	#progress;
	#unreachable;
	#strays;
	#state = "unread";
	constructor(git, repository, refs, gaps, options) {
		const { includes, unreachable, progress } = options;
		const { commonDir, shallow } = repository;
		this.#git = git;
		this.#gaps = gaps;
		this.#refs = refs;
		this.#unreachable = unreachable;
		this.#progress = new Progress(progress ?? (() => {}));
		this.#strays = new Map(refs.strays.map(({ oid, path }) => [oid, path]));
		this.#tally = new CoverageCounter(gaps);
		const ledger = new IntroductionIndex(this.#table);
		this.#walk = new Walk(git, refs, this.#table, ledger, gaps);
		const lists = {
			table: this.#table,
			store: this.#store,
			walk: this.#walk,
			unreachable
		};
		this.#books = new ReadAudit(lists, this.#tally, gaps);
		const bringings = new HistoryIntroductions(git, gaps, this.#table, ledger, this.#walk);
		const isNotes = (path) => this.#isNotes(path);
		const around = {
			git,
			repository,
			gaps,
			includes,
			isNotes,
			bringings,
			head: headIn(refs)
		};
		this.#whereabouts = new HistoryLocator(around, (oid) => this.#unbrought(oid));
		this.#objects = new RangeObjects(refs.head ?? "", commonDir, this.#whereabouts.blobs, this.#tally, gaps);
		if (shallow.size > 0) gaps.add("missing-object", tooShallow(shallow));
	}
	async *blobs() {
		if (this.#state !== "unread") throw new Error("a history is read once");
		this.#state = "reading";
		try {
			const listing = this.#store.list(this.#git, this.#gaps);
			listing.catch(() => {});
			const walking = this.#walk.go(async () => await this.#lost(listing));
			for (const name of this.#refs.names) if (isLong(Buffer.byteLength(name))) yield {
				provenance: {
					kind: "ref",
					name
				},
				chunks: [Buffer.from(name)]
			};
			await listing;
			yield* this.#contents();
			await walking;
			for (const path of this.#walk.names) yield {
				provenance: {
					kind: "path",
					path,
					commit: null
				},
				chunks: [Buffer.from(path)]
			};
			this.#books.close();
			this.#progress.end();
			this.#state = "read";
		} finally {
			await this.#stop();
		}
	}
	async nameOf(blob) {
		const name = await this.#whereabouts.nameOf(blob);
		if (this.#state !== "reading") await this.#whereabouts.forget();
		return name;
	}
	async locate(blob, hit) {
		const sightings = await this.#whereabouts.sightingsOf(blob, hit);
		if (this.#state !== "reading") await this.#whereabouts.forget();
		return sightings;
	}
	account() {
		const gaps = [...this.#gaps.all()];
		if (this.#state !== "read") gaps.push({
			kind: "miscounted",
			detail: "reading stopped before the end of the history"
		});
		return {
			coverage: { ...this.#tally.coverage },
			gaps
		};
	}
	async *#contents() {
		this.#progress.expect(this.#store.bytes);
		const readers = this.#store.bytes < LITTLE ? 1 : Math.min(MOST_READERS, availableParallelism());
		const lists = shares(this.#store, readers).map((share) => this.#names(share));
		for await (const batch of readAtOnce(this.#git, lists)) for (const answer of batch) {
			const number = this.#table.of(answer.oid);
			if (answer.kind === "object") {
				const before = this.#tally.coverage.bytes;
				const blobs = this.#objects.in(answer);
				if (Array.isArray(blobs)) for (const blob of blobs) yield blob;
				else yield* blobs;
				this.#books.read(number, this.#tally.coverage.bytes - before);
			} else this.#books.miss(number, answer);
			this.#progress.add(this.#store.sizeOf(number));
		}
	}
	async *#names(share) {
		let names = [];
		for (const number of share) {
			if (!this.#books.counts(number)) {
				this.#progress.add(this.#store.sizeOf(number));
				continue;
			}
			names.push(this.#table.nameOf(number));
			if (names.length < BATCH) continue;
			yield names;
			names = [];
		}
		if (names.length > 0) yield names;
	}
	async #lost(listing) {
		if (!this.#unreachable) return [];
		await listing;
		return [...this.#store.numbers()].filter((number) => {
			return this.#store.kindOf(number) === "commit" && !this.#walk.reaches(number);
		}).map((number) => this.#table.nameOf(number));
	}
	async #unbrought(oid) {
		await this.#walk.over;
		const number = this.#table.of(oid);
		return number === -1 ? null : {
			counts: this.#books.counts(number),
			path: this.#strays.get(oid) ?? null
		};
	}
	#isNotes(path) {
		const number = this.#refs.hasNotes ? this.#table.of(withoutSlashes(path)) : -1;
		return number !== -1 && this.#store.kindOf(number) === "commit";
	}
	async #stop() {
		if (this.#state !== "read") this.#state = "stopped";
		this.#store.stop();
		this.#walk.stop();
		await this.#whereabouts.forget();
	}
};
function headIn({ head, anyName }) {
	return head ?? computeObjectId("tree", Buffer.alloc(0), anyName?.length === 64 ? "sha256" : "sha1");
}
function tooShallow(shallow) {
	const [first, ...more] = shallow;
	return `the clone is shallow: the history before commit ${first}${more.length > 0 ? ` and ${more.length} others` : ""} is not here (git fetch --unshallow fetches it)`;
}
// src/sources/history/refs.ts
async function listRefs(git, gaps) {
	const [listed, head] = await Promise.all([git.ask(["for-each-ref", `--format=${FIELDS}`]), git.ask([
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		"HEAD^{commit}"
	])]);
	if (listed.failed) throw createGitError(listed, "list refs");
	if (listed.code !== 0) gaps.add("unreadable", `branches and tags could not be listed in full: ${extractComplaint(listed.stderr)}`);
	const names = [];
	const strays = [];
	const trees = /* @__PURE__ */ new Set();
	for (const line of listed.stdout.split("\n").slice(0, -1)) {
		const [name = "", ...target] = line.split(" ");
		const [kind, oid = ""] = target.slice(target[2] ? 2 : 0);
		names.push(name);
		if (kind === "blob") strays.push({
			oid,
			path: null
		});
		if (kind === "tree") trees.add(oid);
	}
	for (const tree of trees) for await (const entry of listEntries(git, tree, gaps)) strays.push(entry);
	const anyName = /^\S+ \S+ (\S+)/.exec(listed.stdout)?.[1] ?? null;
	const hasNotes = names.some((name) => name.startsWith("refs/notes/"));
	return {
		names,
		head: head.stdout.trim() || null,
		anyName,
		strays,
		trees,
		hasNotes
	};
}
const FIELDS = "%(refname) %(objecttype) %(objectname) %(*objecttype) %(*objectname)";
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
