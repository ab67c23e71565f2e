import type { Node } from "yaml";
import type { KeysEntry, KeysEntryKind } from "../../domain/keys-file.ts";
import type { KeyScopes } from "../../domain/rotation.ts";
import { formatTarget, isSameTarget, type RotationTarget } from "../../domain/rotation-target.ts";
import { UsageError } from "../../errors.ts";
import { describeSameTarget } from "../../messages/errors/command-line/targets.ts";
import {
  describeKeysFieldFault,
  KEYS_ENTRY_FAULTS,
  type KEYS_FIELD_FAULTS,
} from "../../messages/errors/rotation/keys-file.ts";
import { describeEmptyItem } from "../../messages/errors/yaml.ts";
import { KEYS_FILE_PARTS } from "../../messages/rotation/keys-file-parts.ts";
import { parseScopes } from "../../settings/rotation/scopes.ts";
import { parseTarget } from "../../settings/rotation-target.ts";
import { parseDuration, parseGrace, quoteValue } from "../../settings/values.ts";
import type { YamlFile } from "../../settings/yaml.ts";
import { YamlEntry } from "../../settings/yaml-entry.ts";

const KINDS = ["service-account", "key"] as const satisfies readonly KeysEntryKind[];

const FIELDS = [...KINDS, "project", "lives-in", "scopes", "expires-in", "rotate-every"];

type FileEntry = YamlEntry<keyof typeof KEYS_FIELD_FAULTS>;

/** Reads one entry. @throws UsageError with the line of the field that is wrong. */
export function parseKeysEntry(yaml: YamlFile, item: Node): KeysEntry {
  const fields = { known: FIELDS, what: KEYS_FILE_PARTS.entry };
  const entry = new YamlEntry<keyof typeof KEYS_FIELD_FAULTS>(yaml, item, fields, describeKeysFieldFault);
  const kind = entry.requireOne<KeysEntryKind>(KINDS, KEYS_ENTRY_FAULTS);
  return {
    kind,
    name: entry.readName(kind) ?? "",
    project: entry.readName("project"),
    targets: readTargets(entry),
    scopes: readScopes(entry),
    expiresIn: readTime(entry, "expires-in", parseGrace),
    rotateEvery: readTime(entry, "rotate-every", parseDuration),
    line: yaml.findLine(item),
  };
}

function readTargets(entry: FileEntry): KeysEntry["targets"] {
  const { yaml } = entry;
  const field = entry.getField("lives-in");
  if (!field) throw yaml.createError(entry.item, KEYS_ENTRY_FAULTS.homeless);
  const targets: RotationTarget[] = [];
  for (const item of yaml.readItems(field, "lives-in")) {
    const text = readItem(yaml, item, KEYS_FILE_PARTS.place, "lives-in");
    const target = parseAt(yaml, item, () => parseTarget("lives-in", text));
    if (targets.some((other) => isSameTarget(other, target))) {
      throw yaml.createError(item, describeSameTarget("lives-in", quoteValue(formatTarget(target))));
    }
    targets.push(target);
  }
  const [first, ...rest] = targets;
  if (first === undefined) throw entry.createError("lives-in", "no-places");
  return [first, ...rest];
}

function readScopes(entry: FileEntry): KeyScopes | null {
  const { yaml } = entry;
  const field = entry.getField("scopes");
  if (!field) return null;
  const items = yaml.readItems(field, "scopes");
  if (items.length === 0) throw entry.createError("scopes", "no-scopes");
  const words = items.map((item) => {
    const word = readItem(yaml, item, KEYS_FILE_PARTS.scope, "scopes");
    parseAt(yaml, item, () => parseScopes("scopes", [word]));
    return word;
  });
  return parseAt(yaml, field.at, () => parseScopes("scopes", words));
}

function readTime(entry: FileEntry, field: string, parse: (name: string, text: string) => number): number | null {
  const text = entry.readText(field);
  if (text === null) return null;
  const seconds = parseAt(entry.yaml, entry.getPlace(field), () => parse(field, text));
  if (seconds === 0) throw entry.createError(field, "no-time");
  return seconds;
}

function readItem(yaml: YamlFile, item: Node, what: string, list: string): string {
  const text = yaml.readText(item, what);
  if (!text) throw yaml.createError(item, describeEmptyItem(list));
  return text;
}

/** Says the line with what a parser of settings has to say. */
function parseAt<Value>(yaml: YamlFile, place: number | Node, parse: () => Value): Value {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw yaml.createError(place, error.message);
  }
}
