import { Pile } from "./pile.ts";

/** Between the strings that are shown: nothing, a blank, or a new line. */
export type Between = "" | " " | "\n";

/**
 * The strings that are shown, in order, each with what stands before it. Kept as they are written: which letter a code
 * stands for is up to the font.
 */
export class Shown {
  readonly #pile: Pile;

  /** So many bytes are kept. */
  constructor(most: number) {
    this.#pile = new Pile(most);
  }

  /** Whether there was more than is kept. */
  get isFull(): boolean {
    return this.#pile.isFull;
  }

  /** In bytes, as it is kept. */
  get size(): number {
    return this.#pile.bytes.length;
  }

  put(between: Between, codes: Buffer): void {
    for (let at = 0; at < codes.length; at += 0xfffe) {
      const part = codes.subarray(at, at + 0xfffe);
      this.#pile.put(
        Uint8Array.of(at === 0 && between !== "" ? between.charCodeAt(0) : 0, part.length >> 8, part.length),
      );
      this.#pile.put(part);
    }
  }

  append(other: Shown): void {
    this.#pile.put(other.#pile.bytes);
  }

  /** All strings as one text, in which every string is what `read` makes of it; in pieces. */
  *text(read: (codes: Buffer) => Buffer): Generator<Buffer> {
    const bytes = this.#pile.bytes;
    let text: Uint8Array[] = [];
    let [run, size] = [0, 0];
    for (let at = 0; at + 3 <= bytes.length; ) {
      const [between = 0, length] = [bytes[at], bytes.readUInt16BE(at + 1)];
      const part = read(bytes.subarray(at + 3, at + 3 + length));
      // A key is longer than a line may be. Where so long a word reaches the line's end, it goes on in the next.
      const isWrapped = between === NEW_LINE && run >= LONG_WORD && isWordLike(part[0]);
      if (between !== 0 && !isWrapped) {
        text.push(Uint8Array.of(between));
        run = 0;
      }
      text.push(part);
      size += part.length;
      if (size >= PIECE) {
        yield Buffer.concat(text);
        [text, size] = [[], 0];
      }
      run = wordAtEnd(part) === part.length ? run + part.length : wordAtEnd(part);
      at += 3 + length;
    }
    const rest = Buffer.concat(text);
    if (rest.length > 0) yield rest;
  }
}

const PIECE = 32 * 1024;
const NEW_LINE = 0x0a;

/** Words of people are shorter. */
const LONG_WORD = 20;

/** How many bytes at the end are letters, digits, hyphens and underscores. */
function wordAtEnd(bytes: Buffer): number {
  let count = 0;
  while (count < bytes.length && isWordLike(bytes[bytes.length - 1 - count])) count += 1;
  return count;
}

function isWordLike(byte: number | undefined): boolean {
  return byte !== undefined && /[\w-]/.test(String.fromCharCode(byte));
}
