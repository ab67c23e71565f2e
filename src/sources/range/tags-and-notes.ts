import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Blob } from "../../domain/blob.ts";
import type { GapCollector } from "../../git/gap-collector.ts";
import { extractComplaint, type Git } from "../../git/git.ts";
import { extractTagText } from "../../git/objects/commit-object.ts";
import { readObjects } from "../../git/objects/object-stream.ts";
import { listEntries } from "../../git/objects/tree.ts";
import { splitLines } from "../../git/process-streams.ts";
import type { Repository } from "../../git/repository.ts";
import type { CoverageCounter } from "../coverage-counter.ts";

/** Something that hangs on a commit without being part of it: an annotated tag, or the blob of a note. */
export type TagOrNote = { kind: "tag" | "note"; oid: string; commit: string };

/** Tags and notes by the commits they hang on. A repository that has neither costs no process. */
export class TagsAndNotes {
  readonly #git: Git;
  readonly #gaps: GapCollector;
  readonly #byCommit = new Map<string, TagOrNote[]>();
  readonly #loaded: Promise<void>;
  #isLoaded = false;
  /** Commits that were seen before all was known: reading does not wait for it. */
  readonly #early: string[] = [];
  readonly #found: TagOrNote[] = [];

  /** Starts looking for them. */
  constructor(git: Git, repository: Repository, gaps: GapCollector) {
    this.#git = git;
    this.#gaps = gaps;
    this.#loaded = this.#load(repository.commonDir).finally(() => {
      this.#isLoaded = true;
    });
    this.#loaded.catch(() => {}); // Awaited in `found`.
  }

  /** Notes that a commit is of the range. */
  see(commit: string): void {
    if (this.#isLoaded) this.#found.push(...(this.#byCommit.get(commit) ?? []));
    else this.#early.push(commit);
  }

  /** What hangs on the commits that were seen. One that hangs on several is told of the latest seen. */
  async found(): Promise<readonly TagOrNote[]> {
    await this.#loaded;
    for (const commit of this.#early.splice(0)) this.see(commit);
    return [...new Map(this.#found.map((one) => [one.oid, one])).values()];
  }

  async #load(commonDir: string): Promise<void> {
    const [hasTags, hasNotes] = await mayHave(commonDir, ["refs/tags", "refs/notes"]);
    await Promise.all([hasTags && this.#loadTags(), hasNotes && this.#loadNotes()]);
  }

  /** `show-ref` heeds what packed refs say of the objects behind tags, which `for-each-ref` reads one by one. */
  async #loadTags(): Promise<void> {
    let tag = "";
    for await (const line of this.#linesOf(["show-ref", "--tags", "--dereference"])) {
      const [oid = "", name = ""] = line.split(" ");
      if (name.endsWith("^{}")) this.#add({ kind: "tag", oid: tag, commit: oid });
      else tag = oid;
    }
  }

  async #loadNotes(): Promise<void> {
    const trees: string[] = [];
    for await (const tree of this.#linesOf(["for-each-ref", "--format=%(objectname)", "refs/notes"])) trees.push(tree);
    for (const tree of trees) await this.#loadNotesIn(tree);
  }

  async *#linesOf(args: readonly string[]): AsyncGenerator<string> {
    const running = this.#git.start(args);
    for await (const lines of splitLines(running.output)) yield* lines;
    const { code, stderr } = await running.exited;
    // `show-ref` ends with 1 and no word where there are none.
    if (code === 0 || (code === 1 && stderr === "")) return;
    this.#gaps.add("unreadable", `tags and notes could not be listed in full: ${extractComplaint(stderr)}`);
  }

  /** A note's path is the name of the commit it is about, cut by slashes where there are many (git-notes(1)). */
  async #loadNotesIn(tree: string): Promise<void> {
    for await (const { oid, path } of listEntries(this.#git, tree, this.#gaps)) {
      this.#add({ kind: "note", oid, commit: path.replaceAll("/", "") });
    }
  }

  #add(attachment: TagOrNote): void {
    const known = this.#byCommit.get(attachment.commit);
    if (known) known.push(attachment);
    else this.#byCommit.set(attachment.commit, [attachment]);
  }
}

/**
 * Whether there may be refs of each prefix: looks for their files, packed or not. Where refs are kept in another way
 * (reftable), git has to be asked.
 */
async function mayHave(commonDir: string, prefixes: readonly string[]): Promise<readonly boolean[]> {
  const isFilled = async (folder: string) => (await readdir(join(commonDir, folder)).catch(() => [])).length > 0;
  const packed = readFile(join(commonDir, "packed-refs"), "latin1").catch(() => "");
  if (await isFilled("reftable")) return prefixes.map(() => true);
  return await Promise.all(
    prefixes.map(async (prefix) => (await isFilled(prefix)) || (await packed).includes(` ${prefix}/`)),
  );
}

/** Reads tags and notes. */
export async function* readTagsAndNotes(
  git: Git,
  attachments: readonly TagOrNote[],
  tally: CoverageCounter,
): AsyncGenerator<Blob> {
  const byOid = new Map(attachments.map((one) => [one.oid, one]));
  for await (const answer of readObjects(git, inOneBatch([...byOid.keys()]))) {
    const attachment = byOid.get(answer.oid);
    if (answer.kind !== "object" || !attachment) {
      if (answer.kind !== "object") tally.reportUnread(answer);
      continue;
    }
    const { kind, oid, commit } = attachment;
    tally.countObject("tag");
    if (kind === "note") yield { provenance: { kind, commit, oid }, chunks: tally.countBytes(answer.chunks) };
    else
      yield { provenance: { kind: "tag-message", tag: oid }, chunks: tally.countBytes(extractTagText(answer.chunks)) };
  }
}

async function* inOneBatch(oids: readonly string[]): AsyncGenerator<readonly string[]> {
  yield oids;
}
