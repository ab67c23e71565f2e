import type { Blob } from "../../domain/blob.ts";
import type { Hit, Sighting } from "../../domain/candidate.ts";
import type { Gap } from "../../domain/gap.ts";
import type { Coverage, Source } from "../../domain/source.ts";
import { quoteForMessage } from "../../errors.ts";
import { GapCollector } from "../../git/gap-collector.ts";
import type { Git } from "../../git/git.ts";
import { ObjectReader } from "../../git/objects/object-reader.ts";
import { type ObjectResult, readObjects } from "../../git/objects/object-stream.ts";
import { listEntries } from "../../git/objects/tree.ts";
import { mayHoldKey } from "../../git/objects/tree-names.ts";
import type { Repository } from "../../git/repository.ts";
import { CoverageCounter } from "../coverage-counter.ts";
import {
  describeMissingContent,
  findLocalContent,
  type LfsPointer,
  openContent,
  parsePointer,
  readVerifiedContent,
} from "../lfs.ts";
import { BaseContents } from "../locate/base-contents.ts";
import { Positions } from "../locate/positions.ts";
import { IndexChanges, type Staged } from "./index-changes.ts";

/** A file of Git LFS that the index has a pointer for. */
type Kept = { pointer: string; file: string };

/** No commit has it yet. */
const UNCOMMITTED = { commit: null, author: null, at: null, inHead: true } as const;

/** What is in the index and not in HEAD. */
export class IndexSource implements Source {
  readonly #git: Git;
  readonly #repository: Repository;
  readonly #includes: (path: string) => boolean;
  readonly #gaps = new GapCollector();
  readonly #tally = new CoverageCounter(this.#gaps);
  readonly #changes: IndexChanges;
  /** By blob, where it is staged. */
  readonly #staged = new Map<string, Staged[]>();
  /** By its own name, what Git LFS has for a pointer. */
  readonly #kept = new Map<string, Kept>();
  readonly #reader: ObjectReader;
  #positions: Positions | null = null;
  #isReading = false;
  #isRead = false;

  constructor(git: Git, repository: Repository, includes: (path: string) => boolean) {
    this.#git = git;
    this.#repository = repository;
    this.#includes = includes;
    this.#changes = new IndexChanges(git);
    this.#reader = new ObjectReader(git);
  }

  async *blobs(): AsyncGenerator<Blob> {
    this.#isReading = true;
    try {
      for await (const answer of readObjects(this.#git, this.#names())) {
        if (answer.kind === "object") yield* this.#contents(answer);
        else this.#tally.reportUnread(answer);
      }
      for (const { path, isNew } of [...this.#staged.values()].flat()) {
        if (!isNew || !path.split("/").some((name) => mayHoldKey(Buffer.byteLength(name)))) continue;
        yield { provenance: { kind: "path", path, commit: null }, chunks: [Buffer.from(path)] };
      }
      this.#isRead = true;
    } finally {
      this.#isReading = false;
      await this.#close();
    }
  }

  async locate({ provenance }: Blob, hit: Hit): Promise<readonly Sighting[]> {
    if (provenance.kind === "path") return await this.#inName(provenance.path, hit);
    if (provenance.kind !== "object") throw new Error(`the index has nothing from ${provenance.kind}`);
    const { oid: name } = provenance;
    const kept = this.#kept.get(name);
    const oid = kept?.pointer ?? name;
    const open = () => (kept ? openContent(kept.file) : this.#reader.stream(oid));
    const head = this.#changes.hasHead ? "HEAD" : null;
    this.#positions ??= new Positions(new BaseContents(this.#git, head, this.#repository, this.#gaps), this.#gaps);
    const place = await this.#positions.locate({ oid, id: name, open }, hit);
    if (!this.#isReading) await this.#close(); // Nobody else would, and its process would stay.
    const sightings = this.#stagedAs(oid).map(
      ({ path }) => ({ ...place, ...UNCOMMITTED, where: "file", path }) as const,
    );
    this.#positions.markDeferred(hit, sightings);
    return sightings;
  }

  async complete(sightings: readonly Sighting[]): Promise<readonly Sighting[]> {
    return (await this.#positions?.complete(sightings)) ?? sightings;
  }

  async nameOf({ provenance }: Blob): Promise<string> {
    if (provenance.kind === "path") return quoteForMessage(provenance.path);
    if (provenance.kind !== "object") throw new Error(`the index has nothing from ${provenance.kind}`);
    return quoteForMessage(this.#stagedAs(provenance.oid)[0]?.path ?? provenance.oid);
  }

  account(): { coverage: Coverage; gaps: readonly Gap[] } {
    const { coverage, answered } = this.#tally;
    const gaps = [...this.#gaps.list()];
    if (!this.#isRead) {
      gaps.push({ kind: "miscounted", detail: "reading stopped before the end of what is staged" });
    } else if (answered !== this.#staged.size) {
      gaps.push({
        kind: "miscounted",
        detail: `${this.#staged.size} staged files were expected and ${answered} were read`,
      });
    }
    return { coverage: { ...coverage }, gaps };
  }

  async *#names(): AsyncGenerator<readonly string[]> {
    for await (const staged of this.#changes.list()) {
      if (!this.#includes(staged.path)) continue;
      const known = this.#staged.get(staged.oid);
      known?.push(staged);
      if (known) continue;
      this.#staged.set(staged.oid, [staged]);
      yield [staged.oid];
    }
  }

  async *#contents({ oid, type, chunks }: Extract<ObjectResult, { kind: "object" }>): AsyncGenerator<Blob> {
    this.#tally.countObject(type);
    yield { provenance: { kind: "object", oid }, chunks: this.#tally.countBytes(chunks) };
    const pointer = Array.isArray(chunks) ? parsePointer(Buffer.concat(chunks)) : null;
    if (pointer) yield* this.#contentOf(pointer, oid);
  }

  /** What a Git LFS pointer stands for, which is kept in the repository until it is pushed. */
  async *#contentOf(pointer: LfsPointer, oid: string): AsyncGenerator<Blob> {
    const path = this.#stagedAs(oid)[0]?.path ?? oid;
    const file = await findLocalContent(pointer, this.#repository.commonDir);
    if (file === null) {
      this.#gaps.add("lfs", describeMissingContent(path, pointer));
      return;
    }
    this.#kept.set(pointer.oid, { pointer: oid, file });
    this.#tally.countFile();
    const chunks = this.#tally.countBytes(readVerifiedContent(file, pointer, path, this.#gaps));
    yield { provenance: { kind: "object", oid: pointer.oid }, chunks };
  }

  async #inName(path: string, { encoding, offset, length }: Hit): Promise<readonly Sighting[]> {
    const key = Buffer.from(path).toString("utf8", offset, offset + length);
    let preexisting = false;
    if (this.#changes.hasHead) {
      for await (const entry of listEntries(this.#git, "HEAD", this.#gaps)) preexisting ||= entry.path.includes(key);
    }
    return [{ ...UNCOMMITTED, where: "path", path, line: null, column: null, encoding, member: null, preexisting }];
  }

  async #close(): Promise<void> {
    await this.#positions?.close();
    await this.#reader.close();
  }

  #stagedAs(oid: string): readonly Staged[] {
    return this.#staged.get(this.#kept.get(oid)?.pointer ?? oid) ?? [];
  }
}
