import type { Anchor, AnchorResult, NeedleMatch } from "./anchor.ts";
import { type NumberFormat, readNumberList } from "./char-codes.ts";
import { MARKER_BYTES, readDecoded } from "./decoded.ts";

const [FIRST, SECOND] = [`${MARKER_BYTES[0]}`, `${MARKER_BYTES[1]}`];
const DECIMAL: NumberFormat = { base: 10, most: 4 };

/**
 * How the first code of a marker stands in lists of numbers and in calls: `84,51`, `84, 51`, `84 51`, a line each,
 * `chr(84)`, `[char]84`. With each, where the number begins.
 */
const FORMS = [
  [`${FIRST},${SECOND}`, 0],
  [`${FIRST}, ${SECOND}`, 0],
  [`${FIRST} ${SECOND}`, 0],
  [`${FIRST},\n`, 0],
  [`${FIRST},\r`, 0],
  [`(${FIRST})`, 1],
  [`]${FIRST}`, 1],
] as const;

function read({ text, at }: NeedleMatch, needle: number): AnchorResult | null {
  const decoded = readNumberList(text, at + (FORMS[needle]?.[1] ?? 0), DECIMAL, [FIRST, SECOND]);
  return decoded && readDecoded(decoded, "char-codes");
}

/** Characters as a chain of decimal numbers. */
export const CODE_ANCHORS: readonly Anchor[] = [{ needles: FORMS.map(([form]) => Buffer.from(form, "latin1")), read }];
