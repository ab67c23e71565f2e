import { availableParallelism } from "node:os";
import type { Blob } from "../../domain/blob.ts";
import type { Hit, Sighting } from "../../domain/candidate.ts";
import type { Gap } from "../../domain/gap.ts";
import type { Coverage, Source } from "../../domain/source.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import type { Git } from "../../git/git.ts";
import { computeObjectId } from "../../git/objects/object-id.ts";
import { isLong } from "../../git/objects/tree-names.ts";
import type { Repository } from "../../git/repository.ts";
import { CoverageCounter } from "../coverage-counter.ts";
import { RangeObjects } from "../range/range-objects.ts";
import { shares } from "./families.ts";
import type { HistoryOptions } from "./history.ts";
import type { Unbrought } from "./history-blob-locator.ts";
import { HistoryIntroductions } from "./history-introductions.ts";
import { HistoryLocator, withoutSlashes } from "./history-locator.ts";
import { Walk } from "./history-walk.ts";
import { IntroductionIndex } from "./introduction-index.ts";
import { Store } from "./object-database.ts";
import { NONE, ObjectTable } from "./object-table.ts";
import { readAtOnce } from "./parallel-reader.ts";
import { Progress } from "./progress.ts";
import { ReadAudit } from "./read-audit.ts";
import type { Refs } from "./refs.ts";

/** Less than this is read by one git alone: to start another one would take longer. */
const LITTLE = 4 * 1024 * 1024;

/** More of them than this only wait for each other: all is searched by one thread. */
const MOST_READERS = 4;

/** Objects that are asked for at a time. */
const BATCH = 1000;

/** Every object that a ref leads to, and what else is on the disk where that is asked for. */
export class HistorySource implements Source {
  readonly #git: Git;
  readonly #gaps: GapCollector;
  readonly #refs: Refs;
  readonly #table = new ObjectTable();
  readonly #store = new Store(this.#table);
  readonly #walk: Walk;
  readonly #books: ReadAudit;
  readonly #tally: CoverageCounter;
  readonly #whereabouts: HistoryLocator;
  readonly #objects: RangeObjects;
  readonly #progress: Progress;
  readonly #unreachable: boolean;
  readonly #strays: ReadonlyMap<string, string | null>;
  #state: "unread" | "reading" | "stopped" | "read" = "unread";

