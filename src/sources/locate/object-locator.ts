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
import { openAgain, type Position, type SearchedText } from "./positions.ts";

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
    this.#authors = new AuthorSearch(context.commits, context.reader);
    this.#paths = new PathIntroductions(context);
    this.#outsideTrees = { path: null, inHead: context.isRange };
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

  /** Where a hit stands. `preexisting` is final after `complete`: the base is searched once for all keys. */
  async locate({ provenance, chunks }: Blob, hit: Hit): Promise<readonly Sighting[]> {
    switch (provenance.kind) {
      case "object":
        return await this.#blobs.locate(provenance.oid, hit, chunks);
      case "commit-message":
        return await this.#locateInMessage(provenance.commit, hit, chunks);
      case "commit-people":
        return await this.#locateInPeople(provenance.commit, hit, chunks);
      case "commit-signature":
        return await this.#locateInSignature(provenance.commit, hit, chunks);
      case "tag-message":
        return await this.#locateInTag(provenance.tag, hit);
      case "note":
        return await this.#locateInNote(provenance, hit, chunks);
      case "path":
        return await this.#paths.locate(provenance.path, hit);
      case "ref":
        return [locateInRefName(provenance.name, hit)];
      case "event-text":
      case "file":
      case "alert":
      case "stdin":
        throw new Error(`a range has nothing from ${provenance.kind}`);
      default:
        return provenance satisfies never;
    }
  }

  async #locateInMessage(commit: string, hit: Hit, chunks: Blob["chunks"]): Promise<readonly Sighting[]> {
    const open = () => openAgain(chunks, () => readMessage(this.#context.reader.stream(commit)));
    const position = await this.#findPosition({ oid: commit, id: commit, open }, hit);
    const metadataOf = await this.#context.metadata.read([commit]);
    return [{ ...position, ...this.#outsideTrees, ...metadataOf(commit), where: "commit-message", commit }];
  }

  /** No commit has the signature of another one. */
  async #locateInSignature(commit: string, hit: Hit, chunks: Blob["chunks"]): Promise<readonly Sighting[]> {
    const open = () => openAgain(chunks, () => this.#readHeaders(commit, "signatures"));
    const found = await this.#findPosition({ oid: commit, id: `${commit} signature`, open }, hit);
    const position = { ...found, line: null, column: null };
    const metadataOf = await this.#context.metadata.read([commit]);
    return [{ ...position, ...this.#outsideTrees, ...metadataOf(commit), where: "commit-message", commit }];
  }

  /** The headers of a commit are no lines of its message. */
  async #locateInPeople(commit: string, hit: Hit, chunks: Blob["chunks"]): Promise<readonly Sighting[]> {
    const open = () => openAgain(chunks, () => this.#readHeaders(commit, "people"));
    const found = await this.#findPosition({ oid: commit, id: `${commit} people`, open }, hit);
    const position = { ...found, line: null, column: null };
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
  async #locateInNote(
    { commit, oid }: { commit: string; oid: string },
    hit: Hit,
    chunks: Blob["chunks"],
  ): Promise<readonly Sighting[]> {
    const open = () => openAgain(chunks, () => this.#context.reader.stream(oid));
    const position = await this.#findPosition({ oid, id: oid, open }, hit);
    const unknown = { line: null, column: null, author: null, at: null };
    return [{ ...position, ...this.#outsideTrees, ...unknown, where: "commit-message", commit }];
  }

  async #findPosition(text: SearchedText, hit: Hit): Promise<Position> {
    return await this.#context.positions.locate(text, hit);
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
    case "alert":
      return { name: provenance.alert };
    default:
      return provenance satisfies never;
  }
}
