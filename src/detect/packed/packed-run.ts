import { isGzipHeader } from "../archives/embedded/embedded-needles.ts";
import { type ArchiveKind, identifyArchive, MAGIC_LENGTH } from "../archives/magic.ts";
import { BASE64_ALPHABET } from "../encodings/base64.ts";
import { type Alphabet, createAlphabet } from "../encodings/character-run.ts";
import { HEX_ALPHABET, type PackedCoding, type PackedPlace } from "./packed-starts.ts";
import { type Continuation, findContinuation, type LinePrefix, LONGEST_JOIN, readLinePrefix } from "./run-joins.ts";

/** An archive that stands in a text as base64 or as digits, and where in the blob it stands. */
export type PackedText = {
  archive: ArchiveKind;
  encoding: "base64" | "hex" | "char-codes";
  bytes: Buffer;
  offset: number;
  length: number;
};

/** A key cannot be packed into fewer characters than this; nor into the 64 digits that a checksum has. */
const [SHORTEST, SHORTEST_HEX] = [64, 80];

/**
 * At most this many characters of one run are kept. A Secret of Kubernetes has at most 1 MiB; and the place of a key
 * is only known as long as it is not too far before what was read last.
 */
const LONGEST = 3 * 1024 * 1024;

/** This many bytes after a place must have been read, or it must be the end, before a run is known to end there. */
const LOOKAHEAD = LONGEST_JOIN + 64;

/** RFC 2045, section 6.7. */
const LONGEST_QUOTED_LINE = 76;

const NUMBERS = createAlphabet("0123456789abcdefABCDEFxX,-\\\"' \t\r\n");

/** Collects a run of characters that comes in pieces. */
export class PackedRun {
  readonly #coding: PackedCoding;
  readonly #archive: ArchiveKind | null;
  readonly #alphabet: Alphabet;
  readonly #prefix: LinePrefix;
  readonly #start: number;
  /** The pieces of each part that was encoded by itself. */
  readonly #parts: Buffer[][] = [[]];
  #count = 0;
  #end: number;

  /** `text` begins at `offset` in the blob, and the run at the place in it. */
  constructor({ at, coding, archive }: PackedPlace, text: Buffer, offset: number) {
    [this.#coding, this.#archive] = [coding, archive];
    this.#alphabet = coding.startsWith("base64") ? BASE64_ALPHABET : coding === "hex" ? HEX_ALPHABET : NUMBERS;
    this.#prefix = readLinePrefix(text, at);
    this.#start = offset + at;
    this.#end = this.#start;
  }

  /** Up to this place the blob has been collected. */
  get end(): number {
    return this.#end;
  }

  /**
   * Takes the next part of the run; returns whether the run has ended. `text` begins at `offset` and holds all that was
   * not taken.
   */
  take(text: Buffer, offset: number, isLast: boolean): boolean {
    const top = isLast ? text.length : text.length - LOOKAHEAD;
    for (let at = this.#end - offset; at <= top; ) {
      const isWithin = this.#count === 0 || this.#alphabet[text[at] ?? 0] === 1;
      const next = isWithin ? null : findContinuation(text, at, this.#prefix);
      if (!isWithin && !next) return true;
      const start = next?.at ?? at;
      const limit = Math.min(text.length, start + LONGEST - this.#count);
      let end = start;
      while (end < limit && this.#alphabet[text[end] ?? 0]) end += 1;
      if (end === start && !next?.character) return true;
      if (next?.isLine && !endsLine(text, end)) return true;
      this.#add(next, text.subarray(start, end));
      this.#end = offset + end;
      at = end;
    }
    return isLast;
  }

  #add(next: Continuation | null, bytes: Buffer): void {
    const { character = "", padding = 0, isLine = false } = next ?? {};
    const length = this.#parts.at(-1)?.at(-1)?.length ?? 0;
    // In quoted-printable text a line ends with this sign, and goes on.
    const isSoft = isLine && padding === 1 && length <= LONGEST_QUOTED_LINE;
    if (padding > 0 && !isSoft) this.#parts.push([]);
    this.#parts.at(-1)?.push(Buffer.from(character, "latin1"), Buffer.from(bytes));
    this.#count += character.length + bytes.length;
  }

  /** The archive in the run; null where it only began like one. */
  packed(): PackedText | null {
    if (this.#count < (this.#coding === "hex" ? SHORTEST_HEX : SHORTEST)) return null;
    const bytes = decode(
      this.#parts.map((part) => Buffer.concat(part).toString("latin1")),
      this.#coding,
    );
    const archive = this.#archive ?? identifyArchive(bytes.subarray(0, MAGIC_LENGTH));
    if (archive === "gzip" && !isGzipHeader(bytes, 0)) return null;
    const encoding = ENCODINGS[this.#coding];
    return archive && { archive, encoding, bytes, offset: this.#start, length: this.#end - this.#start };
  }
}

/** What a report says of each coding. */
const ENCODINGS = {
  base64: "base64",
  "base64-twice": "base64",
  hex: "hex",
  "hex-numbers": "hex",
  "hex-escapes": "hex",
  numbers: "char-codes",
} as const satisfies Record<PackedCoding, PackedText["encoding"]>;

function decode(parts: readonly string[], coding: PackedCoding): Buffer {
  const text = parts.join("");
  const once = () => Buffer.concat(parts.map((part) => Buffer.from(part, "base64")));
  switch (coding) {
    case "base64":
      return once();
    case "base64-twice":
      return Buffer.from(once().toString("latin1"), "base64");
    case "hex":
      return Buffer.from(text, "hex");
    case "hex-numbers":
      return readNumbers(text, /0x([0-9a-f]{1,2})/gi, 16);
    case "hex-escapes":
      return readNumbers(text, /\\x([0-9a-f]{2})/gi, 16);
    case "numbers":
      return readNumbers(text, /(-?\d{1,3})/g, 10);
    default:
      return coding satisfies never;
  }
}

/** Numbers below zero are bytes as Java writes them. */
function readNumbers(text: string, pattern: RegExp, base: number): Buffer {
  return Buffer.from(Array.from(text.matchAll(pattern), ([, digits = ""]) => Number.parseInt(digits, base) & 0xff));
}

/**
 * Whether a line of a run may end before this place, or continue in the next chunk: else the line is something else.
 */
function endsLine(text: Buffer, at: number): boolean {
  const byte = text[at];
  if (byte === undefined || LINE_ENDS.includes(byte)) return true;
  return /^[ \t]*[\r\n)]/.test(text.toString("latin1", at, at + LONGEST_BLANKS));
}

const LINE_ENDS = Buffer.from("\n\r\\=\"'`<,%&|");
const LONGEST_BLANKS = 64;
