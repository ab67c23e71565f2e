import "./rolldown-runtime.js";
import { t as lent } from "./member.js";
import { n as Unpacker } from "./unpacker.js";
import { Q as MARKER } from "./core.js";
// src/detect/containers/pdf-armour.ts
var Unarmourer = class {
	#armour;
	#digits = [];
	#isDone = false;
	constructor(armour) {
		this.#armour = armour;
	}
	add(piece) {
		const bytes = [];
		for (const letter of piece) {
			if (this.#isDone) break;
			if (letter === (this.#armour === "hex" ? 62 : 126)) bytes.push(...this.end());
			else this.#take(letter, bytes);
		}
		return Buffer.from(bytes);
	}
	end() {
		const digits = this.#digits;
		const missing = (this.#armour === "hex" ? 2 : 5) - digits.length;
		this.#isDone = true;
		this.#digits = [];
		if (digits.length === 0) return Buffer.alloc(0);
		if (this.#armour === "hex") return Buffer.from([(digits[0] ?? 0) * 16]);
		return fourOf([...digits, ...Array.from({ length: missing }, () => 84)]).subarray(0, 4 - missing);
	}
	#take(letter, bytes) {
		if (this.#armour === "hex") {
			const digit = Number.parseInt(String.fromCharCode(letter), 16);
			if (Number.isNaN(digit)) return;
			this.#digits.push(digit);
			if (this.#digits.length < 2) return;
			bytes.push((this.#digits[0] ?? 0) * 16 + digit);
		} else {
			if (letter === 122 && this.#digits.length === 0) bytes.push(0, 0, 0, 0);
			if (letter < 33 || letter > 117) return;
			this.#digits.push(letter - 33);
			if (this.#digits.length < 5) return;
			bytes.push(...fourOf(this.#digits));
		}
		this.#digits = [];
	}
};
function fourOf(digits) {
	const value = digits.reduce((sum, digit) => sum * 85 + digit, 0) % 2 ** 32;
	const four = Buffer.alloc(4);
	four.writeUInt32BE(value);
	return four;
}
function isZlib(start) {
	return start.length === 2 && ((start[0] ?? 0) & 15) === 8 && start.readUInt16BE(0) % 31 === 0;
}
const ARMOURS = {
	ASCII85Decode: "base-85",
	A85: "base-85",
	ASCIIHexDecode: "hex",
	AHx: "hex"
};
const PACKED = /* @__PURE__ */ new Set(["FlateDecode", "Fl"]);
const PICTURES = /* @__PURE__ */ new Set([
	"DCTDecode",
	"DCT",
	"JPXDecode",
	"CCITTFaxDecode",
	"CCF",
	"JBIG2Decode"
]);
function planOf(dictionary, start) {
	const isFile = /\/EmbeddedFile\b/.test(dictionary);
	if (!isFile && NO_TEXT.test(dictionary)) return { kind: "no-text" };
	const filters = filtersIn(dictionary);
	const length = Number(/\/Length\s+(\d{1,10})(?!\d|\s+\d+\s+R)/.exec(dictionary)?.[1] ?? 0);
	if (filters === "elsewhere") {
		if (isZlib(start)) return {
			kind: "read",
			armour: null,
			isPacked: true,
			length,
			prediction: null,
			isFile
		};
		return { kind: ["ffd8", "0000"].includes(start.toString("hex")) ? "no-text" : "unknown" };
	}
	if (filters.some((filter) => PICTURES.has(filter))) return { kind: "no-text" };
	const armour = ARMOURS[filters[0] ?? ""] ?? null;
	const [packing, ...others] = armour ? filters.slice(1) : filters;
	const isPacked = packing !== void 0 && PACKED.has(packing);
	if (packing !== void 0 && !isPacked || others.length > 0) return { kind: "unknown" };
	return {
		kind: "read",
		armour,
		isPacked,
		length,
		prediction: isPacked ? predictionIn(dictionary) : null,
		isFile
	};
}
const NO_TEXT = /\/Subtype\s*\/(?:Image|Type1C|CIDFontType0C|OpenType)\b|\/Length1\b|\/Type\s*\/XRef\b/;
function filtersIn(dictionary) {
	const [, value = ""] = /\/Filter\s*(\[[^\]]*\]|\/[^\s/<>[\]()]+|\d+\s+\d+\s+R)/.exec(dictionary) ?? [];
	if (/^\d/.test(value)) return "elsewhere";
	return [...value.matchAll(/\/([^\s/<>[\]()]+)/g)].map(([, name = ""]) => name.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))));
}
const LONGEST_ROW = 1048576;
function predictionIn(dictionary) {
	const number = (name, otherwise) => Number(new RegExp(`/${name}\\s+(\\d{1,6})`).exec(dictionary)?.[1] ?? otherwise);
	const predictor = number("Predictor", 1);
	const bits = number("Colors", 1) * number("BitsPerComponent", 8);
	const row = Math.ceil(bits * number("Columns", 1) / 8);
	if (predictor < 2 || row < 1 || row > LONGEST_ROW) return null;
	return {
		kind: predictor >= 10 ? "png" : "tiff",
		row,
		step: Math.max(1, Math.ceil(bits / 8))
	};
}
// src/detect/containers/pdf-prediction.ts
var Unpredictor = class {
	#prediction;
	#above;
	#rest = Buffer.alloc(0);
	constructor(prediction) {
		this.#prediction = prediction;
		this.#above = Buffer.alloc(prediction.row);
	}
	add(piece) {
		const { kind, row } = this.#prediction;
		const length = kind === "png" ? row + 1 : row;
		const all = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
		const rows = [];
		let at = 0;
		for (; at + length <= all.length; at += length) rows.push(this.#row(all.subarray(at, at + length)));
		this.#rest = all.subarray(at);
		return Buffer.concat(rows);
	}
	end() {
		return this.#rest.length > 1 ? this.#row(this.#rest) : Buffer.alloc(0);
	}
	#row(written) {
		const { kind, step } = this.#prediction;
		const [type, differences] = kind === "png" ? [written[0] ?? 0, written.subarray(1)] : [LEFT, written];
		const above = this.#above;
		const bytes = Buffer.alloc(differences.length);
		for (let at = 0; at < bytes.length; at += 1) {
			const left = at >= step ? bytes[at - step] ?? 0 : 0;
			const corner = at >= step ? above[at - step] ?? 0 : 0;
			bytes[at] = (differences[at] ?? 0) + guess(type, left, above[at] ?? 0, corner);
		}
		this.#above = bytes;
		return bytes;
	}
};
const [LEFT, ABOVE, MEAN, NEAREST] = [
	1,
	2,
	3,
	4
];
function guess(type, left, above, corner) {
	if (type === LEFT) return left;
	if (type === ABOVE) return above;
	if (type === MEAN) return left + above >> 1;
	if (type !== NEAREST) return 0;
	const [a, b, c] = [
		Math.abs(above - corner),
		Math.abs(left - corner),
		Math.abs(left + above - 2 * corner)
	];
	return a <= b && a <= c ? left : b <= c ? above : corner;
}
// src/detect/containers/pdf-content.ts
async function* contentOf(intake, { armour, isPacked, length, prediction }) {
	const packed = armour ? unarmoured(untilEnd(intake), new Unarmourer(armour)) : null;
	const plain = isPacked ? packed ? unpackedFrom(packed) : unpackedIn(intake, length) : packed ?? untilEnd(intake);
	if (!prediction) return yield* plain;
	const unpredictor = new Unpredictor(prediction);
	for (;;) {
		const { value, done } = await plain.next();
		const rows = done ? unpredictor.end() : unpredictor.add(value);
		if (rows.length > 0) yield rows;
		if (done) return value;
	}
}
async function* unpackedIn(intake, length) {
	const header = await intake.exactly(2);
	if (!isZlib(header)) {
		intake.giveBack(header);
		return "cut";
	}
	const unpacker = new Unpacker("deflate");
	let left = length - header.length;
	try {
		for (;;) {
			const piece = await intake.piece(left > 0 ? left : void 0);
			if (!piece) break;
			left -= piece.length;
			yield* unpacker.add(piece);
			if (unpacker.state === "failed") intake.giveBack(piece);
			if (unpacker.state === "ended") intake.giveBack(piece.subarray(piece.length - unpacker.surplus));
			if (unpacker.state !== "going") break;
			if (left === 0 && await isAtEnd(intake)) break;
		}
		yield* unpacker.finish();
		return unpacker.state === "ended" ? "whole" : "cut";
	} finally {
		unpacker.close();
	}
}
async function* unpackedFrom(packed) {
	const unpacker = new Unpacker("deflate");
	let start = Buffer.alloc(0);
	try {
		for await (const piece of packed) {
			const bytes = start ? Buffer.concat([start, piece]) : piece;
			if (start && bytes.length < 2) {
				start = bytes;
				continue;
			}
			if (start && !isZlib(bytes.subarray(0, 2))) return "cut";
			yield* unpacker.add(start ? bytes.subarray(2) : bytes);
			start = null;
		}
		yield* unpacker.finish();
		return unpacker.state === "ended" ? "whole" : "cut";
	} finally {
		unpacker.close();
	}
}
async function* unarmoured(pieces, unarmourer) {
	for await (const piece of pieces) {
		const bytes = unarmourer.add(piece);
		if (bytes.length > 0) yield bytes;
	}
	const last = unarmourer.end();
	if (last.length > 0) yield last;
	return "whole";
}
const END = Buffer.from("endstream");
async function isAtEnd(intake) {
	const ahead = await intake.exactly(END.length + 2);
	intake.giveBack(ahead);
	return /^\s{0,2}endstream/.test(ahead.toString("latin1"));
}
async function* untilEnd(intake) {
	let kept = Buffer.alloc(0);
	for (;;) {
		const piece = await intake.piece();
		const all = piece ? Buffer.concat([kept, piece]) : kept;
		const at = all.indexOf(END);
		const until = at >= 0 ? at : piece ? Math.max(0, all.length - END.length) : all.length;
		if (at >= 0) intake.giveBack(all.subarray(at));
		if (until > 0) yield all.subarray(0, until);
		if (at >= 0) return "whole";
		if (!piece) return "cut";
		kept = all.subarray(until);
	}
}
// src/detect/containers/pdf-head.ts
const LONGEST_DICTIONARY = 8192;
const KEYWORD = Buffer.from("stream");
const END_OF_LINE = 2;
var Heads = class {
	#intake;
	#isLocked = false;
	constructor(intake) {
		this.#intake = intake;
	}
	get isLocked() {
		return this.#isLocked;
	}
	async next() {
		let window = Buffer.alloc(0);
		let from = 0;
		for (;;) {
			const piece = await this.#intake.piece();
			if (piece) window = window.length === 0 ? piece : Buffer.concat([window, piece]);
			for (let at = window.indexOf(KEYWORD, from); at >= 0; at = window.indexOf(KEYWORD, at + 1)) {
				const behind = at + KEYWORD.length;
				if (piece && window.length < behind + END_OF_LINE) break;
				const start = behind + endOfLine(window, behind);
				const head = start > behind ? headBefore(window, at) : null;
				if (!head) continue;
				this.#look(window.subarray(0, at));
				this.#intake.giveBack(window.subarray(start));
				return head;
			}
			this.#look(window);
			if (!piece) return null;
			from = Math.max(0, window.length - KEYWORD.length - END_OF_LINE);
			const done = Math.max(0, window.length - LONGEST_DICTIONARY);
			window = window.subarray(done);
			from -= done;
		}
	}
	#look(bytes) {
		if (!this.#isLocked) this.#isLocked = /\/Encrypt\s*(?:\d|<<)/.test(bytes.toString("latin1"));
	}
};
function endOfLine(bytes, at) {
	if (bytes[at] === 13) return bytes[at + 1] === 10 ? 2 : 1;
	return bytes[at] === 10 ? 1 : 0;
}
function headBefore(window, end) {
	if (!/>>\s*$/.test(window.toString("latin1", Math.max(0, end - 16), end))) return null;
	const text = window.toString("latin1", Math.max(0, end - LONGEST_DICTIONARY), end);
	const at = text.lastIndexOf(" obj");
	return {
		object: (at < 0 ? null : /(\d{1,10})\s+\d{1,5}$/.exec(text.slice(Math.max(0, at - 20), at)))?.[1] ?? null,
		dictionary: at < 0 ? text : text.slice(at)
	};
}
// src/detect/containers/pile.ts
var Pile = class {
	#most;
	#bytes = Buffer.alloc(0);
	#length = 0;
	#isFull = false;
	constructor(most) {
		this.#most = most;
	}
	get isFull() {
		return this.#isFull;
	}
	get bytes() {
		return this.#bytes.subarray(0, this.#length);
	}
	put(bytes) {
		const length = this.#length + bytes.length;
		if (length > this.#most || this.#isFull) {
			this.#isFull = true;
			return;
		}
		if (length > this.#bytes.length) {
			const grown = Buffer.alloc(Math.min(this.#most, Math.max(4096, 2 * length)));
			this.#bytes.copy(grown, 0, 0, this.#length);
			this.#bytes = grown;
		}
		this.#bytes.set(bytes, this.#length);
		this.#length = length;
	}
};
// src/detect/containers/pdf-shown.ts
var Shown = class {
	#pile;
	constructor(most) {
		this.#pile = new Pile(most);
	}
	get isFull() {
		return this.#pile.isFull;
	}
	get size() {
		return this.#pile.bytes.length;
	}
	put(between, codes) {
		for (let at = 0; at < codes.length; at += 65534) {
			const part = codes.subarray(at, at + 65534);
			this.#pile.put(Uint8Array.of(at === 0 && between !== "" ? between.charCodeAt(0) : 0, part.length >> 8, part.length));
			this.#pile.put(part);
		}
	}
	append(other) {
		this.#pile.put(other.#pile.bytes);
	}
	*text(read) {
		const bytes = this.#pile.bytes;
		let text = [];
		let [run, size] = [0, 0];
		for (let at = 0; at + 3 <= bytes.length;) {
			const [between = 0, length] = [bytes[at], bytes.readUInt16BE(at + 1)];
			const part = read(bytes.subarray(at + 3, at + 3 + length));
			const isWrapped = between === NEW_LINE && run >= LONG_WORD && isWordLike(part[0]);
			if (between !== 0 && !isWrapped) {
				text.push(Uint8Array.of(between));
				run = 0;
			}
			text.push(part);
			size += part.length;
			if (size >= PIECE) {
				yield Buffer.concat(text);
				[text, size] = [[], 0];
			}
			run = wordAtEnd(part) === part.length ? run + part.length : wordAtEnd(part);
			at += 3 + length;
		}
		const rest = Buffer.concat(text);
		if (rest.length > 0) yield rest;
	}
};
const PIECE = 32768;
const NEW_LINE = 10;
const LONG_WORD = 20;
function wordAtEnd(bytes) {
	let count = 0;
	while (count < bytes.length && isWordLike(bytes[bytes.length - 1 - count])) count += 1;
	return count;
}
function isWordLike(byte) {
	return byte !== void 0 && /[\w-]/.test(String.fromCharCode(byte));
}
// src/detect/containers/pdf-strings.ts
const ESCAPES = {
	n: "\n",
	r: "\r",
	t: "	",
	b: "\b",
	f: "\f"
};
function stringAt(bytes, at) {
	const codes = [];
	let depth = 1;
	for (let next = at + 1; next < bytes.length; next += 1) {
		const byte = bytes[next] ?? 0;
		if (byte === 92) {
			const escaped = bytes.toString("latin1", next + 1, next + 4);
			const [digits] = /^[0-7]{1,3}/.exec(escaped) ?? [];
			const letter = escaped[0] ?? "";
			if (digits !== void 0) codes.push(Number.parseInt(digits, 8) & 255);
			else if (letter !== "\n" && letter !== "\r") codes.push((ESCAPES[letter] ?? letter).charCodeAt(0));
			next += digits?.length ?? (escaped.startsWith("\r\n") ? 2 : 1);
			continue;
		}
		if (byte === 40) depth += 1;
		if (byte === 41) depth -= 1;
		if (depth === 0) return {
			codes: Buffer.from(codes),
			end: next + 1
		};
		codes.push(byte);
	}
	return null;
}
function hexStringAt(bytes, at) {
	const end = bytes.indexOf(62, at);
	if (end < 0) return null;
	const digits = bytes.toString("latin1", at + 1, end).replaceAll(/[^0-9A-Fa-f]/g, "");
	return {
		codes: Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, "hex"),
		end: end + 1
	};
}
// src/detect/containers/pdf-page.ts
const MOST_OPEN = 65536;
const MOST_SHOWN$1 = 4194304;
const MOST_STRINGS = 1e4;
const BLANK = -200;
var Page = class {
	shown = new Shown(MOST_SHOWN$1);
	#open = Buffer.alloc(0);
	#isInPicture = false;
	#isInArray = false;
	#between = "\n";
	#height = NaN;
	#number = NaN;
	#strings = [];
	add(piece) {
		const bytes = this.#open.length === 0 ? piece : Buffer.concat([this.#open, piece]);
		let at = 0;
		while (at < bytes.length) {
			const byte = bytes[at];
			if (!this.#isInPicture && (byte === 32 || byte === 10 || byte === 13 || byte === 0)) {
				at += 1;
				continue;
			}
			const next = this.#isInPicture ? this.#behindPicture(bytes, at) : this.#read(bytes, at);
			if (next === null) break;
			at = next;
		}
		this.#open = bytes.length - at > MOST_OPEN ? Buffer.alloc(0) : bytes.subarray(at);
	}
	end() {
		this.add(Buffer.from("\n"));
		this.#show();
	}
	#read(bytes, at) {
		switch (bytes[at]) {
			case 40: return this.#string(stringAt(bytes, at));
			case 60:
				if (at + 1 >= bytes.length) return null;
				return bytes[at + 1] === 60 ? at + 2 : this.#string(hexStringAt(bytes, at));
			case 37: return afterOrNull(bytes.indexOf(10, at));
			case 91:
				this.#isInArray = true;
				return at + 1;
			case 93:
				this.#isInArray = false;
				return at + 1;
			default: return this.#word(bytes, at);
		}
	}
	#string(written) {
		if (!written) return null;
		if (this.#strings.length >= MOST_STRINGS) this.#show();
		this.#strings.push([this.#between, written.codes]);
		this.#between = "";
		return written.end;
	}
	#word(bytes, at) {
		const isName = bytes[at] === 47;
		const start = isName ? at + 1 : at;
		let end = start;
		while (end < bytes.length && !ENDS_WORD.has(bytes[end] ?? 0)) end += 1;
		if (end === bytes.length) return null;
		if (isName || end === start) return Math.max(end, at + 1);
		const word = bytes.toString("latin1", at, Math.min(end, at + 32));
		const number = Number(word);
		if (Number.isNaN(number)) this.#operator(word);
		else if (!this.#isInArray) this.#number = number;
		else if (number < BLANK && this.#strings.length > 0) this.#between = " ";
		return end;
	}
	#operator(word) {
		const last = this.#number;
		this.#number = NaN;
		this.#isInArray = false;
		switch (word) {
			case "Tj":
			case "TJ": return this.#show();
			case "'":
			case "\"": {
				const [first] = this.#strings;
				if (first) first[0] = "\n";
				return this.#show();
			}
			case "Td":
			case "TD":
				if (last !== 0) this.#between = "\n";
				return;
			case "T*":
				this.#between = "\n";
				return;
			case "Tm":
				if (last !== this.#height) this.#between = "\n";
				this.#height = last;
				return;
			case "ID":
				this.#isInPicture = true;
				return;
			default:
				if (this.#strings.length === 0) return;
				this.#show();
				this.#between = "\n";
		}
	}
	#show() {
		for (const [between, codes] of this.#strings) this.shown.put(between, codes);
		this.#strings = [];
	}
	#behindPicture(bytes, at) {
		const end = /\sEI\s/.exec(bytes.toString("latin1", at));
		if (!end) return bytes.length - at > 4 ? bytes.length - 4 : null;
		this.#isInPicture = false;
		return at + end.index + 3;
	}
};
const ENDS_WORD = new Set(Buffer.from("\0	\n\f\r ()<>[]{}/%"));
function afterOrNull(at) {
	return at < 0 ? null : at + 1;
}
// src/detect/containers/pdf-letters.ts
const MOST_CODES = 65536;
const LONGEST_TABLE = 524288;
function isTable(start) {
	return start.includes("begincmap");
}
function lettersIn(table) {
	const letters = /* @__PURE__ */ new Map();
	let width = 0;
	const put = (code, letter) => {
		if (letters.size < MOST_CODES) letters.set(code, letter);
	};
	for (const [, isRange, body = ""] of table.matchAll(/beginbf(char|range)([^]*?)endbf/g)) {
		const pattern = isRange === "range" ? RANGE : PAIR;
		for (const [, first = "", ...rest] of body.matchAll(pattern)) {
			width ||= Math.ceil(first.length / 2);
			const from = Number.parseInt(first, 16);
			if (isRange === "char") {
				put(from, letterOf(rest[0] ?? ""));
				continue;
			}
			const [last = "", list, start] = rest;
			const each = [...(list ?? "").matchAll(/<([0-9A-Fa-f]+)>/g)].map(([, code = ""]) => letterOf(code));
			const count = Math.min(Number.parseInt(last, 16) - from + 1, MOST_CODES);
			const begin = Number.parseInt(start ?? "0", 16);
			for (let step = 0; step < count; step += 1) {
				const letter = start === void 0 ? each[step] : String.fromCharCode(begin + step & 65535);
				if (letter !== void 0) put(from + step, letter);
			}
		}
	}
	return letters.size === 0 || width < 1 || width > 2 ? null : {
		width,
		letters
	};
}
const PAIR = /<([0-9A-Fa-f]{1,8})>\s*<([0-9A-Fa-f]{1,64})>/g;
const RANGE = /<([0-9A-Fa-f]{1,8})>\s*<([0-9A-Fa-f]{1,8})>\s*(?:\[([^\]]*)\]|<([0-9A-Fa-f]{1,8})>)/g;
function letterOf(digits) {
	return Buffer.from(digits.length % 4 === 0 ? digits : digits.padStart(4 * Math.ceil(digits.length / 4), "0"), "hex").swap16().toString("utf16le");
}
function readBy({ width, letters }, codes) {
	let text = "";
	for (let at = 0; at + width <= codes.length; at += width) {
		const letter = letters.get(codes.readUIntBE(at, width));
		if (letter === void 0) return ANOTHER;
		text += letter;
	}
	return Buffer.from(text);
}
const ANOTHER = Buffer.from("\n");
// src/detect/containers/pdf-tables.ts
const MOST_TABLES = 100;
const MARKER_LETTERS = [...new Set(MARKER)];
const MOST_READ = 67108864;
var Tables = class {
	#tables = /* @__PURE__ */ new Map();
	#isFull = false;
	get isEmpty() {
		return this.#tables.size === 0;
	}
	get isFull() {
		return this.#isFull;
	}
	begin() {
		let pile;
		return {
			add: (piece) => {
				if (pile === void 0) pile = isTable(piece) ? new Pile(LONGEST_TABLE) : null;
				pile?.put(piece);
				return pile !== null;
			},
			end: () => {
				if (pile) this.#put(pile.bytes.toString("latin1"));
			}
		};
	}
	*read(shown) {
		let left = MOST_READ;
		for (const letters of this.#tables.values()) {
			left -= shown.size;
			if (left < 0) this.#isFull = true;
			else yield shown.text((codes) => readBy(letters, codes));
		}
	}
	#put(table) {
		const letters = lettersIn(table);
		const known = new Set(letters?.letters.values());
		if (!letters || !MARKER_LETTERS.every((letter) => known.has(letter))) return;
		const key = [letters.width, ...[...letters.letters].flat()].join(" ");
		if (this.#tables.size >= MOST_TABLES && !this.#tables.has(key)) this.#isFull = true;
		else this.#tables.set(key, letters);
	}
};
// src/detect/containers/pdf.ts
async function* membersOfPdf(intake, allowance, remarks) {
	const heads = new Heads(intake);
	const tables = new Tables();
	const all = new Shown(MOST_SHOWN);
	const grant = (bytes) => allowance.grant(bytes, intake.offset);
	async function* granted(pieces) {
		for (const piece of pieces) {
			const bytes = grant(piece);
			if (bytes.length > 0) yield bytes;
			if (allowance.isSpent) return;
		}
	}
	let cut = 0;
	for (let head = await heads.next(); head; head = await heads.next()) {
		if (!allowance.admits()) break;
		const start = await intake.exactly(2);
		intake.giveBack(start);
		const plan = planOf(head.dictionary, start);
		if (plan.kind === "unknown") remarks.note("unknown-packing");
		if (plan.kind !== "read") continue;
		const name = nameOf(head);
		const page = new Page();
		const offset = intake.offset;
		const length = () => intake.offset - offset;
		const isHidden = plan.isPacked || plan.armour !== null;
		const content = watched(contentOf(intake, plan), {
			page: plan.isFile ? null : page,
			table: tables.begin(),
			grant,
			isSpent: () => allowance.isSpent,
			ended: (ending) => cut += ending === "cut" && isHidden ? 1 : 0
		});
		try {
			if (isHidden || plan.isFile) yield {
				name,
				chunks: lent(content),
				offset,
				get length() {
					return length();
				}
			};
			for await (const _ of content);
		} finally {
			await content.return();
		}
		if (page.shown.isFull) remarks.note("too-much");
		if (page.shown.size > 0) {
			yield {
				name,
				chunks: granted(page.shown.text((codes) => codes)),
				offset,
				length: length()
			};
			all.append(page.shown);
		}
		if (allowance.isSpent) break;
	}
	remarks.note(heads.isLocked ? "locked" : "damaged", cut);
	for (const text of tables.read(all)) {
		if (allowance.isSpent) break;
		yield {
			name: "(text)",
			chunks: granted(text),
			offset: 0,
			length: intake.offset
		};
	}
	if (!tables.isEmpty && (all.isFull || tables.isFull)) remarks.note("too-much");
}
const MOST_SHOWN = 16777216;
function nameOf({ object }) {
	return object === null ? "(stream)" : `(object ${object})`;
}
async function* watched(content, { page, table, grant, isSpent, ended }) {
	try {
		for (;;) {
			const { value, done } = await content.next();
			if (done) {
				ended(value);
				break;
			}
			const granted = grant(value);
			if (!table.add(granted)) page?.add(granted);
			if (granted.length > 0) yield granted;
			if (isSpent()) break;
		}
		table.end();
		page?.end();
	} finally {
		await content.return("whole");
	}
}
export { membersOfPdf };
