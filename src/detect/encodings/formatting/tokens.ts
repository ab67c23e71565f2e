import { parseEscapeAt, WRITINGS } from "../escape-syntax.ts";
import { readUtf8At, readUtf8TwiceAt, showCodePoint, showLegacyByte, writeUtf8 } from "./code-points.ts";
import { PLACEHOLDERS } from "./mapped-text.ts";
import { ATTRIBUTES, COMMANDS, ENTITIES, showTag, UNICODE_NAMES } from "./named-signs.ts";
import { measureTerminalSequence } from "./terminal.ts";

/**
 * Something that a document, a string or a terminal shows as other characters, or as none: how long it is, and what it
 * shows, a byte a character. `writing`: an index into `WRITINGS`, from 1.
 */
type FormattingToken = { length: number; shown: string; writing: number };

const { softHyphen, dash, escapedHyphen, escapedUnderscore } = PLACEHOLDERS;

/** Characters in a row that begin no token: those of keys, blanks, and most signs. */
export const PLAIN_RUN = /[A-Za-z0-9_\- \t"',.:;!()/*|~@$>\u0100-\u0104]+/y;

/** The token that begins at a place of a text; null where none does. `isDecimal`: as `parseEscapeAt` has it. */
export function parseTokenAt(text: string, at: number, isDecimal: boolean): FormattingToken | null {
  switch (text[at]) {
    case "\\":
      return (
        parseRtfCode(text, at) ??
        parseNumber(text, at, isDecimal) ??
        parseBackslash(text, at) ??
        parseSequence(text, at)
      );
    case "%":
      return parseNumber(text, at, isDecimal) ?? match(LUA, text, at, (sign) => sign);
    case "&":
      return parseEntity(text, at) ?? parseNumber(text, at, isDecimal);
    case "<":
      return parseAngle(text, at) ?? parseSequence(text, at);
    case "{":
      return match(BRACES, text, at, (sign, name) => (name === "" ? sign : (ATTRIBUTES.get(name) ?? null)));
    case "}":
      return match(RTF_GROUP, text, at, () => "");
    case "[":
      return match(CLASS, text, at, (sign) => sign) ?? parseNamedSequence(text, at);
    case "`":
      return match(BACKTICK, text, at, (sign) => sign);
    case "+":
      return match(PASSED, text, at, (sign) => sign);
    case "=":
      return match(QUOTED_PRINTABLE, text, at, (digits) => String.fromCharCode(Number.parseInt(digits, 16)));
    case "\n":
      return null;
    default:
      return parseOther(text, at);
  }
}

const LUA = /%([-_])/y;
/** `{}`, `{-}`, `{_}`, and an attribute of AsciiDoc. */
const BRACES = /\{([-_\u0100-\u0104]?)([a-z]{0,12})\}/y;
/** RTF begins a new group where the formatting or the spelling changes: `}{\b\insrsid123 `. */
const RTF_GROUP = /\}\{(?:\\\*?[a-z]{1,32}-?[0-9]{0,10} ?){1,24}/y;
const CLASS = /\[([-_])\]/y;
const BACKTICK = /`([-_])/y;
const PASSED = /\+\+?([-_])\+\+?/y;
/** RFC 2045, section 6.7: what is no ASCII, and the signs of keys. */
const QUOTED_PRINTABLE = /=(2D|5F|1B|[89A-F][0-9A-F])/y;

const CHARACTERS = WRITINGS.indexOf("char-codes") + 1;

/** What a pattern matches at a place, shown as `show` says with its first two groups; null where that is null. */
function match(
  pattern: RegExp,
  text: string,
  at: number,
  show: (one: string, two: string) => string | null,
): FormattingToken | null {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  const shown = found && show(found[1] ?? "", found[2] ?? "");
  return found && shown !== null ? { length: found[0].length, shown, writing: CHARACTERS } : null;
}

function parseSequence(text: string, at: number): FormattingToken | null {
  const length = measureTerminalSequence(text, at);
  return length > 0 ? { length, shown: "", writing: CHARACTERS } : null;
}

/** A sequence whose ESC may be written as these letters, which are taken back. */
function parseNamedSequence(text: string, at: number): FormattingToken | null {
  const token = parseSequence(text, at);
  return token && text.startsWith("ESC", at - 3) ? { ...token, shown: BACKSPACE.repeat(3) } : token;
}

/** An escape by number: of a byte, or of a character, which is shown as its bytes. */
function parseNumber(text: string, at: number, isDecimal: boolean): FormattingToken | null {
  const escape = parseEscapeAt(text, at, isDecimal);
  if (!escape) return null;
  const writing = WRITINGS.indexOf(escape.kind) + 1;
  if (escape.isByte) return { length: escape.length, shown: String.fromCharCode(escape.code & 0xff), writing };
  if ((escape.code & 0xfc00) === 0xd800) {
    const low = parseEscapeAt(text, at + escape.length, isDecimal);
    if (low && (low.code & 0xfc00) === 0xdc00) {
      const code = 0x10000 + ((escape.code & 0x3ff) << 10) + (low.code & 0x3ff);
      return { length: escape.length + low.length, shown: writeUtf8(code), writing };
    }
  }
  return { length: escape.length, shown: escape.code > 0x10ffff ? "\x80" : writeUtf8(escape.code), writing };
}

/** A sign behind backslashes, which may be escaped themselves. */
const SIGN = /\\{1,16}([-_])/y;
/** Code points in RTF are decimal; what programs that know none show in their place follows. */
const RTF_CODE = /\\u(-?[1-9][0-9]{2,4})(?: ?\?|\\'[0-9a-f]{2}| (?=\S)|(?![0-9A-Fa-f]))/y;
const RTF_BYTE = /\\'([0-9A-Fa-f]{2})/y;
/** A word of LaTeX or RTF, with what ends it or an argument of which nothing shows. */
const COMMAND =
  /\\{1,4}([A-Za-z]{2,16})(?:\{\}\{\}\{\}|\{\}|\{0pt\}|\[0\]|0pt(?: plus[^\\{}]{0,12})?|(?=\{[-_\\])|`\\?(?=[-_])|[ \t]|(?![A-Za-z]))/y;
