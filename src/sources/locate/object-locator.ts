import type { Blob, Provenance } from "../../domain/blob.ts";
import type { Hit, Sighting } from "../../domain/candidate.ts";
import { SightingList } from "../../domain/sightings.ts";
import type { BlobName } from "../../domain/source.ts";
import { quoteForMessage } from "../../errors.ts";
import {
  extractHeaderTexts,
  extractTagText,
  type HeaderTexts,
  readMessage,
  splitCommitStream,
} from "../../git/objects/commit-object.ts";
import { nameCommitText, namePath, nameTag } from "../../messages/names.ts";
import type { BlobLocator, LocatorContext } from "./blob-locator.ts";
import { AuthorSearch } from "./commit-metadata.ts";
import { PathIntroductions } from "./path-introductions.ts";
import type { Position, SearchedText } from "./positions.ts";

/** Locates hits in everything that is read of a repository. Whatever it needs is read at the first hit, and once. */
export class ObjectLocator {
  readonly #context: LocatorContext;
  readonly #blobs: BlobLocator;
  readonly #authors: AuthorSearch;
  readonly #paths: PathIntroductions;
  /** What stands in no tree. The head of a range leads to all its commits, and so has what they say. */
  readonly #outsideTrees: { path: null; inHead: boolean };

  constructor(context: LocatorContext, blobs: BlobLocator) {
    this.#context = context;
    this.#blobs = blobs;
    this.#authors = new AuthorSearch(context.git, context.range);
    this.#paths = new PathIntroductions(context);
    this.#outsideTrees = { path: null, inHead: context.isRange };
  }

  /** Where a hit stands. `preexisting` is final after `complete`: the base may be searched once for many keys. */
  async locate({ provenance }: Blob, hit: Hit): Promise<readonly Sighting[]> {
    return await this.#locate(provenance, hit);
  }

  /** The same sightings with `preexisting` final; to be called once all blobs are read. */
  async complete(sightings: readonly Sighting[]): Promise<readonly Sighting[]> {
    return await this.#context.positions.complete(sightings);
  }

  /** What a person would call the blob; null where it stands at no included path. */
  async nameOf({ provenance }: Blob): Promise<BlobName | null> {
    return provenance.kind === "object" ? await this.#blobs.nameOf(provenance.oid) : describeProvenance(provenance);
  }

  /** Ends its processes. Whatever is asked afterwards starts others. */
  async close(): Promise<void> {
    await this.#context.positions.close();
    await this.#context.reader.close();
  }

