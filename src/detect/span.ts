import type { Confidence, KeyKind } from "../domain/candidate.ts";
import { isBoundary, isKeyByte } from "./boundary.ts";
import { FAMILIES, type Family, LONGEST_SIDE, MARKER, SHORT_SIDE, SHORTEST_SIDE } from "./shapes.ts";

/** A key in a text: where it begins and ends, and how sure that is. */
export type Span = { start: number; end: number; kind: KeyKind; confidence: Confidence };

const RANK = { certain: 3, likely: 2, suspected: 1 } as const satisfies Record<Confidence, number>;

/**
 * The key around a marker at `at`, or null. Looks no further than the longest key on either side, so that its cost does
 * not depend on the text. The run of key characters around the marker may hold more than the key: another key glued to
 * it, or a `-backup` after it. The distance from prefix to marker says how long the rest must be. `floor` is where the
 * key before ended, which is as good a place to begin as any stop.
 */
export function spanAround(text: Buffer, at: number, floor: number): Span | null {
  const bottom = Math.max(0, floor, at - LONGEST_SIDE);
  let left = at;
  while (left > bottom && isKeyByte(text[left - 1])) left -= 1;
  const behind = at + MARKER.length;
  let right = behind;
  while (right < Math.min(text.length, behind + LONGEST_SIDE) && isKeyByte(text[right])) right += 1;

  let best: Span | null = null;
  // From the nearest prefix to the furthest: of two that are as sure, the nearer is the key's own.
  for (let start = at - 3; start >= left; start -= 1) {
    if (text[start] !== 0x73 || text[start + 1] !== 0x6b || text[start + 2] !== 0x2d) continue;
    const span = graded(text, { start, at, right, bounded: start === floor || isBoundary(text, start) });
    if (span && RANK[span.confidence] > (best ? RANK[best.confidence] : 0)) best = span;
    if (best?.confidence === "certain") break;
  }
  return best ?? withoutPrefix(text, left, at, right);
}

type Reach = { start: number; at: number; right: number; bounded: boolean };

function graded(text: Buffer, { start, at, right, bounded }: Reach): Span | null {
  const head = text.toString("latin1", start, at);
  const behind = at + MARKER.length;
  let best: Span | null = null;
  for (const family of FAMILIES) {
    const prefix = prefixOf(family, head);
    if (prefix === null) continue;
    const before = head.length - prefix.length;
    const after = right - behind;
    const span = fitted(text, family, { start, at, before, after });
    if (!span) continue;
    const seen: Span = bounded ? span : { ...span, kind: "suspected", confidence: "suspected" };
    if (RANK[seen.confidence] > (best ? RANK[best.confidence] : 0)) best = seen;
  }
  return best;
}

/** A name may hold hyphens, and so may not be told from a body but by the length that the body must have. */
function prefixOf({ kind, prefix, sides }: Family, head: string): string | null {
  const greedy = prefix.exec(head)?.[0];
  if (greedy === undefined) return null;
  if (kind !== "named" || greedy === "sk-None-") return greedy;
  const [before = SHORT_SIDE] = sides[0] ?? [];
  const named = head.slice(0, Math.max(0, head.length - before));
  return prefix.exec(named)?.[0] === named ? named : null;
}

type Around = { start: number; at: number; before: number; after: number };

function fitted(text: Buffer, { kind, sides }: Family, { start, at, before, after }: Around): Span | null {
  const behind = at + MARKER.length;
  const paired = sides.find(([one]) => one === before)?.[1];
  if (paired !== undefined && after >= paired && isBody(text, at - before, before) && isBody(text, behind, paired)) {
    return { start, end: behind + paired, kind, confidence: "certain" };
  }
  if (before < SHORTEST_SIDE || kind === "named") return null;
  // Sides of keys are equal, or the second is one longer. What is left of a cut key is shorter.
  if (paired === undefined && after >= before) {
    const whole = after === before + 1 ? after : before;
    return { start, end: behind + whole, kind, confidence: "likely" };
  }
  return after >= SHORTEST_SIDE
    ? { start, end: behind + Math.min(after, before), kind: "suspected", confidence: "suspected" }
    : null;
}

/** Short bodies hold letters and digits alone: a hyphen in one means that the text is cut at the wrong place. */
function isBody(text: Buffer, start: number, length: number): boolean {
  if (length !== SHORT_SIDE) return true;
  return !/[-_]/.test(text.toString("latin1", start, start + length));
}

/**
 * A key whose `sk-` was cut off: both bodies of a known length exactly, and nothing around them that base64 text is made
 * of. Without that, every picture and source map that says "OpenAI" would be one.
 */
function withoutPrefix(text: Buffer, left: number, at: number, right: number): Span | null {
  const behind = at + MARKER.length;
  const head = text.toString("latin1", left, at).replace(/^(?:k?-)?(?:(?:proj|svcacct|admin|None)-)?/, "");
  const [before, after] = [head.length, right - behind];
  const isKnown = FAMILIES.some(({ sides }) => sides.some(([one, other]) => one === before && other === after));
  const isBase64 = [text[left - 1], text[right]].some((byte) => byte === 0x2b || byte === 0x2f || byte === 0x3d);
  if (!isKnown || isBase64 || !isBody(text, at - before, before) || !isBody(text, behind, after)) return null;
  return { start: left, end: right, kind: "suspected", confidence: "suspected" };
}
