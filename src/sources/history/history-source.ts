import path from "node:path";
import type { Blob } from "../../domain/blob.ts";
import type { Hit, Sighting } from "../../domain/candidate.ts";
import type { Gap } from "../../domain/gap.ts";
import { encodePath } from "../../domain/path-text.ts";
import type { BlobName, Coverage, Source } from "../../domain/source.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import type { Environment, Git } from "../../git/git.ts";
import { computeObjectId } from "../../git/objects/object-id.ts";
import { NO_OBJECT, ObjectTable } from "../../git/objects/object-table.ts";
import type { Repository } from "../../git/repository.ts";
import { mayHoldKey } from "../../git/trees/tree-names.ts";
import { findInTrees } from "../../git/trees/tree-search.ts";
import { describeShallowHistory } from "../../messages/gaps/git/lists.ts";
import { describeUnfinished } from "../../messages/gaps/reading.ts";
import { nameObjectAt } from "../../messages/names.ts";
import { CoverageCounter } from "../coverage-counter.ts";
import { IntroductionIndex } from "../locate/introduction-index.ts";
import type { PendingPathFilter } from "../path-filter.ts";
import { RangeObjects } from "../range/range-objects.ts";
import { HistoryIntroductions } from "./history-introductions.ts";
import { HistoryLocator, type ObjectWithoutCommit, parseNotePath } from "./history-locator.ts";
import { HistoryObjectReader, type ProgressCallback } from "./history-object-reader.ts";
import { HistoryWalk } from "./history-walk.ts";
import { ObjectDatabase } from "./object-database.ts";
import { ReadAudit } from "./read-audit.ts";
import type { Refs } from "./refs.ts";

/** A history to open. */
export type HistoryOptions = {
  /** A folder inside the repository. */
  repo: string;
  environment: Environment;
  /** Whether keys at this path, or in its name, count. Commit messages and the like always do. */
  includes: PendingPathFilter;
  /** Whether to read objects too that no ref reaches any more, as after a force-push, until git prunes them. */
  unreachable: boolean;
  progress?: ProgressCallback;
  /** Whether the detector looks for keys of other vendors too. */
  otherVendors?: boolean;
  /** Packs that are larger together are read here, and of their objects only those come that the detector has to look at. */
  minPackBytes?: number;
  /**
   * Where a part of a repository was fetched: the commits whose history is left out. What they do not reach must all be
   * here. Null for a whole repository.
   */
  known?: readonly string[] | null;
  /** The names of refs to search; those of the repository when left out. */
  names?: readonly string[];
};

/** Smaller packs are read by git: to start threads would take longer. */
const MIN_PACK_BYTES = 2 * 1024 * 1024;

/** An object ID where there are no refs to tell how long one is. */
const SHORT_ID = "0".repeat(40);

/**
 * Every object that a ref reaches, and on request the unreachable ones too. The object database is read from start to end;
 * one walk over all commits finds out what is reachable, and which commits introduced what somebody may ask for.
 */
export class HistorySource implements Source {
  readonly #git: Git;
  readonly #gaps: GapCollector;
  readonly #refs: Refs;
  readonly #unreachable: boolean;
  readonly #table = new ObjectTable();
  readonly #database: ObjectDatabase;
  readonly #walk: HistoryWalk;
  readonly #audit: ReadAudit;
  readonly #counter: CoverageCounter;
  readonly #locator: HistoryLocator;
  readonly #reader: HistoryObjectReader;
  /** The paths of blobs that a ref names, by object ID. */
  readonly #refBlobs: ReadonlyMap<string, string | null>;
  /** The commits whose parents are not here. */
  readonly #shallow: ReadonlySet<string>;
  readonly #isPart: boolean;
  #state: "unread" | "reading" | "stopped" | "read" = "unread";

