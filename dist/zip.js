import { i as __toESM } from "./rolldown-runtime.js";
import { n as Unpacker } from "./unpacker.js";
import { n as nameOf } from "./member.js";
import zlib from "node:zlib";
/** Copied into blocks of this size: chunks may be slivers of large buffers, and joining all at once would double it. */
const BLOCK = 1048576;
/** The bytes of a container, held in memory so that they can be read in any order. */
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
	/** The bytes from `start` to `end`, block by block; what lies outside is left out. */
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
	/** The bytes from `start` to `end` in one: for what is known to be small. */
	slice(start, end) {
		const pieces = [...this.pieces(start, end)];
		return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
	}
};
/** All that is left to take, or null when it is more than may be held. Whoever is done with it calls `letGo`. */
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
/** Says that what was held is held no longer. */
function letGo(held, budget) {
	budget.held = (budget.held ?? 67108864) + held.size;
}
// src/detect/containers/markup.ts
/**
* Elements that end a piece of text, by their names without a prefix: paragraphs, cells, breaks and the like of
* WordprocessingML, SpreadsheetML, DrawingML, OpenDocument and XHTML. All others stand within a text: a program may cut
* one word into several of them, where spelling was checked or the cursor stood.
*/
const ENDING = new Set([
	"p br cr tab tc tr c v f is si row",
	"h line-break s table-cell table-row list-item",
	"div li ul ol td th dt dd pre h1 h2 h3 h4 h5 h6 title section table hr blockquote body"
].flatMap((names) => names.split(" ")));
const [OPEN, CLOSE] = [60, 62];
const BREAK = Buffer.from("\n");
/** A tag's name ends within so many bytes. */
const LONGEST_TAG = 64;
/** The text of markup, as it comes: without its tags, and with a newline where a paragraph or a cell ends. */
async function* textOfMarkup(chunks) {
	/** The beginning of the tag that has begun; null outside of tags. */
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
/** The files that the archive lists, in order of their bytes. Of a list that breaks off, what stands before that. */
async function entriesOf(held, allowance, remarks) {
	const { fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader } = await import("./yauzl.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	/** Lets the library read what is held. It is answered at once, so that whatever it throws can be caught here. */
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
/** Before each file in the list stands this, and before the end of the list the other. APPNOTE 4.3.12 and 4.3.16. */
const LISTED = Buffer.from("PK", "latin1");
const END = Buffer.from("PK", "latin1");
/** The end of the list is so long, and the comment behind it at most `LONGEST_COMMENT`. */
const END_SIZE = 22;
const LONGEST_COMMENT = 65535;
/** Where the archive ends: other bytes may follow it, which the library would not have. */
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
/**
* Whether these are the parts of a document: Office Open XML has a list of types (ECMA-376, part 2), OpenDocument and
* EPUB say first what they are.
*/
function isOffice(entries) {
	return entries.some(({ name }) => name === "[Content_Types].xml" || name === "mimetype");
}
// src/detect/containers/zip.ts
/** The files in a zip archive, and in everything that is one: documents, packages, books. In order of their bytes. */
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
/** Parts of an office document or a book that hold its text. */
const MARKUP = /\.(?:xml|xhtml|html?)$/i;
/** APPNOTE 4.3.7: before the bytes stands a header, with a name and an extra field that need not be the listing's. */
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
/** A file this small is unpacked at once, which is several times as fast as piece by piece. */
const SMALL = 65536;
const SMALL_UNPACKED = 1048576;
/** Ends with whether all was unpacked, as far as the packed bytes tell. */
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
/** Null when it is damaged or not so small, and has to be unpacked piece by piece. */
function unpackedAtOnce(packed) {
	try {
		return zlib.inflateRawSync(packed, { maxOutputLength: SMALL_UNPACKED });
	} catch {
		return null;
	}
}
/** Stands for what could not be unpacked any more. */
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
/** The content as it is; notes when it ends early, or is not what its checksum was taken of. */
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
