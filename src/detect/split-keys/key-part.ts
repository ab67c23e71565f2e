import { KIND_WORDS, MARKER, readPrefix } from "../../domain/key-grammar.ts";
import { SHORTEST_BODY } from "../keys/families.ts";

/** The characters of keys, base64 and hexadecimal. */
const IN_PIECE = /[A-Za-z0-9+/_=-]/;

/** No piece is longer than this: a key with long bodies, in base64 twice. */
const LONGEST_PIECE = 1024;

/** Where the piece that ends at a place begins. */
export function findPieceStart(text: string, end: number): number {
  let start = end;
  while (end - start < LONGEST_PIECE && start > 0 && IN_PIECE.test(text[start - 1] ?? "")) start -= 1;
  // The letter of an escape is not a character of what follows it.
  const isEscape = start < end && text[start - 1] === "\\" && /[nrt]/.test(text[start] ?? "");
  return isEscape ? start + 1 : start;
}

/** Where the piece that begins at a place ends. */
export function findPieceEnd(text: string, start: number): number {
  let end = start;
  while (end - start < LONGEST_PIECE && end < text.length && IN_PIECE.test(text[end] ?? "")) end += 1;
  return end;
}

/** The prefix of a key, whole or cut. */
const PREFIX = new RegExp(`^s?k?-?(?:${KIND_WORDS})?-?$`);

/**
 * How often, at least, random letters and digits change between small letters, capitals and digits; and how often a
 * text does that has no capitals by chance, or is hexadecimal.
 */
const [CHANGES, CHANGES_OF_SMALL] = [0.28, 0.4];

/** Shorter texts are not judged: `gpt-4o` changes as often as random ones do. */
const SHORTEST = 8;

/**
 * Whether a text may be a part of a key, as it is or encoded, or the beginning of one. A name, a model or a word
 * beside a cut key must not make it whole again.
 */
export function isLikelyKeyPart(part: string): boolean {
  return (
    isPrefixPart(part) ||
    part.startsWith("sk-") ||
    (part.length >= SHORTEST && isMixed(part)) ||
    /^[0-9A-Fa-f]{16,}$/.test(part)
  );
}

/** Whether a text is what a key begins with, or a part of that. */
export function isPrefixPart(part: string): boolean {
  return PREFIX.test(part);
}

function isMixed(part: string): boolean {
  const classes = Array.from(part, classifyCharacter).filter((kind) => kind !== 0);
  const changes = classes.filter((kind, at) => at > 0 && kind !== classes[at - 1]).length;
  return changes >= (classes.includes(CAPITAL) ? CHANGES : CHANGES_OF_SMALL) * (classes.length - 1);
}

/**
 * Whether a text beside a part of a key may belong to it. A part that has all but the end of a key is reported as a
 * damaged key by itself: then only a text as long as the missing end counts.
 */
export function mayContinue(part: string, next: string): boolean {
  const missing = countMissing(part);
  return missing === null || (missing > MOST_LOST && (next.length === missing || next.length === missing + 1));
}

/** Whether a text beside a part of a key may be its end: it is as long as what is missing, where that can be told. */
export function mayEnd(part: string, next: string): boolean {
  const missing = countMissing(part);
  return missing === null || next.length === missing;
}

/** At most this many characters are lost by mistake when a key is copied. */
const MOST_LOST = 4;

/** How many characters are missing from a key that has its beginning, its marker and more; null for any other text. */
function countMissing(part: string): number | null {
  const at = part.indexOf(MARKER);
  const start = part.lastIndexOf("sk-", at);
  const after = part.length - at - MARKER.length;
  if (at < 0 || start < 0 || at - start < SHORTEST_BODY || after < SHORTEST_BODY) return null;
  const head = part.slice(start, at);
  const body = head.length - readPrefix(head).length;
  return Math.max(0, body - after);
}

const [DIGIT, CAPITAL, SMALL] = [1, 2, 3];

/** Digit, capital, small letter, or none of these. */
function classifyCharacter(character: string): number {
  if (character >= "0" && character <= "9") return DIGIT;
  if (character >= "A" && character <= "Z") return CAPITAL;
  return character >= "a" && character <= "z" ? SMALL : 0;
}
