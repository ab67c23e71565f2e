import { MARKER } from "../domain/key-grammar.ts";
import type { ByteRange } from "./keys/key-reading.ts";
import { findKeyRanges } from "./name-search.ts";
import { hasNeedle } from "./screen/screen.ts";

/** What stands for a key in a text. */
const REDACTED = "sk-…";

/** Whatever has a key's marker in it, whole or not. */
const PLAIN = new RegExp(`[\\w-]*${MARKER}[\\w-]*`, "g");

/** No key is shorter, however it is written. */
const SHORTEST_KEY = 43;

/**
 * Redacts every key in a text to `sk-…`, in whatever form the detector reads it: a second net, for names that hold keys,
 * as those of files and branches can. A key may also be spelled over the folders of a path, or in an address that is
 * made of one.
 */
export function redactKeys(text: string): string {
  if (text.length < SHORTEST_KEY) return redactPlain(text);
  const forms = [asItIs(text), ...(/%[0-7CDE][0-9A-F]/i.test(text) ? [unquoted(text)] : [])];
  const all = forms.flatMap((form) => [form, ...(form.text.includes("/") ? [withoutSlashes(form), asList(form)] : [])]);
  const ranges = all.flatMap(findSpelled);
  return redactPlain(ranges.length === 0 ? text : replaceRanges(text, ranges));
}

function redactPlain(text: string): string {
  return text.includes(MARKER) ? text.replaceAll(PLAIN, REDACTED) : text;
}

/** A text in another form; `placeOf`: where in the original the character at an index stands. */
type Form = { text: string; placeOf: (index: number) => number };

function asItIs(text: string): Form {
  return { text, placeOf: (index) => index };
}

/** One character in percent-encoding: of ASCII, or of two or three bytes of UTF-8. */
const QUOTED = /%[0-7][0-9A-F]|%[CD][0-9A-F]%[89AB][0-9A-F]|%E[0-9A-F](?:%[89AB][0-9A-F]){2}/gi;

/** Percent-encoding undone. */
function unquoted(text: string): Form {
  return {
    text: text.replaceAll(QUOTED, decodeCharacter),
    placeOf: (index) => {
      let place = index;
      for (const { 0: written, index: at } of text.matchAll(QUOTED)) {
        if (at < place) place += written.length - decodeCharacter(written).length;
      }
      return place;
    },
  };
}

function decodeCharacter(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** The folders of a path as one word. */
function withoutSlashes({ text, placeOf }: Form): Form {
  return {
    text: text.replaceAll("/", ""),
    placeOf: (index) => {
      let place = index;
      for (let at = 0; at <= place; at += 1) if (text[at] === "/") place += 1;
      return placeOf(place);
    },
  };
}

/** The folders of a path as the items of a list. */
function asList({ text, placeOf }: Form): Form {
  return { text: text.replaceAll("/", ","), placeOf };
}

/** Where a text spells keys, as it is or packed. */
function findSpelled({ text, placeOf }: Form): readonly ByteRange[] {
  const bytes = Buffer.from(text);
  // Of most names nothing else is looked at.
  if (!hasNeedle(bytes)) return [];
  const indexOf = (at: number) => bytes.toString("utf8", 0, at).length;
  return findKeyRanges(bytes).map(({ start, end }) => ({
    start: placeOf(indexOf(start)),
    end: placeOf(indexOf(end)),
  }));
}

function replaceRanges(text: string, ranges: readonly ByteRange[]): string {
  let [result, end] = ["", 0];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    if (range.start >= end) result += text.slice(end, range.start) + REDACTED;
    // The slash behind a folder is none of it.
    end = Math.max(end, text[range.end - 1] === "/" ? range.end - 1 : range.end);
  }
  return result + text.slice(end);
}
