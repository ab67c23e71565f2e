import type { Confidence, KeyKind } from "../../domain/candidate.ts";
import { MARKER } from "../../domain/key-grammar.ts";
import { isWordByte } from "./boundary.ts";
import {
  FAMILIES,
  hasLongKeyEnding,
  type KeyFamily,
  LONGEST_BODY,
  NAME,
  NAMED_FAMILY,
  SHORT_BODY,
  SHORTEST_BODY,
} from "./families.ts";

/** A part of a text, in bytes. */
export type ByteRange = { start: number; end: number };

/** A key in a text: where it begins and ends, of what kind it is, and how sure that is. */
export type KeySpan = ByteRange & {
  kind: KeyKind;
  confidence: Confidence;
  /** Where else the same key may begin and end, the likeliest first: mostly nowhere, and at most `MOST_ALTERNATIVES`. */
  alternatives: readonly ByteRange[];
};

/** Where to look for a key: its `sk-` at `start`, its marker at `at`, and key characters behind that up to `right`. */
export type KeyPosition = { start: number; at: number; right: number };

/** Each alternative is one more text that may be asked about: what is left out is less likely than these. */
const MOST_ALTERNATIVES = 3;

/** The higher the surer. */
const RANK = { certain: 3, likely: 2, suspected: 1 } as const satisfies Record<Confidence, number>;

/**
 * The key that stands at a place of a text, as far as prefix, marker and lengths tell; null when they tell of none. More
 * may follow it without a stop, another key or a `-backup`: the distance from prefix to marker says how long it is.
 */
export function readKeyAt(text: Buffer, place: KeyPosition): KeySpan | null {
  if (place.at - place.start < SHORTEST_BODY) return null;
  const head = text.toString("latin1", place.start, place.at);
  const family = FAMILIES.find(({ prefix }) => head.startsWith(prefix));
  if (!family) return null;
  const whole = fitLengths(text, family, place, head.length - family.prefix.length);
  if (family.kind !== "user") return whole;
  // Behind a bare `sk-` may stand a name, and then only the body's length tells where it ends.
  const named = (before: number) =>
    NAME.test(head.slice(family.prefix.length, -before)) ? fitLengths(text, NAMED_FAMILY, place, before) : null;
  const even = place.right - place.at - MARKER.length;
  // What ends with its run where its first side says is whole, however well a part of it would fit.
  if (whole && whole.confidence !== "suspected" && whole.end === place.right)
    return pickSurest([whole], [named(SHORT_BODY)]);
  const read = pickSurest([whole, named(SHORT_BODY), named(even)]);
  // With more glued to it, not even that is known: then the last hyphen is taken for the end of the name.
  return read && read.confidence !== "suspected"
    ? read
    : pickSurest([read, named(head.length - 1 - head.lastIndexOf("-"))]);
}

/** The first of the surest readings, with the rest and `others` as its alternatives, where they are no mere suspicion. */
function pickSurest(spans: readonly (KeySpan | null)[], others: readonly (KeySpan | null)[] = []): KeySpan | null {
  const known = spans.filter((span) => span !== null);
  const [best, ...rest] = known.toSorted((one, other) => RANK[other.confidence] - RANK[one.confidence]);
  if (!best) return null;
  const alike = [...rest, ...others].filter((span) => span !== null);
  return addReadings(
    best,
    alike.filter(({ confidence }) => confidence !== "suspected"),
  );
}

/** A reading with others of the same marker as its alternatives, and theirs. */
export function addReadings(best: KeySpan, others: readonly KeySpan[]): KeySpan {
  return addAlternatives(best, [...others, ...best.alternatives, ...others.flatMap((other) => other.alternatives)]);
}

function addAlternatives(span: KeySpan, others: readonly ByteRange[]): KeySpan {
  const alternatives: ByteRange[] = [];
  for (const { start, end } of others) {
    const isKnown = [span, ...alternatives].some((known) => known.start === start && known.end === end);
    if (!isKnown && alternatives.length < MOST_ALTERNATIVES) alternatives.push({ start, end });
  }
  return { ...span, alternatives };
}

/** The key, if the body before its marker is `before` characters long. */
function fitLengths(
  text: Buffer,
  { kind, lengths }: Omit<KeyFamily, "prefix">,
  place: KeyPosition,
  before: number,
): KeySpan | null {
  const { start, at, right } = place;
  const behind = at + MARKER.length;
  const isShort = before === SHORT_BODY;
  const after = (isShort ? findWordEnd(text, behind, right) : right) - behind;
  const paired = lengths.find(([one]) => one === before)?.[1];
  const isWhole = !isShort || findWordEnd(text, at - before, at) === at;
  if (paired !== undefined && after >= paired && isWhole) {
    const whole: KeySpan = { start, end: behind + paired, kind, confidence: "certain", alternatives: [] };
    // It may be of a length that is not known yet, and what looks glued to it be its own.
    return after < LONGEST_BODY ? addAlternatives(whole, [{ start, end: behind + after }]) : whole;
  }

  if (before < SHORTEST_BODY || after < SHORTEST_BODY) return null;
  // The sides of a key are equal, or the second is one longer. What is left of a cut key is not.
  const lostStart = paired === undefined && lengths.some(([one, other]) => one > before && other === after);
  if (lostStart || after < before || !isWhole) {
    const end = behind + (lostStart ? after : Math.min(before, after));
    return { start, end, kind: "suspected", confidence: "suspected", alternatives: [] };
  }
  const [end = behind + Math.min(before, after), ...others] = listEnds(text, behind, before, after);
  const likely: KeySpan = { start, end, kind, confidence: "likely", alternatives: [] };
  return addAlternatives(
    likely,
    others.map((other) => ({ start, end: other })),
  );
}

/** Where a key of unknown lengths may end, the likeliest first: as long as its first side, one longer, or where all does. */
function listEnds(text: Buffer, behind: number, before: number, after: number): readonly number[] {
  const lengths = after === before + 1 ? [after, before] : [before, before + 1, after];
  const ends = lengths.filter((length) => length <= after && length < LONGEST_BODY).map((length) => behind + length);
  const fits = (end: number) => Number(hasLongKeyEnding(text, behind, end));
  return ends.toSorted((one, other) => fits(other) - fits(one));
}

/** Where the letters and digits that begin at `start` end. */
function findWordEnd(text: Buffer, start: number, limit: number): number {
  let end = start;
  while (end < limit && isWordByte(text[end])) end += 1;
  return end;
}
