import type { Hit, Sighting } from "../../domain/candidate.ts";
import { decodePath, encodePath } from "../../domain/path-text.ts";
import { listPaths } from "../../git/objects/tree.ts";
import { splitLongNames } from "../../git/objects/tree-names.ts";
import type { LocatorContext } from "./blob-locator.ts";

/** A file or folder by its path, and the commit that first gave something this path. */
type NewPath = { commit: string; path: string };

/** The paths whose last part is long enough to hold a key. */
type PathIndex = {
  /** What the range introduced, by the last part of the path. */
  introduced: ReadonlyMap<string, readonly NewPath[]>;
  /** Paths of files and folders in the trees of head and base, those that count. */
  head: ReadonlySet<string>;
  base: ReadonlySet<string>;
};

/** Says which commits of a range introduced the path of a file or a folder. The first question walks the range. */
export class PathIntroductions {
  readonly #context: LocatorContext;
  #index: Promise<PathIndex> | null = null;

  constructor(context: LocatorContext) {
    this.#context = context;
  }

  /** Locates a hit in a name. Empty where the base has the very path, or the range has the name at no included path. */
  async locate(name: string, { encoding, offset, length }: Hit): Promise<readonly Sighting[]> {
    this.#index ??= this.#buildIndex();
    const { introduced, head, base } = await this.#index;
    const key = decodePath(encodePath(name).subarray(offset, offset + length));
    const preexisting = [...base].some((path) => path.includes(key));
    // Git writes no name with a slash in it, and reads such a one as several.
    const candidates = name.split("/").flatMap((part) => introduced.get(part) ?? []);
    const paths = candidates.filter(({ path }) => !base.has(path));
    const metadataOf = await this.#context.metadata.read(paths.map(({ commit }) => commit));
    const rest = { line: null, column: null, encoding, member: null, preexisting };
    return paths.map(({ commit, path }) => {
      return { where: "path", path, commit, ...metadataOf(commit), ...rest, inHead: head.has(path) } as const;
    });
  }

  async #buildIndex(): Promise<PathIndex> {
    const { introductions, range } = this.#context;
    const includes = await this.#context.includes;
    const introduced = new Map<string, NewPath[]>();
    const known = new Set<string>();
    for await (const { commit, path, isNew } of introductions.list()) {
      if (!isNew || !includes(path)) continue;
      for (const { name, prefix } of splitLongNames(path)) {
        if (known.has(prefix)) continue;
        known.add(prefix);
        const paths = introduced.get(name);
        if (paths) paths.push({ commit, path: prefix });
        else introduced.set(name, [{ commit, path: prefix }]);
      }
    }
    const base = range.base === null ? new Set<string>() : await this.#listLongPaths(range.base);
    return { introduced, head: await this.#listLongPaths(range.head), base };
  }

  async #listLongPaths(commit: string): Promise<ReadonlySet<string>> {
    const { git, gaps } = this.#context;
    const includes = await this.#context.includes;
    const paths = new Set<string>();
    for await (const path of listPaths(git, commit, gaps)) {
      if (!includes(path)) continue;
      for (const { prefix } of splitLongNames(path)) paths.add(prefix);
    }
    return paths;
  }
}
