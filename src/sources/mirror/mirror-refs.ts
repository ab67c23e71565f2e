import { createHash } from "node:crypto";
import type { Git } from "../../git/git.ts";

/** A ref of a repository: the object that it names, and for an annotated tag what that leads to. */
export type MirrorRef = { name: string; oid: string; peeled: string | null };

/** What `git ls-remote` writes behind the name of an annotated tag, on a line of its own for what the tag leads to. */
const PEELED = "^{}";

/** Parses the lines of `git ls-remote`. */
export function parseListing(lines: readonly string[]): readonly MirrorRef[] {
  const pairs = lines.map((line) => line.split("\t") as [oid: string, name: string]);
  const oids = new Map(pairs.map(([oid, name]) => [name, oid]));
  return pairs
    .filter(([, name]) => !name.endsWith(PEELED))
    .map(([oid, name]) => ({ name, oid, peeled: oids.get(`${name}${PEELED}`) ?? null }));
}

/** The digest by which it is told whether any ref has changed. */
export function computeRefsDigest(refs: readonly MirrorRef[]): string {
  const lines = refs.map(({ name, oid }) => `${oid} ${name}`).toSorted();
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

/** The refs as they were fetched. `isOfCommits`: each leads to a commit, and none to a mere tree or file. */
export type FetchedRefs = { refs: readonly MirrorRef[]; isOfCommits: boolean };

/** Lists the refs of a scratch repository; null where git cannot, as where something is missing that a tag leads to. */
export async function listFetchedRefs(git: Git): Promise<FetchedRefs | null> {
  const { code, stdout } = await git.run(["for-each-ref", `--format=${FIELDS}`]);
  if (code !== 0) return null;
  const rows = stdout
    .split("\n")
    .slice(0, -1)
    .map((line) => line.split(" "));
  return {
    refs: rows.map(([name = "", , oid = "", , peeled = ""]) => ({ name, oid, peeled: peeled || null })),
    isOfCommits: rows.every(([, type, , peeledType]) => (peeledType || type) === "commit"),
  };
}

const FIELDS = "%(refname) %(objecttype) %(objectname) %(*objecttype) %(*objectname)";
