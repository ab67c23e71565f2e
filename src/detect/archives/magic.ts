import { isUtf8 } from "node:buffer";
import { parseCpioHeader } from "./stored/cpio-header.ts";
import { parseTarHeader } from "./stored/tar-header.ts";

/** The formats of archives and compressed streams that are opened. */
export type OpenedKind =
  | "gzip"
  | "zlib"
  | "deflate"
  | "zstd"
  | "brotli"
  | "zip"
  | "tar"
  | "ar"
  | "cpio"
  | "rpm"
  | "pdf"
  | "swf"
  | "git-pack";

/** A format, the first bytes that it may begin with, and its signature: all in hexadecimal, as the standards write them. */
type Signature<Kind extends string> = readonly [kind: Kind, firsts: string, signature: RegExp];

/** The formats that are recognised and not opened, as people call them. */
const UNOPENED = [
  ["bzip2", "42", /^425a683[1-9](?:314159265359|177245385090)/],
  ["xz", "fd", /^fd377a585a00/],
  // The major version of the format has been 0 since there is one.
  ["7-Zip", "37", /^377abcaf271c00/],
  ["RAR", "52", /^526172211a070[01]/],
  // The dictionary's size, the size of the content or all ones, and the first byte of the code, which is zero; or a
  // Flash film that is packed like that.
  ["LZMA", "5d5a", /^(?:5d0000(?:..00|00..)(?:f{16}|.{10}000000)00|5a5753(?:0[6-9a-f]|[123].).{24}5d0000)/],
  ["lzip", "4c", /^4c5a495001/],
  ["LZ4", "0402", /^(?:04224d18|02214c18)/],
  ["lzop", "89", /^894c5a4f000d0a1a0a/],
  ["compress (.Z)", "1f", /^1f9d(?:[08][9a-f]|[19]0)/],
  ["a Windows cabinet", "4d", /^4d53434600000000.{8}00000000/],
  ["SquashFS", "68", /^68737173.{48}04000000/],
  ["XAR", "78", /^78617221001c/],
  ["ARJ", "60", /^60ea..0[0-9a](?:1e|2.)/],
  ["WIM", "4d", /^4d5357494d000000/],
  ["compiled HTML help", "49", /^4954534603000000/],
  ["framed Snappy", "ff", /^ff060000734e61507059/],
  ["QCOW", "51", /^514649fb0000000[1-3]/],
  ["VMDK", "4b", /^4b444d560[1-3]000000/],
] as const satisfies readonly Signature<string>[];

/** The name of a format that is not opened. */
export type UnopenedFormat = (typeof UNOPENED)[number][0] | "LHA" | "DMG";

/**
 * The format of an archive, or of a stream that is compressed as a whole. All are what people pack texts in, so that
 * skipping one in silence would be a miss: those that cannot be unpacked here are named. Images, sound and
 * programs are no archives.
 */
export type ArchiveKind = OpenedKind | UnopenedFormat;

/** This many bytes of a blob's start are enough to identify an archive. */
export const MAGIC_LENGTH = 512;

const SIGNATURES: readonly Signature<ArchiveKind>[] = [
  // RFC 1952: the magic, deflate, and of the flags none of the three that are reserved.
  ["gzip", "1f", /^1f8b08[01]/],
  // APPNOTE 4.3.7: magic, version, flags, a method below 256; perhaps after the mark of a split archive, or after
  // the line that makes it a program, as Python's zipapp writes it.
  ["zip", "5023", /^(?:504b(?:0708|3030)|2321(?:(?!0a)..){1,200}0a)?504b0304.{8}..00/],
  // A byte order mark or blanks may stand before "%PDF-1." or "%PDF-2.".
  ["pdf", "25ef20090a0d", /^(?:efbbbf)?(?:20|09|0a|0d){0,16}255044462d3[12]2e3/],
  ["zstd", "28505152535455565758595a5b5c5d5e5f", /^(?:5.2a4d18|28b52ffd)/],
  ["ar", "21", /^213c617263683e0a/],
  ["rpm", "ed", /^edabeedb0[3-9a-f]/],
  // A Flash film of version 6 or later, and behind its size a zlib stream.
  ["swf", "43", /^435753(?:0[6-9a-f]|[123].).{8}78/],
  // gitformat-pack(5), and gitformat-bundle(5).
  ["git-pack", "5023", /^(?:5041434b0000000[23]|2320763[23]206769742062756e646c650a)/],
  // RFC 1950: the two bytes divide by 31. They may be text: whoever opens it has a closer look.
  ["zlib", "78", /^78(?:01|5e|9c|da)/],
  ...UNOPENED,
];

