/** The kinds of escapes: percent-encoding (once or more often), hexadecimal in code, or any other way. */
export const WRITINGS = ["percent", "hex", "char-codes"] as const;

/** The kind of an escape. */
export type EscapeKind = (typeof WRITINGS)[number];

/** An escape that stands for one character, or for one byte of it. */
export type Escape = { code: number; length: number; kind: EscapeKind; isByte: boolean };

/**
 * Escapes of one character: `%54` and its double `%2554`; `\x54`, `\x{54}`; `\u0054`, `\u{54}`, `\U00000054`; `&#84;`,
 * `&#x54;`, which browsers take without the semicolon too; octal `\124`. A backslash may be escaped itself.
 */
const ESCAPE =
  /%(?:25){0,3}([0-9A-Fa-f]{2})|\\{1,8}x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,6})\})|\\{1,8}u(?:([0-9A-Fa-f]{4})|\{([0-9A-Fa-f]{1,6})\})|\\{1,4}U([0-9A-Fa-f]{8})|&#[xX]0{0,6}([0-9A-Fa-f]{1,6});?|&#0{0,6}([0-9]{1,7});?|\\{1,8}([0-3][0-7]{2})/y;

/** The base of the number in each group of `ESCAPE`, the kind of escape, and whether it is one of a byte. */
const GROUPS: readonly (readonly [number, EscapeKind, isByte?: true])[] = [
  [16, "percent", true],
  [16, "hex", true],
  [16, "hex"],
  [16, "char-codes"],
  [16, "char-codes"],
  [16, "char-codes"],
  [16, "char-codes"],
  [10, "char-codes"],
  [8, "char-codes", true],
];

/** Decimal numbers after a backslash, as in Lua: `\84`, `\084`. */
const DECIMAL_ESCAPE = /\\{1,4}([0-9]{2,3})/y;

/**
 * The escape at a place of a text; null where none begins there. `isDecimal`: numbers after a backslash are decimal.
 */
export function parseEscapeAt(text: string, place: number, isDecimal: boolean): Escape | null {
  const byte = text.charCodeAt(place);
  if (byte !== PERCENT && byte !== BACKSLASH && byte !== AMPERSAND) return null;
  if (isDecimal && byte === BACKSLASH) {
    DECIMAL_ESCAPE.lastIndex = place;
    const match = DECIMAL_ESCAPE.exec(text);
    if (match) return { code: Number(match[1]), length: match[0].length, kind: "char-codes", isByte: true };
  }
  ESCAPE.lastIndex = place;
  const match = ESCAPE.exec(text);
  if (!match) return null;
  const group = match.findIndex((part, index) => index > 0 && part !== undefined);
  const [base, kind, isByte = false] = GROUPS[group - 1] ?? [16, "char-codes"];
  return { code: Number.parseInt(match[group] ?? "", base), length: match[0].length, kind, isByte };
}

const [PERCENT, AMPERSAND, BACKSLASH] = [0x25, 0x26, 0x5c];

/** Whether an escape begins with this byte. */
export function isEscapeStart(byte: number | undefined): boolean {
  return byte === PERCENT || byte === AMPERSAND || byte === BACKSLASH;
}
