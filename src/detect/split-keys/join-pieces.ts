import { countSteps } from "../steps/steps.ts";
import { listUnframed, type UnframedText } from "./framed-lines.ts";
import { findPieceEnd, findPieceStart } from "./key-part.ts";
import { listOrders, type Piece, trimToKey } from "./piece-order.ts";
import { findJoinedLiterals, findNamedLiterals } from "./quoted-values.ts";
import { findUnquotedValues } from "./unquoted-values.ts";
import { findWrappedLines } from "./wrapped-lines.ts";

/** A text joined from pieces. `placeOf` says where one of its bytes stands in the original. */
export type JoinedText = { bytes: Buffer; placeOf: (at: number) => number };

/** Pieces are looked for this far to either side of a place. */
const WINDOW = 2048;

/** One more way to look for the pieces around a place. `join`: the texts that they give when they are joined. */
export type JoinAttempt = { isFramed: boolean; join: () => readonly JoinedText[] };

/**
 * What to try, one after the other, until a key is found; each costs about the same. First the text as it is, up to the
 * pieces of other keys and then beyond them, for a key that others stand within; then both without the frame of the
 * lines. Looks a bounded way to both sides, and at a bounded number of pieces, so that its cost does not depend on the
 * text.
 */
export function* listJoinAttempts(text: Buffer, at: number): Generator<JoinAttempt> {
  const windows = listReaches(text, at).map((reach) => openWindow(text, at, reach));
  for (const { bottom, window } of windows) {
    const asItIs = { text: window, own: at - bottom, placeOf: (place: number) => place };
    yield { isFramed: false, join: () => joinAll(asItIs, bottom) };
  }
  for (const { bottom, window } of windows) {
    for (const unframed of listUnframed(window, at - bottom).slice(0, MOST_FRAMES))
      yield { isFramed: true, join: () => joinAll(unframed, bottom) };
  }
}

/** A line has few frames; more are tried only of a text that was made for it. */
const MOST_FRAMES = 6;

const STEPS_A_JOIN = 2000;
const STEPS_A_TEXT = 500;
/** Of a text in which pieces are looked for in each way. */
const STEPS_A_CHARACTER = 6;

function joinAll({ text, own, placeOf }: UnframedText, bottom: number): readonly JoinedText[] {
  countSteps(STEPS_A_CHARACTER * text.length + STEPS_A_JOIN);
  const values = [findNamedLiterals(text, own), findUnquotedValues(text, own)];
  const lines = findWrappedLines(text, own);
  const all = [
    trimToKey(text, findJoinedLiterals(text, own), own),
    lines,
    withoutHyphens(text, lines),
    ...values.flatMap((pieces) => listOrders(text, pieces, own)),
  ];
  return withoutDuplicates(all).map((pieces) => joinPieces(text, pieces, (at) => bottom + placeOf(at)));
}

/** The lines of a text that was hyphenated: of its own a key has a hyphen at the end of a line now and then. */
function withoutHyphens(text: string, lines: readonly Piece[]): readonly Piece[] {
  const isCut = ({ end }: Piece, at: number) => at < lines.length - 1 && text[end - 1] === "-";
  return lines.map((line, at) => (isCut(line, at) ? { ...line, end: line.end - 1 } : line));
}

/** A range of a text. */
type Reach = { least: number; most: number };

/** As many other keys may stand within one that is in pieces. */
const MOST_BETWEEN = 12;

/**
 * The ranges in which the pieces of a key may stand. First up to where the same bytes stand again, which mostly belong to
 * another key; so each part of a text that is full of them is looked at twice at most. Then beyond a few such places.
 */
function listReaches(text: Buffer, at: number): readonly Reach[] {
  const digits = text.toString("latin1", at, at + HEX_TELLING);
  const telling = /^[0-9A-Fa-f]{6}$/.test(digits) ? HEX_TELLING : TELLING;
  const own = text.subarray(at, at + telling);
  const wide = { least: Math.max(0, at - WINDOW), most: Math.min(text.length, at + WINDOW) };
  const [before, after] = [text.subarray(wide.least, at), text.subarray(at + telling, wide.most)];
  const [last, next] = [before.lastIndexOf(own), after.indexOf(own)];
  const near = {
    least: last < 0 ? wide.least : wide.least + last + telling,
    most: next < 0 ? wide.most : at + telling + next,
  };
  if (last < 0 && next < 0) return [near];
  return countMost(before, own) + countMost(after, own) > MOST_BETWEEN ? [near] : [near, wide];
}

/** How often some bytes stand in a text, as far as that matters. */
function countMost(text: Buffer, bytes: Buffer): number {
  let count = 0;
  for (let at = text.indexOf(bytes); at >= 0 && count <= MOST_BETWEEN; at = text.indexOf(bytes, at + 1)) count += 1;
  return count;
}

/** The text of a range. A piece that is cut by it is left out. */
function openWindow(text: Buffer, at: number, { least, most }: Reach): { bottom: number; window: string } {
  const window = text.toString("latin1", least, most);
  const first = least > 0 ? Math.min(at - least, findPieceEnd(window, 0)) : 0;
  const last = most < text.length ? Math.max(at - least, findPieceStart(window, window.length)) : window.length;
  return { bottom: least + first, window: window.slice(first, last) };
}

/** This many bytes of a key, or digits of it in hexadecimal, hardly ever stand in it twice. */
const [TELLING, HEX_TELLING] = [4, 6];

/** Each way to join pieces once. A single piece is nothing to join. */
function withoutDuplicates(all: readonly (readonly Piece[])[]): readonly (readonly Piece[])[] {
  const byPlaces = new Map<string, readonly Piece[]>();
  for (const pieces of all) {
    const places = pieces.map(({ start, end }) => `${start}-${end}`).join();
    if (pieces.length > 1 && !byPlaces.has(places)) byPlaces.set(places, pieces);
  }
  return [...byPlaces.values()];
}

function joinPieces(text: string, pieces: readonly Piece[], placeOf: (at: number) => number): JoinedText {
  countSteps(STEPS_A_TEXT);
  const bytes = Buffer.from(pieces.map(({ start, end }) => text.slice(start, end)).join(""), "latin1");
  return {
    bytes,
    placeOf: (at) => {
      let rest = at;
      for (const { start, end } of pieces) {
        if (rest < end - start) return placeOf(start + rest);
        rest -= end - start;
      }
      return placeOf(pieces.at(-1)?.end ?? 0) + rest;
    },
  };
}
