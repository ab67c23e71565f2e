import "./rolldown-runtime.js";
import { Git, NOT_AN_ERROR, UsageError, countSilent, createGitError, createWorld, findCandidates, includeEverything, runSelfTest, truncateMask } from "./scan.js";
import { REPOSITORY_GONE, TOKEN_ENDED, describeMovedRepository, describeRefusedClone, describeRepositoryFault, describeSlowRepository, describeTooLargeRepository, describeUnfetchedRepository } from "./messages.js";
import { describeFetchFailure, fetchMirror } from "./sources.js";
import { fetchRepository } from "./fetch-repository.js";
import { openHistory } from "./history.js";
const statfs = (...args) => process.getBuiltinModule("node:fs/promises").statfs(...args);
// src/sweep/scan/disk-budget.ts
const FACTOR = 1.5;
const FIXED = 10485760;
var DiskBudget = class {
	#total;
	#reserved = 0;
	#waiting = [];
	constructor(total) {
		this.#total = total;
	}
	get total() {
		return this.#total;
	}
	mayHold(kilobytes) {
		return estimateBytes(kilobytes) <= this.#total;
	}
	async reserve(kilobytes) {
		const bytes = Math.min(estimateBytes(kilobytes), this.#total);
		if (this.#waiting.length > 0 || this.#reserved + bytes > this.#total) await new Promise((start) => {
			this.#waiting.push({
				bytes,
				start
			});
		});
		else this.#reserved += bytes;
		return () => {
			this.#reserved -= bytes;
			this.#startNext();
		};
	}
	#startNext() {
		for (let next = this.#waiting[0]; next && this.#reserved + next.bytes <= this.#total; next = this.#waiting[0]) {
			this.#waiting = this.#waiting.slice(1);
			this.#reserved += next.bytes;
			next.start();
		}
	}
};
function estimateBytes(kilobytes) {
	return kilobytes * 1024 * FACTOR + FIXED;
}
// src/sweep/scan/swept-source.ts
const MOST_OBJECTS = 4;
var SweptSource = class {
	#source;
	#mayGoOn;
	#objects = /* @__PURE__ */ new Map();
	#isCut = false;
	constructor(source, mayGoOn) {
		this.#source = source;
		this.#mayGoOn = mayGoOn;
	}
	get isCut() {
		return this.#isCut;
	}
	async *blobs() {
		for await (const blob of this.#source.blobs()) {
			if (!this.#mayGoOn()) {
				this.#isCut = true;
				return;
			}
			yield blob;
		}
	}
	async locate(blob, hit) {
		const sightings = await this.#source.locate(blob, hit);
		const object = getObjectId(blob.provenance);
		const { fingerprint } = hit.secret;
		const objects = this.#objects.get(fingerprint) ?? /* @__PURE__ */ new Set();
		this.#objects.set(fingerprint, objects);
		if (object !== null && sightings.length > 0 && objects.size < MOST_OBJECTS) objects.add(object);
		return sightings;
	}
	listObjects(fingerprint) {
		return [...this.#objects.get(fingerprint) ?? []];
	}
	async complete(sightings) {
		return await this.#source.complete(sightings);
	}
	async nameOf(blob) {
		return await this.#source.nameOf(blob);
	}
	account() {
		return this.#source.account();
	}
};
function getObjectId(provenance) {
	switch (provenance.kind) {
		case "object":
		case "note": return provenance.oid;
		case "commit-message":
		case "commit-people":
		case "commit-signature": return provenance.commit;
		case "tag-message": return provenance.tag;
		case "path":
		case "ref":
		case "event-text":
		case "file":
		case "stdin": return null;
		default: return provenance;
	}
}
// src/sweep/scan/read-repository.ts
const NOTHING_READ = {
	commits: 0,
	blobs: 0,
	bytes: 0,
	texts: 0,
	milliseconds: 0
};
function createUnreadRecord({ id, name }, found) {
	const { state = "unread", refs = null, gaps = [] } = found;
	return {
		id,
		name,
		state,
		refs,
		coverage: NOTHING_READ,
		silent: countSilent([]),
		keys: [],
		gaps
	};
}
async function readHistory({ id, name }, { dir, refs }, options) {
	const { environment, clock, detail, readingLimit, signal } = options;
	const started = clock.elapsed();
	const mayGoOn = () => !signal.aborted && clock.elapsed() - started <= readingLimit;
	const { source } = await openHistory({
		repo: dir,
		environment,
		includes: includeEverything,
		unreachable: false
	});
	const swept = new SweptSource(source, mayGoOn);
	const world = createWorld({
		source: swept,
		ignores: NO_IGNORES,
		settings: NO_SETTINGS,
		environment,
		clock
	});
	const found = await findCandidates(world);
	const selfTestGaps = await runSelfTest(world);
	const { coverage, gaps } = swept.account();
	const slow = swept.isCut ? [{
		kind: "unreadable",
		cause: "cut-short",
		detail: describeSlowRepository(readingLimit / 6e4)
	}] : [];
	const all = [
		...found.gaps,
		...selfTestGaps,
		...gaps,
		...slow
	];
	return {
		id,
		name,
		state: "read",
		refs: all.every(isLasting) ? refs : null,
		coverage: {
			...coverage,
			milliseconds: Math.round(clock.elapsed() - started)
		},
		silent: found.silent,
		keys: found.candidates.map((candidate) => describeKey(candidate, swept, detail)),
		gaps: all
	};
}
function isLasting({ kind }) {
	return kind === "archive" || kind === "lfs";
}
function describeKey({ secret, kind, confidence, sightings }, source, detail) {
	const { fingerprint, mask } = secret;
	return {
		fingerprint,
		mask: detail === "full" ? mask : truncateMask(mask),
		kind,
		confidence,
		sightings,
		objects: source.listObjects(fingerprint)
	};
}
const NO_IGNORES = async () => ({
	ignore: [],
	exclude: []
});
const NO_SETTINGS = {
	adminKey: null,
	baseURL: "",
	paths: [],
	exclude: []
};
// src/sweep/scan/scan-shard.ts
const CONCURRENCY = 4;
const DISK_SHARE = .8;
async function scanShard(repositories, options) {
	await requireGit(options);
	const shard = new ShardScan(new DiskBudget(options.maxBytes ?? await measureFreeDisk(options.temp) * DISK_SHARE), options);
	const waiting = repositories.values();
	const workThrough = async () => {
		for (const repository of waiting) {
			if (options.signal.aborted) return;
			await shard.scan(repository);
		}
	};
	await Promise.all(Array.from({ length: CONCURRENCY }, workThrough));
}
var ShardScan = class {
	#budget;
	#options;
	#reading = Promise.resolve();
	#hasTokenEnded = false;
	constructor(budget, options) {
		this.#budget = budget;
		this.#options = options;
	}
	async scan(planned) {
		const record = await this.#makeRecord(planned).catch((error) => describeFault(planned, error));
		if (!this.#options.signal.aborted) await this.#options.onRecord(record);
	}
	async #makeRecord(planned) {
		if (this.#hasTokenEnded) return createGapRecord(planned, TOKEN_ENDED);
		if (!this.#budget.mayHold(planned.kilobytes)) return createGapRecord(planned, this.#describeTooLarge());
		const free = await this.#budget.reserve(planned.kilobytes);
		try {
			return await this.#fetchAndRead(planned);
		} finally {
			free();
		}
	}
	async #fetchAndRead(planned) {
		const { total } = this.#budget;
		const maxBytes = total / CONCURRENCY + planned.kilobytes * 1024;
		const fetch = async (remote) => await fetchMirror({
			...this.#options,
			...planned,
			...remote,
			maxBytes
		});
		const { name, fetched: mirror } = await fetchRepository(planned, fetch, this.#options);
		if (mirror.kind === "token-ended") this.#hasTokenEnded = true;
		const here = {
			id: planned.id,
			name
		};
		if (mirror.kind === "unchanged" || mirror.kind === "empty") return createUnreadRecord(here, {
			state: mirror.kind,
			refs: mirror.refs
		});
		if (mirror.kind !== "fetched") return createGapRecord(here, this.#describeUnfetched(mirror, name));
		try {
			return await this.#inTurn(async () => await readHistory(here, mirror, this.#options));
		} finally {
			await mirror.close();
		}
	}
	async #inTurn(read) {
		const turn = this.#reading.then(read, read);
		this.#reading = turn.catch(() => {});
		return await turn;
	}
	#describeUnfetched(mirror, name) {
		switch (mirror.kind) {
			case "token-ended": return TOKEN_ENDED;
			case "gone": return REPOSITORY_GONE;
			case "moved": return describeMovedRepository(name);
			case "too-large": return this.#describeTooLarge();
			case "refused": return describeRefusedClone(mirror.status);
			case "unknown":
			case "unfiltered":
			case "mismatched":
			case "full":
			case "failed": return describeUnfetchedRepository(describeFetchFailure(mirror));
			default: throw new Error(`there is no gap for ${mirror.kind}`);
		}
	}
	#describeTooLarge() {
		return describeTooLargeRepository(`${(this.#budget.total / 1e9).toFixed(1)} GB`);
	}
};
function createGapRecord(repository, detail) {
	return createUnreadRecord(repository, { gaps: [{
		kind: "unfetched",
		cause: "repository",
		detail
	}] });
}
function describeFault(planned, error) {
	const isOurs = error instanceof UsageError;
	const name = error instanceof Error ? error.name : NOT_AN_ERROR;
	return createGapRecord(planned, isOurs ? error.message : describeRepositoryFault(name));
}
async function requireGit({ temp, environment }) {
	const exit = await new Git(temp, environment).run(["version"]);
	if (exit.spawnError) throw createGitError(exit, "start");
}
async function measureFreeDisk(folder) {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize;
}
export { scanShard };
