import type { BufferedContainer } from "../buffered-container.ts";
import type { Member } from "../member.ts";
import type { ArchiveBudget } from "../unpack-budget.ts";
import type { UnpackWarning, UnpackWarnings } from "../unpack-warnings.ts";
import { isLocalHeader, LOCAL_LENGTH, LOCAL_SIGNATURE, readLocalHeader } from "./local-header.ts";
import { extractMarkupText } from "./markup-text.ts";
import { isReadableThough, mayDiffer, readListedClaim, readLocalClaim, type ZipClaim } from "./zip-claim.ts";
import { type UnpackResult, unpackRange } from "./zip-content.ts";
import { isDocumentPart, listEntries, type ZipEntry } from "./zip-entries.ts";

/** Parts of a document or a book that hold its text. */
const MARKUP = /\.(?:xml|xhtml|html?)$/i;

/** Bytes from `start` on, up to `end`. */
type ContainerRange = { start: number; end: number };

/**
 * Reads the files of the zip archive in a container: those that its directory lists, and those that only have a local
 * header. Programs differ in which of the two they believe, and so do people who hide a file from one of them.
 */
export class ZipReader {
  readonly #container: BufferedContainer;
  readonly #archiveBudget: ArchiveBudget;
  readonly #warnings: UnpackWarnings;
  readonly #ranges: ContainerRange[] = [];
  #isListed = false;
  #isDocument = false;

  constructor(container: BufferedContainer, archiveBudget: ArchiveBudget, warnings: UnpackWarnings) {
    [this.#container, this.#archiveBudget, this.#warnings] = [container, archiveBudget, warnings];
  }

  /** Whether the archive has a directory, and it is whole. Known when the members are read. */
  get isListed(): boolean {
    return this.#isListed;
  }

  /** Where in the container files stood, with their headers; in order. Known when the members are read. */
  get ranges(): readonly ContainerRange[] {
    return this.#ranges;
  }

  /** The files, in the order of their bytes. */
  async *members(): AsyncGenerator<Member> {
    const listing = await listEntries(this.#container, this.#archiveBudget);
    const entries = listing?.entries ?? [];
    this.#isListed = listing?.isWhole ?? false;
    this.#isDocument = entries.some(({ name }) => isDocumentPart(name));
    let end = 0;
    for (const entry of entries) {
      yield* this.#readUnlisted(end, entry.at);
      yield* this.#readListed(entry);
      end = Math.max(end, this.#ranges.at(-1)?.end ?? 0);
      if (this.#archiveBudget.isSpent) return;
    }
    yield* this.#readUnlisted(end, this.#container.size);
  }

  async *#readListed(entry: ZipEntry): AsyncGenerator<Member> {
    const header = readLocalHeader(this.#container, entry.at);
    if (!header) return this.#warnings.add("damaged");
    const claims = [readListedClaim(entry, header, this.#container), readLocalClaim(header, this.#container)];
    const { end, failure } = yield* this.#readClaims(claims);
    if (failure) this.#warnings.add(failure);
    this.#ranges.push({ start: entry.at, end });
  }

  /** The files that are not listed and stand in a part of the container. */
  async *#readUnlisted(from: number, until: number): AsyncGenerator<Member> {
    for (let at = this.#container.indexOf(LOCAL_SIGNATURE, from, until); at >= 0; ) {
      const header = this.#isHeaderAt(at) ? readLocalHeader(this.#container, at) : null;
      let next = at + LOCAL_LENGTH;
      if (header && header.size !== 0) {
        if (!this.#archiveBudget.mayOpenMember()) return;
        const { end, failure } = yield* this.#readClaims([readLocalClaim(header, this.#container)]);
        if (this.#archiveBudget.isSpent) return;
        // Without a directory it is not sure that this is a file at all.
        if (failure && this.#isListed) this.#warnings.add(failure);
        if (!failure) this.#ranges.push({ start: at, end });
        next = failure ? header.start : end;
      }
      at = this.#container.indexOf(LOCAL_SIGNATURE, Math.max(next, at + LOCAL_LENGTH), until);
    }
  }

  #isHeaderAt(at: number): boolean {
    return isLocalHeader(this.#container.slice(at, at + 2 * LOCAL_LENGTH + 64), 0);
  }

  /** Reads a file by each of these claims that may give something else; tells why none of them held. */
  async *#readClaims(claims: readonly ZipClaim[]): AsyncGenerator<Member, ClaimResult> {
    const [first] = claims;
    let result: ClaimResult = { end: first?.range.end ?? 0, failure: "damaged" };
    for (const claim of claims) {
      if (first && claim !== first && !mayDiffer(first, claim, result.failure === null)) continue;
      const own: ClaimResult = yield* this.#readClaim(claim);
      if (claim === first || own.failure === null) result = own;
      if (this.#archiveBudget.isSpent) break;
    }
    return result;
  }

  async *#readClaim(claim: ZipClaim): AsyncGenerator<Member, ClaimResult> {
    const { name, range, checksum } = claim;
    if (claim.isLocked && !isReadableThough(claim, this.#container)) return { end: range.end, failure: "locked" };
    if (range.compression === "unknown") return { end: range.end, failure: "unknown-packing" };
    this.#isDocument ||= isDocumentPart(name);
    const place = { name, offset: range.start, length: range.end - range.start };
    const unpack = () => unpackRange(range, this.#container, this.#archiveBudget);
    const seen: { result: UnpackResult | null } = { result: null };
    yield { ...place, chunks: watchPieces(unpack(), (result) => (seen.result = result)) };
    if (this.#isDocument && MARKUP.test(name)) yield { ...place, chunks: extractMarkupText(unpack()) };
    // What nobody read to its end is not judged.
    const { state = "stopped", end = range.end, checksum: sum = null } = seen.result ?? {};
    const isDamaged = state === "cut" || (state === "whole" && checksum !== null && sum !== checksum);
    return { end: state === "whole" ? end : range.end, failure: isDamaged ? "damaged" : null };
  }
}

/** Where a file ended, and why it could not be read. */
type ClaimResult = { end: number; failure: UnpackWarning | null };

/** The pieces as they come; what came of unpacking them is passed on at the end. */
async function* watchPieces(
  pieces: AsyncGenerator<Buffer, UnpackResult>,
  ended: (result: UnpackResult) => void,
): AsyncGenerator<Buffer> {
  try {
    for (let next = await pieces.next(); ; next = await pieces.next()) {
      if (next.done) return ended(next.value);
      yield next.value;
    }
  } finally {
    await pieces.return({ state: "stopped", checksum: 0, end: 0 });
  }
}
