import { brotliDecompressSync, inflateRawSync, unzipSync } from "node:zlib";
import { MARKER } from "../domain/key-grammar.ts";
import { ANCHORS } from "./anchors.ts";
import { isGuess } from "./archives/magic.ts";
import type { ByteRange } from "./keys/key-reading.ts";
import type { PackedText } from "./packed/packed-run.ts";
import { type AnchorSet, createAnchorSet, Search } from "./search.ts";

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
  const indexOf = (at: number) => bytes.toString("utf8", 0, at).length;
  return findKeys(bytes).map(({ start, end }) => ({
    start: placeOf(indexOf(start)),
    end: placeOf(indexOf(end)),
  }));
}

let anchors: AnchorSet | undefined;

function findKeys(bytes: Buffer): readonly ByteRange[] {
  anchors ??= createAnchorSet(ANCHORS, false);
  // Of most names nothing else is looked at.
  if ([...anchors.prefilter.findPlaces(bytes, 0, bytes.length)].length === 0) return [];
  const search = new Search(anchors, () => {});
  return [...search.add(bytes), ...search.rest()].flatMap((found) => {
    if ("container" in found || ("archive" in found && !mayHoldKey(found))) return [];
    return [{ start: found.offset, end: found.offset + found.length }];
  });
}

/** No name has room for more, unpacked. */
const MOST_UNPACKED = { maxOutputLength: 64 * 1024 };

const STREAMS = [unzipSync, inflateRawSync, brotliDecompressSync];

/** Whether packed bytes hold a key. An archive of files is not opened here, and may. */
function mayHoldKey({ archive, bytes }: PackedText): boolean {
  if (!isGuess(archive) && archive !== "gzip") return true;
  return STREAMS.some((unpack) => {
    try {
      return findKeys(unpack(bytes, MOST_UNPACKED)).length > 0;
    } catch {
      return false;
    }
  });
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
