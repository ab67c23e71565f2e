/**
 * A text that is no key and must not be printed all the same, such as an address with a token in it: every ordinary way to
 * turn it into text gives `…`. `reveal` is the only way to it, as with a `Secret`.
 */
export class PrivateText {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text itself: to use it, and to have the runner mask it. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return "…";
  }

  toJSON(): string {
    return "…";
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return "…";
  }
}
