import type { Git } from "../../../git/git.ts";
import { ObjectReader } from "../../../git/objects/object-reader.ts";
import { readObjects } from "../../../git/objects/object-stream.ts";
import { LargeObjectReader } from "./large-object-reader.ts";

/** As many bytes of commits and trees are kept. */
const MAX_KEPT_BYTES = 8 * 1024 * 1024;

/** Larger objects are streamed. */
const MAX_BUFFERED_BYTES = 4 * 1024 * 1024;

/** More objects than this are read together, by a process of their own that need not be waited for at each. */
const MAX_SINGLE_READS = 1000;

/** The content of an object as it arrives, or in pieces. */
export type ObjectContent = { oid: string; chunks: AsyncIterable<Buffer> | readonly Buffer[] };

/**
 * Reads the objects that tell where hits stand. Commits and trees that passed while the range was read are kept, so that
 * most need not be asked for again; for all others there is one process, however many hits there are. To be closed.
 */
export class KeptObjects {
  readonly #git: Git;
  readonly #reader: ObjectReader;
  readonly #large: LargeObjectReader;
  readonly #kept = new Map<string, Buffer>();
  #keptBytes = 0;
  #isFull = false;
  /** The commit that passes now: what is found in it is located before the next one comes. */
  #passing: { oid: string; content: Buffer } | null = null;

  constructor(git: Git) {
    this.#git = git;
    this.#reader = new ObjectReader(git);
    this.#large = new LargeObjectReader(git);
  }

  /** Whether some of what passed could not be kept. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** Keeps an object that was read, as long as there is room. */
  keep(oid: string, content: Buffer): void {
    if (this.#keptBytes + content.length > MAX_KEPT_BYTES) this.#isFull = true;
    if (this.#isFull || this.#kept.has(oid)) return;
    this.#kept.set(oid, content);
    this.#keptBytes += content.length;
  }

  /** Has the commit that passes answered from here, until the next one does. */
  showPassing(oid: string, content: Buffer): void {
    this.#passing = { oid, content };
  }

  /** The content of an object, held whole; see `ObjectReader.read`. */
  async read(oid: string, limit = Number.POSITIVE_INFINITY): Promise<Buffer | "missing" | "too-large"> {
    const kept = this.#find(oid);
    if (!kept) return await this.#reader.read(oid, limit);
    return kept.length > limit ? "too-large" : kept;
  }

  /** Reads objects in their order. Those that cannot be read are left out. */
  async *readAll(oids: readonly string[]): AsyncGenerator<ObjectContent> {
    const unknown = oids.reduce((count, oid) => count + (this.#find(oid) ? 0 : 1), 0);
    if (unknown > MAX_SINGLE_READS) {
      for await (const result of readObjects(this.#git, [oids])) if (result.kind === "object") yield result;
      return;
    }
    for (const oid of oids) {
      const content = await this.read(oid);
      if (typeof content !== "string") yield { oid, chunks: [content] };
    }
  }

  /** The content of an object as it arrives. It ends early where the object is missing or damaged. */
  async *stream(oid: string): AsyncGenerator<Buffer> {
    const content = await this.read(oid, MAX_BUFFERED_BYTES);
    if (content === "too-large") yield* this.#large.stream(oid);
    else if (content !== "missing" && content.length > 0) yield content;
  }

  #find(oid: string): Buffer | undefined {
    return this.#passing?.oid === oid ? this.#passing.content : this.#kept.get(oid);
  }

  /** Ends its processes. The next read starts others. */
  async close(): Promise<void> {
    await Promise.all([this.#reader.close(), this.#large.close()]);
  }
}
