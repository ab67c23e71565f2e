import type { Blob } from "../../domain/blob.ts";
import type { Hit, Sighting } from "../../domain/candidate.ts";
import type { Change } from "../../domain/change.ts";
import type { Gap } from "../../domain/gap.ts";
import type { Coverage, Source } from "../../domain/source.ts";
import type { CommitRange } from "../../git/commits/commit-range.ts";
import { resolveRange } from "../../git/commits/commit-range.ts";
import { RevList } from "../../git/commits/rev-list.ts";
import { GapCollector } from "../../git/gap-collector.ts";
import { type Environment, Git } from "../../git/git.ts";
import { type ObjectResult, readInBatches } from "../../git/objects/object-stream.ts";
import { findRepository, type Repository } from "../../git/repository.ts";
import { CoverageCounter } from "../coverage-counter.ts";
import { BlobLocator, createLocatorContext } from "../locate/blob-locator.ts";
import { ObjectLocator } from "../locate/object-locator.ts";
import { RangeObjects } from "./range-objects.ts";
import { readTagsAndNotes, TagsAndNotes } from "./tags-and-notes.ts";

/** A range of commits to open. */
export type RangeOptions = {
  /** A folder inside the repository. */
  repo: string;
  /** Revisions, or full object names, which save a process. A null base means everything that head has. */
  base: string | null;
  head: string;
  environment: Environment;
  /** Whether keys at this path, or in its name, count. Commit messages and the like always do. */
  includes: (path: string) => boolean;
  /** Names of branches and tags that came with the change, as `refs/…`: they are searched as well. */
  names?: readonly string[];
  /** Full names of more commits that are known: what they have, the range has not. */
  known?: readonly string[];
  /** Variables for git, as where the objects of a push are kept until it is accepted. */
  variables?: Readonly<Record<string, string>>;
};

/** A range and where its bytes come from. */
export type OpenRange = { change: Extract<Change, { kind: "range" }>; source: Source };

/**
 * Opens the commits that head has and base has not, and starts to read them. A MissingCommit where one of the two is not
 * here, or a shallow clone ends between them; another UsageError where there is no such repository.
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
  const ends = await resolveRange(git, base, head);
  const source = new RangeSource(git, repository, { ...ends, known: more.known ?? [] }, includes, more.names ?? []);
  await source.begin();
  return { change: { kind: "range", ...ends }, source };
}

/** Milliseconds that git waits for a reader. After that it is ended: it would keep the program from ending. */
const PATIENCE = 30_000;

class RangeSource implements Source {
  readonly #git: Git;
  readonly #gaps = new GapCollector();
  readonly #listing: RevList;
  readonly #attached: TagsAndNotes;
  readonly #locator: ObjectLocator;
  readonly #objects: RangeObjects;
  readonly #names: readonly string[];
  readonly #tally: CoverageCounter;
  readonly #answers: AsyncGenerator<readonly ObjectResult[]>;
  #first: IteratorResult<readonly ObjectResult[]> | null = null;
  #waiting: NodeJS.Timeout | null = null;
  /** Tags and notes that were asked for. */
  #hanging = 0;
  #state: "unread" | "reading" | "stopped" | "read" = "unread";

  constructor(
    git: Git,
    repository: Repository,
    ends: CommitRange,
    includes: RangeOptions["includes"],
    names: readonly string[],
  ) {
    this.#git = git;
    this.#names = names;
    this.#tally = new CoverageCounter(this.#gaps);
    this.#listing = new RevList(git, ends, repository, this.#gaps);
    this.#answers = readInBatches(git, this.#listing.names());
    this.#attached = new TagsAndNotes(git, repository, this.#gaps);
    const context = createLocatorContext({ git, repository, range: ends, gaps: this.#gaps, includes });
    const blobs = new BlobLocator(context);
    this.#locator = new ObjectLocator(context, blobs);
    this.#objects = new RangeObjects(ends.head, repository.commonDir, blobs, this.#tally, this.#gaps);
  }

  /** Asks for the first objects, so that an end that is not here is told before anything is read. */
  async begin(): Promise<void> {
    this.#first = await this.#answers.next();
    this.#waiting = setTimeout(() => void this.#stop(), PATIENCE).unref();
  }

  async *blobs(): AsyncGenerator<Blob> {
    if (this.#state !== "unread") throw new Error("a range is read once, and soon after it was opened");
    if (this.#waiting) clearTimeout(this.#waiting);
    this.#state = "reading";
    try {
      for (const name of this.#names) {
        if (name !== "") yield { provenance: { kind: "ref", name }, chunks: [Buffer.from(name)] };
      }
      for (let next = this.#first; next && !next.done; next = await this.#answers.next()) {
        for (const answer of next.value) {
          if (answer.kind !== "object") {
            this.#tally.reportUnread(answer);
            continue;
          }
          if (answer.type === "commit") this.#attached.see(answer.oid);
          const blobs = this.#objects.in(answer);
          if (Array.isArray(blobs)) for (const blob of blobs) yield blob;
          else yield* blobs;
        }
      }
      // Read last, by a process of their own: most ranges have none.
      const attachments = (await this.#attached.found()).filter(({ oid }) => !this.#objects.tags.has(oid));
      this.#hanging = attachments.length;
      if (attachments.length > 0) yield* readTagsAndNotes(this.#git, attachments, this.#tally);
      this.#state = "read";
    } finally {
      await this.#stop();
    }
  }

  async nameOf(blob: Blob): Promise<string | null> {
    const name = await this.#locator.nameOf(blob);
    if (this.#state !== "reading") await this.#locator.close();
    return name;
  }

  async locate(blob: Blob, hit: Hit): Promise<readonly Sighting[]> {
    const sightings = await this.#locator.locate(blob, hit);
    if (this.#state !== "reading") await this.#locator.close(); // Nobody else would, and its process would stay.
    return sightings;
  }

  async complete(sightings: readonly Sighting[]): Promise<readonly Sighting[]> {
    return await this.#locator.complete(sightings);
  }

  account(): { coverage: Coverage; gaps: readonly Gap[] } {
    const expected = this.#listing.expected + this.#hanging;
    const { coverage, answered } = this.#tally;
    const gaps = [...this.#gaps.list()];
    if (this.#state !== "read") {
      gaps.push({ kind: "miscounted", detail: "reading stopped before the end of the range" });
    } else if (answered !== expected) {
      gaps.push({ kind: "miscounted", detail: `${expected} objects were expected and ${answered} were read` });
    }
    return { coverage: { ...coverage }, gaps };
  }

  async #stop(): Promise<void> {
    if (this.#state !== "read") this.#state = "stopped";
    await this.#answers.return(undefined);
    this.#listing.stop();
    await this.#locator.close();
  }
}
