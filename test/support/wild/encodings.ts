import type { Encoding } from "../../../src/domain/candidate.ts";

/** Stands right before what is written of a key, until the place is known. Of the private use area: no text has it. */
export const HERE = "\uE000";

/** A way to write a key down, with `HERE` before what is the key's. */
export type Encoder = { name: string; encoding: Encoding; write: (key: string) => string };

const b64 = (text: string | Buffer) => Buffer.from(text).toString("base64");
const b64url = (text: string | Buffer) => Buffer.from(text).toString("base64url");
const wide = (text: string) => Buffer.from(text, "utf16le");
const hex = (code: number, width = 2) => code.toString(16).padStart(width, "0");

const each = (key: string, one: (code: number) => string, separator = "") =>
  Array.from(key, (character) => one(character.charCodeAt(0))).join(separator);

/** Escapes every n-th character, from an offset on. */
const some = (key: string, n: number, from: number, one: (code: number) => string) =>
  Array.from(key, (character, at) => (at % n === from ? one(character.charCodeAt(0)) : character)).join("");

const lines = (text: string, width: number, end: string) =>
  (text.match(new RegExp(`.{1,${width}}`, "gs")) ?? []).join(end);

const pieces = (text: string, width: number, [open, between, close]: readonly [string, string, string]) => {
  const items = text.match(new RegExp(`.{1,${width}}`, "gs")) ?? [];
  return `${open}${HERE}${items.join(between)}${close}`;
};

const rot13 = (text: string) =>
  text.replaceAll(/[a-z]/gi, (letter) => {
    const base = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });

/** The base64 of a text with a key in it: the key's first character stands where its first bits do. */
function within(before: string, key: string, after: string, encode: (text: string) => string = b64): string {
  const encoded = encode(before + key + after);
  const start = Math.floor((Buffer.byteLength(before) * 4) / 3);
  return `${encoded.slice(0, start)}${HERE}${encoded.slice(start)}`;
}

function wrapped(before: string, key: string, after: string, width: number, end: string): string {
  const encoded = b64(before + key + after);
  const start = Math.floor((before.length * 4) / 3);
  const broken = lines(encoded, width, end);
  const at = start + Math.floor(start / width) * end.length;
  return `${broken.slice(0, at)}${HERE}${broken.slice(at)}`;
}

const way = (name: string, encoding: Encoding, write: (key: string) => string): Encoder => ({ name, encoding, write });
const whole = (name: string, encoding: Encoding, write: (key: string) => string) =>
  way(name, encoding, (key) => HERE + write(key));

const CODE = (key: string) => `const client = new OpenAI({ apiKey: "${key}" });\n`;
const [BEFORE = "", AFTER = ""] = CODE("|").split("|");
const MAP = (key: string) => `{"version":3,"sources":["a.ts"],"sourcesContent":["const key = '${key}';\\n"]}`;
const [MAP_BEFORE = "", MAP_AFTER = ""] = MAP("|").split("|");

