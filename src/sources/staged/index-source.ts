import type { Blob } from "../../domain/blob.ts";
import type { Hit, Sighting } from "../../domain/candidate.ts";
import type { Gap } from "../../domain/gap.ts";
import { decodePath, encodePath } from "../../domain/path-text.ts";
import { SightingList } from "../../domain/sightings.ts";
import type { BlobName, Coverage, Source } from "../../domain/source.ts";
import { GapCollector } from "../../git/gap-collector.ts";
import type { Git } from "../../git/git.ts";
import { ObjectReader } from "../../git/objects/object-reader.ts";
import { type ObjectResult, readInBatches } from "../../git/objects/object-stream.ts";
import type { Repository } from "../../git/repository.ts";
import { mayHoldKey } from "../../git/trees/tree-names.ts";
import { describeMissingContent } from "../../messages/gaps/git/lfs.ts";
import { describeMissingStaged, describeUnfinished } from "../../messages/gaps/reading.ts";
import { nameObjectId, namePath, nameStagedFile, UNNAMED } from "../../messages/names.ts";
import { CoverageCounter } from "../coverage-counter.ts";
import { findLocalContent, type LfsPointer, openContent, parsePointer, readVerifiedContent } from "../lfs.ts";
import { type IndexLocators, openIndexLocators } from "../locate/opened-locators.ts";
import type { PendingPathFilter } from "../path-filter.ts";
import { IndexChanges, type StagedFile } from "./index-changes.ts";

/** No commit has it yet. */
const UNCOMMITTED = { commit: null, author: null, at: null, inHead: true } as const;

/** A place of which no more is known than that it is in the index. */
const UNPLACED = {
  ...UNCOMMITTED,
  where: "file",
  line: null,
  column: null,
  encoding: "plain",
  member: null,
  preexisting: false,
} as const;

/** After as many milliseconds without a reader git is stopped: it would keep the program from exiting. */
const READER_TIMEOUT = 30_000;

/** Reads what is in the index and not in HEAD. */
export class IndexSource implements Source {
  readonly #git: Git;
  readonly #repository: Repository;
  readonly #includes: PendingPathFilter;
  readonly #gaps = new GapCollector();
  readonly #counter = new CoverageCounter(this.#gaps);
  readonly #changes: IndexChanges;
  /** The staged files by blob. */
  readonly #staged = new Map<string, StagedFile[]>();
  /** The content that Git LFS keeps, by its SHA-256: the pointer blob in git, and the file with the content. */
  readonly #lfsContents = new Map<string, { pointer: string; file: string }>();
  readonly #reader: ObjectReader;
  /** Null until something is to be located. */
  #opened: IndexLocators | null = null;
  /** Where the latest blob is staged: hits come blob by blob, and a blob may be staged at very many paths. */
  #latest: { oid: string; places: readonly Sighting[] } | null = null;
  readonly #listing: AsyncGenerator<StagedFile>;
  readonly #batches: AsyncGenerator<readonly ObjectResult[]>;
  #first: Promise<IteratorResult<readonly ObjectResult[]>> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isReading = false;
  #isRead = false;

  constructor(git: Git, repository: Repository, includes: PendingPathFilter) {
    this.#git = git;
    this.#repository = repository;
    this.#includes = includes;
    this.#changes = new IndexChanges(git);
    this.#reader = new ObjectReader(git);
    this.#listing = this.#changes.list();
    this.#batches = readInBatches(git, this.#listBlobs());
  }

  /** Lets git list and read while the ignore file is read. What fails is thrown by `blobs`. */
  start(): void {
    this.#first = this.#batches.next();
    this.#first.catch(() => {});
    this.#timer = setTimeout(() => void this.#stop(), READER_TIMEOUT).unref();
    Promise.resolve(this.#includes).catch(async () => await this.#stop());
  }

  async *blobs(): AsyncGenerator<Blob> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#isReading = true;
    try {
      for (let next = await (this.#first ?? this.#batches.next()); !next.done; next = await this.#batches.next()) {
        for (const result of next.value) {
          if (result.kind === "object") yield* this.#toBlobs(result);
          else this.#counter.reportUnread(result);
        }
      }
      for (const { path, isNew } of [...this.#staged.values()].flat()) {
        if (!isNew || !path.split("/").some((name) => mayHoldKey(encodePath(name).length))) continue;
        yield { provenance: { kind: "path", path, commit: null }, chunks: [encodePath(path)] };
      }
      await this.#gaps.nameObjects(async (oid) => {
        const [file] = this.#filesWith(oid);
        return file ? { name: nameStagedFile(file.path), path: file.path } : { name: UNNAMED };
      });
      this.#isRead = true;
    } finally {
      this.#isReading = false;
      await this.#stop();
      await this.#close();
    }
  }

