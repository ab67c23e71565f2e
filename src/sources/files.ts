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
import { type IgnoredFiles, listIgnoredFiles } from "../git/ignored-files.ts";
import { PositionReader } from "./locate/positions.ts";
import { createExclusionOnlyError, type Globs, parseGlobs } from "./path-filter.ts";

/** Files to open. */
export type FilesOptions = {
  root: string;
  /** What to read, relative to `root`; none means all files. */
  globs: readonly string[];
  /** Globs to exclude. */
  exclude: readonly string[];
  /** Whether to read ignored files too, which is where keys are often kept. The default is true. */
  ignored?: boolean;
  /** For git, which lists the ignored files. */
  environment?: Environment;
};

/** Files on disk and their source. */
export type OpenFiles = { change: Extract<Change, { kind: "files" }>; source: Source };

/** Bytes that are read from a file at once. */
const CHUNK_SIZE = 256 * 1024;

/**
 * Opens the files that globs match on disk. Symbolic links are not followed, and .git folders are not read.
 *
 * @throws UsageError that names an invalid glob, or a file that does not exist.
 */
export async function openFiles(options: FilesOptions): Promise<OpenFiles> {
  const { root, globs, exclude, ignored = true, environment = {} } = options;
  const { default: fastGlob } = await import("fast-glob");
  const gaps = new GapCollector();
  const existing = await findExisting(root, globs.length > 0 ? globs : ["**"]);
  for (const name of existing.special) {
    gaps.add("unreadable", `${quoteForMessage(name)} is no file but a link or a device, which is not read`);
  }
  const { wanted: matched, unwanted, names } = await parseGlobs(existing.rest, exclude);
  const [absent] = names;
  if (absent !== undefined) {
    throw new UsageError(
      `There is no file ${quoteForMessage(absent)}; write its path from ${quoteForMessage(root)}, or a glob.`,
    );
  }
  const wanted = [...existing.wanted, ...matched];
  if (wanted.length === 0 && gaps.list().length === 0) throw createExclusionOnlyError(globs);
  const hidden = ignored ? NOTHING_IGNORED : await listIgnoredFiles(root, environment);
  const folders = hidden.folders.map((folder) => (folder === "" ? "**" : `${fastGlob.escapePath(folder)}/**`));
  const source = new FilesSource(root, { wanted, unwanted: [...unwanted, ...folders] }, hidden.files, gaps);
  return { change: { kind: "files", globs }, source };
}

const NOTHING_IGNORED: IgnoredFiles = { folders: [], files: new Set() };

/**
 * Sorts out the globs that are the exact name of something on disk, as a shell passes `[id].ts`: that file or folder is
 * meant, and not what the glob would match. `wanted` are globs for files and folders, `special` are names of links and
 * devices, `rest` are the other globs.
 */
async function findExisting(root: string, globs: readonly string[]) {
  const { default: fastGlob } = await import("fast-glob");
  const wanted: string[] = [];
  const special: string[] = [];
  const rest: string[] = [];
  for (const glob of globs) {
    const name = relative(root, resolve(root, glob)).replaceAll(sep, "/");
    const stats = await lstat(join(root, name)).catch(() => null);
    if (!stats || name.startsWith("../")) rest.push(glob);
    else if (stats.isDirectory()) wanted.push(name === "" ? "**" : `${fastGlob.escapePath(name)}/**`);
    else if (stats.isFile()) wanted.push(fastGlob.escapePath(name));
    else special.push(name);
  }
  return { wanted, special, rest };
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
    // The file may have changed since it was read, and then its line is unknown. The key was found all the same.
    const reading = member === null && this.#positions.locate(path, () => this.#open(path), offset, length);
    const position = reading ? await reading.catch(() => null) : null;
    if (this.#isRead) await this.#positions.close();
    const [line, column] = [position?.line ?? null, position?.column ?? null];
    const rest = { commit: null, author: null, at: null, encoding, member, inHead: true, preexisting: false } as const;
    return [{ where: "file", path, line, column, ...rest }];
  }

  account(): { coverage: Coverage; gaps: readonly Gap[] } {
    const gaps = [...this.#gaps.list()];
    if (!this.#isRead) gaps.push({ kind: "miscounted", detail: "not all files were read" });
    return { coverage: { ...this.#coverage }, gaps };
  }

  async *#paths(): AsyncGenerator<string> {
    const { default: fastGlob } = await import("fast-glob");
    const { wanted, unwanted } = this.#globs;
    const gitFolders = wanted.some((glob) => glob.includes(".git/")) ? [] : ["**/.git/**"];
    const stream = fastGlob.stream([...wanted], {
      cwd: this.#root,
      ignore: [...unwanted, ...gitFolders],
      dot: true,
      followSymbolicLinks: false,
      onlyFiles: true,
      suppressErrors: true, // Otherwise an unreadable folder would end the search; `readdir` reports it as a gap.
      fs: { readdir: this.#readdir() as typeof fs.readdir },
    });
    for await (const path of stream) if (!this.#hidden.has(String(path))) yield String(path);
  }

  /** The `readdir` of Node, with a gap for each folder that cannot be read. */
  #readdir() {
    type Done = (error: NodeJS.ErrnoException | null, entries: fs.Dirent[]) => void;
    return (folder: string, options: { withFileTypes: true }, done: Done): void => {
      fs.readdir(folder, options, (error, entries) => {
        if (error) this.#addUnreadable(relative(this.#root, folder).replaceAll(sep, "/") || ".", error);
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
      this.#addUnreadable(path, error as NodeJS.ErrnoException);
    }
  }

  #open(path: string): AsyncIterable<Buffer> {
    return createReadStream(join(this.#root, path), { highWaterMark: CHUNK_SIZE });
  }

  #addUnreadable(path: string, { code }: NodeJS.ErrnoException): void {
    this.#gaps.add("unreadable", `${quoteForMessage(path)} cannot be read (${code ?? "for a reason not given"})`);
  }
}
