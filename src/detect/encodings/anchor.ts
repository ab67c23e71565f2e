import type { Confidence, Encoding, KeyKind } from "../../domain/candidate.ts";
import type { ByteRange } from "../keys/key-reading.ts";

/** How far a text is looked at on either side of a place: the longest key in pretty-printed codes, a line each. */
export const CONTEXT_LENGTH = 8192;

/**
 * A place of a text where a needle stands, with `SIGHT` bytes around it, or where the blob ends less. `floor` is where
 * the key before ended, or less than 0; `offset` is where `text` begins in the blob.
 * Putting pieces together is dear: `mayJoin` takes from what a blob may cost, and says whether there is any left.
 */
export type NeedleMatch = { text: Buffer; at: number; floor: number; offset: number; mayJoin: () => boolean };

/** A key as it was read, and the range of the text that says it. `others` are other readings of the same range. */
export type DecodedKey = ByteRange & {
  text: string;
  others: readonly string[];
  kind: KeyKind;
  confidence: Confidence;
  encoding: Encoding;
};

/** What was read at a place. No needle of the anchor that begins before `end` needs another look. */
export type AnchorResult = { key: DecodedKey | null; end: number };

/** One way to write a key down: what every key holds when it is written so, and how to read what stands around that. */
export type Anchor = {
  /** Three bytes or more, each. */
  needles: readonly Buffer[];
  /** Reads around one of the needles; null where it is there by chance. Looks a bounded way to both sides. */
  read: (place: NeedleMatch, needle: number) => AnchorResult | null;
};
