import "./rolldown-runtime.js";
import { createDetector, extractHeaderTexts, parsePointer, splitCommit } from "./scan.js";
import { Sieve } from "./archives.js";
import { PACK_TYPES, PackMemory, PackReader, TreeLister } from "./sources.js";
import "./history.js";
const parentPort = process.getBuiltinModule("node:worker_threads").parentPort;
const workerData = process.getBuiltinModule("node:worker_threads").workerData;
// src/sources/history/history-worker.ts
const BATCH = 256;
const MAX_WAITING = 16777216;
const FREE_READS = 256;
const BYTES_PER_READ = 1024;
const MAX_REMEMBERED = 4194304;
const COMMIT = PACK_TYPES.indexOf("commit");
const BLOB = PACK_TYPES.indexOf("blob");
const TREE = PACK_TYPES.indexOf("tree");
var ObjectSieve = class {
	#sieve;
	#detect;
	#memory;
	#sieved;
	#suspects = [];
	#waiting = [];
	#waitingBytes = 0;
	#people = /* @__PURE__ */ new Set();
	#remembered = 0;
	constructor({ sieve, detect, memory }, sieved) {
		[this.#sieve, this.#detect, this.#memory, this.#sieved] = [
			sieve,
			detect,
			memory,
			sieved
		];
	}
	get isWaiting() {
		return this.#waiting.length > 0;
	}
	takeSuspects() {
		return Int32Array.from(this.#suspects.splice(0));
	}
	async detectWaiting() {
		const { states, sizes } = this.#sieved;
		for (const { object, content } of this.#waiting) if (await mayFind(this.#detect, content)) this.visitUnread(object);
		else {
			states[object] = 1;
			sizes[object] = content.length;
		}
		this.#waiting = [];
		this.#waitingBytes = 0;
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
		} else if (this.#waitingBytes + content.length <= MAX_WAITING) {
			this.#waiting.push({
				object,
				content: Buffer.from(content)
			});
			this.#waitingBytes += content.length;
		} else this.visitUnread(object);
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
				reader.readFamily(root);
				if (objects.isWaiting) await objects.detectWaiting();
			}
			const report = {
				pack: index,
				from,
				roots: roots.length,
				suspects: objects.takeSuspects()
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
		for (const { roots } of takeRoots(sievedPack, 1)) for (const root of roots) if (sievedPack.pack.types[root] === TREE) reader.readFamily(root);
		reader.close();
	}
	lister.close();
	for (const name of suspects) {
		if (!await mayFind(tools.detect, Buffer.from(name, "latin1"))) continue;
		parentPort?.postMessage({ hasSuspectName: true }, []);
		break;
	}
}
async function mayFind(detect, content) {
	const noted = /* @__PURE__ */ new Error("a note");
	const note = () => {
		throw noted;
	};
	const blob = {
		provenance: {
			kind: "object",
			oid: ""
		},
		chunks: [content]
	};
	try {
		for await (const _ of detect(blob, note)) return true;
		return false;
	} catch (error) {
		if (error === noted) return true;
		throw error;
	}
}
async function sieveAll(task) {
	const tools = {
		sieve: new Sieve(task),
		detect: createDetector(task),
		memory: new PackMemory()
	};
	tools.sieve.writeTables(tools.memory.bytes);
	for (const index of task.packs.keys()) await sievePack(task, index, tools);
	if (task.listing) await listTrees(task, task.listing, tools);
}
sieveAll(workerData);
export {};
