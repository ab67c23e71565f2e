/** Each character as its place in the alphabet of base64url, from 1 on; 0 for any other. */
export function toCodes(text: string): Uint8Array {
  const codes = new Uint8Array(text.length);
  for (let at = 0; at < codes.length; at += 1) codes[at] = CODES[text.charCodeAt(at) & 0x7f] ?? 0;
  return codes;
}

/** Base64url, of which keys are made. */
export const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const CODES = new Uint8Array(128);
for (let at = 0; at < ALPHABET.length; at += 1) CODES[ALPHABET.charCodeAt(at)] = at + 1;

/** By the code of a character, the code of the one that follows it in some order; 0 where none does. */
export type Sequence = Uint8Array;

function createSequence(...rows: readonly string[]): Sequence {
  const next = new Uint8Array(ALPHABET.length + 1);
  for (const row of rows.flatMap((one) => [one, one.toUpperCase()])) {
    const codes = toCodes(row);
    for (let at = 1; at < codes.length; at += 1) next[codes[at - 1] ?? 0] = codes[at] ?? 0;
  }
  return next;
}

/** Each by itself: for runs of one character. */
export const SAME = createSequence(...Array.from(ALPHABET, (character) => character.repeat(2)));
/** Letters and digits as they are counted, the first behind the last. */
export const UPWARDS = createSequence("abcdefghijklmnopqrstuvwxyza", "01234567890");
/** The same, backwards. */
export const DOWNWARDS = createSequence("zyxwvutsrqponmlkjihgfedcbaz", "98765432109");
/** The rows of letters on a keyboard. */
export const KEYBOARD = createSequence("qwertyuiop", "asdfghjkl", "zxcvbnm");

/** How often in a row a character is followed, `lag` places further on, by its next one: at the most. */
export function measureLongestRun(codes: Uint8Array, order: Sequence, lag: number): number {
  let [most, count] = [0, 0];
  for (let at = lag; at < codes.length; at += 1) {
    const next = order[codes[at - lag] ?? 0];
    count = next !== 0 && next === codes[at] ? count + 1 : 0;
    if (count > most) most = count;
  }
  return most;
}
