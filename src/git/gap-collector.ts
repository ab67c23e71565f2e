import type { Gap, GapKind } from "../domain/gap.ts";

/** Gaps of one kind that are listed one by one; a partial clone can lack a hundred thousand objects. */
const MAX_LISTED = 10;

/**
 * Collects the gaps of one source, as a log collects lines. One is made when a source is opened, and everything that reads
 * for the source adds to it: gaps turn up in the middle of streams, whose readers take them one item at a time.
 */
export class GapCollector {
  readonly #listed: Gap[] = [];
  readonly #counts = new Map<GapKind, number>();

  add(kind: GapKind, detail: string): void {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    if (count <= MAX_LISTED) this.#listed.push({ kind, detail });
  }

  addMissingObject(oid: string): void {
    const why = "a shallow or partial clone may have left it out";
    this.add("missing-object", `the object ${oid} is not in this repository: ${why}`);
  }

  /** The first gaps of each kind, and then the number of the others. */
  list(): readonly Gap[] {
    const rest = [...this.#counts].filter(([, count]) => count > MAX_LISTED);
    return [
      ...this.#listed,
      ...rest.map(([kind, count]) => ({ kind, detail: `and ${count - MAX_LISTED} more (${kind})` })),
    ];
  }
}
