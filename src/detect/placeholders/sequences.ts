/** Each character as its place in the alphabet of base64url, counted from 1; 0 for any other. */
export function toCodes(text: string): Uint8Array {
  const codes = new Uint8Array(text.length);
  for (let at = 0; at < codes.length; at += 1) codes[at] = CODES[text.charCodeAt(at) & 0x7f] ?? 0;
  return codes;
}

/** Base64url, of which keys are made. */
export const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const CODES = new Uint8Array(128);
for (let at = 0; at < ALPHABET.length; at += 1) CODES[ALPHABET.charCodeAt(at)] = at + 1;

/** For the code of each character, the code of the next one in a sequence; 0 where there is none. */
export type Sequence = Uint8Array;

function createSequence(...rows: readonly string[]): Sequence {
  const next = new Uint8Array(ALPHABET.length + 1);
  for (const row of rows.flatMap((row) => [row, row.toUpperCase()])) {
    const codes = toCodes(row);
    for (let at = 1; at < codes.length; at += 1) next[codes[at - 1] ?? 0] = codes[at] ?? 0;
  }
  return next;
}

/** Each by itself: for runs of one character. */
export const SAME = createSequence(...Array.from(ALPHABET, (character) => character.repeat(2)));
/** Letters and digits in order, the first after the last. */
export const UPWARDS = createSequence("abcdefghijklmnopqrstuvwxyza", "01234567890");
/** The same, backwards. */
export const DOWNWARDS = createSequence("zyxwvutsrqponmlkjihgfedcbaz", "98765432109");
/** The rows of letters on a keyboard. */
export const KEYBOARD = createSequence("qwertyuiop", "asdfghjkl", "zxcvbnm");

/** The longest run of characters that are each followed, `lag` places further on, by the next one of the sequence. */
export function measureLongestRun(codes: Uint8Array, order: Sequence, lag: number): number {
  let [most, count] = [0, 0];
  for (let at = lag; at < codes.length; at += 1) {
    const next = order[codes[at - lag] ?? 0];
    count = next !== 0 && next === codes[at] ? count + 1 : 0;
    if (count > most) most = count;
  }
  return most;
}
