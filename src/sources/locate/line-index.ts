import { identifyWideText, WIDE_START, type WideText } from "../../domain/wide-text.ts";

const LF = 10;

/** At least as many bytes are kept behind the newest one. A hit may be located that late, and not later. */
const KEPT_BYTES = 4 * 1024 * 1024;

/** Where a span of bytes stands: line and column from 1, the column in UTF-16 code units; and the bytes themselves. */
export type LinePosition = { line: number; column: number; bytes: Buffer };

/** The line at an offset, and the code units before it on that line. `unit` is as much as has been read of a wide character. */
type Cursor = { offset: number; line: number; units: number; unit: number };

/** A stretch of the text that is kept. `start` is where it begins, once somebody asked. */
type Piece = { offset: number; bytes: Buffer; start: Cursor | null };

/** Texts are kept in pieces of this many bytes: to locate a hit, no more than one is gone through. */
const PIECE_BYTES = 16 * 1024;

/** Tells the lines of a text as it passes, without holding more of it than the last few megabytes. */
export class LineIndex {
  /** How many bytes have passed. */
  bytesRead = 0;
  #firstBytes = Buffer.alloc(0);
  #pieces: Piece[] = [];
  /** The bytes behind the last piece, which came in chunks that are smaller than one. */
  #collected: Uint8Array[] = [];
  #collectedBytes = 0;
  /** Where the latest position was: hits mostly come in the order of their offsets. */
  #latest: Cursor | null = null;

  push(chunk: Uint8Array): void {
    if (this.#firstBytes.length < WIDE_START) {
      const more = chunk.subarray(0, WIDE_START - this.#firstBytes.length);
      this.#firstBytes = Buffer.concat([this.#firstBytes, more]);
    }
    this.bytesRead += chunk.length;
    this.#collected.push(chunk);
    this.#collectedBytes += chunk.length;
    if (this.#collectedBytes >= PIECE_BYTES) this.#addPieces();
    for (let next = this.#pieces[1]; next && this.bytesRead - next.offset >= KEPT_BYTES; next = this.#pieces[1]) {
      next.start = this.#findStart(1);
      this.#pieces.shift();
    }
  }

  /** Null where the bytes have not passed yet, or are not kept any more. */
  locate(offset: number, length: number): LinePosition | null {
    if (this.#collectedBytes > 0) this.#addPieces();
    const at = this.#findPiece(offset);
    const piece = this.#pieces[at];
    if (!piece || offset + length > this.bytesRead) return null;
    const start = this.#findStart(at);
    const latest = this.#latest;
    const from = latest && latest.offset >= start.offset && latest.offset <= offset ? latest : start;
    const cursor = advance(from, sliceOf(piece, from.offset, offset), identifyWideText(this.#firstBytes));
    this.#latest = cursor;
    return { line: cursor.line, column: Math.max(1, cursor.units + 1), bytes: this.#read(at, offset, offset + length) };
  }

  #addPieces(): void {
    const bytes = Buffer.concat(this.#collected);
    const offset = this.bytesRead - bytes.length;
    for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
      this.#pieces.push({ offset: offset + from, bytes: bytes.subarray(from, from + PIECE_BYTES), start: null });
    }
    this.#collected = [];
    this.#collectedBytes = 0;
  }

  /** The number of the piece that has this offset; -1 where that is not kept. */
  #findPiece(offset: number): number {
    let [low, high] = [0, this.#pieces.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle]?.offset ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Where a piece starts. Each piece is gone through once for it. */
  #findStart(at: number): Cursor {
    let known = at;
    while (known > 0 && !this.#pieces[known]?.start) known -= 1;
    const first: Cursor = { offset: 0, line: 1, units: hasByteOrderMark(this.#firstBytes) ? -1 : 0, unit: 0 };
    let start = this.#pieces[known]?.start ?? first;
    for (let next = known; next < at; next += 1) {
      const piece = this.#pieces[next];
      if (piece) start = advance(start, piece.bytes, identifyWideText(this.#firstBytes));
      const following = this.#pieces[next + 1];
      if (following) following.start = start;
    }
    return start;
  }

  #read(first: number, from: number, to: number): Buffer {
    const parts: Buffer[] = [];
    for (let at = first; at < this.#pieces.length; at += 1) {
      const piece = this.#pieces[at];
      if (!piece || piece.offset >= to) break;
      parts.push(sliceOf(piece, from, to));
    }
    return Buffer.concat(parts);
  }
}

/** The bytes of a piece between two offsets of the text. */
function sliceOf({ offset, bytes }: Piece, from: number, to: number): Buffer {
  return bytes.subarray(Math.max(0, from - offset), Math.max(0, to - offset));
}

/** A byte order mark is no character of the first line (SARIF 2.1.0, 3.30.2). */
function hasByteOrderMark([a, b, c, d]: Buffer): boolean {
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return true;
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0xef && b === 0xbb && c === 0xbf);
}

function advance(cursor: Cursor, bytes: Uint8Array, wide: WideText | null): Cursor {
  return wide ? advanceWide(cursor, bytes, wide) : advanceUtf8(cursor, bytes);
}

/** In UTF-8 each character is one code unit, and two where it takes four bytes. */
function advanceUtf8({ offset, line, units, unit }: Cursor, bytes: Uint8Array): Cursor {
  let from = 0;
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, from)) {
    line += 1;
    units = 0;
    from = at + 1;
  }
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return { offset: offset + bytes.length, line, units, unit };
}

function advanceWide(
  { offset, line, units, unit }: Cursor,
  bytes: Uint8Array,
  { width, isBigEndian }: WideText,
): Cursor {
  for (const byte of bytes) {
    const index = offset % width;
    offset += 1;
    unit = (index === 0 ? 0 : unit) + byte * 256 ** (isBigEndian ? width - 1 - index : index);
    if (index < width - 1) continue;
    line += unit === LF ? 1 : 0;
    // A character beyond the first plane is two code units in UTF-16.
    units = unit === LF ? 0 : units + (unit > 0xffff ? 2 : 1);
  }
  return { offset, line, units, unit };
}
