import { createHash } from "node:crypto";
import { BufferedContainer } from "../buffered-container.ts";
import type { ByteInput } from "../byte-input.ts";
import { identifyArchive, MAGIC_LENGTH } from "../magic.ts";
import type { Member } from "../member.ts";
import type { ArchiveBudget, UnpackBudget } from "../unpack-budget.ts";
import type { UnpackWarnings } from "../unpack-warnings.ts";
import { unpackRange } from "../zip/zip-content.ts";
import { buildFromDelta, LARGEST_OBJECT, takeInsertions, takeNewParts } from "./delta.ts";
import { type PackEntry, unpackEntry } from "./pack-entry.ts";
import { type PackIndex, readPackIndex } from "./pack-index.ts";

/**
 * The objects in a pack of git, or in a bundle. Of an object that is stored as the difference from another one, only
 * what the other does not have comes: that other comes too.
 */
export async function* readGitPack(
  input: ByteInput,
  archiveBudget: ArchiveBudget,
  warnings: UnpackWarnings,
  budget: UnpackBudget,
): AsyncGenerator<Member> {
  const container = new BufferedContainer(budget);
  try {
    for (let bytes = await input.take(); bytes; bytes = await input.take()) {
      if (!container.add(bytes)) return warnings.add("too-large");
    }
    yield* new PackReader(container, archiveBudget, warnings).members();
  } finally {
    container.release();
  }
}

class PackReader {
  readonly #container: BufferedContainer;
  readonly #archiveBudget: ArchiveBudget;
  readonly #warnings: UnpackWarnings;
  #index: PackIndex = { objects: [], deltas: new Map(), hasNamed: false, algorithm: "sha1" };
  #built = 0;
  #waiting = 0;

  constructor(container: BufferedContainer, archiveBudget: ArchiveBudget, warnings: UnpackWarnings) {
    [this.#container, this.#archiveBudget, this.#warnings] = [container, archiveBudget, warnings];
  }

  async *members(): AsyncGenerator<Member> {
    this.#index = await readPackIndex(this.#container, this.#warnings);
    const { objects, deltas } = this.#index;
    for (const entry of objects) {
      yield* this.#readFamily(entry);
      if (this.#archiveBudget.isSpent || this.#built > MOST_BUILT) return;
    }
    // The objects that a bundle builds upon are not in it. What is new in a delta stands there as it is.
    for (const entry of [...deltas.values()].flat()) {
      this.#warnings.add("without-base");
      const unpacked = entry.size > LARGEST_OBJECT ? null : unpackEntry(this.#container, entry);
      if (unpacked)
        yield* this.#read({ ...unpacked, at: entry.at, name: () => "(delta)" }, takeInsertions(unpacked.content));
      if (this.#archiveBudget.isSpent) return;
    }
  }

  /** An object, and all that are made of it, of those, and so on. */
  async *#readFamily(entry: PackEntry): AsyncGenerator<Member> {
    if (entry.size > LARGEST_OBJECT) return yield* this.#readLarge(entry);
    const unpacked = unpackEntry(this.#container, entry);
    if (!unpacked) return this.#warnings.add("damaged");
    const { type, at } = entry;
    const root: PackObject = { type, at, ...unpacked };
    yield* this.#read({ ...root, name: () => this.#nameOf(root) }, [root.content]);
    const stack = [this.#startFamily(root)];
    while (!this.#archiveBudget.isSpent) {
      const top = stack.at(-1);
      if (!top) return;
      const delta = top.deltas.pop();
      if (delta) {
        const child = yield* this.#readDelta(top.object, delta);
        if (this.#built > MOST_BUILT) return;
        if (child) stack.push(this.#startFamily(child));
      } else {
        this.#waiting -= top.object.content.length;
        stack.pop();
      }
    }
  }

  /** The object that a delta makes of its base; null where it cannot be made. */
  async *#readDelta(base: PackObject, entry: PackEntry): AsyncGenerator<Member, PackObject | null> {
    const unpacked = entry.size > LARGEST_OBJECT ? null : unpackEntry(this.#container, entry);
    const result = unpacked && buildFromDelta(base.content, unpacked.content);
    if (!unpacked || !result) {
      this.#warnings.add("damaged");
      return null;
    }
    const { content } = result;
    this.#built += content.length;
    if (this.#built > MOST_BUILT || this.#waiting + content.length > MOST_WAITING) {
      this.#warnings.add("too-much");
      return null;
    }
    const object: PackObject = { type: base.type, at: entry.at, end: unpacked.end, content };
    // An archive cannot be opened in parts.
    const isArchive = identifyArchive(content.subarray(0, MAGIC_LENGTH)) !== null;
    yield* this.#read({ ...object, name: () => this.#nameOf(object) }, isArchive ? [content] : takeNewParts(result));
    return object;
  }

  #startFamily(object: PackObject): { object: PackObject; deltas: PackEntry[] } {
    const { deltas, hasNamed } = this.#index;
    this.#waiting += object.content.length;
    const keys = hasNamed ? [object.at, this.#idOf(object)] : [object.at];
    const own = keys.flatMap((key) => deltas.get(key) ?? []);
    for (const key of keys) deltas.delete(key);
    return { object, deltas: own };
  }

  async *#read({ at, end, name }: PackPlace, pieces: readonly Buffer[]): AsyncGenerator<Member> {
    if (!this.#archiveBudget.mayOpenMember()) return;
    const { size } = this.#container;
    const archiveBudget = this.#archiveBudget;
    async function* content(): AsyncGenerator<Buffer> {
      for (const piece of pieces) {
        const granted = archiveBudget.grant(piece, size);
        if (granted.length > 0) yield granted;
        if (archiveBudget.isSpent) return;
      }
    }
    yield {
      get name() {
        return name();
      },
      chunks: content(),
      offset: at,
      length: end - at,
    };
  }

  /** What is too large to be held in memory comes in pieces, and nothing can be made of it. */
  async *#readLarge({ at, data, type }: PackEntry): AsyncGenerator<Member> {
    if (this.#index.deltas.delete(at)) this.#warnings.add("too-much");
    if (!this.#archiveBudget.mayOpenMember()) return;
    const range = { start: data + ZLIB_HEADER, end: this.#container.size, compression: "deflate" } as const;
    const chunks = unpackRange(range, this.#container, this.#archiveBudget);
    yield { name: `(git ${type})`, chunks, offset: at, length: 0 };
  }

  #nameOf(object: PackObject): string {
    return `(${object.type} ${this.#idOf(object)})`;
  }

  #idOf({ type, content }: PackObject): string {
    return createHash(this.#index.algorithm).update(`${type} ${content.length}\0`).update(content).digest("hex");
  }
}

/** At most this many bytes of objects are put together of one pack: about a second. */
const MOST_BUILT = 512 * 1024 * 1024;

/** At most this many bytes of objects wait for those that are made of them. */
const MOST_WAITING = 64 * 1024 * 1024;

const ZLIB_HEADER = 2;

/** An object whose bytes are known. */
type PackObject = { type: PackEntry["type"]; at: number; end: number; content: Buffer };

/** Where an object stands in the pack, and how it is told. */
type PackPlace = { at: number; end: number; name: () => string };
