import type { Hit, Sighting } from "../../domain/candidate.ts";
import type { CommitRange } from "../../git/commits/commit-range.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import type { Git } from "../../git/git.ts";
import { listPaths } from "../../git/objects/tree.ts";
import { isLong } from "../../git/objects/tree-names.ts";
import type { CommitMetadataReader } from "./commit-metadata.ts";
import type { Introductions } from "./introductions.ts";

/** A file or folder by its path, and the commit that first named something so. */
type Naming = { commit: string; path: string };

type Index = {
  /** What the range named, by the last part of its path. */
  brought: ReadonlyMap<string, readonly Naming[]>;
  /** Paths of files and folders that the trees of head and base have. */
  head: ReadonlySet<string>;
  base: ReadonlySet<string>;
};

/** Says which commits of a range gave a name to a file or a folder. Walks the range at the first question. */
export class PathIntroductions {
  readonly #git: Git;
  readonly #ends: CommitRange;
  readonly #gaps: GapCollector;
  readonly #includes: (path: string) => boolean;
  readonly #bringings: Introductions;
  readonly #makings: CommitMetadataReader;
  #index: Promise<Index> | null = null;

  constructor(
    { git, ends, gaps }: { git: Git; ends: CommitRange; gaps: GapCollector },
    includes: (path: string) => boolean,
    bringings: Introductions,
    makings: CommitMetadataReader,
  ) {
    this.#git = git;
    this.#ends = ends;
    this.#gaps = gaps;
    this.#includes = includes;
    this.#bringings = bringings;
    this.#makings = makings;
  }

  /** None where the base has the very path, or where the range has no such name at a path that counts. */
  async of(name: string, { encoding, offset, length }: Hit): Promise<readonly Sighting[]> {
    this.#index ??= this.#indexed();
    const { brought, head, base } = await this.#index;
    const key = Buffer.from(name).toString("utf8", offset, offset + length);
    const preexisting = [...base].some((path) => path.includes(key));
    // A name with a slash in it is one that git does not write itself, and reads as several.
    const named = name.split("/").flatMap((part) => brought.get(part) ?? []);
    const namings = named.filter(({ path }) => !base.has(path));
    const makingOf = await this.#makings.of(namings.map(({ commit }) => commit));
    const rest = { line: null, column: null, encoding, member: null, preexisting };
    return namings.map(({ commit, path }) => {
      return { where: "path", path, commit, ...makingOf(commit), ...rest, inHead: head.has(path) } as const;
    });
  }

  async #indexed(): Promise<Index> {
    const brought = new Map<string, Naming[]>();
    const known = new Set<string>();
    for await (const { commit, path, isNew } of this.#bringings.all()) {
      if (!isNew || !this.#includes(path)) continue;
      for (const { name, prefix } of longNamesIn(path)) {
        if (known.has(prefix)) continue;
        known.add(prefix);
        const namings = brought.get(name);
        if (namings) namings.push({ commit, path: prefix });
        else brought.set(name, [{ commit, path: prefix }]);
      }
    }
    const { base, head } = this.#ends;
    return { brought, head: await this.#pathsOf(head), base: base === null ? new Set() : await this.#pathsOf(base) };
  }

  async #pathsOf(commit: string): Promise<ReadonlySet<string>> {
    const paths = new Set<string>();
    for await (const path of listPaths(this.#git, commit, this.#gaps)) {
      for (const { prefix } of longNamesIn(path)) paths.add(prefix);
    }
    return paths;
  }
}

/** The parts of a path that are long enough to hold a key, and the path up to each. */
function longNamesIn(path: string): readonly { name: string; prefix: string }[] {
  const parts = path.split("/");
  return parts.flatMap((name, at) => {
    return isLong(Buffer.byteLength(name)) ? [{ name, prefix: parts.slice(0, at + 1).join("/") }] : [];
  });
}
