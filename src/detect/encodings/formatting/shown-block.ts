import { countSteps } from "../../steps/steps.ts";
import type { MappedText } from "./mapped-text.ts";
import { PLACEHOLDERS } from "./mapped-text.ts";
import { showText } from "./shown-text.ts";

/**
 * A part of a text as it is shown. `bytes` is the usual reading of its characters, and `indexOf` says for each byte
 * which character it is.
 */
type ShownBlock = { shown: MappedText; bytes: Buffer; indexOf: Int32Array };

/** A line is shown from this far before a place, to this far after it. */
const BEFORE = 4096;
const AFTER = 6144;

/** This much more of a long line is shown at once, so that a line full of markers is not shown once for each. */
const AHEAD = 18_432;

type Memo = {
  start: number;
  end: number;
  isOpen: boolean;
  isCut: boolean;
  isDecimal: boolean;
  block: ShownBlock | null;
};

/** The last block of each text that is being searched. */
const MEMOS = new WeakMap<Buffer, Memo>();

/** The line around a place as it is shown; null where nothing in it is formatted. */
export function showBlockAround(text: Buffer, at: number, isDecimal: boolean): ShownBlock | null {
  const memo = MEMOS.get(text);
  if (memo && memo.isDecimal === isDecimal && isWithin(memo, at)) return memo.block;
  const [from, to] = [Math.max(0, at - BEFORE), Math.min(text.length, at + AFTER + AHEAD)];
  const lineStart = text.subarray(from, at).lastIndexOf(LF);
  const lineEnd = text.subarray(at, to).indexOf(LF);
  const start = lineStart < 0 ? from : from + lineStart + 1;
  const end = lineEnd < 0 ? to : at + lineEnd;
  const block = createBlock(text.toString("latin1", start, end), start, isDecimal);
  MEMOS.set(text, {
    start,
    end,
    isOpen: lineEnd < 0 && to < text.length,
    isCut: lineStart < 0 && from > 0,
    isDecimal,
    block,
  });
  return block;
}

function isWithin({ start, end, isOpen, isCut }: Memo, at: number): boolean {
  return at >= (isCut ? start + BEFORE : start) && at < (isOpen ? end - AFTER : end);
}

const LF = 0x0a;

function createBlock(text: string, start: number, isDecimal: boolean): ShownBlock | null {
  const shown = showText(text, start, isDecimal);
  if (!shown) return null;
  const { bytes, indexOf } = readCharacters(shown.text, 0, USUAL);
  return { shown, bytes, indexOf };
}

/** What each placeholder stands for; `index` is where it stands. */
export type PlaceholderReading = (placeholder: string, index: number) => string;

const USUAL_READINGS: Readonly<Record<string, string>> = {
  [PLACEHOLDERS.softHyphen]: "",
  [PLACEHOLDERS.dash]: "-",
  [PLACEHOLDERS.likeHyphen]: "-",
  [PLACEHOLDERS.escapedHyphen]: "-",
  [PLACEHOLDERS.escapedUnderscore]: "_",
};

/** What placeholders mostly stand for. */
export const USUAL: PlaceholderReading = (placeholder) => USUAL_READINGS[placeholder] ?? "";

/** A placeholder stands for no more characters. */
const MOST_HYPHENS = 3;

/** The characters of a text as bytes, with their indices, counted from `first`. */
export function readCharacters(
  text: string,
  first: number,
  reading: PlaceholderReading,
): { bytes: Buffer; indexOf: Int32Array } {
  countSteps(2 * text.length);
  const [bytes, indexOf] = [Buffer.alloc(MOST_HYPHENS * text.length), new Int32Array(MOST_HYPHENS * text.length)];
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const read = code > 0xff ? reading(text[index] ?? "", first + index) : null;
    const count = read === null ? 1 : read.length;
    for (let at = 0; at < count; at += 1) {
      bytes[length] = read === null ? code : read.charCodeAt(at);
      indexOf[length] = first + index;
      length += 1;
    }
  }
  return { bytes: bytes.subarray(0, length), indexOf: indexOf.subarray(0, length) };
}
