import type { Encoding, KeyKind } from "../../src/domain/candidate.ts";
import { ENCODERS, type Encoder, HERE } from "./wild/encodings.ts";
import { LOOK_ALIKES } from "./wild/look-alikes.ts";
import { keyOf, MARKER, SHAPES, type Shape } from "./wild/shapes.ts";
import { cutInto, cutsAround, SPLITS, type Split } from "./wild/splits.ts";
import { SURROUNDINGS, type Surrounding } from "./wild/surroundings.ts";

/** A key that stands in a case: its text, and of what is written of it the place, line and column from 1. */
export type Expected = { text: string; kind: KeyKind; encoding: Encoding; line: number; column: number };

/** A file as people leave them, and every key in it in the order of their places. */
export type WildCase = { name: string; bytes: Buffer; expected: readonly Expected[] };

/** A file that holds no key, and how sure one may be that it does: not at all, or no more than suspect. */
export type TameCase = { name: string; bytes: Buffer; most: "suspected" | null };

/** One of a list, in turn. */
function turn<T>(list: readonly T[], at: number): T {
  const one = list[at % list.length];
  if (one === undefined) throw new Error("nothing to take turns with");
  return one;
}

/** A text with marks for where keys are written, and the keys: as bytes, with the places in place of the marks. */
function caseOf(
  name: string,
  marked: string,
  keys: readonly Omit<Expected, "line" | "column">[],
  file = "utf-8",
): WildCase {
  const [first = "", ...others] = marked.split(HERE);
  let before = first;
  const expected = others.map((part, at) => {
    const start = before.lastIndexOf("\n") + 1;
    const place = { line: before.split("\n").length, column: before.length - start + 1 };
    before += part;
    const key = turn(keys, at);
    return { ...key, ...place };
  });
  return { name, bytes: encoded(before, file), expected };
}

function encoded(text: string, file: string): Buffer {
  const [name, mark] = file.split(" with ");
  const marked = mark ? `\uFEFF${text}` : text;
  if (name === "utf-8") return Buffer.from(marked);
  const little = Buffer.from(marked, "utf16le");
  return name === "utf-16le" ? little : little.swap16();
}

function surrounded({ text }: Surrounding, written: string): string {
  return text.split("{{}}").join(written);
}

/** A key in a surrounding, by an encoder. */
function encodedCase(shape: Shape, surrounding: Surrounding, encoder: Encoder, file = "utf-8"): WildCase {
  const name = `${shape.name}, ${encoder.name}, in ${surrounding.name}${file === "utf-8" ? "" : `, ${file}`}`;
  const key = keyOf(shape, name);
  const encoding = file.startsWith("utf-16") ? "utf-16" : encoder.encoding;
  return caseOf(name, surrounded(surrounding, encoder.write(key)), [{ text: key, kind: shape.kind, encoding }], file);
}

/** Every shape in every surrounding as it is; every encoding in every surrounding, and of every shape. */
export function* encodedCases(): Generator<WildCase> {
  const [asItIs] = ENCODERS;
  if (!asItIs) throw new Error("the first way to write a key is as it is");
  const around = SURROUNDINGS.filter(({ isGlued }) => !isGlued);
  for (const shape of SHAPES) for (const surrounding of SURROUNDINGS) yield encodedCase(shape, surrounding, asItIs);
  let count = 0;
  for (const encoder of ENCODERS.slice(1)) {
    // An array is no text that stands in quotes.
    const places = /["']/.test(encoder.write("key"))
      ? around.filter(({ text }) => !/["'`[]\{\{\}\}/.test(text))
      : around;
    for (const surrounding of places) yield encodedCase(turn(SHAPES, count++), surrounding, encoder);
    for (const shape of SHAPES) yield encodedCase(shape, turn(places, 7 * count++), encoder);
  }
}

const FILES = ["utf-8 with a mark", "utf-16le with a mark", "utf-16be with a mark", "utf-16le", "utf-16be"];

/** Whole files in UTF-16, and with a byte order mark. Without one, the beginning of a text has to tell. */
export function* fileCases(): Generator<WildCase> {
  const [asItIs] = ENCODERS;
  if (!asItIs) throw new Error("the first way to write a key is as it is");
  let count = 0;
  for (const file of FILES) {
    const texts = SURROUNDINGS.filter(
      ({ isGlued, text }) => !isGlued && (file.includes("mark") || /^[!-~]{2}/.test(text)),
    );
    for (const surrounding of texts) yield encodedCase(turn(SHAPES, count++), surrounding, asItIs, file);
    for (const shape of SHAPES) yield encodedCase(shape, turn(texts, 5 * count++), asItIs, file);
  }
}

function splitCase(shape: Shape, split: Split, count: number): WildCase {
  const name = `${shape.name}, in ${count} pieces, ${split.name}`;
  const key = keyOf(shape, name);
  const written = split.write(cutInto(key, count, name));
  return caseOf(name, written, [{ text: key, kind: shape.kind, encoding: "split" }]);
}

/** Keys in pieces: every way with every shape, in two to eight pieces, and cut where scanners look. */
export function* splitCases(): Generator<WildCase> {
  for (const [index, split] of SPLITS.entries()) {
    for (const [turn, shape] of SHAPES.entries()) {
      const most = Math.min(split.most, Math.floor((shape.left + shape.right) / 10));
      yield splitCase(shape, split, 2 + ((index + turn) % Math.max(1, most - 1)));
    }
  }
}

/** Keys cut in two beside or within what they are known by. */
export function* cutCases(): Generator<WildCase> {
  for (const [index, split] of SPLITS.entries()) {
    const shape = turn(SHAPES, index);
    const key = keyOf(shape, split.name);
    for (const [cut, pieces] of cutsAround(key, MARKER).entries()) {
      const name = `${shape.name}, cut at ${cut}, ${split.name}`;
      yield caseOf(name, split.write(pieces), [{ text: key, kind: shape.kind, encoding: "split" }]);
    }
  }
}

const HIDDEN: readonly (readonly [Encoding, (key: string) => string])[] = [
  ["base64", (key) => Buffer.from(key).toString("base64")],
  ["base64", (key) => Buffer.from(key).toString("base64url")],
  ["hex", (key) => Buffer.from(key).toString("hex")],
];

/** Keys that are encoded and then cut into pieces. */
export function* hiddenCases(): Generator<WildCase> {
  for (const [index, split] of SPLITS.entries()) {
    for (const [turns, [encoding, encode]] of HIDDEN.entries()) {
      const shape = turn(SHAPES, 5 * index + turns);
      const name = `${shape.name}, ${encoding} in pieces, ${split.name}`;
      const key = keyOf(shape, name);
      const written = split.write(cutInto(encode(key), Math.min(split.most, 2 + (index % 5)), name));
      yield caseOf(name, written, [{ text: key, kind: shape.kind, encoding }]);
    }
  }
}

/** Look-alikes of every family in every surrounding. */
export function* tameCases(): Generator<TameCase> {
  for (const { name, text, most } of LOOK_ALIKES) {
    for (const [index, surrounding] of SURROUNDINGS.entries()) {
      // Two damaged keys in a row are not what either is.
      if (/\}\}\{\{/.test(surrounding.text)) continue;
      const written = surrounded(surrounding, text(`${name} ${index}`));
      yield { name: `${name}, in ${surrounding.name}`, bytes: Buffer.from(written), most };
    }
  }
}
