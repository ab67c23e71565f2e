const LF = 10;

/** Bytes kept behind the newest one. A hit may be told that late, and not later. */
const WINDOW = 4 * 1024 * 1024;

/** Where a span of bytes stands: line and column from 1, the column in UTF-16 code units; and the bytes themselves. */
export type LinePosition = { line: number; column: number; bytes: Buffer };

/** What is known at an offset: the line, and the code units before it on that line. */
type Mark = { offset: number; line: number; units: number; half: number };

type Text = "utf-8" | "utf-16le" | "utf-16be";

/** Tells where bytes stand in a text that passes by, without holding more of it than the last few megabytes. */
export class LineIndex {
  #chunks: Uint8Array[] = [];
  #opening = Buffer.alloc(0);
  /** What is known where the first kept chunk starts. */
  #kept: Mark | null = null;
  /** What was known where the last answer was: hits come in the order of their offsets. */
  #last: Mark | null = null;
  #held = 0;
  /** How many bytes have passed. */
  passed = 0;

  pass(chunk: Uint8Array): void {
    if (this.#opening.length < 4) this.#opening = Buffer.concat([this.#opening, chunk.subarray(0, 4)]).subarray(0, 4);
    this.#chunks.push(chunk);
    this.#held += chunk.length;
    this.passed += chunk.length;
    for (let [oldest] = this.#chunks; oldest && this.#held - oldest.length >= WINDOW; [oldest] = this.#chunks) {
      this.#kept = advanced(this.#start(), oldest, this.#text());
      this.#chunks.shift();
      this.#held -= oldest.length;
    }
  }

  /** Null where the bytes have not passed yet, or too long ago. */
  place(offset: number, length: number): LinePosition | null {
    const start = this.#start();
    if (offset < start.offset || offset + length > this.passed) return null;
    let mark = this.#last && this.#last.offset >= start.offset && this.#last.offset <= offset ? this.#last : start;
    const bytes: Uint8Array[] = [];
    let at = start.offset;
    for (const chunk of this.#chunks) {
      const end = at + chunk.length;
      if (mark.offset < offset && mark.offset < end) {
        mark = advanced(mark, chunk.subarray(mark.offset - at, offset - at), this.#text());
      }
      if (end > offset && at < offset + length) {
        bytes.push(chunk.subarray(Math.max(0, offset - at), offset + length - at));
      }
      at = end;
    }
    this.#last = mark;
    return { line: mark.line, column: Math.max(1, mark.units + 1), bytes: Buffer.concat(bytes) };
  }

  #start(): Mark {
    return this.#kept ?? { offset: 0, line: 1, units: hasMark(this.#opening) ? -1 : 0, half: 0 };
  }

  #text(): Text {
    const [a, b, c, d] = this.#opening;
    if (a === 0xff && b === 0xfe) return "utf-16le";
    if (a === 0xfe && b === 0xff) return "utf-16be";
    // Without a byte order mark, two characters of ASCII tell (RFC 4627, section 3, found them enough).
    if (a && b === 0 && c && d === 0) return "utf-16le";
    return a === 0 && b && c === 0 && d ? "utf-16be" : "utf-8";
  }
}

/** A byte order mark is no character of the first line (SARIF 2.1.0, 3.30.2). */
function hasMark([a, b, c]: Buffer): boolean {
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0xef && b === 0xbb && c === 0xbf);
}

function advanced(mark: Mark, bytes: Uint8Array, text: Text): Mark {
  return text === "utf-8" ? advanced8(mark, bytes) : advanced16(mark, bytes, text === "utf-16be");
}

/** In UTF-8 each character is one code unit, and two where it takes four bytes. */
function advanced8({ offset, line, units, half }: Mark, bytes: Uint8Array): Mark {
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
  return { offset: offset + bytes.length, line, units, half };
}

function advanced16({ offset, line, units, half }: Mark, bytes: Uint8Array, bigEndian: boolean): Mark {
  for (const byte of bytes) {
    const isSecond = offset % 2 === 1;
    offset += 1;
    if (!isSecond) {
      half = byte;
      continue;
    }
    const isLineFeed = bigEndian ? half === 0 && byte === LF : half === LF && byte === 0;
    line += isLineFeed ? 1 : 0;
    units = isLineFeed ? 0 : units + 1;
  }
  return { offset, line, units, half };
}
