import fs, { createReadStream } from "node:fs";
import { lstat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import type { Blob } from "../domain/blob.ts";
import type { Hit, Sighting } from "../domain/candidate.ts";
import type { Change } from "../domain/change.ts";
import type { Gap } from "../domain/gap.ts";
import type { Coverage, Source } from "../domain/source.ts";
import { quoteForMessage, UsageError } from "../errors.ts";
import { GapCollector } from "../git/gap-collector.ts";
import type { Environment } from "../git/git.ts";
import { PositionReader } from "./locate/positions.ts";
import { type Globs, isExclusionOnly, parseGlobs } from "./path-filter.ts";
import { type Ignored, ignoredIn } from "./staged/git-ignored.ts";

/** Files to open. */
export type FilesOptions = {
  root: string;
  /** What to read, from `root`; none means all. */
  globs: readonly string[];
  /** What to leave out. */
  exclude: readonly string[];
  /** Whether to read what .gitignore hides, which is where keys are kept. True when it is left out. */
  ignored?: boolean;
  /** For git, which is asked about .gitignore alone. */
  environment?: Environment;
};

/** Files on disk and where their bytes come from. */
export type OpenFiles = { change: Extract<Change, { kind: "files" }>; source: Source };

/** How much of a file is read at once. */
const CHUNK = 256 * 1024;

/**
 * Opens the files that globs name, as they are on disk now; no globs means all. Links are not followed, and git's own
 * folder is not looked into. A UsageError names a glob that is wrong, or a file that is not there.
 */
export async function openFiles(options: FilesOptions): Promise<OpenFiles> {
  const { root, globs, exclude, ignored, environment } = options;
  const { default: fastGlob } = await import("fast-glob");
  const gaps = new GapCollector();
  const wanted: string[] = [];
  const rest: string[] = [];
  for (const glob of globs.length > 0 ? globs : ["**"]) {
    // What is there by that very name is meant, and not what it would match: [id].ts, as a shell hands it over.
    const name = nameIn(root, glob);
    const found = await lstat(join(root, name)).catch(() => null);
    if (!found || name.startsWith("../")) rest.push(glob);
    else if (found.isDirectory()) wanted.push(name === "" ? "**" : `${fastGlob.escapePath(name)}/**`);
    else if (found.isFile()) wanted.push(fastGlob.escapePath(name));
    else gaps.add("unreadable", `${quoteForMessage(name)} is no file but a link or a device, which is not read`);
  }
  const { wanted: matched, unwanted, names } = await parseGlobs(rest, exclude);
  const [absent] = names;
  if (absent !== undefined) {
    throw new UsageError(
      `There is no file ${quoteForMessage(absent)}; write its path from ${quoteForMessage(root)}, or a glob.`,
    );
  }
  wanted.push(...matched);
  if (wanted.length === 0 && gaps.all().length === 0) throw isExclusionOnly(globs);
  const hidden = ignored === false ? await ignoredIn(root, environment ?? {}) : NOTHING;
  const folders = hidden.folders.map((folder) => (folder === "" ? "**" : `${fastGlob.escapePath(folder)}/**`));
  const without = [...unwanted, ...folders];
  const source = new FilesSource(root, { wanted, unwanted: without }, hidden.files, gaps);
  return { change: { kind: "files", globs }, source };
}

const NOTHING: Ignored = { folders: [], files: new Set() };

function nameIn(root: string, glob: string): string {
  return relative(root, resolve(root, glob)).replaceAll(sep, "/");
}

class FilesSource implements Source {
  readonly #root: string;
  readonly #globs: Pick<Globs, "wanted" | "unwanted">;
  readonly #hidden: ReadonlySet<string>;
  readonly #gaps: GapCollector;
  readonly #coverage: Coverage = { commits: 0, blobs: 0, bytes: 0, texts: 0 };
  readonly #positions = new PositionReader();
  #isRead = false;

  constructor(
    root: string,
    globs: Pick<Globs, "wanted" | "unwanted">,
    hidden: ReadonlySet<string>,
    gaps: GapCollector,
  ) {
    this.#root = resolve(root);
    this.#globs = globs;
    this.#hidden = hidden;
    this.#gaps = gaps;
  }

  async *blobs(): AsyncGenerator<Blob> {
    let listed = 0;
    for await (const path of this.#paths()) {
      listed += 1;
      yield { provenance: { kind: "file", path }, chunks: this.#read(path) };
    }
    await this.#positions.close();
    if (listed === 0) {
      const globs = this.#globs.wanted.map(quoteForMessage).join(", ");
      this.#gaps.add("miscounted", `no file on disk matches ${globs}, so that nothing was looked at`);
    }
    this.#isRead = true;
  }

  /** There is no base: every sighting is complete. */
  async complete(sightings: readonly Sighting[]): Promise<readonly Sighting[]> {
    return sightings;
  }

  async nameOf({ provenance }: Blob): Promise<string> {
    return provenance.kind === "file" ? quoteForMessage(provenance.path) : provenance.kind;
  }

  async locate({ provenance }: Blob, { encoding, member, offset, length }: Hit): Promise<readonly Sighting[]> {
    if (provenance.kind !== "file") throw new Error(`files have nothing from ${provenance.kind}`);
    const { path } = provenance;
    // A file that changed in the meantime has no such line: what was read in it stands all the same.
    const again = member === null && this.#positions.locate(path, () => this.#open(path), offset, length);
    const place = again ? await again.catch(() => null) : null;
    if (this.#isRead) await this.#positions.close();
    const [line, column] = [place?.line ?? null, place?.column ?? null];
    const rest = { commit: null, author: null, at: null, encoding, member, inHead: true, preexisting: false } as const;
    return [{ where: "file", path, line, column, ...rest }];
  }

  account(): { coverage: Coverage; gaps: readonly Gap[] } {
    const unread: Gap[] = this.#isRead ? [] : [{ kind: "miscounted", detail: "not all files were read" }];
    return { coverage: { ...this.#coverage }, gaps: [...this.#gaps.all(), ...unread] };
  }

  async *#paths(): AsyncGenerator<string> {
    const { default: fastGlob } = await import("fast-glob");
    const { wanted, unwanted } = this.#globs;
    const own = wanted.some((glob) => glob.includes(".git/")) ? [] : ["**/.git/**"];
    const stream = fastGlob.stream([...wanted], {
      cwd: this.#root,
      ignore: [...unwanted, ...own],
      dot: true,
      followSymbolicLinks: false,
      onlyFiles: true,
      suppressErrors: true, // Else the first folder that cannot be read ends the search; `readdir` tells of it.
      fs: { readdir: this.#readdir() as typeof fs.readdir },
    });
    for await (const path of stream) if (!this.#hidden.has(String(path))) yield String(path);
  }

  /** Reads folders as node does, and leaves a gap where it cannot. */
  #readdir() {
    type Done = (error: NodeJS.ErrnoException | null, entries: fs.Dirent[]) => void;
    return (folder: string, options: { withFileTypes: true }, done: Done): void => {
      fs.readdir(folder, options, (error, entries) => {
        if (error) this.#unreadable(relative(this.#root, folder).replaceAll(sep, "/") || ".", error);
        done(error, entries);
      });
    };
  }

  async *#read(path: string): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of this.#open(path)) {
        this.#coverage.bytes += chunk.length;
        yield chunk;
      }
      this.#coverage.blobs += 1;
    } catch (error) {
      this.#unreadable(path, error as NodeJS.ErrnoException);
    }
  }

  #open(path: string): AsyncIterable<Buffer> {
    return createReadStream(join(this.#root, path), { highWaterMark: CHUNK });
  }

  #unreadable(path: string, { code }: NodeJS.ErrnoException): void {
    this.#gaps.add("unreadable", `${quoteForMessage(path)} cannot be read (${code ?? "for a reason not given"})`);
  }
}
