import type { Blob } from "../../domain/blob.ts";
import type { Hit, Sighting } from "../../domain/candidate.ts";
import type { Gaps } from "../../git/gaps.ts";
import type { Git } from "../../git/git.ts";
import { Desk } from "../../git/object-reader.ts";
import type { Repository } from "../../git/repository.ts";
import { Tree } from "../../git/tree.ts";
import { Base } from "../locate/base-contents.ts";
import { Makings } from "../locate/commit-metadata.ts";
import type { Bringings } from "../locate/introductions.ts";
import { Located } from "../locate/object-locator.ts";
import { Namings } from "../locate/path-introductions.ts";
import { Places } from "../locate/positions.ts";
import { HistoryStandings, type Unbrought } from "./history-blob-locator.ts";

/** What it takes to say where something in a history stands. */
export type Surroundings = {
  git: Git;
  repository: Repository;
  gaps: Gaps;
  includes: (path: string) => boolean;
  /** Whether a path is that of a note: the name of the commit it is about. */
  isNotes: (path: string) => boolean;
  bringings: Bringings;
  /** The commit that is checked out, or an empty tree. */
  head: string;
};

/** Says of hits in a history where they stand. */
export class Whereabouts {
  /** Where blobs stand. */
  readonly blobs: HistoryStandings;
  readonly #around: Surroundings;
  readonly #unbrought: (oid: string) => Promise<Unbrought | null>;
  readonly #desk: Desk;
  readonly #places: Places;
  readonly #namings: Namings;
  /** For what stands in no tree. */
  readonly #located: Located;

  /** `unbrought` is asked about what no commit brought. */
  constructor(around: Surroundings, unbrought: (oid: string) => Promise<Unbrought | null>) {
    const { git, repository, gaps, includes, bringings, head } = around;
    const ends = { base: null, head };
    const desk = new Desk(git);
    const makings = new Makings(desk);
    this.#around = around;
    this.#desk = desk;
    this.#unbrought = unbrought;
    this.#places = new Places(new Base(git, null, repository, gaps), gaps);
    this.#namings = new Namings({ git, ends, gaps }, includes, bringings, makings);
    this.#located = new Located(git, ends, repository, includes, gaps);
    const places = this.#places;
    const bearings = { desk, gaps, includes, bringings, makings, places, head: new Tree(git, head, gaps) };
    this.blobs = new HistoryStandings(bearings, unbrought);
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
    this.#desk.close();
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
