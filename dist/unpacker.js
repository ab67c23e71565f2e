import zlib from "node:zlib";
// src/detect/containers/unpacker.ts
const PIECE = 32768;
const WINDOW_BITS = 25;
const HAS_ZSTD = typeof zlib.createZstdDecompress === "function";
function engineFor(packing) {
	switch (packing) {
		case "deflate": return zlib.createInflateRaw({ chunkSize: PIECE });
		case "zstd": return zlib.createZstdDecompress({
			chunkSize: PIECE,
			params: { [zlib.constants.ZSTD_d_windowLogMax]: WINDOW_BITS }
		});
		default: return packing;
	}
}
var Unpacker = class {
	#engine;
	#state = "going";
	#wake = () => {};
	#given = 0;
	constructor(packing) {
		this.#engine = engineFor(packing);
		this.#engine.on("error", () => this.#became("failed"));
		this.#engine.on("end", () => this.#became("ended"));
		this.#engine.on("readable", () => this.#wake());
	}
	get state() {
		return this.#state;
	}
	get surplus() {
		return this.#given - this.#engine.bytesWritten;
	}
	add(piece) {
		this.#given += piece.length;
		return this.#taking((done) => this.#engine.write(piece, done));
	}
	finish() {
		return this.#taking(() => this.#engine.end());
	}
	close() {
		this.#engine.destroy();
		this.#wake();
	}
	async *#taking(put) {
		if (this.#state !== "going") return;
		let isTaken = false;
		put(() => {
			isTaken = true;
			if (this.surplus > 0) this.#became("ended");
			this.#wake();
		});
		for (;;) {
			const piece = this.#engine.read();
			if (piece) yield piece;
			else {
				if (isTaken || this.#state !== "going" || this.#engine.destroyed) return;
				await new Promise((resolve) => {
					this.#wake = resolve;
				});
			}
		}
	}
	#became(state) {
		if (this.#state === "going") this.#state = state;
		this.#wake();
	}
};
export { Unpacker as n, HAS_ZSTD as t };
