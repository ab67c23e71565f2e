/** The kind of an escape: percent-encoding (once or more often), hexadecimal in code, or any other character code. */
export type EscapeKind = "percent" | "hex" | "char-codes";

/** An escape that stands for one character. */
export type Escape = { code: number; length: number; kind: EscapeKind };

/**
 * Escapes of one character: `%54` and its double `%2554`; `\x54`, `\x{54}`; `\u0054`, `\u{54}`, `&#84;`, `&#x54;` and
 * octal `\124`. A backslash may be escaped itself, as in a string within a string.
 */
const ESCAPE =
  /%(?:25){0,3}([0-9A-Fa-f]{2})|\\{1,4}x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,6})\})|\\{1,4}u(?:([0-9A-Fa-f]{4})|\{([0-9A-Fa-f]{1,6})\})|&#[xX]0{0,6}([0-9A-Fa-f]{1,6});|&#0{0,6}([0-9]{1,7});|\\{1,4}([0-3][0-7]{2})/y;

/** The base of the number in each group of `ESCAPE`, and the kind of escape. */
const GROUPS: readonly (readonly [number, EscapeKind])[] = [
  [16, "percent"],
  [16, "hex"],
  [16, "hex"],
  [16, "char-codes"],
  [16, "char-codes"],
  [16, "char-codes"],
  [10, "char-codes"],
  [8, "char-codes"],
];

/** Decimal numbers after a backslash, as in Lua: `\84`, `\084`. */
const DECIMAL_ESCAPE = /\\{1,4}([0-9]{2,3})/y;

/** No escape is longer than this. */
export const LONGEST_ESCAPE = 20;

/**
 * The escape at a place of a text; null where none begins there. `isDecimal`: numbers after a backslash are decimal.
 */
export function parseEscapeAt(text: string, place: number, isDecimal: boolean): Escape | null {
  const byte = text.charCodeAt(place);
  if (byte !== PERCENT && byte !== BACKSLASH && byte !== AMPERSAND) return null;
  if (isDecimal && byte === BACKSLASH) {
    DECIMAL_ESCAPE.lastIndex = place;
    const match = DECIMAL_ESCAPE.exec(text);
    if (match) return { code: Number(match[1]), length: match[0].length, kind: "char-codes" };
  }
  ESCAPE.lastIndex = place;
  const match = ESCAPE.exec(text);
  if (!match) return null;
  const group = match.findIndex((part, index) => index > 0 && part !== undefined);
  const [base, kind] = GROUPS[group - 1] ?? [16, "char-codes"];
  return { code: Number.parseInt(match[group] ?? "", base), length: match[0].length, kind };
}

const [PERCENT, AMPERSAND, BACKSLASH] = [0x25, 0x26, 0x5c];

/** Whether an escape begins with this byte. */
export function isEscapeStart(byte: number | undefined): boolean {
  return byte === PERCENT || byte === AMPERSAND || byte === BACKSLASH;
}

/** Whether these characters follow at a place of a text, each as it is or escaped. */
export function isFollowedByEscaped(characters: Buffer, text: Buffer, at: number, isDecimal = false): boolean {
  const ahead = text.toString("latin1", at, at + characters.length * LONGEST_ESCAPE);
  let place = 0;
  return characters.every((byte) => {
    const escape = parseEscapeAt(ahead, place, isDecimal);
    const code = escape ? escape.code : ahead.charCodeAt(place);
    place += escape?.length ?? 1;
    return code === byte;
  });
}

/** Whether these characters end at a place of a text, each as it is or escaped. */
export function isPrecededByEscaped(characters: Buffer, text: Buffer, at: number): boolean {
  let end = at;
  return characters.toReversed().every((byte) => {
    // The character may be the last digit of its own escape.
    const length = measureEscapeBefore(text, end, byte) || (text[end - 1] === byte ? 1 : 0);
    end -= length;
    return length > 0;
  });
}

/** The length of the escape for a character that ends at a place; 0 where none does. */
function measureEscapeBefore(text: Buffer, end: number, code: number): number {
  const start = Math.max(0, end - LONGEST_ESCAPE);
  const before = text.toString("latin1", start, end);
  for (let place = before.length - 3; place >= 0; place -= 1) {
    const escape = parseEscapeAt(before, place, false);
    if (escape?.code === code && place + escape.length === before.length) return escape.length;
  }
  return 0;
}
