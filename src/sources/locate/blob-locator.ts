import type { Hit, Sighting } from "../../domain/candidate.ts";
import { quoteForMessage } from "../../errors.ts";
import type { CommitRange } from "../../git/commits/commit-range.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import type { Git } from "../../git/git.ts";
import { ObjectReader } from "../../git/objects/object-reader.ts";
import { Tree } from "../../git/objects/tree.ts";
import { describePlace } from "../../git/objects/tree-search.ts";
import type { Repository } from "../../git/repository.ts";
import { openContent } from "../lfs.ts";
import type { PendingPathFilter } from "../path-filter.ts";
import { BaseContents } from "./base-contents.ts";
import { CommitMetadataReader } from "./commit-metadata.ts";
import { type Introduction, Introductions } from "./introductions.ts";
import { Positions, type SearchedText } from "./positions.ts";

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
  reader: ObjectReader;
  introductions: Introductions;
  metadata: CommitMetadataReader;
  base: BaseContents;
  positions: Positions;
  head: Tree;
};

/** Prepares to locate hits in a range; nothing is read yet. A history knows its introductions from another walk. */
export function createLocatorContext(located: LocatedRange, introductions?: Introductions): LocatorContext {
  const { git, repository, range, gaps, includes } = located;
  const reader = new ObjectReader(git);
  const base = new BaseContents({ git, commit: range.base, repository, gaps, includes });
  return {
    ...located,
    isRange: introductions === undefined,
    reader,
    introductions: introductions ?? new Introductions(git, range, gaps),
    metadata: new CommitMetadataReader(reader),
    base,
    positions: new Positions(base, gaps),
    head: new Tree(git, range.head, gaps),
  };
}

/** Says which commits of a range introduced a blob, at which paths, and whether the head still has it there. */
export class BlobLocator {
  readonly #context: LocatorContext;
  /** The content that Git LFS keeps, by its SHA-256: the pointer blob in git, and the file with the content. */
  readonly #lfsContents = new Map<string, { pointer: string; file: string }>();

  constructor(context: LocatorContext) {
    this.#context = context;
  }

  /** Registers the content of a Git LFS pointer, which is then located as the pointer is. */
  addLfsContent(oid: string, content: { pointer: string; file: string }): void {
    this.#lfsContents.set(oid, content);
  }

  /** An included path of the blob; its object name where no path is known; null where no path is included. */
  async findPath(oid: string): Promise<string | null> {
    const { all, included } = await this.#findIntroductions(oid);
    return all.length === 0 ? `object ${oid}` : (included[0]?.path ?? null);
  }

  /** What a person would call the blob: a path in quotes, or its object name; null where no path is included. */
  async nameOf(oid: string): Promise<string | null> {
    const { all, included } = await this.#findIntroductions(oid);
    if (all.length === 0) return `object ${oid}`;
    return included[0] ? quoteForMessage(included[0].path) : null;
  }

  /** What to call the blob where it cannot be read: a path and a commit; null where no path is included. */
  async describe(oid: string): Promise<string | null> {
    const { all, included } = await this.#findIntroductions(oid);
    const [first] = included;
    if (all.length === 0) return "an object";
    return first ? describePlace(first) : null;
  }

  /** One sighting for each commit that introduced the blob at an included path. */
  async locate(oid: string, hit: Hit): Promise<readonly Sighting[]> {
    const { gaps, positions, metadata, head } = this.#context;
    const { all, included } = await this.#findIntroductions(oid);
    if (all.length > 0 && included.length === 0) return [];
    const position = { ...(await positions.locate(this.#describeText(oid), hit)), where: "file" } as const;
    if (all.length === 0) {
      gaps.add("miscounted", `no commit of the range was found to have brought blob ${oid}, which holds a key`);
      return [{ ...position, path: null, commit: null, author: null, at: null, inHead: false }];
    }
    const metadataOf = await metadata.read(included.map(({ commit }) => commit));
    const sightings: Sighting[] = [];
    for (const { commit, path } of included) {
      const inHead = await head.has({ oid: this.#gitOid(oid), path });
      sightings.push({ ...position, ...metadataOf(commit), commit, path, inHead });
    }
    return sightings;
  }

  async #findIntroductions(oid: string): Promise<Record<"all" | "included", readonly Introduction[]>> {
    const all = await this.#context.introductions.find(this.#gitOid(oid));
    const includes = await this.#context.includes;
    return { all, included: all.filter(({ path }) => includes(path)) };
  }

  /** The blob that stands in trees. */
  #gitOid(oid: string): string {
    return this.#lfsContents.get(oid)?.pointer ?? oid;
  }

  #describeText(oid: string): SearchedText {
    const content = this.#lfsContents.get(oid);
    const open = () => (content ? openContent(content.file) : this.#context.reader.stream(oid));
    return { oid: this.#gitOid(oid), id: oid, open };
  }
}
