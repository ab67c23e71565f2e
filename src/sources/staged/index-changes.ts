import { UsageError } from "../../errors.ts";
import { createGitError, extractComplaint, type Git } from "../../git/git.ts";
import { splitTokens } from "../../git/process-streams.ts";
import { describeDamagedIndex } from "../../messages/errors/hooks.ts";

/** A blob that is staged at a path. `isNew`: HEAD has no such path. */
export type StagedFile = { oid: string; path: string; isNew: boolean };

const RAW = ["--raw", "-z", "--no-renames", "--no-abbrev", "--no-ext-diff", "--no-textconv"];

/** `:mode mode name name status`, before and now (git-diff-index(1), "RAW OUTPUT FORMAT"). */
const ENTRY = /^:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/;

const NO_HEAD = /(?:ambiguous argument|bad revision|bad object|unknown revision) '?HEAD/;

/** What git says of an index that it cannot read (`read-cache.c`). */
const DAMAGED =
  /index file (?:smaller than expected|corrupt)|bad (?:index version|index file sha1 signature|signature 0x)/;

/** Lists what is in the index and not in HEAD: what a commit would add. */
export class IndexChanges {
  /** Whether there is a commit yet; known once everything is listed. */
  hasHead = true;
  readonly #git: Git;
  #hasConflicts = false;

  constructor(git: Git) {
    this.#git = git;
  }

  /** Neither looks at the work tree nor runs a filter. Of a conflict, all sides are listed. */
  async *list(): AsyncGenerator<StagedFile> {
    this.hasHead = yield* this.#diffAgainst("HEAD");
    if (!this.hasHead) yield* this.#diffAgainst(await this.#nameEmptyTree());
    if (this.#hasConflicts) yield* listConflicts(this.#git);
  }

  /** Returns false where there is no HEAD. */
  async *#diffAgainst(tree: string): AsyncGenerator<StagedFile, boolean> {
    const diffIndex = this.#git.start(["diff-index", "--cached", ...RAW, tree, "--"]);
    diffIndex.input.end();
    let entry: RegExpExecArray | null = null;
    for await (const token of splitTokens(diffIndex.output)) {
      if (!entry) {
        entry = ENTRY.exec(token);
        if (!entry) throw new Error("git diff-index gave an entry that is not in its manual");
        continue;
      }
      const [, mode = "", oid = "", status] = entry;
      if (status === "U") this.#hasConflicts = true;
      else if (isFile(mode)) yield { oid, path: token, isNew: status === "A" };
      entry = null;
    }
    const exit = await diffIndex.exited;
    if (DAMAGED.test(exit.stderr)) throw new UsageError(describeDamagedIndex(extractComplaint(exit.stderr)));
    if (exit.code !== 0 && !(tree === "HEAD" && NO_HEAD.test(exit.stderr))) throw createGitError(exit, "list changes");
    return exit.code === 0;
  }

  /** Git knows the empty tree without having it; its name depends on the hash that the repository uses. */
  async #nameEmptyTree(): Promise<string> {
    const exit = await this.#git.run(["hash-object", "-t", "tree", "--stdin"]);
    if (exit.code !== 0) throw createGitError(exit, "hash objects");
    return exit.stdout.trim();
  }
}

/** The sides of conflicts: all but stage 1, which is the common ancestor (git-ls-files(1), "--unmerged"). */
async function* listConflicts(git: Git): AsyncGenerator<StagedFile> {
  const lsFiles = git.start(["ls-files", "--unmerged", "-z", "--full-name"]);
  lsFiles.input.end();
  for await (const token of splitTokens(lsFiles.output)) {
    const [, mode = "", oid = "", stage, path = ""] = /^(\d+) ([0-9a-f]+) (\d)\t(.+)$/s.exec(token) ?? [];
    if (stage !== "1" && isFile(mode)) yield { oid, path, isNew: false };
  }
  const exit = await lsFiles.exited;
  if (exit.code !== 0) throw createGitError(exit, "list conflicts");
}

/** A file or a link: neither a submodule, whose content is in another repository, nor what was removed. */
function isFile(mode: string): boolean {
  return mode !== "160000" && mode !== "000000";
}