/** The signatures by first byte: most blobs begin with a byte that none has. */
const BY_FIRST: ReadonlyMap<number, readonly Signature<ArchiveKind>[]> = sortByFirst();

function sortByFirst(): ReadonlyMap<number, readonly Signature<ArchiveKind>[]> {
  const byFirst = new Map<number, Signature<ArchiveKind>[]>();
  for (const signature of SIGNATURES) {
    for (const byte of Buffer.from(signature[1], "hex")) byFirst.set(byte, [...(byFirst.get(byte) ?? []), signature]);
  }
  return byFirst;
}

/** The format of an archive that begins with these bytes; null when it is none. Ordinary text never is one. */
export function identifyArchive(start: Buffer): ArchiveKind | null {
  const [first, , third, fourth] = start;
  if (first === undefined) return null;
  const signatures = BY_FIRST.get(first) ?? [];
  if (signatures.length > 0) {
    // Only the line that makes a zip a program is long.
    const text = start.toString("hex", 0, first === 0x23 ? MAGIC_LENGTH : 64);
    const known = signatures.find(([, , signature]) => signature.test(text));
    if (known) return known[0];
  }
  // The size of the header, its checksum, and then "-lh5-" or the like; the level of the header.
  if (third === 0x2d && fourth === 0x6c && /^-l(?:h[0-9d]|z[45s])-$/.test(start.toString("latin1", 2, 7))) {
    if ((start[20] ?? 4) < 4) return "LHA";
  }
  if (first === 0x30 && parseCpioHeader(start)) return "cpio";
  if (parseTarHeader(start)) return "tar";
  return mayBeBrotli(start) ? "brotli" : null;
}

/** The last character may be cut. */
function isText(head: Buffer): boolean {
  return [0, 1, 2, 3].some((cut) => isUtf8(head.subarray(0, head.length - cut)));
}

/** Bytes that programs, pictures, fonts, sound, databases and compiled classes begin with. */
const OTHER_FORMATS =
  /^(?:89504e47|ffd8ff|47494638|7f454c46|4d5a|52494646|774f46|00010000|4f54544f|0061736d|cafebabe|c[ef]faedfe|d0cf11e0|53514c69|00000[0-9a-f]|4f676753|494433|664c6143|424d|49492a00|4d4d002a|1a45dfa3|fffe|feff|efbbbf|de120495|950412de|1a01|1e02|.{4}0d0a)/;

/** Whether these bytes are neither a text nor of a known format, as those of brotli are, which has no magic. */
function mayBeBrotli(start: Buffer): boolean {
  const head = start.subarray(0, 48);
  if (head.length < 48 || !head.some((byte) => byte < 0x09 || byte >= 0x7f)) return false;
  return !OTHER_FORMATS.test(head.toString("hex", 0, 8)) && !isText(head);
}

const NAMES: ReadonlySet<string> = new Set([...UNOPENED.map(([name]) => name), "LHA", "DMG"]);

/** Whether the first bytes of this format may be those of a text, so that it is only known when it is unpacked. */
export function isGuess(kind: ArchiveKind): boolean {
  return kind === "zlib" || kind === "deflate" || kind === "brotli";
}

/** Whether this is one of the formats that are only named. */
export function isUnopened(kind: ArchiveKind): kind is UnopenedFormat {
  return NAMES.has(kind);
}
