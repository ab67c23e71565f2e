/** An entry of a tree is a file, a link to one, a folder, or a commit of another repository. */
export type TreeItem = { kind: "blob" | "tree" | "commit"; name: Buffer; oid: string };

const [BLANK, SLASH, FOUR, ONE, SIX] = [0x20, 0x2f, 0x34, 0x31, 0x36];

/** No entry. */
export const NOT_THERE = -1;

/**
 * A raw tree object: for each entry `mode name NUL` and an object name in bytes. Only where entries start is worked out,
 * since most are never looked at. What ends in the middle of an entry is cut there.
 */
export class TreeObject {
  /** The number of entries. */
  readonly count: number;
  /** Whether a name has a slash in it, as git writes none. */
  readonly hasSlashes: boolean;
  readonly #bytes: Buffer;
  readonly #hashBytes: number;
  /** Where each entry starts, and where the last one ends. */
  readonly #starts: Int32Array;
  /** Whether the entries stand in git's order, each name once. A tree that was made by hand may have any. */
  readonly #isSorted: boolean;

  /** `hashBytes` is how long object names are. */
  constructor(bytes: Buffer, hashBytes: number) {
    this.#bytes = bytes;
    this.#hashBytes = hashBytes;
    const starts: number[] = [0];
    for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, starts.at(-1))) {
      if (end + 1 + hashBytes > bytes.length) break;
      starts.push(end + 1 + hashBytes);
    }
    this.#starts = Int32Array.from(starts);
    this.count = starts.length - 1;
    let isSorted = true;
    for (let at = 1; at < this.count; at += 1) isSorted &&= this.#compare(at - 1, this, at) < 0;
    this.#isSorted = isSorted;
    this.hasSlashes = this.#findSlash();
  }

  get(at: number): TreeItem {
    const nameStart = this.#nameStartOf(at);
    const end = this.#startOf(at + 1) - this.#hashBytes;
    const oid = this.#bytes.toString("hex", end, end + this.#hashBytes);
    return { kind: this.#kindOf(at), name: this.#bytes.subarray(nameStart, end - 1), oid };
  }

  /** Whether two entries name the same object. */
  hasSameObject(at: number, other: TreeObject, otherAt: number): boolean {
    const [end, otherEnd] = [this.#startOf(at + 1), other.#startOf(otherAt + 1)];
    const [from, otherFrom] = [end - this.#hashBytes, otherEnd - other.#hashBytes];
    return countCommonBytes(this.#bytes, from, other.#bytes, otherFrom, this.#hashBytes) === this.#hashBytes;
  }

  /** For each entry the one of another tree with its name, both folders or neither; NOT_THERE where there is none. */
  match(other: TreeObject): Int32Array {
    const matches = new Int32Array(this.count).fill(NOT_THERE);
    if (!this.#isSorted || !other.#isSorted) return this.#matchByName(other, matches);
    // Two trees that follow one another have all but a few entries in common, and these are compared as bytes.
    const first = this.#countSameStart(other);
    const last = this.#countSameEnd(other, Math.min(this.count, other.count) - first);
    const [end, otherEnd] = [this.count - last, other.count - last];
    for (let at = 0; at < first; at += 1) matches[at] = at;
    for (let at = end; at < this.count; at += 1) matches[at] = at + otherEnd - end;
    let next = first;
    for (let at = first; at < end; at += 1) {
      let order = -1;
      while (next < otherEnd && (order = other.#compare(next, this, at)) < 0) next += 1;
      if (next < otherEnd && order === 0) matches[at] = next;
    }
    return matches;
  }

  /** How many entries are the same in both trees from the start. */
  #countSameStart(other: TreeObject): number {
    const [bytes, others] = [this.#entryBytes(), other.#entryBytes()];
    let [same, most] = [0, Math.min(bytes.length, others.length)];
    // The number of bytes in common is at least `same` and at most `most`.
    while (same < most) {
      const middle = (same + most + 1) >> 1;
      if (bytes.compare(others, same, middle, same, middle) === 0) same = middle;
      else most = middle - 1;
    }
    let [low, high] = [0, Math.min(this.count, other.count)];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#startOf(middle) <= same) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** How many entries, up to a limit, are the same in both trees at the end. */
  #countSameEnd(other: TreeObject, limit: number): number {
    const [bytes, others] = [this.#entryBytes(), other.#entryBytes()];
    let count = 0;
    for (let step = limit; step > 0; step = Math.floor(step / 2)) {
      // Of so many entries more, all bytes are the same.
      while (count + step <= limit) {
        const [from, to] = [this.#startOf(this.count - count - step), this.#startOf(this.count - count)];
        const otherFrom = other.#startOf(other.count - count - step);
        const otherTo = other.#startOf(other.count - count);
        if (to - from !== otherTo - otherFrom || bytes.compare(others, otherFrom, otherTo, from, to) !== 0) break;
        count += step;
      }
    }
    return count;
  }

  #entryBytes(): Buffer {
    return this.#bytes.subarray(0, this.#startOf(this.count));
  }

  /** The entries of this name, either folders or all others: mostly one, and more only in a tree that was made by hand. */
  find(name: Buffer, isFolder: boolean): readonly TreeItem[] {
    if (this.#isSorted) {
      const at = this.#search(name, isFolder);
      return at === NOT_THERE ? [] : [this.get(at)];
    }
    const items = Array.from({ length: this.count }, (_, at) => this.get(at));
    return items.filter((item) => (item.kind === "tree") === isFolder && item.name.equals(name));
  }

  #search(name: Buffer, isFolder: boolean): number {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = this.#compareName(middle, name, isFolder);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return NOT_THERE;
  }

  /** Of entries with the same name one with the same object is preferred. */
  #matchByName(other: TreeObject, matches: Int32Array): Int32Array {
    const byName = new Map<string, number[]>();
    for (let at = 0; at < other.count; at += 1) {
      const name = other.#keyOf(at);
      const known = byName.get(name);
      if (known) known.push(at);
      else byName.set(name, [at]);
    }
    for (let at = 0; at < this.count; at += 1) {
      const named = byName.get(this.#keyOf(at)) ?? [];
      const same = named.find((one) => this.hasSameObject(at, other, one));
      matches[at] = same ?? named[0] ?? NOT_THERE;
    }
    return matches;
  }

  #findSlash(): boolean {
    let slash = this.#bytes.indexOf(SLASH);
    for (let at = 0; at < this.count && slash !== -1; at += 1) {
      if (slash >= this.#startOf(at + 1)) continue;
      if (slash < this.#startOf(at + 1) - this.#hashBytes) return true;
      slash = this.#bytes.indexOf(SLASH, this.#startOf(at + 1));
    }
    return false;
  }

  #keyOf(at: number): string {
    const { kind, name } = this.get(at);
    return `${kind === "tree" ? "/" : ""}${name.toString("latin1")}`;
  }

  #startOf(at: number): number {
    return this.#starts[at] ?? 0;
  }

  /** By the mode: 40000 is a folder, 160000 a commit, all others are files and links. */
  #kindOf(at: number): TreeItem["kind"] {
    const start = this.#startOf(at);
    const first = this.#bytes[start] === 0x30 ? start + 1 : start;
    if (this.#bytes[first] === FOUR) return "tree";
    return this.#bytes[first] === ONE && this.#bytes[first + 1] === SIX ? "commit" : "blob";
  }

  /** Git's order of entries: by name, and folders as if their names ended in a slash. */
  #compare(at: number, other: TreeObject, otherAt: number): number {
    const [start, otherStart] = [this.#nameStartOf(at), other.#nameStartOf(otherAt)];
    const [end, otherEnd] = [
      this.#startOf(at + 1) - this.#hashBytes - 1,
      other.#startOf(otherAt + 1) - other.#hashBytes - 1,
    ];
    const limit = Math.min(end - start, otherEnd - otherStart);
    const common = countCommonBytes(this.#bytes, start, other.#bytes, otherStart, limit);
    const next = (bytes: Buffer, from: number, to: number, isTree: boolean) =>
      from < to ? (bytes[from] ?? 0) : isTree && from === to ? SLASH : 0;
    const own = next(this.#bytes, start + common, end, this.#kindOf(at) === "tree");
    const others = next(other.#bytes, otherStart + common, otherEnd, other.#kindOf(otherAt) === "tree");
    return own - others;
  }

  /** The order of an entry and a name, in git's order. */
  #compareName(at: number, name: Buffer, isFolder: boolean): number {
    const start = this.#nameStartOf(at);
    const end = this.#startOf(at + 1) - this.#hashBytes - 1;
    const common = countCommonBytes(this.#bytes, start, name, 0, Math.min(end - start, name.length));
    const own = start + common < end ? (this.#bytes[start + common] ?? 0) : this.#kindOf(at) === "tree" ? SLASH : -1;
    const other = common < name.length ? (name[common] ?? 0) : isFolder ? SLASH : -1;
    if (own !== SLASH || other !== SLASH) return own - other;
    // A name may go on where the other one is a folder, in a tree that was made by hand.
    return Math.max(0, end - start - common - 1) - Math.max(0, name.length - common - 1);
  }

  #nameStartOf(at: number): number {
    let start = this.#startOf(at);
    while (start < this.#bytes.length && this.#bytes[start] !== BLANK) start += 1;
    return start + 1;
  }
}

/** How many bytes, up to a limit, are the same from two places on. */
function countCommonBytes(
  bytes: Uint8Array,
  start: number,
  others: Uint8Array,
  otherStart: number,
  limit: number,
): number {
  let count = 0;
  while (count < limit && bytes[start + count] === others[otherStart + count]) count += 1;
  return count;
}
