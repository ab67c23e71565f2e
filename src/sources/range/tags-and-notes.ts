import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Blob } from "../../domain/blob.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import { extractComplaint, type Git } from "../../git/git.ts";
import { extractTagText } from "../../git/objects/commit-object.ts";
import { readObjects } from "../../git/objects/object-stream.ts";
import { splitLines } from "../../git/process-streams.ts";
import type { Repository } from "../../git/repository.ts";
import { listEntries } from "../../git/trees/tree.ts";
import { mayHoldKey } from "../../git/trees/tree-names.ts";
import { describeBrokenList } from "../../messages/gaps/git/lists.ts";
import type { CoverageCounter } from "../coverage-counter.ts";

/** What points to a commit without being part of it: an annotated tag, or the blob of a note. */
export type TagOrNote = { kind: "tag" | "note"; oid: string; commit: string };

/**
 * Finds the tags and notes of the commits of a range, and the long names of its tags and branches. A repository that has
 * none costs no process.
 */
export class TagsAndNotes {
  readonly #git: Git;
  readonly #gaps: GapCollector;
  readonly #byCommit = new Map<string, TagOrNote[]>();
  readonly #loaded: Promise<void>;
  #isLoaded = false;
  /** Commits that were added before the tags and notes were loaded: reading does not wait for that. */
  readonly #early: string[] = [];
  readonly #found: TagOrNote[] = [];
  /** The names of refs, in bytes as latin1, by commit. */
  readonly #namesByCommit = new Map<string, string[]>();
  readonly #foundNames = new Set<string>();

