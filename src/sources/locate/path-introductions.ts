import type { Hit, Sighting } from "../../domain/candidate.ts";
import { decodePath, encodePath } from "../../domain/path-text.ts";
import { SightingList } from "../../domain/sightings.ts";
import { splitLongNames } from "../../git/trees/tree-names.ts";
import type { LocatorContext } from "./blob-locator.ts";
import { PathTable } from "./path-table.ts";

/** A file or folder by its path, and the commit that first gave something this path. */
type NewPath = { commit: string; path: string };

/** The new paths that end in a name, the first ones listed and the others counted. */
type NewPaths = { listed: NewPath[]; unlisted: number };

/** As many paths of one name are looked up. */
const MAX_LISTED = 200;

/** Says which commits of a range introduced the path of a file or a folder. The first question walks the range. */
export class PathIntroductions {
  readonly #context: LocatorContext;
  /** What the range introduced, by names that are long enough to hold a key. */
  #index: Promise<ReadonlyMap<string, NewPaths>> | null = null;

  constructor(context: LocatorContext) {
    this.#context = context;
  }

  /** Locates a hit in a name. Empty where the base has the very path, or the range has the name at no included path. */
  async locate(name: string, { encoding, offset, length }: Hit): Promise<readonly Sighting[]> {
    this.#index ??= this.#buildIndex();
    const index = await this.#index;
    const { base, head, metadata } = this.#context;
    const key = decodePath(encodePath(name).subarray(offset, offset + length));
    const rest = { line: null, column: null, encoding, member: null, preexisting: await base.hasInName(key) } as const;
    const list = new SightingList();
    // Git writes no name with a slash in it, and reads such a one as several.
    for (const part of name.split("/")) {
      const { listed, unlisted } = index.get(part) ?? { listed: [], unlisted: 0 };
      const metadataOf = await metadata.read(listed.map(({ commit }) => commit));
      for (const { commit, path } of listed) {
        if (await this.#isInBase(part, path)) continue;
        list.add({ where: "path", path, commit, ...metadataOf(commit), ...rest, inHead: await head.hasPath(path) });
      }
      const [last] = listed.slice(-1);
      // Whether the head has them is not looked up: they may be there.
      if (last && unlisted > 0) {
        const others = { ...last, ...metadataOf(last.commit), ...rest, inHead: true, unlisted: unlisted - 1 };
        list.add({ where: "path", ...others });
      }
    }
    return list.list();
  }

  async #buildIndex(): Promise<ReadonlyMap<string, NewPaths>> {
    const includes = await this.#context.includes;
    const introduced = new Map<string, NewPaths>();
    const known = new PathTable();
    for await (const { commit, path, isNew } of this.#context.introductions.list()) {
      if (!isNew) continue;
      const parts = splitLongNames(path);
      if (parts.length === 0 || !includes(path)) continue;
      for (const { name, prefix } of parts) {
        const number = known.count;
        const bytes = encodePath(prefix);
        if (known.add(bytes, 0, bytes.length) !== number) continue;
        const paths = introduced.get(name) ?? { listed: [], unlisted: 0 };
        introduced.set(name, paths);
        if (paths.listed.length < MAX_LISTED) paths.listed.push({ commit, path: prefix });
        else paths.unlisted += 1;
      }
    }
    return introduced;
  }

  /** A folder may be there for excluded files alone. */
  async #isInBase(name: string, path: string): Promise<boolean> {
    const { base, baseTree } = this.#context;
    return baseTree !== null && (await baseTree.hasPath(path)) && (await base.hasName(name));
  }
}
