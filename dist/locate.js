import { __exportAll } from "./rolldown-runtime.js";
import { KeptObjects, NumberColumn, ObjectReader, ObjectTable, SightingList, Tree, UNNAMED, decodePath, describeUnknownCommits, describeUnreadableTree, encodePath, extractComplaint, extractHeaderTexts, extractTagText, formatRevisions, identifyWideText, listMissing, listPaths, nameCommitText, nameObjectAt, nameObjectId, namePath$1 as namePath, nameTag, openContent, quoteForMessage, readMessage, readObjects, splitCommit, splitCommitStream, splitLines, splitLongNames, splitTokens } from "./scan.js";
const createRequire = process.getBuiltinModule("node:module").createRequire;
// src/git/trees/tree-search.ts
async function findInTrees(git, commits, oids) {
	const places = /* @__PURE__ */ new Map();
	const reader = new ObjectReader(git);
	try {
		for (const commit of commits) {
			if (places.size === oids.size) break;
			const content = await reader.read(commit);
			const top = typeof content === "string" ? void 0 : /^tree ([0-9a-f]+)/.exec(content.toString("latin1"))?.[1];
			if (top !== void 0 && oids.has(top) && !places.has(top)) places.set(top, {
				commit,
				path: ""
			});
			for await (const { oid, path } of listAll(git, commit)) if (oids.has(oid) && !places.has(oid)) places.set(oid, {
				commit,
				path
			});
		}
	} finally {
		await reader.close();
	}
	return places;
}
const MAX_LISTED$1 = 1e6;
async function* listAll(git, commit) {
	const lsTree = git.start([
		"ls-tree",
		"-r",
		"-t",
		"-z",
		"--full-tree",
		commit
	]);
	let count = 0;
	try {
		for await (const token of splitTokens(lsTree.output)) {
			count += 1;
			if (count > MAX_LISTED$1) return;
			const [, oid, path] = /^\d+ \w+ ([0-9a-f]+)\t(.+)$/s.exec(token) ?? [];
			if (oid !== void 0 && path !== void 0) yield {
				oid,
				path
			};
		}
	} finally {
		lsTree.stop();
		await lsTree.exited;
	}
}
// src/messages/gaps/git/places.ts
function describeUnknownLine(id) {
	return `A key was found in object ${id}, but its line could not be read. It counts as new.`;
}
function describeUnknownOrigin(oid) {
	return `A key was found in object ${oid}, but no commit of the range adds that object.`;
}
function describeUnreadBase(count, example) {
	return `A key that the base already had may count as new: ${count === 1 ? "1 file" : `${count} files`} of the base could not be read, such as ${example}.`;
}
const UNCOUNTED_PLACES = "Not all places of the found keys are listed: one folder has too many names in these commits.";
// src/sources/locate/byte-search.ts
const MAX_WINDOW = 32;
const BLOCK = 4;
const MAX_TABLE_BITS = 22;
const MIN_TABLE_BITS = 12;
var ByteSearch = class {
	found = /* @__PURE__ */ new Set();
	#byWindow = /* @__PURE__ */ new Map();
	#window;
	#block;
	#moves;
	#longest;
	#distinct;
	#tail = Buffer.alloc(0);
	constructor(strings) {
		const texts = new Set(strings);
		this.#distinct = texts.size;
		let [shortest, longest] = [MAX_WINDOW, 1];
		for (const { length } of texts) [shortest, longest] = [Math.min(shortest, length), Math.max(longest, length)];
		this.#window = Math.max(1, shortest);
		this.#block = Math.min(BLOCK, this.#window);
		this.#longest = longest;
		for (const text of texts) this.#addText(text);
		this.#moves = this.#buildMoves();
	}
	get hasFoundAll() {
		return this.found.size === this.#distinct;
	}
	push(chunk) {
		const bytes = this.#tail.length > 0 ? Buffer.concat([this.#tail, chunk]) : chunk;
		const [moves, window, block] = [
			this.#moves,
			this.#window,
			this.#block
		];
		const mask = moves.length - 1;
		for (let end = window; end <= bytes.length;) {
			const move = moves[hashBlock(bytes, end - block, block) & mask] ?? 0;
			if (move === 0) this.#compare(bytes, end - window);
			end += move || 1;
		}
		this.#tail = bytes.subarray(Math.max(0, bytes.length - this.#longest + 1));
	}
	end() {
		this.#tail = Buffer.alloc(0);
	}
	#addText(text) {
		const window = text.slice(0, this.#window);
		const byLength = this.#byWindow.get(window) ?? /* @__PURE__ */ new Map();
		this.#byWindow.set(window, byLength);
		const alike = byLength.get(text.length) ?? /* @__PURE__ */ new Set();
		byLength.set(text.length, alike.add(text));
	}
	#buildMoves() {
		const blocks = this.#window - this.#block + 1;
		const bits = Math.ceil(Math.log2(Math.max(1, 8 * blocks * this.#byWindow.size)));
		const moves = new Uint8Array(2 ** Math.min(MAX_TABLE_BITS, Math.max(MIN_TABLE_BITS, bits))).fill(blocks);
		for (const text of this.#byWindow.keys()) {
			const bytes = Buffer.from(text, "latin1");
			for (let at = 0; at < blocks; at += 1) {
				const slot = hashBlock(bytes, at, this.#block) & moves.length - 1;
				moves[slot] = Math.min(moves[slot] ?? 0, blocks - 1 - at);
			}
		}
		return moves;
	}
	#compare(bytes, at) {
		const byLength = this.#byWindow.get(bytes.toString("latin1", at, at + this.#window));
		for (const [length, texts] of byLength ?? []) {
			const text = bytes.toString("latin1", at, at + length);
			if (texts.has(text)) this.found.add(text);
		}
	}
};
function hashBlock(bytes, at, length) {
	let value = 0;
	for (let next = at; next < at + length; next += 1) value = value << 8 | (bytes[next] ?? 0);
	const spread = Math.imul(value, 2654435761);
	return spread ^ spread >>> 15;
}
// src/sources/locate/base-contents.ts
const BATCH = 1e3;
var BaseContents = class {
	#git;
	#commit;
	#repository;
	#gaps;
	#includes;
	#wanted = [];
	#search = Promise.resolve(/* @__PURE__ */ new Set());
	#listing = null;
	#allNames = null;
	constructor({ git, commit, repository, gaps, includes }) {
		this.#git = git;
		this.#commit = commit;
		this.#repository = repository;
		this.#gaps = gaps;
		this.#includes = includes;
	}
	mayHave(length) {
		return this.#commit !== null && length > 0;
	}
	add(text) {
		this.#wanted.push(text);
	}
	async has(text) {
		const commit = this.#commit;
		if (commit === null) return false;
		const strings = this.#wanted;
		if (strings.length > 0) {
			this.#wanted = [];
			const earlier = this.#search;
			this.#search = this.#searchAll(commit, strings).then(async (found) => /* @__PURE__ */ new Set([...await earlier, ...found]));
		}
		return (await this.#search).has(text);
	}
	async hasBlob(oid) {
		return this.#commit !== null && (await this.#list(this.#commit)).blobs.has(oid);
	}
	async hasInName(text) {
		if (this.#commit === null || text === "") return false;
		const { names } = await this.#list(this.#commit);
		this.#allNames ??= [...names].join("\0");
		return this.#allNames.includes(text);
	}
	async hasName(name) {
		return this.#commit !== null && (await this.#list(this.#commit)).names.has(name);
	}
	async #list(commit) {
		const list = async () => {
			const includes = await this.#includes;
			const [blobs, names] = [new ObjectTable(), /* @__PURE__ */ new Set()];
			await listPaths(this.#git, commit, this.#gaps, ({ oid, path, type }) => {
				const unknown = splitLongNames(path).filter(({ name }) => !names.has(name));
				const isNew = type === "blob" && !blobs.has(oid);
				if (!isNew && unknown.length === 0 || !includes(path)) return;
				if (isNew) blobs.add(Buffer.from(oid, "latin1"), 0);
				for (const { name } of unknown) names.add(name);
			});
			return {
				blobs,
				names
			};
		};
		this.#listing ??= list();
		return await this.#listing;
	}
	async #searchAll(commit, strings) {
		const missing = this.#repository.isPartial ? await listMissing(this.#git, [`${commit}^{tree}`]) : /* @__PURE__ */ new Set();
		const { blobs } = await this.#list(commit);
		const oids = Array.from({ length: blobs.count }, (_, number) => blobs.oidOf(number)).filter((oid) => !missing.has(oid));
		const search = new ByteSearch(strings);
		const unread = [...missing];
		for await (const result of readObjects(this.#git, batch(oids))) {
			if (result.kind === "object") for await (const chunk of result.chunks) search.push(chunk);
			else unread.push(result.oid);
			search.end();
			if (search.hasFoundAll) return search.found;
		}
		const [first] = unread;
		if (first !== void 0) {
			const place = (await findInTrees(this.#git, [commit], /* @__PURE__ */ new Set([first]))).get(first);
			const what = place ? nameObjectAt(place) : nameObjectId(first);
			this.#gaps.add("missing-object", describeUnreadBase(unread.length, what));
		}
		return search.found;
	}
};
function* batch(oids) {
	for (let at = 0; at < oids.length; at += BATCH) yield oids.slice(at, at + BATCH);
}
// src/git/trees/tree-object.ts
const [BLANK, SLASH, FOUR, ONE, SIX] = [
	32,
	47,
	52,
	49,
	54
];
var TreeObject = class {
	count;
	hasSlashes;
	#bytes;
	#hashBytes;
	#starts;
	#isSorted;
	constructor(bytes, hashBytes) {
		this.#bytes = bytes;
		this.#hashBytes = hashBytes;
		const starts = [0];
		for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, starts.at(-1))) {
			if (end + 1 + hashBytes > bytes.length) break;
			starts.push(end + 1 + hashBytes);
		}
		this.#starts = Int32Array.from(starts);
		this.count = starts.length - 1;
		let isSorted = true;
		for (let at = 1; at < this.count; at += 1) isSorted &&= this.#compare(at - 1, this, at) < 0;
		this.#isSorted = isSorted;
		this.hasSlashes = this.#findSlash();
	}
	get(at) {
		const nameStart = this.#nameStartOf(at);
		const end = this.#startOf(at + 1) - this.#hashBytes;
		const oid = this.#bytes.toString("hex", end, end + this.#hashBytes);
		return {
			kind: this.#kindOf(at),
			name: this.#bytes.subarray(nameStart, end - 1),
			oid
		};
	}
	hasSameObject(at, other, otherAt) {
		const [end, otherEnd] = [this.#startOf(at + 1), other.#startOf(otherAt + 1)];
		const [from, otherFrom] = [end - this.#hashBytes, otherEnd - other.#hashBytes];
		return countCommonBytes(this.#bytes, from, other.#bytes, otherFrom, this.#hashBytes) === this.#hashBytes;
	}
	match(other) {
		const matches = new Int32Array(this.count).fill(-1);
		if (!this.#isSorted || !other.#isSorted) return this.#matchByName(other, matches);
		const first = this.#countSameStart(other);
		const last = this.#countSameEnd(other, Math.min(this.count, other.count) - first);
		const [end, otherEnd] = [this.count - last, other.count - last];
		for (let at = 0; at < first; at += 1) matches[at] = at;
		for (let at = end; at < this.count; at += 1) matches[at] = at + otherEnd - end;
		let next = first;
		for (let at = first; at < end; at += 1) {
			let order = -1;
			while (next < otherEnd && (order = other.#compare(next, this, at)) < 0) next += 1;
			if (next < otherEnd && order === 0) matches[at] = next;
		}
		return matches;
	}
	#countSameStart(other) {
		const [bytes, others] = [this.#entryBytes(), other.#entryBytes()];
		let [same, most] = [0, Math.min(bytes.length, others.length)];
		while (same < most) {
			const middle = same + most + 1 >> 1;
			if (bytes.compare(others, same, middle, same, middle) === 0) same = middle;
			else most = middle - 1;
		}
		let [low, high] = [0, Math.min(this.count, other.count)];
		while (low < high) {
			const middle = low + high + 1 >> 1;
			if (this.#startOf(middle) <= same) low = middle;
			else high = middle - 1;
		}
		return low;
	}
	#countSameEnd(other, limit) {
		const [bytes, others] = [this.#entryBytes(), other.#entryBytes()];
		let count = 0;
		for (let step = limit; step > 0; step = Math.floor(step / 2)) while (count + step <= limit) {
			const [from, to] = [this.#startOf(this.count - count - step), this.#startOf(this.count - count)];
			const otherFrom = other.#startOf(other.count - count - step);
			const otherTo = other.#startOf(other.count - count);
			if (to - from !== otherTo - otherFrom || bytes.compare(others, otherFrom, otherTo, from, to) !== 0) break;
			count += step;
		}
		return count;
	}
	#entryBytes() {
		return this.#bytes.subarray(0, this.#startOf(this.count));
	}
	find(name, isFolder) {
		if (this.#isSorted) {
			const at = this.#search(name, isFolder);
			return at === -1 ? [] : [this.get(at)];
		}
		return Array.from({ length: this.count }, (_, at) => this.get(at)).filter((item) => item.kind === "tree" === isFolder && item.name.equals(name));
	}
	#search(name, isFolder) {
		let [low, high] = [0, this.count];
		while (low < high) {
			const middle = low + high >> 1;
			const order = this.#compareName(middle, name, isFolder);
			if (order === 0) return middle;
			if (order < 0) low = middle + 1;
			else high = middle;
		}
		return -1;
	}
	#matchByName(other, matches) {
		const byName = /* @__PURE__ */ new Map();
		for (let at = 0; at < other.count; at += 1) {
			const name = other.#keyOf(at);
			const known = byName.get(name);
			if (known) known.push(at);
			else byName.set(name, [at]);
		}
		for (let at = 0; at < this.count; at += 1) {
			const named = byName.get(this.#keyOf(at)) ?? [];
			const same = named.find((one) => this.hasSameObject(at, other, one));
			matches[at] = same ?? named[0] ?? -1;
		}
		return matches;
	}
	#findSlash() {
		let slash = this.#bytes.indexOf(SLASH);
		for (let at = 0; at < this.count && slash !== -1; at += 1) {
			if (slash >= this.#startOf(at + 1)) continue;
			if (slash < this.#startOf(at + 1) - this.#hashBytes) return true;
			slash = this.#bytes.indexOf(SLASH, this.#startOf(at + 1));
		}
		return false;
	}
	#keyOf(at) {
		const { kind, name } = this.get(at);
		return `${kind === "tree" ? "/" : ""}${name.toString("latin1")}`;
	}
	#startOf(at) {
		return this.#starts[at] ?? 0;
	}
	#kindOf(at) {
		const start = this.#startOf(at);
		const first = this.#bytes[start] === 48 ? start + 1 : start;
		if (this.#bytes[first] === FOUR) return "tree";
		return this.#bytes[first] === ONE && this.#bytes[first + 1] === SIX ? "commit" : "blob";
	}
	#compare(at, other, otherAt) {
		const [start, otherStart] = [this.#nameStartOf(at), other.#nameStartOf(otherAt)];
		const [end, otherEnd] = [this.#startOf(at + 1) - this.#hashBytes - 1, other.#startOf(otherAt + 1) - other.#hashBytes - 1];
		const limit = Math.min(end - start, otherEnd - otherStart);
		const common = countCommonBytes(this.#bytes, start, other.#bytes, otherStart, limit);
		const next = (bytes, from, to, isTree) => from < to ? bytes[from] ?? 0 : isTree && from === to ? SLASH : 0;
		return next(this.#bytes, start + common, end, this.#kindOf(at) === "tree") - next(other.#bytes, otherStart + common, otherEnd, other.#kindOf(otherAt) === "tree");
	}
	#compareName(at, name, isFolder) {
		const start = this.#nameStartOf(at);
		const end = this.#startOf(at + 1) - this.#hashBytes - 1;
		const common = countCommonBytes(this.#bytes, start, name, 0, Math.min(end - start, name.length));
		const own = start + common < end ? this.#bytes[start + common] ?? 0 : this.#kindOf(at) === "tree" ? SLASH : -1;
		const other = common < name.length ? name[common] ?? 0 : isFolder ? SLASH : -1;
		if (own !== SLASH || other !== SLASH) return own - other;
		return Math.max(0, end - start - common - 1) - Math.max(0, name.length - common - 1);
	}
	#nameStartOf(at) {
		let start = this.#startOf(at);
		while (start < this.#bytes.length && this.#bytes[start] !== BLANK) start += 1;
		return start + 1;
	}
};
function countCommonBytes(bytes, start, others, otherStart, limit) {
	let count = 0;
	while (count < limit && bytes[start + count] === others[otherStart + count]) count += 1;
	return count;
}
// src/git/trees/tree-reader.ts
const MAX_KEPT_BYTES$1 = 33554432;
const MAX_ROOTS = 1e4;
const LEAD = /^(?:tree|object) ([0-9a-f]{40,64})\n/;
var TreeReader = class {
	#reader;
	#gaps;
	#kept = /* @__PURE__ */ new Map();
	#roots = /* @__PURE__ */ new Map();
	#keptBytes = 0;
	constructor(reader, gaps) {
		this.#reader = reader;
		this.#gaps = gaps;
	}
	async read(oid) {
		const known = this.#kept.get(oid);
		if (known) {
			this.#kept.delete(oid);
			this.#kept.set(oid, known);
			return known.tree;
		}
		const content = await this.#reader.read(oid);
		if (typeof content === "string") {
			this.#gaps.add("unreadable", describeUnreadableTree(oid), { cause: "damaged" });
			return null;
		}
		const tree = new TreeObject(content, oid.length / 2);
		this.#keep(oid, tree, content.length);
		return tree;
	}
	add(commit, root, content) {
		this.#addRoot(commit, root);
		if (content && !this.#kept.has(root)) this.#keep(root, new TreeObject(content, root.length / 2), content.length);
	}
	async findRoot(oid) {
		const known = this.#roots.get(oid);
		if (known !== void 0) return known;
		let root = oid;
		for (let lead = oid; lead !== void 0;) {
			root = lead;
			const content = await this.#reader.read(lead);
			if (typeof content === "string") {
				this.#gaps.add("unreadable", describeUnreadableTree(oid), { cause: "damaged" });
				root = null;
				break;
			}
			lead = LEAD.exec(content.toString("latin1", 0, 80))?.[1];
		}
		this.#addRoot(oid, root);
		return root;
	}
	#addRoot(commit, root) {
		if (this.#roots.size >= MAX_ROOTS) this.#roots.clear();
		this.#roots.set(commit, root);
	}
	#keep(oid, tree, bytes) {
		this.#kept.set(oid, {
			tree,
			bytes
		});
		this.#keptBytes += bytes;
		for (const [oldest, { bytes: freed }] of this.#kept) {
			if (this.#keptBytes <= MAX_KEPT_BYTES$1 || oldest === oid) break;
			this.#kept.delete(oldest);
			this.#keptBytes -= freed;
		}
	}
};
// src/sources/locate/commit-metadata.ts
const UNKNOWN = {
	author: null,
	at: null
};
const MOST_KNOWN = 1e4;
var CommitMetadataReader = class {
	#objects;
	#known = /* @__PURE__ */ new Map();
	constructor(objects) {
		this.#objects = objects;
	}
	async read(commits) {
		const asked = [...new Set(commits)];
		if (this.#known.size + asked.length > MOST_KNOWN) this.#known = /* @__PURE__ */ new Map();
		const unknown = asked.filter((commit) => !this.#known.has(commit));
		const known = this.#known;
		for await (const { oid, chunks } of this.#objects.readAll(unknown)) {
			const { headers } = await splitCommitStream(chunks);
			known.set(oid, parseCommitMetadata(headers));
		}
		return (commit) => known.get(commit) ?? UNKNOWN;
	}
};
function parseCommitMetadata(commit) {
	const { headers } = splitCommit(commit);
	const encoding = /^encoding (.+)$/m.exec(headers.toString("latin1"))?.[1];
	const text = createDecoder(encoding).decode(headers);
	const author = /^(?:author|tagger) (.*?) ?<[^\n]*$/m.exec(text)?.[1];
	const seconds = /^(?:committer|tagger) [^\n]*> (-?\d+) [+-]\d+$/m.exec(text)?.[1];
	const at = seconds === void 0 ? null : /* @__PURE__ */ new Date(Number(seconds) * 1e3);
	return {
		author: author || null,
		at: at && !Number.isNaN(at.getTime()) ? at : null
	};
}
function createDecoder(encoding) {
	try {
		return new TextDecoder(encoding);
	} catch {
		return new TextDecoder();
	}
}
var AuthorSearch = class {
	#range;
	#objects;
	#commits = null;
	constructor(range, objects) {
		this.#range = range;
		this.#objects = objects;
	}
	async findAlike(commit) {
		this.#commits ??= this.#groupByPeople();
		return (await this.#commits).get(commit) ?? [commit];
	}
	async #groupByPeople() {
		const byPeople = /* @__PURE__ */ new Map();
		const byCommit = /* @__PURE__ */ new Map();
		const oids = [];
		for await (const batch of this.#range.list()) for (const { commit } of batch) oids.push(commit);
		for await (const { oid, chunks } of this.#objects.readAll(oids)) {
			const people = extractHeaderTexts((await splitCommitStream(chunks)).headers).people.toString("latin1");
			const commits = byPeople.get(people) ?? [];
			if (commits.length === 0) byPeople.set(people, commits);
			commits.push(oid);
			byCommit.set(oid, commits);
		}
		return byCommit;
	}
};
// \0stub:src/git/trees/tree-diff.ts
let late = null;
const load = () => late ??= createRequire(import.meta.url)("./findings.js");
const listTreeChanges = (...args) => load().listTreeChanges(...args);
// src/sources/locate/path-table.ts
const MAX_BYTES = 201326592;
const FIRST_SLOTS = 2048;
var PathTable = class {
	isFull = false;
	count = 0;
	#bytes = Buffer.alloc(65536);
	#ends = /* @__PURE__ */ new Float64Array(1024);
	#slots = new Int32Array(FIRST_SLOTS);
	add(bytes, from, to) {
		if (this.count * 2 >= this.#slots.length) this.#growSlots();
		const slot = this.#findSlot(bytes, from, to);
		const known = (this.#slots[slot] ?? 0) - 1;
		if (known >= 0) return known;
		const start = this.#startOf(this.count);
		const end = start + to - from;
		if (end > MAX_BYTES) {
			this.isFull = true;
			return Math.max(0, this.count - 1);
		}
		this.#reserve(end);
		bytes.copy(this.#bytes, start, from, to);
		this.#ends[this.count] = end;
		this.count += 1;
		this.#slots[slot] = this.count;
		return this.count - 1;
	}
	get(number) {
		return decodePath(this.#bytes.subarray(this.#startOf(number), this.#ends[number] ?? 0));
	}
	#startOf(number) {
		return number === 0 ? 0 : this.#ends[number - 1] ?? 0;
	}
	#findSlot(bytes, from, to) {
		const mask = this.#slots.length - 1;
		for (let slot = hashBytes(bytes, from, to) & mask;; slot = slot + 1 & mask) {
			const known = (this.#slots[slot] ?? 0) - 1;
			if (known < 0 || this.#isEqual(known, bytes, from, to)) return slot;
		}
	}
	#isEqual(number, bytes, from, to) {
		const start = this.#startOf(number);
		if ((this.#ends[number] ?? 0) - start !== to - from) return false;
		for (let index = to - from - 1; index >= 0; index -= 1) if (this.#bytes[start + index] !== bytes[from + index]) return false;
		return true;
	}
	#reserve(bytes) {
		if (bytes > this.#bytes.length) {
			const larger = Buffer.alloc(Math.max(bytes, Math.min(MAX_BYTES, this.#bytes.length * 2)));
			this.#bytes.copy(larger);
			this.#bytes = larger;
		}
		if (this.count < this.#ends.length) return;
		const ends = new Float64Array(this.#ends.length * 2);
		ends.set(this.#ends);
		this.#ends = ends;
	}
	#growSlots() {
		this.#slots = new Int32Array(this.#slots.length * 2);
		for (let number = 0; number < this.count; number += 1) this.#slots[this.#findSlot(this.#bytes, this.#startOf(number), this.#ends[number] ?? 0)] = number + 1;
	}
};
function hashBytes(bytes, from, to) {
	let hash = SEED;
	for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 16777619);
	return (hash ^ hash >>> 15) >>> 0;
}
const SEED = Math.floor(Math.random() * 2147483647);
// src/sources/locate/introduction-index.ts
const MAX_INTRODUCTIONS = 6e6;
var IntroductionIndex = class {
	isFull = false;
	#table;
	#limit;
	#count = 0;
	#paths = new PathTable();
	#blobs = new NumberColumn(/* @__PURE__ */ new Int32Array(1024));
	#commits = new NumberColumn(/* @__PURE__ */ new Int32Array(1024));
	#signedPaths = new NumberColumn(/* @__PURE__ */ new Int32Array(1024));
	#previous = new NumberColumn(/* @__PURE__ */ new Int32Array(1024));
	#latest = new NumberColumn(/* @__PURE__ */ new Int32Array(1024));
	constructor(table, limit = MAX_INTRODUCTIONS) {
		this.#table = table;
		this.#limit = limit;
	}
	addPath(bytes, from = 0, to = bytes.length) {
		return this.#paths.add(bytes, from, to) + 1;
	}
	get pathCount() {
		return this.#paths.count;
	}
	add(blob, commit, path, isNew) {
		if (this.#count >= this.#limit || this.#paths.isFull) {
			this.isFull = true;
			return;
		}
		this.#count += 1;
		this.#blobs.set(this.#count, blob);
		this.#commits.set(this.#count, commit);
		this.#signedPaths.set(this.#count, isNew ? -path : path);
		this.#previous.set(this.#count, this.#latest.get(blob));
		this.#latest.set(blob, this.#count);
	}
	*listOf(blob) {
		if (blob === -1) return;
		let count = 0;
		for (let row = this.#latest.get(blob); row > 0; row = this.#previous.get(row)) count += 1;
		const rows = new Int32Array(count);
		for (let row = this.#latest.get(blob); row > 0; row = this.#previous.get(row)) rows[--count] = row;
		const oid = this.#table.oidOf(blob);
		for (const row of rows) yield this.#get(row, oid);
	}
	*listAll() {
		for (let row = 1; row <= this.#count; row += 1) yield this.#get(row, this.#table.oidOf(this.#blobs.get(row)));
	}
	#get(row, oid) {
		const signedPath = this.#signedPaths.get(row);
		const path = this.#paths.get(Math.abs(signedPath) - 1);
		return {
			oid,
			commit: this.#table.oidOf(this.#commits.get(row)),
			path,
			isNew: signedPath < 0
		};
	}
};
// src/sources/locate/objects/range-commits.ts
const MAX_KEPT_BYTES = 16777216;
var RangeCommits = class {
	complaint = null;
	#git;
	#range;
	#kept = null;
	constructor(git, range) {
		this.#git = git;
		this.#range = range;
	}
	async *list() {
		const output = this.#kept ?? this.#read();
		for await (const lines of splitLines(toStream$1(output))) yield lines.flatMap(parseLine);
	}
	async *#read() {
		const options = [
			"--reverse",
			"--topo-order",
			"--format=%H %T %P",
			"--encoding=UTF-8",
			...formatRevisions(this.#range)
		];
		const revList = this.#git.start([
			"rev-list",
			...options,
			"--"
		]);
		const chunks = [];
		let bytes = 0;
		let isWhole = false;
		try {
			for await (const chunk of revList.output) {
				bytes += chunk.length;
				if (bytes <= MAX_KEPT_BYTES) chunks.push(chunk);
				yield chunk;
			}
			const { code, stderr } = await revList.exited;
			if (code !== 0) this.complaint = extractComplaint(stderr);
			else if (bytes <= MAX_KEPT_BYTES) this.#kept = chunks;
			isWhole = true;
		} finally {
			if (!isWhole) revList.stop();
		}
	}
};
function parseLine(line) {
	const [commit = "", tree = "", ...parents] = line.trimEnd().split(" ");
	return commit === "commit" ? [] : [{
		commit,
		tree,
		parents
	}];
}
async function* toStream$1(chunks) {
	yield* chunks;
}
// src/sources/locate/introductions.ts
const MAX_REPEATED_STEPS = 1e6;
var Introductions = class {
	#git;
	#commits;
	#objects;
	#ownsObjects;
	#gaps;
	#maxRemembered;
	#remembered = null;
	#found = /* @__PURE__ */ new Map();
	#isCut = false;
	constructor(git, range, gaps, maxRemembered, shared) {
		this.#git = git;
		this.#commits = shared?.commits ?? new RangeCommits(git, range);
		this.#objects = shared?.objects ?? new KeptObjects(git);
		this.#ownsObjects = shared === void 0;
		this.#gaps = gaps;
		this.#maxRemembered = maxRemembered;
	}
	async find(oid) {
		const remembered = await this.#remember();
		if (remembered) return remembered.index.listOf(remembered.table.find(oid));
		const found = this.#found.get(oid) ?? this.#walkFor(oid);
		this.#found.set(oid, found);
		return await found;
	}
	async *list() {
		const remembered = await this.#remember();
		if (remembered) yield* remembered.index.listAll();
		else for await (const change of this.#walk()) yield toIntroduction(change);
	}
	async #remember() {
		this.#remembered ??= this.#rememberAll();
		return await this.#remembered;
	}
	async #rememberAll() {
		const table = new ObjectTable();
		const index = new IntroductionIndex(table, this.#maxRemembered);
		for await (const change of this.#walk()) {
			const [blob, commit] = [nameBlob(change), change.commit].map((oid) => table.add(Buffer.from(oid, "latin1"), 0));
			index.add(blob ?? 0, commit ?? 0, index.addPath(change.path), change.isNew);
			if (index.isFull) return null;
		}
		return {
			table,
			index
		};
	}
	async #walkFor(wanted) {
		const found = [];
		for await (const change of this.#walk()) if (change.oid === wanted) found.push(toIntroduction(change));
		return found;
	}
	async *#walk() {
		const trees = new TreeReader(this.#objects, this.#gaps);
		const budget = { left: MAX_REPEATED_STEPS };
		try {
			for await (const { commit, tree, parents, content } of this.#listWithTrees()) {
				trees.add(commit, tree, content);
				const root = await trees.findRoot(commit);
				const others = [];
				for (const parent of parents) others.push(await trees.findRoot(parent));
				if (root === null || others.includes(root)) continue;
				for await (const change of listTreeChanges(trees, root, others, budget)) yield {
					...change,
					commit
				};
			}
		} finally {
			if (this.#ownsObjects) await this.#objects.close();
		}
		if (budget.left <= 0) this.#reportCut();
	}
	async *#listWithTrees() {
		const waiting = [];
		const list = this.#commits.list();
		const names = async function* () {
			for await (const commits of list) {
				for (const commit of commits) waiting.push(commit);
				yield commits.map(({ tree }) => tree);
			}
		};
		if (this.#ownsObjects || this.#objects.isFull) for await (const result of readObjects(this.#git, names())) {
			if (result.kind !== "object") continue;
			const content = await joinContent(result.chunks);
			for (let next = waiting.shift(); next; next = waiting.shift()) {
				const isOwn = next.tree === result.oid;
				yield {
					...next,
					content: isOwn ? content : null
				};
				if (isOwn) break;
			}
		}
		else for await (const commits of list) for (const commit of commits) yield {
			...commit,
			content: null
		};
		for (const commit of waiting) yield {
			...commit,
			content: null
		};
		const { complaint } = this.#commits;
		if (complaint !== null) this.#gaps.add("unreadable", describeUnknownCommits(complaint), { cause: "damaged" });
	}
	#reportCut() {
		if (this.#isCut) return;
		this.#isCut = true;
		this.#gaps.add("miscounted", UNCOUNTED_PLACES, { cause: "fault" });
	}
};
function toIntroduction(change) {
	const { commit, path, isNew } = change;
	return {
		oid: nameBlob(change),
		commit,
		path: decodePath(path),
		isNew
	};
}
async function joinContent(chunks) {
	const parts = [];
	for await (const chunk of chunks) parts.push(chunk);
	return Buffer.concat(parts);
}
function nameBlob({ kind, oid }) {
	return kind === "blob" ? oid : "0".repeat(oid.length);
}
// src/sources/locate/line-index.ts
var line_index_exports = /* @__PURE__ */ __exportAll({ LineIndex: () => LineIndex });
const LF = 10;
const KEPT_BYTES = 4194304;
const PIECE_BYTES = 16384;
var LineIndex = class {
	bytesRead = 0;
	#firstBytes = Buffer.alloc(0);
	#pieces = [];
	#collected = [];
	#collectedBytes = 0;
	#latest = null;
	push(chunk) {
		if (this.#firstBytes.length < 64) {
			const more = chunk.subarray(0, 64 - this.#firstBytes.length);
			this.#firstBytes = Buffer.concat([this.#firstBytes, more]);
		}
		this.bytesRead += chunk.length;
		this.#collected.push(chunk);
		this.#collectedBytes += chunk.length;
		if (this.#collectedBytes >= PIECE_BYTES) this.#addPieces();
		for (let next = this.#pieces[1]; next && this.bytesRead - next.offset >= KEPT_BYTES; next = this.#pieces[1]) {
			next.start = this.#findStart(1);
			this.#pieces.shift();
		}
	}
	locate(offset, length) {
		if (this.#collectedBytes > 0) this.#addPieces();
		const at = this.#findPiece(offset);
		const piece = this.#pieces[at];
		if (!piece || offset + length > this.bytesRead) return null;
		const start = this.#findStart(at);
		const latest = this.#latest;
		const from = latest && latest.offset >= start.offset && latest.offset <= offset ? latest : start;
		const cursor = advance(from, sliceOf(piece, from.offset, offset), identifyWideText(this.#firstBytes));
		this.#latest = cursor;
		return {
			line: cursor.line,
			column: Math.max(1, cursor.units + 1),
			bytes: this.#read(at, offset, offset + length)
		};
	}
	#addPieces() {
		const bytes = Buffer.concat(this.#collected);
		const offset = this.bytesRead - bytes.length;
		for (let from = 0; from < bytes.length; from += PIECE_BYTES) this.#pieces.push({
			offset: offset + from,
			bytes: bytes.subarray(from, from + PIECE_BYTES),
			start: null
		});
		this.#collected = [];
		this.#collectedBytes = 0;
	}
	#findPiece(offset) {
		let [low, high] = [0, this.#pieces.length];
		while (low < high) {
			const middle = low + high >> 1;
			if ((this.#pieces[middle]?.offset ?? 0) <= offset) low = middle + 1;
			else high = middle;
		}
		return low - 1;
	}
	#findStart(at) {
		let known = at;
		while (known > 0 && !this.#pieces[known]?.start) known -= 1;
		const first = {
			offset: 0,
			line: 1,
			units: hasByteOrderMark(this.#firstBytes) ? -1 : 0,
			unit: 0
		};
		let start = this.#pieces[known]?.start ?? first;
		for (let next = known; next < at; next += 1) {
			const piece = this.#pieces[next];
			if (piece) start = advance(start, piece.bytes, identifyWideText(this.#firstBytes));
			const following = this.#pieces[next + 1];
			if (following) following.start = start;
		}
		return start;
	}
	#read(first, from, to) {
		const parts = [];
		for (let at = first; at < this.#pieces.length; at += 1) {
			const piece = this.#pieces[at];
			if (!piece || piece.offset >= to) break;
			parts.push(sliceOf(piece, from, to));
		}
		return Buffer.concat(parts);
	}
};
function sliceOf({ offset, bytes }, from, to) {
	return bytes.subarray(Math.max(0, from - offset), Math.max(0, to - offset));
}
function hasByteOrderMark([a, b, c, d]) {
	if (a === 0 && b === 0 && c === 254 && d === 255) return true;
	return a === 255 && b === 254 || a === 254 && b === 255 || a === 239 && b === 187 && c === 191;
}
function advance(cursor, bytes, wide) {
	return wide ? advanceWide(cursor, bytes, wide) : advanceUtf8(cursor, bytes);
}
function advanceUtf8({ offset, line, units, unit }, bytes) {
	let from = 0;
	for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, from)) {
		line += 1;
		units = 0;
		from = at + 1;
	}
	for (let at = from; at < bytes.length; at += 1) {
		const byte = bytes[at] ?? 0;
		if ((byte & 192) !== 128) units += byte >= 240 ? 2 : 1;
	}
	return {
		offset: offset + bytes.length,
		line,
		units,
		unit
	};
}
function advanceWide({ offset, line, units, unit }, bytes, { width, isBigEndian }) {
	for (const byte of bytes) {
		const index = offset % width;
		offset += 1;
		unit = (index === 0 ? 0 : unit) + byte * 256 ** (isBigEndian ? width - 1 - index : index);
		if (index < width - 1) continue;
		line += unit === LF ? 1 : 0;
		units = unit === LF ? 0 : units + (unit > 65535 ? 2 : 1);
	}
	return {
		offset,
		line,
		units,
		unit
	};
}
// src/sources/locate/positions.ts
var Positions = class {
	#base;
	#gaps;
	#reader = new PositionReader();
	#spellings = /* @__PURE__ */ new Map();
	#deferred = /* @__PURE__ */ new WeakMap();
	constructor(base, gaps) {
		this.#base = base;
		this.#gaps = gaps;
	}
	async locate({ oid, id, open }, hit) {
		const { encoding, member, offset, length } = hit;
		if (member !== null) return {
			line: null,
			column: null,
			encoding,
			member,
			preexisting: await this.#base.hasBlob(oid)
		};
		const position = await this.#reader.locate(id, open, offset, length);
		if (!position) {
			this.#gaps.add("unreadable", describeUnknownLine(id), { cause: "cut-short" });
			return {
				line: null,
				column: null,
				encoding,
				member,
				preexisting: false
			};
		}
		const { line, column, bytes } = position;
		const found = {
			line,
			column,
			encoding,
			member,
			preexisting: false
		};
		return this.#base.mayHave(bytes.length) ? {
			...found,
			spelling: this.#spell(bytes)
		} : found;
	}
	async complete(sightings) {
		const complete = [];
		for (const sighting of sightings) {
			const { spelling, ...rest } = sighting;
			const text = spelling && this.#deferred.get(spelling);
			complete.push(text === void 0 ? sighting : {
				...rest,
				preexisting: await this.#base.has(text)
			});
		}
		return complete;
	}
	#spell(bytes) {
		const text = bytes.toString("latin1");
		const known = this.#spellings.get(text);
		if (known) return known;
		const spelling = {};
		this.#spellings.set(text, spelling);
		this.#base.add(text);
		this.#deferred.set(spelling, text);
		return spelling;
	}
	async close() {
		await this.#reader.close();
	}
};
function openAgain(content, read) {
	return Array.isArray(content) && content.length > 0 ? toStream(content) : read();
}
async function* toStream(chunks) {
	yield* chunks;
}
var PositionReader = class {
	#current = null;
	async locate(id, open, offset, length) {
		const previous = this.#current;
		const current = previous?.id === id ? previous : {
			id,
			text: new ReopenedText(open)
		};
		this.#current = current;
		if (previous !== current) await previous?.text.close();
		return await current.text.locate(offset, length);
	}
	async close() {
		const current = this.#current;
		this.#current = null;
		await current?.text.close();
	}
};
var ReopenedText = class {
	#open;
	#index = new LineIndex();
	#chunks = null;
	#previous = Promise.resolve();
	constructor(open) {
		this.#open = open;
	}
	locate(offset, length) {
		const position = this.#previous.then(async () => await this.#locate(offset, length));
		this.#previous = position.catch(() => {});
		return position;
	}
	async close() {
		await this.#previous;
		await this.#restart();
	}
	async #locate(offset, length) {
		const position = await this.#readTo(offset, length);
		if (position || this.#index.bytesRead < offset + length) return position;
		await this.#restart();
		return await this.#readTo(offset, length);
	}
	async #restart() {
		await this.#chunks?.return?.();
		this.#chunks = null;
		this.#index = new LineIndex();
	}
	async #readTo(offset, length) {
		this.#chunks ??= this.#open()[Symbol.asyncIterator]();
		while (this.#index.bytesRead < offset + length) {
			const { done, value } = await this.#chunks.next();
			if (done) return null;
			this.#index.push(value);
		}
		return this.#index.locate(offset, length);
	}
};
// src/sources/locate/blob-locator.ts
function createLocatorContext(located, reader, introductions) {
	const { git, repository, range, gaps, includes } = located;
	const commits = new RangeCommits(git, range);
	const trees = new TreeReader(reader, gaps);
	const base = new BaseContents({
		git,
		commit: range.base,
		repository,
		gaps,
		includes
	});
	return {
		...located,
		isRange: introductions === void 0,
		reader,
		commits,
		introductions: introductions ?? new Introductions(git, range, gaps, void 0, {
			commits,
			objects: reader
		}),
		metadata: new CommitMetadataReader(reader),
		base,
		positions: new Positions(base, gaps),
		head: new Tree(trees, range.head),
		baseTree: range.base === null ? null : new Tree(trees, range.base)
	};
}
const UNPLACED = {
	where: "file",
	line: null,
	column: null,
	encoding: "plain",
	member: null,
	preexisting: false
};
const MAX_REMEMBERED = 100;
var BlobLocator = class {
	#context;
	#lfsContents = /* @__PURE__ */ new Map();
	#places = /* @__PURE__ */ new Map();
	constructor(context) {
		this.#context = context;
	}
	addLfsContent(oid, content) {
		this.#lfsContents.set(oid, content);
	}
	async findPath(oid) {
		const { isKnown, path } = await this.#findPlaces(oid);
		return isKnown ? path : nameObjectId(oid);
	}
	async nameOf(oid) {
		const { isKnown, path } = await this.#findPlaces(oid);
		if (!isKnown) return { name: nameObjectId(oid) };
		return path === null ? null : namePath(path);
	}
	async describe(oid) {
		const { isKnown, places } = await this.#findPlaces(oid);
		const [first] = places;
		if (!isKnown) return { name: UNNAMED };
		return first && first.path !== null && first.commit !== null ? {
			name: nameObjectAt({
				path: first.path,
				commit: first.commit
			}),
			path: first.path
		} : null;
	}
	async locate(oid, hit, content = []) {
		const { gaps, positions } = this.#context;
		const { isKnown, path, places } = await this.#findPlaces(oid);
		if (isKnown && path === null) return [];
		const position = await positions.locate(this.#describeText(oid, content), hit);
		if (isKnown) return places.map((place) => ({
			...place,
			...position
		}));
		gaps.add("miscounted", describeUnknownOrigin(oid), { cause: "fault" });
		return [{
			...position,
			where: "file",
			path: null,
			commit: null,
			author: null,
			at: null,
			inHead: false
		}];
	}
	async #findPlaces(oid) {
		const blob = this.#gitOid(oid);
		const known = this.#places.get(blob) ?? this.#listPlaces(blob);
		if (this.#places.size >= MAX_REMEMBERED) this.#places.clear();
		this.#places.set(blob, known);
		return await known;
	}
	async #listPlaces(blob) {
		const { introductions, metadata, head } = this.#context;
		const includes = await this.#context.includes;
		let isKnown = false;
		const commits = /* @__PURE__ */ new Set();
		for (const { commit, path } of await introductions.find(blob)) {
			isKnown = true;
			if (includes(path)) commits.add(commit);
		}
		const metadataOf = await metadata.read([...commits]);
		const list = new SightingList();
		for (const { commit, path } of commits.size > 0 ? await introductions.find(blob) : []) {
			if (!includes(path)) continue;
			const inHead = await head.has({
				oid: blob,
				path
			});
			list.add({
				...UNPLACED,
				...metadataOf(commit),
				commit,
				path,
				inHead
			});
		}
		const places = list.list();
		return {
			isKnown,
			path: places[0]?.path ?? null,
			places
		};
	}
	#gitOid(oid) {
		return this.#lfsContents.get(oid)?.pointer ?? oid;
	}
	#describeText(oid, content) {
		const lfs = this.#lfsContents.get(oid);
		const open = () => lfs ? openContent(lfs.file) : openAgain(content, () => this.#context.reader.stream(oid));
		return {
			oid: this.#gitOid(oid),
			id: oid,
			open
		};
	}
};
// src/sources/locate/path-introductions.ts
const MAX_LISTED = 200;
var PathIntroductions = class {
	#context;
	#index = null;
	constructor(context) {
		this.#context = context;
	}
	async locate(name, { encoding, offset, length }) {
		this.#index ??= this.#buildIndex();
		const index = await this.#index;
		const { base, head, metadata } = this.#context;
		const key = decodePath(encodePath(name).subarray(offset, offset + length));
		const rest = {
			line: null,
			column: null,
			encoding,
			member: null,
			preexisting: await base.hasInName(key)
		};
		const list = new SightingList();
		for (const part of name.split("/")) {
			const { listed, unlisted } = index.get(part) ?? {
				listed: [],
				unlisted: 0
			};
			const metadataOf = await metadata.read(listed.map(({ commit }) => commit));
			for (const { commit, path } of listed) {
				if (await this.#isInBase(part, path)) continue;
				list.add({
					where: "path",
					path,
					commit,
					...metadataOf(commit),
					...rest,
					inHead: await head.hasPath(path)
				});
			}
			const [last] = listed.slice(-1);
			if (last && unlisted > 0) {
				const others = {
					...last,
					...metadataOf(last.commit),
					...rest,
					inHead: true,
					unlisted: unlisted - 1
				};
				list.add({
					where: "path",
					...others
				});
			}
		}
		return list.list();
	}
	async #buildIndex() {
		const includes = await this.#context.includes;
		const introduced = /* @__PURE__ */ new Map();
		const known = new PathTable();
		for await (const { commit, path, isNew } of this.#context.introductions.list()) {
			if (!isNew) continue;
			const parts = splitLongNames(path);
			if (parts.length === 0 || !includes(path)) continue;
			for (const { name, prefix } of parts) {
				const number = known.count;
				const bytes = encodePath(prefix);
				if (known.add(bytes, 0, bytes.length) !== number) continue;
				const paths = introduced.get(name) ?? {
					listed: [],
					unlisted: 0
				};
				introduced.set(name, paths);
				if (paths.listed.length < MAX_LISTED) paths.listed.push({
					commit,
					path: prefix
				});
				else paths.unlisted += 1;
			}
		}
		return introduced;
	}
	async #isInBase(name, path) {
		const { base, baseTree } = this.#context;
		return baseTree !== null && await baseTree.hasPath(path) && await base.hasName(name);
	}
};
// src/sources/locate/object-locator.ts
var ObjectLocator = class {
	#context;
	#blobs;
	#authors;
	#paths;
	#outsideTrees;
	constructor(context, blobs) {
		this.#context = context;
		this.#blobs = blobs;
		this.#authors = new AuthorSearch(context.commits, context.reader);
		this.#paths = new PathIntroductions(context);
		this.#outsideTrees = {
			path: null,
			inHead: context.isRange
		};
	}
	async complete(sightings) {
		return await this.#context.positions.complete(sightings);
	}
	async nameOf({ provenance }) {
		return provenance.kind === "object" ? await this.#blobs.nameOf(provenance.oid) : describeProvenance(provenance);
	}
	async close() {
		await this.#context.positions.close();
		await this.#context.reader.close();
	}
	async locate({ provenance, chunks }, hit) {
		switch (provenance.kind) {
			case "object": return await this.#blobs.locate(provenance.oid, hit, chunks);
			case "commit-message": return await this.#locateInMessage(provenance.commit, hit, chunks);
			case "commit-people": return await this.#locateInPeople(provenance.commit, hit, chunks);
			case "commit-signature": return await this.#locateInSignature(provenance.commit, hit, chunks);
			case "tag-message": return await this.#locateInTag(provenance.tag, hit);
			case "note": return await this.#locateInNote(provenance, hit, chunks);
			case "path": return await this.#paths.locate(provenance.path, hit);
			case "ref": return [locateInRefName(provenance.name, hit)];
			case "event-text":
			case "file":
			case "alert":
			case "stdin": throw new Error(`a range has nothing from ${provenance.kind}`);
			default: return provenance;
		}
	}
	async #locateInMessage(commit, hit, chunks) {
		const open = () => openAgain(chunks, () => readMessage(this.#context.reader.stream(commit)));
		const position = await this.#findPosition({
			oid: commit,
			id: commit,
			open
		}, hit);
		const metadataOf = await this.#context.metadata.read([commit]);
		return [{
			...position,
			...this.#outsideTrees,
			...metadataOf(commit),
			where: "commit-message",
			commit
		}];
	}
	async #locateInSignature(commit, hit, chunks) {
		const open = () => openAgain(chunks, () => this.#readHeaders(commit, "signatures"));
		const position = {
			...await this.#findPosition({
				oid: commit,
				id: `${commit} signature`,
				open
			}, hit),
			line: null,
			column: null
		};
		const metadataOf = await this.#context.metadata.read([commit]);
		return [{
			...position,
			...this.#outsideTrees,
			...metadataOf(commit),
			where: "commit-message",
			commit
		}];
	}
	async #locateInPeople(commit, hit, chunks) {
		const open = () => openAgain(chunks, () => this.#readHeaders(commit, "people"));
		const position = {
			...await this.#findPosition({
				oid: commit,
				id: `${commit} people`,
				open
			}, hit),
			line: null,
			column: null
		};
		const commits = await this.#authors.findAlike(commit);
		const metadataOf = await this.#context.metadata.read(commits);
		const list = new SightingList();
		for (const alike of commits) list.add({
			...position,
			...this.#outsideTrees,
			where: "commit-message",
			...metadataOf(alike),
			commit: alike
		});
		return list.list();
	}
	async #locateInTag(tag, hit) {
		const open = () => extractTagText(this.#context.reader.stream(tag));
		const position = await this.#findPosition({
			oid: tag,
			id: tag,
			open
		}, hit);
		const lineOfMessage = position.line !== null && position.line > 1 ? { line: (position.line ?? 0) - 1 } : {
			line: null,
			column: null
		};
		const metadataOf = await this.#context.metadata.read([tag]);
		return [{
			...position,
			...this.#outsideTrees,
			...metadataOf(tag),
			where: "tag-message",
			...lineOfMessage,
			commit: null
		}];
	}
	async #locateInNote({ commit, oid }, hit, chunks) {
		const open = () => openAgain(chunks, () => this.#context.reader.stream(oid));
		const position = await this.#findPosition({
			oid,
			id: oid,
			open
		}, hit);
		const unknown = {
			line: null,
			column: null,
			author: null,
			at: null
		};
		return [{
			...position,
			...this.#outsideTrees,
			...unknown,
			where: "commit-message",
			commit
		}];
	}
	async #findPosition(text, hit) {
		return await this.#context.positions.locate(text, hit);
	}
	async *#readHeaders(commit, which) {
		yield extractHeaderTexts((await splitCommitStream(this.#context.reader.stream(commit))).headers)[which];
	}
};
function locateInRefName(name, { encoding, member }) {
	return {
		where: "path",
		path: name,
		line: null,
		column: null,
		commit: null,
		author: null,
		at: null,
		encoding,
		member,
		inHead: true,
		preexisting: false
	};
}
function describeProvenance(provenance) {
	switch (provenance.kind) {
		case "commit-message": return { name: nameCommitText("message", provenance.commit) };
		case "commit-people": return { name: nameCommitText("people", provenance.commit) };
		case "commit-signature": return { name: nameCommitText("signature", provenance.commit) };
		case "tag-message": return { name: nameTag(provenance.tag) };
		case "note": return { name: nameCommitText("note", provenance.commit) };
		case "path":
		case "file": return namePath(provenance.path);
		case "ref":
		case "stdin": return { name: quoteForMessage(provenance.name) };
		case "event-text": return { name: provenance.of.what };
		case "alert": return { name: provenance.alert };
		default: return provenance;
	}
}
// src/sources/locate/opened-locators.ts
function openRangeLocators(range, reader) {
	const context = createLocatorContext(range, reader);
	const blobs = new BlobLocator(context);
	return {
		context,
		blobs,
		objects: new ObjectLocator(context, blobs)
	};
}
function openIndexLocators(head) {
	const base = new BaseContents(head);
	return {
		base,
		positions: new Positions(base, head.gaps)
	};
}
export { BlobLocator, IntroductionIndex, Introductions, LineIndex, ObjectLocator, PositionReader, TreeReader, createLocatorContext, findInTrees, line_index_exports, openIndexLocators, openRangeLocators };