  /** Starts to load them. */
  constructor(git: Git, repository: Repository, gaps: GapCollector) {
    this.#git = git;
    this.#gaps = gaps;
    this.#loaded = this.#load(repository.commonDir).finally(() => {
      this.#isLoaded = true;
    });
    this.#loaded.catch(() => {}); // Awaited in `list`.
  }

  /** Adds a commit of the range. */
  addCommit(commit: string): void {
    if (!this.#isLoaded) {
      this.#early.push(commit);
      return;
    }
    for (const found of this.#byCommit.get(commit) ?? []) this.#found.push(found);
    for (const name of this.#namesByCommit.get(commit) ?? []) this.#foundNames.add(name);
  }

  /** The tags and notes of the commits that were added. A note on several of them is listed for the last one. */
  async list(): Promise<readonly TagOrNote[]> {
    await this.#loaded;
    for (const commit of this.#early.splice(0)) this.addCommit(commit);
    return [...new Map(this.#found.map((found) => [found.oid, found])).values()];
  }

  /** The names of the tags and branches at the commits that were added, where they are long enough to hold a key. */
  async listNames(): Promise<readonly Buffer[]> {
    await this.list();
    return [...this.#foundNames].map((name) => Buffer.from(name, "latin1"));
  }

  async #load(commonDir: string): Promise<void> {
    const [hasTags, hasNotes, hasLongBranches] = mayHaveRefs(commonDir);
    const options = [...(hasTags ? ["--tags"] : []), ...(hasLongBranches ? ["--heads"] : [])];
    await Promise.all([options.length > 0 && this.#loadTags(options), hasNotes && this.#loadNotes()]);
  }

  /** `show-ref` takes the commits of tags from packed-refs; `for-each-ref` would read each tag object. */
  async #loadTags(options: readonly string[]): Promise<void> {
    let [tag, tagName] = ["", ""];
    for await (const line of this.#listLines(["show-ref", "--dereference", ...options])) {
      const [oid = "", name = ""] = line.split(" ");
      const isPeeled = name.endsWith("^{}");
      if (isPeeled) this.#add({ kind: "tag", oid: tag, commit: oid });
      else [tag, tagName] = [oid, name];
      if (hasLongName(tagName)) this.#namesByCommit.set(oid, [...(this.#namesByCommit.get(oid) ?? []), tagName]);
    }
  }

  async #loadNotes(): Promise<void> {
    const trees: string[] = [];
    for await (const tree of this.#listLines(["for-each-ref", "--format=%(objectname)", "refs/notes"]))
      trees.push(tree);
    for (const tree of trees) await this.#loadNotesIn(tree);
  }

  async *#listLines(args: readonly string[]): AsyncGenerator<string> {
    const command = this.#git.start(args);
    for await (const lines of splitLines(command.output)) yield* lines;
    const { code, stderr } = await command.exited;
    // `show-ref` exits with 1 and no message where there are none.
    if (code === 0 || (code === 1 && stderr === "")) return;
    this.#gaps.add("unreadable", describeBrokenList("tags-and-notes", extractComplaint(stderr)), { cause: "damaged" });
  }

  /** The path of a note is the commit's name, with slashes in it where there are many notes (git-notes(1)). */
  async #loadNotesIn(tree: string): Promise<void> {
    for await (const { oid, path } of listEntries(this.#git, tree, this.#gaps)) {
      this.#add({ kind: "note", oid, commit: path.replaceAll("/", "") });
    }
  }

  #add(tagOrNote: TagOrNote): void {
    const known = this.#byCommit.get(tagOrNote.commit);
    if (known) known.push(tagOrNote);
    else this.#byCommit.set(tagOrNote.commit, [tagOrNote]);
  }
}

/**
 * Whether there may be tags, notes, and branches with a long name, by the files of the refs, packed or not. Where refs are
 * stored in another way (reftable) only git can tell, so that the result is yes.
 */
function mayHaveRefs(commonDir: string): readonly [tags: boolean, notes: boolean, branches: boolean] {
  const list = (folder: string) =>
    readOr([], () => readdirSync(join(commonDir, folder), { recursive: true }).map(String));
  if (list("reftable").length > 0) return [true, true, true];
  const [tags, notes, branches] = [list("refs/tags"), list("refs/notes"), list("refs/heads")];
  const packed = readOr("", () => readFileSync(join(commonDir, "packed-refs"), "latin1"));
  const has = (files: readonly string[], prefix: string) => files.length > 0 || packed.includes(` ${prefix}/`);
  return [has(tags, "refs/tags"), has(notes, "refs/notes"), branches.some(hasLongName) || LONG_BRANCH.test(packed)];
}

/** What is read, or another value where it cannot be. */
function readOr<Value>(other: Value, read: () => Value): Value {
  try {
    return read();
  } catch {
    return other;
  }
}

/** A branch in packed-refs that `hasLongName`. */
const LONG_BRANCH = /^[0-9a-f]+ refs\/heads\/(?:[^\n]*\/)?[^/\n]{32,}/m;

/** Whether a part of a name is long enough to hold a key. */
function hasLongName(name: string): boolean {
  return name.split(/[/\\]/).some((part) => mayHoldKey(part.length));
}

/** Reads tags and notes, to be searched. */
export async function* readTagsAndNotes(
  git: Git,
  tagsAndNotes: readonly TagOrNote[],
  counter: CoverageCounter,
): AsyncGenerator<Blob> {
  const byOid = new Map(tagsAndNotes.map((tagOrNote) => [tagOrNote.oid, tagOrNote]));
  for await (const result of readObjects(git, [[...byOid.keys()]])) {
    const tagOrNote = byOid.get(result.oid);
    if (result.kind !== "object" || !tagOrNote) {
      if (result.kind !== "object") counter.reportUnread(result);
      continue;
    }
    const { kind, oid, commit } = tagOrNote;
    counter.countObject("tag");
    if (kind === "note") yield { provenance: { kind, commit, oid }, chunks: counter.countBytes(result.chunks) };
    else
      yield {
        provenance: { kind: "tag-message", tag: oid },
        chunks: counter.countBytes(extractTagText(result.chunks)),
      };
  }
}
