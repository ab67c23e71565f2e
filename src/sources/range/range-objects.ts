import type { Blob } from "../../domain/blob.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import { extractPeople, extractTagText, splitCommit, splitCommitStream } from "../../git/objects/commit-object.ts";
import { hasObjectId } from "../../git/objects/object-id.ts";
import type { ObjectResult } from "../../git/objects/object-stream.ts";
import { TreeNameParser } from "../../git/objects/tree-names.ts";
import type { CoverageCounter } from "../coverage-counter.ts";
import {
  describeMissingContent,
  findLocalContent,
  type LfsPointer,
  parsePointer,
  readVerifiedContent,
} from "../lfs.ts";
import type { BlobLocator } from "../locate/blob-locator.ts";

type Found = Extract<ObjectResult, { kind: "object" }>;

/** So many bytes of different texts are remembered, to be passed over when they come again. */
const REMEMBERED = 4 * 1024 * 1024;

/** Turns the objects of a range into what is to be searched. */
export class RangeObjects {
  /** The annotated tags that were read. */
  readonly tags = new Set<string>();
  readonly #head: string;
  readonly #commonDir: string;
  readonly #locator: BlobLocator;
  readonly #tally: CoverageCounter;
  readonly #gaps: GapCollector;
  readonly #seen = new Set<string>();
  #remembered = 0;

  /** `head` is the one object whose bytes are checked against its name. */
  constructor(head: string, commonDir: string, locator: BlobLocator, tally: CoverageCounter, gaps: GapCollector) {
    this.#head = head;
    this.#commonDir = commonDir;
    this.#locator = locator;
    this.#tally = tally;
    this.#gaps = gaps;
  }

  /** What is to be searched in an object: at once where all of it is at hand, which saves time for each of them. */
  in(found: Found): readonly Blob[] | AsyncIterable<Blob> {
    this.#tally.countObject(found.type);
    if (!Array.isArray(found.chunks)) return this.#later(found);
    const content: Buffer = found.chunks.length === 1 ? found.chunks[0] : Buffer.concat(found.chunks);
    if (found.oid === this.#head) this.#check(found, content);
    switch (found.type) {
      case "blob": {
        const pointer = parsePointer(content);
        const blob = this.#blob(found);
        return pointer ? this.#withContent(blob, pointer, found.oid) : [blob];
      }
      case "commit": {
        const { headers, message } = splitCommit(content);
        return this.#commit(found.oid, headers, message);
      }
      case "tag":
        return [this.#tag(found)];
      default:
        return this.#names(new TreeNameParser(found.oid).in(content));
    }
  }

  /** The same for an object that is too large to be held. */
  async *#later(found: Found): AsyncGenerator<Blob> {
    switch (found.type) {
      case "blob":
        yield this.#blob(found);
        return;
      case "commit": {
        const { headers, message } = await splitCommitStream(found.chunks);
        yield* this.#commit(found.oid, headers, message);
        return;
      }
      case "tag":
        yield this.#tag(found);
        return;
      default: {
        const names = new TreeNameParser(found.oid);
        for await (const chunk of found.chunks) yield* this.#names(names.in(chunk));
      }
    }
  }

  /** Proves at each run that git gives what it is asked for: the name of an object is the hash of its bytes. */
  #check({ oid, type }: Found, content: Buffer): void {
    if (hasObjectId(oid, type, content)) return;
    this.#gaps.add("self-test", `what git gave for ${oid} does not bear that name, so that nothing it gave is certain`);
  }

  #blob({ oid, chunks }: Found): Blob {
    return { provenance: { kind: "object", oid }, chunks: this.#tally.countBytes(chunks) };
  }

  #tag({ oid, chunks }: Found): Blob {
    this.tags.add(oid);
    return { provenance: { kind: "tag-message", tag: oid }, chunks: this.#tally.countBytes(extractTagText(chunks)) };
  }

  #commit(oid: string, headers: Buffer, message: Blob["chunks"]): readonly Blob[] {
    const told: Blob = { provenance: { kind: "commit-message", commit: oid }, chunks: this.#tally.countBytes(message) };
    const people = extractPeople(headers);
    if (!this.#isNew(people)) return [told];
    return [{ provenance: { kind: "commit-people", commit: oid }, chunks: [people] }, told];
  }

  #names(names: readonly Buffer[]): readonly Blob[] {
    return names
      .filter((name) => this.#isNew(name))
      .map((name) => ({ provenance: { kind: "path", path: name.toString(), commit: null }, chunks: [name] }));
  }

  /** A Git LFS pointer, and what it stands for. Asked for at paths that count alone. */
  async *#withContent(blob: Blob, pointer: LfsPointer, oid: string): AsyncGenerator<Blob> {
    yield blob;
    const path = await this.#locator.findPath(oid);
    if (path === null) return;
    const file = await findLocalContent(pointer, this.#commonDir);
    if (file === null) {
      this.#gaps.add("lfs", describeMissingContent(path, pointer));
      return;
    }
    this.#locator.addLfsContent(pointer.oid, { pointer: oid, file });
    this.#tally.countFile();
    const chunks = this.#tally.countBytes(readVerifiedContent(file, pointer, path, this.#gaps));
    yield { provenance: { kind: "object", oid: pointer.oid }, chunks };
  }

  /** People and names come again and again, and are given once. */
  #isNew(text: Buffer): boolean {
    const known = text.toString("latin1");
    if (known === "" || this.#seen.has(known)) return false;
    if (this.#remembered > REMEMBERED) {
      this.#seen.clear();
      this.#remembered = 0;
    }
    this.#seen.add(known);
    this.#remembered += known.length;
    return true;
  }
}
