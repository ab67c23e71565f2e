import type { ByteRange } from "../keys/key-reading.ts";
import { type LineFrame, listFrames } from "./line-frames.ts";

/** A text without the frame of its lines. `own`: where the place that was asked for stands in it. */
export type UnframedText = { text: string; own: number; placeOf: (at: number) => number };

/** Line ends, and what is written for them in a literal. */
const ENDS = [/\r\n?|\n/g, /(?:\\{1,3}r)?\\{1,3}n|\r\n?|\n/g] as const;

/** Which lines may have the frame of a line: the next ones, and those behind the lines of another writer. */
const NEAR = [1, -1, 2, -2, 3, -3];

/**
 * The text around a place as it was before each of its lines got a frame: the sides of a box, the cells of a table, or
 * what a collector of logs, a mail, a patch or a search writes before each line and behind it. One text for each frame
 * that the line may have.
 */
export function listUnframed(text: string, own: number): readonly UnframedText[] {
  const [real, escaped] = ENDS.map((end) => splitLines(text, end));
  const ways = [real, ...(/\\n/.test(text) ? [escaped] : [])];
  const found = ways.flatMap((lines = []) => {
    const index = lines.findIndex(({ start, end }) => start <= own && own < end);
    const line = lines[index];
    if (!line) return [];
    const near = NEAR.map((step) => lines[index + step]).flatMap((one) =>
      one ? [text.slice(one.start, one.end)] : [],
    );
    const frames = listFrames(text.slice(line.start, line.end), near, own - line.start);
    return frames.flatMap((frame) => unframe(text, { lines, index, own }, frame) ?? []);
  });
  return found.filter((one, at) => found.findIndex((other) => other.text === one.text) === at);
}

function splitLines(text: string, lineEnd: RegExp): readonly ByteRange[] {
  const ends = Array.from(text.matchAll(lineEnd), ({ 0: end, index }) => ({ start: index, end: index + end.length }));
  const starts = [0, ...ends.map(({ end }) => end)];
  return starts.map((start, at) => ({ start, end: ends[at]?.start ?? text.length }));
}

type OwnLine = { lines: readonly ByteRange[]; index: number; own: number };

/** The lines around the own one that have its frame, without it; null where the place is in the frame itself. */
function unframe(text: string, { lines, index, own }: OwnLine, frame: LineFrame): UnframedText | null {
  const read = (at: number) => {
    const line = lines[at];
    const range = line && frame.readLine(text.slice(line.start, line.end));
    return line && range ? { start: line.start + range.start, end: line.start + range.end } : null;
  };
  const collect = (step: 1 | -1) => {
    const ranges: ByteRange[] = [];
    for (let at = index + step, skipped = 0; skipped <= frame.mostSkipped && at >= 0 && at < lines.length; at += step) {
      const range = read(at);
      skipped = range ? 0 : skipped + 1;
      if (range) ranges.push(range);
    }
    return ranges;
  };
  const line = read(index);
  if (!line || own < line.start || own >= line.end) return null;
  const [before, after] = [collect(-1).toReversed(), collect(1)];
  return before.length + after.length === 0 ? null : joinLines(text, [...before, line, ...after], own);
}

function joinLines(text: string, ranges: readonly ByteRange[], own: number): UnframedText {
  const starts: number[] = [];
  let length = 0;
  for (const { start, end } of ranges) {
    starts.push(length);
    length += end - start + 1;
  }
  const index = ranges.findIndex(({ start, end }) => start <= own && own < end);
  return {
    text: ranges.map(({ start, end }) => text.slice(start, end)).join("\n"),
    own: (starts[index] ?? 0) + own - (ranges[index]?.start ?? 0),
    placeOf: (at) => {
      const line = Math.max(
        0,
        starts.findLastIndex((start) => start <= at),
      );
      return (ranges[line]?.start ?? 0) + at - (starts[line] ?? 0);
    },
  };
}
