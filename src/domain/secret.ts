import { createHash } from "node:crypto";
import { readPrefix } from "./key-grammar.ts";

/** Shorter texts are masked completely: four of their characters would be too large a part. */
const SHORTEST_WITH_END = 40;

/**
 * The text of a key, in an object that does not print it: every ordinary way to turn it into text gives the mask. `reveal`
 * is the only way to the text; search for that word to see every reader.
 */
export class Secret {
  readonly #text: string;
  /** The first 16 hex digits of the SHA-256 of the text: names the key without revealing it. */
  readonly fingerprint: string;
  /** The prefix of the kind, `…`, and the last four characters. */
  readonly mask: string;

  constructor(text: string) {
    this.#text = text;
    this.fingerprint = computeFingerprint(text);
    const end = text.length >= SHORTEST_WITH_END ? text.slice(-4) : "";
    this.mask = `${readPrefix(text)}…${end}`;
  }

  /** The key itself: to compare it with a record's visible ends, to try it, and to have the runner mask it. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return this.mask;
  }

  toJSON(): string {
    return this.mask;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.mask;
  }
}

/** The fingerprint of a key's text: the first 16 hex digits of its SHA-256. */
export function computeFingerprint(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** A mask without the key's end, as anyone may see it. */
export function truncateMask(mask: string): string {
  return mask.slice(0, mask.indexOf("…") + 1);
}
