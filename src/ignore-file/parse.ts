import type { IgnoreEntry } from "../domain/ignore-entry.ts";
import { DUPLICATE_ENTRY, describeEntryFault, EMPTY_UNTIL, HOLDS_A_KEY } from "../messages/errors/ignore-file.ts";
import { describeEmptyItem } from "../messages/errors/yaml.ts";
import { describeItem, PARTS } from "../messages/ignore-file-parts.ts";
import { type YamlField, YamlFile } from "../settings/yaml.ts";
import { type IgnoreFile, parseEntry } from "./ignore-file.ts";

const FILE_FIELDS = ["ignore", "exclude", "protect"];
const ENTRY_FIELDS = ["fingerprint", "reason", "until"];

/**
 * Reads the text of an ignore file. `name` is what errors call it.
 *
 * @throws UsageError with the name and the line, for all that is not as schema/ignore-file.v1.json says. It repeats nothing
 * of the file that could be a key.
 */
export function parseIgnoreFile(text: string, name: string): IgnoreFile {
  const yaml = new YamlFile(text, name, HOLDS_A_KEY);
  const fields = yaml.readFields(yaml.top, FILE_FIELDS, PARTS.file);
  return {
    ignore: readEntries(yaml, fields.get("ignore")),
    exclude: readTexts(yaml, "exclude", fields.get("exclude")),
    protect: readTexts(yaml, "protect", fields.get("protect")),
  };
}

function readEntries(yaml: YamlFile, field: YamlField | undefined): readonly IgnoreEntry[] {
  const seen = new Set<string>();
  if (!field) return [];
  return yaml.readItems(field, "ignore").map((item) => {
    const fields = yaml.readFields(item, ENTRY_FIELDS, PARTS.entry);
    const text = (name: string) => yaml.readText(fields.get(name)?.value ?? null, name);
    const until = text("until");
    if (fields.has("until") && until === null) {
      throw yaml.createError(fields.get("until")?.at ?? item, EMPTY_UNTIL);
    }
    const parsed = parseEntry({ fingerprint: text("fingerprint"), reason: text("reason"), until });
    if (parsed.kind === "invalid") {
      throw yaml.createError(fields.get(parsed.field)?.at ?? item, describeEntryFault(parsed.field, parsed.fault));
    }
    const { fingerprint } = parsed.entry;
    if (seen.has(fingerprint)) {
      throw yaml.createError(fields.get("fingerprint")?.at ?? item, DUPLICATE_ENTRY);
    }
    seen.add(fingerprint);
    return parsed.entry;
  });
}

function readTexts(yaml: YamlFile, name: string, field: YamlField | undefined): readonly string[] {
  if (!field) return [];
  return yaml.readItems(field, name).map((item) => {
    const text = yaml.readText(item, describeItem(name));
    if (text === null || text === "") throw yaml.createError(item, describeEmptyItem(name));
    return text;
  });
}
