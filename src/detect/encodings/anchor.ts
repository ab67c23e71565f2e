import type { Confidence, Encoding, KeyKind } from "../../domain/candidate.ts";
import type { Stretch } from "../keys/key-reading.ts";

/** How far a text is looked at on either side of a place: the longest key in pretty-printed codes, a line each. */
export const SIGHT = 8192;

/**
 * A place of a text where a needle stands, with `SIGHT` bytes around it, or where the blob ends less. `floor` is where
 * the key before ended, or less than 0; `offset` is where `text` begins in the blob.
 * Putting pieces together is dear: `mayJoin` takes from what a blob may cost, and says whether there is any left.
 */
export type Place = { text: Buffer; at: number; floor: number; offset: number; mayJoin: () => boolean };

/** A key as it was read, and the stretch of the text that says it. `others` are other readings of the same stretch. */
export type Key = Stretch & {
  text: string;
  others: readonly string[];
  kind: KeyKind;
  confidence: Confidence;
  encoding: Encoding;
};

/** What was read at a place. No needle of the anchor that begins before `end` needs another look. */
export type Read = { key: Key | null; end: number };

/** One way to write a key down: what every key holds when it is written so, and how to read what stands around that. */
export type Anchor = {
  /** Three bytes or more, each. */
  needles: readonly Buffer[];
  /** Reads around one of the needles; null where it is there by chance. Looks a bounded way to both sides. */
  read: (place: Place, needle: number) => Read | null;
};
