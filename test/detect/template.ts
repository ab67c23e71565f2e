import { createHash } from "node:crypto";
import type { CodexTokenKind, Encoding } from "../../src/domain/candidate.ts";
import { createFakeKey, type Family } from "../../src/sandbox/fake-keys.ts";
import { createFakeJwt, createFakeToken } from "../../src/sandbox/fake-tokens.ts";

/** A key of a template: its text, how it is written, and the bytes that say it, or within which it is said. */
export type Expected = {
  family: Family | CodexTokenKind;
  text: string;
  encoding: Encoding;
  offset: number;
  length: number;
  isPart: boolean;
};

/** A template with its slots filled, and the keys in it. */
export type Filled = { bytes: Buffer; keys: readonly Expected[] };

/**
 * Fills the slots of a template, so that no key-shaped text has to stand in a file:
 *
 * - `{{project}}`, `{{project:58+58}}`, `{{user#2}}`: a key of a family, with bodies of these lengths. `#` tells the keys
 *   of one family apart; without it they are the same. `{{project[0:40]}}`: a part of it; the parts of one key are split.
 * - `{{<base64}}…{{>}}`: what stands there, encoded; the ways are below. `{{>[0:40]}}`: a part of that.
 * - `{{alnum:20}}`, `{{base64url:74}}`, `{{hex:32}}`: random text, in each place another.
 * - `{{base64:some words}}`: the base64 of these words. `{{marker}}`: the middle of a key alone.
 * - `{{codex-access-token}}`, `{{agent-identity}}`, `{{chatgpt-login}}`: a token of Codex or ChatGPT; `#` tells apart those
 *   of a kind. `{{jwt:('sub':'ada')}}`: a token of another vendor with these claims, in brackets and quotes of its own.
 * - `{{expression:secrets.X}}`: how a workflow refers to a secret.
 * - `{{cr}}`: the carriage return of a Windows line.
 */
export function filled(template: string): Filled {
  const open: Frame[] = [{ way: null, written: [], length: 0, keys: [] }];
  for (const [index, part] of template.split(/\{\{([^{}]+)\}\}/).entries()) {
    const [, mark, rest = ""] = (index % 2 === 1 && /^([<>])(.*)$/.exec(part)) || [];
    const top = open.at(-1);
    if (!top) throw new Error("more is closed than was opened");
    if (mark === "<") open.push({ way: rest, written: [], length: 0, keys: [] });
    else if (mark === ">") append(open.at(-2), closed(open.pop(), rest));
    else append(top, index % 2 === 1 ? slotOf(part, index) : { bytes: Buffer.from(part), keys: [] });
  }
  const [all, unclosed] = open;
  if (!all || unclosed) throw new Error("not all is closed");
  return { bytes: Buffer.concat(all.written), keys: merged(all.keys) };
}

type Frame = { way: string | null; written: Buffer[]; length: number; keys: Expected[] };

function append(frame: Frame | undefined, { bytes, keys }: Filled): void {
  if (!frame) throw new Error("more is closed than was opened");
  frame.keys.push(...keys.map((key) => ({ ...key, offset: key.offset + frame.length })));
  frame.written.push(bytes);
  frame.length += bytes.length;
}

