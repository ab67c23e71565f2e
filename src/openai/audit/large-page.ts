import { MalformedPage } from "../pages.ts";

/** The most bytes that one record may have, that all between them may have, and that the page may have. */
const MOST_OF_RECORD = 2 ** 24;
const MOST_OF_REST = 2 ** 20;
const MOST_OF_PAGE = 2 ** 29;

const [QUOTE, ESCAPE] = [0x22, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** What stands for a record in the condensed page. */
type Condense = (record: unknown) => unknown;

/**
 * Reads a page whose records are too many to be held together: each object of its `data` is parsed by itself as soon as it
 * has come, and `condense` says what stands in its place. The answer is the page that is left; it is empty, which no page
 * is, where what came is not JSON, or longer than any answer is.
 *
 * @throws what the body throws, and what `condense` throws that is no `MalformedPage`.
 */
export async function readLargePage(
  body: AsyncIterable<Uint8Array>,
  condense: Condense,
): Promise<Uint8Array<ArrayBuffer>> {
  const scanner = new PageScanner(condense);
  for await (const chunk of body) {
    try {
      scanner.push(chunk);
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof MalformedPage) return new Uint8Array();
      throw error;
    }
  }
  return scanner.finish();
}

/** Bytes that come in parts, up to a limit. */
class Parts {
  readonly #most: number;
  #parts: Uint8Array[] = [];
  #length = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(part: Uint8Array): void {
    this.#length += part.length;
    if (this.#length > this.#most) throw new MalformedPage("endless");
    if (part.length > 0) this.#parts.push(part);
  }

  take(): Buffer<ArrayBuffer> {
    const whole = Buffer.concat(this.#parts);
    [this.#parts, this.#length] = [[], 0];
    return whole;
  }
}

/** Finds where records begin and end: braces outside of strings are counted, and UTF-8 has no such bytes elsewhere. */
class PageScanner {
  readonly #condense: Condense;
  readonly #record = new Parts(MOST_OF_RECORD);
  readonly #rest = new Parts(MOST_OF_REST);
  #length = 0;
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  #isInData = false;
  #isInRecord = false;
  /** The last string of the page itself, which is the name of what follows; its first bytes suffice. */
  #name = "";

  constructor(condense: Condense) {
    this.#condense = condense;
  }

  push(chunk: Uint8Array): void {
    this.#length += chunk.length;
    if (this.#length > MOST_OF_PAGE) throw new MalformedPage("endless");
    let from = 0;
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index] ?? 0;
      if (this.#isInString) this.#readString(byte);
      else if (byte === QUOTE) this.#startString();
      else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
        if (!this.#open(byte)) continue;
        this.#rest.add(chunk.subarray(from, index));
        from = index;
      } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
        if (!this.#close()) continue;
        this.#record.add(chunk.subarray(from, index + 1));
        from = index + 1;
        this.#rest.add(Buffer.from(JSON.stringify(this.#condense(JSON.parse(this.#record.take().toString())))));
      }
    }
    (this.#isInRecord ? this.#record : this.#rest).add(chunk.subarray(from));
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#rest.take();
  }

  #readString(byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === ESCAPE) this.#isEscaped = true;
    else if (byte === QUOTE) this.#isInString = false;
    if (this.#isInString && this.#depth === 1 && this.#name.length < 8) this.#name += String.fromCharCode(byte);
  }

  #startString(): void {
    this.#isInString = true;
    if (this.#depth === 1) this.#name = "";
  }

  /** Whether a record begins here. */
  #open(byte: number): boolean {
    this.#depth += 1;
    if (this.#depth === 2) this.#isInData = byte === OPEN_LIST && this.#name === "data";
    if (this.#depth !== 3 || !this.#isInData || byte !== OPEN_OBJECT) return false;
    this.#isInRecord = true;
    return true;
  }

  /** Whether a record ends here. */
  #close(): boolean {
    this.#depth -= 1;
    if (this.#depth !== 2 || !this.#isInRecord) return false;
    this.#isInRecord = false;
    return true;
  }
}
