import { readInPieces } from "../split-keys/read-pieces.ts";
import type { Anchor, Place, Read } from "./anchor.ts";
import { alphabetOf, runAround } from "./character-run.ts";
import { BEFORE, BEHIND, composed, type Decoded, marker, markerIn, needleNear, readDecoded } from "./decoded.ts";
import { asUtf16, UTF16_NEEDLE, utf16Around } from "./utf16.ts";

/** Characters that stand in the base64 of every text that holds some bytes, and which character of four the first is. */
export type Characters = { bytes: Buffer; group: number };

/** Both alphabets, RFC 4648 sections 4 and 5. Of a key itself both make letters and digits alone. */
export const BASE64 = alphabetOf("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_");

/** What base64 makes of some bytes, wherever in a text they stand: one for each place in a group of three bytes. */
export function charactersOf(bytes: Buffer): readonly Characters[] {
  return [0, 1, 2].map((lead) => {
    const encoded = Buffer.concat([Buffer.alloc(lead), bytes]).toString("base64url");
    const [first, end] = [Math.ceil((8 * lead) / 6), Math.floor((8 * (lead + bytes.length)) / 6)];
    return { bytes: Buffer.from(encoded.slice(first, end), "latin1"), group: first };
  });
}

/** Both halves, since a line or a piece may end within the whole. */
function halvesOf({ bytes, group }: Characters): readonly Characters[] {
  const half = bytes.length >> 1;
  return [
    { bytes: bytes.subarray(0, half), group },
    { bytes: bytes.subarray(half), group: (group + half) % 4 },
  ];
}

const ONCE = charactersOf(marker).flatMap(halvesOf);
const TWICE = ONCE.flatMap(({ bytes }) => charactersOf(bytes));
/** The first characters are enough of many: PowerShell has it all on one line. */
const WIDE = charactersOf(asUtf16(marker)).map(({ bytes, group }) => ({ bytes: bytes.subarray(0, 7), group }));

const bytesOf = (all: readonly Characters[]) => all.map(({ bytes }) => bytes);
const [ONCE_NEEDLES, TWICE_NEEDLES, WIDE_NEEDLES] = [ONCE, TWICE, WIDE].map(bytesOf) as [Buffer[], Buffer[], Buffer[]];

/** What the base64 around a character says, whose place in a group of four is known. */
function base64Around(text: Buffer, at: number, group: number, before = BEFORE, behind = BEHIND): Decoded {
  const { characters, index, placeOf } = runAround(text, at, BASE64, charactersFor(before), charactersFor(behind));
  // What stands before the first whole group is the end of something else, or a part of what was cut.
  const lead = (((index - group) % 4) + 4) % 4;
  return {
    bytes: Buffer.from(characters.toString("latin1", lead), "base64"),
    own: Math.floor(((index - lead) * 3) / 4),
    stretchOf: (start, end) => ({
      start: placeOf(lead + Math.floor((start * 4) / 3)),
      end: placeOf(lead + Math.ceil((end * 4) / 3) - 1) + 1,
    }),
  };
}

function charactersFor(bytes: number): number {
  return Math.ceil((bytes * 4) / 3) + 4;
}

/** What is encoded by itself begins with a group of its own, whatever else stands before it. */
const beginsGroup = (index: number) => index % 3 === 0;

function readOnce(place: Place, needle: number): Read | null {
  const { bytes, group } = ONCE[needle] ?? { bytes: marker, group: 0 };
  return readInPieces(place, bytes, (text, at) => {
    if (markerIn(base64Around(text, at, group, marker.length, 2 * marker.length)) === null) return null;
    return readDecoded(base64Around(text, at, group), "base64", beginsGroup);
  });
}

/** What is base64 itself takes four bytes for three, and some for the ends of lines. */
const [BEFORE_INNER, BEHIND_INNER] = [BEFORE, BEHIND].map((bytes) => Math.ceil(bytes * 1.5)) as [number, number];

function readTwice({ text, at }: Place, needle: number): Read | null {
  const outer = base64Around(text, at, TWICE[needle]?.group ?? 0, BEFORE_INNER, BEHIND_INNER);
  const near = needleNear(ONCE_NEEDLES, outer.bytes, outer.own - 1);
  if (!near) return null;
  const inner = base64Around(outer.bytes, near.at, ONCE[near.needle]?.group ?? 0);
  return readDecoded(composed(outer, inner), "base64", beginsGroup);
}

/** As PowerShell wants it for `-EncodedCommand`. */
function readWide({ text, at }: Place, needle: number): Read | null {
  const outer = base64Around(text, at, WIDE[needle]?.group ?? 0, 2 * BEFORE, 2 * BEHIND);
  const near = needleNear([UTF16_NEEDLE], outer.bytes, outer.own - 1);
  return near && readDecoded(composed(outer, utf16Around(outer.bytes, near.at, 0)), "base64");
}

/** Base64, base64 of base64, and base64 of UTF-16. */
export const BASE64_ANCHORS: readonly Anchor[] = [
  { needles: ONCE_NEEDLES, read: readOnce },
  { needles: TWICE_NEEDLES, read: readTwice },
  { needles: WIDE_NEEDLES, read: readWide },
];
