import { t as __commonJSMin } from "./rolldown-runtime.js";
import { t as headerIn } from "./tar-header.js";
import { a as endsLikeLongTail, i as NAMED, n as MARKER$1, r as NAME$1, t as FAMILIES } from "./shapes.js";
import { n as fingerprintOf, r as withoutEnd, t as Secret } from "./secret.js";
import { n as endsFit, t as bitsTold } from "./redaction.js";
import { a as Git, c as UsageError, i as findRepository, s as failureOf } from "./tokens.js";
import { t as commitsNamed } from "./revisions.js";
// src/detect/containers/allowance.ts
const FREE = 33554432;
const DENSEST = 200;
const MOST_MEMBERS = 5e4;
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
	get isSpent() {
		return this.#isSpent;
	}
	admits() {
		this.#members += 1;
		if (this.#members > MOST_MEMBERS) this.#end("too-many");
		else if (this.#budget.bytes <= 0) this.#end("too-much");
		return !this.#isSpent;
	}
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
const LARGEST_PIECE = 65536;
var Intake = class {
	#chunks;
	#rest = [];
	#offset = 0;
	constructor(chunks) {
		this.#chunks = chunks[Symbol.asyncIterator]();
	}
	get offset() {
		return this.#offset;
	}
	async piece(most = LARGEST_PIECE) {
		const bytes = this.#rest.pop() ?? await this.#next();
		if (!bytes) return null;
		const piece = bytes.subarray(0, Math.min(most, LARGEST_PIECE));
		if (piece.length < bytes.length) this.#rest.push(bytes.subarray(piece.length));
		this.#offset += piece.length;
		return piece;
	}
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
	giveBack(bytes) {
		if (bytes.length > 0) this.#rest.push(bytes);
		this.#offset -= bytes.length;
	}
	async skip(count) {
		let left = count;
		while (left > 0) {
			const piece = await this.piece(left);
			if (!piece) break;
			left -= piece.length;
		}
		return count - left;
	}
	async drain() {
		this.#rest = [];
		while (!(await this.#chunks.next()).done);
	}
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
var Remarks = class {
	#counts = /* @__PURE__ */ new Map();
	note(shortfall, times = 1) {
		if (times > 0) this.#counts.set(shortfall, (this.#counts.get(shortfall) ?? 0) + times);
	}
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
function containerIn(start) {
	const [first] = start;
	if (first === void 0) return null;
	if (FIRST$3.has(first)) {
		const text = start.toString("hex", 0, 512);
		const known = SIGNATURES.find(([, signature]) => signature.test(text));
		if (known) return known[0];
	}
	return headerIn(start) ? "tar" : null;
}
// src/detect/containers/open.ts
async function* membersOf(container, chunks, budget, unread) {
	const intake = new Intake(chunks);
	const remarks = new Remarks();
	try {
		if (budget.depth > 0) {
			budget.depth -= 1;
			try {
				yield* opened(container, intake, budget, remarks);
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
async function* opened(container, intake, budget, remarks) {
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
function isKeyByte(byte) {
	return isWordByte(byte) || byte === 45 || byte === 95;
}
function isWordByte(byte) {
	if (byte === void 0) return false;
	return byte >= 48 && byte <= 57 || byte >= 65 && byte <= 90 || byte >= 97 && byte <= 122;
}
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
const LONGEST_ESCAPE$1 = 18;
function isBoundary(text, at) {
	if (!isWordByte(text[at - 1])) return true;
	return ESCAPE$1.test(text.toString("latin1", Math.max(0, at - LONGEST_ESCAPE$1), at));
}
// src/detect/reading.ts
const MOST_ALTERNATIVES = 3;
const RANK$1 = {
	certain: 3,
	likely: 2,
	suspected: 1
};
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
function surest(spans, others = []) {
	const [best, ...rest] = spans.filter((span) => span !== null).toSorted((one, other) => RANK$1[other.confidence] - RANK$1[one.confidence]);
	if (!best) return null;
	return withOthers(best, [...rest, ...others].filter((span) => span !== null).filter(({ confidence }) => confidence !== "suspected"));
}
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
	const [end = behind + Math.min(before, after), ...others] = endsOf(text, behind, before, after);
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
function endsOf(text, behind, before, after) {
	const ends = (after === before + 1 ? [after, before] : [
		before,
		before + 1,
		after
	]).filter((length) => length <= after && length < 256).map((length) => behind + length);
	const fits = (end) => Number(endsLikeLongTail(text, behind, end));
	return ends.toSorted((one, other) => fits(other) - fits(one));
}
function endOfWord(text, start, limit) {
	let end = start;
	while (end < limit && isWordByte(text[end])) end += 1;
	return end;
}
// src/detect/stripped.ts
const BODIES = FAMILIES.flatMap(({ prefix, sides }) => sides.map(([before, after]) => ({
	prefix,
	before,
	after
})));
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
function isBase64(byte) {
	return byte === PLUS || byte === SLASH$1;
}
function isRandom(head, tail) {
	if (/[-_]/.test(head + tail)) return false;
	return /[^\t\n\r\x20-\x7e]/.test(Buffer.from(head, "base64").toString("latin1"));
}
// src/detect/span.ts
const marker$1 = Buffer.from(MARKER$1, "latin1");
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
function startOfRun$2(text, end, bottom) {
	let start = end;
	while (start > bottom && isKeyByte(text[start - 1])) start -= 1;
	return start;
}
function endOfRun$1(text, start) {
	const limit = Math.min(text.length, start + 256);
	let end = start;
	while (end < limit && isKeyByte(text[end])) end += 1;
	return end;
}
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
const marker = Buffer.from(MARKER$1, "latin1");
const BEFORE$1 = 304;
const BEHIND$1 = 576;
function markerIn({ bytes, own }) {
	const at = bytes.indexOf(marker, Math.max(0, own - marker.length));
	return at >= 0 && at <= own + 1 ? at : null;
}
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
function stands$1(bytes, text, at) {
	return at >= 0 && at + bytes.length <= text.length && text.compare(bytes, 0, bytes.length, at, at + bytes.length) === 0;
}
function isPrefix$1(bytes, at) {
	return bytes[at] === 115 && bytes[at + 1] === 107 && bytes[at + 2] === 45;
}
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
const IN_PIECE = /[A-Za-z0-9+/_=-]/;
function startOfPiece(text, end) {
	let start = end;
	while (end - start < 1024 && start > 0 && IN_PIECE.test(text[start - 1] ?? "")) start -= 1;
	return start < end && text[start - 1] === "\\" && /[nrt]/.test(text[start] ?? "") ? start + 1 : start;
}
function endOfPiece(text, start) {
	let end = start;
	while (end - start < 1024 && end < text.length && IN_PIECE.test(text[end] ?? "")) end += 1;
	return end;
}
const PREFIX = /^s?k?-?(?:proj|svcacct|admin|None)?-?$/;
const [CHANGES, CHANGES_OF_SMALL] = [.28, .4];
const SHORTEST$2 = 8;
function looksLikePart(part) {
	return isPrefix(part) || part.startsWith("sk-") || part.length >= SHORTEST$2 && isMixed(part) || /^[0-9A-Fa-f]{16,}$/.test(part);
}
function isPrefix(part) {
	return PREFIX.test(part);
}
function isMixed(part) {
	const classes = Array.from(part, classOf).filter((one) => one !== 0);
	return classes.filter((one, at) => at > 0 && one !== classes[at - 1]).length >= (classes.includes(CAPITAL) ? CHANGES : CHANGES_OF_SMALL) * (classes.length - 1);
}
function mayGoOn(part, next) {
	const missing = missingOf(part);
	return missing === null || missing > MOST_LOST && (next.length === missing || next.length === missing + 1);
}
const MOST_LOST = 4;
function missingOf(part) {
	const at = part.indexOf(MARKER$1);
	const start = part.lastIndexOf("sk-", at);
	const after = part.length - at - MARKER$1.length;
	if (at < 0 || start < 0 || at - start < 16 || after < 16) return null;
	const body = part.slice(start, at).replace(/^sk-(?:(?:proj|svcacct|admin|None)-)?/, "").length;
	return Math.max(0, body - after);
}
const [DIGIT, CAPITAL, SMALL] = [
	1,
	2,
	3
];
function classOf(character) {
	if (character >= "0" && character <= "9") return DIGIT;
	if (character >= "A" && character <= "Z") return CAPITAL;
	return character >= "a" && character <= "z" ? SMALL : 0;
}
// src/detect/pieces-order.ts
function orders(text, pieces, own) {
	const numbers = pieces.map(({ name }) => numberIn(name));
	return [
		numbers.every((number) => number !== null) && new Set(numbers).size === pieces.length ? pieces.toSorted((one, other) => (numberIn(one.name) ?? 0) - (numberIn(other.name) ?? 0)) : [],
		pieces,
		pieces.toReversed()
	].map((order) => trimmed(text, order, own));
}
function trimmed(text, pieces, own) {
	const index = pieces.findIndex(({ start, end }) => start <= own && own < end);
	if (index < 0) return [];
	const first = pieces.findLastIndex((piece, at) => at <= index && begins(text, piece, pieces[at + 1]));
	const behind = pieces.findIndex((piece, at) => at > index && begins(text, piece, pieces[at + 1]));
	return pieces.slice(Math.max(first, 0), behind < 0 ? pieces.length : behind);
}
const BEGINNING = /(?:^|[^A-Za-z0-9])(?:sk-|c2st|736[bB]2[dD])/;
function begins(text, { start, end }, next) {
	const own = text.slice(start, end);
	if (BEGINNING.test(own)) return true;
	const [, cut] = /(?:^|[^A-Za-z0-9])(sk?)$/.exec(own) ?? [];
	return cut !== void 0 && next !== void 0 && text.startsWith("sk-".slice(cut.length), next.start);
}
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
function numberIn(name) {
	if (name === null) return null;
	const [, digits] = /(\d{1,3})(?:_?of_?\d+)?\D{0,16}$/i.exec(name) ?? [];
	if (digits !== void 0) return Number(digits);
	const words = wordsOf(name);
	const place = WORDS$1.findIndex((some) => some.some((word) => words.includes(word)));
	if (place >= 0) return place;
	const letter = words.at(-1) ?? "";
	return letter.length === 1 ? letter.charCodeAt(0) : null;
}
function areRelated(one, other) {
	return one !== null && other !== null && stemOf(one) === stemOf(other);
}
const NUMBERING = new Set(WORDS$1.flat());
function stemOf(name) {
	return wordsOf(name).filter((word) => word.length > 1 && !NUMBERING.has(word) && !/^\d+$/.test(word)).join(" ");
}
function wordsOf(name) {
	return name.replaceAll(/([a-z])([A-Z])/g, "$1 $2").replaceAll(/([A-Za-z])(?=\d)/g, "$1 ").toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== "");
}
// src/detect/pieces-cells.ts
const MOST_CELLS = 12;
const MOST_EMPTY = 3;
const LONGEST_LINE$1 = 512;
const VALUE = String.raw`[A-Za-z0-9+/_-]{1,400}={0,2}`;
const PAIR = new RegExp(String.raw`(?<![\w$.-])([\w$.-]{1,64})["'\])]?\s{0,16}(?:=>|:=|=|:)\s{0,16}["']?(${VALUE})(?=["'\s,;&|)]|$)`, "dg");
const ELEMENT = new RegExp(String.raw`<([\w.:-]{1,64})[^<>]{0,128}>\s*(${VALUE})\s*</`, "dg");
const ITEM = new RegExp(String.raw`^\s*(?:[-*+|>]\s*|\d{1,3}[.)]\s+)?()["']?(${VALUE})["']?\s*(?:[,;|\\]\s*)?$`, "dg");
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
function slashesBefore(text, at) {
	let count = 0;
	while (count < 7 && text[at - 1 - count] === "\\") count += 1;
	return count;
}
function isQuote(character) {
	return character === "\"" || character === "'" || character === "`";
}
const LONGEST$4 = 1100;
function closedBehind(text, at, slashes) {
	const top = Math.min(text.length, at + LONGEST$4);
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
	const bottom = Math.max(0, at - LONGEST$4);
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
// src/detect/literal-comments.ts
const LONGEST_COMMENT = 160;
function commentAt(text, at) {
	if (text.startsWith("/*", at)) {
		const end = text.slice(at, at + LONGEST_COMMENT).indexOf("*/");
		return end < 0 ? null : at + end + 2;
	}
	if (!isLineComment(text, at)) return null;
	const end = text.slice(at, at + LONGEST_COMMENT).search(/\n|\\n/);
	return end < 0 ? null : at + end;
}
function isLineComment(text, at) {
	if (!(text.startsWith("//", at) ? text[at - 1] !== ":" : text[at] === "#" || text.startsWith("-- ", at))) return false;
	let before = at;
	while (at - before < LONGEST_INDENT && (text[before - 1] === " " || text[before - 1] === "	")) before -= 1;
	return (before < at || text[at] === "/" || text[at - 1] === "," || text[at - 1] === ";") && before > 0 && text[before - 1] !== "\n";
}
const LONGEST_INDENT = 80;
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
const LONGEST_LINE = 400;
function lineCommentIn(text, start, end, slashes) {
	for (let place = start; place < end; place += 1) {
		if (isLineComment(text, place)) return place;
		if (!isQuote(text[place]) || slashesBefore(text, place) !== slashes) continue;
		place = (closedBehind(text, place, slashes)?.close ?? place + 1) - 1;
	}
	return null;
}
// src/detect/literal.ts
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
function placeholder(before, after) {
	return new RegExp(`${before}(?:[$#]?\\{[^{}"'\`]{0,40}\\}|%[sv])${after}`);
}
const PLACEHOLDER$1 = placeholder("^", "");
function placeholderBehind(text, at) {
	return PLACEHOLDER$1.exec(text.slice(at, at + 48))?.[0].length ?? 0;
}
function quoteBehind(text, at) {
	let place = at;
	while (place - at < 7 && text[place] === "\\") place += 1;
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
// src/detect/pieces-quoted.ts
function joinedLiterals(text, at) {
	return literalsAround(text, at, isJoined);
}
function namedLiterals(text, at) {
	return literalsAround(text, at, isValue);
}
const COMMENT = /\/\*.*?\*\/|(?:\/\/|#|-- )[^\n]*/gs;
const OPERATOR = /^(?:[\s\\+.&|~^<>()"'`@_]|\}\s?[$#]\{|\\[nrt]|\b(?:concat|append|plus)\b|\b[bfrLuU]{1,2}$)*$/;
const ADDED = /^\s*(?:\)\s*;?\s*[\w$.]{1,40}\.(?:append|Append|push|push_str|add|Add|concat|write|WriteString)\s*\(|;?\s*\$?[\w.]{1,40}\s*(?:\+=|\.=|&=|<<)|<<)\s*$/;
const COMMA = /^[\s"'`\])([]*,[\s"'`[(@]*(?:\b[bfrLuU]{1,2})?$/;
const CELL_LINE = /\\n",\s*"/g;
function isJoined({ text, between, own, other }) {
	const bare = between.replaceAll(CELL_LINE, "\n").replaceAll(COMMENT, "");
	if (OPERATOR.test(bare) || ADDED.test(bare)) return true;
	const [one, two] = [text.slice(own.start, own.end), text.slice(other.start, other.end)];
	return COMMA.test(bare) && (one.length === two.length || mayGoOn(one, two));
}
function isValue({ text, own, other }) {
	if (areRelated(own.name, other.name)) return true;
	const two = text.slice(other.start, other.end);
	return looksLikePart(two) && mayGoOn(text.slice(own.start, own.end), two);
}
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
function isName(text, close) {
	return /^\s*(?::(?!:)|=>|\]\s*=(?!=))/.test(text.slice(close, close + 8));
}
const NAME = /(?<![\w$.-])([\w$.-]{1,64})["'`\])\\]{0,4}\s{0,8}(?::[\w\s<>[\]&'*.]{1,24})?(?:=>|:=|=|:|\s)\s{0,8}(?:\w{1,24}\s?[+.&]{1,2}\s?)?[\w@&]{0,2}$/;
function nameBefore(text, at) {
	return NAME.exec(text.slice(Math.max(0, at - 96), at))?.[1] ?? null;
}
// src/detect/pieces-wrapped.ts
const DECORATION = String.raw`[ \t]*(?:(?:[>|*#+;%]|\/\/|--|" |')[ \t]*)?`;
const END = String.raw`[ \t]*(?:\r?\n|\r|(?:\\{1,3}r)?\\{1,3}n)`;
const BEHIND = new RegExp(`([\\\\=\`^]?)${END}${DECORATION}`, "y");
const BEFORE = new RegExp(`([\\\\=\`^]?)${END}${DECORATION}$`);
const LONGEST_END = 96;
const SHORTEST$1 = 8;
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
function goesOn(text, sign, { start, end }, next) {
	if (next.end <= next.start || end <= start || beginsKey(text, next.start)) return false;
	if (sign) return true;
	const [one, two] = [text.slice(start, end), text.slice(next.start, next.end)];
	if (two.includes("=") || /^\s*(?:[:(]|=(?!=?(?:\s|$)))/.test(text.slice(next.end, next.end + 8))) return false;
	if (isPrefix(one)) return true;
	if (one.length < SHORTEST$1 || !(mayGoOn(one, two) || isWide(text, start, end))) return false;
	return looksLikePart(two) || isLineEnd(text, next.end) && !WORD$1.test(two);
}
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
const WINDOW = 2048;
function joinedAround(text, at) {
	const { bottom, window } = windowAround(text, at);
	const own = at - bottom;
	const values = [namedLiterals(window, own), cellsAround(window, own)];
	return distinct([
		trimmed(window, joinedLiterals(window, own), own),
		wrappedLines(window, own),
		...values.flatMap((pieces) => orders(window, pieces, own))
	]).map((pieces) => joined$1(window, pieces, bottom));
}
function windowAround(text, at) {
	const digits = text.toString("latin1", at, at + HEX_TELLING);
	const telling = /^[0-9A-Fa-f]{6}$/.test(digits) ? HEX_TELLING : TELLING$1;
	const own = text.subarray(at, at + telling);
	const [least, most] = [Math.max(0, at - WINDOW), Math.min(text.length, at + WINDOW)];
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
const [TELLING$1, HEX_TELLING] = [4, 6];
function distinct(all) {
	const byPlaces = /* @__PURE__ */ new Map();
	for (const pieces of all) {
		const places = pieces.map(({ start, end }) => `${start}-${end}`).join();
		if (pieces.length > 1 && !byPlaces.has(places)) byPlaces.set(places, pieces);
	}
	return [...byPlaces.values()];
}
function joined$1(window, pieces, bottom) {
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
const SIGHT = 8192;
// src/detect/encodings/pieced.ts
function readInPieces(place, needle, read) {
	const asItIs = read(place.text, place.at);
	return asItIs?.key?.confidence === "certain" ? asItIs : readPieces(place, needle, asItIs, read) ?? asItIs;
}
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
function alphabetOf(characters) {
	const table = /* @__PURE__ */ new Uint8Array(256);
	for (const byte of Buffer.from(characters, "latin1")) table[byte] = 1;
	return table;
}
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
const LONGEST_BREAK = 96;
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
function lineEndBehind(text, at) {
	const count = backslashesBehind(text, at);
	const byte = text[at + count];
	if (byte === LF) return count + 1;
	if (byte === CR) return count + (text[at + count + 1] === LF ? 2 : 1);
	return count > 0 && isLineLetter(byte) ? count + 1 : 0;
}
function lineEndBefore(text, at) {
	const byte = text[at - 1];
	const length = byte === LF && text[at - 2] === CR ? 2 : 1;
	const count = backslashesBefore(text, at - length);
	if (byte === LF || byte === CR) return length + count;
	return count > 0 && isLineLetter(byte) ? 1 + count : 0;
}
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
const [LF, CR, SLASH, BACKSLASH$1] = [
	10,
	13,
	47,
	92
];
function isBlank$1(byte) {
	return byte === 32 || byte === 9;
}
function isLineLetter(byte) {
	return byte === 110 || byte === 114;
}
// src/detect/encodings/utf16.ts
function asUtf16(text) {
	return Buffer.from(text.toString("latin1"), "utf16le").subarray(0, -1);
}
const UTF16_NEEDLE = asUtf16(marker.subarray(0, marker.length / 2));
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
function isBigEndian(text, first, behind, offset) {
	if (text[first - 1] !== 0) return false;
	if (text[behind - 1] !== 0) return true;
	return (offset + first) % 2 === 1;
}
function read$3({ text, at, offset }) {
	return readDecoded(utf16Around(text, at, offset), "utf-16");
}
const UTF16_ANCHORS = [{
	needles: [UTF16_NEEDLE],
	read: read$3
}];
// src/detect/encodings/base64.ts
const BASE64 = alphabetOf("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_");
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
const [BEFORE_INNER, BEHIND_INNER] = [BEFORE$1, BEHIND$1].map((bytes) => Math.ceil(bytes * 1.5));
function readTwice({ text, at }, needle) {
	const outer = base64Around(text, at, TWICE[needle]?.group ?? 0, BEFORE_INNER, BEHIND_INNER);
	const near = needleNear(ONCE_NEEDLES, outer.bytes, outer.own - 1);
	if (!near) return null;
	return readDecoded(composed(outer, base64Around(outer.bytes, near.at, ONCE[near.needle]?.group ?? 0)), "base64", beginsGroup);
}
function readWide({ text, at }, needle) {
	const outer = base64Around(text, at, WIDE[needle]?.group ?? 0, 2 * BEFORE$1, 2 * BEHIND$1);
	const near = needleNear([UTF16_NEEDLE], outer.bytes, outer.own - 1);
	return near && readDecoded(composed(outer, utf16Around(outer.bytes, near.at, 0)), "base64");
}
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
const LONGEST_SEPARATOR = 24;
const MOST_BLANKS = 64;
const LONGEST_LINK = 128;
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
const CODE_ANCHORS = [{
	needles: FORMS.map(([form]) => Buffer.from(form, "latin1")),
	read: read$2
}];
// src/detect/encodings/escape.ts
const ESCAPE = /%(?:25){0,3}([0-9A-Fa-f]{2})|\\{1,4}x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,6})\})|\\{1,4}u(?:([0-9A-Fa-f]{4})|\{([0-9A-Fa-f]{1,6})\})|&#[xX]0{0,6}([0-9A-Fa-f]{1,6});|&#0{0,6}([0-9]{1,7});|\\{1,4}([0-3][0-7]{2})/y;
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
const DECIMAL_ESCAPE = /\\{1,4}([0-9]{2,3})/y;
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
function beginsEscape(byte) {
	return byte === PERCENT || byte === AMPERSAND || byte === BACKSLASH;
}
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
function precedesEscaped(characters, text, at) {
	let end = at;
	return characters.toReversed().every((byte) => {
		const length = escapeBefore(text, end, byte) || (text[end - 1] === byte ? 1 : 0);
		end -= length;
		return length > 0;
	});
}
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
const OTHER = 128;
function unescapedAround(text, at, isDecimal) {
	const near = unescapedFrom(text, at, startOfRun$1(text, at, BEFORE$1), isDecimal);
	return near.own >= BEFORE$1 / 2 ? near : unescapedFrom(text, at, startOfRun$1(text, at, BEFORE$1 * LONGEST$3), isDecimal);
}
function unescapedFrom(text, at, start, isDecimal) {
	const slice = text.toString("latin1", start, Math.min(text.length, at + BEHIND$1 * LONGEST$3));
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
function encodingOf(sorts) {
	if (sorts.every((sort) => sort === "hex")) return "hex";
	const met = new Set(sorts);
	met.delete(void 0);
	if (met.size === 0) return "plain";
	return met.size === 1 && met.has("percent") ? "percent" : "char-codes";
}
function startOfRun$1(text, at, most) {
	const bottom = Math.max(0, at - most);
	let start = at;
	while (start > bottom && isOfEscape(text[start - 1])) start -= 1;
	return Math.max(0, start - CONTEXT);
}
const CONTEXT = 18;
const LONGEST$3 = 8;
function isOfEscape(byte) {
	return isKeyByte(byte) || beginsEscape(byte) || byte !== void 0 && OF_ESCAPE.includes(byte);
}
const OF_ESCAPE = Buffer.from("#;{}");
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
const ESCAPE_ANCHORS = [{
	needles: [...NEEDLES, ...DECIMAL_NEEDLES].map((one) => Buffer.from(one, "latin1")),
	read: read$1
}];
// src/detect/encodings/hex.ts
const DIGITS = alphabetOf("0123456789abcdefABCDEF");
const text = (value) => Buffer.from(value, "latin1");
const lower = marker.toString("hex");
const upper = lower.toUpperCase();
const BARE = [
	text(lower.slice(0, 6)),
	text(lower.slice(8, 14)),
	text(upper.slice(8, 14))
];
function hexAround(text, at, before = BEFORE$1, behind = BEHIND$1) {
	const { characters, index, placeOf } = runAround(text, at, DIGITS, 2 * before, 2 * behind);
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
const HEX_ANCHORS = [{
	needles: BARE,
	read: readBare
}, {
	needles: [...PARTED, PREFIXED],
	read: readParted
}];
// src/detect/encodings/mirrored.ts
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
const MIRRORED_ANCHORS = [{
	needles: [Buffer.from(marker.toReversed())],
	read: readReversed
}, {
	needles: [Buffer.from(marker.map(rotated))],
	read: readRotated
}];
// src/detect/encodings/plain.ts
const HALF = marker.length / 2;
const [FIRST, SECOND] = [marker.subarray(0, HALF), marker.subarray(HALF)];
const HALVES = [FIRST, SECOND];
function read(place, needle) {
	const at = needle === 0 ? place.at : place.at - HALF;
	return stands$1(marker, place.text, at) ? readWhole({
		...place,
		at
	}) : readHalf(place, needle === 0);
}
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
function readHalf(place, isFirst) {
	const { text, at } = place;
	if (isFirst ? followsEscaped(SECOND, text, at + HALF) : precedesEscaped(FIRST, text, at)) return readEscapes(text, at);
	if (isFirst ? !isCutBehind(text, at + HALF) : !isCutBefore(text, at)) return null;
	return readPieces(place, isFirst ? FIRST : SECOND, null, readJoined);
}
function isCutBehind(text, at) {
	let count = 0;
	while (text[at + count] === SECOND[count]) count += 1;
	return !isWordByte(text[at + count]) && isNear(text, at, SECOND.subarray(count));
}
function isCutBefore(text, at) {
	let count = 0;
	while (text[at - 1 - count] === FIRST[HALF - 1 - count]) count += 1;
	const before = at - 1 - count;
	return (text[before - 1] === 92 && (text[before] === 110 || text[before] === 114) || !isWordByte(text[before])) && isNear(text, at, FIRST.subarray(0, HALF - count));
}
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
function isEscaped(text, left, right) {
	return beginsEscape(text[right]) || beginsEscape(text[left - 1]) || text[left - 1] === 59 || text[left - 1] === 125;
}
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
const SHORTEST = 80;
const LONGEST$2 = 3145728;
const NEXT = 128;
var Packing = class {
	#layers;
	#start;
	#pieces = [];
	#count = 0;
	#end;
	constructor(needle, start) {
		this.#layers = BEGINNINGS[needle]?.layers ?? 1;
		this.#start = start;
		this.#end = start;
	}
	get end() {
		return this.#end;
	}
	take(text, offset, isLast) {
		const top = isLast ? text.length : text.length - NEXT;
		for (let at = this.#end - offset; at <= top;) {
			const start = this.#count > 0 ? behindBreak(text, at) : at;
			let end = start;
			const limit = Math.min(text.length, start + LONGEST$2 - this.#count);
			while (end < limit && BASE64[text[end] ?? 0]) end += 1;
			if (end === start || start > at && !endsLine(text[end])) return true;
			this.#pieces.push(Buffer.from(text.subarray(start, end)));
			this.#count += end - start;
			this.#end = offset + end;
			at = end;
		}
		return isLast;
	}
	packed() {
		if (this.#count < SHORTEST) return null;
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
function endsLine(byte) {
	return byte === void 0 || LINE_ENDS.includes(byte);
}
const LINE_ENDS = Buffer.from("\n\r\\=\"'`<,");
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
function codesOf(text) {
	const codes = new Uint8Array(text.length);
	for (let at = 0; at < codes.length; at += 1) codes[at] = CODES[text.charCodeAt(at) & 127] ?? 0;
	return codes;
}
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
const SAME = orderOf$1(...Array.from(ALPHABET$1, (character) => character.repeat(2)));
const UPWARDS = orderOf$1("abcdefghijklmnopqrstuvwxyza", "01234567890");
const DOWNWARDS = orderOf$1("zyxwvutsrqponmlkjihgfedcbaz", "98765432109");
const KEYBOARD = orderOf$1("qwertyuiop", "asdfghjkl", "zxcvbnm");
function longest(codes, order, lag) {
	let [most, count] = [0, 0];
	for (let at = lag; at < codes.length; at += 1) {
		const next = order[codes[at - lag] ?? 0];
		count = next !== 0 && next === codes[at] ? count + 1 : 0;
		if (count > most) most = count;
	}
	return most;
}
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
const CHARACTER = 6;
const GAP = " ";
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
function among(bits, ways) {
	return bits - Math.log2(ways);
}
function runIn(codes) {
	return {
		kind: "run",
		bits: among(CHARACTER * longest(codes, SAME, 1), codes.length)
	};
}
const ORDERS = [
	UPWARDS,
	DOWNWARDS,
	KEYBOARD
];
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
const PATTERN = 15;
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
function rarity(count, mean) {
	if (count <= mean) return 0;
	let [term, sum] = [1, 0];
	for (let n = 1; n <= count + 40; n += 1) {
		term *= mean / n;
		if (n >= count) sum += term;
	}
	return mean / Math.LN2 - Math.log2(sum);
}
const PART = 5;
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
const FEW = 12;
function varietyIn(codes) {
	const kinds = new Set(codes).size - 1;
	if (kinds >= FEW) return null;
	let alphabets = 0;
	for (let n = 0; n < kinds; n += 1) alphabets += Math.log2((64 - n) / (n + 1));
	return {
		kind: "variety",
		bits: (codes.length - 1) * (CHARACTER - Math.log2(Math.max(kinds, 1))) - alphabets
	};
}
const WRITINGS = 3;
function wordSignsIn(text) {
	return wordsIn(text).map(({ at, length }) => {
		const ways = WRITINGS * (COUNTS.get(length) ?? 1) * (at === 0 ? 1 : text.length);
		return {
			kind: "words",
			bits: among(CHARACTER * length, ways)
		};
	});
}
const COUNTS = /* @__PURE__ */ new Map();
for (const { length } of WORDS) COUNTS.set(length, (COUNTS.get(length) ?? 0) + 1);
// src/detect/fakes.ts
const SHOWN = 21;
const SHOWN_TOGETHER = 28;
const DOUBTED = 10;
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
function isPublished(text) {
	fingerprints ??= new Set(PUBLISHED.map((hash) => hash.slice(0, 16)));
	return fingerprints.has(fingerprintOf(text));
}
let fingerprints;
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
function bucketsOf(needles) {
	const sorted = [...new Map(needles.map((needle) => [needle.toString("latin1", 0, 3), needle])).values()].toSorted((one, other) => orderOf(one) - orderOf(other));
	const cut = (index) => Math.round(index * sorted.length / BUCKETS);
	return Array.from({ length: BUCKETS }, (_, index) => bucketOf(sorted.slice(cut(index), cut(index + 1))));
}
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
const HASHES = 192;
const OUT = 8384;
const ROOM = 8192;
const TEXT = 41152;
const PIECE = 131072;
const BLOCK = 16;
const PAGE = 65536;
const wasm = globalThis.WebAssembly;
let supported = null;
function isSupported() {
	supported ??= wasm?.validate(Buffer.from(SIEVE, "base64")) === true;
	return supported;
}
var Sieve = class {
	#sieve;
	#text;
	#found;
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
	*places(bytes, from, until) {
		for (let start = from; start < until; start += PIECE) for (const place of this.#placesIn(bytes, start, Math.min(start + PIECE, until))) yield start + place;
	}
	#placesIn(bytes, start, stop) {
		const length = Math.min(stop + 3, bytes.length) - start;
		const rounded = Math.ceil(length / BLOCK) * BLOCK;
		this.#text.set(bytes.subarray(start, start + length), 0);
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
function prefilter(needles) {
	return isSupported() ? sieving(needles) : searching(needles);
}
function sieving(needles) {
	const byStart = /* @__PURE__ */ new Map();
	for (const needle of needles) byStart.set(startOf$1(needle, 0), [...byStart.get(startOf$1(needle, 0)) ?? [], needle]);
	let sieve = null;
	return { *places(bytes, from, until) {
		sieve ??= new Sieve(needles);
		for (const place of sieve.places(bytes, from, until)) if (byStart.get(startOf$1(bytes, place))?.some((needle) => stands(needle, bytes, place))) yield place;
	} };
}
function startOf$1(bytes, at) {
	return (bytes[at] ?? 0) << 16 | (bytes[at + 1] ?? 0) << 8 | (bytes[at + 2] ?? 0);
}
function stands(needle, bytes, place) {
	if (place + needle.length > bytes.length) return false;
	for (let at = 3; at < needle.length; at += 1) if (bytes[place + at] !== needle[at]) return false;
	return true;
}
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
const LONGEST$1 = 256;
function strangerAt(text, at) {
	const start = isWordByte(text[at - 1]) ? at - 1 : at;
	if (isWordByte(text[start - 1])) return null;
	let end = at;
	while (end < at + LONGEST$1 && isKeyByte(text[end])) end += 1;
	const run = text.toString("latin1", start, end);
	if (run.includes(MARKER$1)) return null;
	const more = text[end] === AT ? text.toString("latin1", end, end + DOMAIN.length) : "";
	return KNOWN.find(([shape]) => shape.test(run + more))?.[1] ?? null;
}
const AT = 64;
const DOMAIN = "@openssh.com";
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
var Views = class {
	#reach;
	#held = Buffer.alloc(0);
	#offset = 0;
	#from = 0;
	constructor(reach) {
		this.#reach = reach;
	}
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
const JOINS = 2e3;
const BETWEEN_JOINS = 512;
const NOWHERE = -1;
var Search = class {
	#net;
	#aside;
	#views = new Views(SIGHT);
	#read = /* @__PURE__ */ new Map();
	#last = null;
	#joins = 0;
	#packing = null;
	constructor(net, aside) {
		this.#net = net;
		this.#aside = aside;
	}
	*add(chunk) {
		for (const view of this.#views.add(chunk)) yield* this.#foundIn(view, false);
	}
	*rest() {
		yield* this.#foundIn(this.#views.rest(), true);
	}
	*#foundIn(view, isLast) {
		const { bytes, offset, from, until } = view;
		yield* this.#collect(view, isLast);
		for (const at of this.#net.filter.places(bytes, from - offset, until - offset)) for (const { bytes: needle, needle: index, use } of this.#net.byFirst.get(bytes[at] ?? 0) ?? []) {
			if (!stands$1(needle, bytes, at)) continue;
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
function isKnown(hit, last) {
	if (!last || hit.offset >= last.offset + last.length || hit.offset + hit.length <= last.offset) return false;
	return RANK[hit.confidence] <= RANK[last.confidence];
}
// src/detect/tapped.ts
var Tapped = class {
	#opening;
	#rest;
	#search;
	#found = [];
	constructor(opening, rest, search) {
		this.#opening = opening.toReversed();
		this.#rest = rest;
		this.#search = search;
	}
	get count() {
		return this.#found.length;
	}
	taken() {
		const found = this.#found;
		this.#found = [];
		return found;
	}
	async next() {
		const chunk = this.#opening.pop() ?? await this.#read();
		for (const one of chunk ? this.#search.add(chunk) : this.#search.rest()) this.#found.push(one);
		return chunk;
	}
	async *chunks() {
		for (let chunk = await this.next(); chunk; chunk = await this.next()) yield chunk;
	}
	async #read() {
		const { done, value } = await this.#rest.next();
		return done ? null : value;
	}
};
// src/detect/detect.ts
const UNPACKED = 268435456;
const DEEPEST = 4;
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
const detect = detector({ strangers: false });
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
	for await (const hit of hitsOfMembers(container, once(bytes), {
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
async function* once(bytes) {
	yield bytes;
}
const HELD_BACK = 1e3;
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
function turned(code) {
	const letter = code | 32;
	if (letter < 97 || letter > 122) return code;
	return letter < 110 ? code + 13 : code - 13;
}
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
function body(length, seed) {
	let state = seed + 1;
	return Array.from({ length }, () => {
		state = Math.imul(state, 1664525) + 1013904223 >>> 0;
		return ALPHABET[(state >>> 16) % 62];
	}).join("");
}
// src/domain/finding.ts
function isPreexisting(sightings) {
	return sightings.length > 0 && sightings.every(({ preexisting }) => preexisting);
}
function isHarmful({ sightings, validity }) {
	if (isPreexisting(sightings)) return false;
	return validity.kind !== "inactive" || sightings.some(({ inHead }) => inHead);
}
function blocks(finding, failOn) {
	switch (failOn) {
		case "never": return false;
		case "active": return isHarmful(finding) && finding.validity.kind !== "inactive";
		case "leak": return isHarmful(finding);
		default: return failOn;
	}
}
// src/domain/gap.ts
function isFailure(gap) {
	return gap.kind !== "no-admin-key";
}
// src/domain/report.ts
function conclude({ findings, gaps }) {
	if (findings.some(isHarmful)) return "leaked";
	return gaps.some(isFailure) ? "incomplete" : "clean";
}
function verdict(report) {
	if (report.findings.some(({ blocks }) => blocks)) return "leaked";
	return report.gaps.some(isFailure) ? "incomplete" : "clean";
}
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
			record: nameless(identity.record)
		} : identity.kind === "ambiguous" ? {
			kind: "ambiguous",
			candidates: identity.candidates.map(nameless)
		} : identity,
		impact: null,
		decision: decision.kind === "leave" ? decision : {
			...decision,
			record: nameless(decision.record)
		}
	};
}
function nameless(record) {
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
// src/ending.ts
const EXIT = {
	clean: 0,
	leaked: 1,
	incomplete: 2
};
function lastWords(error) {
	if (error instanceof UsageError) return error.message;
	if (!(error instanceof Error)) return "openai-key-guard failed, and threw something that is no error.";
	const code = "code" in error && typeof error.code === "string" && /^[A-Z_]{2,40}$/.test(error.code) ? ` ${error.code}` : "";
	const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
	return [`openai-key-guard failed (${error.name}${code}). This is a fault in it; nothing is known about the change.`, ...frames.slice(0, 12)].join("\n");
}
// src/sources/branches.ts
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
async function baseOfNewBranch(where, pushed) {
	if (pushed.branch === pushed.defaultBranch) return null;
	const base = defaultOf(await refsOf(new Git((await findRepository(where.repo)).gitDir, where.environment)), pushed.defaultBranch);
	return base && shortOf(base) !== pushed.branch ? base.commit : null;
}
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
// src/report/escape.ts
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const SHORT_FORMS = {
	"\n": "\\n",
	"\r": "\\r",
	"	": "\\t"
};
const MARKER = ["T3Blbk", "FJ"].join("");
const KEY = new RegExp(`[\\w-]*${MARKER}[\\w-]*`, "g");
const BREAK = "&#8203;";
function keyless(text) {
	return text.includes(MARKER) ? text.replaceAll(KEY, "sk-…") : text;
}
function visible(text) {
	return keyless(text).replaceAll(UNSEEN, (character) => {
		const code = character.codePointAt(0) ?? 0;
		const hex = code.toString(16).padStart(2, "0");
		return SHORT_FORMS[character] ?? (code < 256 ? `\\x${hex}` : `\\u{${hex}}`);
	});
}
function plain(text) {
	return visible(text).replaceAll(/:(?=:)/g, ": ").replaceAll("##[", "## [");
}
function markdown(text) {
	return plain(text).trim().replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(/[\\`*_[\]>~$]/g, String.raw`\$&`).replace(/^(\d+)([.)])/, String.raw`$1\$2`).replace(/^[-+=]/, String.raw`\$&`).replaceAll("#", String.raw`\#${BREAK}`).replaceAll("|", "&#124;").replaceAll("@", `@${BREAK}`).replaceAll(/:(?=\S)/g, `:${BREAK}`).replaceAll(/www(?=\.)/gi, `$&${BREAK}`).replaceAll(/GH-(?=\d)/gi, `$&${BREAK}`);
}
function code(text, place = "text") {
	const shown = plain(text) || "(empty)";
	if (place === "cell" && shown.includes("|")) return `<code>${markdown(shown)}</code>`;
	const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = "`".repeat(longest + 1);
	return `${fence}${/^[ `]|[ `]$/.test(shown) && /[^ ]/.test(shown) ? ` ${shown} ` : shown}${fence}`;
}
function href(url) {
	if (!/^https?:\/\//i.test(url)) return "#";
	return keyless(url).toWellFormed().replaceAll(/[^\w\-.~:/?#&=%+,;@!$]/gu, (character) => /[()*']/.test(character) ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(character)).replaceAll("&", "&amp;");
}
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
const LONGEST = 120;
function line(words, ...values) {
	return words.flatMap((text, index) => {
		const value = values[index];
		const own = text === "" ? [] : [{ words: text }];
		if (value === void 0) return own;
		if (typeof value === "number") return [...own, { words: String(value) }];
		return [...own, ...typeof value === "string" ? [{ data: value }] : value];
	});
}
function words(text) {
	return text === "" ? [] : [{ words: text }];
}
function joined(lines, between) {
	return lines.flatMap((one, index) => index === 0 ? one : [{ words: between }, ...one]);
}
function inPlain(one, blank = " ") {
	const shown = (data) => quoted$1(clipped(data, LONGEST)).replaceAll(" ", blank);
	return plain(one.map((piece) => "words" in piece ? piece.words : shown(piece.data)).join(""));
}
function inMarkdown(one, place = "text") {
	return one.map((piece) => "words" in piece ? piece.words : code(clipped(piece.data, LONGEST), place)).join("");
}
function quoted$1(text) {
	return /\s/.test(text) && !/[{"=:]/.test(text) ? `"${text}"` : text;
}
// src/report/figures.ts
function grouped(number) {
	return String(number).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}
function counted(number, noun) {
	return `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`;
}
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
const STANDINGS = [
	"exposed",
	"lingering",
	"dead",
	"older"
];
function standingOf(finding) {
	if (isPreexisting(finding.sightings)) return "older";
	if (!isHarmful(finding)) return "dead";
	return finding.validity.kind === "inactive" ? "lingering" : "exposed";
}
function isRunsOwn({ outcome }) {
	return outcome.kind === "left" && outcome.because === "own-admin-key";
}
function isAlarming({ kind, validity }) {
	return kind === "admin" && validity.kind !== "inactive";
}
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
function mayReturn({ validity }) {
	return validity.kind === "inactive" && (validity.because === "project-dormant" || validity.because === "account-deactivated");
}
function likenessOf({ possession, validity, outcome }) {
	if (possession === "proven" || isRunsOwn({ outcome })) return "ours";
	if (validity.kind === "inactive" && validity.because !== "refused") return "ours";
	return possession === "someone-else" || validity.kind === "inactive" ? "look-alike" : "unproven";
}
function isMereLikeness(finding) {
	const { identity, validity } = finding;
	return identity.kind === "ours" && validity.kind === "inactive" && likenessOf(finding) === "look-alike";
}
// src/report/used.ts
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
const LATE = 36e5;
function usedOf(finding) {
	const { identity, impact } = finding;
	const likeness = likenessOf(finding);
	if (impact === null || likeness === "look-alike") return null;
	return line`${identity.kind === "ours" && likeness === "unproven" ? line`Of ${identity.record.id}: ` : words("")}${used(impact)}`;
}
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
function share({ requests, inputTokens, outputTokens }) {
	const parts = amounts(inputTokens, outputTokens);
	return parts.length > 0 ? joined(parts, ", ") : words(counted(requests ?? 0, "request"));
}
function amounts(input, output) {
	if (!input && !output) return [];
	return [...input === null ? [] : [words(`${grouped(input)} tokens in`)], ...output === null ? [] : [words(`${grouped(output)} out`)]];
}
function spent({ value, currency }) {
	const amount = Number.isFinite(value) ? value.toFixed(2) : "an unknown amount of";
	return words(`${value > 0 && value < .01 ? "under 0.01" : amount} ${/^[a-z]{3}$/i.test(currency) ? currency.toUpperCase() : "(unknown currency)"}`);
}
function spanned(since, asOf) {
	const [from, to] = [moment$1(since), moment$1(asOf)];
	const isOneDay = from !== null && to !== null && from.slice(0, 10) === to.slice(0, 10);
	const until = to === null ? "an unknown time" : isOneDay ? to.slice(11) : `${to} UTC`;
	return words(`Since ${from === null ? "an unknown time" : `${from} UTC`}, as of ${until}`);
}
function moment$1(at) {
	return Number.isNaN(at.getTime()) ? null : at.toISOString().slice(0, 16).replace("T", " ");
}
// src/report/look.ts
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
const VARIABLE = "OPENAI_API_KEY";
const ENVIRONMENT = line`in an environment variable such as ${VARIABLE}`;
const REFERENCE = `\${${VARIABLE}}`;
const reading = (how) => (path) => line`In ${path}, read ${how} instead.`;
// src/report/belongs-ci.ts
const SECRET = `\${{ secrets.${VARIABLE} }}`;
const FEDERATION = line`Better without any key: with OpenAI's workload identity federation the workflow signs in itself (issuer ${"https://token.actions.githubusercontent.com"}, permission ${"id-token: write"}).`;
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
function short(sha) {
	return sha.slice(0, 7);
}
function bestFirst(sightings) {
	return sightings.toSorted((one, other) => rank(one) - rank(other));
}
function rank({ where, inHead, path, preexisting }) {
	const isText = path === null || where === "path" && refIn(path) !== null;
	return (inHead ? 0 : 4) + (isText ? 2 : 0) + Number(preexisting);
}
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
function history(finding, isElsewhere) {
	const { validity, identity } = finding;
	if (!finding.sightings.some(({ where }) => where !== "pull-request" && where !== "stdin")) return [];
	if (validity.kind === "inactive" && !mayReturn(finding)) return [words(`History need not be rewritten: ${isMereLikeness(finding) ? "OpenAI refuses it" : "the key is dead"}.`)];
	if (isElsewhere) return [];
	return identity.kind === "ours" ? [line`It stands in history alone, which need not be rewritten once the key is dead.`] : [line`It stands in history alone: rewriting that helps only where nobody has fetched it yet.`];
}
// src/report/replace.ts
const DEFAULT_PROJECT = "default project";
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
function advice(finding, change) {
	if (change === "staged" && !isPreexisting(finding.sightings)) return [...unstaged(finding), ...remove(finding, change)];
	return [
		...isRunsOwn(finding) ? stopOwn(finding) : stop(finding),
		...look(finding),
		...replace(finding),
		...remove(finding, change)
	];
}
function unstaged({ validity }) {
	if (validity.kind === "inactive") return [];
	return [line`It is not committed yet: take it out now, and it need not be revoked for this.`];
}
// src/report/words.ts
const KIND_NAMES = {
	project: "project key",
	"service-account": "service-account key",
	admin: "admin key",
	user: "legacy user key",
	named: "named key",
	suspected: "suspected key"
};
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
function done(finding) {
	const { outcome } = finding;
	return outcome.kind === "left" && outcome.because === "not-accepted" && isMereLikeness(finding) ? "left alone: OpenAI refuses it, so there is nothing to revoke" : said(outcome);
}
// src/report/tale.ts
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
const SCHEMA = "openai-key-guard/report/v1";
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
function time(at) {
	const year = at?.getUTCFullYear() ?? NaN;
	return at && year >= 0 && year <= 9999 ? at.toISOString() : null;
}
// src/report/fitted.ts
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
const TELLING = 1 / 2e3;
const MOST = 5;
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
function whoseShort(finding) {
	if (isRunsOwn(finding)) return "ours: this run's own";
	if (finding.identity.kind !== "ours") return finding.identity.kind;
	switch (likenessOf(finding)) {
		case "ours": return "ours";
		case "look-alike": return "look-alike of ours";
		case "unproven": return "ours, not proven";
	}
}
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
const LONGEST_PLACE = 160;
const TABLE_HEAD = ["| Key | Where | Whose | Works | Done |", "|---|---|---|---|---|"];
function nameOf({ kind, fingerprint }) {
	return `${KIND_NAMES[kind]} ${code(fingerprint.slice(0, 8), "cell")}`;
}
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
function steps(finding, change) {
	return advice(finding, change).map((step, index) => `${index + 1}. ${inMarkdown(step)}`).join("\n");
}
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
function stressed(state) {
	return state.replace(/^[\w-]+/, "**$&**");
}
function moment(at) {
	return `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
// src/report/markdown.ts
const MOST_STEPS = 3;
function comment(report, context) {
	return page(report, context, commentSheet(context), `### ${headline(report)}`, alarm(report.findings));
}
function summary(report, context) {
	const utf8 = new TextEncoder();
	return page(report, context, {
		room: 1e6,
		size: (text) => utf8.encode(text).length,
		rest: "the JSON report has all"
	}, `## ${headline(report)}`, alarm(report.findings));
}
function resolved(report, context) {
	const older = report.findings.some((one) => standingOf(one) === "older");
	const all = "Resolved: nothing that this change brought can do harm any more.";
	const opening = older ? `${all} Keys that were here before it are listed, and not judged.` : all;
	return page(report, context, commentSheet(context), `### ${headline(report)}`, [opening, alarm(report.findings)].filter(Boolean).join("\n\n"));
}
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
	const colour = isAlarming(finding) ? "red" : COLOURS[standingOf(finding)];
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
const TIED = "\xA0";
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
function firstSeen(sightings) {
	const times = sightings.flatMap((sighting) => sighting.at ? [sighting.at.getTime()] : []);
	return times.length > 0 ? new Date(Math.min(...times)) : null;
}
// src/domain/decision.ts
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
function chanceOf({ secret, kind }, { redacted }, { records }) {
	const rivals = records.filter((record) => record.redacted !== null && livesIn(kind, record)).length;
	return Math.min(1, rivals / 2 ** bitsTold(secret, redacted ?? ""));
}
function livesIn(kind, { home, owner }) {
	if (kind === "suspected") return false;
	if (kind === "admin") return home.kind === "organization";
	return home.kind === "project" && !(kind === "service-account" && owner?.kind === "user");
}
function isYounger({ createdAt }, { sightings }) {
	const seen = firstSeen(sightings);
	return createdAt !== null && seen !== null && createdAt.getTime() > seen.getTime() + A_DAY;
}
// src/domain/proof.ts
function mayTry(identity, tryKeys, remembered) {
	switch (tryKeys) {
		case "all": return true;
		case "own": return identity.kind === "ours" || remembered;
		case "none": return false;
		default: return tryKeys;
	}
}
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
async function impactOf({ sightings }, record, { registry, now }) {
	const [seen, made] = [firstSeen(sightings), record.createdAt];
	const since = Math.max(Math.min((seen ?? made ?? now()).getTime(), now().getTime()), made?.getTime() ?? 0);
	return seen || made ? await registry.impact(record, new Date(since)) : null;
}
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
function nearest(word, words) {
	const best = words.length > 0 ? (0, import_fastest_levenshtein.closest)(word, words) : null;
	if (best === null) return null;
	const letters = (text) => [...text].toSorted().join("");
	return (0, import_fastest_levenshtein.distance)(word, best) <= Math.max(1, Math.floor(word.length / 3)) || letters(word) === letters(best) ? best : null;
}
function hint(word, words) {
	const best = nearest(word, words);
	return best ? ` Did you mean ${best}?` : "";
}
function wordIn(name, value, words) {
	const word = words.find((one) => one === value);
	if (word) return word;
	throw new UsageError(`${name} is ${quoted(value)}; it must be one of ${words.join(", ")}.${hint(value, words)}`);
}
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
const VERSION = "0.1.0";
export { baseOfNewBranch as A, detect as B, ranked as C, keyless as D, clipped as E, shown as F, verdict as I, isFailure as L, EXIT as M, lastWords as N, plain as O, conclude as P, isHarmful as R, isRunsOwn as S, inPlain as T, detector as V, advice as _, run as a, refIn as b, gone as c, json as d, taleOf as f, said as g, KIND_NAMES as h, settingsFrom as i, defaultRange as j, visible as k, resolved as l, GAP_NAMES as m, DEFAULTS as n, terminal as o, done as p, hint as r, comment as s, VERSION as t, summary as u, bestFirst as v, standingOf as w, isAlarming as x, placeOf as y, sample as z };
