/**
 * What an entry of `git diff-tree --raw` introduces: the offset of the blob's object ID, and whether no parent had the
 * path.
 */
export type DiffTreeEntry = { oidOffset: number; isNew: boolean };

const COLON = ":".charCodeAt(0);
const ADDED = "A".charCodeAt(0);

/** A mode and the blank behind it. */
const MODE_LENGTH = "100644 ".length;

const SUBMODULE = Buffer.from("160000");
const ABSENT = Buffer.from("000000");

/**
 * Parses the entry that starts at `from` and ends before `to`: a colon for each parent, then a mode and an object ID for
 * each parent and one for the result, and a status letter for each parent (git-diff-tree(1), "RAW OUTPUT FORMAT"). Null
 * where the result is not a file, and where a parent has the same blob and only the mode changed.
 */
export function parseDiffTreeEntry(bytes: Buffer, from: number, to: number, oidLength: number): DiffTreeEntry | null {
  let parents = 0;
  while (bytes[from + parents] === COLON) parents += 1;
  const mode = from + parents + parents * MODE_LENGTH;
  if (isAt(SUBMODULE, bytes, mode) || isAt(ABSENT, bytes, mode)) return null;
  const parentOids = mode + MODE_LENGTH;
  const oidOffset = parentOids + parents * (oidLength + 1);
  for (let parent = parentOids; parent < oidOffset; parent += oidLength + 1) {
    if (isEqual(bytes, parent, oidOffset, oidLength)) return null;
  }
  let isNew = true;
  for (let status = oidOffset + oidLength + 1; status < to; status += 1) isNew &&= bytes[status] === ADDED;
  return { oidOffset, isNew };
}

/** Tells an entry from the ID of the commit that precedes its entries. */
export function isDiffTreeEntry(bytes: Buffer, offset: number): boolean {
  return bytes[offset] === COLON;
}

function isAt(text: Buffer, bytes: Buffer, offset: number): boolean {
  for (let index = 0; index < text.length; index += 1) if (bytes[offset + index] !== text[index]) return false;
  return true;
}

function isEqual(bytes: Buffer, first: number, second: number, length: number): boolean {
  for (let index = 0; index < length; index += 1) if (bytes[first + index] !== bytes[second + index]) return false;
  return true;
}
