/**
 * A text with, for each of its characters, the range of the original that says it, and how. A character is a byte, or
 * one of the placeholders below.
 */
export type MappedText = {
  text: string;
  starts: Int32Array;
  ends: Int32Array;
  /** For each character 0 where it stands as it is, else how it is written: an index into `WRITINGS`, from 1. */
  writings: Uint8Array;
};

/** Characters of which a document does not say which of a key's they stand for. */
export const PLACEHOLDERS = {
  /** May break the line here: nothing, or a hyphen. */
  softHyphen: "\u0100",
  /** A dash that stands for one hyphen, or for two or three where a typesetter joined them. */
  dash: "\u0101",
  /** A sign that looks like a hyphen. */
  likeHyphen: "\u0102",
  /** `\-`: a hyphen in Markdown and in patterns, nothing in LaTeX and RTF. */
  escapedHyphen: "\u0103",
  /** `\_`: an underscore in Markdown and LaTeX, a hyphen in RTF. */
  escapedUnderscore: "\u0104",
} as const;

/** Builds a text from another, piece by piece. */
export class MappedTextBuilder {
  readonly #from: MappedText;
  readonly #parts: string[] = [];
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #writings: Uint8Array;
  #length = 0;

  /** What is replaced may have up to as many characters as what is written. */
  constructor(from: MappedText) {
    this.#from = from;
    [this.#starts, this.#ends] = [new Int32Array(from.text.length), new Int32Array(from.text.length)];
    this.#writings = new Uint8Array(from.text.length);
  }

  /** Takes the characters from `start` to `end` as they are. */
  copy(start: number, end: number): void {
    const { text, starts, ends, writings } = this.#from;
    this.#parts.push(text.slice(start, end));
    this.#starts.set(starts.subarray(start, end), this.#length);
    this.#ends.set(ends.subarray(start, end), this.#length);
    this.#writings.set(writings.subarray(start, end), this.#length);
    this.#length += end - start;
  }

  /** Takes these characters for those from `start` to `end`; more than stand there are left out. */
  replace(start: number, end: number, characters: string, writing: number): void {
    const shown = characters.slice(0, end - start);
    this.#parts.push(shown);
    for (let index = 0; index < shown.length; index += 1) {
      this.#starts[this.#length] = this.#from.starts[start] ?? 0;
      this.#ends[this.#length] = this.#from.ends[end - 1] ?? 0;
      this.#writings[this.#length] = writing;
      this.#length += 1;
    }
  }

  /** Takes back this many of the last characters. */
  dropLast(count: number): void {
    for (let left = Math.min(count, this.#length); left > 0; ) {
      const last = this.#parts.pop() ?? "";
      if (last.length > left) this.#parts.push(last.slice(0, -left));
      const dropped = Math.min(left, last.length);
      this.#length -= dropped;
      left -= dropped;
    }
  }

  /** The text that was built. */
  build(): MappedText {
    return {
      text: this.#parts.join(""),
      starts: this.#starts.subarray(0, this.#length),
      ends: this.#ends.subarray(0, this.#length),
      writings: this.#writings.subarray(0, this.#length),
    };
  }
}

/** A part of a text as it stands: `text` is the part that begins at `start`. */
export function createMappedText(text: string, start: number): MappedText {
  const [starts, ends] = [new Int32Array(text.length), new Int32Array(text.length)];
  for (let index = 0; index < text.length; index += 1) {
    starts[index] = start + index;
    ends[index] = start + index + 1;
  }
  return { text, starts, ends, writings: new Uint8Array(text.length) };
}
