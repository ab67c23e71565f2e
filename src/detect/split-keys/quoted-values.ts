import { findPieceEnd, findPieceStart, isLikelyKeyPart, mayContinue } from "./key-part.ts";
import {
  findLiteralAfter,
  findLiteralAround,
  findLiteralBefore,
  LONGEST_GAP,
  measureSlotAfter,
  measureSlotBefore,
} from "./literals.ts";
import { areRelated, MOST_PIECES, type Piece } from "./piece-order.ts";
import type { Literal } from "./quotes.ts";

/** What stands between two pieces, and the pieces. */
type Neighbours = { text: string; between: string; own: Piece; other: Piece };

/** Whether a piece belongs to the same key as its neighbour. */
type Admits = (meeting: Neighbours) => boolean;

/** The literals that an operator joins to the one at `at`, or that stand beside it in a list. */
export function findJoinedLiterals(text: string, at: number): readonly Piece[] {
  return findLiteralsAround(text, at, isJoined);
}

/** The literals that are values beside the one at `at`: of variables, fields, arguments. */
export function findNamedLiterals(text: string, at: number): readonly Piece[] {
  return findLiteralsAround(text, at, isValue);
}

const COMMENT = /\/\*.*?\*\/|(?:\/\/|#|-- )[^\n]*/gs;

/** What stands between two literals that are joined: nothing, an operator, a line end, a literal's type letters. */
const OPERATOR = /^(?:[\s\\+.&|~^<>()"'`@_]|\}\s?[$#]\{|\\[nrt]|\b(?:concat|append|plus)\b|\b[bfrLuU]{1,2}$)*$/;

/** What stands between literals that are appended: `); sb.append(`, `; key += `. */
const ADDED =
  /^\s*(?:\)\s*;?\s*[\w$.]{1,40}\.(?:append|Append|push|push_str|add|Add|concat|write|WriteString)\s*\(|;?\s*\$?[\w.]{1,40}\s*(?:\+=|\.=|&=|<<)|<<)\s*$/;

/** What stands between two items of a list. */
const COMMA = /^[\s"'`\])([]*,[\s"'`[(@]*(?:\b[bfrLuU]{1,2})?$/;

/** A line end of a notebook: an item of a list that is a line of code. */
const CELL_LINE = /\\n",\s*"/g;

function isJoined({ text, between, own, other }: Neighbours): boolean {
  const bare = between.replaceAll(CELL_LINE, "\n").replaceAll(COMMENT, "");
  if (OPERATOR.test(bare) || ADDED.test(bare)) return true;
  const [one, two] = [text.slice(own.start, own.end), text.slice(other.start, other.end)];
  return COMMA.test(bare) && (one.length === two.length || mayContinue(one, two));
}

function isValue({ text, own, other }: Neighbours): boolean {
  if (areRelated(own.name, other.name)) return true;
  const two = text.slice(other.start, other.end);
  return isLikelyKeyPart(two) && mayContinue(text.slice(own.start, own.end), two);
}

/** The literal at a place, with those before and after it that are admitted, in order. */
function findLiteralsAround(text: string, at: number, admits: Admits): readonly Piece[] {
  const literal = findLiteralAround(text, at);
  if (!literal) return [];
  const { start, end, open, close, backslashes } = literal;
  const own: Piece = { start, end, name: open === null ? null : readNameBefore(text, open) };
  const before = open === null ? [] : collectPieces(text, { piece: own, edge: open, backslashes }, BACKWARDS, admits);
  const after = close === null ? [] : collectPieces(text, { piece: own, edge: close, backslashes }, FORWARDS, admits);
  return [...before.toReversed(), own, ...after];
}

/** Where to look next: the piece that was taken last, and the edge of its literal. */
type StartingPoint = { piece: Piece; edge: number; backslashes: number };

/** One of the two directions to look in. */
type Direction = {
  next: (text: string, from: number, backslashes: number, limit: number) => Literal | null;
  rangeOf: (text: string, literal: Literal) => { start: number; end: number };
  /** What stands between the edge of one literal and another literal. */
  between: (text: string, edge: number, literal: Literal) => string;
  edgeOf: (literal: Literal) => number;
  /** Whether the key must end with this piece, since its literal continues with something else. */
  isLast: (piece: Piece, literal: Literal) => boolean;
};

const FORWARDS: Direction = {
  next: (text, from, backslashes, limit) => findLiteralAfter(text, from, limit, backslashes),
  rangeOf: (text, { start, end }) => ({ start, end: Math.min(end, findPieceEnd(text, start)) }),
  between: (text, edge, { open }) => text.slice(edge, open),
  edgeOf: ({ close }) => close,
  isLast: (piece, { end }) => piece.end < end,
};

const BACKWARDS: Direction = {
  next: (text, from, backslashes, limit) => findLiteralBefore(text, from, limit, backslashes),
  rangeOf: (text, { start, end }) => {
    const whole = Math.max(start, end - measureSlotBefore(text, end));
    return { start: Math.max(start, findPieceStart(text, whole)), end: whole };
  },
  between: (text, edge, { close }) => text.slice(close, edge),
  edgeOf: ({ open }) => open,
  isLast: (piece, { start }) => piece.start > start,
};

function collectPieces(text: string, from: StartingPoint, way: Direction, admits: Admits): readonly Piece[] {
  const pieces: Piece[] = [];
  const reach = way === FORWARDS ? LONGEST_GAP : -LONGEST_GAP;
  let { piece: last, edge } = from;
  for (let seen = edge; pieces.length < MOST_PIECES; ) {
    const read = way.next(text, seen, from.backslashes, edge + reach);
    if (!read) break;
    // `K="${K}…"` continues what is in K.
    const literal = { ...read, start: Math.min(read.end, read.start + measureSlotAfter(text, read.start)) };
    seen = way.edgeOf(literal);
    const range = way.rangeOf(text, literal);
    // A name, a sentence or an empty literal only stands between pieces.
    if (range.start >= range.end || isName(text, literal.close)) continue;
    const piece: Piece = { ...range, name: readNameBefore(text, literal.open) };
    if (!admits({ text, between: way.between(text, edge, literal), own: last, other: piece })) {
      if (admits === isJoined) break;
      continue;
    }
    pieces.push(piece);
    if (way.isLast(piece, literal)) break;
    [last, edge] = [piece, seen];
  }
  return pieces;
}

/** Whether the literal that ends there names what follows: `"a": "…"`, `'a' => '…'`, `env["A"] = "…"`. */
function isName(text: string, close: number): boolean {
  return /^\s*(?::(?!:)|=>|\]\s*=(?!=))/.test(text.slice(close, close + 8));
}

/** The name of what is assigned the value that begins at a place. */
const NAME =
  /(?<![\w$.-])([\w$.-]{1,64})["'`\])\\]{0,4}\s{0,8}(?::[\w\s<>[\]&'*.]{1,24})?(?:=>|:=|=|:|\s)\s{0,8}(?:\w{1,24}\s?[+.&]{1,2}\s?)?[\w@&]{0,2}$/;

function readNameBefore(text: string, at: number): string | null {
  return NAME.exec(text.slice(Math.max(0, at - 96), at))?.[1] ?? null;
}
