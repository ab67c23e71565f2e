/**
 * A header of a tar archive is one block; what follows it is padded to blocks. POSIX.1-2017, pax, "ustar Interchange
 * Format".
 */
export const TAR_BLOCK = 512;

/** `type` is the letter of the header, `size` the bytes of the file after it. */
export type TarHeader = { name: string; type: string; size: number; isSparse: boolean };

/** The header in this block; null when it is none: its checksum must match, so that no text is taken for one. */
export function parseTarHeader(block: Buffer): TarHeader | null {
  if (block.length < TAR_BLOCK || block[0] === 0) return null;
  const sum = readNumberField(block.subarray(148, 156));
  if (sum === null || sum === 0 || !computeChecksums(block).includes(sum)) return null;
  const size = readNumberField(block.subarray(124, 136));
  if (size === null || readNumberField(block.subarray(100, 108)) === null) return null;
  const name = readTextField(block.subarray(0, 100));
  const prefix = block.toString("latin1", 257, 263) === "ustar\0" ? readTextField(block.subarray(345, 500)) : "";
  const letter = String.fromCharCode(block[156] ?? 0);
  return {
    name: prefix === "" ? name : `${prefix}/${name}`,
    type: letter === "\0" ? "0" : letter,
    size,
    isSparse: letter === "S" && block[482] === 1,
  };
}

/** The checksum of the bytes without a sign, as the standard says, and with one, as some old programs compute it. */
function computeChecksums(block: Buffer): readonly number[] {
  let [unsigned, signed] = [0, 0];
  for (let at = 0; at < TAR_BLOCK; at += 1) {
    const byte = at >= 148 && at < 156 ? 0x20 : (block[at] ?? 0);
    unsigned += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  return [unsigned, signed];
}

/** A number in octal, or, where the first bit is set, in binary, as GNU writes large ones; null when it is neither. */
function readNumberField(field: Buffer): number | null {
  if (((field[0] ?? 0) & 0x80) !== 0) {
    const value = field.subarray(1).reduce((sum, byte) => sum * 256 + byte, (field[0] ?? 0) & 0x7f);
    return Number.isSafeInteger(value) ? value : null;
  }
  const octal = /^[ \0]*([0-7]{0,12})[ \0]*$/.exec(field.toString("latin1"));
  return octal ? Number.parseInt(octal[1] || "0", 8) : null;
}

/** A text that ends at the first zero byte or with its field. */
export function readTextField(field: Buffer): string {
  const end = field.indexOf(0);
  return field.toString("utf8", 0, end < 0 ? field.length : end);
}
