import { n as tokensOf, o as complaint, s as failureOf } from "./tokens.js";
import { t as quoted } from "./quoted.js";
import { n as missingFrom } from "./listing.js";
import { t as Rereadings } from "./rereading.js";
import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
// src/sources/byte-reader.ts
const LF = 10;
const EMPTY = Buffer.alloc(0);
const SLAB = 524288;
var ByteReader = class {
	#chunks;
	#bytes = EMPTY;
	#at = 0;
	#slab = EMPTY;
	constructor(chunks) {
		this.#chunks = chunks[Symbol.asyncIterator]();
	}
	get atHand() {
		return this.#bytes.length - this.#at;
	}
	lineAtHand() {
		const end = this.#bytes.indexOf(LF, this.#at);
		if (end === -1) return null;
		const line = this.#bytes.toString("utf8", this.#at, end);
		this.#at = end + 1;
		return line;
	}
	async line() {
		for (let searched = 0;;) {
			if (this.#bytes.indexOf(LF, this.#at + searched) !== -1) return this.lineAtHand();
			searched = this.atHand;
			if (!await this.#more()) return null;
		}
	}
	take(size) {
		const part = this.#bytes.subarray(this.#at, this.#at + size);
		this.#at += part.length;
		return part;
	}
	async some(limit) {
		if (this.atHand === 0) await this.#more();
		return this.take(limit);
	}
	async exactly(size) {
		if (this.atHand >= size) return this.take(size);
		const whole = this.#room(size);
		for (let filled = 0; filled < size;) {
			const part = await this.some(size - filled);
			if (part.length === 0) return null;
			filled += part.copy(whole, filled);
		}
		return whole;
	}
	#room(size) {
		if (size > SLAB / 4) return Buffer.allocUnsafe(size);
		if (this.#slab.length < size) this.#slab = Buffer.allocUnsafe(SLAB);
		const room = this.#slab.subarray(0, size);
		this.#slab = this.#slab.subarray(size);
		return room;
	}
	async #more() {
		const { done, value } = await this.#chunks.next();
		if (done) return false;
		this.#bytes = this.atHand === 0 ? value : Buffer.concat([this.#bytes.subarray(this.#at), value]);
		this.#at = 0;
		return true;
	}
};
// src/sources/answers.ts
const SMALL = 262144;
async function* answersIn(output) {
	const reader = new ByteReader(output);
	let batch = [];
	for (;;) {
		let line = reader.lineAtHand();
		if (line === null) {
			if (batch.length > 0) yield whole(batch);
			batch = [];
			line = await reader.line();
		}
		if (line === null) return;
		const { oid, type, size } = headerIn(line);
		if (type === "missing") {
			batch.push({
				kind: "missing",
				oid
			});
			continue;
		}
		if (batch.length > 0 && reader.atHand <= size) {
			yield whole(batch);
			batch = [];
		}
		if (size <= SMALL) {
			const content = reader.atHand > size ? reader.take(size) : await reader.exactly(size);
			const end = reader.atHand > 0 ? reader.take(1) : await reader.exactly(1);
			if (content === null || end === null) return;
			batch.push({
				kind: "object",
				oid,
				type,
				chunks: size > 0 ? [content] : []
			});
			continue;
		}
		if (batch.length > 0) yield whole(batch);
		batch = [];
		const content = new Content(reader, size);
		yield {
			answers: [{
				kind: "object",
				oid,
				type,
				chunks: content.chunks()
			}],
			settled: 0,
			finish: () => content.finish()
		};
	}
}
function whole(answers) {
	return {
		answers,
		settled: answers.length,
		finish: null
	};
}
function headerIn(line) {
	const [oid = "", type = "", length = ""] = line.split(" ");
	const size = Number.parseInt(length, 10);
	if (type !== "missing" && Number.isNaN(size)) throw new Error("git cat-file gave an answer that is not in its manual");
	return {
		oid,
		type,
		size
	};
}
var Content = class {
	#reader;
	#left;
	constructor(reader, size) {
		this.#reader = reader;
		this.#left = size;
	}
	async *chunks() {
		while (this.#left > 0) {
			const part = await this.#reader.some(this.#left);
			if (part.length === 0) return;
			this.#left -= part.length;
			yield part;
		}
	}
	async finish() {
		for await (const _ of this.chunks());
		const isWhole = this.#left === 0 && await this.#reader.exactly(1) !== null;
		this.#left = 0;
		return isWhole;
	}
};
// src/sources/feed.ts
async function written(input, data) {
	if (!input.writable) return false;
	if (input.write(data)) return true;
	return await new Promise((resolve) => {
		const settle = () => {
			input.off("drain", settle).off("close", settle);
			resolve(input.writable);
		};
		input.on("drain", settle).on("close", settle);
	});
}
async function feed(from, input) {
	for await (const chunk of from) if (!await written(input, chunk)) break;
	input.end();
}
// src/sources/objects.ts
const DEATHS = 1e3;
async function* readObjects(git, names) {
	for await (const batch of readInBatches(git, names)) yield* batch;
}
async function* readInBatches(git, names) {
	const left = names[Symbol.asyncIterator]();
	const waiting = new Waiting();
	for (let deaths = 0;;) {
		const cat = git.start([
			...SPARING,
			"cat-file",
			"--batch",
			"--buffer"
		]);
		const asking = ask(cat, waiting, left);
		asking.catch(() => {});
		const missing = [];
		let begun = false;
		try {
			for await (const { answers, settled, finish } of answersIn(cat.output)) {
				const objects = answers.filter((answer) => answer.kind === "object");
				if (objects.length < answers.length) {
					for (const { kind, oid } of answers) if (kind === "missing") missing.push(oid);
				}
				waiting.settle(settled);
				if (objects.length > 0) yield objects;
				deaths = 0;
				begun = finish !== null && !await finish();
				if (begun) break;
				if (finish) waiting.settle(1);
			}
		} finally {
			cat.stop();
		}
		const allAsked = await asking;
		const ending = await cat.ended;
		const unanswered = missing.map((oid) => {
			return isDamaged(oid, ending.stderr) ? {
				kind: "unreadable",
				oid,
				begun: false
			} : {
				kind: "missing",
				oid
			};
		});
		if (unanswered.length > 0) yield unanswered;
		if (allAsked && waiting.count === 0) return;
		deaths += 1;
		if (ending.failed || deaths > DEATHS) throw failureOf(ending, "read objects");
		const victim = waiting.first();
		if (victim === null) continue;
		waiting.settle(1);
		yield [{
			kind: "unreadable",
			oid: victim,
			begun
		}];
	}
}
const SPARING = ["-c", "core.bigFileThreshold=8m"];
async function ask({ input }, waiting, left) {
	try {
		let names = waiting.all();
		for (;;) {
			if (names.length > 0 && !await written(input, `${names.join("\n")}\n`)) return false;
			const { done, value } = await left.next();
			if (done) return true;
			names = value;
			waiting.add(names);
		}
	} finally {
		input.end();
	}
}
var Waiting = class {
	#names = [];
	#answered = 0;
	get count() {
		return this.#names.length - this.#answered;
	}
	add(names) {
		for (const name of names) this.#names.push(name);
	}
	settle(count) {
		this.#answered += count;
		if (this.#answered > 4096 && this.count < this.#answered) this.#names = this.all();
	}
	first() {
		return this.#names[this.#answered] ?? null;
	}
	all() {
		const names = this.#names.slice(this.#answered);
		this.#names = names;
		this.#answered = 0;
		return names;
	}
};
function isDamaged(oid, stderr) {
	return stderr.includes(oid) || stderr.includes(`${oid.slice(0, 2)}/${oid.slice(2)}`);
}
// src/sources/tree.ts
async function* entriesOf(git, commit, gaps) {
	for await (const { type, oid, path } of allIn(git, commit, gaps)) if (type === "blob") yield {
		oid,
		path
	};
}
async function* pathsOf(git, commit, gaps) {
	for await (const { path } of allIn(git, commit, gaps)) yield path;
}
async function* allIn(git, commit, gaps) {
	const running = git.start([
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		commit
	]);
	let read = false;
	try {
		for await (const token of tokensOf(running.output)) {
			const [, type, oid, path] = /^\d+ (blob|commit) ([0-9a-f]+)\t(.+)$/s.exec(token) ?? [];
			if (type !== void 0 && oid !== void 0 && path !== void 0) yield {
				type,
				oid,
				path
			};
		}
		const ending = await running.ended;
		if (ending.code !== 0) gaps.add("unreadable", `the tree of ${commit} could not be read: ${complaint(ending.stderr)}`);
		read = true;
	} finally {
		if (!read) running.stop();
	}
}
var Tree = class {
	#git;
	#commit;
	#gaps;
	#files = null;
	constructor(git, commit, gaps) {
		this.#git = git;
		this.#commit = commit;
		this.#gaps = gaps;
	}
	async has({ oid, path }) {
		this.#files ??= this.#read();
		return (await this.#files).has(`${oid} ${path}`);
	}
	async #read() {
		const files = /* @__PURE__ */ new Set();
		for await (const { oid, path } of entriesOf(this.#git, this.#commit, this.#gaps)) files.add(`${oid} ${path}`);
		return files;
	}
};
// src/sources/byte-strings.ts
const PREFIX = 8;
var ByteStrings = class {
	found = /* @__PURE__ */ new Set();
	#byPrefix = /* @__PURE__ */ new Map();
	#longest;
	#distinct;
	#before = Buffer.alloc(0);
	constructor(wanted) {
		for (const bytes of wanted) {
			const text = bytes.toString("latin1");
			const byLength = this.#byPrefix.get(text.slice(0, PREFIX)) ?? /* @__PURE__ */ new Map();
			this.#byPrefix.set(text.slice(0, PREFIX), byLength);
			byLength.set(text.length, (byLength.get(text.length) ?? /* @__PURE__ */ new Set()).add(text));
		}
		this.#distinct = new Set(wanted.map((bytes) => bytes.toString("latin1"))).size;
		this.#longest = Math.max(1, ...wanted.map(({ length }) => length));
	}
	get hasAll() {
		return this.found.size === this.#distinct;
	}
	pass(chunk) {
		const seen = this.#before.length > 0 ? Buffer.concat([this.#before, chunk]) : chunk;
		for (const [prefix, byLength] of this.#byPrefix) for (let at = seen.indexOf(prefix, 0, "latin1"); at !== -1; at = seen.indexOf(prefix, at + 1, "latin1")) for (const [length, texts] of byLength) {
			const text = seen.toString("latin1", at, at + length);
			if (texts.has(text)) this.found.add(text);
		}
		this.#before = seen.subarray(Math.max(0, seen.length - this.#longest + 1));
	}
	end() {
		this.#before = Buffer.alloc(0);
	}
};
// src/sources/base.ts
const PRINTABLE = /^[ -~]+$/;
const FEW = 8;
var Base = class {
	#git;
	#commit;
	#repository;
	#gaps;
	#known = /* @__PURE__ */ new Map();
	#blobs = null;
	constructor(git, commit, repository, gaps) {
		this.#git = git;
		this.#commit = commit;
		this.#repository = repository;
		this.#gaps = gaps;
	}
	async has(bytes) {
		const commit = this.#commit;
		if (commit === null || bytes.length === 0) return false;
		const text = bytes.toString("latin1");
		if (!this.#known.has(text)) {
			if (this.#known.size >= FEW) return null;
			this.#known.set(text, this.#search(commit, bytes));
		}
		return await this.#known.get(text) ?? false;
	}
	async among(strings) {
		if (this.#commit === null || strings.length === 0) return () => false;
		const found = await this.#readAll(this.#commit, strings);
		return (bytes) => found.has(bytes.toString("latin1"));
	}
	async hasBlob(oid) {
		if (this.#commit === null) return false;
		return (await this.#blobsOf(this.#commit)).has(oid);
	}
	async #blobsOf(commit) {
		this.#blobs ??= this.#listed(commit);
		return await this.#blobs;
	}
	async #listed(commit) {
		const oids = /* @__PURE__ */ new Set();
		for await (const { oid } of entriesOf(this.#git, commit, this.#gaps)) oids.add(oid);
		return oids;
	}
	async #search(commit, bytes) {
		const text = bytes.toString("latin1");
		if (PRINTABLE.test(text)) {
			const { code, stderr } = await this.#git.ask([
				"grep",
				...GREP,
				commit,
				"--"
			], `${text}\n`);
			if (code === 0) return true;
			if (code === 1 && stderr === "") return false;
		}
		return (await this.#readAll(commit, [bytes])).has(text);
	}
	async #readAll(commit, strings) {
		const missing = this.#repository.isPartial ? await missingFrom(this.#git, [`${commit}^{tree}`]) : /* @__PURE__ */ new Set();
		const oids = [...await this.#blobsOf(commit)].filter((oid) => !missing.has(oid));
		const search = new ByteStrings(strings);
		let unread = missing.size;
		for await (const answer of readObjects(this.#git, inBatches(oids))) {
			if (answer.kind === "object") for await (const chunk of answer.chunks) search.pass(chunk);
			else unread += 1;
			search.end();
			if (search.hasAll) return search.found;
		}
		if (unread > 0) {
			const detail = `${unread} files of the base could not be read, so that a key may have been there before`;
			this.#gaps.add("missing-object", detail);
		}
		return search.found;
	}
};
const GREP = [
	"-q",
	"-F",
	"--text",
	"--no-textconv",
	"--no-recurse-submodules",
	"-f",
	"-"
];
const BATCH = 1e3;
async function* inBatches(oids) {
	let batch = [];
	for (const oid of oids) {
		batch.push(oid);
		if (batch.length < BATCH) continue;
		yield batch;
		batch = [];
	}
	if (batch.length > 0) yield batch;
}
// src/sources/content.ts
async function* contentOf(git, type, oid) {
	const running = git.start([
		"cat-file",
		type,
		oid
	]);
	try {
		yield* running.output;
	} finally {
		running.stop();
	}
}
// src/sources/tree-names.ts
const SHORTEST = 32;
function isLong(length) {
	return length >= SHORTEST;
}
const MODE = 6;
var TreeNames = class {
	#hash;
	#cut = Buffer.alloc(0);
	constructor(oid) {
		this.#hash = oid.length / 2;
	}
	in(chunk) {
		const bytes = this.#cut.length > 0 ? Buffer.concat([this.#cut, chunk]) : chunk;
		const names = [];
		let at = 0;
		for (;;) {
			const end = bytes.indexOf(0, at);
			if (end === -1 || end + 1 + this.#hash > bytes.length) break;
			if (isLong(end - at - MODE)) {
				const name = bytes.subarray(bytes.indexOf(" ", at) + 1, end);
				if (isLong(name.length)) names.push(name);
			}
			at = end + 1 + this.#hash;
		}
		this.#cut = bytes.subarray(at);
		return names;
	}
};
// src/sources/places.ts
var Places = class {
	#base;
	#gaps;
	#rereadings = new Rereadings();
	#unsearched = /* @__PURE__ */ new WeakMap();
	#undecided = [];
	constructor(base, gaps) {
		this.#base = base;
		this.#gaps = gaps;
	}
	async of({ oid, name, open }, hit) {
		const { encoding, member, offset, length } = hit;
		if (member !== null) return {
			line: null,
			column: null,
			encoding,
			member,
			preexisting: await this.#base.hasBlob(oid)
		};
		const place = await this.#rereadings.place(name, open, offset, length);
		if (!place) {
			this.#gaps.add("unreadable", `the line of a key in ${name} could not be told, or whether the base had it`);
			return {
				line: null,
				column: null,
				encoding,
				member,
				preexisting: false
			};
		}
		const { line, column, bytes } = place;
		const preexisting = await this.#base.has(bytes);
		if (preexisting === null) this.#unsearched.set(hit, bytes);
		return {
			line,
			column,
			encoding,
			member,
			preexisting: preexisting ?? false
		};
	}
	decideLater(hit, sightings) {
		const bytes = this.#unsearched.get(hit);
		if (bytes && sightings.length > 0) this.#undecided.push({
			bytes,
			sightings
		});
	}
	async decide() {
		const waiting = this.#undecided;
		this.#undecided = [];
		const isThere = await this.#base.among(waiting.map(({ bytes }) => bytes));
		for (const { bytes, sightings } of waiting) if (isThere(bytes)) for (const sighting of sightings) sighting.preexisting = true;
	}
	async forget() {
		await this.#rereadings.close();
	}
};
// src/sources/lfs.ts
const OPENING = Buffer.from("version https://git-lfs.github.com/spec/v1\n");
const LONGEST = 1024;
const CHUNK = 262144;
function pointerIn(blob) {
	if (blob.length >= LONGEST || !blob.subarray(0, OPENING.length).equals(OPENING)) return null;
	const lines = blob.toString("utf8").slice(43).split("\n");
	if (lines.pop() !== "") return null;
	const pairs = lines.map((line) => /^([a-z0-9.-]+) ([^\r]+)$/.exec(line)?.slice(1) ?? []);
	const keys = pairs.map(([key]) => key ?? "");
	const isOrdered = keys.every((key, at) => key !== "" && (at === 0 || (keys[at - 1] ?? "") < key));
	const values = new Map(pairs.map(([key = "", value = ""]) => [key, value]));
	const oid = /^sha256:([0-9a-f]{64})$/.exec(values.get("oid") ?? "")?.[1];
	const size = /^\d{1,15}$/.exec(values.get("size") ?? "")?.[0];
	return isOrdered && oid !== void 0 && size !== void 0 ? {
		oid,
		size: Number(size)
	} : null;
}
async function localFileOf({ oid }, commonDir) {
	const file = join(commonDir, "lfs/objects", oid.slice(0, 2), oid.slice(2, 4), oid);
	return await lstat(file).then((found) => found.isFile(), () => false) ? file : null;
}
async function* contentAt(file, pointer, path, gaps) {
	const hash = createHash("sha256");
	try {
		for await (const chunk of opened(file)) {
			hash.update(chunk);
			yield chunk;
		}
	} catch (error) {
		const why = error.code ?? "for a reason not given";
		gaps.add("unreadable", `the Git LFS content of ${quoted(path)} cannot be read (${why})`);
		return;
	}
	if (hash.digest("hex") !== pointer.oid) gaps.add("lfs", `the Git LFS content of ${quoted(path)} in this repository is not the one its pointer names`);
}
function opened(file) {
	return createReadStream(file, { highWaterMark: CHUNK });
}
function elsewhere(path, { size }) {
	return `${quoted(path)} is a Git LFS pointer: its content of ${size} bytes is not in the repository`;
}
// src/sources/tally.ts
var Tally = class {
	coverage = {
		commits: 0,
		blobs: 0,
		bytes: 0,
		texts: 0
	};
	settled = 0;
	#gaps;
	#latest = null;
	constructor(gaps) {
		this.#gaps = gaps;
	}
	settle(type) {
		this.settled += 1;
		if (type === "commit") this.coverage.commits += 1;
		this.#latest = type === "blob" ? "blobs" : type === "tree" ? null : "texts";
		if (this.#latest) this.coverage[this.#latest] += 1;
	}
	counted(chunks) {
		if (!(Symbol.iterator in chunks)) return this.#countedLater(chunks);
		for (const chunk of chunks) this.coverage.bytes += chunk.length;
		return chunks;
	}
	async *#countedLater(chunks) {
		for await (const chunk of chunks) {
			this.coverage.bytes += chunk.length;
			yield chunk;
		}
	}
	miss(answer) {
		if (answer.kind === "missing") {
			this.settled += 1;
			this.#gaps.missing(answer.oid);
			return;
		}
		if (!answer.begun) this.settled += 1;
		else if (this.#latest) this.coverage[this.#latest] -= 1;
		this.#gaps.add("unreadable", `git cannot read the object ${answer.oid}, which is damaged`);
	}
};
export { feed as _, opened as a, TreeNames as c, Base as d, Tree as f, readObjects as g, readInBatches as h, localFileOf as i, isLong as l, pathsOf as m, contentAt as n, pointerIn as o, entriesOf as p, elsewhere as r, Places as s, Tally as t, contentOf as u, written as v, answersIn as y };