  /** Ends what git still has to say. Nothing that was not read counts as read. */
  async #stop(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    await Promise.allSettled([this.#batches.return(undefined), this.#listing.return(undefined)]);
  }

  async locate({ provenance }: Blob, hit: Hit): Promise<readonly Sighting[]> {
    if (provenance.kind === "path") return await this.#locateInName(provenance.path, hit);
    if (provenance.kind !== "object") throw new Error(`the index has nothing from ${provenance.kind}`);
    const { oid: id } = provenance;
    const content = this.#lfsContents.get(id);
    const oid = content?.pointer ?? id;
    const open = () => (content ? openContent(content.file) : this.#reader.stream(oid));
    const position = await this.#openLocators().positions.locate({ oid, id, open }, hit);
    if (!this.#isReading) await this.#close(); // Nobody else would end its git.
    return this.#listPlaces(oid).map((place) => ({ ...place, ...position }));
  }

  async complete(sightings: readonly Sighting[]): Promise<readonly Sighting[]> {
    return (await this.#opened?.positions.complete(sightings)) ?? sightings;
  }

  #listPlaces(oid: string): readonly Sighting[] {
    if (this.#latest?.oid !== oid) {
      const list = new SightingList();
      for (const { path } of this.#filesWith(oid)) list.add({ ...UNPLACED, path });
      this.#latest = { oid, places: list.list() };
    }
    return this.#latest.places;
  }

  async nameOf({ provenance }: Blob): Promise<BlobName> {
    if (provenance.kind === "path") return namePath(provenance.path);
    if (provenance.kind !== "object") throw new Error(`the index has nothing from ${provenance.kind}`);
    const path = this.#filesWith(provenance.oid)[0]?.path;
    return path === undefined ? { name: nameObjectId(provenance.oid) } : namePath(path);
  }

  account(): { coverage: Coverage; gaps: readonly Gap[] } {
    const { coverage, answered } = this.#counter;
    const gaps = [...this.#gaps.list()];
    if (!this.#isRead) {
      gaps.push({ kind: "miscounted", detail: describeUnfinished("index") });
    } else if (answered !== this.#staged.size) {
      gaps.push({
        kind: "miscounted",
        detail: describeMissingStaged(answered, this.#staged.size),
      });
    }
    return { coverage: { ...coverage }, gaps };
  }

  /** What knows HEAD. To be called once everything is listed. */
  #openLocators(): IndexLocators {
    const commit = this.#changes.hasHead ? "HEAD" : null;
    const [git, repository, gaps, includes] = [this.#git, this.#repository, this.#gaps, this.#includes];
    this.#opened ??= openIndexLocators({ git, commit, repository, gaps, includes });
    return this.#opened;
  }

  async *#listBlobs(): AsyncGenerator<readonly string[]> {
    const first = this.#listing.next();
    first.catch(() => {}); // Awaited below, after the ignore file.
    const includes = await this.#includes;
    for (let next = await first; !next.done; next = await this.#listing.next()) {
      const staged = next.value;
      if (!includes(staged.path)) continue;
      const known = this.#staged.get(staged.oid);
      known?.push(staged);
      if (known) continue;
      this.#staged.set(staged.oid, [staged]);
      yield [staged.oid];
    }
  }

  async *#toBlobs({ oid, type, chunks }: Extract<ObjectResult, { kind: "object" }>): AsyncGenerator<Blob> {
    this.#counter.countObject(type);
    yield { provenance: { kind: "object", oid }, chunks: this.#counter.countBytes(chunks) };
    const pointer = Array.isArray(chunks) ? parsePointer(Buffer.concat(chunks)) : null;
    if (pointer) yield* this.#readLfsContent(pointer, oid);
  }

  /** The content of a Git LFS pointer, which is in the repository until it is pushed. */
  async *#readLfsContent(pointer: LfsPointer, oid: string): AsyncGenerator<Blob> {
    const path = this.#filesWith(oid)[0]?.path ?? oid;
    const file = await findLocalContent(pointer, this.#repository.commonDir);
    if (file === null) {
      this.#gaps.add("lfs", describeMissingContent(path), { path });
      return;
    }
    this.#lfsContents.set(pointer.oid, { pointer: oid, file });
    this.#counter.countFile();
    const chunks = this.#counter.countBytes(readVerifiedContent(file, pointer, path, this.#gaps));
    yield { provenance: { kind: "object", oid: pointer.oid }, chunks };
  }

  async #locateInName(path: string, { encoding, offset, length }: Hit): Promise<readonly Sighting[]> {
    const key = decodePath(encodePath(path).subarray(offset, offset + length));
    const preexisting = await this.#openLocators().base.hasInName(key);
    return [{ ...UNCOMMITTED, where: "path", path, line: null, column: null, encoding, member: null, preexisting }];
  }

  async #close(): Promise<void> {
    await this.#opened?.positions.close();
    await this.#reader.close();
  }

  #filesWith(oid: string): readonly StagedFile[] {
    return this.#staged.get(this.#lfsContents.get(oid)?.pointer ?? oid) ?? [];
  }
}
