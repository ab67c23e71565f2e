import { parseTarHeader } from "./tar-header.ts";

/**
 * The formats of archives. The last five are recognised by their first bytes and cannot be unpacked with
 * what Node brings (zstd from Node 22.15 on): they are named as not opened. All of them are what people pack texts
 * in, so that skipping them in silence would be a miss; images, sound and programs are no archives here.
 */
export type ArchiveKind = "gzip" | "zip" | "tar" | "pdf" | "zstd" | "bzip2" | "xz" | "7z" | "rar";

/** This many bytes of a blob's start are enough to identify an archive. */
export const MAGIC_LENGTH = 512;

/** In hexadecimal, as the standards write the bytes. */
const SIGNATURES: readonly (readonly [Exclude<ArchiveKind, "tar">, RegExp])[] = [
  // RFC 1952: the magic, deflate, and of the flags none of the three that are reserved.
  ["gzip", /^1f8b08[01]/],
  // APPNOTE 4.3.7: magic, version, flags, a method below 256; perhaps after the mark of a split archive, or after
  // the line that makes it a program, as Python's zipapp writes it.
  ["zip", /^(?:504b(?:0708|3030)|2321(?:(?!0a)..){1,200}0a)?504b0304.{8}..00/],
  // A byte order mark or blanks may stand before "%PDF-1." or "%PDF-2.".
  ["pdf", /^(?:efbbbf)?(?:20|09|0a|0d){0,16}255044462d3[12]2e3/],
  ["zstd", /^(?:5.2a4d18|28b52ffd)/],
  ["bzip2", /^425a683[1-9](?:314159265359|177245385090)/],
  ["xz", /^fd377a585a00/],
  ["7z", /^377abcaf271c/],
  ["rar", /^526172211a070[01]/],
];

/** Every signature begins with one of these bytes, and most blobs with none. */
const FIRST: ReadonlySet<number> = new Set([
  0x1f, 0x50, 0x23, 0x25, 0xef, 0x20, 0x09, 0x0a, 0x0d, 0x28, 0x42, 0xfd, 0x37, 0x52,
]);

/** The format of an archive that begins with these bytes; null when it is none. Ordinary text never is one. */
export function identifyArchive(start: Buffer): ArchiveKind | null {
  const [first] = start;
  if (first === undefined) return null;
  if (FIRST.has(first)) {
    const text = start.toString("hex", 0, MAGIC_LENGTH);
    const known = SIGNATURES.find(([, signature]) => signature.test(text));
    if (known) return known[0];
  }
  return parseTarHeader(start) ? "tar" : null;
}
