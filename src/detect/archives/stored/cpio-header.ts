/** The header of a file: how long it is itself, and what it says. Names and files are padded to a multiple of `unit`. */
export type CpioHeader = { length: number; name: number; size: number; isFile: boolean; unit: number };

/** The longest of the headers. */
export const CPIO_HEADER = 110;

/** A name is no longer than this; a longer one is damage. */
const LONGEST_NAME = 64 * 1024;

/** POSIX's format in octal, and SVR4's in hexadecimal, with and without checksums. See cpio(5). */
const [ODC, NEWC] = [/^070707[0-7]{70}/, /^07070[12][0-9A-Fa-f]{104}/];

/** The header at the start of these bytes; null when it is none. */
export function parseCpioHeader(start: Buffer): CpioHeader | null {
  const text = start.toString("latin1", 0, CPIO_HEADER);
  const isNew = NEWC.test(text);
  if (!isNew && !ODC.test(text)) return null;
  const read = (at: number, count: number) => Number.parseInt(text.slice(at, at + count), isNew ? 16 : 8);
  const [mode, name, size] = isNew ? [read(14, 8), read(94, 8), read(54, 8)] : [read(18, 6), read(59, 6), read(65, 11)];
  if (name === 0 || name > LONGEST_NAME) return null;
  return { length: isNew ? 110 : 76, name, size, isFile: (mode & 0o170_000) === 0o100_000, unit: isNew ? 4 : 1 };
}
