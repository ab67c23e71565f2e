import { closeSync, openSync, readSync } from "node:fs";
import { NAME_DELTA, OFFSET_DELTA } from "./entry-headers.ts";
import { NONE } from "./index-file.ts";
import type { Pack } from "./pack.ts";
import type { PackMemory } from "./pack-memory.ts";

/** Pages of the file that are kept in the memory. */
const PAGE = 32 * 1024;
const PAGES = 64;

/** The packed bytes of the entries of a pack. */
export class EntryCache {
  readonly #pack: Pack;
  readonly #memory: PackMemory;
  readonly #descriptor: number;
  readonly #pages: number;
  /** Which place in the memory has a page of the file; and which page each place has, or NONE. */
  readonly #places = new Map<number, number>();
  readonly #pageOfPlace = new Float64Array(PAGES).fill(NONE);
  #next = 0;
  /** For entries that do not stand in one page. */
  #large: { at: number; size: number };
  /** The entry that was opened last: where it stands packed, how long it is and its header, and its size when unpacked. */
  #opened = { at: 0, length: 0, header: 0, size: 0 };

  constructor(pack: Pack, memory: PackMemory) {
    this.#pack = pack;
    this.#memory = memory;
    this.#descriptor = openSync(pack.file, "r");
    this.#pages = memory.allocate(PAGE * PAGES);
    this.#large = { at: memory.allocate(PAGE), size: PAGE };
  }

  close(): void {
    closeSync(this.#descriptor);
    this.#memory.release(this.#pages);
    this.#memory.release(this.#large.at);
  }

  /** Opens an entry. `size`: how many bytes it has unpacked. */
  open(object: number): { size: number } {
    const { at, length } = this.#load(object);
    const { bytes } = this.#memory;
    let byte = bytes[at] ?? 0;
    const type = (byte >> 4) & 7;
    let [header, size] = [1, byte & 15];
    for (let factor = 16; byte & 0x80 && header < length; factor *= 128) {
      byte = bytes[at + header++] ?? 0;
      size += (byte & 0x7f) * factor;
    }
    if (type === OFFSET_DELTA) while ((bytes[at + header++] ?? 0) & 0x80);
    if (type === NAME_DELTA) header += this.#pack.hashBytes;
    this.#opened = { at, length, header, size };
    return { size };
  }

  /** Unpacks the entry that was opened last, to an address with room for its size. False where it is damaged. */
  inflate(to: number): boolean {
    const { at, length, header, size } = this.#opened;
    return header <= length && this.#memory.functions.inflate(at + header, length - header, to, size) !== 0;
  }

  /** Where the packed bytes of an entry stand now, from its header on. */
  #load(object: number): { at: number; length: number } {
    const offset = this.#pack.offsets[object] ?? 0;
    const length = (this.#pack.offsets[object + 1] ?? 0) - offset;
    const page = Math.floor(offset / PAGE);
    if (Math.floor((offset + length - 1) / PAGE) === page)
      return { at: this.#loadPage(page) + (offset % PAGE), length };
    if (length > this.#large.size) {
      this.#memory.release(this.#large.at);
      this.#large = { at: this.#memory.allocate(2 * length), size: 2 * length };
    }
    readSync(this.#descriptor, this.#memory.bytes, this.#large.at, length, offset);
    return { at: this.#large.at, length };
  }

  #loadPage(page: number): number {
    const known = this.#places.get(page);
    if (known !== undefined) return this.#pages + known * PAGE;
    const place = this.#next;
    this.#next = (this.#next + 1) % PAGES;
    this.#places.delete(this.#pageOfPlace[place] ?? NONE);
    this.#pageOfPlace[place] = page;
    this.#places.set(page, place);
    const at = this.#pages + place * PAGE;
    readSync(this.#descriptor, this.#memory.bytes, at, PAGE, page * PAGE);
    return at;
  }
}