// biome-ignore format: a way a line
export const ENCODERS: readonly Encoder[] = [
  whole("as it is", "plain", (key) => key),
  whole("base64", "base64", b64),
  whole("base64url", "base64", b64url),
  ...["a", "ab", "abc"].map((lead) => way(`base64, ${lead.length} before`, "base64", (key) => within(`${lead.slice(1)}"`, key, '"'))),
  ...["a", "ab"].map((lead) => way(`base64url, ${lead.length} before`, "base64", (key) => within(`${lead.slice(1)}:`, key, "\n", b64url))),
  way("base64, a Kubernetes Secret", "base64", (key) => within("", key, "\n")),
  way("base64, basic authorization", "base64", (key) => `Basic ${within("user:", key, "")}`),
  way("base64, basic authorization without a user", "base64", (key) => `Basic ${within(":", key, "")}`),
  way("base64, a data URL", "base64", (key) => `data:text/javascript;base64,${within(BEFORE, key, AFTER)}`),
  way("base64, a source map", "base64", (key) => `//# sourceMappingURL=data:application/json;base64,${within(MAP_BEFORE, key, MAP_AFTER)}`),
  way("base64, wrapped at 76", "base64", (key) => wrapped(BEFORE, key, AFTER, 76, "\n")),
  way("base64, wrapped at 64", "base64", (key) => wrapped(MAP_BEFORE, key, MAP_AFTER, 64, "\n")),
  way("base64, wrapped at 20 with an indent", "base64", (key) => wrapped("", key, "", 20, "\n    ")),
  way("base64, wrapped at 76, Windows", "base64", (key) => wrapped(BEFORE, key, AFTER, 76, "\r\n")),
  way("base64, in an array of 20s", "base64", (key) => pieces(b64(key), 20, ['["', '", "', '"]'])),
  way("base64, in an array of 16s, a line each", "base64", (key) => pieces(b64(key), 16, ["['", "',\n  '", "'].join('')"])),
  way("base64, two literals", "base64", (key) => pieces(b64(key), Math.ceil((key.length * 2) / 3), ['atob("', '" + "', '")'])),
  whole("base64, twice", "base64", (key) => b64(b64(key))),
  whole("base64, twice, of a line", "base64", (key) => b64(`${b64(`${key}\n`)}\n`)),
  whole("base64 of UTF-16", "base64", (key) => b64(wide(key))),
  way("base64 of UTF-16, a PowerShell command", "base64", (key) => {
    const before = wide('$env:KEY="');
    const encoded = b64(Buffer.concat([before, wide(`${key}"`)]));
    const start = Math.floor((before.length * 4) / 3);
    return `${encoded.slice(0, start)}${HERE}${encoded.slice(start)}`;
  }),
  whole("hex", "hex", (key) => each(key, hex)),
  whole("hex in capitals", "hex", (key) => each(key, hex).toUpperCase()),
  way("hex, a number", "hex", (key) => `0x${HERE}${each(key, hex)}`),
  whole("hex with colons", "hex", (key) => each(key, hex, ":")),
  whole("hex with blanks", "hex", (key) => each(key, hex, " ")),
  way("hex, an array", "hex", (key) => `[0x${HERE}${each(key, hex, ", 0x")}]`),
  way("hex, an array without blanks", "hex", (key) => `{0x${HERE}${each(key, (code) => hex(code).toUpperCase(), ",0x")}}`),
  whole("hex escapes", "hex", (key) => each(key, (code) => `\\x${hex(code)}`)),
  way("hex, two literals", "hex", (key) => pieces(each(key, hex), key.length, ['"', '" + "', '"'])),
  whole("decimal codes", "char-codes", (key) => each(key, String, ",")),
  whole("decimal codes with blanks", "char-codes", (key) => each(key, String, ", ")),
  whole("decimal codes, blanks alone", "char-codes", (key) => each(key, String, " ")),
  whole("decimal codes, a line each", "char-codes", (key) => each(key, String, ",\n")),
  whole("reversed", "reversed", (key) => [...key].toReversed().join("")),
  whole("rot13", "rot13", rot13),
  whole("percent, every character", "percent", (key) => each(key, (code) => `%${hex(code)}`)),
  whole("percent, twice", "percent", (key) => each(key, (code) => `%25${hex(code).toUpperCase()}`)),
  whole("percent, the hyphens", "percent", (key) => key.replaceAll("-", "%2D")),
  whole("percent, every ninth", "percent", (key) => some(key, 9, 0, (code) => `%${hex(code).toUpperCase()}`)),
  whole("unicode escapes", "char-codes", (key) => each(key, (code) => `\\u${hex(code, 4)}`)),
  whole("unicode escapes in braces", "char-codes", (key) => each(key, (code) => `\\u{${hex(code)}}`)),
  whole("unicode escapes of the hyphens", "char-codes", (key) => key.replaceAll("-", "\\u002d")),
  whole("unicode escapes, every tenth", "char-codes", (key) => some(key, 10, 2, (code) => `\\u${hex(code, 4)}`)),
  whole("entities", "char-codes", (key) => each(key, (code) => `&#${code};`)),
  whole("entities in hexadecimal", "char-codes", (key) => each(key, (code) => `&#x${hex(code)};`)),
  whole("entities, the hyphens", "char-codes", (key) => key.replaceAll("-", "&#45;")),
  whole("octal escapes", "char-codes", (key) => each(key, (code) => `\\${code.toString(8).padStart(3, "0")}`)),
];
