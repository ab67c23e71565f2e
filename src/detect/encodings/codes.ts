import type { Anchor, Place, Read } from "./anchor.ts";
import { chainAround, type Numerals } from "./char-codes.ts";
import { marker, readDecoded } from "./decoded.ts";

const [FIRST, SECOND] = [`${marker[0]}`, `${marker[1]}`];
const DECIMAL: Numerals = { base: 10, most: 4 };

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

function read({ text, at }: Place, needle: number): Read | null {
  const decoded = chainAround(text, at + (FORMS[needle]?.[1] ?? 0), DECIMAL, [FIRST, SECOND]);
  return decoded && readDecoded(decoded, "char-codes");
}

/** Characters as a chain of decimal numbers. */
export const CODE_ANCHORS: readonly Anchor[] = [{ needles: FORMS.map(([form]) => Buffer.from(form, "latin1")), read }];
