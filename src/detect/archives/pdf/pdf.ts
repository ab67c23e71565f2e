import type { ByteInput } from "../byte-input.ts";
import { SMALL, Unpacker, unpackAtOnce } from "../compressed/unpacker.ts";
import { lendIterator, type Member } from "../member.ts";
import type { ArchiveBudget } from "../unpack-budget.ts";
import type { UnpackWarnings } from "../unpack-warnings.ts";
import { PdfText } from "./pdf-text.ts";

/**
 * The streams of a PDF, as they come: unpacked where they are packed, and once more as the strings of their text
 * operators. Which font a text is written with is not followed, so that codes of a font that has its own are not read.
 */
export async function* readPdf(
  input: ByteInput,
  archiveBudget: ArchiveBudget,
  warnings: UnpackWarnings,
): AsyncGenerator<Member> {
  const finder = new StreamFinder(input);
  let [damaged, read] = [0, 0];
  for (let head = await finder.next(); head && archiveBudget.mayOpenMember(); head = await finder.next()) {
    const start = await input.takeExactly(ZLIB_HEADER);
    input.putBack(start);
    const coding = identifyCoding(head.dictionary, start);
    if (coding === "unknown") warnings.add("unknown-packing");
    if (typeof coding === "string") continue;

    const isAttached = ATTACHED.test(head.dictionary);
    const isText = !isAttached && read < MOST_READ;
    const stream = new PdfStream(input, coding, archiveBudget, isText ? new PdfText() : null);
    yield* readStream(stream, head.name, input);
    read += stream.text?.length ?? 0;
    if (stream.isDamaged) damaged += 1;
    if (stream.text?.isFull || (!isText && !isAttached)) warnings.add("too-much");
    if (damaged > MOST_DAMAGED) warnings.add("too-many");
    if (archiveBudget.isSpent || damaged > MOST_DAMAGED) break;
  }
  warnings.add(finder.isLocked ? "locked" : "damaged", damaged);
}

/** As much content of all pages together is read as text, character by character: a book has some ten megabytes. */
const MOST_READ = 64 * 1024 * 1024;

/** More streams that are none were made to be slow. */
const MOST_DAMAGED = 2000;

/** What stands in a stream, and its text. A stream that is not packed was searched as a part of the PDF already. */
async function* readStream(stream: PdfStream, name: string, input: ByteInput): AsyncGenerator<Member> {
  const offset = input.offset;
  const content = stream.content();
  try {
    if (stream.isPacked || stream.text === null) {
      yield {
        name,
        chunks: lendIterator(content),
        offset,
        get length() {
          return input.offset - offset;
        },
      };
    }
    for await (const _ of content);
  } finally {
    await content.return(undefined);
  }
  const text = stream.text?.end() ?? [];
  if (text.length > 0) yield { name, chunks: stream.granted(text), offset, length: input.offset - offset };
}

/** A stream of which the first byte is the next to be taken. To be read once. */
class PdfStream {
  /** Null for a file that is attached: it is no page. */
  readonly text: PdfText | null;
  readonly #input: ByteInput;
  readonly #coding: Coding;
  readonly #archiveBudget: ArchiveBudget;
  #isDamaged = false;

  constructor(input: ByteInput, coding: Coding, archiveBudget: ArchiveBudget, text: PdfText | null) {
    [this.#input, this.#coding, this.#archiveBudget, this.text] = [input, coding, archiveBudget, text];
  }

  get isPacked(): boolean {
    return this.#coding.isDeflated || this.#coding.isBase85;
  }

  /** Whether it is packed and could not be unpacked to its end. */
  get isDamaged(): boolean {
    return this.#isDamaged;
  }

  /** What stands in it, unpacked. */
  async *content(): AsyncGenerator<Buffer> {
    const { isBase85, isDeflated } = this.#coding;
    const stored = takeStream(this.#input);
    const bytes = isBase85 ? decodeBase85(stored) : stored;
    yield* this.granted(isDeflated ? this.#inflated(bytes) : bytes, (granted) => this.text?.add(granted));
  }

  /** These bytes, as far as the budget allows. */
  async *granted(
    pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
    read: (bytes: Buffer) => void = () => {},
  ): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      const granted = this.#archiveBudget.grant(piece, this.#input.offset);
      read(granted);
      if (granted.length > 0) yield granted;
      if (this.#archiveBudget.isSpent) return;
    }
  }

  /** The checksum after the packed bytes is often wrong and left out. */
  async *#inflated(packed: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
    const [first, second] = [await packed.next(), await packed.next()];
    const whole = first.done || !second.done || first.value.length > SMALL ? null : first.value;
    const unpacked = whole && isZlib(whole.subarray(0, ZLIB_HEADER)) ? unpackAtOnce(whole.subarray(ZLIB_HEADER)) : null;
    if (unpacked) yield unpacked.bytes;
    else yield* this.#inflatePieces(chain([first, second], packed));
  }

  async *#inflatePieces(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const unpacker = new Unpacker("deflate");
    let header: Buffer = Buffer.alloc(0);
    try {
      for await (const piece of packed) {
        const missing = ZLIB_HEADER - header.length;
        header = Buffer.concat([header, piece.subarray(0, missing)]);
        yield* unpacker.add(piece.subarray(missing));
      }
      yield* unpacker.finish();
      this.#isDamaged = unpacker.state !== "ended" || !isZlib(header);
    } finally {
      unpacker.close();
    }
  }
}