  constructor(git: Git, repository: Repository, refs: Refs, gaps: GapCollector, options: HistoryOptions) {
    const { includes, unreachable, progress } = options;
    const { commonDir, shallow } = repository;
    this.#git = git;
    this.#gaps = gaps;
    this.#refs = refs;
    this.#unreachable = unreachable;
    this.#progress = new Progress(progress ?? (() => {}));
    this.#strays = new Map(refs.strays.map(({ oid, path }) => [oid, path]));
    this.#tally = new CoverageCounter(gaps);
    const ledger = new IntroductionIndex(this.#table);
    this.#walk = new Walk(git, refs, this.#table, ledger, gaps);
    const lists = { table: this.#table, store: this.#store, walk: this.#walk, unreachable };
    this.#books = new ReadAudit(lists, this.#tally, gaps);
    const bringings = new HistoryIntroductions(git, gaps, this.#table, ledger, this.#walk);
    const isNotes = (path: string) => this.#isNotes(path);
    const around = { git, repository, gaps, includes, isNotes, bringings, head: headIn(refs) };
    this.#whereabouts = new HistoryLocator(around, (oid) => this.#unbrought(oid));
    this.#objects = new RangeObjects(refs.head ?? "", commonDir, this.#whereabouts.blobs, this.#tally, gaps);
    if (shallow.size > 0) gaps.add("missing-object", tooShallow(shallow));
  }

  async *blobs(): AsyncGenerator<Blob> {
    if (this.#state !== "unread") throw new Error("a history is read once");
    this.#state = "reading";
    try {
      const listing = this.#store.list(this.#git, this.#gaps);
      listing.catch(() => {}); // Awaited below, unless the reader stops before.
      const walking = this.#walk.go(async () => await this.#lost(listing));
      for (const name of this.#refs.names) {
        if (isLong(Buffer.byteLength(name))) yield { provenance: { kind: "ref", name }, chunks: [Buffer.from(name)] };
      }
      await listing;
      yield* this.#contents();
      await walking;
      for (const path of this.#walk.names) {
        yield { provenance: { kind: "path", path, commit: null }, chunks: [Buffer.from(path)] };
      }
      this.#books.close();
      this.#progress.end();
      this.#state = "read";
    } finally {
      await this.#stop();
    }
  }

  async nameOf(blob: Blob): Promise<string | null> {
    const name = await this.#whereabouts.nameOf(blob);
    if (this.#state !== "reading") await this.#whereabouts.forget();
    return name;
  }

  async locate(blob: Blob, hit: Hit): Promise<readonly Sighting[]> {
    const sightings = await this.#whereabouts.sightingsOf(blob, hit);
    if (this.#state !== "reading") await this.#whereabouts.forget(); // Nobody else would, and its process would stay.
    return sightings;
  }

  account(): { coverage: Coverage; gaps: readonly Gap[] } {
    const gaps = [...this.#gaps.all()];
    if (this.#state !== "read")
      gaps.push({ kind: "miscounted", detail: "reading stopped before the end of the history" });
    return { coverage: { ...this.#tally.coverage }, gaps };
  }

  async *#contents(): AsyncGenerator<Blob> {
    this.#progress.expect(this.#store.bytes);
    const readers = this.#store.bytes < LITTLE ? 1 : Math.min(MOST_READERS, availableParallelism());
    const lists = shares(this.#store, readers).map((share) => this.#names(share));
    for await (const batch of readAtOnce(this.#git, lists)) {
      for (const answer of batch) {
        const number = this.#table.of(answer.oid);
        if (answer.kind === "object") {
          const before = this.#tally.coverage.bytes;
          const blobs = this.#objects.in(answer);
          if (Array.isArray(blobs)) for (const blob of blobs) yield blob;
          else yield* blobs;
          this.#books.read(number, this.#tally.coverage.bytes - before);
        } else {
          this.#books.miss(number, answer);
        }
        this.#progress.add(this.#store.sizeOf(number));
      }
    }
  }

  /** The objects that one reader is to read. */
  async *#names(share: readonly number[]): AsyncGenerator<readonly string[]> {
    let names: string[] = [];
    for (const number of share) {
      if (!this.#books.counts(number)) {
        this.#progress.add(this.#store.sizeOf(number));
        continue;
      }
      names.push(this.#table.nameOf(number));
      if (names.length < BATCH) continue;
      yield names;
      names = [];
    }
    if (names.length > 0) yield names;
  }

  /** The commits that no ref leads to, where they are to be read too. */
  async #lost(listing: Promise<void>): Promise<Iterable<string>> {
    if (!this.#unreachable) return [];
    await listing;
    const lost = [...this.#store.numbers()].filter((number) => {
      return this.#store.kindOf(number) === "commit" && !this.#walk.reaches(number);
    });
    return lost.map((number) => this.#table.nameOf(number));
  }

  async #unbrought(oid: string): Promise<Unbrought | null> {
    await this.#walk.over;
    const number = this.#table.of(oid);
    return number === NONE ? null : { counts: this.#books.counts(number), path: this.#strays.get(oid) ?? null };
  }

  #isNotes(path: string): boolean {
    const number = this.#refs.hasNotes ? this.#table.of(withoutSlashes(path)) : NONE;
    return number !== NONE && this.#store.kindOf(number) === "commit";
  }

  async #stop(): Promise<void> {
    if (this.#state !== "read") this.#state = "stopped";
    this.#store.stop();
    this.#walk.stop();
    await this.#whereabouts.forget();
  }
}

/** The commit that is checked out; before the first one an empty tree, which git knows without having it. */
function headIn({ head, anyName }: Refs): string {
  return head ?? computeObjectId("tree", Buffer.alloc(0), anyName?.length === 64 ? "sha256" : "sha1");
}

function tooShallow(shallow: ReadonlySet<string>): string {
  const [first, ...more] = shallow;
  const others = more.length > 0 ? ` and ${more.length} others` : "";
  return `the clone is shallow: the history before commit ${first}${others} is not here (git fetch --unshallow fetches it)`;
}
