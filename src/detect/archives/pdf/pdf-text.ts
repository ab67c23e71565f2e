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

/** Blanks and delimiters. ISO 32000-1, 7.2.2. */
const DELIMITERS: ReadonlySet<string> = new Set("\0\t\n\f\r ()<>[]{}/%");

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
  #length = 0;

  /** Whether there was more text than is kept. */
  get isFull(): boolean {
    return this.#length > MOST_TEXT;
  }

  /** Reads the next bytes of the content. */
  add(bytes: Buffer): void {
    for (const character of bytes.toString("latin1")) {
      if (this.#state === "operators") this.#readOperators(character);
      else if (this.#state === "literal") this.#readLiteral(character);
      else if (this.#state === "hex") this.#readHex(character);
      else if (this.#state === "image") this.#readImage(character);
      else if (character === "\n" || character === "\r") this.#state = "operators";
    }
  }

  /** The text of the whole content, in pieces; to be called when no more comes. */
  end(): readonly Buffer[] {
    this.#endToken();
    this.#show(this.#operand, 0);
    return this.#pieces;
  }

  #readOperators(character: string): void {
    if (!DELIMITERS.has(character)) {
      if (this.#token.length < LONGEST_STRING) this.#token += character;
      return;
    }
    this.#endToken();
    this.#state = BEGINS[character] ?? this.#state;
    this.#depth = 1;
    if (character === "/") this.#token = character;
    if (character === "[" || character === "]") this.#isInArray = character === "[";
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
  #readLiteral(character: string): void {
    if (!this.#isEscaped && character === "(") this.#depth += 1;
    if (!this.#isEscaped && character === ")") this.#depth -= 1;
    this.#isEscaped = !this.#isEscaped && character === "\\";
    if (this.#depth > 0) this.#keep(character);
    else this.#endString(unescape(this.#token));
  }

  /** ISO 32000-1, 7.3.4.3: the last digit may be left out. Behind a second `<` stands a dictionary. */
  #readHex(character: string): void {
    if (character === "<") this.#endString("");
    else if (character !== ">") this.#keep(character.replace(/[^0-9A-Fa-f]/, ""));
    else this.#endString(Buffer.from(`${this.#token}${this.#token.length % 2 ? "0" : ""}`, "hex").toString("latin1"));
  }

  /** An image between the operators is any bytes up to `EI`. ISO 32000-1, 8.9.7. */
  #readImage(character: string): void {
    this.#token = (this.#token + character).slice(-4);
    if (/^\sEI\s$/.test(this.#token)) this.#endString("");
  }

  /** What is longer than any string is none: operators are read again from there. */
  #keep(character: string): void {
    if (this.#token.length < LONGEST_STRING) this.#token += character;
    else this.#endString("");
  }

  #endString(text: string): void {
    [this.#state, this.#token, this.#isEscaped] = ["operators", "", false];
    if (this.#operand.length < LONGEST_STRING) this.#operand += text;
  }

  #show(text: string, piece = PIECE): void {
    this.#line += text;
    if (this.#line.length <= piece) return;
    const bytes = Buffer.from(this.#line.replaceAll(/\n+/g, "\n"), "latin1");
    this.#length += bytes.length;
    this.#line = "";
    if (!this.isFull) this.#pieces.push(bytes);
  }
}

const ESCAPED: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** A literal string without its escapes. An end of line that is escaped is none. */
function unescape(literal: string): string {
  return literal.replaceAll(/\\(?:([0-7]{1,3})|\r\n?|\n|([^]))/g, (_, octal?: string, letter = "") =>
    octal === undefined ? (ESCAPED[letter] ?? letter) : String.fromCharCode(Number.parseInt(octal, 8) & 0xff),
  );
}
