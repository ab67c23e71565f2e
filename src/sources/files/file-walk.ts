import { stat } from "node:fs/promises";
import type { IgnoredFiles } from "../../git/ignored-files.ts";
import { mayHoldKey } from "../../git/trees/tree-names.ts";
import type { GlobMatcher } from "../glob-matcher.ts";
import { encodeDiskPath, type FolderEntry, listFolder, readLinkText } from "./disk-path.ts";
import { LinkResolver, type LinkTarget } from "./links.ts";

/** What a walk comes upon. `path` is relative to the folder that is walked; `disk` is absolute. Both are texts of paths. */
export type WalkedEntry =
  | { kind: "file"; path: string; disk: string }
  /** A file outside of what is scanned, to which a link leads: `size` bytes of it are to be read. */
  | { kind: "outside"; path: string; disk: string; size: number }
  /** Outside, a link leads to more than is searched there. */
  | { kind: "too-much-outside"; path: string }
  /** The text that a link consists of, where it is long enough to hold a key. */
  | { kind: "link-text"; path: string; text: Buffer }
  /** A name that is long enough to hold a key. */
  | { kind: "name"; path: string; name: Buffer }
  | { kind: "unreadable"; path: string; code: string | undefined };

/** What is walked, and what of it counts. */
type WalkScope = {
  /** An absolute path without any link in it, with `/` on every system. */
  root: string;
  matcher: GlobMatcher;
  hidden: IgnoredFiles;
  /** Whether git's own folders are entered. */
  hasGitFolders: boolean;
};

/** Files outside to which links lead are searched within these bounds. */
const MAX_OUTSIDE = { files: 1000, bytes: 256 * 1024 * 1024 };

/** At most as many bytes of long names are remembered, to be skipped when they come again. */
const MAX_REMEMBERED_BYTES = 4 * 1024 * 1024;

/** A folder to enter. Of one that a link led to: whether it is outside, and its path where it is inside. */
type Folder = { path: string; disk: string; linked: { isOutside: boolean; inside: string | null } | null };

/** Walks a folder. Links that lead to what is walked anyway are passed over; others are followed, each folder once. */
export class FileWalk {
  readonly #scope: WalkScope;
  readonly #links: LinkResolver;
  readonly #hiddenFolders: ReadonlySet<string>;
  readonly #followed = new Set<string>();
  readonly #names = new Set<string>();
  #remembered = 0;
  #outside: { files: number; bytes: number } = MAX_OUTSIDE;
  /** The first path outside that was beyond the bounds. */
  #exceededAt: string | null = null;
  #pending: Folder[] = [];

  constructor(scope: WalkScope) {
    this.#scope = scope;
    this.#links = new LinkResolver(scope.root);
    this.#hiddenFolders = new Set(scope.hidden.folders);
  }

