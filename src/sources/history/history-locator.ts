import type { Blob } from "../../domain/blob.ts";
import type { Hit, Sighting } from "../../domain/candidate.ts";
import type { BlobName } from "../../domain/source.ts";
import { BlobLocator, createLocatorContext, type LocatedRange, type LocatorContext } from "../locate/blob-locator.ts";
import type { Introductions } from "../locate/introductions.ts";
import { ObjectLocator } from "../locate/object-locator.ts";
import { KeptObjects } from "../locate/objects/kept-objects.ts";

/** An object that no commit introduced. `isInScope`: whether it is reported; `path` where a ref names a tree with it. */
export type ObjectWithoutCommit = { isInScope: boolean; path: string | null };

/** Looks up an object that no commit introduced; null where git has no such object. */
type FindWithoutCommit = (oid: string) => Promise<ObjectWithoutCommit | null>;

/** What is known of the objects of a history once it was walked. */
export type WalkedHistory = {
  introductions: Introductions;
  findWithoutCommit: FindWithoutCommit;
  /** Whether a path is that of a note, which is the ID of the annotated commit. */
  isNotePath: (path: string) => boolean;
};

/** Locates hits in a history. */
export class HistoryLocator {
  readonly blobs: BlobLocator;
  readonly #objects: ObjectLocator;
  readonly #context: LocatorContext;
  readonly #history: WalkedHistory;
  /** What the latest blob is: hits come blob by blob. */
  #latest: { oid: string; blob: Blob } | null = null;

  /** The head of the range is the commit that is checked out, or an empty tree. */
  constructor(range: LocatedRange, history: WalkedHistory) {
    const context = createLocatorContext(range, new KeptObjects(range.git), history.introductions);
    this.#context = context;
    this.#history = history;
    this.blobs = new HistoryBlobLocator(context, history.findWithoutCommit);
    this.#objects = new ObjectLocator(context, this.blobs);
  }

  /** Tells of the commit that is searched now, so that it need not be read again to locate what it says. */
  showPassing(oid: string, content: Buffer): void {
    this.#context.reader.showPassing(oid, content);
  }

  async locate(blob: Blob, hit: Hit): Promise<readonly Sighting[]> {
    const { provenance } = blob;
    switch (provenance.kind) {
      case "object":
        return await this.#objects.locate(await this.#asNote(provenance.oid), hit);
      case "commit-message":
      case "commit-people":
      case "commit-signature":
        return (await this.#isInScope(provenance.commit)) ? await this.#objects.locate(blob, hit) : [];
      case "tag-message":
        return (await this.#isInScope(provenance.tag)) ? await this.#objects.locate(blob, hit) : [];
      default:
        return await this.#objects.locate(blob, hit);
    }
  }

  async nameOf(blob: Blob): Promise<BlobName | null> {
    return await this.#objects.nameOf(blob);
  }

  /** Ends the git processes that are kept for the next hit. */
  async close(): Promise<void> {
    await this.#objects.close();
  }

  async #isInScope(oid: string): Promise<boolean> {
    return (await this.#history.findWithoutCommit(oid))?.isInScope ?? false;
  }

  /** A note is read as any other blob, and known by its path. */
  async #asNote(oid: string): Promise<Blob> {
    if (this.#latest?.oid !== oid) this.#latest = { oid, blob: await this.#findNote(oid) };
    return this.#latest.blob;
  }

  async #findNote(oid: string): Promise<Blob> {
    const { introductions, isNotePath } = this.#history;
    for (const { path } of await introductions.find(oid)) {
      if (isNotePath(path)) return { provenance: { kind: "note", commit: parseNotePath(path), oid }, chunks: [] };
    }
    return { provenance: { kind: "object", oid }, chunks: [] };
  }
}

/** Locates hits in the blobs of a history, including blobs that no commit introduced, if they are in scope. */
class HistoryBlobLocator extends BlobLocator {
  readonly #context: LocatorContext;
  readonly #findWithoutCommit: FindWithoutCommit;

  constructor(context: LocatorContext, findWithoutCommit: FindWithoutCommit) {
    super(context);
    this.#context = context;
    this.#findWithoutCommit = findWithoutCommit;
  }

  override async findPath(oid: string): Promise<string | null> {
    return (await this.#isOutOfScope(oid)) ? null : await super.findPath(oid);
  }

  override async nameOf(oid: string): Promise<BlobName | null> {
    return (await this.#isOutOfScope(oid)) ? null : await super.nameOf(oid);
  }

  override async locate(oid: string, hit: Hit): Promise<readonly Sighting[]> {
    const object = await this.#lookUp(oid);
    if (!object) return await super.locate(oid, hit);
    if (!object.isInScope) return [];
    const { reader, positions } = this.#context;
    const position = await positions.locate({ oid, id: oid, open: () => reader.stream(oid) }, hit);
    return [{ ...position, where: "file", path: object.path, commit: null, author: null, at: null, inHead: false }];
  }

  async #isOutOfScope(oid: string): Promise<boolean> {
    return (await this.#lookUp(oid))?.isInScope === false;
  }

  /** Null where a commit introduced the object. */
  async #lookUp(oid: string): Promise<ObjectWithoutCommit | null> {
    for (const _ of await this.#context.introductions.find(oid)) return null;
    return await this.#findWithoutCommit(oid);
  }
}

/** Returns the annotated commit. The path of a note is its ID, with slashes in it where there are many notes (git-notes(1)). */
export function parseNotePath(path: string): string {
  return path.replaceAll("/", "");
}
