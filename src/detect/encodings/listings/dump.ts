import type { Encoding } from "../../../domain/candidate.ts";
import { countSteps } from "../../steps/steps.ts";
import type { AnchorResult } from "../anchor.ts";
import { MARKER_BYTES, MOST_AFTER, MOST_BEFORE } from "../decoded.ts";
import { readDecoded } from "../formatting/read-decoded.ts";
import { type DumpRow, type ListedByte, parseCharacterRow, parseHexRow, parseNumberRow, parseTextRow } from "./rows.ts";

/** A dump is read this far before and after a place. */
const REACH = 7168;

/** So much more of it is read at once, so that a dump full of markers is not read once for each. */
const AHEAD = 4 * REACH;

/** No line of a dump is longer than this. */
const LONGEST_LINE = 512;

/** Parses a line that begins at a place; `group`: of the lines around, null where that is not known. */
type ParseRow = (line: string, start: number, group: number | null) => DumpRow | null;

/** How the lines of a dump are written, and what a key in it then is. */
const LAYOUTS: readonly { parse: ParseRow; encoding: Encoding }[] = [
  { parse: parseHexRow, encoding: "hex" },
  { parse: parseCharacterRow, encoding: "split" },
  { parse: parseTextRow, encoding: "split" },
  { parse: parseNumberRow, encoding: "char-codes" },
];

/** The layouts of dumps that show characters or hexadecimal, and those of other numbers. */
const [COMMON, NUMBERS] = [[0, 1, 2], [3]];

/** The bytes of a dump in one byte order, and where markers are among them. */
type DumpOrder = { listed: readonly ListedByte[]; bytes: Buffer; markers: readonly number[] };

/** A dump: for each of its lines where it begins and at which index its bytes do, and its bytes in each order. */
type Dump = {
  starts: readonly number[];
  indices: readonly number[];
  end: number;
  isCutBefore: boolean;
  isCutAfter: boolean;
  orders: readonly DumpOrder[];
};

/** The last dump of each text that is being searched, by its layout. */
const MEMOS = new WeakMap<Buffer, (Dump | undefined)[]>();

/**
 * Reads around a place in a line of a dump, as hexdump, xxd, od, curl, tcpdump and debuggers write it: the bytes of the
 * lines around it, without their offsets, and of words in either byte order. Only what is certain counts. Null
 * where the line is none of a dump.
 */
export function readDump(text: Buffer, at: number): AnchorResult | null {
  return readLayouts(text, at, COMMON);
}

/** The same of a dump in octal, decimal or binary numbers. */
export function readNumberDump(text: Buffer, at: number): AnchorResult | null {
  return readLayouts(text, at, NUMBERS);
}

function readLayouts(text: Buffer, at: number, indices: readonly number[]): AnchorResult | null {
  const own = findLine(text, at);
  if (!own) return null;
  for (const [layout, { parse, encoding }] of LAYOUTS.entries()) {
    if (!indices.includes(layout)) continue;
    const dump = recallDump(text, at, layout) ?? collectDump(text, own, at, parse);
    if (!dump) continue;
    MEMOS.set(text, Object.assign([...(MEMOS.get(text) ?? [])], { [layout]: dump }));
    const line = findLast(dump.starts, at);
    const [first, last] = [dump.indices[line] ?? 0, dump.indices[line + 1] ?? Number.POSITIVE_INFINITY];
    const read = readMarkerNear(dump, at, { first, last }, encoding);
    if (read) return read;
  }
  return null;
}

function recallDump(text: Buffer, at: number, layout: number): Dump | null {
  const dump = MEMOS.get(text)?.[layout];
  const start = dump?.starts[0];
  if (!dump || start === undefined || at < start || at >= dump.end) return null;
  const isNearCut = (dump.isCutBefore && at - start < REACH / 2) || (dump.isCutAfter && dump.end - at < REACH / 2);
  return isNearCut ? null : dump;
}