  async *entries(): AsyncGenerator<WalkedEntry> {
    if (this.#hiddenFolders.has("")) return;
    this.#pending = [{ path: "", disk: this.#scope.root, linked: null }];
    for (let folder = this.#pending.pop(); folder; folder = this.#pending.pop()) yield* this.#walk(folder);
    // Told once: a link may lead to all of a disk.
    if (this.#exceededAt !== null) yield { kind: "too-much-outside", path: this.#exceededAt };
  }

  async *#walk(folder: Folder): AsyncGenerator<WalkedEntry> {
    const listed = await listFolder(folder.disk).catch((error: NodeJS.ErrnoException) => error.code);
    if (typeof listed !== "object") {
      yield { kind: "unreadable", path: folder.path || ".", code: listed };
      return;
    }
    const folders: Folder[] = [];
    for (const entry of listed) {
      const below = joinFolder(folder, entry.name);
      if (!this.#counts(entry.kind, below)) continue;
      if (!folder.linked?.isOutside && this.#isNewName(entry))
        yield { kind: "name", path: below.path, name: entry.bytes };
      if (entry.kind === "file") yield* this.#visitFile(below);
      else if (entry.kind === "link") yield* this.#visitLink(below);
      else if (entry.kind === "folder") folders.push(below);
    }
    for (const folder of folders.toReversed()) this.#pending.push(folder);
  }

  /** Whether the globs want an entry, or what may be below it, and it is not read elsewhere anyway. */
  #counts(kind: FolderEntry["kind"], { path, disk, linked }: Folder): boolean {
    const { matcher, hasGitFolders } = this.#scope;
    if (matcher.isUnwanted(path) || this.#isHidden(path)) return false;
    const mayHold = (kind === "folder" || kind === "link") && matcher.mayHoldWanted(path);
    if (!mayHold && (kind === "folder" || !matcher.isWanted(path))) return false;
    if (kind === "folder" && path.split("/").at(-1) === ".git" && !hasGitFolders) return false;
    if (linked === null) return true;
    if (linked.inside !== null && this.#isSettled(kind, linked.inside)) return false;
    if (kind !== "folder") return true;
    if (disk === this.#scope.root || !this.#follow(disk)) return false;
    return !linked.isOutside || this.#spendOutside(path, 0);
  }

  /** Whether what is inside was walked, or is not to be. */
  #isSettled(kind: FolderEntry["kind"], path: string): boolean {
    const { matcher } = this.#scope;
    const folders = path.split("/").map((_, at, parts) => parts.slice(0, at + 1).join("/"));
    if (matcher.isUnwanted(path) || folders.some((folder) => this.#isHidden(folder))) return true;
    return kind === "folder" ? matcher.isWhollyWanted(path) : matcher.isWanted(path);
  }

  #isHidden(path: string): boolean {
    return this.#hiddenFolders.has(path) || this.#scope.hidden.files.has(path);
  }

  /** Takes what is to be read outside from what may be; folders count too. False where that is too much. */
  #spendOutside(path: string, size: number): boolean {
    const { files, bytes } = this.#outside;
    if (files > 0 && bytes >= size) {
      this.#outside = { files: files - 1, bytes: bytes - size };
      return true;
    }
    this.#exceededAt ??= path;
    return false;
  }

  /** False where the folder was followed before. */
  #follow(disk: string): boolean {
    if (this.#followed.has(disk)) return false;
    this.#followed.add(disk);
    return true;
  }

  async *#visitFile({ path, disk, linked }: Folder): AsyncGenerator<WalkedEntry> {
    if (!linked?.isOutside) {
      yield { kind: "file", path, disk };
      return;
    }
    const { size } = await stat(encodeDiskPath(disk)).catch(() => ({ size: 0 }));
    if (size > 0 && this.#spendOutside(path, size)) yield { kind: "outside", path, disk, size };
  }

  async *#visitLink({ path, disk, linked }: Folder): AsyncGenerator<WalkedEntry> {
    try {
      const text = await readLinkText(disk);
      if (!linked?.isOutside && mayHoldKey(text.length)) yield { kind: "link-text", path, text };
      yield* this.#visitTarget(path, await this.#links.resolve(disk));
    } catch (error) {
      yield { kind: "unreadable", path, code: (error as NodeJS.ErrnoException).code };
    }
  }

  *#visitTarget(path: string, target: LinkTarget): Generator<WalkedEntry> {
    if (target.kind === "nothing" || target.kind === "ancestor") return;
    const { kind, place, size } = target;
    const inside = place.kind === "inside" ? place.path : null;
    if (inside !== null && this.#isSettled(kind, inside)) return;
    const isOutside = place.kind === "outside";
    if (kind === "folder") {
      if (this.#follow(target.path)) this.#pending.push({ path, disk: target.path, linked: { isOutside, inside } });
    } else if (this.#scope.matcher.isWanted(path)) {
      if (!isOutside) yield { kind: "file", path, disk: target.path };
      else if (this.#spendOutside(path, size)) yield { kind: "outside", path, disk: target.path, size };
    }
  }

  /** Names come again and again, and are searched once. */
  #isNewName({ bytes }: FolderEntry): boolean {
    if (!mayHoldKey(bytes.length)) return false;
    const key = bytes.toString("latin1");
    if (this.#names.has(key)) return false;
    if (this.#remembered > MAX_REMEMBERED_BYTES) {
      this.#names.clear();
      this.#remembered = 0;
    }
    this.#names.add(key);
    this.#remembered += key.length;
    return true;
  }
}

/** What stands in a folder, as the folder itself is described. */
function joinFolder({ path, disk, linked }: Folder, name: string): Folder {
  const join = (folder: string) => (folder === "" ? name : `${folder}/${name}`);
  const inside = linked === null || linked.inside === null ? null : join(linked.inside);
  return { path: join(path), disk: `${disk.replace(/\/$/, "")}/${name}`, linked: linked && { ...linked, inside } };
}
