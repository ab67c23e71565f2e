import { parseTarHeader } from "./tar-header.ts";

/**
 * What a blob can be that holds other files. The last five are known by their first bytes and cannot be unpacked with
 * what Node brings (zstd from Node 22.15 on): they are told of and not opened. All of them are what people pack texts
 * in, so that passing over them in silence would be a miss; images, sound and programs are not containers here.
 */
export type ArchiveKind = "gzip" | "zip" | "tar" | "pdf" | "zstd" | "bzip2" | "xz" | "7z" | "rar";

/** So many bytes of the start of a blob tell whether it is a container. */
export const MAGIC_LENGTH = 512;

/** In hexadecimal, as the bytes are in the standards. */
const SIGNATURES: readonly (readonly [Exclude<ArchiveKind, "tar">, RegExp])[] = [
  // RFC 1952: the magic, deflate, and of the flags none of the three that are reserved.
  ["gzip", /^1f8b08[01]/],
  // APPNOTE 4.3.7: magic, version, flags, a method below 256; perhaps behind the mark of what was to be split, or behind
  // the line that makes it a program, as Python's zipapp writes it.
  ["zip", /^(?:504b(?:0708|3030)|2321(?:(?!0a)..){1,200}0a)?504b0304.{8}..00/],
  // A mark of the byte order or blanks may stand before "%PDF-1." or "%PDF-2.".
  ["pdf", /^(?:efbbbf)?(?:20|09|0a|0d){0,16}255044462d3[12]2e3/],
  ["zstd", /^(?:5.2a4d18|28b52ffd)/],
  ["bzip2", /^425a683[1-9](?:314159265359|177245385090)/],
  ["xz", /^fd377a585a00/],
  ["7z", /^377abcaf271c/],
  ["rar", /^526172211a070[01]/],
];

/** Where to look at all: every signature begins with one of these bytes, and most blobs with none. */
const FIRST: ReadonlySet<number> = new Set([
  0x1f, 0x50, 0x23, 0x25, 0xef, 0x20, 0x09, 0x0a, 0x0d, 0x28, 0x42, 0xfd, 0x37, 0x52,
]);

/** What a blob is that begins with these bytes; null when it is nothing that holds files. Ordinary text never is one. */
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
