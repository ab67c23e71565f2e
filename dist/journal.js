import { __exportAll } from "./rolldown-runtime.js";
import { CONTAINMENT_KINDS, UsageError, countPlaces, describeOpenError, getErrorCode, redactKeys, resolveOutputPath } from "./scan.js";
import { describeDamagedLine, describeIrregularAuditFile } from "./messages.js";
import { formatTarget } from "./findings.js";
const constants = process.getBuiltinModule("node:fs").constants;
const dirname = process.getBuiltinModule("node:path").dirname;
const join = process.getBuiltinModule("node:path").join;
const parse = process.getBuiltinModule("node:path").parse;
const resolve = process.getBuiltinModule("node:path").resolve;
const sep = process.getBuiltinModule("node:path").sep;
const open$1 = (...args) => process.getBuiltinModule("node:fs/promises").open(...args);
const LINE_START = `{"v":1,`;
const MAX_SIGHTINGS = 5;
const MAX_TEXT = 1e3;
function formatBegin(begun, run) {
	const { fingerprint, containment, at } = begun;
	const { kind: act, record } = containment;
	return formatLine({
		v: 1,
		event: "begin",
		at: at.toISOString(),
		fingerprint,
		act,
		grace: containment.kind === "expire" ? containment.grace : null,
		record: describeRecord(record),
		why: describeReason(begun),
		run
	});
}
function describeReason(begun) {
	if (begun.fingerprint !== null) return {
		onLeak: begun.containment.kind,
		...describeSightings(begun.sightings)
	};
	return "rule" in begun ? { rule: begun.rule } : { rotation: begun.rotation };
}
function describeSightings(sightings) {
	return {
		places: countPlaces(sightings),
		sightings: sightings.slice(0, MAX_SIGHTINGS).map(describeSighting)
	};
}
function formatEnd({ fingerprint, id, act, outcome, at }, run) {
	return formatLine({
		v: 1,
		event: "end",
		at: at.toISOString(),
		fingerprint,
		act,
		record: { id },
		outcome: describeOutcome(outcome),
		run
	});
}
function formatTorn(at, run) {
	return formatLine({
		v: 1,
		event: "torn",
		at: at.toISOString(),
		run
	});
}
function describeRecord({ id, name, home, owner }) {
	return {
		id,
		name: redactAddress(name),
		home: {
			kind: home.kind,
			id: home.id,
			name: redactAddress(home.name)
		},
		owner: owner && {
			kind: owner.kind,
			id: owner.id,
			name: redactAddress(owner.name)
		}
	};
}
function redactAddress(name) {
	return name === null || /\S@\S/.test(name) ? null : name;
}
function describeSighting({ where, path, line, commit }) {
	return {
		where,
		path: where === "path" ? null : path,
		line,
		commit
	};
}
function describeOutcome(outcome) {
	switch (outcome.kind) {
		case "contained": {
			const { kind, by, verified, stopped, at, endsAt, scopesBefore } = outcome;
			return {
				kind,
				by,
				verified,
				stopped,
				at: at.toISOString(),
				endsAt: endsAt?.toISOString() ?? null,
				scopesBefore
			};
		}
		case "already-gone": return { kind: outcome.kind };
		case "rehearsed":
		case "refused":
		case "failed":
		case "left": return {
			kind: outcome.kind,
			because: outcome.because
		};
		default: return outcome;
	}
}
function formatLine(facts) {
	return `${escapeControls(JSON.stringify(facts, (_, value) => typeof value === "string" ? redactText(value) : value))}\n`;
}
function redactText(text) {
	const redacted = redactKeys(text);
	return redacted.length > MAX_TEXT ? `${redacted.slice(0, MAX_TEXT)}…` : redacted;
}
function escapeControls(json) {
	return json.replaceAll(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, (character) => character.replaceAll(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)).replaceAll("##[", "#\\u0023[");
}
// src/journal/audit-file.ts
const AUDIT_FILE = "audit-file";
const LINE_FEED = 10;
const MAX_LINE = 1 << 20;
const { O_RDWR, O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
async function locateAuditFile(file, checkouts, name) {
	const { dir, base } = parse(resolve(file));
	const folder = await resolveOutputPath(name, dir, checkouts);
	return join(folder, base) + (/[/\\]$/.test(file) ? sep : "");
}
async function openAuditFile(file, name = AUDIT_FILE) {
	const handle = await open$1(file, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 384).catch((error) => {
		throw new UsageError(describeOpenError(name, file, getErrorCode(error)));
	});
	if ((await handle.stat()).isFile()) return handle;
	await handle.close();
	throw new UsageError(describeIrregularAuditFile(name, JSON.stringify(file)));
}
async function appendLine(file, line, torn, clock) {
	const handle = await openAuditFile(file);
	try {
		const { size, isWhole } = await readEnd(handle, clock);
		const bytes = Buffer.from(isWhole ? line : `\n${torn}${line}`);
		const { bytesWritten } = await handle.write(bytes);
		if (bytesWritten !== bytes.length) throw new Error("the line was written in part");
		await handle.sync();
		if (size === 0) await syncFolder(file);
	} finally {
		await handle.close();
	}
}
const WAITS = [
	0,
	1,
	10,
	50
];
async function readEnd(handle, clock) {
	let size = 0;
	for (const wait of WAITS) {
		if (wait > 0) await clock.sleep(wait);
		({size} = await handle.stat());
		if (await endsWithLineFeed(handle, size)) return {
			size,
			isWhole: true
		};
	}
	return {
		size,
		isWhole: false
	};
}
async function endsWithLineFeed(handle, size) {
	if (size === 0) return true;
	const { buffer, bytesRead } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
	return bytesRead === 1 && buffer[0] === LINE_FEED;
}
async function syncFolder(file) {
	const folder = await open$1(dirname(file)).catch((error) => {
		if (error.code === "EISDIR" || error.code === "EPERM" || error.code === "EACCES") return null;
		throw error;
	});
	try {
		await folder?.sync();
	} finally {
		await folder?.close();
	}
}
async function* readLines(handle) {
	let rest = Buffer.alloc(0);
	for await (const chunk of handle.createReadStream({
		start: 0,
		autoClose: false
	})) {
		rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
		for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED)) {
			yield {
				text: rest.toString("utf8", 0, end),
				isWhole: true
			};
			rest = rest.subarray(end + 1);
		}
		if (rest.length > MAX_LINE) return yield {
			text: rest.toString("utf8", 0, LINE_START.length - 1),
			isWhole: true
		};
	}
	if (rest.length > 0) yield {
		text: rest.toString("utf8"),
		isWhole: false
	};
}
// src/journal/line-values.ts
function parseTime(value) {
	return new Date(typeof value === "string" ? value : NaN);
}
function parseObject(text) {
	try {
		const value = JSON.parse(text);
		return isObject(value) ? value : null;
	} catch {
		return null;
	}
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
// src/journal/rotation-reader.ts
function parseRotation(facts) {
	const { rotation, attempt } = facts;
	const at = parseTime(facts["at"]);
	if (!isToken(rotation) || !isToken(attempt) || Number.isNaN(at.getTime())) return null;
	const step = parseStep(facts);
	return step && {
		rotation,
		attempt,
		at,
		step
	};
}
var RotationHistory = class {
	#rotations = /* @__PURE__ */ new Map();
	note({ rotation, attempt, at, step }, by) {
		const before = this.#rotations.get(rotation);
		if (step.kind === "plan") {
			const { kind: _, ...planned } = step;
			const begun = before ?? {
				id: rotation,
				at,
				by,
				...planned,
				keys: [],
				isMintOpen: false
			};
			this.#rotations.set(rotation, {
				...begun,
				attempt,
				isOver: false,
				isRotated: false
			});
		} else if (before) this.#rotations.set(rotation, addStep(before, step));
	}
	list() {
		return [...this.#rotations.values()];
	}
};
function addStep(before, step) {
	switch (step.kind) {
		case "mint": return {
			...before,
			isMintOpen: true
		};
		case "mint-ended": return {
			...before,
			isMintOpen: false
		};
		case "minted": return {
			...before,
			isMintOpen: false,
			keys: [...before.keys.filter(({ id }) => id !== step.key.id), step.key]
		};
		case "tried": return changeKey(before, step.key, (key) => ({
			...key,
			triedAt: step.at
		}));
		case "seen": return changeKey(before, step.key, (key) => ({
			...key,
			seenAt: step.at
		}));
		case "touched":
		case "untouched":
		case "stored": return changeKey(before, step.key, (key) => addPlace(key, step.kind, step.place));
		case "ended": return {
			...before,
			isOver: step.isOver,
			isRotated: step.isRotated
		};
		case "nothing": return before;
		default: return step;
	}
}
function changeKey(before, id, change) {
	return {
		...before,
		keys: before.keys.map((key) => key.id === id ? change(key) : key)
	};
}
function addPlace(key, kind, place) {
	if (kind === "untouched") return key.stored.includes(place) ? key : {
		...key,
		touched: key.touched.filter((one) => one !== place)
	};
	const touched = key.touched.includes(place) ? key.touched : [...key.touched, place];
	return kind === "touched" || key.stored.includes(place) ? {
		...key,
		touched
	} : {
		...key,
		touched,
		stored: [...key.stored, place]
	};
}
function parseStep(facts) {
	const { step, phase } = facts;
	const isBegin = phase === "begin";
	if (!isBegin && phase !== "end") return null;
	switch (step) {
		case "plan": return parsePlan(facts);
		case "mint": return isBegin ? { kind: "mint" } : parseMint(facts);
		case "try": return isBegin ? { kind: "nothing" } : parseMoment(facts, "tried", "triedAt");
		case "store": return parseStore(facts, isBegin);
		case "watch": return isBegin ? { kind: "nothing" } : parseMoment(facts, "seen", "seenAt");
		case "retire": return { kind: "nothing" };
		case "end": return parseEnd$1(facts);
		default: return null;
	}
}
function parseEnd$1({ state, isOver }) {
	if (typeof isOver !== "boolean" || !isObject(state)) return null;
	return {
		kind: "ended",
		isOver,
		isRotated: state["kind"] === "rotated"
	};
}
function parsePlan(facts) {
	const { batch, asked, old, targets, expiresIn } = facts;
	if (!isToken(batch) || !isObject(old) || !isId(old["id"]) || !isListOfText(targets)) return null;
	const { home, owner } = old;
	if (!isObject(home) || !isObject(owner) || owner["kind"] !== "service-account") return null;
	if (!isId(home["id"]) || !isId(owner["id"])) return null;
	return {
		kind: "plan",
		batch,
		scopes: parseScopes(facts["scopes"]),
		expiresIn: typeof expiresIn === "number" ? expiresIn : null,
		asked: typeof asked === "string" ? asked : old["id"],
		old: {
			id: old["id"],
			name: parseText(old["name"]),
			home: {
				kind: "project",
				id: home["id"],
				name: parseText(home["name"])
			},
			owner: {
				kind: "service-account",
				id: owner["id"],
				name: parseText(owner["name"])
			}
		},
		targets
	};
}
function parseScopes(value) {
	if (value === "all") return { kind: "all" };
	if (!isListOfText(value)) return null;
	const [first, ...rest] = value;
	return first === void 0 ? null : {
		kind: "some",
		scopes: [first, ...rest]
	};
}
function parseMint({ result, key }) {
	if (!isObject(result)) return null;
	if (result["kind"] === "failed") return { kind: "mint-ended" };
	if (result["kind"] === "lost") return { kind: "nothing" };
	if (result["kind"] !== "minted" || !isObject(key) || !isId(key["id"])) return null;
	const { fingerprint } = key;
	return {
		kind: "minted",
		key: {
			id: key["id"],
			name: parseText(key["name"]) ?? key["id"],
			fingerprint: typeof fingerprint === "string" && /^[0-9a-f]{16}$/.test(fingerprint) ? fingerprint : null,
			createdAt: parseDate(key["createdAt"]),
			expiresAt: parseDate(key["expiresAt"]),
			triedAt: null,
			touched: [],
			stored: [],
			seenAt: null
		}
	};
}
function parseMoment({ key, result }, kind, name) {
	if (!isObject(key) || !isId(key["id"]) || !isObject(result)) return null;
	const at = parseDate(result[name]);
	return at === null ? { kind: "nothing" } : {
		kind,
		key: key["id"],
		at
	};
}
function parseStore({ key, place, result }, isBegin) {
	if (!isObject(key) || !isId(key["id"]) || !isPlace(place)) return null;
	const where = {
		key: key["id"],
		place
	};
	if (isBegin) return {
		kind: "touched",
		...where
	};
	if (!isObject(result)) return null;
	if (result["kind"] === "stored") return {
		kind: "stored",
		...where
	};
	if (result["kind"] !== "failed") return null;
	return {
		kind: result["mayBeStored"] === false ? "untouched" : "touched",
		...where
	};
}
function isToken(value) {
	return typeof value === "string" && /^[0-9a-f]{8}$/.test(value);
}
function isId(value) {
	return typeof value === "string" && /^[\w.-]{1,200}$/.test(value) && !/^\.+$/.test(value);
}
function isPlace(value) {
	return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 1e3;
}
function isListOfText(value) {
	return Array.isArray(value) && value.every((item) => typeof item === "string");
}
function parseText(value) {
	return typeof value === "string" ? value : null;
}
function parseDate(value) {
	const time = parseTime(value);
	return Number.isNaN(time.getTime()) ? null : time;
}
// src/journal/reader.ts
var JournalReader = class {
	#recorded = /* @__PURE__ */ new Map();
	#open = /* @__PURE__ */ new Map();
	#rotations = new RotationHistory();
	#suspect = null;
	#count = 0;
	read(text) {
		this.#count += 1;
		if (text === "") return null;
		const line = parseLine(text);
		if (this.#suspect !== null && (typeof line === "string" || line.event !== "torn")) return this.#suspect;
		this.#suspect = null;
		if (typeof line === "string") {
			const damage = {
				line: this.#count,
				fault: line
			};
			if (!mayBeTorn(text)) return damage;
			this.#suspect = damage;
			return null;
		}
		this.#note(line);
		return null;
	}
	finish(isTorn) {
		if (this.#suspect !== null && !isTorn) return this.#suspect;
		const open = [...this.#open.values()].flatMap((acts) => acts.slice(-1));
		return {
			recorded: this.#recorded,
			open: open.flatMap(({ fingerprint, id, act, at, by }) => fingerprint === null ? [] : [{
				fingerprint,
				id,
				act,
				at,
				by
			}]),
			openFixes: open.flatMap(({ fingerprint, isRotated, ...act }) => fingerprint === null && !isRotated ? [act] : []),
			rotations: this.#rotations.list()
		};
	}
	#note(line) {
		if (line.event === "torn") return;
		if (line.event === "rotation") return this.#rotations.note(line.parsed, line.by);
		const { fingerprint, id } = line;
		const name = `${fingerprint ?? ""} ${id}`;
		const acts = this.#open.get(name) ?? [];
		if (line.event === "end") {
			this.#open.set(name, line.isRefused ? acts.slice(0, -1) : []);
			if (fingerprint !== null) this.#recordEnd({
				...line,
				fingerprint
			});
		} else {
			const { act, at, by, grace, isRotated } = line;
			this.#open.set(name, [...acts, {
				fingerprint,
				id,
				act,
				at,
				by,
				grace,
				isRotated
			}]);
			if (fingerprint !== null) this.#record({
				fingerprint,
				id,
				act,
				at,
				by,
				end: "open"
			});
		}
	}
	#recordEnd({ fingerprint, id, at, by, end, isRefused }) {
		const records = this.#recorded.get(fingerprint) ?? [];
		const open = records.filter((one) => one.id === id && one.end === "open");
		const ended = isRefused ? open.slice(-1) : open;
		this.#recorded.set(fingerprint, records.filter((one) => !ended.includes(one)));
		for (const one of ended) this.#record({
			...one,
			end: end === "gone" ? describeGone(one) : end
		});
		if (open.length === 0 && typeof end === "object") this.#record({
			fingerprint,
			id,
			act: end.by,
			at,
			by,
			end
		});
	}
	#record(record) {
		const { fingerprint, id, act, end } = record;
		const isAlike = (one) => one.id === id && one.act === act && typeof one.end === typeof end;
		const others = (this.#recorded.get(fingerprint) ?? []).filter((one) => !(isAlike(one) && one.end !== "open"));
		this.#recorded.set(fingerprint, [...others, record]);
	}
};
function mayBeTorn(text) {
	return "{\"v\":1,".startsWith(text) || text.startsWith("{\"v\":1,") || /^\0+$/.test(text);
}
function parseLine(text) {
	const facts = parseObject(text);
	if (facts === null) return "not-json";
	const { v, event, at, fingerprint, act, record, outcome, run } = facts;
	if (typeof v === "number" && v > 1) return "newer-version";
	if (v !== 1) return "other-program";
	if (event === "torn") return { event };
	if (event === "rotation") {
		const parsed = parseRotation(facts);
		return parsed === null ? "no-rotation" : {
			event,
			parsed,
			by: parseStarter(run)
		};
	}
	const id = isObject(record) ? record["id"] : void 0;
	if (typeof id !== "string" || !isFingerprint(fingerprint)) return "no-key";
	const time = parseTime(at);
	const by = parseStarter(run);
	if (event === "end") return {
		event,
		fingerprint,
		id,
		at: time,
		by,
		isRefused: isObject(outcome) && outcome["kind"] === "refused",
		end: parseEnd(outcome)
	};
	const kind = CONTAINMENT_KINDS.find((one) => one === act);
	if (event !== "begin" || kind === void 0 || Number.isNaN(time.getTime())) return "no-act";
	const { grace, why } = facts;
	const isRotated = isObject(why) && typeof why["rotation"] === "string";
	return {
		event,
		fingerprint,
		id,
		act: kind,
		at: time,
		by,
		grace: typeof grace === "number" ? grace : null,
		isRotated
	};
}
function isFingerprint(value) {
	return value === null || typeof value === "string" && /^[0-9a-f]{16}$/.test(value);
}
function parseEnd(outcome) {
	if (isObject(outcome) && outcome["kind"] === "already-gone") return "gone";
	if (!isObject(outcome) || outcome["kind"] !== "contained") return "nothing-done";
	const by = CONTAINMENT_KINDS.find((one) => one === outcome["by"]);
	const [at, endsAt] = [parseTime(outcome["at"]), parseTime(outcome["endsAt"])];
	if (by === void 0 || Number.isNaN(at.getTime())) return "nothing-done";
	const scopes = outcome["scopesBefore"];
	const scopesBefore = Array.isArray(scopes) && scopes.every((scope) => typeof scope === "string") ? scopes : null;
	return {
		by,
		at,
		endsAt: Number.isNaN(endsAt.getTime()) ? null : endsAt,
		scopesBefore
	};
}
function describeGone({ act, at }) {
	return act === "revoke" ? {
		by: act,
		at,
		endsAt: null,
		scopesBefore: null
	} : "nothing-done";
}
function parseStarter(run) {
	const { actor, user } = isObject(run) ? run : {};
	if (typeof actor === "string" && actor !== "") return {
		kind: "user",
		id: actor,
		name: null
	};
	return typeof user === "string" && user !== "" ? {
		kind: "user",
		id: null,
		name: user
	} : null;
}
// src/journal/rotation-lines.ts
function formatRotation({ rotation, attempt, at, event }, run) {
	const { step } = event;
	const phase = step === "plan" ? "begin" : step === "end" ? "end" : event.phase;
	return formatLine({
		v: 1,
		event: "rotation",
		at: at.toISOString(),
		rotation,
		step,
		phase,
		attempt,
		...describeEvent(event),
		run
	});
}
function describeEvent(event) {
	switch (event.step) {
		case "plan": return {
			batch: event.batch,
			...describePlan(event.plan)
		};
		case "mint": return event.phase === "begin" ? { name: redactAddress(event.name) } : describeMint(event);
		case "try": {
			if (event.phase === "begin") return { key: { id: event.key } };
			const { triedAt } = event;
			const result = triedAt === null ? { kind: "refused" } : {
				kind: "accepted",
				triedAt: triedAt.toISOString()
			};
			return {
				key: { id: event.key },
				result
			};
		}
		case "store": {
			const where = {
				key: { id: event.key },
				place: event.place,
				target: formatTarget(event.target)
			};
			return event.phase === "begin" ? where : {
				...where,
				result: describeStored(event.result)
			};
		}
		case "watch": {
			if (event.phase === "begin") return { key: { id: event.key } };
			const { seenAt } = event;
			const result = seenAt === null ? { kind: "unseen" } : {
				kind: "seen",
				seenAt: seenAt.toISOString()
			};
			return {
				key: { id: event.key },
				result
			};
		}
		case "retire": return { keys: event.keys };
		case "end": {
			const { state, isOver } = event;
			return {
				state: {
					kind: state.kind,
					because: "because" in state ? state.because : null
				},
				isOver
			};
		}
		default: return event;
	}
}
function describePlan({ order, old, name, scopes, expiresIn }) {
	return {
		asked: redactAddress(order.asked),
		old: describeRecord(old),
		name: redactAddress(name),
		scopes: scopes.kind === "all" ? "all" : scopes.scopes,
		expiresIn,
		overlap: order.overlap,
		wait: order.wait,
		targets: order.targets.map((target) => formatTarget(target))
	};
}
function describeMint({ result }) {
	if (result.kind !== "minted") return { result };
	const { id, name, fingerprint, createdAt, expiresAt } = result.key;
	const dates = {
		createdAt: createdAt?.toISOString() ?? null,
		expiresAt: expiresAt?.toISOString() ?? null
	};
	return {
		result: { kind: result.kind },
		key: {
			id,
			name: redactAddress(name),
			fingerprint,
			...dates
		}
	};
}
function describeStored(result) {
	if (result.kind === "stored") return {
		kind: result.kind,
		verified: result.verified
	};
	return {
		kind: result.kind,
		because: result.because,
		mayBeStored: result.mayBeStored
	};
}
// src/journal/journal.ts
var journal_exports = /* @__PURE__ */ __exportAll({ openJournal: () => openJournal });
async function openJournal({ file, name = AUDIT_FILE, run, clock, checkouts = [] }) {
	const path = await locateAuditFile(file, checkouts, name);
	const history = await readHistory(path, name);
	const begun = new Map([...history.open, ...history.openFixes.map((fix) => ({
		...fix,
		fingerprint: null
	}))].map(({ fingerprint, id, act }) => [formatActName(fingerprint, id), act]));
	return {
		recorded: async () => history.recorded,
		unfinished: async () => history.open,
		unfinishedFixes: async () => history.openFixes,
		begin: async (act) => {
			await appendLine(path, formatBegin(act, run), formatTorn(act.at, run), clock);
			begun.set(formatActName(act.fingerprint, act.containment.record.id), act.containment.kind);
		},
		end: async (fingerprint, id, outcome, at) => {
			const act = begun.get(formatActName(fingerprint, id)) ?? null;
			await appendLine(path, formatEnd({
				fingerprint,
				id,
				act,
				outcome,
				at
			}, run), formatTorn(at, run), clock);
		},
		rotations: async () => (await readHistory(path, name)).rotations,
		noteRotation: async (entry) => await appendLine(path, formatRotation(entry, run), formatTorn(entry.at, run), clock)
	};
}
function formatActName(fingerprint, id) {
	return `${fingerprint ?? ""} ${id}`;
}
async function readHistory(path, name) {
	const handle = await openAuditFile(path, name);
	try {
		const reader = new JournalReader();
		let isTorn = false;
		for await (const { text, isWhole } of readLines(handle)) {
			const damage = reader.read(text);
			if (damage) throw createDamageError(path, damage);
			isTorn = !isWhole;
		}
		const history = reader.finish(isTorn);
		if ("fault" in history) throw createDamageError(path, history);
		return history;
	} finally {
		await handle.close();
	}
}
function createDamageError(path, { line, fault }) {
	return new UsageError(describeDamagedLine(line, JSON.stringify(path), fault));
}
export { journal_exports };
