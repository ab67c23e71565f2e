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
import { suggestNearest } from "../settings/nearest.ts";

/** A field of a mapping: the offset of its name, and its value; null where there is none. */
export type YamlField = { at: number; value: Node | null };

/** In characters. */
const LONGEST_FILE = 512 * 1024;

/** What we say for the parser's errors. Its own sentences quote the file, which may hold a key. */
const FAULTS: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: "is indented with a tab; use spaces",
  DUPLICATE_KEY: "says a word for the second time; keep one of the two",
  MISSING_CHAR: "lacks a colon, a quote or a bracket, here or above",
  BAD_SCALAR_START: "begins a text with a sign that means something in YAML; put the text in quotes",
  BLOCK_AS_IMPLICIT_KEY: "has a second colon, or is indented too far; put a text with a colon in quotes",
  RESOURCE_EXHAUSTION: "is nested too deeply",
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

  /** @throws UsageError with the file's name and the line. */
  constructor(text: string, name: string) {
    this.#name = name;
    if (text.length > LONGEST_FILE)
      throw new UsageError(`${name} is larger than 512 KiB, which no ignore file need be.`);
    const marked = text.split("\n").findIndex(hasMarker);
    if (marked >= 0) {
      throw new UsageError(
        `${name}, line ${marked + 1}: holds a key; take it out, revoke it, and write its fingerprint in its place.`,
      );
    }
    const documents = parseAllDocuments(text, {
      schema: "failsafe",
      prettyErrors: false,
      lineCounter: this.#lines,
      logLevel: "silent",
    });
    const [document, second] = "empty" in documents ? [] : documents;
    const [error] = document?.errors ?? [];
    if (error)
      throw this.createError(error.pos[0], FAULTS[error.code] ?? "cannot be read as YAML; see its indentation");
    if (second) throw this.createError(second.range[0], "begins a second document; the file is one");
    this.top = document?.contents ?? null;
    if (this.top) this.#refuseSpecialNodes(this.top);
    const [warning] = document?.warnings ?? [];
    if (warning) throw this.createError(warning.pos[0], "has a line for YAML's parser; take it out");
  }

  /** An error at a node or an offset, as a sentence about its line. */
  createError(at: number | Node, what: string): UsageError {
    const offset = typeof at === "number" ? at : (at.range?.[0] ?? 0);
    const line = Math.max(1, this.#lines.linePos(offset).line);
    return new UsageError(`${this.#name}, line ${line}: ${what}${/[.?]$/.test(what) ? "" : "."}`);
  }

  /** The fields of a mapping. @throws UsageError for one that is not among `known`. */
  readFields(node: Node | null, known: readonly string[], what: string): ReadonlyMap<string, YamlField> {
    const fields = new Map<string, YamlField>();
    if (node === null || isEmpty(node)) return fields;
    if (!isMap<Node, Node | null>(node)) {
      throw this.createError(node, `${what} must be made of the words ${known.join(", ")}, each with a colon`);
    }
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : "";
      if (!known.includes(name)) throw this.createError(key, describeUnknownField(name, known));
      fields.set(name, { at: key.range?.[0] ?? 0, value });
    }
    return fields;
  }

  /** The items of a list; none where nothing stands after the colon. */
  readItems({ at, value }: YamlField, what: string): readonly Node[] {
    if (value === null || isEmpty(value)) return [];
    if (!isSeq<Node | null>(value)) throw this.createError(value, `${what} must be a list, with a - before each item`);
    return value.items.map((item) => {
      if (item === null) throw this.createError(at, `${what} has an item without anything in it`);
      return item;
    });
  }

  /** A text; null where there is none. */
  readText(node: Node | null, what: string): string | null {
    if (node === null || isEmpty(node)) return null;
    if (!isScalar(node)) throw this.createError(node, `${what} must be a text`);
    return String(node.value).trim();
  }

  /** Globs begin with characters that mean something in YAML. Their author meant a text. */
  #refuseSpecialNodes(top: Node): void {
    visit(top, {
      Node: (_, node) => {
        if (isAlias(node))
          throw this.createError(node, "begins a text with *, which is an alias in YAML; put the text in quotes");
        if (node.anchor)
          throw this.createError(node, "begins a text with &, which is an anchor in YAML; put the text in quotes");
        if (node.tag)
          throw this.createError(node, "begins a text with !, which is a tag in YAML; put the text in quotes");
      },
    });
  }
}

/** Nothing, or one of YAML's words for it. */
function isEmpty(node: Node): boolean {
  return isScalar(node) && node.type === "PLAIN" && /^(?:|~|null|Null|NULL)$/.test(String(node.value));
}

/** Repeats only what could be a word of the file's language: anything else may be a key. */
function describeUnknownField(word: string, known: readonly string[]): string {
  const subject = /^[a-z][a-z _-]{0,29}$/i.test(word) ? `the word ${JSON.stringify(word)}` : "this word";
  return `${subject} is not known; it must be one of ${known.join(", ")}.${suggestNearest(word, known)}`;
}
