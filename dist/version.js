import { i as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { t as headerIn$1 } from "./tar-header.js";
import { a as endsLikeLongTail, i as NAMED, n as MARKER$1, r as NAME$1, t as FAMILIES } from "./shapes.js";
import { n as fingerprintOf, r as withoutEnd, t as Secret } from "./secret.js";
import { access, lstat, readFile, readdir, stat } from "node:fs/promises";
import { availableParallelism, devNull, platform } from "node:os";
import { dirname, join, parse, posix, relative, resolve, sep } from "node:path";
import { createHash } from "node:crypto";
import { spawn } from "node:child_process";
import { kill } from "node:process";
import fs, { createReadStream } from "node:fs";
// src/detect/containers/allowance.ts
/**
* So much may come out of a container whatever its size: an hour of one log line, or a sheet of zeros, packs a thousand
* times, which is all that deflate can do, and 32 MiB are unpacked in a tenth of a second.
*/
const FREE = 33554432;
/** Beyond that, so many bytes for each packed one. Logs and dumps stay under 100; a bomb is made to reach 1,000. */
const DENSEST = 200;
/** A vendored `node_modules`, or the jar of a large program, has tens of thousands of files; every one costs a search. */
const MOST_MEMBERS = 5e4;
/** What one container may still give out: it stands between whatever unpacks and whoever reads. */
var Allowance = class {
	#budget;
	#remarks;
	#given = 0;
	#members = 0;
	#isSpent = false;
	constructor(budget, remarks) {
		this.#budget = budget;
		this.#remarks = remarks;
	}
	/** Once this is so, nothing more is to be unpacked of the container. */
	get isSpent() {
		return this.#isSpent;
	}
	/** Whether one more member may be opened. */
	admits() {
		this.#members += 1;
		if (this.#members > MOST_MEMBERS) this.#end("too-many");
		else if (this.#budget.bytes <= 0) this.#end("too-much");
		return !this.#isSpent;
	}
	/**
	* As much of an unpacked piece as may be given out. `packed` is how many bytes of the container have been read: the
	* whole of it, not of one member, so that members which share their packed bytes are counted against those once.
	*/
	grant(piece, packed) {
		const dense = Math.max(FREE, DENSEST * packed) - this.#given;
		const most = Math.min(dense, this.#budget.bytes);
		if (piece.length > most) this.#end(dense < this.#budget.bytes ? "too-dense" : "too-much");
		const granted = piece.length > most ? piece.subarray(0, Math.max(0, most)) : piece;
		this.#given += granted.length;
		this.#budget.bytes -= granted.length;
		return granted;
	}
	#end(why) {
		if (!this.#isSpent) this.#remarks.note(why);
		this.#isSpent = true;
	}
};
// src/detect/containers/intake.ts
/** Pieces are never larger, so that what is made of one stays small too. */
const LARGEST_PIECE = 65536;
/** The bytes of a container, taken once and in order, and no faster than they are asked for. */
var Intake = class {
	#chunks;
	/** What was taken from the chunks and not yet asked for, the next last. Never joined: it may be put back often. */
	#rest = [];
	#offset = 0;
	constructor(chunks) {
		this.#chunks = chunks[Symbol.asyncIterator]();
	}
	/** Where the next byte stands, from the start of the container. */
	get offset() {
		return this.#offset;
	}
	/** The next bytes, as they come and at most so many; null at the end. */
	async piece(most = LARGEST_PIECE) {
		const bytes = this.#rest.pop() ?? await this.#next();
		if (!bytes) return null;
		const piece = bytes.subarray(0, Math.min(most, LARGEST_PIECE));
		if (piece.length < bytes.length) this.#rest.push(bytes.subarray(piece.length));
		this.#offset += piece.length;
		return piece;
	}
	/** The next so many bytes, in one piece; fewer at the end. For what is known to be small. */
	async exactly(count) {
		const pieces = [];
		let missing = count;
		while (missing > 0) {
			const piece = await this.piece(missing);
			if (!piece) break;
			pieces.push(piece);
			missing -= piece.length;
		}
		return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
	}
	/** Puts back bytes that were taken last, to be taken again. */
	giveBack(bytes) {
		if (bytes.length > 0) this.#rest.push(bytes);
		this.#offset -= bytes.length;
	}
	/** Passes over so many bytes, or to the end; says how many there were. */
	async skip(count) {
		let left = count;
		while (left > 0) {
			const piece = await this.piece(left);
			if (!piece) break;
			left -= piece.length;
		}
		return count - left;
	}
	/** Takes whatever is left. */
	async drain() {
		this.#rest = [];
		while (!(await this.#chunks.next()).done);
	}
	/** Lets go of the chunks: to be called once, whether or not all were taken. */
	async close() {
		await this.#chunks.return?.();
	}
	async #next() {
		for (;;) {
			const { value, done } = await this.#chunks.next();
			if (done) return null;
			if (value.length > 0) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
		}
	}
};
// src/detect/containers/remarks.ts
/**
* Gathers what could not be read of a container, and tells it once, a line for each reason: an archive with a thousand
* locked files is one thing to know. The lines hold no text of the container, not even names.
*/
var Remarks = class {
	#counts = /* @__PURE__ */ new Map();
	note(shortfall, times = 1) {
		if (times > 0) this.#counts.set(shortfall, (this.#counts.get(shortfall) ?? 0) + times);
	}
	/** Tells what was gathered and begins anew. */
	tell(unread) {
		for (const [shortfall, count] of this.#counts) unread(said$2(shortfall, count));
		this.#counts.clear();
	}
};
function said$2(shortfall, count) {
	const parts = count === 1 ? "a part of it" : `${count} parts of it`;
	const are = count === 1 ? "is" : "are";
	switch (shortfall) {
		case "too-deep": return "it holds an archive in an archive, too deep to be opened";
		case "too-large": return "it is too large an archive to be held in memory, so it was not opened";
		case "too-much": return "it unpacks to more than is read of one file; the rest was not searched";
		case "too-dense": return "it unpacks to more than 200 times its size; the rest was not searched";
		case "too-many": return "it holds more files than are read of one archive; the rest were not searched";
		case "locked": return `${parts} ${are} locked with a password`;
		case "damaged": return `${parts} ${are} damaged or cut short`;
		case "listing": return "its list of files is damaged or cut short";
		case "unknown-packing": return `${parts} ${are} packed in a way that cannot be unpacked here`;
		case "unopened": return "it is packed in a way that cannot be unpacked here";
		default: return shortfall;
	}
}
/** In hexadecimal, as the bytes are in the standards. */
const SIGNATURES = [
	["gzip", /^1f8b08[01]/],
	["zip", /^(?:504b(?:0708|3030)|2321(?:(?!0a)..){1,200}0a)?504b0304.{8}..00/],
	["pdf", /^(?:efbbbf)?(?:20|09|0a|0d){0,16}255044462d3[12]2e3/],
	["zstd", /^(?:5.2a4d18|28b52ffd)/],
	["bzip2", /^425a683[1-9](?:314159265359|177245385090)/],
	["xz", /^fd377a585a00/],
	["7z", /^377abcaf271c/],
	["rar", /^526172211a070[01]/]
];
/** Where to look at all: every signature begins with one of these bytes, and most blobs with none. */
const FIRST$3 = /* @__PURE__ */ new Set([
	31,
	80,
	35,
	37,
	239,
	32,
	9,
	10,
	13,
	40,
	66,
	253,
	55,
	82
]);
/** What a blob is that begins with these bytes; null when it is nothing that holds files. Ordinary text never is one. */
function containerIn(start) {
	const [first] = start;
	if (first === void 0) return null;
	if (FIRST$3.has(first)) {
		const text = start.toString("hex", 0, 512);
		const known = SIGNATURES.find(([, signature]) => signature.test(text));
		if (known) return known[0];
	}
	return headerIn$1(start) ? "tar" : null;
}
// src/detect/containers/open.ts
/**
* The files in a container; a file that people see as another text than its bytes (a page, a document) comes a second
* time, under the same name, as that text. Takes all of `chunks`, in order, and no faster than the members are read.
* What cannot be unpacked, or not in full, is told to `unread` in one line for each reason, at the end; it never throws
* for what the bytes are. A member may be a container itself: whoever opens it hands on the same `budget`.
*/
async function* membersOf(container, chunks, budget, unread) {
	const intake = new Intake(chunks);
	const remarks = new Remarks();
	try {
		if (budget.depth > 0) {
			budget.depth -= 1;
			try {
				yield* opened$2(container, intake, budget, remarks);
			} finally {
				budget.depth += 1;
			}
		} else remarks.note("too-deep");
		await intake.drain();
		remarks.tell(unread);
	} finally {
		await intake.close();
	}
}
/** What opens a kind of container is loaded when there is one: a change without any needs nothing of it. */
async function* opened$2(container, intake, budget, remarks) {
	const allowance = new Allowance(budget, remarks);
	switch (container) {
		case "gzip":
		case "zstd": {
			const { memberOfStream } = await import("./compressed.js");
			return yield* memberOfStream(container, intake, allowance, remarks);
		}
		case "tar": {
			const { membersOfTar } = await import("./tar.js");
			return yield* membersOfTar(intake, allowance, remarks);
		}
		case "zip": {
			const { membersOfZip } = await import("./zip.js");
			return yield* membersOfZip(intake, budget, allowance, remarks);
		}
		case "pdf": {
			const { membersOfPdf } = await import("./pdf.js");
			return yield* membersOfPdf(intake, allowance, remarks);
		}
		case "bzip2":
		case "xz":
		case "7z":
		case "rar": return remarks.note("unopened");
		default: return container;
	}
}
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
/** Escapes that end in a letter or digit, and who writes them. Those that end otherwise need no help. */
const ESCAPES = [
	String.raw`\\[abefnrtvNLPZ]`,
	String.raw`\\[0-7]{1,3}`,
	String.raw`\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}`,
	String.raw`\\'[0-9A-Fa-f]{2}`,
	"`[0abefnrtv]",
	"%(?:25)*[0-9A-Fa-f]{2}|%u[0-9A-Fa-f]{4}",
	"=(?:0[9AD]|2[0-9A-F]|3[A-F]|60)",
	"&(?:quot|apos|amp|lt|gt|nbsp|#[0-9]{1,3}|#[Xx][0-9A-Fa-f]{2})",
	String.raw`\[[0-9;]{0,16}m|\[[0-2]?K`
];
const ESCAPE$1 = new RegExp(`(?:${ESCAPES.join("|")})$`);
/** So many characters before a key are looked at for an escape: the longest is a colour, `[38;2;255;255;255m`. */
const LONGEST_ESCAPE$1 = 18;
/** Whether a key may begin at this place of the text: at its start, after a stop, or after an escape. */
function isBoundary(text, at) {
	if (!isWordByte(text[at - 1])) return true;
	return ESCAPE$1.test(text.toString("latin1", Math.max(0, at - LONGEST_ESCAPE$1), at));
}
// src/detect/reading.ts
/** Each alternative is one more text that may be asked about: what is left out is less likely than these. */
const MOST_ALTERNATIVES = 3;
/** The higher the surer. */
const RANK$1 = {
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
	const named = (before) => NAME$1.test(head.slice(family.prefix.length, -before)) ? fitted$1(text, NAMED, place, before) : null;
	const even = place.right - place.at - MARKER$1.length;
	if (whole && whole.confidence !== "suspected" && whole.end === place.right) return surest([whole], [named(20)]);
	const read = surest([
		whole,
		named(20),
		named(even)
	]);
	return read && read.confidence !== "suspected" ? read : surest([read, named(head.length - 1 - head.lastIndexOf("-"))]);
}
/** The first of the surest readings, with the rest and `others` as its alternatives, where they are no mere suspicion. */
function surest(spans, others = []) {
	const [best, ...rest] = spans.filter((span) => span !== null).toSorted((one, other) => RANK$1[other.confidence] - RANK$1[one.confidence]);
	if (!best) return null;
	return withOthers(best, [...rest, ...others].filter((span) => span !== null).filter(({ confidence }) => confidence !== "suspected"));
}
/** A reading with others of the same marker as its alternatives, and theirs. */
function withOthers(best, others) {
	return withAlternatives(best, [
		...others,
		...best.alternatives,
		...others.flatMap((other) => other.alternatives)
	]);
}
function withAlternatives(span, others) {
	const alternatives = [];
	for (const { start, end } of others) if (![span, ...alternatives].some((known) => known.start === start && known.end === end) && alternatives.length < MOST_ALTERNATIVES) alternatives.push({
		start,
		end
	});
	return {
		...span,
		alternatives
	};
}
/** The key, if the body before its marker is `before` characters long. */
function fitted$1(text, { kind, sides }, place, before) {
	const { start, at, right } = place;
	const behind = at + MARKER$1.length;
	const isShort = before === 20;
	const after = (isShort ? endOfWord(text, behind, right) : right) - behind;
	const paired = sides.find(([one]) => one === before)?.[1];
	const isWhole = !isShort || endOfWord(text, at - before, at) === at;
	if (paired !== void 0 && after >= paired && isWhole) {
		const whole = {
			start,
			end: behind + paired,
			kind,
			confidence: "certain",
			alternatives: []
		};
		return after < 256 ? withAlternatives(whole, [{
			start,
			end: behind + after
		}]) : whole;
	}
	if (before < 16 || after < 16) return null;
	const lostStart = paired === void 0 && sides.some(([one, other]) => one > before && other === after);
	if (lostStart || after < before || !isWhole) return {
		start,
		end: behind + (lostStart ? after : Math.min(before, after)),
		kind: "suspected",
		confidence: "suspected",
		alternatives: []
	};
	const [end = behind + Math.min(before, after), ...others] = endsOf$1(text, behind, before, after);
	return withAlternatives({
		start,
		end,
		kind,
		confidence: "likely",
		alternatives: []
	}, others.map((other) => ({
		start,
		end: other
	})));
}
/** Where a key of unknown lengths may end, the likeliest first: as long as its first side, one longer, or where all does. */
function endsOf$1(text, behind, before, after) {
	const ends = (after === before + 1 ? [after, before] : [
		before,
		before + 1,
		after
	]).filter((length) => length <= after && length < 256).map((length) => behind + length);
	const fits = (end) => Number(endsLikeLongTail(text, behind, end));
	return ends.toSorted((one, other) => fits(other) - fits(one));
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
* The key whose beginning was cut off, of key characters from `left` to `right` with a marker at `at`; null where there
* is none. Three such were seen in leaks, all without `sk-`. Every picture and source map that says "OpenAI" holds the
* marker, so that this asks for more than lengths that are about right: both sides exactly as known, and nothing around
* them that base64 text is made of. Behind a hyphen or an underscore something may be glued to it.
*/
function strippedAround(text, { left, at, right }) {
	const behind = at + MARKER$1.length;
	if (isBase64(text[left - 1]) || isBase64(text[right]) || text[right] === EQUALS) return null;
	const body = BODIES.find(({ prefix, before, after }) => {
		const [lost, end] = [prefix.length - (at - left - before), behind + after];
		if (lost <= 0 || lost > prefix.length) return false;
		if (end !== right && !(end < right && isJoint(text[end]))) return false;
		const [remnant, head] = [text.toString("latin1", left, at - before), text.toString("latin1", at - before, at)];
		if (remnant !== prefix.slice(lost)) return false;
		return before !== 20 || isRandom(head, text.toString("latin1", behind, end));
	});
	return body ? {
		...SUSPECTED$1,
		start: left,
		end: behind + body.after
	} : null;
}
const SUSPECTED$1 = {
	kind: "suspected",
	confidence: "suspected",
	alternatives: []
};
const [PLUS, HYPHEN, SLASH$1, EQUALS, UNDERSCORE] = [
	43,
	45,
	47,
	61,
	95
];
function isJoint(byte) {
	return byte === HYPHEN || byte === UNDERSCORE;
}
/** What base64 has and keys have not. A `=` is its end, and in front of a key no more than an assignment. */
function isBase64(byte) {
	return byte === PLUS || byte === SLASH$1;
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
const marker$1 = Buffer.from(MARKER$1, "latin1");
/**
* The key around a marker at `at`, or null. `floor` is where the key before ended, which is as good a place to begin as
* any stop. Looks at a bounded stretch of the text, so that its cost does not depend on the text.
*/
function spanAround(text, at, floor) {
	const left = startOfRun$2(text, at, Math.max(0, floor, at - 256));
	const behind = at + MARKER$1.length;
	const span = spanIn(text, {
		left,
		at,
		right: endOfRun$1(text, behind)
	}, floor);
	const next = span ? wholeKeyIn(text, behind, span.end) : null;
	const own = next === null ? span : spanIn(text, {
		left,
		at,
		right: next
	}, floor);
	return own && withoutOtherKeys(text, behind, own);
}
/** A key has one marker: an alternative that swallows the next one is two keys. */
function withoutOtherKeys(text, behind, span) {
	if (span.alternatives.length === 0) return span;
	const furthest = Math.max(...span.alternatives.map(({ end }) => end));
	const ahead = text.subarray(behind, furthest).indexOf(marker$1);
	if (ahead < 0) return span;
	return {
		...span,
		alternatives: span.alternatives.filter(({ end }) => end < behind + ahead + marker$1.length)
	};
}
function spanIn(text, { left, at, right }, floor) {
	if (at - left < 16 || right - at - MARKER$1.length < 16) return null;
	const readings = [];
	for (let start = at - 16 - 3; start >= left; start -= 1) {
		const span = isPrefix$2(text, start) ? readingAt(text, {
			start,
			at,
			right
		}) : null;
		if (!span) continue;
		const isBounded = start === floor || isBoundary(text, start);
		const worth = (isBounded ? BOUNDED : UNBOUNDED)[span.confidence];
		readings.push({
			span: isBounded ? span : {
				...span,
				...SUSPECTED
			},
			worth
		});
	}
	const [best, ...others] = readings.toSorted((one, other) => other.worth - one.worth);
	if (best) return withOthers(best.span, others.filter(({ worth }) => worth >= UNBOUNDED.likely).map(({ span }) => span));
	return strippedAround(text, {
		left,
		at,
		right
	});
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
function isPrefix$2(text, at) {
	return text[at] === 115 && text[at + 1] === 107 && text[at + 2] === 45;
}
/** Where the key characters begin that end before `end`. */
function startOfRun$2(text, end, bottom) {
	let start = end;
	while (start > bottom && isKeyByte(text[start - 1])) start -= 1;
	return start;
}
/** Where the key characters end that begin at `start`. */
function endOfRun$1(text, start) {
	const limit = Math.min(text.length, start + 256);
	let end = start;
	while (end < limit && isKeyByte(text[end])) end += 1;
	return end;
}
/** Where another key of a known shape begins in this stretch of a run. */
function wholeKeyIn(text, start, end) {
	for (let place = start; place < end; place += 1) if (isPrefix$2(text, place) && isWholeKey(text, place)) return place;
	return null;
}
function isWholeKey(text, start) {
	const ahead = text.subarray(start, start + 256 + MARKER$1.length).indexOf(marker$1);
	if (ahead < 0) return false;
	const at = start + ahead;
	return readingAt(text, {
		start,
		at,
		right: endOfRun$1(text, at + MARKER$1.length)
	})?.confidence === "certain";
}
// src/detect/encodings/decoded.ts
/** The middle of every key. */
const marker = Buffer.from(MARKER$1, "latin1");
/** So many decoded bytes before a marker are enough: the longest side of a key, and what says that it begins there. */
const BEFORE$1 = 304;
/** So many decoded bytes from a marker on are enough: the longest side, and another key that is glued to it. */
const BEHIND$1 = 576;
/** Where the marker begins that a needle said is at hand. Null where there is none: one stood there by chance. */
function markerIn({ bytes, own }) {
	const at = bytes.indexOf(marker, Math.max(0, own - marker.length));
	return at >= 0 && at <= own + 1 ? at : null;
}
/** What a decoded stretch holds around its own marker; null where there is none. */
function readDecoded(decoded, encoding, mayStart) {
	const at = markerIn(decoded);
	if (at === null) return null;
	const { bytes, stretchOf } = decoded;
	const behind = stretchOf(at, at + marker.length).end;
	const span = surestAround(bytes, at, floorBefore(bytes, at), mayStart);
	if (!span || !isPrefix$1(bytes, span.start)) return {
		key: null,
		end: behind
	};
	const written = typeof encoding === "string" ? encoding : encoding(span.start, span.end);
	const stretch = stretchOf(span.start, span.end);
	return {
		key: {
			...keyOf(bytes, span, written),
			...stretch
		},
		end: Math.max(behind, stretch.end)
	};
}
/** The key of a span, with the span for its stretch. */
function keyOf(bytes, span, encoding) {
	const { start, end, kind, confidence } = span;
	return {
		text: bytes.toString("latin1", start, end),
		others: othersOf(bytes, span),
		kind,
		confidence,
		encoding,
		start,
		end
	};
}
function othersOf(bytes, span) {
	return span.alternatives.map(({ start, end }) => bytes.toString("latin1", start, end));
}
/** Where the key ends that stands before a marker, and may be glued to this one's. */
function floorBefore(bytes, at) {
	const before = at === 0 ? -1 : bytes.lastIndexOf(marker, at - 1);
	return before < 0 ? -1 : spanAround(bytes, before, -1)?.end ?? -1;
}
function surestAround(bytes, at, floor, mayStart) {
	const span = spanAround(bytes, at, floor);
	if (!mayStart || span?.confidence === "certain") return span;
	for (let start = at - 1; start > Math.max(floor, at - 256 - 1); start -= 1) {
		if (!isPrefix$1(bytes, start) || !mayStart(start)) continue;
		const other = spanAround(bytes, at, start);
		if (other?.confidence === "certain") return other;
	}
	return span;
}
/** Whether some bytes stand there in full. */
function stands$2(bytes, text, at) {
	return at >= 0 && at + bytes.length <= text.length && text.compare(bytes, 0, bytes.length, at, at + bytes.length) === 0;
}
/** Whether `sk-` stands there. */
function isPrefix$1(bytes, at) {
	return bytes[at] === 115 && bytes[at + 1] === 107 && bytes[at + 2] === 45;
}
/** What `inner` decodes of the bytes of `outer`, as decoded of the text of `outer`. */
function composed(outer, { bytes, own, stretchOf }) {
	return {
		bytes,
		own,
		stretchOf: (start, end) => {
			const written = stretchOf(start, end);
			return outer.stretchOf(written.start, written.end);
		}
	};
}
/** Which of some needles stands nearest behind a place of a text, and no further than a marker is long when encoded. */
function needleNear(needles, text, from) {
	let nearest = null;
	const stretch = text.subarray(Math.max(0, from), from + 4 * marker.length);
	for (const [needle, bytes] of needles.entries()) {
		const at = stretch.indexOf(bytes);
		if (at >= 0 && (!nearest || Math.max(0, from) + at < nearest.at)) nearest = {
			at: Math.max(0, from) + at,
			needle
		};
	}
	return nearest;
}
// src/detect/pieces-likeness.ts
/** Letters and digits, and all else that keys, base64 and hexadecimal are made of. */
const IN_PIECE = /[A-Za-z0-9+/_=-]/;
/** Where the characters of pieces begin that end before a place. */
function startOfPiece(text, end) {
	let start = end;
	while (end - start < 1024 && start > 0 && IN_PIECE.test(text[start - 1] ?? "")) start -= 1;
	return start < end && text[start - 1] === "\\" && /[nrt]/.test(text[start] ?? "") ? start + 1 : start;
}
/** Where the characters of pieces end that begin at a place. */
function endOfPiece(text, start) {
	let end = start;
	while (end - start < 1024 && end < text.length && IN_PIECE.test(text[end] ?? "")) end += 1;
	return end;
}
/** What a key begins with, whole or cut. */
const PREFIX$1 = /^s?k?-?(?:proj|svcacct|admin|None)?-?$/;
/** The rarest that a body of random letters and digits changes between small letters, capitals and digits. */
const CHANGES = .28;
/** Shorter texts tell nothing: `gpt-4o` changes as often as random ones do. */
const SHORTEST$3 = 8;
/**
* Whether a text could be a part of a key, as it is or encoded, or the beginning of one. A name, a model or a word beside
* a key that was cut must not make it whole again.
*/
function looksLikePart(part) {
	return isPrefix(part) || part.startsWith("sk-") || part.length >= SHORTEST$3 && isMixed(part) || /^[0-9A-Fa-f]{16,}$/.test(part);
}
/** Whether a text is what a key begins with, or a part of that. */
function isPrefix(part) {
	return PREFIX$1.test(part);
}
function isMixed(part) {
	const classes = Array.from(part, classOf).filter((one) => one !== 0);
	return classes.filter((one, at) => at > 0 && one !== classes[at - 1]).length >= CHANGES * (classes.length - 1) && classes.includes(CAPITAL) && classes.includes(SMALL$2);
}
/**
* Whether what stands beside a part of a key may belong to it. A part that has all but the end of a key is told as a
* damaged key if it is left alone: then only what is as long as its missing end counts.
*/
function mayGoOn(part, next) {
	const missing = missingOf(part);
	return missing === null || missing > MOST_LOST && (next.length === missing || next.length === missing + 1);
}
/** So many characters are lost by a slip, when a key is copied. */
const MOST_LOST = 4;
/** How many characters are missing of a key that has its beginning, its marker and more; null for any other text. */
function missingOf(part) {
	const at = part.indexOf(MARKER$1);
	const start = part.lastIndexOf("sk-", at);
	const after = part.length - at - MARKER$1.length;
	if (at < 0 || start < 0 || at - start < 16 || after < 16) return null;
	const body = part.slice(start, at).replace(/^sk-(?:(?:proj|svcacct|admin|None)-)?/, "").length;
	return Math.max(0, body - after);
}
const [DIGIT, CAPITAL, SMALL$2] = [
	1,
	2,
	3
];
/** Digit, capital, small letter, or none of these. */
function classOf(character) {
	if (character >= "0" && character <= "9") return DIGIT;
	if (character >= "A" && character <= "Z") return CAPITAL;
	return character >= "a" && character <= "z" ? SMALL$2 : 0;
}
// src/detect/pieces-order.ts
/** Pieces as their names number them, as they stand, and the other way round; of each what belongs to one key. */
function orders(text, pieces, own) {
	const numbers = pieces.map(({ name }) => numberIn$1(name));
	return [
		numbers.every((number) => number !== null) && new Set(numbers).size === pieces.length ? pieces.toSorted((one, other) => (numberIn$1(one.name) ?? 0) - (numberIn$1(other.name) ?? 0)) : [],
		pieces,
		pieces.toReversed()
	].map((order) => trimmed(text, order, own));
}
/** The pieces of the key that has the place `own`: from where one begins, to where the next one does. */
function trimmed(text, pieces, own) {
	const index = pieces.findIndex(({ start, end }) => start <= own && own < end);
	if (index < 0) return [];
	const first = pieces.findLastIndex((piece, at) => at <= index && begins(text, piece, pieces[at + 1]));
	const behind = pieces.findIndex((piece, at) => at > index && begins(text, piece, pieces[at + 1]));
	return pieces.slice(Math.max(first, 0), behind < 0 ? pieces.length : behind);
}
/** How a key begins as it is, in base64 and in hexadecimal. */
const BEGINNING = /(?:^|[^A-Za-z0-9])(?:sk-|c2st|736[bB]2[dD])/;
/** Whether a key begins in a piece, or between it and the next. */
function begins(text, { start, end }, next) {
	const own = text.slice(start, end);
	if (BEGINNING.test(own)) return true;
	const [, cut] = /(?:^|[^A-Za-z0-9])(sk?)$/.exec(own) ?? [];
	return cut !== void 0 && next !== void 0 && text.startsWith("sk-".slice(cut.length), next.start);
}
/** What numbers the parts of a thing: `part2`, `KEY_2_OF_3`, `keyB`, `second_half`. */
const WORDS$1 = [
	[
		"prefix",
		"head",
		"start",
		"begin",
		"left"
	],
	["first", "one"],
	["second", "two"],
	["third", "three"],
	["fourth", "four"],
	[
		"middle",
		"mid",
		"center",
		"body"
	],
	[
		"rest",
		"last",
		"suffix",
		"tail",
		"end",
		"right"
	]
];
/** The number that a name gives to a part; null where it gives none. */
function numberIn$1(name) {
	if (name === null) return null;
	const [, digits] = /(\d{1,3})(?:_?of_?\d+)?\D{0,16}$/i.exec(name) ?? [];
	if (digits !== void 0) return Number(digits);
	const words = wordsOf(name);
	const place = WORDS$1.findIndex((some) => some.some((word) => words.includes(word)));
	if (place >= 0) return place;
	const letter = words.at(-1) ?? "";
	return letter.length === 1 ? letter.charCodeAt(0) : null;
}
/** Whether two names differ in nothing but the number of the part. */
function areRelated(one, other) {
	return one !== null && other !== null && stemOf(one) === stemOf(other);
}
const NUMBERING = new Set(WORDS$1.flat());
function stemOf(name) {
	return wordsOf(name).filter((word) => word.length > 1 && !NUMBERING.has(word) && !/^\d+$/.test(word)).join(" ");
}
/** `KEY_PART_2` and `keyPart2` are key, part, 2. */
function wordsOf(name) {
	return name.replaceAll(/([a-z])([A-Z])/g, "$1 $2").replaceAll(/([A-Za-z])(?=\d)/g, "$1 ").toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== "");
}
// src/detect/pieces-cells.ts
/** So many values before and behind the one at hand are looked at, and so many lines without one passed over. */
const MOST_CELLS = 12;
const MOST_EMPTY = 3;
/** No line with a piece of a key is longer than this. */
const LONGEST_LINE$1 = 512;
const VALUE = String.raw`[A-Za-z0-9+/_-]{1,400}={0,2}`;
/** What a value is given to, and the value: `A=…`, `a: …`, `"a" => …`. */
const PAIR = new RegExp(String.raw`(?<![\w$.-])([\w$.-]{1,64})["'\])]?\s{0,16}(?:=>|:=|=|:)\s{0,16}["']?(${VALUE})(?=["'\s,;&|)]|$)`, "dg");
/** `<a>…</a>`, and `<string>…</string>` where a name stands elsewhere. */
const ELEMENT = new RegExp(String.raw`<([\w.:-]{1,64})[^<>]{0,128}>\s*(${VALUE})\s*</`, "dg");
/** An item of a list, or a line that holds nothing else. */
const ITEM = new RegExp(String.raw`^\s*(?:[-*+|>]\s*|\d{1,3}[.)]\s+)?()["']?(${VALUE})["']?\s*(?:[,;|\\]\s*)?$`, "dg");
/** The values around a place that stand without quotes: one or more a line, each with the name before it. */
function cellsAround(text, at) {
	const line = lineAround(text, at);
	if (!line) return [];
	const values = valuesIn(text, line);
	const index = values.findIndex(({ start, end }) => start <= at && at < end);
	const own = values[index];
	if (!own) return [];
	const ownText = text.slice(own.start, own.end);
	const fits = ({ start, end, name }) => {
		if (areRelated(own.name, name)) return true;
		const other = text.slice(start, end);
		return looksLikePart(other) && mayGoOn(ownText, other);
	};
	const before = [...values.slice(0, index).toReversed(), ...cellsBeyond(text, line.start - 1, -1)];
	const behind = [...values.slice(index + 1), ...cellsBeyond(text, line.end + 1, 1)];
	const near = (cells) => cells.slice(0, MOST_CELLS).filter(fits);
	return [
		...near(before).toReversed(),
		own,
		...near(behind)
	];
}
/** The values of the lines before or behind a line end, the nearest first. */
function cellsBeyond(text, edge, step) {
	const cells = [];
	for (let place = edge, empty = 0; cells.length < MOST_CELLS && empty <= MOST_EMPTY;) {
		if (place < 0 || place > text.length) break;
		const line = lineAround(text, place);
		if (!line) break;
		const values = valuesIn(text, line);
		empty = values.length === 0 ? empty + 1 : 0;
		cells.push(...step > 0 ? values : values.toReversed());
		place = step > 0 ? line.end + 1 : line.start - 1;
	}
	return cells;
}
function lineAround(text, at) {
	const from = Math.max(0, at - LONGEST_LINE$1);
	const before = text.slice(from, at).lastIndexOf("\n");
	const behind = text.slice(at, at + LONGEST_LINE$1).indexOf("\n");
	if (before < 0 && from > 0 || behind < 0 && at + LONGEST_LINE$1 < text.length) return null;
	return {
		start: from + before + 1,
		end: behind < 0 ? text.length : at + behind
	};
}
/** The values of a line, in their order. */
function valuesIn(text, { start, end }) {
	const line = text.slice(start, end);
	return ([
		ELEMENT,
		PAIR,
		ITEM
	].map((form) => [...line.matchAll(form)]).find(({ length }) => length > 0) ?? []).map(({ 1: name, indices }) => {
		const [from, to] = indices?.[2] ?? [0, 0];
		return {
			start: start + from,
			end: start + to,
			name: name || null
		};
	});
}
// src/detect/literal.ts
/** No literal is longer than this. */
const LONGEST$5 = 1100;
const MOST_SLASHES = 7;
/**
* The part of a literal in which a place stands, as far as characters of keys reach. Where it does not reach to a quote,
* `open` or `close` is null: the literal goes on, with something else.
*/
function literalAround(text, at) {
	const [start, end] = [startOfPiece(text, at), endOfPiece(text, at)];
	const [before, behind] = [quoteBefore(text, start), quoteBehind(text, end + placeholderBehind(text, end))];
	if (!before && !behind) return null;
	if (before && behind && before.quote !== behind.quote) return null;
	const slashes = (behind ?? before)?.slashes ?? 0;
	return {
		open: before ? before.start : null,
		start,
		end,
		close: behind ? behind.end : null,
		slashes
	};
}
/** What a template has in place of what is put in: `sk-${rest}`, `sk-{}`, `sk-%s`. */
function placeholder(before, after) {
	return new RegExp(`${before}(?:[$#]?\\{[^{}"'\`]{0,40}\\}|%[sv])${after}`);
}
const PLACEHOLDER$1 = placeholder("^", "");
function placeholderBehind(text, at) {
	return PLACEHOLDER$1.exec(text.slice(at, at + 48))?.[0].length ?? 0;
}
function quoteBehind(text, at) {
	let place = at;
	while (place - at < MOST_SLASHES && text[place] === "\\") place += 1;
	const quote = text.slice(at, place + 1);
	return isQuote(text[place]) ? {
		quote,
		slashes: place - at,
		start: at,
		end: place + 1
	} : null;
}
function quoteBefore(text, at) {
	if (!isQuote(text[at - 1])) return null;
	const start = at - 1 - slashesBefore(text, at - 1);
	return {
		quote: text.slice(start, at),
		slashes: at - 1 - start,
		start,
		end: at
	};
}
function slashesBefore(text, at) {
	let count = 0;
	while (count < MOST_SLASHES && text[at - 1 - count] === "\\") count += 1;
	return count;
}
function isQuote(character) {
	return character === "\"" || character === "'" || character === "`";
}
/** The next literal that opens at a place or behind it, comments aside; null where none does before `limit`. */
function literalBehind(text, from, limit, slashes) {
	for (let place = from; place < Math.min(limit, text.length); place += 1) {
		const comment = commentAt(text, place);
		if (comment !== null) {
			place = comment - 1;
			continue;
		}
		if (!isQuote(text[place]) || slashesBefore(text, place) !== slashes) continue;
		const literal = closedBehind(text, place, slashes);
		if (literal) return literal;
	}
	return null;
}
/** The literal that closes at a place or before it, comments aside; null where none does behind `limit`. */
function literalBefore(text, from, limit, slashes) {
	for (let place = from - 1; place >= Math.max(0, limit); place -= 1) {
		const comment = commentBefore(text, place, slashes);
		if (comment !== null) {
			place = comment;
			continue;
		}
		if (!isQuote(text[place]) || slashesBefore(text, place) !== slashes) continue;
		const literal = openedBefore(text, place, slashes);
		if (literal) return literal;
	}
	return null;
}
function closedBehind(text, at, slashes) {
	const top = Math.min(text.length, at + LONGEST$5);
	for (let place = at + 1; place < top && text[place] !== "\n"; place += 1) {
		if (text[place] !== text[at] || slashesBefore(text, place) !== slashes) continue;
		return {
			open: at - slashes,
			start: at + 1,
			end: place - slashes,
			close: place + 1,
			slashes
		};
	}
	return null;
}
function openedBefore(text, at, slashes) {
	const bottom = Math.max(0, at - LONGEST$5);
	for (let place = at - 1; place >= bottom && text[place] !== "\n"; place -= 1) {
		if (text[place] !== text[at] || slashesBefore(text, place) !== slashes) continue;
		return {
			open: place - slashes,
			start: place + 1,
			end: at - slashes,
			close: at + 1,
			slashes
		};
	}
	return null;
}
/** No comment is longer than this. */
const LONGEST_COMMENT = 160;
/** Where a comment ends that begins at a place of code; null where none begins. */
function commentAt(text, at) {
	if (text.startsWith("/*", at)) {
		const end = text.slice(at, at + LONGEST_COMMENT).indexOf("*/");
		return end < 0 ? null : at + end + 2;
	}
	if (!isLineComment(text, at)) return null;
	const end = text.slice(at, at + LONGEST_COMMENT).search(/\n|\\n/);
	return end < 0 ? null : at + end;
}
/**
* Whether a comment begins there that code stands before: a line that is all comment may be code that is not in use. The
* two slashes of a URL are none, nor is the sign in `&#34;`.
*/
function isLineComment(text, at) {
	if (!(text.startsWith("//", at) ? text[at - 1] !== ":" : text[at] === "#" || text.startsWith("-- ", at))) return false;
	let before = at;
	while (at - before < LONGEST_INDENT && (text[before - 1] === " " || text[before - 1] === "	")) before -= 1;
	return (before < at || text[at] === "/" || text[at - 1] === "," || text[at - 1] === ";") && before > 0 && text[before - 1] !== "\n";
}
const LONGEST_INDENT = 80;
/** Where a comment begins that ends at a place: at a `*` and `/`, or at a line end; null where none does. */
function commentBefore(text, at, slashes) {
	const bottom = Math.max(0, at - LONGEST_COMMENT);
	if (text[at] === "/" && text[at - 1] === "*") {
		const start = text.slice(bottom, at - 1).lastIndexOf("/*");
		return start < 0 ? null : bottom + start;
	}
	if (text[at] !== "\n") return null;
	const start = text.lastIndexOf("\n", at - 1) + 1;
	return at - start > LONGEST_LINE ? null : lineCommentIn(text, start, at, slashes);
}
/** A line that is longer has no comment at its end. */
const LONGEST_LINE = 400;
/** Where the comment of a line begins, which is the first that stands in no literal. */
function lineCommentIn(text, start, end, slashes) {
	for (let place = start; place < end; place += 1) {
		if (isLineComment(text, place)) return place;
		if (!isQuote(text[place]) || slashesBefore(text, place) !== slashes) continue;
		place = (closedBehind(text, place, slashes)?.close ?? place + 1) - 1;
	}
	return null;
}
// src/detect/pieces-quoted.ts
/** The literals that an operator joins to the one at hand, or that stand beside it in a list. */
function joinedLiterals(text, at) {
	return literalsAround(text, at, isJoined);
}
/** The literals that are values beside the one at hand: of variables, fields, arguments. */
function namedLiterals(text, at) {
	return literalsAround(text, at, isValue);
}
const COMMENT = /\/\*.*?\*\/|(?:\/\/|#|-- )[^\n]*/gs;
/** Two literals that are one: nothing between them, an operator, a line end, letters that say what a literal is. */
const OPERATOR = /^(?:[\s\\+.&|~^<>()"'`@_]|\}\s?[$#]\{|\\[nrt]|\b(?:concat|append|plus)\b|\b[bfrLuU]{1,2}$)*$/;
/** Two items of a list. */
const COMMA = /^[\s"'`\])([]*,[\s"'`[(@]*(?:\b[bfrLuU]{1,2})?$/;
/** A line end of a notebook: an item of a list that is a line of code. */
const CELL_LINE = /\\n",\s*"/g;
function isJoined({ text, between, own, other }) {
	const bare = between.replaceAll(CELL_LINE, "\n").replaceAll(COMMENT, "");
	if (OPERATOR.test(bare)) return true;
	const [one, two] = [text.slice(own.start, own.end), text.slice(other.start, other.end)];
	return COMMA.test(bare) && (one.length === two.length || mayGoOn(one, two));
}
function isValue({ text, own, other }) {
	if (areRelated(own.name, other.name)) return true;
	const two = text.slice(other.start, other.end);
	return looksLikePart(two) && mayGoOn(text.slice(own.start, own.end), two);
}
/** The literal at a place, with those before and behind it that are admitted, in the order in which they stand. */
function literalsAround(text, at, admits) {
	const literal = literalAround(text, at);
	if (!literal) return [];
	const { start, end, open, close, slashes } = literal;
	const own = {
		start,
		end,
		name: open === null ? null : nameBefore(text, open)
	};
	const before = open === null ? [] : walked(text, {
		piece: own,
		edge: open,
		slashes
	}, BACKWARDS, admits);
	const behind = close === null ? [] : walked(text, {
		piece: own,
		edge: close,
		slashes
	}, FORWARDS, admits);
	return [
		...before.toReversed(),
		own,
		...behind
	];
}
const FORWARDS = {
	next: (text, from, slashes, limit) => literalBehind(text, from, limit, slashes),
	stretchOf: (text, { start, end }) => ({
		start,
		end: Math.min(end, endOfPiece(text, start))
	}),
	between: (text, edge, { open }) => text.slice(edge, open),
	edgeOf: ({ close }) => close,
	isLast: (piece, { end }) => piece.end < end
};
const BACKWARDS = {
	next: (text, from, slashes, limit) => literalBefore(text, from, limit, slashes),
	stretchOf: (text, { start, end }) => {
		const whole = end - placeholderBefore(text, start, end);
		return {
			start: Math.max(start, startOfPiece(text, whole)),
			end: whole
		};
	},
	between: (text, edge, { close }) => text.slice(close, edge),
	edgeOf: ({ open }) => open,
	isLast: (piece, { start }) => piece.start > start
};
function walked(text, from, way, admits) {
	const pieces = [];
	const reach = way === FORWARDS ? 240 : -240;
	let { piece: last, edge } = from;
	for (let seen = edge; pieces.length < 48;) {
		const literal = way.next(text, seen, from.slashes, edge + reach);
		if (!literal) break;
		seen = way.edgeOf(literal);
		const stretch = way.stretchOf(text, literal);
		if (stretch.start >= stretch.end || isName(text, literal.close)) continue;
		const piece = {
			...stretch,
			name: nameBefore(text, literal.open)
		};
		if (!admits({
			text,
			between: way.between(text, edge, literal),
			own: last,
			other: piece
		})) {
			if (admits === isJoined) break;
			continue;
		}
		pieces.push(piece);
		if (way.isLast(piece, literal)) break;
		[last, edge] = [piece, seen];
	}
	return pieces;
}
function placeholderBefore(text, start, end) {
	return PLACEHOLDER.exec(text.slice(Math.max(start, end - 48), end))?.[0].length ?? 0;
}
const PLACEHOLDER = placeholder("", "$");
/** Whether the literal that ends there is the name of what follows: `"a": "…"`, `'a' => '…'`, `env["A"] = "…"`. */
function isName(text, close) {
	return /^\s*(?::(?!:)|=>|\]\s*=(?!=))/.test(text.slice(close, close + 8));
}
/** What is given a value that begins at a place. */
const NAME = /(?<![\w$.-])([\w$.-]{1,64})["'`\])\\]{0,4}\s{0,8}(?::[\w\s<>[\]&'*.]{1,24})?(?:=>|:=|=|:|\s)\s{0,8}[\w@&]{0,2}$/;
function nameBefore(text, at) {
	return NAME.exec(text.slice(Math.max(0, at - 96), at))?.[1] ?? null;
}
// src/detect/pieces-wrapped.ts
/** What begins a line before its text: in a comment, a quoted mail, a patch, a box. */
const DECORATION = String.raw`[ \t]*(?:(?:[>|*#+;%]|\/\/|--|" |')[ \t]*)?`;
/** Line ends within a text: of a file, and as an escape writes them. */
const END = String.raw`[ \t]*(?:\r?\n|\r|(?:\\{1,3}r)?\\{1,3}n)`;
const BEHIND = new RegExp(`([\\\\=\`^_]?)${END}${DECORATION}`, "y");
const BEFORE = new RegExp(`([\\\\=\`^_]?)${END}${DECORATION}$`);
/** No line end with its decoration is longer than this. */
const LONGEST_END = 96;
/** A line that was cut without a sign for it is at least this long. */
const SHORTEST$2 = 8;
/** The lines that go on where the line at hand ends, and those that end where it begins: a text that was wrapped. */
function wrappedLines(text, at) {
	const own = {
		start: startOfPiece(text, at),
		end: endOfLine(text, endOfPiece(text, at)),
		name: null
	};
	if (own.end <= at) return [];
	return [
		...linesBefore(text, own).toReversed(),
		own,
		...linesBehind(text, own)
	];
}
/** Where quoted-printable and base64 have a `=`, it is none of the text. */
function endOfLine(text, end) {
	let trimmed = end;
	while (text[trimmed - 1] === "=") trimmed -= 1;
	return trimmed;
}
function linesBehind(text, own) {
	const pieces = [];
	for (let { start, end } = own; pieces.length < 48;) {
		BEHIND.lastIndex = end;
		const [whole, sign] = BEHIND.exec(text) ?? [];
		if (whole === void 0 || whole.length > LONGEST_END) break;
		const next = end + whole.length;
		const piece = {
			start: next,
			end: endOfLine(text, endOfPiece(text, next)),
			name: null
		};
		if (!goesOn(text, sign, {
			start,
			end
		}, piece)) break;
		pieces.push(piece);
		({start, end} = piece);
	}
	return pieces;
}
function linesBefore(text, own) {
	const pieces = [];
	for (let { start, end } = own; pieces.length < 48 && !beginsKey(text, start);) {
		const [whole, sign] = BEFORE.exec(text.slice(Math.max(0, start - LONGEST_END), start)) ?? [];
		if (whole === void 0) break;
		const before = start - whole.length;
		const piece = {
			start: startOfPiece(text, before),
			end: before,
			name: null
		};
		if (!goesOn(text, sign, piece, {
			start,
			end
		})) break;
		pieces.push(piece);
		({start, end} = piece);
	}
	return pieces;
}
/** Whether a text goes on from one line to the next: there is a sign for it, or both look like parts of a key. */
function goesOn(text, sign, { start, end }, next) {
	if (next.end <= next.start || end <= start || beginsKey(text, next.start)) return false;
	if (sign) return true;
	const [one, two] = [text.slice(start, end), text.slice(next.start, next.end)];
	if (two.includes("=") || /^\s*(?:[:(]|=(?!=?(?:\s|$)))/.test(text.slice(next.end, next.end + 8))) return false;
	if (isPrefix(one)) return true;
	if (one.length < SHORTEST$2 || !(mayGoOn(one, two) || isWide(text, start, end))) return false;
	return looksLikePart(two) || isLineEnd(text, next.end) && !WORD$1.test(two);
}
/** Texts are wrapped at such widths, keys and sentences about them end before. */
const NARROWEST = 60;
function isWide(text, start, end) {
	return end - text.lastIndexOf("\n", start) - 1 >= NARROWEST;
}
function isLineEnd(text, at) {
	return at >= text.length || /^(?:["'`]|\s*[\r\n\\])/.test(text.slice(at, at + 8));
}
const WORD$1 = /^(?:[A-Z]?[a-z]+|[A-Z_]+|[0-9]+|[^A-Za-z]*)$/;
function beginsKey(text, at) {
	return text.startsWith("sk-", at);
}
// src/detect/pieces.ts
/** So far to either side of a place pieces are looked for. */
const WINDOW$1 = 2048;
/**
* The texts that the pieces around a place give when they are put together, the likeliest first; none where the place
* does not stand in a piece. Looks a bounded way to both sides, and at a bounded number of pieces, so that its cost does
* not depend on the text.
*/
function joinedAround(text, at) {
	const { bottom, window } = windowAround(text, at);
	const own = at - bottom;
	const values = [namedLiterals(window, own), cellsAround(window, own)];
	return distinct([
		trimmed(window, joinedLiterals(window, own), own),
		wrappedLines(window, own),
		...values.flatMap((pieces) => orders(window, pieces, own))
	]).map((pieces) => joined$2(window, pieces, bottom));
}
/**
* The stretch in which the pieces of a key may stand: to where the same bytes stand again, which are a part of another
* key. So of a text that is full of them each part is looked at twice, and no more often.
*/
function windowAround(text, at) {
	const digits = text.toString("latin1", at, at + HEX_TELLING);
	const telling = /^[0-9A-Fa-f]{6}$/.test(digits) ? HEX_TELLING : TELLING$1;
	const own = text.subarray(at, at + telling);
	const [least, most] = [Math.max(0, at - WINDOW$1), Math.min(text.length, at + WINDOW$1)];
	const before = text.subarray(least, at).lastIndexOf(own);
	const behind = text.subarray(at + telling, most).indexOf(own);
	const bottom = before < 0 ? least : least + before + telling;
	const top = behind < 0 ? most : at + telling + behind;
	const window = text.toString("latin1", bottom, top);
	const first = bottom > 0 ? Math.min(at - bottom, endOfPiece(window, 0)) : 0;
	const last = top < text.length ? Math.max(at - bottom, startOfPiece(window, window.length)) : window.length;
	return {
		bottom: bottom + first,
		window: window.slice(first, last)
	};
}
/** So many bytes of a key, or digits of it in hexadecimal, do not come twice in it but by a small chance. */
const [TELLING$1, HEX_TELLING] = [4, 6];
/** Each way to put pieces together once. What is one piece is nothing to put together. */
function distinct(all) {
	const byPlaces = /* @__PURE__ */ new Map();
	for (const pieces of all) {
		const places = pieces.map(({ start, end }) => `${start}-${end}`).join();
		if (pieces.length > 1 && !byPlaces.has(places)) byPlaces.set(places, pieces);
	}
	return [...byPlaces.values()];
}
function joined$2(window, pieces, bottom) {
	return {
		bytes: Buffer.from(pieces.map(({ start, end }) => window.slice(start, end)).join(""), "latin1"),
		placeOf: (at) => {
			let rest = at;
			for (const { start, end } of pieces) {
				if (rest < end - start) return bottom + start + rest;
				rest -= end - start;
			}
			return bottom + (pieces.at(-1)?.end ?? 0) + rest;
		}
	};
}
// src/detect/encodings/anchor.ts
/** How far a text is looked at on either side of a place: the longest key in pretty-printed codes, a line each. */
const SIGHT = 8192;
// src/detect/encodings/pieced.ts
/** Reads around a needle, and where that gives nothing certain, around it in the pieces that stand there. */
function readInPieces(place, needle, read) {
	const asItIs = read(place.text, place.at);
	return asItIs?.key?.confidence === "certain" ? asItIs : readPieces(place, needle, asItIs, read) ?? asItIs;
}
/**
* Reads around a needle in what the pieces that stand there say when they are put together. Only what is certain counts,
* since any two texts can be put together. `before` is what was read as it is.
*/
function readPieces(place, needle, before, read) {
	if (!place.mayJoin()) return null;
	const bottom = Math.max(0, place.at - SIGHT);
	const at = place.at - bottom;
	for (const { bytes, placeOf } of joinedAround(place.text.subarray(bottom, place.at + SIGHT), at)) {
		const own = placeIn(bytes, needle, (index) => placeOf(index) === at);
		const key = own === null ? null : read(bytes, own)?.key;
		if (key?.confidence !== "certain") continue;
		const places = Array.from({ length: key.end - key.start }, (_, index) => placeOf(key.start + index));
		if (hasOther(place, bytes, key, places.map((one) => bottom + one))) continue;
		const [start, end] = [bottom + Math.min(...places), bottom + Math.max(...places) + 1];
		const others = before?.key && before.key.text !== key.text ? [...key.others, before.key.text] : key.others;
		return {
			key: {
				...key,
				others,
				start,
				end
			},
			end: Math.max(end, before?.end ?? 0)
		};
	}
	return null;
}
/** Whether a piece within the key is of another key: what was cut off one is not to be taken from the next. */
function hasOther({ text, at }, joined, { start }, places) {
	return places.some((place, index) => {
		if (index === 0 || place === (places[index - 1] ?? place) + 1) return false;
		const near = Math.max(0, place - marker.length);
		const other = text.subarray(near, place + marker.length).indexOf(marker);
		return isPrefix$1(joined, start + index) || other >= 0 && Math.abs(near + other - at) > marker.length;
	});
}
function placeIn(bytes, needle, isIt) {
	for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) if (isIt(at)) return at;
	return null;
}
// src/detect/encodings/run.ts
/** The alphabet of these characters. */
function alphabetOf(characters) {
	const table = /* @__PURE__ */ new Uint8Array(256);
	for (const byte of Buffer.from(characters, "latin1")) table[byte] = 1;
	return table;
}
/** The run that a character of the alphabet at `at` belongs to, so many characters before and behind it at the most. */
function runAround(text, at, alphabet, before, behind) {
	const left = segmentsBefore(text, at, alphabet, before);
	const segments = [...left, ...segmentsBehind(text, at, alphabet, behind)];
	const [only] = segments;
	return {
		characters: segments.length === 1 && only ? text.subarray(only.start, only.end) : Buffer.concat(segments.map(({ start, end }) => text.subarray(start, end))),
		index: left.reduce((count, { start, end }) => count + end - start, 0),
		placeOf: (index) => {
			let rest = index;
			for (const { start, end } of segments) {
				if (rest < end - start) return start + rest;
				rest -= end - start;
			}
			return (segments.at(-1)?.end ?? at) + rest;
		}
	};
}
function segmentsBehind(text, at, alphabet, most) {
	const segments = [];
	const top = Math.min(text.length, at + SIGHT);
	for (let start = at, left = most; left > 0;) {
		const limit = Math.min(top, start + left);
		let end = start;
		while (end < limit && alphabet[text[end] ?? 0]) end += 1;
		if (end === start) break;
		segments.push({
			start,
			end
		});
		left -= end - start;
		start = behindBreak(text, end);
		if (start === end) break;
	}
	return segments;
}
function segmentsBefore(text, at, alphabet, most) {
	const segments = [];
	const bottom = Math.max(0, at - SIGHT);
	for (let end = at, left = most; left > 0;) {
		const limit = Math.max(bottom, end - left);
		let start = end;
		while (start > limit && alphabet[text[start - 1] ?? 0]) start -= 1;
		if (start < end && text[start - 1] === BACKSLASH$1 && isLineLetter(text[start])) start += 1;
		if (start < end) segments.push({
			start,
			end
		});
		else if (end !== at) break;
		left -= end - start;
		end = beforeBreak(text, start);
		if (end === start || end <= bottom) break;
	}
	return segments.toReversed();
}
/** No line end with its indentation is longer than this. */
const LONGEST_BREAK = 96;
/**
* Where a run goes on that has reached this place: behind a line end and its indentation, as it stands in texts or,
* escaped, in JSON and in code; behind the backslash that JSON may have before `/`; or here.
*/
function behindBreak(text, at) {
	let end = at;
	for (let isEnd = false; end - at < LONGEST_BREAK;) {
		const start = end;
		while (end - at < LONGEST_BREAK && isBlank$1(text[end])) end += 1;
		const length = lineEndBehind(text, end);
		if (length === 0) return isEnd ? end : behindBackslashes(text, start, at);
		isEnd = true;
		end += length;
	}
	return at;
}
function behindBackslashes(text, start, at) {
	const count = backslashesBehind(text, start);
	return start === at && count > 0 && text[at + count] === SLASH ? at + count : at;
}
/** Where the run ended before that begins again at this place, or here. */
function beforeBreak(text, at) {
	let start = at;
	for (let isEnd = false; at - start < LONGEST_BREAK;) {
		const end = start;
		while (at - start < LONGEST_BREAK && isBlank$1(text[start - 1])) start -= 1;
		const length = lineEndBefore(text, start);
		if (length === 0) {
			if (isEnd) return start;
			return end === at && text[at] === SLASH ? at - backslashesBefore(text, at) : at;
		}
		isEnd = true;
		start -= length;
	}
	return at;
}
/** How long the line end is that begins there: one of the text, continued by a backslash or not, or one in an escape. */
function lineEndBehind(text, at) {
	const count = backslashesBehind(text, at);
	const byte = text[at + count];
	if (byte === LF$4) return count + 1;
	if (byte === CR) return count + (text[at + count + 1] === LF$4 ? 2 : 1);
	return count > 0 && isLineLetter(byte) ? count + 1 : 0;
}
function lineEndBefore(text, at) {
	const byte = text[at - 1];
	const length = byte === LF$4 && text[at - 2] === CR ? 2 : 1;
	const count = backslashesBefore(text, at - length);
	if (byte === LF$4 || byte === CR) return length + count;
	return count > 0 && isLineLetter(byte) ? 1 + count : 0;
}
/** As many as a text has that stands in a text in a text. */
const MOST_BACKSLASHES = 4;
function backslashesBehind(text, at) {
	let count = 0;
	while (count < MOST_BACKSLASHES && text[at + count] === BACKSLASH$1) count += 1;
	return count;
}
function backslashesBefore(text, at) {
	let count = 0;
	while (count < MOST_BACKSLASHES && text[at - 1 - count] === BACKSLASH$1) count += 1;
	return count;
}
const [LF$4, CR, SLASH, BACKSLASH$1] = [
	10,
	13,
	47,
	92
];
function isBlank$1(byte) {
	return byte === 32 || byte === 9;
}
/** The letters of `\n` and `\r`. */
function isLineLetter(byte) {
	return byte === 110 || byte === 114;
}
// src/detect/encodings/utf16.ts
/** A text of ASCII in UTF-16LE, without the zero at its end: so it stands in UTF-16BE as well. */
function asUtf16(text) {
	return Buffer.from(text.toString("latin1"), "utf16le").subarray(0, -1);
}
/** Half a marker is enough to look closer. */
const UTF16_NEEDLE = asUtf16(marker.subarray(0, marker.length / 2));
/** What the UTF-16 around a character of ASCII says; `offset` is where the text begins in the blob. */
function utf16Around(text, at, offset) {
	let [start, end] = [at, at];
	const [bottom, top] = [Math.max(0, at - 2 * BEFORE$1), Math.min(text.length, at + 2 * BEHIND$1)];
	while (start - 2 >= bottom && text[start - 1] === 0) start -= 2;
	while (end + 2 < top && text[end + 1] === 0) end += 2;
	const bytes = Buffer.alloc((end - start) / 2 + 1);
	for (let index = 0; index < bytes.length; index += 1) bytes[index] = text[start + 2 * index] ?? 0;
	return {
		bytes,
		own: (at - start) / 2,
		stretchOf: (from, to) => {
			const [first, behind] = [start + 2 * from, start + 2 * to];
			const big = isBigEndian(text, first, behind, offset) ? 1 : 0;
			return {
				start: first - big,
				end: Math.min(text.length, behind - big)
			};
		}
	};
}
/** Zeros stand on both sides of a character of ASCII in either order; which is its own shows at an end, or by evenness. */
function isBigEndian(text, first, behind, offset) {
	if (text[first - 1] !== 0) return false;
	if (text[behind - 1] !== 0) return true;
	return (offset + first) % 2 === 1;
}
function read$3({ text, at, offset }) {
	return readDecoded(utf16Around(text, at, offset), "utf-16");
}
/** UTF-16 in either order of bytes, with or without a mark, at even and at odd places. */
const UTF16_ANCHORS = [{
	needles: [UTF16_NEEDLE],
	read: read$3
}];
// src/detect/encodings/base64.ts
/** Both alphabets, RFC 4648 sections 4 and 5. Of a key itself both make letters and digits alone. */
const BASE64 = alphabetOf("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_");
/** What base64 makes of some bytes, wherever in a text they stand: one for each place in a group of three bytes. */
function charactersOf(bytes) {
	return [
		0,
		1,
		2
	].map((lead) => {
		const encoded = Buffer.concat([Buffer.alloc(lead), bytes]).toString("base64url");
		const [first, end] = [Math.ceil(8 * lead / 6), Math.floor(8 * (lead + bytes.length) / 6)];
		return {
			bytes: Buffer.from(encoded.slice(first, end), "latin1"),
			group: first
		};
	});
}
/** Both halves, since a line or a piece may end within the whole. */
function halvesOf({ bytes, group }) {
	const half = bytes.length >> 1;
	return [{
		bytes: bytes.subarray(0, half),
		group
	}, {
		bytes: bytes.subarray(half),
		group: (group + half) % 4
	}];
}
const ONCE = charactersOf(marker).flatMap(halvesOf);
const TWICE = ONCE.flatMap(({ bytes }) => charactersOf(bytes));
/** The first characters are enough of many: PowerShell has it all on one line. */
const WIDE = charactersOf(asUtf16(marker)).map(({ bytes, group }) => ({
	bytes: bytes.subarray(0, 7),
	group
}));
const bytesOf = (all) => all.map(({ bytes }) => bytes);
const [ONCE_NEEDLES, TWICE_NEEDLES, WIDE_NEEDLES] = [
	ONCE,
	TWICE,
	WIDE
].map(bytesOf);
/** What the base64 around a character says, whose place in a group of four is known. */
function base64Around(text, at, group, before = BEFORE$1, behind = BEHIND$1) {
	const { characters, index, placeOf } = runAround(text, at, BASE64, charactersFor(before), charactersFor(behind));
	const lead = ((index - group) % 4 + 4) % 4;
	return {
		bytes: Buffer.from(characters.toString("latin1", lead), "base64"),
		own: Math.floor((index - lead) * 3 / 4),
		stretchOf: (start, end) => ({
			start: placeOf(lead + Math.floor(start * 4 / 3)),
			end: placeOf(lead + Math.ceil(end * 4 / 3) - 1) + 1
		})
	};
}
function charactersFor(bytes) {
	return Math.ceil(bytes * 4 / 3) + 4;
}
/** What is encoded by itself begins with a group of its own, whatever else stands before it. */
const beginsGroup = (index) => index % 3 === 0;
function readOnce(place, needle) {
	const { bytes, group } = ONCE[needle] ?? {
		bytes: marker,
		group: 0
	};
	return readInPieces(place, bytes, (text, at) => {
		if (markerIn(base64Around(text, at, group, marker.length, 2 * marker.length)) === null) return null;
		return readDecoded(base64Around(text, at, group), "base64", beginsGroup);
	});
}
/** What is base64 itself takes four bytes for three, and some for the ends of lines. */
const [BEFORE_INNER, BEHIND_INNER] = [BEFORE$1, BEHIND$1].map((bytes) => Math.ceil(bytes * 1.5));
function readTwice({ text, at }, needle) {
	const outer = base64Around(text, at, TWICE[needle]?.group ?? 0, BEFORE_INNER, BEHIND_INNER);
	const near = needleNear(ONCE_NEEDLES, outer.bytes, outer.own - 1);
	if (!near) return null;
	return readDecoded(composed(outer, base64Around(outer.bytes, near.at, ONCE[near.needle]?.group ?? 0)), "base64", beginsGroup);
}
/** As PowerShell wants it for `-EncodedCommand`. */
function readWide({ text, at }, needle) {
	const outer = base64Around(text, at, WIDE[needle]?.group ?? 0, 2 * BEFORE$1, 2 * BEHIND$1);
	const near = needleNear([UTF16_NEEDLE], outer.bytes, outer.own - 1);
	return near && readDecoded(composed(outer, utf16Around(outer.bytes, near.at, 0)), "base64");
}
/** Base64, base64 of base64, and base64 of UTF-16. */
const BASE64_ANCHORS = [
	{
		needles: ONCE_NEEDLES,
		read: readOnce
	},
	{
		needles: TWICE_NEEDLES,
		read: readTwice
	},
	{
		needles: WIDE_NEEDLES,
		read: readWide
	}
];
// src/detect/encodings/chain.ts
/** Between two numbers there is no more than this, and of blanks and line ends no more than that. */
const LONGEST_SEPARATOR = 24;
const MOST_BLANKS = 64;
/** A number with what stands before or behind it, where blanks are not spread all over. */
const LONGEST_LINK = 128;
/**
* What a chain of numbers says that begins with the codes of `first` and `second`, which are written like that, at `at`:
* one number for each character, all parted by the same: `84, 51`, `0x54,0x33`, `54 33`, `chr(84)+chr(51)`. Null where
* it does not go on with a marker.
*/
function chainAround(text, at, numerals, [first, second]) {
	const separator = separatorBehind(text, at + first.length, second);
	if (!separator) return null;
	const behind = linksBehind(text, at, numerals, separator);
	if (!behind) return null;
	const links = [...linksBefore(text, at, numerals, separator), ...behind];
	return {
		bytes: Buffer.from(links.map(({ code }) => code)),
		own: links.length - behind.length,
		stretchOf: (start, end) => ({
			start: links[start]?.start ?? at,
			end: links[end - 1]?.end ?? at
		})
	};
}
/** Null where the chain does not begin with a marker. */
function linksBehind(text, at, numerals, separator) {
	const links = [];
	for (let start = at; links.length < BEHIND$1 && start < at + 8192 - LONGEST_LINK;) {
		const number = numberBehind(text, start, numerals);
		if (!number || links.length < marker.length && number.code !== marker[links.length]) break;
		links.push({
			...number,
			start
		});
		const next = behindSeparator(text, number.end, separator);
		if (next === null) break;
		start = next;
	}
	return links.length < marker.length ? null : links;
}
function linksBefore(text, at, numerals, separator) {
	const links = [];
	for (let start = at; links.length < BEFORE$1 && start > at - 8192 + LONGEST_LINK;) {
		const end = beforeSeparator(text, start, separator);
		const number = end === null ? null : numberBefore(text, end, numerals);
		if (!number || end === null) break;
		if (isX(text[number.start - 1]) && !isX(separator.at(-1))) break;
		links.push({
			...number,
			end
		});
		start = number.start;
	}
	return links.toReversed();
}
function separatorBehind(text, at, second) {
	const ahead = text.toString("latin1", at, at + LONGEST_SEPARATOR + MOST_BLANKS + second.length);
	const end = ahead.indexOf(second, 1);
	if (end < 0 || /^[0-9A-Fa-f]/.test(ahead)) return null;
	const separator = ahead.slice(0, end).replaceAll(/\s+/g, "");
	return !/[0-9]/.test(separator.replace(/0x$/i, "")) && separator.length <= LONGEST_SEPARATOR ? Buffer.from(separator, "latin1") : null;
}
function behindSeparator(text, at, separator) {
	let place = behindBlanks(text, at);
	for (const byte of separator) {
		if (text[place] !== byte) return null;
		place = behindBlanks(text, place + 1);
	}
	return place > at ? place : null;
}
function beforeSeparator(text, at, separator) {
	let place = beforeBlanks(text, at);
	for (let index = separator.length - 1; index >= 0; index -= 1) {
		if (text[place - 1] !== separator[index]) return null;
		place = beforeBlanks(text, place - 1);
	}
	return place < at ? place : null;
}
function behindBlanks(text, at) {
	let place = at;
	while (place - at < MOST_BLANKS && isBlank(text[place])) place += 1;
	return place;
}
function beforeBlanks(text, at) {
	let place = at;
	while (at - place < MOST_BLANKS && isBlank(text[place - 1])) place -= 1;
	return place;
}
/** What stands before hexadecimal. */
function isX(byte) {
	return byte === 120 || byte === 88;
}
function isBlank(byte) {
	return byte === 32 || byte !== void 0 && byte >= 9 && byte <= 13;
}
function numberBehind(text, start, { base, most }) {
	let [end, code] = [start, 0];
	for (; end - start <= most; end += 1) {
		const digit = digitOf(text[end], base);
		if (digit === null) break;
		code = code * base + digit;
	}
	return end > start && end - start <= most && code < 256 ? {
		code,
		end
	} : null;
}
function numberBefore(text, end, numerals) {
	let start = end;
	while (end - start <= numerals.most && digitOf(text[start - 1], numerals.base) !== null) start -= 1;
	const number = numberBehind(text, start, numerals);
	return number?.end === end ? {
		code: number.code,
		start
	} : null;
}
function digitOf(byte, base) {
	if (byte === void 0) return null;
	if (byte >= 48 && byte <= 57) return byte - 48;
	const letter = byte | 32;
	return base === 16 && letter >= 97 && letter <= 102 ? letter - 87 : null;
}
// src/detect/encodings/codes.ts
const [FIRST$2, SECOND$2] = [`${marker[0]}`, `${marker[1]}`];
const DECIMAL = {
	base: 10,
	most: 4
};
/**
* How the first code of a marker stands in lists of numbers and in calls: `84,51`, `84, 51`, `84 51`, a line each,
* `chr(84)`, `[char]84`. With each, where the number begins.
*/
const FORMS = [
	[`${FIRST$2},${SECOND$2}`, 0],
	[`${FIRST$2}, ${SECOND$2}`, 0],
	[`${FIRST$2} ${SECOND$2}`, 0],
	[`${FIRST$2},\n`, 0],
	[`${FIRST$2},\r`, 0],
	[`(${FIRST$2})`, 1],
	[`]${FIRST$2}`, 1]
];
function read$2({ text, at }, needle) {
	const decoded = chainAround(text, at + (FORMS[needle]?.[1] ?? 0), DECIMAL, [FIRST$2, SECOND$2]);
	return decoded && readDecoded(decoded, "char-codes");
}
/** Characters as a chain of decimal numbers. */
const CODE_ANCHORS = [{
	needles: FORMS.map(([form]) => Buffer.from(form, "latin1")),
	read: read$2
}];
// src/detect/encodings/escape.ts
/**
* Escapes of one character: `%54` and its double `%2554`; `\x54`, `\x{54}`; `\u0054`, `\u{54}`, `&#84;`, `&#x54;` and
* octal `\124`. A backslash may be escaped itself, in a text within a text.
*/
const ESCAPE = /%(?:25){0,3}([0-9A-Fa-f]{2})|\\{1,4}x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,6})\})|\\{1,4}u(?:([0-9A-Fa-f]{4})|\{([0-9A-Fa-f]{1,6})\})|&#[xX]0{0,6}([0-9A-Fa-f]{1,6});|&#0{0,6}([0-9]{1,7});|\\{1,4}([0-3][0-7]{2})/y;
/** The base of the number in each group of the above, and what sort of escape it is. */
const GROUPS = [
	[16, "percent"],
	[16, "hex"],
	[16, "hex"],
	[16, "char-codes"],
	[16, "char-codes"],
	[16, "char-codes"],
	[10, "char-codes"],
	[8, "char-codes"]
];
/** Numbers behind a backslash that are decimal, as in Lua: `\84`, `\084`. */
const DECIMAL_ESCAPE = /\\{1,4}([0-9]{2,3})/y;
/** The escape that begins at a place of a text; null where none does. */
function escapeAt(text, place, isDecimal) {
	const byte = text.charCodeAt(place);
	if (byte !== PERCENT && byte !== BACKSLASH && byte !== AMPERSAND) return null;
	if (isDecimal && byte === BACKSLASH) {
		DECIMAL_ESCAPE.lastIndex = place;
		const match = DECIMAL_ESCAPE.exec(text);
		if (match) return {
			code: Number(match[1]),
			length: match[0].length,
			sort: "char-codes"
		};
	}
	ESCAPE.lastIndex = place;
	const match = ESCAPE.exec(text);
	if (!match) return null;
	const group = match.findIndex((part, index) => index > 0 && part !== void 0);
	const [base, sort] = GROUPS[group - 1] ?? [16, "char-codes"];
	return {
		code: Number.parseInt(match[group] ?? "", base),
		length: match[0].length,
		sort
	};
}
const [PERCENT, AMPERSAND, BACKSLASH] = [
	37,
	38,
	92
];
/** Whether an escape begins with this byte. */
function beginsEscape(byte) {
	return byte === PERCENT || byte === AMPERSAND || byte === BACKSLASH;
}
/** Whether some characters begin at a place of a text, each as it is or escaped. */
function followsEscaped(characters, text, at, isDecimal = false) {
	const ahead = text.toString("latin1", at, at + characters.length * 20);
	let place = 0;
	return characters.every((byte) => {
		const escape = escapeAt(ahead, place, isDecimal);
		const code = escape ? escape.code : ahead.charCodeAt(place);
		place += escape?.length ?? 1;
		return code === byte;
	});
}
/** Whether some characters have ended at a place of a text, each as it is or escaped. */
function precedesEscaped(characters, text, at) {
	let end = at;
	return characters.toReversed().every((byte) => {
		const length = escapeBefore(text, end, byte) || (text[end - 1] === byte ? 1 : 0);
		end -= length;
		return length > 0;
	});
}
/** How long the escape of a character is that has ended at a place; 0 where none has. */
function escapeBefore(text, end, code) {
	const start = Math.max(0, end - 20);
	const behind = text.toString("latin1", start, end);
	for (let place = behind.length - 3; place >= 0; place -= 1) {
		const escape = escapeAt(behind, place, false);
		if (escape?.code === code && place + escape.length === behind.length) return escape.length;
	}
	return 0;
}
// src/detect/encodings/escapes.ts
/** Stands for what is no character of ASCII. */
const OTHER = 128;
/** What the key characters and escapes around a place say. `isDecimal`: numbers behind a backslash are decimal. */
function unescapedAround(text, at, isDecimal) {
	const near = unescapedFrom(text, at, startOfRun$1(text, at, BEFORE$1), isDecimal);
	return near.own >= BEFORE$1 / 2 ? near : unescapedFrom(text, at, startOfRun$1(text, at, BEFORE$1 * LONGEST$4), isDecimal);
}
function unescapedFrom(text, at, start, isDecimal) {
	const slice = text.toString("latin1", start, Math.min(text.length, at + BEHIND$1 * LONGEST$4));
	const most = Math.min(slice.length, at - start + BEHIND$1);
	const bytes = Buffer.alloc(most);
	const starts = new Uint32Array(most + 1);
	const sorts = [];
	let [own, count, place] = [
		0,
		0,
		0
	];
	while (place < slice.length && count < Math.min(most, own + BEHIND$1)) {
		if (start + place <= at) own = count;
		const escape = escapeAt(slice, place, isDecimal);
		if (escape) sorts[count] = escape.sort;
		const byte = escape ? escape.code : slice.charCodeAt(place);
		bytes[count] = byte < OTHER ? byte : OTHER;
		starts[count] = start + place;
		count += 1;
		place += escape?.length ?? 1;
		if (!escape && !isKeyByte(byte) && start + place > at) break;
	}
	starts[count] = start + place;
	return {
		bytes: bytes.subarray(0, count),
		own,
		stretchOf: (first, behind) => ({
			start: starts[first] ?? at,
			end: starts[behind] ?? at
		}),
		encodingOf: (first, behind) => encodingOf(Array.from({ length: behind - first }, (_, index) => sorts[first + index]))
	};
}
/** Percent-encoding if there is no other escape, hexadecimal if all is; any other mixture counts as codes. */
function encodingOf(sorts) {
	if (sorts.every((sort) => sort === "hex")) return "hex";
	const met = new Set(sorts);
	met.delete(void 0);
	if (met.size === 0) return "plain";
	return met.size === 1 && met.has("percent") ? "percent" : "char-codes";
}
/** Where the key characters and characters of escapes begin that end before a place, with what stands before them. */
function startOfRun$1(text, at, most) {
	const bottom = Math.max(0, at - most);
	let start = at;
	while (start > bottom && isOfEscape(text[start - 1])) start -= 1;
	return Math.max(0, start - CONTEXT);
}
/** What stands before the run may be what says that a key can begin there: the end of a colour's code, as in `[32m`. */
const CONTEXT = 18;
/** The longest escape that is met for every character of a key: `&#x0054;`. */
const LONGEST$4 = 8;
function isOfEscape(byte) {
	return isKeyByte(byte) || beginsEscape(byte) || byte !== void 0 && OF_ESCAPE.includes(byte);
}
const OF_ESCAPE = Buffer.from("#;{}");
/** Reads the key characters and escapes around a place that is within a marker. */
function readEscapes(text, at, isDecimal = false) {
	const unescaped = unescapedAround(text, at, isDecimal);
	return readDecoded(unescaped, unescaped.encodingOf);
}
const code$1 = marker[0] ?? 0;
const hex = code$1.toString(16);
const OCTAL = [`\\${code$1.toString(8)}`];
const NEEDLES = [
	`\\x${hex}`,
	`x{${hex}`,
	`u00${hex}`,
	`u{${hex}`,
	`%${hex}`,
	`%25${hex}`,
	`#x${hex}`,
	`#${code$1};`,
	...OCTAL
];
const DECIMAL_NEEDLES = [`\\${code$1}`, `\\0${code$1}`];
function read$1({ text, at }, needle) {
	let start = at;
	while (at - start < 4 && beginsEscape(text[start - 1])) start -= 1;
	const isDecimal = needle >= NEEDLES.length;
	return followsEscaped(marker, text, start, isDecimal) ? readEscapes(text, start, isDecimal) : null;
}
/** Keys of which all characters are escaped, or the first of the marker is; `plain.ts` sees to the others. */
const ESCAPE_ANCHORS = [{
	needles: [...NEEDLES, ...DECIMAL_NEEDLES].map((one) => Buffer.from(one, "latin1")),
	read: read$1
}];
// src/detect/encodings/hex.ts
const DIGITS$1 = alphabetOf("0123456789abcdefABCDEF");
const text = (value) => Buffer.from(value, "latin1");
const lower = marker.toString("hex");
const upper = lower.toUpperCase();
/** The first three bytes need no letters; in case a line ends there, three of the last ones, which do. */
const BARE = [
	text(lower.slice(0, 6)),
	text(lower.slice(8, 14)),
	text(upper.slice(8, 14))
];
/** What the bare hex around a digit says, which is the first of a byte. */
function hexAround(text, at, before = BEFORE$1, behind = BEHIND$1) {
	const { characters, index, placeOf } = runAround(text, at, DIGITS$1, 2 * before, 2 * behind);
	const lead = index % 2;
	return {
		bytes: Buffer.from(characters.toString("latin1", lead), "hex"),
		own: (index - lead) / 2,
		stretchOf: (start, end) => ({
			start: placeOf(lead + 2 * start),
			end: placeOf(lead + 2 * end - 1) + 1
		})
	};
}
function readBare(place, needle) {
	return readInPieces(place, BARE[needle] ?? marker, (text, at) => {
		if (markerIn(hexAround(text, at, marker.length, marker.length)) === null) return null;
		return readDecoded(hexAround(text, at), "hex");
	});
}
const [FIRST$1, SECOND$1] = [lower.slice(0, 2), lower.slice(2, 4)];
const BYTES = {
	base: 16,
	most: 2
};
/** Bytes that are parted by something, or have `0x` before them. */
const PARTED = [
	" ",
	":",
	"-",
	",",
	", "
].map((separator) => text(`${FIRST$1}${separator}${SECOND$1}`));
const PREFIXED = text(`0x${FIRST$1}`);
function readParted({ text, at }, needle) {
	const decoded = chainAround(text, needle < PARTED.length ? at : at + 2, BYTES, [FIRST$1, SECOND$1]);
	return decoded && readDecoded(decoded, "hex");
}
/** Hexadecimal in either case: bare, and with something between the bytes. `\x54` is an escape, and stands there. */
const HEX_ANCHORS = [{
	needles: BARE,
	read: readBare
}, {
	needles: [...PARTED, PREFIXED],
	read: readParted
}];
// src/detect/encodings/mirrored.ts
/** A letter of ASCII, thirteen further on; anything else as it is. */
function rotated(byte) {
	const letter = byte | 32;
	if (letter < 97 || letter > 122) return byte;
	return letter < 110 ? byte + 13 : byte - 13;
}
function readRotated({ text, at }) {
	const start = Math.max(0, at - BEFORE$1);
	const bytes = Buffer.from(text.subarray(start, at + BEHIND$1).map(rotated));
	const stretchOf = (from, to) => ({
		start: start + from,
		end: start + to
	});
	return readDecoded({
		bytes,
		own: at - start,
		stretchOf
	}, "rot13", (index) => isBoundary(text, start + index));
}
function readReversed({ text, at }) {
	const [start, end] = [Math.max(0, at - BEHIND$1), Math.min(text.length, at + marker.length + BEFORE$1)];
	const bytes = Buffer.from(text.subarray(start, end).toReversed());
	const stretchOf = (from, to) => ({
		start: end - to,
		end: end - from
	});
	return readDecoded({
		bytes,
		own: end - at - marker.length,
		stretchOf
	}, "reversed");
}
/** Written backwards, and with letters thirteen further on: both said to be for hiding keys from scanners. */
const MIRRORED_ANCHORS = [{
	needles: [Buffer.from(marker.toReversed())],
	read: readReversed
}, {
	needles: [Buffer.from(marker.map(rotated))],
	read: readRotated
}];
// src/detect/encodings/plain.ts
/** The halves of the marker: one of them is whole where a character of it is escaped, or where it is cut in two. */
const HALF = marker.length / 2;
const [FIRST, SECOND] = [marker.subarray(0, HALF), marker.subarray(HALF)];
const HALVES = [FIRST, SECOND];
function read(place, needle) {
	const at = needle === 0 ? place.at : place.at - HALF;
	return stands$2(marker, place.text, at) ? readWhole({
		...place,
		at
	}) : readHalf(place, needle === 0);
}
/** Reads around a marker: as it is, else with what is escaped, else with the pieces around it put together. */
function readWhole(place) {
	const { text, at, floor } = place;
	const behind = at + marker.length;
	const span = spanAround(text, at, floor);
	const plain = {
		key: span && keyOf(text, span, "plain"),
		end: Math.max(behind, span?.end ?? 0)
	};
	if (span?.confidence === "certain") return plain;
	const [left, right] = [startOfRun(text, at), endOfRun(text, behind)];
	if (at - left > 256 || right - behind > 256) return plain;
	const escaped = isEscaped(text, left, right) ? readEscapes(text, at) : null;
	if (escaped?.key?.confidence === "certain") return escaped;
	return readPieces(place, FIRST, plain, readJoined) ?? (plain.key ? plain : escaped ?? plain);
}
/** Reads around a half of a marker: with what is escaped, or with the pieces put together. */
function readHalf(place, isFirst) {
	const { text, at } = place;
	if (isFirst ? followsEscaped(SECOND, text, at + HALF) : precedesEscaped(FIRST, text, at)) return readEscapes(text, at);
	if (isFirst ? !isCutBehind(text, at + HALF) : !isCutBefore(text, at)) return null;
	return readPieces(place, isFirst ? FIRST : SECOND, null, readJoined);
}
/** Whether what follows of a marker ends too early, and not in more base64, and the rest is not far. */
function isCutBehind(text, at) {
	let count = 0;
	while (text[at + count] === SECOND[count]) count += 1;
	return !isWordByte(text[at + count]) && isNear(text, at, SECOND.subarray(count));
}
/** The same before it, where the letter of an escaped line end may stand. */
function isCutBefore(text, at) {
	let count = 0;
	while (text[at - 1 - count] === FIRST[HALF - 1 - count]) count += 1;
	const before = at - 1 - count;
	return (text[before - 1] === 92 && (text[before] === 110 || text[before] === 114) || !isWordByte(text[before])) && isNear(text, at, FIRST.subarray(0, HALF - count));
}
/** Pieces of one key stand no further apart than this. */
const APART = 1024;
function isNear(text, at, rest) {
	return text.subarray(Math.max(0, at - APART), at + APART).includes(rest);
}
function readJoined(joined, at) {
	return readDecoded({
		bytes: joined,
		own: at,
		stretchOf: (start, end) => ({
			start,
			end
		})
	}, "split");
}
/** Whether there is an escape at an end of a run of key characters. */
function isEscaped(text, left, right) {
	return beginsEscape(text[right]) || beginsEscape(text[left - 1]) || text[left - 1] === 59 || text[left - 1] === 125;
}
/** Where the key characters begin that end before a place; no further than one behind which no key reaches. */
function startOfRun(text, at) {
	let start = at;
	while (at - start <= 256 && isKeyByte(text[start - 1])) start -= 1;
	return start;
}
function endOfRun(text, at) {
	let end = at;
	while (end - at <= 256 && isKeyByte(text[end])) end += 1;
	return end;
}
// src/detect/encodings/anchors.ts
/** All ways to write a key down that are understood. */
const ANCHORS = [
	...[{
		needles: HALVES,
		read
	}],
	...ESCAPE_ANCHORS,
	...BASE64_ANCHORS,
	...HEX_ANCHORS,
	...CODE_ANCHORS,
	...UTF16_ANCHORS,
	...MIRRORED_ANCHORS
];
// src/detect/encodings/packed.ts
/**
* How base64 begins that is packed, and how often it is base64: gzip by its method (RFC 1952, section 2.3), as Helm keeps
* releases in Secrets, which encode them once more; and zip by its first header.
*/
const [GZIP, ZIP] = [Buffer.from([
	31,
	139,
	8
]), Buffer.from([
	80,
	75,
	3,
	4
])];
const BEGINNINGS = [
	{
		bytes: firstOf(GZIP),
		layers: 1
	},
	{
		bytes: firstOf(firstOf(GZIP)),
		layers: 2
	},
	{
		bytes: firstOf(ZIP),
		layers: 1
	}
];
const PACKED_NEEDLES = BEGINNINGS.map(({ bytes }) => bytes);
function firstOf(bytes) {
	return charactersOf(bytes)[0]?.bytes ?? bytes;
}
/** A key is not packed into less than this. */
const SHORTEST$1 = 80;
/**
* No more characters than this of one run are held. A Secret of Kubernetes holds 1 MiB at the most; and where a key
* stands is only known as long as it is not too far behind what was read last.
*/
const LONGEST$3 = 3145728;
/** So many bytes behind a place must be at hand, or it must be the end, before it is known that a run has ended there. */
const NEXT = 128;
/** Collects a run of base64 that passes by in pieces. */
var Packing = class {
	#layers;
	#start;
	#pieces = [];
	#count = 0;
	#end;
	/** `start`: where in the blob one of the needles begins. */
	constructor(needle, start) {
		this.#layers = BEGINNINGS[needle]?.layers ?? 1;
		this.#start = start;
		this.#end = start;
	}
	/** So far the blob has been collected. */
	get end() {
		return this.#end;
	}
	/** Takes what follows of the run; whether that was all of it. `text` begins at `offset` and holds what was not taken. */
	take(text, offset, isLast) {
		const top = isLast ? text.length : text.length - NEXT;
		for (let at = this.#end - offset; at <= top;) {
			const start = this.#count > 0 ? behindBreak(text, at) : at;
			let end = start;
			const limit = Math.min(text.length, start + LONGEST$3 - this.#count);
			while (end < limit && BASE64[text[end] ?? 0]) end += 1;
			if (end === start || start > at && !endsLine(text[end])) return true;
			this.#pieces.push(Buffer.from(text.subarray(start, end)));
			this.#count += end - start;
			this.#end = offset + end;
			at = end;
		}
		return isLast;
	}
	/** What is packed in the run; null where it only began like that. */
	packed() {
		if (this.#count < SHORTEST$1) return null;
		let bytes = Buffer.concat(this.#pieces);
		for (let layer = 0; layer < this.#layers; layer += 1) bytes = Buffer.from(bytes.toString("latin1"), "base64");
		const container = containerIn(bytes.subarray(0, 512));
		return container && {
			container,
			bytes,
			offset: this.#start,
			length: this.#end - this.#start
		};
	}
};
/** Whether a line of base64 may end before this byte, or goes on in what is to come: else it is a line of something else. */
function endsLine(byte) {
	return byte === void 0 || LINE_ENDS.includes(byte);
}
const LINE_ENDS = Buffer.from("\n\r\\=\"'`<,");
/** Whether what begins at one of the needles goes on as its header does, as far as the first characters tell. */
function isPacked$1(text, at, needle) {
	let start = text.subarray(at, at + 64);
	for (let layer = 0; layer < (BEGINNINGS[needle]?.layers ?? 1); layer += 1) start = Buffer.from(start.toString("latin1"), "base64");
	const [flags = 255, extra = 255, system = 255] = [
		start[3],
		start[8],
		start[9]
	];
	if (start.indexOf(GZIP) === 0) return flags < 32 && [
		0,
		2,
		4
	].includes(extra) && (system < 14 || system === 255);
	return start.indexOf(ZIP) === 0;
}
// src/detect/published.ts
/**
* The SHA-256, in hex, of texts of a key's shape that other projects publish as examples and in their tests. Whoever
* copies a scanner's tests into a repository has leaked nothing. Of the texts themselves none is kept.
*
* Read in November 2026: betterleaks 2 and gitleaks 8 (`cmd/generate/config/rules/openai.go`), TruffleHog 3
* (`pkg/detectors/openai`, `pkg/detectors/openaiadmin`), Kingfisher (`kingfisher-rules/data/rules/openai.yml`),
* detect-secrets 1.5 (`tests/plugins/openai_test.py`), secretlint (`secretlint-rule-openai`, its snapshots), Trivy
* (`pkg/fanal/secret/testdata`), osv-scalibr (`veles/secrets/openai`), CredSweeper (`tests/samples/open_ai_token`).
* Nosey Parker and Titus publish none with a whole marker. What gitleaks and betterleaks make up at run time cannot be
* listed.
*/
const PUBLISHED = [
	"00fc7ca1d7d1c84da4a75ed1fbcbcf1ae7a2332d2bf3818ebf499b182f69acb9",
	"0569eec552b1fb2428d03c181ad09cdeb0fea673d6fbe5696660e96e64debc1e",
	"085011a7bd5345fb0e57c51e7c7096317477ea18849c26621d5b820a5a673539",
	"0ba138beefb2475714f65b2d9d2fd9dff75afdfd0d2f78ff48e7c1390eb8efc1",
	"118680599114e486396cd57442373d002750deeaef94d60c1efcbcf29cedcb4e",
	"150df2bd93be8709834f4dcc3aaccacba5eb8c5e3fcd6fdb8894087afa7e960e",
	"1b8b5b5223c78a6993272cf887845a2a6283a052d105fce0c350e93f80e4f4ed",
	"1e4924eefa02e7dfc2a7050c707f8b2384048883bcb008cf7d4109593faa8732",
	"20aa2a12116ed60efcbb12cdf04bbf3c38a512f2f76bfd207d30d9900ecdb51c",
	"46622cc417672ce16cc5c39cfff130a207079b536ef3e5555e91d3d120a90002",
	"470b16974e391de580d2216fb5bf18518ea4aa10a99f3dcaa26319f8265063f2",
	"4e01f2c36f650de996d8a462199d6bef7312e012b2bf6d02666b330e73518487",
	"5e315984041b2794ea79cc15e9fbc44f1ee5f9a4873df29f7fd1f5d0e4140afc",
	"5f5727811ba00a8a88cdfbb3451f7561f13e274b1d1d0c06903e667756be8c7e",
	"665630be19f3bd3a10b9dd1b4214a3dfee35e8685ddab4191a61a4139b1e1745",
	"69a28f3050eaeda936040c3b45532c3e9577f83cf9b0b43507668d7eb108753c",
	"6cfbe49c3ae39d9db4269772a51c54bfe21d0a20a6ecbddf8cf084d3d4e13dfe",
	"7994aa0658ed1a723d057fa727532997f7897ee0b2586cb4ded8784ba0742216",
	"7c65143b5df3dbdda5e869bba5e130f1ed16dc15b6e65f557c9a34080c7b7b1f",
	"80365d0ba66bc6da9050adaa57d9c628a5e0c16f664d13a2c0d4cf0a5f519b5c",
	"8cb13c7b392f4240fb2aa280d68b6641b32f3b13c8c5e63a5742140bf749e696",
	"8e30c169065ac0179338729b1102dd3a6b41ea8fd2575bdaf8b4ee7ef74c56e3",
	"9a86e60205a1ce4ca091feb4b5f8d9eb92b7af39c0bbb2e0804fb7215ff439a5",
	"9ff2fdd899275cb81ddfa8a5e24a305f84da8995e9d0c496ef73a7d63d41960e",
	"a1b590cdf6ad7a161008ffb6500b66c99d8c6700d16ba3137f5ab20fe1d18713",
	"a78af34229af56757a6e96789c1912e788c7b641bf3fed670db36700095daf69",
	"b71039056a3694cab160395f3b7a242706a0d7eca77cf56ca709244e14ef864e",
	"b82633273e3c0824df0807de7e275431f0a4999ad968e99f341b86b2a10c9d6a",
	"bf71f401f6500319b1112921af3ec60c3355c2a680e3c90467b87d0bf22f93ac",
	"bff4f2b2ff454620c8db72509d8442432476623e4a6be38e26fbd4147b6ee341",
	"d338b0b462aec37f2f4093395983b8e7d7ebefbd671c008663cc78c7d9c616a8",
	"d5f63fd5a82d93459430a0daa0303480883b383a6d5c7701ed1030251ced756c",
	"d87175490bb143a201a57643bdd8301224364005a7c583093a02f63f663a7c76",
	"fba63ad2d0c9e1a94a250ab344127e01908fc1ecfd35ef4bbe9070ceb54600de",
	"ffc616f4ec612fbcd1cb55b0cfa80f442011d51775ea1d0e20d6b9dcc92ede36"
];
// src/detect/orders.ts
/** Each character as its place in the alphabet of base64url, from 1 on; 0 for any other. */
function codesOf(text) {
	const codes = new Uint8Array(text.length);
	for (let at = 0; at < codes.length; at += 1) codes[at] = CODES[text.charCodeAt(at) & 127] ?? 0;
	return codes;
}
/** Base64url, of which keys are made. */
const ALPHABET$1 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const CODES = /* @__PURE__ */ new Uint8Array(128);
for (let at = 0; at < 64; at += 1) CODES[ALPHABET$1.charCodeAt(at)] = at + 1;
function orderOf$1(...rows) {
	const next = /* @__PURE__ */ new Uint8Array(65);
	for (const row of rows.flatMap((one) => [one, one.toUpperCase()])) {
		const codes = codesOf(row);
		for (let at = 1; at < codes.length; at += 1) next[codes[at - 1] ?? 0] = codes[at] ?? 0;
	}
	return next;
}
/** Each by itself: for runs of one character. */
const SAME = orderOf$1(...Array.from(ALPHABET$1, (character) => character.repeat(2)));
/** Letters and digits as they are counted, the first behind the last. */
const UPWARDS = orderOf$1("abcdefghijklmnopqrstuvwxyza", "01234567890");
/** The same, backwards. */
const DOWNWARDS = orderOf$1("zyxwvutsrqponmlkjihgfedcbaz", "98765432109");
/** The rows of letters on a keyboard. */
const KEYBOARD = orderOf$1("qwertyuiop", "asdfghjkl", "zxcvbnm");
/** How often in a row a character is followed, `lag` places further on, by its next one: at the most. */
function longest(codes, order, lag) {
	let [most, count] = [0, 0];
	for (let at = lag; at < codes.length; at += 1) {
		const next = order[codes[at - lag] ?? 0];
		count = next !== 0 && next === codes[at] ? count + 1 : 0;
		if (count > most) most = count;
	}
	return most;
}
/** The longest first, since some hold others. */
const WORDS = `
demo fake here mock null test text todo your
dummy enter hello mykey paste token valid value world xxxxx yyyyy zzzzz
apikey change create fakery hidden insert leaked masked mykeys openai please public random remove sample secret string
censored changeme changethis confidential credential credentials deleted disabled documentation example examplekey
expired fakekey fixture generated invalid keyhere notareal notreal notvalid obfuscated placeholder private realkey
redacted removed replace replaced replaceme revoked sanitized secretkey secrets something testing testkey thisis
undefined unknown yourkey yourkeyhere yourapikey yoursecret
beispiel geheim platzhalter schluessel einfuegen ersetzen ungueltig
ejemplo clave prueba secreto reemplazar inserte
exemple factice secrete remplacer inserer votre
exemplo chave segredo substitua insira
esempio chiave segreto sostituisci inserisci
voorbeeld sleutel geheime vervang
przyklad klucz
primer zamenite vstavte
contoh kunci rahasia
ornek anahtar
`.trim().split(/\s+/).toSorted((one, other) => other.length - one.length);
const WORD = new RegExp(WORDS.join("|"), "g");
/**
* The words in a text, none over another: all in small letters, all in capitals, or with one capital in front. Mixed
* otherwise they do not count: random text is mixed.
*/
function wordsIn(text) {
	return Array.from(text.toLowerCase().matchAll(WORD), ({ 0: word, index }) => ({
		word,
		at: index
	})).filter(({ word, at }) => isWritten(text.slice(at, at + word.length), word)).map(({ word, at }) => ({
		at,
		length: word.length
	}));
}
function isWritten(written, word) {
	return written === word || written === word.toUpperCase() || written.slice(1) === word.slice(1);
}
// src/detect/signs.ts
/** What one character of base64url tells. Short keys have 62 characters in place of 64: 5.95 bits. */
const CHARACTER = 6;
/** Such a character stands between the bodies, so that no sign reaches over the marker. */
const GAP = " ";
/** The signs in the bodies of a key, the strongest of each kind; words each by themselves. */
function signsIn([head, tail]) {
	const text = `${head}${GAP}${tail}`;
	const codes = codesOf(text);
	return [...[
		runIn(codes),
		orderIn(codes, codesOf(text.toLowerCase())),
		stepsIn(codes),
		repetitionIn(codes),
		varietyIn(codes)
	].filter((sign) => sign !== null), ...wordSignsIn(text)];
}
/** How many bits are left of `bits` when there were so many places and ways to have them. */
function among(bits, ways) {
	return bits - Math.log2(ways);
}
/** A run of four raises a doubt, one of six is proof. */
function runIn(codes) {
	return {
		kind: "run",
		bits: among(CHARACTER * longest(codes, SAME, 1), codes.length)
	};
}
/** What people type without looking. */
const ORDERS = [
	UPWARDS,
	DOWNWARDS,
	KEYBOARD
];
/**
* `abcdef` with lag 1, `a1b2c3` with lag 2, `aA1bB2` with lag 3. Also in small letters and capitals by turns, where a
* character tells one bit less.
*/
function orderIn(exact, folded) {
	const ways = ORDERS.length * exact.length;
	let most = 0;
	for (const order of ORDERS) {
		most = Math.max(most, among(CHARACTER * longest(exact, order, 1), ways));
		for (const lag of [
			1,
			2,
			3
		]) most = Math.max(most, among(5 * longest(folded, order, lag), 3 * ways));
	}
	return most >= PATTERN ? {
		kind: "order",
		bits: most
	} : null;
}
/** Orders and repetitions below this are too common to count: one random body in some hundreds has one of ten bits. */
const PATTERN = 15;
/** `abcd1234efgh`: short orders, and many of them. */
function stepsIn(codes) {
	let count = 0;
	for (let at = 1; at < codes.length; at += 1) {
		const next = UPWARDS[codes[at - 1] ?? 0];
		if (next !== 0 && next === codes[at]) count += 1;
	}
	const bits = rarity(count, codes.length / 64);
	return bits >= PATTERN ? {
		kind: "order",
		bits
	} : null;
}
/** The bits of having `count` or more of what comes `mean` times on average, each by itself (Poisson). */
function rarity(count, mean) {
	if (count <= mean) return 0;
	let [term, sum] = [1, 0];
	for (let n = 1; n <= count + 40; n += 1) {
		term *= mean / n;
		if (n >= count) sum += term;
	}
	return mean / Math.LN2 - Math.log2(sum);
}
/** Parts of this length are looked for first: five characters of six bits each, in one number. */
const PART = 5;
/** A part that comes again further on. */
function repetitionIn(codes) {
	const seen = /* @__PURE__ */ new Map();
	let [part, most] = [0, 0];
	for (let at = 0, count = 0; at < codes.length; at += 1) {
		const code = codes[at] ?? 0;
		count = code === 0 ? 0 : count + 1;
		part = (part << CHARACTER | code - 1) & 2 ** 30 - 1;
		if (count < PART) continue;
		const before = seen.get(part);
		if (before === void 0) seen.set(part, at);
		else most = Math.max(most, PART + equalBehind(codes, before, at));
	}
	return most > 0 ? {
		kind: "repetition",
		bits: among(CHARACTER * most, codes.length ** 2 / 2)
	} : null;
}
function equalBehind(codes, one, other) {
	let length = 0;
	while (other + length + 1 < codes.length && codes[one + length + 1] === codes[other + length + 1]) length += 1;
	return length;
}
/** Fewer different characters than this are no key's. Not more: a new kind of key may have a smaller alphabet, as hex. */
const FEW$1 = 12;
/** By the union of all alphabets of so many characters. */
function varietyIn(codes) {
	const kinds = new Set(codes).size - 1;
	if (kinds >= FEW$1) return null;
	let alphabets = 0;
	for (let n = 0; n < kinds; n += 1) alphabets += Math.log2((64 - n) / (n + 1));
	return {
		kind: "variety",
		bits: (codes.length - 1) * (CHARACTER - Math.log2(Math.max(kinds, 1))) - alphabets
	};
}
/** Ways to write a word: small, in capitals, with one capital. */
const WRITINGS = 3;
/** A word tells by its length, and more where it is the first thing in the body. */
function wordSignsIn(text) {
	return wordsIn(text).map(({ at, length }) => {
		const ways = WRITINGS * (COUNTS.get(length) ?? 1) * (at === 0 ? 1 : text.length);
		return {
			kind: "words",
			bits: among(CHARACTER * length, ways)
		};
	});
}
/** How many words there are of a length. */
const COUNTS = /* @__PURE__ */ new Map();
for (const { length } of WORDS) COUNTS.set(length, (COUNTS.get(length) ?? 0) + 1);
// src/detect/fakes.ts
/**
* From so many bits on, a sign alone shows that a body was made up: one random body in two million has one as strong.
* Measured over four million random keys each, by all signs together: of 164 characters 3 were silenced, of 51 two.
*/
const SHOWN = 21;
/** Several weaker signs have to come to more, since there are many pairs of them. */
const SHOWN_TOGETHER = 28;
/** From so many bits on, a sign raises a doubt. Measured likewise: of 164 characters 1 in 1,230, of 51 1 in 4,450. */
const DOUBTED = 10;
/**
* Weighs whether a text of a key's shape was made up. Never by where it stands, nor by what is called: a comment, a test
* or a README holds real keys as often. By the text alone, and of that by the random part: the name in `sk-<name>-` is
* its owner's to choose.
*/
function weighed(text, confidence) {
	if (isPublished(text)) return {
		kind: "look-alike",
		what: "an example that was published"
	};
	const signs = signsIn(bodiesOf(text)).filter(({ bits }) => bits >= DOUBTED);
	const [strongest] = signs.toSorted((one, other) => other.bits - one.bits);
	if (!strongest) return {
		kind: "key",
		confidence
	};
	const together = signs.reduce((sum, { bits }) => sum + bits, 0);
	if (strongest.bits >= SHOWN || together >= SHOWN_TOGETHER) return {
		kind: "look-alike",
		what: said$1(strongest)
	};
	return {
		kind: "key",
		confidence: "suspected"
	};
}
function said$1({ kind }) {
	switch (kind) {
		case "run":
		case "variety":
		case "words": return "a placeholder";
		case "order": return "a text with letters or digits in order";
		case "repetition": return "a text that repeats itself";
		default: return kind;
	}
}
/** By the start of the hashes, which is a fingerprint: a random key has one of them by a chance of 1 in 2^57. */
function isPublished(text) {
	fingerprints ??= new Set(PUBLISHED.map((hash) => hash.slice(0, 16)));
	return fingerprints.has(fingerprintOf(text));
}
let fingerprints;
/** What was drawn at random in a key: what stands before and behind its marker, without prefix and name. */
function bodiesOf(text) {
	const at = text.indexOf(MARKER$1, 16);
	if (at < 0) return [text, ""];
	const { prefix } = FAMILIES.find((family) => text.startsWith(family.prefix)) ?? { prefix: "" };
	const [head, tail] = [text.slice(prefix.length, at), text.slice(at + MARKER$1.length)];
	return [head.slice(-Math.max(tail.length, 16)), tail];
}
// src/detect/buckets.ts
const BUCKETS = 16;
const PLACES$1 = [
	0,
	1,
	2
];
/**
* The tables of the sieve, of 16 bytes each: for the low and the high half of the first, second and third byte, in which
* of eight buckets a needle has it there; then the same for the other eight.
*/
function tablesOf(needles) {
	const tables = /* @__PURE__ */ new Uint8Array(192);
	for (const [index, bucket] of bucketsOf(needles).entries()) {
		const bit = 1 << index % 8;
		for (const [place, { low, high }] of bucket.entries()) {
			const at = Math.floor(index / 8) * 96 + place * 32;
			for (let half = 0; half < 16; half += 1) {
				if (low & 1 << half) tables[at + half] = (tables[at + half] ?? 0) | bit;
				if (high & 1 << half) tables[at + 16 + half] = (tables[at + 16 + half] ?? 0) | bit;
			}
		}
	}
	return tables;
}
/**
* Parts the needles into sixteen buckets. A bucket lets through every mixture of the halves in it, so that those go
* together that begin alike. What would be let through least is not looked for: every run does this at its start.
*/
function bucketsOf(needles) {
	const sorted = [...new Map(needles.map((needle) => [needle.toString("latin1", 0, 3), needle])).values()].toSorted((one, other) => orderOf(one) - orderOf(other));
	const cut = (index) => Math.round(index * sorted.length / BUCKETS);
	return Array.from({ length: BUCKETS }, (_, index) => bucketOf(sorted.slice(cut(index), cut(index + 1))));
}
/** The halves of the first three bytes as one number: what the first two are like, then the rest. */
function orderOf(needle) {
	const [first = 0, second = 0, third = 0] = needle;
	return (first >> 4 << 8 | second >> 4 << 4 | first & 15) << 12 | third >> 4 << 8 | (second & 15) << 4 | third & 15;
}
function bucketOf(needles) {
	return PLACES$1.map((place) => ({
		low: needles.reduce((bits, needle) => bits | 1 << ((needle[place] ?? 0) & 15), 0),
		high: needles.reduce((bits, needle) => bits | 1 << ((needle[place] ?? 0) >> 4), 0)
	}));
}
/**
* A bit for each hash that the first four bytes of a needle can have, as the sieve computes it: the four bytes, the first
* the lowest, times the golden ratio of 32 bits, and of that the upper half. Of a needle of three bytes any fourth will do.
*/
function hashesOf(needles) {
	const bits = /* @__PURE__ */ new Uint8Array(8192);
	for (const needle of needles) {
		const fourths = needle.length > 3 ? [needle[3] ?? 0] : Array.from({ length: 256 }, (_, byte) => byte);
		for (const fourth of fourths) {
			const four = ((needle[0] ?? 0) | (needle[1] ?? 0) << 8 | (needle[2] ?? 0) << 16 | fourth << 24) >>> 0;
			const hash = Math.imul(four, 2654435761) >>> 16;
			bits[hash >>> 3] = (bits[hash >>> 3] ?? 0) | 1 << (hash & 7);
		}
	}
	return bits;
}
// src/detect/sieve-code.ts
/** The WebAssembly module of the sieve, in base64. */
const SIEVE = [
	"AGFzbQEAAAABCgFgBX9/f39/AX8DAgEABQMBAAEHEgIFc2lldmUAAAZtZW1vcnkCAArzBAHwBAISewR/QQD9AAQAIQdBEP0ABAAh",
	"CEEg/QAEACEJQTD9AAQAIQpBwAD9AAQAIRFB0AD9AAQAIRJB4AD9AAQAIQtB8AD9AAQAIQxBgAH9AAQAIQ1BkAH9AAQAIQ5BoAH9",
	"AAQAIRNBsAH9AAQAIRQgAkEASgR7IAcgACACakEQa/0ABAAiBf0MDw8PDw8PDw8PDw8PDw8PD/1OIhX9DiAIIAVBBP1tIgX9Dv1O",
	"IQYgCSAV/Q4gCiAF/Q79TiEPIAsgFf0OIAwgBf0O/U4hECANIBX9DiAOIAX9Dv1OBf0MAAAAAAAAAAAAAAAAAAAAAAshBQNAIAEg",
	"AkoEQCAGIAcgACACav0ABAAiBv0MDw8PDw8PDw8PDw8PDw8PD/1OIhX9DiAIIAZBBP1tIhb9Dv1OIgb9DQ4PEBESExQVFhcYGRob",
	"HB0gDyAJIBX9DiAKIBb9Dv1OIg/9DQ8QERITFBUWFxgZGhscHR79TiARIBX9DiASIBb9Dv1O/U4gECALIBX9DiAMIBb9Dv1OIhD9",
	"DQ4PEBESExQVFhcYGRobHB0gBSANIBX9DiAOIBb9Dv1OIgX9DQ8QERITFBUWFxgZGhscHR79TiATIBX9DiAUIBb9Dv1O/U79UCIV",
	"/VMEQCAV/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZEF/c0H//wNxIRcDQCAXBEAgAiAXaGpBAmshGSAXIBdBAWtxIRcgACAZaigCAEGx",
	"893xeWxBEHYiGkEDdi0AwAFBASAaQQdxdHFFDQEgBCAYRgRAIBgPCyADIBhBAnRqIBk2AgAgGEEBaiEYDAELCwsgAkEQaiECDAEL",
	"CyAYCw=="
].join("");
// src/detect/sieve.ts
/** The module in memory: the tables, the hashes, the places that were found, the text. */
const HASHES = 192;
const OUT = 8384;
const ROOM = 8192;
const TEXT = 41152;
/**
* So much is copied and searched at once: it stays in the processor's second cache between the two, which is why larger
* pieces are slower.
*/
const PIECE = 131072;
const BLOCK = 16;
const PAGE = 65536;
const wasm = globalThis.WebAssembly;
let supported = null;
/** Whether this machine can run the sieve: WebAssembly with SIMD. */
function isSupported() {
	supported ??= wasm?.validate(Buffer.from(SIEVE, "base64")) === true;
	return supported;
}
/** Finds, sixteen bytes at a time, the places where the first three bytes of some needle may stand. */
var Sieve = class {
	#sieve;
	#text;
	#found;
	/** The needles have three bytes or more. */
	constructor(needles) {
		if (!wasm) throw new Error("there is no WebAssembly here");
		const { exports } = new wasm.Instance(new wasm.Module(Buffer.from(SIEVE, "base64")));
		const { memory, sieve } = exports;
		memory.grow(Math.ceil(172256 / PAGE) - memory.buffer.byteLength / PAGE);
		const tables = new Uint8Array(memory.buffer);
		tables.set(tablesOf(needles), 0);
		tables.set(hashesOf(needles), HASHES);
		this.#sieve = sieve;
		this.#text = new Uint8Array(memory.buffer, TEXT, 131104);
		this.#found = new Int32Array(memory.buffer, OUT, ROOM);
	}
	/** Such places in `from <= place < until`, ascending. Between two of them other texts may be searched. */
	*places(bytes, from, until) {
		for (let start = from; start < until; start += PIECE) for (const place of this.#placesIn(bytes, start, Math.min(start + PIECE, until))) yield start + place;
	}
	/** All of a piece at once: another search may come in between, and its text would be in the way. */
	#placesIn(bytes, start, stop) {
		const length = Math.min(stop + 3, bytes.length) - start;
		const rounded = Math.ceil(length / BLOCK) * BLOCK;
		this.#text.set(bytes.subarray(start, start + length), 0);
		this.#text.fill(0, length, rounded);
		const places = [];
		for (let from = 0, count = ROOM; count === ROOM;) {
			count = this.#sieve(TEXT, rounded, from, OUT, ROOM);
			if (count === 0) return places;
			from = Math.floor(((this.#found[count - 1] ?? 0) + 2) / BLOCK) * BLOCK;
			const told = places.at(-1) ?? -1;
			for (let at = 0; at < count; at += 1) {
				const place = this.#found[at] ?? 0;
				if (place > told && place < stop - start) places.push(place);
			}
		}
		return places;
	}
};
// src/detect/prefilter.ts
/** A prefilter for needles of three bytes or more: with SIMD where the machine has it, and else one needle at a time. */
function prefilter(needles) {
	return isSupported() ? sieving(needles) : searching(needles);
}
/** One pass for all needles: the sieve leaves few places, and of those the bytes are compared. */
function sieving(needles) {
	const byStart = /* @__PURE__ */ new Map();
	for (const needle of needles) byStart.set(startOf$1(needle, 0), [...byStart.get(startOf$1(needle, 0)) ?? [], needle]);
	let sieve = null;
	return { *places(bytes, from, until) {
		sieve ??= new Sieve(needles);
		for (const place of sieve.places(bytes, from, until)) if (byStart.get(startOf$1(bytes, place))?.some((needle) => stands$1(needle, bytes, place))) yield place;
	} };
}
/** The first three bytes as one number. */
function startOf$1(bytes, at) {
	return (bytes[at] ?? 0) << 16 | (bytes[at + 1] ?? 0) << 8 | (bytes[at + 2] ?? 0);
}
function stands$1(needle, bytes, place) {
	if (place + needle.length > bytes.length) return false;
	for (let at = 3; at < needle.length; at += 1) if (bytes[place + at] !== needle[at]) return false;
	return true;
}
/** A pass for each needle. */
function searching(needles) {
	return { *places(bytes, from, until) {
		const next = needles.map((needle) => bytes.indexOf(needle, from));
		for (;;) {
			const place = Math.min(...next.filter((at) => at >= 0));
			if (place >= until) return;
			yield place;
			for (const [index, needle] of needles.entries()) if (next[index] === place) next[index] = bytes.indexOf(needle, place + 1);
		}
	} };
}
// src/detect/strangers.ts
/** No key of these is longer; more than this is not looked at. */
const LONGEST$2 = 256;
/**
* What stands at a place where `sk-` or `sk_` begins, if it is another vendor's key or some other thing with that prefix;
* else null. Null also for what is not worth a word, as `sk-container-id` of a stylesheet or the end of `task-list`, and
* for everything with OpenAI's marker in it.
*/
function strangerAt(text, at) {
	const start = isWordByte(text[at - 1]) ? at - 1 : at;
	if (isWordByte(text[start - 1])) return null;
	let end = at;
	while (end < at + LONGEST$2 && isKeyByte(text[end])) end += 1;
	const run = text.toString("latin1", start, end);
	if (run.includes(MARKER$1)) return null;
	const more = text[end] === AT ? text.toString("latin1", end, end + DOMAIN.length) : "";
	return KNOWN.find(([shape]) => shape.test(run + more))?.[1] ?? null;
}
const AT = 64;
const DOMAIN = "@openssh.com";
/** The first that fits tells. As met in public code and in other scanners' rules, in 2026; with a letter before `sk` or none. */
const KNOWN = [
	[/^sk-ant-[\w-]{20,}$/, "a key of Anthropic"],
	[/^sk-or-(?:v\d-)?[\w-]{20,}$/, "a key of OpenRouter"],
	[/^sk-lf-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "a key of Langfuse"],
	[/^sk-api-[\w-]{20,}$/, "a key of MiniMax"],
	[/^sk-emergent-[\w-]{8,}$/i, "a key of Emergent"],
	[/^sk-litellm-[\w-]{8,}$/i, "a key of LiteLLM"],
	[/^sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)(?:-cert-v01)?@openssh\.com$/, "the type of an SSH security key"],
	[/^sk-[0-9a-f]{32}$/, "a key in the form of DeepSeek or DashScope"],
	[/^sk-(?:proj|svcacct|admin|None)-(?=.*\d)[\w-]{40,}$/, "a text that begins like a key of OpenAI and lacks its marker"],
	[/^sk-(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]{48,64}$/, "a key in the form of Moonshot or Stability"],
	[/^csk-[a-z0-9]{40,}$/i, "a key of Cerebras"],
	[/^gsk_[A-Za-z0-9]{40,}$/, "a key of Groq"],
	[/^sk_(?:live|test)_[A-Za-z0-9]{16,}$/, "a key of Stripe, Clerk or Paystack"],
	[/^sk_[0-9a-f]{48}$/, "a key of ElevenLabs"],
	[/^sk_(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]{32,}$/, "a key of another vendor"]
];
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
// src/detect/search.ts
/** With `strangers` other vendors' keys are looked for as well. */
function netOf(anchors, strangers) {
	const held = [
		...anchors.flatMap((anchor) => heldFor(anchor.needles, {
			kind: "anchor",
			anchor
		})),
		...heldFor(PACKED_NEEDLES, { kind: "packed" }),
		...strangers ? heldFor(STRANGERS, { kind: "stranger" }) : []
	];
	const byFirst = /* @__PURE__ */ new Map();
	for (const one of held) {
		const first = one.bytes[0] ?? 0;
		byFirst.set(first, [...byFirst.get(first) ?? [], one]);
	}
	return {
		filter: prefilter(held.map(({ bytes }) => bytes)),
		byFirst
	};
}
function heldFor(needles, use) {
	return needles.map((bytes, needle) => ({
		bytes,
		needle,
		use
	}));
}
const STRANGERS = [Buffer.from("sk-"), Buffer.from("sk_")];
/**
* So often pieces of a blob are put together, and once more for so many bytes of it. It takes a third of a millisecond;
* what is not made to be slow has a few places that need it.
*/
const JOINS = 2e3;
const BETWEEN_JOINS = 512;
/** Before any place of a blob. */
const NOWHERE = -1;
/**
* Searches the bytes of one blob, or of one file within it, as they pass. Holds two chunks and one run of base64 at the
* most. What is packed in such a run is handed out unopened.
*/
var Search = class {
	#net;
	#aside;
	#views = new Views(SIGHT);
	/** How far the blob was read by an anchor, and where its last key ended. */
	#read = /* @__PURE__ */ new Map();
	#last = null;
	#joins = 0;
	#packing = null;
	constructor(net, aside) {
		this.#net = net;
		this.#aside = aside;
	}
	/** What is found now that this chunk is here. */
	*add(chunk) {
		for (const view of this.#views.add(chunk)) yield* this.#foundIn(view, false);
	}
	/** What is found in the rest when no more chunks come. */
	*rest() {
		yield* this.#foundIn(this.#views.rest(), true);
	}
	*#foundIn(view, isLast) {
		const { bytes, offset, from, until } = view;
		yield* this.#collect(view, isLast);
		for (const at of this.#net.filter.places(bytes, from - offset, until - offset)) for (const { bytes: needle, needle: index, use } of this.#net.byFirst.get(bytes[at] ?? 0) ?? []) {
			if (!stands$2(needle, bytes, at)) continue;
			switch (use.kind) {
				case "anchor":
					yield* this.#hits(view, at, index, use.anchor);
					break;
				case "packed":
					if (this.#packing || !isPacked$1(bytes, at, index)) break;
					this.#packing = new Packing(index, offset + at);
					yield* this.#collect(view, isLast);
					break;
				case "stranger": this.#tellStranger(view, at);
			}
		}
	}
	*#collect({ bytes, offset }, isLast) {
		if (!this.#packing?.take(bytes, offset, isLast)) return;
		const packed = this.#packing.packed();
		this.#packing = null;
		if (packed) yield packed;
	}
	*#hits({ bytes, offset }, at, needle, anchor) {
		const { end, floor } = this.#read.get(anchor) ?? {
			end: NOWHERE,
			floor: NOWHERE
		};
		if (offset + at < end) return;
		const mayJoin = () => this.#mayJoin(offset + at);
		const read = anchor.read({
			text: bytes,
			at,
			offset,
			floor: floor - offset,
			mayJoin
		}, needle);
		if (!read) return;
		this.#read.set(anchor, {
			end: offset + read.end,
			floor: read.key ? offset + read.key.end : floor
		});
		const hit = read.key && this.#hitOf(read.key, offset);
		if (!hit || isKnown(hit, this.#last)) return;
		this.#last = hit;
		yield hit;
	}
	#hitOf({ text, others, start, end, kind, confidence, encoding }, offset) {
		const place = {
			offset: offset + start,
			length: end - start
		};
		const readings = [text, ...others].map((one) => ({
			one,
			weight: weighed(one, confidence)
		}));
		const [own] = readings;
		const [first, ...rest] = readings.filter(({ weight }) => weight.kind === "key");
		if (first?.weight.kind !== "key") {
			const what = own?.weight.kind === "look-alike" ? own.weight.what : "a placeholder";
			this.#aside({
				kind: "look-alike",
				what,
				offset: place.offset
			});
			return null;
		}
		const known = {
			kind,
			confidence: first === own ? first.weight.confidence : "suspected",
			encoding,
			alternatives: rest.map(({ one }) => new Secret(one)),
			member: null
		};
		return {
			secret: new Secret(first.one),
			...known,
			...place
		};
	}
	#mayJoin(place) {
		if (this.#joins >= JOINS + place / BETWEEN_JOINS) {
			this.#aside({
				kind: "unread",
				why: "it has too many parts of keys to put them all together"
			});
			return false;
		}
		this.#joins += 1;
		return true;
	}
	#tellStranger({ bytes, offset }, at) {
		const what = strangerAt(bytes, at);
		if (what !== null) this.#aside({
			kind: "look-alike",
			what,
			offset: offset + at
		});
	}
};
const RANK = {
	suspected: 1,
	likely: 2,
	certain: 3
};
/** Whether a hit stands where another was found in another way, and is no surer. */
function isKnown(hit, last) {
	if (!last || hit.offset >= last.offset + last.length || hit.offset + hit.length <= last.offset) return false;
	return RANK[hit.confidence] <= RANK[last.confidence];
}
// src/detect/tapped.ts
/** Chunks that are searched as they pass, whoever takes them and for whatever else. */
var Tapped = class {
	#opening;
	#rest;
	#search;
	#found = [];
	/** `opening`: the chunks that were taken of `rest` before. */
	constructor(opening, rest, search) {
		this.#opening = opening.toReversed();
		this.#rest = rest;
		this.#search = search;
	}
	/** How much was found and not yet taken. */
	get count() {
		return this.#found.length;
	}
	/** What was found since this was asked last. */
	taken() {
		const found = this.#found;
		this.#found = [];
		return found;
	}
	/** The next chunk, searched; null once there is none, and all is searched. */
	async next() {
		const chunk = this.#opening.pop() ?? await this.#read();
		for (const one of chunk ? this.#search.add(chunk) : this.#search.rest()) this.#found.push(one);
		return chunk;
	}
	/** All chunks, each searched before it is handed on. */
	async *chunks() {
		for (let chunk = await this.next(); chunk; chunk = await this.next()) yield chunk;
	}
	async #read() {
		const { done, value } = await this.#rest.next();
		return done ? null : value;
	}
};
// src/detect/detect.ts
/** So many bytes are unpacked of one blob, over all files within it, and so deep are files within files opened. */
const UNPACKED = 268435456;
const DEEPEST = 4;
/**
* Finds the keys of a blob. One pass for all needles rules out the common clean blob without turning its bytes into text;
* only around a needle is looked closer. A blob that holds other files is searched as it is, and so are the files in it.
* With `strangers`, keys of other vendors are told as asides.
*/
function detector({ strangers }) {
	let net = null;
	return (blob, aside) => {
		net ??= netOf(ANCHORS, strangers);
		return hitsIn(blob.chunks, {
			net,
			budget: {
				bytes: UNPACKED,
				depth: DEEPEST
			},
			aside: onceEach(aside)
		});
	};
}
/** The detector that every run has. */
const detect = detector({ strangers: false });
/** Of a thousand files that cannot be read for one reason, that is told once. */
function onceEach(aside) {
	const told = /* @__PURE__ */ new Set();
	return (one) => {
		if (one.kind === "unread" && (told.has(one.why) || told.size >= MOST_REASONS)) return;
		if (one.kind === "unread") told.add(one.why);
		aside(one);
	};
}
const MOST_REASONS = 20;
async function* hitsIn(chunks, means) {
	const iterator = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
	try {
		const opening = [];
		for (let length = 0; length < 512; length += opening.at(-1)?.length ?? 0) {
			const { done, value } = await iterator.next();
			if (done) break;
			opening.push(value);
		}
		const tapped = new Tapped(opening, iterator, new Search(means.net, means.aside));
		const container = containerIn(startOf(opening));
		if (container) yield* hitsInContainer(container, tapped, means);
		for (let isMore = !container; isMore;) {
			isMore = await tapped.next() !== null;
			if (tapped.count > 0) yield* hitsOf(tapped.taken(), means);
		}
	} finally {
		await iterator.return?.();
	}
}
/** What is told of a blob's beginning. */
function startOf(opening) {
	const [only] = opening;
	if (opening.length === 1 && only) return Buffer.from(only.buffer, only.byteOffset, Math.min(only.length, 512));
	return Buffer.concat(opening).subarray(0, 512);
}
async function* hitsOf(found, means) {
	for (const one of found) if (isPacked(one)) yield* hitsInPacked(one, means);
	else yield one;
}
async function* hitsInPacked({ container, bytes, offset, length }, means) {
	const aside = (one) => means.aside(one.kind === "look-alike" ? {
		...one,
		offset
	} : one);
	for await (const hit of hitsOfMembers(container, once$1(bytes), {
		...means,
		aside
	})) yield {
		...hit,
		encoding: "base64",
		member: null,
		offset,
		length
	};
}
async function* once$1(bytes) {
	yield bytes;
}
/** So many hits in a container's own bytes are held back, to be told if no file of it has them. */
const HELD_BACK = 1e3;
/**
* The hits in the files of a container, then those in its own bytes. What stands there as it is, as in a tar archive, is
* found in both; the file's name says more.
*/
async function* hitsInContainer(container, tapped, means) {
	const named = /* @__PURE__ */ new Map();
	const isNamed = ({ secret, offset, length }) => named.get(secret.fingerprint)?.some((one) => one.offset <= offset && offset + length <= one.offset + one.length);
	for await (const hit of hitsOfMembers(container, tapped.chunks(), means)) {
		named.set(hit.secret.fingerprint, [...named.get(hit.secret.fingerprint) ?? [], hit]);
		yield hit;
		if (tapped.count > HELD_BACK) {
			for (const own of tapped.taken()) if (!isPacked(own) && !isNamed(own)) yield own;
		}
	}
	for (const own of tapped.taken()) if (!isPacked(own) && !isNamed(own)) yield own;
}
/** The hits in the files of a container, each as a hit in that file, which stands where the file does. */
async function* hitsOfMembers(container, chunks, means) {
	let seen = /* @__PURE__ */ new Set();
	let before = -1;
	const unread = (why) => means.aside({
		kind: "unread",
		why
	});
	for await (const member of membersOf(container, chunks, means.budget, unread)) {
		const { name, offset } = member;
		if (offset !== before) seen = /* @__PURE__ */ new Set();
		before = offset;
		const aside = (one) => means.aside(one.kind === "look-alike" ? {
			...one,
			offset
		} : one);
		for await (const hit of hitsIn(member.chunks, {
			...means,
			aside
		})) {
			const path = hit.member === null ? name : `${name} › ${hit.member}`;
			const id = `${hit.secret.fingerprint} ${hit.confidence} ${hit.encoding} ${path}`;
			if (seen.has(id)) continue;
			seen.add(id);
			yield {
				...hit,
				member: path,
				offset,
				length: member.length
			};
		}
	}
}
function isPacked(found) {
	return "container" in found;
}
// src/detect/sample.ts
/**
* A text with keys that nobody has, for proving at the start of each run that the search works on this machine: the
* WebAssembly, every decoder and the shapes. Made at run time; the keys' bodies are letters in a fixed order.
*/
function sample() {
	const keys = WRITTEN.map((_, index) => `sk-${body(20, 2 * index)}${MARKER$1}${body(20, 2 * index + 1)}`);
	const lines = keys.map((key, index) => WRITTEN[index]?.(key) ?? "");
	const text = `${"x".repeat(1024)}\nOPENAI_API_KEY=${lines.join("\n")}\n`;
	return {
		blob: {
			provenance: {
				kind: "stdin",
				name: "sample"
			},
			chunks: [Buffer.from(text, "latin1")]
		},
		fingerprints: keys.map(fingerprintOf)
	};
}
const each = (text, one) => Array.from(Buffer.from(text), one).join("");
/** A way to write a key down for each encoding; not in pieces, which would cost as much as all others. */
const WRITTEN = [
	(key) => key,
	(key) => Buffer.from(key).toString("base64"),
	(key) => Buffer.from(key).toString("hex"),
	(key) => each(key, (code) => `${code},`),
	(key) => each(key, (code) => `%${code.toString(16)}`),
	(key) => Buffer.from(`${key}\n`, "utf16le").toString("latin1"),
	(key) => [...key].toReversed().join(""),
	(key) => each(key, (code) => String.fromCharCode(turned(code)))
];
/** A letter, thirteen further on: rot13. */
function turned(code) {
	const letter = code | 32;
	if (letter < 97 || letter > 122) return code;
	return letter < 110 ? code + 13 : code - 13;
}
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
/** Letters and digits without a pattern: the numbers of a congruential generator (Numerical Recipes, chapter 7.1). */
function body(length, seed) {
	let state = seed + 1;
	return Array.from({ length }, () => {
		state = Math.imul(state, 1664525) + 1013904223 >>> 0;
		return ALPHABET[(state >>> 16) % 62];
	}).join("");
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
			...identity,
			record: nameless$1(identity.record)
		} : identity.kind === "ambiguous" ? {
			kind: "ambiguous",
			candidates: identity.candidates.map(nameless$1)
		} : identity,
		impact: null,
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
		impact: async () => null,
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
		impact: (record, since) => real.impact(record, since),
		prove: (secret, record) => real.prove(secret, record),
		contain: async ({ kind }) => ({
			kind: "rehearsed",
			because: `would-${kind}`
		})
	};
}
// src/openai/client.ts
/** How long one request may take, in milliseconds. */
const PATIENCE$2 = 2e4;
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
		timeout: PATIENCE$2,
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
/** The body of a page.
*
* @throws MalformedPage where it is not JSON.
*/
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
// src/openai/audit.ts
/** The largest page the API gives. */
const limit$1 = 100;
/** The organisation keeps no audit log, or has never written one: silence in it then proves nothing. */
var NoAuditLog = class extends Error {
	name = "NoAuditLog";
};
/**
* What was changed with a key, oldest first. The log holds changes of the organisation alone: no model calls, and no
* addresses of callers. An owner has to switch it on, and an answer without any entry does not tell whether they did:
* then one entry of anybody's is asked for.
*
* @throws NoAuditLog where there is none.
*/
async function changesWith(client, { keyId, since }) {
	const { auditLogs } = client.admin.organization;
	const from = {
		limit: limit$1,
		actor_ids: [keyId],
		effective_at: { gte: Math.floor(since.getTime() / 1e3) }
	};
	const changes = [];
	const ask = (after) => auditLogs.list(after ? {
		...from,
		after
	} : from).asResponse();
	for await (const page of pagesOf(ask)) for (const entry of page) {
		const change = alterationIn(entry);
		if (change) changes.push(change);
	}
	if (changes.length === 0) await mustBeKept(client);
	return changes.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}
async function mustBeKept(client) {
	for await (const page of pagesOf(() => client.admin.organization.auditLogs.list({ limit: 1 }).asResponse())) if (page.length > 0) return;
	throw new NoAuditLog("the audit log is empty");
}
/** Of an entry only its type, its time, and the id and name of what it was done to: no addresses, no people's details. */
function alterationIn({ type, effective_at: seconds, ...fields }) {
	if (typeof type !== "string" || !/^[a-z][a-z0-9_.]{0,79}$/.test(type) || typeof seconds !== "number") return null;
	if (/^log(?:in|out)\./.test(type)) return null;
	const what = fields[type];
	const { id, data } = typeof what === "object" && what !== null ? what : {};
	const { name, title } = typeof data === "object" && data !== null ? data : {};
	return {
		what: type,
		at: /* @__PURE__ */ new Date(seconds * 1e3),
		id: textOr(id),
		name: textOr(name) ?? textOr(title)
	};
}
function textOr(value) {
	return typeof value === "string" && value !== "" ? value : null;
}
// src/openai/buckets.ts
/** More pages than this are no answer: a window of ours has some dozen buckets to a page. */
const MOST_PAGES = 200;
/**
* Reads usage or costs page by page: `next_page` leads on. The SDK does not page these, and takes HTML for an empty list.
*
* @throws MalformedPage after yielding what could be read.
*/
async function* resultsOf(ask) {
	const seen = /* @__PURE__ */ new Set();
	let page;
	do {
		const { data, next } = bucketsIn(await jsonOf(await ask(page)));
		for (const results of data) yield* results;
		if (next !== void 0 && (seen.has(next) || seen.size >= MOST_PAGES)) throw new MalformedPage("a page leads back to an earlier one, or without end");
		if (next !== void 0) seen.add(next);
		page = next;
	} while (page !== void 0);
}
function bucketsIn(body) {
	const { data, has_more: more, next_page: next } = isObject(body) ? body : {};
	if (!Array.isArray(data) || typeof more !== "boolean") throw new MalformedPage("a page has no buckets");
	if (more && typeof next !== "string") throw new MalformedPage("a page says there is more and does not say where");
	const results = data.map((bucket) => isObject(bucket) ? bucket["results"] : void 0);
	if (!results.every((list) => Array.isArray(list) && list.every(isObject))) throw new MalformedPage("a bucket has no results");
	return {
		data: results,
		next: more ? String(next) : void 0
	};
}
function isObject(value) {
	return typeof value === "object" && value !== null;
}
// src/openai/usage.ts
const DAY = 86400;
/**
* Bucket widths with the longest window they are asked for, in seconds, and the largest page OpenAI gives of each. Only
* the width decides how much from before the exposure the first bucket holds: the narrowest that takes a few pages.
*/
const WIDTHS = [
	{
		width: "1m",
		upTo: DAY,
		limit: 1440
	},
	{
		width: "1h",
		upTo: 14 * DAY,
		limit: 168
	},
	{
		width: "1d",
		upTo: Number.POSITIVE_INFINITY,
		limit: 31
	}
];
/**
* What was used with a key: every endpoint that counts by key. Searches count beside the model requests that made them,
* so that they are kept apart under a name of their own. Vector stores and code sessions are not counted by key at all.
*/
async function usageOf(client, { keyId, since, until }) {
	const { usage } = client.admin.organization;
	const [start, end] = [seconds(since), seconds(until) + 1];
	const { width, limit } = WIDTHS.find(({ upTo }) => end - start <= upTo) ?? WIDTHS[2];
	const query = {
		start_time: start,
		end_time: end,
		bucket_width: width,
		limit,
		api_key_ids: [keyId],
		group_by: ["model"]
	};
	const endpoints = [
		["completions", (page) => usage.completions({
			...query,
			...page
		}).asResponse()],
		["decisions", (page) => usage.decisions({
			...query,
			...page
		}).asResponse()],
		["embeddings", (page) => usage.embeddings({
			...query,
			...page
		}).asResponse()],
		["moderations", (page) => usage.moderations({
			...query,
			...page
		}).asResponse()],
		["images", (page) => usage.images({
			...query,
			...page
		}).asResponse()],
		["speech", (page) => usage.audioSpeeches({
			...query,
			...page
		}).asResponse()],
		["transcriptions", (page) => usage.audioTranscriptions({
			...query,
			...page
		}).asResponse()],
		["web searches", (page) => usage.webSearchCalls({
			...query,
			...page
		}).asResponse()],
		["file searches", (page) => usage.fileSearchCalls({
			...query,
			group_by: ["api_key_id"],
			...page
		}).asResponse()]
	];
	const uses = /* @__PURE__ */ new Map();
	await Promise.all(endpoints.map(async ([name, ask]) => {
		for await (const result of resultsOf((page) => ask(page === void 0 ? {} : { page }))) {
			const isSearch = name.endsWith("searches");
			add(uses, isSearch ? name : textIn(result, "model") ?? name, result, isSearch);
		}
	}));
	return [...uses.values()].toSorted((one, other) => (other.requests ?? 0) - (one.requests ?? 0));
}
function add(uses, model, result, isSearch) {
	const known = uses.get(model) ?? {
		model,
		requests: null,
		inputTokens: null,
		outputTokens: null
	};
	uses.set(model, {
		model,
		requests: sum(known.requests, numberIn(result, isSearch ? "num_requests" : "num_model_requests")),
		inputTokens: sum(known.inputTokens, numberIn(result, "input_tokens")),
		outputTokens: sum(known.outputTokens, numberIn(result, "output_tokens"))
	});
}
/** Money spent with a key, by days of UTC: the first day is counted whole. Null when nothing was. */
async function costsOf(client, { keyId, since, until }) {
	const { usage } = client.admin.organization;
	const query = {
		start_time: Math.floor(seconds(since) / DAY) * DAY,
		end_time: seconds(until) + 1,
		limit: 180,
		api_key_ids: [keyId]
	};
	let [value, currency] = [0, "usd"];
	for await (const result of resultsOf((page) => usage.costs(page ? {
		...query,
		page
	} : query).asResponse())) {
		const amount = result["amount"];
		if (typeof amount !== "object" || amount === null) continue;
		value += Number(amount["value"]) || 0;
		currency = textIn(amount, "currency") ?? currency;
	}
	return {
		value,
		currency
	};
}
function seconds(time) {
	return Math.floor(time.getTime() / 1e3);
}
function sum(known, more) {
	return more === null ? known : (known ?? 0) + more;
}
function numberIn(result, field) {
	const value = result[field];
	return typeof value === "number" && Number.isFinite(value) && value >= 0 ? Math.round(value) : null;
}
function textIn(result, field) {
	const value = result[field];
	return typeof value === "string" && value !== "" ? value : null;
}
// src/openai/impact.ts
/** Asks what was done with a key since it was exposed. A source that does not tell is named, and never fails the run. */
async function impactOf$2(client, window) {
	const untold = [];
	async function told(source, asking) {
		try {
			return await asking;
		} catch (error) {
			untold.push({
				source,
				because: whyUntold(error)
			});
			return null;
		}
	}
	const [models, cost, changes] = await Promise.all([
		told("usage", usageOf(client, window)),
		told("costs", costsOf(client, window)),
		told("audit-log", changesWith(client, window))
	]);
	const made = models?.filter(({ model }) => !model.endsWith(" searches")) ?? null;
	return {
		since: window.since,
		asOf: window.until,
		requests: made && made.reduce((sum, { requests }) => sum + (requests ?? 0), 0),
		inputTokens: made && made.reduce((sum, { inputTokens }) => sum + (inputTokens ?? 0), 0),
		outputTokens: made && made.reduce((sum, { outputTokens }) => sum + (outputTokens ?? 0), 0),
		models,
		cost,
		changes,
		untold
	};
}
function whyUntold(error) {
	if (error instanceof NoAuditLog) return "off";
	if (error instanceof MalformedPage) return "unreadable";
	return ofRefusal(refusalOf(error));
}
function ofRefusal({ status }) {
	if (status === null || status === 429 || status >= 500) return "no-answer";
	return status === 401 || status === 403 ? "not-permitted" : "unreadable";
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
// src/domain/redaction.ts
/**
* Reads a redacted value. Both forms met: dotted (`sk-...abc`), and eight characters, a star for each hidden one, four
* characters. Null where either end is missing: such a value says nothing.
*/
function endsIn(redacted) {
	const parts = /^([^*.…]+)(\*+|\.{2,}|…)([^*.…]+)$/.exec(redacted.trim());
	if (!parts) return null;
	const [whole, head = "", hidden = "", tail = ""] = parts;
	return {
		head,
		tail,
		length: hidden.startsWith("*") ? whole.length : null
	};
}
/** Whether a key could be the one behind a redacted value. */
function endsFit(secret, redacted) {
	const ends = endsIn(redacted);
	if (!ends) return false;
	const text = secret.reveal();
	if (text.length <= ends.head.length + ends.tail.length) return false;
	if (ends.length !== null && ends.length !== text.length) return false;
	return text.startsWith(ends.head) && text.endsWith(ends.tail);
}
/** Letters and digits, of which the bodies of short keys are made; long ones have two characters more. */
const ALPHANUMERIC = Math.log2(62);
/**
* The last two characters of a long key are `A` after one of sixteen: its body ends in a zero byte (seen in 54 of 55
* keys looked at). They tell four bits, not twelve.
*/
const PADDED = /[AEIMQUYcgkosw048]A$/;
/** Keys up to this length have short bodies, without that ending: two of twenty, the marker, and a prefix. */
const SHORT = 72;
/**
* How many bits of a key its redacted value tells, beyond what all keys of its kind have in common: two to this power is
* the odds that another key does not fit it by chance.
*/
function bitsTold(secret, redacted) {
	const ends = endsIn(redacted);
	if (!ends) return 0;
	const text = secret.reveal();
	const prefix = /^sk-(?:(?:proj|svcacct|admin|None)-)?/.exec(text)?.[0].length ?? 0;
	const body = Math.max(0, ends.head.length - prefix);
	if (text.length <= SHORT) return (body + ends.tail.length) * ALPHANUMERIC;
	const tail = PADDED.test(text) ? 4 + 6 * Math.max(0, ends.tail.length - 2) : 6 * ends.tail.length;
	return 6 * body + tail;
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
const PATIENCE$1 = {
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
function openaiRegistry(host, adminKey, { now, patience = PATIENCE$1 }) {
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
		impact: async ({ id }, since) => await impactOf$2(await adminClient(host, adminKey.reveal()), {
			keyId: id,
			since,
			until: now()
		}),
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
	#hasHelpers;
	/**
	* `gitDir` is an absolute path. `network` are the variables with which a fetch may reach its one server: they win over
	* the hardening, which lets git reach none.
	*/
	constructor(gitDir, environment, network = {}) {
		const passed = Object.entries(environment).filter((entry) => {
			return PASSED_ON.test(entry[0]) && entry[1] !== void 0;
		});
		this.#environment = {
			...Object.fromEntries(passed),
			...HARDENING.variables,
			...network,
			GIT_DIR: gitDir
		};
		this.#home = parse(gitDir).root;
		this.#hasHelpers = Object.keys(network).length > 0 && platform() !== "win32";
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
			windowsHide: true,
			detached: this.#hasHelpers
		});
		child.stdin.on("error", () => {});
		return {
			input: child.stdin,
			output: chunksOf(child.stdout),
			ended: endOf(child),
			stop: () => this.#stop(child)
		};
	}
	/** A fetch has helpers that talk to the server, and they outlive it: all are one group, and stopped as one. */
	#stop(child) {
		if (!this.#hasHelpers || child.pid === void 0) return void child.kill();
		try {
			kill(-child.pid);
		} catch {
			child.kill();
		}
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
function quoted$2(name) {
	return JSON.stringify(name);
}
// src/sources/repository.ts
/** Finds the repository a folder belongs to, as git does: `.git` here or above, or a bare repository. */
async function findRepository(folder) {
	const start = resolve(folder);
	if (!await isFolder(start)) throw new UsageError(`There is no folder ${quoted$2(folder)}; name one inside a git repository.`);
	for (let here = start;; here = dirname(here)) {
		const gitDir = await gitDirIn(here);
		if (gitDir !== null) return await opened$1(gitDir);
		if (dirname(here) === here) break;
	}
	throw new UsageError(`${quoted$2(folder)} is not in a git repository; name a folder that is (in a workflow, run actions/checkout first).`);
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
async function opened$1(gitDir) {
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
// src/sources/missing-commit.ts
/**
* A commit that a range needs and the repository does not have: an end of it that is unknown here, as after a force-push
* or in a clone that was cut short, or the commit where a shallow clone ends inside the range. The reader can mend it,
* and a door can: by fetching, or by comparing with another commit.
*/
var MissingCommit = class extends UsageError {
	/** The commit as it was named, or the boundary's full object name. */
	commit;
	constructor(commit, message) {
		super(message);
		this.commit = commit;
	}
};
/** For an end of a range that is no commit of the repository. */
function notHere(name) {
	return new MissingCommit(name, `${isHex(name) ? name : quoted$2(name)} is not a commit of this repository; name a branch, a tag or a commit that is, or fetch it first (git fetch; with actions/checkout: fetch-depth: 0).`);
}
/** For a range that runs past the end of a shallow clone, at this commit. */
function tooShallow$1(commit) {
	return new MissingCommit(commit, `The repository is a shallow clone and the range runs past its end, at commit ${commit}; fetch the history it lacks (git fetch --unshallow; with actions/checkout: fetch-depth: 0).`);
}
function isHex(name) {
	return /^[0-9a-f]{40,64}$/.test(name);
}
// src/sources/revisions.ts
/** Whether a name is a full object name, of SHA-1 or SHA-256. */
function isFullName(name) {
	return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name);
}
/** The full object names of the commits that revisions name, in one go; null for what names none. */
async function commitsNamed(git, names) {
	for (const name of names) if (name === "" || /\p{Cc}/u.test(name)) throw new UsageError(`${quoted$2(name)} cannot be a revision; name a commit.`);
	const ending = await git.ask(["cat-file", "--batch-check"], names.map((name) => `${name}^{commit}\n`).join(""));
	const lines = ending.stdout.split("\n").slice(0, -1);
	if (lines.length === names.length) return lines.map((line) => /^([0-9a-f]+) commit \d+$/.exec(line)?.[1] ?? null);
	const [culprit] = names.slice(lines.length);
	if (culprit === void 0 || !/^fatal: .*(?:upstream|branch|log for)/m.test(ending.stderr)) throw failureOf(ending, "look up commits");
	throw new UsageError(`${quoted$2(culprit)} names no commit (${complaint(ending.stderr)}); name a branch or a commit.`);
}
/** The ends of a range, by full object names. A MissingCommit for a name that is none here. Full names are taken as they are; a range that lacks them finds out. */
async function endsNamed(git, base, head) {
	if (isFullName(head) && (base === null || isFullName(base))) return {
		base,
		head
	};
	const names = base === null ? [head] : [head, base];
	const [headCommit, baseCommit] = (await commitsNamed(git, names)).map((commit, at) => {
		if (commit === null) throw notHere(names[at] ?? "");
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
	if (range.trim() === "" || parts && (parts[2] ?? "").length > 3 || parts?.[3]?.includes("..")) throw new UsageError(`${quoted$2(range)} is not a range; write A..B, A...B, or A for A..HEAD.`);
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
	throw new UsageError(`${quoted$2(range)}: the two share no commit here; write A..B, or fetch their history (git fetch --unshallow).`);
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
// src/sources/tokens.ts
const EMPTY$1 = Buffer.alloc(0);
const NUL$1 = 0;
const LF$3 = 10;
/** Splits what git writes with `-z`: each token ends in NUL, so that a path may hold anything else. */
async function* tokensOf(output) {
	for await (const { bytes, end } of wholeUpTo(NUL$1, output)) {
		let from = 0;
		for (let at = bytes.indexOf(NUL$1); at < end && at !== -1; at = bytes.indexOf(NUL$1, from)) {
			yield bytes.toString("utf8", from, at);
			from = at + 1;
		}
	}
}
/** Splits what git writes a line each, a chunk at a time. What is not ASCII, as paths, is not to be read here. */
async function* linesIn(output) {
	for await (const { bytes, end } of wholeUpTo(LF$3, output)) yield bytes.toString("latin1", 0, end - 1).split("\n");
}
/** The same bytes, cut behind the last mark of each chunk. What follows the last mark of all is left out. */
async function* wholeUpTo(mark, output) {
	let cut = EMPTY$1;
	for await (const chunk of output) {
		const bytes = cut.length > 0 ? Buffer.concat([cut, chunk]) : chunk;
		const end = bytes.lastIndexOf(mark) + 1;
		if (end > 0) yield {
			bytes,
			end
		};
		cut = bytes.subarray(end);
	}
}
// src/sources/ignored.ts
/**
* What the .gitignore files of a work tree hide. Nothing where the folder is in none, and never what is committed all the
* same. Other repositories within it, as submodules, are not looked into and hide nothing.
*/
async function ignoredIn(folder, environment) {
	const root = resolve(folder);
	const top = await workTreeOf(root);
	const files = /* @__PURE__ */ new Set();
	const folders = [];
	if (top === null) return {
		folders,
		files
	};
	const running = new Git((await findRepository(top)).gitDir, environment).start([
		"-C",
		top,
		`--work-tree=${top}`,
		"ls-files",
		...IGNORED
	]);
	running.input.end();
	const prefix = root === top ? "" : `${relative(top, root).replaceAll(sep, "/")}/`;
	for await (const path of tokensOf(running.output)) {
		if (path.endsWith("/") && prefix.startsWith(path)) folders.push("");
		if (!path.startsWith(prefix)) continue;
		const own = path.slice(prefix.length);
		if (path.endsWith("/")) folders.push(own.slice(0, -1));
		else files.add(own);
	}
	const ending = await running.ended;
	if (ending.code !== 0) throw failureOf(ending, "list what .gitignore hides");
	return {
		folders,
		files
	};
}
/** Of an ignored folder only its name, and not all that is in it. */
const IGNORED = [
	"-z",
	"--others",
	"--ignored",
	"--exclude-standard",
	"--directory",
	"--full-name"
];
async function workTreeOf(folder) {
	for (let here = folder;; here = dirname(here)) {
		if (await access(join(here, ".git")).then(() => true, () => false)) return here;
		if (dirname(here) === here) return null;
	}
}
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
		if (fault !== null) throw new UsageError(`The glob ${quoted$2(glob)} ${fault}.`);
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
	return new UsageError(`The glob ${quoted$2(globs[0] ?? "")} only leaves out; add what to look at, such as **, or use exclude.`);
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
const LF$2 = 10;
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
	for (let at = bytes.indexOf(LF$2); at !== -1; at = bytes.indexOf(LF$2, from)) {
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
		const isLineFeed = bigEndian ? half === 0 && byte === LF$2 : half === LF$2 && byte === 0;
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
const CHUNK$1 = 262144;
/**
* Opens the files that globs name, as they are on disk now; no globs means all. Links are not followed, and git's own
* folder is not looked into. A UsageError names a glob that is wrong, or a file that is not there.
*/
async function openFiles(options) {
	const { root, globs, exclude, ignored, environment } = options;
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
		else gaps.add("unreadable", `${quoted$2(name)} is no file but a link or a device, which is not read`);
	}
	const { wanted: matched, unwanted, names } = await globsIn(rest, exclude);
	const [absent] = names;
	if (absent !== void 0) throw new UsageError(`There is no file ${quoted$2(absent)}; write its path from ${quoted$2(root)}, or a glob.`);
	wanted.push(...matched);
	if (wanted.length === 0 && gaps.all().length === 0) throw onlyLeavesOut(globs);
	const hidden = ignored === false ? await ignoredIn(root, environment ?? {}) : NOTHING$1;
	const folders = hidden.folders.map((folder) => folder === "" ? "**" : `${fastGlob.escapePath(folder)}/**`);
	const source = new FilesSource(root, {
		wanted,
		unwanted: [...unwanted, ...folders]
	}, hidden.files, gaps);
	return {
		change: {
			kind: "files",
			globs
		},
		source
	};
}
const NOTHING$1 = {
	folders: [],
	files: /* @__PURE__ */ new Set()
};
function nameIn(root, glob) {
	return relative(root, resolve(root, glob)).replaceAll(sep, "/");
}
var FilesSource = class {
	#root;
	#globs;
	#hidden;
	#gaps;
	#coverage = {
		commits: 0,
		blobs: 0,
		bytes: 0,
		texts: 0
	};
	#rereadings = new Rereadings();
	#isRead = false;
	constructor(root, globs, hidden, gaps) {
		this.#root = resolve(root);
		this.#globs = globs;
		this.#hidden = hidden;
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
			const globs = this.#globs.wanted.map(quoted$2).join(", ");
			this.#gaps.add("miscounted", `no file on disk matches ${globs}, so that nothing was looked at`);
		}
		this.#isRead = true;
	}
	async nameOf({ provenance }) {
		return provenance.kind === "file" ? quoted$2(provenance.path) : provenance.kind;
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
		for await (const path of stream) if (!this.#hidden.has(String(path))) yield String(path);
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
		return createReadStream(join(this.#root, path), { highWaterMark: CHUNK$1 });
	}
	#unreadable(path, { code }) {
		this.#gaps.add("unreadable", `${quoted$2(path)} cannot be read (${code ?? "for a reason not given"})`);
	}
};
// src/sources/object-name.ts
/** The name git gives to content: the hash of `type length NUL` and the bytes; SHA-256 where names are that long. */
function objectNameOf(type, content, algorithm) {
	return createHash(algorithm).update(`${type} ${content.length}\0`).update(content).digest("hex");
}
/** Whether content bears the name that it was asked for by. */
function bears(oid, type, content) {
	return objectNameOf(type, content, oid.length === 64 ? "sha256" : "sha1") === oid;
}
// src/sources/message.ts
/** What separates the headers of a commit or a tag from its message. */
const BLANK_LINE = Buffer.from("\n\n");
/** Headers longer than this are cut, and what follows is taken for the message: it is searched all the same. */
const LONGEST_HEADERS = 1048576;
/** Splits a commit or a tag at its first blank line. Of the message no more is held than what came with the headers. */
async function partsOf(chunks) {
	if (Symbol.iterator in chunks) return partsOfWhole(joined$1([...chunks]));
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
		seen = joined$1(seen.length > 0 ? [seen, value] : [value]);
		if (seen.indexOf(BLANK_LINE, searched) === -1) continue;
		const { headers, message } = partsOfWhole(seen);
		return {
			headers,
			message: after$1(message, rest)
		};
	}
	return {
		headers: seen,
		message: rest
	};
}
/** The same for one that is held whole. */
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
/** The message of a commit or a tag: what follows the first blank line. */
async function* messageOf(chunks) {
	yield* (await partsOf(chunks)).message;
}
async function* after$1(first, rest) {
	yield* first;
	yield* rest;
}
function joined$1(chunks) {
	const [only] = chunks;
	return chunks.length === 1 && only ? Buffer.from(only.buffer, only.byteOffset, only.length) : Buffer.concat(chunks);
}
// src/sources/headers.ts
/** Headers that no one writes by hand: names of objects, and signatures over the rest (gitformat-signature(5)). */
const MECHANICAL = /^(?:tree|parent|object|type|gpgsig|gpgsig-sha256) /;
/** Headers that say who and when. */
const PERSON = /^(?:author|committer|tagger) (.*?)(?: -?\d+ [+-]\d+)?$/s;
/**
* The people of a commit, a line each: `name <address>`; and what else its headers hold that someone wrote, such as the
* message of a tag that was merged. Times are left out, so that the same people give the same text.
*/
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
/** What is read of an annotated tag: on one line its name and its tagger, and then its message. */
async function* tagTextOf(chunks) {
	const { headers, message } = await partsOf(chunks);
	yield Buffer.from(`${peopleOf(headers).toString("latin1").replaceAll("\n", ", ")}\n`, "latin1");
	yield* message;
}
// src/sources/lfs.ts
const OPENING = Buffer.from("version https://git-lfs.github.com/spec/v1\n");
/** Pointers are shorter than this (Git LFS specification, "The Pointer"). */
const LONGEST$1 = 1024;
/** How much of a file is read at once. */
const CHUNK = 262144;
/** The pointer that a blob is, and null for anything that the specification does not call one. */
function pointerIn(blob) {
	if (blob.length >= LONGEST$1 || !blob.subarray(0, OPENING.length).equals(OPENING)) return null;
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
/** Where Git LFS keeps the content on this machine; null where it does not. `commonDir` is the repository's own. */
async function localFileOf({ oid }, commonDir) {
	const file = join(commonDir, "lfs/objects", oid.slice(0, 2), oid.slice(2, 4), oid);
	return await lstat(file).then((found) => found.isFile(), () => false) ? file : null;
}
/** The content, as it arrives. Where it breaks off, or is not what the pointer at the path says, there is a gap. */
async function* contentAt(file, pointer, path, gaps) {
	const hash = createHash("sha256");
	try {
		for await (const chunk of opened(file)) {
			hash.update(chunk);
			yield chunk;
		}
	} catch (error) {
		const why = error.code ?? "for a reason not given";
		gaps.add("unreadable", `the Git LFS content of ${quoted$2(path)} cannot be read (${why})`);
		return;
	}
	if (hash.digest("hex") !== pointer.oid) gaps.add("lfs", `the Git LFS content of ${quoted$2(path)} in this repository is not the one its pointer names`);
}
/** The content of a file that Git LFS keeps. */
function opened(file) {
	return createReadStream(file, { highWaterMark: CHUNK });
}
/** What to say of a pointer whose content is elsewhere. */
function elsewhere(path, { size }) {
	return `${quoted$2(path)} is a Git LFS pointer: its content of ${size} bytes is not in the repository`;
}
// src/sources/tree-names.ts
/** Shorter names hold no key: the shortest that was ever given out has 51 characters, and no half of one is a key. */
const SHORTEST = 32;
/** Whether a name of so many bytes can hold a key. */
function isLong(length) {
	return length >= SHORTEST;
}
/** The shortest mode before a name, and the blank between them. */
const MODE$1 = 6;
/**
* Reads the names out of a tree, as git keeps it: for each entry `mode name NUL` and an object name in bytes. Names too
* short to hold a key are passed over.
*/
var TreeNames = class {
	#hash;
	#cut = Buffer.alloc(0);
	/** `oid` is the tree's own object name, which is as long as those in it. */
	constructor(oid) {
		this.#hash = oid.length / 2;
	}
	/** The names that are whole in this chunk and what was left of the one before. */
	in(chunk) {
		const bytes = this.#cut.length > 0 ? Buffer.concat([this.#cut, chunk]) : chunk;
		const names = [];
		let at = 0;
		for (;;) {
			const end = bytes.indexOf(0, at);
			if (end === -1 || end + 1 + this.#hash > bytes.length) break;
			if (isLong(end - at - MODE$1)) {
				const name = bytes.subarray(bytes.indexOf(" ", at) + 1, end);
				if (isLong(name.length)) names.push(name);
			}
			at = end + 1 + this.#hash;
		}
		this.#cut = bytes.subarray(at);
		return names;
	}
};
// src/sources/range-objects.ts
/** So many bytes of different texts are remembered, to be passed over when they come again. */
const REMEMBERED$2 = 4194304;
/** Turns the objects of a range into what is to be searched. */
var RangeObjects = class {
	/** The annotated tags that were read. */
	tags = /* @__PURE__ */ new Set();
	#head;
	#commonDir;
	#standings;
	#tally;
	#gaps;
	#seen = /* @__PURE__ */ new Set();
	#remembered = 0;
	/** `head` is the one object whose bytes are checked against its name. */
	constructor(head, commonDir, standings, tally, gaps) {
		this.#head = head;
		this.#commonDir = commonDir;
		this.#standings = standings;
		this.#tally = tally;
		this.#gaps = gaps;
	}
	/** What is to be searched in an object: at once where all of it is at hand, which saves time for each of them. */
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
	/** The same for an object that is too large to be held. */
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
	/** Proves at each run that git gives what it is asked for: the name of an object is the hash of its bytes. */
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
	/** A Git LFS pointer, and what it stands for. Asked for at paths that count alone. */
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
	/** People and names come again and again, and are given once. */
	#isNew(text) {
		const known = text.toString("latin1");
		if (known === "" || this.#seen.has(known)) return false;
		if (this.#remembered > REMEMBERED$2) {
			this.#seen.clear();
			this.#remembered = 0;
		}
		this.#seen.add(known);
		this.#remembered += known.length;
		return true;
	}
};
// src/sources/tally.ts
/** Counts what was read of what was asked for. */
var Tally = class {
	coverage = {
		commits: 0,
		blobs: 0,
		bytes: 0,
		texts: 0
	};
	/** Objects that were answered for: read, missing or unreadable. */
	settled = 0;
	#gaps;
	#latest = null;
	constructor(gaps) {
		this.#gaps = gaps;
	}
	/** Counts an object, that is of this type. */
	settle(type) {
		this.settled += 1;
		if (type === "commit") this.coverage.commits += 1;
		this.#latest = type === "blob" ? "blobs" : type === "tree" ? null : "texts";
		if (this.#latest) this.coverage[this.#latest] += 1;
	}
	/** Counts the bytes of a blob or a message, as they are read. */
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
	/** Tells of an object that was not read, or not in full. */
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
// src/sources/history/column.ts
/** A number for each row of a table that grows: 0 until it is set. */
var Column = class {
	#values;
	/** `values` say how large the numbers can be. */
	constructor(values) {
		this.#values = values;
	}
	get(row) {
		return this.#values[row] ?? 0;
	}
	set(row, value) {
		if (row >= this.#values.length) this.#grow(row);
		this.#values[row] = value;
	}
	#grow(row) {
		const Values = this.#values.constructor;
		const values = new Values(Math.max(1024, row + 1, this.#values.length * 2));
		values.set(this.#values);
		this.#values = values;
	}
};
// src/sources/history/books.ts
/** What became of an object: nothing yet, it was read, or git could not give it. */
const READ = 1;
const NOT_GIVEN = 2;
/**
* Compares what was read with what was to be read. Reading begins before it is known where the refs lead, so that some
* objects are read that do not count.
*/
var Books = class {
	#lists;
	#tally;
	#gaps;
	#marks = new Column(/* @__PURE__ */ new Uint8Array(1024));
	/** Bytes that were counted for an object. */
	#bytes = new Column(/* @__PURE__ */ new Float64Array(1024));
	#missed = [];
	constructor(lists, tally, gaps) {
		this.#lists = lists;
		this.#tally = tally;
		this.#gaps = gaps;
	}
	/** Whether an object is to be told of, which is certain once the walk is over. What is not known counts. */
	counts(number) {
		const { walk, unreachable } = this.#lists;
		return unreachable || !walk.isWhole || walk.reaches(number);
	}
	/** Says that an object was read, and how many bytes of it were counted. */
	read(number, bytes) {
		this.#marks.set(number, READ);
		this.#bytes.set(number, bytes);
	}
	/** Says that an object could not be read, or not in full. */
	miss(number, answer) {
		this.#marks.set(number, NOT_GIVEN);
		if (answer.kind === "unreadable" && answer.begun) this.#tally.miss(answer);
		else this.#missed.push({
			number,
			answer
		});
	}
	/** Once all is read and walked: leaves gaps for what is not here, and takes out of the coverage what does not count. */
	close() {
		for (const { number, answer } of this.#missed) if (this.counts(number)) this.#tally.miss(answer);
		const { table, store, walk } = this.#lists;
		let [expected, unread] = [0, 0];
		for (let number = 0; number < table.count; number += 1) {
			const mark = this.#marks.get(number);
			if (!store.has(number)) {
				if (walk.reaches(number)) this.#gaps.missing(table.nameOf(number));
			} else if (this.counts(number)) {
				expected += 1;
				if (mark === 0) unread += 1;
			} else if (mark === READ) this.#takeBack(number);
		}
		if (unread > 0) this.#gaps.add("miscounted", `${expected} objects were expected and ${expected - unread} were read`);
	}
	#takeBack(number) {
		const { coverage } = this.#tally;
		const kind = this.#lists.store.kindOf(number);
		const counted = kind === "commit" ? {
			commits: 1,
			texts: 1
		} : kind === "tag" ? { texts: 1 } : { blobs: 1 };
		coverage.commits -= counted.commits ?? 0;
		coverage.texts -= counted.texts ?? 0;
		coverage.blobs -= counted.blobs ?? 0;
		coverage.bytes -= this.#bytes.get(number);
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
// src/sources/listing.ts
/**
* The names of the commits, trees and blobs that head has and base has not, over all parents: `git rev-list --objects`. A
* blob that a later commit removed is among them, and one that only moved is not. Where the head is an annotated tag, that
* is too.
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
	* The names, in batches: commits first. A MissingCommit where an end is not known here, or where the range runs into the
	* boundary of a shallow clone; a UsageError where git cannot be used. Where the list breaks off there is a gap.
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
		const batches = linesIn(running.output);
		const { shallow } = this.#repository;
		for await (const lines of shallow.size > 0 ? commitsAtOnce(batches) : batches) {
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
	/** Commits stand alone on a line; trees and tags are followed by a path or a name; left-out blobs have a `~`. */
	#nameIn(line) {
		if (line.startsWith("~")) return this.#known(line.slice(1));
		if (line.startsWith("?")) {
			this.#gaps.add("missing-object", `the object ${line.slice(1)} is not in this repository, so the files below it could not be listed`);
			return [];
		}
		const blank = line.indexOf(" ");
		if (blank !== -1) return [line.slice(0, blank)];
		if (this.#repository.shallow.has(line)) throw tooShallow$1(line);
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
/** All commits in one batch, so that a shallow clone is told for one before anything is read. They come first. */
async function* commitsAtOnce(batches) {
	let commits = [];
	for await (const lines of batches) {
		if (commits) commits.push(...lines);
		const isPast = lines.some((line) => /[ ~?]/.test(line));
		if (!commits) yield lines;
		else if (isPast) {
			yield commits;
			commits = null;
		}
	}
	if (commits) yield commits;
}
/**
* Blobs are "filtered out" only to be listed apart: without that, nothing tells them from trees. Those are read too, for
* the names in them.
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
// src/sources/bringings.ts
/** So many are remembered, some tens of megabytes; a longer range is walked again for each blob. */
const REMEMBERED$1 = 25e4;
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
	constructor(git, ends, gaps, remembered = REMEMBERED$1) {
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
	/** All that the range brought, oldest first: walks it once more. */
	async *all() {
		for await (const [, bringing] of this.#walk([])) yield bringing;
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
			...RAW$1,
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
/** `-c` shows of a merge only what differs from every parent. Renames are left alone: the new name is a new place. */
const RAW$1 = [
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
/** The status of an entry is a letter for each parent: A where that parent has no such path. */
function isAdded(entry) {
	return /^A+$/.test(entry.at(-1) ?? "");
}
// src/sources/history/bringings.ts
/** In place of a head: every ref, and HEAD (rev-list(1)). */
const EVERY_REF = {
	base: null,
	head: "--all"
};
/** What brought which blob in a whole history: remembered from the one walk, however many are asked for. */
var HistoryBringings = class extends Bringings {
	#table;
	#ledger;
	#walk;
	/** `ledger` is complete when the walk is over. */
	constructor(git, gaps, table, ledger, walk) {
		super(git, EVERY_REF, gaps, 0);
		this.#table = table;
		this.#ledger = ledger;
		this.#walk = walk;
	}
	async of(oid) {
		await this.#walk.over;
		return this.#ledger.isFull ? await super.of(oid) : this.#ledger.of(this.#table.of(oid));
	}
	async *all() {
		await this.#walk.over;
		if (this.#ledger.isFull) yield* super.all();
		else yield* this.#ledger.all();
	}
};
// src/sources/history/object-table.ts
/** The value of each ASCII code as a hexadecimal digit. */
const DIGITS = Uint8Array.from({ length: 256 }, (_, code) => Number.parseInt(String.fromCharCode(code), 16) || 0);
const ZERO$1 = 48;
/** Names are kept in bytes, and compared by words of 32 bits: five for SHA-1, eight for SHA-256. */
const DIGITS_PER_WORD = 8;
const BYTES_PER_WORD = 4;
/**
* Numbers objects from 0 in the order in which they are first named. A history can have millions of them, and as strings
* in a map their names would take some hundred bytes each; here it is about forty.
*/
var ObjectTable = class {
	/** How many objects were named. */
	count = 0;
	/** Words in a name; 0 until the first one. */
	#width = 0;
	#words = /* @__PURE__ */ new Uint32Array(0);
	/** The same memory. */
	#bytes = Buffer.alloc(0);
	/** Numbers of objects by the hash of their names, one more than they are; 0 is free. */
	#slots = /* @__PURE__ */ new Int32Array(0);
	/** The number of the object whose name stands in `bytes`, which is new where the name is. */
	add(bytes, at) {
		if (this.#width === 0) this.#width = lengthAt(bytes, at) / DIGITS_PER_WORD;
		if (this.count * 2 >= this.#slots.length) this.#grow();
		this.#read(bytes, at);
		const slot = this.#slotOf(this.count);
		const known = (this.#slots[slot] ?? 0) - 1;
		if (known !== -1) return known;
		this.count += 1;
		this.#slots[slot] = this.count;
		return this.count - 1;
	}
	/** The number of an object, and NONE where it was not named. */
	of(oid) {
		if (this.count === 0 || oid.length !== this.#width * DIGITS_PER_WORD) return -1;
		this.#read(Buffer.from(oid, "latin1"), 0);
		return (this.#slots[this.#slotOf(this.count)] ?? 0) - 1;
	}
	/** The name of an object. */
	nameOf(number) {
		const length = this.#width * BYTES_PER_WORD;
		return this.#bytes.toString("hex", number * length, (number + 1) * length);
	}
	/** Puts a name behind the last one, where the next one will stand. */
	#read(bytes, at) {
		const length = this.#width * BYTES_PER_WORD;
		let from = at;
		for (let to = this.count * length; to < (this.count + 1) * length; to += 1) {
			this.#bytes[to] = (DIGITS[bytes[from] ?? 0] ?? 0) << 4 | (DIGITS[bytes[from + 1] ?? 0] ?? 0);
			from += 2;
		}
	}
	/** Where the name of this number is, or would be. Names are hashes: their first word spreads as well as any. */
	#slotOf(number) {
		const mask = this.#slots.length - 1;
		for (let slot = (this.#words[number * this.#width] ?? 0) & mask;; slot = slot + 1 & mask) {
			const known = (this.#slots[slot] ?? 0) - 1;
			if (known === -1 || this.#isSame(known, number)) return slot;
		}
	}
	#isSame(one, other) {
		for (let word = 0; word < this.#width; word += 1) if (this.#words[one * this.#width + word] !== this.#words[other * this.#width + word]) return false;
		return true;
	}
	#grow() {
		this.#slots = new Int32Array(Math.max(2048, this.#slots.length * 2));
		const words = new Uint32Array(this.#width * (this.#slots.length / 2 + 1));
		words.set(this.#words.subarray(0, this.count * this.#width));
		this.#words = words;
		this.#bytes = Buffer.from(words.buffer);
		for (let number = 0; number < this.count; number += 1) this.#slots[this.#slotOf(number)] = number + 1;
	}
};
/** How many hexadecimal digits stand in a row. */
function lengthAt(bytes, at) {
	let end = at;
	while (bytes[end] === ZERO$1 || DIGITS[bytes[end] ?? 0]) end += 1;
	return end - at;
}
// src/sources/history/ledger.ts
/** So many bringings are remembered: a dozen bytes each. */
const REMEMBERED = 6e6;
/** Remembers which commits brought which blobs, and where, in a dozen bytes each. */
var Ledger = class {
	/** Whether there were more than can be remembered. */
	isFull = false;
	#table;
	#remembered;
	#count = 0;
	#paths = [];
	#commits = new Column(/* @__PURE__ */ new Int32Array(1024));
	/** By the number of a bringing, from 1: what was brought; and the bringing of the same blob before, 0 for none. */
	#places = new Column(/* @__PURE__ */ new Int32Array(1024));
	#before = new Column(/* @__PURE__ */ new Int32Array(1024));
	/** The latest bringing of a blob. */
	#latest = new Column(/* @__PURE__ */ new Int32Array(1024));
	constructor(table, remembered = REMEMBERED) {
		this.#table = table;
		this.#remembered = remembered;
	}
	/** Gives a path a number. */
	name(path) {
		return this.#paths.push(path);
	}
	add(blob, commit, path, isNew) {
		if (this.#count >= this.#remembered) {
			this.isFull = true;
			return;
		}
		this.#count += 1;
		this.#commits.set(this.#count, commit);
		this.#places.set(this.#count, isNew ? -path : path);
		this.#before.set(this.#count, this.#latest.get(blob));
		this.#latest.set(blob, this.#count);
	}
	/** What brought a blob, oldest first. */
	of(blob) {
		const found = [];
		if (blob === -1) return found;
		for (let at = this.#latest.get(blob); at > 0; at = this.#before.get(at)) found.push(this.#at(at));
		return found.toReversed();
	}
	/** All of them, oldest first. */
	*all() {
		for (let at = 1; at <= this.#count; at += 1) yield this.#at(at);
	}
	#at(at) {
		const place = this.#places.get(at);
		const path = this.#paths[Math.abs(place) - 1] ?? "";
		return {
			commit: this.#table.nameOf(this.#commits.get(at)),
			path,
			isNew: place < 0
		};
	}
};
// src/sources/history/progress.ts
/** So many times at the most something is told. */
const STEPS = 200;
/** Tells how far the work is, now and then and at its end. */
var Progress = class {
	#tell;
	#done = 0;
	#told = 0;
	#expected = 0;
	constructor(tell) {
		this.#tell = tell;
	}
	expect(expected) {
		this.#expected = expected;
		this.#tell(this.#done, expected);
	}
	add(done) {
		this.#done += done;
		if (this.#done - this.#told < this.#expected / STEPS) return;
		this.#told = this.#done;
		this.#tell(this.#done, this.#expected);
	}
	end() {
		if (this.#told < this.#expected) this.#tell(this.#expected, this.#expected);
	}
};
// src/sources/byte-reader.ts
const LF$1 = 10;
const EMPTY = Buffer.alloc(0);
const SLAB = 524288;
/** A stream of chunks, read by the line and by the number of bytes. */
var ByteReader = class {
	#chunks;
	#bytes = EMPTY;
	/** How far `#bytes` was read. */
	#at = 0;
	/** What is left of the latest slab. */
	#slab = EMPTY;
	constructor(chunks) {
		this.#chunks = chunks[Symbol.asyncIterator]();
	}
	/** How many bytes can be read without waiting. */
	get atHand() {
		return this.#bytes.length - this.#at;
	}
	/** The next line without its end, where it can be read without waiting; else null, and nothing is read. */
	lineAtHand() {
		const end = this.#bytes.indexOf(LF$1, this.#at);
		if (end === -1) return null;
		const line = this.#bytes.toString("utf8", this.#at, end);
		this.#at = end + 1;
		return line;
	}
	/** The next line without its end; null at the end of the stream, also where that cuts a line. */
	async line() {
		for (let searched = 0;;) {
			if (this.#bytes.indexOf(LF$1, this.#at + searched) !== -1) return this.lineAtHand();
			searched = this.atHand;
			if (!await this.#more()) return null;
		}
	}
	/** So many bytes, which are at hand. */
	take(size) {
		const part = this.#bytes.subarray(this.#at, this.#at + size);
		this.#at += part.length;
		return part;
	}
	/** Between one and `limit` bytes, whatever is at hand; none at the end of the stream. */
	async some(limit) {
		if (this.atHand === 0) await this.#more();
		return this.take(limit);
	}
	/** Exactly `size` bytes, copied only where they span chunks; null where the stream ends before. */
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
	/** Memory is taken in slabs: one piece for each of many objects would keep the garbage collector busy. */
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
/** Objects up to this many bytes come as one chunk. */
const SMALL$1 = 262144;
/** The protocol of git-cat-file(1), "BATCH OUTPUT". Ends where the output does. */
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
		if (size <= SMALL$1) {
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
/** The content of one object, as it arrives, and the line feed after it. */
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
	/** Skips the rest. Nothing can be read afterwards. */
	async finish() {
		for await (const _ of this.chunks());
		const isWhole = this.#left === 0 && await this.#reader.exactly(1) !== null;
		this.#left = 0;
		return isWhole;
	}
};
// src/sources/objects.ts
/** So often in a row git may end without a single answer: then it is not the objects that are broken. */
const DEATHS = 1e3;
/**
* Reads objects, in the order of their names. Names go out and contents come in at the same time, no faster than they
* are taken. A damaged object ends `git cat-file`: the object is named, and another process goes on with the next.
*/
async function* readObjects(git, names) {
	for await (const batch of readInBatches(git, names)) yield* batch;
}
/** Small answers come together, as many as are at hand: waiting for each of them would take longer than reading it. */
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
		const asking = ask$1(cat, waiting, left);
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
/** Else git holds blobs of up to half a gigabyte in memory: larger ones than this it reads as it writes them. */
const SPARING = ["-c", "core.bigFileThreshold=8m"];
/** Asks for what waits and then for what is left. False when git ended before all was asked for. */
async function ask$1({ input }, waiting, left) {
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
/** Names that were asked for and not answered, in order. */
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
/** Git says "missing" also of an object whose file is there and damaged, and tells the difference on stderr. */
function isDamaged(oid, stderr) {
	return stderr.includes(oid) || stderr.includes(`${oid.slice(0, 2)}/${oid.slice(2)}`);
}
// src/sources/history/readers.ts
/**
* Reads several lists of objects at the same time, each with a git of its own. Batches come as they arrive; each must be
* done with before the next one is asked for.
*/
async function* readAtOnce(git, lists) {
	const readers = lists.map((names) => readInBatches(git, names));
	const arrived = [];
	let wake = () => {};
	const ask = (reader) => {
		const arrive = (arrival) => {
			arrived.push(arrival);
			wake();
		};
		reader.next().then((result) => arrive({
			reader,
			result
		}), (error) => arrive({
			reader,
			error
		}));
	};
	try {
		for (const reader of readers) ask(reader);
		for (let reading = readers.length; reading > 0;) {
			const arrival = arrived.shift();
			if (!arrival) {
				await new Promise((resolve) => {
					wake = resolve;
				});
				continue;
			}
			if ("error" in arrival) throw arrival.error;
			if (arrival.result.done) {
				reading -= 1;
				continue;
			}
			yield arrival.result.value;
			ask(arrival.reader);
		}
	} finally {
		await Promise.all(readers.map((reader) => reader.return(void 0)));
	}
}
// src/sources/tree.ts
/** Every file in the tree of a commit. Where the tree cannot be read in full there is a gap. */
async function* entriesOf(git, commit, gaps) {
	for await (const { type, oid, path } of allIn(git, commit, gaps)) if (type === "blob") yield {
		oid,
		path
	};
}
/** Every path in the tree of a commit, those of submodules as well. */
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
// src/sources/history/refs.ts
/** Lists the refs. A UsageError where git cannot be used here. */
async function listRefs(git, gaps) {
	const [listed, head] = await Promise.all([git.ask(["for-each-ref", `--format=${FIELDS$1}`]), git.ask([
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		"HEAD^{commit}"
	])]);
	if (listed.failed) throw failureOf(listed, "list refs");
	if (listed.code !== 0) gaps.add("unreadable", `branches and tags could not be listed in full: ${complaint(listed.stderr)}`);
	const names = [];
	const strays = [];
	const trees = /* @__PURE__ */ new Set();
	for (const line of listed.stdout.split("\n").slice(0, -1)) {
		const [name = "", ...target] = line.split(" ");
		const [kind, oid = ""] = target.slice(target[2] ? 2 : 0);
		names.push(name);
		if (kind === "blob") strays.push({
			oid,
			path: null
		});
		if (kind === "tree") trees.add(oid);
	}
	for (const tree of trees) for await (const entry of entriesOf(git, tree, gaps)) strays.push(entry);
	const anyName = /^\S+ \S+ (\S+)/.exec(listed.stdout)?.[1] ?? null;
	const hasNotes = names.some((name) => name.startsWith("refs/notes/"));
	return {
		names,
		head: head.stdout.trim() || null,
		anyName,
		strays,
		trees,
		hasNotes
	};
}
/** Of an annotated tag also what it is of, in the end. */
const FIELDS$1 = "%(refname) %(objecttype) %(objectname) %(*objecttype) %(*objectname)";
// src/sources/history/store.ts
const KINDS = [
	"unknown",
	"blob",
	"commit",
	"tag"
];
/** Beside its bytes each object takes time to be found and begun: about as much as so many bytes. */
const BYTES_PER_OBJECT = 2e3;
/**
* What the object database holds, but for its trees: loose objects and packs, those of alternates too, in the order in
* which they stand on the disk. Of objects that are kept as a difference from another one it knows from which: read by
* the same process one after the other, each is computed once.
*/
var Store = class {
	/** Bytes in all objects together. */
	bytes = 0;
	#table;
	/** Objects, as they stand on the disk. */
	#order = new Column(/* @__PURE__ */ new Int32Array(1024));
	#count = 0;
	/** Digits in a name. */
	#length = 0;
	/** Of what is here, one more than its place in KINDS. */
	#kinds = new Column(/* @__PURE__ */ new Uint8Array(1024));
	#sizes = new Column(/* @__PURE__ */ new Float64Array(1024));
	/** What each is a difference from; one more than it is, and 0 for none. */
	#bases = new Column(/* @__PURE__ */ new Int32Array(1024));
	#running = null;
	#isStopped = false;
	constructor(table) {
		this.#table = table;
	}
	/** How many objects it holds. */
	get count() {
		return this.#count;
	}
	has(number) {
		return this.#kinds.get(number) > 0;
	}
	kindOf(number) {
		return KINDS[this.#kinds.get(number) - 1] ?? "unknown";
	}
	sizeOf(number) {
		return this.#sizes.get(number);
	}
	/** All objects, as they stand on the disk. */
	*numbers() {
		for (let at = 0; at < this.#count; at += 1) yield this.#order.get(at);
	}
	/** Lists everything. Where git cannot, there is a gap. */
	async list(git, gaps) {
		const running = git.start([
			"cat-file",
			"--batch-all-objects",
			"--unordered",
			"--buffer",
			`--batch-check=${FIELDS}`
		]);
		this.#running = running;
		running.input.end();
		for await (const { bytes, end } of wholeUpTo(LF, running.output)) this.#add(bytes, end);
		const ending = await running.ended;
		if (ending.code === 0 || this.#isStopped) return;
		if (ending.failed || ending.code === USAGE$1) throw failureOf(ending, "list all objects");
		gaps.add("unreadable", `the list of all objects broke off: ${complaint(ending.stderr)}`);
	}
	stop() {
		this.#isStopped = true;
		this.#running?.stop();
	}
	/**
	* Divides the objects among so many readers, about equal work for each. Families, which are computed from one another,
	* stay together and come one after the other: what git remembers of one is then enough to read it.
	*/
	shares(readers) {
		const families = this.#families();
		const shares = Array.from({ length: readers }, () => []);
		const loads = shares.map(() => 0);
		for (let begin = 0; begin < families.length;) {
			const root = this.#rootOf(families[begin] ?? 0);
			const lightest = loads.indexOf(Math.min(...loads));
			for (; begin < families.length; begin += 1) {
				const number = families[begin] ?? 0;
				if (this.#rootOf(number) !== root) break;
				shares[lightest]?.push(number);
				loads[lightest] = (loads[lightest] ?? 0) + this.sizeOf(number) + BYTES_PER_OBJECT;
			}
		}
		return shares;
	}
	/** All objects, those of a family together, otherwise as they stand on the disk. */
	#families() {
		const sizes = new Int32Array(this.#table.count);
		for (const number of this.numbers()) sizes[this.#rootOf(number)] = (sizes[this.#rootOf(number)] ?? 0) + 1;
		/** Where the next object of a family goes, one more than it is; 0 before its first one. */
		const places = new Int32Array(this.#table.count);
		const families = new Int32Array(this.#count);
		let begun = 0;
		for (const number of this.numbers()) {
			const root = this.#rootOf(number);
			if (places[root] === 0) {
				places[root] = begun + 1;
				begun += sizes[root] ?? 0;
			}
			const place = places[root] ?? 1;
			families[place - 1] = number;
			places[root] = place + 1;
		}
		return families;
	}
	/** What a chain of differences starts from. Chains are shortened on the way. */
	#rootOf(number) {
		let root = number;
		for (let base = this.#bases.get(root); base > 0; base = this.#bases.get(root)) root = base - 1;
		for (let here = number; here !== root;) {
			const next = this.#bases.get(here) - 1;
			this.#bases.set(here, root + 1);
			here = next;
		}
		return root;
	}
	/** Lines of `name kind size base`, or of `name missing` where an object cannot be read. */
	#add(bytes, end) {
		for (let from = 0; from < end;) {
			const to = bytes.indexOf(LF, from);
			this.#length ||= lengthAt(bytes, from);
			const kind = from + this.#length;
			if (bytes[kind] === BLANK && !startsWith(bytes, kind, TREE)) this.#addOne(bytes, from, kind, to);
			from = to + 1;
		}
	}
	#addOne(bytes, from, kind, to) {
		const number = this.#table.add(bytes, from);
		if (this.has(number)) return;
		this.#order.set(this.#count, number);
		this.#count += 1;
		const known = OPENINGS.findIndex((opening) => startsWith(bytes, kind, opening)) + 1;
		this.#kinds.set(number, known + 1);
		if (known === 0) return;
		const size = Number.parseInt(bytes.toString("latin1", bytes.indexOf(BLANK, kind + 1) + 1, to), 10);
		this.#sizes.set(number, size);
		this.bytes += size;
		const base = to - this.#length;
		if (!isZero(bytes, base, to)) this.#bases.set(number, this.#table.add(bytes, base) + 1);
	}
};
/** What stands behind a name in the list, and no more of it than tells the kinds apart. */
const TREE = Buffer.from(" tr");
const OPENINGS = [
	" b",
	" c",
	" ta"
].map((opening) => Buffer.from(opening));
const FIELDS = "%(objectname) %(objecttype) %(objectsize) %(deltabase)";
const LF = 10;
const BLANK = 32;
const ZERO = 48;
/** The exit code of git for options it does not know. */
const USAGE$1 = 129;
function startsWith(bytes, at, opening) {
	for (let index = 0; index < opening.length; index += 1) if (bytes[at + index] !== opening[index]) return false;
	return true;
}
/** The name of no object is all zeros. */
function isZero(bytes, from, to) {
	let at = from;
	while (at < to && bytes[at] === ZERO) at += 1;
	return at === to;
}
// src/sources/history/raw-entry.ts
const COLON = ":".charCodeAt(0);
const ADDED = "A".charCodeAt(0);
/** A mode and the blank behind it. */
const MODE = 7;
const SUBMODULE = Buffer.from("160000");
const ABSENT = Buffer.from("000000");
/**
* Reads an entry, which ends before `to`: a colon for each parent, a mode and then a name for each parent and one for the
* result, and a letter for each parent (git-diff-tree(1), "RAW OUTPUT FORMAT"). `length` is that of a name. Null where the
* result is no file, or where a parent has the very blob and only the mode changed.
*/
function rawEntryAt(bytes, from, to, length) {
	let parents = 0;
	while (bytes[from + parents] === COLON) parents += 1;
	const mode = from + parents + parents * MODE;
	if (stands(SUBMODULE, bytes, mode) || stands(ABSENT, bytes, mode)) return null;
	const names = mode + MODE;
	const at = names + parents * (length + 1);
	for (let name = names; name < at; name += length + 1) if (isSame(bytes, name, at, length)) return null;
	let isNew = true;
	for (let letter = at + length + 1; letter < to; letter += 1) isNew &&= bytes[letter] === ADDED;
	return {
		at,
		isNew
	};
}
/** Whether the bytes at a place are an entry, and not the name of a commit. */
function isEntry(bytes, at) {
	return bytes[at] === COLON;
}
function stands(text, bytes, at) {
	for (let index = 0; index < text.length; index += 1) if (bytes[at + index] !== text[index]) return false;
	return true;
}
function isSame(bytes, one, other, length) {
	for (let index = 0; index < length; index += 1) if (bytes[one + index] !== bytes[other + index]) return false;
	return true;
}
// src/sources/history/walk.ts
/**
* Goes through the commits that branches, tags and other refs lead to, and tells a ledger which of them brought which
* blobs, and where. A merge brings what it has from none of its parents. What no commit brought, no ref leads to, but for
* the objects that a ref names itself.
*/
var Walk = class {
	/** Whether it is over, and nothing was left out. */
	isWhole = false;
	/** The parts of paths that are long enough to hold a key. */
	names = /* @__PURE__ */ new Set();
	#git;
	#refs;
	#table;
	#ledger;
	#gaps;
	#reached = new Column(/* @__PURE__ */ new Uint8Array(1024));
	#paths = /* @__PURE__ */ new Map();
	#running = [];
	/** The commit whose entries are being read, and how many digits its name has. */
	#commit = 0;
	#length = 0;
	/** The entry whose path comes next. */
	#entry = null;
	#isStopped = false;
	#going = null;
	constructor(git, refs, table, ledger, gaps) {
		this.#git = git;
		this.#refs = refs;
		this.#table = table;
		this.#ledger = ledger;
		this.#gaps = gaps;
	}
	/** Whether a ref leads to an object, as far as it is known. */
	reaches(number) {
		return this.#reached.get(number) > 0;
	}
	/** When it is over. It has to have begun. */
	get over() {
		if (!this.#going) throw new Error("the history was not read yet");
		return this.#going;
	}
	/** Begins. `lost` gives commits that no ref leads to, and that are to be told of all the same. */
	go(lost) {
		const going = this.#go(lost);
		going.catch(() => {});
		this.#going = going;
		return going;
	}
	async #go(lost) {
		const list = this.#git.start([
			"rev-list",
			"--objects",
			"--filter=tree:0",
			"--reverse",
			"--topo-order",
			"--all",
			"--"
		]);
		const diff = this.#git.start([
			"diff-tree",
			"--stdin",
			...RAW
		]);
		this.#running = [list, diff];
		const feeding = this.#feed(list, diff, lost).finally(() => diff.input.end());
		feeding.catch(() => {});
		for await (const { bytes, end } of wholeUpTo(NUL, diff.output)) this.#read(bytes, end);
		await feeding;
		const endings = [await list.ended, await diff.ended];
		this.isWhole = endings.map((ending) => this.#isWell(ending)).every((isWell) => isWell);
	}
	stop() {
		this.#isStopped = true;
		for (const running of this.#running) running.stop();
	}
	/** Commits stand alone on a line; behind an annotated tag, and what else a ref names, there is its name. */
	async #feed(list, diff, lost) {
		for (const { oid } of this.#refs.strays) this.#reach(oid);
		for await (const lines of linesIn(list.output)) {
			const commits = lines.filter((line) => !line.includes(" "));
			const others = lines.length > commits.length ? lines.filter((line) => line.includes(" ")) : [];
			for (const commit of commits) this.#reach(commit);
			for (const [oid = ""] of others.map((line) => line.split(" "))) if (!this.#refs.trees.has(oid)) this.#reach(oid);
			if (commits.length > 0 && !await written(diff.input, `${commits.join("\n")}\n`)) return;
		}
		for (const commit of await lost()) if (!await written(diff.input, `${commit}\n`)) return;
	}
	#reach(oid) {
		this.#reached.set(this.#table.add(Buffer.from(oid, "latin1"), 0), 1);
	}
	/** Tokens: the name of a commit, and then for each of its entries the entry and a path. */
	#read(bytes, end) {
		for (let from = 0; from < end;) {
			const to = bytes.indexOf(NUL, from);
			if (this.#entry !== null) {
				if (this.#entry !== "nothing") this.#add(this.#entry, bytes, from, to);
				this.#entry = null;
			} else if (isEntry(bytes, from)) {
				const entry = rawEntryAt(bytes, from, to, this.#length);
				this.#entry = entry ? {
					blob: this.#table.add(bytes, entry.at),
					isNew: entry.isNew
				} : "nothing";
			} else {
				this.#length ||= lengthAt(bytes, from);
				this.#commit = this.#table.add(bytes, from);
			}
			from = to + 1;
		}
	}
	#add({ blob, isNew }, bytes, from, to) {
		if (this.reaches(this.#commit)) this.#reached.set(blob, 1);
		const path = bytes.toString("utf8", from, to);
		let known = this.#paths.get(path);
		if (known === void 0) {
			known = this.#ledger.name(path);
			this.#paths.set(path, known);
			if (isLong(to - from)) this.#addNames(path);
		}
		this.#ledger.add(blob, this.#commit, known, isNew);
	}
	#addNames(path) {
		for (const name of path.split("/")) if (isLong(Buffer.byteLength(name))) this.names.add(name);
	}
	#isWell(ending) {
		if (ending.failed || ending.code === USAGE) throw failureOf(ending, "go through all commits");
		if (ending.code === 0 || this.#isStopped) return ending.code === 0;
		this.#gaps.add("unreadable", `the commits of all branches and tags could not be gone through in full: ${complaint(ending.stderr)}`);
		return false;
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
const NUL = 0;
/** The exit code of git for options it does not know. */
const USAGE = 129;
// src/sources/byte-strings.ts
/** So many bytes at the start of a string are searched for; what follows is compared. */
const PREFIX = 8;
/**
* Looks for many strings of bytes in one pass. Keys of a kind begin alike, so that there are few different beginnings to
* search for, however many keys there are.
*/
var ByteStrings = class {
	/** Those that were found, in latin1. */
	found = /* @__PURE__ */ new Set();
	/** Of each beginning the strings by their lengths. */
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
	/** Looks into the next chunk of a text, and at the seam before it. */
	pass(chunk) {
		const seen = this.#before.length > 0 ? Buffer.concat([this.#before, chunk]) : chunk;
		for (const [prefix, byLength] of this.#byPrefix) for (let at = seen.indexOf(prefix, 0, "latin1"); at !== -1; at = seen.indexOf(prefix, at + 1, "latin1")) for (const [length, texts] of byLength) {
			const text = seen.toString("latin1", at, at + length);
			if (texts.has(text)) this.found.add(text);
		}
		this.#before = seen.subarray(Math.max(0, seen.length - this.#longest + 1));
	}
	/** Ends a text: nothing reaches from one into the next. */
	end() {
		this.#before = Buffer.alloc(0);
	}
};
// src/sources/base.ts
/** What `git grep` can search for: it takes patterns by the line, and none with a NUL. */
const PRINTABLE = /^[ -~]+$/;
/** So many searches are made one by one, as the answers are wanted. Each looks through the whole tree of the base. */
const FEW = 8;
/** What the tree of the base holds already. A null base holds nothing. */
var Base = class {
	#git;
	#commit;
	#repository;
	#gaps;
	/** Answers by what was searched for, in latin1. */
	#known = /* @__PURE__ */ new Map();
	#blobs = null;
	constructor(git, commit, repository, gaps) {
		this.#git = git;
		this.#commit = commit;
		this.#repository = repository;
		this.#gaps = gaps;
	}
	/** Whether any file has these bytes. Null when too much was searched for already: then ask `among`, for all at once. */
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
	/** Those of many strings that any file has. What could not be read counts as not having them, and is a gap. */
	async among(strings) {
		if (this.#commit === null || strings.length === 0) return () => false;
		const found = await this.#readAll(this.#commit, strings);
		return (bytes) => found.has(bytes.toString("latin1"));
	}
	/** Whether any path of the base has this very blob. */
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
	/** Slower than one `git grep`, and sees everything: also what stands on several lines, and what could not be read. */
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
const BATCH$1 = 1e3;
async function* inBatches(oids) {
	let batch = [];
	for (const oid of oids) {
		batch.push(oid);
		if (batch.length < BATCH$1) continue;
		yield batch;
		batch = [];
	}
	if (batch.length > 0) yield batch;
}
// src/sources/authorship.ts
/** Which commits of a range have the same people. Walks the range at the first question. */
var Authorship = class {
	#git;
	#ends;
	#groups = null;
	constructor(git, ends) {
		this.#git = git;
		this.#ends = ends;
	}
	/** The commits with the same people as this one, which is among them. Oldest first. */
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
		yield* linesIn(this.#git.start([
			"rev-list",
			"--reverse",
			"--topo-order",
			...revisions(this.#ends),
			"--"
		]).output);
	}
};
// src/sources/called.ts
/** What a person would call what is read of a repository, but for blobs, which go by their paths. */
function called(provenance) {
	switch (provenance.kind) {
		case "commit-message": return `the message of commit ${provenance.commit}`;
		case "commit-people": return `the author or committer of commit ${provenance.commit}`;
		case "tag-message": return `the tag ${provenance.tag}`;
		case "note": return `a note on commit ${provenance.commit}`;
		case "path":
		case "file": return quoted$2(provenance.path);
		case "ref":
		case "stdin": return quoted$2(provenance.name);
		case "event-text": return provenance.of.what;
		default: return provenance;
	}
}
// src/sources/content.ts
/** The content of one object, as it arrives. Whoever stops reading ends the process. */
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
/** Reads the headers of a commit or tag. Names are in the encoding it declares, else UTF-8 (git-commit(1), "DISCUSSION"). */
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
/** Says which commits of a range gave a name to a file or a folder. Walks the range at the first question. */
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
	/** None where the base has the very path, or where the range has no such name at a path that counts. */
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
/** The parts of a path that are long enough to hold a key, and the path up to each. */
function longNamesIn(path) {
	const parts = path.split("/");
	return parts.flatMap((name, at) => {
		return isLong(Buffer.byteLength(name)) ? [{
			name,
			prefix: parts.slice(0, at + 1).join("/")
		}] : [];
	});
}
// src/sources/places.ts
/** Says at which line and column hits stand, and whether the base had the very bytes. */
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
	/**
	* In an archive there are no lines, and the bytes that hold a key are no key: the base has the archive, or not. Where
	* there are many keys `preexisting` is left false; `decideLater` takes note of what was made of it.
	*/
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
	/** Takes note of the sightings of a hit, if it could not be said whether the base had it. */
	decideLater(hit, sightings) {
		const bytes = this.#unsearched.get(hit);
		if (bytes && sightings.length > 0) this.#undecided.push({
			bytes,
			sightings
		});
	}
	/** Searches the base once for all that waits, and says in the sightings what it had. */
	async decide() {
		const waiting = this.#undecided;
		this.#undecided = [];
		const isThere = await this.#base.among(waiting.map(({ bytes }) => bytes));
		for (const { bytes, sightings } of waiting) if (isThere(bytes)) for (const sighting of sightings) sighting.preexisting = true;
	}
	/** Lets go of what was read last. */
	async forget() {
		await this.#rereadings.close();
	}
};
// src/sources/standings.ts
/** Says which commits of a range brought a blob, at which paths, and whether it stands there still. */
var Standings = class {
	#to;
	/** The content of Git LFS, by its own name: the pointer that stands for it, and the file that holds it. */
	#contents = /* @__PURE__ */ new Map();
	constructor(bearings) {
		this.#to = bearings;
	}
	/** Says that a blob, as it is named from now on, is the content a pointer stands for. */
	isContent(oid, of) {
		this.#contents.set(oid, of);
	}
	/** A path of the range that counts and has the blob; its object name where no path is known. Null: none counts. */
	async countedName(oid) {
		const { brought, included } = await this.#bringingsOf(oid);
		return brought.length === 0 ? `object ${oid}` : included[0]?.path ?? null;
	}
	/** A path of the range that has the blob, in quotes, else its object name. */
	async nameOf(oid) {
		const [first] = (await this.#bringingsOf(oid)).brought;
		return first ? quoted$2(first.path) : `object ${oid}`;
	}
	/** One for each commit and path that brought the blob and counts. */
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
/** What is in no tree, and so not in the head's. */
const NO_FILE = {
	path: null,
	inHead: false
};
/** Says of hits in git objects where they stand. All of it is asked for hits only, and asked once. */
var Located = class {
	#git;
	#places;
	#makings;
	#authorship;
	#namings;
	/** Where blobs stand. */
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
	/** Whether a key was there before is certain after `decide`: where there are many, the base is searched once for all. */
	async sightingsOf(blob, hit) {
		const sightings = await this.#seen(blob, hit);
		this.#places.decideLater(hit, sightings);
		return sightings;
	}
	/** To be called when all blobs are read. */
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
	/** Lets go of what was read last. */
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
	/** The headers of a commit are no lines of its message. */
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
	/** The tagger stands on the line before the first one. */
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
	/** Who wrote a note, and when, only the history of the notes knows. */
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
/** The name of a branch or a tag is on the server as long as the branch or the tag is. */
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
// src/sources/history/at-hand.ts
/** Objects up to this many bytes are read whole to tell a line in them. */
const SMALL = 1048576;
/** Tells where hits stand, of a thousand as fast as of one. */
var HistoryPlaces = class extends Places {
	#desk;
	#sizeOf;
	constructor(base, gaps, desk, sizeOf) {
		super(base, gaps);
		this.#desk = desk;
		this.#sizeOf = sizeOf;
	}
	async of(origin, hit) {
		const { oid, name, open } = origin;
		if (name !== oid || this.#sizeOf(oid) > SMALL) return await super.of(origin, hit);
		return await super.of({
			oid,
			name,
			open: () => this.#read(oid, open)
		}, hit);
	}
	async *#read(oid, open) {
		const content = await this.#desk.content(oid);
		if (content) yield content;
		else yield* open();
	}
};
/** Who made which commit, of a thousand as fast as of one. */
var HistoryMakings = class extends Makings {
	#desk;
	#made = /* @__PURE__ */ new Map();
	constructor(git, desk) {
		super(git);
		this.#desk = desk;
	}
	async of(commits) {
		for (const commit of commits) {
			const content = this.#made.has(commit) ? null : await this.#desk.content(commit);
			if (content) this.#made.set(commit, makingOf(content));
		}
		return (commit) => this.#made.get(commit) ?? {
			author: null,
			at: null
		};
	}
};
// src/sources/history/desk.ts
/**
* Gives single objects when they are asked for, with one process for all of them: to start one for each of a thousand
* hits would take longer than everything else.
*/
var Desk = class {
	#git;
	#running = null;
	#answers = null;
	#turn = Promise.resolve();
	constructor(git) {
		this.#git = git;
	}
	/** The content of an object, which is held whole; null where git cannot give it. */
	content(oid) {
		const content = this.#turn.then(async () => await this.#ask(oid));
		this.#turn = content.catch(() => {});
		return content;
	}
	/** Ends the process. Whoever asks again starts another one. */
	close() {
		this.#running?.stop();
		this.#running = null;
		this.#answers = null;
	}
	async #ask(oid) {
		this.#running ??= this.#git.start(["cat-file", "--batch"]);
		this.#answers ??= answersIn(this.#running.output);
		const next = await written(this.#running.input, `${oid}\n`) ? await this.#answers.next() : null;
		if (!next || next.done) {
			this.close();
			return null;
		}
		const [answer] = next.value.answers;
		if (answer?.kind !== "object") return null;
		const parts = [];
		for await (const part of answer.chunks) parts.push(part);
		return await next.value.finish?.() ?? true ? Buffer.concat(parts) : null;
	}
};
// src/sources/history/standings.ts
/** Where blobs of a history stand: also those that no commit brought, and none that do not count. */
var HistoryStandings = class extends Standings {
	#bearings;
	#unbrought;
	/** `unbrought` is asked about what no commit brought; null for what is no object of git. */
	constructor(bearings, unbrought) {
		super(bearings);
		this.#bearings = bearings;
		this.#unbrought = unbrought;
	}
	async countedName(oid) {
		const alone = await this.#alone(oid);
		return alone && !alone.counts ? null : await super.countedName(oid);
	}
	async of(oid, hit) {
		const alone = await this.#alone(oid);
		if (!alone) return await super.of(oid, hit);
		if (!alone.counts) return [];
		const { git, places } = this.#bearings;
		return [{
			...await places.of({
				oid,
				name: oid,
				open: () => contentOf(git, "blob", oid)
			}, hit),
			where: "file",
			path: alone.path,
			commit: null,
			author: null,
			at: null,
			inHead: false
		}];
	}
	async #alone(oid) {
		return (await this.#bearings.bringings.of(oid)).length > 0 ? null : await this.#unbrought(oid);
	}
};
// src/sources/history/whereabouts.ts
/** Says of hits in a history where they stand. */
var Whereabouts = class {
	/** Where blobs stand. */
	blobs;
	#around;
	#unbrought;
	#desk;
	#places;
	#namings;
	/** For what stands in no tree. */
	#located;
	/** `unbrought` is asked about what no commit brought. */
	constructor(around, unbrought) {
		const { git, repository, gaps, includes, bringings, head, sizeOf } = around;
		const ends = {
			base: null,
			head
		};
		const desk = new Desk(git);
		const makings = new HistoryMakings(git, desk);
		this.#around = around;
		this.#desk = desk;
		this.#unbrought = unbrought;
		this.#places = new HistoryPlaces(new Base(git, null, repository, gaps), gaps, desk, sizeOf);
		this.#namings = new Namings({
			git,
			ends,
			gaps
		}, includes, bringings, makings);
		this.#located = new Located(git, ends, repository, includes, gaps);
		const bearings = {
			git,
			gaps,
			includes,
			bringings,
			makings,
			places: this.#places,
			head: new Tree(git, head, gaps)
		};
		this.blobs = new HistoryStandings(bearings, unbrought);
	}
	async sightingsOf(blob, hit) {
		const { provenance } = blob;
		switch (provenance.kind) {
			case "object": return await this.#inBlob(provenance.oid, hit);
			case "path": return await this.#namings.of(provenance.path, hit);
			case "commit-message":
			case "commit-people": return await this.#counts(provenance.commit) ? await this.#located.sightingsOf(blob, hit) : [];
			case "tag-message": return await this.#counts(provenance.tag) ? await this.#located.sightingsOf(blob, hit) : [];
			default: return await this.#located.sightingsOf(blob, hit);
		}
	}
	async nameOf(blob) {
		const { provenance } = blob;
		return provenance.kind === "object" ? await this.blobs.nameOf(provenance.oid) : await this.#located.nameOf(blob);
	}
	/** Lets go of what was read last. */
	async forget() {
		await Promise.all([this.#places.forget(), this.#located.forget()]);
		this.#desk.close();
	}
	async #counts(oid) {
		return (await this.#unbrought(oid))?.counts ?? false;
	}
	async #inBlob(oid, hit) {
		const { bringings, isNotes } = this.#around;
		const note = (await bringings.of(oid)).find(({ path }) => isNotes(path));
		if (!note) return await this.blobs.of(oid, hit);
		const commit = withoutSlashes(note.path);
		return await this.#located.sightingsOf({
			provenance: {
				kind: "note",
				commit,
				oid
			},
			chunks: []
		}, hit);
	}
};
/** The path of a note is the name of the commit it is about, cut by slashes where there are many (git-notes(1)). */
function withoutSlashes(path) {
	return path.replaceAll("/", "");
}
// src/sources/history/history.ts
/**
* Opens every object that a ref, of whatever kind, leads to: branches, tags, remotes, pull requests, the stash, notes.
* A UsageError where there is no such repository.
*/
async function openHistory(options) {
	const { repo, environment, unreachable } = options;
	const repository = await findRepository(repo);
	const git = new Git(repository.gitDir, environment);
	const gaps = new Gaps();
	const source = new HistorySource(git, repository, await listRefs(git, gaps), gaps, options);
	return {
		change: {
			kind: "history",
			unreachable
		},
		source
	};
}
/** Less than this is read by one git alone: to start another one would take longer. */
const LITTLE = 4194304;
/** More of them than this only wait for each other: all is searched by one thread. */
const MOST_READERS = 4;
/** Objects that are asked for at a time. */
const BATCH = 1e3;
var HistorySource = class {
	#git;
	#gaps;
	#refs;
	#table = new ObjectTable();
	#store = new Store(this.#table);
	#walk;
	#books;
	#tally;
	#whereabouts;
	#objects;
	#progress;
	#unreachable;
	#strays;
	#state = "unread";
	constructor(git, repository, refs, gaps, options) {
		const { includes, unreachable, progress } = options;
		const { commonDir, shallow } = repository;
		this.#git = git;
		this.#gaps = gaps;
		this.#refs = refs;
		this.#unreachable = unreachable;
		this.#progress = new Progress(progress ?? (() => {}));
		this.#strays = new Map(refs.strays.map(({ oid, path }) => [oid, path]));
		this.#tally = new Tally(gaps);
		const ledger = new Ledger(this.#table);
		this.#walk = new Walk(git, refs, this.#table, ledger, gaps);
		const lists = {
			table: this.#table,
			store: this.#store,
			walk: this.#walk,
			unreachable
		};
		this.#books = new Books(lists, this.#tally, gaps);
		const bringings = new HistoryBringings(git, gaps, this.#table, ledger, this.#walk);
		const isNotes = (path) => this.#isNotes(path);
		const sizeOf = (oid) => this.#store.sizeOf(this.#table.of(oid));
		const around = {
			git,
			repository,
			gaps,
			includes,
			isNotes,
			bringings,
			head: headIn(refs),
			sizeOf
		};
		this.#whereabouts = new Whereabouts(around, (oid) => this.#unbrought(oid));
		this.#objects = new RangeObjects(refs.head ?? "", commonDir, this.#whereabouts.blobs, this.#tally, gaps);
		if (shallow.size > 0) gaps.add("missing-object", tooShallow(shallow));
	}
	async *blobs() {
		if (this.#state !== "unread") throw new Error("a history is read once");
		this.#state = "reading";
		try {
			const listing = this.#store.list(this.#git, this.#gaps);
			listing.catch(() => {});
			const walking = this.#walk.go(async () => await this.#lost(listing));
			for (const name of this.#refs.names) if (isLong(Buffer.byteLength(name))) yield {
				provenance: {
					kind: "ref",
					name
				},
				chunks: [Buffer.from(name)]
			};
			await listing;
			yield* this.#contents();
			await walking;
			for (const path of this.#walk.names) yield {
				provenance: {
					kind: "path",
					path,
					commit: null
				},
				chunks: [Buffer.from(path)]
			};
			this.#books.close();
			this.#progress.end();
			this.#state = "read";
		} finally {
			await this.#stop();
		}
	}
	async nameOf(blob) {
		const name = await this.#whereabouts.nameOf(blob);
		if (this.#state !== "reading") await this.#whereabouts.forget();
		return name;
	}
	async locate(blob, hit) {
		const sightings = await this.#whereabouts.sightingsOf(blob, hit);
		if (this.#state !== "reading") await this.#whereabouts.forget();
		return sightings;
	}
	account() {
		const gaps = [...this.#gaps.all()];
		if (this.#state !== "read") gaps.push({
			kind: "miscounted",
			detail: "reading stopped before the end of the history"
		});
		return {
			coverage: { ...this.#tally.coverage },
			gaps
		};
	}
	async *#contents() {
		this.#progress.expect(this.#store.bytes);
		const readers = this.#store.bytes < LITTLE ? 1 : Math.min(MOST_READERS, availableParallelism());
		const lists = this.#store.shares(readers).map((share) => this.#names(share));
		for await (const batch of readAtOnce(this.#git, lists)) for (const answer of batch) {
			const number = this.#table.of(answer.oid);
			if (answer.kind === "object") {
				const before = this.#tally.coverage.bytes;
				const blobs = this.#objects.in(answer);
				if (Array.isArray(blobs)) for (const blob of blobs) yield blob;
				else yield* blobs;
				this.#books.read(number, this.#tally.coverage.bytes - before);
			} else this.#books.miss(number, answer);
			this.#progress.add(this.#store.sizeOf(number));
		}
	}
	/** The objects that one reader is to read. */
	async *#names(share) {
		let names = [];
		for (const number of share) {
			if (!this.#books.counts(number)) {
				this.#progress.add(this.#store.sizeOf(number));
				continue;
			}
			names.push(this.#table.nameOf(number));
			if (names.length < BATCH) continue;
			yield names;
			names = [];
		}
		if (names.length > 0) yield names;
	}
	/** The commits that no ref leads to, where they are to be read too. */
	async #lost(listing) {
		if (!this.#unreachable) return [];
		await listing;
		return [...this.#store.numbers()].filter((number) => {
			return this.#store.kindOf(number) === "commit" && !this.#walk.reaches(number);
		}).map((number) => this.#table.nameOf(number));
	}
	async #unbrought(oid) {
		await this.#walk.over;
		const number = this.#table.of(oid);
		return number === -1 ? null : {
			counts: this.#books.counts(number),
			path: this.#strays.get(oid) ?? null
		};
	}
	#isNotes(path) {
		const number = this.#refs.hasNotes ? this.#table.of(withoutSlashes(path)) : -1;
		return number !== -1 && this.#store.kindOf(number) === "commit";
	}
	async #stop() {
		if (this.#state !== "read") this.#state = "stopped";
		this.#store.stop();
		this.#walk.stop();
		await this.#whereabouts.forget();
	}
};
/** The commit that is checked out; before the first one an empty tree, which git knows without having it. */
function headIn({ head, anyName }) {
	return head ?? objectNameOf("tree", Buffer.alloc(0), anyName?.length === 64 ? "sha256" : "sha1");
}
function tooShallow(shallow) {
	const [first, ...more] = shallow;
	return `the clone is shallow: the history before commit ${first}${more.length > 0 ? ` and ${more.length} others` : ""} is not here (git fetch --unshallow fetches it)`;
}
// src/sources/attached.ts
/** Tags and notes by the commits they hang on. A repository that has neither costs no process. */
var Attached = class {
	#git;
	#gaps;
	#byCommit = /* @__PURE__ */ new Map();
	#loaded;
	#isLoaded = false;
	/** Commits that were seen before all was known: reading does not wait for it. */
	#early = [];
	#found = [];
	/** Starts looking for them. */
	constructor(git, repository, gaps) {
		this.#git = git;
		this.#gaps = gaps;
		this.#loaded = this.#load(repository.commonDir).finally(() => {
			this.#isLoaded = true;
		});
		this.#loaded.catch(() => {});
	}
	/** Notes that a commit is of the range. */
	see(commit) {
		if (this.#isLoaded) this.#found.push(...this.#byCommit.get(commit) ?? []);
		else this.#early.push(commit);
	}
	/** What hangs on the commits that were seen. One that hangs on several is told of the latest seen. */
	async found() {
		await this.#loaded;
		for (const commit of this.#early.splice(0)) this.see(commit);
		return [...new Map(this.#found.map((one) => [one.oid, one])).values()];
	}
	async #load(commonDir) {
		const [hasTags, hasNotes] = await mayHave(commonDir, ["refs/tags", "refs/notes"]);
		await Promise.all([hasTags && this.#loadTags(), hasNotes && this.#loadNotes()]);
	}
	/** `show-ref` heeds what packed refs say of the objects behind tags, which `for-each-ref` reads one by one. */
	async #loadTags() {
		let tag = "";
		for await (const line of this.#linesOf([
			"show-ref",
			"--tags",
			"--dereference"
		])) {
			const [oid = "", name = ""] = line.split(" ");
			if (name.endsWith("^{}")) this.#add({
				kind: "tag",
				oid: tag,
				commit: oid
			});
			else tag = oid;
		}
	}
	async #loadNotes() {
		const trees = [];
		for await (const tree of this.#linesOf([
			"for-each-ref",
			"--format=%(objectname)",
			"refs/notes"
		])) trees.push(tree);
		for (const tree of trees) await this.#loadNotesIn(tree);
	}
	async *#linesOf(args) {
		const running = this.#git.start(args);
		for await (const lines of linesIn(running.output)) yield* lines;
		const { code, stderr } = await running.ended;
		if (code === 0 || code === 1 && stderr === "") return;
		this.#gaps.add("unreadable", `tags and notes could not be listed in full: ${complaint(stderr)}`);
	}
	/** A note's path is the name of the commit it is about, cut by slashes where there are many (git-notes(1)). */
	async #loadNotesIn(tree) {
		for await (const { oid, path } of entriesOf(this.#git, tree, this.#gaps)) this.#add({
			kind: "note",
			oid,
			commit: path.replaceAll("/", "")
		});
	}
	#add(attachment) {
		const known = this.#byCommit.get(attachment.commit);
		if (known) known.push(attachment);
		else this.#byCommit.set(attachment.commit, [attachment]);
	}
};
/**
* Whether there may be refs of each prefix: looks for their files, packed or not. Where refs are kept in another way
* (reftable), git has to be asked.
*/
async function mayHave(commonDir, prefixes) {
	const isFilled = async (folder) => (await readdir(join(commonDir, folder)).catch(() => [])).length > 0;
	const packed = readFile(join(commonDir, "packed-refs"), "latin1").catch(() => "");
	if (await isFilled("reftable")) return prefixes.map(() => true);
	return await Promise.all(prefixes.map(async (prefix) => await isFilled(prefix) || (await packed).includes(` ${prefix}/`)));
}
/** Reads tags and notes. */
async function* attachedBlobs(git, attachments, tally) {
	const byOid = new Map(attachments.map((one) => [one.oid, one]));
	for await (const answer of readObjects(git, inOneBatch([...byOid.keys()]))) {
		const attachment = byOid.get(answer.oid);
		if (answer.kind !== "object" || !attachment) {
			if (answer.kind !== "object") tally.miss(answer);
			continue;
		}
		const { kind, oid, commit } = attachment;
		tally.settle("tag");
		if (kind === "note") yield {
			provenance: {
				kind,
				commit,
				oid
			},
			chunks: tally.counted(answer.chunks)
		};
		else yield {
			provenance: {
				kind: "tag-message",
				tag: oid
			},
			chunks: tally.counted(tagTextOf(answer.chunks))
		};
	}
}
async function* inOneBatch(oids) {
	yield oids;
}
// src/sources/range.ts
/**
* Opens the commits that head has and base has not, and starts to read them. A MissingCommit where one of the two is not
* here, or a shallow clone ends between them; another UsageError where there is no such repository.
*/
async function openRange({ repo, base, head, environment, includes, names }) {
	const repository = await findRepository(repo);
	const git = new Git(repository.gitDir, environment);
	const ends = await endsNamed(git, base, head);
	const source = new RangeSource(git, repository, ends, includes, names ?? []);
	await source.begin();
	return {
		change: {
			kind: "range",
			...ends
		},
		source
	};
}
/** Milliseconds that git waits for a reader. After that it is ended: it would keep the program from ending. */
const PATIENCE = 3e4;
var RangeSource = class {
	#git;
	#gaps = new Gaps();
	#listing;
	#attached;
	#located;
	#objects;
	#names;
	#tally;
	#answers;
	#first = null;
	#waiting = null;
	/** Tags and notes that were asked for. */
	#hanging = 0;
	#state = "unread";
	constructor(git, repository, ends, includes, names) {
		this.#git = git;
		this.#names = names;
		this.#tally = new Tally(this.#gaps);
		this.#listing = new Listing(git, ends, repository, this.#gaps);
		this.#answers = readInBatches(git, this.#listing.names());
		this.#attached = new Attached(git, repository, this.#gaps);
		this.#located = new Located(git, ends, repository, includes, this.#gaps);
		const { blobs } = this.#located;
		this.#objects = new RangeObjects(ends.head, repository.commonDir, blobs, this.#tally, this.#gaps);
	}
	/** Asks for the first objects, so that an end that is not here is told before anything is read. */
	async begin() {
		this.#first = await this.#answers.next();
		this.#waiting = setTimeout(() => void this.#stop(), PATIENCE).unref();
	}
	async *blobs() {
		if (this.#state !== "unread") throw new Error("a range is read once, and soon after it was opened");
		if (this.#waiting) clearTimeout(this.#waiting);
		this.#state = "reading";
		try {
			for (const name of this.#names) if (name !== "") yield {
				provenance: {
					kind: "ref",
					name
				},
				chunks: [Buffer.from(name)]
			};
			for (let next = this.#first; next && !next.done; next = await this.#answers.next()) for (const answer of next.value) {
				if (answer.kind !== "object") {
					this.#tally.miss(answer);
					continue;
				}
				if (answer.type === "commit") this.#attached.see(answer.oid);
				const blobs = this.#objects.in(answer);
				if (Array.isArray(blobs)) for (const blob of blobs) yield blob;
				else yield* blobs;
			}
			const attachments = (await this.#attached.found()).filter(({ oid }) => !this.#objects.tags.has(oid));
			this.#hanging = attachments.length;
			if (attachments.length > 0) yield* attachedBlobs(this.#git, attachments, this.#tally);
			await this.#located.decide();
			this.#state = "read";
		} finally {
			await this.#stop();
		}
	}
	async nameOf(blob) {
		const name = await this.#located.nameOf(blob);
		if (this.#state !== "reading") await this.#located.forget();
		return name;
	}
	async locate(blob, hit) {
		const sightings = await this.#located.sightingsOf(blob, hit);
		if (this.#state === "reading") return sightings;
		await this.#located.decide();
		await this.#located.forget();
		return sightings;
	}
	account() {
		const expected = this.#listing.expected + this.#hanging;
		const { coverage, settled } = this.#tally;
		const gaps = [...this.#gaps.all()];
		if (this.#state !== "read") gaps.push({
			kind: "miscounted",
			detail: "reading stopped before the end of the range"
		});
		else if (settled !== expected) gaps.push({
			kind: "miscounted",
			detail: `${expected} objects were expected and ${settled} were read`
		});
		return {
			coverage: { ...coverage },
			gaps
		};
	}
	async #stop() {
		if (this.#state !== "read") this.#state = "stopped";
		await this.#answers.return(void 0);
		this.#listing.stop();
		await this.#located.forget();
	}
};
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
/** Our own words, computed: they need neither quotes nor escaping. Never for what others wrote. */
function words(text) {
	return text === "" ? [] : [{ words: text }];
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
	const shown = (data) => quoted$1(clipped(data, LONGEST)).replaceAll(" ", blank);
	return plain(one.map((piece) => "words" in piece ? piece.words : shown(piece.data)).join(""));
}
/** The line in Markdown, in running text or in a table's cell. */
function inMarkdown(one, place = "text") {
	return one.map((piece) => "words" in piece ? piece.words : code(clipped(piece.data, LONGEST), place)).join("");
}
function quoted$1(text) {
	return /\s/.test(text) && !/[{"=:]/.test(text) ? `"${text}"` : text;
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
/** How much was read, in one quiet line: "3 commits, 17 blobs, 50 KB, 2 texts in 85 ms". */
function covered({ change, coverage }) {
	const { commits, blobs, bytes, texts, milliseconds } = coverage;
	const parts = [
		...commits > 0 ? [counted(commits, "commit")] : [],
		...blobs > 0 ? [counted(blobs, change.kind === "files" ? "file" : "blob")] : [],
		...bytes > 0 ? [sized(bytes)] : [],
		...texts > 0 ? [counted(texts, "text")] : []
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
/** Whether it is the very Admin API key this run works with: only people can put another in its place. */
function isRunsOwn({ outcome }) {
	return outcome.kind === "left" && outcome.because === "own-admin-key";
}
/** An admin key that is not proven dead, wherever it was seen: whoever has it manages the whole organisation. */
function isAlarming({ kind, validity }) {
	return kind === "admin" && validity.kind !== "inactive";
}
/**
* The findings in the order a person should see them: admin keys that may work before all else, the run's own first;
* then the worst, and of equals what works.
*/
function ranked(findings) {
	const rank = (one) => [
		isRunsOwn(one) ? 0 : 1,
		isAlarming(one) ? 0 : 1,
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
/**
* What a record's ends are worth once the key was tried. A text that OpenAI refuses while the record is listed, or takes
* for somebody else's, only looks like the record.
*/
function likenessOf({ possession, validity, outcome }) {
	if (possession === "proven" || isRunsOwn({ outcome })) return "ours";
	if (validity.kind === "inactive" && validity.because !== "refused") return "ours";
	return possession === "someone-else" || validity.kind === "inactive" ? "look-alike" : "unproven";
}
/** Whether it resembles a key of ours, and OpenAI refuses it: a made-up text or a bad copy, of which no harm comes. */
function isMereLikeness(finding) {
	const { identity, validity } = finding;
	return identity.kind === "ours" && validity.kind === "inactive" && likenessOf(finding) === "look-alike";
}
// src/report/used.ts
/** So many models, and so many changes, are named in a sentence. */
const MOST$1 = 3;
const SOURCES = {
	usage: "usage",
	costs: "costs",
	"audit-log": "changes"
};
const UNTOLD = {
	off: "OpenAI keeps no audit log for this organisation",
	"not-permitted": "the Admin API key may not read them",
	"no-answer": "OpenAI did not answer",
	unreadable: "OpenAI's answer was not understood"
};
/** OpenAI counts use some minutes late: of a shorter time than this, in milliseconds, no use is no news. */
const LATE = 36e5;
/**
* What was done with the key of a finding; null where nothing is known, or where it is only the use of a key that this
* one resembles.
*/
function usedOf(finding) {
	const { identity, impact } = finding;
	const likeness = likenessOf(finding);
	if (impact === null || likeness === "look-alike") return null;
	return line`${identity.kind === "ours" && likeness === "unproven" ? line`Of ${identity.record.id}: ` : words("")}${used(impact)}`;
}
/**
* What was done with a key since it was exposed, in a few sentences. A nought is said with its time, since OpenAI counts
* some minutes late; what no source told is said, and never a nought.
*/
function used(impact) {
	const { since, asOf, requests, cost, changes, untold } = impact;
	const facts = [
		...requests === null ? [] : [line`${words(counted(requests, "request").replace(/^0 /, "no "))}${tokens(impact)}`],
		...cost === null ? [] : [line`${spent(cost)} (by whole days of UTC)`],
		...changes === null ? [] : [words(changed(changes))]
	];
	const isEarly = requests === 0 && asOf.getTime() - since.getTime() < LATE;
	const told = facts.length > 0 ? [line`${spanned(since, asOf)}: ${joined(facts, ", ")}.`] : [];
	const late = isEarly ? [words("OpenAI counts some minutes late.")] : [];
	const missing = untold.map(({ source, because }) => line`Not told: ${words(SOURCES[source])}, since ${words(UNTOLD[because])}.`);
	return joined([
		...told,
		...late,
		...missing
	], " ");
}
/** What was made, changed or deleted with it, the first few by name. */
function alterations(changes) {
	const named = changes.slice(0, MOST$1).map(({ what, id, name }) => {
		return line`${what}${id === null ? line`` : line` ${id}`}${name === null ? line`` : line` (${name})`}`;
	});
	const more = changes.length - named.length;
	return joined([...named, ...more > 0 ? [line`${more} more`] : []], ", ");
}
function changed(changes) {
	return changes.length === 0 ? "nothing changed in the organisation" : `${counted(changes.length, "change")} in the organisation`;
}
/** In parentheses: the tokens of each model, the most used first; before many models, those of all. */
function tokens({ inputTokens, outputTokens, models }) {
	const used = (models ?? []).filter(({ requests, inputTokens: i, outputTokens: o }) => [
		requests,
		i,
		o
	].some(Boolean));
	const all = used.length > 0 && used.length <= MOST$1 ? [] : amounts(inputTokens, outputTokens);
	const parts = [
		...all.length > 0 ? [joined(all, ", ")] : [],
		...used.slice(0, MOST$1).map((use) => line`${use.model}: ${share(use)}`),
		...used.length > MOST$1 ? [words(counted(used.length - MOST$1, "more model"))] : []
	];
	return parts.length > 0 ? line` (${joined(parts, "; ")})` : words("");
}
/** What is counted of a model: tokens, or of images, speech and searches the requests. */
function share({ requests, inputTokens, outputTokens }) {
	const parts = amounts(inputTokens, outputTokens);
	return parts.length > 0 ? joined(parts, ", ") : words(counted(requests ?? 0, "request"));
}
function amounts(input, output) {
	if (!input && !output) return [];
	return [...input === null ? [] : [words(`${grouped(input)} tokens in`)], ...output === null ? [] : [words(`${grouped(output)} out`)]];
}
/** Thousandths are said to be there, and not counted. */
function spent({ value, currency }) {
	const amount = Number.isFinite(value) ? value.toFixed(2) : "an unknown amount of";
	return words(`${value > 0 && value < .01 ? "under 0.01" : amount} ${/^[a-z]{3}$/i.test(currency) ? currency.toUpperCase() : "(unknown currency)"}`);
}
/** "Since 2026-11-20 10:00 UTC, as of 11:30": the day is said again where it is another. */
function spanned(since, asOf) {
	const [from, to] = [moment$1(since), moment$1(asOf)];
	const isOneDay = from !== null && to !== null && from.slice(0, 10) === to.slice(0, 10);
	const until = to === null ? "an unknown time" : isOneDay ? to.slice(11) : `${to} UTC`;
	return words(`Since ${from === null ? "an unknown time" : `${from} UTC`}, as of ${until}`);
}
/** "2026-11-20 10:00" */
function moment$1(at) {
	return Number.isNaN(at.getTime()) ? null : at.toISOString().slice(0, 16).replace("T", " ");
}
// src/report/look.ts
/** What to look at after the key is stopped: what was done with it, and what was made with it that outlives it. */
function look(finding) {
	const { identity, impact, kind } = finding;
	const likeness = likenessOf(finding);
	if (identity.kind === "foreign" || identity.kind === "ambiguous" || likeness === "look-alike") return [];
	const isUnproven = identity.kind === "ours" && likeness === "unproven";
	const it = isUnproven ? line`${identity.record.id}` : words("it");
	const changes = impact?.changes ?? null;
	if (changes !== null && changes.length > 0) return [line`Look at what was changed with ${it} since, and undo what nobody of yours did: ${alterations(changes)}.`];
	if (kind === "admin" && changes === null) return [line`Look for keys, members and projects that nobody of yours made: they outlive this key.`];
	const requests = impact?.requests ?? 0;
	if (identity.kind !== "ours" || requests === 0) return [];
	const times = requests === 1 ? "once" : `${grouped(requests)} times`;
	return [line`${isUnproven ? it : words("It")} was used ${words(times)} since this was exposed: see whether all of that was yours.`];
}
// src/report/belonging.ts
/** The variable that OpenAI's libraries read by themselves. */
const VARIABLE = "OPENAI_API_KEY";
/** Where a key belongs when nothing better is known. */
const ENVIRONMENT = line`in an environment variable such as ${VARIABLE}`;
/** The same as a reference that shells and many formats fill in. */
const REFERENCE = `\${${VARIABLE}}`;
/** How to take a key out of a file that can read it from somewhere else. */
const reading = (how) => (path) => line`In ${path}, read ${how} instead.`;
// src/report/belongs-ci.ts
const SECRET = `\${{ secrets.${VARIABLE} }}`;
/** OpenAI's own advice for continuous integration; a provider for GitHub Actions has this issuer. */
const FEDERATION = line`Better without any key: with OpenAI's workload identity federation the workflow signs in itself (issuer ${"https://token.actions.githubusercontent.com"}, permission ${"id-token: write"}).`;
/** Files that tell a continuous integration what to do. */
const CI = [
	{
		of: /(?:^|\/)action\.ya?ml$/,
		keep: line`in a secret of the repository`,
		remove: (path) => line`In ${path}, take it from an input, which the workflow fills with ${SECRET}.`,
		instead: FEDERATION
	},
	{
		of: /(?:^|\/)\.github\/.+\.ya?ml$/,
		keep: line`in a secret of the repository`,
		remove: reading(SECRET),
		instead: FEDERATION
	},
	{
		of: /(?:^|\/)[^/]*\.?gitlab-ci\.ya?ml$|(?:^|\/)\.gitlab\/.+\.ya?ml$/,
		keep: line`in a CI/CD variable of the project, masked and protected`,
		remove: reading(`$${VARIABLE}`)
	},
	{
		of: /(?:^|\/)\.circleci\/.+\.ya?ml$/,
		keep: line`in a context, or an environment variable of the CircleCI project`,
		remove: reading(REFERENCE)
	},
	{
		of: /(?:^|\/)azure-pipelines[^/]*\.ya?ml$/,
		keep: line`in a secret variable of the pipeline`,
		remove: reading(`$(${VARIABLE})`)
	},
	{
		of: /(?:^|\/)bitbucket-pipelines\.ya?ml$/,
		keep: line`in a secured variable of the repository`,
		remove: reading(`$${VARIABLE}`)
	},
	{
		of: /(?:^|\/)jenkinsfile(?:\.[^/]*)?$/,
		keep: line`in the credentials of Jenkins`,
		remove: (path) => line`In ${path}, bind it with ${"withCredentials"} instead.`
	},
	{
		of: /(?:^|\/)(?:\.travis|\.drone|\.woodpecker|\.?appveyor|cloudbuild|buildspec)\.ya?ml$|(?:^|\/)\.(?:buildkite|woodpecker)\/.+\.ya?ml$/,
		keep: line`in a secret variable of the build service`,
		remove: (path) => line`Take it out of ${path}, and let the build service set ${VARIABLE}.`
	}
];
// src/report/belongs-deployed.ts
/** Files that say how something is built into images and put on servers. */
const DEPLOYED = [
	{
		of: /(?:^|\/)(?:docker|container)file(?:\.[^/]*)?$|\.dockerfile$/,
		keep: line`in the environment the container is started with`,
		remove: (path) => line`Take it out of ${path}, and delete images built from it: their layers keep it.`
	},
	{
		of: /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/,
		keep: line`in a ${".env"} beside it that git does not track, or in a secret of Compose`,
		remove: (path) => line`In ${path}, write ${REFERENCE} instead.`
	},
	{
		of: /\.(?:tf|tfvars|hcl)(?:\.json)?$/,
		keep: line`in a secret store, or a variable with ${"sensitive = true"}`,
		remove: (path) => line`Take it out of ${path}; the state file may hold it too.`
	},
	{
		of: /\.tfstate(?:\.backup)?$/,
		keep: line`in a secret store`,
		remove: (path) => line`Take ${path} out of git, and keep state in an encrypted backend.`
	},
	{
		of: /(?:^|\/)pulumi\.[^/]+\.ya?ml$/,
		keep: line`in a secret store, or set with ${"pulumi config set --secret"}`,
		remove: (path) => line`Take it out of ${path}.`
	},
	{
		of: /(?:^|\/)(?:group_vars|host_vars)\//,
		keep: line`in a secret store, or encrypted with ${"ansible-vault"}`,
		remove: (path) => line`Take it out of ${path}.`
	},
	{
		of: /(?:^|\/)values(?:[._-][^/]*)?\.ya?ml$|(?:^|\/)(?:helm|charts?)\/.+\.ya?ml$/,
		keep: line`in a Kubernetes Secret that is made outside of the chart`,
		remove: (path) => line`In ${path}, give the name of that Secret instead of the key.`
	},
	{
		of: /(?:^|\/)(?:k8s|kubernetes|kube|kustomize|manifests|overlays)\/.+\.(?:ya?ml|json)$|(?:^|[/._-])(?:deployment|statefulset|daemonset|cronjob|configmap|secret)\.ya?ml$/,
		keep: line`in a Secret that git has encrypted (SOPS, Sealed Secrets) or not at all`,
		remove: (path) => line`Take it out of ${path}: base64, as Secrets have it, hides nothing.`
	},
	{
		of: /(?:^|\/)secrets[^/]*\.(?:ya?ml|json|toml|ini|properties)$/,
		keep: line`in a secret store, or encrypted with SOPS`,
		remove: (path) => line`Take ${path} out of git (${"git rm --cached"}) and list it in ${".gitignore"}.`
	},
	{
		of: /(?:^|\/)serverless\.ya?ml$/,
		keep: line`in a secret store`,
		remove: reading(REFERENCE.replace("{", "{env:"))
	}
];
// src/report/belongs-left-over.ts
/** Files that programs write, in which a key is left over; and texts for people. */
const LEFT_OVER = [
	{
		of: /\.ipynb$/,
		remove: (path) => line`Take it out of ${path}, the outputs too, and read ${`os.environ["${VARIABLE}"]`} instead.`
	},
	{
		of: /(?:^|\/)[^/]*(?:cassettes?|recordings?|__recordings__)\/|\.har$/,
		remove: (path) => line`Record ${path} anew, with the ${"Authorization"} header left out.`
	},
	{
		of: /\.log(?:\.\d+)?$|(?:^|\/)\.[a-z]+_history$/,
		remove: (path) => line`Take ${path} out of git (${"git rm --cached"}) and list it in ${".gitignore"}.`
	},
	{
		of: /\.(?:patch|diff|orig|rej|bak|swp)$|~$/,
		remove: (path) => line`Take ${path} out of git: it keeps lines that the file itself may have lost.`
	},
	{
		of: /\.(?:map|pyc|class|jar|war|o|a|so|dll|exe|wasm|apk|aab|ipa)$|[.-](?:min|bundle)\.js$|(?:^|\/)(?:dist|\.next|node_modules|__pycache__)\//,
		remove: (path) => line`Take it out of what ${path} is built from, and build that anew.`
	},
	{
		of: /\.(?:md|mdx|markdown|rst|adoc)$/,
		remove: (path) => line`In ${path}, write a placeholder instead, such as ${`YOUR_${VARIABLE}`}.`
	}
];
// src/report/belongs-local.ts
/** Files of settings: those of one machine alone, which git need not have, and those that an application comes with. */
const LOCAL = [
	{
		of: /(?:^|\/)[^/]*env[^/]*[._-](?:example|sample|template|dist|tmpl|tpl)\b[^/]*$|(?:^|\/)(?:example|sample|template)[._-][^/]*env[^/]*$/,
		keep: line`in an untracked ${".env"} or a secret store`,
		remove: (path) => line`Leave its value empty in ${path}.`
	},
	{
		of: /(?:^|\/)\.(?:env|envrc|flaskenv|dev\.vars|renviron)(?:\.[^/]*)?$|\.env$/,
		keep: line`in a secret store, or in a ${".env"} that git does not track`,
		remove: (path) => line`Take ${path} out of git (${"git rm --cached"}) and list it in ${".gitignore"}.`
	},
	{
		of: /(?:^|\/)\.streamlit\/secrets\.toml$/,
		keep: line`in the secrets of the Streamlit app`,
		remove: (path) => line`Take ${path} out of git (${"git rm --cached"}) and list it in ${".gitignore"}.`
	},
	{
		of: /(?:^|\/)(?:local\.settings\.json|local\.properties)$/,
		keep: line`in a secret store`,
		remove: (path) => line`Take ${path} out of git (${"git rm --cached"}) and list it in ${".gitignore"}.`
	},
	{
		of: /(?:^|\/)(?:application|bootstrap)(?:-[^/]*)?\.(?:properties|ya?ml)$/,
		remove: (path) => line`In ${path}, write ${REFERENCE} instead: Spring fills it in from the environment.`
	},
	{
		of: /(?:^|\/)(?:appsettings[^/]*\.json|(?:web|app)\.config)$/,
		keep: line`in ${"dotnet user-secrets"} on your machine, and in an environment variable elsewhere`,
		remove: (path) => line`Take it out of ${path}: .NET adds what the environment and user-secrets have.`
	},
	{
		of: /\.(?:http|rest)$|postman_(?:collection|environment)\.json$/,
		keep: line`in an environment of the client that git does not have`,
		remove: (path) => line`In ${path}, write ${`{{${VARIABLE}}}`} instead.`
	}
];
// src/report/belongs-shipped.ts
const NODE = [
	"process",
	"env",
	VARIABLE
].join(".");
const SERVER = line`on a server of yours that the app asks, and never in the app`;
function fromApp(path) {
	return line`Take it out of ${path}, and let a server of yours ask OpenAI: whoever has an app can read its keys.`;
}
function fromPage(path) {
	return line`Take it out of ${path}, and let a server of yours ask OpenAI: what a browser gets is public.`;
}
/** Files that reach other people's machines as they are, or as a part of an app: no secret can be kept in them. */
const SHIPPED = [
	{
		of: /\.(?:swift|mm|xcconfig|plist|storyboard|dart)$|(?:^|\/)(?:androidmanifest\.xml|google-services\.json)$|(?:^|\/)res\/values[^/]*\/[^/]+\.xml$|(?:^|\/)(?:android[^/]*|composeapp|[^/]*android(?:app|main))\/.+\.(?:kts?|java|gradle|properties|xml)$/,
		keep: SERVER,
		remove: fromApp
	},
	{
		of: /(?:^|\/)app\/src\/.+\.(?:kt|java)$/,
		remove: (path) => line`In ${path}, read ${`System.getenv("${VARIABLE}")`} instead; in a mobile app, let a server of yours ask OpenAI.`
	},
	{
		of: /\.(?:html?|vue|svelte)$|\.user\.js$|(?:^|\/)(?:public|static|www|wwwroot|browser|frontend|webapp)\/(?:.+\/)?[^/]+\.[cm]?[jt]sx?$|(?:^|\/)environments\/environment[^/]*\.ts$/,
		keep: line`on a server of yours that the page asks, and never in the page`,
		remove: fromPage
	},
	{
		of: /\.(?:[jt]sx|astro)$|(?:^|\/)client\/(?:.+\/)?[^/]+\.[cm]?[jt]s$/,
		remove: (path) => line`In ${path}, read ${NODE} instead, and on a server alone: what a browser gets is public.`
	}
];
// src/report/belongs.ts
/** How programs read the variable, by the end of the file's name. */
const READERS = [
	[/\.[cm]?[jt]s$/, [
		"process",
		"env",
		VARIABLE
	].join(".")],
	[/\.py[iwx]?$/, `os.environ["${VARIABLE}"]`],
	[/\.go$/, `os.Getenv("${VARIABLE}")`],
	[/\.(?:rb|rake)$|(?:^|\/)(?:gem|rake)file$/, `ENV["${VARIABLE}"]`],
	[/\.(?:java|kts?|scala|groovy|gradle)$/, `System.getenv("${VARIABLE}")`],
	[/\.clj[cs]?$/, `(System/getenv "${VARIABLE}")`],
	[/\.(?:cs|fs|vb)x?$/, `Environment.GetEnvironmentVariable("${VARIABLE}")`],
	[/\.php$/, `getenv("${VARIABLE}")`],
	[/\.rs$/, `std::env::var("${VARIABLE}")`],
	[/\.(?:c|cc|cpp|cxx|h|hpp)$/, `getenv("${VARIABLE}")`],
	[/\.exs?$/, `System.get_env("${VARIABLE}")`],
	[/\.(?:r|rmd|qmd)$/, `Sys.getenv("${VARIABLE}")`],
	[/\.jl$/, `ENV["${VARIABLE}"]`],
	[/\.lua$/, `os.getenv("${VARIABLE}")`],
	[/\.p[lm]$/, `$ENV{${VARIABLE}}`],
	[/\.ps[dm]?1$/, `$env:${VARIABLE}`],
	[/\.(?:bat|cmd)$/, `%${VARIABLE}%`],
	[/\.(?:ba|z|k|fi)?sh$|(?:^|\/)(?:make|just|proc)file$|\.mk$/, `$${VARIABLE}`]
];
const CONFIGURATION = /\.(?:json[c5]?|ya?ml|toml|ini|cfg|conf|config|xml|properties)$/;
const RULES = [
	...LOCAL,
	...CI,
	...DEPLOYED,
	...SHIPPED,
	...LEFT_OVER,
	...READERS.map(([of, how]) => ({
		of,
		remove: reading(how)
	})),
	{
		of: CONFIGURATION,
		remove: (path) => line`Take it out of ${path}, and let the program read ${VARIABLE} from its environment.`
	}
];
/** Where a key of this file belongs. `path` is what others named it, with `/`. */
function belonging(path) {
	const known = path.toLowerCase();
	const rule = RULES.find(({ of }) => of.test(known));
	return {
		keep: rule?.keep ?? ENVIRONMENT,
		remove: rule?.remove(path) ?? line`Take it out of ${path}.`,
		instead: rule?.instead ?? null
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
function rank({ where, inHead, path, preexisting }) {
	const isText = path === null || where === "path" && refIn(path) !== null;
	return (inHead ? 0 : 4) + (isText ? 2 : 0) + Number(preexisting);
}
/** The place itself, as others may have named it: to be escaped by the medium. */
function placeOf({ where, path, line, column, commit, member }) {
	const spot = [line, column].flatMap((number) => number === null ? [] : [`:${number}`]).join("");
	switch (where) {
		case "file":
		case "stdin": return `${path ?? (where === "stdin" ? "standard input" : "a file")}${member === null ? spot : ` › ${member}`}`;
		case "commit-message": return `${line === null ? "text" : "message"} of commit ${commit === null ? "unknown" : short(commit)}${inLine(line)}`;
		case "tag-message": return `message of a tag${inLine(line)}`;
		case "path": return nameOf$1(path);
		case "pull-request": return `text on GitHub${inLine(line)}`;
		default: return where;
	}
}
function inLine(line) {
	return line === null ? "" : `, line ${line}`;
}
function nameOf$1(path) {
	const ref = path === null ? null : refIn(path);
	return ref === null ? `name of ${path ?? "a file"}` : `name of the ${ref.kind} ${ref.name}`;
}
/** The branch or tag that a name in git stands for, or another ref; null for the path of a file. */
function refIn(path) {
	const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/s.exec(path) ?? [];
	if (name !== void 0) return {
		kind: kind === "heads" ? "branch" : "tag",
		name
	};
	return path.startsWith("refs/") ? {
		kind: "ref",
		name: path
	} : null;
}
/** What else is known of a place, in words of ours: its encoding, and whether it was removed again or is old. */
function remarksOn(sighting, change) {
	const { where, encoding, inHead, preexisting } = sighting;
	const encoded = ENCODED[encoding];
	return [
		...encoded === null ? [] : [encoded],
		...(where === "file" || where === "path") && !inHead ? [change === "history" ? "not in the head" : "removed again later"] : [],
		...preexisting ? ["here before this change"] : []
	];
}
// src/report/remove.ts
/** How to take the key out of where it still stands; and where that is history alone, whether that must be rewritten. */
function remove(finding, change) {
	const here = bestFirst(finding.sightings).filter(({ inHead, where }) => inHead || where === "pull-request");
	const ways = [
		fromFiles(here),
		fromNames(here),
		fromTexts(here)
	].flat();
	const past = change === "range" || change === "history" ? history(finding, ways.length > 0) : [];
	return ways.length + past.length > 0 ? [joined([...ways, ...past], " ")] : [];
}
function fromFiles(here) {
	const files = /* @__PURE__ */ new Map();
	for (const { where, path, member } of here) if (where === "file" && path !== null && !files.has(path)) files.set(path, member);
	const [first, ...others] = files;
	if (!first) return [];
	const [path, member] = first;
	const out = member === null ? belonging(path).remove : line`Take it out of ${member} in ${path}, or ${path} out of git.`;
	const n = others.length;
	return [out, ...n > 0 ? [line`The same goes for ${n} more ${words(n === 1 ? "file" : "files")}.`] : []];
}
function fromNames(here) {
	const path = here.find(({ where }) => where === "path")?.path ?? null;
	if (path === null) return [];
	const ref = refIn(path);
	return [ref === null ? line`Rename ${path}: the key is a part of its name.` : line`Delete the ${words(ref.kind)} ${ref.name} on the server: the key is a part of its name.`];
}
function fromTexts(here) {
	if (!here.some(({ where }) => where === "pull-request")) return [];
	return [line`Take it out of the text on GitHub, and delete the older versions that ${"edited"} lists there: they stay readable.`];
}
/** Rewriting takes nothing back from those who have fetched; a key that is dead needs none. */
function history(finding, isElsewhere) {
	const { validity, identity } = finding;
	if (!finding.sightings.some(({ where }) => where !== "pull-request" && where !== "stdin")) return [];
	if (validity.kind === "inactive" && !mayReturn(finding)) return [words(`History need not be rewritten: ${isMereLikeness(finding) ? "OpenAI refuses it" : "the key is dead"}.`)];
	if (isElsewhere) return [];
	return identity.kind === "ours" ? [line`It stands in history alone, which need not be rewritten once the key is dead.`] : [line`It stands in history alone: rewriting that helps only where nobody has fetched it yet.`];
}
// src/report/replace.ts
/** The project that every organisation starts with. All that is put there shares one budget and one set of limits. */
const DEFAULT_PROJECT = "default project";
/** What to put in the key's place: only a key of ours that was in service needs another. */
function replace(finding) {
	const { identity, validity, kind, sightings } = finding;
	const wasInService = validity.kind !== "inactive" || validity.because === "deleted";
	if (identity.kind !== "ours" || isRunsOwn(finding)) return [];
	if (likenessOf(finding) === "look-alike" || !wasInService) return [];
	if (kind === "admin") return [line`If it is still needed, create another with fewer permissions and an expiry, for a secret store.`];
	const [best] = bestFirst(sightings);
	const path = best?.where === "file" ? best.member ?? best.path : null;
	const { keep, instead } = path === null ? {
		keep: ENVIRONMENT,
		instead: null
	} : belonging(path);
	return [joined([
		line`${maker(identity.record)}; give it an expiry and only the permissions it needs.`,
		line`Keep it ${keep}.`,
		...instead ? [instead] : []
	], " ")];
}
/** The Admin API creates keys of service accounts alone; a user's key that user has to create. */
function maker({ owner, home }) {
	const apart = ofDefault(home.name);
	if (owner?.kind === "service-account") {
		if (apart !== null) return line`Create a service account ${apart}, and a new key under it`;
		return owner.name === null ? words("Create a new key under the same service account") : line`Create a new key under ${owner.name}`;
	}
	const place = apart === null ? words("") : line` ${apart}`;
	if (owner?.kind !== "user") return line`Create a new key${place}`;
	return line`Have ${owner.name === null ? words("its owner") : line`${owner.name}`} create a new key, since nobody else can, or create one under a service account${place}`;
}
function ofDefault(project) {
	return project?.trim().toLowerCase() === DEFAULT_PROJECT ? line`in a project of its own instead of ${project}` : null;
}
// src/report/stop.ts
/** What stops this key: nothing where it is stopped for good. An admin key is announced first. */
function stop(finding) {
	const { identity, validity, kind } = finding;
	if (isMereLikeness(finding) && identity.kind === "ours") return [line`${identity.record.id} is another key, which need not be revoked for this.`];
	if (validity.kind === "inactive") return mayReturn(finding) ? [line`It may work again one day; to end that, ${deletion(finding)}.`] : [];
	const loud = kind === "admin" ? line`This is an admin key: whoever has it manages the whole organisation. ` : line``;
	if (kind === "suspected") return [line`It looks like a damaged or shortened key. If a real one stands behind it, its owner should delete that.`];
	switch (identity.kind) {
		case "ours": return [line`${loud}${ours$1(finding, identity.record)}`];
		case "ambiguous": return [line`${loud}Find out which stood here, and delete it: ${list(identity.candidates)}.`];
		case "foreign": return [line`${loud}Ask ${adder(finding)} whose key it is, and tell the owner: only they can revoke it.`];
		case "unchecked": return [line`${loud}${unchecked(finding)}`];
		default: return identity;
	}
}
function ours$1(finding, record) {
	const { outcome } = finding;
	if (likenessOf(finding) === "look-alike") return line`It is not ${record.id}, it only looks like it. Ask ${adder(finding)} whose key it is.`;
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
		case "someone-else":
		case "unnamed":
		case "not-accepted":
		case "not-certain":
		case "not-tried": return line`See whether it is ${record.id} (last use and owner help); then ${deletion(finding)}.`;
		case "not-ours":
		case "ambiguous":
		case "unchecked":
		case "preexisting":
		case "already-inactive":
		case "own-admin-key": return line`${now}.`;
		default: return because;
	}
}
function wouldBeRevoked({ confidence, sightings, validity }) {
	const wasProven = validity.kind === "active" && validity.because !== "listed";
	return confidence === "certain" && wasProven && !isPreexisting(sightings);
}
function unchecked(finding) {
	const { identity, kind } = finding;
	const byHand = line`Whoever made it should delete it at ${"platform.openai.com"}, ${kind === "admin" ? line`Admin keys` : line`API keys`}`;
	switch (identity.kind === "unchecked" ? identity.because : null) {
		case "no-admin-key": return line`${byHand}. With ${"openai-admin-key"} this tool finds out whose it is.`;
		case "inventory-incomplete": return line`${byHand}, or run this again once OpenAI's list can be read in full.`;
		case "not-listed-by-openai": return line`Only its owner sees it: they should delete it at ${"platform.openai.com"}, in their own profile.`;
		case "contained-before": return line`It was revoked here before, and is not refused: ask an organisation owner to look.`;
		case "created-after-sighting": return line`Ask ${adder(finding)}. It resembles a key of the organisation, which is younger than this leak.`;
		default: return line`${byHand}.`;
	}
}
/**
* "Ada or a project owner can delete key_1 at platform.openai.com, project Web, API keys": goes on from a colon, a comma
* or a "then". Members see and delete their own keys, owners of a project all keys in it.
*/
function deletion({ identity, kind }) {
	const record = identity.kind === "ours" ? identity.record : null;
	const what = record ? line`delete ${record.id}` : line`delete it`;
	if (kind === "admin") return line`an organisation owner can ${what} at ${"platform.openai.com"}, Admin keys`;
	const project = record?.home.name ?? record?.home.id ?? null;
	const home = project === null ? line`its project` : line`project ${project}`;
	return line`${actor(record?.owner ?? null)}${what} at ${"platform.openai.com"}, ${home}, API keys`;
}
function actor(owner) {
	if (owner === null) return words("");
	return owner.kind === "user" && owner.name !== null ? line`${owner.name} or a project owner can ` : words("a project owner can ");
}
/** Who to ask: the author of the best place, as the commit says; some name, and nobody is blamed. */
function adder({ sightings }) {
	const author = bestFirst(sightings).find((one) => one.author !== null)?.author ?? "";
	return author.trim() === "" ? words("whoever added it") : line`${author}, who added it,`;
}
const MOST_CANDIDATES = 3;
function list(candidates) {
	const shown = candidates.slice(0, MOST_CANDIDATES).map(({ id }) => line`${id}`);
	const more = candidates.length - shown.length;
	return joined([...shown, ...more > 0 ? [line`${more} more`] : []], ", ");
}
// src/report/stop-own.ts
const PLACE = line`${"platform.openai.com"}, Admin keys`;
/**
* How to stop the Admin API key that the run itself works with: the tool never deletes it, since it could neither prove
* nor report that it is gone.
*/
function stopOwn({ identity, validity }) {
	if (validity.kind === "inactive") return [];
	const record = identity.kind === "ours" ? identity.record : null;
	const name = record ? line`${record.id}` : words("it");
	return [
		line`This is the admin key this run works with: whoever has it manages the whole organisation.`,
		line`As an organisation owner, create another at ${PLACE}, with an expiry, and put it in ${"openai-admin-key"}.`,
		line`Delete ${name} there as soon as the new one is in its place.`
	];
}
// src/report/advice.ts
/**
* What to do about this very finding, in order: stop the key, look at what was done with it, put another in its place,
* take it out of where it stands.
*/
function advice(finding, change) {
	if (change === "staged" && !isPreexisting(finding.sightings)) return [...unstaged(finding), ...remove(finding, change)];
	return [
		...isRunsOwn(finding) ? stopOwn(finding) : stop(finding),
		...look(finding),
		...replace(finding),
		...remove(finding, change)
	];
}
/** What was never committed has not left the machine. */
function unstaged({ validity }) {
	if (validity.kind === "inactive") return [];
	return [line`It is not committed yet: take it out now, and it need not be revoked for this.`];
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
const UNKNOWN = {
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
		case "unknown": return `unknown: ${UNKNOWN[state.because]}`;
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
// src/report/done.ts
/** What was done about a key: how containment ended, or why it was left alone. One line of our own words. */
function done(finding) {
	const { outcome } = finding;
	return outcome.kind === "left" && outcome.because === "not-accepted" && isMereLikeness(finding) ? "left alone: OpenAI refuses it, so there is nothing to revoke" : said(outcome);
}
// src/report/tale.ts
/** Where what was looked at still has a key, and what became of the key there. */
const PLACES = {
	range: {
		exposed: "exposed",
		still: "still in the head"
	},
	history: {
		exposed: "exposed",
		still: "still in the head"
	},
	texts: {
		exposed: "exposed",
		still: "still in the text"
	},
	staged: {
		exposed: "staged",
		still: "still staged"
	},
	files: {
		exposed: "found",
		still: "still in a file"
	},
	stdin: {
		exposed: "found",
		still: "still in the text"
	}
};
/** What is told of keys that stand alike, after their name: "is exposed", "were here before this change". */
function taleOf(findings, change) {
	const [first] = findings;
	if (!first) return "";
	const [is, was, does] = findings.length === 1 ? [
		"is",
		"was",
		"does"
	] : [
		"are",
		"were",
		"do"
	];
	const { exposed, still } = PLACES[change];
	const standing = standingOf(first);
	const dead = isMereLikeness(first) ? `${does} not work` : `${was} ${exposed} and ${is} ${findings.some(mayReturn) ? "inactive" : "dead"}`;
	switch (standing) {
		case "exposed": return `${exposed === "found" ? was : is} ${exposed}`;
		case "lingering": return `${dead}, but ${is} ${still}`;
		case "dead": return dead;
		case "older": return `${was} here before this change`;
		default: return standing;
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
		findings: ranked(findings).map(findingOf),
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
	const { fingerprint, kind, confidence, mask, validity, impact, outcome, blocks } = finding;
	return {
		fingerprint,
		kind,
		confidence,
		mask,
		sightings: finding.sightings.map(sightingOf),
		identity: identityOf(finding.identity),
		possession: finding.possession,
		validity: {
			kind: validity.kind,
			because: validity.because
		},
		impact: impact && impactOf$1(impact),
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
			record: recordOf(identity.record),
			chance: identity.chance
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
function impactOf$1({ since, asOf, requests, inputTokens, outputTokens, cost, models, changes, untold }) {
	return {
		since: time(since),
		asOf: time(asOf),
		requests,
		inputTokens,
		outputTokens,
		cost: cost && {
			value: cost.value,
			currency: cost.currency
		},
		models: models && models.map(({ model }) => model),
		byModel: models && models.map((use) => ({ ...use })),
		changes: changes && changes.map(({ what, at: when, id, name }) => ({
			what,
			at: time(when),
			id,
			name
		})),
		untold: untold.map(({ source, because }) => ({
			source,
			because
		}))
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
/** The verdict in one line, counts first: "2 OpenAI keys are exposed; 1 thing was not read" */
function headline(report) {
	const told = tales(report.findings, report.change.kind);
	const failures = report.gaps.filter(isFailure);
	const conclusion = conclude(report);
	switch (conclusion) {
		case "clean": return told.length > 0 ? told.join("; ") : "No OpenAI keys found";
		case "leaked": return [...told, ...unread(failures)].join("; ");
		case "incomplete": return [`Could not tell: ${unread(failures).join("; ")}`, ...told].join("; ");
		default: return conclusion;
	}
}
function unread(failures) {
	const things = failures.filter(({ kind }) => kind !== "self-test").length;
	return [...things < failures.length ? ["the self-test failed"] : [], ...things > 0 ? [`${counted(things, "thing")} ${things === 1 ? "was" : "were"} not read`] : []];
}
/** A group for all that reads alike, the loudest first. */
function tales(findings, change) {
	const groups = /* @__PURE__ */ new Map();
	for (const one of ranked(findings)) {
		const like = [
			isAlarming(one) ? "" : "z",
			STANDINGS.indexOf(standingOf(one)),
			isMereLikeness(one)
		].join();
		groups.set(like, [...groups.get(like) ?? [], one]);
	}
	let before = "";
	return [...groups.values()].map((group) => {
		const noun = nounOf(group);
		const subject = subjectOf(group.length, noun, before);
		before = noun;
		return `${subject} ${taleOf(group, change)}${ownAmong(group)}`;
	});
}
function nounOf(group) {
	if (group.every(isAlarming)) return "OpenAI admin key";
	if (group.every(isMereLikeness)) return "look-alike";
	return group.every(({ confidence }) => confidence === "suspected") ? "suspected OpenAI key" : "OpenAI key";
}
/** The first group says what is counted; those after it need not say it again. */
function subjectOf(count, noun, before) {
	if (noun === "look-alike") return `${grouped(count)} ${count === 1 ? "look-alike" : "look-alikes"} of your keys`;
	if (before === "") return counted(count, noun);
	if (noun === "suspected OpenAI key") return `${grouped(count)} suspected`;
	return before === "OpenAI admin key" && noun !== before ? counted(count, "other key") : grouped(count);
}
function ownAmong(group) {
	if (!group.some(isRunsOwn)) return "";
	return group.length === 1 ? ": the one this run works with" : ", one of them the one this run works with";
}
// src/report/whose.ts
/** A likelier mix-up than this is worth a reader's time. */
const TELLING = 1 / 2e3;
const MOST = 5;
/** Whose key it is: the state, and of a key of ours all that its record tells and the reader may know. */
function whose(finding) {
	const { identity } = finding;
	if (isRunsOwn(finding)) return own(identity);
	switch (identity.kind) {
		case "ours": return ours(identity, likenessOf(finding));
		case "ambiguous": return line`${words(said(identity))}: ${joined(identity.candidates.slice(0, MOST).map(({ id }) => line`${id}`), ", ")}${identity.candidates.length > MOST ? line` and ${identity.candidates.length - MOST} more` : line``}`;
		case "foreign":
		case "unchecked": return words(said(identity));
		default: return identity;
	}
}
/** The same in a word or two, for a cell. */
function whoseShort(finding) {
	if (isRunsOwn(finding)) return "ours: this run's own";
	if (finding.identity.kind !== "ours") return finding.identity.kind;
	switch (likenessOf(finding)) {
		case "ours": return "ours";
		case "look-alike": return "look-alike of ours";
		case "unproven": return "ours, not proven";
	}
}
/** The run has the very text of it, whatever a list of keys tells. */
function own(identity) {
	return line`ours, the key this run works with${identity.kind === "ours" ? line`: ${recorded$1(identity.record)}` : words("")}`;
}
function ours({ record, chance }, is) {
	const which = recorded$1(record);
	switch (is) {
		case "ours": return line`ours: ${which}`;
		case "look-alike": return line`looks like a key of yours, and is not it: ${which}`;
		case "unproven": return line`ours by its ends, not proven: ${which}${chance > TELLING ? mixUp(chance) : line``}`;
	}
}
function mixUp(chance) {
	const odds = Math.round(1 / chance);
	return words(odds < 2 ? " (nearly any stranger's key would fit as well)" : ` (about 1 in ${grouped(odds)} strangers' keys would fit as well)`);
}
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
function row(finding, { link, change }) {
	const { sightings, validity } = finding;
	const [best] = bestFirst(sightings);
	const more = sightings.length > 1 ? `, and ${grouped(sightings.length - 1)} more` : "";
	const where = best ? `${[place$1({
		...best,
		column: null
	}, link, "cell"), ...remarksOn(best, change)].join(", ")}${more}` : "";
	return `| ${[
		nameOf(finding),
		where,
		whoseShort(finding),
		stressed(said(validity)),
		done(finding)
	].join(" | ")} |`;
}
/** What to do about this key, as a numbered list. */
function steps(finding, change) {
	return advice(finding, change).map((step, index) => `${index + 1}. ${inMarkdown(step)}`).join("\n");
}
/** All about one key, folded. The places are cut to the room, and never to none. */
function details(finding, setting, withSteps, room, size) {
	const { fingerprint, mask, kind, confidence, validity, outcome, sightings } = finding;
	const { link, change } = setting;
	const use = usedOf(finding);
	const facts = [
		`- Key: ${code(mask)}, ${confidence}, fingerprint ${code(fingerprint)}`,
		`- Whose: ${inMarkdown(whose(finding))}`,
		`- Works: ${stressed(said(validity))}`,
		...use ? [`- Used: ${inMarkdown(use)}`] : [],
		`- Done: ${done(finding)}${outcome.kind === "contained" ? ` (${moment(outcome.at)})` : ""}`,
		`- Seen in ${counted(sightings.length, "place")}:`
	];
	const todo = withSteps ? steps(finding, change) : "";
	const lines = bestFirst(sightings).map((one) => `  - ${[`${place$1(one, link, "text")}${origin(one)}`, ...remarksOn(one, change)].join(", ")}`);
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
	return page(report, context, commentSheet(context), `### ${headline(report)}`, [opening, alarm(report.findings)].filter(Boolean).join("\n\n"));
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
	const setting = {
		link: context.link,
		change: report.change.kind
	};
	const frame = [
		title,
		opening,
		gapsOf(report, sheet),
		foot(context, report)
	];
	const [head, lead, gaps = "", footer] = frame;
	let free = sheet.room - sheet.size(frame.join("\n\n")) - 1e3;
	const rows = fitted(lazily(findings, (one) => row(one, setting)), findings.length, free / 2, sheet.size);
	const table = rows.texts.length > 0 ? [...TABLE_HEAD, ...rows.texts].join("\n") : "";
	free -= sheet.size(table);
	const first = findings.slice(0, MOST_STEPS);
	const todo = fitted(lazily(first, (one) => `${first.length > 1 ? `**${nameOf(one)}**\n\n` : ""}${steps(one, setting.change)}`), first.length, free / 2, sheet.size);
	free -= sheet.size(todo.texts.join("\n\n"));
	const share = Math.max(1500, free / Math.max(findings.length, 1));
	const folded = fitted(lazily(findings, (one, index) => details(one, setting, index >= todo.texts.length, share, sheet.size)), findings.length, free, sheet.size);
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
	const alarming = findings.filter(isAlarming);
	if (alarming.length === 0) return "";
	return `> [!CAUTION]\n> ${alarming.some(isRunsOwn) ? "The admin key this run works with" : "An admin key"} ${alarming.some((one) => standingOf(one) !== "older") ? "is exposed" : "was here before this change and is not dead"}. It comes first.`;
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
	"…": "...",
	"›": ">"
};
const MOST_PLACES = 3;
/** The report for a terminal or a log: the verdict first, then each key with what to do about it, then what was not seen. */
function terminal(report, look) {
	const { paint } = look;
	const { style, mark } = VERDICTS[conclude(report)];
	const verdict = paint(style, paint("bold", `${mark} ${headline(report)}`));
	const coverage = paint("dim", covered(report));
	const blocks = [...ranked(report.findings).map((finding) => block(finding, report.change.kind, look)), ...report.gaps.length > 0 ? [gaps(report, look)] : []];
	const text = blocks.length > 0 ? [
		verdict,
		...blocks,
		coverage
	].join("\n\n") : `${verdict} ${paint("dim", "·")} ${coverage}`;
	return look.unicode ? text : text.replaceAll(/[✓✗…·›]/g, (sign) => ASCII[sign] ?? "-");
}
function block(finding, change, look) {
	const { paint } = look;
	const { kind, mask, fingerprint, sightings, validity } = finding;
	const colour = COLOURS[standingOf(finding)];
	const title = `${paint("bold", KIND_NAMES[kind])} ${paint(colour, plain(mask))}  ${paint("dim", fingerprint)}`;
	const more = sightings.length - MOST_PLACES;
	const places = [...bestFirst(sightings).slice(0, MOST_PLACES).map((one) => place(one, change, paint)), ...more > 0 ? [paint("dim", `and ${more} more`)] : []];
	const wrapped = (text, hanging = "") => wrap(text, look.width - INDENT.length, hanging);
	const steps = advice(finding, change).flatMap((step, index, { length }) => wrapped(`${length > 1 ? `${index + 1}. ` : ""}${inPlain(step, TIED)}`, length > 1 ? "   " : ""));
	const use = usedOf(finding);
	return [
		title,
		...field("where", places, paint),
		...field("whose", wrapped(inPlain(whose(finding), TIED)), paint),
		...field("state", [paint(colour, said(validity))], paint),
		...use ? field("used", wrapped(inPlain(use, TIED)), paint) : [],
		...field("done", wrapped(done(finding)), paint),
		...field("next", steps, paint)
	].join("\n");
}
function place(sighting, change, paint) {
	const { commit, author, where } = sighting;
	const by = [...commit === null || where === "commit-message" ? [] : [`in ${short(plain(commit))}`], ...author === null ? [] : [`by ${plain(clipped(author, 60))}`]].join(" ");
	const remarks = [...by ? [by] : [], ...remarksOn(sighting, change)].join(", ");
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
		record,
		chance: chanceOf(candidate, record, inventory)
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
/** How likely it is that some key of somebody else fits one of the organisation's records of this kind, from 0 to 1. */
function chanceOf({ secret, kind }, { redacted }, { records }) {
	const rivals = records.filter((record) => record.redacted !== null && livesIn(kind, record)).length;
	return Math.min(1, rivals / 2 ** bitsTold(secret, redacted ?? ""));
}
/** Admin keys live in the organisation and all others in projects; a service account's key is not a user's. */
function livesIn(kind, { home, owner }) {
	if (kind === "suspected") return false;
	if (kind === "admin") return home.kind === "organization";
	return home.kind === "project" && !(kind === "service-account" && owner?.kind === "user");
}
/** A day is allowed for clocks that are wrong: commits carry the author's clock. */
function isYounger({ createdAt }, { sightings }) {
	const seen = firstSeen(sightings);
	return createdAt !== null && seen !== null && createdAt.getTime() > seen.getTime() + A_DAY;
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
	const gaps = [];
	const candidates = await search(world, gaps);
	gaps.push(...await selfTest(world));
	const asked = candidates.length > 0 ? await ask(world) : NOTHING;
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
	for (const [index, { candidate, identity, proof, impact }] of judged.entries()) {
		const { secret, kind, confidence, sightings } = candidate;
		const { possession } = proof;
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
			possession,
			validity,
			impact,
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
		const impact = record ? await impactOf(candidate, record, world) : null;
		const proof = mayTry(identity, tryKeys, remembered) ? await registry.prove(candidate.secret, record) : untried(identity, now());
		judged.push({
			candidate,
			identity,
			proof,
			impact
		});
		if (proof.possession !== "not-tried" && proof.validity.kind === "active") break;
	}
	const first = judged.find(({ proof }) => proof.possession !== "not-tried" && proof.validity.kind === "active") ?? judged[0];
	if (!first) throw new Error("a candidate has at least one reading");
	return first;
}
/** Since when a key may have been used by others: commits carry clocks that lie in both directions. */
async function impactOf({ sightings }, record, { registry, now }) {
	const [seen, made] = [firstSeen(sightings), record.createdAt];
	const since = Math.max(Math.min((seen ?? made ?? now()).getTime(), now().getTime()), made?.getTime() ?? 0);
	return seen || made ? await registry.impact(record, new Date(since)) : null;
}
/** A change without a candidate asks nobody anything. */
async function ask({ registry, memory }) {
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
	const scan = oneOf("scan", [
		"change",
		"history",
		"files"
	]);
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
	throw new UsageError(`${name} is ${quoted(value)}; it must be one of ${words.join(", ")}.${hint(value, words)}`);
}
/** As GitHub writes booleans: the three spellings of YAML 1.2's core schema. */
function booleanIn(name, value) {
	if (/^(?:true|True|TRUE)$/.test(value)) return true;
	if (/^(?:false|False|FALSE)$/.test(value)) return false;
	throw new UsageError(`${name} is ${quoted(value)}; it must be true or false.`);
}
function countIn(name, value) {
	if (/^\d{1,6}$/.test(value)) return Number(value);
	throw new UsageError(`${name} is ${quoted(value)}; it must be a whole number, 0 or more.`);
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
	if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback)) throw new UsageError(`openai-base-url is ${quoted(value)}; keys are sent there, so it must begin with https:// (http:// on loopback only).`);
	return url.href.replace(/\/+$/, "");
}
function quoted(value) {
	const short = value.length > 60 ? `${value.slice(0, 60)}…` : value;
	return JSON.stringify(short.replaceAll(/sk-[\w-]{8,}/g, "sk-…"));
}
// src/version.ts
/** The version in package.json; a test compares them. */
const VERSION = "0.1.0";
export { defaultRange as $, openRange as A, isLong as B, ranked as C, keyless as D, clipped as E, entriesOf as F, pointerIn as G, elsewhere as H, readObjects as I, pathFilter as J, openFiles as K, missingFrom as L, Places as M, contentOf as N, plain as O, Base as P, baseOfNewBranch as Q, revisions as R, isRunsOwn as S, inPlain as T, localFileOf as U, contentAt as V, opened as W, tokensOf as X, linesIn as Y, Gaps as Z, advice as _, sample as _t, run as a, Git as at, refIn as b, gone as c, registryFor as ct, json as d, UsageError as dt, endsOf as et, taleOf as f, conclude as ft, said as g, isHarmful as gt, KIND_NAMES as h, isFailure as ht, settingsFrom as i, quoted$2 as it, openHistory as j, visible as k, resolved as l, EXIT as lt, GAP_NAMES as m, verdict as mt, DEFAULTS as n, MissingCommit as nt, terminal as o, complaint as ot, done as p, shown as pt, Ruler as q, hint as r, findRepository as rt, comment as s, failureOf as st, VERSION as t, isFullName as tt, summary as u, lastWords as ut, bestFirst as v, detect as vt, standingOf as w, isAlarming as x, placeOf as y, detector as yt, Tally as z };
