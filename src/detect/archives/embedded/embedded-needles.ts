import type { UnopenedFormat } from "../magic.ts";
import { isLocalHeader } from "../zip/local-header.ts";

/** What begins within other bytes: something that is opened, or a format that is only named. */
type EmbeddedStart = "opened" | UnopenedFormat;

/** How it begins, and whether the bytes around a place fit: programs that write or read a format have its magic too. */
type EmbeddedNeedle = { bytes: Buffer; start: EmbeddedStart; fits: (text: Buffer, at: number) => boolean };

const hex = (digits: string) => Buffer.from(digits, "hex");
const latin1 = (text: string) => Buffer.from(text, "latin1");

/** The magic of gzip with its only method, of zip's files, and of the packed texts of a PNG. */
export const [GZIP, ZIP, PNG_TEXT, PNG_UNICODE] = [
  hex("1f8b08"),
  latin1("PK\x03\x04"),
  latin1("zTXt"),
  latin1("iTXt"),
] as const;

/** At most this many bytes before a needle belong to what begins there. */
export const EMBEDDED_LEAD = 4;

const NEEDLES: readonly EmbeddedNeedle[] = [
  { bytes: ZIP, start: "opened", fits: isLocalHeader },
  { bytes: GZIP, start: "opened", fits: isGzipHeader },
  { bytes: PNG_TEXT, start: "opened", fits: (text, at) => findPackedText(text, at) !== null },
  { bytes: PNG_UNICODE, start: "opened", fits: (text, at) => findPackedText(text, at) !== null },
  { bytes: hex("377abcaf271c"), start: "7-Zip", fits: isSevenZip },
  { bytes: hex("526172211a07"), start: "RAR", fits: isRar },
  { bytes: hex("fd377a585a00"), start: "xz", fits: isXz },
  {
    bytes: latin1("1AY&SY"),
    start: "bzip2",
    fits: (text, at) => /^BZh[1-9]$/.test(text.toString("latin1", at - 4, at)),
  },
  { bytes: latin1("MSCF\0\0\0\0"), start: "a Windows cabinet", fits: isCabinet },
  { bytes: latin1("hsqs"), start: "SquashFS", fits: isSquashFs },
  { bytes: hex("6b6f6c790000000400000200"), start: "DMG", fits: () => true },
];

/** The bytes that every archive within other bytes begins with. */
export const EMBEDDED_NEEDLES: readonly Buffer[] = NEEDLES.map(({ bytes }) => bytes);

/** What begins at a place where one of the needles stands; null where it only looks like it. */
export function identifyEmbedded(text: Buffer, at: number, needle: number): EmbeddedStart | null {
  const { start, fits } = NEEDLES[needle] ?? {};
  return start && fits?.(text, at) ? start : null;
}

/** RFC 1952, section 2.3.1: reserved flags are zero, and of the other fields a few values are in use. */
export function isGzipHeader(text: Buffer, at: number): boolean {
  const [flags = 0xff, extra = 0xff, system = 0xfe] = [text[at + 3], text[at + 8], text[at + 9]];
  return flags < 0x20 && [0, 2, 4].includes(extra) && (system < 14 || system === 0xff);
}

/** No text of a picture is longer than this when it is packed. */
const LONGEST_CHUNK = 64 * 1024 * 1024;

/**
 * Where the zlib stream of a PNG's text stands, by the place of its chunk's type; null where none does. PNG, third
 * edition, 11.3.3.
 */
export function findPackedText(text: Buffer, at: number): { start: number; end: number } | null {
  if (at < EMBEDDED_LEAD) return null;
  const end = at + 4 + text.readUInt32BE(at - 4);
  const isUnicode = text[at] === PNG_UNICODE[0];
  const keyword = text.indexOf(0, at + 4);
  if (end - at > LONGEST_CHUNK || keyword <= at + 4 || keyword > at + 4 + 79 || keyword >= end) return null;
  if (!isUnicode) return text[keyword + 1] === 0 ? { start: keyword + 2, end } : null;
  if (text[keyword + 1] !== 1 || text[keyword + 2] !== 0) return null;
  // The language, and the translated keyword.
  const translated = text.indexOf(0, keyword + 3);
  const start = translated < 0 ? -1 : text.indexOf(0, translated + 1);
  return start < 0 || start >= end ? null : { start: start + 1, end };
}

/** The version, and where the list of files is. See 7zFormat.txt of the LZMA SDK. */
function isSevenZip(text: Buffer, at: number): boolean {
  if (at + 32 > text.length) return false;
  const [offset, size] = [text.readBigUInt64LE(at + 12), text.readBigUInt64LE(at + 20)];
  return text[at + 6] === 0 && [2, 3, 4].includes(text[at + 7] ?? 0) && offset < 2 ** 48 && size > 0 && size < 2 ** 32;
}

/** The first block of either version is of one kind. See technote.txt of RAR. */
function isRar(text: Buffer, at: number): boolean {
  if (text[at + 6] === 0) return text[at + 9] === 0x73;
  return text[at + 6] === 1 && text[at + 7] === 0 && [1, 4].includes(text[at + 13] ?? 0);
}

/** The flags have four values in use, each with its checksum. The .xz file format, 2.1.1. */
const XZ_FLAGS = new Set(["0000ff12d941", "00016922de36", "0004e6d6b446", "000ae1fb0ca1"]);

/** Behind a script, as makeself writes it. Many programs carry their symbols packed by xz, which hide no text. */
function isXz(text: Buffer, at: number): boolean {
  return text[at - 1] === 0x0a && XZ_FLAGS.has(text.toString("hex", at + 6, at + 12));
}

/** MS-CAB, 2.1: two more reserved fields, and version 1.3. */
function isCabinet(text: Buffer, at: number): boolean {
  return at + 28 <= text.length && text.readUInt32LE(at + 12) === 0 && text.readUInt16LE(at + 24) === 0x0103;
}

/** Version 4.0, and the size of a block said twice. See squashfs_fs.h of Linux. */
function isSquashFs(text: Buffer, at: number): boolean {
  if (at + 32 > text.length || text.readUInt32LE(at + 28) !== 4) return false;
  return text.readUInt32LE(at + 12) === 2 ** text.readUInt16LE(at + 22);
}