/** Pieces that were taken, and those that follow. */
async function* chain(
  taken: readonly IteratorResult<Buffer, unknown>[],
  rest: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  for (const { done, value } of taken) if (!done) yield value as Buffer;
  yield* rest;
}

/** What was done to the bytes of a stream: deflated, and then perhaps written in base 85, as ReportLab does. */
type Coding = { isBase85: boolean; isDeflated: boolean };

/** Filters, with the short names that some programs write. ISO 32000-1, 7.4. */
const READABLE = /^(?:(ASCII85Decode|A85) ?)?(FlateDecode|Fl)?$/;
const PICTURE = /\b(?:DCTDecode|DCT|JPXDecode|CCITTFaxDecode|CCF|JBIG2Decode)\b/;

/** Pictures, fonts of all kinds, and lists of where objects stand hold no text. */
const WITHOUT_TEXT = /\/Subtype\s*\/(?:Image|Type1C|CIDFontType0C|OpenType)\b|\/Length1\b|\/Type\s*\/XRef\b/;

/** Bytes written as differences from those before or above them. ISO 32000-1, 7.4.4.4. */
const PREDICTED = /\/Predictor\s+(?:[2-9]|1\d)/;

/** How to read a stream, by its dictionary and, where another object names the filters, by its first bytes. */
function identifyCoding(dictionary: string, start: Buffer): Coding | "without-text" | "unknown" {
  if (WITHOUT_TEXT.test(dictionary) && !ATTACHED.test(dictionary)) return "without-text";
  const [, value = ""] = /\/Filter\s*(\[[^\]]*\]|\/[^\s/<>[\]()]+|\d+\s+\d+\s+R)/.exec(dictionary) ?? [];
  if (/^\d/.test(value)) {
    if (isZlib(start)) return { isBase85: false, isDeflated: true };
    // JPEG begins with the one, JPEG 2000 with the other.
    return ["ffd8", "0000"].includes(start.toString("hex")) ? "without-text" : "unknown";
  }
  const names = Array.from(value.matchAll(/\/([^\s/<>[\]()]+)/g), ([, name = ""]) => name).join(" ");
  const filters = names.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  if (PICTURE.test(filters)) return "without-text";
  const known = PREDICTED.test(dictionary) ? null : READABLE.exec(filters);
  return known ? { isBase85: known[1] !== undefined, isDeflated: known[2] !== undefined } : "unknown";
}

/** A file that is attached may be an archive itself. ISO 32000-1, 7.11.4. */
const ATTACHED = /\/EmbeddedFile\b/;

const ZLIB_HEADER = 2;

/** RFC 1950, section 2.2: the method is deflate, and the two bytes divide by 31. */
function isZlib(start: Buffer): boolean {
  return start.length === ZLIB_HEADER && ((start[0] ?? 0) & 15) === 8 && start.readUInt16BE(0) % 31 === 0;
}

const END = Buffer.from("endstream");

/** The bytes of a stream up to the word that ends it, or all that are left. */
async function* takeStream(input: ByteInput): AsyncGenerator<Buffer> {
  let kept: Buffer = Buffer.alloc(0);
  for (;;) {
    const piece = await input.take();
    const all = piece ? Buffer.concat([kept, piece]) : kept;
    const at = all.indexOf(END);
    const until = at >= 0 ? at : piece ? Math.max(0, all.length - END.length) : all.length;
    if (at >= 0) input.putBack(all.subarray(at));
    if (until > 0) yield all.subarray(0, until);
    if (at >= 0 || !piece) return;
    kept = all.subarray(until);
  }
}

