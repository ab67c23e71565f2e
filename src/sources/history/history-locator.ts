import type { Blob } from "../../domain/blob.ts";
import type { Hit, Sighting } from "../../domain/candidate.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import type { Git } from "../../git/git.ts";
import { ObjectReader } from "../../git/objects/object-reader.ts";
import { Tree } from "../../git/objects/tree.ts";
import type { Repository } from "../../git/repository.ts";
import { BaseContents } from "../locate/base-contents.ts";
import { BlobLocator, type LocatorContext } from "../locate/blob-locator.ts";
import { CommitMetadataReader } from "../locate/commit-metadata.ts";
import type { Introductions } from "../locate/introductions.ts";
import { ObjectLocator } from "../locate/object-locator.ts";
import { PathIntroductions } from "../locate/path-introductions.ts";
import { Positions } from "../locate/positions.ts";

/** What it takes to locate hits in a history. */
export type HistoryLocatorContext = {
  git: Git;
  repository: Repository;
  gaps: GapCollector;
  includes: (path: string) => boolean;
  /** Whether a path is that of a note, which is the ID of the annotated commit. */
  isNotePath: (path: string) => boolean;
  bringings: Introductions;
  /** The commit that is checked out, or an empty tree. */
  head: string;
};

/** An object that no commit introduced. `isInScope`: whether it is reported; `path` where a ref names a tree with it. */
export type ObjectWithoutCommit = { isInScope: boolean; path: string | null };

/** Looks up an object that no commit introduced; null where git has no such object. */
type FindWithoutCommit = (oid: string) => Promise<ObjectWithoutCommit | null>;

/** Locates hits in a history. */
export class HistoryLocator {
  readonly blobs: HistoryBlobLocator;
  readonly #context: HistoryLocatorContext;
  readonly #findWithoutCommit: FindWithoutCommit;
  readonly #desk: ObjectReader;
  readonly #positions: Positions;
  readonly #paths: PathIntroductions;
  /** For hits in what no tree holds: messages, people, names of refs. */
  readonly #objects: ObjectLocator;

  constructor(context: HistoryLocatorContext, findWithoutCommit: FindWithoutCommit) {
    const { git, repository, gaps, includes, bringings, head } = context;
    const ends = { base: null, head };
    const desk = new ObjectReader(git);
    const makings = new CommitMetadataReader(desk);
    const places = new Positions(new BaseContents(git, null, repository, gaps), gaps);
    this.#context = context;
    this.#findWithoutCommit = findWithoutCommit;
    this.#desk = desk;
    this.#positions = places;
    this.#paths = new PathIntroductions({ git, ends, gaps }, includes, bringings, makings);
    this.#objects = new ObjectLocator(git, ends, repository, includes, gaps);
    const shared = { desk, gaps, includes, bringings, makings, places, head: new Tree(git, head, gaps) };
    this.blobs = new HistoryBlobLocator(shared, findWithoutCommit);
  }

  async sightingsOf(blob: Blob, hit: Hit): Promise<readonly Sighting[]> {
    const { provenance } = blob;
    switch (provenance.kind) {
      case "object":
        return await this.#locateInBlob(provenance.oid, hit);
      case "path":
        return await this.#paths.of(provenance.path, hit);
      case "commit-message":
      case "commit-people":
        return (await this.#isInScope(provenance.commit)) ? await this.#objects.sightingsOf(blob, hit) : [];
      case "tag-message":
        return (await this.#isInScope(provenance.tag)) ? await this.#objects.sightingsOf(blob, hit) : [];
      default:
        return await this.#objects.sightingsOf(blob, hit);
    }
  }

  async nameOf(blob: Blob): Promise<string | null> {
    const { provenance } = blob;
    return provenance.kind === "object" ? await this.blobs.nameOf(provenance.oid) : await this.#objects.nameOf(blob);
  }

  /** Ends the git processes that are kept for the next hit. */
  async forget(): Promise<void> {
    await Promise.all([this.#positions.forget(), this.#objects.forget()]);
    await this.#desk.close();
  }

  async #isInScope(oid: string): Promise<boolean> {
    return (await this.#findWithoutCommit(oid))?.isInScope ?? false;
  }

  async #locateInBlob(oid: string, hit: Hit): Promise<readonly Sighting[]> {
    const { bringings, isNotePath } = this.#context;
    const note = (await bringings.of(oid)).find(({ path }) => isNotePath(path));
    if (!note) return await this.blobs.of(oid, hit);
    const commit = parseNotePath(note.path);
    return await this.#objects.sightingsOf({ provenance: { kind: "note", commit, oid }, chunks: [] }, hit);
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

  override async countedName(oid: string): Promise<string | null> {
    return (await this.#isOutOfScope(oid)) ? null : await super.countedName(oid);
  }

  override async nameOf(oid: string): Promise<string | null> {
    return (await this.#isOutOfScope(oid)) ? null : await super.nameOf(oid);
  }

  override async of(oid: string, hit: Hit): Promise<readonly Sighting[]> {
    const object = await this.#lookUp(oid);
    if (!object) return await super.of(oid, hit);
    if (!object.isInScope) return [];
    const { desk, places } = this.#context;
    const position = await places.of({ oid, name: oid, open: () => desk.stream(oid) }, hit);
    return [{ ...position, where: "file", path: object.path, commit: null, author: null, at: null, inHead: false }];
  }

  async #isOutOfScope(oid: string): Promise<boolean> {
    return (await this.#lookUp(oid))?.isInScope === false;
  }

  /** Null where a commit introduced the object. */
  async #lookUp(oid: string): Promise<ObjectWithoutCommit | null> {
    const introductions = await this.#context.bringings.of(oid);
    return introductions.length > 0 ? null : await this.#findWithoutCommit(oid);
  }
}

/** Returns the annotated commit. The path of a note is its ID, with slashes in it where there are many notes (git-notes(1)). */
export function parseNotePath(path: string): string {
  return path.replaceAll("/", "");
}
