import type { NameObject, UnreadState } from "../../git/gap-collector.ts";
import type { Git } from "../../git/git.ts";
import { findInTrees, type ObjectPlace } from "../../git/trees/tree-search.ts";
import { nameObjectAt, nameTagOrNote, UNNAMED } from "../../messages/names.ts";
import type { BlobLocator } from "../locate/blob-locator.ts";
import type { TagOrNote } from "./tags-and-notes.ts";

/** Where names are looked for: `commits` are some of the newest of the range. */
type NameSearch = { git: Git; commits: readonly string[]; blobs: BlobLocator; tagsAndNotes: readonly TagOrNote[] };

/**
 * Finds what a person would call objects of a range that could not be read: the path at which a commit brought them. Where
 * trees are missing, git compares no commits, and the trees of some are gone through instead.
 */
export async function findUnreadNames(
  objects: readonly { oid: string; state: UnreadState }[],
  { git, commits, blobs, tagsAndNotes }: NameSearch,
): Promise<NameObject> {
  const hasFolders = objects.some(({ state }) => state === "missing-folder");
  const oids = new Set(objects.map(({ oid }) => oid));
  const places = hasFolders ? await findInTrees(git, commits, oids) : new Map<string, ObjectPlace>();
  const names = new Map(tagsAndNotes.map(({ oid, kind, commit }) => [oid, nameTagOrNote({ kind, commit })]));
  return async (oid) => {
    const place = places.get(oid);
    if (place) return { name: nameObjectAt(place), path: place.path };
    const name = names.get(oid);
    if (name !== undefined) return { name };
    return hasFolders ? { name: UNNAMED } : await blobs.describe(oid);
  };
}
