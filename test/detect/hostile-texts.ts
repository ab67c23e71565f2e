import { createHash } from "node:crypto";
import { deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { createDecoy, createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { MARKER } from "./found.ts";

/** A family of texts that are made to be slow to search, of any size. */
export type HostileFamily = { name: string; make: (bytes: number) => Buffer };

/** One unit, over and over. */
function repeat(name: string, unit: string | Buffer): HostileFamily {
  return { name, make: (bytes) => Buffer.alloc(bytes, Buffer.from(unit)) };
}

/** Units that differ from each other. */
function vary(name: string, unit: (index: number) => string | Buffer): HostileFamily {
  return {
    name,
    make: (bytes) => {
      const parts: Buffer[] = [];
      for (let [index, length] = [0, 0]; length < bytes; index += 1) {
        const part = Buffer.from(unit(index));
        parts.push(part);
        length += part.length;
      }
      return Buffer.concat(parts).subarray(0, bytes);
    },
  };
}

/** Letters and digits that look random, the same for the same seed. */
function letters(seed: string, length: number): string {
  let text = "";
  for (let round = 0; text.length < length; round += 1) {
    text += createHash("sha512").update(`${seed} ${round}`).digest("base64url").replaceAll(/[-_]/g, "");
  }
  return text.slice(0, length);
}

const each = (text: string, one: (code: number) => string, separator = "") =>
  [...text].map((character) => one(character.charCodeAt(0))).join(separator);
const hex = (code: number) => code.toString(16).padStart(2, "0");
const unicode = (code: number) => `\\u00${hex(code)}`;
const HALVES = [MARKER.slice(0, 4), MARKER.slice(4)] as const;
const KEY = createFakeKey("project", "hostile");
/** A key without its beginning, whose marker is there. */
const BODY = KEY.slice(40, 120);

const NUMBERS: readonly HostileFamily[] = [
  ...[",", ", ", " ", ",\n", ",\r\n", ", \t", "  ", "   "].map((separator) =>
    repeat(
      `markers as decimal numbers, parted by ${JSON.stringify(separator)}`,
      each(MARKER, String, separator) + separator,
    ),
  ),
  ...[" ", ":", "-", ",", ", ", ", 0x", ",0x", " 0x"].map((separator) =>
    repeat(
      `markers as hexadecimal numbers, parted by ${JSON.stringify(separator)}`,
      each(MARKER, hex, separator) + separator,
    ),
  ),
  repeat("markers as decimal numbers, almost", `${each(MARKER.slice(0, -1), String, ",")},`),
  repeat("first two codes of a marker", "84,51,"),
  repeat("first two codes of a marker, then blanks", `84,51,${" ".repeat(60)}`),
  vary("bodies of keys as decimal numbers", (index) => `${each(letters(`${index}`, 30) + MARKER, String, ", ")}, `),
  vary("whole keys as decimal numbers", (index) => `[${each(createFakeKey("user", `${index}`), String, ",")}]\n`),
  vary(
    "decoys as decimal numbers without an end",
    (index) => `${each(`sk-${letters(`${index}`, 20)}${MARKER}`, String, ",")},`,
  ),
  repeat("markers as calls", each(MARKER, (code) => `chr(${code})`, "+") + "+"),
  repeat("markers as casts", each(MARKER, (code) => `[char]${code}`, "+") + "+"),
  repeat(
    "markers in octal columns",
    `0000000 ${each(MARKER + MARKER, (code) => code.toString(8).padStart(3, "0"), " ")}\n`,
  ),
  repeat(
    "markers in binary columns",
    `00000000: ${each(MARKER.slice(0, 6), (code) => code.toString(2).padStart(8, "0"), " ")}  ${MARKER.slice(0, 6)}\n`,
  ),
  repeat("binary columns, one line", `${each(MARKER, (code) => code.toString(2).padStart(8, "0"), " ")} `),
  repeat("octal columns, one line", `${each(MARKER, (code) => code.toString(8).padStart(3, "0"), " ")} `),
];

const ESCAPES: readonly HostileFamily[] = [
  repeat("escapes of a backslash", "\\u005c"),
  repeat("markers behind escapes of a backslash", `${"\\u005c".repeat(20)}u0054`),
  repeat("escapes of a backslash with a marker", `${"\\u005c".repeat(6)}${MARKER}`),
  repeat("backslashes", "\\"),
  repeat("backslashes before a marker", `${"\\".repeat(60)}u0054`),
  repeat("nested escapes", "\\\\\\\\u0054"),
  repeat("nested percent escapes", `%25252525${hex(MARKER.charCodeAt(0))}`),
  repeat("percent signs", "%25"),
  repeat(
    "percent escapes of markers",
    each(MARKER, (code) => `%${hex(code)}`),
  ),
  repeat("percent escapes of a marker's first letter", "%54"),
  repeat(
    "double percent escapes of markers",
    each(MARKER, (code) => `%25${hex(code)}`),
  ),
  repeat("unicode escapes of markers", each(MARKER, unicode)),
  repeat("unicode escapes of almost markers", each(MARKER.slice(0, -1), unicode)),
  vary("unicode escapes of bodies", (index) => each(`${letters(`${index}`, 40)}${MARKER}`, unicode)),
  vary("whole keys in unicode escapes", (index) => `"${each(createFakeKey("project", `${index}`), unicode)}"\n`),
  repeat(
    "hexadecimal escapes of markers",
    each(MARKER, (code) => `\\x${hex(code)}`),
  ),
  repeat(
    "octal escapes of markers",
    each(MARKER, (code) => `\\${code.toString(8)}`),
  ),
  repeat(
    "decimal escapes of markers",
    each(MARKER, (code) => `\\${code}`),
  ),
  repeat(
    "entities of markers",
    each(MARKER, (code) => `&#${code};`),
  ),
  repeat("entities of markers' first letters", "&#84;"),
  repeat("nested entities", "&amp;amp;amp;#84;"),
  repeat("ampersands", "&amp;"),
  repeat(
    "hexadecimal entities of markers",
    each(MARKER, (code) => `&#x${hex(code)};`),
  ),
  repeat("markers between escapes", `\\u002d${MARKER}\\u002d`),
  repeat("markers between soft hyphens", `&shy;${MARKER}&shy;`),
  repeat("letters between zero-width spaces", "T\u200b3\u200b"),
  repeat("broken markers", MARKER.replaceAll(/./g, "$&\u200b")),
  repeat("broken markers, in colours", MARKER.replaceAll(/./g, "$&\x1b[1;31m")),
  repeat("broken markers, in tags", MARKER.replaceAll(/./g, "<b>$&</b>")),
  repeat("tags without an end", `T<b ${"x".repeat(500)}`),
  repeat("RTF groups", `T}{${"\\b".repeat(24)}`),
  repeat("RTF codes", "T\\u8203?"),
  repeat("halves before an escape", `${HALVES[0]}\\x62`),
  repeat("halves behind an escape", `\\x4a${HALVES[1]}`),
  repeat("backspaces", "T\bT3\b3"),
  repeat("letters of full width", "\uff34\uff13"),
  repeat("letters of mathematics", "\u{1d413}"),
  repeat("text that was encoded twice", Buffer.from("T\u200b".replaceAll(/./gu, "$&"), "utf8").toString("latin1")),
];

const DIGITS: readonly HostileFamily[] = [
  repeat("markers in hexadecimal", each(MARKER, hex)),
  repeat("markers in capital hexadecimal", each(MARKER, hex).toUpperCase()),
  repeat("first bytes of a marker in hexadecimal", "543342"),
  repeat("last bytes of a marker in hexadecimal", "626b46"),
  vary("bodies in hexadecimal", (index) => Buffer.from(letters(`${index}`, 20) + MARKER).toString("hex")),
  vary("lines of hexadecimal", (index) => `${Buffer.from(letters(`${index}`, 20) + MARKER).toString("hex")}\n`),
  vary("whole keys in hexadecimal", (index) => `${Buffer.from(createFakeKey("user", `${index}`)).toString("hex")}\n`),
  vary(
    "a hex dump full of markers",
    (index) => `${hex(index).padStart(8, "0")}  ${each(MARKER + MARKER, hex, " ")}  |${MARKER}${MARKER}|\n`,
  ),
  vary(
    "a hex dump of bodies",
    (index) =>
      `${hex(index * 16).padStart(8, "0")}  ${each(letters(`${index}`, 8) + MARKER, hex, " ")}  |${letters(`${index}`, 8)}${MARKER}|\n`,
  ),
  vary(
    "xxd of bodies",
    (index) =>
      `${hex(index * 16).padStart(8, "0")}: ${(
        Buffer.from(letters(`${index}`, 8) + MARKER)
          .toString("hex")
          .match(/.{4}/g) ?? []
      ).join(" ")}  ${letters(`${index}`, 8)}${MARKER}\n`,
  ),
  vary(
    "od -c of bodies",
    (index) => `${index.toString(8).padStart(7, "0")}   ${[...(letters(`${index}`, 8) + MARKER)].join("   ")}\n`,
  ),
  repeat("od -c of markers", `0000000   ${[...MARKER, ...MARKER].join("   ")}\n`),
  repeat("curl traces of markers", `0000: ${MARKER.repeat(8)}\n`),
  vary(
    "curl traces of bodies",
    (index) => `${hex(index).padStart(4, "0")}: ${letters(`${index}`, 30)}${MARKER}${letters(`x${index}`, 20)}\n`,
  ),
  repeat("swapped words", "6c423354 6b626c42 4a46626b "),
  repeat("groups of dumps", "5433 426c "),
  repeat("groups of dumps, on lines", "00000000: 5433 426c 626b 464a 5433 426c 626b 464a\n"),
  repeat("almost a dump", "54 33 42 6c 62 6b 46 \n"),
];

const BASE64: readonly HostileFamily[] = [
  repeat("markers in base64", Buffer.from(`xx${MARKER}xx`).toString("base64")),
  vary("bodies in base64", (index) => Buffer.from(`${letters(`${index}`, 21)}${MARKER}x`).toString("base64")),
  vary(
    "whole keys in base64",
    (index) => `${Buffer.from(`${createFakeKey("user", `${index}`)}\n`).toString("base64")}\n`,
  ),
  repeat("halves of markers in base64", Buffer.from(MARKER).toString("base64").slice(0, 5)),
  repeat("markers in base64, twice", Buffer.from(Buffer.from(`xx${MARKER}xx`).toString("base64")).toString("base64")),
  repeat("markers of UTF-16 in base64", Buffer.from(`x${MARKER}`, "utf16le").toString("base64")),
  ...["H4sI", "UEsDB", "eJx", "KLUv/", "/Td6", "QlpoO", "eNo", "JVBERi0", "1f8b08", "504b0304"].map((start) =>
    vary(`starts of packed runs: ${start}`, (index) => `${start}AAA${letters(`${index}`, 20)}\n`),
  ),
  repeat("starts of packed runs in one run", "H4sIAAAAAAAAA"),
  vary("packed texts in base64", (index) => `"${gzipSync(`a text ${index}`).toString("base64")}"\n`),
  vary(
    "packed texts in base64, zlib",
    (index) => `"${deflateSync(`a text ${index} ${letters(`${index}`, 80)}`).toString("base64")}"\n`,
  ),
  vary("packed texts in hexadecimal", (index) => `${gzipSync(`a text ${index}`).toString("hex")}\n`),
  vary(
    "packed runs in pieces",
    (index) =>
      `"${gzipSync(`a text ${index} ${letters(`${index}`, 200)}`)
        .toString("base64")
        .replaceAll(/.{20}/g, '$&" +\n"')}"\n`,
  ),
  repeat("lines of one character of base64", [...Buffer.from(MARKER).toString("base64")].join("\n")),
  vary("a packed bomb in base64", () => `"${gzipSync(Buffer.alloc(1_000_000)).toString("base64")}"\n`),
];

const PIECES: readonly HostileFamily[] = [
  repeat("halves of markers in quotes", `"${HALVES[0]}" + "${HALVES[1]}", `),
  repeat("strings of two characters", MARKER.replaceAll(/../g, '"$&", ')),
  repeat("strings of one character", MARKER.replaceAll(/./g, '"$&","')),
  repeat("characters on lines", [...MARKER].join("\n")),
  repeat("characters between blanks", `${[...MARKER].join(" ")} `),
  repeat("characters between commas", `${[...MARKER].join(",")},`),
  repeat("events of some characters", MARKER.replaceAll(/.{1,3}/g, '{"delta":{"content":"$&"}}\n')),
  repeat("names without an end", '{"a":"T",'),
  vary("pieces in quotes", (index) => `"${letters(`${index}`, 30)}" + "${letters(`x${index}`, 12)}${MARKER}" +\n`),
  vary(
    "pieces with names",
    (index) => `key_${index} = "${letters(`${index}`, 20)}${MARKER}"\nkey_b${index} = "${letters(`y${index}`, 20)}"\n`,
  ),
  vary("pieces without quotes", (index) => `K${index}=${letters(`${index}`, 20)}${MARKER}${letters(`x${index}`, 6)}\n`),
  vary("lines that may be wrapped", (index) => `${letters(`${index}`, 40)}${MARKER}${letters(`z${index}`, 16)}\n`),
  vary("framed lines", (index) => `| ${letters(`${index}`, 40)}${MARKER}${letters(`z${index}`, 16)} |\n`),
  vary(
    "lines of a log",
    (index) => `2026-11-20T10:00:00Z app[${index}]: ${letters(`${index}`, 30)}${MARKER}${letters(`z${index}`, 12)}\n`,
  ),
  vary("cut keys", (index) => `"sk-proj-${letters(`${index}`, 74)}${MARKER}${letters(`z${index}`, 30)}"\n`),
  vary(
    "cut keys with a rest beside each",
    (index) =>
      `a${index}="sk-proj-${letters(`${index}`, 74)}${MARKER}${letters(`z${index}`, 30)}" b${index}="${letters(`r${index}`, 44)}"\n`,
  ),
  vary(
    "escaped pieces",
    (index) => `\\"${letters(`${index}`, 30)}\\" + \\"${letters(`x${index}`, 12)}${MARKER}\\" +\\n`,
  ),
  vary("elements", (index) => `<a>${letters(`${index}`, 30)}</a><a>${MARKER}${letters(`x${index}`, 12)}</a>\n`),
  vary("halves far apart", (index) => `${HALVES[0]}" ${letters(`${index}`, 300).toLowerCase()} "${HALVES[1]}\n`),
  repeat("halves of markers, glued", `${HALVES[0]} ${HALVES[1]} `),
  vary(
    "comments between pieces",
    (index) => `"${letters(`${index}`, 20)}" + /* ${letters(`c${index}`, 90)} */ "${MARKER}" +\n`,
  ),
];

const MARKERS: readonly HostileFamily[] = [
  repeat("markers", MARKER),
  repeat("markers and blanks", `${MARKER} `),
  repeat("prefixes", "sk-"),
  repeat("prefixes of projects", "sk-proj-"),
  repeat("prefixes and markers", `sk-${MARKER}`),
  repeat("prefixes, then a marker", `${"sk-".repeat(80)}${MARKER}`),
  repeat("names, then a marker", `${"sk-a-".repeat(50)}${MARKER}`),
  repeat("letters and a marker", `${"a".repeat(250)}${MARKER}`),
  repeat("placeholders", `sk-proj-${"x".repeat(74)}${MARKER}${"x".repeat(74)}\n`),
  repeat("one key over and over", `${KEY}\n`),
  repeat("one decoy over and over, glued", createDecoy(KEY)),
  vary("other keys", (index) => `${createFakeKey("project", `${index}`)}\n`),
  vary("other keys, glued", (index) => createFakeKey("user", `${index}`)),
  vary("keys of other vendors", (index) => `sk-ant-api03-${letters(`${index}`, 93)}AA\n`),
  repeat("markers, turned", [...MARKER].toReversed().join("")),
  repeat(
    "markers, rotated",
    MARKER.replaceAll(/[a-z]/gi, (letter) =>
      String.fromCharCode(letter.charCodeAt(0) + (letter.toLowerCase() < "n" ? 13 : -13)),
    ),
  ),
  vary("turned bodies", (index) => `${[...`${letters(`${index}`, 20)}${MARKER}`].toReversed().join("")} `),
  repeat("dashes between markers", `sk-${"a".repeat(20)}\u2013\u2013\u2013${MARKER}\u2014`),
  vary(
    "dashes in keys",
    (index) => `sk\u2013proj\u2013${letters(`${index}`, 74)}${MARKER}${letters(`z${index}`, 74)}\n`,
  ),
  vary(
    "keys with signs that may be several",
    (index) =>
      `sk-proj-${letters(`${index}`, 20)}\u2013${letters(`b${index}`, 20)}\u00ad${letters(`c${index}`, 20)}\\-${MARKER}${letters(`z${index}`, 40)}\\_${letters(`y${index}`, 30)}\n`,
  ),
];

const WIDE: readonly HostileFamily[] = [
  repeat("markers in UTF-16", Buffer.from(MARKER, "utf16le")),
  repeat("markers in UTF-16, broken", Buffer.from(MARKER.replaceAll(/./g, "$&\u200b"), "utf16le")),
  repeat("markers in UTF-16 with dashes", Buffer.from(`${MARKER}\u2013`, "utf16le")),
  {
    name: "a text of UTF-16 with a mark",
    make: (bytes) =>
      Buffer.concat([Buffer.from("\ufeff", "utf16le"), Buffer.alloc(bytes - 2, Buffer.from(`${MARKER}\n`, "utf16le"))]),
  },
  {
    name: "a text of UTF-16 with pieces",
    make: (bytes) =>
      Buffer.concat([
        Buffer.from("\ufeff", "utf16le"),
        Buffer.alloc(bytes - 2, Buffer.from(`"${BODY}" +\n`, "utf16le")),
      ]),
  },
  repeat("markers in UTF-32", Buffer.from(Uint32Array.from(MARKER, (one) => one.charCodeAt(0)).buffer)),
];

const ARCHIVES: readonly HostileFamily[] = [
  { name: "a packed text of blanks", make: (bytes) => gzipSync(Buffer.alloc(bytes, " ")) },
  { name: "a packed text of markers", make: (bytes) => gzipSync(Buffer.alloc(bytes, MARKER)) },
  repeat("starts of zip files", "PK\u0003\u0004"),
  repeat("starts of gzip", Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])),
  vary("gzip texts, glued", (index) => gzipSync(`a text ${index}`)),
  {
    name: "a PDF of streams",
    make: (bytes) => {
      const stream = deflateSync(Buffer.alloc(2000, "(abc) Tj "));
      const unit = Buffer.concat([
        Buffer.from(`1 0 obj <</Filter/FlateDecode/Length ${stream.length}>> stream\n`),
        stream,
        Buffer.from("\nendstream endobj\n"),
      ]);
      return Buffer.concat([Buffer.from("%PDF-1.4\n"), Buffer.alloc(bytes, unit)]);
    },
  },
  {
    name: "a PDF of empty streams",
    make: (bytes) =>
      Buffer.concat([Buffer.from("%PDF-1.4\n"), Buffer.alloc(bytes, "<</Filter/FlateDecode>> stream\nendstream\n")]),
  },
  {
    name: "a PDF of streams without an end",
    make: (bytes) => Buffer.concat([Buffer.from("%PDF-1.4\n"), Buffer.alloc(bytes, "stream\n")]),
  },
  {
    name: "a PDF of parentheses",
    make: (bytes) => Buffer.concat([Buffer.from("%PDF-1.4\n"), Buffer.alloc(bytes, "(")]),
  },
  {
    name: "a PDF of one large stream",
    make: (bytes) => {
      const stream = deflateSync(Buffer.alloc(bytes, "[(T)-1(3)2(B)(l)] TJ "));
      return Buffer.concat([
        Buffer.from(`%PDF-1.4\n1 0 obj <</Filter/FlateDecode/Length ${stream.length}>> stream\n`),
        stream,
        Buffer.from("\nendstream endobj\n"),
      ]);
    },
  },
  {
    name: "a zip of deflated blanks",
    make: (bytes) => zipOf(Array.from({ length: 20 }, (_, index) => [`f${index}`, Buffer.alloc(bytes / 20, " ")])),
  },
  {
    name: "a zip of many files",
    make: (bytes) =>
      zipOf(Array.from({ length: bytes / 120 }, (_, index) => [`f${index}`, Buffer.from(`text ${index}`)])),
  },
  { name: "a tar of many files", make: (bytes) => Buffer.alloc(bytes, tarEntry("f", "text")) },
];

function zipOf(files: readonly (readonly [string, Buffer])[]): Buffer {
  const [parts, central]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, content] of files) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(content.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), packed);
    central.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length & 0xffff, 8);
  end.writeUInt16LE(files.length & 0xffff, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}

function tarEntry(name: string, content: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write("0000644\0", 100);
  header.write(`${content.length.toString(8).padStart(11, "0")}\0`, 124);
  header.write("        ", 148);
  header.write("0", 156);
  header.write("ustar\u000000", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return Buffer.concat([header, Buffer.from(content), Buffer.alloc(512 - content.length)]);
}

/** Everything that was thought of to make a search slow. */
export const HOSTILE_FAMILIES: readonly HostileFamily[] = [
  NUMBERS,
  ESCAPES,
  DIGITS,
  BASE64,
  PIECES,
  MARKERS,
  WIDE,
  ARCHIVES,
].flat();