/** How a whole text is written: what that is said to be, and what is made of it. */
const WAYS: Record<string, readonly [Encoding, (bytes: Buffer) => Buffer | string]> = {
  base64: ["base64", (bytes) => bytes.toString("base64")],
  base64url: ["base64", (bytes) => bytes.toString("base64url")],
  "base64-lines": ["base64", (bytes) => inLines(bytes.toString("base64"), 76, "\n")],
  "base64-yaml": ["base64", (bytes) => inLines(bytes.toString("base64"), 64, "\n    ")],
  "base64-json": ["base64", (bytes) => inLines(bytes.toString("base64"), 76, "\\n")],
  hex: ["hex", (bytes) => bytes.toString("hex")],
  "hex-bytes": ["hex", (bytes) => each(bytes, (byte) => `0x${hex(byte)}`, ", ")],
  "hex-blanks": ["hex", (bytes) => each(bytes, hex, " ").toUpperCase()],
  "hex-colons": ["hex", (bytes) => each(bytes, hex, ":")],
  "hex-escapes": ["hex", (bytes) => each(bytes, (byte) => `\\x${hex(byte)}`)],
  codes: ["char-codes", (bytes) => each(bytes, String, ", ")],
  "codes-lines": ["char-codes", (bytes) => each(bytes, String, ",\n      ")],
  "unicode-escapes": ["char-codes", (bytes) => each(bytes, (byte) => `\\u00${hex(byte)}`)],
  "hyphens-escaped": ["char-codes", (bytes) => bytes.toString().replaceAll("-", "\\u002d")],
  entities: ["char-codes", (bytes) => each(bytes, (byte) => `&#${byte};`)],
  percent: ["percent", (bytes) => each(bytes, (byte) => `%${hex(byte).toUpperCase()}`)],
  "hyphens-percent": ["percent", (bytes) => bytes.toString().replaceAll("-", "%2D").replaceAll("_", "%5F")],
  "utf-16le": ["utf-16", (bytes) => Buffer.from(`\ufeff${bytes.toString()}`, "utf16le")],
  "utf-16be": ["utf-16", (bytes) => Buffer.from(`\ufeff${bytes.toString()}`, "utf16le").swap16()],
  "utf-32le": ["utf-32", (bytes) => utf32(`\ufeff${bytes.toString()}`)],
  "utf-32be": ["utf-32", (bytes) => utf32(`\ufeff${bytes.toString()}`).swap32()],
  "utf-16": ["base64", (bytes) => Buffer.from(bytes.toString(), "utf16le")],
  characters: ["split", (bytes) => [...bytes.toString()].join('",\n      "')],
  markdown: ["char-codes", (bytes) => bytes.toString().replaceAll(/[-_]/g, "\\$&")],
  "markdown-json": ["char-codes", (bytes) => bytes.toString().replaceAll(/[-_]/g, "\\\\$&")],
  latex: ["char-codes", (bytes) => bytes.toString().replaceAll("_", "\\_").replaceAll("-", "{-}")],
  rtf: ["char-codes", (bytes) => bytes.toString().replaceAll("-", "\\_")],
  "no-break": ["char-codes", (bytes) => bytes.toString().replaceAll("-", "\u2011")],
  "no-break-xml": ["char-codes", (bytes) => bytes.toString().replaceAll("-", "</w:t><w:noBreakHyphen/><w:t>")],
  dashes: ["char-codes", (bytes) => bytes.toString().replaceAll("-", "\u2013")],
  "zero-width": ["split", (bytes) => inLines(bytes.toString(), 30, "\u200b")],
  "word-breaks": ["split", (bytes) => inLines(bytes.toString(), 10, "<wbr>")],
  "soft-hyphens": ["split", (bytes) => inLines(bytes.toString(), 12, "&shy;")],
  colours: ["split", (bytes) => bytes.toString().replace("k-", "k\x1b[01;31m\x1b[K-\x1b[m\x1b[K")],
  "colours-json": ["split", (bytes) => inLines(bytes.toString(), 17, "\\u001b[1m")],
  deltas: [
    "split",
    (bytes) => inLines(bytes.toString(), 3, `"}}]}\n\ndata: {"choices":[{"index":0,"delta":{"content":"`),
  ],
  tokens: [
    "split",
    (bytes) => (bytes.toString().match(/[a-z]{1,4}|\d{1,3}|./gi) ?? []).join('", "logprob": -0.1},\n{"token": "'),
  ],
  chunks: ["split", (bytes) => inLines(bytes.toString(), 2, "', '")],
  indexed: ["split", (bytes) => bytes.toString().replaceAll(/.(?!$)/g, (sign, at) => `${sign}","${at + 1}":"`)],
  reversed: ["reversed", (bytes) => Buffer.from(bytes.toReversed())],
  rot13: ["rot13", (bytes) => Buffer.from(bytes.map(rotated))],
};

function closed(frame: Frame | undefined, slice: string): Filled {
  const [encoding, write] = WAYS[frame?.way ?? ""] ?? [];
  if (!frame || !encoding || !write) throw new Error(`no way is called ${frame?.way}`);
  const bytes = sliced(Buffer.from(write(Buffer.concat(frame.written))), slice);
  return {
    bytes,
    keys: frame.keys.map((key) => ({ ...key, encoding, offset: 0, length: bytes.length, isPart: slice !== "" })),
  };
}