/** Troff's hyphens, and what shows nothing in troff, in LaTeX and in reStructuredText. */
const TROFF = /\\(?:\((?:hy|mi|en|em)|\[(?:hy|mi|en|em)\])/y;
const NOTHING = /\\{1,2}[&:%| ](?=[-_A-Za-z0-9])|(?<=[-_])\\\/(?=[-_A-Za-z0-9])/y;
const NAMED = /\\{1,4}N\{([A-Z -]{4,32})\}/y;

function parseBackslash(text: string, at: number): FormattingToken | null {
  return (
    match(SIGN, text, at, (sign) => (sign === "-" ? escapedHyphen : escapedUnderscore)) ??
    match(RTF_BYTE, text, at, (digits) => String.fromCharCode(Number.parseInt(digits, 16))) ??
    match(COMMAND, text, at, (name) => COMMANDS.get(name) ?? null) ??
    match(TROFF, text, at, () => (/\W(?:hy|mi)/.test(text.slice(at, at + 4)) ? "-" : dash)) ??
    match(NAMED, text, at, (name) => UNICODE_NAMES.get(name) ?? null) ??
    match(NOTHING, text, at, () => "")
  );
}

const ENTITY = /&([A-Za-z]{2,24});/y;

function parseEntity(text: string, at: number): FormattingToken | null {
  return match(ENTITY, text, at, (name) => ENTITIES.get(name) ?? null);
}

/** A tag, with attributes that hold no escapes: one of them could be the key itself. */
const TAG = /<(?:!--|[/]?[A-Za-z])(?:[ !#-$'-;=?-[\]-z|~"\t]|%(?![0-9A-Fa-f]{2})|\\{1,8}["'/]){0,512}>/y;
/** Code points and bytes as vim and less show them: `<200b>`, `<U+200B>`, `<E2><80><8B>`. */
const SHOWN_CODE = /<(?:U\+|0x)?([0-9A-Fa-f]{4,5}|[89A-Fa-f][0-9A-Fa-f])>/y;

function parseAngle(text: string, at: number): FormattingToken | null {
  return (
    match(SHOWN_CODE, text, at, (digits) => {
      const code = Number.parseInt(digits, 16);
      return digits.length === 2 ? String.fromCharCode(code) : writeUtf8(code);
    }) ?? match(TAG, text, at, () => showTag(text.slice(at, at + LONGEST_NAME)))
  );
}

/** The name of a tag is within this many characters. */
const LONGEST_NAME = 48;

/** RTF's are asked for first, since the digits of `\u8209` may be hexadecimal as well. */
function parseRtfCode(text: string, at: number): FormattingToken | null {
  return match(RTF_CODE, text, at, (digits) => {
    const code = Number(digits) & 0xffff;
    return code > 0x7f ? showCodePoint(code) : null;
  });
}

const [BACKSPACE, RECORD, UNIT] = ["\b", "\x1e", "\x1f"];

/** Control characters, and what is no ASCII. */
function parseOther(text: string, at: number): FormattingToken | null {
  const code = text.charCodeAt(at);
  const token = (length: number, shown: string | null) =>
    shown === null ? null : { length, shown, writing: CHARACTERS };
  if (code >= 0x80 && code < 0x100) {
    const [known, twice] = [readUtf8At(text, at), readUtf8TwiceAt(text, at)];
    return (
      parseSequence(text, at) ??
      (known ? token(known.length, showCodePoint(known.code)) : token(1, showLegacyByte(code))) ??
      (twice && token(twice.length, showCodePoint(twice.code)))
    );
  }
  if (code >= 0x20 && code !== 0x7f) return parseSequence(text, at);
  const sequence = parseSequence(text, at);
  if (sequence || code === 0x0a || code === 0x0d || code === 0x09) return sequence;
  // The hyphens of Word's binary files: one that does not break, and one that shows only where the line breaks.
  if (text[at] === RECORD) return token(1, "-");
  return token(1, text[at] === UNIT ? softHyphen : text[at] === BACKSPACE ? BACKSPACE : "");
}
