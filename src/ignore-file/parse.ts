import type { IgnoreEntry } from "../domain/ignore-entry.ts";
import { entryOf } from "./entry.ts";
import type { IgnoreFile } from "./ignore-file.ts";
import { type Word, Yaml } from "./yaml.ts";

const WORDS = ["ignore", "exclude", "protect"];
const WORDS_OF_AN_ENTRY = ["fingerprint", "reason", "until"];

/**
 * Reads the text of an ignore file. `name` is what errors call it.
 *
 * @throws UsageError with the name and the line, for all that is not as schema/ignore-file.v1.json says. It repeats nothing
 * of the file that could be a key.
 */
export function parseIgnoreFile(text: string, name: string): IgnoreFile {
  const yaml = new Yaml(text, name);
  const words = yaml.words(yaml.top, WORDS, "the file");
  return {
    ignore: entriesIn(yaml, words.get("ignore")),
    exclude: textsIn(yaml, "exclude", words.get("exclude")),
    protect: textsIn(yaml, "protect", words.get("protect")),
  };
}

function entriesIn(yaml: Yaml, word: Word | undefined): readonly IgnoreEntry[] {
  const seen = new Set<string>();
  if (!word) return [];
  return yaml.items(word, "ignore").map((item) => {
    const words = yaml.words(item, WORDS_OF_AN_ENTRY, "an entry of ignore");
    const text = (name: string) => yaml.text(words.get(name)?.value ?? null, name);
    const until = text("until");
    if (words.has("until") && until === null) {
      throw yaml.wrong(words.get("until")?.at ?? item, "until is empty; write a day as 2027-01-31, or leave it out");
    }
    const entry = entryOf({ fingerprint: text("fingerprint"), reason: text("reason"), until });
    if (entry.kind === "fault") throw yaml.wrong(words.get(entry.word)?.at ?? item, `${entry.word} ${entry.why}`);
    const { kind: _, ...rest } = entry;
    if (seen.has(entry.fingerprint)) {
      throw yaml.wrong(
        words.get("fingerprint")?.at ?? item,
        "there is an entry for this fingerprint already; keep one",
      );
    }
    seen.add(entry.fingerprint);
    return rest;
  });
}

function textsIn(yaml: Yaml, name: string, word: Word | undefined): readonly string[] {
  if (!word) return [];
  return yaml.items(word, name).map((item) => {
    const text = yaml.text(item, `an item of ${name}`);
    if (text === null || text === "") throw yaml.wrong(item, `${name} has an item without anything in it`);
    return text;
  });
}
