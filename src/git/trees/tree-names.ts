import { encodePath } from "../../domain/path-text.ts";

/** The shortest key that was ever issued has 51 characters, and half of one is no key. */
export const MIN_NAME_BYTES = 32;

/** The shortest mode before a name, and the blank between them. */
const MODE_BYTES = "40000 ".length;

/** Whether a name of this many bytes is long enough to hold a key. */
export function mayHoldKey(bytes: number): boolean {
  return bytes >= MIN_NAME_BYTES;
}

/** The parts of a path that are long enough to hold a key, and the path up to each. */
export function splitLongNames(path: string): readonly { name: string; prefix: string }[] {
  if (!mayHoldKey(encodePath(path).length)) return [];
  const parts = path.split("/");
  return parts.flatMap((name, at) => {
    return mayHoldKey(encodePath(name).length) ? [{ name, prefix: parts.slice(0, at + 1).join("/") }] : [];
  });
}

/**
 * Parses the names in a raw tree object: for each entry `mode name NUL` and an object name in bytes. Names too short to
 * hold a key are skipped.
 */
export class TreeNameParser {
  readonly #hashBytes: number;
  #rest: Buffer = Buffer.alloc(0);

  /** `oid` is the tree's own object name, which is as long as those in it. */
  constructor(oid: string) {
    this.#hashBytes = oid.length / 2;
  }

  /** The names that end in this chunk. */
  push(chunk: Buffer): readonly Buffer[] {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    const names: Buffer[] = [];
    let at = 0;
    for (;;) {
      const end = bytes.indexOf(0, at);
      if (end === -1 || end + 1 + this.#hashBytes > bytes.length) break;
      if (mayHoldKey(end - at - MODE_BYTES)) {
        const name = bytes.subarray(bytes.indexOf(" ", at) + 1, end);
        if (mayHoldKey(name.length)) names.push(name);
      }
      at = end + 1 + this.#hashBytes;
    }
    this.#rest = bytes.subarray(at);
    return names;
  }
}
