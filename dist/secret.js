import { createHash } from "node:crypto";
// src/domain/secret.ts
const PREFIX = /^sk-(?:(?:proj|svcacct|admin|None)-)?/;
const SHORTEST_WITH_END = 40;
var Secret = class {
	#text;
	fingerprint;
	mask;
	constructor(text) {
		this.#text = text;
		this.fingerprint = fingerprintOf(text);
		const end = text.length >= SHORTEST_WITH_END ? text.slice(-4) : "";
		this.mask = `${PREFIX.exec(text)?.[0] ?? ""}…${end}`;
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
function fingerprintOf(text) {
	return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
function withoutEnd(mask) {
	return mask.slice(0, mask.indexOf("…") + 1);
}
export { fingerprintOf as n, withoutEnd as r, Secret as t };