/** The last index whose place is not behind another one. */
function findLast(places: readonly number[], place: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

/** The key around the marker next to a place that is, at least in part, in the bytes of a line: `first` up to `last`. */
function readMarkerNear(
  { orders }: Dump,
  at: number,
  { first, last }: { first: number; last: number },
  encoding: Encoding,
): AnchorResult | null {
  for (const { listed, bytes, markers } of orders) {
    const distance = (marker: number) => Math.abs((listed[marker]?.start ?? 0) - at);
    const own = markers.slice(findLast(markers, first - LEAD) + 1, findLast(markers, last - 1) + 1);
    for (const marker of own.toSorted((a, b) => distance(a) - distance(b))) {
      const from = Math.max(0, marker - MOST_BEFORE);
      const rangeOf = (start: number, end: number) => {
        const part = listed.slice(from + start, from + end);
        return { start: Math.min(...part.map((byte) => byte.start)), end: Math.max(...part.map((byte) => byte.end)) };
      };
      const near = bytes.subarray(from, marker + MOST_AFTER);
      countSteps(near.length);
      const read = readDecoded({ bytes: near, origin: marker - from, rangeOf }, encoding);
      if (read?.key?.confidence === "certain") return read;
    }
  }
  return null;
}

function createOrder(listed: readonly ListedByte[]): DumpOrder {
  countSteps(2 * listed.length);
  const bytes = Buffer.from(listed.map(({ code }) => code));
  const markers: number[] = [];
  for (let at = bytes.indexOf(MARKER_BYTES); at >= 0; at = bytes.indexOf(MARKER_BYTES, at + 1)) markers.push(at);
  return { listed, bytes, markers };
}

/** A marker that begins this much before a line ends before it. */
const LEAD = MARKER_BYTES.length;

/** The bytes of little-endian words in the order of memory; a word is as many bytes as stand without a blank. */
function swapBytes(bytes: readonly ListedByte[], width: number): readonly ListedByte[] {
  const swapped: ListedByte[] = [];
  for (let at = 0; at < bytes.length; ) {
    let count = 1;
    while (count < width && bytes[at + count]?.start === bytes[at + count - 1]?.end) count += 1;
    swapped.push(...bytes.slice(at, at + count).toReversed());
    at += count;
  }
  return swapped;
}

/** The dump around a place: the lines of the same layout, with at most one other line between two of them. */
function collectDump(text: Buffer, own: { start: number; end: number }, at: number, parse: ParseRow): Dump | null {
  countSteps(STEPS_A_CHARACTER * (own.end - own.start));
  const row = parse(text.toString("latin1", own.start, own.end), own.start, null);
  if (!row) return null;
  const rows = [
    ...collectRows(text, own, row.group, parse, -1).toReversed(),
    { start: own.start, row },
    ...collectRows(text, own, row.group, parse, 1),
  ];
  if (rows.length < 2) return null;
  // A text that looks like more bytes stands behind those of a line.
  const counts = rows.map(({ row }) => row.bytes.length).toSorted((a, b) => a - b);
  const most = counts[counts.length >> 1] ?? 0;
  const bytes: ListedByte[] = [];
  const indices = rows.map(({ row }) => {
    const index = bytes.length;
    bytes.push(...row.bytes.slice(0, Math.max(most, 1)));
    return index;
  });
  const starts = rows.map(({ start }) => start);
  const [first, last] = [starts[0] ?? 0, findLine(text, starts.at(-1) ?? 0)?.end ?? 0];
  const isCutBefore = at - first > REACH - LONGEST_LINE;
  const isCutAfter = last - at > AHEAD - LONGEST_LINE;
  const orders = [1, ...(row.group > 1 && parse === parseHexRow ? [2, 4, 8] : [])].map((width) =>
    createOrder(width > 1 ? swapBytes(bytes, width) : bytes),
  );
  return {
    starts,
    indices,
    end: last + 1,
    isCutBefore,
    isCutAfter,
    orders: orders.filter(({ markers }) => markers.length > 0),
  };
}

type PlacedRow = { start: number; row: DumpRow };

function collectRows(
  text: Buffer,
  from: { start: number; end: number },
  group: number,
  parse: ParseRow,
  step: 1 | -1,
): readonly PlacedRow[] {
  const rows: PlacedRow[] = [];
  for (let [line, missed] = [from, 0]; missed < 2; ) {
    const place = step > 0 ? line.end + 1 : line.start - 1;
    if (place < 0 || place >= text.length || place > from.end + AHEAD || place < from.start - REACH) break;
    const next = findLine(text, place);
    if (!next) break;
    countSteps(STEPS_A_CHARACTER * (next.end - next.start));
    const row = parse(text.toString("latin1", next.start, next.end), next.start, group);
    missed = row?.group === group ? 0 : missed + 1;
    if (row?.group === group) rows.push({ start: next.start, row });
    line = next;
  }
  return rows;
}

/** The line around a place; null where it is too long for a dump. */
function findLine(text: Buffer, at: number): { start: number; end: number } | null {
  const after = text.subarray(at, at + LONGEST_LINE).indexOf(LF);
  if (after < 0 && at + LONGEST_LINE < text.length) return null;
  const bottom = Math.max(0, at - LONGEST_LINE);
  const before = text.subarray(bottom, at).lastIndexOf(LF);
  if (before < 0 && bottom > 0) return null;
  return { start: bottom + before + 1, end: after < 0 ? text.length : at + after };
}

/** Of a line of a dump, which is taken to pieces. */
const STEPS_A_CHARACTER = 5;

const LF = 0x0a;
