import { type Between, Shown } from "./pdf-shown.ts";
import { hexStringAt, stringAt, type Written } from "./pdf-strings.ts";

/** Of what has not ended by now, so much is kept; a string this long is none that is shown. */
const MOST_OPEN = 64 * 1024;

/** A page's own text is a few kilobytes. */
const MOST_SHOWN = 4 * 1024 * 1024;

/** One instruction shows no more strings than this; whatever has more is none. */
const MOST_STRINGS = 10_000;

/** A gap in a line that is wider than this, in thousandths of the font's size, is a blank; smaller ones are kerning. */
const BLANK = -200;

/**
 * Reads the instructions of a page for the text they show, ISO 32000-1, 9.4: a word is often shown in pieces, with
 * distances between them, or letter by letter.
 */
export class Page {
  readonly shown = new Shown(MOST_SHOWN);
  #open: Buffer = Buffer.alloc(0);
  #isInPicture = false;
  #isInArray = false;
  #between: Between = "\n";
  #height = Number.NaN;
  /** The last number before an instruction: of those that move, the height. */
  #number = Number.NaN;
  #strings: [Between, Buffer][] = [];

  add(piece: Buffer): void {
    const bytes = this.#open.length === 0 ? piece : Buffer.concat([this.#open, piece]);
    let at = 0;
    while (at < bytes.length) {
      const byte = bytes[at];
      if (!this.#isInPicture && (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0)) {
        at += 1;
        continue;
      }
      const next = this.#isInPicture ? this.#behindPicture(bytes, at) : this.#read(bytes, at);
      if (next === null) break;
      at = next;
    }
    this.#open = bytes.length - at > MOST_OPEN ? Buffer.alloc(0) : bytes.subarray(at);
  }

  /** To be called when no more comes. */
  end(): void {
    this.add(Buffer.from("\n"));
    this.#show();
  }

  /** Reads what begins here; says where that ends, or null when it has not ended yet. */
  #read(bytes: Buffer, at: number): number | null {
    switch (bytes[at]) {
      case 0x28:
        return this.#string(stringAt(bytes, at));
      case 0x3c:
        if (at + 1 >= bytes.length) return null;
        return bytes[at + 1] === 0x3c ? at + 2 : this.#string(hexStringAt(bytes, at));
      case 0x25:
        return afterOrNull(bytes.indexOf(0x0a, at));
      case 0x5b:
        this.#isInArray = true;
        return at + 1;
      case 0x5d:
        this.#isInArray = false;
        return at + 1;
      default:
        return this.#word(bytes, at);
    }
  }

  #string(written: Written): number | null {
    if (!written) return null;
    if (this.#strings.length >= MOST_STRINGS) this.#show();
    this.#strings.push([this.#between, written.codes]);
    this.#between = "";
    return written.end;
  }

  #word(bytes: Buffer, at: number): number | null {
    const isName = bytes[at] === 0x2f;
    const start = isName ? at + 1 : at;
    let end = start;
    while (end < bytes.length && !ENDS_WORD.has(bytes[end] ?? 0)) end += 1;
    if (end === bytes.length) return null;
    if (isName || end === start) return Math.max(end, at + 1);
    const word = bytes.toString("latin1", at, Math.min(end, at + 32));
    const number = Number(word);
    if (Number.isNaN(number)) this.#operator(word);
    else if (!this.#isInArray) this.#number = number;
    else if (number < BLANK && this.#strings.length > 0) this.#between = " ";
    return end;
  }

  #operator(word: string): void {
    const last = this.#number;
    this.#number = Number.NaN;
    this.#isInArray = false;
    switch (word) {
      case "Tj":
      case "TJ":
        return this.#show();
      case "'":
      case '"': {
        // These go to the next line first.
        const [first] = this.#strings;
        if (first) first[0] = "\n";
        return this.#show();
      }
      case "Td":
      case "TD":
        if (last !== 0) this.#between = "\n";
        return;
      case "T*":
        this.#between = "\n";
        return;
      case "Tm":
        if (last !== this.#height) this.#between = "\n";
        this.#height = last;
        return;
      case "ID":
        this.#isInPicture = true;
        return;
      default:
        // Strings of other instructions are remarks and the like: texts of their own.
        if (this.#strings.length === 0) return;
        this.#show();
        this.#between = "\n";
    }
  }

  #show(): void {
    for (const [between, codes] of this.#strings) this.shown.put(between, codes);
    this.#strings = [];
  }

  /** A small picture stands within the instructions, as bytes, up to `EI`. */
  #behindPicture(bytes: Buffer, at: number): number | null {
    const end = /\sEI\s/.exec(bytes.toString("latin1", at));
    if (!end) return bytes.length - at > 4 ? bytes.length - 4 : null;
    this.#isInPicture = false;
    return at + end.index + 3;
  }
}

/** Blanks and brackets. ISO 32000-1, 7.2.2. */
const ENDS_WORD: ReadonlySet<number> = new Set(Buffer.from("\0\t\n\f\r ()<>[]{}/%"));

function afterOrNull(at: number): number | null {
  return at < 0 ? null : at + 1;
}
