/** Which letters the codes of a font stand for. `width`: how many bytes a code has. */
export type Letters = { width: number; letters: ReadonlyMap<number, string> };

/** A font has fewer codes than this. */
const MOST_CODES = 65_536;

/** So much of a stream is read as a table of letters: real ones have a few kilobytes. */
export const LONGEST_TABLE = 512 * 1024;

/** Whether a stream that begins so is a table of letters. */
export function isTable(start: Buffer): boolean {
  return start.includes("begincmap");
}

/** Reads a table of letters: ISO 32000-1, 9.10.3. Null when nothing is in it. */
export function lettersIn(table: string): Letters | null {
  const letters = new Map<number, string>();
  let width = 0;
  const put = (code: number, letter: string) => {
    if (letters.size < MOST_CODES) letters.set(code, letter);
  };
  for (const [, isRange, body = ""] of table.matchAll(/beginbf(char|range)([^]*?)endbf/g)) {
    const pattern = isRange === "range" ? RANGE : PAIR;
    for (const [, first = "", ...rest] of body.matchAll(pattern)) {
      width ||= Math.ceil(first.length / 2);
      const from = Number.parseInt(first, 16);
      if (isRange === "char") {
        put(from, letterOf(rest[0] ?? ""));
        continue;
      }
      const [last = "", list, start] = rest;
      const each = [...(list ?? "").matchAll(/<([0-9A-Fa-f]+)>/g)].map(([, code = ""]) => letterOf(code));
      const count = Math.min(Number.parseInt(last, 16) - from + 1, MOST_CODES);
      const begin = Number.parseInt(start ?? "0", 16);
      for (let step = 0; step < count; step += 1) {
        const letter = start === undefined ? each[step] : String.fromCharCode((begin + step) & 0xffff);
        if (letter !== undefined) put(from + step, letter);
      }
    }
  }
  return letters.size === 0 || width < 1 || width > 2 ? null : { width, letters };
}

const PAIR = /<([0-9A-Fa-f]{1,8})>\s*<([0-9A-Fa-f]{1,64})>/g;
const RANGE = /<([0-9A-Fa-f]{1,8})>\s*<([0-9A-Fa-f]{1,8})>\s*(?:\[([^\]]*)\]|<([0-9A-Fa-f]{1,8})>)/g;

/** Letters are given as UTF-16. */
function letterOf(digits: string): string {
  const bytes = Buffer.from(
    digits.length % 4 === 0 ? digits : digits.padStart(4 * Math.ceil(digits.length / 4), "0"),
    "hex",
  );
  return bytes.swap16().toString("utf16le");
}

/** A string of codes as letters; a new line when one of them is none of this font's, so that it is another font's text. */
export function readBy({ width, letters }: Letters, codes: Buffer): Buffer {
  let text = "";
  for (let at = 0; at + width <= codes.length; at += width) {
    const letter = letters.get(codes.readUIntBE(at, width));
    if (letter === undefined) return ANOTHER;
    text += letter;
  }
  return Buffer.from(text);
}

const ANOTHER: Buffer = Buffer.from("\n");
