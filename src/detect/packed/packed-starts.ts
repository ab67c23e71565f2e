import { isGzipHeader } from "../archives/embedded/embedded-needles.ts";
import type { ArchiveKind } from "../archives/magic.ts";
import { BASE64_ALPHABET, encodeAtEachPhase } from "../encodings/base64.ts";
import { createAlphabet } from "../encodings/character-run.ts";
import { hasBytesAt } from "../encodings/decoded.ts";

/** How the bytes of an archive are written in a text. */
export type PackedCoding = "base64" | "base64-twice" | "hex" | "hex-numbers" | "hex-escapes" | "numbers";

/** How an archive begins in a text. `archive` is null where its own bytes tell what it is. */
type PackedStart = { bytes: Buffer; coding: PackedCoding; archive: ArchiveKind | null };

/** The digits of either case. */
export const HEX_ALPHABET = createAlphabet("0123456789abcdefABCDEF");

const hex = (digits: string) => Buffer.from(digits, "hex");
const latin1 = (text: string) => Buffer.from(text, "latin1");

/** What the base64 of a text has that begins with these bytes. */
function encodeStart(bytes: Buffer): Buffer {
  return encodeAtEachPhase(bytes)[0]?.bytes ?? bytes;
}

const [GZIP, ZIP] = [hex("1f8b08"), hex("504b0304")];

/** Archives whose first bytes say surely what they are, as base64: zstd, xz, bzip2, 7-Zip and RAR. */
const OTHERS = ["28b52ffd", "fd377a585a00", "425a68", "377abcaf271c", "526172211a07"].map(hex);

/** The headers of zlib at the levels 1, 2 to 5, 6, and 7 to 9. RFC 1950, section 2.2. */
const ZLIB_HEADERS = ["7801", "785e", "789c", "78da"];

/** Those in base64: the last of three characters depends on what follows. */
const ZLIB = ZLIB_HEADERS.flatMap((digits) =>
  [0, 0x40, 0x80, 0xc0].map((next) =>
    latin1(
      Buffer.concat([hex(digits), Buffer.of(next)])
        .toString("base64")
        .slice(0, 3),
    ),
  ),
);

/** Those in hex, in either case. */
const ZLIB_DIGITS = [...new Set(ZLIB_HEADERS.flatMap((digits) => [digits, digits.toUpperCase()]))];

/** Where a diagram of draw.io begins, in XML, in XML within XML, and in a URL. */
const DIAGRAMS = ["<diagram", "&lt;diagram", "%3Cdiagram"].map(latin1);

/** The bytes of gzip as numbers, as programs write them that carry a packed page. */
const NUMBERS: readonly (readonly [PackedCoding, string])[] = [
  ["hex", "1f8b08"],
  ["hex", "1F8B08"],
  ["hex-escapes", "\\x1f\\x8b\\x08"],
  ["hex-escapes", "\\x1F\\x8B\\x08"],
  ["hex-numbers", "0x1f,0x8b,0x08"],
  ["hex-numbers", "0x1f, 0x8b, 0x08"],
  ["hex-numbers", "0x1F,0x8B,0x08"],
  ["hex-numbers", "0x1F, 0x8B, 0x08"],
  ["numbers", "31,139,8,"],
  ["numbers", "31, 139, 8,"],
  ["numbers", "31,-117,8,"],
  ["numbers", "31, -117, 8,"],
];

