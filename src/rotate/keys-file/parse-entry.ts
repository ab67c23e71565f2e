import type { Node } from "yaml";
import { hasMarker } from "../../domain/key-grammar.ts";
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
import type { YamlField, YamlFile } from "../../settings/yaml.ts";

const KINDS = ["service-account", "key"] as const satisfies readonly KeysEntryKind[];

const FIELDS = [...KINDS, "project", "lives-in", "scopes", "expires-in", "rotate-every"];

/** In characters: of a name and of an id. */
const LONGEST_NAME = 200;

/** Reads one entry. @throws UsageError with the line of the field that is wrong. */
export function parseKeysEntry(yaml: YamlFile, item: Node): KeysEntry {
  return new EntryReader(yaml, item).read();
}

type FieldFault = keyof typeof KEYS_FIELD_FAULTS;

class EntryReader {
  readonly #yaml: YamlFile;
  readonly #item: Node;
  readonly #fields: ReadonlyMap<string, YamlField>;

  constructor(yaml: YamlFile, item: Node) {
    this.#yaml = yaml;
    this.#item = item;
    this.#fields = yaml.readFields(item, FIELDS, KEYS_FILE_PARTS.entry);
  }

  read(): KeysEntry {
    const kind = this.#findKind();
    return {
      kind,
      name: this.#readName(kind) ?? "",
      project: this.#readName("project"),
      targets: this.#readTargets(),
      scopes: this.#readScopes(),
      expiresIn: this.#readTime("expires-in", parseGrace),
      rotateEvery: this.#readTime("rotate-every", parseDuration),
      line: this.#yaml.findLine(this.#item),
    };
  }

  #findKind(): KeysEntryKind {
    const [kind, second] = KINDS.filter((word) => this.#fields.has(word));
    if (kind === undefined) throw this.#yaml.createError(this.#item, KEYS_ENTRY_FAULTS.nameless);
    if (second !== undefined) throw this.#yaml.createError(this.#getPlace(second), KEYS_ENTRY_FAULTS.many);
    return kind;
  }

  #readName(field: string): string | null {
    const name = this.#readText(field);
    if (name === null) return null;
    if (name.startsWith("sk-") || hasMarker(name)) throw this.#createError(field, "is-key");
    if (name.length > LONGEST_NAME) throw this.#createError(field, "long");
    return name;
  }

  #readTargets(): KeysEntry["targets"] {
    const field = this.#fields.get("lives-in");
    if (!field) throw this.#yaml.createError(this.#item, KEYS_ENTRY_FAULTS.homeless);
    const targets: RotationTarget[] = [];
    for (const item of this.#yaml.readItems(field, "lives-in")) {
      const text = this.#readItem(item, KEYS_FILE_PARTS.place, "lives-in");
      const target = this.#at(item, () => parseTarget("lives-in", text));
      if (targets.some((other) => isSameTarget(other, target))) {
        throw this.#yaml.createError(item, describeSameTarget("lives-in", quoteValue(formatTarget(target))));
      }
      targets.push(target);
    }
    const [first, ...rest] = targets;
    if (first === undefined) throw this.#createError("lives-in", "no-places");
    return [first, ...rest];
  }

  #readScopes(): KeyScopes | null {
    const field = this.#fields.get("scopes");
    if (!field) return null;
    const items = this.#yaml.readItems(field, "scopes");
    if (items.length === 0) throw this.#createError("scopes", "no-scopes");
    const words = items.map((item) => {
      const word = this.#readItem(item, KEYS_FILE_PARTS.scope, "scopes");
      this.#at(item, () => parseScopes("scopes", [word]));
      return word;
    });
    return this.#at(field.at, () => parseScopes("scopes", words));
  }

  #readTime(field: string, parse: (name: string, text: string) => number): number | null {
    const text = this.#readText(field);
    if (text === null) return null;
    const seconds = this.#at(this.#getPlace(field), () => parse(field, text));
    if (seconds === 0) throw this.#createError(field, "no-time");
    return seconds;
  }

  /** The text of a field; null where the field is left out. */
  #readText(field: string): string | null {
    const value = this.#fields.get(field);
    if (!value) return null;
    const text = this.#yaml.readText(value.value, field);
    if (!text) throw this.#createError(field, "empty");
    return text;
  }

  #readItem(item: Node, what: string, list: string): string {
    const text = this.#yaml.readText(item, what);
    if (!text) throw this.#yaml.createError(item, describeEmptyItem(list));
    return text;
  }

  /** Says the line with what a parser of settings has to say. */
  #at<Value>(place: number | Node, parse: () => Value): Value {
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      throw this.#yaml.createError(place, error.message);
    }
  }

  #createError(field: string, fault: FieldFault): UsageError {
    return this.#yaml.createError(this.#getPlace(field), describeKeysFieldFault(field, fault));
  }

  #getPlace(field: string): number | Node {
    return this.#fields.get(field)?.at ?? this.#item;
  }
}
