import "./rolldown-runtime.js";
import { ARCHIVE_FAULTS, KIND_WORDS, MARKER, MEMBERS, PLACEHOLDERS as PLACEHOLDERS$1, PREFIXES, Secret, TOO_MANY_PARTS, computeFingerprint, createPrefilter, describeOtherKey, describeUnopened, describeUnreadParts, identifyArchive, identifyWideText, isBoundary, isGuess, isKeyByte, isToken, isUnopened, isWordByte, readPrefix, readThreeBytes } from "./scan.js";
const brotliDecompressSync = (...args) => process.getBuiltinModule("node:zlib").brotliDecompressSync(...args);
const inflateRawSync = (...args) => process.getBuiltinModule("node:zlib").inflateRawSync(...args);
const unzipSync = (...args) => process.getBuiltinModule("node:zlib").unzipSync(...args);
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
// src/detect/keys/key-reading.ts
const MOST_ALTERNATIVES = 3;
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
		const isFull = classifyAlternative(one) !== "exact" && rivals.length >= MOST_ALTERNATIVES;
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
const [PLUS$1, HYPHEN, SLASH$1, EQUALS$1, UNDERSCORE] = [
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
	return byte === PLUS$1 || byte === SLASH$1;
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
const MOST_BEFORE$1 = 304;
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
// src/detect/tokens/json-web-token.ts
const OBJECT = "eyJ";
const CLAIMS_START = `.${OBJECT}`;
const LONGEST$2 = {
	header: 1e3,
	claims: 6e3,
	signature: 1100
};
const DOT = 46;
function findTokenAt(text, at) {
	const end = findEnd(text, at + 1, LONGEST$2.claims);
	countSteps(end - at);
	if (text[end] !== DOT) return null;
	const claims = decodeObject(text.toString("latin1", at + 1, end));
	if (claims === null) return null;
	const run = text.toString("latin1", findStart(text, at, LONGEST$2.header), at);
	const last = findEnd(text, end + 1, LONGEST$2.signature);
	countSteps(3 * (last - at) + run.length);
	const header = findHeader(run);
	if (header === null) return null;
	const signature = text.toString("latin1", end + 1, last);
	return {
		start: at - run.length + header.at,
		end: last,
		header: header.value,
		claims,
		signature
	};
}
function parseToken(text) {
	const [first = "", second = "", signature = "", ...more] = text.split(".");
	const [header, claims] = [decodeObject(first), decodeObject(second)];
	return header === null || claims === null || more.length > 0 ? null : {
		header,
		claims,
		signature
	};
}
function findHeader(run) {
	for (let at = run.indexOf(OBJECT), left = MOST_STARTS; at >= 0 && left > 0; at = run.indexOf(OBJECT, at + 1)) {
		const value = decodeObject(run.slice(at));
		if (typeof value?.["alg"] === "string") return {
			at,
			value
		};
		left -= 1;
	}
	return null;
}
const MOST_STARTS = 8;
function decodeObject(base64url) {
	if (!base64url.startsWith(OBJECT)) return null;
	try {
		const value = JSON.parse(Buffer.from(base64url, "base64url").toString());
		return isObject(value) ? value : null;
	} catch {
		return null;
	}
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function findStart(text, end, most) {
	let start = end;
	while (end - start < most && isKeyByte(text[start - 1])) start -= 1;
	return start;
}
function findEnd(text, start, most) {
	let end = start;
	while (end - start < most && isKeyByte(text[end])) end += 1;
	return end;
}
// src/detect/tokens/token-kinds.ts
const AGENT = {
	runtime: "agent_runtime_id",
	key: "agent_private_key",
	account: "account_id"
};
const LOGIN = "https://api.openai.com/auth";
function identifyClaims(claims) {
	const isFilled = (name) => typeof claims[name] === "string" && claims[name] !== "";
	if (Object.values(AGENT).filter(isFilled).length >= 2) return "agent-identity";
	return isObject(claims[LOGIN]) ? "chatgpt-login" : null;
}
function getAgentKey(claims) {
	const key = claims[AGENT.key];
	return typeof key === "string" && key !== "" ? key : null;
}
function getExpiry({ exp }) {
	if (typeof exp !== "number") return null;
	const at = /* @__PURE__ */ new Date(exp * 1e3);
	return Number.isNaN(at.getTime()) ? null : at;
}
// src/detect/tokens/token-placeholders.ts
const SHORTEST_SIGNATURE = 43;
const MOST = 86;
const KEY_END = 43;
function readRandomPart(text, kind) {
	if (kind === "codex-access-token") {
		const body = text.slice(3);
		return isSpelled(body) ? null : body.slice(0, MOST);
	}
	const token = parseToken(text);
	const key = token && kind === "agent-identity" ? getAgentKey(token.claims)?.replaceAll(/[=\s]/g, "") : null;
	if (key) return key.length < KEY_END ? null : key.slice(-43);
	return token !== null && token.header["alg"] !== "none" && token.signature.length >= SHORTEST_SIGNATURE ? token.signature.slice(0, MOST) : null;
}
function isSpelled(body) {
	return body.split(/[-_.~+/=]+/).filter((part) => part !== "").every((part) => /^(?:[a-z]+|[A-Z]+|[A-Z][a-z]+|\d{1,4})$/.test(part)) && !/^[a-z]{22,}$/.test(body);
}
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
function classifyKey(text, confidence, kind = "suspected") {
	countSteps(STEPS_A_KEY$1);
	if (isPublished(text)) return {
		kind: "look-alike",
		what: PLACEHOLDERS$1.published,
		silent: "published-example"
	};
	const bodies = isToken(kind) ? readTokenBodies(text, kind) : readBodies(text);
	if (bodies === null) return {
		kind: "look-alike",
		what: PLACEHOLDERS$1.placeholder,
		silent: "placeholder"
	};
	const patterns = findPatterns(bodies).filter(({ bits }) => bits >= DOUBTFUL);
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
function readTokenBodies(text, kind) {
	const part = readRandomPart(text, kind);
	return part === null ? null : [part, ""];
}
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
const TOKEN$2 = /(?<![0-9A-Za-z])\^?[0-9a-f]{7,40}(?![0-9A-Za-z])|\d+|[ \t]+|[^]/g;
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
	const texts = Array.from(line.matchAll(TOKEN$2), ([text]) => text);
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
	const [real, escaped] = ENDS$1.map((end) => splitLines(text, end));
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
function splitLines(text, lineEnd) {
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
const LONGEST_PIECE = 1024;
function findPieceStart(text, end) {
	let start = end;
	while (end - start < LONGEST_PIECE && start > 0 && IN_PIECE.test(text[start - 1] ?? "")) start -= 1;
	return start < end && text[start - 1] === "\\" && /[nrt]/.test(text[start] ?? "") ? start + 1 : start;
}
function findPieceEnd(text, start) {
	let end = start;
	while (end - start < LONGEST_PIECE && end < text.length && IN_PIECE.test(text[end] ?? "")) end += 1;
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
const LONGEST$1 = 1100;
function readLiteralAt(text, at, backslashes) {
	const top = Math.min(text.length, at + LONGEST$1);
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
	const bottom = Math.max(0, at - LONGEST$1);
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
const VALUE$1 = String.raw`[A-Za-z0-9+/_-]{1,400}={0,2}`;
const PAIR = new RegExp(String.raw`(?<![\w$.-])([\w$.-]{1,64})["'\])]?\s{0,16}(?:=>|[:+.&?]?=|:)\s{0,16}["']?${SLOT_PATTERN}?(${VALUE$1})(?=["'\s,;&|)]|$)`, "dg");
const ELEMENT = new RegExp(String.raw`<([\w.:-]{1,64})[^<>]{0,128}>\s*(${VALUE$1})\s*</`, "dg");
const ITEM = new RegExp(String.raw`^\s*(?:[-*+|>]\s*|\d{1,3}[.)]\s+)?()["']?(${VALUE$1})["']?\s*(?:[,;|\\]\s*)?$`, "dg");
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
	return start === at && count > 0 && text[at + count] === SLASH ? at + count : at;
}
function skipLineBreakBack(text, at) {
	let start = at;
	for (let isEnd = false; at - start < LONGEST_BREAK;) {
		const end = start;
		while (at - start < LONGEST_BREAK && isBlank$1(text[start - 1])) start -= 1;
		const length = measureLineEndBack(text, start);
		if (length === 0) {
			if (isEnd) return start;
			return end === at && text[at] === SLASH ? at - countBackslashesBack(text, at) : at;
		}
		isEnd = true;
		start -= length;
	}
	return at;
}
function measureLineEnd(text, at) {
	const count = countBackslashes(text, at);
	const byte = text[at + count];
	if (byte === LF$3) return count + 1;
	if (byte === CR$1) return count + (text[at + count + 1] === LF$3 ? 2 : 1);
	return count > 0 && isLineLetter(byte) ? count + 1 : 0;
}
function measureLineEndBack(text, at) {
	const byte = text[at - 1];
	const length = byte === LF$3 && text[at - 2] === CR$1 ? 2 : 1;
	const count = countBackslashesBack(text, at - length);
	if (byte === LF$3 || byte === CR$1) return length + count;
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
const [LF$3, CR$1, SLASH, BACKSLASH$3] = [
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
const ESCAPE = /%(?:25){0,3}([0-9A-Fa-f]{2})|\\{1,8}x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,6})\})|\\{1,8}u(?:([0-9A-Fa-f]{4})|\{([0-9A-Fa-f]{1,6})\})|\\{1,4}U([0-9A-Fa-f]{8})|&#[xX]0{0,6}([0-9A-Fa-f]{1,6});?|&#0{0,6}([0-9]{1,7});?|\\{1,8}([0-3][0-7]{2})/y;
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
	ESCAPE.lastIndex = place;
	const match = ESCAPE.exec(text);
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
const DASHES = /^[\u2013-\u2015\u2e3a\u2e3b\ufe31\ufe32\ufe58]$/u;
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
	if (DASHES.test(character)) return dash$3;
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
const ENTITIES = new Map([
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
const SEQUENCE = new RegExp(SEQUENCES, "y");
function measureTerminalSequence(text, at) {
	SEQUENCE.lastIndex = at;
	return SEQUENCE.exec(text)?.[0].length ?? 0;
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
const NOTHING = /\\{1,2}[&:%| ](?=[-_A-Za-z0-9])|(?<=[-_])\\\/(?=[-_A-Za-z0-9])/y;
const NAMED = /\\{1,4}N\{([A-Z -]{4,32})\}/y;
function parseBackslash(text, at) {
	return match(SIGN, text, at, (sign) => sign === "-" ? escapedHyphen$1 : escapedUnderscore$1) ?? match(RTF_BYTE, text, at, (digits) => String.fromCharCode(Number.parseInt(digits, 16))) ?? match(COMMAND, text, at, (name) => COMMANDS.get(name) ?? null) ?? match(TROFF, text, at, () => /\W(?:hy|mi)/.test(text.slice(at, at + 4)) ? "-" : dash$1) ?? match(NAMED, text, at, (name) => UNICODE_NAMES.get(name) ?? null) ?? match(NOTHING, text, at, () => "");
}
const ENTITY = /&([A-Za-z]{2,24});/y;
function parseEntity(text, at) {
	return match(ENTITY, text, at, (name) => ENTITIES.get(name) ?? null);
}
const TAG = /<(?:!--|[/]?[A-Za-z])(?:[ !#-$'-;=?-[\]-z|~"\t]|%(?![0-9A-Fa-f]{2})|\\{1,8}["'/]){0,512}>/y;
const SHOWN_CODE = /<(?:U\+|0x)?([0-9A-Fa-f]{4,5}|[89A-Fa-f][0-9A-Fa-f])>/y;
function parseAngle(text, at) {
	return match(SHOWN_CODE, text, at, (digits) => {
		const code = Number.parseInt(digits, 16);
		return digits.length === 2 ? String.fromCharCode(code) : writeUtf8(code);
	}) ?? match(TAG, text, at, () => showTag(text.slice(at, at + LONGEST_NAME$2)));
}
const LONGEST_NAME$2 = 48;
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
	const lineStart = text.subarray(from, at).lastIndexOf(LF$2);
	const lineEnd = text.subarray(at, to).indexOf(LF$2);
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
const LF$2 = 10;
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
function listReadings(text, own) {
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
	const [from, to] = [Math.max(0, origin - MOST_BEFORE$1), Math.min(bytes.length, origin + MOST_AFTER)];
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
	const possible = text.lastIndexOf("s", own - first) < 0 ? [] : listReadings(text, own - first);
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
	while (first - width >= 0 && at - first < MOST_CHARACTERS * width && isText(read(first - width))) first -= width;
	const [parts, starts] = [[], []];
	let [isPlain, place] = [true, first];
	const top = Math.min(text.length - width, at + AHEAD$1 * width);
	for (; place <= top && isText(read(place)); place += width) {
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
function isText(code) {
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
	const [bottom, top] = [Math.max(0, at - width * MOST_BEFORE$1), Math.min(text.length, at + width * MOST_AFTER)];
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
function decodeBase64Around(text, at, group, before = MOST_BEFORE$1, after = MOST_AFTER) {
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
const [BEFORE_INNER, BEHIND_INNER] = [MOST_BEFORE$1, MOST_AFTER].map((bytes) => Math.ceil(bytes * 1.5));
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
	const outer = decodeBase64Around(text, at, WIDE[needle]?.group ?? 0, 2 * MOST_BEFORE$1, 2 * MOST_AFTER);
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
const TOKEN$1 = /[^\s,:|<>()[\]{};"'\x80-\xff-]+/g;
const HEX = /^(?:0x)?((?:[0-9A-Fa-f]{2}){1,8})$/i;
const MOST_APART$4 = 4;
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
	for (const { 0: token, index } of line.matchAll(TOKEN$1)) {
		const bytes = readGroup(token, start + index);
		const isNear = index - last <= MOST_APART$4 && !/:\s/.test(line.slice(last, index));
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
			code: BLANK,
			start: end,
			end
		});
		bytes.push({
			code: column.length === 1 ? column.charCodeAt(0) : BLANK,
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
const BLANK = 32;
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
const REACH$1 = 7168;
const AHEAD = 4 * REACH$1;
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
		const line = findLast(dump.starts, at);
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
	return dump.isCutBefore && at - start < REACH$1 / 2 || dump.isCutAfter && dump.end - at < REACH$1 / 2 ? null : dump;
}
function findLast(places, place) {
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
		const own = markers.slice(findLast(markers, first - LEAD) + 1, findLast(markers, last - 1) + 1);
		for (const marker of own.toSorted((a, b) => distance(a) - distance(b))) {
			const from = Math.max(0, marker - MOST_BEFORE$1);
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
const LEAD = MARKER_BYTES.length;
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
		if (place < 0 || place >= text.length || place > from.end + AHEAD || place < from.start - REACH$1) break;
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
	const after = text.subarray(at, at + LONGEST_LINE).indexOf(LF$1);
	if (after < 0 && at + LONGEST_LINE < text.length) return null;
	const bottom = Math.max(0, at - LONGEST_LINE);
	const before = text.subarray(bottom, at).lastIndexOf(LF$1);
	if (before < 0 && bottom > 0) return null;
	return {
		start: bottom + before + 1,
		end: after < 0 ? text.length : at + after
	};
}
const STEPS_A_CHARACTER = 5;
const LF$1 = 10;
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
	for (let start = at; numbers.length < MOST_BEFORE$1 && start > at - 8192 + LONGEST_NUMBER;) {
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
const [FIRST$3, SECOND$2] = [`${MARKER_BYTES[0]}`, `${MARKER_BYTES[1]}`];
const PAIRS = [0, 5].map((index) => [...MARKER_BYTES.subarray(index, index + 2)]);
const DECIMAL = {
	base: 10,
	most: 4
};
const FORMS = [
	[`${FIRST$3},${SECOND$2}`, 0],
	[`${FIRST$3}, ${SECOND$2}`, 0],
	[`${FIRST$3} ${SECOND$2}`, 0],
	[`${FIRST$3},\n`, 0],
	[`${FIRST$3},\r`, 0],
	[`(${FIRST$3})`, 1],
	[`]${FIRST$3}`, 1]
];
function read$5({ text, at, mayJoin }, needle) {
	const decoded = readNumberList(text, at + (FORMS[needle]?.[1] ?? 0), DECIMAL, [FIRST$3, SECOND$2]);
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
	read: read$5
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
function read$4({ text, at, mayJoin }, needle) {
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
	read: read$4
}];
// src/detect/encodings/hex.ts
const DIGITS = createAlphabet("0123456789abcdefABCDEF");
const text = (value) => Buffer.from(value, "latin1");
const lower = MARKER_BYTES.toString("hex");
const upper = lower.toUpperCase();
const BARE$1 = [
	text(lower.slice(0, 6)),
	text(lower.slice(8, 14)),
	text(upper.slice(8, 14))
];
function decodeHexAround(text, at, before = MOST_BEFORE$1, after = MOST_AFTER) {
	const { characters, index, placeOf } = readRunAround(text, at, DIGITS, 2 * before, 2 * after);
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
const [FIRST$2, SECOND$1] = [lower.slice(0, 2), lower.slice(2, 4)];
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
].map((separator) => text(`${FIRST$2}${separator}${SECOND$1}`));
const PREFIXED = text(`0x${FIRST$2}`);
function readParted({ text, at, mayJoin }, needle) {
	const decoded = readNumberList(text, needle < PARTED.length ? at : at + 2, BYTES, [FIRST$2, SECOND$1]);
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
const [ONE, TWO, THREE] = [
	0,
	1,
	2
].map((index) => MARKER_BYTES.toString("latin1", index, index + 1));
const QUOTED = [
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
const COLUMNS = [`${ONE}   ${TWO}`, `${TWO}   ${THREE}`];
const NEEDLES$2 = [
	...QUOTED.map((between) => ONE + between + TWO),
	...INDENTED.map((between) => ONE + between),
	...BARE.map((between) => ONE + between + TWO + between + THREE),
	...COLUMNS
];
const QUOTES$2 = /["']/;
function read$3({ text, at, mayJoin }, needle) {
	const decoded = needle >= NEEDLES$2.length - COLUMNS.length ? null : readNumberList(text, at, {
		base: "character",
		most: 1
	}, [ONE, TWO]);
	const list = decoded && readDecoded(decoded, "split", { mayJoin });
	return list?.key?.confidence === "certain" || QUOTES$2.test(NEEDLES$2[needle] ?? "") ? list : readDump(text, at) ?? list;
}
const CHARACTER_ANCHORS = [{
	needles: NEEDLES$2.map((needle) => Buffer.from(needle, "latin1")),
	read: read$3
}];
// src/detect/encodings/listings/value-frames.ts
const MOST_APART$3 = 2048;
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
const [LONGEST_NAME$1, MOST_BLANKS] = [40, 8];
function findLabel(text, start) {
	const sign = skipBlanksBack(text, skipBack(text, start - 1, BACKSLASH$1));
	const isArrow = text[sign - 1] === GREATER && text[sign - 2] === EQUALS;
	if (!isArrow && text[sign - 1] !== COLON && text[sign - 1] !== EQUALS) return start - 1;
	const close = skipBlanksBack(text, sign - (isArrow ? 2 : 1));
	const isQuoted = isQuote(text[close - 1]);
	const end = isQuoted ? skipBack(text, close - 1, BACKSLASH$1) : close;
	let [at, isWord] = [end, false];
	for (; end - at < LONGEST_NAME$1 && isNameByte(text[at - 1]); at -= 1) isWord ||= !isDigit(text[at - 1]);
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
				const found = findNext(text, label, from, end + MOST_APART$3);
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
				const found = findPrevious(text, label, until - last, start - MOST_APART$3);
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
	return close === null ? null : skipTo(text, close - 1, -1, LONGEST_NAME$1);
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
const close = (text) => QUOTES$1.flatMap((quote) => [...CLOSED.map((sign) => text + quote + sign), `${text}\\${quote}`]).concat(`${text}\\\\`);
const ENDS = Array.from({ length: MARKER.length - 1 }, (_, count) => MARKER.slice(0, count + 1)).slice(1).flatMap((head) => (head.length === 2 ? close(head) : [...QUOTES$1, "\\"].map((end) => head + end)).map((text) => cut(text, 0, 0)));
const STARTS$1 = QUOTES$1.flatMap((quote) => [...[
	...QUOTES$1,
	"\\",
	MARKER.slice(3, 4)
].map((end) => cut(quote + MARKER.slice(1, 3) + end, 1, 1)), ...[
	...QUOTES$1,
	"\\",
	MARKER.slice(4, 5)
].map((end) => cut(quote + MARKER.slice(2, 4) + end, 1, 2))]);
const ALONE = QUOTES$1.flatMap((quote) => close(quote + MARKER.slice(0, 1)).map((text) => cut(text, 1, 0)));
const HALF$1 = MARKER.length / 2;
const CUTS = [
	...ENDS,
	...STARTS$1,
	...ALONE,
	cut(MARKER.slice(HALF$1), 0, HALF$1)
];
function read$2(place, needle) {
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
	for (let [value, count] = [own, 0]; count < MOST_BEFORE$1 && (value === own || isPart(value));) {
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
	read: read$2
}];
// src/detect/encodings/mirrored.ts
function rotate13(byte) {
	const letter = byte | 32;
	if (letter < 97 || letter > 122) return byte;
	return letter < 110 ? byte + 13 : byte - 13;
}
function readRotated({ text, at, mayJoin }) {
	const start = Math.max(0, at - MOST_BEFORE$1);
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
	const [start, end] = [Math.max(0, at - MOST_AFTER), Math.min(text.length, at + MARKER_BYTES.length + MOST_BEFORE$1)];
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
const [FIRST$1, SECOND] = [MARKER_BYTES.subarray(0, HALF), MARKER_BYTES.subarray(HALF)];
const HALVES = [FIRST$1, SECOND];
function read$1(place, needle) {
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
	return readDump(text, at) ?? readPieces(place, FIRST$1, plain, readJoined) ?? chooseSurer(plain, shown);
}
function readHalf(place, isFirst) {
	const { text, at } = place;
	const shown = isFirst && isWordByte(text[at + HALF + countOfSecond(text, at + HALF)]) ? null : readShown(text, at, place);
	if (shown?.key?.confidence === "certain") return shown;
	const dump = readDump(text, at);
	if (dump) return dump;
	return ((isFirst ? isCutAfter(text, at + HALF) : isCutBefore(text, at)) ? readPieces(place, isFirst ? FIRST$1 : SECOND, shown, readJoined) : null) ?? shown;
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
	while (text[at - 1 - count] === FIRST$1[HALF - 1 - count]) count += 1;
	const before = at - 1 - count;
	return (text[before - 1] === 92 && (text[before] === 110 || text[before] === 114) || !isWordByte(text[before])) && isNear(text, at, FIRST$1.subarray(0, HALF - count));
}
const MOST_APART$2 = 1024;
function isNear(text, at, rest) {
	return text.subarray(Math.max(0, at - MOST_APART$2), at + MOST_APART$2).includes(rest);
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
const PLAIN_ANCHORS = [{
	needles: [...HALVES, ...BROKEN_NEEDLES],
	read: read$1
}];
// src/detect/tokens/claim-anchors.ts
const NEEDLE = Buffer.from(CLAIMS_START);
const ENCODED = encodeAtEachPhase(NEEDLE);
function readPlain({ text, at }) {
	return readToken({
		bytes: text,
		origin: at,
		rangeOf: (start, end) => ({
			start,
			end
		})
	}, at, "plain");
}
const REACH = 6144;
function readEncoded({ text, at }, needle) {
	const group = ENCODED[needle]?.group ?? 0;
	if (!decodeBase64Around(text, at, group, NEEDLE.length, 2 * NEEDLE.length).bytes.includes(NEEDLE)) return null;
	const decoded = decodeBase64Around(text, at, group, REACH, REACH);
	const place = decoded.bytes.indexOf(NEEDLE, Math.max(0, decoded.origin - 2));
	return place < 0 || place > decoded.origin + 2 ? null : readToken(decoded, place, "base64");
}
function readToken({ bytes, rangeOf }, at, encoding) {
	const token = findTokenAt(bytes, at);
	const kind = token && identifyClaims(token.claims);
	if (!token || !kind) return null;
	const text = bytes.toString("latin1", token.start, token.end);
	const range = rangeOf(token.start, token.end);
	const expiresAt = kind === "chatgpt-login" && !isRenewable(bytes, token) ? getExpiry(token.claims) : null;
	const expiry = expiresAt === null ? {} : { expiresAt };
	return {
		key: {
			text,
			kind,
			confidence: "certain",
			others: [],
			encoding,
			...range,
			...expiry
		},
		marker: [range]
	};
}
const MOST_APART$1 = 6e3;
const REFRESH_TOKEN = /refresh_?token\\?["']?\s*[:=]\s*\\?["']?[\w.~+/=-]{20}/i;
function isRenewable(bytes, { start, end }) {
	return REFRESH_TOKEN.test(bytes.toString("latin1", Math.max(0, start - MOST_APART$1), end + MOST_APART$1));
}
const CLAIM_ANCHORS = [{
	needles: [NEEDLE],
	read: readPlain
}, {
	needles: ENCODED.map(({ bytes }) => bytes),
	read: readEncoded
}];
// src/detect/tokens/place-anchors.ts
const PLACES = [
	{
		name: "CODEX_ACCESS_TOKEN",
		needle: "X_ACCESS_TOKEN",
		find: findValueAfter
	},
	{
		name: "codex-access-token",
		needle: "ex-access-token",
		find: findValueAfter
	},
	{
		name: "personal_access_token",
		needle: "l_access_token",
		find: findValueAfter
	},
	{
		name: "--with-access-token",
		needle: "h-access-token",
		find: findInput
	}
];
const SHORTEST$1 = 22;
const TOKEN = `at-[\\w.~+/=-]{${SHORTEST$1},600}`;
const VALUE = `(${TOKEN}|YXQt[A-Za-z0-9+/]{${SHORTEST$1},800}={0,2})`;
const AFTER_NAME = new RegExp(String.raw`^(?:[\s"'\x60)\],:=<>/\\]|(?<![A-Za-z])(?:value|string|default|key)(?![A-Za-z])){1,60}?${VALUE}`);
function findValueAfter(text, { end }) {
	return findIn(text, end, end + MOST_APART, AFTER_NAME);
}
const HERE = new RegExp(String.raw`^[^\n|;&<]{0,80}<<(?:<\s*["']?|-?\s*["']?\w+["']?[^\n]{0,80}\n\s*)${VALUE}`);
const PIPED = new RegExp(String.raw`(?:echo|printf|print|Write-Output)\s[^|\n]{0,80}?(?<![\w-])${VALUE}["']?\s*\|[^|\n]{0,80}codex\s+login\s+$`);
function findInput(text, { start, end }) {
	return findIn(text, Math.max(0, start - MOST_BEFORE), start, PIPED) ?? findIn(text, end, end + MOST_APART, HERE);
}
const MOST_APART = 1200;
const MOST_BEFORE = 1200;
function findIn(text, from, to, pattern) {
	const found = pattern.exec(text.toString("latin1", from, to));
	const [whole, value] = found ?? [];
	countSteps(STEPS_A_PLACE$1);
	if (found === null || whole === void 0 || value === void 0) return null;
	const start = from + found.index + whole.indexOf(value);
	return {
		start,
		end: start + value.length
	};
}
const STEPS_A_PLACE$1 = 400;
function read({ text, at }, needle) {
	const place = PLACES[needle];
	if (!place) return null;
	const end = at + place.needle.length;
	const start = end - place.name.length;
	if (start < 0 || text.toString("latin1", start, end) !== place.name || isKeyByte(text[end])) return null;
	const value = place.find(text, {
		start,
		end
	});
	return value && readValue(text.toString("latin1", value.start, value.end), value);
}
function readValue(value, range) {
	const isPlain = value.startsWith("at-");
	const text = (isPlain ? value : Buffer.from(value, "base64").toString("latin1").trim()).replace(/[.=~/+-]+$/, (end) => /^=+$/.test(end) ? end : "");
	if (!new RegExp(`^${TOKEN}$`).test(text)) return null;
	const end = isPlain ? range.start + text.length : range.end;
	return {
		key: {
			text,
			kind: "codex-access-token",
			confidence: "likely",
			others: [],
			encoding: isPlain ? "plain" : "base64",
			start: range.start,
			end
		},
		marker: [{
			start: range.start,
			end
		}]
	};
}
const PLACE_ANCHORS = [{
	needles: PLACES.map(({ needle }) => Buffer.from(needle)),
	read
}];
// src/detect/anchors.ts
const ANCHORS = [
	...PLAIN_ANCHORS,
	...ESCAPE_ANCHORS,
	...BASE64_ANCHORS,
	...HEX_ANCHORS,
	...CODE_ANCHORS,
	...CHARACTER_ANCHORS,
	...STREAM_ANCHORS,
	...WIDE_ANCHORS,
	...MIRRORED_ANCHORS,
	...CLAIM_ANCHORS,
	...PLACE_ANCHORS
];
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
// src/detect/prefilter/teddy-buckets.ts
const TEDDY_BUCKETS = [
	"654a79654a78654a7a654e6f654e71654e70644b63654e72654a77554573474a72",
	"f09d93f09d96f09d98f09d99f09d9af09d90f09d9154efb854e28054e28154c2ad540d0a5400ad540000545f0854e1a0f09d9756414156444e585f41f09d95504b0354cd8f564e4d57524554feff5400ff54000d54efbb54000b51414d",
	"3135332533432338342535342532353132343738443738355d3834283834333334333335273342223342efbcb434323347334f",
	"596d74266c742e6579554d30516c705655305558705a5570",
	"52656c62006b6b6f6c526172523070620000626b46",
	"483473fd377a4d53434e33714636554b4c5548536e4a466b",
	"547c33696130316638540933",
	"65782d757b35787b35736b2d6c684d736b5f237835",
	"5530307530303031313078317059545c38345c78355c7831303130755a58517a515757315c3038313037373830307835377abc5c3132",
	"36423654602c54332633202036433434323633332036323654222033312c366334366236",
	"682d616873716c74646c5f61",
	"5f546422545c27542722426c27426c2754222f546454085453445227545c225422225427545e5b54d89c565454",
	"35342c35342d3c6469356c6535343a38342037386437383935342038342c353433",
	"540a20540a2d541b28541b5b541b5d54207c540060542060542020542c2054335c54335e54333c54333d5433cd5433225433275433235433255433ef5433e15433e254331b543c63543c69543c6d543c62543c65545c65545c33543c21543c2f543c57543c73543c77545c22545c2d545c55545c5c545c75545c7854256554253154254354254554266154266c54262354265a54267254267354233054264954264e54220a54270a54272954272c54272e54272054272b54222b54222e54222954222c54001b540a3354200c54200d5433c2543b3354200b54267a54000c540033542c33542033543d43543d45543342545c305433d8",
	"6546376546366546346541466541456541475a55355a55465a45545a55596541486157453146386546353141596954587a5458554144754646",
	"756666556d464c6d56566b525a62581f8b08"
];
// src/detect/prefilter/teddy-tables.ts
const BUCKETS = 16;
const SHIFTS = [
	16,
	8,
	0
];
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
function buildTeddyTables(needles) {
	return Buffer.concat([buildNibbleTables(needles), buildHashBits(needles)]);
}
// src/detect/archives/buffered-container.ts
const BLOCK$2 = 1048576;
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
			const within = this.#size % BLOCK$2;
			if (within === 0) this.#blocks.push(Buffer.allocUnsafeSlow(BLOCK$2));
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
			const from = at % BLOCK$2;
			const count = Math.min(BLOCK$2 - from, last - at);
			const block = this.#blocks[Math.floor(at / BLOCK$2)];
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
			const end = Math.min(top, at - at % BLOCK$2 + BLOCK$2);
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
// src/detect/keys/exact-key.ts
const SHAPES = FAMILIES.flatMap(({ kind, prefix, lengths }) => lengths.map(([before, after]) => ({
	kind,
	prefix: Buffer.from(prefix, "latin1"),
	lead: prefix.length + before,
	length: prefix.length + before + MARKER.length + after,
	isShort: before === 20
})));
const LEADS = Uint16Array.from(new Set(SHAPES.map(({ lead }) => lead)));
const FIRST = 115;
function mayHaveStart(text, at) {
	for (const lead of LEADS) if (text[at - lead] === FIRST) return true;
	return false;
}
function findExactKey(text, at) {
	if (!mayHaveStart(text, at)) return null;
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
const LONGEST_PREFIX = 64;
const [LF, CR, PLUS, MINUS] = [
	10,
	13,
	43,
	45
];
function readLinePrefix(text, at) {
	let start = at;
	while (start > 0 && at - start < 256 && text[start - 1] !== LF && text[start - 1] !== CR) start -= 1;
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
	const start = text.subarray(from, at).lastIndexOf(LF) + from + 1;
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
const [SHORTEST, SHORTEST_HEX] = [64, 80];
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
		if (this.#count < (this.#coding === "hex" ? SHORTEST_HEX : SHORTEST)) return null;
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
		const as = classifyKey(own.text, own.confidence, own.kind);
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
		const as = classifyKey(reading.text, reading.confidence, reading.kind);
		return as.kind === "key" ? [{
			...reading,
			confidence: as.confidence
		}] : [];
	});
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
	extra: 16e7
};
const POOL = 96e7;
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
	const bytes = needles.map((needle) => needle.bytes);
	return {
		prefilter: createPrefilter(bytes, () => buildTeddyTables(bytes)),
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
const STEPS_A_RUN = 100;
const STEPS_A_KEY = 8e3;
const BLOCK$1 = 65536;
const NOWHERE = -1;
var Search = class {
	#anchors;
	#note;
	#window = new SlidingWindow(STREAM_REACH);
	#classifier;
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
	constructor(anchors, note, { steps = createUnlimitedSteps(), earns = false, memory = null, classifier = new ReadingClassifier() } = {}) {
		[this.#anchors, this.#note] = [anchors, note];
		[this.#steps, this.#earns, this.#memory, this.#classifier] = [
			steps,
			earns,
			memory,
			classifier
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
		this.#steps.spend(STEPS_A_NEEDLE);
		const place = findPackedPlace(window.bytes, at, needle);
		if (!place) return;
		this.#steps.spend(STEPS_A_RUN);
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
		this.#steps.spend(STEPS_A_NEEDLE);
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
		const expiry = key.expiresAt === void 0 ? {} : { expiresAt: key.expiresAt };
		if (as.type === "key") return {
			...as.key,
			...expiry,
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
	return (Math.floor(place / BLOCK$1) + 1) * BLOCK$1;
}
const RANK = {
	suspected: 1,
	likely: 2,
	certain: 3
};
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
			if ("container" in item) continue;
			const place = {
				offset: width * item.offset,
				length: width * item.length
			};
			if (!("secret" in item)) yield {
				...item,
				...place
			};
			else if (item.encoding !== "plain") {
				if (!this.#isKnown(item)) yield {
					...item,
					...place
				};
			} else if (isToken(item.kind)) yield {
				...item,
				...place,
				encoding: width === 2 ? "utf-16" : "utf-32"
			};
		}
	}
	#isKnown({ confidence }) {
		return listBlocks(this.#narrow.lastMarker, this.#text.width).some((block) => (this.#known.get(block) ?? 0) >= RANK[confidence]);
	}
};
const BLOCK = 16;
function listBlocks(marker, width) {
	return marker.flatMap(({ start, end }) => {
		const first = Math.floor(width * start / BLOCK);
		return Array.from({ length: Math.ceil(width * end / BLOCK) - first }, (_, index) => first + index);
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
// src/detect/blob-search.ts
const MOST_UNPACKED$1 = 268435456;
const MOST_NESTED = 8;
const MOST_REASONS = 20;
const MOST_WAITING = 1e3;
function createBlobSearch(otherVendors) {
	let anchors = null;
	const pool = new StepPool();
	const classifier = new ReadingClassifier();
	return (blob, note) => {
		anchors ??= createAnchorSet(ANCHORS, otherVendors);
		const budget = new UnpackBudget({
			bytes: MOST_UNPACKED$1,
			depth: MOST_NESTED
		});
		const steps = new StepBudget(pool);
		return findHits(blob.chunks, {
			anchors,
			classifier,
			budget,
			steps,
			earns: true,
			note: withoutRepeats(note)
		});
	};
}
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
function createSearch(start, { anchors, classifier, steps, earns, note }, memory) {
	const search = new Search(anchors, note, {
		steps,
		earns,
		memory,
		classifier
	});
	const wide = identifyWideText(start);
	const noteUnread = (noted) => noted.kind === "unread" && note(noted);
	return wide ? new WideSearch(search, new Search(anchors, noteUnread, {
		steps,
		classifier
	}), wide) : search;
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
// src/detect/name-search.ts
let anchors;
function findKeyRanges(bytes) {
	anchors ??= createAnchorSet(ANCHORS, false);
	const search = new Search(anchors, () => {});
	return [...search.add(bytes), ...search.rest()].flatMap((found) => {
		if ("container" in found || "archive" in found && !mayHoldKey(found)) return [];
		return [{
			start: found.offset,
			end: found.offset + found.length
		}];
	});
}
const MOST_UNPACKED = { maxOutputLength: 65536 };
const STREAMS = [
	unzipSync,
	inflateRawSync,
	brotliDecompressSync
];
function mayHoldKey({ archive, bytes }) {
	if (!isGuess(archive) && archive !== "gzip") return true;
	return STREAMS.some((unpack) => {
		try {
			return findKeyRanges(unpack(bytes, MOST_UNPACKED)).length > 0;
		} catch {
			return false;
		}
	});
}
// src/detect/screen/sample.ts
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
// src/detect/screen/self-test.ts
async function checkSample(detect) {
	const { blob, fingerprints } = createSample();
	const found = /* @__PURE__ */ new Set();
	for await (const { secret } of detect(blob, () => {})) found.add(secret.fingerprint);
	return {
		missed: fingerprints.filter((fingerprint) => !found.has(fingerprint)).length,
		all: fingerprints.length
	};
}
export { ANCHORS, ArchiveBudget, BufferedContainer, ByteInput, CONTEXT_LENGTH, GZIP$1 as GZIP, LOCAL_SIGNATURE, PNG_TEXT, PNG_UNICODE, STREAM_ANCHORS, STREAM_REACH, UnpackWarnings, ZIP$1 as ZIP, buildTeddyTables, checkSample, createAnchorSet, createBlobSearch, findKeyRanges, findPackedPlace, findPackedText, hasBytesAt, isGzipHeader, isLocalHeader, lendIterator, readLocalHeader, truncateName };
