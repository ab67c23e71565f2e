import type { Blob } from "../../domain/blob.ts";
import type { Hit, Sighting } from "../../domain/candidate.ts";
import type { Gap } from "../../domain/gap.ts";
import type { BlobName, Coverage, Source } from "../../domain/source.ts";
import type { SweptRepository } from "../../domain/sweep.ts";
import { describeRepositoryGap, describeUnreadKey, UNREAD_KEY } from "../../messages/gaps/sweep.ts";
import type { HeadFiles } from "./head-files.ts";

/**
 * What is read again of one repository. `blobs` is read once; `files` are those of its default branch, null where places
 * stay as they were found; `close` removes what was fetched.
 */
export type FoundBlobs = { blobs(): AsyncIterable<Blob>; files: HeadFiles | null; close(): Promise<void> };

/** How places are read again. */
export type PlaceReading = {
  /** Opens what holds the keys of a repository; null where it could not be fetched. */
  open: (record: SweptRepository) => Promise<FoundBlobs | null>;
  /** Called once everything was read. */
  onRead: () => void;
  /** Whether the operator ignores this key, once the repository no longer has it. */
  isLeftOut: (fingerprint: string) => boolean;
};

/** As many repositories are fetched ahead of the one that is read. */
const AHEAD = 3;

/**
 * The places that the shards of a sweep found. The keys are read again in the repositories that hold them, since shards
 * hand over no text; where they stand is taken over. Everything else goes the way of any scan.
 */
export class FoundPlaces implements Source {
  readonly #records: readonly SweptRepository[];
  readonly #reading: PlaceReading;
  readonly #gaps: Gap[];
  readonly #unread = new Set<string>();
  /** The repository that is being read, and the keys of it that were found again. */
  #current: { record: SweptRepository; found: Set<string>; files: HeadFiles | null } | null = null;

  /** `gaps` are those of no one repository. */
  constructor(records: readonly SweptRepository[], gaps: readonly Gap[], reading: PlaceReading) {
    this.#records = records;
    this.#reading = reading;
    this.#gaps = [...gaps, ...records.flatMap(listGaps)];
  }

  async *blobs(): AsyncGenerator<Blob> {
    const holding = this.#records.filter(({ keys }) => keys.length > 0);
    const opened: Promise<FoundBlobs | null>[] = [];
    const openUntil = (index: number) => {
      while (opened.length < Math.min(index + 1, holding.length)) {
        const next = holding[opened.length];
        if (next) opened.push(this.#reading.open(next).catch(() => null));
      }
    };
    let index = 0;
    try {
      for (; index < holding.length; index += 1) {
        openUntil(index + AHEAD);
        const record = holding[index];
        if (record) yield* this.#readOne(record, (await opened[index]) ?? null);
      }
    } finally {
      this.#current = null;
      // Where reading ended early; to close twice does no harm.
      for (const one of opened.slice(index)) await (await one)?.close();
      this.#reading.onRead();
    }
  }

  async *#readOne(record: SweptRepository, opened: FoundBlobs | null): AsyncGenerator<Blob> {
    const found = new Set<string>();
    this.#current = { record, found, files: opened?.files ?? null };
    try {
      if (opened) yield* opened.blobs();
    } finally {
      await opened?.close();
      const why = opened ? UNREAD_KEY.gone : UNREAD_KEY.unfetched;
      for (const { fingerprint, mask } of record.keys) {
        if (found.has(fingerprint) || (opened && this.#reading.isLeftOut(fingerprint))) continue;
        this.#unread.add(record.name);
        const detail = describeRepositoryGap(record.name, describeUnreadKey(mask, fingerprint, why));
        const publicDetail = describeRepositoryGap(record.name, describeUnreadKey("", fingerprint, why));
        const cause = opened ? "lost-key" : "repository";
        const repository = record.name;
        this.#gaps.push({ kind: "unfetched", cause, repository, detail, publicDetail });
      }
    }
  }

  /** The names of repositories of which a key could not be read again, so far. */
  get unread(): ReadonlySet<string> {
    return this.#unread;
  }

  /** Where the shard found this key. One that the shard did not find stands somewhere in this repository. */
  async locate(_: Blob, { secret: { fingerprint }, encoding, member }: Hit): Promise<readonly Sighting[]> {
    if (!this.#current) throw new Error("a place is located while its repository is read");
    const { record, found, files } = this.#current;
    const repository = record.name;
    if (found.has(fingerprint)) return [];
    found.add(fingerprint);
    const key = record.keys.find((one) => one.fingerprint === fingerprint);
    if (key) {
      const places: Sighting[] = [];
      for (const one of key.sightings) {
        const place = files ? await files.locate(one, key.objects) : one;
        places.push({ ...place, repository });
      }
      return places;
    }
    const unknown = { path: null, line: null, column: null, commit: null, author: null, at: null } as const;
    return [{ where: "file", ...unknown, encoding, member, inHead: false, preexisting: false, repository }];
  }

  /** There is no base: every sighting is complete. */
  async complete(sightings: readonly Sighting[]): Promise<readonly Sighting[]> {
    return sightings;
  }

  async nameOf(blob: Blob): Promise<BlobName | null> {
    const { provenance } = blob;
    const object = provenance.kind === "object" ? [shortenId(provenance.oid)] : [];
    return { name: [this.#current?.record.name, provenance.kind, ...object].join(" ") };
  }

  account(): { coverage: Coverage; gaps: readonly Gap[] } {
    const coverage = { commits: 0, blobs: 0, bytes: 0, texts: 0 };
    for (const record of this.#records) {
      coverage.commits += record.coverage.commits;
      coverage.blobs += record.coverage.blobs;
      coverage.bytes += record.coverage.bytes;
      coverage.texts += record.coverage.texts;
    }
    return { coverage, gaps: this.#gaps };
  }
}

/** As git shows it. */
function shortenId(oid: string): string {
  return oid.slice(0, 7);
}

/** The gaps of a repository, under its name. Their paths are left out: no glob of a sweep is compared with them. */
function listGaps({ name, gaps }: SweptRepository): readonly Gap[] {
  return gaps.map(({ kind, cause, detail }) => {
    const named = { repository: name, detail: describeRepositoryGap(name, detail) };
    return { kind, ...named, ...(cause === undefined ? {} : { cause }) };
  });
}
