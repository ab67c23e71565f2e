import { skipLineBreak } from "../encodings/character-run.ts";
import { hasBytesAt } from "../encodings/decoded.ts";
import { isSureStart } from "./packed-starts.ts";

/** At most this many bytes stand between two pieces of one run. */
export const LONGEST_JOIN = 512;

/** What stood before the first piece on its line: the same may stand before the others. */
export type LinePrefix = { text: Buffer; sign: number | null };

/**
 * Where a run continues. `character`: one that stands there escaped. `padding`: how much of it stands before.
 * `isLine`: it continues on a line of its own.
 */
export type Continuation = { at: number; character: string; padding: number; isLine: boolean };

/** No prefix of a line is longer than this. */
const LONGEST_PREFIX = 64;

const [LF, CR, PLUS, MINUS] = [0x0a, 0x0d, 0x2b, 0x2d];

/** What stands on the line before a place. */
export function readLinePrefix(text: Buffer, at: number): LinePrefix {
  let start = at;
  while (start > 0 && at - start < LONGEST_PREFIX * 4 && text[start - 1] !== LF && text[start - 1] !== CR) start -= 1;
  const first = text[start];
  const isLong = at - start > LONGEST_PREFIX;
  return {
    text: isLong ? Buffer.alloc(0) : Buffer.from(text.subarray(start, at)),
    // A line of a patch, of which each has its sign.
    sign: start < at && (first === PLUS || first === MINUS) ? first : null,
  };
}

/** A character of base64 that stands in a text escaped: by JSON, in a URL, in XML. */
const ESCAPED = /^(?:\\{1,4}u00(2[bf])|%(2[bf])|&#x(2[bf]);|&#(43|47);)/i;

/** Padding, as it is and escaped. */
const PADDING = /^(?:=|\\{1,4}u003d|%3d|&#x3d;|&#61;){1,2}/i;

/** The end of a line in a URL, in XML, or on a page. */
const ENCODED_BREAK = /^(?:%0[ad]|&#(?:10|13|x0?[ad]);|<br ?\/?>)+[ \t]*/i;

/** Where a run of base64 or digits that ended at a place continues; null where it does not. */
export function findContinuation(text: Buffer, from: number, prefix: LinePrefix): Continuation | null {
  // Most runs end before a character that nothing is joined by.
  if (!JOINING.includes(text[from] ?? 0)) return null;
  const near = text.toString("latin1", from, from + LONGEST_ESCAPE);
  const escaped = ESCAPED.exec(near);
  if (escaped) {
    const code = Number.parseInt(escaped[1] ?? escaped[2] ?? escaped[3] ?? Number(escaped[4]).toString(16), 16);
    return { at: from + escaped[0].length, character: String.fromCharCode(code), padding: 0, isLine: false };
  }
  const padding = PADDING.exec(near)?.[0] ?? "";
  const line = findNextLine(text, from + padding.length, prefix);
  const at = findQuotedPiece(text, line, from + LONGEST_JOIN) ?? line;
  if (at === from || isSureStart(text, at)) return null;
  return { at, character: "", padding: padding === "" ? 0 : padding.length > 1 ? 2 : 1, isLine: at === line };
}

/** What padding, an escape, the end of a line or of a literal begins with. */
const JOINING = Buffer.from("=\\%&<\n\r \t\"'`");

/** No character and no padding takes more than this when it is escaped. */
const LONGEST_ESCAPE = 24;

/** Where the text of the next line begins; the place itself where no line ends there. */
function findNextLine(text: Buffer, at: number, prefix: LinePrefix): number {
  const [byte] = text.subarray(at, at + 1);
  const isEncoded = byte === 0x25 || byte === 0x26 || byte === 0x3c;
  const encoded = isEncoded ? ENCODED_BREAK.exec(text.toString("latin1", at, at + LONGEST_PREFIX))?.[0].length : 0;
  const behind = at + (encoded ?? 0);
  const broken = skipLineBreak(text, behind);
  return broken > behind ? skipDecoration(text, behind, broken, prefix) : behind;
}

/** What lines of comments, mails, tables and scripts begin with. */
const DECORATION = /^[ \t]*(?:(?:[>|*#;%+]|\/\/|--)[ \t]+|[A-Za-z_$][\w$]{0,64}\+=)/;

function skipDecoration(text: Buffer, from: number, at: number, prefix: LinePrefix): number {
  const start = text.subarray(from, at).lastIndexOf(LF) + from + 1;
  if (start <= from) return at;
  const line = text.subarray(start, start + LONGEST_JOIN);
  const length = prefix.text.length;
  if (length > 0 && hasBytesAt(prefix.text, line, 0)) return start + length;
  if (prefix.sign !== null && line[0] === prefix.sign)
    return start + (/^.[ \t]*/s.exec(line.toString("latin1"))?.[0].length ?? 0);
  return start + (DECORATION.exec(line.toString("latin1", 0, LONGEST_PREFIX * 2))?.[0].length ?? at - start);
}

/** Where the next literal's content begins, when a literal ends at a place and the two are joined. */
function findQuotedPiece(text: Buffer, at: number, limit: number): number | null {
  let start = at;
  while (start - at < MOST_BACKSLASHES && text[start] === BACKSLASH) start += 1;
  if (!QUOTES.includes(text[start] ?? 0)) return null;
  const quote = text.subarray(at, start + 1);
  const next = text.subarray(0, limit).indexOf(quote, start + 1);
  return next < 0 || !isJoin(text.toString("latin1", start + 1, next)) ? null : next + quote.length;
}

const QUOTES = Buffer.from("\"'`");
const [BACKSLASH, MOST_BACKSLASHES] = [0x5c, 7];

const COMMENT = /\/\*.*?\*\/|(?:\/\/|#|-- )[^\n]*/gs;

/** Words that append: `.append(`, `sb.push(`, `plus`. */
const APPENDING = /^(?:[\w$.]*\.)?(?:concat|append|Append|push|push_str|add|Add|plus|write|WriteString)$/;

/** The letters before a literal that say what sort it is, in Python, C and Rust. */
const LITERAL_TYPE = /^(?:[bfrLuU]{1,2}|u8)$/;

/** What mostly stands there. */
const SIMPLE = /^[\s+,]*$/;

/**
 * Whether two literals are pieces of one value, by what stands between them: nothing, an operator, a comma, the end of
 * a line, a call that appends. Words and colons mean that they are not.
 */
function isJoin(between: string): boolean {
  if (SIMPLE.test(between)) return true;
  const tokens =
    between.replaceAll(COMMENT, "").match(/\s+|\\[nrt]|[A-Za-z_$][\w$]*(?:\.[\w$]+)*|\+=|\.=|&=|<<|./gs) ?? [];
  const words = tokens.filter((token) => !/^\s/.test(token));
  return words.every((token, index) => {
    if (/^(?:[\\+.&|~<>()[\],;@_-]|\\[nrt]|\+=|\.=|&=|<<)$/.test(token)) return true;
    if (APPENDING.test(token)) return true;
    return index === words.length - 1 ? LITERAL_TYPE.test(token) : /^(?:\+=|\.=|&=|<<)$/.test(words[index + 1] ?? "");
  });
}
