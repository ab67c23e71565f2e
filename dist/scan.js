import { __exportAll, __toESM } from "./rolldown-runtime.js";
const createRequire = process.getBuiltinModule("node:module").createRequire;
const isUtf8 = process.getBuiltinModule("node:buffer").isUtf8;
const promisify = process.getBuiltinModule("node:util").promisify;
const styleText = process.getBuiltinModule("node:util").styleText;
const createHash = (...args) => process.getBuiltinModule("node:crypto").createHash(...args);
const randomUUID = (...args) => process.getBuiltinModule("node:crypto").randomUUID(...args);
const pathToFileURL = process.getBuiltinModule("node:url").pathToFileURL;
const close = process.getBuiltinModule("node:fs").close;
const constants = process.getBuiltinModule("node:fs").constants;
const createReadStream = process.getBuiltinModule("node:fs").createReadStream;
const fstatSync = process.getBuiltinModule("node:fs").fstatSync;
const open = process.getBuiltinModule("node:fs").open;
const readFileSync = process.getBuiltinModule("node:fs").readFileSync;
const readdirSync = process.getBuiltinModule("node:fs").readdirSync;
const statSync = process.getBuiltinModule("node:fs").statSync;
const writeFile = process.getBuiltinModule("node:fs").writeFile;
const writeFileSync = process.getBuiltinModule("node:fs").writeFileSync;
const spawn = process.getBuiltinModule("node:child_process").spawn;
const devNull = process.getBuiltinModule("node:os").devNull;
const basename = process.getBuiltinModule("node:path").basename;
const dirname = process.getBuiltinModule("node:path").dirname;
const isAbsolute = process.getBuiltinModule("node:path").isAbsolute;
const join = process.getBuiltinModule("node:path").join;
const parse = process.getBuiltinModule("node:path").parse;
const resolve = process.getBuiltinModule("node:path").resolve;
const sep = process.getBuiltinModule("node:path").sep;
const lstat = (...args) => process.getBuiltinModule("node:fs/promises").lstat(...args);
const open$1 = (...args) => process.getBuiltinModule("node:fs/promises").open(...args);
const readFile = (...args) => process.getBuiltinModule("node:fs/promises").readFile(...args);
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
const PREFIX = new RegExp(`^(?:sk-(?:(?:${KIND_WORDS})-)?|at-|eyJ)`);
function readPrefix(text) {
	return PREFIX.exec(text)?.[0] ?? "";
}
function hasMarker(text) {
	return text.includes(MARKER);
}
// \0stub:src/detect/name-search.ts
let late$16 = null;
const load$16 = () => late$16 ??= createRequire(import.meta.url)("./detector.js");
const findKeyRanges = (...args) => load$16().findKeyRanges(...args);
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
const LONGEST_NAME = 65536;
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
	if (name === 0 || name > LONGEST_NAME) return null;
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
		/^377abcaf271c00/
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
const NAMES = /* @__PURE__ */ new Set([
	...UNOPENED.map(([name]) => name),
	"LHA",
	"DMG"
]);
function isGuess(kind) {
	return kind === "zlib" || kind === "deflate" || kind === "brotli";
}
function isUnopened(kind) {
	return NAMES.has(kind);
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
// src/detect/prefilter/teddy.ts
const OUT = 8384;
const CAPACITY = 8192;
const TEXT = 41152;
const PIECE$1 = 131072;
const BLOCK = 16;
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
	constructor(tables) {
		if (!wasm) throw new Error("there is no WebAssembly here");
		const { exports } = new wasm.Instance(new wasm.Module(Buffer.from(TEDDY_CODE, "base64")));
		const { memory, findCandidates } = exports;
		memory.grow(Math.ceil(172256 / PAGE) - memory.buffer.byteLength / PAGE);
		new Uint8Array(memory.buffer).set(tables, 0);
		this.#findCandidates = findCandidates;
		this.#text = new Uint8Array(memory.buffer, TEXT, 131104);
		this.#found = new Int32Array(memory.buffer, OUT, CAPACITY);
	}
	*findCandidates(bytes, from, until) {
		for (let start = from; start < until; start += PIECE$1) for (const place of this.#searchPiece(bytes, start, Math.min(start + PIECE$1, until))) yield start + place;
	}
	#searchPiece(bytes, start, stop) {
		const length = Math.min(stop + 3, bytes.length) - start;
		const rounded = Math.ceil(length / BLOCK) * BLOCK;
		this.#text.set(bytes.subarray(start, start + length), 0);
		const places = [];
		for (let from = 0, count = CAPACITY; count === CAPACITY;) {
			count = this.#findCandidates(TEXT, rounded, from, OUT, CAPACITY);
			if (count === 0) return places;
			from = Math.floor(((this.#found[count - 1] ?? 0) + 2) / BLOCK) * BLOCK;
			const last = places.at(-1) ?? -1;
			for (let at = 0; at < count; at += 1) {
				const place = this.#found[at] ?? 0;
				if (place > last && place < stop - start) places.push(place);
			}
		}
		return places;
	}
};
// src/detect/prefilter/three-bytes.ts
function readThreeBytes(bytes, at) {
	return (bytes[at] ?? 0) << 16 | (bytes[at + 1] ?? 0) << 8 | (bytes[at + 2] ?? 0);
}
// src/detect/prefilter/prefilter.ts
function createPrefilter(needles, tables) {
	return isTeddySupported() ? createTeddyPrefilter(needles, tables) : createIndexOfPrefilter(needles);
}
function createTeddyPrefilter(needles, tables) {
	let byStart = null;
	let teddy = null;
	return { *findPlaces(bytes, from, until) {
		teddy ??= new Teddy(tables());
		for (const place of teddy.findCandidates(bytes, from, until)) {
			byStart ??= sortByStart(needles);
			if (byStart.get(readThreeBytes(bytes, place))?.some((needle) => isNeedleAt(needle, bytes, place))) yield place;
		}
	} };
}
function sortByStart(needles) {
	const byStart = /* @__PURE__ */ new Map();
	for (const needle of needles) {
		const start = readThreeBytes(needle, 0);
		const alike = byStart.get(start);
		if (alike) alike.push(needle);
		else byStart.set(start, [needle]);
	}
	return byStart;
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
// src/detect/screen/screen-tables.ts
const SCREEN_NEEDLES = Buffer.from("BFQzQmwDVDNCBFQzQiIEVDNCJwRUM0JcBVQzQmwiBVQzQmwnBVQzQmxcBlQzQmxiIgZUM0JsYicGVDNCbGJcB1QzQmxiayIHVDNCbGJrJwdUM0JsYmtcCFQzQmxia0YiCFQzQmxia0YnCFQzQmxia0ZcBGJrRkoEYmtGSgRUwq0zBFTCrcIEVMKt4gRUwq3vBFTCrRsEVMKtJgRUwq08BFTCrVwEVM2PMwRUzY/CBFTNj+IEVM2P7wRUzY8bBFTNjyYEVM2PPARUzY9cBFTYnDMEVNicwgRU2JziBFTYnO8EVNicGwRU2JwmBFTYnDwEVNicXARU4aCOBFTigIsEVOKAjARU4oCNBFTigI4EVOKAjwRU4oCqBFTigKsEVOKArARU4oCtBFTigK4EVOKBoARU4oGhBFTigaIEVOKBowRU4oGkBFTigaYEVOKBpwRU4oGoBFTigakEVO+4jgRU77iPBFTvu78EVBtbMARUG1sxBFQbWzIEVBtbMwRUG1s0BFQbWzUEVBtbNgRUG1s3BFQbWzgEVBtbOQRUG1ttBFQbW0sEVBtbPwRUG104BFQbKEIGVFxcdTAwBlRcXHUyMAVUXFx1ewZUXFx1ZmUGVFxcdUZFBlRcXHVkYgZUXFxVMDAFVFxceDEGVFxceGUyBlRcXHhFMgZUXFx4YWQGVFxceEFEBVRcXHh7BFRcXC0GVFxcMDMzBlRcXDM0MgZUXFwzMDIFVFx1MDAFVFx1MjAEVFx1ewVUXHVmZQVUXHVGRQVUXHVkYgVUXFUwMARUXHgxBVRceGUyBVRceEUyBVRceGFkBVRceEFEBFRceHsEVFwtMwRUXC3CBFRcLeIEVFwt7wRUXC0bBFRcLSYEVFwtPARUXC1cBVRcMDMzBVRcMzQyBVRcMzAyBVRcMzNbBFRcZVsEVF5bWwVUIzAzMwVUJnNoeQRUJiN4BFQmI1gEVCYjOARUJiMxBFQmIzYEVCYjMgVUJlplcgRUJnp3BlQmYW1wOwVUJmx0OwVUJmxybQVUJnJsbQVUJk5vQgVUJkludgVUPHdicgRUPHc6BVQ8V0JSBVQ8c3BhBVQ8c3RyBFQ8Yj4EVDxpPgRUPGVtBVQ8Y29kBVQ8bWFyBVQ8IS0tBFQ8L3MEVDwvYgRUPC9lBFQ8L2kEVDwvYwRUPC9tBVQ8L3c6BFQ8L3QEVDwvZgRUPC91C1Q8L3RkPjx0ZD4zD1Q8L3NwYW4+PHNwYW4+MwdUPC9saT4KB1Q8L3RkPgoLVDwvc3RyaW5nPgoFVCVFMiUFVCVFRiUFVCVlMiUEVCUxQgRUJTFiBVQlQzIlBVQ9RTI9BVQ9RUY9BVQ9QzI9BFQzwq0EVDPNjwRUM9icBVQz4aCOBVQz4oCLBVQz4oCMBVQz4oCNBVQz4oCOBVQz4oCPBVQz4oCqBVQz4oCrBVQz4oCsBVQz4oCtBVQz4oCuBVQz4oGgBVQz4oGhBVQz4oGiBVQz4oGjBVQz4oGkBVQz4oGmBVQz4oGnBVQz4oGoBVQz4oGpBVQz77iOBVQz77iPBVQz77u/BVQzG1swBVQzG1sxBVQzG1syBVQzG1szBVQzG1s0BVQzG1s1BVQzG1s2BVQzG1s3BVQzG1s4BVQzG1s5BVQzG1ttBVQzG1tLBVQzG1s/BVQzG104BVQzGyhCB1QzXFx1MDAHVDNcXHUyMAZUM1xcdXsHVDNcXHVmZQdUM1xcdUZFB1QzXFx1ZGIHVDNcXFUwMAZUM1xceDEHVDNcXHhlMgdUM1xceEUyB1QzXFx4YWQHVDNcXHhBRAZUM1xceHsFVDNcXC0HVDNcXDAzMwdUM1xcMzQyB1QzXFwzMDIGVDNcdTAwBlQzXHUyMAVUM1x1ewZUM1x1ZmUGVDNcdUZFBlQzXHVkYgZUM1xVMDAFVDNceDEGVDNceGUyBlQzXHhFMgZUM1x4YWQGVDNceEFEBVQzXHh7BFQzXC0GVDNcMDMzBlQzXDM0MgZUM1wzMDIFVDNcZVsGVDNcMzNbBFQzXCIEVDNcJwRUM1xcBVQzXltbBlQzIzAzMwZUMyZzaHkFVDMmI3gFVDMmI1gFVDMmIzgFVDMmIzEFVDMmIzYFVDMmIzIGVDMmWmVyBVQzJnp3B1QzJmFtcDsGVDMmbHQ7BlQzJmxybQZUMyZybG0GVDMmTm9CBlQzJkludgZUMzx3YnIGVDM8V0JSBlQzPHNwYQVUMzxiPgVUMzxpPgVUMzxlbQZUMzxzdHIGVDM8Y29kBlQzPG1hcgVUMzx3OgZUMzwhLS0FVDM8L3MFVDM8L2IFVDM8L2UFVDM8L2kFVDM8L2MFVDM8L20GVDM8L3c6BVQzPC90BVQzPC9mBVQzPC91BlQzJUUyJQZUMyVlMiUFVDMlMUIFVDMlMWIGVDMlQzIlBlQzJUVGJQZUMz1FMj0GVDM9QzI9BlQzPUVGPQRUCFQzBFRfCDME77y07wTwnZCTBPCdkYcE8J2RuwTwnZOjBPCdlb8E8J2WswTwnZenBPCdmJsE8J2ZjwTwnZqDBFx4NTQEeHs1NAV1MDA1NAR1ezU0BXVmZjM0BXVGRjM0CVUwMDAwMDA1NAMlNTQFJTI1NTQEI3g1NAQjODQ7BFwxMjQDXDg0BFwwODQFVkROQ2IFR0pyUmsFUXpRbXgFaWEwWksFVU0wSnMFWW10R1MGVmtST1EyBlpFVGtOaQZXUkU1RFkGUjBweVVtBmRLY2xKcgZIU25KU2EGVVhwUmJYBkY2VVcxNAZSZWxGdGUGYVdFd1drBmxoTUZwTAZwWVRCYVMGVlUwd1NuBlZOTUVwegZWVFRCS2MGV1cxMFIxBmx0ZEVkVAZaYlhSSFUHVkFBekFFSQdRQU13QkNBB1VBRE1BUWcGNTQzMzQyBzU0MzMgNDIGNjI2YjQ2BjYyNkI0Ngc2MjZjIDQ2CDYyNmM0MjMzBzYyNkMgNDYINjI2QzQyMzMFNTQgMzMHNTQgMzM0MgU1NDozMwU1NC0zMwU1NCwzMwY1NCwgMzMEMHg1NAUzMyA0MgczMzQyIDZjBzMzNDIgNkMHNDI2YyA2Mgc0MjZDIDYyBzMzNTQgNmMHMzM1NCA2Qwc2YzQyIDZiCDZjNDIzMzU0BzQyMzMgNjIGNDIzMzU0CDZiNjI2YzQyBzZDNDIgNkIINkM0MjMzNTQINkI2MjZDNDIFODQsNTEGODQsIDUxBDg0LAoEODQsDQU4NCA1MQY4NCAgNTEHODQgICA1MQQoODQpA104NAcxMjQgMDYzETAxMDEwMTAwIDAwMTEwMDExBzE1MyAxMDYRMDExMDEwMTEgMDEwMDAxMTAHMTA3ICA3MAgxMDcgICA3MAVUIiwiMwZUIiwgIjMEVCIsCgRUIiwNBVQnLCczBlQnLCAnMwdUJywgYiczBlQnLGInMwdUJywgTCczBlQnLEwnMwhUJywnXCcnMwRUJywKBFQnLA0FVGAsYDMGVGAsIGAzB1RcIixcIjMIVFwiLCBcIjMGVFwiLFxuBVQiICIzB1QiICsgIjMHVCIgJiAiMwVUIisiMwVUJysnMwdUJyArICczB1QnIC4gJzMFVCcuJzMFVCIuIjMDVAozBFQNCjMGVA0KLSAzBVQKLSAzB1QnKSsoJzMDVCcpA1QiCgNUJwoFVAogIC0DVCIpBVQgMyBCB1QgIDMgIEIFVCAgIDMFVCwzLEIHVCwgMywgQgVUCTMJQgVUfDN8QglUIHwgMyB8IEIFVDszO0IFMyAgIEIEVDMiLARUMyJ9BFQzIl0EVDMiKQRUMyIgBFQzIjsEVDMiKwRUMyJ8BFQzIi8EVDMiPgRUMyI8BFQzIi4EVDMiXARUMyIKBFQzIg0EVDMnLARUMyd9BFQzJ10EVDMnKQRUMycgBFQzJzsEVDMnKwRUMyd8BFQzJy8EVDMnPgRUMyc8BFQzJy4EVDMnXARUMycKBFQzJw0EIjNCIgQiM0InBCIzQlwEIjNCbAQiQmwiBCJCbCcEIkJsXAQiQmxiBCczQiIEJzNCJwQnM0JcBCczQmwEJ0JsIgQnQmwnBCdCbFwEJ0JsYgQiVCIsBCJUIn0EIlQiXQQiVCIpBCJUIiAEIlQiOwQiVCIrBCJUInwEIlQiLwQiVCI+BCJUIjwEIlQiLgQiVCJcBCJUIgoEIlQiDQQiVFwiBCJUXCcEIlRcXAQiVCcsBCJUJ30EIlQnXQQiVCcpBCJUJyAEIlQnOwQiVCcrBCJUJ3wEIlQnLwQiVCc+BCJUJzwEIlQnLgQiVCdcBCJUJwoEIlQnDQQnVCIsBCdUIn0EJ1QiXQQnVCIpBCdUIiAEJ1QiOwQnVCIrBCdUInwEJ1QiLwQnVCI+BCdUIjwEJ1QiLgQnVCJcBCdUIgoEJ1QiDQQnVFwiBCdUXCcEJ1RcXAQnVCcsBCdUJ30EJ1QnXQQnVCcpBCdUJyAEJ1QnOwQnVCcrBCdUJ3wEJ1QnLwQnVCc+BCdUJzwEJ1QnLgQnVCdcBCdUJwoEJ1QnDQdUADMAQgBsBlQAMwCtAAZUADMArQAGVAAzABsABlQAMwAbAAZUADMACyAGVAAzIAsABlQAMwAMIAZUADMgDAAGVAAzAA0gBlQAMyANAAZUADMAYCAGVAAzIGAABlQAMwD//gZUADP+/wAIVAAzAEIArQAIVAAzAEIArQAIVAAzAEIAGwAIVAAzAEIAGwAIVAAzAEIACyAIVAAzAEIgCwAIVAAzAEIADCAIVAAzAEIgDAAIVAAzAEIADSAIVAAzAEIgDQAIVAAzAEIAYCAIVAAzAEIgYAAIVAAzAEIA//4IVAAzAEL+/wAHYgBrAEYASgRUAK0ABFQArQAEVAAbAARUABsABFQACyAEVCALAARUAAwgBFQgDAAEVAANIARUIA0ABFQAYCAEVCBgAARUAP/+BFT+/wANVAAAADMAAABCAAAAbAhUAAAArQAAAAhUAAAArQAAAAhUAAAAGwAAAAhUAAAAGwAAAAhUAAAACyAAAAhUAAAgCwAAAAhUAAAADCAAAAhUAAAgDAAAAAhUAAAADSAAAAhUAAAgDQAAAAhUAAAAYCAAAAhUAAAgYAAAAAhUAAAA//4AAAhUAAD+/wAAAAxUAAAAMwAAAK0AAAAMVAAAADMAAACtAAAADFQAAAAzAAAAGwAAAAxUAAAAMwAAABsAAAAMVAAAADMAAAALIAAADFQAAAAzAAAgCwAAAAxUAAAAMwAAAAwgAAAMVAAAADMAACAMAAAADFQAAAAzAAAADSAAAAxUAAAAMwAAIA0AAAAMVAAAADMAAABgIAAADFQAAAAzAAAgYAAAAAxUAAAAMwAAAP/+AAAMVAAAADMAAP7/AAAAEFQAAAAzAAAAQgAAAK0AAAAQVAAAADMAAABCAAAArQAAABBUAAAAMwAAAEIAAAAbAAAAEFQAAAAzAAAAQgAAABsAAAAQVAAAADMAAABCAAAACyAAABBUAAAAMwAAAEIAACALAAAAEFQAAAAzAAAAQgAAAAwgAAAQVAAAADMAAABCAAAgDAAAABBUAAAAMwAAAEIAAAANIAAAEFQAAAAzAAAAQgAAIA0AAAAQVAAAADMAAABCAAAAYCAAABBUAAAAMwAAAEIAACBgAAAAEFQAAAAzAAAAQgAAAP/+AAAQVAAAADMAAABCAAD+/wAAAA1iAAAAawAAAEYAAABKCEpGa2JsQjNUCEczT3lveFNXBC5leUoFTG1WNVMENWxlVQV1WlhsSw5YX0FDQ0VTU19UT0tFTg9leC1hY2Nlc3MtdG9rZW4ObF9hY2Nlc3NfdG9rZW4OaC1hY2Nlc3MtdG9rZW4ESDRzSQVTRFJ6UwVVRXNEQgVLTFV2XwVLTFV2LwhfVGQ2V0ZvQQgvVGQ2V0ZvQQRRbHBvCE4zcThyeWNjCFVtRnlJUm9IA2VBRQNlQUYDZUFHA2VBSANlRjQDZUY1A2VGNgNlRjcDZUp3A2VKeANlSnkDZUp6A2VObwNlTnADZU5xA2VOcgRaVUZGBFpVRkcEWlVGSARaVUZJBFpVWTAEWlVZMQRaVVkyBFpVWTMEWlVwMwRaVXA0BFpVcDUEWlVwNgRaVTV2BFpVNXcEWlU1eARaVTV5BDc4MDEENzg1ZQQ3ODVFBDc4OWMENzg5QwQ3OGRhBDc4REEIPGRpYWdyYW0LJmx0O2RpYWdyYW0KJTNDZGlhZ3JhbQYxZjhiMDgGMUY4QjA4DFx4MWZceDhiXHgwOAxceDFGXHg4Qlx4MDgOMHgxZiwweDhiLDB4MDgQMHgxZiwgMHg4YiwgMHgwOA4weDFGLDB4OEIsMHgwOBAweDFGLCAweDhCLCAweDA4CTMxLDEzOSw4LAszMSwgMTM5LCA4LAozMSwtMTE3LDgsDDMxLCAtMTE3LCA4LARQSwMEAx+LCAR6VFh0BGlUWHQGN3q8ryccBlJhciEaBwb9N3pYWgAGMUFZJlNZCE1TQ0YAAAAABGhzcXMMa29seQAAAAQAAAIA", "base64");
const SCREEN_TABLES = Buffer.from("Ak4UhEeNKgemSCgwgCQoBAAAjEQlX9GAAAAAAAAABCISUgYkIh1gIIxAAZNsCgMSUgAANCsq2MAAAgAEAgACAlsjFWcMphIDQwsjMhCCIgcSAIDMtiAxOQICAgYAAAACAUEICirRihkUQMAAlQAAiACACFOA60TBAAAAAAAAAAAjQ6omXGDgYRkBIaAwpAgEKCAmM0ptkgWAAAAAAAgAADMlqTBfccJp4XAwKDswICCgIDpz4Om8JAAIAAEgICAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAEQAAAAAAAAAAAAAACAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAQCAAAAAAAAAAAFAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAAAAAAAABQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAQAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAAAAAAAAACAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAAAAAAAAAAMAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIAAAAAAAAAAAAAAAAABAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAAAAAQAAEAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAIAAAAAAAAAAAAAAAAEAACAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAABAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAgAAAAAAAAgAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAABQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIAAAAAAAAAAAAAAAAAAAAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAIAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAACAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAABAAAAAAEAAAEIAAAAAAAAAAAAAAAAAAAAAAAAAEABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAACAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAABAAAAAIAAAAAIAAAAAAAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAAAAAAQAACAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAEAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgACAAAAAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAEEAAAAAAAAAAAAAAAACAAAABAAAAAAAAAAAAAAAAAAAAAAAEAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAEAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAkAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAAAACAAQAAAAAAAAAAIAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAACAAAAAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIAAEAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEBAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAIAAAAAAABAAAgAAAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAIAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAEAAAAAAAAAAAAAAAAACAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "base64");
// src/detect/screen/screen.ts
const LONGEST_JOINED = 4194304;
let screen = null;
function isClear(chunks) {
	if (!Array.isArray(chunks)) return false;
	const all = chunks;
	const [only] = all;
	if (only === void 0) return true;
	if (all.length > 1 && all.reduce((sum, { length }) => sum + length, 0) > LONGEST_JOINED) return false;
	const bytes = all.length === 1 ? Buffer.from(only.buffer, only.byteOffset, only.length) : Buffer.concat(all);
	return identifyWideText(bytes) === null && identifyArchive(bytes.subarray(0, 512)) === null && !hasNeedle(bytes);
}
function hasNeedle(bytes) {
	screen ??= createScreen();
	for (const _ of screen.prefilter.findPlaces(bytes, 0, bytes.length)) return true;
	return false;
}
function checkScreen() {
	screen ??= createScreen();
	const { prefilter, needles } = screen;
	const places = new Set(prefilter.findPlaces(SCREEN_NEEDLES, 0, SCREEN_NEEDLES.length));
	let [missed, at] = [0, 0];
	for (const { length } of needles) {
		if (!places.has(at + 1)) missed += 1;
		at += 1 + length;
	}
	return {
		missed,
		all: needles.length
	};
}
function createScreen() {
	const needles = [];
	for (let at = 0; at < SCREEN_NEEDLES.length; at += 1 + (SCREEN_NEEDLES[at] ?? 0)) needles.push(SCREEN_NEEDLES.subarray(at + 1, at + 1 + (SCREEN_NEEDLES[at] ?? 0)));
	return {
		prefilter: createPrefilter(needles, () => SCREEN_TABLES),
		needles
	};
}
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
	if (!hasNeedle(bytes)) return [];
	const indexOf = (at) => bytes.toString("utf8", 0, at).length;
	return findKeyRanges(bytes).map(({ start, end }) => ({
		start: placeOf(indexOf(start)),
		end: placeOf(indexOf(end))
	}));
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
function findProvenEnd({ possession, validity, outcome, earlier }) {
	if (validity.kind !== "inactive") return null;
	if (validity.because === "project-dormant" || validity.because === "account-deactivated") return null;
	if (outcome.kind === "contained") return outcome.verified && outcome.stopped ? {
		by: "this-run",
		at: outcome.at
	} : null;
	if (earlier?.knownFrom === "audit-file" && earlier.kind !== "quarantine") return {
		by: "earlier-run",
		at: earlier.at
	};
	return possession === "proven" || possession === "proven-before" ? {
		by: "trial",
		at: null
	} : null;
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
const ABOUT_SETTINGS = /* @__PURE__ */ new Set([
	"ignore-file",
	"broken-ignore-file",
	"keys-file"
]);
function mayHideKey(gap) {
	if (!isUnread(gap) || ABOUT_FOUND_KEYS.has(gap.kind) || gap.cause === "lost-key") return false;
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
		places: [],
		rotation: finding.rotation && restrictLeakRotation(finding.rotation),
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
function restrictLeakRotation({ state, newKey, isUsed }) {
	const named = {
		newKey: newKey && {
			...newKey,
			name: ""
		},
		places: [],
		isUsed
	};
	if (!("failure" in state) || !("target" in state)) return {
		...named,
		state
	};
	const failure = state.failure.because === "moved" ? {
		...state.failure,
		to: ""
	} : state.failure;
	return {
		...named,
		state: {
			...state,
			target: {
				kind: "file",
				path: ""
			},
			failure
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
function selectRepository(findings, name) {
	return findings.flatMap((finding) => {
		const sightings = finding.sightings.filter(({ repository }) => repository === name).map(removeRepository);
		return sightings.length === 0 ? [] : [{
			...finding,
			sightings
		}];
	});
}
function removeRepository(sighting) {
	const { repository: _, ...rest } = sighting;
	return rest;
}
// src/domain/rotation.ts
function concludeRotation({ rotations, gaps, isDryRun }) {
	const kinds = new Set(rotations.map(({ state }) => state.kind));
	if (kinds.has("failed") || kinds.has("refused") || gaps.length > 0) return "failed";
	if (kinds.has("unfinished")) return "unfinished";
	if (rotations.length === 0) return "nothing-due";
	return isDryRun ? "planned" : "rotated";
}
// src/messages/quote.ts
function quoteForMessage(name) {
	return JSON.stringify(redactTokens(name));
}
const TOKENS = /\b(gh[opsur]_|github_pat_)[\w.-]{16,}|(https?:\/\/)[^\s/@"']+@/gi;
function redactTokens(text) {
	return text.replaceAll(TOKENS, (_, prefix, scheme) => prefix ? `${prefix}…` : `${scheme}…@`);
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
function chooseRotationExit(report) {
	const conclusion = concludeRotation(report);
	if (conclusion !== "failed" && conclusion !== "unfinished") return EXIT_CODES.clean;
	return report.rotations.some(({ state }) => {
		if (state.kind === "refused") return state.because !== "inventory-incomplete";
		return state.kind === "failed" || state.kind === "unfinished";
	}) ? EXIT_CODES.leaked : EXIT_CODES.incomplete;
}
function describeCrash(error) {
	if (error instanceof UsageError) return redactTokens(error.message);
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
// src/messages/names.ts
function namePath$1(path) {
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
			for (const piece of typeof text === "string" ? [text] : text) writeFileSync(stream.fd, piece);
			return null;
		}
		for (const piece of typeof text === "string" ? [text] : text) {
			const error = await new Promise((resolve) => void stream.write(piece, resolve));
			if (error) return getErrorCode(error);
		}
		return null;
	} catch (error) {
		return getErrorCode(error);
	}
}
// src/domain/candidate.ts
const TOKEN_KINDS = [
	"codex-access-token",
	"agent-identity",
	"chatgpt-login"
];
function isToken(kind) {
	return TOKEN_KINDS.includes(kind);
}
function isNoted(blob) {
	return "noted" in blob;
}
const SILENT_KINDS = [
	"published-example",
	"placeholder",
	"sequence",
	"repetition"
];
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
		alternatives,
		...hit.expiresAt && { expiresAt: hit.expiresAt }
	};
	const [surer, other] = GRADES.indexOf(confidence) > GRADES.indexOf(known.confidence) ? [hit, known] : [known, hit];
	return {
		secret: known.secret,
		kind: surer.kind,
		confidence: surer.confidence,
		alternatives: mergeReadings(surer.alternatives, other.alternatives),
		...known.expiresAt && hit.expiresAt && { expiresAt: known.expiresAt }
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
// src/domain/change.ts
function isUnpublished(change) {
	return change.kind === "staged" || change.kind === "range" && change.unpushed === true;
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
	#classify({ where, inHead, preexisting, spelling, repository = "" }) {
		if (spelling && !this.#spellings.has(spelling)) this.#spellings.set(spelling, this.#spellings.size);
		return `${where} ${inHead} ${preexisting} ${repository} ${spelling ? this.#spellings.get(spelling) : ""}`;
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
	return `The search missed ${missed} of ${all} built-in samples, so its result cannot be trusted.`;
}
function describeUnrecordedEnd(id) {
	return `The audit file lacks what became of ${id}: the line could not be written.`;
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
		foundAt: found.foundAt,
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
	foundAt = /* @__PURE__ */ new Map();
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
		this.#noteTime(hit);
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
	#noteTime({ secret, alternatives }) {
		const now = this.#world.clock.now();
		for (const { fingerprint } of [secret, ...alternatives.map((one) => one.secret)]) if (!this.foundAt.has(fingerprint)) this.foundAt.set(fingerprint, now);
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
		case "alert": return {
			where: "alert",
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
async function runSelfTest({ selfTest }) {
	const { missed, all } = await selfTest();
	return missed === 0 ? [] : [{
		kind: "self-test",
		detail: describeSelfTest(missed, all)
	}];
}
// \0stub:src/scan/finding.ts
let late$15 = null;
const load$15 = () => late$15 ??= createRequire(import.meta.url)("./findings.js");
const createFinding = (...args) => load$15().createFinding(...args);
// \0stub:src/scan/keys.ts
let late$14 = null;
const load$14 = () => late$14 ??= createRequire(import.meta.url)("./findings.js");
const judgeAndContain = (...args) => load$14().judgeAndContain(...args);
// src/domain/ignore-entry.ts
const A_DAY = 864e5;
function isPast({ until }, now) {
	return until !== null && now.getTime() >= until.getTime() + A_DAY;
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
// \0stub:src/settings/nearest.ts
let late$13 = null;
const load$13 = () => late$13 ??= createRequire(import.meta.url)("./findings.js");
const findNearest = (...args) => load$13().findNearest(...args);
const suggestNearest = (...args) => load$13().suggestNearest(...args);
const findMisspelt = (...args) => load$13().findMisspelt(...args);
// \0stub:src/messages/errors/command-line/settings.ts
let late$12 = null;
const load$12 = () => late$12 ??= createRequire(import.meta.url)("./findings.js");
const describeWrongWord = (...args) => load$12().describeWrongWord(...args);
const describeWrongBoolean = (...args) => load$12().describeWrongBoolean(...args);
const describeWrongCount = (...args) => load$12().describeWrongCount(...args);
const describeWrongDuration = (...args) => load$12().describeWrongDuration(...args);
const describeWrongGrace = (...args) => load$12().describeWrongGrace(...args);
const describeWrongApproved = (...args) => load$12().describeWrongApproved(...args);
const describeWrongPath = (...args) => load$12().describeWrongPath(...args);
const describeWrongUrl = (...args) => load$12().describeWrongUrl(...args);
const describeInsecureUrl = (...args) => load$12().describeInsecureUrl(...args);
const describeMissingAdminKey = (...args) => load$12().describeMissingAdminKey(...args);
const describeMissingPaths = (...args) => load$12().describeMissingPaths(...args);
const describeWrongNotifyUrl = (...args) => load$12().describeWrongNotifyUrl(...args);
const describeInsecureNotifyUrl = (...args) => load$12().describeInsecureNotifyUrl(...args);
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
function parseCount(name, value) {
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
	const redacted = redactKeys(redactTokens(value));
	const short = redacted.length > 60 ? `${redacted.slice(0, 60)}…` : redacted;
	return JSON.stringify(short.replaceAll(/sk-[\w-]{8,}/g, "sk-…")).replaceAll(/[\u007f-\u009f]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
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
	const hasKey = found.candidates.some(({ kind }) => !isToken(kind));
	const facts = found.candidates.length > 0 ? await lookUpFacts(world, hasKey) : null;
	const { inventory, ignores } = facts ?? NO_FACTS;
	const unmatched = checkEntries(policy, hasKey ? inventory : null, found.candidates);
	const hasWork = found.candidates.length + begun.length > 0;
	const entries = unmatched.entries;
	const handled = hasWork ? await judgeAndContain(found.candidates, {
		facts: facts ?? NO_FACTS,
		begun,
		policy,
		unmatched: entries
	}, world) : NOTHING_DONE;
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
		findings: handled.keys.map((key) => createFinding(key, {
			ignores: ignores.ignore,
			unmatched: entries,
			policy,
			started,
			ended,
			foundAt: found.foundAt,
			isPublished: !isUnpublished(change),
			findPushTime: world.findPushTime
		})),
		gaps: [
			unmatched.gaps,
			unseen,
			handled.gaps,
			inventory.gaps,
			unused
		].flat(),
		askedAs: inventory.organization,
		unfinished: handled.unfinished
	};
}
const NOTHING_DONE = {
	keys: [],
	gaps: [],
	unfinished: []
};
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
async function lookUpFacts({ registry, memory, journal, ignores }, hasKey) {
	const [inventory, remembered, recorded, entries] = await Promise.all([
		hasKey ? registry.inventory() : NO_FACTS.inventory,
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
// \0stub:src/detect/blob-search.ts
let late$11 = null;
const load$11 = () => late$11 ??= createRequire(import.meta.url)("./detector.js");
const createBlobSearch = (...args) => load$11().createBlobSearch(...args);
// src/detect/detect.ts
function createDetector({ otherVendors, onSearch = () => {} }) {
	let search = null;
	return (blob, note) => {
		if (isNoted(blob)) {
			for (const noted of blob.noted) note(noted);
			return NOTHING$1;
		}
		if (!otherVendors && isClear(blob.chunks)) return NOTHING$1;
		onSearch();
		search ??= createBlobSearch(otherVendors);
		return search(blob, note);
	};
}
const NOTHING$1 = { [Symbol.asyncIterator]: () => ({ next: async () => ({
	done: true,
	value: void 0
}) }) };
const detect = createDetector({ otherVendors: false });
// \0stub:src/detect/screen/self-test.ts
let late$10 = null;
const load$10 = () => late$10 ??= createRequire(import.meta.url)("./detector.js");
const checkSample = (...args) => load$10().checkSample(...args);
// src/domain/journal.ts
const NO_JOURNAL = {
	recorded: async () => /* @__PURE__ */ new Map(),
	unfinished: async () => [],
	unfinishedFixes: async () => [],
	begin: async () => {},
	end: async () => {},
	rotations: async () => [],
	noteRotation: async () => {}
};
// src/domain/keys-file.ts
const NO_KEYS_FILE = { keys: [] };
// src/domain/registry.ts
function createLazyRegistry(make) {
	let made;
	const real = () => {
		made ??= make();
		return made;
	};
	return {
		inventory: async () => await (await real()).inventory(),
		collectFacts: async (sources) => await (await real()).collectFacts(sources),
		impact: async (record, since) => await (await real()).impact(record, since),
		prove: async (secret, record, how) => await (await real()).prove(secret, record, how),
		probeScopes: async (secret) => await (await real()).probeScopes(secret),
		readHistory: async (record) => await (await real()).readHistory(record),
		contain: async (decision, probe) => await (await real()).contain(decision, probe)
	};
}
// \0stub:src/openai/access/chosen-registry.ts
let late$9 = null;
const load$9 = () => late$9 ??= createRequire(import.meta.url)("./findings.js");
const createRegistry = (...args) => load$9().createRegistry(...args);
// src/scan/world.ts
function createWorld(options) {
	const { source, ignores, journal = NO_JOURNAL } = options;
	const { clock = SYSTEM_CLOCK, isCancelled = () => false } = options;
	return {
		source,
		...createSearch(options.otherVendors === true),
		registry: openRegistry(options, {
			clock,
			isCancelled
		}),
		journal,
		ignores,
		keysFile: readOnce(options.keysFile ?? (async () => ({
			...NO_KEYS_FILE,
			gaps: []
		}))),
		replaceKey: options.replaceKey ?? null,
		isFiltered: options.settings.paths.length + options.settings.exclude.length > 0,
		memory: options.memory ?? (async () => /* @__PURE__ */ new Set()),
		onKeyFound: createKeyListener(options),
		onLookAlike: options.onLookAlike ?? (() => {}),
		confirm: options.confirm ?? null,
		onContainment: options.onContainment ?? (() => {}),
		isCancelled,
		findPushTime: options.findPushTime ?? (() => null),
		clock
	};
}
function readOnce(read) {
	let made;
	return async () => {
		made ??= read();
		return await made;
	};
}
const MANY_KEYS = 1e3;
function createKeyListener({ onKeyFound = () => {}, ownsProcess = false }) {
	let count = 0;
	return (secret) => {
		count += 1;
		if (count === MANY_KEYS && ownsProcess) saveMemory();
		onKeyFound(secret);
	};
}
async function saveMemory() {
	(await import("node:v8")).setFlagsFromString("--optimize-for-size");
}
function createSearch(otherVendors) {
	let isSearched = false;
	const onSearch = () => {
		isSearched = true;
	};
	const selfTest = async () => isSearched ? await checkSample(createDetector({ otherVendors })) : checkScreen();
	return {
		detect: createDetector({
			otherVendors,
			onSearch
		}),
		selfTest
	};
}
function openRegistry(source, run) {
	return createLazyRegistry(async () => connectRegistry(source, run));
}
function connectRegistry({ settings, environment, progress }, { clock, isCancelled }) {
	const connect = async () => {
		(await import("node:http")).setGlobalProxyFromEnv?.(environment);
	};
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
const HOLDS_A_KEY = "This line holds a key, which has leaked. Revoke the key, and write its fingerprint instead.";
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
function describeUnusableKeysFile(why) {
	return `The base branch's keys file cannot be used, so it is not known where keys are kept. ${why}`;
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
// src/settings/entry-fields.ts
const LONGEST_REASON = 300;
function parseReason(text) {
	const reason = (text ?? "").replaceAll(/\s+/g, " ").trim();
	if (reason === "") return {
		kind: "invalid",
		fault: "no-reason"
	};
	if ([...reason].length > LONGEST_REASON) return {
		kind: "invalid",
		fault: "long-reason"
	};
	return hasMarker(reason) ? {
		kind: "invalid",
		fault: "reason-has-key"
	} : {
		kind: "reason",
		reason
	};
}
function parseDay(text) {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
	const date = /* @__PURE__ */ new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && formatDay$1(date) === text ? date : null;
}
function formatDay$1(date) {
	return date.toISOString().slice(0, 10);
}
// src/ignore-file/ignore-file.ts
const NOTHING_IGNORED = {
	ignore: [],
	exclude: [],
	protect: []
};
function parseEntry({ fingerprint, reason, until }) {
	if (fingerprint === null || !/^[0-9a-f]{16}$/.test(fingerprint)) return {
		kind: "invalid",
		field: "fingerprint",
		fault: judgeFingerprint(fingerprint ?? "")
	};
	const parsed = parseReason(reason);
	if (parsed.kind === "invalid") return {
		kind: "invalid",
		field: "reason",
		fault: parsed.fault
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
			reason: parsed.reason,
			until: day
		}
	};
}
function judgeFingerprint(text) {
	if (text === "") return "no-fingerprint";
	return hasMarker(text) || text.startsWith("sk-") ? "fingerprint-is-key" : "bad-fingerprint";
}
// src/ignore-file/base-rules.ts
var base_rules_exports = /* @__PURE__ */ __exportAll({
	EMPTY_BASE_POLICY: () => EMPTY_BASE_POLICY,
	decodeText: () => decodeText,
	parseBasePolicy: () => parseBasePolicy
});
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
// \0stub:src/sources/glob-matcher.ts
let late$8 = null;
const load$8 = () => late$8 ??= createRequire(import.meta.url)("./findings.js");
const buildGlobMatcher = (...args) => load$8().buildGlobMatcher(...args);
const buildGlobFilter = (...args) => load$8().buildGlobFilter(...args);
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
var base_policy_exports = /* @__PURE__ */ __exportAll({
	addBasePolicy: () => addBasePolicy,
	readBasePolicy: () => readBasePolicy,
	restrictPolicy: () => restrictPolicy,
	startBasePolicy: () => startBasePolicy
});
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
	if (!isFolder(start)) throw new UsageError(describeMissingFolder$1(folder));
	for (let here = start;; here = dirname(here)) {
		const gitDir = findGitDir(here);
		if (gitDir !== null) return readRepository(gitDir);
		if (dirname(here) === here) break;
	}
	throw new UsageError(describeNoRepository(folder));
}
function findGitDir(folder) {
	const inside = join(folder, ".git");
	if (isGitDir(inside)) return inside;
	const pointer = /^gitdir: (.+?)\r?\n?$/.exec(readTextFile(inside) ?? "")?.[1];
	if (pointer !== void 0) return resolve(folder, pointer);
	return isGitDir(folder) ? folder : null;
}
function isGitDir(folder) {
	return readTextFile(join(folder, "HEAD")) !== null && isFolder(join(folder, "objects")) && isFolder(join(folder, "refs"));
}
function readRepository(gitDir) {
	const common = readTextFile(join(gitDir, "commondir"))?.trim();
	const commonDir = common === void 0 ? gitDir : resolve(gitDir, common);
	const shallow = readTextFile(join(commonDir, "shallow"))?.split("\n").filter((line) => line !== "");
	const isPartial = listFolder(join(commonDir, "objects/pack")).some((name) => name.endsWith(".promisor"));
	return {
		gitDir,
		commonDir,
		shallow: new Set(shallow),
		isPartial
	};
}
function isFolder(path) {
	try {
		return statSync(path).isDirectory();
	} catch {
		return false;
	}
}
function listFolder(path) {
	try {
		return readdirSync(path);
	} catch {
		return [];
	}
}
function readTextFile(path) {
	try {
		return readFileSync(path, "utf8");
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
function describeRedactedEntries(count, name) {
	return count === 1 ? `A finding of the report is redacted, in ${name}: it holds nothing to check.` : `${count} findings of the report are redacted, the first in ${name}: they hold nothing to check.`;
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
// src/sources/texts.ts
function openTexts({ texts }) {
	const filled = texts.filter(({ text }) => text !== "");
	const coverage = {
		commits: 0,
		blobs: 0,
		bytes: 0,
		texts: 0
	};
	const contents = /* @__PURE__ */ new Map();
	const lines = /* @__PURE__ */ new Map();
	let isRead = false;
	return {
		async *blobs() {
			for (const { of, text } of filled) {
				const content = Buffer.from(text);
				contents.set(of, content);
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
			const index = lines.get(of) ?? await indexLines(contents.get(of) ?? Buffer.alloc(0));
			lines.set(of, index);
			return [locateInText(of, index, hit)];
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
async function indexLines(content) {
	const { LineIndex: Index } = await import("./locate.js").then((n) => n.line_index_exports);
	const index = new Index();
	index.push(content);
	return index;
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
const ESCAPE$1 = /\\x([0-9a-f]{2})/g;
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
	const parts = text.split(ESCAPE$1);
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
// \0stub:src/messages/errors/revisions.ts
let late$7 = null;
const load$7 = () => late$7 ??= createRequire(import.meta.url)("./findings.js");
const describeMissingCommit = (...args) => load$7().describeMissingCommit(...args);
const describeShallowRange = (...args) => load$7().describeShallowRange(...args);
const describeInvalidRevision = (...args) => load$7().describeInvalidRevision(...args);
const describeAmbiguousRevision = (...args) => load$7().describeAmbiguousRevision(...args);
const describeUnresolvedRevision = (...args) => load$7().describeUnresolvedRevision(...args);
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
	const refs = meanings.map(({ ref }) => ref);
	throw new UsageError(describeAmbiguousRevision(word, refs));
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
		const [first, last] = [chunk.indexOf(terminator), chunk.lastIndexOf(terminator)];
		if (first === -1) {
			rest = Buffer.concat([rest, chunk]);
			continue;
		}
		const start = rest.length > 0 ? first + 1 : 0;
		if (start > 0) yield {
			bytes: Buffer.concat([rest, chunk.subarray(0, start)]),
			end: rest.length + start
		};
		if (last >= start) yield {
			bytes: chunk.subarray(start),
			end: last + 1 - start
		};
		rest = chunk.subarray(last + 1);
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
var base_file_exports = /* @__PURE__ */ __exportAll({
	readFileVersionsAnywhere: () => readFileVersionsAnywhere,
	readFileVersionsAt: () => readFileVersionsAt,
	readFirstFileVersions: () => readFirstFileVersions
});
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
// \0stub:src/git/commits/branches.ts
let late$6 = null;
const load$6 = () => late$6 ??= createRequire(import.meta.url)("./findings.js");
const findDefaultRange = (...args) => load$6().findDefaultRange(...args);
const findNewBranchBase = (...args) => load$6().findNewBranchBase(...args);
const findDefaultRevision = (...args) => load$6().findDefaultRevision(...args);
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
const MAX_LISTED$1 = 10;
const MAX_NAMED = 1e3;
const MAX_ASKED = 100;
var GapCollector = class {
	#entries = [];
	#counts = /* @__PURE__ */ new Map();
	add(kind, detail, about = {}) {
		if (this.#entries.some((entry) => "detail" in entry && entry.kind === kind && entry.detail === detail)) return;
		if (this.#count(kind) <= MAX_LISTED$1) this.#entries = [...this.#entries, {
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
			if (!("oid" in entry && named < MAX_LISTED$1 && asked++ < MAX_ASKED)) {
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
			if (count > MAX_LISTED$1) continue;
			gaps.push("oid" in entry ? createObjectGap(entry) : entry);
		}
		const rest = [...this.#counts].filter(([, count]) => count > MAX_LISTED$1);
		return [...gaps, ...rest.map(([kind, count]) => ({
			kind,
			detail: describeMoreGaps(count - MAX_LISTED$1, kind)
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
const MAX_KEPT_BYTES = 8388608;
const MAX_BUFFERED_BYTES = 4194304;
const MAX_SINGLE_READS = 1e3;
var KeptObjects = class {
	#git;
	#reader;
	#large;
	#kept = /* @__PURE__ */ new Map();
	#keptBytes = 0;
	#isFull = false;
	#passing = null;
	constructor(git) {
		this.#git = git;
		this.#reader = new ObjectReader(git);
		this.#large = new LargeObjectReader(git);
	}
	get isFull() {
		return this.#isFull;
	}
	keep(oid, content) {
		if (this.#keptBytes + content.length > MAX_KEPT_BYTES) this.#isFull = true;
		if (this.#isFull || this.#kept.has(oid)) return;
		this.#kept.set(oid, content);
		this.#keptBytes += content.length;
	}
	showPassing(oid, content) {
		this.#passing = {
			oid,
			content
		};
	}
	async read(oid, limit = Number.POSITIVE_INFINITY) {
		const kept = this.#find(oid);
		if (!kept) return await this.#reader.read(oid, limit);
		return kept.length > limit ? "too-large" : kept;
	}
	async *readAll(oids) {
		if (oids.reduce((count, oid) => count + (this.#find(oid) ? 0 : 1), 0) > MAX_SINGLE_READS) {
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
	#find(oid) {
		return this.#passing?.oid === oid ? this.#passing.content : this.#kept.get(oid);
	}
	async close() {
		await Promise.all([this.#reader.close(), this.#large.close()]);
	}
};
// \0stub:src/sources/locate/opened-locators.ts
let late$5 = null;
const load$5 = () => late$5 ??= createRequire(import.meta.url)("./locate.js");
const openRangeLocators = (...args) => load$5().openRangeLocators(...args);
const openIndexLocators = (...args) => load$5().openIndexLocators(...args);
// \0stub:src/git/trees/listed-paths.ts
let late$4 = null;
const load$4 = () => late$4 ??= createRequire(import.meta.url)("./findings.js");
const listTreePaths = (...args) => load$4().listTreePaths(...args);
const listIndexPaths = (...args) => load$4().listIndexPaths(...args);
const listChangedPaths = (...args) => load$4().listChangedPaths(...args);
const listStagedPaths = (...args) => load$4().listStagedPaths(...args);
const listTouchedPaths = (...args) => load$4().listTouchedPaths(...args);
const listPathsOfHistory = (...args) => load$4().listPathsOfHistory(...args);
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
const MODE_BYTES = 6;
function mayHoldKey(bytes) {
	return bytes >= 32;
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
// src/sources/range/moved-objects.ts
var MovedObjectSearch = class {
	#located;
	#openContext;
	#objects;
	#read = new ObjectTable();
	constructor(located, openContext, objects) {
		this.#located = located;
		this.#openContext = openContext;
		this.#objects = objects;
	}
	addRead(oid) {
		this.#read.add(Buffer.from(oid, "latin1"), 0);
	}
	async find() {
		const { range, includes } = this.#located;
		if (await includes === includeEverything || range.base === null) return {
			blobs: [],
			names: []
		};
		const { base } = this.#openContext();
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
		const includes = await this.#located.includes;
		const [blobs, names] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()];
		for await (const { oid, path } of this.#openContext().introductions.list()) {
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
		const isContinued = line.startsWith(" ");
		if (!isContinued && GENERATED_HEADER.test(line)) continue;
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
// src/git/objects/object-id.ts
function computeObjectId(type, content, algorithm) {
	return createHash(algorithm).update(`${type} ${content.length}\0`).update(content).digest("hex");
}
function hasObjectId(oid, type, content) {
	return computeObjectId(type, content, oid.length === 64 ? "sha256" : "sha1") === oid;
}
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
// src/sources/range/range-objects.ts
const MAX_REMEMBERED_BYTES = 4194304;
var RangeObjects = class {
	tags = /* @__PURE__ */ new Set();
	#head;
	#commonDir;
	#findLocator;
	#counter;
	#gaps;
	#seen = /* @__PURE__ */ new Set();
	#remembered = 0;
	constructor(head, commonDir, findLocator, counter, gaps) {
		this.#head = head;
		this.#commonDir = commonDir;
		this.#findLocator = findLocator;
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
		const path = await this.#findLocator().findPath(oid);
		if (path === null) return;
		const file = await findLocalContent(pointer, this.#commonDir);
		if (file === null) {
			this.#gaps.add("lfs", describeMissingContent(path), { path });
			return;
		}
		this.#findLocator().addLfsContent(pointer.oid, {
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
// src/git/trees/tree.ts
const MAX_LISTED = 3e6;
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
	return count < MAX_LISTED;
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
			if (count < MAX_LISTED) continue;
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
		const [hasTags, hasNotes, hasLongBranches] = mayHaveRefs(commonDir);
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
function mayHaveRefs(commonDir) {
	const list = (folder) => readOr([], () => readdirSync(join(commonDir, folder), { recursive: true }).map(String));
	if (list("reftable").length > 0) return [
		true,
		true,
		true
	];
	const [tags, notes, branches] = [
		list("refs/tags"),
		list("refs/notes"),
		list("refs/heads")
	];
	const packed = readOr("", () => readFileSync(join(commonDir, "packed-refs"), "latin1"));
	const has = (files, prefix) => files.length > 0 || packed.includes(` ${prefix}/`);
	return [
		has(tags, "refs/tags"),
		has(notes, "refs/notes"),
		branches.some(hasLongName) || LONG_BRANCH.test(packed)
	];
}
function readOr(other, read) {
	try {
		return read();
	} catch {
		return other;
	}
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
	#located;
	#opened = null;
	#objects;
	#moved;
	#kept;
	#names;
	#fetchMoved;
	#counter;
	#batches;
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
		this.#located = {
			git,
			repository,
			range,
			gaps: this.#gaps,
			includes
		};
		this.#kept = new KeptObjects(git);
		const findLocator = () => this.#locators.blobs;
		this.#objects = new RangeObjects(range.head, repository.commonDir, findLocator, this.#counter, this.#gaps);
		this.#moved = new MovedObjectSearch(this.#located, () => this.#locators.context, this.#objects);
	}
	get #locators() {
		this.#opened ??= openRangeLocators(this.#located, this.#kept);
		return this.#opened;
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
		const { findUnreadNames } = await import("./sources.js").then((n) => n.unread_names_exports);
		const search = {
			git: this.#git,
			commits: this.#newest,
			blobs: this.#locators.blobs,
			tagsAndNotes
		};
		await this.#gaps.nameObjects(await findUnreadNames(this.#gaps.objects, search));
	}
	async nameOf(blob) {
		const name = await this.#locators.objects.nameOf(blob);
		if (this.#state !== "reading") await this.#close();
		return name;
	}
	async locate(blob, hit) {
		const sightings = await this.#locators.objects.locate(blob, hit);
		if (this.#state !== "reading") await this.#close();
		return sightings;
	}
	async complete(sightings) {
		return await this.#opened?.objects.complete(sightings) ?? sightings;
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
		await this.#close();
	}
	async #close() {
		await this.#opened?.objects.close();
		await this.#kept.close();
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
// src/domain/private-text.ts
var PrivateText = class {
	#text;
	constructor(text) {
		this.#text = text;
	}
	reveal() {
		return this.#text;
	}
	toString() {
		return "…";
	}
	toJSON() {
		return "…";
	}
	[Symbol.for("nodejs.util.inspect.custom")]() {
		return "…";
	}
};
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
// src/messages/errors/alerts/listing.ts
var listing_exports = /* @__PURE__ */ __exportAll({
	ALERTS_OF_PULL_REQUEST: () => ALERTS_OF_PULL_REQUEST,
	describeMissingAlertToken: () => describeMissingAlertToken
});
const PERMISSION = "It needs a fine-grained personal access token, or one of a GitHub App, with the permission Secret scanning alerts: read. The GITHUB_TOKEN of a job cannot have it.";
function describeMissingAlertToken(name) {
	return `Reading alerts needs a token, and ${name} is empty. ${PERMISSION}`;
}
const FAULTS = {
	"not-found": "There is no such repository or organisation, the token does not see it, or secret scanning is off there (Settings, Advanced Security).",
	"bad-token": "GitHub does not accept the token. It is wrong, or it has expired.",
	forbidden: "The token may not read them.",
	"kept-out": "A rule of the organisation keeps the token out, such as single sign-on or a list of IP addresses.",
	limited: "GitHub asks to slow down. Try again later.",
	outage: "GitHub failed several times in a row. Try again later.",
	"no-answer": "GitHub did not answer. If this goes on, check the proxy.",
	"not-the-api": "What answered was not GitHub's API. Check the proxy, and the address in GITHUB_API_URL."
};
function describeUnlistedAlerts(of, failure) {
	const why = FAULTS[failure.kind] ?? `It answered ${failure.status ?? "nothing"}.`;
	const needs = /^(?:not-found|bad-token|forbidden)$/.test(failure.kind) ? ` ${PERMISSION}` : "";
	return `GitHub did not list the alerts of ${quoteForMessage(of)}, and nothing was checked. ${why}${needs}`;
}
function describeAlertScope(given) {
	return `--alerts takes one repository, such as acme/shop, or one organisation, such as acme. It was given ${given === "" ? "nothing" : quoteForMessage(given)}.`;
}
const CLOSING_WITHOUT_ALERTS = "close-alerts does nothing without scan: alerts. Set scan to alerts, or leave close-alerts out.";
const GLOBS_WITH_ALERTS = "paths and exclude do nothing with scan: alerts, since alerts are read whole. Leave them out.";
const ALERTS_OF_PULL_REQUEST = "Alerts are not read in a run for a pull request, since their token reads keys in plain text. Start the workflow with schedule or workflow_dispatch.";
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
function formatWebAddress(url) {
	return /^https?:/i.test(url) ? formatAddress(url) : null;
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
// src/domain/decision.ts
const CONTAINMENT_KINDS = [
	"quarantine",
	"expire",
	"revoke"
];
const LEAK_ACTS = [
	"report",
	...CONTAINMENT_KINDS,
	"rotate"
];
function decide(cases, policy, now, unmatched) {
	const decided = cases.map((known) => ({
		...known,
		decision: decideAlone(known, policy, now)
	}));
	const isTooMany = !isWithinCap(decided.filter((known) => !("role" in known) || known.role === "replaced").flatMap(({ decision }) => isContainment(decision) ? [decision.record.id] : []), policy);
	return decided.map((known) => {
		const { decision } = known;
		if (decision.kind === "leave" || decision.kind === "rehearse") return known;
		if (unmatched.length > 0) return {
			...known,
			decision: leave("unmatched-entry")
		};
		if (isTooMany) return {
			...known,
			decision: leave("too-many")
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
	const decision = decideLeak(known, {
		...policy,
		onLeak,
		holdIfUsedWithin: 0,
		approved: null,
		dryRun: false
	}, now);
	return decision.kind !== "leave" || decision.because === "already-contained";
}
function decideAlone(known, policy, now) {
	if ("asked" in known) return decideByRule(known, policy, now);
	return "role" in known ? decideRotated(known, policy, now) : decideLeak(known, policy, now);
}
function decideRotated(known, policy, now) {
	const { record, role, overlap, successor, isInUse } = known;
	if (known.mayBeOwn) return leave("own-admin-key");
	if (isProtected(record, policy.protect)) return leave("protected");
	if (record.expiresAt !== null && record.expiresAt <= now) return leave("already-inactive");
	if (role === "unstored") return {
		kind: "revoke",
		record
	};
	if (successor === "unseen") return leave("successor-unseen");
	const isWatched = successor === "seen";
	if (isWatched && isInUse === null) return leave("use-unknown");
	if (isWatched && isInUse) return leave("still-in-use");
	const decision = containment(record, overlap > 0 ? "expire" : "revoke", overlap, now);
	return isContainment(decision) && isWatched ? {
		...decision,
		ifUnused: true
	} : decision;
}
function decideByRule(known, policy, now) {
	const { record, asked, lastUse } = known;
	if (known.mayBeOwn) return leave("own-admin-key");
	if (known.isExcepted) return leave("excepted");
	if (!known.isFullyKnown) return leave("not-fully-known");
	if (isProtected(record, policy.protect)) return leave("protected");
	if (record.expiresAt !== null && record.expiresAt <= now) return leave("already-inactive");
	if (lastUse === "unknown" ? policy.holdIfUsedWithin > 0 : wasUsedWithin(lastUse, policy, now)) return leave("used-recently");
	const decision = containment(record, asked.kind, asked.kind === "expire" ? asked.grace : 0, now);
	const isForUnused = known.mustBeUnused || policy.holdIfUsedWithin > 0;
	return isContainment(decision) && isForUnused ? {
		...decision,
		ifUnused: true
	} : decision;
}
function decideLeak(known, policy, now) {
	const { fingerprint, confidence, preexisting, identity, proof } = known;
	if (fingerprint === policy.ownKey) return leave("own-admin-key");
	if (policy.onLeak === "report") return leave("report-only");
	switch (identity.kind) {
		case "foreign": return leave("not-ours");
		case "ambiguous": return leave("ambiguous");
		case "unchecked": return leave(identity.because === "contained-before" && proof.validity.kind === "inactive" ? "already-inactive" : "unchecked");
		case "ours": break;
		default: return identity;
	}
	const { record } = identity;
	if (confidence !== "certain") return leave("not-certain");
	if (preexisting && !policy.containPreexisting) return leave("preexisting");
	if (isProtected(record, policy.protect)) return leave("protected");
	const possession = decidePossession(known);
	if (!isOurs(possession) || proof.validity.kind !== "active") return leave(explainDoubt(possession, proof.validity));
	if (policy.onLeak === "quarantine" && isHeldInQuarantine(known.earlier, record.id)) return leave("already-contained");
	if (policy.approved && !policy.approved.has(fingerprint)) return leave("not-approved");
	if (!policy.approved && wasUsedWithin(record.lastUsedAt, policy, now)) return leave("awaiting-approval");
	return containment(record, policy.onLeak === "rotate" ? "expire" : policy.onLeak, policy.grace, now);
}
function containment(record, kind, grace, now) {
	if (kind === "revoke") return {
		kind,
		record
	};
	if (record.home.kind === "organization") return leave("only-revocable");
	if (kind === "quarantine") return {
		kind,
		record
	};
	const ends = now.getTime() + grace * 1e3;
	if (record.expiresAt !== null && record.expiresAt.getTime() <= ends) return leave("expires-sooner");
	return {
		kind,
		record,
		grace
	};
}
function wasUsedWithin(lastUse, { holdIfUsedWithin }, now) {
	if (holdIfUsedWithin === 0 || lastUse === null) return false;
	return lastUse.getTime() >= now.getTime() - holdIfUsedWithin * 1e3;
}
function isOurs(possession) {
	return possession === "proven" || possession === "proven-before";
}
function explainDoubt(possession, validity) {
	const isKnown = possession === "proven-before";
	if (validity.kind === "inactive" && (isKnown || validity.because !== "refused")) return "already-inactive";
	return isOurs(possession) ? "not-accepted" : possession;
}
function leave(because) {
	return {
		kind: "leave",
		because
	};
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
const PLACEHOLDERS = {
	published: "a published example",
	placeholder: "a placeholder",
	ordered: "a text with letters or digits in order",
	repeated: "a text that repeats itself"
};
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
const ESCAPE = new RegExp(`(?:${ESCAPES.join("|")})$`);
const LONGEST_ESCAPE = 18;
function isBoundary(text, at) {
	if (!isWordByte(text[at - 1])) return true;
	return ESCAPE.test(text.toString("latin1", Math.max(0, at - LONGEST_ESCAPE), at));
}
// src/detect/other-vendors.ts
const LONGEST = 256;
function describeOtherKey(text, at) {
	const start = isWordByte(text[at - 1]) ? at - 1 : at;
	if (isWordByte(text[start - 1])) return null;
	let end = at;
	while (end < at + LONGEST && isKeyByte(text[end])) end += 1;
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
// \0stub:src/messages/errors/admin-key.ts
let late$3 = null;
const load$3 = () => late$3 ??= createRequire(import.meta.url)("./findings.js");
const describeAdminKeyFault = (...args) => load$3().describeAdminKeyFault(...args);
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
// src/settings/notify-settings.ts
const SLACK = /^hooks\.slack(?:-gov)?\.com$/;
const TEAMS = /(?:^|\.)(?:logic\.azure\.com|environment\.api\.powerplatform\.com|webhook\.office\.com)$/;
function parseNotifyUrl(name, text) {
	const url = URL.canParse(text) ? new URL(text) : null;
	if (url === null || !/^https?:$/.test(url.protocol) || url.username || url.password) throw new UsageError(describeWrongNotifyUrl(name));
	if (url.protocol !== "https:" && !isLoopback(url)) throw new UsageError(describeInsecureNotifyUrl(name));
	return url;
}
function isLoopback({ hostname }) {
	return [
		"localhost",
		"127.0.0.1",
		"[::1]"
	].includes(hostname);
}
function parseNotifySettings(name, { url: text, when, format }) {
	if (text === "") return null;
	const url = parseNotifyUrl(name, text);
	return {
		url: new PrivateText(url.href),
		when,
		format: format ?? chooseFormat(url)
	};
}
function chooseFormat({ hostname }) {
	if (SLACK.test(hostname)) return "slack";
	return TEAMS.test(hostname) ? "teams" : "json";
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
	"keys-file": ".github/openai-keys.yml",
	"secrets-token": "",
	"report-file": "",
	"sarif-file": "",
	"proof-file": "",
	"audit-file": "",
	"close-alerts": "false",
	"notify-url": "",
	"notify-when": "leak",
	"notify-format": "auto",
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
		"files",
		"alerts"
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
		keysFile: parse("keys-file", parseRepositoryPath),
		secretsToken: read("secrets-token") || null,
		reportFile: read("report-file") || null,
		sarifFile: read("sarif-file") || null,
		proofFile: read("proof-file") || null,
		auditFile: read("audit-file") || null,
		closeAlerts: parse("close-alerts", parseBoolean),
		notify: parseNotify(parse, nameSetting("notify-url"), read("notify-url")),
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
		onLeak: parse("on-leak", takeWord(LEAK_ACTS)),
		grace: parse("grace", parseGrace),
		holdIfUsedWithin: parse("hold-if-used-within", parseDuration),
		containPreexisting: parse("contain-preexisting", parseBoolean),
		approved: parse("approved", parseApproved),
		mustFindApproved: true,
		dryRun: parse("dry-run", parseBoolean),
		protect: parse("protect", (_, text) => parseLines(text)),
		maxContained: parse("max-contained", parseCount),
		failOn: parse("fail-on", takeWord([
			"leak",
			"active",
			"never"
		])),
		ownKey: adminKey?.fingerprint ?? null
	};
}
function parseNotify(parse, name, url) {
	const when = parse("notify-when", takeWord([
		"leak",
		"active",
		"contained"
	]));
	const format = parse("notify-format", takeWord([
		"auto",
		"slack",
		"teams",
		"json"
	]));
	return parseNotifySettings(name, {
		url,
		when,
		format: format === "auto" ? null : format
	});
}
function takeWord(words) {
	return (name, text) => parseWord(name, text, words);
}
// \0stub:src/messages/errors/files/output-files.ts
let late$2 = null;
const load$2 = () => late$2 ??= createRequire(import.meta.url)("./findings.js");
const describeOpenError = (...args) => load$2().describeOpenError(...args);
const describeLinkLoop = (...args) => load$2().describeLinkLoop(...args);
const describeLinkInCheckout = (...args) => load$2().describeLinkInCheckout(...args);
const describeSameFile = (...args) => load$2().describeSameFile(...args);
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
		for (const piece of typeof text === "string" ? [text] : text) await writeDescriptor(descriptor, piece);
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
// \0stub:src/report/json-finding.ts
let late$1 = null;
const load$1 = () => late$1 ??= createRequire(import.meta.url)("./findings.js");
const formatFinding = (...args) => load$1().formatFinding(...args);
const formatDecision = (...args) => load$1().formatDecision(...args);
const formatOutcome = (...args) => load$1().formatOutcome(...args);
const formatIsoTime = (...args) => load$1().formatIsoTime(...args);
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
// \0stub:src/report/wording/key/places.ts
let late = null;
const load = () => late ??= createRequire(import.meta.url)("./findings.js");
const shortenSha = (...args) => load().shortenSha(...args);
const sortPlaces = (...args) => load().sortPlaces(...args);
const comparePlaces = (...args) => load().comparePlaces(...args);
const namePath = (...args) => load().namePath(...args);
const describePlace = (...args) => load().describePlace(...args);
const describeSeenIn = (...args) => load().describeSeenIn(...args);
const parseRef = (...args) => load().parseRef(...args);
const listRemarks = (...args) => load().listRemarks(...args);
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
	return `${format(value)}\n`;
}
const PIECE = 65536;
function* formatSafeJsonList(document, list, items) {
	const entries = Object.entries({
		...document,
		[list]: []
	});
	let piece = "{";
	for (const [index, [name, value]] of entries.entries()) {
		piece += `${index === 0 ? "" : ","}\n  ${JSON.stringify(name)}: `;
		let count = 0;
		for (const item of name === list ? items : []) {
			piece += `${count === 0 ? "[" : ","}\n    ${format(item).replaceAll("\n", "\n    ")}`;
			count += 1;
			if (piece.length < PIECE) continue;
			yield piece;
			piece = "";
		}
		piece += count > 0 ? "\n  ]" : format(value).replaceAll("\n", "\n  ");
	}
	yield `${piece}\n}\n`;
}
function format(value) {
	return JSON.stringify(value, (_, one) => typeof one === "string" ? redactKeys(one) : one, 2).replaceAll(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, (character) => character.replaceAll(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)).replaceAll("##[", "#\\u0023[");
}
// src/domain/response.ts
function measureResponse(facts) {
	const { contained, foundAt, identifiedAt, verifiedAt, now } = facts;
	const exposure = facts.isPublished ? findExposure(facts) : null;
	const isEarlier = contained?.isEarlier === true;
	const end = contained === null ? null : findEnd$1(contained, now);
	return {
		exposedAt: exposure?.at ?? null,
		exposedAtIs: exposure?.source ?? null,
		foundAt: isEarlier ? null : foundAt,
		identifiedAt: isEarlier ? null : identifiedAt,
		containedAt: contained?.at ?? null,
		verifiedAt: isEarlier ? null : verifiedAt,
		secondsExposed: exposure && end && countSeconds(exposure.at, end)
	};
}
function findExposure({ sightings, findPushTime }) {
	if (sightings.some(({ preexisting }) => preexisting)) return null;
	const [first] = sightings.flatMap(({ where, commit, at }) => {
		const pushedAt = commit === null ? null : findPushTime(commit);
		if (pushedAt !== null) return [{
			at: pushedAt,
			source: "pushed"
		}];
		return at === null || Number.isNaN(at.getTime()) ? [] : [{
			at,
			source: where === "alert" ? "alerted" : "committed"
		}];
	}).toSorted((one, other) => one.at.getTime() - other.at.getTime());
	return first ?? null;
}
function findEnd$1({ by, at, endsAt, verified }, now) {
	if (!verified) return null;
	if (by !== "expire") return at;
	return endsAt !== null && endsAt <= now ? endsAt : null;
}
function countSeconds(from, to) {
	const seconds = Math.floor((to.getTime() - from.getTime()) / 1e3);
	return seconds >= 0 ? seconds : null;
}
function measureMedians(times) {
	const between = (from, to) => from && to ? countSeconds(from, to) : null;
	return {
		exposed: computeMedian(times.map(({ secondsExposed }) => secondsExposed)),
		detected: computeMedian(times.map(({ exposedAt, foundAt }) => between(exposedAt, foundAt))),
		contained: computeMedian(times.map(({ foundAt, containedAt }) => between(foundAt, containedAt)))
	};
}
function computeMedian(values) {
	const sorted = values.filter((value) => Number.isFinite(value)).toSorted((a, b) => a - b);
	const [lower, upper] = [sorted[sorted.length - 1 >> 1], sorted[sorted.length >> 1]];
	if (lower === void 0 || upper === void 0) return null;
	return {
		seconds: Math.floor((lower + upper) / 2),
		keys: sorted.length
	};
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
// src/report/sweep/exposure.ts
const EXPOSURE_STATES = [
	"works",
	"may-work",
	"limited",
	"dead"
];
function listExposures(findings, now) {
	return findings.filter((one) => getState(one) !== "ignored" && !isLookAlike(one)).map((one) => measureExposure(one, now)).toSorted((a, b) => compareExposures(a, b, now));
}
function measureLength({ state, start, end }, now) {
	const last = end ?? (state === "dead" ? null : now);
	return start === null || last === null ? null : last.getTime() - start.getTime();
}
const FIRST_KEYS = /* @__PURE__ */ new Date("2020-06-01T00:00:00Z");
function measureExposure(finding, now) {
	const state = chooseState(finding);
	const end = findEnd(finding, state, now);
	const { exposedAt } = finding.response;
	const last = end ?? now;
	return {
		finding,
		state,
		start: isCalendarTime(exposedAt) && exposedAt >= FIRST_KEYS && (last === null || exposedAt <= last) ? exposedAt : null,
		end
	};
}
function chooseState(finding) {
	if (finding.validity.kind === "inactive") return "dead";
	if (findRestriction(finding) !== null) return "limited";
	return finding.validity.kind === "active" ? "works" : "may-work";
}
function findEnd(finding, state, now) {
	const contained = getContainment(finding);
	if (contained === null || !contained.verified || state !== "dead" && state !== "limited") return null;
	if (state === "limited" && contained.by !== "quarantine") return null;
	const end = contained.by === "expire" ? contained.endsAt : contained.at;
	return isCalendarTime(end) && (now === null || end <= now) ? end : null;
}
function compareExposures(a, b, now) {
	return EXPOSURE_STATES.indexOf(a.state) - EXPOSURE_STATES.indexOf(b.state) || (measureLength(b, now) ?? -1) - (measureLength(a, now) ?? -1);
}
function measureResponses(exposures) {
	return measureMedians(exposures.map(({ finding: { response }, start, end }) => ({
		...response,
		exposedAt: start,
		secondsExposed: start === null || end === null ? null : response.secondsExposed
	})));
}
// src/report/json.ts
var json_exports = /* @__PURE__ */ __exportAll({ renderJsonPieces: () => renderJsonPieces });
const SCHEMA = "openai-key-guard/report/v1";
function renderJson(report, version) {
	return [...renderJsonPieces(report, version)].join("");
}
function renderJsonPieces(report, version) {
	const document = buildDocument({
		...report,
		findings: []
	}, version);
	const counts = countStates(report.findings);
	const formatAll = function* () {
		for (const finding of rankFindings(report.findings)) yield formatFinding(finding);
	};
	const conclusion = conclude(report);
	const response = report.change.kind === "sweep" ? { response: formatResponse(report.findings) } : {};
	return { [Symbol.iterator]: () => formatSafeJsonList({
		...document,
		...response,
		conclusion,
		counts
	}, "findings", formatAll()) };
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
		...change.kind === "sweep" ? { response: formatResponse(findings) } : {},
		unfinished: unfinished.map(({ fingerprint, id, act, at }) => ({
			fingerprint,
			id,
			act,
			at: formatIsoTime(at)
		}))
	};
}
function formatResponse(findings) {
	const exposures = listExposures(findings, null);
	const { exposed, detected, contained } = measureResponses(exposures);
	const format = (median) => median && {
		medianSeconds: median.seconds,
		keys: median.keys
	};
	return {
		open: exposures.filter(({ state }) => state !== "dead").length,
		exposed: format(exposed),
		detected: format(detected),
		contained: format(contained)
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
		case "sweep": return {
			kind: change.kind,
			organization: change.organization,
			repositories: change.repositories,
			unread: change.unread,
			leftOut: change.leftOut
		};
		case "alerts": return {
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
function describeChangeKind(change) {
	const { kind } = change;
	if (kind === "range") return {
		kind,
		base: change.base,
		head: change.head
	};
	return kind === "history" ? {
		kind,
		unreachable: change.unreachable
	} : { kind };
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
	sweep: "the repositories have no new commits",
	alerts: "there is no open alert for an OpenAI key",
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
	return [change.kind === "range" && change.name ? describeChoice(change.name.text, change.name.chosenBy) : null, parts.length > 0 ? `${parts.join(", ")} in ${formatDuration(milliseconds)}` : null].filter((part) => part !== null).join(": ");
}
function listAmounts({ change, coverage: { commits, blobs, bytes, texts } }) {
	return [
		...change.kind === "sweep" ? [describeRepositories(change.repositories, change.unread)] : [],
		...commits > 0 || change.kind === "range" ? [commits > 0 ? formatCount(commits, "commit") : "no new commits"] : [],
		...blobs > 0 ? [formatCount(blobs, change.kind === "files" ? "file" : "blob")] : [],
		...bytes > 0 ? [formatBytes(bytes)] : [],
		...texts > 0 ? [formatCount(texts, change.kind === "alerts" ? "alert" : "text")] : []
	];
}
function describeRepositories(all, unread) {
	const noun = all === 1 ? "1 repository" : `${formatNumber(all)} repositories`;
	return unread > 0 ? `${formatNumber(all - unread)} of ${noun}` : noun;
}
function describeUntouched({ globs, changedFiles }, kind) {
	const changed = kind === "staged" ? "staged" : "changed";
	const more = globs.length > 3 ? [...globs.slice(0, 2), `${globs.length - 2} other globs`] : globs;
	const where = globs.length === 0 ? "paths" : more.join(" or ");
	if (changedFiles === 1) return `the only ${changed} file is not under ${where}`;
	return `none of the ${formatCount(changedFiles, `${changed} file`)} is under ${where}`;
}
function describeChoice(range, choice) {
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
	alerts: "Alerts are read whole: the ignore file lists keys that do not count.",
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
function describeNotReport(format) {
	return `--format-in is ${format}, but standard input is no report of that kind, or it is longer than 64 MB. Leave the flag out to have it searched as it is.`;
}
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
			...await openStdinTarget(target),
			basePolicy: EMPTY_BASE_POLICY
		};
		case "alerts": {
			const { openAlerts } = await import("./github.js").then((n) => n.alert_target_exports);
			return addBasePolicy(await openAlerts(target.access, target.scope), await readBasePolicy(context, await readHeadVersions(context)));
		}
		case "files": return await openFilesTarget(target, context);
		case "staged": return await openStagedTarget(context);
		case "pushed": return await openPushedTarget(target, context);
		case "history": return await openHistoryTarget(target, context);
		case "commits": return await openCommits(target, context);
		case "range": return await openRangeTarget(target, context);
		default: return target;
	}
}
async function openStdinTarget(target) {
	const { format = "text" } = target;
	if (format === "text") return (await import("./sources.js").then((n) => n.stdin_exports)).openStdin(target);
	return await (await import("./sources.js").then((n) => n.open_input_exports)).openInput({
		...target,
		format
	});
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
	const { hasStagedChanges, openStaged } = await import("./staged.js").then((n) => n.staged_exports);
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
	const { repo, environment, otherVendors, progress } = context;
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
		otherVendors,
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
// src/report/context.ts
var context_exports = /* @__PURE__ */ __exportAll({ BARE_CONTEXT: () => BARE_CONTEXT });
const BARE_CONTEXT = {
	medium: "terminal",
	range: "range",
	now: null,
	runUrl: null,
	link: () => null,
	repository: null,
	defaultBranch: null,
	serverUrl: null
};
// src/cli/links.ts
async function createPlaceLinks(change) {
	if (change.kind !== "sweep" && change.kind !== "alerts") return BARE_CONTEXT.link;
	const { createLinks, findAlertPage } = await import("./event.js").then((n) => n.link_exports);
	if (change.kind === "alerts") return findAlertPage;
	const { serverUrl } = (await import("./sweep-command.js").then((n) => n.access_exports)).readServer();
	return (sighting) => sighting.repository === void 0 ? null : createLinks(`${serverUrl}/${sighting.repository}`)(sighting);
}
// src/cli/terminal.ts
const { env, platform: platform$1, stdout, stderr } = process;
const UNKNOWN_WIDTH = 100;
function detectLook(flags) {
	const { columns, isTTY } = stdout;
	const locale = env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"] || "";
	const isPlain = env["TERM"] === "linux" || platform$1 !== "win32" && !/utf-?8/i.test(locale);
	return {
		paint: createPaint(flags),
		width: columns || UNKNOWN_WIDTH,
		unicode: !(isTTY && isPlain),
		verbose: flags.verbose === true
	};
}
async function detectRichLook(flags) {
	if (flags.output || !mayHaveLinks()) return detectLook(flags);
	const { default: supports } = await import("./terminal.js").then((n) => n.supports_hyperlinks_exports);
	if (!supports.stdout) return detectLook(flags);
	const repo = resolve(flags.repo || ".");
	return {
		...detectLook(flags),
		link: (text, url) => `\u001b]8;;${url}\u0007${text}\u001b]8;;\u0007`,
		opens: ({ where, path, inHead, alert }) => where === "file" && path !== null && inHead ? pathToFileURL(resolve(repo, path)).href : alert?.url ?? null
	};
}
function mayHaveLinks() {
	return stdout.isTTY || Boolean(env["FORCE_HYPERLINK"] || env["NETLIFY"]);
}
function createPaint({ color = "auto", output }) {
	return color === "always" || color === "auto" && !env["NO_COLOR"] && stdout.isTTY && !output ? (style, words) => styleText(style, words) : (_style, words) => words;
}
async function createProgressBar(flags) {
	if (!stderr.isTTY || flags.quiet) return () => {};
	const { default: bars } = await import("./terminal.js").then((n) => /* @__PURE__ */ __toESM(n.require_cli_progress(), 1));
	const bar = new bars.SingleBar({
		format: "{bar} {percentage}% · {eta_formatted} left",
		formatTime: (seconds, options, round) => Number.isFinite(Number(seconds)) ? bars.Format.TimeFormat(seconds, options, round) : "…",
		clearOnComplete: true,
		stream: stderr
	});
	let isShown = false;
	return (done, expected) => {
		if (!isShown) bar.start(expected, done);
		isShown = true;
		bar.setTotal(expected);
		bar.update(done);
		if (done >= expected) bar.stop();
	};
}
// src/messages/command-line/prompts.ts
function describeContainmentPrompt(keys) {
	return [
		`openai-key-guard is about to act on ${keys.length === 1 ? "this key" : `these ${keys.length} keys`}:`,
		...keys.map(({ mask, name, act, why }) => `  ${describeAct(act)}  ${[mask, name].filter((word) => word !== null).join("  ")}${why === void 0 ? "" : `: ${why}`}`),
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
function describeOneOf(words) {
	return `one of ${words.join(", ")}`;
}
// src/sources/scanner-reports/input-format.ts
const INPUT_FORMATS = [
	"auto",
	"gitleaks",
	"trufflehog",
	"betterleaks",
	"kingfisher",
	"sarif",
	"text"
];
export { ADMIN_KEY_AS_FLAG, ARCHIVE_FAULTS, A_PUSH, BARE_CONTEXT, CANCELLED, CANCELLED_LATE, CANNOT_ASK, CLOSING_WITHOUT_ALERTS, COMMIT_COMMENT, CONTAINMENT_KINDS, CONTAINMENT_QUESTION, CONTAIN_WITHOUT_ACTION, CoverageCounter, DECLINED, DEFAULTS, DUPLICATE_ENTRY, EMPTY_BASE_POLICY, EMPTY_UNTIL, EXIT_CODES, EXPECTED, EXPOSURE_STATES, FAILURE_TITLE, FILES_CUT_SHORT, GIT_NOT_FOUND, GLOBS_WITH_ALERTS, GapCollector, Git, HOLDS_A_KEY, INPUT_FORMATS, INSTEAD, INTERRUPTED, KEY_STATES, KIND_WORDS, KeptObjects, LEAK_ACTS, LOOKUP_FAULTS, MARKER, MEMBERS, MissingCommit, NOTHING_EARLIER, NOTHING_IGNORED, NOTHING_PUSHED, NOTHING_TO_SCAN, NOT_AFTER_PULL_REQUEST, NOT_AN_ERROR, NO_CHECKOUT, NO_COMMITS_YET, NO_EVENT_FILE, NO_JOURNAL, NO_KEYS_FILE, NO_TOKEN_FOR_LOOKUP, NumberColumn, OUTPUTS, ObjectReader, ObjectTable, OutputFile, PARTIAL_WITHOUT_CHANGE, PARTIAL_WITHOUT_IGNORE_FILE, PLACEHOLDERS, PREFIXES, PUSHED_BY_HAND, PrivateText, RangeObjects, SCAN_ARGUMENT, SECTIONS, SILENT_KINDS, STYLES, SYSTEM_CLOCK, Secret, SightingList, TOO_MANY_PARTS, Tree, UNNAMED, UsageError, VERSION, addBasePolicy, addPathUse, base_file_exports, base_policy_exports, base_rules_exports, buildGlobMatcher, capitalize, checkEntries, checkSample, checkScreen, checkStagedPaths, chooseRotationExit, clipText, computeFingerprint, computeObjectId, concatSources, conclude, concludeRotation, concludeRun, context_exports, countPlaces, countSilent, countStates, createDetector, createExclusionOnlyError, createGitError, createLazyRegistry, createLazySource, createMissingCommitError, createPaint, createPathFilter, createPlaceLinks, createPrefilter, createProgressBar, createRegistry, createWorld, decide, decidePossession, decodePath, decodeText, describeAbsentFile, describeActionSetting, describeAdminKeyFault, describeAlertScope, describeBrokenList, describeBrokenStream, describeChangeKind, describeCleanTitle, describeContainmentPrompt, describeCoverage, describeCrash, describeEntryFault, describeForeignFlag, describeIgnoredFlag, describeInaccessibleFile, describeIrregularFile, describeKeyOutside, describeKeyPlace, describeKeysNotFound, describeLeftFolder, describeLookupStatus, describeLostOutput, describeManyFingerprints, describeManyRanges, describeManyRemotes, describeMissingAlertToken, describeMissingContent, describeMissingDefaultBranch, describeMissingObjects, describeMissingStaged, describeMisspeltInput, describeNamedCoverage, describeNoRangeTaken, describeNoWorkTree, describeNotReport, describeOneOf, describeOpenError, describeOtherKey, describeOutsidePath, describePastDay, describePlace, describePlaceField, describeRedactedEntries, describeReportOnly, describeRunnerFile, describeScope, describeSeenIn, describeShallowHistory, describeSpecialFile, describeTooMuchOutside, describeTwoTargets, describeUnfetchedFile, describeUnfinished, describeUnfit, describeUnknownApproved, describeUnknownCommits, describeUnknownEvent, describeUnknownOption, describeUnknownPullRequest, describeUnlistedAlerts, describeUnmatchedFiles, describeUnmatchedInput, describeUnopened, describeUnreadParts, describeUnreadablePath, describeUnreadableReport, describeUnreadableTree, describeUnrecordedEnd, describeUnusableKeysFile, describeUselessFlag, describeWrittenReport, describeWrongType, detect, detectLook, detectRichLook, encodePath, encodePathForUrl, escapeHref, escapeHtml, escapeMarkdown, escapePlain, escapeSummary, extractComplaint, extractHeaderTexts, extractTagText, findAdminKeyFault, findCandidates, findCheckout, findDefaultRange, findDefaultRevision, findFirstSeen, findLocalContent, findMisspelt, findNearest, findNewBranchBase, findProvenEnd, findRepository, findServer, formatAddress, formatAgo, formatCode, formatCount, formatDay, formatDay$1, formatDecision, formatIsoTime, formatNumber, formatOutcome, formatRevisions, formatSafeJson, formatSafeJsonList, formatSpan, formatTime, formatTimeNear, formatWebAddress, formatWhen, getContainment, getCount, getErrorCode, getLikeness, getObject, getObjectId, getState, getText, getTime, hasMarker, identifyArchive, identifyOutput, identifyWideText, includeEverything, isAncestor, isBlocking, isBoundary, isCalendarTime, isChoice, isClosedPipe, isContainable, isContainment, isFailure, isFullObjectId, isGuess, isHarmful, isIgnored, isKeyByte, isLiveAdminKey, isLookAlike, isOneLine, isOwnAdminKey, isPast, isPreexisting, isProtected, isToken, isUnopened, isUnpublished, isUnread, isWithinCap, isWordByte, json_exports, listEntries, listExposures, listMissing, listPaths, listReadings, listRemarks, listenForErrors, listing_exports, matchIgnoreEntry, mayHideKey, mayHoldKey, mayWorkAgain, measureLength, measureObjectId, measureResponse, measureResponses, nameCommitText, nameObjectAt, nameObjectId, namePath, namePath$1, nameStagedFile, nameTag, nameTagOrNote, nameTextOf, normalizeName, openAuditJournal, openContent, openIndexLocators, openRange, openRegistry, openScanTarget, openTexts, paintTitle, parseAdminKey, parseBasePolicy, parseBaseUrl, parseBoolean, parseCpioHeader, parseDay, parseDuration, parseEntry, parseGlobs, parseGrace, parseLines, parseNotifySettings, parsePointer, parseReason, parseRef, parseRepositoryPath, parseSettings, parseTarHeader, parseWord, path_use_exports, pipeTo, quoteForMessage, quoteValue, rankFindings, readBasePolicy, readFileVersions, readFileVersionsAnywhere, readFileVersionsAt, readFirstFileVersions, readInBatches, readMessage, readObjects, readPreCommitRequest, readPrefix, readSourcesId, readTextField, readThreeBytes, readVerifiedContent, redactKeys, redactTokens, refuseSameFile, removeNames, removeNamesFromDecision, renderJson, renderJsonPieces, renderOneLine, renderVerdictLine, requireField, resolveCommits, resolveOutputPath, restrictPolicy, restrictReport, runSelfTest, scanChange, selectRepository, shortenSha, showInvisible, sortPlaces, splitAtTerminator, splitCommit, splitCommitStream, splitLines, splitLongNames, splitTokens, startBasePolicy, suggestNearest, toShownSigns, truncateMask, writeChunk, writeText };
