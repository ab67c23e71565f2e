/** How wide the characters of a text are, in bytes, and in which order these stand: UTF-16 or UTF-32. */
export type WideText = { width: 2 | 4; isBigEndian: boolean };

/** What `identifyWideText` looks at. */
export const WIDE_START = 64;

/**
 * Whether bytes that begin like this are a text in UTF-16 or UTF-32: with a byte order mark or with two characters of
 * ASCII, which RFC 4627, section 3, found enough. Null for all others. `start`: the first `WIDE_START` bytes, or as many
 * as there are.
 */
export function identifyWideText(start: Uint8Array): WideText | null {
  const [a = 0, b = 0, c = 0, d = 0] = start;
  if (start.length < 4 || (a > 0 && b > 0 && a < 0xfe)) return null;
  if (c === 0 && d === 0 && a > 0 && b === 0) return { width: 4, isBigEndian: false };
  if (a === 0 && b === 0 && d > 0 && (c === 0 || (c === 0xfe && d === 0xff))) return { width: 4, isBigEndian: true };
  if (a === 0xff && b === 0xfe) {
    return { width: c === 0 && d === 0 && mayBeUtf32(start) ? 4 : 2, isBigEndian: false };
  }
  if (a > 0 && b === 0 && c > 0 && d === 0) return { width: 2, isBigEndian: false };
  if ((a === 0xfe && b === 0xff) || (a === 0 && b > 0 && c === 0 && d > 0)) return { width: 2, isBigEndian: true };
  return null;
}

/** Unicode ends at U+10FFFF. The mark of UTF-32 is that of UTF-16 and a zero too, and two characters make no such number. */
function mayBeUtf32(start: Uint8Array): boolean {
  for (let at = 4; at + 4 <= Math.min(start.length, WIDE_START); at += 4) {
    if (start[at + 3] !== 0 || (start[at + 2] ?? 0) > 0x10) return false;
  }
  return true;
}
