import { __exportAll, __toESM } from "./rolldown-runtime.js";
import { GapCollector, Git, NOT_AN_ERROR, ObjectReader, SILENT_KINDS, Tree, UsageError, VERSION, countSilent, createGitError, createWorld, findCandidates, formatSafeJson, includeEverything, isPast, readSourcesId, runSelfTest, selectRepository, truncateMask } from "./scan.js";
import { describeFetchFailure, fetchFoundObjects, fetchMirror, findHead, readFoundObjects } from "./sources.js";
import { openHistory } from "./history.js";
import { TreeReader } from "./locate.js";
import { LEFT_OUT, READ_STATES } from "./report.js";
import { REPOSITORY_GONE, STATE_MISSING, TOKEN_ENDED, UNREAD_KEY, describeChangedFile, describeCutShard, describeDamagedFile, describeEmptySweep, describeForeignFile, describeForeignState, describeIdleGlobs, describeMissingPlan, describeMissingShard, describeMovedRepository, describeOtherPlan, describeRefusedClone, describeRepositoryFault, describeRepositoryGap, describeShardCount, describeSlowRepository, describeTooLargeRepository, describeUnfetchedRepository, describeUnreadKey, describeUnreadableFile } from "./messages.js";
import { findRepositoryName, parseFailure } from "./github.js";
const createHash = (...args) => process.getBuiltinModule("node:crypto").createHash(...args);
const randomUUID = (...args) => process.getBuiltinModule("node:crypto").randomUUID(...args);
const join = process.getBuiltinModule("node:path").join;
const mkdir = (...args) => process.getBuiltinModule("node:fs/promises").mkdir(...args);
const readFile = (...args) => process.getBuiltinModule("node:fs/promises").readFile(...args);
const readdir = (...args) => process.getBuiltinModule("node:fs/promises").readdir(...args);
const rename = (...args) => process.getBuiltinModule("node:fs/promises").rename(...args);
const rm = (...args) => process.getBuiltinModule("node:fs/promises").rm(...args);
const statfs = (...args) => process.getBuiltinModule("node:fs/promises").statfs(...args);
const writeFile = (...args) => process.getBuiltinModule("node:fs/promises").writeFile(...args);
// src/sweep/documents/field-reader.ts
var FieldReader = class FieldReader {
	#value;
	#place;
	constructor(value, place) {
		this.#value = value;
		this.#place = place;
	}
	get(name) {
		const { path } = this.#place;
		const value = typeof this.#value === "object" && this.#value !== null && !Array.isArray(this.#value) ? this.#value[name] : void 0;
		return new FieldReader(value, {
			...this.#place,
			path: path === "" ? name : `${path}.${name}`
		});
	}
	list() {
		if (!Array.isArray(this.#value)) throw this.#fail();
		return this.#value.map((one, index) => {
			return new FieldReader(one, {
				...this.#place,
				path: `${this.#place.path}[${index}]`
			});
		});
	}
	text(pattern = /^[^\0]*$/s) {
		if (typeof this.#value === "string" && pattern.test(this.#value)) return this.#value;
		throw this.#fail();
	}
	count() {
		if (typeof this.#value === "number" && Number.isSafeInteger(this.#value) && this.#value >= 0) return this.#value;
		throw this.#fail();
	}
	boolean() {
		if (typeof this.#value === "boolean") return this.#value;
		throw this.#fail();
	}
	word(words) {
		const found = words.find((word) => word === this.#value);
		if (found === void 0) throw this.#fail();
		return found;
	}
	time() {
		const time = new Date(this.text());
		if (Number.isNaN(time.getTime())) throw this.#fail();
		return time;
	}
	orNull(read) {
		return this.#value === null ? null : read(this);
	}
	orNothing(read) {
		return this.#value === void 0 ? void 0 : read(this);
	}
	#fail() {
		const { file, kind, path } = this.#place;
		return new UsageError(describeDamagedFile(file, kind, path));
	}
};
// src/sweep/documents/sealed-document.ts
function nameSchema(kind) {
	return `openai-key-guard/sweep-${kind}/v1`;
}
function formatSealed(kind, content) {
	const tool = {
		name: "openai-key-guard",
		version: VERSION
	};
	const fields = JSON.parse(formatSafeJson({
		schema: nameSchema(kind),
		tool,
		...content
	}));
	const digest = computeDigest(fields);
	return {
		text: formatSafeJson({
			...fields,
			digest
		}),
		digest
	};
}
function parseSealed(kind, text, file) {
	const { digest, ...fields } = parseObject(text);
	if (fields["schema"] !== nameSchema(kind)) throw new UsageError(describeForeignFile(file, kind));
	if (digest !== computeDigest(fields)) throw new UsageError(describeChangedFile(file, kind));
	return {
		fields,
		digest
	};
}
function computeDigest(fields) {
	return createHash("sha256").update(JSON.stringify(fields)).digest("hex");
}
function parseObject(text) {
	try {
		const value = JSON.parse(text.replace(/^\ufeff/, ""));
		return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
	} catch {
		return {};
	}
}
// src/sweep/documents/plan-document.ts
var plan_document_exports = /* @__PURE__ */ __exportAll({
	formatPlan: () => formatPlan,
	parsePlan: () => parsePlan
});
const REPOSITORY_NAME = /^[\w.-]+\/(?!\.{1,2}$)[\w.-]+$/;
const DIGEST = /^[0-9a-f]{64}$/;
const TIPS = /^(?:[A-Za-z0-9+/]{16})*$/;
const READER = /^[\w.+-]{1,100}$/;
function formatPlan({ organization, server, at, reader, shards, leftOut }) {
	return formatSealed("plan", {
		organization,
		server,
		at: at.toISOString(),
		reader,
		repositories: shards.reduce((sum, { length }) => sum + length, 0),
		leftOut: {
			archived: leftOut.archived,
			forks: leftOut.fork,
			notIncluded: leftOut["not-included"],
			excluded: leftOut.excluded
		},
		shards: shards.map((repositories) => ({
			kilobytes: repositories.reduce((sum, { kilobytes }) => sum + kilobytes, 0),
			repositories: repositories.map(({ id, name, kilobytes, defaultBranch, knownRefs, knownTips }) => {
				return {
					id,
					name,
					kilobytes,
					defaultBranch,
					knownRefs,
					knownTips
				};
			})
		}))
	});
}
function parsePlan(text, file) {
	const { fields, digest } = parseSealed("plan", text, file);
	const root = new FieldReader(fields, {
		file,
		kind: "plan",
		path: ""
	});
	const left = root.get("leftOut");
	return {
		plan: {
			organization: root.get("organization").text(/^[\w.-]+$/),
			server: root.get("server").text(/^https?:\/\/[^\s?#]+$/),
			at: root.get("at").time(),
			reader: root.get("reader").text(READER),
			leftOut: {
				archived: left.get("archived").count(),
				fork: left.get("forks").count(),
				"not-included": left.get("notIncluded").count(),
				excluded: left.get("excluded").count()
			},
			shards: root.get("shards").list().map((shard) => shard.get("repositories").list().map(parseRepository))
		},
		digest
	};
}
function parseRepository(field) {
	return {
		id: field.get("id").count(),
		name: field.get("name").text(REPOSITORY_NAME),
		kilobytes: field.get("kilobytes").count(),
		defaultBranch: field.get("defaultBranch").orNull((one) => one.text()),
		knownRefs: field.get("knownRefs").orNull((one) => one.text(DIGEST)),
		knownTips: field.get("knownTips").orNull((one) => one.text(TIPS))
	};
}
// src/sweep/documents/record-document.ts
const PLACES = [
	"file",
	"commit-message",
	"tag-message",
	"path",
	"pull-request",
	"stdin"
];
const KINDS = Object.keys({
	user: 0,
	project: 0,
	"service-account": 0,
	admin: 0,
	named: 0,
	suspected: 0,
	"codex-access-token": 0,
	"agent-identity": 0,
	"chatgpt-login": 0
});
const CONFIDENCES = [
	"certain",
	"likely",
	"suspected"
];
const ENCODINGS = [
	"plain",
	"base64",
	"hex",
	"utf-16",
	"utf-32",
	"char-codes",
	"reversed",
	"rot13",
	"percent",
	"split"
];
const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const GAP_WORD = /^[a-z-]{1,40}$/;
function formatRecord(record) {
	const { id, name, state, refs, tips, since, reader, coverage, silent, keys, gaps } = record;
	const { commits, blobs, bytes, texts, milliseconds } = coverage;
	return {
		id,
		name,
		state,
		refs,
		tips,
		since,
		reader,
		coverage: {
			commits,
			blobs,
			bytes,
			texts,
			milliseconds
		},
		silent: {
			publishedExamples: silent["published-example"],
			placeholders: silent.placeholder,
			sequences: silent.sequence,
			repetitions: silent.repetition
		},
		keys: keys.map(({ fingerprint, mask, kind, confidence, objects, sightings }) => {
			return {
				fingerprint,
				mask,
				kind,
				confidence,
				objects,
				sightings: sightings.map(formatPlace$1)
			};
		}),
		gaps: gaps.map(({ kind, cause, detail, path }) => {
			return {
				kind,
				detail,
				...cause === void 0 ? {} : { cause },
				...path === void 0 ? {} : { path }
			};
		})
	};
}
function formatPlace$1(sighting) {
	const { where, path, line, column, commit, author, at, encoding, member, inHead, unlisted } = sighting;
	return {
		where,
		path,
		line,
		column,
		commit,
		author,
		at: at !== null && !Number.isNaN(at.getTime()) ? at.toISOString() : null,
		encoding,
		member,
		inHead,
		...unlisted === void 0 ? {} : { unlisted }
	};
}
function parseRecord(field) {
	const [coverage, silent] = [field.get("coverage"), field.get("silent")];
	return {
		id: field.get("id").count(),
		name: field.get("name").text(REPOSITORY_NAME),
		state: field.get("state").word(READ_STATES),
		refs: field.get("refs").orNull((one) => one.text(DIGEST)),
		tips: field.get("tips").orNull((one) => one.text(TIPS)),
		since: field.get("since").orNull((one) => one.text(DIGEST)),
		reader: field.get("reader").text(READER),
		coverage: {
			commits: coverage.get("commits").count(),
			blobs: coverage.get("blobs").count(),
			bytes: coverage.get("bytes").count(),
			texts: coverage.get("texts").count(),
			milliseconds: coverage.get("milliseconds").count()
		},
		silent: {
			"published-example": silent.get("publishedExamples").count(),
			placeholder: silent.get("placeholders").count(),
			sequence: silent.get("sequences").count(),
			repetition: silent.get("repetitions").count()
		},
		keys: field.get("keys").list().map(parseKey),
		gaps: field.get("gaps").list().map(parseGap)
	};
}
function parseKey(field) {
	return {
		fingerprint: field.get("fingerprint").text(/^[0-9a-f]{16}$/),
		mask: field.get("mask").text(/^[\w-]{0,80}…[\w-]{0,4}$/),
		kind: field.get("kind").word(KINDS),
		confidence: field.get("confidence").word(CONFIDENCES),
		objects: field.get("objects").list().map((one) => one.text(OBJECT_ID)),
		sightings: field.get("sightings").list().map(parsePlace)
	};
}
function parsePlace(field) {
	const unlisted = field.get("unlisted").orNothing((one) => one.count());
	const readText = (one) => one.text();
	const readCount = (one) => one.count();
	return {
		where: field.get("where").word(PLACES),
		path: field.get("path").orNull(readText),
		line: field.get("line").orNull(readCount),
		column: field.get("column").orNull(readCount),
		commit: field.get("commit").orNull((one) => one.text(OBJECT_ID)),
		author: field.get("author").orNull(readText),
		at: field.get("at").orNull((one) => one.time()),
		encoding: field.get("encoding").word(ENCODINGS),
		member: field.get("member").orNull(readText),
		inHead: field.get("inHead").boolean(),
		preexisting: false,
		...unlisted === void 0 ? {} : { unlisted }
	};
}
function parseGap(field) {
	const cause = field.get("cause").orNothing((one) => one.text(GAP_WORD));
	const path = field.get("path").orNothing((one) => one.text());
	return {
		kind: field.get("kind").text(GAP_WORD),
		detail: field.get("detail").text(),
		...cause === void 0 ? {} : { cause },
		...path === void 0 ? {} : { path }
	};
}
// src/sweep/documents/shard-document.ts
var shard_document_exports = /* @__PURE__ */ __exportAll({
	formatState: () => formatState,
	parseState: () => parseState
});
function formatShard({ plan, shard, repositories }) {
	return formatSealed("shard", {
		plan,
		shard,
		repositories: repositories.map(formatRecord)
	}).text;
}
function parseShard(text, file) {
	const root = new FieldReader(parseSealed("shard", text, file).fields, {
		file,
		kind: "shard",
		path: ""
	});
	return {
		plan: root.get("plan").text(DIGEST),
		shard: root.get("shard").count(),
		repositories: root.get("repositories").list().map(parseRecord)
	};
}
function formatState({ organization, at, repositories }) {
	return formatSealed("state", {
		organization,
		at: at.toISOString(),
		repositories: repositories.map(formatRecord)
	}).text;
}
function parseState(text, file) {
	const root = new FieldReader(parseSealed("state", text, file).fields, {
		file,
		kind: "state",
		path: ""
	});
	return {
		organization: root.get("organization").text(/^[\w.-]+$/),
		at: root.get("at").time(),
		repositories: root.get("repositories").list().map(parseRecord)
	};
}
// src/sweep/scan/shard-writer.ts
var shard_writer_exports = /* @__PURE__ */ __exportAll({
	PLAN_FILE: () => PLAN_FILE,
	ShardWriter: () => ShardWriter,
	writeWholeFile: () => writeWholeFile
});
const INTERVAL = 5e3;
var ShardWriter = class {
	#place;
	#order;
	#records = /* @__PURE__ */ new Map();
	#writing = Promise.resolve();
	#written;
	constructor(place, ids) {
		this.#place = place;
		this.#order = new Map(ids.map((id, index) => [id, index]));
		this.#written = place.clock.elapsed();
	}
	get records() {
		const rank = ({ id }) => this.#order.get(id) ?? 0;
		return [...this.#records.values()].toSorted((one, other) => rank(one) - rank(other));
	}
	async add(record) {
		this.#records.set(record.id, record);
		if (this.#place.clock.elapsed() - this.#written >= INTERVAL) await this.write();
	}
	async write() {
		this.#written = this.#place.clock.elapsed();
		const replace = async () => await this.#replace();
		this.#writing = this.#writing.then(replace, replace);
		await this.#writing;
	}
	async #replace() {
		const { folder, plan, shard } = this.#place;
		await writeWholeFile(join(folder, nameShardFile(shard)), formatShard({
			plan,
			shard,
			repositories: this.records
		}));
	}
};
const PLAN_FILE = "plan.json";
function nameShardFile(shard) {
	return `shard-${shard}.json`;
}
async function writeWholeFile(file, text) {
	await mkdir(join(file, ".."), { recursive: true });
	const draft = `${file}.${randomUUID().slice(0, 8)}.tmp`;
	try {
		await writeFile(draft, text, { mode: 384 });
		await rename(draft, file);
	} catch (error) {
		await rm(draft, { force: true });
		throw error;
	}
}
// src/sweep/merge/collect-shards.ts
var collect_shards_exports = /* @__PURE__ */ __exportAll({
	collectShards: () => collectShards,
	readSweepFile: () => readSweepFile
});
async function collectShards(folders) {
	const files = (await Promise.all(folders.map(listFiles))).flat();
	const plans = await Promise.all(files.filter(isPlan).map(async (file) => ({
		file,
		...await readPlan(file)
	})));
	const [first] = plans;
	if (!first) throw new UsageError(describeMissingPlan(folders));
	const other = plans.find(({ digest }) => digest !== first.digest);
	if (other) throw new UsageError(describeOtherPlan(other.file));
	const { plan, digest } = first;
	const shards = await Promise.all(files.filter((file) => !isPlan(file)).map(async (file) => {
		const shard = parseShard(await readSweepFile(file, "shard"), file);
		if (shard.plan !== digest) throw new UsageError(describeOtherPlan(file));
		requireOwnRepositories(shard, plan, file);
		return shard;
	}));
	const records = mergeRecords(shards);
	return {
		plan,
		records: [...records.values()],
		gaps: findMissing(plan, shards, records)
	};
}
async function listFiles(folder) {
	return (await readdir(folder).catch((error) => {
		throw new UsageError(describeUnreadableFile(folder, "folder", error.code ?? "no code"));
	})).filter((name) => name === "plan.json" || /^shard-\d+\.json$/.test(name)).toSorted().map((name) => join(folder, name));
}
function isPlan(file) {
	return file.endsWith(PLAN_FILE);
}
async function readPlan(file) {
	return parsePlan(await readSweepFile(file, "plan"), file);
}
async function readSweepFile(file, kind) {
	return await readFile(file, "utf8").catch((error) => {
		throw new UsageError(describeUnreadableFile(file, kind, error.code ?? "no code"));
	});
}
function requireOwnRepositories({ shard, repositories }, plan, file) {
	const own = new Set(plan.shards[shard]?.map(({ id }) => id));
	if (repositories.every(({ id }) => own.has(id))) return;
	throw new UsageError(describeDamagedFile(file, "shard", "repositories"));
}
function mergeRecords(shards) {
	const records = /* @__PURE__ */ new Map();
	for (const record of shards.flatMap(({ repositories }) => repositories)) {
		const known = records.get(record.id);
		if (!known || known.refs === null && record.refs !== null) records.set(record.id, record);
	}
	return records;
}
function findMissing({ shards }, found, records) {
	return shards.flatMap((repositories, index) => {
		const missing = repositories.filter(({ id }) => !records.has(id)).length;
		if (missing === 0) return [];
		return [{
			kind: "unfetched",
			cause: "shard",
			detail: found.some(({ shard }) => shard === index) ? describeCutShard(index, missing) : describeMissingShard(index, missing)
		}];
	});
}
// src/sweep/merge/found-times.ts
var found_times_exports = /* @__PURE__ */ __exportAll({ removeFoundTimes: () => removeFoundTimes });
function removeFoundTimes(findings, earlier) {
	const known = new Set(earlier?.repositories.flatMap(({ keys }) => keys.map(({ fingerprint }) => fingerprint)));
	return findings.map((one) => known.has(one.fingerprint) ? {
		...one,
		response: {
			...one.response,
			foundAt: null
		}
	} : one);
}
// src/sweep/merge/measure-sweep.ts
var measure_sweep_exports = /* @__PURE__ */ __exportAll({ measureSweep: () => measureSweep });
function measureSweep({ shards, leftOut }, records) {
	const known = new Set(records.map(({ id }) => id));
	const planned = shards.flat();
	const missing = planned.filter(({ id }) => !known.has(id)).length;
	const counts = READ_STATES.map((state) => {
		const count = records.filter((record) => record.state === state).length;
		return [state, state === "unread" ? count + missing : count];
	});
	return {
		repositories: {
			planned: planned.length,
			...Object.fromEntries(counts),
			leftOut: leftOut.archived + leftOut.fork + leftOut["not-included"] + leftOut.excluded
		},
		shards: {
			planned: shards.length,
			whole: shards.filter((repositories) => repositories.every(({ id }) => known.has(id))).length
		}
	};
}
// src/sweep/merge/found-places.ts
const AHEAD = 3;
var FoundPlaces = class {
	#records;
	#reading;
	#gaps;
	#unread = /* @__PURE__ */ new Set();
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
			found,
			files: opened?.files ?? null
		};
		try {
			if (opened) yield* opened.blobs();
		} finally {
			await opened?.close();
			const why = opened ? UNREAD_KEY.gone : UNREAD_KEY.unfetched;
			for (const { fingerprint, mask } of record.keys) {
				if (found.has(fingerprint) || opened && this.#reading.isLeftOut(fingerprint)) continue;
				this.#unread.add(record.name);
				const detail = describeRepositoryGap(record.name, describeUnreadKey(mask, fingerprint, why));
				const publicDetail = describeRepositoryGap(record.name, describeUnreadKey("", fingerprint, why));
				const cause = opened ? "lost-key" : "repository";
				const repository = record.name;
				this.#gaps.push({
					kind: "unfetched",
					cause,
					repository,
					detail,
					publicDetail
				});
			}
		}
	}
	get unread() {
		return this.#unread;
	}
	async locate(_, { secret: { fingerprint }, encoding, member }) {
		if (!this.#current) throw new Error("a place is located while its repository is read");
		const { record, found, files } = this.#current;
		const repository = record.name;
		if (found.has(fingerprint)) return [];
		found.add(fingerprint);
		const key = record.keys.find((one) => one.fingerprint === fingerprint);
		if (key) {
			const places = [];
			for (const one of key.sightings) {
				const place = files ? await files.locate(one, key.objects) : one;
				places.push({
					...place,
					repository
				});
			}
			return places;
		}
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
			repository: name,
			detail: describeRepositoryGap(name, detail),
			...cause === void 0 ? {} : { cause }
		};
	});
}
// src/sweep/repository-name.ts
function formatRepositoryName({ id, name }) {
	if (JSON.parse(formatSafeJson(name)) === name) return name;
	return `${name.slice(0, name.indexOf("/"))}/${`repository-${id}-whose-name-spells-a-key`.padEnd(101, "-")}`;
}
// src/sweep/scan/fetch-repository.ts
async function fetchRepository(planned, attempt, options) {
	const token = await options.readToken();
	const found = await fetchWithToken(planned, token, attempt, options);
	if (found.fetched.kind !== "token-ended") return found;
	const renewed = await options.readToken();
	return renewed === token ? found : await fetchWithToken(planned, renewed, attempt, options);
}
async function fetchWithToken({ id, name }, token, attempt, options) {
	const first = await fetchPatiently(name, token, attempt, options);
	if (isRefused(first, 401)) return {
		name,
		fetched: { kind: "token-ended" }
	};
	if (!isRefused(first, 404) && first.kind !== "failed") return {
		name,
		fetched: first
	};
	const today = await findName({
		apiUrl: options.apiUrl,
		token
	}, id, options.clock);
	if (today.kind === "unknown") return {
		name,
		fetched: first
	};
	if (today.kind !== "named") return {
		name,
		fetched: { kind: today.kind }
	};
	if (today.name === name) return {
		name,
		fetched: first
	};
	const shown = formatRepositoryName({
		id,
		name: today.name
	});
	if (getOwner(today.name) !== getOwner(name)) return {
		name: shown,
		fetched: { kind: "moved" }
	};
	return {
		name: shown,
		fetched: await fetchPatiently(today.name, token, attempt, options)
	};
}
async function fetchPatiently(name, token, attempt, { server, refusalPause, clock, signal }) {
	const remote = {
		url: `${server}/${name}`,
		token
	};
	const fetched = await attempt(remote);
	if (!isRefused(fetched, 403)) return fetched;
	await clock.sleep(refusalPause, signal);
	return await attempt(remote);
}
function isRefused({ kind, status }, wanted) {
	return kind === "refused" && status === wanted;
}
async function findName(access, id, clock) {
	try {
		const name = await findRepositoryName(access, id, { clock });
		return name === null ? { kind: "gone" } : {
			kind: "named",
			name
		};
	} catch (error) {
		return { kind: parseFailure(error).kind === "bad-token" ? "token-ended" : "unknown" };
	}
}
function getOwner(name) {
	return name.slice(0, name.indexOf("/")).toLowerCase();
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
		const most = sightings.some(({ inHead }) => inHead) ? 32 : MOST_OBJECTS;
		if (object !== null && sightings.length > 0 && objects.size < most) objects.add(object);
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
		case "alert":
		case "stdin": return null;
		default: return provenance;
	}
}
// src/sweep/merge/head-files.ts
var HeadFiles = class {
	#gaps = new GapCollector();
	#reader;
	#tree;
	constructor(dir, commit, environment) {
		this.#reader = new ObjectReader(new Git(dir, environment));
		this.#tree = new Tree(new TreeReader(this.#reader, this.#gaps), commit);
	}
	async locate(sighting, objects) {
		const inHead = await this.#has(sighting, objects);
		return inHead === null || this.#gaps.list().length > 0 ? sighting : {
			...sighting,
			inHead
		};
	}
	async close() {
		await this.#reader.close();
	}
	async #has({ where, path, commit }, objects) {
		if (path === null || commit === null) return null;
		if (where === "path") return await this.#tree.hasPath(path);
		if (where !== "file") return null;
		for (const oid of objects) if (await this.#tree.has({
			oid,
			path
		})) return true;
		return objects.length < 32 || !await this.#tree.hasPath(path) ? false : null;
	}
};
// src/sweep/merge/open-found.ts
async function openFoundBlobs(record, options) {
	const objects = [...new Set(record.keys.flatMap((key) => key.objects))];
	const isInNames = record.keys.some((key) => key.objects.length === 0);
	const { environment, branch } = options;
	if (isInNames) {
		const whole = {
			...options,
			defaultBranch: branch,
			knownRefs: null,
			knownTips: null
		};
		const { fetched } = await fetchRepository(record, async (remote) => await fetchMirror({
			...whole,
			...remote
		}), options);
		if (fetched.kind !== "fetched") return null;
		const { dir } = fetched;
		return createFoundBlobs(fetched, branch === null ? null : await findHead(new Git(dir, environment)), environment, () => readWithNames(dir, objects, environment));
	}
	const wanted = {
		objects,
		branch: record.state === "read" ? null : branch
	};
	const { fetched } = await fetchRepository(record, async (remote) => await fetchFoundObjects({
		...options,
		...remote,
		...wanted
	}), options);
	if (fetched.kind !== "fetched") return null;
	const { dir, head } = fetched;
	return createFoundBlobs(fetched, head, environment, () => readFoundObjects(dir, objects, environment));
}
function createFoundBlobs({ dir, close }, head, environment, blobs) {
	const files = head === null ? null : new HeadFiles(dir, head, environment);
	const closeAll = async () => {
		await files?.close();
		await close();
	};
	return {
		blobs,
		files,
		close: closeAll
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
// src/sweep/merge/resolve-records.ts
function resolveRecords(records, state) {
	const known = new Map(state?.repositories.map((record) => [record.id, record]));
	return records.map((record) => resolveRecord(record, known.get(record.id) ?? null));
}
function resolveRecord(record, earlier) {
	switch (record.state) {
		case "unchanged": {
			if (!earlier || earlier.refs !== record.refs) return createUnknown(record, []);
			const { keys, gaps, tips, reader } = earlier;
			return {
				...record,
				keys,
				gaps,
				tips,
				reader
			};
		}
		case "continued":
			if (!earlier || earlier.refs === null || earlier.refs !== record.since) return createUnknown(record, record.keys);
			return {
				...record,
				keys: joinKeys(earlier.keys, record.keys),
				gaps: [...earlier.gaps, ...record.gaps]
			};
		case "read":
		case "empty": return {
			...record,
			keys: joinKeys((earlier?.keys ?? []).map(leaveHead), record.keys, "replaced")
		};
		case "unread": return earlier && earlier.keys.length > 0 ? {
			...record,
			name: earlier.name,
			keys: earlier.keys
		} : record;
		default: return record.state;
	}
}
function createUnknown(record, keys) {
	const gap = {
		kind: "unfetched",
		cause: "repository",
		detail: STATE_MISSING
	};
	return {
		...record,
		refs: null,
		tips: null,
		keys,
		gaps: [...record.gaps, gap]
	};
}
function joinKeys(earlier, later, places = "joined") {
	const before = new Map(earlier.map((key) => [key.fingerprint, key]));
	const now = new Set(later.map(({ fingerprint }) => fingerprint));
	return [...later.map((key) => {
		const known = places === "joined" ? before.get(key.fingerprint) : void 0;
		return known ? joinPlaces(known, key) : key;
	}), ...earlier.filter(({ fingerprint }) => !now.has(fingerprint))];
}
function joinPlaces(earlier, later) {
	const seen = new Set(later.sightings.map(formatPlace));
	return {
		...later,
		objects: [.../* @__PURE__ */ new Set([...later.objects, ...earlier.objects])].slice(0, 32),
		sightings: [...earlier.sightings.filter((one) => !seen.has(formatPlace(one))), ...later.sightings]
	};
}
function formatPlace({ where, path, commit, line, column, member }) {
	return JSON.stringify([
		where,
		path,
		commit,
		line,
		column,
		member
	]);
}
function leaveHead(key) {
	return {
		...key,
		sightings: key.sightings.map((one) => ({
			...one,
			inHead: false
		}))
	};
}
function updateState(organization, at, records, earlier) {
	const known = new Map(earlier?.repositories.map((record) => [record.id, record]));
	const ids = new Set(records.map(({ id }) => id));
	const kept = earlier?.repositories.filter(({ id }) => !ids.has(id)) ?? [];
	return {
		organization,
		at,
		repositories: [...records.map((record) => keepRecord(record, known.get(record.id) ?? null)), ...kept].filter(({ refs, keys }) => refs !== null || keys.length > 0).toSorted((one, other) => one.id - other.id)
	};
}
function keepRecord(record, earlier) {
	if (record.refs !== null || !earlier) return record;
	const tips = record.state === "unread" ? earlier.tips : null;
	return {
		...earlier,
		name: record.name,
		tips,
		keys: joinKeys(earlier.keys, record.keys, "replaced")
	};
}
// src/sweep/merge/open-merge.ts
var open_merge_exports = /* @__PURE__ */ __exportAll({ openMerge: () => openMerge });
function openMerge({ plan, records, gaps }, earlier, options) {
	const resolved = resolveRecords(records, earlier);
	const order = resolved.toSorted((one, other) => one.name < other.name ? -1 : 1);
	const branches = new Map(plan.shards.flat().map(({ id, defaultBranch }) => [id, defaultBranch]));
	const { onRead = () => {}, ignore = [], clock } = options;
	const ignored = new Set(ignore.filter((entry) => !isPast(entry, clock.now())).map(({ fingerprint }) => fingerprint));
	return {
		change: describeSweep(plan, resolved),
		source: new FoundPlaces(order, gaps, {
			open: async (record) => {
				return await openFoundBlobs(record, {
					...options,
					branch: branches.get(record.id) ?? null
				});
			},
			onRead,
			isLeftOut: (fingerprint) => ignored.has(fingerprint)
		}),
		records: resolved,
		silent: addSilent(resolved),
		state: (at) => updateState(plan.organization, at, resolved, earlier)
	};
}
function describeSweep({ organization, shards, leftOut }, records) {
	const repositories = shards.reduce((sum, { length }) => sum + length, 0);
	return {
		kind: "sweep",
		organization,
		repositories,
		unread: repositories - records.filter(({ refs }) => refs !== null).length,
		leftOut: Object.values(leftOut).reduce((sum, count) => sum + count, 0)
	};
}
function addSilent(records) {
	const sums = SILENT_KINDS.map((kind) => [kind, records.reduce((sum, { silent }) => sum + silent[kind], 0)]);
	return Object.fromEntries(sums);
}
// src/sweep/merge/repository-reports.ts
var repository_reports_exports = /* @__PURE__ */ __exportAll({ splitReport: () => splitReport });
function splitReport(report, plan, records, unread) {
	const branches = new Map(plan.shards.flat().map(({ id, defaultBranch }) => [id, defaultBranch]));
	return records.map((record) => ({
		repository: record.name,
		defaultBranch: branches.get(record.id) ?? null,
		report: restrictTo(report, record),
		isWhole: record.refs !== null && !unread.has(record.name)
	})).toSorted((one, other) => one.repository < other.repository ? -1 : 1);
}
function restrictTo(report, { name, coverage, gaps }) {
	return {
		...report,
		findings: selectRepository(report.findings, name),
		coverage,
		gaps,
		unfinished: []
	};
}
// src/sweep/pack.ts
const FIXED_COST = 2048;
function packShards(repositories, count) {
	const shards = Array.from({ length: Math.min(count, repositories.length) }, () => ({
		repositories: [],
		load: 0
	}));
	const sorted = repositories.toSorted((one, other) => other.kilobytes - one.kilobytes || one.id - other.id);
	for (const repository of sorted) {
		const lightest = shards.reduce((least, shard) => shard.load < least.load ? shard : least);
		lightest.repositories.push(repository);
		lightest.load += repository.kilobytes + FIXED_COST;
	}
	return shards.map((shard) => shard.repositories);
}
// src/sweep/select.ts
async function selectRepositories(listed, { include, exclude, archived, forks }) {
	const { default: micromatch } = await import("./globs.js").then((n) => /* @__PURE__ */ __toESM(n.require_micromatch(), 1));
	const fits = (glob) => {
		const matches = micromatch.matcher(glob, {
			nocase: true,
			dot: true
		});
		return ({ name }) => matches(name) || matches(name.slice(name.indexOf("/") + 1));
	};
	const idle = [...include, ...exclude].filter((glob) => !listed.some(fits(glob)));
	if (idle.length > 0) throw new UsageError(describeIdleGlobs(idle));
	const [wanted, unwanted] = [include.map(fits), exclude.map(fits)];
	const explain = (one) => {
		if (wanted.length > 0 && !wanted.some((matches) => matches(one))) return "not-included";
		if (unwanted.some((matches) => matches(one))) return "excluded";
		if (one.isArchived && !archived) return "archived";
		return one.isFork && !forks ? "fork" : null;
	};
	const explained = listed.map((one) => ({
		one,
		why: explain(one)
	}));
	const count = (wanted) => explained.filter(({ why }) => why === wanted).length;
	return {
		chosen: explained.filter(({ why }) => why === null).map(({ one }) => one),
		leftOut: {
			archived: count("archived"),
			fork: count("fork"),
			"not-included": count("not-included"),
			excluded: count("excluded")
		}
	};
}
// src/sweep/plan.ts
var plan_exports = /* @__PURE__ */ __exportAll({ planSweep: () => planSweep });
async function planSweep(listed, request) {
	const { organization, server, shards, choice, state, now, reader } = request;
	if (!Number.isInteger(shards) || shards < 1 || shards > 256) throw new UsageError(describeShardCount(String(shards), 256));
	if (state && state.organization.toLowerCase() !== organization.toLowerCase()) throw new UsageError(describeForeignState(state.organization, organization));
	const { chosen, leftOut } = await selectRepositories(listed, choice);
	if (chosen.length === 0) {
		const left = LEFT_OUT.reduce((sum, why) => sum + leftOut[why], 0);
		throw new UsageError(describeEmptySweep(organization, left));
	}
	const known = new Map(state?.repositories.map((record) => [record.id, record]));
	return {
		organization,
		server,
		at: now,
		reader,
		shards: packShards(chosen.map(({ id, name, kilobytes, defaultBranch }) => {
			return {
				id,
				name: formatRepositoryName({
					id,
					name
				}),
				kilobytes,
				defaultBranch,
				...listKnown(known.get(id) ?? null, reader)
			};
		}), shards),
		leftOut
	};
}
function listKnown(record, reader) {
	if (!record || record.reader !== reader) return {
		knownRefs: null,
		knownTips: null
	};
	return {
		knownRefs: record.refs,
		knownTips: record.tips
	};
}
// src/sweep/reader.ts
var reader_exports = /* @__PURE__ */ __exportAll({
	discardTipsOfOtherReader: () => discardTipsOfOtherReader,
	identifyReader: () => identifyReader
});
async function identifyReader() {
	const sources = await readSourcesId();
	return sources === null ? VERSION : `${VERSION}+${sources}`;
}
async function discardTipsOfOtherReader({ reader }, repositories) {
	if (reader === await identifyReader()) return repositories;
	return repositories.map((one) => ({
		...one,
		knownRefs: null,
		knownTips: null
	}));
}
// src/sweep/scan/budget.ts
var Budget = class {
	#total;
	#reserved = 0;
	#waiting = [];
	constructor(total) {
		this.#total = total;
	}
	get total() {
		return this.#total;
	}
	async reserve(wanted) {
		const amount = Math.min(wanted, this.#total);
		if (this.#waiting.length > 0 || this.#reserved + amount > this.#total) await new Promise((start) => {
			this.#waiting.push({
				amount,
				start
			});
		});
		else this.#reserved += amount;
		return () => {
			this.#reserved -= amount;
			this.#startNext();
		};
	}
	#startNext() {
		for (let next = this.#waiting[0]; next && this.#reserved + next.amount <= this.#total; next = this.#waiting[0]) {
			this.#waiting = this.#waiting.slice(1);
			this.#reserved += next.amount;
			next.start();
		}
	}
};
// src/sweep/scan/read-repository.ts
const MOST_READ_AT_ONCE = 8388608;
const NOTHING_READ = {
	commits: 0,
	blobs: 0,
	bytes: 0,
	texts: 0,
	milliseconds: 0
};
async function createUnreadRecord({ id, name }, found) {
	const { state = "unread", refs = null, gaps = [] } = found;
	return {
		id,
		name,
		state,
		refs,
		tips: null,
		since: null,
		reader: await identifyReader(),
		coverage: NOTHING_READ,
		silent: countSilent([]),
		keys: [],
		gaps
	};
}
async function readHistory({ id, name, knownRefs }, { dir, refs, tips, news }, options) {
	const { environment, clock, detail, readingLimit, signal } = options;
	const started = clock.elapsed();
	const mayGoOn = () => !signal.aborted && clock.elapsed() - started <= readingLimit;
	const { source } = await openHistory({
		repo: dir,
		environment,
		includes: includeEverything,
		unreachable: false,
		...news ?? { minPackBytes: 8388608 }
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
	const isToTheEnd = all.every(isLasting);
	return {
		id,
		name,
		state: news === null ? "read" : "continued",
		refs: isToTheEnd ? refs : null,
		tips: isToTheEnd ? tips : null,
		since: news === null ? null : knownRefs,
		reader: await identifyReader(),
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
var scan_shard_exports = /* @__PURE__ */ __exportAll({ scanShard: () => scanShard });
const CONCURRENCY = 4;
const DISK_SHARE = .8;
const DISK_FACTOR = 1.5;
const FIXED_DISK = 10485760;
async function scanShard(repositories, options) {
	await requireGit(options);
	const shard = new ShardScan(options.maxBytes ?? await measureFreeDisk(options.temp) * DISK_SHARE, options);
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
	#disk;
	#reading = new Budget(MOST_READ_AT_ONCE);
	#options;
	#hasTokenEnded = false;
	constructor(disk, options) {
		this.#disk = new Budget(disk);
		this.#options = options;
	}
	async scan(planned) {
		const record = await this.#makeRecord(planned).catch(async (error) => await describeFault(planned, error));
		if (!this.#options.signal.aborted) await this.#options.onRecord(record);
	}
	async #makeRecord(planned) {
		if (this.#hasTokenEnded) return await createGapRecord(planned, TOKEN_ENDED);
		const bytes = estimateDisk(planned.kilobytes);
		if (bytes > this.#disk.total) return await createGapRecord(planned, this.#describeTooLarge());
		const free = await this.#disk.reserve(bytes);
		try {
			return await this.#fetchAndRead(planned);
		} finally {
			free();
		}
	}
	async #fetchAndRead(planned) {
		const { total } = this.#disk;
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
		if (mirror.kind === "unchanged" || mirror.kind === "empty") return await createUnreadRecord(here, {
			state: mirror.kind,
			refs: mirror.refs
		});
		if (mirror.kind !== "fetched") return await createGapRecord(here, this.#describeUnfetched(mirror, name));
		const finish = await this.#reading.reserve(planned.kilobytes * 1024);
		try {
			return await readHistory({
				...planned,
				name
			}, mirror, this.#options);
		} finally {
			finish();
			await mirror.close();
		}
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
		return describeTooLargeRepository(`${(this.#disk.total / 1e9).toFixed(1)} GB`);
	}
};
async function createGapRecord(repository, detail) {
	return await createUnreadRecord(repository, { gaps: [{
		kind: "unfetched",
		cause: "repository",
		detail
	}] });
}
async function describeFault(planned, error) {
	const isOurs = error instanceof UsageError;
	const name = error instanceof Error ? error.name : NOT_AN_ERROR;
	return await createGapRecord(planned, isOurs ? error.message : describeRepositoryFault(name));
}
function estimateDisk(kilobytes) {
	return kilobytes * 1024 * DISK_FACTOR + FIXED_DISK;
}
async function requireGit({ temp, environment }) {
	const exit = await new Git(temp, environment).run(["version"]);
	if (exit.spawnError) throw createGitError(exit, "start");
}
async function measureFreeDisk(folder) {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize;
}
export { collect_shards_exports, found_times_exports, measure_sweep_exports, open_merge_exports, plan_document_exports, plan_exports, reader_exports, repository_reports_exports, scan_shard_exports, shard_document_exports, shard_writer_exports };
