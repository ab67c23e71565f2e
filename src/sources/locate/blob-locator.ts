import type { Hit, Sighting } from "../../domain/candidate.ts";
import { quoteForMessage } from "../../errors.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import type { ObjectReader } from "../../git/objects/object-reader.ts";
import type { Tree } from "../../git/objects/tree.ts";
import { opened } from "../lfs.ts";
import type { CommitMetadataReader } from "./commit-metadata.ts";
import type { Introduction, Introductions } from "./introductions.ts";
import type { PositionOrigin, Positions } from "./positions.ts";

/** What it takes to say where a blob stands. */
export type LocatorContext = {
  desk: ObjectReader;
  gaps: GapCollector;
  includes: (path: string) => boolean;
  bringings: Introductions;
  makings: CommitMetadataReader;
  places: Positions;
  head: Tree;
};

/** Says which commits of a range brought a blob, at which paths, and whether it stands there still. */
export class BlobLocator {
  readonly #to: LocatorContext;
  /** The content of Git LFS, by its own name: the pointer that stands for it, and the file that holds it. */
  readonly #contents = new Map<string, { pointer: string; file: string }>();

  constructor(bearings: LocatorContext) {
    this.#to = bearings;
  }

  /** Says that a blob, as it is named from now on, is the content a pointer stands for. */
  isContent(oid: string, of: { pointer: string; file: string }): void {
    this.#contents.set(oid, of);
  }

  /** A path of the range that counts and has the blob; its object name where no path is known. Null: none counts. */
  async countedName(oid: string): Promise<string | null> {
    const { brought, included } = await this.#bringingsOf(oid);
    return brought.length === 0 ? `object ${oid}` : (included[0]?.path ?? null);
  }

  /** The same, the path in quotes. */
  async nameOf(oid: string): Promise<string | null> {
    const { brought, included } = await this.#bringingsOf(oid);
    if (brought.length === 0) return `object ${oid}`;
    return included[0] ? quoteForMessage(included[0].path) : null;
  }

  /** One for each commit and path that brought the blob and counts. */
  async of(oid: string, hit: Hit): Promise<readonly Sighting[]> {
    const { gaps, places, makings, head } = this.#to;
    const { brought, included } = await this.#bringingsOf(oid);
    if (brought.length > 0 && included.length === 0) return [];
    const here = { ...(await places.of(this.#originOf(oid), hit)), where: "file" } as const;
    if (brought.length === 0) {
      gaps.add("miscounted", `no commit of the range was found to have brought blob ${oid}, which holds a key`);
      return [{ ...here, path: null, commit: null, author: null, at: null, inHead: false }];
    }
    const makingOf = await makings.of(included.map(({ commit }) => commit));
    const sightings: Sighting[] = [];
    for (const { commit, path } of included) {
      const inHead = await head.has({ oid: this.#inGit(oid), path });
      sightings.push({ ...here, ...makingOf(commit), commit, path, inHead });
    }
    return sightings;
  }

  async #bringingsOf(oid: string): Promise<{ brought: readonly Introduction[]; included: readonly Introduction[] }> {
    const brought = await this.#to.bringings.of(this.#inGit(oid));
    return { brought, included: brought.filter(({ path }) => this.#to.includes(path)) };
  }

  #inGit(oid: string): string {
    return this.#contents.get(oid)?.pointer ?? oid;
  }

  #originOf(oid: string): PositionOrigin {
    const content = this.#contents.get(oid);
    const open = () => (content ? opened(content.file) : this.#to.desk.stream(oid));
    return { oid: this.#inGit(oid), name: oid, open };
  }
}
