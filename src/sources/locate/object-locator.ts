import type { Blob } from "../../domain/blob.ts";
import type { Hit, Sighting } from "../../domain/candidate.ts";
import type { CommitRange } from "../../git/commits/commit-range.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import type { Git } from "../../git/git.ts";
import { extractPeople, extractTagText, readMessage, splitCommitStream } from "../../git/objects/commit-object.ts";
import { ObjectReader } from "../../git/objects/object-reader.ts";
import { Tree } from "../../git/objects/tree.ts";
import type { Repository } from "../../git/repository.ts";
import { describeProvenance } from "../describe-provenance.ts";
import { AuthorSearch } from "./author-search.ts";
import { BaseContents } from "./base-contents.ts";
import { BlobLocator } from "./blob-locator.ts";
import { CommitMetadataReader } from "./commit-metadata.ts";
import { Introductions } from "./introductions.ts";
import { PathIntroductions } from "./path-introductions.ts";
import { Positions } from "./positions.ts";

/** What is in no tree, and so not in the head's. */
const NO_FILE = { path: null, inHead: false } as const;

/** Says of hits in git objects where they stand. All of it is asked for hits only, and asked once. */
export class ObjectLocator {
  readonly #desk: ObjectReader;
  readonly #places: Positions;
  readonly #makings: CommitMetadataReader;
  readonly #authorship: AuthorSearch;
  readonly #namings: PathIntroductions;
  /** Where blobs stand. */
  readonly blobs: BlobLocator;

  constructor(
    git: Git,
    ends: CommitRange,
    repository: Repository,
    includes: (path: string) => boolean,
    gaps: GapCollector,
  ) {
    const desk = new ObjectReader(git);
    this.#desk = desk;
    const bringings = new Introductions(git, ends, gaps);
    const places = new Positions(new BaseContents(git, ends.base, repository, gaps), gaps);
    const makings = new CommitMetadataReader(desk);
    const head = new Tree(git, ends.head, gaps);
    this.#places = places;
    this.#makings = makings;
    this.#authorship = new AuthorSearch(git, ends);
    this.#namings = new PathIntroductions({ git, ends, gaps }, includes, bringings, makings);
    this.blobs = new BlobLocator({ desk, gaps, includes, bringings, makings, places, head });
  }

  /** Whether a key was there before is certain after `decide`: where there are many, the base is searched once for all. */
  async sightingsOf(blob: Blob, hit: Hit): Promise<readonly Sighting[]> {
    const sightings = await this.#seen(blob, hit);
    this.#places.decideLater(hit, sightings);
    return sightings;
  }

  /** To be called when all blobs are read. */
  async decide(): Promise<void> {
    await this.#places.decide();
  }

  async #seen({ provenance }: Blob, hit: Hit): Promise<readonly Sighting[]> {
    switch (provenance.kind) {
      case "object":
        return await this.blobs.of(provenance.oid, hit);
      case "commit-message":
        return await this.#inMessage(provenance.commit, hit);
      case "commit-people":
        return await this.#inPeople(provenance.commit, hit);
      case "tag-message":
        return await this.#inTag(provenance.tag, hit);
      case "note":
        return await this.#inNote(provenance, hit);
      case "path":
        return await this.#namings.of(provenance.path, hit);
      case "ref":
        return [inName(provenance.name, hit)];
      case "event-text":
      case "file":
      case "stdin":
        throw new Error(`a range has nothing from ${provenance.kind}`);
      default:
        return provenance satisfies never;
    }
  }

  async nameOf({ provenance }: Blob): Promise<string | null> {
    return provenance.kind === "object" ? await this.blobs.nameOf(provenance.oid) : describeProvenance(provenance);
  }

  /** Lets go of what was read last. */
  async forget(): Promise<void> {
    await this.#desk.close();
    await this.#places.forget();
  }

  async #inMessage(commit: string, hit: Hit): Promise<readonly Sighting[]> {
    const open = () => readMessage(this.#desk.stream(commit));
    const place = await this.#places.of({ oid: commit, name: commit, open }, hit);
    const makingOf = await this.#makings.of([commit]);
    return [{ ...place, ...NO_FILE, ...makingOf(commit), where: "commit-message", commit }];
  }

  /** The headers of a commit are no lines of its message. */
  async #inPeople(commit: string, hit: Hit): Promise<readonly Sighting[]> {
    const place = await this.#places.of(
      { oid: commit, name: `${commit} people`, open: () => this.#people(commit) },
      hit,
    );
    const commits = await this.#authorship.sameAs(commit);
    const makingOf = await this.#makings.of(commits);
    const where = { ...place, ...NO_FILE, where: "commit-message", line: null, column: null } as const;
    return commits.map((one) => ({ ...where, ...makingOf(one), commit: one }));
  }

  async *#people(commit: string): AsyncGenerator<Uint8Array> {
    yield extractPeople((await splitCommitStream(this.#desk.stream(commit))).headers);
  }

  /** The tagger stands on the line before the first one. */
  async #inTag(tag: string, hit: Hit): Promise<readonly Sighting[]> {
    const open = () => extractTagText(this.#desk.stream(tag));
    const place = await this.#places.of({ oid: tag, name: tag, open }, hit);
    const isInMessage = place.line !== null && place.line > 1;
    const spot = isInMessage ? { line: (place.line ?? 0) - 1 } : { line: null, column: null };
    const makingOf = await this.#makings.of([tag]);
    return [{ ...place, ...NO_FILE, ...makingOf(tag), where: "tag-message", ...spot, commit: null }];
  }

  /** Who wrote a note, and when, only the history of the notes knows. */
  async #inNote({ commit, oid }: { commit: string; oid: string }, hit: Hit): Promise<readonly Sighting[]> {
    const place = await this.#places.of({ oid, name: oid, open: () => this.#desk.stream(oid) }, hit);
    const where = { ...place, ...NO_FILE, where: "commit-message", line: null, column: null } as const;
    return [{ ...where, commit, author: null, at: null }];
  }
}

/** The name of a branch or a tag is on the server as long as the branch or the tag is. */
function inName(name: string, { encoding, member }: Hit): Sighting {
  const unknown = { line: null, column: null, commit: null, author: null, at: null } as const;
  return { where: "path", path: name, ...unknown, encoding, member, inHead: true, preexisting: false };
}
