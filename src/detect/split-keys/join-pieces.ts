import { findPieceEnd, findPieceStart } from "./key-part.ts";
import { listOrders, type Piece, trimToKey } from "./piece-order.ts";
import { findJoinedLiterals, findNamedLiterals } from "./quoted-values.ts";
import { findUnquotedValues } from "./unquoted-values.ts";
import { findWrappedLines } from "./wrapped-lines.ts";

/** A text joined from pieces. `placeOf` says where one of its bytes stands in the original. */
export type JoinedText = { bytes: Buffer; placeOf: (at: number) => number };

/** Pieces are looked for this far to either side of a place. */
const WINDOW = 2048;

/**
 * The texts that the pieces around a place give when they are joined, the likeliest first; none where the place
 * is in no piece. Looks a bounded way to both sides, and at a bounded number of pieces, so that its cost
 * does not depend on the text.
 */
export function joinPiecesAround(text: Buffer, at: number): readonly JoinedText[] {
  const { bottom, window } = cutWindow(text, at);
  const own = at - bottom;
  const values = [findNamedLiterals(window, own), findUnquotedValues(window, own)];
  const all = [
    trimToKey(window, findJoinedLiterals(window, own), own),
    findWrappedLines(window, own),
    ...values.flatMap((pieces) => listOrders(window, pieces, own)),
  ];
  return withoutDuplicates(all).map((pieces) => joinPieces(window, pieces, bottom));
}

/**
 * The range in which the pieces of a key may stand: up to where the same bytes stand again, which belong to another
 * key. So each part of a text that is full of them is looked at twice at most.
 */
function cutWindow(text: Buffer, at: number): { bottom: number; window: string } {
  const digits = text.toString("latin1", at, at + HEX_TELLING);
  const telling = /^[0-9A-Fa-f]{6}$/.test(digits) ? HEX_TELLING : TELLING;
  const own = text.subarray(at, at + telling);
  const [least, most] = [Math.max(0, at - WINDOW), Math.min(text.length, at + WINDOW)];
  const before = text.subarray(least, at).lastIndexOf(own);
  const next = text.subarray(at + telling, most).indexOf(own);
  const bottom = before < 0 ? least : least + before + telling;
  const top = next < 0 ? most : at + telling + next;
  const window = text.toString("latin1", bottom, top);
  // A piece that is cut by the range is left out.
  const first = bottom > 0 ? Math.min(at - bottom, findPieceEnd(window, 0)) : 0;
  const last = top < text.length ? Math.max(at - bottom, findPieceStart(window, window.length)) : window.length;
  return { bottom: bottom + first, window: window.slice(first, last) };
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

function joinPieces(window: string, pieces: readonly Piece[], bottom: number): JoinedText {
  const bytes = Buffer.from(pieces.map(({ start, end }) => window.slice(start, end)).join(""), "latin1");
  return {
    bytes,
    placeOf: (at) => {
      let rest = at;
      for (const { start, end } of pieces) {
        if (rest < end - start) return bottom + start + rest;
        rest -= end - start;
      }
      return bottom + (pieces.at(-1)?.end ?? 0) + rest;
    },
  };
}