  constructor(git: Git, repository: Repository, refs: Refs, gaps: GapCollector, options: HistoryOptions) {
    const { includes, unreachable, otherVendors = false, progress = () => {}, known = null } = options;
    // Trees that lead to what was left out are followed by git alone.
    const { minPackBytes = known === null ? MIN_PACK_BYTES : Number.POSITIVE_INFINITY } = options;
    const { commonDir, shallow } = repository;
    const table = this.#table;
    const hashBytes = (refs.sampleOid ?? SHORT_ID).length / 2;
    const database = new ObjectDatabase(table, {
      folder: path.join(commonDir, "objects"),
      hashBytes,
      minPackBytes,
    });
    this.#database = database;
    this.#git = git;
    this.#gaps = gaps;
    this.#refs = refs;
    this.#unreachable = unreachable;
    this.#refBlobs = new Map(refs.blobs.map(({ oid, path }) => [oid, path]));
    this.#counter = new CoverageCounter(gaps);
    const index = new IntroductionIndex(table);
    this.#walk = new HistoryWalk(git, refs, table, index, gaps, known ?? []);
    this.#audit = new ReadAudit({ table, database, walk: this.#walk, unreachable }, this.#counter, gaps);
    const range = { base: null, head: findHead(refs) };
    this.#locator = new HistoryLocator(
      { git, repository, range, gaps, includes },
      {
        introductions: new HistoryIntroductions(git, gaps, table, index, () => this.#walk.waitUntilFinished()),
        findWithoutCommit: async (oid) => await this.#findWithoutCommit(oid),
        isNotePath: (path) => this.#isNotePath(path),
      },
    );
    const objects = new RangeObjects(refs.head ?? "", commonDir, () => this.#locator.blobs, this.#counter, gaps);
    const reading = {
      git,
      table,
      database,
      audit: this.#audit,
      counter: this.#counter,
      objects,
      head: refs.head,
      otherVendors,
      onCommit: (oid: string, content: Buffer) => this.#locator.showPassing(oid, content),
    };
    this.#reader = new HistoryObjectReader(reading, progress);
    this.#shallow = shallow;
    this.#isPart = known !== null;
    if (known === null) this.#reportShallow(shallow);
  }

  async *blobs(): AsyncGenerator<Blob> {
    if (this.#state !== "unread") throw new Error("a history is read once");
    this.#state = "reading";
    try {
      const loading = this.#database.load(this.#git, this.#gaps);
      // The threads work while names are searched, so that whoever locates a hit waits for them alone.
      const started = loading.then(() => this.#reader.start(!this.#unreachable));
      started.catch(() => {}); // Awaited below, unless the walk fails earlier.
      const walking = this.#walk.start({
        findTrees: async () => {
          await started;
          return await this.#reader.findTrees();
        },
        listUnreachable: async () => await this.#listUnreachable(loading),
      });
      await started;
      for (const name of this.#refs.names) {
        if (mayHoldKey(Buffer.byteLength(name)))
          yield { provenance: { kind: "ref", name }, chunks: [Buffer.from(name)] };
      }
      yield* this.#reader.blobs();
      await walking;
      for (const path of this.#walk.longNames) {
        yield { provenance: { kind: "path", path, commit: null }, chunks: [encodePath(path)] };
      }
      if (this.#isPart) this.#reportShallow([...this.#shallow].filter((oid) => this.#isRead(oid)));
      this.#audit.finish();
      if (this.#gaps.objects.length > 0) await this.#nameUnread();
      this.#state = "read";
    } finally {
      await this.#stop();
    }
  }

  #reportShallow(commits: Iterable<string>): void {
    const shallow = new Set(commits);
    if (shallow.size > 0) this.#gaps.add("missing-object", describeShallowHistory(shallow), { cause: "shallow" });
  }

  #isRead(oid: string): boolean {
    const number = this.#table.find(oid);
    return number !== NO_OBJECT && this.#walk.isReachable(number);
  }

  /** Names what could not be read: blobs by the commits that brought them, folders as the head has them. */
  async #nameUnread(): Promise<void> {
    const folders = this.#gaps.objects.filter(({ state }) => state === "missing-folder").map(({ oid }) => oid);
    const heads = this.#refs.head === null || folders.length === 0 ? [] : [this.#refs.head];
    const places = await findInTrees(this.#git, heads, new Set(folders));
    await this.#gaps.nameObjects(async (oid) => {
      const place = places.get(oid);
      return place ? { name: nameObjectAt(place), path: place.path } : await this.#locator.blobs.describe(oid);
    });
  }

  async nameOf(blob: Blob): Promise<BlobName | null> {
    const name = await this.#locator.nameOf(blob);
    if (this.#state !== "reading") await this.#locator.close();
    return name;
  }

  async locate(blob: Blob, hit: Hit): Promise<readonly Sighting[]> {
    const sightings = await this.#locator.locate(blob, hit);
    // After the reading nobody else would stop its git process.
    if (this.#state !== "reading") await this.#locator.close();
    return sightings;
  }

  /** There is no base: every sighting is complete. */
  async complete(sightings: readonly Sighting[]): Promise<readonly Sighting[]> {
    return sightings;
  }

  account(): { coverage: Coverage; gaps: readonly Gap[] } {
    const gaps = [...this.#gaps.list()];
    if (this.#state !== "read") gaps.push({ kind: "miscounted", detail: describeUnfinished("history") });
    return { coverage: { ...this.#counter.coverage }, gaps };
  }

  /** The commits that no ref reaches, if they are to be read. The walk must have gone through all others. */
  async #listUnreachable(loading: Promise<void>): Promise<Iterable<string>> {
    if (!this.#unreachable) return [];
    await loading;
    const unreachable: string[] = [];
    for (let number = 0; number < this.#table.count; number += 1) {
      if (this.#database.typeOf(number) !== "commit" || this.#walk.isReachable(number)) continue;
      unreachable.push(this.#table.oidOf(number));
    }
    return unreachable;
  }

  async #findWithoutCommit(oid: string): Promise<ObjectWithoutCommit | null> {
    await this.#walk.waitUntilFinished();
    const number = this.#table.find(oid);
    if (number === NO_OBJECT) return null;
    return { isInScope: this.#audit.isInScope(number), path: this.#refBlobs.get(oid) ?? null };
  }

  #isNotePath(path: string): boolean {
    const number = this.#refs.hasNotes ? this.#table.find(parseNotePath(path)) : NO_OBJECT;
    return number !== NO_OBJECT && this.#database.typeOf(number) === "commit";
  }

  async #stop(): Promise<void> {
    if (this.#state !== "read") this.#state = "stopped";
    this.#database.stop();
    this.#walk.stop();
    await this.#reader.stop();
    await this.#locator.close();
  }
}

/** The commit that is checked out. Before the first commit it is the empty tree, which git knows without storing it. */
function findHead({ head, sampleOid }: Refs): string {
  return head ?? computeObjectId("tree", Buffer.alloc(0), sampleOid?.length === 64 ? "sha256" : "sha1");
}
