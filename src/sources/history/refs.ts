import type { GapCollector } from "../../git/gap-collector.ts";
import { createGitError, extractComplaint, type Git } from "../../git/git.ts";
import { listEntries } from "../../git/objects/tree.ts";

/** What a ref leads to without any commit: a blob, and its path where the ref names a tree. */
export type Stray = { oid: string; path: string | null };

/** The refs of a repository: their names, and what they name beside commits. */
export type Refs = {
  names: readonly string[];
  /** The commit that is checked out; null where there is none yet. */
  head: string | null;
  /** The name of some object, which tells how long names are here; null where there are no refs. */
  anyName: string | null;
  strays: readonly Stray[];
  /** Trees that a ref names. */
  trees: ReadonlySet<string>;
  hasNotes: boolean;
};

/** Lists the refs. A UsageError where git cannot be used here. */
export async function listRefs(git: Git, gaps: GapCollector): Promise<Refs> {
  const [listed, head] = await Promise.all([
    git.ask(["for-each-ref", `--format=${FIELDS}`]),
    git.ask(["rev-parse", "--verify", "--quiet", "--end-of-options", "HEAD^{commit}"]),
  ]);
  if (listed.failed) throw createGitError(listed, "list refs");
  if (listed.code !== 0)
    gaps.add("unreadable", `branches and tags could not be listed in full: ${extractComplaint(listed.stderr)}`);
  const names: string[] = [];
  const strays: Stray[] = [];
  const trees = new Set<string>();
  for (const line of listed.stdout.split("\n").slice(0, -1)) {
    const [name = "", ...target] = line.split(" ");
    const [kind, oid = ""] = target.slice(target[2] ? 2 : 0);
    names.push(name);
    if (kind === "blob") strays.push({ oid, path: null });
    if (kind === "tree") trees.add(oid);
  }
  for (const tree of trees) for await (const entry of listEntries(git, tree, gaps)) strays.push(entry);
  const anyName = /^\S+ \S+ (\S+)/.exec(listed.stdout)?.[1] ?? null;
  const hasNotes = names.some((name) => name.startsWith("refs/notes/"));
  return { names, head: head.stdout.trim() || null, anyName, strays, trees, hasNotes };
}

/** Of an annotated tag also what it is of, in the end. */
const FIELDS = "%(refname) %(objecttype) %(objectname) %(*objecttype) %(*objectname)";
