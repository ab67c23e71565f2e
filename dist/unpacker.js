import zlib from "node:zlib";
// src/detect/containers/unpacker.ts
/** So much is unpacked at a time: an error loses what was not yet given out. */
const PIECE = 32768;
/** A frame may ask for a window of this many bits, and no more: 32 MiB. The format allows a hundred times that. */
const WINDOW_BITS = 25;
/** Node has zstd from 22.15 on, and this runs on 20 too. */
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
/** Unpacks what it is given piece by piece, and no faster than the result is taken. To be closed, whatever happens. */
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
	/** `ended`: the packed bytes were whole, and what follows is not theirs. `failed`: they are no such bytes. */
	get state() {
		return this.#state;
	}
	/** How many of the bytes given last stand behind the end of what was packed. */
	get surplus() {
		return this.#given - this.#engine.bytesWritten;
	}
	/** What comes out when this is put in. Not to be asked for more before all of it is taken. */
	add(piece) {
		this.#given += piece.length;
		return this.#taking((done) => this.#engine.write(piece, done));
	}
	/** What comes out when nothing more is put in; afterwards the state says whether that was the end. */
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