/** The bytes that base 85 stands for, as they come. ISO 32000-1, 7.4.3. */
async function* decodeBase85(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest = "";
  for await (const piece of pieces) {
    const [text = "", ...after] = piece.toString("latin1").split("~");
    const digits = rest + text.replaceAll(/[^!-uz]/g, "").replaceAll("z", "!!!!!");
    rest = digits.slice(digits.length - (digits.length % 5));
    yield parseBase85(digits);
    if (after.length > 0) break;
  }
  if (rest !== "") yield parseBase85(rest.padEnd(5, "u")).subarray(0, rest.length - 1);
}

/** Each five digits are four bytes. */
function parseBase85(digits: string): Buffer {
  const bytes = Buffer.alloc(Math.floor(digits.length / 5) * 4);
  for (let at = 0; at < bytes.length / 4; at += 1) {
    const value = [0, 1, 2, 3, 4].reduce((sum, place) => sum * 85 + digits.charCodeAt(5 * at + place) - 33, 0);
    bytes.writeUInt32BE(value % 2 ** 32, 4 * at);
  }
  return bytes;
}

/** What stands before a stream: its dictionary, and its name by the number of its object. */
type StreamHead = { name: string; dictionary: string };

/** Dictionaries of streams are short; of a longer one the end is read. */
const LONGEST_DICTIONARY = 8 * 1024;

const KEYWORD = Buffer.from("stream");

/**
 * Finds the streams of a PDF by what stands around them. Its tables of objects are not followed: they stand at its end,
 * are wrong in damaged files, and leave out what was there before the last change.
 */
class StreamFinder {
  readonly #input: ByteInput;
  #isLocked = false;

  constructor(input: ByteInput) {
    this.#input = input;
  }

  /** Whether the PDF says that it is locked, as far as it has been read. ISO 32000-1, 7.6.1. */
  get isLocked(): boolean {
    return this.#isLocked;
  }

  /** The next stream, of whose bytes the first is then the next to be taken; null when there are no more. */
  async next(): Promise<StreamHead | null> {
    let window: Buffer = Buffer.alloc(0);
    for (let from = 0; ; ) {
      const piece = await this.#input.take();
      if (piece) window = window.length === 0 ? piece : Buffer.concat([window, piece]);
      for (let at = window.indexOf(KEYWORD, from); at >= 0; at = window.indexOf(KEYWORD, at + 1)) {
        const after = at + KEYWORD.length;
        if (piece && after + 2 > window.length) break;
        const lineEnd = measureLineEnd(window, after);
        const head = lineEnd > 0 ? parseHeadBefore(window, at) : null;
        if (!head) continue;
        this.#look(window.subarray(0, at));
        this.#input.putBack(window.subarray(after + lineEnd));
        return head;
      }
      this.#look(window);
      if (!piece) return null;
      const done = Math.max(0, window.length - LONGEST_DICTIONARY);
      window = window.subarray(done);
      from = Math.max(0, window.length - KEYWORD.length - 2);
    }
  }

  #look(bytes: Buffer): void {
    this.#isLocked ||= /\/Encrypt\s*(?:\d|<<)/.test(bytes.toString("latin1"));
  }
}

function measureLineEnd(bytes: Buffer, at: number): number {
  if (bytes[at] === 0x0d) return bytes[at + 1] === 0x0a ? 2 : 1;
  return bytes[at] === 0x0a ? 1 : 0;
}

/** Whether a dictionary ends before a place, perhaps with some blanks behind it. */
function endsDictionary(bytes: Buffer, end: number): boolean {
  let at = end;
  while (end - at < 16 && [0x20, 0x09, 0x0a, 0x0d, 0x0c].includes(bytes[at - 1] ?? 0)) at -= 1;
  return bytes[at - 1] === 0x3e && bytes[at - 2] === 0x3e;
}

/** Null when no dictionary ends there, so that the word is only a word. */
function parseHeadBefore(window: Buffer, end: number): StreamHead | null {
  if (!endsDictionary(window, end)) return null;
  const text = window.toString("latin1", Math.max(0, end - LONGEST_DICTIONARY), end);
  const at = text.lastIndexOf(" obj");
  const object = at < 0 ? null : /(\d{1,10})\s+\d{1,5}$/.exec(text.slice(Math.max(0, at - 20), at));
  return { name: object ? `(object ${object[1]})` : "(stream)", dictionary: at < 0 ? text : text.slice(at) };
}
