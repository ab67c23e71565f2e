/** A page's own text is a few kilobytes; of one stream no more than this is kept. */
const MOST_TEXT = 4 * 1024 * 1024;

/** Text is kept in pieces of about this size. */
const PIECE = 16 * 1024;

/** No string that is shown is longer than this. */
const LONGEST_STRING = 64 * 1024;

/**
 * Distances between the strings of an array are in thousandths of the font's size: wider ones are blanks, not kerning.
 */
const BLANK = -200;

/** Operators that begin a text or move to another place of the page. ISO 32000-1, 9.4.1 and 9.4.2. */
const MOVES: ReadonlySet<string> = new Set(["BT", "ET", "Td", "TD", "Tm", "T*"]);

/** For each byte, 1 if it is one of these. */
function createTable(characters: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const byte of Buffer.from(characters, "latin1")) table[byte] = 1;
  return table;
}

/** Blanks and delimiters. ISO 32000-1, 7.2.2. */
const DELIMITERS = createTable("\0\t\n\f\r ()<>[]{}/%");

/** What means something in a literal string, in one of digits, and in a comment; all else is taken in runs. */
const [IN_LITERAL, IN_HEX, IN_COMMENT] = [createTable("()\\"), createTable("<>"), createTable("\n\r")];

/** Where the first of these stands from a place on, or the end of the text. */
function findFirst(text: string, from: number, table: Uint8Array): number {
  let at = from;
  while (at < text.length && table[text.charCodeAt(at)] === 0) at += 1;
  return at;
}

type State = "operators" | "literal" | "hex" | "comment" | "image";

/** What begins at a delimiter between operators; the others end a name, number or operator and mean nothing here. */
const BEGINS: Readonly<Record<string, State>> = { "(": "literal", "<": "hex", "%": "comment" };

/**
 * The strings in the content of a PDF's page, as its operators show them (ISO 32000-1, 9.4.3). One that is shown in
 * parts is whole here; where it stands on the page, and with which font's codes it is written, is not followed.
 */
export class PdfText {
  #state: State = "operators";
  /** What was read of a string, name, number or operator; in an image its last bytes. */
  #token = "";
  /** How many brackets of a literal string are open, and whether the last character was a backslash. */
  #depth = 0;
  #isEscaped = false;
  #isInArray = false;
  /** The strings that stand before the next operator. */
  #operand = "";
  #line = "";
  #pieces: Buffer[] = [];
  #kept = 0;

  /** How many bytes of content were read. */
  length = 0;

  /** Whether there was more text than is kept. */
  get isFull(): boolean {
    return this.#kept > MOST_TEXT;
  }

  /** Reads the next bytes of the content. */
  add(bytes: Buffer): void {
    const text = bytes.toString("latin1");
    this.length += bytes.length;
    for (let at = 0; at < text.length; ) at = this.#readFrom(text, at);
  }

