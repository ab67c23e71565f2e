import {
  type ErrorCode,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  visit,
} from "yaml";
import { hasMarker } from "../domain/key-grammar.ts";
import { UsageError } from "../errors.ts";
import {
  describeEmptyItem,
  describeFileFault,
  describeLargeFile,
  describeNoFields,
  describeNoList,
  describeNoText,
  describeUnknownWord,
  YAML_FAULTS,
} from "../messages/errors/yaml.ts";
import { suggestNearest } from "./nearest.ts";

/** A field of a mapping: the offset of its name, and its value; null where there is none. */
export type YamlField = { at: number; value: Node | null };

/** In characters. */
const LONGEST_FILE = 512 * 1024;

/** What we say for the parser's errors, by its codes. */
const FAULTS: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: YAML_FAULTS.tab,
  MISSING_CHAR: YAML_FAULTS.missing,
  BAD_SCALAR_START: YAML_FAULTS.sign,
  BLOCK_AS_IMPLICIT_KEY: YAML_FAULTS.colon,
  RESOURCE_EXHAUSTION: YAML_FAULTS.deep,
};

/**
 * The small part of YAML that a settings file needs: mappings, lists and texts. Numbers, dates and booleans are texts, as
 * a fingerprint of digits alone is; anchors, aliases, tags and a second document are errors.
 */
export class YamlFile {
  readonly #name: string;
  readonly #lines = new LineCounter();
  /** The outermost node; null in an empty file. */
  readonly top: Node | null;

  /**
   * `holdsKey` is said of a line that holds a key.
   *
   * @throws UsageError with the file's name and the line.
   */
  constructor(text: string, name: string, holdsKey: string) {
    this.#name = name;
    if (text.length > LONGEST_FILE) throw new UsageError(describeLargeFile(name));
    const marked = text.split("\n").findIndex(hasMarker);
    if (marked >= 0) throw new UsageError(describeFileFault(name, marked + 1, holdsKey));
    const documents = parseAllDocuments(text, {
      schema: "failsafe",
      // The parser compares each word of a mapping with all before it: `readFields` sees to that in one step.
      uniqueKeys: false,
      prettyErrors: false,
      lineCounter: this.#lines,
      logLevel: "silent",
    });
    const [document, second] = "empty" in documents ? [] : documents;
    const [error] = document?.errors ?? [];
    if (error) throw this.createError(error.pos[0], FAULTS[error.code] ?? YAML_FAULTS.other);
    if (second) throw this.createError(second.range[0], YAML_FAULTS.second);
    this.top = document?.contents ?? null;
    if (this.top) this.#refuseSpecialNodes(this.top);
    const [warning] = document?.warnings ?? [];
    if (warning) throw this.createError(warning.pos[0], YAML_FAULTS.directive);
  }

  /** An error at a node or an offset, as a sentence about its line. */
  createError(at: number | Node, what: string): UsageError {
    return new UsageError(describeFileFault(this.#name, this.findLine(at), what));
  }

  /** The line of a node or an offset; lines count from 1. */
  findLine(at: number | Node): number {
    const offset = typeof at === "number" ? at : (at.range?.[0] ?? 0);
    return Math.max(1, this.#lines.linePos(offset).line);
  }

  /** The fields of a mapping. @throws UsageError for one that is not among `known`, or there twice. */
  readFields(node: Node | null, known: readonly string[], what: string): ReadonlyMap<string, YamlField> {
    const fields = new Map<string, YamlField>();
    if (node === null || isEmpty(node)) return fields;
    if (!isMap<Node, Node | null>(node)) throw this.createError(node, describeNoFields(what, known));
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : "";
      if (!known.includes(name))
        throw this.createError(key, describeUnknownWord(quoteWord(name), known, suggestNearest(name, known)));
      if (fields.has(name)) throw this.createError(key, YAML_FAULTS.duplicate);
      fields.set(name, { at: key.range?.[0] ?? 0, value });
    }
    return fields;
  }

  /** The items of a list; none where nothing stands after the colon. */
  readItems({ at, value }: YamlField, what: string): readonly Node[] {
    if (value === null || isEmpty(value)) return [];
    if (!isSeq<Node | null>(value)) throw this.createError(value, describeNoList(what));
    return value.items.map((item) => {
      if (item === null) throw this.createError(at, describeEmptyItem(what));
      return item;
    });
  }

  /** A text; null where there is none. */
  readText(node: Node | null, what: string): string | null {
    if (node === null || isEmpty(node)) return null;
    if (!isScalar(node)) throw this.createError(node, describeNoText(what));
    return String(node.value).trim();
  }

  /** Globs begin with characters that mean something in YAML. Their author meant a text. */
  #refuseSpecialNodes(top: Node): void {
    visit(top, {
      Node: (_, node) => {
        if (isAlias(node)) throw this.createError(node, YAML_FAULTS.alias);
        if (node.anchor) throw this.createError(node, YAML_FAULTS.anchor);
        if (node.tag) throw this.createError(node, YAML_FAULTS.tag);
      },
    });
  }
}

/** Nothing, or one of YAML's words for it. */
function isEmpty(node: Node): boolean {
  return isScalar(node) && node.type === "PLAIN" && /^(?:|~|null|Null|NULL)$/.test(String(node.value));
}

/** Repeats only what could be a word of the file's language: anything else may be a key. */
export function quoteWord(word: string): string | null {
  return /^[a-z][a-z _-]{0,29}$/i.test(word) ? JSON.stringify(word) : null;
}
