import type { Anchor, AnchorResult, NeedleMatch } from "./anchor.ts";
import { MARKER_BYTES } from "./decoded.ts";
import { isEscapeStart } from "./escape-syntax.ts";
import { isMarkerShownAt, readShown } from "./formatting/read-shown.ts";

const code = MARKER_BYTES[0] ?? 0;
const hex = code.toString(16);
const OCTAL = [`\\${code.toString(8)}`];
const NEEDLES = [
  `\\x${hex}`,
  `x{${hex}`,
  `u00${hex}`,
  `u{${hex}`,
  "uff34",
  "uFF34",
  `U000000${hex}`,
  `%${hex}`,
  `%25${hex}`,
  `#x${hex}`,
  `#${code};`,
  ...OCTAL,
];
const DECIMAL_NEEDLES = [`\\${code}`, `\\0${code}`];

function read({ text, at, mayJoin }: NeedleMatch, needle: number): AnchorResult | null {
  // The escape may begin before the needle.
  let start = at;
  while (at - start < 8 && isEscapeStart(text[start - 1])) start -= 1;
  const isDecimal = needle >= NEEDLES.length;
  return isMarkerShownAt(text, start, isDecimal) ? readShown(text, start, { isDecimal, mayJoin }) : null;
}

/** Keys with all characters escaped, or the marker's first one; `plain.ts` reads the others. */
export const ESCAPE_ANCHORS: readonly Anchor[] = [
  { needles: [...NEEDLES, ...DECIMAL_NEEDLES].map((needle) => Buffer.from(needle, "latin1")), read },
];
