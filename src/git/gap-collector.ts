import type { Gap, GapKind } from "../domain/gap.ts";

/** Of each kind so many gaps are told one by one; a partial clone can lack a hundred thousand objects. */
const TOLD = 10;

/** Collects gaps; of many of a kind it keeps the first ones and the number of the others. */
export class GapCollector {
  readonly #told: Gap[] = [];
  readonly #count = new Map<GapKind, number>();

  add(kind: GapKind, detail: string): void {
    const count = (this.#count.get(kind) ?? 0) + 1;
    this.#count.set(kind, count);
    if (count <= TOLD) this.#told.push({ kind, detail });
  }

  addMissingObject(oid: string): void {
    const why = "a shallow or partial clone may have left it out";
    this.add("missing-object", `the object ${oid} is not in this repository: ${why}`);
  }

  list(): readonly Gap[] {
    const rest = [...this.#count].filter(([, count]) => count > TOLD);
    return [...this.#told, ...rest.map(([kind, count]) => ({ kind, detail: `and ${count - TOLD} more (${kind})` }))];
  }
}
