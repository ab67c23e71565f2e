import type { Blob } from "../../domain/blob.ts";
import { decodePath, encodePath } from "../../domain/path-text.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import { extractHeaderTexts, extractTagText, splitCommit, splitCommitStream } from "../../git/objects/commit-object.ts";
import { hasObjectId } from "../../git/objects/object-id.ts";
import type { ObjectResult } from "../../git/objects/object-stream.ts";
import { TreeNameParser } from "../../git/trees/tree-names.ts";
import { describeMissingContent } from "../../messages/gaps/git/lfs.ts";
import { describeForgedObject } from "../../messages/gaps/reading.ts";
import type { CoverageCounter } from "../coverage-counter.ts";
import { findLocalContent, type LfsPointer, parsePointer, readVerifiedContent } from "../lfs.ts";
import type { BlobLocator } from "../locate/blob-locator.ts";

type GitObject = Extract<ObjectResult, { kind: "object" }>;

/** At most as many bytes of people and names are remembered, to be skipped when they come again. */
const MAX_REMEMBERED_BYTES = 4 * 1024 * 1024;

/** Turns git objects into the blobs that are searched. */
export class RangeObjects {
  /** The annotated tags that were read. */
  readonly tags = new Set<string>();
  readonly #head: string;
  readonly #commonDir: string;
  readonly #findLocator: () => BlobLocator;
  readonly #counter: CoverageCounter;
  readonly #gaps: GapCollector;
  readonly #seen = new Set<string>();
  #remembered = 0;

  /** `head` is the one object whose bytes are checked against its name. `findLocator` may open what it gives. */
  constructor(
    head: string,
    commonDir: string,
    findLocator: () => BlobLocator,
    counter: CoverageCounter,
    gaps: GapCollector,
  ) {
    this.#head = head;
    this.#commonDir = commonDir;
    this.#findLocator = findLocator;
    this.#counter = counter;
    this.#gaps = gaps;
  }

  /** What is searched of an object. An array where all of it has arrived: awaiting each of a million would take longer. */
  toBlobs(object: GitObject): readonly Blob[] | AsyncIterable<Blob> {
    this.#counter.countObject(object.type);
    if (!Array.isArray(object.chunks)) return this.#streamBlobs(object);
    const content: Buffer = object.chunks.length === 1 ? object.chunks[0] : Buffer.concat(object.chunks);
    if (object.oid === this.#head) this.#verifyName(object, content);
    switch (object.type) {
      case "blob": {
        const pointer = parsePointer(content);
        const blob = this.#toBlob(object);
        return pointer ? this.#withLfsContent(blob, pointer, object.oid) : [blob];
      }
      case "commit": {
        const { headers, message } = splitCommit(content);
        return this.#commitToBlobs(object.oid, headers, message);
      }
      case "tag":
        return [this.#tagToBlob(object)];
      default:
        return this.namesToBlobs(new TreeNameParser(object.oid).push(content));
    }
  }

  /** Whether a name was searched; a former one may be forgotten again. */
  hasSeen(name: string): boolean {
    return this.#seen.has(encodePath(name).toString("latin1"));
  }

  /** What is searched of an object that is too large to be held. */
  async *#streamBlobs(object: GitObject): AsyncGenerator<Blob> {
    switch (object.type) {
      case "blob":
        yield this.#toBlob(object);
        return;
      case "commit": {
        const { headers, message } = await splitCommitStream(object.chunks);
        yield* this.#commitToBlobs(object.oid, headers, message);
        return;
      }
      case "tag":
        yield this.#tagToBlob(object);
        return;
      default: {
        const names = new TreeNameParser(object.oid);
        for await (const chunk of object.chunks) yield* this.namesToBlobs(names.push(chunk));
      }
    }
  }

  /** Proves in each run that git returns what it is asked for: the name of an object is the hash of its content. */
  #verifyName({ oid, type }: GitObject, content: Buffer): void {
    if (hasObjectId(oid, type, content)) return;
    this.#gaps.add("self-test", describeForgedObject(oid), { cause: "damaged" });
  }

  #toBlob({ oid, chunks }: GitObject): Blob {
    return { provenance: { kind: "object", oid }, chunks: this.#counter.countBytes(chunks) };
  }

  #tagToBlob({ oid, chunks }: GitObject): Blob {
    this.tags.add(oid);
    return { provenance: { kind: "tag-message", tag: oid }, chunks: this.#counter.countBytes(extractTagText(chunks)) };
  }

  #commitToBlobs(oid: string, headers: Buffer, message: Blob["chunks"]): readonly Blob[] {
    const text: Blob = {
      provenance: { kind: "commit-message", commit: oid },
      chunks: this.#counter.countBytes(message),
    };
    const { people, signatures } = extractHeaderTexts(headers);
    const blobs: Blob[] = [text];
    if (this.#isNew(people)) blobs.unshift({ provenance: { kind: "commit-people", commit: oid }, chunks: [people] });
    if (signatures.length > 0)
      blobs.unshift({ provenance: { kind: "commit-signature", commit: oid }, chunks: [signatures] });
    return blobs;
  }

  /** What is searched of names of files and folders: each once. */
  namesToBlobs(names: readonly Buffer[]): readonly Blob[] {
    return names
      .filter((name) => this.#isNew(name))
      .map((name) => ({ provenance: { kind: "path", path: decodePath(name), commit: null }, chunks: [name] }));
  }

  /** A Git LFS pointer, and the content that it stands for if a path of it is included. */
  async *#withLfsContent(blob: Blob, pointer: LfsPointer, oid: string): AsyncGenerator<Blob> {
    yield blob;
    const path = await this.#findLocator().findPath(oid);
    if (path === null) return;
    const file = await findLocalContent(pointer, this.#commonDir);
    if (file === null) {
      this.#gaps.add("lfs", describeMissingContent(path), { path });
      return;
    }
    this.#findLocator().addLfsContent(pointer.oid, { pointer: oid, file });
    this.#counter.countFile();
    const chunks = this.#counter.countBytes(readVerifiedContent(file, pointer, path, this.#gaps));
    yield { provenance: { kind: "object", oid: pointer.oid }, chunks };
  }

  /** People and names come again and again, and are searched once. */
  #isNew(text: Buffer): boolean {
    const key = text.toString("latin1");
    if (key === "" || this.#seen.has(key)) return false;
    if (this.#remembered > MAX_REMEMBERED_BYTES) {
      this.#seen.clear();
      this.#remembered = 0;
    }
    this.#seen.add(key);
    this.#remembered += key.length;
    return true;
  }
}
