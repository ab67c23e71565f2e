import { PREFIXES } from "../../../domain/key-grammar.ts";
import { PLACEHOLDERS } from "./mapped-text.ts";
import { type PlaceholderReading, USUAL } from "./shown-block.ts";

const { softHyphen, dash, escapedHyphen, escapedUnderscore } = PLACEHOLDERS;

/** What else a placeholder may stand for, other than usual. */
const OTHERWISE: Readonly<Record<string, string>> = {
  [softHyphen]: "-",
  [escapedHyphen]: "",
  [escapedUnderscore]: "-",
};

/** At most this many dashes of a text, the nearest, are taken for more than one hyphen. */
const MOST_DASHES = 6;

/** The readings of the placeholders in a text, other than the usual one; `own` is the place that was looked at. */
export function listReadings(text: string, own: number): readonly PlaceholderReading[] {
  return [...listFlips(text), ...listDashes(text, own)];
}

/** Each way to read the same placeholders otherwise, whatever their number. */
function listFlips(text: string): readonly PlaceholderReading[] {
  const present = Object.keys(OTHERWISE).filter((placeholder) => text.includes(placeholder));
  const flips = Array.from({ length: 2 ** present.length - 1 }, (_, mask) =>
    present.filter((_, bit) => ((mask + 1) >> bit) & 1),
  );
  return flips.map(
    (flipped) => (placeholder, index) =>
      flipped.includes(placeholder) ? (OTHERWISE[placeholder] ?? "") : USUAL(placeholder, index),
  );
}

/** Typesetters make an en dash of two hyphens, and an em dash of two or three: of all of them, or of one or two. */
function listDashes(text: string, own: number): readonly PlaceholderReading[] {
  const places = findDashes(text)
    .toSorted((a, b) => Math.abs(a - own) - Math.abs(b - own))
    .slice(0, MOST_DASHES);
  if (places.length === 0) return [];
  const single = places.map((place) => [place]);
  const double = [places, ...single, ...listPairs(places.slice(0, MOST_PAIRED))];
  const as = (hyphens: string, sets: readonly (readonly number[])[]) =>
    sets.map(
      (set): PlaceholderReading =>
        (placeholder, index) =>
          set.includes(index) ? hyphens : USUAL(placeholder, index),
    );
  return [...as("--", double), ...as("---", [places, ...single])];
}

const MOST_PAIRED = 4;

function listPairs(places: readonly number[]): readonly (readonly number[])[] {
  return places.flatMap((one, index) => places.slice(index + 1).map((two) => [one, two]));
}

/** The dashes of a text, without those of a prefix, which are one hyphen each. */
function findDashes(text: string): readonly number[] {
  const places = Array.from(text.matchAll(DASH), ({ index }) => index);
  return places.filter((place) => !IN_PREFIX.test(text.slice(Math.max(0, place - LONGEST_PREFIX), place)));
}

const DASH = new RegExp(dash, "g");
const WORDS = Object.values(PREFIXES)
  .map((prefix) => prefix.slice(3, -1))
  .filter((word) => word !== "");
const IN_PREFIX = new RegExp(`sk(?:[^A-Za-z0-9](?:${WORDS.join("|")}))?$`);
const LONGEST_PREFIX = 16;
