import type { Anchor } from "./encodings/anchor.ts";
import { BASE64_ANCHORS } from "./encodings/base64.ts";
import { CODE_ANCHORS } from "./encodings/char-codes.ts";
import { ESCAPE_ANCHORS } from "./encodings/escapes.ts";
import { HEX_ANCHORS } from "./encodings/hex.ts";
import { CHARACTER_ANCHORS } from "./encodings/listings/characters.ts";
import { STREAM_ANCHORS } from "./encodings/listings/streams.ts";
import { MIRRORED_ANCHORS } from "./encodings/mirrored.ts";
import { PLAIN_ANCHORS } from "./encodings/plain.ts";
import { WIDE_ANCHORS } from "./encodings/wide-characters.ts";
import { CLAIM_ANCHORS } from "./tokens/claim-anchors.ts";
import { PLACE_ANCHORS } from "./tokens/place-anchors.ts";

/** All encodings in which keys are found, and what tells the tokens of Codex and ChatGPT. */
export const ANCHORS: readonly Anchor[] = [
  ...PLAIN_ANCHORS,
  ...ESCAPE_ANCHORS,
  ...BASE64_ANCHORS,
  ...HEX_ANCHORS,
  ...CODE_ANCHORS,
  ...CHARACTER_ANCHORS,
  ...STREAM_ANCHORS,
  ...WIDE_ANCHORS,
  ...MIRRORED_ANCHORS,
  ...CLAIM_ANCHORS,
  ...PLACE_ANCHORS,
];
