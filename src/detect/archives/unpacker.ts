import zlib from "node:zlib";

/** How bytes are packed: `deflate` is bare, without the header and checksum that zlib and gzip put around it. */
export type Compression = "deflate" | "zstd";

/** So much is unpacked at a time: an error loses what was not yet given out. */
const CHUNK = 32 * 1024;

/** A frame may ask for a window of this many bits, and no more: 32 MiB. The format allows a hundred times that. */
const WINDOW_BITS = 25;

/** Node has zstd from 22.15 on, and this runs on 20 too. */
export const HAS_ZSTD: boolean = typeof zlib.createZstdDecompress === "function";

function createEngine(packing: Compression): zlib.InflateRaw | zlib.ZstdDecompress {
  switch (packing) {
    case "deflate":
      return zlib.createInflateRaw({ chunkSize: CHUNK });
    case "zstd":
      return zlib.createZstdDecompress({
        chunkSize: CHUNK,
        params: { [zlib.constants.ZSTD_d_windowLogMax]: WINDOW_BITS },
      });
    default:
      return packing satisfies never;
  }
}

/** Unpacks what it is given piece by piece, and no faster than the result is taken. To be closed, whatever happens. */
export class Unpacker {
  readonly #engine: ReturnType<typeof createEngine>;
  #state: "going" | "ended" | "failed" = "going";
  #wake: () => void = () => {};
  #given = 0;

  constructor(packing: Compression) {
    this.#engine = createEngine(packing);
    // Its message may come from anywhere; that it failed is all there is to know.
    this.#engine.on("error", () => this.#became("failed"));
    this.#engine.on("end", () => this.#became("ended"));
    this.#engine.on("readable", () => this.#wake());
  }

  /** `ended`: the packed bytes were whole, and what follows is not theirs. `failed`: they are no such bytes. */
  get state(): "going" | "ended" | "failed" {
    return this.#state;
  }

  /** How many of the bytes given last stand behind the end of what was packed. */
  get surplus(): number {
    return this.#given - this.#engine.bytesWritten;
  }

  /** What comes out when this is put in. Not to be asked for more before all of it is taken. */
  add(piece: Uint8Array): AsyncGenerator<Buffer> {
    this.#given += piece.length;
    return this.#taking((done) => this.#engine.write(piece, done));
  }

  /** What comes out when nothing more is put in; afterwards the state says whether that was the end. */
  finish(): AsyncGenerator<Buffer> {
    return this.#taking(() => this.#engine.end());
  }

  close(): void {
    this.#engine.destroy();
    this.#wake();
  }

  async *#taking(put: (done: () => void) => void): AsyncGenerator<Buffer> {
    if (this.#state !== "going") return;
    let isTaken = false;
    put(() => {
      isTaken = true;
      // The event for this comes later, and in some versions of Node instead.
      if (this.surplus > 0) this.#became("ended");
      this.#wake();
    });
    for (;;) {
      const piece: Buffer | null = this.#engine.read();
      if (piece) {
        yield piece;
      } else {
        if (isTaken || this.#state !== "going" || this.#engine.destroyed) return;
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }

  #became(state: "ended" | "failed"): void {
    if (this.#state === "going") this.#state = state;
    this.#wake();
  }
}
