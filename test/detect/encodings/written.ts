import type { Encoding } from "../../../src/domain/candidate.ts";

/** A way to write a key down: what it is said to be, and the text; of that, the part from `start` to `end` is the key. */
export type Way = { name: string; encoding: Encoding; write: (key: string) => Written };
export type Written = { bytes: Buffer; start: number; end: number };

const B = (text: string) => Buffer.from(text);
const b64 = (text: string | Buffer) => Buffer.from(text).toString("base64");

/** What stands between two texts and is the key as a whole. */
function between(before: string, middle: string | Buffer, after: string): Written {
  const [head, body] = [B(before), Buffer.from(middle)];
  return { bytes: Buffer.concat([head, body, B(after)]), start: head.length, end: head.length + body.length };
}

const each = (key: string, one: (code: number, index: number) => string, separator = "") =>
  [...key].map((character, index) => one(character.charCodeAt(0), index)).join(separator);
const escaped = (key: string, sign: string) => key.replaceAll(/[-_]/g, (character) => sign + character);
const hex2 = (code: number) => code.toString(16).padStart(2, "0");
const lines = (text: string, width: number, end: string) =>
  text.match(new RegExp(`.{1,${width}}`, "g"))?.join(end) ?? "";
const rot13 = (text: string) =>
  text.replaceAll(/[a-z]/gi, (letter) => {
    const base = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
const wider = (text: string) =>
  Buffer.from(Uint32Array.from(text, (character) => character.codePointAt(0) ?? 0).buffer);
const big = (text: string) => Buffer.from(text, "utf16le").swap16();

/** The base64 of a text in which the key has some bytes before it and behind it: where the key's own characters are. */
function base64Within(
  before: string,
  key: string,
  after: string,
  [left, right]: [string, string] = ['"', '"'],
): Written {
  const encoded = b64(before + key + after);
  const [start, end] = [Math.floor((before.length * 4) / 3), Math.ceil(((before.length + key.length) * 4) / 3)];
  return { bytes: B(left + encoded + right), start: left.length + start, end: left.length + end };
}

const way = (name: string, encoding: Encoding, write: (key: string) => Written): Way => ({ name, encoding, write });
/** Where it is not worth saying by the character what of the text is the key. */
const whole = (
  name: string,
  encoding: Encoding,
  text: (key: string) => string | Buffer,
  [before, after] = ["= ", "\n"],
): Way => way(name, encoding, (key) => between(before ?? "", text(key), after ?? ""));

export const WAYS: readonly Way[] = [
  whole("as it is", "plain", (key) => key),
  ...["", "a", "ab", "abc"].map((lead) =>
    way(`base64 with ${lead.length} bytes before it`, "base64", (key) =>
      base64Within(`${lead && `${lead.slice(1)}:`}`, key, "\nand more of it"),
    ),
  ),
  way("base64 of itself alone", "base64", (key) => base64Within("", key, "")),
  way("base64 behind an equals sign", "base64", (key) => base64Within("", key, "", ["KEY=", "\n"])),
  way("basic authorization", "base64", (key) => base64Within(":", key, "", ["Authorization: Basic ", "\r\n"])),
  way("a data URL", "base64", (key) => base64Within("const key = '", key, "';", ["data:text/javascript;base64,", '"'])),
  way("base64url", "base64", (key) => {
    const { bytes, ...place } = base64Within("\u007f\u007f?", key, "??\u007f");
    return { bytes: B(bytes.toString().replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")), ...place };
  }),
  ...[
    ["\n", 76],
    ["\r\n", 64],
    ["\n    ", 60],
    ["\\n", 76],
    ["\\r\\n", 72],
    ["\\\\n", 76],
    ["\\\n", 50],
    ["\n\t\t", 20],
  ].map(([end, width]) =>
    whole(`base64 in lines of ${width}, parted by ${JSON.stringify(end)}`, "base64", (key) =>
      lines(b64(key), Number(width), String(end)),
    ),
  ),
  ...["", "x", "xy"].flatMap((lead) =>
    ["", "a", "ab"].map((inner) =>
      whole(
        `base64 of base64, at ${lead.length} and ${inner.length}`,
        "base64",
        (key) => b64(`${lead}:${b64(`${inner}:${key}`)}`),
        ['"', '"'],
      ),
    ),
  ),
  whole("base64 of base64 in lines", "base64", (key) => lines(b64(lines(b64(key), 76, "\n")), 76, "\n")),
  whole("base64 of UTF-16", "base64", (key) => b64(Buffer.from(`$k='${key}'`, "utf16le")), ["-e ", " "]),
  whole("base64 of UTF-16, one on", "base64", (key) => b64(Buffer.from(`$k ='${key}'`, "utf16le")), ["-e ", " "]),
  whole("base64 of UTF-16, two on", "base64", (key) => b64(Buffer.from(`$k = '${key}'`, "utf16le")), ["-e ", " "]),
  whole("hex", "hex", (key) => B(key).toString("hex")),
  whole("HEX", "hex", (key) => B(key).toString("hex").toUpperCase()),
  whole("hex with 0x before it", "hex", (key) => B(key).toString("hex"), ["0x", ";"]),
  whole("hex in lines", "hex", (key) => lines(B(key).toString("hex"), 60, "\n")),
  whole("hex in lines of odd lengths", "hex", (key) => lines(B(key).toString("hex"), 37, "\r\n")),
  ...[" ", ":", "-", ",", ", "].map((separator) =>
    whole(`hex parted by ${JSON.stringify(separator)}`, "hex", (key) => each(key, hex2, separator)),
  ),
  ...[",", ", ", ",\n  "].map((separator) =>
    way(`hex bytes, parted by ${JSON.stringify(separator)}`, "hex", (key) =>
      between("{ 0x", each(key, hex2, `${separator}0x`), " }"),
    ),
  ),
  whole("hex escapes", "hex", (key) => each(key, (code) => `\\x${hex2(code)}`), ['"', '"']),
  whole("hex escapes, escaped", "hex", (key) => each(key, (code) => `\\\\x${hex2(code)}`), ['"', '"']),
  ...[",", ", ", " ", ",\n        ", ",\r\n"].map((separator) =>
    whole(`codes parted by ${JSON.stringify(separator)}`, "char-codes", (key) => each(key, String, separator), [
      "[ ",
      "]",
    ]),
  ),
  way("chr calls", "char-codes", (key) => between("chr(", each(key, String, ")+chr("), ")")),
  way("chr calls, spaced", "char-codes", (key) => between("Chr(", each(key, String, ") & Chr("), ")")),
  way("char casts", "char-codes", (key) => between("[char]", each(key, String, "+[char]"), ";")),
  whole("unicode escapes", "char-codes", (key) => each(key, (code) => `\\u00${hex2(code)}`), ['"', '"']),
  whole("braced escapes", "char-codes", (key) => each(key, (code) => `\\u{${hex2(code)}}`), ['"', '"']),
  whole("decimal entities", "char-codes", (key) => each(key, (code) => `&#${code};`), [">", "<"]),
  whole("hex entities", "char-codes", (key) => each(key, (code) => `&#x${hex2(code)};`), [">", "<"]),
  whole("octal escapes", "char-codes", (key) => each(key, (code) => `\\${code.toString(8).padStart(3, "0")}`), [
    "'",
    "'",
  ]),
  whole("decimal escapes", "char-codes", (key) => each(key, (code) => `\\${code}`), ["'", "'"]),
  whole("decimal escapes of three", "char-codes", (key) => each(key, (code) => `\\${`${code}`.padStart(3, "0")}`), [
    "'",
    "'",
  ]),
  whole("percent", "percent", (key) => each(key, (code) => `%${hex2(code)}`), ["?k=", "&x"]),
  whole("percent, doubled", "percent", (key) => each(key, (code) => `%25${hex2(code)}`), ["?k=", "&x"]),
  whole("percent for hyphens", "percent", (key) => key.replaceAll("-", "%2D").replaceAll("_", "%5f"), ["?k=", "&x"]),
  whole("escapes for hyphens", "char-codes", (key) => key.replaceAll("-", "\\u002d"), ['"', '"']),
  whole("entities for hyphens", "char-codes", (key) => key.replaceAll("-", "&#45;"), [">", "<"]),
  whole("an escape within the marker", "char-codes", (key) => key.replace("3Bl", "\\u0033Bl"), ['"', '"']),
  whole("an escape late in the marker", "char-codes", (key) => key.replace("kFJ", "\\x6bFJ"), ['"', '"']),
  whole("a percent within the marker", "percent", (key) => key.replace("lbk", "l%62k"), ['"', '"']),
  whole("a percent for the marker's first", "percent", (key) => key.replace("T3B", "%543B"), ['"', '"']),
  way("UTF-16LE", "utf-16", (key) => between("", Buffer.from(`k=${key}\r\n`, "utf16le"), "")),
  way("UTF-16LE with a mark", "utf-16", (key) => between("", Buffer.from(`\ufeffk=${key}\r\n`, "utf16le"), "")),
  way("UTF-16LE, not aligned", "utf-16", (key) => between("x", Buffer.from(`é=${key}\n`, "utf16le"), "")),
  way("UTF-16BE", "utf-16", (key) => between("", big(`k=${key}\r\n`), "")),
  way("UTF-16BE with a mark", "utf-16", (key) => between("", big(`\ufeffk=${key}\n`), "")),
  way("UTF-32LE", "utf-32", (key) => between("", wider(`k=${key}\r\n`), "")),
  way("UTF-32LE with a mark", "utf-32", (key) => between("", wider(`\ufeffk=${key}\r\n`), "")),
  way("UTF-32LE, not aligned", "utf-32", (key) => between("x", wider(`é=${key}\n`), "")),
  way("UTF-32BE", "utf-32", (key) => between("", wider(`k=${key}\r\n`).swap32(), "")),
  way("UTF-32BE with a mark", "utf-32", (key) => between("", wider(`\ufeffk=${key}\n`).swap32(), "")),
  way("UTF-32LE alone", "utf-32", (key) => between("", wider(key), "")),
  way("UTF-32BE alone", "utf-32", (key) => between("", wider(key).swap32(), "")),
  way("UTF-16LE alone", "utf-16", (key) => between("", Buffer.from(key, "utf16le"), "")),
  way("UTF-16BE alone", "utf-16", (key) => between("", big(key), "")),
  whole("escapes of Markdown", "char-codes", (key) => escaped(key, "\\")),
  whole("escapes of Markdown in JSON", "char-codes", (key) => escaped(key, "\\\\"), ['"', '"']),
  whole("escapes of LaTeX", "char-codes", (key) => key.replaceAll("_", "\\_").replaceAll("-", "{-}"), ["{", "}"]),
  whole("hyphens of RTF", "char-codes", (key) => key.replaceAll("-", "\\_"), ["{\\rtf1 ", "}"]),
  whole("zero-width spaces", "split", (key) => lines(key, 13, "\u200b")),
  whole("zero-width spaces everywhere", "split", (key) => [...key].join("\u200b")),
  whole("soft hyphens as entities", "split", (key) => lines(key, 7, "&shy;"), ["<p>", "</p>"]),
  whole("tags in between", "split", (key) => lines(key, 5, '<wbr><b class="x">'), ["<p>", "</p>"]),
  whole("colours in between", "split", (key) => lines(key, 9, "\x1b[m\x1b[K\x1b[01;31m")),
  whole("colours in between, written out", "split", (key) => lines(key, 9, "\\u001b[0m"), ['"', '"']),
  whole("a link of a terminal", "split", (key) => lines(key, 20, "\x1b]8;;https://example.org/\x1b\\")),
  whole("hyphens that do not break", "char-codes", (key) => key.replaceAll("-", "\u2011")),
  whole("en dashes", "char-codes", (key) => key.replaceAll("-", "&ndash;"), ["<p>", "</p>"]),
  whole("full width", "char-codes", (key) => each(key, (code) => String.fromCharCode(code + 0xfee0))),
  whole("zero-width spaces in UTF-16", "utf-16", (key) => Buffer.from(`${lines(key, 11, "\u200b")}`, "utf16le"), [
    "",
    "",
  ]),
  whole("zero-width spaces in base64", "base64", (key) => b64(lines(key, 11, "\u200b"))),
  whole("colours in hex", "hex", (key) => B(lines(key, 11, "\x1b[1m")).toString("hex")),
  ...['","', '",\n "', '\\",\\"', "','", '" + "', "\n", " ", ", ", "</td><td>"].map((separator) => {
    const quote = /\\?["']/.exec(separator)?.[0] ?? "";
    return whole(`characters parted by ${JSON.stringify(separator)}`, "split", (key) => [...key].join(separator), [
      `[ ;${quote}`,
      `${quote};`,
    ]);
  }),
  whole("reversed", "reversed", (key) => [...key].toReversed().join("")),
  whole("rot13", "rot13", rot13),
];