  /** Reads what stands at a place, and returns where to go on. */
  #readFrom(text: string, at: number): number {
    switch (this.#state) {
      case "operators":
        return this.#readOperators(text, at);
      case "literal":
        return this.#readLiteral(text, at);
      case "hex":
        return this.#readHex(text, at);
      case "image":
        this.#readImage(text.charAt(at));
        return at + 1;
      case "comment": {
        const end = findFirst(text, at, IN_COMMENT);
        if (end < text.length) this.#state = "operators";
        return end + 1;
      }
      default:
        return this.#state satisfies never;
    }
  }

  /** The text of the whole content, in pieces; to be called when no more comes. */
  end(): readonly Buffer[] {
    this.#endToken();
    this.#show(this.#operand, 0);
    return this.#pieces;
  }

  #readOperators(text: string, at: number): number {
    const end = findFirst(text, at, DELIMITERS);
    if (end > at) this.#token += text.slice(at, Math.min(end, at + LONGEST_STRING - this.#token.length));
    if (end === text.length) return end;
    const character = text.charAt(end);
    this.#endToken();
    this.#state = BEGINS[character] ?? this.#state;
    this.#depth = 1;
    if (character === "/") this.#token = character;
    if (character === "[" || character === "]") this.#isInArray = character === "[";
    return end + 1;
  }

  #endToken(): void {
    const token = this.#token;
    this.#token = "";
    if (token === "" || token.startsWith("/")) return;
    const number = Number(token);
    if (Number.isNaN(number)) this.#endOperator(token);
    else if (this.#isInArray && number < BLANK && this.#operand !== "") this.#operand += " ";
  }

  /** `'` and `"` go to the next line first; the strings of operators that show nothing are texts of their own. */
  #endOperator(operator: string): void {
    const isShown = ["Tj", "TJ", "'", '"'].includes(operator);
    const isApart = MOVES.has(operator) || (this.#operand !== "" && !operator.startsWith("T"));
    this.#show(`${isApart ? "\n" : ""}${this.#operand}${isApart && !isShown ? "\n" : ""}`);
    [this.#operand, this.#isInArray] = ["", false];
    if (operator === "ID") this.#state = "image";
  }

  /** ISO 32000-1, 7.3.4.2: brackets nest, and a backslash escapes. */
  #readLiteral(text: string, at: number): number {
    const end = this.#isEscaped ? at : findFirst(text, at, IN_LITERAL);
    if (end > at) return this.#keep(text, at, end);
    const character = text.charAt(at);
    if (!this.#isEscaped && character === "(") this.#depth += 1;
    if (!this.#isEscaped && character === ")") this.#depth -= 1;
    this.#isEscaped = !this.#isEscaped && character === "\\";
    if (this.#depth > 0) return this.#keep(text, at, at + 1);
    this.#endString(unescape(this.#token));
    return at + 1;
  }

  /** ISO 32000-1, 7.3.4.3: the last digit may be left out. Behind a second `<` stands a dictionary. */
  #readHex(text: string, at: number): number {
    const end = findFirst(text, at, IN_HEX);
    if (end > at) {
      this.#token += text.slice(at, end).replaceAll(/[^0-9A-Fa-f]+/g, "");
      if (this.#token.length > LONGEST_STRING) this.#endString("");
      return end;
    }
    const digits = this.#token + (this.#token.length % 2 ? "0" : "");
    this.#endString(text.charAt(at) === ">" ? Buffer.from(digits, "hex").toString("latin1") : "");
    return at + 1;
  }

  /** An image between the operators is any bytes up to `EI`. ISO 32000-1, 8.9.7. */
  #readImage(character: string): void {
    this.#token = (this.#token + character).slice(-4);
    if (/^\sEI\s$/.test(this.#token)) this.#endString("");
  }

  /** What is longer than any string is none: operators are read again from there. */
  #keep(text: string, at: number, end: number): number {
    const most = at + LONGEST_STRING - this.#token.length;
    this.#token += text.slice(at, Math.min(end, most));
    if (end <= most) return end;
    this.#endString("");
    return most + 1;
  }

  #endString(text: string): void {
    [this.#state, this.#token, this.#isEscaped] = ["operators", "", false];
    if (this.#operand.length < LONGEST_STRING) this.#operand += text;
  }

  #show(text: string, piece = PIECE): void {
    this.#line += text;
    if (this.#line.length <= piece) return;
    const bytes = Buffer.from(this.#line.replaceAll(/\n+/g, "\n"), "latin1");
    this.#kept += bytes.length;
    this.#line = "";
    if (!this.isFull) this.#pieces.push(bytes);
  }
}

const ESCAPED: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** A literal string without its escapes. An end of line that is escaped is none. */
function unescape(literal: string): string {
  if (!literal.includes("\\")) return literal;
  return literal.replaceAll(/\\(?:([0-7]{1,3})|\r\n?|\n|([^]))/g, (_, octal?: string, letter = "") =>
    octal === undefined ? (ESCAPED[letter] ?? letter) : String.fromCharCode(Number.parseInt(octal, 8) & 0xff),
  );
}
