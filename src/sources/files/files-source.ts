import type { Blob } from "../../domain/blob.ts";
import type { Hit, Sighting } from "../../domain/candidate.ts";
import type { Gap } from "../../domain/gap.ts";
import type { BlobName, Coverage, Source } from "../../domain/source.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import {
  describeKeyOutside,
  describeTooMuchOutside,
  describeUnmatchedFiles,
  describeUnmatchedInput,
  describeUnreadablePath,
  FILES_CUT_SHORT,
} from "../../messages/gaps/paths.ts";
import { namePath } from "../../messages/names.ts";
import type { WantedGlob } from "../glob-matcher.ts";
import { PositionReader } from "../locate/positions.ts";
import { readDiskFile } from "./disk-path.ts";
import type { FileWalk, WalkedEntry } from "./file-walk.ts";

/** How to read an entry, once more too. */
type OpenEntry = () => AsyncIterable<Uint8Array>;

/**
 * An entry as a blob. Not kept in a WeakMap by its blob: what such a map has would outlive every small garbage collection,
 * with all that was read of each file.
 */
class EntryBlob implements Blob {
  readonly provenance: Blob["provenance"];
  readonly chunks: Blob["chunks"];
  readonly entry: WalkedEntry;
  readonly id: string;
  readonly open: OpenEntry;

  constructor(entry: WalkedEntry, { id, open, chunks }: { id: string; open: OpenEntry; chunks: Blob["chunks"] }) {
    const { kind, path } = entry;
    this.provenance = kind === "name" ? { kind: "path", path, commit: null } : { kind: "file", path };
    [this.entry, this.id, this.open, this.chunks] = [entry, id, open, chunks];
  }
}

/** What all sightings in files have in common: there is no commit, and no base. */
const ON_DISK = { commit: null, author: null, at: null, inHead: true, preexisting: false } as const;

/** A glob that was asked for; `isName`: the name of a file or a folder that is there. */
export type AskedFiles = WantedGlob & { isName: boolean };

/** Reads what a walk comes upon. */
export class FilesSource implements Source {
  readonly #walk: FileWalk;
  readonly #globs: readonly AskedFiles[];
  readonly #hasOptionalGlobs: boolean;
  readonly #gaps: GapCollector;
  readonly #coverage: Coverage = { commits: 0, blobs: 0, bytes: 0, texts: 0 };
  readonly #positions = new PositionReader();
  /** The links outside in whose files a key was found. */
  readonly #told = new Set<string>();
  #isRead = false;

  /** `globs` are what was asked for, to say that one matches nothing: a warning where they are optional. */
  constructor(walk: FileWalk, globs: { all: readonly AskedFiles[]; areOptional: boolean }, gaps: GapCollector) {
    this.#walk = walk;
    this.#globs = globs.all;
    this.#hasOptionalGlobs = globs.areOptional;
    this.#gaps = gaps;
  }

  async *blobs(): AsyncGenerator<Blob> {
    let listed = 0;
    let unmatched = this.#globs;
    for await (const entry of this.#walk.entries()) {
      if (entry.kind === "file" || entry.kind === "outside") {
        listed += 1;
        if (unmatched.some(({ matches }) => matches(entry.path))) {
          unmatched = unmatched.filter(({ matches }) => !matches(entry.path));
        }
      }
      const blob = this.#toBlob(entry);
      if (blob) yield blob;
    }
    await this.#positions.close();
    // A folder that is there and empty is no typing error, unless nothing else was read either.
    if (listed > 0) unmatched = unmatched.filter(({ isName }) => !isName);
    if (unmatched.length > 0) {
      const texts = unmatched.map(({ text }) => text);
      // Where some globs match, one that does not may be meant for other runs of the same workflow.
      const isOption = this.#hasOptionalGlobs && listed > 0;
      if (isOption) this.#gaps.add("paths", describeUnmatchedInput(texts));
      else this.#gaps.add("miscounted", describeUnmatchedFiles(texts), { cause: "no-match" });
    }
    this.#isRead = true;
  }

  /** There is no base: every sighting is complete. */
  async complete(sightings: readonly Sighting[]): Promise<readonly Sighting[]> {
    return sightings;
  }

  async nameOf({ provenance }: Blob): Promise<BlobName> {
    const hasPath = provenance.kind === "file" || provenance.kind === "path";
    return hasPath ? namePath(provenance.path) : { name: provenance.kind };
  }

  async locate(blob: Blob, { encoding, member, offset, length }: Hit): Promise<readonly Sighting[]> {
    if (!(blob instanceof EntryBlob)) throw new Error(`files have nothing from ${blob.provenance.kind}`);
    const { entry, id, open } = blob;
    const { path } = entry;
    if (entry.kind === "outside") return this.#tellOutside(path);
    const rest = { ...ON_DISK, path, encoding, member };
    if (entry.kind === "name") return [{ ...rest, where: "path", line: null, column: null }];
    // The file may have changed since it was read, and then its line is unknown. The key was found all the same.
    const reading = member === null && this.#positions.locate(id, open, offset, length);
    const position = reading ? await reading.catch(() => null) : null;
    if (this.#isRead) await this.#positions.close();
    return [{ ...rest, where: "file", line: position?.line ?? null, column: position?.column ?? null }];
  }

  account(): { coverage: Coverage; gaps: readonly Gap[] } {
    const gaps = [...this.#gaps.list()];
    if (!this.#isRead) gaps.push({ kind: "miscounted", detail: FILES_CUT_SHORT, cause: "cut-short" });
    return { coverage: { ...this.#coverage }, gaps };
  }

  /** Null for what could not be read, which is told. */
  #toBlob(entry: WalkedEntry): Blob | null {
    const { kind, path } = entry;
    switch (kind) {
      case "file":
        return this.#createBlob(entry, path, () => readDiskFile(entry.disk));
      case "outside":
        return this.#createBlob(entry, path, () => readDiskFile(entry.disk, entry.size));
      case "link-text":
        return this.#createBlob(entry, `link ${path}`, () => toStream(entry.text));
      case "name":
        return this.#createBlob(entry, `name ${path}`, () => toStream(entry.name));
      case "too-much-outside":
        this.#gaps.add("unreadable", describeTooMuchOutside(path), { cause: "elsewhere", path });
        return null;
      case "unreadable":
        this.#addUnreadable(path, entry.code);
        return null;
      default:
        return kind satisfies never;
    }
  }

  #createBlob(entry: WalkedEntry, id: string, open: OpenEntry): Blob {
    const isFile = entry.kind === "file" || entry.kind === "outside";
    return new EntryBlob(entry, { id, open, chunks: isFile ? this.#read(entry.path, open) : open() });
  }

  async *#read(path: string, open: OpenEntry): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of open()) {
        this.#coverage.bytes += chunk.length;
        yield chunk;
      }
      this.#coverage.blobs += 1;
    } catch (error) {
      this.#addUnreadable(path, (error as NodeJS.ErrnoException).code);
    }
  }

  /** A key outside is no part of what is scanned, and is never taken for one of it: a link may be anybody's. */
  #tellOutside(path: string): readonly Sighting[] {
    if (this.#told.has(path)) return [];
    this.#told.add(path);
    this.#gaps.add("unreadable", describeKeyOutside(path), { cause: "elsewhere", path });
    return [];
  }

  #addUnreadable(path: string, code: string | undefined): void {
    this.#gaps.add("unreadable", describeUnreadablePath(path, code), { path });
  }
}

async function* toStream(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