  async #locate(provenance: Provenance, hit: Hit): Promise<readonly Sighting[]> {
    switch (provenance.kind) {
      case "object":
        return await this.#blobs.locate(provenance.oid, hit);
      case "commit-message":
        return await this.#locateInMessage(provenance.commit, hit);
      case "commit-people":
        return await this.#locateInPeople(provenance.commit, hit);
      case "commit-signature":
        return await this.#locateInSignature(provenance.commit, hit);
      case "tag-message":
        return await this.#locateInTag(provenance.tag, hit);
      case "note":
        return await this.#locateInNote(provenance, hit);
      case "path":
        return await this.#paths.locate(provenance.path, hit);
      case "ref":
        return [locateInRefName(provenance.name, hit)];
      case "event-text":
      case "file":
      case "stdin":
        throw new Error(`a range has nothing from ${provenance.kind}`);
      default:
        return provenance satisfies never;
    }
  }

  async #locateInMessage(commit: string, hit: Hit): Promise<readonly Sighting[]> {
    const position = await this.#findPosition({ oid: commit, id: commit, open: () => this.#readMessage(commit) }, hit);
    const metadataOf = await this.#context.metadata.read([commit]);
    return [{ ...position, ...this.#outsideTrees, ...metadataOf(commit), where: "commit-message", commit }];
  }

  /** No commit has the signature of another one. */
  async #locateInSignature(commit: string, hit: Hit): Promise<readonly Sighting[]> {
    const text = { oid: commit, id: `${commit} signature`, open: () => this.#readHeaders(commit, "signatures") };
    const position = { ...(await this.#findPosition(text, hit)), line: null, column: null };
    const metadataOf = await this.#context.metadata.read([commit]);
    return [{ ...position, ...this.#outsideTrees, ...metadataOf(commit), where: "commit-message", commit }];
  }

  /** The headers of a commit are no lines of its message. */
  async #locateInPeople(commit: string, hit: Hit): Promise<readonly Sighting[]> {
    const text = { oid: commit, id: `${commit} people`, open: () => this.#readHeaders(commit, "people") };
    const position = { ...(await this.#findPosition(text, hit)), line: null, column: null };
    const commits = await this.#authors.findAlike(commit);
    const metadataOf = await this.#context.metadata.read(commits);
    const list = new SightingList();
    for (const alike of commits) {
      list.add({ ...position, ...this.#outsideTrees, where: "commit-message", ...metadataOf(alike), commit: alike });
    }
    return list.list();
  }

  /** The first line of a tag's text is its name and tagger; its message begins on the second. */
  async #locateInTag(tag: string, hit: Hit): Promise<readonly Sighting[]> {
    const open = () => extractTagText(this.#context.reader.stream(tag));
    const position = await this.#findPosition({ oid: tag, id: tag, open }, hit);
    const isInMessage = position.line !== null && position.line > 1;
    const lineOfMessage = isInMessage ? { line: (position.line ?? 0) - 1 } : { line: null, column: null };
    const metadataOf = await this.#context.metadata.read([tag]);
    return [
      { ...position, ...this.#outsideTrees, ...metadataOf(tag), where: "tag-message", ...lineOfMessage, commit: null },
    ];
  }

  /** Who wrote a note, and when, is known to the history of the notes alone. */
  async #locateInNote({ commit, oid }: { commit: string; oid: string }, hit: Hit): Promise<readonly Sighting[]> {
    const position = await this.#findPosition({ oid, id: oid, open: () => this.#context.reader.stream(oid) }, hit);
    const unknown = { line: null, column: null, author: null, at: null };
    return [{ ...position, ...this.#outsideTrees, ...unknown, where: "commit-message", commit }];
  }

  async #findPosition(text: SearchedText, hit: Hit): Promise<Position> {
    return await this.#context.positions.locate(text, hit);
  }

  #readMessage(commit: string): AsyncIterable<Uint8Array> {
    return readMessage(this.#context.reader.stream(commit));
  }

  async *#readHeaders(commit: string, which: keyof HeaderTexts): AsyncGenerator<Uint8Array> {
    yield extractHeaderTexts((await splitCommitStream(this.#context.reader.stream(commit))).headers)[which];
  }
}

/** The name of a branch or a tag is on the server as long as the branch or the tag is. */
function locateInRefName(name: string, { encoding, member }: Hit): Sighting {
  const unknown = { line: null, column: null, commit: null, author: null, at: null } as const;
  return { where: "path", path: name, ...unknown, encoding, member, inHead: true, preexisting: false };
}

/** What a person would call what is read of a repository; blobs go by their paths. */
function describeProvenance(provenance: Exclude<Provenance, { kind: "object" }>): BlobName {
  switch (provenance.kind) {
    case "commit-message":
      return { name: nameCommitText("message", provenance.commit) };
    case "commit-people":
      return { name: nameCommitText("people", provenance.commit) };
    case "commit-signature":
      return { name: nameCommitText("signature", provenance.commit) };
    case "tag-message":
      return { name: nameTag(provenance.tag) };
    case "note":
      return { name: nameCommitText("note", provenance.commit) };
    case "path":
    case "file":
      return namePath(provenance.path);
    case "ref":
    case "stdin":
      return { name: quoteForMessage(provenance.name) };
    case "event-text":
      return { name: provenance.of.what };
    default:
      return provenance satisfies never;
  }
}
