import { i as __toESM } from "./rolldown-runtime.js";
import { n as Unpacker } from "./unpacker.js";
import { n as nameOf } from "./member.js";
import zlib from "node:zlib";
const BLOCK = 1048576;
var Held = class {
	#blocks = [];
	#size = 0;
	get size() {
		return this.#size;
	}
	add(bytes) {
		let at = 0;
		while (at < bytes.length) {
			const within = this.#size % BLOCK;
			if (within === 0) this.#blocks.push(Buffer.allocUnsafeSlow(BLOCK));
			const copied = bytes.copy(this.#blocks.at(-1) ?? bytes, within, at);
			at += copied;
			this.#size += copied;
		}
	}
	*pieces(start, end) {
		const last = Math.min(end, this.#size);
		for (let at = Math.max(0, start); at < last;) {
			const from = at % BLOCK;
			const count = Math.min(BLOCK - from, last - at);
			const block = this.#blocks[Math.floor(at / BLOCK)];
			if (block) yield block.subarray(from, from + count);
			at += count;
		}
	}
	slice(start, end) {
		const pieces = [...this.pieces(start, end)];
		return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
	}
};
async function hold(intake, budget) {
	const most = budget.held ?? 67108864;
	const held = new Held();
	for (;;) {
		const piece = await intake.piece();
		if (!piece) break;
		if (held.size + piece.length > most) return null;
		held.add(piece);
	}
	budget.held = most - held.size;
	return held;
}
function letGo(held, budget) {
	budget.held = (budget.held ?? 67108864) + held.size;
}
// src/detect/containers/markup.ts
const ENDING = new Set([
	"p br cr tab tc tr c v f is si row",
	"h line-break s table-cell table-row list-item",
	"div li ul ol td th dt dd pre h1 h2 h3 h4 h5 h6 title section table hr blockquote body"
].flatMap((names) => names.split(" ")));
const [OPEN, CLOSE] = [60, 62];
const BREAK = Buffer.from("\n");
const LONGEST_TAG = 64;
async function* textOfMarkup(chunks) {
	let tag = null;
	for await (const chunk of chunks) {
		const texts = [];
		for (let at = 0; at < chunk.length;) {
			const stop = chunk.indexOf(tag === null ? OPEN : CLOSE, at);
			const end = stop < 0 ? chunk.length : stop;
			if (tag === null) {
				if (end > at) texts.push(chunk.subarray(at, end));
				if (stop >= 0) tag = "";
			} else {
				tag += chunk.toString("latin1", at, Math.min(end, at + LONGEST_TAG - tag.length));
				if (stop >= 0) {
					if (isEnding(tag)) texts.push(BREAK);
					tag = null;
				}
			}
			at = end + 1;
		}
		const text = Buffer.concat(texts);
		if (text.length > 0) yield text;
	}
}
function isEnding(tag) {
	const name = /^\/?(?:[\w.-]+:)?([\w.-]+)/.exec(tag)?.[1];
	return name !== void 0 && ENDING.has(name.toLowerCase());
}
// src/detect/containers/zip-entries.ts
async function entriesOf(held, allowance, remarks) {
	const { fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader } = await import("./yauzl.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	class Reader extends RandomAccessReader {
		read(target, at, length, from, done) {
			const bytes = held.slice(from, from + length);
			bytes.copy(target, at);
			done(bytes.length < length ? /* @__PURE__ */ new Error("read past the end") : null);
		}
	}
	const entries = [];
	try {
		const listing = await fromRandomAccessReaderPromise(new Reader(), endOf(held), {
			lazyEntries: true,
			autoClose: false,
			decodeStrings: false,
			validateEntrySizes: false
		});
		listing.on("error", () => {});
		for await (const entry of listing.eachEntry()) {
			const { generalPurposeBitFlag: flags, extraFields, fileNameRaw } = entry;
			const { relativeOffsetOfLocalHeader: at, compressedSize: size, compressionMethod: method, crc32 } = entry;
			if (size === 0 && crc32 === 0) continue;
			if (!allowance.admits()) break;
			const name = nameOf(getFileNameLowLevel(flags, fileNameRaw, extraFields, false));
			entries.push({
				name,
				at,
				size,
				method,
				checksum: crc32,
				isLocked: entry.isEncrypted()
			});
		}
		const next = Number(listing.readEntryCursor);
		if (!allowance.isSpent && held.slice(next, next + 4).equals(LISTED)) remarks.note("listing");
	} catch {
		remarks.note("listing");
	}
	return entries.toSorted((one, other) => one.at - other.at);
}
const LISTED = Buffer.from("PK", "latin1");
const END = Buffer.from("PK", "latin1");
const END_SIZE = 22;
const LONGEST_COMMENT = 65535;
function endOf(held) {
	const from = Math.max(0, held.size - 2 * LONGEST_COMMENT);
	const tail = held.slice(from, held.size);
	for (let at = tail.lastIndexOf(END); at >= 0; at = at > 0 ? tail.lastIndexOf(END, at - 1) : -1) {
		const end = at + END_SIZE;
		if (end > tail.length) continue;
		const whole = end + tail.readUInt16LE(at + 20);
		if (whole <= tail.length) return from + whole;
	}
	return held.size;
}
function isOffice(entries) {
	return entries.some(({ name }) => name === "[Content_Types].xml" || name === "mimetype");
}
// src/detect/containers/zip.ts
async function* membersOfZip(intake, budget, allowance, remarks) {
	const held = await hold(intake, budget);
	if (!held) {
		remarks.note("too-large");
		return;
	}
	try {
		const entries = await entriesOf(held, allowance, remarks);
		const office = isOffice(entries);
		for (const entry of entries) {
			const { name } = entry;
			const packed = packedOf(entry, held, remarks);
			if (!packed) continue;
			const { start, end } = packed;
			const place = {
				name,
				offset: start,
				length: end - start
			};
			const content = () => unpacked(packed, held, allowance);
			yield {
				...place,
				chunks: judged(content(), entry, remarks)
			};
			if (office && MARKUP.test(name)) yield {
				...place,
				chunks: textOfMarkup(content())
			};
			if (allowance.isSpent) return;
		}
	} finally {
		letGo(held, budget);
	}
}
const MARKUP = /\.(?:xml|xhtml|html?)$/i;
function packedOf({ at, size, method, isLocked }, held, remarks) {
	if (isLocked) {
		remarks.note("locked");
		return null;
	}
	if (method !== STORED && method !== DEFLATED) {
		remarks.note("unknown-packing");
		return null;
	}
	const header = held.slice(at, at + LOCAL_HEADER);
	if (header.length < LOCAL_HEADER || header.readUInt32LE(0) !== 67324752) {
		remarks.note("damaged");
		return null;
	}
	const start = at + LOCAL_HEADER + header.readUInt16LE(26) + header.readUInt16LE(28);
	return {
		start,
		end: Math.min(start + size, held.size),
		isDeflated: method === DEFLATED
	};
}
const [STORED, DEFLATED] = [0, 8];
const LOCAL_HEADER = 30;
const SMALL = 65536;
const SMALL_UNPACKED = 1048576;
async function* unpacked(packed, held, allowance) {
	const { start, end, isDeflated } = packed;
	const small = isDeflated && end - start <= SMALL ? unpackedAtOnce(held.slice(start, end)) : null;
	const pieces = isDeflated && !small ? inflated(held.pieces(start, end)) : small ? [small] : held.pieces(start, end);
	let isWhole = true;
	for await (const piece of pieces) {
		if (piece === CUT) {
			isWhole = false;
			break;
		}
		const granted = allowance.grant(piece, held.size);
		if (granted.length > 0) yield granted;
		if (allowance.isSpent) return "stopped";
	}
	return isWhole ? "whole" : "cut";
}
function unpackedAtOnce(packed) {
	try {
		return zlib.inflateRawSync(packed, { maxOutputLength: SMALL_UNPACKED });
	} catch {
		return null;
	}
}
const CUT = Buffer.alloc(0);
async function* inflated(pieces) {
	const unpacker = new Unpacker("deflate");
	try {
		for (const piece of pieces) {
			yield* unpacker.add(piece);
			if (unpacker.state !== "going") break;
		}
		yield* unpacker.finish();
		if (unpacker.state === "failed") yield CUT;
	} finally {
		unpacker.close();
	}
}
async function* judged(content, { checksum }, remarks) {
	let sum = 0;
	try {
		for (;;) {
			const { value, done } = await content.next();
			if (done) {
				if (value === "cut" || value === "whole" && sum !== checksum) remarks.note("damaged");
				return;
			}
			sum = zlib.crc32(value, sum);
			yield value;
		}
	} finally {
		await content.return("stopped");
	}
}
export { membersOfZip };
