import type { GapCollector } from "../../git/gap-collector.ts";
import { createGitError, extractComplaint, type Git } from "../../git/git.ts";
import { listEntries } from "../../git/trees/tree.ts";
import { describeBrokenList } from "../../messages/gaps/git/lists.ts";

/** A blob that a ref reaches without a commit; `path` is its path where the ref names a tree. */
export type RefBlob = { oid: string; path: string | null };

/** The refs of a repository, and the objects they name that are not commits. */
export type Refs = {
  names: readonly string[];
  /** The commit that is checked out; null where there is none yet. */
  head: string | null;
  /** Any object ID, which tells how long IDs are here; null where there are no refs. */
  sampleOid: string | null;
  /** Blobs that a ref names, or that stand in a tree that a ref names. */
  blobs: readonly RefBlob[];
  /** Trees that a ref names. */
  trees: ReadonlySet<string>;
  hasNotes: boolean;
};

/**
 * Lists the refs.
 *
 * @throws UsageError where git cannot be used here.
 */
export async function listRefs(git: Git, gaps: GapCollector): Promise<Refs> {
  const listed = await git.run(["for-each-ref", `--format=${FIELDS}`]);
  if (listed.spawnError) throw createGitError(listed, "list refs");
  if (listed.code !== 0) {
    gaps.add("unreadable", describeBrokenList("refs", extractComplaint(listed.stderr)), { cause: "damaged" });
  }
  const refs = listed.stdout.split("\n").slice(0, -1).map(parseRef);
  const names = refs.map(({ name }) => name);
  const trees = new Set(refs.filter(({ type }) => type === "tree").map(({ oid }) => oid));
  const blobs: RefBlob[] = refs.filter(({ type }) => type === "blob").map(({ oid }) => ({ oid, path: null }));
  for (const tree of trees) for await (const { oid, path } of listEntries(git, tree, gaps)) blobs.push({ oid, path });
  const head = refs.find(({ isHead, type }) => isHead && type === "commit")?.oid ?? (await findDetachedHead(git));
  const sampleOid = /^.\S+ \S+ (\S+)/.exec(listed.stdout)?.[1] ?? null;
  const hasNotes = names.some((name) => name.startsWith("refs/notes/"));
  return { names, head, sampleOid, blobs, trees, hasNotes };
}

/** The commit of a HEAD that is on no branch; null where there is none yet. */
async function findDetachedHead(git: Git): Promise<string | null> {
  const { stdout } = await git.run(["rev-parse", "--verify", "--quiet", "--end-of-options", "HEAD^{commit}"]);
  return stdout.trim() || null;
}

/** A star for the branch that is checked out. For an annotated tag, the starred fields describe the object it points to in the end. */
const FIELDS = "%(HEAD)%(refname) %(objecttype) %(objectname) %(*objecttype) %(*objectname)";

/** Parses a line of FIELDS. A ref to an annotated tag counts as one to the object that the tag points to. */
function parseRef(line: string): { isHead: boolean; name: string; type: string; oid: string } {
  const [name = "", type = "", oid = "", taggedType = "", taggedOid = ""] = line.slice(1).split(" ");
  const isHead = line.startsWith("*");
  return taggedType === "" ? { isHead, name, type, oid } : { isHead, name, type: taggedType, oid: taggedOid };
}
