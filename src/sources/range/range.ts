import type { Blob } from "../../domain/blob.ts";
import type { Hit, Sighting } from "../../domain/candidate.ts";
import type { Change } from "../../domain/change.ts";
import type { Gap } from "../../domain/gap.ts";
import { decodePath, encodePath } from "../../domain/path-text.ts";
import type { BlobName, Coverage, Source } from "../../domain/source.ts";
import { type CommitRange, resolveRange } from "../../git/commits/commit-range.ts";
import { RevList } from "../../git/commits/rev-list.ts";
import { GapCollector } from "../../git/gap-collector.ts";
import { type Environment, Git } from "../../git/git.ts";
import { type ObjectResult, readInBatches, readObjects } from "../../git/objects/object-stream.ts";
import { findRepository, type Repository } from "../../git/repository.ts";
import { describeMissingObjects, describeUnfinished } from "../../messages/gaps/reading.ts";
import { CoverageCounter } from "../coverage-counter.ts";
import type { LocatedRange } from "../locate/blob-locator.ts";
import { KeptObjects } from "../locate/objects/kept-objects.ts";
import { openRangeLocators, type RangeLocators } from "../locate/opened-locators.ts";
import type { PendingPathFilter } from "../path-filter.ts";
import { addPathUse, checkRangePaths, type PathUse } from "../path-use.ts";
import { MovedObjectSearch } from "./moved-objects.ts";
import { RangeObjects } from "./range-objects.ts";
import { readTagsAndNotes, type TagOrNote, TagsAndNotes } from "./tags-and-notes.ts";

/** A range of commits to scan. */
export type RangeOptions = {
  /** A folder inside the repository. */
  repo: string;
  /** Revisions, or full object names, which save a process. A null base means everything that head has. */
  base: string | null;
  head: string;
  environment: Environment;
  /** Whether keys at this path, or in its name, count. Commit messages and the like always do. */
  includes: PendingPathFilter;
  /** The globs of `paths`: whether each matches anything. None are checked when left out. */
  paths?: readonly string[];
  /** Names of branches and tags that came with the change, as `refs/…`: they are searched as well. */
  names?: readonly string[];
  /** Full names of more commits whose history is not part of the range. */
  known?: readonly string[];
  /**
   * Whether to read the tags and notes of its commits too, and the names of branches and tags there (the default). A push
   * sends none but those it names.
   */
  attached?: boolean;
  /** Fetches blobs that the range only moves to where keys count: git does not list these as new, so they may not be here. */
  fetchMoved?: (blobs: readonly string[]) => Promise<void>;
  /** Variables for git, such as the folder in which the objects of a push are until it is accepted. */
  variables?: Readonly<Record<string, string>>;
};

/** A range, where its bytes come from, and what the globs of `paths` match. */
export type OpenRange = { change: Extract<Change, { kind: "range" }>; source: Source; pathUse: PathUse };

/**
 * Opens the commits that head has and base does not, and starts to read them.
 *
 * @throws MissingCommit where one of the two is not here, or a shallow clone ends between them; another UsageError where
 * there is no such repository.
 */
export async function openRange({
  repo,
  base,
  head,
  environment,
  includes,
  ...more
}: RangeOptions): Promise<OpenRange> {
  const repository = await findRepository(repo);
  const git = new Git(repository.gitDir, environment, more.variables);
  const range = await resolveRange(git, base, head);
  const { known = [], names = [], paths = [], attached = true, fetchMoved = async () => {} } = more;
  // Before anything is opened: git would wait for a reader.
  const pathUse = await checkRangePaths(git, { ...range, known }, paths);
  const source = new RangeSource({
    git,
    repository,
    range: { ...range, known },
    includes,
    names,
    attached,
    fetchMoved,
  });
  await source.start();
  return { change: { kind: "range", ...range }, source: addPathUse(source, pathUse), pathUse };
}

/** After as many milliseconds without a reader git is stopped: it would keep the program from exiting. */
const READER_TIMEOUT = 30_000;

/** The trees of as many commits are gone through for what is missing: see `findUnreadNames`. */
const MAX_SEARCHED = 10;

/** A range that is ready to be read. */
type ReadableRange = Required<Pick<RangeOptions, "includes" | "names" | "attached" | "fetchMoved">> & {
  git: Git;
  repository: Repository;
  range: CommitRange;
};

class RangeSource implements Source {
  readonly #git: Git;
  readonly #gaps = new GapCollector();
  readonly #revList: RevList;
  /** Null where they are not read. */
  readonly #tagsAndNotes: TagsAndNotes | null;
  readonly #located: LocatedRange;
  /** Null until something is to be located. */
  #opened: RangeLocators | null = null;
  readonly #objects: RangeObjects;
  readonly #moved: MovedObjectSearch;
  readonly #kept: KeptObjects;
  readonly #names: readonly string[];
  readonly #fetchMoved: (blobs: readonly string[]) => Promise<void>;
  readonly #counter: CoverageCounter;
  readonly #batches: AsyncGenerator<readonly ObjectResult[]>;
  /** The newest commits of the range. */
  readonly #newest: string[] = [];
  #first: IteratorResult<readonly ObjectResult[]> | null = null;
  #timer: NodeJS.Timeout | null = null;
  /** The number of objects that are read beside the range: tags and notes, and blobs that it moved. */
  #moreCount = 0;
  #state: "unread" | "reading" | "stopped" | "read" = "unread";

