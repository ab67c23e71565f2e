import type { Blob } from "../../domain/blob.ts";
import type { Hit, Sighting } from "../../domain/candidate.ts";
import { SightingList } from "../../domain/sightings.ts";
import type { BlobName } from "../../domain/source.ts";
import type { CommitRange } from "../../git/commits/commit-range.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import type { Git } from "../../git/git.ts";
import type { Repository } from "../../git/repository.ts";
import { Tree } from "../../git/trees/tree.ts";
import { TreeReader } from "../../git/trees/tree-reader.ts";
import { describeUnknownOrigin } from "../../messages/gaps/git/places.ts";
import { nameObjectAt, nameObjectId, namePath, UNNAMED } from "../../messages/names.ts";
import { openContent } from "../lfs.ts";
import type { PendingPathFilter } from "../path-filter.ts";
import { BaseContents } from "./base-contents.ts";
import { CommitMetadataReader } from "./commit-metadata.ts";
import { Introductions } from "./introductions.ts";
import type { KeptObjects } from "./objects/kept-objects.ts";
import { RangeCommits } from "./objects/range-commits.ts";
import { openAgain, type Position, Positions, type SearchedText } from "./positions.ts";

/** The range in which hits are located. */
export type LocatedRange = {
  git: Git;
  repository: Repository;
  range: CommitRange;
  gaps: GapCollector;
  /** Whether keys at this path count. */
  includes: PendingPathFilter;
};

/** What all locators of a range share. To be closed. */
export type LocatorContext = LocatedRange & {
  /** Whether the head leads to every commit: not so in a history of all branches. */
  isRange: boolean;
  reader: KeptObjects;
  commits: RangeCommits;
  introductions: Introductions;
  metadata: CommitMetadataReader;
  base: BaseContents;
  positions: Positions;
  /** The trees of the range's ends. */
  head: Tree;
  baseTree: Tree | null;
};

/**
 * Prepares to locate hits in a range; nothing is read yet. `reader` has what was kept of it. A history knows its
 * introductions from another walk.
 */
export function createLocatorContext(
  located: LocatedRange,
  reader: KeptObjects,
  introductions?: Introductions,
): LocatorContext {
  const { git, repository, range, gaps, includes } = located;
  const commits = new RangeCommits(git, range);
  const trees = new TreeReader(reader, gaps);
  const base = new BaseContents({ git, commit: range.base, repository, gaps, includes });
  return {
    ...located,
    isRange: introductions === undefined,
    reader,
    commits,
    introductions: introductions ?? new Introductions(git, range, gaps, undefined, { commits, objects: reader }),
    metadata: new CommitMetadataReader(reader),
    base,
    positions: new Positions(base, gaps),
    head: new Tree(trees, range.head),
    baseTree: range.base === null ? null : new Tree(trees, range.base),
  };
}

/** Where a blob stands: its places, and one path that is included. `isKnown`: whether a commit introduced it at all. */
type BlobPlaces = { isKnown: boolean; path: string | null; places: readonly BlobPlace[] };

/** A place of a blob: that of each hit in it, but for where in the blob the hit is. */
type BlobPlace = Omit<Sighting, keyof Position>;

/** A place in a blob of which nothing is known yet. */
const UNPLACED = {
  where: "file",
  line: null,
  column: null,
  encoding: "plain",
  member: null,
  preexisting: false,
} as const;

/** The places of as many blobs are remembered. */
const MAX_REMEMBERED = 100;

/** Says which commits of a range introduced a blob, at which paths, and whether the head still has it there. */
export class BlobLocator {
  readonly #context: LocatorContext;
  /** The content that Git LFS keeps, by its SHA-256: the pointer blob in git, and the file with the content. */
  readonly #lfsContents = new Map<string, { pointer: string; file: string }>();
  /** By the name of the blob in git. */
  readonly #places = new Map<string, Promise<BlobPlaces>>();

  constructor(context: LocatorContext) {
    this.#context = context;
  }

  /** Registers the content of a Git LFS pointer, which is then located as the pointer is. */
  addLfsContent(oid: string, content: { pointer: string; file: string }): void {
    this.#lfsContents.set(oid, content);
  }

  /** An included path of the blob; its object name where no path is known; null where no path is included. */
  async findPath(oid: string): Promise<string | null> {
    const { isKnown, path } = await this.#findPlaces(oid);
    return isKnown ? path : nameObjectId(oid);
  }

  /** What a person would call the blob: a path in quotes, or its object name; null where no path is included. */
  async nameOf(oid: string): Promise<BlobName | null> {
    const { isKnown, path } = await this.#findPlaces(oid);
    if (!isKnown) return { name: nameObjectId(oid) };
    return path === null ? null : namePath(path);
  }

  /** What to call the blob where it cannot be read: a path and a commit; null where no path is included. */
  async describe(oid: string): Promise<BlobName | null> {
    const { isKnown, places } = await this.#findPlaces(oid);
    const [first] = places;
    if (!isKnown) return { name: UNNAMED };
    return first && first.path !== null && first.commit !== null
      ? { name: nameObjectAt({ path: first.path, commit: first.commit }), path: first.path }
      : null;
  }

  /**
   * One sighting for each commit that introduced the blob at an included path, as `SightingList` lists them. `content` is
   * what was searched; it is read once more where it passed as a stream.
   */
  async locate(oid: string, hit: Hit, content: Blob["chunks"] = []): Promise<readonly Sighting[]> {
    const { gaps, positions } = this.#context;
    const { isKnown, path, places } = await this.#findPlaces(oid);
    if (isKnown && path === null) return [];
    const position = await positions.locate(this.#describeText(oid, content), hit);
    if (isKnown) return places.map((place) => ({ ...place, ...position }));
    gaps.add("miscounted", describeUnknownOrigin(oid), { cause: "fault" });
    return [{ ...position, where: "file", path: null, commit: null, author: null, at: null, inHead: false }];
  }

  async #findPlaces(oid: string): Promise<BlobPlaces> {
    const blob = this.#gitOid(oid);
    const known = this.#places.get(blob) ?? this.#listPlaces(blob);
    if (this.#places.size >= MAX_REMEMBERED) this.#places.clear();
    this.#places.set(blob, known);
    return await known;
  }

  /** Once for all hits in a blob: it may stand at a hundred thousand paths, and have as many hits. */
  async #listPlaces(blob: string): Promise<BlobPlaces> {
    const { introductions, metadata, head } = this.#context;
    const includes = await this.#context.includes;
    let isKnown = false;
    const commits = new Set<string>();
    for (const { commit, path } of await introductions.find(blob)) {
      isKnown = true;
      if (includes(path)) commits.add(commit);
    }
    const metadataOf = await metadata.read([...commits]);
    const list = new SightingList();
    // Gone through once more rather than held: there may be a million.
    for (const { commit, path } of commits.size > 0 ? await introductions.find(blob) : []) {
      if (!includes(path)) continue;
      const inHead = await head.has({ oid: blob, path });
      list.add({ ...UNPLACED, ...metadataOf(commit), commit, path, inHead });
    }
    const places = list.list();
    return { isKnown, path: places[0]?.path ?? null, places };
  }

  /** The blob that stands in trees. */
  #gitOid(oid: string): string {
    return this.#lfsContents.get(oid)?.pointer ?? oid;
  }

  #describeText(oid: string, content: Blob["chunks"]): SearchedText {
    const lfs = this.#lfsContents.get(oid);
    const open = () => (lfs ? openContent(lfs.file) : openAgain(content, () => this.#context.reader.stream(oid)));
    return { oid: this.#gitOid(oid), id: oid, open };
  }
}
