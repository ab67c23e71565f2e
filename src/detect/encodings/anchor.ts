import type { Confidence, Encoding, KeyKind } from "../../domain/candidate.ts";
import type { ByteRange } from "../keys/key-reading.ts";

/** How many bytes on either side of a needle are read: enough for the longest key as numbers with a line each. */
export const CONTEXT_LENGTH = 8192;

/**
 * A needle in a text, with `CONTEXT_LENGTH` bytes around it and more, or as many as the blob has. `floor` is where
 * the previous key ended, or less than 0; `offset` is where `text` begins in the blob.
 * Joining pieces is slow: `mayJoin` says whether the blob may take the steps for one more.
 */
export type NeedleMatch = { text: Buffer; at: number; floor: number; offset: number; mayJoin: () => boolean };

/** The text of a key as it was read at a place, and what it then is. */
export type DecodedReading = { text: string; kind: KeyKind; confidence: Confidence; expiresAt?: Date };

/** A key as it was read, and the range of the text where it is written. `others` are other readings of that range. */
export type DecodedKey = ByteRange & DecodedReading & { others: readonly DecodedReading[]; encoding: Encoding };

/**
 * What was read around a needle. `marker`: where its marker is written, mostly in one part. The anchor's needles in there
 * need not be read again; all others are, since what was read may turn out to be none and must hide nothing.
 */
export type AnchorResult = { key: DecodedKey | null; marker: readonly ByteRange[] };

/** An encoding of keys: the bytes that every key has in it, and how to read what stands around them. */
export type Anchor = {
  /** Three bytes or more, each. */
  needles: readonly Buffer[];
  /** Reads around one of the needles; null where it stands there by chance. Reads a bounded number of bytes. */
  read: (place: NeedleMatch, needle: number) => AnchorResult | null;
};

/** How many bytes a character of ASCII takes: two in UTF-16, four in UTF-32. */
export type CharacterWidth = 2 | 4;
