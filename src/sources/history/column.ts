type Values = Float64Array | Int32Array | Uint8Array;

/** A number for each row of a table that grows: 0 until it is set. */
export class Column {
  #values: Values;

  /** `values` say how large the numbers can be. */
  constructor(values: Values) {
    this.#values = values;
  }

  get(row: number): number {
    return this.#values[row] ?? 0;
  }

  set(row: number, value: number): void {
    if (row >= this.#values.length) this.#grow(row);
    this.#values[row] = value;
  }

  #grow(row: number): void {
    const Values = this.#values.constructor as new (length: number) => Values;
    const values = new Values(Math.max(1024, row + 1, this.#values.length * 2));
    values.set(this.#values);
    this.#values = values;
  }
}
