import type { Blob } from "../../domain/blob.ts";
import { identifyWideText } from "../../domain/wide-text.ts";
import { identifyArchive, MAGIC_LENGTH } from "../archives/magic.ts";
import { createPrefilter, type Prefilter } from "../prefilter/prefilter.ts";
import { SCREEN_NEEDLES, SCREEN_TABLES } from "./screen-tables.ts";

/** Chunks that are in memory and are no longer than this are put together. */
const LONGEST_JOINED = 4 * 1024 * 1024;

let screen: { prefilter: Prefilter; needles: readonly Buffer[] } | null = null;

/**
 * Whether a search of these chunks surely finds and notes nothing: they hold no needle, and are neither an archive nor a
 * text of wide characters. Only chunks in memory are looked at, since others can be read once.
 */
export function isClear(chunks: Blob["chunks"]): boolean {
  if (!Array.isArray(chunks)) return false;
  const all = chunks as readonly Uint8Array[];
  const [only] = all;
  if (only === undefined) return true;
  if (all.length > 1 && all.reduce((sum, { length }) => sum + length, 0) > LONGEST_JOINED) return false;
  const bytes = all.length === 1 ? Buffer.from(only.buffer, only.byteOffset, only.length) : Buffer.concat(all);
  return (
    identifyWideText(bytes) === null && identifyArchive(bytes.subarray(0, MAGIC_LENGTH)) === null && !hasNeedle(bytes)
  );
}

/** Whether a needle of the search stands in a text. */
export function hasNeedle(bytes: Buffer): boolean {
  screen ??= createScreen();
  for (const _ of screen.prefilter.findPlaces(bytes, 0, bytes.length)) return true;
  return false;
}

/**
 * Counts the needles that the screen finds in a text that has them all, and that it misses. A screen that misses some
 * is broken, and what it rules out may hold keys.
 */
export function checkScreen(): { missed: number; all: number } {
  screen ??= createScreen();
  const { prefilter, needles } = screen;
  const places = new Set(prefilter.findPlaces(SCREEN_NEEDLES, 0, SCREEN_NEEDLES.length));
  let [missed, at] = [0, 0];
  for (const { length } of needles) {
    if (!places.has(at + 1)) missed += 1;
    at += 1 + length;
  }
  return { missed, all: needles.length };
}

function createScreen(): { prefilter: Prefilter; needles: readonly Buffer[] } {
  const needles: Buffer[] = [];
  for (let at = 0; at < SCREEN_NEEDLES.length; at += 1 + (SCREEN_NEEDLES[at] ?? 0)) {
    needles.push(SCREEN_NEEDLES.subarray(at + 1, at + 1 + (SCREEN_NEEDLES[at] ?? 0)));
  }
  return { prefilter: createPrefilter(needles, () => SCREEN_TABLES), needles };
}
