import type { Blob } from "../domain/blob.ts";
import type { Hit, Sighting } from "../domain/candidate.ts";
import type { Change } from "../domain/change.ts";
import type { Gap } from "../domain/gap.ts";
import type { Coverage, Source } from "../domain/source.ts";
import { Gaps } from "./gaps.ts";
import { type Environment, Git } from "./git.ts";
import { type Ends, Listing } from "./listing.ts";
import { Located } from "./located.ts";
import { messageOf } from "./message.ts";
import { type Answer, readObjects } from "./objects.ts";
import { findRepository, type Repository } from "./repository.ts";
import { endsNamed } from "./revisions.ts";

/** A range of commits to open. */
export type RangeOptions = {
  /** A folder inside the repository. */
  repo: string;
  /** Revisions, or full object names, which save a process. A null base means everything that head has. */
  base: string | null;
  head: string;
  environment: Environment;
  /** Whether keys at this path count. Commit messages always do. */
  includes: (path: string) => boolean;
};

/** A range and where its bytes come from. */
export type OpenRange = { change: Extract<Change, { kind: "range" }>; source: Source };

/**
 * Opens the commits that head has and base has not. A UsageError where there is no such repository or commit; full
 * object names are only looked up as they are read, so that `blobs` may throw it too.
 */
export async function openRange({ repo, base, head, environment, includes }: RangeOptions): Promise<OpenRange> {
  const repository = await findRepository(repo);
  const git = new Git(repository.gitDir, environment);
  const ends = await endsNamed(git, base, head);
  return { change: { kind: "range", ...ends }, source: new RangeSource(git, repository, ends, includes) };
}

class RangeSource implements Source {
  readonly #git: Git;
  readonly #gaps = new Gaps();
  readonly #listing: Listing;
  readonly #located: Located;
  readonly #coverage: Coverage = { commits: 0, blobs: 0, bytes: 0, texts: 0 };
  /** Objects that were listed and answered for: read, missing or unreadable. */
  #settled = 0;
  /** What the latest object was counted as. */
  #latest: "blobs" | "texts" = "blobs";
  #state: "unread" | "reading" | "stopped" | "read" = "unread";

  constructor(git: Git, repository: Repository, ends: Ends, includes: RangeOptions["includes"]) {
    this.#git = git;
    this.#listing = new Listing(git, ends, repository, this.#gaps);
    this.#located = new Located(git, ends, repository, includes, this.#gaps);
  }

  async *blobs(): AsyncGenerator<Blob> {
    if (this.#state !== "unread") throw new Error("a range is read once");
    this.#state = "reading";
    try {
      for await (const answer of readObjects(this.#git, this.#listing.names())) {
        if (answer.kind === "object") yield* this.#blobOf(answer);
        else this.#miss(answer);
      }
      this.#state = "read";
    } finally {
      if (this.#state !== "read") this.#state = "stopped";
      this.#listing.stop();
      await this.#located.forget();
    }
  }

  async nameOf(blob: Blob): Promise<string> {
    const name = await this.#located.nameOf(blob);
    if (this.#state !== "reading") await this.#located.forget();
    return name;
  }

  async locate(blob: Blob, hit: Hit): Promise<readonly Sighting[]> {
    const sightings = await this.#located.sightingsOf(blob, hit);
    if (this.#state !== "reading") await this.#located.forget(); // Nobody else would, and its process would stay.
    return sightings;
  }

  *#blobOf({ type, oid, chunks }: Extract<Answer, { kind: "object" }>): Generator<Blob> {
    this.#settled += 1;
    this.#latest = type === "blob" ? "blobs" : "texts";
    switch (type) {
      case "blob":
        this.#coverage.blobs += 1;
        yield { provenance: { kind: "object", oid }, chunks: this.#counted(chunks) };
        return;
      case "commit":
        this.#coverage.commits += 1;
        this.#coverage.texts += 1;
        yield { provenance: { kind: "commit-message", commit: oid }, chunks: this.#counted(messageOf(chunks)) };
        return;
      case "tag":
        this.#coverage.texts += 1;
        this.#located.isTag(oid);
        yield { provenance: { kind: "object", oid }, chunks: this.#counted(messageOf(chunks)) };
        return;
      default: // A tree: only where the head itself is one.
        return;
    }
  }

  #counted(chunks: Blob["chunks"]): Blob["chunks"] {
    if (!(Symbol.iterator in chunks)) return this.#countedLater(chunks);
    for (const chunk of chunks) this.#coverage.bytes += chunk.length;
    return chunks;
  }

  async *#countedLater(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      this.#coverage.bytes += chunk.length;
      yield chunk;
    }
  }

  #miss(answer: Exclude<Answer, { kind: "object" }>): void {
    if (answer.kind === "missing") {
      this.#settled += 1;
      this.#gaps.missing(answer.oid);
      return;
    }
    if (answer.begun) this.#coverage[this.#latest] -= 1;
    else this.#settled += 1;
    this.#gaps.add("unreadable", `git cannot read the object ${answer.oid}, which is damaged`);
  }

  account(): { coverage: Coverage; gaps: readonly Gap[] } {
    const { expected } = this.#listing;
    const gaps = [...this.#gaps.all()];
    if (this.#state !== "read") {
      gaps.push({ kind: "miscounted", detail: "reading stopped before the end of the range" });
    } else if (this.#settled !== expected) {
      gaps.push({ kind: "miscounted", detail: `${expected} objects were expected and ${this.#settled} were read` });
    }
    return { coverage: { ...this.#coverage }, gaps };
  }
}
