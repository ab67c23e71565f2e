import { createHash } from "node:crypto";

/** Bytes that are kept of each: 16 characters of base64. */
const BYTES = 12;
const CHARACTERS = /.{16}/gs;

/** Of a repository with more tips none are kept: 320 kB in the file that is handed from night to night. */
const MOST_TIPS = 20_000;

/**
 * What the refs of a repository led to when it was read: each with all that it reaches. Kept in short, which is enough to
 * recognise an object that the server names. The digest of all refs goes into each: so nobody can make two commits that
 * are taken for one another, and have one of them read first.
 */
export class KnownTips {
  readonly #refs: string;
  readonly #tips: ReadonlySet<string>;

  /** `text` is what `format` gave, and `refs` the digest that it was given. */
  constructor(refs: string, text: string) {
    this.#refs = refs;
    this.#tips = new Set(text.match(CHARACTERS));
  }

  /** Whether this object was read, and all that it reaches. */
  has(oid: string): boolean {
    return this.#tips.has(shorten(this.#refs, oid));
  }

  /** Writes these objects down, 16 characters for each; null where there are too many. */
  static format(refs: string, oids: Iterable<string>): string | null {
    const tips = [...new Set(oids)];
    if (tips.length > MOST_TIPS) return null;
    return tips
      .map((oid) => shorten(refs, oid))
      .toSorted()
      .join("");
  }
}

function shorten(refs: string, oid: string): string {
  return createHash("sha256").update(`${refs} ${oid}`).digest().subarray(0, BYTES).toString("base64");
}
