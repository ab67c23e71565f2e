/** No object, and no row. */
export const NONE = -1;

/** The index of a pack, version 2 (gitformat-pack(5)): rows of names in ascending order, and where their objects stand. */
export class IndexFile {
  readonly count: number;
  readonly hashBytes: number;
  readonly #bytes: Buffer;
  readonly #offsets: number;

  constructor(bytes: Buffer, hashBytes: number) {
    if (bytes.length < NAMES || bytes.readUInt32BE(0) !== INDEX_MAGIC || bytes.readUInt32BE(4) !== 2)
      throw new Error("the index of a pack has an unknown version");
    this.count = bytes.readUInt32BE(NAMES - 4);
    this.hashBytes = hashBytes;
    this.#bytes = bytes;
    // A checksum of four bytes for each row stands between.
    this.#offsets = NAMES + this.count * (hashBytes + 4);
    if (bytes.length < this.#offsets + 4 * this.count + 2 * hashBytes) throw new Error("the index of a pack is cut");
  }

  /** Copies the name in a row. Byte by byte: a view for each of millions would take longer. */
  copyName(row: number, names: Buffer, at: number): void {
    const from = NAMES + row * this.hashBytes;
    for (let index = 0; index < this.hashBytes; index += 1) names[at + index] = this.#bytes[from + index] ?? 0;
  }

  offsetOf(row: number): number {
    const offset = this.#bytes.readUInt32BE(this.#offsets + 4 * row);
    if (offset < LARGE) return offset;
    return Number(this.#bytes.readBigUInt64BE(this.#offsets + 4 * this.count + 8 * (offset - LARGE)));
  }

  /** The row of a name, or NONE. */
  find(name: Buffer): number {
    let [low, high] = [0, this.count - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const from = NAMES + middle * this.hashBytes;
      const order = this.#bytes.compare(name, 0, name.length, from, from + this.hashBytes);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return NONE;
  }
}

const INDEX_MAGIC = 0xff744f63;

/** Where the names begin: behind the magic, the version, and 256 counts, the last of which is that of all. */
const NAMES = 8 + 4 * 256;

/** From this number on, an offset is a row of another table. */
const LARGE = 0x80000000;
