import { createGitError, type Git } from "../../git/git.ts";
import { splitTokens } from "../../git/process-streams.ts";

/** What the index has at a path and HEAD has not. `isNew`: HEAD has no such path. */
export type Staged = { oid: string; path: string; isNew: boolean };

/** Lists what is in the index and not in HEAD: what a commit would bring. */
export class IndexChanges {
  /** Whether there is a commit yet; known once all is listed. */
  hasHead = true;
  readonly #git: Git;
  #hasConflicts = false;

  constructor(git: Git) {
    this.#git = git;
  }

  /** One command, which neither looks at the work tree nor runs a filter. Of a conflict, all of its sides. */
  async *list(): AsyncGenerator<Staged> {
    this.hasHead = yield* this.#differencesFrom("HEAD");
    if (!this.hasHead) yield* this.#differencesFrom(await this.#emptyTree());
    if (this.#hasConflicts) yield* conflicts(this.#git);
  }

  /** False where there is no HEAD. */
  async *#differencesFrom(tree: string): AsyncGenerator<Staged, boolean> {
    const running = this.#git.start(["diff-index", "--cached", ...RAW, tree, "--"]);
    running.input.end();
    let entry: RegExpExecArray | null = null;
    for await (const token of splitTokens(running.output)) {
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
    const ending = await running.exited;
    if (ending.code !== 0 && !(tree === "HEAD" && NO_HEAD.test(ending.stderr)))
      throw createGitError(ending, "read the index");
    return ending.code === 0;
  }

  /** Git knows it without having it; its name depends on the kind of names the repository has. */
  async #emptyTree(): Promise<string> {
    const ending = await this.#git.run(["hash-object", "-t", "tree", "--stdin"]);
    if (ending.code !== 0) throw createGitError(ending, "name an empty tree");
    return ending.stdout.trim();
  }
}

/** The sides of conflicts: all but the first stage, which both sides have left (git-ls-files(1), "--unmerged"). */
async function* conflicts(git: Git): AsyncGenerator<Staged> {
  const running = git.start(["ls-files", "--unmerged", "-z", "--full-name"]);
  running.input.end();
  for await (const token of splitTokens(running.output)) {
    const [, mode = "", oid = "", stage, path = ""] = /^(\d+) ([0-9a-f]+) (\d)\t(.+)$/s.exec(token) ?? [];
    if (stage !== "1" && isFile(mode)) yield { oid, path, isNew: false };
  }
  const ending = await running.exited;
  if (ending.code !== 0) throw createGitError(ending, "read the conflicts in the index");
}

const RAW = ["--raw", "-z", "--no-renames", "--no-abbrev", "--no-ext-diff", "--no-textconv"];

/** `:mode mode name name status`: before and now (git-diff-index(1), "RAW OUTPUT FORMAT"). */
const ENTRY = /^:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/;

const NO_HEAD = /(?:ambiguous argument|bad revision|bad object|unknown revision) '?HEAD/;

/** A file or a link: neither a submodule, whose content is another repository's, nor what was removed. */
function isFile(mode: string): boolean {
  return mode !== "160000" && mode !== "000000";
}
