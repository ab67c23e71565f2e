import type { Hit, Sighting } from "../../domain/candidate.ts";
import { BlobLocator, type LocatorContext } from "../locate/blob-locator.ts";

/** An object that no commit brought. `counts`: whether it is told of all the same; `path` where a ref names a tree. */
export type Unbrought = { counts: boolean; path: string | null };

/** Where blobs of a history stand: also those that no commit brought, and none that do not count. */
export class HistoryBlobLocator extends BlobLocator {
  readonly #bearings: LocatorContext;
  readonly #unbrought: (oid: string) => Promise<Unbrought | null>;

  /** `unbrought` is asked about what no commit brought; null for what is no object of git. */
  constructor(bearings: LocatorContext, unbrought: (oid: string) => Promise<Unbrought | null>) {
    super(bearings);
    this.#bearings = bearings;
    this.#unbrought = unbrought;
  }

  override async countedName(oid: string): Promise<string | null> {
    const alone = await this.#alone(oid);
    return alone && !alone.counts ? null : await super.countedName(oid);
  }

  override async nameOf(oid: string): Promise<string | null> {
    const alone = await this.#alone(oid);
    return alone && !alone.counts ? null : await super.nameOf(oid);
  }

  override async of(oid: string, hit: Hit): Promise<readonly Sighting[]> {
    const alone = await this.#alone(oid);
    if (!alone) return await super.of(oid, hit);
    if (!alone.counts) return [];
    const { desk, places } = this.#bearings;
    const place = await places.of({ oid, name: oid, open: () => desk.stream(oid) }, hit);
    return [{ ...place, where: "file", path: alone.path, commit: null, author: null, at: null, inHead: false }];
  }

  async #alone(oid: string): Promise<Unbrought | null> {
    const brought = await this.#bearings.bringings.of(oid);
    return brought.length > 0 ? null : await this.#unbrought(oid);
  }
}
