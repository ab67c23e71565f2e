import { findPieceEnd, findPieceStart } from "./key-part.ts";
import { listOrders, type Piece, trimToKey } from "./piece-order.ts";
import { findJoinedLiterals, findNamedLiterals } from "./quoted-values.ts";
import { findUnquotedValues } from "./unquoted-values.ts";
import { findWrappedLines } from "./wrapped-lines.ts";

/** A text put together from pieces that stand apart. `placeOf` says where one of its bytes stands in the original. */
export type JoinedText = { bytes: Buffer; placeOf: (at: number) => number };

/** So far to either side of a place pieces are looked for. */
const WINDOW = 2048;

/**
 * The texts that the pieces around a place give when they are put together, the likeliest first; none where the place
 * does not stand in a piece. Looks a bounded way to both sides, and at a bounded number of pieces, so that its cost
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
 * The range in which the pieces of a key may stand: to where the same bytes stand again, which are a part of another
 * key. So of a text that is full of them each part is looked at twice, and no more often.
 */
function cutWindow(text: Buffer, at: number): { bottom: number; window: string } {
  const digits = text.toString("latin1", at, at + HEX_TELLING);
  const telling = /^[0-9A-Fa-f]{6}$/.test(digits) ? HEX_TELLING : TELLING;
  const own = text.subarray(at, at + telling);
  const [least, most] = [Math.max(0, at - WINDOW), Math.min(text.length, at + WINDOW)];
  const before = text.subarray(least, at).lastIndexOf(own);
  const behind = text.subarray(at + telling, most).indexOf(own);
  const bottom = before < 0 ? least : least + before + telling;
  const top = behind < 0 ? most : at + telling + behind;
  const window = text.toString("latin1", bottom, top);
  // What is cut there is no piece.
  const first = bottom > 0 ? Math.min(at - bottom, findPieceEnd(window, 0)) : 0;
  const last = top < text.length ? Math.max(at - bottom, findPieceStart(window, window.length)) : window.length;
  return { bottom: bottom + first, window: window.slice(first, last) };
}

/** So many bytes of a key, or digits of it in hexadecimal, do not come twice in it but by a small chance. */
const [TELLING, HEX_TELLING] = [4, 6];

/** Each way to put pieces together once. What is one piece is nothing to put together. */
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
