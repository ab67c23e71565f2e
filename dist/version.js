import { i as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { n as fingerprintOf, r as withoutEnd, t as Secret } from "./secret.js";
import { lstat, readFile, readdir, stat } from "node:fs/promises";
import { devNull } from "node:os";
import { dirname, join, parse, posix, relative, resolve, sep } from "node:path";
import { createHash } from "node:crypto";
import { spawn } from "node:child_process";
import fs, { createReadStream } from "node:fs";
// src/detect/shapes.ts
/**
* The base64 of "OpenAI", which stands in the middle of every key that begins with `sk-`. In two parts, as anywhere in
* this project: no text here may look like a key.
*/
const MARKER$1 = ["T3Blbk", "FJ"].join("");
/**
* Families and lengths as they are known in 2026. Lists like this go stale: lengths trim and grade, and never drop.
* The bare `sk-` of the legacy user key comes last, since the others begin with it too.
*/
const FAMILIES = [
	{
		kind: "project",
		prefix: "sk-proj-",
		sides: [
			[20, 20],
			[58, 58],
			[74, 74]
		]
	},
	{
		kind: "service-account",
		prefix: "sk-svcacct-",
		sides: [
			[20, 20],
			[45, 46],
			[46, 46],
			[49, 50],
			[58, 58],
			[74, 74]
		]
	},
	{
		kind: "admin",
		prefix: "sk-admin-",
		sides: [
			[20, 20],
			[58, 58],
			[74, 74]
		]
	},
	{
		kind: "named",
		prefix: "sk-None-",
		sides: [[20, 20], [74, 74]]
	},
	{
		kind: "user",
		prefix: "sk-",
		sides: [[20, 20], [42, 42]]
	}
];
/**
* The keys of named services and projects: `sk-service-<name>-`, `sk-<name>-`. Known from published scanner vectors,
* with bodies of 20 alone. Only that length tells where the name ends: both may hold hyphens.
*/
const NAMED = {
	kind: "named",
	sides: [[20, 20]]
};
/** What may stand between `sk-` and the body of a named key, the hyphen at its end included. */
const NAME = /^[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*-$/;
// src/detect/boundary.ts
/** Letters, digits, hyphen and underscore: what keys are made of. */
function isKeyByte(byte) {
	return isWordByte(byte) || byte === 45 || byte === 95;
}
/** Letters and digits: one of these right before `sk-` says that it is the end of something else, as in `task-`. */
function isWordByte(byte) {
	if (byte === void 0) return false;
	return byte >= 48 && byte <= 57 || byte >= 65 && byte <= 90 || byte >= 97 && byte <= 122;
}
/**
* Escapes that end in a letter or digit: `\n`, `\u0022`, `\x22`, `%20` and its double `%2520`, and `[32m`, which colours
* a terminal. Those that end otherwise, such as `&quot;`, need no help.
*/
const ESCAPE = /(?:\\[abefnrtv0]|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|%(?:25)?[0-9A-Fa-f]{2}|\[[0-9;]{0,16}m)$/;
/** So many characters before a key are looked at for an escape: the longest is a colour, `[38;2;255;255;255m`. */
const LONGEST_ESCAPE = 18;
/** Whether a key may begin at this place of the text: at its start, after a stop, or after an escape. */
function isBoundary(text, at) {
	if (!isWordByte(text[at - 1])) return true;
	return ESCAPE.test(text.toString("latin1", Math.max(0, at - LONGEST_ESCAPE), at));
}
// src/detect/reading.ts
/** The higher the surer. */
const RANK = {
	certain: 3,
	likely: 2,
	suspected: 1
};
/**
* The key that stands at a place of a text, as far as prefix, marker and lengths tell; null when they tell of none. More
* may follow it without a stop, another key or a `-backup`: the distance from prefix to marker says how long it is.
*/
function readingAt(text, place) {
	if (place.at - place.start < 16) return null;
	const head = text.toString("latin1", place.start, place.at);
	const family = FAMILIES.find(({ prefix }) => head.startsWith(prefix));
	if (!family) return null;
	const whole = fitted$1(text, family, place, head.length - family.prefix.length);
	if (family.kind !== "user") return whole;
	return surest([whole, ...[20, place.right - place.at - MARKER$1.length].filter((before) => NAME.test(head.slice(family.prefix.length, -before))).map((before) => fitted$1(text, NAMED, place, before))]);
}
/** The first of the surest. */
function surest(spans) {
	return spans.reduce((best, span) => span && (!best || RANK[span.confidence] > RANK[best.confidence]) ? span : best);
}
/** The key, if the body before its marker is `before` characters long. */
function fitted$1(text, family, { start, at, right }, before) {
	const { kind, sides } = family;
	const behind = at + MARKER$1.length;
	const isShort = before === 20;
	const after = (isShort ? endOfWord(text, behind, right) : right) - behind;
	const paired = sides.find(([one]) => one === before)?.[1];
	const isWhole = !isShort || endOfWord(text, at - before, at) === at;
	if (paired !== void 0 && after >= paired && isWhole) return {
		start,
		end: behind + paired,
		kind,
		confidence: "certain"
	};
	if (before < 16 || after < 16) return null;
	const lostStart = paired === void 0 && sides.some(([one, other]) => one > before && other === after);
	if (lostStart || after < before || !isWhole) return {
		start,
		end: behind + (lostStart ? after : Math.min(before, after)),
		kind: "suspected",
		confidence: "suspected"
	};
	return {
		start,
		end: behind + (after === before + 1 ? after : before),
		kind,
		confidence: "likely"
	};
}
/** Where the letters and digits that begin at `start` end. */
function endOfWord(text, start, limit) {
	let end = start;
	while (end < limit && isWordByte(text[end])) end += 1;
	return end;
}
// src/detect/stripped.ts
/** The known lengths of bodies, and what stands before each. */
const BODIES = FAMILIES.flatMap(({ prefix, sides }) => sides.map(([before, after]) => ({
	prefix,
	before,
	after
})));
/**
* Whether key characters from `left` to `right`, with a marker at `at`, are a key whose beginning was cut off. Every
* picture and source map that says "OpenAI" holds the marker, so that this asks for more than lengths that are about
* right: both sides exactly as known, and nothing around them that base64 text is made of.
*/
function isStripped(text, { left, at, right }) {
	const behind = at + MARKER$1.length;
	if (isBase64(text[left - 1]) || isBase64(text[right]) || text[right] === EQUALS) return false;
	return BODIES.some(({ prefix, before, after }) => {
		const lost = prefix.length - (at - left - before);
		if (after !== right - behind || lost <= 0 || lost > prefix.length) return false;
		const [remnant, head] = [text.toString("latin1", left, at - before), text.toString("latin1", at - before, at)];
		if (remnant !== prefix.slice(lost)) return false;
		return before !== 20 || isRandom(head, text.toString("latin1", behind, right));
	});
}
const [PLUS, SLASH, EQUALS] = [
	43,
	47,
	61
];
/** What base64 has and keys have not. A `=` is its end, and in front of a key no more than an assignment. */
function isBase64(byte) {
	return byte === PLUS || byte === SLASH;
}
/**
* Whether these are the short bodies of a key: letters and digits alone, and not the base64 of a sentence. Of the known
* lengths only this one can be that, since base64 says "OpenAI" like this at multiples of four.
*/
function isRandom(head, tail) {
	if (/[-_]/.test(head + tail)) return false;
	return /[^\t\n\r\x20-\x7e]/.test(Buffer.from(head, "base64").toString("latin1"));
}
// src/detect/span.ts
const marker = Buffer.from(MARKER$1, "latin1");
/** So many bytes on either side of a marker are looked at, at the most: two keys that are glued, and an escape. */
const REACH = 1024;
/**
* The key around a marker at `at`, or null. `floor` is where the key before ended, which is as good a place to begin as
* any stop. Looks at a bounded stretch of the text, so that its cost does not depend on the text.
*/
function spanAround(text, at, floor) {
	const left = startOfRun(text, at, Math.max(0, floor, at - 256));
	const behind = at + MARKER$1.length;
	const span = spanIn(text, {
		left,
		at,
		right: endOfRun(text, behind)
	}, floor);
	const next = span ? wholeKeyIn(text, behind, span.end) : null;
	return next === null ? span : spanIn(text, {
		left,
		at,
		right: next
	}, floor);
}
function spanIn(text, { left, at, right }, floor) {
	if (at - left < 16 || right - at - MARKER$1.length < 16) return null;
	let best = null;
	for (let start = at - 16 - 3; start >= left; start -= 1) {
		const span = isPrefix(text, start) ? readingAt(text, {
			start,
			at,
			right
		}) : null;
		if (!span) continue;
		const isBounded = start === floor || isBoundary(text, start);
		const worth = (isBounded ? BOUNDED : UNBOUNDED)[span.confidence];
		if (worth > (best?.worth ?? 0)) best = {
			span: isBounded ? span : {
				...span,
				...SUSPECTED
			},
			worth
		};
		if (worth === BOUNDED.certain) break;
	}
	if (best) return best.span;
	return isStripped(text, {
		left,
		at,
		right
	}) ? {
		start: left,
		end: right,
		...SUSPECTED
	} : null;
}
const SUSPECTED = {
	kind: "suspected",
	confidence: "suspected"
};
/** What counts for more when a marker can be read in several ways, after a stop and after a letter or digit. */
const BOUNDED = {
	certain: 6,
	likely: 4,
	suspected: 2
};
const UNBOUNDED = {
	certain: 5,
	likely: 3,
	suspected: 1
};
function isPrefix(text, at) {
	return text[at] === 115 && text[at + 1] === 107 && text[at + 2] === 45;
}
/** Where the key characters begin that end before `end`. */
function startOfRun(text, end, bottom) {
	let start = end;
	while (start > bottom && isKeyByte(text[start - 1])) start -= 1;
	return start;
}
/** Where the key characters end that begin at `start`. */
function endOfRun(text, start) {
	const limit = Math.min(text.length, start + 256);
	let end = start;
	while (end < limit && isKeyByte(text[end])) end += 1;
	return end;
}
/** Where another key of a known shape begins in this stretch of a run. */
function wholeKeyIn(text, start, end) {
	for (let place = start; place < end; place += 1) if (isPrefix(text, place) && isWholeKey(text, place)) return place;
	return null;
}
function isWholeKey(text, start) {
	const ahead = text.subarray(start, start + 256 + MARKER$1.length).indexOf(marker);
	if (ahead < 0) return false;
	const at = start + ahead;
	return readingAt(text, {
		start,
		at,
		right: endOfRun(text, at + MARKER$1.length)
	})?.confidence === "certain";
}
// src/detect/views.ts
/**
* Turns a blob's chunks into views, however they are cut. Holds one chunk and the end of the one before; copies the
* seams between chunks and nothing else, so that a blob of one chunk is never copied.
*/
var Views = class {
	#reach;
	#held = Buffer.alloc(0);
	#offset = 0;
	#from = 0;
	/** `reach`: so many bytes before and behind every place are needed to judge it. */
	constructor(reach) {
		this.#reach = reach;
	}
	/** What can be searched now that this chunk is here. */
	*add(chunk) {
		const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
		const reach = this.#reach;
		if (this.#held.length === 0) this.#held = bytes;
		else if (bytes.length < 4 * reach) this.#held = Buffer.concat([this.#held, bytes]);
		else {
			const held = this.#held;
			this.#held = Buffer.concat([held, bytes.subarray(0, 2 * reach)]);
			yield this.#view(this.#offset + held.length + reach);
			this.#offset += held.length;
			this.#held = bytes;
		}
		const until = this.#offset + this.#held.length - reach;
		if (until - this.#from < reach) return;
		yield this.#view(until);
		const done = Math.max(0, until - reach - this.#offset);
		this.#held = this.#held.subarray(done);
		this.#offset += done;
	}
	/** What is left when no more chunks come. */
	rest() {
		return this.#view(this.#offset + this.#held.length);
	}
	#view(until) {
		const view = {
			bytes: this.#held,
			offset: this.#offset,
			from: this.#from,
			until
		};
		this.#from = until;
		return view;
	}
};
// src/detect/detect.ts
const ANCHORS = [{
	encoding: "plain",
	marker: Buffer.from(MARKER$1, "latin1"),
	keyAround: (text, at, floor) => {
		const span = spanAround(text, at, floor);
		return span && {
			...span,
			secret: new Secret(text.toString("latin1", span.start, span.end))
		};
	}
}];
/**
* Finds the keys of a blob, each once, in order. One pass for the marker rules out the common clean blob without turning
* its bytes into text; only around a marker is looked closer. Memory is that of two chunks, whatever the blob's size.
*/
const detect = async function* detect(blob) {
	const views = new Views(REACH);
	const floors = /* @__PURE__ */ new Map();
	for await (const chunk of blob.chunks) for (const view of views.add(chunk)) for (const hit of hitsIn(view, floors)) yield hit;
	for (const hit of hitsIn(views.rest(), floors)) yield hit;
};
/** The hits of a view by all anchors. `floors` says where the last key ended by each, as an offset in the blob. */
function hitsIn(view, floors) {
	return ANCHORS.flatMap((anchor) => {
		const found = [...hitsOf(anchor, view, floors.get(anchor) ?? NOWHERE)];
		const last = found.at(-1);
		if (last) floors.set(anchor, last.offset + last.length);
		return found;
	}).toSorted((one, other) => one.offset - other.offset);
}
/** Before any place of a blob. */
const NOWHERE = -1;
function* hitsOf({ encoding, marker, keyAround }, view, floor) {
	const { bytes, offset } = view;
	const until = view.until - offset;
	let end = floor - offset;
	let at = bytes.indexOf(marker, Math.max(view.from - offset, end));
	while (at >= 0 && at < until) {
		const key = keyAround(bytes, at, end);
		if (key) {
			const { secret, kind, confidence, start } = key;
			end = key.end;
			yield {
				secret,
				kind,
				confidence,
				encoding,
				alternatives: [],
				member: null,
				offset: offset + start,
				length: end - start
			};
		}
		at = bytes.indexOf(marker, Math.max(end, at + 1));
	}
}
// src/detect/sample.ts
/**
* A text with keys that nobody has, for proving at the start of each run that the search works on this machine: the
* WebAssembly, the decoders and the shapes. Made at run time; the keys' bodies are letters in a fixed order.
*/
function sample() {
	const key = `sk-proj-${body(58, 7)}${MARKER$1}${body(58, 11)}`;
	const text = `${"x".repeat(4096)}\nOPENAI_API_KEY=${key}\n`;
	return {
		blob: {
			provenance: {
				kind: "stdin",
				name: "sample"
			},
			chunks: [Buffer.from(text)]
		},
		fingerprints: [fingerprintOf(key)]
	};
}
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
/** Letters and digits without a pattern: a walk through the alphabet whose steps grow. */
function body(length, step) {
	return Array.from({ length }, (_, at) => ALPHABET[(at * at * step + at * 3) % 62]).join("");
}
// src/domain/finding.ts
/** Whether the base had the key already wherever it was seen: then this change did not bring it. */
function isPreexisting(sightings) {
	return sightings.length > 0 && sightings.every(({ preexisting }) => preexisting);
}
/** Whether a finding could still do harm: this change brought it, and it is not proven dead or still stands in the head. */
function isHarmful({ sightings, validity }) {
	if (isPreexisting(sightings)) return false;
	return validity.kind !== "inactive" || sightings.some(({ inHead }) => inHead);
}
/** Whether a finding fails the run. */
function blocks(finding, failOn) {
	switch (failOn) {
		case "never": return false;
		case "active": return isHarmful(finding) && finding.validity.kind !== "inactive";
		case "leak": return isHarmful(finding);
		default: return failOn;
	}
}
// src/domain/gap.ts
/** Whether this gap is a failure to see. Working without an Admin API key is a choice the operator made. */
function isFailure(gap) {
	return gap.kind !== "no-admin-key";
}
// src/domain/report.ts
/** What a report comes to, whatever the run is set to fail on. */
function conclude({ findings, gaps }) {
	if (findings.some(isHarmful)) return "leaked";
	return gaps.some(isFailure) ? "incomplete" : "clean";
}
/** How a run ends: as its report does, but for findings the operator lets pass. */
function verdict(report) {
	if (report.findings.some(({ blocks }) => blocks)) return "leaked";
	return report.gaps.some(isFailure) ? "incomplete" : "clean";
}
/** The report as this reader may see it. */
function shown(report, detail) {
	return detail === "full" ? report : {
		...report,
		findings: report.findings.map(discreet)
	};
}
function discreet(finding) {
	const { identity, decision } = finding;
	return {
		...finding,
		mask: withoutEnd(finding.mask),
		identity: identity.kind === "ours" ? {
			kind: "ours",
			record: nameless$1(identity.record)
		} : identity.kind === "ambiguous" ? {
			kind: "ambiguous",
			candidates: identity.candidates.map(nameless$1)
		} : identity,
		decision: decision.kind === "leave" ? decision : {
			...decision,
			record: nameless$1(decision.record)
		}
	};
}
/** A record's id is no secret and names nobody; its owners find the key by it. */
function nameless$1(record) {
	const home = {
		kind: record.home.kind,
		id: null,
		name: null
	};
	return {
		...record,
		name: null,
		redacted: null,
		owner: null,
		home
	};
}
// src/errors.ts
/**
* Something the reader can mend: a setting, an argument, a missing permission. Its message is one whole sentence that
* names what was given and what would work; the doors print it without a stack and end with exit code 2.
*/
var UsageError = class extends Error {
	name = "UsageError";
};
// src/ending.ts
/** Exit codes of both doors. 2 also stands for being used wrongly. Never 0 when something was not scanned. */
const EXIT = {
	clean: 0,
	leaked: 1,
	incomplete: 2
};
/**
* The last words of a run that could not go on. What the reader can mend is said as it is. Of anything else only the
* kind of error and the places in our code are told: its message may come from elsewhere and quote a key.
*/
function lastWords(error) {
	if (error instanceof UsageError) return error.message;
	if (!(error instanceof Error)) return "openai-key-guard failed, and threw something that is no error.";
	const code = "code" in error && typeof error.code === "string" && /^[A-Z_]{2,40}$/.test(error.code) ? ` ${error.code}` : "";
	const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
	return [`openai-key-guard failed (${error.name}${code}). This is a fault in it; nothing is known about the change.`, ...frames.slice(0, 12)].join("\n");
}
// src/domain/registry.ts
/** The registry of someone who gave no Admin API key. Trying keys needs none, so that `prove` is borrowed. */
function withoutAdminKey(prove) {
	return {
		inventory: async () => ({
			records: [],
			gaps: [{
				kind: "no-admin-key",
				detail: "no Admin API key was given, so nobody was asked whose keys these are"
			}]
		}),
		prove,
		contain: async () => ({
			kind: "refused",
			because: "no-admin-key"
		})
	};
}
/** A registry for dry runs: it looks and tries like the real one, and contains nothing. */
function rehearsing(real) {
	return {
		inventory: () => real.inventory(),
		prove: (secret, record) => real.prove(secret, record),
		contain: async ({ kind }) => ({
			kind: "rehearsed",
			because: `would-${kind}`
		})
	};
}
// src/openai/client.ts
/** How long one request may take, in milliseconds. */
const PATIENCE$1 = 2e4;
/**
* A client that does only what it is told. The SDK takes key, organisation, project and address from the environment
* when they are left out, writes a log when told so by a variable, and follows redirects: all of that is said here
* (read in its source, 7.55.0). `OPENAI_CUSTOM_HEADERS`, which has no option, is removed by the doors.
*/
async function clientOf({ baseURL }, keys, retries) {
	const { default: OpenAIClient } = await import("./openai.js");
	return new OpenAIClient({
		...keys,
		baseURL,
		organization: null,
		project: null,
		webhookSecret: null,
		logLevel: "off",
		timeout: PATIENCE$1,
		maxRetries: retries,
		fetchOptions: { redirect: "manual" }
	});
}
/** A client for the Admin API: reads are repeated when the network or the server fails, with the SDK's back-off. */
async function adminClient(host, adminKey) {
	return await clientOf(host, {
		apiKey: null,
		adminAPIKey: adminKey
	}, 2);
}
/** A client that works with this key as an ordinary one, and never repeats a request by itself. */
async function plainClient(host, key) {
	return await clientOf(host, {
		apiKey: key,
		adminAPIKey: null
	}, 0);
}
// src/openai/pause.ts
/** Waits so many milliseconds. */
async function pause(milliseconds) {
	await new Promise((resolve) => {
		setTimeout(resolve, milliseconds);
	});
}
// src/openai/refusal.ts
const NO_ANSWER = {
	status: null,
	code: null,
	type: null,
	missingScopes: [],
	quoted: null,
	retryAfterSeconds: null
};
/**
* Reads an error of the SDK. Network failures (refused, reset, TLS, DNS, time out) have no status; broken JSON is a
* SyntaxError there. Anything else is not for us and is thrown on.
*/
function refusalOf(error) {
	if (isBrokenOff(error)) return NO_ANSWER;
	if (error instanceof SyntaxError) return {
		...NO_ANSWER,
		status: 200
	};
	if (!isApiError(error)) throw error;
	if (error.status === void 0) return NO_ANSWER;
	const body = typeof error.error === "object" && error.error !== null ? error.error : {};
	const message = typeof body.message === "string" ? body.message : "";
	const after = Number(error.headers?.get("retry-after") ?? NaN);
	return {
		status: error.status,
		code: wordOf(error.code),
		type: wordOf(error.type),
		missingScopes: scopesIn(message),
		quoted: /\bprovided:\s*(\S+?)\.?(?:\s|$)/.exec(message)?.[1] ?? null,
		retryAfterSeconds: Number.isFinite(after) && after >= 0 ? after : null
	};
}
/** Why a listing could not be read, as the end of a sentence. */
function reasonOf({ status, code, missingScopes }) {
	if (missingScopes.length > 0) return `the Admin API key lacks the scope ${missingScopes.join(", ")}`;
	if (status === null) return "OpenAI did not answer";
	if (status === 401 && code === "invalid_api_key") return "OpenAI does not know the Admin API key";
	if (status === 401 || status === 403) return `OpenAI refused the Admin API key (${status}${code ? ` ${code}` : ""})`;
	if (status === 429) return "OpenAI asked to slow down (429), and went on asking";
	return status >= 500 ? `OpenAI failed (${status})` : `OpenAI's answer (${status}) was not what its description says`;
}
/** By shape, since a bundle may hold the class twice and the SDK is loaded lazily. */
function isApiError(error) {
	return error instanceof Error && "status" in error && "requestID" in error && "headers" in error;
}
/** A body that ends too early is a TypeError of fetch, told from a mistake of ours by the network error behind it. */
function isBrokenOff(error) {
	return error instanceof TypeError && error.cause instanceof Error;
}
/** Codes and types are words of a vendor's list; anything else that stands there is not passed on. */
function wordOf(value) {
	return typeof value === "string" && /^[a-z][a-z0-9_]{0,63}$/.test(value) ? value : null;
}
function scopesIn(message) {
	return (/Missing scopes?:\s*([a-z][a-z._, ]*)/.exec(message)?.[1] ?? "").match(/[a-z]+(?:[._][a-z]+)+/g) ?? [];
}
// src/openai/contain.ts
/** Deleted keys have been seen to work now and then for a while: so many trials in a row must be refused. */
const REFUSALS = 2;
/** A pause grows up to this many milliseconds. */
const LONGEST_PAUSE = 5e3;
/** How often a request that is told to slow down is made before it counts as failed. */
const TRIES = 3;
/** Deletes the record's key, reads the record back, and tries the key again until it is refused. */
async function revoke(client, record, again, { patience, now }) {
	const deletion = await deleted(client, record);
	if (deletion === "gone-before") return { kind: "already-gone" };
	if (deletion !== "deleted") return {
		kind: "failed",
		because: deletion
	};
	const at = now();
	let pausing = patience.first;
	let refused = 0;
	let listed = null;
	for (let waited = 0; waited <= patience.total; waited += pausing) {
		listed = await isListed(client, record);
		refused = (await again()).kind === "inactive" ? refused + 1 : 0;
		if (listed === false && refused >= REFUSALS) return {
			kind: "contained",
			verified: true,
			at
		};
		await pause(pausing);
		pausing = Math.min(pausing * 1.6, LONGEST_PAUSE);
	}
	return listed ? {
		kind: "failed",
		because: "still-listed"
	} : {
		kind: "contained",
		verified: false,
		at
	};
}
async function deleted(client, record) {
	let last = "not-understood";
	for (let tries = 0; tries < TRIES; tries += 1) try {
		return await requestDeletion(client, record) ? "deleted" : "not-understood";
	} catch (error) {
		const refusal = refusalOf(error);
		if (refusal.status === 404) return tries === 0 ? "gone-before" : "deleted";
		last = failureOf$1(refusal);
		if (last === "not-permitted" || last === "not-understood") return last;
		if (last !== "rate-limited" && await isListed(client, record) === false) return "deleted";
		await pause(Math.min((refusal.retryAfterSeconds ?? 1) * 1e3, LONGEST_PAUSE * 4));
	}
	return last;
}
/** Never repeated by the SDK: a repeated deletion answers 404, which would read as "gone before we came". */
async function requestDeletion(client, { id, home }) {
	const { adminAPIKeys, projects } = client.admin.organization;
	const answer = home.kind === "organization" || home.id === null ? await adminAPIKeys.delete(id, { maxRetries: 0 }) : await projects.apiKeys.delete(id, { project_id: home.id }, { maxRetries: 0 });
	return answer.deleted === true && answer.id === id;
}
/** Null when nobody could say. */
async function isListed(client, { id, home }) {
	const { adminAPIKeys, projects } = client.admin.organization;
	try {
		return (home.kind === "organization" || home.id === null ? await adminAPIKeys.retrieve(id) : await projects.apiKeys.retrieve(id, { project_id: home.id })).id === id ? true : null;
	} catch (error) {
		return refusalOf(error).status === 404 ? false : null;
	}
}
function failureOf$1({ status }) {
	if (status === null) return "network";
	if (status === 401 || status === 403) return "not-permitted";
	if (status === 429) return "rate-limited";
	return status >= 500 ? "server-error" : "not-understood";
}
// src/openai/pages.ts
/** An answer that is not the page it should be. */
var MalformedPage = class extends Error {
	name = "MalformedPage";
};
/**
* Reads a listing page by page. The SDK's own paging is not used: it takes a page of HTML or `{}` for an empty list,
* ends silently when a cursor is missing, and follows a repeated cursor for ever (measured with 7.55.0). Both of the
* Admin API's forms continue after the last item's id; `last_id`, where it is sent, is that id.
*
* @throws MalformedPage after yielding what could be read.
*/
async function* pagesOf(ask) {
	const seen = /* @__PURE__ */ new Set();
	let after;
	do {
		const { data, more, lastId } = pageOf(await jsonOf(await ask(after)));
		yield data;
		after = more ? lastId ?? data.at(-1)?.id : void 0;
		if (more && after === void 0) throw new MalformedPage("a page says there is more and does not say where");
		if (after !== void 0 && seen.has(after)) throw new MalformedPage("a page leads back to an earlier one");
		if (after !== void 0) seen.add(after);
	} while (after !== void 0);
}
async function jsonOf(response) {
	try {
		return await response.json();
	} catch {
		throw new MalformedPage("a page is not JSON");
	}
}
function pageOf(body) {
	const { data, has_more, last_id } = typeof body === "object" && body !== null ? body : {};
	if (!Array.isArray(data) || !data.every(hasId)) throw new MalformedPage("a page has no list of records");
	if (typeof has_more !== "boolean") throw new MalformedPage("a page does not say whether there is more");
	return {
		data,
		more: has_more,
		lastId: typeof last_id === "string" ? last_id : null
	};
}
function hasId(item) {
	return typeof item === "object" && item !== null && typeof item.id === "string";
}
// src/openai/wire.ts
/** The home of a project's keys. A project may have no name; then its id is all there is. */
function homeOf({ id, name }) {
	return {
		kind: "project",
		id,
		name: name ?? null
	};
}
function recordOf$1(key, home) {
	const access = key.owner_project_access;
	return {
		...dated(key),
		home,
		owner: projectOwnerOf(key.owner),
		ownerHasAccess: access === "active" ? true : access === "inactive" ? false : null
	};
}
function adminRecordOf(key) {
	return {
		...dated(key),
		home: {
			kind: "organization",
			id: null,
			name: null
		},
		owner: adminOwnerOf(key.owner),
		ownerHasAccess: null
	};
}
function dated(key) {
	return {
		id: key.id,
		name: key.name || null,
		redacted: key.redacted_value ?? null,
		createdAt: timeOf(key.created_at),
		lastUsedAt: timeOf(key.last_used_at),
		expiresAt: timeOf(key.expires_at)
	};
}
function projectOwnerOf(owner) {
	const { type, user, service_account: account } = owner ?? {};
	if (account || type === "service_account") return ownerOf("service-account", account);
	return user || type === "user" ? ownerOf("user", user) : null;
}
/** Admin keys tell their owner flat, with `type` "user" or "service_account" (older answers: `object`). */
function adminOwnerOf(owner) {
	if (!owner) return null;
	return ownerOf(`${owner.type ?? ""} ${owner.object ?? ""}`.includes("service") ? "service-account" : "user", owner);
}
function ownerOf(kind, someone) {
	return {
		kind,
		id: someone?.id ?? null,
		name: someone?.name ?? null
	};
}
/** Unix seconds → Date; anything else is not known. */
function timeOf(seconds) {
	return typeof seconds === "number" && Number.isFinite(seconds) ? /* @__PURE__ */ new Date(seconds * 1e3) : null;
}
// src/openai/inventory.ts
/** How many projects are asked for their keys at the same time. OpenAI's limits for the Admin API are not published. */
const AT_ONCE = 4;
/** The largest page the API gives. */
const limit = 100;
/**
* Lists all projects, archived ones too, all keys of each (`owner_project_access=any`: else keys of colleagues who left
* are hidden), and the admin keys. Records are told apart by id, since listings have been seen to repeat them.
*/
async function takeInventory(client) {
	const { projects: projectApi, adminAPIKeys } = client.admin.organization;
	const records = /* @__PURE__ */ new Map();
	const gaps = /* @__PURE__ */ new Map();
	let organization = null;
	async function read(what, ask, take) {
		try {
			const heard = async (after) => {
				const response = await ask(after);
				organization ??= response.headers.get("openai-organization");
				return response;
			};
			for await (const page of pagesOf(heard)) for (const item of page) take(item);
		} catch (error) {
			const detail = `${what} could not be listed in full: ${error instanceof MalformedPage ? error.message : reasonOf(refusalOf(error))}`;
			gaps.set(detail, {
				kind: "inventory",
				detail
			});
		}
	}
	const projects = /* @__PURE__ */ new Map();
	await Promise.all([read("projects", (after) => projectApi.list({
		...from(after),
		include_archived: true
	}).asResponse(), (project) => projects.set(project.id, project)), read("admin keys", (after) => adminAPIKeys.list(from(after)).asResponse(), (key) => records.set(key.id, adminRecordOf(key)))]);
	const queue = projects.values();
	const worker = async () => {
		for (const project of queue) {
			const home = homeOf(project);
			await read(`keys of project ${project.id}`, (after) => projectApi.apiKeys.list(project.id, {
				...from(after),
				owner_project_access: "any"
			}).asResponse(), (key) => records.set(key.id, recordOf$1(key, home)));
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
	return {
		inventory: {
			records: [...records.values()],
			gaps: [...gaps.values()]
		},
		organization
	};
}
function from(after) {
	return after === void 0 ? { limit } : {
		limit,
		after
	};
}
// src/domain/candidate.ts
/** All readings of a candidate, its own first, but for those that are candidates themselves. */
function readingsOf(candidate, isKnown) {
	return [candidate, ...candidate.alternatives.filter(({ fingerprint }) => !isKnown(fingerprint)).map((secret) => ({
		...candidate,
		secret
	}))];
}
const GRADES = [
	"suspected",
	"likely",
	"certain"
];
/** Adds what was seen of a key to what is known of it; of two grades the surer one stays. */
function merged(known, hit, sightings) {
	const { secret, kind, confidence, alternatives } = hit;
	if (!known) return {
		secret,
		kind,
		confidence,
		alternatives,
		sightings
	};
	const surer = GRADES.indexOf(confidence) > GRADES.indexOf(known.confidence) ? hit : known;
	return {
		secret: known.secret,
		kind: surer.kind,
		confidence: surer.confidence,
		alternatives: surer.alternatives,
		sightings: [...known.sightings, ...sightings]
	};
}
/** When the key was first exposed, as far as the sightings tell. */
function firstSeen(sightings) {
	const times = sightings.flatMap((sighting) => sighting.at ? [sighting.at.getTime()] : []);
	return times.length > 0 ? new Date(Math.min(...times)) : null;
}
// src/domain/identity.ts
const A_DAY = 864e5;
/**
* Says whose key a candidate is. A record fits when its visible ends and its home fit; one fit in a complete inventory
* is ours, several are ambiguous, and a gap makes every other answer "unchecked": what was not seen may fit too.
* `containedBefore`: this tool remembers having revoked it here, which explains why nothing fits.
*/
function identify(candidate, inventory, containedBefore = false) {
	if (inventory.gaps.some((gap) => !isFailure(gap))) return {
		kind: "unchecked",
		because: "no-admin-key"
	};
	const fitting = inventory.records.filter((record) => fits(candidate, record));
	const [record, ...more] = fitting;
	if (more.length > 0) return {
		kind: "ambiguous",
		candidates: fitting
	};
	if (inventory.gaps.length > 0) return {
		kind: "unchecked",
		because: "inventory-incomplete"
	};
	if (record) return isYounger(record, candidate) ? {
		kind: "unchecked",
		because: "created-after-sighting"
	} : {
		kind: "ours",
		record
	};
	if (containedBefore) return {
		kind: "unchecked",
		because: "contained-before"
	};
	return candidate.kind === "user" || candidate.kind === "suspected" ? {
		kind: "unchecked",
		because: "not-listed-by-openai"
	} : { kind: "foreign" };
}
function fits({ secret, kind }, record) {
	return record.redacted !== null && livesIn(kind, record) && endsFit(secret, record.redacted);
}
/** Admin keys live in the organisation and all others in projects; a service account's key is not a user's. */
function livesIn(kind, { home, owner }) {
	if (kind === "suspected") return false;
	if (kind === "admin") return home.kind === "organization";
	return home.kind === "project" && !(kind === "service-account" && owner?.kind === "user");
}
/**
* Both forms of `redacted_value` met: dotted (`sk-...abc`), and eight characters, stars for each hidden one, four
* characters, where the length must be equal too. A value with no visible end fits nothing.
*/
function endsFit(secret, redacted) {
	const parts = /^([^*.…]+)(\*+|\.{2,}|…)([^*.…]+)$/.exec(redacted.trim());
	if (!parts) return false;
	const [whole, head = "", hidden = "", tail = ""] = parts;
	const text = secret.reveal();
	if (text.length <= head.length + tail.length) return false;
	if (hidden.startsWith("*") && text.length !== whole.length) return false;
	return text.startsWith(head) && text.endsWith(tail);
}
/** A day is allowed for clocks that are wrong: commits carry the author's clock. */
function isYounger({ createdAt }, { sightings }) {
	const seen = firstSeen(sightings);
	return createdAt !== null && seen !== null && createdAt.getTime() > seen.getTime() + A_DAY;
}
// src/openai/validity.ts
const ACTIVE$1 = {
	missing_scope: "restricted",
	ip_not_authorized: "ip-not-authorized",
	incorrect_hostname: "wrong-region",
	rate_limit_exceeded: "rate-limited",
	slow_down: "rate-limited",
	insufficient_quota: "no-quota",
	credit_balance_exhausted: "no-quota",
	organization_spend_limit_exceeded: "no-quota",
	project_spend_limit_exceeded: "no-quota",
	organization_usage_limit_exceeded: "no-quota",
	billing_hard_limit_reached: "no-quota"
};
const INACTIVE$1 = {
	account_deactivated: "account-deactivated",
	invalid_project: "project-dormant",
	token_invalidated: "token-invalidated"
};
/**
* What a refusal says about the key, by its code and message and not by its status: a live but restricted key is
* answered 401 or 403 as well. Whatever is not understood is unknown, and never dead. Codes: OpenAI's error guide and
* answers that were published.
*/
function validityOf(refusal, secret) {
	const { status, code, type, missingScopes, quoted } = refusal;
	if (status === null) return unknown("network");
	if (status >= 500) return unknown("server-error");
	if (code === "unsupported_country_region_territory") return unknown("unsupported-country");
	if ((status === 401 || status === 403) && missingScopes.length > 0) return {
		kind: "active",
		because: "restricted"
	};
	if (status === 429 && type === "insufficient_quota") return {
		kind: "active",
		because: "no-quota"
	};
	if (status === 401 && code === "invalid_api_key") return quoted !== null && endsFit(secret, quoted) ? {
		kind: "inactive",
		because: "refused"
	} : unknown("unreadable");
	if (status !== 401 && status !== 403 && status !== 429) return unknown("unreadable");
	const [active, inactive] = [ACTIVE$1[code ?? ""], INACTIVE$1[code ?? ""]];
	if (active) return {
		kind: "active",
		because: active
	};
	return inactive ? {
		kind: "inactive",
		because: inactive
	} : unknown("unreadable");
}
function unknown(because) {
	return {
		kind: "unknown",
		because
	};
}
// src/openai/proof.ts
/** A refusal counts once it was repeated; this long lies between the two, in milliseconds. */
const SECOND_ASK = 250;
/**
* Tries a key with `GET /v1/me`, and with `GET /v1/models` when only a scope is missing. Both are free and read-only.
* "invalid_api_key" is asked a second time: it has been answered for keys that work.
*/
async function tryKey(host, secret, record, organization) {
	const client = await plainClient(host, secret.reveal());
	let trial = await trialOf(client, secret, "/me");
	if (trial.validity.kind === "inactive" && trial.validity.because === "refused") {
		await pause(SECOND_ASK);
		trial = await trialOf(client, secret, "/me");
	}
	if (trial.validity.kind === "active" && trial.validity.because === "restricted") {
		const models = await trialOf(client, secret, "/models");
		if (models.self.header !== null) trial = {
			...trial,
			self: {
				...trial.self,
				header: models.self.header
			}
		};
	}
	const { validity, self } = trial;
	if (!(validity.kind === "active" && (validity.because === "accepted" || validity.because === "restricted"))) return {
		validity,
		possession: "not-accepted"
	};
	return {
		validity,
		possession: record ? possessionOf(self, await organization(), record) : "unnamed"
	};
}
/** Asks `/v1/me` who a key is; what was refused or not understood is left empty. */
async function selfOf(client, secret) {
	return (await trialOf(client, secret, "/me")).self;
}
/**
* The key is proven to be the record's when it works for our organisation and, where a person owns the record, for that
* person. An answer that names neither proves nothing.
*/
function possessionOf(self, ours, { owner }) {
	const organization = isOurs(self, ours);
	const user = owner?.kind === "service-account" ? true : sameUser(self.userId, owner?.id ?? null);
	if (organization === false || user === false) return "someone-else";
	return organization && user ? "proven" : "unnamed";
}
function isOurs(self, ours) {
	if (self.header !== null && ours.header !== null) return self.header === ours.header;
	if (self.organizationIds.length === 0 || ours.ids.size === 0) return null;
	return self.organizationIds.some((id) => ours.ids.has(id));
}
function sameUser(found, recorded) {
	return found === null || recorded === null ? null : found === recorded;
}
const NOBODY = {
	userId: null,
	header: null,
	organizationIds: []
};
async function trialOf(client, secret, path) {
	try {
		const response = await client.get(path).asResponse();
		const header = response.headers.get("openai-organization");
		const body = await response.json();
		const self = path === "/me" ? namedIn(body) : isListOf(body) ? NOBODY : null;
		return self ? {
			validity: {
				kind: "active",
				because: "accepted"
			},
			self: {
				...self,
				header
			}
		} : {
			validity: {
				kind: "unknown",
				because: "unreadable"
			},
			self: NOBODY
		};
	} catch (error) {
		return {
			validity: validityOf(refusalOf(error), secret),
			self: NOBODY
		};
	}
}
/** A proxy or a login page answers 200 too: only a body of the right shape is an answer. */
function namedIn(body) {
	const { id, orgs } = typeof body === "object" && body !== null ? body : {};
	if (typeof id !== "string") return null;
	const list = (typeof orgs === "object" && orgs !== null ? orgs.data : []) ?? [];
	return {
		userId: id,
		header: null,
		organizationIds: (Array.isArray(list) ? list.map((one) => one?.id) : []).filter((one) => typeof one === "string")
	};
}
function isListOf(body) {
	return typeof body === "object" && body !== null && Array.isArray(body.data);
}
// src/openai/registry.ts
/** Waiting for a revocation to take effect: from a fifth of a second between trials, up to a minute in all. */
const PATIENCE = {
	total: 6e4,
	first: 200
};
/** The registry that the settings ask for. `now` tells the time of a containment. */
function registryFor({ baseURL, adminKey, dryRun }, now) {
	const host = { baseURL };
	if (!adminKey) return withoutAdminKey(async (secret, record) => await tryKey(host, secret, record, nameless));
	const real = openaiRegistry(host, adminKey, { now });
	return dryRun ? rehearsing(real) : real;
}
/** Trying keys needs no Admin API key; whose organisation a key works for is then not compared with anything. */
const nameless = async () => ({
	header: null,
	ids: /* @__PURE__ */ new Set()
});
/** OpenAI's Admin API as a registry. Asks nothing before it is asked; then lists the organisation's keys once. */
function openaiRegistry(host, adminKey, { now, patience = PATIENCE }) {
	const listing = once(async () => await takeInventory(await adminClient(host, adminKey.reveal())));
	const organization = once(async () => {
		const { organization: header } = await listing();
		if (header !== null) return {
			header,
			ids: /* @__PURE__ */ new Set()
		};
		const self = await selfOf(await plainClient(host, adminKey.reveal()), adminKey);
		return {
			header: self.header,
			ids: new Set(self.organizationIds)
		};
	});
	return {
		inventory: async () => (await listing()).inventory,
		prove: async (secret, record) => await tryKey(host, secret, record, organization),
		contain: async ({ record }, again) => await revoke(await adminClient(host, adminKey.reveal()), record, again, {
			patience,
			now
		})
	};
}
function once(make) {
	let made;
	return () => {
		made ??= make();
		return made;
	};
}
// src/report/escape.ts
/** Control, format and invisible characters, lone surrogates, and what separates lines: nobody types them in a name. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const SHORT_FORMS = {
	"\n": "\\n",
	"\r": "\\r",
	"	": "\\t"
};
/** In two parts, for no literal here may look like a key: it stands in the middle of every OpenAI key. */
const MARKER = ["T3Blbk", "FJ"].join("");
/** A net under the types, for names that hold a key in plain sight, as a path can. */
const KEY = new RegExp(`[\\w-]*${MARKER}[\\w-]*`, "g");
/** Stands for nothing anyone sees, and keeps GitHub from reading a mention, a reference or an address across it. */
const BREAK = "&#8203;";
/** The text, with the whole of any key in it cut to `sk-…`. */
function keyless(text) {
	return text.includes(MARKER) ? text.replaceAll(KEY, "sk-…") : text;
}
/** Makes what cannot be seen visible: a line stays one line, and no character moves the cursor or turns the text. */
function visible(text) {
	return keyless(text).replaceAll(UNSEEN, (character) => {
		const code = character.codePointAt(0) ?? 0;
		const hex = code.toString(16).padStart(2, "0");
		return SHORT_FORMS[character] ?? (code < 256 ? `\\x${hex}` : `\\u{${hex}}`);
	});
}
/**
* For terminals and logs. Runners obey `::command::` at the start of a line and `##[command]` anywhere in it, so both
* are broken by a space.
*/
function plain(text) {
	return visible(text).replaceAll(/:(?=:)/g, ": ").replaceAll("##[", "## [");
}
/** For running text and table cells of GitHub's Markdown: shows the text as it is, and makes nothing of it. */
function markdown(text) {
	return plain(text).trim().replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(/[\\`*_[\]>~$]/g, String.raw`\$&`).replace(/^(\d+)([.)])/, String.raw`$1\$2`).replace(/^[-+=]/, String.raw`\$&`).replaceAll("#", String.raw`\#${BREAK}`).replaceAll("|", "&#124;").replaceAll("@", `@${BREAK}`).replaceAll(/:(?=\S)/g, `:${BREAK}`).replaceAll(/www(?=\.)/gi, `$&${BREAK}`).replaceAll(/GH-(?=\d)/gi, `$&${BREAK}`);
}
/**
* A code span, in which GitHub makes nothing of anything. In a table's cell a pipe would end the cell even there, and
* Markdown readers disagree on a pipe after a backslash: a text with a pipe is HTML there.
*/
function code(text, place = "text") {
	const shown = plain(text) || "(empty)";
	if (place === "cell" && shown.includes("|")) return `<code>${markdown(shown)}</code>`;
	const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = "`".repeat(longest + 1);
	return `${fence}${/^[ `]|[ `]$/.test(shown) && /[^ ]/.test(shown) ? ` ${shown} ` : shown}${fence}`;
}
/** The destination of a Markdown link; `#` for what is no web address. What is percent-encoded already stays so. */
function href(url) {
	if (!/^https?:\/\//i.test(url)) return "#";
	return keyless(url).toWellFormed().replaceAll(/[^\w\-.~:/?#&=%+,;@!$]/gu, (character) => /[()*']/.test(character) ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(character)).replaceAll("&", "&amp;");
}
/**
* At most so many characters of a text, its end and its beginning: the end of a path tells more than its middle. A key
* is taken out first, for a half of one would not be known as such.
*/
function clipped(text, most) {
	const characters = [...keyless(text)];
	if (characters.length <= most) return characters.join("");
	const head = Math.floor((most - 1) / 3);
	return [
		...characters.slice(0, head),
		"…",
		...characters.slice(characters.length - (most - 1 - head))
	].join("");
}
// src/report/line.ts
/** Names longer than this are cut in sentences; the JSON report has them whole. */
const LONGEST = 120;
/** Makes a line: what stands between the values is ours and goes out as it is; text values are data. */
function line(words, ...values) {
	return words.flatMap((text, index) => {
		const value = values[index];
		const own = text === "" ? [] : [{ words: text }];
		if (value === void 0) return own;
		if (typeof value === "number") return [...own, { words: String(value) }];
		return [...own, ...typeof value === "string" ? [{ data: value }] : value];
	});
}
/** Lines, one after the other, with words of ours between them. */
function joined(lines, between) {
	return lines.flatMap((one, index) => index === 0 ? one : [{ words: between }, ...one]);
}
/**
* The line in a terminal or a log. Data with blanks in it gets quotes, so that it is seen where it ends; `blank` stands
* for each blank in data, for whoever breaks lines.
*/
function inPlain(one, blank = " ") {
	const shown = (data) => quoted$2(clipped(data, LONGEST)).replaceAll(" ", blank);
	return plain(one.map((piece) => "words" in piece ? piece.words : shown(piece.data)).join(""));
}
/** The line in Markdown, in running text or in a table's cell. */
function inMarkdown(one, place = "text") {
	return one.map((piece) => "words" in piece ? piece.words : code(clipped(piece.data, LONGEST), place)).join("");
}
function quoted$2(text) {
	return /\s/.test(text) && !/[{"=:]/.test(text) ? `"${text}"` : text;
}
// src/report/belongs.ts
const VARIABLE = "OPENAI_API_KEY";
/** How programs read the variable, by the end of the file's name. */
const READERS = [
	[/\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/, [
		"process",
		"env",
		VARIABLE
	].join(".")],
	[/\.py[iw]?$/, `os.environ["${VARIABLE}"]`],
	[/\.go$/, `os.Getenv("${VARIABLE}")`],
	[/\.(?:rb|rake)$/, `ENV["${VARIABLE}"]`],
	[/\.(?:java|kt|kts|scala|groovy)$/, `System.getenv("${VARIABLE}")`],
	[/\.(?:cs|fs|vb)$/, `Environment.GetEnvironmentVariable("${VARIABLE}")`],
	[/\.php$/, `getenv("${VARIABLE}")`],
	[/\.rs$/, `std::env::var("${VARIABLE}")`],
	[/\.(?:ba|z|fi)?sh$/, `$${VARIABLE}`]
];
/** Where a key of this file belongs. `path` is what others named it, with `/`. */
function belonging(path) {
	const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
	const environment = line`an environment variable such as ${VARIABLE}`;
	if (/(?:^|[._-])(?:example|sample|template|dist)(?:[._-]|$)/.test(name) && name.includes("env")) return {
		keep: line`an untracked ${".env"} or a secret store`,
		remove: line`Leave its value empty in ${path}.`
	};
	if (/^\.env(?:\.|$)|\.env$/.test(name)) return {
		keep: line`a secret store, or a ${".env"} that git does not track`,
		remove: line`Take ${path} out of git (${"git rm --cached"}) and list it in ${".gitignore"}.`
	};
	if (/(?:^|\/)\.github\/.+\.ya?ml$/i.test(path)) return {
		keep: line`a secret of the repository`,
		remove: line`In ${path}, read ${`\${{ secrets.${VARIABLE} }}`} instead.`
	};
	if (name.endsWith(".ipynb")) return {
		keep: environment,
		remove: line`Take it out of ${path}, the outputs too, and read ${`os.environ["${VARIABLE}"]`} instead.`
	};
	if (/^(?:docker|container)file(?:\.|$)|\.dockerfile$/.test(name)) return {
		keep: line`the environment the container is started with`,
		remove: line`Take it out of ${path}, and delete images built from it: their layers keep it.`
	};
	if (/\.(?:tf|tfvars|hcl)$/.test(name)) return {
		keep: line`a secret store, or a variable with ${"sensitive = true"}`,
		remove: line`Take it out of ${path}; the state file may hold it too.`
	};
	const reader = READERS.find(([ending]) => ending.test(name))?.[1];
	return {
		keep: environment,
		remove: reader === void 0 ? line`Take it out of ${path}.` : line`In ${path}, read ${reader} instead.`
	};
}
// src/report/place.ts
const ENCODED = {
	plain: null,
	base64: "in base64",
	hex: "in hex",
	"utf-16": "in UTF-16",
	"char-codes": "as character codes",
	reversed: "written backwards",
	rot13: "in ROT13",
	percent: "percent-encoded",
	split: "in pieces"
};
/** The first seven digits of an object name, as git shows it. */
function short(sha) {
	return sha.slice(0, 7);
}
/** The places in the order a person should go to them: what still stands in the head first, files before texts. */
function bestFirst(sightings) {
	return sightings.toSorted((one, other) => rank(one) - rank(other));
}
function rank({ inHead, path, preexisting }) {
	return (inHead ? 0 : 4) + (path === null ? 2 : 0) + Number(preexisting);
}
/** The place itself, as others may have named it: to be escaped by the medium. */
function placeOf({ where, path, line, column, commit }) {
	const spot = [line, column].flatMap((number) => number === null ? [] : [`:${number}`]).join("");
	switch (where) {
		case "file":
		case "stdin": return `${path ?? (where === "stdin" ? "standard input" : "a file")}${spot}`;
		case "commit-message": return `message of commit ${commit === null ? "unknown" : short(commit)}${line === null ? "" : `, line ${line}`}`;
		case "tag-message": return `message of a tag${line === null ? "" : `, line ${line}`}`;
		case "path": return `name of ${path ?? "a file"}`;
		case "pull-request": return `text of the pull request${line === null ? "" : `, line ${line}`}`;
		default: return where;
	}
}
/** What else is known of a place, in words of ours: its encoding, and whether it was removed again or is old. */
function remarksOn({ where, encoding, inHead, preexisting }) {
	const encoded = ENCODED[encoding];
	return [
		...encoded === null ? [] : [encoded],
		...(where === "file" || where === "path") && !inHead ? ["removed again later"] : [],
		...preexisting ? ["here before this change"] : []
	];
}
// src/report/standing.ts
/** All of them, the worst first. */
const STANDINGS = [
	"exposed",
	"lingering",
	"dead",
	"older"
];
/** Where a finding stands. */
function standingOf(finding) {
	if (isPreexisting(finding.sightings)) return "older";
	if (!isHarmful(finding)) return "dead";
	return finding.validity.kind === "inactive" ? "lingering" : "exposed";
}
/** The findings in the order a person should see them: the worst first, of equals an admin key, then what works. */
function ranked(findings) {
	const rank = (one) => [
		STANDINGS.indexOf(standingOf(one)),
		one.kind === "admin" ? 0 : 1,
		[
			"active",
			"unknown",
			"inactive"
		].indexOf(one.validity.kind)
	];
	return findings.map((finding) => ({
		finding,
		rank: rank(finding)
	})).toSorted((one, other) => difference(one.rank, other.rank)).map(({ finding }) => finding);
}
function difference(one, other) {
	const at = one.findIndex((value, index) => value !== other[index]);
	return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
/** Whether an inactive key may work again one day: when its project, its owner or its account returns. */
function mayReturn({ validity }) {
	return validity.kind === "inactive" && (validity.because === "project-dormant" || validity.because === "account-deactivated");
}
// src/report/stop.ts
/** What stops this key: nothing where it is stopped for good. An admin key is announced first. */
function stop(finding) {
	const { identity, validity, kind } = finding;
	if (validity.kind === "inactive") return mayReturn(finding) ? [line`It may work again one day; to end that, ${deletion(finding)}.`] : [];
	const loud = kind === "admin" ? line`This is an admin key: whoever has it manages the whole organisation. ` : line``;
	if (kind === "suspected") return [line`It looks like a damaged or shortened key. If a real one stands behind it, its owner should delete that.`];
	switch (identity.kind) {
		case "ours": return [line`${loud}${ours(finding, identity.record)}`];
		case "ambiguous": return [line`${loud}Find out which stood here, and delete it: ${list(identity.candidates)}.`];
		case "foreign": return [line`${loud}Ask whoever added it whose key it is, and tell the owner: only they can revoke it.`];
		case "unchecked": return [line`${loud}${unchecked(finding)}`];
		default: return identity;
	}
}
function ours(finding, record) {
	const { outcome } = finding;
	const now = line`Revoke it now: ${deletion(finding)}`;
	switch (outcome.kind) {
		case "contained": return line`It is deleted, and was not yet seen refused: run this again in a minute.`;
		case "already-gone": return line`OpenAI no longer lists it, and it was not yet seen refused: run this again in a minute.`;
		case "rehearsed": return line`${now}, or run this again without ${"dry-run"}.`;
		case "refused": return line`${now}.`;
		case "failed": return outcome.because === "not-permitted" ? line`${now}. For this tool to do it, its Admin API key needs write access to API keys.` : line`${now}, or run this again.`;
		case "left": return left(outcome, finding, record, now);
		default: return outcome;
	}
}
function left({ because }, finding, record, now) {
	switch (because) {
		case "report-only": return wouldBeRevoked(finding) ? line`${now}, or let ${"on-leak: revoke"} do it.` : line`${now}.`;
		case "protected": return line`It is protected, so put a new key in its place first; then ${deletion(finding)}.`;
		case "too-many": return line`${now}, or raise ${"max-contained"}.`;
		case "own-admin-key": return line`Put a new admin key in ${"openai-admin-key"} first; then ${deletion(finding)}.`;
		case "someone-else": return line`It is not ${record.id}, it only looks like it. Ask whoever added it whose key it is.`;
		case "unnamed":
		case "not-accepted":
		case "not-certain":
		case "not-tried": return line`See whether it is ${record.id} (last use and owner help); then ${deletion(finding)}.`;
		case "not-ours":
		case "ambiguous":
		case "unchecked":
		case "preexisting":
		case "already-inactive": return line`${now}.`;
		default: return because;
	}
}
function wouldBeRevoked({ confidence, sightings, validity }) {
	const wasProven = validity.kind === "active" && validity.because !== "listed";
	return confidence === "certain" && wasProven && !isPreexisting(sightings);
}
function unchecked({ identity, kind }) {
	const byHand = line`Whoever made it should delete it at ${"platform.openai.com"}, ${kind === "admin" ? line`Admin keys` : line`API keys`}`;
	switch (identity.kind === "unchecked" ? identity.because : null) {
		case "no-admin-key": return line`${byHand}. With ${"openai-admin-key"} this tool finds out whose it is.`;
		case "inventory-incomplete": return line`${byHand}, or run this again once OpenAI's list can be read in full.`;
		case "not-listed-by-openai": return line`Only its owner sees it: they should delete it at ${"platform.openai.com"}, in their own profile.`;
		case "contained-before": return line`It was revoked here before, and is not refused: ask an organisation owner to look.`;
		case "created-after-sighting": return line`Ask whoever added it. It resembles a key of the organisation, which is younger than this leak.`;
		default: return line`${byHand}.`;
	}
}
/** "delete key_1 at platform.openai.com, project Web, API keys": goes on from a colon, a comma or a "then". */
function deletion({ identity, kind }) {
	const record = identity.kind === "ours" ? identity.record : null;
	const what = record ? line`delete ${record.id}` : line`delete it`;
	if (kind === "admin") return line`an organisation owner can ${what} at ${"platform.openai.com"}, Admin keys`;
	const project = record?.home.name ?? record?.home.id ?? null;
	return line`${what} at ${"platform.openai.com"}, ${project === null ? line`its project` : line`project ${project}`}, API keys`;
}
const MOST_CANDIDATES = 3;
function list(candidates) {
	const shown = candidates.slice(0, MOST_CANDIDATES).map(({ id }) => line`${id}`);
	const more = candidates.length - shown.length;
	return joined([...shown, ...more > 0 ? [line`${more} more`] : []], ", ");
}
// src/report/advice.ts
/** What to do about this very finding, in order: stop the key, put another in its place, take it out of the files. */
function advice(finding) {
	return [
		...stop(finding),
		...replace(finding),
		...remove(finding)
	];
}
/** Only a key of ours that was in service needs another in its place. */
function replace({ identity, validity, outcome, kind, sightings }) {
	const isStranger = outcome.kind === "left" && outcome.because === "someone-else";
	const wasInService = validity.kind !== "inactive" || validity.because === "deleted";
	if (identity.kind !== "ours" || isStranger || !wasInService) return [];
	if (kind === "admin") return [line`If it is still needed, create another with fewer permissions and keep it in a secret store.`];
	const path = bestFirst(sightings)[0]?.path ?? null;
	const keep = path === null ? line`a secret store` : belonging(path).keep;
	const { owner } = identity.record;
	return [line`Create a new key${owner?.kind === "service-account" && owner.name !== null ? line` under ${owner.name}` : line``} with only the permissions it needs, and keep it in ${keep}.`];
}
function remove(finding) {
	const here = bestFirst(finding.sightings).filter(({ inHead }) => inHead);
	const files = here.flatMap(({ where, path }) => where === "file" && path !== null ? [path] : []);
	const [file, ...others] = new Set(files);
	if (file !== void 0) {
		const n = others.length;
		const same = n > 0 ? [line`The same goes for ${n} more ${n === 1 ? line`file` : line`files`}.`] : [];
		return [joined([belonging(file).remove, ...same], " ")];
	}
	const named = here.find(({ where }) => where === "path")?.path;
	if (named) return [line`Rename ${named}: the key is a part of its name.`];
	const places = new Set(finding.sightings.map(({ where }) => where));
	if (places.has("pull-request")) return [line`Take it out of the pull request's text. Its older versions stay readable, so that alone stops nothing.`];
	return places.has("stdin") || places.size === 0 ? [] : [history(finding)];
}
function history(finding) {
	return isHarmful(finding) || finding.validity.kind !== "inactive" ? line`It stands in history alone, which need not be rewritten once the key is dead.` : line`History need not be rewritten: the key is dead.`;
}
// src/report/words.ts
/** What a reader calls each kind of key. */
const KIND_NAMES = {
	project: "project key",
	"service-account": "service-account key",
	admin: "admin key",
	user: "legacy user key",
	named: "named key",
	suspected: "suspected key"
};
/** What a reader calls each kind of gap. */
const GAP_NAMES = {
	"missing-object": "missing object",
	unreadable: "unreadable",
	miscounted: "miscounted",
	unfetched: "not fetched",
	lfs: "Git LFS",
	archive: "archive",
	"self-test": "self-test",
	inventory: "list of keys",
	"no-admin-key": "no admin key"
};
const ACTIVE = {
	accepted: "OpenAI accepted it",
	restricted: "OpenAI accepted it, with restricted permissions",
	"ip-not-authorized": "it works, from other IP addresses",
	"wrong-region": "it works, in another region",
	"rate-limited": "OpenAI knows it, and asked to slow down",
	"no-quota": "it works, and has no quota left for now",
	listed: "not tried, and OpenAI lists it as working"
};
const INACTIVE = {
	refused: "OpenAI refused it",
	expired: "it has expired",
	"account-deactivated": "its account is deactivated for now",
	"project-dormant": "its project is archived or its owner left, for now",
	"token-invalidated": "OpenAI has invalidated it",
	deleted: "it is deleted"
};
const UNKNOWN$2 = {
	"not-tried": "it was not tried",
	"unsupported-country": "OpenAI does not answer from this country or region",
	"server-error": "OpenAI had a server error",
	network: "OpenAI could not be reached",
	unreadable: "OpenAI's answer was not understood"
};
const UNCHECKED = {
	"no-admin-key": "no Admin API key was given to ask with",
	"inventory-incomplete": "OpenAI's list of keys could not be read in full",
	"not-listed-by-openai": "OpenAI lists no keys of this kind",
	"created-after-sighting": "the one key whose ends fit is younger than this leak",
	"contained-before": "it was revoked here before, so that no list has it any more"
};
const FAILED = {
	"not-permitted": "the Admin API key may not delete keys",
	"rate-limited": "OpenAI asked to slow down",
	"server-error": "OpenAI had a server error",
	network: "OpenAI could not be reached",
	"not-understood": "OpenAI's answer was not understood",
	"still-listed": "OpenAI said it is deleted, and still lists it"
};
const LEFT = {
	"report-only": "on-leak is report",
	"not-ours": "it is no key of this organisation",
	ambiguous: "more than one key of this organisation fits it",
	unchecked: "nobody could say whose it is",
	"not-certain": "its shape is not certain",
	"own-admin-key": "it is the Admin API key this run works with",
	protected: "it is on the protect list",
	preexisting: "it was here before this change",
	"already-inactive": "it is inactive already",
	"not-tried": "it was not tried, so it is not proven whose it is",
	"not-accepted": "OpenAI did not accept it, so it is not proven whose it is",
	"someone-else": "OpenAI accepted it for somebody else",
	unnamed: "OpenAI accepted it without saying for whom",
	"too-many": "more keys than max-contained would have been revoked"
};
/** What is said of a state: its own word first, as in the JSON report, then why. One line of our own words. */
function said(state) {
	switch (state.kind) {
		case "active": return `active: ${ACTIVE[state.because]}`;
		case "inactive": return `inactive: ${INACTIVE[state.because]}`;
		case "unknown": return `unknown: ${UNKNOWN$2[state.because]}`;
		case "ours": return "ours";
		case "ambiguous": return `ambiguous: ${state.candidates.length} keys of this organisation fit it`;
		case "foreign": return "foreign: no key of this organisation fits it";
		case "unchecked": return `unchecked: ${UNCHECKED[state.because]}`;
		case "contained": return state.verified ? "revoked, and refused when tried again" : "revoked, not yet confirmed";
		case "already-gone": return "already gone: OpenAI no longer lists it";
		case "rehearsed": return "dry run: it would have been revoked";
		case "refused": return "not revoked: no Admin API key was given";
		case "failed": return `revoking failed: ${FAILED[state.because]}`;
		case "left": return `left alone: ${LEFT[state.because]}`;
		default: return state;
	}
}
// src/report/json.ts
/** The name of the format. It changes when a reader of the old one would be led astray. */
const SCHEMA = "openai-key-guard/report/v1";
/** The report as `schema/report.v1.json` describes it. What is not known is null; times are ISO 8601 in UTC. */
function json(report, version) {
	const { change, coverage, findings, gaps } = report;
	const { commits, blobs, bytes, texts, milliseconds } = coverage;
	return `${escaped(JSON.stringify({
		schema: SCHEMA,
		tool: {
			name: "openai-key-guard",
			version
		},
		conclusion: conclude(report),
		change: changeOf(change),
		coverage: {
			commits,
			blobs,
			bytes,
			texts,
			milliseconds
		},
		findings: findings.map(findingOf),
		gaps: gaps.map(({ kind, detail }) => ({
			kind,
			detail
		}))
	}, (_, value) => typeof value === "string" ? keyless(value) : value, 2))}\n`;
}
/**
* The same JSON, with nothing in it that a terminal or a runner would obey when someone prints the file: such characters
* stand inside of strings alone, where their escapes mean the same.
*/
function escaped(text) {
	return text.replaceAll(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, (character) => character.replaceAll(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)).replaceAll("##[", "#\\u0023[");
}
function changeOf(change) {
	switch (change.kind) {
		case "range": return {
			kind: change.kind,
			base: change.base,
			head: change.head
		};
		case "history": return {
			kind: change.kind,
			unreachable: change.unreachable
		};
		case "staged": return { kind: change.kind };
		case "texts": return {
			kind: change.kind,
			of: change.of
		};
		case "files": return {
			kind: change.kind,
			globs: change.globs
		};
		case "stdin": return {
			kind: change.kind,
			name: change.name
		};
		default: return change;
	}
}
function findingOf(finding) {
	const { fingerprint, kind, confidence, mask, validity, outcome, blocks } = finding;
	return {
		fingerprint,
		kind,
		confidence,
		mask,
		sightings: finding.sightings.map(sightingOf),
		identity: identityOf(finding.identity),
		validity: {
			kind: validity.kind,
			because: validity.because
		},
		impact: null,
		decision: decisionOf(finding.decision),
		outcome: outcomeOf(outcome),
		ignored: null,
		blocks
	};
}
function sightingOf({ where, path, line, column, commit, author, at, encoding, member, inHead, preexisting }) {
	return {
		where,
		path,
		line,
		column,
		commit,
		author,
		at: time(at),
		encoding,
		member,
		inHead,
		preexisting
	};
}
function identityOf(identity) {
	switch (identity.kind) {
		case "ours": return {
			kind: identity.kind,
			record: recordOf(identity.record)
		};
		case "ambiguous": return {
			kind: identity.kind,
			candidates: identity.candidates.map(recordOf)
		};
		case "foreign": return { kind: identity.kind };
		case "unchecked": return {
			kind: identity.kind,
			because: identity.because
		};
		default: return identity;
	}
}
function recordOf({ id, name, redacted, home, owner, createdAt, lastUsedAt, expiresAt }) {
	return {
		id,
		name,
		redacted,
		home: {
			kind: home.kind,
			id: home.id,
			name: home.name
		},
		owner: owner && {
			kind: owner.kind,
			id: owner.id,
			name: owner.name
		},
		createdAt: time(createdAt),
		lastUsedAt: time(lastUsedAt),
		expiresAt: time(expiresAt)
	};
}
function decisionOf(decision) {
	return decision.kind === "leave" ? {
		kind: decision.kind,
		because: decision.because
	} : { kind: decision.kind };
}
function outcomeOf(outcome) {
	switch (outcome.kind) {
		case "contained": return {
			kind: outcome.kind,
			verified: outcome.verified,
			at: outcome.at.toISOString()
		};
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
/** A commit may claim any time; one that no four-digit year can say is as good as none. */
function time(at) {
	const year = at?.getUTCFullYear() ?? NaN;
	return at && year >= 0 && year <= 9999 ? at.toISOString() : null;
}
// src/report/figures.ts
/** A whole number with commas: 12,345. Not by `toLocaleString`, whose tables take a clean run a tenth of its time. */
function grouped(number) {
	return String(number).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}
/** "1 key", "2 keys". */
function counted(number, noun) {
	return `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`;
}
/** How much was read, in one quiet line: "3 commits, 17 blobs, 50 KB, 2 messages in 85 ms". */
function covered({ change, coverage }) {
	const { commits, blobs, bytes, texts, milliseconds } = coverage;
	const parts = [
		...commits > 0 ? [counted(commits, "commit")] : [],
		...blobs > 0 ? [counted(blobs, change.kind === "range" ? "blob" : "file")] : [],
		...bytes > 0 ? [sized(bytes)] : [],
		...texts > 0 ? [counted(texts, "message")] : []
	];
	return `${parts.length > 0 ? parts.join(", ") : "nothing to read"} in ${lasted(milliseconds)}`;
}
/** Of bytes, with 1 KB = 1,024 bytes. */
function sized(bytes) {
	if (bytes < 1024) return counted(bytes, "byte");
	const units = [
		"KB",
		"MB",
		"GB",
		"TB"
	];
	const power = Math.min(Math.floor(Math.log(bytes) / Math.log(1024)), units.length);
	const amount = bytes / 1024 ** power;
	return `${amount < 10 ? Math.round(amount * 10) / 10 : grouped(Math.round(amount))} ${units[power - 1]}`;
}
function lasted(milliseconds) {
	if (milliseconds < 1e3) return `${Math.round(milliseconds)} ms`;
	const seconds = milliseconds / 1e3;
	if (seconds < 60) return `${Math.round(seconds * 10) / 10} s`;
	return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}
// src/report/fitted.ts
/** Fills a room with texts, each of which takes one unit more for what stands between it and the next. */
function fitted(texts, count, room, size) {
	const taken = [];
	let free = room;
	for (const text of texts) {
		free -= size(text) + 2;
		if (free < 0) break;
		taken.push(text);
	}
	return {
		texts: taken,
		left: count - taken.length
	};
}
// src/report/headline.ts
/** The verdict in one line, counts first: "2 OpenAI keys are exposed; 1 thing was not read". */
function headline(report) {
	const told = STANDINGS.map((standing) => ({
		standing,
		findings: report.findings.filter((one) => standingOf(one) === standing)
	})).filter(({ findings }) => findings.length > 0).map(({ standing, findings }, index) => tale(standing, findings, index === 0));
	const failures = report.gaps.filter(isFailure).length;
	const unread = `${counted(failures, "thing")} ${failures === 1 ? "was" : "were"} not read`;
	const conclusion = conclude(report);
	switch (conclusion) {
		case "clean": return told.length > 0 ? told.join("; ") : "No OpenAI keys found";
		case "leaked": return [...told, ...failures > 0 ? [unread] : []].join("; ");
		case "incomplete": return [`Could not tell: ${unread}`, ...told].join("; ");
		default: return conclusion;
	}
}
/** The first group says what is counted; those after it need not say it again. */
function tale(standing, findings, isFirst) {
	const [is, was] = findings.length === 1 ? ["is", "was"] : ["are", "were"];
	const suspected = findings.every(({ confidence }) => confidence === "suspected") ? "suspected " : "";
	const subject = isFirst ? counted(findings.length, `${suspected}OpenAI key`) : `${grouped(findings.length)}${suspected && " suspected"}`;
	const dead = findings.some(mayReturn) ? "inactive" : "dead";
	switch (standing) {
		case "exposed": return `${subject} ${is} exposed`;
		case "lingering": return `${subject} ${was} exposed and ${is} ${dead}, but still in the head`;
		case "dead": return `${subject} ${was} exposed and ${is} ${dead}`;
		case "older": return `${subject} ${was} here before this change`;
		default: return standing;
	}
}
// src/report/whose.ts
/** Whose key it is: the state, and of a key of ours all that its record tells and the reader may know. */
function whose(identity) {
	const state = [{ words: said(identity) }];
	switch (identity.kind) {
		case "ours": return line`${state}: ${recorded$1(identity.record)}`;
		case "ambiguous": return line`${state}: ${joined(identity.candidates.slice(0, MOST).map(({ id }) => line`${id}`), ", ")}${identity.candidates.length > MOST ? line` and ${identity.candidates.length - MOST} more` : line``}`;
		case "foreign":
		case "unchecked": return state;
		default: return identity;
	}
}
const MOST = 5;
function recorded$1({ id, name, home, owner }) {
	const place = home.name ?? home.id;
	const person = owner?.name ?? owner?.id ?? null;
	return joined([
		line`${id}`,
		...name === null ? [] : [line`named ${name}`],
		...place === null ? [] : [home.kind === "project" ? line`project ${place}` : line`organisation ${place}`],
		...person === null ? [] : [owner?.kind === "user" ? line`owner ${person}` : line`service account ${person}`]
	], ", ");
}
// src/report/markdown-key.ts
/** The longest path that is shown whole. */
const LONGEST_PLACE = 160;
/** The head of the table that `row` makes a row of. */
const TABLE_HEAD = ["| Key | Where | Whose | Works | Done |", "|---|---|---|---|---|"];
/** What the key is called in a heading or a cell: enough of the fingerprint to tell it from its neighbours. */
function nameOf({ kind, fingerprint }) {
	return `${KIND_NAMES[kind]} ${code(fingerprint.slice(0, 8), "cell")}`;
}
/** One row of the table: one key. */
function row(finding, link) {
	const { sightings, identity, validity, outcome } = finding;
	const [best] = bestFirst(sightings);
	const more = sightings.length > 1 ? `, and ${grouped(sightings.length - 1)} more` : "";
	const where = best ? `${[place$1({
		...best,
		column: null
	}, link, "cell"), ...remarksOn(best)].join(", ")}${more}` : "";
	return `| ${[
		nameOf(finding),
		where,
		identity.kind,
		stressed(said(validity)),
		said(outcome)
	].join(" | ")} |`;
}
/** What to do about this key, as a numbered list. */
function steps(finding) {
	return advice(finding).map((step, index) => `${index + 1}. ${inMarkdown(step)}`).join("\n");
}
/** All about one key, folded. The places are cut to the room, and never to none. */
function details(finding, link, withSteps, room, size) {
	const { fingerprint, mask, kind, confidence, identity, validity, outcome, sightings } = finding;
	const facts = [
		`- Key: ${code(mask)}, ${confidence}, fingerprint ${code(fingerprint)}`,
		`- Whose: ${inMarkdown(whose(identity))}`,
		`- Works: ${stressed(said(validity))}`,
		`- Done: ${said(outcome)}${outcome.kind === "contained" ? ` (${moment(outcome.at)})` : ""}`,
		`- Seen in ${counted(sightings.length, "place")}:`
	];
	const todo = withSteps ? steps(finding) : "";
	const lines = bestFirst(sightings).map((one) => `  - ${[`${place$1(one, link, "text")}${origin(one)}`, ...remarksOn(one)].join(", ")}`);
	const kept = fitted(lines, lines.length, room - size([...facts, todo].join("\n")) - 200, size);
	const places = kept.texts.length > 0 ? kept : {
		texts: lines.slice(0, 1),
		left: lines.length - 1
	};
	return [
		`<details><summary>${KIND_NAMES[kind]} <code>${fingerprint.slice(0, 8)}</code></summary>`,
		"",
		...facts,
		...places.texts,
		...places.left > 0 ? [`  - and ${counted(places.left, "place")} more, in the JSON report`] : [],
		...todo ? ["", todo] : [],
		"",
		"</details>"
	].join("\n");
}
function place$1(sighting, link, medium) {
	const label = code(clipped(placeOf(sighting), LONGEST_PLACE), medium);
	const url = link(sighting);
	return url === null ? label : `[${label}](${href(url)})`;
}
function origin({ commit, author, at, where }) {
	const parts = [
		...commit === null || where === "commit-message" ? [] : [`in ${code(short(commit))}`],
		...author === null ? [] : [`by ${markdown(clipped(author, 60))}`],
		...at === null || Number.isNaN(at.getTime()) ? [] : [`on ${moment(at)}`]
	];
	return parts.length > 0 ? ` ${parts.join(" ")}` : "";
}
/** The state's own word is what a reader looks for. */
function stressed(state) {
	return state.replace(/^[\w-]+/, "**$&**");
}
/** "2026-11-20 10:00 UTC" */
function moment(at) {
	return `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
// src/report/markdown.ts
/** How many keys get their steps unfolded. */
const MOST_STEPS = 3;
/** The comment on the pull request. GitHub refuses bodies over 65,536 characters; hidden lines come on top of this. */
function comment(report, context) {
	return page(report, context, commentSheet(context), `### ${headline(report)}`, alarm(report.findings));
}
/** The job summary: everything, as far as it stays under the 1 MiB above which GitHub takes none. */
function summary(report, context) {
	const utf8 = new TextEncoder();
	return page(report, context, {
		room: 1e6,
		size: (text) => utf8.encode(text).length,
		rest: "the JSON report has all"
	}, `## ${headline(report)}`, alarm(report.findings));
}
/** The comment once nothing that this change brought can do harm any more. */
function resolved(report, context) {
	const older = report.findings.some((one) => standingOf(one) === "older");
	const all = "Resolved: nothing that this change brought can do harm any more.";
	const opening = older ? `${all} Keys that were here before it are listed, and not judged.` : all;
	return page(report, context, commentSheet(context), `### ${headline(report)}`, opening);
}
/** The comment once the commits that held the keys are gone. `open` are fingerprints never proven inactive. */
function gone(open, context) {
	const history = "The commits that held keys are gone from this pull request: its history was rewritten.";
	const footer = foot(context, null);
	if (open.length === 0) return [
		"### No OpenAI keys are left in this pull request",
		`Resolved. ${history} All keys found in them were dead by then.`,
		footer
	].join("\n\n");
	const [is, was, it] = open.length === 1 ? [
		"is",
		"was",
		"it"
	] : [
		"are",
		"were",
		"they"
	];
	const names = fitted(open.map((one) => code(one)), open.length, 2e4, (text) => text.length);
	const more = names.left > 0 ? ` and ${grouped(names.left)} more` : "";
	return [
		`### ${counted(open.length, "OpenAI key")} ${was} pushed here, and ${is} not proven inactive`,
		`${history} A pushed key stays exposed all the same until it is revoked: anyone may have fetched it.`,
		`Please make sure that ${it} ${is} revoked. Fingerprint${open.length === 1 ? "" : "s"}: ${names.texts.join(", ")}${more}.`,
		footer
	].join("\n\n");
}
function commentSheet({ runUrl }) {
	return {
		room: 59e3,
		size: (text) => text.length,
		rest: `${runUrl === null ? "the job summary" : `the [job summary](${href(runUrl)})`} has all`
	};
}
function page(report, context, sheet, title, opening) {
	const findings = ranked(report.findings);
	const { link } = context;
	const frame = [
		title,
		opening,
		gapsOf(report, sheet),
		foot(context, report)
	];
	const [head, lead, gaps = "", footer] = frame;
	let free = sheet.room - sheet.size(frame.join("\n\n")) - 1e3;
	const rows = fitted(lazily(findings, (one) => row(one, link)), findings.length, free / 2, sheet.size);
	const table = rows.texts.length > 0 ? [...TABLE_HEAD, ...rows.texts].join("\n") : "";
	free -= sheet.size(table);
	const first = findings.slice(0, MOST_STEPS);
	const todo = fitted(lazily(first, (one) => `${first.length > 1 ? `**${nameOf(one)}**\n\n` : ""}${steps(one)}`), first.length, free / 2, sheet.size);
	free -= sheet.size(todo.texts.join("\n\n"));
	const share = Math.max(1500, free / Math.max(findings.length, 1));
	const folded = fitted(lazily(findings, (one, index) => details(one, link, index >= todo.texts.length, share, sheet.size)), findings.length, free, sheet.size);
	return [
		head,
		lead,
		table,
		unsaid(rows.left, "is not in this table", "are not in this table", sheet),
		todo.texts.length > 0 ? `#### Next\n\n${todo.texts.join("\n\n")}` : "",
		folded.texts.length > 0 ? folded.texts.join("\n\n") : "",
		rows.left < folded.left ? unsaid(folded.left, "is not shown in full", "are not shown in full", sheet) : "",
		gaps,
		footer
	].filter((part) => part !== "").join("\n\n");
}
/** An admin key is the loudest thing there is. */
function alarm(findings) {
	return findings.some((one) => one.kind === "admin" && standingOf(one) === "exposed") ? "> [!CAUTION]\n> An admin key is exposed. It comes first." : "";
}
function gapsOf({ gaps }, { room, size, rest }) {
	const lines = gaps.map(({ kind, detail }) => `- ${GAP_NAMES[kind]}: ${markdown(detail)}`);
	const { texts, left } = fitted(lines, lines.length, room / 8, size);
	const more = left > 0 ? [`- and ${grouped(left)} more: ${rest}`] : [];
	return lines.length > 0 ? [
		"#### Not seen",
		"",
		...texts,
		...more
	].join("\n") : "";
}
function unsaid(left, is, are, { rest }) {
	return left > 0 ? `${counted(left, "more key")} ${left === 1 ? is : are}: ${rest}.` : "";
}
function foot({ head, runUrl, version }, report) {
	return `<sub>${[
		`openai-key-guard ${plain(version)}`,
		...head ? [`head ${code(short(head))}`] : [],
		...runUrl === null ? [] : [`[run](${href(runUrl)})`],
		...report ? [covered(report)] : []
	].join(" · ")}</sub>`;
}
function* lazily(all, make) {
	for (const [index, one] of all.entries()) yield make(one, index);
}
// src/report/terminal.ts
const VERDICTS = {
	clean: {
		style: "green",
		mark: "✓"
	},
	leaked: {
		style: "red",
		mark: "✗"
	},
	incomplete: {
		style: "yellow",
		mark: "?"
	}
};
const COLOURS = {
	exposed: "red",
	lingering: "yellow",
	dead: "green",
	older: "yellow"
};
const ASCII = {
	"✓": "ok",
	"✗": "x",
	"…": "..."
};
const MOST_PLACES = 3;
/** The report for a terminal or a log: the verdict first, then each key with what to do about it, then what was not seen. */
function terminal(report, look) {
	const { paint } = look;
	const { style, mark } = VERDICTS[conclude(report)];
	const verdict = paint(style, paint("bold", `${mark} ${headline(report)}`));
	const coverage = paint("dim", covered(report));
	const blocks = [...ranked(report.findings).map((finding) => block(finding, look)), ...report.gaps.length > 0 ? [gaps(report, look)] : []];
	const text = blocks.length > 0 ? [
		verdict,
		...blocks,
		coverage
	].join("\n\n") : `${verdict} ${paint("dim", "·")} ${coverage}`;
	return look.unicode ? text : text.replaceAll(/[✓✗…·]/g, (sign) => ASCII[sign] ?? "-");
}
function block(finding, look) {
	const { paint } = look;
	const { kind, mask, fingerprint, sightings, identity, validity, outcome } = finding;
	const colour = COLOURS[standingOf(finding)];
	const title = `${paint("bold", KIND_NAMES[kind])} ${paint(colour, plain(mask))}  ${paint("dim", fingerprint)}`;
	const more = sightings.length - MOST_PLACES;
	const places = [...bestFirst(sightings).slice(0, MOST_PLACES).map((one) => place(one, paint)), ...more > 0 ? [paint("dim", `and ${more} more`)] : []];
	const wrapped = (text, hanging = "") => wrap(text, look.width - INDENT.length, hanging);
	const steps = advice(finding).flatMap((step, index, { length }) => wrapped(`${length > 1 ? `${index + 1}. ` : ""}${inPlain(step, TIED)}`, length > 1 ? "   " : ""));
	return [
		title,
		...field("where", places, paint),
		...field("whose", wrapped(inPlain(whose(identity), TIED)), paint),
		...field("state", [paint(colour, said(validity))], paint),
		...field("done", wrapped(said(outcome)), paint),
		...field("next", steps, paint)
	].join("\n");
}
function place(sighting, paint) {
	const { commit, author, where } = sighting;
	const by = [...commit === null || where === "commit-message" ? [] : [`in ${short(plain(commit))}`], ...author === null ? [] : [`by ${plain(clipped(author, 60))}`]].join(" ");
	const remarks = [...by ? [by] : [], ...remarksOn(sighting)].join(", ");
	return `${paint("cyan", plain(placeOf(sighting)))}${remarks ? paint("dim", `  ${remarks}`) : ""}`;
}
function gaps({ gaps: all }, { paint, width }) {
	const lines = all.flatMap((gap) => {
		const name = isFailure(gap) ? paint("yellow", GAP_NAMES[gap.kind]) : paint("dim", GAP_NAMES[gap.kind]);
		const [first = "", ...rest] = wrap(plain(gap.detail), width - INDENT.length);
		return [`  ${name}`, ...[first, ...rest].map((text) => `${INDENT}${text}`)];
	});
	return [paint("bold", "not seen"), ...lines].join("\n");
}
const INDENT = " ".repeat(9);
function field(label, lines, paint) {
	return lines.map((text, index) => `  ${index === 0 ? paint("dim", label.padEnd(7)) : " ".repeat(7)}${text}`);
}
/** A blank at which no line is broken. */
const TIED = "\xA0";
/** Breaks at blanks; a word that is longer than the width is left whole, for paths are copied. */
function wrap(text, width, hanging = "") {
	const lines = [];
	for (const word of text.split(" ")) {
		const last = lines.at(-1);
		if (last === void 0) lines.push(word);
		else if (last.length + 1 + word.length > Math.max(width, 20)) lines.push(`${hanging}${word}`);
		else lines[lines.length - 1] = `${last} ${word}`;
	}
	return lines.map((one) => one.replaceAll(TIED, " "));
}
// src/domain/decision.ts
/**
* The one place where it is decided that a key is contained: it is asked for, ours alone, of a certain shape, brought by
* this change, unprotected, proven by trying it, and there are not too many. Keeps the order of the cases.
*/
function decide(cases, policy) {
	const decisions = cases.map((one) => decideAlone(one, policy));
	const many = decisions.filter(({ kind }) => kind !== "leave").length > policy.maxContained;
	return decisions.map((decision) => many && decision.kind !== "leave" ? leave("too-many") : decision);
}
function decideAlone({ fingerprint, confidence, preexisting, identity, proof }, policy) {
	if (policy.onLeak === "report") return leave("report-only");
	if (fingerprint === policy.ownKey) return leave("own-admin-key");
	switch (identity.kind) {
		case "foreign": return leave("not-ours");
		case "ambiguous": return leave("ambiguous");
		case "unchecked": return leave(identity.because === "contained-before" && proof.validity.kind === "inactive" ? "already-inactive" : "unchecked");
		case "ours": break;
		default: return identity;
	}
	if (confidence !== "certain") return leave("not-certain");
	if (preexisting) return leave("preexisting");
	if (isProtected(identity.record, policy.protect)) return leave("protected");
	return proof.possession === "proven" && proof.validity.kind === "active" ? {
		kind: policy.onLeak,
		record: identity.record
	} : leave(unproven(proof));
}
function unproven({ possession, validity }) {
	if (validity.kind === "inactive" && validity.because !== "refused") return "already-inactive";
	return possession === "proven" ? "not-accepted" : possession;
}
/** Names are compared as a person would: without regard to case, to spaces around them, or to how accents are coded. */
function isProtected({ id, name, home, owner }, protect) {
	const guarded = new Set(protect.map(asSaid));
	return [
		id,
		name,
		home.id,
		home.name,
		owner?.id,
		owner?.name
	].some((word) => word && guarded.has(asSaid(word)));
}
function asSaid(word) {
	return word.normalize("NFKC").trim().toLowerCase();
}
function leave(because) {
	return {
		kind: "leave",
		because
	};
}
// src/domain/proof.ts
/**
* Whether a key may be tried. A stranger's is not, unless the operator says so. `remembered` means that this tool has
* contained the key before on this pull request: it then stands in no inventory any more, and trying it is how we know
* that it stays dead.
*/
function mayTry(identity, tryKeys, remembered) {
	switch (tryKeys) {
		case "all": return true;
		case "own": return identity.kind === "ours" || remembered;
		case "none": return false;
		default: return tryKeys;
	}
}
/** What is known of a key that was not tried: what its record says, which is that it works until it does not. */
function untried(identity, now) {
	return {
		validity: recorded(identity, now),
		possession: "not-tried"
	};
}
function recorded(identity, now) {
	if (identity.kind !== "ours") return {
		kind: "unknown",
		because: "not-tried"
	};
	const { expiresAt, ownerHasAccess } = identity.record;
	if (expiresAt !== null && expiresAt <= now) return {
		kind: "inactive",
		because: "expired"
	};
	return ownerHasAccess === false ? {
		kind: "inactive",
		because: "project-dormant"
	} : {
		kind: "active",
		because: "listed"
	};
}
// src/run.ts
/** The story, told once: a change is searched, the keys in it are identified, tried, decided on and contained. */
async function run(change, world, policy) {
	const { source, registry, now } = world;
	const started = now();
	const gaps = [...await selfTest(world)];
	const candidates = await search(world, gaps);
	const asked = candidates.length > 0 ? await ask$1(world) : NOTHING;
	const known = new Set(candidates.map(({ secret }) => secret.fingerprint));
	const judged = [];
	for (const candidate of candidates) judged.push(await judge(readingsOf(candidate, (one) => known.has(one)), asked, policy, world));
	const decisions = decide(judged.map(({ candidate: { secret, confidence, sightings }, identity, proof }) => {
		return {
			fingerprint: secret.fingerprint,
			confidence,
			preexisting: isPreexisting(sightings),
			identity,
			proof
		};
	}), policy);
	const findings = [];
	for (const [index, { candidate, identity, proof }] of judged.entries()) {
		const { secret, kind, confidence, sightings } = candidate;
		const decision = decisions[index];
		if (!decision) throw new Error("a candidate was left without a decision");
		const record = identity.kind === "ours" ? identity.record : null;
		const again = async () => (await registry.prove(secret, record)).validity;
		const outcome = await carryOut(decision, registry, again);
		const validity = after(outcome, proof.validity);
		const { fingerprint, mask } = secret;
		const finding = {
			fingerprint,
			mask,
			kind,
			confidence,
			sightings,
			identity,
			validity,
			decision,
			outcome
		};
		findings.push({
			...finding,
			blocks: blocks(finding, policy.failOn)
		});
	}
	const { coverage, gaps: missed } = source.account();
	const milliseconds = now().getTime() - started.getTime();
	return {
		change,
		coverage: {
			...coverage,
			milliseconds
		},
		findings,
		gaps: [
			...gaps,
			...missed,
			...asked.inventory.gaps
		]
	};
}
const NOTHING = {
	inventory: {
		records: [],
		gaps: []
	},
	memory: /* @__PURE__ */ new Set()
};
/**
* Of several readings of one place, the first that OpenAI accepts; the ones that a record fits come first. Where none is
* accepted, or none may be tried, the first of that order.
*/
async function judge(readings, asked, { tryKeys }, world) {
	const { registry, now } = world;
	const judged = [];
	const identified = readings.map((candidate) => {
		const remembered = asked.memory.has(candidate.secret.fingerprint);
		return {
			candidate,
			remembered,
			identity: identify(candidate, asked.inventory, remembered)
		};
	});
	const isOurs = ({ identity }) => identity.kind === "ours";
	for (const one of [...identified.filter(isOurs), ...identified.filter((each) => !isOurs(each))]) {
		const { candidate, identity, remembered } = one;
		const record = identity.kind === "ours" ? identity.record : null;
		const proof = mayTry(identity, tryKeys, remembered) ? await registry.prove(candidate.secret, record) : untried(identity, now());
		judged.push({
			candidate,
			identity,
			proof
		});
		if (proof.possession !== "not-tried" && proof.validity.kind === "active") return {
			candidate,
			identity,
			proof
		};
	}
	const [first] = judged;
	if (!first) throw new Error("a candidate has at least one reading");
	return first;
}
/** A change without a candidate asks nobody anything. */
async function ask$1({ registry, memory }) {
	const [inventory, remembered] = await Promise.all([registry.inventory(), memory()]);
	return {
		inventory,
		memory: remembered
	};
}
async function search(world, gaps) {
	const { source, detect, found, noticed } = world;
	const known = /* @__PURE__ */ new Map();
	for await (const blob of source.blobs()) {
		const asides = [];
		for await (const hit of detect(blob, (aside) => asides.push(aside))) {
			const { fingerprint } = hit.secret;
			if (!known.has(fingerprint)) for (const secret of [hit.secret, ...hit.alternatives]) found(secret);
			const sightings = await source.locate(blob, hit);
			if (sightings.length > 0) known.set(fingerprint, merged(known.get(fingerprint), hit, sightings));
		}
		for (const aside of asides) {
			const name = source.nameOf(blob);
			if (aside.kind === "unread") gaps.push({
				kind: "archive",
				detail: `${await name}: ${aside.why}`
			});
			else noticed(aside.what, name);
		}
	}
	return [...known.values()];
}
/** Proves that the search finds what it must before it is believed where it finds nothing. */
async function selfTest({ detect, sample }) {
	const { blob, fingerprints } = sample();
	const seen = /* @__PURE__ */ new Set();
	for await (const { secret } of detect(blob, () => {})) seen.add(secret.fingerprint);
	const lost = fingerprints.filter((one) => !seen.has(one)).length;
	if (lost === 0) return [];
	return [{
		kind: "self-test",
		detail: `${lost} of ${fingerprints.length} built-in sample keys were not found`
	}];
}
async function carryOut(decision, registry, again) {
	if (decision.kind === "leave") return {
		kind: "left",
		because: decision.because
	};
	return await registry.contain(decision, again);
}
/** Only a verified containment proves death; anything less leaves what the trial said. */
function after(outcome, measured) {
	return outcome.kind === "contained" && outcome.verified ? {
		kind: "inactive",
		because: "deleted"
	} : measured;
}
// src/settings.ts
var import_fastest_levenshtein = (/* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.distance = exports.closest = void 0;
	var peq = /* @__PURE__ */ new Uint32Array(65536);
	var myers_32 = function(a, b) {
		var n = a.length;
		var m = b.length;
		var lst = 1 << n - 1;
		var pv = -1;
		var mv = 0;
		var sc = n;
		var i = n;
		while (i--) peq[a.charCodeAt(i)] |= 1 << i;
		for (i = 0; i < m; i++) {
			var eq = peq[b.charCodeAt(i)];
			var xv = eq | mv;
			eq |= (eq & pv) + pv ^ pv;
			mv |= ~(eq | pv);
			pv &= eq;
			if (mv & lst) sc++;
			if (pv & lst) sc--;
			mv = mv << 1 | 1;
			pv = pv << 1 | ~(xv | mv);
			mv &= xv;
		}
		i = n;
		while (i--) peq[a.charCodeAt(i)] = 0;
		return sc;
	};
	var myers_x = function(b, a) {
		var n = a.length;
		var m = b.length;
		var mhc = [];
		var phc = [];
		var hsize = Math.ceil(n / 32);
		var vsize = Math.ceil(m / 32);
		for (var i = 0; i < hsize; i++) {
			phc[i] = -1;
			mhc[i] = 0;
		}
		var j = 0;
		for (; j < vsize - 1; j++) {
			var mv_1 = 0;
			var pv_1 = -1;
			var start_1 = j * 32;
			var vlen_1 = Math.min(32, m) + start_1;
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] |= 1 << k;
			for (var i = 0; i < n; i++) {
				var eq = peq[a.charCodeAt(i)];
				var pb = phc[i / 32 | 0] >>> i & 1;
				var mb = mhc[i / 32 | 0] >>> i & 1;
				var xv = eq | mv_1;
				var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
				var ph = mv_1 | ~(xh | pv_1);
				var mh = pv_1 & xh;
				if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
				if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
				ph = ph << 1 | pb;
				mh = mh << 1 | mb;
				pv_1 = mh | ~(xv | ph);
				mv_1 = ph & xv;
			}
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] = 0;
		}
		var mv = 0;
		var pv = -1;
		var start = j * 32;
		var vlen = Math.min(32, m - start) + start;
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
		var score = m;
		for (var i = 0; i < n; i++) {
			var eq = peq[a.charCodeAt(i)];
			var pb = phc[i / 32 | 0] >>> i & 1;
			var mb = mhc[i / 32 | 0] >>> i & 1;
			var xv = eq | mv;
			var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
			var ph = mv | ~(xh | pv);
			var mh = pv & xh;
			score += ph >>> m - 1 & 1;
			score -= mh >>> m - 1 & 1;
			if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
			if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
			ph = ph << 1 | pb;
			mh = mh << 1 | mb;
			pv = mh | ~(xv | ph);
			mv = ph & xv;
		}
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
		return score;
	};
	var distance = function(a, b) {
		if (a.length < b.length) {
			var tmp = b;
			b = a;
			a = tmp;
		}
		if (b.length === 0) return a.length;
		if (a.length <= 32) return myers_32(a, b);
		return myers_x(a, b);
	};
	exports.distance = distance;
	var closest = function(str, arr) {
		var min_distance = Infinity;
		var min_index = 0;
		for (var i = 0; i < arr.length; i++) {
			var dist = distance(str, arr[i]);
			if (dist < min_distance) {
				min_distance = dist;
				min_index = i;
			}
		}
		return arr[min_index];
	};
	exports.closest = closest;
})))();
/**
* Every setting, with what it is when nobody sets it. The names are those of the Action's inputs and of the command
* line's flags; action.yml and README say the same, and a test compares them.
*/
const DEFAULTS = {
	scan: "change",
	paths: "",
	exclude: "",
	"openai-admin-key": "",
	"openai-base-url": "https://api.openai.com/v1",
	"try-keys": "own",
	"on-leak": "report",
	"dry-run": "false",
	protect: "",
	"max-contained": "3",
	"fail-on": "leak",
	comment: "on-leak",
	detail: "auto",
	"report-file": "",
	"github-token": ""
};
/**
* Reads the settings. `secretsWithheld` is for runs that GitHub gives no secrets, as on a fork's pull request: a missing
* Admin API key is then no mistake of the workflow.
*
* @throws UsageError naming the setting, what was given (never of a secret), and what is allowed.
*/
function settingsFrom(ask, { secretsWithheld = false } = {}) {
	const given = (name) => ask(name)?.trim() || DEFAULTS[name];
	const oneOf = (name, words) => wordIn(name, given(name), words);
	const adminKey = adminKeyIn(given("openai-admin-key"));
	const onLeak = oneOf("on-leak", ["report", "revoke"]);
	if (onLeak === "revoke" && !adminKey && !secretsWithheld) throw new UsageError("on-leak is revoke, which needs openai-admin-key: an Admin API key of your organisation.");
	const scan = oneOf("scan", ["change", "files"]);
	const paths = linesOf(given("paths"));
	if (scan === "files" && paths.length === 0) throw new UsageError("scan is files, which needs paths: globs of the files to read, such as \"**\".");
	return {
		scan,
		paths,
		exclude: linesOf(given("exclude")),
		adminKey,
		baseURL: baseUrlIn(given("openai-base-url")),
		dryRun: booleanIn("dry-run", given("dry-run")),
		comment: oneOf("comment", ["on-leak", "never"]),
		detail: oneOf("detail", [
			"auto",
			"full",
			"minimal"
		]),
		reportFile: given("report-file") || null,
		githubToken: given("github-token") || null,
		policy: {
			tryKeys: oneOf("try-keys", [
				"own",
				"all",
				"none"
			]),
			onLeak,
			protect: linesOf(given("protect")),
			maxContained: countIn("max-contained", given("max-contained")),
			failOn: oneOf("fail-on", [
				"leak",
				"active",
				"never"
			]),
			ownKey: adminKey?.fingerprint ?? null
		}
	};
}
/** The name nearest to a mistyped one, or null when none is near: a third of its letters wrong, or all of them swapped. */
function nearest(word, words) {
	const best = words.length > 0 ? (0, import_fastest_levenshtein.closest)(word, words) : null;
	if (best === null) return null;
	const letters = (text) => [...text].toSorted().join("");
	return (0, import_fastest_levenshtein.distance)(word, best) <= Math.max(1, Math.floor(word.length / 3)) || letters(word) === letters(best) ? best : null;
}
/** "; did you mean X?", or nothing. */
function hint(word, words) {
	const best = nearest(word, words);
	return best ? ` Did you mean ${best}?` : "";
}
function wordIn(name, value, words) {
	const word = words.find((one) => one === value);
	if (word) return word;
	throw new UsageError(`${name} is ${quoted$1(value)}; it must be one of ${words.join(", ")}.${hint(value, words)}`);
}
/** As GitHub writes booleans: the three spellings of YAML 1.2's core schema. */
function booleanIn(name, value) {
	if (/^(?:true|True|TRUE)$/.test(value)) return true;
	if (/^(?:false|False|FALSE)$/.test(value)) return false;
	throw new UsageError(`${name} is ${quoted$1(value)}; it must be true or false.`);
}
function countIn(name, value) {
	if (/^\d{1,6}$/.test(value)) return Number(value);
	throw new UsageError(`${name} is ${quoted$1(value)}; it must be a whole number, 0 or more.`);
}
function linesOf(value) {
	return value.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
}
function adminKeyIn(value) {
	if (value === "") return null;
	if (/^sk-[\w-]{20,}$/.test(value)) return new Secret(value);
	throw new UsageError("openai-admin-key is not an OpenAI key; it must be one that begins with sk-admin-.");
}
function baseUrlIn(value) {
	const url = URL.canParse(value) ? new URL(value) : null;
	const isLoopback = url !== null && [
		"localhost",
		"127.0.0.1",
		"[::1]"
	].includes(url.hostname);
	if (!url || url.username || url.password || url.search || url.hash) throw new UsageError("openai-base-url is not a plain URL; it must look like https://api.openai.com/v1.");
	if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback)) throw new UsageError(`openai-base-url is ${quoted$1(value)}; keys are sent there, so it must begin with https:// (http:// on loopback only).`);
	return url.href.replace(/\/+$/, "");
}
function quoted$1(value) {
	const short = value.length > 60 ? `${value.slice(0, 60)}…` : value;
	return JSON.stringify(short.replaceAll(/sk-[\w-]{8,}/g, "sk-…"));
}
// src/sources/git.ts
/** All that a child needs of the environment. The rest may be a key, or steer git (GIT_DIR, GIT_CONFIG_COUNT, …). */
const PASSED_ON = /^(?:path|pathext|home|userprofile|systemroot|windir|temp|tmp|tmpdir)$/i;
/** More of what git complains about is not kept. */
const STDERR_LIMIT = 65536;
/**
* Nothing a repository says may run a program or change what is read. Only plumbing is called, which heeds none of
* `log.*` and `diff.*`; what is left is said here. A GIT_DIR of our own finding keeps git from searching for one, and so
* from refusing a repository that another user owns (git-config(1), safe.directory).
*/
const HARDENING = {
	options: [
		"--no-pager",
		"-c",
		`core.hooksPath=${devNull}`,
		"-c",
		"core.fsmonitor=false",
		"-c",
		"submodule.recurse=false"
	],
	variables: {
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_CONFIG_GLOBAL: devNull,
		GIT_TERMINAL_PROMPT: "0",
		GIT_OPTIONAL_LOCKS: "0",
		GIT_NO_REPLACE_OBJECTS: "1",
		GIT_GRAFT_FILE: devNull,
		GIT_ATTR_NOSYSTEM: "1",
		GIT_NO_LAZY_FETCH: "1",
		GIT_ALLOW_PROTOCOL: "none",
		LC_ALL: "C"
	}
};
/** Git, run on one repository. */
var Git = class {
	#environment;
	#home;
	/** `gitDir` is an absolute path. */
	constructor(gitDir, environment) {
		const passed = Object.entries(environment).filter((entry) => {
			return PASSED_ON.test(entry[0]) && entry[1] !== void 0;
		});
		this.#environment = {
			...Object.fromEntries(passed),
			...HARDENING.variables,
			GIT_DIR: gitDir
		};
		this.#home = parse(gitDir).root;
	}
	/** Starts git. What anyone can name goes after `--end-of-options` or through the input. */
	start(args) {
		const child = spawn("git", [...HARDENING.options, ...args], {
			cwd: this.#home,
			env: this.#environment,
			stdio: [
				"pipe",
				"pipe",
				"pipe"
			],
			windowsHide: true
		});
		child.stdin.on("error", () => {});
		return {
			input: child.stdin,
			output: chunksOf(child.stdout),
			ended: endOf(child),
			stop: () => child.kill()
		};
	}
	/** Runs git to its end and gives all it wrote: for answers that are short. */
	async ask(args, input = "") {
		const running = this.start(args);
		running.input.end(input);
		const parts = [];
		for await (const part of running.output) parts.push(part);
		return {
			...await running.ended,
			stdout: Buffer.concat(parts).toString()
		};
	}
};
async function* chunksOf(stream) {
	try {
		for await (const chunk of stream) yield chunk;
	} catch (error) {
		if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
	}
}
function endOf(child) {
	return new Promise((resolve) => {
		let stderr = "";
		child.stderr?.setEncoding("utf8").on("data", (text) => {
			if (stderr.length < STDERR_LIMIT) stderr += text;
		});
		child.on("error", (failed) => resolve({
			code: null,
			stderr,
			failed
		}));
		child.on("close", (code) => resolve({
			code,
			stderr,
			failed: null
		}));
	});
}
/** The error that an ending amounts to: a UsageError where the reader can mend it, else one with git's own words. */
function failureOf({ code, stderr, failed }, what) {
	if (failed && "code" in failed && failed.code === "ENOENT") return new UsageError("Git was not found; install git 2.24 or newer and put it on the PATH.");
	if (failed) return new Error(`git could not be started to ${what}`, { cause: failed });
	if (/dubious ownership|unsafe repository/.test(stderr)) return new UsageError("The repository belongs to another user, and this git refuses it; run as its owner, or install a newer git.");
	if (/not a git repository/i.test(stderr)) return new UsageError("Git does not take the folder for a repository; see that its .git is complete.");
	if (code === 129 || /unknown repository extension|Expected git repo version/.test(stderr)) return new UsageError(`Git is too old to ${what} here (${complaint(stderr)}); install a newer one.`);
	return /* @__PURE__ */ new Error(`git ended with ${code ?? "a signal"} when asked to ${what}: ${complaint(stderr)}`);
}
/** What git complained about last, which is what it died of, in one line. */
function complaint(stderr) {
	const lines = stderr.split("\n").filter((line) => line.trim() !== "");
	return (lines.findLast((line) => line.startsWith("fatal: ")) ?? lines.at(-1))?.replace(/^(?:fatal|error): /, "").slice(0, 300) ?? "it did not say why";
}
// src/sources/quoted.ts
/** A name that others chose, in quotes and on one line, for an error or a gap. */
function quoted(name) {
	return JSON.stringify(name);
}
// src/sources/repository.ts
/** Finds the repository a folder belongs to, as git does: `.git` here or above, or a bare repository. */
async function findRepository(folder) {
	const start = resolve(folder);
	if (!await isFolder(start)) throw new UsageError(`There is no folder ${quoted(folder)}; name one inside a git repository.`);
	for (let here = start;; here = dirname(here)) {
		const gitDir = await gitDirIn(here);
		if (gitDir !== null) return await opened(gitDir);
		if (dirname(here) === here) break;
	}
	throw new UsageError(`${quoted(folder)} is not in a git repository; name a folder that is (in a workflow, run actions/checkout first).`);
}
async function gitDirIn(folder) {
	const inside = join(folder, ".git");
	if (await isGitDir(inside)) return inside;
	const pointer = /^gitdir: (.+?)\r?\n?$/.exec(await textOf(inside) ?? "")?.[1];
	if (pointer !== void 0) return resolve(folder, pointer);
	return await isGitDir(folder) ? folder : null;
}
async function isGitDir(folder) {
	return await textOf(join(folder, "HEAD")) !== null && await isFolder(join(folder, "objects")) && await isFolder(join(folder, "refs"));
}
async function opened(gitDir) {
	const common = (await textOf(join(gitDir, "commondir")))?.trim();
	const commonDir = common === void 0 ? gitDir : resolve(gitDir, common);
	const shallow = (await textOf(join(commonDir, "shallow")))?.split("\n").filter((line) => line !== "");
	const isPartial = (await readdir(join(commonDir, "objects/pack")).catch(() => [])).some((name) => name.endsWith(".promisor"));
	return {
		gitDir,
		commonDir,
		shallow: new Set(shallow),
		isPartial
	};
}
async function isFolder(path) {
	return await stat(path).then((found) => found.isDirectory(), () => false);
}
async function textOf(path) {
	try {
		return await readFile(path, "utf8");
	} catch (error) {
		const { code } = error;
		if (code === "ENOENT" || code === "EISDIR" || code === "ENOTDIR") return null;
		throw error;
	}
}
// src/sources/tokens.ts
/** Splits what git writes with `-z`: each token ends in NUL, so that a path may hold anything else. */
async function* tokensOf(output) {
	let cut = Buffer.alloc(0);
	for await (const chunk of output) {
		const all = cut.length > 0 ? Buffer.concat([cut, chunk]) : chunk;
		let from = 0;
		for (let end = all.indexOf(0); end !== -1; end = all.indexOf(0, from)) {
			yield all.toString("utf8", from, end);
			from = end + 1;
		}
		cut = all.subarray(from);
	}
}
/** Splits what git writes a line each, a chunk at a time. What is not ASCII, as paths, is not to be read here. */
async function* linesIn(output) {
	let cut = "";
	for await (const chunk of output) {
		const lines = (cut + chunk.toString("latin1")).split("\n");
		cut = lines.pop() ?? "";
		yield lines;
	}
}
// src/sources/listing.ts
/**
* The names of the commits and blobs that head has and base has not, over all parents: `git rev-list --objects`. A blob
* that a later commit removed is among them, and one that only moved is not.
*/
var Listing = class {
	/** Objects that were listed, and must be read. */
	expected = 0;
	#git;
	#ends;
	#repository;
	/** Known to be missing, so that it need not be asked for. */
	#missing = /* @__PURE__ */ new Set();
	#gaps;
	#running = null;
	#stopped = false;
	constructor(git, ends, repository, gaps) {
		this.#git = git;
		this.#ends = ends;
		this.#repository = repository;
		this.#gaps = gaps;
	}
	/**
	* The names, in batches: commits first. A UsageError where an end is not known here, or where the range runs into the
	* boundary of a shallow clone. Where the list breaks off there is a gap.
	*/
	async *names() {
		if (this.#repository.isPartial) this.#missing = await missingFrom(this.#git, revisions(this.#ends));
		const running = this.#git.start([
			"rev-list",
			...FILTER,
			"--end-of-options",
			...revisions(this.#ends),
			"--"
		]);
		this.#running = running;
		for await (const lines of linesIn(running.output)) {
			const names = lines.flatMap((line) => this.#nameIn(line));
			this.expected += names.length;
			if (names.length > 0) yield names;
		}
		const ending = await running.ended;
		if (ending.code !== 0 && !this.#stopped) this.#brokeOff(ending);
	}
	stop() {
		this.#stopped = true;
		this.#running?.stop();
	}
	/**
	* Commits stand alone on a line, left-out blobs have a `~` and missing trees a `?`; trees are followed by a path, and
	* so is an annotated tag, which can only be the head.
	*/
	#nameIn(line) {
		if (line.startsWith("~")) return this.#known(line.slice(1));
		if (line.startsWith("?")) {
			this.#gaps.add("missing-object", `the object ${line.slice(1)} is not in this repository, so the files below it could not be listed`);
			return [];
		}
		if (line.includes(" ")) return line.startsWith(this.#ends.head) ? [this.#ends.head] : [];
		if (this.#repository.shallow.has(line)) throw tooShallow(line);
		return [line];
	}
	#known(blob) {
		if (!this.#missing.has(blob)) return [blob];
		this.#gaps.missing(blob);
		return [];
	}
	#brokeOff(ending) {
		const unknown = /(?:bad object|bad revision|ambiguous argument) '?\^?([0-9a-f]{40,64})/.exec(ending.stderr)?.[1];
		const { base, head } = this.#ends;
		if (unknown !== void 0 && (unknown === base || unknown === head)) throw notHere(unknown);
		const failure = failureOf(ending, "list new objects");
		if (ending.failed || failure instanceof UsageError) throw failure;
		this.#gaps.add("unreadable", `the list of new objects broke off: ${complaint(ending.stderr)}`);
	}
};
/**
* Blobs are "filtered out" only to be listed apart: without that, nothing tells them from trees, which make up most of
* a history and would all have to be read.
*/
const FILTER = [
	"--objects",
	"--missing=print",
	"--filter=blob:none",
	"--filter-print-omitted"
];
/**
* The objects of a partial clone that are missing. They have to be known before: asked for one, git tries to fetch it, may
* not, and ends.
*/
async function missingFrom(git, revisions) {
	const missing = /* @__PURE__ */ new Set();
	const running = git.start([
		"rev-list",
		"--objects",
		"--missing=print",
		...revisions,
		"--"
	]);
	for await (const lines of linesIn(running.output)) for (const line of lines) if (line.startsWith("?")) missing.add(line.slice(1));
	return missing;
}
/** A range in the words of gitrevisions(7). */
function revisions({ base, head }) {
	return base === null ? [head] : [head, `^${base}`];
}
/** What to do about a commit that is not in the repository. */
function notHere(name) {
	return new UsageError(`${name} is not a commit of this repository; name a branch, a tag or a commit that is, or fetch it first (git fetch; with actions/checkout: fetch-depth: 0).`);
}
function tooShallow(commit) {
	return new UsageError(`The repository is a shallow clone and the range runs past its end, at commit ${commit}; fetch the history it lacks (git fetch --unshallow; with actions/checkout: fetch-depth: 0).`);
}
// src/sources/revisions.ts
/** Whether a name is a full object name, of SHA-1 or SHA-256. */
function isFullName(name) {
	return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name);
}
/** The full object names of the commits that revisions name, in one go; null for what names none. */
async function commitsNamed(git, names) {
	for (const name of names) if (name === "" || /\p{Cc}/u.test(name)) throw new UsageError(`${quoted(name)} cannot be a revision; name a commit.`);
	const ending = await git.ask(["cat-file", "--batch-check"], names.map((name) => `${name}^{commit}\n`).join(""));
	const lines = ending.stdout.split("\n").slice(0, -1);
	if (lines.length === names.length) return lines.map((line) => /^([0-9a-f]+) commit \d+$/.exec(line)?.[1] ?? null);
	const [culprit] = names.slice(lines.length);
	if (culprit === void 0 || !/^fatal: .*(?:upstream|branch|log for)/m.test(ending.stderr)) throw failureOf(ending, "look up commits");
	throw new UsageError(`${quoted(culprit)} names no commit (${complaint(ending.stderr)}); name a branch or a commit.`);
}
/** The ends of a range, by full object names. Full names are taken as they are; a range that lacks them finds out. */
async function endsNamed(git, base, head) {
	if (isFullName(head) && (base === null || isFullName(base))) return {
		base,
		head
	};
	const names = base === null ? [head] : [head, base];
	const [headCommit, baseCommit] = (await commitsNamed(git, names)).map((commit, at) => {
		if (commit === null) throw notHere(quoted(names[at] ?? ""));
		return commit;
	});
	return {
		base: baseCommit ?? null,
		head: headCommit ?? head
	};
}
/** Reads a range. A side left out is HEAD, as in gitrevisions(7). */
function rangeWordsIn(range) {
	const parts = /^(.*?)(\.{2,})(.*)$/s.exec(range.trim());
	if (range.trim() === "" || parts && (parts[2] ?? "").length > 3 || parts?.[3]?.includes("..")) throw new UsageError(`${quoted(range)} is not a range; write A..B, A...B, or A for A..HEAD.`);
	if (!parts) return {
		base: range.trim(),
		head: "HEAD",
		fromParting: false
	};
	const [, base, dots, head] = parts;
	return {
		base: base || "HEAD",
		head: head || "HEAD",
		fromParting: dots === "..."
	};
}
/** The ends of a range on the command line. */
async function endsOf(range, { repo, environment }) {
	const { base, head, fromParting } = rangeWordsIn(range);
	const git = new Git((await findRepository(repo)).gitDir, environment);
	const ends = await endsNamed(git, base, head);
	if (!fromParting || ends.base === null) return ends;
	const ending = await git.ask([
		"merge-base",
		"--end-of-options",
		ends.base,
		ends.head
	]);
	const parting = ending.stdout.trim();
	if (isFullName(parting)) return {
		base: parting,
		head: ends.head
	};
	if (ending.code !== 1 && !/Not a valid commit name/.test(ending.stderr)) throw failureOf(ending, "find where two commits parted");
	throw new UsageError(`${quoted(range)}: the two share no commit here; write A..B, or fetch their history (git fetch --unshallow).`);
}
// src/sources/branches.ts
/** What is scanned when nothing was said: the commits HEAD has, and its upstream or the remote's default branch has not. */
async function defaultRange({ repo, environment }) {
	const git = new Git((await findRepository(repo)).gitDir, environment);
	const [refs, [head]] = await Promise.all([refsOf(git), commitsNamed(git, ["HEAD"])]);
	if (!head) throw new UsageError("There is no commit yet, and so no range; scan files instead, with --files.");
	const upstream = refs.find(({ isCurrent }) => isCurrent)?.upstream;
	const known = refs.find(({ name }) => name === upstream) ?? defaultOf(refs, null);
	if (known) return {
		base: known.commit,
		head
	};
	throw new UsageError("The branch has no upstream, and there is no default branch of a remote to compare it with; name a range, such as main..HEAD.");
}
/**
* The best base for a branch that was just created, which has no commit before it: the default branch of the remote, by
* the name the event gives or the one git remembers. Null where there is none, or where the new branch is the default
* one: then all of it is new.
*/
async function baseOfNewBranch(where, pushed) {
	if (pushed.branch === pushed.defaultBranch) return null;
	const base = defaultOf(await refsOf(new Git((await findRepository(where.repo)).gitDir, where.environment)), pushed.defaultBranch);
	return base && shortOf(base) !== pushed.branch ? base.commit : null;
}
/** `origin` comes first, as where a clone comes from; then any other remote. */
function defaultOf(refs, name) {
	const remote = refs.filter((ref) => ref.name.startsWith("refs/remotes/"));
	const ordered = [...remote.filter(isOrigins), ...remote.filter((ref) => !isOrigins(ref))];
	if (name !== null) return ordered.find((ref) => ref.target === null && shortOf(ref) === name) ?? null;
	const pointer = ordered.find((ref) => ref.target !== null && ref.name.endsWith("/HEAD"));
	return refs.find((ref) => ref.name === pointer?.target) ?? null;
}
function isOrigins({ name }) {
	return name.startsWith("refs/remotes/origin/");
}
/** The name of a remote's branch on that remote. */
function shortOf({ name }) {
	return name.split("/").slice(3).join("/");
}
async function refsOf(git) {
	const ending = await git.ask([
		"for-each-ref",
		`--format=${[
			"%(refname)",
			"%(objectname)",
			"%(HEAD)",
			"%(symref)",
			"%(upstream)"
		].join("%00")}`,
		"refs/heads",
		"refs/remotes"
	]);
	if (ending.code !== 0) throw failureOf(ending, "list branches");
	return ending.stdout.split("\n").slice(0, -1).map((line) => {
		const [name = "", commit = "", mark, target, upstream] = line.split("\0");
		return {
			name,
			commit,
			isCurrent: mark === "*",
			target: target || null,
			upstream: upstream || null
		};
	});
}
// src/sources/gaps.ts
/** Of each kind so many gaps are told one by one; a partial clone can lack a hundred thousand objects. */
const TOLD = 10;
/** Collects gaps; of many of a kind it keeps the first ones and the number of the others. */
var Gaps = class {
	#told = [];
	#count = /* @__PURE__ */ new Map();
	add(kind, detail) {
		const count = (this.#count.get(kind) ?? 0) + 1;
		this.#count.set(kind, count);
		if (count <= TOLD) this.#told.push({
			kind,
			detail
		});
	}
	missing(oid) {
		this.add("missing-object", `the object ${oid} is not in this repository: a shallow or partial clone may have left it out`);
	}
	all() {
		const rest = [...this.#count].filter(([, count]) => count > TOLD);
		return [...this.#told, ...rest.map(([kind, count]) => ({
			kind,
			detail: `and ${count - TOLD} more (${kind})`
		}))];
	}
};
// src/sources/paths.ts
/** Globs see hidden files, and mean the same on every system. */
const OPTIONS = {
	dot: true,
	windows: false
};
/**
* A filter for paths of a repository: those that `paths` name (all, when it is empty) and neither `exclude` nor a `!glob`
* among `paths` leaves out. Globs are fast-glob's, and a plain name among `paths` stands for a file or for everything
* in a folder. A UsageError names a glob that is wrong.
*/
async function pathFilter(paths, exclude) {
	if (paths.length === 0 && exclude.length === 0) return () => true;
	const { wanted, unwanted, names } = await globsIn(paths, exclude);
	const isNamed = (path) => names.some((name) => path === name || path.startsWith(`${name}/`) || name === ".");
	const { default: micromatch } = await import("./micromatch2.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const matcher = (glob) => {
		const matches = micromatch.matcher(glob, OPTIONS);
		return (path) => matches(path);
	};
	const isWanted = wanted.map(matcher);
	const isUnwanted = await Promise.all(unwanted.map((glob) => matcherWithFolders(glob, matcher)));
	if (paths.length > 0 && wanted.length === 0 && names.length === 0) throw onlyLeavesOut(paths);
	return (path) => (paths.length === 0 || isNamed(path) || isWanted.some((matches) => matches(path))) && !isUnwanted.some((matches) => matches(path));
}
/** A folder takes all that is below it along, where fast-glob heeds the glob before it looks into folders. */
async function matcherWithFolders(glob, matcher) {
	const { default: fastGlob } = await import("./out.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const matches = matcher(glob);
	return glob.endsWith("/**") || !fastGlob.isDynamicPattern(posix.basename(glob)) ? (path) => foldersOf(path).some(matches) : matches;
}
/** Sorts and checks globs. */
async function globsIn(paths, exclude) {
	const { default: micromatch } = await import("./micromatch2.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const { default: fastGlob } = await import("./out.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const checked = (glob) => {
		const fault = faultIn(glob) ?? unbalanced(glob, micromatch.makeRe);
		if (fault !== null) throw new UsageError(`The glob ${quoted(glob)} ${fault}.`);
		return glob.replace(/^(?:\.\/)+/, "");
	};
	const wanted = [];
	const unwanted = exclude.map(checked);
	const names = [];
	for (const glob of paths) if (isNegative(glob)) unwanted.push(checked(glob.slice(1)));
	else if (fastGlob.isDynamicPattern(checked(glob))) wanted.push(checked(glob));
	else names.push(checked(glob).replace(/\/+$/, "") || ".");
	return {
		wanted,
		unwanted,
		names
	};
}
/** What to say where every glob leaves something out: fast-glob then finds nothing, which would look like a clean change. */
function onlyLeavesOut(globs) {
	return new UsageError(`The glob ${quoted(globs[0] ?? "")} only leaves out; add what to look at, such as **, or use exclude.`);
}
/** As fast-glob tells them from the extended glob `!(…)`. */
function isNegative(glob) {
	return glob.startsWith("!") && glob[1] !== "(";
}
/** What is wrong with a glob, and what would work. */
function faultIn(glob) {
	if (glob.trim() === "") return "is empty; write ** for everything";
	if (/\p{Cc}/u.test(glob)) return "holds a control character; write ? for it";
	if (isNegative(glob)) return "is negated; what is excluded needs no ! before it";
	if (/^(?:[/\\]|[a-z]:)/i.test(glob)) return "is an absolute path; write it from the top of the repository, as in src/**";
	if (/(?:^|[/{,(|])\.\.(?:[/},)|]|$)/.test(glob)) return "leaves the repository; write it from the top, without ..";
	if (/\\[\p{L}\p{N}_]/u.test(glob)) return "has a backslash, which only goes before * ? [ ] { } ( ) ! + @; write / between folders";
	if (/[*?\]}]\/$/.test(glob)) return "ends in a slash, so that it matches no file; write ** after it";
	return null;
}
function unbalanced(glob, makeRe) {
	const plain = glob.replaceAll(/\\.|\[[^\]]*\]/g, "");
	if (plain.split("}").length > plain.split("{").length) return "has a } without a { before it; put a backslash before it";
	try {
		makeRe(glob, {
			...OPTIONS,
			strictBrackets: true,
			fastpaths: false
		});
		return null;
	} catch (error) {
		const which = /(opening|closing).*?"(.)"/.exec(error.message);
		return which ? `lacks ${which[2]}; close it, or put a backslash before what it should match` : "cannot be read; write it simpler";
	}
}
/** A path and every folder it is in. */
function foldersOf(path) {
	const parts = path.split("/");
	return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}
// src/sources/ruler.ts
const LF$1 = 10;
/** Bytes kept behind the newest one. A hit may be told that late, and not later. */
const WINDOW = 4194304;
/** Tells where bytes stand in a text that passes by, without holding more of it than the last few megabytes. */
var Ruler = class {
	#chunks = [];
	#opening = Buffer.alloc(0);
	/** What is known where the first kept chunk starts. */
	#kept = null;
	/** What was known where the last answer was: hits come in the order of their offsets. */
	#last = null;
	#held = 0;
	/** How many bytes have passed. */
	passed = 0;
	pass(chunk) {
		if (this.#opening.length < 4) this.#opening = Buffer.concat([this.#opening, chunk.subarray(0, 4)]).subarray(0, 4);
		this.#chunks.push(chunk);
		this.#held += chunk.length;
		this.passed += chunk.length;
		for (let [oldest] = this.#chunks; oldest && this.#held - oldest.length >= WINDOW; [oldest] = this.#chunks) {
			this.#kept = advanced(this.#start(), oldest, this.#text());
			this.#chunks.shift();
			this.#held -= oldest.length;
		}
	}
	/** Null where the bytes have not passed yet, or too long ago. */
	place(offset, length) {
		const start = this.#start();
		if (offset < start.offset || offset + length > this.passed) return null;
		let mark = this.#last && this.#last.offset >= start.offset && this.#last.offset <= offset ? this.#last : start;
		const bytes = [];
		let at = start.offset;
		for (const chunk of this.#chunks) {
			const end = at + chunk.length;
			if (mark.offset < offset && mark.offset < end) mark = advanced(mark, chunk.subarray(mark.offset - at, offset - at), this.#text());
			if (end > offset && at < offset + length) bytes.push(chunk.subarray(Math.max(0, offset - at), offset + length - at));
			at = end;
		}
		this.#last = mark;
		return {
			line: mark.line,
			column: Math.max(1, mark.units + 1),
			bytes: Buffer.concat(bytes)
		};
	}
	#start() {
		return this.#kept ?? {
			offset: 0,
			line: 1,
			units: hasMark(this.#opening) ? -1 : 0,
			half: 0
		};
	}
	#text() {
		const [a, b, c, d] = this.#opening;
		if (a === 255 && b === 254) return "utf-16le";
		if (a === 254 && b === 255) return "utf-16be";
		if (a && b === 0 && c && d === 0) return "utf-16le";
		return a === 0 && b && c === 0 && d ? "utf-16be" : "utf-8";
	}
};
/** A byte order mark is no character of the first line (SARIF 2.1.0, 3.30.2). */
function hasMark([a, b, c]) {
	return a === 255 && b === 254 || a === 254 && b === 255 || a === 239 && b === 187 && c === 191;
}
function advanced(mark, bytes, text) {
	return text === "utf-8" ? advanced8(mark, bytes) : advanced16(mark, bytes, text === "utf-16be");
}
/** In UTF-8 each character is one code unit, and two where it takes four bytes. */
function advanced8({ offset, line, units, half }, bytes) {
	let from = 0;
	for (let at = bytes.indexOf(LF$1); at !== -1; at = bytes.indexOf(LF$1, from)) {
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
		half
	};
}
function advanced16({ offset, line, units, half }, bytes, bigEndian) {
	for (const byte of bytes) {
		const isSecond = offset % 2 === 1;
		offset += 1;
		if (!isSecond) {
			half = byte;
			continue;
		}
		const isLineFeed = bigEndian ? half === 0 && byte === LF$1 : half === LF$1 && byte === 0;
		line += isLineFeed ? 1 : 0;
		units = isLineFeed ? 0 : units + 1;
	}
	return {
		offset,
		line,
		units,
		half
	};
}
// src/sources/rereading.ts
/** Says where hits stand, by reading blobs once more. One blob is kept open; a hit in another one closes it. */
var Rereadings = class {
	#latest = null;
	/** Null where the blob ends before the bytes do, or they are more than any key has. */
	async place(name, open, offset, length) {
		const before = this.#latest;
		const latest = before?.name === name ? before : {
			name,
			rereading: new Rereading(open)
		};
		this.#latest = latest;
		if (before !== latest) await before?.rereading.close();
		return await latest.rereading.place(offset, length);
	}
	async close() {
		const latest = this.#latest;
		this.#latest = null;
		await latest?.rereading.close();
	}
};
var Rereading = class {
	#open;
	#ruler = new Ruler();
	#chunks = null;
	#turn = Promise.resolve();
	constructor(open) {
		this.#open = open;
	}
	/** One at a time: all read the same stream. */
	place(offset, length) {
		const placed = this.#turn.then(async () => await this.#place(offset, length));
		this.#turn = placed.catch(() => {});
		return placed;
	}
	async close() {
		await this.#turn;
		await this.#restart();
	}
	async #place(offset, length) {
		const known = await this.#readOn(offset, length);
		if (known || this.#ruler.passed < offset + length) return known;
		await this.#restart();
		return await this.#readOn(offset, length);
	}
	async #restart() {
		await this.#chunks?.return?.();
		this.#chunks = null;
		this.#ruler = new Ruler();
	}
	async #readOn(offset, length) {
		this.#chunks ??= this.#open()[Symbol.asyncIterator]();
		while (this.#ruler.passed < offset + length) {
			const { done, value } = await this.#chunks.next();
			if (done) return null;
			this.#ruler.pass(value);
		}
		return this.#ruler.place(offset, length);
	}
};
// src/sources/files.ts
/** How much of a file is read at once. */
const CHUNK = 262144;
/**
* Opens the files that globs name, as they are on disk now; no globs means all. Links are not followed, and git's own
* folder is not looked into. A UsageError names a glob that is wrong, or a file that is not there.
*/
async function openFiles({ root, globs, exclude }) {
	const { default: fastGlob } = await import("./out.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const gaps = new Gaps();
	const wanted = [];
	const rest = [];
	for (const glob of globs.length > 0 ? globs : ["**"]) {
		const name = nameIn(root, glob);
		const found = await lstat(join(root, name)).catch(() => null);
		if (!found || name.startsWith("../")) rest.push(glob);
		else if (found.isDirectory()) wanted.push(name === "" ? "**" : `${fastGlob.escapePath(name)}/**`);
		else if (found.isFile()) wanted.push(fastGlob.escapePath(name));
		else gaps.add("unreadable", `${quoted(name)} is no file but a link or a device, which is not read`);
	}
	const { wanted: matched, unwanted, names } = await globsIn(rest, exclude);
	const [absent] = names;
	if (absent !== void 0) throw new UsageError(`There is no file ${quoted(absent)}; write its path from ${quoted(root)}, or a glob.`);
	wanted.push(...matched);
	if (wanted.length === 0 && gaps.all().length === 0) throw onlyLeavesOut(globs);
	return {
		change: {
			kind: "files",
			globs
		},
		source: new FilesSource(root, {
			wanted,
			unwanted
		}, gaps)
	};
}
function nameIn(root, glob) {
	return relative(root, resolve(root, glob)).replaceAll(sep, "/");
}
var FilesSource = class {
	#root;
	#globs;
	#gaps;
	#coverage = {
		commits: 0,
		blobs: 0,
		bytes: 0,
		texts: 0
	};
	#rereadings = new Rereadings();
	#isRead = false;
	constructor(root, globs, gaps) {
		this.#root = resolve(root);
		this.#globs = globs;
		this.#gaps = gaps;
	}
	async *blobs() {
		let listed = 0;
		for await (const path of this.#paths()) {
			listed += 1;
			yield {
				provenance: {
					kind: "file",
					path
				},
				chunks: this.#read(path)
			};
		}
		await this.#rereadings.close();
		if (listed === 0) {
			const globs = this.#globs.wanted.map(quoted).join(", ");
			this.#gaps.add("miscounted", `no file on disk matches ${globs}, so that nothing was looked at`);
		}
		this.#isRead = true;
	}
	async nameOf({ provenance }) {
		return provenance.kind === "file" ? quoted(provenance.path) : provenance.kind;
	}
	async locate({ provenance }, { encoding, member, offset, length }) {
		if (provenance.kind !== "file") throw new Error(`files have nothing from ${provenance.kind}`);
		const { path } = provenance;
		const again = member === null && this.#rereadings.place(path, () => this.#open(path), offset, length);
		const place = again ? await again.catch(() => null) : null;
		if (this.#isRead) await this.#rereadings.close();
		const [line, column] = [place?.line ?? null, place?.column ?? null];
		return [{
			where: "file",
			path,
			line,
			column,
			commit: null,
			author: null,
			at: null,
			encoding,
			member,
			inHead: true,
			preexisting: false
		}];
	}
	account() {
		const unread = this.#isRead ? [] : [{
			kind: "miscounted",
			detail: "not all files were read"
		}];
		return {
			coverage: { ...this.#coverage },
			gaps: [...this.#gaps.all(), ...unread]
		};
	}
	async *#paths() {
		const { default: fastGlob } = await import("./out.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
		const { wanted, unwanted } = this.#globs;
		const own = wanted.some((glob) => glob.includes(".git/")) ? [] : ["**/.git/**"];
		const stream = fastGlob.stream([...wanted], {
			cwd: this.#root,
			ignore: [...unwanted, ...own],
			dot: true,
			followSymbolicLinks: false,
			onlyFiles: true,
			suppressErrors: true,
			fs: { readdir: this.#readdir() }
		});
		for await (const path of stream) yield String(path);
	}
	/** Reads folders as node does, and leaves a gap where it cannot. */
	#readdir() {
		return (folder, options, done) => {
			fs.readdir(folder, options, (error, entries) => {
				if (error) this.#unreadable(relative(this.#root, folder).replaceAll(sep, "/") || ".", error);
				done(error, entries);
			});
		};
	}
	async *#read(path) {
		try {
			for await (const chunk of this.#open(path)) {
				this.#coverage.bytes += chunk.length;
				yield chunk;
			}
			this.#coverage.blobs += 1;
		} catch (error) {
			this.#unreadable(path, error);
		}
	}
	#open(path) {
		return createReadStream(join(this.#root, path), { highWaterMark: CHUNK });
	}
	#unreadable(path, { code }) {
		this.#gaps.add("unreadable", `${quoted(path)} cannot be read (${code ?? "for a reason not given"})`);
	}
};
// src/sources/byte-reader.ts
const LF = 10;
const EMPTY = Buffer.alloc(0);
/** A stream of chunks, read by the line and by the number of bytes. */
var ByteReader = class {
	#chunks;
	#rest = EMPTY;
	constructor(chunks) {
		this.#chunks = chunks[Symbol.asyncIterator]();
	}
	/** The next line without its end; null at the end of the stream, also where that cuts a line. */
	async line() {
		for (let searched = 0;;) {
			const end = this.#rest.indexOf(LF, searched);
			if (end !== -1) {
				const line = this.#rest.toString("utf8", 0, end);
				this.#rest = this.#rest.subarray(end + 1);
				return line;
			}
			searched = this.#rest.length;
			if (!await this.#more()) return null;
		}
	}
	/** Between one and `limit` bytes, whatever is at hand; none at the end of the stream. */
	async some(limit) {
		if (this.#rest.length === 0) await this.#more();
		const part = this.#rest.subarray(0, limit);
		this.#rest = this.#rest.subarray(part.length);
		return part;
	}
	/** Exactly `size` bytes, copied only where they span chunks; null where the stream ends before. */
	async exactly(size) {
		if (this.#rest.length >= size) return await this.some(size);
		const whole = Buffer.allocUnsafe(size);
		for (let filled = 0; filled < size;) {
			const part = await this.some(size - filled);
			if (part.length === 0) return null;
			filled += part.copy(whole, filled);
		}
		return whole;
	}
	async #more() {
		const { done, value } = await this.#chunks.next();
		if (done) return false;
		this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value]);
		return true;
	}
};
// src/sources/feed.ts
/** Writes, and waits until more may be written. False when nobody reads any more. */
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
/** Hands the output of one process to another, no faster than it is taken. */
async function feed(from, input) {
	for await (const chunk of from) if (!await written(input, chunk)) break;
	input.end();
}
// src/sources/objects.ts
/** Objects up to this many bytes come as one chunk. */
const SMALL = 262144;
/** So often in a row git may end without a single answer: then it is not the objects that are broken. */
const DEATHS = 1e3;
/**
* Reads objects, in the order of their names. Names go out and contents come in at the same time, no faster than they
* are taken. A damaged object ends `git cat-file`: the object is named, and another process goes on with the next.
*/
async function* readObjects(git, names) {
	const left = names[Symbol.asyncIterator]();
	/** Asked for and not answered. */
	const waiting = [];
	for (let deaths = 0;;) {
		const cat = git.start([
			"cat-file",
			"--batch",
			"--buffer"
		]);
		const asking = ask(cat, waiting, left);
		asking.catch(() => {});
		const missing = [];
		let begun = false;
		try {
			for await (const { finish, ...answer } of answers(cat)) {
				if (answer.kind === "missing") missing.push(answer.oid);
				else yield answer;
				begun = !await finish();
				if (begun) break;
				waiting.shift();
				deaths = 0;
			}
		} finally {
			cat.stop();
		}
		const allAsked = await asking;
		const ending = await cat.ended;
		for (const oid of missing) yield isDamaged(oid, ending.stderr) ? {
			kind: "unreadable",
			oid,
			begun: false
		} : {
			kind: "missing",
			oid
		};
		if (allAsked && waiting.length === 0) return;
		deaths += 1;
		if (ending.failed || deaths > DEATHS) throw failureOf(ending, "read objects");
		const victim = waiting.shift();
		if (victim !== void 0) yield {
			kind: "unreadable",
			oid: victim,
			begun
		};
	}
}
/** Asks for what waits and then for what is left. False when git ended before all was asked for. */
async function ask({ input }, waiting, left) {
	try {
		let names = waiting;
		for (;;) {
			if (names.length > 0 && !await written(input, `${names.join("\n")}\n`)) return false;
			const { done, value } = await left.next();
			if (done) return true;
			names = value;
			for (const name of names) waiting.push(name);
		}
	} finally {
		input.end();
	}
}
/** The protocol of git-cat-file(1), "BATCH OUTPUT". Ends where the output does. */
async function* answers({ output }) {
	const reader = new ByteReader(output);
	for (let line = await reader.line(); line !== null; line = await reader.line()) {
		const [oid = "", type = "", length = ""] = line.split(" ");
		if (type === "missing") {
			yield {
				kind: "missing",
				oid,
				finish: async () => true
			};
			continue;
		}
		const size = Number.parseInt(length, 10);
		if (Number.isNaN(size)) throw new Error("git cat-file gave an answer that is not in its manual");
		const content = new Content(reader, size);
		yield {
			kind: "object",
			oid,
			type,
			chunks: size <= SMALL ? await content.atOnce() : content.chunks(),
			finish: () => content.finish()
		};
	}
}
/** The content of one object, as it arrives, and the line feed after it. */
var Content = class {
	#reader;
	#left;
	constructor(reader, size) {
		this.#reader = reader;
		this.#left = size;
	}
	async atOnce() {
		const whole = await this.#reader.exactly(this.#left);
		if (whole === null) return [];
		this.#left = 0;
		return whole.length > 0 ? [whole] : [];
	}
	async *chunks() {
		while (this.#left > 0) {
			const part = await this.#reader.some(this.#left);
			if (part.length === 0) return;
			this.#left -= part.length;
			yield part;
		}
	}
	/** Skips the rest. Nothing can be read afterwards. */
	async finish() {
		for await (const _ of this.chunks());
		const whole = this.#left === 0 && await this.#reader.exactly(1) !== null;
		this.#left = 0;
		return whole;
	}
};
/** Git says "missing" also of an object whose file is there and damaged, and tells the difference on stderr. */
function isDamaged(oid, stderr) {
	return stderr.includes(oid) || stderr.includes(`${oid.slice(0, 2)}/${oid.slice(2)}`);
}
// src/sources/tree.ts
/** Every file in the tree of a commit. Where the tree cannot be read in full there is a gap. */
async function* entriesOf(git, commit, gaps) {
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
			const [, oid, path] = /^\d+ blob ([0-9a-f]+)\t(.+)$/s.exec(token) ?? [];
			if (oid !== void 0 && path !== void 0) yield {
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
/** What stands where in the tree of a commit. */
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
	/** Whether the blob stands at the path. The first question reads the tree. */
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
// src/sources/base.ts
/** What `git grep` can search for: it takes patterns by the line, and none with a NUL. */
const PRINTABLE = /^[ -~]+$/;
/** What the tree of the base holds already. A null base holds nothing. */
var Base = class {
	#git;
	#commit;
	#repository;
	#gaps;
	#known = /* @__PURE__ */ new Map();
	constructor(git, commit, repository, gaps) {
		this.#git = git;
		this.#commit = commit;
		this.#repository = repository;
		this.#gaps = gaps;
	}
	/** Whether any file has these bytes. What could not be read counts as not having them, and is a gap. */
	async has(bytes) {
		const commit = this.#commit;
		if (commit === null || bytes.length === 0) return false;
		const digest = createHash("sha256").update(bytes).digest("hex");
		const known = this.#known.get(digest) ?? this.#search(commit, bytes);
		this.#known.set(digest, known);
		return await known;
	}
	async #search(commit, bytes) {
		const text = bytes.toString("latin1");
		if (!PRINTABLE.test(text)) return await this.#readAll(commit, bytes);
		const { code, stderr } = await this.#git.ask([
			"grep",
			...GREP,
			commit,
			"--"
		], `${text}\n`);
		if (code === 0) return true;
		return code === 1 && stderr === "" ? false : await this.#readAll(commit, bytes);
	}
	/** Slower, and sees everything: also what stands on several lines, and what could not be read. */
	async #readAll(commit, bytes) {
		const missing = this.#repository.isPartial ? await missingFrom(this.#git, [`${commit}^{tree}`]) : /* @__PURE__ */ new Set();
		const oids = /* @__PURE__ */ new Set();
		for await (const { oid } of entriesOf(this.#git, commit, this.#gaps)) if (!missing.has(oid)) oids.add(oid);
		let unread = missing.size;
		for await (const answer of readObjects(this.#git, inBatches(oids))) if (answer.kind !== "object") unread += 1;
		else if (await holds(answer.chunks, bytes)) return true;
		if (unread > 0) {
			const detail = `${unread} files of the base could not be read, so that a key may have been there before`;
			this.#gaps.add("missing-object", detail);
		}
		return false;
	}
};
/** Patterns come from the input, and one match is enough. */
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
async function holds(chunks, bytes) {
	let before = Buffer.alloc(0);
	for await (const chunk of chunks) {
		const seen = before.length > 0 ? Buffer.concat([before, chunk]) : chunk;
		if (seen.includes(bytes)) return true;
		before = seen.subarray(Math.max(0, seen.length - bytes.length + 1));
	}
	return false;
}
// src/sources/bringings.ts
/** So many are remembered, some tens of megabytes; a longer range is walked again for each blob. */
const REMEMBERED = 25e4;
/**
* Which commits of a range brought which blobs, and where. A merge brings what it has from none of its parents: what it
* takes over from one of them was brought by that side.
*/
var Bringings = class {
	#git;
	#ends;
	#gaps;
	#remembered;
	#all = null;
	#asked = /* @__PURE__ */ new Map();
	constructor(git, ends, gaps, remembered = REMEMBERED) {
		this.#git = git;
		this.#ends = ends;
		this.#gaps = gaps;
		this.#remembered = remembered;
	}
	/** Oldest first. The first question walks the range. */
	async of(oid) {
		this.#all ??= this.#walkAll();
		const all = await this.#all;
		if (all) return all.get(oid) ?? [];
		const known = this.#asked.get(oid) ?? this.#walkFor(oid);
		this.#asked.set(oid, known);
		return await known;
	}
	/** Null when there are too many to remember. */
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
	/** Two commands of plumbing, since `git log` does what the repository's configuration tells it to. */
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
					path: token
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
/** `-c` shows of a merge only what differs from every parent. Renames are left alone: the new name is a new place. */
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
/**
* The blob an entry brings: `:modes… names… status`, one mode and name for each parent and one for the result
* (git-diff-tree(1), "RAW OUTPUT FORMAT"). Null where a parent has it already and only the mode changed.
*/
function broughtBy(entry) {
	const names = entry.slice(entry.length / 2, -1);
	const result = names.at(-1);
	return result === void 0 || names.slice(0, -1).includes(result) || /^0+$/.test(result) ? null : result;
}
// src/sources/message.ts
/** What separates the headers of a commit or a tag from its message. */
const BLANK_LINE = Buffer.from("\n\n");
/** The message of a commit or a tag: what follows the first blank line. */
async function* messageOf(chunks) {
	let before = Buffer.alloc(0);
	for await (const chunk of chunks) {
		if (before === null) {
			yield chunk;
			continue;
		}
		const seen = Buffer.concat([before, chunk]);
		const end = seen.indexOf(BLANK_LINE);
		if (end === -1) {
			before = seen.subarray(-1);
			continue;
		}
		before = null;
		const rest = seen.subarray(end + BLANK_LINE.length);
		if (rest.length > 0) yield rest;
	}
}
// src/sources/makings.ts
const UNKNOWN$1 = {
	author: null,
	at: null
};
/** Who made which commit. Each is read once, and as many at a time as are asked for. */
var Makings = class {
	#git;
	#known = /* @__PURE__ */ new Map();
	constructor(git) {
		this.#git = git;
	}
	async of(commits) {
		const unknown = [...new Set(commits)].filter((commit) => !this.#known.has(commit));
		if (unknown.length > 0) await this.#read(unknown);
		return (commit) => this.#known.get(commit) ?? UNKNOWN$1;
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
/** Reads a commit's headers. Names are in the encoding it declares, UTF-8 if none (git-commit(1), "DISCUSSION"). */
function makingOf(commit) {
	const end = commit.indexOf(BLANK_LINE);
	const headers = end === -1 ? commit : commit.subarray(0, end);
	const encoding = /^encoding (.+)$/m.exec(headers.toString("latin1"))?.[1];
	const text = decoderFor(encoding).decode(headers);
	const author = /^author (.*?) ?<[^\n]*$/m.exec(text)?.[1];
	const seconds = /^committer [^\n]*> (-?\d+) [+-]\d+$/m.exec(text)?.[1];
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
// src/sources/located.ts
const UNKNOWN = {
	path: null,
	line: null,
	column: null,
	commit: null,
	author: null,
	at: null
};
/** Says of hits in git objects where they stand. All of it is asked for hits only, and asked once. */
var Located = class {
	#git;
	#includes;
	#gaps;
	#bringings;
	#head;
	#base;
	#makings;
	/** The objects that are annotated tags: there are none but where the head itself is one. */
	#tags = /* @__PURE__ */ new Set();
	#rereadings = new Rereadings();
	constructor(git, ends, repository, includes, gaps) {
		this.#git = git;
		this.#includes = includes;
		this.#gaps = gaps;
		this.#bringings = new Bringings(git, ends, gaps);
		this.#head = new Tree(git, ends.head, gaps);
		this.#makings = new Makings(git);
		this.#base = new Base(git, ends.base, repository, gaps);
	}
	/** Says that an object is an annotated tag, which no path and no commit has. */
	isTag(oid) {
		this.#tags.add(oid);
	}
	async sightingsOf({ provenance }, hit) {
		switch (provenance.kind) {
			case "object": return this.#tags.has(provenance.oid) ? await this.#inTag(provenance, hit) : await this.#inBlob(provenance, hit);
			case "commit-message": return await this.#inMessage(provenance, hit);
			case "commit-people":
			case "tag-message":
			case "note":
			case "path":
			case "ref":
			case "event-text":
			case "file":
			case "stdin": throw new Error(`a range has nothing from ${provenance.kind}`);
			default: return provenance;
		}
	}
	/** A path of a blob where the range brought it, else its object name. */
	async nameOf({ provenance }) {
		if (provenance.kind !== "object") return provenance.kind;
		const [brought] = await this.#bringings.of(provenance.oid);
		return brought ? quoted(brought.path) : `object ${provenance.oid}`;
	}
	/** Lets go of the blob that was read last. */
	async forget() {
		await this.#rereadings.close();
	}
	async #inBlob(origin, hit) {
		const brought = await this.#bringings.of(origin.oid);
		const included = brought.filter(({ path }) => this.#includes(path));
		if (brought.length > 0 && included.length === 0) return [];
		const here = await this.#seen(origin, hit);
		if (brought.length === 0) {
			this.#gaps.add("miscounted", `no commit of the range was found to have brought blob ${origin.oid}, which holds a key`);
			return [{
				...here,
				where: "file",
				inHead: false
			}];
		}
		const makingOf = await this.#makings.of(included.map(({ commit }) => commit));
		const sightings = [];
		for (const { commit, path } of included) {
			const inHead = await this.#head.has({
				oid: origin.oid,
				path
			});
			sightings.push({
				...here,
				...makingOf(commit),
				where: "file",
				commit,
				path,
				inHead
			});
		}
		return sightings;
	}
	/** A message is in no tree, and so not in the head's. */
	async #inMessage(origin, hit) {
		const { commit } = origin;
		const makingOf = await this.#makings.of([commit]);
		return [{
			...await this.#seen(origin, hit),
			...makingOf(commit),
			where: "commit-message",
			commit,
			inHead: false
		}];
	}
	async #inTag(origin, hit) {
		return [{
			...await this.#seen(origin, hit),
			where: "tag-message",
			inHead: false
		}];
	}
	/** What is the same of a hit in every commit: line, column, and whether the base had these bytes. */
	async #seen(origin, { encoding, member, offset, length }) {
		const place = await this.#placeOf(origin, offset, length);
		const preexisting = place ? await this.#base.has(place.bytes) : false;
		const spot = {
			line: place?.line ?? null,
			column: place?.column ?? null
		};
		return {
			...UNKNOWN,
			...member === null ? spot : {},
			encoding,
			member,
			preexisting
		};
	}
	async #placeOf(origin, offset, length) {
		const oid = origin.kind === "object" ? origin.oid : origin.commit;
		const place = await this.#rereadings.place(oid, () => this.#reread(origin), offset, length);
		if (!place) this.#gaps.add("unreadable", `the line of a key in ${oid} could not be told, or whether the base had it`);
		return place;
	}
	#reread(origin) {
		if (origin.kind === "commit-message") return messageOf(this.#contentOf("commit", origin.commit));
		return this.#tags.has(origin.oid) ? messageOf(this.#contentOf("tag", origin.oid)) : this.#contentOf("blob", origin.oid);
	}
	async *#contentOf(type, oid) {
		const running = this.#git.start([
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
};
// src/sources/range.ts
/**
* Opens the commits that head has and base has not. A UsageError where there is no such repository or commit; full
* object names are only looked up as they are read, so that `blobs` may throw it too.
*/
async function openRange({ repo, base, head, environment, includes }) {
	const repository = await findRepository(repo);
	const git = new Git(repository.gitDir, environment);
	const ends = await endsNamed(git, base, head);
	return {
		change: {
			kind: "range",
			...ends
		},
		source: new RangeSource(git, repository, ends, includes)
	};
}
var RangeSource = class {
	#git;
	#gaps = new Gaps();
	#listing;
	#located;
	#coverage = {
		commits: 0,
		blobs: 0,
		bytes: 0,
		texts: 0
	};
	/** Objects that were listed and answered for: read, missing or unreadable. */
	#settled = 0;
	/** What the latest object was counted as. */
	#latest = "blobs";
	#state = "unread";
	constructor(git, repository, ends, includes) {
		this.#git = git;
		this.#listing = new Listing(git, ends, repository, this.#gaps);
		this.#located = new Located(git, ends, repository, includes, this.#gaps);
	}
	async *blobs() {
		if (this.#state !== "unread") throw new Error("a range is read once");
		this.#state = "reading";
		try {
			for await (const answer of readObjects(this.#git, this.#listing.names())) if (answer.kind === "object") yield* this.#blobOf(answer);
			else this.#miss(answer);
			this.#state = "read";
		} finally {
			if (this.#state !== "read") this.#state = "stopped";
			this.#listing.stop();
			await this.#located.forget();
		}
	}
	async nameOf(blob) {
		const name = await this.#located.nameOf(blob);
		if (this.#state !== "reading") await this.#located.forget();
		return name;
	}
	async locate(blob, hit) {
		const sightings = await this.#located.sightingsOf(blob, hit);
		if (this.#state !== "reading") await this.#located.forget();
		return sightings;
	}
	*#blobOf({ type, oid, chunks }) {
		this.#settled += 1;
		this.#latest = type === "blob" ? "blobs" : "texts";
		switch (type) {
			case "blob":
				this.#coverage.blobs += 1;
				yield {
					provenance: {
						kind: "object",
						oid
					},
					chunks: this.#counted(chunks)
				};
				return;
			case "commit":
				this.#coverage.commits += 1;
				this.#coverage.texts += 1;
				yield {
					provenance: {
						kind: "commit-message",
						commit: oid
					},
					chunks: this.#counted(messageOf(chunks))
				};
				return;
			case "tag":
				this.#coverage.texts += 1;
				this.#located.isTag(oid);
				yield {
					provenance: {
						kind: "object",
						oid
					},
					chunks: this.#counted(messageOf(chunks))
				};
				return;
			default: return;
		}
	}
	#counted(chunks) {
		if (!(Symbol.iterator in chunks)) return this.#countedLater(chunks);
		for (const chunk of chunks) this.#coverage.bytes += chunk.length;
		return chunks;
	}
	async *#countedLater(chunks) {
		for await (const chunk of chunks) {
			this.#coverage.bytes += chunk.length;
			yield chunk;
		}
	}
	#miss(answer) {
		if (answer.kind === "missing") {
			this.#settled += 1;
			this.#gaps.missing(answer.oid);
			return;
		}
		if (answer.begun) this.#coverage[this.#latest] -= 1;
		else this.#settled += 1;
		this.#gaps.add("unreadable", `git cannot read the object ${answer.oid}, which is damaged`);
	}
	account() {
		const { expected } = this.#listing;
		const gaps = [...this.#gaps.all()];
		if (this.#state !== "read") gaps.push({
			kind: "miscounted",
			detail: "reading stopped before the end of the range"
		});
		else if (this.#settled !== expected) gaps.push({
			kind: "miscounted",
			detail: `${expected} objects were expected and ${this.#settled} were read`
		});
		return {
			coverage: { ...this.#coverage },
			gaps
		};
	}
};
// src/version.ts
/** The version in package.json; a test compares them. */
const VERSION = "0.1.0";
export { bestFirst as A, UsageError as B, json as C, advice as D, said as E, plain as F, isHarmful as G, shown as H, visible as I, sample as K, registryFor as L, inPlain as M, clipped as N, ranked as O, keyless as P, EXIT as R, summary as S, KIND_NAMES as T, verdict as U, conclude as V, isFailure as W, run as _, pathFilter as a, gone as b, defaultRange as c, findRepository as d, quoted as f, settingsFrom as g, hint as h, Ruler as i, placeOf as j, standingOf as k, endsOf as l, DEFAULTS as m, openRange as n, Gaps as o, Git as p, detect as q, openFiles as r, baseOfNewBranch as s, VERSION as t, isFullName as u, terminal as v, GAP_NAMES as w, resolved as x, comment as y, lastWords as z };
