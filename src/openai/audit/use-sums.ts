import { MalformedPage } from "../pages.ts";

/** More keys with their models than this no organisation has: a server that names ever new ones is not believed. */
const MOST_PAIRS = 100_000;

/** Sums by key, model and day; a model that was not told is null. */
export class UseSums {
  readonly #days: number;
  readonly #byKey = new Map<string, Map<string | null, Float64Array>>();
  #pairs = 0;

  constructor(days: number) {
    this.#days = days;
  }

  /**
   * Adds to the sum of a day, by its number.
   *
   * @throws MalformedPage where there are more keys and models than there can be.
   */
  add(key: string, model: string | null, { day, count }: { day: number; count: number }): void {
    const sums = this.#find(key, model);
    sums[day] = (sums[day] ?? 0) + count;
  }

  /** Adds other sums of as many days. */
  addAll(others: UseSums): void {
    for (const [key, model, sums] of others.list()) {
      const own = this.#find(key, model);
      for (const [day, count] of sums.entries()) own[day] = (own[day] ?? 0) + count;
    }
  }

  /** The keys, their models, and the sums of these by day. */
  *list(): Generator<readonly [key: string, model: string | null, sums: Float64Array]> {
    for (const [key, models] of this.#byKey) for (const [model, sums] of models) yield [key, model, sums];
  }

  /** The sum of all models of a key on a day. */
  total(key: string, day: number): number {
    let total = 0;
    for (const sums of this.#byKey.get(key)?.values() ?? []) total += sums[day] ?? 0;
    return total;
  }

  #find(key: string, model: string | null): Float64Array {
    const models = this.#byKey.get(key) ?? new Map<string | null, Float64Array>();
    this.#byKey.set(key, models);
    const known = models.get(model);
    if (known) return known;
    this.#pairs += 1;
    if (this.#pairs > MOST_PAIRS) throw new MalformedPage("endless");
    const sums = new Float64Array(this.#days);
    models.set(model, sums);
    return sums;
  }
}
