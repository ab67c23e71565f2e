import type { Sighting } from "../../domain/candidate.ts";
import { GapCollector } from "../../git/gap-collector.ts";
import { type Environment, Git } from "../../git/git.ts";
import { ObjectReader } from "../../git/objects/object-reader.ts";
import { Tree } from "../../git/trees/tree.ts";
import { TreeReader } from "../../git/trees/tree-reader.ts";
import { MOST_HEAD_OBJECTS } from "../scan/swept-source.ts";

/** The files of the default branch today: what a sweep found some nights ago may be gone from them, or be back. */
export class HeadFiles {
  readonly #gaps = new GapCollector();
  readonly #reader: ObjectReader;
  readonly #tree: Tree;

  /** `dir` is a repository that has the trees of this commit. */
  constructor(dir: string, commit: string, environment: Environment) {
    this.#reader = new ObjectReader(new Git(dir, environment));
    this.#tree = new Tree(new TreeReader(this.#reader, this.#gaps), commit);
  }

  /** The same place as it is today; as it was where that cannot be told. `objects` are those that hold its key. */
  async locate(sighting: Sighting, objects: readonly string[]): Promise<Sighting> {
    const inHead = await this.#has(sighting, objects);
    return inHead === null || this.#gaps.list().length > 0 ? sighting : { ...sighting, inHead };
  }

  async close(): Promise<void> {
    await this.#reader.close();
  }

  /** Null for a place that is not among files, and where a file may hold the key that is not known to. */
  async #has({ where, path, commit }: Sighting, objects: readonly string[]): Promise<boolean | null> {
    if (path === null || commit === null) return null;
    if (where === "path") return await this.#tree.hasPath(path);
    if (where !== "file") return null;
    for (const oid of objects) if (await this.#tree.has({ oid, path })) return true;
    return objects.length < MOST_HEAD_OBJECTS || !(await this.#tree.hasPath(path)) ? false : null;
  }
}
