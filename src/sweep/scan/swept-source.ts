import type { Blob, Provenance } from "../../domain/blob.ts";
import type { Hit, Sighting } from "../../domain/candidate.ts";
import type { BlobName, Source } from "../../domain/source.ts";

/** In as many objects a key is read again at most: one is enough, unless it is gone by then. */
const MOST_OBJECTS = 4;

/** As many are kept where the head has them, by which a later sweep tells whether it still does. */
export const MOST_HEAD_OBJECTS = 32;

/** The objects in which each key was found, for whoever is to read it again, and an end to reading. */
export class SweptSource implements Source {
  readonly #source: Source;
  readonly #mayGoOn: () => boolean;
  readonly #objects = new Map<string, Set<string>>();
  #isCut = false;

  /** Once `mayGoOn` says no, no further blob is handed out. */
  constructor(source: Source, mayGoOn: () => boolean) {
    this.#source = source;
    this.#mayGoOn = mayGoOn;
  }

  /** Whether reading was ended before all was read. */
  get isCut(): boolean {
    return this.#isCut;
  }

  async *blobs(): AsyncGenerator<Blob> {
    for await (const blob of this.#source.blobs()) {
      if (!this.#mayGoOn()) {
        this.#isCut = true;
        return;
      }
      yield blob;
    }
  }

  async locate(blob: Blob, hit: Hit): Promise<readonly Sighting[]> {
    const sightings = await this.#source.locate(blob, hit);
    const object = getObjectId(blob.provenance);
    const { fingerprint } = hit.secret;
    const objects = this.#objects.get(fingerprint) ?? new Set();
    this.#objects.set(fingerprint, objects);
    const most = sightings.some(({ inHead }) => inHead) ? MOST_HEAD_OBJECTS : MOST_OBJECTS;
    if (object !== null && sightings.length > 0 && objects.size < most) objects.add(object);
    return sightings;
  }

  /** The git objects that hold this key; none where it stands in names alone. */
  listObjects(fingerprint: string): readonly string[] {
    return [...(this.#objects.get(fingerprint) ?? [])];
  }

  async complete(sightings: readonly Sighting[]): Promise<readonly Sighting[]> {
    return await this.#source.complete(sightings);
  }

  async nameOf(blob: Blob): Promise<BlobName | null> {
    return await this.#source.nameOf(blob);
  }

  account(): ReturnType<Source["account"]> {
    return this.#source.account();
  }
}

/** The git object that holds these bytes; null for names, which no object holds alone. */
function getObjectId(provenance: Provenance): string | null {
  switch (provenance.kind) {
    case "object":
    case "note":
      return provenance.oid;
    case "commit-message":
    case "commit-people":
    case "commit-signature":
      return provenance.commit;
    case "tag-message":
      return provenance.tag;
    case "path":
    case "ref":
    case "event-text":
    case "file":
    case "alert":
    case "stdin":
      return null;
    default:
      return provenance satisfies never;
  }
}
