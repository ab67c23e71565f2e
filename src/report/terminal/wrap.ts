/** A no-break space: no line is broken at it. */
export const TIED = "\u00a0";

/** Marks above and below letters take no column of their own. */
const NARROWEST = /^\p{M}$/u;

/** Characters that take two columns (Unicode annex 11, East Asian Width), as far as scripts and emoji tell. */
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]$/u;

/** How many columns of a terminal a text takes. It must have no control characters. */
export function measureColumns(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let sum = 0;
  for (const character of text) sum += NARROWEST.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return sum;
}

/**
 * Breaks a text at blanks into lines of at most `width` columns, but of 20 at least. `hanging` is put before all lines
 * but the first. A longer word is left whole, since people copy paths.
 */
export function wrap(text: string, width: number, hanging = ""): readonly string[] {
  const lines: string[] = [];
  const most = Math.max(width, 20);
  let used = 0;
  for (const word of text.split(" ")) {
    const wide = measureColumns(word);
    if (lines.length > 0 && used + 1 + wide <= most) {
      lines[lines.length - 1] += ` ${word}`;
      used += 1 + wide;
    } else {
      const before = lines.length > 0 ? hanging : "";
      lines.push(`${before}${word}`);
      used = before.length + wide;
    }
  }
  return lines.map((one) => one.replaceAll(TIED, " "));
}
