import { n as tokensOf, o as complaint, t as linesIn } from "./tokens.js";
import { t as quoted } from "./quoted.js";
import { r as revisions } from "./listing.js";
import { _ as feed, a as opened, c as TreeNames, d as Base, f as Tree, g as readObjects, i as localFileOf, l as isLong, m as pathsOf, n as contentAt, o as pointerIn, r as elsewhere, s as Places, u as contentOf } from "./tally.js";
import { createHash } from "node:crypto";
// src/sources/message.ts
const BLANK_LINE = Buffer.from("\n\n");
const LONGEST_HEADERS = 1048576;
async function partsOf(chunks) {
	if (Symbol.iterator in chunks) return partsOfWhole(joined([...chunks]));
	const left = chunks[Symbol.asyncIterator]();
	const rest = { [Symbol.asyncIterator]: () => left };
	let seen = Buffer.alloc(0);
	while (seen.length < LONGEST_HEADERS) {
		const { done, value } = await left.next();
		if (done) return {
			headers: seen,
			message: []
		};
		const searched = Math.max(0, seen.length - 1);
		seen = joined(seen.length > 0 ? [seen, value] : [value]);
		if (seen.indexOf(BLANK_LINE, searched) === -1) continue;
		const { headers, message } = partsOfWhole(seen);
		return {
			headers,
			message: after(message, rest)
		};
	}
	return {
		headers: seen,
		message: rest
	};
}
function partsOfWhole(bytes) {
	const end = bytes.indexOf(BLANK_LINE);
	if (end === -1) return {
		headers: bytes,
		message: []
	};
	const message = bytes.subarray(end + BLANK_LINE.length);
	return {
		headers: bytes.subarray(0, end),
		message: message.length > 0 ? [message] : []
	};
}
async function* messageOf(chunks) {
	yield* (await partsOf(chunks)).message;
}
async function* after(first, rest) {
	yield* first;
	yield* rest;
}
function joined(chunks) {
	const [only] = chunks;
	return chunks.length === 1 && only ? Buffer.from(only.buffer, only.byteOffset, only.length) : Buffer.concat(chunks);
}
// src/sources/headers.ts
const MECHANICAL = /^(?:tree|parent|object|type|gpgsig|gpgsig-sha256) /;
const PERSON = /^(?:author|committer|tagger) (.*?)(?: -?\d+ [+-]\d+)?$/s;
function peopleOf(headers) {
	const lines = [];
	let skipping = false;
	for (const line of headers.toString("latin1").split("\n")) {
		if (!line.startsWith(" ")) skipping = MECHANICAL.test(line);
		if (skipping) continue;
		const text = PERSON.exec(line)?.[1] ?? line;
		if (text !== "" && text !== lines.at(-1)) lines.push(text);
	}
	return Buffer.from(lines.join("\n"), "latin1");
}
async function* tagTextOf(chunks) {
	const { headers, message } = await partsOf(chunks);
	yield Buffer.from(`${peopleOf(headers).toString("latin1").replaceAll("\n", ", ")}\n`, "latin1");
	yield* message;
}
// src/sources/authorship.ts
var Authorship = class {
	#git;
	#ends;
	#groups = null;
	constructor(git, ends) {
		this.#git = git;
		this.#ends = ends;
	}
	async sameAs(commit) {
		this.#groups ??= this.#walk();
		return (await this.#groups).get(commit) ?? [commit];
	}
	async #walk() {
		const byText = /* @__PURE__ */ new Map();
		const byCommit = /* @__PURE__ */ new Map();
		for await (const answer of readObjects(this.#git, this.#commits())) {
			if (answer.kind !== "object") continue;
			const text = peopleOf((await partsOf(answer.chunks)).headers).toString("latin1");
			const group = byText.get(text) ?? [];
			if (group.length === 0) byText.set(text, group);
			group.push(answer.oid);
			byCommit.set(answer.oid, group);
		}
		return byCommit;
	}
	async *#commits() {
		const running = this.#git.start([
			"rev-list",
			"--reverse",
			"--topo-order",
			...revisions(this.#ends),
			"--"
		]);
		yield* linesIn(running.output);
	}
};
// src/sources/bringings.ts
const REMEMBERED$1 = 25e4;
var Bringings = class {
	#git;
	#ends;
	#gaps;
	#remembered;
	#all = null;
	#asked = /* @__PURE__ */ new Map();
	constructor(git, ends, gaps, remembered = REMEMBERED$1) {
		this.#git = git;
		this.#ends = ends;
		this.#gaps = gaps;
		this.#remembered = remembered;
	}
	async of(oid) {
		this.#all ??= this.#walkAll();
		const all = await this.#all;
		if (all) return all.get(oid) ?? [];
		const known = this.#asked.get(oid) ?? this.#walkFor(oid);
		this.#asked.set(oid, known);
		return await known;
	}
	async *all() {
		for await (const [, bringing] of this.#walk([])) yield bringing;
	}
	async #walkAll() {
		const all = /* @__PURE__ */ new Map();
		let count = 0;
		for await (const [oid, bringing] of this.#walk([])) {
			if (++count > this.#remembered) return null;
			const known = all.get(oid);
			if (known) known.push(bringing);
			else all.set(oid, [bringing]);
		}
		return all;
	}
	async #walkFor(oid) {
		const found = [];
		for await (const [brought, bringing] of this.#walk([`--find-object=${oid}`])) if (brought === oid) found.push(bringing);
		return found;
	}
	async *#walk(only) {
		const list = this.#git.start([
			"rev-list",
			"--reverse",
			"--topo-order",
			...revisions(this.#ends)
		]);
		const diff = this.#git.start([
			"diff-tree",
			"--stdin",
			...RAW,
			...only
		]);
		let walked = false;
		const feeding = feed(list.output, diff.input);
		try {
			let commit = "";
			let entry = null;
			for await (const token of tokensOf(diff.output)) if (entry) {
				const oid = broughtBy(entry);
				if (oid !== null) yield [oid, {
					commit,
					path: token,
					isNew: isAdded(entry)
				}];
				entry = null;
			} else if (token.startsWith(":")) entry = token.split(" ");
			else commit = token;
			await feeding;
			for (const running of [list, diff]) this.#check(await running.ended);
			walked = true;
		} finally {
			if (!walked) for (const running of [list, diff]) running.stop();
		}
	}
	#check(ending) {
		if (ending.code === 0) return;
		this.#gaps.add("unreadable", `which commits brought the keys that were found could not be told in full: ${complaint(ending.stderr)}`);
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
function broughtBy(entry) {
	const names = entry.slice(entry.length / 2, -1);
	const result = names.at(-1);
	return result === void 0 || names.slice(0, -1).includes(result) || /^0+$/.test(result) ? null : result;
}
function isAdded(entry) {
	return /^A+$/.test(entry.at(-1) ?? "");
}
// src/sources/called.ts
function called(provenance) {
	switch (provenance.kind) {
		case "commit-message": return `the message of commit ${provenance.commit}`;
		case "commit-people": return `the author or committer of commit ${provenance.commit}`;
		case "tag-message": return `the tag ${provenance.tag}`;
		case "note": return `a note on commit ${provenance.commit}`;
		case "path":
		case "file": return quoted(provenance.path);
		case "ref":
		case "stdin": return quoted(provenance.name);
		case "event-text": return provenance.of.what;
		default: return provenance;
	}
}
// src/sources/makings.ts
const UNKNOWN = {
	author: null,
	at: null
};
var Makings = class {
	#git;
	#known = /* @__PURE__ */ new Map();
	constructor(git) {
		this.#git = git;
	}
	async of(commits) {
		const unknown = [...new Set(commits)].filter((commit) => !this.#known.has(commit));
		if (unknown.length > 0) await this.#read(unknown);
		return (commit) => this.#known.get(commit) ?? UNKNOWN;
	}
	async #read(commits) {
		for await (const answer of readObjects(this.#git, oneBatch(commits))) {
			if (answer.kind !== "object") continue;
			const parts = [];
			for await (const part of answer.chunks) parts.push(part);
			this.#known.set(answer.oid, makingOf(Buffer.concat(parts)));
		}
	}
};
async function* oneBatch(names) {
	yield names;
}
function makingOf(commit) {
	const end = commit.indexOf(BLANK_LINE);
	const headers = end === -1 ? commit : commit.subarray(0, end);
	const encoding = /^encoding (.+)$/m.exec(headers.toString("latin1"))?.[1];
	const text = decoderFor(encoding).decode(headers);
	const author = /^(?:author|tagger) (.*?) ?<[^\n]*$/m.exec(text)?.[1];
	const seconds = /^(?:committer|tagger) [^\n]*> (-?\d+) [+-]\d+$/m.exec(text)?.[1];
	const at = seconds === void 0 ? null : /* @__PURE__ */ new Date(Number(seconds) * 1e3);
	return {
		author: author || null,
		at: at && !Number.isNaN(at.getTime()) ? at : null
	};
}
function decoderFor(encoding) {
	try {
		return new TextDecoder(encoding);
	} catch {
		return new TextDecoder();
	}
}
// src/sources/namings.ts
var Namings = class {
	#git;
	#ends;
	#gaps;
	#includes;
	#bringings;
	#makings;
	#index = null;
	constructor({ git, ends, gaps }, includes, bringings, makings) {
		this.#git = git;
		this.#ends = ends;
		this.#gaps = gaps;
		this.#includes = includes;
		this.#bringings = bringings;
		this.#makings = makings;
	}
	async of(name, { encoding, offset, length }) {
		this.#index ??= this.#indexed();
		const { brought, head, base } = await this.#index;
		const key = Buffer.from(name).toString("utf8", offset, offset + length);
		const preexisting = [...base].some((path) => path.includes(key));
		const namings = name.split("/").flatMap((part) => brought.get(part) ?? []).filter(({ path }) => !base.has(path));
		const makingOf = await this.#makings.of(namings.map(({ commit }) => commit));
		const rest = {
			line: null,
			column: null,
			encoding,
			member: null,
			preexisting
		};
		return namings.map(({ commit, path }) => {
			return {
				where: "path",
				path,
				commit,
				...makingOf(commit),
				...rest,
				inHead: head.has(path)
			};
		});
	}
	async #indexed() {
		const brought = /* @__PURE__ */ new Map();
		const known = /* @__PURE__ */ new Set();
		for await (const { commit, path, isNew } of this.#bringings.all()) {
			if (!isNew || !this.#includes(path)) continue;
			for (const { name, prefix } of longNamesIn(path)) {
				if (known.has(prefix)) continue;
				known.add(prefix);
				const namings = brought.get(name);
				if (namings) namings.push({
					commit,
					path: prefix
				});
				else brought.set(name, [{
					commit,
					path: prefix
				}]);
			}
		}
		const { base, head } = this.#ends;
		return {
			brought,
			head: await this.#pathsOf(head),
			base: base === null ? /* @__PURE__ */ new Set() : await this.#pathsOf(base)
		};
	}
	async #pathsOf(commit) {
		const paths = /* @__PURE__ */ new Set();
		for await (const path of pathsOf(this.#git, commit, this.#gaps)) for (const { prefix } of longNamesIn(path)) paths.add(prefix);
		return paths;
	}
};
function longNamesIn(path) {
	const parts = path.split("/");
	return parts.flatMap((name, at) => {
		return isLong(Buffer.byteLength(name)) ? [{
			name,
			prefix: parts.slice(0, at + 1).join("/")
		}] : [];
	});
}
// src/sources/standings.ts
var Standings = class {
	#to;
	#contents = /* @__PURE__ */ new Map();
	constructor(bearings) {
		this.#to = bearings;
	}
	isContent(oid, of) {
		this.#contents.set(oid, of);
	}
	async countedName(oid) {
		const { brought, included } = await this.#bringingsOf(oid);
		return brought.length === 0 ? `object ${oid}` : included[0]?.path ?? null;
	}
	async nameOf(oid) {
		const [first] = (await this.#bringingsOf(oid)).brought;
		return first ? quoted(first.path) : `object ${oid}`;
	}
	async of(oid, hit) {
		const { gaps, places, makings, head } = this.#to;
		const { brought, included } = await this.#bringingsOf(oid);
		if (brought.length > 0 && included.length === 0) return [];
		const here = {
			...await places.of(this.#originOf(oid), hit),
			where: "file"
		};
		if (brought.length === 0) {
			gaps.add("miscounted", `no commit of the range was found to have brought blob ${oid}, which holds a key`);
			return [{
				...here,
				path: null,
				commit: null,
				author: null,
				at: null,
				inHead: false
			}];
		}
		const makingOf = await makings.of(included.map(({ commit }) => commit));
		const sightings = [];
		for (const { commit, path } of included) {
			const inHead = await head.has({
				oid: this.#inGit(oid),
				path
			});
			sightings.push({
				...here,
				...makingOf(commit),
				commit,
				path,
				inHead
			});
		}
		return sightings;
	}
	async #bringingsOf(oid) {
		const brought = await this.#to.bringings.of(this.#inGit(oid));
		return {
			brought,
			included: brought.filter(({ path }) => this.#to.includes(path))
		};
	}
	#inGit(oid) {
		return this.#contents.get(oid)?.pointer ?? oid;
	}
	#originOf(oid) {
		const content = this.#contents.get(oid);
		const open = () => content ? opened(content.file) : contentOf(this.#to.git, "blob", oid);
		return {
			oid: this.#inGit(oid),
			name: oid,
			open
		};
	}
};
// src/sources/located.ts
const NO_FILE = {
	path: null,
	inHead: false
};
var Located = class {
	#git;
	#places;
	#makings;
	#authorship;
	#namings;
	blobs;
	constructor(git, ends, repository, includes, gaps) {
		this.#git = git;
		const bringings = new Bringings(git, ends, gaps);
		const places = new Places(new Base(git, ends.base, repository, gaps), gaps);
		const makings = new Makings(git);
		const head = new Tree(git, ends.head, gaps);
		this.#places = places;
		this.#makings = makings;
		this.#authorship = new Authorship(git, ends);
		this.#namings = new Namings({
			git,
			ends,
			gaps
		}, includes, bringings, makings);
		this.blobs = new Standings({
			git,
			gaps,
			includes,
			bringings,
			makings,
			places,
			head
		});
	}
	async sightingsOf(blob, hit) {
		const sightings = await this.#seen(blob, hit);
		this.#places.decideLater(hit, sightings);
		return sightings;
	}
	async decide() {
		await this.#places.decide();
	}
	async #seen({ provenance }, hit) {
		switch (provenance.kind) {
			case "object": return await this.blobs.of(provenance.oid, hit);
			case "commit-message": return await this.#inMessage(provenance.commit, hit);
			case "commit-people": return await this.#inPeople(provenance.commit, hit);
			case "tag-message": return await this.#inTag(provenance.tag, hit);
			case "note": return await this.#inNote(provenance, hit);
			case "path": return await this.#namings.of(provenance.path, hit);
			case "ref": return [inName(provenance.name, hit)];
			case "event-text":
			case "file":
			case "stdin": throw new Error(`a range has nothing from ${provenance.kind}`);
			default: return provenance;
		}
	}
	async nameOf({ provenance }) {
		return provenance.kind === "object" ? await this.blobs.nameOf(provenance.oid) : called(provenance);
	}
	async forget() {
		await this.#places.forget();
	}
	async #inMessage(commit, hit) {
		const open = () => messageOf(contentOf(this.#git, "commit", commit));
		const place = await this.#places.of({
			oid: commit,
			name: commit,
			open
		}, hit);
		const makingOf = await this.#makings.of([commit]);
		return [{
			...place,
			...NO_FILE,
			...makingOf(commit),
			where: "commit-message",
			commit
		}];
	}
	async #inPeople(commit, hit) {
		const place = await this.#places.of({
			oid: commit,
			name: `${commit} people`,
			open: () => this.#people(commit)
		}, hit);
		const commits = await this.#authorship.sameAs(commit);
		const makingOf = await this.#makings.of(commits);
		const where = {
			...place,
			...NO_FILE,
			where: "commit-message",
			line: null,
			column: null
		};
		return commits.map((one) => ({
			...where,
			...makingOf(one),
			commit: one
		}));
	}
	async *#people(commit) {
		yield peopleOf((await partsOf(contentOf(this.#git, "commit", commit))).headers);
	}
	async #inTag(tag, hit) {
		const open = () => tagTextOf(contentOf(this.#git, "tag", tag));
		const place = await this.#places.of({
			oid: tag,
			name: tag,
			open
		}, hit);
		const spot = place.line !== null && place.line > 1 ? { line: (place.line ?? 0) - 1 } : {
			line: null,
			column: null
		};
		const makingOf = await this.#makings.of([tag]);
		return [{
			...place,
			...NO_FILE,
			...makingOf(tag),
			where: "tag-message",
			...spot,
			commit: null
		}];
	}
	async #inNote({ commit, oid }, hit) {
		return [{
			...await this.#places.of({
				oid,
				name: oid,
				open: () => contentOf(this.#git, "blob", oid)
			}, hit),
			...NO_FILE,
			where: "commit-message",
			line: null,
			column: null,
			commit,
			author: null,
			at: null
		}];
	}
};
function inName(name, { encoding, member }) {
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
// src/sources/object-name.ts
function objectNameOf(type, content, algorithm) {
	return createHash(algorithm).update(`${type} ${content.length}\0`).update(content).digest("hex");
}
function bears(oid, type, content) {
	return objectNameOf(type, content, oid.length === 64 ? "sha256" : "sha1") === oid;
}
// src/sources/range-objects.ts
const REMEMBERED = 4194304;
var RangeObjects = class {
	tags = /* @__PURE__ */ new Set();
	#head;
	#commonDir;
	#standings;
	#tally;
	#gaps;
	#seen = /* @__PURE__ */ new Set();
	#remembered = 0;
	constructor(head, commonDir, standings, tally, gaps) {
		this.#head = head;
		this.#commonDir = commonDir;
		this.#standings = standings;
		this.#tally = tally;
		this.#gaps = gaps;
	}
	in(found) {
		this.#tally.settle(found.type);
		if (!Array.isArray(found.chunks)) return this.#later(found);
		const content = found.chunks.length === 1 ? found.chunks[0] : Buffer.concat(found.chunks);
		if (found.oid === this.#head) this.#check(found, content);
		switch (found.type) {
			case "blob": {
				const pointer = pointerIn(content);
				const blob = this.#blob(found);
				return pointer ? this.#withContent(blob, pointer, found.oid) : [blob];
			}
			case "commit": {
				const { headers, message } = partsOfWhole(content);
				return this.#commit(found.oid, headers, message);
			}
			case "tag": return [this.#tag(found)];
			default: return this.#names(new TreeNames(found.oid).in(content));
		}
	}
	async *#later(found) {
		switch (found.type) {
			case "blob":
				yield this.#blob(found);
				return;
			case "commit": {
				const { headers, message } = await partsOf(found.chunks);
				yield* this.#commit(found.oid, headers, message);
				return;
			}
			case "tag":
				yield this.#tag(found);
				return;
			default: {
				const names = new TreeNames(found.oid);
				for await (const chunk of found.chunks) yield* this.#names(names.in(chunk));
			}
		}
	}
	#check({ oid, type }, content) {
		if (bears(oid, type, content)) return;
		this.#gaps.add("self-test", `what git gave for ${oid} does not bear that name, so that nothing it gave is certain`);
	}
	#blob({ oid, chunks }) {
		return {
			provenance: {
				kind: "object",
				oid
			},
			chunks: this.#tally.counted(chunks)
		};
	}
	#tag({ oid, chunks }) {
		this.tags.add(oid);
		return {
			provenance: {
				kind: "tag-message",
				tag: oid
			},
			chunks: this.#tally.counted(tagTextOf(chunks))
		};
	}
	#commit(oid, headers, message) {
		const told = {
			provenance: {
				kind: "commit-message",
				commit: oid
			},
			chunks: this.#tally.counted(message)
		};
		const people = peopleOf(headers);
		if (!this.#isNew(people)) return [told];
		return [{
			provenance: {
				kind: "commit-people",
				commit: oid
			},
			chunks: [people]
		}, told];
	}
	#names(names) {
		return names.filter((name) => this.#isNew(name)).map((name) => ({
			provenance: {
				kind: "path",
				path: name.toString(),
				commit: null
			},
			chunks: [name]
		}));
	}
	async *#withContent(blob, pointer, oid) {
		yield blob;
		const path = await this.#standings.countedName(oid);
		if (path === null) return;
		const file = await localFileOf(pointer, this.#commonDir);
		if (file === null) {
			this.#gaps.add("lfs", elsewhere(path, pointer));
			return;
		}
		this.#standings.isContent(pointer.oid, {
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
	#isNew(text) {
		const known = text.toString("latin1");
		if (known === "" || this.#seen.has(known)) return false;
		if (this.#remembered > REMEMBERED) {
			this.#seen.clear();
			this.#remembered = 0;
		}
		this.#seen.add(known);
		this.#remembered += known.length;
		return true;
	}
};
export { Namings as a, Bringings as c, Standings as i, tagTextOf as l, objectNameOf as n, Makings as o, Located as r, makingOf as s, RangeObjects as t };