  constructor({ git, repository, range, includes, names, attached, fetchMoved }: ReadableRange) {
    this.#git = git;
    this.#names = names;
    this.#fetchMoved = fetchMoved;
    this.#counter = new CoverageCounter(this.#gaps);
    this.#revList = new RevList(git, range, repository, this.#gaps);
    this.#batches = readInBatches(git, this.#revList.list());
    this.#tagsAndNotes = attached ? new TagsAndNotes(git, repository, this.#gaps) : null;
    this.#located = { git, repository, range, gaps: this.#gaps, includes };
    this.#kept = new KeptObjects(git);
    const findLocator = () => this.#locators.blobs;
    this.#objects = new RangeObjects(range.head, repository.commonDir, findLocator, this.#counter, this.#gaps);
    this.#moved = new MovedObjectSearch(this.#located, () => this.#locators.context, this.#objects);
  }

  get #locators(): RangeLocators {
    this.#opened ??= openRangeLocators(this.#located, this.#kept);
    return this.#opened;
  }

  /** Reads the first objects, so that a missing end is reported before anything is scanned. */
  async start(): Promise<void> {
    this.#first = await this.#batches.next();
    this.#timer = setTimeout(() => void this.#stop(), READER_TIMEOUT).unref();
  }

  async *blobs(): AsyncGenerator<Blob> {
    if (this.#state !== "unread") throw new Error("a range is read once, and soon after it was opened");
    if (this.#timer) clearTimeout(this.#timer);
    this.#state = "reading";
    try {
      for (const name of this.#names) if (name !== "") yield toRefBlob(Buffer.from(name));
      for (let next = this.#first; next && !next.done; next = await this.#batches.next()) {
        this.#keep(next.value);
        for (const result of next.value) {
          if (result.kind !== "object" || result.type === "blob") this.#moved.addRead(result.oid);
          if (result.kind !== "object") {
            this.#counter.reportUnread(result);
            continue;
          }
          if (result.type === "commit") this.#addCommit(result.oid);
          const blobs = this.#objects.toBlobs(result);
          if (Array.isArray(blobs)) for (const blob of blobs) yield blob;
          else yield* blobs;
        }
      }
      // Read last, by a process of their own: most ranges have none.
      const listed = (await this.#tagsAndNotes?.list()) ?? [];
      const tagsAndNotes = listed.filter(({ oid }) => !this.#objects.tags.has(oid));
      this.#moreCount = tagsAndNotes.length;
      if (tagsAndNotes.length > 0) yield* readTagsAndNotes(this.#git, tagsAndNotes, this.#counter);
      for (const name of (await this.#tagsAndNotes?.listNames()) ?? [])
        if (!this.#names.includes(name.toString())) yield toRefBlob(name);
      yield* this.#readMoved();
      if (this.#gaps.objects.length > 0) await this.#nameUnread(tagsAndNotes);
      this.#state = "read";
    } finally {
      await this.#stop();
    }
  }

  /** A hit asks for commits and trees again, to tell where it stands. */
  #keep(results: readonly ObjectResult[]): void {
    for (const result of results) {
      if (result.kind !== "object" || result.type === "blob") continue;
      if (Array.isArray(result.chunks) && result.chunks.length === 1) this.#kept.keep(result.oid, result.chunks[0]);
    }
  }

  #addCommit(oid: string): void {
    this.#tagsAndNotes?.addCommit(oid);
    if (this.#newest.length < MAX_SEARCHED) this.#newest.push(oid);
  }

  async #nameUnread(tagsAndNotes: readonly TagOrNote[]): Promise<void> {
    const { findUnreadNames } = await import("./unread-names.ts");
    const search = { git: this.#git, commits: this.#newest, blobs: this.#locators.blobs, tagsAndNotes };
    await this.#gaps.nameObjects(await findUnreadNames(this.#gaps.objects, search));
  }

  async nameOf(blob: Blob): Promise<BlobName | null> {
    const name = await this.#locators.objects.nameOf(blob);
    if (this.#state !== "reading") await this.#close();
    return name;
  }

  async locate(blob: Blob, hit: Hit): Promise<readonly Sighting[]> {
    const sightings = await this.#locators.objects.locate(blob, hit);
    if (this.#state !== "reading") await this.#close(); // Nobody else would end its git.
    return sightings;
  }

  async complete(sightings: readonly Sighting[]): Promise<readonly Sighting[]> {
    return (await this.#opened?.objects.complete(sightings)) ?? sightings;
  }

  account(): { coverage: Coverage; gaps: readonly Gap[] } {
    const expected = this.#revList.expected + this.#moreCount;
    const { coverage, answered } = this.#counter;
    const gaps = [...this.#gaps.list()];
    if (this.#state !== "read") {
      gaps.push({ kind: "miscounted", detail: describeUnfinished("range") });
    } else if (answered !== expected) {
      gaps.push({ kind: "miscounted", detail: describeMissingObjects(answered, expected) });
    }
    return { coverage: { ...coverage }, gaps };
  }

  /** What the range brought from excluded paths to those that count. */
  async *#readMoved(): AsyncGenerator<Blob> {
    const { blobs, names } = await this.#moved.find();
    yield* this.#objects.namesToBlobs(names.map(encodePath));
    if (blobs.length === 0) return;
    await this.#fetchMoved(blobs);
    this.#moreCount += blobs.length;
    for await (const result of readObjects(this.#git, [blobs])) {
      if (result.kind === "object") yield* this.#objects.toBlobs(result);
      else this.#counter.reportUnread(result);
    }
  }

  async #stop(): Promise<void> {
    if (this.#state !== "read") this.#state = "stopped";
    await this.#batches.return(undefined);
    this.#revList.stop();
    await this.#close();
  }

  async #close(): Promise<void> {
    await this.#opened?.objects.close();
    await this.#kept.close();
  }
}

function toRefBlob(name: Buffer): Blob {
  return { provenance: { kind: "ref", name: decodePath(name) }, chunks: [name] };
}
