import type { Confidence, KeyKind } from "../domain/candidate.ts";
import { isWordByte } from "./boundary.ts";
import { FAMILIES, type Family, MARKER, NAME, NAMED, SHORT_SIDE, SHORTEST_SIDE } from "./shapes.ts";

/** A key in a text: where it begins and ends, of what kind it is, and how sure that is. */
export type Span = { start: number; end: number; kind: KeyKind; confidence: Confidence };

/** Where to look for a key: its `sk-` at `start`, its marker at `at`, and key characters behind that up to `right`. */
export type Place = { start: number; at: number; right: number };

/** The higher the surer. */
const RANK = { certain: 3, likely: 2, suspected: 1 } as const satisfies Record<Confidence, number>;

/**
 * The key that stands at a place of a text, as far as prefix, marker and lengths tell; null when they tell of none. More
 * may follow it without a stop, another key or a `-backup`: the distance from prefix to marker says how long it is.
 */
export function readingAt(text: Buffer, place: Place): Span | null {
  if (place.at - place.start < SHORTEST_SIDE) return null;
  const head = text.toString("latin1", place.start, place.at);
  const family = FAMILIES.find(({ prefix }) => head.startsWith(prefix));
  if (!family) return null;
  const whole = fitted(text, family, place, head.length - family.prefix.length);
  if (family.kind !== "user") return whole;
  // Behind a bare `sk-` may stand a name, and then only the body's length tells where it ends.
  const even = place.right - place.at - MARKER.length;
  const named = [SHORT_SIDE, even]
    .filter((before) => NAME.test(head.slice(family.prefix.length, -before)))
    .map((before) => fitted(text, NAMED, place, before));
  return surest([whole, ...named]);
}

/** The first of the surest. */
function surest(spans: readonly (Span | null)[]): Span | null {
  return spans.reduce((best, span) => (span && (!best || RANK[span.confidence] > RANK[best.confidence]) ? span : best));
}

/** The key, if the body before its marker is `before` characters long. */
function fitted(
  text: Buffer,
  family: Omit<Family, "prefix">,
  { start, at, right }: Place,
  before: number,
): Span | null {
  const { kind, sides } = family;
  const behind = at + MARKER.length;
  const isShort = before === SHORT_SIDE;
  const after = (isShort ? endOfWord(text, behind, right) : right) - behind;
  const paired = sides.find(([one]) => one === before)?.[1];
  const isWhole = !isShort || endOfWord(text, at - before, at) === at;
  if (paired !== undefined && after >= paired && isWhole) {
    return { start, end: behind + paired, kind, confidence: "certain" };
  }

  if (before < SHORTEST_SIDE || after < SHORTEST_SIDE) return null;
  // The sides of a key are equal, or the second is one longer. What is left of a cut key is not.
  const lostStart = paired === undefined && sides.some(([one, other]) => one > before && other === after);
  if (lostStart || after < before || !isWhole) {
    const end = behind + (lostStart ? after : Math.min(before, after));
    return { start, end, kind: "suspected", confidence: "suspected" };
  }
  return { start, end: behind + (after === before + 1 ? after : before), kind, confidence: "likely" };
}

/** Where the letters and digits that begin at `start` end. */
function endOfWord(text: Buffer, start: number, limit: number): number {
  let end = start;
  while (end < limit && isWordByte(text[end])) end += 1;
  return end;
}
