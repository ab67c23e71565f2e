import { t as Ruler } from "./ruler.js";
// src/sources/rereading.ts
var Rereadings = class {
	#latest = null;
	async place(name, open, offset, length) {
		const before = this.#latest;
		const latest = before?.name === name ? before : {
			name,
			rereading: new Rereading(open)
		};
		this.#latest = latest;
		if (before !== latest) await before?.rereading.close();
		return await latest.rereading.place(offset, length);
	}
	async close() {
		const latest = this.#latest;
		this.#latest = null;
		await latest?.rereading.close();
	}
};
var Rereading = class {
	#open;
	#ruler = new Ruler();
	#chunks = null;
	#turn = Promise.resolve();
	constructor(open) {
		this.#open = open;
	}
	place(offset, length) {
		const placed = this.#turn.then(async () => await this.#place(offset, length));
		this.#turn = placed.catch(() => {});
		return placed;
	}
	async close() {
		await this.#turn;
		await this.#restart();
	}
	async #place(offset, length) {
		const known = await this.#readOn(offset, length);
		if (known || this.#ruler.passed < offset + length) return known;
		await this.#restart();
		return await this.#readOn(offset, length);
	}
	async #restart() {
		await this.#chunks?.return?.();
		this.#chunks = null;
		this.#ruler = new Ruler();
	}
	async #readOn(offset, length) {
		this.#chunks ??= this.#open()[Symbol.asyncIterator]();
		while (this.#ruler.passed < offset + length) {
			const { done, value } = await this.#chunks.next();
			if (done) return null;
			this.#ruler.pass(value);
		}
		return this.#ruler.place(offset, length);
	}
};
export { Rereadings as t };