/** The parts of one key are one key, from the first to the last of them. */
function merged(keys: readonly Expected[]): readonly Expected[] {
  const all: Expected[] = [];
  for (const key of keys) {
    const before = all.at(-1);
    const isNext = before?.isPart && key.isPart && before.text === key.text && before.encoding === key.encoding;
    if (isNext) before.length = key.offset + key.length - before.offset;
    else all.push({ ...key });
  }
  return all;
}

function slotOf(slot: string, place: number): Filled {
  const [, word = "", rest = "", slice = ""] = /^([a-z0-9-]+)(.*?)(\[\d*:\d*\])?$/s.exec(slot) ?? [];
  const text = (text: string): Filled => ({ bytes: Buffer.from(text), keys: [] });
  switch (word) {
    case "marker":
      return text(["T3Blbk", "FJ"].join(""));
    case "cr":
      return text("\r");
    case "expression":
      return text(`\${{ ${rest.slice(1)} }}`);
    case "jwt":
      return text(
        createFakeJwt(JSON.parse(rest.slice(1).replaceAll("'", '"').replaceAll("(", "{").replaceAll(")", "}"))),
      );
    case "codex-access-token":
    case "agent-identity":
    case "chatgpt-login": {
      const token = createFakeToken(word, rest.replace(/^#/, "") || "1");
      return {
        bytes: Buffer.from(token),
        keys: [{ family: word, text: token, encoding: "plain", offset: 0, length: token.length, isPart: false }],
      };
    }
    case "base64":
      return text(Buffer.from(rest.slice(1)).toString("base64"));
    case "alnum":
    case "base64url":
    case "hex":
      return text(randomText(word, Number(rest.slice(1)), place));
    case "user":
    case "project":
    case "service-account":
    case "admin":
    case "none":
    case "named": {
      const key = keyOf(word, rest);
      const bytes = sliced(Buffer.from(key), slice);
      const encoding = slice ? "split" : "plain";
      return {
        bytes,
        keys: [{ family: word, text: key, encoding, offset: 0, length: bytes.length, isPart: slice !== "" }],
      };
    }
    default:
      throw new Error(`no slot is called ${word}`);
  }
}

/** The part that `[from:to]` says; either may be left out. */
function sliced(bytes: Buffer, slice: string): Buffer {
  const [, from = "", to = ""] = /^\[(\d*):(\d*)\]$/.exec(slice) ?? [];
  return bytes.subarray(Number(from), to === "" ? bytes.length : Number(to));
}

function keyOf(family: Family, rest: string): string {
  const [, left, right, seed = "1"] = /^(?::(\d+)\+(\d+))?(?:#(\w+))?$/.exec(rest) ?? [];
  return createFakeKey(family, seed, left ? { left: Number(left), right: Number(right) } : {});
}

function randomText(alphabet: "alnum" | "base64url" | "hex", length: number, seed: number): string {
  let text = "";
  for (let round = 0; text.length < length; round += 1) {
    const hash = createHash("sha512").update(`${seed}:${round}`);
    text += alphabet === "hex" ? hash.digest("hex") : hash.digest("base64url");
    if (alphabet === "alnum") text = text.replaceAll(/[-_]/g, "");
  }
  return text.slice(0, length);
}

function each(bytes: Buffer, one: (byte: number) => string, separator = ""): string {
  return Array.from(bytes, (byte) => one(byte)).join(separator);
}

function utf32(text: string): Buffer {
  return Buffer.from(Uint32Array.from(text, (character) => character.codePointAt(0) ?? 0).buffer);
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}

function inLines(text: string, width: number, end: string): string {
  return (text.match(new RegExp(`.{1,${width}}`, "g")) ?? []).join(end);
}

function rotated(byte: number): number {
  const character = String.fromCharCode(byte);
  if (!/[a-z]/i.test(character)) return byte;
  const base = byte < 0x61 ? 0x41 : 0x61;
  return ((byte - base + 13) % 26) + base;
}
