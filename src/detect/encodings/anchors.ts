import type { Anchor } from "./anchor.ts";
import { BASE64_ANCHORS } from "./base64.ts";
import { CODE_ANCHORS } from "./codes.ts";
import { ESCAPE_ANCHORS } from "./escapes.ts";
import { HEX_ANCHORS } from "./hex.ts";
import { MIRRORED_ANCHORS } from "./mirrored.ts";
import { PLAIN_ANCHORS } from "./plain.ts";
import { UTF16_ANCHORS } from "./utf16.ts";

/** All ways to write a key down that are understood. */
export const ANCHORS: readonly Anchor[] = [
  ...PLAIN_ANCHORS,
  ...ESCAPE_ANCHORS,
  ...BASE64_ANCHORS,
  ...HEX_ANCHORS,
  ...CODE_ANCHORS,
  ...UTF16_ANCHORS,
  ...MIRRORED_ANCHORS,
];
