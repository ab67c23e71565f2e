import zlib from "node:zlib";

/** `deflate` is bare, without the header and checksum that zlib and gzip put around it. */
export type Compression = "deflate" | "zstd" | "brotli";

/** This much is unpacked at a time: an error loses what was not yet read. */
const CHUNK = 32 * 1024;

/** A frame may use a window of at most this many bits: 32 MiB. The format allows a hundred times that. */
const WINDOW_BITS = 25;

/** Node has zstd from 22.15 on, and this runs on 20 too. */
export const HAS_ZSTD: boolean = typeof zlib.createZstdDecompress === "function";

function createEngine(packing: Compression): zlib.InflateRaw | zlib.ZstdDecompress | zlib.BrotliDecompress {
  switch (packing) {
    case "deflate":
      return zlib.createInflateRaw({ chunkSize: CHUNK });
    case "zstd":
      return zlib.createZstdDecompress({
        chunkSize: CHUNK,
        params: { [zlib.constants.ZSTD_d_windowLogMax]: WINDOW_BITS },
      });
    case "brotli":
      return zlib.createBrotliDecompress({ chunkSize: CHUNK });
    default:
      return packing satisfies never;
  }
}

/** Unpacks bytes piece by piece, and no faster than the result is taken. To be closed, whatever happens. */
export class Unpacker {
  readonly #engine: ReturnType<typeof createEngine>;
  #state: "going" | "ended" | "failed" = "going";
  #wake: () => void = () => {};
  #given = 0;

  constructor(packing: Compression) {
    this.#engine = createEngine(packing);
    // The message is not used: it may quote content.
    this.#engine.on("error", () => this.#became("failed"));
    this.#engine.on("end", () => this.#became("ended"));
    this.#engine.on("readable", () => this.#wake());
  }

  /** `ended`: the compressed bytes were whole, and what follows is no part of them. `failed`: they are damaged. */
  get state(): "going" | "ended" | "failed" {
    return this.#state;
  }

  /** How many of the bytes that were added last follow the end of the compressed bytes. */
  get surplus(): number {
    return this.#given - this.#engine.bytesWritten;
  }

  /** What this piece unpacks to. All of it is to be taken before the next call. */
  add(piece: Uint8Array): AsyncGenerator<Buffer> {
    this.#given += piece.length;
    return this.#taking((done) => this.#engine.write(piece, done));
  }

  /** What is left when no more pieces come; `state` then says whether that was the end. */
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
      // The `end` event comes later, and in some versions of Node never.
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

/** What is no longer than this is unpacked in one call, which is several times as fast as in pieces. */
export const SMALL = 64 * 1024;
const SMALL_UNPACKED = 1024 * 1024;

/**
 * Unpacks bare deflate in one call; `length` is how many bytes it took. Null when it is damaged or not that small, and has
 * to be unpacked piece by piece.
 */
export function unpackAtOnce(packed: Buffer): { bytes: Buffer; length: number } | null {
  try {
    const options = { maxOutputLength: SMALL_UNPACKED, info: true } as const;
    const { buffer, engine } = zlib.inflateRawSync(packed, options) as unknown as {
      buffer: Buffer;
      engine: zlib.InflateRaw;
    };
    return { bytes: buffer, length: engine.bytesWritten };
  } catch {
    return null;
  }
}
