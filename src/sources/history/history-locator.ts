import type { Blob } from "../../domain/blob.ts";
import type { Hit, Sighting } from "../../domain/candidate.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import type { Git } from "../../git/git.ts";
import { ObjectReader } from "../../git/objects/object-reader.ts";
import { Tree } from "../../git/objects/tree.ts";
import type { Repository } from "../../git/repository.ts";
import { BaseContents } from "../locate/base-contents.ts";
import { CommitMetadataReader } from "../locate/commit-metadata.ts";
import type { Introductions } from "../locate/introductions.ts";
import { ObjectLocator } from "../locate/object-locator.ts";
import { PathIntroductions } from "../locate/path-introductions.ts";
import { Positions } from "../locate/positions.ts";
import { HistoryBlobLocator, type Unbrought } from "./history-blob-locator.ts";

/** What it takes to say where something in a history stands. */
export type HistoryLocatorContext = {
  git: Git;
  repository: Repository;
  gaps: GapCollector;
  includes: (path: string) => boolean;
  /** Whether a path is that of a note: the name of the commit it is about. */
  isNotes: (path: string) => boolean;
  bringings: Introductions;
  /** The commit that is checked out, or an empty tree. */
  head: string;
};

/** Says of hits in a history where they stand. */
export class HistoryLocator {
  /** Where blobs stand. */
  readonly blobs: HistoryBlobLocator;
  readonly #around: HistoryLocatorContext;
  readonly #unbrought: (oid: string) => Promise<Unbrought | null>;
  readonly #desk: ObjectReader;
  readonly #places: Positions;
  readonly #namings: PathIntroductions;
  /** For what stands in no tree. */
  readonly #located: ObjectLocator;

  /** `unbrought` is asked about what no commit brought. */
  constructor(around: HistoryLocatorContext, unbrought: (oid: string) => Promise<Unbrought | null>) {
    const { git, repository, gaps, includes, bringings, head } = around;
    const ends = { base: null, head };
    const desk = new ObjectReader(git);
    const makings = new CommitMetadataReader(desk);
    this.#around = around;
    this.#desk = desk;
    this.#unbrought = unbrought;
    this.#places = new Positions(new BaseContents(git, null, repository, gaps), gaps);
    this.#namings = new PathIntroductions({ git, ends, gaps }, includes, bringings, makings);
    this.#located = new ObjectLocator(git, ends, repository, includes, gaps);
    const places = this.#places;
    const bearings = { desk, gaps, includes, bringings, makings, places, head: new Tree(git, head, gaps) };
    this.blobs = new HistoryBlobLocator(bearings, unbrought);
  }

  async sightingsOf(blob: Blob, hit: Hit): Promise<readonly Sighting[]> {
    const { provenance } = blob;
    switch (provenance.kind) {
      case "object":
        return await this.#inBlob(provenance.oid, hit);
      case "path":
        return await this.#namings.of(provenance.path, hit);
      case "commit-message":
      case "commit-people":
        return (await this.#counts(provenance.commit)) ? await this.#located.sightingsOf(blob, hit) : [];
      case "tag-message":
        return (await this.#counts(provenance.tag)) ? await this.#located.sightingsOf(blob, hit) : [];
      default:
        return await this.#located.sightingsOf(blob, hit);
    }
  }

  async nameOf(blob: Blob): Promise<string | null> {
    const { provenance } = blob;
    return provenance.kind === "object" ? await this.blobs.nameOf(provenance.oid) : await this.#located.nameOf(blob);
  }

  /** Lets go of what was read last. */
  async forget(): Promise<void> {
    await Promise.all([this.#places.forget(), this.#located.forget()]);
    await this.#desk.close();
  }

  async #counts(oid: string): Promise<boolean> {
    return (await this.#unbrought(oid))?.counts ?? false;
  }

  async #inBlob(oid: string, hit: Hit): Promise<readonly Sighting[]> {
    const { bringings, isNotes } = this.#around;
    const note = (await bringings.of(oid)).find(({ path }) => isNotes(path));
    if (!note) return await this.blobs.of(oid, hit);
    const commit = withoutSlashes(note.path);
    return await this.#located.sightingsOf({ provenance: { kind: "note", commit, oid }, chunks: [] }, hit);
  }
}

/** The path of a note is the name of the commit it is about, cut by slashes where there are many (git-notes(1)). */
export function withoutSlashes(path: string): string {
  return path.replaceAll("/", "");
}
