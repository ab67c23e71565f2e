import { __commonJSMin, __exportAll, __toESM } from "./rolldown-runtime.js";
const isUtf8 = process.getBuiltinModule("node:buffer").isUtf8;
const promisify = process.getBuiltinModule("node:util").promisify;
const brotliDecompressSync = (...args) => process.getBuiltinModule("node:zlib").brotliDecompressSync(...args);
const inflateRawSync = (...args) => process.getBuiltinModule("node:zlib").inflateRawSync(...args);
const unzipSync = (...args) => process.getBuiltinModule("node:zlib").unzipSync(...args);
const createHash = (...args) => process.getBuiltinModule("node:crypto").createHash(...args);
const randomUUID = (...args) => process.getBuiltinModule("node:crypto").randomUUID(...args);
const close = process.getBuiltinModule("node:fs").close;
const constants = process.getBuiltinModule("node:fs").constants;
const createReadStream = process.getBuiltinModule("node:fs").createReadStream;
const fstatSync = process.getBuiltinModule("node:fs").fstatSync;
const open = process.getBuiltinModule("node:fs").open;
const writeFile = process.getBuiltinModule("node:fs").writeFile;
const writeFileSync = process.getBuiltinModule("node:fs").writeFileSync;
const basename = process.getBuiltinModule("node:path").basename;
const dirname = process.getBuiltinModule("node:path").dirname;
const isAbsolute = process.getBuiltinModule("node:path").isAbsolute;
const join = process.getBuiltinModule("node:path").join;
const parse = process.getBuiltinModule("node:path").parse;
const posix = process.getBuiltinModule("node:path").posix;
const resolve = process.getBuiltinModule("node:path").resolve;
const sep = process.getBuiltinModule("node:path").sep;
const spawn = process.getBuiltinModule("node:child_process").spawn;
const devNull = process.getBuiltinModule("node:os").devNull;
const lstat = (...args) => process.getBuiltinModule("node:fs/promises").lstat(...args);
const open$1 = (...args) => process.getBuiltinModule("node:fs/promises").open(...args);
const readFile = (...args) => process.getBuiltinModule("node:fs/promises").readFile(...args);
const readdir = (...args) => process.getBuiltinModule("node:fs/promises").readdir(...args);
const readlink = (...args) => process.getBuiltinModule("node:fs/promises").readlink(...args);
const rename = (...args) => process.getBuiltinModule("node:fs/promises").rename(...args);
const rm = (...args) => process.getBuiltinModule("node:fs/promises").rm(...args);
const stat = (...args) => process.getBuiltinModule("node:fs/promises").stat(...args);
// src/domain/key-grammar.ts
const MARKER = ["T3Blbk", "FJ"].join("");
const PREFIXES = {
	project: "sk-proj-",
	"service-account": "sk-svcacct-",
	admin: "sk-admin-",
	none: "sk-None-",
	user: "sk-"
};
const KIND_WORDS = "proj|svcacct|admin|None";
const PREFIX$1 = new RegExp(`^sk-(?:(?:${KIND_WORDS})-)?`);
function readPrefix(text) {
	return PREFIX$1.exec(text)?.[0] ?? "";
}
function hasMarker(text) {
	return text.includes(MARKER);
}
// src/detect/encodings/anchor.ts
const CONTEXT_LENGTH = 8192;
// src/detect/keys/families.ts
const FAMILIES = [
	{
		kind: "project",
		prefix: PREFIXES.project,
		lengths: [
			[20, 20],
			[58, 58],
			[74, 74]
		]
	},
	{
		kind: "service-account",
		prefix: PREFIXES["service-account"],
		lengths: [
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
		prefix: PREFIXES.admin,
		lengths: [
			[20, 20],
			[58, 58],
			[74, 74]
		]
	},
	{
		kind: "named",
		prefix: PREFIXES.none,
		lengths: [[20, 20], [74, 74]]
	},
	{
		kind: "user",
		prefix: PREFIXES.user,
		lengths: [[20, 20], [42, 42]]
	}
];
const NAMED_FAMILY = {
	kind: "named",
	lengths: [[20, 20]]
};
const NAME$1 = /^[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*-$/;
const LONG_BODY = 45;
function hasLongKeyEnding(text, start, end) {
	return end - start >= LONG_BODY && /^[AEIMQUYcgkosw048]A$/.test(text.toString("latin1", end - 2, end));
}
// src/detect/steps/steps.ts
let steps = 0;
function countSteps(count) {
	steps += count;
}
function readSteps() {
	return steps;
}
// src/detect/keys/boundary.ts
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
const ESCAPE$2 = new RegExp(`(?:${ESCAPES.join("|")})$`);
const LONGEST_ESCAPE$1 = 18;
function isBoundary(text, at) {
	if (!isWordByte(text[at - 1])) return true;
	return ESCAPE$2.test(text.toString("latin1", Math.max(0, at - LONGEST_ESCAPE$1), at));
}
// src/detect/keys/key-reading.ts
const MOST_ALTERNATIVES$1 = 3;
const RANK$2 = {
	certain: 3,
	likely: 2,
	suspected: 1
};
function readKeyAt(text, place) {
	if (place.at - place.start < 16) return null;
	const head = text.toString("latin1", place.start, place.at);
	const family = FAMILIES.find(({ prefix }) => head.startsWith(prefix));
	if (!family) return null;
	const whole = fitLengths(text, family, place, head.length - family.prefix.length);
	if (family.kind !== "user") return whole;
	const named = (before) => NAME$1.test(head.slice(family.prefix.length, -before)) ? fitLengths(text, NAMED_FAMILY, place, before) : null;
	const even = place.right - place.at - MARKER.length;
	if (whole && whole.confidence !== "suspected" && whole.end === place.right) return pickSurest([whole], [named(20)]);
	const read = pickSurest([
		whole,
		named(20),
		named(even)
	]);
	return read && read.confidence !== "suspected" ? read : pickSurest([read, named(head.length - 1 - head.lastIndexOf("-"))]);
}
function pickSurest(spans, others = []) {
	const [best, ...rest] = spans.filter((span) => span !== null).toSorted((a, b) => RANK$2[b.confidence] - RANK$2[a.confidence]);
	if (!best) return null;
	return addReadings(best, [...rest, ...others].filter((span) => span !== null).filter(({ confidence }) => confidence !== "suspected"));
}
function addReadings(best, others) {
	const all = [
		...others,
		...best.alternatives,
		...others.flatMap((other) => other.alternatives)
	];
	return addAlternatives(best, [...all.filter(({ confidence }) => confidence === "certain").toSorted((a, b) => b.start - a.start), ...all]);
}
function addAlternatives(span, others) {
	const alternatives = [];
	for (const { start, end, kind, confidence } of others) {
		const one = {
			start,
			end,
			kind,
			confidence
		};
		const isKnown = [span, ...alternatives].some((known) => known.start === start && known.end === end);
		const rivals = alternatives.filter((known) => classifyAlternative(known) === classifyAlternative(one));
		const isFull = classifyAlternative(one) !== "exact" && rivals.length >= MOST_ALTERNATIVES$1;
		if (!isKnown && !isFull) alternatives.push(one);
	}
	return {
		...span,
		alternatives
	};
}
function classifyAlternative({ kind, confidence }) {
	if (confidence !== "certain") return "open";
	return kind === "named" ? "named" : "exact";
}
function fitLengths(text, { kind, lengths }, place, before) {
	const { start, at, right } = place;
	const markerEnd = at + MARKER.length;
	const isShort = before === 20;
	const after = (isShort ? findWordEnd(text, markerEnd, right) : right) - markerEnd;
	const paired = lengths.find(([known]) => known === before)?.[1];
	const isWhole = !isShort || findWordEnd(text, at - before, at) === at;
	if (paired !== void 0 && after >= paired && isWhole) {
		const whole = {
			start,
			end: markerEnd + paired,
			kind,
			confidence: "certain",
			alternatives: []
		};
		return after < 256 ? addAlternatives(whole, [{
			start,
			end: markerEnd + after,
			kind,
			confidence: "likely"
		}]) : whole;
	}
	if (before < 16 || after < 16) return null;
	const lostStart = paired === void 0 && lengths.some(([first, second]) => first > before && second === after);
	if (lostStart || after < before || !isWhole) return {
		start,
		end: markerEnd + (lostStart ? after : Math.min(before, after)),
		kind: "suspected",
		confidence: "suspected",
		alternatives: []
	};
	const [end = markerEnd + Math.min(before, after), ...others] = listEnds(text, markerEnd, before, after);
	return addAlternatives({
		start,
		end,
		kind,
		confidence: "likely",
		alternatives: []
	}, others.map((other) => ({
		start,
		end: other,
		kind,
		confidence: "likely"
	})));
}
function listEnds(text, markerEnd, before, after) {
	const ends = (after === before + 1 ? [after, before] : [
		before,
		before + 1,
		after
	]).filter((length) => length <= after && length < 256).map((length) => markerEnd + length);
	const fits = (end) => Number(hasLongKeyEnding(text, markerEnd, end));
	return ends.toSorted((a, b) => fits(b) - fits(a));
}
function findWordEnd(text, start, limit) {
	let end = start;
	while (end < limit && isWordByte(text[end])) end += 1;
	return end;
}
// src/detect/keys/stripped-key.ts
const BODIES = FAMILIES.flatMap(({ prefix, lengths }) => lengths.map(([before, after]) => ({
	prefix,
	before,
	after
})));
function findStrippedKey(text, { left, at, right }) {
	const markerEnd = at + MARKER.length;
	if (isBase64(text[left - 1]) || isBase64(text[right]) || text[right] === EQUALS$1) return null;
	const body = BODIES.find(({ prefix, before, after }) => {
		const [lost, end] = [prefix.length - (at - left - before), markerEnd + after];
		if (lost <= 0 || lost > prefix.length) return false;
		if (end !== right && !(end < right && isJoint(text[end]))) return false;
		const [remnant, head] = [text.toString("latin1", left, at - before), text.toString("latin1", at - before, at)];
		if (remnant !== prefix.slice(lost)) return false;
		return before !== 20 || isRandom(head, text.toString("latin1", markerEnd, end));
	});
	return body ? {
		...SUSPECTED$2,
		start: left,
		end: markerEnd + body.after
	} : null;
}
const SUSPECTED$2 = {
	kind: "suspected",
	confidence: "suspected",
	alternatives: []
};
const [PLUS$1, HYPHEN, SLASH$3, EQUALS$1, UNDERSCORE] = [
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
	return byte === PLUS$1 || byte === SLASH$3;
}
function isRandom(head, tail) {
	if (/[-_]/.test(head + tail)) return false;
	return /[^\t\n\r\x20-\x7e]/.test(Buffer.from(head, "base64").toString("latin1"));
}
// src/detect/keys/key-span.ts
const marker = Buffer.from(MARKER, "latin1");
function findKeyAround(text, at, floor) {
	const left = findRunStart$1(text, at, findPreviousMarkerEnd(text, at));
	const markerEnd = at + MARKER.length;
	const { right, isCut } = findTailEnd(text, markerEnd);
	countSteps(STEPS_A_MARKER + right - left);
	const span = findKeyInRun(text, {
		left,
		at,
		right
	}, floor);
	const next = span ? findOverlappingKey(text, markerEnd, span.end) : null;
	if (span === null || next === null) return span && (isCut ? withoutEnd(span, right) : span);
	const cut = findKeyInRun(text, {
		left,
		at,
		right: next
	}, floor);
	if (cut === null) return null;
	const whole = {
		...span,
		alternatives: []
	};
	return withoutEnd(span.confidence === "suspected" ? cut : addReadings(cut, [whole]), isCut ? right : -1);
}
function findPreviousMarkerEnd(text, at) {
	const bottom = Math.max(0, at - 256);
	const before = text.subarray(Math.max(0, bottom - MARKER.length), at).lastIndexOf(marker);
	return Math.max(bottom, before < 0 ? 0 : Math.max(0, bottom - MARKER.length) + before + MARKER.length);
}
function findTailEnd(text, markerEnd) {
	const right = findRunEnd$1(text, markerEnd);
	const ahead = text.subarray(markerEnd, right + MARKER.length - 1).indexOf(marker);
	return ahead < 0 ? {
		right,
		isCut: false
	} : {
		right: markerEnd + ahead,
		isCut: true
	};
}
function withoutEnd(span, right) {
	return {
		...span,
		alternatives: span.alternatives.filter(({ end }) => end !== right)
	};
}
const STEPS_A_MARKER = 100;
const STEPS_A_READING = 300;
function findKeyInRun(text, { left, at, right }, floor) {
	if (at - left < 16 || right - at - MARKER.length < 16) return null;
	countSteps(STEPS_A_MARKER);
	const readings = [];
	for (let start = at - 16 - 3; start >= left; start -= 1) {
		const span = isPrefix(text, start) ? readKeyAt(text, {
			start,
			at,
			right
		}) : null;
		if (!span) continue;
		countSteps(STEPS_A_READING);
		const isBounded = start === floor || isBoundary(text, start);
		const worth = (isBounded ? BOUNDED : UNBOUNDED)[span.confidence];
		readings.push({
			span: isBounded || isPlainStart(span) ? span : suspect(span),
			worth
		});
	}
	const [best, ...others] = readings.toSorted((a, b) => b.worth - a.worth);
	if (best) return addReadings(best.span, others.filter(({ worth }) => worth >= UNBOUNDED.likely).map(({ span }) => span));
	return findStrippedKey(text, {
		left: Math.max(left, floor),
		at,
		right
	});
}
function isPlainStart({ kind, confidence }) {
	return confidence === "certain" || confidence === "likely" && kind !== "user" && kind !== "named";
}
const SUSPECTED$1 = {
	kind: "suspected",
	confidence: "suspected"
};
function suspect(span) {
	return {
		...span,
		...SUSPECTED$1,
		alternatives: span.alternatives.map((one) => one.confidence === "certain" ? one : {
			...one,
			...SUSPECTED$1
		})
	};
}
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
function findRunStart$1(text, end, bottom) {
	let start = end;
	while (start > bottom && isKeyByte(text[start - 1])) start -= 1;
	return start;
}
function findRunEnd$1(text, start) {
	const limit = Math.min(text.length, start + 256);
	let end = start;
	while (end < limit && isKeyByte(text[end])) end += 1;
	return end;
}
function findOverlappingKey(text, markerEnd, end) {
	for (let start = markerEnd; start < end; start += 1) {
		const at = isPrefix(text, start) ? findMarkerOfWholeKey(text, start) : null;
		if (at !== null) return isWholeBehind(text, end, at) ? null : start;
	}
	return null;
}
function isWholeBehind(text, from, at) {
	for (let start = from; start < at; start += 1) if (isPrefix(text, start) && (start === from || isBoundary(text, start)) && findMarkerOfWholeKey(text, start) === at) return true;
	return false;
}
function findMarkerOfWholeKey(text, start) {
	const ahead = text.subarray(start, start + 256 + MARKER.length).indexOf(marker);
	const at = start + ahead;
	if (ahead < 0 || findRunEnd$1(text, start) < at) return null;
	return readKeyAt(text, {
		start,
		at,
		right: findRunEnd$1(text, at + MARKER.length)
	})?.confidence === "certain" ? at : null;
}
// src/detect/encodings/decoded.ts
const MARKER_BYTES = Buffer.from(MARKER, "latin1");
const MOST_BEFORE = 304;
const MOST_AFTER = 576;
function findMarker({ bytes, origin }) {
	const at = bytes.indexOf(MARKER_BYTES, Math.max(0, origin - MARKER_BYTES.length));
	return at >= 0 && at <= origin + 1 ? at : null;
}
const BROKEN_MARKER = new RegExp(Array.from({ length: MARKER.length - 1 }, (_, index) => [MARKER.slice(0, index + 1), MARKER.slice(index + 1)]).map(([head, tail]) => tail === void 0 || tail.length < 4 ? `${head}[^A-Za-z0-9]` : `[^A-Za-z0-9]${tail}`).join("|"));
function mayHoldMarker(decoded) {
	return findMarker(decoded) !== null || BROKEN_MARKER.test(decoded.bytes.toString("latin1"));
}
function readMarker(decoded, encoding, mayStart) {
	const at = findMarker(decoded);
	if (at === null) return null;
	const { bytes, rangeOf } = decoded;
	const marker = [rangeOf(at, at + MARKER_BYTES.length)];
	const span = findSurestKey(bytes, at, findPreviousEnd(bytes, at), mayStart);
	if (!span || !isPrefixAt(bytes, span.start)) return {
		key: null,
		marker
	};
	const written = typeof encoding === "string" ? encoding : encoding(span.start, span.end);
	const range = rangeOf(span.start, span.end);
	return {
		key: {
			...toDecodedKey(bytes, span, written),
			...range
		},
		marker
	};
}
function toDecodedKey(bytes, span, encoding) {
	const read = ({ start, end, kind, confidence }) => ({
		text: bytes.toString("latin1", start, end),
		kind,
		confidence
	});
	const { start, end, alternatives } = span;
	return {
		...read(span),
		others: alternatives.map(read),
		encoding,
		start,
		end
	};
}
function findPreviousEnd(bytes, at) {
	const before = at === 0 ? -1 : bytes.lastIndexOf(MARKER_BYTES, at - 1);
	return before < 0 ? -1 : findKeyAround(bytes, before, -1)?.end ?? -1;
}
function findSurestKey(bytes, at, floor, mayStart) {
	const span = findKeyAround(bytes, at, floor);
	if (!mayStart || span?.confidence === "certain") return span;
	for (let start = at - 1; start > Math.max(floor, at - 256 - 1); start -= 1) {
		if (!isPrefixAt(bytes, start) || !mayStart(start)) continue;
		const other = findKeyAround(bytes, at, start);
		if (other?.confidence === "certain") return other;
	}
	return span;
}
function hasBytesAt(bytes, text, at) {
	const end = at + bytes.length;
	if (at < 0 || end > text.length || text[end - 1] !== bytes[bytes.length - 1]) return false;
	return text.compare(bytes, 0, bytes.length, at, end) === 0;
}
function isPrefixAt(bytes, at) {
	return bytes[at] === 115 && bytes[at + 1] === 107 && bytes[at + 2] === 45;
}
function composeDecoding(outer, { bytes, origin, rangeOf }) {
	return {
		bytes,
		origin,
		rangeOf: (start, end) => {
			const written = rangeOf(start, end);
			return outer.rangeOf(written.start, written.end);
		}
	};
}
function findNearestNeedle(needles, text, from) {
	let nearest = null;
	const range = text.subarray(Math.max(0, from), from + 4 * MARKER_BYTES.length);
	for (const [needle, bytes] of needles.entries()) {
		const at = range.indexOf(bytes);
		if (at >= 0 && (!nearest || Math.max(0, from) + at < nearest.at)) nearest = {
			at: Math.max(0, from) + at,
			needle
		};
	}
	return nearest;
}
// src/domain/secret.ts
const SHORTEST_WITH_END = 40;
var Secret = class {
	#text;
	fingerprint;
	mask;
	constructor(text) {
		this.#text = text;
		this.fingerprint = computeFingerprint(text);
		const end = text.length >= SHORTEST_WITH_END ? text.slice(-4) : "";
		this.mask = `${readPrefix(text)}…${end}`;
	}
	reveal() {
		return this.#text;
	}
	toString() {
		return this.mask;
	}
	toJSON() {
		return this.mask;
	}
	[Symbol.for("nodejs.util.inspect.custom")]() {
		return this.mask;
	}
};
function computeFingerprint(text) {
	return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
function truncateMask(mask) {
	return mask.slice(0, mask.indexOf("…") + 1);
}
const OTHER_KEYS = {
	anthropic: "a key of Anthropic",
	openrouter: "a key of OpenRouter",
	langfuse: "a key of Langfuse",
	minimax: "a key of MiniMax",
	emergent: "a key of Emergent",
	litellm: "a key of LiteLLM",
	ssh: "the type of an SSH security key",
	deepseek: "a key in the form of DeepSeek or DashScope",
	unmarked: "a text that begins like a key of OpenAI and lacks its marker",
	moonshot: "a key in the form of Moonshot or Stability",
	cerebras: "a key of Cerebras",
	groq: "a key of Groq",
	stripe: "a key of Stripe, Clerk or Paystack",
	elevenlabs: "a key of ElevenLabs",
	other: "a key of another vendor"
};
const PLACEHOLDERS$1 = {
	published: "a published example",
	placeholder: "a placeholder",
	ordered: "a text with letters or digits in order",
	repeated: "a text that repeats itself"
};
// src/detect/placeholders/published-examples.ts
const PUBLISHED_HASHES = [
	"00fc7ca1d7d1c84da4a75ed1fbcbcf1ae7a2332d2bf3818ebf499b182f69acb9",
	"0569eec552b1fb2428d03c181ad09cdeb0fea673d6fbe5696660e96e64debc1e",
	"085011a7bd5345fb0e57c51e7c7096317477ea18849c26621d5b820a5a673539",
	"0ba138beefb2475714f65b2d9d2fd9dff75afdfd0d2f78ff48e7c1390eb8efc1",
	"118680599114e486396cd57442373d002750deeaef94d60c1efcbcf29cedcb4e",
	"150df2bd93be8709834f4dcc3aaccacba5eb8c5e3fcd6fdb8894087afa7e960e",
	"1b8b5b5223c78a6993272cf887845a2a6283a052d105fce0c350e93f80e4f4ed",
	"1e4924eefa02e7dfc2a7050c707f8b2384048883bcb008cf7d4109593faa8732",
	"20aa2a12116ed60efcbb12cdf04bbf3c38a512f2f76bfd207d30d9900ecdb51c",
	"294ddad78527d2574ae1ba6e5956eae2f330302c5cd716023057d79dab4cb5ff",
	"4210b962a6962e03c2d92180c1c31457a44bc799b2fb2d894da7a474ea9edfca",
	"46622cc417672ce16cc5c39cfff130a207079b536ef3e5555e91d3d120a90002",
	"470b16974e391de580d2216fb5bf18518ea4aa10a99f3dcaa26319f8265063f2",
	"4e01f2c36f650de996d8a462199d6bef7312e012b2bf6d02666b330e73518487",
	"5e315984041b2794ea79cc15e9fbc44f1ee5f9a4873df29f7fd1f5d0e4140afc",
	"5f5727811ba00a8a88cdfbb3451f7561f13e274b1d1d0c06903e667756be8c7e",
	"609788c407257a1695465568e74a89df1f434ab7cb2612a0c07db38140022352",
	"665630be19f3bd3a10b9dd1b4214a3dfee35e8685ddab4191a61a4139b1e1745",
	"69a28f3050eaeda936040c3b45532c3e9577f83cf9b0b43507668d7eb108753c",
	"6a1669af23a0888b0cc13de2c7c885557dc6a5d766dfc519facbb0451e5b2fe4",
	"6cfbe49c3ae39d9db4269772a51c54bfe21d0a20a6ecbddf8cf084d3d4e13dfe",
	"7994aa0658ed1a723d057fa727532997f7897ee0b2586cb4ded8784ba0742216",
	"7c65143b5df3dbdda5e869bba5e130f1ed16dc15b6e65f557c9a34080c7b7b1f",
	"80365d0ba66bc6da9050adaa57d9c628a5e0c16f664d13a2c0d4cf0a5f519b5c",
	"85c1567cc0227e1776f9dd8f87068118d870a83ba05182d0245163ea8ab5fe71",
	"88ae839b70c23f6448903539b046f2f29cf4b60fcf47b3261565670124e50e05",
	"8cb13c7b392f4240fb2aa280d68b6641b32f3b13c8c5e63a5742140bf749e696",
	"8e30c169065ac0179338729b1102dd3a6b41ea8fd2575bdaf8b4ee7ef74c56e3",
	"9a86e60205a1ce4ca091feb4b5f8d9eb92b7af39c0bbb2e0804fb7215ff439a5",
	"9ff2fdd899275cb81ddfa8a5e24a305f84da8995e9d0c496ef73a7d63d41960e",
	"a1b590cdf6ad7a161008ffb6500b66c99d8c6700d16ba3137f5ab20fe1d18713",
	"a78af34229af56757a6e96789c1912e788c7b641bf3fed670db36700095daf69",
	"b71039056a3694cab160395f3b7a242706a0d7eca77cf56ca709244e14ef864e",
	"b82633273e3c0824df0807de7e275431f0a4999ad968e99f341b86b2a10c9d6a",
	"bf71f401f6500319b1112921af3ec60c3355c2a680e3c90467b87d0bf22f93ac",
	"bfe8185e21ef5d5f5d56c3a358ebf293b2518ab074753ba819311fea8c2ae85f",
	"bff4f2b2ff454620c8db72509d8442432476623e4a6be38e26fbd4147b6ee341",
	"c2a13f8ea42c78ff67f0b96ee8059cba86220511e2a6026f25702ea4d6ebd4fc",
	"d338b0b462aec37f2f4093395983b8e7d7ebefbd671c008663cc78c7d9c616a8",
	"d35aa108756a6ea19d8371d5e5c18edbda6d1bd0b1065d96280cba1622d4aff7",
	"d5f63fd5a82d93459430a0daa0303480883b383a6d5c7701ed1030251ced756c",
	"d87175490bb143a201a57643bdd8301224364005a7c583093a02f63f663a7c76",
	"ed6ad25be4d2ad03fba8fc5102445c08b414c6774f19f20c1be034804199c1dc",
	"fba63ad2d0c9e1a94a250ab344127e01908fc1ecfd35ef4bbe9070ceb54600de",
	"ffc616f4ec612fbcd1cb55b0cfa80f442011d51775ea1d0e20d6b9dcc92ede36"
];
const PLACEHOLDER_WORDS = `
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
`.trim().split(/\s+/).toSorted((a, b) => b.length - a.length);
const WORD$1 = new RegExp(PLACEHOLDER_WORDS.join("|"), "g");
function findWords(text) {
	return Array.from(text.toLowerCase().matchAll(WORD$1), ({ 0: word, index }) => ({
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
// src/detect/placeholders/sequences.ts
function toCodes(text) {
	const codes = new Uint8Array(text.length);
	for (let at = 0; at < codes.length; at += 1) codes[at] = CODES[text.charCodeAt(at) & 127] ?? 0;
	return codes;
}
const ALPHABET$1 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const CODES = /* @__PURE__ */ new Uint8Array(128);
for (let at = 0; at < 64; at += 1) CODES[ALPHABET$1.charCodeAt(at)] = at + 1;
function createSequence(...rows) {
	const next = /* @__PURE__ */ new Uint8Array(65);
	for (const row of rows.flatMap((row) => [row, row.toUpperCase()])) {
		const codes = toCodes(row);
		for (let at = 1; at < codes.length; at += 1) next[codes[at - 1] ?? 0] = codes[at] ?? 0;
	}
	return next;
}
const SAME = createSequence(...Array.from(ALPHABET$1, (character) => character.repeat(2)));
const UPWARDS = createSequence("abcdefghijklmnopqrstuvwxyza", "01234567890");
const DOWNWARDS = createSequence("zyxwvutsrqponmlkjihgfedcbaz", "98765432109");
const KEYBOARD = createSequence("qwertyuiop", "asdfghjkl", "zxcvbnm");
function measureLongestRun(codes, order, lag) {
	let [most, count] = [0, 0];
	for (let at = lag; at < codes.length; at += 1) {
		const next = order[codes[at - lag] ?? 0];
		count = next !== 0 && next === codes[at] ? count + 1 : 0;
		if (count > most) most = count;
	}
	return most;
}
// src/detect/placeholders/randomness.ts
const CHARACTER = 6;
const GAP = " ";
function findPatterns([head, tail]) {
	const text = `${head}${GAP}${tail}`;
	const codes = toCodes(text);
	return [...[
		measureRun(codes),
		findSequence(codes, toCodes(text.toLowerCase())),
		measureSteps(codes),
		findRepetition(codes),
		measureVariety(codes)
	].filter((sign) => sign !== null), ...findWordPatterns(text)];
}
function discountWays(bits, ways) {
	return bits - Math.log2(ways);
}
function measureRun(codes) {
	return {
		kind: "run",
		bits: discountWays(CHARACTER * measureLongestRun(codes, SAME, 1), codes.length)
	};
}
const SEQUENCES$1 = [
	UPWARDS,
	DOWNWARDS,
	KEYBOARD
];
function findSequence(exact, folded) {
	const ways = SEQUENCES$1.length * exact.length;
	let most = 0;
	for (const order of SEQUENCES$1) {
		most = Math.max(most, discountWays(CHARACTER * measureLongestRun(exact, order, 1), ways));
		for (const lag of [
			1,
			2,
			3
		]) most = Math.max(most, discountWays(5 * measureLongestRun(folded, order, lag), 3 * ways));
	}
	return most >= PATTERN ? {
		kind: "order",
		bits: most
	} : null;
}
const PATTERN = 15;
function measureSteps(codes) {
	let count = 0;
	for (let at = 1; at < codes.length; at += 1) {
		const next = UPWARDS[codes[at - 1] ?? 0];
		if (next !== 0 && next === codes[at]) count += 1;
	}
	const bits = computeRarity(count, codes.length / 64);
	return bits >= PATTERN ? {
		kind: "order",
		bits
	} : null;
}
function computeRarity(count, mean) {
	if (count <= mean) return 0;
	let [term, sum] = [1, 0];
	for (let n = 1; n <= count + 40; n += 1) {
		term *= mean / n;
		if (n >= count) sum += term;
	}
	return mean / Math.LN2 - Math.log2(sum);
}
const PART = 5;
function findRepetition(codes) {
	const seen = new PartTable(codes.length);
	let [part, most] = [0, 0];
	for (let at = 0, count = 0; at < codes.length; at += 1) {
		const code = codes[at] ?? 0;
		count = code === 0 ? 0 : count + 1;
		part = (part << CHARACTER | code - 1) & 2 ** 30 - 1;
		if (count < PART) continue;
		const before = seen.recall(part, at);
		if (before !== null) most = Math.max(most, PART + countEqualAfter(codes, before, at));
	}
	return most > 0 ? {
		kind: "repetition",
		bits: discountWays(CHARACTER * most, codes.length ** 2 / 2)
	} : null;
}
var PartTable = class {
	#parts;
	#places;
	#mask;
	constructor(most) {
		const size = 2 ** Math.ceil(Math.log2(2 * most + 2));
		[this.#parts, this.#places] = [new Int32Array(size), new Int32Array(size)];
		this.#mask = size - 1;
	}
	recall(part, place) {
		let slot = Math.imul(part, 2654435761) >>> 15 & this.#mask;
		while (this.#places[slot] !== 0) {
			if (this.#parts[slot] === part) return this.#places[slot] ?? null;
			slot = slot + 1 & this.#mask;
		}
		this.#parts[slot] = part;
		this.#places[slot] = place;
		return null;
	}
};
function countEqualAfter(codes, first, second) {
	let length = 0;
	while (second + length + 1 < codes.length && codes[first + length + 1] === codes[second + length + 1]) length += 1;
	return length;
}
const FEW = 12;
function measureVariety(codes) {
	const kinds = countDistinct(codes) - 1;
	if (kinds >= FEW) return null;
	let alphabets = 0;
	for (let n = 0; n < kinds; n += 1) alphabets += Math.log2((64 - n) / (n + 1));
	return {
		kind: "variety",
		bits: (codes.length - 1) * (CHARACTER - Math.log2(Math.max(kinds, 1))) - alphabets
	};
}
function countDistinct(codes) {
	const seen = /* @__PURE__ */ new Uint8Array(65);
	let count = 0;
	for (const code of codes) {
		if (seen[code] === 0) count += 1;
		seen[code] = 1;
	}
	return count;
}
const WRITINGS$1 = 3;
function findWordPatterns(text) {
	return findWords(text).map(({ at, length }) => {
		const ways = WRITINGS$1 * (COUNTS.get(length) ?? 1) * (at === 0 ? 1 : text.length);
		return {
			kind: "words",
			bits: discountWays(CHARACTER * length, ways)
		};
	});
}
const COUNTS = /* @__PURE__ */ new Map();
for (const { length } of PLACEHOLDER_WORDS) COUNTS.set(length, (COUNTS.get(length) ?? 0) + 1);
// src/detect/placeholders/placeholders.ts
const PROVEN = 21;
const PROVEN_TOGETHER = 28;
const DOUBTFUL = 10;
const STEPS_A_KEY$1 = 2e3;
function classifyKey(text, confidence) {
	countSteps(STEPS_A_KEY$1);
	if (isPublished(text)) return {
		kind: "look-alike",
		what: PLACEHOLDERS$1.published,
		silent: "published-example"
	};
	const patterns = findPatterns(readBodies(text)).filter(({ bits }) => bits >= DOUBTFUL);
	const [strongest] = patterns.toSorted((a, b) => b.bits - a.bits);
	if (!strongest) return {
		kind: "key",
		confidence
	};
	const together = patterns.reduce((sum, { bits }) => sum + bits, 0);
	if (strongest.bits >= PROVEN || together >= PROVEN_TOGETHER) return {
		kind: "look-alike",
		...describePattern(strongest)
	};
	return {
		kind: "key",
		confidence: "suspected"
	};
}
function describePattern({ kind }) {
	switch (kind) {
		case "run":
		case "variety":
		case "words": return {
			what: PLACEHOLDERS$1.placeholder,
			silent: "placeholder"
		};
		case "order": return {
			what: PLACEHOLDERS$1.ordered,
			silent: "sequence"
		};
		case "repetition": return {
			what: PLACEHOLDERS$1.repeated,
			silent: "repetition"
		};
		default: return kind;
	}
}
function isPublished(text) {
	fingerprints ??= new Set(PUBLISHED_HASHES.map((hash) => hash.slice(0, 16)));
	return fingerprints.has(computeFingerprint(text));
}
let fingerprints;
function readBodies(text) {
	const at = text.indexOf(MARKER, 16);
	if (at < 0) return [text, ""];
	const { prefix } = FAMILIES.find((family) => text.startsWith(family.prefix)) ?? { prefix: "" };
	const [head, tail] = [text.slice(prefix.length, at), text.slice(at + MARKER.length)];
	return [head.slice(-Math.max(tail.length, 16)), tail];
}
// src/detect/split-keys/line-frames.ts
const BORDER = /\||\xc2\xa6|\xe2(?:\x94[\x82\x83\x86\x87\x8a\x8b]|\x95[\x8e\x8f\x91]|\x96[\x8c\x8f\x90])|\xef\xbf\xa8/g;
function listFrames$1(line, near, own) {
	const cell = createCellFrame(line, own);
	const leads = near.flatMap((other) => createLeadFrames(line, other));
	const all = [...cell ? [cell] : [], ...leads];
	return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
}
function createCellFrame(line, own) {
	const borders = findBorders(line);
	if (borders.length === 0) return null;
	const column = borders.filter(({ end }) => end <= own).length;
	const readLine = (other) => {
		const found = findBorders(other);
		if (found.length < Math.max(column, 1)) return null;
		return trimBlanks(other, {
			start: found[column - 1]?.end ?? 0,
			end: found[column]?.start ?? other.length
		});
	};
	return {
		id: "cell",
		mostSkipped: 0,
		readLine
	};
}
function findBorders(line) {
	return Array.from(line.matchAll(BORDER), ({ 0: border, index }) => ({
		start: index,
		end: index + border.length
	}));
}
function trimBlanks(line, { start, end }) {
	const text = line.slice(start, end);
	const first = start + text.length - text.trimStart().length;
	return {
		start: first,
		end: Math.max(first, start + text.trimEnd().length)
	};
}
const TOKEN$1 = /(?<![0-9A-Za-z])\^?[0-9a-f]{7,40}(?![0-9A-Za-z])|\d+|[ \t]+|[^]/g;
const MOST_TOKENS = 160;
const MOST_SKIPPED = 3;
function createLeadFrames(line, other) {
	const [own, next] = [readTokens(line), readTokens(other)];
	const lead = own.slice(0, countAlike(own, next));
	const shared = countAlike(own.toReversed(), next.toReversed());
	const trail = own.slice(own.length - shared);
	const first = trail.findIndex(({ text }) => !/^[\w-]/.test(text));
	const tail = first < 0 || trail.every(isBlank$2) ? [] : trail.slice(first);
	return [/[^\w-]$/, /-$/].map((stop) => lead.slice(0, lead.findLastIndex(({ text }) => stop.test(text)) + 1)).filter((head) => ![...head, ...tail].every(isBlank$2)).map((head) => createFrame(head, tail));
}
function createFrame(head, tail) {
	const isNamed = head.filter(({ text }) => /^[A-Za-z]$/.test(text)).length > 1;
	const readLine = (line) => {
		const tokens = readTokens(line);
		if (countAlike(head, tokens) < head.length) return null;
		const isClosed = countAlike(tail.toReversed(), tokens.toReversed()) === tail.length;
		const start = measureTokens(tokens.slice(0, head.length));
		const end = line.length - (isClosed ? measureTokens(tokens.slice(tokens.length - tail.length)) : 0);
		return {
			start,
			end: Math.max(start, end)
		};
	};
	return {
		id: [head, tail].map((tokens) => tokens.map(({ kind }) => kind).join("")).join("\n"),
		mostSkipped: isNamed ? MOST_SKIPPED : 0,
		readLine
	};
}
function readTokens(line) {
	const texts = Array.from(line.matchAll(TOKEN$1), ([text]) => text);
	return texts.map((text, at) => ({
		text,
		kind: classifyToken(text, [texts[at - 1], texts[at + 1]])
	}));
}
function classifyToken(text, beside) {
	if (/^\d/.test(text) && !/[a-f]/.test(text)) return "number";
	if (text.length > 6 && /^[\^\da-f]/.test(text)) return "object";
	if (/^[ \t]/.test(text)) return "blanks";
	return /^[:-]$/.test(text) && beside.some((token) => /^\d+$/.test(token ?? "")) ? "neighbour" : text;
}
function countAlike(one, other) {
	const limit = Math.min(one.length, other.length, MOST_TOKENS);
	let count = 0;
	while (count < limit && one[count]?.kind === other[count]?.kind) count += 1;
	return count;
}
function measureTokens(tokens) {
	return tokens.reduce((length, { text }) => length + text.length, 0);
}
function isBlank$2({ kind }) {
	return kind === "blanks";
}
// src/detect/split-keys/framed-lines.ts
const ENDS$1 = [/\r\n?|\n/g, /(?:\\{1,3}r)?\\{1,3}n|\r\n?|\n/g];
const NEAR$1 = [
	1,
	-1,
	2,
	-2,
	3,
	-3
];
function listUnframed(text, own) {
	const [real, escaped] = ENDS$1.map((end) => splitLines$1(text, end));
	const found = [real, .../\\n/.test(text) ? [escaped] : []].flatMap((lines = []) => {
		const index = lines.findIndex(({ start, end }) => start <= own && own < end);
		const line = lines[index];
		if (!line) return [];
		const near = NEAR$1.map((step) => lines[index + step]).flatMap((one) => one ? [text.slice(one.start, one.end)] : []);
		return listFrames$1(text.slice(line.start, line.end), near, own - line.start).flatMap((frame) => unframe(text, {
			lines,
			index,
			own
		}, frame) ?? []);
	});
	return found.filter((one, at) => found.findIndex((other) => other.text === one.text) === at);
}
function splitLines$1(text, lineEnd) {
	const ends = Array.from(text.matchAll(lineEnd), ({ 0: end, index }) => ({
		start: index,
		end: index + end.length
	}));
	return [0, ...ends.map(({ end }) => end)].map((start, at) => ({
		start,
		end: ends[at]?.start ?? text.length
	}));
}
function unframe(text, { lines, index, own }, frame) {
	const read = (at) => {
		const line = lines[at];
		const range = line && frame.readLine(text.slice(line.start, line.end));
		return line && range ? {
			start: line.start + range.start,
			end: line.start + range.end
		} : null;
	};
	const collect = (step) => {
		const ranges = [];
		for (let at = index + step, skipped = 0; skipped <= frame.mostSkipped && at >= 0 && at < lines.length; at += step) {
			const range = read(at);
			skipped = range ? 0 : skipped + 1;
			if (range) ranges.push(range);
		}
		return ranges;
	};
	const line = read(index);
	if (!line || own < line.start || own >= line.end) return null;
	const [before, after] = [collect(-1).toReversed(), collect(1)];
	return before.length + after.length === 0 ? null : joinLines(text, [
		...before,
		line,
		...after
	], own);
}
function joinLines(text, ranges, own) {
	const starts = [];
	let length = 0;
	for (const { start, end } of ranges) {
		starts.push(length);
		length += end - start + 1;
	}
	const index = ranges.findIndex(({ start, end }) => start <= own && own < end);
	return {
		text: ranges.map(({ start, end }) => text.slice(start, end)).join("\n"),
		own: (starts[index] ?? 0) + own - (ranges[index]?.start ?? 0),
		placeOf: (at) => {
			const line = Math.max(0, starts.findLastIndex((start) => start <= at));
			return (ranges[line]?.start ?? 0) + at - (starts[line] ?? 0);
		}
	};
}
// src/detect/split-keys/key-part.ts
const IN_PIECE = /[A-Za-z0-9+/_=-]/;
function findPieceStart(text, end) {
	let start = end;
	while (end - start < 1024 && start > 0 && IN_PIECE.test(text[start - 1] ?? "")) start -= 1;
	return start < end && text[start - 1] === "\\" && /[nrt]/.test(text[start] ?? "") ? start + 1 : start;
}
function findPieceEnd(text, start) {
	let end = start;
	while (end - start < 1024 && end < text.length && IN_PIECE.test(text[end] ?? "")) end += 1;
	return end;
}
const PREFIX = new RegExp(`^s?k?-?(?:${KIND_WORDS})?-?$`);
const [CHANGES, CHANGES_OF_SMALL] = [.28, .4];
const SHORTEST$3 = 8;
function isLikelyKeyPart(part) {
	return isPrefixPart(part) || part.startsWith("sk-") || part.length >= SHORTEST$3 && isMixed(part) || /^[0-9A-Fa-f]{16,}$/.test(part);
}
function isPrefixPart(part) {
	return PREFIX.test(part);
}
function isMixed(part) {
	const classes = Array.from(part, classifyCharacter).filter((kind) => kind !== 0);
	return classes.filter((kind, at) => at > 0 && kind !== classes[at - 1]).length >= (classes.includes(CAPITAL) ? CHANGES : CHANGES_OF_SMALL) * (classes.length - 1);
}
function mayContinue(part, next) {
	const missing = countMissing(part);
	return missing === null || missing > MOST_LOST && (next.length === missing || next.length === missing + 1);
}
function mayEnd(part, next) {
	const missing = countMissing(part);
	return missing === null || next.length === missing;
}
const MOST_LOST = 4;
function countMissing(part) {
	const at = part.indexOf(MARKER);
	const start = part.lastIndexOf("sk-", at);
	const after = part.length - at - MARKER.length;
	if (at < 0 || start < 0 || at - start < 16 || after < 16) return null;
	const head = part.slice(start, at);
	const body = head.length - readPrefix(head).length;
	return Math.max(0, body - after);
}
const [DIGIT, CAPITAL, SMALL] = [
	1,
	2,
	3
];
function classifyCharacter(character) {
	if (character >= "0" && character <= "9") return DIGIT;
	if (character >= "A" && character <= "Z") return CAPITAL;
	return character >= "a" && character <= "z" ? SMALL : 0;
}
// src/detect/split-keys/piece-order.ts
function listOrders(text, pieces, own) {
	const ownName = pieces.find(({ start, end }) => start <= own && own < end)?.name ?? null;
	const alike = pieces.filter(({ name }) => withoutNumber(name) === withoutNumber(ownName));
	return [...[
		...alike.length < pieces.length ? [sortByNumber(alike)] : [],
		sortByNumber(pieces),
		pieces
	], pieces.toReversed()].map((order) => trimToKey(text, order, own));
}
function withoutNumber(name) {
	return name === null ? null : name.replaceAll(/\d+/g, "");
}
function sortByNumber(pieces) {
	const numbers = pieces.map(({ name }) => readPartNumber(name));
	return numbers.every((number) => number !== null) && new Set(numbers).size === pieces.length ? pieces.toSorted((a, b) => (readPartNumber(a.name) ?? 0) - (readPartNumber(b.name) ?? 0)) : [];
}
function trimToKey(text, pieces, own) {
	const index = pieces.findIndex(({ start, end }) => start <= own && own < end);
	if (index < 0) return [];
	const first = pieces.findLastIndex((piece, at) => at <= index && isKeyStart$1(text, piece, pieces[at + 1]));
	const next = pieces.findIndex((piece, at) => at > index && isKeyStart$1(text, piece, pieces[at + 1]));
	return pieces.slice(Math.max(first, 0), next < 0 ? pieces.length : next);
}
const BEGINNING = /(?:^|[^A-Za-z0-9])(?:sk-|c2st|736[bB]2[dD])/;
function isKeyStart$1(text, { start, end }, next) {
	const own = text.slice(start, end);
	if (BEGINNING.test(own)) return true;
	const [, cut] = /(?:^|[^A-Za-z0-9])(sk?)$/.exec(own) ?? [];
	return cut !== void 0 && next !== void 0 && text.startsWith("sk-".slice(cut.length), next.start);
}
const PART_WORDS = [
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
function readPartNumber(name) {
	if (name === null) return null;
	const [, digits] = /(\d{1,3})(?:_?of_?\d+)?\D{0,16}$/i.exec(name) ?? [];
	if (digits !== void 0) return Number(digits);
	const words = splitWords(name);
	const place = PART_WORDS.findIndex((some) => some.some((word) => words.includes(word)));
	if (place >= 0) return place;
	const letter = words.at(-1) ?? "";
	return letter.length === 1 ? letter.charCodeAt(0) : null;
}
function areRelated(one, other) {
	return one !== null && other !== null && /[A-Za-z]/.test(one + other) && readStem(one) === readStem(other);
}
const NUMBERING = new Set(PART_WORDS.flat());
function readStem(name) {
	return splitWords(name).filter((word) => word.length > 1 && !NUMBERING.has(word) && !/^\d+$/.test(word)).join(" ");
}
function splitWords(name) {
	return name.replaceAll(/([a-z])([A-Z])/g, "$1 $2").replaceAll(/([A-Za-z])(?=\d)/g, "$1 ").toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== "");
}
function countBackslashesBefore(text, at) {
	let count = 0;
	while (count < 7 && text[at - 1 - count] === "\\") count += 1;
	return count;
}
function isQuote$1(character) {
	return character === "\"" || character === "'" || character === "`";
}
const LONGEST$2 = 1100;
function readLiteralAt(text, at, backslashes) {
	const top = Math.min(text.length, at + LONGEST$2);
	for (let place = at + 1; place < top && text[place] !== "\n"; place += 1) {
		if (text[place] !== text[at] || countBackslashesBefore(text, place) !== backslashes) continue;
		return {
			open: at - backslashes,
			start: at + 1,
			end: place - backslashes,
			close: place + 1,
			backslashes
		};
	}
	return null;
}
function readLiteralBack(text, at, backslashes) {
	const bottom = Math.max(0, at - LONGEST$2);
	for (let place = at - 1; place >= bottom && text[place] !== "\n"; place -= 1) {
		if (text[place] !== text[at] || countBackslashesBefore(text, place) !== backslashes) continue;
		return {
			open: place - backslashes,
			start: place + 1,
			end: at - backslashes,
			close: at + 1,
			backslashes
		};
	}
	return null;
}
// src/detect/split-keys/code-comments.ts
const LONGEST_COMMENT = 160;
function findCommentEnd(text, at) {
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
function findCommentStart(text, at, backslashes) {
	const bottom = Math.max(0, at - LONGEST_COMMENT);
	if (text[at] === "/" && text[at - 1] === "*") {
		const start = text.slice(bottom, at - 1).lastIndexOf("/*");
		return start < 0 ? null : bottom + start;
	}
	if (text[at] !== "\n") return null;
	const start = text.lastIndexOf("\n", at - 1) + 1;
	return at - start > LONGEST_LINE$2 ? null : findLineComment(text, start, at, backslashes);
}
const LONGEST_LINE$2 = 400;
function findLineComment(text, start, end, backslashes) {
	for (let place = start; place < end; place += 1) {
		if (isLineComment(text, place)) return place;
		if (!isQuote$1(text[place]) || countBackslashesBefore(text, place) !== backslashes) continue;
		place = (readLiteralAt(text, place, backslashes)?.close ?? place + 1) - 1;
	}
	return null;
}
// src/detect/split-keys/literals.ts
function findLiteralAround(text, at) {
	const [start, end] = [findPieceStart(text, at), findPieceEnd(text, at)];
	const before = readQuoteBefore(text, start - measureSlotBefore(text, start));
	const after = readQuoteAfter(text, end + measureSlotAfter(text, end));
	if (!before && !after) return null;
	if (before && after && before.quote !== after.quote) return null;
	const backslashes = (after ?? before)?.backslashes ?? 0;
	return {
		open: before ? before.start : null,
		start,
		end,
		close: after ? after.end : null,
		backslashes
	};
}
const SLOT_PATTERN = String.raw`(?:[$#]?\{[^{}"'\x60]{0,40}\}|\$\([\w$]{1,40}\)|%\w{1,40}%|!\w{1,40}!|%[sv])`;
function measureSlotBefore(text, at) {
	return SLOT_BEFORE.exec(text.slice(Math.max(0, at - LONGEST_SLOT), at))?.[0].length ?? 0;
}
const LONGEST_SLOT = 48;
const [SLOT, SLOT_BEFORE] = [new RegExp(`^${SLOT_PATTERN}`), new RegExp(`${SLOT_PATTERN}$`)];
function measureSlotAfter(text, at) {
	return SLOT.exec(text.slice(at, at + LONGEST_SLOT))?.[0].length ?? 0;
}
function readQuoteAfter(text, at) {
	let place = at;
	while (place - at < 7 && text[place] === "\\") place += 1;
	const quote = text.slice(at, place + 1);
	return isQuote$1(text[place]) ? {
		quote,
		backslashes: place - at,
		start: at,
		end: place + 1
	} : null;
}
function readQuoteBefore(text, at) {
	if (!isQuote$1(text[at - 1])) return null;
	const start = at - 1 - countBackslashesBefore(text, at - 1);
	return {
		quote: text.slice(start, at),
		backslashes: at - 1 - start,
		start,
		end: at
	};
}
function findLiteralAfter(text, from, limit, backslashes) {
	for (let place = from; place < Math.min(limit, text.length); place += 1) {
		const comment = findCommentEnd(text, place);
		if (comment !== null) {
			place = comment - 1;
			continue;
		}
		if (!isQuote$1(text[place]) || countBackslashesBefore(text, place) !== backslashes) continue;
		const literal = readLiteralAt(text, place, backslashes);
		if (literal) return literal;
	}
	return null;
}
function findLiteralBefore(text, from, limit, backslashes) {
	for (let place = from - 1; place >= Math.max(0, limit); place -= 1) {
		const comment = findCommentStart(text, place, backslashes);
		if (comment !== null) {
			place = comment;
			continue;
		}
		if (!isQuote$1(text[place]) || countBackslashesBefore(text, place) !== backslashes) continue;
		const literal = readLiteralBack(text, place, backslashes);
		if (literal) return literal;
	}
	return null;
}
// src/detect/split-keys/quoted-values.ts
function findJoinedLiterals(text, at) {
	return findLiteralsAround(text, at, isJoined);
}
function findNamedLiterals(text, at) {
	return findLiteralsAround(text, at, isValue);
}
const COMMENT$1 = /\/\*.*?\*\/|(?:\/\/|#|-- )[^\n]*/gs;
const OPERATOR = /^(?:[\s\\+.&|~^<>()"'`@_]|\}\s?[$#]\{|\\[nrt]|\b(?:concat|append|plus)\b|\b[bfrLuU]{1,2}$)*$/;
const ADDED = /^\s*(?:\)\s*;?\s*[\w$.]{1,40}\.(?:append|Append|push|push_str|add|Add|concat|write|WriteString)\s*\(|;?\s*\$?[\w.]{1,40}\s*(?:\+=|\.=|&=|<<)|<<)\s*$/;
const COMMA = /^[\s"'`\])([]*,[\s"'`[(@]*(?:\b[bfrLuU]{1,2})?$/;
const CELL_LINE = /\\n",\s*"/g;
function isJoined({ text, between, own, other }) {
	const bare = between.replaceAll(CELL_LINE, "\n").replaceAll(COMMENT$1, "");
	if (OPERATOR.test(bare) || ADDED.test(bare)) return true;
	const [one, two] = [text.slice(own.start, own.end), text.slice(other.start, other.end)];
	return COMMA.test(bare) && (one.length === two.length || mayContinue(one, two));
}
function isValue({ text, own, other }) {
	if (areRelated(own.name, other.name)) return true;
	const two = text.slice(other.start, other.end);
	return isLikelyKeyPart(two) && mayContinue(text.slice(own.start, own.end), two);
}
function findLiteralsAround(text, at, admits) {
	const literal = findLiteralAround(text, at);
	if (!literal) return [];
	const { start, end, open, close, backslashes } = literal;
	const own = {
		start,
		end,
		name: open === null ? null : readNameBefore(text, open)
	};
	const before = open === null ? [] : collectPieces(text, {
		piece: own,
		edge: open,
		backslashes
	}, BACKWARDS$1, admits);
	const after = close === null ? [] : collectPieces(text, {
		piece: own,
		edge: close,
		backslashes
	}, FORWARDS, admits);
	return [
		...before.toReversed(),
		own,
		...after
	];
}
const FORWARDS = {
	next: (text, from, backslashes, limit) => findLiteralAfter(text, from, limit, backslashes),
	rangeOf: (text, { start, end }) => ({
		start,
		end: Math.min(end, findPieceEnd(text, start))
	}),
	between: (text, edge, { open }) => text.slice(edge, open),
	edgeOf: ({ close }) => close,
	isLast: (piece, { end }) => piece.end < end
};
const BACKWARDS$1 = {
	next: (text, from, backslashes, limit) => findLiteralBefore(text, from, limit, backslashes),
	rangeOf: (text, { start, end }) => {
		const whole = Math.max(start, end - measureSlotBefore(text, end));
		return {
			start: Math.max(start, findPieceStart(text, whole)),
			end: whole
		};
	},
	between: (text, edge, { close }) => text.slice(close, edge),
	edgeOf: ({ open }) => open,
	isLast: (piece, { start }) => piece.start > start
};
function collectPieces(text, from, way, admits) {
	const pieces = [];
	const reach = way === FORWARDS ? 240 : -240;
	let { piece: last, edge } = from;
	for (let seen = edge; pieces.length < 48;) {
		const read = way.next(text, seen, from.backslashes, edge + reach);
		if (!read) break;
		const literal = {
			...read,
			start: Math.min(read.end, read.start + measureSlotAfter(text, read.start))
		};
		seen = way.edgeOf(literal);
		const range = way.rangeOf(text, literal);
		if (range.start >= range.end || isName$1(text, literal.close)) continue;
		const piece = {
			...range,
			name: readNameBefore(text, literal.open)
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
function isName$1(text, close) {
	return /^\s*(?::(?!:)|=>|\]\s*=(?!=))/.test(text.slice(close, close + 8));
}
const NAME = /(?<![\w$.-])([\w$.-]{1,64})["'`\])\\]{0,4}\s{0,8}(?::[\w\s<>[\]&'*.]{1,24})?(?:=>|:=|=|:|\s)\s{0,8}(?:\w{1,24}\s?[+.&]{1,2}\s?)?[\w@&]{0,2}$/;
function readNameBefore(text, at) {
	return NAME.exec(text.slice(Math.max(0, at - 96), at))?.[1] ?? null;
}
// src/detect/split-keys/unquoted-values.ts
const MOST_VALUES$1 = 12;
const MOST_EMPTY = 3;
const LONGEST_LINE$1 = 512;
const VALUE = String.raw`[A-Za-z0-9+/_-]{1,400}={0,2}`;
const PAIR = new RegExp(String.raw`(?<![\w$.-])([\w$.-]{1,64})["'\])]?\s{0,16}(?:=>|[:+.&?]?=|:)\s{0,16}["']?${SLOT_PATTERN}?(${VALUE})(?=["'\s,;&|)]|$)`, "dg");
const ELEMENT = new RegExp(String.raw`<([\w.:-]{1,64})[^<>]{0,128}>\s*(${VALUE})\s*</`, "dg");
const ITEM = new RegExp(String.raw`^\s*(?:[-*+|>]\s*|\d{1,3}[.)]\s+)?()["']?(${VALUE})["']?\s*(?:[,;|\\]\s*)?$`, "dg");
function findUnquotedValues(text, at) {
	const line = findLineAround(text, at);
	if (!line) return [];
	const values = readValues$1(text, line);
	const index = values.findIndex(({ start, end }) => start <= at && at < end);
	const own = values[index];
	if (!own) return [];
	const ownText = text.slice(own.start, own.end);
	const fits = ({ start, end, name }) => {
		if (areRelated(own.name, name)) return true;
		const other = text.slice(start, end);
		return (own.name === null && name === null || isLikelyKeyPart(other)) && mayContinue(ownText, other);
	};
	const before = [...values.slice(0, index).toReversed(), ...findValuesBeyond(text, line.start - 1, -1)];
	const after = [...values.slice(index + 1), ...findValuesBeyond(text, line.end + 1, 1)];
	const near = (cells) => cells.slice(0, MOST_VALUES$1).filter(fits);
	return [
		...near(before).toReversed(),
		own,
		...near(after)
	];
}
function findValuesBeyond(text, edge, step) {
	const cells = [];
	for (let place = edge, empty = 0; cells.length < MOST_VALUES$1 && empty <= MOST_EMPTY;) {
		if (place < 0 || place > text.length) break;
		const line = findLineAround(text, place);
		if (!line) break;
		const values = readValues$1(text, line);
		empty = values.length === 0 ? empty + 1 : 0;
		cells.push(...step > 0 ? values : values.toReversed());
		place = step > 0 ? line.end + 1 : line.start - 1;
	}
	return cells;
}
function findLineAround(text, at) {
	const from = Math.max(0, at - LONGEST_LINE$1);
	const before = text.slice(from, at).lastIndexOf("\n");
	const after = text.slice(at, at + LONGEST_LINE$1).indexOf("\n");
	if (before < 0 && from > 0 || after < 0 && at + LONGEST_LINE$1 < text.length) return null;
	return {
		start: from + before + 1,
		end: after < 0 ? text.length : at + after
	};
}
function readValues$1(text, { start, end }) {
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
// src/detect/split-keys/wrapped-lines.ts
const CONTINUES = String.raw`(?:\xe2\x80\xa6|\.{3}|\xe2\x86[\xa9\xaa\xb3\xb5]|\xe2\x8f\x8e|\xe2\xa4[\xb6\xb7]|\xc2[\xac\xbb])`;
const SOURCE = String.raw`(?:[ \t]{2,}[\w./-]{1,40}:\d{1,6})?`;
const DECORATION$1 = String.raw`[ \t]*(?:(?:\+{3} |[>|*#+;%]|\/\/|-- |" |'|${CONTINUES})[ \t]*)?`;
const END = String.raw`[ \t]*(?:\r?\n|\r|(?:\\{1,3}r)?\\{1,3}n)`;
const SIGN$1 = String.raw`(?:[ \t]?([\\=^&\x60]|${CONTINUES}))?`;
const BEHIND = new RegExp(`${SIGN$1}${SOURCE}${END}${DECORATION$1}`, "y");
const BEFORE$1 = new RegExp(`${SIGN$1}${SOURCE}${END}${DECORATION$1}$`);
const LONGEST_END = 160;
const SHORTEST$2 = 8;
function findWrappedLines(text, at) {
	const own = {
		start: findPieceStart(text, at),
		end: trimPadding(text, findPieceEnd(text, at)),
		name: null
	};
	if (own.end <= at) return [];
	return [
		...linesBefore(text, own).toReversed(),
		own,
		...linesAfter(text, own)
	];
}
function trimPadding(text, end) {
	let trimmed = end;
	while (text[trimmed - 1] === "=") trimmed -= 1;
	return trimmed;
}
function linesAfter(text, own) {
	const pieces = [];
	for (let { start, end } = own; pieces.length < 48;) {
		BEHIND.lastIndex = end;
		const [whole, sign] = BEHIND.exec(text) ?? [];
		if (whole === void 0 || whole.length > LONGEST_END) break;
		const next = end + whole.length;
		const piece = {
			start: next,
			end: trimPadding(text, findPieceEnd(text, next)),
			name: null
		};
		if (!isContinued(text, sign, {
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
	for (let { start, end } = own; pieces.length < 48 && !isKeyStart(text, start);) {
		const [whole, sign] = BEFORE$1.exec(text.slice(Math.max(0, start - LONGEST_END), start)) ?? [];
		if (whole === void 0) break;
		const before = start - whole.length;
		const piece = {
			start: findPieceStart(text, before),
			end: before,
			name: null
		};
		if (!isContinued(text, sign, piece, {
			start,
			end
		})) break;
		pieces.push(piece);
		({start, end} = piece);
	}
	return pieces;
}
function isContinued(text, sign, { start, end }, next) {
	if (next.end <= next.start || end <= start || isKeyStart(text, next.start)) return false;
	if (sign) return true;
	const [one, two] = [text.slice(start, end), text.slice(next.start, next.end)];
	if (two.includes("=") || /^\s*(?:[:(]|=(?!=?(?:\s|$)))/.test(text.slice(next.end, next.end + 8))) return false;
	if (isPrefixPart(one)) return true;
	const [isWide, isFull] = [isWideLine(text, start, end), isAsWideAsBefore(text, start, end)];
	if (one.length < SHORTEST$2 || !(mayContinue(one, two) || isWide || isFull)) return false;
	if (isLikelyKeyPart(two)) return true;
	if (!isLineEnd(text, next.end)) return false;
	return !WORD.test(two) || (isFull || isWide && two.length < SHORTEST_WORD) && mayEnd(one, two);
}
const NARROWEST = 60;
function isWideLine(text, start, end) {
	return end - text.lastIndexOf("\n", start) - 1 >= NARROWEST;
}
function isAsWideAsBefore(text, start, end) {
	const line = text.lastIndexOf("\n", start) + 1;
	const before = text.lastIndexOf("\n", line - 2) + 1;
	return line > 0 && line - 1 - before === end - line;
}
const SHORTEST_WORD = 4;
function isLineEnd(text, at) {
	return at >= text.length || /^(?:["'`]|\s*[\r\n\\])/.test(text.slice(at, at + 8));
}
const WORD = /^(?:[A-Z]?[a-z]+|[A-Z_]+|[0-9]+|[^A-Za-z]*)$/;
function isKeyStart(text, at) {
	return text.startsWith("sk-", at);
}
// src/detect/split-keys/join-pieces.ts
const WINDOW = 2048;
function* listJoinAttempts(text, at) {
	const windows = listReaches(text, at).map((reach) => openWindow(text, at, reach));
	for (const { bottom, window } of windows) {
		const asItIs = {
			text: window,
			own: at - bottom,
			placeOf: (place) => place
		};
		yield {
			isFramed: false,
			join: () => joinAll(asItIs, bottom)
		};
	}
	for (const { bottom, window } of windows) for (const unframed of listUnframed(window, at - bottom).slice(0, MOST_FRAMES)) yield {
		isFramed: true,
		join: () => joinAll(unframed, bottom)
	};
}
const MOST_FRAMES = 6;
const STEPS_A_JOIN = 2e3;
const STEPS_A_TEXT = 500;
const STEPS_A_CHARACTER$2 = 6;
function joinAll({ text, own, placeOf }, bottom) {
	countSteps(STEPS_A_CHARACTER$2 * text.length + STEPS_A_JOIN);
	const values = [findNamedLiterals(text, own), findUnquotedValues(text, own)];
	const lines = findWrappedLines(text, own);
	return withoutDuplicates([
		trimToKey(text, findJoinedLiterals(text, own), own),
		lines,
		withoutHyphens(text, lines),
		...values.flatMap((pieces) => listOrders(text, pieces, own))
	]).map((pieces) => joinPieces(text, pieces, (at) => bottom + placeOf(at)));
}
function withoutHyphens(text, lines) {
	const isCut = ({ end }, at) => at < lines.length - 1 && text[end - 1] === "-";
	return lines.map((line, at) => isCut(line, at) ? {
		...line,
		end: line.end - 1
	} : line);
}
const MOST_BETWEEN = 12;
function listReaches(text, at) {
	const digits = text.toString("latin1", at, at + HEX_TELLING);
	const telling = /^[0-9A-Fa-f]{6}$/.test(digits) ? HEX_TELLING : TELLING;
	const own = text.subarray(at, at + telling);
	const wide = {
		least: Math.max(0, at - WINDOW),
		most: Math.min(text.length, at + WINDOW)
	};
	const [before, after] = [text.subarray(wide.least, at), text.subarray(at + telling, wide.most)];
	const [last, next] = [before.lastIndexOf(own), after.indexOf(own)];
	const near = {
		least: last < 0 ? wide.least : wide.least + last + telling,
		most: next < 0 ? wide.most : at + telling + next
	};
	if (last < 0 && next < 0) return [near];
	return countMost(before, own) + countMost(after, own) > MOST_BETWEEN ? [near] : [near, wide];
}
function countMost(text, bytes) {
	let count = 0;
	for (let at = text.indexOf(bytes); at >= 0 && count <= MOST_BETWEEN; at = text.indexOf(bytes, at + 1)) count += 1;
	return count;
}
function openWindow(text, at, { least, most }) {
	const window = text.toString("latin1", least, most);
	const first = least > 0 ? Math.min(at - least, findPieceEnd(window, 0)) : 0;
	const last = most < text.length ? Math.max(at - least, findPieceStart(window, window.length)) : window.length;
	return {
		bottom: least + first,
		window: window.slice(first, last)
	};
}
const [TELLING, HEX_TELLING] = [4, 6];
function withoutDuplicates(all) {
	const byPlaces = /* @__PURE__ */ new Map();
	for (const pieces of all) {
		const places = pieces.map(({ start, end }) => `${start}-${end}`).join();
		if (pieces.length > 1 && !byPlaces.has(places)) byPlaces.set(places, pieces);
	}
	return [...byPlaces.values()];
}
function joinPieces(text, pieces, placeOf) {
	countSteps(STEPS_A_TEXT);
	return {
		bytes: Buffer.from(pieces.map(({ start, end }) => text.slice(start, end)).join(""), "latin1"),
		placeOf: (at) => {
			let rest = at;
			for (const { start, end } of pieces) {
				if (rest < end - start) return placeOf(start + rest);
				rest -= end - start;
			}
			return placeOf(pieces.at(-1)?.end ?? 0) + rest;
		}
	};
}
// src/detect/split-keys/read-pieces.ts
function readInPieces(place, needle, read) {
	const asItIs = read(place.text, place.at);
	return asItIs?.key?.confidence === "certain" ? asItIs : readPieces(place, needle, asItIs, read) ?? asItIs;
}
function readPieces(place, needle, before, read) {
	const bottom = Math.max(0, place.at - CONTEXT_LENGTH);
	const at = place.at - bottom;
	const found = [];
	let isMadeUp = false;
	for (const attempt of listJoinAttempts(place.text.subarray(bottom, place.at + CONTEXT_LENGTH), at)) {
		if (attempt.isFramed && isMadeUp || !place.mayJoin()) break;
		const whole = [];
		for (const text of attempt.join()) {
			const own = findNeedle(text.bytes, needle, (index) => text.placeOf(index) === at);
			const result = own === null ? null : read(text.bytes, own);
			if (result?.key?.confidence !== "certain") continue;
			const located = locateJoined(place, text.bytes, result, (index) => bottom + text.placeOf(index));
			const isComplete = !isKeyByte(text.bytes[result.key.end]);
			const isKey = classifyKey(result.key.text, result.key.confidence).kind === "key";
			isMadeUp ||= located !== null && isComplete && !isKey;
			if (located) (isComplete && isKey ? whole : found).push(located);
		}
		found.unshift(...whole);
		if (whole.length > 0) break;
	}
	return combineReadings(found, before);
}
function combineReadings(results, before) {
	const [first] = results;
	if (!first?.key) return null;
	const others = [...results.map(({ key }) => key), before?.key ?? null].flatMap((key) => key ? [{
		text: key.text,
		kind: key.kind,
		confidence: key.confidence
	}, ...key.others] : []);
	return {
		...first,
		key: {
			...first.key,
			others: others.slice(1)
		}
	};
}
function locateJoined(place, joined, { key, marker }, placeOf) {
	if (!key) return null;
	const places = listPlaces(key, placeOf);
	if (hasPieceOfOtherKey(place, joined, key, places)) return null;
	const [start, end] = [Math.min(...places), Math.max(...places) + 1];
	const parts = marker.flatMap((range) => listPlaces(range, placeOf)).map((at) => ({
		start: at,
		end: at + 1
	}));
	return {
		key: {
			...key,
			start,
			end
		},
		marker: parts
	};
}
function listPlaces({ start, end }, placeOf) {
	return Array.from({ length: end - start }, (_, index) => placeOf(start + index));
}
function hasPieceOfOtherKey({ text, at }, joined, { start }, places) {
	return places.some((place, index) => {
		if (index === 0 || place === (places[index - 1] ?? place) + 1) return false;
		const near = Math.max(0, place - MARKER_BYTES.length);
		const other = text.subarray(near, place + MARKER_BYTES.length).indexOf(MARKER_BYTES);
		return isPrefixAt(joined, start + index) || other >= 0 && Math.abs(near + other - at) > MARKER_BYTES.length;
	});
}
function findNeedle(bytes, needle, isIt) {
	for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) if (isIt(at)) return at;
	return null;
}
// src/detect/encodings/character-run.ts
function createAlphabet(characters) {
	const table = /* @__PURE__ */ new Uint8Array(256);
	for (const byte of Buffer.from(characters, "latin1")) table[byte] = 1;
	return table;
}
const STEPS_A_SEGMENT = 20;
function readRunAround(text, at, alphabet, before, after) {
	const left = segmentsBefore(text, at, alphabet, before);
	const segments = [...left, ...segmentsAfter(text, at, alphabet, after)];
	const [only] = segments;
	const characters = segments.length === 1 && only ? text.subarray(only.start, only.end) : Buffer.concat(segments.map(({ start, end }) => text.subarray(start, end)));
	countSteps(STEPS_A_SEGMENT * segments.length + characters.length);
	return {
		characters,
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
function segmentsAfter(text, at, alphabet, most) {
	const segments = [];
	const top = Math.min(text.length, at + CONTEXT_LENGTH);
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
		start = skipLineBreak(text, end);
		if (start === end) break;
	}
	return segments;
}
function segmentsBefore(text, at, alphabet, most) {
	const segments = [];
	const bottom = Math.max(0, at - CONTEXT_LENGTH);
	for (let end = at, left = most; left > 0;) {
		const limit = Math.max(bottom, end - left);
		let start = end;
		while (start > limit && alphabet[text[start - 1] ?? 0]) start -= 1;
		if (start < end && text[start - 1] === BACKSLASH$3 && isLineLetter(text[start])) start += 1;
		if (start < end) segments.push({
			start,
			end
		});
		else if (end !== at) break;
		left -= end - start;
		end = skipLineBreakBack(text, start);
		if (end === start || end <= bottom) break;
	}
	return segments.toReversed();
}
const LONGEST_BREAK = 96;
function skipLineBreak(text, at) {
	let end = at;
	for (let isEnd = false; end - at < LONGEST_BREAK;) {
		const start = end;
		while (end - at < LONGEST_BREAK && isBlank$1(text[end])) end += 1;
		const length = measureLineEnd(text, end);
		if (length === 0) return isEnd ? end : skipBackslashes(text, start, at);
		isEnd = true;
		end += length;
	}
	return at;
}
function skipBackslashes(text, start, at) {
	const count = countBackslashes(text, start);
	return start === at && count > 0 && text[at + count] === SLASH$2 ? at + count : at;
}
function skipLineBreakBack(text, at) {
	let start = at;
	for (let isEnd = false; at - start < LONGEST_BREAK;) {
		const end = start;
		while (at - start < LONGEST_BREAK && isBlank$1(text[start - 1])) start -= 1;
		const length = measureLineEndBack(text, start);
		if (length === 0) {
			if (isEnd) return start;
			return end === at && text[at] === SLASH$2 ? at - countBackslashesBack(text, at) : at;
		}
		isEnd = true;
		start -= length;
	}
	return at;
}
function measureLineEnd(text, at) {
	const count = countBackslashes(text, at);
	const byte = text[at + count];
	if (byte === LF$6) return count + 1;
	if (byte === CR$1) return count + (text[at + count + 1] === LF$6 ? 2 : 1);
	return count > 0 && isLineLetter(byte) ? count + 1 : 0;
}
function measureLineEndBack(text, at) {
	const byte = text[at - 1];
	const length = byte === LF$6 && text[at - 2] === CR$1 ? 2 : 1;
	const count = countBackslashesBack(text, at - length);
	if (byte === LF$6 || byte === CR$1) return length + count;
	return count > 0 && isLineLetter(byte) ? 1 + count : 0;
}
const MOST_BACKSLASHES$1 = 4;
function countBackslashes(text, at) {
	let count = 0;
	while (count < MOST_BACKSLASHES$1 && text[at + count] === BACKSLASH$3) count += 1;
	return count;
}
function countBackslashesBack(text, at) {
	let count = 0;
	while (count < MOST_BACKSLASHES$1 && text[at - 1 - count] === BACKSLASH$3) count += 1;
	return count;
}
const [LF$6, CR$1, SLASH$2, BACKSLASH$3] = [
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
// src/detect/encodings/escape-syntax.ts
const WRITINGS = [
	"percent",
	"hex",
	"char-codes"
];
const ESCAPE$1 = /%(?:25){0,3}([0-9A-Fa-f]{2})|\\{1,8}x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,6})\})|\\{1,8}u(?:([0-9A-Fa-f]{4})|\{([0-9A-Fa-f]{1,6})\})|\\{1,4}U([0-9A-Fa-f]{8})|&#[xX]0{0,6}([0-9A-Fa-f]{1,6});?|&#0{0,6}([0-9]{1,7});?|\\{1,8}([0-3][0-7]{2})/y;
const GROUPS = [
	[
		16,
		"percent",
		true
	],
	[
		16,
		"hex",
		true
	],
	[16, "hex"],
	[16, "char-codes"],
	[16, "char-codes"],
	[16, "char-codes"],
	[16, "char-codes"],
	[10, "char-codes"],
	[
		8,
		"char-codes",
		true
	]
];
const DECIMAL_ESCAPE = /\\{1,4}([0-9]{2,3})/y;
function parseEscapeAt(text, place, isDecimal) {
	const byte = text.charCodeAt(place);
	if (byte !== PERCENT$1 && byte !== BACKSLASH$2 && byte !== AMPERSAND) return null;
	if (isDecimal && byte === BACKSLASH$2) {
		DECIMAL_ESCAPE.lastIndex = place;
		const match = DECIMAL_ESCAPE.exec(text);
		if (match) return {
			code: Number(match[1]),
			length: match[0].length,
			kind: "char-codes",
			isByte: true
		};
	}
	ESCAPE$1.lastIndex = place;
	const match = ESCAPE$1.exec(text);
	if (!match) return null;
	const group = match.findIndex((part, index) => index > 0 && part !== void 0);
	const [base, kind, isByte = false] = GROUPS[group - 1] ?? [16, "char-codes"];
	return {
		code: Number.parseInt(match[group] ?? "", base),
		length: match[0].length,
		kind,
		isByte
	};
}
const [PERCENT$1, AMPERSAND, BACKSLASH$2] = [
	37,
	38,
	92
];
function isEscapeStart(byte) {
	return byte === PERCENT$1 || byte === AMPERSAND || byte === BACKSLASH$2;
}
// src/detect/encodings/formatting/mapped-text.ts
const PLACEHOLDERS = {
	softHyphen: "Ā",
	dash: "ā",
	likeHyphen: "Ă",
	escapedHyphen: "ă",
	escapedUnderscore: "Ą"
};
var MappedTextBuilder = class {
	#from;
	#parts = [];
	#starts;
	#ends;
	#writings;
	#length = 0;
	constructor(from) {
		this.#from = from;
		[this.#starts, this.#ends] = [new Int32Array(from.text.length), new Int32Array(from.text.length)];
		this.#writings = new Uint8Array(from.text.length);
	}
	copy(start, end) {
		const { text, starts, ends, writings } = this.#from;
		this.#parts.push(text.slice(start, end));
		this.#starts.set(starts.subarray(start, end), this.#length);
		this.#ends.set(ends.subarray(start, end), this.#length);
		this.#writings.set(writings.subarray(start, end), this.#length);
		this.#length += end - start;
	}
	replace(start, end, characters, writing) {
		const shown = characters.slice(0, end - start);
		this.#parts.push(shown);
		for (let index = 0; index < shown.length; index += 1) {
			this.#starts[this.#length] = this.#from.starts[start] ?? 0;
			this.#ends[this.#length] = this.#from.ends[end - 1] ?? 0;
			this.#writings[this.#length] = writing;
			this.#length += 1;
		}
	}
	dropLast(count) {
		for (let left = Math.min(count, this.#length); left > 0;) {
			const last = this.#parts.pop() ?? "";
			if (last.length > left) this.#parts.push(last.slice(0, -left));
			const dropped = Math.min(left, last.length);
			this.#length -= dropped;
			left -= dropped;
		}
	}
	build() {
		return {
			text: this.#parts.join(""),
			starts: this.#starts.subarray(0, this.#length),
			ends: this.#ends.subarray(0, this.#length),
			writings: this.#writings.subarray(0, this.#length)
		};
	}
};
function createMappedText(text, start) {
	const [starts, ends] = [new Int32Array(text.length), new Int32Array(text.length)];
	for (let index = 0; index < text.length; index += 1) {
		starts[index] = start + index;
		ends[index] = start + index + 1;
	}
	return {
		text,
		starts,
		ends,
		writings: new Uint8Array(text.length)
	};
}
// src/detect/encodings/formatting/code-points.ts
const { softHyphen: softHyphen$3, dash: dash$3, likeHyphen: likeHyphen$1 } = PLACEHOLDERS;
const INVISIBLE$1 = /^[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Mn}\u2005-\u200a\u202f\u205f\u2800]$/u;
const DASHES$1 = /^[\u2013-\u2015\u2e3a\u2e3b\ufe31\ufe32\ufe58]$/u;
const LIKE_HYPHEN = /^[\p{Pd}\u02d7\u2043\u2053\u207b\u208b\u2212\u2500\u2796\u30fc]$/u;
const LIKE_UNDERSCORE = /^[\u02cd\u2017\u203f\ufe33\ufe34\ufe4d-\ufe4f\uff3f]$/u;
function showCodePoint(code) {
	const known = SHOWN.get(code);
	if (known !== void 0) return known;
	const shown = classifyCodePoint(String.fromCodePoint(code));
	if (SHOWN.size < MOST_KEPT) SHOWN.set(code, shown);
	return shown;
}
const SHOWN = /* @__PURE__ */ new Map();
const MOST_KEPT = 4096;
function classifyCodePoint(character) {
	if (character === "­") return softHyphen$3;
	if (INVISIBLE$1.test(character)) return "";
	if (DASHES$1.test(character)) return dash$3;
	if (LIKE_HYPHEN.test(character)) return likeHyphen$1;
	if (LIKE_UNDERSCORE.test(character)) return "_";
	const plain = character.normalize("NFKC");
	return /^[A-Za-z0-9_-]$/.test(plain) ? plain : null;
}
function showLegacyByte(byte) {
	if (byte === 173) return softHyphen$3;
	return byte === 150 || byte === 151 ? dash$3 : null;
}
function writeUtf8(code) {
	return code < 128 ? String.fromCharCode(code) : Buffer.from(String.fromCodePoint(code)).toString("latin1");
}
function readUtf8At(text, at) {
	const first = text.charCodeAt(at);
	const length = first >= 240 && first < 248 ? 4 : first >= 224 ? 3 : first >= 194 ? 2 : 0;
	if (length === 0 || first >= 248) return null;
	let code = first & 127 >> length;
	for (let index = 1; index < length; index += 1) {
		const next = text.charCodeAt(at + index);
		if ((next & 65472) !== 128) return null;
		code = code << 6 | next & 63;
	}
	return code > 1114111 ? null : {
		code,
		length
	};
}
function readUtf8TwiceAt(text, at) {
	let [bytes, place] = ["", at];
	while (bytes.length < 4) {
		const next = readUtf8At(text, place);
		const byte = next && toWindowsByte(next.code);
		if (!next || byte === null) return null;
		bytes += String.fromCharCode(byte);
		place += next.length;
		const inner = readUtf8At(bytes, 0);
		if (inner?.length === bytes.length) return {
			code: inner.code,
			length: place - at
		};
	}
	return null;
}
const WINDOWS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
function toWindowsByte(code) {
	if (code >= 160 && code <= 255) return code;
	const index = code < 128 ? -1 : WINDOWS.indexOf(String.fromCodePoint(code));
	return index < 0 ? null : 128 + index;
}
// src/detect/encodings/formatting/named-signs.ts
const { softHyphen: softHyphen$2, dash: dash$2, likeHyphen } = PLACEHOLDERS;
function namesOf(shown, names) {
	return names.split(" ").map((name) => [name, shown]);
}
const ENTITIES$1 = new Map([
	...namesOf("", "ZeroWidthSpace NegativeThinSpace NegativeMediumSpace NegativeThickSpace NegativeVeryThinSpace"),
	...namesOf("", "zwnj zwj lrm rlm NoBreak InvisibleTimes it InvisibleComma ic ApplyFunction af hairsp thinsp"),
	...namesOf(softHyphen$2, "shy"),
	...namesOf(likeHyphen, "hyphen dash minus"),
	...namesOf(dash$2, "ndash mdash horbar"),
	...namesOf("_", "lowbar UnderBar"),
	["bsol", "\\"],
	["lt", "<"],
	["gt", ">"],
	["amp", "&"],
	["quot", "\""],
	["apos", "'"],
	["percnt", "%"],
	["num", "#"],
	["lcub", "{"],
	["rcub", "}"],
	["lbrace", "{"],
	["rbrace", "}"],
	["lsqb", "["],
	["rsqb", "]"],
	["semi", ";"]
]);
const COMMANDS = new Map([
	...namesOf("_", "textunderscore underscore"),
	...namesOf("-", "hyphen texthyphen textminus"),
	...namesOf(dash$2, "textendash textemdash endash emdash"),
	...namesOf("", "allowbreak nobreak string discretionary zwj zwnj zwbo zwnbo linebreak relax protect hspace hskip"),
	...namesOf("", "mbox hbox text texttt textrm textsf mathrm char")
]);
const UNICODE_NAMES = /* @__PURE__ */ new Map([
	["HYPHEN-MINUS", "-"],
	["LOW LINE", "_"],
	["SOFT HYPHEN", softHyphen$2],
	["HYPHEN", likeHyphen],
	["NON-BREAKING HYPHEN", likeHyphen],
	["MINUS SIGN", likeHyphen],
	["EN DASH", dash$2],
	["EM DASH", dash$2],
	["ZERO WIDTH SPACE", ""],
	["ZERO WIDTH NON-JOINER", ""],
	["ZERO WIDTH JOINER", ""],
	["WORD JOINER", ""],
	["ZERO WIDTH NO-BREAK SPACE", ""]
]);
const ATTRIBUTES = new Map([
	...namesOf("", "empty zwsp wj zwnj zwj blank"),
	["shy", softHyphen$2],
	["hyphen", "-"]
]);
const INLINE = new Set(["wbr br span em strong b i u s a code font mark tt kbd samp var small big sub sup ins del nobr bdi bdo q abbr cite", "hl highlight hit tspan text output data label r t"].flatMap((names) => names.split(" ")));
const BLOCKS$1 = new Set("p br cr tab tc tr c v f is si row h s line-break table-cell table-row list-item".split(" "));
function showTag(tag) {
	if (tag.startsWith("<!--")) return "";
	const [, prefix, written = ""] = /^<\/?([\w.-]+:)?([\w.-]+)/.exec(tag) ?? [];
	const name = written.toLowerCase();
	if (name === "nobreakhyphen") return "-";
	if (name === "softhyphen") return softHyphen$2;
	return (prefix === void 0 ? INLINE.has(name) : !BLOCKS$1.has(name)) ? "" : null;
}
// src/detect/encodings/formatting/terminal.ts
const SEQUENCES = [
	`(?:${[
		String.raw`\x1b`,
		String.raw`\\{1,8}[eE](?=[[\]()])|\\{1,8}(?:0?33|27|o\{33\})(?=\[)`,
		String.raw`\^\[(?=[[\]()])`,
		String.raw`#o?033(?=\[)`,
		String.raw`<(?:ESC|0x1[bB])>(?=\[)`,
		String.raw`\xe2\x90\x9b(?=\[)`,
		String.raw`\xe2\x86\x90(?=\[)`,
		String.raw`\xef\xbf\xbd(?=\[)`
	].join("|")})(?:${[
		String.raw`\[[0-?]{0,48}[ -/]{0,2}[@-~]`,
		String.raw`[\]P^_][^\x07\x1b]{0,2048}?(?:\x07|\x9c|\x1b\\{1,8}|\\{1,8}a)`,
		String.raw`[()*+][A-Za-z0-9]`,
		"[=>]"
	].join("|")})`,
	String.raw`(?:\xc2)?\x9b[0-?]{0,48}[ -/]{0,2}[@-~]`,
	String.raw`\??\[(?:[0-9;:]{0,48}m|[0-2]?K(?!\]))`
].join("|");
const SEQUENCE$1 = new RegExp(SEQUENCES, "y");
function measureTerminalSequence(text, at) {
	SEQUENCE$1.lastIndex = at;
	return SEQUENCE$1.exec(text)?.[0].length ?? 0;
}
// src/detect/encodings/formatting/tokens.ts
const { softHyphen: softHyphen$1, dash: dash$1, escapedHyphen: escapedHyphen$1, escapedUnderscore: escapedUnderscore$1 } = PLACEHOLDERS;
const PLAIN_RUN = /[A-Za-z0-9_\- \t"',.:;!()/*|~@$>\u0100-\u0104]+/y;
function parseTokenAt(text, at, isDecimal) {
	switch (text[at]) {
		case "\\": return parseRtfCode(text, at) ?? parseNumber(text, at, isDecimal) ?? parseBackslash(text, at) ?? parseSequence(text, at);
		case "%": return parseNumber(text, at, isDecimal) ?? match(LUA, text, at, (sign) => sign);
		case "&": return parseEntity(text, at) ?? parseNumber(text, at, isDecimal);
		case "<": return parseAngle(text, at) ?? parseSequence(text, at);
		case "{": return match(BRACES, text, at, (sign, name) => name === "" ? sign : ATTRIBUTES.get(name) ?? null);
		case "}": return match(RTF_GROUP, text, at, () => "");
		case "[": return match(CLASS, text, at, (sign) => sign) ?? parseNamedSequence(text, at);
		case "`": return match(BACKTICK, text, at, (sign) => sign);
		case "+": return match(PASSED, text, at, (sign) => sign);
		case "=": return match(QUOTED_PRINTABLE, text, at, (digits) => String.fromCharCode(Number.parseInt(digits, 16)));
		case "\n": return null;
		default: return parseOther(text, at);
	}
}
const LUA = /%([-_])/y;
const BRACES = /\{([-_\u0100-\u0104]?)([a-z]{0,12})\}/y;
const RTF_GROUP = /\}\{(?:\\\*?[a-z]{1,32}-?[0-9]{0,10} ?){1,24}/y;
const CLASS = /\[([-_])\]/y;
const BACKTICK = /`([-_])/y;
const PASSED = /\+\+?([-_])\+\+?/y;
const QUOTED_PRINTABLE = /=(2D|5F|1B|[89A-F][0-9A-F])/y;
const CHARACTERS = WRITINGS.indexOf("char-codes") + 1;
function match(pattern, text, at, show) {
	pattern.lastIndex = at;
	const found = pattern.exec(text);
	const shown = found && show(found[1] ?? "", found[2] ?? "");
	return found && shown !== null ? {
		length: found[0].length,
		shown,
		writing: CHARACTERS
	} : null;
}
function parseSequence(text, at) {
	const length = measureTerminalSequence(text, at);
	return length > 0 ? {
		length,
		shown: "",
		writing: CHARACTERS
	} : null;
}
function parseNamedSequence(text, at) {
	const token = parseSequence(text, at);
	return token && text.startsWith("ESC", at - 3) ? {
		...token,
		shown: BACKSPACE.repeat(3)
	} : token;
}
function parseNumber(text, at, isDecimal) {
	const escape = parseEscapeAt(text, at, isDecimal);
	if (!escape) return null;
	const writing = WRITINGS.indexOf(escape.kind) + 1;
	if (escape.isByte) return {
		length: escape.length,
		shown: String.fromCharCode(escape.code & 255),
		writing
	};
	if ((escape.code & 64512) === 55296) {
		const low = parseEscapeAt(text, at + escape.length, isDecimal);
		if (low && (low.code & 64512) === 56320) {
			const code = 65536 + ((escape.code & 1023) << 10) + (low.code & 1023);
			return {
				length: escape.length + low.length,
				shown: writeUtf8(code),
				writing
			};
		}
	}
	return {
		length: escape.length,
		shown: escape.code > 1114111 ? "" : writeUtf8(escape.code),
		writing
	};
}
const SIGN = /\\{1,16}([-_])/y;
const RTF_CODE = /\\u(-?[1-9][0-9]{2,4})(?: ?\?|\\'[0-9a-f]{2}| (?=\S)|(?![0-9A-Fa-f]))/y;
const RTF_BYTE = /\\'([0-9A-Fa-f]{2})/y;
const COMMAND = /\\{1,4}([A-Za-z]{2,16})(?:\{\}\{\}\{\}|\{\}|\{0pt\}|\[0\]|0pt(?: plus[^\\{}]{0,12})?|(?=\{[-_\\])|`\\?(?=[-_])|[ \t]|(?![A-Za-z]))/y;
const TROFF = /\\(?:\((?:hy|mi|en|em)|\[(?:hy|mi|en|em)\])/y;
const NOTHING$1 = /\\{1,2}[&:%| ](?=[-_A-Za-z0-9])|(?<=[-_])\\\/(?=[-_A-Za-z0-9])/y;
const NAMED$1 = /\\{1,4}N\{([A-Z -]{4,32})\}/y;
function parseBackslash(text, at) {
	return match(SIGN, text, at, (sign) => sign === "-" ? escapedHyphen$1 : escapedUnderscore$1) ?? match(RTF_BYTE, text, at, (digits) => String.fromCharCode(Number.parseInt(digits, 16))) ?? match(COMMAND, text, at, (name) => COMMANDS.get(name) ?? null) ?? match(TROFF, text, at, () => /\W(?:hy|mi)/.test(text.slice(at, at + 4)) ? "-" : dash$1) ?? match(NAMED$1, text, at, (name) => UNICODE_NAMES.get(name) ?? null) ?? match(NOTHING$1, text, at, () => "");
}
const ENTITY = /&([A-Za-z]{2,24});/y;
function parseEntity(text, at) {
	return match(ENTITY, text, at, (name) => ENTITIES$1.get(name) ?? null);
}
const TAG = /<(?:!--|[/]?[A-Za-z])(?:[ !#-$'-;=?-[\]-z|~"\t]|%(?![0-9A-Fa-f]{2})|\\{1,8}["'/]){0,512}>/y;
const SHOWN_CODE = /<(?:U\+|0x)?([0-9A-Fa-f]{4,5}|[89A-Fa-f][0-9A-Fa-f])>/y;
function parseAngle(text, at) {
	return match(SHOWN_CODE, text, at, (digits) => {
		const code = Number.parseInt(digits, 16);
		return digits.length === 2 ? String.fromCharCode(code) : writeUtf8(code);
	}) ?? match(TAG, text, at, () => showTag(text.slice(at, at + LONGEST_NAME$3)));
}
const LONGEST_NAME$3 = 48;
function parseRtfCode(text, at) {
	return match(RTF_CODE, text, at, (digits) => {
		const code = Number(digits) & 65535;
		return code > 127 ? showCodePoint(code) : null;
	});
}
const [BACKSPACE, RECORD, UNIT] = [
	"\b",
	"",
	""
];
function parseOther(text, at) {
	const code = text.charCodeAt(at);
	const token = (length, shown) => shown === null ? null : {
		length,
		shown,
		writing: CHARACTERS
	};
	if (code >= 128 && code < 256) {
		const [known, twice] = [readUtf8At(text, at), readUtf8TwiceAt(text, at)];
		return parseSequence(text, at) ?? (known ? token(known.length, showCodePoint(known.code)) : token(1, showLegacyByte(code))) ?? (twice && token(twice.length, showCodePoint(twice.code)));
	}
	if (code >= 32 && code !== 127) return parseSequence(text, at);
	const sequence = parseSequence(text, at);
	if (sequence || code === 10 || code === 13 || code === 9) return sequence;
	if (text[at] === RECORD) return token(1, "-");
	return token(1, text[at] === UNIT ? softHyphen$1 : text[at] === BACKSPACE ? BACKSPACE : "");
}
// src/detect/encodings/formatting/shown-text.ts
const MOST_LAYERS = 5;
function showText(text, start, isDecimal) {
	if (!MAY_BE_FORMATTED.test(text)) return null;
	let shown = createMappedText(text, start);
	countSteps(text.length);
	for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
		const next = showOnce(shown, isDecimal);
		if (next === null) break;
		shown = next;
	}
	return shown.text === text ? null : shown;
}
const MAY_BE_FORMATTED = /[^A-Za-z0-9_\- \t\r\n"',.:;!()/*|~@$>\]]/;
const STEPS_A_TOKEN = 40;
function showOnce(from, isDecimal) {
	const { text } = from;
	let builder = null;
	let copied = 0;
	for (let at = 0; at < text.length;) {
		PLAIN_RUN.lastIndex = at;
		at += PLAIN_RUN.exec(text)?.[0].length ?? 0;
		const token = at < text.length ? parseTokenAt(text, at, isDecimal) : null;
		countSteps(STEPS_A_TOKEN);
		if (!token) {
			at += 1;
			continue;
		}
		builder ??= new MappedTextBuilder(from);
		builder.copy(copied, at);
		if (token.shown.startsWith("\b")) builder.dropLast(token.shown.length);
		else builder.replace(at, at + token.length, token.shown, token.writing);
		at += token.length;
		copied = at;
	}
	builder?.copy(copied, text.length);
	countSteps(text.length);
	return builder?.build() ?? null;
}
// src/detect/encodings/formatting/shown-block.ts
const BEFORE = 4096;
const AFTER = 6144;
const AHEAD$2 = 18432;
const MEMOS$1 = /* @__PURE__ */ new WeakMap();
function showBlockAround(text, at, isDecimal) {
	const memo = MEMOS$1.get(text);
	if (memo && memo.isDecimal === isDecimal && isWithin(memo, at)) return memo.block;
	const [from, to] = [Math.max(0, at - BEFORE), Math.min(text.length, at + AFTER + AHEAD$2)];
	const lineStart = text.subarray(from, at).lastIndexOf(LF$5);
	const lineEnd = text.subarray(at, to).indexOf(LF$5);
	const start = lineStart < 0 ? from : from + lineStart + 1;
	const end = lineEnd < 0 ? to : at + lineEnd;
	const block = createBlock(text.toString("latin1", start, end), start, isDecimal);
	MEMOS$1.set(text, {
		start,
		end,
		isOpen: lineEnd < 0 && to < text.length,
		isCut: lineStart < 0 && from > 0,
		isDecimal,
		block
	});
	return block;
}
function isWithin({ start, end, isOpen, isCut }, at) {
	return at >= (isCut ? start + BEFORE : start) && at < (isOpen ? end - AFTER : end);
}
const LF$5 = 10;
function createBlock(text, start, isDecimal) {
	const shown = showText(text, start, isDecimal);
	if (!shown) return null;
	const { bytes, indexOf } = readCharacters(shown.text, 0, USUAL);
	return {
		shown,
		bytes,
		indexOf
	};
}
const USUAL_READINGS = {
	[PLACEHOLDERS.softHyphen]: "",
	[PLACEHOLDERS.dash]: "-",
	[PLACEHOLDERS.likeHyphen]: "-",
	[PLACEHOLDERS.escapedHyphen]: "-",
	[PLACEHOLDERS.escapedUnderscore]: "_"
};
const USUAL = (placeholder) => USUAL_READINGS[placeholder] ?? "";
const MOST_HYPHENS = 3;
function readCharacters(text, first, reading) {
	countSteps(2 * text.length);
	const [bytes, indexOf] = [Buffer.alloc(MOST_HYPHENS * text.length), new Int32Array(MOST_HYPHENS * text.length)];
	let length = 0;
	for (let index = 0; index < text.length; index += 1) {
		const code = text.charCodeAt(index);
		const read = code > 255 ? reading(text[index] ?? "", first + index) : null;
		const count = read === null ? 1 : read.length;
		for (let at = 0; at < count; at += 1) {
			bytes[length] = read === null ? code : read.charCodeAt(at);
			indexOf[length] = first + index;
			length += 1;
		}
	}
	return {
		bytes: bytes.subarray(0, length),
		indexOf: indexOf.subarray(0, length)
	};
}
// src/detect/encodings/formatting/readings.ts
const { softHyphen, dash, escapedHyphen, escapedUnderscore } = PLACEHOLDERS;
const OTHERWISE = {
	[softHyphen]: "-",
	[escapedHyphen]: "",
	[escapedUnderscore]: "-"
};
const MOST_DASHES = 6;
function listReadings$1(text, own) {
	return [...listFlips(text), ...listDashes(text, own)];
}
function listFlips(text) {
	const present = Object.keys(OTHERWISE).filter((placeholder) => text.includes(placeholder));
	return Array.from({ length: 2 ** present.length - 1 }, (_, mask) => present.filter((_, bit) => mask + 1 >> bit & 1)).map((flipped) => (placeholder, index) => flipped.includes(placeholder) ? OTHERWISE[placeholder] ?? "" : USUAL(placeholder, index));
}
function listDashes(text, own) {
	const places = findDashes(text).toSorted((a, b) => Math.abs(a - own) - Math.abs(b - own)).slice(0, MOST_DASHES);
	if (places.length === 0) return [];
	const single = places.map((place) => [place]);
	const double = [
		places,
		...single,
		...listPairs(places.slice(0, MOST_PAIRED))
	];
	const as = (hyphens, sets) => sets.map((set) => (placeholder, index) => set.includes(index) ? hyphens : USUAL(placeholder, index));
	return [...as("--", double), ...as("---", [places, ...single])];
}
const MOST_PAIRED = 4;
function listPairs(places) {
	return places.flatMap((one, index) => places.slice(index + 1).map((two) => [one, two]));
}
function findDashes(text) {
	return Array.from(text.matchAll(DASH), ({ index }) => index).filter((place) => !IN_PREFIX.test(text.slice(Math.max(0, place - LONGEST_PREFIX$1), place)));
}
const DASH = new RegExp(dash, "g");
const WORDS$1 = Object.values(PREFIXES).map((prefix) => prefix.slice(3, -1)).filter((word) => word !== "");
const IN_PREFIX = new RegExp(`sk(?:[^A-Za-z0-9](?:${WORDS$1.join("|")}))?$`);
const LONGEST_PREFIX$1 = 16;
// src/detect/encodings/formatting/read-shown.ts
function readShown(text, at, { isDecimal = false, mayJoin }) {
	const block = showBlockAround(text, at, isDecimal);
	if (!block) return null;
	const { shown, bytes, indexOf } = block;
	const own = findFirst(shown.ends, (end) => end > at);
	const origin = findFirst(indexOf, (index) => index >= own);
	const [from, to] = [Math.max(0, origin - MOST_BEFORE), Math.min(bytes.length, origin + MOST_AFTER)];
	const usual = readBytes(shown, bytes.subarray(from, to), indexOf.subarray(from, to), origin - from);
	if (usual?.key?.confidence === "certain") return usual;
	const before = bytes.subarray(from, Math.max(from, origin - MARKER_BYTES.length)).lastIndexOf(MARKER_BYTES);
	const next = bytes.subarray(origin + MARKER_BYTES.length, to).indexOf(MARKER_BYTES);
	return readOtherwise(shown, {
		first: indexOf[before < 0 ? from : from + before + MARKER_BYTES.length] ?? 0,
		last: (indexOf[next < 0 ? to - 1 : origin + MARKER_BYTES.length + next] ?? 0) + 1,
		own
	}, mayJoin) ?? usual;
}
function findFirst(sorted, isTrue) {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = low + high >> 1;
		if (isTrue(sorted[middle] ?? 0)) high = middle;
		else low = middle + 1;
	}
	return low;
}
function readOtherwise(shown, { first, last, own }, mayJoin) {
	const text = shown.text.slice(first, last);
	const possible = text.lastIndexOf("s", own - first) < 0 ? [] : listReadings$1(text, own - first);
	if (possible.length === 0 || !mayJoin()) return null;
	const found = [];
	for (const reading of possible) {
		const { bytes, indexOf } = readCharacters(text, 0, reading);
		const read = readBytes(shown, bytes, indexOf.map((index) => index + first), findFirst(indexOf, (index) => index >= own - first));
		if (read?.key?.confidence === "certain") found.push(read);
	}
	const [best, ...others] = found;
	if (!best?.key) return null;
	const readings = others.flatMap(({ key }) => key ? [key] : []);
	return {
		...best,
		key: {
			...best.key,
			others: [...best.key.others, ...readings].slice(0, MOST_OTHERS)
		}
	};
}
const MOST_OTHERS = 3;
function readBytes(shown, bytes, indexOf, origin) {
	const { text, starts, ends } = shown;
	const startOf = (index) => starts[indexOf[index] ?? 0] ?? 0;
	const endOf = (index) => ends[indexOf[index] ?? 0] ?? 0;
	const decoded = {
		bytes,
		origin,
		rangeOf: (start, end) => ({
			start: startOf(start),
			end: end > start ? endOf(end - 1) : startOf(start)
		})
	};
	const mayStart = (index) => index === 0 || startOf(index) > endOf(index - 1);
	const encodingOf = (start, end) => describeWriting(shown, indexOf.subarray(start, end));
	const read = readMarker(decoded, encodingOf, mayStart);
	if (!read?.key) return read;
	const range = findRange(starts, read.key);
	if (!GUESSED.test(text.slice(range.first, range.last)) || read.key.confidence === "certain") return read;
	const others = read.key.others.map((other) => ({
		...other,
		...SUSPECTED
	}));
	return {
		...read,
		key: {
			...read.key,
			...SUSPECTED,
			others
		}
	};
}
function findRange(starts, { start, end }) {
	return {
		first: findFirst(starts, (place) => place >= start),
		last: findFirst(starts, (place) => place >= end)
	};
}
const SUSPECTED = {
	kind: "suspected",
	confidence: "suspected"
};
const GUESSED = new RegExp(`[${PLACEHOLDERS.dash}${PLACEHOLDERS.likeHyphen}]`);
const [PERCENT, HEX$1] = [WRITINGS.indexOf("percent") + 1, WRITINGS.indexOf("hex") + 1];
function describeWriting({ starts, ends, writings }, indices) {
	const met = new Set(Array.from(indices, (index) => writings[index] ?? 0));
	if (met.size === 1 && met.has(HEX$1)) return "hex";
	met.delete(0);
	if (met.size > 0) return met.size === 1 && met.has(PERCENT) ? "percent" : "char-codes";
	return indices.some((index, at) => at > 0 && (starts[index] ?? 0) > (ends[indices[at - 1] ?? 0] ?? 0)) ? "split" : "plain";
}
function isMarkerShownAt(text, at, isDecimal = false) {
	const block = showBlockAround(text, at, isDecimal);
	if (!block) return false;
	const { shown } = block;
	let index = findFirst(shown.ends, (end) => end > at);
	for (const byte of MARKER_BYTES) {
		while (MAY_BE_NOTHING.includes(shown.text[index] ?? " ")) index += 1;
		if (shown.text.charCodeAt(index) !== byte) return false;
		index += 1;
	}
	return true;
}
const MAY_BE_NOTHING = PLACEHOLDERS.softHyphen + PLACEHOLDERS.escapedHyphen;
// src/detect/encodings/formatting/read-decoded.ts
function readDecoded(decoded, encoding, { mayStart, mayJoin = () => false } = {}) {
	const plain = readMarker(decoded, encoding, mayStart);
	if (plain?.key?.confidence === "certain") return plain;
	const shown = readShown(decoded.bytes, decoded.origin, { mayJoin });
	const placed = shown && locateResult(shown, decoded, encoding);
	return plain ? chooseSurer(plain, placed) : placed;
}
function locateResult({ key, marker }, { rangeOf }, encoding) {
	return {
		key: key && {
			...key,
			encoding,
			...rangeOf(key.start, key.end)
		},
		marker: marker.map(({ start, end }) => rangeOf(start, end))
	};
}
function chooseSurer(one, other) {
	if (!other?.key || one.key && RANK$1[one.key.confidence] >= RANK$1[other.key.confidence]) return one;
	return {
		...other,
		marker: [...one.marker, ...other.marker]
	};
}
const RANK$1 = {
	certain: 3,
	likely: 2,
	suspected: 1
};
// src/detect/encodings/formatting/wide-text.ts
const BREAKS = [
	173,
	27,
	8203,
	8204,
	8205,
	8288,
	65279
];
function listWideNeedles(width) {
	return [
		1,
		2,
		3
	].map((length) => MARKER_BYTES.toString("latin1", 0, length)).flatMap((half) => BREAKS.flatMap((code) => {
		const little = Buffer.from([...half].flatMap((character) => writeWide(character.charCodeAt(0), width)).concat(writeWide(code, width)));
		const next = Buffer.concat([little, Buffer.alloc(width)]);
		return [little, (width === 2 ? next.swap16() : next.swap32()).subarray(width - 1, -1)];
	}));
}
function writeWide(code, width) {
	return Array.from({ length: width }, (_, index) => code >> 8 * index & 255);
}
function readWideShown({ text, at, mayJoin }, width, encoding) {
	let best = null;
	for (const lead of [0, width - 1]) {
		const decoded = transcodeAround(text, at - lead, width, lead > 0);
		const shown = decoded && readShown(decoded.bytes, decoded.origin, { mayJoin });
		if (!shown) continue;
		const read = locateResult(shown, decoded, encoding);
		if (read.key?.confidence === "certain") return read;
		best ??= read;
	}
	return best;
}
function isWideMarkerAt(text, at, width) {
	return [0, width - 1].some((lead) => {
		let [matched, isSequence] = [0, false];
		for (let place = at - lead; matched < MARKER_BYTES.length && place < at + LONGEST_MARKER; place += width) {
			const code = readUnit(text, place, width, lead > 0);
			if (isSequence) isSequence = !(code >= 64 && code !== 91);
			else if (code === MARKER_BYTES[matched]) matched += 1;
			else if (code === 27) isSequence = true;
			else if (code < 128) return false;
		}
		return matched === MARKER_BYTES.length;
	});
}
const LONGEST_MARKER = 1024;
const MOST_CHARACTERS = 1024;
const AHEAD$1 = 8192;
const STEPS_A_CHARACTER$1 = 12;
const BLOCKS = /* @__PURE__ */ new WeakMap();
function transcodeAround(text, at, width, isBig) {
	const blocks = BLOCKS.get(text) ?? /* @__PURE__ */ new Map();
	const name = `${width}${isBig}${(at % width + width) % width}`;
	let block = blocks.get(name);
	if (!block || at < block.first || at >= block.last) {
		block = transcodeBlock(text, at, width, isBig);
		blocks.set(name, block);
		BLOCKS.set(text, blocks);
	}
	const { bytes, starts, isPlain } = block;
	if (isPlain) return null;
	const rangeOf = (start, end) => ({
		start: starts[start] ?? at,
		end: Math.min(text.length, (starts[end - 1] ?? at) + width)
	});
	return {
		bytes,
		origin: findPlace(starts, at),
		rangeOf
	};
}
function transcodeBlock(text, at, width, isBig) {
	const read = (place) => readUnit(text, place, width, isBig);
	let first = at;
	while (first - width >= 0 && at - first < MOST_CHARACTERS * width && isText$1(read(first - width))) first -= width;
	const [parts, starts] = [[], []];
	let [isPlain, place] = [true, first];
	const top = Math.min(text.length - width, at + AHEAD$1 * width);
	for (; place <= top && isText$1(read(place)); place += width) {
		const bytes = writeUtf8(read(place));
		if (bytes.length > 1 || bytes < " ") isPlain = false;
		parts.push(bytes);
		for (let count = 0; count < bytes.length; count += 1) starts.push(place);
	}
	countSteps(STEPS_A_CHARACTER$1 * parts.length);
	const last = place > top ? Math.max(at + 1, place - MOST_CHARACTERS * width) : place;
	return {
		bytes: Buffer.from(parts.join(""), "latin1"),
		starts,
		first: at,
		last,
		isPlain
	};
}
function findPlace(places, place) {
	let [low, high] = [0, places.length];
	while (low < high) {
		const middle = low + high >> 1;
		if ((places[middle] ?? 0) >= place) high = middle;
		else low = middle + 1;
	}
	return low;
}
function readUnit(text, at, width, isBig) {
	let code = 0;
	for (let index = 0; index < width; index += 1) code |= (text[isBig ? at + width - 1 - index : at + index] ?? 0) << 8 * index;
	return (code & 4294965248) === 55296 ? 8203 : code;
}
function isText$1(code) {
	return code > 0 && code <= 1114111 && code !== 10 && code !== 13;
}
// src/detect/encodings/wide-characters.ts
function encodeWide(text, width) {
	const bytes = Buffer.alloc(width * (text.length - 1) + 1);
	for (const [index, byte] of text.entries()) bytes[width * index] = byte;
	return bytes;
}
const HALVES$1 = [MARKER_BYTES.subarray(0, MARKER_BYTES.length / 2), MARKER_BYTES.subarray(MARKER_BYTES.length / 2)];
const [HALF$2] = HALVES$1;
const UTF16_NEEDLE = encodeWide(HALF$2, 2);
function decodeWideAround(text, at, offset, width) {
	let [start, end] = [at, at];
	const [bottom, top] = [Math.max(0, at - width * MOST_BEFORE), Math.min(text.length, at + width * MOST_AFTER)];
	while (start - width >= bottom && isZeroBetween(text, start - width, start)) start -= width;
	while (end + width < top && isZeroBetween(text, end, end + width)) end += width;
	const bytes = Buffer.alloc((end - start) / width + 1);
	for (let index = 0; index < bytes.length; index += 1) bytes[index] = text[start + width * index] ?? 0;
	countSteps(3 * bytes.length);
	return {
		bytes,
		origin: (at - start) / width,
		rangeOf: (from, to) => {
			const [first, end] = [start + width * from, start + width * to];
			const lead = isBigEndian(text, first, end, offset, width) ? width - 1 : 0;
			return {
				start: first - lead,
				end: Math.min(text.length, end - lead)
			};
		}
	};
}
function isZeroBetween(text, from, to) {
	for (let at = from + 1; at < to; at += 1) if (text[at] !== 0) return false;
	return true;
}
function isBigEndian(text, first, end, offset, width) {
	if (first < width - 1 || !isZeroBetween(text, first - width, first)) return false;
	if (text[end - 1] !== 0) return true;
	return (offset + first) % width === width - 1;
}
function createWideAnchor(width, encoding) {
	const broken = listWideNeedles(width);
	return {
		needles: [...HALVES$1.map((half) => encodeWide(half, width)), ...broken],
		read: (place, needle) => {
			const { text, at, offset, mayJoin } = place;
			if (needle >= HALVES$1.length && !isWideMarkerAt(text, at, width)) return null;
			const plain = needle === 0 ? readDecoded(decodeWideAround(text, at, offset, width), encoding, { mayJoin }) : null;
			return plain?.key?.confidence === "certain" ? plain : readWideShown(place, width, encoding) ?? plain;
		}
	};
}
const WIDE_ANCHORS = [createWideAnchor(2, "utf-16"), createWideAnchor(4, "utf-32")];
// src/detect/encodings/base64.ts
const BASE64_ALPHABET = createAlphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_");
function encodeAtEachPhase(bytes) {
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
function cutInHalves({ bytes, group }) {
	const half = bytes.length >> 1;
	return [{
		bytes: bytes.subarray(0, half),
		group
	}, {
		bytes: bytes.subarray(half),
		group: (group + half) % 4
	}];
}
const ONCE = encodeAtEachPhase(MARKER_BYTES).flatMap(cutInHalves);
const TWICE = ONCE.flatMap(({ bytes }) => encodeAtEachPhase(bytes));
const WIDE = encodeAtEachPhase(encodeWide(MARKER_BYTES, 2)).map(({ bytes, group }) => ({
	bytes: bytes.subarray(0, 7),
	group
}));
const bytesOf = (all) => all.map(({ bytes }) => bytes);
const [ONCE_NEEDLES, TWICE_NEEDLES, WIDE_NEEDLES] = [
	ONCE,
	TWICE,
	WIDE
].map(bytesOf);
function decodeBase64Around(text, at, group, before = MOST_BEFORE, after = MOST_AFTER) {
	const { characters, index, placeOf } = readRunAround(text, at, BASE64_ALPHABET, countCharacters(before), countCharacters(after));
	const lead = ((index - group) % 4 + 4) % 4;
	return {
		bytes: Buffer.from(characters.toString("latin1", lead), "base64"),
		origin: Math.floor((index - lead) * 3 / 4),
		rangeOf: (start, end) => ({
			start: placeOf(lead + Math.floor(start * 4 / 3)),
			end: placeOf(lead + Math.ceil(end * 4 / 3) - 1) + 1
		})
	};
}
function countCharacters(bytes) {
	return Math.ceil(bytes * 4 / 3) + 4;
}
const mayStart = (index) => index % 3 === 0;
function readOnce(place, needle) {
	const { bytes, group } = ONCE[needle] ?? {
		bytes: MARKER_BYTES,
		group: 0
	};
	return readInPieces(place, bytes, (text, at) => {
		if (!mayHoldMarker(decodeBase64Around(text, at, group, MARKER_BYTES.length, 2 * MARKER_BYTES.length))) return null;
		return readDecoded(decodeBase64Around(text, at, group), "base64", {
			mayStart,
			mayJoin: place.mayJoin
		});
	});
}
const [BEFORE_INNER, BEHIND_INNER] = [MOST_BEFORE, MOST_AFTER].map((bytes) => Math.ceil(bytes * 1.5));
function readTwice({ text, at, mayJoin }, needle) {
	const outer = decodeBase64Around(text, at, TWICE[needle]?.group ?? 0, BEFORE_INNER, BEHIND_INNER);
	const near = findNearestNeedle(ONCE_NEEDLES, outer.bytes, outer.origin - 1);
	if (!near) return null;
	return readDecoded(composeDecoding(outer, decodeBase64Around(outer.bytes, near.at, ONCE[near.needle]?.group ?? 0)), "base64", {
		mayStart,
		mayJoin
	});
}
function readWide({ text, at }, needle) {
	const outer = decodeBase64Around(text, at, WIDE[needle]?.group ?? 0, 2 * MOST_BEFORE, 2 * MOST_AFTER);
	const near = findNearestNeedle([UTF16_NEEDLE], outer.bytes, outer.origin - 1);
	return near && readDecoded(composeDecoding(outer, decodeWideAround(outer.bytes, near.at, 0, 2)), "base64");
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
// src/detect/encodings/listings/rows.ts
const TOKEN = /[^\s,:|<>()[\]{};"'\x80-\xff-]+/g;
const HEX = /^(?:0x)?((?:[0-9A-Fa-f]{2}){1,8})$/i;
const MOST_APART$2 = 4;
function parseHexRow(line, start, wanted) {
	let [best, own, short] = [
		[],
		[],
		[]
	];
	let [group, bestGroup, last] = [
		0,
		0,
		-1
	];
	for (const { 0: token, index } of line.matchAll(TOKEN)) {
		const bytes = readGroup(token, start + index);
		const isNear = index - last <= MOST_APART$2 && !/:\s/.test(line.slice(last, index));
		last = index + token.length;
		if (bytes.length === 0) {
			[own, short, group] = [
				[],
				[],
				0
			];
			continue;
		}
		const isWanted = wanted === null || bytes.length !== wanted || group === wanted;
		const goesOn = isNear && bytes.length <= group && short.length === 0 && isWanted;
		if (!goesOn) [own, group] = [isNear && bytes.length === short.length ? [...short] : [], bytes.length];
		short = goesOn && bytes.length < group ? bytes : [];
		own.push(...bytes);
		if (own.length >= best.length && (wanted === null || group === wanted)) [best, bestGroup] = [own, group];
	}
	return best.length > 0 ? {
		bytes: best,
		group: bestGroup
	} : null;
}
function readGroup(token, start) {
	const digits = HEX.exec(token)?.[1] ?? "";
	const from = start + token.length - digits.length;
	return Array.from({ length: digits.length / 2 }, (_, at) => ({
		code: Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16),
		start: from + 2 * at,
		end: from + 2 * at + 2
	}));
}
const COLUMN = /^(?:.|\\.|[0-7]{3}|[a-z]{2,3})$/;
function parseCharacterRow(line, start) {
	const columns = [...line.matchAll(/\S+/g)];
	const [first] = columns;
	const own = first && /^[0-9A-Fa-f]{6,16}:?$/.test(first[0]) ? columns.slice(1) : columns;
	if (own.length < 3 || !own.every(([column]) => COLUMN.test(column))) return null;
	const bytes = [];
	for (const { 0: column, index } of own) {
		const end = start + index + column.length;
		if (end - (bytes.at(-1)?.end ?? end) >= 2 * COLUMN_WIDTH) bytes.push({
			code: BLANK$1,
			start: end,
			end
		});
		bytes.push({
			code: column.length === 1 ? column.charCodeAt(0) : BLANK$1,
			start: start + index,
			end
		});
	}
	return {
		bytes,
		group: 1
	};
}
const COLUMN_WIDTH = 4;
const BLANK$1 = 32;
function parseTextRow(line, start) {
	const [, lead] = /^(\s*(?:0x)?[0-9A-Fa-f]{4,8}: )/.exec(line) ?? [];
	if (lead === void 0) return null;
	const text = line.slice(lead.length).replace(/\r$/, "");
	return {
		bytes: Array.from({ length: text.length }, (_, at) => ({
			code: text.charCodeAt(at),
			start: start + lead.length + at,
			end: start + lead.length + at + 1
		})),
		group: 1
	};
}
const NUMBERS$3 = [
	{
		base: 8,
		pattern: /^[0-3][0-7]{2}$/
	},
	{
		base: 10,
		pattern: /^\d{1,3}$/
	},
	{
		base: 2,
		pattern: /^[01]{8}$/
	}
];
function parseNumberRow(line, start, wanted) {
	const columns = [...line.matchAll(/\S+/g)];
	let best = null;
	for (const { base, pattern } of NUMBERS$3) {
		if (wanted !== null && wanted !== base) continue;
		const first = columns[0] && pattern.test(columns[0][0]) ? 0 : 1;
		const end = columns.findIndex(([column], index) => index >= first && !pattern.test(column));
		const own = columns.slice(first, end < 0 ? columns.length : end);
		if (own.length <= (best?.bytes.length ?? 0)) continue;
		best = {
			bytes: own.map(({ 0: column, index }) => ({
				code: Number.parseInt(column, base) & 255,
				start: start + index,
				end: start + index + column.length
			})),
			group: base
		};
	}
	return best;
}
// src/detect/encodings/listings/dump.ts
const REACH = 7168;
const AHEAD = 4 * REACH;
const LONGEST_LINE = 512;
const LAYOUTS = [
	{
		parse: parseHexRow,
		encoding: "hex"
	},
	{
		parse: parseCharacterRow,
		encoding: "split"
	},
	{
		parse: parseTextRow,
		encoding: "split"
	},
	{
		parse: parseNumberRow,
		encoding: "char-codes"
	}
];
const [COMMON, NUMBERS$2] = [[
	0,
	1,
	2
], [3]];
const MEMOS = /* @__PURE__ */ new WeakMap();
function readDump(text, at) {
	return readLayouts(text, at, COMMON);
}
function readNumberDump(text, at) {
	return readLayouts(text, at, NUMBERS$2);
}
function readLayouts(text, at, indices) {
	const own = findLine(text, at);
	if (!own) return null;
	for (const [layout, { parse, encoding }] of LAYOUTS.entries()) {
		if (!indices.includes(layout)) continue;
		const dump = recallDump(text, at, layout) ?? collectDump(text, own, at, parse);
		if (!dump) continue;
		MEMOS.set(text, Object.assign([...MEMOS.get(text) ?? []], { [layout]: dump }));
		const line = findLast$1(dump.starts, at);
		const [first, last] = [dump.indices[line] ?? 0, dump.indices[line + 1] ?? Number.POSITIVE_INFINITY];
		const read = readMarkerNear(dump, at, {
			first,
			last
		}, encoding);
		if (read) return read;
	}
	return null;
}
function recallDump(text, at, layout) {
	const dump = MEMOS.get(text)?.[layout];
	const start = dump?.starts[0];
	if (!dump || start === void 0 || at < start || at >= dump.end) return null;
	return dump.isCutBefore && at - start < REACH / 2 || dump.isCutAfter && dump.end - at < REACH / 2 ? null : dump;
}
function findLast$1(places, place) {
	let [low, high] = [0, places.length];
	while (low < high) {
		const middle = low + high >> 1;
		if ((places[middle] ?? 0) > place) high = middle;
		else low = middle + 1;
	}
	return low - 1;
}
function readMarkerNear({ orders }, at, { first, last }, encoding) {
	for (const { listed, bytes, markers } of orders) {
		const distance = (marker) => Math.abs((listed[marker]?.start ?? 0) - at);
		const own = markers.slice(findLast$1(markers, first - LEAD$1) + 1, findLast$1(markers, last - 1) + 1);
		for (const marker of own.toSorted((a, b) => distance(a) - distance(b))) {
			const from = Math.max(0, marker - MOST_BEFORE);
			const rangeOf = (start, end) => {
				const part = listed.slice(from + start, from + end);
				return {
					start: Math.min(...part.map((byte) => byte.start)),
					end: Math.max(...part.map((byte) => byte.end))
				};
			};
			const near = bytes.subarray(from, marker + MOST_AFTER);
			countSteps(near.length);
			const read = readDecoded({
				bytes: near,
				origin: marker - from,
				rangeOf
			}, encoding);
			if (read?.key?.confidence === "certain") return read;
		}
	}
	return null;
}
function createOrder(listed) {
	countSteps(2 * listed.length);
	const bytes = Buffer.from(listed.map(({ code }) => code));
	const markers = [];
	for (let at = bytes.indexOf(MARKER_BYTES); at >= 0; at = bytes.indexOf(MARKER_BYTES, at + 1)) markers.push(at);
	return {
		listed,
		bytes,
		markers
	};
}
const LEAD$1 = MARKER_BYTES.length;
function swapBytes(bytes, width) {
	const swapped = [];
	for (let at = 0; at < bytes.length;) {
		let count = 1;
		while (count < width && bytes[at + count]?.start === bytes[at + count - 1]?.end) count += 1;
		swapped.push(...bytes.slice(at, at + count).toReversed());
		at += count;
	}
	return swapped;
}
function collectDump(text, own, at, parse) {
	countSteps(STEPS_A_CHARACTER * (own.end - own.start));
	const row = parse(text.toString("latin1", own.start, own.end), own.start, null);
	if (!row) return null;
	const rows = [
		...collectRows(text, own, row.group, parse, -1).toReversed(),
		{
			start: own.start,
			row
		},
		...collectRows(text, own, row.group, parse, 1)
	];
	if (rows.length < 2) return null;
	const counts = rows.map(({ row }) => row.bytes.length).toSorted((a, b) => a - b);
	const most = counts[counts.length >> 1] ?? 0;
	const bytes = [];
	const indices = rows.map(({ row }) => {
		const index = bytes.length;
		bytes.push(...row.bytes.slice(0, Math.max(most, 1)));
		return index;
	});
	const starts = rows.map(({ start }) => start);
	const [first, last] = [starts[0] ?? 0, findLine(text, starts.at(-1) ?? 0)?.end ?? 0];
	const isCutBefore = at - first > 6656;
	const isCutAfter = last - at > 28160;
	const orders = [1, ...row.group > 1 && parse === parseHexRow ? [
		2,
		4,
		8
	] : []].map((width) => createOrder(width > 1 ? swapBytes(bytes, width) : bytes));
	return {
		starts,
		indices,
		end: last + 1,
		isCutBefore,
		isCutAfter,
		orders: orders.filter(({ markers }) => markers.length > 0)
	};
}
function collectRows(text, from, group, parse, step) {
	const rows = [];
	for (let [line, missed] = [from, 0]; missed < 2;) {
		const place = step > 0 ? line.end + 1 : line.start - 1;
		if (place < 0 || place >= text.length || place > from.end + AHEAD || place < from.start - REACH) break;
		const next = findLine(text, place);
		if (!next) break;
		countSteps(STEPS_A_CHARACTER * (next.end - next.start));
		const row = parse(text.toString("latin1", next.start, next.end), next.start, group);
		missed = row?.group === group ? 0 : missed + 1;
		if (row?.group === group) rows.push({
			start: next.start,
			row
		});
		line = next;
	}
	return rows;
}
function findLine(text, at) {
	const after = text.subarray(at, at + LONGEST_LINE).indexOf(LF$4);
	if (after < 0 && at + LONGEST_LINE < text.length) return null;
	const bottom = Math.max(0, at - LONGEST_LINE);
	const before = text.subarray(bottom, at).lastIndexOf(LF$4);
	if (before < 0 && bottom > 0) return null;
	return {
		start: bottom + before + 1,
		end: after < 0 ? text.length : at + after
	};
}
const STEPS_A_CHARACTER = 5;
const LF$4 = 10;
// src/detect/encodings/char-codes.ts
const LONGEST_SEPARATOR = 24;
const MOST_BLANKS$1 = 64;
const LONGEST_NUMBER = 128;
function readNumberList(text, at, format, [first, second]) {
	const separator = separatorAfter(text, at + first.length, second);
	if (!separator) return null;
	const after = numbersAfter(text, at, format, separator);
	if (!after) return null;
	const numbers = [...numbersBefore(text, at, format, separator), ...after];
	return {
		bytes: Buffer.from(numbers.map(({ code }) => code)),
		origin: numbers.length - after.length,
		rangeOf: (start, end) => ({
			start: numbers[start]?.start ?? at,
			end: numbers[end - 1]?.end ?? at
		})
	};
}
function numbersAfter(text, at, format, separator) {
	const numbers = [];
	let markers = 0;
	for (let start = at; numbers.length < MOST_AFTER && start < at + 8192 - LONGEST_NUMBER;) {
		const number = parseNumberAt(text, start, format);
		if (!number || numbers.length < MARKER_BYTES.length && number.code !== MARKER_BYTES[numbers.length]) break;
		numbers.push({
			...number,
			start
		});
		if (endsMarker(numbers, MARKER_BYTES)) markers += 1;
		if (markers > 1 && numbers.length < LEAST_BETWEEN) {
			countSteps(STEPS_A_NUMBER * numbers.length);
			return null;
		}
		if (markers > MOST_MARKERS) break;
		const next = skipSeparator(text, number.end, separator);
		if (next === null) break;
		start = next;
	}
	countSteps(STEPS_A_NUMBER * numbers.length);
	return numbers.length < MARKER_BYTES.length ? null : numbers;
}
function numbersBefore(text, at, format, separator) {
	const numbers = [];
	let markers = 0;
	for (let start = at; numbers.length < MOST_BEFORE && start > at - 8192 + LONGEST_NUMBER;) {
		const end = skipSeparatorBack(text, start, separator);
		const number = end === null ? null : parseNumberBefore(text, end, format);
		if (!number || end === null) break;
		if (isX(text[number.start - 1]) && !isX(separator.at(-1))) break;
		numbers.push({
			...number,
			end
		});
		if (endsMarker(numbers, BACKWARDS)) markers += 1;
		if (markers >= MOST_MARKERS) break;
		start = number.start;
	}
	countSteps(STEPS_A_NUMBER * numbers.length);
	return numbers.toReversed();
}
const MOST_MARKERS = 2;
const LEAST_BETWEEN = 2 * MARKER_BYTES.length + 12;
const STEPS_A_NUMBER = 8;
const STEPS_A_SEPARATOR = 60;
const BACKWARDS = Buffer.from(MARKER_BYTES.toReversed());
function endsMarker(numbers, marker) {
	const first = numbers.length - marker.length;
	if (first < 0 || numbers.at(-1)?.code !== marker.at(-1)) return false;
	return marker.every((byte, index) => numbers[first + index]?.code === byte);
}
function separatorAfter(text, at, second) {
	countSteps(STEPS_A_SEPARATOR);
	const ahead = text.toString("latin1", at, at + LONGEST_SEPARATOR + MOST_BLANKS$1 + second.length);
	const end = ahead.indexOf(second, 1);
	if (end < 0 || /^[0-9A-Fa-f]/.test(ahead)) return null;
	const separator = ahead.slice(0, end).replaceAll(/\s+/g, "");
	return !/[0-9]/.test(separator.replace(/0x$/i, "")) && separator.length <= LONGEST_SEPARATOR ? Buffer.from(separator, "latin1") : null;
}
function skipSeparator(text, at, separator) {
	let place = skipBlanks(text, at);
	for (const byte of separator) {
		if (text[place] !== byte) return null;
		place = skipBlanks(text, place + 1);
	}
	return place > at ? place : null;
}
function skipSeparatorBack(text, at, separator) {
	let place = skipBlanksBack$1(text, at);
	for (let index = separator.length - 1; index >= 0; index -= 1) {
		if (text[place - 1] !== separator[index]) return null;
		place = skipBlanksBack$1(text, place - 1);
	}
	return place < at ? place : null;
}
function skipBlanks(text, at) {
	let place = at;
	while (place - at < MOST_BLANKS$1 && isBlank(text[place])) place += 1;
	return place;
}
function skipBlanksBack$1(text, at) {
	let place = at;
	while (at - place < MOST_BLANKS$1 && isBlank(text[place - 1])) place -= 1;
	return place;
}
function isX(byte) {
	return byte === 120 || byte === 88;
}
function isBlank(byte) {
	return byte === 32 || byte !== void 0 && byte >= 9 && byte <= 13;
}
function parseNumberAt(text, start, { base, most }) {
	if (base === "character") return isKeyByte(text[start]) ? {
		code: text[start] ?? 0,
		end: start + 1
	} : null;
	let [end, code] = [start, 0];
	for (; end - start <= most; end += 1) {
		const digit = parseDigit(text[end], base);
		if (digit === null) break;
		code = code * base + digit;
	}
	return end > start && end - start <= most && code < 256 ? {
		code,
		end
	} : null;
}
function parseNumberBefore(text, end, format) {
	let start = end;
	const { base, most } = format;
	if (base === "character") start -= 1;
	else while (end - start <= most && parseDigit(text[start - 1], base) !== null) start -= 1;
	const number = parseNumberAt(text, start, format);
	return number?.end === end ? {
		code: number.code,
		start
	} : null;
}
function parseDigit(byte, base) {
	if (byte === void 0) return null;
	if (byte >= 48 && byte <= 57) return byte - 48;
	const letter = byte | 32;
	return base === 16 && letter >= 97 && letter <= 102 ? letter - 87 : null;
}
const [FIRST$2, SECOND$2] = [`${MARKER_BYTES[0]}`, `${MARKER_BYTES[1]}`];
const PAIRS = [0, 5].map((index) => [...MARKER_BYTES.subarray(index, index + 2)]);
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
function read$4({ text, at, mayJoin }, needle) {
	const decoded = readNumberList(text, at + (FORMS[needle]?.[1] ?? 0), DECIMAL, [FIRST$2, SECOND$2]);
	return decoded && readDecoded(decoded, "char-codes", { mayJoin });
}
const COLUMNS$1 = PAIRS.flatMap((pair) => [
	pair.map((code) => code.toString(8).padStart(3, "0")).join(" "),
	pair.map((code) => code.toString(2).padStart(8, "0")).join(" "),
	pair.join("  "),
	pair.join("   ")
]);
const CODE_ANCHORS = [{
	needles: FORMS.map(([form]) => Buffer.from(form, "latin1")),
	read: read$4
}, {
	needles: COLUMNS$1.map((column) => Buffer.from(column, "latin1")),
	read: ({ text, at }) => readNumberDump(text, at + 1)
}];
// src/detect/encodings/escapes.ts
const code = MARKER_BYTES[0] ?? 0;
const hex$2 = code.toString(16);
const OCTAL = [`\\${code.toString(8)}`];
const NEEDLES$3 = [
	`\\x${hex$2}`,
	`x{${hex$2}`,
	`u00${hex$2}`,
	`u{${hex$2}`,
	"uff34",
	"uFF34",
	`U000000${hex$2}`,
	`%${hex$2}`,
	`%25${hex$2}`,
	`#x${hex$2}`,
	`#${code};`,
	...OCTAL
];
const DECIMAL_NEEDLES = [`\\${code}`, `\\0${code}`];
function read$3({ text, at, mayJoin }, needle) {
	let start = at;
	while (at - start < 8 && isEscapeStart(text[start - 1])) start -= 1;
	const isDecimal = needle >= NEEDLES$3.length;
	return isMarkerShownAt(text, start, isDecimal) ? readShown(text, start, {
		isDecimal,
		mayJoin
	}) : null;
}
const ESCAPE_ANCHORS = [{
	needles: [...NEEDLES$3, ...DECIMAL_NEEDLES].map((needle) => Buffer.from(needle, "latin1")),
	read: read$3
}];
// src/detect/encodings/hex.ts
const DIGITS$1 = createAlphabet("0123456789abcdefABCDEF");
const text = (value) => Buffer.from(value, "latin1");
const lower = MARKER_BYTES.toString("hex");
const upper = lower.toUpperCase();
const BARE$1 = [
	text(lower.slice(0, 6)),
	text(lower.slice(8, 14)),
	text(upper.slice(8, 14))
];
function decodeHexAround(text, at, before = MOST_BEFORE, after = MOST_AFTER) {
	const { characters, index, placeOf } = readRunAround(text, at, DIGITS$1, 2 * before, 2 * after);
	const lead = index % 2;
	return {
		bytes: Buffer.from(characters.toString("latin1", lead), "hex"),
		origin: (index - lead) / 2,
		rangeOf: (start, end) => ({
			start: placeOf(lead + 2 * start),
			end: placeOf(lead + 2 * end - 1) + 1
		})
	};
}
function readBare(place, needle) {
	const read = readBareInPieces(place, needle);
	return read?.key?.confidence === "certain" ? read : readDump(place.text, place.at) ?? read;
}
function readBareInPieces(place, needle) {
	return readInPieces(place, BARE$1[needle] ?? MARKER_BYTES, (text, at) => {
		if (!mayHoldMarker(decodeHexAround(text, at, MARKER_BYTES.length, MARKER_BYTES.length))) return null;
		return readDecoded(decodeHexAround(text, at), "hex", place);
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
function readParted({ text, at, mayJoin }, needle) {
	const decoded = readNumberList(text, needle < PARTED.length ? at : at + 2, BYTES, [FIRST$1, SECOND$1]);
	const read = decoded && readDecoded(decoded, "hex", { mayJoin });
	return read?.key?.confidence === "certain" ? read : readDump(text, at) ?? read;
}
const GROUPED = [
	"33 42",
	"5433 42",
	"54 3342",
	"3342 6c",
	"426c 62",
	"3354 6c",
	"6c42 6b",
	"4233 62",
	"626c 46"
].concat([
	"6c423354",
	"423354",
	"6b626c42",
	"626c4233"
]);
const DUMPED = [.../* @__PURE__ */ new Set([...GROUPED, ...GROUPED.map((needle) => needle.toUpperCase())])].map(text);
const HEX_ANCHORS = [
	{
		needles: BARE$1,
		read: readBare
	},
	{
		needles: [...PARTED, PREFIXED],
		read: readParted
	},
	{
		needles: DUMPED,
		read: ({ text, at }) => readDump(text, at)
	}
];
// src/detect/encodings/listings/characters.ts
const [ONE$1, TWO, THREE] = [
	0,
	1,
	2
].map((index) => MARKER_BYTES.toString("latin1", index, index + 1));
const QUOTED$1 = [
	"\",\"",
	"\", \"",
	"','",
	"', '",
	"`,`",
	"`, `",
	"\\\",\\\"",
	"\\\", \\\"",
	"', b'",
	"',b'",
	"', L'",
	"',L'"
].concat([
	"\" \"",
	"\"+\"",
	"\" + \"",
	"'+'",
	"' + '",
	"'.'",
	"' . '",
	"\" & \"",
	"\".\"",
	"\n",
	"\r\n",
	"\n- ",
	"\r\n- "
], [
	"</td><td>",
	"</span><span>",
	"')+('",
	"','\\''"
]);
const INDENTED = [
	"\",\n",
	"\",\r",
	"',\n",
	"',\r",
	"\\\",\\n",
	"\"\n",
	"'\n",
	"</li>\n",
	"</td>\n",
	"</string>\n",
	"\n  -",
	"\")",
	"')"
];
const BARE = [
	" ",
	"  ",
	",",
	", ",
	"	",
	"|",
	" | ",
	";"
];
const COLUMNS = [`${ONE$1}   ${TWO}`, `${TWO}   ${THREE}`];
const NEEDLES$2 = [
	...QUOTED$1.map((between) => ONE$1 + between + TWO),
	...INDENTED.map((between) => ONE$1 + between),
	...BARE.map((between) => ONE$1 + between + TWO + between + THREE),
	...COLUMNS
];
function read$2({ text, at, mayJoin }, needle) {
	const decoded = needle >= NEEDLES$2.length - COLUMNS.length ? null : readNumberList(text, at, {
		base: "character",
		most: 1
	}, [ONE$1, TWO]);
	const list = decoded && readDecoded(decoded, "split", { mayJoin });
	return list?.key?.confidence === "certain" ? list : readDump(text, at) ?? list;
}
const CHARACTER_ANCHORS = [{
	needles: NEEDLES$2.map((needle) => Buffer.from(needle, "latin1")),
	read: read$2
}];
// src/detect/encodings/listings/value-frames.ts
const MOST_APART$1 = 2048;
const LIST_GAP = 64;
const LONGEST_VALUE = 96;
const MOST_NESTED$1 = 24;
function findValueAround(text, at) {
	const bottom = Math.max(0, at - LONGEST_VALUE);
	for (let quote = at - 1; quote >= bottom; quote -= 1) if (isQuote(text[quote])) return readValueAt(text, quote);
	return null;
}
function readValueAt(text, quote) {
	const sign = text[quote];
	if (!isQuote(sign)) return null;
	const top = Math.min(text.length, quote + 2 + LONGEST_VALUE);
	for (let close = quote + 1; close < top; close += 1) {
		if (text[close] !== sign) continue;
		let end = close;
		if (text[quote - 1] === BACKSLASH$1) while (end > quote + 1 && text[end - 1] === BACKSLASH$1) end -= 1;
		return {
			start: quote + 1,
			end
		};
	}
	return null;
}
function* listFrames(text, value) {
	const label = text.subarray(findLabel(text, value.start), value.start);
	if (label.length <= 1) {
		yield createListFrame(text);
		const start = findStringBefore(text, value.start - 1);
		if (start !== null) yield createNamedFrame(text, text.subarray(start, value.start), true);
		return;
	}
	const [deep, flat] = [createNamedFrame(text, label, true), createNamedFrame(text, label, false)];
	yield deep;
	if (deep.next(value)?.start !== flat.next(value)?.start) yield flat;
}
const [LONGEST_NAME$2, MOST_BLANKS] = [40, 8];
function findLabel(text, start) {
	const sign = skipBlanksBack(text, skipBack(text, start - 1, BACKSLASH$1));
	const isArrow = text[sign - 1] === GREATER && text[sign - 2] === EQUALS;
	if (!isArrow && text[sign - 1] !== COLON && text[sign - 1] !== EQUALS) return start - 1;
	const close = skipBlanksBack(text, sign - (isArrow ? 2 : 1));
	const isQuoted = isQuote(text[close - 1]);
	const end = isQuoted ? skipBack(text, close - 1, BACKSLASH$1) : close;
	let [at, isWord] = [end, false];
	for (; end - at < LONGEST_NAME$2 && isNameByte(text[at - 1]); at -= 1) isWord ||= !isDigit(text[at - 1]);
	if (!isWord) return start - 1;
	return isQuoted && isQuote(text[at - 1]) ? skipBack(text, at - 1, BACKSLASH$1) : at;
}
function skipBack(text, at, byte) {
	let place = at;
	while (at - place < MOST_BLANKS && text[place - 1] === byte) place -= 1;
	return place;
}
function skipBlanksBack(text, at) {
	let place = at;
	while (at - place < MOST_BLANKS && (text[place - 1] === 32 || text[place - 1] === 9)) place -= 1;
	return place;
}
function createNamedFrame(text, label, isSameDepth) {
	const last = label.length - 1;
	return {
		next: ({ end }) => {
			for (let [from, depth, tries] = [
				end,
				0,
				0
			]; tries < MOST_NESTED$1; tries += 1) {
				const found = findNext(text, label, from, end + MOST_APART$1);
				if (found === null) return null;
				depth += isSameDepth ? measureDepth(text, from, found + last) : 0;
				if (depth === 0) return readValueAt(text, found + last);
				from = found + last;
			}
			return null;
		},
		previous: ({ start }) => {
			for (let [until, depth, tries] = [
				start - 1,
				0,
				0
			]; tries < MOST_NESTED$1; tries += 1) {
				const found = findPrevious(text, label, until - last, start - MOST_APART$1);
				if (found === null) return null;
				depth += isSameDepth ? measureDepth(text, found + last, until) : 0;
				if (depth === 0) return readValueAt(text, found + last);
				until = found + last;
			}
			return null;
		}
	};
}
const NEAR = 256;
function findNext(text, label, from, limit) {
	const near = text.subarray(from, Math.min(limit, from + NEAR)).indexOf(label);
	const found = near < 0 ? text.subarray(from, limit).indexOf(label) : near;
	return found < 0 ? null : from + found;
}
function findPrevious(text, label, until, limit) {
	for (const bottom of [Math.max(0, limit, until - NEAR), Math.max(0, limit)]) {
		const found = text.subarray(bottom, Math.max(bottom, until)).lastIndexOf(label);
		if (found >= 0) return bottom + found;
	}
	return null;
}
function measureDepth(text, start, end) {
	let depth = 0;
	for (let at = start; at < end; at += 1) depth += DEPTHS[text[at] ?? 0] ?? 0;
	return depth;
}
const DEPTHS = /* @__PURE__ */ new Int8Array(256);
for (const sign of "([{") DEPTHS[sign.charCodeAt(0)] = 1;
for (const sign of ")]}") DEPTHS[sign.charCodeAt(0)] = -1;
function findStringBefore(text, quote) {
	const close = skipTo(text, quote - 1, -1, MOST_BLANKS);
	return close === null ? null : skipTo(text, close - 1, -1, LONGEST_NAME$2);
}
function createListFrame(text) {
	return {
		next: (value) => findNextString(text, value),
		previous: (value) => findPreviousString(text, value)
	};
}
function findNextString(text, { end }) {
	const own = skipTo(text, end, 1, LONGEST_VALUE);
	for (let [close, tries] = [own, 0]; close !== null && tries < 2; tries += 1) {
		const open = skipTo(text, close + 1, 1, LIST_GAP);
		const value = open === null ? null : readValueAt(text, open);
		if (!value) return null;
		close = skipTo(text, value.end, 1, LONGEST_VALUE);
		if (close !== null && !isName(text, close)) return value;
	}
	return null;
}
function findPreviousString(text, { start }) {
	for (let [open, tries] = [start - 1, 0]; tries < 2; tries += 1) {
		const close = skipTo(text, open - 1, -1, LIST_GAP);
		const quote = close === null ? null : skipTo(text, close - 1, -1, LONGEST_VALUE);
		if (close === null || quote === null) return null;
		if (!isName(text, close)) return readValueAt(text, quote);
		open = quote;
	}
	return null;
}
function skipTo(text, from, step, most) {
	for (let at = from; Math.abs(at - from) <= most; at += step) if (isQuote(text[at])) return at;
	return null;
}
function isName(text, close) {
	let at = close + 1;
	while (at - close <= MOST_BLANKS && text[at] === 32) at += 1;
	return text[at] === COLON || text[at] === EQUALS && text[at + 1] === GREATER;
}
const [BACKSLASH$1, COLON, EQUALS, GREATER] = [
	92,
	58,
	61,
	62
];
function isQuote(byte) {
	return byte === 34 || byte === 39;
}
function isDigit(byte) {
	return byte !== void 0 && byte >= 48 && byte <= 57;
}
function isNameByte(byte) {
	if (byte === void 0) return false;
	const letter = byte | 32;
	return letter >= 97 && letter <= 122 || isDigit(byte) || [
		36,
		45,
		46,
		95
	].includes(byte);
}
// src/detect/encodings/listings/streams.ts
const STREAM_REACH = 24576;
const QUOTES$1 = ["\"", "'"];
const CLOSED = Array.from(",}]) ;+|/><.\\\n\r");
const cut = (text, lead, index) => ({
	bytes: Buffer.from(text, "latin1"),
	lead,
	index
});
const close$1 = (text) => QUOTES$1.flatMap((quote) => [...CLOSED.map((sign) => text + quote + sign), `${text}\\${quote}`]).concat(`${text}\\\\`);
const ENDS = Array.from({ length: MARKER.length - 1 }, (_, count) => MARKER.slice(0, count + 1)).slice(1).flatMap((head) => (head.length === 2 ? close$1(head) : [...QUOTES$1, "\\"].map((end) => head + end)).map((text) => cut(text, 0, 0)));
const STARTS$1 = QUOTES$1.flatMap((quote) => [...[
	...QUOTES$1,
	"\\",
	MARKER.slice(3, 4)
].map((end) => cut(quote + MARKER.slice(1, 3) + end, 1, 1)), ...[
	...QUOTES$1,
	"\\",
	MARKER.slice(4, 5)
].map((end) => cut(quote + MARKER.slice(2, 4) + end, 1, 2))]);
const ALONE = QUOTES$1.flatMap((quote) => close$1(quote + MARKER.slice(0, 1)).map((text) => cut(text, 1, 0)));
const HALF$1 = MARKER.length / 2;
const CUTS = [
	...ENDS,
	...STARTS$1,
	...ALONE,
	cut(MARKER.slice(HALF$1), 0, HALF$1)
];
function read$1(place, needle) {
	const { text, at, mayJoin } = place;
	const { lead, index } = CUTS[needle] ?? {
		lead: 0,
		index: 0
	};
	const from = at + lead;
	const value = findValueAround(text, from);
	if (!value || value.end <= from || text.subarray(value.start, value.end).includes(MARKER_BYTES)) return null;
	const [own, rest] = [{
		start: value.start,
		end: from
	}, {
		start: from,
		end: value.end
	}];
	for (const frame of listFrames(text, value)) {
		if (!(isSpelledBefore(text, own, frame, MARKER.slice(0, index)) && isSpelledFrom(text, rest, frame, MARKER.slice(index)))) continue;
		if (!mayJoin()) return null;
		const read = readValues(place, collectValues(text, at, value, frame), from, index);
		if (read?.key?.confidence === "certain") return read;
	}
	return null;
}
function isSpelledFrom(text, first, { next }, rest) {
	let [value, left] = [first, rest];
	for (let tries = 0; value && tries <= MOST_VALUES; tries += 1) {
		countSteps(STEPS_A_VALUE);
		const part = text.toString("latin1", value.start, value.end);
		if (part.startsWith(left)) return true;
		if (!left.startsWith(part)) return false;
		left = left.slice(part.length);
		value = next(value);
	}
	return false;
}
function isSpelledBefore(text, last, { previous }, head) {
	let [value, left] = [last, head];
	for (let tries = 0; value && tries <= MOST_VALUES; tries += 1) {
		countSteps(STEPS_A_VALUE);
		const part = text.toString("latin1", value.start, value.end);
		if (part.endsWith(left)) return true;
		if (!left.endsWith(part)) return false;
		left = left.slice(0, left.length - part.length);
		value = previous(value);
	}
	return false;
}
const MOST_VALUES = 2 * MARKER.length;
const STEPS_A_VALUE = 100;
const LONGEST_PART = 24;
function collectValues(text, at, own, frame) {
	const [before, after] = [[], []];
	const isPart = ({ start, end }) => end - start <= LONGEST_PART && text.subarray(start, end).every(isKeyByte);
	for (let [value, count] = [own, 0]; count < MOST_BEFORE && (value === own || isPart(value));) {
		const previous = frame.previous(value);
		if (!previous || previous.start < at - 24576) break;
		before.push(previous);
		count += previous.end - previous.start;
		value = previous;
	}
	for (let [value, count] = [own, 0]; count < MOST_AFTER && isPart(value);) {
		const next = frame.next(value);
		if (!next || next.end > at + 24576) break;
		after.push(next);
		count += next.end - next.start;
		value = next;
	}
	countSteps(STEPS_A_VALUE * (before.length + after.length));
	return [
		...before.toReversed(),
		own,
		...after
	];
}
function readValues(place, values, from, lead) {
	const { text, mayJoin } = place;
	const places = values.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index));
	const bytes = Buffer.from(places.map((at) => text[at] ?? 0));
	const origin = places.indexOf(from) - lead;
	const rangeOf = (start, end) => ({
		start: places[start] ?? from,
		end: (places[end - 1] ?? from) + 1
	});
	const read = hasBytesAt(MARKER_BYTES, bytes, origin) ? readDecoded({
		bytes,
		origin,
		rangeOf
	}, "split", { mayJoin }) : null;
	const marker = places.slice(origin, origin + MARKER.length).map((at) => ({
		start: at,
		end: at + 1
	}));
	return read && {
		...read,
		marker
	};
}
const STREAM_ANCHORS = [{
	needles: CUTS.map(({ bytes }) => bytes),
	read: read$1
}];
// src/detect/encodings/mirrored.ts
function rotate13(byte) {
	const letter = byte | 32;
	if (letter < 97 || letter > 122) return byte;
	return letter < 110 ? byte + 13 : byte - 13;
}
function readRotated({ text, at, mayJoin }) {
	const start = Math.max(0, at - MOST_BEFORE);
	const bytes = Buffer.from(text.subarray(start, at + MOST_AFTER).map(rotate13));
	countSteps(2 * bytes.length);
	const rangeOf = (from, to) => ({
		start: start + from,
		end: start + to
	});
	return readDecoded({
		bytes,
		origin: at - start,
		rangeOf
	}, "rot13", {
		mayStart: (index) => isBoundary(text, start + index),
		mayJoin
	});
}
function readReversed({ text, at, mayJoin }) {
	const [start, end] = [Math.max(0, at - MOST_AFTER), Math.min(text.length, at + MARKER_BYTES.length + MOST_BEFORE)];
	const bytes = Buffer.from(text.subarray(start, end).toReversed());
	countSteps(bytes.length);
	const rangeOf = (from, to) => ({
		start: end - to,
		end: end - from
	});
	return readDecoded({
		bytes,
		origin: end - at - MARKER_BYTES.length,
		rangeOf
	}, "reversed", { mayJoin });
}
const MIRRORED_ANCHORS = [{
	needles: [Buffer.from(MARKER_BYTES.toReversed())],
	read: readReversed
}, {
	needles: [Buffer.from(MARKER_BYTES.map(rotate13))],
	read: readRotated
}];
// src/detect/encodings/formatting/broken-needles.ts
const INVISIBLE = [
	173,
	847,
	1564,
	6158,
	8203,
	8204,
	8205,
	8206,
	8207,
	8234,
	8235,
	8236,
	8237,
	8238,
	8288,
	8289,
	8290,
	8291,
	8292,
	8294,
	8295,
	8296,
	8297,
	65038,
	65039,
	65279
];
const WORDS = [
	String.raw`\\u00 \\u20 \\u{ \\ufe \\uFE \\udb \\U00 \\x1 \\xe2 \\xE2 \\xad \\xAD \\x{ \\- \\033 \\342 \\302`,
	String.raw`\u00 \u20 \u{ \ufe \uFE \udb \U00 \x1 \xe2 \xE2 \xad \xAD \x{ \- \033 \342 \302 \e[ \33[ ^[[ #033`,
	"&shy &#x &#X &#8 &#1 &#6 &#2 &Zer &zw &amp; &lt; &lrm &rlm &NoB &Inv",
	"<wbr <WBR <spa <b> <i> <em <str <cod <mar <w: <!-- </s </b </e </i </c </m </w: </t </f </u",
	"%E2% %e2% %1B %1b %C2% %EF% =E2= =C2= =EF="
].flatMap((words) => words.split(" "));
const COLOURS = Array.from("0123456789mK?", (next) => `\x1b[${next}`);
const BEGINNINGS = [
	...INVISIBLE.map(writeUtf8),
	...COLOURS,
	"\x1B]8",
	"\x1B(B",
	...WORDS
];
const FOLLOWERS = [
	MARKER_BYTES.toString("latin1", 1, 2),
	"Â",
	"â",
	"ï",
	"\x1B",
	"&",
	"<",
	"\\"
];
const PARTS = [1, 2].map((length) => MARKER_BYTES.toString("latin1", 0, length));
const LONG_PART = MARKER_BYTES.toString("latin1", 0, 3);
const STYLED = [
	65332,
	119827,
	119879,
	119931,
	120035,
	120191,
	120243,
	120295,
	120347,
	120399,
	120451
];
const NEEDLES$1 = [
	{
		text: LONG_PART,
		half: LONG_PART.length
	},
	...PARTS.flatMap((half) => BEGINNINGS.map((beginning) => ({
		text: half + beginning,
		half: half.length
	}))),
	{
		text: "T\bT3",
		half: 1
	},
	{
		text: "T_\b3",
		half: 1
	},
	...STYLED.map((code) => ({
		text: writeUtf8(code) + (code < 65536 ? "ï" : ""),
		half: 0
	}))
].flatMap(({ text, half }) => text.length < 4 && text !== LONG_PART ? FOLLOWERS.map((next) => ({
	text: text + next,
	half
})) : [{
	text,
	half
}]).map(({ text, half }) => ({
	bytes: Buffer.from(text, "latin1"),
	half
}));
const BROKEN_NEEDLES = NEEDLES$1.map(({ bytes }) => bytes);
function isContinuedAfter(needle, text, at) {
	const { half = 0 } = NEEDLES$1[needle] ?? {};
	const ahead = text.toString("latin1", at + half, at + half + LONGEST_TOKEN);
	if (ahead.startsWith("\b") || ahead.startsWith("_\b")) return true;
	const token = parseTokenAt(ahead, 0, false);
	if (!token) return false;
	const next = ahead[token.length] ?? "";
	if (BEGIN_TOKENS.includes(token.shown) || token.shown > "¿") return true;
	return next.charCodeAt(0) === MARKER_BYTES[Math.max(1, half)] || !/[\w\s"',.:;!()/*|~@$>-]/.test(next);
}
const LONGEST_TOKEN = 320;
const BEGIN_TOKENS = [
	"&",
	"<",
	"%",
	"\\",
	"\x1B",
	"[",
	"{"
];
// src/detect/encodings/plain.ts
const HALF = MARKER_BYTES.length / 2;
const [FIRST, SECOND] = [MARKER_BYTES.subarray(0, HALF), MARKER_BYTES.subarray(HALF)];
const HALVES = [FIRST, SECOND];
function read(place, needle) {
	if (needle >= HALVES.length) return readBroken(place, needle - HALVES.length);
	const at = needle === 0 ? place.at : place.at - HALF;
	return hasBytesAt(MARKER_BYTES, place.text, at) ? readWhole({
		...place,
		at
	}) : readHalf(place, needle === 0);
}
function readBroken(place, needle) {
	const { text, at } = place;
	return isContinuedAfter(needle, text, at) && isMarkerShownAt(text, at) ? readShown(text, at, place) : null;
}
function readWhole(place) {
	const { text, at, floor } = place;
	const markerEnd = at + MARKER_BYTES.length;
	const span = findKeyAround(text, at, floor);
	const plain = {
		key: span && toDecodedKey(text, span, "plain"),
		marker: [{
			start: at,
			end: markerEnd
		}]
	};
	if (span?.confidence === "certain") return plain;
	const [left, right] = [findRunStart(text, at), findRunEnd(text, markerEnd)];
	if (at - left > 256 || right - markerEnd > 256) return plain;
	const shown = readShown(text, at, place);
	if (shown?.key?.confidence === "certain") return shown;
	return readDump(text, at) ?? readPieces(place, FIRST, plain, readJoined) ?? chooseSurer(plain, shown);
}
function readHalf(place, isFirst) {
	const { text, at } = place;
	const shown = isFirst && isWordByte(text[at + HALF + countOfSecond(text, at + HALF)]) ? null : readShown(text, at, place);
	if (shown?.key?.confidence === "certain") return shown;
	const dump = readDump(text, at);
	if (dump) return dump;
	return ((isFirst ? isCutAfter(text, at + HALF) : isCutBefore(text, at)) ? readPieces(place, isFirst ? FIRST : SECOND, shown, readJoined) : null) ?? shown;
}
function countOfSecond(text, at) {
	let count = 0;
	while (text[at + count] === SECOND[count]) count += 1;
	return count;
}
function isCutAfter(text, at) {
	const count = countOfSecond(text, at);
	return !isWordByte(text[at + count]) && isNear(text, at, SECOND.subarray(count));
}
function isCutBefore(text, at) {
	let count = 0;
	while (text[at - 1 - count] === FIRST[HALF - 1 - count]) count += 1;
	const before = at - 1 - count;
	return (text[before - 1] === 92 && (text[before] === 110 || text[before] === 114) || !isWordByte(text[before])) && isNear(text, at, FIRST.subarray(0, HALF - count));
}
const MOST_APART = 1024;
function isNear(text, at, rest) {
	return text.subarray(Math.max(0, at - MOST_APART), at + MOST_APART).includes(rest);
}
function readJoined(joined, at) {
	return readDecoded({
		bytes: joined,
		origin: at,
		rangeOf: (start, end) => ({
			start,
			end
		})
	}, "split");
}
function findRunStart(text, at) {
	let start = at;
	while (at - start <= 256 && isKeyByte(text[start - 1])) start -= 1;
	return start;
}
function findRunEnd(text, at) {
	let end = at;
	while (end - at <= 256 && isKeyByte(text[end])) end += 1;
	return end;
}
// src/detect/anchors.ts
const ANCHORS = [
	...[{
		needles: [...HALVES, ...BROKEN_NEEDLES],
		read
	}],
	...ESCAPE_ANCHORS,
	...BASE64_ANCHORS,
	...HEX_ANCHORS,
	...CODE_ANCHORS,
	...CHARACTER_ANCHORS,
	...STREAM_ANCHORS,
	...WIDE_ANCHORS,
	...MIRRORED_ANCHORS
];
const LONGEST_NAME$1 = 65536;
const [ODC, NEWC] = [/^070707[0-7]{70}/, /^07070[12][0-9A-Fa-f]{104}/];
function parseCpioHeader(start) {
	const text = start.toString("latin1", 0, 110);
	const isNew = NEWC.test(text);
	if (!isNew && !ODC.test(text)) return null;
	const read = (at, count) => Number.parseInt(text.slice(at, at + count), isNew ? 16 : 8);
	const [mode, name, size] = isNew ? [
		read(14, 8),
		read(94, 8),
		read(54, 8)
	] : [
		read(18, 6),
		read(59, 6),
		read(65, 11)
	];
	if (name === 0 || name > LONGEST_NAME$1) return null;
	return {
		length: isNew ? 110 : 76,
		name,
		size,
		isFile: (mode & 61440) === 32768,
		unit: isNew ? 4 : 1
	};
}
function parseTarHeader(block) {
	if (block.length < 512 || block[0] === 0) return null;
	const sum = readNumberField(block.subarray(148, 156));
	if (sum === null || sum === 0 || !computeChecksums(block).includes(sum)) return null;
	const size = readNumberField(block.subarray(124, 136));
	if (size === null || readNumberField(block.subarray(100, 108)) === null) return null;
	const name = readTextField(block.subarray(0, 100));
	const prefix = block.toString("latin1", 257, 263) === "ustar\0" ? readTextField(block.subarray(345, 500)) : "";
	const letter = String.fromCharCode(block[156] ?? 0);
	return {
		name: prefix === "" ? name : `${prefix}/${name}`,
		type: letter === "\0" ? "0" : letter,
		size,
		isSparse: letter === "S" && block[482] === 1
	};
}
function computeChecksums(block) {
	let [unsigned, signed] = [0, 0];
	for (let at = 0; at < 512; at += 1) {
		const byte = at >= 148 && at < 156 ? 32 : block[at] ?? 0;
		unsigned += byte;
		signed += byte > 127 ? byte - 256 : byte;
	}
	return [unsigned, signed];
}
function readNumberField(field) {
	if (((field[0] ?? 0) & 128) !== 0) {
		const value = field.subarray(1).reduce((sum, byte) => sum * 256 + byte, (field[0] ?? 0) & 127);
		return Number.isSafeInteger(value) ? value : null;
	}
	const octal = /^[ \0]*([0-7]{0,12})[ \0]*$/.exec(field.toString("latin1"));
	return octal ? Number.parseInt(octal[1] || "0", 8) : null;
}
function readTextField(field) {
	const end = field.indexOf(0);
	return field.toString("utf8", 0, end < 0 ? field.length : end);
}
// src/detect/archives/magic.ts
const UNOPENED = [
	[
		"bzip2",
		"42",
		/^425a683[1-9](?:314159265359|177245385090)/
	],
	[
		"xz",
		"fd",
		/^fd377a585a00/
	],
	[
		"7-Zip",
		"37",
		/^377abcaf271c/
	],
	[
		"RAR",
		"52",
		/^526172211a070[01]/
	],
	[
		"LZMA",
		"5d5a",
		/^(?:5d0000(?:..00|00..)(?:f{16}|.{10}000000)00|5a5753(?:0[6-9a-f]|[123].).{24}5d0000)/
	],
	[
		"lzip",
		"4c",
		/^4c5a495001/
	],
	[
		"LZ4",
		"0402",
		/^(?:04224d18|02214c18)/
	],
	[
		"lzop",
		"89",
		/^894c5a4f000d0a1a0a/
	],
	[
		"compress (.Z)",
		"1f",
		/^1f9d(?:[08][9a-f]|[19]0)/
	],
	[
		"a Windows cabinet",
		"4d",
		/^4d53434600000000.{8}00000000/
	],
	[
		"SquashFS",
		"68",
		/^68737173.{48}04000000/
	],
	[
		"XAR",
		"78",
		/^78617221001c/
	],
	[
		"ARJ",
		"60",
		/^60ea..0[0-9a](?:1e|2.)/
	],
	[
		"WIM",
		"4d",
		/^4d5357494d000000/
	],
	[
		"compiled HTML help",
		"49",
		/^4954534603000000/
	],
	[
		"framed Snappy",
		"ff",
		/^ff060000734e61507059/
	],
	[
		"QCOW",
		"51",
		/^514649fb0000000[1-3]/
	],
	[
		"VMDK",
		"4b",
		/^4b444d560[1-3]000000/
	]
];
const SIGNATURES = [
	[
		"gzip",
		"1f",
		/^1f8b08[01]/
	],
	[
		"zip",
		"5023",
		/^(?:504b(?:0708|3030)|2321(?:(?!0a)..){1,200}0a)?504b0304.{8}..00/
	],
	[
		"pdf",
		"25ef20090a0d",
		/^(?:efbbbf)?(?:20|09|0a|0d){0,16}255044462d3[12]2e3/
	],
	[
		"zstd",
		"28505152535455565758595a5b5c5d5e5f",
		/^(?:5.2a4d18|28b52ffd)/
	],
	[
		"ar",
		"21",
		/^213c617263683e0a/
	],
	[
		"rpm",
		"ed",
		/^edabeedb0[3-9a-f]/
	],
	[
		"swf",
		"43",
		/^435753(?:0[6-9a-f]|[123].).{8}78/
	],
	[
		"git-pack",
		"5023",
		/^(?:5041434b0000000[23]|2320763[23]206769742062756e646c650a)/
	],
	[
		"zlib",
		"78",
		/^78(?:01|5e|9c|da)/
	],
	...UNOPENED
];
const BY_FIRST = sortByFirst();
function sortByFirst() {
	const byFirst = /* @__PURE__ */ new Map();
	for (const signature of SIGNATURES) for (const byte of Buffer.from(signature[1], "hex")) byFirst.set(byte, [...byFirst.get(byte) ?? [], signature]);
	return byFirst;
}
function identifyArchive(start) {
	const [first, , third, fourth] = start;
	if (first === void 0) return null;
	const signatures = BY_FIRST.get(first) ?? [];
	if (signatures.length > 0) {
		const text = start.toString("hex", 0, first === 35 ? 512 : 64);
		const known = signatures.find(([, , signature]) => signature.test(text));
		if (known) return known[0];
	}
	if (third === 45 && fourth === 108 && /^-l(?:h[0-9d]|z[45s])-$/.test(start.toString("latin1", 2, 7))) {
		if ((start[20] ?? 4) < 4) return "LHA";
	}
	if (first === 48 && parseCpioHeader(start)) return "cpio";
	if (parseTarHeader(start)) return "tar";
	return mayBeBrotli(start) ? "brotli" : null;
}
function isText(head) {
	return [
		0,
		1,
		2,
		3
	].some((cut) => isUtf8(head.subarray(0, head.length - cut)));
}
const OTHER_FORMATS = /^(?:89504e47|ffd8ff|47494638|7f454c46|4d5a|52494646|774f46|00010000|4f54544f|0061736d|cafebabe|c[ef]faedfe|d0cf11e0|53514c69|00000[0-9a-f]|4f676753|494433|664c6143|424d|49492a00|4d4d002a|1a45dfa3|fffe|feff|efbbbf|de120495|950412de|1a01|1e02|.{4}0d0a)/;
function mayBeBrotli(start) {
	const head = start.subarray(0, 48);
	if (head.length < 48 || !head.some((byte) => byte < 9 || byte >= 127)) return false;
	return !OTHER_FORMATS.test(head.toString("hex", 0, 8)) && !isText(head);
}
const NAMES$1 = /* @__PURE__ */ new Set([
	...UNOPENED.map(([name]) => name),
	"LHA",
	"DMG"
]);
function isGuess(kind) {
	return kind === "zlib" || kind === "deflate" || kind === "brotli";
}
function isUnopened(kind) {
	return NAMES$1.has(kind);
}
// src/messages/quote.ts
function quoteForMessage(name) {
	return JSON.stringify(name);
}
// src/messages/names.ts
function namePath(path) {
	return {
		name: quoteForMessage(path),
		path
	};
}
const UNNAMED = "an object";
function nameStagedFile(path) {
	return `the staged file ${quoteForMessage(path)}`;
}
function nameObjectAt({ commit, path }) {
	return path === "" ? `the top folder of commit ${commit}` : `${quoteForMessage(path)} of commit ${commit}`;
}
function nameTagOrNote({ kind, commit }) {
	return `a ${kind} of commit ${commit}`;
}
function nameObjectId(oid) {
	return `object ${oid}`;
}
function nameCommitText(what, commit) {
	switch (what) {
		case "message": return `the message of commit ${commit}`;
		case "people": return `the author or committer of commit ${commit}`;
		case "signature": return `the signature of commit ${commit}`;
		case "note": return `a note on commit ${commit}`;
		default: return what;
	}
}
function nameTag(oid) {
	return `the tag ${oid}`;
}
const COMMIT_COMMENT = "comment on a commit";
function nameTextOf(part, thing) {
	return `${part} of the ${thing}`;
}
const MEMBERS = {
	png: "(text of a PNG)",
	behind: "(behind the archive)"
};
function capitalize$1(name) {
	return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
const NO_CODE = "no code";
const A_PUSH = "a push";
// src/messages/gaps/archives.ts
function describeUnreadPart(name, why) {
	return `${capitalize$1(name)} was not searched in full: ${why}.`;
}
function describeUnopened(format) {
	return `this format is not supported (${format})`;
}
const ARCHIVE_FAULTS = {
	"too-deep": "an archive in it is nested too deeply",
	"too-large": "it is too large to unpack in memory",
	"too-much": "it unpacks to more than is searched of one file",
	"too-dense": "it unpacks to more than 200 times its size",
	"too-many": "it has more files than are searched of one archive",
	listing: "its list of files is damaged or cut short"
};
function describeUnreadParts(fault, count) {
	const parts = count === 1 ? "a part of it is" : `${count} parts of it are`;
	switch (fault) {
		case "locked": return `${parts} locked with a password`;
		case "damaged": return `${parts} damaged or cut short`;
		case "without-base": return `${parts} stored as the difference from a commit that it does not hold`;
		case "unknown-packing": return `${parts} compressed with a method that is not supported`;
		default: return fault;
	}
}
const TOO_MANY_PARTS = "it has too many parts of keys to look closely at all of them";
// src/detect/archives/buffered-container.ts
const BLOCK$4 = 1048576;
var BufferedContainer = class {
	#allowance;
	#blocks = [];
	#size = 0;
	constructor(allowance) {
		this.#allowance = allowance;
	}
	add(bytes) {
		if (bytes.length > this.#allowance.buffered) return false;
		this.#allowance.buffer(bytes.length);
		let at = 0;
		while (at < bytes.length) {
			const within = this.#size % BLOCK$4;
			if (within === 0) this.#blocks.push(Buffer.allocUnsafeSlow(BLOCK$4));
			const copied = bytes.copy(this.#blocks.at(-1) ?? bytes, within, at);
			at += copied;
			this.#size += copied;
		}
		return true;
	}
	release() {
		this.#allowance.buffer(-this.#size);
		this.#blocks.length = 0;
		this.#size = 0;
	}
	get size() {
		return this.#size;
	}
	*pieces(start, end) {
		const last = Math.min(end, this.#size);
		for (let at = Math.max(0, start); at < last;) {
			const from = at % BLOCK$4;
			const count = Math.min(BLOCK$4 - from, last - at);
			const block = this.#blocks[Math.floor(at / BLOCK$4)];
			if (block) yield block.subarray(from, from + count);
			at += count;
		}
	}
	slice(start, end) {
		const pieces = [...this.pieces(start, end)];
		return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
	}
	indexOf(sought, from, until = this.#size) {
		const top = Math.min(this.#size, until + sought.length - 1);
		for (let at = from; at < top;) {
			const end = Math.min(top, at - at % BLOCK$4 + BLOCK$4);
			const found = this.slice(at, end).indexOf(sought);
			if (found >= 0) return at + found;
			const seam = Math.max(at, end - sought.length + 1);
			const across = this.slice(seam, Math.min(top, end + sought.length - 1)).indexOf(sought);
			if (across >= 0) return seam + across;
			at = end;
		}
		return -1;
	}
};
// src/detect/archives/member.ts
function lendIterator(inner) {
	return { [Symbol.asyncIterator]: () => ({ next: () => inner.next() }) };
}
const LONGEST_NAME = 300;
function truncateName(name) {
	return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}
// src/detect/archives/zip/local-header.ts
const LOCAL_SIGNATURE = Buffer.from("PK", "latin1");
const [LOCKED, FOLLOWED, RESERVED] = [
	1,
	8,
	55168
];
const METHODS = new Set([
	0,
	1,
	2,
	3,
	4,
	5,
	6,
	8,
	9,
	10,
	12,
	14,
	16,
	18,
	19,
	20
].concat([
	93,
	94,
	95,
	96,
	97,
	98,
	99
]));
function isLocalHeader(bytes, at) {
	if (at < 0 || at + 30 >= bytes.length || bytes.readUInt32LE(at) !== 67324752) return false;
	const [version, flags, method, name] = [
		4,
		6,
		8,
		26
	].map((from) => bytes.readUInt16LE(at + from));
	if ((version & 255) > 63 || (flags & RESERVED) !== 0 || !METHODS.has(method) || name === 0 || name > 4096) return false;
	return bytes.subarray(at + 30, at + 30 + Math.min(name, 64)).every((byte) => byte >= 32);
}
function readLocalHeader(container, at) {
	const header = container.slice(at, at + 30);
	if (at < 0 || header.length < 30 || !header.subarray(0, 4).equals(LOCAL_SIGNATURE)) return null;
	const [flags, method, name, extra] = [
		6,
		8,
		26,
		28
	].map((from) => header.readUInt16LE(from));
	const end = at + 30 + name;
	const size = header.readUInt32LE(18);
	const isFollowed = (flags & FOLLOWED) !== 0;
	return {
		name: truncateName(container.slice(at + 30, end).toString("utf8")),
		start: end + extra,
		size: size === LARGE ? readLargeSize(container.slice(end, end + extra)) : isFollowed && size === 0 ? null : size,
		method,
		checksum: isFollowed ? null : header.readUInt32LE(14),
		isLocked: (flags & LOCKED) !== 0
	};
}
const LARGE = 4294967295;
function readLargeSize(extra) {
	for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) if (extra.readUInt16LE(at) === 1 && at + 20 <= extra.length) return Number(extra.readBigUInt64LE(at + 12));
	return null;
}
// src/detect/archives/embedded/embedded-needles.ts
const hex$1 = (digits) => Buffer.from(digits, "hex");
const latin1$1 = (text) => Buffer.from(text, "latin1");
const [GZIP$1, ZIP$1, PNG_TEXT, PNG_UNICODE] = [
	hex$1("1f8b08"),
	latin1$1("PK"),
	latin1$1("zTXt"),
	latin1$1("iTXt")
];
const NEEDLES = [
	{
		bytes: ZIP$1,
		start: "opened",
		fits: isLocalHeader
	},
	{
		bytes: GZIP$1,
		start: "opened",
		fits: isGzipHeader
	},
	{
		bytes: PNG_TEXT,
		start: "opened",
		fits: (text, at) => findPackedText(text, at) !== null
	},
	{
		bytes: PNG_UNICODE,
		start: "opened",
		fits: (text, at) => findPackedText(text, at) !== null
	},
	{
		bytes: hex$1("377abcaf271c"),
		start: "7-Zip",
		fits: isSevenZip
	},
	{
		bytes: hex$1("526172211a07"),
		start: "RAR",
		fits: isRar
	},
	{
		bytes: hex$1("fd377a585a00"),
		start: "xz",
		fits: isXz
	},
	{
		bytes: latin1$1("1AY&SY"),
		start: "bzip2",
		fits: (text, at) => /^BZh[1-9]$/.test(text.toString("latin1", at - 4, at))
	},
	{
		bytes: latin1$1("MSCF\0\0\0\0"),
		start: "a Windows cabinet",
		fits: isCabinet
	},
	{
		bytes: latin1$1("hsqs"),
		start: "SquashFS",
		fits: isSquashFs
	},
	{
		bytes: hex$1("6b6f6c790000000400000200"),
		start: "DMG",
		fits: () => true
	}
];
const EMBEDDED_NEEDLES = NEEDLES.map(({ bytes }) => bytes);
function identifyEmbedded(text, at, needle) {
	const { start, fits } = NEEDLES[needle] ?? {};
	return start && fits?.(text, at) ? start : null;
}
function isGzipHeader(text, at) {
	const [flags = 255, extra = 255, system = 254] = [
		text[at + 3],
		text[at + 8],
		text[at + 9]
	];
	return flags < 32 && [
		0,
		2,
		4
	].includes(extra) && (system < 14 || system === 255);
}
const LONGEST_CHUNK = 67108864;
function findPackedText(text, at) {
	if (at < 4) return null;
	const end = at + 4 + text.readUInt32BE(at - 4);
	const isUnicode = text[at] === PNG_UNICODE[0];
	const keyword = text.indexOf(0, at + 4);
	if (end - at > LONGEST_CHUNK || keyword <= at + 4 || keyword > at + 4 + 79 || keyword >= end) return null;
	if (!isUnicode) return text[keyword + 1] === 0 ? {
		start: keyword + 2,
		end
	} : null;
	if (text[keyword + 1] !== 1 || text[keyword + 2] !== 0) return null;
	const translated = text.indexOf(0, keyword + 3);
	const start = translated < 0 ? -1 : text.indexOf(0, translated + 1);
	return start < 0 || start >= end ? null : {
		start: start + 1,
		end
	};
}
function isSevenZip(text, at) {
	if (at + 32 > text.length) return false;
	const [offset, size] = [text.readBigUInt64LE(at + 12), text.readBigUInt64LE(at + 20)];
	return text[at + 6] === 0 && [
		2,
		3,
		4
	].includes(text[at + 7] ?? 0) && offset < 2 ** 48 && size > 0 && size < 2 ** 32;
}
function isRar(text, at) {
	if (text[at + 6] === 0) return text[at + 9] === 115;
	return text[at + 6] === 1 && text[at + 7] === 0 && [1, 4].includes(text[at + 13] ?? 0);
}
const XZ_FLAGS = /* @__PURE__ */ new Set([
	"0000ff12d941",
	"00016922de36",
	"0004e6d6b446",
	"000ae1fb0ca1"
]);
function isXz(text, at) {
	return text[at - 1] === 10 && XZ_FLAGS.has(text.toString("hex", at + 6, at + 12));
}
function isCabinet(text, at) {
	return at + 28 <= text.length && text.readUInt32LE(at + 12) === 0 && text.readUInt16LE(at + 24) === 259;
}
function isSquashFs(text, at) {
	if (at + 32 > text.length || text.readUInt32LE(at + 28) !== 4) return false;
	return text.readUInt32LE(at + 12) === 2 ** text.readUInt16LE(at + 22);
}
// src/detect/keys/exact-key.ts
const SHAPES = FAMILIES.flatMap(({ kind, prefix, lengths }) => lengths.map(([before, after]) => ({
	kind,
	prefix: Buffer.from(prefix, "latin1"),
	lead: prefix.length + before,
	length: prefix.length + before + MARKER.length + after,
	isShort: before === 20
})));
function findExactKey(text, at) {
	const fitting = [];
	for (const { kind, prefix, lead, length, isShort } of SHAPES) {
		const [start, end] = [at - lead, at - lead + length];
		if (start < 0 || end > text.length || !isSpelledAt(prefix, text, start)) continue;
		if (isBody(text, start + prefix.length, end, isShort)) fitting.push({
			start,
			end,
			kind,
			confidence: "certain"
		});
	}
	if (fitting.length === 0) return null;
	const [first, ...alternatives] = fitting.toSorted((a, b) => b.end - b.start - (a.end - a.start));
	return first ? {
		...first,
		alternatives
	} : null;
}
function isSpelledAt(prefix, text, at) {
	for (let index = 0; index < prefix.length; index += 1) if (text[at + index] !== prefix[index]) return false;
	return true;
}
function isBody(text, start, end, isShort) {
	const isOne = isShort ? isWordByte : isKeyByte;
	for (let at = start; at < end; at += 1) if (!isOne(text[at])) return false;
	return true;
}
// src/detect/other-vendors.ts
const LONGEST$1 = 256;
function describeOtherKey(text, at) {
	const start = isWordByte(text[at - 1]) ? at - 1 : at;
	if (isWordByte(text[start - 1])) return null;
	let end = at;
	while (end < at + LONGEST$1 && isKeyByte(text[end])) end += 1;
	const run = text.toString("latin1", start, end);
	if (run.includes(MARKER)) return null;
	const more = text[end] === AT ? text.toString("latin1", end, end + DOMAIN.length) : "";
	return KNOWN.find(([shape]) => shape.test(run + more))?.[1] ?? null;
}
const AT = 64;
const DOMAIN = "@openssh.com";
const KNOWN = [
	[/^sk-ant-[\w-]{20,}$/, OTHER_KEYS.anthropic],
	[/^sk-or-(?:v\d-)?[\w-]{20,}$/, OTHER_KEYS.openrouter],
	[/^sk-lf-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, OTHER_KEYS.langfuse],
	[/^sk-api-[\w-]{20,}$/, OTHER_KEYS.minimax],
	[/^sk-emergent-[\w-]{8,}$/i, OTHER_KEYS.emergent],
	[/^sk-litellm-[\w-]{8,}$/i, OTHER_KEYS.litellm],
	[/^sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)(?:-cert-v01)?@openssh\.com$/, OTHER_KEYS.ssh],
	[/^sk-[0-9a-f]{32}$/, OTHER_KEYS.deepseek],
	[new RegExp(`^sk-(?:${KIND_WORDS})-(?=.*\\d)[\\w-]{40,}$`), OTHER_KEYS.unmarked],
	[/^sk-(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]{48,64}$/, OTHER_KEYS.moonshot],
	[/^csk-[a-z0-9]{40,}$/i, OTHER_KEYS.cerebras],
	[/^gsk_[A-Za-z0-9]{40,}$/, OTHER_KEYS.groq],
	[/^sk_(?:live|test)_[A-Za-z0-9]{16,}$/, OTHER_KEYS.stripe],
	[/^sk_[0-9a-f]{48}$/, OTHER_KEYS.elevenlabs],
	[/^sk_(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]{32,}$/, OTHER_KEYS.other]
];
// src/detect/packed/packed-starts.ts
const HEX_ALPHABET = createAlphabet("0123456789abcdefABCDEF");
const hex = (digits) => Buffer.from(digits, "hex");
const latin1 = (text) => Buffer.from(text, "latin1");
function encodeStart(bytes) {
	return encodeAtEachPhase(bytes)[0]?.bytes ?? bytes;
}
const [GZIP, ZIP] = [hex("1f8b08"), hex("504b0304")];
const OTHERS = [
	"28b52ffd",
	"fd377a585a00",
	"425a68",
	"377abcaf271c",
	"526172211a07"
].map(hex);
const ZLIB_HEADERS = [
	"7801",
	"785e",
	"789c",
	"78da"
];
const ZLIB = ZLIB_HEADERS.flatMap((digits) => [
	0,
	64,
	128,
	192
].map((next) => latin1(Buffer.concat([hex(digits), Buffer.of(next)]).toString("base64").slice(0, 3))));
const ZLIB_DIGITS = [...new Set(ZLIB_HEADERS.flatMap((digits) => [digits, digits.toUpperCase()]))];
const DIAGRAMS = [
	"<diagram",
	"&lt;diagram",
	"%3Cdiagram"
].map(latin1);
const NUMBERS$1 = [
	["hex", "1f8b08"],
	["hex", "1F8B08"],
	["hex-escapes", "\\x1f\\x8b\\x08"],
	["hex-escapes", "\\x1F\\x8B\\x08"],
	["hex-numbers", "0x1f,0x8b,0x08"],
	["hex-numbers", "0x1f, 0x8b, 0x08"],
	["hex-numbers", "0x1F,0x8B,0x08"],
	["hex-numbers", "0x1F, 0x8B, 0x08"],
	["numbers", "31,139,8,"],
	["numbers", "31, 139, 8,"],
	["numbers", "31,-117,8,"],
	["numbers", "31, -117, 8,"]
];
const STARTS = [
	{
		bytes: encodeStart(GZIP),
		coding: "base64",
		archive: null
	},
	{
		bytes: encodeStart(encodeStart(GZIP)),
		coding: "base64-twice",
		archive: null
	},
	{
		bytes: encodeStart(ZIP),
		coding: "base64",
		archive: null
	},
	...OTHERS.flatMap((bytes) => [.../* @__PURE__ */ new Set([encodeStart(bytes).toString(), encodeStart(bytes).toString().replace("_", "/")])]).map((text) => ({
		bytes: latin1(text),
		coding: "base64",
		archive: null
	})),
	...ZLIB.map((bytes) => ({
		bytes,
		coding: "base64",
		archive: "zlib"
	})),
	...ZLIB.map((bytes) => ({
		bytes: encodeStart(bytes),
		coding: "base64-twice",
		archive: "zlib"
	})),
	...ZLIB_DIGITS.map((digits) => ({
		bytes: latin1(digits),
		coding: "hex",
		archive: "zlib"
	})),
	...DIAGRAMS.map((bytes) => ({
		bytes,
		coding: "base64",
		archive: "deflate"
	})),
	...NUMBERS$1.map(([coding, text]) => ({
		bytes: latin1(text),
		coding,
		archive: null
	}))
];
const PACKED_NEEDLES = STARTS.map(({ bytes }) => bytes);
function findPackedPlace(text, at, needle) {
	const { bytes, coding, archive } = STARTS[needle] ?? {};
	if (!bytes || !coding || archive === void 0) return null;
	if (archive === "deflate") {
		const start = findTagEnd(text, at + bytes.length);
		return start === null ? null : {
			at: start,
			coding,
			archive
		};
	}
	if (archive === "zlib" && !(isRunStart(text, at, coding) && isZlibStart(decodeStart(text, at, coding), coding))) return null;
	if (coding.startsWith("base64") && archive === null && !isHeader(decodeStart(text, at, coding))) return null;
	return {
		at,
		coding,
		archive
	};
}
function isSureStart(text, at) {
	const sure = STARTS.slice(0, 3).findIndex(({ bytes }) => hasBytesAt(bytes, text, at));
	return sure >= 0 && findPackedPlace(text, at, sure) !== null;
}
function decodeStart(text, at, coding) {
	const start = text.toString("latin1", at, at + 64);
	if (coding === "hex") return Buffer.from(start, "hex");
	const once = Buffer.from(start, "base64");
	return coding === "base64" ? once : Buffer.from(once.toString("latin1"), "base64");
}
function isHeader(start) {
	return start.indexOf(GZIP) !== 0 || isGzipHeader(start, 0);
}
function isZlibStart(start, coding) {
	return start.length >= (coding === "hex" ? 16 : 3) && ((start[2] ?? 0) >> 1 & 3) !== 3;
}
function isRunStart(text, at, coding) {
	const before = text[at - 1];
	if (!(before !== void 0 && (coding === "hex" ? HEX_ALPHABET : BASE64_ALPHABET)[before]) || before === 47) return true;
	return text[at - 2] === 92 && /[nrt]/.test(String.fromCharCode(before));
}
const LONGEST_TAG = 1024;
function findTagEnd(text, at) {
	const [tag, end] = /^[^<>]*?(>|&gt;|%3E)/i.exec(text.toString("latin1", at, at + LONGEST_TAG)) ?? [];
	return tag === void 0 || end === void 0 ? null : at + tag.length;
}
const LONGEST_PREFIX = 64;
const [LF$3, CR, PLUS, MINUS] = [
	10,
	13,
	43,
	45
];
function readLinePrefix(text, at) {
	let start = at;
	while (start > 0 && at - start < 256 && text[start - 1] !== LF$3 && text[start - 1] !== CR) start -= 1;
	const first = text[start];
	return {
		text: at - start > LONGEST_PREFIX ? Buffer.alloc(0) : Buffer.from(text.subarray(start, at)),
		sign: start < at && (first === PLUS || first === MINUS) ? first : null
	};
}
const ESCAPED = /^(?:\\{1,4}u00(2[bf])|%(2[bf])|&#x(2[bf]);|&#(43|47);)/i;
const PADDING = /^(?:=|\\{1,4}u003d|%3d|&#x3d;|&#61;){1,2}/i;
const ENCODED_BREAK = /^(?:%0[ad]|&#(?:10|13|x0?[ad]);|<br ?\/?>)+[ \t]*/i;
function findContinuation(text, from, prefix) {
	if (!JOINING.includes(text[from] ?? 0)) return null;
	const near = text.toString("latin1", from, from + LONGEST_ESCAPE);
	const escaped = ESCAPED.exec(near);
	if (escaped) {
		const code = Number.parseInt(escaped[1] ?? escaped[2] ?? escaped[3] ?? Number(escaped[4]).toString(16), 16);
		return {
			at: from + escaped[0].length,
			character: String.fromCharCode(code),
			padding: 0,
			isLine: false
		};
	}
	const padding = PADDING.exec(near)?.[0] ?? "";
	const line = findNextLine(text, from + padding.length, prefix);
	const at = findQuotedPiece(text, line, from + 512) ?? line;
	if (at === from || isSureStart(text, at)) return null;
	return {
		at,
		character: "",
		padding: padding === "" ? 0 : padding.length > 1 ? 2 : 1,
		isLine: at === line
	};
}
const JOINING = Buffer.from("=\\%&<\n\r 	\"'`");
const LONGEST_ESCAPE = 24;
function findNextLine(text, at, prefix) {
	const [byte] = text.subarray(at, at + 1);
	const behind = at + ((byte === 37 || byte === 38 || byte === 60 ? ENCODED_BREAK.exec(text.toString("latin1", at, at + LONGEST_PREFIX))?.[0].length : 0) ?? 0);
	const broken = skipLineBreak(text, behind);
	return broken > behind ? skipDecoration(text, behind, broken, prefix) : behind;
}
const DECORATION = /^[ \t]*(?:(?:[>|*#;%+]|\/\/|--)[ \t]+|[A-Za-z_$][\w$]{0,64}\+=)/;
function skipDecoration(text, from, at, prefix) {
	const start = text.subarray(from, at).lastIndexOf(LF$3) + from + 1;
	if (start <= from) return at;
	const line = text.subarray(start, start + 512);
	const length = prefix.text.length;
	if (length > 0 && hasBytesAt(prefix.text, line, 0)) return start + length;
	if (prefix.sign !== null && line[0] === prefix.sign) return start + (/^.[ \t]*/s.exec(line.toString("latin1"))?.[0].length ?? 0);
	return start + (DECORATION.exec(line.toString("latin1", 0, 128))?.[0].length ?? at - start);
}
function findQuotedPiece(text, at, limit) {
	let start = at;
	while (start - at < MOST_BACKSLASHES && text[start] === BACKSLASH) start += 1;
	if (!QUOTES.includes(text[start] ?? 0)) return null;
	const quote = text.subarray(at, start + 1);
	const next = text.subarray(0, limit).indexOf(quote, start + 1);
	return next < 0 || !isJoin(text.toString("latin1", start + 1, next)) ? null : next + quote.length;
}
const QUOTES = Buffer.from("\"'`");
const [BACKSLASH, MOST_BACKSLASHES] = [92, 7];
const COMMENT = /\/\*.*?\*\/|(?:\/\/|#|-- )[^\n]*/gs;
const APPENDING = /^(?:[\w$.]*\.)?(?:concat|append|Append|push|push_str|add|Add|plus|write|WriteString)$/;
const LITERAL_TYPE = /^(?:[bfrLuU]{1,2}|u8)$/;
const SIMPLE = /^[\s+,]*$/;
function isJoin(between) {
	if (SIMPLE.test(between)) return true;
	const words = (between.replaceAll(COMMENT, "").match(/\s+|\\[nrt]|[A-Za-z_$][\w$]*(?:\.[\w$]+)*|\+=|\.=|&=|<<|./gs) ?? []).filter((token) => !/^\s/.test(token));
	return words.every((token, index) => {
		if (/^(?:[\\+.&|~<>()[\],;@_-]|\\[nrt]|\+=|\.=|&=|<<)$/.test(token)) return true;
		if (APPENDING.test(token)) return true;
		return index === words.length - 1 ? LITERAL_TYPE.test(token) : /^(?:\+=|\.=|&=|<<)$/.test(words[index + 1] ?? "");
	});
}
// src/detect/packed/packed-run.ts
const [SHORTEST$1, SHORTEST_HEX] = [64, 80];
const LONGEST = 3145728;
const LOOKAHEAD = 576;
const LONGEST_QUOTED_LINE = 76;
const NUMBERS = createAlphabet("0123456789abcdefABCDEFxX,-\\\"' 	\r\n");
var PackedRun = class {
	#coding;
	#archive;
	#alphabet;
	#prefix;
	#start;
	#parts = [[]];
	#count = 0;
	#end;
	constructor({ at, coding, archive }, text, offset) {
		[this.#coding, this.#archive] = [coding, archive];
		this.#alphabet = coding.startsWith("base64") ? BASE64_ALPHABET : coding === "hex" ? HEX_ALPHABET : NUMBERS;
		this.#prefix = readLinePrefix(text, at);
		this.#start = offset + at;
		this.#end = this.#start;
	}
	get end() {
		return this.#end;
	}
	take(text, offset, isLast) {
		const top = isLast ? text.length : text.length - LOOKAHEAD;
		for (let at = this.#end - offset; at <= top;) {
			const isWithin = this.#count === 0 || this.#alphabet[text[at] ?? 0] === 1;
			const next = isWithin ? null : findContinuation(text, at, this.#prefix);
			if (!isWithin && !next) return true;
			const start = next?.at ?? at;
			const limit = Math.min(text.length, start + LONGEST - this.#count);
			let end = start;
			while (end < limit && this.#alphabet[text[end] ?? 0]) end += 1;
			if (end === start && !next?.character) return true;
			if (next?.isLine && !endsLine(text, end)) return true;
			this.#add(next, text.subarray(start, end));
			this.#end = offset + end;
			at = end;
		}
		return isLast;
	}
	#add(next, bytes) {
		const { character = "", padding = 0, isLine = false } = next ?? {};
		const length = this.#parts.at(-1)?.at(-1)?.length ?? 0;
		if (padding > 0 && !(isLine && padding === 1 && length <= LONGEST_QUOTED_LINE)) this.#parts.push([]);
		this.#parts.at(-1)?.push(Buffer.from(character, "latin1"), Buffer.from(bytes));
		this.#count += character.length + bytes.length;
	}
	packed() {
		if (this.#count < (this.#coding === "hex" ? SHORTEST_HEX : SHORTEST$1)) return null;
		const bytes = decode(this.#parts.map((part) => Buffer.concat(part).toString("latin1")), this.#coding);
		const archive = this.#archive ?? identifyArchive(bytes.subarray(0, 512));
		if (archive === "gzip" && !isGzipHeader(bytes, 0)) return null;
		const encoding = ENCODINGS[this.#coding];
		return archive && {
			archive,
			encoding,
			bytes,
			offset: this.#start,
			length: this.#end - this.#start
		};
	}
};
const ENCODINGS = {
	base64: "base64",
	"base64-twice": "base64",
	hex: "hex",
	"hex-numbers": "hex",
	"hex-escapes": "hex",
	numbers: "char-codes"
};
function decode(parts, coding) {
	const text = parts.join("");
	const once = () => Buffer.concat(parts.map((part) => Buffer.from(part, "base64")));
	switch (coding) {
		case "base64": return once();
		case "base64-twice": return Buffer.from(once().toString("latin1"), "base64");
		case "hex": return Buffer.from(text, "hex");
		case "hex-numbers": return readNumbers(text, /0x([0-9a-f]{1,2})/gi, 16);
		case "hex-escapes": return readNumbers(text, /\\x([0-9a-f]{2})/gi, 16);
		case "numbers": return readNumbers(text, /(-?\d{1,3})/g, 10);
		default: return coding;
	}
}
function readNumbers(text, pattern, base) {
	return Buffer.from(Array.from(text.matchAll(pattern), ([, digits = ""]) => Number.parseInt(digits, base) & 255));
}
function endsLine(text, at) {
	const byte = text[at];
	if (byte === void 0 || LINE_ENDS.includes(byte)) return true;
	return /^[ \t]*[\r\n)]/.test(text.toString("latin1", at, at + LONGEST_BLANKS));
}
const LINE_ENDS = Buffer.from("\n\r\\=\"'`<,%&|");
const LONGEST_BLANKS = 64;
// src/detect/placeholders/reading-classifier.ts
const MADE_UP = {
	what: PLACEHOLDERS$1.placeholder,
	silent: "placeholder"
};
const MOST_KNOWN = 256;
var ReadingClassifier = class {
	#known = /* @__PURE__ */ new Map();
	classify({ others, text, kind, confidence }) {
		const readings = [{
			text,
			kind,
			confidence
		}, ...others];
		const id = readings.map((reading) => `${reading.text} ${reading.kind} ${reading.confidence}`).join(" ");
		const known = this.#known.get(id) ?? classifyReadings(readings);
		if (this.#known.size >= MOST_KNOWN) this.#known.clear();
		this.#known.set(id, known);
		return known;
	}
};
function classifyReadings(all) {
	const [own] = all;
	if (!own) throw new Error("a place has at least one reading");
	const readings = listKeys(all);
	const first = chooseReading(own, readings);
	if (!first) {
		const as = classifyKey(own.text, own.confidence);
		const { what, silent } = as.kind === "look-alike" ? as : MADE_UP;
		return {
			type: "look-alike",
			what,
			silent
		};
	}
	const isOwn = first.text === own.text || first.confidence === "certain";
	const alternatives = readings.filter((reading) => reading !== first).map(({ text, kind, confidence }) => ({
		secret: new Secret(text),
		kind,
		confidence
	}));
	const confidence = isOwn ? first.confidence : "suspected";
	return {
		type: "key",
		key: {
			secret: new Secret(first.text),
			kind: first.kind,
			confidence,
			alternatives
		}
	};
}
function chooseReading(own, readings) {
	const [first] = readings;
	return (first?.text !== own.text || first.confidence !== own.confidence) && readings.find(({ confidence }) => confidence === "certain") || first;
}
function listKeys(readings) {
	const texts = new Map(readings.toReversed().map((reading) => [reading.text, reading]));
	return readings.filter((reading) => texts.get(reading.text) === reading).flatMap((reading) => {
		const as = classifyKey(reading.text, reading.confidence);
		return as.kind === "key" ? [{
			...reading,
			confidence: as.confidence
		}] : [];
	});
}
// src/detect/prefilter/teddy-code.ts
const TEDDY_CODE = [
	"AGFzbQEAAAABCgFgBX9/f39/AX8DAgEABQMBAAEHGwIOZmluZENhbmRpZGF0ZXMAAAZtZW1vcnkCAAr5BAH2BAISewR/QQD9AAQA",
	"IQdBEP0ABAAhCEEg/QAEACEJQTD9AAQAIQpBwAD9AAQAIRFB0AD9AAQAIRJB4AD9AAQAIQtB8AD9AAQAIQxBgAH9AAQAIQ1BkAH9",
	"AAQAIQ5BoAH9AAQAIRNBsAH9AAQAIRQgAkEASgR7IAcgACACakEQa/0ABAAiBf0MDw8PDw8PDw8PDw8PDw8PD/1OIhX9DiAIIAVB",
	"BP1tIgX9Dv1OIQYgCSAV/Q4gCiAF/Q79TiEPIAsgFf0OIAwgBf0O/U4hECANIBX9DiAOIAX9Dv1OBf0MAAAAAAAAAAAAAAAAAAAA",
	"AAshBQNAIAEgAkoEQCAGIAcgACACav0ABAAiBv0MDw8PDw8PDw8PDw8PDw8PD/1OIhX9DiAIIAZBBP1tIhb9Dv1OIgb9DQ4PEBES",
	"ExQVFhcYGRobHB0gDyAJIBX9DiAKIBb9Dv1OIg/9DQ8QERITFBUWFxgZGhscHR79TiARIBX9DiASIBb9Dv1O/U4gECALIBX9DiAM",
	"IBb9Dv1OIhD9DQ4PEBESExQVFhcYGRobHB0gBSANIBX9DiAOIBb9Dv1OIgX9DQ8QERITFBUWFxgZGhscHR79TiATIBX9DiAUIBb9",
	"Dv1O/U79UCIV/VMEQCAV/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZEF/c0H//wNxIRcDQCAXBEAgAiAXaGpBAmshGSAXIBdBAWtxIRcg",
	"ACAZaigCAEH///8HcUGx893xeWxBEHYiGkEDdi0AwAFBASAaQQdxdHFFDQEgBCAYRgRAIBgPCyADIBhBAnRqIBk2AgAgGEEBaiEY",
	"DAELCwsgAkEQaiECDAELCyAYCw=="
].join("");
// src/detect/prefilter/teddy-buckets.ts
const TEDDY_BUCKETS = [
	"474a72654a77654a79654a78654a7a654e6f654e71654e70654e72",
	"3432333432363132343135332533432532352535345433425433c22233422733425c38345d3834233834283834",
	"7059546954587a5458615745575245575731",
	"516c70523070fd377a52617252656c",
	"696130237835757b35787b35",
	"f09d93f09d95f09d96f09d97f09d98f09d99f09d9af09d90f09d911f8b08efbcb435343335343a35342035342c35342d38342038342c33312c333320333334333335",
	"65463765463665463465463565414665414865414565414731415953445251414d55414456414156444e564e4d",
	"54335c54335e54333c54333d5433cd5433225433265433275433235433255433ef5433e15433e254331b5433d8543c63543c69543c6d543c62543c65545c65545c30545c33543c21543c2f543c57543c73543c77545c22545c2d545c55545c5c545c75545c78540a20540a2d54220a54270a54272954272c54272e54272054272b54222054222b54222e54222954222c54233054264954264e54256554253154254354254554266154266c54262354265a54267a542672542673",
	"566b525a625854602c541b28541b5b541b5d736b2d736b5f626b466c684d",
	"377abc517a514636554b4c555530307530305c30385c31323031303031313078313078355c78315c7835",
	"5655305a55355a55595654545a45545545735558705a55465a5570266c74596d74554d30556d46",
	"2f54645f546422545c27545c22542227542222542727542748536e4d534348347347334f4e3371",
	"540933540a33542c33547c33543b3354003354203354200d54200b54200c504b03545f085400ff54feff54d89c54efb854efbb54e1a054e28054e28154c2ad54cd8f540d0a54000d5400ad54001b54000c54000054000b543d43543d45540854545e5b",
	"3c6469373835373830373839373844373864754646756666364334366334366236363236364236313037314638316638",
	"54207c687371332020540060542060542020542c20",
	"6b6f6c22426c27426c6c7464644b634a466b62000062006b"
];
// src/detect/prefilter/teddy-tables.ts
const BUCKETS = 16;
const SHIFTS = [
	16,
	8,
	0
];
function readThreeBytes(bytes, at) {
	return (bytes[at] ?? 0) << 16 | (bytes[at + 1] ?? 0) << 8 | (bytes[at + 2] ?? 0);
}
function buildNibbleTables(needles) {
	const tables = /* @__PURE__ */ new Uint8Array(192);
	for (const [index, bucket] of sortIntoBuckets(needles).entries()) {
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
const BUCKET_OF = new Map(TEDDY_BUCKETS.flatMap((starts, bucket) => {
	const bytes = Buffer.from(starts, "hex");
	return Array.from({ length: bytes.length / 3 }, (_, index) => [readThreeBytes(bytes, 3 * index), bucket]);
}));
function sortIntoBuckets(needles) {
	const starts = [...new Set(needles.map((needle) => readThreeBytes(needle, 0)))];
	const buckets = Array.from({ length: BUCKETS }, () => []);
	for (const start of starts) buckets[BUCKET_OF.get(start) ?? start % BUCKETS]?.push(start);
	return buckets.map(buildBucket);
}
function buildBucket(starts) {
	return SHIFTS.map((shift) => ({
		low: starts.reduce((bits, start) => bits | 1 << (start >> shift & 15), 0),
		high: starts.reduce((bits, start) => bits | 1 << (start >> shift + 4 & 15), 0)
	}));
}
function buildHashBits(needles) {
	const bits = /* @__PURE__ */ new Uint8Array(8192);
	for (const needle of needles) {
		const three = (needle[0] ?? 0) | (needle[1] ?? 0) << 8 | (needle[2] ?? 0) << 16;
		const hash = Math.imul(three, 2654435761) >>> 16;
		bits[hash >>> 3] = (bits[hash >>> 3] ?? 0) | 1 << (hash & 7);
	}
	return bits;
}
// src/detect/prefilter/teddy.ts
const HASHES = 192;
const OUT = 8384;
const CAPACITY = 8192;
const TEXT = 41152;
const PIECE = 131072;
const BLOCK$3 = 16;
const PAGE = 65536;
const wasm = globalThis.WebAssembly;
let supported = null;
function isTeddySupported() {
	supported ??= wasm?.validate(Buffer.from(TEDDY_CODE, "base64")) === true;
	return supported;
}
var Teddy = class {
	#findCandidates;
	#text;
	#found;
	constructor(needles) {
		if (!wasm) throw new Error("there is no WebAssembly here");
		const { exports } = new wasm.Instance(new wasm.Module(Buffer.from(TEDDY_CODE, "base64")));
		const { memory, findCandidates } = exports;
		memory.grow(Math.ceil(172256 / PAGE) - memory.buffer.byteLength / PAGE);
		writeTeddyTables(new Uint8Array(memory.buffer), needles);
		this.#findCandidates = findCandidates;
		this.#text = new Uint8Array(memory.buffer, TEXT, 131104);
		this.#found = new Int32Array(memory.buffer, OUT, CAPACITY);
	}
	*findCandidates(bytes, from, until) {
		for (let start = from; start < until; start += PIECE) for (const place of this.#searchPiece(bytes, start, Math.min(start + PIECE, until))) yield start + place;
	}
	#searchPiece(bytes, start, stop) {
		const length = Math.min(stop + 3, bytes.length) - start;
		const rounded = Math.ceil(length / BLOCK$3) * BLOCK$3;
		this.#text.set(bytes.subarray(start, start + length), 0);
		const places = [];
		for (let from = 0, count = CAPACITY; count === CAPACITY;) {
			count = this.#findCandidates(TEXT, rounded, from, OUT, CAPACITY);
			if (count === 0) return places;
			from = Math.floor(((this.#found[count - 1] ?? 0) + 2) / BLOCK$3) * BLOCK$3;
			const last = places.at(-1) ?? -1;
			for (let at = 0; at < count; at += 1) {
				const place = this.#found[at] ?? 0;
				if (place > last && place < stop - start) places.push(place);
			}
		}
		return places;
	}
};
function writeTeddyTables(memory, needles) {
	memory.set(buildNibbleTables(needles), 0);
	memory.set(buildHashBits(needles), HASHES);
}
// src/detect/prefilter/prefilter.ts
function createPrefilter(needles) {
	return isTeddySupported() ? createTeddyPrefilter(needles) : createIndexOfPrefilter(needles);
}
function createTeddyPrefilter(needles) {
	const byStart = /* @__PURE__ */ new Map();
	for (const needle of needles) {
		const start = readThreeBytes(needle, 0);
		const alike = byStart.get(start);
		if (alike) alike.push(needle);
		else byStart.set(start, [needle]);
	}
	let teddy = null;
	return { *findPlaces(bytes, from, until) {
		teddy ??= new Teddy(needles);
		for (const place of teddy.findCandidates(bytes, from, until)) if (byStart.get(readThreeBytes(bytes, place))?.some((needle) => isNeedleAt(needle, bytes, place))) yield place;
	} };
}
function isNeedleAt(needle, bytes, place) {
	if (place + needle.length > bytes.length) return false;
	for (let at = 3; at < needle.length; at += 1) if (bytes[place + at] !== needle[at]) return false;
	return true;
}
function createIndexOfPrefilter(needles) {
	return { *findPlaces(bytes, from, until) {
		const next = needles.map((needle) => bytes.indexOf(needle, from));
		for (;;) {
			const place = Math.min(...next.filter((at) => at >= 0));
			if (place >= until) return;
			yield place;
			for (const [index, needle] of needles.entries()) if (next[index] === place) next[index] = bytes.indexOf(needle, place + 1);
		}
	} };
}
// src/detect/sliding-window.ts
var SlidingWindow = class {
	#reach;
	#bytes = Buffer.alloc(0);
	#offset = 0;
	#from = 0;
	constructor(reach) {
		this.#reach = reach;
	}
	*add(chunk) {
		const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
		const reach = this.#reach;
		if (this.#bytes.length === 0) this.#bytes = bytes;
		else if (bytes.length < 4 * reach) this.#bytes = Buffer.concat([this.#bytes, bytes]);
		else {
			const previous = this.#bytes;
			this.#bytes = Buffer.concat([previous, bytes.subarray(0, 2 * reach)]);
			yield this.#cut(this.#offset + previous.length + reach);
			this.#offset += previous.length;
			this.#bytes = bytes;
		}
		const until = this.#offset + this.#bytes.length - reach;
		if (until - this.#from < reach) return;
		yield this.#cut(until);
		const done = Math.max(0, until - reach - this.#offset);
		this.#bytes = this.#bytes.subarray(done);
		this.#offset += done;
	}
	rest() {
		return this.#cut(this.#offset + this.#bytes.length);
	}
	#cut(until) {
		const window = {
			bytes: this.#bytes,
			offset: this.#offset,
			from: this.#from,
			until
		};
		this.#from = until;
		return window;
	}
};
// src/detect/steps/step-budget.ts
const STEPS_A_BYTE = .5;
const LIMITS = {
	free: 4e5,
	extra: 6e7
};
const POOL = 24e7;
var StepPool = class {
	#left = POOL;
	take(count) {
		const taken = Math.min(this.#left, count);
		this.#left -= taken;
		return taken;
	}
};
var StepBudget = class {
	#pool;
	#left;
	#extra;
	constructor(pool, { free, extra } = LIMITS) {
		[this.#pool, this.#left, this.#extra] = [
			pool,
			free,
			extra
		];
	}
	isSpent(more = 0) {
		if (this.#left < more) this.#draw(more);
		return this.#left < more;
	}
	spend(steps) {
		this.#left -= steps;
	}
	earn(bytes) {
		this.#left += STEPS_A_BYTE * bytes;
	}
	#draw(most) {
		const drawn = this.#pool.take(Math.min(most - this.#left, this.#extra));
		this.#extra -= drawn;
		this.#left += drawn;
	}
};
function createUnlimitedSteps() {
	return new StepBudget(new StepPool(), {
		free: Number.POSITIVE_INFINITY,
		extra: 0
	});
}
// src/detect/search.ts
const OTHER_VENDORS = [Buffer.from("sk-"), Buffer.from("sk_")];
function createAnchorSet(anchors, otherVendors) {
	const needles = [
		...anchors.flatMap((anchor) => needlesFor(anchor.needles, {
			kind: "anchor",
			anchor
		})),
		...needlesFor(PACKED_NEEDLES, { kind: "packed" }),
		...needlesFor(EMBEDDED_NEEDLES, { kind: "embedded" }),
		...otherVendors ? needlesFor(OTHER_VENDORS, { kind: "other-vendor" }) : []
	];
	const byStart = /* @__PURE__ */ new Map();
	for (const needle of needles) {
		const start = readThreeBytes(needle.bytes, 0);
		const alike = byStart.get(start);
		if (alike) alike.push(needle);
		else byStart.set(start, [needle]);
	}
	return {
		prefilter: createPrefilter(needles.map(({ bytes }) => bytes)),
		byStart
	};
}
function needlesFor(needles, use) {
	return needles.map((bytes, index) => ({
		bytes,
		index,
		use
	}));
}
const STEPS_A_PLACE = 10;
const STEPS_A_NEEDLE = 60;
const STEPS_A_KEY = 8e3;
const BLOCK$2 = 65536;
const NOWHERE = -1;
var Search = class {
	#anchors;
	#note;
	#window = new SlidingWindow(STREAM_REACH);
	#classifier = new ReadingClassifier();
	#read = /* @__PURE__ */ new Map();
	#last = null;
	#steps;
	#earns;
	#paid = 0;
	#wasSpent = false;
	#collector = null;
	#collected = 0;
	#memory;
	#embedded = null;
	constructor(anchors, note, { steps = createUnlimitedSteps(), earns = false, memory = null } = {}) {
		[this.#anchors, this.#note] = [anchors, note];
		[this.#steps, this.#earns, this.#memory] = [
			steps,
			earns,
			memory
		];
	}
	get isKeeping() {
		return this.#embedded !== null;
	}
	get lastMarker() {
		return this.#last?.marker ?? [];
	}
	*add(chunk) {
		for (const window of this.#window.add(chunk)) yield* this.#searchWindow(window, false);
	}
	*rest() {
		yield* this.#searchWindow(this.#window.rest(), true);
	}
	*#searchWindow(window, isLast) {
		const { bytes, offset, from, until } = window;
		yield* this.#collect(window, isLast);
		if (this.#embedded) {
			const { container, offset: start } = this.#embedded;
			yield* this.#keep(bytes.subarray(start + container.size - offset));
		}
		for (let at = from - offset; at < until - offset;) {
			at = yield* this.#searchClosely(window, at, isLast);
			if (at < until - offset && this.#isSpentAt(offset + at)) at = yield* this.#searchAtOnce(window, at);
		}
		if (!isLast || !this.#embedded) return;
		yield {
			...this.#embedded,
			isCut: false
		};
		this.#embedded = null;
	}
	*#searchClosely(window, start, isLast) {
		const { bytes, offset, until } = window;
		const { prefilter, byStart } = this.#anchors;
		const end = this.#wasSpent ? Math.min(until, findBlockEnd(offset + start)) - offset : until - offset;
		for (const at of prefilter.findPlaces(bytes, start, end)) {
			if (this.#isSpentAt(offset + at)) return at;
			this.#steps.spend(STEPS_A_PLACE);
			for (const needle of byStart.get(readThreeBytes(bytes, at)) ?? []) if (hasBytesAt(needle.bytes, bytes, at)) yield* this.#readNeedle(window, at, needle, isLast);
		}
		return end;
	}
	*#searchAtOnce({ bytes, offset, until }, start) {
		const end = Math.min(until, findBlockEnd(offset + start)) - offset;
		const text = bytes.subarray(0, end + MARKER_BYTES.length - 1);
		for (let at = text.indexOf(MARKER_BYTES, start); at >= 0; at = text.indexOf(MARKER_BYTES, at + 1)) {
			const span = findExactKey(bytes, at);
			const hit = span && this.#toHit(toDecodedKey(bytes, span, "plain"), offset);
			const marker = [{
				start: offset + at,
				end: offset + at + MARKER_BYTES.length
			}];
			if (!hit || this.#isKnown(hit, marker)) continue;
			this.#last = {
				hit,
				marker
			};
			yield hit;
		}
		return end;
	}
	*#readNeedle(window, at, { index, use }, isLast) {
		switch (use.kind) {
			case "anchor": return yield* this.#readAnchor(window, at, index, use.anchor);
			case "packed": return yield* this.#readPacked(window, at, index, isLast);
			case "embedded": return yield* this.#readEmbedded(window, at, index);
			case "other-vendor": return this.#noteOtherVendor(window, at);
			default: return use;
		}
	}
	*#readPacked(window, at, needle, isLast) {
		if (this.#collector || window.offset + at < this.#collected) return;
		const place = findPackedPlace(window.bytes, at, needle);
		if (!place) return;
		this.#collector = new PackedRun(place, window.bytes, window.offset);
		yield* this.#collect(window, isLast);
	}
	*#collect({ bytes, offset }, isLast) {
		if (!this.#collector?.take(bytes, offset, isLast)) return;
		const packed = this.#collector.packed();
		this.#collected = this.#collector.end;
		this.#collector = null;
		if (packed) yield packed;
	}
	*#readEmbedded({ bytes, offset }, at, needle) {
		const start = this.#memory ? identifyEmbedded(bytes, at, needle) : null;
		if (!this.#memory || start === null) return;
		if (start !== "opened") {
			this.#note({
				kind: "unread",
				why: describeUnopened(start)
			});
			return;
		}
		if (this.#embedded) return;
		const from = Math.max(0, at - 4);
		this.#embedded = {
			container: new BufferedContainer(this.#memory),
			offset: offset + from
		};
		yield* this.#keep(bytes.subarray(from));
	}
	*#keep(bytes) {
		if (!this.#embedded || this.#embedded.container.add(bytes)) return;
		yield {
			...this.#embedded,
			isCut: true
		};
		this.#embedded = null;
	}
	*#readAnchor({ bytes, offset }, at, needle, anchor) {
		const { markers, floor } = this.#read.get(anchor) ?? {
			markers: [],
			floor: NOWHERE
		};
		const place = offset + at;
		if (markers.some(({ start, end }) => start <= place && place < end)) return;
		const before = readSteps();
		const mayJoin = () => !this.#isSpentAt(place, readSteps() - before);
		const read = anchor.read({
			text: bytes,
			at,
			offset,
			floor: floor - offset,
			mayJoin
		}, needle);
		const hit = read?.key ? this.#toHit(read.key, offset) : null;
		const steps = STEPS_A_NEEDLE + readSteps() - before;
		this.#steps.spend(hit?.confidence === "certain" ? Math.max(0, steps - STEPS_A_KEY) : steps);
		if (!read) return;
		const marker = read.marker.map(({ start, end }) => ({
			start: offset + start,
			end: offset + end
		}));
		const end = read.key && hit ? offset + read.key.end : floor;
		this.#read.set(anchor, {
			markers: [...markers.filter((one) => one.end > place), ...marker],
			floor: end
		});
		if (!hit || this.#isKnown(hit, marker)) return;
		this.#last = {
			hit,
			marker
		};
		yield hit;
	}
	#isKnown(hit, marker) {
		if (!this.#last || RANK[hit.confidence] > RANK[this.#last.hit.confidence]) return false;
		return this.#last.marker.some((one) => marker.some(({ start, end }) => start < one.end && one.start < end));
	}
	#toHit(key, offset) {
		const range = {
			offset: offset + key.start,
			length: key.end - key.start
		};
		const as = this.#classifier.classify(key);
		if (as.type === "key") return {
			...as.key,
			encoding: key.encoding,
			member: null,
			...range
		};
		this.#note({
			kind: "look-alike",
			what: as.what,
			silent: as.silent,
			offset: range.offset
		});
		return null;
	}
	#isSpentAt(place, more = 0) {
		if (this.#earns) this.#steps.earn(Math.max(0, place - this.#paid));
		this.#paid = Math.max(this.#paid, place);
		const isSpent = this.#steps.isSpent(more);
		if (isSpent && !this.#wasSpent) this.#note({
			kind: "unread",
			why: TOO_MANY_PARTS
		});
		this.#wasSpent ||= isSpent;
		return isSpent;
	}
	#noteOtherVendor({ bytes, offset }, at) {
		const what = describeOtherKey(bytes, at);
		if (what !== null) this.#note({
			kind: "look-alike",
			what,
			silent: null,
			offset: offset + at
		});
	}
};
function findBlockEnd(place) {
	return (Math.floor(place / BLOCK$2) + 1) * BLOCK$2;
}
const RANK = {
	suspected: 1,
	likely: 2,
	certain: 3
};
// src/detect/spelled-keys.ts
const REDACTED = "sk-…";
const PLAIN = new RegExp(`[\\w-]*${MARKER}[\\w-]*`, "g");
const SHORTEST_KEY = 43;
function redactKeys(text) {
	if (text.length < SHORTEST_KEY) return redactPlain(text);
	const ranges = [asItIs(text), .../%[0-7CDE][0-9A-F]/i.test(text) ? [unquoted(text)] : []].flatMap((form) => [form, ...form.text.includes("/") ? [withoutSlashes(form), asList(form)] : []]).flatMap(findSpelled);
	return redactPlain(ranges.length === 0 ? text : replaceRanges(text, ranges));
}
function redactPlain(text) {
	return text.includes(MARKER) ? text.replaceAll(PLAIN, REDACTED) : text;
}
function asItIs(text) {
	return {
		text,
		placeOf: (index) => index
	};
}
const QUOTED = /%[0-7][0-9A-F]|%[CD][0-9A-F]%[89AB][0-9A-F]|%E[0-9A-F](?:%[89AB][0-9A-F]){2}/gi;
function unquoted(text) {
	return {
		text: text.replaceAll(QUOTED, decodeCharacter),
		placeOf: (index) => {
			let place = index;
			for (const { 0: written, index: at } of text.matchAll(QUOTED)) if (at < place) place += written.length - decodeCharacter(written).length;
			return place;
		}
	};
}
function decodeCharacter(written) {
	try {
		return decodeURIComponent(written);
	} catch {
		return written;
	}
}
function withoutSlashes({ text, placeOf }) {
	return {
		text: text.replaceAll("/", ""),
		placeOf: (index) => {
			let place = index;
			for (let at = 0; at <= place; at += 1) if (text[at] === "/") place += 1;
			return placeOf(place);
		}
	};
}
function asList({ text, placeOf }) {
	return {
		text: text.replaceAll("/", ","),
		placeOf
	};
}
function findSpelled({ text, placeOf }) {
	const bytes = Buffer.from(text);
	const indexOf = (at) => bytes.toString("utf8", 0, at).length;
	return findKeys(bytes).map(({ start, end }) => ({
		start: placeOf(indexOf(start)),
		end: placeOf(indexOf(end))
	}));
}
let anchors;
function findKeys(bytes) {
	anchors ??= createAnchorSet(ANCHORS, false);
	if ([...anchors.prefilter.findPlaces(bytes, 0, bytes.length)].length === 0) return [];
	const search = new Search(anchors, () => {});
	return [...search.add(bytes), ...search.rest()].flatMap((found) => {
		if ("container" in found || "archive" in found && !mayHoldKey$1(found)) return [];
		return [{
			start: found.offset,
			end: found.offset + found.length
		}];
	});
}
const MOST_UNPACKED$1 = { maxOutputLength: 65536 };
const STREAMS = [
	unzipSync,
	inflateRawSync,
	brotliDecompressSync
];
function mayHoldKey$1({ archive, bytes }) {
	if (!isGuess(archive) && archive !== "gzip") return true;
	return STREAMS.some((unpack) => {
		try {
			return findKeys(unpack(bytes, MOST_UNPACKED$1)).length > 0;
		} catch {
			return false;
		}
	});
}
function replaceRanges(text, ranges) {
	let [result, end] = ["", 0];
	for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
		if (range.start >= end) result += text.slice(end, range.start) + REDACTED;
		end = Math.max(end, text[range.end - 1] === "/" ? range.end - 1 : range.end);
	}
	return result + text.slice(end);
}
// src/domain/clock.ts
const SYSTEM_CLOCK = {
	now: () => /* @__PURE__ */ new Date(),
	elapsed: () => performance.now(),
	sleep: (milliseconds, signal) => new Promise((resolve) => {
		if (signal?.aborted) return resolve();
		const end = () => {
			clearTimeout(timer);
			signal?.removeEventListener("abort", end);
			resolve();
		};
		const timer = setTimeout(end, milliseconds);
		signal?.addEventListener("abort", end, { once: true });
	})
};
// src/domain/finding.ts
function isPreexisting(sightings) {
	return sightings.length > 0 && sightings.every(({ preexisting }) => preexisting);
}
function isIgnored({ ignored }) {
	return ignored?.kind === "ignored";
}
function isHarmful({ sightings, validity, ignored }) {
	if (isPreexisting(sightings) || isIgnored({ ignored })) return false;
	return validity.kind !== "inactive" || sightings.some(({ inHead }) => inHead);
}
function isBlocking(finding, failOn) {
	switch (failOn) {
		case "never": return false;
		case "active": return isHarmful(finding) && finding.validity.kind !== "inactive";
		case "leak": return isHarmful(finding);
		default: return failOn;
	}
}
// src/domain/gap.ts
function isChoice(gap) {
	return gap.kind === "no-admin-key";
}
function isUnread(gap) {
	return isFailure(gap) && gap.kind !== "approved";
}
const ABOUT_FOUND_KEYS = /* @__PURE__ */ new Set(["inventory", "audit-file"]);
const ABOUT_SETTINGS = /* @__PURE__ */ new Set(["ignore-file", "broken-ignore-file"]);
function mayHideKey(gap) {
	if (!isUnread(gap) || ABOUT_FOUND_KEYS.has(gap.kind)) return false;
	return gap.cause === void 0 || !ABOUT_SETTINGS.has(gap.cause);
}
const UNMATCHED = /* @__PURE__ */ new Set([
	"protect",
	"paths",
	"ignore"
]);
function isFailure(gap) {
	return !isChoice(gap) && !UNMATCHED.has(gap.kind);
}
// src/domain/report.ts
function conclude({ findings, gaps }) {
	if (findings.some(isHarmful)) return "leaked";
	return gaps.some(isFailure) ? "incomplete" : "clean";
}
function concludeRun(report) {
	if (report.findings.some(({ blocks }) => blocks)) return "leaked";
	return report.gaps.some(isFailure) ? "incomplete" : "clean";
}
function restrictReport(report, detail) {
	if (detail === "full") return report;
	const { findings, gaps } = report;
	return {
		...report,
		askedAs: null,
		findings: findings.map(restrictFinding),
		gaps: gaps.map(restrictGap)
	};
}
function restrictGap(gap) {
	return gap.publicDetail === void 0 ? gap : {
		...gap,
		detail: gap.publicDetail
	};
}
function restrictFinding(finding) {
	const { identity, decision, outcome, earlier } = finding;
	return {
		...finding,
		mask: truncateMask(finding.mask),
		identity: identity.kind === "ours" ? {
			...identity,
			record: removeNames(identity.record)
		} : identity.kind === "ambiguous" ? {
			kind: "ambiguous",
			candidates: identity.candidates.map(removeNames)
		} : identity,
		impact: null,
		decision: removeNamesFromDecision(decision),
		outcome: outcome.kind === "contained" ? {
			...outcome,
			scopesBefore: null
		} : outcome,
		earlier: earlier && {
			...earlier,
			by: earlier.by && {
				...earlier.by,
				name: null
			},
			scopesBefore: null
		}
	};
}
function removeNamesFromDecision(decision) {
	switch (decision.kind) {
		case "leave": return decision;
		case "rehearse": return {
			kind: "rehearse",
			act: {
				...decision.act,
				record: removeNames(decision.act.record)
			}
		};
		case "quarantine":
		case "expire":
		case "revoke": return {
			...decision,
			record: removeNames(decision.record)
		};
		default: return decision;
	}
}
function removeNames(record) {
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
var UsageError = class extends Error {
	name = "UsageError";
};
// src/messages/crash.ts
const REPORT_IT = "https://github.com/openai-key-guard/openai-key-guard/issues";
function describeBug(name) {
	return `openai-key-guard crashed (${name}). This is a bug in openai-key-guard. The change counts as not scanned. Please report it with these lines, which hold no text of the change: ${REPORT_IT}`;
}
const NOT_AN_ERROR = "not an Error";
// src/exit.ts
const EXIT_CODES = {
	clean: 0,
	leaked: 1,
	incomplete: 2
};
function describeCrash(error) {
	if (error instanceof UsageError) return error.message;
	if (!(error instanceof Error)) return describeBug(NOT_AN_ERROR);
	const code = "code" in error && typeof error.code === "string" && /^[A-Z_]{2,40}$/.test(error.code) ? ` ${error.code}` : "";
	const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
	return [describeBug(`${error.name}${code}`), ...frames.slice(0, 12)].join("\n");
}
// src/messages/warnings/action.ts
const FAILURE_TITLE = "OpenAI Key Guard has no result";
const CANCELLED_LATE = "The run was cancelled. It finishes with the key it is containing now, and starts with no other.";
const NOTHING_TO_SCAN = "This event has nothing to scan.";
function describeLeftFolder(code) {
	return `A temporary folder could not be removed (${code}). The runner empties it after the job.`;
}
// src/output-files/open-errors.ts
function getErrorCode(error) {
	if (!(error instanceof Error)) return NO_CODE;
	const { code } = error;
	return typeof code === "string" && /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? code : error.name;
}
// src/output-files/streams.ts
const HEARD = /* @__PURE__ */ new WeakMap();
function listenForErrors(stream) {
	const heard = HEARD.get(stream) ?? { code: null };
	if (!HEARD.has(stream)) {
		HEARD.set(stream, heard);
		stream.on("error", (error) => {
			heard.code ??= getErrorCode(error);
		});
	}
	heard.code = null;
	return async () => {
		await new Promise((resolve) => void stream.write("", () => resolve()));
		await new Promise((resolve) => void setImmediate(resolve));
		return heard.code;
	};
}
function isClosedPipe(code) {
	return code === "EPIPE" || code === "ERR_STREAM_DESTROYED";
}
async function writeText(stream, text) {
	try {
		if (stream.fd !== void 0 && fstatSync(stream.fd).isFile()) {
			writeFileSync(stream.fd, text);
			return null;
		}
		const error = await new Promise((resolve) => void stream.write(text, resolve));
		return error ? getErrorCode(error) : null;
	} catch (error) {
		return getErrorCode(error);
	}
}
// src/domain/earlier-act.ts
const NOTHING_EARLIER = {
	act: null,
	proof: null
};
function decidePossession(known) {
	const { identity, proof, earlier, fingerprint } = known;
	const { possession, validity } = proof;
	const isProven = identity.kind === "ours" && isProof(earlier.proof, fingerprint, identity.record.id);
	if (possession === "owner-unnamed") return isProven && validity.because === "restricted" ? "proven-before" : "unnamed";
	const isDead = possession === "not-accepted" && validity.because === "refused";
	return isProven && isDead && earlier.proof?.kind === "audit-file" ? "proven-before" : possession;
}
function isProof(proof, fingerprint, recordId) {
	if (proof === null || proof.recordId !== recordId) return false;
	return proof.kind === "audit-file" ? proof.fingerprint === fingerprint : proof.reach === "narrow";
}
function isHeldInQuarantine({ act }, recordId) {
	return act?.kind === "quarantine" && act.recordId === recordId && act.standing !== "pending";
}
// src/domain/protection.ts
function isProtected(record, protect) {
	const guarded = new Set(protect.map(normalizeName));
	return listNames(record).some((name) => guarded.has(normalizeName(name)));
}
function findUnmatchedNames(protect, inventory) {
	if (inventory === null || inventory.gaps.some(isChoice)) return [];
	const names = new Set(listProtectable(inventory).map(normalizeName));
	return protect.filter((entry) => !names.has(normalizeName(entry))).map((entry) => ({
		setting: "protect",
		entry
	}));
}
function findUnmatchedApprovals(approved, found) {
	return [...approved].filter((fingerprint) => !found.has(fingerprint)).map((entry) => ({
		setting: "approved",
		entry
	}));
}
function listProtectable({ records, projects }) {
	return [.../* @__PURE__ */ new Set([...records.flatMap(listNames), ...projects.flatMap(listHomeNames)])];
}
function listNames({ id, name, home, owner }) {
	return [
		id,
		name,
		...listHomeNames(home),
		owner?.id,
		owner?.name
	].filter((word) => isGiven(word));
}
function listHomeNames({ id, name }) {
	return [id, name].filter((word) => isGiven(word));
}
function isGiven(word) {
	return word !== null && word !== void 0 && word !== "";
}
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
const SPACES = /[\s\p{Z}\p{Cc}]+/gu;
const DASHES = /\p{Dash}/gu;
function normalizeName(name) {
	return name.normalize("NFKC").replaceAll(IGNORABLE, "").replaceAll(SPACES, " ").replaceAll(DASHES, "-").trim().toLowerCase().toUpperCase().toLowerCase().normalize("NFKC");
}
// src/domain/decision.ts
const CONTAINMENT_KINDS = [
	"quarantine",
	"expire",
	"revoke"
];
function decide(cases, policy, now, unmatched) {
	const decided = cases.map((known) => ({
		...known,
		decision: decideAlone(known, policy, now)
	}));
	const isTooMany = !isWithinCap(decided.flatMap(({ decision }) => isContainment(decision) ? [decision.record.id] : []), policy);
	return decided.map((known) => {
		const { decision } = known;
		if (decision.kind === "leave" || decision.kind === "rehearse") return known;
		if (unmatched.length > 0) return {
			...known,
			decision: leave$1("unmatched-entry")
		};
		if (isTooMany) return {
			...known,
			decision: leave$1("too-many")
		};
		return policy.dryRun ? {
			...known,
			decision: {
				kind: "rehearse",
				act: decision
			}
		} : known;
	});
}
function isContainment(decision) {
	return decision.kind !== "leave" && decision.kind !== "rehearse";
}
function isWithinCap(records, { maxContained }) {
	return new Set(records).size <= maxContained;
}
function isContainable(known, policy, now, unmatched) {
	if (unmatched.some(({ setting }) => setting === "protect")) return false;
	const onLeak = policy.onLeak === "report" ? "revoke" : policy.onLeak;
	const decision = decideAlone(known, {
		...policy,
		onLeak,
		holdIfUsedWithin: 0,
		approved: null,
		dryRun: false
	}, now);
	return decision.kind !== "leave" || decision.because === "already-contained";
}
function decideAlone(known, policy, now) {
	const { fingerprint, confidence, preexisting, identity, proof } = known;
	if (fingerprint === policy.ownKey) return leave$1("own-admin-key");
	if (policy.onLeak === "report") return leave$1("report-only");
	switch (identity.kind) {
		case "foreign": return leave$1("not-ours");
		case "ambiguous": return leave$1("ambiguous");
		case "unchecked": return leave$1(identity.because === "contained-before" && proof.validity.kind === "inactive" ? "already-inactive" : "unchecked");
		case "ours": break;
		default: return identity;
	}
	const { record } = identity;
	if (confidence !== "certain") return leave$1("not-certain");
	if (preexisting && !policy.containPreexisting) return leave$1("preexisting");
	if (isProtected(record, policy.protect)) return leave$1("protected");
	const possession = decidePossession(known);
	if (!isOurs(possession) || proof.validity.kind !== "active") return leave$1(explainDoubt(possession, proof.validity));
	if (policy.onLeak === "quarantine" && isHeldInQuarantine(known.earlier, record.id)) return leave$1("already-contained");
	if (policy.approved && !policy.approved.has(fingerprint)) return leave$1("not-approved");
	if (!policy.approved && wasUsedWithin(record, policy.holdIfUsedWithin, now)) return leave$1("awaiting-approval");
	return containment(record, policy, policy.onLeak, now);
}
function containment(record, policy, kind, now) {
	if (kind === "revoke") return {
		kind,
		record
	};
	if (record.home.kind === "organization") return leave$1("only-revocable");
	if (kind === "quarantine") return {
		kind,
		record
	};
	const ends = now.getTime() + policy.grace * 1e3;
	if (record.expiresAt !== null && record.expiresAt.getTime() <= ends) return leave$1("expires-sooner");
	return {
		kind,
		record,
		grace: policy.grace
	};
}
function wasUsedWithin({ lastUsedAt }, seconds, now) {
	return seconds > 0 && lastUsedAt !== null && lastUsedAt.getTime() >= now.getTime() - seconds * 1e3;
}
function isOurs(possession) {
	return possession === "proven" || possession === "proven-before";
}
function explainDoubt(possession, validity) {
	const isKnown = possession === "proven-before";
	if (validity.kind === "inactive" && (isKnown || validity.because !== "refused")) return "already-inactive";
	return isOurs(possession) ? "not-accepted" : possession;
}
function leave$1(because) {
	return {
		kind: "leave",
		because
	};
}
// src/domain/ignore-entry.ts
const A_DAY$1 = 864e5;
function isPast({ until }, now) {
	return until !== null && now.getTime() >= until.getTime() + A_DAY$1;
}
function matchIgnoreEntry(entries, { fingerprint, identity, validity }, now) {
	const entry = entries.find((candidate) => candidate.fingerprint === fingerprint);
	if (!entry) return null;
	const { reason, until } = entry;
	const isOurs = identity.kind === "ours" && validity.kind !== "inactive";
	return {
		kind: isPast(entry, now) ? "expired" : isOurs ? "overruled" : "ignored",
		reason,
		until
	};
}
// src/messages/gaps/search.ts
function describeEarlyStop(error) {
	return `Reading stopped early (${error}), after keys were found: there may be more of them.`;
}
function describeUnsearched(name, error) {
	return `${name ?? "A text without a path"} was not searched to its end: the search failed (${error}).`;
}
function describeUnlocatedPlaces(count) {
	return `${count === 1 ? "1 place of a key has" : `${count} places of keys have`} no line and no commit: looking them up failed.`;
}
function describeUncompared(count) {
	return `${count === 1 ? "1 key counts" : `${count} keys count`} as new, because the search of the base failed.`;
}
function describeSelfTest(missed, all) {
	return `The search missed ${missed} of ${all} built-in sample keys, so its result cannot be trusted.`;
}
function describeUnrecordedEnd(id) {
	return `The audit file lacks what became of ${id}: the line could not be written.`;
}
// src/scan/contain.ts
async function containAll(keys, early, world) {
	const planned = keys.flatMap(({ candidate, decision, fingerprint }) => {
		return isContainment(decision) && !early.keys.has(fingerprint) ? [{
			mask: candidate.secret.mask,
			act: decision
		}] : [];
	});
	if (planned.length > 0 && world.confirm && !await world.confirm(planned)) return {
		keys: keys.map(decline),
		gaps: []
	};
	if (planned.length > 0 && early.keys.size === 0) world.onContainment();
	const contained = [];
	const gaps = [...early.gaps];
	for (const key of keys) {
		const done = early.keys.get(key.fingerprint);
		if (done) {
			contained.push(done);
			continue;
		}
		const result = await containKey(key, world);
		contained.push({
			...key,
			outcome: result.outcome
		});
		gaps.push(...result.gaps);
	}
	return {
		keys: contained,
		gaps
	};
}
function decline(key) {
	return {
		...key,
		outcome: isContainment(key.decision) ? {
			kind: "left",
			because: "declined"
		} : leave(key.decision)
	};
}
function leave(decision) {
	if (decision.kind === "leave") return {
		kind: "left",
		because: decision.because
	};
	return {
		kind: "rehearsed",
		because: `would-${decision.act.kind}`
	};
}
async function containKey({ candidate, decision }, world) {
	if (!isContainment(decision)) return {
		outcome: leave(decision),
		gaps: []
	};
	if (world.isCancelled()) return {
		outcome: {
			kind: "refused",
			because: "cancelled"
		},
		gaps: []
	};
	const { journal, registry, clock } = world;
	const { secret, sightings } = candidate;
	try {
		await journal.begin({
			fingerprint: secret.fingerprint,
			containment: decision,
			sightings,
			at: clock.now()
		});
	} catch {
		return {
			outcome: {
				kind: "refused",
				because: "not-recorded"
			},
			gaps: []
		};
	}
	const outcome = await registry.contain(decision, {
		validity: async () => (await registry.prove(secret, decision.record, { isUrgent: true })).validity,
		probeScopes: async () => await registry.probeScopes(secret)
	}).catch(() => ({
		kind: "failed",
		because: "unexpected"
	}));
	return {
		outcome,
		gaps: await recordEnd(secret.fingerprint, decision.record.id, outcome, world)
	};
}
async function recordEnd(fingerprint, id, outcome, { journal, clock }) {
	try {
		await journal.end(fingerprint, id, outcome, clock.now());
		return [];
	} catch {
		return [{
			kind: "audit-file",
			detail: describeUnrecordedEnd(id)
		}];
	}
}
async function settleUnfinished(acts, keys, world) {
	const settled = /* @__PURE__ */ new Map();
	const unfinished = [];
	const gaps = [];
	for (const act of acts) {
		const key = keys.find(({ candidate }) => candidate.secret.fingerprint === act.fingerprint);
		if (key && wasBegun(key, (settled.get(key) ?? key).outcome)) continue;
		const outcome = key ? await inferOutcome(act, key, world) : null;
		if (key && outcome) {
			settled.set(key, {
				...key,
				outcome,
				earlier: {
					...key.earlier,
					act: describeSettled(act, outcome)
				}
			});
			gaps.push(...await recordEnd(act.fingerprint, act.id, outcome, world));
		} else unfinished.push(act);
	}
	return {
		keys: keys.map((key) => settled.get(key) ?? key),
		unfinished,
		gaps
	};
}
function describeSettled({ act, id, at, by }, outcome) {
	const { endsAt, scopesBefore } = outcome.kind === "contained" ? outcome : {
		endsAt: null,
		scopesBefore: null
	};
	return {
		kind: act,
		recordId: id,
		at,
		by,
		endsAt,
		scopesBefore,
		knownFrom: "audit-file",
		standing: "confirmed"
	};
}
function wasBegun({ decision }, outcome) {
	return isContainment(decision) && outcome.kind !== "refused" && outcome.kind !== "left";
}
async function inferOutcome({ id, act, at }, { candidate, identity, proof, decision, earlier }, { registry }) {
	if (identity.kind === "unchecked" && identity.because === "contained-before" && proof.validity.kind === "inactive") return { kind: "already-gone" };
	if (identity.kind !== "ours" || identity.record.id !== id || act === "revoke") return null;
	const contained = {
		kind: "contained",
		by: act,
		verified: true,
		at,
		scopesBefore: null
	};
	if (act === "quarantine") {
		const { standing, recordId, kind, scopesBefore } = earlier.act ?? {};
		if (kind === act && recordId === id && standing === "confirmed") return {
			...contained,
			scopesBefore: scopesBefore ?? null,
			stopped: false,
			endsAt: null
		};
		if (!(identity.record.owner?.kind === "user" && proof.possession === "owner-unnamed") || proof.validity.because !== "restricted") return null;
		if (await registry.probeScopes(candidate.secret).catch(() => "untold") !== "narrow") return null;
		return {
			...contained,
			stopped: false,
			endsAt: null
		};
	}
	const hasEnded = proof.validity.kind === "inactive" && proof.validity.because === "expired";
	const isEnding = decision.kind === "leave" && decision.because === "expires-sooner";
	if (!hasEnded && !isEnding) return null;
	return {
		...contained,
		stopped: hasEnded,
		endsAt: identity.record.expiresAt
	};
}
// src/scan/early-containment.ts
var EarlyContainment = class {
	#context;
	#world;
	#due = [];
	#begun = [];
	#last = Promise.resolve();
	#keys = /* @__PURE__ */ new Map();
	#gaps = [];
	constructor(context, world) {
		[this.#context, this.#world] = [context, world];
	}
	hear(judgement, open) {
		if (this.#world.confirm !== null) return;
		const decided = this.#decideAlone(judgement);
		if (decided) this.#due.push(decided);
		if (this.#due.length === 0 || !this.#isWithinCap(open)) return;
		for (const key of this.#due) this.#begin(key);
		this.#due = [];
	}
	async finish() {
		await this.#last;
		return {
			keys: this.#keys,
			gaps: this.#gaps
		};
	}
	#decideAlone(judgement) {
		const { policy, now, unmatched } = this.#context;
		const [decided] = decide([judgement], policy, now, unmatched);
		return decided && isContainment(decided.decision) ? decided : null;
	}
	#isWithinCap(open) {
		return isWithinCap([...[...this.#begun, ...this.#due].flatMap(listRecord), ...open], this.#context.policy);
	}
	#begin(key) {
		if (this.#begun.length === 0) this.#world.onContainment();
		this.#begun.push(key);
		this.#last = this.#containAfter(this.#last, key);
	}
	async #containAfter(last, key) {
		await last;
		const { outcome, gaps } = await containKey(key, this.#world);
		this.#keys.set(key.fingerprint, {
			...key,
			outcome
		});
		this.#gaps.push(...gaps);
	}
};
function listRecord({ identity }) {
	return identity.kind === "ours" ? [identity.record.id] : [];
}
// src/domain/candidate.ts
function countSilent(kinds) {
	const count = (one) => kinds.filter((kind) => kind === one).length;
	return {
		"published-example": count("published-example"),
		placeholder: count("placeholder"),
		sequence: count("sequence"),
		repetition: count("repetition")
	};
}
function listReadings(candidate, isKnown) {
	return [candidate, ...candidate.alternatives.filter(({ secret }) => !isKnown(secret.fingerprint)).map((reading) => ({
		...candidate,
		...reading,
		confidence: surer(candidate, reading)
	}))];
}
const GRADES = [
	"suspected",
	"likely",
	"certain"
];
function surer(one, other) {
	return GRADES.indexOf(one.confidence) < GRADES.indexOf(other.confidence) ? other.confidence : one.confidence;
}
const MOST_ALTERNATIVES = 16;
function mergeHit(known, hit) {
	const { secret, kind, confidence, alternatives } = hit;
	if (!known) return {
		secret,
		kind,
		confidence,
		alternatives
	};
	if (!(GRADES.indexOf(confidence) > GRADES.indexOf(known.confidence))) return {
		...known,
		alternatives: mergeReadings(known.alternatives, alternatives)
	};
	return {
		secret: known.secret,
		kind,
		confidence,
		alternatives: mergeReadings(alternatives, known.alternatives)
	};
}
function mergeReadings(known, more) {
	const isNew = ({ secret }) => known.every((one) => one.secret.fingerprint !== secret.fingerprint);
	return more.length === 0 ? known : [...known, ...more.filter(isNew)].slice(0, MOST_ALTERNATIVES);
}
function findFirstSeen(sightings) {
	let first = null;
	for (const { at } of sightings) if (at && (!first || at < first)) first = at;
	return first;
}
var SightingList = class {
	#limit;
	#listed = [];
	#spellings = /* @__PURE__ */ new Map();
	#representatives = /* @__PURE__ */ new Map();
	#earliest = null;
	#firstSeen = Number.POSITIVE_INFINITY;
	constructor(limit = 100) {
		this.#limit = limit;
	}
	get length() {
		return this.#listed.length + (this.#earliest ? 1 : 0);
	}
	add(sighting) {
		const at = sighting.at?.getTime() ?? NaN;
		const isEarliest = at < this.#firstSeen;
		if (isEarliest) this.#firstSeen = at;
		const name = this.#classify(sighting);
		const representative = this.#representatives.get(name);
		if (!representative || this.#listed.length < this.#limit) {
			const entry = {
				sighting,
				unlisted: sighting.unlisted ?? 0
			};
			this.#listed.push(entry);
			if (!representative) this.#representatives.set(name, entry);
		} else if (isEarliest) {
			this.#fold(this.#earliest);
			this.#earliest = sighting;
		} else representative.unlisted += countPlaces([sighting]);
	}
	list() {
		const listed = this.#listed.map(({ sighting, unlisted }) => unlisted === (sighting.unlisted ?? 0) ? sighting : {
			...sighting,
			unlisted
		});
		return this.#earliest ? [...listed, this.#earliest] : listed;
	}
	#fold(sighting) {
		const representative = sighting && this.#representatives.get(this.#classify(sighting));
		if (representative) representative.unlisted += countPlaces([sighting]);
	}
	#classify({ where, inHead, preexisting, spelling }) {
		if (spelling && !this.#spellings.has(spelling)) this.#spellings.set(spelling, this.#spellings.size);
		return `${where} ${inHead} ${preexisting} ${spelling ? this.#spellings.get(spelling) : ""}`;
	}
};
function listSightings(sightings, limit = 100) {
	const list = new SightingList(limit);
	for (const sighting of sightings) list.add(sighting);
	return list.list();
}
function countPlaces(sightings) {
	let count = 0;
	for (const { unlisted = 0 } of sightings) count += 1 + unlisted;
	return count;
}
// src/scan/find.ts
const MAX_LISTED_IN_ALL = 5e4;
async function findCandidates(world) {
	const { source } = world;
	const found = new FoundKeys(world);
	const gaps = [];
	const silent = [];
	try {
		for await (const blob of source.blobs()) {
			const searched = await searchBlob(blob, found, world);
			gaps.push(...searched.gaps);
			silent.push(...searched.silent);
		}
	} catch (error) {
		if (!found.hasAny) throw error;
		gaps.push({
			kind: "unreadable",
			cause: "cut-short",
			detail: describeEarlyStop(nameError(error))
		});
	}
	const { candidates, unfinished } = await found.complete();
	return {
		candidates,
		gaps: [...gaps, ...describeUnlocated(found.unlocated, unfinished)],
		silent: countSilent(silent)
	};
}
async function searchBlob(blob, found, world) {
	const notes = [];
	const gaps = [];
	try {
		for await (const hit of world.detect(blob, (note) => notes.push(note))) await found.add(blob, hit);
	} catch (error) {
		const name = await world.source.nameOf(blob).catch(() => null);
		const detail = describeUnsearched(name?.name ?? null, nameError(error));
		gaps.push({
			kind: "unreadable",
			cause: "fault",
			detail,
			...getPath(name)
		});
	}
	const noted = await passOnNotes(blob, notes, world);
	return {
		...noted,
		gaps: [...gaps, ...noted.gaps]
	};
}
var FoundKeys = class {
	unlocated = 0;
	#world;
	#byFingerprint = /* @__PURE__ */ new Map();
	#listed = 0;
	constructor(world) {
		this.#world = world;
	}
	get hasAny() {
		return [...this.#byFingerprint.values()].some(({ key }) => key !== null);
	}
	async add(blob, hit) {
		const found = this.#get(hit);
		const sightings = await this.#world.source.locate(blob, hit).catch(() => {
			this.unlocated += 1;
			return [createUnlocated(blob.provenance, hit)];
		});
		if (sightings.length > 0) found.key = mergeHit(found.key ?? void 0, hit);
		this.#listed -= found.places.length;
		for (const sighting of sightings) found.places.add(sighting);
		this.#listed += found.places.length;
	}
	async complete() {
		const candidates = [];
		let unfinished = 0;
		for (const { key, places } of this.#byFingerprint.values()) {
			if (key === null) continue;
			const listed = places.list();
			const sightings = await this.#world.source.complete(listed).catch(() => {
				unfinished += 1;
				return listed;
			});
			candidates.push({
				...key,
				sightings: listSightings(sightings)
			});
		}
		return {
			candidates,
			unfinished
		};
	}
	#get({ secret, alternatives }) {
		const known = this.#byFingerprint.get(secret.fingerprint);
		if (known) return known;
		for (const reading of [secret, ...alternatives.map((one) => one.secret)]) this.#world.onKeyFound(reading);
		const found = {
			key: null,
			places: new SightingList(this.#listed < MAX_LISTED_IN_ALL ? 100 : 1)
		};
		this.#byFingerprint.set(secret.fingerprint, found);
		return found;
	}
};
function createUnlocated(provenance, { encoding, member }) {
	const place = describeOrigin(provenance);
	const unknown = {
		line: null,
		column: null,
		commit: null,
		author: null,
		at: null
	};
	return {
		...place,
		...unknown,
		encoding,
		member,
		inHead: false,
		preexisting: false
	};
}
function describeOrigin(provenance) {
	switch (provenance.kind) {
		case "object": return {
			where: "file",
			path: null
		};
		case "file": return {
			where: "file",
			path: provenance.path
		};
		case "path": return {
			where: "path",
			path: provenance.path
		};
		case "ref": return {
			where: "path",
			path: provenance.name
		};
		case "commit-message":
		case "commit-people":
		case "commit-signature":
		case "note": return {
			where: "commit-message",
			path: null
		};
		case "tag-message": return {
			where: "tag-message",
			path: null
		};
		case "event-text": return {
			where: "pull-request",
			path: null
		};
		case "stdin": return {
			where: "stdin",
			path: provenance.name
		};
		default: return provenance;
	}
}
function describeUnlocated(hits, keys) {
	const gaps = [];
	if (hits > 0) gaps.push({
		kind: "unreadable",
		cause: "fault",
		detail: describeUnlocatedPlaces(hits)
	});
	if (keys > 0) gaps.push({
		kind: "unreadable",
		cause: "fault",
		detail: describeUncompared(keys)
	});
	return gaps;
}
function nameError(error) {
	return error instanceof Error ? error.name : NOT_AN_ERROR;
}
async function passOnNotes(blob, notes, { source, onLookAlike }) {
	const name = notes.length > 0 ? await source.nameOf(blob) : null;
	const gaps = [];
	const silent = [];
	if (name === null) return {
		gaps,
		silent
	};
	for (const note of notes) {
		if (note.kind === "unread") {
			gaps.push({
				kind: "archive",
				detail: describeUnreadPart(name.name, note.why),
				...getPath(name)
			});
			continue;
		}
		onLookAlike(note.what, name.name);
		if (note.silent !== null) silent.push(note.silent);
	}
	return {
		gaps,
		silent
	};
}
function getPath(name) {
	return name?.path === void 0 ? {} : { path: name.path };
}
async function runSelfTest({ detect, sample }) {
	const { blob, fingerprints } = sample();
	const found = /* @__PURE__ */ new Set();
	for await (const { secret } of detect(blob, () => {})) found.add(secret.fingerprint);
	const missed = fingerprints.filter((fingerprint) => !found.has(fingerprint)).length;
	if (missed === 0) return [];
	return [{
		kind: "self-test",
		detail: describeSelfTest(missed, fingerprints.length)
	}];
}
// src/domain/redaction.ts
function parseRedacted(redacted) {
	const parts = /^([^*.…]+)(\*+|\.{2,}|…)([^*.…]+)$/.exec(redacted.trim());
	if (!parts) return null;
	const [whole, head = "", hidden = "", tail = ""] = parts;
	return {
		head,
		tail,
		length: hidden.startsWith("*") ? whole.length : null
	};
}
function mayBeRedactedAs(secret, redacted) {
	const ends = parseRedacted(redacted);
	return ends !== null && mayBeShownAs(secret, ends) && secret.reveal().length > ends.head.length + ends.tail.length;
}
function readTail(secret, length) {
	return secret.reveal().slice(-length);
}
function mayBeShownAs(secret, { head, tail, length }) {
	const text = secret.reveal();
	if (length !== null && length !== text.length) return false;
	return text.length >= head.length + tail.length && text.startsWith(head) && text.endsWith(tail);
}
const ALPHANUMERIC = Math.log2(62);
const PADDED = /[AEIMQUYcgkosw048]A$/;
const SHORT = 72;
function countRevealedBits(secret, redacted) {
	const ends = parseRedacted(redacted);
	if (!ends) return 0;
	const text = secret.reveal();
	const body = Math.max(0, ends.head.length - readPrefix(text).length);
	if (text.length <= SHORT) return (body + ends.tail.length) * ALPHANUMERIC;
	const tail = PADDED.test(text) ? 4 + 6 * Math.max(0, ends.tail.length - 2) : 6 * ends.tail.length;
	return 6 * body + tail;
}
// src/domain/identity.ts
const A_DAY = 864e5;
function identify(candidate, inventory, containedBefore = false) {
	if (inventory.gaps.some(isChoice)) return {
		kind: "unchecked",
		because: "no-admin-key"
	};
	const matching = listNear(candidate, inventory.records).filter((record) => matches(candidate, record));
	const [record, ...more] = matching;
	if (more.length > 0) return {
		kind: "ambiguous",
		candidates: matching
	};
	if (inventory.gaps.some(({ covers }) => covers.some((home) => mayLiveIn(candidate.kind, home)))) return {
		kind: "unchecked",
		because: "inventory-incomplete"
	};
	if (record) return isYounger(record, candidate) ? {
		kind: "unchecked",
		because: "created-after-sighting"
	} : {
		kind: "ours",
		record,
		chance: estimateChance(candidate, record, inventory)
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
const TAIL = 3;
const BY_TAIL = /* @__PURE__ */ new WeakMap();
function listNear({ secret }, records) {
	const byTail = BY_TAIL.get(records) ?? groupByTail(records);
	BY_TAIL.set(records, byTail);
	const [own, others] = [byTail.get(readTail(secret, TAIL)) ?? [], byTail.get("") ?? []];
	return others.length === 0 ? own : records.filter((record) => own.includes(record) || others.includes(record));
}
function groupByTail(records) {
	const byTail = /* @__PURE__ */ new Map();
	for (const record of records) {
		const { tail = "" } = (record.redacted === null ? null : parseRedacted(record.redacted)) ?? {};
		if (tail === "") continue;
		const shown = tail.length < TAIL ? "" : tail.slice(-3);
		const alike = byTail.get(shown);
		if (alike) alike.push(record);
		else byTail.set(shown, [record]);
	}
	return byTail;
}
function matches({ secret, kind }, record) {
	return record.redacted !== null && livesIn(kind, record) && mayBeRedactedAs(secret, record.redacted);
}
function estimateChance({ secret, kind }, { redacted }, { records }) {
	const rivals = records.filter((record) => record.redacted !== null && livesIn(kind, record)).length;
	return Math.min(1, rivals / 2 ** countRevealedBits(secret, redacted ?? ""));
}
function isAlwaysListed(kind) {
	return kind === "project" || kind === "service-account" || kind === "admin";
}
function livesIn(kind, { home, owner }) {
	if (kind === "suspected") return false;
	return mayLiveIn(kind, home.kind) && !(kind === "service-account" && owner?.kind === "user");
}
function mayLiveIn(kind, home) {
	return kind === "suspected" || kind === "admin" === (home === "organization");
}
function isYounger({ createdAt }, { sightings }) {
	const seen = findFirstSeen(sightings);
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
function createUntriedProof(identity, now) {
	return {
		validity: inferValidity(identity, now),
		possession: "not-tried"
	};
}
function inferValidity(identity, now) {
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
// src/scan/recall.ts
const SLACK = 6e4;
const SPREADING = 9e5;
async function findEarlier(key, registry, now) {
	const { identity, proof, recorded, secret } = key;
	const record = identity.kind === "ours" ? identity.record : null;
	const own = recorded.filter(({ id }) => id === record?.id);
	const isDead = proof.validity.kind === "inactive" && proof.validity.because !== "expired";
	if (record === null || own.length === 0 && isDead) return {
		act: recallEnded(key, now),
		proof: null
	};
	if (proof.possession === "someone-else" || proof.possession === "unnamed") return NOTHING_EARLIER;
	const history = await registry.readHistory(record).catch(() => null);
	const traces = {
		own,
		history,
		reach: (history?.quarantine != null || own.some(({ act }) => act === "quarantine")) && isRestricted(proof) ? await registry.probeScopes(secret).catch(() => "untold") : "untold",
		now
	};
	const [act = null] = [recallQuarantine(record, traces), recallExpiry(record, traces)].filter((act) => act !== null).toSorted((one, other) => other.at.getTime() - one.at.getTime());
	const facts = {
		act,
		proof: findProof(key, record, traces)
	};
	const possession = decidePossession({
		fingerprint: secret.fingerprint,
		identity,
		proof,
		earlier: facts
	});
	return own.length > 0 || possession === "proven" || possession === "proven-before" || hasEndedAsLogged(proof, act) ? facts : NOTHING_EARLIER;
}
function hasEndedAsLogged({ validity }, act) {
	return act?.kind === "expire" && validity.kind === "inactive" && validity.because === "expired";
}
function isRestricted({ validity }) {
	return validity.kind === "active" && validity.because === "restricted";
}
function findProof({ secret, kind }, { id }, { own, history, reach }) {
	if (own.length > 0) return {
		kind: "audit-file",
		fingerprint: secret.fingerprint,
		recordId: id
	};
	return history?.quarantine?.isOurs === true && isAlwaysListed(kind) ? {
		kind: "audit-log",
		recordId: id,
		reach
	} : null;
}
function findLast(own, isSuch) {
	const found = own.findLast(({ end }) => typeof end === "object" && isSuch(end));
	return found && typeof found.end === "object" ? {
		...found,
		end: found.end
	} : null;
}
function recallQuarantine({ id: recordId }, { own, history, reach, now }) {
	const logged = history?.quarantine ?? null;
	const last = findLast(own, ({ by }) => by === "quarantine");
	const done = last !== null && history?.widenedAt != null && history.widenedAt > last.end.at ? null : last;
	const begun = own.findLast(({ act, end }) => act === "quarantine" && end === "open") ?? null;
	const common = {
		kind: "quarantine",
		recordId,
		endsAt: null
	};
	if (logged !== null && (logged.isOurs || done !== null)) {
		const { scopesBefore, isLast } = logged;
		const standing = reach !== "narrow" ? "pending" : isLast ? "confirmed" : "plausible";
		const recorded = done ?? begun;
		const at = done?.end.at ?? logged.at;
		const knownFrom = recorded === null ? "audit-log" : "audit-file";
		return {
			...common,
			at,
			by: recorded?.by ?? logged.by,
			scopesBefore,
			knownFrom,
			standing
		};
	}
	if (done === null) return null;
	const isYoung = now.getTime() - done.end.at.getTime() < SPREADING;
	if (reach !== "narrow" && !isYoung) return null;
	const { at, scopesBefore } = done.end;
	const standing = reach === "narrow" ? "plausible" : "pending";
	return {
		...common,
		at,
		by: done.by,
		scopesBefore,
		knownFrom: "audit-file",
		standing
	};
}
function recallExpiry({ id: recordId, expiresAt }, { own, history }) {
	if (expiresAt === null) return null;
	const isStill = (endsAt) => endsAt !== null && Math.abs(endsAt.getTime() - expiresAt.getTime()) <= SLACK;
	const done = findLast(own, ({ by, endsAt }) => by === "expire" && isStill(endsAt));
	const logged = history?.expiry?.isOurs === true && isStill(history.expiry.endsAt) ? history.expiry : null;
	const at = done?.end.at ?? logged?.at;
	if (at === void 0) return null;
	const knownFrom = done === null ? "audit-log" : "audit-file";
	return {
		kind: "expire",
		recordId,
		endsAt: expiresAt,
		scopesBefore: null,
		standing: "confirmed",
		at,
		by: done?.by ?? logged?.by ?? null,
		knownFrom
	};
}
function recallEnded({ proof: { validity }, recorded }, now) {
	const last = findLast(recorded, () => true);
	const isEnd = last?.end.by === "revoke" || last?.end.by === "expire" && (last.end.endsAt ?? now) <= now;
	if (last === null || !isEnd) return null;
	const { by: kind, at, endsAt } = last.end;
	const standing = validity.kind === "inactive" ? "confirmed" : "pending";
	return {
		kind,
		recordId: last.id,
		at,
		by: last.by,
		endsAt,
		scopesBefore: null,
		knownFrom: "audit-file",
		standing
	};
}
// src/scan/judge.ts
const CONCURRENCY = 4096;
async function judgeAll(candidates, facts, policy, world, onJudged = () => {}) {
	const known = new Set(candidates.map(({ secret }) => secret.fingerprint));
	const all = candidates.map((candidate, index) => {
		return {
			index,
			readings: identifyReadings(listReadings(candidate, (fingerprint) => known.has(fingerprint)), facts)
		};
	});
	const open = new OpenRecords(all.map(({ readings }) => readings));
	const context = {
		facts,
		policy,
		world: askOnce(world),
		lookUpImpact: createImpactLookup(world)
	};
	const results = [];
	await forEachConcurrently(takeTurns(all), async ({ index, readings }) => {
		const judgement = await judge(readings, context);
		results[index] = judgement;
		open.close(readings);
		onJudged(judgement, open.ids);
	});
	return results;
}
function takeTurns(items) {
	const turns = /* @__PURE__ */ new Map();
	return items.map((item) => {
		const id = listRecords(item.readings)[0] ?? "";
		const turn = id === "" ? 0 : turns.get(id) ?? 0;
		turns.set(id, turn + 1);
		return {
			item,
			turn
		};
	}).toSorted((one, other) => one.turn - other.turn).map(({ item }) => item);
}
function listRecords(readings) {
	return readings.flatMap(({ identity }) => identity.kind === "ours" ? [identity.record.id] : []);
}
var OpenRecords = class {
	#counts = /* @__PURE__ */ new Map();
	constructor(all) {
		for (const id of all.flatMap(listRecords)) this.#counts.set(id, (this.#counts.get(id) ?? 0) + 1);
	}
	get ids() {
		return new Set(this.#counts.keys());
	}
	close(readings) {
		for (const id of listRecords(readings)) {
			const left = (this.#counts.get(id) ?? 0) - 1;
			if (left > 0) this.#counts.set(id, left);
			else this.#counts.delete(id);
		}
	}
};
function askOnce(world) {
	const histories = /* @__PURE__ */ new Map();
	const readHistory = async (record) => {
		const asked = histories.get(record.id) ?? world.registry.readHistory(record);
		histories.set(record.id, asked);
		return await asked;
	};
	return {
		...world,
		registry: {
			...world.registry,
			readHistory
		}
	};
}
async function forEachConcurrently(items, work) {
	const waiting = items.values();
	const workThrough = async () => {
		for (const item of waiting) await work(item);
	};
	await Promise.all(Array.from({ length: Math.min(CONCURRENCY, items.length) }, workThrough));
}
function identifyReadings(readings, { inventory, containedBefore }) {
	const identified = readings.map((candidate) => {
		const isRemembered = containedBefore.has(candidate.secret.fingerprint);
		return {
			candidate,
			isRemembered,
			identity: identify(candidate, inventory, isRemembered)
		};
	});
	const rank = ({ identity, isRemembered }) => identity.kind === "ours" ? 0 : isRemembered ? 1 : 2;
	return identified.toSorted((left, right) => rank(left) - rank(right));
}
async function judge(readings, context) {
	let first = null;
	for (const reading of readings) {
		const tried = {
			...reading,
			proof: await tryReading(reading, context)
		};
		if (isAccepted(tried.proof)) return await complete(tried, context);
		first ??= tried;
	}
	if (!first) throw new Error("a candidate has at least one reading");
	return await complete(first, context);
}
async function tryReading({ candidate: { secret }, identity, isRemembered }, { policy, world: { registry, clock } }) {
	if (!mayTry(identity, policy.tryKeys, isRemembered)) return createUntriedProof(identity, clock.now());
	const record = identity.kind === "ours" ? identity.record : null;
	return await registry.prove(secret, record).catch(() => UNKNOWN_PROOF);
}
async function complete({ candidate, identity, proof }, { facts: { recorded }, world: { registry, clock }, lookUpImpact }) {
	const { secret, kind, confidence, sightings } = candidate;
	const { fingerprint } = secret;
	const earlier = await findEarlier({
		secret,
		kind,
		identity,
		proof,
		recorded: recorded.get(fingerprint) ?? []
	}, registry, clock.now()).catch(() => NOTHING_EARLIER);
	const judged = {
		fingerprint,
		confidence,
		preexisting: isPreexisting(sightings),
		identity,
		proof,
		earlier
	};
	const record = identity.kind === "ours" && mayBeRecordsKey(judged) ? identity.record : null;
	return {
		...judged,
		candidate,
		impact: record && await lookUpImpact(candidate, record)
	};
}
function mayBeRecordsKey(judged) {
	const possession = decidePossession(judged);
	const isRefused = judged.proof.validity.because === "refused";
	return possession !== "someone-else" && !(possession === "not-accepted" && isRefused);
}
function isAccepted({ possession, validity }) {
	return possession !== "not-tried" && validity.kind === "active";
}
const MOST_WINDOWS = 8;
const UNKNOWN_PROOF = {
	validity: {
		kind: "unknown",
		because: "unreadable"
	},
	possession: "not-accepted"
};
function createImpactLookup({ registry, clock }) {
	const answers = /* @__PURE__ */ new Map();
	return async ({ sightings }, record) => {
		const since = startOfExposure(findFirstSeen(sightings), record, clock.now());
		if (since === null) return null;
		const windows = answers.get(record.id) ?? /* @__PURE__ */ new Map();
		answers.set(record.id, windows);
		const known = windows.get(since.getTime());
		if (!known && windows.size >= MOST_WINDOWS) return null;
		const answer = known ?? registry.impact(record, since);
		windows.set(since.getTime(), answer);
		return await answer.catch(() => null);
	};
}
function startOfExposure(firstSeen, { createdAt }, now) {
	const earliest = firstSeen ?? createdAt;
	if (earliest === null) return null;
	return new Date(Math.max(Math.min(earliest.getTime(), now.getTime()), createdAt?.getTime() ?? 0));
}
// src/messages/gaps/unmatched-entries.ts
function describeUnmatchedProtect(entry, isComplete, nearest) {
	return `The protect entry ${entry} ${isComplete ? "fits no key, project or owner of the organisation" : "fits none of the keys, projects and owners that could be listed"}, so no key was changed.${suggest(nearest)}`;
}
function describeUnmatchedApproval(fingerprint, nearest) {
	return `The approved fingerprint ${fingerprint} was not found, so no key was changed.${suggest(nearest)}`;
}
function suggest(nearest) {
	return nearest === null ? "" : ` Did you mean ${nearest}?`;
}
const NAMED = 5;
function describeUnusedEntries(entries) {
	const names = entries.slice(0, NAMED).map(({ fingerprint, endedOn }) => nameEntry(fingerprint, endedOn));
	const more = entries.length > NAMED ? ` and ${entries.length - NAMED} more` : "";
	return entries.length === 1 ? `1 entry of the ignore file matches no key in the whole history: ${names.join("")}.` : `${entries.length} entries of the ignore file match no key in the whole history: ${names.join(", ")}${more}.`;
}
function nameEntry(fingerprint, endedOn) {
	return endedOn === null ? fingerprint : `${fingerprint} (ended on ${endedOn})`;
}
// src/messages/hints.ts
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
function describeNearest(word) {
	return ` Did you mean ${word}?`;
}
// src/settings/nearest.ts
function findNearest(word, words) {
	const best = words.length > 0 ? (0, import_fastest_levenshtein.closest)(word, words) : null;
	if (best === null) return null;
	return (0, import_fastest_levenshtein.distance)(word, best) <= Math.max(1, Math.floor(word.length / 3)) || hasLettersOf(word, best) ? best : null;
}
function suggestNearest(word, words) {
	const best = findNearest(word, words);
	return best ? describeNearest(best) : "";
}
const SHORTEST_BEGINNING = 7;
const WORDS_OF_THEIR_OWN = ["project", "trace"];
function findMisspelt(word, names) {
	if (WORDS_OF_THEIR_OWN.includes(word)) return null;
	const letters = pickLetters(word);
	const isMisspelling = (name) => pickLetters(name) === letters || (0, import_fastest_levenshtein.distance)(word, name) <= Math.max(1, Math.floor(word.length / 4)) || hasLettersOf(word, name) || letters.length >= SHORTEST_BEGINNING && pickLetters(name).startsWith(letters);
	return names.find((name) => pickLetters(name) === letters) ?? names.find(isMisspelling) ?? null;
}
function hasLettersOf(word, other) {
	const sort = (text) => [...text].toSorted().join("");
	return sort(word) === sort(other);
}
function pickLetters(word) {
	return word.replaceAll(/[^\p{L}\p{N}]/gu, "");
}
// src/messages/errors/command-line/settings.ts
function describeWrongWord(name, value, words, hint) {
	return `${name} is ${value}. It must be one of ${words.join(", ")}.${hint}`;
}
function describeWrongBoolean(name, value) {
	return `${name} is ${value}. It must be true or false.`;
}
function describeWrongCount(name, value) {
	return `${name} is ${value}. It must be a whole number, 0 or more.`;
}
function describeWrongDuration(name, value) {
	return `${name} is ${value}. It must be a number and a unit, such as 90s, 30m, 1h or 2d.`;
}
function describeWrongGrace(name, value) {
	return `${name} is ${value}. It must be from 1s to 365d.`;
}
function describeWrongApproved(name, value) {
	return `${name} contains ${value}. It must hold fingerprints from the report: 16 hex digits each.`;
}
function describeWrongPath(name, value) {
	return `${name} is ${value}. It must be a path in the repository, such as .github/openai-key-guard.yml.`;
}
function describeWrongUrl(name) {
	return `${name} is not a plain URL. It must be an address such as https://api.openai.com/v1, without a name, a password, ? or #.`;
}
function describeInsecureUrl(name, value) {
	return `${name} is ${value}. Keys are sent there, so it must begin with https://. Only this machine may use http://.`;
}
function describeMissingAdminKey(name, onLeak, adminKey) {
	return `${name} is ${onLeak}, which needs an Admin API key of your organisation. Set ${adminKey}.`;
}
function describeMissingPaths(scan, paths) {
	return `${scan} is files, which needs ${paths}. Name the files to read, such as "**" for all.`;
}
// src/settings/values.ts
function parseWord(name, value, words) {
	const word = words.find((candidate) => candidate === value);
	if (word) return word;
	throw new UsageError(describeWrongWord(name, quoteValue(value), words, suggestNearest(value, words)));
}
function parseBoolean(name, value) {
	if (/^(?:true|True|TRUE)$/.test(value)) return true;
	if (/^(?:false|False|FALSE)$/.test(value)) return false;
	throw new UsageError(describeWrongBoolean(name, quoteValue(value)));
}
function parseCount$1(name, value) {
	if (/^\d{1,6}$/.test(value)) return Number(value);
	throw new UsageError(describeWrongCount(name, quoteValue(value)));
}
const SECONDS = {
	s: 1,
	m: 60,
	h: 3600,
	d: 86400
};
function parseDuration(name, value) {
	const [, count, unit = ""] = /^(\d{1,6})([smhd])$/.exec(value) ?? [];
	if (count !== void 0) return Number(count) * (SECONDS[unit] ?? 0);
	throw new UsageError(describeWrongDuration(name, quoteValue(value)));
}
function parseGrace(name, value) {
	const seconds = parseDuration(name, value);
	if (seconds >= 1 && seconds <= 31536e3) return seconds;
	throw new UsageError(describeWrongGrace(name, quoteValue(value)));
}
function parseApproved(name, value) {
	const words = value.normalize("NFKC").replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "").toLowerCase().split(/[\s,]+/).filter((word) => word !== "");
	const wrong = words.find((word) => !/^[0-9a-f]{16}$/.test(word));
	if (wrong !== void 0) throw new UsageError(describeWrongApproved(name, quoteValue(wrong)));
	return words.length > 0 ? new Set(words) : null;
}
function parseLines(value) {
	return value.split(/\r\n?|\n/).map((line) => line.trim()).filter((line) => line !== "");
}
function parseRepositoryPath(name, value) {
	const path = value.replace(/^(?:\.\/)+/, "");
	if (!/^(?:[/\\]|[a-z]:)|[/\\]$/i.test(path) && path.split(/[/\\]/).every((part) => ![
		"",
		".",
		".."
	].includes(part))) return path;
	throw new UsageError(describeWrongPath(name, quoteValue(value)));
}
function parseBaseUrl(name, value) {
	const url = URL.canParse(value) ? new URL(value) : null;
	const isLoopback = url !== null && [
		"localhost",
		"127.0.0.1",
		"[::1]"
	].includes(url.hostname);
	if (!url || url.username || url.password || url.search || url.hash) throw new UsageError(describeWrongUrl(name));
	if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback)) throw new UsageError(describeInsecureUrl(name, quoteValue(value)));
	return url.href.replace(/\/+$/, "");
}
function quoteValue(value) {
	const redacted = redactKeys(value);
	const short = redacted.length > 60 ? `${redacted.slice(0, 60)}…` : redacted;
	return JSON.stringify(short.replaceAll(/sk-[\w-]{8,}/g, "sk-…"));
}
// src/scan/unmatched-entries.ts
function checkEntries(policy, inventory, candidates) {
	const { onLeak, protect, approved, mustFindApproved } = policy;
	if (onLeak === "report") return {
		entries: [],
		gaps: []
	};
	const found = new Set(candidates.flatMap(listFingerprints));
	const entries = [...findUnmatchedNames(protect, inventory), ...approved && mustFindApproved ? findUnmatchedApprovals(approved, found) : []];
	const names = new Map((inventory ? listProtectable(inventory) : []).map((name) => [normalizeName(name), name]));
	const isComplete = inventory?.gaps.length === 0;
	return {
		entries,
		gaps: entries.map(({ setting, entry }) => setting === "protect" ? describeProtect(entry, names, isComplete) : describeApproved(entry, [...found]))
	};
}
function checkIgnoreEntries(entries, candidates, now) {
	const found = new Set(candidates.flatMap(listFingerprints));
	const unused = entries.filter(({ fingerprint }) => !found.has(fingerprint));
	if (unused.length === 0) return [];
	return [{
		kind: "ignore",
		detail: describeUnusedEntries(unused.map((entry) => ({
			fingerprint: entry.fingerprint,
			endedOn: isPast(entry, now) ? entry.until?.toISOString().slice(0, 10) ?? null : null
		})))
	}];
}
function listFingerprints(candidate) {
	return [candidate, ...candidate.alternatives].map(({ secret }) => secret.fingerprint);
}
function describeProtect(entry, names, isComplete) {
	const nearest = names.get(findNearest(normalizeName(entry), [...names.keys()]) ?? "");
	const quoted = quoteValue(entry);
	return {
		kind: "protect",
		detail: describeUnmatchedProtect(quoted, isComplete, nearest === void 0 ? null : quoteValue(nearest)),
		publicDetail: describeUnmatchedProtect(quoted, isComplete, null)
	};
}
function describeApproved(entry, found) {
	return {
		kind: "approved",
		detail: describeUnmatchedApproval(entry, findNearest(entry, found))
	};
}
// src/scan/scan.ts
async function scanChange(change, world, policy) {
	const { source, journal, clock } = world;
	const started = clock.now();
	const begun = await journal.unfinished();
	const found = await findCandidates(world);
	const selfTestGaps = await runSelfTest(world);
	const facts = found.candidates.length > 0 ? await lookUpFacts(world) : null;
	const { inventory, ignores } = facts ?? NO_FACTS;
	const unmatched = checkEntries(policy, facts && inventory, found.candidates);
	const now = clock.now();
	const early = new EarlyContainment({
		policy,
		now,
		unmatched: unmatched.entries
	}, world);
	const contained = await containAll(decide(await judgeAll(found.candidates, facts ?? NO_FACTS, policy, world, (one, open) => early.hear(one, open)), policy, now, unmatched.entries), await early.finish(), world);
	const settled = await settleUnfinished(begun, contained.keys, world);
	const ended = clock.now();
	const { coverage, gaps: unread } = source.account();
	const unseen = [
		found.gaps,
		selfTestGaps,
		unread
	].flat();
	const unused = change.kind === "history" && !unseen.some(isFailure) ? await findUnused(found.candidates, world) : [];
	return {
		change,
		coverage: {
			...coverage,
			milliseconds: ended.getTime() - started.getTime()
		},
		silent: found.silent,
		findings: settled.keys.map((key) => createFinding(key, {
			ignores: ignores.ignore,
			unmatched: unmatched.entries,
			policy,
			started,
			ended
		})),
		gaps: [
			unmatched.gaps,
			unseen,
			contained.gaps,
			settled.gaps,
			inventory.gaps,
			unused
		].flat(),
		askedAs: inventory.organization,
		unfinished: settled.unfinished
	};
}
async function findUnused(candidates, { ignores, isFiltered, clock }) {
	if (isFiltered) return [];
	const { ignore, exclude } = await ignores();
	return exclude.length > 0 ? [] : checkIgnoreEntries(ignore, candidates, clock.now());
}
const NO_FACTS = {
	inventory: {
		records: [],
		projects: [],
		gaps: [],
		organization: null
	},
	containedBefore: /* @__PURE__ */ new Set(),
	recorded: /* @__PURE__ */ new Map(),
	ignores: {
		ignore: [],
		exclude: []
	}
};
async function lookUpFacts({ registry, memory, journal, ignores }) {
	const [inventory, remembered, recorded, entries] = await Promise.all([
		registry.inventory(),
		memory(),
		journal.recorded(),
		ignores()
	]);
	return {
		inventory,
		containedBefore: /* @__PURE__ */ new Set([...remembered, ...recorded.keys()]),
		recorded,
		ignores: entries
	};
}
function createFinding(key, { ignores, unmatched, policy, started, ended }) {
	const { candidate, identity, proof, impact, decision } = key;
	const { secret, kind, confidence, sightings } = candidate;
	const { fingerprint, mask } = secret;
	const { outcome, earlier } = tellEarlier(key);
	const validity = measureValidity(outcome, proof.validity);
	const ignored = matchIgnoreEntry(ignores, {
		fingerprint,
		identity,
		validity
	}, started);
	const isDone = outcome.kind === "contained" && earlier === null || outcome.kind === "already-gone";
	return {
		fingerprint,
		mask,
		kind,
		confidence,
		sightings,
		identity,
		validity,
		impact,
		decision,
		outcome,
		earlier,
		ignored,
		possession: decidePossession(key),
		containable: !isDone && isContainable(key, policy, ended, unmatched),
		blocks: isBlocking({
			sightings,
			validity,
			ignored
		}, policy.failOn)
	};
}
function tellEarlier({ outcome, earlier: { act } }) {
	if (act === null) return {
		outcome,
		earlier: null
	};
	switch (outcome.kind) {
		case "contained": return {
			outcome,
			earlier: outcome.at.getTime() === act.at.getTime() ? act : null
		};
		case "already-gone": return {
			outcome,
			earlier: act.kind === "revoke" ? act : null
		};
		case "left": return {
			outcome: outcome.because === "already-contained" ? toOutcome(act) : outcome,
			earlier: act
		};
		case "rehearsed":
		case "refused":
		case "failed": return {
			outcome,
			earlier: act
		};
		default: return outcome;
	}
}
function toOutcome({ kind: by, at, endsAt, scopesBefore, standing }) {
	return {
		kind: "contained",
		by,
		verified: standing === "confirmed",
		stopped: false,
		at,
		endsAt,
		scopesBefore
	};
}
function measureValidity(outcome, tried) {
	if (outcome.kind === "already-gone" && tried.kind !== "inactive") return {
		kind: "inactive",
		because: "deleted"
	};
	if (outcome.kind !== "contained" || !outcome.stopped) return tried;
	return {
		kind: "inactive",
		because: outcome.by === "revoke" ? "deleted" : "expired"
	};
}
function identifyWideText(start) {
	const [a = 0, b = 0, c = 0, d = 0] = start;
	if (start.length < 4 || a > 0 && b > 0 && a < 254) return null;
	if (c === 0 && d === 0 && a > 0 && b === 0) return {
		width: 4,
		isBigEndian: false
	};
	if (a === 0 && b === 0 && d > 0 && (c === 0 || c === 254 && d === 255)) return {
		width: 4,
		isBigEndian: true
	};
	if (a === 255 && b === 254) return {
		width: c === 0 && d === 0 && mayBeUtf32(start) ? 4 : 2,
		isBigEndian: false
	};
	if (a > 0 && b === 0 && c > 0 && d === 0) return {
		width: 2,
		isBigEndian: false
	};
	if (a === 254 && b === 255 || a === 0 && b > 0 && c === 0 && d > 0) return {
		width: 2,
		isBigEndian: true
	};
	return null;
}
function mayBeUtf32(start) {
	for (let at = 4; at + 4 <= Math.min(start.length, 64); at += 4) if (start[at + 3] !== 0 || (start[at + 2] ?? 0) > 16) return false;
	return true;
}
// src/detect/archives/byte-input.ts
const LARGEST_PIECE = 65536;
var ByteInput = class {
	#chunks;
	#rest = [];
	#offset = 0;
	constructor(chunks) {
		this.#chunks = chunks[Symbol.asyncIterator]();
	}
	get offset() {
		return this.#offset;
	}
	async take(most = LARGEST_PIECE) {
		const bytes = this.#rest.pop() ?? await this.#next();
		if (!bytes) return null;
		const piece = bytes.subarray(0, Math.min(most, LARGEST_PIECE));
		if (piece.length < bytes.length) this.#rest.push(bytes.subarray(piece.length));
		this.#offset += piece.length;
		return piece;
	}
	async takeExactly(count) {
		const pieces = [];
		let missing = count;
		while (missing > 0) {
			const piece = await this.take(missing);
			if (!piece) break;
			pieces.push(piece);
			missing -= piece.length;
		}
		return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
	}
	putBack(bytes) {
		if (bytes.length > 0) this.#rest.push(bytes);
		this.#offset -= bytes.length;
	}
	async skip(count) {
		let left = count;
		while (left > 0) {
			const piece = await this.take(left);
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
// src/detect/archives/unpack-budget.ts
const MOST_BUFFERED = 67108864;
var UnpackBudget = class {
	#bytes;
	#depth;
	#buffered;
	constructor({ bytes, depth, buffered = MOST_BUFFERED }) {
		this.#bytes = bytes;
		this.#depth = depth;
		this.#buffered = buffered;
	}
	get bytes() {
		return this.#bytes;
	}
	get depth() {
		return this.#depth;
	}
	get buffered() {
		return this.#buffered;
	}
	spend(bytes) {
		this.#bytes -= bytes;
	}
	mayEnter() {
		if (this.#depth <= 0) return false;
		this.#depth -= 1;
		return true;
	}
	leave() {
		this.#depth += 1;
	}
	buffer(bytes) {
		this.#buffered -= bytes;
	}
};
const UNPACKED_FREELY = 33554432;
const MOST_DENSE = 200;
const MOST_MEMBERS = 5e4;
const FRAMES_FREELY = 2e3;
const BYTES_A_FRAME = 512;
var ArchiveBudget = class {
	#budget;
	#warnings;
	#granted = 0;
	#members = 0;
	#frames = 0;
	#isSpent = false;
	constructor(budget, warnings) {
		this.#budget = budget;
		this.#warnings = warnings;
	}
	get isSpent() {
		return this.#isSpent;
	}
	mayOpenMember() {
		this.#members += 1;
		if (this.#members > MOST_MEMBERS) this.#end("too-many");
		else if (this.#budget.bytes <= 0) this.#end("too-much");
		return !this.#isSpent;
	}
	mayOpenFrame(packed) {
		this.#frames += 1;
		if (this.#frames > FRAMES_FREELY + packed / BYTES_A_FRAME) this.#end("too-many");
		else if (this.#budget.bytes <= 0) this.#end("too-much");
		return !this.#isSpent;
	}
	grant(piece, packed) {
		const dense = Math.max(UNPACKED_FREELY, MOST_DENSE * packed) - this.#granted;
		const most = Math.min(dense, this.#budget.bytes);
		if (piece.length > most) this.#end(dense < this.#budget.bytes ? "too-dense" : "too-much");
		const granted = piece.length > most ? piece.subarray(0, Math.max(0, most)) : piece;
		this.#granted += granted.length;
		this.#budget.spend(granted.length);
		return granted;
	}
	#end(warning) {
		if (!this.#isSpent) this.#warnings.add(warning);
		this.#isSpent = true;
	}
};
// src/detect/archives/unpack-warnings.ts
var UnpackWarnings = class {
	#unopened = /* @__PURE__ */ new Set();
	#counts = /* @__PURE__ */ new Map();
	add(warning, times = 1) {
		if (times > 0) this.#counts.set(warning, (this.#counts.get(warning) ?? 0) + times);
	}
	addUnopened(format) {
		this.#unopened.add(format);
	}
	addAll(others) {
		for (const [warning, count] of others.#counts) this.add(warning, count);
		for (const format of others.#unopened) this.addUnopened(format);
	}
	get isEmpty() {
		return this.#counts.size === 0 && this.#unopened.size === 0;
	}
	describe() {
		return [...Array.from(this.#counts, ([warning, count]) => describeWarning(warning, count)), ...Array.from(this.#unopened, describeUnopened)];
	}
};
function describeWarning(warning, count) {
	switch (warning) {
		case "locked":
		case "damaged":
		case "without-base":
		case "unknown-packing": return describeUnreadParts(warning, count);
		default: return ARCHIVE_FAULTS[warning];
	}
}
// src/detect/archives/open-archive.ts
async function* readMembers(kind, chunks, budget, unread) {
	const input = new ByteInput(chunks);
	const warnings = new UnpackWarnings();
	try {
		if (budget.mayEnter()) try {
			yield* openArchive(kind, input, budget, warnings);
		} finally {
			budget.leave();
		}
		else warnings.add("too-deep");
		await input.drain();
		for (const why of warnings.describe()) unread(why);
	} finally {
		await input.close();
	}
}
async function isUnpackable(kind, start) {
	if (kind === "brotli") return (await import("./archives.js").then((n) => n.brotli_start_exports)).isBrotliText(start);
	const { isDeflated, isInflatable } = await import("./archives.js").then((n) => n.zlib_start_exports);
	return kind === "zlib" ? isInflatable(start) : kind === "deflate" && isDeflated(start);
}
async function* readEmbeddedMembers(container, isCut, budget, unread) {
	const warnings = new UnpackWarnings();
	const { hasEmbedded, readEmbedded } = await import("./archives.js").then((n) => n.embedded_exports);
	try {
		if (isCut) {
			if (hasEmbedded(container)) warnings.add("too-large");
		} else if (budget.mayEnter()) try {
			yield* readEmbedded(container, budget, warnings);
		} finally {
			budget.leave();
		}
		else if (hasEmbedded(container)) warnings.add("too-deep");
		for (const why of warnings.describe()) unread(why);
	} finally {
		container.release();
	}
}
const READERS = {
	gzip: () => loadStreamReader("gzip"),
	zlib: () => loadStreamReader("zlib"),
	deflate: () => loadStreamReader("deflate"),
	zstd: () => loadStreamReader("zstd"),
	brotli: () => loadStreamReader("brotli"),
	swf: () => loadStreamReader("zlib", SWF_HEADER),
	tar: async () => (await import("./archives.js").then((n) => n.tar_exports)).readTar,
	ar: async () => (await import("./archives.js").then((n) => n.ar_exports)).readAr,
	cpio: async () => (await import("./archives.js").then((n) => n.cpio_exports)).readCpio,
	rpm: async () => (await import("./archives.js").then((n) => n.rpm_exports)).readRpm,
	zip: async () => (await import("./archives.js").then((n) => n.zip_exports)).readZip,
	"git-pack": async () => (await import("./archives.js").then((n) => n.git_pack_exports)).readGitPack,
	pdf: async () => (await import("./archives.js").then((n) => n.pdf_exports)).readPdf
};
const SWF_HEADER = 8;
async function loadStreamReader(format, skipped = 0) {
	const { readCompressed } = await import("./archives.js").then((n) => n.compressed_stream_exports);
	return async function* (input, archiveBudget, warnings) {
		await input.skip(skipped);
		yield* readCompressed(format, input, archiveBudget, warnings);
	};
}
const MAY_BE_FOLLOWED = /* @__PURE__ */ new Set([
	"gzip",
	"zlib",
	"zstd",
	"tar",
	"ar",
	"cpio"
]);
async function* openArchive(kind, input, budget, warnings) {
	if (isUnopened(kind)) return warnings.addUnopened(kind);
	const archiveBudget = new ArchiveBudget(budget, warnings);
	yield* (await READERS[kind]())(input, archiveBudget, warnings, budget);
	if (warnings.isEmpty && MAY_BE_FOLLOWED.has(kind)) yield* readRest(input);
}
async function* readRest(input) {
	let piece = await input.take();
	while (piece?.every((byte) => byte === 0)) piece = await input.take();
	if (!piece) return;
	input.putBack(piece);
	const offset = input.offset;
	async function* content() {
		for (let next = await input.take(); next; next = await input.take()) yield next;
	}
	yield {
		name: MEMBERS.behind,
		chunks: lendIterator(content()),
		offset,
		get length() {
			return input.offset - offset;
		}
	};
}
// src/detect/named-places.ts
var NamedPlaces = class {
	#byKey = /* @__PURE__ */ new Map();
	add({ secret, offset, length }) {
		const places = this.#byKey.get(secret.fingerprint) ?? [];
		if (places.length === 0) this.#byKey.set(secret.fingerprint, places);
		const before = this.#countBefore(secret.fingerprint, offset);
		if (places[before - 1]?.offset !== offset) places.splice(before, 0, {
			offset,
			end: offset + length
		});
	}
	has({ secret, offset, length }) {
		const last = this.#byKey.get(secret.fingerprint)?.[this.#countBefore(secret.fingerprint, offset) - 1];
		return last !== void 0 && offset + length <= last.end;
	}
	#countBefore(fingerprint, offset) {
		const places = this.#byKey.get(fingerprint) ?? [];
		let [low, high] = [0, places.length];
		while (low < high) {
			const middle = low + high >> 1;
			if ((places[middle]?.offset ?? 0) <= offset) low = middle + 1;
			else high = middle;
		}
		return low;
	}
};
// src/detect/tee.ts
var Tee = class {
	#start;
	#rest;
	#search;
	#found = [];
	constructor(start, rest, search) {
		this.#start = start.toReversed();
		this.#rest = rest;
		this.#search = search;
	}
	get count() {
		return this.#found.length;
	}
	get isKeeping() {
		return this.#search.isKeeping;
	}
	take() {
		const found = this.#found;
		this.#found = [];
		return found;
	}
	async next() {
		const chunk = this.#start.pop() ?? await this.#read();
		for (const found of chunk ? this.#search.add(chunk) : this.#search.rest()) this.#found.push(found);
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
// src/detect/wide-search.ts
const OTHER = 1;
var WideSearch = class {
	#search;
	#narrow;
	#text;
	#known = /* @__PURE__ */ new Map();
	#rest = Buffer.alloc(0);
	constructor(search, narrow, text) {
		[this.#search, this.#narrow, this.#text] = [
			search,
			narrow,
			text
		];
	}
	get isKeeping() {
		return this.#search.isKeeping;
	}
	*add(chunk) {
		yield* this.#note(this.#search.add(chunk));
		const { width } = this.#text;
		const bytes = Buffer.concat([this.#rest, chunk]);
		const whole = bytes.length - bytes.length % width;
		this.#rest = bytes.subarray(whole);
		if (whole > 0) yield* this.#place(this.#narrow.add(narrowText(bytes.subarray(0, whole), this.#text)));
	}
	*rest() {
		yield* this.#note(this.#search.rest());
		yield* this.#place(this.#narrow.rest());
	}
	*#note(found) {
		for (const item of found) {
			if ("secret" in item) for (const block of listBlocks(this.#search.lastMarker, 1)) this.#known.set(block, RANK[item.confidence]);
			yield item;
		}
	}
	*#place(found) {
		const { width } = this.#text;
		for (const item of found) {
			if ("container" in item || "secret" in item && (item.encoding === "plain" || this.#isKnown(item))) continue;
			yield {
				...item,
				offset: width * item.offset,
				length: width * item.length
			};
		}
	}
	#isKnown({ confidence }) {
		return listBlocks(this.#narrow.lastMarker, this.#text.width).some((block) => (this.#known.get(block) ?? 0) >= RANK[confidence]);
	}
};
const BLOCK$1 = 16;
function listBlocks(marker, width) {
	return marker.flatMap(({ start, end }) => {
		const first = Math.floor(width * start / BLOCK$1);
		return Array.from({ length: Math.ceil(width * end / BLOCK$1) - first }, (_, index) => first + index);
	});
}
function narrowText(bytes, { width, isBigEndian }) {
	const narrow = Buffer.allocUnsafe(bytes.length / width);
	const low = isBigEndian ? width - 1 : 0;
	for (let index = 0; index < narrow.length; index += 1) {
		const at = width * index;
		let others = 0;
		for (let place = 0; place < width; place += 1) if (place !== low) others |= bytes[at + place] ?? 0;
		const byte = bytes[at + low] ?? 0;
		narrow[index] = others === 0 && byte < 128 ? byte : OTHER;
	}
	return narrow;
}
// src/detect/detect.ts
const MOST_UNPACKED = 268435456;
const MOST_NESTED = 8;
const MOST_REASONS = 20;
const MOST_WAITING = 1e3;
function createDetector({ otherVendors }) {
	let anchors = null;
	const pool = new StepPool();
	return (blob, note) => {
		anchors ??= createAnchorSet(ANCHORS, otherVendors);
		const budget = new UnpackBudget({
			bytes: MOST_UNPACKED,
			depth: MOST_NESTED
		});
		const steps = new StepBudget(pool);
		return findHits(blob.chunks, {
			anchors,
			budget,
			steps,
			earns: true,
			note: withoutRepeats(note)
		});
	};
}
const detect = createDetector({ otherVendors: false });
function withoutRepeats(note) {
	const reasons = /* @__PURE__ */ new Set();
	return (noted) => {
		if (noted.kind === "unread") {
			if (reasons.has(noted.why) || reasons.size >= MOST_REASONS) return;
			reasons.add(noted.why);
		}
		note(noted);
	};
}
async function* findHits(chunks, context) {
	const iterator = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
	try {
		const start = [];
		for (let length = 0; length < 512; length += start.at(-1)?.length ?? 0) {
			const { done, value } = await iterator.next();
			if (done) break;
			start.push(value);
		}
		const first = joinStart(start);
		let kind = identifyArchive(first);
		if (kind && isGuess(kind) && !await isUnpackable(kind, first)) kind = null;
		const tee = new Tee(start, iterator, createSearch(first, context, kind === null || kind === "pdf" ? context.budget : null));
		if (kind) {
			yield* findHitsInArchive(kind, tee, context);
			return;
		}
		for (let isMore = true; isMore;) {
			isMore = await tee.next() !== null;
			if (tee.isKeeping && tee.count <= MOST_WAITING) continue;
			if (tee.count > 0) yield* openFound(tee.take(), new NamedPlaces(), context);
		}
	} finally {
		await iterator.return?.();
	}
}
function createSearch(start, { anchors, steps, earns, note }, memory) {
	const search = new Search(anchors, note, {
		steps,
		earns,
		memory
	});
	const wide = identifyWideText(start);
	const noteUnread = (noted) => noted.kind === "unread" && note(noted);
	return wide ? new WideSearch(search, new Search(anchors, noteUnread, { steps }), wide) : search;
}
function joinStart(chunks) {
	const [only] = chunks;
	if (chunks.length === 1 && only) return Buffer.from(only.buffer, only.byteOffset, Math.min(only.length, 512));
	return Buffer.concat(chunks).subarray(0, 512);
}
async function* openFound(found, named, context) {
	for (const item of found) {
		if (!isEmbedded(item)) continue;
		for await (const hit of findHitsInEmbedded(item, context)) {
			if (named.has(hit)) continue;
			named.add(hit);
			yield hit;
		}
	}
	for (const item of found) {
		if (isEmbedded(item)) continue;
		for await (const hit of isPacked(item) ? findHitsInPacked(item, context) : [item]) if (!named.has(hit)) yield hit;
	}
}
async function* findHitsInEmbedded({ container, offset, isCut }, context) {
	const inner = {
		...context,
		note: notesAt(offset, context.note)
	};
	const members = readEmbeddedMembers(container, isCut, context.budget, unreadNote(context));
	for await (const hit of findHitsInMembers(members, inner)) yield {
		...hit,
		offset: offset + hit.offset
	};
}
async function* findHitsInPacked({ archive, encoding, bytes, offset, length }, context) {
	async function* chunks() {
		yield bytes;
	}
	if (context.steps.isSpent()) return context.note({
		kind: "unread",
		why: TOO_MANY_PARTS
	});
	context.steps.spend(STEPS_A_PACKED_TEXT);
	if (isGuess(archive) && !await isUnpackable(archive, bytes.subarray(0, 512))) return;
	const members = readMembers(archive, chunks(), context.budget, unreadNote(context));
	for await (const hit of findHitsInMembers(members, {
		...context,
		note: notesAt(offset, context.note)
	})) yield {
		...hit,
		encoding,
		member: null,
		offset,
		length
	};
}
async function* findHitsInArchive(archive, tee, context) {
	const named = new NamedPlaces();
	const isOwn = (found) => !isPacked(found);
	for await (const hit of findHitsInMembers(readMembers(archive, tee.chunks(), context.budget, unreadNote(context)), context)) {
		named.add(hit);
		yield hit;
		if (tee.count > MOST_WAITING) yield* openFound(tee.take().filter(isOwn), named, context);
	}
	yield* openFound(tee.take().filter(isOwn), named, context);
}
function unreadNote({ note }) {
	return (why) => note({
		kind: "unread",
		why
	});
}
const STEPS_A_MEMBER = 1e3;
const STEPS_A_PACKED_TEXT = 4e3;
async function* findHitsInMembers(members, context) {
	let seen = /* @__PURE__ */ new Set();
	let previous = -1;
	for await (const member of members) {
		const { offset } = member;
		if (offset !== previous) seen = /* @__PURE__ */ new Set();
		previous = offset;
		context.steps.spend(STEPS_A_MEMBER);
		if (context.steps.isSpent()) return context.note({
			kind: "unread",
			why: TOO_MANY_PARTS
		});
		const inner = {
			...context,
			earns: false,
			note: notesAt(offset, context.note)
		};
		for await (const hit of findHits(member.chunks, inner)) {
			const path = hit.member === null ? member.name : `${member.name} › ${hit.member}`;
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
function notesAt(offset, note) {
	return (noted) => note(noted.kind === "look-alike" ? {
		...noted,
		offset
	} : noted);
}
function isPacked(found) {
	return "archive" in found;
}
function isEmbedded(found) {
	return "container" in found;
}
// src/detect/sample.ts
function createSample() {
	const keys = WRITTEN.map((_, index) => `sk-${createBody(20, 2 * index)}${MARKER}${createBody(20, 2 * index + 1)}`);
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
		fingerprints: keys.map(computeFingerprint)
	};
}
const WRITTEN = [
	(key) => key,
	(key) => Buffer.from(key).toString("base64"),
	(key) => Buffer.from(`${key}\n`, "utf16le").toString("latin1")
];
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
function createBody(length, seed) {
	let state = seed + 1;
	return Array.from({ length }, () => {
		state = Math.imul(state, 1664525) + 1013904223 >>> 0;
		return ALPHABET[(state >>> 16) % 62];
	}).join("");
}
// src/domain/journal.ts
const NO_JOURNAL = {
	recorded: async () => /* @__PURE__ */ new Map(),
	unfinished: async () => [],
	begin: async () => {},
	end: async () => {}
};
// src/domain/registry.ts
function createLazyRegistry(make) {
	let made;
	const real = () => {
		made ??= make();
		return made;
	};
	return {
		inventory: async () => await (await real()).inventory(),
		impact: async (record, since) => await (await real()).impact(record, since),
		prove: async (secret, record, how) => await (await real()).prove(secret, record, how),
		probeScopes: async (secret) => await (await real()).probeScopes(secret),
		readHistory: async (record) => await (await real()).readHistory(record),
		contain: async (decision, probe) => await (await real()).contain(decision, probe)
	};
}
// src/scan/world.ts
function createWorld(options) {
	const { source, ignores, journal = NO_JOURNAL } = options;
	const { clock = SYSTEM_CLOCK, isCancelled = () => false } = options;
	return {
		source,
		detect: createDetector({ otherVendors: options.otherVendors === true }),
		registry: createLazyRegistry(async () => await connectRegistry(options, {
			clock,
			isCancelled
		})),
		journal,
		ignores,
		isFiltered: options.settings.paths.length + options.settings.exclude.length > 0,
		memory: options.memory ?? (async () => /* @__PURE__ */ new Set()),
		onKeyFound: options.onKeyFound ?? (() => {}),
		onLookAlike: options.onLookAlike ?? (() => {}),
		sample: createSample,
		confirm: options.confirm ?? null,
		onContainment: options.onContainment ?? (() => {}),
		isCancelled,
		clock
	};
}
async function connectRegistry({ settings, environment, progress }, { clock, isCancelled }) {
	const connect = async () => {
		(await import("node:http")).setGlobalProxyFromEnv?.(environment);
	};
	const { createRegistry } = await import("./openai.js").then((n) => n.registry_exports);
	return createRegistry(settings, {
		clock,
		isCancelled,
		progress,
		connect
	});
}
async function openAuditJournal(file, options) {
	if (file === null) return NO_JOURNAL;
	return await (await import("./journal.js").then((n) => n.journal_exports)).openJournal({
		file,
		...options
	});
}
// src/messages/errors/ignore-file.ts
function describeFileFault(name, line, what) {
	return `${name}, line ${line}: ${what}`;
}
const YAML_FAULTS = {
	tab: "This line is indented with a tab. Use spaces.",
	duplicate: "This word is here twice. Keep one of the two.",
	missing: "A colon, a quote or a bracket is missing, here or above.",
	sign: "This text begins with a character that means something in YAML. Put the text in quotes.",
	colon: "There is a second colon here, or too much indentation. Put a text that has a colon in quotes.",
	deep: "This is nested too deeply.",
	other: "This is not valid YAML. Check the indentation.",
	second: "A second document begins here. Keep one.",
	directive: "This line is a directive for the YAML parser. Remove it.",
	alias: "This text begins with *, which is an alias in YAML. Put the text in quotes.",
	anchor: "This text begins with &, which is an anchor in YAML. Put the text in quotes.",
	tag: "This text begins with !, which is a tag in YAML. Put the text in quotes."
};
const HOLDS_A_KEY = "This line holds a key, which has leaked. Revoke the key, and write its fingerprint instead.";
function describeNoFields(what, words) {
	return `${what} must consist of the words ${words.join(", ")}, each followed by a colon.`;
}
function describeNoList(what) {
	return `${what} must be a list, with a - before each item.`;
}
function describeEmptyItem(list) {
	return `${list} has an empty item. Fill it in, or remove it.`;
}
function describeNoText(what) {
	return `${what} must be a text.`;
}
function describeUnknownWord(word, known, hint) {
	return `There is no word ${word === null ? "like this" : word} here. Use ${known.join(", ")}.${hint}`;
}
const EMPTY_UNTIL = "until is empty. Write a day such as 2027-01-31, or remove the word.";
const DUPLICATE_ENTRY = "There is an entry for this fingerprint already. Keep one of the two.";
const ENTRY_FAULTS = {
	"no-fingerprint": "is missing. Copy the 16 hex digits from the report.",
	"fingerprint-is-key": "is a key, which has leaked now. Revoke the key. Write its fingerprint, the 16 hex digits in the report.",
	"bad-fingerprint": "must be the 16 hex digits from the report, in lower case.",
	"no-reason": "is missing. Say why this key may be ignored.",
	"long-reason": "is longer than 300 characters. Shorten it.",
	"reason-has-key": "holds a key. Remove it, and revoke that key.",
	"bad-day": "is not a day. Write it as 2027-01-31, or leave it out."
};
function describeEntryFault(field, fault) {
	return `${field} ${ENTRY_FAULTS[fault]}`;
}
function describePastDay(day) {
	return `--until is ${day}, which is over. Write a day to come, or leave it out.`;
}
function describeLargeFile(name) {
	return `${name} is larger than 512 KiB, the most that is read. Remove entries that are no longer needed.`;
}
function describeNotUtf8(name) {
	return `${name} is not UTF-8 text. Save it as UTF-8.`;
}
function describeLfsPointer(name) {
	return `${name} is stored in Git LFS. Take it out with git lfs untrack: it is read from git itself.`;
}
function describeOutsidePath(value) {
	return `ignore-file is ${value}. It must be a path in the repository, such as .github/openai-key-guard.yml.`;
}
function describeNoWorkTree(folder) {
	return `${folder} is not in a git work tree. Name a folder that is, with --repo.`;
}
function describeIrregularFile(name) {
	return `${name} is not a regular file. Put one in its place.`;
}
function describeInaccessibleFile(name, access, code) {
	return `${name} cannot be ${access} (${code}). Check the permissions of the file and of its folder.`;
}
function describeManyFingerprints(count) {
	return `ignore takes one fingerprint, but ${count} were given. Run it once for each key.`;
}
// src/messages/gaps/ignore-file.ts
function describeUnusableBase(why) {
	return `The base branch's ignore file cannot be used, so no key was ignored and none contained. ${why}`;
}
function describeBrokenByChange(why) {
	return `This change breaks the ignore file. ${why}`;
}
function describeUnfit(name, what) {
	return `${name} ${what}.`;
}
function describeUnfetchedFile(name) {
	return `${name} could not be fetched.`;
}
// src/ignore-file/ignore-file.ts
const NOTHING_IGNORED = {
	ignore: [],
	exclude: [],
	protect: []
};
const LONGEST_REASON = 300;
function parseEntry({ fingerprint, reason, until }) {
	if (fingerprint === null || !/^[0-9a-f]{16}$/.test(fingerprint)) return {
		kind: "invalid",
		field: "fingerprint",
		fault: judgeFingerprint(fingerprint ?? "")
	};
	const text = (reason ?? "").replaceAll(/\s+/g, " ").trim();
	if (text === "") return {
		kind: "invalid",
		field: "reason",
		fault: "no-reason"
	};
	if ([...text].length > LONGEST_REASON) return {
		kind: "invalid",
		field: "reason",
		fault: "long-reason"
	};
	if (hasMarker(text)) return {
		kind: "invalid",
		field: "reason",
		fault: "reason-has-key"
	};
	const day = until === null ? null : parseDay(until);
	if (until !== null && day === null) return {
		kind: "invalid",
		field: "until",
		fault: "bad-day"
	};
	return {
		kind: "entry",
		entry: {
			fingerprint,
			reason: text,
			until: day
		}
	};
}
function formatDay$1(date) {
	return date.toISOString().slice(0, 10);
}
function judgeFingerprint(text) {
	if (text === "") return "no-fingerprint";
	return hasMarker(text) || text.startsWith("sk-") ? "fingerprint-is-key" : "bad-fingerprint";
}
function parseDay(text) {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
	const date = /* @__PURE__ */ new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && formatDay$1(date) === text ? date : null;
}
// src/ignore-file/base-rules.ts
const EMPTY_BASE_POLICY = {
	...NOTHING_IGNORED,
	gaps: [],
	mayContain: true
};
async function parseBasePolicy(base, head, name) {
	const [before, after] = await Promise.all([readVersion(base, name), head && readVersion(head, name)]);
	if (before.kind === "read") {
		const isBroken = after?.kind === "wrong" && (head?.kind === "file" || head?.kind === "unfit");
		return {
			...before.file,
			gaps: isBroken ? [createGap("broken-ignore-file", describeBrokenByChange(after.why))] : [],
			mayContain: true
		};
	}
	const gaps = after?.kind === "read" ? [] : [createGap("ignore-file", describeUnusableBase(before.why))];
	return {
		...NOTHING_IGNORED,
		gaps,
		mayContain: false
	};
}
function createGap(cause, detail) {
	return {
		kind: "unreadable",
		cause,
		detail
	};
}
async function readVersion(version, name) {
	switch (version.kind) {
		case "absent": return {
			kind: "read",
			file: NOTHING_IGNORED
		};
		case "unfit": return {
			kind: "wrong",
			why: describeUnfit(name, version.why)
		};
		case "missing":
		case "no-commit": return {
			kind: "wrong",
			why: describeUnfetchedFile(name)
		};
		case "file": return await parseVersion(version.bytes, name);
		default: return version;
	}
}
async function parseVersion(bytes, name) {
	try {
		const text = decodeText(bytes, name);
		return {
			kind: "read",
			file: (await import("./ignore-file.js").then((n) => n.parse_exports)).parseIgnoreFile(text, name)
		};
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		return {
			kind: "wrong",
			why: error.message
		};
	}
}
function decodeText(bytes, name) {
	let text;
	try {
		text = new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		throw new UsageError(describeNotUtf8(name));
	}
	if (!text.startsWith("version https://git-lfs")) return text;
	throw new UsageError(describeLfsPointer(name));
}
// src/messages/errors/files/paths.ts
function listGlobs(globs) {
	const shown = globs.slice(0, 3).map((glob) => `'${glob}'`);
	const more = globs.length - shown.length;
	return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(" and ");
}
function describeUnmatchedPaths(name, globs) {
	return `No file matches ${name} ${listGlobs(globs)}: neither a changed file nor any other. Correct the glob. It is matched from the top of the repository.`;
}
function describeWrongGlob(glob, fault) {
	return `The glob ${quoteForMessage(glob)} ${fault}.`;
}
const GLOB_FAULTS = {
	empty: "is empty. Write ** for all files",
	control: "contains a control character. Write ? in its place",
	negated: "begins with !, but exclude already leaves out what it matches. Remove the !",
	absolute: "is an absolute path. Write it from the top of the repository, as in src/**",
	outside: "leaves the repository. Write it from the top of the repository, without ..",
	backslash: "has a backslash before a letter. Write / between folders: a backslash only escapes * ? [ ] { } ( ) ! + @",
	slash: "ends with a slash, so it matches no file. Add ** after the slash",
	brace: "has a } without a { before it. Put a backslash before the }",
	unreadable: "cannot be read. Write a simpler one"
};
function describeUnclosed(missing) {
	return `has no ${missing}. Add it, or put a backslash before the bracket`;
}
function describeExclusionOnly(glob) {
	return `The glob ${quoteForMessage(glob)} only leaves files out, so nothing would be scanned. Add what to scan, such as **, or use exclude.`;
}
function describeAbsentFile(name, folder) {
	return `There is no file ${quoteForMessage(name)} in ${quoteForMessage(folder)}. Write its path from there, or a glob such as **/*.env.`;
}
// src/sources/glob-matcher.ts
const GLOB_OPTIONS = {
	dot: true,
	windows: false,
	flags: "s",
	debug: true
};
const PLAIN_GROUP = /(?<![!*+?@\\])\(([^()|]*)\)/g;
const ESCAPED_BYTE = /(?<!\\)\\(?=x[0-9a-f]{2})/g;
const DOT_SEGMENT = /(?<=^|\/)\.{1,2}(?=\/|$)/g;
async function buildGlobMatcher({ wanted, unwanted, names }) {
	const { default: micromatch } = await import("./globs.js").then((n) => /* @__PURE__ */ __toESM(n.require_micromatch(), 1));
	const { default: fastGlob } = await import("./globs.js").then((n) => /* @__PURE__ */ __toESM(n.require_out(), 1));
	const compile = (glob) => buildGlobFilter(glob, micromatch.makeRe);
	const plain = names.map(normalizePath);
	const isNamed = (path) => plain.some((name) => isAtOrBelow(path, name));
	const isWanted = wanted.map(compile);
	const isUnwanted = unwanted.map((glob) => {
		const matches = compile(glob);
		return glob.endsWith("/**") || !fastGlob.isDynamicPattern(posix.basename(glob)) ? (path) => listFolders(path).some(matches) : matches;
	});
	const mayHold = wanted.map((glob) => matchFolders(glob, compile));
	const whole = wanted.filter((glob) => /(?:^|\/)\*\*$/.test(glob)).map(compile);
	return {
		isWanted: onNormalized((path) => isNamed(path) || isWanted.some((matches) => matches(path))),
		isUnwanted: onNormalized((path) => isUnwanted.some((matches) => matches(path))),
		mayHoldWanted: onNormalized((path) => isNamed(path) || plain.some((name) => isAtOrBelow(name, path)) || mayHold.some((may) => may(path))),
		isWhollyWanted: onNormalized((path) => isNamed(path) || whole.some((matches) => matches(path)))
	};
}
function buildGlobFilter(glob, makeRe) {
	const given = glob.replaceAll(ESCAPED_BYTE, String.raw`\\`);
	const literal = given.replaceAll(PLAIN_GROUP, String.raw`\($1\)`);
	const expressions = [...new Set([given, literal].map((one) => one.normalize("NFC")))].map((one) => withCodePoints(makeRe(one, GLOB_OPTIONS)));
	const exact = glob.normalize("NFC");
	return (path) => path === exact || expressions.some((expression) => expression.test(path));
}
function withCodePoints(expression) {
	try {
		return new RegExp(expression.source, "su");
	} catch {
		return expression;
	}
}
function onNormalized(matches) {
	return (path) => matches(normalizePath(path));
}
function normalizePath(path) {
	return path.normalize("NFC").replaceAll(DOT_SEGMENT, "￿");
}
function isAtOrBelow(path, name) {
	return name === "￿" || path === name || path.startsWith(`${name}/`);
}
function matchFolders(glob, compile) {
	const parts = glob.split("/");
	const unclear = parts.findIndex((part) => part.includes("**") || !isBalanced(part));
	const matchers = parts.slice(0, unclear === -1 ? -1 : unclear).map(compile);
	return (folder) => {
		const names = folder.split("/");
		if (unclear === -1 && names.length > matchers.length) return false;
		return names.every((name, at) => matchers[at]?.(name) ?? true);
	};
}
function isBalanced(part) {
	const count = (characters) => part.match(characters)?.length ?? 0;
	return count(/[[({]/g) === count(/[\])}]/g);
}
function listFolders(path) {
	const parts = path.split("/");
	return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
// src/sources/path-filter.ts
const includeEverything = () => true;
async function createPathFilter(paths, exclude) {
	if (paths.length === 0 && exclude.length === 0) return includeEverything;
	const globs = await parseGlobs(paths, exclude);
	if (paths.length > 0 && globs.wanted.length === 0 && globs.names.length === 0) throw createExclusionOnlyError(paths);
	const { isWanted, isUnwanted } = await buildGlobMatcher(globs);
	return (path) => (paths.length === 0 || isWanted(path)) && !isUnwanted(path);
}
async function parseGlobs(paths, exclude) {
	const { default: micromatch } = await import("./globs.js").then((n) => /* @__PURE__ */ __toESM(n.require_micromatch(), 1));
	const { default: fastGlob } = await import("./globs.js").then((n) => /* @__PURE__ */ __toESM(n.require_out(), 1));
	const check = (glob) => {
		const fault = findFault(glob) ?? findUnbalanced(glob, micromatch.makeRe);
		if (fault !== null) throw new UsageError(describeWrongGlob(glob, fault));
		return glob.replace(/^(?:\.\/)+/, "");
	};
	const wanted = [];
	const unwanted = exclude.map(check);
	const names = [];
	for (const glob of paths) if (isNegative(glob)) unwanted.push(check(glob.slice(1)));
	else if (fastGlob.isDynamicPattern(check(glob))) wanted.push(check(glob));
	else names.push(check(glob).replace(/\/+$/, "") || ".");
	return {
		wanted,
		unwanted,
		names
	};
}
function createExclusionOnlyError(globs) {
	return new UsageError(describeExclusionOnly(globs[0] ?? ""));
}
function isNegative(glob) {
	return glob.startsWith("!") && glob[1] !== "(";
}
function findFault(glob) {
	if (glob.trim() === "") return GLOB_FAULTS.empty;
	if (/\p{Cc}/u.test(glob)) return GLOB_FAULTS.control;
	if (isNegative(glob)) return GLOB_FAULTS.negated;
	if (/^(?:[/\\]|[a-z]:)/i.test(glob)) return GLOB_FAULTS.absolute;
	if (/(?:^|[/{,(|])\.\.(?:[/},)|]|$)/.test(glob)) return GLOB_FAULTS.outside;
	if (/\\(?!x[0-9a-f]{2})[\p{L}\p{N}_]/u.test(glob)) return GLOB_FAULTS.backslash;
	if (/[*?\]}]\/$/.test(glob)) return GLOB_FAULTS.slash;
	return null;
}
function findUnbalanced(glob, makeRe) {
	const plain = glob.replaceAll(/\\.|\[[^\]]*\]/g, "");
	if (plain.split("}").length > plain.split("{").length) return GLOB_FAULTS.brace;
	try {
		makeRe(glob, {
			dot: true,
			windows: false,
			strictBrackets: true,
			fastpaths: false
		});
		buildGlobFilter(glob, makeRe);
		return null;
	} catch (error) {
		const which = /(opening|closing).*?"(.)"/.exec(error.message);
		return which ? describeUnclosed(which[2] ?? "") : GLOB_FAULTS.unreadable;
	}
}
// src/targets/base-policy.ts
async function startBasePolicy({ paths, exclude, ignoreFile }, versions) {
	const policy = versions.then(async (found) => await readBasePolicy({ ignoreFile }, found));
	policy.catch(ignoreUntilAwaited);
	const ownFilter = await createPathFilter(paths, exclude);
	const includes = policy.then(async (base) => base.exclude.length > 0 ? await createPathFilter(paths, [...exclude, ...base.exclude]) : ownFilter);
	includes.catch(ignoreUntilAwaited);
	return {
		policy,
		includes
	};
}
function ignoreUntilAwaited() {}
async function readBasePolicy({ ignoreFile }, { base, head }) {
	return await parseBasePolicy(base, head, ignoreFile);
}
function addBasePolicy(opened, basePolicy) {
	return {
		...opened,
		source: addGaps(opened.source, basePolicy.gaps),
		basePolicy
	};
}
function restrictPolicy(policy, { protect, mayContain }) {
	const onLeak = mayContain ? policy.onLeak : "report";
	return {
		...policy,
		onLeak,
		protect: [...policy.protect, ...protect]
	};
}
function addGaps(source, gaps) {
	if (gaps.length === 0) return source;
	return {
		blobs: () => source.blobs(),
		locate: (blob, hit) => source.locate(blob, hit),
		complete: (sightings) => source.complete(sightings),
		nameOf: (blob) => source.nameOf(blob),
		account: () => {
			const { coverage, gaps: others } = source.account();
			return {
				coverage,
				gaps: [...gaps, ...others]
			};
		}
	};
}
// src/messages/errors/git.ts
const GIT_NOT_FOUND = "Git was not found. Install git 2.24 or newer and put it on the PATH.";
const GIT_REFUSES_OWNER = "Another user owns this repository, and this version of git refuses to read it. Run as the owner, or install a newer git.";
const GIT_SEES_NO_REPOSITORY = "Git finds no valid repository here: its .git folder is incomplete or damaged. Run git fsck, or clone again.";
function describeOldGit(task, complaint) {
	return `This version of git is too old to ${task} here (${complaint}). Install a newer one.`;
}
function describeGitConfiguration(complaint) {
	return `Git refuses its own configuration (${complaint}). Find the value with git config --show-origin --list, and correct it.`;
}
function describeMissingFolder$1(folder) {
	return `There is no folder ${quoteForMessage(folder)}. Name one inside a git repository.`;
}
function describeNoRepository(folder) {
	return `${quoteForMessage(folder)} is not in a git repository. Name a folder that is, or scan files without git: scan --files.`;
}
// src/git/git.ts
const PASSED_ON = /^(?:path|pathext|home|userprofile|systemroot|windir|temp|tmp|tmpdir)$/i;
const STDERR_LIMIT = 65536;
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
var Git = class {
	#environment;
	#home;
	#stopGroup;
	constructor(gitDir, environment, variables = {}, stopGroup = null) {
		const passed = Object.entries(environment).filter((entry) => {
			return PASSED_ON.test(entry[0]) && entry[1] !== void 0;
		});
		this.#environment = {
			...Object.fromEntries(passed),
			...HARDENING.variables,
			...variables,
			GIT_DIR: gitDir
		};
		this.#home = parse(gitDir).root;
		this.#stopGroup = stopGroup;
	}
	start(args, variables = {}) {
		const child = spawn("git", [...HARDENING.options, ...args], {
			cwd: this.#home,
			env: {
				...this.#environment,
				...variables
			},
			stdio: [
				"pipe",
				"pipe",
				"pipe"
			],
			windowsHide: true,
			detached: this.#stopGroup !== null
		});
		child.stdin.on("error", () => {});
		return {
			input: child.stdin,
			output: readChunks(child.stdout),
			exited: waitForExit(child),
			stop: () => this.#stop(child)
		};
	}
	#stop(child) {
		child.stdout?.destroy();
		if (!this.#stopGroup || child.pid === void 0) return void child.kill();
		try {
			this.#stopGroup(child.pid);
		} catch {
			child.kill();
		}
	}
	async run(args, input = "") {
		const running = this.start(args);
		running.input.end(input);
		const parts = [];
		for await (const part of running.output) parts.push(part);
		return {
			...await running.exited,
			stdout: Buffer.concat(parts).toString()
		};
	}
};
async function* readChunks(stream) {
	try {
		for await (const chunk of stream) yield chunk;
	} catch (error) {
		if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
	}
}
function waitForExit(child) {
	return new Promise((resolve) => {
		let stderr = "";
		child.stderr?.setEncoding("utf8").on("data", (text) => {
			if (stderr.length < STDERR_LIMIT) stderr += text;
		});
		child.on("error", (spawnError) => resolve({
			code: null,
			stderr,
			spawnError
		}));
		child.on("close", (code) => resolve({
			code,
			stderr,
			spawnError: null
		}));
	});
}
function createGitError({ code, stderr, spawnError }, what) {
	if (spawnError && "code" in spawnError && spawnError.code === "ENOENT") return new UsageError(GIT_NOT_FOUND);
	if (spawnError) return new Error(`git could not be started to ${what}`, { cause: spawnError });
	if (/dubious ownership|unsafe repository/.test(stderr)) return new UsageError(GIT_REFUSES_OWNER);
	if (/not a git repository/i.test(stderr)) return new UsageError(GIT_SEES_NO_REPOSITORY);
	const complaint = extractComplaint(stderr);
	if (code === 129 || /unknown repository extension|Expected git repo version/.test(stderr)) return new UsageError(describeOldGit(what, complaint));
	if (/\bbad (?:boolean |numeric |\S+ )?config|invalid value for|unable to parse .*config/i.test(stderr)) return new UsageError(describeGitConfiguration(complaint));
	return /* @__PURE__ */ new Error(`git ended with ${code ?? "a signal"} when asked to ${what}: ${complaint}`);
}
function extractComplaint(stderr) {
	const lines = stderr.split("\n").filter((line) => line.trim() !== "");
	return (lines.findLast((line) => line.startsWith("fatal: ")) ?? lines.at(-1))?.replace(/^(?:fatal|error): /, "").slice(0, 300) ?? "no reason given";
}
// src/git/repository.ts
async function findRepository(folder) {
	const start = resolve(folder);
	if (!await isFolder(start)) throw new UsageError(describeMissingFolder$1(folder));
	for (let here = start;; here = dirname(here)) {
		const gitDir = await findGitDir(here);
		if (gitDir !== null) return await readRepository(gitDir);
		if (dirname(here) === here) break;
	}
	throw new UsageError(describeNoRepository(folder));
}
async function findGitDir(folder) {
	const inside = join(folder, ".git");
	if (await isGitDir(inside)) return inside;
	const pointer = /^gitdir: (.+?)\r?\n?$/.exec(await readTextFile(inside) ?? "")?.[1];
	if (pointer !== void 0) return resolve(folder, pointer);
	return await isGitDir(folder) ? folder : null;
}
async function isGitDir(folder) {
	return await readTextFile(join(folder, "HEAD")) !== null && await isFolder(join(folder, "objects")) && await isFolder(join(folder, "refs"));
}
async function readRepository(gitDir) {
	const common = (await readTextFile(join(gitDir, "commondir")))?.trim();
	const commonDir = common === void 0 ? gitDir : resolve(gitDir, common);
	const shallow = (await readTextFile(join(commonDir, "shallow")))?.split("\n").filter((line) => line !== "");
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
async function readTextFile(path) {
	try {
		return await readFile(path, "utf8");
	} catch (error) {
		const { code } = error;
		if (code === "ENOENT" || code === "EISDIR" || code === "ENOTDIR") return null;
		throw error;
	}
}
// src/messages/errors/event.ts
function describeUnknownEvent(name, known) {
	return `This step ran on the event ${quoteForMessage(name)}, which has nothing to scan. Use one of ${known.join(", ")}, or set scan: files or scan: history.`;
}
const NOT_AFTER_PULL_REQUEST = "This workflow_run follows a run that was not for a pull request. Put the step on that event itself, such as push, or skip such runs with if: github.event.workflow_run.event == 'pull_request'.";
const NO_TOKEN_FOR_LOOKUP = "This run follows another workflow. Set the input github-token, which is needed to find its pull request.";
const NOTHING_PUSHED = "The push deleted a branch or a tag. There is nothing to scan.";
function describeMissingField(field) {
	return `The event file (GITHUB_EVENT_PATH) has no ${field}. It must be the payload that GitHub sent.`;
}
function describeMissingDefaultBranch(branch) {
	return `The default branch ${quoteForMessage(branch)} is not in this clone, and a new branch is compared with it. Use actions/checkout with fetch-depth: 0.`;
}
const PARTIAL_WITHOUT_CHANGE = "This partial clone does not have the files of the change. Use actions/checkout without filter, or set github-token.";
const PARTIAL_WITHOUT_IGNORE_FILE = "This partial clone does not have the ignore file of the base. Use actions/checkout without filter, or set github-token.";
const NO_CHECKOUT = "There is no checkout, and the history is read from one. Run actions/checkout with fetch-depth: 0 before this step.";
// src/github/payload.ts
function getObject(value, ...path) {
	const found = path.reduce((parent, key) => isObject(parent) ? parent[key] : void 0, value);
	return isObject(found) ? found : {};
}
function getText(value) {
	return typeof value === "string" && value !== "" ? value : null;
}
function getObjectId(value) {
	return typeof value === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : null;
}
function getCount(value) {
	return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : null;
}
function getTime(value) {
	const time = typeof value === "string" ? new Date(value) : null;
	return time && !Number.isNaN(time.getTime()) ? time : null;
}
function requireField(value, place) {
	if (value !== null) return value;
	throw new UsageError(describeMissingField(place));
}
function isObject(value) {
	return typeof value === "object" && value !== null;
}
// src/github/api-failure.ts
var ApiError = class extends Error {
	name = "ApiError";
	failure;
	constructor(failure) {
		super(`GitHub's API: ${failure.kind} (${failure.status ?? "no status"})`);
		this.failure = failure;
	}
};
function createShapeError(status = 200) {
	return new ApiError({
		kind: "not-the-api",
		status
	});
}
function parseFailure(error) {
	return error instanceof ApiError ? error.failure : {
		kind: "fault",
		status: null
	};
}
function isUncertain({ kind }) {
	return kind === "no-answer" || kind === "outage" || kind === "not-the-api";
}
function parseRefusal(error) {
	if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return null;
	const response = "response" in error ? getObject(error.response) : {};
	if (typeof response["status"] !== "number") return {
		kind: "no-answer",
		status: null,
		headers: {}
	};
	const headers = getObject(response["headers"]);
	const message = getText(getObject(response["data"])["message"]);
	const { status } = error;
	const asked = getText("request" in error ? getObject(error.request)["url"] : null);
	return {
		kind: status < 500 && URL.canParse(asked ?? "") && response["url"] !== new URL(asked ?? "").href ? "not-the-api" : classifyRefusal(status, message, headers),
		status,
		headers
	};
}
function classifyRefusal(status, message, headers) {
	if (status >= 500) return "outage";
	if (status === 429 || status === 403 && isLimit(message ?? "", headers)) return "limited";
	if (message === null) return "not-the-api";
	if (status === 401) return "bad-token";
	if (status === 404 || status === 410) return "not-found";
	if (status !== 403) return "refused";
	const [, kind = "forbidden"] = REFUSALS.find(([pattern]) => pattern.test(message)) ?? [];
	return kind;
}
const REFUSALS = [
	[/\blocked\b/i, "locked"],
	[/\bmore than \d+ comments\b/i, "full"],
	[/\barchived\b/i, "archived"],
	[/\bSAML\b|\bSSO\b|IP allow list|IP address/i, "kept-out"]
];
function isLimit(message, headers) {
	return /rate limit|abuse/i.test(message) || headers["x-ratelimit-remaining"] === "0" || "retry-after" in headers;
}
var RequestError = class extends ApiError {
	headers;
	isTimeout;
	constructor(refusal, isTimeout) {
		const { kind, status, headers } = refusal ?? {
			kind: "no-answer",
			status: null,
			headers: {}
		};
		super(isTimeout ? {
			kind: "no-answer",
			status: null
		} : {
			kind,
			status
		});
		this.headers = headers;
		this.isTimeout = isTimeout;
	}
};
// src/github/repeat.ts
const TRIES = 3;
const FAILED = ["no-answer", "outage"];
const FIRST_WAIT = 1e3;
const LIMIT_WAIT = 6e4;
const PATIENCE = {
	reading: 2e4,
	changing: 75e3
};
function isReading({ name, path }) {
	return name === "GET" || name === "HEAD" || path.endsWith("/graphql");
}
function computeRepeatWait(error, method, { tries, elapsed, now }) {
	if (!(error instanceof RequestError) || tries >= TRIES || error.isTimeout) return null;
	const wait = error.failure.kind === "limited" ? parseLimitWait(error.headers, now) : FAILED.includes(error.failure.kind) && (isReading(method) || isIdempotent(method)) ? FIRST_WAIT * 2 ** (tries - 1) : null;
	const patience = isReading(method) ? PATIENCE.reading : PATIENCE.changing;
	return wait !== null && elapsed + wait <= patience ? wait : null;
}
function isIdempotent({ name }) {
	return name === "PATCH" || name === "DELETE";
}
function parseLimitWait(headers, now) {
	const seconds = parseCount(headers["retry-after"]);
	if (seconds !== null) return seconds * 1e3;
	const reset = headers["x-ratelimit-remaining"] === "0" ? parseCount(headers["x-ratelimit-reset"]) : null;
	return reset === null ? LIMIT_WAIT : Math.max(reset * 1e3 - now.getTime(), 0) + FIRST_WAIT;
}
function parseCount(text) {
	return typeof text === "string" && /^\d{1,10}$/.test(text) ? Number(text) : null;
}
// src/github/client.ts
const TIMEOUT = 1e4;
const SPACING = 1e3;
async function createOctokit({ apiUrl, token }, { timeout = TIMEOUT, clock = SYSTEM_CLOCK } = {}) {
	const { getOctokit } = await import("./github.js").then((n) => n.github_exports);
	const octokit = getOctokit(token, {
		baseUrl: apiUrl,
		log: QUIET
	});
	const pauseForChange = createSpacing(clock);
	octokit.hook.wrap("request", async (request, options) => {
		const method = {
			name: options.method,
			path: options.url
		};
		const started = clock.elapsed();
		for (let tries = 1;; tries += 1) {
			if (!isReading(method)) await pauseForChange();
			try {
				return await sendOnce(async (signal) => {
					Object.assign(options.request, {
						signal,
						log: QUIET
					});
					return await request(options);
				}, timeout);
			} catch (error) {
				const wait = computeRepeatWait(error, method, {
					tries,
					elapsed: clock.elapsed() - started,
					now: clock.now()
				});
				if (wait === null) throw error;
				await clock.sleep(wait);
			}
		}
	});
	return octokit;
}
async function sendOnce(send, timeout) {
	const signal = AbortSignal.timeout(timeout);
	const answer = await send(signal).catch((error) => {
		const refusal = parseRefusal(error);
		throw refusal === null && !signal.aborted ? createShapeError(null) : new RequestError(refusal, signal.aborted);
	});
	const { status, data } = answer;
	if (status === 204 || typeof data === "object" && data !== null && !(data instanceof ArrayBuffer)) return answer;
	throw signal.aborted || data === "" ? new RequestError(null, signal.aborted) : createShapeError(status);
}
function createSpacing(clock) {
	let free = Number.NEGATIVE_INFINITY;
	return async () => {
		const now = clock.elapsed();
		const wait = free - now;
		free = Math.max(free, now) + SPACING;
		if (wait > 0) await clock.sleep(wait);
	};
}
function discard() {}
const QUIET = {
	debug: discard,
	info: discard,
	warn: discard,
	error: discard
};
// src/github/event.ts
const PARSERS = {
	pull_request: (event) => parsePullRequestEvent(event, { hasSecrets: false }),
	pull_request_target: (event) => parsePullRequestEvent(event, { hasSecrets: true }),
	push: parsePush,
	merge_group: parseMergeGroup,
	workflow_run: parseWorkflowRun,
	issues: (event) => scopeTexts("an issue", extractPostTexts("issue", getObject(event, "issue"))),
	issue_comment: (event) => scopeTexts("a comment", extractBody("comment", getObject(event, "comment"))),
	pull_request_review: (event) => scopeTexts("a review", extractReviewTexts(getObject(event, "review"))),
	pull_request_review_comment: (event) => scopeTexts("a comment", extractBody("review comment", getObject(event, "comment"))),
	commit_comment: (event) => scopeTexts("a comment", extractBody(COMMIT_COMMENT, getObject(event, "comment"))),
	discussion: (event) => scopeTexts("a discussion", extractPostTexts("discussion", getObject(event, "discussion"))),
	discussion_comment: (event) => scopeTexts("a comment", extractBody("comment", getObject(event, "comment"))),
	release: (event) => scopeTexts("a release", extractReleaseTexts(getObject(event, "release"))),
	schedule: () => ({ target: { kind: "history" } }),
	workflow_dispatch: () => ({ target: { kind: "history" } })
};
function parseEvent(eventName, payload) {
	const event = getObject(payload);
	const parse = Object.hasOwn(PARSERS, eventName) ? PARSERS[eventName] : void 0;
	if (!parse) throw new UsageError(describeUnknownEvent(eventName, Object.keys(PARSERS)));
	return {
		...parseRepository(event),
		...parse(event)
	};
}
function createUnreadScope(eventName, payload, why) {
	const mayBeOfPull = /^(?:pull_request.*|workflow_run|issue_comment)$/.test(eventName);
	return {
		...parseRepository(getObject(payload)),
		target: {
			kind: "unread",
			why,
			mayBeOfPull
		}
	};
}
function parseRepository(event) {
	const { private: isPrivate, visibility, ...repository } = getObject(event, "repository");
	return {
		texts: [],
		ref: null,
		pull: null,
		secretsWithheld: false,
		isPublic: !(isPrivate === true || visibility === "private" || visibility === "internal"),
		defaultBranch: getText(repository["default_branch"])
	};
}
function parsePullRequestEvent(event, { hasSecrets }) {
	const pullRequest = getObject(event, "pull_request");
	const pull = parsePullRequest(pullRequest, event);
	const before = event["action"] === "synchronize" && pullRequest["comments"] !== 0 ? getText(event["before"]) : null;
	return {
		target: parseRange(pullRequest, pull),
		texts: extractPostTexts("pull request", pullRequest),
		ref: formatBranchRef(getText(getObject(pullRequest, "head")["ref"])),
		pull: {
			...pull,
			replaced: before
		},
		secretsWithheld: pull.isFork && !hasSecrets
	};
}
function parsePullRequest(pullRequest, { repository }) {
	const name = requireField(getText(getObject(repository)["full_name"]), "repository.full_name");
	const [owner = "", repo = ""] = name.split("/");
	const isFork = getObject(pullRequest, "head", "repo")["full_name"] !== name;
	const head = requireField(getObjectId(getObject(pullRequest, "head")["sha"]), "pull_request.head.sha");
	return {
		owner,
		repo,
		number: requireField(getCount(pullRequest["number"]), "pull_request.number"),
		head,
		isFork,
		replaced: null
	};
}
function parseRange(pullRequest, { number, head }) {
	return {
		kind: "range",
		base: requireField(getObjectId(getObject(pullRequest, "base")["sha"]), "pull_request.base.sha"),
		head,
		refs: [`refs/pull/${number}/head`],
		commits: getCount(pullRequest["commits"])
	};
}
function parsePush(event) {
	const [before, after] = [requireField(getObjectId(event["before"]), "before"), requireField(getObjectId(event["after"]), "after")];
	const ref = requireField(getText(event["ref"]), "ref");
	if (isZeroObjectId(after)) return {
		target: {
			kind: "nothing",
			why: NOTHING_PUSHED
		},
		ref
	};
	const base = isZeroObjectId(before) ? null : before;
	return {
		target: {
			kind: "range",
			base,
			head: after,
			refs: [ref],
			commits: null
		},
		ref: base === null ? ref : null
	};
}
function parseMergeGroup(event) {
	const group = getObject(event, "merge_group");
	const base = requireField(getObjectId(group["base_sha"]), "merge_group.base_sha");
	const head = requireField(getObjectId(group["head_sha"]), "merge_group.head_sha");
	const ref = getText(group["head_ref"]);
	return { target: {
		kind: "range",
		base,
		head,
		refs: ref ? [ref] : [],
		commits: null
	} };
}
function parseWorkflowRun(event) {
	const run = getObject(event, "workflow_run");
	if (!["pull_request", "pull_request_target"].includes(String(run["event"]))) throw new UsageError(NOT_AFTER_PULL_REQUEST);
	return { target: {
		kind: "workflow-run",
		head: requireField(getObjectId(run["head_sha"]), "workflow_run.head_sha"),
		headOwner: getText(getObject(run, "head_repository", "owner")["login"]),
		headBranch: getText(run["head_branch"])
	} };
}
function scopeTexts(of, texts) {
	return {
		target: {
			kind: "texts",
			of
		},
		texts
	};
}
function formatBranchRef(branch) {
	return branch === null ? null : `refs/heads/${branch}`;
}
function isZeroObjectId(sha) {
	return /^0+$/.test(sha);
}
function extractPostTexts(what, thing) {
	return [...extractField(nameTextOf("title", what), thing, "title", { mayBe: [] }), ...extractField(nameTextOf("body", what), thing, "body", { mayBe: [null, void 0] })];
}
function extractBody(what, thing) {
	return extractField(what, thing, "body", { mayBe: [] });
}
function extractReviewTexts(review) {
	return extractField("review", review, "body", { mayBe: [null] });
}
function extractReleaseTexts(release) {
	return [...extractField(nameTextOf("name", "release"), release, "name", { mayBe: [null, void 0] }), ...extractField(nameTextOf("notes", "release"), release, "body", { mayBe: [null] })];
}
function extractField(what, thing, field, { mayBe }) {
	const text = thing[field];
	if (typeof text !== "string") {
		if (!mayBe.some((nothing) => nothing === text)) requireField(null, what);
		return [];
	}
	if (text === "") return [];
	const author = getText(getObject(thing, "user")["login"]) ?? getText(getObject(thing, "author")["login"]);
	const at = getTime(thing["updated_at"]) ?? getTime(thing["published_at"]) ?? getTime(thing["created_at"]);
	return [{
		of: {
			what,
			url: getText(thing["html_url"]),
			author,
			at
		},
		text
	}];
}
// src/github/workflow-run.ts
async function findWorkflowRunScope(access, run) {
	try {
		return { found: await findPullRequest(access, run) };
	} catch (error) {
		return { failed: parseFailure(error) };
	}
}
async function findPullRequest(access, { owner, repo, head, headOwner, headBranch }) {
	const octokit = await createOctokit(access);
	const number = (headOwner && headBranch ? await findByBranch(octokit, {
		owner,
		repo
	}, `${headOwner}:${headBranch}`, head) : null) ?? await findByCommit(octokit, {
		owner,
		repo
	}, head);
	if (number === null) return null;
	const pullRequest = getObject((await octokit.rest.pulls.get({
		owner,
		repo,
		pull_number: number
	})).data);
	const pull = parsePullRequest(pullRequest, { repository: { full_name: `${owner}/${repo}` } });
	if (pull.head !== head) return null;
	const branch = getText(getObject(pullRequest, "head")["ref"]);
	const ref = branch === null ? null : `refs/heads/${branch}`;
	return {
		target: parseRange(pullRequest, pull),
		texts: extractPostTexts("pull request", pullRequest),
		pull,
		ref
	};
}
async function findByBranch({ rest }, repository, head, sha) {
	return findNumber(parsePulls((await rest.pulls.list({
		...repository,
		state: "open",
		head,
		per_page: 100
	})).data), sha);
}
async function findByCommit({ rest }, repository, sha) {
	const { data } = await rest.repos.listPullRequestsAssociatedWithCommit({
		...repository,
		commit_sha: sha
	});
	return findNumber(parsePulls(data).filter(({ state }) => state === "open"), sha);
}
function parsePulls(data) {
	if (!Array.isArray(data)) throw createShapeError();
	return data.map((pull) => getObject(pull));
}
function findNumber(pulls, sha) {
	return getCount(pulls.find((pull) => getObject(pull, "head")["sha"] === sha)?.["number"]);
}
// src/messages/gaps/event.ts
function describeUnknownPullRequest(why) {
	return `The title and description of the pull request were not read, and its commits were compared with the default branch: ${why}.`;
}
const LOOKUP_FAULTS = {
	forbidden: "the token may not read pull requests",
	"bad-token": "GitHub refuses the token",
	"not-the-api": "a login page or a proxy answered instead of GitHub's API",
	"no-answer": "GitHub did not answer"
};
function describeLookupStatus(status) {
	return `GitHub answered ${status}`;
}
// src/messages/gaps/paths.ts
function describeUnmatchedFiles(globs) {
	return `No file on disk matches ${listGlobs(globs)}.`;
}
function describeUnmatchedInput(globs) {
	return `No file matches paths ${listGlobs(globs)}: neither a changed file nor any other.`;
}
function describeSpecialFile(name) {
	return `${quoteForMessage(name)} was not read: it is a device, or a link to nothing.`;
}
function describeUnreadablePath(path, code) {
	return `${quoteForMessage(path)} was not read: the system refused it (${code ?? "no code"}).`;
}
function describeTooMuchOutside(path) {
	return `${quoteForMessage(path)} was not read to its end: it leads out of the folder, to more files than are read there.`;
}
function describeKeyOutside(path) {
	return `The link ${quoteForMessage(path)} leads out of the folder, to a file with what looks like a key.`;
}
const FILES_CUT_SHORT = "Not all files were read.";
// src/messages/gaps/reading.ts
function describeMissingObjects(read, expected) {
	return `Only ${read} of ${expected} objects were read.`;
}
function describeMissingStaged(read, expected) {
	return `Only ${read} of ${expected} staged files were read.`;
}
function describeUnfinished(reading) {
	switch (reading) {
		case "range": return "Not all commits of the range were read: the scan stopped early.";
		case "history": return "Not all of the history was read: the scan stopped early.";
		case "index": return "Not all staged files were read: the scan stopped early.";
		case "push": return "Not all pushed commits were read: the scan stopped early.";
		case "stream": return "The input was not read to its end: the scan stopped early.";
		case "texts": return "Not all texts of the event were read: the scan stopped early.";
		default: return reading;
	}
}
function describeBrokenStream(code) {
	return `The input was not read to its end: reading it failed (${code ?? "no code"}).`;
}
function describeForgedObject(oid) {
	return `Git returned a different object than the one asked for (object ${oid}), so no result of this run is certain.`;
}
// src/sources/concat-sources.ts
function concatSources(sources) {
	const origins = /* @__PURE__ */ new WeakMap();
	const findOrigin = (blob) => {
		const source = origins.get(blob);
		if (!source) throw new Error("none of these sources gave this blob");
		return source;
	};
	return {
		async *blobs() {
			for (const source of sources) for await (const blob of source.blobs()) {
				origins.set(blob, source);
				yield blob;
			}
		},
		locate: async (blob, hit) => await findOrigin(blob).locate(blob, hit),
		async complete(sightings) {
			let complete = sightings;
			for (const source of sources) complete = await source.complete(complete);
			return complete;
		},
		nameOf: async (blob) => await findOrigin(blob).nameOf(blob),
		account() {
			const accounts = sources.map((source) => source.account());
			return {
				coverage: accounts.map((account) => account.coverage).reduce(addCoverage, NO_COVERAGE),
				gaps: accounts.flatMap(({ gaps }) => gaps)
			};
		}
	};
}
function createLazySource(open) {
	let source = null;
	const getOpened = () => {
		if (!source) throw new Error("nothing was read from this source yet");
		return source;
	};
	return {
		async *blobs() {
			source = await open();
			yield* source.blobs();
		},
		locate: async (blob, hit) => await getOpened().locate(blob, hit),
		complete: async (sightings) => await source?.complete(sightings) ?? sightings,
		nameOf: async (blob) => await getOpened().nameOf(blob),
		account: () => source?.account() ?? UNREAD
	};
}
const NO_COVERAGE = {
	commits: 0,
	blobs: 0,
	bytes: 0,
	texts: 0
};
const UNREAD = {
	coverage: NO_COVERAGE,
	gaps: [{
		kind: "miscounted",
		detail: describeUnfinished("push")
	}]
};
function addCoverage(sum, coverage) {
	return {
		commits: sum.commits + coverage.commits,
		blobs: sum.blobs + coverage.blobs,
		bytes: sum.bytes + coverage.bytes,
		texts: sum.texts + coverage.texts,
		...(sum.untouched ?? coverage.untouched) && { untouched: sum.untouched ?? coverage.untouched }
	};
}
// src/sources/locate/line-index.ts
const LF$2 = 10;
const KEPT_BYTES = 4194304;
const PIECE_BYTES = 16384;
var LineIndex = class {
	bytesRead = 0;
	#firstBytes = Buffer.alloc(0);
	#pieces = [];
	#collected = [];
	#collectedBytes = 0;
	#latest = null;
	push(chunk) {
		if (this.#firstBytes.length < 64) {
			const more = chunk.subarray(0, 64 - this.#firstBytes.length);
			this.#firstBytes = Buffer.concat([this.#firstBytes, more]);
		}
		this.bytesRead += chunk.length;
		this.#collected.push(chunk);
		this.#collectedBytes += chunk.length;
		if (this.#collectedBytes >= PIECE_BYTES) this.#addPieces();
		for (let next = this.#pieces[1]; next && this.bytesRead - next.offset >= KEPT_BYTES; next = this.#pieces[1]) {
			next.start = this.#findStart(1);
			this.#pieces.shift();
		}
	}
	locate(offset, length) {
		if (this.#collectedBytes > 0) this.#addPieces();
		const at = this.#findPiece(offset);
		const piece = this.#pieces[at];
		if (!piece || offset + length > this.bytesRead) return null;
		const start = this.#findStart(at);
		const latest = this.#latest;
		const from = latest && latest.offset >= start.offset && latest.offset <= offset ? latest : start;
		const cursor = advance(from, sliceOf(piece, from.offset, offset), identifyWideText(this.#firstBytes));
		this.#latest = cursor;
		return {
			line: cursor.line,
			column: Math.max(1, cursor.units + 1),
			bytes: this.#read(at, offset, offset + length)
		};
	}
	#addPieces() {
		const bytes = Buffer.concat(this.#collected);
		const offset = this.bytesRead - bytes.length;
		for (let from = 0; from < bytes.length; from += PIECE_BYTES) this.#pieces.push({
			offset: offset + from,
			bytes: bytes.subarray(from, from + PIECE_BYTES),
			start: null
		});
		this.#collected = [];
		this.#collectedBytes = 0;
	}
	#findPiece(offset) {
		let [low, high] = [0, this.#pieces.length];
		while (low < high) {
			const middle = low + high >> 1;
			if ((this.#pieces[middle]?.offset ?? 0) <= offset) low = middle + 1;
			else high = middle;
		}
		return low - 1;
	}
	#findStart(at) {
		let known = at;
		while (known > 0 && !this.#pieces[known]?.start) known -= 1;
		const first = {
			offset: 0,
			line: 1,
			units: hasByteOrderMark(this.#firstBytes) ? -1 : 0,
			unit: 0
		};
		let start = this.#pieces[known]?.start ?? first;
		for (let next = known; next < at; next += 1) {
			const piece = this.#pieces[next];
			if (piece) start = advance(start, piece.bytes, identifyWideText(this.#firstBytes));
			const following = this.#pieces[next + 1];
			if (following) following.start = start;
		}
		return start;
	}
	#read(first, from, to) {
		const parts = [];
		for (let at = first; at < this.#pieces.length; at += 1) {
			const piece = this.#pieces[at];
			if (!piece || piece.offset >= to) break;
			parts.push(sliceOf(piece, from, to));
		}
		return Buffer.concat(parts);
	}
};
function sliceOf({ offset, bytes }, from, to) {
	return bytes.subarray(Math.max(0, from - offset), Math.max(0, to - offset));
}
function hasByteOrderMark([a, b, c, d]) {
	if (a === 0 && b === 0 && c === 254 && d === 255) return true;
	return a === 255 && b === 254 || a === 254 && b === 255 || a === 239 && b === 187 && c === 191;
}
function advance(cursor, bytes, wide) {
	return wide ? advanceWide(cursor, bytes, wide) : advanceUtf8(cursor, bytes);
}
function advanceUtf8({ offset, line, units, unit }, bytes) {
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
		unit
	};
}
function advanceWide({ offset, line, units, unit }, bytes, { width, isBigEndian }) {
	for (const byte of bytes) {
		const index = offset % width;
		offset += 1;
		unit = (index === 0 ? 0 : unit) + byte * 256 ** (isBigEndian ? width - 1 - index : index);
		if (index < width - 1) continue;
		line += unit === LF$2 ? 1 : 0;
		units = unit === LF$2 ? 0 : units + (unit > 65535 ? 2 : 1);
	}
	return {
		offset,
		line,
		units,
		unit
	};
}
// src/sources/texts.ts
function openTexts({ texts }) {
	const filled = texts.filter(({ text }) => text !== "");
	const coverage = {
		commits: 0,
		blobs: 0,
		bytes: 0,
		texts: 0
	};
	const lines = /* @__PURE__ */ new Map();
	let isRead = false;
	return {
		async *blobs() {
			for (const { of, text } of filled) {
				const content = Buffer.from(text);
				const index = new LineIndex();
				index.push(content);
				lines.set(of, index);
				coverage.texts += 1;
				coverage.bytes += content.length;
				yield {
					provenance: {
						kind: "event-text",
						of
					},
					chunks: [content]
				};
			}
			isRead = true;
		},
		async locate({ provenance }, hit) {
			const of = getEventText(provenance);
			return [locateInText(of, lines.get(of) ?? new LineIndex(), hit)];
		},
		complete: async (sightings) => sightings,
		nameOf: async ({ provenance }) => ({ name: getEventText(provenance).what }),
		account() {
			const gaps = isRead ? [] : [{
				kind: "miscounted",
				detail: describeUnfinished("texts")
			}];
			return {
				coverage: { ...coverage },
				gaps
			};
		}
	};
}
function locateInText(of, lines, { encoding, member, offset, length }) {
	const position = member === null ? lines.locate(offset, length) : null;
	return {
		where: "pull-request",
		path: null,
		line: position?.line ?? null,
		column: position?.column ?? null,
		commit: null,
		author: of.author,
		at: of.at,
		encoding,
		member,
		inHead: true,
		preexisting: false
	};
}
function getEventText(provenance) {
	if (provenance.kind !== "event-text") throw new Error(`an event has nothing from ${provenance.kind}`);
	return provenance.of;
}
// src/domain/path-text.ts
const ESCAPE = /\\x([0-9a-f]{2})/g;
const SEQUENCE = new RegExp([
	"[\\xc2-\\xdf][\\x80-\\xbf]",
	"\\xe0[\\xa0-\\xbf][\\x80-\\xbf]",
	"[\\xe1-\\xec\\xee\\xef][\\x80-\\xbf]{2}",
	"\\xed[\\x80-\\x9f][\\x80-\\xbf]",
	"\\xf0[\\x90-\\xbf][\\x80-\\xbf]{2}",
	"[\\xf1-\\xf3][\\x80-\\xbf]{3}",
	"\\xf4[\\x80-\\x8f][\\x80-\\xbf]{2}",
	"([\\x80-\\xff])"
].join("|"), "g");
function decodePath(bytes) {
	const text = bytes.toString("utf8");
	if (!text.includes("�") && !text.includes("\\x")) return text;
	const escaped = bytes.toString("latin1").replaceAll(/\\(?=x[0-9a-f]{2})/g, String.raw`\x5c`).replaceAll(SEQUENCE, (sequence, stray) => stray === void 0 ? sequence : escapeByte(stray));
	return Buffer.from(escaped, "latin1").toString("utf8");
}
function encodePath(text) {
	if (!text.includes("\\x")) return Buffer.from(text);
	const parts = text.split(ESCAPE);
	return Buffer.concat(parts.map((part, at) => Buffer.from(part, at % 2 === 1 ? "hex" : "utf8")));
}
function encodePathForUrl(text) {
	return text.toWellFormed().split("/").map(encodeURIComponent).join("/").replaceAll(/%5Cx([0-9a-f]{2})/g, (_, hex) => `%${hex.toUpperCase()}`);
}
function escapeByte(character) {
	return `\\x${character.charCodeAt(0).toString(16)}`;
}
// src/messages/gaps/git/unfit-files.ts
const UNFIT = {
	link: "is a symbolic link",
	"below-link": "stands below a symbolic link",
	folder: "is a folder",
	"huge-folder": "stands in a folder with too many files",
	submodule: "is a submodule",
	large: "is larger than 512 KiB"
};
// src/messages/errors/revisions.ts
function describeMissingCommit(name) {
	return `${formatRevision(name)} is not a commit of this repository. Check the name, or fetch it with: git fetch`;
}
function describeShallowRange(commit) {
	return `This clone is shallow: its history ends at commit ${commit}, and the range needs more. Fetch the rest with: git fetch --unshallow`;
}
function describeInvalidRevision(name) {
	return `${quoteForMessage(name)} is not a valid revision. Name a branch, a tag or a commit.`;
}
function describeAmbiguousRevision(name, meanings) {
	return `${quoteForMessage(name)} is ambiguous: it can mean ${meanings.join(" or ")}. Write the full name of the one you mean.`;
}
function describeUnresolvedRevision(name, complaint) {
	return `${quoteForMessage(name)} leads to no commit (${complaint}). Name a branch, a tag or a commit.`;
}
function formatRevision(name) {
	return /^[0-9a-f]{40,64}$/.test(name) ? name : quoteForMessage(name);
}
// src/git/commits/revisions.ts
var MissingCommit = class extends UsageError {
	commit;
	constructor(commit, message) {
		super(message);
		this.commit = commit;
	}
};
function createMissingCommitError(name) {
	return new MissingCommit(name, describeMissingCommit(name));
}
function createShallowError(commit) {
	return new MissingCommit(commit, describeShallowRange(commit));
}
function isFullObjectId(name) {
	return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name);
}
async function resolveCommits(git, names) {
	for (const name of names) if (name === "" || /\p{Cc}/u.test(name)) throw new UsageError(describeInvalidRevision(name));
	const meanings = [...new Set(names.flatMap(listAmbiguousWords))].map((word) => ({
		word,
		refs: [word, ...REF_RULES.map((rule) => rule.replace("*", word))]
	}));
	const asked = [...names, ...meanings.flatMap(({ refs }) => refs)];
	const exit = await git.run(["cat-file", "--batch-check"], asked.map((name) => `${name}^{commit}\n`).join(""));
	const lines = exit.stdout.split("\n").slice(0, -1);
	if (lines.length !== asked.length) throw createResolveError(exit, names[lines.length]);
	const commits = lines.map((line) => /^([0-9a-f]+) commit \d+$/.exec(line)?.[1] ?? null);
	for (const [at, { word, refs }] of meanings.entries()) {
		const from = names.length + at * refs.length;
		const [own = null, ...others] = commits.slice(from, from + refs.length);
		await requireOneMeaning(git, word, own, others.flatMap((commit, rule) => commit === null ? [] : [{
			commit,
			ref: refs[rule + 1] ?? ""
		}]));
	}
	return commits.slice(0, names.length);
}
const REF_RULES = [
	"refs/*",
	"refs/tags/*",
	"refs/heads/*",
	"refs/remotes/*",
	"refs/remotes/*/HEAD"
];
function listAmbiguousWords(name) {
	const word = /^[^~^:@]*(?:@(?!\{)[^~^:@]*)*/.exec(name)?.[0] ?? "";
	return /^(?:|@|HEAD|refs\/.*)$/.test(word) || isFullObjectId(word) ? [] : [word];
}
async function requireOneMeaning(git, word, own, found) {
	if (found.length === 0) return;
	const abbreviated = /^[0-9a-f]{4,}$/i.test(word) ? await listAbbreviated(git, word) : [];
	const meanings = [...found, ...abbreviated.map((commit) => ({
		commit,
		ref: commit
	}))];
	if (own !== null && !meanings.some(({ commit }) => commit === own)) meanings.push({
		commit: own,
		ref: own
	});
	if (new Set(meanings.map(({ commit }) => commit)).size < 2) return;
	throw new UsageError(describeAmbiguousRevision(word, meanings.map(({ ref }) => ref)));
}
async function listAbbreviated(git, word) {
	const { stdout } = await git.run(["rev-parse", `--disambiguate=${word.toLowerCase()}`]);
	const oids = stdout.split("\n").slice(0, -1);
	return (await git.run(["cat-file", "--batch-check"], oids.map((oid) => `${oid}\n`).join(""))).stdout.split("\n").flatMap((line) => /^([0-9a-f]+) commit /.exec(line)?.[1] ?? []);
}
function createResolveError(exit, culprit) {
	if (culprit === void 0 || !/^fatal: .*(?:upstream|branch|log for)/m.test(exit.stderr)) return createGitError(exit, "find commits");
	return new UsageError(describeUnresolvedRevision(culprit, extractComplaint(exit.stderr)));
}
async function isAncestor({ repo, environment }, ancestor, head) {
	if (!isFullObjectId(ancestor) || !isFullObjectId(head)) return false;
	return (await new Git((await findRepository(repo)).gitDir, environment).run([
		"merge-base",
		"--is-ancestor",
		ancestor,
		head
	])).code === 0;
}
// src/git/process-streams.ts
const EMPTY$1 = Buffer.alloc(0);
const NUL = 0;
const LF$1 = 10;
async function* splitTokens(output) {
	for await (const { bytes, end } of splitAtTerminator(NUL, output)) {
		let from = 0;
		for (let at = bytes.indexOf(NUL); at < end && at !== -1; at = bytes.indexOf(NUL, from)) {
			yield decodePath(bytes.subarray(from, at));
			from = at + 1;
		}
	}
}
async function* splitLines(output) {
	for await (const { bytes, end } of splitAtTerminator(LF$1, output)) yield bytes.toString("latin1", 0, end - 1).split("\n");
}
async function* splitAtTerminator(terminator, output) {
	let rest = EMPTY$1;
	for await (const chunk of output) {
		const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
		const end = bytes.lastIndexOf(terminator) + 1;
		if (end > 0) yield {
			bytes,
			end
		};
		rest = bytes.subarray(end);
	}
}
async function writeChunk(input, data) {
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
async function pipeTo(from, input) {
	for await (const chunk of from) if (!await writeChunk(input, chunk)) break;
	input.end();
}
// src/git/objects/byte-reader.ts
const LF = 10;
const EMPTY = Buffer.alloc(0);
const SLAB_BYTES = 65536;
var ByteReader = class {
	#chunks;
	#buffer = EMPTY;
	#offset = 0;
	#slab = EMPTY;
	constructor(chunks) {
		this.#chunks = chunks[Symbol.asyncIterator]();
	}
	get available() {
		return this.#buffer.length - this.#offset;
	}
	takeLine() {
		const end = this.#buffer.indexOf(LF, this.#offset);
		if (end === -1) return null;
		const line = this.#buffer.toString("utf8", this.#offset, end);
		this.#offset = end + 1;
		return line;
	}
	take(size) {
		const part = this.#buffer.subarray(this.#offset, this.#offset + size);
		this.#offset += part.length;
		return part;
	}
	async readLine() {
		for (let searched = 0;;) {
			if (this.#buffer.indexOf(LF, this.#offset + searched) !== -1) return this.takeLine();
			searched = this.available;
			if (!await this.#fill()) return null;
		}
	}
	async readSome(limit) {
		if (this.available === 0) await this.#fill();
		return this.take(limit);
	}
	async readExactly(size) {
		if (this.available >= size) return this.take(size);
		const whole = this.#allocate(size);
		for (let filled = 0; filled < size;) {
			const part = await this.readSome(size - filled);
			if (part.length === 0) return null;
			filled += part.copy(whole, filled);
		}
		return whole;
	}
	#allocate(size) {
		if (size > SLAB_BYTES / 2) return Buffer.allocUnsafe(size);
		if (this.#slab.length < size) this.#slab = Buffer.allocUnsafe(SLAB_BYTES);
		const buffer = this.#slab.subarray(0, size);
		this.#slab = this.#slab.subarray(size);
		return buffer;
	}
	async #fill() {
		const { done, value } = await this.#chunks.next();
		if (done) return false;
		this.#buffer = this.available === 0 ? value : Buffer.concat([this.#buffer.subarray(this.#offset), value]);
		this.#offset = 0;
		return true;
	}
};
// src/git/objects/cat-file-protocol.ts
const MAX_SMALL_BYTES = 262144;
async function* parseCatFile(output) {
	const reader = new ByteReader(output);
	let entries = [];
	for (;;) {
		let line = reader.takeLine();
		if (line === null) {
			if (entries.length > 0) yield {
				entries,
				finish: null
			};
			entries = [];
			line = await reader.readLine();
		}
		if (line === null) return;
		const { oid, type, size } = parseHeader(line);
		if (type === "missing") {
			entries.push({
				kind: "missing",
				oid
			});
			continue;
		}
		if (entries.length > 0 && reader.available <= size) {
			yield {
				entries,
				finish: null
			};
			entries = [];
		}
		if (size <= MAX_SMALL_BYTES) {
			const content = reader.available > size ? takeContent(reader, size) : await readContent(reader, size);
			if (content === null) return;
			entries.push({
				kind: "object",
				oid,
				type,
				chunks: size > 0 ? [content] : []
			});
			continue;
		}
		if (entries.length > 0) yield {
			entries,
			finish: null
		};
		entries = [];
		const content = new LargeContent(reader, size);
		yield {
			entries: [{
				kind: "object",
				oid,
				type,
				chunks: content.chunks()
			}],
			finish: () => content.finish()
		};
	}
}
function parseHeader(line) {
	const [oid = "", type = "", length = ""] = line.split(" ");
	const size = Number.parseInt(length, 10);
	if (type !== "missing" && Number.isNaN(size)) throw new Error("git cat-file gave an answer that is not in its manual");
	return {
		oid,
		type,
		size
	};
}
function takeContent(reader, size) {
	const content = reader.take(size);
	reader.take(1);
	return content;
}
async function readContent(reader, size) {
	const content = await reader.readExactly(size);
	return await reader.readExactly(1) === null ? null : content;
}
var LargeContent = class {
	#reader;
	#remaining;
	constructor(reader, size) {
		this.#reader = reader;
		this.#remaining = size;
	}
	async *chunks() {
		while (this.#remaining > 0) {
			const chunk = await this.#reader.readSome(this.#remaining);
			if (chunk.length === 0) return;
			this.#remaining -= chunk.length;
			yield chunk;
		}
	}
	async finish() {
		for await (const _ of this.chunks());
		const isComplete = this.#remaining === 0 && await this.#reader.readExactly(1) !== null;
		this.#remaining = 0;
		return isComplete;
	}
};
// src/git/objects/object-stream.ts
const MAX_CRASHES = 1e3;
const LOW_MEMORY$1 = ["-c", "core.bigFileThreshold=8m"];
async function* readObjects(git, names) {
	for await (const batch of readInBatches(git, names)) yield* batch;
}
async function* readInBatches(git, names) {
	const requests = new RequestQueue(names);
	for (let crashes = 0;;) {
		const { exit, isDone, hasProgress, isCut } = yield* readUntilExit(git, requests);
		if (isDone) return;
		crashes = hasProgress ? 1 : crashes + 1;
		if (exit.spawnError || crashes > MAX_CRASHES) throw createGitError(exit, "read objects");
		const damaged = requests.takeFirst();
		if (damaged !== null) yield [{
			kind: "unreadable",
			oid: damaged,
			isPartial: isCut
		}];
	}
}
async function* readUntilExit(git, requests) {
	const cat = git.start([
		...LOW_MEMORY$1,
		"cat-file",
		"--batch",
		"--buffer"
	]);
	const sending = requests.sendTo(cat.input);
	sending.catch(() => {});
	const missing = [];
	let hasProgress = false;
	let isCut = false;
	try {
		for await (const { entries, finish } of parseCatFile(cat.output)) {
			hasProgress = true;
			const objects = entries.filter((entry) => entry.kind === "object");
			if (objects.length < entries.length) {
				for (const { kind, oid } of entries) if (kind === "missing") missing.push(oid);
			}
			if (!finish) requests.settle(entries.length);
			if (objects.length > 0) yield objects;
			isCut = finish !== null && !await finish();
			if (isCut) break;
			if (finish) requests.settle(1);
		}
	} finally {
		cat.stop();
	}
	const areAllSent = await sending;
	const exit = await cat.exited;
	if (missing.length > 0) yield missing.map((oid) => explainMissing(oid, exit.stderr));
	return {
		exit,
		isDone: areAllSent && requests.isEmpty,
		hasProgress,
		isCut
	};
}
function explainMissing(oid, stderr) {
	return stderr.includes(oid) || stderr.includes(`${oid.slice(0, 2)}/${oid.slice(2)}`) ? {
		kind: "unreadable",
		oid,
		isPartial: false
	} : {
		kind: "missing",
		oid
	};
}
var RequestQueue = class {
	#source;
	#sent = [];
	#settled = 0;
	constructor(names) {
		this.#source = Symbol.asyncIterator in names ? names[Symbol.asyncIterator]() : names[Symbol.iterator]();
	}
	get isEmpty() {
		return this.#sent.length === this.#settled;
	}
	async sendTo(input) {
		try {
			let names = this.#dropSettled();
			for (;;) {
				if (names.length > 0 && !await writeChunk(input, `${names.join("\n")}\n`)) return false;
				const { done, value } = await this.#source.next();
				if (done) return true;
				names = value;
				for (const name of names) this.#sent.push(name);
			}
		} finally {
			input.end();
		}
	}
	settle(count) {
		this.#settled += count;
		if (this.#settled > 4096 && this.#sent.length - this.#settled < this.#settled) this.#dropSettled();
	}
	takeFirst() {
		const first = this.#sent[this.#settled] ?? null;
		if (first !== null) this.settle(1);
		return first;
	}
	#dropSettled() {
		this.#sent = this.#sent.slice(this.#settled);
		this.#settled = 0;
		return this.#sent;
	}
};
// src/git/objects/object-reader.ts
const MAX_BUFFERED_BYTES$1 = 4194304;
var ObjectReader = class {
	#git;
	#cat = null;
	#batches = null;
	#previous = Promise.resolve();
	constructor(git) {
		this.#git = git;
	}
	read(name, limit = Number.POSITIVE_INFINITY) {
		const content = this.#previous.then(async () => await this.#readNext(name, limit));
		this.#previous = content.catch(() => {});
		return content;
	}
	async *stream(oid) {
		const content = await this.read(oid, MAX_BUFFERED_BYTES$1);
		if (typeof content !== "string") {
			if (content.length > 0) yield content;
			return;
		}
		for await (const result of readObjects(this.#git, [[oid]])) if (result.kind === "object") yield* result.chunks;
	}
	async close() {
		const cat = this.#cat;
		this.#cat = null;
		this.#batches = null;
		cat?.stop();
		await cat?.exited;
	}
	async #readNext(name, limit) {
		this.#cat ??= this.#git.start(["cat-file", "--batch"]);
		this.#batches ??= parseCatFile(this.#cat.output);
		const next = await writeChunk(this.#cat.input, `${name}\n`) ? await this.#batches.next() : null;
		if (!next || next.done) {
			await this.close();
			return "missing";
		}
		const { entries, finish } = next.value;
		const [entry] = entries;
		if (entry?.kind !== "object") return "missing";
		const parts = [];
		let size = 0;
		for await (const chunk of entry.chunks) {
			size += chunk.length;
			if (size > limit) break;
			parts.push(chunk);
		}
		if (finish && !await finish()) return "missing";
		return size > limit ? "too-large" : Buffer.concat(parts);
	}
};
// src/git/objects/file-versions.ts
const MAX_FILE_BYTES = 524288;
const MAX_TREE_BYTES = 16777216;
const [FOLDER, LINK, SUBMODULE] = [
	"40000",
	"120000",
	"160000"
];
async function readFilesAt(git, revisions, path) {
	const objects = new ObjectReader(git);
	try {
		const files = [];
		for (const revision of revisions) files.push(await readFileAt(objects, revision, path));
		return files;
	} finally {
		await objects.close();
	}
}
async function readFileVersions(git, { base, head }, path) {
	if (base === null) return {
		base: { kind: "absent" },
		head: null
	};
	const [before = { kind: "absent" }, after = null] = await readFilesAt(git, head === null ? [base] : [base, head], path);
	return {
		base: before,
		head: isSame(before, after) ? null : after
	};
}
async function readLocalFileVersions({ repo, environment }, range, path) {
	return await readFileVersions(new Git((await findRepository(repo)).gitDir, environment), range, path);
}
function isSame(before, after) {
	if (before.kind === "file" && after?.kind === "file") return before.oid === after.oid;
	return before.kind === after?.kind;
}
async function readFileAt(objects, revision, path) {
	if (!isFullObjectId(revision) && !/^[^\s\p{Cc}]+$/u.test(revision)) return { kind: "no-commit" };
	const commit = await objects.read(`${revision}^{commit}`, MAX_TREE_BYTES);
	if (typeof commit === "string") return { kind: "no-commit" };
	const tree = /^tree ([0-9a-f]+)\n/.exec(commit.toString("latin1"))?.[1] ?? "";
	let entry = {
		mode: FOLDER,
		oid: tree
	};
	for (const name of path.split("/")) {
		if (entry.mode === LINK) return {
			kind: "unfit",
			why: UNFIT["below-link"]
		};
		if (entry.mode !== FOLDER) return { kind: "absent" };
		const folder = await objects.read(entry.oid, MAX_TREE_BYTES);
		if (folder === "missing") return {
			kind: "missing",
			oid: null
		};
		if (folder === "too-large") return {
			kind: "unfit",
			why: UNFIT["huge-folder"]
		};
		entry = findEntry(folder, name, tree.length / 2);
		if (entry === null) return { kind: "absent" };
	}
	return await readEntry(objects, entry);
}
async function readEntry(objects, { mode, oid }) {
	if (mode === LINK) return {
		kind: "unfit",
		why: UNFIT.link
	};
	if (mode === FOLDER) return {
		kind: "unfit",
		why: UNFIT.folder
	};
	if (mode === SUBMODULE) return {
		kind: "unfit",
		why: UNFIT.submodule
	};
	const bytes = await objects.read(oid, MAX_FILE_BYTES);
	if (bytes === "missing") return {
		kind: "missing",
		oid
	};
	return bytes === "too-large" ? {
		kind: "unfit",
		why: UNFIT.large
	} : {
		kind: "file",
		oid,
		bytes
	};
}
function findEntry(tree, name, hashBytes) {
	const wanted = encodePath(name);
	for (let at = 0; at < tree.length;) {
		const [blank, end] = [tree.indexOf(32, at), tree.indexOf(0, at)];
		if (end < 0 || blank < 0 || blank > end) return null;
		if (tree.subarray(blank + 1, end).equals(wanted)) return {
			mode: tree.toString("latin1", at, blank),
			oid: tree.toString("hex", end + 1, end + 1 + hashBytes)
		};
		at = end + 1 + hashBytes;
	}
	return null;
}
// src/targets/base-file.ts
const NO_FILE = {
	base: { kind: "absent" },
	head: null
};
async function readFileVersionsAt(location, range, path) {
	return await readLocalFileVersions(location, range, path).catch(ignoreUsageError);
}
async function readFirstFileVersions(location, revisions, path) {
	return await readFirst(location, revisions, path).catch(ignoreUsageError) ?? NO_FILE;
}
async function readFileVersionsAnywhere(location, revision, server, path) {
	const found = await readFirst(location, [revision.local], path).catch(() => null);
	if (found && found.base.kind !== "missing") return found;
	if (!server) return {
		base: { kind: "no-commit" },
		head: null
	};
	const { fetchFile } = await import("./sources.js").then((n) => n.fetched_file_exports);
	return {
		base: await fetchFile(server, revision.remote, path),
		head: null
	};
}
async function readFirst({ repo, environment }, revisions, path) {
	const base = (await readFilesAt(new Git((await findRepository(repo)).gitDir, environment), revisions, path)).find(({ kind }) => kind !== "no-commit");
	return base ? {
		base,
		head: null
	} : null;
}
function ignoreUsageError(error) {
	if (error instanceof UsageError) return NO_FILE;
	throw error;
}
// src/targets/checkout.ts
function findServer(checkout) {
	const { serverUrl, repository, token, temp, environment, signal } = checkout;
	if (repository === "" || token === null) return null;
	return {
		url: `${serverUrl}/${repository}`,
		token,
		temp,
		environment,
		signal
	};
}
// src/messages/errors/command-line/range.ts
const NO_COMMITS_YET = "This repository has no commits yet. Scan what is staged with: openai-key-guard scan --staged";
function describeEmptyHead(head) {
	return `The range ends at ${head}, which stands for no commit. Name the last commit to scan.`;
}
function describeNoRange(range) {
	return `${range} is not a range of commits. Write A..B, A...B, or A for A..HEAD.`;
}
function describeUnrelated(range) {
	return `The two ends of ${range} have no commit in common here. Write A..B, or fetch their history with: git fetch --unshallow`;
}
// src/git/commits/branches.ts
const DEFAULT_NAMES = [
	"main",
	"master",
	"trunk",
	"develop"
];
async function findDefaultRange({ repo, environment }) {
	const git = new Git((await findRepository(repo)).gitDir, environment);
	const [branches, [head]] = await Promise.all([listBranches(git), resolveCommits(git, ["HEAD"])]);
	if (!head) throw new UsageError(NO_COMMITS_YET);
	const { branch, by } = chooseBase(branches);
	if (branch === null) return {
		base: null,
		head,
		name: {
			text: "HEAD",
			chosenBy: by
		}
	};
	return {
		base: branch.commit,
		head,
		name: {
			text: `${shortenName(branch)}..HEAD`,
			chosenBy: by
		}
	};
}
function chooseBase(branches) {
	const current = branches.find(({ isCurrent }) => isCurrent);
	const upstream = branches.find(({ name }) => name === current?.upstream);
	if (upstream) return {
		branch: upstream,
		by: "upstream"
	};
	const remote = findDefaultBranch(branches, null) ?? findNamed(DEFAULT_NAMES, (name) => findDefaultBranch(branches, name));
	if (remote) return {
		branch: remote,
		by: "remote-default"
	};
	const local = findNamed(DEFAULT_NAMES, (name) => branches.find((branch) => branch.name === `refs/heads/${name}`));
	return local && !local.isCurrent ? {
		branch: local,
		by: "local-default"
	} : {
		branch: null,
		by: "all-commits"
	};
}
function findNamed(names, find) {
	for (const name of names) {
		const found = find(name);
		if (found) return found;
	}
	return null;
}
function shortenName({ name }) {
	return name.replace(/^refs\/(?:heads|remotes)\//, "");
}
async function findNewBranchBase(location, push) {
	if (push.branch === push.defaultBranch) return null;
	const base = findDefaultBranch(await listBranches(new Git((await findRepository(location.repo)).gitDir, location.environment)), push.defaultBranch);
	return base && nameOnRemote(base) !== push.branch ? base.commit : null;
}
function findDefaultBranch(branches, name) {
	const remote = branches.filter((branch) => branch.name.startsWith("refs/remotes/"));
	const isOrigin = (branch) => branch.name.startsWith("refs/remotes/origin/");
	const ordered = [...remote.filter(isOrigin), ...remote.filter((branch) => !isOrigin(branch))];
	if (name !== null) return ordered.find((branch) => branch.target === null && nameOnRemote(branch) === name) ?? null;
	const remoteHead = ordered.find((branch) => branch.target !== null && branch.name.endsWith("/HEAD"));
	return branches.find((branch) => branch.name === remoteHead?.target) ?? null;
}
function nameOnRemote({ name }) {
	return name.split("/").slice(3).join("/");
}
async function listBranches(git) {
	const exit = await git.run([
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
	if (exit.code !== 0) throw createGitError(exit, "list branches");
	return exit.stdout.split("\n").slice(0, -1).map((line) => {
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
// src/git/commits/commit-range.ts
function formatRevisions({ base, head, known = [] }) {
	return [head, ...(base === null ? [] : [base, ...known]).map((commit) => `^${commit}`)];
}
const NOTHING = [
	"0".repeat(40),
	"0".repeat(64),
	"4b825dc642cb6eb9a060e54bf8d69288fbee4904",
	"6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"
];
async function resolveRange(git, base, head) {
	if (NOTHING.includes(head)) throw new UsageError(describeEmptyHead(head));
	if (base !== null && NOTHING.includes(base)) return await resolveRange(git, null, head);
	if (isFullObjectId(head) && (base === null || isFullObjectId(base))) return {
		base,
		head
	};
	const [headCommit, baseCommit] = await resolveCommits(git, base === null ? [head] : [head, base]);
	if (!headCommit) throw createMissingCommitError(head);
	if (base === null || isAbbreviatedNothing(base, baseCommit)) return {
		base: null,
		head: headCommit
	};
	if (!baseCommit) throw createMissingCommitError(base);
	return {
		base: baseCommit,
		head: headCommit
	};
}
function isAbbreviatedNothing(name, commit) {
	return !commit && name.length >= 7 && NOTHING.some((nothing) => nothing.startsWith(name));
}
function parseRangeExpression(range) {
	const parts = /^(.*?)(\.{2,})(.*)$/s.exec(range.trim());
	if (range.trim() === "" || parts && (parts[2] ?? "").length > 3 || parts?.[3]?.includes("..")) throw new UsageError(describeNoRange(quoteForMessage(range)));
	if (!parts) return {
		base: range.trim(),
		head: "HEAD",
		fromMergeBase: false
	};
	const [, base, dots, head] = parts;
	return {
		base: base || "HEAD",
		head: head || "HEAD",
		fromMergeBase: dots === "..."
	};
}
async function parseCommitRange(range, { repo, environment }) {
	const { base, head, fromMergeBase } = parseRangeExpression(range);
	const git = new Git((await findRepository(repo)).gitDir, environment);
	const resolved = await resolveRange(git, base, head);
	if (!fromMergeBase || resolved.base === null) return resolved;
	const exit = await git.run([
		"merge-base",
		"--end-of-options",
		resolved.base,
		resolved.head
	]);
	const mergeBase = exit.stdout.trim();
	if (isFullObjectId(mergeBase)) return {
		base: mergeBase,
		head: resolved.head
	};
	if (exit.code !== 1 && !/Not a valid commit name/.test(exit.stderr)) throw createGitError(exit, "compare commits");
	throw new UsageError(describeUnrelated(quoteForMessage(range)));
}
// src/messages/gaps/git/lists.ts
function describeBrokenList(list, complaint) {
	switch (list) {
		case "range": return `Not all objects of the range were read: git stopped listing them (${complaint}).`;
		case "repository": return `Not all objects of the repository were read: git stopped listing them (${complaint}).`;
		case "refs": return `Not all branches and tags were read: git stopped listing them (${complaint}).`;
		case "tags-and-notes": return `Not all tags and notes were read: git stopped listing them (${complaint}).`;
		case "history": return `Not all commits of the repository were read: git stopped listing them (${complaint}).`;
		default: return list;
	}
}
function describeUnknownCommits(complaint) {
	return `Not every commit that added a found key is known: git stopped listing commits (${complaint}).`;
}
function describeBrokenTree(commit, complaint) {
	return `Not all files of commit ${commit} were listed: git stopped (${complaint}).`;
}
function describeUnreadableTree(oid) {
	return `Not all files below object ${oid} were listed: it is missing or damaged in this clone.`;
}
function describeHugeTree(commit) {
	return `Not all files of commit ${commit} were listed: it has more than 3 million paths.`;
}
function describeShallowHistory(commits) {
	const [first = "", ...others] = commits;
	return `The history before commit ${first}${others.length === 0 ? "" : ` and ${others.length} more`} was not read: this clone is shallow.`;
}
// src/git/commits/rev-list.ts
const FILTER = [
	"--objects",
	"--missing=print",
	"--filter=blob:none",
	"--filter-print-omitted"
];
var RevList = class {
	expected = 0;
	#git;
	#range;
	#repository;
	#gaps;
	#missing = /* @__PURE__ */ new Set();
	#revList = null;
	#isStopped = false;
	constructor(git, range, repository, gaps) {
		this.#git = git;
		this.#range = range;
		this.#repository = repository;
		this.#gaps = gaps;
	}
	async *list() {
		const revisions = formatRevisions(this.#range);
		if (this.#repository.isPartial) this.#missing = await listMissing(this.#git, revisions);
		const revList = this.#git.start([
			"rev-list",
			...FILTER,
			"--end-of-options",
			...revisions,
			"--"
		]);
		this.#revList = revList;
		const batches = splitLines(revList.output);
		for await (const lines of this.#repository.shallow.size > 0 ? joinCommits(batches) : batches) {
			const names = lines.flatMap((line) => this.#parseLine(line));
			this.expected += names.length;
			if (names.length > 0) yield names;
		}
		const exit = await revList.exited;
		if (exit.code !== 0 && !this.#isStopped) this.#reportFailure(exit);
	}
	stop() {
		this.#isStopped = true;
		this.#revList?.stop();
	}
	#parseLine(line) {
		if (line.startsWith("~")) return this.#skipMissing(line.slice(1));
		if (line.startsWith("?")) {
			this.#gaps.addObject(line.slice(1), "missing-folder");
			return [];
		}
		const blank = line.indexOf(" ");
		if (blank !== -1) return [line.slice(0, blank)];
		if (this.#repository.shallow.has(line)) throw createShallowError(line);
		return [line];
	}
	#skipMissing(blob) {
		if (!this.#missing.has(blob)) return [blob];
		this.#gaps.addObject(blob, "missing");
		return [];
	}
	#reportFailure(exit) {
		const unknown = /(?:bad object|bad revision|ambiguous argument) '?\^?([0-9a-f]{40,64})/.exec(exit.stderr)?.[1];
		const { base, head } = this.#range;
		if (unknown !== void 0 && (unknown === base || unknown === head)) throw createMissingCommitError(unknown);
		const error = createGitError(exit, "list objects");
		if (exit.spawnError || error instanceof UsageError) throw error;
		this.#gaps.add("unreadable", describeBrokenList("range", extractComplaint(exit.stderr)), { cause: "damaged" });
	}
};
async function* joinCommits(batches) {
	let commits = [];
	for await (const lines of batches) {
		if (commits) for (const line of lines) commits.push(line);
		const arePast = lines.some((line) => /[ ~?]/.test(line));
		if (!commits) yield lines;
		else if (arePast) {
			yield commits;
			commits = null;
		}
	}
	if (commits) yield commits;
}
async function listMissing(git, revisions) {
	const missing = /* @__PURE__ */ new Set();
	const { output } = git.start([
		"rev-list",
		"--objects",
		"--missing=print",
		...revisions,
		"--"
	]);
	for await (const lines of splitLines(output)) for (const line of lines) if (line.startsWith("?")) missing.add(line.slice(1));
	return missing;
}
// src/messages/gaps/git/objects.ts
function describeMissingObject({ name, oid }) {
	return `${capitalize$1(name)} was not read: this clone does not have it (object ${oid}).`;
}
function describeMissingFolder({ name, oid }) {
	return `${capitalize$1(name)} and the files below it were not read: this clone does not have the folder (object ${oid}).`;
}
function describeDamagedObject({ name, oid }) {
	return `${capitalize$1(name)} was not read: it is damaged in this clone (object ${oid}).`;
}
function describeMoreGaps(count, kind) {
	return `And ${count} more (${kind}).`;
}
// src/git/gap-collector.ts
const MAX_LISTED$3 = 10;
const MAX_NAMED = 1e3;
const MAX_ASKED = 100;
var GapCollector = class {
	#entries = [];
	#counts = /* @__PURE__ */ new Map();
	add(kind, detail, about = {}) {
		if (this.#entries.some((entry) => "detail" in entry && entry.kind === kind && entry.detail === detail)) return;
		if (this.#count(kind) <= MAX_LISTED$3) this.#entries = [...this.#entries, {
			kind,
			detail,
			...about
		}];
	}
	addObject(oid, state) {
		const kind = state === "damaged" ? "unreadable" : "missing-object";
		if (this.#count(kind) <= MAX_NAMED) this.#entries = [...this.#entries, {
			kind,
			oid,
			state,
			name: UNNAMED
		}];
	}
	get objects() {
		return this.#entries.flatMap((entry) => "oid" in entry ? [entry] : []);
	}
	async nameObjects(nameObject) {
		const entries = [];
		let [asked, named] = [0, 0];
		for (const entry of this.#entries) {
			if (!("oid" in entry && named < MAX_LISTED$3 && asked++ < MAX_ASKED)) {
				entries.push(entry);
				continue;
			}
			const name = await nameObject(entry.oid);
			if (name === null) this.#counts.set(entry.kind, (this.#counts.get(entry.kind) ?? 1) - 1);
			else {
				entries.push({
					...entry,
					...name
				});
				named += 1;
			}
		}
		this.#entries = entries;
	}
	list() {
		const listed = /* @__PURE__ */ new Map();
		const gaps = [];
		for (const entry of this.#entries) {
			const count = (listed.get(entry.kind) ?? 0) + 1;
			listed.set(entry.kind, count);
			if (count > MAX_LISTED$3) continue;
			gaps.push("oid" in entry ? createObjectGap(entry) : entry);
		}
		const rest = [...this.#counts].filter(([, count]) => count > MAX_LISTED$3);
		return [...gaps, ...rest.map(([kind, count]) => ({
			kind,
			detail: describeMoreGaps(count - MAX_LISTED$3, kind)
		}))];
	}
	#count(kind) {
		const count = (this.#counts.get(kind) ?? 0) + 1;
		this.#counts.set(kind, count);
		return count;
	}
};
function createObjectGap({ oid, state, name, path }) {
	const about = path === void 0 ? {} : { path };
	switch (state) {
		case "missing": return {
			kind: "missing-object",
			detail: describeMissingObject({
				name,
				oid
			}),
			...about
		};
		case "missing-folder": return {
			kind: "missing-object",
			detail: describeMissingFolder({
				name,
				oid
			}),
			...about
		};
		case "damaged": return {
			kind: "unreadable",
			cause: "damaged",
			detail: describeDamagedObject({
				name,
				oid
			}),
			...about
		};
		default: return state;
	}
}
// src/sources/coverage-counter.ts
var CoverageCounter = class {
	answered = 0;
	#coverage = {
		commits: 0,
		blobs: 0,
		bytes: 0,
		texts: 0
	};
	#gaps;
	#latest = null;
	constructor(gaps) {
		this.#gaps = gaps;
	}
	get coverage() {
		return this.#coverage;
	}
	countObject(type) {
		this.answered += 1;
		if (type === "commit") this.#coverage.commits += 1;
		this.#latest = countedAs(type);
		if (this.#latest) this.#coverage[this.#latest] += 1;
	}
	countSearched(type, bytes) {
		this.countObject(type);
		this.#coverage.bytes += bytes;
	}
	countFile() {
		this.#coverage.blobs += 1;
	}
	uncountObject(type, bytes) {
		const kind = countedAs(type);
		if (type === "commit") this.#coverage.commits -= 1;
		if (kind) this.#coverage[kind] -= 1;
		this.#coverage.bytes -= bytes;
	}
	countBytes(chunks) {
		if (!(Symbol.iterator in chunks)) return this.#countStream(chunks);
		for (const chunk of chunks) this.#coverage.bytes += chunk.length;
		return chunks;
	}
	async *#countStream(chunks) {
		for await (const chunk of chunks) {
			this.#coverage.bytes += chunk.length;
			yield chunk;
		}
	}
	reportUnread(result) {
		if (result.kind === "missing") {
			this.answered += 1;
			this.#gaps.addObject(result.oid, "missing");
			return;
		}
		if (!result.isPartial) this.answered += 1;
		else if (this.#latest) this.#coverage[this.#latest] -= 1;
		this.#gaps.addObject(result.oid, "damaged");
	}
};
function countedAs(type) {
	if (type === "tree") return null;
	return type === "blob" ? "blobs" : "texts";
}
// src/git/trees/tree.ts
const MAX_LISTED$2 = 3e6;
async function* listEntries(git, commit, gaps) {
	for await (const { type, oid, path } of listTree(git, commit, gaps)) if (type === "blob") yield {
		oid,
		path
	};
}
async function listPaths(git, commit, gaps, visit) {
	let count = 0;
	for await (const entry of listTree(git, commit, gaps)) {
		count += 1;
		visit(entry);
	}
	return count < MAX_LISTED$2;
}
async function* listTree(git, commit, gaps) {
	const lsTree = git.start([
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		commit
	]);
	let isDone = false;
	let count = 0;
	try {
		for await (const token of splitTokens(lsTree.output)) {
			const [, type, oid, path] = /^\d+ (blob|commit) ([0-9a-f]+)\t(.+)$/s.exec(token) ?? [];
			if (type !== void 0 && oid !== void 0 && path !== void 0) yield {
				type,
				oid,
				path
			};
			count += 1;
			if (count < MAX_LISTED$2) continue;
			gaps.add("unreadable", describeHugeTree(commit), { cause: "fault" });
			return;
		}
		const { code, stderr } = await lsTree.exited;
		if (code !== 0) gaps.add("unreadable", describeBrokenTree(commit, extractComplaint(stderr)), { cause: "damaged" });
		isDone = true;
	} finally {
		if (!isDone) lsTree.stop();
	}
}
var Tree = class {
	#trees;
	#commit;
	#way = [];
	constructor(trees, commit) {
		this.#trees = trees;
		this.#commit = commit;
	}
	async has({ oid, path }) {
		return (await this.#find(path)).some((item) => item.oid === oid && item.kind !== "tree");
	}
	async hasPath(path) {
		return (await this.#find(path)).length > 0;
	}
	async #find(path) {
		const names = encodePath(path).toString("latin1").split("/");
		await this.#enterFolders(names.slice(0, -1));
		const last = Buffer.from(names.at(-1) ?? "", "latin1");
		return [...this.#way[names.length - 1]?.folders.flatMap((tree) => [...tree.find(last, false), ...tree.find(last, true)]) ?? [], ...this.#findSlashed(names)];
	}
	async #enterFolders(names) {
		let depth = this.#way.length > 0 ? 1 : 0;
		while (depth > 0 && depth <= names.length && this.#way[depth]?.name === names[depth - 1]) depth += 1;
		this.#way.length = depth;
		for (; depth <= names.length; depth += 1) {
			const name = names[depth - 1] ?? "";
			const oids = depth === 0 ? [await this.#trees.findRoot(this.#commit)] : this.#listFolders(name, depth - 1);
			const folders = [];
			for (const oid of oids) {
				const tree = oid === null ? null : await this.#trees.read(oid);
				if (tree) folders.push(tree);
			}
			this.#way.push({
				name,
				folders
			});
		}
	}
	#listFolders(name, depth) {
		return (this.#way[depth]?.folders ?? []).flatMap((tree) => tree.find(Buffer.from(name, "latin1"), true).map(({ oid }) => oid));
	}
	#findSlashed(names) {
		return this.#way.slice(0, names.length - 1).flatMap(({ folders }, depth) => folders.flatMap((tree) => tree.hasSlashes ? tree.find(Buffer.from(names.slice(depth).join("/"), "latin1"), false) : []));
	}
};
// src/git/trees/tree-object.ts
const [BLANK, SLASH$1, FOUR, ONE, SIX] = [
	32,
	47,
	52,
	49,
	54
];
var TreeObject = class {
	count;
	hasSlashes;
	#bytes;
	#hashBytes;
	#starts;
	#isSorted;
	constructor(bytes, hashBytes) {
		this.#bytes = bytes;
		this.#hashBytes = hashBytes;
		const starts = [0];
		for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, starts.at(-1))) {
			if (end + 1 + hashBytes > bytes.length) break;
			starts.push(end + 1 + hashBytes);
		}
		this.#starts = Int32Array.from(starts);
		this.count = starts.length - 1;
		let isSorted = true;
		for (let at = 1; at < this.count; at += 1) isSorted &&= this.#compare(at - 1, this, at) < 0;
		this.#isSorted = isSorted;
		this.hasSlashes = this.#findSlash();
	}
	get(at) {
		const nameStart = this.#bytes.indexOf(" ", this.#startOf(at)) + 1;
		const end = this.#startOf(at + 1) - this.#hashBytes;
		const oid = this.#bytes.toString("hex", end, end + this.#hashBytes);
		return {
			kind: this.#kindOf(at),
			name: this.#bytes.subarray(nameStart, end - 1),
			oid
		};
	}
	hasSameObject(at, other, otherAt) {
		const [end, otherEnd] = [this.#startOf(at + 1), other.#startOf(otherAt + 1)];
		const [from, otherFrom] = [end - this.#hashBytes, otherEnd - other.#hashBytes];
		return countCommonBytes(this.#bytes, from, other.#bytes, otherFrom, this.#hashBytes) === this.#hashBytes;
	}
	match(other) {
		const matches = new Int32Array(this.count).fill(-1);
		if (!this.#isSorted || !other.#isSorted) return this.#matchByName(other, matches);
		const first = this.#countSameStart(other);
		const last = this.#countSameEnd(other, Math.min(this.count, other.count) - first);
		const [end, otherEnd] = [this.count - last, other.count - last];
		for (let at = 0; at < first; at += 1) matches[at] = at;
		for (let at = end; at < this.count; at += 1) matches[at] = at + otherEnd - end;
		let next = first;
		for (let at = first; at < end; at += 1) {
			let order = -1;
			while (next < otherEnd && (order = other.#compare(next, this, at)) < 0) next += 1;
			if (next < otherEnd && order === 0) matches[at] = next;
		}
		return matches;
	}
	#countSameStart(other) {
		const [bytes, others] = [this.#entryBytes(), other.#entryBytes()];
		let [same, most] = [0, Math.min(bytes.length, others.length)];
		while (same < most) {
			const middle = same + most + 1 >> 1;
			if (bytes.compare(others, same, middle, same, middle) === 0) same = middle;
			else most = middle - 1;
		}
		let [low, high] = [0, Math.min(this.count, other.count)];
		while (low < high) {
			const middle = low + high + 1 >> 1;
			if (this.#startOf(middle) <= same) low = middle;
			else high = middle - 1;
		}
		return low;
	}
	#countSameEnd(other, limit) {
		const [bytes, others] = [this.#entryBytes(), other.#entryBytes()];
		let count = 0;
		for (let step = limit; step > 0; step = Math.floor(step / 2)) while (count + step <= limit) {
			const [from, to] = [this.#startOf(this.count - count - step), this.#startOf(this.count - count)];
			const otherFrom = other.#startOf(other.count - count - step);
			const otherTo = other.#startOf(other.count - count);
			if (to - from !== otherTo - otherFrom || bytes.compare(others, otherFrom, otherTo, from, to) !== 0) break;
			count += step;
		}
		return count;
	}
	#entryBytes() {
		return this.#bytes.subarray(0, this.#startOf(this.count));
	}
	find(name, isFolder) {
		if (this.#isSorted) {
			const at = this.#search(name, isFolder);
			return at === -1 ? [] : [this.get(at)];
		}
		return Array.from({ length: this.count }, (_, at) => this.get(at)).filter((item) => item.kind === "tree" === isFolder && item.name.equals(name));
	}
	#search(name, isFolder) {
		const wanted = isFolder ? Buffer.concat([name, Buffer.from("/")]) : name;
		let [low, high] = [0, this.count];
		while (low < high) {
			const middle = low + high >> 1;
			const { kind, name: found } = this.get(middle);
			const order = (kind === "tree" ? Buffer.concat([found, Buffer.from("/")]) : found).compare(wanted);
			if (order === 0) return middle;
			if (order < 0) low = middle + 1;
			else high = middle;
		}
		return -1;
	}
	#matchByName(other, matches) {
		const byName = /* @__PURE__ */ new Map();
		for (let at = 0; at < other.count; at += 1) {
			const name = other.#keyOf(at);
			const known = byName.get(name);
			if (known) known.push(at);
			else byName.set(name, [at]);
		}
		for (let at = 0; at < this.count; at += 1) {
			const named = byName.get(this.#keyOf(at)) ?? [];
			const same = named.find((one) => this.hasSameObject(at, other, one));
			matches[at] = same ?? named[0] ?? -1;
		}
		return matches;
	}
	#findSlash() {
		let slash = this.#bytes.indexOf(SLASH$1);
		for (let at = 0; at < this.count && slash !== -1; at += 1) {
			if (slash >= this.#startOf(at + 1)) continue;
			if (slash < this.#startOf(at + 1) - this.#hashBytes) return true;
			slash = this.#bytes.indexOf(SLASH$1, this.#startOf(at + 1));
		}
		return false;
	}
	#keyOf(at) {
		const { kind, name } = this.get(at);
		return `${kind === "tree" ? "/" : ""}${name.toString("latin1")}`;
	}
	#startOf(at) {
		return this.#starts[at] ?? 0;
	}
	#kindOf(at) {
		const start = this.#startOf(at);
		const first = this.#bytes[start] === 48 ? start + 1 : start;
		if (this.#bytes[first] === FOUR) return "tree";
		return this.#bytes[first] === ONE && this.#bytes[first + 1] === SIX ? "commit" : "blob";
	}
	#compare(at, other, otherAt) {
		const [start, otherStart] = [this.#nameStartOf(at), other.#nameStartOf(otherAt)];
		const [end, otherEnd] = [this.#startOf(at + 1) - this.#hashBytes - 1, other.#startOf(otherAt + 1) - other.#hashBytes - 1];
		const limit = Math.min(end - start, otherEnd - otherStart);
		const common = countCommonBytes(this.#bytes, start, other.#bytes, otherStart, limit);
		const next = (bytes, from, to, isTree) => from < to ? bytes[from] ?? 0 : isTree && from === to ? SLASH$1 : 0;
		return next(this.#bytes, start + common, end, this.#kindOf(at) === "tree") - next(other.#bytes, otherStart + common, otherEnd, other.#kindOf(otherAt) === "tree");
	}
	#nameStartOf(at) {
		let start = this.#startOf(at);
		while (start < this.#bytes.length && this.#bytes[start] !== BLANK) start += 1;
		return start + 1;
	}
};
function countCommonBytes(bytes, start, others, otherStart, limit) {
	let count = 0;
	while (count < limit && bytes[start + count] === others[otherStart + count]) count += 1;
	return count;
}
// src/git/trees/tree-reader.ts
const MAX_KEPT_BYTES$2 = 33554432;
const MAX_ROOTS = 1e4;
const LEAD = /^(?:tree|object) ([0-9a-f]{40,64})\n/;
var TreeReader = class {
	#reader;
	#gaps;
	#kept = /* @__PURE__ */ new Map();
	#roots = /* @__PURE__ */ new Map();
	#keptBytes = 0;
	constructor(reader, gaps) {
		this.#reader = reader;
		this.#gaps = gaps;
	}
	async read(oid) {
		const known = this.#kept.get(oid);
		if (known) {
			this.#kept.delete(oid);
			this.#kept.set(oid, known);
			return known.tree;
		}
		const content = await this.#reader.read(oid);
		if (typeof content === "string") {
			this.#gaps.add("unreadable", describeUnreadableTree(oid), { cause: "damaged" });
			return null;
		}
		const tree = new TreeObject(content, oid.length / 2);
		this.#keep(oid, tree, content.length);
		return tree;
	}
	async findRoot(oid) {
		const known = this.#roots.get(oid);
		if (known !== void 0) return known;
		let root = oid;
		for (let lead = oid; lead !== void 0;) {
			root = lead;
			const content = await this.#reader.read(lead);
			if (typeof content === "string") {
				this.#gaps.add("unreadable", describeUnreadableTree(oid), { cause: "damaged" });
				root = null;
				break;
			}
			lead = LEAD.exec(content.toString("latin1", 0, 80))?.[1];
		}
		if (this.#roots.size >= MAX_ROOTS) this.#roots.clear();
		this.#roots.set(oid, root);
		return root;
	}
	#keep(oid, tree, bytes) {
		this.#kept.set(oid, {
			tree,
			bytes
		});
		this.#keptBytes += bytes;
		for (const [oldest, { bytes: freed }] of this.#kept) {
			if (this.#keptBytes <= MAX_KEPT_BYTES$2 || oldest === oid) break;
			this.#kept.delete(oldest);
			this.#keptBytes -= freed;
		}
	}
};
// src/messages/gaps/git/places.ts
function describeUnknownLine(id) {
	return `A key was found in object ${id}, but its line could not be read. It counts as new.`;
}
function describeUnknownOrigin(oid) {
	return `A key was found in object ${oid}, but no commit of the range adds that object.`;
}
function describeUnreadBase(count, example) {
	return `A key that the base already had may count as new: ${count === 1 ? "1 file" : `${count} files`} of the base could not be read, such as ${example}.`;
}
const UNCOUNTED_PLACES = "Not all places of the found keys are listed: one folder has too many names in these commits.";
// src/messages/gaps/git/lfs.ts
function describeMissingContent(path) {
	return `${quoteForMessage(path)} was not read: its content is in Git LFS.`;
}
function describeUnreadableContent(path, code) {
	return `${quoteForMessage(path)} was not read to its end: its Git LFS content on this machine cannot be read (${code ?? "no code"}).`;
}
function describeWrongContent(path) {
	return `${quoteForMessage(path)} was not read: its Git LFS content on this machine is not the one it points to.`;
}
// src/sources/lfs.ts
const VERSION_BYTES = Buffer.from("version https://git-lfs.github.com/spec/v1\n");
const MAX_POINTER_SIZE = 1024;
const CHUNK_SIZE = 262144;
function parsePointer(blob) {
	if (blob.length >= MAX_POINTER_SIZE || !blob.subarray(0, VERSION_BYTES.length).equals(VERSION_BYTES)) return null;
	const lines = blob.toString("utf8").slice(43).split("\n");
	if (lines.pop() !== "") return null;
	const pairs = lines.map((line) => /^([a-z0-9.-]+) ([^\r]+)$/.exec(line)?.slice(1) ?? []);
	const keys = pairs.map(([key]) => key ?? "");
	const isOrdered = keys.every((key, index) => key !== "" && (index === 0 || (keys[index - 1] ?? "") < key));
	const values = new Map(pairs.map(([key = "", value = ""]) => [key, value]));
	const oid = /^sha256:([0-9a-f]{64})$/.exec(values.get("oid") ?? "")?.[1];
	const size = /^\d{1,15}$/.exec(values.get("size") ?? "")?.[0];
	return isOrdered && oid !== void 0 && size !== void 0 ? {
		oid,
		size: Number(size)
	} : null;
}
async function findLocalContent({ oid }, commonDir) {
	const file = join(commonDir, "lfs/objects", oid.slice(0, 2), oid.slice(2, 4), oid);
	return await lstat(file).then((stats) => stats.isFile(), () => false) ? file : null;
}
async function* readVerifiedContent(file, pointer, path, gaps) {
	const hash = createHash("sha256");
	try {
		for await (const chunk of openContent(file)) {
			hash.update(chunk);
			yield chunk;
		}
	} catch (error) {
		const { code } = error;
		gaps.add("unreadable", describeUnreadableContent(path, code), { path });
		return;
	}
	if (hash.digest("hex") !== pointer.oid) gaps.add("lfs", describeWrongContent(path), { path });
}
function openContent(file) {
	return createReadStream(file, { highWaterMark: CHUNK_SIZE });
}
// src/git/objects/object-table.ts
const DIGITS = Uint8Array.from({ length: 256 }, (_, code) => Number.parseInt(String.fromCharCode(code), 16) || 0);
const ZERO = 48;
const DIGITS_PER_WORD = 8;
const BYTES_PER_WORD = 4;
var ObjectTable = class {
	count = 0;
	#width = 0;
	#words = /* @__PURE__ */ new Uint32Array(0);
	#bytes = Buffer.alloc(0);
	#slots = /* @__PURE__ */ new Int32Array(0);
	add(bytes, offset) {
		if (this.#width === 0) this.#width = measureObjectId(bytes, offset) / DIGITS_PER_WORD;
		if (this.count * 2 >= this.#slots.length) this.#grow();
		this.#parseBehindLast(bytes, offset);
		return this.#addLast();
	}
	addBytes(id) {
		this.#width ||= id.length / BYTES_PER_WORD;
		if (this.count * 2 >= this.#slots.length) this.#grow();
		this.#bytes.set(id, this.count * id.length);
		return this.#addLast();
	}
	#addLast() {
		const slot = this.#findSlot(this.count);
		const known = (this.#slots[slot] ?? 0) - 1;
		if (known !== -1) return known;
		this.count += 1;
		this.#slots[slot] = this.count;
		return this.count - 1;
	}
	find(oid) {
		if (this.count === 0 || oid.length !== this.#width * DIGITS_PER_WORD) return -1;
		this.#parseBehindLast(Buffer.from(oid, "latin1"), 0);
		return (this.#slots[this.#findSlot(this.count)] ?? 0) - 1;
	}
	has(oid) {
		return this.find(oid) !== -1;
	}
	oidOf(number) {
		const length = this.#width * BYTES_PER_WORD;
		return this.#bytes.toString("hex", number * length, (number + 1) * length);
	}
	#parseBehindLast(bytes, offset) {
		const length = this.#width * BYTES_PER_WORD;
		let from = offset;
		for (let to = this.count * length; to < (this.count + 1) * length; to += 1) {
			this.#bytes[to] = (DIGITS[bytes[from] ?? 0] ?? 0) << 4 | (DIGITS[bytes[from + 1] ?? 0] ?? 0);
			from += 2;
		}
	}
	#findSlot(number) {
		const mask = this.#slots.length - 1;
		for (let slot = (this.#words[number * this.#width] ?? 0) & mask;; slot = slot + 1 & mask) {
			const known = (this.#slots[slot] ?? 0) - 1;
			if (known === -1 || this.#hasSameId(known, number)) return slot;
		}
	}
	#hasSameId(first, second) {
		for (let word = 0; word < this.#width; word += 1) if (this.#words[first * this.#width + word] !== this.#words[second * this.#width + word]) return false;
		return true;
	}
	#grow() {
		this.#slots = new Int32Array(Math.max(2048, this.#slots.length * 2));
		const words = new Uint32Array(this.#width * (this.#slots.length / 2 + 1));
		words.set(this.#words.subarray(0, this.count * this.#width));
		this.#words = words;
		this.#bytes = Buffer.from(words.buffer);
		for (let number = 0; number < this.count; number += 1) this.#slots[this.#findSlot(number)] = number + 1;
	}
};
var NumberColumn = class {
	#numbers;
	constructor(numbers) {
		this.#numbers = numbers;
	}
	get(row) {
		return this.#numbers[row] ?? 0;
	}
	set(row, value) {
		if (row >= this.#numbers.length) this.#grow(row);
		this.#numbers[row] = value;
	}
	#grow(row) {
		const NumberArray = this.#numbers.constructor;
		const numbers = new NumberArray(Math.max(1024, row + 1, this.#numbers.length * 2));
		numbers.set(this.#numbers);
		this.#numbers = numbers;
	}
};
function measureObjectId(bytes, offset) {
	let end = offset;
	while (bytes[end] === ZERO || DIGITS[bytes[end] ?? 0]) end += 1;
	return end - offset;
}
// src/git/trees/tree-names.ts
const MIN_NAME_BYTES = 32;
const MODE_BYTES = 6;
function mayHoldKey(bytes) {
	return bytes >= MIN_NAME_BYTES;
}
function splitLongNames(path) {
	if (!mayHoldKey(encodePath(path).length)) return [];
	const parts = path.split("/");
	return parts.flatMap((name, at) => {
		return mayHoldKey(encodePath(name).length) ? [{
			name,
			prefix: parts.slice(0, at + 1).join("/")
		}] : [];
	});
}
var TreeNameParser = class {
	#hashBytes;
	#rest = Buffer.alloc(0);
	constructor(oid) {
		this.#hashBytes = oid.length / 2;
	}
	push(chunk) {
		const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
		const names = [];
		let at = 0;
		for (;;) {
			const end = bytes.indexOf(0, at);
			if (end === -1 || end + 1 + this.#hashBytes > bytes.length) break;
			if (mayHoldKey(end - at - MODE_BYTES)) {
				const name = bytes.subarray(bytes.indexOf(" ", at) + 1, end);
				if (mayHoldKey(name.length)) names.push(name);
			}
			at = end + 1 + this.#hashBytes;
		}
		this.#rest = bytes.subarray(at);
		return names;
	}
};
// src/git/trees/tree-search.ts
async function findInTrees(git, commits, oids) {
	const places = /* @__PURE__ */ new Map();
	const reader = new ObjectReader(git);
	try {
		for (const commit of commits) {
			if (places.size === oids.size) break;
			const content = await reader.read(commit);
			const top = typeof content === "string" ? void 0 : /^tree ([0-9a-f]+)/.exec(content.toString("latin1"))?.[1];
			if (top !== void 0 && oids.has(top) && !places.has(top)) places.set(top, {
				commit,
				path: ""
			});
			for await (const { oid, path } of listAll(git, commit)) if (oids.has(oid) && !places.has(oid)) places.set(oid, {
				commit,
				path
			});
		}
	} finally {
		await reader.close();
	}
	return places;
}
const MAX_LISTED$1 = 1e6;
async function* listAll(git, commit) {
	const lsTree = git.start([
		"ls-tree",
		"-r",
		"-t",
		"-z",
		"--full-tree",
		commit
	]);
	let count = 0;
	try {
		for await (const token of splitTokens(lsTree.output)) {
			count += 1;
			if (count > MAX_LISTED$1) return;
			const [, oid, path] = /^\d+ \w+ ([0-9a-f]+)\t(.+)$/s.exec(token) ?? [];
			if (oid !== void 0 && path !== void 0) yield {
				oid,
				path
			};
		}
	} finally {
		lsTree.stop();
		await lsTree.exited;
	}
}
// src/sources/locate/byte-search.ts
const MAX_WINDOW = 32;
const BLOCK = 4;
const MAX_TABLE_BITS = 22;
const MIN_TABLE_BITS = 12;
var ByteSearch = class {
	found = /* @__PURE__ */ new Set();
	#byWindow = /* @__PURE__ */ new Map();
	#window;
	#block;
	#moves;
	#longest;
	#distinct;
	#tail = Buffer.alloc(0);
	constructor(strings) {
		const texts = new Set(strings.map((bytes) => bytes.toString("latin1")));
		this.#distinct = texts.size;
		let [shortest, longest] = [MAX_WINDOW, 1];
		for (const { length } of texts) [shortest, longest] = [Math.min(shortest, length), Math.max(longest, length)];
		this.#window = Math.max(1, shortest);
		this.#block = Math.min(BLOCK, this.#window);
		this.#longest = longest;
		for (const text of texts) this.#addText(text);
		this.#moves = this.#buildMoves();
	}
	get hasFoundAll() {
		return this.found.size === this.#distinct;
	}
	push(chunk) {
		const bytes = this.#tail.length > 0 ? Buffer.concat([this.#tail, chunk]) : chunk;
		const [moves, window, block] = [
			this.#moves,
			this.#window,
			this.#block
		];
		const mask = moves.length - 1;
		for (let end = window; end <= bytes.length;) {
			const move = moves[hashBlock(bytes, end - block, block) & mask] ?? 0;
			if (move === 0) this.#compare(bytes, end - window);
			end += move || 1;
		}
		this.#tail = bytes.subarray(Math.max(0, bytes.length - this.#longest + 1));
	}
	end() {
		this.#tail = Buffer.alloc(0);
	}
	#addText(text) {
		const window = text.slice(0, this.#window);
		const byLength = this.#byWindow.get(window) ?? /* @__PURE__ */ new Map();
		this.#byWindow.set(window, byLength);
		const alike = byLength.get(text.length) ?? /* @__PURE__ */ new Set();
		byLength.set(text.length, alike.add(text));
	}
	#buildMoves() {
		const blocks = this.#window - this.#block + 1;
		const bits = Math.ceil(Math.log2(Math.max(1, 8 * blocks * this.#byWindow.size)));
		const moves = new Uint8Array(2 ** Math.min(MAX_TABLE_BITS, Math.max(MIN_TABLE_BITS, bits))).fill(blocks);
		for (const text of this.#byWindow.keys()) {
			const bytes = Buffer.from(text, "latin1");
			for (let at = 0; at < blocks; at += 1) {
				const slot = hashBlock(bytes, at, this.#block) & moves.length - 1;
				moves[slot] = Math.min(moves[slot] ?? 0, blocks - 1 - at);
			}
		}
		return moves;
	}
	#compare(bytes, at) {
		const byLength = this.#byWindow.get(bytes.toString("latin1", at, at + this.#window));
		for (const [length, texts] of byLength ?? []) {
			const text = bytes.toString("latin1", at, at + length);
			if (texts.has(text)) this.found.add(text);
		}
	}
};
function hashBlock(bytes, at, length) {
	let value = 0;
	for (let next = at; next < at + length; next += 1) value = value << 8 | (bytes[next] ?? 0);
	const spread = Math.imul(value, 2654435761);
	return spread ^ spread >>> 15;
}
// src/sources/locate/base-contents.ts
const BATCH = 1e3;
var BaseContents = class {
	#git;
	#commit;
	#repository;
	#gaps;
	#includes;
	#wanted = [];
	#search = Promise.resolve(/* @__PURE__ */ new Set());
	#listing = null;
	#allNames = null;
	constructor({ git, commit, repository, gaps, includes }) {
		this.#git = git;
		this.#commit = commit;
		this.#repository = repository;
		this.#gaps = gaps;
		this.#includes = includes;
	}
	mayHave(bytes) {
		return this.#commit !== null && bytes.length > 0;
	}
	add(bytes) {
		this.#wanted.push(bytes);
	}
	async has(bytes) {
		const commit = this.#commit;
		if (commit === null) return false;
		const strings = this.#wanted;
		if (strings.length > 0) {
			this.#wanted = [];
			const earlier = this.#search;
			this.#search = this.#searchAll(commit, strings).then(async (found) => /* @__PURE__ */ new Set([...await earlier, ...found]));
		}
		return (await this.#search).has(bytes.toString("latin1"));
	}
	async hasBlob(oid) {
		return this.#commit !== null && (await this.#list(this.#commit)).blobs.has(oid);
	}
	async hasInName(text) {
		if (this.#commit === null || text === "") return false;
		const { names } = await this.#list(this.#commit);
		this.#allNames ??= [...names].join("\0");
		return this.#allNames.includes(text);
	}
	async hasName(name) {
		return this.#commit !== null && (await this.#list(this.#commit)).names.has(name);
	}
	async #list(commit) {
		const list = async () => {
			const includes = await this.#includes;
			const [blobs, names] = [new ObjectTable(), /* @__PURE__ */ new Set()];
			await listPaths(this.#git, commit, this.#gaps, ({ oid, path, type }) => {
				const unknown = splitLongNames(path).filter(({ name }) => !names.has(name));
				const isNew = type === "blob" && !blobs.has(oid);
				if (!isNew && unknown.length === 0 || !includes(path)) return;
				if (isNew) blobs.add(Buffer.from(oid, "latin1"), 0);
				for (const { name } of unknown) names.add(name);
			});
			return {
				blobs,
				names
			};
		};
		this.#listing ??= list();
		return await this.#listing;
	}
	async #searchAll(commit, strings) {
		const missing = this.#repository.isPartial ? await listMissing(this.#git, [`${commit}^{tree}`]) : /* @__PURE__ */ new Set();
		const { blobs } = await this.#list(commit);
		const oids = Array.from({ length: blobs.count }, (_, number) => blobs.oidOf(number)).filter((oid) => !missing.has(oid));
		const search = new ByteSearch(strings);
		const unread = [...missing];
		for await (const result of readObjects(this.#git, batch(oids))) {
			if (result.kind === "object") for await (const chunk of result.chunks) search.push(chunk);
			else unread.push(result.oid);
			search.end();
			if (search.hasFoundAll) return search.found;
		}
		const [first] = unread;
		if (first !== void 0) {
			const place = (await findInTrees(this.#git, [commit], /* @__PURE__ */ new Set([first]))).get(first);
			const what = place ? nameObjectAt(place) : nameObjectId(first);
			this.#gaps.add("missing-object", describeUnreadBase(unread.length, what));
		}
		return search.found;
	}
};
function* batch(oids) {
	for (let at = 0; at < oids.length; at += BATCH) yield oids.slice(at, at + BATCH);
}
// src/git/objects/commit-object.ts
const BLANK_LINE = Buffer.from("\n\n");
const MAX_HEADER_BYTES = 1048576;
const GENERATED_HEADER = /^(?:(?:tree|parent|object) (?:[0-9a-f]{40}|[0-9a-f]{64})|type (?:commit|tree|blob|tag))$/;
const SIGNATURE = /^gpgsig(?:-sha256)? /;
const PERSON = /^(?:author|committer|tagger) (.*?)(?: -?\d+ [+-]\d+)?$/s;
async function splitCommitStream(chunks) {
	if (Symbol.iterator in chunks) return splitCommit(joinChunks([...chunks]));
	const iterator = chunks[Symbol.asyncIterator]();
	const rest = { [Symbol.asyncIterator]: () => iterator };
	let read = Buffer.alloc(0);
	while (read.length < MAX_HEADER_BYTES) {
		const { done, value } = await iterator.next();
		if (done) return {
			headers: read,
			message: []
		};
		const searched = Math.max(0, read.length - 1);
		read = joinChunks(read.length > 0 ? [read, value] : [value]);
		if (read.indexOf(BLANK_LINE, searched) !== -1) break;
	}
	const { headers, message } = splitCommit(read);
	return {
		headers,
		message: concatChunks(message, rest)
	};
}
function splitCommit(bytes) {
	const start = bytes.subarray(0, MAX_HEADER_BYTES);
	const end = start.indexOf(BLANK_LINE);
	if (end === -1 && start.length === bytes.length) return {
		headers: bytes,
		message: []
	};
	const message = end === -1 ? bytes.subarray(start.length) : bytes.subarray(end + BLANK_LINE.length);
	return {
		headers: end === -1 ? start : bytes.subarray(0, end),
		message: message.length > 0 ? [message] : []
	};
}
async function* readMessage(chunks) {
	yield* (await splitCommitStream(chunks)).message;
}
function extractHeaderTexts(headers) {
	const people = [];
	const signatures = [];
	let isSignature = false;
	for (const line of headers.toString("latin1").split("\n")) {
		if (GENERATED_HEADER.test(line)) continue;
		const isContinued = line.startsWith(" ");
		if (!isContinued) isSignature = SIGNATURE.test(line);
		const text = isContinued ? line.slice(1) : PERSON.exec(line)?.[1] ?? line;
		if (isSignature) signatures.push(text);
		else if (text !== "" && text !== people.at(-1)) people.push(text);
	}
	return {
		people: Buffer.from(people.join("\n"), "latin1"),
		signatures: Buffer.from(signatures.join("\n"), "latin1")
	};
}
async function* extractTagText(chunks) {
	const { headers, message } = await splitCommitStream(chunks);
	const { people, signatures } = extractHeaderTexts(headers);
	const texts = [people, signatures].filter(({ length }) => length > 0);
	yield Buffer.from(`${texts.map((text) => text.toString("latin1").replaceAll("\n", ", ")).join(", ")}\n`, "latin1");
	yield* message;
}
async function* concatChunks(first, rest) {
	yield* first;
	yield* rest;
}
function joinChunks(chunks) {
	const [only] = chunks;
	return chunks.length === 1 && only ? Buffer.from(only.buffer, only.byteOffset, only.length) : Buffer.concat(chunks);
}
// src/sources/locate/commit-metadata.ts
const UNKNOWN = {
	author: null,
	at: null
};
var CommitMetadataReader = class {
	#objects;
	#known = /* @__PURE__ */ new Map();
	constructor(objects) {
		this.#objects = objects;
	}
	async read(commits) {
		const unknown = [...new Set(commits)].filter((commit) => !this.#known.has(commit));
		for await (const { oid, chunks } of this.#objects.readAll(unknown)) {
			const { headers } = await splitCommitStream(chunks);
			this.#known.set(oid, parseCommitMetadata(headers));
		}
		return (commit) => this.#known.get(commit) ?? UNKNOWN;
	}
};
function parseCommitMetadata(commit) {
	const { headers } = splitCommit(commit);
	const encoding = /^encoding (.+)$/m.exec(headers.toString("latin1"))?.[1];
	const text = createDecoder(encoding).decode(headers);
	const author = /^(?:author|tagger) (.*?) ?<[^\n]*$/m.exec(text)?.[1];
	const seconds = /^(?:committer|tagger) [^\n]*> (-?\d+) [+-]\d+$/m.exec(text)?.[1];
	const at = seconds === void 0 ? null : /* @__PURE__ */ new Date(Number(seconds) * 1e3);
	return {
		author: author || null,
		at: at && !Number.isNaN(at.getTime()) ? at : null
	};
}
function createDecoder(encoding) {
	try {
		return new TextDecoder(encoding);
	} catch {
		return new TextDecoder();
	}
}
var AuthorSearch = class {
	#range;
	#objects;
	#commits = null;
	constructor(range, objects) {
		this.#range = range;
		this.#objects = objects;
	}
	async findAlike(commit) {
		this.#commits ??= this.#groupByPeople();
		return (await this.#commits).get(commit) ?? [commit];
	}
	async #groupByPeople() {
		const byPeople = /* @__PURE__ */ new Map();
		const byCommit = /* @__PURE__ */ new Map();
		const oids = [];
		for await (const batch of this.#range.list()) for (const [commit = ""] of batch) oids.push(commit);
		for await (const { oid, chunks } of this.#objects.readAll(oids)) {
			const people = extractHeaderTexts((await splitCommitStream(chunks)).headers).people.toString("latin1");
			const commits = byPeople.get(people) ?? [];
			if (commits.length === 0) byPeople.set(people, commits);
			commits.push(oid);
			byCommit.set(oid, commits);
		}
		return byCommit;
	}
};
// src/git/trees/tree-diff.ts
const BYTES_PER_STEP = 64;
const SLASH = Buffer.from("/");
async function* listTreeChanges(reader, root, parents, budget) {
	const seen = /* @__PURE__ */ new Set();
	const first = await openFolder(reader, {
		oid: root,
		parents,
		prefix: Buffer.alloc(0)
	}, seen, budget);
	const frames = first ? [first] : [];
	for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
		const at = frame.next;
		frame.next += 1;
		if (at >= frame.tree.count) {
			frames.pop();
			continue;
		}
		if (isKnown(frame, at)) continue;
		const { kind, name, oid } = frame.tree.get(at);
		const path = Buffer.concat([frame.prefix, name]);
		if (frame.isRepeated) budget.left -= 1 + path.length / BYTES_PER_STEP;
		if (kind !== "tree") {
			yield {
				kind,
				oid,
				path,
				isNew: frame.parents.every((parent) => !parent || parent.matches[at] === -1)
			};
			continue;
		}
		const folder = await openFolder(reader, {
			oid,
			parents: frame.parents.map((parent) => findFolder$1(parent, at)),
			prefix: Buffer.concat([path, SLASH])
		}, seen, budget);
		if (folder) frames.push(folder);
	}
}
async function openFolder(reader, { oid, parents, prefix }, seen, budget) {
	const isRepeated = seen.has(oid);
	if (isRepeated && budget.left <= 0) return null;
	seen.add(oid);
	const tree = await reader.read(oid);
	if (!tree) return null;
	const compared = [];
	for (const parent of parents) {
		const other = parent === null ? null : await reader.read(parent);
		compared.push(other && {
			tree: other,
			matches: tree.match(other)
		});
	}
	return {
		tree,
		parents: compared,
		prefix,
		next: 0,
		isRepeated
	};
}
function isKnown({ tree, parents }, at) {
	return parents.some((parent) => {
		const match = parent?.matches[at] ?? -1;
		return parent !== null && match !== -1 && tree.hasSameObject(at, parent.tree, match);
	});
}
function findFolder$1(parent, at) {
	const match = parent?.matches[at] ?? -1;
	const item = parent && match !== -1 ? parent.tree.get(match) : null;
	return item?.kind === "tree" ? item.oid : null;
}
// src/sources/locate/path-table.ts
const MAX_BYTES = 201326592;
const FIRST_SLOTS = 2048;
var PathTable = class {
	isFull = false;
	count = 0;
	#bytes = Buffer.alloc(65536);
	#ends = /* @__PURE__ */ new Float64Array(1024);
	#slots = new Int32Array(FIRST_SLOTS);
	add(path) {
		if (this.count * 2 >= this.#slots.length) this.#growSlots();
		const slot = this.#findSlot(path);
		const known = (this.#slots[slot] ?? 0) - 1;
		if (known >= 0) return known;
		const from = this.#startOf(this.count);
		if (from + path.length > MAX_BYTES) {
			this.isFull = true;
			return Math.max(0, this.count - 1);
		}
		this.#reserve(from + path.length);
		path.copy(this.#bytes, from);
		this.#ends[this.count] = from + path.length;
		this.count += 1;
		this.#slots[slot] = this.count;
		return this.count - 1;
	}
	get(number) {
		return decodePath(this.#slice(number));
	}
	#slice(number) {
		return this.#bytes.subarray(this.#startOf(number), this.#ends[number] ?? 0);
	}
	#startOf(number) {
		return number === 0 ? 0 : this.#ends[number - 1] ?? 0;
	}
	#findSlot(path) {
		const mask = this.#slots.length - 1;
		for (let slot = hashBytes(path) & mask;; slot = slot + 1 & mask) {
			const known = (this.#slots[slot] ?? 0) - 1;
			if (known < 0 || this.#slice(known).equals(path)) return slot;
		}
	}
	#reserve(bytes) {
		if (bytes > this.#bytes.length) {
			const larger = Buffer.alloc(Math.max(bytes, Math.min(MAX_BYTES, this.#bytes.length * 2)));
			this.#bytes.copy(larger);
			this.#bytes = larger;
		}
		if (this.count < this.#ends.length) return;
		const ends = new Float64Array(this.#ends.length * 2);
		ends.set(this.#ends);
		this.#ends = ends;
	}
	#growSlots() {
		this.#slots = new Int32Array(this.#slots.length * 2);
		for (let number = 0; number < this.count; number += 1) this.#slots[this.#findSlot(this.#slice(number))] = number + 1;
	}
};
function hashBytes(bytes) {
	let hash = SEED;
	for (const byte of bytes) hash = Math.imul(hash ^ byte, 16777619);
	return (hash ^ hash >>> 15) >>> 0;
}
const SEED = Math.floor(Math.random() * 2147483647);
// src/sources/locate/introduction-index.ts
const MAX_INTRODUCTIONS = 6e6;
var IntroductionIndex = class {
	isFull = false;
	#table;
	#limit;
	#count = 0;
	#paths = new PathTable();
	#blobs = new NumberColumn(/* @__PURE__ */ new Int32Array(1024));
	#commits = new NumberColumn(/* @__PURE__ */ new Int32Array(1024));
	#signedPaths = new NumberColumn(/* @__PURE__ */ new Int32Array(1024));
	#previous = new NumberColumn(/* @__PURE__ */ new Int32Array(1024));
	#latest = new NumberColumn(/* @__PURE__ */ new Int32Array(1024));
	constructor(table, limit = MAX_INTRODUCTIONS) {
		this.#table = table;
		this.#limit = limit;
	}
	addPath(bytes) {
		return this.#paths.add(bytes) + 1;
	}
	get pathCount() {
		return this.#paths.count;
	}
	add(blob, commit, path, isNew) {
		if (this.#count >= this.#limit || this.#paths.isFull) {
			this.isFull = true;
			return;
		}
		this.#count += 1;
		this.#blobs.set(this.#count, blob);
		this.#commits.set(this.#count, commit);
		this.#signedPaths.set(this.#count, isNew ? -path : path);
		this.#previous.set(this.#count, this.#latest.get(blob));
		this.#latest.set(blob, this.#count);
	}
	*listOf(blob) {
		if (blob === -1) return;
		let count = 0;
		for (let row = this.#latest.get(blob); row > 0; row = this.#previous.get(row)) count += 1;
		const rows = new Int32Array(count);
		for (let row = this.#latest.get(blob); row > 0; row = this.#previous.get(row)) rows[--count] = row;
		const oid = this.#table.oidOf(blob);
		for (const row of rows) yield this.#get(row, oid);
	}
	*listAll() {
		for (let row = 1; row <= this.#count; row += 1) yield this.#get(row, this.#table.oidOf(this.#blobs.get(row)));
	}
	#get(row, oid) {
		const signedPath = this.#signedPaths.get(row);
		const path = this.#paths.get(Math.abs(signedPath) - 1);
		return {
			oid,
			commit: this.#table.oidOf(this.#commits.get(row)),
			path,
			isNew: signedPath < 0
		};
	}
};
// src/sources/locate/objects/large-object-reader.ts
const LOW_MEMORY = ["-c", "core.bigFileThreshold=8m"];
var LargeObjectReader = class {
	#git;
	#cat = null;
	#batches = null;
	#finish = null;
	#previous = Promise.resolve();
	constructor(git) {
		this.#git = git;
	}
	async *stream(oid) {
		const opening = this.#previous.then(async () => await this.#open(oid));
		this.#previous = opening.catch(() => {});
		yield* await opening;
	}
	async close() {
		const cat = this.#cat;
		[this.#cat, this.#batches, this.#finish] = [
			null,
			null,
			null
		];
		cat?.stop();
		await cat?.exited;
	}
	async #open(oid) {
		const finish = this.#finish;
		this.#finish = null;
		if (finish && !await finish()) await this.close();
		this.#cat ??= this.#git.start([
			...LOW_MEMORY,
			"cat-file",
			"--batch"
		]);
		this.#batches ??= parseCatFile(this.#cat.output);
		const next = await writeChunk(this.#cat.input, `${oid}\n`) ? await this.#batches.next() : null;
		if (!next || next.done) {
			await this.close();
			return [];
		}
		const [entry] = next.value.entries;
		this.#finish = next.value.finish;
		return entry?.kind === "object" ? entry.chunks : [];
	}
};
// src/sources/locate/objects/kept-objects.ts
const MAX_KEPT_BYTES$1 = 8388608;
const MAX_BUFFERED_BYTES = 4194304;
const MAX_SINGLE_READS = 1e3;
var KeptObjects = class {
	#git;
	#reader;
	#large;
	#kept = /* @__PURE__ */ new Map();
	#keptBytes = 0;
	constructor(git) {
		this.#git = git;
		this.#reader = new ObjectReader(git);
		this.#large = new LargeObjectReader(git);
	}
	keep(oid, content) {
		if (this.#keptBytes + content.length > MAX_KEPT_BYTES$1 || this.#kept.has(oid)) return;
		this.#kept.set(oid, content);
		this.#keptBytes += content.length;
	}
	async read(oid, limit = Number.POSITIVE_INFINITY) {
		const kept = this.#kept.get(oid);
		if (!kept) return await this.#reader.read(oid, limit);
		return kept.length > limit ? "too-large" : kept;
	}
	async *readAll(oids) {
		if (oids.reduce((count, oid) => count + (this.#kept.has(oid) ? 0 : 1), 0) > MAX_SINGLE_READS) {
			for await (const result of readObjects(this.#git, [oids])) if (result.kind === "object") yield result;
			return;
		}
		for (const oid of oids) {
			const content = await this.read(oid);
			if (typeof content !== "string") yield {
				oid,
				chunks: [content]
			};
		}
	}
	async *stream(oid) {
		const content = await this.read(oid, MAX_BUFFERED_BYTES);
		if (content === "too-large") yield* this.#large.stream(oid);
		else if (content !== "missing" && content.length > 0) yield content;
	}
	async close() {
		await Promise.all([this.#reader.close(), this.#large.close()]);
	}
};
// src/sources/locate/objects/range-commits.ts
const MAX_KEPT_BYTES = 16777216;
var RangeCommits = class {
	complaint = null;
	#git;
	#range;
	#kept = null;
	constructor(git, range) {
		this.#git = git;
		this.#range = range;
	}
	async *list() {
		const output = this.#kept ?? this.#read();
		for await (const lines of splitLines(toStream$1(output))) yield lines.map((line) => line.split(" "));
	}
	async *#read() {
		const options = [
			"--reverse",
			"--topo-order",
			"--parents",
			...formatRevisions(this.#range)
		];
		const revList = this.#git.start([
			"rev-list",
			...options,
			"--"
		]);
		const chunks = [];
		let bytes = 0;
		let isWhole = false;
		try {
			for await (const chunk of revList.output) {
				bytes += chunk.length;
				if (bytes <= MAX_KEPT_BYTES) chunks.push(chunk);
				yield chunk;
			}
			const { code, stderr } = await revList.exited;
			if (code !== 0) this.complaint = extractComplaint(stderr);
			else if (bytes <= MAX_KEPT_BYTES) this.#kept = chunks;
			isWhole = true;
		} finally {
			if (!isWhole) revList.stop();
		}
	}
};
async function* toStream$1(chunks) {
	yield* chunks;
}
// src/sources/locate/introductions.ts
const MAX_REPEATED_STEPS = 1e6;
var Introductions = class {
	#commits;
	#objects;
	#ownsObjects;
	#gaps;
	#maxRemembered;
	#remembered = null;
	#found = /* @__PURE__ */ new Map();
	#isCut = false;
	constructor(git, range, gaps, maxRemembered, shared) {
		this.#commits = shared?.commits ?? new RangeCommits(git, range);
		this.#objects = shared?.objects ?? new KeptObjects(git);
		this.#ownsObjects = shared === void 0;
		this.#gaps = gaps;
		this.#maxRemembered = maxRemembered;
	}
	async find(oid) {
		const remembered = await this.#remember();
		if (remembered) return remembered.index.listOf(remembered.table.find(oid));
		const found = this.#found.get(oid) ?? this.#walkFor(oid);
		this.#found.set(oid, found);
		return await found;
	}
	async *list() {
		const remembered = await this.#remember();
		if (remembered) yield* remembered.index.listAll();
		else for await (const change of this.#walk()) yield toIntroduction(change);
	}
	async #remember() {
		this.#remembered ??= this.#rememberAll();
		return await this.#remembered;
	}
	async #rememberAll() {
		const table = new ObjectTable();
		const index = new IntroductionIndex(table, this.#maxRemembered);
		for await (const change of this.#walk()) {
			const [blob, commit] = [nameBlob(change), change.commit].map((oid) => table.add(Buffer.from(oid, "latin1"), 0));
			index.add(blob ?? 0, commit ?? 0, index.addPath(change.path), change.isNew);
			if (index.isFull) return null;
		}
		return {
			table,
			index
		};
	}
	async #walkFor(wanted) {
		const found = [];
		for await (const change of this.#walk()) if (change.oid === wanted) found.push(toIntroduction(change));
		return found;
	}
	async *#walk() {
		const trees = new TreeReader(this.#objects, this.#gaps);
		const budget = { left: MAX_REPEATED_STEPS };
		try {
			for await (const [commit = "", ...parents] of this.#listCommits()) {
				const root = await trees.findRoot(commit);
				const others = [];
				for (const parent of parents) others.push(await trees.findRoot(parent));
				if (root === null || others.includes(root)) continue;
				for await (const change of listTreeChanges(trees, root, others, budget)) yield {
					...change,
					commit
				};
			}
		} finally {
			if (this.#ownsObjects) await this.#objects.close();
		}
		if (budget.left <= 0) this.#reportCut();
	}
	async *#listCommits() {
		for await (const commits of this.#commits.list()) yield* commits;
		const { complaint } = this.#commits;
		if (complaint !== null) this.#gaps.add("unreadable", describeUnknownCommits(complaint), { cause: "damaged" });
	}
	#reportCut() {
		if (this.#isCut) return;
		this.#isCut = true;
		this.#gaps.add("miscounted", UNCOUNTED_PLACES, { cause: "fault" });
	}
};
function toIntroduction(change) {
	const { commit, path, isNew } = change;
	return {
		oid: nameBlob(change),
		commit,
		path: decodePath(path),
		isNew
	};
}
function nameBlob({ kind, oid }) {
	return kind === "blob" ? oid : "0".repeat(oid.length);
}
// src/sources/locate/positions.ts
var Positions = class {
	#base;
	#gaps;
	#reader = new PositionReader();
	#spellings = /* @__PURE__ */ new Map();
	#deferred = /* @__PURE__ */ new WeakMap();
	constructor(base, gaps) {
		this.#base = base;
		this.#gaps = gaps;
	}
	async locate({ oid, id, open }, hit) {
		const { encoding, member, offset, length } = hit;
		if (member !== null) return {
			line: null,
			column: null,
			encoding,
			member,
			preexisting: await this.#base.hasBlob(oid)
		};
		const position = await this.#reader.locate(id, open, offset, length);
		if (!position) {
			this.#gaps.add("unreadable", describeUnknownLine(id), { cause: "cut-short" });
			return {
				line: null,
				column: null,
				encoding,
				member,
				preexisting: false
			};
		}
		const { line, column, bytes } = position;
		const found = {
			line,
			column,
			encoding,
			member,
			preexisting: false
		};
		return this.#base.mayHave(bytes) ? {
			...found,
			spelling: this.#spell(bytes)
		} : found;
	}
	async complete(sightings) {
		const complete = [];
		for (const sighting of sightings) {
			const { spelling, ...rest } = sighting;
			const bytes = spelling && this.#deferred.get(spelling);
			complete.push(bytes ? {
				...rest,
				preexisting: await this.#base.has(bytes)
			} : sighting);
		}
		return complete;
	}
	#spell(bytes) {
		const text = bytes.toString("latin1");
		const known = this.#spellings.get(text);
		if (known) return known;
		const spelling = {};
		this.#spellings.set(text, spelling);
		this.#base.add(bytes);
		this.#deferred.set(spelling, bytes);
		return spelling;
	}
	async close() {
		await this.#reader.close();
	}
};
function openAgain(content, read) {
	return Array.isArray(content) && content.length > 0 ? toStream(content) : read();
}
async function* toStream(chunks) {
	yield* chunks;
}
var PositionReader = class {
	#current = null;
	async locate(id, open, offset, length) {
		const previous = this.#current;
		const current = previous?.id === id ? previous : {
			id,
			text: new ReopenedText(open)
		};
		this.#current = current;
		if (previous !== current) await previous?.text.close();
		return await current.text.locate(offset, length);
	}
	async close() {
		const current = this.#current;
		this.#current = null;
		await current?.text.close();
	}
};
var ReopenedText = class {
	#open;
	#index = new LineIndex();
	#chunks = null;
	#previous = Promise.resolve();
	constructor(open) {
		this.#open = open;
	}
	locate(offset, length) {
		const position = this.#previous.then(async () => await this.#locate(offset, length));
		this.#previous = position.catch(() => {});
		return position;
	}
	async close() {
		await this.#previous;
		await this.#restart();
	}
	async #locate(offset, length) {
		const position = await this.#readTo(offset, length);
		if (position || this.#index.bytesRead < offset + length) return position;
		await this.#restart();
		return await this.#readTo(offset, length);
	}
	async #restart() {
		await this.#chunks?.return?.();
		this.#chunks = null;
		this.#index = new LineIndex();
	}
	async #readTo(offset, length) {
		this.#chunks ??= this.#open()[Symbol.asyncIterator]();
		while (this.#index.bytesRead < offset + length) {
			const { done, value } = await this.#chunks.next();
			if (done) return null;
			this.#index.push(value);
		}
		return this.#index.locate(offset, length);
	}
};
// src/sources/locate/blob-locator.ts
function createLocatorContext(located, introductions) {
	const { git, repository, range, gaps, includes } = located;
	const reader = new KeptObjects(git);
	const commits = new RangeCommits(git, range);
	const trees = new TreeReader(reader, gaps);
	const base = new BaseContents({
		git,
		commit: range.base,
		repository,
		gaps,
		includes
	});
	return {
		...located,
		isRange: introductions === void 0,
		reader,
		commits,
		introductions: introductions ?? new Introductions(git, range, gaps, void 0, {
			commits,
			objects: reader
		}),
		metadata: new CommitMetadataReader(reader),
		base,
		positions: new Positions(base, gaps),
		head: new Tree(trees, range.head),
		baseTree: range.base === null ? null : new Tree(trees, range.base)
	};
}
const UNPLACED = {
	where: "file",
	line: null,
	column: null,
	encoding: "plain",
	member: null,
	preexisting: false
};
const MAX_REMEMBERED = 100;
var BlobLocator = class {
	#context;
	#lfsContents = /* @__PURE__ */ new Map();
	#places = /* @__PURE__ */ new Map();
	constructor(context) {
		this.#context = context;
	}
	addLfsContent(oid, content) {
		this.#lfsContents.set(oid, content);
	}
	async findPath(oid) {
		const { isKnown, path } = await this.#findPlaces(oid);
		return isKnown ? path : nameObjectId(oid);
	}
	async nameOf(oid) {
		const { isKnown, path } = await this.#findPlaces(oid);
		if (!isKnown) return { name: nameObjectId(oid) };
		return path === null ? null : namePath(path);
	}
	async describe(oid) {
		const { isKnown, places } = await this.#findPlaces(oid);
		const [first] = places;
		if (!isKnown) return { name: UNNAMED };
		return first && first.path !== null && first.commit !== null ? {
			name: nameObjectAt({
				path: first.path,
				commit: first.commit
			}),
			path: first.path
		} : null;
	}
	async locate(oid, hit, content = []) {
		const { gaps, positions } = this.#context;
		const { isKnown, path, places } = await this.#findPlaces(oid);
		if (isKnown && path === null) return [];
		const position = await positions.locate(this.#describeText(oid, content), hit);
		if (isKnown) return places.map((place) => ({
			...place,
			...position
		}));
		gaps.add("miscounted", describeUnknownOrigin(oid), { cause: "fault" });
		return [{
			...position,
			where: "file",
			path: null,
			commit: null,
			author: null,
			at: null,
			inHead: false
		}];
	}
	async #findPlaces(oid) {
		const blob = this.#gitOid(oid);
		const known = this.#places.get(blob) ?? this.#listPlaces(blob);
		if (this.#places.size >= MAX_REMEMBERED) this.#places.clear();
		this.#places.set(blob, known);
		return await known;
	}
	async #listPlaces(blob) {
		const { introductions, metadata, head } = this.#context;
		const includes = await this.#context.includes;
		let isKnown = false;
		const commits = /* @__PURE__ */ new Set();
		for (const { commit, path } of await introductions.find(blob)) {
			isKnown = true;
			if (includes(path)) commits.add(commit);
		}
		const metadataOf = await metadata.read([...commits]);
		const list = new SightingList();
		for (const { commit, path } of commits.size > 0 ? await introductions.find(blob) : []) {
			if (!includes(path)) continue;
			const inHead = await head.has({
				oid: blob,
				path
			});
			list.add({
				...UNPLACED,
				...metadataOf(commit),
				commit,
				path,
				inHead
			});
		}
		const places = list.list();
		return {
			isKnown,
			path: places[0]?.path ?? null,
			places
		};
	}
	#gitOid(oid) {
		return this.#lfsContents.get(oid)?.pointer ?? oid;
	}
	#describeText(oid, content) {
		const lfs = this.#lfsContents.get(oid);
		const open = () => lfs ? openContent(lfs.file) : openAgain(content, () => this.#context.reader.stream(oid));
		return {
			oid: this.#gitOid(oid),
			id: oid,
			open
		};
	}
};
// src/sources/locate/path-introductions.ts
const MAX_LISTED = 200;
var PathIntroductions = class {
	#context;
	#index = null;
	constructor(context) {
		this.#context = context;
	}
	async locate(name, { encoding, offset, length }) {
		this.#index ??= this.#buildIndex();
		const index = await this.#index;
		const { base, head, metadata } = this.#context;
		const key = decodePath(encodePath(name).subarray(offset, offset + length));
		const rest = {
			line: null,
			column: null,
			encoding,
			member: null,
			preexisting: await base.hasInName(key)
		};
		const list = new SightingList();
		for (const part of name.split("/")) {
			const { listed, unlisted } = index.get(part) ?? {
				listed: [],
				unlisted: 0
			};
			const metadataOf = await metadata.read(listed.map(({ commit }) => commit));
			for (const { commit, path } of listed) {
				if (await this.#isInBase(part, path)) continue;
				list.add({
					where: "path",
					path,
					commit,
					...metadataOf(commit),
					...rest,
					inHead: await head.hasPath(path)
				});
			}
			const [last] = listed.slice(-1);
			if (last && unlisted > 0) {
				const others = {
					...last,
					...metadataOf(last.commit),
					...rest,
					inHead: true,
					unlisted: unlisted - 1
				};
				list.add({
					where: "path",
					...others
				});
			}
		}
		return list.list();
	}
	async #buildIndex() {
		const includes = await this.#context.includes;
		const introduced = /* @__PURE__ */ new Map();
		const known = new PathTable();
		for await (const { commit, path, isNew } of this.#context.introductions.list()) {
			if (!isNew) continue;
			const parts = splitLongNames(path);
			if (parts.length === 0 || !includes(path)) continue;
			for (const { name, prefix } of parts) {
				const number = known.count;
				if (known.add(encodePath(prefix)) !== number) continue;
				const paths = introduced.get(name) ?? {
					listed: [],
					unlisted: 0
				};
				introduced.set(name, paths);
				if (paths.listed.length < MAX_LISTED) paths.listed.push({
					commit,
					path: prefix
				});
				else paths.unlisted += 1;
			}
		}
		return introduced;
	}
	async #isInBase(name, path) {
		const { base, baseTree } = this.#context;
		return baseTree !== null && await baseTree.hasPath(path) && await base.hasName(name);
	}
};
// src/sources/locate/object-locator.ts
var ObjectLocator = class {
	#context;
	#blobs;
	#authors;
	#paths;
	#outsideTrees;
	constructor(context, blobs) {
		this.#context = context;
		this.#blobs = blobs;
		this.#authors = new AuthorSearch(context.commits, context.reader);
		this.#paths = new PathIntroductions(context);
		this.#outsideTrees = {
			path: null,
			inHead: context.isRange
		};
	}
	async complete(sightings) {
		return await this.#context.positions.complete(sightings);
	}
	async nameOf({ provenance }) {
		return provenance.kind === "object" ? await this.#blobs.nameOf(provenance.oid) : describeProvenance(provenance);
	}
	async close() {
		await this.#context.positions.close();
		await this.#context.reader.close();
	}
	async locate({ provenance, chunks }, hit) {
		switch (provenance.kind) {
			case "object": return await this.#blobs.locate(provenance.oid, hit, chunks);
			case "commit-message": return await this.#locateInMessage(provenance.commit, hit, chunks);
			case "commit-people": return await this.#locateInPeople(provenance.commit, hit, chunks);
			case "commit-signature": return await this.#locateInSignature(provenance.commit, hit, chunks);
			case "tag-message": return await this.#locateInTag(provenance.tag, hit);
			case "note": return await this.#locateInNote(provenance, hit, chunks);
			case "path": return await this.#paths.locate(provenance.path, hit);
			case "ref": return [locateInRefName(provenance.name, hit)];
			case "event-text":
			case "file":
			case "stdin": throw new Error(`a range has nothing from ${provenance.kind}`);
			default: return provenance;
		}
	}
	async #locateInMessage(commit, hit, chunks) {
		const open = () => openAgain(chunks, () => readMessage(this.#context.reader.stream(commit)));
		const position = await this.#findPosition({
			oid: commit,
			id: commit,
			open
		}, hit);
		const metadataOf = await this.#context.metadata.read([commit]);
		return [{
			...position,
			...this.#outsideTrees,
			...metadataOf(commit),
			where: "commit-message",
			commit
		}];
	}
	async #locateInSignature(commit, hit, chunks) {
		const open = () => openAgain(chunks, () => this.#readHeaders(commit, "signatures"));
		const position = {
			...await this.#findPosition({
				oid: commit,
				id: `${commit} signature`,
				open
			}, hit),
			line: null,
			column: null
		};
		const metadataOf = await this.#context.metadata.read([commit]);
		return [{
			...position,
			...this.#outsideTrees,
			...metadataOf(commit),
			where: "commit-message",
			commit
		}];
	}
	async #locateInPeople(commit, hit, chunks) {
		const open = () => openAgain(chunks, () => this.#readHeaders(commit, "people"));
		const position = {
			...await this.#findPosition({
				oid: commit,
				id: `${commit} people`,
				open
			}, hit),
			line: null,
			column: null
		};
		const commits = await this.#authors.findAlike(commit);
		const metadataOf = await this.#context.metadata.read(commits);
		const list = new SightingList();
		for (const alike of commits) list.add({
			...position,
			...this.#outsideTrees,
			where: "commit-message",
			...metadataOf(alike),
			commit: alike
		});
		return list.list();
	}
	async #locateInTag(tag, hit) {
		const open = () => extractTagText(this.#context.reader.stream(tag));
		const position = await this.#findPosition({
			oid: tag,
			id: tag,
			open
		}, hit);
		const lineOfMessage = position.line !== null && position.line > 1 ? { line: (position.line ?? 0) - 1 } : {
			line: null,
			column: null
		};
		const metadataOf = await this.#context.metadata.read([tag]);
		return [{
			...position,
			...this.#outsideTrees,
			...metadataOf(tag),
			where: "tag-message",
			...lineOfMessage,
			commit: null
		}];
	}
	async #locateInNote({ commit, oid }, hit, chunks) {
		const open = () => openAgain(chunks, () => this.#context.reader.stream(oid));
		const position = await this.#findPosition({
			oid,
			id: oid,
			open
		}, hit);
		const unknown = {
			line: null,
			column: null,
			author: null,
			at: null
		};
		return [{
			...position,
			...this.#outsideTrees,
			...unknown,
			where: "commit-message",
			commit
		}];
	}
	async #findPosition(text, hit) {
		return await this.#context.positions.locate(text, hit);
	}
	async *#readHeaders(commit, which) {
		yield extractHeaderTexts((await splitCommitStream(this.#context.reader.stream(commit))).headers)[which];
	}
};
function locateInRefName(name, { encoding, member }) {
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
function describeProvenance(provenance) {
	switch (provenance.kind) {
		case "commit-message": return { name: nameCommitText("message", provenance.commit) };
		case "commit-people": return { name: nameCommitText("people", provenance.commit) };
		case "commit-signature": return { name: nameCommitText("signature", provenance.commit) };
		case "tag-message": return { name: nameTag(provenance.tag) };
		case "note": return { name: nameCommitText("note", provenance.commit) };
		case "path":
		case "file": return namePath(provenance.path);
		case "ref":
		case "stdin": return { name: quoteForMessage(provenance.name) };
		case "event-text": return { name: provenance.of.what };
		default: return provenance;
	}
}
// src/git/trees/listed-paths.ts
const NAMES = [
	"-r",
	"-z",
	"--name-only",
	"--no-renames"
];
const MAX_COMMITS = 1e4;
function listTreePaths(git, commit, below) {
	const where = below === "" ? [] : ["--", below];
	return readPaths(git.start([
		"ls-tree",
		"-r",
		"-z",
		"--name-only",
		"--full-tree",
		commit,
		...where
	]));
}
function listIndexPaths(git, below) {
	return readPaths(git.start([
		"ls-files",
		"--cached",
		"-z",
		"--full-name",
		...below === "" ? [] : ["--", below]
	]));
}
function listChangedPaths(git, base, head) {
	return readPaths(git.start([
		"diff-tree",
		...NAMES,
		"--end-of-options",
		base,
		head
	]));
}
function listStagedPaths(git) {
	return readPaths(git.start([
		"diff-index",
		"--cached",
		...NAMES.slice(1),
		"HEAD",
		"--"
	]));
}
function listTouchedPaths(git, range) {
	return listTouched(git, [
		"--end-of-options",
		...formatRevisions(range),
		"--"
	]);
}
function listPathsOfHistory(git) {
	return listTouched(git, ["--all"]);
}
function listTouched(git, revisions) {
	const revList = git.start([
		"rev-list",
		`--max-count=10001`,
		...revisions
	]);
	revList.input.end();
	const diffTree = git.start([
		"diff-tree",
		"--stdin",
		"-m",
		"--root",
		"--no-commit-id",
		...NAMES
	]);
	let commits = 0;
	const count = async function* () {
		for await (const lines of splitLines(revList.output)) {
			commits += lines.length;
			yield Buffer.from(lines.map((line) => `${line}\n`).join(""));
		}
	};
	pipeTo(count(), diffTree.input).catch(() => diffTree.input.end());
	return {
		paths: stopAfterwards(splitTokens(diffTree.output), [diffTree, revList]),
		isComplete: async () => {
			const exits = await Promise.all([diffTree.exited, revList.exited]);
			return commits <= MAX_COMMITS && exits.every(({ code }) => code === 0);
		}
	};
}
function readPaths(running) {
	running.input.end();
	return {
		paths: stopAfterwards(splitTokens(running.output), [running]),
		isComplete: async () => (await running.exited).code === 0
	};
}
async function* stopAfterwards(paths, running) {
	let hasEnded = false;
	try {
		yield* paths;
		hasEnded = true;
	} finally {
		if (!hasEnded) for (const one of running) one.stop();
	}
}
// src/sources/path-use.ts
var path_use_exports = /* @__PURE__ */ __exportAll({
	addPathUse: () => addPathUse,
	checkPresentPaths: () => checkPresentPaths,
	checkRangePaths: () => checkRangePaths,
	checkStagedPaths: () => checkStagedPaths
});
const ALL_USED = {
	unmatched: [],
	untouched: null
};
async function checkRangePaths(git, range, globs) {
	const { base, head } = range;
	return await checkPaths(globs, {
		changed: [() => base === null ? listTreePaths(git, head, "") : listChangedPaths(git, base, head), () => listTouchedPaths(git, range)],
		present: [(below) => listTreePaths(git, head, below)]
	});
}
async function checkStagedPaths(git, globs) {
	return await checkPaths(globs, {
		changed: [() => listStagedPaths(git)],
		present: [(below) => listIndexPaths(git, below)]
	});
}
async function checkPresentPaths(git, commits, globs, { withHistory = false } = {}) {
	const trees = commits.map((commit) => (below) => listTreePaths(git, commit, below));
	const history = withHistory ? [() => listPathsOfHistory(git)] : [];
	return await checkPaths(globs, {
		changed: [],
		present: [...trees, ...history]
	});
}
function addPathUse(source, { untouched }) {
	if (untouched === null) return source;
	return {
		blobs: () => source.blobs(),
		locate: (blob, hit) => source.locate(blob, hit),
		complete: (sightings) => source.complete(sightings),
		nameOf: (blob) => source.nameOf(blob),
		account: () => {
			const { coverage, gaps } = source.account();
			return {
				coverage: {
					...coverage,
					untouched
				},
				gaps
			};
		}
	};
}
async function checkPaths(globs, { changed, present }) {
	const wanted = await compileWanted(globs);
	if (wanted.length === 0) return ALL_USED;
	let unmatched = wanted;
	let changedFiles = changed.length === 0 ? null : 0;
	for (const list of changed) {
		const seen = /* @__PURE__ */ new Set();
		const found = await findUnmatched(list(), unmatched, seen);
		if (found === null) return ALL_USED;
		unmatched = found;
		changedFiles = seen.size;
		if (unmatched.length < wanted.length) {
			changedFiles = null;
			break;
		}
	}
	const untouched = changedFiles === null ? null : {
		globs,
		changedFiles
	};
	const absent = [];
	for (const glob of unmatched) {
		const isAbsent = await isNowhere(glob, present);
		if (isAbsent === null) return {
			unmatched: [],
			untouched
		};
		if (isAbsent) absent.push(glob.text);
	}
	return {
		unmatched: absent,
		untouched
	};
}
async function isNowhere(glob, lists) {
	for (const list of lists) {
		const left = await findUnmatched(list(glob.below), [glob]);
		if (left === null) return null;
		if (left.length === 0) return false;
	}
	return true;
}
async function findUnmatched({ paths, isComplete }, globs, seen) {
	let unmatched = globs;
	for await (const path of paths) {
		seen?.add(path);
		if (unmatched.some(({ matches }) => matches(path))) unmatched = unmatched.filter(({ matches }) => !matches(path));
		if (unmatched.length === 0) return unmatched;
	}
	return await isComplete() ? unmatched : null;
}
async function compileWanted(globs) {
	const compiled = [];
	for (const text of globs) {
		const parsed = await parseGlobs([text], []);
		const [pattern] = [...parsed.wanted, ...parsed.names];
		if (pattern === void 0) continue;
		const { isWanted } = await buildGlobMatcher(parsed);
		compiled.push({
			text,
			matches: isWanted,
			below: findFolder(pattern)
		});
	}
	return compiled;
}
function findFolder(glob) {
	const parts = glob.split("/");
	const end = parts.findIndex((part) => !/^[\w. -]+$/.test(part) || part === ".");
	return parts.slice(0, end === -1 ? parts.length : end).join("/");
}
// src/sources/range/moved-objects.ts
var MovedObjectSearch = class {
	#context;
	#objects;
	#read = new ObjectTable();
	constructor(context, objects) {
		this.#context = context;
		this.#objects = objects;
	}
	addRead(oid) {
		this.#read.add(Buffer.from(oid, "latin1"), 0);
	}
	async find() {
		const { range, base } = this.#context;
		if (await this.#context.includes === includeEverything || range.base === null) return {
			blobs: [],
			names: []
		};
		const unread = await this.#listUnread();
		const moved = {
			blobs: [],
			names: []
		};
		for (const oid of unread.blobs) if (!await base.hasBlob(oid)) moved.blobs.push(oid);
		for (const name of unread.names) if (!await base.hasName(name)) moved.names.push(name);
		return moved;
	}
	async #listUnread() {
		const includes = await this.#context.includes;
		const [blobs, names] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()];
		for await (const { oid, path } of this.#context.introductions.list()) {
			if (!includes(path)) continue;
			if (!isSubmodule(oid) && !this.#read.has(oid)) blobs.add(oid);
			for (const { name } of splitLongNames(path)) if (!this.#objects.hasSeen(name)) names.add(name);
		}
		return {
			blobs,
			names
		};
	}
};
function isSubmodule(oid) {
	return /^0+$/.test(oid);
}
// src/git/objects/object-id.ts
function computeObjectId(type, content, algorithm) {
	return createHash(algorithm).update(`${type} ${content.length}\0`).update(content).digest("hex");
}
function hasObjectId(oid, type, content) {
	return computeObjectId(type, content, oid.length === 64 ? "sha256" : "sha1") === oid;
}
// src/sources/range/range-objects.ts
const MAX_REMEMBERED_BYTES = 4194304;
var RangeObjects = class {
	tags = /* @__PURE__ */ new Set();
	#head;
	#commonDir;
	#locator;
	#counter;
	#gaps;
	#seen = /* @__PURE__ */ new Set();
	#remembered = 0;
	constructor(head, commonDir, locator, counter, gaps) {
		this.#head = head;
		this.#commonDir = commonDir;
		this.#locator = locator;
		this.#counter = counter;
		this.#gaps = gaps;
	}
	toBlobs(object) {
		this.#counter.countObject(object.type);
		if (!Array.isArray(object.chunks)) return this.#streamBlobs(object);
		const content = object.chunks.length === 1 ? object.chunks[0] : Buffer.concat(object.chunks);
		if (object.oid === this.#head) this.#verifyName(object, content);
		switch (object.type) {
			case "blob": {
				const pointer = parsePointer(content);
				const blob = this.#toBlob(object);
				return pointer ? this.#withLfsContent(blob, pointer, object.oid) : [blob];
			}
			case "commit": {
				const { headers, message } = splitCommit(content);
				return this.#commitToBlobs(object.oid, headers, message);
			}
			case "tag": return [this.#tagToBlob(object)];
			default: return this.namesToBlobs(new TreeNameParser(object.oid).push(content));
		}
	}
	hasSeen(name) {
		return this.#seen.has(encodePath(name).toString("latin1"));
	}
	async *#streamBlobs(object) {
		switch (object.type) {
			case "blob":
				yield this.#toBlob(object);
				return;
			case "commit": {
				const { headers, message } = await splitCommitStream(object.chunks);
				yield* this.#commitToBlobs(object.oid, headers, message);
				return;
			}
			case "tag":
				yield this.#tagToBlob(object);
				return;
			default: {
				const names = new TreeNameParser(object.oid);
				for await (const chunk of object.chunks) yield* this.namesToBlobs(names.push(chunk));
			}
		}
	}
	#verifyName({ oid, type }, content) {
		if (hasObjectId(oid, type, content)) return;
		this.#gaps.add("self-test", describeForgedObject(oid), { cause: "damaged" });
	}
	#toBlob({ oid, chunks }) {
		return {
			provenance: {
				kind: "object",
				oid
			},
			chunks: this.#counter.countBytes(chunks)
		};
	}
	#tagToBlob({ oid, chunks }) {
		this.tags.add(oid);
		return {
			provenance: {
				kind: "tag-message",
				tag: oid
			},
			chunks: this.#counter.countBytes(extractTagText(chunks))
		};
	}
	#commitToBlobs(oid, headers, message) {
		const text = {
			provenance: {
				kind: "commit-message",
				commit: oid
			},
			chunks: this.#counter.countBytes(message)
		};
		const { people, signatures } = extractHeaderTexts(headers);
		const blobs = [text];
		if (this.#isNew(people)) blobs.unshift({
			provenance: {
				kind: "commit-people",
				commit: oid
			},
			chunks: [people]
		});
		if (signatures.length > 0) blobs.unshift({
			provenance: {
				kind: "commit-signature",
				commit: oid
			},
			chunks: [signatures]
		});
		return blobs;
	}
	namesToBlobs(names) {
		return names.filter((name) => this.#isNew(name)).map((name) => ({
			provenance: {
				kind: "path",
				path: decodePath(name),
				commit: null
			},
			chunks: [name]
		}));
	}
	async *#withLfsContent(blob, pointer, oid) {
		yield blob;
		const path = await this.#locator.findPath(oid);
		if (path === null) return;
		const file = await findLocalContent(pointer, this.#commonDir);
		if (file === null) {
			this.#gaps.add("lfs", describeMissingContent(path), { path });
			return;
		}
		this.#locator.addLfsContent(pointer.oid, {
			pointer: oid,
			file
		});
		this.#counter.countFile();
		const chunks = this.#counter.countBytes(readVerifiedContent(file, pointer, path, this.#gaps));
		yield {
			provenance: {
				kind: "object",
				oid: pointer.oid
			},
			chunks
		};
	}
	#isNew(text) {
		const key = text.toString("latin1");
		if (key === "" || this.#seen.has(key)) return false;
		if (this.#remembered > MAX_REMEMBERED_BYTES) {
			this.#seen.clear();
			this.#remembered = 0;
		}
		this.#seen.add(key);
		this.#remembered += key.length;
		return true;
	}
};
// src/sources/range/tags-and-notes.ts
var TagsAndNotes = class {
	#git;
	#gaps;
	#byCommit = /* @__PURE__ */ new Map();
	#loaded;
	#isLoaded = false;
	#early = [];
	#found = [];
	#namesByCommit = /* @__PURE__ */ new Map();
	#foundNames = /* @__PURE__ */ new Set();
	constructor(git, repository, gaps) {
		this.#git = git;
		this.#gaps = gaps;
		this.#loaded = this.#load(repository.commonDir).finally(() => {
			this.#isLoaded = true;
		});
		this.#loaded.catch(() => {});
	}
	addCommit(commit) {
		if (!this.#isLoaded) {
			this.#early.push(commit);
			return;
		}
		for (const found of this.#byCommit.get(commit) ?? []) this.#found.push(found);
		for (const name of this.#namesByCommit.get(commit) ?? []) this.#foundNames.add(name);
	}
	async list() {
		await this.#loaded;
		for (const commit of this.#early.splice(0)) this.addCommit(commit);
		return [...new Map(this.#found.map((found) => [found.oid, found])).values()];
	}
	async listNames() {
		await this.list();
		return [...this.#foundNames].map((name) => Buffer.from(name, "latin1"));
	}
	async #load(commonDir) {
		const [hasTags, hasNotes, hasLongBranches] = await mayHaveRefs(commonDir);
		const options = [...hasTags ? ["--tags"] : [], ...hasLongBranches ? ["--heads"] : []];
		await Promise.all([options.length > 0 && this.#loadTags(options), hasNotes && this.#loadNotes()]);
	}
	async #loadTags(options) {
		let [tag, tagName] = ["", ""];
		for await (const line of this.#listLines([
			"show-ref",
			"--dereference",
			...options
		])) {
			const [oid = "", name = ""] = line.split(" ");
			if (name.endsWith("^{}")) this.#add({
				kind: "tag",
				oid: tag,
				commit: oid
			});
			else [tag, tagName] = [oid, name];
			if (hasLongName(tagName)) this.#namesByCommit.set(oid, [...this.#namesByCommit.get(oid) ?? [], tagName]);
		}
	}
	async #loadNotes() {
		const trees = [];
		for await (const tree of this.#listLines([
			"for-each-ref",
			"--format=%(objectname)",
			"refs/notes"
		])) trees.push(tree);
		for (const tree of trees) await this.#loadNotesIn(tree);
	}
	async *#listLines(args) {
		const command = this.#git.start(args);
		for await (const lines of splitLines(command.output)) yield* lines;
		const { code, stderr } = await command.exited;
		if (code === 0 || code === 1 && stderr === "") return;
		this.#gaps.add("unreadable", describeBrokenList("tags-and-notes", extractComplaint(stderr)), { cause: "damaged" });
	}
	async #loadNotesIn(tree) {
		for await (const { oid, path } of listEntries(this.#git, tree, this.#gaps)) this.#add({
			kind: "note",
			oid,
			commit: path.replaceAll("/", "")
		});
	}
	#add(tagOrNote) {
		const known = this.#byCommit.get(tagOrNote.commit);
		if (known) known.push(tagOrNote);
		else this.#byCommit.set(tagOrNote.commit, [tagOrNote]);
	}
};
async function mayHaveRefs(commonDir) {
	const list = async (folder) => await readdir(join(commonDir, folder), { recursive: true }).catch(() => []);
	const [reftable, tags, notes, branches] = await Promise.all([
		"reftable",
		"refs/tags",
		"refs/notes",
		"refs/heads"
	].map(list));
	if (reftable && reftable.length > 0) return [
		true,
		true,
		true
	];
	const packed = await readFile(join(commonDir, "packed-refs"), "latin1").catch(() => "");
	const has = (files = [], prefix) => files.length > 0 || packed.includes(` ${prefix}/`);
	const hasLongBranch = branches?.some(hasLongName) || LONG_BRANCH.test(packed);
	return [
		has(tags, "refs/tags"),
		has(notes, "refs/notes"),
		hasLongBranch ?? false
	];
}
const LONG_BRANCH = /^[0-9a-f]+ refs\/heads\/(?:[^\n]*\/)?[^/\n]{32,}/m;
function hasLongName(name) {
	return name.split(/[/\\]/).some((part) => mayHoldKey(part.length));
}
async function* readTagsAndNotes(git, tagsAndNotes, counter) {
	const byOid = new Map(tagsAndNotes.map((tagOrNote) => [tagOrNote.oid, tagOrNote]));
	for await (const result of readObjects(git, [[...byOid.keys()]])) {
		const tagOrNote = byOid.get(result.oid);
		if (result.kind !== "object" || !tagOrNote) {
			if (result.kind !== "object") counter.reportUnread(result);
			continue;
		}
		const { kind, oid, commit } = tagOrNote;
		counter.countObject("tag");
		if (kind === "note") yield {
			provenance: {
				kind,
				commit,
				oid
			},
			chunks: counter.countBytes(result.chunks)
		};
		else yield {
			provenance: {
				kind: "tag-message",
				tag: oid
			},
			chunks: counter.countBytes(extractTagText(result.chunks))
		};
	}
}
// src/sources/range/unread-names.ts
async function findUnreadNames(objects, { git, commits, blobs, tagsAndNotes }) {
	const hasFolders = objects.some(({ state }) => state === "missing-folder");
	const oids = new Set(objects.map(({ oid }) => oid));
	const places = hasFolders ? await findInTrees(git, commits, oids) : /* @__PURE__ */ new Map();
	const names = new Map(tagsAndNotes.map(({ oid, kind, commit }) => [oid, nameTagOrNote({
		kind,
		commit
	})]));
	return async (oid) => {
		const place = places.get(oid);
		if (place) return {
			name: nameObjectAt(place),
			path: place.path
		};
		const name = names.get(oid);
		if (name !== void 0) return { name };
		return hasFolders ? { name: UNNAMED } : await blobs.describe(oid);
	};
}
// src/sources/range/range.ts
async function openRange({ repo, base, head, environment, includes, ...more }) {
	const repository = await findRepository(repo);
	const git = new Git(repository.gitDir, environment, more.variables);
	const range = await resolveRange(git, base, head);
	const { known = [], names = [], paths = [], attached = true, fetchMoved = async () => {} } = more;
	const pathUse = await checkRangePaths(git, {
		...range,
		known
	}, paths);
	const source = new RangeSource({
		git,
		repository,
		range: {
			...range,
			known
		},
		includes,
		names,
		attached,
		fetchMoved
	});
	await source.start();
	return {
		change: {
			kind: "range",
			...range
		},
		source: addPathUse(source, pathUse),
		pathUse
	};
}
const READER_TIMEOUT = 3e4;
const MAX_SEARCHED = 10;
var RangeSource = class {
	#git;
	#gaps = new GapCollector();
	#revList;
	#tagsAndNotes;
	#locator;
	#objects;
	#moved;
	#kept;
	#names;
	#fetchMoved;
	#counter;
	#batches;
	#blobs;
	#newest = [];
	#first = null;
	#timer = null;
	#moreCount = 0;
	#state = "unread";
	constructor({ git, repository, range, includes, names, attached, fetchMoved }) {
		this.#git = git;
		this.#names = names;
		this.#fetchMoved = fetchMoved;
		this.#counter = new CoverageCounter(this.#gaps);
		this.#revList = new RevList(git, range, repository, this.#gaps);
		this.#batches = readInBatches(git, this.#revList.list());
		this.#tagsAndNotes = attached ? new TagsAndNotes(git, repository, this.#gaps) : null;
		const context = createLocatorContext({
			git,
			repository,
			range,
			gaps: this.#gaps,
			includes
		});
		this.#blobs = new BlobLocator(context);
		this.#locator = new ObjectLocator(context, this.#blobs);
		this.#objects = new RangeObjects(range.head, repository.commonDir, this.#blobs, this.#counter, this.#gaps);
		this.#moved = new MovedObjectSearch(context, this.#objects);
		this.#kept = context.reader;
	}
	async start() {
		this.#first = await this.#batches.next();
		this.#timer = setTimeout(() => void this.#stop(), READER_TIMEOUT).unref();
	}
	async *blobs() {
		if (this.#state !== "unread") throw new Error("a range is read once, and soon after it was opened");
		if (this.#timer) clearTimeout(this.#timer);
		this.#state = "reading";
		try {
			for (const name of this.#names) if (name !== "") yield toRefBlob(Buffer.from(name));
			for (let next = this.#first; next && !next.done; next = await this.#batches.next()) {
				this.#keep(next.value);
				for (const result of next.value) {
					if (result.kind !== "object" || result.type === "blob") this.#moved.addRead(result.oid);
					if (result.kind !== "object") {
						this.#counter.reportUnread(result);
						continue;
					}
					if (result.type === "commit") this.#addCommit(result.oid);
					const blobs = this.#objects.toBlobs(result);
					if (Array.isArray(blobs)) for (const blob of blobs) yield blob;
					else yield* blobs;
				}
			}
			const tagsAndNotes = (await this.#tagsAndNotes?.list() ?? []).filter(({ oid }) => !this.#objects.tags.has(oid));
			this.#moreCount = tagsAndNotes.length;
			if (tagsAndNotes.length > 0) yield* readTagsAndNotes(this.#git, tagsAndNotes, this.#counter);
			for (const name of await this.#tagsAndNotes?.listNames() ?? []) if (!this.#names.includes(name.toString())) yield toRefBlob(name);
			yield* this.#readMoved();
			if (this.#gaps.objects.length > 0) await this.#nameUnread(tagsAndNotes);
			this.#state = "read";
		} finally {
			await this.#stop();
		}
	}
	#keep(results) {
		for (const result of results) {
			if (result.kind !== "object" || result.type === "blob") continue;
			if (Array.isArray(result.chunks) && result.chunks.length === 1) this.#kept.keep(result.oid, result.chunks[0]);
		}
	}
	#addCommit(oid) {
		this.#tagsAndNotes?.addCommit(oid);
		if (this.#newest.length < MAX_SEARCHED) this.#newest.push(oid);
	}
	async #nameUnread(tagsAndNotes) {
		const search = {
			git: this.#git,
			commits: this.#newest,
			blobs: this.#blobs,
			tagsAndNotes
		};
		await this.#gaps.nameObjects(await findUnreadNames(this.#gaps.objects, search));
	}
	async nameOf(blob) {
		const name = await this.#locator.nameOf(blob);
		if (this.#state !== "reading") await this.#locator.close();
		return name;
	}
	async locate(blob, hit) {
		const sightings = await this.#locator.locate(blob, hit);
		if (this.#state !== "reading") await this.#locator.close();
		return sightings;
	}
	async complete(sightings) {
		return await this.#locator.complete(sightings);
	}
	account() {
		const expected = this.#revList.expected + this.#moreCount;
		const { coverage, answered } = this.#counter;
		const gaps = [...this.#gaps.list()];
		if (this.#state !== "read") gaps.push({
			kind: "miscounted",
			detail: describeUnfinished("range")
		});
		else if (answered !== expected) gaps.push({
			kind: "miscounted",
			detail: describeMissingObjects(answered, expected)
		});
		return {
			coverage: { ...coverage },
			gaps
		};
	}
	async *#readMoved() {
		const { blobs, names } = await this.#moved.find();
		yield* this.#objects.namesToBlobs(names.map(encodePath));
		if (blobs.length === 0) return;
		await this.#fetchMoved(blobs);
		this.#moreCount += blobs.length;
		for await (const result of readObjects(this.#git, [blobs])) if (result.kind === "object") yield* this.#objects.toBlobs(result);
		else this.#counter.reportUnread(result);
	}
	async #stop() {
		if (this.#state !== "read") this.#state = "stopped";
		await this.#batches.return(void 0);
		this.#revList.stop();
		await this.#locator.close();
	}
};
function toRefBlob(name) {
	return {
		provenance: {
			kind: "ref",
			name: decodePath(name)
		},
		chunks: [name]
	};
}
// src/targets/event-range.ts
async function openEventRange(target, scope, checkout, settings) {
	try {
		return await openLocalRange(target, scope, checkout, settings);
	} catch (error) {
		const server = findServer(checkout);
		if (!(error instanceof UsageError) || server === null) throw error;
		return await openRemoteRange(target, scope, server, settings);
	}
}
async function openLocalRange(target, scope, checkout, settings) {
	const { repo, environment } = checkout;
	const range = {
		base: await findBase(target, scope, checkout),
		head: target.head
	};
	await requireContents(range, checkout, settings.ignoreFile);
	const { policy, includes } = await startBasePolicy(settings, readFileVersionsAt({
		repo,
		environment
	}, range, settings.ignoreFile));
	const { paths } = settings;
	return {
		...addBasePolicy(await openRange({
			repo,
			environment,
			...range,
			includes,
			paths,
			names: refNames(scope)
		}), await policy),
		close: async () => {}
	};
}
async function findBase({ base: given }, { defaultBranch, ref }, checkout) {
	const branch = (ref ?? "").replace(/^refs\/heads\//, "");
	const base = given ?? await findNewBranchBase(checkout, {
		branch,
		defaultBranch
	});
	if (base === null && defaultBranch !== null && ref !== `refs/heads/${defaultBranch}`) throw new MissingCommit(defaultBranch, describeMissingDefaultBranch(defaultBranch));
	return base;
}
async function requireContents(range, checkout, ignoreFile) {
	const { isPartial } = await findRepository(checkout.repo);
	if (!isPartial) return;
	const { hasWholeRange } = await import("./sources.js").then((n) => n.completeness_exports);
	if (!await hasWholeRange(checkout, range)) throw new MissingCommit(range.head, PARTIAL_WITHOUT_CHANGE);
	if ((await readFileVersionsAt(checkout, range, ignoreFile)).base.kind === "missing") throw new MissingCommit(range.base ?? range.head, PARTIAL_WITHOUT_IGNORE_FILE);
}
async function openRemoteRange({ base, head, refs, commits: depth }, scope, server, { paths, exclude, ignoreFile: file }) {
	const { defaultBranch, ref } = scope;
	const main = defaultBranch === null ? null : `refs/heads/${defaultBranch}`;
	await createPathFilter(paths, exclude);
	const { fetchRange } = await import("./sources.js").then((n) => n.fetched_range_exports);
	const baseRefs = main === null || main === ref ? [] : [main];
	const fetched = await fetchRange({
		...server,
		base,
		head,
		refs,
		baseRefs,
		depth,
		file
	});
	try {
		const basePolicy = await readBasePolicy({ ignoreFile: file }, fetched.versions);
		const includes = await createPathFilter(paths, [...exclude, ...basePolicy.exclude]);
		return {
			...addBasePolicy(await fetched.open({
				includes,
				paths,
				names: refNames(scope)
			}), basePolicy),
			close: fetched.close
		};
	} catch (error) {
		await fetched.close();
		throw error;
	}
}
function refNames({ ref }) {
	return ref === null ? [] : [ref];
}
// src/targets/event-target.ts
async function openEventTarget(settings, event, checkout) {
	if (settings.scan === "files") return await openCheckoutFiles(settings, event, checkout);
	if (settings.scan === "history" || event.target.kind === "history") return await openCheckoutHistory(settings, event, checkout);
	const { scope, gaps } = await resolveWorkflowRun(event, checkout);
	const { target, texts } = scope;
	switch (target.kind) {
		case "range": {
			const opened = await openEventRange(target, scope, checkout, settings);
			const { close, change, basePolicy, pathUse } = opened;
			const { source } = addBasePolicy(opened, {
				...basePolicy,
				gaps: [...gaps, ...listPathGaps(pathUse)]
			});
			return {
				change,
				source: concatSources([source, openTexts({ texts })]),
				scope,
				basePolicy: async () => basePolicy,
				close
			};
		}
		case "texts": return openEventTexts(target, scope, checkout, settings);
		case "nothing": return null;
		case "unread": throw new UsageError(target.why);
		case "history":
		case "workflow-run": throw new Error("the target of the event was not resolved");
		default: return target;
	}
}
const closeNothing = async () => {};
async function openCheckoutFiles(settings, scope, checkout) {
	const { openFiles } = await import("./sources.js").then((n) => n.files_exports);
	const basePolicy = await readBasePolicy(settings, await readTrustedVersions(scope, checkout, settings.ignoreFile));
	const exclude = [...settings.exclude, ...basePolicy.exclude];
	return {
		...addBasePolicy(await openFiles({
			root: checkout.repo,
			globs: settings.paths,
			exclude,
			areGlobsOptional: true
		}), basePolicy),
		basePolicy: async () => basePolicy,
		scope,
		close: closeNothing
	};
}
async function openCheckoutHistory(settings, scope, checkout) {
	const { repo, environment } = checkout;
	const { openHistory } = await import("./history.js").then((n) => n.history_exports);
	await findRepository(repo).catch(() => {
		throw new UsageError(NO_CHECKOUT);
	});
	const { policy, includes } = await startBasePolicy(settings, readTrustedVersions(scope, checkout, settings.ignoreFile));
	const opened = await openHistory({
		repo,
		environment,
		includes,
		unreachable: false
	});
	const { gaps, ...trusted } = await policy;
	const basePolicy = {
		...trusted,
		gaps: [...gaps, ...listPathGaps(await checkHistoryPaths(checkout, settings))]
	};
	return {
		...addBasePolicy(opened, basePolicy),
		basePolicy: async () => basePolicy,
		scope,
		close: closeNothing
	};
}
async function checkHistoryPaths({ repo, environment }, { paths }) {
	if (paths.length === 0) return {
		unmatched: [],
		untouched: null
	};
	const { checkPresentPaths } = await Promise.resolve().then(() => path_use_exports);
	return await checkPresentPaths(new Git((await findRepository(repo)).gitDir, environment), ["HEAD"], paths, { withHistory: true });
}
function listPathGaps({ unmatched }) {
	return unmatched.length === 0 ? [] : [{
		kind: "paths",
		detail: describeUnmatchedInput(unmatched)
	}];
}
function openEventTexts({ of }, scope, checkout, settings) {
	let read = null;
	const basePolicy = async () => {
		read ??= readTrustedVersions(scope, checkout, settings.ignoreFile).then(async (versions) => await readBasePolicy(settings, versions));
		return await read;
	};
	const { texts } = scope;
	return {
		change: {
			kind: "texts",
			of
		},
		source: openTexts({ texts }),
		scope,
		basePolicy,
		close: closeNothing
	};
}
async function readTrustedVersions({ target, defaultBranch }, checkout, ignoreFile) {
	const server = findServer(checkout);
	if (target.kind === "range" && target.base !== null) return await readFileVersionsAnywhere(checkout, {
		local: target.base,
		remote: target.base
	}, server, ignoreFile);
	if (target.kind === "unread" && target.mayBeOfPull && defaultBranch === null) return {
		base: { kind: "no-commit" },
		head: null
	};
	const local = defaultBranch === null ? "HEAD" : `refs/remotes/origin/${defaultBranch}`;
	if (target.kind === "history" || defaultBranch === null) return await readFirstFileVersions(checkout, [local, "HEAD"], ignoreFile);
	return await readFileVersionsAnywhere(checkout, {
		local,
		remote: `refs/heads/${defaultBranch}`
	}, server, ignoreFile);
}
async function resolveWorkflowRun(event, { repository, apiUrl, token }) {
	const { target } = event;
	if (target.kind !== "workflow-run") return {
		scope: event,
		gaps: []
	};
	if (token === null) throw new UsageError(NO_TOKEN_FOR_LOOKUP);
	const [owner = "", repo = ""] = repository.split("/");
	const looked = await findWorkflowRunScope({
		apiUrl,
		token
	}, {
		owner,
		repo,
		...target
	});
	const branch = {
		kind: "range",
		base: null,
		head: target.head,
		refs: [],
		commits: null
	};
	if ("found" in looked) return {
		scope: {
			...event,
			target: branch,
			...looked.found
		},
		gaps: []
	};
	return {
		scope: {
			...event,
			target: branch
		},
		gaps: [createLookupGap(looked.failed)]
	};
}
function createLookupGap(failure) {
	return {
		kind: "unfetched",
		cause: /^(?:forbidden|not-found|bad-token)$/.test(failure.kind) ? "pull-request" : "cut-short",
		detail: describeUnknownPullRequest(describeLookupFailure(failure))
	};
}
function describeLookupFailure({ kind, status }) {
	switch (kind) {
		case "forbidden":
		case "not-found": return LOOKUP_FAULTS.forbidden;
		case "bad-token":
		case "not-the-api": return LOOKUP_FAULTS[kind];
		default: return status === null ? LOOKUP_FAULTS["no-answer"] : describeLookupStatus(status);
	}
}
// src/version.ts
const VERSION = "0.1.0";
async function readSourcesId() {
	return (await readFile(new URL("./sources.txt", import.meta.url), "utf8").catch(() => null))?.trim() ?? null;
}
// src/messages/errors/action.ts
function describeMisspeltInput(given, meant, variable) {
	return `There is no input ${given}. Did you mean ${meant}? If ${variable} is a variable of your own, rename it.`;
}
const NO_EVENT_FILE = "The event file (GITHUB_EVENT_PATH) cannot be read. This program is a GitHub Action: run it in a workflow. Elsewhere, run npx openai-key-guard scan.";
function describeRunnerFile(variable, file, code) {
	return `${variable} is ${file}, which cannot be written (${code}). The runner creates this file for each step, and the step's user must be able to write it. In a job with a container, run as root (options: --user root).`;
}
const CANCELLED = "The run was cancelled. The change was not scanned to its end, and no key was changed. Run it again.";
// src/report/escape.ts
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const SHORT_FORMS = {
	"\n": "\\n",
	"\r": "\\r",
	"	": "\\t"
};
const BREAK = "&#8203;";
function showInvisible(text) {
	return redactKeys(text).replaceAll(UNSEEN, (character) => {
		const code = character.codePointAt(0) ?? 0;
		const hex = code.toString(16).padStart(2, "0");
		return SHORT_FORMS[character] ?? (code < 256 ? `\\x${hex}` : `\\u{${hex}}`);
	});
}
function escapePlain(text) {
	return showInvisible(text).replaceAll(/:(?=:)/g, ": ").replaceAll("##[", "## [");
}
function escapeMarkdown(text) {
	return breakReferences(escapePlain(text).trim().replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(/[\\`*_[\]>~$]/g, String.raw`\$&`).replace(/^(\d+)([.)])/, String.raw`$1\$2`).replace(/^[-+=]/, String.raw`\$&`).replaceAll("#", String.raw`\#${BREAK}`).replaceAll("|", "&#124;"));
}
function escapeSummary(text) {
	return breakReferences(escapePlain(text).trim().replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\"", "&quot;").replaceAll("`", "&grave;").replaceAll("#", `#${BREAK}`));
}
function breakReferences(text) {
	return text.replaceAll("@", `@${BREAK}`).replaceAll(/:(?=\S)/g, `:${BREAK}`).replaceAll(/www(?=\.)/gi, `$&${BREAK}`).replaceAll(/[a-z]-(?=\d)/gi, `$&${BREAK}`).replaceAll(/(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/gi, (sha) => sha.replaceAll(/.{6}(?=.)/g, `$&${BREAK}`));
}
function formatCode(text, place = "text") {
	const shown = escapePlain(text) || "(empty)";
	if (place === "cell" && shown.includes("|")) return `<code>${escapeMarkdown(shown)}</code>`;
	const longest = [...shown.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0);
	const fence = "`".repeat(longest + 1);
	return `${fence}${/^[ `]|[ `]$/.test(shown) && /[^ ]/.test(shown) ? ` ${shown} ` : shown}${fence}`;
}
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
function escapeHtml(text) {
	return escapePlain(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
function escapeHref(url) {
	if (!/^https?:\/\//i.test(url)) return "#";
	return redactKeys(url).toWellFormed().replaceAll(/[^\w\-.~:/?#&=%+,;@!$]/gu, (character) => /[()*']/.test(character) ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(character)).replaceAll("&", "&amp;");
}
function formatAddress(url) {
	return /^(?:https?|file):\/\/[!-~]*$/i.test(url) && redactKeys(url) === url ? url : null;
}
function clipText(text, most) {
	const redacted = redactKeys(text);
	if (redacted.length <= most) return redacted;
	if (redacted.length <= 2 * most && [...redacted].length <= most) return redacted;
	const head = Math.floor((most - 1) / 3);
	const tail = most - 1 - head;
	const [start, end] = [redacted.slice(0, 2 * head), redacted.slice(-2 * tail)];
	return [
		...[...start].slice(0, head),
		"…",
		...[...end].slice(-tail)
	].join("");
}
// src/messages/errors/admin-key.ts
const ADMIN_KEYS = "https://platform.openai.com/settings/organization/admin-keys";
function describeAdminKeyFault(name, fault) {
	switch (fault.kind) {
		case "blank": return `${name} has only spaces or line breaks. Set it to an Admin API key, or leave it out.`;
		case "expression": return `${name} has a GitHub expression in it that was not filled in. GitHub fills in expressions only in workflow files: store the key itself in the secret.`;
		case "variable": return `${name} has the name of a variable in it, and not a key: nothing filled it in. In a shell, leave out single quotes. In a workflow, name a secret as \${{ secrets.NAME }}.`;
		case "stars": return `${name} has only asterisks: that is how logs show a secret. Copy the key from where it is stored, or create a new one at ${ADMIN_KEYS}.`;
		case "shortened": return `${name} is the shortened form in which OpenAI's page shows a key. OpenAI shows a whole key only once: create a new one at ${ADMIN_KEYS}.`;
		case "quotes": return `${name} has quotes around the key. Remove them.`;
		case "line-break": return `${name} has a line break in it. Store the key alone, on one line.`;
		case "space": return `${name} has a space in it. Store the key alone.`;
		case "name": return `${name} begins with a name and a sign (= or :). Store only the key that follows.`;
		case "bearer": return `${name} begins with the word Bearer. Store only the key that follows.`;
		case "two-keys": return `${name} has more than one key in it. Store one.`;
		case "odd-characters": return `${name} has characters that no key has, such as a typographic dash or an invisible space. Copy the key again, as plain text.`;
		case "no-key": return `${name} is not an OpenAI key. It must be an Admin API key, which begins with sk-admin-.`;
		case "other-kind": return `${name} begins with ${fault.prefix}, and must be an Admin API key, which begins with sk-admin-. An owner of the organisation creates one at ${ADMIN_KEYS}.`;
		case "other-vendor": return `${name} is ${fault.what}. It must be an Admin API key of OpenAI, which begins with sk-admin-.`;
		case "cut-off": return `${name} looks cut off: it has ${fault.length} characters, and an Admin API key has ${fault.whole} or more. Copy the whole key, or create a new one at ${ADMIN_KEYS}.`;
		default: return fault;
	}
}
// src/settings/admin-key.ts
const BODY = 58;
const SHORTEST = 23;
function parseAdminKey(value, name) {
	if (value === "") return null;
	const fault = findAdminKeyFault(value);
	if (fault !== null) throw new UsageError(describeAdminKeyFault(name, fault));
	return new Secret(value.trim());
}
function findAdminKeyFault(value) {
	const text = value.trim();
	const stray = STRAYS.find(([shape]) => shape.test(text));
	if (stray) return { kind: stray[1] };
	const prefix = [PREFIXES.project, PREFIXES["service-account"]].find((one) => text.startsWith(one));
	if (prefix !== void 0) return {
		kind: "other-kind",
		prefix
	};
	const vendor = describeOtherKey(Buffer.from(text), 0);
	if (vendor?.startsWith("a key of ")) return {
		kind: "other-vendor",
		what: vendor
	};
	if (!text.startsWith(PREFIXES.user)) return { kind: "no-key" };
	return text.startsWith(PREFIXES.admin) ? findCut(text) : findShortness(text);
}
const STRAYS = [
	[/^$/, "blank"],
	[/\$\{\{/, "expression"],
	[/^(?:\$\{?\w+\}?|\$env:\w+|%\w+%|\$\(.*\)|\$\{.*\}|<.*>)$/i, "variable"],
	[/^\*+$/, "stars"],
	[/^["'`“”‘’«»].*["'`“”‘’«»]$/s, "quotes"],
	[/^bearer\b/i, "bearer"],
	[/^(?:export\s+)?[A-Za-z_][\w-]*\s*[=:]\s*["']?sk-/, "name"],
	[/[\r\n]/, "line-break"],
	[/\s/, "space"],
	[/^sk.*(?:…|\.{2,}|\*{2,}|•)/, "shortened"],
	[new RegExp(`${MARKER}.*${MARKER}`), "two-keys"],
	[/^sk[^\w]?.*[^\w-]/u, "odd-characters"]
];
function findCut(text) {
	const at = text.indexOf(MARKER);
	const body = at < 0 ? BODY : at - PREFIXES.admin.length;
	const whole = PREFIXES.admin.length + 2 * body + MARKER.length;
	return text.length < whole ? {
		kind: "cut-off",
		length: text.length,
		whole
	} : null;
}
function findShortness(text) {
	const whole = PREFIXES.admin.length + 116 + MARKER.length;
	return text.length < SHORTEST ? {
		kind: "cut-off",
		length: text.length,
		whole
	} : null;
}
// src/settings/settings.ts
const DEFAULTS = {
	scan: "change",
	paths: "",
	exclude: "",
	"openai-admin-key": "",
	"openai-base-url": "https://api.openai.com/v1",
	"try-keys": "own",
	"on-leak": "report",
	grace: "1h",
	"hold-if-used-within": "0s",
	"contain-preexisting": "false",
	approved: "",
	"dry-run": "false",
	protect: "",
	"max-contained": "3",
	"fail-on": "leak",
	comment: "on-leak",
	detail: "auto",
	"ignore-file": ".github/openai-key-guard.yml",
	"report-file": "",
	"sarif-file": "",
	"audit-file": "",
	"github-token": "",
	doctor: "false"
};
function parseSettings(ask, { secretsWithheld = false, nameSetting = (name) => name } = {}) {
	const read = (name) => ask(name)?.trim() || DEFAULTS[name];
	const parse = (name, parser) => parser(nameSetting(name), read(name));
	const adminKey = parseAdminKey(ask("openai-admin-key") ?? "", nameSetting("openai-admin-key"));
	const policy = parsePolicy(parse, adminKey);
	if (policy.onLeak !== "report" && !adminKey && !secretsWithheld) {
		const [onLeak, needed] = [nameSetting("on-leak"), nameSetting("openai-admin-key")];
		throw new UsageError(describeMissingAdminKey(onLeak, policy.onLeak, needed));
	}
	const scan = parse("scan", takeWord([
		"change",
		"history",
		"files"
	]));
	const paths = parseLines(read("paths"));
	if (scan === "files" && paths.length === 0) throw new UsageError(describeMissingPaths(nameSetting("scan"), nameSetting("paths")));
	return {
		scan,
		paths,
		exclude: parseLines(read("exclude")),
		adminKey,
		baseURL: parse("openai-base-url", parseBaseUrl),
		comment: parse("comment", takeWord(["on-leak", "never"])),
		detail: parse("detail", takeWord([
			"auto",
			"full",
			"minimal"
		])),
		ignoreFile: parse("ignore-file", parseRepositoryPath),
		reportFile: read("report-file") || null,
		sarifFile: read("sarif-file") || null,
		auditFile: read("audit-file") || null,
		githubToken: read("github-token") || null,
		doctor: parse("doctor", parseBoolean),
		policy
	};
}
function parsePolicy(parse, adminKey) {
	return {
		tryKeys: parse("try-keys", takeWord([
			"own",
			"all",
			"none"
		])),
		onLeak: parse("on-leak", takeWord(["report", ...CONTAINMENT_KINDS])),
		grace: parse("grace", parseGrace),
		holdIfUsedWithin: parse("hold-if-used-within", parseDuration),
		containPreexisting: parse("contain-preexisting", parseBoolean),
		approved: parse("approved", parseApproved),
		mustFindApproved: true,
		dryRun: parse("dry-run", parseBoolean),
		protect: parse("protect", (_, text) => parseLines(text)),
		maxContained: parse("max-contained", parseCount$1),
		failOn: parse("fail-on", takeWord([
			"leak",
			"active",
			"never"
		])),
		ownKey: adminKey?.fingerprint ?? null
	};
}
function takeWord(words) {
	return (name, text) => parseWord(name, text, words);
}
// src/messages/errors/files/output-files.ts
function describeOpenError(name, file, code) {
	return `${name} is ${quoteForMessage(file)}. ${explainOpenError(code)}`;
}
function explainOpenError(code) {
	switch (code) {
		case "ENOENT": return "Its folder does not exist. Create the folder first, or name a file in one that exists.";
		case "ENOTDIR": return "A part of this path is a file, not a folder. Name a file in a folder that exists.";
		case "EISDIR": return "This is a folder. Name a file in it.";
		case "ELOOP":
		case "EMLINK": return "This is a symbolic link, which is not followed. Name the file itself.";
		case "EACCES":
		case "EPERM":
		case "EROFS": return `This user may not write it (${code}). Name a file that this user may read and write.`;
		case "ENAMETOOLONG": return "This name is too long (ENAMETOOLONG). Use a shorter one.";
		case "ENXIO": return "This is a pipe or a socket that nobody reads (ENXIO). Start its reader first, or name a file.";
		default: return `It cannot be opened (${code}). Name a file that can be read and written.`;
	}
}
function describeLinkLoop(name, file) {
	return `${name} is ${quoteForMessage(file)}, whose symbolic links lead in a circle. Name the file itself.`;
}
function describeLinkInCheckout(name, file, link) {
	const [given, found] = [quoteForMessage(file), quoteForMessage(link)];
	if (given === found) return `${name} is ${given}, a symbolic link in the checkout. The change may have added it, so it is not followed. Name the file itself, or one outside of the checkout.`;
	return `${name} is ${given}, but ${found} is a symbolic link in the checkout. The change may have added it, so it is not followed. Name the file itself, or one outside of the checkout.`;
}
function describeSameFile(one, other, file) {
	return `${one} and ${other} are the same file, ${quoteForMessage(file)}. Name two different files.`;
}
// src/output-files/links.ts
const MAX_LINKS = 40;
async function resolveOutputPath(name, file, checkouts) {
	const { root } = parse(resolve(file));
	let folder = root;
	let rest = splitPath(resolve(file).slice(root.length));
	for (let links = 0; rest.length > 0;) {
		const [part = "", ...others] = rest;
		if (part === "proc" && folder === "/") return join(folder, ...rest);
		const path = join(folder, part);
		const target = part === ".." ? null : await readlink(path).catch(() => null);
		rest = others;
		if (target === null) {
			folder = path;
			continue;
		}
		if (await isPlanted(path, checkouts)) throw new UsageError(describeLinkInCheckout(name, file, path));
		links += 1;
		if (links > MAX_LINKS) throw new UsageError(describeLinkLoop(name, file));
		if (isAbsolute(target)) folder = parse(target).root;
		rest = [...splitPath(isAbsolute(target) ? target.slice(folder.length) : target), ...others];
	}
	return folder;
}
function splitPath(path) {
	return path.split(sep === "/" ? sep : /[/\\]/).filter((part) => part !== "" && part !== ".");
}
async function isPlanted(link, checkouts) {
	if (basename(link) === ".git") return false;
	const tops = await Promise.all(checkouts.map(identifyFolder));
	for (let here = dirname(link);; here = dirname(here)) {
		if (dirname(here) === here || basename(here) === ".git") return false;
		const id = await identifyFolder(here);
		if (id !== null && tops.includes(id)) return true;
	}
}
async function identifyFolder(folder) {
	const found = await stat(folder, { bigint: true }).catch(() => null);
	return found === null ? null : `${found.dev}:${found.ino}`;
}
async function findCheckout(folder) {
	for (let here = resolve(folder); dirname(here) !== here; here = dirname(here)) if (await stat(join(here, ".git")).catch(() => null) !== null) return here;
	return null;
}
// src/output-files/output-file.ts
const { O_WRONLY, O_TRUNC, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
const [openDescriptor, writeDescriptor, closeDescriptor] = [
	promisify(open),
	promisify(writeFile),
	promisify(close)
];
const IN_PLACE = /* @__PURE__ */ new Set([
	"EACCES",
	"EPERM",
	"EROFS",
	"EBUSY",
	"EXDEV",
	"ETXTBSY"
]);
var OutputFile = class OutputFile {
	name;
	file;
	#checkouts;
	#stream;
	identities;
	constructor({ name, file }, made) {
		this.name = name;
		this.file = file;
		this.#checkouts = made.checkouts;
		this.#stream = made.stream;
		this.identities = made.identities;
	}
	static async open(request, checkouts) {
		const { name, file } = request;
		try {
			if (/[/\\]$/.test(file)) throw Object.assign(/* @__PURE__ */ new Error("the path ends as that of a folder"), { code: "EISDIR" });
			const path = await resolveOutputPath(name, file, checkouts);
			const found = await stat(path, { bigint: true }).catch(ignoreMissing);
			const isStream = found !== null && isStreamAt(path, found);
			const stream = isStream ? await openStream(path) : null;
			if (!isStream) await tryToOpen(path, found);
			return new OutputFile(request, {
				checkouts,
				stream,
				identities: isStream ? [] : listIdentities(path, found)
			});
		} catch (error) {
			if (error instanceof UsageError) throw error;
			throw new UsageError(describeOpenError(name, file, getErrorCode(error)));
		}
	}
	async write(text) {
		if (this.#stream !== null) return await writeStream(this.#stream, text);
		const path = await resolveOutputPath(this.name, this.file, this.#checkouts);
		await replaceFile(path, text).catch(async (error) => {
			if (!IN_PLACE.has(getErrorCode(error))) throw error;
			await writeAndClose(await open$1(path, O_WRONLY | O_TRUNC | O_NOFOLLOW | O_NONBLOCK), text);
		});
	}
};
function refuseSameFile(files) {
	for (const [index, one] of files.entries()) {
		const other = files.slice(0, index).find(({ identities }) => identities.some((id) => one.identities.includes(id)));
		if (other === void 0) continue;
		throw new UsageError(describeSameFile(other.name, one.name, one.file));
	}
}
async function identifyOutput({ name, file }, checkouts) {
	const path = await resolveOutputPath(name, file, checkouts);
	const found = await stat(path, { bigint: true }).catch(() => null);
	return {
		name,
		file,
		identities: found !== null && isStreamAt(path, found) ? [] : listIdentities(path, found)
	};
}
function listIdentities(path, found) {
	return [path, ...found === null ? [] : [`${found.dev}:${found.ino}`]];
}
function isStreamAt(path, found) {
	return !found.isFile() && !found.isDirectory() || found.isFile() && path.startsWith("/proc/");
}
async function openStream(path) {
	const probe = await open$1(path, O_WRONLY | O_NONBLOCK);
	try {
		return await openDescriptor(path, O_WRONLY);
	} finally {
		await probe.close();
	}
}
async function writeStream(descriptor, text) {
	try {
		await writeDescriptor(descriptor, text);
	} finally {
		await closeDescriptor(descriptor);
	}
}
async function tryToOpen(path, found) {
	await (await open$1(path, found === null ? "wx" : O_WRONLY | O_NOFOLLOW | O_NONBLOCK)).close();
	if (found === null) await rm(path);
}
async function replaceFile(path, text) {
	const found = await stat(path, { bigint: true }).catch(ignoreMissing);
	const draft = join(dirname(path), `.key-guard-${randomUUID()}`);
	try {
		const handle = await open$1(draft, "wx", 438);
		try {
			if (found !== null) {
				await handle.chmod(Number(found.mode & 511n));
				await handle.chown(Number(found.uid), Number(found.gid));
			}
			await handle.writeFile(text);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(draft, path);
	} catch (error) {
		await rm(draft, { force: true }).catch(() => {});
		throw error;
	}
}
async function writeAndClose(handle, text) {
	try {
		await handle.writeFile(text);
	} finally {
		await handle.close();
	}
}
function ignoreMissing(error) {
	if (getErrorCode(error) === "ENOENT") return null;
	throw error;
}
// src/report/numbers.ts
function formatNumber(number) {
	return String(number).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}
function formatCount(number, noun) {
	return `${formatNumber(number)} ${noun}${number === 1 ? "" : "s"}`;
}
const MONTHS = [
	"Jan",
	"Feb",
	"Mar",
	"Apr",
	"May",
	"Jun",
	"Jul",
	"Aug",
	"Sep",
	"Oct",
	"Nov",
	"Dec"
];
function formatTime(at) {
	return isCalendarTime(at) ? `${formatDay(at)}, ${formatClock(at)}` : "an unknown time";
}
function formatTimeNear(at, now) {
	return now !== null && isCalendarTime(at) && isCalendarTime(now) && formatDay(at) === formatDay(now) ? formatClock(at) : formatTime(at);
}
function formatWhen(at, now) {
	const text = formatTimeNear(at, now);
	return text === formatTime(at) ? `on ${text}` : `at ${text}`;
}
function formatDay(at) {
	if (!isCalendarTime(at)) return "an unknown day";
	return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
}
function formatClock(at) {
	return `${at.toISOString().slice(11, 16)} UTC`;
}
function isCalendarTime(at) {
	const year = at?.getUTCFullYear() ?? NaN;
	return year >= 0 && year <= 9999;
}
function formatBytes(bytes) {
	if (bytes < 1024) return formatCount(bytes, "byte");
	const units = [
		"KB",
		"MB",
		"GB",
		"TB"
	];
	const power = Math.min(Math.floor(Math.log(bytes) / Math.log(1024)), units.length);
	const amount = bytes / 1024 ** power;
	return `${amount < 10 ? Math.round(amount * 10) / 10 : formatNumber(Math.round(amount))} ${units[power - 1]}`;
}
function formatDuration(milliseconds) {
	if (milliseconds < 1e3) return `${Math.round(milliseconds)} ms`;
	const seconds = milliseconds / 1e3;
	if (seconds < 60) return `${Math.round(seconds * 10) / 10} s`;
	return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}
const UNITS = [
	["day", 864e5],
	["hour", 36e5],
	["minute", 6e4]
];
function formatSpan(from, to) {
	const span = to.getTime() - from.getTime();
	const [unit, length] = UNITS.find(([, each]) => span >= each) ?? [];
	return unit === void 0 ? "under a minute" : formatCount(Math.floor(span / (length ?? 1)), unit);
}
function formatAgo(at, now) {
	return now === null || now < at ? `${formatWhen(at, now)}` : `${formatSpan(at, now).replace("under", "less than")} ago`;
}
function capitalize(text) {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
// src/report/evidence.ts
function getContainment({ outcome, earlier, validity }) {
	if (outcome.kind === "contained") return outcome;
	if (earlier === null) return null;
	const { kind: by, at, endsAt, scopesBefore, standing } = earlier;
	const stopped = by !== "quarantine" && validity.kind === "inactive";
	return {
		kind: "contained",
		by,
		verified: standing === "confirmed",
		stopped,
		at,
		endsAt,
		scopesBefore
	};
}
function findRestriction(finding) {
	const containment = getContainment(finding);
	return containment?.stopped === false ? containment : null;
}
function isOwnAdminKey({ outcome }) {
	return outcome.kind === "left" && outcome.because === "own-admin-key";
}
function isLiveAdminKey({ kind, validity }) {
	return kind === "admin" && validity.kind !== "inactive";
}
function mayWorkAgain({ validity }) {
	return validity.kind === "inactive" && (validity.because === "project-dormant" || validity.because === "account-deactivated");
}
function getLikeness({ possession, validity, outcome }) {
	if (possession === "proven" || possession === "proven-before" || isOwnAdminKey({ outcome })) return "ours";
	if (validity.kind === "inactive" && validity.because !== "refused") return "ours";
	return possession === "someone-else" || validity.kind === "inactive" ? "look-alike" : "unproven";
}
function isLookAlike(finding) {
	const { identity, validity } = finding;
	return identity.kind === "ours" && validity.kind === "inactive" && getLikeness(finding) === "look-alike";
}
// src/report/state.ts
const KEY_STATES = [
	"live",
	"waiting",
	"unconfirmed",
	"unsure",
	"stranger",
	"unchecked",
	"suspected",
	"expiring",
	"limited",
	"inactive",
	"fake",
	"resolved",
	"preexisting",
	"ignored"
];
function getState(finding) {
	if (isIgnored(finding)) return "ignored";
	if (isPreexisting(finding.sightings)) return "preexisting";
	if (finding.validity.kind === "inactive") {
		if (!isHarmful(finding)) return "resolved";
		return isLookAlike(finding) ? "fake" : "inactive";
	}
	return getRestrictedState(finding) ?? getOpenState(finding);
}
function getRestrictedState(finding) {
	switch (findRestriction(finding)?.by) {
		case "quarantine": return "limited";
		case "expire": return "expiring";
		case "revoke": return "unconfirmed";
		case void 0: return finding.outcome.kind === "already-gone" ? "unconfirmed" : null;
	}
}
function getOpenState({ kind, identity, possession, validity, outcome }) {
	if (outcome.kind === "left" && /^(?:awaiting-approval|not-approved)$/.test(outcome.because)) return "waiting";
	if (identity.kind === "foreign" || possession === "someone-else") return "stranger";
	if (validity.kind === "active") return "live";
	if (kind === "suspected") return "suspected";
	return identity.kind === "ours" || identity.kind === "ambiguous" ? "unsure" : "unchecked";
}
// src/report/json-finding.ts
function formatFinding(finding) {
	const { fingerprint, kind, confidence, mask, validity, impact, outcome, earlier, containable, ignored, blocks } = finding;
	const places = countPlaces(finding.sightings);
	return {
		fingerprint,
		state: getState(finding),
		kind,
		confidence,
		mask,
		sightings: finding.sightings.map(formatSighting),
		...places > finding.sightings.length ? { places } : {},
		identity: formatIdentity(finding.identity),
		possession: finding.possession,
		validity: {
			kind: validity.kind,
			because: validity.because
		},
		impact: impact && formatImpact(impact),
		decision: formatDecision(finding.decision),
		outcome: formatOutcome(outcome),
		earlier: earlier && formatEarlierAct(earlier),
		containable,
		ignored: ignored && {
			kind: ignored.kind,
			reason: ignored.reason,
			until: formatIsoDay(ignored.until)
		},
		blocks
	};
}
function formatSighting({ where, path, line, column, commit, author, at, encoding, member, inHead, preexisting }) {
	return {
		where,
		path,
		line,
		column,
		commit,
		author,
		at: formatIsoTime(at),
		encoding,
		member,
		inHead,
		preexisting
	};
}
function formatIdentity(identity) {
	switch (identity.kind) {
		case "ours": return {
			kind: identity.kind,
			record: formatRecord(identity.record),
			chance: identity.chance
		};
		case "ambiguous": return {
			kind: identity.kind,
			candidates: identity.candidates.map(formatRecord)
		};
		case "foreign": return { kind: identity.kind };
		case "unchecked": return {
			kind: identity.kind,
			because: identity.because
		};
		default: return identity;
	}
}
function formatRecord({ id, name, redacted, home, owner, createdAt, lastUsedAt, expiresAt }) {
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
		createdAt: formatIsoTime(createdAt),
		lastUsedAt: formatIsoTime(lastUsedAt),
		expiresAt: formatIsoTime(expiresAt)
	};
}
function formatImpact({ since, asOf, requests, inputTokens, outputTokens, cost, models, buckets, changes, createdBy, untold }) {
	return {
		since: formatIsoTime(since),
		asOf: formatIsoTime(asOf),
		requests,
		inputTokens,
		outputTokens,
		cost: cost && {
			value: cost.value,
			currency: cost.currency
		},
		models: models && models.map(({ model }) => model),
		byModel: models && models.map((use) => ({ ...use })),
		buckets: buckets && buckets.map(({ start, end, requests: number }) => ({
			start: formatIsoTime(start),
			end: formatIsoTime(end),
			requests: number
		})),
		changes: changes && changes.map(({ what, at: when, id, name }) => ({
			what,
			at: formatIsoTime(when),
			id,
			name
		})),
		createdBy: createdBy && {
			kind: createdBy.kind,
			id: createdBy.id,
			name: createdBy.name
		},
		untold: untold.map(({ source, because }) => ({
			source,
			because
		}))
	};
}
function formatDecision(decision) {
	switch (decision.kind) {
		case "leave": return {
			kind: decision.kind,
			because: decision.because
		};
		case "rehearse": return { kind: decision.act.kind };
		case "quarantine":
		case "expire":
		case "revoke": return { kind: decision.kind };
		default: return decision;
	}
}
function formatOutcome(outcome) {
	switch (outcome.kind) {
		case "contained": return {
			kind: outcome.kind,
			by: outcome.by,
			verified: outcome.verified,
			at: outcome.at.toISOString(),
			endsAt: formatIsoTime(outcome.endsAt),
			scopesBefore: outcome.scopesBefore
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
function formatEarlierAct({ kind, recordId, at, by, endsAt, knownFrom, standing }) {
	return {
		kind,
		record: recordId,
		at: formatIsoTime(at),
		by: by && {
			kind: by.kind,
			id: by.id,
			name: by.name
		},
		endsAt: formatIsoTime(endsAt),
		knownFrom,
		standing
	};
}
function formatIsoDay(at) {
	return formatIsoTime(at)?.slice(0, 10) ?? null;
}
function formatIsoTime(at) {
	return isCalendarTime(at) ? at.toISOString() : null;
}
// src/report/wording/key/places.ts
const ENCODED = {
	plain: null,
	base64: "in base64",
	hex: "in hex",
	"utf-16": "in UTF-16",
	"utf-32": "in UTF-32",
	"char-codes": "as character codes",
	reversed: "written backwards",
	rot13: "in ROT13",
	percent: "percent-encoded",
	split: "in pieces"
};
function shortenSha(sha) {
	return sha.slice(0, 7);
}
function sortPlaces(sightings) {
	return sightings.toSorted((a, b) => computeRank(a) - computeRank(b) || comparePlaces(a, b));
}
function comparePlaces(a, b) {
	const [one, other] = [a.path ?? "", b.path ?? ""];
	if (one !== other) return one < other ? -1 : 1;
	return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
function computeRank({ where, inHead, path, preexisting }) {
	const isText = path === null || where === "path" && parseRef(path) !== null;
	return (inHead ? 0 : 4) + (isText ? 2 : 0) + Number(preexisting);
}
function describePlace({ where, path, line, column, commit, member }) {
	const spot = [line, column].flatMap((number) => number === null ? [] : [`:${number}`]).join("");
	switch (where) {
		case "file":
		case "stdin": return `${path ?? (where === "stdin" ? "standard input" : "a file")}${member === null ? spot : ` › ${member}`}`;
		case "commit-message": return `${line === null ? "author line or note" : "message"} of commit ${commit === null ? "(unknown)" : shortenSha(commit)}${formatLine(line)}`;
		case "tag-message": return `message of a tag${formatLine(line)}`;
		case "path": return describeName(path);
		case "pull-request": return `text on GitHub${formatLine(line)}`;
		default: return where;
	}
}
function describeSeenIn(sorted) {
	const [first] = sorted;
	const count = countPlaces(sorted);
	const isInFile = first?.where === "file" && first.path !== null;
	return [...first === void 0 || isInFile && first.member === null ? [] : [`Found in ${isInFile ? "" : "the "}${describePlace(first)}.`], ...count > 1 ? [`Found in ${formatNumber(count)} places.`] : []];
}
function formatLine(line) {
	return line === null ? "" : `, line ${line}`;
}
function describeName(path) {
	const ref = path === null ? null : parseRef(path);
	return ref === null ? `name of ${path ?? "a file"}` : `name of the ${ref.kind} ${ref.name}`;
}
function parseRef(path) {
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
function listRemarks(sighting, change) {
	const { where, encoding, inHead, preexisting } = sighting;
	const encoded = ENCODED[encoding];
	return [
		...encoded === null ? [] : [encoded],
		...(where === "file" || where === "path") && !inHead ? [change === "history" ? "not on the current branch" : "since removed"] : [],
		...preexisting ? ["was here before"] : []
	];
}
// src/report/ranking.ts
function rankFindings(findings) {
	return findings.map((finding) => ({
		finding,
		rank: rankFinding(finding),
		place: sortPlaces(finding.sightings)[0]
	})).toSorted((a, b) => {
		const byRank = compareRanks(a.rank, b.rank);
		if (byRank !== 0) return byRank;
		return (a.place && b.place ? comparePlaces(a.place, b.place) : Number(!a.place) - Number(!b.place)) || (a.finding.fingerprint < b.finding.fingerprint ? -1 : 1);
	}).map(({ finding }) => finding);
}
function rankFinding(one) {
	const state = KEY_STATES.indexOf(getState(one));
	return [
		isOwnAdminKey(one) ? 0 : 1,
		isLiveAdminKey(one) ? 0 : 1,
		isKnownToMatter(one) ? 0 : 1,
		state,
		findRestriction(one) === null ? 0 : 1,
		one.kind === "admin" ? 0 : 1,
		[
			"active",
			"unknown",
			"inactive"
		].indexOf(one.validity.kind)
	];
}
function isKnownToMatter(one) {
	const { identity, outcome, validity } = one;
	const state = getState(one);
	if (state === "preexisting" || state === "ignored") return false;
	if (outcome.kind === "contained" || outcome.kind === "already-gone" || validity.kind === "active") return true;
	return identity.kind === "ours" ? getLikeness(one) !== "look-alike" : identity.kind === "unchecked" && identity.because === "contained-before";
}
function compareRanks(a, b) {
	const index = a.findIndex((value, at) => value !== b[at]);
	return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
// src/report/safe-json.ts
function formatSafeJson(value) {
	return `${JSON.stringify(value, (_, one) => typeof one === "string" ? redactKeys(one) : one, 2).replaceAll(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, (character) => character.replaceAll(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)).replaceAll("##[", "#\\u0023[")}\n`;
}
// src/report/json.ts
var json_exports = /* @__PURE__ */ __exportAll({ renderJson: () => renderJson });
const SCHEMA = "openai-key-guard/report/v1";
function renderJson(report, version) {
	return formatSafeJson(buildDocument(report, version));
}
function buildDocument(report, version) {
	const { change, coverage, silent, findings, gaps, unfinished, askedAs } = report;
	const { commits, blobs, bytes, texts, milliseconds } = coverage;
	return {
		schema: SCHEMA,
		tool: {
			name: "openai-key-guard",
			version
		},
		conclusion: conclude(report),
		counts: countStates(findings),
		change: formatChange(change),
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
		findings: rankFindings(findings).map(formatFinding),
		gaps: gaps.map(({ kind, detail }) => ({
			kind,
			detail
		})),
		askedAs,
		unfinished: unfinished.map(({ fingerprint, id, act, at }) => ({
			fingerprint,
			id,
			act,
			at: formatIsoTime(at)
		}))
	};
}
function countStates(findings) {
	const states = findings.map(getState);
	const counts = KEY_STATES.map((state) => [state, states.filter((one) => one === state).length]);
	return Object.fromEntries(counts);
}
function formatChange(change) {
	switch (change.kind) {
		case "range": return {
			kind: change.kind,
			base: change.base,
			head: change.head,
			...change.unpushed && { unpushed: true }
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
// src/messages/comment.ts
function describeDuplicate(url) {
	return `Two runs commented at the same moment. [The other comment](${url}) is the one that is kept up to date.`;
}
// src/github/comment/comment-state.ts
const HEAD = /^<!-- openai-key-guard:v1 head=([0-9a-f]{40,64})(?: job=([0-9a-f]{16}))? -->$/;
const CONTAINED = /^<!-- openai-key-guard:contained ([0-9a-f, ]*)(?: more=\d+)? -->$/;
const OPEN = /^<!-- openai-key-guard:open ([0-9a-f, ]*)(?: more=(\d{1,9}))? -->$/;
const LONGEST_BODY = 64e3;
const MOST_CONTAINED = 2400;
const MOST_OPEN = 400;
const FINGERPRINT = 17;
function computeTextRoom(contained) {
	return 63600 - (Math.min(contained, MOST_CONTAINED) + MOST_OPEN) * FINGERPRINT;
}
function formatBody({ head, job, contained, open, moreOpen = 0 }, text) {
	const kept = contained.slice(-2400);
	const shown = open.slice(0, MOST_OPEN);
	const hidden = [
		`<!-- openai-key-guard:v1 head=${head}${job === void 0 ? "" : ` job=${job}`} -->`,
		`<!-- openai-key-guard:contained ${kept.join(",")}${formatMore(contained.length - kept.length)} -->`,
		`<!-- openai-key-guard:open ${shown.join(",")}${formatMore(moreOpen + open.length - shown.length)} -->`
	].join("\n");
	return `${hidden}\n${clipPage(text, LONGEST_BODY - Buffer.byteLength(hidden) - 1)}`;
}
function mergeContained(remembered, contained) {
	const all = /* @__PURE__ */ new Set([...remembered, ...contained]);
	if (all.size <= MOST_CONTAINED) return [...all];
	const own = new Set(contained);
	return [...[...all].filter((fingerprint) => !own.has(fingerprint)), ...own];
}
function formatMore(count) {
	return count > 0 ? ` more=${count}` : "";
}
function clipPage(text, room) {
	const bytes = Buffer.from(text);
	if (bytes.length <= room) return text;
	const end = "\n\n</details>\n\n…";
	const clipped = bytes.subarray(0, Math.max(room - Buffer.byteLength(end), 0)).toString();
	const lines = clipped.slice(0, Math.max(clipped.lastIndexOf("\n"), 0));
	return `${lines}${lines.lastIndexOf("<details>") > lines.lastIndexOf("</details>") ? end : "\n\n…"}`;
}
function parseBody(body) {
	const [first = "", second = "", third = "", ...text] = trimBody(body).split("\n");
	const [, head, job] = HEAD.exec(first) ?? [];
	if (head === void 0) return null;
	const [, open, more] = OPEN.exec(third) ?? [];
	return {
		state: {
			head,
			...job === void 0 ? {} : { job },
			contained: parseFingerprints(CONTAINED.exec(second)?.[1]),
			open: parseFingerprints(open),
			moreOpen: more === void 0 ? void 0 : Number(more)
		},
		text: text.join("\n")
	};
}
function trimBody(body) {
	return body.replaceAll(/\r\n?/g, "\n").trimEnd();
}
function hasSameState(one, other) {
	const [first, second] = [one, other].map((body) => trimBody(body).split("\n", 3).join("\n"));
	return first === second;
}
const VOLATILE = [
	/\/actions\/runs\/\d+(?:\/attempts\/\d+)?/g,
	/(?:\b(?:at|on) )?\b\d{1,2} [A-Z][a-z]{2} \d{4}, (?=\d{2}:\d{2} UTC)|\bat (?=\d{2}:\d{2} UTC)/g,
	/(?<=\()\d{2}:\d{2} UTC(?=\)|; OpenAI counts)|(?<=Counted from \d{2}:\d{2} UTC to )\d{2}:\d{2} UTC/g,
	/(?:\d+ (?:minute|hour|day)s?|less than a minute) ago/g
];
function hasSameStory(one, other) {
	const [first, second] = [one, other].map((body) => VOLATILE.reduce((text, pattern) => text.replaceAll(pattern, ""), trimBody(body)));
	return first === second;
}
function formatPointer(url) {
	return `<!-- openai-key-guard:folded -->\n${describeDuplicate(url)}`;
}
function computeJobId(parts) {
	return computeFingerprint(JSON.stringify(parts));
}
function parseFingerprints(list) {
	return (list ?? "").match(/\b[0-9a-f]{16}\b/g) ?? [];
}
// src/github/account.ts
async function findLogins({ graphql, rest }, apiUrl) {
	const login = await parseLogin(async () => getObject(await graphql("query { viewer { login } }"), "viewer")) ?? await parseLogin(async () => getObject((await rest.users.getAuthenticated()).data));
	return login === null ? /\/api\/v1\/?$/.test(apiUrl) ? GITEA_BOTS : GITHUB_BOTS : [login.toLowerCase()];
}
const GITHUB_BOTS = ["github-actions[bot]"];
const GITEA_BOTS = ["gitea-actions", "forgejo-actions"];
async function parseLogin(ask) {
	try {
		return getText((await ask()).login);
	} catch {
		return null;
	}
}
// src/github/comment/comment-ledger.ts
function parseRecord(data) {
	const { id, html_url: url, body, user } = getObject({ data }, "data");
	const count = getCount(id);
	if (count === null) return null;
	const author = getText(getObject({ user }, "user")["login"])?.toLowerCase() ?? "";
	return {
		id: count,
		url: getText(url) ?? "",
		author,
		body: trimBody(getText(body) ?? "")
	};
}
var CommentLedger = class {
	#entries = /* @__PURE__ */ new Map();
	#gone = /* @__PURE__ */ new Set();
	#hasCaughtUp = true;
	get hasCaughtUp() {
		return this.#hasCaughtUp;
	}
	list() {
		return [...this.#entries.values()].flatMap(({ record: { id, url, body } }) => {
			const stored = parseBody(body);
			return stored ? [{
				id,
				url,
				body,
				...stored
			}] : [];
		}).toSorted((left, right) => left.id - right.id);
	}
	observeList(records) {
		const bodies = new Map(records.map(({ id, body }) => [id, body]));
		this.#hasCaughtUp = [...this.#entries].every(([id, { isOwn, past }]) => {
			const body = bodies.get(id);
			return !isOwn || body !== void 0 && !past.has(body);
		});
		for (const record of records) this.observe(record);
	}
	observe(record) {
		const known = this.#entries.get(record.id);
		if (known?.past.has(record.body) || this.#gone.has(record.id)) return;
		if (known) this.#replace(known, record);
		else this.#entries.set(record.id, {
			record,
			past: /* @__PURE__ */ new Set(),
			isOwn: false
		});
	}
	observeWrite(record) {
		const known = this.#entries.get(record.id) ?? {
			record,
			past: /* @__PURE__ */ new Set(),
			isOwn: true
		};
		known.isOwn = true;
		this.#entries.set(record.id, known);
		this.#replace(known, record);
	}
	forget(id) {
		this.#gone.add(id);
		this.#entries.delete(id);
	}
	#replace(entry, record) {
		if (entry.record.body !== record.body) entry.past.add(entry.record.body);
		entry.past.delete(record.body);
		entry.record = record;
	}
};
// src/github/comment/pull-comments.ts
const PAGE_SIZE = 100;
const MOST_PAGES = 100;
const LOOKS$1 = [
	0,
	1e3,
	3e3
];
const MOST_REREAD = 5;
var PullComments = class {
	#access;
	#pull;
	#pace;
	#ledger = new CommentLedger();
	#octokit = null;
	#logins = null;
	constructor(access, { owner, repo, number }, pace = {}) {
		this.#access = access;
		this.#pull = {
			owner,
			repo,
			number
		};
		this.#pace = pace;
	}
	get hasCaughtUp() {
		return this.#ledger.hasCaughtUp;
	}
	async list() {
		const [records, logins] = await Promise.all([this.#fetchAll(), this.#findLogins()]);
		this.#ledger.observeList(records.filter(({ author }) => logins.includes(author)));
		return this.#ledger.list();
	}
	async listFresh() {
		for (const { id } of (await this.list()).slice(0, MOST_REREAD)) await this.#reread(id);
		return this.#ledger.list();
	}
	async create(body) {
		const { rest } = await this.#connect();
		const { owner, repo, number } = this.#pull;
		try {
			const { data } = await rest.issues.createComment({
				owner,
				repo,
				issue_number: number,
				body
			});
			const record = parseRecord(data);
			if (!record) throw createShapeError();
			if (record.author !== "") this.#logins = Promise.resolve([record.author]);
			this.#ledger.observeWrite(record);
		} catch (error) {
			if (!isUncertain(parseFailure(error)) || !await this.#findUnconfirmed(body)) throw error;
		}
	}
	async update({ id, url }, body) {
		const { rest } = await this.#connect();
		const { owner, repo } = this.#pull;
		return await this.#unlessGone(id, async () => {
			const { data } = await rest.issues.updateComment({
				owner,
				repo,
				comment_id: id,
				body
			});
			const record = parseRecord(data);
			if (record?.id !== id || !hasSameState(record.body, body)) throw createShapeError();
			this.#ledger.observeWrite({
				...record,
				url
			});
		});
	}
	async remove({ id }) {
		const { rest } = await this.#connect();
		const { owner, repo } = this.#pull;
		await this.#unlessGone(id, async () => {
			await rest.issues.deleteComment({
				owner,
				repo,
				comment_id: id
			});
		});
		this.#ledger.forget(id);
	}
	async has({ id }) {
		return await this.#unlessGone(id, async () => {
			await this.#fetchOne(id);
		});
	}
	async findHead() {
		const { rest } = await this.#connect();
		const { owner, repo, number } = this.#pull;
		const { data } = await rest.pulls.get({
			owner,
			repo,
			pull_number: number
		});
		const head = getText(getObject(data, "head")["sha"]);
		if (head === null) throw createShapeError();
		return head;
	}
	async #fetchAll() {
		const { rest } = await this.#connect();
		const { owner, repo, number } = this.#pull;
		const records = /* @__PURE__ */ new Map();
		for (let page = 1; page <= MOST_PAGES; page += 1) {
			const query = {
				owner,
				repo,
				issue_number: number,
				per_page: PAGE_SIZE,
				page
			};
			const { data, headers } = await rest.issues.listComments(query);
			if (!Array.isArray(data)) throw createShapeError();
			const known = records.size;
			for (const record of data.flatMap((one) => parseRecord(one) ?? [])) records.set(record.id, record);
			if (data.length < PAGE_SIZE && !/rel="next"/.test(String(headers.link ?? "")) || records.size === known) break;
		}
		return [...records.values()];
	}
	async #reread(id) {
		try {
			this.#ledger.observe(await this.#fetchOne(id));
		} catch (error) {
			parseFailure(error);
		}
	}
	async #fetchOne(id) {
		const { rest } = await this.#connect();
		const { owner, repo } = this.#pull;
		const record = parseRecord((await rest.issues.getComment({
			owner,
			repo,
			comment_id: id
		})).data);
		if (record?.id !== id) throw createShapeError();
		return record;
	}
	async #unlessGone(id, action) {
		try {
			await action();
			return true;
		} catch (error) {
			if (parseFailure(error).kind !== "not-found") throw error;
			this.#ledger.forget(id);
			return false;
		}
	}
	async #findUnconfirmed(body) {
		const clock = this.#pace.clock ?? SYSTEM_CLOCK;
		for (const wait of LOOKS$1) {
			if (wait > 0) await clock.sleep(wait);
			const written = (await this.list().catch(() => [])).find((comment) => comment.body === trimBody(body));
			if (written) {
				this.#ledger.observeWrite({
					...written,
					author: ""
				});
				return true;
			}
		}
		return false;
	}
	#connect() {
		this.#octokit ??= createOctokit(this.#access, this.#pace);
		return this.#octokit;
	}
	#findLogins() {
		this.#logins ??= this.#connect().then(async (octokit) => await findLogins(octokit, this.#access.apiUrl));
		return this.#logins;
	}
};
// src/github/comment/sticky-comment.ts
const LOOKS = [
	0,
	1e3,
	2e3,
	4e3,
	8e3
];
const SETTLE = 1e3;
const MOST_TRIES = 3;
var StickyComment = class {
	#comments;
	#head;
	#job;
	#pace;
	#memoryFailure = null;
	#unsettled = null;
	constructor(access, pull, { job, ...pace } = {}) {
		this.#comments = new PullComments(access, pull, pace);
		this.#head = pull.head;
		this.#job = job;
		this.#pace = pace;
	}
	get memoryFailure() {
		return this.#memoryFailure;
	}
	async memory() {
		try {
			return new Set((await this.#comments.listFresh()).flatMap(({ state }) => state.contained));
		} catch (error) {
			this.#memoryFailure = parseFailure(error);
			return /* @__PURE__ */ new Set();
		}
	}
	async write(message) {
		try {
			const result = await this.#put(message, "first");
			const isWritten = result.kind !== "none" && result.kind !== "unchanged";
			this.#unsettled = isWritten ? {
				message,
				isNew: result.kind === "created"
			} : null;
			return result;
		} catch (error) {
			return {
				kind: "failed",
				failure: parseFailure(error)
			};
		}
	}
	async settle() {
		if (this.#unsettled === null) return;
		const { message, isNew } = this.#unsettled;
		this.#unsettled = null;
		const remembers = message.contained.length > 0;
		const clock = this.#pace.clock ?? SYSTEM_CLOCK;
		try {
			for (const wait of remembers ? [SETTLE, ...LOOKS.slice(1)] : LOOKS) {
				if (wait > 0) await clock.sleep(wait);
				const { kind } = await this.#put(message, "correction");
				if (kind !== "created" && kind !== "updated" && (this.#comments.hasCaughtUp || !(isNew || remembers))) return;
			}
		} catch (error) {
			parseFailure(error);
		}
	}
	async #put(message, round) {
		for (let tries = 1;; tries += 1) {
			const own = await this.#listOwn(round);
			const [kept, ...duplicates] = own;
			const contained = mergeContained(own.flatMap(({ state }) => state.contained), message.contained);
			if (!kept) {
				if (!message.mayCreate || round === "correction" && tries > 1) return { kind: "none" };
				await this.#comments.create(this.#renderBody(message, own, contained));
				return { kind: "created" };
			}
			const newer = await this.#findNewer(own);
			const standing = newer ?? (round === "correction" ? this.#findWritten(own) : void 0);
			const rendered = standing ? formatBody({
				...standing.state,
				contained
			}, standing.text) : this.#renderBody(message, own, contained);
			const body = hasSameStory(rendered, kept.body) ? kept.body : rendered;
			const isChanged = body !== kept.body || duplicates.length > 0;
			if (!await this.#updateAll(kept, body, duplicates) && tries < MOST_TRIES) continue;
			if (newer && (round === "first" || !isChanged)) return { kind: "superseded" };
			return { kind: isChanged ? "updated" : "unchanged" };
		}
	}
	async #listOwn(round) {
		const all = round === "first" ? await this.#comments.listFresh() : await this.#comments.list();
		const own = all.filter(({ state }) => state.job === this.#job);
		return own.length > 0 ? own : all.filter(({ state }) => state.job === void 0);
	}
	#findWritten(own) {
		return own.find(({ state }) => state.head === this.#head && state.job === this.#job);
	}
	async #findNewer(own) {
		const others = own.filter(({ state }) => state.head !== this.#head);
		if (others.length === 0) return void 0;
		const head = await this.#comments.findHead().catch(() => this.#head);
		return head === this.#head ? void 0 : others.find(({ state }) => state.head === head) ?? others[0];
	}
	#renderBody({ render }, own, contained) {
		const { text, open, moreOpen } = render(mergeStates(own), computeTextRoom(contained.length));
		const job = this.#job === void 0 ? {} : { job: this.#job };
		return formatBody({
			head: this.#head,
			...job,
			contained,
			open,
			moreOpen
		}, text);
	}
	async #updateAll(kept, body, duplicates) {
		if (!(body !== kept.body ? await this.#comments.update(kept, body) : duplicates.length === 0 || await this.#comments.has(kept))) return false;
		for (const duplicate of duplicates) await this.#removeDuplicate(duplicate, kept);
		return true;
	}
	async #removeDuplicate(duplicate, kept) {
		try {
			await this.#comments.remove(duplicate);
		} catch (error) {
			parseFailure(error);
			await this.#comments.update(duplicate, formatPointer(kept.url)).catch(() => false);
		}
	}
};
function mergeStates(own) {
	const [first] = own;
	if (!first) return null;
	const open = [...new Set(own.flatMap((one) => one.state.open))];
	return {
		...first.state,
		open,
		moreOpen: Math.max(...own.map(({ state }) => state.moreOpen ?? 0))
	};
}
// src/github/link.ts
function createLinks(repositoryUrl) {
	return ({ path, line, commit }) => {
		if (commit === null) return null;
		if (path === null) return `${repositoryUrl}/commit/${commit}`;
		return `${repositoryUrl}/blob/${commit}/${encodePathForUrl(path)}?plain=1${line === null ? "" : `#L${line}`}`;
	};
}
// src/github/message.ts
function isContained({ kind }) {
	return kind === "contained" || kind === "already-gone";
}
function chooseMessage(report, texts) {
	const { findings } = report;
	const conclusion = conclude(report);
	const open = findings.filter((finding) => isHarmful(finding) && finding.validity.kind !== "inactive").map(({ fingerprint }) => fingerprint);
	return {
		mayCreate: conclusion === "leaked",
		contained: findings.filter(({ outcome, earlier }) => earlier !== null || isContained(outcome)).map(({ fingerprint }) => fingerprint),
		render: (last, room) => {
			if (conclusion !== "clean" || findings.length > 0) return {
				text: texts.renderComment(room),
				open
			};
			const { open: left = [], moreOpen = 0 } = last ?? {};
			return {
				text: texts.renderGoneComment(left, moreOpen),
				open: left,
				moreOpen
			};
		}
	};
}
// src/report/wording/coverage.ts
const NO_KEYS_FOUND = "No OpenAI keys found";
const SECTIONS = {
	unfinished: "Begun by an earlier run, end unknown",
	gaps: "Not read",
	warnings: "Warnings"
};
function describeCleanTitle(reading) {
	return describeNothing(reading) ?? "No OpenAI keys found";
}
function describeNothing({ change, coverage }) {
	const { commits, blobs, bytes, texts, untouched } = coverage;
	if (commits + blobs + bytes + texts > 0) return change.kind === "stdin" && bytes === 0 ? `Nothing to scan: ${NOTHING_IN.stdin}` : null;
	if (untouched && untouched.changedFiles > 0) return `Nothing to scan: ${describeUntouched(untouched, change.kind)}`;
	if (change.kind === "texts") return `Nothing to scan: ${describeEmptyText(change.of)}`;
	if (change.kind !== "range") return `Nothing to scan: ${NOTHING_IN[change.kind]}`;
	const { name } = change;
	const nothing = `Nothing to scan: ${name?.text ?? "the range"} has no commits`;
	return name && name.chosenBy !== null ? `${nothing}. To scan every commit, run openai-key-guard scan --history` : nothing;
}
const NOTHING_IN = {
	history: "the repository has no commits",
	staged: "no file is staged",
	files: "no file was read",
	stdin: "standard input was empty"
};
function describeEmptyText(of) {
	return of === "a push" ? "the push has no new commits" : `${of} without text`;
}
function describeCoverage({ change, coverage }) {
	const { milliseconds, untouched } = coverage;
	const parts = [...untouched ? [describeUntouched({
		...untouched,
		globs: []
	}, change.kind)] : [], ...listAmounts({
		change,
		coverage
	})];
	return `${parts.length > 0 ? parts.join(", ") : "nothing to read"} in ${formatDuration(milliseconds)}`;
}
function describeNamedCoverage({ change, coverage }) {
	const { untouched, milliseconds } = coverage;
	const isNothing = describeNothing({
		change,
		coverage
	}) !== null;
	const parts = [...untouched && !isNothing ? [describeUntouched(untouched, change.kind)] : [], ...isNothing ? [] : listAmounts({
		change,
		coverage
	})];
	return [change.kind === "range" && change.name ? describeChoice$1(change.name.text, change.name.chosenBy) : null, parts.length > 0 ? `${parts.join(", ")} in ${formatDuration(milliseconds)}` : null].filter((part) => part !== null).join(": ");
}
function listAmounts({ change, coverage: { commits, blobs, bytes, texts } }) {
	return [
		...commits > 0 || change.kind === "range" ? [commits > 0 ? formatCount(commits, "commit") : "no new commits"] : [],
		...blobs > 0 ? [formatCount(blobs, change.kind === "files" ? "file" : "blob")] : [],
		...bytes > 0 ? [formatBytes(bytes)] : [],
		...texts > 0 ? [formatCount(texts, "text")] : []
	];
}
function describeUntouched({ globs, changedFiles }, kind) {
	const changed = kind === "staged" ? "staged" : "changed";
	const more = globs.length > 3 ? [...globs.slice(0, 2), `${globs.length - 2} other globs`] : globs;
	const where = globs.length === 0 ? "paths" : more.join(" or ");
	if (changedFiles === 1) return `the only ${changed} file is not under ${where}`;
	return `none of the ${formatCount(changedFiles, `${changed} file`)} is under ${where}`;
}
function describeChoice$1(range, choice) {
	switch (choice) {
		case null: return null;
		case "upstream": return range;
		case "remote-default":
		case "local-default": return `${range} (this branch has no upstream)`;
		case "all-commits": return `all commits of ${range} (there is no other branch to compare with)`;
		default: return choice;
	}
}
function describeScope({ coverage }) {
	const { commits, blobs, texts } = coverage;
	return [...commits > 0 ? [formatCount(commits, "commit")] : [], ...blobs > 0 ? [formatCount(blobs, "file")] : []].join(" and ") || (texts > 0 ? formatCount(texts, "text") : "what was read");
}
// src/report/terminal/look.ts
const STYLES = {
	bad: "red",
	warn: "yellow",
	good: "green",
	quiet: "dim"
};
const ASCII = {
	"✓": "ok",
	"✗": "x",
	"…": "...",
	"›": ">"
};
function paintTitle(text, tone, { paint }) {
	return paint(STYLES[tone], paint("bold", text));
}
function toShownSigns(text, { unicode }) {
	if (unicode) return text;
	return text.replaceAll(/[✓✗…·›]/g, (sign) => ASCII[sign] ?? "-").replaceAll(/[\u{80}-\u{10ffff}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
// src/report/terminal/one-line.ts
function isOneLine({ findings, gaps, unfinished }) {
	return findings.length + gaps.length + unfinished.length === 0;
}
function renderOneLine(report, look) {
	const coverage = escapePlain(describeNamedCoverage(report));
	const nothing = describeNothing(report);
	if (nothing === null) return renderVerdictLine(NO_KEYS_FOUND, coverage, look);
	const { paint } = look;
	return toShownSigns(`${paint("bold", `– ${escapePlain(nothing)}`)}${renderAside(coverage, look)}`, look);
}
function renderVerdictLine(title, coverage, look) {
	return toShownSigns(`${paintTitle(`✓ ${title}`, "good", look)}${renderAside(coverage, look)}`, look);
}
function renderAside(text, { paint }) {
	return text === "" ? "" : ` ${paint("dim", "·")} ${paint("dim", text)}`;
}
// src/messages/command-line/help.ts
const PROGRAM_HELP = {
	description: "Finds leaked OpenAI API keys in a change, tells you whose they are and whether they still work, and revokes them when you ask for it.",
	version: "Print the version.",
	help: "Print the flags of a command.",
	examples: [
		["scan", "scan the commits of this branch"],
		["scan --staged", "scan what you are about to commit"],
		["COMMAND --help", "print the flags of a command"]
	]
};
const EXIT_CODES_OF = {
	scan: "0 no key, or none that --fail-on names · 1 leaked · 2 not everything could be scanned, or wrong use.",
	other: "0 done · 2 not done, or wrong use."
};
const VARIABLES = {
	OPENAI_ADMIN_KEY: "An Admin API key of your organisation. It tells whose a key is, whether it works, and revokes it. Without it keys are found and reported. It is never a flag: everyone on the machine could read that.",
	NO_COLOR: "Print no colours, like --color never.",
	HTTPS_PROXY: "The proxy to reach OpenAI through. NO_PROXY lists the hosts to reach without it. Needs Node 24."
};
const HEADINGS = {
	read: "What to scan:",
	contain: "What to do with leaked keys:",
	report: "What to print:",
	where: "Where:",
	variables: "Variables:",
	exitCodes: "Exit codes:"
};
function describeChoice(description, words) {
	return `${description} One of ${words.join(", ")}. The default is ${words[0]}.`;
}
function describeList(description) {
	return `${description} May be repeated.`;
}
const SHARED_FLAGS = {
	repo: "A folder in the repository. The default is the current one.",
	ignoreFile: (preset) => `The file that lists keys and paths to ignore, read from the base of the change. The default is ${preset}.`,
	color: "When to print colours. With auto, a terminal gets them."
};
const CONTAINMENT_FLAGS = {
	onLeak: "What to do with a leaked key of yours that still works: only report it, take its permissions away (quarantine), let it expire after --grace, or revoke it.",
	grace: "With --on-leak expire: how long the key keeps working, such as 30m, 1h or 2d. The default is 1h.",
	hold: "Hold back keys that were used within this time: they wait for --approved. The default is 0s, which holds none back.",
	preexisting: "Also act on keys that were in the base already.",
	approved: "Act on this key only, because a person has looked at it.",
	yes: "Do not ask before acting on keys.",
	dryRun: "Say what would be done to keys, and do nothing.",
	tryKeys: "Which found keys to try with one read-only request: your own, all, or none.",
	protect: "Never act on this key, project or owner, given by id or name.",
	maxContained: "If more keys than this would be acted on, act on none. The default is 3.",
	auditFile: "Record each action in this file: one line before it and one after it.",
	baseUrl: "The address of OpenAI's API. The default is https://api.openai.com/v1."
};
const REPORT_FLAGS = {
	failOn: "What ends with exit code 1: any leak that can still do harm, only keys that may still work, or nothing.",
	detail: "How much to show. With auto, a terminal shows everything; elsewhere no names of projects, owners or keys are shown.",
	format: "The format of the report.",
	output: "Write the report to this file. - is standard output, which is the default.",
	quiet: "Print nothing when no key was found."
};
const SCAN_HELP = {
	summary: "Find leaked OpenAI keys in commits, files or text.",
	description: "RANGE is a range of commits, as git takes it: main..HEAD, main...HEAD, or main for main..HEAD. Without a range, scan reads the commits of HEAD that its upstream does not have. Without an upstream, it compares with the default branch.",
	staged: "Scan what is staged for the next commit.",
	pushed: "Scan what is pushed. For git's hooks pre-push and pre-receive, which say on standard input what that is.",
	history: "Scan all commits of all branches and tags.",
	unreachable: "With --history: also scan commits that no branch and no tag leads to any more.",
	files: "Scan files on disk that match the globs, as they are now. Without a glob, all files.",
	skipIgnored: "With --files: leave out files that .gitignore lists.",
	stdin: "Scan standard input.",
	stdinName: "With --stdin: what to call it in the report.",
	paths: "Scan only files that match this glob.",
	exclude: "Leave out files that match this glob.",
	writeBaseline: "With --history: add the keys that were found to the ignore file, except keys of yours that still work.",
	verbose: "Print every place of a key, and text that looks like a key but is none.",
	examples: [
		["scan", "scan the commits of this branch"],
		["scan main..HEAD", "scan what HEAD has and main does not"],
		["scan --staged", "scan what you are about to commit"],
		["scan --history --write-baseline", "scan everything once, and ignore what is known from then on"],
		["scan --files \"dist/**\"", "scan what a build wrote, before you publish it"],
		["scan main..HEAD --on-leak revoke --dry-run", "see what would be revoked"]
	]
};
const CONTAIN_HELP = {
	summary: "Act on the keys of a report: revoke them, or let them expire.",
	description: "REPORT is a report in JSON, from scan --format json --output report.json. It holds no key. The keys are found again in the same change, checked again, and only then acted on.",
	examples: [
		["contain report.json --on-leak revoke", "revoke the keys of a report"],
		["contain report.json --on-leak expire --grace 2h", "let them work for two more hours"],
		["contain report.json --on-leak revoke --approved 0123456789abcdef", "revoke this one only"]
	]
};
const COMPLETION_HELP = {
	summary: "Print a script that completes commands and flags in a shell.",
	description: "For bash, source the script. For zsh, save it as _openai-key-guard in a folder of fpath. For fish, save it as ~/.config/fish/completions/openai-key-guard.fish.",
	heads: {
		bash: "bash completion for openai-key-guard. In ~/.bashrc: source <(openai-key-guard completion bash)",
		zsh: "zsh completion for openai-key-guard. In a folder of fpath: openai-key-guard completion zsh > _openai-key-guard",
		fish: "fish completion for openai-key-guard. In ~/.config/fish/completions/openai-key-guard.fish"
	},
	examples: [["completion bash", "in ~/.bashrc: source <(openai-key-guard completion bash)"], ["completion zsh > ~/.zfunc/_openai-key-guard", "with fpath+=(~/.zfunc) before compinit in ~/.zshrc"]]
};
const DEMO_HELP = {
	summary: "Show what happens when a key leaks: on a real repository, with a small OpenAI and GitHub inside.",
	description: "It needs no account, and sends nothing to anybody.",
	examples: [["demo", "takes half a minute"]]
};
const SANDBOX_HELP = {
	summary: "Run a small OpenAI and GitHub on this machine, for tests.",
	description: "It prints their addresses, and the keys that work there. Stop it with Ctrl-C.",
	examples: [["sandbox", "in another terminal: scan with --openai-base-url"]]
};
// src/messages/errors/command-line/flags.ts
const ADMIN_KEY_AS_FLAG = "The Admin API key is never a flag: everyone on the machine could read it. Set the variable OPENAI_ADMIN_KEY instead.";
function describeTwoTargets(flags) {
	return `${flags.join(" and ")} cannot be combined. Choose one.`;
}
function describeUselessFlag(flag, needed) {
	return `${flag} does nothing without ${needed}. Add ${needed}, or leave ${flag} out.`;
}
function describeIgnoredFlag(flag, beside, instead) {
	return `${flag} does nothing with ${beside}. ${instead}`;
}
const INSTEAD = {
	globsOfFiles: "Write the globs after --files.",
	stream: "Standard input is one text without a path.",
	streamWithoutFile: "Standard input has no base with an ignore file."
};
function describeReportOnly(flag) {
	return `${flag} does nothing while keys are only reported. Add --on-leak quarantine, --on-leak expire or --on-leak revoke.`;
}
function describeNoRangeTaken(flag, word) {
	return `${flag} takes no range, but ${word} was given. Leave out one of the two.`;
}
function describeManyRanges(count) {
	return `scan takes one range, but ${count} words were given. Write a range as one word, such as main..HEAD.`;
}
function describeManyRemotes(count) {
	return `--pushed takes one remote, but ${count} were given.`;
}
const PUSHED_BY_HAND = "--pushed is for git's hooks, which say on standard input what is pushed. Install them with: openai-key-guard hook install";
const CANNOT_ASK = "Standard input is what is scanned, so you cannot be asked before keys are acted on. Add --yes.";
function describeForeignFlag(command, flag) {
	return `${command} has no flag ${flag}. Run openai-key-guard ${command} --help for its flags.`;
}
const CONTAIN_WITHOUT_ACTION = "contain needs to know what to do with the keys. Add --on-leak quarantine, --on-leak expire or --on-leak revoke.";
function describeUnknownApproved(fingerprint, hint) {
	return `--approved is ${fingerprint}, which is not in the report.${hint}`;
}
function describeUnreadableReport(file, code) {
	return `The report ${quoteForMessage(file)} cannot be read (${code}). Check that the file is there.`;
}
// src/messages/command-line/notices.ts
const INTERRUPTED = "Interrupted. The current key is finished, and no other key is touched.";
function describeKeysNotFound(missing, all) {
	return `${missing} of the ${all} keys in the report were not found again.`;
}
function describeWrittenReport(file) {
	return `Report written to ${file}`;
}
function describeLostOutput(code) {
	return `Standard output could not be written (${code}).`;
}
const OUTPUTS = {
	report: "The report",
	stdout: "Standard output"
};
// src/git/commits/pre-commit-framework.ts
function readPreCommitRequest(environment) {
	const variable = (name) => environment[`PRE_COMMIT_${name}`] || null;
	const [base, head, ref] = [
		variable("FROM_REF"),
		variable("TO_REF"),
		variable("REMOTE_BRANCH")
	];
	const after = head ?? variable("LOCAL_BRANCH");
	if (ref !== null && after !== null) return {
		kind: "push",
		update: {
			ref,
			before: base,
			after
		},
		remote: variable("REMOTE_NAME")
	};
	if (base !== null && head !== null) return {
		kind: "range",
		base,
		head
	};
	return environment["PRE_COMMIT"] && !environment["GIT_INDEX_FILE"] ? { kind: "run" } : null;
}
// src/targets/scan-target.ts
async function openScanTarget(target, context) {
	switch (target.kind) {
		case "stdin": return {
			...(await import("./sources.js").then((n) => n.stdin_exports)).openStdin(target),
			basePolicy: EMPTY_BASE_POLICY
		};
		case "files": return await openFilesTarget(target, context);
		case "staged": return await openStagedTarget(context);
		case "pushed": return await openPushedTarget(target, context);
		case "history": return await openHistoryTarget(target, context);
		case "commits": return await openCommits(target, context);
		case "range": return await openRangeTarget(target, context);
		default: return target;
	}
}
async function openFilesTarget({ globs, ignored }, context) {
	const { repo: root, environment } = context;
	const { openFiles } = await import("./sources.js").then((n) => n.files_exports);
	const basePolicy = await readBasePolicy(context, await readHeadVersions(context));
	return addBasePolicy(await openFiles({
		root,
		globs,
		exclude: [...context.exclude, ...basePolicy.exclude],
		ignored,
		environment
	}), basePolicy);
}
async function openStagedTarget(context) {
	const request = readPreCommitRequest(context.environment);
	if (request?.kind === "push") return await openPush("", null, context);
	if (request?.kind === "range") return await openPreCommitRange(request, context);
	const { repo, environment } = context;
	const { hasStagedChanges, openStaged } = await import("./sources.js").then((n) => n.staged_exports);
	if (request?.kind === "run" && !await hasStagedChanges({
		repo,
		environment
	})) return await openAllFiles(context);
	const { policy, includes } = await startBasePolicy(context, readHeadVersions(context));
	const opened = await openStaged({
		repo,
		environment,
		includes,
		paths: context.paths
	});
	requireMatches(opened.pathUse, context);
	return addBasePolicy(opened, await policy);
}
async function openPushedTarget({ stream, remote }, context) {
	const { text } = await import("node:stream/consumers");
	const lines = await text(stream);
	const request = lines === "" ? readPreCommitRequest(context.environment) : null;
	if (request?.kind === "range") return await openPreCommitRange(request, context);
	if (request?.kind === "run") return await openAllFiles(context);
	return await openPush(lines, remote, context);
}
async function openPush(lines, remote, context) {
	const { repo, environment } = context;
	const { openPushed } = await import("./sources.js").then((n) => n.pushed_exports);
	const { policy, includes } = await startBasePolicy(context, readHeadVersions(context));
	const opened = await openPushed({
		repo,
		environment,
		includes,
		lines,
		remote
	});
	const { change } = opened;
	if (change.kind === "range") await requireUsedPaths(context, async ({ checkPresentPaths }, git) => {
		return await checkPresentPaths(git, [change.head, "HEAD"], context.paths);
	});
	return addBasePolicy(opened, await policy);
}
async function openPreCommitRange({ base, head }, context) {
	return await openRangeTarget({
		kind: "range",
		range: `${base}..${head}`
	}, context);
}
async function openAllFiles(context) {
	return await openFilesTarget({
		kind: "files",
		globs: [],
		ignored: false
	}, context);
}
async function openHistoryTarget({ unreachable }, context) {
	const { repo, environment, progress } = context;
	const { openHistory } = await import("./history.js").then((n) => n.history_exports);
	const { policy, includes } = await startBasePolicy(context, readHeadVersions(context));
	await requireUsedPaths(context, async ({ checkPresentPaths }, git) => {
		return await checkPresentPaths(git, ["HEAD"], context.paths, { withHistory: true });
	});
	return addBasePolicy(await openHistory({
		repo,
		environment,
		includes,
		unreachable,
		progress
	}), await policy);
}
async function openRangeTarget({ range }, context) {
	await createPathFilter(context.paths, context.exclude);
	const { name, ...found } = range === null ? await findDefaultRange(context) : {
		...await parseCommitRange(range, context),
		name: {
			text: range.trim(),
			chosenBy: null
		}
	};
	const opened = await openCommits(found, context);
	return {
		...opened,
		change: {
			...opened.change,
			name
		}
	};
}
async function openCommits({ base, head }, context) {
	const { repo, environment, ignoreFile } = context;
	const { policy, includes } = await startBasePolicy(context, readFileVersionsAt({
		repo,
		environment
	}, {
		base,
		head
	}, ignoreFile));
	const pathUse = await requireUsedPaths(context, async ({ checkRangePaths }, git) => {
		return await checkRangePaths(git, {
			base,
			head
		}, context.paths);
	});
	const { change, source } = await openRange({
		repo,
		environment,
		base,
		head,
		includes
	});
	return addBasePolicy({
		change,
		source: pathUse ? addPathUse(source, pathUse) : source
	}, await policy);
}
async function requireUsedPaths(context, check) {
	const { repo, environment, paths } = context;
	if (paths.length === 0) return null;
	const git = new Git((await findRepository(repo)).gitDir, environment);
	const use = await check(await Promise.resolve().then(() => path_use_exports), git);
	requireMatches(use, context);
	return use;
}
function requireMatches({ unmatched }, { pathsName }) {
	if (unmatched.length > 0) throw new UsageError(describeUnmatchedPaths(pathsName, unmatched));
}
async function readHeadVersions({ repo, environment, ignoreFile }) {
	return await readFirstFileVersions({
		repo,
		environment
	}, ["HEAD"], ignoreFile);
}
// src/report/context.ts
const BARE_CONTEXT = {
	medium: "terminal",
	range: "range",
	now: null,
	runUrl: null,
	link: () => null
};
// src/messages/command-line/prompts.ts
function describeContainmentPrompt(keys) {
	return [
		`openai-key-guard is about to act on ${keys.length === 1 ? "this key" : `these ${keys.length} keys`}:`,
		...keys.map(({ mask, name, act }) => `  ${describeAct(act)}  ${mask}  ${name}`),
		...keys.some(({ act }) => act.kind === "revoke") ? ["A revoked key stops at once and cannot be restored. Whatever uses it fails until it has a new key."] : []
	];
}
const CONTAINMENT_QUESTION = "Go on? [y/N] ";
const DECLINED = "Nothing was done to any key.";
function describeKeyPlace(key, project) {
	return project === null ? key : `${key} in ${project}`;
}
function describeAct(act) {
	switch (act.kind) {
		case "revoke": return "revoke";
		case "quarantine": return "take all permissions from";
		case "expire": return `let expire in ${describeGrace(act.grace)}`;
		default: return act;
	}
}
function describeGrace(seconds) {
	const [size, unit] = [
		[86400, "d"],
		[3600, "h"],
		[60, "m"]
	].find(([one]) => seconds % one === 0) ?? [1, "s"];
	return `${seconds / size}${unit}`;
}
// src/messages/doctor/command.ts
const DOCTOR_SUMMARY = "Check the keys, the token, the repository and the network.";
const DOCTOR_DESCRIPTION = `${DOCTOR_SUMMARY}\n\nPrints one line for each check, with what to do. It only reads, and it never prints a key. Paste its output into a bug report.`;
const DOCTOR_EXIT_CODES = "0 no problem found · 1 a problem found · 2 nothing could be checked beyond this machine, or used wrongly.";
const DOCTOR_EXAMPLES = {
	plain: "what works here, and what does not",
	json: "the same for programs"
};
const DOCTOR_FORMAT = "How the checks are written.";
// src/messages/hooks.ts
const HOOK_HELP = {
	summary: "Scan before each commit and each push.",
	description: "Installs two git hooks in this repository: pre-commit scans what is staged, pre-push scans what is pushed. A hook that is there already is kept and runs first. uninstall removes both and puts back what was there before.",
	where: "Where:",
	install: "from now on",
	uninstall: "no longer"
};
function describeInstalledHook(hook, file, isUpdate) {
	return `${isUpdate ? "Updated" : "Installed"} the ${hook} hook: it scans what you ${hook === "pre-push" ? "push" : "commit"}. File: ${file}`;
}
function describeKeptHook(hook, file) {
	return `Your earlier ${hook} hook still runs, before ours. It is now ${file}`;
}
const HOOKS_EVERYWHERE = "core.hooksPath is set for all your repositories: the hooks run in every one of them.";
function describeHooksInWorkTree(folder) {
	return `${folder} is in the work tree. Do not commit the hooks: they name paths of this machine.`;
}
const HOOKS_RUN_CACHE = "The hooks run the copy in npx's cache, which npm may delete. Install openai-key-guard with npm install --global, then run openai-key-guard hook install again.";
function describeRemovedHook(hook, isRestored) {
	return `Removed the ${hook} hook.${isRestored ? " Your earlier hook is back." : ""}`;
}
function describeReplacedHook(hook, file) {
	return `The ${hook} hook is not ours any more, so it was not changed. The hook from before ours is ${file}`;
}
function describeNoHooks(folder) {
	return `No hook of openai-key-guard is installed in ${folder}.`;
}
const HOOK_MARK = "# Written by openai-key-guard; to remove it, run: openai-key-guard hook uninstall. Edits are overwritten.";
function describeMissingProgram(stopped, missing, self) {
	return [
		`openai-key-guard: ${stopped} stopped, it could not be scanned: ${missing} is missing.`,
		"  Install what is missing (Node or openai-key-guard), then run: openai-key-guard hook install",
		`  Skip once: git ${stopped} --no-verify. To remove the hook: delete ${self}`
	];
}
// src/messages/ignore-command.ts
const IGNORE_HELP = {
	summary: "Ignore a key: put its fingerprint into the ignore file.",
	description: "FINGERPRINT is the 16 hex digits that the report shows, never the key. The entry goes into .github/openai-key-guard.yml, which is created if it is missing. An earlier entry for the same key is replaced. The entry counts once it is on the base branch: a change cannot ignore its own keys. A key of yours that still works is reported anyway.",
	groups: {
		entry: "The entry:",
		file: "The file:"
	},
	reason: "Why this key may be ignored. Whoever reviews the file reads it.",
	until: "The last day, in UTC, on which the entry holds, such as 2027-01-31. Without it the entry never ends.",
	examples: {
		plain: ["ignore 0123456789abcdef --reason \"key of the public demo\"", "ignore this key"],
		until: ["ignore 0123456789abcdef --reason \"rotated on Friday\" --until 2027-01-31", "ignore it up to that day"]
	}
};
const FIELD_NAMES = {
	fingerprint: "The fingerprint",
	reason: "--reason",
	until: "--until"
};
const WHEN_IT_COUNTS = "It counts once it is on the base branch: a change cannot ignore its own keys.";
function describeIgnored(result, name, fingerprint, until) {
	const end = until === null ? "" : ` until the end of ${until}`;
	if (result === "unchanged") return `${name} has this entry already: ${fingerprint} is ignored${end}.`;
	return `${result === "created" ? "Created" : "Changed"} ${name}: ${fingerprint} is ignored${end}.`;
}
function describeBaseline(added, name) {
	if (added === 0) return `Nothing to add to ${name}.`;
	return `Added ${added === 1 ? "1 key" : `${added} keys`} to ${name}.`;
}
function describeLeftOut(count) {
	return count === 1 ? "1 key was left out: it is yours, and it may still work. Revoke it first." : `${count} keys were left out: they are yours, and they may still work. Revoke them first.`;
}
function describeBaselineReason(day) {
	return `here before ${day}`;
}
const FILE_HEAD = `# yaml-language-server: $schema=https://raw.githubusercontent.com/openai-key-guard/openai-key-guard/main/schema/ignore-file.v1.json
#
# The keys that openai-key-guard ignores. It reads this file from the base branch: an entry counts once it is merged.
# A key of yours that still works is reported anyway. You may add two more words: exclude (globs of paths to leave out)
# and protect (ids or names of keys, projects and owners that are never revoked automatically).
`;
// src/messages/errors/library.ts
function describeUnknownOption(what, name, hint) {
	return `There is no ${what} ${name}.${hint}`;
}
function describeWrongType(name, value, expected) {
	return `${name} is ${value}. It must be ${expected}.`;
}
function describeActionSetting(name) {
	return `The setting ${name} works in the Action only. Leave it out: scan() returns the report to its caller.`;
}
// src/messages/library-options.ts
const EXPECTED = {
	argument: "an object, such as { place, repo, settings }",
	signal: "an AbortSignal",
	settings: "an object, such as { \"dry-run\": \"true\" }",
	setting: "a string, as in a workflow",
	place: "an object, such as { kind: \"range\", range: \"main..HEAD\" }",
	text: "a string",
	textOrNull: "a string or null",
	flag: "true or false",
	globs: "an array of globs",
	stream: "a stream of bytes"
};
const SCAN_ARGUMENT = "the argument of scan()";
function describePlaceField(kind) {
	return `field of a place of kind ${kind}`;
}
export { ADMIN_KEY_AS_FLAG, ANCHORS, A_PUSH, ArchiveBudget, BARE_CONTEXT, BaseContents, BlobLocator, BufferedContainer, ByteInput, CANCELLED, CANCELLED_LATE, CANNOT_ASK, COMPLETION_HELP, CONTAINMENT_FLAGS, CONTAINMENT_KINDS, CONTAINMENT_QUESTION, CONTAIN_HELP, CONTAIN_WITHOUT_ACTION, CoverageCounter, DECLINED, DEFAULTS, DEMO_HELP, DOCTOR_DESCRIPTION, DOCTOR_EXAMPLES, DOCTOR_EXIT_CODES, DOCTOR_FORMAT, DOCTOR_SUMMARY, DUPLICATE_ENTRY, EMPTY_UNTIL, EXIT_CODES, EXIT_CODES_OF, EXPECTED, FAILURE_TITLE, FIELD_NAMES, FILES_CUT_SHORT, FILE_HEAD, GIT_NOT_FOUND, GZIP$1 as GZIP, GapCollector, Git, HEADINGS, HOLDS_A_KEY, HOOKS_EVERYWHERE, HOOKS_RUN_CACHE, HOOK_HELP, HOOK_MARK, IGNORE_HELP, INSTEAD, INTERRUPTED, IntroductionIndex, Introductions, KEY_STATES, LOCAL_SIGNATURE, LineIndex, MARKER, MEMBERS, NOTHING_IGNORED, NOTHING_TO_SCAN, NO_EVENT_FILE, NumberColumn, OUTPUTS, ObjectLocator, ObjectReader, ObjectTable, OutputFile, PNG_TEXT, PNG_UNICODE, PREFIXES, PROGRAM_HELP, PUSHED_BY_HAND, PositionReader, Positions, REPORT_FLAGS, RangeObjects, SANDBOX_HELP, SCAN_ARGUMENT, SCAN_HELP, SECTIONS, SHARED_FLAGS, STREAM_REACH, STYLES, SYSTEM_CLOCK, Secret, SightingList, StickyComment, UNNAMED, UnpackWarnings, UsageError, VARIABLES, VERSION, WHEN_IT_COUNTS, YAML_FAULTS, ZIP$1 as ZIP, addPathUse, buildGlobMatcher, capitalize, checkStagedPaths, chooseMessage, clipText, computeFingerprint, computeJobId, computeObjectId, concatSources, conclude, concludeRun, countPlaces, createAnchorSet, createDetector, createExclusionOnlyError, createGitError, createLazyRegistry, createLazySource, createLinks, createLocatorContext, createMissingCommitError, createOctokit, createSample, createUnreadScope, createWorld, decodePath, decodeText, describeAbsentFile, describeActionSetting, describeAdminKeyFault, describeBaseline, describeBaselineReason, describeBrokenList, describeBrokenStream, describeChoice, describeCleanTitle, describeContainmentPrompt, describeCoverage, describeCrash, describeEmptyItem, describeEntryFault, describeFileFault, describeForeignFlag, describeHooksInWorkTree, describeIgnored, describeIgnoredFlag, describeInaccessibleFile, describeInstalledHook, describeIrregularFile, describeKeptHook, describeKeyOutside, describeKeyPlace, describeKeysNotFound, describeLargeFile, describeLeftFolder, describeLeftOut, describeList, describeLostOutput, describeManyFingerprints, describeManyRanges, describeManyRemotes, describeMissingContent, describeMissingObjects, describeMissingProgram, describeMissingStaged, describeMisspeltInput, describeNamedCoverage, describeNoFields, describeNoHooks, describeNoList, describeNoRangeTaken, describeNoText, describeNoWorkTree, describeOpenError, describeOutsidePath, describePastDay, describePlace, describePlaceField, describeRemovedHook, describeReplacedHook, describeReportOnly, describeRunnerFile, describeScope, describeSeenIn, describeShallowHistory, describeSpecialFile, describeTooMuchOutside, describeTwoTargets, describeUnfinished, describeUnknownApproved, describeUnknownOption, describeUnknownWord, describeUnmatchedFiles, describeUnmatchedInput, describeUnreadablePath, describeUnreadableReport, describeUselessFlag, describeWrittenReport, describeWrongType, detect, encodePath, encodePathForUrl, escapeHref, escapeHtml, escapeMarkdown, escapePlain, escapeSummary, extractComplaint, extractHeaderTexts, findAdminKeyFault, findCheckout, findDefaultRange, findFirstSeen, findInTrees, findLocalContent, findLogins, findMisspelt, findNearest, findPackedPlace, findPackedText, findRepository, findServer, formatAddress, formatAgo, formatCode, formatCount, formatDay, formatDay$1, formatNumber, formatRevisions, formatSafeJson, formatSpan, formatTime, formatTimeNear, formatWhen, getContainment, getErrorCode, getLikeness, getObject, getState, getText, hasBytesAt, hasMarker, identifyArchive, identifyOutput, identifyWideText, isAncestor, isCalendarTime, isChoice, isClosedPipe, isFailure, isFullObjectId, isGzipHeader, isIgnored, isLiveAdminKey, isLocalHeader, isLookAlike, isOneLine, isOwnAdminKey, isPreexisting, isUnread, json_exports, lendIterator, listEntries, listMissing, listRemarks, listenForErrors, matchIgnoreEntry, mayBeRedactedAs, mayBeShownAs, mayHideKey, mayHoldKey, mayWorkAgain, measureObjectId, nameObjectAt, nameObjectId, namePath, nameStagedFile, openAuditJournal, openContent, openEventTarget, openRange, openScanTarget, openTexts, paintTitle, parseBoolean, parseCpioHeader, parseEntry, parseEvent, parseFailure, parseGlobs, parsePointer, parseRedacted, parseRef, parseSettings, parseTarHeader, parseWord, quoteForMessage, quoteValue, rankFindings, readFileVersions, readFileVersionsAnywhere, readFirstFileVersions, readInBatches, readLocalHeader, readObjects, readPreCommitRequest, readPrefix, readSourcesId, readTextField, readThreeBytes, readVerifiedContent, redactKeys, refuseSameFile, renderJson, renderOneLine, renderVerdictLine, resolveCommits, resolveOutputPath, restrictPolicy, restrictReport, runSelfTest, scanChange, shortenSha, showInvisible, sortPlaces, splitAtTerminator, splitCommit, splitLines, splitLongNames, splitTokens, suggestNearest, toShownSigns, truncateName, writeChunk, writeTeddyTables, writeText };
