import { __exportAll } from "./rolldown-runtime.js";
import { A_PUSH, FILES_CUT_SHORT, GapCollector, Git, NumberColumn, SYSTEM_CLOCK, UNNAMED, UsageError, buildGlobMatcher, concatSources, createExclusionOnlyError, createGitError, createLazySource, createMissingCommitError, decodePath, describeAbsentFile, describeBrokenStream, describeKeyOutside, describeNotReport, describeRedactedEntries, describeSpecialFile, describeTooMuchOutside, describeUnfinished, describeUnmatchedFiles, describeUnmatchedInput, describeUnreadablePath, encodePath, extractComplaint, extractHeaderTexts, extractTagText, findRepository, formatRevisions, isFullObjectId, listMissing, mayHoldKey, nameObjectAt, namePath$1 as namePath, nameTagOrNote, openRange, openTexts, parseGlobs, quoteForMessage, readFileVersions, readObjects, readPreCommitRequest, resolveCommits, splitCommitStream, splitLines, splitTokens } from "./scan.js";
import { LineIndex, PositionReader, findInTrees } from "./locate.js";
import { FETCH_FAULTS, URL_WITH_PASSWORD, describeForeignInput, describeInvalidCommit, describeInvalidRef, describeInvalidUrl, describeLostBase, describeRefusal, describeRefusedRepository, describeTimeout, describeUnencryptedUrl, describeUnfetchedBase, describeUnfetchedChange, describeUnfetchedCommits, describeUnfetchedObjects, describeUnknownName, describeUnwritableTemp, describeUrlWithQuery } from "./messages.js";
const createHash = (...args) => process.getBuiltinModule("node:crypto").createHash(...args);
const closeSync = process.getBuiltinModule("node:fs").closeSync;
const constants = process.getBuiltinModule("node:fs").constants;
const fstatSync = process.getBuiltinModule("node:fs").fstatSync;
const openSync = process.getBuiltinModule("node:fs").openSync;
const readFileSync = process.getBuiltinModule("node:fs").readFileSync;
const readSync = process.getBuiltinModule("node:fs").readSync;
const readdirSync = process.getBuiltinModule("node:fs").readdirSync;
const statSync = process.getBuiltinModule("node:fs").statSync;
const platform = process.getBuiltinModule("node:os").platform;
const path = process.getBuiltinModule("node:path");
const delimiter = process.getBuiltinModule("node:path").delimiter;
const dirname = process.getBuiltinModule("node:path").dirname;
const join = process.getBuiltinModule("node:path").join;
const relative = process.getBuiltinModule("node:path").relative;
const resolve = process.getBuiltinModule("node:path").resolve;
const sep = process.getBuiltinModule("node:path").sep;
const access = (...args) => process.getBuiltinModule("node:fs/promises").access(...args);
const lstat = (...args) => process.getBuiltinModule("node:fs/promises").lstat(...args);
const mkdir = (...args) => process.getBuiltinModule("node:fs/promises").mkdir(...args);
const mkdtemp = (...args) => process.getBuiltinModule("node:fs/promises").mkdtemp(...args);
const readdir = (...args) => process.getBuiltinModule("node:fs/promises").readdir(...args);
const readlink = (...args) => process.getBuiltinModule("node:fs/promises").readlink(...args);
const realpath = (...args) => process.getBuiltinModule("node:fs/promises").realpath(...args);
const rm = (...args) => process.getBuiltinModule("node:fs/promises").rm(...args);
const stat = (...args) => process.getBuiltinModule("node:fs/promises").stat(...args);
const writeFile$1 = (...args) => process.getBuiltinModule("node:fs/promises").writeFile(...args);
const kill = process.getBuiltinModule("node:process").kill;
const setImmediate = process.getBuiltinModule("node:timers/promises").setImmediate;
const PIECE = 65536;
const LONGEST_HEADER = 64;
var EntryHeaders = class {
	#descriptor;
	#hashBytes;
	#piece = Buffer.alloc(65600);
	#start = 0;
	#end = 0;
	constructor(descriptor, hashBytes) {
		this.#descriptor = descriptor;
		this.#hashBytes = hashBytes;
	}
	read(offset) {
		if (offset < this.#start || offset + LONGEST_HEADER > this.#end) this.#load(offset);
		let at = offset - this.#start;
		const type = (this.#piece[at] ?? 0) >> 4 & 7;
		while ((this.#piece[at++] ?? 0) & 128);
		if (type === 7) return {
			type,
			base: Buffer.from(this.#piece.subarray(at, at + this.#hashBytes))
		};
		if (type !== 6) return {
			type,
			base: null
		};
		let byte = this.#piece[at++] ?? 0;
		let distance = byte & 127;
		while (byte & 128 && distance < offset) {
			byte = this.#piece[at++] ?? 0;
			distance = (distance + 1) * 128 + (byte & 127);
		}
		return {
			type,
			base: offset - distance
		};
	}
	#load(offset) {
		this.#start = Math.max(0, offset + LONGEST_HEADER - PIECE);
		const length = readSync(this.#descriptor, this.#piece, 0, PIECE, this.#start);
		this.#piece.fill(0, length);
		this.#end = length < PIECE ? Number.POSITIVE_INFINITY : this.#start + length;
	}
};
var IndexFile = class {
	count;
	hashBytes;
	#bytes;
	#offsets;
	constructor(bytes, hashBytes) {
		if (bytes.length < NAMES || bytes.readUInt32BE(0) !== INDEX_MAGIC || bytes.readUInt32BE(4) !== 2) throw new Error("the index of a pack has an unknown version");
		this.count = bytes.readUInt32BE(NAMES - 4);
		this.hashBytes = hashBytes;
		this.#bytes = bytes;
		this.#offsets = NAMES + this.count * (hashBytes + 4);
		if (bytes.length < this.#offsets + 4 * this.count + 2 * hashBytes) throw new Error("the index of a pack is cut");
	}
	copyName(row, names, at) {
		const from = NAMES + row * this.hashBytes;
		for (let index = 0; index < this.hashBytes; index += 1) names[at + index] = this.#bytes[from + index] ?? 0;
	}
	offsetOf(row) {
		const offset = this.#bytes.readUInt32BE(this.#offsets + 4 * row);
		if (offset < LARGE) return offset;
		return Number(this.#bytes.readBigUInt64BE(this.#offsets + 4 * this.count + 8 * (offset - LARGE)));
	}
	find(name) {
		let [low, high] = [0, this.count - 1];
		while (low <= high) {
			const middle = low + high >> 1;
			const from = NAMES + middle * this.hashBytes;
			const order = this.#bytes.compare(name, 0, name.length, from, from + this.hashBytes);
			if (order === 0) return middle;
			if (order < 0) low = middle + 1;
			else high = middle - 1;
		}
		return -1;
	}
};
const INDEX_MAGIC = 4285812579;
const NAMES = 1032;
const LARGE = 2147483648;
// src/git/packs/pack.ts
const PACK_TYPES = [
	"unknown",
	"commit",
	"tree",
	"blob",
	"tag"
];
function measurePacks$1(folder) {
	return listPacks(folder).reduce((sum, file) => sum + statSync(file).size, 0);
}
function readPacks(folder, hashBytes) {
	return listPacks(folder).map((file) => readPack(file, hashBytes));
}
function listPacks(folder) {
	let names;
	try {
		names = readdirSync(folder);
	} catch {
		return [];
	}
	const all = new Set(names);
	return names.filter((name) => name.endsWith(".pack") && all.has(name.replace(/pack$/, "idx"))).toSorted().map((name) => path.join(folder, name));
}
function readPack(file, hashBytes) {
	const index = new IndexFile(readFileSync(file.replace(/pack$/, "idx")), hashBytes);
	const descriptor = openSync(file, "r");
	try {
		const offsets = sortOffsets(index, fstatSync(descriptor).size - hashBytes);
		const entries = new EntryHeaders(descriptor, hashBytes);
		return {
			pack: {
				file,
				count: index.count,
				hashBytes,
				offsets,
				...readDeltas(index, offsets, entries)
			},
			oids: sortNames(index, offsets)
		};
	} finally {
		closeSync(descriptor);
	}
}
function sortOffsets(index, end) {
	const offsets = new Float64Array(new SharedArrayBuffer(8 * (index.count + 1)));
	offsets.set(Float64Array.from({ length: index.count }, (_, row) => index.offsetOf(row)).toSorted());
	offsets[index.count] = end;
	return offsets;
}
function sortNames(index, offsets) {
	const names = Buffer.allocUnsafe(index.count * index.hashBytes);
	for (let row = 0; row < index.count; row += 1) index.copyName(row, names, findObject(offsets, index.offsetOf(row)) * index.hashBytes);
	return names;
}
function findObject(offsets, offset) {
	let [low, high] = [0, offsets.length - 2];
	while (low <= high) {
		const middle = low + high >> 1;
		const found = offsets[middle] ?? 0;
		if (found === offset) return middle;
		if (found < offset) low = middle + 1;
		else high = middle - 1;
	}
	return -1;
}
function readDeltas(index, offsets, entries) {
	const { count } = index;
	const [types, bases] = [new Uint8Array(new SharedArrayBuffer(count)), new Int32Array(count).fill(-1)];
	const [firstDeltas, nextDeltas] = [createColumn(count), createColumn(count)];
	const roots = [];
	for (let object = count - 1; object >= 0; object -= 1) {
		const { type, base } = entries.read(offsets[object] ?? 0);
		if (base === null) {
			types[object] = type;
			roots.push(object);
			continue;
		}
		const row = typeof base === "number" ? -1 : index.find(base);
		const found = findObject(offsets, typeof base === "number" ? base : row === -1 ? -1 : index.offsetOf(row));
		if (found === -1) continue;
		bases[object] = found;
		nextDeltas[object] = firstDeltas[found] ?? -1;
		firstDeltas[found] = object;
	}
	for (let object = 0; object < count; object += 1) types[object] = typeOfRoot(object, types, bases);
	const column = createColumn(roots.length);
	column.set(roots.toReversed());
	return {
		types,
		roots: column,
		firstDeltas,
		nextDeltas
	};
}
function typeOfRoot(object, types, bases) {
	let root = object;
	for (let steps = 0; (bases[root] ?? -1) !== -1 && types[root] === 0; steps += 1) {
		if (steps > bases.length) return 0;
		root = bases[root] ?? -1;
	}
	return types[root] ?? 0;
}
function createColumn(count) {
	return new Int32Array(new SharedArrayBuffer(4 * count)).fill(-1);
}
// src/git/packs/pack-code.ts
const PACK_CODE = [
	"AGFzbQEAAAABYg5gAn9/AX9gAAF/YAd/f39/f39/AX9gAn9/AGAFf39/f38Bf2AAAGADf39+AGAEfn9/fwF/YAh/f39/f39/fwBg",
	"AX8AYAZ/f39/f38Bf2AEf39/fwF/YAN/f38Bf2ABfwF/AxYVAgMDAAUGBAQABwgJAQABCgsMAQINBQMBAAIGWxJ/AUEAC38BQQAL",
	"fwFBAAt+AUIAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQRQLfgFCAQt/AUEAC38BQQAL",
	"fwFBAAsHpgEMB2luZmxhdGUAEA1tZWFzdXJlVGFyZ2V0AA0KYXBwbHlEZWx0YQATEWZpbmROZXdDYW5kaWRhdGVzABEQbWVhc3Vy",
	"ZVNhbWVTdGFydAAOCXNldFRhYmxlcwAKDmNvdW50TG9uZ05hbWVzABIIbGlzdFRyZWUADwhhbGxvY2F0ZQAUB3JlbGVhc2UACw5m",
	"aW5kQ2FuZGlkYXRlcwAGBm1lbW9yeQIADAEFCqY7FcYEAQV/IARBAEEg/AsAA0AgASAHSwRAIAQgACAHai0AAEEBdGoiCCAILwEA",
	"QQFqOwEAIAdBAWohBwwBCwsgASAELwEAayEIIARBADsBAEEBIQlBgrsDQQA7AQBBASEHA0AgB0EPTQRAIAlBAXQgBCAHQQF0ai8B",
	"ACIKayIJQQBIBEBBAA8LIAdBAXQiC0GCuwNqIAtBgLsDai8BACAKajsBACAHQQFqIQcMAQsLIAlBAEoEfyAGQQFHIAhBAUtyBUEA",
	"CwRAQQAPC0EAIQcDQCABIAdLBEAgACAHai0AACIIBEAgBSAIQQF0QYC7A2oiCC8BAEEBdGogBzsBACAIIAgvAQBBAWo7AQALIAdB",
	"AWohBwwBCwtBASADdCEKIAlBAEoEQEEAIQADQCAAIApJBEAgAiAAQQJ0akGBBjYCACAAQQFqIQAMAQsLC0EAIQBBASEHA0AgAyAH",
	"TwRAIAQgB0EBdGovAQAhCANAIAgEQCAFLwEAIAYQCCAHciELIAVBAmohBSAAIQEDQCABIApJBEAgAiABQQJ0aiALNgIAIAFBASAH",
	"dGohAQwBCwtBASAHQQFrdCEBA0AgACABcQRAIAFBAXYhAQwBCwsgACABQQFrcSABckEAIAEbIgBFBEBBAQ8LIAhBAWshCAwBCwsg",
	"B0EBaiEHDAELCyAJRQRAA0AgAARAIAIgAEECdGpBADYCAEEBIANBAWt0IQEDQCAAIAFxBEAgAUEBdiEBDAELCyAAIAFBAWtxIAFy",
	"QQAgARshAAwBCwsLQQELwwEBBH8gASgCAEF8cSIDQYACSQR/IANBBHYFQR9B/P///wMgAyADQfz///8DTxsiA2drIgRBB2shAiAD",
	"IARBBGt2QRBzCyEDIAEoAgghBSABKAIEIgQEQCAEIAU2AggLIAUEQCAFIAQ2AgQLIAEgACACQQR0IANqQQJ0aiIBKAJgRgRAIAEg",
	"BTYCYCAFRQRAIAAgAkECdGoiASgCBEF+IAN3cSEDIAEgAzYCBCADRQRAIAAgACgCAEF+IAJ3cTYCAAsLCwu2AgEFfyABQQRqIgYg",
	"ASgCACIDQXxxaiIEKAIAIgJBAXEEQCAAIAQQASABIANBBGogAkF8cWoiAzYCACABKAIAQXxxIAZqIgQoAgAhAgsgA0ECcQRAIAFB",
	"BGsoAgAiASgCACEGIAAgARABIAEgBkEEaiADQXxxaiIDNgIACyAEIAJBAnI2AgAgBEEEayABNgIAIAAgA0F8cSICQYACSQR/IAJB",
	"BHYFQR9B/P///wMgAiACQfz///8DTxsiAmdrIgNBB2shBSACIANBBGt2QRBzCyICIAVBBHRqQQJ0aigCYCEDIAFBADYCBCABIAM2",
	"AgggAwRAIAMgATYCBAsgACAFQQR0IAJqQQJ0aiABNgJgIAAgACgCAEEBIAV0cjYCACAAIAVBAnRqIgAgACgCBEEBIAJ0cjYCBAup",
	"AQEBfyABQYACSQRAIAFBBHYhAQUgAUH+////AUkEQCABQQFBGyABZ2t0akEBayEBCyABQR8gAWdrIgJBBGt2QRBzIQEgAkEHayEC",
	"CyAAIAJBAnRqKAIEQX8gAXRxIgEEfyAAIAFoIAJBBHRqQQJ0aigCYAUgACgCAEF/IAJBAWp0cSIBBH8gACAAIAFoIgBBAnRqKAIE",
	"aCAAQQR0akECdGooAmAFQQALCwuXAQECfz8AIgFBAkgEf0ECIAFrQABBAEgFQQALBEAAC0GQwQVBADYCAEGwzQVBADYCAANAIABB",
	"F0kEQCAAQQJ0QZDBBWpBADYCBEEAIQEDQCABQRBJBEAgAEEEdCABakECdEGQwQVqQQA2AmAgAUEBaiEBDAELCyAAQQFqIQAMAQsL",
	"QZDBBUG0zQU/AKxCEIYQBUGQwQUkEQuGAQEDfyABQRNqQXBxQQRrIQEgACgCoAwiAwRAIAMgAUEQayIFRgRAIAMoAgAhBCAFIQEL",
	"CyACp0FwcSABayIDQRRJBEAPCyABIARBAnEgA0EIayIDQQFycjYCACABQQA2AgQgAUEANgIIIAFBBGogA2oiA0ECNgIAIAAgAzYC",
	"oAwgACABEAIL+QQCEnsEf0EA/QAEACEHQRD9AAQAIQhBIP0ABAAhCUEw/QAEACEKQcAA/QAEACERQdAA/QAEACESQeAA/QAEACEL",
	"QfAA/QAEACEMQYAB/QAEACENQZAB/QAEACEOQaAB/QAEACETQbAB/QAEACEUIAJBAEoEeyAHIAAgAmpBEGv9AAQAIgX9DA8PDw8P",
	"Dw8PDw8PDw8PDw/9TiIV/Q4gCCAFQQT9bSIF/Q79TiEGIAkgFf0OIAogBf0O/U4hDyALIBX9DiAMIAX9Dv1OIRAgDSAV/Q4gDiAF",
	"/Q79TgX9DAAAAAAAAAAAAAAAAAAAAAALIQUDQCABIAJKBEAgBiAHIAAgAmr9AAQAIgb9DA8PDw8PDw8PDw8PDw8PDw/9TiIV/Q4g",
	"CCAGQQT9bSIW/Q79TiIG/Q0ODxAREhMUFRYXGBkaGxwdIA8gCSAV/Q4gCiAW/Q79TiIP/Q0PEBESExQVFhcYGRobHB0e/U4gESAV",
	"/Q4gEiAW/Q79Tv1OIBAgCyAV/Q4gDCAW/Q79TiIQ/Q0ODxAREhMUFRYXGBkaGxwdIAUgDSAV/Q4gDiAW/Q79TiIF/Q0PEBESExQV",
	"FhcYGRobHB0e/U4gEyAV/Q4gFCAW/Q79Tv1O/VAiFf1TBEAgFf0MAAAAAAAAAAAAAAAAAAAAAP0j/WRBf3NB//8DcSEXA0AgFwRA",
	"IAIgF2hqQQJrIRkgFyAXQQFrcSEXIAAgGWooAgBB////B3FBsfPd8XlsQRB2IhpBA3ZBwAFqLQAAQQEgGkEHcXRxRQ0BIAQgGEYE",
	"QCAYDwsgAyAYQQJ0aiAZNgIAIBhBAWohGAwBCwsLIAJBEGohAgwBCwsgGAv2BQIJfwF+IwEhDSMDIQ4jBCEHIwJBCGohCyAEQY0C",
	"IAQgBEGNAk8bayEKA0AgCyANTwRAIA4gDSkDACAHrYaEIQ4gDUE/IAdrQQN2aiENIAdBOHIhB0EBIAAgDqdB/wdxQQJ0aigCACIG",
	"QYAGcUEBIAYbIAMgCksbRQRAIAMiBUEBaiEDIAUgBkEQdjoAACAHIAZBD3EiBWshByAAIA4gBa2IIg6nQf8HcUECdGooAgAiBkGA",
	"BnFBASAGG0UEQCADIgVBAWohAyAFIAZBEHY6AAAgByAGQQ9xayEHIAAgDiAGQQ9xrYgiDqdB/wdxQQJ0aigCACIGQYAGcUEBIAYb",
	"RQRAIAMiBUEBaiEDIAUgBkEQdjoAACAOIAZBD3GtiCEOIAcgBkEPcWshBwwECwsLIAZFBEAgDkGAtANBwLQDQQAQCSEGCyAOIAZB",
	"D3EiBa2IIQ4gByAFayEHIAZBgAZxIgVFBEAgAyAETwRAQQAPCyADIgVBAWohAyAFIAZBEHY6AAAMAgsgBUGABEYEQCANJAEgDiQD",
	"IAckBCADDwsgBUGABkYEQEEADwsgDqdBASAGQQR2QQ9xIgV0QQFrcSAGQRB2aiEMIA0pAwAgByAFayIJrYYgDiAFrYiEIQ4gDUE/",
	"IAlrQQN2aiENIAEgDqdB/wFxQQJ0aigCACIFRQRAIA5BgLkDQcC5A0EBEAkhBQsgDiAFQQ9xIgitiCEOIAVBgAZxQYACRwRAQQAP",
	"CyAOp0EBIAVBBHZBD3EiB3RBAWtxIAVBEHZqIQYgDiAHrYghDiAJQThyIAhrIAdrIQcgAyAMaiAESyAGIAMgAmtLcgRAQQAPCyAG",
	"QQhPBEBBACEIA0AgCCAMSQRAIAMgCGoiBSAFIAZrKQMANwMAIAhBCGohCAwBCwsFIAZBAUYEQCADIANBAWstAAAgDPwLAAVBACEI",
	"A0AgCCAMSQRAIAMgCGoiBSAFIAZrLQAAOgAAIAhBAWohCAwBCwsLCyADIAxqIQMMAQsLQQALmAEAIAFBAkYEQCAAQRB0DwsgAUEB",
	"RgRAIABBHUsEQEGABg8LIABBAXRBmMADai8BAEEQdEGAAnIgAEHUwANqLQAAQQR0cg8LIABBgAJJBEAgAEEQdA8LIABBgAJGBEBB",
	"gAQPCyAAQZ0CSwRAQYAGDwsgAEGBAmsiAEEBdEHAvwNqLwEAQRB0QYACciAAQfq/A2otAABBBHRyC3gBBX9BASEEA0AgBEEPTQRA",
	"IAUgAEIBg6dyIQUgAEIBiCEAIAUgASAEQQF0ai8BACIIayAGSARAIAIgBSAHaiAGa0EBdGovAQAgAxAIIARyDwsgByAIaiEHIAYg",
	"CGpBAXQhBiAFQQF0IQUgBEEBaiEEDAELC0GABgspACAAJAggASQJIAIkCiADJAsgBCQMIAUkDSAGrSAHrUIghoRCAYQkDgtJAQF/",
	"IABBkMEFTwRAIxFFBEAQBAsgAEEEayEBIABBD3FBASAAGwR/QQEFIAEoAgBBAXELGiABIAEoAgBBAXI2AgAjESABEAILC9oEAQd/",
	"IwOnQR9xIQQjA0IFiCQDIwRBBWskBCMDp0EfcSECIwNCBYgkAyMEQQVrJAQjA6dBD3EjA0IEiCQDIwRBBGskBEEEaiEDAkAgAkEB",
	"aiIGQR5LIARBgQJqIgVBngJLcg0AQcC7A0EAQRP8CwADQCABIANJBEAjBEEDSQRAIwMjASkDACMErYaEJAMjAUE/IwRrQQN2aiQB",
	"IwRBOHIkBAsgAUHywANqLQAAQcC7A2ojA6dBB3EjA0IDiCQDIwRBA2skBDoAACABQQFqIQEMAQsLQcC7A0ETQYCwA0EHQYC6A0HA",
	"ugNBAhAARQ0AIAUgBmohBEEAIQEDQCABIARJBEAjASMCQQhqSw0CIwMjASkDACMErYaEJAMjAUE/IwRrQQN2aiQBIwRBOHIkBCMD",
	"p0H/AHFBAnRBgLADaigCACICQQ9xIgBFDQIjAyAArYgkAyMEIABrJAQgAkEQdiIDQRBJBEAgAUHAuwNqIAM6AAAgAUEBaiEBDAIL",
	"IANBEEYiACABRXENAiAABH8gAUG/uwNqLQAABUEACyECIANBEEYEfyMDp0EDcSMDQgKIJAMjBEECayQEQQNqBSADQRFGBH8jA6dB",
	"B3EjA0IDiCQDIwRBA2skBEEDagUjA6dB/wBxIwNCB4gkAyMEQQdrJARBC2oLCyIDIAFqIgAgBEsNAiABQcC7A2ogAiAD/AsAIAAh",
	"AQwBCwtBwL0DLQAARQ0AIAVBwLsDaiAGQYCAA0EIQYC5A0HAuQNBARAARQ0AQcC7AyAFQYDgAkEKQYC0A0HAtANBABAADwtBAAux",
	"AQIEfgJ/IAAkBSAAIAFqIQYDQCMFIAZJIAJCMVRxBEACQCMFIgdBAWokBSAFIActAAAiB0H/AHGtIAKGhCEFIAdBgAFJDQAgAkIH",
	"fCECDAILCwsgACABaiEAAkADQCMFIABJIANCMVRxBEAjBSIBQQFqJAVBfyAEIAEtAAAiBkH/AHGtIAOGhCIEpyAEQv////8PVhsh",
	"ASAGQYABSQ0CIANCB3whAwwBCwtBfyEBCyABCwQAIwcLlQgCEH8BfiAAIAFqIQ4gAiADQQJ0akFAaiERIAAhAyACIQggBCQPQQAk",
	"EANAIAMgDkkEQEEAIQQgAyEBA0AgAyAOSQR/IAMtAABBIEcFQQALBEAgAyIGQQFqIgMgAWtBB0sgBi0AAEEwayIGQQdLcgRAQX8P",
	"CyAEQQN0IAZyIQQMAQsLIANBAWoiAyEGA0AgAyAOSQR/IAMtAAAFQQALBEAgA0EBaiEDDAELCyADIAZrIgtFIAYgDk9yIA4gA0EB",
	"aiIQIw1qIgNJciAIIBFPcgRAQX8PCyAEQQx2IgxBBEYhBCAHBEAgCSALIAkgC0kbIQ9BACENAkADQCANIA9JBEAgByANai0AACIS",
	"IAYgDWotAAAiE0khASASIBNHDQIgDUEBaiENDAELCyAJIA9LBH8gByAPai0AAAVBL0EAIAobCyEBIAsgD0sEfyAGIA9qLQAABUEv",
	"QQAgBBsLIAFLIQELBUEBIQELIAFFBEBBfw8LIAYhByALIQkgBCIKRSAMQQhHcSAMQQpHcQ0BIAutIw5CB4h8IRYgCyAGIgRqIQsD",
	"QCAEQQhqIgEgC00EQCMOIBYgBCkDAIV+Qh2JIRYgASEEDAELCyALIARrIgEEQCMOIBYgBCkDAEIBIAFBA3SthkIBfYOFfkIdiSEW",
	"CyMOIBZCIIggFoV+QiCIpyIBQQEgARshEiMKIBAoAgAiEyMLcSIPQQJ0aigCAEEBayEBA0AgAUEATgRAIwggASMNbGoiDCgCACAT",
	"RgRAIw1BBGshBEEAIQsCQCAQQQRqIg0gDEEEaiIMRg0AIAxBB3EgDUEHcUYEQANAIAxBB3EEQEEAIQsgBEUNAyAMLQAAIhQgDS0A",
	"ACIVayELIBQgFUcNAyAEQQFrIQQgDEEBaiEMIA1BAWohDQwBCwsDQCAEQQhPBEAgDCkDACANKQMAUQRAIAxBCGohDCANQQhqIQ0g",
	"BEEIayEEDAILCwsLA0AgBCILQQFrIQQgCwRAIAwtAAAiFCANLQAAIhVrIQsgFCAVRw0CIAxBAWohDCANQQFqIQ0MAQsLQQAhCwsF",
	"QQEhCwsgCwRAIwojCyAPQQFqcSIPQQJ0aigCAEEBayEBDAILCwsgAUEATgR/IwkgAWotAABBAkEDIAobRwRAQX8PCyMMIAFBAnRq",
	"IgsoAgAEf0EABSALIBI2AgBBAQshBCALKAIAIBJGBH8gCCABNgIAIAhBBGoFIAggAUGAgICABHI2AgAgCCASNgIEQQEhBCAIQQhq",
	"CwUgCEF+QX8gChs2AgAgCCASNgIEIAhBCGogECMN/AoAAEEBIQQgCCMNQQhqagshCCAFIAlNIARxBEAjDyMQQQN0aiIBIAYgAGs2",
	"AgAgASAJNgIEIxBBAWokEAsMAQsLIAggAmtBAnYL3QcCA38FeyABQQZIBEBBAA8LQQEgAC0AASAALQAAQQh0ciIFQaAecUGAEEcg",
	"BUEfcBsEQEEADwsgAEECaiQBIAAgAWokAkIAJANBACQEIAIhAANAIARFBEAjASMCQQhqSwRAQQAPCyMDIwEpAwAjBK2GhCQDIwFB",
	"PyMEa0EDdmokASMEQThyJAQjA6dBAXEhBCMDQgGIJAMjBEEBayQEIwOnQQNxIQEjA0ICiCQDIwRBAmskBCABBH8gAUEBRgR/IwBF",
	"BEBBwLsDQQhBkAH8CwBB0LwDQQlB8AD8CwBBwL0DQQdBGPwLAEHYvQNCiJCgwICBgoQINwAAQcC7A0GgAkGAiANBCkGAtANBwLQD",
	"QQAQABpBwLsDQQVBIPwLAEHAuwNBIEGAqANBCEGAuQNBwLkDQQEQABpBASQAC0GAiANBgKgDIAIgACACIANqEAcFIAFBAkYEfxAM",
	"BUEACwR/QYDgAkGAgAMgAiAAIAIgA2oQBwVBAAsLBSACIANqIQEjAyMEQQdxIgWtiCQDIwQgBWskBCMBIwRBA3ZrJAFCACQDQQAk",
	"BAJ/QQAjAUEEaiIFIwJLDQAaQQAjAS8BACIGIwEvAQJBf3NB//8DcUcNABogBSQBQQAgASAAIAZqIgFJIwEgBmoiBSMCS3INABog",
	"ACMBIAb8CgAAIAUkASABCwsiAEUEQEEADwsMAQsLIwEjBEEDdmskASAAIAIgA2pHBH9BAQUjAiMBQQRqSQsEQEEADwtBASEEQQAh",
	"AQNAIANBEE4EQCADQbArIANBcHEiACAAQbArThsiAGshA/0MAAAAAAAAAAAAAAAAAAAAACEH/QwAAAAAAAAAAAAAAAAAAAAAIQj9",
	"DAAAAAAAAAAAAAAAAAAAAAAhCSABIAAgBGxqIQEgACACaiEAA0AgACACSwRAIAggB/2uASEIIAcgAv0ABAAiB/2JASIKIAf9igEi",
	"C/2OAf1//a4BIQcgCSAK/QwQAA8ADgANAAwACwAKAAkA/boBIAv9DAgABwAGAAUABAADAAIAAQD9ugH9rgH9rgEhCSACQRBqIQIM",
	"AQsLIAQgB/0bACAH/RsBaiAH/RsCaiAH/RsDampB8f8DcCEEIAn9GwAgCf0bAWogCf0bAmogCf0bA2qtIAGtIAj9GwAgCP0bAWog",
	"CP0bAmogCP0bA2qtQgSGfHxC8f8DgqchAQwBCwsDQCADQQBKBEAgAiIAQQFqIQIgBCAALQAAaiIEIAFqIQEgA0EBayEDDAELCyMB",
	"KAIAIgBBgP6DeHFBCHcgAEH/gfwHcUEIeHIgBEHx/wNwIAFB8f8DcEEQdHJGC4YBAQV/A0AgBCMGSARAIARBA3RBkMEDaiIGKAIA",
	"IgUgAGogBigCBCAFa0EPakFwcUEAIAEgA0ECdGogAiADaxAGIANqIQcDQCADIAdIBEAgASADQQJ0aiIGIAYoAgAgBWo2AgAgA0EB",
	"aiEDDAELCyACIANGBEAgAw8LIARBAWohBAwBCwsgAwsEACMQC8wHAgZ/An4gAiQFIAIgA2ohCQJAA0AjBSAJSSANQjFUcQRAIwUi",
	"AkEBaiQFQX8gDiACLQAAIgJB/wBxrSANhoQiDqcgDkL/////D1YbIQMgAkGAAUkNAiANQgd8IQ0MAQsLQX8hAwsgASADRwR/QQEF",
	"QgAhDkIAIQ0CQANAIwUgCUkgDUIxVHEEQCMFIgJBAWokBUF/IA4gAi0AACICQf8Aca0gDYaEIg6nIA5C/////w9WGyEDIAJBgAFJ",
	"DQIgDUIHfCENDAELC0F/IQMLIAMgBUcLBEBBAA8LIAQgBWohCiAEIQJBACQGQQAkBwNAIwUgCUkEQCACIARrIQsjBSIDQQFqJAUg",
	"Ay0AACIIQYABSQRAIAhFIAIgCGogCktyIwUgCGogCUtyBEBBAA8LIwUhB0EAIQMDQCADIAhJBEAgAiADaiADIAdq/QAEAP0LBAAg",
	"A0EQaiEDDAELCyALIAZrIgNBACADQQBOGyEDIAUgCCALaiAGaiIHIAUgB0gbIQcjBkEDdEGIwQNqIQsCQCMGQQBKBH8jBkGAIEYg",
	"AyALKAIETHIFQQALBEAgCyAHIAsoAgQiAyADIAdIGzYCBAwBCyALQQhqIgsgAzYCACALIAc2AgQjBkEBaiQGCyMFIAhqJAUgAiAI",
	"aiECDAILIAhBAXEEfyMFIgNBAWokBSADLQAABUEACyEDIAhBAnEEQCMFIgdBAWokBSADIActAABBCHRyIQMLIAhBBHEEQCMFIgdB",
	"AWokBSADIActAABBEHRyIQMLIAhBCHEEfyMFIgdBAWokBSADIActAABBGHRyBSADCyEHIAhBEHEEfyMFIgNBAWokBSADLQAABUEA",
	"CyEDIAhBIHEEQCMFIgxBAWokBSADIAwtAABBCHRyIQMLIAhBwABxBEAjBSIIQQFqJAUgAyAILQAAQRB0ciEDCyACIANBgIAEIAMb",
	"IghqIApLIAGtIAetIAitfFRyBEBBAA8LIAAgB2ohDCAIQYACSwRAIAIgDCAI/AoAAAVBACEDA0AgAyAISQRAIAIgA2ogAyAMav0A",
	"BAD9CwQAIANBEGohAwwBCwsLIAtBAEoEQAJAIAsgBmsiA0EAIANBAE4bIQMgBSAGIAtqIgcgBSAHSBshByMGQQN0QYjBA2ohCyMG",
	"QQBKBH8jBkGAIEYgAyALKAIETHIFQQALBEAgCyAHIAsoAgQiAyADIAdIGzYCBAwBCyALQQhqIgsgAzYCACALIAc2AgQjBkEBaiQG",
	"CwUgB0UEQCAIJAcLCyACIAhqIQIMAQsLIwUgCUYgAiAKRnELswIBBH8jEUUEQBAECyAAQfz///8DSwRAAAsjESIBIABBDE0Ef0EM",
	"BSAAQRNqQXBxQQRrCyIDEAMiAEUEQCADQYACTwR/IANB/v///wFJBH8gA0EBQRsgA2drdGpBAWsFIAMLBSADC0EEIAEoAqAMPwAi",
	"AEEQdEEEa0d0akH//wNqQYCAfHFBEHYhAiAAIAIgACACShtAAEEASARAIAJAAEEASARAAAsLIAEgAEEQdD8ArEIQhhAFIAEgAxAD",
	"IQALIAAoAgAaIAEgABABIAAoAgAiAkF8cSADayIEQRBPBEAgACADIAJBAnFyNgIAIABBBGogA2oiAiAEQQRrQQFyNgIAIAEgAhAC",
	"BSAAIAJBfnE2AgAgAEEEaiAAKAIAQXxxaiIBIAEoAgBBfXE2AgALIABBBGoLC9sBBQBBwL8DCzoDAAQABQAGAAcACAAJAAoACwAN",
	"AA8AEQATABcAGwAfACMAKwAzADsAQwBTAGMAcwCDAKMAwwDjAAIBAEGCwAMLFAEBAQECAgICAwMDAwQEBAQFBQUFAEGYwAMLPAEA",
	"AgADAAQABQAHAAkADQARABkAIQAxAEEAYQCBAMEAAQGBAQECAQMBBAEGAQgBDAEQARgBIAEwAUABYABB2MADCxoBAQICAwMEBAUF",
	"BgYHBwgICQkKCgsLDAwNDQBB8sADCxMQERIACAcJBgoFCwQMAw0CDgEP"
].join("");
// src/git/packs/pack-memory.ts
const SLACK$1 = 64;
const PLACES = 8384;
const CAPACITY = 8192;
const BLOCK = 16;
const wasm = globalThis.WebAssembly;
function canReadPacks() {
	return wasm?.validate(Buffer.from(PACK_CODE, "base64")) === true;
}
var PackMemory = class {
	functions;
	#bytes;
	constructor() {
		if (!wasm) throw new Error("there is no WebAssembly here");
		this.functions = new wasm.Instance(new wasm.Module(Buffer.from(PACK_CODE, "base64"))).exports;
		this.#bytes = Buffer.from(this.functions.memory.buffer);
	}
	get bytes() {
		if (this.#bytes.buffer !== this.functions.memory.buffer) this.#bytes = Buffer.from(this.functions.memory.buffer);
		return this.#bytes;
	}
	allocate(size) {
		return this.functions.allocate(size + SLACK$1) >>> 0;
	}
	release(at) {
		this.functions.release(at);
	}
	*findPlaces(text, size) {
		const length = Math.ceil(size / BLOCK) * BLOCK;
		for (let from = 0, count = CAPACITY, last = -1; count === CAPACITY;) {
			count = this.functions.findCandidates(text, length, from, PLACES, CAPACITY);
			const places = this.#takePlaces(count).filter((place) => place > last);
			yield* places;
			last = places.at(-1) ?? last;
			from = Math.floor((last + 2) / BLOCK) * BLOCK;
		}
	}
	findNewPlaces(text) {
		const count = this.functions.findNewCandidates(text, PLACES, CAPACITY);
		return count === CAPACITY ? null : this.#takePlaces(count);
	}
	#takePlaces(count) {
		return count === 0 ? [] : [...new Int32Array(this.functions.memory.buffer, PLACES, count)];
	}
};
// src/git/packs/entry-cache.ts
const PAGE = 32768;
const PAGES = 64;
var EntryCache = class {
	#pack;
	#memory;
	#descriptor;
	#pages;
	#places = /* @__PURE__ */ new Map();
	#pageOfPlace = new Float64Array(PAGES).fill(-1);
	#next = 0;
	#large;
	#opened = {
		at: 0,
		length: 0,
		header: 0,
		size: 0
	};
	constructor(pack, memory) {
		this.#pack = pack;
		this.#memory = memory;
		this.#descriptor = openSync(pack.file, "r");
		this.#pages = memory.allocate(PAGE * PAGES);
		this.#large = {
			at: memory.allocate(PAGE),
			size: PAGE
		};
	}
	close() {
		closeSync(this.#descriptor);
		this.#memory.release(this.#pages);
		this.#memory.release(this.#large.at);
	}
	open(object) {
		const { at, length } = this.#load(object);
		const { bytes } = this.#memory;
		let byte = bytes[at] ?? 0;
		const type = byte >> 4 & 7;
		let [header, size] = [1, byte & 15];
		for (let factor = 16; byte & 128 && header < length; factor *= 128) {
			byte = bytes[at + header++] ?? 0;
			size += (byte & 127) * factor;
		}
		if (type === 6) while ((bytes[at + header++] ?? 0) & 128);
		if (type === 7) header += this.#pack.hashBytes;
		this.#opened = {
			at,
			length,
			header,
			size
		};
		return { size };
	}
	inflate(to) {
		const { at, length, header, size } = this.#opened;
		return header <= length && this.#memory.functions.inflate(at + header, length - header, to, size) !== 0;
	}
	#load(object) {
		const offset = this.#pack.offsets[object] ?? 0;
		const length = (this.#pack.offsets[object + 1] ?? 0) - offset;
		const page = Math.floor(offset / PAGE);
		if (Math.floor((offset + length - 1) / PAGE) === page) return {
			at: this.#loadPage(page) + offset % PAGE,
			length
		};
		if (length > this.#large.size) {
			this.#memory.release(this.#large.at);
			this.#large = {
				at: this.#memory.allocate(2 * length),
				size: 2 * length
			};
		}
		readSync(this.#descriptor, this.#memory.bytes, this.#large.at, length, offset);
		return {
			at: this.#large.at,
			length
		};
	}
	#loadPage(page) {
		const known = this.#places.get(page);
		if (known !== void 0) return this.#pages + known * PAGE;
		const place = this.#next;
		this.#next = (this.#next + 1) % PAGES;
		this.#places.delete(this.#pageOfPlace[place] ?? -1);
		this.#pageOfPlace[place] = page;
		this.#places.set(page, place);
		const at = this.#pages + place * PAGE;
		readSync(this.#descriptor, this.#memory.bytes, at, PAGE, page * PAGE);
		return at;
	}
};
// src/git/packs/pack-reader.ts
const MAX_SIZE = 16777216;
const MAX_HELD = 67108864;
var PackReader = class {
	#pack;
	#memory;
	#visitor;
	#entries;
	#delta;
	#held = 0;
	constructor(pack, memory, visitor) {
		this.#pack = pack;
		this.#memory = memory;
		this.#visitor = visitor;
		this.#entries = new EntryCache(pack, memory);
		this.#delta = {
			at: memory.allocate(INITIAL_DELTA),
			size: INITIAL_DELTA
		};
	}
	*readFamily(root) {
		const stack = [];
		yield* this.#push(stack, root, this.#unpackRoot(root));
		for (let base = stack.at(-1); base; base = stack.at(-1)) {
			const object = base.next;
			base.next = this.#pack.nextDeltas[object] ?? -1;
			const unpacked = this.#unpackDelta(object, base);
			if (base.next === -1) this.#release(stack.pop() ?? base);
			yield* this.#push(stack, object, unpacked);
		}
	}
	close() {
		this.#entries.close();
		this.#memory.release(this.#delta.at);
	}
	*#push(stack, object, unpacked) {
		const next = this.#pack.firstDeltas[object] ?? -1;
		if (unpacked === null) {
			this.#skip(object);
			return;
		}
		const reach = this.#visitor.visit(unpacked);
		yield;
		const base = {
			at: unpacked.at,
			size: unpacked.size,
			reach,
			next
		};
		this.#held += unpacked.size;
		if (next === -1) this.#release(base);
		else stack.push(base);
	}
	#release({ at, size }) {
		this.#memory.release(at);
		this.#held -= size;
	}
	#skip(object) {
		for (const stack = [object]; stack.length > 0;) {
			const skipped = stack.pop() ?? -1;
			this.#visitor.visitUnread(skipped);
			for (let delta = this.#pack.firstDeltas[skipped] ?? -1; delta !== -1; delta = this.#pack.nextDeltas[delta] ?? -1) stack.push(delta);
		}
	}
	#unpackRoot(object) {
		const { size } = this.#entries.open(object);
		if (size > MAX_SIZE) return null;
		const at = this.#memory.allocate(size);
		if (this.#entries.inflate(at)) return {
			object,
			at,
			size,
			reach: null,
			sameStart: 0
		};
		this.#memory.release(at);
		return null;
	}
	#unpackDelta(object, base) {
		const { functions } = this.#memory;
		const { size: length } = this.#entries.open(object);
		if (length > MAX_SIZE) return null;
		this.#growDelta(length);
		if (!this.#entries.inflate(this.#delta.at)) return null;
		const size = functions.measureTarget(this.#delta.at, length) >>> 0;
		if (size > MAX_SIZE || this.#held + size > MAX_HELD) return null;
		const at = this.#memory.allocate(size);
		if (functions.applyDelta(base.at, base.size, this.#delta.at, length, at, size, base.reach ?? 0)) return {
			object,
			at,
			size,
			reach: base.reach,
			sameStart: functions.measureSameStart()
		};
		this.#memory.release(at);
		return null;
	}
	#growDelta(size) {
		if (size <= this.#delta.size) return;
		this.#memory.release(this.#delta.at);
		this.#delta = {
			at: this.#memory.allocate(2 * size),
			size: 2 * size
		};
	}
};
const INITIAL_DELTA = 65536;
// src/git/packs/tree-lister.ts
const PIECE_LENGTH = 2 ** 18;
const MAX_PIECES = 96;
const [PIECES, LISTERS] = [0, 1];
function createTreeListing(names, key) {
	return {
		names,
		key,
		places: new Int32Array(new SharedArrayBuffer(4 * names.count)),
		begun: new Int32Array(new SharedArrayBuffer(8))
	};
}
var TreeLister = class {
	#listing;
	#memory;
	#tables;
	#longLength;
	#taker;
	#lister;
	#piece = {
		lister: 0,
		piece: 0,
		numbers: /* @__PURE__ */ new Int32Array()
	};
	#used = 0;
	#output = {
		numbers: 0,
		longs: 0,
		size: 0
	};
	constructor(listing, memory, longLength, taker) {
		[this.#listing, this.#memory, this.#longLength, this.#taker] = [
			listing,
			memory,
			longLength,
			taker
		];
		this.#lister = Atomics.add(listing.begun, LISTERS, 1);
		const { names, key } = listing;
		const [ids = 0, types = 0, slots = 0] = [
			names.names,
			names.types,
			names.slots
		].map((column) => this.#copy(column));
		const hashes = memory.allocate(4 * names.count);
		memory.bytes.fill(0, hashes, hashes + 4 * names.count);
		this.#tables = [
			ids,
			types,
			slots,
			hashes
		];
		memory.functions.setTables(ids, types, slots, names.slots.length - 1, hashes, names.hashBytes, ...key);
	}
	list(object, { at, size }) {
		this.#growOutput(size);
		const { numbers, longs } = this.#output;
		const count = this.#memory.functions.listTree(at, size, numbers, size + SLACK >> 2, longs, this.#longLength);
		if (count < 0 || !this.#makeRoom(count + 1)) return;
		const into = this.#piece.numbers;
		into[this.#used] = count;
		const listed = new Int32Array(this.#memory.functions.memory.buffer, numbers, count);
		into.set(listed, this.#used + 1);
		this.#listing.places[object] = this.#piece.piece * PIECE_LENGTH + this.#used + 1;
		this.#used += count + 1;
		this.#tellLongNames(at);
	}
	close() {
		if (this.#used > 0) this.#taker.takePiece({
			...this.#piece,
			numbers: this.#piece.numbers.slice(0, this.#used)
		});
		const hashes = new Int32Array(this.#memory.functions.memory.buffer, this.#tables.at(-1), this.#listing.names.count);
		this.#taker.takeHashes({
			lister: this.#lister,
			hashes: hashes.slice()
		});
		for (const table of this.#tables) this.#memory.release(table);
	}
	#copy(column) {
		const at = this.#memory.allocate(column.byteLength);
		this.#memory.bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
		return at;
	}
	#makeRoom(count) {
		if (this.#used + count <= this.#piece.numbers.length) return true;
		if (count > PIECE_LENGTH) return false;
		const piece = Atomics.add(this.#listing.begun, PIECES, 1);
		if (piece >= MAX_PIECES) return false;
		if (this.#used > 0) this.#taker.takePiece(this.#piece);
		this.#piece = {
			lister: this.#lister,
			piece,
			numbers: new Int32Array(PIECE_LENGTH)
		};
		this.#used = 0;
		return true;
	}
	#tellLongNames(tree) {
		const count = this.#memory.functions.countLongNames();
		if (count === 0) return;
		const pairs = new Int32Array(this.#memory.functions.memory.buffer, this.#output.longs, 2 * count);
		for (let index = 0; index < 2 * count; index += 2) {
			const from = tree + (pairs[index] ?? 0);
			this.#taker.takeName(this.#memory.bytes.subarray(from, from + (pairs[index + 1] ?? 0)));
		}
	}
	#growOutput(size) {
		if (size <= this.#output.size) return;
		if (this.#output.size > 0) {
			this.#memory.release(this.#output.numbers);
			this.#memory.release(this.#output.longs);
		}
		const room = 2 * size;
		this.#output = {
			numbers: this.#memory.allocate(room + SLACK),
			longs: this.#memory.allocate(room >> 2),
			size: room
		};
	}
};
const SLACK = 128;
// src/git/origin.ts
var origin_exports = /* @__PURE__ */ __exportAll({ readOrigin: () => readOrigin });
async function readOrigin(location) {
	try {
		const git = new Git((await findRepository(location.repo)).gitDir, location.environment);
		const url = await git.run([
			"config",
			"--get",
			"remote.origin.url"
		]);
		const named = url.code === 0 ? parseOrigin(url.stdout.trim()) : null;
		if (named === null) return null;
		const head = await git.run([
			"symbolic-ref",
			"--quiet",
			"refs/remotes/origin/HEAD"
		]);
		const [, defaultBranch = null] = /^refs\/remotes\/origin\/(\S+)\n?$/.exec(head.code === 0 ? head.stdout : "") ?? [];
		return {
			...named,
			defaultBranch
		};
	} catch (error) {
		if (error instanceof UsageError) return null;
		throw error;
	}
}
function parseOrigin(url) {
	const [, host = "", path = ""] = /^(?:https?|ssh|git):\/\/(?:[^/@]*@)?([^/:]+)(?::\d+)?\/(.+)$/i.exec(url) ?? /^(?:[^/@:]+@)?([^/:@]+):(?!\/\/)(.+)$/.exec(url) ?? [];
	const [, repository] = /^\/?([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(path) ?? [];
	if (repository === void 0) return null;
	const server = host.toLowerCase() === "ssh.github.com" ? "github.com" : host;
	return {
		serverUrl: server.includes(".") ? `https://${server}` : null,
		repository
	};
}
// src/sources/fetched/completeness.ts
var completeness_exports = /* @__PURE__ */ __exportAll({ hasWholeRange: () => hasWholeRange });
const CLOCK_ERROR = 3600;
async function hasWholeRange({ repo, environment }, range) {
	const { base, head } = range;
	if (!isFullObjectId(head) || base !== null && !isFullObjectId(base)) return false;
	const repository = await findRepository(repo).catch(() => null);
	if (!repository) return false;
	const git = new Git(repository.gitDir, environment);
	return await hasCommits(git, range) && await reachesFarEnough(git, range, repository);
}
async function hasCommits(git, range) {
	const { code } = await git.run([
		"rev-list",
		"--max-count=1",
		...formatRevisions(range),
		"--"
	]);
	return code === 0;
}
async function reachesFarEnough(git, range, { shallow, isPartial }) {
	if (shallow.size > 0) {
		if (range.base === null) return false;
		const { kind } = await measureCompleteness(git, range, {
			shallow,
			since: null
		});
		if (kind !== "exact") return false;
	}
	return !isPartial || (await listMissing(git, formatRevisions(range))).size === 0;
}
async function measureCompleteness(git, range, { shallow, since }) {
	const { base } = range;
	if (shallow.size === 0 || base === null) return { kind: "exact" };
	const { commits, oldestCommit, oldestParent } = await walkRange(git, range);
	const oldest = Math.min(oldestCommit, oldestParent, await findNewestTime(git, [base]));
	if (commits.some((commit) => shallow.has(commit))) return {
		kind: "cut",
		oldest
	};
	if (commits.length === 0 || await allDescendFromBase(git, range, commits.length)) return { kind: "exact" };
	const limit = oldestCommit - CLOCK_ERROR;
	if (since !== null && since <= limit || await findNewestTime(git, shallow) < limit) return { kind: "exact" };
	return {
		kind: "doubtful",
		oldest
	};
}
async function walkRange(git, range) {
	const commits = [];
	let [oldestCommit, oldestParent] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
	const args = [
		"--boundary",
		"--format=%m %H %ct",
		...formatRevisions(range)
	];
	for await (const [mark, commit = "", time] of listFormatted(git, args)) {
		if (mark === "-") {
			oldestParent = Math.min(oldestParent, Number(time));
			continue;
		}
		commits.push(commit);
		oldestCommit = Math.min(oldestCommit, Number(time));
	}
	return {
		commits,
		oldestCommit,
		oldestParent
	};
}
async function allDescendFromBase(git, range, count) {
	const exit = await git.run([
		"rev-list",
		"--count",
		"--ancestry-path",
		...formatRevisions(range),
		"--"
	]);
	if (exit.code !== 0) throw createGitError(exit, "count commits");
	return Number(exit.stdout) === count;
}
async function findNewestTime(git, commits) {
	let newest = Number.NEGATIVE_INFINITY;
	const input = [...commits].map((commit) => `${commit}\n`).join("");
	for await (const [, time] of listFormatted(git, [
		"--no-walk=unsorted",
		"--format=_ %ct",
		"--stdin"
	], input)) newest = Math.max(newest, Number(time));
	return newest;
}
async function* listFormatted(git, args, input = "") {
	const running = git.start([
		"rev-list",
		...args,
		...input === "" ? ["--"] : []
	]);
	running.input.end(input);
	for await (const lines of splitLines(running.output)) for (const line of lines) if (!line.startsWith("commit ")) yield line.split(" ");
	const exit = await running.exited;
	if (exit.code !== 0) throw createGitError(exit, "list commits");
}
// src/sources/fetched/access.ts
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;
const NETWORK_VARIABLES = /^(?:(?:https?|all|no)_proxy|ssl_cert_(?:file|dir)|git_ssl_ca(?:info|path))$/i;
const FETCH_SETTINGS = [
	["remote.origin.followRemoteHEAD", "never"],
	["protocol.version", "2"],
	["fetch.negotiationAlgorithm", "noop"],
	["credential.helper", ""],
	["http.followRedirects", "false"],
	["http.lowSpeedLimit", "100"],
	["http.lowSpeedTime", "60"],
	["fetch.fsckObjects", "false"],
	["gc.auto", "0"],
	["core.fsync", "none"],
	["maintenance.auto", "false"]
];
function parseRepositoryUrl(url) {
	if (!URL.canParse(url)) throw new UsageError(describeInvalidUrl(url));
	const { protocol, hostname, username, password, search, hash } = new URL(url);
	if (username !== "" || password !== "") throw new UsageError(URL_WITH_PASSWORD);
	if (search !== "" || hash !== "") throw new UsageError(describeUrlWithQuery(url));
	if (protocol === "https:") return {
		url,
		protocol: "https"
	};
	if (protocol === "http:" && LOOPBACK.test(hostname)) return {
		url,
		protocol: "http"
	};
	throw new UsageError(describeUnencryptedUrl(url));
}
function buildFetchEnvironment({ url, protocol }, token, environment, home) {
	const settings = [
		["remote.origin.url", url],
		...FETCH_SETTINGS,
		...platform() === "win32" ? [["http.sslBackend", "schannel"]] : [],
		...token === null ? [] : [[`http.${url}.extraheader`, formatAuthorization(token)]]
	];
	const network = Object.entries(environment).filter((entry) => {
		return NETWORK_VARIABLES.test(entry[0]) && entry[1] !== void 0;
	});
	return {
		...Object.fromEntries(network),
		...formatSettings(settings),
		GIT_ALLOW_PROTOCOL: protocol,
		HOME: home,
		USERPROFILE: home
	};
}
function formatAuthorization(token) {
	return `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`;
}
function formatSettings(settings) {
	const variables = settings.flatMap(([name, value], index) => [[`GIT_CONFIG_KEY_${index}`, name], [`GIT_CONFIG_VALUE_${index}`, value]]);
	return {
		...Object.fromEntries(variables),
		GIT_CONFIG_COUNT: String(settings.length)
	};
}
// src/sources/fetched/fetch-result.ts
const UNKNOWN$1 = /not our ref ([0-9a-f]{40,64})|unadvertised object ([0-9a-f]{40,64})|couldn't find remote ref (\S+)|did not contain ([0-9a-f]{40,64})/;
const FULL = /No space left on device|Disk quota exceeded|File too large|couldn't write|unable to write|write error/i;
const UNFILTERED = /filter '?[^'\n]*'? not supported|filter.{0,40}(?:is not allowed|disallowed)/i;
const UNAUTHENTICATED = /could not read (?:Username|Password)|Authentication failed/;
const STATUS = /The requested URL returned error: (\d{3})/;
function parseFetchResult({ code, stderr }) {
	if (code === 0) return { kind: "fetched" };
	if (FULL.test(stderr)) return { kind: "full" };
	const unknown = UNKNOWN$1.exec(stderr)?.slice(1).find((name) => name !== void 0);
	if (unknown !== void 0) return {
		kind: "unknown",
		name: unknown
	};
	if (UNAUTHENTICATED.test(stderr)) return {
		kind: "refused",
		status: 401
	};
	if (/^fatal: repository '.*' not found/m.test(stderr)) return {
		kind: "refused",
		status: 404
	};
	const status = STATUS.exec(stderr)?.[1];
	if (status === "403") return {
		kind: "refused",
		status: 403
	};
	if (status?.startsWith("30")) return {
		kind: "failed",
		why: extractComplaint(stderr),
		isFinal: true
	};
	if (UNFILTERED.test(stderr)) return { kind: "unfiltered" };
	if (/mismatched algorithms/.test(stderr)) return { kind: "mismatched" };
	if (code === 129) return {
		kind: "failed",
		why: FETCH_FAULTS["old-git"]
	};
	if (code === null) return {
		kind: "failed",
		why: FETCH_FAULTS.stopped
	};
	return {
		kind: "failed",
		why: /RPC failed; (.+)/.exec(stderr)?.[1] ?? extractComplaint(stderr)
	};
}
function describeFetchFailure(result) {
	switch (result.kind) {
		case "fetched": return FETCH_FAULTS["not-there"];
		case "unknown": return describeUnknownName(result.name);
		case "refused": return describeRefusal(result.status);
		case "unfiltered": return FETCH_FAULTS.unfiltered;
		case "mismatched": return FETCH_FAULTS.mismatched;
		case "full": return FETCH_FAULTS.full;
		case "failed": return result.why;
		default: return result;
	}
}
function createFetchGap(detail) {
	return {
		kind: "unfetched",
		detail
	};
}
function createRefusedError(status, { url, token }) {
	return new UsageError(describeRefusedRepository(status, {
		url,
		hasToken: token !== null
	}));
}
// src/sources/fetched/remote.ts
const FETCH_TIMEOUTS = {
	retryDelays: [1e3, 5e3],
	attempt: 9e5
};
const FETCH_OPTIONS = [
	"--quiet",
	"--no-tags",
	"--no-write-fetch-head",
	"--recurse-submodules=no",
	"--stdin",
	"origin"
];
var Remote = class {
	#git;
	#signal;
	#timeouts;
	#clock;
	#hasFilters = true;
	#latest = Promise.resolve();
	constructor(git, signal, timeouts, clock) {
		this.#git = git;
		this.#signal = signal;
		this.#timeouts = timeouts;
		this.#clock = clock;
	}
	async fetch(refspecs, options) {
		const input = refspecs.map((refspec) => `${refspec}\n`).join("");
		return (await this.#repeat(async () => await this.#attempt(["fetch", ...this.#support(options)], input))).result;
	}
	async list(patterns) {
		const args = [
			"ls-remote",
			"--quiet",
			"origin",
			...patterns
		];
		const { result, output } = await this.#repeat(async () => await this.#attempt(args, ""));
		if (result.kind !== "fetched") return result;
		return {
			kind: "listed",
			lines: output.split("\n").filter((line) => line !== "")
		};
	}
	async #repeat(attempt) {
		const delays = [...this.#timeouts.retryDelays];
		for (;;) {
			const { result, output } = await attempt();
			if (result.kind === "unfiltered" && this.#hasFilters) {
				this.#hasFilters = false;
				continue;
			}
			const delay = delays.shift();
			if (result.kind !== "failed" || result.isFinal || delay === void 0) return {
				result,
				output
			};
			await this.#clock.sleep(delay, this.#signal);
		}
	}
	async waitForExit() {
		await this.#latest;
	}
	#support(options) {
		return [...options.map((option) => {
			return option.startsWith("--filter=") && !this.#hasFilters ? "--no-filter" : option;
		}), ...FETCH_OPTIONS];
	}
	async #attempt(args, input) {
		this.#signal.throwIfAborted();
		const running = this.#git.start(args);
		const finished = new AbortController();
		const timedOut = this.#stopAfterTimeout(running, finished.signal);
		this.#signal.addEventListener("abort", running.stop, { once: true });
		try {
			running.input.end(input);
			const ended = waitForEnd(running);
			this.#latest = ended;
			const { exit, output } = await ended;
			this.#signal.throwIfAborted();
			if (exit.spawnError) throw createGitError(exit, "fetch");
			finished.abort();
			if (await timedOut) return {
				result: {
					kind: "failed",
					why: describeTimeout(this.#timeouts.attempt / 6e4)
				},
				output: ""
			};
			return {
				result: parseFetchResult(exit),
				output
			};
		} finally {
			finished.abort();
			this.#signal.removeEventListener("abort", running.stop);
		}
	}
	async #stopAfterTimeout(running, signal) {
		await this.#clock.sleep(this.#timeouts.attempt, signal);
		if (signal.aborted) return false;
		running.stop();
		return true;
	}
};
async function waitForEnd({ output, exited }) {
	const parts = [];
	for await (const part of output) parts.push(part);
	return {
		exit: await exited,
		output: Buffer.concat(parts).toString()
	};
}
// src/sources/fetched/scratch-repository.ts
async function createScratchRepository(options, format, fill) {
	const { url, token, temp, environment, timeouts = FETCH_TIMEOUTS, clock = SYSTEM_CLOCK } = options;
	const address = parseRepositoryUrl(url);
	const { dir, home, remove } = await createBareRepository(temp, format);
	const closing = new AbortController();
	const signal = AbortSignal.any([closing.signal, ...options.signal ? [options.signal] : []]);
	const stopGroup = platform() === "win32" ? null : (pid) => void kill(-pid);
	const remote = new Remote(new Git(dir, environment, buildFetchEnvironment(address, token, environment, home), stopGroup), signal, timeouts, clock);
	const close = async () => {
		closing.abort(/* @__PURE__ */ new Error("what was fetched was closed"));
		await remote.waitForExit();
		await remove();
	};
	try {
		return {
			...await fill({
				dir,
				git: new Git(dir, environment),
				remote
			}),
			close
		};
	} catch (error) {
		await close();
		throw error;
	}
}
async function createBareRepository(temp, format) {
	let folder = null;
	const remove = async () => {
		if (folder !== null) await rm(folder, {
			recursive: true,
			force: true,
			maxRetries: 5,
			retryDelay: 100
		});
	};
	try {
		folder = await mkdtemp(join(temp, "key-guard-"));
		const [dir, home] = [join(folder, "fetched.git"), join(folder, "home")];
		for (const path of [
			home,
			join(dir, "objects"),
			join(dir, "refs")
		]) await mkdir(path, { recursive: true });
		await writeFile$1(join(dir, "HEAD"), "ref: refs/heads/none\n");
		await writeFile$1(join(dir, "config"), format === "sha1" ? CONFIG : `${CONFIG}${SHA256_CONFIG}`);
		return {
			dir,
			home,
			remove
		};
	} catch (error) {
		await remove();
		throw new UsageError(describeUnwritableTemp(temp, error.code));
	}
}
const CONFIG = "[core]\n	repositoryformatversion = 1\n	bare = true\n";
const SHA256_CONFIG = "[extensions]\n	objectFormat = sha256\n";
// src/sources/fetched/fetched-file.ts
var fetched_file_exports = /* @__PURE__ */ __exportAll({ fetchFile: () => fetchFile });
async function fetchFileVersions({ git, remote }, range, path) {
	const versions = await readFileVersions(git, range, path);
	const { base } = versions;
	if (base.kind !== "missing" || base.oid === null) return versions;
	return (await remote.fetch([base.oid], ["--filter=blob:none"])).kind === "fetched" ? await readFileVersions(git, range, path) : versions;
}
async function fetchFile(options, revision, path) {
	const { base, close } = await createScratchRepository(options, revision.length === 64 ? "sha256" : "sha1", async (scratch) => {
		if ((await scratch.remote.fetch([`+${revision}:${FETCHED}`], ["--depth=1", "--filter=blob:none"])).kind !== "fetched") return { base: { kind: "no-commit" } };
		return await fetchFileVersions(scratch, {
			base: FETCHED,
			head: null
		}, path);
	});
	await close();
	return base;
}
const FETCHED = "refs/scan/base";
// src/sources/fetched/deepen.ts
const MARGIN = 86400;
const DEEPEN_STEPS = [
	"--deepen=100",
	"--deepen=2000",
	"--depth=2147483647"
];
async function deepenRange({ git, remote, dir }, range, refs) {
	const steps = [...DEEPEN_STEPS];
	let since = null;
	let result = { kind: "fetched" };
	for (let tryDate = true;; tryDate = !tryDate) {
		const { shallow } = await findRepository(dir);
		const completeness = await measureCompleteness(git, range, {
			shallow,
			since
		});
		if (completeness.kind === "exact") return completeness;
		const date = completeness.oldest - MARGIN;
		const isUseful = date > 0 && (since === null || date < since);
		const isByDate = (tryDate || completeness.kind === "doubtful") && isUseful;
		if (isByDate) since = date;
		const step = isByDate ? `--shallow-since=@${date} +0000` : steps.shift();
		if (step === void 0 || result.kind !== "fetched") return {
			kind: completeness.kind,
			result
		};
		result = await remote.fetch(refs, [step, "--filter=tree:0"]);
	}
}
// src/sources/fetched/endpoints.ts
const [HEAD_REF, BASE_REF] = ["refs/scan/head", "refs/scan/base"];
const MAX_MOVED_ON = 1e3;
async function fetchEndpoints(scratch, endpoints, depth) {
	const heads = [endpoints.head, ...endpoints.refs];
	const bases = [...endpoints.base === null ? [] : [endpoints.base], ...endpoints.baseRefs];
	for (;;) {
		const [head, base] = [heads[0], bases[0]];
		if (head === void 0) return createUnknown(endpoints.head);
		if (base === void 0 && endpoints.base !== null) return createUnknown(endpoints.base);
		const options = base === void 0 ? ["--no-filter"] : [`--depth=${depth}`, "--filter=blob:none"];
		const refs = [head, ...base === void 0 ? [] : [base]];
		const refspecs = refs.map((ref, index) => `+${ref}:${index === 0 ? HEAD_REF : BASE_REF}`);
		const result = await scratch.remote.fetch(refspecs, options);
		if (result.kind === "fetched") return await findFetched(scratch, endpoints, refs);
		if (result.kind !== "unknown") return {
			kind: "failed",
			result
		};
		if (result.name === head) heads.shift();
		if (result.name === base) bases.shift();
		if (result.name !== head && result.name !== base) return {
			kind: "failed",
			result
		};
	}
}
async function findFetched({ git, remote }, { base, head }, refs) {
	const [headRef, baseRef] = refs;
	const found = (base, isBaseReplaced = false) => {
		return {
			kind: "fetched",
			range: {
				base,
				head
			},
			refs,
			isBaseReplaced
		};
	};
	if (headRef === head && (baseRef ?? null) === base) return found(base);
	const commits = [head, ...base === null ? [] : [base]];
	if ((await Promise.all(commits.map((commit) => findCommit(git, commit)))).includes(null)) await remote.fetch(refs, [`--deepen=${MAX_MOVED_ON}`, "--filter=tree:0"]);
	if (await findCommit(git, head) === null) return createUnknown(head);
	if (baseRef === void 0) return found(null);
	const exact = base === null ? null : await findCommit(git, base);
	if (exact !== null) return found(exact);
	const replacement = await findCommit(git, BASE_REF);
	return replacement === null ? createUnknown(baseRef) : found(replacement, base !== null);
}
function createUnknown(name) {
	return {
		kind: "failed",
		result: {
			kind: "unknown",
			name
		}
	};
}
async function findCommit(git, revision) {
	const exit = await git.run([
		"rev-list",
		"--no-walk",
		"--missing=allow-any",
		"--end-of-options",
		revision,
		"--"
	]);
	const commit = exit.stdout.trim();
	return exit.code === 0 && isFullObjectId(commit) ? commit : null;
}
function checkEndpoints({ base, head, refs, baseRefs }) {
	for (const commit of [head, ...base === null ? [] : [base]]) if (!isFullObjectId(commit)) throw new UsageError(describeInvalidCommit(commit));
	const invalid = [...refs, ...baseRefs].find((ref) => !/^refs\/[^\s:*?[\\^~\p{Cc}]+$/u.test(ref));
	if (invalid !== void 0) throw new UsageError(describeInvalidRef(invalid));
}
// src/sources/fetched/fetched-source.ts
var FetchedSource = class {
	#range;
	#base;
	#gaps;
	constructor(range, base, gaps) {
		this.#range = range;
		this.#base = base;
		this.#gaps = gaps;
	}
	blobs() {
		return this.#range.blobs();
	}
	async locate(blob, hit) {
		await this.#base.fetch();
		return await this.#range.locate(blob, hit);
	}
	complete(sightings) {
		return this.#range.complete(sightings);
	}
	nameOf(blob) {
		return this.#range.nameOf(blob);
	}
	account() {
		const { coverage, gaps } = this.#range.account();
		return {
			coverage,
			gaps: [
				...gaps,
				...this.#gaps,
				...this.#base.gaps
			]
		};
	}
};
var BaseFetch = class {
	gaps = [];
	#fetch;
	#fetched = null;
	constructor(fetch) {
		this.#fetch = fetch;
	}
	async fetch() {
		this.#fetched ??= this.#fetch();
		this.gaps = await this.#fetched;
	}
};
function createUnreadSource(gap) {
	return {
		async *blobs() {},
		locate: async () => [],
		complete: async (sightings) => sightings,
		nameOf: async ({ provenance }) => ({ name: provenance.kind }),
		account: () => ({
			coverage: {
				commits: 0,
				blobs: 0,
				bytes: 0,
				texts: 0
			},
			gaps: [gap]
		})
	};
}
// src/sources/fetched/missing-objects.ts
const MAX_UNKNOWN_OBJECTS = 20;
async function fetchRangeObjects(scratch, range) {
	const listed = await listRevisions(scratch.git, [
		"--boundary",
		...formatRevisions(range),
		"--"
	]);
	const ids = listed.map((line) => line.replace(/^-/, ""));
	const trees = await fetchObjects(scratch, await listMissingTrees(scratch.git, ids));
	const blobs = await fetchObjects(scratch, await listMissing(scratch.git, formatRevisions(range)));
	const commits = listed.filter((line) => !line.startsWith("-")).length;
	return {
		...trees.missing > 0 ? trees : blobs,
		commits
	};
}
async function fetchCommitObjects(scratch, commit) {
	const trees = await fetchObjects(scratch, await listMissingTrees(scratch.git, [commit]));
	const blobs = await fetchObjects(scratch, await listMissing(scratch.git, [`${commit}^{tree}`]));
	return trees.missing > 0 ? trees : blobs;
}
async function fetchObjects({ remote }, oids, options = ["--filter=blob:none"]) {
	const wanted = new Set(oids);
	const count = wanted.size;
	let result = { kind: "fetched" };
	while (wanted.size > 0 && count - wanted.size < MAX_UNKNOWN_OBJECTS) {
		result = await remote.fetch([...wanted], options);
		if (result.kind === "fetched") return {
			missing: count - wanted.size,
			result
		};
		if (result.kind !== "unknown" || !wanted.delete(result.name)) break;
	}
	return {
		missing: count,
		result
	};
}
async function listMissingTrees(git, commits) {
	return (await listRevisions(git, [
		"--no-walk=unsorted",
		"--objects",
		"--missing=print",
		"--filter=tree:1",
		"--stdin"
	], commits.map((commit) => `${commit}\n`).join(""))).flatMap((line) => line.startsWith("?") ? [line.slice(1)] : []);
}
async function listRevisions(git, args, input = "") {
	const revisions = [];
	const running = git.start(["rev-list", ...args]);
	running.input.end(input);
	for await (const lines of splitLines(running.output)) for (const line of lines) revisions.push(line);
	const exit = await running.exited;
	if (exit.code !== 0) throw createGitError(exit, "list commits");
	return revisions;
}
// src/sources/fetched/fetched-range.ts
var fetched_range_exports = /* @__PURE__ */ __exportAll({ fetchRange: () => fetchRange });
const DEPTH = {
	unknown: 16,
	min: 8,
	max: 250
};
async function fetchRange(options) {
	checkEndpoints(options);
	return await createScratchRepository(options, options.head.length === 64 ? "sha256" : "sha1", async (scratch) => await fetchInto(scratch, options));
}
async function fetchInto(scratch, options) {
	const { head, base, depth, environment, file } = options;
	const endpoints = await fetchEndpoints(scratch, options, Math.min(Math.max(depth ?? DEPTH.unknown, DEPTH.min), DEPTH.max) + 1);
	if (endpoints.kind === "failed") {
		const { result } = endpoints;
		if (result.kind === "refused") throw createRefusedError(result.status, options);
		return createUnreadRange(describeUnfetchedChange(describeFetchFailure(result)), {
			base,
			head
		});
	}
	const { range } = endpoints;
	const fetched = await completeRange(scratch, endpoints, base);
	if (fetched.kind === "cut") return createUnreadRange(describeUnfetchedCommits(describeFetchFailure(fetched.result)), range);
	const fetchBase = async () => range.base === null ? [] : listGaps("base", await fetchCommitObjects(scratch, range.base));
	return {
		versions: file === void 0 ? NO_FILE : await fetchFileVersions(scratch, range, file),
		open: async (reading) => {
			const ofBase = new BaseFetch(fetchBase);
			const fetchMoved = async (blobs) => {
				await fetchObjects(scratch, blobs);
			};
			const { change, source, pathUse } = await openRange({
				repo: scratch.dir,
				...range,
				environment,
				...reading,
				fetchMoved
			});
			return {
				change,
				source: new FetchedSource(source, ofBase, fetched.gaps),
				pathUse
			};
		}
	};
}
async function completeRange(scratch, { range, refs, isBaseReplaced }, wantedBase) {
	const gaps = [];
	if (range.base === null) return {
		kind: "complete",
		gaps
	};
	const deepened = await deepenRange(scratch, range, refs);
	if (deepened.kind === "cut") return {
		kind: "cut",
		result: deepened.result
	};
	if (deepened.kind === "doubtful") gaps.push(createFetchGap(describeUnfetchedBase(describeFetchFailure(deepened.result))));
	const { commits, ...objects } = await fetchRangeObjects(scratch, range);
	gaps.push(...listGaps("change", objects));
	if (isBaseReplaced && commits === 0) gaps.push(createFetchGap(describeLostBase(wantedBase ?? "")));
	return {
		kind: "complete",
		gaps
	};
}
function listGaps(of, { missing, result }) {
	if (missing === 0) return [];
	return [createFetchGap(describeUnfetchedObjects(missing, of, describeFetchFailure(result)))];
}
const NO_FILE = {
	base: { kind: "absent" },
	head: null
};
function createUnreadRange(detail, range) {
	const source = createUnreadSource(createFetchGap(detail));
	return {
		versions: {
			base: { kind: "no-commit" },
			head: null
		},
		open: async () => ({
			change: {
				kind: "range",
				...range
			},
			source,
			pathUse: {
				unmatched: [],
				untouched: null
			}
		})
	};
}
// src/git/ignored-files.ts
const IGNORED = [
	"-z",
	"--others",
	"--ignored",
	"--exclude-standard",
	"--directory",
	"--full-name"
];
async function listIgnoredFiles(folder, environment) {
	const root = resolve(folder);
	const top = await findWorkTree(root);
	const files = /* @__PURE__ */ new Set();
	const folders = [];
	if (top === null) return {
		folders,
		files
	};
	const lsFiles = new Git((await findRepository(top)).gitDir, environment).start([
		"-C",
		top,
		`--work-tree=${top}`,
		"ls-files",
		...IGNORED
	]);
	lsFiles.input.end();
	const prefix = root === top ? "" : `${relative(top, root).replaceAll(sep, "/")}/`;
	for await (const path of splitTokens(lsFiles.output)) {
		if (path.endsWith("/") && prefix.startsWith(path)) folders.push("");
		if (!path.startsWith(prefix)) continue;
		const relativePath = path.slice(prefix.length);
		if (path.endsWith("/")) folders.push(relativePath.slice(0, -1));
		else files.add(relativePath);
	}
	const exit = await lsFiles.exited;
	if (exit.code !== 0) throw createGitError(exit, "list files");
	return {
		folders,
		files
	};
}
async function findWorkTree(folder) {
	for (let here = folder;; here = dirname(here)) {
		if (await access(join(here, ".git")).then(() => true, () => false)) return here;
		if (dirname(here) === here) return null;
	}
}
// src/sources/files/disk-path.ts
const CHUNK_SIZE = 262144;
const END_SIZE = 1024;
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
function encodeDiskPath(path) {
	return path.includes("\\x") ? encodePath(path) : path;
}
async function listFolder(path) {
	return (await readdir(encodeDiskPath(path), {
		withFileTypes: true,
		encoding: "buffer"
	})).map((entry) => ({
		name: decodePath(entry.name),
		bytes: entry.name,
		kind: classifyEntry(entry)
	})).toSorted((one, other) => Buffer.compare(one.bytes, other.bytes));
}
async function readLinkText(path) {
	return await readlink(encodeDiskPath(path), { encoding: "buffer" });
}
async function* readDiskFile(path, limit = Number.POSITIVE_INFINITY) {
	const file = openSync(encodeDiskPath(path), OPEN_FLAGS);
	try {
		const { size } = fstatSync(file);
		let room = size === 0 ? CHUNK_SIZE : Math.min(CHUNK_SIZE, size);
		for (let left = limit; left > 0;) {
			const chunk = Buffer.allocUnsafe(Math.min(room, left));
			const count = readSync(file, chunk);
			if (count === 0) return;
			left -= count;
			room = size > 0 && (count < room || count === size) ? END_SIZE : CHUNK_SIZE;
			yield chunk.subarray(0, count);
			if (room === CHUNK_SIZE) await setImmediate();
		}
	} finally {
		closeSync(file);
	}
}
function classifyEntry(entry) {
	if (entry.isFile()) return "file";
	if (entry.isDirectory()) return "folder";
	return entry.isSymbolicLink() ? "link" : "other";
}
// src/sources/files/links.ts
var LinkResolver = class {
	#root;
	#workTree = null;
	constructor(root) {
		this.#root = root;
	}
	async resolve(link) {
		const path = await resolvePath(link).catch(ignoreAbsence);
		if (path === null) return { kind: "nothing" };
		const stats = await stat(encodeDiskPath(path)).catch(ignoreAbsence);
		const kind = stats?.isFile() ? "file" : stats?.isDirectory() ? "folder" : null;
		if (!stats || kind === null || kind === "file" && stats.size === 0) return { kind: "nothing" };
		const place = await this.#locate(path);
		if (kind === "folder" && place.kind === "inside" && isWithin(await resolvePath(getFolder(link)), path)) return { kind: "ancestor" };
		return {
			kind,
			path,
			size: stats.size,
			place
		};
	}
	async #locate(path) {
		const root = this.#root;
		this.#workTree ??= findWorkTree(root).then((top) => top ?? root);
		const workTree = await this.#workTree;
		const hasGitFolder = (top) => `${path.slice(top.length)}/`.includes("/.git/");
		if (isWithin(path, root) && !hasGitFolder(root)) return {
			kind: "inside",
			path: path.slice(root.length).replace(/^\//, "")
		};
		return isWithin(path, workTree) && !hasGitFolder(workTree) ? { kind: "work-tree" } : { kind: "outside" };
	}
};
function isWithin(path, folder) {
	return path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}
function getFolder(path) {
	return path.slice(0, path.lastIndexOf("/")) || "/";
}
async function resolvePath(path) {
	const text = decodePath(await realpath(encodeDiskPath(path), { encoding: "buffer" }));
	return /^(?:[A-Za-z]:\\|\\\\)/.test(text) ? text.replaceAll("\\", "/") : text;
}
function ignoreAbsence(error) {
	if (error.code === "ENOENT" || error.code === "ENOTDIR" || error.code === "ELOOP") return null;
	throw error;
}
// src/sources/files/file-walk.ts
const MAX_OUTSIDE = {
	files: 1e3,
	bytes: 268435456
};
const MAX_REMEMBERED_BYTES = 4194304;
var FileWalk = class {
	#scope;
	#links;
	#hiddenFolders;
	#followed = /* @__PURE__ */ new Set();
	#names = /* @__PURE__ */ new Set();
	#remembered = 0;
	#outside = MAX_OUTSIDE;
	#exceededAt = null;
	#pending = [];
	constructor(scope) {
		this.#scope = scope;
		this.#links = new LinkResolver(scope.root);
		this.#hiddenFolders = new Set(scope.hidden.folders);
	}
	async *entries() {
		if (this.#hiddenFolders.has("")) return;
		this.#pending = [{
			path: "",
			disk: this.#scope.root,
			linked: null
		}];
		for (let folder = this.#pending.pop(); folder; folder = this.#pending.pop()) yield* this.#walk(folder);
		if (this.#exceededAt !== null) yield {
			kind: "too-much-outside",
			path: this.#exceededAt
		};
	}
	async *#walk(folder) {
		const listed = await listFolder(folder.disk).catch((error) => error.code);
		if (typeof listed !== "object") {
			yield {
				kind: "unreadable",
				path: folder.path || ".",
				code: listed
			};
			return;
		}
		const folders = [];
		for (const entry of listed) {
			const below = joinFolder(folder, entry.name);
			if (!this.#counts(entry.kind, below)) continue;
			if (!folder.linked?.isOutside && this.#isNewName(entry)) yield {
				kind: "name",
				path: below.path,
				name: entry.bytes
			};
			if (entry.kind === "file") yield* this.#visitFile(below);
			else if (entry.kind === "link") yield* this.#visitLink(below);
			else if (entry.kind === "folder") folders.push(below);
		}
		for (const folder of folders.toReversed()) this.#pending.push(folder);
	}
	#counts(kind, { path, disk, linked }) {
		const { matcher, hasGitFolders } = this.#scope;
		if (matcher.isUnwanted(path) || this.#isHidden(path)) return false;
		if (!((kind === "folder" || kind === "link") && matcher.mayHoldWanted(path)) && (kind === "folder" || !matcher.isWanted(path))) return false;
		if (kind === "folder" && path.split("/").at(-1) === ".git" && !hasGitFolders) return false;
		if (linked === null) return true;
		if (linked.inside !== null && this.#isSettled(kind, linked.inside)) return false;
		if (kind !== "folder") return true;
		if (disk === this.#scope.root || !this.#follow(disk)) return false;
		return !linked.isOutside || this.#spendOutside(path, 0);
	}
	#isSettled(kind, path) {
		const { matcher } = this.#scope;
		const folders = path.split("/").map((_, at, parts) => parts.slice(0, at + 1).join("/"));
		if (matcher.isUnwanted(path) || folders.some((folder) => this.#isHidden(folder))) return true;
		return kind === "folder" ? matcher.isWhollyWanted(path) : matcher.isWanted(path);
	}
	#isHidden(path) {
		return this.#hiddenFolders.has(path) || this.#scope.hidden.files.has(path);
	}
	#spendOutside(path, size) {
		const { files, bytes } = this.#outside;
		if (files > 0 && bytes >= size) {
			this.#outside = {
				files: files - 1,
				bytes: bytes - size
			};
			return true;
		}
		this.#exceededAt ??= path;
		return false;
	}
	#follow(disk) {
		if (this.#followed.has(disk)) return false;
		this.#followed.add(disk);
		return true;
	}
	async *#visitFile({ path, disk, linked }) {
		if (!linked?.isOutside) {
			yield {
				kind: "file",
				path,
				disk
			};
			return;
		}
		const { size } = await stat(encodeDiskPath(disk)).catch(() => ({ size: 0 }));
		if (size > 0 && this.#spendOutside(path, size)) yield {
			kind: "outside",
			path,
			disk,
			size
		};
	}
	async *#visitLink({ path, disk, linked }) {
		try {
			const text = await readLinkText(disk);
			if (!linked?.isOutside && mayHoldKey(text.length)) yield {
				kind: "link-text",
				path,
				text
			};
			yield* this.#visitTarget(path, await this.#links.resolve(disk));
		} catch (error) {
			yield {
				kind: "unreadable",
				path,
				code: error.code
			};
		}
	}
	*#visitTarget(path, target) {
		if (target.kind === "nothing" || target.kind === "ancestor") return;
		const { kind, place, size } = target;
		const inside = place.kind === "inside" ? place.path : null;
		if (inside !== null && this.#isSettled(kind, inside)) return;
		const isOutside = place.kind === "outside";
		if (kind === "folder") {
			if (this.#follow(target.path)) this.#pending.push({
				path,
				disk: target.path,
				linked: {
					isOutside,
					inside
				}
			});
		} else if (this.#scope.matcher.isWanted(path)) {
			if (!isOutside) yield {
				kind: "file",
				path,
				disk: target.path
			};
			else if (this.#spendOutside(path, size)) yield {
				kind: "outside",
				path,
				disk: target.path,
				size
			};
		}
	}
	#isNewName({ bytes }) {
		if (!mayHoldKey(bytes.length)) return false;
		const key = bytes.toString("latin1");
		if (this.#names.has(key)) return false;
		if (this.#remembered > MAX_REMEMBERED_BYTES) {
			this.#names.clear();
			this.#remembered = 0;
		}
		this.#names.add(key);
		this.#remembered += key.length;
		return true;
	}
};
function joinFolder({ path, disk, linked }, name) {
	const join = (folder) => folder === "" ? name : `${folder}/${name}`;
	const inside = linked === null || linked.inside === null ? null : join(linked.inside);
	return {
		path: join(path),
		disk: `${disk.replace(/\/$/, "")}/${name}`,
		linked: linked && {
			...linked,
			inside
		}
	};
}
// src/sources/files/files-source.ts
var EntryBlob = class {
	provenance;
	chunks;
	entry;
	id;
	open;
	constructor(entry, { id, open, chunks }) {
		const { kind, path } = entry;
		this.provenance = kind === "name" ? {
			kind: "path",
			path,
			commit: null
		} : {
			kind: "file",
			path
		};
		[this.entry, this.id, this.open, this.chunks] = [
			entry,
			id,
			open,
			chunks
		];
	}
};
const ON_DISK = {
	commit: null,
	author: null,
	at: null,
	inHead: true,
	preexisting: false
};
var FilesSource = class {
	#walk;
	#globs;
	#hasOptionalGlobs;
	#gaps;
	#coverage = {
		commits: 0,
		blobs: 0,
		bytes: 0,
		texts: 0
	};
	#positions = new PositionReader();
	#told = /* @__PURE__ */ new Set();
	#isRead = false;
	constructor(walk, globs, gaps) {
		this.#walk = walk;
		this.#globs = globs.all;
		this.#hasOptionalGlobs = globs.areOptional;
		this.#gaps = gaps;
	}
	async *blobs() {
		let listed = 0;
		let unmatched = this.#globs;
		for await (const entry of this.#walk.entries()) {
			if (entry.kind === "file" || entry.kind === "outside") {
				listed += 1;
				if (unmatched.some(({ matches }) => matches(entry.path))) unmatched = unmatched.filter(({ matches }) => !matches(entry.path));
			}
			const blob = this.#toBlob(entry);
			if (blob) yield blob;
		}
		await this.#positions.close();
		if (listed > 0) unmatched = unmatched.filter(({ isName }) => !isName);
		if (unmatched.length > 0) {
			const texts = unmatched.map(({ text }) => text);
			if (this.#hasOptionalGlobs && listed > 0) this.#gaps.add("paths", describeUnmatchedInput(texts));
			else this.#gaps.add("miscounted", describeUnmatchedFiles(texts), { cause: "no-match" });
		}
		this.#isRead = true;
	}
	async complete(sightings) {
		return sightings;
	}
	async nameOf({ provenance }) {
		return provenance.kind === "file" || provenance.kind === "path" ? namePath(provenance.path) : { name: provenance.kind };
	}
	async locate(blob, { encoding, member, offset, length }) {
		if (!(blob instanceof EntryBlob)) throw new Error(`files have nothing from ${blob.provenance.kind}`);
		const { entry, id, open } = blob;
		const { path } = entry;
		if (entry.kind === "outside") return this.#tellOutside(path);
		const rest = {
			...ON_DISK,
			path,
			encoding,
			member
		};
		if (entry.kind === "name") return [{
			...rest,
			where: "path",
			line: null,
			column: null
		}];
		const reading = member === null && this.#positions.locate(id, open, offset, length);
		const position = reading ? await reading.catch(() => null) : null;
		if (this.#isRead) await this.#positions.close();
		return [{
			...rest,
			where: "file",
			line: position?.line ?? null,
			column: position?.column ?? null
		}];
	}
	account() {
		const gaps = [...this.#gaps.list()];
		if (!this.#isRead) gaps.push({
			kind: "miscounted",
			detail: FILES_CUT_SHORT,
			cause: "cut-short"
		});
		return {
			coverage: { ...this.#coverage },
			gaps
		};
	}
	#toBlob(entry) {
		const { kind, path } = entry;
		switch (kind) {
			case "file": return this.#createBlob(entry, path, () => readDiskFile(entry.disk));
			case "outside": return this.#createBlob(entry, path, () => readDiskFile(entry.disk, entry.size));
			case "link-text": return this.#createBlob(entry, `link ${path}`, () => toStream(entry.text));
			case "name": return this.#createBlob(entry, `name ${path}`, () => toStream(entry.name));
			case "too-much-outside":
				this.#gaps.add("unreadable", describeTooMuchOutside(path), {
					cause: "elsewhere",
					path
				});
				return null;
			case "unreadable":
				this.#addUnreadable(path, entry.code);
				return null;
			default: return kind;
		}
	}
	#createBlob(entry, id, open) {
		return new EntryBlob(entry, {
			id,
			open,
			chunks: entry.kind === "file" || entry.kind === "outside" ? this.#read(entry.path, open) : open()
		});
	}
	async *#read(path, open) {
		try {
			for await (const chunk of open()) {
				this.#coverage.bytes += chunk.length;
				yield chunk;
			}
			this.#coverage.blobs += 1;
		} catch (error) {
			this.#addUnreadable(path, error.code);
		}
	}
	#tellOutside(path) {
		if (this.#told.has(path)) return [];
		this.#told.add(path);
		this.#gaps.add("unreadable", describeKeyOutside(path), {
			cause: "elsewhere",
			path
		});
		return [];
	}
	#addUnreadable(path, code) {
		this.#gaps.add("unreadable", describeUnreadablePath(path, code), { path });
	}
};
async function* toStream(bytes) {
	yield bytes;
}
// src/sources/files/files.ts
var files_exports = /* @__PURE__ */ __exportAll({ openFiles: () => openFiles });
async function openFiles(options) {
	const { globs, exclude, ignored = true, environment = {}, areGlobsOptional = false } = options;
	const top = resolve(options.root);
	const gaps = new GapCollector();
	const existing = await findExisting(top, globs.length > 0 ? globs : ["**"]);
	for (const name of existing.special) gaps.add("unreadable", describeSpecialFile(name), {
		cause: "elsewhere",
		path: name
	});
	const { wanted, unwanted, names } = await parseGlobs(existing.rest, exclude);
	const [absent] = names;
	if (absent !== void 0) throw new UsageError(describeAbsentFile(absent, options.root));
	if (wanted.length + existing.names.length === 0 && gaps.list().length === 0) throw createExclusionOnlyError(globs);
	const matcher = await buildGlobMatcher({
		wanted,
		unwanted,
		names: existing.names
	});
	const hidden = ignored ? NOTHING_IGNORED : await listIgnoredFiles(top, environment);
	const hasGitFolders = [...wanted, ...existing.names.map((name) => `${name}/`)].some((glob) => glob.includes(".git/"));
	const walk = new FileWalk({
		root: await resolvePath(top).catch(() => top),
		matcher,
		hidden,
		hasGitFolders
	});
	const all = await compileEach(wanted, existing.names);
	return {
		change: {
			kind: "files",
			globs
		},
		source: new FilesSource(walk, {
			all,
			areOptional: areGlobsOptional
		}, gaps)
	};
}
async function compileEach(wanted, names) {
	const compile = async (text, globs) => {
		const { isWanted } = await buildGlobMatcher({
			...globs,
			unwanted: []
		});
		return {
			text,
			matches: isWanted,
			isName: globs.names.length > 0
		};
	};
	return await Promise.all([...names.map(async (name) => await compile(name, {
		wanted: [],
		names: [name]
	})), ...wanted.map(async (glob) => await compile(glob, {
		wanted: [glob],
		names: []
	}))]);
}
const NOTHING_IGNORED = {
	folders: [],
	files: /* @__PURE__ */ new Set()
};
async function findExisting(root, globs) {
	const names = [];
	const special = [];
	const rest = [];
	for (const glob of globs) {
		const given = relative(root, resolve(root, glob)).replaceAll(sep, "/") || ".";
		const name = given.startsWith("../") ? null : await findName(root, given);
		if (name === null) rest.push(glob);
		else if (await isFileOrFolder(`${root}/${name}`)) names.push(name);
		else special.push(name);
	}
	return {
		names,
		special,
		rest
	};
}
async function findName(root, given) {
	for (const name of /* @__PURE__ */ new Set([
		given,
		given.normalize("NFC"),
		given.normalize("NFD")
	])) if (await lstat(encodeDiskPath(`${root}/${name}`)).then(() => true, () => false)) return name;
	return null;
}
async function isFileOrFolder(path) {
	return await stat(encodeDiskPath(path)).then((stats) => stats.isFile() || stats.isDirectory(), (error) => error.code === "EACCES");
}
// src/git/packs/pack-names.ts
function createPackNames(packs, hashBytes) {
	const starts = [];
	let count = 0;
	for (const { pack } of packs) {
		starts.push(count);
		count += pack.count;
	}
	const names = new Uint8Array(new SharedArrayBuffer(count * hashBytes));
	const types = new Uint8Array(new SharedArrayBuffer(count));
	for (const [index, { pack, oids }] of packs.entries()) {
		names.set(oids, (starts[index] ?? 0) * hashBytes);
		types.set(pack.types, starts[index]);
	}
	const slots = new Int32Array(new SharedArrayBuffer(4 * 2 ** Math.ceil(Math.log2(2 * count + 2))));
	const all = {
		hashBytes,
		count,
		starts,
		names,
		types,
		slots
	};
	for (let object = 0; object < count; object += 1) {
		const slot = findSlot(all, names, object * hashBytes);
		slots[slot] ||= object + 1;
	}
	return all;
}
function findNamed(names, name) {
	return (names.slots[findSlot(names, name, 0)] ?? 0) + -1;
}
function findSlot({ names, slots, hashBytes }, bytes, at) {
	const mask = slots.length - 1;
	const start = (bytes[at] ?? 0) | (bytes[at + 1] ?? 0) << 8 | (bytes[at + 2] ?? 0) << 16 | (bytes[at + 3] ?? 0) << 24;
	for (let slot = start & mask;; slot = slot + 1 & mask) {
		const object = (slots[slot] ?? 0) - 1;
		if (object < 0 || isSameName(names, object * hashBytes, bytes, at, hashBytes)) return slot;
	}
}
function isSameName(first, from, second, at, length) {
	for (let index = 0; index < length; index += 1) if (first[from + index] !== second[at + index]) return false;
	return true;
}
// src/git/packs/tree-graph.ts
const UNKNOWN = NaN;
const MISSING_FILE = -1;
const RENAMED = 1073741824;
const TREE = PACK_TYPES.indexOf("tree");
const OPEN = 1;
const REACHED = 2;
var TreeGraph = class {
	missing = /* @__PURE__ */ new Set();
	#listing;
	#pieces;
	#hashes;
	#isSought;
	#states;
	#first;
	#second;
	#open = [];
	constructor(listing, { pieces, hashes }, isSought) {
		const { count } = listing.names;
		this.#listing = listing;
		this.#pieces = sortByNumber(pieces, ({ piece }) => piece);
		this.#hashes = sortByNumber(hashes, ({ lister }) => lister).map((one) => one?.hashes);
		this.#isSought = isSought;
		this.#states = new Uint8Array(count);
		[this.#first, this.#second] = [new Int32Array(count), new Int32Array(count)];
	}
	isReached(object) {
		return this.#states[object] === REACHED;
	}
	sign(oid) {
		const root = findNamed(this.#listing.names, oid);
		if (root === -1 || this.#listing.names.types[root] !== TREE) return UNKNOWN;
		if (this.#states[root] !== REACHED) {
			if (!this.#enter(root)) return UNKNOWN;
			for (let frame = this.#open.at(-1); frame; frame = this.#open.at(-1)) if (!this.#step(frame)) return UNKNOWN;
		}
		return (this.#first[root] ?? 0) * 2 ** 21 + ((this.#second[root] ?? 0) >>> 11);
	}
	#enter(tree) {
		const place = (this.#listing.places[tree] ?? 0) - 1;
		const piece = this.#pieces[Math.floor(place / PIECE_LENGTH)];
		const hashes = this.#hashes[piece?.lister ?? -1];
		if (place < 0 || !piece || !hashes || this.#states[tree] === OPEN) return false;
		const at = place % PIECE_LENGTH;
		this.#states[tree] = OPEN;
		this.#open.push({
			tree,
			numbers: piece.numbers,
			hashes,
			next: at + 1,
			end: at + 1 + (piece.numbers[at] ?? 0)
		});
		return true;
	}
	#step(frame) {
		const { tree, numbers, hashes, end } = frame;
		while (frame.next < end) {
			const number = numbers[frame.next] ?? 0;
			if (number < 0) {
				if (number !== MISSING_FILE) return false;
				this.#addMissing(frame);
				continue;
			}
			const isRenamed = number >= RENAMED;
			const object = isRenamed ? number - RENAMED : number;
			if (this.#listing.names.types[object] === TREE && this.#states[object] !== REACHED) return this.#enter(object);
			if (this.#states[object] !== REACHED) this.#reachFile(object);
			if (this.#first[object] !== 0) this.#mix(tree, (isRenamed ? numbers[frame.next + 1] : hashes[object]) ?? 0, this.#first[object] ?? 0, this.#second[object] ?? 0);
			frame.next += isRenamed ? 2 : 1;
		}
		this.#states[tree] = REACHED;
		this.#open.pop();
		return true;
	}
	#reachFile(object) {
		this.#states[object] = REACHED;
		if (!this.#isSought(object)) return;
		this.#first[object] = object + 1;
		this.#second[object] = ~object;
	}
	#addMissing(frame) {
		const { hashBytes } = this.#listing.names;
		const { numbers, next } = frame;
		const [hash = 0, first = 0, second = 0] = numbers.subarray(next + 1, next + 4);
		const id = Buffer.from(numbers.buffer, numbers.byteOffset + 4 * (next + 2), hashBytes);
		this.missing.add(id.toString("hex"));
		this.#mix(frame.tree, hash, first | 1, second);
		frame.next += 2 + hashBytes / 4;
	}
	#mix(tree, name, first, second) {
		const [key = 0, otherKey = 0] = this.#listing.key;
		const sum = (this.#first[tree] ?? 0) + scramble(name ^ key, first) | 0;
		this.#first[tree] = sum === 0 ? 1 : sum;
		this.#second[tree] = (this.#second[tree] ?? 0) + scramble(name + otherKey, second ^ first);
	}
};
function scramble(one, other) {
	let bits = Math.imul(one, 2654435761) ^ Math.imul(other + 2135587861, 2246822507);
	bits = Math.imul(bits ^ bits >>> 16, 2246822507);
	bits = Math.imul(bits ^ bits >>> 13 ^ one, 3266489909);
	return bits ^ bits >>> 16;
}
function sortByNumber(items, numberOf) {
	const sorted = [];
	for (const item of items) sorted[numberOf(item)] = item;
	return sorted;
}
// src/git/commits/commit-list.ts
var CommitList = class {
	count = 0;
	#commits = new NumberColumn(/* @__PURE__ */ new Int32Array(1024));
	#places = new NumberColumn(/* @__PURE__ */ new Int32Array(1024));
	#trees = Buffer.alloc(0);
	#treeLength = 0;
	#parents = new NumberColumn(/* @__PURE__ */ new Int32Array(1024));
	#parentEnds = new NumberColumn(/* @__PURE__ */ new Int32Array(1024));
	add(commit, tree, parents) {
		this.#treeLength ||= tree.length / 2;
		const from = this.count * this.#treeLength;
		if (from + this.#treeLength > this.#trees.length) this.#trees = Buffer.concat([this.#trees, Buffer.alloc(Math.max(65536, from))]);
		this.#trees.write(tree, from, "hex");
		let end = this.#parentEnds.get(this.count);
		for (const parent of parents) this.#parents.set(end++, parent);
		this.#parentEnds.set(this.count + 1, end);
		this.#commits.set(this.count, commit);
		this.count += 1;
		this.#places.set(commit, this.count);
	}
	at(place) {
		return this.#commits.get(place);
	}
	listChanges(signTree) {
		const signatures = new Float64Array(this.count);
		const changes = [];
		for (let place = 0; place < this.count; place += 1) {
			const from = place * this.#treeLength;
			const signature = signTree(this.#trees.subarray(from, from + this.#treeLength));
			if (Number.isNaN(signature)) return null;
			signatures[place] = signature;
			if (signature !== 0 && !this.#hasParentLike(place, signature, signatures)) changes.push(place);
		}
		return changes;
	}
	#hasParentLike(place, signature, signatures) {
		for (let at = this.#parentEnds.get(place); at < this.#parentEnds.get(place + 1); at += 1) {
			const parent = this.#places.get(this.#parents.get(at)) - 1;
			if (parent >= 0 && parent < place && signatures[parent] === signature) return true;
		}
		return false;
	}
};
// src/git/commits/new-commits.ts
const MAX_ARGUMENTS = 400;
async function listNewAmong(git, commits, known) {
	const wanted = new Set(commits);
	const found = /* @__PURE__ */ new Set();
	for await (const lines of listUnknown(git, [], commits, known)) for (const line of lines) if (wanted.has(line)) found.add(line);
	return found;
}
async function findNewCommits$1(git, commit, known) {
	const boundary = [];
	let count = 0;
	for await (const lines of listUnknown(git, ["--boundary"], [commit], known)) for (const line of lines) if (line.startsWith("-")) boundary.push(line.slice(1));
	else count += 1;
	return {
		count,
		boundary: await dropAncestors(git, boundary)
	};
}
async function countNewCommits(git, objects, known) {
	let count = 0;
	for await (const lines of listUnknown(git, ["--count"], objects, known)) count += Number(lines[0] ?? 0);
	return count;
}
async function dropAncestors(git, commits) {
	if (commits.length < 2) return commits;
	const kept = [];
	for (let at = 0; at < commits.length; at += MAX_ARGUMENTS) {
		const exit = await git.run([
			"merge-base",
			"--independent",
			...commits.slice(at, at + MAX_ARGUMENTS)
		]);
		if (exit.code !== 0) throw createGitError(exit, "list commits");
		kept.push(...exit.stdout.split("\n").slice(0, -1));
	}
	return commits.length > MAX_ARGUMENTS && kept.length < commits.length ? await dropAncestors(git, kept) : kept;
}
async function* listUnknown(git, options, commits, known) {
	const revList = git.start([
		"rev-list",
		...options,
		"--stdin",
		"--not",
		...known.refs
	]);
	revList.input.end([
		...commits,
		...known.commits.map((commit) => `^${commit}`),
		""
	].join("\n"));
	yield* splitLines(revList.output);
	const exit = await revList.exited;
	if (exit.code !== 0) throw createGitError(exit, "list commits");
}
// src/git/commits/ref-updates.ts
const PRE_PUSH_LINE = /^(?:.*) (?<after>[0-9a-f]{40,64}) (?<ref>[^ ]+) (?<before>[0-9a-f]{40,64})$/s;
const PRE_RECEIVE_LINE = /^(?<before>[0-9a-f]{40,64}) (?<after>[0-9a-f]{40,64}) (?<ref>[^ ]+)$/;
function parseRefUpdates(input) {
	const lines = input.split(/\r?\n/).filter((line) => line !== "");
	const sent = lines.flatMap((line) => parseLine(PRE_PUSH_LINE, line));
	const received = lines.flatMap((line) => parseLine(PRE_RECEIVE_LINE, line));
	if (sent.length === lines.length) return {
		side: "sender",
		updates: sent
	};
	if (received.length === lines.length) return {
		side: "receiver",
		updates: received
	};
	const odd = lines.find((line) => !PRE_PUSH_LINE.test(line) && !PRE_RECEIVE_LINE.test(line)) ?? lines[0] ?? "";
	throw new UsageError(describeForeignInput(quoteForMessage(odd.slice(0, 200))));
}
function parseLine(pattern, line) {
	const { ref, before = "", after = "" } = pattern.exec(line)?.groups ?? {};
	return ref === void 0 ? [] : [{
		ref,
		before: parseObjectName(before),
		after: parseObjectName(after)
	}];
}
function parseObjectName(name) {
	return /^0+$/.test(name) ? null : name;
}
// src/sources/range/pushed.ts
var pushed_exports = /* @__PURE__ */ __exportAll({ openPushed: () => openPushed });
async function openPushed(options) {
	const { environment, includes } = options;
	const { push, remote } = parsePush(options);
	const repo = await findFolder(options.repo, environment);
	const variables = push.side === "receiver" ? quarantineVariables(environment, options.repo) : {};
	const { gitDir } = await findRepository(repo);
	const git = new Git(gitDir, environment, variables);
	const refs = push.side === "receiver" ? ["--all"] : [remote === null ? "--remotes" : `--remotes=${remote}`];
	const known = {
		commits: await resolveKnown(git, push.updates),
		refs
	};
	const ranges = await findPushedRanges(git, push.updates, known);
	const [first] = ranges;
	if (!first) return {
		change: {
			kind: "texts",
			of: A_PUSH
		},
		source: openTexts({ texts: [] })
	};
	const sources = ranges.map(({ base, head, known: more, names }) => {
		const range = {
			repo,
			environment,
			includes,
			variables,
			base,
			head,
			known: more,
			names,
			attached: false
		};
		return createLazySource(async () => (await openRange(range)).source);
	});
	const change = {
		kind: "range",
		base: first.base,
		head: first.head
	};
	return {
		change: push.side === "sender" && (remote === null || !await isAtOtherRemote(git, ranges, known)) ? {
			...change,
			unpushed: true
		} : change,
		source: concatSources(sources)
	};
}
function parsePush({ lines, environment, remote }) {
	const push = parseRefUpdates(lines);
	const request = push.updates.length === 0 ? readPreCommitRequest(environment) : null;
	if (request?.kind !== "push") return {
		push,
		remote: remote || null
	};
	return {
		push: {
			side: "sender",
			updates: [request.update]
		},
		remote: request.remote
	};
}
async function findFolder(repo, environment) {
	const gitDir = environment["GIT_DIR"];
	return await findRepository(repo).then(() => repo, (error) => {
		if (gitDir === void 0 || !(error instanceof UsageError)) throw error;
		return resolve(repo, gitDir);
	});
}
async function findPushedRanges(git, updates, known) {
	const arriving = updates.flatMap(({ ref, before, after }) => after === null ? [] : [{
		ref,
		before,
		after
	}]);
	const commits = await resolveCommits(git, arriving.map(({ after }) => after));
	const existing = commits.filter((commit) => commit !== null);
	const added = existing.length > 1 ? await listNewAmong(git, existing, known) : new Set(existing);
	const ranges = [];
	const earlier = /* @__PURE__ */ new Set();
	for (const [at, { ref, before, after }] of arriving.entries()) {
		const commit = commits[at] ?? null;
		if (commit === null && !isFullObjectId(after)) throw createMissingCommitError(after);
		const range = commit !== null && (earlier.has(commit) || !added.has(commit)) ? null : await findBase(git, commit, {
			...known,
			commits: [...known.commits, ...earlier]
		});
		const names = before === null ? [ref] : [];
		if (range || isTag(after, commit) || names.some((name) => mayHoldKey(Buffer.byteLength(name)))) {
			const head = isFullObjectId(after) ? after : commit ?? after;
			ranges.push({
				...range ?? {
					base: commit,
					known: [],
					count: 0
				},
				head,
				names
			});
		}
		if (commit !== null) earlier.add(commit);
	}
	return ranges;
}
async function resolveKnown(git, updates) {
	const before = updates.flatMap((update) => update.before ?? []);
	return before.length > 0 ? (await resolveCommits(git, before)).filter((commit) => commit !== null) : [];
}
async function findBase(git, commit, known) {
	if (commit === null) return {
		base: null,
		known: [],
		count: 0
	};
	const { count, boundary } = await findNewCommits$1(git, commit, known);
	if (count === 0) return null;
	const base = boundary.find((name) => known.commits.includes(name)) ?? boundary[0] ?? null;
	return {
		base,
		known: boundary.filter((name) => name !== base),
		count
	};
}
async function isAtOtherRemote(git, ranges, known) {
	const count = ranges.reduce((sum, range) => sum + range.count, 0);
	const heads = ranges.map(({ head }) => head);
	return count > 0 && await countNewCommits(git, heads, {
		...known,
		refs: ["--remotes"]
	}) < count;
}
function isTag(name, commit) {
	return isFullObjectId(name) && name !== commit;
}
function quarantineVariables(environment, folder) {
	const objects = environment["GIT_OBJECT_DIRECTORY"];
	if (!environment["GIT_QUARANTINE_PATH"] || !objects) return {};
	const alternates = environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"];
	const absolute = (name) => name === "" || name.includes("\"") ? name : resolve(folder, name);
	return {
		GIT_OBJECT_DIRECTORY: resolve(folder, objects),
		...alternates ? { GIT_ALTERNATE_OBJECT_DIRECTORIES: alternates.split(delimiter).map(absolute).join(delimiter) } : {}
	};
}
// src/sources/range/unread-names.ts
var unread_names_exports = /* @__PURE__ */ __exportAll({ findUnreadNames: () => findUnreadNames });
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
// src/sources/stdin.ts
var stdin_exports = /* @__PURE__ */ __exportAll({ openStdin: () => openStdin });
function openStdin({ stream, name }) {
	return {
		change: {
			kind: "stdin",
			name
		},
		source: new StdinSource(stream, name)
	};
}
var StdinSource = class {
	#stream;
	#name;
	#gaps = new GapCollector();
	#lines = new LineIndex();
	#coverage = {
		commits: 0,
		blobs: 0,
		bytes: 0,
		texts: 0
	};
	#hasEnded = false;
	constructor(stream, name) {
		this.#stream = stream;
		this.#name = name;
	}
	async *blobs() {
		this.#coverage.texts += 1;
		yield {
			provenance: {
				kind: "stdin",
				name: this.#name
			},
			chunks: this.#read()
		};
	}
	async locate(_blob, { encoding, member, offset, length }) {
		const position = member === null ? this.#lines.locate(offset, length) : null;
		return [{
			where: "stdin",
			path: this.#name,
			line: position?.line ?? null,
			column: position?.column ?? null,
			commit: null,
			author: null,
			at: null,
			encoding,
			member,
			inHead: true,
			preexisting: false
		}];
	}
	async complete(sightings) {
		return sightings;
	}
	async nameOf() {
		return { name: quoteForMessage(this.#name) };
	}
	account() {
		const gaps = [...this.#gaps.list()];
		if (!this.#hasEnded) gaps.push({
			kind: "miscounted",
			detail: describeUnfinished("stream")
		});
		return {
			coverage: { ...this.#coverage },
			gaps
		};
	}
	async *#read() {
		try {
			for await (const chunk of this.#stream) {
				if (chunk.length === 0) continue;
				this.#lines.push(chunk);
				this.#coverage.bytes += chunk.length;
				yield chunk;
			}
		} catch (error) {
			this.#gaps.add("unreadable", describeBrokenStream(error.code));
		}
		this.#hasEnded = true;
	}
};
// src/sources/scanner-reports/report-entry.ts
function getObject(value, ...path) {
	const found = path.reduce((parent, key) => isObject(parent) ? parent[key] : void 0, value);
	return isObject(found) ? found : {};
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function getList(value) {
	return Array.isArray(value) ? value : [];
}
function getFirstText(...values) {
	return values.find((value) => typeof value === "string" && value !== "") ?? null;
}
function getLine(value) {
	return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : null;
}
function getCommit(value) {
	return typeof value === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : null;
}
function getMoment(value) {
	if (typeof value !== "string" || !/\d[T ]\d\d:\d\d/.test(value)) return null;
	const iso = value.replace(/^(\S+) (\S+) ([+-]\d\d):?(\d\d)$/, "$1T$2$3:$4");
	const at = new Date(iso);
	return Number.isNaN(at.getTime()) ? null : at;
}
function listTexts(value) {
	const texts = [];
	const waiting = [value];
	while (waiting.length > 0) {
		const one = waiting.pop();
		if (typeof one === "string") texts.push(one);
		else if (Array.isArray(one)) waiting.push(...one);
		else if (isObject(one)) for (const [name, inner] of Object.entries(one)) waiting.push(name, inner);
	}
	return texts;
}
// src/sources/scanner-reports/read-entry.ts
const REDACTED = /^\W?REDACTED\b|\*{4}|(?:\.{3}|…)\W?$/;
function readEntry(value) {
	if (!isObject(value)) return null;
	return readGitleaks(value) ?? readBetterleaks(value) ?? readTruffleHog(value) ?? readKingfisher(value);
}
function readGitleaks(value) {
	const { RuleID, Secret, File, StartLine, Commit, Author, Date: date, Attributes } = value;
	if (typeof RuleID !== "string" || typeof File !== "string" || !("Secret" in value)) return null;
	const fields = {
		secret: Secret,
		path: File,
		line: StartLine,
		commit: Commit,
		author: Author,
		at: date
	};
	return createEntry(isObject(Attributes) ? "betterleaks" : "gitleaks", value, fields);
}
function readBetterleaks(value) {
	const finding = isObject(value["finding"]) && "rule_id" in value["finding"] ? value["finding"] : value;
	const { rule_id: rule, match, location, attributes } = finding;
	if (typeof rule !== "string" || !isObject(match)) return null;
	const git = getObject(attributes);
	const { path, start_line: line } = getObject(location);
	return createEntry("betterleaks", finding, {
		secret: match["value"],
		path,
		line,
		commit: git["git.sha"],
		author: git["git.author_name"],
		at: git["git.date"]
	});
}
function readTruffleHog(value) {
	const { SourceMetadata, Raw, Redacted: _, ...rest } = value;
	if (!isObject(SourceMetadata) || typeof Raw !== "string") return null;
	const data = getObject(Object.values(getObject(SourceMetadata, "Data"))[0]);
	const author = getFirstText(data["email"])?.replace(/\s*<.*$/, "");
	const at = data["timestamp"];
	const path = getFirstText(data["file"], data["filename"], data["path"], data["key"]);
	return createEntry("trufflehog", {
		SourceMetadata,
		Raw,
		...rest
	}, {
		secret: Raw,
		path,
		line: data["line"],
		commit: data["commit"],
		author,
		at
	});
}
function readKingfisher(value) {
	const { rule, finding } = value;
	if (!isObject(rule) || !isObject(finding) || !("snippet" in finding)) return null;
	const { snippet: secret, path, line } = finding;
	return createEntry("kingfisher", value, {
		secret,
		path,
		line,
		...readKingfisherCommit(finding["git_metadata"])
	});
}
function readKingfisherCommit(metadata) {
	const { id, date, author } = getObject(metadata, "commit");
	return {
		commit: id,
		at: date,
		author: getObject(author)["name"]
	};
}
function readSarifResult(value) {
	if (!isObject(value)) return null;
	const [location] = getList(value["locations"]);
	const physical = getObject(location, "physicalLocation");
	const { startLine: line, snippet } = getObject(physical["region"]);
	const { commitSha, author, date } = getObject(value["partialFingerprints"]);
	const kingfisher = readKingfisherCommit(getObject(location, "properties")["git_metadata"]);
	const secret = getObject(snippet)["text"];
	const isAboutOpenAI = /openai/i.test(`${getFirstText(value["ruleId"])} ${getFirstText(getObject(value["message"])["text"])}`);
	const entry = createEntry("sarif", value, {
		secret,
		path: readUri(getFirstText(getObject(physical["artifactLocation"])["uri"])),
		line,
		commit: getFirstText(commitSha, kingfisher.commit),
		author: getFirstText(author, kingfisher.author),
		at: getFirstText(date, kingfisher.at)
	});
	return typeof secret === "string" || isAboutOpenAI ? entry : {
		...entry,
		isRedacted: false
	};
}
function readUri(uri) {
	if (uri === null) return null;
	const bare = uri.replace(/^file:\/\//, "");
	try {
		return decodeURIComponent(bare);
	} catch {
		return bare;
	}
}
function createEntry(scanner, value, fields) {
	const { secret, path, line, commit, author, at } = fields;
	const shown = getFirstText(secret);
	return {
		scanner,
		texts: [...shown === null ? [] : [shown], ...listTexts(value)],
		isRedacted: shown === null || REDACTED.test(shown),
		path: getFirstText(path)?.replace(/^\.\//, "") ?? null,
		line: getLine(line),
		commit: getCommit(commit),
		author: getFirstText(author),
		at: getMoment(at)
	};
}
// src/sources/scanner-reports/parse-report.ts
function parseScannerReport(text) {
	const document = parseJson(text);
	if (document !== void 0) return readDocument(document.value);
	return readLines(text);
}
function readDocument(document) {
	if (Array.isArray(document)) return collect(document.map((value) => readPart(value)));
	if (!isObject(document)) return null;
	if (Array.isArray(document["runs"])) return readSarif(document);
	const { findings, ...others } = document;
	if (!Array.isArray(findings)) return collect([readPart(document)]);
	const empty = findings.length === 0 ? nameEmptyReport(document) : null;
	if (empty !== null) return {
		scanners: /* @__PURE__ */ new Set([empty]),
		entries: [],
		rest: listTexts(others)
	};
	return collect([...findings.map((value) => readPart(value)), { other: others }]);
}
function nameEmptyReport(document) {
	if (isObject(document["metadata"]) && "kingfisher_version" in document["metadata"]) return "kingfisher";
	return isObject(document["scan"]) && "betterleaks_version" in document["scan"] ? "betterleaks" : null;
}
function readSarif(document) {
	const { runs, ...others } = document;
	return {
		...sort([...getList(runs).flatMap((run) => {
			if (!isObject(run)) return [{ other: run }];
			const { results, ...rest } = run;
			return [...getList(results).map((value) => readPart(value, readSarifResult)), { other: rest }];
		}), { other: others }]),
		scanners: /* @__PURE__ */ new Set(["sarif"])
	};
}
function readLines(text) {
	return collect(text.split(/\r?\n/).map((line) => {
		const parsed = parseJson(line);
		return parsed === void 0 ? { other: line } : readPart(parsed.value);
	}));
}
function readPart(value, read = readEntry) {
	const entry = read(value);
	return entry === null ? { other: value } : { entry };
}
function collect(parts) {
	const sorted = sort(parts);
	return sorted.entries.length > 0 ? sorted : null;
}
function sort(parts) {
	const entries = parts.flatMap((part) => "entry" in part ? [part.entry] : []);
	const rest = parts.flatMap((part) => "other" in part ? listTexts(part.other) : []);
	return {
		scanners: new Set(entries.map(({ scanner }) => scanner)),
		entries,
		rest
	};
}
function parseJson(text) {
	try {
		return { value: JSON.parse(text) };
	} catch {
		return;
	}
}
// src/sources/scanner-reports/report-source.ts
var ScannerReportSource = class {
	#report;
	#name;
	#bytes;
	#entries = /* @__PURE__ */ new WeakMap();
	#located = /* @__PURE__ */ new WeakMap();
	#read = 0;
	constructor(report, { name, bytes }) {
		this.#report = report;
		this.#name = name;
		this.#bytes = bytes;
	}
	async *blobs() {
		for (const entry of this.#report.entries) {
			const blob = this.#createBlob(dropRepeated(entry.texts));
			this.#entries.set(blob, entry);
			this.#read += 1;
			yield blob;
		}
		if (this.#report.rest.length > 0) yield this.#createBlob(this.#report.rest);
	}
	async locate(blob, { secret, encoding, member }) {
		const located = this.#located.get(blob) ?? /* @__PURE__ */ new Set();
		this.#located.set(blob, located);
		if (located.has(secret.fingerprint)) return [];
		located.add(secret.fingerprint);
		const { path = null, line = null, commit = null, author = null, at = null } = this.#entries.get(blob) ?? {};
		return [{
			...path === null ? {
				where: "stdin",
				path: this.#name
			} : {
				where: "file",
				path
			},
			line,
			column: null,
			commit,
			author,
			at,
			encoding,
			member,
			inHead: true,
			preexisting: false
		}];
	}
	async complete(sightings) {
		return sightings;
	}
	async nameOf(blob) {
		return { name: quoteForMessage(this.#entries.get(blob)?.path ?? this.#name) };
	}
	account() {
		const redacted = this.#report.entries.filter(({ isRedacted }) => isRedacted);
		const [first] = redacted;
		const gaps = first ? [{
			kind: "unreadable",
			cause: "redacted",
			detail: describeRedactedEntries(redacted.length, quoteForMessage(first.path ?? this.#name))
		}] : [];
		return {
			coverage: {
				commits: 0,
				blobs: 0,
				bytes: this.#bytes,
				texts: this.#read
			},
			gaps
		};
	}
	#createBlob(texts) {
		return {
			provenance: {
				kind: "stdin",
				name: this.#name
			},
			chunks: [Buffer.from(`${texts.join("\n")}\n`)]
		};
	}
};
function dropRepeated(texts) {
	const kept = [];
	for (const text of texts) if (text !== "" && !kept.some((one) => one.includes(text))) kept.push(text);
	return kept;
}
// src/sources/scanner-reports/open-input.ts
var open_input_exports = /* @__PURE__ */ __exportAll({ openInput: () => openInput });
const LONGEST_REPORT = 67108864;
async function openInput({ stream, name, format }) {
	if (format === "text") return openStdin({
		stream,
		name
	});
	const input = await readAhead(stream);
	const report = input.text === null ? null : parseScannerReport(input.text);
	if (report !== null && isOf(report, format)) {
		const source = new ScannerReportSource(report, {
			name,
			bytes: input.bytes
		});
		return {
			change: {
				kind: "stdin",
				name
			},
			source
		};
	}
	const isEmpty = input.text !== null && /^\s*(?:\[\s*\]|null)?\s*$/.test(input.text);
	if (format !== "auto" && !isEmpty && input.error === null) throw new UsageError(describeNotReport(format));
	return openStdin({
		stream: replay(input),
		name
	});
}
function isOf({ scanners }, format) {
	if (format === "auto") return true;
	return [...scanners].some((one) => one === format || one === "betterleaks" && format === "gitleaks");
}
async function readAhead(stream) {
	const chunks = [];
	const iterator = stream[Symbol.asyncIterator]();
	let bytes = 0;
	try {
		for (;;) {
			const { done, value } = await iterator.next();
			if (done) return {
				chunks,
				bytes,
				text: decode(chunks),
				rest: null,
				error: null
			};
			chunks.push(value);
			bytes += value.length;
			if (bytes > LONGEST_REPORT || !mayBeJson(chunks)) return {
				chunks,
				bytes,
				text: null,
				rest: iterator,
				error: null
			};
		}
	} catch (error) {
		return {
			chunks,
			bytes,
			text: null,
			rest: null,
			error
		};
	}
}
function mayBeJson(chunks) {
	const [first] = chunks;
	const start = first ? Buffer.from(first).toString("latin1", 0, 64) : "";
	return /^(?:\xef\xbb\xbf)?\s*(?:[[{]|null\s*$|$)/.test(start);
}
function decode(chunks) {
	return new TextDecoder().decode(Buffer.concat(chunks));
}
async function* replay({ chunks, rest, error }) {
	yield* chunks;
	if (error !== null) throw error;
	if (rest !== null) yield* { [Symbol.asyncIterator]: () => rest };
}
// src/sources/mirror/known-tips.ts
const BYTES = 12;
const CHARACTERS = /.{16}/gs;
const MOST_TIPS = 2e4;
var KnownTips = class {
	#refs;
	#tips;
	constructor(refs, text) {
		this.#refs = refs;
		this.#tips = new Set(text.match(CHARACTERS));
	}
	has(oid) {
		return this.#tips.has(shorten(this.#refs, oid));
	}
	static format(refs, oids) {
		const tips = [...new Set(oids)];
		if (tips.length > MOST_TIPS) return null;
		return tips.map((oid) => shorten(refs, oid)).toSorted().join("");
	}
};
function shorten(refs, oid) {
	return createHash("sha256").update(`${refs} ${oid}`).digest().subarray(0, BYTES).toString("base64");
}
// src/sources/mirror/mirror-refs.ts
const PEELED = "^{}";
function parseListing(lines) {
	const pairs = lines.map((line) => line.split("	"));
	const oids = new Map(pairs.map(([oid, name]) => [name, oid]));
	return pairs.filter(([, name]) => !name.endsWith(PEELED)).map(([oid, name]) => ({
		name,
		oid,
		peeled: oids.get(`${name}${PEELED}`) ?? null
	}));
}
function computeRefsDigest(refs) {
	const lines = refs.map(({ name, oid }) => `${oid} ${name}`).toSorted();
	return createHash("sha256").update(lines.join("\n")).digest("hex");
}
async function listFetchedRefs(git) {
	const { code, stdout } = await git.run(["for-each-ref", `--format=${FIELDS}`]);
	if (code !== 0) return null;
	const rows = stdout.split("\n").slice(0, -1).map((line) => line.split(" "));
	return {
		refs: rows.map(([name = "", , oid = "", , peeled = ""]) => ({
			name,
			oid,
			peeled: peeled || null
		})),
		isOfCommits: rows.every(([, type, , peeledType]) => (peeledType || type) === "commit")
	};
}
const FIELDS = "%(refname) %(objecttype) %(objectname) %(*objecttype) %(*objectname)";
// src/sources/mirror/new-commits.ts
const STEPS = [
	"--depth=50",
	"--deepen=500",
	"--depth=2147483647"
];
const MOST_COMMITS = 2e3;
const ALLOCATION_LIMIT = { GIT_ALLOC_LIMIT: "12m" };
async function fetchNewHistory(scratch, { listed, tips, defaultBranch }) {
	const head = `refs/heads/${defaultBranch}`;
	const wanted = listed.filter(({ name, oid }) => name === head || !tips.has(oid));
	if (wanted.length === 0) return {
		refs: [],
		known: []
	};
	const refspecs = wanted.map(({ name }) => `+${name}:${name}`);
	for (const step of STEPS) {
		const { kind } = await scratch.remote.fetch(refspecs, [step, "--filter=tree:0"]);
		if (kind !== "fetched") return null;
		const parents = await readParents(scratch.git);
		const commits = parents && findNewCommits(parents, tips);
		if (!commits || commits.size > MOST_COMMITS) return null;
		const { shallow } = await findRepository(scratch.dir);
		if ([...commits].some((commit) => shallow.has(commit) || shallow.size > 0 && parents.get(commit)?.length === 0)) continue;
		const fetched = await listFetchedRefs(scratch.git);
		if (!fetched?.isOfCommits) return null;
		return await fetchContents(scratch, {
			parents,
			commits,
			fetched,
			head
		});
	}
	return null;
}
async function readParents(git) {
	const parents = /* @__PURE__ */ new Map();
	const running = git.start([
		"rev-list",
		"--all",
		"--parents",
		"--"
	]);
	running.input.end();
	for await (const lines of splitLines(running.output)) for (const line of lines) {
		const [commit = "", ...others] = line.split(" ");
		parents.set(commit, others);
	}
	return (await running.exited).code === 0 ? parents : null;
}
function findNewCommits(parents, tips) {
	const known = new Set([...parents.keys()].filter((commit) => tips.has(commit)));
	for (const commit of known) for (const parent of parents.get(commit) ?? []) known.add(parent);
	return new Set([...parents.keys()].filter((commit) => !known.has(commit)));
}
async function fetchContents({ git, remote }, found) {
	const { parents, commits, head } = found;
	const { refs } = found.fetched;
	const boundary = [...commits].flatMap((commit) => parents.get(commit) ?? []).filter((one) => !commits.has(one));
	const heads = refs.filter(({ name }) => name === head).map(({ oid }) => oid);
	const trees = await listMissingTrees(git, [.../* @__PURE__ */ new Set([
		...commits,
		...boundary,
		...heads
	])]);
	if (trees.length > 0 && (await remote.fetch(trees, ["--filter=blob:none"])).kind !== "fetched") return null;
	const blobs = await listMissingBlobs(git, commits);
	if (blobs === null) return null;
	if (blobs.length > 0 && (await remote.fetch(blobs, ["--filter=blob:none"])).kind !== "fetched") return null;
	const tips = refs.map(({ oid, peeled }) => peeled ?? oid);
	return {
		refs,
		known: [.../* @__PURE__ */ new Set([...boundary, ...tips])].filter((commit) => !commits.has(commit))
	};
}
async function listMissingBlobs(git, commits) {
	const present = /* @__PURE__ */ new Set();
	const listing = git.start([
		"cat-file",
		"--batch-all-objects",
		"--unordered",
		"--batch-check=%(objectname)"
	]);
	listing.input.end();
	for await (const lines of splitLines(listing.output)) for (const line of lines) present.add(line);
	const brought = /* @__PURE__ */ new Set();
	const comparing = git.start(["diff-tree", ...DIFF_TREE_OPTIONS], ALLOCATION_LIMIT);
	comparing.input.end([...commits].map((commit) => `${commit}\n`).join(""));
	for await (const lines of splitLines(comparing.output)) for (const line of lines) {
		const blob = BROUGHT.exec(line)?.[1];
		if (blob !== void 0 && !present.has(blob)) brought.add(blob);
	}
	return (await Promise.all([listing.exited, comparing.exited])).every(({ code }) => code === 0) ? [...brought] : null;
}
const DIFF_TREE_OPTIONS = [
	"--stdin",
	"--root",
	"-r",
	"-c",
	"--raw",
	"--no-renames",
	"--no-abbrev",
	"--no-ext-diff"
];
const BROUGHT = /^:+(?:\d{6} )*(?!160000|000000)\d{6} (?:[0-9a-f]{40,64} )*([0-9a-f]{40,64}) [A-Z]/;
// src/sources/mirror/fetched-mirror.ts
const UNKNOWN_REFS = {
	refs: null,
	tips: null
};
const PATTERNS = [
	"refs/heads/*",
	"refs/tags/*",
	"refs/notes/*",
	"refs/pull/*/head"
];
const SIZE_INTERVAL = 2e3;
async function fetchMirror(options) {
	const tooLarge = new AbortController();
	const signal = AbortSignal.any([tooLarge.signal, ...options.signal ? [options.signal] : []]);
	const fetchIn = async (format, knownTips) => await fetchAs(format, {
		...options,
		knownTips,
		signal
	}, tooLarge);
	try {
		const first = await fetchIn("sha1", options.knownTips);
		const fetched = first.kind === "doubtful" ? await fetchIn("sha1", null) : first;
		const last = fetched.kind === "mismatched" ? await fetchIn("sha256", null) : fetched;
		if (last.kind === "doubtful") throw new Error("all that there is cannot be doubted");
		return last;
	} catch (error) {
		if (tooLarge.signal.aborted && options.signal?.aborted !== true) return { kind: "too-large" };
		throw error;
	}
}
async function fetchAs(format, options, tooLarge) {
	const { close, outcome } = await createScratchRepository(options, format, async (scratch) => {
		const finished = new AbortController();
		const watching = watchSize(scratch, options, finished.signal, tooLarge);
		try {
			return { outcome: await fetchChanged(scratch, options) };
		} finally {
			finished.abort();
			await watching;
		}
	});
	if (outcome.kind === "fetched") return {
		...outcome,
		close
	};
	await close();
	return outcome;
}
async function fetchChanged(scratch, options) {
	const { defaultBranch, knownRefs, knownTips } = options;
	if (defaultBranch !== null) await nameHead(scratch, defaultBranch);
	if (knownRefs === null) return await fetchAll(scratch);
	const listing = await scratch.remote.list(PATTERNS);
	if (listing.kind !== "listed") return listing;
	const listed = parseListing(listing.lines);
	const refs = computeRefsDigest(listed);
	if (listed.length === 0) return {
		kind: "empty",
		refs
	};
	if (refs === knownRefs) return {
		kind: "unchanged",
		refs
	};
	if (knownTips === null) return await fetchAll(scratch);
	return await fetchNew(scratch, {
		listed,
		tips: new KnownTips(knownRefs, knownTips),
		defaultBranch
	});
}
async function nameHead({ dir, git }, branch) {
	const ref = `refs/heads/${branch}`;
	if (/^\w[\w-]*(?:\/\w[\w-]*)*$/.test(branch)) await writeFile$1(join(dir, "HEAD"), `ref: ${ref}\n`);
	else await git.run([
		"symbolic-ref",
		"HEAD",
		ref
	]);
}
async function fetchAll({ dir, git, remote }) {
	const result = await remote.fetch(PATTERNS.map((pattern) => `+${pattern}:${pattern}`), ["--no-filter"]);
	if (result.kind !== "fetched") return result;
	const fetched = await listFetchedRefs(git);
	if (fetched?.refs.length === 0) return {
		kind: "empty",
		refs: computeRefsDigest([])
	};
	return {
		kind: "fetched",
		dir,
		news: null,
		...fetched ? describeRefs(fetched.refs, []) : UNKNOWN_REFS
	};
}
async function fetchNew(scratch, wish) {
	const fetched = await fetchNewHistory(scratch, wish);
	if (fetched === null) return { kind: "doubtful" };
	const names = new Set(fetched.refs.map(({ name }) => name));
	const others = wish.listed.filter(({ name }) => !names.has(name)).map((ref) => ({
		...ref,
		peeled: ref.peeled !== null && wish.tips.has(ref.peeled) ? ref.peeled : null
	}));
	const news = {
		known: fetched.known,
		names: wish.listed.map(({ name }) => name)
	};
	return {
		kind: "fetched",
		dir: scratch.dir,
		news,
		...describeRefs(fetched.refs, others)
	};
}
function describeRefs(fetched, others) {
	const all = [...fetched, ...others];
	const refs = computeRefsDigest(all);
	const oids = all.flatMap(({ oid, peeled }) => peeled === null ? [oid] : [oid, peeled]);
	return {
		refs,
		tips: KnownTips.format(refs, oids)
	};
}
async function watchSize({ dir }, { maxBytes, clock = SYSTEM_CLOCK }, finished, tooLarge) {
	for (;;) {
		await clock.sleep(SIZE_INTERVAL, finished);
		if (finished.aborted) return;
		if (await measurePacks(dir) <= maxBytes) continue;
		tooLarge.abort(/* @__PURE__ */ new Error("more was fetched than there is room for"));
		return;
	}
}
async function measurePacks(dir) {
	const folder = join(dir, "objects", "pack");
	const sizes = (await readdir(folder).catch(() => [])).map(async (name) => (await stat(join(folder, name)).catch(() => null))?.size ?? 0);
	return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
// src/sources/mirror/found-objects.ts
const ALONE = ["--depth=1", "--filter=tree:0"];
const FOLDERS = ["--depth=1", "--filter=blob:none"];
async function fetchFoundObjects(options) {
	const { dir, result, head, close } = await createScratchRepository(options, options.objects[0]?.length === 64 ? "sha256" : "sha1", async (scratch) => {
		const { result } = await fetchObjects(scratch, options.objects, ALONE);
		return {
			dir: scratch.dir,
			result,
			head: await fetchHead(scratch, options.branch)
		};
	});
	if (result.kind === "fetched" || result.kind === "unknown") return {
		kind: "fetched",
		dir,
		head,
		close
	};
	await close();
	return result;
}
async function fetchHead({ git, remote }, branch) {
	if (branch === null) return null;
	const ref = `refs/heads/${branch}`;
	const { kind } = await remote.fetch([`+${ref}:${ref}`], FOLDERS);
	return kind === "fetched" ? await findHead(git, ref) : null;
}
async function findHead(git, ref = "HEAD") {
	const { stdout } = await git.run([
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${ref}^{commit}`
	]);
	return stdout.trim() || null;
}
async function* readFoundObjects(dir, objects, environment) {
	for await (const result of readObjects(new Git(dir, environment), [objects])) if (result.kind === "object") yield* splitObject(result.oid, result.type, result.chunks);
}
async function* splitObject(oid, type, chunks) {
	switch (type) {
		case "blob":
			yield {
				provenance: {
					kind: "object",
					oid
				},
				chunks
			};
			return;
		case "tag":
			yield {
				provenance: {
					kind: "tag-message",
					tag: oid
				},
				chunks: extractTagText(chunks)
			};
			return;
		case "commit": {
			const { headers, message } = await splitCommitStream(chunks);
			const { people, signatures } = extractHeaderTexts(headers);
			if (signatures.length > 0) yield {
				provenance: {
					kind: "commit-signature",
					commit: oid
				},
				chunks: [signatures]
			};
			if (people.length > 0) yield {
				provenance: {
					kind: "commit-people",
					commit: oid
				},
				chunks: [people]
			};
			yield {
				provenance: {
					kind: "commit-message",
					commit: oid
				},
				chunks: message
			};
			return;
		}
	}
}
// src/settings/settings-digest.ts
function computeSettingsDigest({ scan, paths, exclude, baseURL, detail, ignoreFile, keysFile, ...rest }) {
	const { ownKey: _, approved, ...policy } = rest.policy;
	const told = {
		...policy,
		scan,
		paths,
		exclude,
		baseURL,
		detail,
		ignoreFile,
		keysFile,
		hasAdminKey: rest.adminKey !== null,
		approved: approved && [...approved].toSorted()
	};
	const sorted = Object.entries(told).toSorted(([one], [other]) => one < other ? -1 : 1);
	return createHash("sha256").update(JSON.stringify(sorted)).digest("hex");
}
// src/targets/scan-setup.ts
var scan_setup_exports = /* @__PURE__ */ __exportAll({ describeScanSetup: () => describeScanSetup });
async function describeScanSetup(settings, change, basePolicy) {
	const isFiltered = settings.paths.length + settings.exclude.length > 0 || change.kind !== "texts" && (await basePolicy()).exclude.length > 0;
	return {
		settings: computeSettingsDigest(settings),
		isFiltered
	};
}
export { CommitList, PACK_TYPES, PackMemory, PackReader, TreeGraph, TreeLister, canReadPacks, completeness_exports, createPackNames, createTreeListing, describeFetchFailure, fetchFoundObjects, fetchMirror, fetched_file_exports, fetched_range_exports, files_exports, findHead, measurePacks$1 as measurePacks, open_input_exports, origin_exports, pushed_exports, readFoundObjects, readPacks, scan_setup_exports, stdin_exports, unread_names_exports };
