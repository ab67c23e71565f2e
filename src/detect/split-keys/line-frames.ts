import type { ByteRange } from "../keys/key-reading.ts";

/** What a line says within a frame; null where it has another one. `mostSkipped`: how many such lines may lie between. */
export type LineFrame = { id: string; mostSkipped: number; readLine: (line: string) => ByteRange | null };

/** The sides of boxes and cells, in bytes: `|`, `¦`, and the vertical lines and halves of Unicode's box drawing. */
const BORDER = /\||\xc2\xa6|\xe2(?:\x94[\x82\x83\x86\x87\x8a\x8b]|\x95[\x8e\x8f\x91]|\x96[\x8c\x8f\x90])|\xef\xbf\xa8/g;

/** The frames that a line may have, judging by itself and by the lines next to it. `own`: a place within them. */
export function listFrames(line: string, near: readonly string[], own: number): readonly LineFrame[] {
  const cell = createCellFrame(line, own);
  const leads = near.flatMap((other) => createLeadFrames(line, other));
  const all = [...(cell ? [cell] : []), ...leads];
  return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
}

/** The cell of a table or box around a place: what each line has between the same two borders. */
function createCellFrame(line: string, own: number): LineFrame | null {
  const borders = findBorders(line);
  if (borders.length === 0) return null;
  const column = borders.filter(({ end }) => end <= own).length;
  const readLine = (other: string) => {
    const found = findBorders(other);
    if (found.length < Math.max(column, 1)) return null;
    return trimBlanks(other, { start: found[column - 1]?.end ?? 0, end: found[column]?.start ?? other.length });
  };
  return { id: "cell", mostSkipped: 0, readLine };
}

function findBorders(line: string): readonly ByteRange[] {
  return Array.from(line.matchAll(BORDER), ({ 0: border, index }) => ({ start: index, end: index + border.length }));
}

function trimBlanks(line: string, { start, end }: ByteRange): ByteRange {
  const text = line.slice(start, end);
  const first = start + text.length - text.trimStart().length;
  return { start: first, end: Math.max(first, start + text.trimEnd().length) };
}

/** What may be alike in two lines: an object name, a number, blanks, or one and the same character. */
const TOKEN = /(?<![0-9A-Za-z])\^?[0-9a-f]{7,40}(?![0-9A-Za-z])|\d+|[ \t]+|[^]/g;

/** At most this many tokens at either end of a line belong to its frame. */
const MOST_TOKENS = 160;

/** As many lines of others may lie between two lines of one writer, whom the frame names. */
const MOST_SKIPPED = 3;

/**
 * What two lines begin with, but for numbers, object names and the width of blanks, and what they end with. It stops
 * at a character that no key has, or, where a patch or a search puts a hyphen before the text, at that hyphen.
 */
function createLeadFrames(line: string, other: string): readonly LineFrame[] {
  const [own, next] = [readTokens(line), readTokens(other)];
  const lead = own.slice(0, countAlike(own, next));
  const shared = countAlike(own.toReversed(), next.toReversed());
  const trail = own.slice(own.length - shared);
  const first = trail.findIndex(({ text }) => !/^[\w-]/.test(text));
  const tail = first < 0 || trail.every(isBlank) ? [] : trail.slice(first);
  const heads = [/[^\w-]$/, /-$/].map((stop) => lead.slice(0, lead.findLastIndex(({ text }) => stop.test(text)) + 1));
  return heads.filter((head) => ![...head, ...tail].every(isBlank)).map((head) => createFrame(head, tail));
}

function createFrame(head: readonly Token[], tail: readonly Token[]): LineFrame {
  const isNamed = head.filter(({ text }) => /^[A-Za-z]$/.test(text)).length > 1;
  const readLine = (line: string) => {
    const tokens = readTokens(line);
    if (countAlike(head, tokens) < head.length) return null;
    const isClosed = countAlike(tail.toReversed(), tokens.toReversed()) === tail.length;
    const start = measureTokens(tokens.slice(0, head.length));
    const end = line.length - (isClosed ? measureTokens(tokens.slice(tokens.length - tail.length)) : 0);
    return { start, end: Math.max(start, end) };
  };
  const id = [head, tail].map((tokens) => tokens.map(({ kind }) => kind).join("")).join("\n");
  return { id, mostSkipped: isNamed ? MOST_SKIPPED : 0, readLine };
}

/** A token, and what it may differ from without being another: tokens with the same `kind` are alike. */
type Token = { text: string; kind: string };

function readTokens(line: string): readonly Token[] {
  const texts = Array.from(line.matchAll(TOKEN), ([text]) => text);
  return texts.map((text, at) => ({ text, kind: classifyToken(text, [texts[at - 1], texts[at + 1]]) }));
}

/** `grep` writes colons around the number of a line that it found, and hyphens around those of its neighbours. */
function classifyToken(text: string, beside: readonly (string | undefined)[]): string {
  if (/^\d/.test(text) && !/[a-f]/.test(text)) return "number";
  if (text.length > 6 && /^[\^\da-f]/.test(text)) return "object";
  if (/^[ \t]/.test(text)) return "blanks";
  return /^[:-]$/.test(text) && beside.some((token) => /^\d+$/.test(token ?? "")) ? "neighbour" : text;
}

/** With how many tokens two lists begin alike. */
function countAlike(one: readonly Token[], other: readonly Token[]): number {
  const limit = Math.min(one.length, other.length, MOST_TOKENS);
  let count = 0;
  while (count < limit && one[count]?.kind === other[count]?.kind) count += 1;
  return count;
}

function measureTokens(tokens: readonly Token[]): number {
  return tokens.reduce((length, { text }) => length + text.length, 0);
}

function isBlank({ kind }: Token): boolean {
  return kind === "blanks";
}
