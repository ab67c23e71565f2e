/** A fault at a place of the file. `what` is a sentence about it; lines count from 1. */
export function describeFileFault(name: string, line: number, what: string): string {
  return `${name}, line ${line}: ${what}`;
}

/** What the YAML parser may stumble over. Its own sentences quote the file, which may hold a key. */
export const YAML_FAULTS = {
  tab: "This line is indented with a tab. Use spaces.",
  duplicate: "This word is here twice. Keep one of the two.",
  missing: "A colon, a quote or a bracket is missing, here or above.",
  sign: "This text begins with a character that means something in YAML. Put the text in quotes.",
  colon: "There is a second colon here, or too much indentation. Put a text that has a colon in quotes.",
  deep: "This is nested too deeply.",
  other: "This is not valid YAML. Check the indentation.",
  second: "A second document begins here. Keep one.",
  directive: "This line is a directive for the YAML parser. Remove it.",
  alias: "This text begins with *, which is an alias in YAML. Put the text in quotes.",
  anchor: "This text begins with &, which is an anchor in YAML. Put the text in quotes.",
  tag: "This text begins with !, which is a tag in YAML. Put the text in quotes.",
} as const;

/** The file holds a key. */
export const HOLDS_A_KEY =
  "This line holds a key, which has leaked. Revoke the key, and write its fingerprint instead.";

/** Something else stands where words with values belong. */
export function describeNoFields(what: string, words: readonly string[]): string {
  return `${what} must consist of the words ${words.join(", ")}, each followed by a colon.`;
}

/** Something else stands where a list belongs. */
export function describeNoList(what: string): string {
  return `${what} must be a list, with a - before each item.`;
}

/** An item without anything in it. */
export function describeEmptyItem(list: string): string {
  return `${list} has an empty item. Fill it in, or remove it.`;
}

/** Something else stands where a text belongs. */
export function describeNoText(what: string): string {
  return `${what} must be a text.`;
}

/** A word that the file does not know. `word` is quoted, or null where it may be a key; `hint` may name the nearest. */
export function describeUnknownWord(word: string | null, known: readonly string[], hint: string): string {
  return `There is no word ${word === null ? "like this" : word} here. Use ${known.join(", ")}.${hint}`;
}

/** The word until without a day. */
export const EMPTY_UNTIL = "until is empty. Write a day such as 2027-01-31, or remove the word.";

/** Two entries for one key. */
export const DUPLICATE_ENTRY = "There is an entry for this fingerprint already. Keep one of the two.";

/** What may be wrong with a field of an entry: sentences about the field, which do not repeat what was written. */
export const ENTRY_FAULTS = {
  "no-fingerprint": "is missing. Copy the 16 hex digits from the report.",
  "fingerprint-is-key":
    "is a key, which has leaked now. Revoke the key. Write its fingerprint, the 16 hex digits in the report.",
  "bad-fingerprint": "must be the 16 hex digits from the report, in lower case.",
  "no-reason": "is missing. Say why this key may be ignored.",
  "long-reason": "is longer than 300 characters. Shorten it.",
  "reason-has-key": "holds a key. Remove it, and revoke that key.",
  "bad-day": "is not a day. Write it as 2027-01-31, or leave it out.",
} as const;

/** A field of an entry, in the file or on the command line, and what is wrong with it. */
export function describeEntryFault(field: string, fault: keyof typeof ENTRY_FAULTS): string {
  return `${field} ${ENTRY_FAULTS[fault]}`;
}

/** An entry that would never hold. `day` is in ISO form. */
export function describePastDay(day: string): string {
  return `--until is ${day}, which is over. Write a day to come, or leave it out.`;
}

/** The file is too large to be read. */
export function describeLargeFile(name: string): string {
  return `${name} is larger than 512 KiB, the most that is read. Remove entries that are no longer needed.`;
}

/** The file is not text. */
export function describeNotUtf8(name: string): string {
  return `${name} is not UTF-8 text. Save it as UTF-8.`;
}

/** The file is kept by Git LFS. */
export function describeLfsPointer(name: string): string {
  return `${name} is stored in Git LFS. Take it out with git lfs untrack: it is read from git itself.`;
}

/** The setting leads out of the repository. `value` is quoted. */
export function describeOutsidePath(value: string): string {
  return `ignore-file is ${value}. It must be a path in the repository, such as .github/openai-key-guard.yml.`;
}

/** There is no work tree to edit the file in. `folder` is quoted. */
export function describeNoWorkTree(folder: string): string {
  return `${folder} is not in a git work tree. Name a folder that is, with --repo.`;
}

/** A folder, a link or a device stands in the file's place. */
export function describeIrregularFile(name: string): string {
  return `${name} is not a regular file. Put one in its place.`;
}

/** The system refuses the file. */
export function describeInaccessibleFile(name: string, access: "read" | "written", code: string): string {
  return `${name} cannot be ${access} (${code}). Check the permissions of the file and of its folder.`;
}

/** More than one fingerprint after `ignore`. What was typed may be a key, and is not repeated. */
export function describeManyFingerprints(count: number): string {
  return `ignore takes one fingerprint, but ${count} were given. Run it once for each key.`;
}
