import type { Encoding } from "../../../domain/candidate.ts";
import { countSteps } from "../../steps/steps.ts";
import type { AnchorResult, CharacterWidth, NeedleMatch } from "../anchor.ts";
import { type DecodedText, MARKER_BYTES } from "../decoded.ts";
import { writeUtf8 } from "./code-points.ts";
import { locateResult } from "./read-decoded.ts";
import { readShown } from "./read-shown.ts";

/** Characters that are put into words so that they may break, and ESC. */
const BREAKS = [0xad, 0x1b, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff];

/**
 * Markers that are broken in their first half, in either byte order. The zeros at the beginning are left out, and of
 * the end is taken what four bytes need.
 */
export function listWideNeedles(width: CharacterWidth): readonly Buffer[] {
  const halves = [1, 2, 3].map((length) => MARKER_BYTES.toString("latin1", 0, length));
  return halves.flatMap((half) =>
    BREAKS.flatMap((code) => {
      const little = Buffer.from(
        [...half].flatMap((character) => writeWide(character.charCodeAt(0), width)).concat(writeWide(code, width)),
      );
      const next = Buffer.concat([little, Buffer.alloc(width)]);
      const big = width === 2 ? next.swap16() : next.swap32();
      return [little, big.subarray(width - 1, -1)];
    }),
  );
}

/** The bytes of a code point, the lowest first. */
function writeWide(code: number, width: CharacterWidth): number[] {
  return Array.from({ length: width }, (_, index) => (code >> (8 * index)) & 0xff);
}

/**
 * Reads around a place of ASCII within a marker in wide characters, as they are shown. Either byte order is tried:
 * ASCII looks alike in both at an odd offset.
 */
export function readWideShown(
  { text, at, mayJoin }: NeedleMatch,
  width: CharacterWidth,
  encoding: Encoding,
): AnchorResult | null {
  let best: AnchorResult | null = null;
  for (const lead of [0, width - 1]) {
    const decoded = transcodeAround(text, at - lead, width, lead > 0);
    const shown = decoded && readShown(decoded.bytes, decoded.origin, { mayJoin });
    if (!shown) continue;
    const read = locateResult(shown, decoded, encoding);
    if (read.key?.confidence === "certain") return read;
    best ??= read;
  }
  return best;
}

/** Whether a marker stands at a place in either byte order, with nothing but invisible characters and colours in it. */
export function isWideMarkerAt(text: Buffer, at: number, width: CharacterWidth): boolean {
  return [0, width - 1].some((lead) => {
    let [matched, isSequence] = [0, false];
    for (let place = at - lead; matched < MARKER_BYTES.length && place < at + LONGEST_MARKER; place += width) {
      const code = readUnit(text, place, width, lead > 0);
      if (isSequence) isSequence = !(code >= 0x40 && code !== 0x5b);
      else if (code === MARKER_BYTES[matched]) matched += 1;
      else if (code === 0x1b) isSequence = true;
      else if (code < 0x80) return false;
    }
    return matched === MARKER_BYTES.length;
  });
}

/** A marker with a few colours after each of its characters. */
const LONGEST_MARKER = 1024;

/** This many characters before and after a place are looked at, and this many more are decoded at once. */
const MOST_CHARACTERS = 1024;
const AHEAD = 8192;

const STEPS_A_CHARACTER = 12;

/** Wide characters as UTF-8, and where each byte stands; `first` and `last` are places, at open ends less than text. */
type WideBlock = { bytes: Buffer; starts: readonly number[]; first: number; last: number; isPlain: boolean };

/** The last block of each text that is being searched, in either byte order. */
const BLOCKS = new WeakMap<Buffer, Map<string, WideBlock>>();

/** The wide characters around the one at a place, as UTF-8; null where all of them are ASCII. */
function transcodeAround(text: Buffer, at: number, width: CharacterWidth, isBig: boolean): DecodedText | null {
  const blocks = BLOCKS.get(text) ?? new Map<string, WideBlock>();
  const name = `${width}${isBig}${((at % width) + width) % width}`;
  let block = blocks.get(name);
  if (!block || at < block.first || at >= block.last) {
    block = transcodeBlock(text, at, width, isBig);
    blocks.set(name, block);
    BLOCKS.set(text, blocks);
  }
  const { bytes, starts, isPlain } = block;
  if (isPlain) return null;
  const rangeOf = (start: number, end: number) => ({
    start: starts[start] ?? at,
    end: Math.min(text.length, (starts[end - 1] ?? at) + width),
  });
  return { bytes, origin: findPlace(starts, at), rangeOf };
}

function transcodeBlock(text: Buffer, at: number, width: CharacterWidth, isBig: boolean): WideBlock {
  const read = (place: number) => readUnit(text, place, width, isBig);
  let first = at;
  while (first - width >= 0 && at - first < MOST_CHARACTERS * width && isText(read(first - width))) first -= width;
  const [parts, starts]: [string[], number[]] = [[], []];
  let [isPlain, place] = [true, first];
  const top = Math.min(text.length - width, at + AHEAD * width);
  for (; place <= top && isText(read(place)); place += width) {
    const bytes = writeUtf8(read(place));
    if (bytes.length > 1 || bytes < " ") isPlain = false;
    parts.push(bytes);
    for (let count = 0; count < bytes.length; count += 1) starts.push(place);
  }
  countSteps(STEPS_A_CHARACTER * parts.length);
  // Where the characters end by themselves, all of them are known.
  const last = place > top ? Math.max(at + 1, place - MOST_CHARACTERS * width) : place;
  return { bytes: Buffer.from(parts.join(""), "latin1"), starts, first: at, last, isPlain };
}

/** The first index of a place among ascending places. */
function findPlace(places: readonly number[], place: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) >= place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** One unit of UTF-16 or UTF-32; half of a pair counts as an invisible character, which most of them are in a key. */
function readUnit(text: Buffer, at: number, width: CharacterWidth, isBig: boolean): number {
  let code = 0;
  for (let index = 0; index < width; index += 1)
    code |= (text[isBig ? at + width - 1 - index : at + index] ?? 0) << (8 * index);
  return (code & 0xfffff800) === 0xd800 ? 0x200b : code;
}

/** Whether a text goes on with this character. */
function isText(code: number): boolean {
  return code > 0 && code <= 0x10ffff && code !== 0x0a && code !== 0x0d;
}
