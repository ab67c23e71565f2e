import { findWords, PLACEHOLDER_WORDS } from "./placeholder-words.ts";
import { ALPHABET, DOWNWARDS, KEYBOARD, measureLongestRun, SAME, toCodes, UPWARDS } from "./sequences.ts";

/** What shows that a text is not random. */
export type PatternKind =
  /** One character many times in a row. */
  | "run"
  /** Characters in the order of the alphabet, of the digits or of a keyboard, also with others between them. */
  | "order"
  /** A part that is repeated. */
  | "repetition"
  /** Few different characters. */
  | "variety"
  /** Words that people write into placeholders. */
  | "words";

/**
 * A pattern in a text that random text hardly has. `bits` says how strong it is: a random text of this length, of
 * base64url, has a pattern of this kind as strong as this with a probability of at most about 2^-bits.
 */
export type Pattern = { kind: PatternKind; bits: number };

/** The bits of one character of base64url. Short keys have 62 characters in place of 64: 5.95 bits. */
const CHARACTER = 6;

/** This character stands between the bodies, so that no pattern reaches over the marker. */
const GAP = " ";

/** The patterns in the bodies of a key, the strongest of each kind; each word by itself. */
export function findPatterns([head, tail]: readonly [string, string]): readonly Pattern[] {
  const text = `${head}${GAP}${tail}`;
  const codes = toCodes(text);
  const patterns = [
    measureRun(codes),
    findSequence(codes, toCodes(text.toLowerCase())),
    measureSteps(codes),
    findRepetition(codes),
    measureVariety(codes),
  ];
  return [...patterns.filter((sign) => sign !== null), ...findWordPatterns(text)];
}

/** The bits that are left of `bits` when there are this many places and ways to have them. */
function discountWays(bits: number, ways: number): number {
  return bits - Math.log2(ways);
}

/** A run of four raises a doubt, one of six is proof. */
function measureRun(codes: Uint8Array): Pattern {
  return { kind: "run", bits: discountWays(CHARACTER * measureLongestRun(codes, SAME, 1), codes.length) };
}

/** What people type without looking. */
const SEQUENCES = [UPWARDS, DOWNWARDS, KEYBOARD];

/**
 * `abcdef` with lag 1, `a1b2c3` with lag 2, `aA1bB2` with lag 3. Also in small letters and capitals by turns, where a
 * character has one bit less.
 */
function findSequence(exact: Uint8Array, folded: Uint8Array): Pattern | null {
  const ways = SEQUENCES.length * exact.length;
  let most = 0;
  for (const order of SEQUENCES) {
    most = Math.max(most, discountWays(CHARACTER * measureLongestRun(exact, order, 1), ways));
    for (const lag of [1, 2, 3]) {
      most = Math.max(most, discountWays((CHARACTER - 1) * measureLongestRun(folded, order, lag), 3 * ways));
    }
  }
  return most >= PATTERN ? { kind: "order", bits: most } : null;
}

/**
 * Sequences and repetitions with fewer bits are too common to count: one random body in some hundreds has one of ten
 * bits.
 */
const PATTERN = 15;

/** Many short sequences: `abcd1234efgh`. */
function measureSteps(codes: Uint8Array): Pattern | null {
  let count = 0;
  for (let at = 1; at < codes.length; at += 1) {
    const next = UPWARDS[codes[at - 1] ?? 0];
    if (next !== 0 && next === codes[at]) count += 1;
  }
  const bits = computeRarity(count, codes.length / ALPHABET.length);
  return bits >= PATTERN ? { kind: "order", bits } : null;
}

/** The bits of `count` or more independent events where `mean` are expected (Poisson). */
function computeRarity(count: number, mean: number): number {
  if (count <= mean) return 0;
  let [term, sum] = [1, 0];
  for (let n = 1; n <= count + 40; n += 1) {
    term *= mean / n;
    if (n >= count) sum += term;
  }
  return mean / Math.LN2 - Math.log2(sum);
}

/** Parts of this length are looked for first: five characters of six bits each, in one number. */
const PART = 5;

/** A part that is repeated further on. */
function findRepetition(codes: Uint8Array): Pattern | null {
  const seen = new PartTable(codes.length);
  let [part, most] = [0, 0];
  for (let at = 0, count = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? 0;
    count = code === 0 ? 0 : count + 1;
    part = ((part << CHARACTER) | (code - 1)) & (2 ** (PART * CHARACTER) - 1);
    if (count < PART) continue;
    const before = seen.recall(part, at);
    if (before !== null) most = Math.max(most, PART + countEqualAfter(codes, before, at));
  }
  return most > 0 ? { kind: "repetition", bits: discountWays(CHARACTER * most, codes.length ** 2 / 2) } : null;
}

/** Where each part stands first. A `Map` takes three times as long for the hundred parts of a key. */
class PartTable {
  readonly #parts: Int32Array;
  readonly #places: Int32Array;
  readonly #mask: number;

  /** `most`: how many parts there may be. */
  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * most + 2));
    [this.#parts, this.#places] = [new Int32Array(size), new Int32Array(size)];
    this.#mask = size - 1;
  }

  /** Where a part was seen first; null, and it is noted with its place, where it was not. */
  recall(part: number, place: number): number | null {
    let slot = (Math.imul(part, 0x9e3779b1) >>> 15) & this.#mask;
    // No part stands at place 0: it is behind its own beginning.
    while (this.#places[slot] !== 0) {
      if (this.#parts[slot] === part) return this.#places[slot] ?? null;
      slot = (slot + 1) & this.#mask;
    }
    this.#parts[slot] = part;
    this.#places[slot] = place;
    return null;
  }
}

function countEqualAfter(codes: Uint8Array, first: number, second: number): number {
  let length = 0;
  while (second + length + 1 < codes.length && codes[first + length + 1] === codes[second + length + 1]) length += 1;
  return length;
}

/**
 * A key has at least this many different characters. A higher bound would drop a new kind of key with a smaller
 * alphabet, such as hex.
 */
const FEW = 12;

/** The bound is the union over all alphabets of that many characters. */
function measureVariety(codes: Uint8Array): Pattern | null {
  const kinds = countDistinct(codes) - 1;
  if (kinds >= FEW) return null;
  let alphabets = 0;
  for (let n = 0; n < kinds; n += 1) alphabets += Math.log2((ALPHABET.length - n) / (n + 1));
  return { kind: "variety", bits: (codes.length - 1) * (CHARACTER - Math.log2(Math.max(kinds, 1))) - alphabets };
}

function countDistinct(codes: Uint8Array): number {
  const seen = new Uint8Array(ALPHABET.length + 1);
  let count = 0;
  for (const code of codes) {
    if (seen[code] === 0) count += 1;
    seen[code] = 1;
  }
  return count;
}

/** Ways to write a word: small, in capitals, with one capital. */
const WRITINGS = 3;

/** A longer word has more bits, and a word that begins the body has more. */
function findWordPatterns(text: string): readonly Pattern[] {
  return findWords(text).map(({ at, length }) => {
    const ways = WRITINGS * (COUNTS.get(length) ?? 1) * (at === 0 ? 1 : text.length);
    return { kind: "words", bits: discountWays(CHARACTER * length, ways) };
  });
}

/** How many words there are of a length. */
const COUNTS = new Map<number, number>();
for (const { length } of PLACEHOLDER_WORDS) COUNTS.set(length, (COUNTS.get(length) ?? 0) + 1);
