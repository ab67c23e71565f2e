// src/sources/gaps.ts
const TOLD = 10;
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
// src/sources/ruler.ts
const LF = 10;
const WINDOW = 4194304;
var Ruler = class {
	#chunks = [];
	#opening = Buffer.alloc(0);
	#kept = null;
	#last = null;
	#held = 0;
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
function hasMark([a, b, c]) {
	return a === 255 && b === 254 || a === 254 && b === 255 || a === 239 && b === 187 && c === 191;
}
function advanced(mark, bytes, text) {
	return text === "utf-8" ? advanced8(mark, bytes) : advanced16(mark, bytes, text === "utf-16be");
}
function advanced8({ offset, line, units, half }, bytes) {
	let from = 0;
	for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, from)) {
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
		const isLineFeed = bigEndian ? half === 0 && byte === LF : half === LF && byte === 0;
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
export { Gaps as n, Ruler as t };
