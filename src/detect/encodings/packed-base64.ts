import { type ArchiveKind, identifyArchive, MAGIC_LENGTH } from "../archives/magic.ts";
import { BASE64_ALPHABET, encodeAtEachPhase } from "./base64.ts";
import { skipLineBreak } from "./character-run.ts";

/** An archive that stands in a text as base64, and where in the blob that base64 stands. */
export type PackedBase64 = { archive: ArchiveKind; bytes: Buffer; offset: number; length: number };

/**
 * How the base64 of an archive begins, and how often it is encoded: gzip with its method (RFC 1952, section 2.3), as
 * Helm keeps releases in Secrets, which are encoded once more; and zip with its first header.
 */
const [GZIP, ZIP] = [Buffer.from([0x1f, 0x8b, 0x08]), Buffer.from([0x50, 0x4b, 0x03, 0x04])];
const BEGINNINGS = [
  { bytes: encodeStart(GZIP), layers: 1 },
  { bytes: encodeStart(encodeStart(GZIP)), layers: 2 },
  { bytes: encodeStart(ZIP), layers: 1 },
] as const;

export const PACKED_NEEDLES: readonly Buffer[] = BEGINNINGS.map(({ bytes }) => bytes);

function encodeStart(bytes: Buffer): Buffer {
  return encodeAtEachPhase(bytes)[0]?.bytes ?? bytes;
}

/** A key cannot be packed into fewer characters than this. */
const SHORTEST = 80;

/**
 * At most this many characters of one run are kept. A Secret of Kubernetes has at most 1 MiB; and the place of a key
 * is only known as long as it is not too far before what was read last.
 */
const LONGEST = 3 * 1024 * 1024;

/** This many bytes after a place must have been read, or it must be the end, before a run is known to end there. */
const LOOKAHEAD = 128;

/** Collects a run of base64 that comes in pieces. */
export class PackedBase64Collector {
  readonly #layers: number;
  readonly #start: number;
  readonly #pieces: Buffer[] = [];
  #count = 0;
  #end: number;

  /** `start`: where in the blob one of the needles begins. */
  constructor(needle: number, start: number) {
    this.#layers = BEGINNINGS[needle]?.layers ?? 1;
    this.#start = start;
    this.#end = start;
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
      const start = this.#count > 0 ? skipLineBreak(text, at) : at;
      let end = start;
      const limit = Math.min(text.length, start + LONGEST - this.#count);
      while (end < limit && BASE64_ALPHABET[text[end] ?? 0]) end += 1;
      if (end === start || (start > at && !endsLine(text[end]))) return true;
      this.#pieces.push(Buffer.from(text.subarray(start, end)));
      this.#count += end - start;
      this.#end = offset + end;
      at = end;
    }
    return isLast;
  }

  /** The archive in the run; null where it only began like one. */
  packed(): PackedBase64 | null {
    if (this.#count < SHORTEST) return null;
    let bytes = Buffer.concat(this.#pieces);
    for (let layer = 0; layer < this.#layers; layer += 1) bytes = Buffer.from(bytes.toString("latin1"), "base64");
    const archive = identifyArchive(bytes.subarray(0, MAGIC_LENGTH));
    return archive && { archive, bytes, offset: this.#start, length: this.#end - this.#start };
  }
}

/**
 * Whether a line of base64 may end before this byte, or continue in the next chunk: else the line is something else.
 */
function endsLine(byte: number | undefined): boolean {
  return byte === undefined || LINE_ENDS.includes(byte);
}

const LINE_ENDS = Buffer.from("\n\r\\=\"'`<,");

/** Whether a needle is followed by the rest of an archive's header, as far as the first characters tell. */
export function isPackedAt(text: Buffer, at: number, needle: number): boolean {
  let start = text.subarray(at, at + 64);
  for (let layer = 0; layer < (BEGINNINGS[needle]?.layers ?? 1); layer += 1) {
    start = Buffer.from(start.toString("latin1"), "base64");
  }
  const [flags = 0xff, extra = 0xff, system = 0xff] = [start[3], start[8], start[9]];
  // Reserved flags are zero, and a few values of the others are in use (RFC 1952, section 2.3.1).
  if (start.indexOf(GZIP) === 0) return flags < 0x20 && [0, 2, 4].includes(extra) && (system < 14 || system === 0xff);
  return start.indexOf(ZIP) === 0;
}
