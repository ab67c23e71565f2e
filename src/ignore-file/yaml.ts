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

/** A word of a mapping: its own place and its value, null where there is none. */
export type Word = { at: number; value: Node | null };

const MOST = 512 * 1024;

/** What to say of YAML's own errors. The parser's sentences are not used: they quote the file, which may hold a key. */
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
export class Yaml {
  readonly #name: string;
  readonly #lines = new LineCounter();
  /** The outermost thing; null in a file without any. */
  readonly top: Node | null;

  /** @throws UsageError with the file's name and the line. */
  constructor(text: string, name: string) {
    this.#name = name;
    if (text.length > MOST) throw new UsageError(`${name} is larger than 512 KiB, which no ignore file need be.`);
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
    if (error) throw this.wrong(error.pos[0], FAULTS[error.code] ?? "cannot be read as YAML; see its indentation");
    if (second) throw this.wrong(second.range[0], "begins a second document; the file is one");
    this.top = document?.contents ?? null;
    if (this.top) this.#refuseTricks(this.top);
    const [warning] = document?.warnings ?? [];
    if (warning) throw this.wrong(warning.pos[0], "has a line for YAML's parser; take it out");
  }

  /** What is wrong at this place, as a sentence about the line. */
  wrong(at: number | Node, what: string): UsageError {
    const offset = typeof at === "number" ? at : (at.range?.[0] ?? 0);
    const line = Math.max(1, this.#lines.linePos(offset).line);
    return new UsageError(`${this.#name}, line ${line}: ${what}${/[.?]$/.test(what) ? "" : "."}`);
  }

  /** The words of a mapping, of which these are known. */
  words(node: Node | null, known: readonly string[], what: string): ReadonlyMap<string, Word> {
    const words = new Map<string, Word>();
    if (node === null || isEmpty(node)) return words;
    if (!isMap<Node, Node | null>(node)) {
      throw this.wrong(node, `${what} must be made of the words ${known.join(", ")}, each with a colon`);
    }
    for (const { key, value } of node.items) {
      const word = isScalar(key) ? String(key.value) : "";
      if (!known.includes(word)) throw this.wrong(key, unknown(word, known));
      words.set(word, { at: key.range?.[0] ?? 0, value });
    }
    return words;
  }

  /** The items of a list; none where nothing stands after the colon. */
  items({ at, value }: Word, what: string): readonly Node[] {
    if (value === null || isEmpty(value)) return [];
    if (!isSeq<Node | null>(value)) throw this.wrong(value, `${what} must be a list, with a - before each item`);
    return value.items.map((item) => {
      if (item === null) throw this.wrong(at, `${what} has an item without anything in it`);
      return item;
    });
  }

  /** A text; null where there is none. */
  text(node: Node | null, what: string): string | null {
    if (node === null || isEmpty(node)) return null;
    if (!isScalar(node)) throw this.wrong(node, `${what} must be a text`);
    return String(node.value).trim();
  }

  /** Globs begin with signs that YAML gives a meaning: whoever wrote one meant a text. */
  #refuseTricks(top: Node): void {
    visit(top, {
      Node: (_, node) => {
        if (isAlias(node))
          throw this.wrong(node, "begins a text with *, which is an alias in YAML; put the text in quotes");
        if (node.anchor)
          throw this.wrong(node, "begins a text with &, which is an anchor in YAML; put the text in quotes");
        if (node.tag) throw this.wrong(node, "begins a text with !, which is a tag in YAML; put the text in quotes");
      },
    });
  }
}

/** Nothing, or one of YAML's words for it. */
function isEmpty(node: Node): boolean {
  return isScalar(node) && node.type === "PLAIN" && /^(?:|~|null|Null|NULL)$/.test(String(node.value));
}

/** Only what could be a word is repeated. */
function unknown(word: string, known: readonly string[]): string {
  const said = /^[a-z][a-z _-]{0,29}$/i.test(word) ? `the word ${JSON.stringify(word)}` : "this word";
  return `${said} is not known; it must be one of ${known.join(", ")}.${suggestNearest(word, known)}`;
}
