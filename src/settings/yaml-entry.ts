import type { Node } from "yaml";
import { hasMarker } from "../domain/key-grammar.ts";
import type { UsageError } from "../errors.ts";
import type { YamlField, YamlFile } from "./yaml.ts";

/** In characters: of a name and of an id. */
const LONGEST_NAME = 200;

/** What may be wrong with a field of any entry. */
type FieldFault = "empty" | "is-key" | "long";

/**
 * An entry of a list in a settings file: a mapping that names a key, a project or an account. `Fault` is what may be wrong
 * with a field of it besides. Every error has the line of the field.
 */
export class YamlEntry<Fault extends string> {
  readonly yaml: YamlFile;
  readonly item: Node;
  readonly #fields: ReadonlyMap<string, YamlField>;
  readonly #describeFault: (field: string, fault: Fault | FieldFault) => string;

  /** `what` is what the entry is called. @throws UsageError for a field that is not among `known`. */
  constructor(
    yaml: YamlFile,
    item: Node,
    { known, what }: { known: readonly string[]; what: string },
    describeFault: (field: string, fault: Fault | FieldFault) => string,
  ) {
    this.yaml = yaml;
    this.item = item;
    this.#fields = yaml.readFields(item, known, what);
    this.#describeFault = describeFault;
  }

  /** Which of these fields the entry has. @throws UsageError unless it is one. */
  requireOne<Word extends string>(words: readonly Word[], faults: { nameless: string; many: string }): Word {
    const [first, second] = words.filter((word) => this.#fields.has(word));
    if (first === undefined) throw this.yaml.createError(this.item, faults.nameless);
    if (second !== undefined) throw this.yaml.createError(this.getPlace(second), faults.many);
    return first;
  }

  /** A field; undefined where it is left out. */
  getField(field: string): YamlField | undefined {
    return this.#fields.get(field);
  }

  /** A name or an id; null where the field is left out. */
  readName(field: string): string | null {
    const name = this.readText(field);
    if (name === null) return null;
    if (name.startsWith("sk-") || hasMarker(name)) throw this.createError(field, "is-key");
    if (name.length > LONGEST_NAME) throw this.createError(field, "long");
    return name;
  }

  /** A text; null where the field is left out. */
  readText(field: string): string | null {
    const value = this.#fields.get(field);
    if (!value) return null;
    const text = this.yaml.readText(value.value, field);
    if (!text) throw this.createError(field, "empty");
    return text;
  }

  /** An error at the line of a field. */
  createError(field: string, fault: Fault | FieldFault): UsageError {
    return this.yaml.createError(this.getPlace(field), this.#describeFault(field, fault));
  }

  /** Where a field stands; the entry where it is left out. */
  getPlace(field: string): number | Node {
    return this.#fields.get(field)?.at ?? this.item;
  }
}
