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

/** The file is too large to be read. */
export function describeLargeFile(name: string): string {
  return `${name} is larger than 512 KiB, the most that is read. Remove entries that are no longer needed.`;
}
