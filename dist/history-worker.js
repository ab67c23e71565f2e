import "./rolldown-runtime.js";
import { createDetector, extractHeaderTexts, parsePointer, splitCommit } from "./scan.js";
import { Sieve } from "./archives.js";
import { PACK_TYPES, PackMemory, PackReader, TreeLister } from "./sources.js";
import "./history.js";
const parentPort = process.getBuiltinModule("node:worker_threads").parentPort;
const workerData = process.getBuiltinModule("node:worker_threads").workerData;
// src/sources/history/history-worker.ts
const BATCH = 256;
const FREE_READS = 256;
const BYTES_PER_READ = 1024;
const MAX_NOTES = 100;
const MAX_NOTES_IN_ALL = 2e4;
const MAX_REMEMBERED = 4194304;
const COMMIT = PACK_TYPES.indexOf("commit");
const BLOB = PACK_TYPES.indexOf("blob");
const TREE = PACK_TYPES.indexOf("tree");
var ObjectSieve = class {
	#sieve;
	#detect;
	#memory;
	#sieved;
	#room;
	#suspects = [];
	#detected = [];
	#noted = [];
	#waiting = null;
	#people = /* @__PURE__ */ new Set();
	#remembered = 0;
	constructor(tools, sieved) {
		const { sieve, detect, memory, notes } = tools;
		[this.#sieve, this.#detect, this.#memory, this.#sieved, this.#room] = [
			sieve,
			detect,
			memory,
			sieved,
			notes
		];
	}
	get isWaiting() {
		return this.#waiting !== null;
	}
	takeFound() {
		return {
			suspects: Int32Array.from(this.#suspects.splice(0)),
			noted: this.#noted.splice(0)
		};
	}
	async detectWaiting() {
		if (!this.#waiting) return;
		const { object, content } = this.#waiting;
		this.#waiting = null;
		const notes = await listNotes(this.#detect, content);
		this.#sieved.states[object] = notes?.length === 0 ? 1 : 2;
		this.#sieved.sizes[object] = content.length;
		if (notes === null || notes.length > this.#room.left) this.#detected.push(object);
		else if (notes.length > 0) {
			this.#room.left -= notes.length;
			this.#noted.push({
				object,
				notes
			});
		}
	}
	endFamily() {
		for (const object of this.#detected.splice(0)) this.#suspects.push(object);
	}
	visitUnread(object) {
		if (this.#sieved.states[object] === 3) return;
		this.#sieved.states[object] = 2;
		this.#suspects.push(object);
	}
	visit(unpacked) {
		const { object, at, size } = unpacked;
		const type = this.#sieved.types[object];
		if (this.#sieved.states[object] === 3) return null;
		const content = this.#memory.bytes.subarray(at, at + size);
		const reach = this.#isPlain(unpacked, content) ? this.#search(unpacked, content) : null;
		if (type === BLOB && !parsePointer(content)) this.#sortBlob(object, content, reach !== null);
		else if (type === COMMIT && reach !== null) this.#sortCommit(object, content);
		else this.visitUnread(object);
		return reach;
	}
	#isPlain({ reach, sameStart }, content) {
		return reach !== null && sameStart >= this.#sieve.startLength || !this.#sieve.isMoreThanBytes(content);
	}
	#search({ at, size, reach }, content) {
		const places = reach === null ? null : this.#memory.findNewPlaces(at);
		let found = places && reach !== null ? reach : this.#sieve.reach;
		let left = FREE_READS + size / BYTES_PER_READ;
		for (const place of places ?? this.#memory.findPlaces(at, size)) {
			if (!this.#sieve.isNeedleAt(content, place)) continue;
			left -= 1;
			if (left < 0 || this.#sieve.mayReadAt(content, place)) return null;
			found = Math.max(found, this.#sieve.measureContext(content, place));
		}
		return found;
	}
	#sortBlob(object, content, isClean) {
		if (isClean) {
			this.#sieved.states[object] = 1;
			this.#sieved.sizes[object] = content.length;
		} else this.#waiting = {
			object,
			content
		};
	}
	#sortCommit(object, content) {
		const { headers, message } = splitCommit(content);
		const { people, signatures } = extractHeaderTexts(headers);
		const [text = Buffer.alloc(0)] = message;
		if (this.#sieve.isMoreThanBytes(text) || signatures.length > 0 && this.#sieve.mayHold(signatures) || this.#isNew(people.toString("latin1")) && this.#sieve.mayHold(people)) return this.visitUnread(object);
		this.#sieved.states[object] = 1;
		this.#sieved.sizes[object] = text.length;
	}
	#isNew(people) {
		if (this.#people.has(people)) return false;
		if (this.#remembered > MAX_REMEMBERED) {
			this.#people.clear();
			this.#remembered = 0;
		}
		this.#people.add(people);
		this.#remembered += people.length;
		return true;
	}
};
function* takeRoots({ pack, taken }, round) {
	for (;;) {
		const from = Atomics.add(taken, round, BATCH);
		if (from >= pack.roots.length) return;
		yield {
			from,
			roots: pack.roots.subarray(from, from + BATCH)
		};
	}
}
async function sievePack(task, index, tools) {
	const sievedPack = task.packs[index];
	if (!sievedPack) return;
	const { pack, sieved } = sievedPack;
	const objects = new ObjectSieve(tools, sieved);
	const reader = new PackReader(pack, tools.memory, objects);
	try {
		for (const { from, roots } of takeRoots(sievedPack, 0)) {
			for (const root of roots) {
				if (!task.types.includes(pack.types[root] ?? 0)) continue;
				for (const _ of reader.readFamily(root)) if (objects.isWaiting) await objects.detectWaiting();
				objects.endFamily();
			}
			const report = {
				pack: index,
				from,
				roots: roots.length,
				...objects.takeFound()
			};
			parentPort?.postMessage(report, []);
		}
	} finally {
		reader.close();
	}
}
async function listTrees({ packs }, listing, tools) {
	const suspects = /* @__PURE__ */ new Set();
	const lister = new TreeLister(listing, tools.memory, 32, {
		takePiece: (piece) => parentPort?.postMessage(piece, [piece.numbers.buffer]),
		takeHashes: (hashes) => parentPort?.postMessage(hashes, [hashes.hashes.buffer]),
		takeName: (name) => {
			if (tools.sieve.mayHold(name)) suspects.add(name.toString("latin1"));
		}
	});
	for (const [index, sievedPack] of packs.entries()) {
		const start = listing.names.starts[index] ?? 0;
		const reader = new PackReader(sievedPack.pack, tools.memory, {
			visit: (unpacked) => {
				lister.list(start + unpacked.object, unpacked);
				return null;
			},
			visitUnread: () => {}
		});
		for (const { roots } of takeRoots(sievedPack, 1)) for (const root of roots) if (sievedPack.pack.types[root] === TREE) for (const _ of reader.readFamily(root));
		reader.close();
	}
	lister.close();
	for (const name of suspects) {
		if ((await listNotes(tools.detect, Buffer.from(name, "latin1")))?.length === 0) continue;
		parentPort?.postMessage({ hasSuspectName: true }, []);
		break;
	}
}
async function listNotes(detect, content) {
	const tooMuch = /* @__PURE__ */ new Error("too much");
	const notes = [];
	const note = (noted) => {
		if (noted.kind === "unread" && noted.why === "it has too many parts of keys to look closely at all of them" || notes.length === MAX_NOTES) throw tooMuch;
		notes.push(noted);
	};
	const blob = {
		provenance: {
			kind: "object",
			oid: ""
		},
		chunks: [content]
	};
	try {
		for await (const _ of detect(blob, note)) return null;
		return notes;
	} catch (error) {
		if (error === tooMuch) return null;
		throw error;
	}
}
async function sieveAll(task) {
	const tools = {
		sieve: new Sieve(task),
		detect: createDetector(task),
		memory: new PackMemory(),
		notes: { left: MAX_NOTES_IN_ALL }
	};
	tools.sieve.writeTables(tools.memory.bytes);
	for (const index of task.packs.keys()) await sievePack(task, index, tools);
	if (task.listing) await listTrees(task, task.listing, tools);
}
sieveAll(workerData);
export {};
