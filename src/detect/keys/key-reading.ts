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

/** One way to read the key at a place: where it begins and ends, and what it then is. */
export type SpanReading = ByteRange & { kind: KeyKind; confidence: Confidence };

/** A key in a text, its kind, and how sure that is. */
export type KeySpan = SpanReading & {
  /** Where else the same key may begin and end, the likeliest first: mostly none, and a bounded number. */
  alternatives: readonly SpanReading[];
};

/** Where to look for a key: its `sk-` at `start`, its marker at `at`, and key characters after that up to `right`. */
export type KeyPosition = { start: number; at: number; right: number };

/**
 * Each alternative is one more text that may be tried. Of those that are no whole known shape, and of named keys, which
 * may begin at any `sk-`, so many are kept, the likeliest. The other known shapes are few, and all are kept: nobody shall
 * hide one behind others.
 */
const MOST_ALTERNATIVES = 3;

/** The higher the surer. */
const RANK = { certain: 3, likely: 2, suspected: 1 } as const satisfies Record<Confidence, number>;

/**
 * The key at a place of a text, by its prefix, marker and lengths; null where these fit no key. More text
 * may follow without a stop, another key or a `-backup`: the distance from prefix to marker says how long the key is.
 */
export function readKeyAt(text: Buffer, place: KeyPosition): KeySpan | null {
  if (place.at - place.start < SHORTEST_BODY) return null;
  const head = text.toString("latin1", place.start, place.at);
  const family = FAMILIES.find(({ prefix }) => head.startsWith(prefix));
  if (!family) return null;
  const whole = fitLengths(text, family, place, head.length - family.prefix.length);
  if (family.kind !== "user") return whole;
  // A name may follow a bare `sk-`, and then only the length of the body tells where it ends.
  const named = (before: number) =>
    NAME.test(head.slice(family.prefix.length, -before)) ? fitLengths(text, NAMED_FAMILY, place, before) : null;
  const even = place.right - place.at - MARKER.length;
  // A run that ends exactly where its first body says is one key, however well a part of it would fit.
  if (whole && whole.confidence !== "suspected" && whole.end === place.right)
    return pickSurest([whole], [named(SHORT_BODY)]);
  const read = pickSurest([whole, named(SHORT_BODY), named(even)]);
  // With more text glued to it, the last hyphen is taken for the end of the name.
  return read && read.confidence !== "suspected"
    ? read
    : pickSurest([read, named(head.length - 1 - head.lastIndexOf("-"))]);
}

/**
 * The first of the surest readings, with the rest and `others` as its alternatives, except those that are only
 * suspected.
 */
function pickSurest(spans: readonly (KeySpan | null)[], others: readonly (KeySpan | null)[] = []): KeySpan | null {
  const known = spans.filter((span) => span !== null);
  const [best, ...rest] = known.toSorted((a, b) => RANK[b.confidence] - RANK[a.confidence]);
  if (!best) return null;
  const alike = [...rest, ...others].filter((span) => span !== null);
  return addReadings(
    best,
    alike.filter(({ confidence }) => confidence !== "suspected"),
  );
}

/**
 * A reading with others of the same marker as its alternatives, and theirs. Those of a whole known shape come first, from
 * the nearest to the furthest beginning: what is planted further away comes after the key.
 */
export function addReadings(best: KeySpan, others: readonly KeySpan[]): KeySpan {
  const all = [...others, ...best.alternatives, ...others.flatMap((other) => other.alternatives)];
  const exact = all.filter(({ confidence }) => confidence === "certain").toSorted((a, b) => b.start - a.start);
  return addAlternatives(best, [...exact, ...all]);
}

function addAlternatives(span: KeySpan, others: readonly SpanReading[]): KeySpan {
  const alternatives: SpanReading[] = [];
  for (const { start, end, kind, confidence } of others) {
    const one = { start, end, kind, confidence };
    const isKnown = [span, ...alternatives].some((known) => known.start === start && known.end === end);
    const rivals = alternatives.filter((known) => classifyAlternative(known) === classifyAlternative(one));
    const isFull = classifyAlternative(one) !== "exact" && rivals.length >= MOST_ALTERNATIVES;
    if (!isKnown && !isFull) alternatives.push(one);
  }
  return { ...span, alternatives };
}

function classifyAlternative({ kind, confidence }: SpanReading): "exact" | "named" | "open" {
  if (confidence !== "certain") return "open";
  return kind === "named" ? "named" : "exact";
}

/** The key, if the body before its marker is `before` characters long. */
function fitLengths(
  text: Buffer,
  { kind, lengths }: Omit<KeyFamily, "prefix">,
  place: KeyPosition,
  before: number,
): KeySpan | null {
  const { start, at, right } = place;
  const markerEnd = at + MARKER.length;
  const isShort = before === SHORT_BODY;
  const after = (isShort ? findWordEnd(text, markerEnd, right) : right) - markerEnd;
  const paired = lengths.find(([known]) => known === before)?.[1];
  const isWhole = !isShort || findWordEnd(text, at - before, at) === at;
  if (paired !== undefined && after >= paired && isWhole) {
    const whole: KeySpan = { start, end: markerEnd + paired, kind, confidence: "certain", alternatives: [] };
    // The key may have a length that is not known yet, and include what looks glued to it.
    return after < LONGEST_BODY
      ? addAlternatives(whole, [{ start, end: markerEnd + after, kind, confidence: "likely" }])
      : whole;
  }

  if (before < SHORTEST_BODY || after < SHORTEST_BODY) return null;
  // The bodies of a key are equally long, or the second is one longer. Those of a cut key are not.
  const lostStart = paired === undefined && lengths.some(([first, second]) => first > before && second === after);
  if (lostStart || after < before || !isWhole) {
    const end = markerEnd + (lostStart ? after : Math.min(before, after));
    return { start, end, kind: "suspected", confidence: "suspected", alternatives: [] };
  }
  const [end = markerEnd + Math.min(before, after), ...others] = listEnds(text, markerEnd, before, after);
  const likely: KeySpan = { start, end, kind, confidence: "likely", alternatives: [] };
  return addAlternatives(
    likely,
    others.map((other) => ({ start, end: other, kind, confidence: "likely" })),
  );
}

/**
 * Where a key of unknown lengths may end, the likeliest first: with a second body as long as the first, one longer, or
 * with the run.
 */
function listEnds(text: Buffer, markerEnd: number, before: number, after: number): readonly number[] {
  const lengths = after === before + 1 ? [after, before] : [before, before + 1, after];
  const ends = lengths.filter((length) => length <= after && length < LONGEST_BODY).map((length) => markerEnd + length);
  const fits = (end: number) => Number(hasLongKeyEnding(text, markerEnd, end));
  return ends.toSorted((a, b) => fits(b) - fits(a));
}

/** Where the letters and digits from `start` on end. */
function findWordEnd(text: Buffer, start: number, limit: number): number {
  let end = start;
  while (end < limit && isWordByte(text[end])) end += 1;
  return end;
}
