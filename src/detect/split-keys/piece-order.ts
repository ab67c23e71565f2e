/** A range of a text that may be a part of a key, with the name of its variable or field; null where it has none. */
export type Piece = { start: number; end: number; name: string | null };

/** At most this many pieces are taken on either side of a piece. */
export const MOST_PIECES = 48;

/**
 * The pieces whose names differ in their number alone, then all: in the order of their numbers, as they stand, and
 * reversed. Of each order what belongs to one key.
 */
export function listOrders(text: string, pieces: readonly Piece[], own: number): readonly (readonly Piece[])[] {
  const ownName = pieces.find(({ start, end }) => start <= own && own < end)?.name ?? null;
  const alike = pieces.filter(({ name }) => withoutNumber(name) === withoutNumber(ownName));
  const orders = [...(alike.length < pieces.length ? [sortByNumber(alike)] : []), sortByNumber(pieces), pieces];
  return [...orders, pieces.toReversed()].map((order) => trimToKey(text, order, own));
}

function withoutNumber(name: string | null): string | null {
  return name === null ? null : name.replaceAll(/\d+/g, "");
}

/** None where not all have a number of their own. */
function sortByNumber(pieces: readonly Piece[]): readonly Piece[] {
  const numbers = pieces.map(({ name }) => readPartNumber(name));
  const isNumbered = numbers.every((number) => number !== null) && new Set(numbers).size === pieces.length;
  return isNumbered ? pieces.toSorted((a, b) => (readPartNumber(a.name) ?? 0) - (readPartNumber(b.name) ?? 0)) : [];
}

/** The pieces of the key that holds the place `own`: from where a key begins to where the next one does. */
export function trimToKey(text: string, pieces: readonly Piece[], own: number): readonly Piece[] {
  const index = pieces.findIndex(({ start, end }) => start <= own && own < end);
  if (index < 0) return [];
  const first = pieces.findLastIndex((piece, at) => at <= index && isKeyStart(text, piece, pieces[at + 1]));
  const next = pieces.findIndex((piece, at) => at > index && isKeyStart(text, piece, pieces[at + 1]));
  return pieces.slice(Math.max(first, 0), next < 0 ? pieces.length : next);
}

/** How a key begins as it is, in base64 and in hexadecimal. */
const BEGINNING = /(?:^|[^A-Za-z0-9])(?:sk-|c2st|736[bB]2[dD])/;

/** Whether a key begins in a piece, or between it and the next. */
function isKeyStart(text: string, { start, end }: Piece, next: Piece | undefined): boolean {
  const own = text.slice(start, end);
  if (BEGINNING.test(own)) return true;
  const [, cut] = /(?:^|[^A-Za-z0-9])(sk?)$/.exec(own) ?? [];
  return cut !== undefined && next !== undefined && text.startsWith("sk-".slice(cut.length), next.start);
}

/** Words that number the parts of a thing, in order. */
const PART_WORDS = [
  ["prefix", "head", "start", "begin", "left"],
  ["first", "one"],
  ["second", "two"],
  ["third", "three"],
  ["fourth", "four"],
  ["middle", "mid", "center", "body"],
  ["rest", "last", "suffix", "tail", "end", "right"],
];

/** The number that a name gives to a part: `part2`, `KEY_2_OF_3`, `keyB`, `second_half`; null where it gives none. */
function readPartNumber(name: string | null): number | null {
  if (name === null) return null;
  const [, digits] = /(\d{1,3})(?:_?of_?\d+)?\D{0,16}$/i.exec(name) ?? [];
  if (digits !== undefined) return Number(digits);
  const words = splitWords(name);
  const place = PART_WORDS.findIndex((some) => some.some((word) => words.includes(word)));
  if (place >= 0) return place;
  const letter = words.at(-1) ?? "";
  return letter.length === 1 ? letter.charCodeAt(0) : null;
}

/** Whether two names differ in nothing but the number of the part. */
export function areRelated(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && /[A-Za-z]/.test(one + other) && readStem(one) === readStem(other);
}

const NUMBERING = new Set(PART_WORDS.flat());

function readStem(name: string): string {
  return splitWords(name)
    .filter((word) => word.length > 1 && !NUMBERING.has(word) && !/^\d+$/.test(word))
    .join(" ");
}

/** `KEY_PART_2` and `keyPart2` are key, part, 2. */
function splitWords(name: string): readonly string[] {
  const spaced = name.replaceAll(/([a-z])([A-Z])/g, "$1 $2").replaceAll(/([A-Za-z])(?=\d)/g, "$1 ");
  return spaced
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}
