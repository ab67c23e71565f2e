/** What an entry of `git diff-tree --raw` brings: where the blob's name stands, and whether no parent had the path. */
export type RawEntry = { at: number; isNew: boolean };

const COLON = ":".charCodeAt(0);
const ADDED = "A".charCodeAt(0);

/** A mode and the blank behind it. */
const MODE = "100644 ".length;

const SUBMODULE = Buffer.from("160000");
const ABSENT = Buffer.from("000000");

/**
 * Reads an entry, which ends before `to`: a colon for each parent, a mode and then a name for each parent and one for the
 * result, and a letter for each parent (git-diff-tree(1), "RAW OUTPUT FORMAT"). `length` is that of a name. Null where the
 * result is no file, or where a parent has the very blob and only the mode changed.
 */
export function rawEntryAt(bytes: Buffer, from: number, to: number, length: number): RawEntry | null {
  let parents = 0;
  while (bytes[from + parents] === COLON) parents += 1;
  const modes = from + parents;
  const mode = modes + parents * MODE;
  if (stands(SUBMODULE, bytes, mode) || stands(ABSENT, bytes, mode)) return null;
  const names = mode + MODE;
  const at = names + parents * (length + 1);
  for (let name = names; name < at; name += length + 1) if (isSame(bytes, name, at, length)) return null;
  let isNew = true;
  for (let letter = at + length + 1; letter < to; letter += 1) isNew &&= bytes[letter] === ADDED;
  return { at, isNew };
}

/** Whether the bytes at a place are an entry, and not the name of a commit. */
export function isEntry(bytes: Buffer, at: number): boolean {
  return bytes[at] === COLON;
}

function stands(text: Buffer, bytes: Buffer, at: number): boolean {
  for (let index = 0; index < text.length; index += 1) if (bytes[at + index] !== text[index]) return false;
  return true;
}

function isSame(bytes: Buffer, one: number, other: number, length: number): boolean {
  for (let index = 0; index < length; index += 1) if (bytes[one + index] !== bytes[other + index]) return false;
  return true;
}
