import { MARKER } from "../../domain/key-grammar.ts";
import { countSteps } from "../steps/steps.ts";
import { isBoundary, isKeyByte } from "./boundary.ts";
import { LONGEST_BODY, SHORTEST_BODY } from "./families.ts";
import { addReadings, type KeySpan, readKeyAt } from "./key-reading.ts";
import { findStrippedKey } from "./stripped-key.ts";

const marker = Buffer.from(MARKER, "latin1");

/** At most this many bytes on either side of a marker are read: two keys that are glued, and an escape. */
export const REACH = 4 * LONGEST_BODY;

/**
 * The key around a marker at `at`, or null. `floor` is where the previous key ended, which is as good a boundary as
 * any stop; a key may begin before it, in what was only taken for one. Reads a bounded range of the text, so that its
 * cost does not depend on the text.
 */
export function findKeyAround(text: Buffer, at: number, floor: number): KeySpan | null {
  const left = findRunStart(text, at, findPreviousMarkerEnd(text, at));
  const markerEnd = at + MARKER.length;
  const { right, isCut } = findTailEnd(text, markerEnd);
  countSteps(STEPS_A_MARKER + right - left);
  const span = findKeyInRun(text, { left, at, right }, floor);
  const next = span ? findOverlappingKey(text, markerEnd, span.end) : null;
  if (span === null || next === null) return span && (isCut ? withoutEnd(span, right) : span);
  // Either this key is cut and the next one is whole, or the other way round: the whole reading stays an alternative.
  const cut = findKeyInRun(text, { left, at, right: next }, floor);
  if (cut === null) return null;
  const whole = { ...span, alternatives: [] };
  return withoutEnd(span.confidence === "suspected" ? cut : addReadings(cut, [whole]), isCut ? right : -1);
}

/** A key has one marker, and begins behind the one before. */
function findPreviousMarkerEnd(text: Buffer, at: number): number {
  const bottom = Math.max(0, at - LONGEST_BODY);
  const before = text.subarray(Math.max(0, bottom - MARKER.length), at).lastIndexOf(marker);
  return Math.max(bottom, before < 0 ? 0 : Math.max(0, bottom - MARKER.length) + before + MARKER.length);
}

/** Where the characters behind a marker end that may belong to its key; `isCut`: another marker stands there. */
function findTailEnd(text: Buffer, markerEnd: number): { right: number; isCut: boolean } {
  const right = findRunEnd(text, markerEnd);
  const ahead = text.subarray(markerEnd, right + MARKER.length - 1).indexOf(marker);
  return ahead < 0 ? { right, isCut: false } : { right: markerEnd + ahead, isCut: true };
}

/** Without the alternatives that reach to the next marker: that is not where a key ends. */
function withoutEnd(span: KeySpan, right: number): KeySpan {
  return { ...span, alternatives: span.alternatives.filter(({ end }) => end !== right) };
}

const STEPS_A_MARKER = 100;
const STEPS_A_READING = 300;

type MarkerRun = { left: number; at: number; right: number };

function findKeyInRun(text: Buffer, { left, at, right }: MarkerRun, floor: number): KeySpan | null {
  if (at - left < SHORTEST_BODY || right - at - MARKER.length < SHORTEST_BODY) return null;

  countSteps(STEPS_A_MARKER);
  const readings: { span: KeySpan; worth: number }[] = [];
  // From the nearest `sk-` to the furthest: of two that are equally sure, the nearer one counts.
  for (let start = at - SHORTEST_BODY - 3; start >= left; start -= 1) {
    const span = isPrefix(text, start) ? readKeyAt(text, { start, at, right }) : null;
    if (!span) continue;
    countSteps(STEPS_A_READING);
    const isBounded = start === floor || isBoundary(text, start);
    const worth = (isBounded ? BOUNDED : UNBOUNDED)[span.confidence];
    readings.push({ span: isBounded || isPlainStart(span) ? span : suspect(span), worth });
  }
  const [best, ...others] = readings.toSorted((a, b) => b.worth - a.worth);
  if (best)
    return addReadings(
      best.span,
      others.filter(({ worth }) => worth >= UNBOUNDED.likely).map(({ span }) => span),
    );
  return findStrippedKey(text, { left: Math.max(left, floor), at, right });
}

/**
 * Whether it is plain where a key begins, whatever is glued to it: in string tables, database cells and behind the byte
 * of a length, letters and digits stand directly before it. A whole known shape says so by its lengths, and a word for
 * the kind by itself; a bare `sk-` may be the end of `task-`.
 */
function isPlainStart({ kind, confidence }: KeySpan): boolean {
  return confidence === "certain" || (confidence === "likely" && kind !== "user" && kind !== "named");
}

const SUSPECTED = { kind: "suspected", confidence: "suspected" } as const;

function suspect(span: KeySpan): KeySpan {
  return {
    ...span,
    ...SUSPECTED,
    alternatives: span.alternatives.map((one) => (one.confidence === "certain" ? one : { ...one, ...SUSPECTED })),
  };
}

/** How readings of one marker are ranked, after a boundary and after a letter or digit. */
const BOUNDED = { certain: 6, likely: 4, suspected: 2 } as const;
const UNBOUNDED = { certain: 5, likely: 3, suspected: 1 } as const;

function isPrefix(text: Buffer, at: number): boolean {
  return text[at] === 0x73 && text[at + 1] === 0x6b && text[at + 2] === 0x2d;
}

/** Where the key characters before `end` begin. */
function findRunStart(text: Buffer, end: number, bottom: number): number {
  let start = end;
  while (start > bottom && isKeyByte(text[start - 1])) start -= 1;
  return start;
}

/** Where the key characters from `start` on end. */
function findRunEnd(text: Buffer, start: number): number {
  const limit = Math.min(text.length, start + LONGEST_BODY);
  let end = start;
  while (end < limit && isKeyByte(text[end])) end += 1;
  return end;
}

/**
 * Where the next key begins within a key that reads from `markerEnd` to `end`: the first is then cut
 * short. Null where the next key can as well begin at `end` or later, since both are whole then: `…sk-` followed by
 * `sk-…` is the end of one key, a hyphen and another key, although `sk-sk-…` could be a key with the name `sk`.
 */
function findOverlappingKey(text: Buffer, markerEnd: number, end: number): number | null {
  for (let start = markerEnd; start < end; start += 1) {
    const at = isPrefix(text, start) ? findMarkerOfWholeKey(text, start) : null;
    if (at !== null) return isWholeBehind(text, end, at) ? null : start;
  }
  return null;
}

/** Whether a key of a known shape with its marker at `at` begins at `from`, or after a boundary that follows. */
function isWholeBehind(text: Buffer, from: number, at: number): boolean {
  for (let start = from; start < at; start += 1) {
    const isStart = isPrefix(text, start) && (start === from || isBoundary(text, start));
    if (isStart && findMarkerOfWholeKey(text, start) === at) return true;
  }
  return false;
}

/** The marker of the key of a known shape that begins at `start`; null where none does. */
function findMarkerOfWholeKey(text: Buffer, start: number): number | null {
  const ahead = text.subarray(start, start + LONGEST_BODY + MARKER.length).indexOf(marker);
  const at = start + ahead;
  if (ahead < 0 || findRunEnd(text, start) < at) return null;
  const reading = readKeyAt(text, { start, at, right: findRunEnd(text, at + MARKER.length) });
  return reading?.confidence === "certain" ? at : null;
}
