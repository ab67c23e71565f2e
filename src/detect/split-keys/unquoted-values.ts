import { isLikelyKeyPart, mayContinue } from "./key-part.ts";
import { SLOT_PATTERN } from "./literals.ts";
import { areRelated, type Piece } from "./piece-order.ts";

/** At most this many values before and after a value are looked at, and at most this many lines without one skipped. */
const MOST_VALUES = 12;
const MOST_EMPTY = 3;

/** No line with a piece of a key is longer than this. */
const LONGEST_LINE = 512;

const VALUE = String.raw`[A-Za-z0-9+/_-]{1,400}={0,2}`;

/** A name and its value: `A=…`, `a: …`, `"a" => …`; or what is added to it: `A+=…`, `A=${A}…`, `A=%A%…`. */
const PAIR = new RegExp(
  String.raw`(?<![\w$.-])([\w$.-]{1,64})["'\])]?\s{0,16}(?:=>|[:+.&?]?=|:)\s{0,16}["']?${SLOT_PATTERN}?(${VALUE})(?=["'\s,;&|)]|$)`,
  "dg",
);

/** A value as the content of an element: `<a>…</a>`, `<string>…</string>`. */
const ELEMENT = new RegExp(String.raw`<([\w.:-]{1,64})[^<>]{0,128}>\s*(${VALUE})\s*</`, "dg");

/** An item of a list, or a line that holds nothing else. */
const ITEM = new RegExp(String.raw`^\s*(?:[-*+|>]\s*|\d{1,3}[.)]\s+)?()["']?(${VALUE})["']?\s*(?:[,;|\\]\s*)?$`, "dg");

/** The unquoted values around a place, one or more on a line, each with the name before it. */
export function findUnquotedValues(text: string, at: number): readonly Piece[] {
  const line = findLineAround(text, at);
  if (!line) return [];
  const values = readValues(text, line);
  const index = values.findIndex(({ start, end }) => start <= at && at < end);
  const own = values[index];
  if (!own) return [];
  const ownText = text.slice(own.start, own.end);
  const fits = ({ start, end, name }: Piece) => {
    if (areRelated(own.name, name)) return true;
    const other = text.slice(start, end);
    const areItems = own.name === null && name === null;
    return (areItems || isLikelyKeyPart(other)) && mayContinue(ownText, other);
  };
  const before = [...values.slice(0, index).toReversed(), ...findValuesBeyond(text, line.start - 1, -1)];
  const after = [...values.slice(index + 1), ...findValuesBeyond(text, line.end + 1, 1)];
  const near = (cells: readonly Piece[]) => cells.slice(0, MOST_VALUES).filter(fits);
  return [...near(before).toReversed(), own, ...near(after)];
}

/** The values of the lines before or after a line end, the nearest first. */
function findValuesBeyond(text: string, edge: number, step: 1 | -1): readonly Piece[] {
  const cells: Piece[] = [];
  for (let place = edge, empty = 0; cells.length < MOST_VALUES && empty <= MOST_EMPTY; ) {
    if (place < 0 || place > text.length) break;
    const line = findLineAround(text, place);
    if (!line) break;
    const values = readValues(text, line);
    empty = values.length === 0 ? empty + 1 : 0;
    cells.push(...(step > 0 ? values : values.toReversed()));
    place = step > 0 ? line.end + 1 : line.start - 1;
  }
  return cells;
}

type Line = { start: number; end: number };

function findLineAround(text: string, at: number): Line | null {
  const from = Math.max(0, at - LONGEST_LINE);
  const before = text.slice(from, at).lastIndexOf("\n");
  const after = text.slice(at, at + LONGEST_LINE).indexOf("\n");
  if ((before < 0 && from > 0) || (after < 0 && at + LONGEST_LINE < text.length)) return null;
  return { start: from + before + 1, end: after < 0 ? text.length : at + after };
}

/** The values of a line, in their order. */
function readValues(text: string, { start, end }: Line): readonly Piece[] {
  const line = text.slice(start, end);
  const matches = [ELEMENT, PAIR, ITEM].map((form) => [...line.matchAll(form)]).find(({ length }) => length > 0) ?? [];
  return matches.map(({ 1: name, indices }) => {
    const [from, to] = indices?.[2] ?? [0, 0];
    return { start: start + from, end: start + to, name: name || null };
  });
}
