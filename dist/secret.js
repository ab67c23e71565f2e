import { createHash } from "node:crypto";
// src/domain/secret.ts
/** Prefixes that say what kind of key it is and nothing about which one. Names in `sk-<name>-` are not among them. */
const PREFIX = /^sk-(?:(?:proj|svcacct|admin|None)-)?/;
/** Shorter texts than this are masked whole: four of their characters would be too large a part. */
const SHORTEST_WITH_END = 40;
/**
* The text of a key, in an object that will not print itself: every ordinary way to turn it into text gives the mask.
* `reveal` is the one way to the text; search for that word to see every reader.
*/
var Secret = class {
	#text;
	/** The first 16 hex digits of the SHA-256 of the text: names the key without telling it. */
	fingerprint;
	/** The prefix of the kind, `…`, and the last four characters. */
	mask;
	constructor(text) {
		this.#text = text;
		this.fingerprint = fingerprintOf(text);
		const end = text.length >= SHORTEST_WITH_END ? text.slice(-4) : "";
		this.mask = `${PREFIX.exec(text)?.[0] ?? ""}…${end}`;
	}
	/** The key itself. For comparing it with a record's visible ends, for trying it, and for the runner's masking. */
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
/** The fingerprint of a key's text: the first 16 hex digits of its SHA-256. */
function fingerprintOf(text) {
	return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
/** A mask without the key's end: what may be shown to strangers. */
function withoutEnd(mask) {
	return mask.slice(0, mask.indexOf("…") + 1);
}
export { fingerprintOf as n, withoutEnd as r, Secret as t };
