/** What a delta makes of its base: the object, and where in it something begins that did not stand there before. */
type DeltaResult = { content: Buffer; seams: readonly number[] };

/** Applies a delta of git; null where it is damaged or does not fit its base. See gitformat-pack(5). */
export function buildFromDelta(base: Buffer, delta: Buffer): DeltaResult | null {
  const from = readSize(delta, 0);
  const to = readSize(delta, from.end);
  if (from.value !== base.length || to.value > LARGEST_OBJECT) return null;
  const content = Buffer.allocUnsafe(to.value);
  const seams: number[] = [];
  let written = 0;
  for (const { isNew, start, length } of listSteps(delta, to.end)) {
    const source = isNew ? delta : base;
    if (length === 0 || start + length > source.length || written + length > content.length) return null;
    source.copy(content, written, start, start + length);
    seams.push(written, written + length);
    written += length;
  }
  return written === content.length ? { content, seams } : null;
}

/** What a delta adds to its base, as far as that is known without the base: a newline stands for what comes from there. */
export function takeInsertions(delta: Buffer): readonly Buffer[] {
  const from = readSize(delta, readSize(delta, 0).end).end;
  return [...listSteps(delta, from)].map(({ isNew, start, length }) =>
    isNew ? delta.subarray(start, start + length) : SEPARATOR,
  );
}

/** A larger object is not put together: it would have to be held in memory, and so would its base. */
export const LARGEST_OBJECT = 16 * 1024 * 1024;

/** Seven bits a byte, the lowest first. */
function readSize(bytes: Buffer, at: number): { value: number; end: number } {
  let [value, end] = [0, at];
  for (let factor = 1; end < bytes.length && factor < 2 ** 49; factor *= 128) {
    const byte = bytes[end] ?? 0;
    value += (byte & 0x7f) * factor;
    end += 1;
    if ((byte & 0x80) === 0) break;
  }
  return { value, end };
}

/** One step of a delta: bytes of its own, or of its base. */
type DeltaStep = { isNew: boolean; start: number; length: number };

function* listSteps(delta: Buffer, from: number): Generator<DeltaStep> {
  for (let at = from; at < delta.length; ) {
    const code = delta[at] ?? 0;
    if ((code & 0x80) === 0) {
      yield { isNew: true, start: at + 1, length: code };
      at += 1 + code;
      continue;
    }
    // Four bits say which bytes of the offset follow, and three which of the length.
    at += 1;
    const read = (bits: readonly number[]) =>
      bits.reduce((value, bit, index) => ((code & bit) === 0 ? value : value + (delta[at++] ?? 0) * 256 ** index), 0);
    const start = read([1, 2, 4, 8]);
    yield { isNew: false, start, length: read([16, 32, 64]) || 0x10000 };
  }
}

/** This far to both sides of a seam a key may reach, also where it is written in numbers. */
const REACH = 2048;

const SEPARATOR = Buffer.from("\n");

/** The parts of an object that its base does not have as they are: all around the seams of a delta, in order. */
export function takeNewParts({ content, seams }: DeltaResult): readonly Buffer[] {
  const parts: Buffer[] = [];
  let [start, end] = [0, 0];
  for (const seam of seams) {
    const from = Math.max(0, seam - REACH);
    if (from > end) {
      if (end > start) parts.push(content.subarray(start, end), SEPARATOR);
      start = from;
    }
    end = Math.min(content.length, seam + REACH);
  }
  return end > start ? [...parts, content.subarray(start, end)] : parts;
}
