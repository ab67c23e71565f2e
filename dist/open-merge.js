import "./rolldown-runtime.js";
import { SILENT_KINDS, includeEverything } from "./scan.js";
import { STATE_MISSING, UNREAD_KEY, describeRepositoryGap, describeUnreadKey } from "./messages.js";
import { openHistory } from "./history.js";
import { fetchFoundObjects, fetchMirror, readFoundObjects } from "./sources.js";
import { fetchRepository } from "./fetch-repository.js";
// src/sweep/merge/found-places.ts
const AHEAD = 3;
var FoundPlaces = class {
	#records;
	#reading;
	#gaps;
	#current = null;
	constructor(records, gaps, reading) {
		this.#records = records;
		this.#reading = reading;
		this.#gaps = [...gaps, ...records.flatMap(listGaps)];
	}
	async *blobs() {
		const holding = this.#records.filter(({ keys }) => keys.length > 0);
		const opened = [];
		const openUntil = (index) => {
			while (opened.length < Math.min(index + 1, holding.length)) {
				const next = holding[opened.length];
				if (next) opened.push(this.#reading.open(next).catch(() => null));
			}
		};
		let index = 0;
		try {
			for (; index < holding.length; index += 1) {
				openUntil(index + AHEAD);
				const record = holding[index];
				if (record) yield* this.#readOne(record, await opened[index] ?? null);
			}
		} finally {
			this.#current = null;
			for (const one of opened.slice(index)) await (await one)?.close();
			this.#reading.onRead();
		}
	}
	async *#readOne(record, opened) {
		const found = /* @__PURE__ */ new Set();
		this.#current = {
			record,
			found
		};
		try {
			if (opened) yield* opened.blobs();
		} finally {
			await opened?.close();
			const why = opened ? UNREAD_KEY.gone : UNREAD_KEY.unfetched;
			for (const { fingerprint, mask } of record.keys) {
				if (found.has(fingerprint)) continue;
				const detail = describeRepositoryGap(record.name, describeUnreadKey(mask, fingerprint, why));
				const publicDetail = describeRepositoryGap(record.name, describeUnreadKey("", fingerprint, why));
				this.#gaps.push({
					kind: "unfetched",
					cause: "repository",
					detail,
					publicDetail
				});
			}
		}
	}
	async locate(_, { secret: { fingerprint }, encoding, member }) {
		if (!this.#current) throw new Error("a place is located while its repository is read");
		const { record, found } = this.#current;
		const repository = record.name;
		if (found.has(fingerprint)) return [];
		found.add(fingerprint);
		const key = record.keys.find((one) => one.fingerprint === fingerprint);
		if (key) return key.sightings.map((sighting) => ({
			...sighting,
			repository
		}));
		return [{
			where: "file",
			path: null,
			line: null,
			column: null,
			commit: null,
			author: null,
			at: null,
			encoding,
			member,
			inHead: false,
			preexisting: false,
			repository
		}];
	}
	async complete(sightings) {
		return sightings;
	}
	async nameOf(blob) {
		const { provenance } = blob;
		const object = provenance.kind === "object" ? [shortenId(provenance.oid)] : [];
		return { name: [
			this.#current?.record.name,
			provenance.kind,
			...object
		].join(" ") };
	}
	account() {
		const coverage = {
			commits: 0,
			blobs: 0,
			bytes: 0,
			texts: 0
		};
		for (const record of this.#records) {
			coverage.commits += record.coverage.commits;
			coverage.blobs += record.coverage.blobs;
			coverage.bytes += record.coverage.bytes;
			coverage.texts += record.coverage.texts;
		}
		return {
			coverage,
			gaps: this.#gaps
		};
	}
};
function shortenId(oid) {
	return oid.slice(0, 7);
}
function listGaps({ name, gaps }) {
	return gaps.map(({ kind, cause, detail }) => {
		return {
			kind,
			detail: describeRepositoryGap(name, detail),
			...cause === void 0 ? {} : { cause }
		};
	});
}
// src/sweep/merge/open-found.ts
async function openFoundBlobs(record, options) {
	const objects = [...new Set(record.keys.flatMap((key) => key.objects))];
	const isInNames = record.keys.some((key) => key.objects.length === 0);
	const { environment } = options;
	if (isInNames) {
		const whole = {
			...options,
			defaultBranch: null,
			knownRefs: null
		};
		const { fetched } = await fetchRepository(record, async (remote) => await fetchMirror({
			...whole,
			...remote
		}), options);
		if (fetched.kind !== "fetched") return null;
		const { dir, close } = fetched;
		return {
			blobs: () => readWithNames(dir, objects, environment),
			close
		};
	}
	const single = async (remote) => await fetchFoundObjects({
		...options,
		...remote,
		objects
	});
	const { fetched } = await fetchRepository(record, single, options);
	if (fetched.kind !== "fetched") return null;
	const { dir, close } = fetched;
	return {
		blobs: () => readFoundObjects(dir, objects, environment),
		close
	};
}
async function* readWithNames(dir, objects, environment) {
	yield* readFoundObjects(dir, objects, environment);
	const { source } = await openHistory({
		repo: dir,
		environment,
		includes: includeEverything,
		unreachable: false
	});
	for await (const blob of source.blobs()) {
		const { kind } = blob.provenance;
		if (kind === "path" || kind === "ref") yield blob;
	}
}
// src/sweep/merge/resolve-unchanged.ts
function resolveUnchanged(records, state) {
	const known = new Map(state?.repositories.map((record) => [record.id, record]));
	return records.map((record) => {
		if (record.state !== "unchanged") return record;
		const earlier = known.get(record.id);
		if (earlier && earlier.refs === record.refs) {
			const { keys, gaps } = earlier;
			return {
				...record,
				keys,
				gaps
			};
		}
		return {
			...record,
			refs: null,
			gaps: [{
				kind: "unfetched",
				cause: "repository",
				detail: STATE_MISSING
			}]
		};
	});
}
function updateState(organization, at, records, earlier) {
	const read = records.filter(({ refs }) => refs !== null);
	const ids = new Set(read.map(({ id }) => id));
	const kept = earlier?.repositories.filter(({ id }) => !ids.has(id)) ?? [];
	return {
		organization,
		at,
		repositories: [...read, ...kept].toSorted((one, other) => one.id - other.id)
	};
}
// src/sweep/merge/open-merge.ts
function openMerge({ plan, records, gaps }, earlier, options) {
	const resolved = resolveUnchanged(records, earlier);
	const order = resolved.toSorted((one, other) => one.name < other.name ? -1 : 1);
	const repositories = plan.shards.reduce((sum, { length }) => sum + length, 0);
	return {
		change: {
			kind: "sweep",
			organization: plan.organization,
			repositories
		},
		source: new FoundPlaces(order, gaps, {
			open: async (record) => await openFoundBlobs(record, options),
			onRead: options.onRead ?? (() => {})
		}),
		silent: addSilent(resolved),
		state: (at) => updateState(plan.organization, at, resolved, earlier)
	};
}
function addSilent(records) {
	const sums = SILENT_KINDS.map((kind) => [kind, records.reduce((sum, { silent }) => sum + silent[kind], 0)]);
	return Object.fromEntries(sums);
}
export { openMerge };
