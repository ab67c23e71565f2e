/** How the bytes of a row were written as differences: `row` bytes a row, from the byte `step` before and the row above. */
export type Prediction = { kind: "png" | "tiff"; row: number; step: number };

/** Turns differences back into bytes, row by row, however the bytes come. PNG specification, 9.2; TIFF 6.0, section 14. */
export class Unpredictor {
  readonly #prediction: Prediction;
  #above: Buffer;
  #rest: Buffer = Buffer.alloc(0);

  constructor(prediction: Prediction) {
    this.#prediction = prediction;
    this.#above = Buffer.alloc(prediction.row);
  }

  /** The rows that are whole by now. */
  add(piece: Buffer): Buffer {
    const { kind, row } = this.#prediction;
    const length = kind === "png" ? row + 1 : row;
    const all = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    const rows: Buffer[] = [];
    let at = 0;
    for (; at + length <= all.length; at += length) rows.push(this.#row(all.subarray(at, at + length)));
    this.#rest = all.subarray(at);
    return Buffer.concat(rows);
  }

  /** The last row, when it is cut short. */
  end(): Buffer {
    return this.#rest.length > 1 ? this.#row(this.#rest) : Buffer.alloc(0);
  }

  #row(written: Buffer): Buffer {
    const { kind, step } = this.#prediction;
    const [type, differences] = kind === "png" ? [written[0] ?? 0, written.subarray(1)] : [LEFT, written];
    const above = this.#above;
    const bytes = Buffer.alloc(differences.length);
    for (let at = 0; at < bytes.length; at += 1) {
      const left = at >= step ? (bytes[at - step] ?? 0) : 0;
      const corner = at >= step ? (above[at - step] ?? 0) : 0;
      bytes[at] = (differences[at] ?? 0) + guess(type, left, above[at] ?? 0, corner);
    }
    this.#above = bytes;
    return bytes;
  }
}

const [LEFT, ABOVE, MEAN, NEAREST] = [1, 2, 3, 4];

function guess(type: number, left: number, above: number, corner: number): number {
  if (type === LEFT) return left;
  if (type === ABOVE) return above;
  if (type === MEAN) return (left + above) >> 1;
  if (type !== NEAREST) return 0;
  const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}
