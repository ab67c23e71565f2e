import { type KeysEntry, type KeysFile, NO_KEYS_FILE } from "../../domain/keys-file.ts";
import { normalizeName } from "../../domain/protection.ts";
import { formatTarget, isSameTarget } from "../../domain/rotation-target.ts";
import {
  describeSharedPlace,
  KEYS_ENTRY_FAULTS,
  KEYS_FILE_HOLDS_A_KEY,
} from "../../messages/errors/rotation/keys-file.ts";
import { KEYS_FILE_PARTS } from "../../messages/rotation/keys-file-parts.ts";
import { quoteValue } from "../../settings/values.ts";
import { YamlFile } from "../../settings/yaml.ts";
import { parseKeysEntry } from "./parse-entry.ts";

const FILE_FIELDS = ["keys"];

/**
 * Reads the text of a keys file. `name` is what errors call it.
 *
 * @throws UsageError with the name and the line, for a word that is not known and all else that is wrong. It repeats
 * nothing of the file that could be a key.
 */
export function parseKeysFile(text: string, name: string): KeysFile {
  const yaml = new YamlFile(text, name, KEYS_FILE_HOLDS_A_KEY);
  const field = yaml.readFields(yaml.top, FILE_FIELDS, KEYS_FILE_PARTS.file).get("keys");
  if (!field) return NO_KEYS_FILE;
  const keys: KeysEntry[] = [];
  for (const item of yaml.readItems(field, "keys")) {
    const entry = parseKeysEntry(yaml, item);
    if (keys.some((other) => isSameKey(other, entry))) throw yaml.createError(item, KEYS_ENTRY_FAULTS.duplicate);
    const shared = findSharedPlace(keys, entry);
    if (shared !== null) throw yaml.createError(item, describeSharedPlace(quoteValue(shared.place), shared.line));
    keys.push(entry);
  }
  return { keys };
}

function isSameKey(one: KeysEntry, other: KeysEntry): boolean {
  const [a, b] = [one, other].map(({ kind, name, project }) => {
    return JSON.stringify([kind, normalizeName(name), project === null ? null : normalizeName(project)]);
  });
  return a === b;
}

/** A place that an entry before this one has: whichever key was stored there last would be the only one. */
function findSharedPlace(keys: readonly KeysEntry[], { targets }: KeysEntry): { place: string; line: number } | null {
  for (const { targets: others, line } of keys) {
    const same = targets.find((target) => others.some((other) => isSameTarget(other, target)));
    if (same !== undefined) return { place: formatTarget(same), line };
  }
  return null;
}