const STARTS: readonly PackedStart[] = [
  { bytes: encodeStart(GZIP), coding: "base64", archive: null },
  // Helm keeps releases in Secrets, which are encoded once more.
  { bytes: encodeStart(encodeStart(GZIP)), coding: "base64-twice", archive: null },
  { bytes: encodeStart(ZIP), coding: "base64", archive: null },
  ...OTHERS.flatMap((bytes) => [
    ...new Set([encodeStart(bytes).toString(), encodeStart(bytes).toString().replace("_", "/")]),
  ]).map((text): PackedStart => ({ bytes: latin1(text), coding: "base64", archive: null })),
  ...ZLIB.map((bytes): PackedStart => ({ bytes, coding: "base64", archive: "zlib" })),
  ...ZLIB.map((bytes): PackedStart => ({ bytes: encodeStart(bytes), coding: "base64-twice", archive: "zlib" })),
  ...ZLIB_DIGITS.map((digits): PackedStart => ({ bytes: latin1(digits), coding: "hex", archive: "zlib" })),
  ...DIAGRAMS.map((bytes): PackedStart => ({ bytes, coding: "base64", archive: "deflate" })),
  ...NUMBERS.map(([coding, text]): PackedStart => ({ bytes: latin1(text), coding, archive: null })),
];

/** How archives begin that stand in a text. */
export const PACKED_NEEDLES: readonly Buffer[] = STARTS.map(({ bytes }) => bytes);

/** A place in a text where an archive may begin, and how it is written there. */
export type PackedPlace = { at: number; coding: PackedCoding; archive: ArchiveKind | null };

/** Where an archive begins whose needle stands at a place; null where what follows tells that none does. */
export function findPackedPlace(text: Buffer, at: number, needle: number): PackedPlace | null {
  const { bytes, coding, archive } = STARTS[needle] ?? {};
  if (!bytes || !coding || archive === undefined) return null;
  if (archive === "deflate") {
    const start = findTagEnd(text, at + bytes.length);
    return start === null ? null : { at: start, coding, archive };
  }
  if (archive === "zlib" && !(isRunStart(text, at, coding) && isZlibStart(decodeStart(text, at, coding), coding)))
    return null;
  if (coding.startsWith("base64") && archive === null && !isHeader(decodeStart(text, at, coding))) return null;
  return { at, coding, archive };
}

/** Whether one of the archives that are surely recognised begins there: then it is no continuation of another. */
export function isSureStart(text: Buffer, at: number): boolean {
  const sure = STARTS.slice(0, 3).findIndex(({ bytes }) => hasBytesAt(bytes, text, at));
  return sure >= 0 && findPackedPlace(text, at, sure) !== null;
}

function decodeStart(text: Buffer, at: number, coding: PackedCoding): Buffer {
  const start = text.toString("latin1", at, at + 64);
  if (coding === "hex") return Buffer.from(start, "hex");
  const once = Buffer.from(start, "base64");
  return coding === "base64" ? once : Buffer.from(once.toString("latin1"), "base64");
}

/** As far as the first bytes tell. */
function isHeader(start: Buffer): boolean {
  return start.indexOf(GZIP) !== 0 || isGzipHeader(start, 0);
}

/** By the type of the first block, which has three values (RFC 1951, section 3.2.3); no line of digits is shorter. */
function isZlibStart(start: Buffer, coding: PackedCoding): boolean {
  return start.length >= (coding === "hex" ? 16 : 3) && (((start[2] ?? 0) >> 1) & 3) !== 3;
}

/** Whether a run may begin there: three characters, or four digits, stand in the middle of others too often. */
function isRunStart(text: Buffer, at: number, coding: PackedCoding): boolean {
  const before = text[at - 1];
  const isWithin = before !== undefined && (coding === "hex" ? HEX_ALPHABET : BASE64_ALPHABET)[before];
  if (!isWithin || before === 0x2f) return true;
  // The letter of an escape is no part of what follows it.
  return text[at - 2] === 0x5c && /[nrt]/.test(String.fromCharCode(before));
}

/** No tag of a diagram is longer than this. */
const LONGEST_TAG = 1024;

function findTagEnd(text: Buffer, at: number): number | null {
  const [tag, end] = /^[^<>]*?(>|&gt;|%3E)/i.exec(text.toString("latin1", at, at + LONGEST_TAG)) ?? [];
  return tag === undefined || end === undefined ? null : at + tag.length;
}
