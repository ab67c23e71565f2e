/** The file holds a key. */
export const HOLDS_A_KEY =
  "This line holds a key, which has leaked. Revoke the key, and write its fingerprint instead.";

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
